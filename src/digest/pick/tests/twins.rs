//! Whose twins a call means, and who could lead where only somebody there can.

use super::*;

fn twinned(name: &str, country: &str) -> Profile {
    profile(json!({"twin_cities": [{"name": name, "country": country}]}))
}

/// A visit of cities, in the language of `text`.
fn visit(lang: &str) -> Opportunity {
    call(json!({"title": "2027", "kind": "exchange", "lang": lang}))
}

#[test]
fn a_call_to_the_twins_of_one_city_is_for_those_alone() {
    for (lang, text) in [
        ("fr", "La Ville de Nancy réunit ses onze villes jumelées autour du tourisme."),
        ("fr", "Nancy : un printemps avec nos villes jumelées, et les villes jumelées présentent leur tourisme."),
        ("fr", "Seules les villes jumelées avec Nancy peuvent envoyer une délégation."),
        ("fr", "Les communes jumelées avec la ville de Nancy sont invitées."),
        ("en", "Nancy invites its eleven twin towns to a week on tourism."),
        ("en", "Nancy's partner cities are invited to send four officers."),
        ("en", "Only the twin towns of Nancy can take part."),
        ("de", "Nancy lädt seine zwölf Partnerstädte zur Fachwoche ein."),
        ("de", "Eingeladen sind die Partnerstädte von Nancy."),
        ("es", "La ciudad invita a las ciudades hermanadas con Nancy."),
    ] {
        assert_eq!(bar(twinned("Bordeaux", "FR"), visit(lang), text), Some(Bar::NoLead), "{text}");
        assert_eq!(bar(profile(json!({})), visit(lang), text), Some(Bar::NoLead), "{text}");
        assert_eq!(bar(twinned("Nancy", "FR"), visit(lang), text), None, "{text}");
    }
}

#[test]
fn a_call_to_twins_in_general_is_for_whoever_has_one_there() {
    for (lang, text) in [
        ("fr", "Échanges de jeunes entre villes jumelées : ouvert jusqu’au 21 avril 2027."),
        ("fr", "Chaque ville candidate avec ses villes jumelées."),
        ("fr", "Les collectivités déposent un projet avec leurs partenaires étrangers."),
    ] {
        assert_eq!(bar(twinned("Bordeaux", "FR"), visit(lang), text), None, "{text}");
    }
    let others_too = "Dortmund invites choirs from its twin towns and from other towns twinned with a German city.";
    assert_eq!(bar(twinned("Passau", "DE"), visit("en"), others_too), None);
    let anybody = "Each city applies together with its twin towns and local authorities.";
    assert_eq!(bar(profile(json!({})), visit("en"), anybody), None);
}

#[test]
fn where_the_german_or_french_side_applies_a_twin_there_has_to() {
    for (lang, country, text) in [
        (
            "de",
            "DE",
            "Antragsberechtigt ist die deutsche Kommune; sie reicht den Beitrag mit ihrer israelischen Partnerkommune ein.",
        ),
        ("de", "DE", "Die deutsche Stadt stellt den Antrag gemeinsam mit ihrem Partner."),
        ("de", "DE", "Der Antrag wird von der deutschen Gemeinde gestellt."),
        ("de", "DE", "Deutsche Kommunen gemeinsam mit ihren israelischen Partnern können sich bewerben."),
        ("en", "DE", "The German municipality applies, its partner abroad joins."),
        ("fr", "FR", "La collectivité française dépose la demande avec son partenaire israélien."),
        ("fr", "FR", "Le dossier est porté par la collectivité française."),
    ] {
        assert_eq!(bar(profile(json!({})), visit(lang), text), Some(Bar::NoLead), "{text}");
        assert_eq!(bar(twinned("Springfield", country), visit(lang), text), None, "{text}");
    }
}

#[test]
fn authorities_of_both_countries_together_mean_those_who_have_a_twin_there() {
    let joint = call(json!({"title": "Förderung gemeinsamer Vorhaben", "lang": "de"}));
    let text = "Eine deutsche und eine israelische Kommune unterschreiben den Antrag gemeinsam.";
    let with =
        |country: &str| profile(json!({"topics": {"sport": 3}, "twin_cities": [{"name": "Wiesbaden", "country": country}]}));
    let found = picks(with("DE"), &[(joint.clone(), text)]);
    assert!(found.first().is_some_and(|(_, reason)| reason.contains("פתוח לכם בזכות העיר התאומה")), "{found:?}");
    assert!(picks(with("FR"), &[(joint, text)]).is_empty());
    let on_matters = call(json!({"title": "Wasser: Förderung gemeinsamer Vorhaben", "lang": "de"}));
    assert!(picks(with("DE"), &[(on_matters, text)]).is_empty());
}

#[test]
fn priority_to_twinned_towns_asks_nobody_for_a_twin() {
    for (lang, text) in [
        ("fr", "Les communes israéliennes déposent leur demande. Priorité aux villes jumelées avec une ville française."),
        ("en", "Israeli towns apply. Priority to towns twinned with a German city."),
        ("de", "Israelische Kommunen bewerben sich. Vorrang haben Kommunen mit einer deutschen Partnerstadt."),
    ] {
        assert_eq!(bar(profile(json!({})), visit(lang), text), None, "{text}");
    }
}

#[test]
fn groups_that_our_twin_asks_come_through_us() {
    let no = json!({"verdict": "no", "quote": "choirs", "rule": "body.others"});
    let unknown = json!({"verdict": "unknown", "quote": null, "rule": null});
    let choirs = call(json!({"title": "Choirs in Springfield", "kind": "exchange",
        "eligibility": {"country": unknown, "body": no, "place": unknown}}));
    let text = "The city of Springfield invites choirs from its twin towns.";
    assert_eq!(bar(twinned("Springfield", "DE"), choirs.clone(), text), None);
    assert!(bar(profile(json!({})), choirs, text).is_some());
}

#[test]
fn a_twin_is_known_by_its_name_in_any_language() {
    for (written, country, lang, text) in [
        ("דורטמונד", "DE", "en", "Dortmund invites its twin towns to a joint climate project."),
        ("Cologne", "DE", "de", "Eingeladen sind die Partnerstädte von Köln."),
        ("Koeln", "DE", "de", "Eingeladen sind die Partnerstädte von Köln."),
        ("Köln", "DE", "de", "Eingeladen sind die Partnerstädte von Koeln."),
        ("נירנברג", "DE", "de", "Nürnberg lädt seine zwölf Partnerstädte zur Fachwoche ein."),
        ("Nürnberg", "DE", "en", "Nuremberg's partner cities are invited to send four officers."),
        ("ניס", "FR", "en", "Nice invites its twin towns to a week on tourism."),
        ("Frankfurt am Main", "DE", "en", "Frankfurt invites its twin towns to a week on tourism."),
        ("Newcastle", "GB", "en", "Newcastle upon Tyne invites its twin towns."),
        ("Dortmund", "DE", "he", "העיר דורטמונד מזמינה את הערים התאומות שלה."),
    ] {
        assert_eq!(bar(twinned(written, country), visit(lang), text), None, "{written}: {text}");
        assert_eq!(bar(twinned("Springfield", country), visit(lang), text), Some(Bar::NoLead), "{written}: {text}");
    }
    let found = picks(twinned("דורטמונד", "DE"), &[(visit("en"), "Dortmund invites its twin towns to a joint climate project.")]);
    assert!(found.first().is_some_and(|(_, reason)| reason.contains("דורטמונד")), "{found:?}");
}

#[test]
fn a_word_that_is_a_city_with_a_capital_letter_is_none_without_it() {
    let text = "Springfield invites its twin towns to a nice week.";
    assert_eq!(bar(twinned("Nice", "FR"), visit("en"), text), Some(Bar::NoLead));
}
