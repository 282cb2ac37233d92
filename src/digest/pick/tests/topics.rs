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
        ("agriculture", "Israeli regional councils show their olive oil and their vineyards."),
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
