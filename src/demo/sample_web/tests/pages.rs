//! Pages, feeds and lists, and what HTTP says about them.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use scraper::{Html, Selector};

use super::asking::{behind_gateway, get, router, send, today, web_on};
use crate::demo::sample_web::{Manner, placeholder};

#[tokio::test]
async fn every_page_of_the_truth_is_served_with_its_title_and_no_label() {
    let router = router();
    for item in web_on(today()).truth() {
        let got = get(&router, &item.url).await;
        assert_eq!(got.status, StatusCode::OK, "{}", item.url);
        let page = Html::parse_document(&got.text);
        let heading = page.select(&Selector::parse("h1.entry-title").unwrap()).next().unwrap();
        assert_eq!(heading.text().collect::<String>(), item.title);
        for label in ["call_for_proposals", "two_stage", "multiple_cutoffs", "until_exhausted", "truth", "opportunity="] {
            assert!(!got.text.contains(label), "{} leaks {label}", item.url);
        }
    }
}

#[tokio::test]
async fn the_text_of_a_call_says_the_days_that_its_truth_says() {
    let router = router();
    for item in web_on(today()).truth().into_iter().filter(|item| item.manner != Manner::Sedia) {
        let got = get(&router, &item.url).await;
        let page = Html::parse_document(&got.text);
        let body: String = page.select(&Selector::parse(".entry-content").unwrap()).flat_map(|body| body.text()).collect();
        for day in &item.dates {
            let forms = ["he", "he-num", "en", "en-day", "us", "fr", "de", "es", "num"];
            let said = forms.iter().any(|form| body.contains(&placeholder::written(*day, form).unwrap()));
            assert!(said, "{}: {day} is nowhere in {body}", item.url);
        }
    }
}

#[tokio::test]
async fn hebrew_pages_run_from_right_to_left() {
    let router = router();
    let hebrew = get(&router, "https://keren-hayovel.example/music-bridges/").await;
    assert!(hebrew.text.contains(r#"<html lang="he" dir="rtl">"#));
    let german = get(&router, "https://staedte-partner.example/aktuelles/jahresbericht/").await;
    assert!(german.text.contains(r#"<html lang="de" dir="ltr">"#));
}

#[tokio::test]
async fn a_list_leads_from_page_to_page_through_all_its_items() {
    let router = router();
    for (list, item, link) in [
        ("https://merkaz-shilton.example/bids/", "li.bid", "a"),
        ("https://makhon-hadrakha.example/notices/", "tr.notice", ".notice-title a"),
        ("https://staedte-partner.example/aktuelles/", "article.card", ".card-title a"),
    ] {
        let (mut next, mut found) = (Some(url::Url::parse(list).unwrap()), Vec::new());
        while let Some(url) = next.take() {
            let got = get(&router, url.as_str()).await;
            let page = Html::parse_document(&got.text);
            let of = |css: &str| Selector::parse(css).unwrap();
            let base = page.select(&of("base")).next().map_or(url.clone(), |base| base.attr("href").unwrap().parse().unwrap());
            for row in page.select(&of(item)) {
                let href = row.select(&of(link)).next().unwrap().attr("href").unwrap();
                found.push(base.join(href).unwrap().to_string());
            }
            next = page.select(&of("a[rel=next]")).next().map(|next| base.join(next.attr("href").unwrap()).unwrap());
        }
        let host = url::Url::parse(list).unwrap().host_str().unwrap().to_owned();
        let wanted: Vec<_> = web_on(today()).truth().into_iter().filter(|item| item.host == host).map(|item| item.url).collect();
        assert_eq!(found, wanted);
    }
}

#[tokio::test]
async fn feeds_are_read_whole_by_a_feed_reader() {
    let router = router();
    for (feed, whole) in [
        ("https://keren-hayovel.example/feed/", true),
        ("https://cities-network.example/feed/", false),
        ("https://mayors-forum.example/atom.xml", true),
        ("https://jugend-bruecke.example/feed.atom", false),
        ("https://cooperation-communes.example/backend", false),
    ] {
        let got = get(&router, feed).await;
        let parsed = feed_rs::parser::parse(got.text.as_bytes()).unwrap();
        let host = url::Url::parse(feed).unwrap().host_str().unwrap().to_owned();
        let wanted: Vec<_> =
            web_on(today()).truth().into_iter().filter(|item| item.host == host).map(|item| (item.url, item.title)).collect();
        let found: Vec<_> = parsed
            .entries
            .iter()
            .map(|entry| (entry.links[0].href.clone(), entry.title.as_ref().unwrap().content.clone()))
            .collect();
        assert_eq!(found, wanted);
        assert!(parsed.entries.iter().all(|entry| entry.content.is_some() == whole && entry.published.is_some()), "{feed}");
    }
}

#[tokio::test]
async fn who_has_a_page_already_is_told_that_it_did_not_change() {
    let router = router();
    let url = "https://keren-hayovel.example/feed/";
    let first = get(&router, url).await;
    for (ask, tell) in [(header::IF_NONE_MATCH, header::ETAG), (header::IF_MODIFIED_SINCE, header::LAST_MODIFIED)] {
        let request = Request::get(behind_gateway(url)).header(ask, &first.headers[tell]).body(Body::empty()).unwrap();
        let again = send(&router, request).await;
        assert_eq!((again.status, again.text.as_str()), (StatusCode::NOT_MODIFIED, ""));
    }
    let stale = Request::get(behind_gateway(url)).header(header::IF_NONE_MATCH, "\"other\"").body(Body::empty()).unwrap();
    assert_eq!(send(&router, stale).await.status, StatusCode::OK);
}

#[tokio::test]
async fn robots_txt_tells_the_delay_and_forbids_the_bait() {
    let router = router();
    let robots = get(&router, "https://mediterranean-towns.example/robots.txt").await;
    assert_eq!(robots.text, "User-agent: *\nDisallow: /members/\nDisallow: /print/\nCrawl-delay: 0.1\n");
    let list = get(&router, "https://mediterranean-towns.example/news-and-calls").await;
    assert!(list.text.contains(r#"href="/members/"#));
    assert_eq!(web_on(today()).truth().iter().filter(|item| item.forbidden).count(), 1);
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let router = router();
    for url in [
        "https://keren-hayovel.example/nothing/",
        "https://merkaz-shilton.example/bids/?page=99",
        "https://merkaz-shilton.example/bids/?page=0",
        "https://merkaz-shilton.example/bids/?page=x",
        "https://unknown.example/",
    ] {
        assert_eq!(get(&router, url).await.status, StatusCode::NOT_FOUND, "{url}");
    }
    let post = Request::post(behind_gateway("https://keren-hayovel.example/feed/")).body(Body::empty()).unwrap();
    assert_eq!(send(&router, post).await.status, StatusCode::METHOD_NOT_ALLOWED);
}
