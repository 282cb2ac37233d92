//! The mails themselves: what is told of each source, as HTML and as text from the same view. Pure.

use std::fmt::Write as _;

use askama::Template;
use chrono::{DateTime, Utc};
use sources::finding::short_hash;
use sources::source::Shape;

use super::stock::Changes;
use super::wording;
use crate::clean;
use crate::clock::HOME;
use crate::crawl::health::Health;
use crate::crawl::standing::Standing;
use crate::digest::week::Week;
use crate::i18n::{Language, Texts};
use crate::store::Move;

/// So many changes at once are a mail each; more have one cause (the network is out, a platform was rebuilt) and are one mail.
const MOST_SINGLE_MAILS: usize = 3;

/// Complaints told of one source; one with more has one cause.
const COMPLAINTS: usize = 2;

/// Where sources are looked at.
const PAGE: &str = "/sources";

/// A mail, whole but for whom it goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// What it is about: the same mail has the same key.
    pub key: String,
    /// Its subject.
    pub subject: String,
    /// Its HTML part.
    pub html: String,
    /// Its text part.
    pub text: String,
}

/// The mails about what staff have not been told: one for each source, or one for all when they are many.
pub(super) fn changes(changes: &Changes, texts: &Texts, public_url: &str) -> anyhow::Result<Vec<Composed>> {
    let view = View::of(texts, public_url, PAGE, Wanted::Source);
    let mut mails = Vec::new();
    mails.extend(changes.moved.iter().map(|(standing, moved)| {
        let key = format!("moved-{}-{}", moved.source, short_hash(&[&moved.from, &moved.to]));
        let subject = view.t("subject_moved", &[("name", &view.name(standing))]);
        (key, subject, Section { heading: String::new(), entries: vec![view.moved(standing, moved)] })
    }));
    let each: Vec<_> =
        changes.states.iter().map(|(standing, known)| (standing, known, view.changed(standing, &known.told))).collect();
    if each.len() > MOST_SINGLE_MAILS {
        let parts: Vec<String> = each.iter().map(|(_, known, _)| format!("{} {}", known.source, known.number)).collect();
        let key = format!("health-round-{}", short_hash(&parts.iter().map(String::as_str).collect::<Vec<_>>()));
        let subject = texts.n("notice.subject_many", each.len() as u64, &[]);
        let entries = each.into_iter().map(|(_, _, entry)| entry).collect();
        mails.push((key, subject, Section { heading: String::new(), entries }));
    } else {
        for (standing, known, entry) in each {
            let state = wording::state(texts, standing.judgement.state);
            let subject = view.t("subject_one", &[("name", &view.name(standing)), ("state", &state)]);
            mails.push((
                format!("health-{}-{}", known.source, known.number),
                subject,
                Section { heading: String::new(), entries: vec![entry] },
            ));
        }
    }
    mails.into_iter().map(|(key, subject, section)| view.compose(key, subject, None, vec![section])).collect()
}

/// The week's mail: everything that is not as it should be, what has moved, and whom to call.
pub(super) fn weekly(standings: &[Standing], texts: &Texts, public_url: &str, now: DateTime<Utc>) -> anyhow::Result<Composed> {
    let view = View::of(texts, public_url, PAGE, Wanted::Source);
    let week = Week::of(now.with_timezone(&HOME).date_naive());
    let by_schedule = |standing: &&Standing| standing.source.active && !matches!(standing.source.shape, Shape::Manual(_));
    let is_waiting = |standing: &&Standing| by_schedule(standing) && standing.judgement.state == Health::Waiting;
    let is_unwell = |standing: &&Standing| {
        let state = standing.judgement.state;
        matches!(state, Health::Degraded | Health::Broken | Health::Blocked | Health::Quiet)
            || (state != Health::Waiting && !standing.judgement.reasons.is_empty())
    };
    let waiting: Vec<&Standing> = standings.iter().filter(is_waiting).collect();
    let mut unwell: Vec<&Standing> = standings.iter().filter(is_unwell).collect();
    unwell.sort_by_key(|standing| standing.judgement.state.urgency());
    let moved = standings.iter().filter_map(|standing| standing.moved.as_ref().map(|moved| view.moved(standing, moved)));
    let calls = standings.iter().filter(|standing| standing.call_due).map(|standing| view.call(standing));
    let section = |heading: &str, entries: Vec<Entry>| Section { heading: view.t(heading, &[]), entries };
    let (count, not_visited) = ((unwell.len() + waiting.len()) as u64, waiting.len() as u64);
    let sections = vec![
        section("section_waiting", waiting.into_iter().map(|standing| view.waiting(standing)).collect()),
        section("section_unwell", unwell.into_iter().map(|standing| view.unwell(standing)).collect()),
        section("section_moved", moved.collect()),
        section("section_calls", calls.collect()),
    ];
    let mut lead = texts.n("notice.lead_weekly", standings.iter().filter(by_schedule).count() as u64, &[]);
    if not_visited > 0 {
        lead = format!("{lead} {}", texts.n("notice.lead_waiting", not_visited, &[]));
    }
    let days = week.days();
    let subject = match count {
        0 => view.t("subject_weekly_well", &[("days", &days)]),
        _ => texts.n("notice.subject_weekly", count, &[("days", &days)]),
    };
    view.compose(format!("health-{}", week.label()), subject, Some(lead), sections)
}

pub(crate) struct View<'a> {
    texts: &'a Texts,
    /// Where the page is on which something can be done.
    page: String,
    wanted: Wanted,
    /// Where these mails end for whoever reads this one; none where they do not.
    end: Option<String>,
}

/// What a mail wants looked at.
#[derive(Clone, Copy)]
pub(crate) enum Wanted {
    Source,
    Mailbox,
    Opportunity,
    Answer,
    Letters,
}

/// Entries of one kind.
pub(crate) struct Section {
    pub(crate) heading: String,
    pub(crate) entries: Vec<Entry>,
}

/// One source or mailbox: its name, its state, and what there is to say.
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) state: String,
    pub(crate) lines: Vec<Line>,
    pub(crate) link: String,
}

pub(crate) struct Line {
    label: String,
    said: String,
}

#[derive(Template)]
#[template(path = "letter/notice.html")]
struct Html<'a> {
    lang: &'a str,
    dir: &'a str,
    start: &'a str,
    subject: &'a str,
    lead: &'a str,
    sections: &'a [Section],
    link_label: &'a str,
    footer: &'a str,
    /// (label, address)
    end: Option<&'a (String, &'a str)>,
}

impl<'a> View<'a> {
    pub(crate) fn of(texts: &'a Texts, public_url: &str, page: &str, wanted: Wanted) -> Self {
        Self { texts, page: format!("{}{page}", public_url.trim_end_matches('/')), wanted, end: None }
    }

    /// With an address that ends these mails.
    pub(crate) fn ended_at(self, end: Option<String>) -> Self {
        Self { end, ..self }
    }

    /// Where the page is on which something can be done.
    pub(super) fn page(&self) -> &str {
        &self.page
    }

    pub(crate) fn t(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.texts.t(&format!("notice.{key}"), args)
    }

    fn name(&self, standing: &Standing) -> String {
        clean::line(self.texts.language().name_of(&standing.source.name))
    }

    pub(crate) fn line(&self, label: &str, said: impl Into<String>) -> Line {
        Line { label: self.t(&format!("label_{label}"), &[]), said: said.into() }
    }

    /// A line whose label is nobody else's text.
    pub(crate) fn labelled(label: String, said: impl Into<String>) -> Line {
        Line { label, said: said.into() }
    }

    fn entry(&self, standing: &Standing, lines: Vec<Line>) -> Entry {
        Entry {
            name: self.name(standing),
            state: wording::state(self.texts, standing.judgement.state),
            lines,
            link: format!("{}#{}", self.page, standing.source.slug),
        }
    }

    /// A source whose state has changed.
    fn changed(&self, standing: &Standing, was: &str) -> Entry {
        let was = self.texts.t(&format!("web.state.{was}"), &[]);
        let mut lines = vec![self.line("was", was)];
        lines.extend(self.account(standing));
        self.entry(standing, lines)
    }

    fn unwell(&self, standing: &Standing) -> Entry {
        self.entry(standing, self.account(standing).collect())
    }

    /// Since when, why, what went wrong, what to do.
    fn account(&self, standing: &Standing) -> impl Iterator<Item = Line> {
        let mut lines = Vec::new();
        lines.extend(standing.since.map(|since| self.line("since", moment(since))));
        let reasons = &standing.judgement.reasons;
        lines.extend(reasons.iter().map(|reason| self.line("reason", wording::reason(self.texts, reason))));
        if !reasons.is_empty() {
            let complaints = standing.complaints().iter().take(COMPLAINTS);
            lines.extend(complaints.map(|complaint| {
                let said = wording::complaint(self.texts, complaint);
                self.line("complaint", format!("{said} {}", clean::isolate(&clean::line(&complaint.detail))))
            }));
            let last = standing.last_success.map_or_else(|| self.t("never", &[]), moment);
            lines.push(self.line("last_success", last));
        }
        let remedy = match reasons.first() {
            Some(reason) => wording::remedy(self.texts, reason, &standing.source.slug),
            None => self.t("remedy.none", &[]),
        };
        lines.push(self.line("remedy", remedy));
        lines.into_iter()
    }

    /// A source that nobody has visited: since when, and what gets it visited.
    fn waiting(&self, standing: &Standing) -> Entry {
        let reasons = &standing.judgement.reasons;
        let mut lines: Vec<Line> =
            reasons.iter().map(|reason| self.line("reason", wording::reason(self.texts, reason))).collect();
        lines.push(self.line("last_success", standing.last_success.map_or_else(|| self.t("never", &[]), moment)));
        let remedy = match reasons.first() {
            Some(reason) => wording::remedy(self.texts, reason, &standing.source.slug),
            None => self.t("remedy.never_visited", &[("slug", &standing.source.slug)]),
        };
        lines.push(self.line("remedy", remedy));
        self.entry(standing, lines)
    }

    fn moved(&self, standing: &Standing, moved: &Move) -> Entry {
        let address = |text: &str| clean::isolate(&clean::line(text));
        let lines = vec![
            self.line("from", address(&moved.from)),
            self.line("to", address(&moved.to)),
            self.line("since", moment(moved.since)),
            self.line("remedy", self.t("remedy.moved", &[("slug", &standing.source.slug)])),
        ];
        self.entry(standing, lines)
    }

    fn call(&self, standing: &Standing) -> Entry {
        let contact = match &standing.source.shape {
            Shape::Manual(manual) => manual.contact.as_deref(),
            _ => None,
        };
        let contact = contact.map_or_else(|| self.t("no_contact", &[]), |contact| clean::isolate(&clean::line(contact)));
        let mut lines = vec![self.line("contact", contact)];
        lines.push(self.line("last_new", standing.last_new.map_or_else(|| self.t("never", &[]), moment)));
        lines.push(self.line("remedy", self.t("remedy.call", &[])));
        self.entry(standing, lines)
    }

    pub(crate) fn compose(
        &self,
        key: String,
        subject: String,
        lead: Option<String>,
        mut sections: Vec<Section>,
    ) -> anyhow::Result<Composed> {
        sections.retain(|section| !section.entries.is_empty());
        let (link, footer) = match self.wanted {
            Wanted::Source => ("link", "footer"),
            Wanted::Mailbox => ("link_mailboxes", "footer_mailboxes"),
            Wanted::Answer => ("link_said", "footer_said"),
            Wanted::Letters => ("link_letters", "footer_letters"),
            Wanted::Opportunity => ("link_opportunity", "footer_search"),
        };
        let end = self.end.as_deref().map(|end| (self.t("end_watch", &[]), end));
        let (language, link_label, footer) = (self.texts.language(), self.t(link, &[]), self.t(footer, &[]));
        let lead = lead.unwrap_or_default();
        let html = Html {
            lang: language.code(),
            dir: language.dir(),
            start: if language == Language::He { "right" } else { "left" },
            subject: &subject,
            lead: &lead,
            sections: &sections,
            link_label: &link_label,
            footer: &footer,
            end: end.as_ref(),
        }
        .render()?;
        let mut text = format!("{subject}\n");
        let mut put = |line: std::fmt::Arguments<'_>| writeln!(text, "{line}").expect("a String takes everything");
        if !lead.is_empty() {
            put(format_args!("\n{lead}"));
        }
        for section in &sections {
            if !section.heading.is_empty() {
                put(format_args!("\n== {} ==", section.heading));
            }
            for entry in &section.entries {
                put(format_args!("\n* {} · {}", clean::isolate(&entry.name), entry.state));
                for line in &entry.lines {
                    put(format_args!("  {}: {}", line.label, line.said));
                }
                put(format_args!("  {}", entry.link));
            }
        }
        put(format_args!("\n-----\n{footer}"));
        if let Some((label, address)) = &end {
            put(format_args!("{label}: {address}"));
        }
        Ok(Composed { key, subject, html, text })
    }
}

fn moment(at: DateTime<Utc>) -> String {
    at.with_timezone(&HOME).format("%-d.%-m.%Y, %H:%M").to_string()
}
