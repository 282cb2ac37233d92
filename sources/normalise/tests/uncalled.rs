//! Texts with the words of a call that call nobody: votes, the deeds of others, customs, rules, papers of a council; and those beside them
//! that do.

use super::read;
use super::verdicts::{no, yes};

/// Whatever comes of it, a word of the text asks for something.
fn asked(title: &str, text: &str) {
    let reasons = read(title, text).verdict.reasons;
    let told = |id: &str| reasons.iter().any(|reason| reason.contains(id));
    assert!(told("verdict.apply") || told("verdict.deadline"), "{title}: {reasons:#?}");
    assert!(!told("verdict.voted") && !told("verdict.applied"), "{title}: {reasons:#?}");
}

#[test]
fn who_votes_enters_nothing() {
    no("Prize of villages 2027: vote now!", "Until 3 May 2027 you can vote for your favourite among the six nominees.");
    no("Prix des villages", "Jusqu'au 3 mai 2027, votez pour votre favori. Six communes sont nominées.");
    no("Prix des villages : votez !", "Jusqu'au 3 mai 2027, votez pour votre favori !");
    no("Preis der Dörfer", "Bis 3. Mai 2027 können Sie abstimmen. Sechs Dörfer sind nominiert.");
    no("Premio de los pueblos", "Vota antes del 3 de mayo de 2027. Seis municipios son candidatos.");
    no("פרס הכפרים", "ההצבעה פתוחה עד 3.5.2027. היישובים המועמדים: שישה.");
    no("Umfrage zu Radwegen", "Kommunen können bis 3. Mai 2027 teilnehmen.");
    yes("Prize of villages 2027", "Villages submit photos until 3 March 2027. The public votes until 3 May 2027.");
    yes("Preis der Dörfer", "Dörfer bewerben sich bis 3. März 2027. Danach wird abgestimmt.");
    yes("פרס הכפרים", "הגשת מועמדות עד 3.3.2027. ההצבעה עד 3.5.2027.");
    no("Prize of villages: vote", "You can vote for one of the photos submitted by the villages.");
}

#[test]
fn a_vote_beside_what_is_asked_for_takes_nothing_from_it() {
    asked("Bridges between towns", "After a vote of the council, towns submit their application to the office by 3 May 2027.");
    asked("Ponts entre villes", "Après le vote du conseil, les communes déposent leur dossier avant le 3 mai 2027.");
    asked("Brücken zwischen Städten", "Stimmen Sie sich mit dem Kreis ab und reichen Sie den Antrag bis 3. Mai 2027 ein.");
    asked(
        "Puentes entre ciudades",
        "Tras la votación del pleno, los municipios presentarán su solicitud hasta el 3 de mayo de 2027.",
    );
    asked("גשרים בין ערים", "לאחר ההצבעה במועצה יגישו הרשויות את הבקשה עד 3.5.2027.");
    yes("Award of twin towns", "The public can vote online from June. Nominate your town. The prize is €900.");
    yes("Prix des jumelages", "Le vote du public compte pour un quart. Inscrivez votre commune. Le prix est de 900 euros.");
    yes("Preis der Partnerschaften", "Die Abstimmung der Jury ist geheim. Melden Sie Ihre Stadt an. Der Preis beträgt 900 Euro.");
    yes("Aide aux jumelages", "Le vote du conseil est requis. Les communes peuvent demander une aide.");
}

#[test]
fn those_who_have_applied_are_told_of() {
    no("Five towns apply", "Five towns met the deadline of 3 May 2027 and submitted their application files.");
    no("Capital of gardens", "All towns handed in their bid books by the deadline of 3 May 2027.");
    no(
        "Five towns apply for the games",
        "All met the deadline of 3 May and submitted their files. The host city will be elected.",
    );
    no("Fünf Städte", "Fünf Städte haben ihre Bewerbung bis zum Stichtag 3. Mai 2027 eingereicht.");
    no("חמש ערים", "הערים הגישו את מועמדותן עד המועד האחרון, 3.5.2027.");
    yes("Capital of gardens", "Towns that handed in an application last year may apply again until 3 May 2027.");
    yes("Capital of gardens", "Towns hand in their bid books by 3 May 2027.");
    // Whoever has done so by then is let in.
    asked("Capital of gardens", "Only towns that have submitted their application by 3 May 2027 will be considered.");
    asked("Capital of gardens", "A town is in if it has submitted its application by 3 May 2027.");
    asked("Capitale des jardins", "Seules les communes qui ont déposé leur dossier avant le 3 mai 2027 seront examinées.");
    asked(
        "Capital de jardines",
        "Solo se valorarán los municipios que han presentado su candidatura antes del 3 de mayo de 2027.",
    );
    asked("Hauptstadt der Gärten", "Die Städte haben ihre Anträge bis zum 3. Mai 2027 einzureichen.");
    asked("Hauptstadt der Gärten", "Jede Stadt hat ihren Antrag schriftlich bis zum 3. Mai 2027 zu stellen.");
    asked("בירת הגינות", "רק רשות אשר הגישה את הבקשה עד 3.5.2027 רשאית להשתתף.");
}

#[test]
fn a_custom_opens_nothing() {
    no("The contest of gardens", "All towns may enter. Registration usually takes place from April to mid-May.");
    no("Le concours des jardins", "Toutes les communes peuvent participer. L'inscription se fait généralement en avril.");
    no("Der Gartenwettbewerb", "Alle Gemeinden können teilnehmen. Die Anmeldung erfolgt in der Regel im April.");
    no("El certamen de jardines", "Los municipios pueden participar. La inscripción suele hacerse en primavera.");
    no("תחרות הגינות", "כל הרשויות רשאיות להשתתף. ההרשמה נעשית בדרך כלל באפריל.");
    yes("The contest of gardens", "Towns register by 3 May 2027. Registration usually takes place in April.");
    yes("Garden grants: call for applications", "Towns may apply. Decisions are usually taken in June.");
    yes(
        "Youth meeting of twin towns",
        "Registration usually opens in spring. This time it is open now: sign up your group at the town hall.",
    );
    yes(
        "Jugendbegegnung der Partnerstädte",
        "Die Anmeldung ist in der Regel im Frühjahr möglich, diesmal jetzt. Melden Sie Ihre Gruppe an.",
    );
}

#[test]
fn rules_and_papers_of_an_authority_call_nobody() {
    no("נוהל משלחות", "על הרשות לפנות למשרד לפני היציאה.");
    no("Circular on school delegations", "The school must apply to the ministry before departure.");
    no("Règlement des voyages", "Les agents doivent déposer une demande.");
    no("نظام الوفود", "على البلدية تقديم طلب إلى الوزارة.");
    no("Beschlussvorlage", "Den genannten Antragstellern wird ein Zuschuss gewährt. Die übrigen Anträge werden weiter beraten.");
    no("Acta", "El pleno aprueba la concesión. Los solicitantes del anexo recibirán apoyo.");
    no("פרוטוקול ועדת תמיכות", "הוועדה מאשרת תמיכה בסך 9,000 ש\"ח לעמותות המבקשות.");
    no("Round 7 awards", "That the applicants, who are recommended for support to develop their applications further, be noted.");
    yes("נוהל תמיכה בגינות 2027", "רשויות יגישו בקשות לתמיכה עד 3.5.2027.");
    yes("נוהל תמיכות", "רשויות מקומיות מוזמנות להגיש בקשות למענק.");
    yes("Regulation on grants", "Towns apply by 3 May 2027.");
    // Names begin with them as well.
    yes("Circular Gardens: convocatoria de proyectos", "Los municipios presentan sus proyectos a la oficina.");
    yes(
        "Acta Verde: concurso de ideas para municipios",
        "Los municipios presentan una idea cada uno. Envíe la ficha a la oficina.",
    );
    yes("Circular gardens: call for towns", "Towns send in their ideas.");
    no("Minutes 14/2026", "The committee approved the grants. The applicants listed below will receive support.");
    no("Circular: school delegations", "The school must apply to the ministry before departure.");
    no("Circular sobre viajes", "El centro debe presentar una solicitud antes de la salida.");
}

#[test]
fn a_programme_with_visits_is_no_news_of_a_guest() {
    yes("Bridges", "The programme will feature study visits. Interested municipalities should contact us by 3 May 2027.");
    yes("Bridges", "Towns exchange best practices. Interested municipalities write by 3 May 2027.\nSubscribe to our newsletter");
    yes("Bridges", "The programme will feature visits. Deadline for applications: 3 May 2027.");
    yes("زيارة دراسية إلى النمسا", "يمكن للبلديات التقدم حتى 3 مايو 2027");
    yes("Exchange", "What is this exchange about? Young people meet. A list of participants should be sent to us by 3 May 2027.");
    no("زيارة السفير إلى البلدية", "التقى السفير رئيس البلدية.");
    no("The mayor visits Linz", "The list of participants was long; the mayors met and signed a charter.");
}

#[test]
fn until_others_stay_nobody_is_called() {
    no("Three volunteers arrive", "They do their voluntary service until 3 May 2027. Any young person can take part.");
    no("Llegan tres voluntarios", "Harán su voluntariado hasta el 3 de mayo de 2027. Puede participar cualquier joven.");
    no("Gast im Rathaus", "Der Aufenthalt dauert bis zum 3. Mai 2027. Alle können teilnehmen.");
    no("Une artiste en ville", "La résidence dure jusqu'au 3 mai 2027. Tout le monde peut participer.");
    yes("Open studios", "Artists that work in our town have until 3 May 2027. Any artist can take part.");
    yes("Volunteers wanted", "They will live with families. Apply by 3 May 2027.");
}

#[test]
fn a_course_with_its_first_day_and_its_price_is_one_to_come_to() {
    yes("קורס תקציב לגזברים", "מספר מפגשים: 8. מועד פתיחת הקורס: 06/03/2027. שכר לימוד: 1,800 ₪ לעובדי הרשויות.");
    yes("קורס דירקטורים", "תאריך פתיחה: 06/03/2027. מחיר הקורס 2,100 ש\"ח.");
    yes("Course: local budget law", "Start of the course: 6 March 2027. Tuition fee: €480 for municipal staff. Ten meetings.");
    yes("Lehrgang Kommunalhaushalt", "Kursbeginn: 6. März 2027. Teilnahmegebühr: 480 Euro. Acht Termine in Kassel.");
    yes("Formation : budget communal", "Début de la formation : 6 mars 2027. Frais de formation : 480 €. Huit séances.");
    yes("Curso de presupuestos locales", "Inicio del curso: 6 de marzo de 2027. Matrícula: 480 €. Ocho sesiones.");
    no("The course for clerks is over", "The course was held for forty clerks. Start date: 6 March 2026. Tuition fee: €480.");
    no("Tuition fees rise", "The university raises its fees. The tuition fee: €480. The courses begin on 6 March 2027.");
    no("Course for treasurers", "Forty treasurers learn about budgets in ten meetings.");
    no("קורס לגזברים", "הקורס עוסק בתקציב. שכר הלימוד מסובסד.");
}
