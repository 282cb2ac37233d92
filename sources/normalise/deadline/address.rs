//! What the address of a page tells of its time: the month of its folder, the year in its name or in that of its site.

use chrono::{Datelike, NaiveDate};

use super::year::only_year;

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
    segments.iter().find_map(whole).or_else(|| month_of_path(&segments))
}

/// The only year among the folders of the address.
pub(super) fn year_of_address(url: &str) -> Option<i32> {
    let path = url.split(['?', '#']).next()?;
    let years = |segment: &str| segment.parse().ok().filter(|year| segment.len() == 4 && (1990..2100).contains(year));
    let mut years = path.split('/').skip(3).filter_map(years);
    years.next().filter(|first| years.all(|year| year == *first))
}

/// "/youth-exchange-2027/": the only year in the name of the page itself. It is a name like a title, so that the title has to agree.
pub(super) fn year_of_slug(url: &str) -> Option<i32> {
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
