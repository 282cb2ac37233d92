//! A word's normal form, tokens, Hebrew prefixes and endings, matching of lexicon phrases.
//! The leaf: used by sources, index and pick, so that Hebrew is understood in one place. Knows no records and no files.
#![warn(missing_docs)]
