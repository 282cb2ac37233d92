//! What the files of an item say, asked only where the item's own page says nothing; every answer names its file.
//! Knows no shape and no source.

use super::deadline::{Dated, DeadlineContext, words_in};
use super::eligibility::{Known, eligibility};
use super::evidence::{Found, found};
use super::language;
use super::reading::Reading;
use super::verdict::{self, OpportunityVerdict, verdict};
use super::{MOST_TEXT, clean};
use crate::finding::{Attachment, Finding};
use crate::lexicon::Lexicon;
use crate::opportunity::{Answer, Deadline, DeadlineKind, Eligibility, Verdict};

/// A page of fewer words than these only says what is attached: "please find the call enclosed".
const COVER_NOTE: usize = 60;

/// The files of an item, each read once.
pub(super) struct Attached<'a> {
    files: Vec<File<'a>>,
}

struct File<'a> {
    name: &'a str,
    lang: Option<String>,
    reading: Reading,
}

impl<'a> Attached<'a> {
    pub(super) fn new(finding: &'a Finding, lexicon: &Lexicon) -> Self {
        let read = |file: &'a Attachment| {
            let text = clean::body(&file.text, MOST_TEXT);
            let lang = language(&text).0;
            File { name: &file.name, reading: Reading::new("", &text, lang.as_deref(), lexicon), lang }
        };
        Self { files: finding.attachments.iter().filter(|file| !file.text.is_empty()).map(read).collect() }
    }

    /// The first file's deadline that is more than "unknown".
    pub(super) fn deadline(&self, context: DeadlineContext<'_>) -> Option<(Deadline, Option<Found>)> {
        self.files.iter().find_map(|file| {
            let said = Dated::read(&file.reading.text, file.lang.as_deref(), context, &file.reading.cues).deadline();
            let words = said.quote.as_deref().map(|quote| Found { file: Some(file.name.to_owned()), ..found(quote, &said.rule) });
            (said.deadline.kind != DeadlineKind::Unknown).then_some((said.deadline, words))
        })
    }

    /// Puts answers of the files in the place of those that are not known.
    pub(super) fn complete(&self, eligibility_of_page: &mut Eligibility, known: &Known<'_>, lexicon: &Lexicon) {
        for file in &self.files {
            let known = Known { language: file.lang.as_deref(), eligible: None, ..*known };
            let of_file = eligibility(&file.reading, &known, lexicon);
            for (answer, said) in
                [(&mut eligibility_of_page.country, of_file.country), (&mut eligibility_of_page.body, of_file.body)]
            {
                if answer.verdict == Verdict::Unknown && said.verdict != Verdict::Unknown {
                    *answer = Answer { file: Some(file.name.to_owned()), ..said };
                }
            }
        }
    }

    /// Whether a cover note's files are a call: judged by the first that is.
    pub(super) fn verdict(&self, page: &Reading, known: verdict::Known, lexicon: &Lexicon) -> Option<OpportunityVerdict> {
        if words_in(&page.text) > COVER_NOTE {
            return None;
        }
        self.files.iter().find_map(|file| {
            let judged = verdict(&file.reading, known, lexicon);
            let reasons = judged.reasons.into_iter().map(|reason| format!("{}: {reason}", file.name)).collect();
            judged.yes.then_some(OpportunityVerdict { yes: true, reasons })
        })
    }
}
