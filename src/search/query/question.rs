//! From the query string's terms to the index's: days become numbers, the default status becomes a list.

use chrono::{DateTime, Utc};

use super::{Format, MAX_QUESTION, SearchQuery, StatusFilter};
use crate::clock::{HOME, day_number};
use crate::record::Review;

/// Who asks, and so which records may be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Anyone: approved records only.
    Public,
    /// Staff and the command line: all but rejected ones.
    Staff,
}

impl Reader {
    /// The review states that this reader sees.
    pub fn sees(self) -> &'static [Review] {
        match self {
            Self::Public => &[Review::Approved],
            Self::Staff => &[Review::Approved, Review::New],
        }
    }
}

impl SearchQuery {
    /// The question as the index takes it, judged at `now`.
    pub fn question(&self, now: DateTime<Utc>, reader: Reader) -> index::Query {
        let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
        index::Query {
            text: self.q.chars().take(MAX_QUESTION).collect(),
            filters: index::Filters {
                kind: self.kind.clone(),
                status: match &self.status {
                    StatusFilter::Live => Some(codes(&["open", "forthcoming"])),
                    StatusFilter::Any => None,
                    StatusFilter::Of(wanted) => Some(wanted.clone()),
                },
                topic: self.topic.clone(),
                source: self.source.clone(),
                network: self.network.clone(),
                country: self.country.clone(),
                eligible: self.eligible.clone(),
                lang: self.lang.clone(),
                deadline_from: self.deadline_from.map(day_number),
                deadline_to: self.deadline_to.map(day_number),
                amount_min: self.amount_min,
                changed_after: self.changed_after,
                review: reader.sees().iter().map(|review| review.code().to_owned()).collect(),
            },
            sort: self.sort,
            page: self.page,
            page_size: self.size(),
            facets: self.facets.clone(),
            // Nobody sees there how a word was met, and what merely resembles the question would come and go with what else there is.
            only_whole: self.format != Format::Json,
            snippets: self.format == Format::Json,
            now: now.timestamp(),
            today: day_number(now.with_timezone(&HOME).date_naive()),
        }
    }
}
