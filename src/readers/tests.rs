use std::path::Path;
use std::sync::LazyLock;

use serde_json::json;

use super::*;

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap());

fn now() -> DateTime<Utc> {
    "2026-11-25T06:00:00Z".parse().unwrap()
}

fn municipality(slug: &str, code: &str, name_he: &str, profile: Value) -> Municipality {
    Municipality {
        slug: slug.into(),
        code: code.into(),
        name_he: name_he.into(),
        name_en: slug.to_uppercase(),
        kind: "city".into(),
        district: "הדרום".into(),
        population: 30_000,
        profile,
    }
}

fn known() -> Vec<Municipality> {
    let wishes = json!({
        "capacity": "large", "topics": {"youth": 3, "sport": 1}, "kinds": ["grant"], "countries": ["DE"], "min_amount": 5000.0,
        "twin_cities": [{"name": "Bochum", "country": "DE"}], "words_wanted": ["חוף", "beach"], "priorities_he": "=לא נוסחה",
        "contacts": [
            {"email": "one@example.org", "name": "דנה", "language": "he", "frequency": "urgent",
                "consent": {"who": "דנה", "at": "2026-11-01T08:00:00Z", "how": "profile_form"}},
            {"email": "two@example.org", "name": "", "language": "", "frequency": "weekly", "topics": ["welfare"]}
        ]
    });
    vec![municipality("arad", "2560", "ערד", wishes), municipality("lod", "7000", "לוד", Value::Null)]
}

fn read(text: &str) -> Result<Vec<Municipality>, Vec<String>> {
    let sheet = Sheet::read(text.as_bytes()).unwrap();
    import(&sheet, &known(), &LEXICON, now()).map_err(|mistakes| mistakes.iter().map(ToString::to_string).collect())
}

#[test]
fn what_is_exported_is_read_back_without_loss() {
    let mut out = Vec::new();
    export(&mut out, &known()).unwrap();
    let back = import(&Sheet::read(&out).unwrap(), &known(), &LEXICON, now()).unwrap();
    assert_eq!(back, known());
    // And into a store that knows only who they are.
    let bare: Vec<_> = known().into_iter().map(|one| Municipality { profile: Value::Null, ..one }).collect();
    let mut back = import(&Sheet::read(&out).unwrap(), &bare, &LEXICON, now()).unwrap();
    back[0].profile["capacity"] = json!("large");
    let profiles = |all: &[Municipality]| all.iter().map(|one| crate::edition::profile(one).unwrap()).collect::<Vec<_>>();
    assert_eq!(profiles(&back), profiles(&known()));
}

#[test]
fn an_offices_list_with_hebrew_headings_adds_contacts_and_erases_nothing() {
    let read = read("שם הרשות;דוא״ל;איש קשר;תחומי אחריות;תדירות\nערד;THREE@example.org;ראש הרווחה;רווחה;דחוף\nערד;one@example.org;דנה כהן;;\n").unwrap();
    assert_eq!(read.len(), 1);
    let contacts = read[0].profile["contacts"].as_array().unwrap();
    assert_eq!(contacts.len(), 3);
    assert_eq!(
        contacts[2],
        json!({"email": "THREE@example.org", "name": "ראש הרווחה", "frequency": "urgent", "topics": ["welfare"]})
    );
    assert_eq!((&contacts[0]["name"], &contacts[0]["consent"]["who"]), (&json!("דנה כהן"), &json!("דנה")));
    assert_eq!(read[0].profile["topics"], known()[0].profile["topics"]);
}

#[test]
fn an_association_can_be_a_reader_and_is_no_member() {
    let read = read("slug,name_he,type,contact_email\nwelfare-heads,איגוד מנהלי הרווחה,איגוד מקצועי,w@example.org\n").unwrap();
    assert_eq!((read[0].kind.as_str(), read[0].is_member()), ("professional_association", false));
    crate::edition::profile(&read[0]).unwrap();
}

#[test]
fn every_mistake_is_told_with_its_row_and_column_and_nothing_is_read() {
    let mistakes =
        read("סמל,דוא\"ל,תחומים,ערים תאומות,תושבים\n7000,nobody,,,\n2560,,magic,,\n2560,,,Bochum,\n9999,,,,\n2560,,,,many\n")
            .unwrap_err();
    let starts = [
        "row 2, column \"דוא\"ל\": `nobody` is no e-mail address",
        "row 3, column \"תחומים\": `magic` is no topic",
        "row 4, column \"ערים תאומות\": `Bochum`",
        "row 5, column \"סמל\": no municipality has the code `9999`",
        "row 6, column \"תושבים\": `many` is no whole number",
    ];
    assert_eq!(mistakes.len(), starts.len());
    for (mistake, start) in mistakes.iter().zip(starts) {
        assert!(mistake.starts_with(start), "{mistake}");
    }
    let unknown = read("slug,colour\narad,red\n").unwrap_err();
    assert!(unknown[0].starts_with("row 1, column \"colour\": this heading is not known"), "{unknown:?}");
    let new = read("slug\natlantis\n").unwrap_err();
    assert!(new[0].contains("`atlantis` is new"), "{new:?}");
}

#[test]
fn what_is_no_table_is_refused_with_a_reason() {
    for (bytes, reason) in
        [(&b"PK\x03\x04 no zip"[..], "workbook does not read"), (b"\xff\xfe\x00", "neither a workbook"), (b" \n\n", "empty")]
    {
        let error = format!("{:#}", Sheet::read(bytes).unwrap_err());
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn a_workbook_is_read_as_a_spreadsheet_shows_it() {
    let sheet = Sheet::read(&workbook()).unwrap();
    assert_eq!(sheet.headings, ["סמל", "דוא\"ל"]);
    assert_eq!(sheet.rows, [(2, vec!["7000".to_owned(), "lod@example.org".to_owned()])]);
    let read = import(&sheet, &known(), &LEXICON, now()).unwrap();
    assert_eq!((read[0].slug.as_str(), &read[0].profile["contacts"][0]["email"]), ("lod", &json!("lod@example.org")));
}

/// The least that is a workbook: one sheet with inline texts and a number.
fn workbook() -> Vec<u8> {
    use std::io::Write as _;
    let parts = [
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#,
        ),
        (
            "_rels/.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="רשויות" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        (
            "xl/worksheets/sheet1.xml",
            r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>סמל</t></is></c><c r="B1" t="inlineStr"><is><t>דוא"ל</t></is></c></row><row r="2"><c r="A2"><v>7000</v></c><c r="B2" t="inlineStr"><is><t>lod@example.org</t></is></c></row></sheetData></worksheet>"#,
        ),
    ];
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
