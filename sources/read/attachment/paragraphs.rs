//! Lines on paper become paragraphs: a line that merely ran out of room goes on in the next.
//! Knows positions and texts, nothing of PDF.

use super::visual::{reading_order, rightness};

/// A piece of text at its place on a page, y growing downwards.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) size: f64,
    pub(super) text: String,
}

/// A line read, with what it takes to see whether the next one goes on.
struct Line {
    left: f64,
    right: f64,
    y: f64,
    size: f64,
    text: String,
}

/// Baselines nearer than this share of the letters' size are one line: raised figures and mixed fonts.
const SAME_LINE: f64 = 0.5;

/// A gap wider than this share of the size is a space, where the file has none of its own.
const SPACE: f64 = 0.2;

/// The same letter twice within this share of its size is one.
const DRAWN_TWICE: f64 = 0.1;

/// A gap wider than so many sizes parts columns or cells.
const COLUMN: f64 = 2.5;

/// Lines further apart than so many sizes do not belong together.
const NEXT_LINE: f64 = 1.9;

/// Letters whose sizes differ by more than this share stand in different paragraphs.
const OTHER_SIZE: f64 = 0.15;

/// A line shorter than this share of the page's longest ended because its paragraph did.
const FULL_LINE: f64 = 0.8;

/// The text of one page out of its pieces, in the order in which the file draws them: columns come out one after the other.
pub(super) fn text_of(pieces: Vec<Piece>) -> String {
    let is_rtl_page = pieces.iter().map(|piece| rightness(&piece.text)).sum::<i64>() > 0;
    let mut lines: Vec<Line> = Vec::new();
    let mut open: Vec<Piece> = Vec::new();
    for piece in pieces {
        if let Some(first) = open.first()
            && (piece.y - first.y).abs() > SAME_LINE * piece.size.max(first.size)
        {
            lines.push(line(std::mem::take(&mut open), is_rtl_page));
        }
        open.push(piece);
    }
    if !open.is_empty() {
        lines.push(line(open, is_rtl_page));
    }
    lines.retain(|line| !line.text.is_empty());
    let longest = lines.iter().map(|line| line.right - line.left).fold(0.0, f64::max);
    let mut text = String::new();
    let mut before: Option<&Line> = None;
    for line in &lines {
        match before {
            Some(before) if goes_on(before, line, longest) => text.push(' '),
            Some(_) => text.push('\n'),
            None => {}
        }
        text.push_str(&line.text);
        before = Some(line);
    }
    text
}

fn line(mut pieces: Vec<Piece>, is_rtl_page: bool) -> Line {
    pieces.sort_by(|a, b| a.x.total_cmp(&b.x));
    // Drawn twice, to look bold.
    pieces.dedup_by(|next, before| next.text == before.text && next.x - before.x < DRAWN_TWICE * before.size);
    let size = pieces.iter().map(|piece| piece.size).fold(0.0, f64::max);
    let (left, y) = pieces.first().map_or((0.0, 0.0), |piece| (piece.x, piece.y));
    let mut right = left;
    let mut parts: Vec<String> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let gap = piece.x - right;
        let is_spaced =
            piece.text.starts_with(char::is_whitespace) || parts.last().is_none_or(|last| last.ends_with(char::is_whitespace));
        if gap > COLUMN * size {
            parts.push(" | ".to_owned());
        } else if gap > SPACE * size && !is_spaced {
            parts.push(" ".to_owned());
        }
        right = right.max(piece.x + piece.width);
        parts.push(piece.text);
    }
    let balance: i64 = parts.iter().map(|part| rightness(part)).sum();
    let is_rtl = balance > 0 || (balance == 0 && is_rtl_page);
    let text = reading_order(&parts, is_rtl).split_whitespace().collect::<Vec<_>>().join(" ");
    Line { left, right, y, size, text }
}

fn goes_on(line: &Line, next: &Line, longest: f64) -> bool {
    let below = next.y - line.y;
    let is_next = below > 0.0 && below <= NEXT_LINE * line.size.max(next.size);
    let is_like = (line.size - next.size).abs() <= OTHER_SIZE * line.size;
    let is_full = line.right - line.left >= FULL_LINE * longest;
    let is_cells = line.text.contains(" | ") || next.text.contains(" | ");
    is_next && is_like && is_full && !is_cells && !begins_an_item(&next.text)
}

/// `•`, `-`, `3.`, `(a)`: an item of a list.
fn begins_an_item(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let marked = first.ends_with(['.', ')']) && first.chars().count() <= 4 && text.len() > first.len();
    matches!(first, "•" | "-" | "–" | "▪" | "●" | "◦" | "*" | "") || marked
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters of ten points, six wide, from a place on.
    fn row(x: f64, y: f64, text: &str) -> Vec<Piece> {
        text.chars()
            .enumerate()
            .map(|(n, c)| Piece { x: x + 6.0 * n as f64, y, width: 6.0, size: 10.0, text: c.to_string() })
            .collect()
    }

    #[test]
    fn a_line_that_ran_out_of_room_goes_on_and_a_short_one_ends_its_paragraph() {
        let pieces = [
            row(0.0, 100.0, "Towns may apply until the first"),
            row(0.0, 112.0, "day of March."),
            row(0.0, 124.0, "Who may apply"),
        ];
        assert_eq!(text_of(pieces.concat()), "Towns may apply until the first day of March.\nWho may apply");
    }

    #[test]
    fn a_gap_is_a_space_and_a_wide_one_parts_cells() {
        let pieces = [row(0.0, 100.0, "Due"), row(21.0, 100.0, "date"), row(120.0, 100.0, "1 March 2027")];
        assert_eq!(text_of(pieces.concat()), "Due date | 1 March 2027");
    }

    #[test]
    fn letters_drawn_from_right_to_left_are_a_line_all_the_same() {
        let mut pieces = row(0.0, 100.0, "2027 ץרמב 1 דע");
        pieces.reverse();
        assert_eq!(text_of(pieces), "עד 1 במרץ 2027");
    }

    #[test]
    fn items_of_a_list_stay_apart() {
        let pieces = [row(0.0, 100.0, "A first full line here"), row(0.0, 112.0, "• a second item here")];
        assert_eq!(text_of(pieces.concat()), "A first full line here\n• a second item here");
    }
}
