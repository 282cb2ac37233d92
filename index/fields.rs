//! The schema: which part of a document is kept how.

use tantivy::TantivyDocument;
use tantivy::schema::{FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions};

use crate::analyser::{ANALYSER, with_language};
use crate::document::Document;
use crate::pieces::CodeField;

/// Of an attachment only this much is kept for snippets (all of it is searched): tender books run to megabytes.
const MAX_SHOWN_BYTES: usize = 64 * 1024;

/// The fields by name; the same in every index of this version.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields {
    pub(crate) id: Field,
    pub(crate) title: Field,
    pub(crate) extra: Field,
    pub(crate) text: Field,
    pub(crate) attachment: Field,
    pub(crate) shown_text: Field,
    pub(crate) shown_attachment: Field,
    pub(crate) shown_lang: Field,
    pub(crate) item: Field,
    pub(crate) review: Field,
    pub(crate) kind: Field,
    pub(crate) status: Field,
    pub(crate) eligible: Field,
    pub(crate) lang: Field,
    pub(crate) topic: Field,
    pub(crate) source: Field,
    pub(crate) network: Field,
    pub(crate) country: Field,
    change: Field,
    opens: Field,
    deadline: Field,
    amount: Field,
    first_seen: Field,
    deadline_day: Field,
}

/// Names of columns that are read for each hit.
pub(crate) mod column {
    pub(crate) const ID: &str = "id";
    pub(crate) const STATUS: &str = "status";
    pub(crate) const CHANGE: &str = "change";
    pub(crate) const OPENS: &str = "opens";
    pub(crate) const DEADLINE: &str = "deadline";
    pub(crate) const AMOUNT: &str = "amount";
    pub(crate) const ELIGIBLE: &str = "eligible";
    pub(crate) const FIRST_SEEN: &str = "first_seen";
    /// Of each value of [`DEADLINE`], at its place.
    pub(crate) const DEADLINE_DAY: &str = "deadline_day";
}

impl Fields {
    /// The schema and its fields.
    pub(crate) fn schema() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let indexing =
            TextFieldIndexing::default().set_tokenizer(ANALYSER).set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let words = TextOptions::default().set_indexing_options(indexing);
        let code = STRING | FAST;
        let fields = Self {
            id: schema.add_text_field(column::ID, code.clone()),
            title: schema.add_text_field("title", words.clone()),
            extra: schema.add_text_field("extra", words.clone()),
            text: schema.add_text_field("text", words.clone()),
            attachment: schema.add_text_field("attachment", words),
            shown_text: schema.add_text_field("shown_text", STORED),
            shown_attachment: schema.add_text_field("shown_attachment", STORED),
            shown_lang: schema.add_text_field("shown_lang", STORED),
            item: schema.add_text_field("item", STORED),
            review: schema.add_text_field("review", code.clone()),
            kind: schema.add_text_field("kind", code.clone()),
            status: schema.add_text_field(column::STATUS, code.clone()),
            eligible: schema.add_text_field(column::ELIGIBLE, code.clone()),
            lang: schema.add_text_field("lang", code.clone()),
            topic: schema.add_text_field("topic", code.clone()),
            source: schema.add_text_field("source", code.clone()),
            network: schema.add_text_field("network", code.clone()),
            country: schema.add_text_field("country", code),
            change: schema.add_u64_field(column::CHANGE, FAST),
            opens: schema.add_i64_field(column::OPENS, FAST),
            deadline: schema.add_i64_field(column::DEADLINE, FAST),
            amount: schema.add_f64_field(column::AMOUNT, FAST),
            first_seen: schema.add_i64_field(column::FIRST_SEEN, FAST),
            deadline_day: schema.add_i64_field(column::DEADLINE_DAY, FAST),
        };
        (schema.build(), fields)
    }

    /// Those that hold words.
    pub(crate) fn texts(&self) -> [Field; 4] {
        [self.title, self.extra, self.text, self.attachment]
    }

    /// The one that holds such codes.
    pub(crate) fn of_code(&self, field: CodeField) -> Field {
        match field {
            CodeField::Source => self.source,
            CodeField::Kind => self.kind,
            CodeField::Topic => self.topic,
            CodeField::Network => self.network,
            CodeField::Country => self.country,
            CodeField::Eligible => self.eligible,
            CodeField::Lang => self.lang,
        }
    }

    /// The same as if there were no attachments: what would be looked for there is looked for in the text.
    pub(crate) fn without_attachments(self) -> Self {
        Self { attachment: self.text, ..self }
    }

    /// A document in the engine's terms.
    pub(crate) fn row(&self, document: &Document) -> TantivyDocument {
        let mut row = TantivyDocument::new();
        row.add_text(self.id, &document.id);
        let texts = [
            (self.title, &document.title),
            (self.extra, &document.extra),
            (self.text, &document.text),
            (self.attachment, &document.attachment),
        ];
        for (field, text) in texts {
            if !text.is_empty() {
                row.add_text(field, with_language(document.lang.as_deref(), text));
            }
        }
        row.add_text(self.shown_text, beginning(&document.text));
        row.add_text(self.shown_attachment, beginning(&document.attachment));
        row.add_text(self.shown_lang, document.lang.as_deref().unwrap_or_default());
        row.add_text(self.item, &document.item);
        let single = [&document.review, &document.kind, &document.status, &document.eligible];
        for (field, code) in [self.review, self.kind, self.status, self.eligible].into_iter().zip(single) {
            add_codes(&mut row, field, std::slice::from_ref(code));
        }
        add_codes(&mut row, self.lang, document.lang.as_slice());
        add_codes(&mut row, self.topic, &document.topics);
        add_codes(&mut row, self.source, &document.sources);
        add_codes(&mut row, self.network, &document.networks);
        add_codes(&mut row, self.country, &document.countries);
        row.add_u64(self.change, document.change);
        row.add_i64(self.first_seen, document.first_seen);
        if let Some(opens) = document.opens {
            row.add_i64(self.opens, opens);
        }
        for deadline in &document.deadlines {
            row.add_i64(self.deadline, deadline.over);
            row.add_i64(self.deadline_day, deadline.day);
        }
        if let Some(amount) = document.amount {
            row.add_f64(self.amount, amount);
        }
        // It grew by doubling, and hundreds wait for the engine's threads.
        row.shrink_to_fit();
        row
    }
}

/// Each code once: a facet counts records, not mentions.
fn add_codes(row: &mut TantivyDocument, field: Field, codes: &[String]) {
    for (i, code) in codes.iter().enumerate() {
        if !code.is_empty() && !codes[..i].contains(code) {
            row.add_text(field, code);
        }
    }
}

fn beginning(text: &str) -> &str {
    &text[..text.floor_char_boundary(MAX_SHOWN_BYTES)]
}
