//! What it is, by weighted words: the title counts most, the first sentences more than the rest.

use std::collections::HashMap;

use super::evidence::{Found, found};
use super::reading::Reading;
use crate::lexicon::{Lexicon, Tag};
use crate::opportunity::Kind;

const IN_TITLE: f64 = 3.0;
const IN_LEAD: f64 = 1.5;
const IN_REST: f64 = 0.7;

/// Sentences after the title that say what a text is about before it goes into detail.
const LEAD_SENTENCES: usize = 2;

/// The same cue in the text counts so often: a long text does not say it more strongly than a short one.
const MOST_REPEATS: usize = 2;

/// A source's own word for the kind weighs as much as a loud title.
const FIELD: f64 = 5.0;

/// The roadmap's default weighs more than the text, less than a clear title.
const DEFAULT: f64 = 8.0;

/// A title with both a call and money is a call for money.
const MONEY_BEFORE_CALL: f64 = 0.1;

/// Less than this is a passing word, and the kind is other.
const ENOUGH: f64 = 2.0;

/// The kind and the words that spoke for it most.
pub(super) fn kind(
    reading: &Reading,
    language: Option<&str>,
    field: Option<&str>,
    default: Option<Kind>,
    lexicon: &Lexicon,
) -> (Kind, Option<Found>) {
    let mut scores: HashMap<Kind, f64> = HashMap::new();
    let mut best: HashMap<Kind, (f64, Found)> = HashMap::new();
    let mut repeats: HashMap<usize, usize> = HashMap::new();
    let mut add = |kind: Kind, points: f64, quote: &str, rule: &str| {
        *scores.entry(kind).or_default() += points;
        if best.get(&kind).is_none_or(|(most, _)| points > *most) {
            best.insert(kind, (points, found(quote, rule)));
        }
    };

    if let Some(field) = field {
        let hits = lexicon.hits(&words::tokens(field), None);
        for cue in hits.iter().filter_map(|hit| cue_of(hit.tag)) {
            let cue = &lexicon.kinds[cue];
            add(cue.kind, f64::from(cue.weight) * FIELD, field, "kind.field");
        }
    }
    for (hit, place) in reading.tagged(cue_of) {
        let cue = &lexicon.kinds[place];
        let position = if reading.in_title(hit) {
            IN_TITLE
        } else {
            let seen = repeats.entry(place).or_default();
            *seen += 1;
            if *seen > MOST_REPEATS {
                continue;
            }
            if reading.sentence_at(hit.start) <= LEAD_SENTENCES { IN_LEAD } else { IN_REST }
        };
        add(cue.kind, f64::from(cue.weight) * position, reading.quote(hit), &cue.id);
    }
    if let Some(kind) = default {
        *scores.entry(kind).or_default() += DEFAULT;
    }

    if let Some(grant) = scores.get_mut(&Kind::Grant) {
        *grant += MONEY_BEFORE_CALL;
    }
    // "קול קורא" is what every Hebrew announcement calls itself; beside money it announces a grant.
    if language == Some("he")
        && let (Some(call), Some(grant)) = (scores.get(&Kind::CallForProposals).copied(), scores.get_mut(&Kind::Grant))
        && *grant >= ENOUGH
    {
        *grant = grant.max(call + MONEY_BEFORE_CALL);
    }

    let winner = scores
        .into_iter()
        .filter(|(_, score)| *score >= ENOUGH)
        .max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0)));
    match winner {
        Some((kind, _)) => (kind, best.remove(&kind).map(|(_, found)| found)),
        None => (Kind::Other, None),
    }
}

fn cue_of(tag: Tag) -> Option<usize> {
    match tag {
        Tag::Kind(place) => Some(place),
        _ => None,
    }
}
