//! Whether the user wants to stop. The step under way is finished, so that nothing reported as read is lost.

use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Result;

use crate::failure::Failure;

static WANTED: AtomicBool = AtomicBool::new(false);

/// The exit code after an interruption, as shells expect it.
pub const EXIT_CODE: u8 = 130;

/// From now on an interruption is noted; a second one ends the program at once, which loses nothing either.
pub fn watch() -> Result<()> {
    let note = || {
        if WANTED.swap(true, Ordering::SeqCst) {
            std::process::exit(EXIT_CODE.into());
        }
    };
    ctrlc::set_handler(note).map_err(|_| Failure::plain("failure-signals").into())
}

/// Whether an interruption was noted.
pub fn wanted() -> bool {
    WANTED.load(Ordering::SeqCst)
}
