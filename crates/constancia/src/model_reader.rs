//! The optional second reader: a model behind an endpoint that speaks the chat protocol of OpenAI.
//!
//! The only place of the product that opens a connection, and only when the user names an endpoint. A report goes out as
//! fenced data, and what comes back is JSON of one shape or nothing: it can cause no action. What of it becomes a
//! statement is decided by `constancia_reading::proposed`, which must find the words in the report.
//!
//! `choice` is what the user asked for, `question` what is asked, `transport` one request, `asking` a question with its
//! retries, `answer` what a reply may be, `cache` the answers on disk, `workers` the requests under way, `sitting` the
//! reports of one run.

// Without an HTTP client nothing is answered, so that what deals with answers is never used.
#![cfg_attr(not(feature = "model-reader"), allow(dead_code))]

mod answer;
mod asking;
mod cache;
mod choice;
mod question;
mod sitting;
#[cfg(feature = "model-reader")]
mod transport;
#[cfg(not(feature = "model-reader"))]
#[path = "model_reader/no_transport.rs"]
mod transport;
mod unanswered;
mod workers;

pub use cache::Cache;
pub use choice::{Key, ModelChoice};
pub use sitting::{Outcome, Sitting};
