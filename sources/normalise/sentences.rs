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
                let stands_free =
                    chars.peek().is_none_or(|(_, next)| next.is_whitespace() || matches!(next, '"' | '”' | '»' | ')' | '•'));
                stands_free && !abbreviates(&text[start..at], text[after..].trim_start().chars().next())
                    || !stands_free && lost_its_space(&text[start..at], &text[after..])
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
    // `ת.ד. 12`.
    if word.chars().count() == 1 && before[..before.len() - word.len()].ends_with('.') {
        return true;
    }
    // The end of an address ("www.cities.fr. Then") is no abbreviation.
    let address = word.len() > 1 && before[..before.len() - word.len()].ends_with('.');
    let latin = !address && word.chars().all(|c| c.is_ascii_alphabetic() || "éèûäöü".contains(c));
    latin && (word.len() <= 2 || ABBREVIATIONS.contains(&word.to_lowercase().as_str()))
}

/// A word shorter than this before a full stop may be an abbreviation.
const SHORTEST_WORD: usize = 3;

/// The digits of a year, behind which a full stop is no ordinal's.
const DIGITS_OF_A_YEAR: usize = 4;

/// Whether a full stop without a space behind it ends a sentence, as where a page was pasted together ("by 3 May.Towns may apply",
/// `בישראל.תנאי סף`), and stands in no address, number or abbreviation (`ת.ד`, "e.g.").
fn lost_its_space(before: &str, after: &str) -> bool {
    let is_hebrew = |c: char| ('א'..='ת').contains(&c);
    let next: Vec<char> = after.chars().take(2).collect();
    let begins = match next[..] {
        [first, second] => is_hebrew(first) && is_hebrew(second) || first.is_uppercase() && second.is_lowercase(),
        _ => false,
    };
    let word = before.rsplit(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '״' | '\'' | '׳')).next().unwrap_or_default();
    let in_address = || before[..before.len() - word.len()].ends_with(['.', '/', '@', '-', '_']);
    let ends = if word.is_empty() {
        before.ends_with([')', ']', '”', '»', '₪', '€', '%'])
    } else if word.bytes().all(|byte| byte.is_ascii_digit()) {
        word.len() == DIGITS_OF_A_YEAR
    } else {
        word.chars().nth(SHORTEST_WORD - 1).is_some()
            && word.chars().all(|c| is_hebrew(c) || c.is_lowercase() || matches!(c, '"' | '״' | '\'' | '׳'))
            && !in_address()
    };
    begins && ends
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
    fn a_full_stop_that_lost_its_space_ends_a_sentence_and_one_in_a_name_does_not() {
        for text in [
            "Apply by 3 May 2027.|Towns may apply (all of them).|The rest follows.|Each gets money.",
            "הפרסים יחולקו בין רשויות בישראל.|תנאי סף: רשויות מוזמנות.|המועד 21/6/2018.|הזוכים ייבחרו על ידי משכ\"ל.|לצד אלה פרסים.",
            "Die Stadt lädt ein.|Vereine bewerben sich.",
        ] {
            assert_eq!(cut(&text.replace('|', "")), text.split('|').collect::<Vec<_>>(), "{text}");
        }
        for whole in [
            "Write to office@town.Gov or see www.town.Info today",
            "ת.ד. 12 בחיפה, ע.ר 58",
            "the site Cities.eu and node.js",
            "am 3.Mai in der St.Anna-Gasse",
            "Version 2.Beta and J.Smith",
        ] {
            assert_eq!(cut(whole), [whole]);
        }
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
