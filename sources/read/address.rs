//! Addresses as pages write them: made absolute, kept to the web, and made comparable.
//! Opens nothing and knows no source.

use url::Url;

use super::text::clean;

/// No address for people is longer; servers and mail programs cut there too.
const MAX_ADDRESS: usize = 2048;

/// Parameters that name the visitor's way here and not the thing itself.
const TRACKING: [&str; 14] = [
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid", "_hsenc",
    "_hsmi", "mkt_tok",
];

/// Parameters that name a visit: a server that hands out a new one with each page has as many pages as it is asked for.
const SESSION: [&str; 9] =
    ["jsessionid", "phpsessid", "sessionid", "session_id", "aspsessionid", "cfid", "cftoken", "zenid", "oscsid"];

/// Parameters that may name a visit or the thing itself: they count as the visit's where the addresses of a page differ without them.
const TOKEN: [&str; 8] = ["token", "_token", "csrf", "csrf_token", "nonce", "auth", "hash", "key"];

/// `sid` names a visit only when it looks like one; sites also call a section so.
const LEAST_SESSION: usize = 16;

/// Parameters that choose the language of the frame around the same thing.
const LANGUAGE: [&str; 5] = ["lang", "language", "hl", "locale", "culture"];

/// A link as an absolute http(s) address without credentials; none when it is anything else (`javascript:`, `mailto:`, …).
pub fn web_link(base: &Url, written: &str) -> Option<Url> {
    let written = clean(written.trim());
    if written.is_empty() || written.len() > MAX_ADDRESS {
        return None;
    }
    let mut url = base.join(&written).ok()?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none_or(str::is_empty) {
        return None;
    }
    if !url.username().is_empty() || url.password().is_some() {
        // `https://bank.example@evil.example/` deceives people, and no source needs it.
        url.set_username("").ok()?;
        url.set_password(None).ok()?;
    }
    Some(url)
}

/// The address that tells two links to one thing apart from links to two things: only for comparing, never shown.
///
/// Without fragment, tracking, session and language parameters, `www.` and a slash at the end; `https` for `http`.
pub fn canonical(url: &Url) -> String {
    let mut url = url.clone();
    url.set_fragment(None);
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(name, value)| !is_incidental(name, value))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    if kept.is_empty() {
        url.set_query(None);
    } else {
        url.query_pairs_mut().clear().extend_pairs(&kept);
    }
    let host = url.host_str().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    format!("https://{host}{port}{}{query}", without_session(url.path()).trim_end_matches('/'))
}

/// What [`canonical`] gives without what may be the visit's own; none where there is no such thing.
pub(super) fn without_token(key: &str) -> Option<String> {
    let (before, query) = key.split_once('?')?;
    let looks_random = |value: &str| {
        value.len() >= LEAST_SESSION
            && value.bytes().any(|byte| byte.is_ascii_digit())
            && value.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    let is_token = |part: &&str| {
        part.split_once('=')
            .is_some_and(|(name, value)| TOKEN.contains(&name.to_ascii_lowercase().as_str()) && looks_random(value))
    };
    let kept: Vec<&str> = query.split('&').filter(|part| !is_token(part)).collect();
    match kept.as_slice() {
        [] => Some(before.to_owned()),
        kept if kept.len() == query.split('&').count() => None,
        kept => Some(format!("{before}?{}", kept.join("&"))),
    }
}

/// The scheme, host and port of what [`canonical`] gives.
pub fn origin_of(key: &str) -> &str {
    let host = key.find("://").map_or(0, |scheme| scheme + 3);
    key[host..].find(['/', '?', '#']).map_or(key, |end| &key[..host + end])
}

/// The key of the same thing where its site's page `from` has the address `to` instead, all three as [`canonical`] gives them; none where
/// it has nothing to do with that page.
pub fn under_alias(key: &str, from: &str, to: &str) -> Option<String> {
    let replaced = |from: &str, to: &str, ends: &[char]| {
        let rest = key.strip_prefix(from)?;
        (rest.is_empty() || rest.starts_with(ends)).then(|| format!("{to}{rest}"))
    };
    let (old, new) = (origin_of(from), origin_of(to));
    replaced(from, to, &['#']).or_else(|| if old == new { None } else { replaced(old, new, &['/', '?', '#']) })
}

fn is_incidental(name: &str, value: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_session = match name.as_str() {
        "sid" => value.len() >= LEAST_SESSION && value.bytes().all(|byte| byte.is_ascii_alphanumeric()),
        name => SESSION.contains(&name),
    };
    is_session || name.starts_with("utm_") || TRACKING.contains(&name.as_str()) || LANGUAGE.contains(&name.as_str())
}

/// `/calls` of `/calls;jsessionid=1A2B`.
fn without_session(path: &str) -> &str {
    match path.split_once(';') {
        Some((before, parameter)) if SESSION.iter().any(|name| begins_with(parameter, name)) => before,
        _ => path,
    }
}

fn begins_with(text: &str, beginning: &str) -> bool {
    text.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(written: &str) -> Option<String> {
        let base = Url::parse("https://cities.example/calls/list?page=2").unwrap();
        web_link(&base, written).map(String::from)
    }

    #[test]
    fn links_are_made_absolute() {
        assert_eq!(link(" ../grant/7 ").as_deref(), Some("https://cities.example/grant/7"));
        assert_eq!(link("//other.example/x").as_deref(), Some("https://other.example/x"));
        assert_eq!(link("?id=7").as_deref(), Some("https://cities.example/calls/list?id=7"));
        assert_eq!(link("https://grants.example@evil.example/").as_deref(), Some("https://evil.example/"));
    }

    #[test]
    fn a_hostile_link_is_dropped() {
        for hostile in [
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            " JaVaScRiPt:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "mailto:a@example.org",
            "http://",
            "",
        ] {
            assert_eq!(link(hostile), None, "{hostile}");
        }
    }

    #[test]
    fn one_thing_has_one_key_however_it_is_reached() {
        let key = |address: &str| canonical(&Url::parse(address).unwrap());
        let plain = key("https://cities.example/call?id=7");
        for same in ["http://www.cities.example/call/?utm_source=x&id=7#top", "https://cities.example/call?id=7&lang=fr&fbclid=1"]
        {
            assert_eq!(key(same), plain, "{same}");
        }
        assert_ne!(key("https://cities.example/call?id=8"), plain);
    }

    #[test]
    fn a_session_does_not_make_another_thing() {
        let key = |address: &str| canonical(&Url::parse(address).unwrap());
        let plain = key("https://cities.example/call?id=7");
        for same in [
            "https://cities.example/call;jsessionid=1A2B3C?id=7",
            "https://cities.example/call?id=7&PHPSESSID=0f3a",
            "https://cities.example/call?sid=0123456789abcdef0123&id=7",
        ] {
            assert_eq!(key(same), plain, "{same}");
        }
        assert_ne!(key("https://cities.example/call?id=7&sid=4"), plain, "a section");
    }

    #[test]
    fn a_thing_has_its_key_under_the_other_address_of_its_site() {
        let [old, new] = ["https://old.example/calls", "https://new.example/en/calls"];
        assert_eq!(under_alias("https://new.example/c/7", new, old).as_deref(), Some("https://old.example/c/7"));
        assert_eq!(under_alias("https://new.example/en/calls#Call", new, old).as_deref(), Some("https://old.example/calls#Call"));
        assert_eq!(under_alias("https://new.example.org/c/7", new, old), None);
        assert_eq!(under_alias("4711", new, old), None, "the source's own key");
        assert_eq!(under_alias("https://old.example/c/7", old, "https://old.example/list"), None, "only the list has moved");
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_written_gives_http_or_nothing(written: String) {
            let base = Url::parse("https://cities.example/").unwrap();
            if let Some(url) = web_link(&base, &written) {
                proptest::prop_assert!(matches!(url.scheme(), "http" | "https"));
                canonical(&url);
            }
        }
    }
}
