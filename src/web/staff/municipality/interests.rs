//! What a municipality wants to hear of, in words.

use serde_json::Map;

use crate::clean;
use crate::code::code;
use crate::digest::letter::wording;
use crate::digest::profile::{PRIORITY, Profile};
use crate::i18n::Texts;
use crate::search::Labels;
use crate::store::Municipality;
use crate::web::pages::wording::named;

/// One line of a profile: what is asked, and what was filled in.
pub(super) struct Interest {
    pub(super) what: String,
    pub(super) values: Vec<Value>,
}

/// One answer; a priority weighs more.
pub(super) struct Value {
    pub(super) text: String,
    pub(super) is_priority: bool,
}

/// Whether nobody has filled in any topic, so that what is shown is what an authority of its type is thought to want.
pub(super) fn is_default(one: &Municipality) -> bool {
    one.profile.get("topics").and_then(|topics| topics.as_object()).is_none_or(Map::is_empty)
}

/// What is filled in; what is not is left out.
pub(super) fn of(profile: &Profile, texts: &Texts, labels: &Labels) -> Vec<Interest> {
    let language = texts.language();
    let plain = |text: String| Value { text, is_priority: false };
    let mut topics: Vec<_> = profile.topics.iter().collect();
    topics.sort_by_key(|(slug, weight)| (std::cmp::Reverse(**weight), *slug));
    let topics =
        topics.into_iter().map(|(slug, weight)| Value { text: labels.topic(slug, language), is_priority: *weight >= PRIORITY });
    let twins = profile.twin_cities.iter().map(|twin| {
        let country = labels.country(&twin.country, language);
        plain(if country.is_empty() { own(&twin.name) } else { format!("{} ({country})", own(&twin.name)) })
    });
    let words = |words: &[String]| words.iter().map(|word| plain(own(word))).collect::<Vec<_>>();
    let leads = profile.leads();
    let lead = |desk: &str, days: u16| plain(format!("{}: {days}", texts.t(&format!("profile.{desk}"), &[])));
    let all = [
        ("topics", topics.collect()),
        ("kinds", profile.kinds.iter().map(|kind| plain(named(texts, "kind", &code(kind)))).collect()),
        ("countries", profile.countries.iter().map(|country| plain(labels.country(country, language))).collect()),
        ("twins", twins.collect()),
        ("wanted", words(&profile.words_wanted)),
        ("unwanted", words(&profile.words_unwanted)),
        (
            "min_amount",
            (profile.min_amount > 0.0)
                .then(|| plain(clean::isolate(&wording::money(profile.min_amount, Some("EUR")))))
                .into_iter()
                .collect(),
        ),
        (
            "words",
            Some(&profile.priorities_he)
                .filter(|words| !words.trim().is_empty())
                .map(|words| plain(own(words)))
                .into_iter()
                .collect(),
        ),
        ("leads", vec![lead("council", leads.council), lead("legal", leads.legal), lead("treasurer", leads.treasurer)]),
    ];
    let line = |(key, values): (&str, Vec<Value>)| Interest { what: texts.t(&format!("web.interest.{key}"), &[]), values };
    all.into_iter().filter(|(_, values)| !values.is_empty()).map(line).collect()
}

/// What somebody typed: in the direction of its own language.
fn own(text: &str) -> String {
    clean::isolate(&clean::line(text))
}
