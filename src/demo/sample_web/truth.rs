//! What a perfect reader would find on the sample web: for tests, never on a page.

use chrono::NaiveDate;
use sources::opportunity::{DeadlineKind, Kind};

use super::content::{Item, Manner, Site};
use super::{placeholder, sedia};

/// What is to be known of one item of the sample web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TruthItem {
    /// Host that tells it.
    pub host: String,
    /// How that host tells what it has.
    pub manner: Manner,
    /// Address of its own page.
    pub url: String,
    /// As written.
    pub title: String,
    /// Is it one, or news that only may look like one?
    pub opportunity: bool,
    /// Of an opportunity.
    pub kind: Option<Kind>,
    /// How its days are meant.
    pub deadline: DeadlineKind,
    /// The last day of each stage, in order; empty unless the deadline is dated.
    pub dates: Vec<NaiveDate>,
    /// Shared by the items of several hosts that tell the same call.
    pub same: Option<String>,
    /// robots.txt forbids its page: it must not be read, and so not be found.
    pub forbidden: bool,
}

impl TruthItem {
    /// Whether `kind` is as good an answer: money after a published call is a call for proposals and a grant at once.
    pub fn accepts(&self, kind: Kind) -> bool {
        let money = [Kind::CallForProposals, Kind::Grant];
        self.kind == Some(kind) || (money.contains(&kind) && self.kind.is_some_and(|own| money.contains(&own)))
    }
}

/// All items of one site that a crawl of its roadmap entry can come upon.
pub(super) fn of(site: &Site, today: NaiveDate) -> impl Iterator<Item = TruthItem> {
    site.items.iter().filter(|item| item.sedia.as_ref().is_none_or(sedia::is_live)).map(move |item| one(site, item, today))
}

fn one(site: &Site, item: &Item, today: NaiveDate) -> TruthItem {
    let truth = item.truth.as_ref();
    TruthItem {
        host: site.host.clone(),
        manner: site.manner,
        url: site.item_url(item),
        title: item.title.clone(),
        opportunity: truth.is_some(),
        kind: truth.map(|truth| truth.kind),
        deadline: truth.map(|truth| truth.deadline).unwrap_or_default(),
        dates: truth.into_iter().flat_map(|truth| &truth.days).filter_map(|&days| placeholder::day(today, days)).collect(),
        same: truth.and_then(|truth| truth.same.clone()),
        forbidden: site.forbids(item),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_for_proposals_passes_for_a_grant_and_for_nothing_else() {
        let item = TruthItem {
            host: "a.example".to_owned(),
            manner: Manner::Rss,
            url: "https://a.example/1".to_owned(),
            title: "Call".to_owned(),
            opportunity: true,
            kind: Some(Kind::CallForProposals),
            deadline: DeadlineKind::Rolling,
            dates: Vec::new(),
            same: None,
            forbidden: false,
        };
        assert!(item.accepts(Kind::CallForProposals) && item.accepts(Kind::Grant) && !item.accepts(Kind::Training));
        let news = TruthItem { opportunity: false, kind: None, ..item };
        assert!(!news.accepts(Kind::Grant));
    }
}
