//! Numbers in words before "thousand" and "million": `half a million`, `רבע מיליון`, `zehntausend`, `ثلاثة ملايين`.
//! Finds where they stand and what they count; the multiplier itself is for `sums` to read.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::dash;
use super::number::Number;
use super::sums::multiplier;
use crate::normalise::dates::lex::fold;

/// A spelled number is looked for in so many words before its multiplier ("two hundred and fifty thousand").
const MOST_WORDS: usize = 5;

/// The small words inside a number: "half a", "quarter of a", "hundred and fifty".
const JOINTS: &str = "a of and et un une de und y u";

/// What one word counts, folded. Hebrew and Arabic stand without "and".
const COUNTS: [(&str, f64); 36] = [
    ("half demi demie halbe halben halber medio media חצי نصف mezzo meio halve", 0.5),
    ("quarter quarters quarts viertel רבע רבעי ربع", 0.25),
    ("anderthalb eineinhalb", 1.5),
    ("zweieinhalb", 2.5),
    ("one eine einer ein אחד אחת un une uno una واحد", 1.0),
    ("two deux zwei dos שני שתי שניים שתיים", 2.0),
    ("three trois drei tres שלושה שלוש שלושת ثلاثة ثلاث", 3.0),
    ("four quatre vier cuatro ארבעה ארבע ארבעת اربعة اربع", 4.0),
    ("five cinq funf cinco חמישה חמש חמשת خمسة خمس", 5.0),
    ("six sechs seis שישה שש ששת ستة ست", 6.0),
    ("seven sept sieben siete שבעה שבע שבעת سبعة سبع", 7.0),
    ("eight huit acht ocho שמונה שמונת ثمانية ثماني", 8.0),
    ("nine neuf neun nueve תשעה תשע תשעת تسعة تسع", 9.0),
    ("ten dix zehn diez עשרה עשר עשרת عشرة عشر", 10.0),
    ("eleven onze elf once", 11.0),
    ("twelve douze zwolf doce", 12.0),
    ("fifteen quinze funfzehn quince", 15.0),
    ("sixteen seize sechzehn", 16.0),
    ("eighteen achtzehn", 18.0),
    ("twenty vingt zwanzig veinte עשרים عشرين عشرون", 20.0),
    ("thirty trente dreissig dreißig treinta שלושים ثلاثين ثلاثون", 30.0),
    ("forty quarante vierzig cuarenta ארבעים اربعين اربعون", 40.0),
    ("fifty cinquante funfzig cincuenta חמישים خمسين خمسون", 50.0),
    ("sixty soixante sechzig sesenta שישים ستين ستون", 60.0),
    ("seventy siebzig setenta שבעים سبعين سبعون", 70.0),
    ("eighty achtzig ochenta שמונים ثمانين ثمانون", 80.0),
    ("ninety neunzig noventa תשעים تسعين تسعون", 90.0),
    ("hundred cent cents hundert cien ciento מאה مئة مائة مية", 100.0),
    ("doscientos doscientas מאתיים مئتي مائتي مئتا مائتا", 200.0),
    ("trescientos trescientas ثلاثمئة ثلاثمائة", 300.0),
    ("cuatrocientos cuatrocientas اربعمئة اربعمائة", 400.0),
    ("quinientos quinientas خمسمئة خمسمائة", 500.0),
    ("seiscientos seiscientas ستمئة ستمائة", 600.0),
    ("setecientos setecientas سبعمئة سبعمائة", 700.0),
    ("ochocientos ochocientas ثمانمئة ثمانمائة", 800.0),
    ("novecientos novecientas تسعمئة تسعمائة", 900.0),
];

/// One alone without a number: these languages say "million" and "thousand" for one of them. "Millions of euros" is no sum.
const SINGLE: [&str; 11] = ["mil", "mille", "מיליון", "מליון", "אלף", "אלפיים", "مليون", "الف", "مليار", "מיליארד", "tausend"];

/// The Arabic dual counts by itself.
const DUAL: [&str; 6] = ["مليونا", "مليوني", "مليونين", "الفا", "الفي", "الفين"];

/// Before a multiplier that stands alone these make it vague.
const VAGUE: &str = "several plusieurs varios mehrere einige כמה עשרות מאות בעשרות במאות عدة عشرات مئات بضعة";

/// The numbers in digits and those in words, in reading order.
pub(super) fn joined_to(text: &str, digits: Vec<Number>) -> Vec<Number> {
    let mut found = digits;
    let written = found.len();
    for (start, word) in multipliers(text) {
        let folded = fold(word);
        if multiplier(word, true).is_none() && compound(&folded).is_none() {
            continue;
        }
        let head = text[..start].trim_end_matches([' ', '\u{a0}', '\u{202f}', '-', '־']);
        let after_digit = found[..written].partition_point(|number| number.end <= head.len());
        if after_digit.checked_sub(1).is_some_and(|last| found[last].end == head.len()) {
            continue;
        }
        let folded = without_prefixes(&folded).to_owned();
        let alone = SINGLE.contains(&folded.as_str())
            || DUAL.contains(&folded.as_str())
            || part_behind(&text[start + word.len()..]).is_some();
        if let Some((from, end, value)) = before(text, start, &folded, alone) {
            found.push(Number { start: from, end, value, fine: value });
        }
    }
    if found.len() > written {
        found.sort_by_key(|number| number.start);
    }
    found
}

/// "ממיליון", "וכמיליון": a Hebrew multiplier without the letters that are "from", "about", "and".
pub(super) fn without_prefixes(word: &str) -> &str {
    /// "And about": more letters are a word of their own.
    const MOST: usize = 2;
    let bare = ["מיליון", "מליון", "מיליוני", "מיליארד", "אלף", "אלפיים", "אלפים"].into_iter().find(|bare| {
        word.strip_suffix(*bare)
            .is_some_and(|prefix| prefix.chars().count() <= MOST && prefix.chars().all(|c| "ומבלכ".contains(c)))
    });
    bare.unwrap_or(word)
}

/// "… et demi", "y medio", "וחצי", "وربع" behind a multiplier: the part and its length.
pub(super) fn part_behind(text: &str) -> Option<(f64, usize)> {
    const PARTS: [(&str, f64); 9] = [
        (" et demi", 0.5),
        (" y medio", 0.5),
        (" y media", 0.5),
        (" e mezzo", 0.5),
        (" וחצי", 0.5),
        (" ורבע", 0.25),
        (" ونصف", 0.5),
        (" وربع", 0.25),
        (" y cuarto", 0.25),
    ];
    PARTS.into_iter().find(|(words, _)| text.starts_with(words)).map(|(words, part)| (part, words.len()))
}

/// How a word begins or ends that may multiply; with the Hebrew and Arabic ones a text is looked through for these, and not word by word.
const LATIN_PARTS: [&str; 4] = ["mil", "Mil", "ousand", "tausend"];

/// What a Hebrew or Arabic word holds that may multiply.
const SEMITIC_PARTS: [&str; 10] = ["אלף", "אלפי", "יליון", "יליארד", "مليون", "ملايين", "مليار", "ألف", "الف", "آلاف"];

static PARTS: LazyLock<AhoCorasick> =
    LazyLock::new(|| AhoCorasick::new(LATIN_PARTS.into_iter().chain(SEMITIC_PARTS)).expect("a dozen short words are few enough"));

/// The words that may multiply, with where they begin.
fn multipliers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut seen = 0;
    PARTS.find_iter(text).filter_map(move |part| {
        // A word may hold several.
        if part.start() < seen {
            return None;
        }
        let head = &text[..part.start()];
        let start = head.trim_end_matches(char::is_alphabetic).len();
        let tail = &text[part.end()..];
        seen = part.end() + tail.find(|c: char| !c.is_alphabetic()).unwrap_or(tail.len());
        let word = &text[start..seen];
        may_multiply(word).then_some((start, word))
    })
}

fn may_multiply(word: &str) -> bool {
    if word.is_ascii() || word.starts_with(['m', 'M']) {
        return matches!(word.as_bytes(), [b'm' | b'M', b'i', b'l', ..]) || word.ends_with("ousand") || word.ends_with("tausend");
    }
    word.ends_with("tausend") || SEMITIC_PARTS.iter().any(|part| word.contains(part))
}

/// The number in words before the multiplier at `at`, which may also stand `alone`: where it begins and ends, and its value.
fn before(text: &str, at: usize, multiplier: &str, alone: bool) -> Option<(usize, usize, f64)> {
    if let Some(count) = compound(multiplier) {
        return Some((at, at + text[at..].len() - text[at..].trim_start_matches(|c: char| c.is_alphabetic()).len(), count * 1e3));
    }
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut end = at;
    while words.len() < MOST_WORDS {
        let head = text[..end].trim_end_matches([' ', '\u{a0}', '-', '־']);
        let start = head.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last().map(|(start, _)| start);
        let Some(start) = start else { break };
        let word = fold(&head[start..]);
        if count(&word).is_none() && !JOINTS.split(' ').any(|joint| joint == word) {
            words.push((usize::MAX, word));
            break;
        }
        words.push((start, word));
        end = start;
    }
    let vague = words.last().is_some_and(|(start, word)| *start == usize::MAX && VAGUE.split(' ').any(|one| one == word));
    words.retain(|(start, _)| *start != usize::MAX);
    // A joint at the head belongs to the sentence ("of half a million"), but "a million" is one.
    while words.len() > 1 && words.last().is_some_and(|(_, word)| count(word).is_none()) {
        words.pop();
    }
    let Some((first, only)) = words.last() else { return (alone && !vague).then_some((at, at, 1.0)) };
    if words.len() == 1 && count(only).is_none() {
        return match only.as_str() {
            "a" | "un" | "une" => Some((*first, at, 1.0)),
            _ => alone.then_some((at, at, 1.0)),
        };
    }
    let words: Vec<&str> = words.iter().rev().map(|(_, word)| word.as_str()).collect();
    let counted = value(&words);
    (counted > 0.0).then_some((*first, at, counted))
}

fn value(words: &[&str]) -> f64 {
    let added = words.iter().any(|word| matches!(*word, "and" | "et" | "und" | "y"));
    words.iter().filter_map(|word| count(word)).fold(0.0, |sum, one| match one {
        hundred if is_hundred(hundred) && sum > 0.0 && sum < 10.0 => sum * hundred,
        // "Un demi-million", "eine halbe", "three quarters": what stands before a part counts it; "one and a half" adds it.
        part if part < 1.0 && sum > 0.0 && !added => sum * part,
        one => sum + one,
    })
}

/// The one word that the word before it multiplies.
fn is_hundred(count: f64) -> bool {
    (count - 100.0).abs() < f64::EPSILON
}

fn count(word: &str) -> Option<f64> {
    let find = |word: &str| COUNTS.iter().find(|(names, _)| names.split(' ').any(|name| name == word)).map(|(_, count)| *count);
    find(word).or_else(|| word.strip_prefix(['ו', 'و', 'ב', 'ל', 'כ', 'מ']).and_then(find))
}

/// Does a word count more than one ("ten", "בעשר", "12")? A year counts nothing.
pub(in crate::normalise) fn counts_several(word: &str) -> bool {
    let digits = word.trim_start_matches(['ב', 'ל', 'כ', 'ו']);
    let several = |count: &f64| *count > 1.0 && !dash::YEARS.contains(count);
    count(word).or_else(|| digits.parse().ok()).is_some_and(|count| several(&count))
}

/// "zehntausend", "zweihundertfünfzigtausend": German writes it as one word.
fn compound(word: &str) -> Option<f64> {
    let mut rest = word.strip_suffix("tausend").filter(|rest| !rest.is_empty())?;
    let mut sum = 0.0;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix("und") {
            rest = after;
            continue;
        }
        let names = COUNTS.iter().flat_map(|(names, count)| names.split(' ').map(move |name| (name, *count)));
        let (name, count) = names.filter(|(name, _)| rest.starts_with(name)).max_by_key(|(name, _)| name.len())?;
        sum = if is_hundred(count) && sum > 0.0 { sum * count } else { sum + count };
        rest = &rest[name.len()..];
    }
    Some(sum)
}
