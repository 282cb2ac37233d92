//! Bodies that grow when they are unpacked (T8; GHSA-cp58-wc9q-qv53, colly 886): the limit is on what comes out.

use std::io::Write as _;

use super::stage::{Stage, fetch, reply};
use crate::fetch::FetchError;

/// What comes out of each bomb, against a limit of 100 kB.
const UNPACKED: usize = 4 * 1024 * 1024;

fn poured<W>(mut packer: W, finish: impl FnOnce(W) -> Vec<u8>, pour: impl Fn(&mut W, &[u8])) -> Vec<u8> {
    for _ in 0..UNPACKED / 8_192 {
        pour(&mut packer, &[b' '; 8_192]);
    }
    finish(packer)
}

fn gzip() -> Vec<u8> {
    let packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    poured(packer, |packer| packer.finish().unwrap(), |packer, bytes| packer.write_all(bytes).unwrap())
}

fn deflate() -> Vec<u8> {
    let packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    poured(packer, |packer| packer.finish().unwrap(), |packer, bytes| packer.write_all(bytes).unwrap())
}

fn brotli() -> Vec<u8> {
    let packer = brotli::CompressorWriter::new(Vec::new(), 4096, 5, 22);
    poured(packer, brotli::CompressorWriter::into_inner, |packer, bytes| packer.write_all(bytes).unwrap())
}

fn zstd() -> Vec<u8> {
    let packer = zstd::Encoder::new(Vec::new(), 3).unwrap();
    poured(packer, |packer| packer.finish().unwrap(), |packer, bytes| packer.write_all(bytes).unwrap())
}

#[tokio::test]
async fn t8_a_bomb_of_any_packing_stops_at_the_limit() {
    for (packing, bomb) in [("gzip", gzip()), ("deflate", deflate()), ("br", brotli()), ("zstd", zstd())] {
        assert!(bomb.len() < 100_000, "{packing}: {} bytes on the wire", bomb.len());
        let stage =
            Stage::of(move |_, _| reply(200, &["Content-Type: text/html", &format!("Content-Encoding: {packing}")], &bomb)).await;
        let error = fetch(&stage.fetcher(), "https://cities.example/").await.unwrap_err();
        assert!(matches!(error, FetchError::TooLarge { .. }), "{packing}: {error}");
    }
}

#[tokio::test]
async fn t8_a_bomb_in_an_error_page_is_read_no_further_than_needed() {
    let bomb = gzip();
    let stage = Stage::of(move |_, _| reply(404, &["Content-Type: text/html", "Content-Encoding: gzip"], &bomb)).await;
    assert!(matches!(fetch(&stage.fetcher(), "https://cities.example/").await, Err(FetchError::NotFound { .. })));
}

#[tokio::test]
async fn an_ordinary_packed_page_is_unpacked() {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all("קול קורא לרשויות".as_bytes()).unwrap();
    let bytes = packer.finish().unwrap();
    let stage = Stage::of(move |_, _| reply(200, &["Content-Encoding: gzip"], &bytes)).await;
    assert_eq!(fetch(&stage.fetcher(), "https://cities.example/").await.unwrap().body, "קול קורא לרשויות".as_bytes());
}
