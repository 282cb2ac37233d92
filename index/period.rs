//! `deadline:2027-01..2027-03`, `deadline:<30d`: a stretch of time as typed. Pure; knows no record.

use tantivy::time::{Date, Month};

pub(crate) const DAY: i64 = 86_400;

/// Further away nothing is announced; larger numbers are slips of the hand, and must not overflow.
const MAX_DAYS: i64 = 36_500;

/// From the first day to before the last, in days since 1970; `None` is open-ended.
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

    /// Whether a record whose nearest deadline has this date was asked for.
    pub(crate) fn admit(&self, deadline: Option<i64>) -> bool {
        let within =
            |(from, to): &Period| deadline.is_some_and(|day| from.is_none_or(|from| day >= from) && to.is_none_or(|to| day < to));
        self.wanted.iter().all(|periods| periods.iter().any(within)) && !self.unwanted.iter().any(within)
    }
}

/// What the text means on the day `today`; `None` where it means nothing.
pub(crate) fn period(text: &str, today: i64) -> Option<Period> {
    if let Some(span) = text.strip_prefix('<') {
        return Some((Some(today), Some(today.saturating_add(days(span)? + 1))));
    }
    if let Some(span) = text.strip_prefix('>') {
        return Some((Some(today.saturating_add(days(span)? + 1)), None));
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

/// First day of a year, month or day, and the first after it.
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
    Some((number(first), number(after)))
}

fn date(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
}

fn number(day: Date) -> i64 {
    day.midnight().assume_utc().unix_timestamp().div_euclid(DAY)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{DAY, period};

    /// 1 January 2027.
    const NEW_YEAR: i64 = 1_798_761_600 / DAY;
    const FROM: Option<i64> = Some(NEW_YEAR);

    fn day(number: i64) -> i64 {
        NEW_YEAR + number
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
    fn days_weeks_and_months_are_counted_from_today_to_the_end_of_the_last() {
        assert_eq!(period("<30d", 1000), Some((Some(1000), Some(1031))));
        assert_eq!(period("<2w", 0), Some((Some(0), Some(15))));
        assert_eq!(period(">1m", 0), Some((Some(31), None)));
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
        fn nothing_is_too_odd(text in "(\\PC|[0-9.<>dwm-]){0,24}", today in any::<i64>()) {
            period(&text, today);
        }
    }
}
