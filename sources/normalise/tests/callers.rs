//! Who calls, who joins those of his own kind, and what a network tells of itself: none of them is who applies.

use super::eligibility::{bodies, body, countries};
use super::record;
use crate::opportunity::Verdict::{Conditional, No, Partner, Unknown, Yes};

#[test]
fn a_council_that_calls_does_not_apply() {
    bodies(
        No,
        &[
            "מועצה מקומית עמק הדס מזמינה מוזיקאים ואמנים להגיש הצעות.",
            "המועצה האזורית רמות הדס מעניקה מלגות. סטודנטים יגישו בקשה עד סוף מאי.",
            "המועצה המקומית מעודדת עמותות להגיש בקשה לתמיכה.",
            "המועצה האזורית רמות הדס מזמינה תושבים להגיש בקשות.",
        ],
    );
    bodies(
        Yes,
        &[
            "הקרן מזמינה מועצה אזורית או עירייה להגיש בקשה.",
            "מועצה אזורית רשאית להגיש בקשה אחת.",
            "המועצה האזורית רמות הדס מזמינה רשויות מקומיות להגיש מועמדות לפרס.",
        ],
    );
}

#[test]
fn residents_who_are_asked_are_persons() {
    bodies(
        No,
        &[
            "תושבי הדסים שיש להם רעיון למפגש עם ערים בחו\"ל, ומתנדבים בשכונות, מוזמנים להגיש בקשה.",
            "עיריית הדסים מזמינה את תושבי העיר להגיש בקשה.",
            "Einwohner können einen Antrag stellen.",
        ],
    );
    body(Yes, "Fund for neighbours", "Municipalities apply, and say how many inhabitants can take part.");
}

#[test]
fn authorities_that_join_others_of_their_kind_apply_themselves() {
    bodies(
        Yes,
        &[
            "Municipalities may apply with other municipalities as partners.",
            "Towns may apply. Other towns may take part as partners.",
            "Los ayuntamientos pueden presentarse con otros ayuntamientos como socios.",
            "Les communes peuvent candidater, avec d'autres communes comme partenaires.",
            "Kommunen können sich bewerben; weitere Kommunen nehmen als Partner teil.",
            "רשויות מקומיות רשאיות להגיש. ניתן לשתף רשויות נוספות כשותפות.",
            "يمكن للبلديات التقديم مع بلديات أخرى كشركاء.",
            "We invite museums to apply. Municipalities may also join as applicants.",
        ],
    );
    bodies(
        Partner,
        &[
            "Museums may apply. Municipalities may take part as partners.",
            "Museums apply with a municipality as partner; other municipalities may join as partners.",
        ],
    );
}

#[test]
fn unions_of_authorities_let_them_take_part() {
    bodies(
        Partner,
        &[
            "Les associations de communes peuvent candidater.",
            "Peuvent répondre les associations qui regroupent, en tout ou en partie, des collectivités.",
            "Pueden presentarse las asociaciones de municipios.",
            "Verbände von Kommunen können sich bewerben.",
            "עמותות שמאגדות רשויות מקומיות רשאיות להגיש.",
        ],
    );
    bodies(Yes, &["Les communes et les associations de communes peuvent candidater."]);
    bodies(No, &["Les associations peuvent candidater pour accompagner des communes."]);
}

#[test]
fn a_scholarship_for_a_degree_goes_to_persons() {
    for (title, text) in [
        ("מלגה לתואר שני", "מלגת קיום לתואר שני באוניברסיטה. הגשה עד 4.5.2027."),
        ("Bourse de master", "Bourse de master en urbanisme, à demander avant le 4 mai 2027."),
        ("Beca de máster", "Beca de máster en urbanismo. Plazo: 4 de mayo de 2027."),
        ("Stipendium für ein Masterstudium", "Stipendium für ein Masterstudium. Bewerbungsfrist: 4. Mai 2027."),
    ] {
        body(No, title, text);
    }
    let answer = record("מלגה לתואר שני", "המלגה לתואר שני מיועדת לעובדי רשויות מקומיות.").eligibility.body;
    assert!(answer.verdict != No, "{answer:?}");
}

#[test]
fn what_a_network_does_in_the_world_invites_nobody() {
    countries(
        No,
        &[
            "The network links cities around the world. The call is open to cities in EU Member States.",
            "We work with towns around the world. Only African cities may apply.",
            "Le réseau réunit des villes du monde entier. Ouvert aux communes françaises.",
            "La red une ciudades de todo el mundo. Pueden presentarse los ayuntamientos españoles.",
            "Das Netzwerk verbindet Städte weltweit. Bewerben können sich deutsche Kommunen.",
        ],
    );
    countries(Conditional, &["The network links cities worldwide. Only member cities may apply."]);
    countries(Unknown, &["Le réseau fait coopérer des villes du monde entier. Les villes peuvent candidater."]);
    countries(
        Yes,
        &[
            "The network links cities and invites municipalities from around the world to apply.",
            "The prize honours cities around the world. Cities may apply.",
        ],
    );
}

#[test]
fn of_the_clubs_of_states_we_are_in_some() {
    countries(Yes, &["Open to cities in OECD member countries.", "Ouvert aux villes des pays membres de l'OCDE."]);
    countries(No, &["Open to cities in UNESCO Member States.", "הקול הקורא פתוח לרשויות במדינות החברות באונסק\"ו."]);
    bodies(Yes, &["L'appel est ouvert aux villes des États membres de l'Union.", "Abierto a ciudades de los Estados miembros."]);
}

#[test]
fn a_partner_who_goes_along_or_is_not_needed_opens_nothing() {
    countries(
        Partner,
        &["Participer avec une collectivité étrangère, c'est possible.", "Municipalities apply with a foreign town."],
    );
    countries(
        Unknown,
        &[
            "Les communes peuvent candidater sans partenariat formel avec une collectivité étrangère.",
            "Le prix est ouvert à des villes qui n'ont pas de collectivité étrangère partenaire.",
            "Applicants need no foreign partner.",
        ],
    );
    countries(Yes, &["Ouvert aux associations étrangères."]);
}

#[test]
fn a_count_of_members_asks_for_no_membership() {
    bodies(
        Yes,
        &[
            "The network has 246 member cities in more than 80 countries. Cities may apply.",
            "Le réseau compte 90 communes membres. Les communes peuvent candidater.",
            "La red tiene 31 ciudades miembro. Las ciudades pueden presentarse.",
        ],
    );
    bodies(Conditional, &["Our 246 member cities may apply."]);
}

#[test]
fn members_of_a_network_by_name_are_some() {
    for text in [
        "Pueden presentarse los gobiernos locales miembro de la Red.",
        "Pueden presentarse ayuntamientos miembros de Redlitoral.",
        "רשויות מקומיות החברות ברשת רשאיות להגיש.",
        "Cities members of the alliance may apply.",
    ] {
        let answers = record("Prize of neighbours", text).eligibility;
        assert_eq!((answers.country.verdict, answers.body.verdict), (Conditional, Conditional), "{text}");
    }
}

#[test]
fn decentralised_cooperation_is_the_topic_of_a_course() {
    let verdict = |title: &str, text: &str| record(title, text).eligibility.country.verdict;
    let course =
        verdict("Formation à la coopération décentralisée", "Les agents des collectivités s'inscrivent avant le 4 mai 2027.");
    assert_eq!(course, Unknown);
    let fund = verdict("Fonds de coopération décentralisée", "Subvention aux collectivités. Dossiers avant le 4 mai 2027.");
    assert_eq!(fund, Partner);
}

#[test]
fn a_town_of_ours_that_calls_is_at_home() {
    countries(
        Yes,
        &[
            "עיריית חדרה מזמינה אמנים להגיש הצעות.",
            "Haifa Municipality invites artists to apply.",
            "La municipalité de Haïfa invite les artistes à candidater.",
            "تدعو بلدية الناصرة الفنانين إلى تقديم الطلبات.",
        ],
    );
    for text in ["עיריית נירנברג מזמינה אמנים להגיש הצעות.", "בשיתוף עיריית חיפה, העיר ברמן מזמינה נוער להגיש מועמדות."]
    {
        let answer = record("Fund for neighbours", text).eligibility.country;
        assert!(answer.verdict != Yes, "{text}: {answer:?}");
    }
}
