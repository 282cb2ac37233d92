//! When something is due: five fields of cron, in Asia/Jerusalem, weekdays by name.

use std::str::FromStr as _;

use chrono::{DateTime, TimeDelta, TimeZone as _, Utc};

use crate::clock::HOME;

/// A checked schedule.
#[derive(Debug, Clone)]
pub struct Schedule {
    /// Read as if local times were UTC, so that no run is lost in the hour that the spring clock change skips.
    local: cron::Schedule,
}

impl Schedule {
    /// Parses `minute hour day month weekday`.
    ///
    /// # Errors
    /// What is wrong and what to write instead.
    pub fn parse(written: &str) -> Result<Self, String> {
        let fields: Vec<&str> = written.split_whitespace().collect();
        let [_, _, _, _, weekday] = fields[..] else {
            return Err(format!(
                "schedule `{written}` has {} fields; write five: minute hour day month weekday, e.g. \"7 5 * * Sun,Wed\"",
                fields.len()
            ));
        };
        if weekday.chars().any(|c| c.is_ascii_digit()) {
            return Err(format!(
                "schedule `{written}`: weekday `{weekday}` is a number, and programs disagree on which day that is; write names: Sun,Mon,Tue,Wed,Thu,Fri,Sat"
            ));
        }
        let local = cron::Schedule::from_str(&format!("0 {written}")).map_err(|error| {
            // Before its last line the parser shows the text as it was given it, which is not as it was written.
            let error = error.to_string();
            let why =
                error.lines().rev().map(|line| line.trim_matches([' ', '^'])).find(|line| !line.is_empty()).unwrap_or_default();
            format!("schedule `{written}` does not parse ({why}); write minute hour day month weekday, e.g. \"7 5 * * Sun,Wed\"")
        })?;
        if local.after(&DateTime::UNIX_EPOCH).next().is_none() {
            return Err(format!("schedule `{written}`: no year has such a day, so it would never be due"));
        }
        Ok(Self { local })
    }

    /// The first moment after `now` at which it is due; none if there is no such day.
    pub fn next_after(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let local_now = now.with_timezone(&HOME).naive_local().and_utc();
        self.local.after(&local_now).map(|local| to_utc(local.naive_utc())).find(|due| *due > now)
    }
}

/// A local time that does not exist is the first that does; one that exists twice is the earlier.
pub(crate) fn to_utc(local: chrono::NaiveDateTime) -> DateTime<Utc> {
    HOME.from_local_datetime(&local)
        .earliest()
        .or_else(|| HOME.from_local_datetime(&(local + TimeDelta::hours(1))).earliest())
        .map_or_else(|| local.and_utc(), |at| at.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(written: &str, after: &str) -> String {
        let after = after.parse::<DateTime<Utc>>().expect("a moment");
        Schedule::parse(written).expect("parses").next_after(after).expect("due").with_timezone(&HOME).to_rfc3339()
    }

    #[test]
    fn five_fields_mean_jerusalem_time() {
        assert_eq!(due("7 5 * * *", "2026-11-25T18:00:00Z"), "2026-11-26T05:07:00+02:00");
        assert_eq!(due("7 5 * * Sun,Wed", "2026-07-02T00:00:00Z"), "2026-07-05T05:07:00+03:00");
    }

    #[test]
    fn the_hour_that_spring_skips_loses_no_run() {
        assert_eq!(due("30 2 * * *", "2027-03-25T12:00:00Z"), "2027-03-26T03:30:00+03:00");
    }

    #[test]
    fn the_hour_that_autumn_repeats_runs_once() {
        let schedule = Schedule::parse("30 1 * * *").expect("parses");
        let first = schedule.next_after("2026-10-24T20:00:00Z".parse().expect("a moment")).expect("due");
        let second = schedule.next_after(first).expect("due");
        assert_eq!((second - first).num_hours(), 25);
    }

    #[test]
    fn numeric_weekdays_and_six_fields_are_refused_with_advice() {
        assert!(Schedule::parse("0 5 * * 1").expect_err("refused").contains("Sun,Mon"));
        assert!(Schedule::parse("0 0 5 * * *").expect_err("refused").contains("write five"));
        assert!(Schedule::parse("61 5 * * *").is_err());
    }
}
