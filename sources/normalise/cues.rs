//! The words beside a date or a sum that say what it is (`config/cues.toml`), compiled once.
//! Finds them in a text; what they mean together is for `deadline` and `money` to say.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use words::{Phrases, Token};

/// What a cue says of the date or sum beside it. One section of the file each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cue {
    /// The last day to hand in.
    Deadline,
    /// Up to this day.
    Until,
    /// Behind a day: not later than it.
    Latest,
    /// What an applicant does.
    Submit,
    /// The day was moved.
    Extended,
    /// An earlier round's last day, told of as past.
    Former,
    /// There is no last day.
    Rolling,
    /// Until the money is used up.
    Exhausted,
    /// The first of two steps.
    FirstStage,
    /// The second of two steps.
    SecondStage,
    /// One of several days.
    Cutoff,
    /// Applications are taken from this day.
    Opening,
    /// The first day of a span.
    From,
    /// The day of publication.
    Published,
    /// A cheaper, earlier day.
    Early,
    /// A word that one will come, or questions.
    Intent,
    /// A meeting to explain the call.
    Info,
    /// When the winners are known.
    Results,
    /// When the work is done.
    Project,
    /// Born before this day.
    Age,
    /// The date of a law or of something past.
    Law,
    /// When to pay.
    Fee,
    /// When it takes place.
    Event,
    /// Says of something that it takes place: the days behind it are that thing's. All of these stand in `Event` as well.
    Held,
    /// What the organiser tells those who applied.
    Answer,
    /// What is handed in when the work is done.
    Report,
    /// A budget year, a school year: what ends with it is no call.
    Period,
    /// Says that something ends, whatever it is. All of these stand in `Deadline` as well.
    Ends,
    /// From where a number of days is counted.
    Counted,
    /// It has been: such a date fixes the year of no deadline.
    Past,
    /// At most this sum.
    SumMax,
    /// At least this sum.
    SumMin,
    /// Makes the sum before it the least.
    SumUpwards,
    /// The whole budget.
    SumTotal,
    /// What one applicant gets.
    SumAward,
    /// Makes the sum beside it one that every applicant can get.
    SumEach,
    /// All together if another sum is for each, else what one applicant gets.
    SumPot,
    /// What one applicant pays, or what something else costs.
    SumOther,
    /// The funder's share.
    SumShare,
    /// The applicant's own share: what is left is the funder's. All of these stand in `SumOther` as well.
    SumOwn,
}

/// A cue in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CueFound {
    /// What it says.
    pub cue: Cue,
    /// First byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
}

/// All cues of all languages.
#[derive(Debug, Clone)]
pub struct Cues {
    phrases: Phrases,
    meanings: Vec<Cue>,
}

/// Why the cues could not be had.
#[derive(Debug, thiserror::Error)]
pub enum CuesError {
    /// The file cannot be read.
    #[error("{path}: {source}; the folder given with --config has to hold the word lists")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is not what it should be.
    #[error("{path}: {detail}")]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Line, key and what is wrong.
        detail: String,
    },
}

impl Cues {
    /// Reads `cues.toml`.
    pub fn load(path: &Path) -> Result<Self, CuesError> {
        let text = std::fs::read_to_string(path).map_err(|source| CuesError::Unreadable { path: path.to_owned(), source })?;
        Self::from_toml(&text).map_err(|error| CuesError::Malformed { path: path.to_owned(), detail: error.to_string() })
    }

    /// Compiles the text of a `cues.toml`: a section for each cue, in it a list of phrases for each language.
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        let sections: BTreeMap<Cue, BTreeMap<String, Vec<String>>> = toml::from_str(text)?;
        let meanings: Vec<Cue> = sections.keys().copied().collect();
        let written: Vec<(usize, String)> = sections
            .values()
            .enumerate()
            .flat_map(|(id, languages)| {
                let plain = languages.values().flatten().cloned();
                let joined = [("he", 'ו', 2), ("ar", 'و', 4)].into_iter().flat_map(|(language, and, short)| {
                    languages.get(language).into_iter().flatten().filter_map(move |phrase| with_and(phrase, and, short))
                });
                plain.chain(joined).map(move |phrase| (id, phrase))
            })
            .collect();
        let phrases = Phrases::new(written.iter().map(|(id, phrase)| (*id, phrase.as_str())));
        Ok(Self { phrases, meanings })
    }

    /// The cues of a text, given its words, in reading order; one that lies inside a longer one is left out.
    pub fn find(&self, tokens: &[Token<'_>]) -> Vec<CueFound> {
        let mut matches = self.phrases.find(tokens);
        matches.sort_by_key(|m| (m.start, std::cmp::Reverse(m.end)));
        let mut found: Vec<CueFound> = Vec::new();
        let mut widest = (0, 0);
        for m in matches {
            let span = (m.start, m.end);
            if m.end <= widest.1 && span != widest {
                continue;
            }
            widest = if m.end > widest.1 || span == widest { span } else { widest };
            found.extend(self.meanings.get(m.id).map(|&cue| CueFound { cue, start: m.start, end: m.end }));
        }
        found
    }
}

/// "ועד", "ולא יאוחר", "وآخر يوم": the word list sees through prefix letters only where enough is left of the word, so that a
/// phrase whose first word has at most `short` letters is listed with its "and" as well.
fn with_and(phrase: &str, and: char, short: usize) -> Option<String> {
    let first = phrase.split(' ').next()?;
    (first.chars().count() <= short).then(|| format!("{and}{phrase}"))
}
