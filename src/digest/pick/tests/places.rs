//! Places within the country: regions, peoples, and closed lists of names.

use super::*;

fn of(name_he: &str, name_en: &str, district: &str) -> Profile {
    profile(json!({"name_he": name_he, "name_en": name_en, "district": district, "topics": {"tourism": 3}}))
}

/// Who of those given may have a call with this text.
fn may<'p>(text: &str, places: &[(&'p str, Profile)]) -> Vec<&'p str> {
    let free = |profile: &Profile| bar(profile.clone(), call(json!({})), text).is_none();
    places.iter().filter(|(_, profile)| free(profile)).map(|(name, _)| *name).collect()
}

fn mixed_and_others() -> Vec<(&'static str, Profile)> {
    vec![
        ("Lod", of("לוד", "Lod", "המרכז")),
        ("Akko", of("עכו", "Akko", "הצפון")),
        ("Haifa", of("חיפה", "Haifa", "חיפה")),
        ("Rahat", of("רהט", "Rahat", "הדרום")),
        ("Karmiel", of("כרמיאל", "Karmiel", "הצפון")),
    ]
}

#[test]
fn a_closed_list_of_names_is_for_those_it_names() {
    for text in [
        "The foundation invites the cities of Akko, Lod and Haifa to send a letter.",
        "Open to three municipalities: Haifa, Lod, Akko.",
        "Grants for local authorities whose residents fled – Akko, Haifa and Lod – pay for shelters.",
        "הקרן מזמינה את העיריות חיפה, לוד ועכו להגיש הצעה.",
        "מענקים לרשויות שנפגעו: עכו, לוד, חיפה.",
        "רשאיות להגיש הרשויות הבאות: לוד, עכו וחיפה. רשויות אחרות אינן יכולות להגיש.",
        "הקול הקורא מיועד לערים (עכו, חיפה, לוד).",
        "Only the municipalities of Acre, Lydda and Haifa may apply.",
        "Haifa, Akko and Lod may apply.",
        "La fondation invite les villes de Haifa, Lod et Akko.",
        "Die Stiftung lädt die Städte Haifa, Lod und Akko ein.",
    ] {
        assert_eq!(may(text, &mixed_and_others()), ["Lod", "Akko", "Haifa"], "{text}");
    }
}

#[test]
fn the_kind_of_authority_may_stand_inside_a_list() {
    let north = [
        ("Kiryat Shmona", of("קריית שמונה", "Kiryat Shmona", "הצפון")),
        ("Mateh Asher", of("מטה אשר", "Mateh Asher", "הצפון")),
        ("Upper Galilee", of("הגליל העליון", "Upper Galilee", "הצפון")),
        ("Karmiel", of("כרמיאל", "Karmiel", "הצפון")),
    ];
    for text in [
        "מענקים לרשויות שפונו: קריית שמונה והמועצות האזוריות הגליל העליון ומטה אשר.",
        "The call is for authorities on the border: Kiryat Shmona and the regional councils Upper Galilee and Mateh Asher.",
    ] {
        assert_eq!(may(text, &north), ["Kiryat Shmona", "Mateh Asher", "Upper Galilee"], "{text}");
    }
}

#[test]
fn who_is_on_the_list_is_told_so() {
    let text = "Only the cities of Akko, Lod and Haifa may apply; others cannot.";
    let found = picks(of("לוד", "Lod", "המרכז"), &[(call(json!({})), text)]);
    assert!(found[0].1.starts_with("מיועד במפורש לרשות שלכם"), "{found:?}");
}

#[test]
fn names_by_the_way_are_no_list() {
    for text in [
        "The embassy invites local authorities to meetings in Haifa and Lod.",
        "Municipalities may apply; cities such as Haifa, Lod and Akko took part last year.",
        "Local authorities can apply. Winners of the last round: the cities of Haifa, Lod and Akko.",
        "עיריות מוזמנות להגיש. התכנית כבר פועלת בערים חיפה, לוד ועכו.",
        "רשויות מקומיות מוזמנות לכנסים: בחיפה יתקיים הראשון, בלוד השני.",
        "Open to all municipalities, for example Haifa, Lod.",
    ] {
        assert_eq!(may(text, &mixed_and_others()).len(), 5, "{text}");
    }
}

#[test]
fn negev_and_galilee_are_two_regions() {
    let places = [
        ("Beer Sheva", of("באר שבע", "Be'er Sheva", "הדרום")),
        ("Dimona", of("דימונה", "Dimona", "הדרום")),
        ("Ashdod", of("אשדוד", "Ashdod", "הדרום")),
        ("Kiryat Gat", of("קריית גת", "Kiryat Gat", "הדרום")),
        ("Karmiel", of("כרמיאל", "Karmiel", "הצפון")),
        ("Netanya", of("נתניה", "Netanya", "המרכז")),
    ];
    for (text, expected) in [
        ("Local authorities in the Negev may apply.", vec!["Beer Sheva", "Dimona"]),
        ("רשויות מקומיות בנגב מוזמנות להגיש.", vec!["Beer Sheva", "Dimona"]),
        ("Municipalities of the Galilee can apply.", vec!["Karmiel"]),
        ("רשויות בגליל רשאיות להגיש.", vec!["Karmiel"]),
        ("רשויות בנגב ובגליל רשאיות להגיש.", vec!["Beer Sheva", "Dimona", "Karmiel"]),
        ("Councils in the Negev and the Galilee", vec!["Beer Sheva", "Dimona", "Karmiel"]),
        ("Gemeinden im Negev", vec!["Beer Sheva", "Dimona"]),
    ] {
        assert_eq!(may(text, &places), expected, "{text}");
    }
}

#[test]
fn a_municipality_whose_name_holds_a_region_names_none() {
    let text = "הסיור ייערך במועצה האזורית הגליל העליון, ורשויות מכל הארץ מוזמנות.";
    assert_eq!(may(text, &[("Netanya", of("נתניה", "Netanya", "המרכז"))]), ["Netanya"]);
}

#[test]
fn a_people_named_beside_towns_is_a_condition() {
    let places = [
        ("Hura", of("חורה", "Hura", "הדרום")),
        ("Zarzir", of("זרזיר", "Zarzir", "הצפון")),
        ("Tayibe", of("טייבה", "Tayibe", "המרכז")),
        ("Beit Jann", of("בית ג'ן", "Beit Jann", "הצפון")),
        ("Kfar Kama", of("כפר כמא", "Kafar Kama", "הצפון")),
        ("Lod", of("לוד", "Lod", "המרכז")),
        ("Elad", of("אלעד", "El'ad", "המרכז")),
        ("Dimona", of("דימונה", "Dimona", "הדרום")),
    ];
    for (text, expected) in [
        ("Two Bedouin local councils or cities in the Negev will host workshops.", vec!["Hura"]),
        ("Bedouin towns and villages may apply.", vec!["Hura", "Zarzir"]),
        ("רשויות מקומיות בדואיות מוזמנות.", vec!["Hura", "Zarzir"]),
        ("היישובים הבדואיים בנגב", vec!["Hura"]),
        ("קול קורא לרשויות ערביות", vec!["Hura", "Zarzir", "Tayibe"]),
        ("Arab local authorities can ask for help.", vec!["Hura", "Zarzir", "Tayibe"]),
        ("Arab, Druze and Circassian municipalities", vec!["Hura", "Zarzir", "Tayibe", "Beit Jann", "Kfar Kama"]),
        ("רשויות מקומיות דרוזיות וצ'רקסיות", vec!["Beit Jann", "Kfar Kama"]),
        ("Druze villages only", vec!["Beit Jann"]),
        ("Communes arabes", vec!["Hura", "Zarzir", "Tayibe"]),
        ("ערים חרדיות מוזמנות להגיש", vec!["Elad"]),
        ("Haredi cities and councils", vec!["Elad"]),
        ("ערים שבהן חיים יהודים וערבים", vec!["Lod"]),
        ("Mixed cities and cities where Jews and Arabs live may apply.", vec!["Lod"]),
        ("Mixed and Arab municipalities may apply: mixed cities first.", vec!["Hura", "Zarzir", "Tayibe", "Lod"]),
    ] {
        assert_eq!(may(text, &places), expected, "{text}");
    }
}

#[test]
fn a_people_by_the_way_is_no_condition() {
    let lod = [("Karmiel", of("כרמיאל", "Karmiel", "הצפון"))];
    for text in [
        "Local authorities that work with Bedouin women may apply.",
        "עדיפות תינתן לרשויות ערביות ולערים מעורבות.",
        "Priority is given to Arab towns.",
        "Programme for Jewish and Arab municipalities",
        "רשויות יהודיות וערביות מוזמנות יחד",
        "Municipalities may apply, especially Druze and Bedouin towns.",
        "Forms in Arabic or Hebrew from the city",
    ] {
        assert_eq!(may(text, &lod), ["Karmiel"], "{text}");
    }
}

#[test]
fn a_notice_that_calls_one_kind_of_authority_alone_is_for_that_kind() {
    let growers = call(json!({"title": "Tourism fair: stand of the regional councils", "summary": null}));
    let of = |kind: &str, text: &str| bar(profile(json!({"type": kind})), growers.clone(), text);
    assert_eq!(of("city", "Regional councils may share a stand."), Some(Bar::Place));
    assert_eq!(of("regional_council", "Regional councils may share a stand."), None);
    assert_eq!(of("city", "Regional councils and other local authorities may share a stand."), None);
}

#[test]
fn the_borders_are_regions() {
    let text = "Grants go to local authorities near Gaza and along the Lebanese border.";
    let places = [
        ("Sderot", of("שדרות", "Sderot", "הדרום")),
        ("Kiryat Shmona", of("קריית שמונה", "Qiryat Shemona", "הצפון")),
        ("Hura", of("חורה", "Hura", "הדרום")),
        ("Holon", of("חולון", "Holon", "תל אביב")),
    ];
    assert_eq!(may(text, &places), ["Sderot", "Kiryat Shmona"]);
}

#[test]
fn harbours_are_less_to_a_town_inland_and_villages_to_a_city() {
    let found = |profile: Profile, title: &str| {
        let plain = call(json!({"title": "Tourism prize for municipalities", "url": "https://calls.example.org/0"}));
        let other = call(json!({"title": title, "url": "https://calls.example.org/9"}));
        picks(profile, &[(plain, ""), (other, "For tourists.")]).into_iter().map(|(title, _)| title).collect::<Vec<_>>()
    };
    let harbours = "Tourism prize for harbour municipalities";
    assert_eq!(found(of("עכו", "Akko", "הצפון"), harbours)[0], harbours);
    assert_ne!(found(of("כרמיאל", "Karmiel", "הצפון"), harbours)[0], harbours);
}

#[test]
fn a_people_says_more_than_the_region_it_lives_in() {
    let call = call(json!({"title": "Tourism call for local authorities of Bedouin society in the Negev"}));
    let found = picks(of("רהט", "Rahat", "הדרום"), &[(call, "")]);
    assert!(found[0].1.contains("בחברה הבדואית"), "{found:?}");
}

#[test]
fn a_region_that_a_council_is_called_by_is_still_a_region() {
    let text = "Grants go to local authorities of the Upper Galilee and the Golan.";
    let places = [
        ("Kiryat Shmona", of("קריית שמונה", "Qiryat Shemona", "הצפון")),
        ("Majdal Shams", of("מג'דל שמס", "Majdal Shams", "הצפון")),
        ("Hura", of("חורה", "Hura", "הדרום")),
    ];
    assert_eq!(may(text, &places), ["Kiryat Shmona", "Majdal Shams"]);
}

#[test]
fn local_and_regional_councils_are_of_both_kinds() {
    let council = |kind: &str| Profile {
        name_en: "Hura".to_owned(),
        ..profile(json!({"type": kind, "name_he": "חורה", "district": "הדרום"}))
    };
    let both = "Local and regional councils of the Negev can get a grant.";
    assert_eq!(
        may(both, &[("local", council("local_council")), ("regional", council("regional_council"))]),
        ["local", "regional"]
    );
}

#[test]
fn a_region_where_something_is_or_was_shuts_nobody_out() {
    let places = [("Netanya", of("נתניה", "Netanya", "המרכז")), ("Karmiel", of("כרמיאל", "Karmiel", "הצפון"))];
    for text in [
        "Local authorities may apply. The closing evening is at a guest house in the Galilee.",
        "A teachers' college in the Negev invites Israeli local authorities.",
        "The Galilee Choir asks Israeli towns to join.",
        "Israeli local authorities may apply, from the Galilee to Eilat.",
        "Israeli local authorities that took in guests from the Gaza envelope may apply.",
        "Local authorities may apply. Last year the winners were towns in the Negev.",
        "Local authorities may apply. Winners were Bedouin towns.",
        "רשויות מקומיות מוזמנות. ערב הסיום יתקיים בבית הארחה בגליל.",
        "רשויות מקומיות מכל הארץ, מהגליל ועד הנגב, מוזמנות להגיש.",
        "Kommunen können sich bewerben. Das Treffen findet im Negev statt.",
        "רשויות מקומיות מוזמנות. סיור לגליל יתקיים ביוני.",
    ] {
        assert_eq!(may(text, &places), ["Netanya", "Karmiel"], "{text}");
    }
    for text in [
        "Towns that lie in the Galilee may apply.",
        "Galilee towns may apply.",
        "The fund pays for concerts in the Galilee only.",
        "הקרן מסייעת לגליל.",
        "تتقدم السلطات المحلية في الجليل.",
    ] {
        assert_eq!(may(text, &places), ["Karmiel"], "{text}");
    }
}

#[test]
fn one_name_with_a_word_that_shuts_the_others_out_is_a_list() {
    for text in [
        "Only the municipality of Haifa may apply.",
        "The municipality of Haifa only is invited to apply.",
        "עיריית חיפה בלבד מוזמנת להגיש.",
        "רק עיריית חיפה רשאית להגיש.",
    ] {
        assert_eq!(may(text, &mixed_and_others()), ["Haifa"], "{text}");
    }
    for open in [
        "The municipality of Haifa invites cities; only registered teams may apply.",
        "Israeli municipalities may apply by 5 May 2027. Only the municipality of Haifa may apply for a second grant.",
    ] {
        assert_eq!(may(open, &mixed_and_others()).len(), mixed_and_others().len(), "{open}");
    }
}

#[test]
fn peoples_are_known_in_arabic_and_named_in_it() {
    let places = [
        ("Hura", of("חורה", "Hura", "הדרום")),
        ("Beit Jann", of("בית ג'ן", "Beit Jann", "הצפון")),
        ("Dimona", of("דימונה", "Dimona", "הדרום")),
    ];
    for (text, expected) in [
        ("تتقدم السلطات المحلية البدوية في النقب.", vec!["Hura"]),
        ("السلطات المحلية الدرزية مدعوة للتقديم.", vec!["Beit Jann"]),
        ("Arab local authorities, including Druze ones, may apply.", vec!["Hura", "Beit Jann"]),
        ("רשויות מקומיות ערביות, לרבות דרוזיות, מוזמנות להגיש.", vec!["Hura", "Beit Jann"]),
    ] {
        assert_eq!(may(text, &places), expected, "{text}");
    }
}
