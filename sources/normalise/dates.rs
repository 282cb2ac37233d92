//! Every calendar date of a text, in reading order, with its time and zone.
//! A year is never guessed: a date without one is a [`DayMention`], which the caller may date if the context fixes it.
//! Pure: `today` serves relative words ("tomorrow", "מחר") and nothing else.

use chrono::{Datelike, Days, NaiveDate, NaiveTime};

mod broken_year;
mod cells;
mod clock;
mod foot;
pub(in crate::normalise) mod lex;
mod list_number;
mod month_end;
mod month_name;
mod order;
mod partial;
mod twice;
mod vocabulary;
mod yearless;

#[cfg(test)]
mod tests;

use crate::normalise::zones::zone_at;
use lex::{Lexeme, lexemes};
pub use order::Order;
use partial::Partial;
pub(in crate::normalise) use yearless::resolve_before;
pub use yearless::{DayMention, resolve};

/// A date found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateFound {
    /// The calendar date, as printed.
    pub date: NaiveDate,
    /// The time of day beside it.
    pub time: Option<NaiveTime>,
    /// IANA name or offset, where the text fixes one.
    pub zone: Option<String>,
    /// First byte of the quote.
    pub start: usize,
    /// The byte after the quote.
    pub end: usize,
}

/// How a date is joined to the one after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// `3-5 May`, `1 to 4 December`: all days between are meant.
    Range,
    /// `15 January, 15 April and 15 September`: these days are meant.
    List,
}

/// All that a text says of days: dated or not, relative words included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The date, if its year stands there.
    pub date: Option<NaiveDate>,
    /// Month and day.
    pub month_day: (u32, u32),
    /// ISO number of the weekday written beside it, Monday being 1.
    pub weekday: Option<u32>,
    /// The time of day beside it.
    pub time: Option<NaiveTime>,
    /// IANA name or offset.
    pub zone: Option<String>,
    /// First byte of the quote.
    pub start: usize,
    /// The byte after the quote.
    pub end: usize,
    /// How it is joined to the mention after it.
    pub joined: Option<Join>,
    /// A word such as "tomorrow", dated by `today`.
    pub relative: bool,
    /// "The end of January 2027": a day by which something is over, and none on which it takes place.
    pub month_end: bool,
    /// Numbers only, without a year (`31.3.`): perhaps no date at all.
    pub bare: bool,
}

/// Does the word name a day of the week, cut short or not?
pub(in crate::normalise) fn is_weekday(word: &str) -> bool {
    vocabulary::weekday(&lex::fold(word)).is_some()
}

/// Does it name a month?
pub(in crate::normalise) fn is_month(word: &str) -> bool {
    vocabulary::month(&lex::fold(word)).is_some()
}

/// Every calendar date in reading order; one whose year nothing fixes is left out.
pub fn dates(text: &str, lang: Option<&str>, today: NaiveDate) -> Vec<DateFound> {
    mentions(text, lang, today)
        .into_iter()
        .filter(|m| !m.month_end)
        .filter_map(|m| m.date.map(|date| DateFound { date, time: m.time, zone: m.zone, start: m.start, end: m.end }))
        .collect()
}

/// The days named without a year; [`resolve`] dates them where the context fixes it.
pub fn day_mentions(text: &str, lang: Option<&str>, today: NaiveDate) -> Vec<DayMention> {
    mentions(text, lang, today).iter().filter_map(DayMention::of).collect()
}

/// Every mention of a day, with and without a year.
pub fn mentions(text: &str, lang: Option<&str>, today: NaiveDate) -> Vec<Mention> {
    calendar(text, lang, today).mentions
}

/// Where a month is named with a year ("in October 2025").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::normalise) struct MonthOfYear {
    /// First byte.
    pub(in crate::normalise) at: usize,
    pub(in crate::normalise) year: i32,
    /// 1 to 12.
    pub(in crate::normalise) month: u32,
}

/// What a text says of the calendar.
pub(in crate::normalise) struct Calendar {
    pub(in crate::normalise) mentions: Vec<Mention>,
    pub(in crate::normalise) months: Vec<MonthOfYear>,
}

/// Reads the days and months of a text in one go.
pub(in crate::normalise) fn calendar(text: &str, lang: Option<&str>, today: NaiveDate) -> Calendar {
    let lexemes = list_number::dropped(broken_year::mended(lexemes(text)));
    Calendar { mentions: mentions_in(text, &lexemes, lang, today), months: months_in(&lexemes) }
}

fn mentions_in(text: &str, lexemes: &[Lexeme], lang: Option<&str>, today: NaiveDate) -> Vec<Mention> {
    let order = order::of_text(text, lexemes, lang);
    let mut found: Vec<Found> = Vec::new();
    let mut pending: Option<Clocked> = None;
    let mut at = 0;
    while at < lexemes.len() {
        if let Some(group) = group_or_relative(lexemes, at, order, lang, today) {
            let leads = |clocked: &Clocked| {
                clock::leads_to_date(&lexemes[clocked.next..at]) && !is_below_another(lexemes, clocked, at, found.last())
            };
            let before = pending.take().filter(leads);
            at = push_group(text, lexemes, order, group, before, &mut found);
        } else if let Some((time, next)) = clock::clock(lexemes, at, false) {
            let (zone, next) = zone_after(text, lexemes, next);
            pending = Some(Clocked { time, zone, first: at, next });
            at = next;
        } else {
            at += 1;
        }
    }
    link(lexemes, &mut found);
    twice::once(text, found.into_iter().filter_map(|one| one.mention(lexemes)).collect())
}

/// "28 April 2027", behind it or on the next line "closes at 23:59", on the line below "27 October 2027": is the hour the first day's?
fn is_below_another(lexemes: &[Lexeme], clocked: &Clocked, date: usize, above: Option<&Found>) -> bool {
    let lines = |from: usize, to: usize| lexemes[from..=to].iter().filter(|lexeme| lexeme.broken).count();
    lexemes[date].broken && above.is_some_and(|above| above.time.is_none() && lines(above.next, clocked.first) <= 1)
}

fn months_in(lexemes: &[Lexeme]) -> Vec<MonthOfYear> {
    lexemes.iter().enumerate().filter_map(|(at, _)| month_of_year(lexemes, at)).collect()
}

/// `October 2025`, `octubre de 2025`, `Oktober, 2025`.
fn month_of_year(lexemes: &[Lexeme], at: usize) -> Option<MonthOfYear> {
    let month = vocabulary::month(lexemes[at].word())?;
    let next = lexemes.get(at + 1)?;
    let joint = next.mark() == Some(',') || vocabulary::joins(next.word());
    let (year, _) = lexemes.get(at + 1 + usize::from(joint))?.number().filter(|(_, digits)| *digits == 4)?;
    Some(MonthOfYear { at: lexemes[at].start, year: i32::try_from(year).ok()?, month })
}

/// A time that waits for the date after it.
struct Clocked {
    time: NaiveTime,
    zone: Option<String>,
    first: usize,
    next: usize,
}

struct Found {
    partial: Partial,
    time: Option<NaiveTime>,
    zone: Option<String>,
    first: usize,
    next: usize,
    said: Said,
    joined: Option<Join>,
}

/// How a day is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Date,
    /// "Tomorrow".
    Relative,
    /// "The end of January 2027".
    MonthEnd,
}

impl Found {
    fn mention(self, lexemes: &[Lexeme]) -> Option<Mention> {
        let date = self.partial.date();
        if self.partial.year.is_some() && date.is_none() {
            // 30 February: a slip of the pen names no day.
            return None;
        }
        Some(Mention {
            date,
            month_day: (self.partial.month, self.partial.day),
            weekday: weekday_before(lexemes, self.partial.first),
            time: self.time,
            zone: self.zone,
            start: lexemes.get(self.first)?.start,
            end: lexemes.get(self.next.checked_sub(1)?)?.end,
            joined: self.joined,
            relative: self.said == Said::Relative,
            month_end: self.said == Said::MonthEnd,
            bare: self.partial.bare,
        })
    }
}

fn group_or_relative(
    lexemes: &[Lexeme],
    at: usize,
    order: Order,
    lang: Option<&str>,
    today: NaiveDate,
) -> Option<(Vec<Partial>, Said)> {
    if let Some(group) = partial::group(lexemes, at, order) {
        return Some((group, Said::Date));
    }
    let month_end = || month_end::month_end(lexemes, at).map(|one| (vec![one], Said::MonthEnd));
    relative(lexemes, at, lang, today).map(|one| (vec![one], Said::Relative)).or_else(month_end)
}

/// "tomorrow", "מחר", "demain"; "mañana" and "morgen" also mean the morning, and count only where they cannot.
fn relative(lexemes: &[Lexeme], at: usize, lang: Option<&str>, today: NaiveDate) -> Option<Partial> {
    let word = lexemes[at].word();
    let days = vocabulary::relative(word)?;
    let before = at.checked_sub(1).map_or("", |index| lexemes[index].word());
    let language = lang.and_then(|tag| tag.get(..2)).unwrap_or("");
    let ambiguous = match word {
        "morgen" => language != "nl" && language != "de" || matches!(before, "guten" | "der" | "am" | "jeden" | "diesen"),
        "manana" => matches!(before, "la" | "esta" | "de" | "una" | "por" | "cada"),
        "heute" | "hoje" | "oggi" | "hoy" | "today" | "ieri" | "hier" => word == "hier" && matches!(language, "" | "de"),
        _ => false,
    };
    if ambiguous {
        return None;
    }
    let date = match u64::try_from(days) {
        Ok(days) => today.checked_add_days(Days::new(days)),
        Err(_) => today.checked_sub_days(Days::new(days.unsigned_abs())),
    }?;
    Some(Partial { day: date.day(), month: date.month(), year: Some(date.year()), first: at, next: at + 1, bare: false })
}

/// Puts a group into `found`, with the time before its first and after its last date; answers where to read on.
fn push_group(
    text: &str,
    lexemes: &[Lexeme],
    order: Order,
    (group, said): (Vec<Partial>, Said),
    before: Option<Clocked>,
    found: &mut Vec<Found>,
) -> usize {
    let Some(last) = group.last() else { return lexemes.len() };
    let mut next = last.next;
    let mut last_time = None;
    // A zone sign right after an ISO date: `2026-09-15+02:00`.
    let is_date = |index: usize| partial::group(lexemes, index, order).is_some();
    if let Some((time, after)) = clock::time_after(lexemes, next, is_date) {
        let (zone, after) = zone_after(text, lexemes, after);
        next = closing(lexemes, next, after);
        last_time = Some((time, zone));
    } else if let Some((zone, after)) = zone_at(text, lexemes, next).filter(|_| lexemes.get(next).is_some_and(|l| !l.broken)) {
        let signed = matches!(lexemes[next].mark(), Some('+' | '-'));
        if !signed || !lexemes[next].spaced {
            push_all(group, said, before, None, Some(zone), after, found);
            return after;
        }
    }
    let (time, zone) = last_time.map_or((None, None), |(time, zone)| (Some(time), zone));
    push_all(group, said, before, time, zone, next, found);
    next
}

fn push_all(
    group: Vec<Partial>,
    said: Said,
    before: Option<Clocked>,
    time: Option<NaiveTime>,
    zone: Option<String>,
    next: usize,
    found: &mut Vec<Found>,
) {
    let (first, last) = (0, group.len() - 1);
    let has_own = time.is_some();
    let mut before = before.filter(|_| !has_own);
    for (index, partial) in group.into_iter().enumerate() {
        let mut one = Found { first: partial.first, next: partial.next, partial, time: None, zone: None, said, joined: None };
        if index == last {
            (one.time, one.zone, one.next) = (time, zone.clone(), next);
        }
        if index == first
            && let Some(clocked) = before.take()
        {
            one.time = Some(clocked.time);
            one.zone = clocked.zone.or(one.zone);
            one.first = clocked.first;
        }
        found.push(one);
    }
}

fn zone_after(text: &str, lexemes: &[Lexeme], at: usize) -> (Option<String>, usize) {
    match zone_at(text, lexemes, at) {
        Some((zone, next)) => (Some(zone), next),
        None => (None, at),
    }
}

/// `(17:00 CET)`: a bracket opened after the date is closed with the time.
fn closing(lexemes: &[Lexeme], from: usize, at: usize) -> usize {
    let opened = lexemes[from..at].iter().filter(|l| l.mark() == Some('(')).count();
    let closed = lexemes[from..at].iter().filter(|l| l.mark() == Some(')')).count();
    at + usize::from(opened > closed && lexemes.get(at).is_some_and(|l| l.mark() == Some(')')))
}

/// Lends the year of the later end of a range or list to the earlier ones: `28 December to 3 January 2027`.
fn link(lexemes: &[Lexeme], found: &mut [Found]) {
    for index in (0..found.len().saturating_sub(1)).rev() {
        let (left, right) = (&found[index], &found[index + 1]);
        let joined = partial::connector(lexemes, left.next) == Some(right.first);
        if !joined {
            continue;
        }
        let bare = left.partial.bare && !right.partial.bare && right.partial.year.is_none();
        if bare {
            continue;
        }
        let year = match (left.partial.year, right.partial.year) {
            (None, Some(year)) => {
                let before = (left.partial.month, left.partial.day) <= (right.partial.month, right.partial.day);
                Some(if before { year } else { year - 1 })
            }
            (own, _) => own,
        };
        let joined = join(lexemes, left.first, left.next, right.first);
        found[index].partial.year = year;
        found[index].joined = Some(joined);
    }
}

/// "and" and commas make a list, all else a range; "between Monday, the 3rd, and the 5th of May" is one too.
fn join(lexemes: &[Lexeme], first: usize, from: usize, to: usize) -> Join {
    let small = |l: &Lexeme| l.mark() == Some(',') || vocabulary::is_article(l.word()) || vocabulary::weekday(l.word()).is_some();
    let between = lexemes[..first].iter().rev().take(LEADS_TO_FIRST).find(|l| !small(l)).map_or("", Lexeme::word);
    let lists = |l: &Lexeme| {
        matches!(l.mark(), Some(',' | '&' | '/'))
            || matches!(l.word(), "and" | "und" | "et" | "y" | "e" | "en" | "i" | "и" | "و" | "ו" | "וב")
    };
    // "From Sunday, 3 May 2027, until Monday, 4 June 2027": the comma only closes what stood before it.
    let leads_on = |l: &Lexeme| vocabulary::ranges(l.word()) && !lists(l);
    let closed = lexemes[from].mark() == Some(',') && lexemes[from..to].get(1).is_some_and(leads_on);
    let listed = !closed && lexemes[from..to].first().is_some_and(lists);
    if listed && !vocabulary::is_between(between) { Join::List } else { Join::Range }
}

/// "Between" stands at most this many lexemes before the first day: an article, a weekday and a comma may follow it.
const LEADS_TO_FIRST: usize = 4;

/// The weekday written before the date, an article or comma between them skipped.
fn weekday_before(lexemes: &[Lexeme], at: usize) -> Option<u32> {
    let mut back = lexemes.get(..at)?.iter().rev().take(4).filter(|l| l.mark() != Some(',') && !vocabulary::is_article(l.word()));
    let nearest = back.find(|l| l.mark() != Some('.') && l.mark() != Some('-'))?.word();
    vocabulary::weekday(nearest).or_else(|| {
        let day_word = back.next().is_some_and(|l| vocabulary::is_hebrew_day(l.word()));
        day_word.then(|| vocabulary::hebrew_weekday(nearest)).flatten()
    })
}
