//! One sentence with the parts that its words play in "who may apply".

use super::super::deadline::words_in;
use super::super::reading::Reading;
use crate::lexicon::{Hit, Lexicon, Role, Tag};

/// A longer line is a sentence and labels nothing.
const LABEL_WORDS: usize = 6;

/// "Bosnia and Herzegovina," with the "and" before it.
const WORDS_OF_A_COUNTRY: usize = 4;

/// A sentence's hits by role.
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    pub(super) in_title: bool,
    reading: &'a Reading,
    /// It speaks of what is offered: a grant, a prize, a course.
    offers: bool,
    roles: Vec<(Role, &'a Hit, usize)>,
    /// Names of countries (`people`: of their inhabitants), `Israel` among them.
    countries: Vec<(&'a Hit, &'a str, bool)>,
}

impl<'a> Sentence<'a> {
    pub(super) fn all(reading: &'a Reading, lexicon: &'a Lexicon) -> impl Iterator<Item = Self> {
        (0..reading.sentences.len()).map(move |place| Self::new(reading, place, lexicon))
    }

    fn new(reading: &'a Reading, place: usize, lexicon: &'a Lexicon) -> Self {
        let range = reading.sentences[place].clone();
        let hits = reading.hits_in(place);
        let mut roles: Vec<(Role, &Hit, usize)> = Vec::new();
        let mut countries = Vec::new();
        let offers = hits.iter().any(|hit| matches!(hit.tag, Tag::Kind(_)));
        for hit in hits {
            match hit.tag {
                Tag::Role(cue) => roles.push((lexicon.roles[cue].role, hit, cue)),
                Tag::Country { country, people } => countries.push((hit, lexicon.countries[country].code.as_str(), people)),
                _ => {}
            }
        }
        let mutes: Vec<(usize, usize)> =
            roles.iter().filter(|(role, ..)| *role == Role::Mute).map(|(_, hit, _)| (hit.start, hit.end)).collect();
        // A noun inside a name that only looks like it ("Sister Cities") plays no part.
        roles
            .retain(|(role, hit, _)| !is_noun(*role) || !mutes.iter().any(|(start, end)| *start <= hit.start && hit.end <= *end));
        Self { text: &reading.text[range.clone()], in_title: range.end <= reading.title_end, reading, offers, roles, countries }
    }

    /// Does it speak of what is offered?
    pub(super) fn offers(&self) -> bool {
        self.offers
    }

    pub(super) fn has(&self, role: Role) -> bool {
        self.roles.iter().any(|(own, ..)| *own == role)
    }

    pub(super) fn first(&self, role: Role) -> Option<&'a Hit> {
        self.roles.iter().find(|(own, ..)| *own == role).map(|(_, hit, _)| *hit)
    }

    /// Hits of a role.
    pub(super) fn of(&self, role: Role) -> impl Iterator<Item = &'a Hit> {
        self.roles.iter().filter(move |(own, ..)| *own == role).map(|(_, hit, _)| *hit)
    }

    /// Nouns of a role that are not where others come from ("students of cities", "residents of towns").
    pub(super) fn subjects(&self, role: Role) -> impl Iterator<Item = &'a Hit> {
        self.of(role).filter(move |noun| {
            // Hebrew "in" is a letter of the word: "volunteers in the local authority".
            let inside = role == Role::LocalAuthority && self.quote(noun).starts_with('ב');
            !inside && !self.comes_after(noun, Role::From)
        })
    }

    /// Does a word of this role stand right before (an article between is allowed)?
    pub(super) fn comes_after(&self, noun: &Hit, role: Role) -> bool {
        self.of(role).any(|hit| {
            hit.last < noun.first && noun.first - hit.last <= 2 && hit.end <= noun.start && self.article_between(hit, noun)
        })
    }

    fn article_between(&self, before: &Hit, noun: &Hit) -> bool {
        const ARTICLES: [&str; 12] = ["the", "its", "their", "les", "la", "den", "der", "die", "las", "los", "our", "s"];
        let between = self.reading.text[before.end..noun.start].trim();
        between.is_empty() || ARTICLES.contains(&between.to_lowercase().as_str())
    }

    /// Is a hit the end of the sentence?
    pub(super) fn ends_with(&self, hit: &Hit) -> bool {
        self.text.trim_end_matches(|c: char| !c.is_alphanumeric()).ends_with(self.quote(hit))
    }

    /// Countries other than Israel, the union included.
    pub(super) fn others(&self) -> impl Iterator<Item = (&'a Hit, bool)> {
        self.countries.iter().filter(|(_, code, _)| *code != "IL").map(|(hit, _, people)| (*hit, *people))
    }

    /// Is it a line that only lists countries?
    pub(super) fn lists_countries(&self) -> bool {
        self.countries.iter().any(|(.., people)| !people) && words_in(self.text) <= self.countries.len() * WORDS_OF_A_COUNTRY
    }

    pub(super) fn israel(&self) -> Option<&'a Hit> {
        self.countries.iter().find(|(_, code, _)| *code == "IL").map(|(hit, ..)| *hit)
    }

    /// All nouns for those who may apply.
    pub(super) fn nouns(&self) -> impl Iterator<Item = &'a Hit> {
        self.roles.iter().filter(|(role, ..)| is_noun(*role)).map(|(_, hit, _)| *hit)
    }

    /// Any noun for those who may apply.
    pub(super) fn has_applicant(&self) -> bool {
        self.nouns().next().is_some()
    }

    /// Does it restrict those whom it names?
    pub(super) fn is_conditional(&self) -> bool {
        self.has(Role::Condition) || self.is_limited()
    }

    /// Does it ask for a membership or a size ("of 20,000 residents", but not "whose residents are lonely")?
    pub(super) fn is_limited(&self) -> bool {
        self.has(Role::Limit) || self.has(Role::Headcount) && self.text.contains(char::is_numeric)
    }

    /// Is it about applying at all? So are "grants … for towns", and a note that begins with a noun and names its seat
    /// ("Associations with seat in …").
    pub(super) fn about_applying(&self) -> bool {
        let offered_to = || self.offers && self.nouns().any(|noun| self.comes_after(noun, Role::For));
        let seated = || self.has(Role::Seat) && self.nouns().any(|noun| self.text.starts_with(self.quote(noun)));
        // "All other municipalities are excluded" tells of those who are not.
        let shut_out = || self.has(Role::Excluded) && self.has(Role::Other);
        self.has(Role::Apply) || self.has(Role::Joins) || offered_to() || seated() || shut_out()
    }

    /// Is something for those named ("a course for officers of towns")?
    pub(super) fn is_for_applicants(&self) -> bool {
        self.nouns().any(|noun| self.comes_after(noun, Role::For))
    }

    /// A label over what follows ("Who can apply"): about applying, short, without a noun of its own and without an end.
    pub(super) fn is_label(&self) -> bool {
        self.has(Role::Apply)
            && !self.has_applicant()
            && words_in(self.text) <= LABEL_WORDS
            && !self.text.trim_end().ends_with(['.', '!', ';'])
    }

    /// The words between two hits, the first before the second.
    pub(super) fn between(&self, before: &Hit, after: &Hit) -> &'a str {
        self.reading.text.get(before.end..after.start).unwrap_or_default()
    }

    pub(super) fn quote(&self, hit: &Hit) -> &'a str {
        self.reading.quote(hit)
    }
}

fn is_noun(role: Role) -> bool {
    matches!(role, Role::LocalAuthority | Role::Official | Role::OtherBody | Role::Person)
}

/// Do at most so many words lie between two hits?
pub(super) fn near(one: &Hit, other: &Hit, reach: usize) -> bool {
    let (before, after) = if one.first <= other.first { (one, other) } else { (other, one) };
    after.first.saturating_sub(before.last) <= reach
}
