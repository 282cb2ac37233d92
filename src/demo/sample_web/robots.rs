//! A site's robots.txt.

use std::fmt::Write as _;

use super::content::Site;

pub(super) fn txt(site: &Site) -> String {
    let mut txt = "User-agent: *\n".to_owned();
    for path in &site.disallow {
        // Writing to a string cannot fail.
        let _ = writeln!(txt, "Disallow: {path}");
    }
    if site.disallow.is_empty() {
        txt.push_str("Disallow:\n");
    }
    if let Some(seconds) = site.crawl_delay {
        let _ = writeln!(txt, "Crawl-delay: {seconds}");
    }
    txt
}
