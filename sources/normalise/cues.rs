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
    /// Before a day: later than it.
    After,
    /// What is done with applications in time.
    Taken,
    /// Behind a day: not later than it.
    Latest,
    /// What an applicant does.
    Submit,
    /// Of these what names the application itself, and the verbs for handing it in and no other.
    Applying,
    /// Of these what is said of those who come as well: the days of a span behind it are the event's.
    TakingPart,
    /// Looks like a step of a call and says nothing of a day ("answer the questions").
    NoStep,
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
    /// Says of something that it begins, whatever it is.
    Starts,
    /// Says of what has begun that it ends.
    Closes,
    /// What opens and closes: the call, the portal.
    Callable,
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
    /// Meetings that may come before the last day, and the advice given to applicants. Most of these stand in `Event` as well.
    Kickoff,
    /// What the organiser tells those who applied.
    Answer,
    /// A word for an answer, whoever gives it.
    Reply,
    /// Who speaks at a congress: they are in when they register.
    Authors,
    /// The step of a call in which those chosen are asked to hand in more.
    Invitation,
    /// So it is every year.
    Yearly,
    /// What those who are in hand in later: reports, an entry in the catalogue.
    Report,
    /// A budget year, a school year: what ends with it is no call.
    Period,
    /// Says that something ends, whatever it is. All of these stand in `Deadline` as well.
    Ends,
    /// The label "start" of a pair of days that says of nothing else what starts. Most of these stand in `Project` as well.
    Begin,
    /// The label "end" of such a pair.
    Finish,
    /// The feast on which prizes are handed over: no last day, but an event. All of these stand in `Results` or `Event` as well.
    Ceremony,
    /// Those who left come back.
    Returns,
    /// What is carried out or attended, and is no call: a project, a course.
    Undertaking,
    /// Says of an undertaking that it begins, runs or ends.
    CarriedOut,
    /// Of people: they stay or serve somewhere.
    Staying,
    /// The act of handing in or signing up, as a noun that names what it is for ("registration for the fair").
    Entering,
    /// What is called for under its own name, and ends with its last day: a prize, a round.
    Called,
    /// What comes beside the application or after it, often from somebody else: copies on paper, letters of others, revised papers.
    Supplement,
    /// Those who are in give it up again, or get their money back.
    Withdrawal,
    /// A competition under its own name, or the time that it takes.
    Contest,
    /// Says of a competition as of an event that it runs. All of these stand in `Event` as well, and are no `Held`.
    Runs,
    /// How something is sent.
    Channel,
    /// What those do who applied, when the organiser's letter comes.
    Receiving,
    /// What one gains by being early.
    Saves,
    /// Says of a call, or of the money, that it shuts.
    Shuts,
    /// Before the dearer price.
    Afterwards,
    /// Those who sign up later than others, and are let in. All of these stand in `Submit` as well.
    Late,
    /// The call of the funder, as somebody who looks for partners speaks of it.
    Bid,
    /// Voting, or answering a survey: nothing of one's own is handed in.
    Voting,
    /// Those who handed something in, told as having done it: "submitted their bids".
    Applied,
    /// So it is done as a rule: "usually".
    Usual,
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
    /// Makes the sum beside it one for several who apply together.
    SumJoint,
    /// All together if another sum is for each, else what one applicant gets.
    SumPot,
    /// What one applicant pays, or what something else costs.
    SumOther,
    /// What a grant does with a fee: no price, where the grant does it.
    SumPays,
    /// Of tax: a price, unless it is said of a sum that is given.
    SumTaxed,
    /// The funder's share.
    SumShare,
    /// The applicant's own share: what is left is the funder's. All of these stand in `SumOther` as well.
    SumOwn,
}

impl Cue {
    /// Says what a sentence is about, and nothing of the day in it by itself.
    pub(super) fn stands_beside(self) -> bool {
        matches!(
            self,
            Self::Undertaking
                | Self::CarriedOut
                | Self::Staying
                | Self::Entering
                | Self::Called
                | Self::Supplement
                | Self::Withdrawal
                | Self::Contest
                | Self::Runs
                | Self::Channel
                | Self::Receiving
                | Self::Saves
                | Self::Shuts
                | Self::Afterwards
                | Self::Late
                | Self::Bid
                | Self::Voting
                | Self::Applied
                | Self::Usual
        )
    }
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
    meanings: Vec<Meaning>,
}

/// What the phrases of one list say.
#[derive(Debug, Clone, Copy)]
struct Meaning {
    cue: Cue,
    /// Of a language of which only dates are read.
    plain: bool,
}

/// The languages of the house, which are read in full. The small words of the others are words of these as well: Polish "until" is
/// English "do".
const FULL: [&str; 6] = ["he", "en", "fr", "de", "es", "ar"];

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
        let mut meanings = Vec::new();
        let mut written: Vec<(usize, String)> = Vec::new();
        for (cue, languages) in &sections {
            for plain in [false, true] {
                let lists = || languages.iter().filter(|(language, _)| FULL.contains(&language.as_str()) != plain);
                let joined = [("he", 'ו', 2), ("ar", 'و', 4)].into_iter().flat_map(|(language, and, short)| {
                    let list = lists().filter(move |(own, _)| *own == language).flat_map(|(_, phrases)| phrases);
                    list.filter_map(move |phrase| with_and(phrase, and, short))
                });
                let id = meanings.len();
                written.extend(lists().flat_map(|(_, phrases)| phrases.iter().cloned()).chain(joined).map(|phrase| (id, phrase)));
                meanings.push(Meaning { cue: *cue, plain });
            }
        }
        let phrases = Phrases::new(written.iter().map(|(id, phrase)| (*id, phrase.as_str())));
        Ok(Self { phrases, meanings })
    }

    /// The cues of a text in a language, if it is known, given its words, in reading order; one that lies inside a longer one is
    /// left out.
    pub fn find(&self, tokens: &[Token<'_>], language: Option<&str>) -> Vec<CueFound> {
        let full = language.is_some_and(|tag| FULL.iter().any(|full| tag.starts_with(full)));
        let mut matches: Vec<_> = self.phrases.find(tokens);
        matches.retain(|m| self.meanings.get(m.id).is_some_and(|meaning| !(full && meaning.plain)));
        matches.sort_by_key(|m| (m.start, std::cmp::Reverse(m.end)));
        let mut found: Vec<CueFound> = Vec::new();
        let mut widest = (0, 0);
        for m in matches {
            let span = (m.start, m.end);
            if m.end <= widest.1 && span != widest {
                continue;
            }
            widest = if m.end > widest.1 || span == widest { span } else { widest };
            let Some(cue) = self.meanings.get(m.id).map(|meaning| CueFound { cue: meaning.cue, start: m.start, end: m.end })
            else {
                continue;
            };
            // Two languages may share a word.
            if !found.iter().rev().take_while(|before| before.start == m.start).any(|before| *before == cue) {
                found.push(cue);
            }
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
