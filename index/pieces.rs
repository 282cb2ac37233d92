//! Cutting what was typed into its pieces: words, quoted stretches, what stands before a colon, minus, star, OR. Knows what a quote
//! inside a Hebrew word is, and nothing of what the pieces mean.

use crate::query::Facet;

/// Fields that hold codes and can be asked for as `field:value`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum CodeField {
    Source,
    Kind,
    Topic,
    Network,
    Country,
    Eligible,
    Lang,
}

impl CodeField {
    pub(crate) const ALL: [Self; 7] =
        [Self::Source, Self::Kind, Self::Topic, Self::Network, Self::Country, Self::Eligible, Self::Lang];

    /// By what such codes are counted.
    pub(crate) const fn facet(self) -> Facet {
        match self {
            Self::Source => Facet::Source,
            Self::Kind => Facet::Kind,
            Self::Topic => Facet::Topic,
            Self::Network => Facet::Network,
            Self::Country => Facet::Country,
            Self::Eligible => Facet::Eligible,
            Self::Lang => Facet::Lang,
        }
    }

    /// As it is typed.
    pub(crate) const fn typed(self) -> &'static str {
        match self {
            Self::Source => "source:",
            Self::Kind => "kind:",
            Self::Topic => "topic:",
            Self::Network => "network:",
            Self::Country => "country:",
            Self::Eligible => "eligible:",
            Self::Lang => "lang:",
        }
    }
}

/// What stands before a colon.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Named {
    Title,
    Code(CodeField),
    Deadline,
    Status,
}

const FIELDS: [(&str, Named); 10] = [
    ("deadline:", Named::Deadline),
    ("title:", Named::Title),
    (CodeField::Source.typed(), Named::Code(CodeField::Source)),
    (CodeField::Kind.typed(), Named::Code(CodeField::Kind)),
    (CodeField::Topic.typed(), Named::Code(CodeField::Topic)),
    (CodeField::Network.typed(), Named::Code(CodeField::Network)),
    (CodeField::Country.typed(), Named::Code(CodeField::Country)),
    (CodeField::Eligible.typed(), Named::Code(CodeField::Eligible)),
    (CodeField::Lang.typed(), Named::Code(CodeField::Lang)),
    ("status:", Named::Status),
];

/// Whether this, in front of a colon, is a field of a question.
pub fn is_field(name: &str) -> bool {
    FIELDS.iter().any(|(known, _)| known.trim_end_matches(':').eq_ignore_ascii_case(name))
}

/// What stands before a colon as a field would, and is none: `colour` of `colour:red`. An address, an hour and what a colon ends are none.
pub(crate) fn unknown_field(body: &str) -> Option<&str> {
    let (name, value) = body.split_once(':')?;
    let may_be_asked = value.starts_with(|c: char| c.is_alphanumeric() || is_double_quote(c)) || value.starts_with(['<', '>']);
    (!name.is_empty() && name.chars().all(char::is_alphabetic) && may_be_asked && !is_field(name)).then_some(name)
}

/// The names of fields, as they are typed.
pub(crate) fn field_names() -> String {
    FIELDS.map(|(name, _)| name).join(" ")
}

/// One piece of what was typed.
pub(crate) enum Piece<'t> {
    Or,
    Term { negated: bool, field: Option<Named>, body: &'t str, quoted: bool, prefix: bool },
}

/// Reads piece by piece.
pub(crate) struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// Once no closing quote was found there is none: looking again would make a row of quotes quadratic.
    closing_quotes_left: bool,
    /// A "NOT" stands before the next piece.
    negates: bool,
    /// What stands behind a quote that was opened and never closed.
    pub(crate) unbalanced: Option<&'t str>,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0, closing_quotes_left: true, negates: false, unbalanced: None }
    }

    /// Whether nothing but separators is left.
    pub(crate) fn is_at_end(&self) -> bool {
        self.text[self.at..].chars().all(is_separator)
    }

    pub(crate) fn next(&mut self) -> Option<Piece<'t>> {
        loop {
            let rest = &self.text[self.at..];
            let c = rest.chars().next()?;
            if c == '|' {
                self.at += 1;
                return Some(Piece::Or);
            }
            if is_separator(c) {
                self.at += c.len_utf8();
                continue;
            }
            let minus = c == '-' && rest[1..].starts_with(|next: char| !is_separator(next) && next != '-');
            self.at += usize::from(minus);
            let negated = minus || self.negates;
            let field = self.field();
            let body = match self.text[self.at..].chars().next() {
                Some(quote) if is_double_quote(quote) => match self.quoted(quote) {
                    Some(body) => {
                        self.negates = false;
                        return Some(Piece::Term { negated, field, body, quoted: true, prefix: false });
                    }
                    None => continue,
                },
                _ => self.bare(matches!(field, Some(Named::Code(_) | Named::Status | Named::Deadline))),
            };
            match body {
                "OR" | "או" if field.is_none() && !negated => return Some(Piece::Or),
                "NOT" if field.is_none() && !minus => self.negates = true,
                "AND" | "" => {}
                _ => {
                    self.negates = false;
                    return Some(Piece::Term {
                        negated,
                        field,
                        body: body.trim_end_matches('*'),
                        quoted: false,
                        prefix: body.ends_with('*'),
                    });
                }
            }
        }
    }

    /// A field name, at once or after blanks before what it asks for. One that is still being typed asks for nothing.
    fn field(&mut self) -> Option<Named> {
        let rest = &self.text[self.at..];
        // A telephone writes the first letter large.
        let is_named = |name: &str| rest.get(..name.len()).is_some_and(|typed| typed.eq_ignore_ascii_case(name));
        let (name, field) = FIELDS.into_iter().find(|(name, _)| is_named(name))?;
        self.at += name.len();
        let behind = &self.text[self.at..];
        self.at += behind.len() - behind.trim_start().len();
        Some(field)
    }

    /// What stands between this quote and the next that closes; without one the quote is passed over.
    fn quoted(&mut self, quote: char) -> Option<&'t str> {
        let from = self.at + quote.len_utf8();
        self.at = from;
        let inside = &self.text[from..];
        let close = if self.closing_quotes_left {
            inside.char_indices().find(|(i, c)| is_double_quote(*c) && !is_gershayim(inside, *i))
        } else {
            None
        };
        let Some((length, close)) = close else {
            self.closing_quotes_left = false;
            self.unbalanced.get_or_insert(inside);
            return None;
        };
        self.at = from + length + close.len_utf8();
        Some(&inside[..length])
    }

    /// Up to the next separator, or quote that is no letter of a Hebrew word. Values of a field are parted by commas: `kind:grant,prize`.
    fn bare(&mut self, has_values: bool) -> &'t str {
        let rest = &self.text[self.at..];
        let is_followed = |i: usize| rest[i + 1..].starts_with(|next| !is_separator(next));
        let parts_values = |i: usize| has_values && rest[i..].starts_with(',') && is_followed(i);
        let ends =
            |i: usize, c: char| (is_separator(c) && !parts_values(i)) || c == '|' || is_double_quote(c) && !is_gershayim(rest, i);
        let end = rest.char_indices().find(|(i, c)| ends(*i, *c));
        let length = end.map_or(rest.len(), |(i, _)| i);
        self.at += length;
        &rest[..length]
    }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';')
}

fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' | '«' | '»' | '\u{5F4}' | '\u{FF02}')
}

/// Whether the quote at `i` stands between two Hebrew letters: then it is part of a word (`ארה"ב`).
fn is_gershayim(text: &str, i: usize) -> bool {
    let is_hebrew = |c: char| c.is_alphanumeric() && words::Script::of(c) == words::Script::Hebrew;
    let mut after = text[i..].chars().skip(1);
    text[..i].chars().next_back().is_some_and(is_hebrew) && after.next().is_some_and(is_hebrew)
}
