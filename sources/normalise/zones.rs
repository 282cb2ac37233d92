//! Time zones as calls write them: `CET`, `(GMT-4)`, `+0000`, "Brussels time", "לפי שעון ישראל".
//! Answers an IANA name where a place or its clock is named, an offset where only a number is. Knows no dates.

use crate::normalise::dates::lex::{Lexeme, fold};

/// Abbreviations, always written in capitals (`est` is French for "is", `et` for "and").
/// CET and CEST both mean the wall clock of Brussels: calls write CET in summer too and mean the local hour.
const ABBREVIATIONS: [(&str, &str); 29] = [
    ("CET", "Europe/Brussels"),
    ("CEST", "Europe/Brussels"),
    ("MEZ", "Europe/Berlin"),
    ("MESZ", "Europe/Berlin"),
    ("HEC", "Europe/Paris"),
    ("EET", "Europe/Athens"),
    ("EEST", "Europe/Athens"),
    ("WET", "Europe/Lisbon"),
    ("WEST", "Europe/Lisbon"),
    ("BST", "Europe/London"),
    // The service works for Israel: IST is taken for its clock, not India's.
    ("IST", "Asia/Jerusalem"),
    ("IDT", "Asia/Jerusalem"),
    ("MSK", "Europe/Moscow"),
    ("ET", "America/New_York"),
    ("EST", "America/New_York"),
    ("EDT", "America/New_York"),
    ("CT", "America/Chicago"),
    ("CST", "America/Chicago"),
    ("CDT", "America/Chicago"),
    ("MT", "America/Denver"),
    ("MST", "America/Denver"),
    ("MDT", "America/Denver"),
    ("PT", "America/Los_Angeles"),
    ("PST", "America/Los_Angeles"),
    ("PDT", "America/Los_Angeles"),
    ("JST", "Asia/Tokyo"),
    ("KST", "Asia/Seoul"),
    ("AEST", "Australia/Sydney"),
    // "Anywhere on Earth": over when the day is over everywhere.
    ("AOE", "-12:00"),
];

/// Places whose clock calls name, folded; several spellings each.
const PLACES: [(&str, &str); 32] = [
    ("brussels bruxelles brussel brusseler bruselas bruessel brüssel brüsseler בריסל بروكسل", "Europe/Brussels"),
    ("paris parigi פריז باريس france française francaise", "Europe/Paris"),
    ("berlin berliner ברלין برلين german germany deutsche", "Europe/Berlin"),
    ("madrid barcelona מדריד مدريد peninsular española", "Europe/Madrid"),
    ("london londres londra לונדון لندن uk british", "Europe/London"),
    ("rome roma rom רומא روما italian", "Europe/Rome"),
    ("geneva genève ז'נבה جنيف ginebra zurich zürich", "Europe/Zurich"),
    ("vienna wien וינה فيينا wiener viena vienne", "Europe/Vienna"),
    ("jerusalem israel israeli ישראל ירושלים القدس", "Asia/Jerusalem"),
    ("amsterdam dutch", "Europe/Amsterdam"),
    ("luxembourg luxemburg", "Europe/Luxembourg"),
    ("strasbourg straßburg estrasburgo", "Europe/Paris"),
    ("lisbon lisboa lisbonne lissabon", "Europe/Lisbon"),
    ("warsaw warszawa warschau", "Europe/Warsaw"),
    ("athens athen אתונה اثينا athènes atenas", "Europe/Athens"),
    ("copenhagen", "Europe/Copenhagen"),
    ("stockholm", "Europe/Stockholm"),
    ("oslo", "Europe/Oslo"),
    ("helsinki", "Europe/Helsinki"),
    ("dublin irish", "Europe/Dublin"),
    ("prague praha prag", "Europe/Prague"),
    ("budapest", "Europe/Budapest"),
    ("moscow", "Europe/Moscow"),
    ("istanbul ankara איסטנבול اسطنبول turkish", "Europe/Istanbul"),
    ("washington eastern", "America/New_York"),
    ("central", "America/Chicago"),
    ("mountain", "America/Denver"),
    ("pacific", "America/Los_Angeles"),
    ("beijing shanghai guangzhou china peking", "Asia/Shanghai"),
    ("tokyo japan", "Asia/Tokyo"),
    ("seoul korea", "Asia/Seoul"),
    ("cairo cairene القاهرة", "Africa/Cairo"),
];

/// A place's clock is meant only where one of these stands beside it (or it stands alone in brackets).
const CLOCK_WORDS: [&str; 12] =
    ["time", "heure", "hora", "ora", "zeit", "ortszeit", "שעון", "tijd", "czasu", "czas", "بتوقيت", "توقيت"];

/// Small words inside a zone's name.
const FILLERS: [&str; 21] = [
    "local",
    "locale",
    "lokale",
    "standard",
    "daylight",
    "summer",
    "the",
    "in",
    "at",
    "de",
    "d",
    "di",
    "del",
    "לפי",
    "uhr",
    "new",
    "york",
    "tel",
    "aviv",
    "לשעון",
    "hours",
];

/// How many lexemes a zone's name may take, brackets included.
const LONGEST_NAME: usize = 8;

/// A whole day behind or ahead is no offset: the widest in use is +14:00.
const WIDEST_OFFSET: u32 = 14 * 60;

/// The zone that starts at lexeme `at`, and the lexeme after it.
pub(in crate::normalise) fn zone_at(text: &str, lexemes: &[Lexeme], at: usize) -> Option<(String, usize)> {
    let first = lexemes.get(at)?;
    match first.mark() {
        Some('(' | '[') => {
            let (zone, next) = bare(text, lexemes, at + 1, true)?;
            let closed = lexemes[next..].iter().take(LONGEST_NAME).position(|l| matches!(l.mark(), Some(')' | ']')));
            Some((zone, closed.map_or(next, |offset| next + offset + 1)))
        }
        Some(',' | '|' | '_') => bare(text, lexemes, at + 1, false),
        Some('+' | '-' | '−') | None => bare(text, lexemes, at, false),
        Some(_) => None,
    }
}

fn bare(text: &str, lexemes: &[Lexeme], at: usize, bracketed: bool) -> Option<(String, usize)> {
    let first = lexemes.get(at)?;
    let raw = &text[first.start..first.end];
    if matches!(first.mark(), Some('+' | '-' | '−')) {
        // A bare sign needs the full form: `+0200`, `-04:00`; `-5` is anything.
        return offset(lexemes, at, true);
    }
    if matches!(first.word(), "utc" | "gmt" | "z") && (first.word() != "z" || !first.spaced && raw == "Z") {
        if let Some((offset, next)) = offset(lexemes, at + 1, false) {
            return Some((offset, next));
        }
        return Some(("UTC".to_owned(), at + 1));
    }
    if let Some(zone) = abbreviation(raw) {
        return Some((zone.to_owned(), after_abbreviation(text, lexemes, at + 1)));
    }
    if first.word() == "anywhere" && lexemes.get(at + 2).is_some_and(|l| l.word() == "earth") {
        return Some(("-12:00".to_owned(), at + 3));
    }
    place(lexemes, at, bracketed)
}

fn abbreviation(raw: &str) -> Option<&'static str> {
    if raw == "AoE" {
        return Some("-12:00");
    }
    ABBREVIATIONS.iter().find(|(short, _)| *short == raw).map(|(_, zone)| *zone)
}

/// `CET/CEST`, `CET (UTC+1)`, `CET (Brussels)`, `CET time`: the rest says the same again.
fn after_abbreviation(text: &str, lexemes: &[Lexeme], mut at: usize) -> usize {
    let raw = |at: usize| lexemes.get(at).map(|l| &text[l.start..l.end]);
    if lexemes.get(at).is_some_and(|l| l.mark() == Some('/')) && raw(at + 1).is_some_and(|word| abbreviation(word).is_some()) {
        at += 2;
    }
    if lexemes.get(at).is_some_and(|l| l.word() == "time") {
        at += 1;
    }
    if lexemes.get(at).is_some_and(|l| l.mark() == Some('('))
        && let Some((_, next)) = zone_at(text, lexemes, at)
    {
        at = next;
    }
    at
}

/// `+1`, `-04`, `+0530`, `+08:00` → `+08:00`.
fn offset(lexemes: &[Lexeme], at: usize, full: bool) -> Option<(String, usize)> {
    let sign = match lexemes.get(at)?.mark()? {
        '+' => '+',
        '-' | '−' => '-',
        _ => return None,
    };
    let number = lexemes.get(at + 1).filter(|l| !l.spaced)?;
    let (value, digits) = number.number()?;
    let (hours, minutes, next) = match digits {
        4 => (value / 100, value % 100, at + 2),
        1 | 2 => match (lexemes.get(at + 2).and_then(Lexeme::mark), lexemes.get(at + 3).and_then(Lexeme::number)) {
            (Some(':'), Some((minutes, 2))) => (value, minutes, at + 4),
            _ if full => return None,
            _ => (value, 0, at + 2),
        },
        _ => return None,
    };
    (minutes < 60 && hours * 60 + minutes <= WIDEST_OFFSET).then(|| (format!("{sign}{hours:02}:{minutes:02}"), next))
}

fn place(lexemes: &[Lexeme], at: usize, bracketed: bool) -> Option<(String, usize)> {
    let (mut zone, mut clock, mut next) = (None, bracketed, at);
    for (index, lexeme) in lexemes.iter().enumerate().skip(at).take(LONGEST_NAME) {
        let word = lexeme.word();
        if let Some(found) = (zone.is_none()).then(|| place_named(word)).flatten() {
            zone = Some(found);
            next = index + 1;
        } else if CLOCK_WORDS.contains(&word) {
            clock = true;
            next = index + 1;
        } else if word.is_empty() && lexeme.mark() != Some('\'') && lexeme.mark() != Some('’')
            || !word.is_empty() && !FILLERS.contains(&word)
        {
            break;
        }
    }
    zone.filter(|_| clock).map(|zone| (zone.to_owned(), next))
}

fn place_named(word: &str) -> Option<&'static str> {
    if word.is_empty() {
        return None;
    }
    match word {
        "york" => return Some("America/New_York"),
        "aviv" => return Some("Asia/Jerusalem"),
        _ => {}
    }
    PLACES.iter().find(|(names, _)| names.split(' ').any(|name| name == word || fold(name) == word)).map(|(_, zone)| *zone)
}
