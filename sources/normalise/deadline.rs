//! By when to hand in, and when it takes place: the dates of a text weighed by the words beside them.
//! The words are `config/cues.toml`; the rules are: the strongest words win, decoys never do, a year is never guessed.

use chrono::NaiveDate;

mod accepted;
mod address;
mod afterwards;
mod answered;
mod behind;
mod bounds;
mod call_year;
mod cheaper;
mod claim;
pub(in crate::normalise) mod clauses;
mod columns;
mod contest;
mod current_year;
mod decide;
mod event;
mod fee;
mod field;
mod gazette;
mod head_day;
mod head_month;
mod held;
mod info_day;
mod informed;
mod invitation;
mod late;
mod marked;
mod meeting;
mod opening;
mod passing;
mod quote;
mod reach;
mod reading;
mod reply;
mod role;
mod sequence;
mod stage;
mod stamp;
mod subject;
mod taken_back;
mod timetable;
mod told_of;
mod too_late;
mod unbroken;
mod undertaking;
mod window;
mod year;

#[cfg(test)]
mod tests;

pub(in crate::normalise) use decide::{BARE, SOLE, YEAR_OPEN};
pub use field::from_field;

use crate::normalise::cues::CueFound;
use crate::opportunity::Deadline;
use reading::Reading;
pub(in crate::normalise) use reading::words_in;
use role::{Role, roles};
use year::Years;

/// What is known beside the text.
#[derive(Debug, Clone, Copy)]
pub struct DeadlineContext<'a> {
    /// The date of publication that the source gave.
    pub published: Option<NaiveDate>,
    /// The page's address; `/2027/03/` in it dates the page.
    pub url: &'a str,
    /// Tells far-future sentinels; never lends a year.
    pub today: NaiveDate,
}

/// A deadline with its reason.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeadlineFound {
    /// Kind and stages, each with its quote.
    pub deadline: Deadline,
    /// Dotted name of the rule that decided.
    pub rule: String,
    /// The words that decided, also where no date came of it ("rolling basis", "31 October").
    pub quote: Option<String>,
    /// Month and day of a deadline whose year nothing fixes.
    pub month_day: Option<(u32, u32)>,
}

/// When something takes place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDates {
    /// First day.
    pub start: NaiveDate,
    /// Last day; equals `start` for one day.
    pub end: NaiveDate,
    /// The words that say so.
    pub quote: String,
}

/// A text whose dates have been read, once for all that is asked of them.
pub struct Dated<'t> {
    reading: Reading<'t>,
    roles: Vec<Role>,
    years: Years,
    today: NaiveDate,
}

impl<'t> Dated<'t> {
    /// Reads the dates of a text and what each of them is, by the cues that stand in it.
    pub fn read(text: &'t str, lang: Option<&str>, context: DeadlineContext<'_>, cues: &[CueFound]) -> Self {
        let american = is_american(context.url) && lang.is_none_or(|tag| tag.starts_with("en"));
        let lang = if american { Some("en-US") } else { lang };
        // Relative words count from the day of publication, if it is known, never from the day of reading.
        let reading = Reading::new(text, lang, context.published.unwrap_or(context.today), cues);
        let roles = roles(&reading, context.published);
        let years = Years::new(&reading, &roles, context.published, context.url, context.today);
        Self { reading, roles, years, today: context.today }
    }

    /// By when an outside applicant can hand in.
    pub fn deadline(&self) -> DeadlineFound {
        decide::decide(&self.reading, &self.roles, &self.years, self.today)
    }

    /// By when to answer somebody who looks for partners, where several days are named.
    pub(in crate::normalise) fn reply(&self) -> Option<DeadlineFound> {
        reply::reply(&self.reading, &self.roles, &self.years, self.today)
    }

    /// By when to answer somebody who looks for partners, where one day is named at most.
    pub(in crate::normalise) fn deadline_of_search(&self) -> DeadlineFound {
        let roles = reply::without_bids(&self.reading, &self.roles);
        decide::decide(&self.reading, &roles, &self.years, self.today)
    }

    /// When it takes place; `gathers` is whether one comes together at all, so that days of which nothing is said are its own.
    pub fn event(&self, gathers: bool) -> Option<EventDates> {
        event::event(&self.reading, &self.roles, &self.years, gathers)
    }
}

/// Hosts of the United States' authorities write the month first.
fn is_american(url: &str) -> bool {
    let host = url.split('/').nth(2).unwrap_or("");
    matches!(host.rsplit('.').next(), Some("gov" | "us" | "mil"))
}
