//! Whole findings, normalised: every case with words of its own.

use std::path::PathBuf;
use std::sync::LazyLock;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{Context, Normalised, normalise};
use crate::finding::{Finding, field};
use crate::lexicon::Lexicon;
use crate::opportunity::{Kind, Opportunity, Status, Verdict};
use crate::source::Defaults;

mod applicants;
mod attachments;
mod called;
mod callers;
mod cases;
mod conditions;
mod deeds;
mod eligibility;
mod idioms;
mod kinds;
mod listings;
mod naming;
mod partners;
