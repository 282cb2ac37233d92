//! `/api/v1/openapi.json`: OpenAPI 3.1, generated from the handlers. What the configuration alone knows (topics, sources, networks,
//! countries, municipalities) is laid into it when it is asked for.

pub(super) mod parameters;
pub(super) mod responses;

use std::sync::Arc;

use axum::extract::State;
use axum::{Extension, Json};
use serde_json::{Value, json};
use utoipa::OpenApi;

use self::parameters::WantedStatus;
use self::responses::Always;
use super::WebState;
use super::problem::Problem;

/// What does not stand at a handler.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "kolkore",
        description = "International opportunities for municipalities: calls for proposals, grants, exchanges, training. Public and read-only.",
        license(name = "MIT", identifier = "MIT")
    ),
    servers((url = "/")),
    components(schemas(Problem, WantedStatus)),
    tags(
        (name = "opportunities", description = "What was found, and what may still be applied for."),
        (name = "feeds", description = "Any question, to follow in a reader or a calendar."),
        (name = "common grants", description = "The same records in the words of CommonGrants (commongrants.org)."),
        (name = "sources", description = "Where it was found, and how well each place is read."),
        (name = "staff", description = "With a staff session or a bearer token."),
        (name = "about", description = "This interface itself.")
    )
)]
pub(super) struct Api;

/// Where the query string of the page is answered.
const QUESTIONS: [&str; 5] =
    ["/api/v1/opportunities", "/feed.atom", "/feed.json", "/calendar.ics", "/common-grants/opportunities"];

/// The document that the router was built with.
#[derive(Clone)]
pub(super) struct Document(pub(super) Arc<utoipa::openapi::OpenApi>);

/// This document.
#[utoipa::path(
    get,
    path = "/api/v1/openapi.json",
    operation_id = "openapi",
    tag = "about",
    responses((status = 200, description = "OpenAPI 3.1.", body = serde_json::Value), Always)
)]
pub(super) async fn serve(
    State(state): State<WebState>,
    Extension(Document(document)): Extension<Document>,
) -> Result<Json<Value>, Problem> {
    let mut document = serde_json::to_value(&*document).map_err(anyhow::Error::from)?;
    let municipalities = state.store.municipalities().await?.into_iter().map(|municipality| municipality.slug).collect();
    name_values(&mut document, "municipality", municipalities);
    for parameter in ["topic", "source", "network", "country", "lang"] {
        name_values(&mut document, parameter, state.finder.labels.values(parameter));
    }
    for path in QUESTIONS {
        let parameters = document.pointer_mut(&format!("/paths/{}/get/parameters", path.replace('/', "~1")));
        for parameter in parameters.and_then(Value::as_array_mut).into_iter().flatten() {
            if let Some(description) = parameter["schema"].as_object_mut().and_then(|schema| schema.remove("description")) {
                parameter["description"] = description;
            }
            let schema = &mut parameter["schema"];
            allow_nothing(if schema.get("items").is_some() { &mut schema["items"] } else { schema });
        }
    }
    Ok(Json(document))
}

/// A form sends the fields that nobody filled in, and a list may end in a comma: nothing is as good as absent.
fn allow_nothing(schema: &mut Value) {
    let known = schema.take();
    *schema = json!({ "anyOf": [known, { "type": "string", "maxLength": 0 }] });
}

/// Lists the values of a parameter wherever the document has it; of one that takes several, the values of each.
fn name_values(document: &mut Value, name: &str, values: Vec<String>) {
    let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) else { return };
    let operations = paths.values_mut().filter_map(|path| path.get_mut("get")?.get_mut("parameters")?.as_array_mut());
    for parameter in operations.flatten().filter(|parameter| parameter["name"] == name) {
        let schema = &mut parameter["schema"];
        let one = if schema.get("items").is_some() { &mut schema["items"] } else { schema };
        one["enum"] = json!(values);
    }
}
