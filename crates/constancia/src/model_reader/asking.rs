//! One question with its retries: how often, how long between, and what is given up at once.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

use crate::model_reader::answer;
use crate::model_reader::question::{Form, Question};
use crate::model_reader::transport::Transport;
use crate::model_reader::unanswered::Unanswered;

/// So often is a question asked before it is given up.
const ATTEMPTS: u32 = 4;

/// How long to wait after the first attempt; twice as long after each further one.
const FIRST_WAIT: Duration = Duration::from_millis(250);

/// A server that wants to be left alone for longer is asked again by another run.
const LONGEST_WAIT: Duration = Duration::from_secs(120);

/// What came back.
pub struct Reply {
    /// The status of HTTP.
    pub status: u16,
    /// How long to wait before asking again, where the server says so.
    pub retry_after: Option<Duration>,
    /// The body.
    pub body: Vec<u8>,
}

/// Asks one model.
pub struct Asker {
    transport: Transport,
    model: String,
    /// Whether the server was found to know no schemas.
    without_schema: AtomicBool,
}

impl Asker {
    /// Asks `model` over `transport`.
    pub fn new(transport: Transport, model: &str) -> Self {
        Self { transport, model: model.to_owned(), without_schema: AtomicBool::new(false) }
    }

    /// The model's answer, as it wrote it; it has the shape of one.
    pub fn ask(&self, question: &Question) -> Result<String, Unanswered> {
        let mut attempt = 0;
        loop {
            let (failed, wait) = match self.attempt(question, attempt) {
                Ok(reply) => match judge(&reply) {
                    Ok(answer) => return Ok(answer),
                    Err(failed) => (failed, reply.retry_after),
                },
                Err(failed) => (failed, None),
            };
            attempt += 1;
            let wait = wait.unwrap_or(FIRST_WAIT * 2_u32.pow(attempt - 1));
            if attempt == ATTEMPTS || !failed.may_pass() || wait > LONGEST_WAIT {
                return Err(failed);
            }
            sleep(wait);
        }
    }

    /// One attempt; where the server refuses to be given a schema, a second request without it.
    fn attempt(&self, question: &Question, attempt: u32) -> Result<Reply, Unanswered> {
        let post = |form| self.transport.post(&question.body(&self.model, form, attempt));
        if self.without_schema.load(Ordering::Relaxed) {
            return post(Form::Object);
        }
        let reply = post(Form::Schema)?;
        if reply.status != 400 {
            return Ok(reply);
        }
        let plain = post(Form::Object)?;
        if plain.status == 200 {
            self.without_schema.store(true, Ordering::Relaxed);
        }
        Ok(plain)
    }
}

fn judge(reply: &Reply) -> Result<String, Unanswered> {
    match reply.status {
        200 => answer::in_reply(&reply.body).ok_or(Unanswered::NoJson),
        status @ (408 | 425 | 429 | 500..) => Err(Unanswered::Busy(status)),
        status @ (401 | 403 | 407) => Err(Unanswered::KeyRefused(status)),
        404 => Err(Unanswered::NotThere),
        status @ 300..=399 => Err(Unanswered::Redirected(status)),
        status => Err(Unanswered::Rejected(status)),
    }
}
