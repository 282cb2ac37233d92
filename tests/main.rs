//! End to end, one binary: the program as its users run it, over the sample web on loopback.

mod crawl;
mod digest;
mod kill;
mod support;
mod surface;
