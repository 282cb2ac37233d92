//! A call's title as a letter shows it: in its own language, with the original one beside what staff wrote.

use crate::clean;
use crate::i18n::{Language, Texts};
use crate::record::Record;

/// A title in its own language, and the original one beside it where staff wrote another.
pub(super) struct Title {
    pub(super) text: String,
    pub(super) lang: Option<String>,
    pub(super) dir: &'static str,
    /// Name of the language where it is not the letter's.
    pub(super) mark: Option<String>,
    pub(super) original: Option<Box<Title>>,
}

/// The language of a record's own words, where it can stand in markup.
pub(super) fn lang(record: &Record) -> Option<String> {
    let lang = record.opportunity.lang.as_deref().map(str::to_ascii_lowercase);
    lang.filter(|lang| lang.chars().all(|c| c.is_ascii_alphabetic() || c == '-'))
}

/// The language of a title: what staff wrote in Hebrew letters is Hebrew, whatever the notice is written in.
fn lang_of_title(record: &Record) -> Option<String> {
    let is_staffs = record.locked.iter().any(|field| field == "title") && record.opportunity.title.chars().any(is_hebrew);
    if is_staffs { Some(Language::He.code().to_owned()) } else { lang(record) }
}

impl Title {
    pub(super) fn of(record: &Record, texts: &Texts) -> Self {
        let title = &record.opportunity.title;
        let Some(original) = record.original_title.as_deref().filter(|original| *original != title) else {
            return Self::in_language(title, lang_of_title(record), texts);
        };
        let original = Self::in_language(original, lang(record), texts);
        let hebrew = Language::He.code();
        if !title.chars().any(is_hebrew) {
            // Corrected in its own language: one title is enough.
            return Self::in_language(title, lang(record), texts);
        }
        // A Hebrew title says more to a reader of Arabic here than a German one.
        if texts.language() == Language::En {
            return original;
        }
        Self { original: Some(Box::new(original)), ..Self::in_language(title, Some(hebrew.to_owned()), texts) }
    }

    fn in_language(title: &str, lang: Option<String>, texts: &Texts) -> Self {
        let foreign = lang.as_deref().filter(|lang| *lang != texts.language().code());
        let mark = foreign.map(|lang| texts.find(&format!("letter.language.{lang}")).unwrap_or(lang).to_owned());
        Self { text: clean::line(title), dir: clean::direction(lang.as_deref()), mark, lang, original: None }
    }
}

/// The letters of the Hebrew alphabet.
fn is_hebrew(letter: char) -> bool {
    ('\u{5d0}'..='\u{5ea}').contains(&letter)
}
