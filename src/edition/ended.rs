//! What a municipality was told of and can no longer have: taken back by its publisher or by the office, closed before its day, no longer
//! listed, no longer for such as it, or over by a day that was brought forward. A call that ends by the deadline that it was told is none of this.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use sources::Opportunity;
use sources::opportunity::{Status, Verdict};

use super::calls::Calls;
use super::forward;
use super::histories::Histories;
use super::known::{Known, Standing, print};
use super::links::Links;
use crate::clock::HOME;
use crate::digest::letter::{End, Ended};
use crate::digest::pick::{Bar, Desk};
use crate::mail::mailbox_key;
use crate::record::{Change, Record, Review, is_over};
use crate::store::{BY_RULES, How, Told};

/// What left the list longer ago nobody waits for any more: a mailbox that comes late would get all that has no date at once.
const LATELY: TimeDelta = TimeDelta::days(30);

/// One such call for one municipality.
pub(super) struct Ending<'c, 'r> {
    call: &'c [&'r Record],
    end: End,
}

/// What ended for the municipality at `place` of the desk and was not said yet: of `gone`, and of the live calls those that shut it out.
#[expect(clippy::too_many_arguments, reason = "what one municipality is told hangs on all of them")]
pub(super) async fn of<'c, 'r>(
    desk: &Desk<'_>,
    place: usize,
    calls: &'c Calls<'r>,
    gone: &'c [Vec<&'r Record>],
    standing: &[Option<Standing>],
    known: &Known,
    histories: &mut Histories<'_>,
    now: DateTime<Utc>,
) -> anyhow::Result<Vec<Ending<'c, 'r>>> {
    let today = now.with_timezone(&HOME).date_naive();
    let mut endings = Vec::new();
    for call in gone {
        if !known.was_offered(call) {
            continue;
        }
        let end = match (end_of(call[0], now), known.standing(call, now)) {
            (None, Standing::Changed(before)) => {
                forward::day_told(call[0], histories.of(&call[0].id).await?, before, now).map(End::Forward)
            }
            (end, _) => end,
        };
        let Some(end) = end else { continue };
        // That it had ended was the last word on it; only its publisher can say more.
        let is_said =
            matches!(end, End::Unlisted | End::TakenBack) && known.was_told_ended(call.iter().map(|record| record.id.as_str()));
        if !is_said && !known.refused(call) && known.standing(call, now) != Standing::Same {
            endings.push(Ending { call, end });
        }
    }
    for (at, call) in calls.records.iter().enumerate() {
        let Some(Standing::Changed(before)) = standing[at].filter(|_| known.was_offered(call)) else { continue };
        let bar = desk.bar(place, &calls.candidates[at], today);
        let Some(end) = bar.and_then(|bar| shut_out(bar, &call[0].opportunity)) else { continue };
        if histories.of(&call[0].id).await?.iter().any(|one| one.change > before.change && shuts(one, end)) {
            endings.push(Ending { call, end });
        }
    }
    Ok(endings)
}

/// How a record ended before its day; none for what goes on, and for what is over by its own dates.
pub(super) fn end_of(record: &Record, now: DateTime<Utc>) -> Option<End> {
    let opportunity = &record.opportunity;
    let today = now.with_timezone(&HOME).date_naive();
    let event = opportunity.event.end.or(opportunity.event.start);
    let (is_ahead, is_past) = (event.is_some_and(|day| day >= today), event.is_some_and(|day| day < today));
    let was_to_be_had = !is_over(opportunity, now) && !is_past;
    let is_lately = now - record.changed_at <= LATELY;
    match (record.review, opportunity.status) {
        (Review::New, _) => None,
        // Whoever has signed up for a conference has to hear that there is none.
        (_, Status::Withdrawn) if is_ahead || was_to_be_had => Some(End::Withdrawn),
        (Review::Rejected, _) if is_lately && (is_ahead || was_to_be_had) => Some(End::TakenBack),
        (Review::Approved, Status::Closed) if was_to_be_had => Some(End::Closed),
        (Review::Approved, Status::Unlisted) if is_lately && was_to_be_had => Some(End::Unlisted),
        _ => None,
    }
}

/// Did this change of the call shut them out? Not where it is our interests or rules that have changed, or only the words of a verdict.
fn shuts(change: &Change, end: End) -> bool {
    let axis = match end {
        End::NotForIsrael => "country",
        End::NotForAuthorities => "body",
        End::NotHere => "place",
        End::Withdrawn | End::Closed | End::Unlisted | End::TakenBack | End::Forward(_) => return false,
    };
    let was_no = |may: &Value| may[axis]["verdict"] == "no";
    change.field == "eligibility" && change.by != BY_RULES && !was_no(&change.old) && was_no(&change.new)
}

/// Whom it shuts out now.
fn shut_out(bar: Bar, opportunity: &Opportunity) -> Option<End> {
    let may = &opportunity.eligibility;
    match bar {
        Bar::Country if may.country.verdict == Verdict::No => Some(End::NotForIsrael),
        Bar::Body if may.body.verdict == Verdict::No => Some(End::NotForAuthorities),
        Bar::Place if may.place.verdict == Verdict::No => Some(End::NotHere),
        _ => None,
    }
}

impl<'r> Ending<'_, 'r> {
    /// Whether it is of this call.
    pub(super) fn is_of(&self, call: &[&Record]) -> bool {
        self.call[0].id == call[0].id
    }

    /// Whether this mailbox was told of the call. Who had no letter yet (a mailbox that was corrected) stands for the municipality.
    pub(super) fn was_told(&self, told: Option<&HashMap<String, HashSet<String>>>, email: &str) -> bool {
        told.and_then(|told| told.get(&mailbox_key(email)))
            .is_none_or(|told| self.call.iter().any(|record| told.contains(&record.id)))
    }

    /// As the letter tells it.
    pub(super) fn told_of(&self, links: &Links<'_>) -> Ended<'r> {
        // What the office has taken back has no page any more.
        let page = (self.end != End::TakenBack).then(|| links.page(&self.call[0].id));
        Ended { record: self.call[0], end: self.end, page }
    }

    /// For the ledger: that it was said.
    pub(super) fn told(&self, now: DateTime<Utc>) -> impl Iterator<Item = Told> {
        self.call.iter().map(move |record| Told {
            record: record.id.clone(),
            fingerprint: print(record, now),
            change: record.changed,
            offer: None,
            how: How::Ended,
            at: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::edition::testing;

    /// Written a day ago.
    fn record(id: &str, over: Value) -> Record {
        Record { changed_at: "2026-11-24T06:00:00Z".parse().unwrap(), ..testing::record(id, over) }
    }

    #[test]
    fn what_is_taken_back_or_closed_before_its_day_has_ended_and_what_closes_by_its_day_has_not() {
        let now = "2026-11-25T06:00:00Z".parse().unwrap();
        let end = |status: &str, deadline: Option<&str>, event: Option<&str>| {
            let stages: Vec<Value> = deadline.iter().map(|date| json!({"date": date})).collect();
            let kind = if stages.is_empty() { "unknown" } else { "fixed" };
            let event = json!({"start": event, "end": null, "place": null, "online": null});
            let over = json!({"status": status, "deadline": {"kind": kind, "stages": stages}, "event": event});
            end_of(&record("r", over), now)
        };
        let (past, ahead) = (Some("2026-11-20"), Some("2027-01-20"));
        assert_eq!(end("withdrawn", ahead, None), Some(End::Withdrawn));
        assert_eq!(end("withdrawn", None, None), Some(End::Withdrawn));
        assert_eq!(end("withdrawn", past, ahead), Some(End::Withdrawn), "who has signed up has to hear of it");
        assert_eq!((end("withdrawn", past, None), end("withdrawn", None, past)), (None, None));
        assert_eq!((end("closed", ahead, None), end("closed", None, None)), (Some(End::Closed), Some(End::Closed)));
        assert_eq!((end("closed", past, None), end("closed", past, ahead), end("closed", None, past)), (None, None, None));
        assert_eq!((end("unlisted", ahead, None), end("unlisted", None, None)), (Some(End::Unlisted), Some(End::Unlisted)));
        assert_eq!((end("open", past, None), end("unlisted", past, ahead), end("unlisted", None, past)), (None, None, None));
    }

    #[test]
    fn what_staff_rejected_is_taken_back_while_it_could_still_be_had() {
        let now: DateTime<Utc> = "2026-11-25T06:00:00Z".parse().unwrap();
        let end = |over: Value| {
            let mut whole = json!({"review": "rejected", "deadline": {"kind": "fixed", "stages": [{"date": "2027-01-20"}]}});
            whole.as_object_mut().unwrap().extend(over.as_object().unwrap().clone());
            end_of(&record("r", whole), now)
        };
        assert_eq!((end(json!({})), end(json!({"status": "withdrawn"}))), (Some(End::TakenBack), Some(End::Withdrawn)));
        assert_eq!(end(json!({"review": "new"})), None);
        assert_eq!(end(json!({"deadline": {"kind": "fixed", "stages": [{"date": "2026-11-20"}]}})), None, "it was over");
        let long_ago = Record { changed_at: now - TimeDelta::days(40), ..record("r", json!({"review": "rejected"})) };
        assert_eq!(end_of(&long_ago, now), None);
    }

    #[test]
    fn the_first_step_of_two_is_the_day_by_which_a_call_closes() {
        let now = "2026-11-25T06:00:00Z".parse().unwrap();
        let stages = json!([{"date": "2026-11-20"}, {"date": "2027-03-20"}]);
        let of = |kind: &str| {
            let over = json!({"status": "closed", "deadline": {"kind": kind, "stages": stages}});
            end_of(&record("r", over), now)
        };
        assert_eq!((of("two_stage"), of("multiple_cutoffs")), (None, Some(End::Closed)));
    }
}
