//! Sentences that call nobody, whatever words stand in them.

use crate::lexicon::Lexicon;
use crate::normalise::reading::Reading;
use crate::normalise::statement;

/// The sentences in which the reader is asked for nothing of his own: an objection, a vote, the deed of others.
pub(super) struct Uncalled {
    others: [Vec<usize>; 4],
    /// Those of them that only tell until when somebody stays.
    stays: Vec<usize>,
}

impl Uncalled {
    pub(super) fn of(reading: &Reading, lexicon: &Lexicon) -> Self {
        let told = statement::could_apply(reading);
        let others = [statement::objected(reading, lexicon), statement::voted(reading), statement::applied(reading), told];
        Self { others, stays: statement::stays(reading) }
    }

    /// Somebody stays or serves until a day there, and nothing is handed in by it.
    pub(super) fn stays(&self, sentence: usize) -> bool {
        self.stays.binary_search(&sentence).is_ok()
    }

    pub(super) fn holds(&self, sentence: usize) -> bool {
        self.others.iter().any(|sentences| sentences.binary_search(&sentence).is_ok())
    }
}
