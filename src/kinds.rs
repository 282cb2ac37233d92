//! What people in the office call the kinds of opportunities: in the tables that they send us and in what they search for. Their names
//! on pages and in letters stand in `config/i18n`; the words that speak for a kind in a text, in `config/kinds.toml`.

/// Each kind's code with its names; the first is the one to tell people.
pub(crate) const NAMES: [(&str, &[&str]); 9] = [
    ("call_for_proposals", &["קול קורא", "קולות קוראים", "call for proposals", "call", "calls"]),
    ("grant", &["מענק", "מענקים", "grants"]),
    ("competition", &["תחרות", "תחרויות", "פרס", "פרסים", "competitions", "prize", "award"]),
    ("conference", &["כנס", "כנסים", "ועידה", "conferences"]),
    ("exhibition", &["תערוכה", "תערוכות", "יריד", "ירידים", "exhibitions", "fair"]),
    ("exchange", &["חילופים", "משלחות", "משלחת", "exchanges", "delegation"]),
    ("training", &["הכשרה", "הכשרות", "השתלמות", "השתלמויות", "trainings", "course"]),
    ("partnership", &["שותפות", "שותפויות", "חיפוש שותפים", "partnerships", "partner search"]),
    ("other", &["אחר"]),
];
