//! Words that a stemmer takes for forms of another: `housing` is no house, an authority no author, a `collecte` no `collectivité`.

/// Forms in normal form, and the stem that they have instead. What differs only by its plural stands together.
type Apart = (&'static [&'static str], &'static str);

const ENGLISH: [Apart; 61] = [
    (&["access"], "access"),
    (&["accessible", "accessibility"], "accessible"),
    (&["accession", "accessions"], "accession"),
    (&["accountable", "accountability"], "accountable"),
    (&["additive", "additives"], "additive"),
    (&["ageing", "aging"], "ageing"),
    (&["animation", "animations"], "animation"),
    (&["attache", "attaches"], "attache"),
    (&["authority", "authorities"], "authority"),
    (&["building", "buildings"], "building"),
    (&["collective", "collectives"], "collective"),
    (&["competence", "competences", "competent"], "competence"),
    (&["competition", "competitions"], "competition"),
    (&["conservative", "conservatives"], "conservative"),
    (&["custom", "customer", "customers"], "customer"),
    (&["customs"], "customs"),
    (&["cycling"], "cycling"),
    (&["directive", "directives"], "directive"),
    (&["emergency", "emergencies"], "emergency"),
    (&["engineering"], "engineering"),
    (&["evening", "evenings"], "evening"),
    (&["experiment", "experiments"], "experiment"),
    (&["heating"], "heating"),
    (&["hospital", "hospitals"], "hospital"),
    (&["housing"], "housing"),
    (&["important", "importance"], "important"),
    (&["informal", "informally"], "informal"),
    (&["initiative", "initiatives"], "initiative"),
    (&["integrity"], "integrity"),
    (&["journalism"], "journalism"),
    (&["lighting"], "lighting"),
    (&["living"], "living"),
    (&["marketing"], "marketing"),
    (&["meeting", "meetings"], "meeting"),
    (&["mining"], "mining"),
    (&["mobile"], "mobile"),
    (&["mobility"], "mobility"),
    (&["news"], "news"),
    (&["objective", "objectives"], "objective"),
    (&["opera", "operas"], "opera"),
    (&["organic"], "organic"),
    (&["parking"], "parking"),
    (&["politics", "political"], "politics"),
    (&["position", "positions"], "position"),
    (&["positive", "positively"], "positive"),
    (&["publication", "publications"], "publication"),
    (&["relative", "relatives"], "relative"),
    (&["relativity"], "relativity"),
    (&["residency", "residencies", "residence", "residences"], "residence"),
    (&["respective", "respectively"], "respective"),
    (&["responsible", "responsibility", "responsibilities"], "responsible"),
    (&["seniors"], "seniors"),
    (&["setting", "settings"], "setting"),
    (&["severe", "severely"], "severe"),
    (&["training", "trainings"], "training"),
    (&["twinning", "twinnings"], "twinning"),
    (&["universal"], "universal"),
    (&["universe", "universes"], "universe"),
    (&["university", "universities"], "university"),
    (&["utility", "utilities"], "utility"),
    (&["zoning"], "zoning"),
];

const FRENCH: [Apart; 3] = [
    (&["collecte", "collectes"], "collecte"),
    (&["commune", "communes"], "commune"),
    (&["ouverture", "ouvertures"], "ouverture"),
];

/// The stem of a word in normal form that must stay apart from what the stemmer of this language (ISO 639-1) would make of it.
pub(crate) fn stem_apart(lang: &str, norm: &str) -> Option<&'static str> {
    let known: &[Apart] = match lang {
        "en" => &ENGLISH,
        "fr" => &FRENCH,
        _ => &[],
    };
    known.iter().find(|(forms, _)| forms.contains(&norm)).map(|(_, stem)| *stem)
}
