//! Years that are over: "Between 2012 and 2018 the programme gave grants".

use crate::normalise::reading::Reading;

/// A span of years in the title or the first sentence that was over in the year before.
pub(in crate::normalise) fn years_gone(reading: &Reading, year: i32) -> Option<&str> {
    /// "2012–2018", "2012 and 2018", "2012 et 2018", "2012 ל-2018": so much stands between two years, in bytes.
    const LONGEST_JOINT: usize = 6;
    /// The title and the sentence that says what it is about.
    const HEAD_SENTENCES: usize = 2;
    let end = reading.sentences.get(HEAD_SENTENCES - 1).map_or(0, |sentence| sentence.end);
    let head = reading.text.get(..end)?;
    let years: Vec<(usize, i32)> = head
        .match_indices(|c: char| c.is_ascii_digit())
        .filter(|(at, _)| !head[..*at].ends_with(|c: char| c.is_ascii_digit()))
        .filter_map(|(at, _)| {
            let digits = head[at..].split(|c: char| !c.is_ascii_digit()).next().filter(|digits| digits.len() == 4)?;
            Some((at, digits.parse().ok().filter(|year| (1950..2100).contains(year))?))
        })
        .collect();
    years.windows(2).find_map(|pair| {
        let ((first_at, first), (last_at, last)) = (pair[0], pair[1]);
        let between = head.get(first_at + 4..last_at)?;
        let joins = between.len() <= LONGEST_JOINT && !between.contains(['.', ',', '/', '\n', ':', ';']);
        (joins && first < last && last + 1 < year).then(|| &head[first_at..last_at + 4])
    })
}
