#![no_main]

#[path = "../properties.rs"]
#[expect(dead_code, reason = "each target looks at one parser")]
mod properties;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| properties::dates(bytes));
