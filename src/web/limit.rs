//! How much one client may ask of the public surface. Letters' links and what staff do are not counted: the first carry a token of
//! their own, the second a login.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

use axum::extract::{MatchedPath, Request, State};
use axum::http::Extensions;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use governor::clock::{Clock as _, MonotonicClock};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

use super::access::{Access, TABLE};
use super::client;
use super::problem::Problem;
use crate::settings::Web;

/// Clients remembered before those that have not asked for a while are forgotten: a few megabytes.
const MOST_CLIENTS: usize = 50_000;

/// What monitoring asks every few seconds, and what browsers keep: these cost nothing, and must answer when all else is too much.
const FREE: [&str; 5] = ["/healthz", "/readyz", "/metrics", "/assets/{name}", "/favicon.ico"];

type Counter = RateLimiter<IpAddr, HashMapStateStore<IpAddr>, MonotonicClock, NoOpMiddleware<std::time::Instant>>;

/// Requests counted by client.
pub(super) struct Limits {
    settings: Web,
    /// None where the settings set no limit.
    counter: Option<Counter>,
}

impl Limits {
    /// As the settings say; nobody has asked yet.
    pub(super) fn of(settings: &Web) -> Self {
        let rate = NonZeroU32::new(settings.requests_per_minute).zip(NonZeroU32::new(settings.burst));
        let counter = rate.map(|(per_minute, burst)| {
            let quota = Quota::per_minute(per_minute).allow_burst(burst);
            RateLimiter::new(quota, HashMapStateStore::default(), MonotonicClock)
        });
        Self { settings: settings.clone(), counter }
    }

    /// Counts one request; seconds to wait where it is one too many.
    fn count(&self, client: IpAddr) -> Result<(), u64> {
        let Some(counter) = &self.counter else { return Ok(()) };
        if self.settings.unlimited.hold(client) {
            return Ok(());
        }
        if counter.len() > MOST_CLIENTS {
            counter.retain_recent();
        }
        let wait =
            |too_early: governor::NotUntil<std::time::Instant>| too_early.wait_time_from(MonotonicClock.now()).as_secs() + 1;
        counter.check_key(&client::line(client)).map_err(wait)
    }
}

/// Lets a request through unless its client has asked too much of late.
pub(super) async fn per_client(State(limits): State<Arc<Limits>>, request: Request, next: Next) -> Response {
    if is_counted(request.extensions())
        && let Some(client) = client::of(request.headers(), request.extensions(), &limits.settings.trusted_proxies)
        && let Err(seconds) = limits.count(client)
    {
        return Problem::too_many(seconds).into_response();
    }
    next.run(request).await
}

/// What is nowhere in the table is counted too: somebody is guessing.
fn is_counted(request: &Extensions) -> bool {
    let Some(path) = request.get::<MatchedPath>().map(MatchedPath::as_str) else { return true };
    let is_public = TABLE.iter().any(|(_, known, access)| *known == path && *access == Access::Public);
    is_public && !FREE.contains(&path)
}
