//! The requests under way: so many threads as requests may be open at once, questions in, answers out.
//!
//! The threads are left behind when the user stops the program: a request may take minutes, and losing it costs nothing.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::intake::interruption;
use crate::model_reader::asking::Asker;
use crate::model_reader::question::Question;
use crate::model_reader::unanswered::Unanswered;

/// How often the program looks whether the user wants to stop.
const LOOK_UP: Duration = Duration::from_millis(50);

/// What came of one question.
pub type Answered = Result<String, Unanswered>;

/// Threads that ask.
pub struct Workers {
    questions: Sender<(usize, Question)>,
    answers: Receiver<(usize, Answered)>,
    given_up: Arc<AtomicBool>,
}

impl Workers {
    /// Starts `number` threads; they end when this is dropped and their requests are over.
    pub fn start(asker: Asker, number: usize) -> Self {
        let (questions, inbox) = channel();
        let (outbox, answers) = channel();
        let given_up = Arc::new(AtomicBool::new(false));
        let (asker, inbox) = (Arc::new(asker), Arc::new(Mutex::new(inbox)));
        for _ in 0..number {
            let (asker, inbox, outbox) = (Arc::clone(&asker), Arc::clone(&inbox), outbox.clone());
            let given_up = Arc::clone(&given_up);
            thread::spawn(move || work(&asker, &inbox, &outbox, &given_up));
        }
        Self { questions, answers, given_up }
    }

    /// Puts a question in line, under a number of the caller's.
    pub fn ask(&self, number: usize, question: Question) {
        // Fails only when every thread is gone; then no answer comes either, which is noticed there.
        let _gone = self.questions.send((number, question));
    }

    /// The next answer that comes; `None` when the user wants to stop, or nobody is left to answer.
    pub fn next(&self) -> Option<(usize, Answered)> {
        loop {
            if interruption::wanted() {
                return None;
            }
            match self.answers.recv_timeout(LOOK_UP) {
                Ok(answered) => return Some(answered),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
    }

    /// From now on nothing more is asked; questions in line come back as not asked.
    pub fn give_up(&self) {
        self.given_up.store(true, Ordering::SeqCst);
    }
}

fn work(
    asker: &Asker,
    inbox: &Mutex<Receiver<(usize, Question)>>,
    outbox: &Sender<(usize, Answered)>,
    given_up: &AtomicBool,
) {
    loop {
        let next = inbox.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, question)) = next else { return };
        let answered = if given_up.load(Ordering::SeqCst) { Err(Unanswered::NotAsked) } else { asker.ask(&question) };
        if outbox.send((number, answered)).is_err() {
            return;
        }
    }
}
