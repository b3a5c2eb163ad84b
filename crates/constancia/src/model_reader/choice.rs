//! What the user asked for: which model, where, and with which key. Opens no connection.

use std::fmt;
use std::time::Duration;

use crate::failure::Failure;

/// A model and how to reach it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelChoice {
    /// The address under which `chat/completions` stands: `http://localhost:11434/v1`.
    pub endpoint: String,
    /// The model's name there.
    pub model: String,
    /// The environment variable that holds the key, where one is needed.
    pub key_variable: Option<String>,
    /// How many requests may be under way at once.
    pub concurrency: usize,
    /// How long one request may take.
    pub timeout: Duration,
}

/// A key. It is sent and never shown or stored.
#[derive(Clone)]
pub struct Key(String);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

impl Key {
    /// The header that carries it.
    pub fn header(&self) -> String {
        format!("Bearer {}", self.0)
    }
}

impl ModelChoice {
    /// Whether an address can be an endpoint: HTTP, and without a key or a query in it.
    pub fn is_endpoint(address: &str) -> bool {
        let host = ["http://", "https://"].iter().find_map(|scheme| address.strip_prefix(scheme));
        let plain =
            |rest: &str| !rest.is_empty() && !rest.starts_with('/') && rest.chars().all(|c| c.is_ascii_graphic());
        host.is_some_and(|rest| plain(rest) && !rest.contains(['@', '?', '#']))
    }

    /// Where questions go.
    pub fn address(&self) -> String {
        let base = self.endpoint.trim_end_matches('/');
        let base = base.strip_suffix("/chat/completions").unwrap_or(base);
        format!("{base}/chat/completions")
    }

    /// The key from the environment; `None` where no variable is named.
    ///
    /// # Errors
    /// The variable is not there, is empty, or holds what no key can be.
    pub fn key(&self) -> Result<Option<Key>, Failure> {
        let Some(variable) = &self.key_variable else { return Ok(None) };
        let value = std::env::var(variable).unwrap_or_default();
        let value = value.trim();
        if value.is_empty() || !value.chars().all(|letter| letter.is_ascii_graphic()) {
            return Err(Failure::with("failure-no-key", "variable", variable));
        }
        Ok(Some(Key(value.to_owned())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endpoint_is_an_address_without_secrets() {
        for (address, is) in [
            ("http://localhost:11434/v1", true),
            ("https://models.example/v1/", true),
            ("localhost:11434", false),
            ("ftp://models.example", false),
            ("http://", false),
            ("https://user:secret@models.example/v1", false),
            ("https://models.example/v1?key=secret", false),
            ("https://models.example/v 1", false),
        ] {
            assert_eq!(ModelChoice::is_endpoint(address), is, "{address}");
        }
    }

    #[test]
    fn questions_go_to_one_address_however_it_is_written() {
        for endpoint in ["http://x/v1", "http://x/v1/", "http://x/v1/chat/completions"] {
            let choice = ModelChoice {
                endpoint: endpoint.into(),
                model: String::new(),
                key_variable: None,
                concurrency: 1,
                timeout: Duration::ZERO,
            };
            assert_eq!(choice.address(), "http://x/v1/chat/completions");
        }
    }

    #[test]
    fn a_key_is_not_shown() {
        assert_eq!(format!("{:?}", Key("secret".into())), "Key");
    }
}
