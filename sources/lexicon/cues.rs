//! `config/kinds.toml` and `config/verdict.toml`: words that speak for a kind, and for or against an opportunity.

use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::file::{Known, Read, read, terms};
use super::{Compile, Tag, Tongue};
use crate::opportunity::Kind;
use crate::roadmap::ConfigError;

/// Words that speak for a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindCue {
    /// Name of the rule, e.g. `kind.prize`.
    pub id: String,
    /// For which kind.
    pub kind: Kind,
    /// How loudly, 1 to 6.
    pub weight: u8,
    /// In a title it is about what the words behind it name: "support for conferences" is support.
    pub governs: bool,
}

/// Words that speak for or against its being an opportunity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictCue {
    /// Name of the rule, e.g. `verdict.winners`.
    pub id: String,
    /// For what.
    pub says: Says,
    /// How loudly, 1 to 5.
    pub weight: u8,
}

/// What a cue of the verdict says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// It calls: "call for proposals".
    Call,
    /// It asks the reader to do something: "apply".
    Action,
    /// It names a last day.
    Deadline,
    /// It is no opportunity.
    No,
    /// It explains how one gets there: no opportunity either, and the call words of such a title are what it explains.
    Explains,
    /// Words that are no sign against it, though shorter ones inside them are: "volunteers wanted".
    Pardons,
    /// It was one: the page itself says that it is over. Still a record.
    Over,
    /// It was taken back.
    Withdrawn,
    /// It will open later.
    Forthcoming,
    /// Denies what stands beside it: "no", "not".
    Negates,
    /// Of now, or of being open: "currently", "available".
    Present,
    /// Somebody gives, or it is for somebody, told in the present.
    Gives,
    /// To whom: towns, associations.
    Whom,
    /// Somebody looks for something.
    Seeks,
    /// Whom one looks for and who comes by saying yes: a twin town, a host family.
    Sought,
    /// They may, or it is taken from them.
    May,
    /// What one calls for or hands in, where a "no" stands before it.
    Callable,
    /// Money or a prize is given, told without a giver: "are given", "gehen an".
    Awards,
    /// Leads on to a list of those named: "the following".
    Following,
    /// Somebody is asked to come or to hand in: "we invite".
    Invites,
    /// What they fill in and send.
    Form,
    /// Told of somebody who asked others to do something: "urged".
    Urged,
    /// Somebody would like to join, or to find: "would like to join".
    Wishes,
    /// Whom one looks for to do something together, if it is told for what: partners, a consortium.
    Partner,
    /// Who may look for partners: we, a town, a project.
    Seeker,
    /// For what partners are sought, or how they come: a project, "contact us".
    Together,
    /// Of partners in business, or of what somebody said of them: "investors", "said".
    Business,
    /// So many applications came in: "were received".
    Received,
    /// The applications have been looked at: "were reviewed".
    Judged,
    /// Names what is no call, at the head of its title: rules of an authority, the papers of a council.
    Heads,
    /// Says what calls are, of any: "a call for proposals is a". It explains, and opens none.
    Defines,
    /// What is handed in against something or to a draft, and is no application: complaints, objections, comments.
    Objected,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindFile {
    cue: Vec<Spanned<KindEntry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindEntry {
    id: String,
    kind: Kind,
    weight: u8,
    #[serde(default)]
    governs: bool,
    concepts: Vec<Spanned<String>>,
    /// Words that speak for a kind and name no concept to search for.
    #[serde(default)]
    words: Words,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Words {
    he: Vec<String>,
    en: Vec<String>,
    fr: Vec<String>,
    de: Vec<String>,
    es: Vec<String>,
    ar: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VerdictFile {
    cue: Vec<Spanned<VerdictEntry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VerdictEntry {
    id: String,
    says: Says,
    weight: u8,
    #[serde(default)]
    concepts: Vec<Spanned<String>>,
    #[serde(default)]
    he: Vec<String>,
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    fr: Vec<String>,
    #[serde(default)]
    de: Vec<String>,
    #[serde(default)]
    es: Vec<String>,
    #[serde(default)]
    ar: Vec<String>,
}

pub(super) fn load_kinds(path: &Path, known: Known<'_>, compile: &mut Compile, errors: &mut Vec<ConfigError>) -> Vec<KindCue> {
    let Some(file) = read::<KindFile>(path, errors) else { return Vec::new() };
    let mut cues = Vec::new();
    for entry in &file.value.cue {
        let entry = entry.get_ref();
        let tag = Tag::Kind(cues.len());
        refer(&file, &entry.id, &entry.concepts, tag, known, compile, errors);
        let Words { he, en, fr, de, es, ar } = &entry.words;
        let lists = [
            (Tongue::He, he.as_slice()),
            (Tongue::En, en),
            (Tongue::Fr, fr),
            (Tongue::De, de),
            (Tongue::Es, es),
            (Tongue::Ar, ar),
        ];
        compile.add_all(terms(lists), tag);
        cues.push(KindCue { id: entry.id.clone(), kind: entry.kind, weight: entry.weight, governs: entry.governs });
    }
    cues
}

pub(super) fn load_verdicts(
    path: &Path,
    known: Known<'_>,
    compile: &mut Compile,
    errors: &mut Vec<ConfigError>,
) -> Vec<VerdictCue> {
    let Some(file) = read::<VerdictFile>(path, errors) else { return Vec::new() };
    let mut cues = Vec::new();
    for entry in &file.value.cue {
        let entry = entry.get_ref();
        let tag = Tag::Verdict(cues.len());
        refer(&file, &entry.id, &entry.concepts, tag, known, compile, errors);
        let lists = [
            (Tongue::He, entry.he.as_slice()),
            (Tongue::En, &entry.en),
            (Tongue::Fr, &entry.fr),
            (Tongue::De, &entry.de),
            (Tongue::Es, &entry.es),
            (Tongue::Ar, &entry.ar),
        ];
        compile.add_all(terms(lists), tag);
        cues.push(VerdictCue { id: entry.id.clone(), says: entry.says, weight: entry.weight });
    }
    cues
}

fn refer<T>(
    file: &Read<'_, T>,
    cue: &str,
    concepts: &[Spanned<String>],
    tag: Tag,
    known: Known<'_>,
    compile: &mut Compile,
    errors: &mut Vec<ConfigError>,
) {
    for id in concepts {
        match known(id.get_ref()) {
            Some(concept) => compile.add_all(concept.terms(), tag),
            None => errors.push(file.mistake(
                id.span().start,
                format!("cue \"{cue}\" names the concept \"{}\", which thesaurus.toml does not have", id.get_ref()),
            )),
        }
    }
}
