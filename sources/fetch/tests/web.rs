//! A web of as many hosts as a test likes, on loopback, speaking raw HTTP/1.1; it notes down all that it is asked.
//! Also a module of the project's own tests (`tests/main.rs`): it must not know this crate.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use url::Url;

/// One request as it came.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    /// The real address, such as `https://cities.example/calls`.
    pub(crate) url: String,
    pub(crate) method: String,
    /// By lower-case name.
    pub(crate) headers: HashMap<String, String>,
    pub(crate) body: String,
    pub(crate) at: Instant,
    pub(crate) answered: Instant,
}

/// What the web does about a request.
pub(crate) enum Reply {
    /// Sends these bytes and hangs up.
    Whole(Vec<u8>),
    /// Sends these bytes, then one more every 20 ms, for ever.
    Trickle(Vec<u8>),
    /// Sends these bytes, then as many more as are taken.
    Flood(Vec<u8>),
    /// Waits before it sends these bytes.
    Late(Duration, Vec<u8>),
}

/// A status line, headers, and a body with its true length.
pub(crate) fn reply(status: u16, headers: &[&str], body: impl AsRef<[u8]>) -> Reply {
    let body = body.as_ref();
    let mut bytes = head(status, &[headers, &[&format!("Content-Length: {}", body.len())]].concat());
    bytes.extend_from_slice(body);
    Reply::Whole(bytes)
}

/// A page of HTML.
pub(crate) fn html(body: &str) -> Reply {
    reply(200, &["Content-Type: text/html; charset=utf-8"], body)
}

pub(crate) fn redirect(status: u16, to: &str) -> Reply {
    reply(status, &[&format!("Location: {to}")], "")
}

/// The bytes before a body.
pub(crate) fn head(status: u16, headers: &[&str]) -> Vec<u8> {
    format!("HTTP/1.1 {status} Said\r\nConnection: close\r\n{}\r\n\r\n", headers.join("\r\n")).into_bytes()
}

/// What a host says of its own rules, which is asked beside the pages.
fn is_rules(url: &str) -> bool {
    url.ends_with("/robots.txt") || url.ends_with("/.well-known/tdmrep.json")
}

/// The web.
pub(crate) struct Web {
    gateway: Url,
    asked: Arc<Mutex<Vec<Asked>>>,
    most_at_once: Arc<AtomicUsize>,
}

impl Web {
    /// A web where `answer` gives the reply to an address that has been asked so many times before; no host has a robots.txt.
    pub(crate) async fn of(answer: impl Fn(&str, usize) -> Reply + Send + Sync + 'static) -> Self {
        Self::with_robots(move |url, before| if url.ends_with("/robots.txt") { reply(404, &[], "") } else { answer(url, before) })
            .await
    }

    /// The same, with `answer` asked for robots.txt too.
    pub(crate) async fn with_robots(answer: impl Fn(&str, usize) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let gateway = format!("http://{}", listener.local_addr().expect("an address")).parse().expect("an address");
        let (asked, answer) = (Arc::<Mutex<Vec<Asked>>>::default(), Arc::new(answer));
        let (now_open, most_at_once) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let web = Self { gateway, asked: Arc::clone(&asked), most_at_once: Arc::clone(&most_at_once) };
        tokio::spawn(async move {
            while let Ok((mut socket, _)) = listener.accept().await {
                let (asked, answer) = (Arc::clone(&asked), Arc::clone(&answer));
                let (now_open, most_at_once) = (Arc::clone(&now_open), Arc::clone(&most_at_once));
                tokio::spawn(async move {
                    let Some(request) = read(&mut socket).await else { return };
                    most_at_once.fetch_max(now_open.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    let (reply, number) = {
                        let mut asked = asked.lock().expect("no test panicked with it");
                        let before = asked.iter().filter(|earlier| earlier.url == request.url).count();
                        let reply = answer(&request.url, before);
                        asked.push(request);
                        (reply, asked.len() - 1)
                    };
                    send(&mut socket, reply, || {
                        now_open.fetch_sub(1, Ordering::SeqCst);
                        asked.lock().expect("no test panicked with it")[number].answered = Instant::now();
                    })
                    .await;
                });
            }
        });
        web
    }

    /// Its address, for the gateway setting.
    pub(crate) fn gateway(&self) -> &Url {
        &self.gateway
    }

    /// The addresses asked so far, in order, without what a host says of its rules (robots.txt, its reservation of rights).
    pub(crate) fn pages_asked(&self) -> Vec<String> {
        self.log().into_iter().map(|asked| asked.url).filter(|url| !is_rules(url)).collect()
    }

    pub(crate) fn log(&self) -> Vec<Asked> {
        self.asked.lock().expect("no test panicked with it").clone()
    }

    pub(crate) fn most_at_once(&self) -> usize {
        self.most_at_once.load(Ordering::SeqCst)
    }
}

async fn read(socket: &mut TcpStream) -> Option<Asked> {
    let (mut bytes, mut piece) = (Vec::new(), [0; 4096]);
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
        match socket.read(&mut piece).await {
            Ok(count) if count > 0 => bytes.extend_from_slice(&piece[..count]),
            _ => return None,
        }
    };
    let text = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = text.split("\r\n");
    let mut first = lines.next()?.split(' ');
    let (method, target) = (first.next()?.to_owned(), first.next()?);
    let headers: HashMap<_, _> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let length = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = bytes.split_off(end + 4);
    while body.len() < length {
        match socket.read(&mut piece).await {
            Ok(count) if count > 0 => body.extend_from_slice(&piece[..count]),
            _ => return None,
        }
    }
    let url = target.strip_prefix('/')?.replacen('/', "://", 1);
    let at = Instant::now();
    Some(Asked { url, method, headers, body: String::from_utf8_lossy(&body).into_owned(), at, answered: at })
}

/// Whoever is read to the end, or hung up on, is done.
async fn send(socket: &mut TcpStream, reply: Reply, done: impl FnOnce()) {
    match reply {
        Reply::Whole(bytes) => {
            done(); // before the last byte leaves, lest the next request overtake the note
            let _ = socket.write_all(&bytes).await;
        }
        Reply::Late(wait, bytes) => {
            tokio::time::sleep(wait).await;
            done();
            let _ = socket.write_all(&bytes).await;
        }
        Reply::Trickle(bytes) => {
            let mut alive = socket.write_all(&bytes).await.is_ok();
            while alive {
                tokio::time::sleep(Duration::from_millis(20)).await;
                alive = socket.write_all(b"x").await.is_ok();
            }
            done();
        }
        Reply::Flood(bytes) => {
            let mut alive = socket.write_all(&bytes).await.is_ok();
            while alive {
                alive = socket.write_all(&[b'x'; 8192]).await.is_ok();
            }
            done();
        }
    }
}
