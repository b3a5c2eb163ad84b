//! Credits that govern other sentences: "His wife told us what she knows." goes on behind it, "Lo contó su marido." stands
//! for the sentence before, "With these, 1,204 are free" goes on with it.
//!
//! Spreads credits over whole rows; which sentences credit whom is known before.

use std::ops::Range;

use constancia_model::InformantClass;

use super::{Credit, sources};
use crate::explanation::CreditWay;
use crate::phrases::{Phrase, PhraseKind};
use crate::retraction;
use crate::scene::{Row, Scene};

/// Lets credits govern the rows behind or before them where their own row says so.
pub fn spread(scene: &Scene, credits: &mut [Vec<Credit>]) {
    for row in scene.rows.iter().filter(|r| r.quote.is_none()) {
        if let Some(credit) = running_on(scene, row, credits) {
            credits[row.index].push(credit);
            continue;
        }
        let Some(told) = credits[row.index].iter().rfind(|c| c.verb.is_some() && !c.denies).cloned() else { continue };
        if announces(scene, row) {
            for index in behind(scene, row, credits) {
                credits[index].push(over(&scene.rows[index], &told));
            }
        } else if let Some(part) = part_before(scene, row, &told) {
            credits[row.index].push(Credit { governs: part, ..over(row, &told) });
        } else if looks_back(scene, row, &told) {
            let former = before(scene, row, credits);
            former.into_iter().for_each(|index| credits[index].push(over(&scene.rows[index], &told)));
        }
    }
}

/// The credit of the sentence before, for one that only goes on with what was told there.
fn running_on(scene: &Scene, row: &Row, credits: &[Vec<Credit>]) -> Option<Credit> {
    let before = scene.earlier(row).next().filter(|r| r.block == row.block)?;
    let named = credits[before.index].iter().filter(|c| !c.informant.is_empty());
    if !credits[row.index].is_empty() {
        return None;
    }
    let opens = |c: &&Credit| {
        let first = c.words.as_ref().is_some_and(|words| words.start < before.words.start + 4);
        first && c.way == CreditWay::Preposition && c.informant.contains(char::is_uppercase)
    };
    let quotes = row.words.clone().skip(1).any(|w| matches!(scene.lower(w), "“" | "«") && scene.lower(w - 1) == ",");
    let goes_on = retraction::takes_back(scene, before) || goes_on_counting(scene, row) || quotes;
    let knows = knows_herself(scene, row);
    let tells = |c: &&Credit| c.person.is_some() && c.way == CreditWay::Verb;
    let last = named.clone().next_back();
    let last = last.filter(|c| goes_on || knows && tells(c) || tells(c) && goes_on_telling(scene, row, c));
    last.or_else(|| named.clone().find(opens)).map(|c| Credit { denies: false, doubts: false, ..over(row, c) })
}

/// "Her lawyer said that police took her on Monday. She was held for two days.": a relative or a lawyer goes on telling of
/// somebody else, who is called by a pronoun.
fn goes_on_telling(scene: &Scene, row: &Row, credit: &Credit) -> bool {
    let close = matches!(credit.class, Some(InformantClass::Relative | InformantClass::Lawyer));
    let first = row.phrases.iter().position(|p| p.kind == PhraseKind::Noun).filter(|&k| k < 2);
    let pronouns = &scene.words.pronouns;
    let pronoun = first.is_some_and(|k| {
        let phrase = &row.phrases[k];
        let lower = scene.lower(phrase.head);
        let other = scene.persons(row, k).first().is_some_and(|&id| Some(id) != credit.person);
        phrase.words.len() == 1 && (pronouns.female.contains(lower) || pronouns.male.contains(lower)) && other
    });
    let quotes = row.phrases.iter().any(|p| matches!(p.kind, PhraseKind::Quote(_)));
    close && pronoun && !quotes
}

/// "Con este grupo, son ya 1.204", "Of these, 40 are women": a sentence that counts on from the one before.
fn goes_on_counting(scene: &Scene, row: &Row) -> bool {
    let opening = row.words.start..row.words.end.min(row.words.start + 5);
    scene.find(&opening, &scene.words.counts.counting_on) == Some(row.words.start)
}

/// "She does not know where he is": what the speaker before knows or believes.
fn knows_herself(scene: &Scene, row: &Row) -> bool {
    let Some(at) = row.phrases.iter().position(|p| p.kind == PhraseKind::Verb) else { return false };
    let before = &row.phrases[..at];
    let pronouns = &scene.words.pronouns;
    let pronoun = |p: &Phrase| {
        let lower = scene.lower(p.head);
        p.words.len() == 1 && (pronouns.female.contains(lower) || pronouns.male.contains(lower))
    };
    let subject = before.last().is_some_and(pronoun) && before.len() == 1;
    let left_out = scene.analysis.is_spanish() && before.is_empty();
    (subject || left_out) && row.phrases[at].words.clone().any(|w| scene.words.minds.contains(scene.lower(w)))
}

/// "Moved to Prison No. 4; the colony confirmed the transfer": the part of the row that its last part looks back on.
fn part_before(scene: &Scene, row: &Row, credit: &Credit) -> Option<Range<usize>> {
    let at = credit.verb.and_then(|verb| row.phrase_at(verb))?;
    let part = sources::part_of(scene, row, at);
    let first = row.phrase_at(part.start)?;
    let opens = row.phrases[first..at].iter().all(|p| p.kind != PhraseKind::Verb);
    let object = row.phrases.get(at + 1)?;
    let definite = object.words.len() == 2
        && matches!(scene.lower(object.words.start), "the" | "el" | "la" | "this" | "ese" | "esa");
    let event = scene.frames.noun(scene.lower(object.head)).is_some();
    (opens && definite && event && part.start > row.words.start).then_some(row.words.start..part.start)
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
    let whole = |words: &Range<usize>| {
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
