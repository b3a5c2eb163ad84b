//! Lists: items under a heading that says where or what, each about the person it begins with.
//!
//! "BONIATO (Santiago)" over items makes of each an inmate of Boniato; "WHEREABOUTS UNKNOWN" makes them missing; "Nine years
//! for sedition." in an item is a sentence.

use std::ops::Range;

use constancia_language::lexicon::Lexicon;
use constancia_language::tagging::Tag;
use constancia_language::{Block, BlockKind, NameKind};
use constancia_model::Status;

use crate::events::{self, Event};
use crate::explanation::{Rule, Way};
use crate::fate::{self, Fate};
use crate::roster::{Mention, PersonId};
use crate::scene::{Row, Scene};
use crate::status;
use crate::when;

/// What a heading, a table or an item of a list says of a person in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The person.
    pub person: PersonId,
    /// What became of her or him.
    pub fate: Fate,
    /// The words that name the person, with those beside the name that say it.
    pub words: Range<usize>,
    /// The words that say it.
    pub said: Range<usize>,
    /// What says it: a heading or the item itself.
    pub rule: Rule,
    /// Where that stands.
    pub way: Way,
}

type Heading = (Fate, Range<usize>);

/// What headings say of the persons listed under them, and items of the one they begin with.
pub fn listed(scene: &Scene) -> Vec<Listed> {
    let mut found = Vec::new();
    let mut heading: Option<Heading> = None;
    let blocks = &scene.analysis.blocks;
    for (index, block) in blocks.iter().enumerate() {
        if is_entry(scene, block) {
            found.extend(entry(scene, block, heading.as_ref()));
            continue;
        }
        if block.kind != BlockKind::Item || block.tokens.clone().next_back().is_some_and(|w| scene.lower(w) == ":") {
            let over = blocks.get(index + 1).is_some_and(|next| is_entry(scene, next));
            let fate = Some(()).filter(|()| over).and_then(|()| meaning(scene, index));
            heading = fate.map(|fate| (fate, block.tokens.clone()));
        }
        found.extend(inmates(scene, block));
        found.extend(led_in(scene, block));
    }
    found
}

/// An item that begins with a person's name.
fn is_entry(scene: &Scene, block: &Block) -> bool {
    block.kind == BlockKind::Item && topic(scene, block).is_some()
}

fn topic(scene: &Scene, block: &Block) -> Option<(PersonId, Range<usize>)> {
    let opening = block.tokens.start..(block.tokens.start + 5).min(block.tokens.end);
    let mention = scene.roster.mentions_in(&opening).first()?;
    let led_in = (opening.start..mention.words.start).any(|w| scene.lower(w) == ":");
    (!led_in).then(|| (mention.person, mention.words.clone()))
}

/// What an item says of its person by itself, and what the heading over it says.
fn entry(scene: &Scene, block: &Block, heading: Option<&Heading>) -> Vec<Listed> {
    let Some((person, words)) = topic(scene, block) else { return Vec::new() };
    let own = own_fate(scene, block, &words);
    let settles = |own: &Fate| own.status != Status::Detained && own.status != Status::Convicted;
    let over = heading.filter(|_| !own.as_ref().is_some_and(|(own, _)| settles(own))).map(|(fate, said)| {
        let bracketed = || bracketed(scene, block, &words).filter(|_| fate.status == Status::Held);
        let terms = || fate::release_terms(scene, &block.tokens).filter(|_| fate.status == Status::Released);
        let place = fate.place.clone().or_else(bracketed);
        let fate = Fate { place, terms: fate.terms.clone().or_else(terms), ..fate.clone() };
        (fate, said.clone())
    });
    let over = over.into_iter().flat_map(|(fate, said)| {
        let named = joined(scene, block, &words).into_iter().map(|m| (m.person, m.words));
        let named: Vec<(PersonId, Range<usize>)> = std::iter::once((person, words.clone())).chain(named).collect();
        named.into_iter().map(move |(person, words)| Listed {
            person,
            fate: fate.clone(),
            words,
            said: said.clone(),
            rule: Rule::Heading,
            way: Way::HeadingAbove,
        })
    });
    let own = own.map(|(fate, said)| {
        let words = words.start..said.end;
        Listed { person, fate, words, said, rule: Rule::ItemSentence, way: Way::ListItem }
    });
    over.chain(own).collect()
}

/// "A and his brother B": those who are joined to the person that an item begins with.
fn joined(scene: &Scene, block: &Block, first: &Range<usize>) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut end = first.end;
    for mention in scene.roster.mentions_in(&(first.end..block.tokens.end)) {
        let mut between = end..mention.words.start;
        let and = between.next().is_some_and(|w| matches!(scene.lower(w), "and" | "y" | "e" | "&"));
        let plain = between.len() < 4 && between.all(|w| !scene.analysis.words[w].capital);
        if !(and && plain) {
            break;
        }
        end = mention.words.end;
        found.push(mention.clone());
    }
    found
}

/// "A: released on Friday", "A — still in Insein": the words behind a colon or a dash.
fn own_fate(scene: &Scene, block: &Block, name: &Range<usize>) -> Option<(Fate, Range<usize>)> {
    let mark = (name.end..block.tokens.end).take(6).find(|&w| matches!(scene.lower(w), ":" | "—" | "–" | "-"))?;
    let end = (mark + 1..block.tokens.end).find(|&w| matches!(scene.lower(w), "." | ";")).unwrap_or(block.tokens.end);
    let words = Some(mark + 1..end).filter(|words| !words.is_empty())?;
    Some((fate::of(scene, &words)?, words))
}

/// "A (Silivri)": a place in brackets right behind the name.
fn bracketed(scene: &Scene, block: &Block, name: &Range<usize>) -> Option<String> {
    let opened = name.end < block.tokens.end && scene.lower(name.end) == "(";
    let close = (name.end..block.tokens.end).find(|&w| scene.lower(w) == ")")?;
    let place = scene.analysis.names_in(&(name.end + 1..close)).first()?;
    let whole = place.words == (name.end + 1..close) && place.kind != NameKind::Person;
    (opened && whole).then(|| scene.text(&place.words))
}

/// "Still inside: A, B and C", "3/ OUT: A, both nurses", "Moved, not freed: A": what few words before a colon tell of those
/// behind it.
fn led_in(scene: &Scene, block: &Block) -> Vec<Listed> {
    let words = block.tokens.clone();
    let Some(colon) = words.clone().take(10).find(|&w| scene.lower(w) == ":") else { return Vec::new() };
    let lead = words.start..colon;
    let end = (colon..words.end).find(|&w| matches!(scene.lower(w), "." | ";")).unwrap_or(words.end);
    let spoken = |w: usize| matches!(scene.analysis.words[w].tag.tag, Tag::Verb | Tag::Auxiliary);
    let among_names = |w: &usize| scene.analysis.name_of(*w).is_none();
    let tells = (colon + 1..end).filter(among_names).any(spoken);
    let Some((fate, said)) = led_by(scene, &lead).filter(|_| !tells) else { return Vec::new() };
    let listed = |m: &Mention| {
        let (words, said) = (words.start..m.words.end, said.clone());
        Listed { person: m.person, fate: fate.clone(), words, said, rule: Rule::Heading, way: Way::HeadingAbove }
    };
    scene.roster.mentions_in(&(colon + 1..end)).iter().map(listed).collect()
}

/// What the words of a label tell, part by part between its commas: "Moved, not freed". Whoever is not out is inside.
fn led_by(scene: &Scene, lead: &Range<usize>) -> Option<Heading> {
    let parts = parts(scene, lead);
    let others = |part: &Range<usize>| {
        let spoken = |w: usize| matches!(scene.analysis.words[w].tag.tag, Tag::Verb | Tag::Auxiliary);
        let stays = |w: usize| scene.words.staying.contains(scene.lower(w));
        part.clone().filter(|&w| fate::told(scene, &(w..w + 1)).is_none() && !stays(w)).any(spoken)
    };
    let held = || Fate { status: Status::Held, date: None, place: None, terms: None };
    let inside = |part: &Range<usize>| scene.find(part, &scene.words.inside_phrases).map(|_| held());
    let tells = |part: &Range<usize>| fate::of(scene, part).or_else(|| inside(part)).filter(|_| !others(part));
    let kept = |part: &Range<usize>| {
        let negated = part.clone().any(|w| scene.words.negations.contains(scene.lower(w)));
        (negated && fate::told(scene, part) == Some(Status::Released)).then(held)
    };
    let first =
        |fate: &dyn Fn(&Range<usize>) -> Option<Fate>| parts.iter().find_map(|part| Some((fate(part)?, part.clone())));
    first(&tells).or_else(|| first(&kept))
}

/// The parts of a label between its commas, without the number of an item before them.
fn parts(scene: &Scene, lead: &Range<usize>) -> Vec<Range<usize>> {
    let spelled = |w: &usize| scene.lower(*w).starts_with(char::is_alphabetic);
    let start = lead.clone().find(spelled).unwrap_or(lead.end);
    let commas: Vec<usize> = (start..lead.end).filter(|&w| scene.lower(w) == ",").collect();
    let starts = std::iter::once(start).chain(commas.iter().map(|w| w + 1));
    let ends = commas.iter().copied().chain([lead.end]);
    starts.zip(ends).map(|(start, end)| start..end).filter(|part| !part.is_empty()).collect()
}

/// "Evin: A, B": persons behind the name of a place of custody and a colon.
fn inmates(scene: &Scene, block: &Block) -> Vec<Listed> {
    let words = block.tokens.clone();
    let Some(colon) = words.clone().take(8).find(|&w| scene.lower(w) == ":") else { return Vec::new() };
    let custody = colon > words.start
        && (is_prison(scene, &(words.start..colon)) || (words.start..colon).any(|w| scene.is_facility(w)));
    let mentions = scene.roster.mentions_in(&(colon + 1..words.end));
    let named: usize = mentions.iter().map(|m| m.words.len()).sum();
    let spelled = (colon + 1..words.end).filter(|&w| scene.lower(w).starts_with(char::is_alphabetic)).count();
    let joints = mentions.len().saturating_sub(1);
    if !custody || named == 0 || spelled > named + joints {
        return Vec::new();
    }
    let place = Some(scene.text(&(words.start..colon)));
    let fate = Fate { status: Status::Held, date: None, place, terms: None };
    let listed = |m: &Mention| {
        let (words, said) = (words.start..m.words.end, words.start..colon);
        Listed { person: m.person, fate: fate.clone(), words, said, rule: Rule::Heading, way: Way::HeadingAbove }
    };
    mentions.iter().map(listed).collect()
}

/// A heading over persons, or a sentence that ends with a colon before them: what happened to them, or where they are.
fn meaning(scene: &Scene, index: usize) -> Option<Fate> {
    let heading = &scene.analysis.blocks[index];
    let words = heading.tokens.clone();
    let leads = words.clone().next_back().is_some_and(|w| scene.lower(w) == ":");
    let asks = words.clone().any(|w| scene.lower(w) == "?" || scene.words.demands.contains(scene.lower(w)));
    if asks {
        return None;
    }
    if leads && let Some(fate) = sentence(scene, index) {
        return Some(fate);
    }
    (leads || heading.kind == BlockKind::Heading).then(|| fragment(scene, &words)).flatten()
}

/// "The following persons were arrested in Kasese between 2 and 5 March:": what happened to those who follow.
fn sentence(scene: &Scene, index: usize) -> Option<Fate> {
    let row = scene.rows.iter().rfind(|row| row.block == index && row.quote.is_none())?;
    let plural = |k: &usize| {
        let phrase = &row.phrases[*k];
        scene.analysis.words[phrase.head].tag.plural && scene.roster.within(&phrase.words).is_none()
    };
    let found = events::events(scene, row).events;
    let event = found.iter().find(|e| e.scope.negated.is_none() && e.patients.iter().any(plural))?;
    let part = when::part(scene, row, &event.words);
    let terms = status::release_terms(scene, row, event, &part).map(|(terms, _)| terms);
    Some(Fate {
        status: event.status,
        date: when::date(scene, row, event, &part).map(|(date, _)| date),
        place: status::place(scene, row, event).map(|words| scene.text(&words)),
        terms: terms.filter(|_| matches!(event.status, Status::Released | Status::Announced)),
    })
}

/// "FREED ON 14 MARCH", "KELLIN PRISON", "PERIODISTAS EN PRISIÓN": a status by its words, or the place where they are.
fn fragment(scene: &Scene, words: &Range<usize>) -> Option<Fate> {
    let spoken = |w: usize| {
        let word = &scene.analysis.words[w];
        let verb = matches!(word.tag.tag, Tag::Verb | Tag::Auxiliary) && !word.capital;
        verb && fate::told(scene, &(w..w + 1)).is_none()
    };
    let unknown = words.clone().any(|w| scene.words.counts.whereabouts.contains(scene.lower(w)));
    if unknown {
        return Some(Fate { status: Status::Missing, date: None, place: None, terms: None });
    }
    if words.len() > 14 || words.clone().any(spoken) {
        return None;
    }
    if let Some(fate) = fate::of(scene, words).filter(|_| fate::told(scene, words).is_some()) {
        let date = fate.date.filter(|_| fate.status != Status::Held);
        return Some(Fate { date, ..fate });
    }
    let inside = scene.find(words, &scene.words.inside_phrases).is_some();
    let held = |place| Fate { status: Status::Held, date: None, place, terms: None };
    if inside {
        return Some(held(fate::place(scene, words)));
    }
    let named: usize = scene.analysis.names_in(words).iter().map(|n| n.words.len()).sum();
    let spelled = words.clone().filter(|&w| scene.lower(w).starts_with(char::is_alphabetic)).count();
    let place = events::has_custody(scene, words) || is_prison(scene, words) || named > 0 && named * 2 >= spelled;
    place.then(|| held(Some(scene.text(&label(scene, words)))))
}

/// Whether the words up to a bracket are the name of a known prison.
fn is_prison(scene: &Scene, words: &Range<usize>) -> bool {
    let end = words.clone().find(|&w| matches!(scene.lower(w), "(" | ":")).unwrap_or(words.end);
    let name = Some(words.start..end).filter(|name| !name.is_empty());
    name.is_some_and(|name| Lexicon::of(&scene.analysis.language).is_prison(&scene.text(&name).to_lowercase()))
}

/// The words of a heading without a colon at its end.
fn label(scene: &Scene, words: &Range<usize>) -> Range<usize> {
    let colon = words.end > words.start + 1 && scene.lower(words.end - 1) == ":";
    words.start..words.end - usize::from(colon)
}

/// "Nine years for sedition", "Siete años por desórdenes públicos": a sentence without a verb, in an item.
pub fn verbless_sentence(scene: &Scene, row: &Row) -> Option<Event> {
    let item = scene.analysis.blocks[row.block].kind == BlockKind::Item;
    let start = scene.analysis.words.get(row.words.start)?.span;
    let duration = scene.analysis.durations.iter().find(|d| d.span.start == start.start && d.days >= 28)?;
    let end = scene.analysis.word_at(duration.span.end - 1) + 1;
    let crime = (end..row.words.end).take(4).any(|w| scene.words.crimes.contains(scene.lower(w)));
    let preposition = end < row.words.end && matches!(scene.lower(end), "for" | "por" | "in" | "de");
    if !(item && crime && preposition) {
        return None;
    }
    Some(Event::new(Rule::ItemSentence, Status::Convicted, row.words.start..end, 0, Vec::new()))
}

#[cfg(test)]
mod tests {
    use constancia_model::Language;

    use crate::testing::{Case, Kind, check};

    const ENGLISH: &[Case] = &[
        (
            "KELLIN PRISON\n\n- Tomas Verrel, teacher\n- Lidia Okoro, nurse",
            &["held Tomas Verrel | place=KELLIN PRISON", "held Lidia Okoro | place=KELLIN PRISON"],
        ),
        ("WHEREABOUTS UNKNOWN\n\n- Kofi Mensara\n- Marta Ilves", &["missing Kofi Mensara", "missing Marta Ilves"]),
        ("RELEASED\n\n- Amina Dossou\n- Pavel Drennik", &["released Amina Dossou", "released Pavel Drennik"]),
        (
            "FREED ON 14 MARCH\n\n- Amina Dossou\n- Pavel Drennik",
            &["released Amina Dossou | date=2026-03-14", "released Pavel Drennik | date=2026-03-14"],
        ),
        (
            "Name | Arrested | Sentence\nTomas Verrel | 3 March 2025 | four years",
            &["detained Tomas Verrel | date=2025-03-03", "convicted Tomas Verrel | terms=four years"],
        ),
        ("Name | Team | Goals\nTomas Verrel | Kellin | 4", &[]),
        ("SPEAKERS OF THE EVENING\n\n- Tomas Verrel, teacher\n- Lidia Okoro, nurse", &[]),
        (
            "KELLIN PRISON\n\n- Tomas Verrel, teacher. Nine years for sedition.",
            &["held Tomas Verrel | place=KELLIN PRISON", "convicted Tomas Verrel | for=sedition terms=Nine years"],
        ),
        ("DIED IN CUSTODY\n\n- Rosa Drennik\n- Nora Quist", &["died Rosa Drennik", "died Nora Quist"]),
    ];

    const SPANISH: &[Case] = &[
        (
            "CÁRCEL DE QUELÍN\n\n- Tomás Verrel, maestro\n- Lidia Ocampo, enfermera",
            &["held Tomás Verrel | place=CÁRCEL DE QUELÍN", "held Lidia Ocampo | place=CÁRCEL DE QUELÍN"],
        ),
        ("PARADERO DESCONOCIDO\n\n- Clara Menares\n- Marta Ilvera", &["missing Clara Menares", "missing Marta Ilvera"]),
        ("EXCARCELADOS\n\n- Amina Dosal\n- Paulo Drena", &["released Amina Dosal", "released Paulo Drena"]),
        (
            "CÁRCEL DE QUELÍN\n\n- Tomás Verrel, maestro. Siete años por sedición.",
            &["held Tomás Verrel | place=CÁRCEL DE QUELÍN", "convicted Tomás Verrel | for=sedición terms=Siete años"],
        ),
        (
            "Excarcelados el 14 de marzo:\n\n1. Amina Dosal\n2. Paulo Drena",
            &["released Amina Dosal | date=2026-03-14", "released Paulo Drena | date=2026-03-14"],
        ),
        (
            "Nombre | Fecha de arresto | Condena\nTomás Verrel | 3 de marzo de 2025 | cuatro años",
            &["detained Tomás Verrel | date=2025-03-03", "convicted Tomás Verrel | terms=cuatro años"],
        ),
        ("Nombre | Equipo | Goles\nTomás Verrel | Quelín | 4", &[]),
        ("PROGRAMA\n\n- Tomás Verrel, maestro\n- Lidia Ocampo, enfermera", &[]),
        ("DESAPARECIDAS\n\n- Rosa Drena\n- Nora Quiles", &["missing Rosa Drena", "missing Nora Quiles"]),
    ];

    #[test]
    fn english() {
        check(Language::English, Kind::Status, ENGLISH);
    }

    #[test]
    fn spanish() {
        check(Language::Spanish, Kind::Status, SPANISH);
    }
}
