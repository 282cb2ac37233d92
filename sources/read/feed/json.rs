//! JSON Feed, item by item: an id that is a number is read as its text, and an item that cannot be read costs only itself.
//! Knows nothing of XML, of sources or of findings.

use feed_rs::model::Feed;
use feed_rs::parser::{ParseFeedError, Parser};
use serde_json::{Value, json};

use crate::read::reading::MAX_ITEMS;

/// A JSON Feed without the items that cannot be read.
pub(super) struct JsonRead {
    pub model: Feed,
    /// The others: which of the feed's items, counted from 1, and what is wrong with it.
    pub unread: Vec<(usize, String)>,
}

pub(super) fn read(parser: &Parser, text: &str) -> Result<JsonRead, ParseFeedError> {
    let mut feed: Value = serde_json::from_str(text).map_err(ParseFeedError::JsonSerde)?;
    let mut unread = Vec::new();
    if let Some(Value::Array(items)) = feed.get_mut("items") {
        // One more than is read, so that the rest is missed aloud.
        items.truncate(MAX_ITEMS + 1);
        items.iter_mut().for_each(id_as_text);
        let mut place = 0;
        items.retain(|item| {
            place += 1;
            fault(parser, item).map(|what| unread.push((place, what))).is_none()
        });
    }
    let model = parser.parse(feed.to_string().as_bytes())?;
    Ok(JsonRead { model, unread })
}

/// JSON Feed 1.1: "if an id is presented as a number, a JSON Feed reader should coerce it to a string".
fn id_as_text(item: &mut Value) {
    if let Some(id @ Value::Number(_)) = item.get_mut("id") {
        *id = Value::String(id.to_string());
    }
}

/// What is wrong with an item. It is tried in a feed that has nothing else, so that many items cost no more than their length.
fn fault(parser: &Parser, item: &Value) -> Option<String> {
    let alone = json!({"version": "https://jsonfeed.org/version/1.1", "title": "", "items": [item]});
    let what = parser.parse(alone.to_string().as_bytes()).err()?.to_string();
    // Its line and column are those of the feed made here.
    Some(what.split(" at line ").next().unwrap_or_default().to_owned())
}
