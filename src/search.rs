//! One question answered: municipality and unknown values resolved, then the index asked, off the async workers.
//! Serves the page, the API and `kolkore search` alike.

mod labels;
pub mod query;

use std::sync::Arc;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use index::{Answer, Filters, Index, Notice};

use crate::code::code;
use crate::digest::profile::Profile;
use crate::readers::profile;
use crate::store::Store;
pub use labels::Labels;
use query::{BadParameter, MAX_QUESTION, Reader, SearchQuery, StatusFilter, bad};

/// The index's own code for a question of which only the beginning was asked.
const TOO_LONG: &str = "too_long";

/// Whom to ask.
#[derive(Clone)]
pub struct Finder {
    /// For the municipalities' profiles.
    pub store: Store,
    /// To search.
    pub index: Arc<Index>,
    /// What the configuration knows.
    pub labels: Arc<Labels>,
    /// Where the store stood when this process began: until the index has come so far, a process before it ended amid its work.
    pub stood_at: u64,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The asker's mistake.
    #[error(transparent)]
    Bad(#[from] BadParameter),
    /// Ours.
    #[error(transparent)]
    Failed(#[from] anyhow::Error),
}

impl Finder {
    /// Answers `query` as of `now`, with what `reader` may see.
    pub async fn find(&self, query: &SearchQuery, now: DateTime<Utc>, reader: Reader) -> Result<Answer, SearchError> {
        self.ask(query, query.question(now, reader), now).await
    }

    /// The first `most` records that `query` means, without those that have only some of its words.
    pub async fn find_whole(
        &self,
        query: &SearchQuery,
        now: DateTime<Utc>,
        reader: Reader,
        most: usize,
    ) -> Result<Answer, SearchError> {
        let question =
            index::Query { only_whole: true, snippets: false, page: 1, page_size: most, ..query.question(now, reader) };
        self.ask(query, question, now).await
    }

    async fn ask(&self, query: &SearchQuery, mut question: index::Query, now: DateTime<Utc>) -> Result<Answer, SearchError> {
        let mut notices = Vec::new();
        if let Some(slug) = &query.municipality {
            let profile = self.profile(slug).await?;
            notices.extend(narrow(&mut question.filters, &profile));
        }
        let is_cut = query.q.chars().count() > MAX_QUESTION;
        let strangers = self.strangers(query);
        let anything =
            SearchQuery { status: StatusFilter::Any, page_size: Some(1), ..SearchQuery::default() }.question(now, Reader::Staff);
        let (index, stood_at) = (Arc::clone(&self.index), self.stood_at);
        tokio::task::spawn_blocking(move || {
            for (parameter, value) in strangers {
                let mut whether = anything.clone();
                *list(&mut whether.filters, parameter) = vec![value.clone()];
                if index.search(&whether).context("the index does not answer")?.total == 0 {
                    return Err(BadParameter::unknown(parameter, &value).into());
                }
            }
            let reached = index.last_change();
            if !index.is_whole() || reached < stood_at {
                let detail = format!("change {reached} of {} can be searched", stood_at.max(reached));
                notices.push(Notice { code: "index_incomplete".into(), detail });
            }
            let mut answer = index.search(&question).context("the index does not answer")?;
            if is_cut && answer.notices.iter().all(|notice| notice.code != TOO_LONG) {
                notices.push(Notice { code: TOO_LONG.into(), detail: format!("only the first {MAX_QUESTION} characters") });
            }
            notices.append(&mut answer.notices);
            Ok(Answer { notices, ..answer })
        })
        .await
        .context("the search did not end")?
    }

    async fn profile(&self, slug: &str) -> Result<Profile, SearchError> {
        let municipality = self.store.municipality(slug).await?.ok_or_else(|| BadParameter::unknown("municipality", slug))?;
        Ok(profile(&municipality)?)
    }

    /// Values that the configuration does not know; whether they exist all the same (imports keep what they bring) only the index can say.
    fn strangers(&self, query: &SearchQuery) -> Vec<(&'static str, String)> {
        [
            ("topic", &query.topic),
            ("source", &query.source),
            ("network", &query.network),
            ("country", &query.country),
            ("lang", &query.lang),
        ]
        .into_iter()
        .flat_map(|(parameter, values)| values.iter().map(move |value| (parameter, value.clone())))
        .filter(|(parameter, value)| !self.labels.knows(parameter, value))
        .collect()
    }
}

impl BadParameter {
    fn unknown(parameter: &str, value: &str) -> Self {
        bad(parameter, format!("unknown value `{value}`; neither the configuration nor any record has it"))
    }
}

fn list<'a>(filters: &'a mut Filters, parameter: &str) -> &'a mut Vec<String> {
    match parameter {
        "topic" => &mut filters.topic,
        "source" => &mut filters.source,
        "network" => &mut filters.network,
        "lang" => &mut filters.lang,
        _ => &mut filters.country,
    }
}

/// Lays a profile over the filters: its topics (any of them) and the only kinds that it wants, each only where the question
/// itself says nothing; and tells what was done.
fn narrow(filters: &mut Filters, profile: &Profile) -> Vec<Notice> {
    let mut notices = Vec::new();
    if filters.topic.is_empty() {
        filters.topic = profile.topics.keys().cloned().collect();
        notices.push(Notice { code: "municipality_topics".into(), detail: filters.topic.join(", ") });
    }
    if filters.kind.is_empty() && !profile.kinds.is_empty() {
        filters.kind = profile.kinds.iter().map(code).collect();
        notices.push(Notice { code: "municipality_kinds".into(), detail: filters.kind.join(", ") });
    }
    notices
}
