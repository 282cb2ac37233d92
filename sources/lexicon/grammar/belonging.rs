//! Words by which somebody is told to belong to a place, to a country, or to those whom a call is for.

use serde::Deserialize;

use super::WordList;

/// What stands around those who apply and the places that they are of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Belonging {
    /// Between somebody and the place that he is of.
    pub(crate) of: WordList,
    /// The same, where he may be there for a while.
    pub(crate) inside: WordList,
    /// The same, where it says that he comes from there.
    pub(crate) comes: WordList,
    /// Small words between it and the place.
    pub(crate) small: WordList,
    /// Beside some of those who apply: there are others.
    pub(crate) besides: WordList,
    /// Before the adjective of a country ("en territorio peruano").
    pub(crate) territories: WordList,
    /// Places without a name: those of whoever calls.
    pub(crate) here: WordList,
    /// Behind it these make it one of several.
    pub(crate) particular: WordList,
    /// The money of ours.
    pub(crate) our_money: WordList,
    /// What somebody has to be or to have who is of a country.
    pub(crate) states: WordList,
    /// The same, where it may be what is offered as well.
    pub(crate) held: WordList,
    /// Behind a place these let in others than those of it.
    pub(crate) lands: WordList,
    pub(crate) closed_lands: WordList,
    pub(crate) wider: WordList,
    /// Small words before it.
    pub(crate) being: WordList,
    /// The first word of what is asked for.
    pub(crate) demands: WordList,
    /// What a traveller needs.
    pub(crate) travel_papers: WordList,
    /// The verb of it in its bare form.
    pub(crate) be: WordList,
    /// Close the head of a list.
    pub(crate) namely: WordList,
    /// Those who have members.
    pub(crate) networks: WordList,
    /// Between members and such a word: they are members of something else.
    pub(crate) parts_of_it: WordList,
    /// What a label says of where those who apply are, folded.
    pub(crate) place_labels: WordList,
    /// The same, where it may be where one meets, or where the giver sits.
    pub(crate) site_labels: WordList,
    pub(crate) givers: WordList,
    /// Labels over how far a call reaches, and what they say of one that stays inside its nation.
    pub(crate) scope_labels: WordList,
    pub(crate) nationwide: WordList,
    /// What a label says of those who take part, folded.
    pub(crate) participants: WordList,
    /// Before those abroad who are let in beside others.
    pub(crate) beside: WordList,
    /// What a thing does for its readers.
    pub(crate) enabling: WordList,
    /// What they do with it.
    pub(crate) profiting: WordList,
    /// The same, where it is an award that does so.
    pub(crate) learning: WordList,
    /// What a thing is for those who only hear of it.
    pub(crate) inspiring: WordList,
    /// What projects do for foreigners who live in a town.
    pub(crate) serving: WordList,
    /// What is done for them in passing.
    pub(crate) showing: WordList,
    /// What is done for people wherever they are from.
    pub(crate) attending: WordList,
    /// Where somebody lives, told by the verb.
    pub(crate) lives: WordList,
    /// Those from abroad are welcome in so many words.
    pub(crate) welcome: WordList,
    /// Names of unions of states.
    pub(crate) of_states: WordList,
    /// Before a place where something must not be.
    pub(crate) outside: WordList,
    /// What those do who are of the place right behind.
    pub(crate) settled: WordList,
    /// Those who go along with one who asks.
    pub(crate) partners: WordList,
    /// Before the time of a stay.
    pub(crate) during: WordList,
    /// Those of these countries may apply, whichever they are.
    pub(crate) eligible: WordList,
    /// Those who ask, named as such.
    pub(crate) askers: WordList,
    /// Hebrew words by which a text without a place tells that it is told at home.
    pub(crate) at_home: WordList,
    /// Parts of the world in which we are.
    pub(crate) around_us: WordList,
    /// Small words inside a list of regions.
    pub(crate) inside_a_list: WordList,
    /// Spans of time.
    pub(crate) spans: WordList,
    /// Embassies and those who work there.
    pub(crate) missions: WordList,
}
