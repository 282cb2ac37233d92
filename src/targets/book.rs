//! The year's book: each offer followed from offered to won, for every member and for all of them.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::Targets;
use crate::act::Purpose;
use crate::store::{Act, Municipality, Offer};

/// How far an offer has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = OfferStage)]
pub enum Stage {
    /// Nothing was said of it, or "not for us".
    Offered,
    /// It was wanted, asked about, or a partner was looked for.
    Interested,
    /// It was applied for.
    Applied,
    /// Somebody went.
    Attended,
    /// It was won.
    Won,
}

/// Offers by how far they came; who applied was interested, so each figure holds those after it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Funnel {
    /// All of them.
    pub offered: u64,
    /// Wanted at least.
    pub interested: u64,
    /// Applied for at least.
    pub applied: u64,
    /// Won or attended.
    pub achieved: u64,
    /// Of these, won.
    pub won: u64,
    /// Of these, attended.
    pub attended: u64,
    /// What was won, by currency.
    pub sums: BTreeMap<String, f64>,
}

/// A promise to one member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Met {
    /// Slug of the target.
    pub target: String,
    /// Offers that count.
    pub offered: u64,
    /// As many were promised.
    pub promised: u64,
}

/// One member's year.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = BookMember)]
pub struct Member {
    /// Slug.
    pub municipality: String,
    /// Hebrew name.
    pub name_he: String,
    /// English name.
    pub name_en: String,
    /// Its offers.
    #[serde(flatten)]
    pub funnel: Funnel,
    /// Each promise.
    pub targets: Vec<Met>,
}

/// The year of all members.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Book {
    /// Of the calendar.
    pub year: i32,
    /// All offers.
    pub national: Funnel,
    /// For each promise: offers, how many were promised, and to how many members it was kept.
    pub targets: Vec<Total>,
    /// By slug.
    pub members: Vec<Member>,
}

/// A promise to all members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = BookTotal)]
pub struct Total {
    /// Slug of the target.
    pub target: String,
    /// Promised to each member.
    pub per_member: u32,
    /// Offers that count.
    pub offered: u64,
    /// Members who got what was promised.
    pub kept: u64,
    /// All members.
    pub members: u64,
}

/// How far each offer has come, by municipality and record, with what was won.
pub fn stages(acts: &[Act]) -> HashMap<(&str, &str), (Stage, Vec<&Act>)> {
    let mut all: HashMap<(&str, &str), (Stage, Vec<&Act>)> = HashMap::new();
    for act in acts {
        let Some(stage) = stage(act.act) else { continue };
        let entry = all.entry((act.municipality.as_str(), act.record.as_str())).or_insert((Stage::Offered, Vec::new()));
        entry.0 = entry.0.max(stage);
        entry.1.push(act);
    }
    all
}

fn stage(act: Purpose) -> Option<Stage> {
    match act {
        Purpose::Interested | Purpose::NeedPartner | Purpose::AskOffice => Some(Stage::Interested),
        // Who did not win had applied.
        Purpose::Applied | Purpose::NotWon => Some(Stage::Applied),
        Purpose::Attended => Some(Stage::Attended),
        Purpose::Won => Some(Stage::Won),
        _ => None,
    }
}

impl Book {
    /// The book of `year`: its offers, and whatever was said of them since.
    pub fn of(year: i32, targets: &Targets, members: &[Municipality], offers: &[Offer], acts: &[Act]) -> Self {
        let stages = stages(acts);
        let mut by_member: HashMap<&str, Vec<&Offer>> = HashMap::new();
        for offer in offers {
            by_member.entry(&offer.municipality).or_default().push(offer);
        }
        let mut national = Funnel::default();
        let members: Vec<Member> = members
            .iter()
            .map(|one| {
                let own = by_member.get(one.slug.as_str()).map(Vec::as_slice).unwrap_or_default();
                let mut funnel = Funnel::default();
                for offer in own {
                    let come = stages.get(&(offer.municipality.as_str(), offer.record.as_str()));
                    funnel.count(come.map_or(Stage::Offered, |(stage, _)| *stage), come.map(|(_, acts)| acts.as_slice()));
                }
                national.add(&funnel);
                let targets = targets.target.iter().map(|target| Met {
                    target: target.slug.clone(),
                    offered: own.iter().filter(|offer| target.kinds.contains(&offer.kind)).count() as u64,
                    promised: u64::from(target.per_member),
                });
                Member {
                    municipality: one.slug.clone(),
                    name_he: one.name_he.clone(),
                    name_en: one.name_en.clone(),
                    funnel,
                    targets: targets.collect(),
                }
            })
            .collect();
        let totals = targets.target.iter().enumerate().map(|(at, target)| {
            let all = members.iter().filter_map(|member| member.targets.get(at));
            Total {
                target: target.slug.clone(),
                per_member: target.per_member,
                offered: all.clone().map(|met| met.offered).sum(),
                kept: all.filter(|met| met.offered >= met.promised).count() as u64,
                members: members.len() as u64,
            }
        });
        Self { year, national, targets: totals.collect(), members }
    }
}

impl Funnel {
    fn count(&mut self, stage: Stage, acts: Option<&[&Act]>) {
        let reached = |least| u64::from(stage >= least);
        self.offered += 1;
        self.interested += reached(Stage::Interested);
        self.applied += reached(Stage::Applied);
        self.achieved += reached(Stage::Attended);
        self.won += u64::from(stage == Stage::Won);
        self.attended += u64::from(stage == Stage::Attended);
        // Several contacts may tell of it: it was won once, and the last word counts.
        let told = acts.into_iter().flatten().filter(|act| act.act == Purpose::Won && act.sum.is_some());
        if let Some(sum) = told.max_by_key(|act| act.at).and_then(|act| act.sum.as_ref()) {
            *self.sums.entry(sum.currency.clone()).or_default() += sum.amount;
        }
    }

    fn add(&mut self, other: &Self) {
        self.offered += other.offered;
        self.interested += other.interested;
        self.applied += other.applied;
        self.achieved += other.achieved;
        self.won += other.won;
        self.attended += other.attended;
        for (currency, sum) in &other.sums {
            *self.sums.entry(currency.clone()).or_default() += sum;
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;
    use sources::opportunity::Kind;

    use super::*;
    use crate::store::Sum;

    fn member(slug: &str) -> Municipality {
        Municipality {
            slug: slug.into(),
            code: "1".into(),
            name_he: "עיר".into(),
            name_en: "Town".into(),
            name_ar: String::new(),
            kind: "city".into(),
            district: String::new(),
            population: 1,
            profile: Value::Null,
        }
    }

    #[test]
    fn cities_and_local_councils_are_members_and_a_regional_council_where_staff_add_it() {
        let of = |kind: &str, profile: Value| Municipality { kind: kind.into(), profile, ..member("x") }.is_member();
        assert!(of("city", Value::Null) && of("local_council", Value::Null));
        assert!(!of("regional_council", Value::Null) && !of("professional_association", Value::Null));
        assert!(of("regional_council", serde_json::json!({"member": true})) && !of("city", serde_json::json!({"member": false})));
    }

    fn offer(municipality: &str, record: &str, kind: Kind) -> Offer {
        Offer {
            municipality: municipality.into(),
            record: record.into(),
            kind,
            channel: "digest".into(),
            delivery: "d".into(),
            message_id: "<d@example.org>".into(),
            at: "2026-11-25T06:00:00Z".parse().unwrap(),
        }
    }

    fn act(municipality: &str, record: &str, act: Purpose, sum: Option<f64>) -> Act {
        Act {
            municipality: municipality.into(),
            record: record.into(),
            act,
            note: String::new(),
            delivery: "d".into(),
            contact: String::new(),
            number: 0,
            at: "2026-12-01T06:00:00Z".parse().unwrap(),
            sum: sum.map(|amount| Sum { amount, currency: "EUR".into() }),
        }
    }

    #[test]
    fn offers_are_followed_from_offered_to_won_for_each_member_and_for_all() {
        let config = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("config");
        let targets = Targets::load(&config).unwrap();
        let offers = [
            offer("arad", "a", Kind::Grant),
            offer("arad", "b", Kind::CallForProposals),
            offer("arad", "c", Kind::Grant),
            offer("arad", "d", Kind::Exchange),
            offer("lod", "a", Kind::Conference),
        ];
        let acts = [
            act("arad", "a", Purpose::Interested, None),
            act("arad", "a", Purpose::Won, Some(5_000.0)),
            act("arad", "b", Purpose::NotWon, None),
            act("arad", "c", Purpose::NotForUs, None),
            act("lod", "a", Purpose::Attended, None),
            act("lod", "other", Purpose::Won, Some(1.0)),
        ];
        let book = Book::of(2026, &targets, &[member("arad"), member("lod"), member("sderot")], &offers, &acts);
        let funnel = |offered, interested, applied, won, attended, euro: Option<f64>| Funnel {
            offered,
            interested,
            applied,
            achieved: won + attended,
            won,
            attended,
            sums: euro.map(|sum| ("EUR".to_owned(), sum)).into_iter().collect(),
        };
        assert_eq!(book.national, funnel(5, 3, 3, 1, 1, Some(5_000.0)));
        assert_eq!(book.members[0].funnel, funnel(4, 2, 2, 1, 0, Some(5_000.0)));
        assert_eq!(book.members[2].funnel, Funnel::default());
        let kept: Vec<_> = book.targets.iter().map(|total| (total.target.as_str(), total.offered, total.kept)).collect();
        assert_eq!(kept, [("stages", 1, 0), ("calls", 3, 1)]);
    }
}
