//! What is wrong with an entry that can be read: addresses that would never be asked, patterns with a hole, numbers that mean nothing.

use url::Url;

use crate::fetch::guard::{Verdict, judge_url};
use crate::fetch::is_our_own_header;
use crate::source::{Json, Shape, Source};

/// What stands in an address for a number that the reader of its shape puts in.
fn address_holes(shape: &Shape) -> &'static [&'static str] {
    match shape {
        Shape::Json(_) => &["{year}", "{page}", "{offset}"],
        Shape::Feed(_) => &["{year}", "{page}"],
        _ => &["{year}"],
    }
}

/// Every mistake of the entry, each with what to do.
pub(super) fn mistakes(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    let mut unless = |is_sound: bool, what: &str| {
        if !is_sound {
            found.push(what.to_owned());
        }
    };
    unless(!source.name.he.trim().is_empty() && !source.name.en.trim().is_empty(), "name: write it in both he and en");
    unless(source.page_limit > 0, "page_limit: at least 1, or leave it out");
    unless(source.cadence_days != Some(0), "cadence_days: at least 1, or leave it out");
    unless(
        source.evidence.as_deref().is_none_or(|words| !words.trim().is_empty()),
        "evidence: where its interface is documented, or why it is off; or leave it out",
    );
    unless(!source.language.is_empty(), "language: name at least one, e.g. [\"en\"]");
    unless(source.dated.is_none_or(|dated| (0.0..=1.0).contains(&dated)), "dated: a share from 0 to 1, e.g. 0.8");
    for code in &source.language {
        if !(code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase())) {
            found.push(format!("language `{code}`: two small letters (ISO 639-1), e.g. \"en\""));
        }
    }
    for code in &source.defaults.countries {
        if !(code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())) {
            found.push(format!("defaults.countries `{code}`: two capital letters (ISO 3166-1), e.g. \"IL\""));
        }
    }
    found.extend(source.shape.address().into_iter().filter_map(|address| of_address(address, address_holes(&source.shape))));
    if let Shape::List(list) = &source.shape
        && list.empty.as_deref().is_some_and(|words| words.trim().is_empty())
    {
        found.push("list.empty: the words by which the page says that there is nothing, or leave it out".to_owned());
    }
    if let Shape::Json(json) = &source.shape {
        found.extend(of_json(json));
    }
    found
}

/// Why an address would never be asked.
fn of_address(address: &str, holes: &[&str]) -> Option<String> {
    let filled = holes.iter().fold(address.to_owned(), |address, hole| address.replace(hole, "1"));
    if let Some(hole) = hole_of(&filled) {
        return Some(format!("url `{address}`: `{hole}` is no pattern; those of its shape are {}", holes.join(", ")));
    }
    if let Err(error) = Url::parse(&filled) {
        return Some(format!("url `{address}`: {error}; write it with https://"));
    }
    let what = match judge_url(&filled) {
        Verdict::Ok => return None,
        Verdict::Port => "only the ports 80 and 443 are asked; leave the port out, or find the public address",
        Verdict::InvalidUrl => "a backslash or control character is in it; write it as a browser shows it",
        Verdict::Scheme => "only http and https are fetched",
        Verdict::Userinfo => "it carries a user name or password, and is never asked; leave them out",
        Verdict::LocalName => "a name of a local network is never asked; write the public name",
        Verdict::Address => "an address of a local network is never asked; write the public name",
    };
    Some(format!("url: {what}"))
}

fn of_json(json: &Json) -> Vec<String> {
    let mut found = Vec::new();
    if json.link.is_none() && json.link_template.is_none() {
        found.push("json: give `link`, a path to the item's address, or `link_template` with {key}".to_owned());
    }
    if let Some(template) = &json.link_template {
        let rest = template.replace("{key}", "");
        if rest == *template || hole_of(&rest).is_some() {
            found.push(format!("json.link_template `{template}`: its one pattern is {{key}}"));
        }
    }
    if let Some(body) = &json.body {
        let filled = body.replace("{page}", "1").replace("{offset}", "1");
        if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(&filled) {
            found.push(format!("json.body is no JSON ({error}); leave it out for a GET"));
        }
    }
    if let Some(base) = &json.link_base
        && Url::parse(base).map_or(true, |base| !matches!(base.scheme(), "http" | "https"))
    {
        found.push(format!("json.link_base `{base}`: no address; write it with https://"));
    }
    for name in json.headers.keys().filter(|name| is_our_own_header(name)) {
        found.push(format!("json.headers `{name}`: is not a source's to set; leave it out"));
    }
    let counts = |text: &str| text.contains("{page}") || text.contains("{offset}");
    if json.paging.is_some() && !counts(&json.url) && !json.body.as_deref().is_some_and(counts) {
        found.push("json.paging: nothing says where the number goes; put {page} or {offset} into url or body".to_owned());
    }
    if json.paging.is_some_and(|paging| paging.size == 0) {
        found.push("json.paging.size: the items on a full page, at least 1".to_owned());
    }
    found
}

/// The first `{…` that is left in a filled pattern.
fn hole_of(filled: &str) -> Option<&str> {
    let from = filled.find('{')?;
    let to = filled[from..].find(['}', '/']).map_or(filled.len(), |length| from + length + 1);
    Some(&filled[from..to])
}

#[cfg(test)]
mod tests {
    use crate::roadmap::load;

    /// What is said of a roadmap with these entries, without the place.
    fn said(entries: &str) -> Vec<String> {
        let folder = tempfile::tempdir().expect("a scratch folder");
        std::fs::write(folder.path().join("some.toml"), entries).expect("written");
        load(folder.path()).err().unwrap_or_default().iter().map(|error| format!("{}: {}", error.line, error.what)).collect()
    }

    fn entry(more: &str, shape: &str) -> String {
        format!(
            "[[source]]\nslug = \"one\"\nname = {{ he = \"אחד\", en = \"One\" }}\nnetwork = \"eu\"\nlanguage = [\"en\"]\n{more}\n{shape}\n"
        )
    }

    #[test]
    fn addresses_that_would_never_be_asked_are_mistakes() {
        for (address, word) in [
            ("https://u:p@cities.example/", "password"),
            ("https://169.254.169.254/feed", "local network"),
            ("https://localhost/feed", "local network"),
            ("https:\\\\\\\\cities.example/", "backslash"),
            ("https://cities.example/{yr}/feed", "{yr}"),
            ("https://cities.example/{year/feed", "no pattern"),
            ("ftp://cities.example/feed", "http and https"),
            ("https://cities.example:8443/feed", "ports 80 and 443"),
        ] {
            let said = said(&entry("", &format!("[source.feed]\nurl = \"{address}\"")));
            assert!(said.len() == 1 && said[0].contains(word), "{address}: {said:?}");
            assert!(!said[0].contains("u:p"), "{said:?}");
        }
        assert_eq!(said(&entry("", "[source.feed]\nurl = \"https://cities.example/{year}/feed?page={page}\"")), [""; 0]);
    }

    #[test]
    fn what_its_shape_does_not_put_in_is_a_mistake() {
        let list = "item = \"li\"\ntitle = \"a\"\nlink = \"a\"";
        for shape in [
            format!("[source.list]\nurl = \"https://cities.example/?p={{page}}\"\n{list}"),
            "[source.page]\nurl = \"https://cities.example/?p={offset}\"".to_owned(),
            "[source.feed]\nurl = \"https://cities.example/?p={offset}\"".to_owned(),
            format!("[source.list]\nurl = \"https://cities.example/\"\n{list}\nempty = \"\""),
        ] {
            assert_eq!(said(&entry("", &shape)).len(), 1, "{shape}");
        }
    }

    #[test]
    fn numbers_and_codes_that_mean_nothing_are_mistakes() {
        for more in ["page_limit = 0", "cadence_days = 0", "dated = 1.5", "defaults = { countries = [\"israel\"] }"] {
            assert_eq!(said(&entry(more, "[source.feed]\nurl = \"https://cities.example/feed\"")).len(), 1, "{more}");
        }
    }

    #[test]
    fn a_json_entry_is_whole() {
        let json = |more: &str| {
            entry("", &format!("[source.json]\nurl = \"https://cities.example/api\"\nitems = \"$[*]\"\ntitle = \"$.t\"\n{more}"))
        };
        for more in [
            "",
            "link_template = \"https://cities.example/{ky}\"",
            "link = \"$.l\"\nbody = \"{page\"",
            "link = \"$.l\"\nbody = \"{page}\"\npaging = { size = 0 }",
            "link = \"$.l\"\npaging = { size = 20 }",
            "link = \"$.l\"\nlink_base = \"a.test\"",
            "link = \"$.l\"\nheaders = { Cookie = \"a=b\" }",
            "link = \"$.l\"\nheaders = { user-agent = \"Mozilla\" }",
        ] {
            assert_eq!(said(&json(more)).len(), 1, "{more}: {:?}", said(&json(more)));
        }
        assert_eq!(said(&json("link_template = \"https://cities.example/{key}\"")), [""; 0]);
    }

    #[test]
    fn every_entry_of_a_file_is_read_and_each_mistake_has_its_line() {
        let feed = "[source.feed]\nurl = \"https://cities.example/feed\"";
        let broken = entry("", "[source.list]\nurl = \"https://cities.example/\"\nitem = \"\"\ntitle = \"a\"\nlink = \"a@href\"");
        let said = said(&format!(
            "{broken}{}{}",
            entry("zone = \"Mars\"", feed).replace("\"one\"", "\"two\""),
            entry("", feed).replace("\"one\"", "\"two\"")
        ));
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said[0].starts_with("9: ") && said[0].contains("empty"), "{said:?}");
        assert!(said[1].starts_with("17: ") && said[1].contains("Mars"), "{said:?}");
        assert!(said[2].starts_with("21: ") && said[2].contains(":12"), "{said:?}");
    }

    #[test]
    fn every_mistake_of_one_entry_is_told_in_one_run_and_each_with_its_line() {
        let said = said(
            "[[source]]\nslug = \"A b\"\nname = { he = \"אחד\" }\nnetwork = 5\nlanguage = [\"en\"]\ncolour = \"red\"\n\
             moderation = \"none\"\nzone = \"Mars\"\npage_limit = 0\nevidence = \" \"\n[source.list]\n\
             url = \"ftp://cities.example/\"\nitem = \"li[=]\"\ntitle = \"> a\"\nnext = \"a::\"\n\
             [source.list.detail]\nbody = \"a:has-not(b)\"\n",
        );
        let lines: Vec<(usize, &str)> = said
            .iter()
            .map(|said| said.split_once(": ").expect("a line and what is wrong there"))
            .map(|(line, what)| (line.parse().expect("a line"), what))
            .collect();
        for (line, word) in [
            (2, "slug"),
            (3, "en"),
            (4, "string"),
            (6, "colour"),
            (7, "none"),
            (8, "Mars"),
            (9, "page_limit"),
            (10, "evidence"),
            (11, "link"),
            (12, "http and https"),
            (13, "li[=]"),
            (14, "> a"),
            (15, "a::"),
            (17, "has-not"),
        ] {
            assert!(lines.iter().any(|(at, what)| *at == line && what.contains(word)), "{line} {word}: {said:#?}");
        }
        assert_eq!(lines.len(), 14, "{said:#?}");
    }

    #[test]
    fn a_roadmap_without_sources_is_a_mistake() {
        assert!(said("").iter().any(|what| what.contains("no source")), "{:?}", said(""));
    }
}
