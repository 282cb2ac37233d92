//! Which countries it is about.

use std::collections::BTreeMap;

use super::evidence::{Found, found};
use super::reading::Reading;
use crate::lexicon::{Lexicon, Tag};

/// Named once in passing ("in Brussels, Belgium") is not about it; in the title it is.
const ENOUGH: u32 = 2;
const IN_TITLE: u32 = 3;

/// A text that names more than this lists members, and is about none of them.
const MOST_COUNTRIES: usize = 8;

/// The codes, the most named first, and words for the first.
pub(super) fn countries(
    reading: &Reading,
    field: &[&str],
    defaults: &[String],
    lexicon: &Lexicon,
) -> (Vec<String>, Option<Found>) {
    let mut codes: Vec<String> = Vec::new();
    let mut push = |code: &str| {
        if !codes.iter().any(|known| known == code) {
            codes.push(code.to_owned());
        }
    };
    let mut evidence = None;
    for written in field {
        if let Some(country) = lexicon.country(written) {
            push(&country.code);
            evidence.get_or_insert_with(|| found(written, "countries.field"));
        }
    }
    if evidence.is_none() {
        let mut named: BTreeMap<usize, (u32, &str)> = BTreeMap::new();
        for (hit, country) in reading.tagged(country_of) {
            let worth = if reading.in_title(hit) { IN_TITLE } else { 1 };
            let entry = named.entry(country).or_insert((0, reading.quote(hit)));
            entry.0 += worth;
        }
        let mut ranked: Vec<(usize, (u32, &str))> = named.into_iter().filter(|(_, (score, _))| *score >= ENOUGH).collect();
        ranked.sort_by_key(|(country, (score, _))| (std::cmp::Reverse(*score), *country));
        if ranked.len() <= MOST_COUNTRIES {
            for (country, (_, quote)) in ranked {
                let code = &lexicon.countries[country].code;
                if code != "EU" {
                    push(code);
                    evidence.get_or_insert_with(|| found(quote, "countries.named"));
                }
            }
        }
    }
    for code in defaults {
        push(code);
    }
    (codes, evidence)
}

fn country_of(tag: Tag) -> Option<usize> {
    match tag {
        Tag::Country { country, .. } => Some(country),
        _ => None,
    }
}
