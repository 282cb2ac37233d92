//! Files attached to letters, end to end: read in a process of their own, found, and marked as what they are.

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

#[test]
fn a_file_that_eats_memory_costs_a_complaint_and_nothing_else() {
    let good = pdf("Call for proposals for towns: applications must be submitted by 1 March 2027.");
    let stage = stage(&[("A call", "See the file.", &bomb()), ("Another call", "See the file.", &good)]);
    let runs = stage.lines(&["crawl", "--json"]);
    let complaints = runs[0]["complaints"].to_string();
    assert!(complaints.contains("call.pdf") && complaints.contains("time or memory"), "{complaints}");
    assert_eq!(stage.export().len(), 1, "the honest letter beside it is read");
}
