//! The surface that scripts rely on: exit codes, one clear sentence for what goes wrong, the API over HTTP.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::process::Child;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::{Stage, text, wait_until};

/// A daemon that is killed when the test ends, however it ends.
struct Daemon {
    child: Child,
    address: String,
}

impl Daemon {
    fn start(stage: &Stage) -> Self {
        let address = free_address();
        let daemon = Self { child: stage.start(&["serve", "--listen", &address]), address };
        wait_until("the daemon answers", || get(&daemon.address, "/healthz").is_some());
        daemon
    }

    fn terminate(&mut self) -> (i32, Duration) {
        let start = Instant::now();
        let killed = std::process::Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().expect("kill");
        assert!(killed.success());
        let status = self.child.wait().expect("ended");
        (status.code().unwrap_or(-1), start.elapsed())
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn free_address() -> String {
    TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").to_string()
}

/// Status line and headers, and body, of a GET.
#[expect(clippy::disallowed_methods, reason = "a test asks the daemon that it started itself")]
fn get(address: &str, path: &str) -> Option<(String, String)> {
    let mut stream = std::net::TcpStream::connect(address).ok()?;
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {address}\r\nAccept-Encoding: identity\r\n\r\n").ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let answer = text(&answer);
    let (head, body) = answer.split_once("\r\n\r\n")?;
    Some((head.to_owned(), body.to_owned()))
}

#[test]
fn an_unknown_parameter_is_a_problem_that_names_it() {
    let stage = Stage::new();
    stage.lines(&["crawl", "--json"]);
    let daemon = Daemon::start(&stage);
    let (head, body) = get(&daemon.address, "/api/v1/opportunities?q=youth&colour=red").expect("an answer");
    assert!(head.starts_with("HTTP/1.0 400") || head.starts_with("HTTP/1.1 400"), "{head}");
    assert!(head.to_lowercase().contains("content-type: application/problem+json"), "{head}");
    let problem: Value = serde_json::from_str(&body).expect("JSON");
    assert!(problem["detail"].as_str().is_some_and(|detail| detail.contains("colour")), "{problem}");

    let (_, body) = get(&daemon.address, "/api/v1/opportunities?facets=kind&page_size=5").expect("an answer");
    let answer: Value = serde_json::from_str(&body).expect("JSON");
    assert!(answer["total"].as_u64().expect("a total") > 50, "{answer}");
    assert_eq!(answer["items"].as_array().map(Vec::len), Some(5));
    assert!(answer["facets"]["kind"][0]["count"].as_u64() > Some(0), "{answer}");
}

#[test]
fn a_second_instance_is_refused_and_sigterm_stops_within_five_seconds() {
    let stage = Stage::new();
    let mut daemon = Daemon::start(&stage);
    let said = stage.failure(&["serve", "--listen", &free_address()]);
    assert!(said.contains(&daemon.child.id().to_string()), "{said}");
    let said = stage.failure(&["crawl"]);
    assert!(said.contains(&daemon.child.id().to_string()), "{said}");
    let (code, took) = daemon.terminate();
    assert_eq!(code, 0);
    assert!(took < Duration::from_secs(5), "{took:?}");
}

#[test]
fn a_taken_port_is_one_sentence() {
    let stage = Stage::new();
    let held = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = held.local_addr().expect("an address").to_string();
    let said = stage.failure(&["serve", "--listen", &address]);
    assert!(said.contains(&address) && said.trim().lines().count() == 1, "{said}");
}

#[test]
fn a_data_folder_that_cannot_be_written_is_one_sentence() {
    let stage = Stage::new();
    let blocked = stage.path("blocked");
    std::fs::write(&blocked, "a file where a folder should be").expect("written");
    let said = stage.failure(&["crawl", "--data", blocked.join("data").to_str().expect("a path")]);
    assert!(said.contains("blocked") && said.trim().lines().count() == 1, "{said}");
}

#[test]
fn a_broken_selector_is_reported_with_file_and_line() {
    let stage = Stage::new();
    let roadmap = stage.path("config/roadmap");
    std::fs::remove_file(&roadmap).expect("the link");
    std::fs::create_dir(&roadmap).expect("a folder");
    let entry = "[[source]]\nslug = \"broken\"\nname = { he = \"שבור\", en = \"Broken\" }\nnetwork = \"test\"\nlanguage = [\"en\"]\n[source.list]\nurl = \"https://x.example/\"\nitem = \"li\"\ntitle = \"h3 > > a\"\nlink = \"a@href\"\n";
    std::fs::write(roadmap.join("test.toml"), entry).expect("written");
    let said = stage.failure(&["check"]);
    assert!(said.contains("test.toml:9:") && said.contains("h3 > > a"), "{said}");
}

#[test]
fn a_schedule_that_programs_would_read_differently_is_reported_with_file_and_line() {
    let stage = Stage::new();
    let roadmap = stage.path("config/roadmap");
    std::fs::remove_file(&roadmap).expect("the link");
    std::fs::create_dir(&roadmap).expect("a folder");
    let entry = "[[source]]\nslug = \"odd\"\nname = { he = \"מוזר\", en = \"Odd\" }\nnetwork = \"test\"\nlanguage = [\"en\"]\nschedule = \"0 5 * * 1\"\n[source.feed]\nurl = \"https://x.example/\"\n";
    std::fs::write(roadmap.join("test.toml"), entry).expect("written");
    let said = stage.failure(&["check"]);
    assert!(said.contains("test.toml:6:") && said.contains("write names"), "{said}");
}

#[test]
fn a_network_that_readers_have_no_name_for_is_pointed_out() {
    let stage = Stage::new();
    let roadmap = stage.path("config/roadmap");
    std::fs::remove_file(&roadmap).expect("the link");
    std::fs::create_dir(&roadmap).expect("a folder");
    let entry = |slug: &str, network: &str| {
        format!(
            "[[source]]\nslug = \"{slug}\"\nname = {{ he = \"רשת\", en = \"Network\" }}\nnetwork = \"{network}\"\nlanguage = [\"en\"]\n[source.feed]\nurl = \"https://{slug}.example/\"\n"
        )
    };
    std::fs::write(roadmap.join("test.toml"), entry("one", "uclg") + &entry("two", "uclgg")).expect("written");
    let said = text(&stage.run(&["check"]).stdout);
    assert!(said.contains("`two`: the network `uclgg`") && !said.contains("`one`: the network"), "{said}");
}

#[test]
fn usage_errors_are_status_two_and_an_empty_search_is_none() {
    let stage = Stage::new();
    assert_eq!(stage.run(&["no-such-command"]).status.code(), Some(2));
    assert_eq!(stage.run(&["probe", "no-such-stage"]).status.code(), Some(2));
    assert_eq!(stage.run(&["search", "--kind", "foo", "x"]).status.code(), Some(2));
    stage.lines(&["crawl", "--json"]);
    let found = stage.lines(&["search", "--json", "--", "qqqqzzzz"]);
    assert_eq!(found[0]["total"], 0);
}

#[test]
fn deleting_the_index_loses_nothing() {
    let stage = Stage::new();
    stage.lines(&["crawl", "--json"]);
    let before = stage.lines(&["search", "--json", "--status", "any", "--", ""]);
    std::fs::remove_dir_all(stage.data().join("index")).expect("deleted");
    assert!(stage.failure(&["search", "--", "x"]).contains("rebuild"));
    let rebuilt = stage.run(&["rebuild"]);
    assert!(rebuilt.status.success(), "{}", text(&rebuilt.stderr));
    let after = stage.lines(&["search", "--json", "--status", "any", "--", ""]);
    assert_eq!(after[0]["total"], before[0]["total"]);
}

#[test]
fn an_index_is_built_anew_under_a_running_daemon_by_a_signal_that_rebuild_names() {
    let stage = Stage::new();
    stage.lines(&["crawl", "--json"]);
    let rebuilt = stage.run(&["rebuild"]);
    let progress = text(&rebuilt.stderr);
    assert!(rebuilt.status.success() && progress.contains("change ") && progress.contains(" of "), "{progress}");

    let daemon = Daemon::start(&stage);
    let number = daemon.child.id().to_string();
    let generations = || {
        let entries = std::fs::read_dir(stage.data().join("index")).expect("the index");
        entries.map(|entry| entry.expect("an entry").file_name()).collect::<Vec<_>>()
    };
    let before = generations();
    let said = stage.failure(&["rebuild"]);
    assert!(said.contains(&format!("kill -USR1 {number}")), "{said}");
    assert!(std::process::Command::new("kill").args(["-USR1", &number]).status().expect("kill").success());
    wait_until("another generation has taken its place", || {
        let now = generations();
        now.len() == 1 && now != before
    });
    let (_, body) = get(&daemon.address, "/api/v1/opportunities?status=any").expect("an answer");
    let answer: Value = serde_json::from_str(&body).expect("JSON");
    assert!(answer["total"].as_u64().expect("a total") > 50, "{answer}");
}
