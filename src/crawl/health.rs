//! How a source does, judged from its visits' own evidence. Pure: visits in, a state with its reasons out.
//! Must never know how a page is fetched or read, and changes nothing: a bad visit closes no record.

mod endless_wait;
mod faults;
mod overdue;

use chrono::{DateTime, Utc};
use serde::Serialize;
use sources::Source;
use sources::fetch::Wait;
use sources::source::Shape;

use self::endless_wait::endless_wait;
use self::faults::faults;
pub(super) use self::faults::too_many_lost;
use self::overdue::overdue;
use crate::store::{CrawlRun, Outcome, Reviews};

/// Bad visits in a row before a source is called broken: one or two are an evening's maintenance, three are not.
pub const BROKEN_AFTER: usize = 3;

/// Visits to judge from: on a daily source more than a month, so that what has been bad for weeks does not become usual.
pub const VISITS: usize = 40;

/// Earlier healthy visits that make up what is usual: enough to even out a busy week, few enough to follow a site's growth.
const USUAL: usize = 10;

/// Of fewer records than this that staff have looked at, the share that they kept says nothing.
const FEW_REVIEWS: u64 = 8;

/// Where staff reject more than they keep, reading the source costs more than it brings: its rules want a look.
const LEAST_KEPT: f64 = 0.5;

/// The state of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Health {
    /// The last visit was as the ones before.
    Ok,
    /// It answers well, but has had nothing new for longer than it usually takes.
    Quiet,
    /// The last visit, or the last two, were not as they should be.
    Degraded,
    /// Nor were the ones before.
    Broken,
    /// The site refuses this crawler: staff have to ask its owner.
    Blocked,
    /// Not visited by schedule.
    Paused,
    /// Not visited: never yet, or not for longer than its schedule says.
    Waiting,
}

impl Health {
    /// Every one of them.
    pub const ALL: [Self; 7] = [Self::Ok, Self::Quiet, Self::Degraded, Self::Broken, Self::Blocked, Self::Paused, Self::Waiting];

    /// As it stands in the store, in the API and in the texts' keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Quiet => "quiet",
            Self::Degraded => "degraded",
            Self::Broken => "broken",
            Self::Blocked => "blocked",
            Self::Paused => "paused",
            Self::Waiting => "waiting",
        }
    }

    /// In which order staff look: the smaller the sooner.
    pub fn urgency(self) -> u8 {
        match self {
            Self::Broken => 0,
            Self::Blocked => 1,
            Self::Degraded => 2,
            Self::Quiet => 3,
            Self::Waiting => 4,
            Self::Ok => 5,
            Self::Paused => 6,
        }
    }
}

/// Why it is in that state; shares in percent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(tag = "reason", rename_all = "snake_case")]
#[schema(as = HealthReason)]
pub enum Reason {
    /// The visit read nothing.
    Failed,
    /// It did not read everything.
    Partial,
    /// The site refused.
    Blocked,
    /// robots.txt forbids the source's own page.
    Forbidden,
    /// Every one of several items is new to us, though we knew several.
    AllNew { items: u64 },
    /// The selector of the items matches nothing any more.
    NothingMatched,
    /// Fewer items than the roadmap's floor.
    BelowFloor { found: u64, floor: u64 },
    /// Far fewer items than usual.
    FewerItems { found: u64, usual: u64 },
    /// Items without title or address.
    Unreadable { items: u64 },
    /// A selector or path of the roadmap that stopped matching, or matches far fewer items.
    FieldGone { field: String, usual: u64, share: u64 },
    /// Far fewer dated deadlines than declared or usual.
    FewerDated { share: u64, expected: u64 },
    /// It was due long ago, and nobody came.
    Overdue { days: u64 },
    /// Its site wants long pauses, and not everything was read yet.
    WantsTime,
    /// Its site may be asked at certain hours only, and not everything was read yet.
    KeepsHours,
    /// Its site has asked for patience, and not everything was read yet.
    WantsPatience,
    /// Visit after visit has waited for its site, and none has come to its end.
    EndlessWait { days: u64 },
    /// Nothing new for longer than its cadence.
    NothingNew { days: u64, cadence: u64 },
    /// Staff reject most of what it gives.
    MostlyRejected { kept: u64, rejected: u64 },
    /// So many records would have become unlisted at once that none did.
    GoneAtOnce { gone: u64, all: u64 },
}

impl Reason {
    /// Whether it says that a visit, which may be right, differs from what was usual: staff can say that it is.
    fn may_be_right(&self) -> bool {
        matches!(self, Self::GoneAtOnce { .. } | Self::FewerItems { .. })
    }
}

/// A state and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Judgement {
    /// The state.
    pub state: Health,
    /// Of the last visit, and what staff think of what it gives; none where all is well.
    pub reasons: Vec<Reason>,
}

impl Judgement {
    /// Whether all that is wrong with the last visit is that it showed far less than before.
    pub fn may_be_right(&self) -> bool {
        let of_visit = |reason: &&Reason| !matches!(reason, Reason::MostlyRejected { .. });
        let mut reasons = self.reasons.iter().filter(of_visit).peekable();
        reasons.peek().is_some() && reasons.all(Reason::may_be_right)
    }
}

/// What a source is judged from.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Its visits, newest first.
    pub visits: &'a [CrawlRun],
    /// When it last had an item that we did not know.
    pub last_new: Option<DateTime<Utc>>,
    /// What staff made of its records.
    pub reviews: Reviews,
}

/// Judges a source by what is known of it.
pub fn judge(source: &Source, known: Known<'_>, now: DateTime<Utc>) -> Judgement {
    let mut judgement = judge_visits(source, known.visits, known.last_new, now);
    let Reviews { kept, rejected } = known.reviews;
    // It says nothing of whether the source can be read, so it is a reason beside the state, not a state.
    if kept + rejected >= FEW_REVIEWS && known.reviews.precision().is_some_and(|precision| precision < LEAST_KEPT) {
        judgement.reasons.push(Reason::MostlyRejected { kept, rejected });
    }
    judgement
}

fn judge_visits(source: &Source, visits: &[CrawlRun], last_new: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Judgement {
    let plain = |state| Judgement { state, reasons: Vec::new() };
    if matches!(source.shape, Shape::Manual(_)) {
        // Nobody visits it by schedule, active or not: people ask, and enter what they hear.
        let asked = last_new.is_some() || !visits.is_empty();
        return if asked { plain_or_quiet(source, last_new, now) } else { plain(Health::Waiting) };
    }
    if !source.active {
        return plain(Health::Paused);
    }
    let course = Course::of(source, visits);
    // What stands still is the crawler: the source is not to blame, whatever it was like.
    if let Some(overdue) = overdue(source, visits, now) {
        return Judgement { state: Health::Waiting, reasons: vec![overdue] };
    }
    let endless_wait = endless_wait(visits, now);
    if course.bad_in_a_row == 0
        && let Some(endless_wait) = endless_wait
    {
        return Judgement { state: Health::Degraded, reasons: vec![endless_wait] };
    }
    let Some(last) = course.last else {
        let waits = visits.iter().find(|visit| visit.outcome == Outcome::Waiting);
        return Judgement { state: Health::Waiting, reasons: waits.map(waited_for).into_iter().collect() };
    };
    let state = match course.bad_in_a_row {
        0 => return plain_or_quiet(source, last_new.or(Some(last.started_at)), now),
        _ if last.evidence.blocked => Health::Blocked,
        few if few < BROKEN_AFTER => Health::Degraded,
        _ => Health::Broken,
    };
    Judgement { state, reasons: course.faults.into_iter().chain(endless_wait).collect() }
}

/// What is wrong with a visit that has just been made, in the light of the earlier ones, newest first. Only one with nothing wrong
/// says what a source does not list any more.
pub fn faults_of(source: &Source, visit: &CrawlRun, earlier: &[CrawlRun]) -> Vec<Reason> {
    faults(source, visit, Course::of(source, earlier).usual())
}

/// What a visit waits for.
fn waited_for(visit: &CrawlRun) -> Reason {
    match visit.evidence.waits_for {
        Some(Wait::VisitTime) => Reason::KeepsHours,
        Some(Wait::Asked | Wait::Held | Wait::Busy) => Reason::WantsPatience,
        // Nor do visits of an earlier version say more.
        Some(Wait::Pause) | None => Reason::WantsTime,
    }
}

/// A visit that ended, made by a program; one that goes on later says nothing yet.
fn says_something(visit: &CrawlRun) -> bool {
    visit.finished_at.is_some() && visit.outcome != Outcome::Waiting && !visit.evidence.by_hand
}

/// How visits went, one after the other.
#[derive(Default)]
struct Course<'a> {
    healthy: Vec<&'a CrawlRun>,
    /// The last visit, and what was wrong with it.
    last: Option<&'a CrawlRun>,
    faults: Vec<Reason>,
    bad_in_a_row: usize,
}

impl<'a> Course<'a> {
    /// Of visits given newest first; each is held against the healthy ones before it.
    fn of(source: &Source, visits: &'a [CrawlRun]) -> Self {
        let mut course = Self::default();
        for visit in visits.iter().rev().filter(|visit| says_something(visit)) {
            course.faults = if visit.evidence.accepted {
                // Staff have looked: this is what is usual from now on.
                course.healthy.clear();
                Vec::new()
            } else {
                faults(source, visit, course.usual())
            };
            if course.faults.is_empty() {
                course.healthy.push(visit);
                course.bad_in_a_row = 0;
            } else {
                course.bad_in_a_row += 1;
            }
            course.last = Some(visit);
        }
        course
    }

    /// The visits that say what is usual.
    fn usual(&self) -> &[&'a CrawlRun] {
        &self.healthy[self.healthy.len().saturating_sub(USUAL)..]
    }
}

fn plain_or_quiet(source: &Source, last_new: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Judgement {
    let days = last_new.map_or(0, |last_new| (now - last_new).num_days().max(0).unsigned_abs());
    match source.cadence_days.map(u64::from) {
        Some(cadence) if days > cadence => {
            Judgement { state: Health::Quiet, reasons: vec![Reason::NothingNew { days, cadence }] }
        }
        _ => Judgement { state: Health::Ok, reasons: Vec::new() },
    }
}

#[cfg(test)]
mod tests;
