//! One request over HTTP: a body out, a reply in. Knows nothing of models and never tries twice.

use std::io::ErrorKind;
use std::time::Duration;

use ureq::http::Response;
use ureq::{Agent, Body, Error};

use crate::model_reader::asking::Reply;
use crate::model_reader::choice::{Key, ModelChoice};
use crate::model_reader::unanswered::Unanswered;

/// No reply is longer.
const LARGEST_REPLY: u64 = 8 * 1024 * 1024;

/// A way to one address.
pub struct Transport {
    agent: Agent,
    address: String,
    key: Option<Key>,
}

impl Transport {
    /// A way to the chosen endpoint. Opens no connection yet.
    pub fn to(choice: &ModelChoice, key: Option<Key>) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(choice.timeout))
            .http_status_as_error(false)
            // A report goes where the user said and nowhere else.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .build();
        Self { agent: config.into(), address: choice.address(), key }
    }

    /// Sends a body of JSON and waits for the whole reply.
    pub fn post(&self, body: &str) -> Result<Reply, Unanswered> {
        let request = self.agent.post(&self.address).header("content-type", "application/json");
        let request = match &self.key {
            Some(key) => request.header("authorization", key.header()),
            None => request,
        };
        request.send(body).and_then(whole).map_err(|error| unanswered(&error))
    }
}

fn whole(mut response: Response<Body>) -> Result<Reply, Error> {
    let seconds = response.headers().get("retry-after").and_then(|value| value.to_str().ok()?.trim().parse().ok());
    let body = response.body_mut().with_config().limit(LARGEST_REPLY).read_to_vec()?;
    Ok(Reply { status: response.status().as_u16(), retry_after: seconds.map(Duration::from_secs), body })
}

fn unanswered(error: &Error) -> Unanswered {
    match error {
        Error::Timeout(_) => Unanswered::TimedOut,
        Error::HostNotFound | Error::ConnectionFailed | Error::BadUri(_) | Error::InvalidProxyUrl => {
            Unanswered::Unreachable
        }
        Error::Tls(_) | Error::Rustls(_) => Unanswered::Insecure,
        Error::Io(error) => match error.kind() {
            ErrorKind::ConnectionRefused | ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable => {
                Unanswered::Unreachable
            }
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Unanswered::TimedOut,
            ErrorKind::InvalidData => Unanswered::Insecure,
            _ => Unanswered::Dropped,
        },
        _ => Unanswered::Dropped,
    }
}
