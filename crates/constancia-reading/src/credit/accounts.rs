//! Credits that govern other sentences: "His wife told us what she knows." goes on behind it, "Lo contó su marido." stands
//! for the sentence before.
//!
//! Spreads credits over whole rows; which sentences credit whom is known before.

use super::Credit;
use crate::explanation::CreditWay;
use crate::phrases::PhraseKind;
use crate::scene::{Row, Scene};

/// Lets credits govern the rows behind or before them where their own row says so.
pub fn spread(scene: &Scene, credits: &mut [Vec<Credit>]) {
    for row in scene.rows.iter().filter(|r| r.quote.is_none()) {
        let Some(told) = credits[row.index].iter().rfind(|c| c.verb.is_some() && !c.denies).cloned() else { continue };
        if announces(scene, row) {
            for index in behind(scene, row, credits) {
                credits[index].push(over(&scene.rows[index], &told));
            }
        } else if looks_back(scene, row, &told) {
            let former = before(scene, row, credits);
            former.into_iter().for_each(|index| credits[index].push(over(&scene.rows[index], &told)));
        }
    }
}

fn over(row: &Row, credit: &Credit) -> Credit {
    Credit { governs: row.words.clone(), way: CreditWay::Carried, ..credit.clone() }
}

/// "told us what she knows.", "contó lo que sabe.": what is told stands in the sentences behind.
fn announces(scene: &Scene, row: &Row) -> bool {
    scene.find(&row.words, &scene.words.accounts).is_some_and(|at| at + 6 > row.words.end)
}

/// The rows behind, in the same block, up to the first that has a credit of its own.
fn behind(scene: &Scene, row: &Row, credits: &[Vec<Credit>]) -> Vec<usize> {
    let rest = scene.rows[row.index + 1..].iter().take_while(|r| r.block == row.block);
    rest.take_while(|r| credits[r.index].is_empty()).filter(|r| r.quote.is_none()).map(|r| r.index).collect()
}

/// "Lo contó su marido.", "His lawyer confirmed this.": a short row that says nothing itself.
fn looks_back(scene: &Scene, row: &Row, credit: &Credit) -> bool {
    let Some(at) = credit.verb.and_then(|verb| row.phrase_at(verb)) else { return false };
    let first = row.phrases.iter().position(|p| p.kind == PhraseKind::Verb) == Some(at);
    let clause = row.phrases[at + 1..].iter().take(3).any(|p| p.kind == PhraseKind::Subordinator);
    let quotes = row.phrases.iter().any(|p| matches!(p.kind, PhraseKind::Quote(_)));
    first && !clause && !quotes && stands_for_former(scene, row, at)
}

/// Whether the object of the verb, or what opens the row, stands for the sentence before.
fn stands_for_former(scene: &Scene, row: &Row, at: usize) -> bool {
    let whole = |words: &std::ops::Range<usize>| {
        let fits = |p: &String| scene.starts_with(words.start, words.end, p) && p.split(' ').count() == words.len();
        scene.words.former_sentence.iter().any(fits)
    };
    let verb = &row.phrases[at].words;
    let clitic = scene.analysis.is_spanish() && scene.lower(verb.start) == "lo" && verb.len() > 1;
    let object = row.phrases.get(at + 1).is_some_and(|p| whole(&p.words));
    let opening = row.phrases.first().is_some_and(|p| p.words.start < verb.start && whole(&p.words));
    clitic || object || opening && row.phrases.len() < 8
}

/// The row before, when it is near and has no credit of its own.
fn before(scene: &Scene, row: &Row, credits: &[Vec<Credit>]) -> Option<usize> {
    let former = scene.earlier(row).next().filter(|r| r.block + 1 >= row.block)?;
    credits[former.index].is_empty().then_some(former.index)
}
