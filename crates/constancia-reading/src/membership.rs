//! Members of a group: "the others are A, B and C", "among them is X", "X was one of 96 prisoners", "los dos absueltos, X y Y".
//!
//! What was said of the group last counted is said of those named as its members. No verb of custody stands there.

use constancia_language::inflection::Inflection;
use constancia_language::tagging::Tag;
use constancia_model::{Attribute, AttributeField, Content, PartialDate, ReleaseTerms, Statement, Status};

use crate::events::Event;
use crate::explanation::{Explained, Explanation, Part, Role, Rule, Way};
use crate::frames::VerbEntry;
use crate::phrases::PhraseKind;
use crate::reached::Reached;
use crate::roster::PersonId;
use crate::scene::{Row, Scene};
use crate::scope::Scope;
use crate::when;

/// The group that the text spoke of last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// What happened to it.
    pub status: Status,
    /// The terms of its release.
    pub terms: Option<ReleaseTerms>,
    /// The block that spoke of it.
    pub block: usize,
    /// The word that gives its nationality, where it has one.
    pub nationality: Option<usize>,
    /// When it happened to it.
    pub date: Option<PartialDate>,
}

/// The events of a row that name members of `group`, or of the group that an event of the row itself happened to.
pub fn events(scene: &Scene, row: &Row, group: Option<Group>, own: &[Event]) -> Vec<Event> {
    let mut found = Vec::new();
    for at in 0..row.phrases.len() {
        let Some(group) = own_members(scene, row, at, own) else { continue };
        match row.phrases[at].kind {
            PhraseKind::Stop => found.extend(named_behind(scene, row, at, group)),
            _ => found.extend(included(scene, row, at, group)),
        }
    }
    let told = |at: usize| among_told(scene, row, at);
    found.extend((0..row.phrases.len()).filter_map(told));
    if !found.is_empty() {
        return found;
    }
    let Some(group) = group.filter(|g| row.block <= g.block + 3) else { return found };
    for at in 0..row.phrases.len() {
        match row.phrases[at].kind {
            PhraseKind::Verb => {
                found.extend(listed(scene, row, at, group).or_else(|| identified(scene, row, at, group)))
            }
            PhraseKind::Stop => found.extend(spelled_out(scene, row, at, group)),
            PhraseKind::Preposition => found.extend(included(scene, row, at, group)),
            _ => {}
        }
    }
    found
}

/// The group that an event before `at` happened to: "Three women were freed: A, B and C".
fn own_members(scene: &Scene, row: &Row, at: usize, own: &[Event]) -> Option<Group> {
    let plural = |k: &usize| {
        let phrase = &row.phrases[*k];
        *k < at && scene.analysis.words[phrase.head].tag.plural && scene.roster.within(&phrase.words).is_none()
    };
    let before = |e: &&Event| e.at < at && e.scope.negated.is_none() && e.patients.iter().any(plural);
    let event = own.iter().filter(before).max_by_key(|e| e.at)?;
    let date = when::date(scene, row, event, &when::part(scene, row, &event.words)).map(|(date, _)| date);
    Some(Group { status: event.status, terms: event.terms, block: row.block, nationality: None, date })
}

/// "Entre los excarcelados figuran A y B", "los detenidos son A y B", "A no figura entre los liberados": the words for the
/// group say themselves what happened to its members.
fn among_told(scene: &Scene, row: &Row, at: usize) -> Option<Event> {
    let verb = &row.phrases[at];
    if verb.kind != PhraseKind::Verb || !lists_members(scene.lower(verb.head)) {
        return None;
    }
    let part = row.between_stops(at);
    let noun = |k: &usize| row.phrases[*k].kind == PhraseKind::Noun;
    let opened = (0..at).filter(|&k| part.contains(&row.phrases[k].words.start));
    let first = opened.clone().find(noun).filter(|_| opened.clone().all(|k| row.phrases[k].kind != PhraseKind::Verb));
    let among = |k: usize| matches!(scene.lower(row.phrases[k].head), "entre" | "among");
    let (status, patients) = match first.and_then(|k| told_of(scene, row, k)) {
        Some(status) => (status, members(scene, row, at)),
        None => {
            let behind = row.phrases.get(at + 1).filter(|_| among(at + 1)).map(|_| at + 2)?;
            let subject = scene.clause(row).subject(at).into_iter();
            let people = subject.filter(|&k| scene.roster.within(&row.phrases[k].words).is_some()).collect();
            (told_of(scene, row, behind)?, people)
        }
    };
    let mut negations = part.start..verb.words.end;
    let negated = negations.find(|&w| scene.words.negations.contains(scene.lower(w)));
    let group = Group { status, terms: None, block: row.block, nationality: None, date: None };
    let event = event(row, at, patients, group);
    let scope = Scope { negated, ..event.scope };
    (!event.patients.is_empty()).then_some(Event { scope, ..event })
}

fn lists_members(verb: &str) -> bool {
    matches!(
        verb,
        "figura"
            | "figuran"
            | "figuraba"
            | "figuraban"
            | "está"
            | "están"
            | "estaba"
            | "estaban"
            | "son"
            | "eran"
            | "are"
            | "were"
            | "is"
            | "was"
            | "aparece"
            | "aparecen"
            | "encuentra"
            | "encuentran"
    )
}

/// What "los excarcelados", "the detained" says of those whom it means, by the participle of a frame's verb or by its mark.
fn told_of(scene: &Scene, row: &Row, k: usize) -> Option<Status> {
    let phrase = row.phrases.get(k).filter(|p| p.kind == PhraseKind::Noun)?;
    let definite = matches!(scene.lower(phrase.words.start), "the" | "los" | "las" | "those");
    let lower = scene.lower(phrase.head);
    let participle = |e: &&VerbEntry| matches!(e.inflection, Inflection::Past | Inflection::Participle);
    let by_verb = scene.frames.verb(lower).iter().find(|e| participle(e) && e.tail.is_empty()).map(|e| e.frame);
    let plural = scene.analysis.words[phrase.head].tag.plural || !scene.analysis.is_spanish();
    let frame = by_verb.or_else(|| scene.frames.mark(lower)).filter(|_| definite && plural)?;
    let frame = scene.frames.get(frame);
    frame.needs.is_none().then_some(frame.status)
}

/// The persons behind a colon.
fn named_behind(scene: &Scene, row: &Row, at: usize, group: Group) -> Option<Event> {
    let colon = scene.lower(row.phrases[at].head) == ":";
    let first = row.phrases.get(at + 1).filter(|p| colon && p.kind == PhraseKind::Noun).map(|_| at + 1)?;
    let list = scene.clause(row).list_right(first);
    let people = named_in(scene, row, first);
    (people.len() > 1 && people.len() == list.len()).then(|| event(row, at, people, group))
}

/// The nationality that members share with their group: "five Spaniards were let go; the others are A and B".
pub fn nationalities(scene: &Scene, row: &Row, group: Option<Group>, events: &[Event]) -> Vec<Explained> {
    let Some(word) = group.and_then(|g| g.nationality) else { return Vec::new() };
    let value = scene.analysis.words[word].of(scene.analysis.text).to_owned();
    let members = events.iter().flat_map(|e| e.patients.iter()).flat_map(|&k| scene.persons(row, k));
    let statement = |person: PersonId| {
        let mention = scene.roster.mentions_in(&row.words).iter().find(|m| m.person == person)?;
        let words = word.min(mention.words.start)..mention.words.end.max(word + 1);
        let said = scene.evidence(&(word..word + 1))?;
        let mut explanation = Explanation::new(Rule::SharedNationality, said.clone());
        let member = Reached::named(person, mention.words.clone(), Way::GroupMember);
        explanation.parts = vec![
            member.part(scene, Role::Person, mention.words.start),
            Part::new(Role::Value, value.clone(), Way::FromWhole, Some(said)),
        ];
        let person = scene.roster.persons[person].name.clone();
        let attribute = Attribute { person, field: AttributeField::Nationality, value: value.clone() };
        let statement = Statement::new(Content::Attribute(attribute), scene.evidence(&words)?);
        Some(Explained { statement, explanation })
    };
    members.filter_map(statement).collect()
}

/// "the five include A", "the others were named as A and B", "los del avión son A y B", "A was one of".
fn listed(scene: &Scene, row: &Row, at: usize, group: Group) -> Option<Event> {
    let verb = scene.lower(row.phrases[at].head);
    let lists = matches!(
        verb,
        "are"
            | "were"
            | "include"
            | "includes"
            | "included"
            | "including"
            | "is"
            | "was"
            | "son"
            | "eran"
            | "incluye"
            | "incluyen"
            | "fueron"
            | "figura"
            | "figuran"
            | "está"
            | "están"
            | "es"
            | "named"
            | "identified"
    );
    if !lists {
        return None;
    }
    let among = matches!(scene.lower(row.words.start), "among" | "entre")
        && row.phrases[..at].iter().all(|p| p.kind != PhraseKind::Verb);
    let subject = scene.clause(row).subject(at);
    if among || subject.iter().any(|&k| is_group(scene, row, k)) {
        let behind = members(scene, row, at);
        let own = own_group(scene, row, at).map_or(group, |status| Group { status, terms: None, date: None, ..group });
        return (!behind.is_empty()).then(|| event(row, at, behind, own));
    }
    let patients = one_of(scene, row, at, &subject)?;
    let behind = row.phrases[at].words.start..(row.phrases[at].words.end + 1).min(row.words.end);
    let negated = behind.into_iter().find(|&w| scene.words.negations.contains(scene.lower(w)));
    let event = event(row, at, patients, group);
    let date = event.date.filter(|_| negated.is_none());
    Some(Event { date, scope: Scope { negated, ..event.scope }, ..event })
}

/// "identified them as A, B and C", "identified the group as including A", "named the five as A and B".
fn identified(scene: &Scene, row: &Row, at: usize, group: Group) -> Option<Event> {
    let verb = scene.lower(row.phrases[at].head);
    let names = ["identif", "nam", "nombr", "enumer", "list"].iter().any(|stem| verb.starts_with(stem));
    let object = row.phrases.get(at + 1).filter(|p| p.kind == PhraseKind::Noun)?;
    let them = matches!(scene.lower(object.head), "them") || is_group(scene, row, at + 1);
    let as_ = row.phrases.get(at + 2).is_some_and(|p| matches!(scene.lower(p.words.start), "as" | "como"));
    let first = (at + 2..row.phrases.len()).find(|&k| row.phrases[k].kind == PhraseKind::Noun)?;
    let people = named_in(scene, row, first);
    (names && them && as_ && !people.is_empty()).then(|| event(row, at, people, group))
}

/// "dio sus nombres: A, B y C": a list of persons behind a colon, after a word for names or for the group.
fn spelled_out(scene: &Scene, row: &Row, at: usize, group: Group) -> Option<Event> {
    let before = row.words.start..row.phrases[at].words.start;
    let names = before
        .into_iter()
        .any(|w| matches!(scene.lower(w), "names" | "nombres" | "identities" | "identidades" | "lista" | "list"));
    let first = row.phrases.get(at + 1).filter(|p| p.kind == PhraseKind::Noun).map(|_| at + 1)?;
    let people = named_in(scene, row, first);
    (names && people.len() > 1).then(|| event(row, at, people, group))
}

fn named_in(scene: &Scene, row: &Row, first: usize) -> Vec<usize> {
    let list = scene.clause(row).list_right(first);
    list.into_iter().filter(|&k| scene.roster.within(&row.phrases[k].words).is_some()).collect()
}

/// "Entre los trece condenados": the phrase itself says what happened to the group.
fn own_group(scene: &Scene, row: &Row, at: usize) -> Option<Status> {
    let before = row.words.start..row.phrases[at].head;
    let past = |w: usize| scene.frames.verb(scene.lower(w)).iter().find(|e| e.inflection == Inflection::Past);
    let frame = |w: usize| scene.frames.mark(scene.lower(w)).or_else(|| past(w).map(|entry| entry.frame));
    Some(scene.frames.get(before.into_iter().find_map(frame)?).status)
}

/// The persons named behind the verb.
fn members(scene: &Scene, row: &Row, at: usize) -> Vec<usize> {
    let first = (at + 1..row.phrases.len()).take(4).find(|&k| row.phrases[k].kind == PhraseKind::Noun);
    first.map(|k| named_in(scene, row, k)).unwrap_or_default()
}

/// "the others", "the five", "los dos", "those freed", "los del avión".
fn is_group(scene: &Scene, row: &Row, k: usize) -> bool {
    let words = &row.phrases[k].words;
    let first = scene.lower(words.start);
    let definite = matches!(first, "the" | "los" | "las" | "these" | "estos" | "they" | "ellos" | "those");
    let group = words.clone().any(|w| {
        matches!(
            scene.lower(w),
            "others"
                | "other"
                | "group"
                | "rest"
                | "demás"
                | "otros"
                | "otras"
                | "grupo"
                | "they"
                | "those"
                | "beneficiarios"
                | "ellos"
        ) || scene.analysis.words[w].tag.tag == Tag::Number
    });
    let elliptical = words.len() == 1 && matches!(first, "los" | "las");
    let best = words.clone().any(|w| matches!(scene.lower(w), "known" | "conocido" | "conocida" | "famous" | "famoso"));
    (definite && group || elliptical || best) && scene.roster.within(words).is_none()
}

/// "She was one of 96 prisoners", "Lampson sí es uno de los siete", "one of them was X".
fn one_of(scene: &Scene, row: &Row, at: usize, subject: &[usize]) -> Option<Vec<usize>> {
    let behind = (at + 1..row.phrases.len()).find(|&k| row.phrases[k].kind != PhraseKind::Other)?;
    let one = row
        .phrases
        .get(behind)
        .filter(|p| matches!(scene.lower(p.words.start), "one" | "uno" | "una" | "among" | "entre"))?;
    let among = matches!(scene.lower(one.words.start), "among" | "entre");
    let of = one.words.end;
    let alone = of >= row.words.end || scene.lower(of) == ".";
    let group = alone
        || (among || matches!(scene.lower(of), "of" | "de"))
            && (of..(of + 4).min(row.words.end)).any(|w| {
                scene.analysis.words[w].tag.tag == Tag::Number
                    || matches!(scene.lower(w), "them" | "those" | "ellos" | "ellas")
            });
    let people: Vec<usize> = subject.iter().copied().filter(|&k| !scene.persons(row, k).is_empty()).collect();
    (group && !people.is_empty()).then_some(people)
}

/// "…, among them A and B", "including A", "entre ellos A y B".
fn included(scene: &Scene, row: &Row, at: usize, group: Group) -> Option<Event> {
    let start = row.phrases[at].words.start;
    let marks = [
        "among them",
        "including",
        "entre ellos",
        "entre ellas",
        "such as",
        "como",
        "incluidos",
        "incluida",
        "incluido",
    ];
    let mark = marks.iter().find(|m| scene.starts_with(start, row.words.end, m) && **m != "como")?;
    let from = start + mark.split(' ').count();
    let first = row.phrases.iter().position(|p| p.kind == PhraseKind::Noun && p.words.end > from)?;
    let people = named_in(scene, row, first);
    let same_row = group.block == row.block;
    (same_row && !people.is_empty()).then(|| event(row, at, people, group))
}

fn event(row: &Row, at: usize, patients: Vec<usize>, group: Group) -> Event {
    let event = Event::new(Rule::Member, group.status, row.phrases[at].words.clone(), at, patients);
    Event { terms: group.terms, date: group.date, way: Way::GroupMember, ..event }
}

#[cfg(test)]
mod tests {
    use constancia_model::Language;

    use crate::testing::{Case, Kind, check};

    const ENGLISH: &[Case] = &[
        (
            "Police detained 19 farmers on Monday. Those released were Ana Salas and Marta Ilves.",
            &["released Ana Salas", "released Marta Ilves"],
        ),
        (
            "Police released 96 prisoners on Sunday. Kofi Mensara was one of them.",
            &["released Kofi Mensara | date=2026-03-15"],
        ),
        ("The choir has forty members. Among them are Marta Ilves and Lidia Okoro.", &[]),
        (
            "Three nurses were detained on Monday. The three are Amina Dossou, Ines Verrel and Rosa Drennik.",
            &[
                "detained Amina Dossou | date=2026-03-16",
                "detained Ines Verrel | date=2026-03-16",
                "detained Rosa Drennik | date=2026-03-16",
            ],
        ),
        (
            "Police arrested seven farmers on Sunday. The others are Ivo Drennik and Nora Quist.",
            &["detained Ivo Drennik | date=2026-03-15", "detained Nora Quist | date=2026-03-15"],
        ),
        ("The choir has forty members. Kofi Mensara is one of them.", &[]),
    ];

    const SPANISH: &[Case] = &[
        (
            "La policía liberó a 96 presos el domingo. Clara Menares es una de ellas.",
            &["released Clara Menares | date=2026-03-15"],
        ),
        (
            "Tres enfermeras fueron detenidas el lunes. Las tres son Amina Dosal, Inés Lugo y Rosa Drena.",
            &[
                "detained Amina Dosal | date=2026-03-16",
                "detained Inés Lugo | date=2026-03-16",
                "detained Rosa Drena | date=2026-03-16",
            ],
        ),
        ("El coro tiene cuarenta miembros. Entre ellos están Marta Ilvera y Lidia Ocampo.", &[]),
        ("El coro tiene cuarenta miembros. Clara Menares es una de ellas.", &[]),
        (
            "Siete campesinos fueron detenidos el domingo. Los otros son Ivo Drena y Paulo Drena.",
            &["detained Ivo Drena | date=2026-03-15", "detained Paulo Drena | date=2026-03-15"],
        ),
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
