//! `/api/v1`: JSON in the house's own form.

pub(super) mod opportunities;
pub(super) mod sources;
pub(super) mod suggest;
pub(super) mod targets;
