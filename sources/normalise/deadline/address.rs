//! What the address of a page tells of its time: the month of its folder, the year in its name or in that of its site.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use super::year::only_year;
use crate::lexicon::grammar::GRAMMAR;
use crate::normalise::dates::Mention;

/// In the folder of a year these months are that year's: one applies in the autumn before for what is held in it, and what is published in its
/// autumn may end in the next winter.
const SURE_MONTHS: RangeInclusive<u32> = 4..=7;

/// The year that an address names.
pub(super) struct Addressed {
    /// Among its folders, or in the name of the page where the title has it too.
    named: Option<i32>,
    /// As a folder that holds pages, where no other year stands in the text at all.
    folder: Option<i32>,
}

impl Addressed {
    /// `agrees` is whether title and days name no other year, `current` whether it is besides no year before the present one nor far ahead.
    pub(super) fn new(
        url: &str,
        text: &str,
        titled: Option<i32>,
        agrees: impl Fn(&i32) -> bool,
        current: impl Fn(&i32) -> bool,
    ) -> Self {
        let named = year_of_address(url).or_else(|| year_of_slug(url).filter(|year| titled == Some(*year))).filter(agrees);
        let folder = year_of_folder(url).filter(|year| current(year) && names_no_other(text, *year));
        Self { named, folder }
    }

    /// The year of a day that is printed without one, where the first day of the event or the weekday bears it out: the folder of an upload may
    /// be of any year, and what one hands in for meets later in that year. Nothing else need bear out the folder of a page for a day of its
    /// spring.
    pub(super) fn year(&self, mention: &Mention, meets: Option<(u32, u32)>) -> Option<i32> {
        let before_it = meets.map(|meets| mention.month_day <= meets);
        let sure = SURE_MONTHS.contains(&mention.month_day.0) && before_it != Some(false);
        let borne_out = mention.weekday.is_some() || before_it == Some(true);
        if borne_out { self.named } else { self.folder.filter(|_| sure) }
    }
}

/// `/2021/03/city-partners`, `/2024/04/26/…`, `/2024-04-26-partners`, `/news/20240426`: the month or day that the page's address names.
pub(super) fn dated_address(url: &str) -> Option<NaiveDate> {
    let path = url.split(['?', '#']).next()?;
    let segments: Vec<&str> = path.split('/').skip(3).collect();
    let whole = |segment: &&str| {
        let (parted, digits) = (segment.get(..10), segment.split(|c: char| !c.is_ascii_digit()).next());
        let alone = |digits: &&str| digits.len() == 8 && matches!(segment.as_bytes().get(8), None | Some(b'-'));
        let digits = digits.filter(alone).and_then(|day| NaiveDate::parse_from_str(day, "%Y%m%d").ok());
        let date = parted.and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()).or(digits);
        date.filter(|date| (1990..2100).contains(&date.year()))
    };
    segments
        .iter()
        .find_map(whole)
        .or_else(|| month_of_path(&segments))
        .or_else(|| segments.last().and_then(|name| moment_of(name)))
}

/// "city-award-20240426103322.html": to the second, as agencies number what they send.
fn moment_of(name: &str) -> Option<NaiveDate> {
    let number = name.split('.').next()?.rsplit('-').next()?;
    chrono::NaiveDateTime::parse_from_str(number, "%Y%m%d%H%M%S").ok().map(|moment| moment.date()).filter(|_| number.len() == 14)
}

/// The only year among the folders of the address.
fn year_of_address(url: &str) -> Option<i32> {
    let path = url.split(['?', '#']).next()?;
    let years = |segment: &str| segment.parse().ok().filter(|year| segment.len() == 4 && (1990..2100).contains(year));
    let mut years = path.split('/').skip(3).filter_map(years);
    years.next().filter(|first| years.all(|year| year == *first))
}

/// The same of an address whose folders hold pages: an upload lies in the folder of any year, and so does what is archived.
fn year_of_folder(url: &str) -> Option<i32> {
    let path = url.split(['?', '#']).next()?;
    let stored = |part: &str| GRAMMAR.later.stores.iter().any(|store| part.eq_ignore_ascii_case(store));
    let mut parts = path.split(['/', '.', '-', '_']).skip(1);
    year_of_address(url).filter(|_| !parts.any(stored))
}

/// Does a text name no year but this one?
pub(super) fn names_no_other(text: &str, year: i32) -> bool {
    let years = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() == 4).filter_map(|word| word.parse().ok());
    years.filter(|other| (1990..2100).contains(other)).all(|other: i32| other == year)
}

/// "/youth-exchange-2027/": the only year in the name of the page itself. It is a name like a title, so that the title has to agree.
fn year_of_slug(url: &str) -> Option<i32> {
    let path = url.split(['?', '#']).next()?;
    path.split('/').skip(3).filter(|segment| !segment.is_empty()).last().and_then(only_year)
}

fn month_of_path(segments: &[&str]) -> Option<NaiveDate> {
    segments.windows(2).enumerate().find_map(|(index, pair)| {
        let year: i32 = pair[0].parse().ok().filter(|year| (1990..2100).contains(year))?;
        let month: u32 = pair[1].parse().ok().filter(|_| pair[1].len() == 2)?;
        let day = segments.get(index + 2).filter(|part| part.len() == 2).and_then(|part| part.parse().ok()).unwrap_or(1);
        NaiveDate::from_ymd_opt(year, month, day)
    })
}

/// "mills-2027.example.org", "mills2027.org": the only year in the name of a site, which is that of what it was made for.
pub(super) fn year_of_site(url: &str) -> Option<i32> {
    let labels: Vec<&str> = url.split('/').nth(2)?.split('.').collect();
    let year = |label: &&str| -> Option<i32> {
        let named = label.contains(char::is_alphabetic);
        let digits: Vec<&str> = label.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).collect();
        match digits[..] {
            [year] if named && year.len() == 4 => year.parse().ok().filter(|year| (1990..2100).contains(year)),
            _ => None,
        }
    };
    let mut found = labels.split_last()?.1.iter().filter_map(year);
    found.next().filter(|_| found.next().is_none())
}
