//! One cell's text understood: codes, names in either language, lists parted by semicolons.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};
use sources::lexicon::Lexicon;

use super::What;
use crate::clean;
use crate::clock::start_of;
use crate::digest::filled::MOST_LEAD_DAYS;
use crate::kinds;

/// Types of readers, with what offices write.
const TYPES: [(&str, &[&str]); 5] = [
    ("city", &["עיר", "עירייה", "עיריה"]),
    ("local_council", &["מועצה מקומית"]),
    ("regional_council", &["מועצה אזורית"]),
    ("professional_association", &["איגוד", "איגוד מקצועי"]),
    ("forum_member", &["פורום", "חבר פורום", "משרד ממשלה"]),
];

/// Languages that a letter is written in.
const LANGUAGES: [(&str, &[&str]); 3] =
    [("he", &["עברית", "hebrew"]), ("en", &["אנגלית", "english"]), ("ar", &["ערבית", "arabic"])];

const FREQUENCIES: [(&str, &[&str]); 2] =
    [("weekly", &["שבועי", "שבועית", "פעם בשבוע"]), ("urgent", &["דחוף", "מיד", "מיידי", "מיידית"])];

const CAPACITIES: [(&str, &[&str]); 3] =
    [("small", &["קטנה", "קטן"]), ("medium", &["בינונית", "בינוני"]), ("large", &["גדולה", "גדול"])];

const FAITHS: [(&str, &[&str]); 4] = [
    ("jewish", &["יהודי", "יהודים", "יהודית"]),
    ("muslim", &["מוסלמי", "מוסלמים", "מוסלמית"]),
    ("christian", &["נוצרי", "נוצרים", "נוצרית"]),
    ("druze", &["דרוזי", "דרוזים", "דרוזית"]),
];

/// Whether the territorial clause bears on the place: `yes` says that EU money may go there.
const EU_PLACES: [(&str, &[&str]); 2] = [("yes", &["לא חל", "אינו חל"]), ("conditional", &["חל"])];

const YES_OR_NO: [(&str, &[&str]); 2] = [("yes", &["כן", "חברה", "true", "1"]), ("no", &["לא", "אינה חברה", "false", "0"])];

/// Longest text of a cell, in characters.
const LONGEST: usize = 1_000;
/// Longest word or phrase that is looked for.
const LONGEST_WORD: usize = 80;

pub(super) fn entries(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '\n', '|']).map(str::trim).filter(|entry| !entry.is_empty())
}

fn one_of(text: &str, all: &'static [(&'static str, &'static [&'static str])]) -> Result<&'static str, What> {
    let is_meant = |(code, names): &&(&str, &[&str])| {
        code.eq_ignore_ascii_case(text) || names.iter().any(|name| name.eq_ignore_ascii_case(text))
    };
    let codes = || {
        all.iter()
            .map(|(code, names)| clean::isolate(&format!("{} ({code})", names.first().unwrap_or(code))))
            .collect::<Vec<_>>()
            .join(", ")
    };
    all.iter().find(is_meant).map(|(code, _)| *code).ok_or_else(|| What::about("no_choice", text).choices(codes()))
}

pub(super) fn kind_of_reader(text: &str) -> Result<&'static str, What> {
    one_of(text, &TYPES)
}

pub(super) fn language(text: &str, _: &Lexicon) -> Result<Value, What> {
    one_of(text, &LANGUAGES).map(Value::from)
}

pub(super) fn frequency(text: &str, _: &Lexicon) -> Result<Value, What> {
    one_of(text, &FREQUENCIES).map(Value::from)
}

pub(super) fn kinds(text: &str, _: &Lexicon) -> Result<Value, What> {
    entries(text).map(|entry| one_of(entry, &kinds::NAMES)).collect::<Result<Vec<_>, _>>().map(|kinds| json!(kinds))
}

pub(super) fn whole(text: &str) -> Result<u64, What> {
    let digits: String = text.chars().filter(|c| *c != ',' && !c.is_whitespace()).collect();
    digits.parse().map_err(|_| What::about("no_number", text))
}

pub(super) fn amount(text: &str, _: &Lexicon) -> Result<Value, What> {
    let digits: String = text.chars().filter(|c| *c != ',' && !c.is_whitespace()).collect();
    let amount: Option<f64> = digits.parse().ok().filter(|sum: &f64| sum.is_finite() && *sum >= 0.0);
    amount.map(Value::from).ok_or_else(|| What::about("no_sum", text))
}

/// `14; 5; 5`: working days of the council, the legal adviser and the treasurer.
pub(super) fn lead_times(text: &str, _: &Lexicon) -> Result<Value, What> {
    let days: Option<Vec<u16>> = entries(text).map(|entry| entry.parse().ok().filter(|days| *days <= MOST_LEAD_DAYS)).collect();
    match days.as_deref() {
        Some([council, legal, treasurer]) => Ok(json!({"council": council, "legal": legal, "treasurer": treasurer})),
        _ => Err(What::about("no_lead_times", text)),
    }
}

pub(super) fn calendars(text: &str, _: &Lexicon) -> Result<Value, What> {
    entries(text).map(|entry| one_of(entry, &FAITHS)).collect::<Result<Vec<_>, _>>().map(|faiths| json!(faiths))
}

pub(super) fn capacity(text: &str, _: &Lexicon) -> Result<Value, What> {
    one_of(text, &CAPACITIES).map(Value::from)
}

pub(super) fn eu_place(text: &str, _: &Lexicon) -> Result<Value, What> {
    one_of(text, &EU_PLACES).map(Value::from)
}

pub(super) fn member(text: &str, _: &Lexicon) -> Result<Value, What> {
    one_of(text, &YES_OR_NO).map(|answer| Value::from(answer == "yes"))
}

pub(super) fn text(text: &str, _: &Lexicon) -> Result<Value, What> {
    if text.chars().count() > LONGEST {
        return Err(What::of("too_long").with("most", &LONGEST.to_string()));
    }
    Ok(Value::from(text))
}

/// What somebody is called: a line, without what turns round its neighbours.
pub(super) fn name(written: &str, lexicon: &Lexicon) -> Result<Value, What> {
    text(written, lexicon).map(|_| Value::from(clean::line(written)))
}

pub(super) fn words(text: &str, _: &Lexicon) -> Result<Value, What> {
    if let Some(long) = entries(text).find(|entry| entry.chars().count() > LONGEST_WORD) {
        return Err(What::about("no_word", long));
    }
    Ok(json!(entries(text).collect::<Vec<_>>()))
}

pub(super) fn countries(text: &str, lexicon: &Lexicon) -> Result<Value, What> {
    entries(text).map(|entry| country(entry, lexicon)).collect::<Result<Vec<_>, _>>().map(|codes| json!(codes))
}

/// `Bochum, DE; Antibes, צרפת`.
pub(super) fn twin_cities(text: &str, lexicon: &Lexicon) -> Result<Value, What> {
    let twin = |entry: &str| {
        let (name, land) = entry.split_once(',').ok_or_else(|| What::about("no_twin_country", entry))?;
        Ok::<_, What>(json!({"name": name.trim(), "country": country(land.trim(), lexicon)?}))
    };
    entries(text).map(twin).collect::<Result<Vec<_>, _>>().map(Value::Array)
}

fn country<'l>(written: &str, lexicon: &'l Lexicon) -> Result<&'l str, What> {
    let found = lexicon.country(written).map(|country| country.code.as_str());
    found.ok_or_else(|| What::about("no_country", written))
}

/// A moment as it is exported, or a day as offices write it.
pub(super) fn moment(text: &str) -> Result<DateTime<Utc>, What> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Ok(at.to_utc());
    }
    let day = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"].iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok());
    day.map(start_of).ok_or_else(|| What::about("no_day", text))
}
