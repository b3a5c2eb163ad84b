//! Utterances: whose words stand between quotation marks, behind a dialogue dash, or in a turn of a transcript.
//!
//! A quotation's speaker is looked for in its own sentence, on both sides, then in the sentence before. Titles and single
//! words under marks are nobody's utterance; paraphrase is none.

mod label;
mod speaker;
#[cfg(test)]
mod tests;

use constancia_language::BlockKind;
use constancia_model::{Content, Evidence, Span, Statement, Utterance};

use crate::credit::Credit;
use crate::explanation::{CreditWay, Explained, Rule};
use crate::phrases;
use crate::scene::{Row, Scene};
use label::{is_mere_label, is_title};
use speaker::{label_speaker, speaker};

/// All utterances of the report.
pub fn statements(scene: &Scene) -> Vec<Explained> {
    let mut found: Vec<Explained> = (0..scene.analysis.quotes.len()).filter_map(|quote| quoted(scene, quote)).collect();
    found.extend(scene.analysis.blocks.iter().filter(|b| b.kind == BlockKind::Turn).filter_map(|b| turn(scene, b)));
    found
}

/// The credit of what is said inside a quotation: its speaker.
pub fn credit(scene: &Scene, quote: usize, row: &Row) -> Option<Credit> {
    let speaker = speaker(scene, quote)?;
    Some(Credit {
        informant: speaker.name,
        class: speaker.class,
        person: speaker.person,
        verb: speaker.verb,
        denies: false,
        doubts: false,
        governs: row.words.clone(),
        except: Vec::new(),
        words: speaker.words,
        way: CreditWay::Quotation,
    })
}

fn quoted(scene: &Scene, index: usize) -> Option<Explained> {
    let quote = &scene.analysis.quotes[index];
    if quote.within.is_some_and(|outer| scene.analysis.quotes[outer].inner != scene.analysis.quotes[outer].outer) {
        return None;
    }
    let whole = phrases::is_whole(&scene.analysis, quote);
    let headline = scene.analysis.blocks[quote.block].kind == BlockKind::Heading;
    if !whole && (headline || is_mere_label(scene, index)) || is_title(scene, quote.outer) {
        return None;
    }
    let speaker = speaker(scene, index)?;
    let rule = if quote.inner == quote.outer { Rule::Dialogue } else { Rule::Quotation };
    let explanation = speaker.explained(scene, rule, quote.outer)?;
    let text = scene.analysis.at(quote.inner).split_whitespace().collect::<Vec<_>>().join(" ");
    let verb = speaker.verb.map(|w| scene.analysis.words[w].of(scene.analysis.text).to_owned());
    let content = Content::Utterance(Utterance { speaker: speaker.name.clone(), text, verb });
    let evidence = Evidence::at(scene.analysis.text, quote.inner).ok()?;
    let mut statement = Statement::new(content, evidence);
    statement.informant = Some(speaker.name);
    statement.informant_class = speaker.class;
    Some(Explained { statement, explanation })
}

/// A turn of a transcript, without its label.
fn turn(scene: &Scene, block: &constancia_language::Block) -> Option<Explained> {
    let speaker = label_speaker(scene, block)?;
    let label = block.label?;
    let rest = &scene.analysis.text[label.end..block.span.end];
    let start = label.end + (rest.len() - rest.trim_start_matches([':', ' ', '\t']).len());
    let span = Span::new(start, block.span.end);
    let explanation = speaker.explained(scene, Rule::Turn, label)?;
    let text = scene.analysis.at(span).split_whitespace().collect::<Vec<_>>().join(" ");
    let evidence = Evidence::at(scene.analysis.text, span).ok()?;
    let mut statement =
        Statement::new(Content::Utterance(Utterance { speaker: speaker.name.clone(), text, verb: None }), evidence);
    statement.informant = Some(speaker.name);
    Some(Explained { statement, explanation })
}
