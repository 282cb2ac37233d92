//! The links of a letter: which lead to the thing, which to the sender's list, and where a link that counts clicks really goes.

use url::Url;

use super::lines::Link;
use crate::read::address::{canonical, web_link};

/// What links are called, or lead to, that belong to the sender's list and not to the thing.
const HOUSEKEEPING: [&str; 26] = [
    "unsubscribe",
    "preferences",
    "opt-out",
    "optout",
    "privacy",
    "facebook.com",
    "twitter.com",
    "//x.com",
    "linkedin.com",
    "instagram.com",
    "youtube.com",
    "whatsapp.com",
    "//t.me/",
    "forward to a friend",
    "להסרה",
    "הסרה מרשימת",
    "ביטול הרשמה",
    "מדיניות פרטיות",
    "désabonner",
    "désinscri",
    "confidentialité",
    "abmelden",
    "abbestellen",
    "datenschutz",
    "impressum",
    "cancelar la suscripción",
];

/// What the link to the same letter on the web is called.
const IN_BROWSER: [&str; 6] = ["browser", "דפדפן", "navigateur", "navegador", "online ansehen", "version en ligne"];

/// Parameters in which a mail gateway or a search engine wraps the address that was meant.
const WRAPPERS: [(&str, &str); 3] =
    [("safelinks.protection.outlook.com", "url"), ("www.google.com", "q"), ("l.facebook.com", "u")];

/// Hosts whose links count clicks: another address for each reader, so none to know a thing by.
const COUNTERS: [&str; 12] = [
    "list-manage.com",
    "sendgrid.net",
    "mailchi.mp",
    "sendibt",
    "sendinblue",
    "mjt.lu",
    "exct.net",
    "createsend",
    "hubspotlinks.com",
    "cmail",
    "rs6.net",
    "awstrack.me",
];

/// An address as written in a letter: absolute, and unwrapped.
pub(super) fn link(written: &str) -> Option<Url> {
    let nowhere = Url::parse("https://letter.invalid/").ok()?;
    let url = web_link(&nowhere, written).filter(|url| url.host_str() != nowhere.host_str())?;
    let host = url.host_str().unwrap_or_default();
    let wrapped = WRAPPERS.iter().find(|(wrapper, _)| host == *wrapper || host.ends_with(&format!(".{wrapper}")));
    let meant = wrapped.and_then(|(_, parameter)| url.query_pairs().find(|(name, _)| name == parameter));
    match meant.and_then(|(_, meant)| web_link(&nowhere, &meant)) {
        Some(meant) if meant.host_str() != nowhere.host_str() => Some(meant),
        _ => Some(url),
    }
}

/// The addresses in a line of plain text.
pub(super) fn links_in(line: &str) -> Vec<Link> {
    line.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ')' | '('))
        .filter(|word| word.starts_with("https://") || word.starts_with("http://"))
        .filter_map(|word| link(word.trim_end_matches(['.', ',', ';'])))
        .map(|url| Link { url, said: String::new() })
        .collect()
}

/// The mailbox that a link writes to, in small letters.
pub(super) fn mailbox(href: &str) -> Option<String> {
    let address = href.trim().get(..SCHEME.len()).filter(|scheme| scheme.eq_ignore_ascii_case(SCHEME))?;
    mailboxes_in(href.trim()[address.len()..].split('?').next().unwrap_or_default()).pop()
}

const SCHEME: &str = "mailto:";

/// The mailboxes named in a line of plain text, in small letters.
pub(super) fn mailboxes_in(line: &str) -> Vec<String> {
    line.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ')' | '(' | ',' | ';' | ':'))
        .map(|word| word.trim_matches('.').to_lowercase())
        .filter(|word| word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')))
        .collect()
}

/// A link to the thing that a letter is about.
pub(super) fn is_own(link: &Link) -> bool {
    let (href, said) = (link.url.as_str().to_lowercase(), link.said.to_lowercase());
    !is_in_browser(link) && !HOUSEKEEPING.iter().any(|word| href.contains(word) || said.contains(word))
}

/// The link to the same letter on the web.
pub(super) fn is_in_browser(link: &Link) -> bool {
    let said = link.said.to_lowercase();
    IN_BROWSER.iter().any(|word| said.contains(word))
}

/// Words of the end of a letter: from here on it speaks of the list.
pub(super) fn speaks_of_the_list(text: &str) -> bool {
    const CUES: [&str; 12] = [
        "you are receiving this",
        "you received this",
        "you receive this",
        "unsubscribe",
        "להסרה",
        "הסרה מרשימת",
        "קיבלת הודעה זו",
        "désabonner",
        "désinscri",
        "vous recevez ce",
        "abmelden",
        "sie erhalten diese",
    ];
    let text = text.to_lowercase();
    CUES.iter().any(|cue| text.contains(cue))
}

/// What two links to one thing have in common, for readers of several letters; none where the address says nothing of the thing.
pub(super) fn identity(url: &Url) -> Option<String> {
    let host = url.host_str().unwrap_or_default();
    let is_counter = COUNTERS.iter().any(|counter| host.contains(counter));
    let is_front_page = url.path() == "/" && url.query().is_none();
    (!is_counter && !is_front_page).then(|| canonical(url))
}
