//! Corpora of names to labelled sentences: IOB2 files, MEANTIME, and Spanish sentences labelled from their English twin.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result};
use constancia_language::tagging::lists::{first_name, place};
use constancia_language::tagging::word::fold;
use constancia_language::tagging::{LABELS, Tag};
use serde::Deserialize;

use super::treebank::TreebankSentence;

/// The label of words of which a corpus does not say whether they are part of a name.
pub const UNKNOWN: u8 = u8::MAX;

const PERSON: u8 = 1;
const PLACE: u8 = 3;
const INSTITUTION: u8 = 5;

/// One sentence and a name label for every word.
#[derive(Clone, Debug, Default)]
pub struct NamedSentence {
    pub forms: Vec<String>,
    pub labels: Vec<u8>,
    /// The text as printed.
    pub text: String,
    /// The document it stands in.
    pub document: String,
}

impl NamedSentence {
    pub fn forms(&self) -> Vec<&str> {
        self.forms.iter().map(String::as_str).collect()
    }
}

/// Reads a file in IOB2.
pub fn read_iob2(path: &Path) -> Result<Vec<NamedSentence>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("the names {}", path.display()))?;
    let mut document = String::new();
    let blocks = text.split("\n\n").filter(|block| !block.trim().is_empty());
    Ok(blocks.map(|block| iob2_sentence(block, &mut document)).collect())
}

fn iob2_sentence(block: &str, document: &mut String) -> NamedSentence {
    let mut sentence = NamedSentence::default();
    for line in block.lines() {
        if let Some(begun) = line.strip_prefix("# newdoc id = ") {
            *document = begun.into();
        }
        if let Some(text) = line.strip_prefix("# text = ") {
            sentence.text = text.into();
        } else if let [number, form, label, ..] = line.split('\t').collect::<Vec<_>>()[..]
            && number.parse::<usize>().is_ok()
        {
            sentence.forms.push(form.into());
            sentence.labels.push(iob2_label(label));
        }
    }
    sentence.document.clone_from(document);
    sentence
}

fn iob2_label(label: &str) -> u8 {
    let (position, kind) = label.split_once('-').unwrap_or(("O", ""));
    let first = match kind {
        "PER" => PERSON,
        "LOC" => PLACE,
        "ORG" => INSTITUTION,
        _ => return 0,
    };
    if position == "B" { first } else { first + 1 }
}

#[derive(Deserialize)]
struct Mention {
    conll_doc_key: String,
    sent_id: usize,
    mention_type: String,
    mention_head_pos: String,
    tokens_number: Vec<usize>,
}

type Sentences = BTreeMap<(String, usize), Vec<String>>;

/// Reads the sentences of MEANTIME. Articles are annotated in their first sentences, and there only with names that
/// matter to the events, so the names of an article are carried to all its sentences; words of which nothing is known
/// have the label [`UNKNOWN`].
pub fn read_meantime(folder: &Path, language: &str) -> Result<Vec<NamedSentence>> {
    let sentences = meantime_sentences(&folder.join(format!("meantime_{language}.tokens.csv")))?;
    let path = folder.join(format!("meantime_{language}.entities.json"));
    let text = std::fs::read_to_string(&path).with_context(|| format!("the names {}", path.display()))?;
    let mentions: Vec<Mention> =
        serde_json::from_str(&text).with_context(|| format!("the names {}", path.display()))?;
    let names = names_by_article(&sentences, &mentions);
    let labelled = sentences.into_iter().filter_map(|((document, _), forms)| {
        let labels = carry(&forms, names.get(&document)?);
        let text = printed(&forms);
        Some(NamedSentence { forms, labels, text, document })
    });
    Ok(labelled.collect())
}

/// Words with the spaces of print between them.
fn printed(forms: &[String]) -> String {
    let mut text = String::new();
    let mut opened = true;
    for form in forms {
        let closes =
            form.starts_with([',', '.', ';', ':', '!', '?', ')', ']', '%', '\'', '’', '”', '»']) || form == "n't";
        if !opened && !closes {
            text.push(' ');
        }
        text.push_str(form);
        opened = matches!(form.as_str(), "(" | "[" | "“" | "«" | "``" | "¿" | "¡");
    }
    text
}

fn meantime_sentences(path: &Path) -> Result<Sentences> {
    let mut sentences = Sentences::new();
    let mut reader = csv::Reader::from_path(path).with_context(|| format!("the words {}", path.display()))?;
    for row in reader.deserialize() {
        let (_, article, sentence, _, token, _): (usize, String, usize, usize, String, String) = row?;
        sentences.entry((article, sentence)).or_default().push(token);
    }
    Ok(sentences)
}

type Names = BTreeSet<(Vec<String>, u8)>;

fn names_by_article(sentences: &Sentences, mentions: &[Mention]) -> BTreeMap<String, Names> {
    let mut names: BTreeMap<String, Names> = BTreeMap::new();
    for mention in mentions.iter().filter(|mention| mention.mention_head_pos == "PROPN") {
        let Some(forms) = sentences.get(&(mention.conll_doc_key.clone(), mention.sent_id)) else { continue };
        let words: Vec<String> = mention.tokens_number.iter().filter_map(|&at| forms.get(at).cloned()).collect();
        let label = match mention.mention_type.as_str() {
            "PER" => PERSON,
            "LOC" => PLACE,
            "ORG" => INSTITUTION,
            _ => 0,
        };
        names
            .entry(mention.conll_doc_key.clone())
            .or_default()
            .extend(bare_name(&words, label).map(|name| (name, label)));
    }
    names.values_mut().for_each(drop_offices);
    names.values_mut().for_each(add_surnames);
    names
}

/// Mentions of persons by their office alone are no names: "CEO", "Prime Minister". A name begins with a known first
/// name, or is part of one that does.
fn drop_offices(names: &mut Names) {
    let full: Vec<Vec<String>> = names
        .iter()
        .filter(|(name, label)| *label == PERSON && name.len() > 1 && first_name(&name[0]).is_some())
        .map(|(name, _)| name.clone())
        .collect();
    let named = |name: &Vec<String>| full.iter().any(|full| name == full || name.len() == 1 && full.contains(&name[0]));
    names.retain(|(name, label)| *label != PERSON || named(name));
}

/// Who is named in full is also named by the last part of the name.
fn add_surnames(names: &mut Names) {
    let full = names.iter().filter(|(name, label)| *label == PERSON && name.len() > 1);
    let surnames: Vec<_> = full.map(|(name, label)| (name[name.len() - 1..].to_vec(), *label)).collect();
    let free = |surname: &[String]| !names.iter().any(|(name, _)| name == surname);
    let free: Vec<_> = surnames.into_iter().filter(|(surname, _)| free(surname)).collect();
    names.extend(free);
}

/// The name within a mention: from its first capital to its last, without the office before a person's first name;
/// none if other words stand between.
fn bare_name(words: &[String], label: u8) -> Option<Vec<String>> {
    let capital = |word: &String| word.starts_with(char::is_uppercase);
    let mut from = words.iter().position(capital)?;
    let to = words.iter().rposition(capital)?;
    if label == PERSON {
        from = (from..=to).find(|&at| first_name(&words[at]).is_some() && capital(&words[at])).unwrap_or(from);
    }
    let joins = |word: &String| {
        capital(word) || ["de", "del", "la", "of", "and", "y", "&", "the", "los"].contains(&word.as_str())
    };
    let name = &words[from..=to];
    let one_of_many = label != INSTITUTION && name.iter().any(|word| word == "and" || word == "y");
    (name.iter().all(joins) && !one_of_many && name.len() < 7).then(|| name.to_vec())
}

/// Labels every occurrence of the names, the longest first.
fn carry(forms: &[String], names: &Names) -> Vec<u8> {
    let mut labels = vec![UNKNOWN; forms.len()];
    let mut longest_first: Vec<_> = names.iter().collect();
    longest_first.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    for (name, label) in longest_first {
        for from in 0..forms.len() + 1 - name.len().min(forms.len()) {
            let range = from..(from + name.len()).min(forms.len());
            if forms[range.clone()] == name[..] && labels[range.clone()].iter().all(|label| *label == UNKNOWN) {
                labels[range.clone()].fill(if *label == 0 { 0 } else { label + 1 });
                labels[range.start] = *label;
            }
        }
    }
    labels
}

/// Whether every capital inside the sentence is part of an annotated name; what is not is then no name.
pub fn complete(NamedSentence { forms, labels, .. }: &NamedSentence) -> bool {
    let unknown = |at: usize| labels[at] == UNKNOWN && forms[at].starts_with(char::is_uppercase);
    let named = labels.iter().any(|label| (1..UNKNOWN).contains(label));
    named && forms.len() > 4 && !(1..forms.len()).any(unknown)
}

/// Labels the proper nouns of Spanish sentences by the names of their English twins. Sentences in which a proper
/// noun finds no counterpart are left out.
pub fn project(spanish: &[TreebankSentence], english: &BTreeMap<String, NamedSentence>) -> Vec<NamedSentence> {
    let twin = |sentence: &TreebankSentence| english.get(sentence.parallel.as_ref()?);
    spanish.iter().filter_map(|sentence| project_one(sentence, twin(sentence)?)).collect()
}

fn project_one(spanish: &TreebankSentence, english: &NamedSentence) -> Option<NamedSentence> {
    let mut labels = vec![0; spanish.words.len()];
    let proper = |at: usize| LABELS[usize::from(spanish.words[at].label)].0 == Tag::ProperNoun;
    let mut from = 0;
    while from < labels.len() {
        if !proper(from) {
            from += 1;
            continue;
        }
        let to = run_end(spanish, from, proper);
        let words: Vec<&str> = spanish.words[from..to].iter().map(|word| word.form.as_str()).collect();
        let label = counterpart(&words, english)?;
        labels[from..to].fill(if label == 0 { 0 } else { label + 1 });
        labels[from] = label;
        from = to;
    }
    let forms = spanish.words.iter().map(|word| word.form.clone()).collect();
    Some(NamedSentence { forms, labels, text: spanish.text.clone(), document: english.document.clone() })
}

fn run_end(sentence: &TreebankSentence, from: usize, proper: impl Fn(usize) -> bool) -> usize {
    let mut to = from + 1;
    loop {
        let particle =
            |at: usize| sentence.words.get(at).is_some_and(|word| ["de", "del", "la"].contains(&word.form.as_str()));
        let within = |at: usize| at < sentence.words.len() && proper(at);
        match () {
            () if within(to) => to += 1,
            () if particle(to) && within(to + 1) => to += 2,
            () => return to,
        }
    }
}

/// The label of the English name that shares a word with this one; a listed place needs no counterpart.
fn counterpart(words: &[&str], english: &NamedSentence) -> Option<u8> {
    let alike = |left: &str, right: &str| {
        let (left, right) = (fold(left), fold(right));
        left == right || left.len() > 4 && right.len() > 4 && left.chars().take(5).eq(right.chars().take(5))
    };
    let shared = english.forms.iter().zip(&english.labels).find(|(form, _)| {
        form.starts_with(char::is_uppercase) && words.iter().any(|word| word.len() > 2 && alike(word, form))
    });
    let place_in_both = place(&words.join(" ")) && english.labels.contains(&PLACE);
    match shared {
        Some((_, 0)) | None => place_in_both.then_some(PLACE),
        Some((_, label)) => Some((label - 1) / 2 * 2 + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iob2_rows_become_labels() {
        let block = "# text = Ana Robles left\n1\tAna\tB-PER\t-\n2\tRobles\tI-PER\t-\n3\tleft\tO\t-";
        assert_eq!(iob2_sentence(block, &mut String::new()).labels, [1, 2, 0]);
    }

    #[test]
    fn offices_are_no_part_of_a_name() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(bare_name(&words("the Minister Ana Robles"), PERSON), Some(words("Ana Robles")));
        assert_eq!(bare_name(&words("Ministry of Justice"), INSTITUTION), Some(words("Ministry of Justice")));
        assert_eq!(bare_name(&words("Ford who sold Chrysler"), INSTITUTION), None);
    }

    #[test]
    fn names_are_carried_through_an_article_the_longest_first() {
        let names = Names::from([(vec!["Robles".into()], PERSON), (vec!["Puerto".into(), "Robles".into()], PLACE)]);
        let forms = ["Puerto", "Robles", "and", "Robles"].map(str::to_owned);
        assert_eq!(carry(&forms, &names), [3, 4, UNKNOWN, 1]);
    }
}
