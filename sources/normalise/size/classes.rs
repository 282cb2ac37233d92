//! Classes of one call, each with its own size: "cities of 25,000 to 499,999 inhabitants, towns below 25,000". Who is in any may
//! apply. The next class is told from another condition by the number that it shares with the one before, in the same sentence or the one behind it.

use super::bound::Bound;
use super::{COUNT, SizeLimit, counts, told};

/// The limit with the classes beside it that go on where it ends; `sentences` are the one that states it and the one behind it.
pub(super) fn widened<'t>(stated: SizeLimit, sentences: impl Iterator<Item = &'t str>) -> SizeLimit {
    let mut limit = stated;
    for sentence in sentences {
        if !COUNT.is_match(sentence) {
            continue;
        }
        let counts = counts(sentence);
        for (place, count) in counts.iter().enumerate().filter(|(_, count)| !count.of_money) {
            let (first, said) = told(place, &counts, sentence);
            let first = first.map(|first| first.number);
            if limit.least.is_some_and(|least| goes_on(count.number, least)) {
                match (first, said) {
                    (Some(first), _) => limit.least = limit.least.map(|least| least.min(first)),
                    (None, Some(Bound::Most)) => limit.least = None,
                    _ => {}
                }
            }
            if limit.most.is_some_and(|most| goes_on(most, first.unwrap_or(count.number))) {
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
