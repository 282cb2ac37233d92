//! What is called for under a bare word for a call: a call for a contest is the contest ("קול קורא לתחרות צילום", or "Open call" over
//! "Photo contest."). A call for money, or for proposals, stays a call, and so does one for whatever towns get money for.

use std::collections::{HashMap, HashSet};

use super::{CALL, PASSING};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Lexicon};
use crate::normalise::dates::lex::fold;
use crate::normalise::reading::Reading;
use crate::normalise::statement;
use crate::opportunity::Kind;

/// Behind the title the first two sentences say what the call is for.
const LEAD: usize = 2;

/// "Photo contest of the city.", "Concours de photographie": so few words before the noun make it what the sentence is about.
const WORDS_TO_NOUN: usize = 1;

/// How Hebrew words end that name several.
const PLURALS: [&str; 2] = ["ים", "יות"];

/// The calls of a text.
pub(super) struct Calls<'r> {
    reading: &'r Reading,
    lexicon: &'r Lexicon,
    hebrew: bool,
    english: bool,
    /// Money is offered somewhere in the text.
    pays: bool,
    /// By the word behind each call, where the call ends.
    behind: HashMap<usize, usize>,
    /// Words with which begins what a call right before them is for.
    objects: HashSet<usize>,
}

impl<'r> Calls<'r> {
    pub(super) fn new(reading: &'r Reading, language: Option<&str>, hits: &[(&Hit, usize)], lexicon: &'r Lexicon) -> Self {
        let is_money = |place: usize| lexicon.kinds[place].kind == Kind::Grant && lexicon.kinds[place].weight > PASSING;
        let pays = hits.iter().any(|(_, place)| is_money(*place)) || statement::offer(reading, lexicon).is_some();
        let calls = hits.iter().filter(|(_, place)| lexicon.kinds[*place].id == CALL);
        let behind = calls.map(|(call, _)| (call.last + 1, call.end)).collect();
        let (hebrew, english) = (language == Some("he"), language == Some("en"));
        let calls = Self { reading, lexicon, hebrew, english, pays, behind, objects: HashSet::new() };
        let objects = hits.iter().filter(|(object, place)| calls.is_object(object, *place)).map(|(object, _)| object.first);
        Self { objects: objects.collect(), ..calls }
    }

    /// Is it a word for a call with what is called for right behind it?
    pub(super) fn names_object(&self, call: &Hit, place: usize) -> bool {
        self.is_call(place) && self.objects.contains(&(call.last + 1))
    }

    /// Is the call the whole title, or in Hebrew, where every announcement is called so, all of it but a name?
    pub(super) fn is_bare(&self, call: &Hit, place: usize, hits: &[(&Hit, usize)]) -> bool {
        let bare = |text: &str| !text.chars().any(char::is_alphabetic);
        let title = self.reading.title();
        let whole = || title.get(call.end..).is_some_and(bare);
        let named = || self.hebrew && !hits.iter().any(|(hit, of)| self.reading.in_title(hit) && !self.is_call(*of));
        self.is_call(place) && bare(&title[..call.start]) && (whole() || named())
    }

    /// Does a sentence right under the title begin with what is called for, and neither speak of money?
    pub(super) fn are_named_by_lead(&self, hits: &[(&Hit, usize)]) -> bool {
        let sentence = |hit: &Hit| self.reading.sentence_at(hit.start);
        let within = |hit: &Hit| (1..=LEAD).contains(&sentence(hit));
        let heads = |hit: &Hit| {
            let begins = self.reading.sentences[sentence(hit)].start;
            let before = self.reading.text.get(begins..hit.start).unwrap_or("");
            before.split_whitespace().nth(WORDS_TO_NOUN).is_none() && !self.describes(hit)
        };
        let cue = |place: usize| &self.lexicon.kinds[place];
        let money = |place: usize| super::is_money(cue(place).kind) && cue(place).weight > PASSING;
        // Papers for a gathering are called for under a name of their own.
        let thing = |place: usize| self.is_thing(place) && cue(place).kind != Kind::Conference;
        hits.iter().any(|(hit, place)| within(hit) && heads(hit) && thing(*place))
            && !hits.iter().any(|(hit, place)| within(hit) && money(*place))
    }

    /// Is it what a call right before it is for? In "קול קורא לתחרות" the letter for "for" joins them, in "קול קורא פרס ראש העיר", "Convocatoria
    /// Premio Ciudad" nothing does: that is its name. Several behind the letter are what money is given for.
    pub(super) fn is_object(&self, object: &Hit, place: usize) -> bool {
        let Some(end) = self.behind.get(&object.first) else { return false };
        let word = self.reading.quote(object);
        let adjacent = self.reading.text.get(*end..object.start) == Some(" ");
        // Towns may be paid for a show or a course; whoever pays for a contest gives its prizes.
        let paid_for = self.pays && self.lexicon.kinds[place].kind != Kind::Competition;
        let named = self.hebrew || matches!(self.lexicon.kinds[place].kind, Kind::Competition | Kind::Exhibition);
        let joined = word.starts_with('ל') && !PLURALS.iter().any(|ending| word.ends_with(ending));
        adjacent && (joined || named && !word.starts_with('ל')) && !paid_for && self.is_thing(place)
    }

    /// "Exhibition spaces need ideas": English puts what is spoken of last.
    fn describes(&self, hit: &Hit) -> bool {
        let rest = self.reading.text.get(hit.end..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or("");
        let next = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        self.english && !next.is_empty() && !holds(&GRAMMAR.clause.behind_a_noun, &fold(next))
    }

    fn is_call(&self, place: usize) -> bool {
        self.lexicon.kinds[place].id == CALL
    }

    /// What one enters, shows at or joins.
    fn is_thing(&self, place: usize) -> bool {
        let cue = &self.lexicon.kinds[place];
        let kinds = [Kind::Competition, Kind::Exhibition, Kind::Exchange, Kind::Training, Kind::Conference];
        cue.weight > PASSING && kinds.contains(&cue.kind)
    }
}
