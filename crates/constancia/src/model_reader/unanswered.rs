//! Why a report has no answer from the model, and what that means for the others.

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unanswered {
    /// Nobody listens there, or the name is not known.
    Unreachable,
    /// The connection cannot be made secure.
    Insecure,
    /// It took longer than allowed.
    TimedOut,
    /// The connection ended before the answer did.
    Dropped,
    /// It is busy or failing, and still was at the last attempt; its status.
    Busy(u16),
    /// It does not take the key; its status.
    KeyRefused(u16),
    /// It does not know the address or the model.
    NotThere,
    /// It refuses the question; its status.
    Rejected(u16),
    /// It sends the question elsewhere, where nobody said that it may go.
    Redirected(u16),
    /// What it answered was no usable JSON.
    NoJson,
    /// It was not asked: the endpoint had failed before.
    NotAsked,
}

impl Unanswered {
    /// The name in the catalogue.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Insecure => "insecure",
            Self::TimedOut => "timed-out",
            Self::Dropped => "dropped",
            Self::Busy(_) => "busy",
            Self::KeyRefused(_) => "key-refused",
            Self::NotThere => "not-there",
            Self::Rejected(_) => "rejected",
            Self::Redirected(_) => "redirected",
            Self::NoJson => "no-json",
            Self::NotAsked => "not-asked",
        }
    }

    /// The status of the last reply, where there was one.
    pub fn status(self) -> Option<u16> {
        match self {
            Self::Busy(status) | Self::KeyRefused(status) | Self::Rejected(status) | Self::Redirected(status) => {
                Some(status)
            }
            Self::NotThere => Some(404),
            _ => None,
        }
    }

    /// Whether another attempt may go better.
    pub fn may_pass(self) -> bool {
        matches!(self, Self::Unreachable | Self::TimedOut | Self::Dropped | Self::Busy(_) | Self::NoJson)
    }

    /// Whether every other report would meet the same.
    pub fn concerns_all(self) -> bool {
        matches!(self, Self::Unreachable | Self::Insecure | Self::KeyRefused(_) | Self::NotThere | Self::Redirected(_))
    }
}
