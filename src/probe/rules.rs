//! Stages about addresses: `robots`, `url`, `guard`.

use serde_json::{Value, json};
use sources::fetch::guard::{judge_address_text, judge_url};
use sources::fetch::robots::Robots;
use url::Url;

use super::case::{CaseError, optional_text, text};

/// May `agent` ask for `url`, by this robots.txt?
pub fn robots(case: &Value) -> Result<Value, CaseError> {
    let (robots, agent) = (Robots::parse(text(case, "robots")?), text(case, "agent")?);
    Ok(json!({ "allowed": robots.allows(agent, text(case, "url")?), "crawl_delay": robots.crawl_delay(agent) }))
}

/// An address as the WHATWG standard parses and serialises it.
pub fn url(case: &Value) -> Result<Value, CaseError> {
    let input = text(case, "input")?;
    let invalid = |error: url::ParseError| CaseError::new("invalid_url", error);
    let parsed = match optional_text(case, "base")? {
        Some(base) => Url::options().base_url(Some(&Url::parse(base).map_err(invalid)?)).parse(input),
        None => Url::parse(input),
    };
    Ok(json!({ "href": parsed.map_err(invalid)?.as_str() }))
}

/// The guard's verdict on an address of the web, or on one resolved address.
pub fn guard(case: &Value) -> Result<Value, CaseError> {
    let verdict = match optional_text(case, "address")? {
        Some(address) => judge_address_text(address),
        None => judge_url(text(case, "url")?),
    };
    Ok(json!({ "allowed": verdict.allowed(), "reason": verdict.reason() }))
}
