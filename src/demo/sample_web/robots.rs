//! A site's robots.txt.

use super::content::Site;

pub(super) fn txt(site: &Site) -> String {
    let forbidden: Vec<&str> =
        if site.disallow.is_empty() { vec![""] } else { site.disallow.iter().map(String::as_str).collect() };
    let mut lines = vec!["User-agent: *".to_owned()];
    lines.extend(forbidden.iter().map(|path| format!("Disallow: {path}").trim_end().to_owned()));
    lines.extend(site.crawl_delay.map(|seconds| format!("Crawl-delay: {seconds}")));
    lines.join("\n") + "\n"
}
