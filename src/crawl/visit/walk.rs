//! A list from its first page to its last: where it goes on, and where it is left.

use std::collections::VecDeque;

use sources::page::Request;
use sources::read::Found;
use sources::read::address::canonical;
use url::Url;

use super::bounds::{MOST_ITEMS, Novelty};
use super::{Missing, Visit};
use crate::complaint::{Complaint, Kind};

/// A list that is paged through while it changes may lose an item or two between its pages.
const LEAST_OF_TOTAL: f64 = 0.9;

/// Where a list goes on.
pub(super) struct Further {
    pub(super) next: Option<Request>,
    pub(super) parts: Vec<Request>,
    /// How many items the page had, and how many the whole list has, where it says so.
    pub(super) items: u64,
    pub(super) total: Option<u64>,
}

/// One page has one name within a visit, whatever session or way here its address carries.
fn which_page(request: &Request) -> String {
    if request.body.is_none() { canonical(&request.url) } else { request.key() }
}

impl Visit<'_> {
    /// Reads a list from its first page to its last, with all its parts. If there is no first page, returns that.
    pub(super) async fn walk(&mut self, start: Request) -> anyhow::Result<Option<Missing>> {
        let most_pages = self.source.shape.most_pages();
        let (mut todo, mut is_first) = (VecDeque::from([(start, false)]), true);
        let mut pages = 0;
        let mut novelty = Novelty::default();
        let (mut listed, mut total) = (0, None);
        while let Some((request, may_be_missing)) = todo.pop_front() {
            // A list whose last page leads to its first, or a session's addresses, would lead in circles.
            if !self.asked.insert(which_page(&request)) {
                continue;
            }
            let (items, news) = (self.run.counts.kept.items, self.news());
            let (seen, within) = (self.seen.len(), self.within);
            self.nearest = None;
            let read = match self.page(&request).await? {
                Ok(got) => {
                    self.arrive(&request, &got);
                    self.note_alias(&request, &got.page).await?;
                    self.read_page(&request, got).await?
                }
                Err(missing) => Err(missing),
            };
            match read {
                Ok(further) => {
                    pages += 1;
                    todo.extend(further.parts.into_iter().map(|part| (part, false)));
                    let brought_nothing = self.run.counts.kept.items > items && self.news() == news;
                    listed += further.items;
                    total = further.total.or(total);
                    let Some(next) = further.next.filter(|_| total.is_none_or(|total| listed < total)) else { continue };
                    if self.is_endless(&request, &mut novelty, self.seen.len() - seen, self.within - within) {
                        continue;
                    }
                    if most_pages.is_none_or(|most| pages < most && !brought_nothing) {
                        todo.push_back((next, most_pages.is_some()));
                    }
                }
                Err(missing @ Missing::NotThere(_)) if is_first => return Ok(Some(missing)),
                Err(Missing::NotThere(_)) if may_be_missing => {}
                Err(missing) => {
                    self.run.evidence.blocked |= matches!(missing, Missing::Refused);
                    self.run.evidence.forbidden |= matches!(missing, Missing::Forbidden);
                    self.fail(missing);
                }
            }
            is_first = false;
            if self.seen.len() >= MOST_ITEMS {
                if !todo.is_empty() && !self.run.evidence.excerpt {
                    self.limit_items(&request.url);
                }
                break;
            }
        }
        self.hold_against(total, listed);
        Ok(None)
    }

    /// A list that says how many items it has, and gave far fewer: a page of it was not asked for, or an answer was cut.
    fn hold_against(&mut self, total: Option<u64>, listed: u64) {
        let Some(total) = total.filter(|total| (listed as f64) < LEAST_OF_TOTAL * *total as f64) else { return };
        if !self.failed && !self.run.evidence.excerpt && self.progress.goes_on_at().is_none() {
            let detail = format!("{listed} items were read of {total} that the list says it has; see json.paging in the roadmap");
            self.complain(Complaint::new(Kind::NotAll { found: listed, total }, detail));
            self.failed = true;
        }
    }

    /// Whether a list is left here, though it has a further page: by what this page brought that the visit had not seen, and
    /// how much of that lies within the source's days. What it would have listed further on is then not gone.
    fn is_endless(&mut self, request: &Request, novelty: &mut Novelty, brought: usize, within: usize) -> bool {
        let url = &request.url;
        if !self.source.shape.may_go_on_for_ever() {
            return false;
        }
        // A list that begins with its oldest items comes nearer with every page.
        let is_nearer = novelty.comes_nearer(self.nearest);
        if !novelty.goes_on(brought > 0) {
            let detail =
                format!("{url}: a third page in a row without anything new, so the list is left here; is it a calendar?");
            self.complain(Complaint::new(Kind::Endless, detail));
        } else if brought > 0 && within == 0 && !is_nearer {
            tracing::info!(source = self.source.slug, "{url}: all of it is outside the source's days; the list is left here");
        } else {
            return false;
        }
        self.run.evidence.excerpt = true;
        true
    }

    /// As many of a page's items as the visit still takes.
    pub(super) fn bounded(&mut self, mut found: Vec<Found>, page: &Url) -> Vec<Found> {
        let left = MOST_ITEMS.saturating_sub(self.seen.len());
        if found.len() > left {
            found.truncate(left);
            self.limit_items(page);
        }
        found
    }

    /// The visit takes no more items: what stands further on is then not gone.
    fn limit_items(&mut self, page: &Url) {
        let detail = format!(
            "{page}: the limit of {MOST_ITEMS} items is reached, and the rest was left; narrow the address in the roadmap"
        );
        self.complain(Complaint::new(Kind::ItemLimit { items: MOST_ITEMS as u64 }, detail));
        self.run.evidence.excerpt = true;
    }
}
