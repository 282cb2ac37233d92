//! What the same keys give when the keyboard is set to the other language: `akuo` is `שלום`.

use words::Script;

/// The letters of a Latin keyboard and of the Israeli one (SI 1452), key by key. Keys that write a sign in one of the two part words there,
/// and are left out.
const LATIN: &str = "ertyuiopasdfghjklzxcvbnm";
const HEBREW: &str = "קראטוןםפשדגכעיחלךזסבהנמצ";

/// Shorter ones are many words by chance.
const MIN_LETTERS: usize = 3;

/// The word on the other keyboard, where each of its letters has a key there. Final letters may have become others in a normal form.
pub(crate) fn other_layout(word: &str) -> Option<String> {
    let (from, to) = match Script::of_word(word) {
        Script::Hebrew => (HEBREW, LATIN),
        _ => (LATIN, HEBREW),
    };
    let exchanged = |letter: char| from.chars().zip(to.chars()).find(|(known, _)| *known == letter).map(|(_, other)| other);
    let other: String = word.chars().map(exchanged).collect::<Option<_>>()?;
    (other.chars().count() >= MIN_LETTERS).then_some(other)
}

#[cfg(test)]
mod tests {
    use super::{HEBREW, LATIN, other_layout};

    #[test]
    fn the_same_keys_give_a_word_of_the_other_language() {
        assert_eq!(LATIN.chars().count(), HEBREW.chars().count());
        assert_eq!(other_layout("akuo").as_deref(), Some("שלום"));
        assert_eq!(other_layout("xcyv").as_deref(), Some("סבטה"));
        assert_eq!(other_layout("ךקקג").as_deref(), Some("leed"));
        for word in ["2027", "ak", "été", "w"] {
            assert_eq!(other_layout(word), None, "{word}");
        }
    }
}
