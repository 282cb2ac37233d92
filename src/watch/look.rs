//! One look at one search: what it finds now, held against what its owner was told.

use std::collections::HashSet;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use index::{Answer, Hit};
use serde::Deserialize;
use sources::Opportunity;
use sources::opportunity::Status;

use crate::digest::letter::Since;
use crate::edition::known::{Known, Standing};
use crate::record::{Record, fingerprint, is_over};
use crate::search::query::{Reader, SearchQuery, StatusFilter};
use crate::search::{Finder, SearchError};
use crate::store::{How, SavedSearch, Seen, Told};

/// A search that finds more is no question that anybody watches, and each look would read all of it: all live calls of some sixty
/// sources are fewer.
const MOST_WATCHED: usize = 5_000;

/// Records that changed between two looks, more than a whole renormalisation changes in most houses; beyond it a call that left is told with
/// its next change.
const MOST_CHANGED: usize = 20_000;

/// The complaint about a search that finds more than [`MOST_WATCHED`]; every other complaint is the parameter's own words.
pub(super) const TOO_WIDE: &str = "too_wide";

/// What a look gave.
#[derive(Debug)]
pub enum Looked {
    /// It was followed.
    Followed {
        /// What is to be noted.
        seen: Seen,
        /// What its owner was not told of, in the search's own order; mostly nothing.
        news: Vec<News>,
    },
    /// It cannot be followed: why, for [`Seen::complaint`].
    Stopped(String),
}

/// A record that a search's owner was not told of as it is now.
#[derive(Debug)]
pub struct News {
    /// As kept.
    pub record: Record,
    /// What changed since it was told, oldest first; none where it is new to this search.
    pub changes: Option<Since>,
    /// The search finds it no longer.
    has_left: bool,
}

/// A hit as the index has it.
#[derive(Deserialize)]
struct Item {
    id: String,
    changed: u64,
    #[serde(flatten)]
    opportunity: Opportunity,
}

/// What a search finds as its watch begins: no news, for its owner has just seen it. The complaint where it cannot be watched.
pub async fn begin(finder: &Finder, query: &str, now: DateTime<Utc>) -> anyhow::Result<Result<Seen, String>> {
    let up_to = finder.index.last_change();
    let found = found(finder, query, now).await?;
    Ok(found.map(|items| Seen {
        up_to,
        known: items.iter().map(|item| told(&item.id, &item.opportunity, item.changed, now)).collect(),
        complaint: String::new(),
    }))
}

/// Looks for what the owner of `search` was not told of.
pub async fn look(finder: &Finder, search: &SavedSearch, now: DateTime<Utc>) -> anyhow::Result<Looked> {
    // Before the question: what is indexed meanwhile is looked at twice rather than never.
    let up_to = finder.index.last_change();
    let items = match found(finder, &search.query, now).await? {
        Ok(items) => items,
        Err(complaint) => return Ok(Looked::Stopped(complaint)),
    };
    let known = Known::from_told(finder.store.told_of_search(search).await?);
    let left = left(finder, search, &items, &known, now).await?;
    let mut news = Vec::new();
    for (item, has_left) in items.into_iter().map(|item| (item, false)).chain(left.into_iter().map(|item| (item, true))) {
        let told_to = match known.standing_of([(item.id.as_str(), &item.opportunity)], now) {
            // It left the search and is back in it as it was.
            Standing::Same if !has_left && known.was_told_ended([item.id.as_str()]) => None,
            Standing::Same => continue,
            Standing::New => None,
            Standing::Changed(before) => Some(before),
        };
        // What was joined with another since it was indexed comes with that one.
        let Some(record) = finder.store.record(&item.id).await? else { continue };
        let changes = told_to.map(|before| Since::of(&record.history, before.change, before.at));
        news.push(News { record, changes, has_left });
    }
    Ok(Looked::Followed { seen: Seen { up_to, ..Seen::default() }, news })
}

impl News {
    /// As its owner counts as told.
    pub(super) fn told(&self, now: DateTime<Utc>) -> Told {
        let how = if self.has_left { How::Ended } else { How::Offered };
        Told { how, ..told(&self.record.id, &self.record.opportunity, self.record.changed, now) }
    }
}

/// What its owner was told of, changed since the last look and is found no longer: withdrawn, closed before its day, put off beyond what
/// was asked for. Told once, for from then on the search has nothing to do with it; and not where it ended by its own deadline, which was told.
async fn left(
    finder: &Finder,
    search: &SavedSearch,
    found: &[Item],
    known: &Known,
    now: DateTime<Utc>,
) -> anyhow::Result<Vec<Item>> {
    let changed = SearchQuery { changed_after: Some(search.looked_to), status: StatusFilter::Any, ..SearchQuery::default() };
    let answer = match finder.find_whole(&changed, now, Reader::Staff, MOST_CHANGED).await {
        Ok(answer) => answer,
        Err(SearchError::Bad(bad)) => return Err(bad.into()),
        Err(SearchError::Failed(error)) => return Err(error),
    };
    let found: HashSet<&str> = found.iter().map(|item| item.id.as_str()).collect();
    let mut left = items(answer).await?;
    left.retain(|item| {
        let was_told = matches!(known.standing_of([(item.id.as_str(), &item.opportunity)], now), Standing::Changed(_));
        was_told
            && !found.contains(item.id.as_str())
            && !known.was_told_ended([item.id.as_str()])
            && !ended_by_itself(&item.opportunity, now)
    });
    Ok(left)
}

fn ended_by_itself(opportunity: &Opportunity, now: DateTime<Utc>) -> bool {
    opportunity.status != Status::Withdrawn && is_over(opportunity, now)
}

fn told(record: &str, opportunity: &Opportunity, change: u64, now: DateTime<Utc>) -> Told {
    Told {
        record: record.to_owned(),
        fingerprint: fingerprint(opportunity, now),
        change,
        offer: None,
        how: How::Offered,
        at: None,
    }
}

/// Everything that the search means now, by relative words as of now; the complaint where it cannot be followed.
async fn found(finder: &Finder, query: &str, now: DateTime<Utc>) -> anyhow::Result<Result<Vec<Item>, String>> {
    let query = match SearchQuery::from_query_string(query) {
        Ok(query) => query,
        Err(bad) => return Ok(Err(bad.detail)),
    };
    let answer = match finder.find_whole(&query, now, Reader::Staff, MOST_WATCHED).await {
        Ok(answer) => answer,
        Err(SearchError::Bad(bad)) => return Ok(Err(bad.detail)),
        Err(SearchError::Failed(error)) => return Err(error),
    };
    if answer.total > MOST_WATCHED {
        return Ok(Err(TOO_WIDE.to_owned()));
    }
    items(answer).await.map(Ok)
}

/// Off the async workers: there may be thousands.
async fn items(answer: Answer) -> anyhow::Result<Vec<Item>> {
    let read = |hit: &Hit| serde_json::from_str(&hit.item).context("the index holds an item of another version");
    tokio::task::spawn_blocking(move || answer.hits.iter().map(read).collect()).await?
}
