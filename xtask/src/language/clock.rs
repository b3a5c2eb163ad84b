//! Seconds that this thread has been at work, so that what else runs on the machine counts little.

use std::time::Instant;

/// Begun at some moment.
pub struct Clock {
    begun: Instant,
    worked: Option<f64>,
}

impl Clock {
    pub fn start() -> Self {
        Self { begun: Instant::now(), worked: worked() }
    }

    /// Seconds at work since then; where the system does not tell, seconds on the wall.
    pub fn seconds(&self) -> f64 {
        match (self.worked, worked()) {
            (Some(then), Some(now)) => now - then,
            _ => self.begun.elapsed().as_secs_f64(),
        }
    }
}

/// What Linux says of the thread: nanoseconds at work come first.
fn worked() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(told.split(' ').next()?.parse::<u64>().ok()? as f64 / 1e9)
}
