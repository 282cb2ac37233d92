//! A feed that is gone from its address: what the pages above it say of where the site has one now. It is proposed to staff, never followed:
//! another feed may tell other things.

use sources::fetch::{Fetched, Fetcher};
use sources::page::{Request, Validators};
use sources::read::feed::{announced_by, pages_above};
use url::Url;

use chrono::{DateTime, Utc};

use crate::complaint::{Complaint, Kind};

/// Looks for another feed through the same door, with the same manners, as any page is asked for.
pub(super) async fn look_for(fetcher: &Fetcher, lost: &Url, now: DateTime<Utc>) -> Option<Complaint> {
    for above in pages_above(lost) {
        let page = match fetcher.get(&Request::get(above.clone()), &Validators::default(), now).await {
            Ok(Fetched::Page(page)) => page,
            Ok(Fetched::NotModified) => continue,
            Err(error) => {
                tracing::debug!("no word of another feed: {error}");
                continue;
            }
        };
        if let Some(to) = announced_by(&page).filter(|found| found != lost) {
            let detail = format!(
                "{lost}: is gone, and {above} names another feed, {to}: look whether it tells the same, and put it into the roadmap"
            );
            return Some(Complaint::new(Kind::FeedElsewhere { to: to.into() }, detail));
        }
    }
    None
}
