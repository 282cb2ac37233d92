//! A fetcher in front of a small web, and the moment at which all of it takes place.

use std::ops::Deref;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::web::Web;
pub(super) use super::web::{Reply, head, html, redirect, reply};
use crate::fetch::{FetchError, FetchSettings, Fetched, Fetcher};
use crate::page::{Page, Request, Validators};

/// A web, and how to fetch from it.
pub(super) struct Stage {
    web: Web,
}

impl Deref for Stage {
    type Target = Web;

    fn deref(&self) -> &Web {
        &self.web
    }
}

impl Stage {
    pub(super) async fn of(answer: impl Fn(&str, usize) -> Reply + Send + Sync + 'static) -> Self {
        Self { web: Web::of(answer).await }
    }

    pub(super) async fn with_robots(answer: impl Fn(&str, usize) -> Reply + Send + Sync + 'static) -> Self {
        Self { web: Web::with_robots(answer).await }
    }

    /// Polite to nobody, patient with nobody, so that tests are quick.
    pub(super) fn settings(&self) -> FetchSettings {
        FetchSettings {
            gateway: Some(self.web.gateway().clone()),
            min_delay: Duration::ZERO,
            max_body: 100_000,
            total_timeout: Duration::from_secs(20),
            ..FetchSettings::new("0.1.0", "https://association.example/crawler".parse().unwrap(), "crawler@example.org")
        }
    }

    pub(super) fn fetcher(&self) -> Fetcher {
        Fetcher::new(self.settings()).unwrap()
    }
}

/// The moment of all tests.
pub(super) fn noon() -> DateTime<Utc> {
    "2026-11-25T12:00:00Z".parse().unwrap()
}

/// Fetches a page at noon.
pub(super) async fn fetch(fetcher: &Fetcher, url: &str) -> Result<Page, FetchError> {
    match fetcher.get(&Request::get(url.parse().unwrap()), &Validators::default(), noon()).await? {
        Fetched::Page(page) => Ok(page),
        Fetched::NotModified => panic!("not modified, though no validators were sent"),
    }
}
