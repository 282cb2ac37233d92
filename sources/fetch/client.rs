//! The wire: the one HTTP client of the house, one request out, one bounded answer in. Redirects come back as answers.

use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderName, HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH};
use reqwest::multipart::{Form, Part};
use reqwest::{RequestBuilder, redirect, retry};
use url::Url;

use crate::fetch::answer::Answer;
use crate::fetch::body;
use crate::fetch::error::{FetchError, NetworkFault};
use crate::fetch::guard::Verdict;
use crate::fetch::resolver::{GuardedResolver, NoAddress, OnlyForbidden};
use crate::fetch::settings::FetchSettings;
use crate::page::{Body, Request, Validators};

/// What a list, a feed or an interface may come as, most wanted first.
const ACCEPT_PAGES: HeaderValue = HeaderValue::from_static(
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,application/json;q=0.9,*/*;q=0.8",
);
const ACCEPT_JSON: HeaderValue = HeaderValue::from_static("application/json, */*;q=0.5");
const JSON: &str = "application/json";

/// Of an answer that is no success so much is read: enough to know a challenge page by.
const MOST_OF_A_FAILURE: usize = 64 * 1024;

/// Headers that no source may set: they say who we are, where we go, or how the bytes travel.
const OUR_OWN_HEADERS: &[&str] = &[
    "user-agent",
    "host",
    "cookie",
    "content-length",
    "transfer-encoding",
    "connection",
    "accept-encoding",
    "if-none-match",
    "if-modified-since",
];

/// Whether a header is not a source's to set.
pub(crate) fn is_our_own_header(name: &str) -> bool {
    OUR_OWN_HEADERS.contains(&name.to_ascii_lowercase().as_str())
}

/// The client, and where it sends to.
#[derive(Debug, Clone)]
#[expect(clippy::disallowed_types, reason = "this is the door to the outside")]
pub(super) struct Wire {
    client: reqwest::Client,
    gateway: Option<Url>,
}

impl Wire {
    #[expect(clippy::disallowed_types, reason = "this is the door to the outside")]
    pub(super) fn new(settings: &FetchSettings, resolver: GuardedResolver) -> Result<Self, FetchError> {
        let builder = reqwest::Client::builder()
            .user_agent(settings.user_agent())
            .connect_timeout(settings.connect_timeout)
            .redirect(redirect::Policy::none())
            .retry(retry::never())
            .referer(false)
            .no_proxy();
        // A gateway resolves the names itself, and may stand on this very machine.
        let builder = if settings.gateway.is_some() { builder } else { builder.dns_resolver(resolver).pool_max_idle_per_host(1) };
        let client = builder.build().map_err(|error| FetchError::Settings(causes(&error)))?;
        Ok(Self { client, gateway: settings.gateway.clone() })
    }

    /// One request, one answer; of the body at most `limit` bytes.
    pub(super) async fn exchange(&self, request: &Request, validators: &Validators, limit: usize) -> Result<Answer, FetchError> {
        let failed = |error| self.explain(&request.url, &error);
        let response = self.prepare(request, validators)?.send().await.map_err(failed)?;
        let (status, headers) = (response.status(), response.headers().clone());
        let limit = if status.is_success() { limit } else { limit.min(MOST_OF_A_FAILURE) };
        let body = body::read(response, limit).await.map_err(failed)?;
        Ok(Answer { status, headers, body })
    }

    fn prepare(&self, request: &Request, validators: &Validators) -> Result<RequestBuilder, FetchError> {
        let url = self.address(&request.url)?;
        let mut builder = match &request.body {
            None => self.client.get(url).header(ACCEPT, ACCEPT_PAGES),
            Some(Body::Json(json)) => {
                self.client.post(url).header(ACCEPT, ACCEPT_JSON).header(CONTENT_TYPE, JSON).body(json.clone())
            }
            Some(Body::JsonParts(parts)) => self.client.post(url).header(ACCEPT, ACCEPT_JSON).multipart(form(parts)?),
        };
        let further = request.headers.iter().map(|(name, value)| header(name, value));
        builder = builder.headers(further.collect::<Result<_, _>>()?);
        for (name, value) in [(IF_NONE_MATCH, &validators.etag), (IF_MODIFIED_SINCE, &validators.last_modified)] {
            // What cannot be sent back verbatim is left out: the page then simply comes anew.
            if let Some(value) = value.as_deref().and_then(|value| HeaderValue::from_bytes(value.as_bytes()).ok()) {
                builder = builder.header(name, value);
            }
        }
        Ok(builder)
    }

    /// `https://host/path?query` through the gateway is `<gateway>/https/host/path?query`.
    fn address(&self, url: &Url) -> Result<Url, FetchError> {
        let Some(gateway) = &self.gateway else { return Ok(url.clone()) };
        let real = url.as_str().split('#').next().unwrap_or_default();
        let (base, real) = (gateway.as_str().trim_end_matches('/'), real.replacen("://", "/", 1));
        format!("{base}/{real}")
            .parse()
            .map_err(|_| FetchError::Settings(format!("the gateway `{gateway}` does not lead to {url}")))
    }

    fn explain(&self, url: &Url, error: &reqwest::Error) -> FetchError {
        let url = || url.to_string();
        if sources(error).any(<dyn std::error::Error>::is::<OnlyForbidden>) {
            return FetchError::Guard { url: url(), verdict: Verdict::Address };
        }
        let fault = if sources(error).any(<dyn std::error::Error>::is::<NoAddress>) {
            NetworkFault::Name
        } else if error.is_connect() {
            NetworkFault::Connect
        } else {
            NetworkFault::Broken
        };
        let through = self.gateway.as_ref().map(|gateway| format!("through the gateway {gateway}: ")).unwrap_or_default();
        FetchError::Network { url: url(), fault, detail: format!("{through}{}", causes(error)) }
    }
}

/// Each part with its type, without which the EU's search answers 500.
fn form(parts: &[(String, String)]) -> Result<Form, FetchError> {
    parts.iter().try_fold(Form::new(), |form, (name, json)| {
        let part = Part::text(json.clone()).mime_str(JSON).map_err(|error| FetchError::Settings(causes(&error)))?;
        Ok(form.part(name.clone(), part))
    })
}

fn header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), FetchError> {
    let wrong =
        |problem| FetchError::Settings(format!("the header `{}: {}` {problem}", name.escape_debug(), value.escape_debug()));
    let parsed_name = name.parse::<HeaderName>().map_err(|_| wrong("has no valid name"))?;
    if is_our_own_header(parsed_name.as_str()) {
        return Err(wrong("is not a source's to set; take it out of the roadmap"));
    }
    Ok((parsed_name, value.parse().map_err(|_| wrong("has no valid value"))?))
}

fn sources<'a>(error: &'a reqwest::Error) -> impl Iterator<Item = &'a (dyn std::error::Error + 'static)> {
    std::iter::successors(std::error::Error::source(error), |cause| cause.source())
}

/// All causes in one line. The outermost names the address, which the error does already.
fn causes(error: &reqwest::Error) -> String {
    let causes: Vec<String> = sources(error).map(ToString::to_string).collect();
    if causes.is_empty() { error.to_string() } else { causes.join(": ") }
}
