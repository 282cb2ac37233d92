//! The own cases of `sources/normalise/cases`: short texts as callers write them, with what is to be found in each.
//! A test for each language names every case that fails; a field that no case of a language speaks of fails as well.

mod case;
mod judge;

use std::collections::{BTreeMap, HashMap, HashSet};

use case::{Case, cases};
use judge::{FIELDS, judge};

/// Judges all cases of a language and tells all that is wrong at once.
fn language(lang: &str) {
    let fewest = FILES.iter().find(|file| file.0 == lang).unwrap().1;
    let all = cases(lang);
    let mut checked: BTreeMap<&str, (usize, usize)> = FIELDS.iter().map(|field| (*field, (0, 0))).collect();
    let mut wrong = Vec::new();
    for case in &all {
        for answer in judge(case) {
            let count = checked.entry(answer.field).or_default();
            count.0 += 1;
            if answer.expected != answer.got {
                count.1 += 1;
                wrong.push(format!("{} {}: expected {}, got {}", case.id, answer.field, answer.expected, answer.got));
            }
        }
    }
    let sums: Vec<String> = checked.iter().map(|(field, (asked, failed))| format!("{field} {failed}/{asked}")).collect();
    assert!(wrong.is_empty(), "{lang}: {} cases, wrong/asked: {}\n{}", all.len(), sums.join(", "), wrong.join("\n"));
    assert!(all.len() >= fewest, "{lang}: {} cases", all.len());
    // The plain languages have dates only.
    if fewest >= FEWEST_OF_FULL_LANGUAGE {
        let silent: Vec<&&str> = checked.iter().filter(|(_, (asked, _))| *asked == 0).map(|(field, _)| field).collect();
        assert!(silent.is_empty(), "{lang}: no case asks for {silent:?}");
    }
}

/// From this many cases on a language has to ask for every field.
const FEWEST_OF_FULL_LANGUAGE: usize = 40;

/// The files, each with the fewest cases that it holds.
const FILES: [(&str, usize); 7] = [("he", 95), ("en", 110), ("fr", 60), ("de", 60), ("es", 55), ("ar", 45), ("plain", 20)];

#[test]
fn cases_in_hebrew() {
    language("he");
}

#[test]
fn cases_in_english() {
    language("en");
}

#[test]
fn cases_in_french() {
    language("fr");
}

#[test]
fn cases_in_german() {
    language("de");
}

#[test]
fn cases_in_spanish() {
    language("es");
}

#[test]
fn cases_in_arabic() {
    language("ar");
}

#[test]
fn cases_in_languages_with_plain_dates() {
    language("plain");
}

#[test]
fn no_two_cases_share_date_and_cue() {
    let all: Vec<Case> = FILES.iter().flat_map(|(lang, _)| cases(lang)).collect();
    let (mut by_words, mut ids, mut texts) = (HashMap::new(), HashSet::new(), HashSet::new());
    for case in &all {
        assert!(ids.insert(&case.id), "{}: two cases of this name", case.id);
        assert!(texts.insert(&case.text), "{}: two cases with this text", case.id);
        let whole = format!("{}\n{}", case.title, case.text).to_lowercase();
        for words in [&case.cue, &case.date].into_iter().flatten() {
            assert!(whole.contains(&words.to_lowercase()), "{}: “{words}” stands nowhere in it", case.id);
        }
        let Some(date) = &case.date else { continue };
        let words = (date.to_lowercase(), case.cue.as_deref().unwrap_or("").to_lowercase());
        if let Some(other) = by_words.insert(words, &case.id) {
            panic!("{} and {other} have the same date and cue", case.id);
        }
    }
    assert!(all.iter().filter(|case| case.date.is_some()).count() * 2 > all.len(), "most cases are about a date");
}

#[test]
fn a_day_ends_by_the_clock_of_its_source() {
    let finding = super::finding("Call for proposals: parks", "Applications are due by 1 March 2027.");
    let read_in = |zone| {
        let context = super::Context { zone, is_own_zone: true, ..super::Context::neutral() };
        super::normalise(&finding, &context, &super::LEXICON, super::today()).opportunity.deadline.stages.remove(0)
    };
    let in_new_york = read_in(chrono_tz::America::New_York);
    assert_eq!(in_new_york.over_at().to_rfc3339(), "2027-03-02T05:00:00+00:00");
    assert_eq!((in_new_york.time, in_new_york.zone.as_deref()), (None, Some("America/New_York")));
    let in_brussels = read_in(chrono_tz::Europe::Brussels);
    assert_eq!((in_brussels.over_at().to_rfc3339().as_str(), in_brussels.zone), ("2027-03-01T23:00:00+00:00", None));
}
