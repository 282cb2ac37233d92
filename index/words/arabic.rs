//! Arabic words without the article, the conjunction and the prepositions that are written together with them.
//! Works on normal forms.

use crate::script::Script;

/// Chains that hold the article; the word after them is a noun, so two letters are enough.
const WITH_ARTICLE: [&str; 13] = ["ال", "وال", "بال", "كال", "فال", "لل", "ولل", "وبال", "وكال", "فلل", "فبال", "اوال", "كالل"];

/// The conjunction alone begins many words of its own: more must be left.
const CONJUNCTION: &str = "و";

const MIN_LETTERS_AFTER_ARTICLE: usize = 2;
const MIN_LETTERS_AFTER_CONJUNCTION: usize = 4;

/// Each letter of the alphabet in UTF-8.
const LETTER: usize = 2;

/// The word itself, then what is left of it after the article or conjunction that it may begin with.
/// Words of another script are their only base.
pub fn bases(norm: &str) -> Vec<&str> {
    let mut found = vec![norm];
    if Script::of_word(norm) != Script::Arabic {
        return found;
    }
    for chain in WITH_ARTICLE {
        if let Some(rest) = norm.strip_prefix(chain)
            && rest.len() >= MIN_LETTERS_AFTER_ARTICLE * LETTER
        {
            found.push(rest);
        }
    }
    if let Some(rest) = norm.strip_prefix(CONJUNCTION)
        && rest.len() >= MIN_LETTERS_AFTER_CONJUNCTION * LETTER
    {
        found.push(rest);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::bases;
    use crate::normal::normal;

    #[test]
    fn the_article_and_what_is_written_with_it_are_seen_through() {
        for word in ["البلدية", "والبلدية", "للبلدية", "بالبلدية", "وبالبلدية", "وبلدية"]
        {
            assert!(bases(&normal(word)).contains(&normal("بلدية").as_ref()), "{word}");
        }
    }

    #[test]
    fn a_word_that_begins_with_the_conjunctions_letter_is_left_whole() {
        assert_eq!(bases(&normal("وزير")), [normal("وزير")]);
    }
}
