//! The configuration folder, whole: settings, roadmap, lexicon, texts, municipalities; with every mistake, not only the first.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use sources::Source;
use sources::lexicon::Lexicon;
use sources::roadmap::ConfigError;

use crate::digest::holidays::Calendars;
use crate::digest::pick::Rules;
use crate::digest::{holidays, letter, pick};
use crate::i18n::I18n;
use crate::readers;
use crate::schedule::Schedule;
use crate::settings::Settings;
use crate::store::Municipality;
use crate::targets::Targets;
use crate::web::{act, mayor, profile};

/// Everything that `config/` says.
pub struct Config {
    /// The folder itself.
    pub folder: PathBuf,
    /// `kolkore.toml` and the environment.
    pub settings: Settings,
    /// `roadmap/*.toml`.
    pub sources: Vec<Source>,
    /// Thesaurus, topics, kinds, cues, eligibility.
    pub lexicon: Lexicon,
    /// `i18n/*.toml`.
    pub i18n: I18n,
    /// `pick.toml` and `cities.csv`.
    pub rules: Rules,
    /// `calendars.toml`.
    pub calendars: Calendars,
    /// `targets.toml`.
    pub targets: Targets,
    /// `municipalities.csv`.
    pub municipalities: Vec<Municipality>,
}

/// Every mistake of a configuration, a line each.
#[derive(Debug, thiserror::Error)]
#[error("the configuration has {} mistake{}:\n{}", .0.len(), if .0.len() == 1 { "" } else { "s" }, .0.join("\n"))]
pub struct Mistakes(pub Vec<String>);

impl Config {
    /// Reads and checks the folder.
    ///
    /// # Errors
    /// [`Mistakes`], each with file, line and what to do.
    pub fn load(folder: &Path) -> anyhow::Result<Self> {
        Self::load_with_roadmap(folder, &folder.join("roadmap"))
    }

    /// The same with a roadmap from elsewhere (the demo's).
    pub fn load_with_roadmap(folder: &Path, roadmap: &Path) -> anyhow::Result<Self> {
        let mut mistakes = Vec::new();
        let settings = keep(Settings::load(folder, std::env::vars()).map_err(|error| vec![format!("{error:#}")]), &mut mistakes);
        let (sources, errors) = sources::roadmap::read(roadmap);
        mistakes.extend(lines(&errors));
        let lexicon = keep(Lexicon::load(folder).map_err(|errors| lines(&errors)), &mut mistakes);
        let i18n = keep(I18n::load(folder).map_err(|error| vec![format!("{error:#}")]), &mut mistakes);
        let rules = keep(Rules::load(folder).map_err(|error| vec![format!("{error:#}")]), &mut mistakes);
        let calendars = keep(Calendars::load(folder).map_err(|error| vec![format!("{error:#}")]), &mut mistakes);
        let targets = keep(Targets::load(folder).map_err(|error| vec![format!("{error:#}")]), &mut mistakes);
        let municipalities =
            keep(municipalities(&folder.join("municipalities.csv")).map_err(|error| vec![format!("{error:#}")]), &mut mistakes);
        let met_by_readers = [letter::KEYS, pick::KEYS, holidays::KEYS, act::KEYS, mayor::KEYS, profile::KEYS];
        let met_by_staff = [readers::KEYS, crate::web::CONTACT_KEYS];
        let missing = i18n.iter().flat_map(|texts| {
            let of_readers = met_by_readers.iter().map(|keys| texts.require_for_readers(keys));
            of_readers.chain(met_by_staff.iter().map(|keys| texts.require(keys))).collect::<Vec<_>>()
        });
        mistakes.extend(missing.filter_map(Result::err).map(|missing| format!("{missing:#}")));
        for source in &sources {
            let unknown = source
                .defaults
                .topics
                .iter()
                .filter(|slug| lexicon.as_ref().is_some_and(|lexicon| lexicon.topic(slug).is_none()));
            mistakes.extend(unknown.map(|slug| {
                format!(
                    "{}: source \"{}\": defaults.topics `{slug}` is in no topic of topics.toml",
                    source.schedule_place, source.slug
                )
            }));
            if let Some(Err(what)) = source.schedule.as_deref().map(Schedule::parse) {
                mistakes.push(format!("{}: source \"{}\": {what}", source.schedule_place, source.slug));
            }
        }
        match (settings, lexicon, i18n, municipalities, rules, calendars, targets) {
            (Some(settings), Some(lexicon), Some(i18n), Some(municipalities), Some(rules), Some(calendars), Some(targets))
                if mistakes.is_empty() =>
            {
                let folder = folder.to_owned();
                Ok(Self { folder, settings, sources, lexicon, i18n, rules, calendars, targets, municipalities })
            }
            _ => Err(Mistakes(mistakes).into()),
        }
    }
}

fn keep<T>(read: Result<T, Vec<String>>, mistakes: &mut Vec<String>) -> Option<T> {
    read.map_err(|errors| mistakes.extend(errors)).ok()
}

fn lines(errors: &[ConfigError]) -> Vec<String> {
    errors.iter().map(ToString::to_string).collect()
}

/// The municipalities of a table, each slug once.
pub(crate) fn municipalities(file: &Path) -> anyhow::Result<Vec<Municipality>> {
    let mut reader = csv::Reader::from_path(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let mut all: Vec<Municipality> = Vec::new();
    for row in reader.deserialize() {
        let row: Municipality = row.with_context(|| file.display().to_string())?;
        anyhow::ensure!(
            !all.iter().any(|known| known.slug == row.slug),
            "{}: slug `{}` stands there twice",
            file.display(),
            row.slug
        );
        all.push(row);
    }
    Ok(all)
}
