//! What is an opportunity and what only looks like one, in the languages of the house.

use super::read;

fn yes(title: &str, text: &str) {
    let out = read(title, text);
    assert!(out.verdict.yes, "{title}: {:#?}", out.verdict.reasons);
}

fn no(title: &str, text: &str) {
    let out = read(title, text);
    assert!(!out.verdict.yes, "{title}: {:#?}", out.verdict.reasons);
}

#[test]
fn calls_are_told_in_every_language() {
    yes("קול קורא לחיזוק גינות קהילתיות", "עיריות ומועצות יגישו בקשות למענק לא יאוחר מיום 4.3.2027.");
    yes("פרס ההתייעלות באנרגיה", "ניתן להציע מועמדים לפרס עד 12 במרץ 2027.");
    yes("Shade for schools: apply now", "Towns submit one idea each before 9 April 2027.");
    yes("Appel à candidatures : villes amies des abeilles", "Les communes déposent leur dossier au plus tard le 30 avril 2027.");
    yes("Wettbewerb „Leiser Verkehr“", "Gemeinden reichen ihre Beiträge ein, Einsendeschluss ist der 5. Juni 2027.");
    yes(
        "Convocatoria de ayudas a bibliotecas municipales",
        "Los ayuntamientos podrán presentar solicitudes hasta el 2 de mayo de 2027.",
    );
    yes("فتح باب التقديم لمنحة دعم البلديات", "آخر موعد لتقديم الطلبات 15 مارس 2027.");
}

#[test]
fn a_call_that_is_over_is_still_a_call() {
    yes("קול קורא לתכנון שבילי אופניים", "מכרז סגור. תאריך אחרון להגשה: 11.05.2022. רשויות מקומיות הוזמנו להגיש בקשות.");
}

#[test]
fn old_winners_in_a_call_do_not_turn_it() {
    yes("Green roofs award 2027", "The winners of 2025 came from three towns. Submit your roof by 1 March 2027.");
}

#[test]
fn results_are_none() {
    no(
        "Winners of the bicycle town award announced",
        "The jury chose three towns; each was honoured with €5,000 on 4 March 2026.",
    );
    no("הוכרזו הזוכים בפרס הרשות הירוקה", "טקס הענקת הפרסים נערך אמש בהשתתפות השרה.");
    no(
        "Les lauréats du concours des villages fleuris",
        "Le palmarès a été dévoilé : quatre communes remportent le premier prix.",
    );
    no("Preisträger des Umweltpreises stehen fest", "Der Preis geht an zwei Gemeinden im Norden.");
    no("Los ganadores del certamen de cuentos", "El jurado falló el premio y los galardonados recibieron su diploma.");
}

#[test]
fn obituaries_are_none() {
    no("In memory of our founding mayor", "She passed away on 3 May 2026; condolences may be sent to the town hall.");
    no("ראש המועצה לשעבר הלך לעולמו", "הלוויה תתקיים מחר. יהי זכרו ברוך.");
    no("Trauer um Altbürgermeister", "Er ist am 3. Mai 2026 gestorben, die Stadt trauert.");
}

#[test]
fn vacancies_and_tenders_are_none() {
    no("Vacancy: project officer, twin towns desk", "Apply with CV and letter by 4 January 2027.");
    no("דרושים: רכז/ת קשרי חוץ", "יש להגיש קורות חיים עד 3.1.2027. היקף משרה: מלאה.");
    no("Offre d'emploi : chargé de mission Europe", "Candidature à envoyer avant le 12 janvier 2027, CDD de deux ans.");
    no("מכרז פומבי לאספקת ריהוט", "הזמנה להציע הצעות לאספקת ריהוט לבתי ספר, עד 5.2.2027.");
}

#[test]
fn news_and_explainers_are_none() {
    no("Mayor visited the twin town", "The delegation met with the council and signed a declaration on 2 June 2026.");
    no("How to apply for grants: seven tips for small towns", "Our blog explains the deadline and the application form.");
    no("משלחת העירייה סיימו ביקור בעיר התאומה", "הביקור נערך בהשתתפות ראש העיר, ובסופו חתמו הצדדים על הסכם.");
    no(
        "Le maire en visite chez nos amis de Ulm",
        "La rencontre avec le conseil a eu lieu le 3 mai 2026 ; les élus ont signé une charte.",
    );
}

#[test]
fn a_bid_of_ones_own_that_was_won_calls_nobody() {
    no("Library wins £90,000", "Our application, submitted just before the closing date, has been approved.");
    no("Gemeinde erhält 200.000 Euro", "Der fristgerecht eingereichte Antrag war erfolgreich. Baubeginn ist am 3. Mai 2027.");
    yes("£90,000 for libraries", "Our bid was successful, and libraries can now apply for up to £5,000 by 3 May 2027.");
}

#[test]
fn years_gone_by_are_told_of_unless_a_day_is_open() {
    no("Rivers programme 2011–2017", "It supported 60 towns through four calls for proposals with grants of up to €40,000.");
    yes("Rivers programme 2011–2017", "It has an heir: towns submit proposals by 3 May 2027.");
    yes("Rivers programme 2024–2030: call for proposals", "Towns submit proposals at any time.");
}

#[test]
fn tips_explain_a_call_unless_they_name_its_day() {
    no("7 טעויות נפוצות בקול קורא", "הגשת בקשה למענק היא אמנות.");
    no("Cinq conseils pour répondre à un appel à projets", "Votre dossier de candidature doit convaincre.");
    yes("Five tips before you apply: fund for towns open", "The fund is open to councils until 3 March 2027.");
}

#[test]
fn a_course_recruits_without_a_vacancy() {
    yes("Cycle des cadres : recrutement", "Candidature à déposer jusqu’au 14 mars 2027.");
    no("Recrutement d’un chargé de mission", "La ville embauche (CDI). Candidature à déposer avant le 14 mars 2027.");
}

#[test]
fn a_source_that_lists_nothing_but_calls_needs_no_further_cue() {
    use super::{Context, LEXICON, finding, normalise, today};
    use crate::source::Defaults;
    let defaults = Defaults { only_opportunities: true, ..Defaults::default() };
    let context = Context { defaults: &defaults, ..Context::neutral() };
    let verdict = |title: &str| normalise(&finding(title, "Reference 24."), &context, &LEXICON, today()).verdict.yes;
    assert!(verdict("Integrated river management"));
    assert!(!verdict("Award notice: grants awarded under last year's round"));
}

#[test]
fn who_got_something_in_a_call_is_told_when_it_is_over() {
    no("21 רשויות זכו בקול קורא לשיפוץ ספריות", "המשרד מקצה 4 מיליון ₪. הספריות ישמשו את כל התושבים.");
    no("Ayudas para bibliotecas", "El instituto entregó becas a 40 bibliotecarios que postularon a la tercera convocatoria.");
    no(
        "Preise für Partnerschaften",
        "Krefeld und Hof erhalten die Ehrenplakette, die Ehrenfahne geht an Weiden. Den Wettbewerb gibt es seit 1955.",
    );
    no("Appel à projets : les villes retenues", "Douze communes remportent une aide pour leurs vergers.");
    no("Call for green schools: 14 towns", "Fourteen towns were selected in the call and receive grants for their yards.");
}
