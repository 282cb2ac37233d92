//! Words by which somebody is told to belong to a place, to a country, or to those whom a call is for.

use serde::Deserialize;

/// What stands around those who apply and the places that they are of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Belonging {
    /// Between somebody and the place that he is of.
    pub(crate) of: Vec<String>,
    /// The same, where he may be there for a while.
    pub(crate) inside: Vec<String>,
    /// The same, where it says that he comes from there.
    pub(crate) comes: Vec<String>,
    /// Small words between it and the place.
    pub(crate) small: Vec<String>,
    /// Places without a name: those of whoever calls.
    pub(crate) here: Vec<String>,
    /// Behind it these make it one of several.
    pub(crate) particular: Vec<String>,
    /// The money of ours.
    pub(crate) our_money: Vec<String>,
    /// What somebody has to be or to have who is of a country.
    pub(crate) states: Vec<String>,
    /// The same, where it may be what is offered as well.
    pub(crate) held: Vec<String>,
    /// Behind a place these let in others than those of it.
    pub(crate) lands: Vec<String>,
    pub(crate) closed_lands: Vec<String>,
    pub(crate) wider: Vec<String>,
    /// Small words before it.
    pub(crate) being: Vec<String>,
    /// The first word of what is asked for.
    pub(crate) demands: Vec<String>,
    /// What a traveller needs.
    pub(crate) travel_papers: Vec<String>,
    /// The verb of it in its bare form.
    pub(crate) be: Vec<String>,
    /// Close the head of a list.
    pub(crate) namely: Vec<String>,
    /// Those who have members.
    pub(crate) networks: Vec<String>,
    /// Between members and such a word: they are members of something else.
    pub(crate) parts_of_it: Vec<String>,
    /// What a label says of where those who apply are, folded.
    pub(crate) place_labels: Vec<String>,
    /// The same, where it may be where one meets, or where the giver sits.
    pub(crate) site_labels: Vec<String>,
    pub(crate) givers: Vec<String>,
    /// What a label says of those who take part, folded.
    pub(crate) participants: Vec<String>,
    /// Before those abroad who are let in beside others.
    pub(crate) beside: Vec<String>,
    /// What a thing does for its readers.
    pub(crate) enabling: Vec<String>,
    /// What they do with it.
    pub(crate) profiting: Vec<String>,
    /// The same, where it is an award that does so.
    pub(crate) learning: Vec<String>,
    /// What a thing is for those who only hear of it.
    pub(crate) inspiring: Vec<String>,
    /// What projects do for foreigners who live in a town.
    pub(crate) serving: Vec<String>,
    /// What is done for them in passing.
    pub(crate) showing: Vec<String>,
    /// What is done for people wherever they are from.
    pub(crate) attending: Vec<String>,
    /// Where somebody lives, told by the verb.
    pub(crate) lives: Vec<String>,
    /// Those from abroad are welcome in so many words.
    pub(crate) welcome: Vec<String>,
    /// Names of unions of states.
    pub(crate) of_states: Vec<String>,
    /// Before a place where something must not be.
    pub(crate) outside: Vec<String>,
    /// What those do who are of the place right behind.
    pub(crate) settled: Vec<String>,
    /// Those who go along with one who asks.
    pub(crate) partners: Vec<String>,
    /// Before the time of a stay.
    pub(crate) during: Vec<String>,
    /// Those of these countries may apply, whichever they are.
    pub(crate) eligible: Vec<String>,
    /// Those who ask, named as such.
    pub(crate) askers: Vec<String>,
}
