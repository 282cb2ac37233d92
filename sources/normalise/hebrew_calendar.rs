//! Dates of the Hebrew calendar, as municipal letters head themselves: `כ"ג באדר תשפ"ז`.
//! Letters to numbers and Hebrew dates to civil ones; finding them in a text is the business of `dates`.

use chrono::NaiveDate;
use icu_calendar::types::Month;
use icu_calendar::{Date, Iso};

/// The current millennium, left out in almost all writing (`תשפ"ז` is 5787).
const MILLENNIUM: u32 = 5000;

/// A Hebrew month, as named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HebrewMonth {
    number: u8,
    leap: bool,
}

/// The value of a word written in Hebrew numerals with gershayim or geresh (`כ"ג`, `ה'`), or `None` for ordinary words.
pub fn numeral(word: &str) -> Option<u32> {
    if !word.ends_with('\'') && !word.contains('"') {
        return None;
    }
    let (letters, marked) = match word.strip_suffix('\'') {
        Some(single) if single.chars().count() == 1 => (single.to_owned(), true),
        _ => (word.replace(['"', '\''], ""), word.contains('"')),
    };
    if !marked || letters.is_empty() {
        return None;
    }
    let mut total = 0;
    let mut last = u32::MAX;
    for letter in letters.chars() {
        let value = letter_value(letter)?;
        if value > last {
            return None;
        }
        last = value;
        total += value;
    }
    Some(total)
}

/// The year that a word names, with or without the thousands (`תשפ"ז`, `ה'תשפ"ז`, `התשפ"ז`, `בתשפ"ז`).
pub fn year(word: &str) -> Option<u32> {
    let bare = word.strip_prefix("ה'").or_else(|| word.strip_prefix('ה')).or_else(|| word.strip_prefix('ב')).unwrap_or(word);
    // Years of the last hundred and the coming hundred years begin with ת (5700 and on).
    if !bare.starts_with("תש") && !bare.starts_with("תת") {
        return None;
    }
    numeral(bare).map(|value| MILLENNIUM + value)
}

/// The month that a word names; Hebrew prefixes (`באדר`) are the caller's to take off. `second` is the next word, for `אדר א'`.
pub fn month(word: &str, second: &str) -> Option<(HebrewMonth, usize)> {
    let plain = |number| Some((HebrewMonth { number, leap: false }, 1));
    match word {
        "תשרי" => plain(1),
        "חשוון" | "חשון" | "מרחשוון" | "מרחשון" => plain(2),
        "כסלו" | "כסליו" => plain(3),
        "טבת" => plain(4),
        "שבט" => plain(5),
        "אדר" => match second {
            "א'" => Some((HebrewMonth { number: 5, leap: true }, 2)),
            "ב'" => Some((HebrewMonth { number: 6, leap: false }, 2)),
            _ => plain(6),
        },
        "ניסן" => plain(7),
        "אייר" | "איר" => plain(8),
        "סיוון" | "סיון" => plain(9),
        "תמוז" => plain(10),
        "אב" | "מנחם" => plain(11),
        "אלול" => plain(12),
        _ => None,
    }
}

/// The civil date of a Hebrew one; `None` where that day does not exist in that year.
pub fn civil(year: u32, month: HebrewMonth, day: u32) -> Option<NaiveDate> {
    let named = if month.leap { Month::leap(month.number) } else { Month::new(month.number) };
    let date = Date::try_new_hebrew_v2(i32::try_from(year).ok()?, named, u8::try_from(day).ok()?).ok()?;
    let iso = date.to_calendar(Iso);
    NaiveDate::from_ymd_opt(iso.year().extended_year(), u32::from(iso.month().ordinal), u32::from(iso.day_of_month().0))
}

fn letter_value(letter: char) -> Option<u32> {
    Some(match letter {
        'א' => 1,
        'ב' => 2,
        'ג' => 3,
        'ד' => 4,
        'ה' => 5,
        'ו' => 6,
        'ז' => 7,
        'ח' => 8,
        'ט' => 9,
        'י' => 10,
        'כ' | 'ך' => 20,
        'ל' => 30,
        'מ' | 'ם' => 40,
        'נ' | 'ן' => 50,
        'ס' => 60,
        'ע' => 70,
        'פ' | 'ף' => 80,
        'צ' | 'ץ' => 90,
        'ק' => 100,
        'ר' => 200,
        'ש' => 300,
        'ת' => 400,
        _ => return None,
    })
}
