//! The body of an item: paragraphs, headings, lists and small tables, as HTML.

use askama::Template;

/// About as much as a site shows of an item in its list.
const TEASER: usize = 160;

/// A body as HTML, escaped.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"
{%- for block in blocks %}
{%- match block %}
{%- when Block::Heading with (text) %}<h2>{{ text }}</h2>
{% when Block::List with (lines) %}<ul>
{% for line in lines %}<li>{{ line }}</li>
{% endfor %}</ul>
{% when Block::Table with (rows) %}<table>
{% for row in rows %}<tr><th scope="row">{{ row.0 }}</th><td>{{ row.1 }}</td></tr>
{% endfor %}</table>
{% when Block::Paragraph with (text) %}<p>{{ text }}</p>
{% endmatch %}
{%- endfor %}"#
)]
pub(super) struct Body<'a> {
    blocks: Vec<Block<'a>>,
}

enum Block<'a> {
    Heading(&'a str),
    Paragraph(String),
    List(Vec<&'a str>),
    /// Lines of `label | value`.
    Table(Vec<(&'a str, &'a str)>),
}

impl<'a> Body<'a> {
    /// Blocks are parted by blank lines: `## ` begins a heading, `- ` each line of a list, ` | ` parts each line of a table.
    pub(super) fn parse(text: &'a str) -> Self {
        Self { blocks: text.trim().split("\n\n").map(str::trim).filter(|block| !block.is_empty()).map(block).collect() }
    }
}

fn block(text: &str) -> Block<'_> {
    if let Some(heading) = text.strip_prefix("## ") {
        return Block::Heading(heading);
    }
    if let Some(lines) = text.lines().map(|line| line.strip_prefix("- ")).collect() {
        return Block::List(lines);
    }
    if let Some(rows) = text.lines().map(|line| line.split_once(" | ")).collect() {
        return Block::Table(rows);
    }
    Block::Paragraph(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The beginning of a body, cut between words.
pub(super) fn teaser(text: &str) -> String {
    let first = text.trim().split("\n\n").next().unwrap_or_default();
    let mut teaser = String::new();
    for word in first.split_whitespace() {
        if teaser.chars().count() + word.chars().count() >= TEASER {
            teaser.push_str(" […]");
            break;
        }
        if !teaser.is_empty() {
            teaser.push(' ');
        }
        teaser.push_str(word);
    }
    teaser
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_escaped_block_by_block() {
        let body = Body::parse("## Who & what\n\nTowns <of> any\nsize.\n\n- one\n- two\n\nClosing | 1 May\nGrant | 5 €");
        assert_eq!(
            body.render().unwrap(),
            "<h2>Who &#38; what</h2>\n<p>Towns &#60;of&#62; any size.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n\
             <table>\n<tr><th scope=\"row\">Closing</th><td>1 May</td></tr>\n<tr><th scope=\"row\">Grant</th><td>5 €</td></tr>\n</table>\n"
        );
    }

    #[test]
    fn a_teaser_is_cut_between_words() {
        let teaser = teaser(&"seven letters ".repeat(40));
        assert!(teaser.ends_with(" […]") && teaser.chars().count() < TEASER + 8, "{teaser}");
        assert_eq!(super::teaser("Short.\n\nMore."), "Short.");
    }
}
