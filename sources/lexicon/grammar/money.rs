//! Small words beside sums of money.

use serde::Deserialize;

/// Small words beside sums.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Money {
    pub(crate) denominated_in: Vec<String>,
    pub(crate) currency_labels: Vec<String>,
    pub(crate) about: Vec<String>,
    pub(crate) afterwards: Vec<String>,
    pub(crate) being: Vec<String>,
    pub(crate) periods: Vec<String>,
    pub(crate) available: Vec<String>,
    pub(crate) left_before: Vec<String>,
    pub(crate) left_behind: Vec<String>,
    pub(crate) still: Vec<String>,
    pub(crate) yet: Vec<String>,
    pub(crate) on_hand: Vec<String>,
    pub(crate) weekdays: Vec<String>,
    pub(crate) days: Vec<String>,
    pub(crate) hours: Vec<String>,
    pub(crate) purses: Vec<String>,
    pub(crate) either: Vec<String>,
    pub(crate) joining: Vec<String>,
    pub(crate) grants: Vec<String>,
    /// Several of them, and what stands between them and their sum.
    pub(crate) several_grants: Vec<String>,
    pub(crate) of_several: Vec<String>,
    pub(crate) have: Vec<String>,
    pub(crate) of: Vec<String>,
    pub(crate) endowed: Vec<String>,
    pub(crate) funds: Vec<String>,
    pub(crate) prizes: Vec<String>,
    pub(crate) supporting: Vec<String>,
    pub(crate) with: Vec<String>,
    /// Those behind the first.
    pub(crate) runners_up: Vec<String>,
    /// That a fund holds a sum.
    pub(crate) contains: Vec<String>,
    /// That a sum is the winner's, and that the most is asked for.
    pub(crate) goes_to: Vec<String>,
    pub(crate) asked: Vec<String>,
    /// What is paid by the day, and what leads on to it.
    pub(crate) rated_by: Vec<String>,
    pub(crate) rated_and: Vec<String>,
    pub(crate) heads: Vec<String>,
    pub(crate) rated_days: Vec<String>,
    pub(crate) rates: Vec<String>,
    /// What has money for all, beside a total.
    pub(crate) purse_of_all: Vec<String>,
    /// Of a night that is a feast.
    pub(crate) night_names: Vec<String>,
    /// That a sum which a call includes is for one.
    pub(crate) for_one: Vec<String>,
    /// Those whom a group brings.
    pub(crate) guests: Vec<String>,
    /// How words end for what a person gets for himself.
    pub(crate) stipends: Vec<String>,
    /// A part of a programme.
    pub(crate) tracks: Vec<String>,
    /// How words end for what a project costs.
    pub(crate) costs: Vec<String>,
    /// How one sum is paid out.
    pub(crate) instalments: Vec<String>,
    /// Counted, and no money.
    pub(crate) counts: Vec<String>,
    pub(crate) divided: Vec<String>,
    pub(crate) adding: Vec<String>,
    pub(crate) per_partner: Vec<String>,
    pub(crate) projects: Vec<String>,
    /// How words for the least begin, and what else is called a sum that is given.
    pub(crate) least: Vec<String>,
    pub(crate) amounts: Vec<String>,
    /// That a sum is what was named before.
    pub(crate) amounting: Vec<String>,
    /// Participles of giving, and labels of what is there to be asked for.
    pub(crate) given: Vec<String>,
    pub(crate) funding_labels: Vec<String>,
    /// Totals that may be each one's own.
    pub(crate) own_totals: Vec<String>,
    /// That costs are borne.
    pub(crate) bearing: Vec<String>,
    /// A call, what it is for, and before what it is worth.
    pub(crate) calls: Vec<String>,
    pub(crate) called_for: Vec<String>,
    pub(crate) worth: Vec<String>,
    /// That something may be used for one thing, in phrases.
    pub(crate) spent: Vec<String>,
    /// The same with a verb at the end, and such verbs.
    pub(crate) spent_by_verb: Vec<String>,
    pub(crate) spending: Vec<String>,
    /// Who gets the money or all that is done with it, and what may stand behind that.
    pub(crate) wholes: Vec<String>,
    pub(crate) behind_whole: Vec<String>,
    /// Letters that are a word of their own before a noun, before what is counted, and before a currency.
    pub(crate) prefixes: Vec<String>,
    pub(crate) rated_prefixes: Vec<String>,
    pub(crate) denominated_by: Vec<String>,
}
