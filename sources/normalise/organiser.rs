//! Who calls, where the text says so in so many words.

use std::sync::LazyLock;

use regex::Regex;

use super::evidence::{Found, found};

/// A name longer than this is a sentence.
const LONGEST_NAME: usize = 90;

/// "organised by the City of X", "מטעם …", "Veranstalter: …"; the name ends with the clause.
/// Word boundaries are those of ASCII, as the words begin with ASCII letters: Unicode's would keep the whole search from the
/// engine's quick way wherever a text has any other letter.
static ORGANISED_BY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?ix)
        (?: (?-u:\b)(?:organi[sz]ed|hosted|launched|run|issued|published)\ (?:jointly\ )?by\ (?:the\ )?
          | (?-u:\b)(?:organi[sz]er|host|contracting\ authority|funder|awarding\ body|issued\ by)\s*[:|]\s*
          | (?-u:\b)(?:organisé|lancé|porté|proposé)e?s?\ par\ (?:la\ |le\ |les\ |l['’])?
          | (?-u:\b)(?:organisateur|organisme)\s*[:|]\s*
          | (?-u:\b)(?:veranstaltet|ausgelobt|ausgeschrieben|vergeben)\ von\ (?:der\ |dem\ |den\ )?
          | (?-u:\b)(?:veranstalter|ausrichter|träger|auslober)(?:in)?\s*[:|]\s*
          | (?-u:\b)(?:organizad|convocad)[oa]s?\ por\ (?:el\ |la\ |los\ )?
          | (?-u:\b)(?:entidad\ convocante|organiza|convoca)\s*[:|]\s*
          | (?:^|\s)(?:מטעם|בהובלת|ביוזמת|מאת)\s+
          | (?:^|\s)(?:הגוף\ המפרסם|גוף\ מפרסם|מפרסם|מארגן|מארגנים)\s*[:|]\s*
        )
        (?P<name>[^.,;:|\n()•–]{3,120})",
    )
    .expect("the pattern is part of the program")
});

/// The name, and the words that give it.
pub(super) fn organiser(text: &str) -> Option<(String, Found)> {
    ORGANISED_BY.captures_iter(text).find_map(|captures| {
        let name = captures.name("name")?.as_str().trim();
        // A name begins with a capital, or is in a script that has none.
        let named = name.chars().next().is_some_and(|c| !c.is_lowercase()) && name.chars().count() <= LONGEST_NAME;
        named.then(|| (name.to_owned(), found(captures.get(0).map_or(name, |all| all.as_str()), "organiser.organised_by")))
    })
}

#[cfg(test)]
mod tests {
    use super::organiser;

    #[test]
    fn the_name_ends_with_the_clause() {
        let name = |text: &str| organiser(text).map(|(name, _)| name);
        assert_eq!(name("The award, organised by the City of Graz, is open."), Some("City of Graz".into()));
        assert_eq!(name("קול קורא מטעם המשרד להגנת הסביבה, לשנת 2027"), Some("המשרד להגנת הסביבה".into()));
        assert_eq!(name("Entidad convocante: Diputación de Huesca\nFecha"), Some("Diputación de Huesca".into()));
        assert_eq!(name("organised by volunteers"), None);
    }
}
