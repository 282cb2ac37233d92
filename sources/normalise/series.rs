//! Calls that come every year: which records are editions of one, when they opened, when the next one should.
//! Pure: knows the editions that it is given, not the store.

use chrono::{Datelike, Months, NaiveDate};
use serde::Serialize;

use super::sameness::Likeness;

/// One telling word is a topic or a town; two make a name. With one the whole title has to be the same: "Climate award for cities 2027".
const MAKE_A_NAME: usize = 2;

/// Of words for kinds alone so many make one: "Green Capital Competition", not "Call for proposals", which a host may call all of its calls.
const MAKE_A_NAME_OF_KINDS: usize = 3;

/// Editions of a yearly call open so many months apart: a year, give or take a ministry's delay.
const MONTHS_APART: std::ops::RangeInclusive<i32> = 9..=15;

/// An opening that has been due for longer than this did not come.
const OVERDUE_MONTHS: Months = Months::new(4);

/// A record that may be an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Edition {
    /// Id of the record.
    pub id: String,
    /// Its title.
    pub title: String,
    /// When it opened, was published, or was first seen: the first of these that is known.
    pub opened: NaiveDate,
    /// The last day to hand in.
    pub deadline: Option<NaiveDate>,
}

/// A call that came in more years than one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Series {
    /// One a year, newest first; at least two.
    pub editions: Vec<Edition>,
    /// The month in which all of them opened, 1 to 12, if it is always the same.
    pub month: Option<u32>,
    /// About when the next one should open; none: it is long overdue.
    pub expected_opening: Option<NaiveDate>,
}

/// What the editions of one call have in common: who tells of it (its page's host, or else the source), and the telling words of its title
/// without years and numbers. None: the title tells too little.
pub fn series_key(likeness: &Likeness, source: &str) -> Option<String> {
    let teller = if likeness.host.is_empty() { source } else { &likeness.host };
    match likeness.words.len() {
        0 if likeness.every_time.split(' ').count() < MAKE_A_NAME_OF_KINDS => None,
        words if words < MAKE_A_NAME => Some(format!("{teller} = {}", likeness.every_time)),
        _ => {
            let mut words: Vec<&str> = likeness.words.iter().map(String::as_str).collect();
            words.sort_unstable();
            Some(format!("{teller} {}", words.join(" ")))
        }
    }
}

/// The yearly editions among records with one key; none if there are not two.
pub fn series(mut records: Vec<Edition>, today: NaiveDate) -> Option<Series> {
    records.sort_by(|one, other| other.opened.cmp(&one.opened).then_with(|| one.id.cmp(&other.id)));
    let mut editions: Vec<Edition> = Vec::new();
    for record in records {
        let follows = editions.last().is_none_or(|later| MONTHS_APART.contains(&months_between(record.opened, later.opened)));
        if follows {
            editions.push(record);
        }
    }
    let newest = editions.first().filter(|_| editions.len() > 1)?.opened;
    let month = newest.month();
    let next = newest.checked_add_months(Months::new(12));
    Some(Series {
        month: editions.iter().all(|edition| edition.opened.month() == month).then_some(month),
        expected_opening: next.filter(|next| next.checked_add_months(OVERDUE_MONTHS).is_some_and(|late| late >= today)),
        editions,
    })
}

/// Whole calendar months from one day to a later one.
fn months_between(earlier: NaiveDate, later: NaiveDate) -> i32 {
    (later.year() - earlier.year()) * 12 + later.month() as i32 - earlier.month() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn edition(id: &str, opened: &str) -> Edition {
        Edition { id: id.into(), title: "Quiet Harbours Prize".into(), opened: day(opened), deadline: None }
    }

    fn ids(series: &Series) -> Vec<&str> {
        series.editions.iter().map(|edition| edition.id.as_str()).collect()
    }

    #[test]
    fn a_call_that_opened_each_march_should_open_next_march() {
        let records = vec![edition("c", "2026-03-09"), edition("a", "2024-03-20"), edition("b", "2025-03-01")];
        let series = series(records, day("2026-11-22")).unwrap();
        assert_eq!(ids(&series), ["c", "b", "a"]);
        assert_eq!((series.month, series.expected_opening), (Some(3), Some(day("2027-03-09"))));
    }

    #[test]
    fn two_rounds_of_one_year_are_one_edition() {
        let records = vec![edition("autumn", "2026-09-01"), edition("spring", "2026-03-01"), edition("last", "2025-09-10")];
        assert_eq!(ids(&series(records, day("2026-11-22")).unwrap()), ["autumn", "last"]);
    }

    #[test]
    fn one_edition_is_no_series_and_a_call_that_stopped_is_not_expected() {
        assert_eq!(series(vec![edition("a", "2026-03-01"), edition("b", "2026-03-05")], day("2026-11-22")), None);
        let stopped = series(vec![edition("a", "2024-03-01"), edition("b", "2023-02-01")], day("2026-11-22")).unwrap();
        assert_eq!((stopped.month, stopped.expected_opening), (None, None));
    }
}
