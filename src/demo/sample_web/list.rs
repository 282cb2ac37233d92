//! The manner `list`: HTML pages of items with paging; also the front page of every other site.

use askama::Template;
use chrono::NaiveDate;

use super::content::{Item, Markup, Site};
use super::phrases::{self, Phrases};
use super::{body::teaser, frame, published_on};

/// The part of the list that is particular to its page.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<h1>{{ phrases.all }}</h1>
{% match site.markup %}{% when Markup::Cards %}<div class="cards">
{% for row in rows %}<article class="card"><h3 class="card-title"><a href="{{ row.path }}">{{ row.title }}</a></h3><time class="card-date" datetime="{{ row.published.0 }}">{{ row.published.1 }}</time><p class="card-text">{{ row.teaser }}</p><a class="more" href="{{ row.path }}">{{ phrases.more }}</a></article>
{% endfor %}</div>
{% when Markup::Table %}<table class="notices"><thead><tr><th>{{ phrases.published }}</th><th>{{ phrases.title }}</th><th>{{ phrases.until }}</th></tr></thead><tbody>
{% for row in rows %}<tr class="notice"><td class="notice-date">{{ row.published.1 }}</td><td class="notice-title"><a href="{{ row.path }}">{{ row.title }}</a></td><td class="notice-until">{{ row.until }}</td></tr>
{% endfor %}</tbody></table>
{% when Markup::Based %}<ul class="bids-list">
{% for row in rows %}<li class="bid"><a href=".{{ row.path }}"><h2>{{ row.title }}</h2></a><span class="bid-date">{{ row.published.1 }}</span><div class="bid-text">{{ row.teaser }}</div></li>
{% endfor %}</ul>
{% endmatch %}<nav class="pager">{% if let Some(previous) = previous %}<a rel="prev" class="pager-previous" href="{{ site.list_path() }}?page={{ previous }}">{{ phrases.previous }}</a>{% endif %}{% if let Some(next) = next %}<a rel="next" class="pager-next" href="{{ site.list_path() }}?page={{ next }}">{{ phrases.next }}</a>{% endif %}</nav>
"#
)]
struct Page<'a> {
    site: &'a Site,
    phrases: &'a Phrases,
    rows: Vec<Row<'a>>,
    previous: Option<usize>,
    next: Option<usize>,
}

struct Row<'a> {
    path: String,
    title: &'a str,
    published: (String, String),
    teaser: String,
    until: &'a str,
}

/// One page of the list, counted from 1; none after the last.
pub(super) fn page(site: &Site, number: usize, today: NaiveDate) -> Option<askama::Result<String>> {
    let phrases = phrases::of(site.lang);
    let items = site.items.chunks(site.page_size).nth(number.checked_sub(1)?)?;
    let row = |item| row(site, item, today, phrases);
    let main = Page {
        site,
        phrases,
        rows: items.iter().map(row).collect(),
        previous: (number > 1).then(|| number - 1),
        next: (number * site.page_size < site.items.len()).then_some(number + 1),
    };
    let framed = |main| frame::around(site, phrases.all, site.markup == Markup::Based, main);
    Some(main.render().and_then(framed))
}

fn row<'a>(site: &Site, item: &'a Item, today: NaiveDate, phrases: &Phrases) -> Row<'a> {
    Row {
        path: site.item_path(item),
        title: &item.title,
        published: published_on(item, today, phrases),
        teaser: teaser(&item.body),
        until: item.fields.get("until").map_or("", String::as_str),
    }
}
