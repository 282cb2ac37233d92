//! What counts as a topic, and who is asked without one.

use super::*;

fn is_picked(profile: Value, call: Opportunity, text: &str) -> bool {
    !picks(super::profile(profile), &[(call, text)]).is_empty()
}

/// A grant that says nothing in its title but what is given.
fn grant(title: &str) -> Opportunity {
    let yes = json!({"verdict": "yes", "quote": null, "rule": null});
    let unknown = json!({"verdict": "unknown", "quote": null, "rule": null});
    call(json!({"title": title, "kind": "grant", "eligibility": {"country": yes, "body": yes, "place": unknown}}))
}

#[test]
fn a_hint_in_title_and_text_is_one_hint() {
    let innovation = json!({"topics": {"innovation-smart-city": 3}});
    let text = |what: &str| format!("Israeli local authorities may apply. {what}");
    assert!(!is_picked(innovation.clone(), grant("Pilots"), &text("Six pilots will be paid.")));
    assert!(is_picked(innovation, grant("Pilots"), &text("Six pilots for smart cities will be paid.")));
}

#[test]
fn a_name_is_no_topic() {
    let innovation = json!({"topics": {"innovation-smart-city": 3}});
    let text = "The Israel Innovation Authority pays local authorities in Israel for sports halls.";
    assert!(!is_picked(innovation, grant("Sports halls"), text));
    let education = json!({"topics": {"education": 3}});
    assert!(!is_picked(education, grant("Pitches wanted"), "Israeli municipalities host football schools."));
}

#[test]
fn what_a_department_works_on_is_its_topic() {
    for (slug, text) in [
        ("agriculture", "Israeli municipalities show their olive oil and their vineyards."),
        ("water", "Municipios de Israel ribereños de un lago o embalse pueden participar."),
        ("community-safety", "Local authorities in Israel that work against gangs and blood feuds."),
        ("biodiversity", "Israeli towns on the way of migrating birds keep their night sky dark."),
        ("religion-interfaith", "Israeli cities with churches, mosques and synagogues bring their clergy together."),
        ("elderly", "Age-friendly towns in Israel are honoured."),
    ] {
        let lang = if text.starts_with("Municipios") { "es" } else { "en" };
        let call = Opportunity { lang: Some(lang.to_owned()), ..grant("2027") };
        assert!(is_picked(json!({"topics": {slug: 3}}), call, text), "{slug}");
    }
}

#[test]
fn a_delegation_asks_those_who_ticked_what_it_comes_for_and_a_conference_every_mayor() {
    let text = "Local authorities in Israel that offer tourism may host mayors from abroad for a day: city diplomacy.";
    let of =
        |kind: &str| Opportunity { kind: serde_json::from_value(json!(kind)).unwrap(), ..grant("Mayors meet: city diplomacy") };
    let (tourism, sport) = (json!({"topics": {"tourism": 3}}), json!({"topics": {"sport": 3}}));
    assert!(is_picked(tourism, of("exchange"), text));
    assert!(!is_picked(sport.clone(), of("exchange"), text));
    assert!(is_picked(sport, of("conference"), text));
}

#[test]
fn a_call_for_a_small_people_is_every_such_authority_s_business() {
    let text = "קול קורא לרשויות מקומיות בישראל בחברה הדרוזית: מבני ציבור.";
    let call = || Opportunity { lang: Some("he".to_owned()), ..grant("קול קורא") };
    let druze = json!({"name_he": "חורפיש", "name_en": "Hurfeish", "type": "local_council", "topics": {"tourism": 3}});
    assert!(is_picked(druze, call(), text));
    assert!(!is_picked(json!({"topics": {"tourism": 3}}), call(), text));
}

#[test]
fn a_partnership_that_is_not_needed_asks_for_no_twin() {
    let german = || Opportunity { lang: Some("de".to_owned()), ..grant("Reisen") };
    let who = "Kommunen in Israel können sich um Tourismus bewerben. ";
    assert!(!is_picked(json!({}), german(), &format!("{who}Die deutsche Stadt stellt den Antrag.")));
    assert!(is_picked(json!({}), german(), &format!("{who}Eine deutsche Partnerstadt ist nicht nötig.")));
}

#[test]
fn what_gets_no_money_is_no_topic() {
    let wanted = |lang: &str, text: &str| {
        let opportunity = Opportunity { lang: Some(lang.to_owned()), ..grant("Fund for local authorities in Israel") };
        is_picked(json!({"topics": {"tourism": 3}}), opportunity, text)
    };
    assert!(wanted("en", "It pays for tourism, trails and hotels."));
    for (lang, text) in [
        ("en", "It pays for roads. Tourism, trails and hotels are excluded."),
        ("en", "It pays for roads. No tourism projects."),
        ("de", "Gefördert werden Straßen. Tourismus und Hotels werden nicht gefördert."),
        ("de", "Gefördert werden Straßen. Keine touristischen Vorhaben."),
        ("fr", "Le fonds finance des routes. Le tourisme et les hôtels sont exclus."),
        ("es", "El fondo financia calles. Quedan excluidos el turismo y los hoteles."),
        ("he", "הקרן מממנת כבישים. לא ימומנו תיירות ומלונות."),
    ] {
        assert!(!wanted(lang, text), "{text}");
    }
}

#[test]
fn a_weak_word_needs_company_and_counts_for_nothing_beside_a_title_on_something_else() {
    let waste = || profile(json!({"topics": {"waste": 3}}));
    let fund = |title: &str| call(json!({"title": title}));
    assert!(picks(waste(), &[(fund("Fund for local authorities"), "It pays for the repair of town halls.")]).is_empty());
    assert_eq!(picks(waste(), &[(fund("Fund for local authorities"), "It pays for repair and reuse of clothes.")]).len(), 1);
    assert!(picks(waste(), &[(fund("Theatre fund for local authorities"), "Costumes: repair and reuse of clothes.")]).is_empty());
}

#[test]
fn everyday_words_say_a_topic_in_each_language() {
    for (topic, lang, text) in [
        ("elderly", "en", "Local authorities apply for home visits to pensioners."),
        ("climate", "en", "Local authorities apply for help against heat stress."),
        ("energy", "he", "רשויות מקומיות יתקינו פאנלים סולאריים."),
        ("education", "he", "רשויות מקומיות יגישו תוכניות להוראת אנגלית."),
        ("digital", "fr", "Les communes ouvrent leurs données par des algorithmes."),
        ("people-to-people", "de", "Kommunen laden zu Bürgerbegegnungen ein."),
        ("urban-planning", "es", "Los ayuntamientos renuevan sus espacios públicos."),
    ] {
        let found = picks(profile(json!({"topics": {topic: 3}})), &[(call(json!({"title": "2027", "lang": lang})), text)]);
        assert_eq!(found.len(), 1, "{topic}: {text}");
    }
}

#[test]
fn a_word_within_a_phrase_on_something_else_is_half_a_word() {
    let found = |text: &str| {
        picks(profile(json!({"topics": {"culture": 3}})), &[(call(json!({"title": "Fund for local authorities"})), text)]).len()
    };
    assert_eq!(found("It supports culture."), 1);
    assert_eq!(found("It takes part in the European Capital of Innovation."), 0);
}

#[test]
fn a_title_on_a_way_to_do_things_is_no_less_about_the_rest() {
    let grants = call(json!({"title": "Small grants for public diplomacy: local authorities"}));
    let found = picks(profile(json!({"topics": {"education": 3}})), &[(grants, "Israeli towns apply with English teaching.")]);
    assert_eq!(found.len(), 1);
}

#[test]
fn a_proof_that_nobody_reads_is_left_out_of_the_reason() {
    let spanish = call(json!({"title": "Premio de turismo para municipios", "lang": "es"}));
    let found = picks(profile(json!({})), &[(spanish, "Los ayuntamientos pueden presentarse.")]);
    assert_eq!(found[0].1, "עוסק בתחום שסימנתם: תיירות");
}

#[test]
fn a_short_wanted_word_is_found_whole_or_in_the_plural() {
    let said = |title: &str| {
        let found =
            picks(profile(json!({"words_wanted": ["port"]})), &[(call(json!({"title": title})), "For local authorities.")]);
        found[0].1.contains("שביקשתם")
    };
    assert!(said("Tourism in old ports") && said("Tourism in a port"));
    assert!(!said("Tourism portal") && !said("Porter le tourisme, tourism"));
}

#[test]
fn a_prize_of_our_size_on_another_matter_is_for_those_who_care_for_it() {
    let award = |title: &str| {
        let yes = json!({"verdict": "yes", "quote": null, "rule": null});
        call(json!({"title": title, "kind": "competition", "eligibility": {"country": yes, "body": yes, "place": yes}}))
    };
    let text = "Local authorities in Israel with more than 60,000 inhabitants may enter.";
    let of = |topic: &str| json!({"population": 90_000, "topics": {topic: 3}});
    assert!(!is_picked(of("tourism"), award("Food Cities Award"), text));
    assert!(is_picked(of("food"), award("Food Cities Award"), text));
    assert!(is_picked(of("tourism"), award("Award for cities"), text));
}

#[test]
fn a_service_is_no_song_and_compostela_no_compost() {
    assert!(!is_picked(json!({"topics": {"arts": 3}}), grant("מענקים לרשויות: שיפור השירות לתושב"), "בשירות הציבור."));
    assert!(!is_picked(json!({"topics": {"waste": 3}}), grant("Grants for towns"), "Santiago de Compostela invites towns."));
}

#[test]
fn every_topic_has_its_name_in_arabic() {
    let texts = OFFICE.i18n.of(Language::Ar);
    let unnamed: Vec<_> =
        OFFICE.lexicon.topics.iter().filter(|topic| texts.find(&format!("topic_name.{}", topic.slug)).is_none()).collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
}
