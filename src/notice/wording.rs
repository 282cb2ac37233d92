//! States, reasons and complaints in the reader's words, for mails and pages alike.

use serde::Serialize;

use crate::clean;
use crate::clock::HOME;
use crate::complaint::{Complaint, Kind};
use crate::crawl::health::{Health, Reason};
use crate::i18n::Texts;

/// The name of a state.
pub(crate) fn state(texts: &Texts, state: Health) -> String {
    texts.t(&format!("web.state.{}", state.code()), &[])
}

/// Why a source is in its state.
pub(crate) fn reason(texts: &Texts, reason: &Reason) -> String {
    said(texts, "web.reason", "reason", reason)
}

/// What staff can do about it.
pub(crate) fn remedy(texts: &Texts, reason: &Reason, slug: &str) -> String {
    let (code, _) = parts("reason", reason);
    texts.t(&format!("notice.remedy.{code}"), &[("slug", slug)])
}

/// What went wrong on a visit; the log's own words are the complaint's detail.
pub(crate) fn complaint(texts: &Texts, complaint: &Complaint) -> String {
    if complaint.kind == Kind::Other {
        // `other` would be taken for a plural form.
        return texts.t("web.complaint.other_complaint", &[]);
    }
    let said = said(texts, "web.complaint", "kind", &complaint.kind);
    match complaint.times {
        0 | 1 => said,
        several => format!("{said} ({})", texts.n("web.complaint_times", several, &[])),
    }
}

fn said(texts: &Texts, list: &str, tag: &str, value: &impl Serialize) -> String {
    let (code, members) = parts(tag, value);
    let args: Vec<(&str, &str)> = members.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    texts.t(&format!("{list}.{code}"), &args)
}

/// The code of a tagged value, and its members as arguments of a text. Moments are told in the time at home, texts from the web without
/// what could upset a page's direction.
fn parts(tag: &str, value: &impl Serialize) -> (String, Vec<(String, String)>) {
    let Ok(serde_json::Value::Object(members)) = serde_json::to_value(value) else { return <_>::default() };
    let plain = |value: serde_json::Value| match value {
        serde_json::Value::String(text) => match text.parse::<chrono::DateTime<chrono::Utc>>() {
            Ok(at) => at.with_timezone(&HOME).format("%-d.%-m.%Y, %H:%M").to_string(),
            Err(_) => clean::line(&text),
        },
        other => other.to_string(),
    };
    let mut members: Vec<(String, String)> = members.into_iter().map(|(name, value)| (name, plain(value))).collect();
    let code = members.iter().position(|(name, _)| name == tag).map(|at| members.swap_remove(at).1);
    (code.unwrap_or_default(), members)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::i18n::{I18n, Language};

    #[test]
    fn every_reason_and_complaint_has_its_words_and_remedy_in_both_languages() {
        let i18n = I18n::load(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/config"))).unwrap();
        let field = "deadline".to_owned();
        let reasons = [
            Reason::Failed,
            Reason::Partial,
            Reason::Blocked,
            Reason::NothingMatched,
            Reason::Forbidden,
            Reason::AllNew { items: 9 },
            Reason::BelowFloor { found: 1, floor: 2 },
            Reason::FewerItems { found: 1, usual: 2 },
            Reason::Unreadable { items: 1 },
            Reason::FieldGone { field, usual: 100, share: 20 },
            Reason::FewerDated { share: 1, expected: 2 },
            Reason::Overdue { days: 3 },
            Reason::WantsTime,
            Reason::KeepsHours,
            Reason::WantsPatience,
            Reason::EndlessWait { days: 9 },
            Reason::NothingNew { days: 1, cadence: 2 },
            Reason::MostlyRejected { kept: 1, rejected: 2 },
            Reason::GoneAtOnce { gone: 1, all: 2 },
        ];
        let to = || "https://towns.example/new".to_owned();
        let until = "2026-11-25T10:00:00Z".parse().unwrap();
        let kinds = [
            Kind::Guarded,
            Kind::Forbidden,
            Kind::NoRobots,
            Kind::Refused,
            Kind::NotFound,
            Kind::Gone,
            Kind::Status { status: 500 },
            Kind::TooLarge,
            Kind::TooSlow { seconds: 30 },
            Kind::Redirect { to: to() },
            Kind::NoName,
            Kind::NoConnection,
            Kind::BrokenOff,
            Kind::Later { until },
            Kind::Busy { status: 503, until },
            Kind::BusyRules { status: 503, until },
            Kind::LeftAlone { until },
            Kind::VisitingHours { until },
            Kind::Setup,
            Kind::Unread,
            Kind::Letter,
            Kind::Moved { to: to() },
            Kind::FeedElsewhere { to: to() },
            Kind::BelowFloor { found: 1, floor: 2 },
            Kind::PageLimit { pages: 300 },
            Kind::GoneAtOnce { gone: 1, all: 2 },
            Kind::ByteLimit,
            Kind::Trap,
            Kind::Endless,
            Kind::File,
            Kind::ItemLimit { items: 3000 },
            Kind::NotAll { found: 10, total: 30 },
            Kind::OwnPages { lost: 4, all: 10 },
            Kind::Other,
        ];
        for language in [Language::He, Language::En] {
            let texts = i18n.of(language);
            for reason in &reasons {
                for said in [super::reason(texts, reason), remedy(texts, reason, "towns")] {
                    assert!(!said.contains("web.") && !said.contains("notice.") && !said.contains('{'), "{reason:?}: {said}");
                }
            }
            for kind in &kinds {
                let said = complaint(texts, &Complaint::new(kind.clone(), "LOG"));
                assert!(!said.contains("web.") && !said.contains('{') && !said.contains("LOG"), "{kind:?}: {said}");
            }
        }
        let later = complaint(i18n.of(Language::He), &Complaint::new(Kind::Later { until }, ""));
        assert!(later.contains("25.11.2026, 12:00"), "{later}");
    }
}
