//! The manners `rss` and `atom`: all items of a site as a feed.

use askama::Template;
use chrono::{DateTime, NaiveDate, Utc};

use super::body::{Body, teaser};
use super::content::{Item, Site};
use super::phrases::{self, Phrases};
use super::published_at;

#[derive(Template)]
#[template(
    ext = "xml",
    source = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>{{ site.name }}</title>
<link>https://{{ site.host }}/</link>
<atom:link href="https://{{ site.host }}{{ site.path }}" rel="self" type="application/rss+xml"/>
<description>{{ about }}</description>
<language>{{ phrases.code }}</language>
<lastBuildDate>{{ updated.to_rfc2822() }}</lastBuildDate>
{% for entry in entries %}<item>
<title>{{ entry.title }}</title>
<link>{{ entry.url }}</link>
<guid isPermaLink="false">https://{{ site.host }}/?p={{ entry.number }}</guid>
<pubDate>{{ entry.published.to_rfc2822() }}</pubDate>
<description>{{ entry.teaser }}</description>
{% if let Some(body) = entry.body %}<content:encoded>{{ body }}</content:encoded>
{% endif %}</item>
{% endfor %}</channel>
</rss>
"#
)]
struct Rss<'a> {
    site: &'a Site,
    about: String,
    phrases: &'a Phrases,
    updated: DateTime<Utc>,
    entries: Vec<Entry<'a>>,
}

#[derive(Template)]
#[template(
    ext = "xml",
    source = r#"<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{{ phrases.code }}">
<title>{{ site.name }}</title>
<subtitle>{{ about }}</subtitle>
<id>https://{{ site.host }}/</id>
<link rel="self" href="https://{{ site.host }}{{ site.path }}"/>
<link rel="alternate" type="text/html" href="https://{{ site.host }}/"/>
<updated>{{ updated.to_rfc3339() }}</updated>
<author><name>{{ site.name }}</name></author>
{% for entry in entries %}<entry>
<title type="text">{{ entry.title }}</title>
<id>tag:{{ site.host }},2020:{{ entry.slug }}</id>
<link rel="alternate" type="text/html" href="{{ entry.url }}"/>
<published>{{ entry.published.to_rfc3339() }}</published>
<updated>{{ entry.published.to_rfc3339() }}</updated>
<summary type="text">{{ entry.teaser }}</summary>
{% if let Some(body) = entry.body %}<content type="html">{{ body }}</content>
{% endif %}</entry>
{% endfor %}</feed>
"#
)]
struct Atom<'a> {
    site: &'a Site,
    about: String,
    phrases: &'a Phrases,
    updated: DateTime<Utc>,
    entries: Vec<Entry<'a>>,
}

struct Entry<'a> {
    number: usize,
    slug: &'a str,
    title: &'a str,
    url: String,
    published: DateTime<Utc>,
    teaser: String,
    /// HTML, where the feed tells all.
    body: Option<String>,
}

pub(super) fn rss(site: &Site, today: NaiveDate, updated: DateTime<Utc>) -> askama::Result<String> {
    let (about, phrases, entries) = (teaser(&site.about), phrases::of(site.lang), entries(site, today)?);
    Rss { site, about, phrases, updated, entries }.render()
}

pub(super) fn atom(site: &Site, today: NaiveDate, updated: DateTime<Utc>) -> askama::Result<String> {
    let (about, phrases, entries) = (teaser(&site.about), phrases::of(site.lang), entries(site, today)?);
    Atom { site, about, phrases, updated, entries }.render()
}

fn entries(site: &Site, today: NaiveDate) -> askama::Result<Vec<Entry<'_>>> {
    site.items.iter().enumerate().map(|(index, item)| entry(site, index + 1, item, today)).collect()
}

fn entry<'a>(site: &Site, number: usize, item: &'a Item, today: NaiveDate) -> askama::Result<Entry<'a>> {
    Ok(Entry {
        number,
        slug: &item.slug,
        title: &item.title,
        url: site.item_url(item),
        published: published_at(item, today),
        teaser: teaser(&item.body),
        body: site.full_text.then(|| Body::parse(&item.body).render()).transpose()?,
    })
}
