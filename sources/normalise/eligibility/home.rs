//! Is it written in Israel for Israelis?

use url::Url;

use super::super::evidence::found;
use super::elsewhere::restricts;
use super::office::is_office;
use super::paying::pays;
use super::sentence::{Sentence, near};
use super::served::{is_represented, is_trained_for};
use super::{Known, say};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::deadline::words_in;
use crate::normalise::wording::bare;
use crate::opportunity::{Answer, Kind, Verdict};

/// "Haifa Municipality, department of culture, invites": so many words at most lie between.
const CITY_CALLS: usize = 6;

/// "Ashdod now invites": so many words at most from the bare name to the verb.
const BARE_CALLS: usize = 2;

/// "The Municipality of Haifa invites": whoever calls begins the sentence, with an article at most.
const CITY_LEADS: usize = 1;

/// "רשויות מקומיות במדינות האיחוד האירופי": so many words at most lie between.
const ABROAD_REACH: usize = 3;

/// The rule where a word alone says that the caller is at home.
pub(super) const BY_WORD: &str = "country.home_word";

/// How sure it is that the caller is at home.
pub(super) enum Home {
    /// An Israeli body, fund or place is named in Hebrew or Arabic.
    Named(Answer),
    /// The address is Israeli, Hebrew speaks of local authorities, or a mission to Israel speaks: mostly to those at home, but calls
    /// from abroad are handed on there too.
    Presumed(Answer),
}

impl Home {
    /// Where the caller is at home, if it seems to be here.
    pub(super) fn of(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Self> {
        let ours = matches!(known.language, Some("he" | "ar"));
        let word = |role: Role| {
            let quote = sentences.iter().find_map(|sentence| sentence.first(role).map(|hit| sentence.quote(hit)));
            quote.filter(|_| ours)
        };
        if let Some(quote) = word(Role::IsraeliCaller) {
            return Some(Self::Named(say(Verdict::Yes, found(quote, "country.israeli_caller"))));
        }
        let site = site(known.url).map(|quote| found(quote, "country.israeli_site"));
        let seated = || {
            let quote = sentences.iter().find_map(|sentence| sentence.first(Role::SeatedHere).map(|hit| sentence.quote(hit)));
            quote.map(|quote| found(quote, "country.seated_here"))
        };
        let bare = ours || is_told_here(sentences);
        let city = || sentences.iter().find_map(|sentence| calling_city(sentence, bare));
        let city = || city().map(|quote| found(quote, "country.home_city"));
        let by_word = || {
            let quote = sentences.iter().find_map(home_word).filter(|_| ours);
            quote.map(|quote| found(quote, BY_WORD))
        };
        let presumed = site.or_else(by_word).or_else(city).or_else(seated)?;
        Some(Self::Presumed(say(Verdict::Yes, presumed)))
    }
}

/// "רשויות מקומיות", where no place elsewhere stands right behind: "רשויות מקומיות בגרמניה" are none of ours.
fn home_word<'a>(sentence: &Sentence<'a>) -> Option<&'a str> {
    let places = || {
        let roles = [Role::ElsewhereOnly, Role::Region, Role::OtherCountries].into_iter().flat_map(|role| sentence.of(role));
        sentence.others().map(|(hit, _)| hit).chain(roles)
    };
    let is_abroad = |word: &Hit| places().any(|place| word.last < place.first && near(word, place, ABROAD_REACH));
    // Those who pay or for whom others learn may be anywhere.
    let aside = |word: &Hit| {
        let learns = || is_trained_for(sentence, word) || is_represented(sentence, word);
        pays(sentence, word) || is_office(sentence, word) || learns()
    };
    sentence.of(Role::HomeWord).find(|word| !is_abroad(word) && !aside(word)).map(|word| sentence.quote(word))
}

/// Does a text say that it is told here, beside the name of a place that others may share ("Arad", "Carmel", "Nazareth")? It names
/// Israel, or another place of ours, and no region of another country.
fn is_told_here(sentences: &[Sentence<'_>]) -> bool {
    let places = || sentences.iter().flat_map(|sentence| sentence.of(Role::HomePlace).map(|place| sentence.quote(place)));
    let several = || places().next().is_some_and(|first| places().any(|place| place != first));
    let elsewhere = |sentence: &Sentence<'_>| sentence.has(Role::Region) || sentence.names_state();
    let own = |sentence: &Sentence<'_>, hit: &Hit| sentence.of(Role::HomePlace).any(|place| place.start == hit.start);
    let named = |sentence: &Sentence<'_>| sentence.israels().any(|hit| !own(sentence, hit)) || sentence.has(Role::HomeCity);
    let israel = sentences.iter().any(named);
    (israel || several()) && !sentences.iter().any(elsewhere)
}

/// A Hebrew text that names a place of ours, or speaks of our money or of "the country", and says nothing of anywhere else: whoever
/// writes so is at home. "The municipality" alone may be that of anywhere.
pub(super) fn told_at_home(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    if known.language != Some("he") || known.kind == Kind::Partnership {
        return None;
    }
    let elsewhere = [
        Role::ElsewhereOnly,
        Role::Region,
        Role::FarRegion,
        Role::OtherCountries,
        Role::Abroad,
        Role::Foreign,
        Role::Outside,
        Role::Worldwide,
        Role::AnyNationality,
        Role::Associated,
        Role::Diaspora,
        Role::TwinTowns,
        Role::Partner,
        Role::International,
    ];
    let named = |sentence: &Sentence<'_>| sentence.others().next().is_some() || sentence.excepts_country();
    if sentences.iter().any(|sentence| named(sentence) || elsewhere.into_iter().any(|role| sentence.has(role))) {
        return None;
    }
    let quote = sentences.iter().find_map(|sentence| {
        let place = || sentence.first(Role::HomePlace).or_else(|| sentence.first(Role::HomeCity)).or_else(|| sentence.israel());
        let word =
            || sentence.text.split_whitespace().find(|word| holds(&GRAMMAR.belonging.at_home, &bare(word)) || word.contains('₪'));
        // "In cooperation with the Municipality of Haifa": that town goes along.
        let along = [Role::Beside, Role::With].into_iter().any(|role| sentence.has(role));
        place().filter(|_| !along).map(|hit| sentence.quote(hit)).or_else(word)
    })?;
    Some(say(Verdict::Yes, found(quote, "country.told_at_home")))
}

/// "Haifa Municipality invites", "تدعو بلدية حيفا": one of our towns with the verb of the one who calls. Beside another caller it is a
/// guest or a partner.
fn calling_city<'a>(sentence: &Sentence<'a>, bare_names: bool) -> Option<&'a str> {
    let calls = |city: &Hit| {
        let verbs = || sentence.of(Role::Calls).chain(sentence.of(Role::Apply));
        let behind = |verb: &Hit| city.last < verb.first && near(city, verb, CITY_CALLS);
        let before = |verb: &Hit| verb.last + 1 == city.first && sentence.words_before(verb) == 0;
        let along = || [Role::Beside, Role::With].into_iter().any(|role| sentence.comes_after(city, role));
        let leads = sentence.words_before(city) <= CITY_LEADS && !along();
        leads && verbs().any(behind) || verbs().any(before)
    };
    // "Haifa Municipality invites its sister cities", "invites German artists": those asked are elsewhere.
    let abroad = |city: &Hit| {
        let guests = [Role::TwinTowns, Role::Diaspora, Role::OtherCountries, Role::Abroad].into_iter();
        let guests = guests.flat_map(|role| sentence.of(role)).chain(restricts(sentence)).filter(|guest| city.last < guest.first);
        guests.map(|guest| guest.start - city.end).chain(twins(sentence.after(city))).any(|at| is_object(sentence, city, at))
    };
    // "Ashdod is holding a competition": by its bare name it has to begin the sentence, and to call in so many words.
    let named = |place: &Hit| {
        let holds = |verb: &Hit| place.last < verb.first && near(place, verb, BARE_CALLS);
        sentence.words_before(place) == 0 && sentence.of(Role::Calls).any(holds)
    };
    let places = || sentence.of(Role::HomePlace).filter(|_| bare_names && !sentence.in_title);
    let bare = || places().find(|place| named(place) && !abroad(place));
    let city = sentence.of(Role::HomeCity).find(|city| calls(city) && !abroad(city)).or_else(bare);
    city.map(|city| sentence.quote(city))
}

/// Where words for sister towns begin.
fn twins(stretch: &str) -> impl Iterator<Item = usize> {
    let words = stretch.split_whitespace().filter(|word| holds(&GRAMMAR.origin.twins, &bare(word)));
    words.map(|word| word.as_ptr() as usize - stretch.as_ptr() as usize)
}

/// Does the city ask the guests who stand `at` so many bytes behind it? "Invites local artists to work with German artists" asks the
/// local ones, "asks residents to host students from abroad" the residents.
fn is_object(sentence: &Sentence<'_>, city: &Hit, at: usize) -> bool {
    /// "אמנים גרמנים", "artists from Germany": those nouns are the guests' own.
    const OWN: usize = 2;
    let behind = sentence.after(city);
    let between = |hit: &Hit| city.end <= hit.start && hit.end - city.end <= at;
    let parted = |hit: &Hit| between(hit) && words_in(&behind[hit.end - city.end..at]) >= OWN;
    let turns = [Role::With, Role::Beside, Role::Hosts].into_iter().flat_map(|role| sentence.of(role)).any(between);
    !turns && !sentence.nouns().chain(sentence.of(Role::HomeWord)).any(parted)
}

/// Our missions abroad speak to those there.
const MISSIONS_ABROAD: &str = "embassies.gov.il";

/// The host of an Israeli address, as it stands in the finding.
fn site(url: &str) -> Option<&str> {
    let address = Url::parse(url).ok()?;
    let host = address.host_str()?;
    let start = url.find(host)?;
    (host.rsplit('.').next() == Some("il") && !host.ends_with(MISSIONS_ABROAD)).then(|| &url[start..start + host.len()])
}
