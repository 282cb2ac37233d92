//! Small words beside sums of money.

use serde::Deserialize;

use super::WordList;

/// Small words beside sums.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Money {
    pub(crate) denominated_in: WordList,
    pub(crate) currency_labels: WordList,
    pub(crate) about: WordList,
    pub(crate) fee_heads: WordList,
    pub(crate) afterwards: WordList,
    pub(crate) being: WordList,
    pub(crate) periods: WordList,
    pub(crate) available: WordList,
    pub(crate) left_before: WordList,
    pub(crate) left_behind: WordList,
    pub(crate) still: WordList,
    pub(crate) yet: WordList,
    pub(crate) on_hand: WordList,
    pub(crate) weekdays: WordList,
    pub(crate) days: WordList,
    pub(crate) hours: WordList,
    pub(crate) purses: WordList,
    pub(crate) either: WordList,
    pub(crate) joining: WordList,
    pub(crate) grants: WordList,
    /// Several of them, and what stands between them and their sum.
    pub(crate) several_grants: WordList,
    pub(crate) of_several: WordList,
    pub(crate) have: WordList,
    pub(crate) of: WordList,
    pub(crate) endowed: WordList,
    pub(crate) funds: WordList,
    pub(crate) prizes: WordList,
    pub(crate) supporting: WordList,
    pub(crate) with: WordList,
    /// Those behind the first.
    pub(crate) runners_up: WordList,
    /// That a fund holds a sum.
    pub(crate) contains: WordList,
    /// That a sum is the winner's, and that the most is asked for.
    pub(crate) goes_to: WordList,
    /// "Between about £100k and about £300k": what stands before a sum that is only near the truth.
    pub(crate) roughly: WordList,
    pub(crate) asked: WordList,
    /// What is paid by the day, and what leads on to it.
    pub(crate) rated_by: WordList,
    pub(crate) rated_and: WordList,
    pub(crate) heads: WordList,
    pub(crate) rated_days: WordList,
    pub(crate) rates: WordList,
    /// What has money for all, beside a total.
    pub(crate) purse_of_all: WordList,
    /// Of a night that is a feast.
    pub(crate) night_names: WordList,
    /// That a sum which a call includes is for one.
    pub(crate) for_one: WordList,
    /// Those whom a group brings.
    pub(crate) guests: WordList,
    /// How words end for what a person gets for himself.
    pub(crate) stipends: WordList,
    /// A part of a programme.
    pub(crate) tracks: WordList,
    /// How words end for what a project costs.
    pub(crate) costs: WordList,
    /// How one sum is paid out.
    pub(crate) instalments: WordList,
    /// Counted, and no money.
    pub(crate) counts: WordList,
    pub(crate) divided: WordList,
    pub(crate) adding: WordList,
    pub(crate) per_partner: WordList,
    pub(crate) projects: WordList,
    /// How words for the least begin, and what else is called a sum that is given.
    pub(crate) least: WordList,
    pub(crate) amounts: WordList,
    /// That a sum is what was named before.
    pub(crate) amounting: WordList,
    /// Participles of giving, and labels of what is there to be asked for.
    pub(crate) given: WordList,
    pub(crate) funding_labels: WordList,
    /// Totals that may be each one's own.
    pub(crate) own_totals: WordList,
    /// That costs are borne.
    pub(crate) bearing: WordList,
    /// A call, what it is for, and before what it is worth.
    pub(crate) calls: WordList,
    pub(crate) called_for: WordList,
    pub(crate) worth: WordList,
    /// That something may be used for one thing, in phrases.
    pub(crate) spent: WordList,
    /// The same with a verb at the end, and such verbs.
    pub(crate) spent_by_verb: WordList,
    pub(crate) spending: WordList,
    /// Who gets the money or all that is done with it, and what may stand behind that.
    pub(crate) wholes: WordList,
    pub(crate) behind_whole: WordList,
    /// Letters that are a word of their own before a noun, before what is counted, and before a currency.
    pub(crate) prefixes: WordList,
    pub(crate) rated_prefixes: WordList,
    pub(crate) denominated_by: WordList,
}
