//! Names of money: signs, codes, words, to ISO 4217.
//! Knows where a name stands, not what it costs.

use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::dates::lex::fold;

/// Does this currency have thousandths?
pub(super) fn has_thousandths(code: &str) -> bool {
    holds(&GRAMMAR.currency.thousandths, code)
}

/// The currency that starts at `text[0]`, and its length in bytes.
pub(super) fn at_start(text: &str) -> Option<(&'static str, usize)> {
    if let Some((sign, code)) = GRAMMAR.currency.signs.iter().find(|(sign, _)| text.starts_with(sign.as_str())) {
        return Some((code, sign.len()));
    }
    let word = word_at_start(text);
    // "Depuis 1986 l'Observatoire": an elided article is no lempira.
    if word.chars().count() == 1 && (word.starts_with(char::is_lowercase) || text[word.len()..].starts_with(['\'', '’'])) {
        return None;
    }
    let own = named(word);
    if own.is_some() || is_national_noun(word) {
        let behind = national_behind(&text[word.len()..]).map(|(code, length)| (code, word.len() + length));
        return behind.or(own.map(|code| (code, word.len())));
    }
    None
}

/// The adjective that `text` starts with: its currency and its length.
fn national(text: &str) -> Option<(&'static str, usize)> {
    let word = word_at_start(text);
    let second = text[word.len()..].strip_prefix(' ').map_or("", word_at_start);
    let one = fold(word);
    let two = if second.is_empty() { String::new() } else { format!("{one} {}", fold(second)) };
    GRAMMAR.currency.national.iter().find_map(|(adjectives, code)| {
        adjectives.split('|').find_map(|adjective| {
            let length = if adjective == one { word.len() } else { word.len() + 1 + second.len() };
            (!one.is_empty() && (adjective == one || adjective == two)).then_some((code.as_str(), length))
        })
    })
}

/// "dollars canadiens": the adjective and its length, the space before it included.
fn national_behind(rest: &str) -> Option<(&'static str, usize)> {
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    let (code, length) = national(&rest[spaces..]).filter(|_| spaces > 0)?;
    Some((code, spaces + length))
}

/// "Canadian Dollars", "Swiss francs" after a sum, and its length in bytes.
pub(super) fn qualified(text: &str) -> Option<(&'static str, usize)> {
    let (code, length) = national(text)?;
    let rest = &text[length..];
    let gap = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '-']).len();
    let noun = word_at_start(&rest[gap..]);
    let is_money = named(noun).is_some() || is_national_noun(noun);
    (gap > 0 && is_money).then_some((code, length + gap + noun.len()))
}

/// The money that a word behind "$ 5.000" names, in brackets or not, with the length of all; none of it where only "pesos" is said.
pub(super) fn behind_sign(text: &str) -> Option<(Option<&'static str>, usize)> {
    let rest = text.strip_prefix('(').unwrap_or(text);
    let open = text.len() - rest.len();
    if !rest.starts_with(char::is_alphabetic) {
        return None;
    }
    let told = at_start(rest).map(|(code, length)| (Some(code), length));
    let word = word_at_start(rest);
    let (code, length) = told.or_else(|| is_national_noun(word).then_some((None, word.len())))?;
    // "$50 EUR 45": the code is the next sum's.
    let theirs = rest[length..].trim_start_matches([' ', '\u{a0}']).starts_with(|c: char| c.is_ascii_digit());
    (!theirs).then_some((code, open + length))
}

fn is_national_noun(word: &str) -> bool {
    !word.is_empty() && holds(&GRAMMAR.currency.national_nouns, &fold(word))
}

/// The currency that ends where `text` ends, and where it starts.
pub(super) fn at_end(text: &str) -> Option<(&'static str, usize)> {
    if let Some((sign, code)) = GRAMMAR.currency.signs.iter().find(|(sign, _)| text.ends_with(sign.as_str())) {
        let start = text.len() - sign.len();
        // "NZD $100": the code before the sign says which dollar.
        if sign == "$"
            && let Some((other, from)) =
                at_end(text[..start].trim_end_matches([' ', '\u{a0}'])).filter(|(code, _)| code.ends_with('D'))
        {
            return Some((other, from));
        }
        return Some((code, start));
    }
    let cut = text.trim_end_matches(['.', ':']);
    let start = cut.rfind(|c: char| !is_word_char(c)).map_or(0, |at| at + cut[at..].chars().next().map_or(1, char::len_utf8));
    let word = &cut[start..];
    // "New Delhi-l l 0067": one small letter is a misread digit rather than money.
    if word.len() == 1 && word.starts_with(|c: char| c.is_ascii_lowercase()) {
        return None;
    }
    named(word).map(|code| (code, start))
}

/// The first currency that a text names anywhere.
pub(super) fn anywhere(text: &str) -> Option<&'static str> {
    let mut best: Option<(usize, &'static str)> = None;
    for (sign, code) in &GRAMMAR.currency.signs {
        if let Some(at) = text.find(sign.as_str())
            && best.is_none_or(|(first, _)| at < first)
        {
            best = Some((at, code));
        }
    }
    if best.is_some() {
        return best.map(|(_, code)| code);
    }
    // One letter alone names no money, unless it is all there is.
    let lonely = text.trim().chars().count() <= 2;
    text.split(|c: char| !is_word_char(c)).filter(|word| word.chars().count() > 1 || lonely).find_map(named)
}

fn is_word_char(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '"' | '״' | '”' | '\u{591}'..='\u{5c7}')
}

fn word_at_start(text: &str) -> &str {
    let end = text.find(|c: char| !is_word_char(c)).unwrap_or(text.len());
    text[..end].trim_end_matches(['"', '”'])
}

fn named(word: &str) -> Option<&'static str> {
    if word.is_empty() || word.len() > 24 {
        return None;
    }
    // Most words are no code, and need not be looked for among them.
    let is_code = word.len() == 3 && word.bytes().all(|letter| letter.is_ascii_uppercase());
    if is_code && let Some(code) = GRAMMAR.currency.codes.iter().find(|code| code.as_str() == word) {
        return Some(code);
    }
    let folded = fold(word);
    GRAMMAR.currency.names.iter().find(|(names, _)| names.split(' ').any(|name| name == folded)).map(|(_, code)| code.as_str())
}
