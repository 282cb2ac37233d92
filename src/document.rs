//! A record as the index sees it: the one place where the two crates' words meet.

use std::borrow::Cow;

use index::{Deadline, Document, Facet, Names, Thesaurus};
use serde::Serialize;
use sources::lexicon::{Lexicon, Tongue};
use sources::opportunity::Stage;
use sources::{Opportunity, Source};

use crate::clean::web_address;
use crate::clock::{day_number, start_of};
use crate::code::code;
use crate::euro::in_euro;
use crate::i18n::{I18n, Language};
use crate::kinds;
use crate::record::{Record, Sighting};

/// What the API shows of a record: everything but its text and its history.
#[derive(Serialize)]
pub(crate) struct Item<'a> {
    id: &'a str,
    #[serde(flatten)]
    opportunity: Cow<'a, Opportunity>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<FileName<'a>>,
    sources: Cow<'a, [Sighting]>,
    review: crate::record::Review,
    changed: u64,
}

/// A file that belongs to a record, without its text.
#[derive(Serialize)]
struct FileName<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

/// What a question is widened by: the thesaurus, and the names of countries and their people.
pub fn thesaurus(lexicon: &Lexicon) -> Thesaurus {
    let owned = |(tongue, term): (Tongue, &str)| (tongue.code().to_owned(), term.to_owned());
    let concepts = lexicon.concepts.iter().map(|concept| concept.terms().map(owned).collect());
    let countries =
        lexicon.countries.iter().map(|country| country.names.iter().map(|(tongue, name)| owned((*tongue, name))).collect());
    let common = lexicon.concepts.iter().enumerate().filter(|(_, concept)| concept.common).map(|(place, _)| place).collect();
    Thesaurus::new(concepts.chain(countries)).with_common(&common).with_ordinary(&lexicon.ordinary)
}

/// What people call the values of fields, in a question; each code is a name of itself.
pub fn names(lexicon: &Lexicon, i18n: &I18n) -> Names {
    let kinds = kinds::NAMES.iter().flat_map(|(code, names)| names.iter().chain([code]).map(|name| (Facet::Kind, *name, *code)));
    let topics = lexicon.topics.iter().flat_map(|topic| {
        let slug = topic.slug.as_str();
        [slug, topic.name.he.as_str(), topic.name.en.as_str()].map(|name| (Facet::Topic, name, slug))
    });
    let countries = lexicon.countries.iter().flat_map(|country| {
        let names = country.names.iter().map(|(_, name)| name.as_str()).filter(|name| !name.contains('*'));
        let shown = [country.code.as_str(), country.he.as_str(), country.en.as_str()];
        shown.into_iter().chain(names).map(|name| (Facet::Country, name, country.code.as_str()))
    });
    let spoken = [(Facet::Network, "web.network_name"), (Facet::Lang, "web.language_name"), (Facet::Eligible, "web.eligible")];
    let shown = Language::ALL.into_iter().flat_map(|language| {
        let named = move |(facet, table)| {
            i18n.of(language).under(table).flat_map(move |(code, name)| [(facet, name, code), (facet, code, code)])
        };
        spoken.into_iter().flat_map(named)
    });
    Names::new(kinds.chain(topics).chain(countries).chain(shown))
}

impl<'a> Item<'a> {
    /// Of this record, with no address but those of the web.
    pub(crate) fn of(record: &'a Record) -> Self {
        Self {
            id: &record.id,
            opportunity: told(&record.opportunity),
            attachments: record
                .attachments
                .iter()
                .map(|file| FileName {
                    name: &file.name,
                    url: file.url.as_deref().map(web_address).filter(|address| !address.is_empty()),
                })
                .collect(),
            sources: sightings(&record.sources),
            review: record.review,
            changed: record.changed,
        }
    }
}

/// Hardly ever is an address none of the web, so the rest is not copied for it.
fn told(opportunity: &Opportunity) -> Cow<'_, Opportunity> {
    let address = web_address(&opportunity.url);
    if address == opportunity.url {
        return Cow::Borrowed(opportunity);
    }
    Cow::Owned(Opportunity { url: address.to_owned(), ..opportunity.clone() })
}

fn sightings(sources: &[Sighting]) -> Cow<'_, [Sighting]> {
    if sources.iter().all(|seen| web_address(&seen.url) == seen.url) {
        return Cow::Borrowed(sources);
    }
    let told = |seen: &Sighting| Sighting { url: web_address(&seen.url).to_owned(), ..seen.clone() };
    Cow::Owned(sources.iter().map(told).collect())
}

/// The API's item of a record, as JSON text.
pub fn item(record: &Record) -> String {
    serde_json::to_string(&Item::of(record)).expect("a record is plain data with text keys, which always serialises")
}

fn deadline(stage: &Stage) -> Deadline {
    Deadline { over: stage.over_at().timestamp(), day: day_number(stage.date) }
}

/// What of a summary does not stand in the text. Ours are sentences of it with their blanks put in order and others left out between them; said
/// twice they would weigh more and be quoted twice, as one sentence. What staff or a source wrote for it is found too.
fn unsaid<'s>(summary: &'s str, text: &str) -> Cow<'s, str> {
    if text.contains(summary) {
        return Cow::Borrowed("");
    }
    let blanks_in_order = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = blanks_in_order(text);
    let sentences = summary.split_inclusive(['.', ';', '!', '?', '…', '\n']);
    let is_unsaid = |sentence: &&str| !said.contains(blanks_in_order(sentence).trim_end_matches('…').trim_end());
    let left: Vec<&str> = sentences.clone().filter(is_unsaid).collect();
    if left.len() == sentences.count() { Cow::Borrowed(summary) } else { Cow::Owned(left.concat().trim().to_owned()) }
}

/// The document of a record. Dates become moments: a day without a time is over when it ends.
pub fn document(record: &Record, sources: &[Source]) -> Document {
    let opportunity = &record.opportunity;
    let known: Vec<&Source> =
        record.sources.iter().filter_map(|seen| sources.iter().find(|source| source.slug == seen.slug)).collect();
    let mut networks: Vec<String> = known.iter().map(|source| source.network.clone()).collect();
    networks.sort();
    networks.dedup();
    let extra =
        [&opportunity.organiser, &opportunity.programme, &opportunity.event.place].into_iter().flatten().map(String::as_str);
    let unsaid = unsaid(opportunity.summary.as_deref().unwrap_or_default(), &record.text);
    Document {
        id: record.id.clone(),
        change: record.changed,
        review: record.review.code().to_owned(),
        title: opportunity.title.clone(),
        extra: extra.collect::<Vec<_>>().join("\n"),
        text: if unsaid.is_empty() { record.text.clone() } else { format!("{unsaid}\n{}", record.text) },
        attachment: record.attachments.iter().map(|file| file.text.as_str()).collect::<Vec<_>>().join("\n"),
        lang: opportunity.lang.clone(),
        kind: code(opportunity.kind),
        status: code(opportunity.status),
        opens: opportunity.opens.map(|day| start_of(day).timestamp()),
        deadlines: opportunity.deadline.to_meet().iter().map(deadline).collect(),
        eligible: code(opportunity.eligibility.country.verdict),
        topics: opportunity.topics.clone(),
        sources: record.sources.iter().map(|seen| seen.slug.clone()).collect(),
        networks,
        countries: opportunity
            .countries
            .iter()
            .map(|code| if code.len() == 2 { code.to_ascii_uppercase() } else { code.clone() })
            .collect(),
        amount: in_euro(opportunity),
        first_seen: record.sources.iter().map(|seen| seen.first_seen.timestamp()).min().unwrap_or_default(),
        item: item(record),
    }
}

#[cfg(test)]
mod tests {
    use super::unsaid;

    #[test]
    fn what_the_text_says_already_is_not_said_again() {
        let text = "Young councils  lose\nmembers. Published on 3 May. This topic supports them; towns apply.\nMore.";
        for summary in ["Young councils lose members. This topic supports them;", "Young councils lose…", "", "More."] {
            assert_eq!(unsaid(summary, text), "", "{summary}");
        }
        assert_eq!(unsaid("Young councils lose members. Staff add this.", text), "Staff add this.");
        assert_eq!(unsaid("A grant. For towns.", text), "A grant. For towns.");
        assert_eq!(unsaid("A grant.", ""), "A grant.");
    }
}
