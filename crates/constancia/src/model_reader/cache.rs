//! The model's answers on disk, beside the store: one question is asked once. Knows files and no statements.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::model_reader::answer;
use crate::output;

/// A folder of answers, each under the identity of its question.
pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// The folder that belongs to a store: `constancia.db.answers`.
    pub fn beside(store: &Path) -> Self {
        let mut folder = store.as_os_str().to_owned();
        folder.push(".answers");
        Self { folder: folder.into() }
    }

    /// The answer to the question of that identity. One that is damaged is none.
    pub fn get(&self, identity: &str) -> Option<String> {
        let answer = std::fs::read_to_string(self.file(identity)).ok()?;
        answer::proposals(&answer).is_some().then_some(answer)
    }

    /// Keeps an answer; after an interruption it is there whole or not at all.
    pub fn put(&self, identity: &str, answer: &str) -> Result<()> {
        match std::fs::create_dir(&self.folder) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(output::failed(&self.folder, &error).into()),
            _ => output::file(&self.file(identity), answer.as_bytes()),
        }
    }

    fn file(&self, identity: &str) -> PathBuf {
        self.folder.join(format!("{identity}.json"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_found_again_and_a_damaged_one_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::beside(&folder.path().join("a.db"));
        assert_eq!(cache.get("ab12"), None);
        let answer = r#"{"statements":[]}"#;
        cache.put("ab12", answer).unwrap();
        assert_eq!(cache.get("ab12").as_deref(), Some(answer));
        std::fs::write(folder.path().join("a.db.answers/ab12.json"), "{").unwrap();
        assert_eq!(cache.get("ab12"), None);
    }
}
