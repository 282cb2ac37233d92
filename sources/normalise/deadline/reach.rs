//! How near to a date a word stands that speaks of it.

/// "by Friday, the 3rd" is near, "by the committee that met on the 3rd" is not.
pub(super) const NEAR_WORDS: usize = 4;

/// A word after the date that takes it back ("… mit (unverbindlich)") stands this near.
pub(super) const NEAR_AFTER: usize = 4;

/// How far a cue after the date may stand when nothing stands before it.
pub(super) const FAR_AFTER: usize = 8;
