//! Never silently blind: what an operator sees of sources on the first day, and what staff are told when one changes.

use std::path::Path;

use crate::support::{Stage, text};
use crate::web::{Web, html, reply};

fn entry(slug: &str) -> String {
    format!(
        "[[source]]\nslug = \"{slug}\"\nname = {{ he = \"רשת הערים\", en = \"Network of towns\" }}\nnetwork = \"world\"\nlanguage = [\"en\"]\n\
         active = true\nfloor = 1\ndefaults = {{ only_opportunities = true }}\n[source.list]\nurl = \"https://{slug}.example/calls\"\n\
         item = \"li.call\"\ntitle = \"a\"\nlink = \"a\"\n\n"
    )
}

fn calls(tag: &str) -> String {
    let item = |n: u32| format!("<{tag} class=call><a href=\"/{n}\">Call {n}: apply by 4 March 2027</a></{tag}>");
    format!("<main><ul>{}</ul></main>", (1..=4).map(item).collect::<Vec<_>>().concat())
}

#[test]
fn the_first_days_table_says_who_was_reached_and_who_refuses() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let web = runtime.block_on(Web::with_robots(|url, _| match url {
        "https://forbids.example/robots.txt" => reply(200, &["Content-Type: text/plain"], "User-agent: *\nDisallow: /\n"),
        "https://waits.example/robots.txt" => reply(200, &["Content-Type: text/plain"], "User-agent: *\nCrawl-delay: 7\n"),
        "https://falls.example/robots.txt" => reply(503, &[], ""),
        url if url.ends_with("/robots.txt") => reply(404, &[], ""),
        "https://refuses.example/calls" => reply(403, &[], ""),
        "https://reserves.example/calls" => reply(200, &["Content-Type: text/html", "tdm-reservation: 1"], calls("li")),
        _ => html(&calls("li")),
    }));
    let by_hand = entry("telephone").split("[source.list]").next().map(|head| format!("{head}[source.manual]\n"));
    let folder = tempfile::tempdir().expect("a folder");
    let letter = "From: desk@embassy.example.org\r\nSubject: Call for proposals for towns\r\nMessage-ID: <1@example.org>\r\n\r\nTowns may apply by 1 March 2027.\r\n";
    std::fs::write(folder.path().join("1.eml"), letter).expect("written");
    let mail = |slug: &str, folder: &str| {
        entry(slug).split("[source.list]").next().map(|head| format!("{head}[source.mail]\nfolder = \"{folder}\"\n"))
    };
    let mailbox = mail("letters", folder.path().to_str().expect("a path"));
    let nowhere = mail("missing", "no-such-folder");
    let slugs = ["answers", "reserves", "waits", "forbids", "refuses", "falls"];
    let roadmap =
        [slugs.map(entry).concat(), by_hand.expect("a head"), mailbox.expect("a head"), nowhere.expect("a head")].concat();
    let stage = Stage::over(web.gateway().as_str(), &roadmap);
    let output = stage.run(&["check", "--live"]);
    let table = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "four were not reached: {table}{}", text(&output.stderr));
    let row = |slug: &str| -> Vec<String> {
        let line = table.lines().find(|line| line.starts_with(slug)).unwrap_or_else(|| panic!("no row of {slug}: {table}"));
        line.split_whitespace().skip(1).map(str::to_owned).collect()
    };
    assert_eq!(row("answers"), ["yes", "4", "4", "4", "0", "none", "–", "ok", "–"]);
    assert_eq!(row("reserves"), ["yes", "4", "4", "4", "0", "none", "–", "ok", "reserved"]);
    assert_eq!(row("waits"), ["yes", "4", "4", "4", "0", "allowed", "7s", "ok", "–"]);
    assert_eq!(row("forbids"), ["NO", "0", "0", "0", "0", "forbidden", "–", "degraded", "–"]);
    assert_eq!(row("refuses"), ["NO", "0", "0", "0", "0", "none", "–", "blocked", "–"]);
    assert_eq!(row("falls"), ["NO", "0", "0", "0", "0", "unreachable", "–", "degraded", "–"]);
    assert_eq!(row("telephone"), ["by", "hand"]);
    assert_eq!(row("letters")[..2], ["yes", "1"], "a folder of letters is opened");
    assert_eq!(row("missing")[0], "NO");
    assert!(table.contains("4 of 8 sources reached."), "{table}");
    assert!(web.pages_asked().iter().all(|url| !url.contains("forbids") && !url.contains("falls")), "{:?}", web.pages_asked());
    assert!(!stage.data().exists(), "a trial keeps nothing");

    let output = stage.run(&["check", "--live", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let rows: Vec<serde_json::Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("a JSON line")).collect();
    let of = |slug: &str| rows.iter().find(|row| row["source"] == slug).unwrap_or_else(|| panic!("no line of {slug}"));
    assert_eq!((of("waits")["crawl_delay"].as_f64(), &of("waits")["state"]), (Some(7.0), &"ok".into()));
    assert_eq!((&of("falls")["robots"], &of("falls")["reached"]), (&"unreachable".into(), &false.into()));
    assert_eq!((rows.len(), &of("telephone")["shape"], &of("letters")["reached"]), (9, &"manual".into(), &true.into()));
    let first = Stage::over(web.gateway().as_str(), &entry("answers")).run(&["check", "--live"]);
    assert_eq!(first.status.code(), Some(0), "all were reached: {}", text(&first.stderr));
}

#[test]
fn a_redesign_is_one_mail_when_it_begins_and_one_when_it_lasts_and_closes_nothing() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let web = runtime.block_on(Web::of(|_, before| html(&calls(if before == 0 { "li" } else { "section" }))));
    let stage = Stage::over(web.gateway().as_str(), &entry("towns"));
    let crawl_at = |hour: u32| {
        let now = format!("2026-11-22T{hour:02}:00:00");
        let output = stage.command(&["crawl"]).env("KOLKORE_TODAY", &now).output().expect("the program starts");
        assert!(matches!(output.status.code(), Some(0 | 1)), "{}", text(&output.stderr));
        let health = stage.command(&["health", "--json"]).env("KOLKORE_TODAY", &now).output().expect("the program starts");
        let line: serde_json::Value = serde_json::from_slice(&health.stdout).expect("one line of JSON");
        (line["state"].as_str().expect("a state").to_owned(), mails(&stage.data()))
    };
    assert_eq!(crawl_at(8), ("ok".to_owned(), 0));
    assert_eq!(crawl_at(9), ("degraded".to_owned(), 1));
    assert_eq!(crawl_at(10), ("degraded".to_owned(), 1));
    assert_eq!(crawl_at(11), ("broken".to_owned(), 2));
    assert_eq!(crawl_at(12), ("broken".to_owned(), 2));
    let records = stage.export();
    assert_eq!(records.len(), 4);
    assert!(records.iter().all(|record| record["status"] == "open"), "{records:#?}");
}

/// Letters to staff in the outbox.
fn mails(data: &Path) -> usize {
    let folder = data.join("outbox/staff");
    let Ok(files) = std::fs::read_dir(folder) else { return 0 };
    files.filter(|file| file.as_ref().is_ok_and(|file| file.path().extension().is_some_and(|ext| ext == "eml"))).count()
}
