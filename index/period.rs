//! `deadline:2027-01..2027-03`, `deadline:<30d`: a stretch of time as typed. Pure; knows no record.

use tantivy::time::{Date, Month};

pub(crate) const DAY: i64 = 86_400;

/// Further away nothing is announced; larger numbers are slips of the hand, and must not overflow.
const MAX_DAYS: i64 = 36_500;

/// `2027`; of so many digits alone nobody means days.
const YEAR_DIGITS: usize = 4;

/// In which a year of two digits is: `31.3.27`.
const CENTURY: i32 = 2000;

/// As it is typed.
const TODAY: &str = "today";

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
    if let Some(bound) = text.strip_prefix('<') {
        return before(bound, today);
    }
    if let Some(bound) = text.strip_prefix('>') {
        return after(bound, today);
    }
    match text.split_once("..") {
        None => calendar(text, today).map(|(from, to)| (Some(from), Some(to))),
        Some(("", "")) => None,
        Some((from, to)) => {
            let from = if from.is_empty() { None } else { Some(calendar(from, today)?.0) };
            let to = if to.is_empty() { None } else { Some(calendar(to, today)?.1) };
            Some((from, to))
        }
    }
}

/// `<30d` and `<=30d`: both with the last of the days, for nobody counts so exactly. `<2027-03-01`: before that day, `<=` with it.
fn before(bound: &str, today: i64) -> Option<Period> {
    let (bound, with_it) = bound.strip_prefix('=').map_or((bound, false), |bound| (bound, true));
    if let Some(days) = days(bound) {
        return Some((Some(today), Some(today.saturating_add(days + 1))));
    }
    let (first, after) = calendar(bound, today)?;
    Some((None, Some(if with_it { after } else { first })))
}

/// `>30d`: beyond the last of the days, `>=30d` from it on; `>2027-03-01` and `>=2027-03-01` alike.
fn after(bound: &str, today: i64) -> Option<Period> {
    let (bound, with_it) = bound.strip_prefix('=').map_or((bound, false), |bound| (bound, true));
    if let Some(days) = days(bound) {
        return Some((Some(today.saturating_add(days + i64::from(!with_it))), None));
    }
    let (first, after) = calendar(bound, today)?;
    Some((Some(if with_it { first } else { after }), None))
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
    if digits.len() == YEAR_DIGITS && digits.len() == span.len() {
        return None;
    }
    let days = digits.parse::<i64>().ok()?.checked_mul(days_each)?;
    (0..=MAX_DAYS).contains(&days).then_some(days)
}

/// First day of a year, month or day, and the first after it: `2027-03-31`, and as Israel and most of Europe write it `31.3.2027`, `31/3/27`.
fn calendar(text: &str, today: i64) -> Option<(i64, i64)> {
    if text.eq_ignore_ascii_case(TODAY) {
        return Some((today, today.saturating_add(1)));
    }
    let ends_in_year = text.contains(['.', '/']);
    let mut parts: Vec<&str> = text.split(['-', '.', '/']).collect();
    if ends_in_year {
        parts.reverse();
    }
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let of_one_sort = ['-', '.', '/'].into_iter().filter(|mark| text.contains(*mark)).count() <= 1;
    if parts.len() > 3 || !parts.iter().all(is_number) || !of_one_sort {
        return None;
    }
    let year: i32 = match parts.first()?.len() {
        YEAR_DIGITS => parts[0].parse().ok()?,
        2 if ends_in_year && parts.len() == 3 => CENTURY + parts[0].parse::<i32>().ok()?,
        _ => return None,
    };
    let month: Option<u8> = parts.get(1).map(|part| part.parse()).transpose().ok()?;
    let day: Option<u8> = parts.get(2).map(|part| part.parse()).transpose().ok()?;
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
    fn a_day_may_be_written_as_people_do_and_be_a_bound() {
        let day_two = Some((Some(day(1)), Some(day(2))));
        for text in ["2.1.2027", "02/01/2027", "2/1/27", "2.1.27", "2027-1-2"] {
            assert_eq!(period(text, 0), day_two, "{text}");
        }
        assert_eq!(period("1.2027", 0), period("2027-01", 0));
        assert_eq!(period("1.1.2027..31.3.2027", 0), period("2027-01..2027-03", 0));
        assert_eq!(period("today", 7), Some((Some(7), Some(8))));
        assert_eq!(period("Today..", 7), Some((Some(7), None)));
        assert_eq!(period("<=30d", 1000), period("<30d", 1000));
        assert_eq!(period(">=30d", 1000), Some((Some(1030), None)));
        assert_eq!(period("<2.1.2027", 0), Some((None, Some(day(1)))));
        assert_eq!(period("<=2027-01-02", 0), Some((None, Some(day(2)))));
        assert_eq!((period(">2027", 0), period(">=2027", 0)), (Some((Some(day(365)), None)), Some((FROM, None))));
    }

    #[test]
    fn what_is_no_stretch_means_nothing() {
        for text in [
            "",
            "soon",
            "2027-13",
            "31.2.2027",
            "1.1/2027",
            "1.1.1.2027",
            "1.27",
            "+1.+1.2027",
            "<=",
            "<today..",
            "2027-02-30",
            "27",
            "..",
            "<",
            "<d",
            "<99999999999999999999d",
            "<9999999w",
            "2027-01-01-01",
        ] {
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
