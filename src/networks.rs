//! A setting that names networks: addresses and prefixes parted by commas (`127.0.0.0/8, ::1`).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net};
use serde::{Deserialize, Serialize};

/// Networks, read from one line of text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Networks(Vec<IpNet>);

impl Networks {
    /// The addresses under which a machine talks to itself.
    pub fn this_machine() -> Self {
        let loopback = Ipv4Net::new_assert(Ipv4Addr::new(127, 0, 0, 0), 8);
        Self(vec![loopback.into(), IpAddr::from(Ipv6Addr::LOCALHOST).into()])
    }

    /// Whether the address lies in one of them. An IPv4 address in IPv6 clothes is the IPv4 address.
    pub fn hold(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }
}

impl TryFrom<String> for Networks {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let read = |part: &str| {
            let network = part.parse::<IpNet>().or_else(|_| part.parse::<IpAddr>().map(IpNet::from));
            network.map_err(|_| format!("`{part}` is no network; write addresses or prefixes, e.g. 127.0.0.0/8, ::1"))
        };
        text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(read).collect::<Result<_, _>>().map(Self)
    }
}

impl From<Networks> for String {
    fn from(networks: Networks) -> Self {
        networks.0.iter().map(IpNet::to_string).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::Networks;

    fn networks(text: &str) -> Networks {
        Networks::try_from(text.to_owned()).unwrap()
    }

    #[test]
    fn addresses_and_prefixes_are_networks() {
        let ours = networks("10.0.0.0/8, ::1,192.0.2.7");
        for inside in ["10.2.3.4", "::1", "192.0.2.7", "::ffff:10.0.0.1"] {
            assert!(ours.hold(inside.parse().unwrap()), "{inside}");
        }
        for outside in ["11.0.0.1", "::2", "192.0.2.8"] {
            assert!(!ours.hold(outside.parse().unwrap()), "{outside}");
        }
        assert!(!networks("").hold("127.0.0.1".parse().unwrap()));
    }

    #[test]
    fn what_is_no_network_is_named() {
        assert!(Networks::try_from("10.0.0.0/8, the office".to_owned()).unwrap_err().contains("`the office`"));
    }

    #[test]
    fn written_and_read_again_it_is_the_same() {
        let ours = networks("10.0.0.0/8, ::1");
        assert_eq!(networks(&String::from(ours.clone())), ours);
    }
}
