//! Markup as a forgiving reader sees it: tags, texts, and nothing that cannot be understood. Feeds and site maps are read with it.

/// A piece of a document.
#[derive(Debug, Clone)]
pub(in crate::read) enum Token<'a> {
    /// Between tags, character references in it.
    Text(&'a str),
    /// What stood in a CDATA section, or looked like a tag and is none.
    Verbatim(&'a str),
    Start {
        name: &'a str,
        attributes: Vec<(&'a str, &'a str)>,
        empty: bool,
        written: &'a str,
    },
    End {
        name: &'a str,
        written: &'a str,
    },
}

pub(in crate::read) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// Where the last token began.
    last: usize,
    /// Nothing of these kinds ends any more: do not look again (each look would cost the rest of the text).
    no_more_comments: bool,
    no_more_cdata: bool,
    no_more_declarations: bool,
}

impl<'a> Tokens<'a> {
    pub(in crate::read) fn new(text: &'a str) -> Self {
        Self { text, at: 0, last: 0, no_more_comments: false, no_more_cdata: false, no_more_declarations: false }
    }

    /// The token that was given last, once more.
    pub(in crate::read) fn last_again(&mut self) -> Token<'a> {
        self.at = self.last;
        self.next().unwrap_or(Token::Text(""))
    }

    pub(in crate::read) fn next(&mut self) -> Option<Token<'a>> {
        loop {
            self.last = self.at;
            let rest = &self.text[self.at..];
            if rest.is_empty() {
                return None;
            }
            if !rest.starts_with('<') {
                let end = rest.find('<').unwrap_or(rest.len());
                self.at += end;
                return Some(Token::Text(&rest[..end]));
            }
            if let Some(inner) = rest.strip_prefix("<![CDATA[") {
                let end = if self.no_more_cdata { None } else { inner.find("]]>") };
                self.no_more_cdata |= end.is_none();
                let length = end.unwrap_or(inner.len());
                self.at += "<![CDATA[".len() + length + end.map_or(0, |_| "]]>".len());
                return Some(Token::Verbatim(&inner[..length]));
            }
            if rest.starts_with("<!--") {
                let end = if self.no_more_comments { None } else { rest.find("-->") };
                self.no_more_comments |= end.is_none();
                self.at += end.map_or("<!--".len(), |end| end + "-->".len());
                continue;
            }
            if rest.starts_with("<?") {
                self.at += rest.find('>').map_or(rest.len(), |end| end + 1);
                continue;
            }
            if rest.starts_with("<!") {
                let length = if self.no_more_declarations { None } else { declaration(rest) };
                self.no_more_declarations |= length.is_none();
                // Unbalanced: as far as the first `>`, so that what follows is not lost.
                self.at += length.or_else(|| Some(rest.find('>')? + 1)).unwrap_or(rest.len());
                continue;
            }
            if let Some((token, length)) = tag(rest) {
                self.at += length;
                return Some(token);
            }
            self.at += 1;
            return Some(Token::Verbatim("<"));
        }
    }
}

/// The length of `<!DOCTYPE … [ … ]>`: quotes and brackets hold what looks like its end.
fn declaration(text: &str) -> Option<usize> {
    let (mut quote, mut bracket) = (None, false);
    for (place, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'[') => bracket = true,
            (None, b']') => bracket = false,
            (None, b'>') if !bracket => return Some(place + 1),
            _ => {}
        }
    }
    None
}

fn tag(text: &str) -> Option<(Token<'_>, usize)> {
    let bytes = text.as_bytes();
    let is_end = bytes.get(1) == Some(&b'/');
    let start = if is_end { 2 } else { 1 };
    let mut at = start;
    while bytes.get(at).is_some_and(|&byte| is_name(byte)) {
        at += 1;
    }
    let name = &text[start..at];
    if !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') || name.ends_with(':') || name.matches(':').count() > 1 {
        return None;
    }
    if is_end {
        let end = at + text[at..].find(['>', '<'])?;
        let length = if bytes[end] == b'>' { end + 1 } else { end };
        return Some((Token::End { name, written: &text[..length] }, length));
    }
    let mut attributes = Vec::new();
    let mut empty = false;
    loop {
        match *bytes.get(at)? {
            b'>' => {
                let length = at + 1;
                return Some((Token::Start { name, attributes, empty, written: &text[..length] }, length));
            }
            // A new tag begins where this one should have ended.
            b'<' => return Some((Token::Start { name, attributes, empty, written: &text[..at] }, at)),
            b'/' => {
                empty = true;
                at += 1;
            }
            byte if is_name(byte) => {
                empty = false;
                let attribute;
                (attribute, at) = read_attribute(text, at)?;
                // More than this is no feed, and looking for doubles among them would cost their square.
                if attributes.len() < 64 {
                    attributes.extend(attribute);
                }
            }
            byte if byte.is_ascii_whitespace() => at += 1,
            // Something else after a name: no tag ("a <b, c").
            _ => return None,
        }
    }
}

/// An attribute, if its name can stand in XML, and where it ends.
fn read_attribute(text: &str, start: usize) -> Option<(Option<(&str, &str)>, usize)> {
    let bytes = text.as_bytes();
    let skip_spaces = |mut at: usize| {
        while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        at
    };
    let mut at = start;
    while bytes.get(at).is_some_and(|&byte| is_name(byte)) {
        at += 1;
    }
    let name = &text[start..at];
    let after = skip_spaces(at);
    let (value, end) = if bytes.get(after) == Some(&b'=') {
        let value = skip_spaces(after + 1);
        let first = *bytes.get(value)?;
        if matches!(first, b'"' | b'\'') {
            let length = bytes[value + 1..].iter().position(|&byte| byte == first)?;
            (&text[value + 1..value + 1 + length], value + length + 2)
        } else {
            let length = text[value..].find(|c: char| c.is_ascii_whitespace() || matches!(c, '<' | '>'))?;
            (&text[value..value + length], value + length)
        }
    } else {
        ("", at)
    };
    let good =
        name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && !name.ends_with(':') && name.matches(':').count() <= 1;
    Some((good.then_some((name, value)), end))
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_' | b'-' | b'.')
}
