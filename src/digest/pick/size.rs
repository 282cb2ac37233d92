//! Limits on the number of residents, read from a call's text.

use std::sync::LazyLock;

use regex::Regex;

/// The sizes that a call is open to; both ends included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct SizeLimit {
    pub(super) least: Option<u32>,
    pub(super) most: Option<u32>,
}

impl SizeLimit {
    /// Whether a place of `population` may apply; an unknown population is no objection.
    pub(super) fn admits(self, population: u32) -> bool {
        population == 0 || (self.least.is_none_or(|least| population >= least) && self.most.is_none_or(|most| population <= most))
    }
}

/// A count of people, in any of the ways it is written: `100,000`, `100.000`, `100 000`, `100000`.
const COUNT: &str = r"(\d{1,3}(?:[., \u{a0}]\d{3})+|\d{4,8})";
const PEOPLE: &str = r"(?:residents|inhabitants|people|citizens|habitants|habitantes|Einwohner\w*|תושבים|תושבות|נפש)";

static RANGE: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i){COUNT}\s*(?:to|and|-|–|bis|à|a|עד|ל-?)\s*{COUNT}\s*{PEOPLE}")));
static LEAST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:more than|over|at least|minimum of|above|exceeding|mehr als|mindestens|plus de|au moins|más de|al menos|מעל|לפחות|יותר מ-?|עולה על)\s*(?:ל-?)?{COUNT}(?:\s*{PEOPLE})?"
    ))
});
static LEAST_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"(?i){COUNT}\s*{PEOPLE}?\s*(?:or more|and more|and over|and above|or above|\+|ומעלה|ויותר)"))
});
static MOST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:up to|fewer than|less than|under|below|at most|weniger als|höchstens|bis zu|moins de|menos de|hasta|עד|פחות מ-?)\s*{COUNT}\s*{PEOPLE}"
    ))
});
/// People have to be spoken of, or a sum of money would be read as a size.
static SPEAKS_OF_PEOPLE: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i){PEOPLE}|population|אוכלוסי")));

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a pattern of this file, compiled in every test run")
}

/// The limit that the text states. A sentence on categories of a prize limits nobody.
pub(super) fn limit(text: &str) -> SizeLimit {
    text.split_inclusive(['\n', ';'])
        .flat_map(sentences)
        .map(of_sentence)
        .find(|limit| *limit != SizeLimit::default())
        .unwrap_or_default()
}

/// Full stops end a sentence where a space follows: `100.000` has none.
fn sentences(paragraph: &str) -> impl Iterator<Item = &str> {
    paragraph.split(". ")
}

fn of_sentence(sentence: &str) -> SizeLimit {
    if !SPEAKS_OF_PEOPLE.is_match(sentence) || sentence.to_lowercase().contains("categor") || sentence.contains("קטגורי") {
        return SizeLimit::default();
    }
    if let Some(found) = RANGE.captures(sentence) {
        return SizeLimit { least: count(&found[1]), most: count(&found[2]) };
    }
    let one = |pattern: &Regex| pattern.captures(sentence).and_then(|found| count(&found[1]));
    SizeLimit { least: one(&LEAST_AFTER).or_else(|| one(&LEAST)), most: one(&MOST) }
}

fn count(written: &str) -> Option<u32> {
    written.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<u32>, Option<u32>) {
        let limit = limit(text);
        (limit.least, limit.most)
    }

    #[test]
    fn limits_are_read_as_they_are_written() {
        for (text, expected) in [
            ("Mayors of cities with 100,000 residents or more compete.", (Some(100_000), None)),
            ("Open to cities of 250.000 inhabitants and more.", (Some(250_000), None)),
            ("Towns of 50,000 to 249,999 inhabitants", (Some(50_000), Some(249_999))),
            ("Cities with populations of at least 30,000", (Some(30_000), None)),
            ("Only towns with fewer than 20 000 inhabitants may enter", (None, Some(20_000))),
            ("ערים שבהן מעל 40,000 תושבים", (Some(40_000), None)),
            ("רשויות מקומיות עד 20,000 תושבים", (None, Some(20_000))),
            ("Städte mit mehr als 20.000 Einwohnern", (Some(20_000), None)),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn money_dates_and_categories_are_no_limits() {
        for text in [
            "At least 50,000 euro for each town.",
            "Two hundred residents celebrated in 2026.",
            "One category for places below 50,000 residents, one above.",
            "More than 25,000 attendees from 850 cities",
        ] {
            assert_eq!(read(text), (None, None), "{text}");
        }
    }
}
