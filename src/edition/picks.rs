//! What one reader's letter tells: what is new, changed, closing, too late and ended, and what of it counts as told.

use chrono::{DateTime, TimeDelta, Utc};

use super::asked::Asked;
use super::calls::{Calls, closes_within};
use super::ended::{self, Ending};
use super::histories::Histories;
use super::known::{Known, Standing};
use crate::clock::HOME;
use crate::digest::letter::Since;
use crate::digest::pick::{Desk, Pick, Reason};
use crate::digest::profile::Profile;
use crate::record::{Record, fingerprint};
use crate::store::{How, Told};

/// What was told earlier is told once more when so many days are left, beside those that the municipality needs: two letters, the second of
/// which would come too late.
const CLOSING: TimeDelta = TimeDelta::days(14);

/// What is too late is said of the best few; a long list of lost chances helps nobody.
const MOST_LATE: usize = 3;

/// One call for one municipality.
pub(super) struct Chosen<'c, 'r> {
    pub(super) call: &'c [&'r Record],
    pub(super) reason: Reason,
    /// What changed since it was told; none where it is told for the first time or as it was.
    pub(super) changes: Option<Since>,
    /// Somebody there has taken it up.
    pub(super) begun: bool,
}

/// The picks of one municipality.
pub(super) struct Picks<'c, 'r> {
    pub(super) fresh: Vec<Chosen<'c, 'r>>,
    pub(super) updates: Vec<Chosen<'c, 'r>>,
    pub(super) closing: Vec<Chosen<'c, 'r>>,
    pub(super) late: Vec<Chosen<'c, 'r>>,
    /// What it was told of and can no longer have.
    pub(super) ended: Vec<Ending<'c, 'r>>,
    pub(super) asked: Vec<Asked>,
    /// What the office shows everyone, unless the municipality refused it.
    pub(super) everyone: Vec<Chosen<'c, 'r>>,
}

impl<'c, 'r> Picks<'c, 'r> {
    pub(super) async fn of(
        desk: &Desk<'_>,
        (place, profile): (usize, &Profile),
        calls: &'c Calls<'r>,
        gone: &'c [Vec<&'r Record>],
        known: &Known,
        histories: &mut Histories<'_>,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Self> {
        let today = now.with_timezone(&HOME).date_naive();
        let standing: Vec<Option<Standing>> =
            calls.records.iter().map(|call| (!known.refused(call)).then(|| known.standing(call, now))).collect();
        let is_new = |at: usize| standing[at] == Some(Standing::New);
        // What was too late and still is has nothing to tell, whatever changed; what was not taken up in time is no offer any more.
        let in_reach = |at: usize| desk.bar(place, &calls.candidates[at], today).is_none();
        let is_changed = |at: usize| {
            matches!(standing[at], Some(Standing::Changed(_))) && (in_reach(at) || !known.is_given_up(&calls.records[at]))
        };
        let closing = TimeDelta::days(profile.lead_days()) + CLOSING;
        let ends = |at: usize| {
            let call = &calls.records[at];
            standing[at] == Some(Standing::Same)
                && closes_within(call[0], now, closing)
                && !known.applied(call)
                && !known.is_given_up(call)
                && !known.was_told_closing(call, now)
                && (in_reach(at) || known.begun(call))
        };
        let with_records = |picks: Vec<Pick>| {
            let chosen = picks.into_iter();
            chosen
                .map(|pick| {
                    let call = &calls.records[pick.candidate];
                    Chosen { call, reason: pick.reason, changes: None, begun: known.begun(call) }
                })
                .collect::<Vec<_>>()
        };
        let changed = desk.pick_known(place, &calls.candidates, today, is_changed);
        let since: Vec<Option<Standing>> = changed.iter().map(|pick| standing[pick.candidate]).collect();
        let mut updates = with_records(changed);
        for (update, since) in updates.iter_mut().zip(since) {
            let Some(Standing::Changed(before)) = since else { continue };
            update.changes = Some(Since::of(histories.of(&update.call[0].id).await?, before.change, before.at));
        }
        let mut late = with_records(desk.pick_late(place, &calls.candidates, today, is_new));
        late.truncate(MOST_LATE);
        Ok(Self {
            fresh: with_records(desk.pick(place, &calls.candidates, today, is_new)),
            updates,
            closing: with_records(desk.pick_known(place, &calls.candidates, today, ends)),
            late,
            ended: ended::of(desk, place, calls, gone, &standing, known, histories, now).await?,
            asked: Vec::new(),
            everyone: Vec::new(),
        })
    }

    /// Shows everyone's record to this municipality too: once, under "for everyone", whatever else would have told it.
    pub(super) fn pin(&mut self, calls: &'c Calls<'r>, known: &Known, record: &str) {
        let pinned = calls.records.iter().find(|call| call.iter().any(|one| one.id == record));
        let Some(call) = pinned.filter(|call| !known.refused(call)) else { return };
        for picks in [&mut self.fresh, &mut self.updates, &mut self.closing, &mut self.late] {
            picks.retain(|chosen| chosen.call[0].id != call[0].id);
        }
        self.ended.retain(|ending| !ending.is_of(call));
        self.everyone.push(Chosen { call, reason: Reason::default(), changes: None, begun: known.begun(call) });
    }

    /// Everything that the letter tells, for the ledger: each record of each call, so that none of them is news next week.
    pub(super) fn told(&self, now: DateTime<Utc>) -> Vec<Told> {
        let offered = [&self.fresh, &self.updates, &self.everyone].into_iter().flatten().map(|told| (told, How::Offered));
        let closing = self.closing.iter().map(|told| (told, How::Closing));
        let late = self.late.iter().map(|told| (told, How::Late));
        let mut all = Vec::new();
        for (chosen, how) in offered.chain(closing).chain(late) {
            for (at, record) in chosen.call.iter().enumerate() {
                // A call is one offer: that of the record that the letter shows.
                let offer = (how != How::Late && at == 0).then_some(record.opportunity.kind);
                all.push(Told {
                    record: record.id.clone(),
                    fingerprint: fingerprint(&record.opportunity, now),
                    change: record.changed,
                    offer,
                    how,
                    at: None,
                });
            }
        }
        all.extend(self.asked.iter().map(Asked::told));
        all
    }
}
