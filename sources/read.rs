//! Bytes in, findings out: reads what a source answered, by its shape.
//! Pure: opens nothing, keeps nothing, asks no clock.

pub mod address;
pub mod decode;
pub mod html;
pub(crate) mod nesting;
mod prescan;
pub mod text;
