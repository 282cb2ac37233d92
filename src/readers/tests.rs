mod consent;
mod office;

use std::path::Path;
use std::sync::LazyLock;

use serde_json::json;

use super::*;
use crate::i18n::{I18n, Language};

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap());

static TEXTS: LazyLock<I18n> = LazyLock::new(|| I18n::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap());

/// Without the marks that keep foreign words in their direction.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

fn now() -> DateTime<Utc> {
    "2026-11-25T06:00:00Z".parse().unwrap()
}

fn municipality(slug: &str, code: &str, name_he: &str, profile: Value) -> Municipality {
    Municipality {
        slug: slug.into(),
        code: code.into(),
        name_he: name_he.into(),
        name_en: slug.to_uppercase(),
        name_ar: String::new(),
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
    let in_english = |mistake: &Mistake| plain(&mistake.in_words(TEXTS.of(Language::En)));
    let read = import(&sheet, &known(), &LEXICON, now()).map_err(|mistakes| mistakes.iter().map(in_english).collect());
    read.map(|read| read.municipalities)
}

#[test]
fn what_is_exported_is_read_back_without_loss() {
    let mut out = Vec::new();
    export(&mut out, &known()).unwrap();
    let back = import(&Sheet::read(&out).unwrap(), &known(), &LEXICON, now()).unwrap().municipalities;
    assert_eq!(back, known());
    // And into a store that knows only who they are.
    let bare: Vec<_> = known().into_iter().map(|one| Municipality { profile: Value::Null, ..one }).collect();
    let back = import(&Sheet::read(&out).unwrap(), &bare, &LEXICON, now()).unwrap().municipalities;
    let profiles = |all: &[Municipality]| all.iter().map(|one| profile(one).unwrap()).collect::<Vec<_>>();
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
    profile(&read[0]).unwrap();
}

#[test]
fn every_mistake_is_told_with_its_row_and_column_and_nothing_is_read() {
    let mistakes =
        read("סמל,דוא\"ל,תחומים,ערים תאומות,תושבים\n7000,nobody,,,\n2560,,magic,,\n2560,,,Bochum,\n9999,,,,\n2560,,,,many\n")
            .unwrap_err();
    let starts = [
        "row 2, column דוא\"ל: nobody is no e-mail address",
        "row 3, column תחומים: magic is no topic",
        "row 4, column ערים תאומות: After the city write a comma and its country: Bochum",
        "row 5, column סמל: No municipality has the code 9999",
        "row 6, column תושבים: many is no whole number",
    ];
    assert_eq!(mistakes.len(), starts.len());
    for (mistake, start) in mistakes.iter().zip(starts) {
        assert!(mistake.starts_with(start), "{mistake}");
    }
    let new = read("slug\natlantis\n").unwrap_err();
    assert!(new[0].contains("atlantis is new"), "{new:?}");
}

#[test]
fn what_is_no_table_is_refused_with_a_reason() {
    for (bytes, reason) in
        [(&b"PK\x03\x04 no zip"[..], "workbook cannot be read"), (b"\xff\xfe\x00", "neither a workbook"), (b" \n\n", "empty")]
    {
        let error = Sheet::read(bytes).unwrap_err().in_words(TEXTS.of(Language::En));
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn a_workbook_is_read_as_a_spreadsheet_shows_it() {
    let sheet = Sheet::read(&workbook()).unwrap();
    assert_eq!(sheet.headings, ["סמל", "דוא\"ל"]);
    assert_eq!(sheet.rows, [(2, vec!["7000".to_owned(), "lod@example.org".to_owned()])]);
    let read = import(&sheet, &known(), &LEXICON, now()).unwrap().municipalities;
    assert_eq!((read[0].slug.as_str(), &read[0].profile["contacts"][0]["email"]), ("lod", &json!("lod@example.org")));
}

/// Why a file is refused, in Hebrew.
fn refused(bytes: &[u8]) -> String {
    plain(&Sheet::read(bytes).unwrap_err().in_words(TEXTS.of(Language::He)))
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_refused_before_anything_parses_it() {
    let bomb = packed(&format!("{}{}", SHEET, " ".repeat(64 << 20)));
    assert!(bomb.len() < 1 << 20, "{} bytes pass the bound of an upload", bomb.len());
    assert!(refused(&bomb).starts_with("תוכן החוברת גדול מ־16 MB לאחר פריסה"), "{}", refused(&bomb));
    // The directory claims that each part has one byte: what counts is what comes out.
    let mut liar = bomb;
    let places: Vec<usize> = (0..liar.len() - 4).filter(|at| liar[*at..].starts_with(b"PK\x01\x02")).collect();
    for at in places {
        liar[at + 24..at + 28].copy_from_slice(&1u32.to_le_bytes());
    }
    assert!(Sheet::read(&liar).is_err());
}

#[test]
fn a_cell_far_out_makes_no_table_of_millions() {
    assert!(refused(&packed(&SHEET.replace("B2", "XFD2"))).starts_with("יש תוכן בעמודה מספר 16384"));
    assert!(refused(&packed(&SHEET.replace("B2", "B1048576"))).starts_with("בטבלה 1048576 שורות"));
    let styled = SHEET.replace("</row></sheetData>", "<c r=\"XFD2\" s=\"1\"/></row></sheetData>");
    assert_eq!(Sheet::read(&packed(&styled)), Sheet::read(&workbook()), "a cell that holds nothing is none");
}

#[test]
fn an_import_says_in_hebrew_where_it_cannot_be_followed_and_what_to_write() {
    let sheet = Sheet::read("סמל,תחומים,תדירות,דוא\"ל\n2560,magic,,\n2560,,rarely,a@example.org\n".as_bytes()).unwrap();
    let mistakes = import(&sheet, &known(), &LEXICON, now()).unwrap_err();
    let told: Vec<String> = mistakes.iter().map(|mistake| plain(&mistake.in_words(TEXTS.of(Language::He)))).collect();
    assert!(told[0].starts_with("שורה 2, עמודה תחומים: התחום magic אינו מוכר. "), "{told:?}");
    assert_eq!(told[1..], ["שורה 3, עמודה תדירות: הערך rarely אינו מוכר. כתבו אחד מאלה: שבועי (weekly), דחוף (urgent)."]);
}

/// Inline texts and a number.
const SHEET: &str = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>סמל</t></is></c><c r="B1" t="inlineStr"><is><t>דוא"ל</t></is></c></row><row r="2"><c r="A2"><v>7000</v></c><c r="B2" t="inlineStr"><is><t>lod@example.org</t></is></c></row></sheetData></worksheet>"#;

fn workbook() -> Vec<u8> {
    packed(SHEET)
}

/// The least that is a workbook, with one sheet.
fn packed(sheet: &str) -> Vec<u8> {
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
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn an_offices_real_workbook_is_read_with_its_title_its_telephones_and_its_own_spellings() {
    let known = vec![
        municipality("herzliyya", "6400", "הרצלייה", Value::Null),
        municipality("tel-aviv-yafo", "5000", "תל אביב-יפו", Value::Null),
    ];
    let text = "רשימת אנשי קשר – נובמבר 2026;;;;\n;;;;\nרשות;שם;טלפון;דוא\"\"ל;הערות\nעיריית הרצליה;דנה;09-1234567;a@example.org;בחופשה\nתל-אביב;רון;;b@example.org;\n";
    let read = import(&Sheet::read(text.as_bytes()).unwrap(), &known, &LEXICON, now()).unwrap();
    assert_eq!(read.skipped, ["טלפון", "הערות"]);
    let told = read.in_words(TEXTS.of(Language::He)).unwrap();
    assert_eq!(plain(&told), "עמודות שלא נקראו, כי כותרתן אינה מוכרת: טלפון, הערות");
    let contacts: Vec<_> =
        read.municipalities.iter().map(|one| (one.name_he.as_str(), &one.profile["contacts"][0]["name"])).collect();
    assert_eq!(contacts, [("הרצלייה", &json!("דנה")), ("תל אביב-יפו", &json!("רון"))], "the register's spelling stays");
}

#[test]
fn every_mistake_of_a_row_is_told() {
    let mistakes = read("סמל,דוא\"ל,תחומים,תדירות\n7000,nobody,magic,rarely\n").unwrap_err();
    assert_eq!(mistakes.len(), 3, "{mistakes:?}");
}

#[test]
fn a_consent_with_its_day_is_the_contacts_own_and_without_anybody_is_a_mistake() {
    let read_one = read("סמל,דוא\"ל,איש קשר,תאריך הסכמה,אופן ההסכמה\n7000,a@example.org,דנה,3.11.2026,בטלפון\n").unwrap();
    let consent = &read_one[0].profile["contacts"][0]["consent"];
    assert_eq!((&consent["who"], &consent["how"]), (&json!("דנה"), &json!("בטלפון")));
    assert!(consent["at"].as_str().unwrap().starts_with("2026-11-0"), "{consent}");
    let nobody = read("סמל,דוא\"ל,תאריך הסכמה\n7000,a@example.org,3.11.2026\n").unwrap_err();
    assert!(
        nobody[0].starts_with("row 2, column תאריך הסכמה: A day or a way of consent is written, but not whose"),
        "{nobody:?}"
    );
}

#[test]
fn working_days_holidays_capacity_place_and_membership_are_columns_too() {
    let read = read("סמל,ימי הכנה,לוח חגים,היקף הצוות,סעיף הטריטוריה,חברה\n7000,14; 5; 5,יהודי; מוסלמי,קטנה,חל,לא\n").unwrap();
    assert_eq!(
        read[0].profile,
        json!({"lead_times": {"council": 14, "legal": 5, "treasurer": 5}, "calendars": ["jewish", "muslim"], "capacity": "small",
            "eu_place": "conditional", "member": false})
    );
    assert!(!read[0].is_member());
}

#[test]
fn an_address_that_changed_beside_a_known_name_corrects_the_contact_and_makes_no_second() {
    let sheet = Sheet::read("סמל,איש קשר,דוא\"ל\n2560, דנה ,dana@example.org\n".as_bytes()).unwrap();
    let read = import(&sheet, &known(), &LEXICON, now()).unwrap();
    let contacts = read.municipalities[0].profile["contacts"].as_array().unwrap();
    assert_eq!(contacts.len(), 2);
    let corrected = &contacts[0];
    assert_eq!((&corrected["email"], &corrected["frequency"]), (&json!("dana@example.org"), &json!("urgent")));
    assert_eq!((corrected.get("consent"), &corrected["former"][0]["email"]), (None, &json!("one@example.org")));
    assert_eq!(read.in_words(TEXTS.of(Language::He)).unwrap(), "כתובת אחת תוקנה.");
}

#[test]
fn two_addresses_of_one_name_in_a_table_are_two_contacts_and_so_is_a_name_that_two_have() {
    let both = read("סמל,איש קשר,דוא\"ל\n2560,דנה,dana@example.org\n2560,דנה,one@example.org\n").unwrap();
    assert_eq!(both[0].profile["contacts"].as_array().unwrap().len(), 3);
    let again = read("סמל,איש קשר,דוא\"ל\n7000,לשכה,a@example.org\n7000,לשכה,b@example.org\n").unwrap();
    let sheet = Sheet::read("סמל,איש קשר,דוא\"ל\n7000,לשכה,c@example.org\n".as_bytes()).unwrap();
    let third = import(&sheet, &again, &LEXICON, now()).unwrap();
    assert_eq!((third.municipalities[0].profile["contacts"].as_array().unwrap().len(), third.corrected), (3, 0));
}

#[test]
fn a_hebrew_domain_is_taken_in_the_letters_of_the_wire_and_hebrew_before_the_at_is_refused() {
    let read_one = read("סמל,דוא\"ל\n7000,dana@עיר.example\n").unwrap();
    let email = read_one[0].profile["contacts"][0]["email"].as_str().unwrap();
    assert!(email.starts_with("dana@xn--") && email.ends_with(".example"), "{email}");
    let refused = read("סמל,דוא\"ל\n7000,מזכירות@lod.example\n").unwrap_err();
    assert!(refused[0].contains("has letters before the @ that are not Latin"), "{refused:?}");
}

#[test]
fn a_stored_hebrew_domain_and_its_form_on_the_wire_are_one_mailbox() {
    let agreed = json!({"who": "דנה", "at": "2026-11-01T08:00:00Z", "how": "profile_form"});
    let contact = json!({"email": "dana@עיר.example", "name": "דנה", "consent": agreed});
    let stored = [municipality("lod", "7000", "לוד", json!({"contacts": [contact]}))];
    let contacts = |table: &str| {
        let read = import(&Sheet::read(table.as_bytes()).unwrap(), &stored, &LEXICON, now()).unwrap();
        read.municipalities[0].profile["contacts"].as_array().unwrap().clone()
    };
    let same = contacts("סמל,דוא\"ל\n7000,dana@xn--eebrt.example\n");
    assert_eq!((same.len(), &same[0]["consent"], same[0].get("former")), (1, &agreed, None));
    let beside = contacts("סמל,איש קשר,דוא\"ל\n7000,דנה,other@lod.example\n7000,דנה,Dana@xn--eebrt.example\n");
    assert_eq!(beside.len(), 2, "a table that names the present address corrects nobody");
}
