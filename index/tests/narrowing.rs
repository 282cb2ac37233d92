use kolkore_index::{Answer, Deadline, Document, Facet, Filters, Names, Query, Sort};

use crate::shelf::{DAY, NOW, Shelf, ids, in_days, query, record};

fn dated(id: &str, status: &str, opens: Option<i64>, deadlines: &[i64]) -> Document {
    Document {
        status: status.to_owned(),
        opens: opens.map(|days| NOW + days * DAY),
        deadlines: deadlines.iter().copied().map(in_days).collect(),
        ..record(id, "en", "Grants", "")
    }
}

fn calendar() -> Shelf {
    Shelf::with(&[
        dated("opened", "forthcoming", Some(-1), &[40]),
        dated("waits", "forthcoming", Some(1), &[200]),
        dated("over", "open", None, &[-30, -2]),
        dated("second-stage", "open", None, &[-30, 5]),
        dated("rolling", "open", None, &[]),
        dated("gone", "withdrawn", None, &[10]),
    ])
}

fn all(filters: Filters) -> Query {
    Query { filters, ..query("") }
}

fn with_status(status: &str) -> Filters {
    Filters { status: Some(vec![status.to_owned()]), ..Filters::default() }
}

fn counts(answer: &Answer, facet: &str) -> Vec<(String, u64)> {
    answer.facets[facet].iter().map(|count| (count.value.clone(), count.count)).collect()
}

fn owned(counts: &[(&str, u64)]) -> Vec<(String, u64)> {
    counts.iter().map(|(value, count)| ((*value).to_owned(), *count)).collect()
}

#[test]
fn the_state_is_the_one_at_the_moment_of_asking() {
    let shelf = calendar();
    assert_eq!(ids(shelf.ask(&all(with_status("open")))), ["second-stage", "opened", "rolling"]);
    assert_eq!(ids(shelf.ask(&all(with_status("closed")))), ["over"]);
    assert_eq!(ids(shelf.ask(&all(with_status("forthcoming")))), ["waits"]);
    let later = Query { now: NOW + 6 * DAY, ..all(with_status("closed")) };
    assert_eq!(ids(shelf.ask(&later)), ["second-stage", "over"]);
    assert_eq!(shelf.ask(&later).hits[0].status, "closed");
}

#[test]
fn what_closes_soonest_is_first_then_what_never_closes_then_what_is_over() {
    let soonest = ids(calendar().ask(&all(Filters::default())));
    assert_eq!(soonest, ["second-stage", "gone", "opened", "waits", "rolling", "over"]);
}

#[test]
fn the_deadline_filter_looks_at_the_next_or_else_the_last_deadline() {
    let between = |from: i64, to: i64| Filters {
        deadline_from: Some(NOW / DAY + from),
        deadline_to: Some(NOW / DAY + to),
        ..Filters::default()
    };
    assert_eq!(ids(calendar().ask(&all(between(0, 9)))), ["second-stage"]);
    assert_eq!(ids(calendar().ask(&all(between(5, 10)))), ["second-stage", "gone"]);
    assert_eq!(ids(calendar().ask(&all(between(-5, 11)))), ["second-stage", "gone", "over"]);
    assert_eq!(ids(calendar().ask(&all(between(-40, -20)))), [""; 0]);
}

#[test]
fn states_and_deadlines_are_counted_at_the_moment_of_asking() {
    let answer =
        calendar().ask(&Query { facets: vec![Facet::Status, Facet::Deadline, Facet::Topic, Facet::Status], ..query("grants") });
    assert_eq!(counts(&answer, "status"), owned(&[("open", 3), ("closed", 1), ("forthcoming", 1), ("withdrawn", 1)]));
    let deadlines = [("120", 3), ("60", 3), ("90", 3), ("30", 2), ("none", 2), ("7", 1), ("later", 1)];
    assert_eq!(counts(&answer, "deadline"), owned(&deadlines));
    assert_eq!(counts(&answer, "topic"), []);
    let all = calendar().ask(&Query { facets: Facet::ALL.to_vec(), ..query("") });
    assert_eq!(all.facets.keys().map(String::as_str).collect::<Vec<_>>(), {
        let mut names = Facet::ALL.map(Facet::name).to_vec();
        names.sort_unstable();
        names
    });
}

#[test]
fn any_value_within_a_field_will_do_and_all_fields_must_agree() {
    let with = |id: &str, kind: &str, topics: &[&str], country: &str| Document {
        kind: kind.to_owned(),
        topics: topics.iter().map(|topic| (*topic).to_owned()).collect(),
        countries: vec![country.to_owned()],
        ..record(id, "en", "Grants", "")
    };
    let shelf = Shelf::with(&[
        with("a", "grant", &["water", "youth", "water"], "DE"),
        with("b", "prize", &["water"], "FR"),
        with("c", "grant", &["sport"], "DE"),
    ]);
    let strings = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>();
    assert_eq!(ids(shelf.ask(&all(Filters { topic: strings(&["water", "sport"]), ..Filters::default() }))), ["a", "b", "c"]);
    let both = Filters {
        topic: strings(&["water", "sport"]),
        kind: strings(&["grant"]),
        country: strings(&["DE", "FR"]),
        ..Filters::default()
    };
    let answer = shelf.ask(&Query { facets: vec![Facet::Topic, Facet::Kind, Facet::Lang], ..all(both) });
    assert_eq!(counts(&answer, "topic"), owned(&[("sport", 1), ("water", 1), ("youth", 1)]));
    // Who has chosen one kind sees how many there are of the others.
    assert_eq!(counts(&answer, "kind"), owned(&[("grant", 2), ("prize", 1)]));
    assert_eq!(ids(answer), ["a", "c"]);
    assert_eq!(ids(shelf.ask(&all(Filters { network: strings(&["none"]), ..Filters::default() }))), [""; 0]);
}

#[test]
fn amounts_and_changes_narrow_and_what_changed_since_is_in_the_order_of_its_changes() {
    let with = |id: &str, change, amount| Document { change, amount, ..record(id, "en", "Grants", "") };
    let shelf = Shelf::with(&[with("a", 1, Some(5000.0)), with("b", 3, None), with("c", 2, Some(90_000.5))]);
    assert_eq!(ids(shelf.ask(&all(Filters { amount_min: Some(5000.0), ..Filters::default() }))), ["a", "c"]);
    assert_eq!(ids(shelf.ask(&all(Filters { amount_min: Some(5000.5), ..Filters::default() }))), ["c"]);
    assert_eq!(ids(shelf.ask(&all(Filters { changed_after: Some(1), ..Filters::default() }))), ["c", "b"]);
    assert_eq!(ids(shelf.ask(&Query { sort: Sort::Newest, ..query("grants") })), ["b", "c", "a"]);
}

#[test]
fn a_deadline_is_found_by_its_own_date_wherever_its_day_ends() {
    let hours = |id: &str, hours: i64| Document {
        deadlines: vec![in_days(-9), Deadline { over: (NOW / DAY + 20) * DAY + hours * 3_600, day: NOW / DAY + 20 }],
        ..record(id, "en", "Grants", "")
    };
    // At six in the morning in Jerusalem, and at the end of the day in Brussels, in Los Angeles and anywhere on earth.
    let shelf = Shelf::with(&[hours("early", 4), hours("brussels", 23), hours("west", 32), hours("anywhere", 36)]);
    let on =
        |day: i64| Filters { deadline_from: Some(NOW / DAY + day), deadline_to: Some(NOW / DAY + day), ..Filters::default() };
    assert_eq!([19, 20, 21].map(|day| shelf.ask(&all(on(day))).total), [0, 4, 0]);
    let typed =
        ["deadline:2026-12-07", "deadline:2026-12-08", "deadline:2026-12-09", "deadline:<20d", "deadline:<19d", "deadline:>20d"];
    assert_eq!(typed.map(|text| shelf.ask(&query(text)).total), [0, 4, 0, 4, 0, 0]);
}

#[test]
fn the_count_of_the_coming_days_is_what_is_found_in_them_in_the_archive_too() {
    let shelf = Shelf::with(&[
        dated("yesterday", "open", None, &[-1]),
        dated("today", "open", None, &[-30, 0]),
        dated("week", "open", None, &[7, 200]),
        dated("eighth", "open", None, &[8]),
        dated("years", "closed", None, &[-900]),
        dated("never", "open", None, &[]),
    ]);
    let answer = shelf.ask(&Query { facets: vec![Facet::Deadline], ..query("") });
    for (days, count) in [(7, 2), (30, 3)] {
        let within = Filters { deadline_from: Some(NOW / DAY), deadline_to: Some(NOW / DAY + days), ..Filters::default() };
        let told = counts(&answer, "deadline").into_iter().find(|(value, _)| *value == days.to_string());
        assert_eq!((told.map(|(_, count)| count), shelf.ask(&all(within)).total), (Some(count), count as usize));
        assert_eq!(shelf.ask(&query(&format!("deadline:<{days}d"))).total, count as usize);
    }
}

#[test]
fn a_deadline_may_be_asked_for_in_the_text() {
    let shelf = calendar();
    assert_eq!(ids(shelf.ask(&query("deadline:<30d"))), ["second-stage", "gone"]);
    assert_eq!(ids(shelf.ask(&query("grants deadline:>4w"))).len(), 2);
    let filters = Filters { deadline_to: Some(NOW / DAY + 7), ..Filters::default() };
    assert_eq!(ids(shelf.ask(&Query { text: "deadline:<30d".to_owned(), ..all(filters) })), ["second-stage"]);
    assert_eq!(shelf.ask(&query("deadline:soon")).notices[0].code, "no_period");
    assert_eq!(ids(shelf.ask(&query("deadline:<30d OR deadline:>4w"))).len(), 4);
    assert_eq!(ids(shelf.ask(&query("-deadline:<30d"))).len(), shelf.ask(&query("")).total - 2);
}

#[test]
fn a_state_that_is_not_wanted_is_taken_from_those_that_are() {
    let live = || Filters { status: Some(vec!["open".to_owned(), "forthcoming".to_owned()]), ..Filters::default() };
    let ask = |text: &str, filters| calendar().ask(&Query { text: text.to_owned(), ..all(filters) }).total;
    assert_eq!([ask("", live()), ask("", Filters::default())], [4, 6]);
    for (text, live_ones, of_all) in [
        ("-status:closed", 4, 5),
        ("-status:closed -status:withdrawn", 4, 4),
        ("-status:forthcoming", 3, 5),
        ("status:closed -status:closed", 0, 0),
        ("status:withdrawn -status:open", 1, 1),
    ] {
        assert_eq!((ask(text, live()), ask(text, Filters::default())), (live_ones, of_all), "{text}");
    }
}

#[test]
fn a_kind_may_be_asked_for_by_its_name_and_one_that_nothing_has_is_told() {
    let shelf = Shelf::with(&[
        record("a", "en", "Grants", ""),
        Document { kind: "prize".to_owned(), ..record("b", "en", "A prize", "") },
    ]);
    let names = Names::new([
        (Facet::Kind, "מענק", "grant"),
        (Facet::Kind, "קול קורא", "call"),
        (Facet::Topic, "נוער וצעירים", "youth"),
        (Facet::Topic, "תחבורה נקייה", "clean-transport"),
        (Facet::Topic, "תחבורה ציבורית", "transport"),
    ]);
    let index = shelf.writer.index().with_names(names);
    let ask = |text: &str| index.search(&query(text)).expect("every query is answered");
    for text in ["kind:מענק", "kind:grant", "kind:\"מענק\"", "-kind:prize"] {
        assert_eq!((ids(ask(text)), ask(text).notices), (vec!["a".to_owned()], vec![]), "{text}");
    }
    for (text, told) in [
        ("kind:nosuch", "kind:nosuch"),
        ("source:nobody", "source:nobody"),
        ("kind:\"קול קורא\"", "kind:call"),
        ("topic:נוער", "topic:youth"),
        ("topic:צעירים", "topic:youth"),
        ("topic:תחבורה", "topic:תחבורה"),
    ] {
        let answer = ask(text);
        let notice = answer.notices.iter().find(|notice| notice.code == "unknown_value").expect("a notice");
        assert_eq!((answer.total, notice.detail.as_str()), (0, told), "{text}");
    }
}

#[test]
fn a_code_is_found_in_whatever_case_it_is_kept_or_typed() {
    let with = |id: &str, source: &str, topic: &str| Document {
        sources: vec![source.to_owned()],
        topics: vec![topic.to_owned()],
        ..record(id, "en", "Grants", "")
    };
    let shelf =
        Shelf::with(&[with("a", "EU-Cascade", "Smart Cities"), with("b", "eu-cascade", "water"), with("c", "Ministry", "water")]);
    for (text, found) in [
        ("source:eu-cascade", vec!["a", "b"]),
        ("source:EU-CASCADE", vec!["a", "b"]),
        ("-source:eu-cascade", vec!["c"]),
        ("topic:\"smart cities\"", vec!["a"]),
        ("source:ministry,nobody topic:Water", vec!["c"]),
    ] {
        assert_eq!(shelf.find(text), found, "{text}");
    }
}

#[test]
fn what_is_open_without_a_deadline_comes_before_what_closed_long_ago() {
    let with = |id: &str, status: &str, deadline: Option<i64>| Document {
        status: status.to_owned(),
        deadlines: deadline.map(in_days).into_iter().collect(),
        ..record(id, "en", "Grants", "")
    };
    let shelf = Shelf::with(&[
        with("ancient", "closed", Some(-4000)),
        with("last-year", "closed", Some(-300)),
        with("any-time", "open", None),
        with("gone", "withdrawn", None),
        with("soon", "open", Some(1)),
    ]);
    let found = ids(shelf.ask(&Query { sort: Sort::Deadline, ..query("grants") }));
    assert_eq!(found, ["soon", "any-time", "last-year", "ancient", "gone"]);
}

#[test]
fn a_facet_that_is_cut_says_so() {
    let records: Vec<_> = (0..130)
        .map(|n| Document { sources: vec![format!("source-{n:03}")], ..record(&format!("r{n}"), "en", "Grants", "") })
        .collect();
    let answer = Shelf::with(&records).ask(&Query { facets: vec![Facet::Source, Facet::Kind], ..query("grants") });
    let told: Vec<(&str, &str)> = answer.notices.iter().map(|notice| (notice.code.as_str(), notice.detail.as_str())).collect();
    assert_eq!((answer.facets["source"].len(), told), (100, vec![("facet_cut", "source")]));
}
