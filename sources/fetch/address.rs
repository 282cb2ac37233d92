//! Which IP addresses are globally reachable unicast: everything else is denied.
//! After the IANA special-purpose registries; what wraps an IPv4 address is unwrapped and judged by it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// IPv4 ranges that are not the public web: first address and prefix length.
const DENIED_V4: &[(Ipv4Addr, u32)] = &[
    (Ipv4Addr::UNSPECIFIED, 8),            // this network
    (Ipv4Addr::new(10, 0, 0, 0), 8),       // private
    (Ipv4Addr::new(100, 64, 0, 0), 10),    // carriers' shared space, and one cloud's metadata
    (Ipv4Addr::new(127, 0, 0, 0), 8),      // loopback
    (Ipv4Addr::new(168, 63, 129, 16), 32), // public by registry, but one cloud's wire to its own machines
    (Ipv4Addr::new(169, 254, 0, 0), 16),   // link-local, and most clouds' metadata
    (Ipv4Addr::new(172, 16, 0, 0), 12),    // private
    (Ipv4Addr::new(192, 0, 0, 0), 24),     // protocol assignments
    (Ipv4Addr::new(192, 0, 2, 0), 24),     // documentation
    (Ipv4Addr::new(192, 88, 99, 0), 24),   // 6to4 relays, withdrawn
    (Ipv4Addr::new(192, 168, 0, 0), 16),   // private
    (Ipv4Addr::new(198, 18, 0, 0), 15),    // benchmarking
    (Ipv4Addr::new(198, 51, 100, 0), 24),  // documentation
    (Ipv4Addr::new(203, 0, 113, 0), 24),   // documentation
    (Ipv4Addr::new(224, 0, 0, 0), 4),      // multicast
    (Ipv4Addr::new(240, 0, 0, 0), 4),      // reserved, broadcast
];

/// The only IPv6 space that IANA has given out as global unicast.
const GLOBAL_V6: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// What inside it is not the public web.
const DENIED_V6: &[(Ipv6Addr, u32)] = &[
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23), // protocol assignments, Teredo among them
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32), // documentation
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20), // documentation
];

/// `::ffff:a.b.c.d` and the translators' `64:ff9b::a.b.c.d`: the IPv4 address is the last 32 bits.
const WRAPS_V4_AT_THE_END: &[(Ipv6Addr, u32)] =
    &[(Ipv6Addr::new(0, 0, 0, 0, 0, 0xffff, 0, 0), 96), (Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, 0, 0), 96)];

/// 6to4 puts it right behind its prefix.
const SIX_TO_FOUR: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16);

/// Reachable by anybody on the internet, as one machine.
pub(super) fn is_global_unicast(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => !DENIED_V4.iter().any(|&(base, prefix)| (v4.to_bits() ^ base.to_bits()).leading_zeros() >= prefix),
        IpAddr::V6(v6) => match wrapped_v4(v6) {
            Some(v4) => is_global_unicast(v4.into()),
            None => within(v6, GLOBAL_V6) && !DENIED_V6.iter().any(|&range| within(v6, range)),
        },
    }
}

fn wrapped_v4(address: Ipv6Addr) -> Option<Ipv4Addr> {
    if WRAPS_V4_AT_THE_END.iter().any(|&range| within(address, range)) {
        return Some(Ipv4Addr::from_bits(address.to_bits() as u32));
    }
    within(address, SIX_TO_FOUR).then(|| Ipv4Addr::from_bits((address.to_bits() >> 80) as u32))
}

fn within(address: Ipv6Addr, (base, prefix): (Ipv6Addr, u32)) -> bool {
    (address.to_bits() ^ base.to_bits()).leading_zeros() >= prefix
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passed<'a>(addresses: &[&'a str]) -> Vec<&'a str> {
        addresses.iter().copied().filter(|address| is_global_unicast(address.parse().unwrap())).collect()
    }

    #[test]
    fn the_edges_of_each_range_are_denied_and_their_neighbours_are_not() {
        let denied = [
            "0.255.255.255",
            "10.0.0.0",
            "100.64.0.0",
            "100.127.255.255",
            "127.255.255.255",
            "168.63.129.16",
            "169.254.169.254",
            "172.31.255.255",
            "192.0.0.192",
            "192.168.255.255",
            "198.19.255.255",
            "203.0.113.7",
            "224.0.0.1",
            "255.255.255.255",
        ];
        assert_eq!(passed(&denied), [""; 0]);
        let public = [
            "1.0.0.0",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "128.0.0.0",
            "172.32.0.0",
            "198.20.0.0",
            "223.255.255.255",
        ];
        assert_eq!(passed(&public), public);
    }

    #[test]
    fn only_global_unicast_of_ipv6_passes() {
        let denied = [
            "::",
            "::1",
            "::7f00:1",
            "100::1",
            "2001::1",
            "2001:0:4136:e378:8000:63bf:3fff:fdd2",
            "2001:db8::1",
            "3fff::1",
            "5f00::1",
            "64:ff9b:1::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ];
        assert_eq!(passed(&denied), [""; 0]);
        assert_eq!(passed(&["2001:4860:4860::8888", "2a00:1450::1"]), ["2001:4860:4860::8888", "2a00:1450::1"]);
    }

    #[test]
    fn a_wrapped_ipv4_address_is_judged_by_itself() {
        let wrapped =
            ["::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::a9fe:a9fe", "64:ff9b::808:808", "2002:7f00:1::", "2002:808:808::"];
        assert_eq!(passed(&wrapped), ["::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::"]);
    }
}
