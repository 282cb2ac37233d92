//! `{year}` in addresses: some sites begin a new list each January, and announce next year's in autumn.

use chrono::{Datelike, NaiveDate};
use url::Url;

use crate::page::Request;

/// The addresses that a template stands for today, each once, this year's first.
pub(super) fn expand(template: &str, today: NaiveDate) -> Vec<String> {
    if !template.contains("{year}") {
        return vec![template.to_owned()];
    }
    let year = today.year();
    let mut years = vec![year];
    if today.month() == 1 {
        years.push(year - 1);
    }
    if today.month() >= 11 {
        years.push(year + 1);
    }
    years.iter().map(|year| template.replace("{year}", &year.to_string())).collect()
}

/// One GET for each. The roadmap's check has parsed the address already; what does not parse is left out.
pub(super) fn requests(template: &str, today: NaiveDate) -> Vec<Request> {
    expand(template, today).iter().filter_map(|address| Url::parse(address).ok()).map(Request::get).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_rolls_over_in_january_and_from_november() {
        for (today, years) in [
            ((2026, 5, 6), vec!["news-2026"]),
            ((2026, 12, 31), vec!["news-2026", "news-2027"]),
            ((2027, 1, 1), vec!["news-2027", "news-2026"]),
            ((2027, 1, 31), vec!["news-2027", "news-2026"]),
            ((2027, 2, 1), vec!["news-2027"]),
            ((2026, 10, 31), vec!["news-2026"]),
            ((2026, 11, 1), vec!["news-2026", "news-2027"]),
        ] {
            let today = NaiveDate::from_ymd_opt(today.0, today.1, today.2).unwrap();
            assert_eq!(expand("news-{year}", today), years);
        }
    }
}
