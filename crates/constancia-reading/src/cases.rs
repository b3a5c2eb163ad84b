//! The cases of `cases/<language>/<pattern>.txt`: texts with the statements that they must give, as data. Knows no rule.
//!
//! A file opens with what its pattern is and the kinds of statement that it looks at. A case is a name behind `==`, the
//! text, and behind `--` the lines that it must give, in any order; nothing there means that it must give nothing. A
//! case marked `[open]` is not read rightly yet: it must fail, so that a mended one cannot stay marked. With
//! `CONSTANCIA_MARKS=write` the marks are written anew instead, and the cases that opened or closed are told; with `show`
//! the open ones are told with what they miss and give too much.

use std::fs;
use std::path::{Path, PathBuf};

use constancia_model::Language;

use crate::testing::{Kind, PUBLISHED, read};

/// One case of a file.
struct Case {
    name: String,
    open: bool,
    text: String,
    expected: Vec<String>,
}

/// A file of cases about one pattern.
struct Pattern {
    path: PathBuf,
    kinds: Vec<Kind>,
    published: String,
    cases: Vec<Case>,
}

impl Pattern {
    fn read(path: PathBuf) -> Self {
        let text = fs::read_to_string(&path).expect("a file of cases is UTF-8");
        let mut parts = text.split("\n== ");
        let head = parts.next().unwrap_or_default();
        let stated = |key: &str| head.lines().find_map(|line| line.strip_prefix(key)).map(str::trim);
        let kinds = stated("kinds:").unwrap_or_else(|| panic!("{}: a line `kinds:` is missing", path.display()));
        let published = stated("published:").unwrap_or(PUBLISHED).to_owned();
        let cases = parts.map(|part| case(part, &path)).collect();
        Self { kinds: kinds.split_whitespace().map(kind).collect(), published, cases, path }
    }

    /// The cases that are not as they are marked, told.
    fn wrong(&self, language: &Language) -> Vec<String> {
        self.cases.iter().filter_map(|case| self.difference(language, case)).collect()
    }

    /// The file with the marks that its cases deserve; tells which of them changed.
    fn mark(&self, language: &Language) {
        let mut text = fs::read_to_string(&self.path).expect("a file of cases is UTF-8");
        for case in self.cases.iter().filter(|case| self.difference(language, case).is_some()) {
            let bare = case.name.trim_end_matches("[open]").trim_end();
            let (now, word) =
                if case.open { (bare.to_owned(), "closed") } else { (format!("{bare} [open]"), "OPENED") };
            println!("{word} {}: {bare}", self.path.display());
            text = text.replace(&format!("\n== {}\n", case.name), &format!("\n== {now}\n"));
        }
        fs::write(&self.path, text).expect("a file of cases can be written");
    }

    fn found(&self, language: &Language, case: &Case) -> Vec<String> {
        let lines = |kind: &Kind| read(language.clone(), *kind, &self.published, &case.text);
        let mut found: Vec<String> = self.kinds.iter().flat_map(lines).collect();
        found.sort();
        found
    }

    /// Tells what the open cases give instead of what they must.
    fn show_open(&self, language: &Language) {
        for case in self.cases.iter().filter(|case| case.open) {
            let found = self.found(language, case);
            let missed = case.expected.iter().filter(|line| !found.contains(line)).map(|line| format!("  - {line}"));
            let more = found.iter().filter(|line| !case.expected.contains(line)).map(|line| format!("  + {line}"));
            let told: Vec<String> = missed.chain(more).collect();
            println!("{}: {}\n{}\n{}\n", self.path.display(), case.name, case.text, told.join("\n"));
        }
    }

    fn difference(&self, language: &Language, case: &Case) -> Option<String> {
        let found = self.found(language, case);
        let place = format!("{}: {}", self.path.display(), case.name);
        match (found == case.expected, case.open) {
            (true, true) => Some(format!("{place}: is read rightly now; take the mark [open] away")),
            (false, false) => Some(format!("{place}\n  expected {:#?}\n  found {found:#?}", case.expected)),
            _ => None,
        }
    }
}

fn case(part: &str, path: &Path) -> Case {
    let (name, rest) = part.split_once('\n').unwrap_or((part, ""));
    let (text, lines) = rest
        .split_once("\n--\n")
        .or_else(|| rest.trim_end().strip_suffix("\n--").map(|text| (text, "")))
        .unwrap_or_else(|| panic!("{}: {name}: a line `--` is missing", path.display()));
    let mut expected: Vec<String> = lines.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect();
    expected.sort();
    let open = name.trim_end().ends_with("[open]");
    Case { name: name.trim().to_owned(), open, text: text.trim().to_owned(), expected }
}

fn kind(name: &str) -> Kind {
    match name {
        "status" => Kind::Status,
        "count" => Kind::Count,
        "utterance" => Kind::Utterance,
        "attribute" => Kind::Attribute,
        other => panic!("there is no kind {other}"),
    }
}

fn patterns(language: &Language) -> Vec<Pattern> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(language.code());
    let entries = fs::read_dir(folder).expect("the folder of cases");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("readable").path()).collect();
    paths.sort();
    paths.into_iter().map(Pattern::read).collect()
}

fn check(language: Language) {
    let patterns = patterns(&language);
    let cases = patterns.iter().flat_map(|p| &p.cases);
    let (open, all) = (cases.clone().filter(|c| c.open).count(), cases.count());
    println!("{}: {} of {all} cases are read rightly", language.code(), all - open);
    let wish = std::env::var("CONSTANCIA_MARKS").unwrap_or_default();
    if wish == "write" {
        patterns.iter().for_each(|pattern| pattern.mark(&language));
        return;
    }
    if wish == "show" {
        patterns.iter().for_each(|pattern| pattern.show_open(&language));
    }
    let wrong: Vec<String> = patterns.iter().flat_map(|p| p.wrong(&language)).collect();
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn english() {
    check(Language::English);
}

#[test]
fn spanish() {
    check(Language::Spanish);
}
