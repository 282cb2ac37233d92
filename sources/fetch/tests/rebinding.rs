//! DNS rebinding (T4 of the threats that `tests/advisories.rs` goes through): here, since the resolver is this room's secret.

use std::net::SocketAddr;
use std::time::Duration;

use super::stage::fetch;
use crate::fetch::resolver::GuardedResolver;
use crate::fetch::{FetchError, FetchSettings, Fetcher, RobotsRefusal, Verdict};

/// The resolver is asked once, and the connection goes to what was judged: here there is no gateway, and nothing listens.
#[tokio::test]
async fn t4_a_name_that_resolves_inside_is_refused_when_connecting() {
    let inside: Vec<SocketAddr> = vec!["127.0.0.1:0".parse().unwrap(), "[::1]:0".parse().unwrap(), "10.1.2.3:0".parse().unwrap()];
    let settings = FetchSettings::new("0.1.0", "https://association.example/".parse().unwrap(), "crawler@example.org");
    let fetcher = Fetcher::resolving_with(GuardedResolver::fixed(inside), settings).unwrap();
    let error = fetch(&fetcher, "http://rebind.example/").await.unwrap_err();
    assert!(matches!(error, FetchError::Guard { verdict: Verdict::Address, .. }), "{error}");
}

#[tokio::test]
async fn t4_a_name_without_an_address_is_told_as_such() {
    let settings = FetchSettings::new("0.1.0", "https://association.example/".parse().unwrap(), "crawler@example.org");
    let fetcher = Fetcher::resolving_with(
        GuardedResolver::fixed(Vec::new()),
        FetchSettings { total_timeout: Duration::from_secs(2), ..settings },
    )
    .unwrap();
    let error = fetch(&fetcher, "http://nowhere.example/").await.unwrap_err();
    assert!(matches!(error, FetchError::Robots { refusal: RobotsRefusal::Unreachable { .. }, .. }), "{error}");
    assert!(error.to_string().contains("the host's name could not be resolved"), "{error}");
}
