//! Pages for people: Hebrew from right to left, English on request, everything also without a script.

pub(super) mod card;
mod chart;
pub(super) mod error;
pub(super) mod filters;
pub(super) mod login;
pub(super) mod record;
pub(super) mod search;
pub(super) mod sources;
pub(super) mod value;
pub(super) mod wording;

use std::borrow::Cow;

use url::form_urlencoded;

use super::WebState;
use super::access::Viewer;
use super::assets::STYLE_NAME;
use crate::address::{UI, language_suffix};
use crate::i18n::{Language, Texts};

/// The language that a page speaks: Hebrew unless its address says otherwise. A browser's own preference is not asked:
/// most officers' browsers ask for English, and they read Hebrew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ui(pub(super) Language);

impl Ui {
    /// As the query string says.
    pub(super) fn of(raw: Option<&str>) -> Self {
        Self(asked(raw).map_or(Language::He, |code| Language::for_staff(&code)))
    }

    /// The same of a page behind a letter's link, which speaks Arabic too.
    pub(super) fn of_reader(raw: Option<&str>) -> Self {
        Self(asked(raw).map_or(Language::He, |code| Language::for_reader(&code)))
    }

    /// `?ui=en`, or nothing: what keeps it on a plain address.
    pub(super) fn suffix(self) -> &'static str {
        language_suffix(self.0)
    }

    /// The pairs that keep it.
    pub(super) fn pairs(self) -> &'static [(&'static str, &'static str)] {
        match self.0 {
            Language::He => &[],
            Language::En => &[(UI, "en")],
            Language::Ar => &[(UI, "ar")],
        }
    }
}

fn asked(raw: Option<&str>) -> Option<Cow<'_, str>> {
    let mut pairs = form_urlencoded::parse(raw.unwrap_or_default().as_bytes());
    pairs.find(|(name, _)| name == UI).map(|(_, code)| code)
}

/// What mail programs and social networks hang on to the links that people send each other: it asks nothing.
const HUNG_ON: [&str; 6] = ["fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "igshid"];

/// The same by their beginning.
const HUNG_ON_BEGINNING: &str = "utm_";

/// The pairs of a query string without the page's own, and without what others hung on to it.
fn question_pairs(raw: Option<&str>) -> Vec<(String, String)> {
    let is_asked = |name: &str| name != UI && !HUNG_ON.contains(&name) && !name.starts_with(HUNG_ON_BEGINNING);
    form_urlencoded::parse(raw.unwrap_or_default().as_bytes())
        .filter(|(name, _)| is_asked(name))
        .map(|(n, v)| (n.into_owned(), v.into_owned()))
        .collect()
}

/// What every page has around its own content.
pub(super) struct Frame<'a> {
    pub(super) texts: &'a Texts,
    pub(super) lang: &'static str,
    pub(super) dir: &'static str,
    pub(super) style: &'a str,
    /// Whoever runs the service.
    pub(super) organisation: &'a str,
    /// Which entry of the navigation this is.
    pub(super) here: &'a str,
    /// `?ui=en`, or nothing.
    pub(super) keep: &'static str,
    /// This page in the other language.
    pub(super) other_href: String,
    pub(super) other_lang: &'static str,
    /// Login name of the viewer.
    pub(super) viewer: Option<String>,
}

impl<'a> Frame<'a> {
    /// The frame of the page at `path` with the question `pairs`.
    pub(super) fn of(state: &'a WebState, ui: Ui, viewer: &Viewer, path: &'a str, pairs: &[(&str, String)]) -> Self {
        let other = match ui.0 {
            Language::He => Ui(Language::En),
            Language::En | Language::Ar => Ui(Language::He),
        };
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).extend_pairs(other.pairs()).finish();
        let organisation = &state.settings.organisation;
        Self {
            texts: state.i18n.of(ui.0),
            lang: ui.0.code(),
            dir: ui.0.dir(),
            style: STYLE_NAME.as_str(),
            organisation: ui.0.either(&organisation.name_he, &organisation.name_en),
            here: path,
            keep: ui.suffix(),
            other_href: if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") },
            other_lang: other.0.code(),
            viewer: viewer.name().map(str::to_owned),
        }
    }

    /// The text `web.KEY`.
    pub(super) fn t(&self, key: &str) -> String {
        self.texts.t(&format!("web.{key}"), &[])
    }

    /// The text `web.KEY` with one argument.
    pub(super) fn t1(&self, key: &str, name: &str, value: &str) -> String {
        self.texts.t(&format!("web.{key}"), &[(name, value)])
    }
}
