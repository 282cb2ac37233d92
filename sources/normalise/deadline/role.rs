//! What a date is, judged by the words around it: a deadline of some strength, or one of the many that only look like one.
//! Knows one group of dates at a time; which deadline wins is for `decide`.

use chrono::NaiveDate;

use super::afterwards::take_back_later;
use super::answered::answered;
use super::behind::{by_what_follows, is_label};
use super::bounds::{ends_span, take_back_pairs};
use super::cheaper::is_cheaper;
use super::claim::{Claim, Strength};
use super::columns::settle_columns;
use super::contest;
use super::fee;
use super::held::is_held_on;
use super::info_day::take_back_info_days;
use super::informed::is_informed;
use super::invitation::is_invitation;
use super::late::prefer_late;
use super::marked::{is_by_somebody, is_marked_closed, is_moved_to};
use super::opening::{opens, opens_event};
use super::passing::{counts_received, ends_something, in_passing};
use super::reach::{FAR_AFTER, NEAR_AFTER, NEAR_WORDS};
use super::reading::{Around, Reading, Shape, words_in};
use super::sequence::in_sequence;
use super::stage::stage_beside;
use super::stamp::{is_dateline, is_head_date, is_machine_stamp, is_stamp};
use super::subject::{Subject, running_call};
use super::taken_back::{is_shared, taken_back};
use super::told_of::settle_pairs;
use super::undertaking::{is_carried_out, is_stay};
use super::window::window;
use crate::normalise::cues::{Cue, CueFound};

/// What a group of dates is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A last day to hand in.
    Deadline(Claim),
    /// When something takes place.
    Event,
    /// When the source published it.
    Published,
    /// The first day to hand in.
    Opening,
    /// Results, laws, fees, ages: no deadline.
    Decoy(Cue),
    /// Nothing is said of it.
    Plain,
}

/// "Moved from Monday, the 3rd": so near stands a "from" behind a word for the deadline.
const NEAR_FROM: usize = 2;

/// "… at the latest" follows its date, an hour or a zone between at most.
const LATEST_AFTER: usize = 2;

/// "Registration for the conference": so many small words at most stand between.
const OBJECT_WORDS: usize = 2;

/// Two days may be those of a visit; so many beside a word for handing in are days on which applications are collected.
const FEWEST_COLLECTIONS: usize = 3;

/// The roles of all groups, in reading order.
pub(super) fn roles(reading: &Reading<'_>, published: Option<NaiveDate>) -> Vec<Role> {
    let mut found: Vec<Role> = Vec::with_capacity(reading.groups.len());
    let (mut pairs, mut contests) = (Vec::new(), Vec::new());
    let mut invited = false;
    for index in 0..reading.groups.len() {
        let around = reading.around(index);
        let mut role = role(reading, index, &around);
        let stamped = published.is_some() && is_stamp(reading, index, role, published);
        if stamped || is_dateline(reading, index) || is_machine_stamp(reading, index, role) {
            role = Role::Published;
        }
        if let Some(strength) = ends_span(reading, index, &around)
            && matches!(role, Role::Plain | Role::Decoy(Cue::Project))
        {
            role = Role::Deadline(Claim::of(strength, around.from, "span"));
            pairs.push(index);
            if matches!(found[index - 1], Role::Deadline(_)) {
                found[index - 1] = Role::Opening;
            }
        }
        // What has a label of its own borrows nothing.
        if !around.labelled_behind {
            role = in_sequence(reading, index, &around, &found, role, published);
        }
        if matches!(role, Role::Plain | Role::Event | Role::Opening | Role::Decoy(Cue::Project))
            && let Some(from) = contest::window(reading, index, &around)
        {
            role = Role::Deadline(Claim::of(Strength::Handing, from, "span"));
            contests.push(index);
        }
        if is_invitation(reading, index, &around) {
            (role, invited) = (Role::Decoy(Cue::Results), true);
        }
        // What those invited hand in is the second step, whatever it is called.
        if let Role::Deadline(claim) = role
            && invited
        {
            role = Role::Deadline(Claim { second: true, ..claim });
        }
        found.push(role);
    }
    if is_head_date(reading, &found) {
        found[0] = Role::Published;
    }
    settle_pairs(reading, &mut found);
    prefer_late(reading, &mut found);
    take_back_info_days(reading, &mut found);
    take_back_later(reading, &mut found);
    take_back_pairs(&pairs, Role::Decoy(Cue::Project), &mut found);
    take_back_pairs(&contests, Role::Event, &mut found);
    settle_columns(reading, &mut found);
    found
}

fn role(reading: &Reading<'_>, index: usize, around: &Around) -> Role {
    let group = reading.groups[index];
    let start = reading.start(group);
    let end = reading.end(group);
    let words_before = |cue: &CueFound| words_in(reading.text.get(cue.end..start).unwrap_or(""));
    let words_after = |cue: &CueFound| words_in(reading.text.get(end..cue.start).unwrap_or(""));
    let left = &around.left;
    let last = |wanted: Cue| left.iter().rev().find(|cue| cue.cue == wanted);

    let named = left.iter().rev().find(|cue| matches!(cue.cue, Cue::Deadline | Cue::Extended | Cue::Former));
    // "… by 3 May, a first word already by 7 April": behind a comma the word is the next date's.
    let next_has = |cue: &CueFound| {
        let parted = reading.text.get(end..cue.start).is_some_and(|gap| gap.contains([',', '،']));
        let next = reading.groups.get(index + 1).map(|next| reading.start(*next));
        parted && next.is_some_and(|next| reading.text.get(cue.end..next).is_some_and(|gap| words_in(gap) <= NEAR_WORDS))
    };
    let joint = |cue: &CueFound| cue.cue == Cue::Fee && fee::is_joint(reading, left, cue);
    if let Some(decoy) = taken_back(reading, around, &next_has, &joint, named, (start, end)) {
        return Role::Decoy(decoy);
    }
    match in_passing(reading, left, around.from, named, start) {
        Some(Cue::Event) => return Role::Event,
        Some(decoy) => return Role::Decoy(decoy),
        None => {}
    }
    if let Some(decoy) = answered(reading, around, (start, end)) {
        return Role::Decoy(decoy);
    }
    if named.is_none() && (counts_received(reading, left, start) || is_informed(reading, around, (start, end))) {
        return Role::Decoy(Cue::Results);
    }
    // "… on 3 May at the latest": behind the date it says the same.
    let latest = around.right.iter().find(|cue| cue.cue == Cue::Latest && words_after(cue) <= LATEST_AFTER);
    let until = last(Cue::Until).filter(|cue| words_before(cue) <= NEAR_WORDS && !is_by_somebody(reading, cue, start)).or(latest);
    if (until.is_some() || named.is_some()) && is_cheaper(reading, around, named, (start, end)) {
        return Role::Decoy(Cue::Early);
    }
    let stays = || named.is_none() && is_stay(reading, around, (start, end));
    if until.is_some() && (is_carried_out(reading, around, (start, end)) || stays()) {
        return Role::Decoy(Cue::Project);
    }
    // "Non oltre le 23.59 del 5 marzo": behind an hour the word only leads on to the day.
    let after_hour = |until: &CueFound, from: &CueFound| {
        reading.text.get(until.end..from.start).is_some_and(|between| between.contains(|c: char| c.is_ascii_digit()))
    };
    // "La date limite du programme est le …": behind a word for the deadline a small word this far off only says whose it is.
    let nearest_from = |cue: &CueFound| if named.is_some_and(|named| named.end <= cue.start) { NEAR_FROM } else { NEAR_WORDS };
    let from = last(Cue::From).filter(|cue| {
        words_before(cue) <= nearest_from(cue)
            && until.is_none_or(|until| until.start < cue.start)
            && !until.or(named).is_some_and(|until| after_hour(until, cue))
    });
    let submit = last(Cue::Submit);
    let is_cutoff = |cue: &CueFound| cue.cue == Cue::Cutoff;
    let ranged = group.shape == Shape::Range;
    // German "Stand" is a state and a stand: before "until" it dates nothing.
    // In small letters it is no German at all ("Fin de las reservas de stand").
    let stale = |cue: &CueFound| {
        cue.cue == Cue::Published
            && (until.is_some_and(|until| until.start > cue.start)
                || reading
                    .text
                    .get(cue.start..cue.end)
                    .is_some_and(|stand| stand == "stand" || stand == "Stand" && words_before(cue) > 0))
    };
    let early_shared = |cue: &CueFound| cue.cue == Cue::Early && is_shared(reading, left, cue);
    let nearest = left.iter().rev().find(|cue| {
        is_speaking(cue.cue)
            && !is_inserted(reading.text, left, cue, start)
            && !stale(cue)
            && !joint(cue)
            && !early_shared(cue)
            && !reading.closes_span(index, cue)
    });
    // "Interviews will be held on": what is held says what it is.
    let nearest = nearest.map(|verb| subject(reading.text, left, verb).unwrap_or(verb));
    let claim = |strength, from: usize, rule| Claim {
        strength,
        from: from.min(start),
        to: latest.map(|cue| cue.end),
        rule,
        extended: around.moved
            || left.iter().any(|cue| cue.cue == Cue::Extended)
            || group.shape == Shape::Replaced
            || is_moved_to(reading, around, (start, end)),
        first: left.iter().any(|cue| cue.cue == Cue::FirstStage),
        second: left.iter().any(|cue| cue.cue == Cue::SecondStage),
        aside: is_aside(reading.text, from, start, end),
        former: left.iter().any(|cue| cue.cue == Cue::Former) || is_marked_closed(reading.text, end),
        cutoff: group.shape == Shape::List
            || left.iter().any(is_cutoff)
            || around.right.iter().any(|cue| is_cutoff(cue) && words_after(cue) <= NEAR_AFTER),
    };

    if let Some(event) = nearest.filter(|cue| cue.cue == Cue::Event)
        && (ranged || from.is_some_and(|from| until.is_none_or(|until| until.start < from.start)))
        && let Some(noun) = window(reading, index, around, event)
    {
        return if ranged { Role::Deadline(claim(Strength::Handing, noun, "span")) } else { Role::Opening };
    }
    if let (Some(runs), Some(_), None) = (nearest.filter(|cue| cue.cue == Cue::Event), until, named)
        && let Some(call) = running_call(reading, left, runs)
    {
        return Role::Deadline(claim(Strength::Handing, call, "until"));
    }
    if !ranged && latest.is_none() && opens(reading, left, start) {
        return Role::Opening;
    }
    // "The call will open from 20 March to 7 June": as long as it is open one can hand in.
    if ranged && named.is_none() && nearest.is_none_or(|cue| cue.cue != Cue::Event) && opens(reading, left, start) {
        return Role::Deadline(claim(Strength::Handing, from.map_or(start, |from| from.start), "span"));
    }
    if !ranged && until.is_none() && opens_event(reading, left, start) {
        return Role::Event;
    }
    if from.is_some()
        && !ranged
        && nearest.is_none_or(|cue| cue.cue != Cue::Deadline || from.is_some_and(|from| from.start > cue.end))
    {
        return if nearest.is_some_and(|cue| cue.cue == Cue::Event) { Role::Event } else { Role::Opening };
    }
    // "Submission of abstracts for the conference until": the step names what is handed in.
    let handed = submit.or_else(|| last(Cue::FirstStage));
    // "Confirm your attendance to the conference by …": the event between is what one hands in for.
    let object = |cue: &CueFound, until: &CueFound| {
        let registered_for = handed.is_some_and(|submit| {
            submit.end <= cue.start && words_in(reading.text.get(submit.end..cue.start).unwrap_or("")) <= OBJECT_WORDS
        });
        let gap = reading.text.get(cue.end..until.start).unwrap_or("");
        let leads_on = words_in(gap) <= 1;
        // "… for the fair, which is held until 3 May": its own days, unless a comma closes the insertion.
        let held = left.iter().any(|held| held.cue == Cue::Held && held.start == cue.start) && !gap.contains([',', ')', '،']);
        cue.cue == Cue::Event && cue.end <= until.start && !held && (leads_on || registered_for)
    };
    let handing = handed
        .filter(|submit| until.is_some_and(|until| nearest.is_none_or(|cue| submit.start >= cue.start || object(cue, until))));
    let phase =
        nearest.filter(|cue| cue.cue == Cue::Event && !ranged).and_then(|event| stage_beside(reading, left, event, start));
    match nearest {
        Some(cue) if handing.is_none() || matches!(cue.cue, Cue::Deadline | Cue::Extended | Cue::Former) => match cue.cue {
            Cue::Deadline | Cue::Extended | Cue::Former => {
                // What ends may be no call where nothing says that it is one.
                let unsure = ends_something(reading, left, named, start) == Some(Subject::Other);
                Role::Deadline(claim(if unsure { Strength::Weak } else { Strength::Named }, cue.start, "due_by"))
            }
            // "The new date of the congress, which will be held on 29 and 30 March": whatever was moved, these are its days.
            Cue::Event if until.is_none() && is_held_on(reading, left, cue, start) => Role::Event,
            // "Deadline for the conference: 3 May": the event is what the deadline is for. "The call for the festival of 20 to 29 October is
            // extended": if another day is the last, these are the festival's own.
            Cue::Event if named.is_some() => {
                let unsure = ranged && named.is_some_and(|named| named.cue == Cue::Extended);
                let strength = if unsure { Strength::Bare } else { Strength::Named };
                Role::Deadline(claim(strength, named.map_or(start, |cue| cue.start), "due_by"))
            }
            Cue::Event if ranged && submit.is_some_and(|submit| submit.start > cue.start) => {
                Role::Deadline(claim(Strength::Handing, submit.map_or(start, |cue| cue.start), "span"))
            }
            Cue::Opening if ranged || until.is_some() => {
                Role::Deadline(claim(Strength::Handing, cue.start.min(submit.map_or(start, |s| s.start)), "span"))
            }
            // "Deadline for abstracts and workshop proposals: 3 May": what is handed in has the event in its name.
            Cue::Event if phase.is_some() => {
                Role::Deadline(claim(Strength::Handing, phase.map_or(start, |phase| phase.start), "stage"))
            }
            Cue::Event => Role::Event,
            Cue::Opening => Role::Opening,
            // "Publication and submission: 23 April to 18 May".
            Cue::Published if ranged && submit.is_some_and(|submit| cue.end <= submit.start) => {
                Role::Deadline(claim(Strength::Handing, cue.start, "span"))
            }
            Cue::Published => Role::Published,
            other => Role::Decoy(other),
        },
        _ => match (handing, until, submit) {
            (Some(submit), Some(until), _) => Role::Deadline(claim(Strength::Handing, submit.start.min(until.start), "until")),
            // "Register for the market, which from 3 to 6 June takes place": German puts the verb last.
            (None, _, Some(_))
                if ranged && around.right.first().is_some_and(|cue| cue.cue == Cue::Event && words_after(cue) == 0) =>
            {
                Role::Event
            }
            // "Participation – 23 May to 10 June".
            (None, _, Some(submit)) if ranged && left.iter().any(|cue| cue.cue == Cue::TakingPart && cue.end == submit.end) => {
                Role::Event
            }
            (None, _, Some(submit)) if ranged => Role::Deadline(claim(Strength::Handing, submit.start, "span")),
            // "The first day (3 May) was, until 7 June, extended": German and Hebrew say so at the end.
            (None, Some(until), _)
                if around.right.iter().any(|cue| cue.cue == Cue::Extended && words_after(cue) <= NEAR_AFTER) =>
            {
                Role::Deadline(Claim { extended: true, ..claim(Strength::Named, until.start, "due_by") })
            }
            (None, Some(until), _) => {
                // "By 3 May | Closing date": in a row the label stands behind.
                let follows = around.right.iter().find(|cue| {
                    let hands_in = cue.cue == Cue::Submit || around.labelled_behind && cue.cue == Cue::Deadline;
                    hands_in && words_after(cue) <= FAR_AFTER
                });
                // "Expression of interest: by 3 May": a step of the call is handed in.
                let is_step = left.iter().any(|cue| matches!(cue.cue, Cue::FirstStage | Cue::SecondStage));
                let strength = if follows.is_some() || is_step { Strength::Handing } else { Strength::Weak };
                let claim = claim(strength, until.start, "until");
                Role::Deadline(Claim { to: follows.map(|cue| cue.end).max(claim.to), ..claim })
            }
            (None, None, Some(submit)) if is_label(reading.text.get(submit.end..start).unwrap_or("")) => {
                Role::Deadline(claim(Strength::Handing, submit.start, "label"))
            }
            // "Applications are collected on 1 February, 1 June and 1 October".
            (None, None, Some(submit)) if group.shape == Shape::List && group.last - group.first + 1 >= FEWEST_COLLECTIONS => {
                Role::Deadline(claim(Strength::Handing, submit.start, "stage"))
            }
            (None, None, _) if left.iter().any(|cue| matches!(cue.cue, Cue::Cutoff | Cue::FirstStage | Cue::SecondStage)) => {
                let first = left.iter().find(|cue| matches!(cue.cue, Cue::Cutoff | Cue::FirstStage | Cue::SecondStage));
                Role::Deadline(claim(Strength::Handing, first.map_or(start, |cue| cue.start), "stage"))
            }
            _ => {
                let behind = |stage: Cue| around.right.iter().any(|cue| cue.cue == stage && words_after(cue) <= FAR_AFTER);
                let bare = claim(Strength::Bare, start, "bare");
                let bare = Claim { first: behind(Cue::FirstStage), second: behind(Cue::SecondStage), ..bare };
                by_what_follows(reading, around, group.shape, index, &words_after, bare)
            }
        },
    }
}

/// Cues that by themselves say what a date is.
pub(super) fn is_speaking(cue: Cue) -> bool {
    matches!(
        cue,
        Cue::Deadline
            | Cue::Extended
            | Cue::Former
            | Cue::Opening
            | Cue::Published
            | Cue::Early
            | Cue::Intent
            | Cue::Info
            | Cue::Results
            | Cue::Project
            | Cue::Age
            | Cue::Law
            | Cue::Fee
            | Cue::Event
    )
}

/// The interviews or the meeting to explain the call that "will be held".
fn subject<'c>(text: &str, left: &'c [CueFound], verb: &CueFound) -> Option<&'c CueFound> {
    let held = left.iter().any(|cue| cue.cue == Cue::Held && cue.start == verb.start);
    let tells = |cue: &CueFound| matches!(cue.cue, Cue::Results | Cue::Info | Cue::Ceremony) && cue.end <= verb.start;
    let adjacent = |cue: &CueFound| text.get(cue.end..verb.start).is_some_and(|gap| words_in(gap) == 0);
    let subject = left.iter().rev().find(|cue| tells(cue) && adjacent(cue)).filter(|_| held)?;
    (subject.cue != Cue::Ceremony).then_some(subject)
}

/// "…, as the gazette says, is from": so many words lead on from the comma that closes an insertion.
const WORDS_BEHIND_INSERTION: usize = 3;

/// Is the cue part of an insertion between commas that closes before the date ("… file their project, of one year's duration, from …")?
fn is_inserted(text: &str, left: &[CueFound], cue: &CueFound, date: usize) -> bool {
    // A word for the deadline is never beside the point ("…, closing on Wednesday, 3 May").
    if matches!(cue.cue, Cue::Deadline | Cue::Extended | Cue::Former) {
        return false;
    }
    let closes = text
        .get(cue.end..date)
        .and_then(|after| after.rsplit_once(','))
        .is_some_and(|(_, rest)| words_in(rest) <= WORDS_BEHIND_INSERTION);
    closes
        && left
            .iter()
            .take_while(|before| before.end <= cue.start)
            .filter(|before| before.cue == Cue::Submit)
            .any(|submit| text.get(submit.end..cue.start).is_some_and(|between| between.contains(',')))
}

/// Cue and date in the same brackets.
fn is_aside(text: &str, cue: usize, start: usize, end: usize) -> bool {
    /// Brackets are opened this near before the cue and closed this near after the date, in characters.
    const BRACKET_NEAR: usize = 160;
    if cue >= start {
        return false;
    }
    let before = text[..cue].chars().rev().take(BRACKET_NEAR).take_while(|c| *c != '\n');
    let opened = before.take_while(|c| *c != ')').any(|c| c == '(');
    opened && text[end..].chars().take(BRACKET_NEAR).take_while(|c| *c != '(').any(|c| c == ')')
}
