//! The outbox folder: one `.eml` file a message, whole or not there.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;

use super::message::file_name;
use super::{Accepted, Message, Outcome, SendError, Signer, signed};

/// A folder that messages are written into.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
    signer: Option<Arc<Signer>>,
}

impl Folder {
    /// The folder at `path`, made if it is not there.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        fs::create_dir_all(path).with_context(|| format!("{}: the outbox cannot be made", path.display()))?;
        Ok(Self { path: path.to_owned(), signer: None })
    }

    /// The same, with messages signed.
    #[must_use]
    pub(super) fn signing(self, signer: Option<Arc<Signer>>) -> Self {
        Self { signer, ..self }
    }

    /// Whether the message of this key has its final name.
    pub(super) fn holds(&self, key: &str) -> bool {
        self.path.join(file_name(key)).exists()
    }

    /// Writes the message beside its place, brings it to the disk, then gives it its final name: from then on it counts as sent.
    /// The name comes from the Message-ID, so that writing the same message again replaces it by itself.
    pub(super) fn write(&self, message: &Message) -> Result<Accepted, SendError> {
        let bytes = signed(message, self.signer.as_deref())?;
        let place = self.path.join(&message.name);
        let beside = self.path.join(format!(".{}.part", message.name));
        let written = write_whole(&beside, &bytes).and_then(|()| fs::rename(&beside, &place));
        if let Err(error) = written {
            // The half-written file is of no use; that it cannot be removed either adds nothing to the first error.
            let _ = fs::remove_file(&beside);
            return Err(SendError {
                outcome: Outcome::Temporary,
                detail: format!("the outbox {} cannot be written: {error}", self.path.display()),
                no_mailbox: None,
            });
        }
        // The name is there; bringing the folder to the disk makes it survive a power cut too.
        match File::open(&self.path).and_then(|folder| folder.sync_all()) {
            Ok(()) => Ok(Accepted { answer: place.display().to_string() }),
            Err(error) => Err(SendError {
                outcome: Outcome::Unsure,
                detail: format!("{}: written, but not certainly kept: {error}", place.display()),
                no_mailbox: None,
            }),
        }
    }
}

fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
