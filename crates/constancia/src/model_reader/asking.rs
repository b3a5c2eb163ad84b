//! One question with its retries: how often, how long between, and what is given up at once.

use std::sync::{Mutex, PoisonError};
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
    /// The form that the server was found to take.
    form: Mutex<Form>,
}

impl Asker {
    /// Asks `model` over `transport`.
    pub fn new(transport: Transport, model: &str) -> Self {
        Self { transport, model: model.to_owned(), form: Mutex::new(Form { schema: true, steady: true }) }
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

    /// One attempt; where the server refuses the form of the question, a request in a simpler form.
    fn attempt(&self, question: &Question, attempt: u32) -> Result<Reply, Unanswered> {
        let mut form = *self.form.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let reply = self.transport.post(&question.body(&self.model, form, attempt))?;
            match simpler(form, &reply) {
                Some(next) => form = next,
                None => {
                    if reply.status == 200 {
                        *self.form.lock().unwrap_or_else(PoisonError::into_inner) = form;
                    }
                    return Ok(reply);
                }
            }
        }
    }
}

/// The form to try after a refusal: without a fixed temperature and seed where the server speaks of them, else without
/// the schema.
fn simpler(form: Form, reply: &Reply) -> Option<Form> {
    if !matches!(reply.status, 400 | 422) {
        return None;
    }
    let complaint = String::from_utf8_lossy(&reply.body);
    let unsteady = form.steady && ["temperature", "seed"].iter().any(|word| complaint.contains(word));
    match form {
        _ if unsteady => Some(Form { steady: false, ..form }),
        Form { schema: true, .. } => Some(Form { schema: false, ..form }),
        _ => None,
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
