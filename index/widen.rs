//! Widening a question: beside each meaning that the thesaurus knows stand its names in all languages.
//!
//! Only plain words are widened. What is quoted, asked of the title, negated or given as a beginning is meant literally: so a
//! reader can always ask for the word alone.

use crate::analysis::is_stem_in;
use crate::query::Notice;
use crate::stopwords::is_stopword;
use crate::thesaurus::{Meaning, Term, Thesaurus};
use crate::typed::{Typed, Unit, Word};

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
    while let Some(word) = words.get(at) {
        let rest: Vec<&Word> = words[at..].iter().collect();
        let mut meanings = thesaurus.meanings(&rest, at_most);
        let languages = thesaurus.languages_of(&meanings);
        meanings.dedup_by_key(|meaning| meaning.concept);
        // A stop word alone that happens to be some name's spelling (`und`, `UND`) is a stop word.
        let is_name = |length: &usize| *length > 1 || !is_stopword(&word.terms.exact);
        let Some(length) = meanings.first().map(|meaning| meaning.length).filter(is_name) else {
            groups.push(vec![Unit::Words(vec![word.clone()])]);
            at += 1;
            continue;
        };
        let read: Vec<Word> = words[at..at + length].iter().map(|word| of_languages(word, &languages)).collect();
        // Within a name of several words each may have a meaning of its own; the name alone is told.
        let typed = match length {
            1 => vec![vec![Unit::Words(read.clone())]],
            _ => self::groups(&read, length - 1, thesaurus, &mut Vec::new()),
        };
        // A word alone has too many meanings for the others of its language to stand for it.
        let script = words::Script::of_word(&word.terms.exact);
        let stands_for = |name: &&Term| length > 1 || script == words::Script::Other || name.script() != script;
        let names = meanings.iter().flat_map(|meaning| thesaurus.terms(meaning.concept)).filter(stands_for).cloned().collect();
        told.extend(tell(&read, &meanings, thesaurus));
        groups.push(vec![Unit::Meaning { typed, names }]);
        at += length;
    }
    groups
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
    use crate::typed::{Unit, understand};

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
}
