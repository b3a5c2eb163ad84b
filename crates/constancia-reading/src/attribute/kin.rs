//! Attributes between two persons: kinship, and who is whose lawyer.
//!
//! What it learns is how "her brother" and "the lawyer" are understood later. It knows no event and no role.

use constancia_language::TokenKind;
use constancia_language::tagging::lists::Gender;
use constancia_model::AttributeField;

use super::{shared, statement};
use crate::explanation::{Explained, Rule};
use crate::phrases::{Phrase, PhraseKind};
use crate::reached::Reached;
use crate::roster::PersonId;
use crate::scene::{Relation, Row, Scene};

/// Relatives and lawyers who were mentioned without a name, until one comes.
#[derive(Debug, Default)]
pub struct Waiting(Vec<Pending>);

#[derive(Debug)]
struct Pending {
    owner: PersonId,
    noun: String,
    row: usize,
}

impl Waiting {
    /// Kinship and counsel of one row: "her husband, X", "X's mother, Y", "Y, madre de X", "who represents X".
    pub fn statements(&mut self, scene: &mut Scene, row: &Row) -> Vec<Explained> {
        self.0.retain(|p| row.index - p.row < 8);
        let mut found = Vec::new();
        for at in 0..row.phrases.len() {
            match row.phrases[at].kind {
                PhraseKind::Noun => found.extend(self.kin(scene, row, at)),
                PhraseKind::Verb => found.extend(counsel(scene, row, at)),
                _ => {}
            }
        }
        found
    }

    fn kin(&mut self, scene: &mut Scene, row: &Row, at: usize) -> Vec<Explained> {
        let phrase = &row.phrases[at];
        let counsel = |w: usize| {
            let mut singulars = shared::singulars(scene.lower(w));
            singulars.any(|one| scene.words.kin_field(&one) == Some(AttributeField::Lawyer))
        };
        let related = |w: &usize| scene.words.is_kin(scene.lower(*w)) || counsel(*w);
        let Some(noun) = phrase.words.clone().find(related) else { return Vec::new() };
        let lower = scene.lower(noun).to_owned();
        if scene.analysis.words[noun].tag.plural || scene.words.pairs.contains(&lower) {
            return several(scene, row, at, noun);
        }
        let other = relative(scene, row, at, noun);
        let several = several_owners(scene, row, at, noun);
        if let Some(other) = other.filter(|other| several.len() > 1 && !several.contains(other)) {
            let field = scene.words.kin_field(&lower);
            return several.into_iter().flat_map(|owner| relate(scene, owner, other, field, noun)).collect();
        }
        let another = |owner: &PersonId| Some(*owner) != other;
        let owner = whose(scene, row, at, noun, other)
            .filter(another)
            .or_else(|| owner_behind_participle(scene, row, at))
            .or_else(|| listed_owner(scene, row, at))
            .or_else(|| possessing(scene, row, at, other))
            .or_else(|| self.awaited(scene, noun, other));
        match (owner, other) {
            (Some(lawyer), Some(client)) if lawyer != client && scene.words.is_client(&lower) => {
                relate(scene, client, lawyer, Some(AttributeField::Lawyer), noun)
            }
            (Some(owner), Some(other)) if owner != other => {
                relate(scene, owner, other, scene.words.kin_field(&lower), noun)
            }
            (Some(owner), None) => {
                self.0.push(Pending { owner, noun: lower, row: row.index });
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// "The lawyer, X," after "her lawyer said": the owner that was waiting for a name.
    fn awaited(&self, scene: &Scene, noun: usize, other: Option<PersonId>) -> Option<PersonId> {
        let lower = scene.lower(noun);
        other?;
        self.0.iter().rev().find(|p| p.noun == lower).map(|p| p.owner)
    }
}

/// "Ana has a daughter, X", "tiene un hijo, X": who has somebody with a name.
fn possessing(scene: &Scene, row: &Row, at: usize, other: Option<PersonId>) -> Option<PersonId> {
    let verb = at.checked_sub(1).filter(|&k| row.phrases[k].kind == PhraseKind::Verb)?;
    let has =
        scene.words.possessing.contains(scene.lower(row.phrases[verb].head)) && row.phrases[verb].words.len() == 1;
    other.filter(|_| has)?;
    let subject = scene.clause(row).subject(verb);
    let named = subject.iter().find_map(|&k| scene.persons(row, k).first().copied());
    let left_out = || scene.dropped_subject(row, row.phrases[verb].words.start);
    named.or_else(|| left_out().filter(|_| subject.is_empty() && scene.analysis.is_spanish()))
}

/// Whose relative or lawyer the noun is: the possessor by name, by "whose", or by a possessive, which goes to somebody of
/// the same family first, and with a husband or a wife to whoever can be the other half.
fn whose(scene: &Scene, row: &Row, at: usize, noun: usize, other: Option<PersonId>) -> Option<PersonId> {
    let phrase = &row.phrases[at];
    if at > 0 && row.phrases[at - 1].kind == PhraseKind::Relative && scene.is_possessive(row.phrases[at - 1].head) {
        return scene.roster.before(phrase.words.start).next().map(|m| m.person);
    }
    let field = scene.words.kin_field(scene.lower(noun));
    let Some(possessive) = scene.possessive(phrase, noun) else { return scene.owner(row, phrase, noun) };
    let family = other.filter(|_| !matches!(field, Some(AttributeField::Lawyer | AttributeField::Spouse)));
    let near = || scene.roster.before(phrase.words.start).take(16).map(|m| m.person);
    let related = |id: &PersonId| {
        family.is_some_and(|relative| *id != relative && scene.roster.share_surname(*id, relative))
            && scene.roster.may_be(*id, possessive)
    };
    let half = crate::roster::gender_of(scene.lower(noun), scene.words).map(|gender| match gender {
        Gender::Feminine => Gender::Masculine,
        _ => Gender::Feminine,
    });
    let half = half.filter(|_| field == Some(AttributeField::Spouse) && possessive.is_none());
    let spouse = || half.and_then(|gender| scene.possessor(row, phrase.words.start, Some(gender)));
    near().find(related).or_else(spouse).or_else(|| scene.possessor(row, phrase.words.start, possessive))
}

/// "la abogada de los cuatro", "the mother of both", "their lawyer": several who share one.
fn several_owners(scene: &Scene, row: &Row, at: usize, noun: usize) -> Vec<PersonId> {
    let phrase = &row.phrases[at];
    let before = |w: usize| scene.lower(w) == "their" || scene.words.couples.contains(scene.lower(w));
    if (phrase.words.start..noun).any(before) {
        return scene.recent_group(row, phrase.words.start);
    }
    let joint = row.phrases.get(at + 1).filter(|p| matches!(scene.lower(p.head), "of" | "for" | "de" | "del"));
    let joint = joint.filter(|p| {
        scene.lower(p.head) != "for" || scene.words.kin_field(scene.lower(noun)) == Some(AttributeField::Lawyer)
    });
    let group = row.phrases.get(at + 2).filter(|p| p.kind == PhraseKind::Noun && joint.is_some());
    let Some(group) = group else { return Vec::new() };
    if scene.roster.within(&group.words).is_some() {
        let list = scene.clause(row).list_right(at + 2);
        return list.iter().filter_map(|&k| named_alone(scene, &row.phrases[k])).collect();
    }
    scene.persons(row, at + 2)
}

/// The person whose name is all that the phrase says.
fn named_alone(scene: &Scene, phrase: &Phrase) -> Option<PersonId> {
    let first = scene.roster.mentions_in(&phrase.words).first()?;
    (first.words == phrase.words).then_some(first.person)
}

/// "who represents X", "que defiende al campesino X": whoever does so is the lawyer of everybody named behind it.
fn counsel(scene: &mut Scene, row: &Row, at: usize) -> Vec<Explained> {
    let verb = row.phrases[at].head;
    let relative = at > 0 && row.phrases[at - 1].kind == PhraseKind::Relative;
    let represents = scene.lower(verb).starts_with("represent");
    if !scene.words.representing.contains(scene.lower(verb)) || !relative && !represents {
        return Vec::new();
    }
    let lawyer = scene.clause(row).subject(at).iter().find_map(|&k| scene.persons(row, k).first().copied());
    let over = row.phrases.get(at + 1).is_some_and(|p| matches!(scene.lower(p.head), "a" | "al"));
    let object = at + 1 + usize::from(over);
    let noun = row.phrases.get(object).is_some_and(|p| p.kind == PhraseKind::Noun);
    let Some(lawyer) = lawyer.filter(|_| noun) else { return Vec::new() };
    let list = scene.clause(row).list_right(object);
    let clients: Vec<PersonId> = list.iter().filter_map(|&k| scene.roster.within(&row.phrases[k].words)).collect();
    let others = clients.into_iter().filter(|&client| client != lawyer);
    others.flat_map(|client| relate(scene, client, lawyer, Some(AttributeField::Lawyer), verb)).collect()
}

/// "the wife of jailed editor X", "madre del estudiante desaparecido X": a participle stands before the owner's name.
fn owner_behind_participle(scene: &Scene, row: &Row, at: usize) -> Option<PersonId> {
    let mut rest = row.phrases.get(at + 1..)?.iter();
    let joint = rest.next().filter(|p| matches!(scene.lower(p.head), "of" | "de" | "del"))?;
    let owner = rest.take(3).take_while(|p| matches!(p.kind, PhraseKind::Noun | PhraseKind::Verb | PhraseKind::Other));
    let single = |p: &&Phrase| p.kind != PhraseKind::Verb || p.words.len() == 1;
    owner
        .take_while(single)
        .find_map(|p| scene.roster.within(&p.words))
        .filter(|_| joint.kind == PhraseKind::Preposition)
}

/// The named relative: in the same phrase behind the noun, in apposition behind it, or before it ("Y, madre de X").
fn relative(scene: &Scene, row: &Row, at: usize, noun: usize) -> Option<PersonId> {
    let phrase = &row.phrases[at];
    if let Some(person) = scene.roster.within(&(noun + 1..phrase.words.end)) {
        return Some(person);
    }
    let comma = row.phrases.get(at + 1).is_some_and(|p| p.kind == PhraseKind::Comma);
    let mut k = at + 1 + usize::from(comma);
    if let [joint, owner, ..] = row.phrases.get(at + 1..).unwrap_or_default()
        && matches!(scene.lower(joint.head), "of" | "de" | "del")
        && owner.kind == PhraseKind::Noun
    {
        k = at + 3;
        k += usize::from(row.phrases.get(k).is_some_and(|p| p.kind == PhraseKind::Comma));
    }
    while row
        .phrases
        .get(k)
        .is_some_and(|p| p.kind == PhraseKind::Other && scene.analysis.words[p.head].kind == TokenKind::Word)
    {
        k += 1;
    }
    let behind = row
        .phrases
        .get(k)
        .filter(|p| p.kind == PhraseKind::Noun)
        .filter(|_| k > at + 1 && matches!(row.phrases[k - 1].kind, PhraseKind::Comma | PhraseKind::Other));
    let verb =
        at.checked_sub(1).filter(|&v| row.phrases[v].kind == PhraseKind::Verb && row.phrases[v].words.len() == 1);
    if let Some(verb) = verb.filter(|&v| crate::clause::is_be(scene.lower(row.phrases[v].head))) {
        return scene.clause(row).subject(verb).iter().find_map(|&k| scene.persons(row, k).first().copied());
    }
    let named_behind = behind.and_then(|p| scene.roster.within(&p.words).filter(|_| p.words.len() < 9));
    named_behind.or_else(|| named_before(scene, row, at))
}

/// "Y, madre de X", "Y, de 44 años, maestra, madre de X": the name before an apposition, over appositions between.
fn named_before(scene: &Scene, row: &Row, at: usize) -> Option<PersonId> {
    let mut end = at.checked_sub(1)?;
    for _ in 0..3 {
        if row.phrases[end].kind != PhraseKind::Comma {
            return None;
        }
        let before = row.phrases[..end].iter().rposition(|p| p.kind == PhraseKind::Comma);
        let start = before.map_or(0, |comma| comma + 1);
        let last = row.phrases[start..end].last()?;
        if let Some(person) = scene.roster.within(&last.words) {
            return Some(person);
        }
        let verb = row.phrases[start..end].iter().any(|p| p.kind == PhraseKind::Verb);
        end = before.filter(|_| !verb && end - start < 5)?;
    }
    None
}

/// In a list, "his son" belongs to the person of the item before.
fn listed_owner(scene: &Scene, row: &Row, at: usize) -> Option<PersonId> {
    let item = scene.analysis.blocks[row.block].kind == constancia_language::BlockKind::Item;
    let phrase = &row.phrases[at];
    let first = scene.lower(phrase.words.start);
    let possessive = scene.words.pronouns.possessive_any.contains(first)
        || scene.words.pronouns.possessive_male.contains(first)
        || scene.words.pronouns.possessive_female.contains(first);
    let previous = scene.analysis.blocks.get(row.block.checked_sub(1)?)?;
    let anterior = row
        .phrases
        .get(at + 1..at + 3)
        .is_some_and(|p| p.iter().any(|p| p.words.clone().any(|w| scene.lower(w) == "anterior")));
    let people = scene.roster.all_within(&previous.tokens);
    people.first().copied().filter(|_| item && (possessive || anterior))
}

/// "los hermanos A y B", "the brothers A and B"; "sus hijos, A y B", "los abogados de X, A y B": with an owner, all of them
/// are hers, without one, they are each other's.
fn several(scene: &mut Scene, row: &Row, at: usize, noun: usize) -> Vec<Explained> {
    let lower = scene.lower(noun).to_owned();
    let singular = || shared::singulars(&lower).find_map(|one| scene.words.kin_field(&one));
    let field = scene.words.kin_field(&lower).or_else(singular);
    let owner = owner_of_several(scene, row, at, noun);
    let mut people: Vec<PersonId> = shared::sharers(scene, row, at, noun).iter().map(|m| m.person).collect();
    if people.is_empty() && owner.is_some() {
        people = shared::named_behind(scene, row, at + 3).iter().map(|m| m.person).collect();
    }
    if let (Some(owner), Some(field)) = (owner, field) {
        let others = people.into_iter().filter(|&other| other != owner);
        return others.flat_map(|other| relate(scene, owner, other, Some(field), noun)).collect();
    }
    let sibling = field == Some(AttributeField::Sibling);
    let pairs = (0..people.len()).flat_map(|one| (one + 1..people.len()).map(move |other| (one, other)));
    let pairs = pairs.map(|(one, other)| (people[one], people[other])).filter(|(one, other)| sibling && one != other);
    pairs.flat_map(|(one, other)| relate(scene, one, other, field, noun)).collect()
}

/// Whose several relatives or lawyers they are.
fn owner_of_several(scene: &Scene, row: &Row, at: usize, noun: usize) -> Option<PersonId> {
    let phrase = &row.phrases[at];
    let named = scene.roster.within(&(phrase.words.start..noun));
    let possessive =
        || scene.possessive(phrase, noun).and_then(|gender| scene.possessor(row, phrase.words.start, gender));
    named.or_else(possessive).or_else(|| {
        let [joint, owner, comma, ..] = row.phrases.get(at + 1..)? else { return None };
        let of = matches!(scene.lower(joint.head), "of" | "for" | "de" | "del") && comma.kind == PhraseKind::Comma;
        scene.roster.within(&owner.words).filter(|_| of && owner.kind == PhraseKind::Noun)
    })
}

/// Records a relation both ways and states it.
fn relate(
    scene: &mut Scene,
    owner: PersonId,
    other: PersonId,
    field: Option<AttributeField>,
    noun: usize,
) -> Vec<Explained> {
    let lower = scene.lower(noun).to_owned();
    let known = scene.relations.iter().any(|r| r.person == owner && r.other == other);
    if !known {
        scene.relations.push(Relation { person: owner, field, noun: constancia_language::fold(&lower), other });
        if let Some(back) = field.and_then(inverse) {
            scene.relations.push(Relation { person: other, field: Some(back), noun: String::new(), other: owner });
        }
        if scene.words.kin_field(&lower) == Some(AttributeField::Lawyer) {
            scene.roster.learn_role(other, &lower, scene.words);
        } else if let Some(gender) = crate::roster::gender_of(&lower, scene.words) {
            let person = &mut scene.roster.persons[other];
            person.gender = person.gender.or(Some(gender));
        }
    }
    let name = |id: PersonId| scene.roster.persons[id].name.clone();
    let Some(field) = field else { return Vec::new() };
    let words = noun..noun + 1;
    let told = |person: PersonId, field, value: PersonId| {
        let person = Reached::nearest(scene, person, noun);
        statement(scene, &Rule::Kinship, words.clone(), &person, field, name(value), &words)
    };
    let back = inverse(field).and_then(|back| told(other, back, owner));
    told(owner, field, other).into_iter().chain(back).collect()
}

fn inverse(field: AttributeField) -> Option<AttributeField> {
    match field {
        AttributeField::Spouse => Some(AttributeField::Spouse),
        AttributeField::Sibling => Some(AttributeField::Sibling),
        AttributeField::Parent => Some(AttributeField::Child),
        AttributeField::Child => Some(AttributeField::Parent),
        _ => None,
    }
}
