//! Whom a word names by those that stand beside it: names of bodies, twin towns, one applicant, congregations, candidates.

use super::eligibility::{bodies, body, countries};
use crate::opportunity::Verdict::{Conditional, No, Partner, Unknown, Yes};

#[test]
fn towns_in_the_name_of_the_caller_do_not_apply() {
    bodies(
        No,
        &[
            "The League of Nevada Cities offers scholarships to students.",
            "The Federation of Nordic Municipalities and Counties invites artists to apply.",
            "Der Bund Rheinischer Städte vergibt Stipendien an Studierende.",
            "La Federación Andina de Municipios da becas a estudiantes.",
            "La Ligue des villes alpines offre des bourses aux étudiants.",
            "איגוד הערים ההיסטוריות מעניק מלגות לסטודנטים.",
            "تقدم رابطة البلديات منحا دراسية للطلاب.",
            "تقدم البلدية جائزة للباحثين.",
            "Le Conseil des communes du lac remet un prix aux journalistes.",
            "The City Managers' Department of the league gives a few scholarships to graduate students.",
        ],
    );
    countries(No, &["The League of Nevada Cities offers scholarships to students."]);
    bodies(
        Yes,
        &[
            "The League of Nevada Cities invites municipalities to apply.",
            "Towns may apply to the Federation of Nordic Municipalities.",
            "A network of at least five towns may apply.",
            "يدعو الاتحاد البلديات إلى التقديم.",
            "La Federación Andina de Municipios invita a los ayuntamientos a presentarse.",
        ],
    );
}

#[test]
fn persons_in_the_name_of_the_caller_leave_room_for_the_towns_that_it_invites() {
    bodies(
        Yes,
        &[
            "The Planners Institute invites local authorities to apply.",
            "The Writers' Union invites cities.",
            "The Society of Photographers invites towns to apply.",
            "Der Verband der Fotografen lädt Kommunen ein, sich zu bewerben.",
            "L'ordre des architectes invite les communes à candidater.",
            "El Colegio de Periodistas invita a los municipios a presentarse.",
            "התאחדות הסטודנטים מזמינה רשויות להגיש.",
            "מועדון הצלמים עורך תחרות לרשויות מקומיות.",
        ],
    );
    bodies(No, &["The Writers' Union invites pupils to apply."]);
    body(Unknown, "Prize of neighbours", "The Writers' Union gives the prize.");
}

#[test]
fn twin_towns_are_authorities_where_they_act() {
    bodies(
        Yes,
        &[
            "Sister cities may apply.",
            "Grants for twin towns.",
            "Pairs of twin towns can apply.",
            "Les communes jumelées peuvent candidater.",
            "ערים תאומות רשאיות להגיש.",
            "Las ciudades gemelas pueden presentarse.",
            "يمكن للمدن التوأم التقديم.",
        ],
    );
    body(Conditional, "Fund", "Two pairs of sister cities with a population of 80,000 or less get a grant.");
    body(Unknown, "Sister Cities evening", "Send your pictures by 3 May 2027.");
    bodies(No, &["Artists from Celle, Gouda and other twin towns can take part.", "בני נוער מערים תאומות מוזמנים להירשם."]);
    bodies(No, &["Our twin towns send ten pupils each. Pupils may apply."]);
    bodies(No, &["Young people from our sister cities may apply.", "The sister cities of Celle invite artists to apply."]);
}

#[test]
fn one_town_that_is_named_as_the_applicant_applies() {
    bodies(
        Yes,
        &[
            "Applications must be submitted by a Danish municipality.",
            "The applicant must be a municipality.",
            "The lead applicant is a city.",
            "La solicitud la presenta un municipio.",
            "Der Antragsteller muss eine Gemeinde sein.",
            "הבקשה תוגש על ידי עיר.",
            "يقدم الطلب من قبل بلدية.",
        ],
    );
    countries(No, &["Applications must be submitted by a Danish municipality.", "The application is submitted by a U.S. city."]);
    bodies(
        No,
        &[
            "Artists may apply. The show takes place in a city on the coast.",
            "Artists may apply. Applications are submitted by a city museum.",
            "Artists may apply. The application is submitted by a friend from the town.",
            "סטודנטים רשאים להגיש. הבקשה תוגש על ידי תושב העיר.",
            "Vereine bewerben sich. Der Antrag wird gestellt von Freunden der Stadt.",
        ],
    );
}

#[test]
fn candidates_may_be_towns() {
    body(Yes, "Award", "Any city may take part. An adviser visits candidates.");
    body(Unknown, "Award", "Candidates must apply in March.");
    body(Unknown, "תכנית מנהיגות", "מועמדים יגישו עד סוף מרץ.");
    body(Conditional, "תכנית מנהיגות", "מועמדים ימלאו טופס. רשאים להגיש מועמדות - מנהלים בכירים מהשלטון המקומי.");
}

#[test]
fn congregations_are_no_municipalities() {
    bodies(No, &["Kirchengemeinden können sich bewerben.", "Jüdische Gemeinden können sich bewerben."]);
    bodies(Yes, &["Gemeinden können sich bewerben.", "Kirchengemeinden und Kommunen können sich bewerben."]);
}

#[test]
fn communities_of_the_diaspora_are_abroad() {
    countries(
        No,
        &[
            "קבוצות מקהילות יהודיות בעולם מוזמנות לסיור.",
            "Jewish communities worldwide may apply.",
            "Delegationen jüdischer Gemeinden in aller Welt können sich bewerben.",
        ],
    );
    countries(Yes, &["ערים בעולם מוזמנות.", "רשויות מקומיות המקיימות קשר עם קהילות יהודיות בעולם רשאיות להגיש."]);
}

#[test]
fn hebrew_authorities_of_other_regions_are_not_ours() {
    countries(
        No,
        &["הפרס לרשויות מקומיות באמריקה הלטינית.", "רשויות מאפריקה רשאיות להגיש.", "הקרן תומכת ברשויות מקומיות בצרפת."],
    );
    bodies(No, &["המשרד עומד לרשות הפונים. עמותות רשאיות להגיש.", "העירייה הודיעה על קול קורא. עמותות רשאיות להגיש."]);
    body(Unknown, "קול קורא", "הקרן העמידה לרשות הפונים 80,000 ₪.");
    body(Yes, "קול קורא", "המענק מיועד לרשות המקומית.");
}

#[test]
fn countries_behind_open_to_are_the_ones_let_in() {
    countries(
        No,
        &[
            "Open to EU Member States. Towns hand in by 9 April 2027.",
            "It is open to Norway and Switzerland.",
            "Ouvert à la Norvège et à la Suisse.",
            "El premio está abierto a Noruega y Suiza. La solicitud se presenta hasta el 3 de mayo.",
            "Teilnehmen können Norwegen und Island.",
        ],
    );
    countries(
        Unknown,
        &[
            "Plans must involve EU Member States; partners from other regions are welcome. Towns may apply.",
            "The museum is open to Norway's public. Towns may apply.",
        ],
    );
    countries(Yes, &["It is open to EU Member States, Israel and Iceland."]);
    countries(Unknown, &["Towns from Member States and from third countries that are associated to the scheme may apply."]);
}

#[test]
fn a_partner_in_another_region_is_not_ours() {
    countries(
        No,
        &[
            "German cities with a partner town in Africa may apply.",
            "Les communes françaises et leurs partenaires africains peuvent candidater.",
            "Deutsche Kommunen mit einer Partnerkommune in Afrika können sich bewerben.",
        ],
    );
    countries(
        Partner,
        &[
            "German cities with a partner town abroad may apply.",
            "Partnerships between local authorities of Member States and of partner countries may apply.",
        ],
    );
}

#[test]
fn officials_from_abroad_are_asked_in_or_come_as_guests() {
    countries(Yes, &["Scholarships for foreign civil servants.", "Stipendien für ausländische Beamte."]);
    countries(Partner, &["Aides pour l'accueil de fonctionnaires étrangers."]);
    countries(Unknown, &["The group meets foreign officials. Mayors may apply."]);
}

#[test]
fn persons_for_whom_something_is_or_who_make_something_leave_no_room() {
    bodies(
        No,
        &[
            "Para jóvenes de 16 a 30 años.",
            "It is for young people aged 16 to 30.",
            "Für Jugendliche von 14 bis 20 Jahren.",
            "Schüler der Oberstufe schreiben einen Aufsatz.",
            "Les jeunes de 16 à 18 ans écrivent un essai.",
        ],
    );
    bodies(
        Yes,
        &["The scheme brings together citizens of two countries. Municipalities plan the visit and apply by 3 May 2027."],
    );
    bodies(Yes, &["Un bureau reste à la disposition des communes pour leur dossier."]);
}

#[test]
fn towns_that_a_text_asks_about_do_not_apply() {
    bodies(No, &["The congress asks how cities can be made cooler. Researchers are invited to send abstracts."]);
    bodies(No, &["We host guests; the hosting between the two cities is old. Families may apply."]);
    bodies(Yes, &["We tell you how municipalities can apply."]);
}

#[test]
fn what_a_call_wants_of_people_asks_nobody() {
    bodies(
        Yes,
        &[
            "It wants citizens to debate the future. Municipalities take part.",
            "Le programme permet aux habitants de se rencontrer et aux communes de coopérer.",
        ],
    );
    bodies(No, &["It lets citizens apply for a small sum."]);
    bodies(No, &["La embajada financia iniciativas por medio de asociaciones y cooperativas."]);
}

#[test]
fn the_one_authority_that_hands_something_in_applies() {
    bodies(
        Yes,
        &[
            "Ideas may come from clubs. The municipality submits the application by 3 May 2027.",
            "Each town must itself file the complete proposal.",
            "Der Antrag ist durch die zuständige Gemeinde bzw. Stadt einzureichen.",
            "Die Bewerbung erfolgt durch die Gemeinde.",
            "Die Gemeinde reicht den Antrag ein.",
            "La commune dépose le dossier.",
            "El ayuntamiento deberá presentar la solicitud.",
            "The medal is awarded to a city with quiet streets.",
        ],
    );
    bodies(
        Unknown,
        &[
            "The city council of the lake presented its plan.",
            "Die Räume werden von der Stadt gestellt.",
            "La commune présente son musée.",
        ],
    );
    bodies(No, &["Clubs may apply. The rooms are given by the town, and the medal is awarded to a school."]);
}

#[test]
fn bodies_of_public_law_are_ours_and_those_of_private_law_are_not() {
    bodies(
        Yes,
        &[
            "Legal entities governed by public law may apply.",
            "Private or public legal entities may respond to the call.",
            "Foundations, firms and other legal entities may apply.",
            "Juristische Personen des öffentlichen Rechts können Anträge stellen.",
            "Les projets sont portés par des personnes morales de droit public.",
            "Cualquier persona jurídica, pública o privada, puede presentarse.",
            "גופים פרטיים וציבוריים רשאים להגיש.",
        ],
    );
    bodies(
        No,
        &[
            "Andere juristische Personen des Privatrechts können sich bewerben.",
            "Associations may apply. Legal entities governed by public law are not eligible.",
            "Public and private cultural schools may apply.",
        ],
    );
}

#[test]
fn any_authority_with_an_adjective_before_it_stands_for_all() {
    bodies(
        Yes,
        &["Teilnehmen darf jede österreichische Gemeinde.", "Toute petite commune peut candidater.", "Any small city may apply."],
    );
    bodies(
        No,
        &["In every big city there is waste. Students may apply.", "Every major city has such schools. Pupils send drawings."],
    );
}
