//! Bound to a place by its name before those who live there, by a label, by the states of the partners, or not bound at all.

use super::eligibility::{countries, country};
use crate::opportunity::Verdict::{Conditional, No, Unknown, Yes};

#[test]
fn the_name_before_residents_is_where_they_live() {
    countries(
        No,
        &[
            "The mayor asks Colder Springs residents who want to lead to apply by 3 May 2027.",
            "The fellowship is open to Larkfield residents.",
            "Applicants must be Santa Ribera residents.",
        ],
    );
    countries(
        Unknown,
        &[
            "Interested residents may apply by 3 May 2027.",
            "The fellowship is open to Jewish residents.",
            "The fund invites Wadi Lavan residents to apply.",
            "Permanent Residents may apply.",
            "The mayor invites young residents to apply.",
        ],
    );
    countries(
        No,
        &[
            "Eligible Applicants\nOhio municipalities, NGOs in partnership with municipalities, and councils of governments (COGs).\nProposals by 3 May 2027.",
        ],
    );
}

#[test]
fn a_call_that_stays_inside_its_nation_says_so_in_a_label() {
    let title = "Fondo de becas";
    country(No, title, "Becas para funcionarios municipales.\nAlcance:\nNacional\nCierre: 5 de febrero de 2027");
    country(No, "Grants for choirs", "Geographic scope: national\nApply by 5 February 2027.");
    country(No, "Zuschüsse für Chöre", "Geltungsbereich: bundesweit\nAntrag bis 5. Februar 2027.");
    country(Unknown, title, "Alcance: el proyecto ha de tener interés nacional\nCierre: 5 de febrero de 2027");
    country(Yes, "קרן לתמיכה ברשויות", "רשויות מקומיות בישראל רשאיות להגיש.\nScope: national\nהגשה עד 5.2.2027.");
}

#[test]
fn where_partners_have_to_be_from_is_told_in_full() {
    country(
        No,
        "Netzwerke von Städten",
        "Wer: lokale Behörden. Partner aus mindestens vier EU-Mitgliedstaaten, Serbien, Montenegro oder Kosovo. Frist: 1. März 2027.",
    );
    country(
        No,
        "Networks of towns",
        "Who: local authorities. Partners from at least four EU Member States, Serbia, Montenegro or Kosovo. Deadline: 1 March 2027.",
    );
    for text in [
        "Who: local authorities. Partners from at least four EU Member States and from associated countries. Deadline: 1 March 2027.",
        "Who: local authorities. Partners from all over the world, among them Serbia, Montenegro and Kosovo. Deadline: 1 March 2027.",
    ] {
        let answer = super::record("Networks of towns", text).eligibility.country;
        assert_ne!(answer.verdict, No, "{text}: {answer:?}");
    }
}

#[test]
fn counties_and_departments_are_elsewhere() {
    countries(
        No,
        &[
            "Parish and town councils in Devon can apply by 3 May 2027.",
            "Grants to Washington DC nonprofits. Deadline 3 May 2027.",
            "Gefördert werden Projekte in ostdeutschen Kommunen. Antrag bis 3. Mai 2027.",
        ],
    );
}

#[test]
fn no_restriction_within_the_union_is_one() {
    countries(No, &["Any EU city can apply; there is no geographical restriction."]);
    countries(Yes, &["Any city can apply; there is no geographical restriction."]);
}

#[test]
fn what_a_part_is_for_members_says_nothing_of_the_whole() {
    let title = "National planning conference 2027";
    let text = "Planners meet on 3 May 2027. Propose a session by 10 January 2027.";
    country(
        Unknown,
        title,
        &format!("{text}\n4 January 2027: registration opens for members only\n18 January: general registration"),
    );
    country(Unknown, title, &format!("{text} The members-only reception is on 3 May 2027."));
    country(Conditional, "Call for hosts", "The call is open to members only. Apply by 3 May 2027.");
}

#[test]
fn associated_countries_that_are_listed_are_all_that_are_meant() {
    country(
        No,
        "Call for towns",
        "Programme countries: EU 27, Norway, Iceland, Liechtenstein and Serbia. Apply by 31 December 2027.",
    );
    country(
        No,
        "Call for towns",
        "Apply by 31 December 2027.\nGeographical scope\n• EU Member States: Belgium, Bulgaria, Czechia\n• Other associated countries: Norway, Iceland and Serbia.",
    );
    for text in [
        "Apply by 31 December 2027.\nGeographical scope\n• EU Member States: Belgium, Bulgaria, Czechia\n• Associated countries",
        "Apply by 31 December 2027.\nGeographical scope\n• EU Member States: Belgium, Bulgaria, Czechia\n• Associated countries: Norway, Israel and Serbia",
    ] {
        let answer = super::record("Call for partners", text).eligibility.country;
        assert_ne!(answer.verdict, No, "{text}: {answer:?}");
    }
}
