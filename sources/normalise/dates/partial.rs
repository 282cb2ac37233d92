//! One date as written, perhaps without its month or year, which a range lends it: `3-5 May 2027`, `28 April to 2 May 2027`.
//! Knows the grammar of dates only; times and zones are read elsewhere, and no year is ever added here.

use chrono::{Datelike, NaiveDate};

use super::Order;
use super::cells::cells;
use super::foot::is_of_foot;
use super::lex::Lexeme;
use super::month_name::{month_name, month_word, numbered_month};
use super::vocabulary;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::hebrew_calendar;

/// What is written of one date. Lexemes `first..next`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Partial {
    pub(super) day: u32,
    pub(super) month: u32,
    pub(super) year: Option<i32>,
    pub(super) first: usize,
    pub(super) next: usize,
    /// `31.3.`: numbers only, without a year: too little to be sure that it is a date.
    pub(super) bare: bool,
}

impl Partial {
    /// The civil date, where the year is known and the day exists.
    pub(super) fn date(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month, self.day)
    }
}

/// Two-digit years: `95` is 1995, `30` is 2030. Calls do not look further ahead than this, nor archives further back.
const PIVOT: u32 = 70;

/// A list of days before one month (`3, 4 and 5 May`) longer than this is a table, not a date.
const LONGEST_LIST: usize = 6;

/// The dates that start at lexeme `at` and share their month or year, in reading order.
pub(super) fn group(lexemes: &[Lexeme], at: usize, order: Order) -> Option<Vec<Partial>> {
    let first = lexemes.get(at)?;
    if first.number().is_some() {
        if glued_to_number(lexemes, at) {
            return None;
        }
        return single(lexemes, at, order).map(|one| vec![one]).or_else(|| days_before_month(lexemes, at, order));
    }
    if first.mark().is_some() {
        return None;
    }
    hebrew(lexemes, at).or_else(|| day_month(lexemes, at)).map(|one| vec![one]).or_else(|| month_days(lexemes, at))
}

fn single(lexemes: &[Lexeme], at: usize, order: Order) -> Option<Partial> {
    year_first(lexemes, at)
        .or_else(|| numeric(lexemes, at, order))
        .or_else(|| day_month(lexemes, at))
        .or_else(|| cells(lexemes, at))
        .or_else(|| short(lexemes, at))
}

/// `12:30 May`, `1,500`, `192.168.1.2`: a number that hangs on the number before it starts no date.
fn glued_to_number(lexemes: &[Lexeme], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|index| lexemes.get(index)) else { return false };
    let number_before = at.checked_sub(2).and_then(|index| lexemes.get(index)).is_some_and(|l| l.number().is_some());
    !lexemes[at].spaced && !before.spaced && number_before && matches!(before.mark(), Some('.' | ':' | ',' | '/'))
}

pub(super) fn number(lexemes: &[Lexeme], at: usize, most_digits: usize) -> Option<u32> {
    lexemes.get(at)?.number().filter(|&(_, digits)| digits <= most_digits).map(|(value, _)| value)
}

pub(super) fn adjacent_mark(lexemes: &[Lexeme], at: usize) -> Option<char> {
    lexemes.get(at).filter(|l| !l.spaced).and_then(Lexeme::mark)
}

/// `2027-03-17`, `2027/3/17`, `2027.03.17`, `2015-Apr-12`.
fn year_first(lexemes: &[Lexeme], at: usize) -> Option<Partial> {
    let year = four_digits(lexemes, at)?;
    let separator = lexemes.get(at + 1)?.mark().filter(|mark| matches!(mark, '-' | '/' | '.' | '‑' | '–'))?;
    if lexemes.get(at + 3)?.mark()? != separator || lexemes[at + 3].spaced {
        return None;
    }
    let month = number(lexemes, at + 2, 2).or_else(|| vocabulary::month(lexemes.get(at + 2)?.word()))?;
    let day = number(lexemes, at + 4, 2)?;
    let partial = Partial { day, month, year: Some(year), first: at, next: at + 5, bare: false };
    partial.date().map(|_| partial)
}

/// Four digits below it are a sum, a house or a head count; nothing that a call tells of is older.
const EARLIEST_YEAR: u32 = 1800;

pub(super) fn four_digits(lexemes: &[Lexeme], at: usize) -> Option<i32> {
    match lexemes.get(at)?.number()? {
        (year, 4) if year >= EARLIEST_YEAR => i32::try_from(year).ok(),
        _ => None,
    }
}

fn two_digits(lexemes: &[Lexeme], at: usize) -> Option<i32> {
    match lexemes.get(at)?.number()? {
        (year, 2) => i32::try_from(if year < PIVOT { 2000 + year } else { 1900 + year }).ok(),
        _ => None,
    }
}

/// `17.3.2027`, `17/03/27`, `30-07-2021`, `22:04:2021`, `26 . 10.21`.
fn numeric(lexemes: &[Lexeme], at: usize, order: Order) -> Option<Partial> {
    let (one, two) = (number(lexemes, at, 2)?, number(lexemes, at + 2, 2)?);
    let separator = lexemes.get(at + 1)?.mark().filter(|mark| matches!(mark, '.' | '/' | '-' | ':' | '‑' | '–' | '\\'))?;
    if lexemes.get(at + 3)?.mark()? != separator {
        return None;
    }
    // Only points and slashes are set with spaces around them.
    let spaced = lexemes.get(at + 1..=at + 4)?.iter().any(|l| l.spaced);
    let year = match four_digits(lexemes, at + 4) {
        Some(year) => year,
        None if separator == ':' => return None,
        None => two_digits(lexemes, at + 4)?,
    };
    // "10-11-12 October 2027": three days of a month.
    if lexemes[at + 4].number().is_some_and(|(_, digits)| digits == 2) && month_name(lexemes, at + 5).is_some() {
        return None;
    }
    let longer = adjacent_mark(lexemes, at + 5) == Some(separator)
        && lexemes.get(at + 6).is_some_and(|l| !l.spaced && l.number().is_some());
    // `1.3.2024-6.5.2024` goes on with another date; `02-12-34-56` is a telephone.
    let telephone = longer && !(separator == '-' && lexemes[at + 4].number().is_some_and(|(_, digits)| digits == 4));
    if telephone || spaced && !matches!(separator, '.' | '/') {
        return None;
    }
    let made = |day, month| {
        let partial = Partial { day, month, year: Some(year), first: at, next: at + 5, bare: false };
        partial.date().map(|_| partial)
    };
    match order {
        Order::DayFirst => made(one, two).or_else(|| made(two, one)),
        Order::MonthFirst if separator == '.' => made(one, two).or_else(|| made(two, one)),
        Order::MonthFirst => made(two, one).or_else(|| made(one, two)),
    }
}

/// `31.3.` or `15/03`, a date only if something beside it lends the year.
fn short(lexemes: &[Lexeme], at: usize) -> Option<Partial> {
    let (day, month) = (number(lexemes, at, 2)?, number(lexemes, at + 2, 2)?);
    let separator = adjacent_mark(lexemes, at + 1).filter(|mark| matches!(mark, '.' | '/'))?;
    if lexemes[at + 2].spaced || !(1..=31).contains(&day) || !(1..=12).contains(&month) {
        return None;
    }
    let closed = adjacent_mark(lexemes, at + 3) == Some(separator);
    let longer = lexemes.get(at + 3 + usize::from(closed)).is_some_and(|l| !l.spaced && l.number().is_some());
    if longer || separator == '.' && !closed && is_measure(lexemes, at) {
        return None;
    }
    let next = at + 3 + usize::from(closed && separator == '.');
    Some(Partial { day, month, year: None, first: at, next, bare: true })
}

/// "2.5 million", "4.5 MB", "€2.5", "spacing 1.5": a number with a point, and no day of a month.
fn is_measure(lexemes: &[Lexeme], at: usize) -> bool {
    let behind = lexemes.get(at + 3);
    let has_unit = behind
        .is_some_and(|l| !l.broken && (holds(&GRAMMAR.units, l.word()) || matches!(l.mark(), Some('€' | '$' | '£' | '₪' | '%'))));
    let before = at.checked_sub(1).and_then(|index| lexemes.get(index));
    let is_labelled = before.is_some_and(|l| {
        !lexemes[at].broken && (holds(&GRAMMAR.measures, l.word()) || matches!(l.mark(), Some('€' | '$' | '£' | '₪')))
    });
    has_unit || is_labelled
}

/// The day at `at` (`31`, `31st`, `1.`, `1.º`, `primero`, `السابع`) and the lexeme after it.
fn day(lexemes: &[Lexeme], at: usize) -> Option<(u32, usize)> {
    let first = lexemes.get(at)?;
    if let Some((value, digits)) = first.number() {
        if digits > 2 || !(1..=31).contains(&value) {
            return None;
        }
        let mut next = at + 1;
        if adjacent_mark(lexemes, next) == Some('.') || matches!(adjacent_mark(lexemes, next), Some('°')) {
            next += 1;
        }
        let ending = lexemes.get(next).filter(|l| vocabulary::is_ordinal_ending(l.word()));
        // What is raised on the page stands apart in its text: "1 er mars", "15 th March".
        if ending.is_some_and(|l| !l.spaced || vocabulary::is_raised_ending(l.word(), value)) {
            next += 1;
            next += usize::from(adjacent_mark(lexemes, next) == Some('.'));
        }
        return Some((value, next));
    }
    let (value, words) = vocabulary::day_in_words(first.word(), lexemes.get(at + 1).map_or("", Lexeme::word))?;
    Some((value, at + words))
}

/// `17 March 2027`, `8 למרץ`, `1er mars`, `12 de junio del 2012`, `30-Jul-21`, `the 31st of October, 2020`.
fn day_month(lexemes: &[Lexeme], at: usize) -> Option<Partial> {
    let (day, after_day) = day(lexemes, at)?;
    let mut index = after_day;
    while index < after_day + 3 && lexemes.get(index).is_some_and(|l| is_joint(l, false)) {
        index += 1;
    }
    if let Some(after_word) = month_word(lexemes, after_day) {
        if let Some(numbered) = numbered_month(lexemes, after_word) {
            let (month, year) = numbered;
            return Some(Partial { day, month, year: Some(year), first: at, next: after_word + 3, bare: false });
        }
        index = after_word;
    }
    let (month, after_month) = month_name(lexemes, index)?;
    let dashed = index > after_day
        && lexemes[index - 1].mark().is_some_and(|mark| matches!(mark, '-' | '/' | '‑'))
        && !lexemes[index].spaced;
    let (year, next) = year(lexemes, after_month - 1, dashed);
    Some(Partial { day, month, year, first: at, next, bare: false })
}

/// `March 17, 2027`, `October 20-23, 2019`, `Sept 7th 2016`, `June 5–6, 2017`.
fn month_days(lexemes: &[Lexeme], at: usize) -> Option<Vec<Partial>> {
    let month = vocabulary::month(lexemes[at].word())?;
    let mut index = at + 1 + usize::from(adjacent_mark(lexemes, at + 1) == Some('.'));
    while lexemes.get(index).is_some_and(|l| matches!(l.word(), "the") || matches!(l.mark(), Some('-' | ',')) && !l.spaced) {
        index += 1;
    }
    let mut found: Vec<Partial> = Vec::new();
    let mut start = at;
    loop {
        lexemes.get(index)?.number()?;
        let (day, next) = day(lexemes, index)?;
        if starts_clock(lexemes, index) {
            break;
        }
        // `mars 15 avril 2024`, `15-Jun-2024`: the number belongs to the month after it, but in "October 19 – November 6" to the one before.
        let dashed = |at: usize| lexemes.get(at).and_then(Lexeme::mark).is_some_and(|mark| matches!(mark, '-' | '–' | '—'));
        let leads_on = dashed(next) && (lexemes[next].spaced || !dashed(next + 2));
        if day_month(lexemes, index).is_some() && !leads_on {
            break;
        }
        // "… until the end of January" over the page's day, "05.01.2027".
        if numeric(lexemes, index, Order::DayFirst).is_some() {
            break;
        }
        found.push(Partial { day, month, year: None, first: start, next, bare: false });
        let Some(following) = connector(lexemes, next).filter(|_| found.len() < LONGEST_LIST) else { break };
        let goes_on = lexemes
            .get(following)
            .and_then(Lexeme::number)
            .is_some_and(|(value, digits)| digits <= 2 && (1..=31).contains(&value));
        if !goes_on
            || starts_clock(lexemes, following)
            || short(lexemes, following).is_some()
            || group_of_month(lexemes, following)
        {
            break;
        }
        start = following;
        index = following;
    }
    let last = found.last_mut()?;
    let dashed = adjacent_mark(lexemes, at + 1) == Some('-');
    // The year stands after the last day, as it would after a month.
    let (year, next) = year(lexemes, last.next - 1, dashed);
    last.next = next.max(last.next);
    // "Apply by June 3. Advice is given …": without a year behind it the point ends the sentence.
    if year.is_none() && lexemes.get(last.next - 1).and_then(Lexeme::mark) == Some('.') {
        last.next -= 1;
    }
    for one in &mut found {
        one.year = year;
    }
    Some(found)
}

fn group_of_month(lexemes: &[Lexeme], at: usize) -> bool {
    day_month(lexemes, at).is_some()
}

/// `17:00`, `17h`, `5 pm`: an hour, not a day.
fn starts_clock(lexemes: &[Lexeme], at: usize) -> bool {
    let next = lexemes.get(at + 1);
    next.is_some_and(|l| {
        !l.spaced && l.mark() == Some(':') && lexemes.get(at + 2).is_some_and(|l| !l.spaced && l.number().is_some())
    }) || next.is_some_and(|l| matches!(l.word(), "h" | "uhr" | "am" | "pm" | "heures" | "horas" | "hrs"))
}

/// `3-5 May 2027`, `3, 4 and 5 May 2027`, `23. – 27.6.2010`, `mercredi 23 et jeudi 24 octobre 2024`.
fn days_before_month(lexemes: &[Lexeme], at: usize, order: Order) -> Option<Vec<Partial>> {
    let mut days: Vec<(u32, usize, usize)> = Vec::new();
    let mut index = at;
    while days.len() < LONGEST_LIST {
        if !days.is_empty()
            && let Some(last) =
                numeric(lexemes, index, order).or_else(|| day_month(lexemes, index)).or_else(|| short(lexemes, index))
        {
            let mut found: Vec<Partial> = days
                .iter()
                .map(|&(day, first, next)| Partial { day, first, next, month: last.month, year: last.year, bare: last.bare })
                .collect();
            // A list counts upwards; `14 - 5 May 2027` is no range of days.
            let rising = found.iter().map(|one| one.day).chain([last.day]).is_sorted();
            found.push(last);
            return rising.then_some(found);
        }
        lexemes.get(index)?.number()?;
        let (day, next) = day(lexemes, index)?;
        days.push((day, index, next));
        index = connector(lexemes, next)?;
        let comma = lexemes[next].mark() == Some(',');
        // "Lyon 2, les 22 et 23 mars": the list begins with the article.
        let articled = |index: usize| lexemes.get(index).is_some_and(|l| vocabulary::is_article(l.word()));
        if comma && articled(next + 1) && !at.checked_sub(1).is_some_and(articled) {
            return None;
        }
        let ends_list = day_month(lexemes, index).is_some() || numeric(lexemes, index, order).is_some();
        if comma && ends_list {
            // "Room 3, 5 May 2027": only "3, 4 and 5 May" is a list.
            return None;
        }
    }
    None
}

/// What joins two dates at `at` (`-`, "to", "et jeudi", "bis zum"), and the lexeme after it.
pub(super) fn connector(lexemes: &[Lexeme], at: usize) -> Option<usize> {
    let first = lexemes.get(at)?;
    // "From April 4, 2027. to May 3": a year with a point, as some write it.
    let pointed = at.checked_sub(1).is_some_and(|year| four_digits(lexemes, year).is_some())
        && first.mark() == Some('.')
        && lexemes.get(at + 1).is_some_and(|l| !l.broken && vocabulary::ranges(l.word()));
    let at = at + usize::from(pointed);
    let mut index = at;
    let mut joined = false;
    while index < at + 5 {
        let Some(lexeme) = lexemes.get(index) else { break };
        let joins = match lexeme.mark() {
            // "20./21. Juni".
            Some('/') => index == at && !lexeme.spaced && lexemes.get(at + 1).is_some_and(|next| !next.spaced),
            Some(mark) => matches!(mark, '-' | '–' | '—' | '‑' | '־' | '&' | '÷' | '~') || index == at && mark == ',',
            None => vocabulary::ranges(lexeme.word()),
        };
        let skipped = joined
            && (vocabulary::weekday(lexeme.word()).is_some()
                || vocabulary::is_article(lexeme.word())
                || vocabulary::is_hebrew_day(lexeme.word())
                || vocabulary::hebrew_weekday(lexeme.word()).is_some()
                || lexeme.mark() == Some(','));
        if !joins && !skipped {
            break;
        }
        joined |= joins;
        index += 1;
    }
    (joined && index > at && !first.broken).then_some(index)
}

pub(super) fn is_joint(lexeme: &Lexeme, before_year: bool) -> bool {
    match lexeme.mark() {
        Some(mark) => {
            matches!(mark, ',' | '،' | '-' | '‑' | '–' | '/' | '־' | '\'' | '’')
                || before_year && mark == '.'
                || !before_year && mark == ','
        }
        None => vocabulary::joins(lexeme.word()),
    }
}

/// The year after the month (or day) at `at`, and the lexeme after it all.
fn year(lexemes: &[Lexeme], at: usize, dashed: bool) -> (Option<i32>, usize) {
    let mut index = at + 1;
    let mut quoted = false;
    // A point may follow an abbreviation (`Dec. 2027`), not a whole word: there it ends the sentence.
    if adjacent_mark(lexemes, index) == Some('.') {
        let abbreviated = lexemes[at].word().chars().count() <= 5 || lexemes[at].number().is_some();
        if !abbreviated {
            return (None, at + 1);
        }
        index += 1;
    }
    let after_point = index;
    while index < after_point + 4 && lexemes.get(index).is_some_and(|l| is_joint(l, true) || vocabulary::is_year_word(l.word())) {
        quoted = lexemes[index].mark().is_some_and(|mark| matches!(mark, '\'' | '’'));
        index += 1;
    }
    if is_of_foot(lexemes, index) {
        return (None, at + 1);
    }
    if let Some(year) = four_digits(lexemes, index) {
        let more = adjacent_mark(lexemes, index + 1) == Some('/') && two_digits(lexemes, index + 2).is_some();
        return if more { (None, at + 1) } else { (Some(year), index + 1) };
    }
    let Some(year) = two_digits(lexemes, index) else { return (None, at + 1) };
    let following = lexemes.get(index + 1);
    let adjacent_dash = dashed && index == at + 2 && !lexemes[index].spaced;
    let stands_alone = index == at + 1 + usize::from(after_point > at + 1)
        && following.is_none_or(|l| {
            l.broken
                || l.number().is_some()
                || l.mark().is_some_and(|mark| {
                    matches!(mark, ',' | ';' | ')' | ']' | '|' | '.' | '!' | '\'' | '’' | '׳')
                        && !next_is_number(lexemes, index + 1)
                })
        });
    let clocked = starts_clock(lexemes, index);
    if !clocked && (quoted && !lexemes[index].spaced || adjacent_dash || stands_alone) {
        (Some(year), index + 1)
    } else {
        (None, at + 1)
    }
}

fn next_is_number(lexemes: &[Lexeme], at: usize) -> bool {
    lexemes.get(at + 1).is_some_and(|l| !l.spaced && l.number().is_some())
}

/// `כ"ג באדר תשפ"ז`, `ט"ו בשבט ה'תשפ"ז`, `א' בניסן התשפ"ז`.
fn hebrew(lexemes: &[Lexeme], at: usize) -> Option<Partial> {
    let word = lexemes.get(at)?.word();
    let day = hebrew_calendar::numeral(word)
        .or_else(|| vocabulary::without_prefixes(word).find_map(hebrew_calendar::numeral))
        .filter(|day| (1..=30).contains(day))?;
    let name = lexemes.get(at + 1)?.word();
    let second = lexemes.get(at + 2).map_or("", Lexeme::word);
    let (month, words) = hebrew_calendar::month(name, second)
        .or_else(|| vocabulary::without_prefixes(name).find_map(|rest| hebrew_calendar::month(rest, second)))?;
    let year_at = at + 1 + words;
    let year_at = year_at + usize::from(lexemes.get(year_at).is_some_and(|l| l.mark() == Some(',')));
    let year = hebrew_calendar::year(lexemes.get(year_at)?.word())?;
    let civil = hebrew_calendar::civil(year, month, day)?;
    Some(Partial { day: civil.day(), month: civil.month(), year: Some(civil.year()), first: at, next: year_at + 1, bare: false })
}
