//! The words that prove a date: from where its clause or its cue begins to where the date ends, always a part of the text.

/// A quote is read in a list: from a long sentence only the part from the cue on is shown.
const LONGEST_LEAD: usize = 90;

/// How far back, in bytes, the beginning of a clause is looked for.
const SEARCHED: usize = 4 * LONGEST_LEAD;

/// The quote for a date at `date..end` whose cue begins at `cue`.
pub(super) fn of(text: &str, cue: usize, date: usize, end: usize) -> String {
    let from = cue.min(date);
    let start = clause_start(text, from);
    let start = if from - start <= LONGEST_LEAD { start } else { from };
    text.get(start..end).unwrap_or("").trim().to_owned()
}

/// The quote for a cue that has no date: its sentence, if short.
pub(super) fn around(text: &str, start: usize, end: usize) -> String {
    let from = clause_start(text, start);
    let from = if start - from <= LONGEST_LEAD { from } else { start };
    text.get(from..end).unwrap_or("").trim().to_owned()
}

/// Where the sentence, line or cell that holds `at` begins.
fn clause_start(text: &str, at: usize) -> usize {
    // Further back it would not be shown anyway.
    let from = text.ceil_char_boundary(at.saturating_sub(SEARCHED));
    let before = &text[from..at];
    let cut = before
        .rfind(['\n', '|', '•', ';', '!', '?'])
        .map_or(0, |cut| cut + before[cut..].chars().next().map_or(1, char::len_utf8));
    // "Der Kurs beginnt am 3. Mai 2027": a point behind a day ends no sentence.
    let is_day = |cut: usize| {
        let digits = before[..cut].chars().rev().take_while(char::is_ascii_digit).count();
        (1..=2).contains(&digits)
    };
    let sentence = before.rmatch_indices(". ").find(|(cut, _)| !is_day(*cut)).map_or(0, |(cut, _)| cut + 2);
    let start = cut.max(sentence);
    from + start + (before[start..].len() - before[start..].trim_start().len())
}
