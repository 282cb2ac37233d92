//! Whole findings, normalised.
