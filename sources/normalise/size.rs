//! Limits on the number of residents, read from a call's text, for the line that tells of it and for the picks alike.
//!
//! Each count of people in a sentence is looked at by itself: the words right before and after it say whether it is the least or the
//! most, and a "not" among them turns the one into the other.

mod bound;
mod classes;
mod excluded;

use bound::{Bound, bound};
use excluded::is_excluded;

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// The sizes that a call is open to; both ends included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SizeLimit {
    /// So many or more.
    pub least: Option<u32>,
    /// So many or fewer.
    pub most: Option<u32>,
}

impl SizeLimit {
    /// Whether a place of `population` may apply; an unknown population is no objection.
    pub fn admits(self, population: u32) -> bool {
        population == 0 || (self.least.is_none_or(|least| population >= least) && self.most.is_none_or(|most| population <= most))
    }

    fn is_none(self) -> bool {
        self == Self::default()
    }
}

/// A count in any of the ways it is written: `100,000`, `100.000`, `100 000`, `100'000`, `100000`, `100 thousand`.
static COUNT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?xi)\b(?:
            (?<thousands>\d{1,4})[\s\u{a0}-]?(?:thousand|k|Tausend|Tsd|mille|mil|אלף|אלפי)\b
            | (?<millions>\d{1,2}(?:[.,]\d)?)[\s\u{a0}]?(?:millions?|Millionen|Million|Mio|millones|millón|מיליון)\b
            | (?<plain>\d{1,3}(?:[.,'’\ \u{a0}\u{202f}\u{2009}]\d{3})+|\d{4,8})\b
        )",
    )
});

/// Those who are counted.
const PEOPLE: &str = r"(?:residents|inhabitants|people|persons|citizens|habitants?|habitantes|vecinos|personas|âmes|Einwohner\w*|Menschen|Bürger\w*|תושבים|תושבות|תושבי\w*|תושב|נפש|נפשות|نسمة)\b";

/// "30,000 permanent residents", "30,000 or more inhabitants".
static PEOPLE_AFTER: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)^[\s\u{{a0}}+-]*(?:\(?\p{{L}}+\)?\s+){{0,3}}{PEOPLE}")));

/// "Whose population … 30,000": what is counted stands before, and nothing but words between.
static PEOPLE_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?xi)(?:
            \bpopulations?\b | \bnumber\ of\ (?:its\ |their\ )?(?:residents|inhabitants|people|citizens)\b | \binhabitants\ number
            | Einwohner(?:zahl|zahlen|schaft)\b | \b(?:Bevölkerung|Bevölkerungszahl)\b | \bZahl\ der\ Einwohner\w*
            | \bnombre\ (?:total\ )?d['’]habitants\b | \bpoblación\b | \bnúmero\ de\ (?:habitantes|vecinos)\b
            | מספר\ ה?תושבי\w* | מספר\ ה?תושבים | אוכלוסי\w+
        )[^.;:\d]{0,80}$",
    )
});

/// A sum of money behind a count, or before it.
static MONEY_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?i)^[\s\u{a0}]*(?:€|\$|£|₪|%|EUR\b|euros?\b|USD\b|GBP\b|CHF\b|CAD\b|NIS\b|ILS\b|dollars?\b|pounds?\b|shekels?\b|dólares\b|ש["״]ח|שקל|דולר|אירו|יורו)"#,
    )
});

/// What joins the two ends of a range.
static TO: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\s*(?:to|and|up\s+to|through|-|–|—|bis|und|à|et|a|y|hasta|עד|ל-?|ועד|לבין|ו-?)\s*(?:ל-?)?$"));

/// "More than 10,000 and fewer than 50,000 residents": so many bytes at most lie between two counts of the same thing.
const JOINED_REACH: usize = 40;

/// A sentence that sorts, prefers or tells shuts nobody out.
static NO_CONDITION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?xi) categor | kategor | catégor | קטגורי
            | \bpriorit | \bprefer | \bpréféren | \bpreferen | \bVorrang | \bbevorzug | \bbesonders\b | \bparticularly\b | \bespecially\b
            | \bencouraged\b | \b(?:extra|additional|bonus)\ points\b | עדיפות | יינתן\ יתרון | ניקוד | יועדפו
            | \breached\b | \bbenefit(?:t?ed)\b | \bhelped\b | \btrained\b | \battracted\b | \bcelebrated\b | \bserved\b | השתתפו | נהנו",
    )
});

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a pattern of this room, compiled in every test run")
}

/// The limit that the text states, that of the first sentence which states one, widened by the classes beside it.
pub fn limit(text: &str) -> SizeLimit {
    stated(text).unwrap_or_default()
}

/// Are sizes told that leave nobody out: "towns over 50,000 residents and towns under 50,000 residents"?
pub(super) fn covers_all(text: &str) -> bool {
    stated(text).is_some_and(SizeLimit::is_none)
}

fn stated(text: &str) -> Option<SizeLimit> {
    let mut sentences = text.split_inclusive(['\n', ';']).flat_map(sentences);
    let stated = sentences.by_ref().map(|sentence| (sentence, of_sentence(sentence))).find(|(_, limit)| !limit.is_none());
    stated.map(|(sentence, stated)| classes::widened(stated, std::iter::once(sentence).chain(sentences.next())))
}

/// Full stops end a sentence where a space and no number follow: `100.000` has no space, `max. 5,000` goes on.
fn sentences(paragraph: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, _) in paragraph.match_indices(". ") {
        if !paragraph[at + 2..].starts_with(|c: char| c.is_ascii_digit()) {
            found.push(&paragraph[from..at]);
            from = at + 2;
        }
    }
    found.push(&paragraph[from..]);
    found
}

fn of_sentence(sentence: &str) -> SizeLimit {
    let mut limit = SizeLimit::default();
    // Most sentences have no count at all.
    if !COUNT.is_match(sentence) || NO_CONDITION.is_match(sentence) {
        return limit;
    }
    let counts = counts(sentence);
    for (place, count) in counts.iter().enumerate() {
        if !count.of_people {
            continue;
        }
        let (range, bound) = told(place, &counts, sentence);
        match (range, bound) {
            // "At least 10,000 and at most 50,000" is no range: its second end has a word of its own.
            (Some(first), _) if limit.least.is_none_or(|least| least == first.number) => {
                limit.least = Some(first.number);
                limit.most = Some(count.number);
            }
            (_, Some(Bound::Least)) => limit.least = limit.least.or(Some(count.number)),
            (_, Some(Bound::Most)) => limit.most = limit.most.or(Some(count.number)),
            _ => {}
        }
    }
    limit
}

struct Count {
    number: u32,
    at: Range<usize>,
    of_people: bool,
    of_money: bool,
}

/// The first end of the range that this count ends, and what it is the bound of. What is left on both sides of a range that is left out is
/// no range.
fn told<'c>(place: usize, counts: &'c [Count], sentence: &str) -> (Option<&'c Count>, Option<Bound>) {
    let at = &counts[place].at;
    let until = counts.get(place + 1).map_or(sentence.len(), |next| next.at.start);
    let (before, after) = (&sentence[..at.start], &sentence[at.end..]);
    match (range_to(place, counts, sentence), is_excluded(before, &sentence[at.end..until])) {
        (Some(_), true) => (None, None),
        (range, is_out) => (range, bound(before, after).map(|bound| bound.negated(is_out))),
    }
}

/// The first end of the range that this count ends.
fn range_to<'c>(place: usize, counts: &'c [Count], sentence: &str) -> Option<&'c Count> {
    let (first, count) = (counts.get(place.checked_sub(1)?)?, &counts[place]);
    (first.number < count.number && TO.is_match(&sentence[first.at.end..count.at.start])).then_some(first)
}

fn counts(sentence: &str) -> Vec<Count> {
    let mut found: Vec<Count> = COUNT
        .captures_iter(sentence)
        .filter_map(|found| {
            let at = found.get(0)?.range();
            let (before, after) = (near_end(&sentence[..at.start]), &sentence[at.end..]);
            let number = if let Some(thousands) = found.name("thousands") {
                digits(thousands.as_str())?.checked_mul(1000)?
            } else if let Some(millions) = found.name("millions") {
                (millions.as_str().replace(',', ".").parse::<f64>().ok()? * 1_000_000.0) as u32
            } else {
                digits(found.name("plain")?.as_str())?
            };
            let money = MONEY_AFTER.is_match(after) || before.trim_end().ends_with(['€', '$', '£', '₪']);
            let people_follow = PEOPLE_AFTER.is_match(after);
            // "The population has grown since 2019": four digits that may be a year are one, unless people follow.
            let year = found.name("plain").is_some_and(|plain| plain.len() == 4) && (1900..2100).contains(&number);
            let of_people = !money && (people_follow || !year && PEOPLE_BEFORE.is_match(before));
            Some(Count { number, at, of_people, of_money: money })
        })
        .collect();
    // From the last: a count that is joined to one of people is of people too.
    for place in (1..found.len()).rev() {
        let gap = &sentence[found[place - 1].at.end..found[place].at.start];
        if found[place].of_people
            && gap.len() <= JOINED_REACH
            && !gap.contains([',', '.', ':', '(', '€', '$', '₪'])
            && !MONEY_AFTER.is_match(gap)
        {
            found[place - 1].of_people = true;
        }
    }
    found
}

/// The last words of a stretch: what stands farther from a count says nothing of it, and a sentence may be as long as a text.
fn near_end(before: &str) -> &str {
    const REACH: usize = 160;
    &before[before.floor_char_boundary(before.len().saturating_sub(REACH))..]
}

fn digits(written: &str) -> Option<u32> {
    written.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()
}

#[cfg(test)]
mod tests;
