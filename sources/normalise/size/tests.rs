use super::*;

fn read(text: &str) -> (Option<u32>, Option<u32>) {
    let limit = limit(text);
    (limit.least, limit.most)
}

fn all(cases: &[&str], expected: (Option<u32>, Option<u32>)) {
    let wrong: Vec<_> = cases.iter().map(|text| (text, read(text))).filter(|(_, limit)| *limit != expected).collect();
    assert!(wrong.is_empty(), "{expected:?}: {wrong:#?}");
}

#[test]
fn limits_are_read_as_they_are_written() {
    for (text, expected) in [
        ("Mayors of cities with 100,000 residents or more compete.", (Some(100_000), None)),
        ("Open to cities of 250.000 inhabitants and more.", (Some(250_000), None)),
        ("Towns of 50,000 to 249,999 inhabitants", (Some(50_000), Some(249_999))),
        ("Cities with populations of at least 30,000", (Some(30_000), None)),
        ("Only towns with fewer than 20 000 inhabitants may enter", (None, Some(20_000))),
        ("ערים שבהן מעל 40,000 תושבים", (Some(40_000), None)),
        ("רשויות מקומיות עד 20,000 תושבים", (None, Some(20_000))),
        ("Städte mit mehr als 20.000 Einwohnern", (Some(20_000), None)),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn a_ceiling_is_a_ceiling_however_english_says_it() {
    all(
        &[
            "Villages with no more than 30,000 inhabitants can send one entry.",
            "Councils serving not more than 30,000 residents may apply.",
            "A municipality must not have more than 30,000 residents.",
            "Eligible are towns whose population does not exceed 30,000.",
            "Towns not exceeding 30,000 inhabitants are welcome.",
            "The population of the applicant may not be larger than 30,000.",
            "Places smaller than 30,000 inhabitants take part free of charge.",
            "For municipalities of 30,000 inhabitants or less.",
            "For towns of 30,000 or fewer residents.",
            "Each town may count a maximum of 30,000 inhabitants.",
            "Small towns (max. 30,000 inhabitants) send a film.",
            "The applicant town has 30,000 permanent residents at most.",
            "Towns under 30,000 people only.",
            "Communities with less than 30 thousand inhabitants",
            "The number of residents mustn't exceed 30,000.",
            "Places whose population is not above 30,000 can join.",
            "Localities with up to about 30,000 residents",
            "Towns that have 30'000 inhabitants or under",
        ],
        (None, Some(30_000)),
    );
}

#[test]
fn a_floor_is_a_floor_however_english_says_it() {
    all(
        &[
            "No fewer than 50,000 people must live in the city.",
            "Cities whose population is not below 50,000",
            "Cities of not less than 50,000 inhabitants",
            "A minimum of 50,000 residents is required.",
            "Only cities larger than 50,000 inhabitants are invited.",
            "The population must exceed 50,000.",
            "Cities with 50,000+ residents may apply.",
            "Municipalities of 50k inhabitants and above",
        ],
        (Some(50_000), None),
    );
}

#[test]
fn a_ceiling_is_a_ceiling_in_hebrew() {
    all(
        &[
            "רשויות שמספר תושביהן אינו עולה על 25,000",
            "רשויות שאוכלוסייתן אינה עולה על 25,000 תושבים",
            "יישובים שבהם לא יותר מ-25,000 תושבים",
            "מועצות שמספר התושבים בהן עד 25,000",
            "הקול הקורא מיועד לרשויות המונות 25,000 תושבים לכל היותר",
            "רשאיות להגיש רשויות ובהן 25,000 תושבים או פחות",
            "רשויות של עד 25 אלף תושבים",
            "רשויות שאין בהן יותר מ-25,000 תושבים",
            "רשויות שאוכלוסייתן קטנה מ-25,000 נפש",
            "מספר התושבים ברשות לא יעלה על 25,000",
            "לרשויות קטנות (25,000 תושבים ומטה)",
            "עיריות שמתגוררים בהן פחות מ־25,000 תושבים",
            "רשות שמספר תושביה אינו גדול מ-25,000 רשאית להגיש",
        ],
        (None, Some(25_000)),
    );
}

#[test]
fn a_floor_is_a_floor_in_hebrew() {
    all(
        &[
            "ערים המונות לא פחות מ-60,000 תושבים",
            "ערים שמספר תושביהן עולה על 60,000",
            "ערים שאוכלוסייתן אינה נופלת מ-60,000 נפש",
            "ערים בנות 60,000 תושבים ומעלה",
            "לערים שבהן 60,000 תושבים לפחות",
            "מספר התושבים לא יפחת מ-60,000",
            "ערים שבהן למעלה מ-60,000 תושבים",
        ],
        (Some(60_000), None),
    );
}

#[test]
fn a_ceiling_is_a_ceiling_in_french() {
    all(
        &[
            "Communes ne dépassant pas 10 000 habitants",
            "Les communes dont la population n'excède pas 10 000 habitants peuvent candidater.",
            "Villes ne comptant pas plus de 10 000 habitants",
            "Ouvert aux communes de moins de 10 000 habitants",
            "Communes de 10 000 habitants au plus",
            "Communes de 10 000 habitants ou moins",
            "Les communes dont le nombre d’habitants est inférieur à 10 000",
            "Un maximum de 10 000 habitants est admis.",
            "Les bourgs jusqu'à 10 000 habitants",
        ],
        (None, Some(10_000)),
    );
}

#[test]
fn a_ceiling_is_a_ceiling_in_german() {
    all(
        &[
            "Gemeinden mit nicht mehr als 15.000 Einwohnern",
            "Gemeinden mit höchstens 15.000 Einwohnerinnen und Einwohnern",
            "Städte bis 15.000 Einwohner",
            "Gemeinden, deren Einwohnerzahl 15.000 nicht übersteigt",
            "Die Einwohnerzahl darf 15.000 nicht überschreiten.",
            "Kommunen mit maximal 15.000 Einwohnern",
            "Gemeinden unter 15.000 Einwohnern",
            "Orte mit 15.000 Einwohnern oder weniger",
            "Kommunen mit weniger als 15 Tausend Einwohnern",
        ],
        (None, Some(15_000)),
    );
}

#[test]
fn a_ceiling_is_a_ceiling_in_spanish() {
    all(
        &[
            "Municipios de no más de 20.000 habitantes",
            "Municipios cuya población no supere los 20.000 habitantes",
            "Municipios que no excedan de 20.000 habitantes",
            "Municipios con una población inferior a 20.000 habitantes",
            "Ayuntamientos de hasta 20.000 habitantes",
            "Localidades de 20.000 habitantes como máximo",
            "Pueblos de 20.000 habitantes o menos",
            "Municipios con un máximo de 20.000 vecinos",
            "Municipios que no lleguen a 20.000 habitantes",
        ],
        (None, Some(20_000)),
    );
}

#[test]
fn a_floor_is_a_floor_in_french_german_and_spanish() {
    all(
        &[
            "Villes de pas moins de 40 000 habitants",
            "Villes de 40 000 habitants et plus",
            "Villes dont la population est supérieure à 40 000 habitants",
            "Villes comptant au moins 40 000 habitants",
            "Städte ab 40.000 Einwohnern",
            "Städte mit nicht weniger als 40.000 Einwohnern",
            "Städte, deren Einwohnerzahl 40.000 übersteigt",
            "Ciudades de no menos de 40.000 habitantes",
            "Ciudades que superen los 40.000 habitantes",
            "Ciudades a partir de 40.000 habitantes",
        ],
        (Some(40_000), None),
    );
}

#[test]
fn both_ends_are_read_from_one_sentence() {
    all(
        &[
            "Between 10,000 and 50,000 inhabitants",
            "At least 10,000 and at most 50,000 residents",
            "More than 10,000 but not more than 50,000 inhabitants",
            "רשויות שבהן בין 10,000 ל-50,000 תושבים",
            "מ-10,000 עד 50,000 תושבים",
            "Entre 10 000 et 50 000 habitants",
            "Zwischen 10.000 und 50.000 Einwohnern",
            "De 10.000 a 50.000 habitantes",
            "Towns of 10,000–50,000 people",
        ],
        (Some(10_000), Some(50_000)),
    );
}

#[test]
fn money_dates_categories_wishes_and_stories_are_no_limits() {
    all(
        &[
            "At least 50,000 euro for each town.",
            "Two hundred residents celebrated in 2026.",
            "One category for places below 50,000 residents, one above.",
            "More than 25,000 attendees from 850 cities",
            "Up to €60,000 for projects of residents",
            "The population has shrunk in places that wait until 2030.",
            "Priority is given to towns with fewer than 5,000 inhabitants.",
            "עדיפות לרשויות שבהן פחות מ-20,000 תושבים",
            "The last round reached more than 40,000 residents.",
            "עד 400,000 ₪ לרשות, לרווחת התושבים",
            "Residents can be asked until 2027.",
        ],
        (None, None),
    );
}

#[test]
fn of_two_classes_whoever_is_in_either_may_apply() {
    for text in [
        "Cities of 25,000 to 499,999 inhabitants compete for the cup, towns below 25,000 for the shield; up to 499,999 and no more.",
        "City: 25,000 or more inhabitants.\nTown: fewer than 25,000.",
        "Städte ab 25.000 Einwohnern und Gemeinden unter 25.000 Einwohnern bewerben sich getrennt.",
    ] {
        assert!(limit(text).admits(12_000), "{text}: {:?}", limit(text));
    }
    let two = limit("Cities of 25,000 to 499,999 inhabitants and towns of 5,000 to 25,000 inhabitants are judged apart.");
    assert!(two.admits(12_000) && two.admits(200_000) && !two.admits(900) && !two.admits(600_000), "{two:?}");
    for text in [
        "Only cities of more than 25,000 inhabitants may apply.",
        "Cities of more than 25,000 inhabitants may apply. Smaller towns find help in another programme.",
        "Cities of at least 25,000 inhabitants may apply. The fund was set up in 2019. A village of fewer than 25,000 tried it first.",
        "Cities of more than 25,000 inhabitants may ask for less than 25,000 euros.",
    ] {
        assert!(!limit(text).admits(12_000), "{text}: {:?}", limit(text));
    }
}

#[test]
fn above_and_below_one_number_are_all() {
    assert!(covers_all("towns over 50,000 residents and towns under 50,000 residents"));
    assert!(covers_all("רשויות מעל 20,000 תושבים ורשויות מתחת ל-20,000 תושבים"));
    assert!(!covers_all("towns over 50,000 and under 100,000 residents"));
    assert!(!covers_all("towns over 50,000 residents"));
}

#[test]
fn arabic_limits_are_read() {
    all(&["البلديات التي لا يقل عدد سكانها عن 40,000 نسمة", "البلديات التي يزيد عدد سكانها عن 40,000 نسمة"], (Some(40_000), None));
    all(&["البلديات التي لا يزيد عدد سكانها عن 40,000 نسمة", "البلديات التي يقل عدد سكانها عن 40,000 نسمة"], (None, Some(40_000)));
}

#[test]
fn those_who_are_left_out_bound_the_others_from_the_other_side() {
    all(
        &[
            "Open to all cities except cities with more than 30,000 inhabitants.",
            "Cities over 30,000 inhabitants are not eligible.",
            "Towns with more than 30,000 residents cannot apply.",
            "הקול הקורא פתוח לרשויות מקומיות למעט ערים מעל 30,000 תושבים.",
            "רשויות מקומיות, לא כולל ערים שבהן מעל 30,000 תושבים.",
            "ערים מעל 30,000 תושבים אינן רשאיות להגיש.",
            "Alle Gemeinden, ausgenommen Städte mit mehr als 30.000 Einwohnern.",
            "Städte über 30.000 Einwohner sind ausgeschlossen.",
            "Toutes les communes, sauf celles de plus de 30 000 habitants.",
            "Todos los municipios, excepto los de más de 30.000 habitantes.",
        ],
        (None, Some(30_000)),
    );
    all(
        &["Towns under 5,000 inhabitants are excluded.", "רשויות מקומיות, למעט יישובים שבהם פחות מ-5,000 תושבים."],
        (Some(5_000), None),
    );
    all(&["Towns over 5,000 inhabitants, except those over 50,000 inhabitants."], (Some(5_000), Some(50_000)));
    all(&["All towns except those of 5,000 to 9,000 inhabitants."], (None, None));
}
