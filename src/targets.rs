//! The association's promises to its members, and how they are kept: the year's book, the gaps in it, bids to make together.
//! Pure: promises, offers and what was said come as values. Knows no store, no page and no letter.

mod book;
mod gaps;

use std::path::Path;

use anyhow::Context as _;
use serde::{Deserialize, Serialize};
use sources::opportunity::Kind;
use sources::roadmap::ConfigError;
use sources::source::Names;

pub use book::{Book, Funnel, Member, Met, Stage, stages};
pub use gaps::{Gap, Mail, Reason, Standing, gaps, widen};

/// What is promised to each member.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Targets {
    /// A member that was offered nothing for so many weeks is a gap.
    pub gap_weeks: u32,
    /// Each promise, in the order in which it is shown.
    pub target: Vec<Target>,
}

/// One promise.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Short name, unique.
    pub slug: String,
    /// For people.
    pub name: Names,
    /// The kinds that count.
    pub kinds: Vec<Kind>,
    /// How many each member is to be offered in a year.
    pub per_member: u32,
}

impl Targets {
    /// Reads `targets.toml` of the configuration folder.
    pub fn load(config: &Path) -> anyhow::Result<Self> {
        let file = config.join("targets.toml");
        let text = std::fs::read_to_string(&file).with_context(|| format!("{}: cannot be read", file.display()))?;
        let targets: Self = toml::from_str(&text).map_err(|error| ConfigError::from_toml(&file, &text, &error))?;
        targets.check().with_context(|| file.display().to_string())?;
        Ok(targets)
    }

    fn check(&self) -> anyhow::Result<()> {
        anyhow::ensure!(self.gap_weeks > 0, "gap_weeks: every member would be a gap; write at least 1");
        for (at, target) in self.target.iter().enumerate() {
            for earlier in &self.target[..at] {
                anyhow::ensure!(earlier.slug != target.slug, "target `{}` stands there twice", target.slug);
                let both = target.kinds.iter().find(|kind| earlier.kinds.contains(kind));
                anyhow::ensure!(
                    both.is_none(),
                    "targets `{}` and `{}` both count {both:?}; an offer keeps one promise",
                    earlier.slug,
                    target.slug
                );
            }
        }
        Ok(())
    }

    /// The promise that an offer of this kind keeps.
    pub fn of(&self, kind: Kind) -> Option<&Target> {
        self.target.iter().find(|target| target.kinds.contains(&kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_promises_are_three_stages_and_three_calls_for_each_member() {
        let targets = Targets::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap();
        let promised: Vec<_> = targets.target.iter().map(|target| (target.slug.as_str(), target.per_member)).collect();
        assert_eq!(promised, [("stages", 3), ("calls", 3)]);
        assert_eq!(targets.of(Kind::Competition).map(|target| target.slug.as_str()), Some("stages"));
        assert_eq!(targets.of(Kind::Exchange), None);
    }

    #[test]
    fn a_kind_that_two_promises_count_is_refused() {
        let twice = |slug: &str| {
            format!("[[target]]\nslug = '{slug}'\nname = {{ he = 'א', en = 'A' }}\nkinds = ['grant']\nper_member = 1\n")
        };
        let targets: Targets = toml::from_str(&format!("gap_weeks = 4\n{}{}", twice("one"), twice("two"))).unwrap();
        assert!(targets.check().unwrap_err().to_string().contains("`one` and `two`"));
    }
}
