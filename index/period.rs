//! `deadline:2027-01..2027-03`, `deadline:<30d`: a stretch of time as typed. Pure; knows no record.

use tantivy::time::{Date, Month};

const DAY: i64 = 86_400;

/// Where one day's deadlines are over and the next day's are not: a day without a time ends at midnight of its own zone, which is
/// 22:00 UTC of the day before in Jerusalem and 05:00 in Washington.
const MORNING: i64 = 6 * 3_600;

/// Further away nothing is announced; larger numbers are slips of the hand, and must not overflow.
const MAX_DAYS: i64 = 36_500;

/// From the first moment to before the last; `None` is open-ended.
pub(crate) type Period = (Option<i64>, Option<i64>);

/// What was asked of the deadline: in one of each of these, and in none of those.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Periods {
    pub(crate) wanted: Vec<Vec<Period>>,
    pub(crate) unwanted: Vec<Period>,
}

impl Periods {
    pub(crate) fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.unwanted.is_empty()
    }

    /// Whether a record whose nearest deadline is this was asked for.
    pub(crate) fn admit(&self, deadline: Option<i64>) -> bool {
        let within =
            |(from, to): &Period| deadline.is_some_and(|at| from.is_none_or(|from| at >= from) && to.is_none_or(|to| at < to));
        self.wanted.iter().all(|periods| periods.iter().any(within)) && !self.unwanted.iter().any(within)
    }
}

/// What the text means at `now`; `None` where it means nothing.
pub(crate) fn period(text: &str, now: i64) -> Option<Period> {
    if let Some(span) = text.strip_prefix('<') {
        return Some((Some(now), Some(now.saturating_add(days(span)? * DAY))));
    }
    if let Some(span) = text.strip_prefix('>') {
        return Some((Some(now.saturating_add(days(span)? * DAY)), None));
    }
    match text.split_once("..") {
        None => calendar(text).map(|(from, to)| (Some(from), Some(to))),
        Some(("", "")) => None,
        Some((from, to)) => {
            let from = if from.is_empty() { None } else { Some(calendar(from)?.0) };
            let to = if to.is_empty() { None } else { Some(calendar(to)?.1) };
            Some((from, to))
        }
    }
}

/// `30d`, `30`, `4w`, `2m`.
fn days(span: &str) -> Option<i64> {
    let digits = span.trim_end_matches(|c: char| !c.is_ascii_digit());
    let days_each = match &span[digits.len()..] {
        "" | "d" | "D" => 1,
        "w" | "W" => 7,
        "m" | "M" => 30,
        _ => return None,
    };
    let days = digits.parse::<i64>().ok()?.checked_mul(days_each)?;
    (0..=MAX_DAYS).contains(&days).then_some(days)
}

/// First moment of a year, month or day, and the first after it.
fn calendar(text: &str) -> Option<(i64, i64)> {
    let mut parts = text.split('-');
    let year: i32 = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let month: Option<u8> = parts.next().map(str::parse).transpose().ok()?;
    let day: Option<u8> = parts.next().map(str::parse).transpose().ok()?;
    if parts.next().is_some() {
        return None;
    }
    let first = date(year, month.unwrap_or(1), day.unwrap_or(1))?;
    let after = match (month, day) {
        (Some(_), Some(_)) => first.next_day()?,
        (Some(12), None) | (None, _) => date(year + 1, 1, 1)?,
        (Some(month), None) => date(year, month + 1, 1)?,
    };
    Some((morning(first), morning(after)))
}

fn date(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
}

fn morning(day: Date) -> i64 {
    day.midnight().assume_utc().unix_timestamp() + MORNING
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{DAY, MORNING, period};

    /// 1 January 2027, 00:00 UTC.
    const NEW_YEAR: i64 = 1_798_761_600;
    const FROM: Option<i64> = Some(NEW_YEAR + MORNING);

    fn day(number: i64) -> i64 {
        NEW_YEAR + MORNING + number * DAY
    }

    #[test]
    fn a_stretch_may_be_a_year_a_month_a_day_or_between_two() {
        assert_eq!(period("2027", 0), Some((FROM, Some(day(365)))));
        assert_eq!(period("2027-01", 0), Some((FROM, Some(day(31)))));
        assert_eq!(period("2027-01-02", 0), Some((Some(day(1)), Some(day(2)))));
        assert_eq!(period("2027-01..2027-03", 0), Some((FROM, Some(day(90)))));
        assert_eq!(period("..2027-01", 0), Some((None, Some(day(31)))));
        assert_eq!(period("2027-01..", 0), Some((FROM, None)));
    }

    #[test]
    fn days_weeks_and_months_are_counted_from_now() {
        assert_eq!(period("<30d", 1000), Some((Some(1000), Some(1000 + 30 * DAY))));
        assert_eq!(period("<2w", 0), Some((Some(0), Some(14 * DAY))));
        assert_eq!(period(">1m", 0), Some((Some(30 * DAY), None)));
    }

    #[test]
    fn what_is_no_stretch_means_nothing() {
        for text in
            ["", "soon", "2027-13", "2027-02-30", "27", "..", "<", "<d", "<99999999999999999999d", "<9999999w", "2027-01-01-01"]
        {
            assert_eq!(period(text, 0), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_is_too_odd(text in "(\\PC|[0-9.<>dwm-]){0,24}", now in any::<i64>()) {
            period(&text, now);
        }
    }
}
