//! Pages that answer 200 and are none: "not found", "under maintenance", a wall of cookies, or the site's home page instead of the
//! one that was asked for. Pure; knows no source.

use std::sync::LazyLock;

use regex::Regex;
use scraper::{Html, Selector};
use url::Url;

use super::article::document_title;
use super::plain;
use super::text::one_line;

/// Pages that say "not found" with status 200 are short.
const SHELL_LENGTH: usize = 1500;

/// So much may stand beside such words, a link home and a search box, before the page says something of its own.
const LITTLE: usize = 80;

/// What frames a page says nothing of whether it is there.
const FRAME: [&str; 6] = ["nav", "header", "footer", "aside", "template", "noscript"];

/// How a page says that there is none, in the languages of the sources.
static NO_PAGE: LazyLock<Regex> = LazyLock::new(|| {
    let english = r"(?:page|site|content|document)\b.{0,40}\b(?:not (?:be )?found|(?:does|did) ?n[o'’]t exist|no longer (?:exists?|available)|can(?:['’]|no)t be (?:found|displayed)|(?:is|are) unavailable)|(?:could not|couldn['’]t|cannot|can['’]t) find (?:that|the|this|your) page|^\W*not found\W*$|nothing (?:was|could be) found at this (?:location|address)|service (?:is )?(?:temporarily )?unavailable|temporarily unavailable|(?:down for|under|undergoing|scheduled) maintenance|^\W*please try again later\W*$|^\W*access denied\W*$|^\W*forbidden\W*$";
    let others = r"page (?:non trouvée|introuvable)|page\b.{0,40}n['’]existe (?:pas|plus)|seite\b.{0,40}(?:nicht gefunden|existiert nicht|nicht verfügbar)|página\b.{0,40}(?:no encontrada|no existe|não encontrada)|pagina non trovata|nie znaleziono strony|pagina niet gevonden|ה?(?:דף|עמוד)\b.{0,40}(?:לא נמצא\b|לא קיים|אינו קיים|אינו זמין)|האתר בתחזוקה";
    let number = r"^\W*(?:(?:error|http|status|erreur|fehler|שגיאה)\W*)*(?:404|410|500|502|503)(?:\W|$)";
    Regex::new(&format!("(?i){english}|{others}|{number}")).expect("it compiles, a test uses it")
});

/// What a wall of consent says.
static COOKIES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\bcookies?\b|before you continue|we value your privacy|עוגיות").expect("it compiles, a test uses it")
});

/// What parts a page's name from its site's, whichever comes first.
static TITLE_BREAK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\s*[|–—·•»«]\s*|\s+-\s+|:\s+").expect("it compiles, a test uses it"));

/// A page that is there only to say that there is none, or none yet.
pub(super) fn is_shell(document: &Html) -> bool {
    let text = plain::beginning(*document.root_element(), &FRAME, SHELL_LENGTH);
    let is_short = text.len() < SHELL_LENGTH;
    let title = document_title(document).unwrap_or_default();
    let titled = TITLE_BREAK.split(&title).any(|part| NO_PAGE.is_match(&one_line(part)));
    if titled && (is_short || headings(document).iter().any(|heading| NO_PAGE.is_match(heading))) {
        return true;
    }
    is_short && says_nothing_else(&text, &headings(document))
}

/// Whether a short text is such words, and next to nothing beside them and its own headings. A notice about cookies stands on most
/// honest pages too: beside it nothing may be said that has a number, as every date does.
fn says_nothing_else(text: &str, headings: &[String]) -> bool {
    let (mut has_no_page, mut has_notice) = (false, false);
    let mut left = String::new();
    for said in text.split(['\n', '.', '!', '?']).map(str::trim) {
        if NO_PAGE.is_match(said) {
            has_no_page = true;
        } else if COOKIES.is_match(said) {
            has_notice = true;
        } else if !headings.iter().any(|heading| heading.contains(said)) {
            left.push_str(said);
        }
    }
    let is_wall = has_notice && !left.chars().any(char::is_numeric);
    (has_no_page || is_wall) && left.chars().count() <= LITTLE
}

fn headings(document: &Html) -> Vec<String> {
    let heading = Selector::parse("h1").expect("a constant selector parses");
    document.select(&heading).map(|heading| one_line(&plain::text_of(*heading))).collect()
}

/// Whether a page of a site was asked for and its home page came: the kindest way of saying that the page is gone, and no word of it
/// is about what was asked for.
pub(super) fn is_home_instead(asked: &Url, got: &Url) -> bool {
    let host = |url: &Url| url.host_str().map(|host| host.strip_prefix("www.").unwrap_or(host).to_owned());
    host(asked) == host(got) && is_home(got) && !is_home(asked)
}

/// The root, or that of one language; `index.html` and the like are its other names.
fn is_home(url: &Url) -> bool {
    let parts: Vec<&str> = url.path_segments().into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let names_home = |part: &str| {
        ["index.", "default.", "home."].iter().any(|name| format!("{}.", part.to_ascii_lowercase()).starts_with(name))
    };
    let is_language = |part: &str| part.len() == 2 || part.len() == 5 && part.as_bytes()[2] == b'-';
    url.query().is_none() && parts.len() <= 2 && parts.iter().all(|part| names_home(part) || is_language(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::html::document;

    fn page(title: &str, body: &str) -> Html {
        document(&format!("<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{body}</p></body></html>"))
    }

    #[test]
    fn a_page_that_only_says_that_there_is_none_is_known_wherever_it_says_so() {
        for (title, body) in [
            ("Town network | Page not found", "Sorry, we could not find that page."),
            ("404 - Town network", "x"),
            ("Oops! That page can't be found.", "It looks like nothing was found at this location."),
            ("Erreur 404", "Cette page n'existe pas"),
            ("שגיאה 404", "הדף שביקשת אינו קיים"),
            ("Fehler 404 - Seite existiert nicht", "x"),
            ("Nuxt app", "Not Found"),
            ("Error", "The page you are looking for does not exist"),
            ("קול קורא", "הדף המבוקש לא נמצא"),
            ("Service unavailable", "We are down for maintenance. Please try again later."),
            ("A wall", "Before you continue, please accept cookies. We use cookies to personalise content."),
        ] {
            assert!(is_shell(&page(title, body)), "{title}");
        }
        let menu = format!("<p>{}</p>", "Our towns, our news, our events, our people. ".repeat(60));
        assert!(is_shell(&page("Page not found | Towns", &menu)), "a long one, by its heading");
    }

    #[test]
    fn a_page_that_says_something_is_none_of_these() {
        for (title, body) in [
            (
                "Call for towns",
                "We use cookies. Municipalities may apply for grants of up to 20,000 euros by 3 March 2027, all over Europe.",
            ),
            ("Grants for road maintenance", "Apply by 3 March 2027."),
            (
                "Fermeture exceptionnelle",
                "Ce site utilise des cookies (politique mise à jour le 22.11.2026). OK Publié le 05/11/2026. Le 1er décembre 2026.",
            ),
            ("Exchange of cities", "We use cookies. You can withdraw your consent at any time. OK 17.11.2026 Open-ended."),
            ("Calls", "There are no open calls at present."),
            ("קולות קוראים", "לא נמצאו קולות קוראים פתוחים"),
            (
                "Call",
                "Documents not found in the archive may be asked for by letter until 3 March 2027, by every town that takes part in the network.",
            ),
        ] {
            assert!(!is_shell(&page(title, body)), "{title}");
        }
    }

    #[test]
    fn the_home_page_in_place_of_another_is_no_answer() {
        let home = |asked: &str, got: &str| is_home_instead(&asked.parse().unwrap(), &got.parse().unwrap());
        for got in ["https://towns.example/", "https://www.towns.example/en/", "https://towns.example/he/index.html"] {
            assert!(home("https://towns.example/apply", got), "{got}");
        }
        assert!(!home("https://towns.example/", "https://towns.example/en"));
        assert!(!home("https://towns.example/index.html", "https://towns.example/"));
        assert!(!home("https://towns.example/apply", "https://towns.example/en/apply"));
        assert!(!home("https://towns.example/award", "https://award.example/"), "a site of its own");
    }
}
