//! What is wrong with a table: a code and its words, said in the reader's language by the texts `readers.mistake.CODE`.

use crate::clean;
use crate::i18n::Texts;

/// Words of a cell that are quoted: whoever pasted a whole letter into one sees its beginning.
const LONGEST_QUOTE: usize = 80;

/// Every text of an import, for [`crate::i18n::I18n::require`].
pub(crate) const KEYS: &[&str] = &[
    "readers.place",
    "readers.skipped",
    "readers.left",
    "readers.corrected",
    "readers.mistake.heading_twice",
    "readers.mistake.no_headings",
    "readers.mistake.unknown_code",
    "readers.mistake.unknown_name",
    "readers.mistake.many_names",
    "readers.mistake.no_lead_times",
    "readers.mistake.no_consent",
    "readers.mistake.nobody",
    "readers.mistake.no_slug",
    "readers.mistake.newcomer",
    "readers.mistake.newcomer_without_slug",
    "readers.mistake.no_mailbox",
    "readers.mistake.no_address",
    "readers.mistake.foreign_address",
    "readers.mistake.no_choice",
    "readers.mistake.no_number",
    "readers.mistake.no_sum",
    "readers.mistake.too_long",
    "readers.mistake.no_word",
    "readers.mistake.no_weight",
    "readers.mistake.no_topic",
    "readers.mistake.weighed_contact",
    "readers.mistake.no_twin_country",
    "readers.mistake.no_country",
    "readers.mistake.no_day",
    "readers.mistake.no_table",
    "readers.mistake.no_csv",
    "readers.mistake.no_workbook",
    "readers.mistake.no_sheet",
    "readers.mistake.bomb",
    "readers.mistake.parts",
    "readers.mistake.rows",
    "readers.mistake.columns",
    "readers.mistake.empty",
    "readers.mistake.too_large",
    "readers.mistake.no_file",
];

/// What is wrong, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct What {
    code: &'static str,
    args: Vec<(&'static str, String)>,
}

impl What {
    /// Without anything to quote.
    pub fn of(code: &'static str) -> Self {
        Self { code, args: Vec::new() }
    }

    /// About `word`, as it stands in a cell.
    pub fn about(code: &'static str, word: &str) -> Self {
        Self::of(code).with("word", word)
    }

    /// With one more argument of its text.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.args.push((name, clean::isolate(&clean::line(value).chars().take(LONGEST_QUOTE).collect::<String>())));
        self
    }

    /// With the values that are allowed: ours, which may be many.
    #[must_use]
    pub(super) fn choices(mut self, all: String) -> Self {
        self.args.push(("choices", all));
        self
    }

    /// In the language of `texts`.
    pub fn in_words(&self, texts: &Texts) -> String {
        let args: Vec<(&str, &str)> = self.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        texts.t(&format!("readers.mistake.{}", self.code), &args)
    }
}

/// A cell that cannot be followed, by its place as a spreadsheet shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Counted from 1, the headings included.
    pub row: usize,
    /// As its heading is written.
    pub column: String,
    /// What is wrong.
    pub what: What,
}

impl Mistake {
    /// Place and reason in the language of `texts`.
    pub fn in_words(&self, texts: &Texts) -> String {
        let column = clean::isolate(&clean::line(&self.column).chars().take(LONGEST_QUOTE).collect::<String>());
        texts.t("readers.place", &[("row", &self.row.to_string()), ("column", &column), ("what", &self.what.in_words(texts))])
    }
}
