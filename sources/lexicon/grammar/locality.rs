//! Words by which the name of a place is known.

use serde::Deserialize;

use super::WordList;

/// What stands around the name of a town, a county or a province.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Locality {
    /// Heads of towns.
    pub(crate) heads: WordList,
    /// Before its name, with an "of" between or none ("City of", "Stadt").
    pub(crate) civic: WordList,
    /// The same, where nothing stands between; elsewhere an "of" has to.
    pub(crate) bare_civic: WordList,
    /// Behind its name ("Ashford City Council").
    pub(crate) civic_behind: WordList,
    /// Between its name and such a word ("Ashford Arts Council").
    pub(crate) between: WordList,
    /// Behind such a word.
    pub(crate) bodies_behind: WordList,
    /// Small words before it.
    pub(crate) lead: WordList,
    /// The same, where they are one word with it.
    pub(crate) elided: WordList,
    /// Written with a capital letter too, and no names of towns.
    pub(crate) not_names: WordList,
    /// Those who live in it.
    pub(crate) residents: WordList,
    /// The same, with its name right before them.
    pub(crate) compound_residents: WordList,
    /// Beside those who are from the town that calls.
    pub(crate) local: WordList,
    /// Ends of a name in the genitive before what belongs to it.
    pub(crate) own: WordList,
    /// Parts of a land, before its name in the German genitive.
    pub(crate) parts: WordList,
    /// Names of places that end like a German genitive and are none.
    pub(crate) ends_so: WordList,
    /// What somebody does who looks for a partner.
    pub(crate) seeks: WordList,
    /// The same before what he looks for.
    pub(crate) wishes: WordList,
    /// The German verb of it, which stands last.
    pub(crate) seeks_last: WordList,
    /// What he looks for.
    pub(crate) links: WordList,
    /// Who lives there for so long is a guest, unless it is the least.
    pub(crate) stays: WordList,
    pub(crate) least: WordList,
    /// Behind those who work for one place.
    pub(crate) serving: WordList,
    /// What has to lie somewhere, before the verb.
    pub(crate) lying: WordList,
}
