//! Holidays of the communities whose local authorities get the letter: which days an authority's council and offices rest.
//! Pure, and for days that come as arguments; which authority keeps which calendar is `config/calendars.toml` and the profile.
//!
//! Muslim feasts follow the Umm al-Qura calendar; the sighting of the moon may move one by a day.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context as _;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use icu_calendar::cal::{Hebrew, Hijri};
use icu_calendar::{AsCalendar, Date};
use serde::{Deserialize, Serialize};

/// A community's calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Faith {
    Jewish,
    Muslim,
    Christian,
    Druze,
}

/// A day on which a council does not sit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holiday {
    /// Its name is the text `letter.holiday.KEY`.
    pub key: &'static str,
    /// The feast itself; else its eve or a day within it, on which offices are closed and guests may still be received.
    pub feast: bool,
}

/// Every name of a holiday, for [`crate::i18n::I18n::require`].
pub const KEYS: &[&str] = &[
    "letter.holiday.rosh_hashana",
    "letter.holiday.yom_kippur",
    "letter.holiday.sukkot",
    "letter.holiday.simchat_torah",
    "letter.holiday.pesach",
    "letter.holiday.independence",
    "letter.holiday.shavuot",
    "letter.holiday.eid_al_fitr",
    "letter.holiday.eid_al_adha",
    "letter.holiday.christmas",
    "letter.holiday.new_year",
    "letter.holiday.good_friday",
    "letter.holiday.easter",
    "letter.holiday.nabi_shuayb",
    "letter.holiday.nabi_sabalan",
    "letter.holiday.shabbat",
];

/// Kept by every authority, whatever its calendar.
const INDEPENDENCE: &str = "independence";

/// Which authorities keep which calendars, by slug.
#[derive(Debug, Clone, Default)]
pub struct Calendars(BTreeMap<String, Vec<Faith>>);

impl Calendars {
    /// Reads `calendars.toml` of the configuration folder.
    pub fn load(config: &Path) -> anyhow::Result<Self> {
        let path = config.join("calendars.toml");
        let text = std::fs::read_to_string(&path).with_context(|| format!("{}: cannot be read", path.display()))?;
        Self::parse(&text).with_context(|| path.display().to_string())
    }

    /// The same from text.
    pub fn parse(text: &str) -> anyhow::Result<Self> {
        let lists: BTreeMap<Faith, Vec<String>> = toml::from_str(text)?;
        let mut of: BTreeMap<String, Vec<Faith>> = BTreeMap::new();
        for (faith, slugs) in lists {
            for slug in slugs {
                of.entry(slug).or_default().push(faith);
            }
        }
        Ok(Self(of))
    }

    /// What the authority `slug` keeps: the Jewish calendar unless it stands in a list.
    pub fn of(&self, slug: &str) -> Vec<Faith> {
        self.0.get(slug).cloned().unwrap_or_else(|| vec![Faith::Jewish])
    }
}

/// Whether offices work on `day`: neither weekend nor a holiday of `faiths`.
pub fn is_working(day: NaiveDate, faiths: &[Faith]) -> bool {
    !matches!(day.weekday(), Weekday::Fri | Weekday::Sat) && holiday(day, faiths).is_none()
}

/// Whether no letter leaves by itself: Shabbat, or a Jewish feast. Eves and the days within a feast are none, offices closed or not.
pub fn is_day_of_rest(day: NaiveDate) -> bool {
    day.weekday() == Weekday::Sat || jewish(day).is_some_and(|holiday| holiday.feast)
}

/// `day`, or where that is a day of rest the next working day of its week; where the week has none (the middle days of a feast), the next
/// that is neither a day of rest nor a Friday.
pub fn off_rest(day: NaiveDate) -> NaiveDate {
    if !is_day_of_rest(day) {
        return day;
    }
    let following = |days: usize| day.iter_days().skip(1).take(days);
    let left_of_week = 6 - day.weekday().num_days_from_sunday() as usize;
    following(left_of_week)
        .find(|day| is_working(*day, &[Faith::Jewish]))
        .or_else(|| following(LONGEST_REST).find(|day| !is_day_of_rest(*day) && day.weekday() != Weekday::Fri))
        .unwrap_or(day)
}

/// The holiday that `faiths` keep on `day`. Independence Day is everybody's day off (Independence Day Law, 1949).
pub fn holiday(day: NaiveDate, faiths: &[Faith]) -> Option<Holiday> {
    let of_the_state = || jewish(day).filter(|holiday| holiday.key == INDEPENDENCE);
    let of_faiths = faiths.iter().find_map(|faith| match faith {
        Faith::Jewish => jewish(day),
        Faith::Muslim => muslim(day),
        Faith::Christian => christian(day),
        Faith::Druze => druze(day),
    });
    of_faiths.or_else(of_the_state)
}

/// Days in which there surely is one without rest: two days of a feast beside a Friday and a Shabbat.
const LONGEST_REST: usize = 7;

const fn feast(key: &'static str) -> Holiday {
    Holiday { key, feast: true }
}

/// An eve, or a day between the first and the last of a feast.
const fn around(key: &'static str) -> Holiday {
    Holiday { key, feast: false }
}

/// Months count from Tishrei; Adar of an ordinary year and Adar II are 6.
fn jewish(day: NaiveDate) -> Option<Holiday> {
    Some(match month_and_day(day, Hebrew)? {
        (12, 29) => around("rosh_hashana"),
        (1, 1 | 2) => feast("rosh_hashana"),
        (1, 9) => around("yom_kippur"),
        (1, 10) => feast("yom_kippur"),
        (1, 15) => feast("sukkot"),
        (1, 14 | 16..=21) => around("sukkot"),
        (1, 22) => feast("simchat_torah"),
        (7, 15 | 21) => feast("pesach"),
        (7, 14 | 16..=20) => around("pesach"),
        (8, iyar) if is_independence(day, iyar) => feast(INDEPENDENCE),
        (9, 5) => around("shavuot"),
        (9, 6) => feast("shavuot"),
        _ => return None,
    })
}

/// 5 Iyar, moved so that neither it nor the memorial day before it touches the Sabbath: from Friday and Saturday back to Thursday,
/// from Monday on to Tuesday.
fn is_independence(day: NaiveDate, iyar: u8) -> bool {
    match (iyar, day.weekday()) {
        (3 | 4, Weekday::Thu) | (6, Weekday::Tue) => true,
        (5, weekday) => !matches!(weekday, Weekday::Fri | Weekday::Sat | Weekday::Mon),
        _ => false,
    }
}

fn muslim(day: NaiveDate) -> Option<Holiday> {
    match month_and_day(day, Hijri::new_umm_al_qura())? {
        (10, 1..=3) => Some(feast("eid_al_fitr")),
        _ => eid_al_adha(day),
    }
}

fn eid_al_adha(day: NaiveDate) -> Option<Holiday> {
    matches!(month_and_day(day, Hijri::new_umm_al_qura())?, (12, 10..=13)).then_some(feast("eid_al_adha"))
}

/// The four days of Nabi Shu'ayb and the one of Nabi Sabalan are fixed by the civil calendar.
fn druze(day: NaiveDate) -> Option<Holiday> {
    match (day.month(), day.day()) {
        (4, 25..=28) => Some(feast("nabi_shuayb")),
        (9, 10) => Some(feast("nabi_sabalan")),
        _ => eid_al_adha(day),
    }
}

/// Both reckonings: the towns of the Galilee have parishes of each, and a council of both sits on neither.
fn christian(day: NaiveDate) -> Option<Holiday> {
    match (day.month(), day.day()) {
        (12, 24) | (1, 6) => return Some(around("christmas")),
        (12, 25 | 26) | (1, 7) => return Some(feast("christmas")),
        (1, 1) => return Some(feast("new_year")),
        _ => {}
    }
    [western_easter(day.year()), eastern_easter(day.year())].into_iter().flatten().find_map(|easter| {
        match (day - easter).num_days() {
            -2 => Some(feast("good_friday")),
            0 | 1 => Some(feast("easter")),
            _ => None,
        }
    })
}

/// Easter of the Gregorian calendar (Meeus, Jones and Butcher).
fn western_easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let days = moon + sunday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, (days / 31) as u32, (days % 31 + 1) as u32)
}

/// Easter of the Julian calendar (Meeus), as a civil date.
fn eastern_easter(year: i32) -> Option<NaiveDate> {
    /// Between the calendars from 1900 to 2099.
    const JULIAN_LAG: Days = Days::new(13);
    let moon = (19 * (year % 19) + 15) % 30;
    let sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    let days = moon + sunday + 114;
    NaiveDate::from_ymd_opt(year, (days / 31) as u32, (days % 31 + 1) as u32)?.checked_add_days(JULIAN_LAG)
}

/// Month and day in another calendar. In the Hebrew one a leap Adar I has the number of Shevat: nothing is kept in either.
fn month_and_day(day: NaiveDate, calendar: impl AsCalendar) -> Option<(u8, u8)> {
    let there = Date::try_new_iso(day.year(), day.month() as u8, day.day() as u8).ok()?.to_calendar(calendar);
    Some((there.month().number(), there.day_of_month().0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(day: &str, faith: Faith) -> Option<&'static str> {
        holiday(day.parse().unwrap(), &[faith]).map(|holiday| holiday.key)
    }

    #[test]
    fn holidays_fall_where_the_calendars_of_2026_and_2027_have_them() {
        for (day, faith, name) in [
            ("2026-09-12", Faith::Jewish, "rosh_hashana"),
            ("2026-09-21", Faith::Jewish, "yom_kippur"),
            ("2026-10-03", Faith::Jewish, "simchat_torah"),
            ("2027-04-22", Faith::Jewish, "pesach"),
            ("2027-06-11", Faith::Jewish, "shavuot"),
            ("2027-03-10", Faith::Muslim, "eid_al_fitr"),
            ("2027-05-16", Faith::Muslim, "eid_al_adha"),
            ("2027-05-16", Faith::Druze, "eid_al_adha"),
            ("2027-04-25", Faith::Druze, "nabi_shuayb"),
            ("2027-03-26", Faith::Christian, "good_friday"),
            ("2027-03-28", Faith::Christian, "easter"),
            ("2027-05-02", Faith::Christian, "easter"),
            ("2026-12-25", Faith::Christian, "christmas"),
        ] {
            assert_eq!(key(day, faith), Some(name), "{day}");
        }
        for faith in [Faith::Jewish, Faith::Muslim, Faith::Christian, Faith::Druze] {
            assert_eq!(key("2027-05-12", faith), Some("independence"), "{faith:?}");
        }
        assert_eq!(key("2026-12-25", Faith::Jewish), None);
        assert_eq!(key("2026-09-21", Faith::Muslim), None);
    }

    #[test]
    fn independence_day_never_touches_the_sabbath() {
        for (year, kept) in [(2024, "2024-05-14"), (2025, "2025-05-01"), (2026, "2026-04-22"), (2027, "2027-05-12")] {
            let days = (0..60).filter_map(|n| NaiveDate::from_ymd_opt(year, 4, 10)?.checked_add_days(Days::new(n)));
            let found: Vec<String> = days
                .filter(|day| jewish(*day).is_some_and(|holiday| holiday.key == "independence"))
                .map(|day| day.to_string())
                .collect();
            assert_eq!(found, [kept]);
        }
    }

    #[test]
    fn friday_and_saturday_are_no_working_days_and_sunday_is_one() {
        let works = |day: &str| is_working(day.parse().unwrap(), &[Faith::Jewish]);
        assert_eq!([works("2026-11-27"), works("2026-11-28"), works("2026-11-29")], [false, false, true]);
    }

    #[test]
    fn the_shipped_list_names_only_authorities_that_there_are() {
        let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("config");
        let calendars = Calendars::load(&config).unwrap();
        let register = std::fs::read_to_string(config.join("municipalities.csv")).unwrap();
        for slug in calendars.0.keys() {
            assert!(register.lines().any(|line| line.starts_with(&format!("{slug},"))), "{slug}");
        }
        assert_eq!(calendars.of("shefaram"), [Faith::Muslim, Faith::Christian, Faith::Druze]);
        assert_eq!(calendars.of("netanya"), [Faith::Jewish]);
    }

    #[test]
    fn letters_move_from_shabbat_and_feasts_to_the_next_day_on_which_they_may_leave() {
        for (day, moved) in [
            ("2026-11-29", "2026-11-29"),
            // Shabbat.
            ("2026-11-28", "2026-11-29"),
            // Both days of Rosh Hashana, Shabbat and Sunday.
            ("2027-10-02", "2027-10-04"),
            ("2027-10-03", "2027-10-04"),
            // The eve of a feast and its middle days are none.
            ("2027-04-21", "2027-04-21"),
            ("2027-04-25", "2027-04-25"),
            // The rest of this week is all Passover's: the day after the feast, not the week after.
            ("2025-04-13", "2025-04-14"),
            // The end of Passover, a Wednesday.
            ("2027-04-28", "2027-04-29"),
        ] {
            assert_eq!(off_rest(day.parse().unwrap()).to_string(), moved, "{day}");
        }
    }
}
