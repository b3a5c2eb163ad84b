//! Title, byline and outlet of a report where nothing but its own lines tells them. Must not know what events mean.

use std::sync::LazyLock;

use constancia_model::NoiseKind;
use regex::Regex;

use crate::lines::Document;
use crate::metadata::{self, Metadata};
use crate::noise;

/// The longest headline, in characters.
const LONGEST_HEADLINE: usize = 160;

/// The agency in brackets that ends a dateline: "VALENCIA, 16 March (Agency) —".
static AGENCY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\p{Lu}[^()\n]{2,80}\((?P<agency>\p{Lu}[^()\n]{1,40})\)\s?\.?\s?[—–-]").expect("a constant pattern")
});

static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:[•·*-]\s*)?(?:(?:by|por|author|autora?|writer|escrito por|written by|texto|story by|cobertura|redacción)\b:?\s+)(?:(?:el|la) compañer[oa] )?(?P<name>[^|·•]{2,80})")
        .expect("a constant pattern")
});

static HANDLE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(?P<name>\S.{1,60}?)\s\(?@[\w.]+").expect("a constant pattern"));

/// What the lines themselves tell, given which of them are noise.
pub(crate) fn read(document: &Document, verdicts: &[Option<NoiseKind>]) -> Metadata {
    Metadata {
        title: headline(document, verdicts),
        byline: byline(document, verdicts),
        outlet: outlet(document, verdicts),
        ..Metadata::default()
    }
}

/// The first kept line, where it is short and does not end as a sentence, or has an empty line behind it.
fn headline(document: &Document, verdicts: &[Option<NoiseKind>]) -> Option<String> {
    let kept = |index: &usize| verdicts[*index].is_none() && !document.words(&document.lines[*index]).is_empty();
    let first = (0..document.lines.len()).find(kept)?;
    let another = (first + 1..document.lines.len()).any(|index| kept(&index));
    let words = document.words(&document.lines[first]);
    let short = words.chars().count() <= LONGEST_HEADLINE && !words.ends_with(['.', ',', ';']);
    (short && another).then(|| metadata::words(words)).flatten()
}

fn byline(document: &Document, verdicts: &[Option<NoiseKind>]) -> Option<String> {
    let dropped = with_noise(document, verdicts, &[NoiseKind::Byline, NoiseKind::Masthead]);
    let signed = dropped.into_iter().find_map(credited);
    signed.or_else(|| agency(document, verdicts))
}

/// The name in "By NAME | …", wherever in the line it begins.
fn credited(words: &str) -> Option<String> {
    words.split(['|', '·']).find_map(|part| {
        let name = CREDIT.captures(part.trim())?.name("name")?.as_str();
        metadata::words(name.trim_matches(['.', ',', ' ', '—', '–', '-', '/']))
    })
}

fn agency(document: &Document, verdicts: &[Option<NoiseKind>]) -> Option<String> {
    let kept = document.lines.iter().zip(verdicts).filter(|(_, verdict)| verdict.is_none());
    let mut opening = kept.map(|(line, _)| document.words(line)).filter(|words| !words.is_empty()).take(4);
    opening.find_map(|words| metadata::words(AGENCY.captures(words)?.name("agency")?.as_str()))
}

/// The owner of the rights, else the banner, else whose account it is.
fn outlet(document: &Document, verdicts: &[Option<NoiseKind>]) -> Option<String> {
    let lines: Vec<&str> = document.lines.iter().map(|line| document.words(line)).collect();
    let mastheads = with_noise(document, verdicts, &[NoiseKind::Masthead]);
    let handle = mastheads.iter().find_map(|words| metadata::words(HANDLE.captures(words)?.name("name")?.as_str()));
    noise::outlet_in_rights(&lines)
        .or(handle)
        .or_else(|| mastheads.iter().find_map(|words| noise::outlet_in_banner(words)))
}

fn with_noise<'a>(document: &'a Document, verdicts: &[Option<NoiseKind>], kinds: &[NoiseKind]) -> Vec<&'a str> {
    let wanted = |verdict: &Option<NoiseKind>| verdict.is_some_and(|noise| kinds.contains(&noise));
    let lines = document.lines.iter().zip(verdicts).filter(|(_, verdict)| wanted(verdict));
    lines.map(|(line, _)| document.words(line)).collect()
}
