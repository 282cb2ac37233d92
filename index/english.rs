//! English words that the stemmer takes for forms of another: `housing` is no house, an authority no author.

/// Forms in normal form, and the stem that they have instead. What differs only by its plural stands together.
const APART: [(&[&str], &str); 32] = [
    (&["access"], "access"),
    (&["accession", "accessions"], "accession"),
    (&["accessible", "accessibility"], "accessible"),
    (&["ageing", "aging"], "ageing"),
    (&["animation", "animations"], "animation"),
    (&["authority", "authorities"], "authority"),
    (&["building", "buildings"], "building"),
    (&["custom", "customer", "customers"], "customer"),
    (&["customs"], "customs"),
    (&["cycling"], "cycling"),
    (&["emergency", "emergencies"], "emergency"),
    (&["engineering"], "engineering"),
    (&["experiment", "experiments"], "experiment"),
    (&["heating"], "heating"),
    (&["housing"], "housing"),
    (&["important", "importance"], "important"),
    (&["integrity"], "integrity"),
    (&["lighting"], "lighting"),
    (&["living"], "living"),
    (&["marketing"], "marketing"),
    (&["meeting", "meetings"], "meeting"),
    (&["mining"], "mining"),
    (&["news"], "news"),
    (&["organic"], "organic"),
    (&["parking"], "parking"),
    (&["politics", "political"], "politics"),
    (&["setting", "settings"], "setting"),
    (&["training", "trainings"], "training"),
    (&["twinning", "twinnings"], "twinning"),
    (&["universal"], "universal"),
    (&["universe", "universes"], "universe"),
    (&["university", "universities"], "university"),
];

/// The stem of a word that must stay apart from what the stemmer would make of it.
pub(crate) fn stem_apart(norm: &str) -> Option<&'static str> {
    APART.iter().find(|(forms, _)| forms.contains(&norm)).map(|(_, stem)| *stem)
}
