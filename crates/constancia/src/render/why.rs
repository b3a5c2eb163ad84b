//! Why a fact is held so surely, in a phrase: the rule of certainty told the other way round, from what it gave.

use constancia_model::{Certainty, Verdict};
use constancia_register::Rules;
use constancia_register::brief::{Contradiction, Fact, Side, Source};

use crate::catalogue::Catalogue;
use crate::render::view::Known;
use crate::render::{plain, words};

/// The certainty of a fact and what made it so.
pub fn sentence(fact: &Fact, known: &Known<'_>, catalogue: &Catalogue) -> String {
    let why = match fact.certainty {
        Certainty::Confirmed => confirmed(fact, known.rules, catalogue),
        Certainty::Disputed => disputed(fact, known.contradictions, catalogue),
        Certainty::Corroborated => by_origins("why-corroborated", fact, catalogue),
        Certainty::Reported => by_origins("why-reported", fact, catalogue),
    };
    let values = [("certainty", words::certainty(fact.certainty, catalogue).into()), ("why", why.into())];
    catalogue.fill("certainty-why", &values)
}

fn by_origins(key: &str, fact: &Fact, catalogue: &Catalogue) -> String {
    let sources: Vec<&Source> = fact.sources.iter().map(AsRef::as_ref).collect();
    let (_, origins) = words::reports_and_origins(&sources);
    catalogue.fill(key, &[("origins", origins.into())])
}

/// A reviewer's word comes before that of an informant who settles it.
fn confirmed(fact: &Fact, rules: &Rules, catalogue: &Catalogue) -> String {
    if let Some(ruling) = fact.rulings.iter().rev().find(|ruling| ruling.decision == Verdict::Stands) {
        return catalogue.fill("why-reviewer", &[("who", plain::line(&ruling.author).into())]);
    }
    let classes = rules.certainty.confirmed_by.get(&fact.status).map_or(&[][..], Vec::as_slice);
    let settles = |source: &&Source| {
        source.stance == fact.stance
            && !source.hedged
            && source.informant_class.is_some_and(|class| classes.contains(&class))
    };
    let source = fact.sources.iter().map(AsRef::as_ref).find(settles);
    let class = source.and_then(|source| source.informant_class);
    match source.zip(class) {
        Some((source, class)) => {
            let who = words::informant(source, catalogue);
            catalogue.fill("why-settled", &[("class", words::class(class, catalogue).into()), ("who", who.into())])
        }
        None => catalogue.say("why-settled-otherwise"),
    }
}

/// Who says otherwise: the other sides of what is open about this fact.
fn disputed(fact: &Fact, contradictions: &[Contradiction], catalogue: &Catalogue) -> String {
    let of_fact =
        |side: &Side| side.sources.iter().any(|one| fact.sources.iter().any(|known| known.statement == one.statement));
    let concerned = contradictions.iter().filter(|one| one.is_open() && one.sides.iter().any(of_fact));
    let others = concerned.flat_map(|one| &one.sides).filter(|side| !of_fact(side)).flat_map(|side| &side.sources);
    let others: Vec<&Source> = others.map(AsRef::as_ref).collect();
    if others.is_empty() {
        return catalogue.say("why-disputed-otherwise");
    }
    catalogue.fill("why-disputed", &[("who", words::informants(&others, catalogue).into())])
}
