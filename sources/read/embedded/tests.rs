use super::*;

fn completed(page: &str) -> Finding {
    let mut finding = Finding::default();
    finding.fields.insert(field::ORGANISER.to_owned(), vec!["Towns Union".to_owned()]);
    complete(&mut finding, &html::document(page));
    finding
}

#[test]
fn an_events_days_and_place_are_taken_and_what_is_known_stays() {
    let finding = completed(
        r#"<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},
        {"@type":["EducationEvent"],"startDate":"2027-03-01","endDate":"2027-03-03","organizer":{"name":"Other"},
        "location":{"@type":"Place","name":"Town Hall","address":{"addressLocality":"Lyon"}}}]}</script>"#,
    );
    assert_eq!(finding.field(field::EVENT_START), Some("2027-03-01"));
    assert_eq!(finding.field(field::PLACE), Some("Lyon"));
    assert_eq!(finding.field(field::ORGANISER), Some("Towns Union"));
}

#[test]
fn a_block_is_known_however_its_type_is_spelled() {
    let finding =
        completed(r#"<script type="Application/LD+JSON; charset=utf-8">{"@type":"Event","startDate":"2027-03-01"}</script>"#);
    assert_eq!(finding.field(field::EVENT_START), Some("2027-03-01"));
}

#[test]
fn a_calendar_of_events_says_nothing_of_the_item() {
    let event = r#"<script type="application/ld+json">{"@type":"Event","startDate":"2027-03-01"}</script>"#;
    assert_eq!(completed(&format!("{event}{event}")).field(field::EVENT_START), None);
}

#[test]
fn a_grants_sum_and_open_graph_are_taken() {
    let finding = completed(
        r#"<meta property="og:description" content="For  small towns"><meta property="article:published_time" content="2026-11-20T08:00:00Z">
        <script type="application/ld+json">[{"@type":"MonetaryGrant","amount":{"@type":"MonetaryAmount","currency":"EUR","maxValue":50000}}]</script>"#,
    );
    assert_eq!((finding.field(field::AMOUNT_MAX), finding.field(field::CURRENCY)), (Some("50000"), Some("EUR")));
    assert_eq!(finding.field("description"), Some("For small towns"));
    assert_eq!(finding.field(field::PUBLISHED), Some("2026-11-20T08:00:00Z"));
}

#[test]
fn a_broken_block_is_passed_over() {
    assert_eq!(completed(r#"<script type="application/ld+json">{"@type":"Event","startDate":</script>"#).fields.len(), 1);
}

#[test]
fn microdata_of_an_event_is_read_with_what_machines_are_to_read() {
    let finding = completed(
        r#"<article itemscope itemtype="https://schema.org/ExhibitionEvent"><h1 itemprop="name">Fair of towns</h1>
        <time itemprop="startDate" datetime="2027-05-03">3 May</time> <span itemprop="endDate" content="2027-05-05">to 5 May</span>
        <div itemprop="location" itemscope itemtype="https://schema.org/Place"><span itemprop="name">Hall 3</span>
        <p itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><b itemprop="addressLocality">Graz</b></p></div></article>"#,
    );
    let told = |name| finding.field(name);
    assert_eq!(
        (told(field::EVENT_START), told(field::EVENT_END), told(field::PLACE)),
        (Some("2027-05-03"), Some("2027-05-05"), Some("Graz"))
    );
}

#[test]
fn microdata_of_a_grant_is_read_and_fills_only_what_json_ld_left_open() {
    let finding = completed(
        r#"<script type="application/ld+json">{"@type":"https://schema.org/Grant","amount":{"maxValue":"50000"}}</script>
        <div itemscope itemtype="http://schema.org/MonetaryGrant"><meta itemprop="sponsor" content="Other">
        <div itemprop="amount" itemscope><data itemprop="maxValue" value="70000">70,000</data><meta itemprop="currency" content="CHF"></div></div>"#,
    );
    assert_eq!((finding.field(field::AMOUNT_MAX), finding.field(field::CURRENCY)), (Some("50000"), Some("CHF")));
    assert_eq!(finding.field(field::ORGANISER), Some("Towns Union"));
}

#[test]
fn a_page_whose_main_thing_is_an_event_says_so_within_itself() {
    let finding = completed(
        r#"<script type="application/ld+json">{"@type":"WebPage","mainEntity":[{"@type":"Event","startDate":"2027-03-01"}]}</script>"#,
    );
    assert_eq!(finding.field(field::EVENT_START), Some("2027-03-01"));
}

#[test]
fn open_graph_gives_title_and_language_where_there_are_none() {
    let finding = completed(r#"<meta property="og:title" content="Call for towns"><meta property="og:locale" content="fr_FR">"#);
    assert_eq!((finding.title.as_str(), finding.lang.as_deref()), ("Call for towns", Some("fr")));
}

#[test]
fn scopes_in_scopes_without_end_are_survived() {
    let scope = "<div itemscope itemprop='location' itemtype='x/Event'>";
    completed(&format!("<div itemscope itemtype='x/Event'>{}", scope.repeat(3_000)));
    completed(&"<div itemscope itemtype='x/Event'>".repeat(3_000));
}

#[test]
fn what_it_is_and_whether_it_takes_place_is_said_by_its_type() {
    let told = |object: &str| {
        let finding = completed(&format!(r#"<script type="application/ld+json">{object}</script>"#));
        let told = |name| finding.field(name).map(str::to_owned);
        (told(field::KIND), told(field::STATUS), finding.title.clone(), told(field::DESCRIPTION))
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        told(
            r#"{"@type":["Event","ExhibitionEvent"],"name":"Harbour days","description":"<p>For towns</p>","eventStatus":"https://schema.org/EventCancelled"}"#
        ),
        (some("exhibition"), some("cancelled"), "Harbour days".to_owned(), some("For towns"))
    );
    assert_eq!(
        told(r#"{"@type":"MonetaryGrant","name":"River money","eventStatus":"EventCancelled"}"#),
        (some("grant"), None, "River money".to_owned(), None)
    );
    assert_eq!(told(r#"{"@type":"Event","eventStatus":"EventRescheduled"}"#), (some("event"), None, String::new(), None));
    assert_eq!(told(r#"{"@type":"WebPage","name":"Home"}"#), (None, None, String::new(), None));
}

#[test]
fn whatever_is_a_kind_of_grant_is_declared_one_and_an_event_without_words_of_its_own_is_nothing() {
    let declared = |kind: &str| {
        let json =
            completed(&format!(r#"<script type="application/ld+json">{{"@type":"{kind}","name":"Green towns"}}</script>"#));
        let microdata =
            completed(&format!(r#"<div itemscope itemtype="https://schema.org/{kind}"><b itemprop="name">Towns</b></div>"#));
        [json, microdata].map(|finding| finding.field(field::DECLARED).map(str::to_owned))
    };
    let grant = Some("grant".to_owned());
    assert_eq!(declared("Grant"), [grant.clone(), grant.clone()]);
    assert_eq!(declared("MonetaryGrant"), [grant.clone(), grant]);
    assert_eq!(declared("Event"), [None, None]);
}

#[test]
fn an_event_that_says_what_it_is_about_is_declared_and_beside_a_grant_it_is_the_grant() {
    let event = r#"<script type="application/ld+json">{"@type":"EducationEvent","description":"For mayors"}</script>"#;
    let microdata = r#"<div itemscope itemtype="https://schema.org/Event"><p itemprop="description">For mayors</p></div>"#;
    for page in [event, microdata] {
        let finding = completed(page);
        assert_eq!((finding.field(field::DECLARED), finding.field(field::DESCRIPTION)), (Some("event"), Some("For mayors")));
    }
    let grant = r#"<div itemscope itemtype="https://schema.org/Grant"><b itemprop="name">Towns</b></div>"#;
    assert_eq!(completed(&format!("{event}{grant}")).field(field::DECLARED), Some("grant"));
}

#[test]
fn a_block_may_be_wrapped_as_a_section_of_characters() {
    let json = r#"[{"@type":"Event","startDate":"2027-03-01","keywords":["a"]}]"#;
    for (before, after) in [
        ("<!-- //<![CDATA[\n", "\n//]]> -->"),
        ("//<![CDATA[\n", "\n//]]>"),
        ("/*<![CDATA[*/", "/*]]>*/"),
        ("<![CDATA[", "]]>"),
        ("<!--//--><![CDATA[//><!--\n", "\n//--><!]]>"),
    ] {
        let finding = completed(&format!(r#"<script type="application/ld+json">{before}{json}{after}</script>"#));
        assert_eq!(finding.field(field::EVENT_START), Some("2027-03-01"), "{before}");
    }
}

#[test]
fn of_several_locations_the_one_that_is_a_place_is_the_place_and_a_virtual_one_says_online() {
    let told = |finding: &Finding| [field::PLACE, field::ONLINE].map(|name| finding.field(name).map(str::to_owned));
    let json =
        |event: &str| told(&completed(&format!(r#"<script type="application/ld+json">{{"@type":"Event",{event}}}</script>"#)));
    let [here, afar] = ["Milan", "yes"].map(|text| Some(text.to_owned()));
    let link = r#"{"@type":"VirtualLocation","name":"Our platform","url":"https://meet.example/1"}"#;
    let hall = r#"{"@type":"Place","name":"Milan"}"#;
    assert_eq!(json(&format!(r#""location":[{link},{hall}]"#)), [here.clone(), afar.clone()]);
    assert_eq!(json(&format!(r#""location":{link}"#)), [None, afar.clone()]);
    assert_eq!(json(&format!(r#""location":{hall}"#)), [here.clone(), None]);
    assert_eq!(json(r#""eventAttendanceMode":"https://schema.org/OnlineEventAttendanceMode""#), [None, afar.clone()]);
    let microdata = completed(
        r#"<div itemscope itemtype="https://schema.org/Event"><a itemprop="location" itemscope itemtype="https://schema.org/VirtualLocation"></a>
        <p itemprop="location" itemscope itemtype="https://schema.org/Place"><b itemprop="name">Milan</b></p></div>"#,
    );
    assert_eq!(told(&microdata), [here, afar]);
}
