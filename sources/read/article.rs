//! The main text of a page by likeness: without menus, footers and what else surrounds it.
//! Knows no source and no selectors.

use dom_smoothie::{Config, Readability};
use scraper::{Html, Selector};
use url::Url;

use super::html;
use super::nesting::flatten_to;
use super::plain;
use super::text::one_line;

/// Pages of calls have a few thousand elements. Beyond this, scoring them costs more than the text is worth, and the
/// plain text of the page is taken.
const MAX_ELEMENTS: usize = 30_000;

/// Likeness weighs every level of nesting by the text below it. Real pages have some forty.
const MAX_NESTING: usize = 96;

/// A longer page is a book or an attack: its plain text will do.
const MAX_LENGTH: usize = 2_000_000;

/// Likeness needs sentences to go by; what it finds shorter than this is as good as a guess.
const LEAST_LENGTH: usize = 500;

/// A text that is less than this share of the page's is a teaser or a cookie notice, not its main text.
const LEAST_SHARE: f64 = 0.1;

/// What frames a page rather than fills it.
const FRAME: [&str; 7] = ["nav", "footer", "aside", "button", "dialog", "form", "label"];

/// What a page is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// Its heading.
    pub title: String,
    /// Paragraphs parted by newlines.
    pub text: String,
    /// Its declared language, ISO 639-1.
    pub lang: Option<String>,
    /// When it says it was published, as written.
    pub published: Option<String>,
}

/// Finds the main text of a page.
pub fn article(written: &str, url: &Url) -> Article {
    let document = html::document(written);
    let mut article = Article {
        title: heading(&document),
        text: plain_text(&document),
        lang: html::declared_lang(&document),
        published: attribute(
            &document,
            "meta[property='article:published_time'], meta[name='date'], meta[itemprop=datePublished]",
            "content",
        )
        .or_else(|| attribute(&document, "article time[datetime], main time[datetime]", "datetime")),
    };
    let config = Config { max_elements_to_parse: MAX_ELEMENTS, ..Config::default() };
    let bounded = flatten_to(written, MAX_NESTING);
    if written.len() <= MAX_LENGTH
        && let Ok(found) = Readability::new(bounded.as_ref(), Some(url.as_str()), Some(config)).and_then(|mut page| page.parse())
    {
        let text = plain::html_to_text(&found.content);
        if text.len() >= LEAST_LENGTH && text.len() as f64 >= LEAST_SHARE * article.text.len() as f64 {
            article.text = text;
        }
        if article.title.is_empty() {
            article.title = one_line(&found.title);
        }
        article.published = article.published.or(found.published_time);
    }
    if let Some(rest) = article.text.strip_prefix(article.title.as_str()).and_then(|rest| rest.strip_prefix('\n')) {
        article.text = String::from(rest);
    }
    article
}

/// The page's one `h1`, else its title without the site's name.
pub(super) fn heading(document: &Html) -> String {
    let texts = |selector: &str| -> Vec<String> {
        let Ok(selector) = Selector::parse(selector) else { return Vec::new() };
        document.select(&selector).map(|element| one_line(&plain::text_of(*element))).filter(|text| !text.is_empty()).collect()
    };
    let headings = texts("h1");
    if let [only] = headings.as_slice() {
        return only.clone();
    }
    let titles = attribute(document, "meta[property='og:title']", "content").or_else(|| document_title(document));
    titles
        .map(|title| one_line(&title))
        .filter(|title| !title.is_empty())
        .or_else(|| headings.first().cloned())
        .unwrap_or_default()
}

/// The `title` element's text: it is hidden from the page's own text, so it is read apart.
pub(super) fn document_title(document: &Html) -> Option<String> {
    let selector = Selector::parse("head > title").ok()?;
    document.select(&selector).next().map(|title| title.text().collect())
}

fn attribute(document: &Html, selector: &str, name: &str) -> Option<String> {
    let selector = Selector::parse(selector).ok()?;
    document.select(&selector).find_map(|element| element.attr(name)).map(one_line).filter(|value| !value.is_empty())
}

/// The page's text without its frame; with it, where the frame is all there is.
fn plain_text(document: &Html) -> String {
    for selector in ["main", "article", "[role=main]", "#content", "body"] {
        let Ok(selector) = Selector::parse(selector) else { continue };
        if let Some(element) = document.select(&selector).next() {
            let text = plain::beginning(*element, &FRAME, usize::MAX);
            if !text.is_empty() {
                return text;
            }
        }
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url() -> Url {
        Url::parse("https://cities.example/c/7").unwrap()
    }

    #[test]
    fn a_short_page_gives_its_article_and_not_its_menu() {
        let page = "<html lang=en><title>Grants | Cities</title><nav>Home</nav><article><h1>Grants</h1><p>Apply by 3 May 2027.</p></article>";
        let found = article(page, &url());
        assert_eq!((found.title.as_str(), found.lang.as_deref()), ("Grants", Some("en")));
        assert!(found.text.contains("Apply by 3 May 2027.") && !found.text.contains("Home"), "{}", found.text);
    }

    #[test]
    fn a_long_page_is_freed_of_its_frame() {
        let body = "<p>The association calls on its member towns to hand in proposals for joint work with a twin town, on youth, on culture, or on welfare.</p>".repeat(12);
        let page = format!(
            "<body><nav><ul><li><a href=/>Home</a><li><a href=/x>News</a></ul></nav><div class=content>{body}</div><footer>Imprint</footer>"
        );
        let found = article(&page, &url());
        assert_eq!(found.text.lines().count(), 12);
        assert!(!found.text.contains("Imprint"));
    }

    #[test]
    fn deep_nesting_is_read_in_a_moment() {
        let deep = format!("<body>{}end", "<div><b>x".repeat(5_000));
        assert!(article(&deep, &url()).text.ends_with("end"));
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(64))]
        #[test]
        fn no_text_makes_it_panic(parts in proptest::collection::vec("<(h1|p|table|div|article|time|title)( datetime=x)?>|</(p|div)>|words, words|\\PC{0,5}", 0..40)) {
            article(&parts.concat(), &url());
        }
    }
}
