//! The index as its users see it: opened in a folder, filled, asked.

mod again;
mod finding;
mod keeping;
mod meaning;
mod narrowing;
mod partial;
mod shelf;
