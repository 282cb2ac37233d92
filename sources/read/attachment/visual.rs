//! From the order on paper to the order of reading: a PDF says where each letter stands, not in which order it is read.
//!
//! The bidirectional algorithm, applied to a line as it stands from left to right, gives the line as it is read: runs of Hebrew
//! and Arabic are turned, numbers and foreign words within them are not. That holds for one level within another; what is
//! nested deeper (a Hebrew word within an English quotation within a Hebrew line) may come out beside its place.

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};
use unicode_normalization::UnicodeNormalization as _;

/// Letters written from right to left, less those written from left to right.
pub(super) fn rightness(text: &str) -> i64 {
    text.chars()
        .map(|c| match bidi_class(c) {
            BidiClass::R | BidiClass::AL => 1,
            BidiClass::L => -1,
            _ => 0,
        })
        .sum()
}

/// A line's pieces (what one glyph stands for), given from left to right, in reading order.
pub(super) fn reading_order(pieces: &[String], is_rtl: bool) -> String {
    let on_paper: String = pieces.concat();
    if on_paper.is_ascii() || !on_paper.chars().any(|c| matches!(bidi_class(c), BidiClass::R | BidiClass::AL)) {
        return on_paper.chars().flat_map(plain_form).collect();
    }
    let base = if is_rtl { Level::rtl() } else { Level::ltr() };
    let info = BidiInfo::new(&on_paper, Some(base));
    let mut at = 0;
    let levels: Vec<Level> = pieces
        .iter()
        .map(|piece| {
            let level = info.levels.get(at).copied().unwrap_or(base);
            at += piece.len();
            level
        })
        .collect();
    let mut read = String::with_capacity(on_paper.len());
    for place in BidiInfo::reorder_visual(&levels) {
        let turned = levels[place].is_rtl();
        match (pieces[place].as_str(), turned) {
            // On paper a bracket has the shape that opens to the other side.
            (bracket, true) if bracket.chars().count() == 1 => read.extend(bracket.chars().map(mirrored)),
            (piece, _) => read.push_str(piece),
        }
    }
    read.chars().filter(|c| !is_point(*c)).flat_map(plain_form).collect()
}

fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        other => other,
    }
}

/// Hebrew vowel points stand over their letters on paper, in no order that could be turned; readers do without them.
fn is_point(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}')
}

/// Fonts name the forms that letters take within a word, and those that are cast as one (`ﬁ`); the letters themselves are meant.
fn plain_form(c: char) -> Vec<char> {
    match c {
        '\u{fb00}'..='\u{fb06}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => c.to_string().nfkc().collect(),
        other => vec![other],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(on_paper: &str, is_rtl: bool) -> String {
        reading_order(&on_paper.chars().map(String::from).collect::<Vec<_>>(), is_rtl)
    }

    #[test]
    fn hebrew_is_turned_and_its_numbers_are_not() {
        assert_eq!(read(".10:00 העשב 31.12.2026 דע ושגוי תושקב", true), "בקשות יוגשו עד 31.12.2026 בשעה 10:00.");
        assert_eq!(read("(ח\"ש 50,000 דע) קנעמ", true), "מענק (עד 50,000 ש\"ח)");
    }

    #[test]
    fn foreign_words_stay_as_they_are_within_hebrew_and_hebrew_is_turned_within_english() {
        assert_eq!(read("2027 תנשב Horizon Europe תינכות", true), "תוכנית Horizon Europe בשנת 2027");
        assert_eq!(read("The call (ארוק לוק) is open", false), "The call (קול קורא) is open");
    }

    #[test]
    fn points_go_and_the_forms_of_arabic_letters_become_letters() {
        assert_eq!(read("םֹולׁש", true), "שלום");
        assert_eq!(read("\u{fe8d}\u{fee0}", true), "لا");
    }

    #[test]
    fn what_a_ligature_stands_for_is_not_turned() {
        let pieces = ["o", "ffi", "c", "e"].map(String::from);
        assert_eq!(reading_order(&pieces, true), "office");
        assert_eq!(read("\u{fb01}nd", false), "find");
    }
}
