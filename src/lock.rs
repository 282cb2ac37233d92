//! One writer per data folder: the daemon or a writing command holds the lock, another that would write is told who does.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;

/// Held as long as it lives; the system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub struct DataLock {
    _file: File,
}

/// Another process holds it.
#[derive(Debug, thiserror::Error)]
#[error("the data folder {} is in use by kolkore process {holder}; stop it first, or choose another folder with --data DIR", data.display())]
pub struct InUse {
    /// The data folder.
    data: PathBuf,
    /// The process's number, as far as it is known.
    pub holder: String,
}

impl DataLock {
    /// Creates the data folder if need be and takes its lock.
    ///
    /// # Errors
    /// One sentence: the folder cannot be written, or which process holds the lock.
    pub fn take(data: &Path) -> anyhow::Result<Self> {
        fs::create_dir_all(data)
            .with_context(|| format!("the data folder {} cannot be created; choose another with --data DIR", data.display()))?;
        let path = data.join("lock");
        let mut file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).with_context(|| {
                format!("the data folder {} cannot be written; choose another with --data DIR", data.display())
            })?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                file.read_to_string(&mut holder).unwrap_or_default();
                let holder = holder.trim();
                let holder = if holder.is_empty() { "(unknown)" } else { holder }.to_owned();
                return Err(InUse { data: data.to_owned(), holder }.into());
            }
            Err(TryLockError::Error(error)) => {
                return Err(error).with_context(|| format!("{} cannot be locked", path.display()));
            }
        }
        file.set_len(0)?;
        file.rewind()?;
        writeln!(file, "{}", std::process::id())
            .with_context(|| format!("the data folder {} cannot be written; is the disk full?", data.display()))?;
        Ok(Self { _file: file })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_writer_is_told_which_process_holds_the_folder() {
        let data = tempfile::tempdir().expect("a scratch folder");
        let first = DataLock::take(data.path()).expect("free");
        let error = DataLock::take(data.path()).expect_err("held").to_string();
        assert!(error.contains(&std::process::id().to_string()), "{error}");
        drop(first);
        DataLock::take(data.path()).expect("free again");
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_named() {
        let data = tempfile::tempdir().expect("a scratch folder");
        let file = data.path().join("plain-file");
        fs::write(&file, "").expect("written");
        let error = DataLock::take(&file.join("data")).expect_err("refused").to_string();
        assert!(error.contains("plain-file"), "{error}");
    }
}
