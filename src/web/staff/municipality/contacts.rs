//! Who reads the letters: each mailbox with its consent, and whether letters reach it.

use url::form_urlencoded;

use crate::clean;
use crate::code::code;
use crate::digest::profile::{Consent, Contact, Profile};
use crate::i18n::Texts;
use crate::mail::{address_of, is_same_mailbox};
use crate::store::{Bounce, EVERYWHERE, Suppression};
use crate::web::WebState;
use crate::web::pages::wording::{day_of, moment, named};

/// One mailbox.
pub(super) struct Reader {
    pub(super) mailbox: String,
    /// The same as a parameter of an address.
    pub(super) parameter: String,
    pub(super) name: String,
    /// Language, how often, which topics.
    pub(super) reads: String,
    /// Who said yes, when and how; none where nobody did.
    pub(super) consent: Option<String>,
    /// Why no letter goes there, since when; none where letters do.
    pub(super) suspended: Option<String>,
    /// For how many weeks running everything has come back.
    pub(super) failing: Option<String>,
    /// What came back last and still counts.
    pub(super) returned: Option<String>,
}

/// The contacts of a profile.
pub(super) async fn of(state: &WebState, profile: &Profile, texts: &Texts) -> anyhow::Result<Vec<Reader>> {
    let suspended = state.store.suppressions().await?;
    let mailboxes: Vec<&str> = profile.contacts.iter().map(|contact| contact.email.as_str()).collect();
    let returned = state.store.bounces_of(&mailboxes).await?;
    let failing = state.store.failing_mailboxes().await?;
    let is_theirs = |contact: &Contact, mailbox: &str| is_same_mailbox(&contact.email, mailbox);
    let readers = profile.contacts.iter().map(|contact| {
        let stopped = suspended
            .iter()
            .find(|one| is_theirs(contact, &one.contact) && (one.municipality == EVERYWHERE || one.municipality == profile.slug));
        let back: Vec<&Bounce> = returned.iter().filter(|bounce| is_theirs(contact, &bounce.contact)).collect();
        Reader {
            mailbox: clean::line(&contact.email),
            name: clean::line(&contact.name),
            reads: reads(contact, profile, state, texts),
            consent: contact.consent.as_ref().map(|consent| in_words(consent, texts)),
            parameter: form_urlencoded::byte_serialize(contact.email.as_bytes()).collect(),
            suspended: stopped.map(|one| suspension(one, texts)).or_else(|| refusal(contact, texts)),
            failing: failing
                .iter()
                .find(|(mailbox, _)| is_theirs(contact, mailbox))
                .map(|(_, weeks)| texts.n("web.municipality_failing", *weeks as u64, &[])),
            returned: back.first().map(|last| {
                let count = texts.n("web.municipality_returned", back.len() as u64, &[]);
                let said = clean::isolate(&clean::line(&format!("{} {}", last.status, last.said)));
                format!("{count}: {} · {} · {said}", moment(last.at), named(texts, "bounce", last.kind.code()))
            }),
        }
    });
    Ok(readers.collect())
}

/// Who said yes, when and how.
pub(in crate::web::staff) fn in_words(consent: &Consent, texts: &Texts) -> String {
    let how = named(texts, "consent_how", &consent.how);
    // A list that only ticks the consent names nobody.
    let who = Some(clean::line(&consent.who)).filter(|who| !who.is_empty()).map(|who| clean::isolate(&who));
    let parts = [who.unwrap_or_default(), day_of(consent.at), clean::line(&how)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn reads(contact: &Contact, profile: &Profile, state: &WebState, texts: &Texts) -> String {
    let language = if contact.language.is_empty() { &profile.language } else { &contact.language };
    let topics = contact.topics.iter().map(|topic| state.finder.labels.topic(topic, texts.language())).collect::<Vec<_>>();
    let parts = [
        clean::line(&named(texts, "language_name", language)),
        texts.t(&format!("profile.frequency_of.{}", code(contact.frequency)), &[]),
        topics.join(", "),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Why no letter can go to an address that was entered when such were not refused.
fn refusal(contact: &Contact, texts: &Texts) -> Option<String> {
    let code = address_of(&contact.email).err()?.code();
    Some(texts.t(&format!("contact.mistake.{code}"), &[]))
}

fn suspension(one: &Suppression, texts: &Texts) -> String {
    format!("{} · {}", named(texts, "suppressed", one.why.code()), day_of(one.at))
}
