//! Whose request it is: the address that connected, or, where that is a proxy of ours, the one that the proxy saw.
//! What a stranger writes into `X-Forwarded-For` is never believed.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::Once;

use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap};

use crate::networks::Networks;

const FORWARDED_FOR: &str = "x-forwarded-for";

/// The client's address; none where nothing connected (a handler that is called without a socket).
pub(super) fn of(headers: &HeaderMap, extensions: &Extensions, proxies: &Networks) -> Option<IpAddr> {
    let ConnectInfo(peer) = extensions.get::<ConnectInfo<SocketAddr>>()?;
    let peer = peer.ip().to_canonical();
    if is_unlisted_proxy(peer, headers, proxies) {
        WARNED.call_once(|| {
            // As an error: unless they are asked for, warnings are not written, and who forgot the setting asks for none.
            tracing::error!(
                "{peer} sends X-Forwarded-For and is not in web.trusted_proxies, so its clients are not told apart and the limit on requests \
                 does not work for them; if it is your proxy, set KOLKORE_WEB_TRUSTED_PROXIES={peer} (docs/OPERATIONS.md)"
            );
        });
    }
    Some(behind(peer, headers, proxies))
}

/// Once in a process: whoever forgot the setting reads the log after the start, and a stranger who writes the header must not fill it.
static WARNED: Once = Once::new();

/// Whether somebody speaks for others whom the settings do not let.
fn is_unlisted_proxy(peer: IpAddr, headers: &HeaderMap, proxies: &Networks) -> bool {
    headers.contains_key(FORWARDED_FOR) && !proxies.hold(peer)
}

/// Each proxy adds whom it saw at the end of the list; so it is read from there, for as long as a proxy of ours wrote it.
fn behind(peer: IpAddr, headers: &HeaderMap, proxies: &Networks) -> IpAddr {
    let mut seen = peer;
    let lines: Vec<&str> = headers.get_all(FORWARDED_FOR).iter().filter_map(|line| line.to_str().ok()).collect();
    for entry in lines.iter().rev().flat_map(|line| line.rsplit(',')) {
        if !proxies.hold(seen) {
            break;
        }
        let Some(address) = address(entry.trim()) else { break };
        seen = address;
    }
    seen
}

/// Some proxies write the port too.
fn address(entry: &str) -> Option<IpAddr> {
    let address = entry.parse::<IpAddr>().or_else(|_| entry.parse::<SocketAddr>().map(|socket| socket.ip()));
    address.ok().map(|address| address.to_canonical())
}

/// The part of an address that one customer has: an IPv6 line is a whole /64, of which a program could use another address each time.
pub(super) fn line(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(peer: &str, forwarded: &[&str], proxies: &str) -> String {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(FORWARDED_FOR, line.parse().unwrap());
        }
        behind(peer.parse().unwrap(), &headers, &Networks::try_from(proxies.to_owned()).unwrap()).to_string()
    }

    #[test]
    fn a_stranger_is_who_connected_whatever_the_header_says() {
        assert_eq!(client("192.0.2.1", &["198.51.100.9"], ""), "192.0.2.1");
        assert_eq!(client("192.0.2.1", &["198.51.100.9"], "127.0.0.1"), "192.0.2.1");
    }

    #[test]
    fn behind_our_proxy_it_is_the_last_whom_the_proxy_saw() {
        assert_eq!(client("127.0.0.1", &["198.51.100.9"], "127.0.0.1"), "198.51.100.9");
        assert_eq!(client("127.0.0.1", &["203.0.113.5, 198.51.100.9"], "127.0.0.1"), "198.51.100.9");
        assert_eq!(client("127.0.0.1", &["203.0.113.5", "198.51.100.9:4711"], "127.0.0.1"), "198.51.100.9");
        assert_eq!(client("127.0.0.1", &["198.51.100.9, 10.0.0.2"], "127.0.0.1, 10.0.0.0/8"), "198.51.100.9");
    }

    #[test]
    fn a_proxy_that_says_nothing_of_use_is_itself_the_client() {
        assert_eq!(client("127.0.0.1", &[], "127.0.0.1"), "127.0.0.1");
        assert_eq!(client("127.0.0.1", &["unknown"], "127.0.0.1"), "127.0.0.1");
    }

    #[test]
    fn who_forwards_without_being_listed_is_warned_of() {
        let proxies = Networks::try_from("10.0.0.1".to_owned()).unwrap();
        let plain = HeaderMap::new();
        let forwarded = HeaderMap::from_iter([(FORWARDED_FOR.parse().unwrap(), "198.51.100.9".parse().unwrap())]);
        let asked = |peer: &str, headers: &HeaderMap| is_unlisted_proxy(peer.parse().unwrap(), headers, &proxies);
        assert!(asked("127.0.0.1", &forwarded) && !asked("10.0.0.1", &forwarded) && !asked("127.0.0.1", &plain));
    }

    #[test]
    fn an_ipv6_line_is_one_client() {
        let of = |text: &str| line(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), of("2001:db8:1:2::1"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
    }
}
