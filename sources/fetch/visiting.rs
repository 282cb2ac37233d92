//! `Visit-time` of robots.txt: the hours of the day, in UTC, in which a site wants to be visited.

use chrono::{DateTime, Days, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

/// A window that returns each day; it may go over midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitTime {
    /// The first minute.
    pub from: NaiveTime,
    /// The minute after which it is closed.
    pub until: NaiveTime,
}

impl VisitTime {
    /// Reads `0400-0845`, the only form that sites use.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, until) = text.split_once('-')?;
        let (from, until) = (time_of_day(from)?, time_of_day(until)?);
        (from != until).then_some(Self { from, until })
    }

    /// Whether the site may be visited at this moment.
    pub fn is_open(self, now: DateTime<Utc>) -> bool {
        let time = now.time();
        if self.from < self.until { (self.from..self.until).contains(&time) } else { time >= self.from || time < self.until }
    }

    /// The next moment at which it opens.
    pub fn next_opening(self, now: DateTime<Utc>) -> DateTime<Utc> {
        let today = now.date_naive();
        let day = if now.time() < self.from { today } else { today.checked_add_days(Days::new(1)).unwrap_or(today) };
        day.and_time(self.from).and_utc()
    }
}

/// `0400` or `04:00`; `2400` is the end of the day.
fn time_of_day(text: &str) -> Option<NaiveTime> {
    let digits: String = text.trim().chars().filter(|letter| *letter != ':').collect();
    if digits.len() != 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) = (digits[..2].parse::<u32>().ok()?, digits[2..].parse::<u32>().ok()?);
    NaiveTime::from_hms_opt(hours % 24, minutes, 0).filter(|_| hours < 24 || (hours == 24 && minutes == 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_morning_window_is_open_in_the_morning_only() {
        let window = VisitTime::parse("0400-0845").unwrap();
        assert!(!window.is_open(at("2026-11-25T03:59:59Z")));
        assert!(window.is_open(at("2026-11-25T04:00:00Z")));
        assert!(!window.is_open(at("2026-11-25T08:45:00Z")));
        assert_eq!(window.next_opening(at("2026-11-25T03:00:00Z")), at("2026-11-25T04:00:00Z"));
        assert_eq!(window.next_opening(at("2026-11-25T09:00:00Z")), at("2026-11-26T04:00:00Z"));
    }

    #[test]
    fn a_window_may_go_over_midnight() {
        let window = VisitTime::parse(" 22:00 - 04:30 ").unwrap();
        assert!(window.is_open(at("2026-11-25T23:00:00Z")) && window.is_open(at("2026-11-25T04:00:00Z")));
        assert!(!window.is_open(at("2026-11-25T12:00:00Z")));
        assert!(VisitTime::parse("1800-2400").unwrap().is_open(at("2026-11-25T23:59:00Z")));
    }

    #[test]
    fn what_is_no_window_is_none() {
        for text in ["", "0400", "0400-", "4-8", "0400-2460", "2500-0100", "0400-0400", "night-day", "٠٤٠٠-٠٨٤٥"] {
            assert_eq!(VisitTime::parse(text), None, "{text}");
        }
    }
}
