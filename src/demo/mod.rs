//! The bundled sample web, and the tour through it.

pub mod sample_web;
