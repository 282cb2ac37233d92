//! Is it written in Israel for Israelis?

use url::Url;

use super::super::evidence::found;
use super::sentence::Sentence;
use super::{Known, say};
use crate::lexicon::Role;
use crate::opportunity::{Answer, Verdict};

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
        let by_word = || word(Role::HomeWord).map(|quote| found(quote, BY_WORD));
        let presumed = site.or_else(by_word).or_else(seated)?;
        Some(Self::Presumed(say(Verdict::Yes, presumed)))
    }
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
