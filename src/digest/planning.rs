//! The real last date: planned back from a deadline over the working days of an authority, and its event's clashes with days of rest.
//! Pure; knows no words and no letter. The days are counted by the authority's own calendar ([`super::holidays`]).

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};
use sources::opportunity::{Deadline, DeadlineKind, Event, Stage};

use super::holidays::{Faith, holiday, is_working};
use super::profile::Capacity;
use crate::clock::HOME;

/// Working days that each desk of a municipality needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadTimes {
    /// From the decision to the council's sitting: papers, committee, agenda.
    pub council: u16,
    /// The legal adviser's opinion, after the council.
    pub legal: u16,
    /// The treasurer's signature on the own share, after that.
    pub treasurer: u16,
}

/// What has to be done by when, so that an application can be handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// The date that it is for.
    pub deadline: NaiveDate,
    /// The mayor decides and somebody begins to write.
    pub decide: NaiveDate,
    /// The council sits.
    pub council: NaiveDate,
    /// It is handed in: a working day here, at the latest the deadline's own day in Israel.
    pub submit: NaiveDate,
    /// The time of the deadline, where one is given and it is handed in on that very day.
    pub time: Option<Hour>,
    /// The deadline's day is no working day here, or its hour comes before the offices open.
    pub earlier: bool,
    /// Some of it falls into August, when councils hardly sit.
    pub august: bool,
    /// What no longer fits before the last day, if it is begun today.
    pub short: Option<Short>,
}

/// A step for which too few working days are left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Short {
    pub step: Step,
    /// Working days that it needs.
    pub needed: u16,
    /// Those that are left after today.
    pub left: u16,
}

/// The steps of a plan that take time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The papers of the council's sitting.
    Council,
    /// What follows it, the legal adviser and the treasurer; no council can sit before them.
    Advice,
}

/// The hour of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hour {
    /// By the clock of Israel.
    Here(NaiveTime),
    /// By the publisher's own clock, wherever that is: the source names no zone.
    There(NaiveTime),
}

/// A day of rest within an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clash {
    pub day: NaiveDate,
    /// Its name is the text `letter.holiday.KEY`.
    pub key: &'static str,
}

/// Nobody hands in anything before the offices open.
const OFFICES_OPEN: NaiveTime = NaiveTime::from_hms_opt(8, 0, 0).expect("eight o'clock is a time");

/// No desk needs longer than a year; it also bounds the walk back.
const MOST_DAYS: u16 = 250;

/// An event longer than this holds a Sabbath whatever one does: only its first and last days are looked at.
const LONG_EVENT: i64 = 10;

const AUGUST: u32 = 8;

impl LeadTimes {
    /// By what an authority can carry, where its profile says nothing. A council's agenda goes out ten days before it sits, however large
    /// the city is; a department of its own only saves days of writing. What can still be handed in without a sitting is another matter:
    /// [`Capacity::lead_days`] says what is worth telling at all.
    pub fn of(capacity: Capacity) -> Self {
        match capacity {
            Capacity::Small => Self { council: 10, legal: 3, treasurer: 2 },
            Capacity::Medium => Self { council: 10, legal: 3, treasurer: 3 },
            Capacity::Large => Self { council: 10, legal: 5, treasurer: 3 },
        }
    }
}

/// Plans back from the next date of a deadline that is not over `today`. Of several cut-offs from the first for which there is time:
/// who cannot make this one writes for the next.
pub fn plan_of(deadline: &Deadline, today: NaiveDate, leads: LeadTimes, faiths: &[Faith]) -> Option<Plan> {
    let coming = deadline.stages.iter().filter(|stage| stage.date >= today);
    let mut plans = coming.filter_map(|stage| plan(stage, leads, faiths));
    let next = plans.next()?;
    let is_missed = deadline.kind == DeadlineKind::MultipleCutoffs && next.decide < today;
    let plan = if is_missed { plans.find(|plan| plan.decide >= today).unwrap_or(next) } else { next };
    Some(Plan { short: short(&plan, today, leads, faiths), ..plan })
}

/// The plan for the next date, whether there is time for it or not: for whoever has begun long before `today`.
pub fn plan_of_begun(deadline: &Deadline, today: NaiveDate, leads: LeadTimes, faiths: &[Faith]) -> Option<Plan> {
    let plan = plan(deadline.stages.iter().find(|stage| stage.date >= today)?, leads, faiths)?;
    Some(Plan { short: short(&plan, today, leads, faiths), ..plan })
}

/// The day from which on the dates of a call are told: that of the one that is planned for, where an earlier one is out of reach.
pub fn told_from(plan: Option<&Plan>, today: NaiveDate) -> NaiveDate {
    plan.map_or(today, |plan| plan.deadline.max(today))
}

/// The first step of a plan that is late already.
fn short(plan: &Plan, today: NaiveDate, leads: LeadTimes, faiths: &[Faith]) -> Option<Short> {
    let left = |until: NaiveDate| working_days(today, until, faiths);
    if plan.council < today {
        return Some(Short { step: Step::Advice, needed: leads.legal.saturating_add(leads.treasurer), left: left(plan.submit) });
    }
    (plan.decide < today).then(|| Short { step: Step::Council, needed: leads.council, left: left(plan.council) })
}

/// Plans back from a stage of a deadline; `None` where the calendar ends.
pub fn plan(stage: &Stage, leads: LeadTimes, faiths: &[Faith]) -> Option<Plan> {
    let here = in_israel(stage);
    let too_early = here.time() < OFFICES_OPEN && stage.time.is_some();
    let last = if too_early { here.date().pred_opt()? } else { here.date() };
    let submit = on_or_before(last, faiths)?;
    let council = back(submit, leads.legal.saturating_add(leads.treasurer), faiths)?;
    let decide = back(council, leads.council, faiths)?;
    let earlier = submit != here.date();
    Some(Plan {
        deadline: stage.date,
        decide,
        council,
        submit,
        time: stage
            .time
            .filter(|_| !earlier)
            .map(|time| if stage.moment().is_some() { Hour::Here(here.time()) } else { Hour::There(time) }),
        earlier,
        august: [decide, council, submit].iter().any(|day| day.month() == AUGUST),
        short: None,
    })
}

/// Days of rest that fall into an event: feasts of `faiths`, and the Sabbath for those who keep the Jewish calendar.
pub fn clashes(event: &Event, faiths: &[Faith]) -> Vec<Clash> {
    let Some(start) = event.start else { return Vec::new() };
    let end = event.end.filter(|end| *end >= start).unwrap_or(start);
    let long = (end - start).num_days() > LONG_EVENT;
    let days: Vec<NaiveDate> = if long { vec![start, end] } else { start.iter_days().take_while(|day| *day <= end).collect() };
    let mut found: Vec<Clash> = Vec::new();
    for day in days {
        let feast = holiday(day, faiths).filter(|holiday| holiday.feast).map(|holiday| holiday.key);
        let sabbath = (day.weekday() == Weekday::Sat && faiths.contains(&Faith::Jewish)).then_some("shabbat");
        if let Some(key) = feast.or(sabbath)
            && !found.iter().any(|clash| clash.key == key)
        {
            found.push(Clash { day, key });
        }
    }
    found
}

/// The moment of a stage by the clock of Israel; a day without a time is its last minute, there and here alike.
fn in_israel(stage: &Stage) -> NaiveDateTime {
    let there = || stage.date.and_time(stage.time.unwrap_or(NaiveTime::MIN));
    stage.moment().map_or_else(there, |at| at.with_timezone(&HOME).naive_local())
}

fn on_or_before(mut day: NaiveDate, faiths: &[Faith]) -> Option<NaiveDate> {
    while !is_working(day, faiths) {
        day = day.pred_opt()?;
    }
    Some(day)
}

/// The working day `count` working days before `day`.
fn back(mut day: NaiveDate, count: u16, faiths: &[Faith]) -> Option<NaiveDate> {
    for _ in 0..count.min(MOST_DAYS) {
        day = on_or_before(day.pred_opt()?, faiths)?;
    }
    Some(day)
}

/// The working days after `from` until `to`; of a long time no more than any desk needs.
fn working_days(from: NaiveDate, to: NaiveDate, faiths: &[Faith]) -> u16 {
    let days = from.iter_days().skip(1).take_while(|day| *day <= to).filter(|day| is_working(*day, faiths));
    days.take(usize::from(MOST_DAYS)).map(|_| 1).sum()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn stage(date: &str, time: Option<&str>, zone: Option<&str>) -> Stage {
        serde_json::from_value(json!({"date": date, "time": time, "zone": zone, "label": null, "quote": null})).unwrap()
    }

    fn planned(date: &str, time: Option<&str>, zone: Option<&str>, leads: LeadTimes, faiths: &[Faith]) -> Plan {
        plan(&stage(date, time, zone), leads, faiths).unwrap()
    }

    fn days(plan: Plan) -> [String; 3] {
        [plan.decide, plan.council, plan.submit].map(|day| day.format("%-d.%-m").to_string())
    }

    const OWN: LeadTimes = LeadTimes { council: 10, legal: 12, treasurer: 7 };

    #[test]
    fn a_deadline_in_brussels_is_planned_back_to_the_decision() {
        let plan = planned("2027-03-15", Some("17:00:00"), Some("Europe/Brussels"), OWN, &[Faith::Jewish]);
        assert_eq!(days(plan), ["2.2", "16.2", "15.3"]);
        assert_eq!((plan.time, plan.earlier, plan.august), (NaiveTime::from_hms_opt(18, 0, 0).map(Hour::Here), false, false));
    }

    #[test]
    fn an_hour_is_told_by_our_clock_only_where_its_zone_is_known() {
        let hour = |zone| planned("2027-03-15", Some("17:00:00"), zone, OWN, &[Faith::Jewish]).time;
        let (ten, five) = (NaiveTime::from_hms_opt(10, 0, 0), NaiveTime::from_hms_opt(17, 0, 0));
        assert_eq!((hour(Some("+09:00")), hour(Some("Asia/Tokyo"))), (ten.map(Hour::Here), ten.map(Hour::Here)));
        assert_eq!(hour(None), five.map(Hour::There));
    }

    #[test]
    fn holidays_of_the_authority_alone_lengthen_the_way() {
        let over_pesach = |faiths: &[Faith]| days(planned("2027-05-05", None, None, LeadTimes::of(Capacity::Small), faiths));
        assert_eq!(over_pesach(&[Faith::Jewish]), ["6.4", "20.4", "5.5"]);
        assert_eq!(over_pesach(&[Faith::Muslim]), ["14.4", "28.4", "5.5"]);
    }

    #[test]
    fn what_ends_on_a_day_of_rest_or_before_the_offices_open_is_handed_in_the_working_day_before() {
        let large = LeadTimes::of(Capacity::Large);
        let saturday = planned("2026-12-05", None, None, large, &[Faith::Jewish]);
        assert_eq!((saturday.submit.to_string().as_str(), saturday.earlier), ("2026-12-03", true));
        let night = planned("2026-12-01", Some("23:59:00"), Some("Europe/Brussels"), large, &[Faith::Jewish]);
        assert_eq!((night.submit.to_string().as_str(), night.time), ("2026-12-01", None));
    }

    #[test]
    fn a_large_citys_council_needs_its_ten_days_too() {
        let plan = planned("2027-02-25", None, None, LeadTimes::of(Capacity::Large), &[Faith::Jewish]);
        assert_eq!(days(plan), ["1.2", "15.2", "25.2"]);
    }

    #[test]
    fn of_several_cut_offs_the_plan_is_for_the_first_that_can_be_made() {
        let of = |kind: &str| {
            let stages = ["2026-11-24", "2027-02-15"]
                .map(|date| json!({"date": date, "time": null, "zone": null, "label": null, "quote": null}));
            let deadline: Deadline = serde_json::from_value(json!({"kind": kind, "stages": stages})).unwrap();
            let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
            let plans = [plan_of, plan_of_begun].map(|plan| plan(&deadline, today, OWN, &[Faith::Jewish]).unwrap());
            plans.map(|plan| plan.submit.to_string())
        };
        assert_eq!(of("multiple_cutoffs"), ["2027-02-15", "2026-11-24"], "whoever has begun keeps to the first");
        assert_eq!(of("two_stage"), ["2026-11-24", "2026-11-24"]);
    }

    #[test]
    fn a_step_that_no_longer_fits_is_named_with_the_days_that_it_needs_and_those_that_are_left() {
        let short = |today: &str| {
            let stages = [json!({"date": "2026-12-09", "time": null, "zone": null, "label": null, "quote": null})];
            let deadline: Deadline = serde_json::from_value(json!({"kind": "fixed", "stages": stages})).unwrap();
            let plan = plan_of(&deadline, today.parse().unwrap(), LeadTimes::of(Capacity::Large), &[Faith::Jewish]).unwrap();
            plan.short.map(|short| (short.step, short.needed, short.left))
        };
        // The council would have to sit on 29 November.
        assert_eq!(short("2026-11-15"), None);
        assert_eq!(short("2026-11-26"), Some((Step::Council, 10, 1)));
        assert_eq!(short("2026-11-29"), Some((Step::Council, 10, 0)));
        assert_eq!(short("2026-11-30"), Some((Step::Advice, 8, 7)));
    }

    #[test]
    fn august_is_noted() {
        assert!(planned("2027-09-05", None, None, LeadTimes::of(Capacity::Small), &[Faith::Muslim]).august);
        assert!(!planned("2027-07-20", None, None, LeadTimes::of(Capacity::Small), &[Faith::Muslim]).august);
    }

    #[test]
    fn an_event_on_the_sabbath_or_a_feast_is_flagged_for_those_who_keep_it() {
        let event = |start: &str, end: &str| -> Event {
            serde_json::from_value(json!({"start": start, "end": end, "place": null, "online": null})).unwrap()
        };
        let keys = |event: &Event, faiths: &[Faith]| clashes(event, faiths).iter().map(|clash| clash.key).collect::<Vec<_>>();
        assert_eq!(keys(&event("2027-02-05", "2027-02-07"), &[Faith::Jewish]), ["shabbat"]);
        assert!(keys(&event("2027-02-05", "2027-02-07"), &[Faith::Druze]).is_empty());
        assert_eq!(keys(&event("2027-03-09", "2027-03-11"), &[Faith::Muslim]), ["eid_al_fitr"]);
        assert_eq!(keys(&event("2027-04-20", "2027-04-22"), &[Faith::Jewish]), ["pesach"]);
        assert!(keys(&event("2027-02-01", "2027-03-01"), &[Faith::Jewish]).is_empty());
    }
}
