//! Where those who apply come from, told in many ways.

use super::eligibility::country;
use crate::opportunity::Verdict::{self, No, Partner, Unknown, Yes};

fn all(cases: &[(Verdict, &str, &str)]) {
    for (verdict, title, text) in cases {
        country(*verdict, title, text);
    }
}

#[test]
fn israel_goes_along_or_comes_with_the_others() {
    all(&[
        (Partner, "Exchange grants", "UK councils can apply for exchange visits with Israeli towns by 4 June 2027."),
        (Yes, "Exchange grants", "Israeli towns can apply for exchange visits by 4 June 2027."),
        (Yes, "Joint research", "The consortium must include companies based in Norway and Israel. Apply by 4 June 2027."),
        (Unknown, "Joint research", "The jury, based in Norway and Israel, meets in May. Towns apply by 4 June 2027."),
        (Yes, "دعوة لتقديم المقترحات", "يمكن للبلديات من مصر وإسرائيل والأردن التقدم حتى 4 يونيو 2027."),
        (No, "دعوة لتقديم المقترحات", "يمكن للبلديات من مصر وتونس والأردن التقدم حتى 4 يونيو 2027."),
        (
            Yes,
            "Stipendium",
            "Das Stipendium richtet sich an junge Fachkräfte aus Polen, Israel und Ungarn. Bewerbung bis 4. Juni 2027.",
        ),
        (Partner, "Prize", "The application is made by the US city together with its Israeli sister city by 4 June 2027."),
    ]);
}

#[test]
fn israel_named_in_passing_lets_nobody_in() {
    all(&[
        (
            Unknown,
            "Convocatoria",
            "La Embajada de Israel colabora. Los municipios podrán participar hasta el 4 de junio de 2027.",
        ),
        (Unknown, "Concurso", "La exposición llega de Israel. Los vecinos podrán participar hasta el 4 de junio de 2027."),
        (Unknown, "Wettbewerb", "Die Jury kommt aus Israel. Bewerben können sich Kommunen bis 4. Juni 2027."),
        (Unknown, "Prize", "Last year teams from Israel and Spain won. Towns apply by 4 June 2027."),
        (Yes, "Wettbewerb", "Bewerben können sich Kommunen aus Israel bis 4. Juni 2027."),
        (Yes, "Convocatoria", "Podrán participar municipios de Israel hasta el 4 de junio de 2027."),
        (Yes, "Prize", "Teams from Israel and Spain may apply by 4 June 2027."),
    ]);
}

#[test]
fn where_an_event_takes_place_says_nothing_of_those_who_come() {
    all(&[
        (Unknown, "Training", "Municipalities can apply for a training course in Germany by 4 June 2027."),
        (Unknown, "Study visit", "Towns are invited to a study visit in Finland. Apply by 4 June 2027."),
        (Unknown, "Aufruf", "Kommunen können sich für ein Praktikum in Finnland bis 4. Juni 2027 bewerben."),
        (No, "Training", "Municipalities in Germany can apply for a training course by 4 June 2027."),
        (No, "Aufruf", "Kommunen in Finnland können sich für ein Praktikum bis 4. Juni 2027 bewerben."),
    ]);
}

#[test]
fn a_question_or_a_label_is_followed_by_those_who_may() {
    all(&[
        (No, "Grants", "Who can apply? Municipalities and clubs from Poland. Apply by 4 June 2027."),
        (Yes, "Grants", "Who can apply? Municipalities and clubs from Poland and Israel. Apply by 4 June 2027."),
        (No, "Grants", "Apply by 4 June 2027.\nEligible country: Moldova"),
        (Unknown, "Grants", "Apply by 4 June 2027.\nEligible countries: see the guide"),
        (Yes, "Premio", "Abierto a: sin restricciones. Plazo: hasta el 4 de junio de 2027."),
        (Yes, "Premio", "Abierto a: personas físicas de nacionalidad española o extranjera. Hasta el 4 de junio de 2027."),
    ]);
}

#[test]
fn those_who_have_to_sit_somewhere_come_first() {
    all(&[
        (No, "Grants", "Applicants should come from Poland. Apply by 4 June 2027."),
        (No, "Begegnungen", "Antragsteller sind Vereine aus Hessen mit mindestens einem Partner in Polen, bis 4. Juni 2027."),
        (Unknown, "Grants", "At least two partners must be in Austria. Apply by 4 June 2027."),
        (No, "Wettbewerb", "Teilnehmen können alle Gemeinden Österreichs. Einreichen bis 4. Juni 2027."),
        (No, "Wettbewerb", "Eingeladen sind die Gemeinden Vorarlbergs. Einreichen bis 4. Juni 2027."),
        (Yes, "Wettbewerb", "Bewerben können sich die Städte Israels bis 4. Juni 2027."),
        (No, "Appel à projets", "Sont éligibles les associations de droit français. Dossiers jusqu'au 4 juin 2027."),
        (No, "Becas", "Los participantes deben tener nacionalidad española. Hasta el 4 de junio de 2027."),
        (No, "Ayudas", "Podrán ser beneficiarias las organizaciones salvadoreñas hasta el 4 de junio de 2027."),
        (No, "פרס העיר", "רשאיות להתמודד ערים בנות יותר מ-100 אלף תושבים במדינות האיחוד האירופי. הגשה עד 4.6.2027."),
    ]);
}

#[test]
fn the_world_is_let_in_by_many_words() {
    all(&[
        (Yes, "Contest", "There are no nationality restrictions. Towns enter by 4 June 2027."),
        (Yes, "Contest", "Open to national and international organisations until 4 June 2027."),
        (Unknown, "Contest", "Towns enter by 4 June 2027, with the support of national and international organisations."),
        (Yes, "Wettbewerb", "Bewerbungen aus dem Ausland sind willkommen, bis 4. Juni 2027."),
        (Yes, "Concours", "Quelle que soit votre nationalité, vous pouvez candidater jusqu'au 4 juin 2027."),
        (Yes, "Premio", "No importa la nacionalidad de los participantes. Hasta el 4 de junio de 2027."),
        (Yes, "Grants", "Applicants from outside the EU are welcome until 4 June 2027."),
        (No, "Grants", "Municipalities in low- and middle-income countries apply by 4 June 2027."),
    ]);
}

#[test]
fn hebrew_that_names_no_place_elsewhere_is_told_at_home() {
    all(&[
        (Yes, "תחרות שירים", "העירייה מזמינה יוצרים לשלוח שיר עד 4.6.2027. הפרס: 10,000 ₪."),
        (Yes, "קול קורא לצלמים", "המוזיאון ברמלה מזמין צלמים לשלוח תמונות עד 4.6.2027."),
        (Unknown, "קול קורא לצלמים", "המוזיאון בוורשה מזמין צלמים לשלוח תמונות עד 4.6.2027."),
        (Unknown, "קול קורא לצלמים", "המוזיאון בפולין מזמין צלמים לשלוח תמונות עד 4.6.2027. הפרס: 5,000 ₪."),
    ]);
}

#[test]
fn a_programme_that_opens_a_call_is_its_own() {
    all(&[
        (Yes, "New call", "Horizon Europe opens a call for cities. Municipalities can apply by 4 June 2027."),
        (Unknown, "New call", "Our earlier work was paid by Horizon Europe. Municipalities can apply by 4 June 2027."),
    ]);
}

#[test]
fn israel_told_to_be_out_is_out() {
    all(&[
        (No, "Programme", "Israel is not among the eligible countries this year. Municipalities apply by 4 June 2027."),
        (No, "Programm", "Israel gehört nicht zu den förderfähigen Ländern. Kommunen bewerben sich bis 4. Juni 2027."),
        (No, "Programme", "Israël ne figure pas parmi les pays éligibles. Les communes candidatent jusqu'au 4 juin 2027."),
        (No, "Programa", "Israel no figura entre los países elegibles. Los municipios se presentan hasta el 4 de junio de 2027."),
        (No, "תוכנית", "ישראל אינה נמנית עם המדינות הזכאיות. ערים רשאיות להגיש עד 4.6.2027."),
        (Yes, "Programme", "Israel is among the eligible countries this year. Municipalities apply by 4 June 2027."),
    ]);
}

#[test]
fn an_embassy_or_a_journey_names_israel_and_lets_nobody_in() {
    all(&[
        (Unknown, "Festival", "The embassy of Israel supports the festival. Artists apply by 4 June 2027."),
        (Unknown, "Festival", "Die israelische Botschaft hilft mit. Künstler bewerben sich bis 4. Juni 2027."),
        (
            No,
            "Curso",
            "La Embajada de Israel en Lima informa: el curso para funcionarios está abierto a profesionales peruanos hasta el 4 de junio de 2027.",
        ),
        (Unknown, "Study tour", "Cities can apply for a study tour to Israel until 4 June 2027."),
        (Yes, "Study tour", "Cities in Israel can apply for a study tour until 4 June 2027."),
        (Unknown, "Premio", "El año pasado ganó una ciudad israelí. Las ciudades se presentan hasta el 4 de junio de 2027."),
    ]);
}

#[test]
fn who_goes_along_with_those_elsewhere_is_a_partner() {
    all(&[
        (Partner, "Exchange", "US nonprofits that work with organisations in Israel may apply by 4 June 2027."),
        (
            Partner,
            "Begegnungen",
            "Antragsberechtigt sind Vereine in Deutschland, die mit einer Organisation in Israel eine Begegnung planen, bis 4. Juni 2027.",
        ),
        (Yes, "Exchange", "Municipalities in Israel can apply with a partner in Germany until 4 June 2027."),
        (Yes, "Exchange", "Organisations from Israel and Germany may apply by 4 June 2027."),
        (
            No,
            "Förderung",
            "Deutsche Kommunen können mit ihren Partnerkommunen in Ländern der DAC-Liste bis 4. Juni 2027 Mittel beantragen.",
        ),
    ]);
}

#[test]
fn where_those_live_who_apply_is_told_by_the_verb() {
    all(&[
        (No, "Preis", "Bewerben können sich Künstlerinnen und Künstler, die in Bamstedt wohnen, bis 4. Juni 2027."),
        (Unknown, "Preis", "Bewerben können sich Künstlerinnen und Künstler bis 4. Juni 2027. Sie wohnen in Bamstedt."),
        (No, "Wettbewerb", "Gesucht werden Österreichs grünste Gemeinden. Einreichen bis 4. Juni 2027."),
        (Unknown, "Master", "Graduates from Africa, Asia and the Middle East may apply by 4 June 2027."),
        (
            No,
            "Becas",
            "Requisitos: ser nacional de alguno de los siguientes países: Perú, Chile o Bolivia. Hasta el 4 de junio de 2027.",
        ),
    ]);
}

#[test]
fn those_from_abroad_may_have_to_live_here() {
    all(&[
        (
            No,
            "Premio",
            "Se convoca a cantantes colombianos o extranjeros que acrediten residencia en Bogotá hasta el 4 de junio de 2027.",
        ),
        (Yes, "Premio", "Podrán participar artistas colombianos o extranjeros hasta el 4 de junio de 2027."),
        (Yes, "Markt", "Aussteller aus dem In- und Ausland bewerben sich bis 4. Juni 2027."),
        (Unknown, "Scholarship", "Applicants must be neither nationals of Taiwan nor students there. Apply by 4 June 2027."),
        (No, "Grants", "Not-for-profit organisations in Kenya apply by 4 June 2027."),
        (No, "Förderung", "Die Förderung richtet sich an Kommunen im ländlichen Raum Niedersachsens, bis 4. Juni 2027."),
        (
            No,
            "Grants",
            "Applicants have their legal seat in one of the countries of Latin America and have worked there for at least two years. Apply by 4 June 2027.",
        ),
    ]);
}

#[test]
fn those_who_judge_or_are_expected_from_all_over_the_world_are_not_asked() {
    all(&[
        (Unknown, "Prize", "A jury of experts from all over the world selects the winners. Towns apply by 4 June 2027."),
        (
            Unknown,
            "Congress 2027",
            "Speakers from all over the world are expected. Municipalities can register until 4 June 2027.",
        ),
        (Yes, "Prize", "Experts from all over the world can apply by 4 June 2027. A jury selects the winners."),
    ]);
}

#[test]
fn countries_are_listed_behind_a_question_and_behind_those_who_apply() {
    all(&[
        (Yes, "Awards", "Which countries are eligible?\nAndorra, Israel, Monaco and Turkey.\nThe deadline is 4 June 2027."),
        (Yes, "Awards", "Which countries are eligible?\nFor the prize only: Andorra, Israel, Monaco.\nApply by 4 June 2027."),
        (No, "Awards", "Which countries are eligible?\nAndorra, Cyprus, Monaco and Turkey.\nThe deadline is 4 June 2027."),
        (No, "Appel", "Qui peut participer ? Les communes en France et en Allemagne. Jusqu'au 4 juin 2027."),
        (No, "Climate challenge", "The challenge is open to American cities. Apply by 4 June 2027."),
    ]);
}

#[test]
fn the_states_of_the_union_and_others_named_are_all_of_them() {
    all(&[
        (No, "River call", "Organisations from the EU member states, Norway and Switzerland can apply until 3 May 2027."),
        (No, "River call", "Public bodies from the EU Member States, Albania and Serbia may apply by 3 May 2027."),
        (Yes, "River call", "Organisations from the EU member states, Norway and Israel can apply until 3 May 2027."),
        (Unknown, "River fellowship", "Fellows live in the same city from January to June 2027. Apply by 3 May 2027."),
    ]);
}
