//! A relay for tests: plain SMTP on loopback that keeps what it took, and dies where it is told to.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// Where a relay dies with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Death {
    /// It lives.
    None,
    /// After the final dot, before an answer; it had kept the message.
    AfterDataTaken,
    /// The same, but the message is lost with it.
    AfterDataLost,
    /// Right after its 250.
    AfterAnswer,
    /// It is busy: come again.
    Busy,
}

/// What the relay has seen.
#[derive(Debug, Default, Clone)]
pub(crate) struct Seen {
    /// Message-IDs of messages it keeps, one for each time.
    pub(crate) taken: Vec<String>,
    /// Deaths with a message in hand, and busy answers.
    pub(crate) deaths: usize,
}

/// A relay, until the test ends.
pub(crate) struct Relay {
    pub(crate) url: String,
    seen: Arc<Mutex<Seen>>,
}

impl Relay {
    /// Starts one that asks `fate` how each message ends.
    pub(crate) fn start(fate: impl Fn() -> Death + Clone + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("smtp://{}", listener.local_addr().expect("an address"));
        let seen: Arc<Mutex<Seen>> = Arc::default();
        let keeps = Arc::clone(&seen);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (keeps, fate) = (Arc::clone(&keeps), fate.clone());
                // A client that is killed breaks its connection: that ends the thread, and is no fault of the relay's.
                std::thread::spawn(move || stream.and_then(|stream| serve(&stream, &keeps, &fate)).ok());
            }
        });
        Self { url, seen }
    }

    pub(crate) fn seen(&self) -> Seen {
        self.seen.lock().expect("no thread panicked").clone()
    }
}

fn serve(stream: &TcpStream, seen: &Mutex<Seen>, fate: &impl Fn() -> Death) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut write = stream;
    let mut lines = BufReader::new(stream).lines();
    write.write_all(b"220 relay.example.org\r\n")?;
    while let Some(line) = lines.next() {
        let line = line?;
        if !line.eq_ignore_ascii_case("DATA") {
            let answer = if line.eq_ignore_ascii_case("QUIT") { "221 bye" } else { "250 ok" };
            write.write_all(format!("{answer}\r\n").as_bytes())?;
            continue;
        }
        write.write_all(b"354 go on\r\n")?;
        let mut id = String::new();
        for line in lines.by_ref() {
            let line = line?;
            if line == "." {
                break;
            }
            if let Some(value) = line.strip_prefix("Message-ID:").filter(|_| id.is_empty()) {
                value.trim().clone_into(&mut id);
            }
        }
        if id.is_empty() {
            // The client died within the message.
            return Ok(());
        }
        let fate = fate();
        let mut seen = seen.lock().expect("no thread panicked");
        seen.deaths += usize::from(fate != Death::None);
        if !matches!(fate, Death::AfterDataLost | Death::Busy) {
            seen.taken.push(id);
        }
        drop(seen);
        match fate {
            Death::AfterDataTaken | Death::AfterDataLost => return stream.shutdown(std::net::Shutdown::Both),
            Death::Busy => write.write_all(b"451 4.3.2 busy, come again\r\n")?,
            Death::None | Death::AfterAnswer => write.write_all(b"250 2.0.0 kept\r\n")?,
        }
        if fate == Death::AfterAnswer {
            return stream.shutdown(std::net::Shutdown::Both);
        }
    }
    Ok(())
}
