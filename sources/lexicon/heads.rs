//! German compounds by their last part: a `Kommunalkonferenz` is a conference, a `Städtewettbewerb` a competition.
//! No list holds all that can be put before such a word; what a head means is what the lists say of the word itself.

use words::Token;

use super::{Hit, Lexicon, Tag, Tongue};

/// Words that say what kind of thing a compound is, in the forms that titles use; all of them stand in the thesaurus by themselves.
const HEADS: [&str; 28] = [
    "Konferenz",
    "Konferenzen",
    "Kongress",
    "Kongresse",
    "Tagung",
    "Tagungen",
    "Forum",
    "Foren",
    "Gipfel",
    "Symposium",
    "Messe",
    "Messen",
    "Preis",
    "Preise",
    "Wettbewerb",
    "Wettbewerbe",
    "Schulung",
    "Schulungen",
    "Fortbildung",
    "Fortbildungen",
    "Lehrgang",
    "Seminar",
    "Seminare",
    "Workshop",
    "Workshops",
    "Akademie",
    "Austausch",
    "Ausstellung",
];

/// What stands before `preis` where it is a price and no prize.
const PRICES: [&str; 22] = [
    "strom",
    "fahr",
    "ticket",
    "kauf",
    "miet",
    "eintritts",
    "verbraucher",
    "energie",
    "oel",
    "gas",
    "wasser",
    "roh",
    "markt",
    "sonder",
    "einzel",
    "grund",
    "boden",
    "immobilien",
    "gesamt",
    "stand",
    "teilnahme",
    "fest",
];

/// A shorter beginning is hardly a word of its own.
const SHORTEST_BEGINNING: usize = 3;

impl Lexicon {
    /// What the heads of German compounds say of kind and verdict, for nouns that no list knows as a whole.
    pub fn compound_hits(&self, tokens: &[Token<'_>], known: &[Hit]) -> Vec<Hit> {
        let noun = |token: &Token<'_>| token.text.starts_with(char::is_uppercase);
        let of_kind = |tag: Tag| matches!(tag, Tag::Kind(_) | Tag::Verdict(_));
        let mut found = Vec::new();
        for (index, token) in tokens.iter().enumerate().filter(|(_, token)| noun(token)) {
            let told = known.iter().any(|hit| hit.first <= index && index <= hit.last && matches!(hit.tag, Tag::Kind(_)));
            let Some(head) = (!told).then(|| head(&token.norm)).flatten() else { continue };
            let meant = self.hits(&words::tokens(head), Some(Tongue::De)).into_iter().filter(|hit| of_kind(hit.tag));
            found.extend(meant.map(|hit| Hit { tag: hit.tag, first: index, last: index, start: token.start, end: token.end }));
        }
        found
    }
}

/// The head of a compound in normal form.
fn head(norm: &str) -> Option<&'static str> {
    HEADS.into_iter().find(|head| {
        let split = norm.len().checked_sub(head.len()).and_then(|at| norm.split_at_checked(at));
        split.is_some_and(|(beginning, end)| {
            // Heads are ASCII, and so is the normal form of what is one.
            end.eq_ignore_ascii_case(head)
                && beginning.len() >= SHORTEST_BEGINNING
                && !(head.starts_with("Preis") && PRICES.contains(&beginning))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::head;

    #[test]
    fn a_compound_is_what_its_last_part_is() {
        let read = |word: &str| head(&words::normal(word));
        assert_eq!(read("Kommunalkonferenz"), Some("Konferenz"));
        assert_eq!(read("Städtewettbewerb"), Some("Wettbewerb"));
        assert_eq!(read("Bürgermeistertagungen"), Some("Tagungen"));
        assert_eq!(read("Regionalmesse"), Some("Messe"));
    }

    #[test]
    fn a_price_is_no_prize_and_a_word_by_itself_no_compound() {
        let read = |word: &str| head(&words::normal(word));
        assert_eq!(read("Strompreise"), None);
        assert_eq!(read("Teilnahmepreis"), None);
        assert_eq!(read("Messe"), None);
        assert_eq!(read("Plattform"), None);
    }
}
