//! The dated facts on programmes, found by identifier, by framework, or by the programme's name in the title.

use super::super::evidence::found;
use super::super::reading::Reading;
use super::{Known, say};
use crate::lexicon::{Axis, Hit, Lexicon, Role, Tag};
use crate::opportunity::{Answer, Kind, Verdict};

/// Sentences after the title in which a programme's name says that the call is its own, and not that it is mentioned.
const LEAD_SENTENCES: usize = 2;

/// "The LIFE programme now opens": so many words at most from its name to the verb.
const CALLS_REACH: usize = 3;

/// So many mentions of a programme at most are looked at.
const MOST_NAMES: usize = 8;

/// The first rule that fits.
pub(super) fn answer(axis: Axis, reading: &Reading, known: &Known<'_>, lexicon: &Lexicon) -> Option<Answer> {
    lexicon.rules.iter().enumerate().find_map(|(place, rule)| {
        if rule.axis != axis || !rule.holds(known.today) {
            return None;
        }
        let quote = known
            .programme
            .filter(|programme| rule.covers_programme(programme))
            .or_else(|| {
                let open = rule.verdict == Verdict::Yes && rule.axis == Axis::Country;
                // A page may file a call under the wrong programme: to open it, its own identifier must not say otherwise.
                let other = open && !rule.programmes.is_empty() && known.programme.is_some();
                known.framework.filter(|framework| !other && rule.covers_framework(framework))
            })
            .or_else(|| named(reading, place, rule.verdict))
            .or_else(|| {
                calls(reading, place, lexicon).filter(|_| known.kind != Kind::Partnership && known.programme.is_none())
            })?;
        Some(say(rule.verdict, found(quote, &rule.id)))
    })
}

/// "The programme opens a call": named as the one who calls, which is more than to be spoken of.
fn calls<'r>(reading: &'r Reading, place: usize, lexicon: &Lexicon) -> Option<&'r str> {
    let verbs = || reading.hits.iter().filter(|hit| matches!(hit.tag, Tag::Role(cue) if lexicon.roles[cue].role == Role::Calls));
    // A page of nothing but its name is read once.
    let mut names = reading.hits.iter().filter(|hit| hit.tag == Tag::Rule(place)).take(MOST_NAMES);
    let name = names.find(|name| {
        let sentence = reading.sentence_at(name.start);
        let verb = |verb: &Hit| {
            name.last < verb.first && verb.first - name.last <= CALLS_REACH && reading.sentence_at(verb.start) == sentence
        };
        sentence <= LEAD_SENTENCES && verbs().any(verb)
    })?;
    Some(reading.quote(name))
}

fn named(reading: &Reading, place: usize, verdict: Verdict) -> Option<&str> {
    reading
        .hits
        .iter()
        .filter(|hit| hit.tag == Tag::Rule(place))
        .find(|hit| match verdict {
            _ if reading.in_title(hit) => true,
            // A text that only speaks of a programme must not open it.
            Verdict::Yes => false,
            // Where others apply and ours join, whoever is named is the one who takes the applications.
            Verdict::Partner => true,
            _ => reading.sentence_at(hit.start) <= LEAD_SENTENCES,
        })
        .map(|hit| reading.quote(hit))
}
