//! One body, decompressed, and never more of it than asked for.
//! The pieces are counted after decompression: a bomb stops at the limit, whatever Content-Length or the wire say.

use reqwest::Response;

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) bytes: Vec<u8>,
    /// There was more.
    pub(super) cut: bool,
}

/// Reads up to `limit` bytes. What the server claims about the length is not believed, so nothing is reserved beforehand.
pub(super) async fn read(mut response: Response, limit: usize) -> Result<Body, reqwest::Error> {
    let mut body = Body::default();
    while let Some(piece) = response.chunk().await? {
        let room = limit - body.bytes.len();
        if piece.len() > room {
            body.bytes.extend_from_slice(&piece[..room]);
            body.cut = true;
            break;
        }
        body.bytes.extend_from_slice(&piece);
    }
    Ok(body)
}
