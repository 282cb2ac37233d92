//! Words that are asked for, and what the mayor wants to promote.

use super::*;

fn asking(over: Value) -> Profile {
    let mut asked = json!({"topics": {"sport": 3}});
    asked.as_object_mut().unwrap().extend(over.as_object().unwrap().clone());
    profile(asked)
}

fn titled(title: &str, lang: &str) -> Opportunity {
    call(json!({"title": title, "lang": lang, "kind": "call_for_proposals"}))
}

#[test]
fn a_word_that_is_asked_for_brings_a_call_by_itself() {
    for (word, title, lang, text) in [
        ("orchestra", "Open call: municipal orchestras on tour", "en", "Local authorities in Israel may apply."),
        ("תזמורת", "קול קורא: תזמורות עירוניות", "he", "רשויות מקומיות בישראל רשאיות להגיש בקשה."),
        ("תזמורות", "קול קורא לתזמורת עירונית", "he", "רשויות מקומיות בישראל רשאיות להגיש בקשה."),
        ("lottery", "Lotteries for towns", "en", "Municipalities may apply."),
    ] {
        let found = picks(asking(json!({"words_wanted": [word]})), &[(titled(title, lang), text)]);
        assert!(found.first().is_some_and(|(_, reason)| reason.contains("שביקשתם")), "{word}: {found:?}");
        assert!(picks(asking(json!({})), &[(titled(title, lang), text)]).is_empty(), "{word}");
    }
}

#[test]
fn what_is_asked_for_has_to_be_open_and_in_time_all_the_same() {
    let profile = || asking(json!({"words_wanted": ["orchestra"]}));
    let closed = call(json!({"title": "Orchestras on tour", "status": "closed"}));
    assert!(picks(profile(), &[(closed, "Municipalities may apply.")]).is_empty());
    let elsewhere = call(json!({"title": "Orchestras on tour", "kind": "grant"}));
    assert!(picks(profile(), &[(elsewhere, "For cities in the United States only.")]).is_empty());
}

#[test]
fn two_telling_words_of_one_sentence_of_the_mayors_bring_a_call_and_one_does_not() {
    let roofs = || asking(json!({"priorities_he": "לקדם אנרגיה סולארית על גגות בתי הספר. בלי כדורגל."}));
    let hebrew =
        (titled("קול קורא: אנרגיה סולארית על גגות", "he"), "רשויות מקומיות בישראל רשאיות להגיש. אנרגיה סולארית על גגות בתי ספר.");
    let english =
        (titled("Solar energy on school roofs", "en"), "Local authorities in Israel may apply for solar energy on school roofs.");
    for call in [hebrew, english] {
        let found = picks(roofs(), std::slice::from_ref(&call));
        assert!(found.first().is_some_and(|(_, reason)| reason.contains("שחשוב לראש הרשות")), "{found:?}");
    }
    let one = (titled("Solar energy", "en"), "Local authorities in Israel may apply.");
    assert!(picks(roofs(), &[one]).is_empty());
}

#[test]
fn what_the_mayor_writes_lifts_and_is_named() {
    let sport = |over| {
        let calls = [(titled("Sport in schools", "en"), "Local authorities in Israel may apply.")];
        picks(asking(over), &calls).into_iter().map(|(_, reason)| reason).collect::<Vec<_>>()
    };
    assert!(sport(json!({"priorities_he": "בתי ספר פתוחים אחר הצהריים"})).iter().any(|reason| reason.contains("בתי ספר")));
    assert!(sport(json!({"priorities_he": "לא רוצים בתי ספר"})).iter().all(|reason| !reason.contains("בתי ספר")));
}
