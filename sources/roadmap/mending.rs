//! Reads on behind a mistake: a stand-in takes the place of what cannot be read, so that one run tells what is wrong further on as well.
//! What was read with a stand-in is looked at for mistakes, and never used.

use std::ops::Range;

use serde::de::DeserializeOwned;

/// An entry with more mistakes than keys was meant as something else.
const MOST_MISTAKES: usize = 50;

/// The slug of an entry that has none.
pub(super) const NO_SLUG: &str = "entry-without-slug";

/// What stands in for a key that must be there, where a plain text will not do.
const STAND_INS: [(&str, &str); 4] = [
    ("slug", "\"entry-without-slug\""),
    ("url", "\"https://stand-in.example/\""),
    ("name", "{ he = \"-\", en = \"-\" }"),
    ("language", "[\"en\"]"),
];

/// Values of every kind that the roadmap has: a text that is a selector too, a path, a number and so on.
const VALUES: [&str; 6] = ["\"*\"", "\"$\"", "1", "true", "[]", "{}"];

/// A text of TOML, with stand-ins.
pub(super) struct Mended {
    text: String,
    /// The lines that it has more than what was written, from 0.
    added: Vec<usize>,
}

/// Reads a text as far as it can be understood, and tells each mistake with its line, from 0.
pub(super) fn read_on<T: DeserializeOwned>(written: &str) -> (Option<T>, Mended, Vec<(usize, String)>) {
    let mut mended = Mended { text: written.to_owned(), added: Vec::new() };
    let mut mistakes = Vec::new();
    while mistakes.len() < MOST_MISTAKES {
        let error = match toml::from_str(&mended.text) {
            Ok(read) => return (Some(read), mended, mistakes),
            Err(error) => error,
        };
        let at = error.span();
        mistakes.push((at.as_ref().map_or(0, |at| mended.line(at.start)), error.message().to_owned()));
        let Some(further) = at.and_then(|at| mended.past::<T>(&at, error.message())) else { break };
        mended = further;
    }
    (None, mended, mistakes)
}

impl Mended {
    /// The line of a byte, as it was written, from 0.
    pub(super) fn line(&self, at: usize) -> usize {
        let line = line_in(&self.text, at);
        line - self.added.iter().filter(|added| **added < line).count()
    }

    /// The line of the key that a mistake begins with, as in "url: …" or "json.paging.size: …"; that of the entry where it names none.
    pub(super) fn line_of_key(&self, entry: usize, mistake: &str) -> usize {
        let named = mistake.split(|c: char| !(c.is_ascii_lowercase() || matches!(c, '_' | '.'))).next().unwrap_or_default();
        let is_of = |line: &str, key: &str| {
            let line = line.trim_start();
            line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='))
                || line.starts_with('[') && line.trim_end().ends_with(&format!(".{key}]"))
        };
        let mut at = entry;
        let lines: Vec<(usize, &str)> = self.text[entry..]
            .split_inclusive('\n')
            .map(|line| {
                at += line.len();
                (at - line.len(), line)
            })
            .collect();
        let found =
            named.rsplit('.').filter(|key| !key.is_empty()).find_map(|key| lines.iter().find(|(_, line)| is_of(line, key)));
        self.line(found.map_or(entry, |(at, _)| *at))
    }

    /// The text with something in the place of what is wrong there, if that can be read.
    fn past<T: DeserializeOwned>(&self, at: &Range<usize>, said: &str) -> Option<Self> {
        let missing = said.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
        // A table in one line has no line below its head; it is taken for a value.
        if let Some(missing) = missing.filter(|_| !self.text[at.start..].starts_with('{')) {
            return stand_ins(missing, said).into_iter().find_map(|value| self.with_key::<T>(at.start, missing, &value));
        }
        let line = self.text[..at.start].rfind('\n').map_or(0, |end| end + 1);
        let line_end = self.text[at.start..].find('\n').map_or(self.text.len(), |length| at.start + length);
        if said.starts_with("unknown field") && self.text[line..at.start].trim().is_empty() {
            let rest = self.text[line_end..].to_owned();
            return self.but(format!("{}{rest}", &self.text[..line])).goes_on::<T>(line_in(&self.text, at.start));
        }
        let key = self.text[line..at.start].split('=').next().unwrap_or_default().trim();
        if at.end > line_end {
            return None;
        }
        stand_ins(key, said).into_iter().find_map(|value| {
            let text = format!("{}{value}{}", &self.text[..at.start], &self.text[at.end..]);
            self.but(text).goes_on::<T>(line_in(&self.text, at.start))
        })
    }

    /// With one more key, in the line below the head of its table.
    fn with_key<T: DeserializeOwned>(&self, table: usize, key: &str, value: &str) -> Option<Self> {
        let head_end = self.text[table..].find('\n').map(|length| table + length + 1)?;
        let line = line_in(&self.text, head_end);
        let text = format!("{}{key} = {value}\n{}", &self.text[..head_end], &self.text[head_end..]);
        let mut added: Vec<usize> = self.added.iter().map(|known| known + usize::from(*known >= line)).collect();
        added.push(line);
        Self { text, added }.goes_on::<T>(line)
    }

    fn but(&self, text: String) -> Self {
        Self { text, added: self.added.clone() }
    }

    /// Itself, if nothing is wrong in that line any more.
    fn goes_on<T: DeserializeOwned>(self, line: usize) -> Option<Self> {
        let error = toml::from_str::<T>(&self.text).err();
        let is_there_still = error.is_some_and(|error| error.span().is_none_or(|at| line_in(&self.text, at.start) == line));
        (!is_there_still).then_some(self)
    }
}

/// What may stand in for a key's value: where only some words do, the first of them.
fn stand_ins(key: &str, said: &str) -> Vec<String> {
    let of_key = STAND_INS.iter().filter(|(name, _)| *name == key).map(|(_, value)| (*value).to_owned());
    let word = said.split_once("expected ").and_then(|(_, words)| words.split('`').nth(1)).map(|word| format!("\"{word}\""));
    of_key.chain(VALUES.iter().map(|value| (*value).to_owned())).chain(word).collect()
}

fn line_in(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count()
}
