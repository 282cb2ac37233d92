//! Whose dinar or dirham it is, where only the nation that the text speaks of tells: "100 000 dirhams" in Morocco.

use super::sums::Sum;
use crate::lexicon::grammar::GRAMMAR;
use crate::normalise::dates::lex::fold;

/// Gives sums in a money of several nations the one nation's that the text names; of two it cannot be told.
pub(super) fn of_nation_named(text: &str, found: &mut [Sum]) {
    let shared = |sum: &Sum| {
        let written = text.get(sum.start..sum.end).unwrap_or("");
        let coded = sum.currency.is_some_and(|code| written.contains(code));
        GRAMMAR.currency.shared.iter().any(|(default, ..)| sum.currency == Some(default.as_str())) && !coded
    };
    if !found.iter().any(shared) {
        return;
    }
    let text_folded = fold(text);
    for sum in found.iter_mut().filter(|sum| shared(sum)) {
        let named = GRAMMAR.currency.shared.iter().filter(|(default, stems, _)| {
            sum.currency == Some(default.as_str()) && stems.split(' ').any(|stem| names(&text_folded, stem))
        });
        let codes: Vec<&'static str> = named.map(|(_, _, code)| code.as_str()).collect();
        if let [code] = codes[..] {
            sum.currency = Some(code);
        }
    }
}

/// Does a word of the text begin with this stem, prefix letters aside? "שילוב" is no Libya.
fn names(folded: &str, stem: &str) -> bool {
    const PREFIXES: &str = "ובלמהשכوالبلكف";
    let prefixed = |word: &str| {
        word.find(stem).is_some_and(|at| {
            let ends = &word[at + stem.len()..];
            let is_plural = word.starts_with(|c| ('א'..='ת').contains(&c)) && ends.starts_with("ים");
            word[..at].chars().all(|c| PREFIXES.contains(c)) && !is_plural
        })
    };
    folded.split(|c: char| !c.is_alphanumeric()).any(prefixed)
}
