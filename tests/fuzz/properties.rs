//! What holds of the parsers whatever bytes they are given. The fuzzing targets look for bytes that break it; the tests try every
//! file of the committed corpus.

use chrono::{Datelike, NaiveDate};
use sources::normalise::{self, dates as found_dates, money as sums};
use sources::read::{article, decode, feed as feeds, plain};
use url::Url;

/// The languages with month names and cues of their own, and none.
const LANGUAGES: [Option<&str>; 12] = [
    None,
    Some("he"),
    Some("en"),
    Some("fr"),
    Some("de"),
    Some("es"),
    Some("it"),
    Some("pt"),
    Some("nl"),
    Some("pl"),
    Some("ar"),
    Some("en-US"),
];

/// The first byte chooses, the rest is the text.
fn chosen(bytes: &[u8]) -> (usize, String) {
    match bytes.split_first() {
        Some((first, rest)) => (usize::from(*first), String::from_utf8_lossy(rest).into_owned()),
        None => (0, String::new()),
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day of the calendar")
}

fn nowhere() -> Url {
    Url::parse("https://nowhere.example/calls/").expect("an address")
}

/// Dates stand in reading order, quote whole characters of the text, and have years that a person writes, or a form where none is known (9999).
pub(crate) fn dates(bytes: &[u8]) {
    let (choice, text) = chosen(bytes);
    let lang = LANGUAGES[choice % LANGUAGES.len()];
    let found = found_dates::dates(&text, lang, today());
    for date in &found {
        assert!(date.start < date.end, "an empty quote in {text:?}");
        assert!(text.get(date.start..date.end).is_some(), "a quote that cuts a character of {text:?}");
        assert!((1800..=9999).contains(&date.date.year()), "{date:?} in {text:?}");
    }
    assert!(found.windows(2).all(|pair| pair[0].start <= pair[1].start), "out of order in {text:?}");
    for day in found_dates::day_mentions(&text, lang, today()) {
        assert!(text.get(day.start..day.end).is_some(), "a quote that cuts a character of {text:?}");
    }
}

/// Sums are finite, not negative, and the smaller one is the minimum.
pub(crate) fn money(bytes: &[u8]) {
    let (choice, text) = chosen(bytes);
    let hint = [None, Some("EUR"), Some("ILS"), Some("USD")][choice % 4];
    let found = sums::money(&text, hint);
    for sum in found.min.iter().chain(&found.max) {
        assert!(sum.is_finite() && *sum >= 0.0, "{sum} in {text:?}");
    }
    if let (Some(min), Some(max)) = (found.min, found.max) {
        assert!(min <= max, "{min} > {max} in {text:?}");
    }
}

/// A page's text has no control characters and its cleaned HTML no script, in whatever charset it comes.
pub(crate) fn page(bytes: &[u8]) {
    let charset = match bytes.first().map(|first| first % 4) {
        Some(1) => Some("text/html; charset=windows-1255"),
        Some(2) => Some("text/html; charset=utf-16le"),
        Some(3) => Some("text/html; charset=nonsense"),
        _ => None,
    };
    let decoded = decode::html_bytes(bytes.get(1..).unwrap_or_default(), charset);
    let article = article::article(&decoded.text, &nowhere());
    assert!(!article.title.contains('\n'), "{:?}", article.title);
    plain::html_to_text(&decoded.text);
    let clean = normalise::sanitize(&decoded.text).to_ascii_lowercase();
    assert!(!clean.contains("<script") && !clean.contains("<iframe") && !clean.contains("<style"), "{clean:?}");
}

/// A feed is read or refused with words; every link of it is an address of the web.
pub(crate) fn feed(bytes: &[u8]) {
    let kind = match bytes.first().map(|first| first % 4) {
        Some(1) => Some("application/feed+json"),
        Some(2) => Some("application/atom+xml; charset=iso-8859-8"),
        Some(3) => Some("text/html"),
        _ => None,
    };
    match feeds::parse(bytes.get(1..).unwrap_or_default(), kind, &nowhere()) {
        Ok(read) => {
            for link in read.entries.iter().filter_map(|entry| entry.link.as_ref()) {
                assert!(matches!(link.scheme(), "http" | "https"), "{link} leads off the web");
            }
        }
        Err(why) => assert!(!why.is_empty(), "refused without a word"),
    }
}
