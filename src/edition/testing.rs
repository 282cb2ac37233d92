//! Records for the tests of this room.

use serde_json::{Value, json};

use crate::record::Record;

/// A record with `over` laid over an empty one.
pub(crate) fn record(id: &str, over: Value) -> Record {
    let unknown = json!({"verdict": "unknown", "quote": null, "rule": null});
    let mut whole = json!({
        "id": id, "title": "Title", "summary": null, "lang": "en", "url": format!("https://calls.example.org/{id}"), "kind": "grant",
        "status": "open", "deadline": {"kind": "unknown", "stages": []},
        "event": {"start": null, "end": null, "place": null, "online": null},
        "amount": {"min": null, "max": null, "total": null, "currency": null, "cofunding_rate": null},
        "eligibility": {"country": unknown, "body": unknown, "place": unknown}, "organiser": null, "programme": null,
        "topics": [], "countries": [], "published": null, "evidence": {}, "text": "", "review": "approved", "history": [], "changed": 1,
        "sources": [{"slug": "one", "url": format!("https://one.example/{id}"),
            "first_seen": "2026-11-20T06:00:00Z", "last_seen": "2026-11-25T06:00:00Z"}]
    });
    for (name, value) in over.as_object().expect("an object") {
        whole[name] = value.clone();
    }
    serde_json::from_value(whole).expect("a record")
}
