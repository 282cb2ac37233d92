//! The house's words in the reader's language: `config/i18n/{he,en}.toml`, looked up by dotted key.
//! Knows no letters and no pages; whoever speaks names its keys and has them checked at start ([`I18n::require`]).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, bail, ensure};
use serde::{Deserialize, Serialize};
use sources::source::Names;

/// A language that the house speaks itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    #[default]
    He,
    En,
}

impl Language {
    /// Each of them.
    pub const ALL: [Self; 2] = [Self::He, Self::En];

    /// The house's language for a reader who asked for `code`: Hebrew for Hebrew, and for Arabic, which the house does not write: whoever
    /// works in an Arab authority in Israel reads Hebrew every day. English for everything else.
    pub fn for_reader(code: &str) -> Self {
        let is_hebrew = code.is_empty() || ["he", "iw", "ar"].iter().any(|known| code.starts_with(known));
        if is_hebrew { Self::He } else { Self::En }
    }

    /// ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Self::He => "he",
            Self::En => "en",
        }
    }

    /// The one of two names that is in this language.
    pub fn name_of(self, names: &Names) -> &str {
        match self {
            Self::He => &names.he,
            Self::En => &names.en,
        }
    }

    /// Value of the HTML attribute `dir`.
    pub fn dir(self) -> &'static str {
        match self {
            Self::He => "rtl",
            Self::En => "ltr",
        }
    }

    /// The plural categories that a counted text of this language has to give (CLDR; Hebrew has a dual: יומיים).
    fn categories(self) -> &'static [&'static str] {
        match self {
            Self::He => &["one", "two", "other"],
            Self::En => &["one", "other"],
        }
    }

    fn category(self, count: u64) -> &'static str {
        match (self, count) {
            (_, 1) => "one",
            (Self::He, 2) => "two",
            _ => "other",
        }
    }
}

/// All texts, in both languages.
#[derive(Debug, Clone)]
pub struct I18n {
    he: Texts,
    en: Texts,
}

/// The texts of one language.
#[derive(Debug, Clone)]
pub struct Texts {
    language: Language,
    texts: BTreeMap<String, String>,
}

impl I18n {
    /// Reads `he.toml` and `en.toml` of `config/i18n` and checks one against the other.
    pub fn load(config: &Path) -> anyhow::Result<Self> {
        let read = |name: &str| {
            let path = config.join("i18n").join(name);
            std::fs::read_to_string(&path).with_context(|| format!("{}: cannot be read", path.display()))
        };
        Self::parse(&read("he.toml")?, &read("en.toml")?)
    }

    /// The same from text.
    pub fn parse(he: &str, en: &str) -> anyhow::Result<Self> {
        let he = Texts::parse(Language::He, he).context("config/i18n/he.toml")?;
        let en = Texts::parse(Language::En, en).context("config/i18n/en.toml")?;
        he.agrees_with(&en)?;
        en.agrees_with(&he)?;
        Ok(Self { he, en })
    }

    /// The texts of one language.
    pub fn of(&self, language: Language) -> &Texts {
        match language {
            Language::He => &self.he,
            Language::En => &self.en,
        }
    }

    /// Refuses to go on without one of `keys`: called at start and by `kolkore check`, so that no reader meets a missing text.
    pub fn require(&self, keys: &[&str]) -> anyhow::Result<()> {
        for texts in [&self.he, &self.en] {
            for key in keys {
                ensure!(texts.has(key), "config/i18n/{}.toml: `{key}` is missing; add the text", texts.language.code());
            }
        }
        Ok(())
    }
}

impl Texts {
    fn parse(language: Language, text: &str) -> anyhow::Result<Self> {
        let table: toml::Table = text.parse()?;
        let mut texts = BTreeMap::new();
        flatten("", &table, &mut texts)?;
        Ok(Self { language, texts })
    }

    /// The language that these texts are in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text at `key`, with `{name}` replaced by the value of each argument; values are never looked through again.
    ///
    /// A key that is not there is answered by itself: visible to the reader, fatal to nobody. [`I18n::require`] finds it at start.
    pub fn t(&self, key: &str, args: &[(&str, &str)]) -> String {
        match self.texts.get(key) {
            Some(text) => fill(text, args),
            None => key.to_owned(),
        }
    }

    /// The text at `key` if there is one: for names that come from data (a topic's slug, a language's code).
    pub fn find(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }

    /// The form of `key` that goes with `count`, which is also the argument `{count}`.
    pub fn n(&self, key: &str, count: u64, args: &[(&str, &str)]) -> String {
        let number = count.to_string();
        let mut all = vec![("count", number.as_str())];
        all.extend_from_slice(args);
        self.t(&format!("{key}.{}", self.language.category(count)), &all)
    }

    fn has(&self, key: &str) -> bool {
        self.texts.contains_key(key)
            || self.language.categories().iter().all(|category| self.texts.contains_key(&format!("{key}.{category}")))
    }

    /// Every key of ours is in `other` too, with the same arguments.
    fn agrees_with(&self, other: &Self) -> anyhow::Result<()> {
        for (key, text) in &self.texts {
            let stem = key.rsplit_once('.').filter(|(_, last)| matches!(*last, "one" | "two" | "other")).map(|(stem, _)| stem);
            if let Some(stem) = stem {
                ensure!(
                    self.has(stem) && other.has(stem),
                    "config/i18n: `{stem}` needs the forms {:?} in {} and {:?} in {}",
                    self.language.categories(),
                    self.language.code(),
                    other.language.categories(),
                    other.language.code()
                );
                continue;
            }
            let Some(twin) = other.texts.get(key) else {
                bail!("config/i18n/{}.toml: `{key}` is missing, {}.toml has it", other.language.code(), self.language.code());
            };
            let (ours, theirs) = (names(text), names(twin));
            ensure!(
                ours == theirs,
                "config/i18n: `{key}` takes {ours:?} in {} and {theirs:?} in {}",
                self.language.code(),
                other.language.code()
            );
        }
        Ok(())
    }
}

fn flatten(prefix: &str, table: &toml::Table, into: &mut BTreeMap<String, String>) -> anyhow::Result<()> {
    for (name, value) in table {
        let key = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        match value {
            toml::Value::String(text) => {
                into.insert(key, text.clone());
            }
            toml::Value::Table(inner) => flatten(&key, inner, into)?,
            other => bail!("`{key}` is a {}, a text was expected; put it in quotes", other.type_str()),
        }
    }
    Ok(())
}

/// One pass from left to right, so that an argument's value (a title from the web, say) is never itself filled in.
fn fill(text: &str, args: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = args.iter().find(|(known, _)| *known == name) {
            out.push_str(value);
        } else {
            out.push('{');
            out.push_str(name);
            out.push('}');
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

fn names(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|after| after.split_once('}')).map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HE: &str = "hello = 'שלום {name}'\n[days]\none = 'יום אחד'\ntwo = 'יומיים'\nother = '{count} ימים'\n";
    const EN: &str = "hello = 'Hello {name}'\n[days]\none = 'one day'\nother = '{count} days'\n";

    #[test]
    fn hebrew_counts_have_a_dual() {
        let i18n = I18n::parse(HE, EN).unwrap();
        let days = |count| i18n.of(Language::He).n("days", count, &[]);
        assert_eq!([days(1), days(2), days(3), days(12)], ["יום אחד", "יומיים", "3 ימים", "12 ימים"]);
        assert_eq!(i18n.of(Language::En).n("days", 2, &[]), "2 days");
    }

    #[test]
    fn readers_of_arabic_get_hebrew_and_all_others_whom_the_house_does_not_speak_to_english() {
        let of = ["", "he", "iw-IL", "ar", "en", "fr", "ru"].map(Language::for_reader);
        assert_eq!(of, [Language::He, Language::He, Language::He, Language::He, Language::En, Language::En, Language::En]);
    }

    #[test]
    fn a_value_that_looks_like_an_argument_is_not_filled_in() {
        let i18n = I18n::parse(HE, EN).unwrap();
        assert_eq!(i18n.of(Language::En).t("hello", &[("name", "{name}{")]), "Hello {name}{");
    }

    #[test]
    fn a_text_that_one_language_lacks_is_named_with_its_file() {
        let missing = I18n::parse(HE, "[days]\none = 'one day'\nother = '{count} days'\n").unwrap_err().to_string();
        assert_eq!(missing, "config/i18n/en.toml: `hello` is missing, he.toml has it");
    }

    #[test]
    fn a_count_without_its_dual_is_refused() {
        let error = I18n::parse(&HE.replace("two = 'יומיים'\n", ""), EN).unwrap_err().to_string();
        assert!(error.contains("`days` needs the forms"), "{error}");
    }

    #[test]
    fn arguments_have_to_agree_between_languages() {
        let error = I18n::parse(HE, &EN.replace("{name}", "{nom}")).unwrap_err().to_string();
        assert!(error.contains("`hello` takes"), "{error}");
    }

    #[test]
    fn a_required_key_that_is_missing_is_an_error() {
        let i18n = I18n::parse(HE, EN).unwrap();
        assert!(i18n.require(&["hello", "days"]).is_ok());
        assert_eq!(i18n.require(&["bye"]).unwrap_err().to_string(), "config/i18n/he.toml: `bye` is missing; add the text");
    }
}
