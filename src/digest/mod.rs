//! The weekly letter: who gets what, why, in which words.
