//! `kolkore`: maps the outcome to an exit status; `cli::run` does the work.

use std::process::ExitCode;

fn main() -> ExitCode {
    kolkore::cli::main()
}
