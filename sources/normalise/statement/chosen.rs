//! Projects that are told of as chosen ("41 projects approved", "the new projects financed by the fund"), and a board that met to award.
//! The call may be named beside them: whoever reads it comes too late.

use super::MOST_WORDS;
use crate::lexicon::grammar::{Chosen, GRAMMAR, WordList, holds};
use crate::normalise::money::counts_several;
use crate::normalise::reading::Reading;
use crate::normalise::wording::{folded_words, phrase_at};

/// "14 of the new projects", "31 grandes proyectos": so many words at most stand between a number and what it counts.
const WORDS_TO_COUNTED: usize = 2;

/// "Neun Projekte von Gemeinden im Norden ausgewählt", "approved a list of 41 projects": so many between projects and what was done.
const WORDS_TO_DEED: usize = 6;

/// "The board met on 3 May 2026 in Leeds, as it does each spring, to award": so many between the meeting and what it is for.
const WORDS_TO_AWARD: usize = 14;

/// "Le Bureau de l'association s'est réuni": so many before the meeting name who met.
const WORDS_OF_BOARD: usize = 8;

/// The title, if it tells of projects that were chosen or of a board that awarded. A text may begin with what was done so far.
pub(in crate::normalise) fn chosen(reading: &Reading) -> Option<&str> {
    let title = &reading.text[reading.sentences.first()?.clone()];
    let words: Vec<String> = folded_words(title).take(MOST_WORDS).collect();
    (tells_chosen(&words) || tells_meeting(&words)).then(|| title.trim())
}

/// Does a title say that one can apply anew ("recipients announced, second round opens")?
pub(in crate::normalise) fn reopens(title: &str) -> bool {
    let words = folded_words(title).collect::<Vec<_>>().join(" ");
    GRAMMAR.told_projects.reopens.iter().any(|phrase| phrase_at(&words, phrase).is_some())
}

fn tells_chosen(words: &[String]) -> bool {
    let Chosen { projects, newly, done, decided, not_yet, bounding, .. } = &GRAMMAR.told_projects;
    let any = |list: &WordList, of: &[String]| of.iter().any(|word| holds(list, word));
    let told = |at: usize| {
        let before = &words[at.saturating_sub(WORDS_TO_COUNTED + 1)..at];
        let behind = &words[at + 1..words.len().min(at + 1 + WORDS_TO_DEED)];
        // "Up to ten projects": so many will be chosen.
        let earlier = &words[at.saturating_sub(WORDS_TO_COUNTED + WORDS_TO_COUNTED + 1)..at];
        let counted = before.iter().any(|word| counts_several(word)) && !any(bounding, earlier);
        let fresh = any(newly, before) || behind.first().is_some_and(|word| holds(newly, word));
        let deed = behind.iter().position(|word| holds(done, word)).is_some_and(|deed| !any(not_yet, &behind[..deed]));
        let lead = &words[at.saturating_sub(WORDS_TO_DEED)..at];
        let decides = lead.iter().rposition(|word| holds(decided, word)).is_some_and(|deed| !any(not_yet, &lead[..deed]));
        counted && (deed || decides) || fresh && deed
    };
    (0..words.len()).any(|at| holds(projects, &words[at]) && told(at))
}

fn tells_meeting(words: &[String]) -> bool {
    let Chosen { boards, met, awarding, .. } = &GRAMMAR.told_projects;
    let any = |list: &WordList, of: &[String]| of.iter().any(|word| holds(list, word));
    words.iter().enumerate().filter(|(_, word)| holds(met, word)).any(|(at, _)| {
        let behind = &words[at + 1..words.len().min(at + 1 + WORDS_TO_AWARD)];
        any(boards, &words[at.saturating_sub(WORDS_OF_BOARD)..at]) && any(awarding, behind)
    })
}
