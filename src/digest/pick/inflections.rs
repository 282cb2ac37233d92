//! The forms that a word may have in a notice, for whoever wrote one of them: plurals and endings, as the pattern language of
//! [`words::Phrases`] has them. Prefix letters, case and marks need none.

use words::Script;

/// Shorter words are taken as they stand, and in the plural: with any ending, `art` would be an article and `port` a portal.
const SHORTEST_WITH_ENDINGS: usize = 5;
/// A Hebrew word says more with each letter.
const SHORTEST_HEBREW_WITH_ENDINGS: usize = 4;
/// With an ending more, two letters are another word (ים, ימים).
const SHORTEST_HEBREW_WITH_PLURAL: usize = 3;

/// "Coast" is also looked for as "coastal" and "coasts", "port" as "ports", "city" as "cities", תזמורת as תזמורות.
pub(super) fn forms(word: &str) -> Vec<String> {
    let last = word.split_whitespace().last().unwrap_or_default();
    let letters = last.chars().count();
    if Script::of_word(last) == Script::Hebrew {
        return hebrew(word, letters);
    }
    // City, cities.
    let before_y = last.strip_suffix('y').filter(|stem| stem.is_ascii() && !stem.ends_with(['a', 'e', 'o', 'u']));
    let cities = before_y.filter(|stem| stem.len() > 1).and_then(|_| word.strip_suffix('y')).map(|stem| format!("{stem}ies"));
    let others = if letters >= SHORTEST_WITH_ENDINGS || (letters + 1 == SHORTEST_WITH_ENDINGS && !last.is_ascii()) {
        vec![format!("{word}*")]
    } else if last.is_ascii() {
        vec![word.to_owned(), format!("{word}s")]
    } else {
        vec![word.to_owned()]
    };
    others.into_iter().chain(cities).collect()
}

fn hebrew(word: &str, letters: usize) -> Vec<String> {
    if letters < SHORTEST_HEBREW_WITH_ENDINGS {
        let endings: &[&str] = if letters < SHORTEST_HEBREW_WITH_PLURAL { &[""] } else { &["", "ים", "ות", "י"] };
        return endings.iter().map(|ending| format!("{word}{ending}")).collect();
    }
    let instead = |ending: &str, others: &[&str]| -> Vec<String> {
        let stem = word.strip_suffix(ending).unwrap_or(word);
        others.iter().map(|other| format!("{stem}{other}")).collect()
    };
    let others = match word {
        // תזמורות: תזמורת; שכונות: שכונה.
        _ if word.ends_with("ות") => instead("ות", &["ת", "ה"]),
        _ if word.ends_with("ים") => instead("ים", &["", "י"]),
        _ if word.ends_with('ה') => instead("ה", &["ת", "ות"]),
        _ if word.ends_with('ת') => instead("ת", &["ות"]),
        _ => Vec::new(),
    };
    std::iter::once(format!("{word}*")).chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::forms;

    #[test]
    fn a_word_is_looked_for_in_its_forms() {
        assert_eq!(forms("coast"), ["coast*"]);
        assert_eq!(forms("port"), ["port", "ports"]);
        assert_eq!(forms("old city"), ["old city", "old citys", "old cities"]);
        assert_eq!(forms("תזמורת"), ["תזמורת*", "תזמורות"]);
        assert_eq!(forms("תזמורות"), ["תזמורות*", "תזמורת", "תזמורה"]);
        assert_eq!(forms("שיר"), ["שיר", "שירים", "שירות", "שירי"]);
        assert_eq!(forms("ים"), ["ים"]);
    }
}
