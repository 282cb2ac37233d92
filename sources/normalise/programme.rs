//! The programme's own identifier, where the text carries one.

use std::sync::LazyLock;

use regex::Regex;

use super::evidence::{Found, found};

/// Identifiers of EU programmes, references of `EuropeAid`, and the numbers of US missions. All ASCII, and so are the
/// boundaries: a Hebrew prefix may be glued to one (`בHORIZON-…`), and the search keeps to the engine's quick way. So may a label
/// whose cell had no space (`CallHORIZON-…`): its last letter is found with it.
static IDENTIFIER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:(?-u:\b)|[a-z])(?:(?:HORIZON|CERV|CREA|ERASMUS|LIFE|DIGITAL|CEF|SMP|EU4H|ESF|UCPM|AMIF|ISF|JUST|I3|INNOVFUND|EUI|PPPA|RFCS|EDF|EURATOM|NDICI|IPA)-[A-Z0-9]{2,}(?:-[A-Z0-9]+)*|EuropeAid/\d{5,6}/[A-Z0-9/]+|(?:PD|DOS|DFOP)-[A-Z0-9]+(?:-[A-Z0-9]+)+)(?-u:\b)",
    )
    .expect("the pattern is part of the program")
});

/// Whether an identifier is one beyond its source: a bare number is that source's own ("4002").
pub(super) fn tells_programme(identifier: &str) -> bool {
    identifier.chars().any(char::is_alphabetic)
}

/// The first identifier of a text.
pub(super) fn programme(text: &str) -> Option<(String, Found)> {
    // An identifier has a number: "LIFE-SAVING" has none.
    let written = IDENTIFIER.find_iter(text).find(|found| found.as_str().bytes().any(|byte| byte.is_ascii_digit()))?.as_str();
    let written = written.trim_start_matches(|c: char| c.is_ascii_lowercase());
    Some((written.to_owned(), found(written, "programme.identifier")))
}

#[cfg(test)]
mod tests {
    use super::{programme, tells_programme};

    #[test]
    fn an_identifier_stands_anywhere_and_has_a_number() {
        let id = |text: &str| programme(text).map(|(id, _)| id);
        assert_eq!(id("Topic HORIZON-CL5-2027-04-D4-03: heat"), Some("HORIZON-CL5-2027-04-D4-03".into()));
        assert_eq!(id("Ref. EuropeAid/184123/DD/ACT/IL."), Some("EuropeAid/184123/DD/ACT/IL".into()));
        assert_eq!(id("הצעות בHORIZON-CL5-2027-04-D4-03 יוגשו"), Some("HORIZON-CL5-2027-04-D4-03".into()));
        assert_eq!(id("CallHORIZON-MISS-2027-01-CLIMA-02"), Some("HORIZON-MISS-2027-01-CLIMA-02".into()));
        assert_eq!(id("ReferenceEuropeAid/184123/DD/ACT/IL"), Some("EuropeAid/184123/DD/ACT/IL".into()));
        assert_eq!(id("UNLIFE-2027-AB"), None);
        assert_eq!(id("LIFE-SAVING courses"), None);
    }

    #[test]
    fn a_bare_number_is_its_source_s_own() {
        assert!(tells_programme("PD-TLV-2027-001"));
        assert!(!tells_programme("4002"));
    }
}
