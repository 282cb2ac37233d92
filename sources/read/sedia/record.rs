//! One search result as a finding.

use serde_json::Value;
use url::Url;

use super::budget::{Budget, number};
use super::codes;
use crate::finding::{Finding, field};
use crate::read::address::web_link;
use crate::read::html::{absolute_links, language_code};
use crate::read::text::one_line;

const PORTAL: &str = "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/";

/// An address of data for programs, which some results give in place of one for people.
const DATA: &str = "/opportunities/data/topicDetails/";

const TOPIC: &str = "1";
const CASCADE: &str = "8";
const EXTERNAL: &str = "2";

/// One search result. Every member of its metadata is a list of strings, maybe empty, maybe absent.
pub(super) struct Record<'a> {
    result: &'a Value,
}

impl<'a> Record<'a> {
    pub(super) fn new(result: &'a Value) -> Self {
        Self { result }
    }

    pub(super) fn sort_date(&self) -> Option<String> {
        self.first("es_SortDate").map(str::to_owned)
    }

    pub(super) fn identifier(&self) -> Option<&'a str> {
        self.first("identifier")
    }

    pub(super) fn is_topic(&self) -> bool {
        self.first("type") == Some(TOPIC)
    }

    /// A grant topic's shadow in the index: neither status nor description. The true record stands beside it.
    pub(super) fn is_stub(&self) -> bool {
        self.is_topic() && self.first("status").is_none() && self.first("descriptionByte").is_none()
    }

    /// The finding, and what was unreadable in it. Its key is the reference: identifiers and addresses repeat.
    pub(super) fn finding(&self, source: &str) -> Result<(Finding, Option<String>), String> {
        let key = self.result["reference"].as_str().map(str::trim).filter(|key| !key.is_empty()).ok_or("has no reference")?;
        let kind = self.first("type").unwrap_or_default();
        // A cascade call's own name is `callTitle`; its `title` is the parent topic's.
        let titles = if kind == CASCADE { ["callTitle", "title"] } else { ["title", "callTitle"] };
        let title = titles.iter().find_map(|name| self.first(name)).or_else(|| self.result["summary"].as_str());
        let title = one_line(&html_escape::decode_html_entities(title.unwrap_or_default()));
        if title.is_empty() {
            return Err(format!("{key} has no title"));
        }
        let url = self.link(key, kind).ok_or_else(|| format!("{key} has no address"))?;
        let html = self.first("descriptionByte").or_else(|| self.first("description"));
        let html = html.map(|html| absolute_links(html, &url)).filter(|html| !html.is_empty());
        let mut finding = Finding {
            source: source.to_owned(),
            key: key.to_owned(),
            url: url.into(),
            title,
            html,
            lang: self.result["language"].as_str().and_then(language_code),
            ..Finding::default()
        };
        let fault = self.fill(&mut finding, kind);
        Ok((finding, fault.map(|what| format!("{key}: {what}"))))
    }

    fn fill(&self, finding: &mut Finding, kind: &str) -> Option<String> {
        let mut put = |name: &str, values: Vec<String>| {
            let values: Vec<String> = values.into_iter().filter(|value| !value.is_empty()).collect();
            if !values.is_empty() {
                finding.fields.insert(name.to_owned(), values);
            }
        };
        put(field::DEADLINE, self.lines("deadlineDate"));
        put(field::DEADLINE_MODEL, self.lines("deadlineModel"));
        put(field::OPENS, self.lines("startDate"));
        put(field::STATUS, self.all("status").map(|code| codes::status(code).to_owned()).collect());
        put(field::PROGRAMME, self.lines("identifier"));
        put(field::FRAMEWORK, self.all("frameworkProgramme").filter_map(codes::framework).map(str::to_owned).collect());
        put(field::KIND, self.lines("typesOfAction"));
        put(field::CATEGORIES, self.categories());
        put("call", self.lines("callIdentifier"));
        put("framework_code", self.lines("frameworkProgramme"));
        put("record_type", self.lines("type"));
        put("destination", self.lines("destinationDescription"));
        if kind == CASCADE {
            put("parent_title", self.lines("title"));
            put("project", self.lines("projectAcronym"));
            let name = self.lines("projectName");
            put(field::ORGANISER, if name.is_empty() { self.lines("projectAcronym") } else { name });
        } else {
            put("call_title", self.lines("callTitle"));
        }
        if kind == EXTERNAL {
            put(field::COUNTRIES, self.identifier().and_then(country).into_iter().collect());
        }
        let (budget, fault) = self.budget();
        put(field::AMOUNT_MIN, budget.min.map(sum).into_iter().collect());
        put(field::AMOUNT_MAX, budget.max.map(sum).into_iter().collect());
        put(field::AMOUNT_TOTAL, budget.total.map(sum).into_iter().collect());
        if budget != Budget::default() {
            put(field::CURRENCY, vec!["EUR".to_owned()]);
        }
        fault.map(|what| format!("budgetOverview {what}"))
    }

    /// The money, and what was unreadable about it: a broken table costs the sums, not the call.
    fn budget(&self) -> (Budget, Option<String>) {
        if let Some(total) = self.first("budget").and_then(|written| number(&Value::from(written))) {
            return (Budget { total: Some(total), ..Budget::default() }, None);
        }
        let (Some(overview), Some(identifier)) = (self.first("budgetOverview"), self.identifier()) else {
            return (Budget::default(), None);
        };
        match Budget::of_topic(overview, identifier) {
            Ok(budget) => (budget, None),
            Err(what) => (Budget::default(), Some(what)),
        }
    }

    /// The address for people.
    fn link(&self, key: &str, kind: &str) -> Option<Url> {
        let base = Url::parse(PORTAL).ok()?;
        let written = self.result["url"].as_str().or_else(|| self.first("url")).unwrap_or_default();
        let given = web_link(&base, written);
        let Some(data) = given.as_ref().and_then(|url| url.path().split_once(DATA)).map(|(_, data)| data) else {
            return given.or_else(|| base.join(&format!("topic-details/{}", self.identifier()?)).ok());
        };
        let topic = if kind == EXTERNAL { key } else { data.trim_end_matches(".json") };
        base.join(&format!("topic-details/{topic}")).ok()
    }

    /// Keywords and tags. Some records print the whole list as JSON into one string; most repeat their identifiers in it.
    fn categories(&self) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        for written in ["keywords", "tags", "crossCuttingPriorities"].iter().flat_map(|name| self.all(name)) {
            match serde_json::from_str::<Vec<String>>(written) {
                Ok(list) => words.extend(list),
                Err(_) => words.push(written.to_owned()),
            }
        }
        let (topic, call) = (self.identifier(), self.first("callIdentifier"));
        let mut seen = std::collections::BTreeSet::new();
        words
            .iter()
            .map(|word| one_line(word))
            .filter(|word| Some(word.as_str()) != topic && Some(word.as_str()) != call)
            .filter(|word| seen.insert(word.clone()))
            .collect()
    }

    fn lines(&self, name: &str) -> Vec<String> {
        self.all(name).map(|value| one_line(&html_escape::decode_html_entities(value))).collect()
    }

    fn first(&self, name: &str) -> Option<&'a str> {
        self.all(name).next()
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        let value = &self.result["metadata"][name];
        let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        values.iter().filter_map(Value::as_str).map(str::trim).filter(|value| !value.is_empty())
    }
}

/// `IL` of `EuropeAid/186065/DD/ACT/IL`; none of `…/Multi`.
fn country(identifier: &str) -> Option<String> {
    let code = identifier.rsplit('/').next()?;
    (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())).then(|| code.to_owned())
}

/// Euro without a fraction where there is none.
fn sum(euro: f64) -> String {
    format!("{euro}")
}
