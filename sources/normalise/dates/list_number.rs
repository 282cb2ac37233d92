//! The numbers of a list (`1. … 2. … 3. …`, each at the beginning of a line) are no days: `closes at 23:59` and, on the next line,
//! `4. May – June 2022`.

use super::lex::Lexeme;
use super::vocabulary;

/// Fewer may be days that follow each other by chance.
const FEWEST: usize = 3;

/// A list has no more points than this, and a day no more digits.
const MOST_DIGITS: usize = 2;

/// The lexemes without the numbers of lists and the marks behind them.
pub(super) fn dropped(lexemes: Vec<Lexeme<'_>>) -> Vec<Lexeme<'_>> {
    let numbers = of_lists(&lexemes);
    if numbers.is_empty() {
        return lexemes;
    }
    let mut kept = Vec::with_capacity(lexemes.len());
    let mut numbers = numbers.into_iter().peekable();
    let mut begins_line = false;
    for (at, mut lexeme) in lexemes.into_iter().enumerate() {
        while numbers.peek().is_some_and(|number| number + 1 < at) {
            numbers.next();
        }
        if numbers.peek().is_some_and(|number| *number == at || number + 1 == at) {
            begins_line = true;
            continue;
        }
        lexeme.broken |= std::mem::take(&mut begins_line);
        kept.push(lexeme);
    }
    kept
}

/// Where the numbers of lists stand: those that count on from 1.
fn of_lists(lexemes: &[Lexeme<'_>]) -> Vec<usize> {
    let keep = |lists: &mut Vec<usize>, list: Vec<usize>| {
        // Days in German, Polish or Czech, one a line: `1. Mai … 2. Juni … 3. Juli`.
        let are_days = || list.iter().all(|at| vocabulary::month(lexemes[at + 2].word()).is_some());
        if list.len() >= FEWEST && !are_days() {
            lists.extend(list);
        }
    };
    let mut lists = Vec::new();
    let mut list: Vec<usize> = Vec::new();
    for (at, trio) in lexemes.windows(3).enumerate() {
        let [number, mark, next] = trio else { continue };
        let begins_line = at == 0 || number.broken;
        let Some((value, digits)) = number.number().filter(|_| begins_line) else { continue };
        let is_point = digits <= MOST_DIGITS && matches!(mark.mark(), Some('.' | ')')) && !mark.spaced && next.spaced;
        if !is_point {
            continue;
        }
        if value == 1 {
            keep(&mut lists, std::mem::take(&mut list));
            list.push(at);
        } else if value as usize == list.len() + 1 {
            list.push(at);
        }
    }
    keep(&mut lists, list);
    lists
}
