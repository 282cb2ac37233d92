//! Is Israel in? Told from sentences that name Israel, the whole world, others only, or a partner abroad; from the caller's own
//! country; and, for money tied to a country, from that country's name in the title.

use url::Url;

use super::super::evidence::found;
use super::super::reading::Reading;
use super::sentence::{Sentence, near};
use super::{Known, say};
use crate::lexicon::{Hit, Lexicon, Role};
use crate::opportunity::{Answer, Kind, Verdict};

/// Between an adjective and the noun that it restricts stands at most one word ("US and Canadian cities" names two adjectives).
const NEAR: usize = 2;

/// The answer of the text, if it gives one.
pub(super) fn answer(reading: &Reading, known: &Known<'_>, lexicon: &Lexicon) -> Option<Answer> {
    let sentences: Vec<Sentence<'_>> = Sentence::all(reading, lexicon).collect();
    let at_home = at_home(&sentences, known);
    israel_named(&sentences, known, at_home.is_some())
        .or_else(|| listed_elsewhere(&sentences))
        .or_else(|| others_excluded(&sentences).filter(|_| at_home.is_none()))
        .or_else(|| open_to_all(&sentences, known))
        .or_else(|| others_with_partner(&sentences, known, at_home.is_some()))
        .or_else(|| people_of_elsewhere(&sentences).filter(|_| at_home.is_some()))
        .or(at_home)
        .or_else(|| others_only(&sentences, known))
        .or_else(|| sought_abroad(&sentences, known))
        .or_else(|| money_for_elsewhere(&sentences, known))
}

/// The answer of a field that names the applicants.
pub(super) fn of_field(field: &Reading, known: &Known<'_>, lexicon: &Lexicon) -> Option<Answer> {
    let sentences: Vec<Sentence<'_>> = Sentence::all(field, lexicon).collect();
    for sentence in &sentences {
        if let Some(israel) = sentence.israel() {
            let verdict = if sentence.has(Role::Excluded) { Verdict::No } else { Verdict::Yes };
            return Some(say(verdict, found(sentence.quote(israel), "country.field")));
        }
    }
    open_to_all(&sentences, known).or_else(|| others_only(&sentences, known))
}

/// Israel stands in a sentence on who may take part.
fn israel_named(sentences: &[Sentence<'_>], known: &Known<'_>, at_home: bool) -> Option<Answer> {
    sentences.iter().find_map(|sentence| {
        sentence.israel()?;
        if sentence.has(Role::Excluded) {
            return Some(say(Verdict::No, found(sentence.text, "country.israel_excluded")));
        }
        if at_home {
            return None;
        }
        let quote = found(sentence.text, "country.israel_named");
        // "Exchange projects with Israel": somebody else applies, and Israel is where the partner is.
        let meets = known.kind == Kind::Conference;
        let of_others = sentence.others().any(|(_, people)| people);
        let sought = known.kind == Kind::Partnership && (sentence.offers() || sentence.about_applying());
        if sought || sentence.has(Role::Joins) {
            return Some(say(Verdict::Partner, quote));
        }
        let paired = of_others && (known.kind == Kind::Exchange && !sentence.has(Role::Included) || sentence.in_title);
        if !meets && (sentence.has(Role::Partner) || paired) {
            return Some(say(Verdict::Partner, quote));
        }
        let restricted = sentence.has(Role::Condition) && sentence.has(Role::ElsewhereOnly);
        if restricted {
            return Some(say(Verdict::Conditional, quote));
        }
        let takes_part = (meets && (sentence.in_title || sentence.has_applicant()))
            || sentence.has(Role::Included)
            || (sentence.about_applying() && sentence.has_applicant());
        takes_part.then(|| say(Verdict::Yes, quote))
    })
}

/// "Sites must lie in one of the following countries: Poland, Ukraine": what is not on the list is out, whoever applies.
fn listed_elsewhere(sentences: &[Sentence<'_>]) -> Option<Answer> {
    sentences.iter().enumerate().find_map(|(place, sentence)| {
        let listed = || sentence.first(Role::ListedIn).filter(|_| sentence.about_applying() || sentence.has_applicant());
        let bound = sentence.first(Role::MustLieIn).or_else(listed)?;
        // "Eligible countries are …": the words that close the list do not open it.
        let apart = |role: Role| sentence.of(role).any(|hit| hit.last < bound.first || bound.last < hit.first);
        let opens = [Role::Worldwide, Role::Associated, Role::Foreign, Role::OneOfSeveral];
        if sentence.has(Role::Partner) && !sentence.has(Role::MustLieIn) || opens.into_iter().any(apart) {
            return None;
        }
        // A list with a line for each country stands below its label; the first line is one sentence with it.
        let below = sentences[place + 1..].iter().take_while(|line| sentence.text.contains(":\n") && line.lists_countries());
        let lines: Vec<&Sentence<'_>> = std::iter::once(sentence).chain(below).collect();
        if lines.iter().any(|line| line.israel().is_some()) {
            return None;
        }
        let named = lines.iter().flat_map(|line| line.others()).filter(|(_, people)| !people).count();
        let enough = named > 1 || sentence.has_applicant() && named == 1 || sentence.has(Role::ElsewhereOnly);
        enough.then(|| say(Verdict::No, found(sentence.quote(bound), "country.listed_elsewhere")))
    })
}

/// "Cities of other countries cannot be partners", in a text that names Israel nowhere.
fn others_excluded(sentences: &[Sentence<'_>]) -> Option<Answer> {
    if sentences.iter().any(|sentence| sentence.israel().is_some() || sentence.has(Role::Associated)) {
        return None;
    }
    sentences.iter().filter(|sentence| sentence.has(Role::Excluded)).find_map(|sentence| {
        let others = sentence.first(Role::OtherCountries)?;
        Some(say(Verdict::No, found(sentence.quote(others), "country.others_excluded")))
    })
}

/// "Worldwide", "of any country", "Spanish or foreign".
fn open_to_all(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    sentences.iter().find_map(|sentence| {
        let about = sentence.about_applying() || sentence.has_applicant() || sentence.in_title;
        let everywhere = sentence.first(Role::Worldwide).filter(|_| about);
        let foreign = sentence.first(Role::Foreign).filter(|_| sentence.has_applicant());
        let (hit, rule) =
            everywhere.map(|hit| (hit, "country.worldwide")).or_else(|| foreign.map(|hit| (hit, "country.foreign")))?;
        // Where somebody looks for partners, those from abroad join him.
        let verdict = if known.kind == Kind::Partnership { Verdict::Partner } else { Verdict::Yes };
        Some(say(verdict, found(sentence.quote(hit), rule)))
    })
}

/// Others apply, and their partner abroad takes part.
fn others_with_partner(sentences: &[Sentence<'_>], known: &Known<'_>, at_home: bool) -> Option<Answer> {
    if known.kind == Kind::Partnership {
        return None;
    }
    sentences.iter().find_map(|sentence| {
        let partner = sentence.first(Role::Partner)?;
        // At home a partner abroad is no lead, unless the others are named as those who hand in.
        if at_home && sentence.others().next().is_none() {
            return None;
        }
        let applied_for = sentence.about_applying() || sentence.in_title || sentence.others().next().is_some();
        applied_for.then(|| say(Verdict::Partner, found(sentence.quote(partner), "country.partner")))
    })
}

/// Written in Israel for Israelis: an Israeli address, or Hebrew that names an Israeli authority.
fn at_home(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    let caller = sentences
        .iter()
        .filter(|_| matches!(known.language, Some("he" | "ar")))
        .find_map(|sentence| sentence.first(Role::IsraeliCaller).map(|hit| sentence.quote(hit)));
    if let Some(quote) = caller {
        return Some(say(Verdict::Yes, found(quote, "country.israeli_caller")));
    }
    let url = Url::parse(known.url).ok()?;
    let host = url.host_str()?;
    // The quote is taken from the address as it stands in the finding.
    let start = known.url.find(host)?;
    let israeli = host.rsplit('.').next() == Some("il");
    israeli.then(|| say(Verdict::Yes, found(&known.url[start..start + host.len()], "country.israeli_site")))
}

/// An Israeli caller that asks others in: "a course for professionals from developing countries".
fn people_of_elsewhere(sentences: &[Sentence<'_>]) -> Option<Answer> {
    sentences.iter().filter(|sentence| sentence.about_applying()).find_map(|sentence| {
        let elsewhere = sentence.first(Role::ElsewhereOnly)?;
        let theirs = |noun: &Hit| noun.last < elsewhere.first && near(noun, elsewhere, NEAR);
        sentence.nouns().any(theirs).then(|| say(Verdict::No, found(sentence.quote(elsewhere), "country.elsewhere_only")))
    })
}

/// "US cities", "collectivités françaises", "based in the province": those named are elsewhere.
fn others_only(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    // The title of a partner search tells where the seeker sits, and that of a programme's topic where its work is done ("soil
    // health in Ukraine"): neither says who applies.
    let title_tells = known.kind != Kind::Partnership && known.programme.is_none();
    sentences.iter().filter(|sentence| title_tells || !sentence.in_title).find_map(|sentence| {
        let about = sentence.about_applying() || sentence.in_title;
        // "Established in the EU or an associated country": which countries those are the programme says, not the text.
        // Where the one who leads has to sit in a country, the others need not.
        if !about || sentence.has(Role::Associated) || sentence.has(Role::OneOfSeveral) {
            return None;
        }
        if let Some(hit) = sentence.first(Role::ElsewhereOnly) {
            return Some(say(Verdict::No, found(sentence.quote(hit), "country.elsewhere_only")));
        }
        let nouns: Vec<&Hit> = [Role::LocalAuthority, Role::Official, Role::OtherBody, Role::Person]
            .into_iter()
            .flat_map(|role| sentence.of(role))
            .collect();
        let adjective = sentence.others().find(|(hit, people)| {
            let wanted = *people || sentence.quote(hit) == "EU";
            // "Alumni of U.S. exchanges" are no U.S. alumni.
            let parted = |noun: &Hit| sentence.of(Role::From).any(|from| noun.last < from.first && from.last < hit.first);
            wanted && nouns.iter().any(|noun| near(hit, noun, NEAR) && !parted(noun))
        });
        if let Some((hit, _)) = adjective {
            return Some(say(Verdict::No, found(sentence.quote(hit), "country.others_only")));
        }
        let living_in = sentence.others().find(|(hit, people)| {
            !people
                && !nouns.is_empty()
                && sentence.of(Role::From).chain(sentence.of(Role::Seat)).any(|from| near(from, hit, NEAR))
        });
        if let Some((hit, _)) = living_in {
            return Some(say(Verdict::No, found(sentence.quote(hit), "country.from_elsewhere")));
        }
        if let Some(seat) = sentence.first(Role::Seat) {
            return Some(say(Verdict::No, found(sentence.quote(seat), "country.seat_elsewhere")));
        }
        // "Universities and towns (Spain, France, Portugal) may apply": who is listed is in, the rest is not.
        let mut listed = sentence.others().filter(|(_, people)| !people).map(|(hit, _)| hit);
        let several = listed.next().filter(|_| listed.next().is_some() && !nouns.is_empty() && sentence.has(Role::Apply))?;
        let open = sentence.israel().is_some() || sentence.has(Role::Worldwide) || sentence.has(Role::Partner);
        (!open).then(|| say(Verdict::No, found(sentence.quote(several), "country.others_listed")))
    })
}

/// Somebody looks for partners in other countries.
fn sought_abroad(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    if known.kind != Kind::Partnership {
        return None;
    }
    let (sentence, partner) = sentences.iter().find_map(|sentence| Some((sentence, sentence.first(Role::Partner)?)))?;
    Some(say(Verdict::Partner, found(sentence.quote(partner), "country.sought_abroad")))
}

/// Money for projects in a country that the title names.
fn money_for_elsewhere(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    if !matches!(known.kind, Kind::Grant | Kind::CallForProposals) || sentences.iter().any(|sentence| sentence.israel().is_some())
    {
        return None;
    }
    let title = sentences.first().filter(|sentence| sentence.in_title)?;
    let (hit, _) = title.others().find(|(hit, people)| {
        let tied = title.comes_after(hit, Role::From) || title.ends_with(hit);
        !people && tied && title.quote(hit) != "EU"
    })?;
    Some(say(Verdict::No, found(title.quote(hit), "country.projects_elsewhere")))
}
