//! Whether a text names a day of a year, in figures or around the name of a month. Which day it is, and of what, is not asked here.

/// "30 de septiembre de 2027": so far from its year a day stands, in letters.
const NEAR: usize = 20;

/// A year of this century with a figure of a day close to it.
pub(super) fn names_a_day(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let figures = figures(&letters);
    let is_year = |&(from, to): &(usize, usize)| to - from == 4 && letters[from] == '2' && letters[from + 1] == '0';
    let is_day = |&(from, to): &(usize, usize)| to - from <= 2 && !is_part_of_a_sum(&letters, from, to);
    figures.iter().filter(|figure| is_year(figure)).any(|&(from, to)| {
        let is_beside =
            |&&(start, end): &&(usize, usize)| end <= from && from - end <= NEAR || start == to + 1 && letters[to] != ' ';
        figures.iter().filter(is_beside).any(is_day)
    })
}

/// The runs of digits.
fn figures(letters: &[char]) -> Vec<(usize, usize)> {
    let mut figures: Vec<(usize, usize)> = Vec::new();
    for (at, _) in letters.iter().enumerate().filter(|(_, letter)| letter.is_ascii_digit()) {
        match figures.last_mut() {
            Some((_, end)) if *end == at => *end = at + 1,
            _ => figures.push((at, at + 1)),
        }
    }
    figures
}

/// "50,000": the figures in front of a comma with three digits behind it.
fn is_part_of_a_sum(letters: &[char], from: usize, to: usize) -> bool {
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let before = from.checked_sub(1).and_then(|at| letters.get(at));
    letters.get(to).is_some_and(|c| matches!(c, ',' | '.' | ' ' | '\u{a0}')) && (1..=3).all(|n| digit(to + n)) && !digit(to + 4)
        || letters[to..].iter().find(|c| !c.is_whitespace()) == Some(&'%')
        || before.is_some_and(|c| matches!(c, '€' | '$' | '£' | '₪'))
}

#[cfg(test)]
mod tests {
    use super::names_a_day;

    #[test]
    fn a_day_needs_its_year_and_a_sum_is_none() {
        for text in [
            "4 May 2027",
            "by 2027-05-04",
            "May 4, 2027",
            "עד 15.1.2027",
            "le 5 février 2027",
            "30 de septiembre de 2027",
            "1/2/2027",
        ] {
            assert!(names_a_day(text), "{text}");
        }
        for text in
            ["Green towns fund 2027", "by 4 May", "EUR 50,000 in 2027", "10 % of the costs of 2027", "in 2026 2027", "12 towns"]
        {
            assert!(!names_a_day(text), "{text}");
        }
    }
}
