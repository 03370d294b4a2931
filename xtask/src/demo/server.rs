//! A small server of static files on the loopback address.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::thread::{self, JoinHandle};

use crate::Result;

/// A server that runs until the program ends.
pub struct Server {
    pub address: String,
    thread: JoinHandle<()>,
}

impl Server {
    /// Waits until the server stops, which it only does with the program.
    pub fn wait(self) -> Result<bool> {
        self.thread.join().map(|()| true).map_err(|_| "the server stopped".into())
    }
}

/// Serves a folder at the port, or the next one that is free.
pub fn start(folder: PathBuf, port: u16) -> Result<Server> {
    let last = port.saturating_add(20);
    let listener = (port..=last).find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok());
    let listener = listener.ok_or_else(|| format!("no free port from {port} to {last}"))?;
    let port = listener.local_addr().map_err(|error| error.to_string())?.port();
    let thread = thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folder = folder.clone();
            // A browser that closes a connection early is no concern of ours.
            thread::spawn(move || answer(&folder, stream).ok());
        }
    });
    Ok(Server { address: format!("http://localhost:{port}/"), thread })
}

fn answer(folder: &Path, mut stream: TcpStream) -> std::io::Result<()> {
    let mut request = String::new();
    let mut reader = BufReader::new(stream.try_clone()?);
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let path = request.split(' ').nth(1).unwrap_or("/");
    let file = locate(folder, path).and_then(|it| Some((kind(&it), std::fs::read(it).ok()?)));
    let (status, kind, body) = match file {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain; charset=utf-8", b"not found".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}

/// The file a request path names; none outside the folder. A folder's file is its index page.
fn locate(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = decode(path.split(['?', '#']).next()?)?;
    let relative = Path::new(path.trim_start_matches('/'));
    if !relative.components().all(|it| matches!(it, Component::Normal(_))) {
        return None;
    }
    let file = folder.join(relative);
    let file = if file.is_dir() { file.join("index.html") } else { file };
    file.is_file().then_some(file)
}

fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|it| it.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_folder_are_served() {
        let folder = std::env::temp_dir().join(format!("radar-server-{}", std::process::id()));
        crate::files::write(&folder.join("a b/index.html"), "hello").unwrap();
        assert_eq!(locate(&folder, "/a%20b/?x=1"), Some(folder.join("a b/index.html")));
        for path in ["/../etc/passwd", "/%2e%2e/x", "/missing", "/a%zz"] {
            assert_eq!(locate(&folder, path), None, "{path}");
        }
        crate::files::remove(&folder).unwrap();
    }

    #[test]
    fn a_browser_gets_the_file_and_its_kind() {
        use std::io::Read;
        let folder = std::env::temp_dir().join(format!("radar-served-{}", std::process::id()));
        crate::files::write(&folder.join("x.wasm"), "abc").unwrap();
        let server = start(folder.clone(), 41_800).unwrap();
        let host = server.address.trim_start_matches("http://").trim_end_matches('/').replace("localhost", "127.0.0.1");
        let mut stream = TcpStream::connect(host).unwrap();
        stream.write_all(b"GET /x.wasm HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(
            answer.starts_with("HTTP/1.1 200 OK\r\nContent-Type: application/wasm") && answer.ends_with("abc"),
            "{answer}"
        );
        crate::files::remove(&folder).unwrap();
    }
}
