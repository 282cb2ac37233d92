//! `kolkore search`.

use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::Global;
use crate::app;
use crate::clean;
use crate::code::code;
use crate::config::Config;
use crate::document::{names, thesaurus};
use crate::search::query::{Reader, SearchQuery};
use crate::search::{Finder, Labels};
use crate::settings::Settings;
use crate::web::answer::{Piece, items, to_json};

/// The query and the API's filters.
#[derive(Args)]
pub(super) struct SearchArgs {
    /// Words, "phrases", -not, OR, begin*, title:WORD, kind:KIND, source:SLUG, topic:SLUG, deadline:2027-01..2027-03, deadline:<30d;
    /// in any language. What begins with a minus goes behind `--`. All of it: docs/API.md.
    query: Vec<String>,
    /// Kinds, comma-separated.
    #[arg(long)]
    kind: Option<String>,
    /// forthcoming, open, closed, unlisted, withdrawn; `any` for the archive too.
    #[arg(long)]
    status: Option<String>,
    /// Topic slugs.
    #[arg(long)]
    topic: Option<String>,
    /// Source slugs.
    #[arg(long)]
    source: Option<String>,
    /// Networks.
    #[arg(long)]
    network: Option<String>,
    /// Country codes.
    #[arg(long)]
    country: Option<String>,
    /// yes, partner, conditional, no, unknown.
    #[arg(long)]
    eligible: Option<String>,
    /// Next deadline on this day or later.
    #[arg(long, value_name = "DAY")]
    deadline_from: Option<String>,
    /// Next deadline on this day or earlier.
    #[arg(long, value_name = "DAY")]
    deadline_to: Option<String>,
    /// One applicant can get at least this, in euro.
    #[arg(long)]
    amount_min: Option<String>,
    /// Languages of the records.
    #[arg(long)]
    lang: Option<String>,
    /// relevance, deadline, newest.
    #[arg(long)]
    sort: Option<String>,
    /// Counted from 1.
    #[arg(long)]
    page: Option<String>,
    /// Hits on a page, at most 100; 20 unless given.
    #[arg(long)]
    page_size: Option<String>,
    /// Facets to count.
    #[arg(long)]
    facets: Option<String>,
    /// Narrowed to the interests of this municipality.
    #[arg(long, value_name = "SLUG")]
    municipality: Option<String>,
    /// Only records with a higher change number.
    #[arg(long)]
    changed_after: Option<String>,
}

impl SearchArgs {
    /// The same pairs that a query string holds.
    fn pairs(&self) -> Vec<(&'static str, String)> {
        let flags = [
            ("kind", &self.kind),
            ("status", &self.status),
            ("topic", &self.topic),
            ("source", &self.source),
            ("network", &self.network),
            ("country", &self.country),
            ("eligible", &self.eligible),
            ("deadline_from", &self.deadline_from),
            ("deadline_to", &self.deadline_to),
            ("amount_min", &self.amount_min),
            ("lang", &self.lang),
            ("municipality", &self.municipality),
            ("sort", &self.sort),
            ("page", &self.page),
            ("page_size", &self.page_size),
            ("facets", &self.facets),
            ("changed_after", &self.changed_after),
        ];
        let mut pairs = vec![("q", self.query.join(" "))];
        pairs.extend(flags.into_iter().filter_map(|(name, value)| value.clone().map(|value| (name, value))));
        pairs
    }
}

/// Takes no lock and no writer. Staff's view: everything but what they rejected.
pub(super) async fn run(global: &Global, args: SearchArgs) -> anyhow::Result<ExitCode> {
    let settings = Settings::load(&global.config, std::env::vars())?;
    let now = app::clock(&settings)?.now();
    let query = SearchQuery::parse(args.pairs())?;
    let config = Config::load(&global.config)?;
    let index = index::Index::open(&global.data().join("index"))?;
    let index = index.with_thesaurus(thesaurus(&config.lexicon)).with_names(names(&config.lexicon, &config.i18n));
    let answer = if names_values(&query) {
        // Whether a slug means anything only the configuration and the store can say.
        let (store, _) = app::open_store_to_read(&global.config, &global.data()).await?;
        let labels = Arc::new(Labels::new(&config.sources, &config.lexicon));
        let stood_at = store.last_change().await?;
        Finder { store, index: Arc::new(index), labels, stood_at }.find(&query, now, Reader::Staff).await?
    } else {
        index.search(&query.question(now, Reader::Staff))?
    };
    let mut out = std::io::stdout().lock();
    if global.json {
        writeln!(out, "{}", to_json(&query, &answer, None)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let is_terminal = out.is_terminal();
    writeln!(out, "{} found", answer.total)?;
    for item in items(&answer)? {
        let told = &item.opportunity;
        let date = told.deadline.decisive().map_or_else(|| "–".to_owned(), |stage| stage.date.to_string());
        writeln!(out, "{date:12} {:18} {}\n{:12} {}", code(told.kind), told.title, code(told.status), told.url)?;
        if !item.snippet.is_empty() {
            let only = if item.only_in_attachment { "(only in an attached file) " } else { "" };
            writeln!(out, "{:12} {only}{}", "", shown(&item.snippet, is_terminal))?;
        }
    }
    for (facet, counts) in &answer.facets {
        let counts: Vec<String> = counts.iter().map(|count| format!("{} {}", count.value, count.count)).collect();
        writeln!(out, "{facet}: {}", counts.join(", "))?;
    }
    for notice in &answer.notices {
        writeln!(out, "({}: {})", notice.code, notice.detail)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A snippet as one line; what was looked for is bold where somebody looks at it.
fn shown(snippet: &[Piece], is_terminal: bool) -> String {
    let piece = |piece: &Piece| {
        let text = clean::inner(&piece.text);
        if piece.found && is_terminal { format!("\x1b[1m{text}\x1b[0m") } else { text }
    };
    snippet.iter().map(piece).collect::<String>().trim().to_owned()
}

fn names_values(query: &SearchQuery) -> bool {
    let lists = [&query.topic, &query.source, &query.network, &query.country];
    query.municipality.is_some() || lists.iter().any(|list| !list.is_empty())
}
