//! Two classes of one call, each with its own size: "cities of 25,000 to 499,999 inhabitants, towns below 25,000". Who is in either may
//! apply. The second class is told from another condition by the number that the two share, or by its being "smaller towns".

use std::sync::LazyLock;

use regex::Regex;

use super::bound::{Bound, bound};
use super::{COUNT, SizeLimit, counts, pattern, range_to};

/// The class beside is named without a number.
static SMALLER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?xi)\b(?:smaller\ (?:towns|cities|municipalities|communities|ones|places) | kleinere\ (?:Städte|Gemeinden|Kommunen|Orte)
            | communes\ plus\ petites | villes\ plus\ petites | plus\ petites\ communes | municipios\ (?:más\ pequeños|menores)
            | (?:רשויות|ערים|יישובים)\ קטנ(?:ות|ים)\ יותר)\b",
    )
});
static LARGER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?xi)\b(?:(?:larger|bigger)\ (?:towns|cities|municipalities|communities|ones|places) | größere\ (?:Städte|Gemeinden|Kommunen)
            | villes\ plus\ grandes | communes\ plus\ grandes | ciudades\ más\ grandes | (?:רשויות|ערים)\ גדולות\ יותר)\b",
    )
});

/// Who is not of the size is out all the same.
static SHUT_OUT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:not|cannot|no|nicht|keine|ne|pas|no)\b|לא|אינן|אינם"));

/// The limit with the classes beside it that go on where it ends.
pub(super) fn widened<'t>(stated: SizeLimit, sentences: impl Iterator<Item = &'t str>) -> SizeLimit {
    let mut limit = stated;
    for sentence in sentences {
        let is_named = |class: &LazyLock<Regex>| class.is_match(sentence) && !SHUT_OUT.is_match(sentence);
        if stated.least.is_some() && is_named(&SMALLER) {
            limit.least = None;
        }
        if stated.most.is_some() && is_named(&LARGER) {
            limit.most = None;
        }
        if !COUNT.is_match(sentence) {
            continue;
        }
        let counts = counts(sentence);
        for (place, count) in counts.iter().enumerate().filter(|(_, count)| !count.of_money) {
            let first = range_to(place, &counts, sentence).map(|first| first.number);
            let said = bound(&sentence[..count.at.start], &sentence[count.at.end..]);
            if stated.least.is_some_and(|least| goes_on(count.number, least)) {
                match (first, said) {
                    (Some(first), _) => limit.least = limit.least.map(|least| least.min(first)),
                    (None, Some(Bound::Most)) => limit.least = None,
                    _ => {}
                }
            }
            if stated.most.is_some_and(|most| goes_on(most, first.unwrap_or(count.number))) {
                match (first, said) {
                    (Some(_), _) => limit.most = limit.most.map(|most| most.max(count.number)),
                    (None, Some(Bound::Least)) => limit.most = None,
                    _ => {}
                }
            }
        }
    }
    limit
}

/// "Up to 24,999" and "from 25,000" are neighbours, and so are "up to 25,000" and "from 25,000".
fn goes_on(below: u32, above: u32) -> bool {
    below == above || below.checked_add(1) == Some(above)
}
