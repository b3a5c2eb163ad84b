//! Copies of training sentences as headings, as shouts and without their full stop, so that these are read as well.

use super::treebank::TreebankSentence;

/// The sentences, and for some of them, chosen by their place in the list, a copy written otherwise.
pub fn with_variants(sentences: &[TreebankSentence]) -> Vec<TreebankSentence> {
    let mut all = sentences.to_vec();
    for (place, sentence) in sentences.iter().enumerate() {
        match place % 8 {
            0 => all.push(respelled(sentence, |_, form| form.to_uppercase())),
            2 => all.push(respelled(sentence, title)),
            4 => all.push(respelled(
                sentence,
                |position, form| if position == 0 { form.to_lowercase() } else { form.into() },
            )),
            6 => all.push(without_stop(sentence)),
            _ => {}
        }
    }
    all
}

fn respelled(sentence: &TreebankSentence, spell: impl Fn(usize, &str) -> String) -> TreebankSentence {
    let mut copy = without_stop(sentence);
    for (position, word) in copy.words.iter_mut().enumerate() {
        word.form = spell(position, &word.form);
    }
    copy
}

fn without_stop(sentence: &TreebankSentence) -> TreebankSentence {
    let mut copy = sentence.clone();
    if copy.words.last().is_some_and(|word| word.form == ".") {
        copy.words.pop();
    }
    copy
}

/// Headlines set capitals on all but the short words in between.
fn title(position: usize, form: &str) -> String {
    let mut letters = form.chars();
    match letters.next() {
        Some(first) if position == 0 || form.chars().count() > 3 => first.to_uppercase().chain(letters).collect(),
        _ => form.into(),
    }
}
