//! Files attached to letters, end to end: read in a process of their own, found, and marked as what they are.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::http::{StatusCode, Uri, header};
use axum::response::IntoResponse as _;
use serde_json::Value;

use crate::support::Stage;

const ROADMAP: &str = r#"
[[source]]
slug = "intake"
name = { he = "תיבת הקליטה", en = "Intake" }
network = "il"
language = ["en", "he"]
evidence = "test"
active = true
[source.mail]
folder = "intake"
"#;

/// A PDF of one line in a font that every reader has.
fn pdf(line: &str) -> Vec<u8> {
    let content = format!("BT /F1 12 Tf 40 700 Td ({line}) Tj ET");
    format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n\
         3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>/Contents 4 0 R>>endobj\n\
         4 0 obj<</Length {}>>stream\n{content}\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
        content.len()
    )
    .into_bytes()
}

/// A PDF whose page is a gigabyte of spaces, packed into a megabyte: one piece, said a thousand times.
fn bomb() -> Vec<u8> {
    use flate2::{Compress, Compression, FlushCompress};
    let mut piece = Vec::with_capacity(1 << 16);
    Compress::new(Compression::fast(), false)
        .compress_vec(&vec![b' '; 1 << 20], &mut piece, FlushCompress::Full)
        .expect("memory takes it");
    let packed = [b"\x78\x01".as_slice(), &piece.repeat(1024)].concat();
    let mut file = format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n\
         3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<>>/Contents 4 0 R>>endobj\n\
         4 0 obj<</Length {}/Filter/FlateDecode>>stream\n",
        packed.len()
    )
    .into_bytes();
    file.extend(packed);
    file.extend(b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    file
}

fn stage(letters: &[(&str, &str, &[u8])]) -> Stage {
    use base64::Engine as _;
    let stage = Stage::new();
    let roadmap = stage.path("config/roadmap");
    std::fs::remove_file(&roadmap).expect("a link");
    std::fs::create_dir(&roadmap).expect("a folder");
    std::fs::write(roadmap.join("mail.toml"), ROADMAP).expect("written");
    std::fs::create_dir_all(stage.data().join("intake")).expect("a folder");
    for (number, (subject, text, file)) in letters.iter().enumerate() {
        let encoded = base64::engine::general_purpose::STANDARD.encode(file);
        let rows: Vec<&str> = encoded.as_bytes().chunks(76).map(|row| std::str::from_utf8(row).expect("ASCII")).collect();
        let letter = format!(
            "From: Desk <desk@example.org>\r\nMessage-ID: <{number}@example.org>\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n{text}\r\n\
             --b\r\nContent-Type: application/pdf; name=\"call.pdf\"\r\nContent-Disposition: attachment; filename=\"call.pdf\"\r\n\
             Content-Transfer-Encoding: base64\r\n\r\n{}\r\n--b--\r\n",
            rows.join("\r\n")
        );
        std::fs::write(stage.data().join(format!("intake/{number}.eml")), letter).expect("written");
    }
    stage
}

#[test]
fn a_call_in_an_attached_file_is_found_and_says_where_it_stands() {
    let call = pdf("Call for proposals for municipalities: applications on rainwater basins must be submitted by 1 March 2027.");
    let stage = stage(&[("Please see the enclosed call", "Dear colleagues, please see the file.", &call)]);
    let runs = stage.lines(&["crawl", "--json"]);
    assert_eq!(
        (runs[0]["outcome"].as_str(), runs[0]["complaints"].as_array().map(Vec::len)),
        (Some("done"), Some(0)),
        "{runs:#?}"
    );
    let records = stage.export();
    let [record] = records.as_slice() else { panic!("{records:#?}") };
    assert_eq!(record["deadline"]["stages"][0]["date"], "2027-03-01");
    assert_eq!(record["evidence"]["deadline"]["file"], "call.pdf");
    assert_eq!(record["attachments"][0]["name"], "call.pdf");
    let found = |words: &str| -> Value {
        let output = stage.run(&["search", words, "--json"]);
        serde_json::from_slice(&output.stdout).expect("JSON")
    };
    let hit = found("rainwater basins");
    assert_eq!(hit["items"][0]["only_in_attachment"], true, "{hit:#}");
    assert_eq!(hit["items"][0]["attachments"][0]["name"], "call.pdf");
    assert!(hit["items"][0]["attachments"][0]["text"].is_null(), "the file's text is searched, not shown");
    assert_eq!(found("enclosed call")["items"][0]["only_in_attachment"], Value::Null);
    let again = stage.lines(&["crawl", "--json"]);
    assert_eq!((again[0]["counts"]["unchanged"].as_u64(), again[0]["counts"]["written"].as_u64()), (Some(1), Some(0)));
}

/// A small web behind a gateway: a list, a page that links to a file, and an item that is a file itself.
fn web(pages: Vec<(&'static str, &'static str, Vec<u8>)>) -> (tokio::runtime::Runtime, String, Arc<AtomicBool>) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    let is_down = Arc::new(AtomicBool::new(false));
    let down = Arc::clone(&is_down);
    let answer = move |uri: Uri| {
        let asked = uri.path().trim_start_matches("/https/towns.example").to_owned();
        let found = pages.iter().find(|(path, ..)| *path == asked).cloned();
        let is_down = down.load(Ordering::SeqCst) && found.as_ref().is_some_and(|(_, media, _)| *media == "application/pdf");
        async move {
            match found {
                _ if is_down => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
                Some((_, media, body)) => ([(header::CONTENT_TYPE, media)], body).into_response(),
                None => StatusCode::NOT_FOUND.into_response(),
            }
        }
    };
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).expect("a port");
    let gateway = format!("http://{}", listener.local_addr().expect("an address"));
    runtime.spawn(async move { axum::serve(listener, axum::Router::new().fallback(answer)).await });
    (runtime, gateway, is_down)
}

#[test]
fn items_that_are_files_are_read_and_what_a_linked_file_said_stays_while_its_host_is_down() {
    let list =
        "<ul><li><a href='/c/1'>Call for proposals: parks</a></li><li><a href='/c/2.pdf'>Call for proposals: wells</a></li></ul>";
    let page = "<html><body><nav><a href='/terms.pdf'>Terms</a></nav><main><h1>Call for proposals: parks</h1><p>Towns may apply; see the \
                <a href='/f/guide.pdf'>guide for applicants</a> for all conditions.</p></main></body></html>";
    let (_web, gateway, is_down) = web(vec![
        ("/list", "text/html", list.into()),
        ("/c/1", "text/html", page.into()),
        (
            "/f/guide.pdf",
            "application/pdf",
            pdf("Applications must be submitted by 1 March 2027, with a sketch of the playground."),
        ),
        ("/c/2.pdf", "application/pdf", pdf("Applications for new wells must be submitted by 2 March 2027.")),
    ]);
    let stage = stage(&[]);
    let entry = "[[source]]\nslug = \"towns\"\nname = { he = \"ערים\", en = \"Towns\" }\nnetwork = \"world\"\nlanguage = [\"en\"]\n\
                 evidence = \"test\"\nactive = true\nattachments = 2\ndefaults = { only_opportunities = true }\n[source.list]\n\
                 url = \"https://towns.example/list\"\nitem = \"li\"\ntitle = \"a\"\nlink = \"a@href\"\n[source.list.detail]\nbody = \"main\"\n";
    std::fs::write(stage.path("config/roadmap/mail.toml"), entry).expect("written");
    let crawl = || -> Value {
        let output = stage.command(&["crawl", "--json"]).env("KOLKORE_FETCH_GATEWAY", &gateway).output().expect("it starts");
        serde_json::from_slice(&output.stdout).expect("JSON")
    };
    let told = || -> Vec<(String, String, String)> {
        let mut told: Vec<_> = stage
            .export()
            .iter()
            .map(|record| {
                let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                let file = &record["attachments"][0];
                (
                    text(&record["deadline"]["stages"][0]["date"]),
                    text(&file["url"]),
                    text(&record["evidence"]["deadline"]["file"]),
                )
            })
            .collect();
        told.sort();
        told
    };
    let run = crawl();
    assert_eq!((run["outcome"].as_str(), run["complaints"].as_array().map(Vec::len)), (Some("done"), Some(0)), "{run:#}");
    let expected = [
        ("2027-03-01", "https://towns.example/f/guide.pdf", "guide.pdf"),
        ("2027-03-02", "https://towns.example/c/2.pdf", "2.pdf"),
    ]
    .map(|(day, url, file)| (day.to_owned(), url.to_owned(), file.to_owned()));
    assert_eq!(told(), expected);
    is_down.store(true, Ordering::SeqCst);
    let run = crawl();
    assert!(run["complaints"].to_string().contains("guide.pdf"), "{run:#}");
    assert!(told().contains(&expected[0]), "what a file said stays while its host is down");
}

#[test]
fn a_file_that_eats_memory_costs_a_complaint_and_nothing_else() {
    let good = pdf("Call for proposals for towns: applications must be submitted by 1 March 2027.");
    let nested =
        format!("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages {}>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n", "[".repeat(2_000_000));
    let stage = stage(&[
        ("A call", "See the file.", &bomb()),
        ("A deep call", "See the file.", nested.as_bytes()),
        ("Another call", "See the file.", &good),
    ]);
    let runs = stage.lines(&["crawl", "--json"]);
    let complaints = runs[0]["complaints"].to_string();
    assert!(complaints.contains("call.pdf") && complaints.contains("time or memory"), "{complaints}");
    assert_eq!(stage.export().len(), 1, "the honest letter beside it is read");
}
