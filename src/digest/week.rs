//! The digest's week: an ISO label such as `2026-W48` and the days Sunday to Saturday that end in it.
//! Knows nothing of letters or of what time it is.

use std::fmt;
use std::str::FromStr;

use anyhow::Context as _;
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// One week of letters, by its last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    saturday: NaiveDate,
}

impl Week {
    /// The week that `day` lies in.
    pub fn of(day: NaiveDate) -> Self {
        let left = 6 - day.weekday().num_days_from_sunday();
        Self { saturday: day.checked_add_days(Days::new(u64::from(left))).unwrap_or(day) }
    }

    /// Its Sunday.
    pub fn first_day(self) -> NaiveDate {
        self.saturday.checked_sub_days(Days::new(6)).unwrap_or(self.saturday)
    }

    /// Its Saturday.
    pub fn last_day(self) -> NaiveDate {
        self.saturday
    }

    /// The ISO label: `2026-W48`.
    pub fn label(self) -> String {
        let iso = self.saturday.iso_week();
        format!("{:04}-W{:02}", iso.year(), iso.week())
    }

    /// The days for people: `22.11–28.11.2026`, with both years where they differ.
    pub fn days(self) -> String {
        let first = self.first_day();
        let year = if first.year() == self.saturday.year() { String::new() } else { format!(".{}", first.year()) };
        format!("{}.{}{year}–{}", first.day(), first.month(), self.saturday.format("%-d.%-m.%Y"))
    }
}

impl fmt::Display for Week {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.label())
    }
}

impl FromStr for Week {
    type Err = anyhow::Error;

    fn from_str(label: &str) -> anyhow::Result<Self> {
        let parts = label.split_once("-W").filter(|(year, week)| year.len() == 4 && week.len() == 2);
        parts
            .and_then(|(year, week)| NaiveDate::from_isoywd_opt(year.parse().ok()?, week.parse().ok()?, Weekday::Sat))
            .map(|saturday| Self { saturday })
            .with_context(|| format!("`{label}` is no week; write 2026-W48"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_week_runs_from_sunday_to_saturday_and_is_named_by_the_iso_week_it_ends_in() {
        for date in ["2026-11-22", "2026-11-25", "2026-11-28"] {
            assert_eq!(Week::of(day(date)).label(), "2026-W48");
        }
        assert_eq!(Week::of(day("2026-11-29")).label(), "2026-W49");
        assert_eq!(Week::of(day("2026-11-25")).days(), "22.11–28.11.2026");
    }

    #[test]
    fn the_week_across_new_year_belongs_to_the_iso_year_of_its_saturday() {
        let week = Week::of(day("2026-12-31"));
        assert_eq!((week.label().as_str(), week.days().as_str()), ("2026-W53", "27.12.2026–2.1.2027"));
        assert_eq!(Week::of(day("2027-01-03")).label(), "2027-W01");
    }

    #[test]
    fn every_label_of_twenty_years_reads_back_as_the_same_week() {
        let mut date = day("2020-01-01");
        let mut before = None;
        while date < day("2040-01-01") {
            let week = Week::of(date);
            assert!(week.first_day() <= date && date <= week.last_day());
            assert_eq!(week.label().parse::<Week>().unwrap(), week);
            assert!(before <= Some(week), "weeks go forward");
            before = Some(week);
            date = date.succ_opt().unwrap();
        }
    }

    #[test]
    fn what_is_no_week_is_refused_with_an_example() {
        for wrong in ["2026-48", "2026-W54", "2026-W00", "26-W1", "2025-W53", "", "2026-W-1"] {
            assert_eq!(wrong.parse::<Week>().unwrap_err().to_string(), format!("`{wrong}` is no week; write 2026-W48"));
        }
    }
}
