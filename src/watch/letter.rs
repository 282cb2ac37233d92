//! The mails about a saved search, frozen for the ledger: what is new in it, or that it can no longer be followed.

use chrono::{DateTime, TimeDelta, Utc};
use sources::finding::short_hash;

use super::look::{News, TOO_WIDE};
use crate::act::{ActKeys, Grant, Purpose};
use crate::address::in_language;
use crate::address::segment;
use crate::app::App;
use crate::clean;
use crate::clock::HOME;
use crate::code::code;
use crate::digest::letter::{changes, isolated_line, wording};
use crate::digest::week::Week;
use crate::i18n::{Language, Texts};
use crate::mail::{Draft, Message, Sender};
use crate::notice::compose::{Composed, Entry, Line, Section, View, Wanted};
use crate::record::status_at;
use crate::store::{How, NewDelivery, SavedSearch, Told};

/// Where saved searches are looked at.
const PAGE: &str = "/staff/searches";

/// What writes the mails of one search at one moment.
pub(super) struct Writer<'a> {
    app: &'a App,
    search: &'a SavedSearch,
    keys: &'a ActKeys,
    texts: &'a Texts,
    now: DateTime<Utc>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(app: &'a App, search: &'a SavedSearch, keys: &'a ActKeys, now: DateTime<Utc>) -> Self {
        Self { app, search, keys, texts: app.i18n.of(Language::for_staff(&search.language)), now }
    }

    /// What is new: the first in full, the rest behind the search's own address. The same news has the same id.
    pub(super) fn news(&self, news: &[News]) -> anyhow::Result<NewDelivery> {
        let items: Vec<Told> = news.iter().map(|one| one.told(self.now)).collect();
        // What comes back as it left is another piece of news than that it left.
        let left = |told: &Told| if told.how == How::Ended { " left" } else { "" };
        let mut marks: Vec<String> =
            items.iter().map(|told| format!("{} {}{}", told.record, told.fingerprint, left(told))).collect();
        marks.sort_unstable();
        let key = self.key("news", &marks.iter().map(String::as_str).collect::<Vec<_>>());
        let view = self.view(&key);
        let full = self.app.settings.digest.full_items;
        let shown = &news[..full.min(news.len())];
        let section = |heading: &str, of: fn(&News) -> bool| Section {
            heading: view.t(heading, &[]),
            entries: shown.iter().filter(|one| of(one)).map(|one| self.entry(&view, one)).collect(),
        };
        let rest = news.len() - shown.len();
        let whole = Entry {
            name: clean::line(&self.search.name),
            state: match rest {
                0 => view.t("search_whole", &[]),
                _ => self.texts.n("notice.search_rest", rest as u64, &[]),
            },
            lines: Vec::new(),
            link: self.address(&format!("/?{}", self.search.query)),
        };
        let sections = vec![
            section("section_search_new", |one| one.changes.is_none()),
            section("section_search_changed", |one| one.changes.is_some()),
            Section { heading: view.t("section_search", &[]), entries: vec![whole] },
        ];
        let name = isolated_line(&self.search.name);
        let subject = self.texts.n("notice.subject_search", news.len() as u64, &[("name", &name)]);
        self.freeze(&view.compose(key, subject, None, sections)?, items)
    }

    /// That it can no longer be followed, and why.
    pub(super) fn stopped(&self, complaint: &str) -> anyhow::Result<NewDelivery> {
        // It may be followed again some day, and stop once more for the same reason: that is another mail.
        let key = self.key("stopped", &[complaint, &self.now.timestamp().to_string()]);
        let view = self.view(&key);
        let lines = vec![
            view.line("reason", complaint_in_words(self.texts, complaint)),
            view.line("remedy", view.t("remedy.search", &[])),
        ];
        let state = view.t("state_search_stopped", &[]);
        let entry = Entry { name: clean::line(&self.search.name), state, lines, link: self.address(PAGE) };
        let subject = view.t("subject_search_stopped", &[("name", &isolated_line(&self.search.name))]);
        let section = Section { heading: String::new(), entries: vec![entry] };
        self.freeze(&view.compose(key, subject, None, vec![section])?, Vec::new())
    }

    fn view(&self, key: &str) -> View<'_> {
        View::of(self.texts, &self.app.settings.public_url, PAGE, Wanted::Opportunity).ended_at(self.end(key))
    }

    /// Where the mails about this search end, signed for the mail `key`.
    fn end(&self, key: &str) -> Option<String> {
        let grant = Grant { purpose: Purpose::Unwatch, delivery: key.to_owned(), record: String::new() };
        self.keys.sign(&grant).map(|token| self.address(&format!("/unwatch/{token}")))
    }

    fn entry(&self, view: &View<'_>, news: &News) -> Entry {
        let (opportunity, today) = (&news.record.opportunity, self.now.with_timezone(&HOME).date_naive());
        let label = |name: &str, said: String| View::labelled(self.texts.t(&format!("letter.label.{name}"), &[]), said);
        let mut lines: Vec<Line> = Vec::new();
        if let Some(since) = &news.changes {
            lines.push(label("changed", changes::sentences(opportunity, since, today, self.texts).join(" · ")));
        }
        lines.push(label("deadline", wording::deadline(opportunity, today, self.texts)));
        let verdicts = wording::eligibility(&opportunity.eligibility, self.texts);
        lines.push(label("eligibility", verdicts.into_iter().map(|said| said.verdict).collect::<Vec<_>>().join(" · ")));
        lines.extend(wording::amount(&opportunity.amount, self.texts).map(|sum| label("amount", sum)));
        let source = news.record.sources.first().map(|sighting| sighting.slug.as_str()).unwrap_or_default();
        let known = self.app.sources.iter().find(|known| known.slug == source);
        let source = known.map_or(source, |known| self.texts.language().name_of(&known.name));
        // An import need not name one.
        lines.extend((!clean::line(source).is_empty()).then(|| view.line("source", isolated_line(source))));
        let status = status_at(opportunity, self.now);
        let left = wording::days_left(opportunity, today, today, self.texts).filter(|_| !wording::is_off(status));
        Entry {
            name: clean::line(&opportunity.title),
            state: left.unwrap_or_else(|| self.texts.t(&format!("web.status.{}", code(status)), &[])),
            lines,
            link: self.address(&format!("/o/{}", segment(&news.record.id))),
        }
    }

    /// Left of the `@` of the Message-ID, and the id of the row in the ledger.
    fn key(&self, what: &str, parts: &[&str]) -> String {
        format!("search.{what}.{}.{}", self.search.id, short_hash(parts))
    }

    fn address(&self, path: &str) -> String {
        in_language(&format!("{}{path}", self.app.settings.public_url.trim_end_matches('/')), self.texts.language())
    }

    fn freeze(&self, composed: &Composed, items: Vec<Told>) -> anyhow::Result<NewDelivery> {
        let unsubscribe = self.end(&composed.key);
        let draft = Draft {
            to_name: "",
            to_email: &self.search.contact,
            subject: &composed.subject,
            html: &composed.html,
            text: &composed.text,
            calendar: None,
            unsubscribe: unsubscribe.as_deref(),
            key: &composed.key,
            date: self.now,
        };
        let message = Message::build(&draft, &Sender::of(&self.app.settings)?)?;
        Ok(NewDelivery {
            id: composed.key.clone(),
            municipality: self.search.reader(),
            week: Week::of(self.now.with_timezone(&HOME).date_naive()).label(),
            contact: self.search.contact.clone(),
            message_id: message.id,
            subject: composed.subject.clone(),
            message: message.bytes,
            items,
            not_after: self.now + TimeDelta::hours(i64::from(self.app.settings.digest.hold_after_hours)),
        })
    }
}

/// Why a search cannot be followed, in the reader's language.
pub(crate) fn complaint_in_words(texts: &Texts, complaint: &str) -> String {
    match complaint {
        TOO_WIDE => texts.t("notice.search_too_wide", &[]),
        detail => texts.t("notice.search_unread", &[("detail", &isolated_line(detail))]),
    }
}
