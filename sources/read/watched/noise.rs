//! What changes on a page by itself: today's date, clocks, counters, "last updated", tokens.
//! Whole lines only, and only short ones: a deadline in a sentence is never noise.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use regex::Regex;

/// Longer lines are sentences, and say something.
const LONGEST: usize = 80;

/// A word this long that mixes letters and digits is no word.
const TOKEN: usize = 20;

/// Nor is a shorter one of nothing but hexadecimal digits, letters among them.
const HEX_TOKEN: usize = 12;

/// Lines that count visits, reactions or what is left of the time, in the languages of the sources.
static COUNTER: LazyLock<Regex> = LazyLock::new(|| {
    let words = "(?:unique |online )?visitors?(?: online| today| so far| this (?:week|month|year))?|(?:users|guests|members) online|visits|page ?views|views|hits|downloads|likes|shares|\
                 comments?|replies|followers|online now|reading time|min read|\
                 (?:(?:מספר|סך) )?ה?(?:מבקרים|צפיות|כניסות|גולשים)(?: (?:ב|ל)(?:אתר|דף))?(?: כעת)?|שיתופים|הורדות|תגובות|\
                 visites?|visiteurs|vues|commentaires?|(?:besucher|aufrufe|zugriffe)(?: heute)?|kommentare?|visitas|vistas|visitantes|comentarios?|\
                 visiteurs aujourd'hui|visitas hoy|visitantes hoy|(?:מבקרים|צפיות|כניסות) היום";
    Regex::new(&format!(r"(?i)^\W*(?:(?:{words})[\s:(]*[\d.,\s]+|[\d.,\s]+(?:{words}))\W*$"))
        .expect("it compiles, a test uses it")
});

/// "This page was viewed 312 times", "3,210 people have viewed this page".
static VIEWED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^\W*(?:(?:this |the )?(?:page|article|post|item) )?(?:(?:was|has been) )?(?:viewed|visited|read|seen|accessed|opened)\b\D{0,5}[\d.,]+ times\W*$|^\W*[\d.,]+ (?:people|persons|users|readers|visitors|others) (?:have |has )?(?:viewed|visited|read|seen) (?:this|the) (?:page|article|post|call|item)\W*$|^\W*[\d.,]+ (?:personnes ont (?:vu|consulté|lu) cette page|personen haben diese seite (?:gesehen|besucht|gelesen)|personas han (?:visto|visitado|leído) esta página)\W*$|^\W*[\d.,]+ (?:אנשים|איש|גולשים) (?:צפו|ביקרו|קראו) ב(?:דף|עמוד|כתבה)(?: זה| הזה| זו| הזו)?\W*$|^\W*(?:ה(?:דף|עמוד|כתבה) )?נ(?:צפ|קר)(?:ה|תה|א|אה)\b\D{0,5}[\d.,]+ פעמים\W*$",
    )
    .expect("it compiles, a test uses it")
});

/// How long ago something was, or how long there is left: the same day said anew each time.
static RELATIVE: LazyLock<Regex> = LazyLock::new(|| {
    let span = r"(?:an?|one|two|few|[\d.,]+) (?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?)";
    let german = r"(?:einer|einem|[\d.,]+) (?:sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)";
    let hebrew = r"(?:כ-?)?(?:[\d.,]+ )?(?:שניות|דקה|דקות|שעה|שעתיים|שעות|יום|יומיים|ימים|שבוע|שבועיים|שבועות|חודש|חודשיים|חודשים|שנה|שנתיים|שנים)";
    Regex::new(&format!(
        r"(?i)^\W*(?:(?:\w+ )?(?:on )?{span} ago|{span} (?:left|remaining|to go)(?: (?:to|until|before)(?: the)? \w+)?|(?:time|days|hours) (?:left|remaining)\W*[\d.,]+(?: \w+)?|(?:\w+ )?לפני {hebrew}|(?:נותרו|נשארו|עוד) {hebrew}(?: (?:ל|עד )\S+)?|(?:\w+ )?il y a \S+ \w+|(?:\w+ )?vor {german}|noch {german}|(?:\w+ )?hace \S+ \w+)\W*$"
    ))
    .expect("it compiles, a test uses it")
});

/// What is left of the time in a sentence or a clock of its own, who looks at the page, and how long it took to make.
static COUNTDOWN: LazyLock<Regex> = LazyLock::new(|| {
    let spans = r"(?:[\d.,]+ (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?)(?:,? (?:and )?)?)+";
    let left = r"(?:left|remaining|to go|to (?:apply|submit|register|enter))";
    Regex::new(&format!(
        r"(?i)^\W*(?:(?:countdown|time left|(?:closes|ends|starts|opens) in)\W*{spans}|(?:only |just |still |there are )*(?:only |still )?{spans} ?{left}(?: (?:to|until|before|for)(?: the)? [\w ]{{1,30}})?|you are visitor (?:number|no\.?|#)? ?[\d.,]+|(?:currently |there are )*[\d.,]+ (?:people|users|visitors|others?) (?:are |is )?(?:currently |now )?(?:viewing|looking at|reading|watching) this (?:page|call|event)|(?:page|this page was) (?:generated|rendered|created|loaded) in [\d.,]+ ?(?:s|ms|secs?|seconds?|milliseconds?))\W*$"
    ))
    .expect("it compiles, a test uses it")
});

static UPDATED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^\W*(?:(?:page )?last (?:updated?|modified|reviewed|changed)|updated(?: on)?|עודכן(?: לאחרונה)?|עדכון אחרון|תאריך עדכון|(?:dernière )?mise à jour|mis à jour|zuletzt (?:aktualisiert|geändert)|stand|última actualización|actualizado)\b.*\d",
    )
    .expect("it compiles, a test uses it")
});

/// Words that stand around a clock or today's date: names of days and months, and a few labels.
static CALENDAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?xi)^(?:today|now|time|date|am|pm|utc|gmt|cet|cest|it|is|the|of|on|st|nd|rd|th|
        mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|
        jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|
        היום|יום|תאריך|שעה|ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת|א|ב|ג|ד|ה|ו|
        ב?(?:ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר)|
        aujourd|hui|le|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|
        heute|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|juni|juli|oktober|dezember|
        hoy|de|lunes|martes|miércoles|jueves|viernes|sábado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)$",
    )
    .expect("it compiles, a test uses it")
});

/// Whose the page is, in which year: "© 2026 Town of Hope".
static COPYRIGHT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^\W*(?:copyright\W*)?(?:©|\(c\))\D*20\d\d(?:\W+20\d\d)?\D*$|^\W*copyright\W*20\d\d\D*$|^\W*20\d\d\W{0,3}(?:©|\(c\))\D*$|^\W*(?:all rights reserved|כל הזכויות שמורות|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados)\b\D*20\d\d\W*$",
    )
    .expect("it compiles, a test uses it")
});

/// The text without the lines and words that change by themselves.
pub(super) fn without(text: &str, today: NaiveDate) -> String {
    let lines = text.lines().filter(|line| !is_noise(line, today)).map(without_tokens).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

fn is_noise(line: &str, today: NaiveDate) -> bool {
    let patterns = [&COUNTER, &VIEWED, &RELATIVE, &COUNTDOWN, &UPDATED, &COPYRIGHT];
    line.chars().count() <= LONGEST && (patterns.iter().any(|pattern| pattern.is_match(line)) || is_clock(line, today))
}

/// Nothing but today's date, or a time of day. A date alone that is not today's may be the deadline.
fn is_clock(line: &str, today: NaiveDate) -> bool {
    let (mut numbers, mut has_colon) = (Vec::new(), false);
    for word in line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        match word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<i32>() {
            Ok(number) => numbers.push(number),
            Err(_) if CALENDAR.is_match(word) => {}
            Err(_) => return false,
        }
        has_colon |= line.contains(':');
    }
    let (day, year) = (today.day() as i32, today.year());
    match numbers.as_slice() {
        [hour, minute] | [hour, minute, _] if has_colon && (0..24).contains(hour) && (0..60).contains(minute) => true,
        // "22 November", "22.11.2026", "2026-11-22 14:05"
        [_, _, ..] => numbers.contains(&day) && (numbers.contains(&year) || numbers.contains(&(year % 100))),
        _ => false,
    }
}

fn without_tokens(line: &str) -> String {
    let is_token = |word: &&str| {
        let is_hex = word.len() >= HEX_TOKEN && word.bytes().all(|byte| byte.is_ascii_hexdigit());
        (word.len() >= TOKEN || is_hex)
            && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'='))
            && word.bytes().any(|byte| byte.is_ascii_digit())
            && word.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    line.split(' ').filter(|word| !is_token(word)).collect::<Vec<_>>().join(" ")
}
