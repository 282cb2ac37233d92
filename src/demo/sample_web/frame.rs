//! The frame of a site's pages (menu, cookie banner, footer with a day that is no deadline), and the page of one item.

use askama::Template;

use super::content::{Item, Site};
use super::phrases::{self, Phrases};
use super::{body::Body, published_on};

/// Links under an article.
const RELATED: usize = 3;

/// A whole page around what is particular to it.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<!DOCTYPE html>
<html lang="{{ phrases.code }}" dir="{{ phrases.dir }}">
<head>
<meta charset="utf-8">
{% if based %}<base href="https://{{ site.host }}/">
{% endif %}<title>{{ title }} | {{ site.name }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body>
<div class="cookie-banner" role="dialog"><p>{{ phrases.cookies }}</p><button type="button">{{ phrases.accept }}</button></div>
<header class="site-header">
<a class="logo" href="/">{{ site.name }}</a>
<nav><ul><li><a href="/">{{ phrases.home }}</a></li><li><a href="{{ site.list_path() }}">{{ phrases.all }}</a></li><li><a href="/about/">{{ phrases.about }}</a></li></ul></nav>
<form action="/" role="search"><input type="search" name="s" aria-label="{{ phrases.search }}"></form>
</header>
<main>
{{ main|safe }}</main>
<footer class="site-footer"><p>{{ site.footer }}</p><p>© {{ site.name }}</p></footer>
</body>
</html>
"#
)]
struct Frame<'a> {
    phrases: &'a Phrases,
    site: &'a Site,
    title: &'a str,
    based: bool,
    main: String,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<article class="entry">
<h1 class="entry-title">{{ title }}</h1>
{% if let Some(published) = published %}<p class="entry-meta">{{ phrases.published }} <time datetime="{{ published.0 }}">{{ published.1 }}</time></p>
{% endif %}<div class="entry-content">
{{ body|safe }}</div>
</article>
{% if !related.is_empty() %}<aside class="related"><h2>{{ phrases.related }}</h2><ul>
{% for (path, title) in related %}<li><a href="{{ path }}">{{ title }}</a></li>
{% endfor %}</ul></aside>
{% endif %}"#
)]
struct Article<'a> {
    phrases: &'a Phrases,
    title: &'a str,
    /// For machines, for people.
    published: Option<(String, String)>,
    body: String,
    /// Address and title.
    related: Vec<(String, &'a str)>,
}

/// Puts the frame around `main`, which is HTML already.
pub(super) fn around(site: &Site, title: &str, based: bool, main: String) -> askama::Result<String> {
    Frame { phrases: phrases::of(site.lang), site, title, based, main }.render()
}

/// An item's own page.
pub(super) fn item(site: &Site, item: &Item, today: chrono::NaiveDate) -> askama::Result<String> {
    let phrases = phrases::of(site.lang);
    let at = site.items.iter().position(|other| other.slug == item.slug).unwrap_or_default();
    let others = site.items.iter().cycle().skip(at + 1).take(site.items.len().saturating_sub(1));
    let article = Article {
        phrases,
        title: &item.title,
        published: Some(published_on(item, today, phrases)),
        body: Body::parse(&item.body).render()?,
        related: others
            .filter(|other| !site.forbids(other))
            .take(RELATED)
            .map(|other| (site.item_path(other), other.title.as_str()))
            .collect(),
    };
    around(site, &item.title, false, article.render()?)
}

/// The page about the house.
pub(super) fn about(site: &Site) -> askama::Result<String> {
    let phrases = phrases::of(site.lang);
    let article =
        Article { phrases, title: phrases.about, published: None, body: Body::parse(&site.about).render()?, related: Vec::new() };
    around(site, phrases.about, false, article.render()?)
}
