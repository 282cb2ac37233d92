//! Times of day: `17:00`, `11:59 pm`, `10h11`, `12 Uhr`, `noon`, `חצות`, before or after a date.
//! Knows no dates; zones are read by `zones`.

use chrono::NaiveTime;

use super::lex::Lexeme;
use crate::lexicon::grammar::{GRAMMAR, holds};

/// "Midnight" as a limit is the end of the day it stands beside: the last minute is shown, never 00:00 of the same day.
const END_OF_DAY: (u32, u32) = (23, 59);

/// Words that turn a number into an hour.
const HOUR_WORDS: [&str; 14] =
    ["h", "uhr", "heures", "heure", "horas", "hs", "hrs", "hr", "hours", "ore", "uur", "hod", "godz", "часов"];

/// Words that stand before an hour.
const HOUR_LABELS: [&str; 6] = ["ore", "בשעה", "שעה", "השעה", "الساعة", "godziny"];

/// Small words and marks between a date and its time.
const GLUE_WORDS: [&str; 55] = [
    "am",
    "dem",
    "at",
    "um",
    "a",
    "las",
    "la",
    "le",
    "בשעה",
    "עד",
    "השעה",
    "שעה",
    "ב",
    "ore",
    "alle",
    "kl",
    "klo",
    "om",
    "by",
    "before",
    "until",
    "till",
    "no",
    "later",
    "than",
    "not",
    "bis",
    "spatestens",
    "hasta",
    "avant",
    "o",
    "godz",
    "godziny",
    "the",
    "en",
    "as",
    "the",
    "jusqu",
    "h",
    "up",
    "to",
    "vor",
    "antes",
    "de",
    "through",
    "י",
    "في",
    "الساعة",
    "عند",
    "تمام",
    "حتى",
    "قبل",
    "لغاية",
    "в",
    "entre",
];

/// How far a time may stand from its date, in lexemes.
const NEAR: usize = 6;

/// A time of day at lexeme `at` and the lexeme after it. `dotted` also takes `13.12`, which elsewhere is a number.
pub(super) fn clock(lexemes: &[Lexeme], at: usize, dotted: bool) -> Option<(NaiveTime, usize)> {
    let first = lexemes.get(at)?;
    if let Some(fixed) = named(first.word()) {
        return Some((fixed, at + 1));
    }
    if HOUR_LABELS.contains(&first.word()) {
        // "ore 12", "בשעה 12": the label makes a bare number an hour.
        return clock(lexemes, at + 1, true).or_else(|| match lexemes.get(at + 1)?.number()? {
            (hour, 1 | 2) if lexemes.get(at + 2).is_none_or(|l| l.spaced || !matches!(l.mark(), Some('.' | '/' | '-'))) => {
                let (hour, next) = meridiem(lexemes, at + 2, hour);
                time(hour, 0, 0, next)
            }
            _ => None,
        });
    }
    let (hour, digits) = first.number()?;
    if digits == 4 && lexemes.get(at + 1).is_some_and(|l| matches!(l.word(), "hours" | "hrs" | "h")) {
        return time(hour / 100, hour % 100, 0, at + 2);
    }
    if digits > 2 || hour > 24 {
        return None;
    }
    let after = |offset: usize| lexemes.get(at + offset);
    let mark = after(1).filter(|l| !l.spaced).and_then(Lexeme::mark);
    let minute = after(2).filter(|l| !l.spaced).and_then(Lexeme::number).filter(|&(minute, digits)| digits == 2 && minute < 60);
    match (mark, minute) {
        (Some(':' | '∶'), Some((minute, _))) => {
            let (second, next) = seconds(lexemes, at + 3);
            let (hour, next) = meridiem(lexemes, next, hour);
            time(hour, minute, second, unit(lexemes, next))
        }
        (Some('.'), Some((minute, _))) => {
            let (shifted, next) = meridiem(lexemes, at + 3, hour);
            let marked = next > at + 3 || after(3).is_some_and(|l| HOUR_WORDS.contains(&l.word()));
            let longer = after(3).is_some_and(|l| !l.spaced && matches!(l.mark(), Some('.' | '/' | '-')))
                && after(4).is_some_and(|l| !l.spaced && l.number().is_some());
            if !(dotted || marked) || longer {
                return None;
            }
            time(shifted, minute, 0, unit(lexemes, next))
        }
        _ => whole_hour(lexemes, at, hour),
    }
}

/// `10h11`, `17 Uhr 30`, `5 p.m.`, `12 noon`.
fn whole_hour(lexemes: &[Lexeme], at: usize, hour: u32) -> Option<(NaiveTime, usize)> {
    let word = lexemes.get(at + 1)?;
    if HOUR_WORDS.contains(&word.word()) {
        let minute = lexemes.get(at + 2).filter(|l| !l.spaced || word.word() == "uhr" || word.word() == "h");
        let minute = minute.and_then(Lexeme::number).filter(|&(minute, digits)| digits == 2 && minute < 60);
        let followed = lexemes.get(at + 3).is_some_and(|l| !l.spaced && matches!(l.mark(), Some('.' | '/' | '-')));
        return match minute {
            Some((minute, _)) if !followed => time(hour, minute, 0, at + 3),
            _ => time(hour, 0, 0, point(lexemes, at + 1)),
        };
    }
    if hour == 12
        && let Some(fixed) = named(word.word())
    {
        return Some((fixed, at + 2));
    }
    let (shifted, next) = meridiem(lexemes, at + 1, hour);
    (next > at + 1 && (1..=12).contains(&hour)).then(|| time(shifted, 0, 0, next)).flatten()
}

fn seconds(lexemes: &[Lexeme], at: usize) -> (u32, usize) {
    let adjacent = |offset: usize| lexemes.get(at + offset).filter(|l| !l.spaced);
    if adjacent(0).is_some_and(|l| l.mark() == Some(':'))
        && let Some((second, 2)) = adjacent(1).and_then(Lexeme::number)
        && second < 60
    {
        let fraction =
            adjacent(2).is_some_and(|l| matches!(l.mark(), Some('.' | ','))) && adjacent(3).is_some_and(|l| l.number().is_some());
        return (second, if fraction { at + 4 } else { at + 2 });
    }
    (0, at)
}

/// The hour after `am`, `p.m.`, `noon`, `de la tarde`, `مساء`, and the lexeme after it.
fn meridiem(lexemes: &[Lexeme], at: usize, hour: u32) -> (u32, usize) {
    let Some(first) = lexemes.get(at) else { return (hour, at) };
    let shift = |pm: bool| match (pm, hour) {
        (true, 1..=11) => hour + 12,
        (false, 12) => 0,
        _ => hour,
    };
    match first.word() {
        "am" | "صباحا" | "בבוקר" => (shift(false), at + 1),
        "pm" | "مساء" | "عصرا" | "ليلا" | "אחה\"צ" | "אחר-הצהריים" | "בערב" | "בלילה" => {
            (shift(true), at + 1)
        }
        "noon" | "midday" | "ظهرا" | "בצהריים" => (hour, at + 1),
        "midnight" => (if hour == 12 { 24 } else { hour }, at + 1),
        half @ ("a" | "p") => {
            let dot = lexemes.get(at + 1).is_some_and(|l| l.mark() == Some('.') && !l.spaced);
            let m = lexemes.get(at + 2).is_some_and(|l| l.word() == "m");
            if !(dot && m) {
                return (hour, at);
            }
            let last = lexemes.get(at + 3).is_some_and(|l| l.mark() == Some('.') && !l.spaced);
            (shift(half == "p"), at + 3 + usize::from(last))
        }
        "de" if lexemes.get(at + 1).is_some_and(|l| l.word() == "la") => match lexemes.get(at + 2).map_or("", Lexeme::word) {
            "tarde" | "noche" => (shift(true), at + 3),
            "manana" => (shift(false), at + 3),
            _ => (hour, at),
        },
        _ => (hour, at),
    }
}

/// `17:00 hours`, `17:00 Uhr`, `12:00 noon`: the word says nothing new.
fn unit(lexemes: &[Lexeme], at: usize) -> usize {
    let word = lexemes.get(at).map_or("", Lexeme::word);
    if HOUR_WORDS.contains(&word) {
        return point(lexemes, at);
    }
    at + usize::from(matches!(word, "noon" | "midi" | "mittags"))
}

/// The lexeme behind the word for hours at `at`, and behind the point by which it is cut short where the sentence goes on ("18:00 hrs. del 13").
fn point(lexemes: &[Lexeme], at: usize) -> usize {
    let cut = lexemes.get(at + 1).is_some_and(|l| !l.spaced && l.mark() == Some('.'));
    let goes_on = lexemes
        .get(at + 2)
        .is_some_and(|l| !l.broken && (l.mark() == Some('(') || leads_to_date(std::slice::from_ref(l)) && !l.word().is_empty()));
    at + 1 + usize::from(cut && goes_on)
}

fn time(hour: u32, minute: u32, second: u32, next: usize) -> Option<(NaiveTime, usize)> {
    if hour == 24 {
        let end_of_day = NaiveTime::from_hms_opt(END_OF_DAY.0, END_OF_DAY.1, 0)?;
        return (minute == 0).then_some((end_of_day, next));
    }
    NaiveTime::from_hms_opt(hour, minute, second).map(|time| (time, next))
}

fn named(word: &str) -> Option<NaiveTime> {
    match word {
        "noon" | "midday" | "midi" | "mittag" | "mittags" | "mediodia" | "mezzogiorno" | "בצהריים" => {
            NaiveTime::from_hms_opt(12, 0, 0)
        }
        "midnight" | "minuit" | "mitternacht" | "medianoche" | "mezzanotte" | "middernacht" | "polnocy" | "חצות" | "בחצות" => {
            NaiveTime::from_hms_opt(END_OF_DAY.0, END_OF_DAY.1, 0)
        }
        _ => None,
    }
}

/// The time that follows a date which ends before lexeme `at`; `is_date` tells where another date starts.
pub(super) fn time_after(lexemes: &[Lexeme], at: usize, is_date: impl Fn(usize) -> bool) -> Option<(NaiveTime, usize)> {
    let (mut breaks, mut ranged) = (0, false);
    for (index, lexeme) in lexemes.iter().enumerate().skip(at).take(NEAR) {
        breaks += usize::from(lexeme.broken);
        if breaks > 1 || is_date(index) {
            return None;
        }
        if let Some((time, next)) = clock(lexemes, index, index <= at + 1) {
            // "from 1 March until 17:00 on 5 May": the hour belongs to the date that follows it.
            // So does one on the line below, at the head of a row ("- 12 noon on 5 May").
            let others = (ranged || breaks > 0)
                && (next..=next + NEAR)
                    .any(|after| after <= lexemes.len() && leads_to_date(&lexemes[next..after]) && is_date(after));
            return (!others).then_some((time, next));
        }
        if index == at + 1 && lexemes[at].mark() == Some('.') {
            return None;
        }
        ranged |= super::vocabulary::ranges(lexeme.word()) || lexeme.word() == "hasta" || lexeme.word() == "jusqu";
        let glue = match lexeme.mark() {
            Some(mark) => matches!(mark, ',' | '-' | '–' | '—' | '|' | '@' | '(' | ':' | '_' | '،' | '*' | '\'' | '’' | '.'),
            None => {
                GLUE_WORDS.contains(&lexeme.word())
                    || super::vocabulary::weekday(lexeme.word()).is_some()
                    || lexeme.word() == "t" && !lexeme.spaced
            }
        };
        if !glue || lexeme.mark() == Some('.') && index > at {
            return None;
        }
    }
    None
}

/// "(hora del centro del país)": so many lexemes say in brackets by whose clock the hour is.
const LONGEST_ASIDE: usize = 8;

/// Without what stands in brackets right behind a time, if nothing of it is a number.
fn without_aside<'s, 't>(between: &'s [Lexeme<'t>]) -> &'s [Lexeme<'t>] {
    let opened = between.first().is_some_and(|l| !l.broken && l.mark() == Some('('));
    let Some(closed) = between.iter().position(|l| l.mark() == Some(')')).filter(|closed| opened && *closed <= LONGEST_ASIDE)
    else {
        return between;
    };
    let aside = &between[..closed];
    if aside.iter().any(|l| l.broken || l.number().is_some()) { between } else { &between[closed + 1..] }
}

/// May the lexemes between a time and a date that follows it be skipped?
pub(super) fn leads_to_date(between: &[Lexeme]) -> bool {
    let between = without_aside(between);
    between.len() <= NEAR
        && between.iter().all(|lexeme| {
            if lexeme.broken {
                return false;
            }
            if let Some(mark) = lexeme.mark() {
                return matches!(mark, ',' | '(' | '-' | '–' | '|' | '،' | '־');
            }
            let word = lexeme.word();
            super::vocabulary::weekday(word).is_some()
                || super::vocabulary::hebrew_weekday(word).is_some()
                || super::vocabulary::is_hebrew_day(word)
                || holds(&GRAMMAR.current_year.coming, word)
                || matches!(
                    word,
                    "on" | "of"
                        | "the"
                        | "del"
                        | "dia"
                        | "de"
                        | "le"
                        | "du"
                        | "am"
                        | "vom"
                        | "dem"
                        | "den"
                        | "las"
                        | "jour"
                        | "يوم"
                        | "الموافق"
                        | "بتوقيت"
                        | "توقيت"
                        | "שעון"
                        | "uhr"
                        | "ortszeit"
                        | "des"
                        | "ב"
                        | "בתאריך"
                        | "ה"
                        | "el"
                        | "il"
                        | "op"
                        | "em"
                        | "في"
                        | "من"
                        | "local"
                        | "time"
                        | "hours"
                )
        })
}
