//! Small files made for tests: a PDF whose letters are placed one by one, and a Word document.

use std::io::Write as _;

use zip::write::SimpleFileOptions;

/// A PDF of one page for each list of lines, each line given as it stands on paper, from left to right.
pub(crate) fn pdf(pages: &[&[&str]]) -> Vec<u8> {
    let mut objects: Vec<String> = vec![
        "<</Type/Catalog/Pages 2 0 R>>".into(),
        format!(
            "<</Type/Pages/Count {}/Kids[{}]>>",
            pages.len(),
            (0..pages.len()).map(|n| format!("{} 0 R ", 6 + 2 * n)).collect::<Vec<_>>().concat()
        ),
        "<</Type/Font/Subtype/Type0/BaseFont/Sample/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>".into(),
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Sample/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>\
         /DW 500/CIDToGIDMap/Identity/FontDescriptor<</Type/FontDescriptor/FontName/Sample/Flags 4>>>>"
            .into(),
    ];
    let ranges = (0..=0xff_u32).map(|row| format!("<{row:02X}00> <{row:02X}FF> <{row:02X}00>\n")).collect::<Vec<_>>().concat();
    objects.push(stream(&format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Sample def /CMapType 2 def\n\
         1 begincodespacerange <0000> <FFFF> endcodespacerange\n256 beginbfrange\n{ranges}endbfrange\nendcmap end end"
    )));
    for (n, lines) in pages.iter().enumerate() {
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents {} 0 R>>",
            7 + 2 * n
        ));
        let rows = lines
            .iter()
            .enumerate()
            .map(|(row, line)| {
                let codes = line.encode_utf16().map(|unit| format!("{unit:04X}")).collect::<Vec<_>>().concat();
                format!("BT /F1 12 Tf 1 0 0 1 40 {} Tm <{codes}> Tj ET\n", 760 - 30 * row as i32)
            })
            .collect::<Vec<_>>()
            .concat();
        objects.push(stream(&rows));
    }
    assemble(&objects)
}

/// A PDF of one page whose content is these bytes.
pub(crate) fn pdf_with_content(content: &str) -> Vec<u8> {
    assemble(&[
        "<</Type/Catalog/Pages 2 0 R>>".into(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".into(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<>>/Contents 4 0 R>>".into(),
        stream(content),
    ])
}

fn stream(content: &str) -> String {
    format!("<</Length {}>>\nstream\n{content}\nendstream", content.len())
}

fn assemble(objects: &[String]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", n + 1).bytes());
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    file.extend(format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1).bytes());
    file
}

/// A Word document whose body is this XML.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    let mut file = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    file.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    write!(file, "<?xml version=\"1.0\"?><w:document xmlns:w=\"x\"><w:body>{body}</w:body></w:document>").unwrap();
    file.finish().unwrap().into_inner()
}
