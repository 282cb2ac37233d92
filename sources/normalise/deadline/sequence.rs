//! What a date takes from the one before it: a list goes on, a span of application ends, an event's days are counted on.

use chrono::NaiveDate;

use super::claim::{Claim, Strength};
use super::opening::{closes_event, opens_event};
use super::reading::{Around, Reading, Shape, words_in};
use super::role::Role;
use super::subject::{Subject, subject};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::is_weekday;
use crate::normalise::dates::lex::fold;

/// What the date before lends: lists go on, and "from … until …" is a span of application.
pub(super) fn in_sequence(
    reading: &Reading<'_>,
    index: usize,
    around: &Around,
    found: &[Role],
    role: Role,
    published: Option<NaiveDate>,
) -> Role {
    let Some(before) = index.checked_sub(1).and_then(|before| found.get(before)).copied() else { return role };
    // "16 November – decision in March" / "29 February – decision in June": of each row the first day is of the list.
    let unsaid =
        matches!(role, Role::Plain | Role::Event | Role::Decoy(_) | Role::Deadline(Claim { strength: Strength::Bare, .. }));
    if unsaid
        && around.left.is_empty()
        && let Some(Role::Deadline(claim)) = row_above(reading, index, around).and_then(|above| found.get(above))
        && claim.strength >= Strength::Handing
        && claim.cutoff
    {
        return Role::Deadline(Claim { cutoff: true, from: around.from, ..*claim });
    }
    let goes_on = || around.left.is_empty() && goes_on(reading, index, published);
    match (before, role) {
        (Role::Deadline(claim), Role::Plain) if goes_on() => Role::Deadline(Claim { cutoff: true, from: around.from, ..claim }),
        // "Deadlines:" / "31 January, 17:00" / "30 April, 17:00": the hour makes it no day of its own.
        (Role::Deadline(claim), Role::Deadline(own)) if own.strength == Strength::Bare && goes_on() => {
            Role::Deadline(Claim { cutoff: true, from: around.from, ..claim })
        }
        // "Round 1: 15 February" / "Round 2: 15 June", under one heading.
        (Role::Deadline(claim), Role::Plain) if around.left.is_empty() && reading.is_next_in_series(index) => {
            Role::Deadline(Claim { cutoff: true, from: around.from, ..claim })
        }
        // "The deadline, which was 3 May, is extended until 7 June".
        (Role::Deadline(before), Role::Deadline(claim))
            if before.extended && claim.strength == Strength::Weak && reading.continues(index) && around.extends =>
        {
            Role::Deadline(Claim { strength: before.strength, extended: true, ..claim })
        }
        // "Moved from 3 May to 7 June".
        (Role::Opening, Role::Deadline(_) | Role::Plain) if around.extends && reading.continues_sentence(index) => {
            Role::Deadline(Claim { extended: true, ..Claim::of(Strength::Named, around.from, "due_by") })
        }
        // "On two dates: until 3 May and until 7 June".
        (Role::Deadline(before), Role::Deadline(claim))
            if claim.strength == Strength::Weak && before.strength > Strength::Weak && reading.continues_sentence(index) =>
        {
            Role::Deadline(Claim { strength: before.strength, cutoff: true, ..claim })
        }
        // "Applications open on 3 May and close on 7 June".
        (Role::Opening, _) if reading.continues_sentence(index) && closes(reading, index, around) => {
            Role::Deadline(Claim::of(Strength::Named, around.from, "due_by"))
        }
        // "Opens" / "3 May" / "Close" / "7 June".
        (Role::Opening, Role::Plain | Role::Decoy(Cue::Project)) if is_closing_label(reading, index, around) => {
            Role::Deadline(Claim::of(Strength::Named, around.from, "due_by"))
        }
        // "The fair opens on 3 May and closes on 7 May".
        (Role::Event, _) if reading.continues_sentence(index) && opens_before(reading, index) && closes_event(&around.left) => {
            Role::Event
        }
        (Role::Opening, Role::Deadline(claim)) if claim.strength == Strength::Weak && reading.continues(index) => {
            // "From 15 November (…) through 31 December the pictures hang in …": nothing says that something opens.
            let strength = if is_called(reading, index - 1) { Strength::Handing } else { Strength::Bare };
            Role::Deadline(Claim { strength, rule: "span", ..claim })
        }
        // "The exhibition opens on 3 May and stays until 7 June"; after brackets or a whole span the main sentence goes on.
        (Role::Event, Role::Deadline(claim))
            if claim.strength == Strength::Weak
                && reading.continues(index)
                && !reading.begins_sentence(index)
                && !reading.follows_bracket(index)
                && (around.extends || !reading.follows_span(index)) =>
        {
            Role::Event
        }
        _ => role,
    }
}

/// Does an event open on the day before?
fn opens_before(reading: &Reading<'_>, index: usize) -> bool {
    opens_event(reading, &reading.around(index - 1).left, reading.start(reading.groups[index - 1]))
}

/// Is it the call that the day before opens?
fn is_called(reading: &Reading<'_>, index: usize) -> bool {
    let opens = |cue: &CueFound| matches!(cue.cue, Cue::Opening | Cue::Submit | Cue::Deadline | Cue::Extended | Cue::Callable);
    reading.around(index).left.iter().any(opens)
}

/// Does a verb between say that what was opened ends?
fn closes(reading: &Reading<'_>, index: usize, around: &Around) -> bool {
    let Some(verb) = around.left.iter().find(|cue| matches!(cue.cue, Cue::Closes | Cue::Ends)) else { return false };
    // "The course opens on 3 May and ends on 5 June".
    let is_other = || {
        let subject = subject(reading, verb, reading.start(reading.groups[index]));
        matches!(subject, Subject::Event | Subject::Undertaking)
    };
    is_called(reading, index - 1) && !is_other()
}

/// Is the label of the day a word for the end and nothing else?
fn is_closing_label(reading: &Reading<'_>, index: usize, around: &Around) -> bool {
    let ends = |cue: &&CueFound| matches!(cue.cue, Cue::Finish | Cue::Closes);
    let Some(label) = around.left.iter().rev().find(ends) else { return false };
    let parted = |from: usize, to: usize| reading.text.get(from..to).is_some_and(|gap| words_in(gap) == 0);
    let gap = reading.text.get(label.end..reading.start(reading.groups[index])).unwrap_or("");
    parted(around.from, label.start) && words_in(gap) == 0 && gap.contains([':', '|', '\n'])
}

/// Does a list of last days go on? Within a line a comma or an "and" joins them. In lines or cells of their own they stand under a
/// heading in the plural ("Deadlines:" / "31 January" / "30 April"), or there are three and more; the one day on the line below a last
/// day is something else: the congress's own, the page's, that of a signature ("Rome, 9 July 2027").
fn goes_on(reading: &Reading<'_>, index: usize, published: Option<NaiveDate>) -> bool {
    let here = reading.groups[index];
    let gap = reading.text.get(reading.end(reading.groups[index - 1])..reading.start(here)).unwrap_or("");
    if !reading.continues_list(index) || here.shape == Shape::Range {
        return false;
    }
    let ended = gap.rfind(['.', '!', '?']).is_some_and(|at| words_in(&gap[at + 1..]) > 0);
    if !gap.contains(['\n', '|']) {
        return !ended && !tells_of_the_next(gap);
    }
    let date = reading.mentions[here.first].date;
    // "Close" / "21 November" / "Review" / "22 November": the line between says what the next day is.
    if has_label(gap) || !is_line_of_its_own(reading, index) || date.is_some() && date == published {
        return false;
    }
    let alone: Vec<usize> = (0..index).rev().take(LONGEST_LIST).take_while(|at| is_line_of_its_own(reading, *at)).collect();
    let first = index - alone.len();
    // The heading may stand in the line of the first day.
    let heads = [first, first.saturating_sub(1)];
    let plural = heads.into_iter().any(|at| reading.around(at).left.iter().any(|cue| cue.cue == Cue::Cutoff));
    let behind = (index + 1..reading.groups.len()).take(LONGEST_LIST).take_while(|at| is_line_of_its_own(reading, *at)).count();
    plural || alone.len() + 1 + behind >= FEWEST_OF_A_LIST
}

/// Does a whole line between two days say something, other than of which lot or round the next one is?
fn has_label(gap: &str) -> bool {
    let Some((between, _)) = gap.split_once('\n').and_then(|(_, rest)| rest.rsplit_once('\n')) else { return false };
    let outside = between.split_once('(').map_or(between, |(outside, _)| outside);
    words_in(outside) > 0 && !outside.contains(|c: char| c.is_ascii_digit())
}

/// "30 January – committee on 12 March": behind a dash a word of its own says what the next day is. Before a comma or an "and" it
/// names the lot of the day before ("1 March – artists, 1 June – musicians").
fn tells_of_the_next(gap: &str) -> bool {
    /// "And", "then", "lot", "puis": shorter words go on with a list.
    const SHORTEST_WORD: usize = 5;
    let Some((_, told)) = gap.split_once(['–', '—']).or_else(|| gap.split_once(" - ")) else { return false };
    let told = told.rsplit([',', ';', '،', '؛']).next().unwrap_or("");
    let tells = |word: &str| word.chars().count() >= SHORTEST_WORD && !is_weekday(word);
    told.split(|c: char| !c.is_alphabetic()).rev().take_while(|word| !holds(&GRAMMAR.fee.joining, &fold(word))).any(tells)
}

/// The first day of the line above, where both lines begin with a day and go on alike: with another day, or with the same word.
fn row_above(reading: &Reading<'_>, index: usize, around: &Around) -> Option<usize> {
    /// "12 noon on", "- ".
    const WORDS_BEFORE: usize = 2;
    /// Two such words with their marks, in bytes.
    const LONGEST_LEAD: usize = 40;
    /// A row tells few days.
    const MOST_OF_A_ROW: usize = 4;
    let heads = |index: usize| {
        let start = reading.start(reading.groups[index]);
        let near = &reading.text[reading.text.floor_char_boundary(start.saturating_sub(LONGEST_LEAD))..start];
        near.rsplit_once('\n').is_some_and(|(_, lead)| words_in(lead) <= WORDS_BEFORE)
    };
    let breaks = |before: usize| {
        let (from, to) = (reading.end(reading.groups[before]), reading.groups.get(before + 1).map(|next| reading.start(*next))?);
        Some(reading.text.get(from..to)?.matches('\n').count())
    };
    if !heads(index) || breaks(index.checked_sub(1)?) != Some(1) {
        return None;
    }
    let above = (0..index).rev().take(MOST_OF_A_ROW).find(|at| heads(*at))?;
    let whole = (above..index - 1).all(|at| breaks(at) == Some(0));
    // The last row of a list has no other below it.
    let other_day = || above < index - 1 && breaks(index).is_none_or(|breaks| breaks == 0);
    let same_word = || {
        let word = |around: &Around| around.right.first().map(|cue| cue.cue);
        word(around).is_some() && word(around) == word(&reading.around(above))
    };
    // "20 November – ceremony, doors 19 November" is the row of the feast.
    let is_feast = around.right.first().is_some_and(|cue| cue.cue == Cue::Event);
    (whole && !is_feast && (other_day() || same_word())).then_some(above)
}

/// A year's days of collection, one a month; a longer table need not be counted.
const LONGEST_LIST: usize = 12;

/// Two days below a label may be the last one and the congress's; three are a list.
const FEWEST_OF_A_LIST: usize = 3;

/// Nothing stands beside the day in its line or cell but what is in brackets ("31 January 2027 (lot 1)").
fn is_line_of_its_own(reading: &Reading<'_>, index: usize) -> bool {
    let group = reading.groups[index];
    let before = reading.text[..reading.start(group)].rsplit(['\n', '|']).next().unwrap_or("");
    let behind = reading.text[reading.end(group)..].split(['\n', '|', '(']).next().unwrap_or("");
    words_in(before) == 0 && words_in(behind) == 0
}
