//! An authority by its name as offices write it: with or without what it is, with hyphens or spaces, with one yod or two.

use crate::store::Municipality;

/// What stands before a name, with the type that it says.
const TITLES: [(&str, Option<&str>); 12] = [
    ("עיריית", Some("city")),
    ("עירית", Some("city")),
    ("עירייה", Some("city")),
    ("מועצה מקומית", Some("local_council")),
    ("המועצה המקומית", Some("local_council")),
    ("מ.מ.", Some("local_council")),
    ("מ\"מ", Some("local_council")),
    ("מועצה אזורית", Some("regional_council")),
    ("המועצה האזורית", Some("regional_council")),
    ("מ.א.", Some("regional_council")),
    ("מ\"א", Some("regional_council")),
    ("מועצת", None),
];

/// A shorter beginning of a name ("תל אביב") has at least so many words: one word begins many names.
const LEAST_WORDS: usize = 2;

/// Who is meant.
#[derive(Debug, PartialEq)]
pub(super) enum Meant<'m> {
    One(&'m Municipality),
    /// More than one could be.
    Many,
    Nobody,
}

/// The municipality of `all` that is written as `name`.
pub(super) fn meant<'m>(name: &str, all: impl Iterator<Item = &'m Municipality> + Clone) -> Meant<'m> {
    let exactly = |one: &&Municipality| one.name_he == name || one.name_en.eq_ignore_ascii_case(name);
    if let found @ (Meant::One(_) | Meant::Many) = only(all.clone().filter(exactly)) {
        return found;
    }
    let written = name.replace(['״', '”', '“'], "\"");
    let title = TITLES.iter().find(|(title, _)| written.trim_start().starts_with(title));
    let (rest, kind) = title.map_or((written.trim(), None), |(title, kind)| (written.trim_start()[title.len()..].trim(), *kind));
    let words = folded(rest);
    if words.is_empty() {
        return Meant::Nobody;
    }
    let fits = move |one: &&Municipality| kind.is_none_or(|kind| one.kind == kind);
    let whole = only(
        all.clone()
            .filter(fits)
            .filter(|one| [&one.name_he, &one.name_en].map(|name| folded(name).concat()).contains(&words.concat())),
    );
    if whole != Meant::Nobody || words.len() < LEAST_WORDS {
        return whole;
    }
    only(all.filter(fits).filter(|one| folded(&one.name_he).starts_with(&words)))
}

fn only<'m>(mut found: impl Iterator<Item = &'m Municipality>) -> Meant<'m> {
    match (found.next(), found.next()) {
        (None, _) => Meant::Nobody,
        (Some(one), None) => Meant::One(one),
        (Some(_), Some(_)) => Meant::Many,
    }
}

/// The words of a name: hyphens part words, quotation marks are nothing, a doubled yod or vav is one.
fn folded(name: &str) -> Vec<String> {
    let parts = name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '־' | '–' | '—'));
    let words = parts.map(|word| {
        let mut letters: Vec<char> = word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        letters.dedup_by(|a, b| a == b && matches!(a, 'י' | 'ו'));
        letters.into_iter().collect::<String>()
    });
    words.filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn town(slug: &str, name_he: &str, kind: &str) -> Municipality {
        Municipality {
            slug: slug.into(),
            code: String::new(),
            name_he: name_he.into(),
            name_en: slug.into(),
            name_ar: String::new(),
            kind: kind.into(),
            district: String::new(),
            population: 0,
            profile: Value::Null,
        }
    }

    #[test]
    fn an_authority_is_known_by_the_usual_spellings_of_its_name() {
        let all = [
            town("afula", "עפולה", "city"),
            town("herzliyya", "הרצלייה", "city"),
            town("qiryat-shemona", "קריית שמונה", "city"),
            town("petah-tiqwa", "פתח תקווה", "city"),
            town("tel-aviv-yafo", "תל אביב-יפו", "city"),
            town("modiin", "מודיעין-מכבים-רעות", "city"),
            town("modiin-illit", "מודיעין עילית", "city"),
            town("hevel-modiin", "חבל מודיעין", "regional_council"),
            town("gezer", "גזר", "regional_council"),
        ];
        for (written, slug) in [
            ("עיריית עפולה", "afula"),
            ("הרצליה", "herzliyya"),
            ("קרית שמונה", "qiryat-shemona"),
            ("פתח תקוה", "petah-tiqwa"),
            ("תל אביב יפו", "tel-aviv-yafo"),
            ("תל-אביב", "tel-aviv-yafo"),
            ("עיריית תל אביב–יפו", "tel-aviv-yafo"),
            ("מ.א. חבל מודיעין", "hevel-modiin"),
            ("מועצה אזורית גזר", "gezer"),
            ("AFULA", "afula"),
        ] {
            assert!(matches!(meant(written, all.iter()), Meant::One(one) if one.slug == slug), "{written}");
        }
        for nobody in ["מודיעין", "עיריית גזר", "אטלנטיס", "", "עיריית"] {
            assert_eq!(meant(nobody, all.iter()), Meant::Nobody, "{nobody}");
        }
    }
}
