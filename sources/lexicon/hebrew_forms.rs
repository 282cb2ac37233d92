//! The other forms of a Hebrew word of the lists: gender and number are endings, and a list that holds one form means all of them.

/// Shorter words have forms that are words of their own: מים (water) before a noun would be מי (who).
const SHORTEST: usize = 4;
const SHORTEST_PLURAL: usize = 5;

/// The forms that a text may have in place of a word or of a phrase of two, without that itself; none for others and other scripts.
pub(super) fn forms(term: &str) -> Vec<String> {
    let is_hebrew = |word: &str| word.chars().all(|letter| ('א'..='ת').contains(&letter));
    match term.split(' ').collect::<Vec<_>>()[..] {
        [word] if is_hebrew(word) => of_word(word),
        [first, second] if is_hebrew(first) => {
            plural_before_noun(first).map(|plural| format!("{plural} {second}")).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn of_word(word: &str) -> Vec<String> {
    let letters = word.chars().count();
    let with = |stem: &str, endings: &[&str]| endings.iter().map(|ending| format!("{stem}{ending}")).collect();
    if letters < SHORTEST {
        return Vec::new();
    }
    if word.ends_with('י') {
        // סולארי: סולארית, סולאריים, סולאריות, and סולארים as it is often spelt.
        return with(word, &["ת", "ים", "ות", "ם"]);
    }
    if let Some(stem) = word.strip_suffix("ים").filter(|_| letters >= SHORTEST_PLURAL) {
        // תלמידים: תלמידי.
        return with(stem, &["י"]);
    }
    if let Some(stem) = word.strip_suffix('ה') {
        // שכונה: שכונת, שכונות.
        return with(stem, &["ת", "ות"]);
    }
    Vec::new()
}

/// "אזור תעסוקה" is many as "אזורי תעסוקה", "תחנת רכבת" as "תחנות רכבת".
fn plural_before_noun(first: &str) -> Option<String> {
    let last = first.chars().last()?;
    let stem = &first[..first.len() - last.len_utf8()];
    if first.chars().count() < SHORTEST - 1 || first.ends_with("ות") {
        return None;
    }
    match last {
        'ת' => Some(format!("{stem}ות")),
        'ן' => Some(format!("{stem}ני")),
        'י' | 'ה' | 'ם' | 'ך' | 'ף' | 'ץ' => None,
        _ => Some(format!("{first}י")),
    }
}

#[cfg(test)]
mod tests {
    use super::forms;

    #[test]
    fn adjectives_plurals_and_feminine_nouns_have_their_endings() {
        assert_eq!(forms("סולארי"), ["סולארית", "סולאריים", "סולאריות", "סולארים"]);
        assert_eq!(forms("תלמידים"), ["תלמידי"]);
        assert_eq!(forms("שכונה"), ["שכונת", "שכונות"]);
    }

    #[test]
    fn of_two_nouns_the_first_stands_in_the_plural() {
        assert_eq!(forms("אזור תעסוקה"), ["אזורי תעסוקה"]);
        assert_eq!(forms("תחנת רכבת"), ["תחנות רכבת"]);
        assert_eq!(forms("מועדון נוער"), ["מועדוני נוער"]);
    }

    #[test]
    fn short_words_longer_phrases_and_other_scripts_have_none() {
        for word in ["מים", "דת", "בתי ספר", "גיל הגן הרך", "solar", "green roof", "צח\"י", "אמן"] {
            assert!(forms(word).is_empty(), "{word}");
        }
    }
}
