//! Names of money.

use serde::Deserialize;

use super::WordList;

/// Names of money with their codes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Currency {
    pub(crate) codes: WordList,
    pub(crate) thousandths: WordList,
    pub(crate) national_nouns: WordList,
    pub(crate) signs: Vec<(String, String)>,
    pub(crate) names: Vec<(String, String)>,
    pub(crate) national: Vec<(String, String)>,
    pub(crate) shared: Vec<(String, String, String)>,
    /// Letters that are a nation's money where the text names it, and the signs of such money.
    pub(crate) letters: Vec<(String, String, String)>,
    /// The word that several nations have for their money, and what the text calls these nations.
    pub(crate) pesos: WordList,
    pub(crate) peso_nations: Vec<(String, String)>,
    /// How the nation of the dollar that has no other name is written.
    pub(crate) american: WordList,
    /// Names of money that are marks of rooms and journals too.
    pub(crate) doubtful: WordList,
    pub(crate) tight: WordList,
    /// Before such a name they say that it is money.
    pub(crate) told: WordList,
}
