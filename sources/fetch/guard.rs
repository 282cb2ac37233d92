//! Which addresses a request may leave for: the verdict before a name is resolved, and on each resolved address.
//! Pure: it resolves nothing and connects to nothing. What it lets through as a name has to be asked again as an address.

use std::net::IpAddr;

use url::{Host, Url};

use crate::fetch::address::is_global_unicast;

/// Longer addresses are refused: RFC 9110 asks servers for 8,000 octets, and what is longer is a trap or a mistake.
const MAX_URL_LENGTH: usize = 8_000;

/// The ports of http and https; others only by configuration, since a port is how internal services are found.
const WEB_PORTS: [u16; 2] = [80, 443];

/// Last labels that name something inside a house, a cloud or a hidden network, never a public site.
const LOCAL_SUFFIXES: &[&str] =
    &["localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "corp", "private", "home.arpa", "onion"];

/// What the guard says of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// May be asked; for a name: resolve it, and judge every address that comes back.
    Ok,
    /// Does not parse, or holds what parsers disagree on: backslashes, control characters.
    InvalidUrl,
    /// Neither http nor https.
    Scheme,
    /// Neither 80 nor 443, nor one allowed by configuration.
    Port,
    /// Carries a user name or a password.
    Userinfo,
    /// A name without a dot, or one that only means something on a local network.
    LocalName,
    /// Not a globally reachable unicast address, however it was spelt or wrapped.
    Address,
}

impl Verdict {
    /// May be asked.
    pub fn allowed(self) -> bool {
        self == Self::Ok
    }

    /// The short stable word for it.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::InvalidUrl => "invalid_url",
            Self::Scheme => "scheme",
            Self::Port => "port",
            Self::Userinfo => "userinfo",
            Self::LocalName => "local_name",
            Self::Address => "address",
        }
    }
}

/// The verdict on an address as text, before any name in it is resolved.
pub fn judge_url(text: &str) -> Verdict {
    check(text, &[]).err().unwrap_or(Verdict::Ok)
}

/// The verdict on one resolved address.
pub fn judge_address(address: IpAddr) -> Verdict {
    if is_global_unicast(address) { Verdict::Ok } else { Verdict::Address }
}

/// The verdict on one resolved address, as text.
pub fn judge_address_text(text: &str) -> Verdict {
    text.parse().map_or(Verdict::InvalidUrl, judge_address)
}

/// The one check that every hop goes through.
pub(super) fn check(text: &str, further_ports: &[u16]) -> Result<(), Verdict> {
    if text.len() > MAX_URL_LENGTH || is_ambiguous(text) {
        return Err(Verdict::InvalidUrl);
    }
    let url = Url::parse(text).map_err(|_| Verdict::InvalidUrl)?;
    check_parts(&url, further_ports)
}

/// Parsers disagree on where the host ends in `http://a\@b/`, and some drop a tab or a line break that others keep.
pub(super) fn is_ambiguous(text: &str) -> bool {
    text.chars().any(|letter| letter == '\\' || letter.is_control())
}

fn check_parts(url: &Url, further_ports: &[u16]) -> Result<(), Verdict> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Verdict::Scheme);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Verdict::Userinfo);
    }
    match url.host() {
        None => return Err(Verdict::InvalidUrl),
        Some(Host::Ipv4(address)) if !is_global_unicast(address.into()) => return Err(Verdict::Address),
        Some(Host::Ipv6(address)) if !is_global_unicast(address.into()) => return Err(Verdict::Address),
        Some(Host::Domain(name)) if is_local_name(name) => return Err(Verdict::LocalName),
        Some(_) => {}
    }
    let port = url.port_or_known_default().ok_or(Verdict::Port)?;
    if WEB_PORTS.contains(&port) || further_ports.contains(&port) { Ok(()) } else { Err(Verdict::Port) }
}

fn is_local_name(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    !name.contains('.')
        || LOCAL_SUFFIXES
            .iter()
            .any(|suffix| name.strip_suffix(suffix).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reasons(cases: &[(&str, &str)]) {
        let wrong: Vec<_> =
            cases.iter().filter(|(url, want)| judge_url(url).reason() != *want).map(|(url, _)| (url, judge_url(url))).collect();
        assert_eq!(wrong, []);
    }

    #[test]
    fn ordinary_public_addresses_pass() {
        reasons(&[
            ("https://cities.example/calls?page=2#top", "ok"),
            ("http://cities.example:80/", "ok"),
            ("https://xn--4dbcagdahymbxekheh6e0a7fei0b.example/", "ok"),
            ("https://9.9.9.9/", "ok"),
            ("https://grants.hostile.test./", "ok"),
        ]);
    }

    #[test]
    fn a_loopback_literal_is_refused_however_it_is_spelt() {
        reasons(&[
            ("http://127.0.0.1/", "address"),
            ("http://127.1/", "address"),
            ("http://2130706433/", "address"),
            ("http://0x7f.1/", "address"),
            ("http://0177.0.0.1/", "address"),
            ("http://127.0.0.1./", "address"),
            ("http://%31%32%37.0.0.1/", "address"),
            ("http://①②⑦.0.0.1/", "address"),
            ("http://[::1]/", "address"),
            ("http://[::ffff:127.0.0.1]/", "address"),
            ("http://[::ffff:7f00:1]/", "address"),
            ("http://[64:ff9b::127.0.0.1]/", "address"),
            ("http://0/", "address"),
        ]);
    }

    #[test]
    fn local_names_are_refused() {
        reasons(&[
            ("http://localhost/", "local_name"),
            ("http://LOCALHOST./", "local_name"),
            ("http://a.localhost/", "local_name"),
            ("http://printer.local/", "local_name"),
            ("http://metadata.google.internal/", "local_name"),
            ("http://intranet/", "local_name"),
            ("http://router.home.arpa/", "local_name"),
            ("http://notlocalhost.example/", "ok"),
            ("http://mylocal.example/", "ok"),
        ]);
    }

    #[test]
    fn schemes_ports_userinfo_and_what_parsers_disagree_on_are_refused() {
        reasons(&[
            ("file:///etc/passwd", "scheme"),
            ("gopher://cities.example/", "scheme"),
            ("javascript:alert(1)", "scheme"),
            ("https://cities.example:8443/", "port"),
            ("http://cities.example:22/", "port"),
            ("https://user@cities.example/", "userinfo"),
            ("https://:secret@cities.example/", "userinfo"),
            ("http://127.0.0.1\\@cities.example/", "invalid_url"),
            ("http://cities.example\\@127.0.0.1/", "invalid_url"),
            ("http://cities\t.example/", "invalid_url"),
            ("http://cities.example/\r\nHost: other", "invalid_url"),
            ("cities.example/no-scheme", "invalid_url"),
            ("", "invalid_url"),
        ]);
        assert_eq!(judge_url(&format!("https://cities.example/{}", "a".repeat(9_000))), Verdict::InvalidUrl);
    }

    #[test]
    fn a_port_can_be_allowed_by_configuration() {
        assert!(check("https://cities.example:8443/", &[8443]).is_ok());
        assert_eq!(check("https://127.0.0.1:8443/", &[8443]), Err(Verdict::Address));
    }

    #[test]
    fn an_address_that_is_none_is_no_address() {
        assert_eq!(judge_address_text("8.8.8.8"), Verdict::Ok);
        assert_eq!(judge_address_text("64:ff9b::a9fe:a9fe"), Verdict::Address);
        assert_eq!(judge_address_text("cities.example"), Verdict::InvalidUrl);
    }
}
