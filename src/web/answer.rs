//! The API's answer as JSON: `{total, page, page_size, items, facets, notices}`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use anyhow::Context as _;
use index::{Answer, Count, Hit, Notice};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use sources::opportunity::Status;
use sources::{Attachment, Opportunity};

use crate::record::{Review, Sighting};
use crate::search::query::SearchQuery;

#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Opportunities)]
pub(super) struct Envelope<'a> {
    /// Hits on all pages.
    total: usize,
    /// Counted from 1.
    page: usize,
    page_size: usize,
    #[schema(value_type = Vec<Item>)]
    items: Vec<Box<RawValue>>,
    /// Counts over all hits, by the names that were asked for.
    facets: &'a BTreeMap<String, Vec<Count>>,
    /// What to know of how it was answered.
    notices: &'a [Notice],
    /// Only with `changed_after`: what was shown once and is taken back, whatever else was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    gone: Option<&'a [Gone]>,
}

/// A record that was shown once and is not any more: whoever keeps a copy of it deletes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Gone {
    /// Its id.
    pub id: String,
    /// Its number in the change sequence.
    pub changed: u64,
    /// The record that tells of the same call.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub joined: Option<String>,
}

/// One item, read back: a record without its text and its history.
#[derive(Debug, Clone, PartialEq, Deserialize, utoipa::ToSchema)]
pub struct Item {
    /// The record's id.
    pub id: String,
    /// What is told of it; the state is the present one.
    #[serde(flatten)]
    pub opportunity: Opportunity,
    /// Every source that told of it.
    pub sources: Vec<Sighting>,
    /// The files that belong to it, without their texts.
    #[serde(default)]
    pub attachments: Vec<Attachment>,
    /// What was asked for stands in them alone.
    #[serde(default)]
    pub only_in_attachment: bool,
    /// A piece of its text around what was found; only where words were asked for.
    #[serde(default)]
    pub snippet: Vec<Piece>,
    /// What staff said of it.
    pub review: Review,
    /// Its number in the change sequence.
    pub changed: u64,
}

/// A piece of a snippet, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Piece {
    /// Plain text.
    pub text: String,
    /// Whether this is what was looked for.
    pub found: bool,
}

/// Where a suggestion comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SuggestionKind {
    /// A topic that records are sorted by.
    Topic,
    /// A concept of the thesaurus, in any of its languages.
    Concept,
    /// A country.
    Country,
    /// Who calls.
    Organiser,
    /// A record's title.
    Title,
}

/// The whole answer as JSON text; with what is gone, where that was asked for.
pub fn to_json(query: &SearchQuery, found: &Answer, gone: Option<&[Gone]>) -> anyhow::Result<String> {
    let envelope = Envelope {
        total: found.total,
        page: query.page,
        page_size: query.size(),
        items: found.hits.iter().map(raw).collect::<anyhow::Result<_>>()?,
        facets: &found.facets,
        notices: &found.notices,
        gone,
    };
    Ok(serde_json::to_string(&envelope)?)
}

/// The items of an answer, read back.
pub fn items(found: &Answer) -> anyhow::Result<Vec<Item>> {
    found.hits.iter().map(item).collect()
}

/// One hit's item, read back.
pub fn item(hit: &Hit) -> anyhow::Result<Item> {
    let mut item: Item = serde_json::from_str(&hit.item).with_context(|| unreadable(hit))?;
    item.opportunity.status =
        serde_json::from_value::<Status>(Value::from(hit.status.as_str())).with_context(|| unreadable(hit))?;
    item.only_in_attachment = hit.only_in_attachment;
    item.snippet = pieces(hit);
    Ok(item)
}

/// The change number of a hit.
pub(super) fn changed(hit: &Hit) -> anyhow::Result<u64> {
    #[derive(Deserialize)]
    struct Stored {
        changed: u64,
    }
    Ok(serde_json::from_str::<Stored>(&hit.item).with_context(|| unreadable(hit))?.changed)
}

/// The change number of the last item of an answer.
pub(super) fn reached(found: &Answer) -> anyhow::Result<Option<u64>> {
    found.hits.last().map(changed).transpose()
}

/// The item as it stands in the index, with its present state, and whether only its files have what was asked for. Hardly ever
/// does that differ from what is stored, so the text is only skimmed for it, not rebuilt.
fn raw(hit: &Hit) -> anyhow::Result<Box<RawValue>> {
    #[derive(Deserialize)]
    struct Stored<'a> {
        #[serde(borrow)]
        status: &'a str,
    }
    let stored: Stored = serde_json::from_str(&hit.item).with_context(|| unreadable(hit))?;
    let text = if stored.status == hit.status && !hit.only_in_attachment {
        Cow::Borrowed(hit.item.as_str())
    } else {
        let mut members: serde_json::Map<String, Value> = serde_json::from_str(&hit.item).with_context(|| unreadable(hit))?;
        members.insert("status".into(), Value::from(hit.status.as_str()));
        if hit.only_in_attachment {
            members.insert("only_in_attachment".into(), Value::from(true));
        }
        Cow::Owned(serde_json::to_string(&members)?)
    };
    RawValue::from_string(with_snippet(&text, hit)?).with_context(|| unreadable(hit))
}

/// The text of an item with its snippet as the last member.
fn with_snippet(item: &str, hit: &Hit) -> anyhow::Result<String> {
    match item.strip_suffix('}') {
        Some(members) if !hit.snippet.is_empty() => {
            Ok([members, ",\"snippet\":", &serde_json::to_string(&pieces(hit))?, "}"].concat())
        }
        _ => Ok(item.to_owned()),
    }
}

fn pieces(hit: &Hit) -> Vec<Piece> {
    hit.snippet.iter().map(|(text, found)| Piece { text: text.clone(), found: *found }).collect()
}

fn unreadable(hit: &Hit) -> String {
    format!("the index's item of record `{}` does not read; `kolkore rebuild` writes it anew", hit.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(item: &str, status: &str) -> Hit {
        Hit { id: "r1".into(), item: item.into(), status: status.into(), snippet: Vec::new(), only_in_attachment: false }
    }

    #[test]
    fn the_state_of_now_takes_the_place_of_the_stored_one_and_all_else_stays_verbatim() {
        let stored = r#"{"id":"r1", "amount":1.50,"status":"open"}"#;
        assert_eq!(raw(&hit(stored, "open")).unwrap().get(), stored);
        assert_eq!(
            raw(&hit(r#"{"id":"r1","status":"open","x":[1]}"#, "closed")).unwrap().get(),
            r#"{"id":"r1","status":"closed","x":[1]}"#
        );
    }

    #[test]
    fn a_hit_in_a_file_alone_says_so() {
        let hit = Hit { only_in_attachment: true, ..hit(r#"{"id":"r1","status":"open"}"#, "open") };
        assert_eq!(raw(&hit).unwrap().get(), r#"{"id":"r1","status":"open","only_in_attachment":true}"#);
    }

    #[test]
    fn a_hit_shows_the_words_around_what_was_found() {
        let snippet = vec![("for ".to_owned(), false), ("\"towns\"".to_owned(), true)];
        let hit = Hit { snippet, ..hit(r#"{"id":"r1","status":"open"}"#, "open") };
        let text = raw(&hit).unwrap();
        let told = r#"[{"text":"for ","found":false},{"text":"\"towns\"","found":true}]"#;
        assert_eq!(text.get(), format!(r#"{{"id":"r1","status":"open","snippet":{told}}}"#));
    }

    #[test]
    fn an_item_of_another_version_names_its_record() {
        assert!(raw(&hit("{}", "open")).unwrap_err().to_string().contains("`r1`"));
    }
}
