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
    /// What somebody has to be or to have who is of a country.
    pub(crate) states: Vec<String>,
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
    /// What a label says of those who take part, folded.
    pub(crate) participants: Vec<String>,
    /// Before those abroad who are let in beside others.
    pub(crate) beside: Vec<String>,
    /// What a thing does for its readers.
    pub(crate) enabling: Vec<String>,
    /// What they do with it.
    pub(crate) profiting: Vec<String>,
    /// What a thing is for those who only hear of it.
    pub(crate) inspiring: Vec<String>,
    /// What projects do for foreigners who live in a town.
    pub(crate) serving: Vec<String>,
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
