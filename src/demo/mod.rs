//! The bundled sample web, and the tour through it.

pub mod profiles;
pub mod sample_web;
