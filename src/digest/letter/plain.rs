//! The letter's plain-text part, written from the same view as the HTML and never from the HTML.

use std::fmt::Write as _;

use super::title::Title;
use super::view::{ItemView, LetterView};
use crate::clean::isolate;
use crate::i18n::Texts;

/// Writes the text part. Lines end in `\n`; the mail library makes them the wire's.
pub(super) fn write(view: &LetterView, texts: &Texts) -> String {
    let mut out = format!("{}\n", view.greeting);
    if !view.opening.is_empty() {
        line(&mut out, format_args!("\n{}", view.opening.join("\n")));
    }
    if let Some(empty) = &view.empty {
        line(&mut out, format_args!("\n{empty}"));
    }
    for section in &view.sections {
        line(&mut out, format_args!("\n== {} ==", section.heading));
        for entry in &section.items {
            item(&mut out, entry, view, texts);
        }
        for entry in &section.ended {
            line(&mut out, format_args!("\n* {}", title(&entry.title)));
            line(&mut out, format_args!("  {}: {}", view.label_changed, entry.said));
            link(&mut out, entry.link.as_ref());
        }
    }
    for (heading, titles) in view.titles() {
        if !titles.is_empty() {
            line(&mut out, format_args!("\n== {heading} =="));
        }
        for entry in titles {
            line(&mut out, format_args!("* {} · {}", title(&entry.title), entry.until));
            let reason = if entry.reason.is_empty() { String::new() } else { format!(" · {}", entry.reason) };
            line(&mut out, format_args!("  {}{reason}", entry.verdict));
            link(&mut out, entry.link.as_ref());
            if let Some(address) = &entry.respond {
                line(&mut out, format_args!("  {}: {address}", view.label_answer));
            }
        }
    }
    if !view.asked.is_empty() {
        line(&mut out, format_args!("\n== {} ==", view.asked_heading));
    }
    for question in &view.asked {
        line(&mut out, format_args!("* {}", title(&question.title)));
        for answer in &question.answers {
            line(&mut out, format_args!("  {}: {}", answer.label, answer.address));
        }
    }
    line(&mut out, format_args!("\n-----"));
    if !view.sources.is_empty() {
        line(&mut out, format_args!("{}", view.sources));
    }
    if let Some(address) = &view.list_link {
        line(&mut out, format_args!("{}: {address}", view.list_label));
    }
    line(&mut out, format_args!("{}", view.footer));
    for link in [&view.copy, &view.profile, &view.unsubscribe].into_iter().flatten() {
        line(&mut out, format_args!("{}: {}", link.label, link.address));
    }
    out
}

fn item(out: &mut String, item: &ItemView, view: &LetterView, texts: &Texts) {
    line(out, format_args!("\n* {}", title(&item.title)));
    if let Some(original) = &item.title.original {
        line(out, format_args!("  {}", title(original)));
    }
    line(out, format_args!("  {}", item.kind));
    if let Some(summary) = &item.summary {
        line(out, format_args!("  {}", isolate(summary)));
    }
    for change in &item.changes {
        line(out, format_args!("  {}: {change}", view.label_changed));
    }
    let left = item.days_left.as_ref().map(|left| format!(" – {left}")).unwrap_or_default();
    line(out, format_args!("  {}: {}{left}", view.label_deadline, item.deadline));
    for (label, said) in [(&view.label_further, &item.further), (&view.label_event, &item.event)] {
        if let Some(said) = said {
            line(out, format_args!("  {label}: {said}"));
        }
    }
    if let Some(plan) = &item.plan {
        line(out, format_args!("  {}: {plan}", view.label_plan));
    }
    if let Some(clash) = &item.clash {
        line(out, format_args!("  {clash}"));
    }
    if let Some(amount) = &item.amount {
        line(out, format_args!("  {}: {amount}", view.label_amount));
    }
    let said = item.eligibility.iter().map(|said| {
        let quote = said.quote.as_ref().map(|quote| texts.t("letter.quote", &[("quote", &isolate(quote))])).unwrap_or_default();
        format!("{}{quote}", said.verdict)
    });
    line(out, format_args!("  {}: {}", view.label_eligibility, said.collect::<Vec<_>>().join(" · ")));
    if !item.reason.is_empty() {
        line(out, format_args!("  {}: {}", view.label_why, item.reason));
    }
    link(out, item.link.as_ref());
    if let Some(address) = &item.page {
        line(out, format_args!("  {}: {address}", view.label_page));
    }
    if let Some(mayor) = &item.mayor {
        line(out, format_args!("  {}: {}", mayor.label, mayor.address));
    }
    // One address is enough here: the page behind it offers the other answers.
    if let Some(answer) = item.acts.first() {
        line(out, format_args!("  {}: {}", view.label_respond, answer.address));
    }
}

fn title(title: &Title) -> String {
    let mark = title.mark.as_ref().map(|mark| format!(" ({mark})")).unwrap_or_default();
    format!("{}{mark}", isolate(&title.text))
}

fn link(out: &mut String, address: Option<&String>) {
    if let Some(address) = address {
        line(out, format_args!("  {address}"));
    }
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    writeln!(out, "{text}").expect("a String takes everything");
}
