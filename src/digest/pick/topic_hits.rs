//! The topics that a record's title and text meet, each with the word that says so.

use std::collections::{BTreeMap, BTreeSet};

use sources::Opportunity;
use sources::lexicon::{Hit, Lexicon, Tag, Tongue};
use words::Token;

use super::named;
use super::vocabulary::{Found, Meaning};

/// A word that says a topic by itself, and one that needs another beside it.
const SAYS_IT: f64 = 1.0;
const HINTS_IT: f64 = 0.5;

/// The topic by which a call is known to be about twins.
pub(super) const TWINS: &str = "twin-cities";

/// No phrase of the lists has more words.
const LONGEST_PHRASE: usize = 12;

/// How a topic is met.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct TopicHit {
    /// Distinct words of the topic in the title; a hint counts half.
    pub(super) title: f64,
    /// Distinct words of the topic in the rest.
    pub(super) text: f64,
    /// The first word that says so, as written; where none does by itself, the first that hints at it.
    pub(super) word: String,
    /// `word` is no more than a hint: nothing says the topic by itself.
    pub(super) is_hinted: bool,
}

/// The topics of title and text, in this order, and those that the record was given.
pub(super) fn of(
    [title, text]: &[Part<'_>; 2],
    opportunity: &Opportunity,
    lexicon: &Lexicon,
    tongue: Option<Tongue>,
) -> BTreeMap<String, TopicHit> {
    let mut seen = Seen::default();
    title.topic_hits(&mut seen, lexicon, tongue, |hit| &mut hit.title);
    text.topic_hits(&mut seen, lexicon, tongue, |hit| &mut hit.text);
    let Seen { mut topics, void, .. } = seen;
    for slug in &opportunity.topics {
        // The record was given it for words that say nothing of it.
        if !topics.contains_key(slug) && void.contains(slug) {
            continue;
        }
        // A topic that the title hints at and that the record was given is met; one without any word was given by the source.
        topics
            .entry(slug.clone())
            .and_modify(|hit: &mut TopicHit| hit.text = if hit.title > 0.0 { hit.text.max(SAYS_IT) } else { hit.text })
            .or_insert_with(|| TopicHit { title: SAYS_IT, ..TopicHit::default() });
    }
    topics
}

/// What was met so far.
#[derive(Default)]
struct Seen {
    topics: BTreeMap<String, TopicHit>,
    /// The same hint in title and text is one.
    hints: BTreeSet<(usize, String)>,
    /// Topics named where they are none: in the name of a body, or as what gets no money.
    void: BTreeSet<String>,
}

/// Title or text, with what was found in it.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token<'a>],
    pub(super) found: &'a [Found],
}

impl Part<'_> {
    /// Adds the topics met.
    fn topic_hits(&self, into: &mut Seen, lexicon: &Lexicon, tongue: Option<Tongue>, side: impl Fn(&mut TopicHit) -> &mut f64) {
        let names: Vec<&Found> = self.found.iter().filter(|found| found.meaning == Meaning::Topicless).collect();
        let matches = lexicon.hits(self.tokens, tongue);
        let mut seen = BTreeSet::new();
        for hit in &matches {
            let Tag::Topic { topic, hint: is_weak } = hit.tag else { continue };
            let slug = &lexicon.topics[topic].slug;
            let is_void = names.iter().any(|name| name.first <= hit.first && hit.last <= name.last)
                || slug == TWINS && self.says_beside(hit.first, Meaning::NotNeeded)
                || self.says_beside(hit.first, Meaning::NotFunded)
                || self.is_right_before(hit.first, Meaning::NoSuch);
            if is_void {
                into.void.insert(slug.clone());
                continue;
            }
            let Some(worth) = worth(hit, topic, is_weak, &matches) else { continue };
            let norms: Vec<&str> = self.tokens[hit.first..=hit.last].iter().map(|token| token.norm.as_ref()).collect();
            let norms = norms.join(" ");
            if !seen.insert((topic, norms.clone())) || (worth < SAYS_IT && !into.hints.insert((topic, norms))) {
                continue;
            }
            let entry = into.topics.entry(slug.clone()).or_default();
            *side(entry) += worth;
            // A word that says the topic by itself is the better proof.
            if entry.word.is_empty() || (worth >= SAYS_IT && entry.is_hinted) {
                self.text[hit.start..hit.end].clone_into(&mut entry.word);
                entry.is_hinted = worth < SAYS_IT;
            }
        }
    }

    /// "A twin town is not necessary", "tourism is excluded": a call that says so is about something else.
    fn says_beside(&self, at: usize, meaning: Meaning) -> bool {
        let mut said = self.found.iter().filter(|one| one.meaning == meaning).peekable();
        if said.peek().is_none() {
            return false;
        }
        let (from, to) = named::sentence(at, self.tokens);
        said.any(|one| from <= one.first && one.last < to)
    }

    /// "No tourism projects".
    fn is_right_before(&self, at: usize, meaning: Meaning) -> bool {
        self.found.iter().any(|one| one.meaning == meaning && one.last + 1 == at)
    }
}

/// What a word counts for its topic: a hint half, and so does a word within a longer phrase on something else, as the poverty in
/// "energy poverty". A hint within a phrase of its own topic has been counted with it.
fn worth(hit: &Hit, topic: usize, is_weak: bool, matches: &[Hit]) -> Option<f64> {
    let holds =
        |outer: &Hit| outer.first <= hit.first && hit.last <= outer.last && outer.last - outer.first > hit.last - hit.first;
    // They stand in reading order: a phrase that holds the word begins only a little before it.
    let from = matches.partition_point(|outer| outer.first + LONGEST_PHRASE < hit.first);
    let to = matches.partition_point(|outer| outer.first <= hit.first);
    let mut outer = matches[from..to].iter().filter(|outer| holds(outer)).filter_map(|outer| topic_of(outer.tag)).peekable();
    if outer.peek().is_none() {
        return Some(if is_weak { HINTS_IT } else { SAYS_IT });
    }
    match (is_weak, outer.any(|of| of == topic)) {
        (true, true) => None,
        (false, true) => Some(SAYS_IT),
        (_, false) => Some(HINTS_IT),
    }
}

fn topic_of(tag: Tag) -> Option<usize> {
    match tag {
        Tag::Topic { topic, .. } => Some(topic),
        _ => None,
    }
}
