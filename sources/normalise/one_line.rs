//! One line that an officer can read, built from fields, in Hebrew or English. Nothing is translated by machine.

use chrono::{Datelike, NaiveDate};

use super::size::{self, SizeLimit};
use crate::opportunity::{Amount, Deadline, DeadlineKind, Kind, Opportunity, Status, Verdict};

/// First strong isolate and its end: a foreign run inside Hebrew keeps its own direction and disturbs no neighbour.
const ISOLATE: char = '\u{2068}';
const END_ISOLATE: char = '\u{2069}';

/// The few words of the line in one language.
struct Words {
    kinds: [&'static str; 9],
    closed: &'static str,
    withdrawn: &'static str,
    forthcoming: &'static str,
    prize_up_to: &'static str,
    up_to: &'static str,
    from: &'static str,
    total: &'static str,
    hand_in_by: &'static str,
    closed_on: &'static str,
    opens_on: &'static str,
    rolling: &'static str,
    until_exhausted: &'static str,
    more_dates: &'static str,
    event_on: &'static str,
    body: [&'static str; 4],
    from_size: &'static str,
    up_to_size: &'static str,
    to_size: &'static str,
    inhabitants: &'static str,
    country_partner: &'static str,
    country_no: &'static str,
}

const HE: Words = Words {
    kinds: ["קול קורא", "מענק", "תחרות", "כנס", "תערוכה", "חילופים ומשלחות", "הכשרה", "שותפות", "הזדמנות"],
    closed: "נסגר",
    withdrawn: "בוטל",
    forthcoming: "טרם נפתח",
    prize_up_to: "פרס עד",
    up_to: "עד",
    from: "החל מ-",
    total: "תקציב כולל",
    hand_in_by: "הגשה עד",
    closed_on: "ההגשה הסתיימה ב-",
    opens_on: "נפתח ב-",
    rolling: "הגשה לאורך כל השנה",
    until_exhausted: "הגשה עד לגמר התקציב",
    more_dates: "יש מועדים נוספים",
    event_on: "מתקיים ב-",
    body: ["פתוח לרשויות מקומיות", "רשות מקומית כשותפה", "פתוח לרשויות מקומיות בתנאים", "לא פתוח לרשויות מקומיות"],
    from_size: "פתוח לרשויות מ-",
    up_to_size: "פתוח לרשויות עד ",
    to_size: " עד ",
    inhabitants: "תושבים",
    country_partner: "מישראל כשותפים בלבד",
    country_no: "לא פתוח לישראל",
};

const EN: Words = Words {
    kinds: [
        "Call for proposals",
        "Grant",
        "Competition",
        "Conference",
        "Exhibition",
        "Exchange",
        "Training",
        "Partnership",
        "Opportunity",
    ],
    closed: "Closed",
    withdrawn: "Withdrawn",
    forthcoming: "Not yet open",
    prize_up_to: "prize up to",
    up_to: "up to",
    from: "from ",
    total: "total budget",
    hand_in_by: "apply by",
    closed_on: "closed on ",
    opens_on: "opens on ",
    rolling: "apply at any time",
    until_exhausted: "apply while funds last",
    more_dates: "more dates follow",
    event_on: "takes place on ",
    body: [
        "open to local authorities",
        "local authorities as partners",
        "open to local authorities on conditions",
        "not open to local authorities",
    ],
    from_size: "open to authorities from ",
    up_to_size: "open to authorities up to ",
    to_size: " to ",
    inhabitants: "inhabitants",
    country_partner: "from Israel as partners only",
    country_no: "not open to Israel",
};

/// The line: kind, money, dates, who may apply. `lang` is `he` or anything else for English; whether a date is over is judged on `today`.
pub fn one_line(opportunity: &Opportunity, lang: &str, today: NaiveDate) -> String {
    let (words, hebrew) = if lang == "he" { (&HE, true) } else { (&EN, false) };
    let mut parts = vec![words.kinds[opportunity.kind as usize].to_owned()];
    match opportunity.status {
        Status::Closed => parts.push(words.closed.to_owned()),
        Status::Withdrawn => parts.push(words.withdrawn.to_owned()),
        Status::Forthcoming => parts.push(words.forthcoming.to_owned()),
        Status::Open | Status::Unlisted => {}
    }
    parts.extend(money(&opportunity.amount, opportunity.kind, words, hebrew));
    if let Some(opens) = opportunity.opens.filter(|opens| *opens > today) {
        parts.push(format!("{}{}", words.opens_on, day(opens)));
    }
    parts.extend(hand_in(&opportunity.deadline, words, today));
    if let Some(start) = opportunity.event.start.filter(|_| opportunity.deadline.stages.is_empty()) {
        parts.push(format!("{}{}", words.event_on, day(start)));
    }
    parts.extend(who(opportunity, words));
    parts.join(" · ")
}

fn money(amount: &Amount, kind: Kind, words: &Words, hebrew: bool) -> Option<String> {
    let sum = |number: f64| {
        let written = sum(number, amount.currency.as_deref());
        if hebrew { format!("{ISOLATE}{written}{END_ISOLATE}") } else { written }
    };
    if let Some(max) = amount.max {
        let up_to = if kind == Kind::Competition { words.prize_up_to } else { words.up_to };
        return Some(format!("{up_to} {}", sum(max)));
    }
    if let Some(min) = amount.min {
        return Some(format!("{}{}", words.from, sum(min)));
    }
    amount.total.map(|total| format!("{} {}", words.total, sum(total)))
}

fn hand_in(deadline: &Deadline, words: &Words, today: NaiveDate) -> Option<String> {
    match deadline.kind {
        DeadlineKind::Rolling => return Some(words.rolling.to_owned()),
        DeadlineKind::UntilExhausted => return Some(words.until_exhausted.to_owned()),
        DeadlineKind::Fixed | DeadlineKind::MultipleCutoffs | DeadlineKind::TwoStage | DeadlineKind::Unknown => {}
    }
    let ahead: Vec<NaiveDate> = deadline.stages.iter().map(|stage| stage.date).filter(|date| *date >= today).collect();
    match ahead.as_slice() {
        [] => deadline.decisive().map(|last| format!("{}{}", words.closed_on, day(last.date))),
        [next] => Some(format!("{} {}", words.hand_in_by, day(*next))),
        [next, ..] => Some(format!("{} {} ({})", words.hand_in_by, day(*next), words.more_dates)),
    }
}

/// Place of "on conditions" among the words on bodies.
const CONDITIONAL: usize = 2;

fn who(opportunity: &Opportunity, words: &Words) -> Vec<String> {
    let mut parts = Vec::new();
    match opportunity.eligibility.country.verdict {
        Verdict::No => return vec![words.country_no.to_owned()],
        Verdict::Partner => parts.push(words.country_partner.to_owned()),
        Verdict::Yes | Verdict::Conditional | Verdict::Unknown => {}
    }
    let place = match opportunity.eligibility.body.verdict {
        Verdict::Yes => 0,
        Verdict::Partner => 1,
        Verdict::Conditional => CONDITIONAL,
        Verdict::No => 3,
        Verdict::Unknown => return parts,
    };
    let condition = opportunity.eligibility.body.quote.as_deref().filter(|_| place == CONDITIONAL).map(size::limit);
    parts.push(condition.and_then(|limit| of_size(limit, words)).unwrap_or_else(|| words.body[place].to_owned()));
    parts
}

/// "Open to authorities from 100,000 inhabitants"; none where the condition is not on their size.
fn of_size(limit: SizeLimit, words: &Words) -> Option<String> {
    let number = |number: u32| sum(f64::from(number), None);
    let sizes = match (limit.least, limit.most) {
        (Some(least), Some(most)) => format!("{}{}{}{}", words.from_size, number(least), words.to_size, number(most)),
        (Some(least), None) => format!("{}{}", words.from_size, number(least)),
        (None, Some(most)) => format!("{}{}", words.up_to_size, number(most)),
        (None, None) => return None,
    };
    Some(format!("{sizes} {}", words.inhabitants))
}

/// `15.3.2026`, as both languages of the house write it.
fn day(date: NaiveDate) -> String {
    format!("{}.{}.{}", date.day(), date.month(), date.year())
}

/// `€1,000,000`; a currency without a sign of its own stands by its code.
fn sum(number: f64, currency: Option<&str>) -> String {
    let whole = format!("{:.0}", number.abs());
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match currency {
        Some("EUR") => format!("€{grouped}"),
        Some("USD") => format!("${grouped}"),
        Some("GBP") => format!("£{grouped}"),
        Some("ILS") => format!("₪{grouped}"),
        Some(code) => format!("{grouped} {code}"),
        None => grouped,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::one_line;
    use crate::opportunity::{
        Amount, Answer, Deadline, DeadlineKind, Eligibility, Event, Kind, Opportunity, Stage, Status, Verdict,
    };

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn contest() -> Opportunity {
        let stage = Stage { date: day(2026, 12, 20), time: None, zone: None, label: None, quote: None };
        Opportunity {
            title: "Mayors' prize".into(),
            summary: None,
            lang: Some("en".into()),
            url: "https://cities.example/prize".into(),
            kind: Kind::Competition,
            status: Status::Open,
            deadline: Deadline { kind: DeadlineKind::Fixed, stages: vec![stage] },
            event: Event::default(),
            amount: Amount { max: Some(1_000_000.0), currency: Some("EUR".into()), ..Amount::default() },
            eligibility: Eligibility { body: Answer { verdict: Verdict::Yes, ..Answer::default() }, ..Eligibility::default() },
            organiser: None,
            programme: None,
            topics: Vec::new(),
            countries: Vec::new(),
            opens: None,
            published: None,
            evidence: std::collections::BTreeMap::new(),
        }
    }

    #[test]
    fn the_line_says_kind_money_date_and_who() {
        let today = day(2026, 11, 22);
        assert_eq!(
            one_line(&contest(), "he", today),
            "תחרות · פרס עד \u{2068}€1,000,000\u{2069} · הגשה עד 20.12.2026 · פתוח לרשויות מקומיות"
        );
        assert_eq!(
            one_line(&contest(), "en", today),
            "Competition · prize up to €1,000,000 · apply by 20.12.2026 · open to local authorities"
        );
    }

    #[test]
    fn a_condition_on_the_size_of_town_is_told() {
        let line = |quote: &str, lang: &str| {
            let mut sized = contest();
            sized.eligibility.body = Answer { verdict: Verdict::Conditional, quote: Some(quote.into()), ..Answer::default() };
            one_line(&sized, lang, day(2026, 11, 22)).rsplit(" · ").next().unwrap().to_owned()
        };
        for (quote, hebrew, english) in [
            (
                "Cities over 100,000 inhabitants can enter",
                "פתוח לרשויות מ-100,000 תושבים",
                "open to authorities from 100,000 inhabitants",
            ),
            (
                "Every town of no fewer than 35,000 residents takes part.",
                "פתוח לרשויות מ-35,000 תושבים",
                "open to authorities from 35,000 inhabitants",
            ),
            (
                "המיזם מיועד ליישובים שבהם לא פחות מ-35,000 תושבים",
                "פתוח לרשויות מ-35,000 תושבים",
                "open to authorities from 35,000 inhabitants",
            ),
            (
                "Councils with not more than 8,000 inhabitants",
                "פתוח לרשויות עד 8,000 תושבים",
                "open to authorities up to 8,000 inhabitants",
            ),
            (
                "communes de moins de 3 500 habitants",
                "פתוח לרשויות עד 3,500 תושבים",
                "open to authorities up to 3,500 inhabitants",
            ),
            (
                "Towns between 10,000 and 60,000 inhabitants",
                "פתוח לרשויות מ-10,000 עד 60,000 תושבים",
                "open to authorities from 10,000 to 60,000 inhabitants",
            ),
            ("Members of the network only", "פתוח לרשויות מקומיות בתנאים", "open to local authorities on conditions"),
            ("עד ליום 31.12.2026 תושבים וארגונים", "פתוח לרשויות מקומיות בתנאים", "open to local authorities on conditions"),
        ] {
            assert_eq!((line(quote, "he"), line(quote, "en")), (hebrew.to_owned(), english.to_owned()), "{quote}");
        }
    }

    #[test]
    fn what_is_over_says_when() {
        let mut over = contest();
        over.status = Status::Closed;
        over.amount = Amount::default();
        assert_eq!(one_line(&over, "he", day(2027, 1, 5)), "תחרות · נסגר · ההגשה הסתיימה ב-20.12.2026 · פתוח לרשויות מקומיות");
    }

    #[test]
    fn a_call_closed_to_israel_says_so_instead_of_naming_bodies() {
        let mut closed = contest();
        closed.eligibility.country.verdict = Verdict::No;
        assert!(one_line(&closed, "en", day(2026, 11, 22)).ends_with("not open to Israel"));
    }
}
