//! Pages that want proof of a human in the place of what was asked for. They are taken as a refusal, never solved.

/// Challenge pages are short; looking further would find a real page that merely writes about them.
const LONGEST_CHALLENGE: usize = 64 * 1024;

/// Headers by which a protection service says so itself: name, value.
const HEADERS: &[(&str, &str)] =
    &[("cf-mitigated", "challenge"), ("x-amzn-waf-action", "challenge"), ("x-amzn-waf-action", "captcha")];

/// Words of the page itself that, all together, only the protection services write: patterns, whose page it is. Cloudflare puts a script
/// of its challenge platform on ordinary pages too; only with the title, or with the script that leads through a challenge, it is one.
const MARKS: &[(&[&str], &str)] = &[
    (&["_cf_chl_opt"], "a Cloudflare challenge"),
    (&["<title>Just a moment", "/cdn-cgi/challenge-platform/"], "a Cloudflare challenge"),
    (&["/cdn-cgi/challenge-platform/", "/orchestrate/chl_"], "a Cloudflare challenge"),
    (&["_Incapsula_Resource"], "an Imperva challenge"),
    (&["Incapsula incident ID"], "an Imperva refusal"),
    (&["captcha-delivery.com"], "a DataDome challenge"),
    (&["px-captcha"], "a HUMAN challenge"),
    (&["AwsWafIntegration"], "an AWS WAF challenge"),
    (&["The requested URL was rejected. Please consult with your administrator"], "an F5 refusal"),
];

/// Whose challenge it is, if it is one. `header` looks a response header up by its lower-case name.
pub(super) fn sign<'a>(header: impl Fn(&str) -> Option<&'a str>, body: &[u8]) -> Option<&'static str> {
    if HEADERS.iter().any(|(name, value)| header(name).is_some_and(|found| found.eq_ignore_ascii_case(value))) {
        return Some("a challenge page");
    }
    let is_html = header("content-type").is_some_and(|kind| kind.to_ascii_lowercase().starts_with("text/html"));
    if !is_html || body.len() > LONGEST_CHALLENGE {
        return None;
    }
    let text = String::from_utf8_lossy(body);
    MARKS.iter().find(|(marks, _)| marks.iter().all(|mark| text.contains(mark))).map(|(_, whose)| *whose)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(body: &str) -> Option<&'static str> {
        sign(|name| (name == "content-type").then_some("text/html; charset=utf-8"), body.as_bytes())
    }

    #[test]
    fn a_challenge_is_known_by_its_header_or_its_marks() {
        assert_eq!(sign(|name| (name == "cf-mitigated").then_some("challenge"), b""), Some("a challenge page"));
        assert_eq!(html("<script>window._cf_chl_opt={}</script>"), Some("a Cloudflare challenge"));
        assert_eq!(html("<title>Request Rejected</title>"), None);
        let script = |path: &str| format!("<script src='/cdn-cgi/challenge-platform/{path}'></script>");
        let challenge = Some("a Cloudflare challenge");
        assert_eq!(html(&format!("<title>Just a moment…</title>{}", script("h/b/main.js"))), challenge);
        assert_eq!(html(&format!("<title>רק רגע…</title>{}", script("h/g/orchestrate/chl_page/v1?ray=1"))), challenge);
        assert_eq!(html(&format!("<title>Calls</title>{}", script("scripts/jsd/main.js"))), None, "an ordinary page of theirs");
        assert_eq!(html("<title>Just a moment with the mayor</title>"), None);
    }

    #[test]
    fn a_long_page_or_another_type_is_none() {
        assert_eq!(html(&format!("<p>px-captcha</p>{}", " ".repeat(LONGEST_CHALLENGE))), None);
        assert_eq!(sign(|name| (name == "content-type").then_some("application/json"), b"px-captcha"), None);
    }
}
