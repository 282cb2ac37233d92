//! What staff are told by telephone or find by hand, entered as a source's finding: it is normalised and kept like any other, with the
//! one difference that a person has said that it is an opportunity.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Context as _;
use chrono::{DateTime, NaiveDate, Utc};
use sources::finding::{field, short_hash};
use sources::lexicon::Lexicon;
use sources::{Finding, Source};
use url::Url;

use crate::candidate::candidate;
use crate::clock::HOME;
use crate::record::Review;
use crate::store::{KeepCounts, Outcome, Store};

/// Longest title: longer ones are texts.
pub(crate) const LONGEST_TITLE: usize = 300;

/// Longest text: that of a whole call.
const LONGEST_TEXT: usize = 50_000;

/// Longest name of an organiser, and longest address.
pub(crate) const LONGEST_LINE: usize = 500;

/// What was entered, as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(default)]
pub struct Entry {
    /// Slug of the source.
    pub source: String,
    /// Title.
    pub title: String,
    /// Address, if there is one.
    pub url: String,
    /// Last day to apply, `2027-03-15`; empty: as the text says.
    pub deadline: String,
    /// Who calls.
    pub organiser: String,
    /// What it is about.
    pub text: String,
    /// Its language, ISO 639-1.
    pub lang: String,
}

/// What is wrong with a field of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mistake {
    /// There is no such source.
    UnknownSource,
    /// It may not be empty.
    Empty,
    /// It is longer than is kept.
    TooLong,
    /// It is no address of the web.
    NoAddress,
    /// It is no date.
    NoDate,
    /// It is no code of a language.
    NoLanguage,
}

impl Mistake {
    /// In the texts' keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownSource => "unknown_source",
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::NoAddress => "no_address",
            Self::NoDate => "no_date",
            Self::NoLanguage => "no_language",
        }
    }
}

/// The finding that an entry tells, or every mistake by the name of its field.
pub fn finding(entry: &Entry, sources: &[Source]) -> Result<Finding, BTreeMap<&'static str, Mistake>> {
    let mut mistakes = BTreeMap::new();
    let mut check = |name, mistake: Option<Mistake>| mistake.map(|mistake| mistakes.insert(name, mistake));
    let too_long = |text: &str, most: usize| (text.chars().count() > most).then_some(Mistake::TooLong);
    let needed = |text: &str, most| if text.trim().is_empty() { Some(Mistake::Empty) } else { too_long(text, most) };
    let known = sources.iter().any(|source| source.slug == entry.source);
    check("source", (!known).then_some(Mistake::UnknownSource));
    check("title", needed(&entry.title, LONGEST_TITLE));
    check("text", needed(&entry.text, LONGEST_TEXT));
    check("organiser", too_long(&entry.organiser, LONGEST_LINE));
    let url = entry.url.trim();
    let address =
        Url::parse(url).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.as_str().len() <= LONGEST_LINE);
    check("url", (!url.is_empty() && address.is_none()).then_some(Mistake::NoAddress));
    let deadline = entry.deadline.trim();
    check("deadline", (!deadline.is_empty() && deadline.parse::<NaiveDate>().is_err()).then_some(Mistake::NoDate));
    let lang = entry.lang.trim();
    let is_code = lang.len() == 2 && lang.bytes().all(|byte| byte.is_ascii_lowercase());
    check("lang", (!lang.is_empty() && !is_code).then_some(Mistake::NoLanguage));
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let url = address.map(String::from).unwrap_or_default();
    let filled = [(field::DEADLINE, deadline), (field::ORGANISER, entry.organiser.trim())];
    Ok(Finding {
        source: entry.source.clone(),
        // Entered twice it is one finding, the later of which corrects the earlier.
        key: if url.is_empty() { short_hash(&[entry.title.trim()]) } else { url.clone() },
        url,
        title: entry.title.trim().to_owned(),
        text: Some(entry.text.replace("\r\n", "\n").trim().to_owned()),
        lang: Some(lang.to_owned()).filter(|lang| !lang.is_empty()),
        fields: filled
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name.to_owned(), vec![value.to_owned()]))
            .collect(),
        ..Finding::default()
    })
}

/// Keeps an entry as approved by whoever entered it; returns the id of the record that it belongs to.
pub async fn keep(
    store: &Store,
    lexicon: &Arc<Lexicon>,
    source: &Source,
    finding: Finding,
    by: &str,
    now: DateTime<Utc>,
) -> anyhow::Result<String> {
    let id = finding.id();
    let (of, lexicon, today) = (source.clone(), Arc::clone(lexicon), now.with_timezone(&HOME).date_naive());
    let mut candidate = tokio::task::spawn_blocking(move || candidate(finding, &of, &lexicon, today, None)).await?;
    candidate.is_opportunity = true;
    let counts = store.keep(&[candidate], Review::Approved, now).await?;
    let record = store.record_of(&id).await?.context("what was entered has no record; enter it again")?;
    store.set_review(&record, Review::Approved, by, now).await?;
    note_asked(store, &source.slug, counts, now).await?;
    Ok(record)
}

/// Notes that a person has asked a source today.
pub async fn note_asked(store: &Store, slug: &str, counts: KeepCounts, now: DateTime<Utc>) -> anyhow::Result<()> {
    let mut run = store.open_run(slug, now).await?;
    run.outcome = Outcome::Done;
    run.evidence.by_hand = true;
    run.counts.kept = counts;
    store.close_run(run, now).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources() -> Vec<Source> {
        let folder = tempfile::tempdir().unwrap();
        let roadmap = "[[source]]\nslug = \"embassy\"\nname = { he = \"שגרירות\", en = \"Embassy\" }\nnetwork = \"embassy\"\n\
                       language = [\"en\"]\n[source.manual]\n";
        std::fs::write(folder.path().join("a.toml"), roadmap).unwrap();
        sources::roadmap::load(folder.path()).unwrap()
    }

    fn entry() -> Entry {
        Entry {
            source: "embassy".into(),
            title: " Youth exchange ".into(),
            url: "https://embassy.example/youth".into(),
            deadline: "2027-03-15".into(),
            organiser: "The embassy".into(),
            text: "Told on the telephone.\r\nTwo weeks in May.".into(),
            lang: "en".into(),
        }
    }

    #[test]
    fn an_entry_is_a_finding_of_its_source() {
        let finding = finding(&entry(), &sources()).unwrap();
        assert_eq!((finding.title.as_str(), finding.key.as_str()), ("Youth exchange", "https://embassy.example/youth"));
        assert_eq!(finding.text.as_deref(), Some("Told on the telephone.\nTwo weeks in May."));
        assert_eq!((finding.field(field::DEADLINE), finding.field(field::ORGANISER)), (Some("2027-03-15"), Some("The embassy")));
    }

    #[test]
    fn every_mistake_is_named_by_its_field() {
        let wrong = Entry {
            source: "nobody".into(),
            title: "t".repeat(LONGEST_TITLE + 1),
            url: "javascript:alert(1)".into(),
            deadline: "15.3.2027".into(),
            organiser: String::new(),
            text: " ".into(),
            lang: "english".into(),
        };
        let expected = [
            ("deadline", Mistake::NoDate),
            ("lang", Mistake::NoLanguage),
            ("source", Mistake::UnknownSource),
            ("text", Mistake::Empty),
            ("title", Mistake::TooLong),
            ("url", Mistake::NoAddress),
        ];
        assert_eq!(finding(&wrong, &sources()), Err(expected.into()));
    }

    #[test]
    fn without_an_address_the_title_is_the_key() {
        let spoken = Entry { url: String::new(), deadline: String::new(), ..entry() };
        let told = finding(&spoken, &sources()).unwrap();
        let again = finding(&Entry { text: "More of it.".into(), ..spoken }, &sources()).unwrap();
        assert_eq!((told.id(), told.url.as_str(), told.fields.len()), (again.id(), "", 1));
    }
}
