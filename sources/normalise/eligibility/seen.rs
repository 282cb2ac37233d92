//! What a text has told of who applies, and what follows from it.

use super::super::evidence::Found;
use super::say;
use crate::opportunity::{Answer, Kind, Verdict};

/// The rule where others are named as those who apply.
pub(super) const OTHERS: &str = "body.others";

#[derive(Clone, Default)]
pub(super) struct Seen {
    pub(super) kind: Option<Kind>,
    pub(super) authority: Option<Found>,
    /// Named in the title alone: "Youth Cities Lab" may be for anybody.
    pub(super) titled: Option<Found>,
    /// Named with a verb that says nothing of applying: "municipalities may host".
    pub(super) mentioned: Option<Found>,
    /// Hands something in, and does what helps those who apply: which of the two it is, the rest of the text says.
    pub(super) aided: Option<Found>,
    /// Proposes those who get something: it gets it itself, unless persons are honoured.
    pub(super) proposes: Option<Found>,
    /// Helps those who apply.
    pub(super) helper: Option<Found>,
    /// Others stand under the label "who can apply": authorities named elsewhere are not they.
    pub(super) labelled: bool,
    /// A sentence names all who apply, and they are others: "eligible: associations".
    pub(super) closed: bool,
    /// Those whom it names so are persons, and no body.
    pub(super) closed_to_persons: bool,
    /// An authority with "may" or "can" right behind it.
    pub(super) can: bool,
    /// What is read is an item in a list of those who may apply.
    pub(super) listed: bool,
    pub(super) conditional: Option<Found>,
    pub(super) limited: Option<Found>,
    /// Asked for by one lot among several: a condition where nothing says who else may apply.
    pub(super) of_one_lot: Option<Found>,
    pub(super) official: Option<Found>,
    pub(super) partner: Option<Found>,
    /// Others of their kind, or unions of them, take part: where authorities apply themselves, that says nothing of them.
    pub(super) fellows: Option<Found>,
    pub(super) excluded: Option<Found>,
    /// Others alone may apply, or people for themselves.
    pub(super) exclusive: Option<Found>,
    /// An authority with the word of applying right behind it: "municipalities may apply".
    pub(super) applies: bool,
    pub(super) other: Option<Found>,
    /// The title says that the call is for one lot.
    pub(super) one_lot: bool,
    /// The text names persons as those of whom it tells ("eight young people from each of the towns").
    pub(super) people: bool,
    /// Others are asked in so many words: an authority that is only mentioned is not meant.
    pub(super) asked: bool,
    /// Others are named as those who apply, and not only in passing.
    pub(super) other_applies: bool,
}

impl Seen {
    /// What follows from it.
    pub(super) fn answer(self) -> Option<Answer> {
        if let Some(found) = self.excluded {
            return Some(say(Verdict::No, found));
        }
        if let Some(found) = self.exclusive.filter(|_| !self.applies) {
            return Some(say(Verdict::No, found));
        }
        if let Some(found) = self.conditional {
            return Some(say(Verdict::Conditional, found));
        }
        if let Some(found) = self.partner {
            return Some(say(Verdict::Partner, found));
        }
        if let Some(found) = self.fellows.filter(|_| self.authority.is_none() && self.limited.is_none()) {
            return Some(say(Verdict::Partner, found));
        }
        // Where the text names others or people as those who apply or come, authorities in the title alone are not they.
        let titled = self.titled.filter(|_| !self.other_applies && !self.people && self.official.is_none());
        // Whose own staff is asked is named for their sake.
        let closed = self.closed && self.authority.is_none() || self.labelled && !self.applies;
        let closed = closed && self.official.is_none();
        // "A scholarship of the council for athletes who live there": where persons apply for themselves, whoever is only mentioned
        // takes no part.
        let for_persons = closed && self.closed_to_persons && !self.labelled;
        let mentioned = self.mentioned.filter(|_| !for_persons);
        let besides = [&mentioned, &self.proposes, &self.aided, &self.helper, &self.authority].into_iter().flatten().next();
        if let Some(found) = besides.filter(|_| closed) {
            return Some(say(Verdict::Partner, Found { rule: "body.others_apply".to_owned(), ..found.clone() }));
        }
        let mentioned = mentioned.filter(|_| !self.asked);
        // "Firms may apply. The town has to submit a certificate."
        let aided = self.aided.filter(|_| !self.asked);
        let proposes = self.proposes.filter(|_| !self.people);
        let named = self.authority.or(proposes).or(aided).or(mentioned).or(titled);
        if let Some(found) = self.limited.filter(|_| named.is_some()) {
            return Some(say(Verdict::Conditional, found));
        }
        if let Some(found) = named {
            return Some(say(Verdict::Yes, found));
        }
        if let Some(found) = self.of_one_lot.or(self.official) {
            return Some(say(Verdict::Conditional, found));
        }
        self.other.filter(|_| self.other_applies).map(|found| say(Verdict::No, found))
    }
}
