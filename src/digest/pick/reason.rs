//! Why a record is in a municipality's letter: one sentence in the letter's language on what in the profile met what in the record.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sources::Opportunity;
use sources::lexicon::Lexicon;
use sources::opportunity::Kind;

use super::interest::Meeting;
use super::rules::Rules;
use crate::i18n::{I18n, Language, Texts};

/// Every key that a reason looks up.
pub const KEYS: &[&str] = &[
    "reason.twin_calls",
    "reason.twin_leads",
    "reason.twin_opens",
    "reason.audience",
    "reason.names_us",
    "reason.sized_for_us",
    "reason.mayors_meeting",
    "reason.mayors_visit",
    "reason.topic",
    "reason.topics",
    "reason.default_topic",
    "reason.default_topics",
    "reason.word",
    "reason.words",
    "reason.priority",
    "reason.deadline",
    "reason.joint",
    "reason.list_joint",
];

/// Topics named at most: more are a list and no reason.
const MOST_TOPICS: usize = 2;

/// The sentence in each language that the house speaks: two contacts of one municipality may read different ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reason {
    said: BTreeMap<Language, String>,
}

impl Reason {
    pub(super) fn of(
        meeting: &Meeting<'_>,
        opportunity: &Opportunity,
        today: NaiveDate,
        lexicon: &Lexicon,
        rules: &Rules,
        i18n: &I18n,
    ) -> Self {
        let say = |language| (language, sentence(meeting, opportunity, today, lexicon, rules, i18n.of(language)));
        Self { said: Language::ALL.into_iter().map(say).collect() }
    }

    /// In a reader's language; empty where there is no reason.
    pub fn in_language(&self, language: Language) -> &str {
        self.said.get(&language).map(String::as_str).unwrap_or_default()
    }
}

/// The sentence.
fn sentence(
    meeting: &Meeting<'_>,
    opportunity: &Opportunity,
    today: NaiveDate,
    lexicon: &Lexicon,
    rules: &Rules,
    texts: &Texts,
) -> String {
    let mut parts = Vec::new();
    if let Some(twin) = meeting.twin {
        parts.push(texts.t("reason.twin_calls", &[("twin", &run(&twin.name))]));
    } else if let Some(twin) = meeting.partner {
        parts.push(texts.t("reason.twin_opens", &[("twin", &run(&twin.name))]));
    } else if let Some(twin) = meeting.lead {
        parts.push(texts.t("reason.twin_leads", &[("twin", &run(&twin.name))]));
    }
    if meeting.names_us {
        parts.push(texts.t("reason.names_us", &[]));
    }
    if let Some(audience) = meeting.audience.map(|place| &rules.audience[place]) {
        parts.push(texts.t("reason.audience", &[("audience", audience.name_in(texts.language()))]));
    }
    if meeting.sized_for_us {
        parts.push(texts.t("reason.sized_for_us", &[]));
    }
    if meeting.mayors_asked {
        let is_visit = opportunity.kind == Kind::Exchange;
        parts.push(texts.t(if is_visit { "reason.mayors_visit" } else { "reason.mayors_meeting" }, &[]));
    }
    let names: Vec<String> = meeting.topics.iter().take(MOST_TOPICS).map(|(slug, _)| topic_name(slug, lexicon, texts)).collect();
    if !names.is_empty() {
        let key = match (meeting.topics_by_default, names.len()) {
            (false, 1) => "reason.topic",
            (false, _) => "reason.topics",
            (true, 1) => "reason.default_topic",
            (true, _) => "reason.default_topics",
        };
        let topics = texts.t(key, &[("topics", &names.join(&texts.t("reason.list_joint", &[])))]);
        let word = meeting.topics.iter().map(|(_, word)| word).find(|word| !word.is_empty() && is_read(opportunity, texts));
        let word = word.map(|word| texts.t("reason.word", &[("word", &run(word))])).unwrap_or_default();
        parts.push(format!("{topics}{word}"));
    }
    if let Some(word) = meeting.words.first().filter(|word| !meeting.topics.iter().any(|(_, said)| said == *word)) {
        parts.push(texts.t("reason.words", &[("word", &run(word))]));
    }
    let told: Vec<String> = meeting.priority.iter().take(MOST_TOPICS).map(|word| run(word)).collect();
    if !told.is_empty() {
        parts.push(texts.t("reason.priority", &[("words", &told.join(&texts.t("reason.list_joint", &[])))]));
    }
    // The letter counts down to the day anyway; it is a reason only where there is no other. Of several the next.
    let stages = &opportunity.deadline.stages;
    if parts.is_empty()
        && let Some(stage) = stages.iter().find(|stage| stage.date >= today).or(opportunity.deadline.decisive())
    {
        parts.push(texts.t("reason.deadline", &[("date", &stage.date.format("%-d.%-m.%Y").to_string())]));
    }
    parts.join(&texts.t("reason.joint", &[]))
}

/// A word is a proof to those who can read it: in the letter's language, or in English. Of others the topic's name says enough.
fn is_read(opportunity: &Opportunity, texts: &Texts) -> bool {
    let is_read = |lang: &str| match texts.language() {
        // Whoever works in an Arab authority in Israel reads Hebrew every day.
        Language::Ar => ["en", "he", "ar"].contains(&lang),
        language => ["en", language.code()].contains(&lang),
    };
    opportunity.lang.as_deref().is_none_or(is_read)
}

fn topic_name(slug: &str, lexicon: &Lexicon, texts: &Texts) -> String {
    texts.topic(slug, lexicon.topic(slug).map(|topic| &topic.name)).map_or_else(|| run(slug), str::to_owned)
}

/// A run of another language, on one line and isolated.
fn run(text: &str) -> String {
    crate::digest::letter::isolated_line(text)
}
