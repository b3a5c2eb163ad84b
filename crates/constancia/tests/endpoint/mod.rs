//! A server that speaks the chat protocol over HTTP/1.1 on a port of its own and answers as a test wants it to.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use serde_json::{Value, json};

/// A request as it came.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The first line.
    pub line: String,
    /// The value of `authorization`; empty where there is none.
    pub authorization: String,
    /// The body.
    pub body: Value,
}

impl Asked {
    /// The part of the question that holds the report.
    pub fn report(&self) -> &str {
        self.body["messages"][1]["content"].as_str().unwrap()
    }

    /// How the answer's shape is asked for.
    pub fn form(&self) -> &str {
        self.body["response_format"]["type"].as_str().unwrap()
    }
}

/// What the server does with a request.
#[derive(Debug, Clone)]
pub enum Does {
    /// Answers with these statements.
    Proposes(Value),
    /// Answers with these words of a model.
    Says(String),
    /// Answers with a status and further header lines.
    Fails(u16, &'static str),
    /// Answers that the question is wrong, with these words.
    Complains(&'static str),
    /// Never answers.
    Hangs,
    /// Begins an answer and never ends it.
    HangsHalfway,
    /// Ends the connection without an answer.
    HangsUp,
    /// Ends the connection in the middle of the answer.
    HangsUpHalfway,
}

/// A running server.
pub struct Endpoint {
    /// Its address.
    pub address: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Endpoint {
    /// A server that does with each request what `does` says; the first request has number 0.
    pub fn that(does: impl Fn(usize, &Asked) -> Does + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/v1", listener.local_addr().unwrap());
        let asked: Arc<Mutex<Vec<Asked>>> = Arc::default();
        let (seen, does) = (Arc::clone(&asked), Arc::new(does));
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (seen, does) = (Arc::clone(&seen), Arc::clone(&does));
                thread::spawn(move || serve(stream.unwrap(), &seen, &*does));
            }
        });
        Self { address, asked }
    }

    /// An address at which nobody listens.
    pub fn nobody_at() -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}/v1", listener.local_addr().unwrap())
    }

    /// A server that proposes the same statements about every report.
    pub fn that_proposes(statements: Value) -> Self {
        Self::that(move |_, _| Does::Proposes(statements.clone()))
    }

    /// Every request so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

fn serve(mut stream: TcpStream, seen: &Mutex<Vec<Asked>>, does: &dyn Fn(usize, &Asked) -> Does) {
    // What is no request of HTTP, such as a greeting of TLS, gets no answer.
    let Some(asked) = read(&stream) else { return };
    let number = {
        let mut seen = seen.lock().unwrap();
        seen.push(asked.clone());
        seen.len() - 1
    };
    // A client that gave up is no fault of the server.
    let _gone = match does(number, &asked) {
        Does::Proposes(statements) => stream.write_all(&answer(&json!({ "statements": statements }).to_string())),
        Does::Says(words) => stream.write_all(&answer(&words)),
        Does::Fails(status, headers) => {
            let head = format!("HTTP/1.1 {status} No\r\n{headers}content-length: 2\r\nconnection: close\r\n\r\n{{}}");
            stream.write_all(head.as_bytes())
        }
        Does::Complains(words) => {
            let head = "HTTP/1.1 400 Bad Request\r\nconnection: close";
            let whole = format!("{head}\r\ncontent-length: {}\r\n\r\n{words}", words.len());
            stream.write_all(whole.as_bytes())
        }
        Does::Hangs => hang(&mut stream, b""),
        Does::HangsHalfway => hang(&mut stream, &half()),
        Does::HangsUp => Ok(()),
        Does::HangsUpHalfway => stream.write_all(&half()),
    };
}

fn read(stream: &TcpStream) -> Option<Asked> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let (mut length, mut authorization) = (0, String::new());
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        let Some((name, value)) = header.trim_end().split_once(": ") else { break };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.parse().unwrap(),
            "authorization" => authorization = value.to_owned(),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(Asked { line, authorization, body: serde_json::from_slice(&body).ok()? })
}

fn answer(content: &str) -> Vec<u8> {
    let message = json!({"role": "assistant", "content": content});
    let body = json!({"id": "1", "object": "chat.completion",
                      "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]})
    .to_string();
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close";
    format!("{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

fn half() -> Vec<u8> {
    let whole = answer(r#"{"statements": []}"#);
    whole[..whole.len() / 2 + 40].to_vec()
}

/// Sends some bytes and waits until the other side goes away.
fn hang(stream: &mut TcpStream, bytes: &[u8]) -> std::io::Result<()> {
    stream.write_all(bytes)?;
    stream.read_to_end(&mut Vec::new()).map(|_| ())
}
