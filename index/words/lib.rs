//! A word's normal form, tokens, Hebrew prefixes and endings, matching of lexicon phrases.
//! The leaf: used by sources, index and pick, so that Hebrew is understood in one place. Knows no records and no files.
#![warn(missing_docs)]

mod arabic;
mod german;
mod hebrew;
mod normal;
mod phrases;
mod script;
mod spelling;
mod token;

pub use arabic::bases as arabic_bases;
pub use german::compound_parts;
pub use hebrew::{
    bases as hebrew_bases, irregular_stem as hebrew_irregular_stem, is_acronym as is_hebrew_acronym, noun as hebrew_noun,
    stems as hebrew_stems, stems_of_base as hebrew_stems_of_base, stems_of_last as hebrew_stems_of_last,
};
pub use normal::{final_form, normal};
pub use phrases::{PhraseMatch, Phrases};
pub use script::Script;
pub use token::{Token, normal_text, tokens, tokens_of};
