//! One visit to one address, told in order: guard, robots.txt, the host's turn, the answer, the next redirect.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use url::Url;

use crate::fetch::answer::Answer;
use crate::fetch::client::Wire;
use crate::fetch::error::FetchError;
use crate::fetch::gate::{Gate, Gates};
use crate::fetch::memory::Memory;
use crate::fetch::moment::Moment;
use crate::fetch::resolver::GuardedResolver;
use crate::fetch::retry::is_worth_another_try;
use crate::fetch::robots;
use crate::fetch::rulebook::{RobotsWord, Rulebook, Ruling};
use crate::fetch::settings::FetchSettings;
use crate::fetch::trail::Trail;
use crate::page::{Page, Request, Validators};

/// The only way out of the house; cheap to clone, and all clones share one politeness.
#[derive(Debug, Clone)]
pub struct Fetcher {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    settings: FetchSettings,
    wire: Wire,
    gates: Gates,
    rulebook: Rulebook,
}

/// What a visit gave.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "one a request, handed on once")]
pub enum Fetched {
    /// The page is as it was when the validators were given out.
    NotModified,
    /// The page.
    Page(Page),
}

/// What one exchange may take of a host, and wants of it.
struct Terms<'a> {
    validators: &'a Validators,
    limit: usize,
    crawl_delay: Option<f64>,
}

impl Fetcher {
    /// A fetcher, if the settings can be.
    pub fn new(settings: FetchSettings) -> Result<Self, FetchError> {
        Self::resolving_with(GuardedResolver::system(), settings)
    }

    pub(super) fn resolving_with(resolver: GuardedResolver, settings: FetchSettings) -> Result<Self, FetchError> {
        settings.check()?;
        let (wire, gates) = (Wire::new(&settings, resolver)?, Gates::new(settings.min_delay));
        Ok(Self { shared: Arc::new(Shared { settings, wire, gates, rulebook: Rulebook::default() }) })
    }

    /// Asks an address: a GET, or a POST when the request has a body.
    ///
    /// Waits for the host's turn, at most some minutes; a longer wait is [`FetchError::Later`]. `now` is the moment of the call.
    pub async fn get(&self, request: &Request, validators: &Validators, now: DateTime<Utc>) -> Result<Fetched, FetchError> {
        let (settings, moment) = (&self.shared.settings, Moment::given(now));
        let mut trail = Trail::starting(request.clone(), &settings.further_ports, settings.total_timeout)?;
        loop {
            // Its rules are known now: no delay is one of none, also where an earlier file had one.
            let crawl_delay = self.ruling(trail.url(), moment).await?.permits(trail.url(), moment.now())?.or(Some(0.0));
            let answer = self.ask(&mut trail, &Terms { validators, limit: settings.max_body, crawl_delay }, moment).await?;
            if let Some(location) = answer.location() {
                trail.follow(answer.status.as_u16(), &location)?;
            } else if answer.status.as_u16() == 304 {
                let asked_for = *validators != Validators::default();
                let unasked = FetchError::Status { url: trail.url().to_string(), status: 304 };
                return if asked_for { Ok(Fetched::NotModified) } else { Err(unasked) };
            } else if answer.body.cut {
                return Err(FetchError::TooLarge { url: trail.url().to_string(), limit: settings.max_body });
            } else {
                return Ok(Fetched::Page(page(&trail, answer, moment.now())));
            }
        }
    }

    /// What robots.txt says of an address: from memory if the site has been asked within the day.
    pub async fn robots_word(&self, url: &Url, now: DateTime<Utc>) -> Result<RobotsWord, FetchError> {
        Ok(self.ruling(url, Moment::given(now)).await?.word(url))
    }

    /// What hosts have told since this was last asked, to be kept for the next process.
    pub fn news(&self, now: DateTime<Utc>) -> Memory {
        Memory { holds: self.shared.gates.news(now), rules: self.shared.rulebook.news(now) }
    }

    /// Takes over what hosts told earlier processes.
    pub async fn recall(&self, memory: Memory, now: DateTime<Utc>) {
        for hold in memory.holds {
            self.shared.gates.of(&hold.host).lock().await.hold(hold, now);
        }
        for rules in memory.rules {
            self.shared.rulebook.recall(rules, now).await;
        }
    }

    /// What robots.txt says of an address's origin, from memory or from the site.
    async fn ruling(&self, url: &Url, moment: Moment) -> Result<Ruling, FetchError> {
        let known = self.shared.rulebook.of(url);
        let mut known = known.lock().await;
        if let Some(ruling) = known.as_ref().filter(|ruling| ruling.is_fresh(moment.now())) {
            return Ok(ruling.clone());
        }
        let ruling = Ruling::of(self.robots_file(url, moment).await, moment.now())?;
        Ok(known.insert(ruling).clone())
    }

    /// The file itself, through the same guard, gate and limits as any page. Of a longer one the beginning counts.
    async fn robots_file(&self, url: &Url, moment: Moment) -> Result<Vec<u8>, FetchError> {
        let settings = &self.shared.settings;
        let mut address = url.clone();
        address.set_path("/robots.txt");
        address.set_query(None);
        address.set_fragment(None);
        let mut trail = Trail::starting(Request::get(address), &settings.further_ports, settings.total_timeout)?;
        let terms = Terms { validators: &Validators::default(), limit: robots::MAX_BYTES, crawl_delay: None };
        loop {
            let answer = self.ask(&mut trail, &terms, moment).await?;
            match answer.location() {
                Some(location) => trail.follow(answer.status.as_u16(), &location)?,
                None => return Ok(answer.body.bytes),
            }
        }
    }

    /// One request when it is the host's turn, and one more if the first met with an accident.
    async fn ask(&self, trail: &mut Trail<'_>, terms: &Terms<'_>, moment: Moment) -> Result<Answer, FetchError> {
        let gate = self.shared.gates.of(trail.url().host_str().unwrap_or_default());
        let mut gate = gate.lock().await;
        match self.ask_once(&mut gate, trail, terms, moment).await {
            Err(error) if is_worth_another_try(&error) => {
                tracing::debug!(%error, "asked once more");
                self.ask_once(&mut gate, trail, terms, moment).await
            }
            result => result,
        }
    }

    async fn ask_once(
        &self,
        gate: &mut Gate,
        trail: &mut Trail<'_>,
        terms: &Terms<'_>,
        moment: Moment,
    ) -> Result<Answer, FetchError> {
        gate.wait_for_turn(trail.url(), terms.crawl_delay, moment).await?;
        gate.ask();
        let request = trail.request.clone();
        let (answer, took) = trail.timed(self.shared.wire.exchange(&request, terms.validators, terms.limit)).await;
        gate.answered(took);
        let answer = answer?;
        if let Some(refusal) = answer.refusal(trail.url()) {
            return Err(refusal);
        }
        if answer.is_busy() {
            let status = answer.status.as_u16();
            return Err(gate.back_off(trail.url(), status, answer.retry_after().as_deref(), moment.now()));
        }
        gate.welcome();
        answer.failure(trail.url()).map_or(Ok(answer), Err)
    }
}

fn page(trail: &Trail<'_>, answer: Answer, fetched_at: DateTime<Utc>) -> Page {
    Page {
        url: trail.url().clone(),
        status: answer.status.as_u16(),
        content_type: answer.content_type(),
        validators: answer.validators(),
        moved_to: trail.moved_to(),
        reservation: answer.reservation(),
        body: answer.body.bytes,
        fetched_at,
    }
}
