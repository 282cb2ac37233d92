//! What ends a walk that has no end: addresses that only a trap gives out, pages that bring nothing new, days far from today.
//! Pure; knows nothing of how a page is fetched or read.

use chrono::{Days, NaiveDate};
use sources::opportunity::{Deadline, Event};
use sources::source::Window;
use url::Url;

/// Pages in a row that brought nothing this visit had not seen: one is a quiet month of a calendar, three are a machine's.
const MOST_BARREN_PAGES: u32 = 3;

/// Heritrix, whose authors have seen most traps of the web, stops here too.
const MOST_SEGMENTS: usize = 20;

/// A run of segments that stands so often in a row is a relative link that a server answers at every depth. Twice is a date
/// (`/2026/11/11/`) or a site's habit.
const MOST_REPEATS: usize = 2;

/// Runs of up to so many segments are looked for: longer cycles reach [`MOST_SEGMENTS`] soon enough.
const LONGEST_RUN: usize = 3;

/// What a page comes to on average at most: real ones have 30 to 60 kB, and the answers of large interfaces make up for it.
const BYTES_PER_PAGE: usize = 128 * 1024;

/// A few large answers, an interface's or a site map's, are fine however few pages a source may have.
const LEAST_BYTES: usize = 32 * 1024 * 1024;

/// Items of one visit: three times what the largest source that we know, the EU portal, has open at a time. What an interface gives
/// beyond is its archive, and each item costs some milliseconds.
pub(super) const MOST_ITEMS: usize = 3_000;

/// Bytes after which a visit asks for no further page: each alone may be large, all of them together not.
pub(super) fn most_bytes(page_limit: u32) -> usize {
    LEAST_BYTES.max(page_limit as usize * BYTES_PER_PAGE)
}

/// Why an address is one that only a trap gives out, if it is.
pub(super) fn sign_of_a_trap(url: &Url) -> Option<&'static str> {
    let segments: Vec<&str> = url.path_segments()?.filter(|segment| !segment.is_empty()).collect();
    if segments.len() > MOST_SEGMENTS {
        return Some("its path is deeper than any site's");
    }
    let repeats = |run: usize| {
        segments.windows(run * (MOST_REPEATS + 1)).any(|window| window.chunks(run).all(|chunk| chunk == &window[..run]))
    };
    (1..=LONGEST_RUN).any(repeats).then_some("its path repeats itself")
}

/// Whether a list still brings something.
#[derive(Debug, Default)]
pub(super) struct Novelty {
    barren: u32,
    nearest: Option<u64>,
}

impl Novelty {
    /// Notes one page; false once too many in a row brought nothing.
    pub(super) fn goes_on(&mut self, brought_something: bool) -> bool {
        self.barren = if brought_something { 0 } else { self.barren + 1 };
        self.barren < MOST_BARREN_PAGES
    }

    /// Notes how far from today a page's items are at least; whether that is nearer than those of the page before were. Of the first
    /// page nobody can tell.
    pub(super) fn comes_nearer(&mut self, nearest: Option<u64>) -> bool {
        let before = std::mem::replace(&mut self.nearest, nearest);
        before.is_none_or(|before| nearest.is_some_and(|now| now < before))
    }
}

/// How many days a record's nearest day is from today, if it has one.
pub(super) fn days_off(deadline: &Deadline, event: &Event, today: NaiveDate) -> Option<u64> {
    let event = [event.start, event.end].into_iter().flatten();
    deadline.stages.iter().map(|stage| stage.date).chain(event).map(|day| (day - today).num_days().unsigned_abs()).min()
}

/// Whether a record is of a time that anybody asks about. What has no date is: nothing speaks against it.
pub(super) fn is_within(window: Window, deadline: &Deadline, event: &Event, today: NaiveDate) -> bool {
    let first = today.checked_sub_days(Days::new(window.past_days.into())).unwrap_or(NaiveDate::MIN);
    let last = today.checked_add_days(Days::new(window.ahead_days.into())).unwrap_or(NaiveDate::MAX);
    let event = [event.start, event.end].into_iter().flatten();
    let mut days = deadline.stages.iter().map(|stage| stage.date).chain(event).peekable();
    days.peek().is_none() || days.any(|day| (first..=last).contains(&day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign(url: &str) -> Option<&'static str> {
        sign_of_a_trap(&Url::parse(url).unwrap())
    }

    #[test]
    fn a_path_that_repeats_itself_is_a_trap_and_a_date_is_none() {
        for trap in ["https://a.example/x/x/x", "https://a.example/calls/a/b/a/b/a/b/", "https://a.example/a/b/c/a/b/c/a/b/c"] {
            assert_eq!(sign(trap), Some("its path repeats itself"), "{trap}");
        }
        assert_eq!(
            sign(&format!("https://a.example{}", (0..21).map(|n| format!("/{n}")).collect::<Vec<_>>().concat())),
            Some("its path is deeper than any site's")
        );
        for honest in [
            "https://a.example/",
            "https://a.example/2026/11/11/call",
            "https://a.example/en/x/en/x/",
            "https://a.example/a//b///c",
        ] {
            assert_eq!(sign(honest), None, "{honest}");
        }
    }

    #[test]
    fn three_barren_pages_in_a_row_end_a_list() {
        let mut novelty = Novelty::default();
        let walk = [true, false, false, true, false, false, false].map(|brought| novelty.goes_on(brought));
        assert_eq!(walk, [true, true, true, true, true, true, false]);
    }

    #[test]
    fn a_list_that_begins_with_its_oldest_items_comes_nearer() {
        let mut novelty = Novelty::default();
        let walk = [Some(300), Some(200), Some(20), Some(90), None, Some(5)].map(|nearest| novelty.comes_nearer(nearest));
        assert_eq!(walk, [true, true, true, false, false, true]);
    }

    #[test]
    fn only_a_record_with_every_day_outside_is_outside() {
        let (window, today) = (Window { past_days: 60, ahead_days: 730 }, "2026-11-25".parse().unwrap());
        let on = |days: &[&str]| {
            let [start, end] = [0, 1].map(|number| days.get(number).map(|day| day.parse().unwrap()));
            is_within(window, &Deadline::default(), &Event { start, end, ..Event::default() }, today)
        };
        assert!(on(&[]) && on(&["2026-11-25"]) && on(&["2020-01-01", "2026-12-01"]));
        assert!(!on(&["2026-09-01"]) && !on(&["2031-01-01", "2031-01-02"]));
    }
}
