//! Words by which the name of a place is known.

use serde::Deserialize;

/// What stands around the name of a town, a county or a province.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Locality {
    /// Heads of towns.
    pub(crate) heads: Vec<String>,
    /// Before its name, with an "of" between or none ("City of", "Stadt").
    pub(crate) civic: Vec<String>,
    /// The same, where nothing stands between; elsewhere an "of" has to.
    pub(crate) bare_civic: Vec<String>,
    /// Behind its name ("Ashford City Council").
    pub(crate) civic_behind: Vec<String>,
    /// Between its name and such a word ("Ashford Arts Council").
    pub(crate) between: Vec<String>,
    /// Behind such a word.
    pub(crate) bodies_behind: Vec<String>,
    /// Small words before it.
    pub(crate) lead: Vec<String>,
    /// The same, where they are one word with it.
    pub(crate) elided: Vec<String>,
    /// Written with a capital letter too, and no names of towns.
    pub(crate) not_names: Vec<String>,
    /// Those who live in it.
    pub(crate) residents: Vec<String>,
    /// Beside those who are from the town that calls.
    pub(crate) local: Vec<String>,
    /// Ends of a name in the genitive before what belongs to it.
    pub(crate) own: Vec<String>,
    /// What somebody does who looks for a partner.
    pub(crate) seeks: Vec<String>,
    /// The same before what he looks for.
    pub(crate) wishes: Vec<String>,
    /// The German verb of it, which stands last.
    pub(crate) seeks_last: Vec<String>,
    /// What he looks for.
    pub(crate) links: Vec<String>,
    /// Who lives there for so long is a guest, unless it is the least.
    pub(crate) stays: Vec<String>,
    pub(crate) least: Vec<String>,
    /// Behind those who work for one place.
    pub(crate) serving: Vec<String>,
    /// What has to lie somewhere, before the verb.
    pub(crate) lying: Vec<String>,
}
