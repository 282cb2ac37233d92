//! Crawling the sample web.

use std::collections::{BTreeMap, BTreeSet};

use kolkore::demo::SampleWeb;

use crate::support::{Stage, TODAY, repo, text};

#[test]
fn a_crawl_finds_the_opportunities_and_keeps_the_news_out() {
    let stage = Stage::new();
    let runs = stage.lines(&["crawl", "--json"]);
    for run in &runs {
        assert_eq!(run["outcome"], "done", "{run:#}");
    }
    let truth = SampleWeb::load(&repo().join("config"), TODAY.parse().expect("a day")).expect("the sample web").truth();
    let records = stage.export();
    // A call that two sources tell is one record with both addresses.
    let sources = records.iter().flat_map(|record| record["sources"].as_array().into_iter().flatten());
    let found: BTreeSet<&str> = records.iter().chain(sources).filter_map(|told| told["url"].as_str()).collect();
    let (calls, news): (Vec<_>, Vec<_>) = truth.iter().filter(|item| !item.forbidden).partition(|item| item.opportunity);
    let missed: Vec<_> = calls.iter().filter(|item| !found.contains(item.url.as_str())).map(|item| &item.title).collect();
    let taken: Vec<_> = news.iter().filter(|item| found.contains(item.url.as_str())).map(|item| &item.title).collect();
    assert!(missed.len() * 50 <= calls.len(), "missed {} of {}: {missed:#?}", missed.len(), calls.len());
    assert!(taken.len() * 20 <= news.len(), "took {} of {} news: {taken:#?}", taken.len(), news.len());
}

#[test]
fn a_second_crawl_changes_nothing_and_asks_conditionally() {
    let stage = Stage::new();
    stage.lines(&["crawl", "--json"]);
    let before: BTreeMap<String, String> = fingerprints(&stage);
    let runs = stage.lines(&["crawl", "--json"]);
    let sum = |name: &str| runs.iter().filter_map(|run| run["counts"][name].as_u64()).sum::<u64>();
    assert_eq!((sum("new"), sum("changed"), sum("written")), (0, 0, 0), "{runs:#?}");
    assert!(sum("not_modified") > 0, "no request was conditional: {runs:#?}");
    assert_eq!(fingerprints(&stage), before);
}

#[test]
fn a_source_that_is_not_there_fails_alone() {
    let stage = Stage::new();
    let roadmap = stage.path("config/roadmap");
    std::fs::remove_file(&roadmap).expect("the link");
    std::fs::create_dir(&roadmap).expect("a folder");
    for entry in std::fs::read_dir(repo().join("config/demo/roadmap")).expect("the roadmap") {
        let path = entry.expect("an entry").path();
        std::fs::copy(&path, roadmap.join(path.file_name().expect("a name"))).expect("copied");
    }
    std::fs::write(
        roadmap.join("zz-gone.toml"),
        "[[source]]\nslug = \"gone\"\nname = { he = \"נעלם\", en = \"Gone\" }\nnetwork = \"test\"\nlanguage = [\"en\"]\nactive = true\n[source.feed]\nurl = \"https://gone.example/feed\"\n",
    )
    .expect("written");
    let output = stage.run(&["crawl", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let stdout = text(&output.stdout);
    let (gone, others): (Vec<&str>, Vec<&str>) = stdout.lines().partition(|line| line.contains("\"source\":\"gone\""));
    assert!(gone[0].contains("\"outcome\":\"failed\"") && gone[0].contains("gone.example"), "{gone:?}");
    assert!(others.iter().all(|line| line.contains("\"outcome\":\"done\"")), "{others:#?}");
}

#[test]
fn what_was_exported_comes_back_whole() {
    let stage = Stage::new();
    stage.lines(&["crawl", "--json"]);
    let exported = stage.run(&["export"]).stdout;
    let file = stage.path("export.jsonl");
    std::fs::write(&file, &exported).expect("written");
    let elsewhere = stage.path("elsewhere");
    let elsewhere = elsewhere.to_str().expect("a path");
    let imported = stage.run(&["import", "--data", elsewhere, file.to_str().expect("a path")]);
    assert!(imported.status.success(), "{}", text(&imported.stderr));
    let again = stage.run(&["export", "--data", elsewhere]).stdout;
    let strip = |bytes: &[u8]| -> Vec<serde_json::Value> {
        text(bytes)
            .lines()
            .map(|line| {
                let mut record: serde_json::Value = serde_json::from_str(line).expect("a record");
                // A change number says when this store wrote the record; every store counts for itself.
                record.as_object_mut().expect("an object").remove("changed");
                record
            })
            .collect()
    };
    assert_eq!(strip(&again), strip(&exported));
    let found = stage.lines(&["search", "--json", "--data", elsewhere, "--status", "any", "--", ""]);
    assert_eq!(found[0]["total"], strip(&exported).len());
}

fn fingerprints(stage: &Stage) -> BTreeMap<String, String> {
    stage
        .export()
        .into_iter()
        .map(|mut record| {
            let sources = record["sources"].as_array_mut().expect("sources");
            for source in sources {
                source.as_object_mut().expect("a source").remove("last_seen");
            }
            (record["id"].as_str().expect("an id").to_owned(), record.to_string())
        })
        .collect()
}
