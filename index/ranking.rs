//! All weights of the ranking, in one place.

/// A word in the title says what the record is; in programme, organiser or the Hebrew title that staff wrote nearly as much; an
/// attachment mentions everything.
pub(crate) const TITLE: f32 = 4.0;
pub(crate) const EXTRA: f32 = 2.5;
pub(crate) const TEXT: f32 = 1.0;
pub(crate) const ATTACHMENT: f32 = 0.4;

/// A number of so many digits is a place in a list ("phase 2", "channel 4") and says in a title no more than in a text; one of four is a year.
pub(crate) const SMALL_NUMBER_DIGITS: usize = 3;

/// A relative of the word (`תמיכות` for `התמיכה`) against the word itself …
pub(crate) const STEM: f32 = 0.85;

/// … and each less likely stem against the one before it.
pub(crate) const NEXT_STEM: f32 = 0.9;

/// Words that stand together as they were typed.
pub(crate) const PHRASE: f32 = 1.5;

/// A word that begins as typed: every such word counts the same, in the range that scores of whole words have.
pub(crate) const PREFIX: f32 = 2.0;

/// What the thesaurus calls it elsewhere against the word typed: in the same place a direct hit ranks above (a title that says it in another
/// language comes before a text that mentions it: it is about that), and a record that says it in both
/// ways a little above one that says it in the better way alone.
pub(crate) const WIDENED: f32 = 0.6;
pub(crate) const OTHER_WAYS: f32 = 0.1;

/// Among words of which not all are there, stop words say little, and so does what nearly every call is about: a city, a programme.
pub(crate) const COMMON: f32 = 0.3;

/// One word of a name of several, where hardly a record has the name.
pub(crate) const PART_OF_A_NAME: f32 = 0.3;

/// Above every score of words: records that have all of them come before those that have some, open or closed. Not greater, so
/// that what is left of the score when this is taken away is still exact to a thousandth.
pub(crate) const ALL_WORDS: f32 = 10_000.0;

/// Of a name that stands for many words, those that are not among its commonest.
pub(crate) const BEGINNING_OF_A_NAME: f32 = 0.7;

/// What an Israeli municipality may apply for comes before what it may not; what nobody knows is worth a look.
pub(crate) fn of_verdict(verdict: &str) -> f32 {
    match verdict {
        "yes" => 1.0,
        "partner" | "conditional" => 0.97,
        "no" => 0.75,
        _ => 0.93,
    }
}

/// What was first seen this month is news; so much more it counts at most, for the text decides.
const NEWS: f32 = 0.05;
const NEWS_SECONDS: f32 = 30.0 * 86_400.0;

/// More for what is new; old records are all alike.
pub(crate) fn of_age(seconds: i64) -> f32 {
    1.0 + NEWS * (1.0 - seconds.max(0) as f32 / NEWS_SECONDS).max(0.0)
}

/// What can still be applied for comes before what is as good and over. Not by more: who asks for closed calls too wants the one that fits.
pub(crate) fn of_state(status: &str) -> f32 {
    match status {
        "open" => 1.0,
        "forthcoming" => 0.95,
        "unlisted" => 0.9,
        "closed" => 0.85,
        _ => 0.7,
    }
}
