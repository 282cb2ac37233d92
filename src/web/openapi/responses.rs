//! The answers that are no success, for the document: each is a problem (RFC 9457), and not modified is none.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{Ref, RefOr, Response, ResponseBuilder};
use utoipa::{IntoResponses, ToSchema as _};

use crate::web::problem::Problem;

type Responses = BTreeMap<String, RefOr<Response>>;

/// What every public read may answer.
pub(crate) enum Always {}

/// What a read for staff may answer besides.
pub(crate) enum StaffOnly {}

/// What a read with parameters may answer besides.
pub(crate) enum WrongParameter {}

/// What a read of one thing may answer besides.
pub(crate) enum Missing {}

impl IntoResponses for Always {
    fn responses() -> Responses {
        let unchanged =
            ResponseBuilder::new().description("The answer is the one that the asker has (If-None-Match, If-Modified-Since).");
        let patience = problem("Too many requests from this client; Retry-After says when to come back.");
        let seconds = HeaderBuilder::new().schema(Some(ObjectBuilder::new().schema_type(Type::Integer))).build();
        let broken = problem("Something went wrong on our side.");
        Responses::from([
            entry(StatusCode::NOT_MODIFIED, unchanged),
            entry(StatusCode::TOO_MANY_REQUESTS, patience.header("Retry-After", seconds)),
            entry(StatusCode::INTERNAL_SERVER_ERROR, broken),
        ])
    }
}

impl IntoResponses for StaffOnly {
    fn responses() -> Responses {
        Responses::from([
            entry(StatusCode::UNAUTHORIZED, problem("A staff session or a bearer token is needed.")),
            entry(StatusCode::INTERNAL_SERVER_ERROR, problem("Something went wrong on our side.")),
        ])
    }
}

impl IntoResponses for WrongParameter {
    fn responses() -> Responses {
        Responses::from([entry(
            StatusCode::BAD_REQUEST,
            problem(
                "A parameter cannot be followed: `parameter` names the first, `detail` says what would do, `errors` has all.",
            ),
        )])
    }
}

impl IntoResponses for Missing {
    fn responses() -> Responses {
        Responses::from([
            entry(StatusCode::NOT_FOUND, problem("There is no such thing, or not for this reader.")),
            entry(
                StatusCode::GONE,
                problem("It was shown once and is taken back; where another tells of the same, `detail` names it."),
            ),
        ])
    }
}

fn entry(status: StatusCode, response: ResponseBuilder) -> (String, RefOr<Response>) {
    (status.as_str().to_owned(), response.build().into())
}

fn problem(description: &str) -> ResponseBuilder {
    let schema = RefOr::Ref(Ref::from_schema_name(Problem::name()));
    ResponseBuilder::new()
        .description(description)
        .content("application/problem+json", ContentBuilder::new().schema(Some(schema)).build())
}
