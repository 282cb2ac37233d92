//! The page's own day, which stands at its head and is no day of the call.

use chrono::NaiveDate;

use super::claim::Strength;
use super::reading::{Reading, Shape, words_in};
use super::role::Role;
use crate::normalise::cues::{Cue, CueFound};

/// The day of publication under the title ("Register by post" / "9 November 2026" / …), taken for what the line above announces.
pub(super) fn is_stamp(reading: &Reading<'_>, index: usize, role: Role, published: Option<NaiveDate>) -> bool {
    let Role::Deadline(claim) = role else { return false };
    let group = reading.groups[index];
    let line_above = reading.text.get(claim.from..reading.start(group)).is_some_and(|between| between.contains('\n'));
    line_above && group.shape == Shape::Single && reading.mentions[group.first].date == published
}

/// "2027-03-04T10:22:59+00:00" at the head of a line: a machine wrote when the page was, whatever the title above announces.
pub(super) fn is_machine_stamp(reading: &Reading<'_>, index: usize, role: Role) -> bool {
    /// "2027-03-04" has so many bytes.
    const ISO_DATE: usize = 10;
    let start = reading.start(reading.groups[index]);
    let leads = reading.text[..start].rsplit('\n').next().is_some_and(|line| line.trim().is_empty());
    let timed = reading.text[start..].get(ISO_DATE..).is_some_and(|rest| rest.starts_with('T'));
    leads && timed && matches!(role, Role::Event | Role::Plain)
}

/// "Brussels, 2 December 2026 – The network opens a call …": a place, the first date of the text, and a sentence behind a dash.
pub(super) fn is_dateline(reading: &Reading<'_>, index: usize) -> bool {
    /// "Frankfurt am Main" and a small word.
    const PLACE_WORDS: usize = 4;
    /// Fewer words behind the dash are the label of a timetable.
    const FEWEST_WORDS: usize = 7;
    let group = reading.groups[index];
    if index != 0 || group.shape != Shape::Single || reading.mentions[group.first].date.is_none() {
        return false;
    }
    let place = reading.text[..reading.start(group)].rsplit('\n').next().unwrap_or("");
    let rest = reading.text[reading.end(group)..].split('\n').next().unwrap_or("");
    let behind_dash = rest.trim_start().strip_prefix(['–', '—', '-']).filter(|told| told.starts_with(' '));
    let is_place = place.starts_with(char::is_alphabetic) && (1..=PLACE_WORDS).contains(&words_in(place)) && place.contains(',');
    let tells_event = || {
        let to = reading.end(group) + rest.find(['.', ';']).unwrap_or(rest.len());
        reading.cues_between(reading.end(group), to).iter().any(|cue| matches!(cue.cue, Cue::Event | Cue::Deadline))
    };
    is_place && behind_dash.is_some_and(|told| words_in(told) >= FEWEST_WORDS) && !tells_event()
}

/// Where the text below the title begins; the title may stand over it once more.
pub(super) fn below_title(text: &str) -> Option<usize> {
    let (title, body) = text.split_once('\n')?;
    let again = body.trim_start().strip_prefix(title.trim()).filter(|rest| !title.trim().is_empty() && rest.starts_with('\n'));
    Some(text.len() - again.unwrap_or(body).trim_start_matches('\n').len())
}

/// "Expression of interest" / "18 December 2026" / "1. Introduction": the name of a paper above its day and its contents, where no other
/// day is the last. Without them it is what is to be sent by then.
fn is_of_paper(reading: &Reading<'_>, roles: &[Role], from: usize, button: &str) -> bool {
    let cues = reading.cues_between(from, from + button.len());
    let names = |cue: &CueFound| matches!(cue.cue, Cue::FirstStage | Cue::Submit | Cue::Applying | Cue::Callable);
    let is_paper = cues.iter().any(|cue| cue.cue == Cue::FirstStage) && cues.iter().all(names);
    let day = |index: usize| reading.mentions[reading.groups[index].first].date;
    // What is over by then tells of earlier years.
    let later = |index: usize| day(index).is_none() || day(index) > day(0);
    let goes_on = |index: usize, role: Role| match role {
        Role::Deadline(_) => true,
        Role::Event | Role::Opening | Role::Decoy(Cue::Results) => later(index),
        _ => false,
    };
    let headed =
        |line: &str| line.trim_start().strip_prefix("1.").is_some_and(|rest| rest.trim_start().starts_with(char::is_alphabetic));
    let has_contents = || {
        reading.text[reading.end(reading.groups[0])..].lines().skip(1).find(|line| !line.trim().is_empty()).is_some_and(headed)
    };
    is_paper && has_contents() && !roles.iter().enumerate().skip(1).any(|(index, role)| goes_on(index, *role))
}

/// "Learn more and apply" / "27 December 2026" / "Deadline: 31 January 2027": a button above the page's own day is no label of it.
fn is_below_button(reading: &Reading<'_>, roles: &[Role], from: usize, lead: &str) -> bool {
    /// A button says what to do in few words.
    const BUTTON_WORDS: usize = 4;
    let Some(button) = lead.trim_end_matches(' ').strip_suffix('\n').filter(|button| !button.contains('\n')) else {
        return false;
    };
    let does = |cue: &CueFound| matches!(cue.cue, Cue::Submit | Cue::Applying | Cue::Callable | Cue::TakingPart);
    let is_button = words_in(button) <= BUTTON_WORDS && !button.trim_end().ends_with(':');
    let named = |role: &Role| matches!(role, Role::Deadline(claim) if claim.strength == Strength::Named);
    // A day with its own label below it is one of a timetable.
    let is_button = is_button && !reading.around(0).labelled_behind;
    let does_only = || reading.cues_between(from, from + button.len()).iter().all(does);
    is_button && (does_only() && roles[1..].iter().any(named) || is_of_paper(reading, roles, from, button))
}

/// "Deadline extended" / "5 January 2027" / "Cities may apply until …": a day that is all of the line below the title is the page's own,
/// unless the title leads on to it and nothing else is told as the last day.
pub(super) fn is_head_date(reading: &Reading<'_>, roles: &[Role]) -> bool {
    /// A weekday or a place beside the day.
    const WORDS_BESIDE: usize = 1;
    /// "Deadline for entries" is a label.
    const WORDS_OF_WHAT: usize = 2;
    let (Some(Role::Deadline(_)), Some(group)) = (roles.first(), reading.groups.first()) else { return false };
    let (before, behind) = (&reading.text[..reading.start(*group)], &reading.text[reading.end(*group)..]);
    let Some(below) = below_title(reading.text) else { return false };
    let Some(lead) = before.get(below..) else { return false };
    let title = reading.text.split('\n').next().unwrap_or("");
    let (rest, text) = behind.split_once('\n').unwrap_or((behind, ""));
    if is_below_button(reading, roles, below, lead) {
        return true;
    }
    let beside = words_in(lead) + words_in(rest);
    let is_dated = group.shape == Shape::Single && reading.mentions[group.first].date.is_some();
    let is_labelled = !reading.cues_between(title.len(), reading.start(*group)).is_empty();
    let is_labelled = is_labelled || reading.around(0).labelled_behind;
    if lead.contains(['\n', ':']) || is_labelled || !is_dated || beside > WORDS_BESIDE || text.trim().is_empty() {
        return false;
    }
    let told = |role: &Role| matches!(role, Role::Deadline(claim) if claim.strength >= Strength::Handing);
    let cues = reading.cues_between(0, title.len());
    let is_open = title.trim_end().ends_with(':');
    let is_label = |cue: &CueFound| words_in(&title[cue.end..]) <= WORDS_OF_WHAT && matches!(cue.cue, Cue::Deadline | Cue::Until);
    let is_news = cues.iter().any(|cue| cue.cue == Cue::Extended);
    !is_open && (roles[1..].iter().any(told) || is_news || !cues.iter().any(is_label))
}
