//! The bundled sample web, and the tour through it.
