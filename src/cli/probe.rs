//! `kolkore probe STAGE`: one stage alone, JSON Lines in, JSON Lines out. Calls the very functions that the service calls.

use std::io::{BufRead as _, Write as _};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::Global;
use crate::probe::{self, CaseError, Tools};

#[derive(Args)]
pub(super) struct ProbeArgs {
    /// Which stage.
    #[arg(value_enum)]
    stage: Stage,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Stage {
    Robots,
    Feed,
    Page,
    Dates,
    Money,
    Sanitize,
    Url,
    Guard,
    Lang,
    Normalise,
    Pick,
}

/// Answers each case on a line of its own, flushed at once. Bad input is an answer, never an end.
pub(super) fn run(global: &Global, args: ProbeArgs) -> anyhow::Result<ExitCode> {
    let tools = Tools::load(&global.config)?;
    let mut out = std::io::stdout().lock();
    let mut input = std::io::stdin().lock();
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(ExitCode::SUCCESS);
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let answer = answer(&tools, args.stage, &line);
        serde_json::to_writer(&mut out, &answer)?;
        out.write_all(b"\n")?;
        out.flush()?;
    }
}

fn answer(tools: &Tools, stage: Stage, line: &[u8]) -> Value {
    let case = match serde_json::from_slice::<Value>(line) {
        Ok(case @ Value::Object(_)) => case,
        Ok(_) => return failure(&Value::Null, &CaseError::new("bad_json", "a case is a JSON object on one line")),
        Err(error) => return failure(&Value::Null, &CaseError::new("bad_json", error)),
    };
    let id = case.get("id").cloned().unwrap_or(Value::Null);
    let done = match stage {
        Stage::Robots => probe::robots(&case),
        Stage::Feed => probe::feed(&case),
        Stage::Page => probe::page(&case),
        Stage::Dates => probe::dates(&case),
        Stage::Money => probe::money(&case),
        Stage::Sanitize => probe::sanitize(&case),
        Stage::Url => probe::url(&case),
        Stage::Guard => probe::guard(&case),
        Stage::Lang => probe::lang(&case),
        Stage::Normalise => probe::normalise(tools, &case),
        Stage::Pick => probe::pick(tools, &case),
    };
    match done {
        Ok(Value::Object(members)) => {
            let mut answer = serde_json::Map::new();
            answer.insert("id".into(), id);
            answer.extend(members);
            Value::Object(answer)
        }
        Ok(other) => failure(&id, &CaseError::new("internal", format!("the stage answered {other}"))),
        Err(error) => failure(&id, &error),
    }
}

fn failure(id: &Value, error: &CaseError) -> Value {
    json!({ "id": id, "error": { "code": error.code, "detail": error.detail } })
}
