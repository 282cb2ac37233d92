//! Whole findings, normalised: every case with words of its own.

use std::path::PathBuf;
use std::sync::LazyLock;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{Context, Normalised, normalise};
use crate::finding::{Finding, field};
use crate::lexicon::Lexicon;
use crate::opportunity::{Kind, Opportunity, Status, Verdict};
use crate::source::Defaults;

mod applicants;
mod asides;
mod attachments;
mod belonging;
mod bound;
mod called;
mod callers;
mod cases;
mod circles;
mod common;
mod conditions;
mod contests;
mod declared;
mod deeds;
mod eligibility;
mod event_names;
mod examples;
mod first_of_a_country;
mod from_abroad;
mod gathered;
mod gendered;
mod givers;
mod helped;
mod idioms;
mod kind_names;
mod kinds;
mod labels;
mod levels;
mod listings;
mod localities;
mod lookalikes;
mod lots;
mod naming;
mod not_asked;
mod offers;
mod origins;
mod others_world;
mod panels;
mod partners;
mod places;
mod reader;
mod relative;
mod residents;
mod running;
mod several;
mod situated;
mod sizes;
mod told;
mod twins;
mod uncalled;
mod verdicts;
mod whence;

/// The lists that the service itself uses: a case that fails here fails there.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let config = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../config");
    Lexicon::load(&config).unwrap_or_else(|errors| panic!("{errors:#?}"))
});

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn finding(title: &str, text: &str) -> Finding {
    Finding {
        key: "1".into(),
        url: "https://cities.example/call".into(),
        title: title.into(),
        text: Some(text.into()),
        ..Finding::default()
    }
}

fn read(title: &str, text: &str) -> Normalised {
    normalise(&finding(title, text), &Context::neutral(), &LEXICON, today())
}

fn record(title: &str, text: &str) -> Opportunity {
    read(title, text).opportunity
}

#[test]
fn the_example_of_the_seam_comes_out_as_documented() {
    let out = read(
        "Direct Aid Program",
        "Applications are due by Sunday 19 February 2017. Grants of at most USD20,000 for NGOs and local government.",
    );
    let record = out.opportunity;
    assert!(out.verdict.yes, "{:#?}", out.verdict);
    assert_eq!((record.kind, record.status), (Kind::Grant, Status::Open), "that its day is over the clock says");
    assert_eq!(record.lang.as_deref(), Some("en"));
    assert_eq!(record.deadline.stages[0].date, NaiveDate::from_ymd_opt(2017, 2, 19).unwrap());
    assert_eq!(record.eligibility.body.verdict, Verdict::Yes);
}

#[test]
fn a_field_beats_the_prose_and_the_prose_the_default() {
    let defaults = Defaults { organiser: Some("Ministry".into()), countries: vec!["FR".into()], ..Defaults::default() };
    let context = Context { defaults: &defaults, ..Context::neutral() };
    let mut finding = finding("Award for quiet streets", "Organised by the City of Graz. Apply by 3 May 2027.");
    let of = |finding: &Finding| normalise(finding, &context, &LEXICON, today()).opportunity;
    assert_eq!(of(&finding).organiser.as_deref(), Some("City of Graz"));
    finding.fields.insert(field::ORGANISER.into(), vec!["Land Steiermark".into()]);
    finding.fields.insert(field::DEADLINE.into(), vec!["2027-06-30T00:00:00+0000".into()]);
    let record = of(&finding);
    assert_eq!(record.organiser.as_deref(), Some("Land Steiermark"));
    assert_eq!(record.deadline.stages[0].date, NaiveDate::from_ymd_opt(2027, 6, 30).unwrap());
    assert_eq!(record.countries, ["FR"]);
    finding.text = Some("No word of who it is.".into());
    finding.fields.remove(field::ORGANISER);
    assert_eq!(of(&finding).organiser.as_deref(), Some("Ministry"));
}

#[test]
fn a_budget_in_a_field_leaves_the_sum_for_one_to_the_prose() {
    let sums = |text: &str, fields: &[(&str, &str)]| {
        let mut finding = finding("Choirs across borders", text);
        finding.fields.extend(fields.iter().map(|(name, value)| ((*name).into(), vec![(*value).into()])));
        let amount = normalise(&finding, &Context::neutral(), &LEXICON, today()).opportunity.amount;
        (amount.min, amount.max, amount.total, amount.currency)
    };
    let (text, budget) = ("Apply by 3 May 2027. Grants of up to €4,000 for each choir.", (field::AMOUNT_TOTAL, "60000 EUR"));
    let euros = || Some("EUR".to_owned());
    assert_eq!(sums(text, &[budget]), (None, Some(4_000.0), Some(60_000.0), euros()));
    assert_eq!(sums(text, &[budget, (field::AMOUNT_MIN, "1000 EUR")]), (Some(1_000.0), Some(4_000.0), Some(60_000.0), euros()));
    assert_eq!(sums(text, &[budget, (field::AMOUNT_MAX, "3000 EUR")]), (None, Some(3_000.0), Some(60_000.0), euros()));
    assert_eq!(sums(text, &[(field::AMOUNT_TOTAL, "3000 EUR")]).1, None, "one cannot get more than there is");
    assert_eq!(sums(text, &[(field::AMOUNT_TOTAL, "60000 USD")]).1, None, "other money is another sum");
}

#[test]
fn a_plain_word_closes_and_a_day_does_not() {
    assert_eq!(record("Call for proposals", "Deadline: 7 February 2024.").status, Status::Open);
    assert_eq!(record("[EXPIRED] PLATFORMA award", "Apply by 3 May 2027.").status, Status::Closed);
    assert_eq!(record("קול קורא לשיפור נגישות 2027", "קול קורא סגור. תאריך אחרון להגשה: 14.02.2027").status, Status::Closed);
    let mut soon = finding("Call for proposals", "Deadline: 7 February 2027.");
    soon.fields.insert(field::OPENS.into(), vec!["2026-12-01".into()]);
    assert_eq!(normalise(&soon, &Context::neutral(), &LEXICON, today()).opportunity.status, Status::Forthcoming);
}

#[test]
fn topics_are_what_it_is_about_and_not_what_it_mentions() {
    let record = record(
        "Separate collection of textile waste in coastal towns",
        "Towns can apply for grants for recycling of textiles. A coffee break with music closes the day.",
    );
    assert_eq!(record.topics.first().map(String::as_str), Some("waste"));
    assert!(!record.topics.iter().any(|slug| slug == "culture"), "{:?}", record.topics);
}

#[test]
fn a_title_is_shown_without_what_cannot_be_seen() {
    assert_eq!(record("\u{202E}  Grants\n for towns\u{7} ", "Apply.").title, "Grants for towns");
}

#[test]
fn the_declared_language_stands_against_two_words_and_falls_against_a_page() {
    let mut short = finding("Grants 2027", "");
    short.lang = Some("he".into());
    assert_eq!(normalise(&short, &Context::neutral(), &LEXICON, today()).opportunity.lang.as_deref(), Some("he"));
    let mut page =
        finding("Appel à projets", "Les communes peuvent déposer leur dossier en ligne jusqu'au 3 mai 2027 auprès de la région.");
    page.lang = Some("en".into());
    assert_eq!(normalise(&page, &Context::neutral(), &LEXICON, today()).opportunity.lang.as_deref(), Some("fr"));
}

#[test]
fn an_identifier_brings_the_facts_on_its_programme() {
    let record = record("Cool towns", "HORIZON-CL5-2027-04-D4-03. Proposals by 3 May 2027.");
    assert_eq!(record.programme.as_deref(), Some("HORIZON-CL5-2027-04-D4-03"));
    assert_eq!(record.eligibility.country.rule.as_deref(), Some("country.horizon_associated"));
    assert_eq!(record.eligibility.place.verdict, Verdict::Conditional);
}

#[test]
fn the_summary_leaves_out_when_the_page_was_published() {
    let cases = [
        ("Published on 3 October 2026, 14:05\nTowns that plant trees can apply for a grant.", "Towns that"),
        ("Posted on October 3, 2026 | Towns that plant trees can apply for a grant.", "Towns that"),
        ("Veröffentlicht am 3.10.2026, 14:05 Uhr Gemeinden, die Bäume pflanzen, bewerben sich.", "Gemeinden, die"),
        ("Publié le 3 octobre 2026 – Les communes qui plantent des arbres déposent leur dossier.", "Les communes"),
        ("Publicado el 3 de octubre de 2026. Los municipios que plantan árboles pueden presentar solicitudes.", "Los municipios"),
        ("פורסם בתאריך 3.10.2026\nרשויות שנוטעות עצים מוזמנות להגיש בקשות.", "רשויות"),
        ("تاريخ النشر: 3 أكتوبر 2026\nيمكن للبلديات التي تزرع الأشجار تقديم الطلبات.", "يمكن"),
        ("Published on 3 October 2026 by the office, the call is for towns that plant trees.", "Published on"),
        ("Published in spring, the call is for towns that plant trees.", "Published in"),
    ];
    for (text, begins) in cases {
        let summary = record("Trees for towns", text).summary.unwrap();
        assert!(summary.starts_with(begins) && text.contains(&summary), "{text}: {summary}");
    }
}

#[test]
fn the_summary_is_taken_from_the_text_and_short() {
    let text = "The region lies by the sea and has many visitors every year, as our readers know.\nTowns can apply for grants of up to €40,000 for shade and drinking water.\nContact: desk@example.org.\nThe office is open from nine to noon.";
    let summary = record("Shade for towns", text).summary.unwrap();
    assert!(summary.contains("grants of up to €40,000"), "{summary}");
    assert!(summary.chars().count() <= 300 && !summary.contains('@'));
}

/// White space made single, as quotes are compared.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn quotes_stand_in(finding: &Finding, out: &Normalised) -> Result<(), TestCaseError> {
    let mut source = format!("{}\n{}\n{}\n{}", super::clean::line(&finding.title), out.text, finding.url, finding.title);
    for value in finding.fields.values().flatten() {
        source.push('\n');
        source.push_str(value);
    }
    let source = flat(&source);
    let record = &out.opportunity;
    let answers = [&record.eligibility.country, &record.eligibility.body, &record.eligibility.place];
    let quotes = record
        .evidence
        .values()
        .map(|evidence| &evidence.quote)
        .chain(answers.into_iter().filter_map(|answer| answer.quote.as_ref()))
        .chain(record.deadline.stages.iter().filter_map(|stage| stage.quote.as_ref()));
    for quote in quotes {
        prop_assert!(source.contains(&flat(quote)), "{quote:?} stands nowhere in {source:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn every_quote_stands_in_the_finding(parts in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..14), split in 0_usize..6, noise in "\\PC{0,20}") {
        let title = parts.iter().take(split).copied().collect::<Vec<_>>().join(" ");
        let text = parts.iter().skip(split).copied().chain([noise.as_str()]).collect::<Vec<_>>().join(" ");
        let finding = finding(&title, &text);
        let out = normalise(&finding, &Context::neutral(), &LEXICON, today());
        quotes_stand_in(&finding, &out)?;
        prop_assert_eq!(normalise(&finding, &Context::neutral(), &LEXICON, today()), out);
    }
}

const PIECES: [&str; 26] = [
    "Call for proposals:",
    "municipalities can apply",
    "by 3 May 2027.",
    "קול קורא לרשויות מקומיות",
    "עד ליום 14.2.2027.",
    "HORIZON-CL5-2027-D4-03",
    "Organised by the City of Graz,",
    "winners of 2025",
    "US cities only",
    "Israel included",
    "with their partner city",
    "\n",
    "•",
    "|",
    "Bürgermeister",
    "bewerben sich bis zum 1. März 2027.",
    "les communes",
    "jusqu'au 4 juin 2027",
    "subvenciones para ayuntamientos",
    "concurso",
    "up to €20,000",
    "climate",
    "in Portugal",
    "[EXPIRED]",
    "worldwide",
    "\u{202E}students\u{200F} may enter",
];
