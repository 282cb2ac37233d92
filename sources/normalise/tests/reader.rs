//! Who may apply, told by who the reader is, by what he must be and by one of a kind; and who is only spoken of.

use super::eligibility::{bodies, body};
use crate::opportunity::Verdict::{No, Unknown, Yes};

#[test]
fn whoever_the_reader_is_told_to_be_may_apply() {
    for (verdict, title, text) in [
        (
            No,
            "Appel de projets",
            "Vous êtes un organisme à but non lucratif avec une idée pour le parc ? Date limite : 3 mai 2027.",
        ),
        (Yes, "Appel de projets", "Vous êtes une commune avec une idée pour le parc ? Date limite : 3 mai 2027."),
        (No, "Small grants", "Are you a charity with a good idea? Send it by 3 May 2027."),
        (No, "Small grants", "Are you a young artist with a good idea? Send it by 3 May 2027."),
        (Yes, "Small grants", "Are you a municipality with a good idea? Send it by 3 May 2027."),
        (No, "Förderung", "Sie sind ein gemeinnütziger Träger? Schicken Sie Ihre Idee bis 3. Mai 2027."),
        (No, "Förderung", "Sind Sie ein Verein mit einer guten Idee? Schicken Sie sie bis 3. Mai 2027."),
        (Yes, "Förderung", "Sind Sie eine Gemeinde mit einer guten Idee? Schicken Sie sie bis 3. Mai 2027."),
        (No, "Ayudas", "¿Eres una asociación con un buen proyecto? Envíalo hasta el 3 de mayo de 2027."),
        (Yes, "Ayudas", "¿Es usted un ayuntamiento con un buen proyecto? Envíelo hasta el 3 de mayo de 2027."),
        (No, "Ausschreibung", "Sie sind eine junge Künstlerin? Bewerben Sie sich bis 3. Mai 2027."),
        (No, "Appel", "Vous êtes une entreprise, une association ou une école ? Déposez votre dossier avant le 3 mai 2027."),
        (Yes, "Appel", "Vous êtes une association, une école ou une commune ? Déposez votre dossier avant le 3 mai 2027."),
        (Yes, "Small grants", "Are you a charity or a town council? Apply by 3 May 2027."),
        (Yes, "Small grants", "Any club, town or school may apply until 3 May 2027."),
        (No, "Small grants", "Any club or school may apply until 3 May 2027."),
        (Yes, "Förderung", "Sind Sie ein Verein, eine Schule oder eine Stadt? Bewerben Sie sich bis 3. Mai 2027."),
        (Yes, "Ayudas", "Cualquier empresa, ayuntamiento o fundación puede solicitar la ayuda hasta el 3 de mayo de 2027."),
        (Yes, "Call", "Are you a city, a county or a district? Send us your plan by 3 May 2027."),
        (No, "Call", "You are a non-profit with a plan? Send it by 3 May 2027."),
        (Unknown, "Aufruf", "Sie sind eine Ausnahme in der Stadt. Schicken Sie Ihr Bild bis 3. Mai 2027."),
        (Unknown, "Market", "Are you a trader? Book a stand. The municipality will open the market on 3 May 2027."),
        (Unknown, "Market", "Are you a craftsman from one of the municipalities? Book a stand by 3 May 2027."),
        (No, "Offer", "Are you a company that works for municipalities? Send your offer by 3 May 2027."),
        (Unknown, "Offer", "Are you a teacher at a city school? Send your offer by 3 May 2027."),
        (No, "Angebot", "Sind Sie ein Unternehmen, das für Gemeinden arbeitet? Melden Sie sich bis 3. Mai 2027."),
        (No, "Angebot", "Sind Sie ein Künstler aus der Gemeinde? Melden Sie sich bis 3. Mai 2027."),
        (Unknown, "Oferta", "¿Eres una persona que vive en el municipio? Participa hasta el 3 de mayo de 2027."),
    ] {
        body(verdict, title, text);
    }
}

#[test]
fn one_of_a_kind_stands_for_all() {
    for (verdict, title, text) in [
        (No, "Subventions", "L'appel s'adresse à tout organisme à but non lucratif."),
        (No, "Town award", "Any resident may nominate a neighbour until 3 May 2027."),
        (No, "Ehrung", "Vorschlagsberechtigt ist jede Bürgerin und jeder Bürger der Stadt."),
        (No, "Small works", "Any school in the county may apply."),
        (No, "Kleinprojekte", "Jede Schule und jeder Verein kann einen Antrag stellen."),
        (No, "Petits projets", "Toute association de la ville peut déposer un dossier."),
        (No, "Pequeños proyectos", "Cualquier empresa de la ciudad puede presentar una solicitud."),
        (No, "מיזמים קטנים", "כל עמותה רשאית להגיש בקשה עד 3.5.2027."),
        (Yes, "Small works", "Any town or school may apply."),
        (Yes, "Kleinprojekte", "Jede Gemeinde und jeder Verein kann einen Antrag stellen."),
        (Yes, "Small works", "Every school of the winning town gets ten trees. Towns apply by 3 May 2027."),
    ] {
        body(verdict, title, text);
    }
}

#[test]
fn others_are_named_as_recipients_and_by_what_they_must_be() {
    for (verdict, title, text) in [
        (No, "Subventions", "Les dossiers doivent être portés par des organismes à but non lucratif."),
        (No, "Subventions", "Les candidats doivent être des organismes à but non lucratif."),
        (No, "Subventions", "Les porteurs de projet sont des associations ou des entreprises."),
        (Yes, "Subventions", "Les projets doivent être portés par des communes."),
        (Yes, "Subventions", "Les candidats doivent être des collectivités locales."),
        (No, "Vereinspreis", "Am Preis können ausschließlich Fördervereine teilnehmen."),
        (No, "Vereinspreis", "Der Preis geht an Nachbarschaftsvereine. Einsendeschluss ist der 3. Mai 2027."),
        (No, "Subvenciones", "Estas ayudas se concederán a las asociaciones de padres y a otras entidades sin ánimo de lucro."),
        (Yes, "Subvenciones", "Estas subvenciones se concederán a los ayuntamientos de la isla. Plazo: 3 de mayo de 2027."),
        (No, "Ayudas", "Condiciones\n> Estar constituidas legalmente como fundaciones\n> Tener sede propia"),
        (No, "Ayudas", "Las entidades no lucrativas que quieran participar deben tener sede propia."),
        (No, "Call for applications", "Applicants must be registered as a non-profit association."),
        (No, "Aufruf", "Antragsteller müssen als gemeinnützig anerkannte Vereine sein."),
        (No, "Grants", "We give grants to voluntary organisations."),
        (No, "Grants", "Your cultural group can apply."),
        (No, "אות העיר", "כל תושב רשאי להמליץ על שכן עד 3.5.2027."),
        (No, "مسابقة", "يحق لكل مواطن أن يرشح جاره حتى 3 أيار 2027."),
        (No, "פרס העמק", "המועמדים לפרס יהיו תושבי הכפר. ניתן להגיש עד 3.5.2027."),
        (No, "קול קורא למלגות", "המועמדים: תלמידי תיכון מכל הארץ. ההגשה עד 3.5.2027."),
        (No, "תמיכות", "בקשות יגישו מוסדות ציבוריים רשומים שלא למטרת עשיית רווח."),
        (No, "תמיכות", "רשאי להגיש בקשה מוסד ציבור הפועל שלא למטרת רווח."),
        (No, "مسابقة", "يحق للمؤسسات ذات نفع عام التقدم حتى 3 أيار 2027."),
        (No, "מלגת ספורט", "המלגה מיועדת לנגנים צעירים, תושבי המועצה האזורית. זכאים להגיש: נגנים. ההגשה עד 3.5.2027."),
        (
            No,
            "Sportstipendium",
            "Das Stipendium der Gemeinde ist für Sportler mit Wohnsitz in der Gemeinde. Bewerbung bis 3. Mai 2027.",
        ),
        (No, "Bourse", "La bourse est destinée aux sportifs habitant la commune. Candidatures jusqu'au 3 mai 2027."),
    ] {
        body(verdict, title, text);
    }
}

#[test]
fn the_venue_and_those_who_benefit_do_not_apply() {
    for (verdict, title, text) in [
        (Unknown, "קול קורא להצעות לכנס", "הכנס השנתי ייערך באוניברסיטה העברית ביום 31.1.2027. ההצעות יוגשו עד 3.1.2027."),
        (Unknown, "Call for sessions", "The meeting will be held at the University of Arlen. Send your session by 3 May 2027."),
        (Unknown, "Call for sessions", "The meeting takes place in schools and libraries of the town. Proposals by 3 May 2027."),
        (Unknown, "Appel à projets", "L'appel soutient des projets en faveur des jeunes. Dépôt jusqu'au 3 mai 2027."),
        (
            Unknown,
            "Aufruf",
            "Gefördert werden Projekte zugunsten von Kindern und Jugendlichen. Antragsschluss ist der 3. Mai 2027.",
        ),
        (Unknown, "Call for proposals", "We fund projects for the benefit of children and families. Apply by 3 May 2027."),
        (
            Unknown,
            "Call for proposals",
            "The programme supports the participation of young people in public life. Deadline: 3 May 2027.",
        ),
        (Unknown, "Convocatoria", "Se apoyarán proyectos en favor de las personas mayores. Plazo: 3 de mayo de 2027."),
        (Unknown, "קול קורא", "הקרן תתמוך בפרויקטים למען ילדים ונוער. הגשה עד 3.5.2027."),
        (No, "Grants for students", "Grants for students who travel. Apply by 3 May 2027."),
        (No, "Förderung", "Stipendien für Studierende. Bewerbung bis 3. Mai 2027."),
        (No, "Contest", "The contest is for young people aged 16 to 20. Deadline: 3 May 2027."),
        (Yes, "Aufruf", "Kommunen können Projekte zugunsten von Kindern einreichen."),
        (Yes, "קול קורא", "רשויות מקומיות יגישו פרויקטים למען ילדים ונוער."),
        (Unknown, "כנס", "הכנס יתקיים בבית ספר תיכון ובמוסדות תרבות בעיר. ניתן להגיש הצעות עד 3.5.2027."),
        (No, "Fund", "Projects for the benefit of young people are funded. Charities may apply."),
        (Yes, "Fund", "Municipalities may apply with projects in favour of refugees."),
        (No, "Fund", "Young people may apply with projects in favour of refugees."),
        (Unknown, "Fonds", "Le fonds finance des actions au profit des personnes âgées. Dossiers avant le 3 mai 2027."),
        (No, "כנס", "חוקרים וסטודנטים מוזמנים להגיש הצעות לכנס שייערך באוניברסיטה."),
        (Unknown, "כנס", "מוזמנים להגיש הצעות לכנס שייערך במוזיאון ובבתי ספר."),
    ] {
        body(verdict, title, text);
    }
}

#[test]
fn the_known_authority_applies_where_it_hands_in() {
    for (verdict, title, text) in [
        (Yes, "קול קורא של משרד הפנים", "הרשות תגיש את הבקשה עד 3.5.2027 באמצעות המרכבה."),
        (Yes, "מדריך להגשה – משרד החינוך", "על הרשות להגיש את הבקשה עד 3.5.2027. הרשות תצרף פרוטוקול של מליאת המועצה."),
        (Unknown, "קול קורא של רשות החדשנות", "הרשות תבחן את הבקשות. ניתן להגיש עד 3.5.2027."),
        (No, "קול קורא של רשות החדשנות", "חברות רשאיות להגיש עד 3.5.2027. הרשות תשיב בתוך חודש."),
        (Yes, "קול קורא – משרד הפנים", "על הרשות להגיש את הבקשה עד 3.5.2027."),
        (Unknown, "קול קורא של רשות המים", "הרשות תודיע על החלטתה. הבקשות יוגשו עד 3.5.2027."),
        (No, "קול קורא", "העמותה המגישה תצרף אישור. הרשות תבדוק את הבקשה עד 3.5.2027. עמותות רשאיות להגיש."),
    ] {
        body(verdict, title, text);
    }
}

#[test]
fn a_question_on_the_age_of_the_reader_is_for_persons() {
    bodies(
        No,
        &[
            "Vous avez entre 14 et 17 ans ? La commune du lac prête le camping.",
            "¿Tienes entre 18 y 30 años? Manda tu carta. El municipio da alojamiento.",
            "¿Eres una empresa? Solicita la ayuda.",
        ],
    );
    bodies(Yes, &["¿Eres una empresa, una fundación o un ayuntamiento? Solicita la ayuda."]);
}
