//! One line of robots.txt: its name and its value, as people really write them.

/// Line names as they are written, misspellings that Google takes too among them.
const NAMES: &[(&str, Name)] = &[
    ("user-agent", Name::UserAgent),
    ("useragent", Name::UserAgent),
    ("user agent", Name::UserAgent),
    ("allow", Name::Allow),
    ("disallow", Name::Disallow),
    ("dissallow", Name::Disallow),
    ("dissalow", Name::Disallow),
    ("disalow", Name::Disallow),
    ("diasllow", Name::Disallow),
    ("disallaw", Name::Disallow),
    ("crawl-delay", Name::CrawlDelay),
    ("crawldelay", Name::CrawlDelay),
    ("crawl delay", Name::CrawlDelay),
    ("visit-time", Name::VisitTime),
];

/// What a line is about; all else (Sitemap, Host …) is none of a crawler's business.
#[derive(Debug, Clone, Copy)]
pub(super) enum Name {
    UserAgent,
    Allow,
    Disallow,
    CrawlDelay,
    VisitTime,
}

/// `Name: value`, the colon being forgotten at times; comments and blanks apart.
pub(super) fn name_and_value(line: &[u8]) -> Option<(Name, &[u8])> {
    let line = line.split(|byte| *byte == b'#').next()?.trim_ascii();
    let (name, value) = if let Some(colon) = line.iter().position(|byte| *byte == b':') {
        (&line[..colon], &line[colon + 1..])
    } else {
        let blank = line.iter().position(u8::is_ascii_whitespace)?;
        let value = line[blank..].trim_ascii();
        if value.iter().any(u8::is_ascii_whitespace) {
            return None; // a sentence
        }
        (&line[..blank], value)
    };
    let name = name.trim_ascii();
    NAMES.iter().find(|(spelt, _)| spelt.as_bytes().eq_ignore_ascii_case(name)).map(|(_, name)| (*name, value.trim_ascii()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(line: &str) -> Option<&str> {
        name_and_value(line.as_bytes()).map(|(_, value)| std::str::from_utf8(value).unwrap())
    }

    #[test]
    fn a_line_is_read_with_its_comment_blanks_and_colon_or_without() {
        for line in ["Disallow: /x", "  disallow :/x # not this", "DISALLOW /x", "Dissallow\t/x"] {
            assert_eq!(value(line), Some("/x"), "{line}");
        }
        assert_eq!(value("Allow:"), Some(""));
    }

    #[test]
    fn a_sentence_a_comment_and_an_unknown_name_are_no_line() {
        for line in ["", "# Disallow: /x", "Disallow all of this", "Sitemap: https://cities.example/map", ": /x", "Disallow"] {
            assert_eq!(value(line), None, "{line}");
        }
    }
}
