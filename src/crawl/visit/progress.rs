//! A visit that cannot go on for now, because a host wants long pauses, keeps hours or asked for patience: where it stopped is noted,
//! and the next one goes on there.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use sources::page::Request;

use super::{Got, Visit};
use crate::store::{Outcome, Unfinished};

/// What was read counts as read for so long where hosts only want their time: a site with a Crawl-delay of two hours can have 84
/// pages in it, and its list is looked at once a week at least.
const LONGEST: TimeDelta = TimeDelta::days(7);

/// Where something else was wrong too: one page that is always busy must not keep the list from being looked at again.
const LONGEST_WITH_FAULTS: TimeDelta = TimeDelta::hours(24);

/// How far a visit has come, over all its parts.
#[derive(Debug, Default)]
pub(super) struct Progress {
    /// What an earlier part has left.
    earlier: Option<Unfinished>,
    /// Requests answered in this part, by their keys.
    answered: BTreeSet<String>,
    /// The earliest moment at which something that was not asked may be.
    goes_on_at: Option<DateTime<Utc>>,
}

impl Progress {
    pub(super) fn going_on_from(earlier: Option<Unfinished>) -> Self {
        Self { earlier, ..Self::default() }
    }

    pub(super) fn answered(&mut self, request: &Request) {
        self.answered.insert(request.key());
    }

    pub(super) fn may_go_on(&mut self, at: DateTime<Utc>) {
        self.goes_on_at = Some(self.goes_on_at.map_or(at, |known| known.min(at)));
    }

    pub(super) fn goes_on_at(&self) -> Option<DateTime<Utc>> {
        self.goes_on_at
    }

    fn read_before(&self, request: &Request, now: DateTime<Utc>) -> bool {
        self.earlier.as_ref().is_some_and(|earlier| now < earlier.until && earlier.read.contains(&request.key()))
    }
}

impl Visit<'_> {
    /// A page that an earlier part of this visit had, without asking again.
    pub(super) async fn read_before(&self, request: &Request) -> anyhow::Result<Option<Got>> {
        if self.progress.read_before(request, self.now()) { self.kept(request).await } else { Ok(None) }
    }

    /// Notes what there is to go on with, or that there is nothing any more.
    pub(super) async fn note_progress(&mut self) -> anyhow::Result<()> {
        let (now, slug) = (self.now(), &self.source.slug);
        let earlier = self.progress.earlier.take();
        let had_earlier = earlier.is_some();
        let left = self.progress.goes_on_at.map(|_| {
            let (longest, part) = match self.run.outcome {
                Outcome::Waiting => (LONGEST, Some(self.run.id)),
                _ => (LONGEST_WITH_FAULTS, None),
            };
            let earlier = earlier.filter(|earlier| now < earlier.until);
            let since = earlier.as_ref().map_or(self.run.started_at, |earlier| earlier.since);
            let mut read = earlier.map(|earlier| earlier.read).unwrap_or_default();
            read.append(&mut self.progress.answered);
            Unfinished { since, until: since + longest, part, read }
        });
        if left.is_some() || had_earlier {
            self.app.store.note_unfinished(slug, left.as_ref(), now).await?;
        }
        Ok(())
    }
}
