//! A stage for one test: a scratch folder, the sample web on loopback, and the program itself.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use chrono::NaiveDate;
use kolkore::demo::SampleWeb;
use serde_json::Value;

/// The day on which all of it takes place.
pub(crate) const TODAY: &str = "2026-11-25";

/// A scratch folder with a configuration whose roadmap is the demo's, and the sample web behind a gateway.
pub(crate) struct Stage {
    folder: tempfile::TempDir,
    gateway: String,
    _web: Option<tokio::runtime::Runtime>,
}

impl Stage {
    pub(crate) fn new() -> Self {
        let folder = scratch();
        std::os::unix::fs::symlink(repo().join("config/demo/roadmap"), folder.path().join("config/roadmap")).expect("a link");

        let today: NaiveDate = TODAY.parse().expect("a day");
        let web = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
        let router = SampleWeb::load(&repo().join("config"), today).expect("the sample web").router();
        let listener = web.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).expect("a port");
        let gateway = format!("http://{}", listener.local_addr().expect("an address"));
        web.spawn(async move { axum::serve(listener, router).await });
        Self { folder, gateway, _web: Some(web) }
    }

    /// The same with a roadmap of the test's own, `newcomers.toml`, and a web that the test keeps.
    pub(crate) fn over(gateway: &str, roadmap: &str) -> Self {
        let folder = scratch();
        let file = folder.path().join("config/roadmap/newcomers.toml");
        std::fs::create_dir(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(file, roadmap).expect("written");
        Self { folder, gateway: gateway.to_owned(), _web: None }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.path("data")
    }

    /// The program, set up for this stage.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(program());
        command
            .args(args)
            .env("KOLKORE_CONFIG", self.path("config"))
            .env("KOLKORE_DATA", self.data())
            .env("KOLKORE_TODAY", format!("{TODAY}T08:00:00"))
            .env("KOLKORE_FETCH_GATEWAY", &self.gateway)
            .env("KOLKORE_FETCH_MIN_DELAY_MS", "0")
            .stdin(Stdio::null());
        command
    }

    /// Runs the program to its end.
    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("the program starts")
    }

    /// Runs it, expects success, and reads its standard output as JSON Lines.
    pub(crate) fn lines(&self, args: &[&str]) -> Vec<Value> {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {}", text(&output.stderr));
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("a JSON line")).collect()
    }

    /// Runs it, expects failure, and returns what it says.
    pub(crate) fn failure(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(!output.status.success(), "{args:?} should fail, but: {}", text(&output.stdout));
        text(&output.stderr)
    }

    /// Starts the program and lets it run.
    pub(crate) fn start(&self, args: &[&str]) -> Child {
        self.command(args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts")
    }

    /// All records, by id.
    pub(crate) fn export(&self) -> Vec<Value> {
        self.lines(&["export"])
    }
}

/// The program as it was built with the tests, or another build of it: a release build is several times quicker.
fn program() -> std::ffi::OsString {
    std::env::var_os("KOLKORE_BIN").unwrap_or_else(|| env!("CARGO_BIN_EXE_kolkore").into())
}

/// A folder with the project's configuration, all but its roadmap.
fn scratch() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let config = folder.path().join("config");
    std::fs::create_dir(&config).expect("a folder");
    for entry in std::fs::read_dir(repo().join("config")).expect("the configuration") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name");
        if name != "roadmap" {
            std::os::unix::fs::symlink(&path, config.join(name)).expect("a link");
        }
    }
    folder
}

pub(crate) fn repo() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Waits until `done`, or fails with `what` after half a minute.
pub(crate) fn wait_until(what: &str, mut done: impl FnMut() -> bool) {
    for _ in 0..300 {
        if done() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    panic!("waited in vain: {what}");
}
