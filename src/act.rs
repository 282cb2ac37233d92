//! What the reader of a letter can do without a login, and the signed links by which it is done.
//! Knows no store and no page: keys come as values, tokens go out as text.

mod return_path;
mod token;

use serde::{Deserialize, Serialize};

pub use return_path::handle;
pub use token::{ActKey, ActKeys, Grant};

/// What a link is for. A link of one purpose does nothing of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// "This interests us."
    Interested,
    /// "Not for us": never told again.
    NotForUs,
    /// "We have applied."
    Applied,
    /// "We have won it": a grant, a prize, a place.
    Won,
    /// "We have been there."
    Attended,
    /// "We have not won, or not gone": nobody asks again.
    NotWon,
    /// "We look for a partner."
    NeedPartner,
    /// "We have a question to the office."
    AskOffice,
    /// No more letters to this mailbox.
    Unsubscribe,
    /// The letter's copy on the web.
    Read,
    /// One opportunity's page for the mayor.
    Mayor,
    /// The form of the municipality's interests.
    Profile,
    /// No more mails about a saved search.
    Unwatch,
}

impl Purpose {
    /// What can be said of one opportunity, in the order in which a letter offers it.
    pub const OF_ITEM: [Self; 5] = [Self::Interested, Self::NotForUs, Self::Applied, Self::NeedPartner, Self::AskOffice];

    /// What wants an answer from the office.
    pub const ASKS: [Self; 2] = [Self::NeedPartner, Self::AskOffice];

    /// How an offer ended, in the order in which it is asked after its date.
    pub const OUTCOMES: [Self; 3] = [Self::Won, Self::Attended, Self::NotWon];

    /// What is no longer said once this is.
    pub fn opposites(self) -> &'static [Self] {
        match self {
            Self::NotForUs => &[Self::Interested],
            Self::Interested => &[Self::NotForUs],
            Self::NotWon => &[Self::Won, Self::Attended],
            Self::Won | Self::Attended => &[Self::NotWon],
            _ => &[],
        }
    }

    /// Whether it says something; else it only leads somewhere.
    pub fn is_act(self) -> bool {
        !matches!(self, Self::Read | Self::Mayor | Self::Profile | Self::Unwatch)
    }

    /// As stored, and as in the keys of texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Interested => "interested",
            Self::NotForUs => "not_for_us",
            Self::Applied => "applied",
            Self::Won => "won",
            Self::Attended => "attended",
            Self::NotWon => "not_won",
            Self::NeedPartner => "need_partner",
            Self::AskOffice => "ask_office",
            Self::Unsubscribe => "unsubscribe",
            Self::Read => "read",
            Self::Mayor => "mayor",
            Self::Profile => "profile",
            Self::Unwatch => "unwatch",
        }
    }

    /// The inverse of [`Purpose::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::OF_ITEM
            .into_iter()
            .chain(Self::OUTCOMES)
            .chain([Self::Unsubscribe, Self::Read, Self::Mayor, Self::Profile, Self::Unwatch])
            .find(|purpose| purpose.code() == code)
    }
}
