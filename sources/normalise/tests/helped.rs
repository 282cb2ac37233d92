//! Bodies that a call names and does not ask: whom a project is to help, who recognised the applicant, who runs the call.

use super::eligibility::{bodies, body};
use crate::opportunity::Verdict::{Conditional, No, Unknown, Yes};

#[test]
fn whom_a_project_is_to_help_is_not_asked() {
    for (verdict, title, text) in [
        (Unknown, "Homes", "Proposals under this topic should contribute to affordability for European tenants and companies."),
        (
            Unknown,
            "Plans",
            "Objective: support at least 40 regional and local authorities in writing plans. Deadline: 3 May 2027.",
        ),
        (Unknown, "Pläne", "Ziel: Unterstützung von 40 Kommunen bei ihren Plänen. Frist: 3. Mai 2027."),
        (Unknown, "Visits", "Experts and decision makers travel to another place. Apply by 3 May 2027."),
        (Yes, "Plans", "Objective: greener towns. Municipalities may apply by 3 May 2027."),
        (No, "Plans", "Companies may submit proposals until 3 May 2027."),
    ] {
        body(verdict, title, text);
    }
}

#[test]
fn who_recognised_an_applicant_is_not_asked() {
    for (verdict, title, text) in [
        (No, "Aides", "Les associations reconnues par les autorités locales peuvent déposer une demande avant le 3 mai 2027."),
        (No, "Grants", "Charities recognised by local authorities may apply until 3 May 2027."),
        (No, "Zuschuss", "Vereine, anerkannt von den Kommunen, können bis 3. Mai 2027 Anträge stellen."),
        (No, "Grants", "We only accept applications from voluntary or social enterprise organisations."),
        (Yes, "Grants", "Local authorities may apply until 3 May 2027. Charities recognised by them may join."),
    ] {
        body(verdict, title, text);
    }
}

#[test]
fn a_council_with_its_name_is_who_calls_and_an_opinion_is_no_application() {
    for (verdict, title, text) in [
        (Unknown, "יוזמות", "מועצה אזורית הגבעות רוצה סביבה נקייה. המועצה תתמוך בקבוצות שמפחיתות פסולת. יש לפנות עד 3.5.2027."),
        (Yes, "יוזמות", "מועצה אזורית רשאית להגיש בקשה עד 3.5.2027."),
        (No, "מענק לעמותות", "עמותות רשאיות להגיש בקשה למענק עד 3.5.2027. הרשות תגיש חוות דעת על הבקשה."),
        (Unknown, "Contest", "City officials and experts will judge, and entries should be submitted by 3 May 2027."),
        (Yes, "מענק", "הרשות תגיש את הבקשה עד 3.5.2027."),
        (Yes, "מענק", "הקרן פונה לרשויות מקומיות ומזמינה אותן להגיש בקשות עד 3.5.2027."),
        (No, "תחרות", "המועצה הישראלית לעיצוב מזמינה מעצבים להציע דגמים עד 3.5.2027."),
        (
            Conditional,
            "פסטיבלים",
            "הקול הקורא מיועד לרשויות מקומיות. רשויות שהגישו במועד הראשון אינן רשאיות להגיש בקשה נוספת. עד 3.5.2027.",
        ),
        (No, "Prix", "Les associations peuvent demander une subvention pour des actions menées par les communes."),
        (No, "Prize", "Local agencies of insurance companies and other firms may apply. Companies apply by 3 May 2027."),
    ] {
        body(verdict, title, text);
    }
}

#[test]
fn authorities_for_whose_good_others_apply_do_not_apply() {
    bodies(
        No,
        &[
            "Vereine können einen Zuschuss für Projekte zugunsten von Städten beantragen.",
            "Clubs may apply for projects in favour of municipalities.",
            "עסקים רשאים להגיש בקשה למענק. על העירייה להגיש אישור לבקשת העסק.",
        ],
    );
    bodies(Yes, &["Municipalities may apply for projects in favour of clubs."]);
}

#[test]
fn authorities_that_only_help_or_gain_are_not_asked_where_others_are() {
    bodies(
        No,
        &[
            "Artists submit a portfolio. Your municipality will help you with the form.",
            "Charities may apply. Hand in the form at your town hall.",
            "Charities may apply. Preference is given to projects supported by a local authority.",
            "Students can apply. Municipalities are asked to spread the word.",
            "Les associations peuvent déposer un dossier. Les projets doivent aider les communes à économiser l'eau.",
            "Antragsberechtigt sind Vereine. Ihre Gemeinde hilft Ihnen beim Formular.",
            "Se invita a empresas emergentes a presentarse. Su ayuntamiento le ayuda con el formulario.",
            "עמותות רשאיות להגיש. התמיכה תשולם באמצעות הרשויות המקומיות.",
            "הקול הקורא פתוח לאמנים. הרשויות יקבלו הודעה על התוצאות.",
        ],
    );
    bodies(
        Yes,
        &[
            "Projects must involve municipalities. Apply by 3 May 2027.",
            "Your municipality may apply.",
            "Municipalities offer a pitch; the foundation trains the coaches and gives equipment. Letters of interest by 3 May 2027.",
        ],
    );
}

#[test]
fn towns_where_persons_go_are_not_asked() {
    bodies(
        No,
        &[
            "Graduates of any subject spend eight months in a school. Town councils often find a room.",
            "Eight funded places for doctoral candidates. Each works on a theme of one of four municipalities.",
            "הקול הקורא מופנה לארגונים. ארגון בתחום רשות מקומית יציג חוות דעת.",
            "La demande émane d'une association. Les communes sont informées.",
        ],
    );
    bodies(
        Yes,
        &[
            "Eligible: charities; public and private educational institutions; individuals; governmental institutions.",
            "Lead applicant: a nonprofit, a public library or a unit of local government.",
        ],
    );
    bodies(Conditional, &["Está pensado para quienes trabajan en oficinas de planificación de los ayuntamientos."]);
}

#[test]
fn persons_who_begin_a_sentence_are_asked_however_old_they_are() {
    for title in ["Jugendaustausch", "Stipendium"] {
        body(
            No,
            title,
            "Jugendliche von 16 bis 25 Jahren können sich bewerben. Die Kommunen werden über das Ergebnis informiert.",
        );
        body(
            No,
            title,
            "Jugendliche von 16 bis 25 Jahren können sich bewerben. Das Netzwerk aus 300 Städten führt das Programm durch.",
        );
    }
    body(No, "Échange de jeunes", "Les jeunes de 16 à 25 ans peuvent candidater. Le but est de renforcer les collectivités.");
    body(No, "Summer course", "Students can apply. Winners present their work to the mayors of ten cities.");
    body(Conditional, "Summer course", "Applications may be made by staff of local authorities.");
}
