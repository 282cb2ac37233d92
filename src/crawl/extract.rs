//! The text of a file that somebody else made, read in a process of its own: one that eats memory or never ends takes only itself.
//! Knows nothing of items; what a file's text is, `sources::read::attachment` says.

use std::io::{Read as _, Write as _};
use std::process::Stdio;
use std::time::Duration;

use anyhow::Context as _;
use rustix::process::{Resource, Rlimit, setrlimit};
use sources::read::attachment;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::process::{ChildStdin, Command};
use tokio::sync::Semaphore;

/// The hidden command under which this program starts itself.
pub(crate) const COMMAND: &str = "extract-text";

/// Larger ones are brochures full of pictures; what a page may have, a file may too.
pub(crate) const MAX_FILE: usize = 16 * 1024 * 1024;

/// An honest guide of a hundred pages takes half a second without optimisation.
const MAX_TIME: Duration = Duration::from_secs(20);

/// The same in processor seconds, kept by the system itself.
const MAX_CPU_SECONDS: u64 = 10;

/// A file within its limit, its text and its fonts together stay under a fifth of this.
const MAX_MEMORY: u64 = 256 * 1024 * 1024;

/// The text that we keep is far shorter; a child that says more is none of ours.
const MAX_ANSWER: u64 = 4 * 1024 * 1024;

/// Files read at one time: each is a whole processor's work for a moment.
static TURNS: Semaphore = Semaphore::const_new(2);

/// The text of a file.
///
/// # Errors
/// In words: why there is none.
pub(crate) async fn text_of(bytes: &[u8]) -> Result<String, String> {
    if bytes.len() > MAX_FILE {
        return Err(format!("has {} bytes, more than the {MAX_FILE} that are read", bytes.len()));
    }
    let _turn = TURNS.acquire().await.map_err(|error| error.to_string())?;
    match tokio::time::timeout(MAX_TIME, ask(bytes)).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(error)) => Err(format!("was not read: {error:#}")),
        // Dropping the child ends it.
        Err(_) => Err(format!("was not read within {} s: it is broken, or meant to be", MAX_TIME.as_secs())),
    }
}

async fn ask(bytes: &[u8]) -> anyhow::Result<Result<String, String>> {
    let program = std::env::current_exe().context("this program does not find itself")?;
    let mut child = Command::new(&program)
        .arg(COMMAND)
        // Neither passwords nor settings are any of its business.
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .with_context(|| format!("{} does not start (replaced while it ran? restart the service)", program.display()))?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let mut answer = Vec::new();
    let listen = async {
        if let Some(stdout) = stdout {
            stdout.take(MAX_ANSWER).read_to_end(&mut answer).await?;
        }
        Ok::<_, std::io::Error>(())
    };
    let ((), heard) = tokio::join!(tell(stdin, bytes), listen);
    heard.context("its answer broke off")?;
    let status = child.wait().await?;
    if !status.success() {
        return Ok(Err(format!("took too much time or memory, or broke its reader ({status})")));
    }
    serde_json::from_slice(&answer).context("its answer does not read")
}

/// A child that ends before it has read everything has its reasons, and its status tells them.
async fn tell(stdin: Option<ChildStdin>, bytes: &[u8]) {
    if let Some(mut stdin) = stdin
        && let Err(error) = stdin.write_all(bytes).await
    {
        tracing::debug!(%error, "a file's reader did not hear all of it");
    }
}

/// The other end: reads a file from standard input, and writes its text, or why there is none, to standard output.
pub(crate) fn answer() -> anyhow::Result<()> {
    for (resource, most) in
        [(Resource::Cpu, MAX_CPU_SECONDS), (Resource::Data, MAX_MEMORY), (Resource::Core, 0), (Resource::Fsize, 0)]
    {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })
            .with_context(|| format!("{resource:?} cannot be limited"))?;
    }
    let mut bytes = Vec::new();
    std::io::stdin().take(MAX_FILE as u64).read_to_end(&mut bytes)?;
    let text = attachment::text(&bytes);
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, &text)?;
    out.flush()?;
    Ok(())
}
