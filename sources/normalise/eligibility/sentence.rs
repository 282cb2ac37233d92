//! One sentence with the parts that its words play in "who may apply".

use super::super::deadline::words_in;
use super::super::reading::Reading;
use super::super::size;
use super::super::wording::bare;
use super::address::{is_in_address, is_in_street};
use super::country_name::{Named, has_place_letter};
use super::graded::is_graded;
use super::part::RoleSet;
use super::part::ends_of_places;
pub(super) use super::part::{Part, is_inside, is_noun, near, of};
use super::plain_body::{self, is_of_another_kind};
use super::{clause, event_name, examples, idiom, levels, naming, origin, residents, restriction, sizes, twins, void};
use crate::lexicon::grammar::{GRAMMAR, WordList, holds};
use crate::lexicon::{Hit, Lexicon, Role, Tag};

/// A longer line is a sentence and labels nothing.
const LABEL_WORDS: usize = 6;

/// "Bosnia and Herzegovina," with the "and" before it.
const WORDS_OF_A_COUNTRY: usize = 4;

/// "Of local, state and tribal governments": so many words at most lie between.
const LED_REACH: usize = 9;

/// "Only full members": so many words at most lie between.
const ONLY_REACH: usize = 3;

/// What has more words that play a part is no sentence but a page without full stops: the rest of it is not read. Each part is looked
/// at beside each other one, some of them three at a time.
const MOST_PARTS: usize = 150;

/// A sentence's hits by role.
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    pub(super) in_title: bool,
    reading: &'a Reading,
    /// Where it begins in the text that was read.
    start: usize,
    /// What is offered in it: a grant, a prize, a course.
    offered: Vec<&'a Hit>,
    /// It says what those of one size or kind get, and what the others get: nobody is left out.
    graded: bool,
    roles: Vec<Part<'a>>,
    /// The roles that some word of it plays: a few of the hundred that are asked for.
    played: RoleSet,
    /// Which of them is a noun that the sentence is not about.
    aside: Vec<bool>,
    /// But for those that are taken out of a whole.
    countries: Vec<Named<'a>>,
    excepted: Vec<Named<'a>>,
    /// Names of programmes that a rule is about, with the rule's place.
    programmes: Vec<(&'a Hit, usize)>,
}

impl<'a> Sentence<'a> {
    pub(super) fn all(reading: &'a Reading, lexicon: &'a Lexicon) -> impl Iterator<Item = Self> {
        let civil = plain_body::has_civil_parishes(reading);
        (0..reading.sentences.len()).map(move |place| Self::new(reading, place, lexicon, civil))
    }

    fn new(reading: &'a Reading, place: usize, lexicon: &'a Lexicon, civil_parishes: bool) -> Self {
        let range = reading.sentences[place].clone();
        let hits = reading.hits_in(place);
        let mut roles: Vec<Part<'a>> = Vec::new();
        let mut countries = Vec::new();
        let mut programmes = Vec::new();
        let offered: Vec<&Hit> = hits.iter().filter(|hit| matches!(hit.tag, Tag::Kind(_))).collect();
        for hit in hits.iter().filter(|hit| !is_in_address(&reading.text, hit)) {
            match hit.tag {
                Tag::Role(cue) => {
                    let role = lexicon.roles[cue].role;
                    roles.push((role, hit, cue));
                    if matches!(role, Role::HandsIn | Role::NamesApplicant) {
                        roles.push((Role::Apply, hit, cue));
                    }
                }
                Tag::Country { country, people } => {
                    let country = &lexicon.countries[country];
                    let located = !people && has_place_letter(reading.quote(hit), country);
                    countries.push(Named { hit, code: country.code.as_str(), people, located });
                }
                Tag::Rule(place) => programmes.push((hit, place)),
                _ => {}
            }
        }
        // Each is held against the others below: a page of one word costs no more than a sentence.
        roles.truncate(MOST_PARTS);
        countries.truncate(MOST_PARTS);
        roles.retain(|(role, hit, _)| *role != Role::IsraeliCaller || !is_in_street(&reading.text, range.start, hit));
        countries.retain(|named: &Named<'_>| !is_in_street(&reading.text, range.start, named.hit));
        let mutes: Vec<(usize, usize)> =
            roles.iter().filter(|(role, ..)| *role == Role::Mute).map(|(_, hit, _)| (hit.start, hit.end)).collect();
        let names = naming::names_of_bodies(&roles, &reading.text);
        // Inside a name nobody is named ("Sister Cities", "EU institutions", "maires francophones").
        let is_mute = |hit: &Hit| mutes.iter().any(|(start, end)| *start <= hit.start && hit.end <= *end);
        let may_be_mute = |role: Role| is_noun(role) || matches!(role, Role::ElsewhereOnly | Role::HomeWord);
        roles.retain(|(role, hit, _)| !may_be_mute(*role) || !is_mute(hit));
        countries.retain(|named: &Named<'_>| !is_mute(named.hit));
        let inside_longer = |role: Role, hit: &Hit, all: &[Part<'_>]| {
            all.iter().any(|(other, longer, _)| *other == role && is_inside(hit, longer) && !is_inside(longer, hit))
        };
        let in_name = |hit: &Hit| names.iter().any(|(start, end)| *start <= hit.start && hit.end <= *end);
        for (role, ..) in roles.iter_mut().filter(|(role, hit, _)| *role == Role::LocalAuthority && in_name(hit)) {
            *role = Role::InName;
        }
        event_name::settle(&mut roles, &offered, &reading.text, range.start);
        roles.retain(|(role, hit, _)| !is_noun(*role) || !in_name(hit));
        idiom::take_out(&mut roles, &reading.text);
        let places: Vec<usize> = countries.iter().map(|named: &Named<'_>| named.hit.end).chain(ends_of_places(&roles)).collect();
        roles.retain(|(role, hit, _)| {
            *role != Role::LocalAuthority || !is_of_another_kind(&reading.text, hit, |end| places.contains(&end))
        });
        levels::settle(&mut roles, &reading.text, range.start);
        twins::settle(&mut roles, &reading.text);
        naming::promote(&mut roles, &reading.text);
        examples::promote(&mut roles, &reading.text, range.start);
        // "Cities" in "partner cities" is not named once more, and "Gemeinden" in "jüdische Gemeinden" not at all.
        let all = roles.clone();
        let inside = |hit: &Hit| inside_longer(Role::LocalAuthority, hit, &all) || inside_longer(Role::Congregation, hit, &all);
        roles.retain(|(role, hit, _)| *role != Role::LocalAuthority || !inside(hit));
        plain_body::settle_congregations(&mut roles, &reading.text, civil_parishes);
        residents::settle(&mut roles, &all, &reading.text, range.start);
        let text = &reading.text[range.clone()];
        let titled = reading
            .hits
            .iter()
            .take_while(|hit| reading.in_title(hit))
            .any(|hit| matches!(hit.tag, Tag::Role(cue) if lexicon.roles[cue].role == Role::Session));
        void::take_back(&mut roles, &reading.text, titled);
        // "All municipalities except those in Germany": where the whole stays in, what is taken out of it tells nothing of the rest.
        let is_out = |hit: &Hit| roles.iter().any(|(role, except, _)| *role == Role::Except && clause::is_behind(except, hit));
        let (excepted, countries) = countries.into_iter().partition(|named: &Named<'_>| named.code != "IL" && is_out(named.hit));
        let graded = is_graded(reading, place, lexicon);
        let mut sentence = Self {
            text,
            in_title: range.end <= reading.title_end,
            reading,
            start: range.start,
            offered,
            graded,
            played: RoleSet::of(&roles),
            roles,
            aside: Vec::new(),
            countries,
            excepted,
            programmes,
        };
        let stands_aside = |(role, hit, _): &Part<'_>| is_noun(*role) && origin::stands_aside(&sentence, hit, *role);
        sentence.aside = sentence.roles.iter().map(stands_aside).collect();
        sentence
    }

    /// Does it speak of what is offered?
    pub(super) fn offers(&self) -> bool {
        !self.offered.is_empty()
    }

    /// The words for what is offered.
    pub(super) fn offered(&self) -> impl Iterator<Item = &'a Hit> {
        self.offered.iter().copied()
    }

    /// Is one of its words on a list?
    pub(super) fn says(&self, list: &WordList) -> bool {
        self.text.split_whitespace().any(|word| holds(list, &bare(word)))
    }

    pub(super) fn has(&self, role: Role) -> bool {
        self.played(role).iter().any(|(own, ..)| *own == role)
    }

    pub(super) fn first(&self, role: Role) -> Option<&'a Hit> {
        self.of(role).next()
    }

    /// Hits of a role.
    pub(super) fn of(&self, role: Role) -> impl Iterator<Item = &'a Hit> {
        of(self.played(role), role)
    }

    /// The parts among which a role may be.
    fn played(&self, role: Role) -> &[Part<'a>] {
        if self.played.may_have(role) { &self.roles } else { &[] }
    }

    /// Nouns of a role that are not where others come from ("students of cities", "residents of towns").
    pub(super) fn subjects(&self, role: Role) -> impl Iterator<Item = &'a Hit> {
        let parts = self.played(role).iter().zip(&self.aside);
        parts.filter(move |((own, ..), aside)| *own == role && !**aside).map(|((_, hit, _), _)| *hit)
    }

    /// Does a word of this role stand right before (an article between is allowed)?
    pub(super) fn comes_after(&self, noun: &Hit, role: Role) -> bool {
        // "Must come from": the "from" of those who hand in is not where others come from.
        let used_up = |hit: &Hit| role == Role::From && self.of(Role::By).any(|by| is_inside(hit, by) && !is_inside(by, hit));
        self.of(role).filter(|hit| !used_up(hit)).any(|hit| {
            hit.last < noun.first && near(hit, noun, LED_REACH) && hit.end <= noun.start && self.article_between(hit, noun)
        })
    }

    /// Is it for members alone, whoever they are ("only members of the alliance may apply")?
    pub(super) fn members_only(&self) -> Option<&'a Hit> {
        let for_members = |only: &Hit, member: &Hit| near(only, member, ONLY_REACH);
        let applies = || self.of(Role::Apply).any(|apply| !self.of(Role::Only).any(|only| is_inside(apply, only)));
        let others = || self.has(Role::Person) || self.has(Role::Joins);
        let member = self.of(Role::Member).find(|member| self.of(Role::Only).any(|only| for_members(only, member)))?;
        ((applies() || self.has(Role::For)) && !others()).then_some(member)
    }

    /// Is this word of applying a bare "may" or "can"?
    pub(super) fn is_modal(&self, apply: &Hit) -> bool {
        self.of(Role::May).any(|may| is_inside(apply, may))
    }

    fn article_between(&self, before: &Hit, noun: &Hit) -> bool {
        let between = self.reading.text[before.end..noun.start].trim();
        // "Für (angehende) Promovierende".
        let bracketed = between.starts_with('(') && between.ends_with(')');
        let plain = |between: &str| between.is_empty() || holds(&GRAMMAR.clause.articles, &between.to_lowercase());
        // "Of local, state and tribal governments".
        plain(between) || bracketed || plain(levels::without_levels(between).trim())
    }

    /// Is a hit the end of the sentence?
    pub(super) fn ends_with(&self, hit: &Hit) -> bool {
        self.text.trim_end_matches(|c: char| !c.is_alphanumeric()).ends_with(self.quote(hit))
    }

    /// Countries other than Israel, the union included.
    pub(super) fn others(&self) -> impl Iterator<Item = (&'a Hit, bool)> {
        self.countries.iter().filter(|named| named.code != "IL").map(|named| (named.hit, named.people))
    }

    /// Is a country other than Israel taken out of a whole that stays in?
    pub(super) fn excepts_country(&self) -> bool {
        !self.excepted.is_empty()
    }

    /// Are these the people of a country, and not the country?
    pub(super) fn is_people(&self, hit: &Hit) -> bool {
        self.countries.iter().any(|named| named.people && named.hit.start == hit.start)
    }

    /// Is a country named that is neither Israel nor the union?
    pub(super) fn names_state(&self) -> bool {
        self.countries.iter().any(|named| !matches!(named.code, "IL" | "EU"))
    }

    /// Other countries that somebody is in or from, by the letter before their name: "בצרפת", "מגרמניה".
    pub(super) fn located(&self) -> impl Iterator<Item = &'a Hit> {
        self.countries.iter().filter(|named| named.code != "IL" && named.located).map(|named| named.hit)
    }

    /// Programmes of rules that are named, with the rule's place.
    pub(super) fn programmes(&self) -> impl Iterator<Item = (&'a Hit, usize)> {
        self.programmes.iter().copied()
    }

    /// Is it a line that only lists countries?
    pub(super) fn lists_countries(&self) -> bool {
        self.countries.iter().any(|named| !named.people) && words_in(self.text) <= self.countries.len() * WORDS_OF_A_COUNTRY
    }

    pub(super) fn israel(&self) -> Option<&'a Hit> {
        self.israels().next()
    }

    /// Each time that Israel, a place in it or its people are named.
    pub(super) fn israels(&self) -> impl Iterator<Item = &'a Hit> {
        self.countries.iter().filter(|named| named.code == "IL").map(|named| named.hit)
    }

    /// All nouns for those who may apply.
    pub(super) fn nouns(&self) -> impl Iterator<Item = &'a Hit> {
        self.roles.iter().filter(|(role, ..)| is_noun(*role)).map(|(_, hit, _)| *hit)
    }

    /// Any noun for those who may apply.
    pub(super) fn has_applicant(&self) -> bool {
        self.nouns().next().is_some()
    }

    /// The words of applying that say what somebody does, and not only that he may.
    pub(super) fn verbs(&self) -> impl Iterator<Item = &'a Hit> {
        self.of(Role::Apply).filter(|verb| !self.is_modal(verb))
    }

    /// Does it restrict those whom it names?
    pub(super) fn is_conditional(&self) -> bool {
        let told = || restriction::has_condition(self) && !self.tells_all_sizes();
        !self.graded && told() || self.is_limited() || restriction::is_restricted(self)
    }

    /// Does it ask for a membership or a size ("of 20,000 residents", but not "whose residents are lonely")?
    pub(super) fn is_limited(&self) -> bool {
        let sized =
            || self.has(Role::Limit) || sizes::are_counted(self) || sizes::are_measured(self) || restriction::is_sized(self);
        // "Small (up to 20,000), medium and large (from 100,000) municipalities": nobody is left out.
        let all_sizes = || self.has(Role::Small) && self.has(Role::Large) || self.tells_all_sizes();
        self.has(Role::Membership) || !self.graded && sized() && !all_sizes()
    }

    /// "Cities over 50,000 and cities under 50,000 residents", with no other condition.
    fn tells_all_sizes(&self) -> bool {
        self.of(Role::Condition).all(|condition| sizes::is_of_size(self.quote(condition))) && size::covers_all(self.text)
    }

    /// Does it tell how old or in which class those are who take part ("residents aged 14 and over")?
    pub(super) fn is_aged(&self) -> bool {
        /// "Grades 1 through 8", "בני 14": so many bytes at most lie between the word and its number.
        const AGE_NEAR: usize = 8;
        self.of(Role::Aged).any(|aged| {
            let text = &self.reading.text;
            let behind = text[aged.end..].chars().take(AGE_NEAR).take_while(|c| !matches!(c, '.' | '\n' | ';'));
            let before = text[..aged.start].trim_end().ends_with(|c: char| c.is_ascii_digit());
            before || behind.into_iter().any(|c| c.is_ascii_digit())
        })
    }

    /// Is it about applying at all? So are "grants … for towns", and a note that begins with a noun and names its seat
    /// ("Associations with seat in …").
    pub(super) fn about_applying(&self) -> bool {
        let offered_to = || self.offers() && self.nouns().any(|noun| self.comes_after(noun, Role::For));
        let seated = || self.has(Role::Seat) && self.nouns().any(|noun| self.text.starts_with(self.quote(noun)));
        // "Las asociaciones deben estar inscritas en el registro municipal".
        let bound = |noun: &Hit| {
            let has_to = |may: &Hit| noun.last < may.first && near(noun, may, 1) && self.words_before(noun) <= 1;
            self.of(Role::May).any(has_to)
        };
        let seated = || seated() || self.has(Role::Seat) && self.nouns().chain(self.of(Role::Participant)).any(bound);
        // "All other municipalities are excluded" tells of those who are not.
        let shut_out = || self.has(Role::Excluded) && self.has(Role::Other);
        let told = self.has(Role::Apply) || self.has(Role::Joins) || offered_to() || seated() || shut_out();
        told || naming::is_reader(self)
    }

    /// "Vous avez entre 14 et 17 ans ?"
    pub(super) fn asks_reader(&self) -> bool {
        !self.in_title && self.text.trim_end().ends_with(['?', '؟'])
    }

    /// Is something for those named ("a course for officers of towns", "תוכנית לבוגרים")?
    pub(super) fn is_for_applicants(&self) -> bool {
        self.nouns().any(|noun| self.comes_after(noun, Role::For) || self.quote(noun).starts_with(&GRAMMAR.letters.to_hebrew[..]))
    }

    /// A label over what follows ("Who can apply", "Not eligible"): about applying, short, without a noun of its own and without an end.
    pub(super) fn is_label(&self) -> bool {
        (self.has(Role::Apply) || self.has(Role::Excluded))
            && !self.has_applicant()
            && words_in(self.text) <= LABEL_WORDS
            && !self.text.trim_end().ends_with(['.', '!', ';'])
    }

    /// What stands before it on its line.
    pub(super) fn line_before(&self) -> &'a str {
        let before = &self.reading.text[..self.start];
        &before[before.rfind('\n').map_or(0, |end| end + 1)..]
    }

    /// Words of the sentence before a hit.
    pub(super) fn words_before(&self, hit: &Hit) -> usize {
        words_in(self.before(hit))
    }

    /// The sentence up to a hit.
    pub(super) fn before(&self, hit: &Hit) -> &'a str {
        self.reading.text.get(self.start..hit.start).unwrap_or_default()
    }

    /// The sentence behind a hit.
    pub(super) fn after(&self, hit: &Hit) -> &'a str {
        self.text.get(self.before(hit).len() + self.quote(hit).len()..).unwrap_or_default()
    }

    /// The words between two hits, the first before the second.
    pub(super) fn between(&self, before: &Hit, after: &Hit) -> &'a str {
        self.reading.text.get(before.end..after.start).unwrap_or_default()
    }

    /// The place in the whole text of one in the sentence.
    pub(super) fn place_of(&self, at: usize) -> usize {
        self.start + at
    }

    /// The text between two places in the whole of it.
    pub(super) fn text_at(&self, from: usize, to: usize) -> &'a str {
        self.reading.text.get(from..to).unwrap_or_default()
    }

    pub(super) fn quote(&self, hit: &Hit) -> &'a str {
        self.reading.quote(hit)
    }
}
