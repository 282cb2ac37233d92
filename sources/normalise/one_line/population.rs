//! The size of town that a condition names: "over 100,000 inhabitants", "עד 50,000 תושבים".

/// At least, or at most, so many inhabitants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    /// This many or more.
    From(u32),
    /// This many or fewer.
    UpTo(u32),
}

/// Starts of words for inhabitants.
const PEOPLE: [&str; 6] = ["inhabitant", "resident", "תושב", "habitant", "einwohner", "نسمة"];

/// Words that make the number the most there may be; without one it is the least.
const AT_MOST: [&str; 14] =
    ["under", "below", "fewer", "less", "up", "עד", "פחות", "moins", "jusqu", "weniger", "bis", "menos", "hasta", "maximum"];

const THOUSAND: [&str; 5] = ["אלף", "thousand", "mille", "mil", "tausend"];

/// Between the number and the people stands at most "or more" ("50,000 or more inhabitants").
const NEAR: usize = 3;

/// A number before which this many words may say how it is meant.
const REACH: usize = 4;

/// Smaller numbers count delegates, not towns.
const SMALLEST_TOWN: u32 = 500;

/// The first size of a quote.
pub(super) fn size(quote: &str) -> Option<Size> {
    let tokens = words::tokens(quote);
    let mut numbers = Vec::new();
    let mut at = 0;
    while let Some(first) = quote[at..].find(|c: char| c.is_ascii_digit()).map(|found| at + found) {
        let end = number_end(quote, first);
        if is_part_of_a_date(quote, first, end) {
            at = end;
            continue;
        }
        let digits: String = quote[first..end].chars().filter(char::is_ascii_digit).collect();
        numbers.extend(digits.parse::<u32>().ok().map(|number| (first, end, number)));
        at = end;
    }
    numbers.into_iter().find_map(|(first, end, number)| {
        let after: Vec<&str> =
            tokens.iter().filter(|token| token.start >= end).take(NEAR).map(|token| token.norm.as_ref()).collect();
        after.iter().find(|word| PEOPLE.iter().any(|people| word.starts_with(words::normal(people).as_ref())))?;
        let thousand = after.first().is_some_and(|word| is_one_of(&THOUSAND, word));
        let number = if thousand { number.checked_mul(1_000)? } else { number };
        let before = tokens.iter().rev().filter(|token| token.end <= first).take(REACH);
        let at_most = before.map(|token| token.norm.as_ref()).any(|word| is_one_of(&AT_MOST, word));
        (number >= SMALLEST_TOWN).then_some(if at_most { Size::UpTo(number) } else { Size::From(number) })
    })
}

/// "31.12.2026": the year before "residents" counts no people.
fn is_part_of_a_date(quote: &str, first: usize, end: usize) -> bool {
    let parts = |c: char| matches!(c, '.' | '/' | '-');
    let behind = quote[end..].strip_prefix(parts).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let ahead = quote[..first].strip_suffix(parts).is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
    ahead || behind
}

fn is_one_of(list: &[&str], norm: &str) -> bool {
    list.iter().any(|word| words::normal(word) == norm)
}

/// Where a number is over; groups of three digits are parted by a comma, a full stop or a space.
fn number_end(quote: &str, first: usize) -> usize {
    let digits = |from: usize| quote[from..].bytes().take_while(u8::is_ascii_digit).count();
    let mut end = first + digits(first);
    while let Some(mark) = quote[end..].chars().next().filter(|c| matches!(c, ',' | '.' | ' ' | '\u{a0}' | '\u{202f}'))
        && digits(end + mark.len_utf8()) == 3
    {
        end += mark.len_utf8() + 3;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::{Size, size};

    #[test]
    fn a_size_of_town_is_read_with_its_direction() {
        assert_eq!(size("Cities over 100,000 inhabitants can enter"), Some(Size::From(100_000)));
        assert_eq!(size("Towns with fewer than 20,000 inhabitants can apply."), Some(Size::UpTo(20_000)));
        assert_eq!(size("רשויות עד 50,000 תושבים"), Some(Size::UpTo(50_000)));
        assert_eq!(size("רשויות בנות 20 אלף תושבים ומעלה"), Some(Size::From(20_000)));
        assert_eq!(size("Kommunen mit mehr als 10.000 Einwohnern"), Some(Size::From(10_000)));
        assert_eq!(size("communes de moins de 3 500 habitants"), Some(Size::UpTo(3_500)));
        assert_eq!(size("members of the network only"), None);
        assert_eq!(size("30 residents per town"), None);
        assert_eq!(size("עד ליום 31.12.2026 תושבים וארגונים"), None);
    }
}
