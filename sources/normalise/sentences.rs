//! Cutting a text into sentences, bullets and table cells, as far as rules about "the same sentence" need it.

use std::ops::Range;

/// Abbreviations whose full stop ends no sentence, lower case; words of one or two letters never do.
const ABBREVIATIONS: [&str; 38] = [
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri",
    "sat", "sun", "dr", "mrs", "prof", "bzw", "usw", "inkl", "ggf", "art", "nos", "etc", "approx", "incl", "ave", "av", "janv",
    "févr", "juil", "déc", "aprox",
];

/// Longest number that a full stop after it makes an ordinal ("31. März") and not the end of a sentence ("in 2027. Then").
const ORDINAL_DIGITS: usize = 2;

/// A first cell no longer than this is the label of the next ("Who may apply | Municipalities |").
const LONGEST_LABEL: usize = 40;

/// The sentences of a text, in order, without the white space around them.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = at + c.len_utf8();
        let ends = match c {
            '\n' => !text[start..at].trim_end().ends_with(':'),
            '|' => text[start..at].trim().chars().count() > LONGEST_LABEL || text[start..at].contains('|'),
            '•' | ';' | '!' | '?' | '؟' | '。' => true,
            '.' | '…' => {
                chars.peek().is_none_or(|(_, next)| next.is_whitespace() || matches!(next, '"' | '”' | '»' | ')' | '•'))
                    && !abbreviates(&text[start..at], text[after..].trim_start().chars().next())
            }
            _ => false,
        };
        if ends {
            push(text, start..after, &mut found);
            start = after;
        }
    }
    push(text, start..text.len(), &mut found);
    found
}

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    let end = start + part.trim().len();
    if text[start..end].chars().any(char::is_alphanumeric) {
        found.push(start..end);
    }
}

fn abbreviates(before: &str, next: Option<char>) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if word.chars().all(|c| c.is_ascii_digit()) {
        return !word.is_empty() && word.len() <= ORDINAL_DIGITS && next.is_some_and(char::is_alphabetic);
    }
    if next.is_some_and(char::is_lowercase) {
        return true;
    }
    // The end of an address ("www.cities.fr. Then") is no abbreviation.
    let address = word.len() > 1 && before[..before.len() - word.len()].ends_with('.');
    let latin = !address && word.chars().all(|c| c.is_ascii_alphabetic() || "éèûäöü".contains(c));
    latin && (word.len() <= 2 || ABBREVIATIONS.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::sentences;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn ordinals_and_short_months_end_no_sentence() {
        assert_eq!(
            cut("Frist ist der 31. März 2027. Apply through Dec. 20 online! Wer? Alle"),
            ["Frist ist der 31. März 2027.", "Apply through Dec. 20 online!", "Wer?", "Alle"]
        );
    }

    #[test]
    fn bullets_stand_alone_and_labels_with_what_they_label() {
        assert_eq!(cut("Wer | Städte |\n• מועד:\n1.2.27\n\n"), ["Wer | Städte |", "מועד:\n1.2.27"]);
    }

    proptest! {
        #[test]
        fn every_letter_is_in_exactly_one_sentence(text in "[a-zא-ת0-9 .!?\n|•…]{0,80}") {
            let ranges = sentences(&text);
            prop_assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start));
            let kept: usize = ranges.iter().map(|range| text[range.clone()].chars().filter(|c| c.is_alphanumeric()).count()).sum();
            prop_assert_eq!(kept, text.chars().filter(|c| c.is_alphanumeric()).count());
        }
    }
}
