//! Numbers as people write sums: `1.000,50`, `1,000.50`, `1 000`, `1'000`, `.75`, `٥٠٬٠٠٠`.
//! Knows no currency but for one thing: whether it has thousandths.

use crate::normalise::dates::lex::fold;

/// A number in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The value if a last group of three digits means thousands.
    pub(super) value: f64,
    /// The value if it means thousandths (`1.234 million`, `423.923 KD`).
    pub(super) fine: f64,
}

/// A longer run of digits is no sum, and would not fit anyway.
const LONGEST: usize = 40;

/// All numbers of a text in order.
pub(super) fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut rest_from = 0;
    while let Some(offset) = text[rest_from..].find(|c: char| ascii(c).is_some()) {
        let mut start = rest_from + offset;
        let end = end_of(text, start);
        // `.75`: the point belongs to it, if nothing stands before.
        let before = text[rest_from..start].chars().next_back();
        // "EU4Towns" is a name; "EUR5k" is a sum.
        let named = before.is_some_and(char::is_alphabetic) && begins_word(&text[end..]);
        let leading = before == Some('.') && !text[..start - 1].ends_with(|c: char| c.is_alphanumeric());
        start -= usize::from(leading);
        if !named
            && end - start <= LONGEST
            && let Some((value, fine)) = values(&text[start..end])
        {
            found.push(Number { start, end, value, fine });
        }
        rest_from = end;
    }
    found
}

/// Does a word go on right here that counts nothing ("Towns", but not "k" or "Mio")?
fn begins_word(text: &str) -> bool {
    /// "k", "Mio", "mn".
    const LONGEST_MULTIPLIER: usize = 3;
    text.chars().take_while(|c| c.is_alphabetic()).count() > LONGEST_MULTIPLIER
}

/// Where the number that starts at `start` ends, its separators included.
fn end_of(text: &str, start: usize) -> usize {
    let (mut end, mut group) = run(text, start);
    loop {
        let Some(separator) = text[end..].chars().next() else { return end };
        let next = end + separator.len_utf8();
        let (after, digits) = run(text, next);
        if let Some(noughts) = after_stray_blank(&text[next..]).filter(|_| matches!(separator, '.' | ',') && group <= 3) {
            return next + noughts;
        }
        let joins = match separator {
            '.' | ',' | '٬' | '٫' => digits > 0,
            // Thousands set apart: groups of three after one to three digits.
            '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => digits == 3 && group <= 3,
            _ => false,
        };
        if !joins {
            return end;
        }
        group = digits;
        end = after;
    }
}

/// "5, 000 $": three noughts behind a mark and a blank are its thousands. Their length with the blank.
fn after_stray_blank(rest: &str) -> Option<usize> {
    const NOUGHTS: &str = " 000";
    let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '.' | ',');
    rest.strip_prefix(NOUGHTS).filter(|behind| !behind.starts_with(goes_on)).map(|_| NOUGHTS.len())
}

/// Where the run of digits at `from` ends, and how many they are.
fn run(text: &str, from: usize) -> (usize, usize) {
    let digits = text[from..].chars().take_while(|c| ascii(*c).is_some());
    digits.fold((from, 0), |(end, count), c| (end + c.len_utf8(), count + 1))
}

/// A digit of any of the three sets in use here, as ASCII.
fn ascii(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => return Some(c),
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    char::from_digit(c as u32 - zero as u32, 10)
}

/// "Million" and more, folded, in languages that part thousands by a point, and in those that do by a comma.
const PARTED_BY_POINT: [&str; 14] = [
    "millones",
    "millon",
    "millionen",
    "mio",
    "milliarden",
    "milliarde",
    "mrd",
    "millions",
    "milliards",
    "milioni",
    "milhoes",
    "miljoen",
    "mld",
    "miliardi",
];
const PARTED_BY_COMMA: [&str; 8] = ["million", "billion", "mn", "bn", "מיליון", "מיליוני", "מליון", "מיליארד"];

/// Whether the last mark of a number before "million" parts thousands: `1.500 millones`, `1,500 million`, but not `1.234 million`.
pub(super) fn parts_thousands(written: &str, multiplier: &str) -> bool {
    let word = fold(multiplier.trim_end_matches('.'));
    let parts = |mark: &str| match mark {
        "." => PARTED_BY_POINT.contains(&word.as_str()),
        _ => PARTED_BY_COMMA.contains(&word.as_str()),
    };
    written.rfind(['.', ',']).is_some_and(|last| parts(&written[last..=last]))
}

fn values(written: &str) -> Option<(f64, f64)> {
    if !written.is_ascii() {
        // The Arabic marks are unmistakable: one parts thousands, the other is the point.
        let plain = |c: char| match c {
            '٬' => Some(' '),
            '٫' => Some('.'),
            c => ascii(c).or(Some(c)),
        };
        let written: String = written.chars().filter_map(plain).collect();
        return values_of_plain(&written);
    }
    values_of_plain(written)
}

fn values_of_plain(written: &str) -> Option<(f64, f64)> {
    let last = written.rfind(['.', ',']);
    let whole = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let Some(last) = last else {
        let value: f64 = whole(written).parse().ok()?;
        return Some((value, value));
    };
    let (before, after) = (whole(&written[..last]), written[last + 1..].trim_start());
    let decimal: f64 = format!("{}.{}", if before.is_empty() { "0" } else { &before }, whole(after)).parse().ok()?;
    let thousands: f64 = whole(written).parse().ok()?;
    let mark = &written[last..=last];
    let repeated = written[..last].contains(mark);
    let grouped = after.len() == 3
        && !after.contains(|c: char| !c.is_ascii_digit())
        && before.len() <= 12
        && !before.is_empty()
        && before != "0";
    let value = if repeated || grouped { thousands } else { decimal };
    Some((value, if repeated { thousands } else { decimal }))
}
