//! Labels of where somebody may come from, our own towns as callers, and applicants by their trade.

use super::eligibility::{bodies, body, countries, country};
use crate::opportunity::Verdict::{No, Unknown, Yes};

#[test]
fn a_label_opens_a_call_to_everybody() {
    countries(
        Yes,
        &[
            "Artists can apply by 9 May 2027. Regional restriction: none",
            "Apply by 9 May 2027.\nNationality: any",
            "Apply by 9 May 2027.\nEligible countries: all countries",
            "Apply by 9 May 2027.\nGeographic scope: worldwide",
            "Bewerbung bis 9. Mai 2027. Regionale Beschränkung: keine",
            "Bewerbung bis 9. Mai 2027.\nHerkunft: weltweit",
            "Bewerbung bis 9. Mai 2027.\nRegionale Einschränkung: international call",
            "Candidature avant le 9 mai 2027. Restriction géographique : aucune",
            "Solicitudes hasta el 9 de mayo de 2027. Nacionalidad: cualquiera",
            "הגשה עד 9.5.2027.\nהגבלה גיאוגרפית: אין",
            "آخر موعد 9 مايو 2027.\nالجنسية: جميع الجنسيات",
        ],
    );
    for text in [
        "Apply by 9 May 2027.\nNationality: any in the Union",
        "Apply by 9 May 2027.\nNationality: German",
        "Apply by 9 May 2027. An event of international scope.",
        "Apply by 9 May 2027.\nRegional restriction: Bavaria",
        // The event's country, and the work's scope.
        "Apply by 9 May 2027.\nCountry: all",
        "Solicitudes hasta el 9 de mayo de 2027. Ámbito: internacional",
        "Candidature avant le 9 mai 2027. Portée géographique : internationale",
        "Apply by 9 May 2027.\nGeographic scope: international",
    ] {
        let answer = super::record("Fund for neighbours", text).eligibility.country;
        assert_ne!(answer.verdict, Yes, "{text}: {answer:?}");
    }
}

#[test]
fn a_label_is_less_than_a_sentence_on_who_may_apply() {
    countries(
        No,
        &[
            "Geographic scope: worldwide. Only municipalities of Austria may apply, by 9 May 2027.",
            "Nationality: any. Applicants must be established in the European Union.",
            "Nationalité : toutes. Seules les communes belges peuvent candidater avant le 9 mai 2027.",
            "Geographical restrictions: no. Only towns in Wales may apply.",
            "Country: Austria | Eligible countries: all. Municipalities in Austria may apply by 9 May 2027.",
            "Herkunft: weltweit. Nur Kommunen in Österreich können sich bewerben.",
            "Nacionalidad: todas. Solo pueden participar ayuntamientos andaluces.",
            "אזרחות: הכל. רק עיריות בגרמניה רשאיות להגיש.",
        ],
    );
}

#[test]
fn one_of_our_towns_calls() {
    country(Yes, "Contest", "The City of Haifa invites designers to submit entries by 9 May 2027.");
    country(Yes, "Contest", "The City of Beersheba announces a contest. Designers submit entries by 9 May 2027.");
    country(Yes, "תחרות", "העיר אילת מזמינה אמנים להגיש הצעות עד 9.5.2027.");
    country(No, "Residency", "The City of Haifa invites German artists to apply by 9 May 2027.");
    // Those asked are its own; with whom they work is told behind them.
    for text in [
        "Eilat Municipality invites local artists to propose works with Austrian artists by 9 May 2027.",
        "Eilat Municipality invites local schools to apply for exchanges with its twin cities.",
        "The Eilat Municipality calls on residents to host students from abroad. Register by 9 May 2027.",
        "La municipalité de Haïfa invite les écoles de la ville à candidater à un échange avec les villes jumelées.",
        "עיריית אילת מזמינה עמותות להציע שיתופי פעולה עם אמנים גרמנים ועם הערים התאומות.",
    ] {
        let answer = super::record("Exchange", text).eligibility.country;
        assert_eq!(answer.verdict, Yes, "{text}: {answer:?}");
    }
    for text in
        ["The City of Haifa invites its sister cities to apply.", "Artists travel to the City of Haifa. Apply by 9 May 2027."]
    {
        let answer = super::record("Exchange", text).eligibility.country;
        assert_ne!(answer.verdict, Yes, "{text}: {answer:?}");
    }
}

#[test]
fn applicants_by_their_trade_are_persons() {
    bodies(
        No,
        &[
            "אוצרים מוזמנים להגיש הצעות עד 9.5.2027.",
            "מוזיקאים ונגנים מוזמנים להגיש מועמדות.",
            "Kuratoren und Musiker können sich bewerben.",
            "Marktbeschicker können sich bewerben.",
            "Stallholders can apply by 9 May 2027.",
            "Les étudiants peuvent proposer un article.",
            "Les musiciens peuvent déposer leur candidature.",
            "Los músicos pueden presentar su candidatura.",
        ],
    );
    bodies(Yes, &["Musicians and municipalities can apply.", "Kommunen und Musiker können sich bewerben."]);
    body(Unknown, "Market", "Apply by 9 May 2027.");
}

#[test]
fn where_applicants_live_shuts_others_out() {
    countries(
        No,
        &[
            "Calling all Exeter-based artists! Apply by 9 May 2027.",
            "In Kassel ansässige Künstler können sich bewerben.",
            "يمكن للفنانين المصريين التقدم حتى 9 مايو 2027.",
            "يدعم البرنامج المبدعين الكويتيين. آخر موعد لتقديم الطلبات 9 مايو 2027.",
        ],
    );
    for text in [
        "Community-based groups can apply.",
        "Artists can apply for evidence-based projects.",
        "Eligible: Faith-based organisations can apply.",
        "The call is open to Evidence-based associations.",
    ] {
        let answer = super::record("Fund for neighbours", text).eligibility.country;
        assert_eq!(answer.verdict, Unknown, "{text}: {answer:?}");
    }
    countries(Yes, &["Haifa-based artists and artists from all over the world can apply."]);
}

#[test]
fn arabic_peoples_shut_nobody_out_beside_those_asked() {
    for text in [
        "تشارك البلديات في المؤتمر القطري. يمكن للبلديات التقديم حتى 9 مايو 2027.",
        "المسابقة مفتوحة للفنانين، القطرية منها والمحلية.",
        "يقدم العرض الموسيقيون التونسيون. يمكن للبلديات التقديم حتى 9 مايو 2027.",
        "ينضم الفائزون إلى فنانين مصريين في المعرض. يمكن للبلديات التقديم.",
        "يمكن للطلاب السوريين واللبنانيين وجميع الجنسيات التقديم حتى 9 مايو 2027.",
    ] {
        let answer = super::record("دعوة", text).eligibility.country;
        assert_ne!(answer.verdict, No, "{text}: {answer:?}");
    }
}
