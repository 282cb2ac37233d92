//! The way of one request through its redirects: how far, where to, whether it may, and how much time is left.

use std::time::{Duration, Instant};

use url::Url;

use crate::fetch::error::{FetchError, RedirectProblem};
use crate::fetch::guard::{self, Verdict, is_ambiguous};
use crate::fetch::shown::without_passwords;
use crate::page::Request;

/// RFC 9309 asks for five with robots.txt; a page that needs more is lost, or a trap.
const MOST_REDIRECTS: usize = 5;

/// One request on its way.
#[derive(Debug)]
pub(super) struct Trail<'a> {
    pub(super) request: Request,
    further_ports: &'a [u16],
    hops: usize,
    permanent: bool,
    timeout: Duration,
    time_left: Duration,
}

impl<'a> Trail<'a> {
    /// At its beginning; refused at once when the guard refuses it.
    pub(super) fn starting(request: Request, further_ports: &'a [u16], timeout: Duration) -> Result<Self, FetchError> {
        guarded(&request.url, further_ports)?;
        Ok(Self { request, further_ports, hops: 0, permanent: true, timeout, time_left: timeout })
    }

    pub(super) fn url(&self) -> &Url {
        &self.request.url
    }

    fn shown(&self) -> String {
        without_passwords(self.request.url.as_str()).into_owned()
    }

    /// The last address, when every redirect on the way said that it is for good.
    pub(super) fn moved_to(&self) -> Option<Url> {
        (self.hops > 0 && self.permanent).then(|| self.request.url.clone())
    }

    /// Does something against the one clock that all hops share, and tells how long it took.
    pub(super) async fn timed<T>(
        &mut self,
        work: impl Future<Output = Result<T, FetchError>>,
    ) -> (Result<T, FetchError>, Duration) {
        let started = Instant::now();
        let result = match tokio::time::timeout(self.time_left, work).await {
            Ok(result) => result,
            Err(_) => Err(FetchError::Timeout { url: self.request.url.to_string(), limit: self.timeout }),
        };
        let took = started.elapsed();
        self.time_left = self.time_left.saturating_sub(took);
        (result, took)
    }

    /// Goes on to where a redirect points, judged as the first address was.
    pub(super) fn follow(&mut self, status: u16, location: &str) -> Result<(), FetchError> {
        let to = || without_passwords(location).into_owned();
        let refused = |problem| FetchError::Redirects { url: self.request.url.to_string(), to: to(), problem };
        if is_ambiguous(location) {
            let url = format!("{} redirects to {}", self.shown(), to().escape_debug());
            return Err(FetchError::Guard { url, verdict: Verdict::InvalidUrl });
        }
        let target = self.request.url.join(location).map_err(|_| refused(RedirectProblem::NoAddress))?;
        guarded(&target, self.further_ports).map_err(|error| match error {
            // The roadmap knows the page that leads there, not the target.
            FetchError::Guard { url, verdict } => {
                FetchError::Guard { url: format!("{} redirects to {url}", self.shown()), verdict }
            }
            other => other,
        })?;
        if self.request.url.scheme() == "https" && target.scheme() == "http" {
            return Err(refused(RedirectProblem::Downgrade));
        }
        if self.hops == MOST_REDIRECTS {
            return Err(refused(RedirectProblem::TooMany));
        }
        if target.origin() != self.request.url.origin() {
            self.request.headers.clear(); // an API's key is for that API
        }
        if !matches!(status, 307 | 308) {
            self.request.body = None;
        }
        self.permanent &= matches!(status, 301 | 308);
        self.hops += 1;
        self.request.url = target;
        Ok(())
    }
}

/// Judges an address as it will be sent.
fn guarded(url: &Url, further_ports: &[u16]) -> Result<(), FetchError> {
    let shown = || without_passwords(url.as_str()).into_owned();
    guard::check(url.as_str(), further_ports).map_err(|verdict| FetchError::Guard { url: shown(), verdict })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Body;

    fn trail(url: &str) -> Trail<'static> {
        let request = Request {
            body: Some(Body::Json("{}".to_owned())),
            headers: vec![("x-key".to_owned(), "k".to_owned())],
            ..Request::get(url.parse().unwrap())
        };
        Trail::starting(request, &[], Duration::from_secs(1)).unwrap()
    }

    #[test]
    fn a_redirect_is_taken_from_the_real_address() {
        let mut trail = trail("https://cities.example/a/b?c");
        trail.follow(301, "../d#e").unwrap();
        assert_eq!(trail.url().as_str(), "https://cities.example/d#e");
        assert_eq!(trail.moved_to(), Some(trail.url().clone()));
        trail.follow(302, "//www.cities.example/").unwrap();
        assert_eq!(trail.moved_to(), None, "one temporary step makes the way temporary");
    }

    #[test]
    fn an_api_key_stays_with_its_api_and_a_body_with_its_method() {
        let mut trail = trail("https://api.example/search");
        trail.follow(308, "/v2/search").unwrap();
        assert!(trail.request.body.is_some() && trail.request.headers.len() == 1);
        trail.follow(307, "https://other.example/search").unwrap();
        assert!(trail.request.body.is_some() && trail.request.headers.is_empty());
        trail.follow(303, "/result").unwrap();
        assert_eq!(trail.request.body, None);
    }

    #[test]
    fn the_sixth_redirect_is_not_followed() {
        let mut trail = trail("https://cities.example/0");
        for hop in 1..=5 {
            trail.follow(302, &format!("/{hop}")).unwrap();
        }
        assert!(matches!(trail.follow(302, "/6"), Err(FetchError::Redirects { problem: RedirectProblem::TooMany, .. })));
    }

    #[test]
    fn https_never_leads_to_http_and_http_may_lead_to_https() {
        assert!(matches!(
            trail("https://cities.example/").follow(301, "http://cities.example/"),
            Err(FetchError::Redirects { .. })
        ));
        assert_eq!(trail("http://cities.example/").follow(301, "https://cities.example/"), Ok(()));
    }

    #[test]
    fn every_step_is_guarded() {
        for to in [
            "http://127.0.0.1/",
            "https://[::1]/",
            "//169.254.169.254/",
            "file:///etc/passwd",
            "https:\\\\127.0.0.1",
            "https://a@b.example/",
            "http://localhost./",
        ] {
            let error = trail("https://cities.example/").follow(302, to).unwrap_err();
            assert!(matches!(error, FetchError::Guard { .. }), "{to}: {error}");
            assert!(error.to_string().starts_with("https://cities.example/ redirects to "), "{error}");
        }
    }

    #[test]
    fn a_password_in_an_address_is_in_no_error() {
        let secret = "https://u:secret@cities.example/f";
        let asked = Trail::starting(Request::get(secret.parse().unwrap()), &[], Duration::from_secs(1)).unwrap_err();
        let led = trail("https://cities.example/").follow(302, secret).unwrap_err();
        let astray = trail("https://cities.example/").follow(302, "https://u:secret@[/").unwrap_err();
        for error in [asked, led, astray] {
            assert!(!format!("{error} {error:?}").contains("secret"), "{error:?}");
        }
    }
}
