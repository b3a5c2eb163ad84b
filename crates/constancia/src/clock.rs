//! The only place that asks what time it is. Everything else gets the time as an argument.

use anyhow::Result;
use jiff::Timestamp;

use crate::failure::Failure;

/// The time now, UTC, RFC 3339 to the second. `CONSTANCIA_NOW` (RFC 3339) stands in for the clock where a run must be
/// repeatable to the byte; anything else in it is an error, so that no ledger gets a time nobody meant.
pub fn now() -> Result<String> {
    let time = match std::env::var("CONSTANCIA_NOW") {
        Ok(text) => text.parse::<Timestamp>().map_err(|_| Failure::with("failure-clock", "value", &text))?,
        Err(_) => Timestamp::now(),
    };
    Ok(time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}
