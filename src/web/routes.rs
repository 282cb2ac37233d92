//! Every address with its handler. Who may use it stands in [`super::access`]; what does not stand there is refused.

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use axum::{Extension, Router};
use utoipa::OpenApi as _;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::openapi::{self, Document};

use super::problem::Problem;
use super::{WebState, act, api, assets, common_grants, feeds, health, mayor, pages, profile, staff, unwatch};

/// The interface for programs, and its description: a route is in both or in none.
pub(super) fn api() -> (Router<WebState>, OpenApi) {
    let (public, mut document) = OpenApiRouter::with_openapi(openapi::Api::openapi())
        .routes(routes!(api::opportunities::list))
        .routes(routes!(api::opportunities::one))
        .routes(routes!(api::sources::list))
        .routes(routes!(api::sources::one))
        .routes(routes!(api::suggest::serve))
        .routes(routes!(feeds::atom::serve))
        .routes(routes!(feeds::json::serve))
        .routes(routes!(feeds::calendar::serve))
        .routes(routes!(feeds::calendar::one))
        .routes(routes!(common_grants::list))
        .routes(routes!(common_grants::one))
        .routes(routes!(openapi::serve))
        .split_for_parts();
    document.merge(staff_api().into_openapi());
    (public, document)
}

/// The part of the interface that is for staff: described with the rest, and read by no other site's script.
fn staff_api() -> OpenApiRouter<WebState> {
    OpenApiRouter::new().routes(routes!(api::targets::show))
}

/// What programs read: any site's script may, and whoever has the answer already is told so.
pub(super) fn reads() -> Router<WebState> {
    let (api, document) = api();
    api.layer(Extension(Document(Arc::new(document)))).method_not_allowed_fallback(|| async { Problem::method_not_allowed() })
}

/// Pages, staff, and what watches the service.
pub(super) fn rest() -> Router<WebState> {
    Router::from(staff_api())
        .route("/", get(pages::search::show))
        .route("/o/{id}", get(pages::record::show))
        .route("/sources", get(pages::sources::show))
        .route("/assets/{name}", get(assets::serve))
        .route("/favicon.ico", get(assets::favicon))
        .route("/act/{token}", get(act::confirm::ask).post(act::confirm::act))
        .route("/letter/{token}", get(act::letter::show))
        .route("/mayor/{token}", get(mayor::by_link))
        .route("/profile/{token}", get(profile::form).post(profile::fill))
        .route("/unwatch/{token}", get(unwatch::ask).post(unwatch::end))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(health::metrics))
        .route("/login", get(staff::login::form).post(staff::login::enter))
        .route("/logout", post(staff::login::leave))
        .route("/staff", get(staff::desk::show))
        .route("/staff/records/{id}/review", post(staff::actions::review))
        .route("/staff/deliveries/{id}/requeue", post(staff::actions::requeue))
        .route("/staff/deliveries/{id}/drop", post(staff::actions::drop_one))
        .route("/staff/held", post(staff::actions::decide_held))
        .route("/staff/release", post(staff::actions::release))
        .route("/staff/sources/{slug}/crawl", post(staff::actions::crawl))
        .route("/staff/sources/{slug}/asked", post(staff::enter::asked))
        .route("/staff/sources/{slug}/right", post(staff::actions::right))
        .route("/staff/enter", get(staff::enter::form).post(staff::enter::enter))
        .route("/staff/questions", get(staff::questions::show).post(staff::questions::answer))
        .route("/staff/changes", get(staff::changes::show))
        .route("/staff/changes/{id}", post(staff::changes::decide))
        .route("/staff/aside", get(staff::aside::show))
        .route("/staff/aside/{id}/adopt", post(staff::aside::adopt))
        .route("/staff/said", get(staff::said::show).post(staff::said::answered))
        .route("/staff/mailboxes", get(staff::mailboxes::show).post(staff::mailboxes::lift))
        .route("/staff/mayor", get(mayor::by_staff))
        .route("/staff/targets", get(staff::targets::show))
        .route("/staff/targets.csv", get(staff::targets::table))
        .route("/staff/gaps", get(staff::gaps::show))
        .route("/staff/edition", get(staff::edition::show).post(staff::edition::say))
        .route("/staff/searches", get(staff::searches::show).post(staff::searches::save))
        .route("/staff/searches/{id}/rename", post(staff::searches::rename))
        .route("/staff/searches/{id}/watch", post(staff::searches::watch))
        .route("/staff/searches/{id}/delete", post(staff::searches::delete))
        .route(
            "/staff/municipalities",
            get(staff::municipalities::show)
                .post(staff::municipalities::import)
                .layer(DefaultBodyLimit::max(staff::municipalities::MAX_FILE)),
        )
        .route("/staff/municipalities/{slug}", get(staff::municipality::show))
        .route("/staff/municipalities/{slug}/contact", get(staff::contact::show).post(staff::contact::save))
        .route("/staff/municipalities/{slug}/letter", get(staff::next_letter::show))
        .route("/staff/municipalities.csv", get(staff::municipalities::table))
        .route("/staff/records/{id}", get(staff::correct::show))
        .route("/staff/records/{id}/edit", post(staff::correct::edit))
        .route("/staff/records/{id}/unlock", post(staff::correct::unlock))
        .route("/staff/records/{id}/split", post(staff::correct::split))
        .fallback(|| async { Problem::not_found("There is nothing under this address.") })
        .method_not_allowed_fallback(|| async { Problem::method_not_allowed() })
}
