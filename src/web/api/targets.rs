//! `/api/v1/targets?year=`: the year's book of offers. The report's page and table show the same.

use axum::Json;
use axum::extract::{RawQuery, State};
use chrono::{DateTime, Datelike as _, NaiveDate, Utc};
use serde::Serialize;

use crate::clock::start_of;
use crate::search::query::{BadParameter, bad};
use crate::store::{Act, Municipality, Offer};
use crate::targets::{Book, Stage, Target, stages};
use crate::web::WebState;
use crate::web::openapi::responses::{StaffOnly, WrongParameter};
use crate::web::problem::Problem;

/// Before this year nobody sent anything, and after the last one nobody will ask: what lies outside is a slip of the pen.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2200;

/// Which part of the book is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ask {
    pub(crate) year: i32,
    /// One member, with each of its offers.
    pub(crate) municipality: Option<String>,
}

/// A year as it was asked for.
pub(crate) struct Year {
    pub(crate) book: Book,
    pub(crate) offers: Vec<Offer>,
    pub(crate) acts: Vec<Act>,
}

#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Targets)]
pub(crate) struct Answer {
    promised: Vec<Target>,
    #[serde(flatten)]
    book: Book,
    /// Each offer with its proof; only where one member is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    offers: Option<Vec<Followed>>,
}

/// One offer and how far it came.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = FollowedOffer)]
struct Followed {
    #[serde(flatten)]
    offer: Offer,
    stage: Stage,
}

/// The year's book of offers, for staff.
#[utoipa::path(
    get,
    path = "/api/v1/targets",
    operation_id = "show_targets",
    tag = "staff",
    params(
        ("year" = Option<i32>, Query, description = "The present one unless given.", minimum = 2000, maximum = 2200),
        ("municipality" = Option<String>, Query, description = "One member, with each of its offers.")
    ),
    responses((status = 200, description = "What was promised, and how far it was met.", body = Answer), WrongParameter, StaffOnly)
)]
pub(crate) async fn show(State(state): State<WebState>, RawQuery(raw): RawQuery) -> Result<Json<Answer>, Problem> {
    let ask = Ask::of(raw.as_deref().unwrap_or_default(), state.clock.today())?;
    let year = Year::of(&state, &ask).await?;
    let come = stages(&year.acts);
    let followed = |offer: &Offer| Followed {
        stage: come.get(&(offer.municipality.as_str(), offer.record.as_str())).map_or(Stage::Offered, |(stage, _)| *stage),
        offer: offer.clone(),
    };
    let offers = ask.municipality.is_some().then(|| year.offers.iter().map(followed).collect());
    Ok(Json(Answer { promised: state.targets.target.clone(), offers, book: year.book }))
}

impl Ask {
    /// From a query string; the present year unless it says otherwise.
    pub(crate) fn of(raw: &str, today: NaiveDate) -> Result<Self, BadParameter> {
        let mut ask = Self { year: today.year(), municipality: None };
        for (name, value) in url::form_urlencoded::parse(raw.as_bytes()).filter(|(_, value)| !value.trim().is_empty()) {
            match &*name {
                "year" => {
                    let year = value.trim().parse().ok().filter(|year| YEARS.contains(year));
                    ask.year = year.ok_or_else(|| bad("year", "write a year such as 2026"))?;
                }
                "municipality" => ask.municipality = Some(value.trim().to_owned()),
                // The page's own language.
                "ui" => {}
                other => {
                    return Err(bad(other, "there is no such parameter; use year, municipality"));
                }
            }
        }
        Ok(ask)
    }

    /// The moments between which it lies.
    pub(crate) fn span(&self) -> (DateTime<Utc>, DateTime<Utc>) {
        let first = |year| NaiveDate::from_ymd_opt(year, 1, 1).map_or(DateTime::<Utc>::MAX_UTC, start_of);
        (first(self.year), first(self.year + 1))
    }
}

impl Year {
    /// Reads the book.
    pub(crate) async fn of(state: &WebState, ask: &Ask) -> Result<Self, Problem> {
        let (from, until) = ask.span();
        let mut members: Vec<Municipality> =
            state.store.municipalities().await?.into_iter().filter(Municipality::is_member).collect();
        let mut offers = state.store.offers(from, until).await?;
        if let Some(slug) = &ask.municipality {
            members.retain(|one| one.slug == *slug);
            if members.is_empty() {
                return Err(bad("municipality", format!("there is no member `{slug}`")).into());
            }
        }
        offers.retain(|offer| members.iter().any(|one| one.slug == offer.municipality));
        let acts = state.store.acts_on_offers(from, until).await?;
        let book = Book::of(ask.year, &state.targets, &members, &offers, &acts);
        Ok(Self { book, offers, acts })
    }
}
