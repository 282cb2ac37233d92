//! Whose dinar, dollar or peso it is, where only the nation that the text speaks of tells: "100 000 dirhams" in Morocco, "M200,000" in
//! Lesotho.

use super::beside::words_of;
use super::sums::Sum;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::dates::lex::fold;

/// A smaller number behind a letter is a road, a room or a form.
const LEAST_OF_A_LETTER: f64 = 1000.0;

/// "40.000 de pesos": so many words behind a number may name its money.
const WORDS_TO_PESO: usize = 2;

/// Gives sums in a money of several nations the one nation's that the text names; of two it cannot be told. So with the letters that are
/// money in one nation alone, and with pesos.
pub(super) fn of_nation_named(text: &str, found: &mut [Sum]) {
    let needs = |sum: &Sum| is_shared(text, sum) || letter_before(text, sum).is_some() || is_in_pesos(text, sum);
    if !found.iter().any(needs) {
        return;
    }
    let (money, folded) = (&GRAMMAR.currency, fold(text));
    let is_named = |stems: &str| stems.split(' ').any(|stem| names(&folded, stem));
    let listed = |list: &'static [(String, String, String)]| -> Vec<(&'static str, &'static str)> {
        list.iter().filter(|(_, stems, _)| is_named(stems)).map(|(name, _, code)| (name.as_str(), code.as_str())).collect()
    };
    let (shared, letters) = (listed(&money.shared), listed(&money.letters));
    let only = |named: &[(&'static str, &'static str)], name: &str| {
        let mut codes = named.iter().filter(|(own, _)| *own == name).map(|(_, code)| *code);
        codes.next().filter(|_| codes.next().is_none())
    };
    let says_pesos = folded.split(|c: char| !c.is_alphanumeric()).any(|word| holds(&money.pesos, word));
    let nations = money.peso_nations.iter().filter(|(stems, _)| says_pesos && is_named(stems));
    let nations: Vec<(&str, &str)> = nations.map(|(_, code)| (PESO, code.as_str())).collect();
    let peso = only(&nations, PESO);
    let is_american = money.american.iter().any(|name| stands_alone(text, name));
    for sum in found {
        let is_dollar = is_shared(text, sum) && sum.currency == Some(DOLLAR);
        if let Some(letter) = letter_before(text, sum) {
            if let Some(code) = only(&letters, letter) {
                (sum.currency, sum.start) = (Some(code), sum.start - letter.len());
            }
        } else if is_in_pesos(text, sum) || is_dollar && says_pesos && !is_american {
            sum.currency = peso.or(sum.currency);
        } else if is_shared(text, sum) && !(is_dollar && is_american) {
            let told = sum.currency.and_then(|default| only(&shared, default));
            sum.currency = told.filter(|code| !is_dollar || is_beside(text, sum, &money.shared, code)).or(sum.currency);
        }
    }
}

/// So far from a sum the nation may stand that its sentence names, in bytes.
const SENTENCE: usize = 200;

/// "$" is written all over the world: a jury or a congress in another land changes nothing. Does the sentence of a sum, or the first line
/// of the text, name the nation whose money this is?
fn is_beside(text: &str, sum: &Sum, shared: &[(String, String, String)], code: &str) -> bool {
    let head = &text[text.ceil_char_boundary(sum.start.saturating_sub(SENTENCE))..sum.start];
    let tail = &text[sum.end..text.floor_char_boundary(sum.end.saturating_add(SENTENCE))];
    let start = [". ", "\n"].into_iter().filter_map(|mark| head.rfind(mark)).max().unwrap_or(0);
    let end = [". ", "\n"].into_iter().filter_map(|mark| tail.find(mark)).min().unwrap_or(tail.len());
    let title = text.lines().next().map_or("", |line| &line[..line.floor_char_boundary(SENTENCE)]);
    let near = [title, &head[start..], &tail[..end]].map(fold);
    let stems =
        shared.iter().filter(|(default, _, own)| default == DOLLAR && own == code).flat_map(|(_, stems, _)| stems.split(' '));
    stems.into_iter().any(|stem| near.iter().any(|stretch| names(stretch, stem)))
}

/// The money that "$" is of where nothing else is said.
const DOLLAR: &str = "USD";

/// The one name of the money of all these nations.
const PESO: &str = "peso";

/// Is it the money of several nations, with no code or sign of one nation's?
fn is_shared(text: &str, sum: &Sum) -> bool {
    let money = &GRAMMAR.currency;
    let written = text.get(sum.start..sum.end).unwrap_or("");
    let own_sign = |(sign, code): &(String, String)| {
        sign.trim() != "$" && sum.currency == Some(code.as_str()) && written.contains(sign.as_str())
    };
    let coded = |code: &str| {
        written.contains(code) || money.american.iter().any(|name| code == DOLLAR && written.contains(name.as_str()))
    };
    sum.currency.is_some_and(|code| money.shared.iter().any(|(default, ..)| default == code) && !coded(code))
        && !money.signs.iter().any(own_sign)
}

/// The letter or sign right before a number without a currency that is money somewhere: "M200,000".
fn letter_before(text: &str, sum: &Sum) -> Option<&'static str> {
    // "Form P2027", "the road M2050": money has its thousands parted.
    let is_parted =
        || text.get(sum.start..sum.end).is_some_and(|written| written.contains([',', '.', ' ', '\u{a0}', '\u{202f}']));
    if sum.currency.is_some() || sum.percent || sum.value < LEAST_OF_A_LETTER || !is_parted() {
        return None;
    }
    let head = &text[..sum.start];
    let letters = GRAMMAR.currency.letters.iter().map(|(letter, ..)| letter.as_str());
    letters.into_iter().find(|letter| head.strip_suffix(letter).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
}

/// "40.000 pesos", "$40.000 de pesos": a sum in pesos of which it is not said whose they are.
fn is_in_pesos(text: &str, sum: &Sum) -> bool {
    let peso = |stretch: &str| words_of(stretch).take(WORDS_TO_PESO).any(|(_, word)| holds(&GRAMMAR.currency.pesos, &word));
    let written = text.get(sum.start..sum.end).unwrap_or("");
    let last = written.rfind(' ').map_or("", |at| &written[at..]);
    sum.currency.is_none() && !sum.percent && (peso(last) || text.get(sum.end..).is_some_and(peso))
}

/// Does a name stand in a text as it is written, with no letter beside it?
fn stands_alone(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        !text[..at].ends_with(char::is_alphanumeric) && !text[at + name.len()..].starts_with(char::is_alphanumeric)
    })
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
