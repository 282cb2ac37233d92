//! `kolkore export`: every record that staff have not rejected, whole.

use std::io::{BufWriter, Write as _};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::Global;
use crate::app;
use crate::record::{Record, Review, status_at};

/// Records read from the store at a time.
const PAGE: usize = 500;

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// One record a line, everything.
    Jsonl,
    /// The fields that fit a spreadsheet.
    Csv,
}

#[derive(Args)]
pub(super) struct ExportArgs {
    #[arg(long, value_enum, default_value = "jsonl")]
    format: Format,
}

pub(super) async fn run(global: &Global, args: ExportArgs) -> anyhow::Result<ExitCode> {
    let (store, clock) = app::open_store_to_read(&global.config, &global.data()).await?;
    let now = clock.now();
    let mut out = BufWriter::new(std::io::stdout().lock());
    if let Format::Csv = args.format {
        crate::web::csv::write_header(&mut out)?;
    }
    let mut after = String::new();
    loop {
        let mut page = store.page_of_records(&after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.id);
        page.retain(|record| record.review != Review::Rejected);
        for mut record in page {
            record.opportunity.status = status_at(&record.opportunity, now);
            write(&mut out, &record, args.format)?;
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn write(out: &mut impl std::io::Write, record: &Record, format: Format) -> anyhow::Result<()> {
    match format {
        Format::Jsonl => {
            serde_json::to_writer(&mut *out, record)?;
            out.write_all(b"\n")?;
            Ok(())
        }
        Format::Csv => crate::web::csv::write_row(out, record),
    }
}
