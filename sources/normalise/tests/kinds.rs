//! What it is, in the languages of the house.

use super::record;
use crate::opportunity::Kind;

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
fn nothing_said_is_other() {
    is(Kind::Other, "Town hall", "Open from nine to noon.");
}
