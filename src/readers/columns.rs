//! The columns of the table of readers: their names, the headings that an office writes over them, and how their cells are read.

use std::collections::BTreeMap;

use serde_json::Value;
use sources::lexicon::Lexicon;

use super::cells;
use super::{Mistake, What};

/// One column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    Slug,
    Code,
    NameHe,
    NameEn,
    Type,
    District,
    Population,
    ContactName,
    ContactEmail,
    ContactLanguage,
    ContactFrequency,
    ContactTopics,
    ConsentWho,
    ConsentAt,
    ConsentHow,
    Language,
    Topics,
    Kinds,
    Countries,
    TwinCities,
    WordsWanted,
    WordsUnwanted,
    MinAmount,
    Priorities,
}

/// A cell's text and the word lists in, a member of the profile out, or what is wrong.
pub(super) type Read = fn(&str, &Lexicon) -> Result<Value, What>;

impl Column {
    /// All, in the order in which they are written.
    pub const ALL: [Self; 24] = [
        Self::Slug,
        Self::Code,
        Self::NameHe,
        Self::NameEn,
        Self::Type,
        Self::District,
        Self::Population,
        Self::ContactName,
        Self::ContactEmail,
        Self::ContactLanguage,
        Self::ContactFrequency,
        Self::ContactTopics,
        Self::ConsentWho,
        Self::ConsentAt,
        Self::ConsentHow,
        Self::Language,
        Self::Topics,
        Self::Kinds,
        Self::Countries,
        Self::TwinCities,
        Self::WordsWanted,
        Self::WordsUnwanted,
        Self::MinAmount,
        Self::Priorities,
    ];

    /// As it is written, and the name of the profile's member where it is one.
    pub fn name(self) -> &'static str {
        self.names()[0]
    }

    /// The name first, then what offices write.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Slug => &["slug", "מזהה"],
            Self::Code => &["code", "סמל", "סמל יישוב", "סמל רשות", "קוד"],
            Self::NameHe => &["name_he", "רשות", "שם הרשות", "שם רשות", "הרשות המקומית", "שם הגוף", "שם"],
            Self::NameEn => &["name_en", "שם באנגלית"],
            Self::Type => &["type", "סוג", "מעמד", "מעמד מוניציפלי"],
            Self::District => &["district", "מחוז"],
            Self::Population => &["population", "אוכלוסייה", "אוכלוסיה", "תושבים", "מספר תושבים"],
            Self::ContactName => &["contact_name", "איש קשר", "אשת קשר", "שם איש הקשר", "שם איש קשר", "תפקיד"],
            Self::ContactEmail => {
                &["contact_email", "דוא\"ל", "דואל", "דואר אלקטרוני", "מייל", "אימייל", "כתובת מייל", "כתובת דוא\"ל"]
            }
            Self::ContactLanguage => &["contact_language", "שפת איש הקשר", "שפה"],
            Self::ContactFrequency => &["contact_frequency", "תדירות"],
            Self::ContactTopics => &["contact_topics", "תחומי איש הקשר", "תחומי אחריות"],
            Self::ConsentWho => &["consent_who", "הסכמה", "מי הסכים"],
            Self::ConsentAt => &["consent_at", "תאריך הסכמה", "מועד ההסכמה"],
            Self::ConsentHow => &["consent_how", "אופן ההסכמה"],
            Self::Language => &["language", "שפת הרשות"],
            Self::Topics => &["topics", "תחומים", "תחומי עניין"],
            Self::Kinds => &["kinds", "סוגי הזדמנויות"],
            Self::Countries => &["countries", "מדינות"],
            Self::TwinCities => &["twin_cities", "ערים תאומות"],
            Self::WordsWanted => &["words_wanted", "מילים רצויות"],
            Self::WordsUnwanted => &["words_unwanted", "מילים לא רצויות"],
            Self::MinAmount => &["min_amount", "סכום מזערי"],
            Self::Priorities => &["priorities_he", "סדרי עדיפויות", "עדיפויות ראש הרשות"],
        }
    }

    fn of(heading: &str) -> Option<Self> {
        let written = plain(heading);
        Self::ALL.into_iter().find(|column| column.names().iter().any(|name| plain(name) == written))
    }
}

/// What municipalities wish, with how it is read.
pub(super) const WISHES: &[(Column, Read)] = &[
    (Column::Language, cells::language),
    (Column::Topics, cells::weighed_topics),
    (Column::Kinds, cells::kinds),
    (Column::Countries, cells::countries),
    (Column::TwinCities, cells::twin_cities),
    (Column::WordsWanted, cells::words),
    (Column::WordsUnwanted, cells::words),
    (Column::MinAmount, cells::amount),
    (Column::Priorities, cells::text),
];

/// What belongs to a contact alone, with the member's name.
pub(super) const CONTACT: &[(Column, &str, Read)] = &[
    (Column::ContactName, "name", cells::text),
    (Column::ContactLanguage, "language", cells::language),
    (Column::ContactFrequency, "frequency", cells::frequency),
    (Column::ContactTopics, "topics", cells::topics),
];

/// Where each column stands. A heading that nobody knows is a mistake: what stands under it would be lost without a word.
pub(super) fn headings(written: &[String]) -> Result<BTreeMap<Column, usize>, Vec<Mistake>> {
    let mut found = BTreeMap::new();
    let mut mistakes = Vec::new();
    for (at, heading) in written.iter().enumerate().filter(|(_, heading)| !heading.trim().is_empty()) {
        let wrong = |code| Mistake { row: 1, column: heading.trim().to_owned(), what: What::of(code) };
        match Column::of(heading) {
            None => mistakes.push(wrong("unknown_heading")),
            Some(column) if found.contains_key(&column) => mistakes.push(wrong("heading_twice")),
            Some(column) => drop(found.insert(column, at)),
        }
    }
    if found.is_empty() && mistakes.is_empty() {
        mistakes.push(Mistake { row: 1, column: String::new(), what: What::of("no_headings") });
    }
    if mistakes.is_empty() { Ok(found) } else { Err(mistakes) }
}

/// Quotation marks of every kind are one, case and spaces do not count.
fn plain(heading: &str) -> String {
    let letters = heading
        .chars()
        .filter(|c| !matches!(c, '"' | '״' | '”' | '“' | '\'' | '׳' | '*' | ':' | '\u{FEFF}' | '\u{200E}' | '\u{200F}'));
    letters.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
