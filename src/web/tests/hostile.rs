//! Whatever is asked: never an error of ours, and never an echo that a browser would run.

use std::time::Duration;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use url::form_urlencoded::Serializer;

use super::{Stage, records};

/// As many as the house promises.
const QUESTIONS: u32 = 10_000;

/// Ways in which an echo becomes a script: elements, attributes, addresses, encodings, other grammars.
const PAYLOADS: [&str; 31] = [
    "<script>alert(1)</script>",
    "\"><script>alert(1)</script>",
    "'><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</option></select><script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "\"><img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext></p><style><img src onerror=alert(1)>",
    "<iframe srcdoc=\"<script>alert(1)</script>\">",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' onfocus='alert(1)' autofocus='",
    "\" autofocus onfocus=alert(1) x=\"",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"jav\tascript:alert(1)\">x</a>",
    "<form action=javascript:alert(1)><button>",
    "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
    "<base href=//evil.example/>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<template><script>alert(1)</script></template>",
    "{{7*7}}<b>${7*7}</b>",
    "\u{FEFF}<script>alert(1)</script>",
    "\u{202E}<script>alert(1)</script>",
];

const NAMES: [&str; 19] = [
    "q",
    "kind",
    "status",
    "topic",
    "source",
    "network",
    "country",
    "eligible",
    "deadline_from",
    "deadline_to",
    "amount_min",
    "lang",
    "municipality",
    "sort",
    "page",
    "page_size",
    "facets",
    "changed_after",
    "format",
];

fn address(path: &str, pairs: &[(String, String)]) -> String {
    format!("{path}?{}", Serializer::new(String::new()).extend_pairs(pairs).finish())
}

#[tokio::test]
async fn no_payload_comes_back_as_it_was_sent() {
    let stage = Stage::with(&records()).await;
    for payload in PAYLOADS {
        for name in NAMES.iter().chain(&["ui", "other"]).copied().chain([payload]) {
            for path in ["/", "/feed.atom", "/sources", "/login"] {
                let answer = stage.get(&address(path, &[(name.to_owned(), payload.to_owned())])).await;
                assert!(answer.status.as_u16() < 500, "{path} {name}={payload}");
                // A problem in JSON may quote what it refuses: no browser takes it for a page.
                let is_shown = !answer.kind().contains("json");
                assert!(!is_shown || !answer.body.contains(payload), "{path} {name}={payload}: {}", answer.body);
            }
        }
    }
}

#[tokio::test]
async fn what_programs_get_is_never_taken_for_a_page() {
    let stage = Stage::with(&records()).await;
    for payload in PAYLOADS {
        for path in ["/api/v1/opportunities", "/api/v1/suggest", "/feed.json", "/calendar.ics", "/common-grants/opportunities"] {
            for name in ["q", "kind", "other"] {
                let answer = stage.get(&address(path, &[(name.to_owned(), payload.to_owned())])).await;
                assert!(answer.status.as_u16() < 500, "{path} {name}={payload}");
                assert!(!answer.kind().contains("html") && answer.headers["x-content-type-options"] == "nosniff", "{path}");
            }
        }
    }
}

/// A value that means something, or a text of any kind.
fn value() -> impl Strategy<Value = String> {
    let meant = [
        "grant",
        "any",
        "open,closed",
        "youth",
        "embassy-canada",
        "world",
        "DE",
        "yes",
        "2026-12-01",
        "0",
        "1",
        "100",
        "100000",
        "1e999",
        "-1",
        "he",
        "netanya",
        "deadline",
        "newest",
        "kind,topic",
        "csv",
        "18446744073709551616",
        "title:",
        "deadline:<30d",
        "נוער",
        "ארה\"ב",
        "\"climate fund\" -prize OR heat*",
        "a AND",
        "((((",
        "2026-13-45",
        "\u{0}",
        "%00",
    ];
    prop_oneof![
        3 => proptest::sample::select(meant.to_vec()).prop_map(str::to_owned),
        1 => proptest::sample::select(PAYLOADS.to_vec()).prop_map(str::to_owned),
        3 => "(\\PC|[\"'*:|()-]|[א-ת] ?|OR|[a-z]{3} ){0,30}",
    ]
}

fn pairs() -> impl Strategy<Value = Vec<(String, String)>> {
    // Mostly the question alone: what is refused at the door tells little.
    let name = prop_oneof![3 => Just("q".to_owned()), 2 => proptest::sample::select(NAMES.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,8}"];
    proptest::collection::vec((name, value()), 0..4)
}

#[test]
fn ten_thousand_questions_are_answered_without_an_error_of_ours() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let stage = runtime.block_on(Stage::with(&records()));
    let paths = proptest::sample::select(vec!["/api/v1/opportunities", "/"]);
    let mut runner = TestRunner::new(Config { cases: QUESTIONS, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&(paths, pairs()), |(path, pairs)| {
        let address = address(path, &pairs);
        let answer = runtime.block_on(async { tokio::time::timeout(Duration::from_mins(1), stage.get(&address)).await });
        let answer = answer.map_err(|_| TestCaseError::fail(format!("{address}: no answer")))?;
        prop_assert!(answer.status.as_u16() < 500, "{address}: {}", answer.body);
        if path == "/" {
            for (name, value) in &pairs {
                let is_markup = |text: &str| text.contains(['<', '"']) && text.chars().count() > 5;
                prop_assert!(!is_markup(value) || !answer.body.contains(value.as_str()), "{address}: {}", answer.body);
                prop_assert!(!is_markup(name) || !answer.body.contains(name.as_str()), "{address}: {}", answer.body);
            }
        }
        Ok(())
    });
    outcome.unwrap();
}
