//! A page that lists items, read with CSS selectors.

use std::collections::BTreeSet;

use ego_tree::NodeRef;
use scraper::ElementRef;
use scraper::node::Node;
use url::Url;

use super::address::{canonical, web_link, without_token};
use super::detail::{HOME_INSTEAD, NO_SUCH_PAGE, page_text};
use super::html;
use super::nesting::breaks_off;
use super::plain;
use super::reading::{Found, MAX_ITEMS, Reading};
use super::shell::{is_home_instead, is_shell};
use super::text::one_line;
use super::visible;
use crate::finding::Finding;
use crate::page::{Page, Request};
use crate::source::{Css, List, Source};

/// Items that contain one another would cost the page over and over: reading stops when they came to this many times
/// the page's own length.
const MAX_READ: usize = 4;

pub(super) fn read(source: &Source, list: &List, request: &Request, page: &Page) -> Reading {
    let written = match page_text(page) {
        Ok(written) => written,
        Err(what) => return Reading::failure("page", what),
    };
    let document = html::document(&written);
    if is_shell(&document) {
        return Reading::failure("page", NO_SUCH_PAGE);
    }
    if is_home_instead(&request.url, &page.url) {
        return Reading::failure("page", HOME_INSTEAD);
    }
    let base = html::base_of(&document, &page.url);
    let lang = html::declared_lang(&document);
    let root = document.root_element();

    let mut reading = Reading::default();
    if breaks_off(&written) {
        reading.break_off("breaks off before the page's end; it is asked for in full at the next visit");
    }
    let Some(selector) = &list.item.selector else {
        return Reading::failure("item", "needs a selector, not only an attribute");
    };
    let mut read = 0;
    let mut matched = 0;
    let elements: Vec<ElementRef<'_>> = document.select(selector).collect();
    for (number, &element) in elements.iter().enumerate() {
        matched += 1;
        if number >= MAX_ITEMS || read > MAX_READ * written.len() {
            reading.left("item", format!("`{}` matches too much; the rest of the page was left", list.item.written));
            break;
        }
        if reading.broken_off && number + 1 == elements.len() && is_last(element) {
            // Half of an item is not what the source says: it would take the place of the whole one.
            continue;
        }
        match item(source, list, element, &base, (&request.url, &page.url)) {
            Ok((mut finding, length)) => {
                read += length;
                finding.lang.clone_from(&lang);
                let detail = list.detail.as_ref().and_then(|_| Url::parse(&finding.url).ok()).map(Request::get);
                reading.found.push(Found { finding, detail, ..Found::default() });
            }
            Err((field, what)) => reading.unreadable(format!("item {}, {field}", number + 1), what),
        }
    }
    drop_tokens(&mut reading.found);
    if matched == 0 {
        reading.declared_empty = list.empty.as_deref().is_some_and(|mark| says(root, mark));
        reading.unmatched = !reading.declared_empty;
        if reading.unmatched {
            let what = format!("`{}` matches nothing, and the page does not say that there is nothing", list.item.written);
            if source.floor > 0 { reading.fail("item", what) } else { reading.complain("item", what) }
        }
    }
    if let Some(next) = &list.next {
        match next_page(root, next, &base, &page.url) {
            Ok(next) => reading.next = next,
            Err(what) => reading.complain("next", what),
        }
    }
    reading
}

/// Whether nothing stands behind an element, so that it is the one in which a page that breaks off does so.
fn is_last(element: ElementRef<'_>) -> bool {
    let is_blank = |node: NodeRef<'_, Node>| node.value().as_text().is_some_and(|text| text.trim().is_empty());
    std::iter::once(*element).chain(element.ancestors()).all(|node| node.next_siblings().all(is_blank))
}

/// A token that is another with every visit is no part of an item's key, as long as the items differ without it.
fn drop_tokens(found: &mut [Found]) {
    let plain = |found: &Found| without_token(&found.finding.key).unwrap_or_else(|| found.finding.key.clone());
    let keys: Vec<String> = found.iter().map(plain).collect();
    let with_tokens: BTreeSet<&str> = found.iter().map(|found| found.finding.key.as_str()).collect();
    if keys.iter().collect::<BTreeSet<_>>().len() == with_tokens.len() {
        for (found, key) in found.iter_mut().zip(keys) {
            found.finding.key = key;
        }
    }
}

/// One item and the length of what was read of it, or which field is missing and why.
fn item(
    source: &Source,
    list: &List,
    element: ElementRef<'_>,
    base: &Url,
    (asked, page): (&Url, &Url),
) -> Result<(Finding, usize), (&'static str, String)> {
    let title = values(element, &list.title).into_iter().next();
    let title = title.ok_or_else(|| ("title", format!("`{}` gives nothing", list.title.written)))?;
    let link = links(element, &list.link).into_iter().next();
    let link = link.ok_or_else(|| ("link", format!("`{}` gives no address", list.link.written)))?;
    let url = web_link(base, &link).ok_or_else(|| ("link", format!("`{}` is no web address", one_line(&link))))?;
    let mut finding = Finding { source: source.slug.clone(), key: canonical(&url), title, ..Finding::default() };
    if finding.key == canonical(page) {
        // All items on one page: only their titles tell them apart.
        finding.key = format!("{}#{}", canonical(asked), finding.title);
    }
    finding.url = url.into();
    let mut length = finding.title.len();
    for (name, css) in &list.fields {
        let values = field_values(element, css, base);
        length += values.iter().map(String::len).sum::<usize>();
        if !values.is_empty() {
            finding.fields.insert(name.clone(), values);
        }
    }
    Ok((finding, length))
}

/// Whether people read the words on the page, and as a word of the page itself.
fn says(root: ElementRef<'_>, mark: &str) -> bool {
    let mark = one_line(mark).to_lowercase();
    !mark.is_empty() && one_line(&visible::main_text(root)).to_lowercase().contains(&mark)
}

/// The next page: on the same host, and another one.
fn next_page(root: ElementRef<'_>, next: &Css, base: &Url, page: &Url) -> Result<Option<Request>, String> {
    let Some(written) = links(root, next).into_iter().next() else { return Ok(None) };
    let Some(url) = web_link(base, &written) else { return Err(format!("`{}` is no web address", one_line(&written))) };
    if url.host_str() != page.host_str() {
        return Err(format!("{url} is on another host"));
    }
    Ok((canonical(&url) != canonical(page)).then(|| Request::get(url)))
}

/// The values that a selector gives within an element, each on one line; blank ones left out.
pub(super) fn values(within: ElementRef<'_>, css: &Css) -> Vec<String> {
    taken(within, css, |element| match &css.attribute {
        Some(name) => element.attr(name).map(str::to_owned),
        None => Some(plain::text_of(*element)),
    })
}

/// Likewise; addresses among them absolute.
pub(super) fn field_values(within: ElementRef<'_>, css: &Css, base: &Url) -> Vec<String> {
    let values = values(within, css);
    match css.attribute.as_deref() {
        Some("href" | "src") => values.iter().filter_map(|value| web_link(base, value)).map(String::from).collect(),
        _ => values,
    }
}

/// What the first match holds, as HTML with absolute links.
pub(super) fn inner(within: ElementRef<'_>, css: &Css, base: &Url) -> Option<String> {
    let element = match &css.selector {
        Some(selector) => within.select(selector).next()?,
        None => within,
    };
    (!plain::text_of(*element).is_empty()).then(|| html::inner_html(element, base))
}

fn links(within: ElementRef<'_>, css: &Css) -> Vec<String> {
    taken(within, css, |element| element.attr(css.attribute.as_deref().unwrap_or("href")).map(str::to_owned))
}

fn taken(within: ElementRef<'_>, css: &Css, take: impl Fn(ElementRef<'_>) -> Option<String>) -> Vec<String> {
    let taken: Vec<Option<String>> = match &css.selector {
        Some(selector) => within.select(selector).map(take).collect(),
        None => vec![take(within)],
    };
    taken.into_iter().flatten().map(|value| one_line(&value)).filter(|value| !value.is_empty()).collect()
}

#[cfg(test)]
mod tests;
