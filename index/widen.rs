//! Widening a question: beside each meaning that the thesaurus knows stand its names in all languages.
//!
//! Only plain words are widened. What is quoted, asked of the title, negated or given as a beginning is meant literally: so a
//! reader can always ask for the word alone.

use crate::analysis::is_stem_in;
use crate::query::Notice;
use crate::stopwords::is_stopword;
use crate::thesaurus::{Meaning, Term, Thesaurus};
use crate::typed::Typed;
use crate::unit::{Unit, Word};

/// Between the words typed and what they were widened by.
const ARROW: &str = " → ";

/// A word of several meanings has more names than anybody reads.
const MAX_NAMES_TOLD: usize = 6;

/// Adds the names of the meanings to what was typed, and tells of it.
pub(crate) fn widen(typed: &mut Typed, thesaurus: &Thesaurus) {
    let mut told = Vec::new();
    let mut wanted = Vec::new();
    let mut plain: Vec<Word> = Vec::new();
    for alternatives in std::mem::take(&mut typed.wanted) {
        match <[Unit; 1]>::try_from(alternatives) {
            // Neighbours may be one name together (`ערים תאומות`).
            Ok([Unit::Words(words)]) => plain.extend(words),
            other => {
                let alternatives = other.map_or_else(|several| several, Vec::from);
                wanted.extend(groups(&std::mem::take(&mut plain), usize::MAX, thesaurus, &mut told));
                wanted.push(alternatives.into_iter().map(|unit| alternative(unit, thesaurus, &mut told)).collect());
            }
        }
    }
    wanted.extend(groups(&plain, usize::MAX, thesaurus, &mut told));
    typed.wanted = wanted;
    if !told.is_empty() {
        typed.notices.push(Notice { code: "widened".to_owned(), detail: told.join("; ") });
    }
}

/// One of several alternatives, widened.
fn alternative(unit: Unit, thesaurus: &Thesaurus, told: &mut Vec<String>) -> Unit {
    match unit {
        Unit::Words(words) => Unit::Meaning { typed: groups(&words, usize::MAX, thesaurus, told), names: Vec::new() },
        literal => literal,
    }
}

/// Neighbouring words, cut into names of at most so many words that the thesaurus knows and words that it does not.
fn groups(words: &[Word], at_most: usize, thesaurus: &Thesaurus, told: &mut Vec<String>) -> Vec<Vec<Unit>> {
    let mut groups = Vec::new();
    let mut at = 0;
    for meanings in cut(words, at_most, thesaurus) {
        let Some(length) = meanings.first().map(|meaning| meaning.length) else {
            groups.push(vec![Unit::Words(vec![words[at].clone()])]);
            at += 1;
            continue;
        };
        groups.push(vec![named(&words[at..at + length], meanings, thesaurus, told)]);
        at += length;
    }
    groups
}

/// A name that was read, with the names that it has elsewhere.
fn named(words: &[Word], mut meanings: Vec<Meaning>, thesaurus: &Thesaurus, told: &mut Vec<String>) -> Unit {
    let languages = thesaurus.languages_of(&meanings);
    meanings.dedup_by_key(|meaning| meaning.concept);
    let read: Vec<Word> = words.iter().map(|word| of_languages(word, &languages)).collect();
    // Within a name of several words each may have a meaning of its own; the name alone is told.
    let typed = match read.len() {
        1 => vec![vec![Unit::Words(read.clone())]],
        length => groups(&read, length - 1, thesaurus, &mut Vec::new()),
    };
    // A single word may mean so much that the others of its language do not stand for it: those that are plainer than it do, and all
    // do where it has one meaning.
    let script = words::Script::of_word(&words[0].terms.exact);
    let is_plain = words.len() > 1 || script == words::Script::Other || matches!(&*meanings, [only] if only.is_literal());
    let is_typed = |name: &Term| matches!((&*name.words, words), ([name], [word]) if name.terms.exact == word.terms.exact);
    let stands_for = |name: &&Term| (is_plain || name.script() != script || name.words.len() > 1) && !is_typed(name);
    let names = meanings.iter().flat_map(|meaning| thesaurus.terms(meaning.concept)).filter(stands_for).cloned().collect();
    told.extend(tell(&read, &meanings, thesaurus));
    Unit::Meaning { typed, names }
}

/// How much of some words a way of cutting them understands; more is better, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Understood {
    words: usize,
    literal: usize,
    /// One name of two words says more than two names of one.
    longest: usize,
}

/// The best way to cut the words: each piece what a name may mean, or nothing where one word is no name.
///
/// Judged over all words: `קידום בריאות הנפש` is the promotion of mental health, and no "health promotion" of the soul. Of two ways that
/// understand as much, what is special is kept together: in Semitic languages it stands last, in "organic waste separation" first.
fn cut(words: &[Word], at_most: usize, thesaurus: &Thesaurus) -> Vec<Vec<Meaning>> {
    // From the end, so that what follows a piece is judged already: how much is understood from here on, and the first piece of it.
    let mut best: Vec<(Understood, Vec<Meaning>)> = vec![(Understood::default(), Vec::new()); words.len() + 1];
    for at in (0..words.len()).rev() {
        best[at].0 = best[at + 1].0;
        let first_is_special = words::Script::of_word(&words[at].terms.exact) == words::Script::Other;
        let mut is_read = false;
        for meanings in readings(&words[at..], at_most, thesaurus) {
            let Some(first) = meanings.first().copied() else { continue };
            let after = best[at + first.length].0;
            let understood = Understood {
                words: after.words + first.length,
                literal: after.literal + if meanings.iter().any(Meaning::is_literal) { first.length } else { 0 },
                longest: after.longest.max(first.length),
            };
            if understood > best[at].0 || (understood == best[at].0 && first_is_special && !is_read) {
                best[at] = (understood, meanings);
                is_read = true;
            }
        }
    }
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let piece = std::mem::take(&mut best[at].1);
        at += piece.first().map_or(1, |meaning| meaning.length);
        pieces.push(piece);
    }
    pieces
}

/// What the first words may mean, the longest name first.
fn readings(words: &[Word], at_most: usize, thesaurus: &Thesaurus) -> Vec<Vec<Meaning>> {
    let rest: Vec<&Word> = words.iter().collect();
    let mut readings = Vec::new();
    let mut at_most = at_most.min(words.len());
    while at_most > 0 {
        let meanings = thesaurus.meanings(&rest, at_most);
        let Some(length) = meanings.first().map(|meaning| meaning.length) else { break };
        // A stop word alone that happens to be some name's spelling (`und`, `UND`) is a stop word.
        if length > 1 || !is_stopword(&words[0].terms.exact) {
            readings.push(meanings);
        }
        at_most = length - 1;
    }
    readings
}

/// The word with the stems that it has in these languages: a word known to be Spanish is no form of an English one.
fn of_languages(word: &Word, languages: &[&str]) -> Word {
    let mut word = word.clone();
    if !languages.is_empty() && words::Script::of_word(&word.terms.exact) == words::Script::Other {
        word.terms.stems.retain(|stem| languages.iter().any(|lang| is_stem_in(stem, lang)));
    }
    word
}

/// `פסולת → waste, déchets, Abfall`: the usual name in each language but the one that was typed.
fn tell(named: &[Word], meanings: &[Meaning], thesaurus: &Thesaurus) -> Option<String> {
    let typed = named.iter().map(|word| word.typed.as_str()).collect::<Vec<_>>().join(" ");
    let own_script = named.first().map(|word| words::Script::of_word(&word.terms.exact));
    let mut usual: Vec<&str> = Vec::new();
    for meaning in meanings {
        let mut languages: Vec<&str> = Vec::new();
        for term in thesaurus.terms(meaning.concept) {
            if languages.contains(&term.lang.as_str()) {
                continue;
            }
            languages.push(&term.lang);
            let is_typed = term.written.eq_ignore_ascii_case(&typed);
            let is_other = own_script == Some(words::Script::Other) || Some(term.script()) != own_script;
            if is_other && !is_typed && !usual.contains(&term.written.as_str()) {
                usual.push(&term.written);
            }
        }
    }
    usual.truncate(MAX_NAMES_TOLD);
    (!usual.is_empty()).then(|| format!("{typed}{ARROW}{}", usual.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::widen;
    use crate::thesaurus::Thesaurus;
    use crate::typed::understand;
    use crate::unit::Unit;

    fn thesaurus() -> Thesaurus {
        let concept =
            |terms: &[(&str, &str)]| terms.iter().map(|(lang, term)| ((*lang).to_owned(), (*term).to_owned())).collect();
        Thesaurus::new([
            concept(&[("he", "פסולת"), ("he", "אשפה"), ("en", "waste"), ("fr", "déchets"), ("de", "Abfall*")]),
            concept(&[("he", "ערים תאומות"), ("en", "twin towns")]),
            concept(&[("he", "ערים"), ("en", "cities")]),
        ])
    }

    fn told(text: &str) -> Vec<String> {
        let mut typed = understand(text, 0);
        widen(&mut typed, &thesaurus());
        typed.notices.into_iter().map(|notice| format!("{}: {}", notice.code, notice.detail)).collect()
    }

    #[test]
    fn the_answer_tells_the_usual_name_in_each_other_language() {
        assert_eq!(told("הפסולת"), ["widened: הפסולת → waste, déchets, Abfall"]);
        assert_eq!(
            told("מענק ערים תאומות ו waste OR zoo"),
            ["widened: ערים תאומות → twin towns; waste → פסולת, déchets, Abfall"]
        );
    }

    #[test]
    fn what_is_meant_literally_is_not_widened() {
        for text in ["\"פסולת\"", "-פסולת", "title:פסולת", "פסול*", "kind:waste"] {
            assert_eq!(told(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn words_within_a_name_keep_their_own_meaning() {
        let mut typed = understand("ערים תאומות", 0);
        widen(&mut typed, &thesaurus());
        let [Unit::Meaning { typed: inner, names }] = typed.wanted[0].as_slice() else { panic!("{typed:?}") };
        assert_eq!((typed.wanted.len(), names.len()), (1, 2));
        assert!(matches!(inner[0].as_slice(), [Unit::Meaning { names, .. }] if names.len() == 1));
        assert!(matches!(inner[1].as_slice(), [Unit::Words(_)]));
    }

    #[test]
    fn a_question_is_cut_where_most_of_it_is_understood() {
        let concept =
            |terms: &[(&str, &str)]| terms.iter().map(|(lang, term)| ((*lang).to_owned(), (*term).to_owned())).collect();
        let thesaurus = Thesaurus::new([
            concept(&[("he", "קידום בריאות"), ("en", "health promotion")]),
            concept(&[("he", "בריאות הנפש"), ("en", "mental health")]),
            concept(&[("he", "פסולת אורגנית"), ("en", "organic waste")]),
            concept(&[("he", "הפרדת פסולת"), ("en", "waste separation")]),
        ]);
        for (typed, cut) in [
            ("קידום בריאות הנפש", "בריאות הנפש → mental health"),
            ("organic waste separation", "organic waste → פסולת אורגנית"),
            ("הפרדת פסולת אורגנית", "פסולת אורגנית → organic waste"),
            ("קידום בריאות ברשות", "קידום בריאות → health promotion"),
        ] {
            let mut typed = understand(typed, 0);
            widen(&mut typed, &thesaurus);
            assert_eq!(typed.notices[0].detail, cut);
        }
    }
}
