//! Normalises labelled texts (JSON Lines with `id, url, title, text, published`) and prints what came of each, one JSON object a line:
//! `cargo run -p kolkore-sources --example golden -- CONFIG TODAY < golden.jsonl`. For measuring; the service does not use it.

use std::io::BufRead;
use std::path::Path;

use chrono::NaiveDate;
use kolkore_sources::finding::field;
use kolkore_sources::normalise::{Context, normalise};
use kolkore_sources::{Finding, Lexicon};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(config), Some(today)) = (arguments.next(), arguments.next()) else {
        return Err("usage: golden CONFIG TODAY < cases.jsonl".into());
    };
    let today: NaiveDate = today.parse()?;
    let lexicon =
        Lexicon::load(Path::new(&config)).map_err(|errors| errors.iter().map(|e| format!("{e}\n")).collect::<String>())?;
    for line in std::io::stdin().lock().lines() {
        let case: Value = serde_json::from_str(&line?)?;
        let text = |name: &str| case[name].as_str().map(str::to_owned);
        let mut finding = Finding {
            key: text("url").unwrap_or_default(),
            url: text("url").unwrap_or_default(),
            title: text("title").unwrap_or_default(),
            text: text("text"),
            html: text("html"),
            lang: text("lang_declared"),
            ..Finding::default()
        };
        if let Some(published) = text("published") {
            finding.fields.insert(field::PUBLISHED.to_owned(), vec![published]);
        }
        let out = normalise(&finding, &Context::neutral(), &lexicon, today);
        println!(
            "{}",
            json!({"id": case["id"], "is_opportunity": out.verdict.yes, "record": out.opportunity, "reasons": out.verdict.reasons})
        );
    }
    Ok(())
}
