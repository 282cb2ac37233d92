//! Addresses of our own pages, as letters and pages write them; pure.

use crate::i18n::Language;

/// The parameter that chooses a page's own language. Every other reader of a question passes over it.
pub(crate) const UI: &str = "ui";

/// `?ui=en`, or nothing: what keeps a language on a plain address.
pub(crate) fn language_suffix(language: Language) -> &'static str {
    match language {
        Language::He => "",
        Language::En => "?ui=en",
        Language::Ar => "?ui=ar",
    }
}

/// An address of ours, with or without a question, that keeps a reader's language.
pub(crate) fn in_language(address: &str, language: Language) -> String {
    let suffix = language_suffix(language);
    if address.contains('?') { format!("{address}{}", suffix.replace('?', "&")) } else { format!("{address}{suffix}") }
}

/// A path segment: whatever an id holds, it stays one segment.
pub(crate) fn segment(id: &str) -> String {
    url::form_urlencoded::byte_serialize(id.as_bytes()).collect::<String>().replace('+', "%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_the_language_with_and_without_a_question() {
        let of = |address, language| in_language(address, language);
        assert_eq!((of("/o/a", Language::He), of("/?q=x", Language::He)), ("/o/a".to_owned(), "/?q=x".to_owned()));
        assert_eq!((of("/o/a", Language::En), of("/?q=x", Language::En)), ("/o/a?ui=en".to_owned(), "/?q=x&ui=en".to_owned()));
        assert_eq!(of("/act/t", Language::Ar), "/act/t?ui=ar");
    }
}
