//! When it takes place: the days that the words call an event's, else those of the feast on which prizes are handed over, else, where
//! one comes together, days of which nothing is said. Never a last day.

use chrono::NaiveDate;

use super::claim::Strength;
use super::reading::{Group, Reading, Shape, words_in};
use super::role::Role;
use super::year::{LONGEST_MEETING_DAYS, Years};
use super::{EventDates, quote};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::Mention;

/// "Wednesday, 18 May 2027, Town Hall, Leeds | 8:30": a line that names a day and a place has at most so many words.
const WORDS_OF_A_SCHEDULE: usize = 8;

/// Where words speak of handing in, days are an event's if they are at most so many from the first to the last.
const LONGEST_FAIR_DAYS: i64 = 6;

/// The title and the lines that say what it is about.
const HEAD_LINES: usize = 4;

/// The days of the event, with the words that say so.
pub(super) fn event(reading: &Reading<'_>, roles: &[Role], years: &Years, gathers: bool) -> Option<EventDates> {
    let is_feast = |index: usize| reading.around(index).left.iter().any(|cue| cue.cue == Cue::Ceremony);
    let of = |wanted: &dyn Fn(usize, Role) -> bool| {
        let mut found: Vec<usize> = (0..reading.groups.len())
            .filter(|index| {
                let first = &reading.mentions[reading.groups[*index].first];
                !(first.month_end || first.bare && first.date.is_none()) && wanted(*index, roles[*index])
            })
            .collect();
        found.sort_by_key(|index| reading.groups[*index].shape == Shape::Single);
        found.into_iter().find_map(|index| days(reading, roles, years, index))
    };
    let claimed = |of: Role| matches!(of, Role::Deadline(claim) if claim.rule != "span" && claim.strength >= Strength::Handing);
    let dated = roles.iter().any(|role| claimed(*role));
    // "Submit abstract" over "4 - 6 November 2027", "the fair opens on 16 and 17 October": nobody takes papers for so few days only.
    let is_other = |role: Role| match role {
        Role::Plain => true,
        Role::Deadline(claim) => claim.rule == "span" && dated,
        Role::Opening => dated,
        _ => false,
    };
    of(&|_, role| role == Role::Event)
        .or_else(|| of(&|index, role| gathers && role == Role::Plain && is_span(reading, years, index, LONGEST_MEETING_DAYS)))
        .or_else(|| of(&|index, role| gathers && is_other(role) && is_span(reading, years, index, LONGEST_FAIR_DAYS)))
        .or_else(|| of(&|index, role| gathers && role == Role::Plain && is_scheduled(reading, index)))
        .or_else(|| of(&|index, role| role == Role::Decoy(Cue::Results) && is_feast(index)))
}

/// First and last day of a group, or of a journey out and the way back in the same sentence.
fn days(reading: &Reading<'_>, roles: &[Role], years: &Years, index: usize) -> Option<EventDates> {
    let group = reading.groups[index];
    let start = date(reading, years, &reading.mentions[group.first])?;
    let back = || {
        let next = *reading.groups.get(index + 1).filter(|_| group.shape == Shape::Single)?;
        let between = reading.cues_between(reading.end(group), reading.start(next));
        // "The workshop begins on 3 May with a dinner and ends on 5 May".
        let ends = |cue: &CueFound| matches!(cue.cue, Cue::Ends | Cue::Closes) && roles[index + 1] == Role::Event;
        let comes_back = between.iter().any(|cue| cue.cue == Cue::Returns || ends(cue));
        let deadline = matches!(roles[index + 1], Role::Deadline(claim) if claim.strength > Strength::Weak);
        let end = date(reading, years, &reading.mentions[next.last])?;
        (comes_back && !deadline && !reading.begins_sentence(index + 1)).then_some((end, reading.end(next)))
    };
    let own = || Some((date(reading, years, &reading.mentions[group.last])?, reading.end(group)));
    let (end, to) = back().or_else(own).filter(|(end, _)| *end >= start)?;
    let from = reading.start(group);
    Some(EventDates { start, end, quote: quote::of(reading.text, from, from, to) })
}

/// The date of a mention; "Study tour 2027 (19-25 January)" tells the year of the days in a title.
fn date(reading: &Reading<'_>, years: &Years, mention: &Mention) -> Option<NaiveDate> {
    let titled = || {
        let in_title = !reading.text[..mention.end].contains('\n');
        NaiveDate::from_ymd_opt(years.titled().filter(|_| in_title)?, mention.month_day.0, mention.month_day.1)
    };
    years.date(mention).or_else(titled)
}

/// "4 - 6 November 2027": as many days as a meeting has.
fn is_span(reading: &Reading<'_>, years: &Years, index: usize, longest: i64) -> bool {
    let Group { first, last, shape } = reading.groups[index];
    let day = |mention: &Mention| date(reading, years, mention);
    let lasts = day(&reading.mentions[first]).zip(day(&reading.mentions[last])).map(|(start, end)| (end - start).num_days());
    let past = || reading.is_past(reading.mentions[first].start);
    matches!(shape, Shape::Range | Shape::List) && lasts.is_some_and(|days| (1..=longest).contains(&days)) && !past()
}

/// A dated day in the title, or with its weekday and a place in a short line below it; alone it is when the page was written.
fn is_scheduled(reading: &Reading<'_>, index: usize) -> bool {
    let group = reading.groups[index];
    let mention = &reading.mentions[group.first];
    let before = &reading.text[..mention.start];
    let lines = before.matches('\n').count();
    if group.shape != Shape::Single || mention.date.is_none() || lines >= HEAD_LINES {
        return false;
    }
    let from = before.rfind(['\n', '|']).map_or(0, |at| at + 1);
    let line = reading.text[from..].split(['\n', '|']).next().unwrap_or("");
    let sentence = line.rsplit(". ").next().unwrap_or(line);
    let placed = words_in(sentence) <= WORDS_OF_A_SCHEDULE && !reading.around(index).alone;
    lines == 0 || placed && (mention.weekday.is_some() || mention.time.is_some())
}
