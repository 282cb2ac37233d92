//! The columns of the table of readers: their names, the headings that an office writes over them, and how their cells are read.

use std::collections::BTreeMap;

use serde_json::Value;
use sources::lexicon::Lexicon;

use super::cells;
use super::{Mistake, Sheet, What};

/// One column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    Slug,
    Code,
    NameHe,
    NameEn,
    NameAr,
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
    LeadTimes,
    Calendars,
    Capacity,
    EuPlace,
    Member,
}

/// A cell's text and the word lists in, a member of the profile out, or what is wrong.
pub(super) type Read = fn(&str, &Lexicon) -> Result<Value, What>;

impl Column {
    /// All, in the order in which they are written.
    pub const ALL: [Self; 30] = [
        Self::Slug,
        Self::Code,
        Self::NameHe,
        Self::NameEn,
        Self::NameAr,
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
        Self::LeadTimes,
        Self::Calendars,
        Self::Capacity,
        Self::EuPlace,
        Self::Member,
    ];

    /// As it is written, and the name of the profile's member where it is one.
    pub fn name(self) -> &'static str {
        self.names()[0]
    }

    /// The name first, then what offices write.
    pub(super) fn names(self) -> &'static [&'static str] {
        match self {
            Self::Slug => &["slug", "מזהה"],
            Self::Code => &["code", "סמל", "סמל יישוב", "סמל רשות", "קוד"],
            Self::NameHe => &[
                "name_he",
                "רשות",
                "הרשות",
                "שם הרשות",
                "שם רשות",
                "רשות מקומית",
                "הרשות המקומית",
                "שם הרשות המקומית",
                "שם הגוף",
                "שם היישוב",
                "יישוב",
                "עירייה",
                BARE_NAME,
            ],
            Self::NameEn => &["name_en", "שם באנגלית"],
            Self::NameAr => &["name_ar", "שם בערבית"],
            Self::Type => &["type", "סוג", "מעמד", "מעמד מוניציפלי"],
            Self::District => &["district", "מחוז"],
            Self::Population => &["population", "אוכלוסייה", "אוכלוסיה", "תושבים", "מספר תושבים"],
            Self::ContactName => &["contact_name", "איש קשר", "אשת קשר", "שם איש הקשר", "שם איש קשר", ROLE],
            Self::ContactEmail => {
                &["contact_email", "דוא\"ל", "דואל", "דואר אלקטרוני", "מייל", "אימייל", "כתובת מייל", "כתובת דוא\"ל"]
            }
            Self::ContactLanguage => &["contact_language", "שפת איש הקשר", "שפה"],
            Self::ContactFrequency => &["contact_frequency", "תדירות"],
            Self::ContactTopics => &["contact_topics", "תחומי איש הקשר", "תחומי אחריות"],
            Self::ConsentWho => &["consent_who", "הסכמה", "מי הסכים"],
            Self::ConsentAt => &["consent_at", "תאריך הסכמה", "תאריך ההסכמה", "מועד ההסכמה", "הסכמה - תאריך", "הסכמה – תאריך"],
            Self::ConsentHow => &["consent_how", "אופן ההסכמה", "איך"],
            Self::Language => &["language", "שפת הרשות"],
            Self::Topics => &["topics", "תחומים", "תחומי עניין"],
            Self::Kinds => &["kinds", "סוגי הזדמנויות"],
            Self::Countries => &["countries", "מדינות"],
            Self::TwinCities => &["twin_cities", "ערים תאומות"],
            Self::WordsWanted => &["words_wanted", "מילים רצויות"],
            Self::WordsUnwanted => &["words_unwanted", "מילים לא רצויות"],
            Self::MinAmount => &["min_amount", "סכום מזערי"],
            Self::Priorities => &["priorities_he", "סדרי עדיפויות", "עדיפויות ראש הרשות"],
            Self::LeadTimes => &["lead_times", "ימי הכנה", "ימי עבודה להכנה", "מליאה; ייעוץ משפטי; גזברות"],
            Self::Calendars => &["calendars", "לוח חגים", "לוחות חגים", "חגים"],
            Self::Capacity => &["capacity", "יכולת הגשה", "היקף הצוות"],
            Self::EuPlace => &["eu_place", "סעיף הטריטוריה"],
            Self::Member => &["member", "רשות חברה", "חברה", "חברה במרכז"],
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
    (Column::Kinds, cells::kinds),
    (Column::Countries, cells::countries),
    (Column::TwinCities, cells::twin_cities),
    (Column::WordsWanted, cells::words),
    (Column::WordsUnwanted, cells::words),
    (Column::MinAmount, cells::amount),
    (Column::Priorities, cells::text),
    (Column::LeadTimes, cells::lead_times),
    (Column::Calendars, cells::calendars),
    (Column::Capacity, cells::capacity),
    (Column::EuPlace, cells::eu_place),
    (Column::Member, cells::member),
];

/// What belongs to a contact alone, with the member's name.
pub(super) const CONTACT: &[(Column, &str, Read)] = &[
    (Column::ContactName, "name", cells::name),
    (Column::ContactLanguage, "language", cells::language),
    (Column::ContactFrequency, "frequency", cells::frequency),
];

/// A name without saying whose: the authority's where no other column names it, else the person's.
const BARE_NAME: &str = "שם";

/// What a contact is there: beside the name where another column has that, else all that is known of who it is.
const ROLE: &str = "תפקיד";

/// Rows above the headings at most: a title, a date, an empty line.
pub(super) const MOST_ABOVE: usize = 10;

/// The columns of a table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Headings<'a> {
    /// As they are written.
    pub(super) written: &'a [String],
    /// Where each column stands.
    pub(super) at: BTreeMap<Column, usize>,
    /// Where the contact's role stands, in a table that has the name as well.
    pub(super) role: Option<usize>,
    /// Headings that are not ours: what stands under them is not read, and whoever sent the table is told so.
    pub(super) skipped: Vec<String>,
    /// How many rows of the table stand above them, or are they.
    pub(super) rows: usize,
}

/// The row that names most columns is that of the headings: an office writes a title above it.
pub(super) fn headings(sheet: &Sheet) -> Result<Headings<'_>, Vec<Mistake>> {
    let rows = std::iter::once((1, &sheet.headings)).chain(sheet.rows.iter().map(|(row, cells)| (*row, cells)));
    let candidates = rows.take(MOST_ABOVE).enumerate().map(|(above, (row, cells))| {
        let known = cells.iter().filter(|cell| Column::of(cell).is_some()).count();
        (known, above, row, cells)
    });
    // Of equals the first.
    let best = candidates.max_by_key(|(known, above, ..)| (*known, std::cmp::Reverse(*above)));
    let Some((_, above, row, written)) = best.filter(|(known, ..)| *known > 0) else {
        return Err(vec![Mistake { row: 1, column: String::new(), what: What::of("no_headings") }]);
    };
    let mut found = Headings { written, at: BTreeMap::new(), role: None, skipped: Vec::new(), rows: above };
    let mut mistakes = Vec::new();
    let is_bare = |heading: &str| plain(heading) == BARE_NAME;
    let is_role = |heading: &str| plain(heading) == ROLE;
    // The bare name and the role last, in this order: what they are depends on the others.
    let mut headings: Vec<_> = written.iter().enumerate().filter(|(_, heading)| !heading.trim().is_empty()).collect();
    headings.sort_by_key(|(_, heading)| (is_role(heading), is_bare(heading)));
    for (at, heading) in headings {
        let column = Column::of(heading).map(|column| match column {
            Column::NameHe if is_bare(heading) && found.at.contains_key(&Column::NameHe) => Column::ContactName,
            column => column,
        });
        match column {
            None => found.skipped.push(heading.trim().to_owned()),
            Some(Column::ContactName)
                if is_role(heading) && found.role.is_none() && found.at.contains_key(&Column::ContactName) =>
            {
                found.role = Some(at);
            }
            Some(column) if found.at.contains_key(&column) => {
                mistakes.push(Mistake { row, column: heading.trim().to_owned(), what: What::of("heading_twice") });
            }
            Some(column) => drop(found.at.insert(column, at)),
        }
    }
    if mistakes.is_empty() { Ok(found) } else { Err(mistakes) }
}

/// Is it one of ours?
pub(super) fn is_heading(written: &str) -> bool {
    Column::of(written).is_some()
}

/// Quotation marks of every kind are one, case and spaces do not count.
fn plain(heading: &str) -> String {
    let letters = heading
        .chars()
        .filter(|c| !matches!(c, '"' | '״' | '”' | '“' | '\'' | '׳' | '*' | ':' | '\u{FEFF}' | '\u{200E}' | '\u{200F}'));
    letters.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
