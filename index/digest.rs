//! What stands for something long where it is looked up: a question with its names in all languages runs to thousands of letters.

use std::hash::{BuildHasher as _, Hash, RandomState};

/// Of two things having the same one the chance is nil, and nobody outside can look for them.
pub(crate) type Digest = [u64; 2];

/// Two hashes with keys of this process make a [`Digest`].
#[derive(Default)]
pub(crate) struct Digester([RandomState; 2]);

impl Digester {
    pub(crate) fn of(&self, value: impl Hash) -> Digest {
        self.0.each_ref().map(|hasher| hasher.hash_one(&value))
    }
}
