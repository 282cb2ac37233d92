use std::path::Path;
use std::sync::LazyLock;

use serde_json::{Value, json};

use super::*;
use crate::i18n::Language;

mod places;
mod topics;
mod twins;
mod wishes;

struct Office {
    lexicon: Lexicon,
    rules: Rules,
    i18n: I18n,
}

/// The shipped lists: what is tested is what the letters are picked by.
static OFFICE: LazyLock<Office> = LazyLock::new(|| {
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("config");
    Office { lexicon: Lexicon::load(&config).unwrap(), rules: Rules::load(&config).unwrap(), i18n: I18n::load(&config).unwrap() }
});

fn names() -> Vec<[String; 2]> {
    [
        ["אילת", "Eilat"],
        ["רהט", "Rahat"],
        ["חורה", "Hura"],
        ["חיפה", "Haifa"],
        ["עכו", "Akko"],
        ["לוד", "Lod"],
        ["רמלה", "Ramla"],
        ["באר שבע", "Be'er Sheva"],
        ["הגליל העליון", "Upper Galilee Regional Council"],
        ["מטה אשר", "Mateh Asher Regional Council"],
        ["מעלות-תרשיחא", "Ma'alot-Tarshiha"],
        ["קריית שמונה", "Qiryat Shemona"],
    ]
    .map(|names| names.map(str::to_owned))
    .to_vec()
}

/// A northern city of middle size, with `over` laid over it.
fn profile(over: Value) -> Profile {
    let mut whole = json!({
        "slug": "x", "name_he": "כרמיאל", "name_en": "Karmiel", "type": "city", "population": 47_000, "district": "הצפון",
        "topics": {"tourism": 3, "education": 2}, "capacity": "medium"
    });
    whole.as_object_mut().unwrap().extend(over.as_object().unwrap().clone());
    serde_json::from_value(whole).unwrap()
}

/// A call for local authorities on tourism, open for three months, with `over` laid over it.
fn call(over: Value) -> Opportunity {
    let unknown = json!({"verdict": "unknown", "quote": null, "rule": null});
    let mut whole = json!({
        "title": "Tourism fair: local authorities wanted", "summary": null, "lang": "en", "url": "https://calls.example.org/1", "kind": "exhibition",
        "status": "open", "deadline": {"kind": "fixed", "stages": [{"date": "2027-02-20"}]},
        "event": {"start": null, "end": null, "place": null, "online": null},
        "amount": {"min": null, "max": null, "total": null, "currency": null, "cofunding_rate": null},
        "eligibility": {"country": unknown, "body": unknown, "place": unknown}, "organiser": null, "programme": null, "topics": [],
        "countries": [], "published": null, "evidence": {}
    });
    whole.as_object_mut().unwrap().extend(over.as_object().unwrap().clone());
    serde_json::from_value(whole).unwrap()
}

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

/// The titles and reasons of the picks among `calls`, each given with its text.
fn picks(profile: Profile, calls: &[(Opportunity, &str)]) -> Vec<(String, String)> {
    let language = Language::for_reader(&profile.language);
    let (office, profiles, names) = (&*OFFICE, [profile], names());
    let desk = Desk::new(&office.lexicon, &office.rules, &office.i18n, &profiles, &names);
    let candidates: Vec<_> = calls.iter().map(|(call, text)| desk.candidate(&call.url, call, text)).collect();
    let picks = desk.pick(0, &candidates, today(), |_| true);
    picks.into_iter().map(|pick| (calls[pick.candidate].0.title.clone(), pick.reason.in_language(language).to_owned())).collect()
}

/// What stands between `profile` and a call.
fn bar(profile: Profile, call: Opportunity, text: &str) -> Option<Bar> {
    let (office, profiles, names) = (&*OFFICE, [profile], names());
    let desk = Desk::new(&office.lexicon, &office.rules, &office.i18n, &profiles, &names);
    let candidate = desk.candidate("1", &call, text);
    desk.bar(0, &candidate, today())
}

fn by(date: &str) -> Opportunity {
    call(json!({"deadline": {"kind": "fixed", "stages": [{"date": date}]}}))
}

#[test]
fn what_is_past_is_no_pick_even_if_it_calls_itself_open() {
    assert_eq!(bar(profile(json!({})), by("2026-11-21"), ""), Some(Bar::Over));
    assert_eq!(bar(profile(json!({})), call(json!({"status": "closed"})), ""), Some(Bar::Over));
}

#[test]
fn a_deadline_is_too_near_for_the_small_before_it_is_for_the_large() {
    let of = |capacity: &str, date: &str| bar(profile(json!({"capacity": capacity})), by(date), "");
    assert_eq!([of("small", "2026-12-12"), of("small", "2026-12-13")], [Some(Bar::TooLate), None]);
    assert_eq!([of("medium", "2026-12-01"), of("medium", "2026-12-02")], [Some(Bar::TooLate), None]);
    assert_eq!([of("large", "2026-11-25"), of("large", "2026-11-26")], [Some(Bar::TooLate), None]);
}

#[test]
fn a_rolling_call_is_never_too_late() {
    assert_eq!(bar(profile(json!({})), call(json!({"deadline": {"kind": "rolling", "stages": []}})), ""), None);
}

#[test]
fn of_two_stages_the_first_has_to_be_kept() {
    let stages = json!({"deadline": {"kind": "two_stage", "stages": [{"date": "2026-11-25"}, {"date": "2027-05-01"}]}});
    assert_eq!(bar(profile(json!({})), call(stages), ""), Some(Bar::TooLate));
}

#[test]
fn a_call_that_is_not_for_the_country_or_the_body_is_no_pick() {
    let with = |axis: &str| {
        let mut call = call(json!({}));
        let no = sources::opportunity::Answer { verdict: sources::opportunity::Verdict::No, ..Default::default() };
        if axis == "country" {
            call.eligibility.country = no;
        } else {
            call.eligibility.body = no;
        }
        bar(profile(json!({})), call, "")
    };
    assert_eq!([with("country"), with("body")], [Some(Bar::Country), Some(Bar::Body)]);
}

#[test]
fn only_the_kinds_that_were_asked_for_are_picked() {
    assert_eq!(bar(profile(json!({"kinds": ["grant"]})), call(json!({})), ""), Some(Bar::Kind));
    assert_eq!(bar(profile(json!({"kinds": ["exhibition"]})), call(json!({})), ""), None);
}

#[test]
fn a_place_outside_the_size_limit_is_left_alone() {
    let text = "Open to towns of 50,000 to 249,999 inhabitants.";
    assert_eq!(bar(profile(json!({})), call(json!({})), text), Some(Bar::Size));
    assert_eq!(bar(profile(json!({"population": 60_000})), call(json!({})), text), None);
}

#[test]
fn a_call_for_the_druze_or_the_south_is_for_those_it_names() {
    let druze = call(json!({"title": "קול קורא לרשויות בחברה הדרוזית: תיירות", "lang": "he"}));
    assert_eq!(bar(profile(json!({})), druze.clone(), "המשרד לפיתוח הפריפריה, הנגב והגליל מפרסם קול קורא"), Some(Bar::Place));
    assert_eq!(bar(profile(json!({"name_he": "בית ג'ן"})), druze, "המשרד לפיתוח הפריפריה, הנגב והגליל מפרסם קול קורא"), None);
    let region = call(json!({"title": "תמיכה באירועי תיירות בנגב ובגליל", "lang": "he"}));
    assert_eq!(bar(profile(json!({"district": "המרכז"})), region.clone(), ""), Some(Bar::Place));
    assert_eq!(bar(profile(json!({"district": "הדרום"})), region, ""), None);
}

#[test]
fn a_people_and_a_region_named_together_have_to_fit_both() {
    let both = call(json!({"title": "קול קורא לרשויות בחברה הבדואית בנגב: חינוך", "lang": "he"}));
    assert_eq!(bar(profile(json!({"district": "הדרום", "name_he": "דימונה"})), both.clone(), ""), Some(Bar::Place));
    assert_eq!(bar(profile(json!({"district": "הדרום", "name_he": "רהט"})), both, ""), None);
}

#[test]
fn a_programme_for_the_residents_of_one_town_is_for_that_town() {
    let text = "For residents and staff of Eilat and its region.";
    assert_eq!(bar(profile(json!({})), call(json!({})), text), Some(Bar::Place));
    assert_eq!(bar(profile(json!({"name_he": "אילת", "name_en": "Eilat"})), call(json!({})), text), None);
    assert_eq!(bar(profile(json!({})), call(json!({})), "The embassy invites. Eilat hosts the fair."), None);
}

#[test]
fn a_town_is_known_by_the_names_of_its_profile_too() {
    let eilat = || profile(json!({"name_he": "אילת", "name_en": "Elat"}));
    let programme = || call(json!({"title": "Leadership programme in Elat and its region", "kind": "training"}));
    assert_eq!(bar(profile(json!({})), programme(), "For residents and staff of Eilat."), Some(Bar::Place));
    let found = picks(eilat(), &[(programme(), "For residents and staff of Eilat.")]);
    assert!(found[0].1.starts_with("מיועד במפורש לרשות שלכם"), "{found:?}");
}

#[test]
fn a_call_for_large_cities_is_told_to_large_cities_whatever_they_are_interested_in() {
    let mut challenge = call(json!({"title": "Mayors challenge for better city services", "kind": "competition"}));
    challenge.eligibility.country.verdict = sources::opportunity::Verdict::Yes;
    let text = "Mayors of cities with 100,000 residents or more compete.";
    let large = profile(json!({"population": 211_000, "topics": {"elderly": 2}}));
    assert!(picks(large, &[(challenge.clone(), text)])[0].1.starts_with("מיועד לרשויות בגודל שלכם"));
    assert!(picks(profile(json!({})), &[(challenge, text)]).is_empty());
}

#[test]
fn no_union_money_goes_where_the_territorial_clause_applies() {
    let eu = call(json!({"programme": "HORIZON-CL2-2027-01-HERITAGE-06"}));
    assert_eq!(bar(profile(json!({"eu_place": "conditional"})), eu.clone(), ""), Some(Bar::Place));
    assert_eq!(bar(profile(json!({})), eu, ""), None);
}

#[test]
fn an_unwanted_word_vetoes_in_title_and_text() {
    let unwanted = profile(json!({"words_unwanted": ["hydrogen"]}));
    assert_eq!(bar(unwanted.clone(), call(json!({"title": "Hydrogen cities"})), ""), Some(Bar::Word));
    assert_eq!(bar(unwanted, call(json!({})), "buses that burn hydrogen"), Some(Bar::Word));
}

#[test]
fn less_money_than_wanted_is_no_pick_and_no_sum_is_no_objection() {
    let paid =
        |max: Value| call(json!({"amount": {"min": null, "max": max, "total": null, "currency": "ILS", "cofunding_rate": null}}));
    let wants = || profile(json!({"min_amount": 10_000}));
    assert_eq!(bar(wants(), paid(json!(20_000)), ""), Some(Bar::Amount));
    assert_eq!(bar(wants(), paid(json!(80_000)), ""), None);
    assert_eq!(bar(wants(), paid(Value::Null), ""), None);
    let in_all = |total: i32| {
        call(json!({"amount": {"min": null, "max": null, "total": total, "currency": "EUR", "cofunding_rate": null}}))
    };
    assert_eq!([bar(wants(), in_all(9_000), ""), bar(wants(), in_all(90_000), "")], [Some(Bar::Amount), None]);
}

#[test]
fn news_sellers_and_tenders_are_no_calls() {
    let news = call(json!({"kind": "other", "deadline": {"kind": "unknown", "stages": []}}));
    assert_eq!(bar(profile(json!({})), news, "The mayor opened a museum."), Some(Bar::NoCall));
    for text in [
        "Ask for a quote after the webinar.",
        "Join our product experts for a live session.",
        "Your city gets a free trial for 30 days.",
        "Une remise exclusive pour les communes inscrites.",
        "Kommunen können die Software kostenlos testen.",
        "Una prueba gratuita para los ayuntamientos.",
        "הנחה בלעדית לרשויות שיירשמו.",
    ] {
        assert_eq!(bar(profile(json!({})), call(json!({})), text), Some(Bar::NoCall), "{text}");
    }
}

#[test]
fn what_only_a_german_city_can_lead_needs_a_german_twin() {
    let prize = call(json!({"title": "Preis für Städtepartnerschaften", "lang": "de", "kind": "competition"}));
    assert_eq!(bar(profile(json!({})), prize.clone(), ""), Some(Bar::NoLead));
    let twinned = profile(json!({"twin_cities": [{"name": "Goslar", "country": "DE"}]}));
    let found = picks(twinned, &[(prize, "Die deutsche Stadt und ihre Partnerstadt bewerben sich gemeinsam.")]);
    assert!(found[0].1.starts_with("העיר התאומה שלכם \u{2068}Goslar\u{2069} יכולה להוביל"), "{found:?}");
}

#[test]
fn a_citys_word_to_its_own_twins_is_for_its_twins() {
    let showcase = call(json!({"title": "Showcase of young artists", "kind": "competition"}));
    let text = "Students of Springfield and its sister cities may enter; the museum shows their work to tourists.";
    assert_eq!(bar(profile(json!({})), showcase.clone(), text), Some(Bar::NoLead));
    let twinned = profile(json!({"twin_cities": [{"name": "Springfield", "country": "US"}]}));
    assert_eq!(bar(twinned, showcase, text), None);
}

#[test]
fn a_twins_own_call_comes_before_every_topic() {
    let own = call(json!({"title": "Music week in Dortmund", "kind": "exchange", "url": "https://calls.example.org/2"}));
    let twinned = profile(json!({"twin_cities": [{"name": "Dortmund", "country": "DE"}]}));
    let found = picks(twinned, &[(call(json!({})), ""), (own, "The city of Dortmund invites its twin towns.")]);
    assert_eq!(found[0].0, "Music week in Dortmund");
    assert!(found[0].1.contains("Dortmund"), "{found:?}");
}

#[test]
fn a_call_for_our_municipalities_comes_before_a_research_topic_on_the_same() {
    let research = call(json!({
        "title": "Future of tourism", "kind": "call_for_proposals", "programme": "HORIZON-CL2-2027-01-HERITAGE-06", "url": "https://calls.example.org/0"
    }));
    let found = picks(profile(json!({})), &[(research, "Cities and visitors."), (call(json!({})), "For towns in Israel.")]);
    assert_eq!(
        found.iter().map(|(title, _)| title.as_str()).collect::<Vec<_>>(),
        ["Tourism fair: local authorities wanted", "Future of tourism"]
    );
}

#[test]
fn research_that_speaks_of_no_city_is_no_pick() {
    let research =
        call(json!({"title": "Quantum sensors in education", "kind": "call_for_proposals", "programme": "HORIZON-CL4-2027-01"}));
    assert!(picks(profile(json!({})), &[(research, "Photonic devices.")]).is_empty());
}

#[test]
fn where_nothing_meets_there_is_no_pick() {
    assert!(picks(profile(json!({"topics": {"elderly": 3}})), &[(call(json!({})), "")]).is_empty());
}

#[test]
fn a_topic_that_the_lists_do_not_know_is_taken_as_words() {
    let beekeeping = call(json!({"title": "Beekeeping in towns", "kind": "grant"}));
    let found = picks(profile(json!({"topics": {"beekeeping": 3}})), &[(beekeeping, "For local authorities.")]);
    assert_eq!(found.len(), 1);
}

#[test]
fn the_reason_is_one_sentence_in_the_language_of_the_letter() {
    let he = &picks(profile(json!({})), &[(call(json!({})), "")])[0].1;
    assert_eq!(he, "עוסק בתחום שסימנתם: תיירות (במודעה: \"\u{2068}Tourism\u{2069}\")");
    let en = &picks(profile(json!({"language": "en"})), &[(call(json!({})), "")])[0].1;
    assert_eq!(en, "about what you marked: Tourism (the notice says “\u{2068}Tourism\u{2069}”)");
}

#[test]
fn the_reason_does_not_repeat_the_deadline_that_the_letter_shows_anyway() {
    let reason = &picks(profile(json!({})), &[(call(json!({})), "")])[0].1;
    assert!(!reason.contains("המועד האחרון"), "{reason}");
}

#[test]
fn what_nobody_ticked_is_not_said_to_be_ticked_and_two_topics_are_two() {
    let reason = |profile: Profile| picks(profile, &[(call(json!({"title": "Tourism and culture in towns"})), "")])[0].1.clone();
    let said = |profile: Profile| reason(profile).split(" (").next().unwrap_or_default().to_owned();
    let ticked = profile(json!({"topics": {"tourism": 3, "culture": 3}}));
    assert!(said(ticked.clone()).starts_with("עוסק בתחומים שסימנתם: "), "{}", said(ticked));
    let defaults = Profile { topics_by_default: true, ..profile(json!({"topics": {"tourism": 2}})) };
    assert_eq!(said(defaults), "עוסק בתחום שמתאים לרשויות כמוכם: תיירות");
}

#[test]
fn whose_size_nobody_knows_is_not_told_that_it_is_of_the_right_size() {
    let text = "Local authorities in Israel with at least 60,000 residents may apply.";
    let reason = |population: u32| {
        let yes = json!({"verdict": "yes", "quote": null, "rule": null});
        let sized = call(json!({"eligibility": {"country": yes, "body": yes, "place": yes}}));
        picks(profile(json!({"population": population})), &[(sized, text)])[0].1.clone()
    };
    assert!(reason(70_000).contains("בגודל שלכם"), "{}", reason(70_000));
    assert!(!reason(0).contains("בגודל שלכם"), "{}", reason(0));
}

#[test]
fn a_wanted_word_lifts_and_is_said() {
    let plain = call(json!({"url": "https://calls.example.org/0"}));
    let coastal = call(json!({"title": "Tourism fair for the coastal towns", "url": "https://calls.example.org/9"}));
    let found = picks(
        profile(json!({"words_wanted": ["coast"]})),
        &[(plain, "For local authorities."), (coastal, "For local authorities.")],
    );
    assert_eq!(found[0].0, "Tourism fair for the coastal towns");
    assert!(found[0].1.contains("\u{2068}coastal\u{2069}"), "{found:?}");
}

#[test]
fn every_text_of_a_reason_is_there_in_both_languages() {
    OFFICE.i18n.require_for_readers(KEYS).unwrap();
}

#[test]
fn a_huge_and_hostile_text_costs_no_more_than_its_beginning() {
    let text = "נגב ".repeat(500_000) + &"\u{202E}<script>".repeat(1000);
    assert_eq!(bar(profile(json!({"district": "הדרום"})), call(json!({})), &text), None);
}

#[test]
fn mayors_of_ours_asked_to_meet_cities_from_abroad_are_told_whatever_they_ticked() {
    let asked = call(json!({"title": "International mayors conference: partnership between cities", "kind": "conference"}));
    let text = "Mayors from abroad meet mayors of Israeli local authorities on city diplomacy. Nominate an initiative by 20 February 2027.";
    let found = picks(profile(json!({"topics": {"sport": 3}})), &[(asked.clone(), text)]);
    assert!(found.first().is_some_and(|(_, reason)| reason.contains("למפגש עם ערים מחו")), "{found:?}");
    let elsewhere = "Mayors meet mayors on city diplomacy. Nominate an initiative by 20 February 2027.";
    assert!(picks(profile(json!({"topics": {"sport": 3}})), &[(asked, elsewhere)]).is_empty());
}

#[test]
fn a_country_concluded_from_a_name_alone_gives_way_to_a_text_that_asks_ours() {
    let no = |rule: &str| {
        let unknown = json!({"verdict": "unknown", "quote": null, "rule": null});
        let others = json!({"verdict": "no", "quote": "Chinese", "rule": rule});
        call(
            json!({"title": "Delegation of Chinese mayors: hosts wanted", "eligibility": {"country": others, "body": unknown, "place": unknown}}),
        )
    };
    let asks_ours = "Chinese mayors come to Israel. Local authorities with tourism may ask to host them.";
    assert_eq!(bar(profile(json!({})), no("country.others_only"), asks_ours), None);
    assert_eq!(bar(profile(json!({})), no("country.excluded"), asks_ours), Some(Bar::Country));
    assert_eq!(bar(profile(json!({})), no("country.others_only"), "Local authorities in China may apply."), Some(Bar::Country));
}

#[test]
fn what_is_for_places_of_the_union_is_not_for_ours_unless_it_names_israel() {
    let text = "The award goes to towns in member states of the European Union.";
    assert_eq!(bar(profile(json!({})), call(json!({})), text), Some(Bar::Country));
    assert_eq!(bar(profile(json!({})), call(json!({})), &format!("{text} Towns in Israel may enter too.")), None);
}

#[test]
fn what_is_too_late_to_begin_is_no_news_but_is_said_and_followed_by_those_who_know_it() {
    let (office, profiles, names) = (&*OFFICE, [profile(json!({}))], names());
    let desk = Desk::new(&office.lexicon, &office.rules, &office.i18n, &profiles, &names);
    let near = call(json!({"deadline": {"kind": "fixed", "stages": [{"date": "2026-11-25"}]}}));
    let candidates = [desk.candidate("near", &near, "")];
    let count = |picks: Vec<Pick>| picks.len();
    assert_eq!(count(desk.pick(0, &candidates, today(), |_| true)), 0);
    assert_eq!(count(desk.pick_late(0, &candidates, today(), |_| true)), 1);
    assert_eq!(count(desk.pick_known(0, &candidates, today(), |_| true)), 1);
    assert_eq!(count(desk.pick_late(0, &candidates, today(), |_| false)), 0);
}

#[test]
fn a_buyers_notice_is_no_call_unless_its_title_says_that_it_is_one() {
    let barred = |title: &str, text: &str| bar(profile(json!({})), call(json!({"title": title})), text);
    assert_eq!(barred("מכרז פומבי להפעלת מרכז תיירות", "העירייה מזמינה גופים להציע."), Some(Bar::NoCall));
    assert_eq!(barred("Tender: tourism centre", "The city looks for an operator."), Some(Bar::NoCall));
    assert_eq!(barred("הפעלת מרכז תיירות", "ההצעות יוכנסו לתיבת המכרזים."), Some(Bar::NoCall));
    assert_eq!(barred("קול קורא לרשויות: תיירות", "סוג: מכרז סגור."), None);
    assert_eq!(barred("מכרז סגור – קול קורא לרשויות: תיירות", ""), None);
}

#[test]
fn a_delegation_asks_those_who_care_for_what_it_comes_for_to_receive_it() {
    let visit = call(json!({"title": "Delegation of mayors: host cities wanted", "kind": "exchange"}));
    let text = "Mayors come to Israel. Local authorities that offer tourism may ask to host them.";
    let reasons = |weight: u8| picks(profile(json!({"topics": {"tourism": weight}})), &[(visit.clone(), text)]);
    assert!(reasons(3)[0].1.contains("לארח אורחים מחו"), "{:?}", reasons(3));
    assert!(!reasons(1).iter().any(|(_, reason)| reason.contains("לארח")));
}
