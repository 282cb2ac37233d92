//! The dates of a call as appointments: each keeps its number as long as it is the same date to a reader, also where its day moves,
//! so that a calendar puts the new day in the place of the old one, and what is no more can be taken back.
//! Pure: knows neither the store nor any calendar.

use serde::{Deserialize, Serialize};
use sources::opportunity::Stage;

/// Dates that are no more and still remembered: calls of many yearly dates bring a few a year, and calendars need the latest.
const MOST_DROPPED: usize = 50;

/// One date of a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Counted from 1 within the call, never given twice.
    pub number: u32,
    /// The date as it was last told.
    pub stage: Stage,
    /// The call does not have it any more.
    #[serde(default)]
    pub dropped: bool,
}

/// The dates of a call that had none before: numbered in their order.
pub fn first(stages: &[Stage]) -> Vec<Appointment> {
    follow(&[], stages)
}

/// The dates that a call has now, after those that it had: in their order, then those that it has no more.
pub fn follow(before: &[Appointment], stages: &[Stage]) -> Vec<Appointment> {
    let mut numbers: Vec<Option<u32>> = vec![None; stages.len()];
    let mut live: Vec<&Appointment> = before.iter().filter(|known| !known.dropped).collect();
    let mut dropped: Vec<&Appointment> = before.iter().filter(|known| known.dropped).collect();
    pair(&mut live, stages, &mut numbers, same);
    pair(&mut live, stages, &mut numbers, |known, stage| known.label.is_some() && known.label == stage.label);
    pair(&mut live, stages, &mut numbers, |known, stage| known.date == stage.date);
    // So many went and so many came: they moved, in their order.
    if live.len() == numbers.iter().filter(|number| number.is_none()).count() {
        pair(&mut live, stages, &mut numbers, |_, _| true);
    }
    pair(&mut dropped, stages, &mut numbers, same);

    let mut last = before.iter().map(|known| known.number).max().unwrap_or_default();
    let now = stages.iter().zip(numbers).map(|(stage, number)| {
        let number = number.unwrap_or_else(|| {
            last += 1;
            last
        });
        Appointment { number, stage: stage.clone(), dropped: false }
    });
    let mut all: Vec<Appointment> = now.collect();
    dropped.extend(live);
    dropped.sort_by_key(|known| std::cmp::Reverse(known.number));
    all.extend(dropped.into_iter().take(MOST_DROPPED).map(|known| Appointment { dropped: true, ..known.clone() }));
    all
}

/// Whether two lists of dates say the same, whatever the words that prove it.
pub fn are_same(some: &[Stage], others: &[Stage]) -> bool {
    some.len() == others.len() && some.iter().zip(others).all(|(one, other)| same(one, other))
}

fn same(one: &Stage, other: &Stage) -> bool {
    (one.date, one.time, &one.zone, &one.label) == (other.date, other.time, &other.zone, &other.label)
}

/// Gives each stage without a number that of the first known one that fits it, which is then known no more.
fn pair(known: &mut Vec<&Appointment>, stages: &[Stage], numbers: &mut [Option<u32>], fits: impl Fn(&Stage, &Stage) -> bool) {
    for (stage, number) in stages.iter().zip(numbers).filter(|(_, number)| number.is_none()) {
        if let Some(n) = known.iter().position(|known| fits(&known.stage, stage)) {
            *number = Some(known.remove(n).number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stages(told: &[(&str, Option<&str>)]) -> Vec<Stage> {
        let stage = |(day, label): &(&str, Option<&str>)| Stage {
            date: day.parse().unwrap(),
            time: None,
            zone: None,
            label: label.map(str::to_owned),
            quote: None,
        };
        told.iter().map(stage).collect()
    }

    /// `number day`, with a minus where it is dropped.
    fn told(appointments: &[Appointment]) -> Vec<String> {
        let told = |one: &Appointment| format!("{}{} {}", if one.dropped { "-" } else { "" }, one.number, one.stage.date);
        appointments.iter().map(told).collect()
    }

    #[test]
    fn an_earlier_date_that_is_added_takes_no_other_ones_number() {
        let before = first(&stages(&[("2027-05-01", None), ("2027-09-15", None)]));
        let after = follow(&before, &stages(&[("2027-02-10", None), ("2027-05-01", None), ("2027-09-15", None)]));
        assert_eq!(told(&after), ["3 2027-02-10", "1 2027-05-01", "2 2027-09-15"]);
    }

    #[test]
    fn a_date_that_moves_keeps_its_number() {
        let one = follow(&first(&stages(&[("2027-05-01", None)])), &stages(&[("2027-05-20", None)]));
        assert_eq!(told(&one), ["1 2027-05-20"]);
        let labelled = first(&stages(&[("2027-05-01", Some("Stage 1")), ("2027-09-15", Some("Stage 2"))]));
        let moved = [("2027-06-01", Some("Stage 1")), ("2027-06-30", Some("Stage 1a")), ("2027-10-15", Some("Stage 2"))];
        let after = follow(&labelled, &stages(&moved));
        assert_eq!(told(&after), ["1 2027-06-01", "3 2027-06-30", "2 2027-10-15"]);
    }

    #[test]
    fn a_date_that_is_no_more_is_remembered_and_may_come_back() {
        let before = first(&stages(&[("2027-05-01", None), ("2027-09-15", None)]));
        let after = follow(&before, &stages(&[("2027-09-15", None)]));
        assert_eq!(told(&after), ["2 2027-09-15", "-1 2027-05-01"]);
        let again = follow(&after, &stages(&[("2027-05-01", None), ("2027-09-15", None)]));
        assert_eq!(told(&again), ["1 2027-05-01", "2 2027-09-15"]);
        assert_eq!(told(&follow(&after, &[])), ["-2 2027-09-15", "-1 2027-05-01"]);
    }

    #[test]
    fn what_is_remembered_does_not_grow_for_ever() {
        let mut known = Vec::new();
        for day in (1..200).filter_map(|n| chrono::NaiveDate::from_yo_opt(2027, n)) {
            known = follow(&follow(&known, &stages(&[(&day.to_string(), None)])), &[]);
        }
        assert_eq!((known.len(), known[0].number), (MOST_DROPPED, 199));
    }
}
