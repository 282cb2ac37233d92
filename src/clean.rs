//! Text from the web made harmless for a line of a letter: no controls, no line breaks, no characters that reorder their neighbours.
//! Knows no HTML: escaping is the template's.

/// Longest title or sentence that a letter shows, in characters; a page's whole text in a title field would bury the rest.
const LONGEST: usize = 300;

/// One line: control and direction characters gone, white space single, at most [`LONGEST`] characters, cut between words.
pub(crate) fn line(text: &str) -> String {
    let mut out = String::new();
    let mut count = 0;
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        let word: String = word.chars().filter(|c| !reorders(*c)).collect();
        let length = word.chars().count();
        if length == 0 {
            continue;
        }
        if count + length >= LONGEST {
            if out.is_empty() {
                out.extend(word.chars().take(LONGEST));
            }
            out.push('…');
            break;
        }
        if count > 0 {
            out.push(' ');
        }
        out.push_str(&word);
        count += length + 1;
    }
    out
}

/// A line of at most `most` characters: whole sentences where one ends in its second half, else cut between words.
pub(crate) fn cut(line: &str, most: usize) -> String {
    let Some((end, _)) = line.char_indices().nth(most) else { return line.to_owned() };
    let head = &line[..end];
    let sentence = head.rmatch_indices(['.', '!', '?', ';']).map(|(at, mark)| at + mark.len());
    let sentence = sentence.into_iter().find(|at| line[*at..].starts_with(' ') && !is_shortened(&head[..*at]));
    if let Some(at) = sentence.filter(|at| *at > end / 2) {
        return head[..at].trim_end_matches(';').to_owned();
    }
    let words = head.rfind(' ').map_or(head, |at| &head[..at]);
    format!("{}…", words.trim_end_matches(['.', ',', ';', ':', '–', '-', ' ']))
}

/// "Bis zum 25. Dezember", "z. B.": a full stop behind one or two letters or figures ends no sentence.
fn is_shortened(head: &str) -> bool {
    let word = head.strip_suffix('.').and_then(|head| head.rsplit(' ').next());
    word.is_some_and(|word| word.chars().count() <= 2)
}

/// A piece out of a longer text: like [`line`], but its edges and its length stay.
pub(crate) fn inner(text: &str) -> String {
    text.chars().filter(|c| !reorders(*c)).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// The lines of a text that somebody wrote in lines, each as [`inner`]; an empty one parts paragraphs.
pub(crate) fn lines(text: &str) -> Vec<String> {
    let lines: Vec<String> = text.trim().lines().map(|line| inner(line).trim().to_owned()).collect();
    // Of several empty lines one is enough.
    let is_kept = |at: &usize| !lines[*at].is_empty() || !lines[at.saturating_sub(1)].is_empty();
    (0..lines.len()).filter(is_kept).map(|at| lines[at].clone()).collect()
}

/// Characters that are not seen but change how what follows is shown: bidi marks, embeddings, overrides and isolates,
/// zero-width ones, the byte-order mark, interlinear and tag characters.
fn reorders(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Wraps a run that may be of the other direction, so that it cannot move what stands beside it (plain text's `<bdi>`).
pub(crate) fn isolate(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// The address if a letter may link to it.
pub(crate) fn link(address: &str) -> Option<String> {
    let url = url::Url::parse(address.trim()).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| url.to_string())
}

/// An address as it is told to programs: itself where it is one of the web, else nothing, for whoever reads it may run it.
pub(crate) fn web_address(address: &str) -> &str {
    if link(address).is_some() { address } else { "" }
}

/// The direction of texts in `lang`; `auto` where nobody knows the language.
pub(crate) fn direction(lang: Option<&str>) -> &'static str {
    match lang {
        Some("he" | "ar" | "fa" | "ur" | "yi") => "rtl",
        Some(_) => "ltr",
        None => "auto",
    }
}

/// A text without the characters that neither XML 1.0 nor RFC 5545 allows: imported titles have them, and one makes a whole feed unreadable.
pub(crate) fn without_controls(text: &str) -> String {
    let mut letters = text.chars().peekable();
    let mut out = String::with_capacity(text.len());
    while let Some(c) = letters.next() {
        let stays = match c {
            '\n' | '\t' => true,
            '\r' => letters.peek() == Some(&'\n'),
            '\u{FFFE}' | '\u{FFFF}' => false,
            _ => !c.is_control(),
        };
        if stays {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_and_controls_become_single_spaces() {
        assert_eq!(line(" a\r\nBcc: x@example.org\0\tb "), "a Bcc: x@example.org b");
    }

    #[test]
    fn direction_characters_are_gone() {
        assert_eq!(line("\u{202E}evil\u{2066} \u{200F}ok\u{FEFF}"), "evil ok");
    }

    #[test]
    fn a_page_in_a_title_is_cut_between_words() {
        let cut = line(&"word ".repeat(200));
        assert!(cut.chars().count() <= LONGEST + 1 && cut.ends_with("word…"), "{cut}");
        assert!(line(&"x".repeat(5000)).chars().count() <= LONGEST + 1);
    }

    #[test]
    fn a_summary_ends_with_a_sentence_where_it_can_and_else_between_words() {
        assert_eq!(cut("Short.", 20), "Short.");
        assert_eq!(cut("Towns may apply now. More is said later on.", 30), "Towns may apply now.");
        assert_eq!(cut("ערים תאומות, קהילות ורשויות מוזמנות להגיש", 13), "ערים תאומות…");
        // The point of a day.
        assert_eq!(cut("Bewerbungen gehen bis zum 25. Dezember ein.", 32), "Bewerbungen gehen bis zum 25…");
    }

    #[test]
    fn the_lines_of_a_text_stay_and_empty_ones_part_paragraphs() {
        assert_eq!(lines("\n שלום,\r\nשבוע טוב.\n\n\n\u{202e}בברכה \n"), ["שלום,", "שבוע טוב.", "", "בברכה"]);
        assert!(lines(" \n ").is_empty());
    }

    #[test]
    fn only_web_addresses_are_linked() {
        assert_eq!(link("javascript:alert(1)"), None);
        assert_eq!(link("https://cities.example/a\"b"), Some("https://cities.example/a%22b".to_owned()));
    }
}
