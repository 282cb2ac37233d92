//! Rules that were corrected, applied to what was found before: first shown, then written.

use crate::support::{Stage, text};
use crate::web::{Web, html};

const ENTRY: &str = "[[source]]\nslug = \"towns\"\nname = { he = \"רשת הערים\", en = \"Network of towns\" }\nnetwork = \"world\"\nlanguage = [\"en\"]\n\
    active = true\ndefaults = { only_opportunities = true, kind = \"exchange\" }\n[source.list]\nurl = \"https://towns.example/calls\"\nitem = \"li\"\n\
    title = \"a\"\nlink = \"a\"\n";

const LIST: &str =
    "<ul><li><a href=/1>Lamps for small streets, by 4 March 2027</a><li><a href=/2>Benches for parks, by 5 March 2027</a></ul>";

#[test]
fn a_corrected_rule_is_shown_beside_what_is_kept_and_written_only_when_asked() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let web = runtime.block_on(Web::of(|_, _| html(LIST)));
    let stage = Stage::over(web.gateway().as_str(), ENTRY);
    assert!(stage.failure(&["renormalise"]).contains("there is no store"));
    stage.lines(&["crawl", "--json"]);
    let before = stage.export();
    assert_eq!(before.len(), 2);
    std::fs::write(stage.path("config/roadmap/newcomers.toml"), ENTRY.replace("\"exchange\"", "\"training\"")).expect("written");

    let shown = stage.lines(&["renormalise", "--json", "towns"]);
    assert_eq!(shown[0]["fields"][0], serde_json::json!({ "field": "kind", "old": "exchange", "new": "training" }));
    let counts =
        |applied: bool| serde_json::json!({ "read": 2, "records": 2, "fields": { "kind": 2 }, "waiting": 0, "applied": applied });
    assert_eq!(shown[2], counts(false));
    let listing = text(&stage.run(&["renormalise"]).stdout);
    assert!(listing.contains("kind: \"exchange\" → \"training\"") && listing.contains("2 records would change"), "{listing}");
    assert!(listing.contains("`kolkore renormalise --apply`"), "{listing}");
    assert_eq!(stage.export(), before, "showing changes nothing");

    assert_eq!(stage.lines(&["renormalise", "--apply", "--json"])[2], counts(true));
    assert!(stage.export().iter().all(|record| record["kind"] == "training"));
    let found = stage.lines(&["search", "--json", "--kind", "training", "lamps"]);
    assert_eq!(found[0]["total"], 1, "the index follows: {found:#?}");
    assert!(text(&stage.run(&["renormalise"]).stdout).contains("2 findings read again; 0 records would change"));
    assert!(stage.failure(&["renormalise", "nowhere"]).contains("there is no source `nowhere`"));
}
