//! A connection to a mail server that may not say whatever it likes: no endless line, no literal larger than a letter.
//! The IMAP library would take 512 MB before it complains. Knows of IMAP only where its literals begin.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// The numbers of a hundred thousand letters fit.
const LONGEST_LINE: usize = 1024 * 1024;

/// What a server said that no honest one says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum TooMuch {
    #[error("a line of more than {LONGEST_LINE} bytes")]
    Line,
    #[error("a literal of {0} bytes")]
    Literal(u64),
}

/// The stream, and where in it we are.
#[derive(Debug)]
pub(super) struct Bounded<S> {
    stream: S,
    longest_literal: u64,
    /// Bytes of the literal that are still to come.
    literal: u64,
    /// Bytes of the present line.
    line: usize,
    /// The number in the braces that were opened last.
    number: Option<u64>,
    /// A brace has closed around it.
    closed: bool,
}

impl<S> Bounded<S> {
    pub(super) fn new(stream: S, longest_literal: u64) -> Self {
        Self { stream, longest_literal, literal: 0, line: 0, number: None, closed: false }
    }

    pub(super) fn into_inner(self) -> S {
        self.stream
    }

    /// Follows what came; `{n}` at a line's end announces a literal of n bytes.
    fn follow(&mut self, bytes: &[u8]) -> Result<(), TooMuch> {
        let mut rest = bytes;
        while let Some((&byte, after)) = rest.split_first() {
            if self.literal > 0 {
                let within = usize::try_from(self.literal).unwrap_or(usize::MAX).min(rest.len());
                self.literal -= within as u64;
                rest = &rest[within..];
                continue;
            }
            rest = after;
            self.line += 1;
            match byte {
                b'{' => (self.number, self.closed) = (Some(0), false),
                b'0'..=b'9' if !self.closed => {
                    self.number = self.number.map(|number| number.saturating_mul(10).saturating_add(u64::from(byte - b'0')));
                }
                b'}' => self.closed = self.number.is_some(),
                b'\r' if self.closed => {}
                b'\n' => {
                    let announced = self.number.take().filter(|_| self.closed).unwrap_or_default();
                    if announced > self.longest_literal {
                        return Err(TooMuch::Literal(announced));
                    }
                    (self.literal, self.line, self.closed) = (announced, 0, false);
                }
                _ => (self.number, self.closed) = (None, false),
            }
            if self.line > LONGEST_LINE {
                return Err(TooMuch::Line);
            }
        }
        Ok(())
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Bounded<S> {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(context, buffer))?;
        Poll::Ready(self.follow(&buffer.filled()[before..]).map_err(io::Error::other))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Bounded<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn followed(pieces: &[&[u8]]) -> Result<(), TooMuch> {
        let mut stream = Bounded::new((), 100);
        pieces.iter().try_for_each(|piece| stream.follow(piece))
    }

    #[test]
    fn a_literal_is_passed_over_however_it_is_cut_and_whatever_it_holds() {
        assert_eq!(followed(&[b"* 1 FETCH (BODY[] {1", b"2}\r", b"\n{999999}\r\n", b"ab)\r\n* OK {\r\n"]), Ok(()));
    }

    #[test]
    fn a_literal_larger_than_a_letter_is_refused_before_it_comes() {
        assert_eq!(followed(&[b"* 1 FETCH (BODY[] {101}\r\n"]), Err(TooMuch::Literal(101)));
        assert_eq!(followed(&[b"* 1 FETCH (BODY[] {99999999999999999999999}\r\n"]), Err(TooMuch::Literal(u64::MAX)));
    }

    #[test]
    fn a_line_without_end_is_refused() {
        assert_eq!(followed(&[&vec![b'x'; LONGEST_LINE], b"x"]), Err(TooMuch::Line));
    }
}
