//! Words beside days that are no last ones, and beside the years that a text tells.

use serde::Deserialize;

use super::WordList;

/// Days that come after the last one, and years told in the sentence before.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Later {
    /// Leads on to the case in which somebody is in.
    pub(crate) case: WordList,
    /// How words begin that say that somebody is in.
    pub(crate) accepted: WordList,
    /// Of what comes too late.
    pub(crate) late: WordList,
    /// Leads on to the new day, before the verb that moves it.
    pub(crate) moved_to: WordList,
    /// Before whoever did something …
    pub(crate) by: WordList,
    /// … with this and the day behind him.
    pub(crate) on: WordList,
    /// What says there that it is an hour.
    pub(crate) hours: WordList,
    /// Alone in brackets behind a day: it is over.
    pub(crate) closed: WordList,
    /// Before what is let in all the same.
    pub(crate) exception: WordList,
    /// Before the year with which a sentence begins.
    pub(crate) in_year: WordList,
    /// How words end for what is called.
    pub(crate) calls: WordList,
    /// Between a call and the year that it is named after.
    pub(crate) called_for: WordList,
    /// What is called for in a contest.
    pub(crate) contested: WordList,
    /// How words end for a contest under a name of its own.
    pub(crate) contests: WordList,
    /// What something costs, and no prize, though its word ends like one.
    pub(crate) prices: WordList,
    /// Leads from "apply" on to what for.
    pub(crate) applied_for: WordList,
    /// What words hold by which a project is handed in.
    pub(crate) handing_over: WordList,
    /// That one signs up at the door.
    pub(crate) on_site: WordList,
    /// Parts of an address under which files lie.
    pub(crate) stores: WordList,
    /// What words hold by which one signs up.
    pub(crate) signing_up: WordList,
    /// Parts of a year that no number tells.
    pub(crate) seasons: WordList,
}
