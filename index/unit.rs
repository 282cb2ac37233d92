//! One thing that is looked for, and the words that were typed for it.

use crate::analysis::WordTerms;
use crate::pieces::CodeField;
use crate::stopwords::is_stopword;
use crate::thesaurus::{Term, bases};

/// One thing that is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Unit {
    /// All of these words, anywhere.
    Words(Vec<Word>),
    /// These words, together.
    Phrase(Vec<Word>),
    /// A word that begins so (normal form).
    Prefix(String),
    /// Words, a phrase or a beginning, in the title.
    Title(Box<Unit>),
    /// A record with this code.
    Code(CodeField, String),
    /// All of what was typed (each with its alternatives), or what it means under one of these names.
    Meaning { typed: Vec<Vec<Unit>>, names: Vec<Term> },
}

/// A word that is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Word {
    pub(crate) typed: String,
    pub(crate) terms: WordTerms,
    /// None of its letters is known to be a prefix.
    pub(crate) is_base: bool,
}

impl Word {
    /// The word, and what may be left of it without its prefix letters.
    pub(crate) fn bases(&self) -> Vec<&str> {
        if self.is_base { vec![&self.terms.exact] } else { bases(&self.terms.exact) }
    }
}

impl Unit {
    /// Only words that a record need not have.
    pub(crate) fn is_dispensable(&self) -> bool {
        match self {
            Self::Words(words) => words.iter().all(|word| is_stopword(&word.terms.exact)),
            Self::Meaning { typed, names } => names.is_empty() && typed.iter().flatten().all(Self::is_dispensable),
            _ => false,
        }
    }

    /// What is quoted, asked of the title, or a beginning: it is looked for as it was typed, in no other language.
    pub(crate) fn meant_as_typed(&self) -> Option<String> {
        match self {
            Self::Prefix(letters) => Some(format!("{letters}*")),
            Self::Title(unit) => unit.meant_as_typed().or_else(|| Some(unit.as_typed())),
            Self::Phrase(_) => Some(self.as_typed()),
            Self::Words(_) | Self::Code(..) | Self::Meaning { .. } => None,
        }
    }

    fn as_typed(&self) -> String {
        self.typed_words().iter().map(|word| word.typed.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Means what nearly every record has.
    pub(crate) fn is_common(&self) -> bool {
        matches!(self, Self::Meaning { names, .. } if !names.is_empty() && names.iter().all(|name| name.is_common))
    }

    /// The whole words that were typed for it.
    pub(crate) fn typed_words(&self) -> Vec<&Word> {
        match self {
            Self::Words(words) | Self::Phrase(words) => words.iter().collect(),
            Self::Title(unit) => unit.typed_words(),
            Self::Meaning { typed, .. } => typed.iter().flatten().flat_map(Self::typed_words).collect(),
            Self::Prefix(_) | Self::Code(..) => Vec::new(),
        }
    }

    /// Those of them of which the thesaurus knows nothing.
    pub(crate) fn words_without_meaning(&self) -> Vec<&Word> {
        match self {
            Self::Meaning { typed, names } if names.is_empty() => {
                typed.iter().flatten().flat_map(Self::words_without_meaning).collect()
            }
            Self::Meaning { .. } => Vec::new(),
            other => other.typed_words(),
        }
    }

    /// It and all that it is made of.
    pub(crate) fn parts(&self) -> Vec<&Self> {
        let mut parts = vec![self];
        match self {
            Self::Meaning { typed, .. } => parts.extend(typed.iter().flatten().flat_map(Self::parts)),
            Self::Title(unit) => parts.extend(unit.parts()),
            _ => {}
        }
        parts
    }
}
