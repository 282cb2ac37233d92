//! What robots.txt of each origin says, kept for a day: rules, or that the file could not be had.
//! Pure but for its memory; fetching the file is the fetcher's.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;
use url::Url;

use crate::fetch::error::{FetchError, RedirectProblem, RobotsRefusal, Wait};
use crate::fetch::memory::KeptRules;
use crate::fetch::robots::Robots;
use crate::fetch::settings::PRODUCT;

/// RFC 9309, 2.4: not longer than a day.
const KEPT: TimeDelta = TimeDelta::hours(24);

/// A file that could not be had is asked for again after this; until then the whole site is left alone.
const ASKED_AGAIN: TimeDelta = TimeDelta::minutes(15);

/// Beyond so many origins those that nobody is asking about are forgotten; their files are then read anew.
const MANY_ORIGINS: usize = 1_024;

/// The rules of all origins. The lock of one is held while its file is fetched, so that it is fetched once.
#[derive(Debug, Default)]
pub(super) struct Rulebook {
    origins: std::sync::Mutex<HashMap<String, Arc<Mutex<Option<Ruling>>>>>,
}

/// What is known of one origin.
#[derive(Debug, Clone)]
pub(super) struct Ruling {
    until: DateTime<Utc>,
    rules: Result<Arc<Robots>, String>,
    absent: bool,
    /// Whether somebody has it to keep.
    told: bool,
}

/// How a ruling is written for the next process.
#[derive(Serialize, Deserialize)]
struct Written<'a> {
    robots: Cow<'a, Robots>,
    absent: bool,
}

/// What robots.txt says to this crawler of one address: to be shown, not to be decided by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RobotsWord {
    /// There is no such file, so all may be asked for.
    Absent,
    /// It may be asked for.
    Allowed {
        /// Seconds to wait between two requests.
        crawl_delay: Option<f64>,
    },
    /// A rule forbids it.
    Forbidden,
    /// The file could not be had, which forbids all.
    Unreachable,
}

impl Rulebook {
    pub(super) fn of(&self, url: &Url) -> Arc<Mutex<Option<Ruling>>> {
        let mut origins = self.origins.lock().unwrap_or_else(PoisonError::into_inner);
        if origins.len() >= MANY_ORIGINS {
            origins.retain(|_, ruling| Arc::strong_count(ruling) > 1);
        }
        Arc::clone(origins.entry(url.origin().ascii_serialization()).or_default())
    }

    /// The rules that nobody has been told yet; those of a file that is on its way come another time.
    pub(super) fn news(&self, now: DateTime<Utc>) -> Vec<KeptRules> {
        let origins = self.origins.lock().unwrap_or_else(PoisonError::into_inner);
        let mut news = Vec::new();
        for (origin, ruling) in origins.iter() {
            let Ok(mut ruling) = ruling.try_lock() else { continue };
            let Some(ruling) = ruling.as_mut().filter(|ruling| !ruling.told && ruling.is_fresh(now)) else { continue };
            if let Some(written) = ruling.written() {
                news.push(KeptRules { origin: origin.clone(), until: ruling.until, written });
                ruling.told = true;
            }
        }
        news
    }

    /// Takes over what an earlier process was told. What does not read, or is older than a day, is asked for anew.
    pub(super) async fn recall(&self, kept: KeptRules, now: DateTime<Utc>) {
        let (Ok(origin), Ok(written)) = (Url::parse(&kept.origin), serde_json::from_str::<Written<'_>>(&kept.written)) else {
            tracing::debug!(kept.origin, "what its robots.txt said is not understood any more");
            return;
        };
        let Written { robots, absent } = written;
        let (until, rules) = (kept.until.min(now + KEPT), Ok(Arc::new(robots.into_owned())));
        self.of(&origin).lock().await.get_or_insert(Ruling { until, rules, absent, told: true });
    }
}

impl Ruling {
    /// What a file, or its absence, means. An address refused by the guard is no ruling: it is refused by itself; nor is a host
    /// that is to be left alone for a while, whose gate remembers it.
    pub(super) fn of(file: Result<Vec<u8>, FetchError>, now: DateTime<Utc>) -> Result<Self, FetchError> {
        let rules = |bytes: &[u8], absent| Self {
            until: now + KEPT,
            rules: Ok(Arc::new(Robots::parse(bytes).only_for(PRODUCT))),
            absent,
            told: false,
        };
        match file {
            Ok(bytes) => Ok(rules(&bytes, false)),
            Err(error @ (FetchError::Guard { .. } | FetchError::Settings(_) | FetchError::Later { .. })) => Err(error),
            Err(error) if is_absent(&error) => Ok(rules(b"", true)),
            Err(error) => Ok(Self { until: now + ASKED_AGAIN, rules: Err(error.to_string()), absent: false, told: false }),
        }
    }

    /// For the next process; none where the file could not be had.
    fn written(&self) -> Option<String> {
        let robots = Cow::Borrowed(self.rules.as_ref().ok()?.as_ref());
        serde_json::to_string(&Written { robots, absent: self.absent }).ok()
    }

    pub(super) fn is_fresh(&self, now: DateTime<Utc>) -> bool {
        now < self.until
    }

    /// What it says of an address, at whatever hour.
    pub(super) fn word(&self, url: &Url) -> RobotsWord {
        match &self.rules {
            Err(_) => RobotsWord::Unreachable,
            Ok(_) if self.absent => RobotsWord::Absent,
            Ok(robots) if !robots.allows(PRODUCT, url.as_str()) => RobotsWord::Forbidden,
            Ok(robots) => RobotsWord::Allowed { crawl_delay: robots.crawl_delay(PRODUCT) },
        }
    }

    /// Whether the address may be asked now; if so, the Crawl-delay to keep.
    pub(super) fn permits(&self, url: &Url, now: DateTime<Utc>) -> Result<Option<f64>, FetchError> {
        let refused = |refusal, retry_at| Err(FetchError::Robots { url: url.to_string(), refusal, retry_at });
        let robots = match &self.rules {
            Ok(robots) => robots,
            Err(cause) => return refused(RobotsRefusal::Unreachable { cause: cause.clone() }, Some(self.until)),
        };
        if !robots.allows(PRODUCT, url.as_str()) {
            return refused(RobotsRefusal::Rule, None);
        }
        match robots.visit_time(PRODUCT) {
            Some(hours) if !hours.is_open(now) => Err(FetchError::Later {
                url: url.to_string(),
                answered: None,
                at: hours.next_opening(now),
                because: Wait::VisitTime,
            }),
            _ => Ok(robots.crawl_delay(PRODUCT)),
        }
    }
}

/// 4xx and endless redirects mean that there is no file, and all is allowed (RFC 9309, 2.3.1.2 and 2.3.1.3).
fn is_absent(error: &FetchError) -> bool {
    match error {
        FetchError::NotFound { .. } | FetchError::Gone { .. } | FetchError::Blocked { .. } => true,
        FetchError::Status { status, .. } => (400..500).contains(status),
        FetchError::Redirects { problem, .. } => *problem == RedirectProblem::TooMany,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ruling(file: Result<&str, FetchError>) -> Ruling {
        Ruling::of(file.map(|text| text.as_bytes().to_vec()), noon()).unwrap()
    }

    fn noon() -> DateTime<Utc> {
        "2026-11-25T12:00:00Z".parse().unwrap()
    }

    fn asked(ruling: &Ruling) -> Result<Option<f64>, FetchError> {
        ruling.permits(&"https://cities.example/calls".parse().unwrap(), noon())
    }

    #[test]
    fn a_file_rules_for_a_day() {
        let ruling = ruling(Ok("User-agent: *\nDisallow: /calls\n"));
        assert!(matches!(asked(&ruling), Err(FetchError::Robots { refusal: RobotsRefusal::Rule, retry_at: None, .. })));
        assert!(ruling.is_fresh(noon() + TimeDelta::hours(23)) && !ruling.is_fresh(noon() + TimeDelta::hours(24)));
    }

    #[test]
    fn an_absent_file_allows_all() {
        let url = String::new;
        let endless = FetchError::Redirects { url: url(), to: url(), problem: RedirectProblem::TooMany };
        let refused = FetchError::Blocked { url: url(), sign: "status 403".to_owned() };
        for absence in [
            FetchError::NotFound { url: url() },
            FetchError::Gone { url: url() },
            FetchError::Status { url: url(), status: 418 },
            endless,
            refused,
        ] {
            let ruling = ruling(Err(absence));
            assert_eq!(
                (asked(&ruling), ruling.word(&"https://cities.example/calls".parse().unwrap())),
                (Ok(None), RobotsWord::Absent)
            );
        }
    }

    #[test]
    fn a_file_that_cannot_be_had_forbids_all_for_a_while() {
        let url = String::new;
        let timeout = FetchError::Timeout { url: url(), limit: std::time::Duration::from_secs(30) };
        let downgrade = FetchError::Redirects { url: url(), to: url(), problem: RedirectProblem::Downgrade };
        for failure in [FetchError::Status { url: url(), status: 500 }, timeout, downgrade] {
            let error = asked(&ruling(Err(failure))).unwrap_err();
            assert_eq!(error.retry_at(), Some(noon() + ASKED_AGAIN), "{error}");
        }
        let later = FetchError::Later { url: url(), answered: Some(503), at: noon() + TimeDelta::hours(3), because: Wait::Busy };
        assert_eq!(Ruling::of(Err(later.clone()), noon()).unwrap_err(), later, "a busy host says nothing of its rules");
    }

    #[test]
    fn outside_visiting_hours_is_later_and_the_delay_is_told_inside() {
        let closed = ruling(Ok("User-agent: *\nVisit-time: 0400-0845\n"));
        assert_eq!(asked(&closed).unwrap_err().retry_at(), Some("2026-11-26T04:00:00Z".parse().unwrap()));
        assert_eq!(asked(&ruling(Ok("User-agent: kolkore\nVisit-time: 1100-1300\nCrawl-delay: 10\n"))), Ok(Some(10.0)));
    }

    #[tokio::test]
    async fn the_next_process_need_not_ask_again_within_the_day() {
        let url: Url = "https://cities.example/calls".parse().unwrap();
        let rulings = [
            ruling(Ok("User-agent: *\nDisallow: /calls\nAllow: /calls/%d7%90*$\nCrawl-delay: 7200\nVisit-time: 0400-0845\n")),
            ruling(Err(FetchError::NotFound { url: String::new() })),
        ];
        for ruling in rulings {
            let (first, next) = (Rulebook::default(), Rulebook::default());
            *first.of(&url).lock().await = Some(ruling.clone());
            let mut news = first.news(noon());
            assert!(news.len() == 1 && first.news(noon()).is_empty(), "told once");
            next.recall(news.remove(0), noon()).await;
            assert!(next.news(noon()).is_empty(), "it is kept already");
            let recalled = next.of(&url).lock().await.clone().unwrap();
            assert_eq!((recalled.rules.clone(), recalled.word(&url)), (ruling.rules.clone(), ruling.word(&url)));
            assert!(recalled.is_fresh(noon() + TimeDelta::hours(23)) && !recalled.is_fresh(noon() + TimeDelta::hours(24)));
        }
        let unreachable = Rulebook::default();
        *unreachable.of(&url).lock().await = Some(ruling(Err(FetchError::Status { url: String::new(), status: 500 })));
        assert!(unreachable.news(noon()).is_empty());
        let rubbish = KeptRules { origin: "https://cities.example".into(), until: noon(), written: "{}".into() };
        unreachable.recall(rubbish, noon()).await;
    }
}
