//! Which files the named paths mean. Reads folders, not files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::intake::problem::{Problem, Trouble};

/// The formats that are read, by the end of the file's name.
const FORMATS: [&str; 4] = ["txt", "md", "html", "htm"];

/// What is to be read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Standard input.
    StandardInput,
}

/// Everything that the paths mean: files in the order of their paths, each once, standard input last.
#[derive(Debug, Default)]
pub struct Found {
    /// What is to be read.
    pub sources: BTreeSet<Source>,
    /// What cannot be.
    pub troubles: Vec<Trouble>,
    /// Folders that were looked into, so that links cannot lead round in a circle.
    visited: BTreeSet<PathBuf>,
}

/// Finds what `paths` mean; `-` is standard input.
pub fn find(paths: &[PathBuf]) -> Found {
    let mut found = Found::default();
    for path in paths {
        if path.as_os_str() == "-" {
            found.sources.insert(Source::StandardInput);
        } else {
            found.named(path);
        }
    }
    found.troubles.sort_by(|one, other| one.file.cmp(&other.file));
    found
}

impl Found {
    fn named(&mut self, path: &Path) {
        match path.metadata() {
            Err(error) => self.troubles.push(Trouble::with(path, (&error).into())),
            Ok(metadata) if metadata.is_dir() => self.folder(path),
            Ok(metadata) if !metadata.is_file() => self.troubles.push(Trouble::with(path, Problem::NotAFile)),
            Ok(_) if is_read(path) => drop(self.sources.insert(Source::File(path.to_owned()))),
            Ok(_) => self.troubles.push(Trouble::with(path, Problem::OtherFormat)),
        }
    }

    fn folder(&mut self, folder: &Path) {
        let known = folder.canonicalize().is_ok_and(|canonical| !self.visited.insert(canonical));
        if known {
            return;
        }
        match folder.read_dir() {
            Err(error) => self.troubles.push(Trouble::with(folder, (&error).into())),
            Ok(entries) => entries.for_each(|entry| match entry {
                Ok(entry) => self.inside(&entry.path()),
                Err(error) => self.troubles.push(Trouble::with(folder, (&error).into())),
            }),
        }
    }

    /// Inside a folder, hidden things and other formats are passed over: nobody named them.
    fn inside(&mut self, path: &Path) {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if !hidden && (is_read(path) || path.is_dir()) {
            self.named(path);
        }
    }
}

fn is_read(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    FORMATS.iter().any(|format| extension.eq_ignore_ascii_case(format))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_read_in_order_without_what_nobody_named() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir_all(at("b/.git")).unwrap();
        for name in ["c.TXT", "a.md", "b/x.html", "b/.git/y.txt", ".z.txt", "a.meta.json", "d.pdf", "e.db"] {
            std::fs::write(at(name), "x").unwrap();
        }
        let found = find(&[folder.path().to_owned(), at("a.md"), "-".into()]);
        let expected = [Source::File(at("a.md")), Source::File(at("b/x.html")), Source::File(at("c.TXT"))];
        assert!(found.sources.into_iter().eq(expected.into_iter().chain([Source::StandardInput])));
        assert_eq!(found.troubles, []);
    }

    #[test]
    fn what_is_named_and_cannot_be_read_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("d.pdf"), "x").unwrap();
        let found = find(&[at("missing.txt"), at("d.pdf")]);
        let expected =
            [Trouble::with(&at("d.pdf"), Problem::OtherFormat), Trouble::with(&at("missing.txt"), Problem::Missing)];
        assert_eq!(found.troubles, expected);
        assert!(found.sources.is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn links_that_lead_round_in_a_circle_end() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.txt"), "x").unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).unwrap();
        assert_eq!(find(&[folder.path().to_owned()]).sources.len(), 1);
    }
}
