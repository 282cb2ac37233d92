//! What it is about, in the slugs of `config/topics.toml`.

use std::collections::{HashMap, HashSet};

use super::evidence::{Found, found};
use super::reading::Reading;
use crate::lexicon::{Hit, Lexicon, Tag};

/// More topics than this describe nothing.
const MOST_TOPICS: usize = 5;

const STRONG: f64 = 2.0;
const HINT: f64 = 1.0;
const IN_TITLE: f64 = 2.5;
const IN_LEAD: f64 = 1.5;
const IN_CATEGORIES: f64 = 2.0;

/// Sentences after the title that count as the lead.
const LEAD_SENTENCES: usize = 3;

/// A word alone in the text is a passing mention; in the title, or twice in other words, it is a topic.
const ENOUGH: f64 = 4.0;

/// The same word counts again in the text, but less, and no more than so often.
const REPEAT: f64 = 0.5;
const MOST_REPEATS: usize = 4;

/// A topic far behind the leading one is an aside.
const SHARE_OF_BEST: f64 = 0.3;

/// The topics, the leading one first, and the words for each.
pub(super) fn topics(
    reading: &Reading,
    categories: &[&str],
    defaults: &[String],
    lexicon: &Lexicon,
) -> (Vec<String>, Option<Found>) {
    let mut scores: HashMap<usize, f64> = HashMap::new();
    let mut quotes: HashMap<usize, (f64, String)> = HashMap::new();
    let mut counts: HashMap<(usize, String), usize> = HashMap::new();
    let mut add = |topic: usize, points: f64, quote: &str| {
        *scores.entry(topic).or_default() += points;
        let best = quotes.entry(topic).or_insert_with(|| (0.0, String::new()));
        if points > best.0 {
            *best = (points, quote.to_owned());
        }
    };
    let widest = widest(&reading.hits);
    for (hit, (topic, hint)) in reading.tagged(topic_of) {
        if !widest.contains(&(hit.start, hit.end)) {
            continue;
        }
        let worth = if hint { HINT } else { STRONG };
        if reading.in_title(hit) {
            add(topic, worth * IN_TITLE, reading.quote(hit));
            continue;
        }
        let seen = counts.entry((topic, reading.quote(hit).to_lowercase())).or_default();
        *seen += 1;
        let position = if reading.sentence_at(hit.start) <= LEAD_SENTENCES { IN_LEAD } else { 1.0 };
        match *seen {
            1 => add(topic, worth * position, reading.quote(hit)),
            2..=MOST_REPEATS => add(topic, worth * REPEAT, reading.quote(hit)),
            _ => {}
        }
    }
    for category in categories {
        for hit in lexicon.hits(&words::tokens(category), None) {
            if let Some((topic, hint)) = topic_of(hit.tag) {
                add(topic, if hint { HINT } else { STRONG } * IN_CATEGORIES, category);
            }
        }
    }

    let mut ranked: Vec<(usize, f64)> = scores.into_iter().filter(|(_, score)| *score >= ENOUGH).collect();
    ranked.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    let best = ranked.first().map_or(0.0, |(_, score)| *score);
    ranked.retain(|(_, score)| *score >= best * SHARE_OF_BEST);

    let evidence = ranked.first().and_then(|(topic, _)| quotes.get(topic)).map(|(_, quote)| found(quote, "topics.words"));
    let mut slugs: Vec<String> = defaults.to_vec();
    for (topic, _) in ranked {
        let slug = &lexicon.topics[topic].slug;
        if slugs.len() < MOST_TOPICS && !slugs.contains(slug) {
            slugs.push(slug.clone());
        }
    }
    (slugs, evidence)
}

/// The stretches that no longer phrase covers: "urban heat" is heat, and "community garden" no community.
fn widest(hits: &[Hit]) -> HashSet<(usize, usize)> {
    let mut spans: Vec<(usize, usize)> =
        hits.iter().filter(|hit| matches!(hit.tag, Tag::Topic { .. })).map(|hit| (hit.start, hit.end)).collect();
    spans.sort_unstable_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)));
    spans.dedup();
    let mut covered = 0;
    spans.retain(|(_, end)| {
        let widest = *end > covered;
        covered = covered.max(*end);
        widest
    });
    spans.into_iter().collect()
}

fn topic_of(tag: Tag) -> Option<(usize, bool)> {
    match tag {
        Tag::Topic { topic, hint } => Some((topic, hint)),
        _ => None,
    }
}
