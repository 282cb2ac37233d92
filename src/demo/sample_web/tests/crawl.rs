//! The demo's roadmap read page by page over the sample web, and held against the truth.

use std::collections::{BTreeMap, VecDeque};

use axum::Router;
use axum::body::Body;
use axum::http::{StatusCode, header};
use chrono::DateTime;
use sources::page::{Body as Sent, Page, Request};
use sources::{Finding, Source, Validators, normalise};

use super::asking::{behind_gateway, config, router, send, today, web_on};

/// In percent. The texts are written as such bodies write, with traps; a reader that gets fewer right has a fault.
const WELL_READ: u32 = 93;

/// As the fetcher sends it, but without a socket; none where robots.txt would have kept the fetcher away.
async fn fetch(router: &Router, request: &Request) -> Option<Page> {
    if request.url.path().starts_with("/members/") {
        return None;
    }
    let address = behind_gateway(request.url.as_str());
    let asked = match &request.body {
        None => axum::http::Request::get(address).body(Body::empty()),
        Some(Sent::Json(json)) => {
            axum::http::Request::post(address).header(header::CONTENT_TYPE, "application/json").body(Body::from(json.clone()))
        }
        Some(Sent::JsonParts(parts)) => {
            let part = |(name, json): &(String, String)| {
                format!(
                    "--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\nContent-Type: application/json\r\n\r\n{json}\r\n"
                )
            };
            let body: String = parts.iter().map(part).collect();
            let kind = "multipart/form-data; boundary=x";
            axum::http::Request::post(address).header(header::CONTENT_TYPE, kind).body(Body::from(body + "--x--\r\n"))
        }
    };
    let got = send(router, asked.unwrap()).await;
    assert_eq!(got.status, StatusCode::OK, "{}", request.url);
    Some(Page {
        url: request.url.clone(),
        status: 200,
        content_type: got.headers.get(header::CONTENT_TYPE).map(|kind| kind.to_str().unwrap().to_owned()),
        body: got.text.into_bytes(),
        validators: Validators::default(),
        moved_to: None,
        reservation: None,
        fetched_at: DateTime::UNIX_EPOCH,
    })
}

/// All that a visit to one source finds.
async fn visit(router: &Router, source: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut requests: VecDeque<Request> = sources::read::first_requests(source, today()).into();
    while let Some(request) = requests.pop_front() {
        let page = fetch(router, &request).await.unwrap();
        let reading = sources::read::read(source, &request, &page);
        assert!(reading.complaints.is_empty(), "{}: {:?}", source.slug, reading.complaints);
        for found in reading.found {
            let Some(detail) = found.detail else {
                findings.push(found.finding);
                continue;
            };
            if let Some(page) = fetch(router, &detail).await {
                let (finding, complaints) = sources::read::read_detail(source, found.finding, &page);
                assert!(complaints.is_empty(), "{}: {complaints:?}", source.slug);
                findings.push(finding);
            }
        }
        requests.extend(reading.next);
    }
    findings
}

#[tokio::test]
async fn a_visit_to_every_source_of_the_roadmap_reads_every_item_once_and_whole() {
    let router = router();
    let truth = web_on(today()).truth();
    for source in sources::roadmap::load(&config().join("demo/roadmap")).unwrap() {
        let address = source.shape.address().unwrap().replace("{offset}", "0");
        let host = url::Url::parse(&address).unwrap().host_str().unwrap().to_owned();
        let mut found = BTreeMap::new();
        for finding in visit(&router, &source).await {
            let text = finding.text.as_deref().or(finding.html.as_deref()).unwrap_or_default().to_owned();
            assert!(!text.is_empty() && !text.contains("[…]"), "{}: {} is not whole: {text}", source.slug, finding.url);
            assert!(found.insert(finding.url, finding.title).is_none(), "{}: an address came twice", source.slug);
        }
        let wanted: BTreeMap<_, _> = truth
            .iter()
            .filter(|item| item.host == host && !item.forbidden)
            .map(|item| (item.url.clone(), item.title.clone()))
            .collect();
        assert_eq!(found, wanted, "{}", source.slug);
    }
}

#[tokio::test]
async fn what_is_read_is_told_apart_and_dated_as_the_truth_says() {
    let router = router();
    let lexicon = sources::lexicon::Lexicon::load(&config()).unwrap();
    let truth: BTreeMap<_, _> = web_on(today()).truth().into_iter().map(|item| (item.url.clone(), item)).collect();
    let (mut calls, mut kept, mut kinds, mut deadlines, mut false_alarms) = (0, 0, 0, 0, Vec::new());
    for source in sources::roadmap::load(&config().join("demo/roadmap")).unwrap() {
        let context = normalise::Context::of(&source);
        for finding in visit(&router, &source).await {
            let item = &truth[&finding.url];
            let normalised = normalise::normalise(&finding, &context, &lexicon, today());
            let (yes, record) = (normalised.verdict.yes, normalised.opportunity);
            if !item.opportunity {
                false_alarms.extend(yes.then_some(finding.url));
                continue;
            }
            let dates: Vec<_> = record.deadline.stages.iter().map(|stage| stage.date).collect();
            calls += 1;
            kept += u32::from(yes);
            kinds += u32::from(item.accepts(record.kind));
            deadlines += u32::from(record.deadline.kind == item.deadline && dates == item.dates);
        }
    }
    assert_eq!(false_alarms, Vec::<String>::new(), "news was taken for calls");
    for (what, right) in [("kept", kept), ("kind", kinds), ("deadline", deadlines)] {
        assert!(right * 100 >= calls * WELL_READ, "{what}: only {right} of {calls} are as the truth says");
    }
}

/// White space made single, as quotes are compared.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn every_quote_of_every_record_stands_in_what_the_source_said() {
    let router = router();
    let lexicon = sources::lexicon::Lexicon::load(&config()).unwrap();
    let mut strangers = Vec::new();
    for source in sources::roadmap::load(&config().join("demo/roadmap")).unwrap() {
        let context = normalise::Context::of(&source);
        for finding in visit(&router, &source).await {
            let normalised = normalise::normalise(&finding, &context, &lexicon, today());
            let record = &normalised.opportunity;
            let fields = finding.fields.values().flatten().cloned();
            let said: Vec<String> = [record.title.clone(), finding.title.clone(), finding.url.clone(), normalised.text]
                .into_iter()
                .chain(fields)
                .collect();
            let said = flat(&said.join("\n"));
            let answers = [&record.eligibility.country, &record.eligibility.body, &record.eligibility.place];
            let quotes = (record.evidence.values().map(|evidence| &evidence.quote))
                .chain(answers.into_iter().filter_map(|answer| answer.quote.as_ref()))
                .chain(record.deadline.stages.iter().filter_map(|stage| stage.quote.as_ref()));
            strangers
                .extend(quotes.filter(|quote| !said.contains(&flat(quote))).map(|quote| (finding.url.clone(), quote.clone())));
        }
    }
    assert_eq!(strangers, []);
}
