//! What a mayor has to know of one opportunity beside what the letter tells: the own share, the effort, who could be a partner.
//! Pure; knows no words and no page.

use sources::Opportunity;
use sources::opportunity::{Amount, DeadlineKind, Kind, Verdict};

use super::letter::wording::funding_rate;
use super::pick::Rules;
use super::planning::Plan;
use super::profile::{Profile, TwinCity};

/// From here on a grant wants a budget, reports and an accountant of its own.
const LARGE_EURO: f64 = 500_000.0;

/// What the municipality has to pay itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OwnShare {
    /// Of the whole costs, in percent.
    pub percent: f64,
    /// Beside the largest sum that one applicant gets, in its currency.
    pub at_most: Option<f64>,
}

/// How much work it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Days.
    Light,
    /// Weeks of one officer beside other work.
    Moderate,
    /// Months, or help from outside.
    Heavy,
}

/// Why it is work; each has the text `mayor.burden.CODE`.
pub type Burden = &'static str;

/// The own share, where it is plain which part of the costs the call bears; zero where it bears all.
pub fn own_share(amount: &Amount) -> Option<OwnShare> {
    let rate = funding_rate(amount)?;
    let percent = 100.0 - rate;
    Some(OwnShare { percent, at_most: amount.max.or(amount.min).map(|sum| sum * percent / rate) })
}

/// How much work an opportunity is for an Israeli municipality, and why.
pub fn effort(opportunity: &Opportunity, plan: Option<&Plan>, is_short: bool, rules: &Rules) -> (Level, Vec<Burden>) {
    let amount = &opportunity.amount;
    let largest = amount.max.or(amount.min).zip(amount.currency.as_deref());
    let in_euro = largest.and_then(|(sum, currency)| rules.in_euro(sum, currency));
    let eligibility = &opportunity.eligibility;
    let as_partner = [&eligibility.country, &eligibility.body].iter().any(|answer| answer.verdict == Verdict::Partner);
    let found = [
        ("consortium", as_partner, 2),
        ("two_stage", opportunity.deadline.kind == DeadlineKind::TwoStage, 1),
        ("large_sum", in_euro.is_some_and(|euro| euro >= LARGE_EURO), 2),
        ("own_money", own_share(amount).is_some_and(|share| share.percent > 0.0), 1),
        ("foreign_language", opportunity.lang.as_deref().is_some_and(|lang| lang != "he"), 1),
        ("short_time", is_short && plan.is_some(), 1),
    ];
    let burdens: Vec<Burden> = found.iter().filter(|(_, holds, _)| *holds).map(|(code, ..)| *code).collect();
    let weight: u32 = found.iter().filter(|(_, holds, _)| *holds).map(|(.., weight)| weight).sum();
    // Money is applied for with a project; to go somewhere is signed up for.
    let base = u32::from(matches!(opportunity.kind, Kind::CallForProposals | Kind::Grant | Kind::Partnership));
    // Months are spent on a budget or on a second round; partners, a language and an own share are weeks, a search for partners is a form.
    let is_large = burdens.iter().any(|burden| matches!(*burden, "large_sum" | "two_stage"));
    let level = match base + weight {
        0..=1 => Level::Light,
        4.. if is_large && opportunity.kind != Kind::Partnership => Level::Heavy,
        _ => Level::Moderate,
    };
    (level, burdens)
}

/// The twin cities that could be asked: those in the countries of the call, else all where a partner is needed anyway.
pub fn partners<'p>(opportunity: &Opportunity, profile: &'p Profile) -> Vec<&'p TwinCity> {
    let near: Vec<_> = profile.twin_cities.iter().filter(|twin| opportunity.countries.contains(&twin.country)).collect();
    let needs_one = opportunity.eligibility.country.verdict == Verdict::Partner;
    if near.is_empty() && needs_one { profile.twin_cities.iter().collect() } else { near }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn opportunity(over: Value) -> Opportunity {
        crate::edition::testing::record("r", over).opportunity
    }

    fn rules() -> Rules {
        Rules::load(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap()
    }

    #[test]
    fn the_own_share_follows_from_the_rate() {
        let share = |amount: Value| own_share(&opportunity(json!({ "amount": amount })).amount);
        let amount =
            |max: Value, rate: Value| json!({"min": null, "max": max, "total": null, "currency": "EUR", "cofunding_rate": rate});
        assert_eq!(share(amount(json!(80_000.0), json!(80.0))), Some(OwnShare { percent: 20.0, at_most: Some(20_000.0) }));
        assert_eq!(share(amount(json!(null), json!(100.0))), Some(OwnShare { percent: 0.0, at_most: None }));
        assert_eq!(share(amount(json!(80_000.0), json!(null))), None);
        assert_eq!(share(amount(json!(1.0), json!(0.0))), None);
        // "Co-financing: 10 % of eligible costs" is what the applicant brings.
        assert_eq!(share(amount(json!(1_500_000.0), json!(10.0))), None);
    }

    #[test]
    fn a_large_grant_with_partners_is_heavy_and_a_hebrew_conference_light() {
        let partner = json!({"verdict": "partner", "quote": null, "rule": null});
        let heavy = opportunity(json!({
            "amount": {"min": null, "max": 900_000.0, "total": null, "currency": "EUR", "cofunding_rate": 90.0},
            "eligibility": {"country": partner, "body": partner, "place": partner}
        }));
        let (level, burdens) = effort(&heavy, None, false, &rules());
        assert_eq!((level, burdens), (Level::Heavy, vec!["consortium", "large_sum", "own_money", "foreign_language"]));
        assert_eq!(
            effort(&opportunity(json!({"kind": "conference", "lang": "he"})), None, false, &rules()),
            (Level::Light, Vec::new())
        );
    }

    #[test]
    fn a_form_of_two_pages_by_which_a_partner_is_sought_takes_no_months() {
        let partner = json!({"verdict": "partner", "quote": null, "rule": null});
        let search = opportunity(json!({
            "kind": "partnership", "amount": {"min": null, "max": 60_000.0, "total": null, "currency": "EUR", "cofunding_rate": 80.0},
            "eligibility": {"country": partner, "body": partner, "place": partner}
        }));
        assert_eq!(effort(&search, None, false, &rules()).0, Level::Moderate);
    }

    #[test]
    fn twins_in_the_countries_of_the_call_come_first() {
        let profile: Profile = serde_json::from_value(
            json!({"slug": "x", "twin_cities": [{"name": "Bochum", "country": "DE"}, {"name": "Antibes", "country": "FR"}]}),
        )
        .unwrap();
        let names = |over| partners(&opportunity(over), &profile).iter().map(|twin| twin.name.clone()).collect::<Vec<_>>();
        let partner = json!({"verdict": "partner", "quote": null, "rule": null});
        assert_eq!(names(json!({"countries": ["FR", "IT"]})), ["Antibes"]);
        assert!(names(json!({"countries": ["IT"]})).is_empty());
        assert_eq!(
            names(json!({"countries": ["IT"], "eligibility": {"country": partner, "body": partner, "place": partner}})).len(),
            2
        );
    }
}
