//! The house's words in the reader's language: `config/i18n/{he,en,ar}.toml`, looked up by dotted key. Arabic is spoken to readers of letters
//! alone: what its file does not have is said in Hebrew, which whoever works in an Arab authority in Israel reads every day.
//! Knows no letters and no pages; whoever speaks names its keys and has them checked at start ([`I18n::require`]).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, bail, ensure};
use serde::{Deserialize, Serialize};
use sources::source::Names;

/// Names of what data hold, such as topics, in a language for which the lists of data have none.
const NAMES: &str = "topic_name.";

/// A language that the house speaks itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    #[default]
    He,
    En,
    Ar,
}

impl Language {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::He, Self::En, Self::Ar];

    /// The house's language for a reader of letters who asked for `code`: Hebrew, Arabic, and English for everything else.
    pub fn for_reader(code: &str) -> Self {
        let is = |known: &[&str]| known.iter().any(|known| code.starts_with(known));
        if code.is_empty() || is(&["he", "iw"]) {
            Self::He
        } else if is(&["ar"]) {
            Self::Ar
        } else {
            Self::En
        }
    }

    /// The same for staff, to whom the house does not speak Arabic.
    pub fn for_staff(code: &str) -> Self {
        match Self::for_reader(code) {
            Self::Ar => Self::He,
            spoken => spoken,
        }
    }

    /// ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Self::He => "he",
            Self::En => "en",
            Self::Ar => "ar",
        }
    }

    /// Of what is there in Hebrew and in English the one for a reader of this language. In Arabic the Hebrew one, as on every road sign and in
    /// every letter of a ministry.
    pub fn either<T>(self, he: T, en: T) -> T {
        match self {
            Self::He | Self::Ar => he,
            Self::En => en,
        }
    }

    /// The one of two names that is for a reader of this language.
    pub fn name_of(self, names: &Names) -> &str {
        self.either(&names.he, &names.en)
    }

    /// Value of the HTML attribute `dir`.
    pub fn dir(self) -> &'static str {
        match self {
            Self::He | Self::Ar => "rtl",
            Self::En => "ltr",
        }
    }

    /// The plural categories that a counted text of this language has to give (CLDR; Hebrew has a dual: יומיים, and Arabic has one form more for
    /// three to ten and one for eleven to ninety-nine).
    fn categories(self) -> &'static [&'static str] {
        match self {
            Self::He => &["one", "two", "other"],
            Self::En => &["one", "other"],
            Self::Ar => &["one", "two", "few", "many", "other"],
        }
    }

    fn category(self, count: u64) -> &'static str {
        match (self, count) {
            (_, 1) => "one",
            (Self::He | Self::Ar, 2) => "two",
            (Self::Ar, count) if (3..=10).contains(&(count % 100)) => "few",
            (Self::Ar, count) if (11..=99).contains(&(count % 100)) => "many",
            _ => "other",
        }
    }
}

/// All texts, in each language.
#[derive(Debug, Clone)]
pub struct I18n {
    he: Texts,
    en: Texts,
    ar: Texts,
}

/// The texts of one language.
#[derive(Debug, Clone)]
pub struct Texts {
    language: Language,
    own: BTreeMap<String, String>,
    /// What another language says where this one has no text.
    lent: BTreeMap<String, String>,
}

impl I18n {
    /// Reads `he.toml`, `en.toml` and `ar.toml` of `config/i18n` and checks them against each other.
    pub fn load(config: &Path) -> anyhow::Result<Self> {
        let read = |name: &str| {
            let path = config.join("i18n").join(name);
            std::fs::read_to_string(&path).with_context(|| format!("{}: cannot be read", path.display()))
        };
        Self::parse(&read("he.toml")?, &read("en.toml")?, &read("ar.toml")?)
    }

    /// The same from text.
    pub fn parse(he: &str, en: &str, ar: &str) -> anyhow::Result<Self> {
        let he = Texts::parse(Language::He, he).context("config/i18n/he.toml")?;
        let en = Texts::parse(Language::En, en).context("config/i18n/en.toml")?;
        he.agrees_with(&en)?;
        en.agrees_with(&he)?;
        let ar = Texts::parse(Language::Ar, ar).context("config/i18n/ar.toml")?;
        ar.agrees_with(&he)?;
        Ok(Self { ar: ar.over(&he), he, en })
    }

    /// The texts of one language.
    pub fn of(&self, language: Language) -> &Texts {
        match language {
            Language::He => &self.he,
            Language::En => &self.en,
            Language::Ar => &self.ar,
        }
    }

    /// Refuses to go on without one of `keys`: called at start and by `kolkore check`, so that no reader meets a missing text.
    pub fn require(&self, keys: &[&str]) -> anyhow::Result<()> {
        [&self.he, &self.en].iter().try_for_each(|texts| texts.require(keys))
    }

    /// The same of what readers of letters meet: in Arabic too, and not in Hebrew in its place.
    pub fn require_for_readers(&self, keys: &[&str]) -> anyhow::Result<()> {
        self.require(keys)?;
        self.ar.require(keys)
    }
}

impl Texts {
    fn parse(language: Language, text: &str) -> anyhow::Result<Self> {
        let table: toml::Table = text.parse()?;
        let mut texts = BTreeMap::new();
        flatten("", &table, &mut texts)?;
        Ok(Self { language, own: texts, lent: BTreeMap::new() })
    }

    /// The texts of one table, each with its own key in it.
    pub fn under<'t>(&'t self, table: &str) -> impl Iterator<Item = (&'t str, &'t str)> + use<'t> {
        let table = format!("{table}.");
        let of_table = move |(key, text): (&'t String, &'t String)| Some((key.strip_prefix(&table)?, text.as_str()));
        self.own.iter().filter_map(of_table)
    }

    /// The same, with what `other` says where these have no text.
    fn over(mut self, other: &Self) -> Self {
        self.lent.clone_from(&other.own);
        self
    }

    fn get(&self, key: &str) -> Option<&String> {
        self.own.get(key).or_else(|| self.lent.get(key))
    }

    fn require(&self, keys: &[&str]) -> anyhow::Result<()> {
        for key in keys {
            ensure!(self.has(key), "config/i18n/{}.toml: `{key}` is missing; add the text", self.language.code());
        }
        Ok(())
    }

    /// The language that these texts are in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text at `key`, with `{name}` replaced by the value of each argument; values are never looked through again.
    ///
    /// A key that is not there is answered by itself: visible to the reader, fatal to nobody. [`I18n::require`] finds it at start.
    pub fn t(&self, key: &str, args: &[(&str, &str)]) -> String {
        match self.get(key) {
            Some(text) => fill(text, args),
            None => key.to_owned(),
        }
    }

    /// The text at `key` if there is one: for names that come from data (a topic's slug, a language's code).
    pub fn find(&self, key: &str) -> Option<&str> {
        self.get(key).map(String::as_str)
    }

    /// What a topic is called: as these texts call it, else as the lists of data do.
    pub fn topic<'t>(&'t self, slug: &str, names: Option<&'t Names>) -> Option<&'t str> {
        self.find(&format!("{NAMES}{slug}")).or_else(|| names.map(|names| self.language.name_of(names)))
    }

    /// The form of `key` that goes with `count`, which is also the argument `{count}`.
    pub fn n(&self, key: &str, count: u64, args: &[(&str, &str)]) -> String {
        let number = count.to_string();
        let mut all = vec![("count", number.as_str())];
        all.extend_from_slice(args);
        let form = format!("{key}.{}", self.language.category(count));
        // A text that another language lent has no more than its own forms.
        let form = if self.get(&form).is_some() { form } else { format!("{key}.other") };
        self.t(&form, &all)
    }

    fn has(&self, key: &str) -> bool {
        self.own.contains_key(key)
            || self.language.categories().iter().all(|category| self.own.contains_key(&format!("{key}.{category}")))
    }

    /// Every key of ours is in `other` too, with the same arguments.
    fn agrees_with(&self, other: &Self) -> anyhow::Result<()> {
        for (key, text) in &self.own {
            // What data are called has its names in the lists of data.
            if key.starts_with(NAMES) {
                continue;
            }
            let forms = ["one", "two", "few", "many", "other"];
            let stem = key.rsplit_once('.').filter(|(_, last)| forms.contains(last)).map(|(stem, _)| stem);
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
            let Some(twin) = other.own.get(key) else {
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
        let i18n = I18n::parse(HE, EN, "").unwrap();
        let days = |count| i18n.of(Language::He).n("days", count, &[]);
        assert_eq!([days(1), days(2), days(3), days(12)], ["יום אחד", "יומיים", "3 ימים", "12 ימים"]);
        assert_eq!(i18n.of(Language::En).n("days", 2, &[]), "2 days");
    }

    #[test]
    fn readers_get_hebrew_arabic_or_else_english_and_staff_who_ask_for_arabic_hebrew() {
        let of = ["", "he", "iw-IL", "ar", "ar-IL", "en", "fr"].map(Language::for_reader);
        assert_eq!(of, [Language::He, Language::He, Language::He, Language::Ar, Language::Ar, Language::En, Language::En]);
        assert_eq!(["ar", "he", "ru"].map(Language::for_staff), [Language::He, Language::He, Language::En]);
    }

    #[test]
    fn a_reader_of_arabic_is_given_hebrew_names_and_the_topics_that_arabic_names_in_arabic() {
        assert_eq!(Language::ALL.map(|language| language.either("he", "en")), ["he", "en", "he"]);
        let i18n = I18n::parse(HE, EN, "[topic_name]\nyouth = 'الشبيبة'\n").unwrap();
        let names = Names { he: "נוער".into(), en: "Youth".into() };
        let called = |language, slug| i18n.of(language).topic(slug, Some(&names)).map(str::to_owned);
        assert_eq!(called(Language::Ar, "youth").unwrap(), "الشبيبة");
        assert_eq!(
            (called(Language::Ar, "sport").unwrap(), called(Language::En, "youth").unwrap()),
            ("נוער".into(), "Youth".into())
        );
        assert_eq!(i18n.of(Language::He).topic("chess", None), None);
    }

    #[test]
    fn arabic_counts_have_five_forms_and_what_it_does_not_say_is_said_in_hebrew() {
        let ar = "[days]\none = 'يوم'\ntwo = 'يومان'\nfew = '{count} أيام'\nmany = '{count} يومًا'\nother = '{count} يوم'\n";
        let i18n = I18n::parse(HE, EN, ar).unwrap();
        let texts = i18n.of(Language::Ar);
        let said = [1, 2, 3, 10, 11, 99, 100, 103].map(|count| texts.n("days", count, &[]));
        assert_eq!(said, ["يوم", "يومان", "3 أيام", "10 أيام", "11 يومًا", "99 يومًا", "100 يوم", "103 أيام"]);
        assert_eq!(texts.t("hello", &[("name", "x")]), "שלום x");
        assert!(i18n.require_for_readers(&["days"]).is_ok());
        let missing = i18n.require_for_readers(&["hello"]).unwrap_err().to_string();
        assert_eq!(missing, "config/i18n/ar.toml: `hello` is missing; add the text");
        let lent = I18n::parse(HE, EN, "").unwrap();
        assert_eq!(lent.of(Language::Ar).n("days", 5, &[]), "5 ימים");
        assert!(I18n::parse(HE, EN, "bye = 'x'").unwrap_err().to_string().contains("he.toml: `bye` is missing"));
    }

    #[test]
    fn a_value_that_looks_like_an_argument_is_not_filled_in() {
        let i18n = I18n::parse(HE, EN, "").unwrap();
        assert_eq!(i18n.of(Language::En).t("hello", &[("name", "{name}{")]), "Hello {name}{");
    }

    #[test]
    fn a_text_that_one_language_lacks_is_named_with_its_file() {
        let missing = I18n::parse(HE, "[days]\none = 'one day'\nother = '{count} days'\n", "").unwrap_err().to_string();
        assert_eq!(missing, "config/i18n/en.toml: `hello` is missing, he.toml has it");
    }

    #[test]
    fn a_count_without_its_dual_is_refused() {
        let error = I18n::parse(&HE.replace("two = 'יומיים'\n", ""), EN, "").unwrap_err().to_string();
        assert!(error.contains("`days` needs the forms"), "{error}");
    }

    #[test]
    fn arguments_have_to_agree_between_languages() {
        let error = I18n::parse(HE, &EN.replace("{name}", "{nom}"), "").unwrap_err().to_string();
        assert!(error.contains("`hello` takes"), "{error}");
    }

    #[test]
    fn a_required_key_that_is_missing_is_an_error() {
        let i18n = I18n::parse(HE, EN, "").unwrap();
        assert!(i18n.require(&["hello", "days"]).is_ok());
        assert_eq!(i18n.require(&["bye"]).unwrap_err().to_string(), "config/i18n/he.toml: `bye` is missing; add the text");
    }
}
