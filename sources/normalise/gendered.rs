//! Words that name women and men at once: "Mitarbeiter:innen", "candidat·e·s", "alumnos/as", "אזרחי/יות". Cut at their mark they are two
//! words, and a phrase that goes on behind them is torn; here they are the plain word of which the lists know.

use std::borrow::Cow;

use words::{Script, Token};

use crate::lexicon::grammar::{GRAMMAR, holds};

/// "E-mail", "a/s": what stands before the mark is a word, so many letters at least.
const SHORTEST_WORD: usize = 3;

/// Takes the second endings out, and gives the word before the ending that the list has for several.
pub(super) fn without_second_endings<'t>(tokens: Vec<Token<'t>>, text: &'t str) -> Vec<Token<'t>> {
    let mut plain: Vec<Token<'t>> = Vec::with_capacity(tokens.len());
    let mut end = 0;
    for token in tokens {
        let mark = text.get(end..token.start).unwrap_or_default();
        let is_second = plain.last().is_some_and(|word| is_second_ending(word, mark, &token, text));
        end = token.end;
        match plain.last_mut().filter(|_| is_second) {
            Some(word) => {
                set_in_plural(word, token.text);
                (word.end, word.text) = (token.end, &text[word.start..token.end]);
            }
            None => plain.push(token),
        }
    }
    plain
}

fn is_second_ending(word: &Token<'_>, mark: &str, ending: &Token<'_>, text: &str) -> bool {
    // Most words stand behind a space.
    if mark == " " || mark.is_empty() || word.text.chars().count() < SHORTEST_WORD {
        return false;
    }
    // An address goes on, and so does what stands in brackets: "Projekt(in Berlin)".
    let next = text.get(ending.end..).and_then(|rest| rest.chars().next());
    let goes_on = next.is_some_and(|c| matches!(c, '@' | '_')) || mark.starts_with('(') && next != Some(')');
    let gendered = &GRAMMAR.gendered;
    let of_any = holds(&gendered.marks, mark) && holds(&gendered.endings, ending.text);
    let of_some = holds(&gendered.weak_marks, mark) && holds(&gendered.weak_endings, ending.text);
    !goes_on && Script::of_word(word.text) == Script::of_word(ending.text) && (of_any || of_some)
}

/// "Hospitant:innen" are "Hospitanten", "candidat·e·s" "candidats"; "Mitarbeiter:innen" and "אזרחי/יות" are plain already.
fn set_in_plural(word: &mut Token<'_>, ending: &str) {
    let Some((_, plural)) = GRAMMAR.gendered.plurals.iter().find(|(of, _)| of == ending) else { return };
    let is_plural = word.norm.ends_with(plural.as_str());
    let unchanged = |last: &String| word.norm.ends_with(last.as_str());
    if !(is_plural || plural == "en" && GRAMMAR.gendered.unchanged.iter().any(unchanged)) {
        word.norm = Cow::Owned(format!("{}{plural}", word.norm));
    }
}

#[cfg(test)]
mod tests {
    use super::without_second_endings;

    fn plain(text: &str) -> Vec<String> {
        let tokens = without_second_endings(words::tokens(text), text);
        tokens.into_iter().map(|token| token.norm.into_owned()).collect()
    }

    #[test]
    fn a_second_ending_is_no_word() {
        for (gendered, one) in [
            ("Mitarbeiter:innen der Schulen", "Mitarbeiter der Schulen"),
            ("Bürger*innen", "Bürger"),
            ("Hospitant_innen gesucht", "Hospitanten gesucht"),
            ("Teilnehmer/-innen", "Teilnehmer"),
            ("Bewerber/in sein", "Bewerber sein"),
            ("étudiant·e·s de Lyon", "étudiants de Lyon"),
            ("candidat.e.s retenus", "candidats retenus"),
            ("étudiant(e)s de Lyon", "étudiants de Lyon"),
            ("habitant-e-s", "habitants"),
            ("alumnos/as de Soria", "alumnos de Soria"),
            ("אזרחי/יות ישראל", "אזרחי ישראל"),
            ("מועמדים/ות מהצפון", "מועמדים מהצפון"),
            ("חוקרים.ות מחיפה", "חוקרים מחיפה"),
            ("applicant(s) from Kent", "applicants from Kent"),
            ("مشارك/ة من حلب", "مشارك من حلب"),
        ] {
            assert_eq!(plain(gendered), plain(one), "{gendered}");
        }
    }

    #[test]
    fn other_short_words_behind_a_mark_stay() {
        for (text, count) in [
            ("Teilnehmer: in Berlin", 3),
            ("Stadt/Land", 2),
            ("Apply.in time", 3),
            ("Projekt(in Berlin)", 3),
            ("www.towns.es", 3),
            ("ישראל/יוון", 2),
            ("e-mail", 2),
            ("תל-אביב", 2),
            ("info.e@towns.example", 4),
        ] {
            assert_eq!(plain(text).len(), count, "{text}");
        }
    }
}
