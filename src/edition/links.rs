//! The signed addresses of one letter: its web copy, its acts, its end.

use crate::act::{ActKeys, Grant, Purpose};
use crate::address::in_language;
use crate::address::segment;
use crate::i18n::Language;

/// Makes the addresses of the letter `delivery`.
pub(super) struct Links<'a> {
    pub(super) keys: &'a ActKeys,
    pub(super) public_url: &'a str,
    pub(super) delivery: &'a str,
    pub(super) language: Language,
}

impl Links<'_> {
    /// What can be said of a record, in the order in which a letter offers it.
    pub(super) fn acts(&self, record: &str) -> Vec<(Purpose, String)> {
        let acts = Purpose::OF_ITEM.into_iter().filter_map(|purpose| Some((purpose, self.act(purpose, record)?)));
        acts.chain(self.mayor(record).map(|address| (Purpose::Mayor, address))).collect()
    }

    /// What can be said once its date has passed.
    pub(super) fn outcomes(&self, record: &str) -> Vec<(Purpose, String)> {
        Purpose::OUTCOMES.into_iter().filter_map(|purpose| Some((purpose, self.act(purpose, record)?))).collect()
    }

    /// The page about a record that goes to the mayor.
    fn mayor(&self, record: &str) -> Option<String> {
        Some(self.spoken(&format!("/mayor/{}", self.token(Purpose::Mayor, record)?)))
    }

    /// Our own page about it.
    pub(super) fn page(&self, record: &str) -> String {
        // It speaks no Arabic.
        in_language(&format!("{}/o/{}", self.base(), segment(record)), Language::for_staff(self.language.code()))
    }

    /// The form of the municipality's interests.
    pub(super) fn profile(&self) -> Option<String> {
        Some(self.spoken(&format!("/profile/{}", self.token(Purpose::Profile, "")?)))
    }

    /// Where the letters end.
    pub(super) fn unsubscribe(&self) -> Option<String> {
        self.act(Purpose::Unsubscribe, "")
    }

    /// The letter's copy on the web.
    pub(super) fn copy(&self) -> Option<String> {
        Some(format!("{}/letter/{}", self.base(), self.token(Purpose::Read, "")?))
    }

    fn act(&self, purpose: Purpose, record: &str) -> Option<String> {
        Some(self.spoken(&format!("/act/{}", self.token(purpose, record)?)))
    }

    fn token(&self, purpose: Purpose, record: &str) -> Option<String> {
        self.keys.sign(&Grant { purpose, delivery: self.delivery.to_owned(), record: record.to_owned() })
    }

    /// A page of ours in the letter's language.
    fn spoken(&self, path: &str) -> String {
        in_language(&format!("{}{path}", self.base()), self.language)
    }

    fn base(&self) -> &str {
        self.public_url.trim_end_matches('/')
    }
}
