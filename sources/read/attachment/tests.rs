use super::samples::{docx, pdf, pdf_with_content};
use super::*;

#[test]
fn a_pdfs_lines_come_out_as_they_are_read_in_hebrew_too() {
    let file = pdf(&[
        &["Call for proposals 2027", "Applications are due by 1 March 2027."],
        &["תוריעל ארוק לוק", ".2027 ץרמב 1 דע השגה"],
    ]);
    assert_eq!(
        text(&file).unwrap(),
        "Call for proposals 2027\nApplications are due by 1 March 2027.\nקול קורא לעירות\nהגשה עד 1 במרץ 2027."
    );
}

#[test]
fn a_pdf_of_pictures_says_that_somebody_has_to_read_it() {
    let error = text(&pdf_with_content("q 100 0 0 100 0 0 cm /Im1 Do Q")).unwrap_err();
    assert!(error.contains("pictures"), "{error}");
}

#[test]
fn a_word_documents_paragraphs_cells_and_hebrew_are_read_and_what_was_deleted_is_not() {
    let file = docx(
        "<w:p><w:r><w:t>קול קורא לרשויות</w:t></w:r></w:p>\
         <w:p><w:r><w:t xml:space=\"preserve\">Towns &amp; regions </w:t></w:r><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:t>may apply</w:t></w:r></w:p>\
         <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Deadline</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1 March 2027</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    );
    assert_eq!(text(&file).unwrap(), "קול קורא לרשויות\nTowns & regions may apply\nDeadline | 1 March 2027");
}

#[test]
fn what_is_neither_says_so() {
    assert!(text(b"GIF89a").unwrap_err().contains("neither"));
    assert!(text(b"PK\x03\x04rubbish").unwrap_err().contains("ZIP"));
    assert!(text(b"%PDF-1.7 rubbish").unwrap_err().contains("no PDF"));
    assert!(text(&docx("<w:p><w:r><w:t>unclosed")).is_err());
}

#[test]
fn a_document_that_decompresses_to_gigabytes_is_refused() {
    let error = text(&docx(&" ".repeat(33 * 1024 * 1024))).unwrap_err();
    assert!(error.contains("more than"), "{error}");
}

#[test]
fn only_so_many_characters_are_kept() {
    let long = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "קול ".repeat(MAX_CHARACTERS));
    assert!(text(&docx(&long)).unwrap().len() <= MAX_CHARACTERS);
}

#[test]
fn names_media_types_and_bytes_tell_what_a_file_is() {
    assert_eq!(FileKind::promised("Call.PDF", None), Some(FileKind::Pdf));
    assert_eq!(FileKind::promised("download", Some("Application/PDF; x=1")), Some(FileKind::Pdf));
    assert_eq!(FileKind::promised("קול קורא.docx", None), Some(FileKind::Docx));
    assert_eq!(FileKind::promised(".pdf", None), None);
    assert_eq!(FileKind::of(b"\n\n%PDF-1.4"), Some(FileKind::Pdf));
    assert_eq!(FileKind::of(b"<html>"), None);
}

proptest::proptest! {
    #[test]
    fn bytes_of_any_kind_are_survived(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..600), cut in 0_usize..1500) {
        let good = pdf(&[&["Towns may apply until the first of March."]]);
        let mut torn = good[..cut.min(good.len())].to_vec();
        torn.extend(&bytes);
        let _ = text(&torn);
        let _ = text(&[b"PK\x03\x04".as_slice(), &bytes].concat());
    }
}
