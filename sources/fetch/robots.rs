//! robots.txt as RFC 9309 has it, with Crawl-delay and Visit-time: what a site lets us visit, how often, and when.
//! Pure: bytes in, verdicts out. How the file is fetched, and what a missing one means, is the rulebook's.
//!
//! A matcher of our own: it is the `robotxt` crate, not its use, that fails nine of the 72 plain cases of Google's parser.
//! It takes a `User-agent` value whole, so that a group for `Foo Bar` or `FooBot/2.1` is none for `Foo` or `FooBot` (six);
//! it compares addresses decoded, which allows more than is written (three); and it knows no Visit-time.

use serde::{Deserialize, Serialize};

use crate::fetch::line::{Name, name_and_value};
use crate::fetch::pattern::{Pattern, decode_unreserved, upper_case_escapes};
use crate::fetch::visiting::VisitTime;

/// What is read of a file: RFC 9309 asks for 500 KiB at least, and more is a bomb.
pub(super) const MAX_BYTES: usize = 512 * 1024;

/// A longer delay is read as this one (a week): whoever asks for more means "stay away", and sums must not overflow.
const LONGEST_CRAWL_DELAY: f64 = 7.0 * 86_400.0;

/// A robots.txt file that has been read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Robots {
    groups: Vec<Group>,
}

/// The rules that some agents share.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct Group {
    /// Product tokens, lower case; `*` is everybody.
    agents: Vec<String>,
    rules: Vec<Rule>,
    crawl_delay: Option<f64>,
    visit_time: Option<VisitTime>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Rule {
    allows: bool,
    pattern: Pattern,
}

impl Group {
    /// What is forbidden as `/%7Ejoe` is forbidden as `/~joe` too; what is allowed is allowed as it is written.
    fn add(&mut self, allows: bool, pattern: Pattern) {
        if !allows && let Some(pattern) = pattern.decoded() {
            self.rules.push(Rule { allows, pattern });
        }
        self.rules.push(Rule { allows, pattern });
    }
}

impl Robots {
    /// Reads a file; whatever it holds, something comes out, and what makes no sense is skipped.
    pub fn parse(bytes: impl AsRef<[u8]>) -> Self {
        let bytes = bytes.as_ref();
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let bytes = if bytes.len() < MAX_BYTES { bytes } else { whole_lines(&bytes[..MAX_BYTES]) };
        if looks_like_markup(bytes) {
            return Self::default();
        }
        let mut robots = Self::default();
        let mut naming = false;
        for (name, value) in bytes.split(|byte| matches!(byte, b'\n' | b'\r')).filter_map(name_and_value) {
            match (name, robots.groups.last_mut()) {
                (Name::UserAgent, last) => {
                    let agent = token(&String::from_utf8_lossy(value));
                    match last {
                        Some(group) if naming => group.agents.push(agent),
                        _ => robots.groups.push(Group { agents: vec![agent], ..Group::default() }),
                    }
                    naming = true;
                }
                (_, None) => {} // before any agent is named it is nobody's
                (Name::Allow | Name::Disallow, Some(group)) => {
                    naming = false;
                    if !value.is_empty() {
                        group.add(matches!(name, Name::Allow), Pattern::new(value));
                    }
                }
                (Name::CrawlDelay, Some(group)) => group.crawl_delay = longer(group.crawl_delay, seconds(value)),
                (Name::VisitTime, Some(group)) => {
                    group.visit_time = group.visit_time.or_else(|| VisitTime::parse(&String::from_utf8_lossy(value)));
                }
            }
        }
        robots
    }

    /// Whether an agent (a product token, or a whole User-Agent line) may visit an absolute address.
    pub fn allows(&self, agent: &str, url: &str) -> bool {
        let path = upper_case_escapes(path_and_query(url));
        let path = if path.starts_with('/') { path } else { format!("/{path}") };
        let plain = decode_unreserved(&path);
        let mut best = (0, true);
        for rule in self.groups_for(agent).flat_map(|group| &group.rules) {
            let rank = (rule.pattern.specificity(), rule.allows);
            if rank > best && (rule.pattern.matches(&path) || !rule.allows && rule.pattern.matches(&plain)) {
                best = rank;
            }
        }
        best.1
    }

    /// How many seconds an agent is asked to leave between two visits.
    pub fn crawl_delay(&self, agent: &str) -> Option<f64> {
        self.groups_for(agent).fold(None, |delay, group| longer(delay, group.crawl_delay))
    }

    /// The hours in which an agent is asked to come.
    pub fn visit_time(&self, agent: &str) -> Option<VisitTime> {
        self.groups_for(agent).find_map(|group| group.visit_time)
    }

    /// The same file without what is meant for others: what is worth keeping in memory.
    pub(super) fn only_for(mut self, agent: &str) -> Self {
        let wanted = self.agent_of_groups_for(agent);
        self.groups.retain(|group| group.agents.contains(&wanted));
        self
    }

    /// All groups that name the agent, as one; those for everybody only when none does.
    fn groups_for(&self, agent: &str) -> impl Iterator<Item = &Group> {
        let wanted = self.agent_of_groups_for(agent);
        self.groups.iter().filter(move |group| group.agents.contains(&wanted))
    }

    fn agent_of_groups_for(&self, agent: &str) -> String {
        let agent = product(agent);
        let named = !agent.is_empty() && self.groups.iter().any(|group| group.agents.contains(&agent));
        if named { agent } else { "*".to_owned() }
    }
}

/// Without what may be half a line: `Disallow: /x` cut short would forbid everything.
fn whole_lines(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| matches!(byte, b'\n' | b'\r'));
    &bytes[..end.unwrap_or(0)]
}

/// A page that answers for everything, robots.txt too, is no rules file.
fn looks_like_markup(bytes: &[u8]) -> bool {
    bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<')
}

/// The product token of a `User-agent` line: `FooBot/2.1` and `FooBot (all)` are `foobot`.
fn token(value: &str) -> String {
    if value == "*" || value.starts_with("* ") || value.starts_with("*\t") {
        return "*".to_owned();
    }
    value
        .chars()
        .take_while(|letter| letter.is_ascii_alphabetic() || matches!(letter, '-' | '_'))
        .collect::<String>()
        .to_ascii_lowercase()
}

/// Ours: the token as it is, or what stands before the version in a whole User-Agent line.
fn product(agent: &str) -> String {
    agent.split_once('/').map_or(agent, |(product, _)| product).trim().to_ascii_lowercase()
}

/// The address without scheme, host and fragment, taken as it is written: parsing it anew could change it.
fn path_and_query(url: &str) -> &str {
    let url = url.split_once('#').map_or(url, |(before, _)| before);
    let after_host = match url.find("://") {
        Some(at) if !url[..at].contains(['/', '?', ';']) => &url[at + 3..],
        _ => url.strip_prefix("//").unwrap_or(url),
    };
    after_host.find(['/', '?', ';']).map_or("/", |at| &after_host[at..])
}

fn seconds(value: &[u8]) -> Option<f64> {
    let delay: f64 = std::str::from_utf8(value).ok()?.parse().ok()?;
    (delay.is_finite() && delay >= 0.0).then_some(delay.min(LONGEST_CRAWL_DELAY))
}

fn longer(one: Option<f64>, other: Option<f64>) -> Option<f64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.max(other)),
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# ours\nUser-agent: *\nDisallow: /private/\nCrawl-delay: 2\n\nUser-agent: Kolkore\nUser-agent: other\n\
                        Disallow: /drafts\nAllow: /drafts/public\nVisit-time: 0400-0845\nCrawl-delay: 10\n";

    #[test]
    fn the_longest_rule_of_the_own_group_decides() {
        let robots = Robots::parse(FILE);
        assert!(robots.allows("kolkore", "https://cities.example/private/"), "the group for everybody is not ours");
        assert!(!robots.allows("kolkore/0.1 (+https://cities.example; crawler@example.org)", "https://cities.example/drafts/7"));
        assert!(robots.allows("KOLKORE", "https://cities.example/drafts/public/7"));
        assert!(!robots.allows("somebody", "https://cities.example/private/a?b#c"));
        assert_eq!((robots.crawl_delay("kolkore"), robots.crawl_delay("somebody")), (Some(10.0), Some(2.0)));
        assert_eq!((robots.visit_time("other"), robots.visit_time("somebody")), (VisitTime::parse("0400-0845"), None));
    }

    #[test]
    fn what_is_kept_for_one_agent_says_the_same() {
        for agent in ["kolkore", "somebody", ""] {
            let (all, own) = (Robots::parse(FILE), Robots::parse(FILE).only_for(agent));
            assert_eq!(own.groups.len(), 1);
            for url in ["https://a.example/private/x", "https://a.example/drafts", "https://a.example/drafts/public"] {
                assert_eq!(own.allows(agent, url), all.allows(agent, url), "{agent} {url}");
            }
            assert_eq!(own.crawl_delay(agent), all.crawl_delay(agent));
        }
    }

    #[test]
    fn groups_of_the_same_agent_are_one() {
        let robots =
            Robots::parse("User-agent: a\nDisallow: /x\nUser-agent: b\nDisallow: /y\nUser-agent: A/2.1 (all)\nDisallow: /z\n");
        let seen = ["/x", "/y", "/z"].map(|path| robots.allows("a", &format!("https://cities.example{path}")));
        assert_eq!(seen, [false, true, false]);
    }

    #[test]
    fn all_line_ends_and_a_byte_order_mark_are_read() {
        for file in
            ["\u{feff}User-agent: *\r\nDisallow: /x\r\n", "User-agent: *\rDisallow: /x", "user agent : * # all\ndissallow /x"]
        {
            assert!(!Robots::parse(file).allows("kolkore", "https://cities.example/x"), "{file:?}");
        }
    }

    #[test]
    fn other_lines_do_not_end_a_group() {
        let robots =
            Robots::parse("User-agent: a\nSitemap: https://cities.example/map\nCrawl-delay: 3\nUser-agent: b\nDisallow: /\n");
        assert!(!robots.allows("a", "https://cities.example/") && !robots.allows("b", "https://cities.example/"));
        assert_eq!(robots.crawl_delay("b"), Some(3.0));
    }

    #[test]
    fn a_forbidden_address_is_forbidden_in_its_other_spelling() {
        let robots = Robots::parse("User-agent: *\nDisallow: /%7Ejoe/\nDisallow: /~ann/\n");
        for path in ["/~joe/", "/%7ejoe/", "/%7Eann/"] {
            assert!(!robots.allows("kolkore", &format!("https://cities.example{path}")), "{path}");
        }
    }

    #[test]
    fn a_web_page_and_rubbish_are_no_rules() {
        let url = "https://cities.example/x";
        assert!(Robots::parse("\n <!doctype html>\nUser-agent: *\nDisallow: /\n").allows("kolkore", url));
        assert!(Robots::parse([0, 255, 10, 58, 10, 35]).allows("kolkore", url));
        assert!(Robots::parse("Disallow: /\nAllow\n: /\n").allows("kolkore", url));
    }

    #[test]
    fn a_nonsense_delay_is_none_and_a_monstrous_one_is_a_week() {
        let delay = |value: &str| Robots::parse(format!("User-agent: *\nCrawl-delay: {value}\n")).crawl_delay("kolkore");
        assert_eq!([delay("-1"), delay("NaN"), delay("inf"), delay("soon"), delay("")], [None; 5]);
        assert_eq!((delay("1.5"), delay("1e300")), (Some(1.5), Some(604_800.0)));
    }

    #[test]
    fn only_the_first_half_megabyte_is_read() {
        let filler = "Disallow: /x\n".repeat(MAX_BYTES / 13 + 1);
        let robots = Robots::parse(format!("User-agent: *\nDisallow: /early\n{filler}Disallow: /late\n"));
        assert!(!robots.allows("kolkore", "https://cities.example/early"));
        assert!(robots.allows("kolkore", "https://cities.example/late"));
        let cut = format!("User-agent: *\n{}Disallow: /x", " ".repeat(MAX_BYTES - 25));
        assert!(Robots::parse(&cut[..MAX_BYTES]).allows("kolkore", "https://cities.example/"), "half a line is none");
    }
}
