//! German compounds by their last part: a `Kommunalkonferenz` is a conference, a `Städtewettbewerb` a competition.
//! No list holds all that can be put before such a word; what a head means is what the lists say of the word itself.

use words::Token;

use super::grammar::{GRAMMAR, holds};
use super::{Hit, Lexicon, Tag, Tongue};

/// The one head that is also a price.
const PRIZE: &str = "Preis";

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
    let compound = &GRAMMAR.compound;
    compound.heads.iter().map(String::as_str).find(|head| {
        let split = norm.len().checked_sub(head.len()).and_then(|at| norm.split_at_checked(at));
        split.is_some_and(|(beginning, end)| {
            // Heads are ASCII, and so is the normal form of what is one.
            end.eq_ignore_ascii_case(head)
                && beginning.len() >= SHORTEST_BEGINNING
                && !(head.starts_with(PRIZE) && holds(&compound.prices, beginning))
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
