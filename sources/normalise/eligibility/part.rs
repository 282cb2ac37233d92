//! The parts that words play in a sentence, and how near two of them stand.

use crate::lexicon::{Hit, Role};

/// The part that a word plays, and the place of its list.
pub(super) type Part<'a> = (Role, &'a Hit, usize);

/// Which roles are played, told by one bit each; where two roles share a bit either of them sets it.
#[derive(Clone, Copy)]
pub(super) struct RoleSet(u128);

impl RoleSet {
    pub(super) fn of(parts: &[Part<'_>]) -> Self {
        Self(parts.iter().fold(0, |set, (role, ..)| set | Self::bit(*role)))
    }

    /// May one of the parts play this role? If not, none does.
    pub(super) fn may_have(self, role: Role) -> bool {
        self.0 & Self::bit(role) != 0
    }

    fn bit(role: Role) -> u128 {
        1 << (role as u32 % u128::BITS)
    }
}

/// Where the names of regions end.
pub(super) fn ends_of_places<'p>(parts: &'p [Part<'_>]) -> impl Iterator<Item = usize> + 'p {
    let places = [Role::Region, Role::ElsewhereOnly, Role::FarRegion, Role::Foreign, Role::Abroad];
    places.into_iter().flat_map(|role| of(parts, role)).map(|hit| hit.end)
}

/// Hits of a role among these parts.
pub(super) fn of<'p, 'a>(parts: &'p [Part<'a>], role: Role) -> impl Iterator<Item = &'a Hit> + 'p {
    parts.iter().filter(move |(own, ..)| *own == role).map(|(_, hit, _)| *hit)
}

pub(super) fn is_inside(inner: &Hit, outer: &Hit) -> bool {
    outer.first <= inner.first && inner.last <= outer.last
}

pub(super) fn is_noun(role: Role) -> bool {
    matches!(role, Role::LocalAuthority | Role::Official | Role::OtherBody | Role::Person)
}

/// Do at most so many words lie between two hits?
pub(super) fn near(one: &Hit, other: &Hit, reach: usize) -> bool {
    let (before, after) = if one.first <= other.first { (one, other) } else { (other, one) };
    after.first.saturating_sub(before.last) <= reach
}
