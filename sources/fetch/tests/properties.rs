//! Whatever comes from the web: nothing panics, and what holds for one address holds in every spelling of it.

use std::net::{Ipv4Addr, Ipv6Addr};

use proptest::prelude::*;

use crate::fetch::{Robots, Verdict, VisitTime, judge_address, judge_address_text, judge_url};

proptest! {
    #[test]
    fn any_bytes_can_be_a_robots_file(bytes in proptest::collection::vec(any::<u8>(), 0..400), url in ".{0,60}") {
        let robots = Robots::parse(&bytes);
        robots.allows("kolkore", &url);
        robots.crawl_delay("kolkore");
    }

    #[test]
    fn any_lines_can_be_a_robots_file(lines in "((user-agent|allow|disallow|crawl-delay|visit-time): ?[*$/%a-c0-9א-ת.-]{0,9}(\r|\n|\r\n)){0,20}", path in "/[a-c/%א-ת*$?]{0,20}") {
        let robots = Robots::parse(&lines);
        let kept = robots.clone().only_for("kolkore");
        let url = format!("https://cities.example{path}");
        prop_assert_eq!(robots.allows("kolkore", &url), kept.allows("kolkore", &url));
    }

    #[test]
    fn any_text_gets_a_verdict(text in ".{0,80}") {
        judge_url(&text);
        judge_address_text(&text);
        VisitTime::parse(&text);
    }

    #[test]
    fn every_spelling_of_an_ipv4_address_gets_its_verdict(bits in any::<u32>()) {
        let address = Ipv4Addr::from_bits(bits);
        let verdict = judge_address(address.into());
        let [a, b, c, d] = address.octets();
        for host in [format!("{address}"), format!("{bits}"), format!("0x{bits:x}"), format!("0{a:o}.0{b:o}.0{c:o}.0{d:o}"), format!("{a}.{}", bits & 0xff_ffff)] {
            prop_assert_eq!(judge_url(&format!("http://{host}/")), verdict, "{}", host);
        }
        for wrapped in [format!("::ffff:{address}"), format!("64:ff9b::{address}"), format!("2002:{a:02x}{b:02x}:{c:02x}{d:02x}::1")] {
            prop_assert_eq!(judge_url(&format!("http://[{wrapped}]/")), verdict, "{}", wrapped);
        }
    }

    #[test]
    fn no_ipv6_address_outside_global_unicast_passes(bits in any::<u128>()) {
        let address = Ipv6Addr::from_bits(bits);
        prop_assume!(bits >> 125 != 1 && !address.to_string().contains('.') && !address.to_string().starts_with("64:ff9b::"));
        prop_assert_eq!(judge_address(address.into()), Verdict::Address);
    }
}
