//! French and Italian articles and prepositions that lost their vowel to the word after them (`l'eau`, `dell'acqua`).
//!
//! A text keeps them as words of their own, so that a phrase is found as it stands; a question of words leaves them out.

const ELIDED: [&str; 19] = [
    "c", "d", "j", "l", "m", "n", "qu", "s", "t", "jusqu", "lorsqu", "puisqu", "quoiqu", "all", "dall", "dell", "nell", "sull",
    "un",
];

/// Whether this word of `text` is one.
pub(crate) fn is_elided(token: &words::Token<'_>, text: &str) -> bool {
    let mut after = text[token.end..].chars();
    let is_apostrophe = matches!(after.next(), Some('\'' | '’' | '‘' | 'ʼ' | '`' | '´'));
    is_apostrophe && after.next().is_some_and(char::is_alphabetic) && ELIDED.contains(&token.norm.as_ref())
}
