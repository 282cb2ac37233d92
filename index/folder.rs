//! The index folder: the generations in it, and which of them answers. There are two while a new one is made.

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::generation::{Generation, widen_schema};

/// The folder of the first generation; those after it have a number behind a full stop. They are deleted whole, so that nothing else
/// may stand in them.
const GENERATION: &str = "segments";

/// The generations of a folder by number, the newest first.
fn numbered(folder: &Path) -> Result<Vec<(u32, PathBuf)>, Error> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(at(folder))?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(at(folder))?;
        let name = entry.file_name();
        let number = match name.to_str().and_then(|name| name.strip_prefix(GENERATION)) {
            Some("") => Some(0),
            Some(rest) => rest.strip_prefix('.').and_then(|number| number.parse().ok()),
            None => None,
        };
        found.extend(number.map(|number| (number, entry.path())));
    }
    found.sort_unstable_by(|one, other| other.cmp(one));
    Ok(found)
}

/// The generation that answers: the newest that is whole, else the newest there is.
pub(crate) fn readable(folder: &Path) -> Result<Generation, Error> {
    let mut reason = "nothing is there yet".to_owned();
    let mut begun = None;
    for (_, path) in numbered(folder)? {
        match Generation::open(path) {
            Ok(generation) if generation.is_whole() => return Ok(generation),
            Ok(generation) => begun = begun.or(Some(generation)),
            Err(why) => reason = why,
        }
    }
    begun.ok_or(Error::NotBuilt { folder: folder.to_owned(), reason })
}

/// The generation that answers as long as this one is not whole.
pub(crate) fn older(folder: &Path, generation: &Generation) -> Result<Option<Generation>, Error> {
    match readable(folder) {
        Ok(found) => Ok(Some(found).filter(|found| found.path() != generation.path())),
        Err(Error::NotBuilt { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The generation to write on: the newest, if this version made it and it can be read.
pub(crate) fn writable(folder: &Path) -> Result<Option<Generation>, Error> {
    let Some((_, path)) = numbered(folder)?.into_iter().next() else { return Ok(None) };
    match Generation::open(path) {
        Ok(generation) if generation.is_of_this_version() => Ok(Some(generation)),
        Ok(_) => {
            tracing::info!(folder = %folder.display(), "other rules made the search index: a new one is begun, and it answers until then");
            Ok(None)
        }
        Err(reason) => {
            tracing::warn!(folder = %folder.display(), reason, "the search index cannot be written on; a new one is begun");
            Ok(None)
        }
    }
}

/// Begins an empty generation beside what is there. What can answer until it is whole stays, the rest is deleted.
pub(crate) fn begin(folder: &Path) -> Result<Generation, Error> {
    let before = numbered(folder)?;
    let mut answers = false;
    for (_, path) in &before {
        if !answers {
            widen_schema(path)?;
            answers = Generation::open(path.clone()).is_ok_and(|generation| generation.is_whole());
            if answers {
                continue;
            }
        }
        std::fs::remove_dir_all(path).map_err(at(folder))?;
    }
    let number = before.first().map_or(0, |(number, _)| number + 1);
    let name = if number == 0 { GENERATION.to_owned() } else { format!("{GENERATION}.{number}") };
    Generation::begin(folder.join(name))
}

/// Deletes every generation but this one.
pub(crate) fn keep_only(folder: &Path, generation: &Generation) -> Result<(), Error> {
    for (_, path) in numbered(folder)? {
        if path != generation.path() {
            std::fs::remove_dir_all(&path).map_err(at(folder))?;
        }
    }
    Ok(())
}

fn at(folder: &Path) -> impl Fn(std::io::Error) -> Error {
    let folder = folder.to_owned();
    move |source| Error::Folder { folder: folder.clone(), source }
}
