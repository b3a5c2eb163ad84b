//! The rules that lead from a word to its lemma: as few endings as give back every lemma of the treebanks.

use std::collections::BTreeMap;

use constancia_language::inflection::{Inflection, forms};
use constancia_language::lemmas::{Rule, WHOLE};
use constancia_language::tagging::{LABELS, Tag, VerbForm};
use constancia_model::Language;

use super::treebank::TreebankSentence;

/// Longer endings than this say no more than the whole word does.
const LONGEST_ENDING: usize = 11;

/// An ending wants this many different words behind it.
const LEAST_WORDS: usize = 2;

/// How often each label and form leads to its lemma by each rule.
type Counts = BTreeMap<(u8, String), BTreeMap<Rule, usize>>;

/// The rules learned from treebanks and from the paradigms of these verbs, a line each.
pub fn learn_lemmas(language: &Language, sentences: &[TreebankSentence], verbs: &[&str]) -> String {
    let mut counts = Counts::new();
    for word in sentences.iter().flat_map(|sentence| &sentence.words).filter(|word| word.lemma != "_") {
        let form = word.form.to_lowercase().replace('’', "'");
        count(&mut counts, word.label, form, &word.lemma);
    }
    let shown = counts.clone();
    for verb in verbs {
        for form in forms(language, verb) {
            let label = label_of(form.inflection);
            if !shown.contains_key(&(label, form.text.clone())) {
                count(&mut counts, label, form.text, verb);
            }
        }
    }
    written(&counts)
}

fn count(counts: &mut Counts, label: u8, form: String, lemma: &str) {
    let rule = Rule::between(&form, lemma);
    *counts.entry((label, form)).or_default().entry(rule).or_default() += 1;
}

/// The label of a verb in this part of its paradigm.
pub fn label_of(inflection: Inflection) -> u8 {
    let form = match inflection {
        Inflection::Infinitive => VerbForm::Infinitive,
        Inflection::Gerund => VerbForm::Gerund,
        Inflection::Participle => VerbForm::Participle,
        Inflection::Past | Inflection::Imperfect => VerbForm::Past,
        Inflection::Present | Inflection::Future | Inflection::Conditional | Inflection::Subjunctive => {
            VerbForm::Finite
        }
        Inflection::Imperative => VerbForm::Imperative,
    };
    LABELS.iter().position(|label| *label == (Tag::Verb, Some(form))).unwrap_or(0) as u8
}

fn written(counts: &Counts) -> String {
    let words: Vec<(u8, &str, &Rule)> =
        counts.iter().map(|((label, form), rules)| (*label, form.as_str(), usual(rules))).collect();
    let mut kept: BTreeMap<(u8, String), Rule> = BTreeMap::new();
    for length in 0..=LONGEST_ENDING {
        keep_endings(&mut kept, &words, length);
    }
    for (label, form, rule) in words {
        if known(&kept, label, form, form.chars().count()) != Some(rule) {
            kept.insert((label, format!("{WHOLE}{form}")), rule.clone());
        }
    }
    let line =
        |((label, ending), rule): (&(u8, String), &Rule)| format!("{label}\t{ending}\t{}\t{}\n", rule.cut, rule.end);
    kept.iter().map(line).collect()
}

/// The rule that leads to the lemma most often; the first of equals.
fn usual(rules: &BTreeMap<Rule, usize>) -> &Rule {
    rules.iter().rev().max_by_key(|(_, count)| **count).map(|(rule, _)| rule).expect("a form was counted by a rule")
}

/// Keeps the endings of this length whose words mostly go by another rule than the shorter ending says.
fn keep_endings(kept: &mut BTreeMap<(u8, String), Rule>, words: &[(u8, &str, &Rule)], length: usize) {
    let mut counts: Counts = Counts::new();
    for (label, form, rule) in words {
        if let Some(ending) = ending(form, length) {
            *counts.entry((*label, ending.to_owned())).or_default().entry((*rule).clone()).or_default() += 1;
        }
    }
    for ((label, ending), rules) in counts {
        let rule = usual(&rules);
        let enough = length == 0 || rules[rule] >= LEAST_WORDS;
        if enough && known(kept, label, &ending, length.saturating_sub(1)) != Some(rule) {
            kept.insert((label, ending), rule.clone());
        }
    }
}

/// The last `length` letters of a form that has as many.
fn ending(form: &str, length: usize) -> Option<&str> {
    match length {
        0 => Some(""),
        _ => form.char_indices().rev().nth(length - 1).map(|(at, _)| &form[at..]),
    }
}

/// The rule of the longest ending that is kept, of `longest` letters at most.
fn known<'k>(kept: &'k BTreeMap<(u8, String), Rule>, label: u8, form: &str, longest: usize) -> Option<&'k Rule> {
    let endings = (0..=longest.min(LONGEST_ENDING)).rev().filter_map(|length| ending(form, length));
    endings.filter_map(|ending| kept.get(&(label, ending.to_owned()))).next()
}

#[cfg(test)]
mod tests {
    use constancia_language::lemmas::Lemmas;

    use super::*;

    #[test]
    fn endings_are_learned_and_exceptions_kept_whole() {
        let mut counts = Counts::new();
        let words = ["lists list", "guards guard", "cities city", "bodies body", "series series", "jail jail"];
        for (form, lemma) in words.iter().filter_map(|pair| pair.split_once(' ')) {
            count(&mut counts, 6, form.into(), lemma);
        }
        let lemmas = Lemmas::read(&written(&counts));
        for (form, lemma) in [("cells", "cell"), ("counties", "county"), ("series", "series")] {
            assert_eq!(lemmas.lemma(6, form), lemma);
        }
    }
}
