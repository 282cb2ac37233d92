//! What it is, in the languages of the house.

use super::{LEXICON, finding, record, today};
use crate::finding::field;
use crate::normalise::{Context, normalise};
use crate::opportunity::Kind;
use crate::source::Defaults;

fn is(kind: Kind, title: &str, text: &str) {
    let record = record(title, text);
    assert_eq!(record.kind, kind, "{title}: {:?}", record.evidence.get("kind"));
}

#[test]
fn kinds_are_told_by_the_title_first() {
    is(Kind::Competition, "תחרות צילום לנוער", "הזוכים יוזמנו לכנס בירושלים.");
    is(Kind::Competition, "Young gardeners' prize", "Winners are invited to a training week.");
    is(Kind::Conference, "כנס השלטון המקומי 2027", "ההרשמה נפתחה, מספר המקומות מוגבל.");
    is(Kind::Conference, "Call for abstracts: street trees", "Authors submit 300 words.");
    is(Kind::Conference, "Colloque sur l'eau en ville", "Les inscriptions sont gratuites.");
    is(Kind::Exhibition, "Weihnachtsmarkt: Bewerbung um einen Stand", "Händler melden sich an.");
    is(Kind::Exhibition, "יריד ספרים עירוני", "הזמנת דוכן עד 3.3.2027.");
    is(Kind::Exchange, "משלחת אנשי חינוך לפולין", "הנוסעים ייפגשו עם מורים.");
    is(Kind::Exchange, "Study visit for water engineers", "A week in two towns.");
    is(Kind::Training, "קורס דירקטורים לתאגידים עירוניים", "עשרה מפגשים.");
    is(Kind::Training, "Leadership fellowship for town clerks", "Two years, part-time.");
    is(Kind::Partnership, "Commune bretonne cherche partenaires pour un projet", "Écrivez à la mairie.");
    is(Kind::Partnership, "Partner gesucht für ein Jugendprojekt", "Die Gemeinde freut sich auf Antwort.");
    is(Kind::Grant, "Subvenciones para huertos escolares", "Dirigidas a municipios.");
    is(Kind::CallForProposals, "Call for proposals on flood plains", "Consortia apply online.");
}

#[test]
fn a_call_beside_money_is_a_grant_in_hebrew() {
    is(Kind::Grant, "קול קורא להקמת גני משחקים נגישים", "מענק של עד 200 אלף ש\"ח לרשות.");
    is(Kind::CallForProposals, "קול קורא לאירוח הכנס השנתי", "עיריות מוזמנות להציע את עצמן.");
}

#[test]
fn of_two_words_side_by_side_the_one_that_the_language_builds_on_counts() {
    is(Kind::Competition, "Seaside Congress Prize for Municipalities", "Towns hand in one page.");
    is(Kind::Grant, "תמיכה במשלחות נוער", "הרשות תגיש בקשה אחת.");
    is(Kind::Exhibition, "תערוכת \"גן ירוק\": הזמנה להציג", "שטח תצוגה יועמד לכל רשות.");
    is(Kind::Grant, "Kleinprojektefonds: Anträge laufend möglich", "Gefördert wird auch eine Ausstellung mit einem Zuschuss.");
    is(Kind::CallForProposals, "Manifestación de interés: puertos", "La Fundación busca seis puertos.");
}

#[test]
fn support_for_meetings_is_support_and_an_award_with_a_size_a_grant() {
    is(Kind::Grant, "Support for youth meetings and conferences", "Half of the cost, at most £500.");
    is(Kind::Grant, "Aides aux rencontres de jeunes", "La moitié des frais.");
    is(Kind::Conference, "Support staff conference", "Register online.");
    is(Kind::Grant, "Village Hall Awards", "Award size: £500 to £5,000. Parish councils apply.");
    is(Kind::Competition, "Village Hall Awards", "Enter your hall; the winners receive a trophy.");
    is(Kind::Grant, "Grants for tide mills", "Site visits: 8 to 12 June 2027.");
    is(Kind::Exchange, "Site visits to smart districts", "Engineers of towns can join.");
}

#[test]
fn a_register_of_funding_calls_is_believed_over_the_words_of_its_titles() {
    let defaults = Defaults { kind: Some(Kind::CallForProposals), only_opportunities: true, ..Defaults::default() };
    let context = Context { defaults: &defaults, ..Context::neutral() };
    let kind = |title: &str, types_of_action: &str| {
        let mut found = finding(title, "Expected outcome: stronger towns.");
        found.fields.insert(field::KIND.into(), vec![types_of_action.into()]);
        normalise(&found, &context, &LEXICON, today()).opportunity.kind
    };
    assert_eq!(kind("Access to market for cool roofs", "HORIZON Innovation Actions"), Kind::CallForProposals);
    assert_eq!(kind("Postdoctoral Fellowships", "HORIZON TMA MSCA Postdoctoral Fellowships"), Kind::CallForProposals);
    assert_eq!(kind("The greenest square", "HORIZON Inducement Prize"), Kind::Competition);
}

#[test]
fn nothing_said_is_other() {
    is(Kind::Other, "Town hall", "Open from nine to noon.");
}

#[test]
fn the_verb_award_gives_what_stands_behind_it() {
    is(Kind::Grant, "Neighbourhood initiative", "The trust will award 12 grants. Apply by 3 May 2027.");
    is(Kind::Grant, "Neighbourhood initiative", "We expect to make six awards; grants run for a year. Apply by 3 May 2027.");
    is(Kind::Grant, "Neighbourhood initiative", "Maximum award: €9,000. Grants are paid in June.");
    is(Kind::Grant, "Village climate fund", "We offer €90,000 in awards of up to €9,000 each. The awards are for villages.");
    is(Kind::Competition, "Neighbourhood award", "The jury will award three prizes. Entries by 3 May 2027.");
}

#[test]
fn a_hut_at_the_market_is_a_stall() {
    is(Kind::Exhibition, "Advent am Rathaus", "Vereine bewerben sich um eine Holzhütte, die Standgebühr beträgt 40 Euro.");
    is(Kind::Exhibition, "December evenings", "Clubs book wooden huts until 3 May 2027.");
    is(Kind::Exhibition, "Fêtes de décembre", "Les associations demandent un chalet en bois avant le 3 mai 2027.");
    is(Kind::Exhibition, "Fiestas de diciembre", "Las asociaciones piden una caseta hasta el 3 de mayo de 2027.");
    is(Kind::Partnership, "Entwicklungspartnerschaften", "Städte bewerben sich bis 3. Mai 2027.");
    is(Kind::Partnership, "שותפויות עם ערים באירופה", "רשויות פונות עד 3.5.2027.");
}

#[test]
fn the_office_that_pays_is_no_delegation_that_travels() {
    is(Kind::CallForProposals, "EU Delegation to Israel: call for proposals", "Clubs apply by 3 May 2027.");
    is(Kind::Grant, "קול קורא של משלחת האיחוד האירופי", "מענקים לעמותות. הגשה עד 3.5.2027.");
    is(Kind::Exchange, "משלחת נוער לאוסטריה", "הרשמה עד 3.5.2027.");
}

#[test]
fn a_market_is_an_exhibition_and_so_are_stands_at_a_congress() {
    is(Kind::Exhibition, "Holiday Market", "Makers apply by 3 May 2027.");
    is(Kind::Exhibition, "Summer market by the river", "Apply by 3 May 2027.");
    is(Kind::Exhibition, "Mercado de Navidad", "Solicitudes hasta el 3 de mayo de 2027.");
    is(Kind::Exhibition, "Marché de Pâques", "Candidatures avant le 3 mai 2027.");
    is(Kind::Exhibition, "שוק איכרים", "הרשמה עד 3.5.2027.");
    is(Kind::Exhibition, "سوق العيد", "التسجيل حتى 3 مايو 2027");
    is(Kind::Exhibition, "Stands at the conference", "Clubs answer by 3 May 2027.");
    is(Kind::Exhibition, "Stände auf der Tagung", "Vereine melden sich bis 3. Mai 2027.");
    is(Kind::Exhibition, "דוכני מכירה בכנס", "הרשמה עד 3.5.2027.");
    is(Kind::Exhibition, "الحجز بمعرض المدن", "حتى 3 مايو 2027. تمنح جائزة لأفضل جناح.");
    is(Kind::Conference, "Town planning conference", "Register by 3 May 2027. Sponsors have stands.");
    is(Kind::Grant, "Labour market grants", "Towns apply by 3 May 2027.");
}

#[test]
fn a_dash_parts_the_words_of_a_title() {
    is(Kind::Exchange, "City-to-City Exchanges - Capacity Building", "Towns apply at any time.");
    is(Kind::Competition, "Seaside Congress Prize", "Towns hand in one page.");
}

#[test]
fn arabic_calls_for_projects_are_calls() {
    is(Kind::CallForProposals, "طلب مشاريع 2027", "آخر أجل 3 مايو 2027");
    is(Kind::Grant, "تلقي طلبات دعم مشاريع الجمعيات", "من 1 إلى غاية 3 مايو 2027");
    is(Kind::Grant, "منح صغيرة", "يدعم الصندوق مشاريع يصممها شركاء محليون. التقديم حتى 3 مايو 2027");
}

#[test]
fn who_is_paid_for_a_work_is_not_trained() {
    let paid = |title: &str, text: &str| assert_ne!(record(title, text).kind, Kind::Training, "{title}");
    paid("Mural week: call for artists", "Artists receive a stipend of $900. Apply by 1 April 2027.");
    paid("Public art in Elm", "Every artist gets a wall and a $900 stipend. Entries are due on 1 April 2027.");
    paid("Wandbilder für Aue", "Künstler erhalten ein Stipendium von 900 Euro. Bewerbung bis 1.4.2027.");
    paid("Murales en Soto", "Los artistas reciben una beca de 900 euros. Solicitudes hasta el 1 de abril de 2027.");
    is(Kind::CallForProposals, "Mural week in Elm: call for artists", "Artists receive a $900 stipend. Apply by 1 April 2027.");
    is(Kind::Exchange, "Artist residency: call for artists", "Live a month in Elm. Apply by 1 April 2027.");
    is(Kind::Exhibition, "Exhibition of prints: call for artists", "Apply by 1 April 2027.");
    is(Kind::Training, "Stipend for young artists", "Artists get a stipend of $900. Apply by 1 April 2027.");
    is(Kind::Training, "Stipendium für Künstlerinnen", "Künstlerinnen erhalten 900 Euro.");
    is(Kind::Training, "Summer in Elm", "Scholarships for students: apply by 1 April 2027. The scholarship covers the course.");
}

#[test]
fn papers_for_a_contest_or_a_journal_are_no_talks() {
    is(Kind::Competition, "Call for papers: towns at night", "A paper competition for students. Send yours by 3 May 2027.");
    let papers = record("Call for papers: towns at night", "For a special issue of the review. Manuscripts due 3 May 2027.");
    assert_ne!(papers.kind, Kind::Conference);
    is(Kind::Conference, "Call for papers: towns at night", "The conference is in Elm. There is a competition for posters too.");
    is(Kind::Conference, "Call for papers: towns at night", "Send 300 words by 3 May 2027.");
}

#[test]
fn a_contest_for_grants_is_about_grants() {
    is(Kind::Grant, "Consulate of Ruritania: Small Grants Competition 2027", "Proposals are due on 3 May 2027.");
    is(Kind::Grant, "Green towns", "The embassy announces a competition for a grant. Apply by 3 May 2027.");
    is(Kind::Grant, "Concours de subventions 2027", "Les associations déposent leur dossier avant le 3 mai 2027.");
    is(Kind::Grant, "Concurso público de ayudas 2027", "Solicitudes hasta el 3 de mayo de 2027.");
    is(Kind::Grant, "Förderwettbewerb 2027", "Bewerbungen bis 3. Mai 2027.");
    is(Kind::Grant, "תחרות מענקים 2027", "יש להגיש עד 3.5.2027.");
    is(Kind::Competition, "Garden competition 2027", "Apply by 3 May 2027.");
}

#[test]
fn shows_and_markets_of_every_name_are_exhibitions() {
    is(Kind::Exhibition, "Ausschreibung zur 9. Fotoschau", "Einsendungen bis 3. Mai 2027.");
    is(Kind::Exhibition, "Marché du Père Noël : dossier", "À retourner avant le 3 septembre 2027.");
    is(Kind::Exhibition, "Grande braderie", "Inscription avant le 3 mai 2027.");
    is(Kind::Exhibition, "Car boot sale", "Apply by 3 May 2027.");
}

#[test]
fn a_call_to_craftspeople_for_a_fair_is_the_fairs() {
    is(Kind::Exhibition, "Convocatoria a artesanos", "Inscripción a la feria del pueblo hasta el 3 de mayo de 2027.");
    is(Kind::Exhibition, "Appel à candidatures artisans", "Les exposants de la foire s'inscrivent avant le 3 mai 2027.");
    is(Kind::Exhibition, "Aufruf an Kunsthandwerker", "Aussteller melden sich bis 3. Mai 2027 zur Messe an.");
    is(Kind::Exhibition, "Call for craftspeople", "Exhibitors register for the fair by 3 May 2027.");
    let prize =
        record("Convocatoria a artesanos", "Premio de cerámica: los artesanos presentan su obra hasta el 3 de mayo de 2027.");
    assert_ne!(prize.kind, Kind::Exhibition);
    is(Kind::CallForProposals, "Convocatoria a artistas", "Presentación de proyectos hasta el 3 de mayo de 2027.");
}

#[test]
fn german_markets_and_journeys_are_told_by_their_names() {
    is(Kind::Exhibition, "Christkindlmarkt: jetzt bewerben", "Bewerbungen bis 3. Mai 2027 an das Marktamt.");
    is(Kind::Exhibition, "Maidult", "Marktbeschicker bewerben sich bis 3. Mai 2027.");
    is(Kind::Exhibition, "Stadtfest", "Vereine bewerben sich bis 3. Mai 2027 um einen Stand.");
    is(Kind::Exchange, "Bürgerreise in den Norden", "Anmeldung bis 3. Mai 2027.");
    is(Kind::Exchange, "Markterkundungsreise Israel", "Anmeldung bis 3. Mai 2027.");
}

#[test]
fn what_is_called_for_is_the_kind() {
    is(Kind::Competition, "קול קורא לתחרות ציור", "ציורים יש לשלוח עד 3.5.2027.");
    is(Kind::Exhibition, "קול קורא לתערוכה", "עבודות יש לשלוח עד 3.5.2027.");
    is(Kind::Exchange, "קול קורא למשלחת נוער", "הרשמה עד 3.5.2027.");
    is(Kind::Competition, "קול קורא", "תחרות ציור. ציורים יש לשלוח עד 3.5.2027.");
    is(Kind::Competition, "Open call", "Photo contest. Send photos by 3 May 2027.");
    is(Kind::Competition, "Ausschreibung", "Wettbewerb der Stadt. Einsendungen bis 3. Mai 2027.");
    is(Kind::Competition, "Convocatoria", "Concurso de dibujo. Envíos hasta el 3 de mayo de 2027.");
    is(Kind::Competition, "קול קורא לרגע בצהריים", "תחרות רגע בצהריים. סרטים יש לשלוח עד 3.5.2027.");
    is(Kind::CallForProposals, "קול קורא לגינות", "המשרד מבקש הצעות. בסופן תיפתח תערוכה. הגשה עד 3.5.2027.");
    is(Kind::CallForProposals, "קול קורא לרשויות", "הצעות יש לשלוח עד 3.5.2027.");
    is(Kind::CallForProposals, "קול קורא להגשת הצעות", "הצעות יש לשלוח עד 3.5.2027.");
    is(Kind::CallForProposals, "Open call", "Proposals from towns. Send them by 3 May 2027.");
    is(Kind::CallForProposals, "Open call", "Exhibition halls of villages look for uses. Towns send proposals by 3 May 2027.");
    // What towns get money for is a grant.
    is(Kind::Grant, "קול קורא לתערוכה", "המשרד מעניק סיוע לרשויות שיקיימו תערוכה. בקשות לתמיכה כספית יוגשו עד 3.5.2027.");
    is(Kind::Exhibition, "קול קורא לתערוכה", "אמנים ישלחו עבודות עד 3.5.2027.");
}

#[test]
fn a_market_of_the_middle_ages_is_a_market() {
    is(Kind::Exhibition, "Medieval market", "Apply by 3 May 2027.");
    is(Kind::Exhibition, "Marché médiéval", "Candidatures avant le 3 mai 2027.");
    is(Kind::Exhibition, "Mittelaltermarkt", "Bewerbungen bis 3. Mai 2027.");
    is(Kind::Exhibition, "Mercado de la Edad Media", "Solicitudes hasta el 3 de mayo de 2027.");
}

#[test]
fn a_partnership_that_is_paid_for_is_a_theme() {
    is(Kind::Grant, "Partnerships for clean rivers", "Grants are paid to councils. Concept notes by 6 May 2027.");
    is(
        Kind::CallForProposals,
        "Call for proposals: Partnerships for safer streets",
        "Grants for local authorities. Deadline 6 May 2027.",
    );
    is(
        Kind::Grant,
        "Partenariats pour des rivières propres",
        "Lignes directrices à l'intention des demandeurs de subventions. Date limite : 6 mai 2027.",
    );
    is(Kind::Grant, "Asociaciones para ríos limpios", "Guía para los solicitantes de subvenciones. Plazo: 6 de mayo de 2027.");
    is(
        Kind::Partnership,
        "Partnership wanted: clean rivers",
        "Our town is looking for a partner town for a project. Answer by 6 May 2027.",
    );
}

#[test]
fn an_honour_of_the_town_is_a_prize() {
    is(Kind::Competition, "אזרח כבוד 2027: קול קורא", "כל תושב רשאי להמליץ על מועמד עד 20.5.2027.");
    is(Kind::Competition, "קול קורא: עיטור המתנדב", "הציבור מוזמן להציע מועמדים לעיטור. הגשה עד 20.5.2027.");
    is(Kind::Competition, "קול קורא להצעת מועמדים לתואר אזרח כבוד", "ההמלצות יוגשו עד 20.5.2027.");
    is(Kind::Competition, "יקירת העיר 2027 - קול קורא", "תושבים מוזמנים להמליץ על מועמדים ליקיר העיר עד 20.5.2027.");
    is(Kind::Competition, "Call for nominations: the town's medal of honour", "Nominate volunteers by 20 May 2027.");
    is(
        Kind::Competition,
        "Vorschläge für die Ehrennadel",
        "Bis 20. Mai 2027 können Personen für die Ehrennadel vorgeschlagen werden.",
    );
    is(Kind::Competition, "Appel à candidatures : médaille de la ville", "Proposez des personnes avant le 20 mai 2027.");
    is(
        Kind::Competition,
        "Convocatoria: hijo predilecto",
        "Se pueden proponer candidatos a la distinción hasta el 20 de mayo de 2027.",
    );
    is(Kind::CallForProposals, "קול קורא להגשת מועמדות לוועדת הנוער", "הגשה עד 20.5.2027.");
    is(Kind::CallForProposals, "קול קורא למענקים: אות לחינוך", "מענק עד 5,000 ש\"ח לבתי ספר. הגשה עד 20.5.2027.");
}

#[test]
fn a_challenge_that_is_met_is_no_contest() {
    is(
        Kind::CallForProposals,
        "برنامج مواجهة تحدي الجفاف – دعوة لتقديم المقترحات",
        "يدعم البرنامج المنظمات المحلية. آخر موعد للتقديم 3 مايو 2027.",
    );
    is(
        Kind::CallForProposals,
        "دعوة لتقديم مقترحات: تحديات المياه",
        "يقدم البرنامج دعما للجمعيات. آخر موعد للتقديم 3 مايو 2027.",
    );
    is(Kind::Competition, "تحدي المدن الخضراء", "شارك في التحدي واربح جائزة. آخر موعد للتقديم 3 مايو 2027.");
    is(Kind::Competition, "مسابقة تحدي الابتكار", "آخر موعد للمشاركة 3 مايو 2027.");
    is(Kind::CallForProposals, "Call for proposals: tackling the challenge of drought", "Grants for towns. Apply by 3 May 2027.");
}

#[test]
fn participants_of_an_event_register_for_a_gathering() {
    is(Kind::Conference, "Signing up", "All participants must register for the event in Oslo by 22 May 2027.");
    is(Kind::Conference, "How to register", "Delegates register online. The event takes place in Lyon. Register by 22 May 2027.");
    is(
        Kind::Conference,
        "Hinweise zur Anmeldung",
        "Alle Teilnehmenden melden sich an. Die Veranstaltung findet in Graz statt. Anmeldung bis 22. Mai 2027.",
    );
    is(
        Kind::Conference,
        "Modalités d'inscription",
        "Chaque participant s'inscrit. L'événement a lieu à Lyon. Inscription avant le 22 mai 2027.",
    );
    is(
        Kind::Conference,
        "Inscripción",
        "Cada participante se inscribe. El evento tiene lugar en Lugo. Inscripción hasta el 22 de mayo de 2027.",
    );
    is(
        Kind::Grant,
        "How to register",
        "Applicants for the grant register on the portal. Deadline to register: 22 May 2027. Grants of up to €5,000.",
    );
    is(Kind::Grant, "Event grants", "Associations register their event. A grant of up to €500. Register by 22 May 2027.");
}

#[test]
fn costs_that_are_borne_are_those_of_a_grant() {
    is(Kind::Grant, "Restaurer les lavoirs", "Bénéficiaires de l'aide : communes rurales. Date limite : 30 juin 2027.");
    is(
        Kind::Grant,
        "Rénover les préaux",
        "Ce dispositif aide les communes. Dépenses éligibles : travaux. Date limite : 30 juin 2027.",
    );
    is(
        Kind::Grant,
        "Waschhäuser sanieren",
        "Das Land unterstützt kleine Gemeinden bei der Sanierung. Förderfähig sind Gebäude. Frist: 30. Juni 2027.",
    );
    is(
        Kind::Grant,
        "Restaurar lavaderos",
        "La Diputación ayuda a los municipios pequeños. Gastos subvencionables: obras. Plazo: 30 de junio de 2027.",
    );
    is(
        Kind::Exhibition,
        "Fête des lavoirs",
        "Les bénévoles aident les communes. Inscription des exposants avant le 30 juin 2027.",
    );
}

#[test]
fn who_looks_for_a_town_for_a_joint_project_looks_for_a_partner() {
    let searches = [
        ("Town twinning", "Our municipality in Serbia is looking for a municipality in Bulgaria for a joint project on spas."),
        (
            "Town twinning: Greek town wanted",
            "A development agency from Romania is searching for a town in Greece for a joint project.",
        ),
        ("A school in Poland", "Our school in Poland is looking for a school in Spain for an exchange of pupils."),
        ("Jumelage", "Une commune de Moldavie recherche une commune en France pour un projet commun sur l'eau."),
        ("Städtepartnerschaft", "Eine Gemeinde in Georgien sucht eine Gemeinde in Österreich für ein gemeinsames Projekt."),
        ("Hermanamiento", "Un municipio de Albania busca un municipio en Italia para un proyecto conjunto."),
        ("חיפוש יישוב לפרויקט", "עירייה בסרביה מחפשת עירייה בישראל לפרויקט משותף בנושא מים."),
    ];
    for (title, text) in searches {
        is(Kind::Partnership, title, text);
    }
    let due = record(
        "Town twinning",
        "Our municipality in Serbia is looking for a municipality in Bulgaria for a joint project on spas. The deadline for submitting a project is 31.7.2027.",
    );
    assert!(due.deadline.stages.is_empty(), "{:?}", due.deadline);
    let reply = record(
        "Town twinning",
        "Our municipality in Serbia is looking for a municipality in Bulgaria for a joint project on spas. Please answer by 31 July 2027.",
    );
    assert_eq!(reply.deadline.stages.len(), 1);
    let others = [
        (
            "Host wanted",
            "The association is looking for a city in Europe to host its congress on cooperation. Bids by 3 May 2027.",
        ),
        ("News", "Police are looking for a man in the town for questioning about an exchange of pupils."),
        ("School site", "The town is looking for a school building in the centre. Offers by 3 May 2027."),
        (
            "Grants for twinning",
            "We are looking for towns with an exchange of pupils: apply for grants of up to €5,000 by 3 May 2027.",
        ),
    ];
    for (title, text) in others {
        assert_ne!(record(title, text).kind, Kind::Partnership, "{title}");
    }
}

#[test]
fn meetings_of_young_people_are_exchanges() {
    is(
        Kind::Exchange,
        "Rencontres européennes de jeunes",
        "Le Département aide les rencontres de jeunes des comités de jumelage.",
    );
    is(Kind::Exchange, "Rencontre internationale de jeunes à Brno", "Les jeunes s'inscrivent avant le 3 mai 2027.");
    is(Kind::Exchange, "Internationale Jugendbegegnung in Krakau", "Jugendliche melden sich bis 3. Mai 2027 an.");
    is(Kind::Exchange, "Encuentro juvenil europeo", "Jóvenes de 16 a 20 años pueden inscribirse hasta el 3 de mayo de 2027.");
    is(Kind::Exchange, "International youth meeting in Brno", "Young people sign up by 3 May 2027.");
    is(Kind::Exchange, "מפגשי נוער בינלאומיים", "קבוצות נוער מוזמנות להירשם עד 3.5.2027.");
    is(Kind::Conference, "Rencontres nationales des maires", "Inscriptions jusqu'au 3 mai 2027.");
    is(Kind::Conference, "Encuentro de alcaldes", "Inscripción hasta el 3 de mayo de 2027.");
    is(Kind::Conference, "Youth work conference", "Register by 3 May 2027.");
    is(Kind::Conference, "Rencontres de la politique jeunesse", "Colloque : inscriptions jusqu'au 3 mai 2027.");
    is(Kind::Grant, "Grants for youth meeting rooms", "Towns apply by 3 May 2027.");
    is(Kind::Grant, "Support for youth meetings and conferences", "At most £500.");
}
