//! Attributes: who somebody is — role, nationality, age, family, lawyer — from words right beside the name.
//!
//! Read first: what it learns (roles, relations) is how "the nurse" and "her brother" are understood later.

use std::ops::Range;

use constancia_language::TokenKind;
use constancia_language::tagging::Tag;
use constancia_model::{Attribute, AttributeField, Content, Statement};

use crate::explanation::{Explained, Explanation, Part, Role, Rule, Way};
use crate::phrases::PhraseKind;
use crate::reached::{self, Reached};
use crate::scene::{Row, Scene};
use crate::{affiliation, kin};

/// All attributes of the report; the scene learns roles and relations on the way.
pub fn statements(scene: &mut Scene) -> Vec<Explained> {
    let mut found = Vec::new();
    let mut waiting = kin::Waiting::default();
    for index in 0..scene.rows.len() {
        let row = scene.rows[index].clone();
        let beside = beside_names(scene, &row);
        found.extend(beside.iter().flat_map(|b| said(scene, b)));
        for b in beside {
            learn(scene, &b);
        }
        found.extend(copulas(scene, &row));
        found.extend(affiliation::statements(scene, &row));
        found.extend(waiting.statements(scene, &row));
    }
    found
}

/// Words that say who somebody is: beside her name, or behind a verb of being.
struct Beside {
    person: Reached,
    words: Range<usize>,
    rule: Rule,
}

fn learn(scene: &mut Scene, beside: &Beside) {
    let words = scene.words;
    for w in beside.words.clone() {
        let lower = scene.lower(w).to_owned();
        if words.is_person_noun(&lower) && (!words.is_kin(&lower) || words.is_work(&lower))
            || words.kin_field(&lower) == Some(AttributeField::Lawyer)
        {
            scene.roster.learn_role(beside.person.person, &lower, words);
        } else if words.is_kin(&lower) {
            let gender = crate::roster::gender_of(&lower, words);
            let known = &mut scene.roster.persons[beside.person.person];
            known.gender = known.gender.or(gender);
        }
    }
}

/// Nouns before a name in its phrase, in apposition behind it, or in a phrase before it with a comma between.
fn beside_names(scene: &Scene, row: &Row) -> Vec<Beside> {
    let mut found = Vec::new();
    let mentions = scene.roster.mentions_in(&row.words).to_vec();
    for mention in mentions {
        let Some(at) = row.phrase_at(mention.words.start) else { continue };
        if row.phrases[at].kind != PhraseKind::Noun {
            continue;
        }
        let person = Reached::named(mention.person, mention.words.clone(), Way::Itself);
        let beside = |words| Beside { person: person.clone(), words, rule: Rule::BesideName };
        found.extend(prefix(scene, row, at, &mention.words).map(beside));
        found.extend(behind(scene, row, at, &mention.words).into_iter().map(beside));
        found.extend(before(scene, row, at, &mention.words).map(beside));
        found.extend(before_participle(scene, row, at, &mention.words).map(beside));
    }
    found
}

/// "el estudiante desaparecido X": the noun before a participle before the name.
fn before_participle(scene: &Scene, row: &Row, at: usize, name: &Range<usize>) -> Option<Range<usize>> {
    let [noun, participle] = row.phrases[..at].last_chunk::<2>()?;
    let single =
        participle.kind == PhraseKind::Verb && participle_aside(scene, participle) && participle.words.len() == 1;
    let role = noun.kind == PhraseKind::Noun && is_role_noun(scene, noun.head);
    let plural = scene.analysis.words[noun.head].tag.plural || scene.roster.within(&noun.words).is_some();
    let fits = scene.analysis.is_spanish() && single && role && !plural && row.phrases[at].words.start == name.start;
    fits.then(|| strip_possessive(scene, scene.without_article(&noun.words)))
}

/// "the Irish priest X", "Ministry spokesman X", "la enfermera X".
fn prefix(scene: &Scene, row: &Row, at: usize, name: &Range<usize>) -> Option<Range<usize>> {
    let phrase = &row.phrases[at];
    let words = scene.without_article(&(phrase.words.start..name.start.max(phrase.words.start)));
    let words = strip_possessive(scene, words);
    let noun = words.clone().any(|w| is_role_noun(scene, w));
    let words = with_coordinated(scene, row, at, words);
    (!words.is_empty() && noun).then_some(words)
}

/// "Rapper and activist X": the role before the "and" belongs to the same name, when nothing but an article opens it.
fn with_coordinated(scene: &Scene, row: &Row, at: usize, words: Range<usize>) -> Range<usize> {
    let Some([first, joint]) = row.phrases[..at].last_chunk::<2>() else { return words };
    let bare = words.start == row.phrases[at].words.start;
    let joins = joint.kind == PhraseKind::Coordinator && first.kind == PhraseKind::Noun;
    let inner = scene.without_article(&first.words);
    let role = inner.clone().all(|w| is_role_noun(scene, w) || scene.analysis.words[w].tag.tag == Tag::Adjective);
    let single = !scene.analysis.words[first.head].tag.plural && is_role_noun(scene, first.head);
    if bare && joins && role && single { inner.start..words.end } else { words }
}

fn strip_possessive(scene: &Scene, words: Range<usize>) -> Range<usize> {
    let possessive = words.clone().take(1).any(|w| {
        let p = &scene.words.pronouns;
        let lower = scene.lower(w);
        p.possessive_any.contains(lower)
            || p.possessive_female.contains(lower)
            || p.possessive_male.contains(lower)
            || matches!(lower, "its" | "our" | "my" | "nuestra" | "nuestro" | "mi" | "fellow")
    });
    if possessive && words.len() > 1 { words.start + 1..words.end } else { words }
}

/// Whether the word is a noun for a person.
pub fn is_role_noun(scene: &Scene, word: usize) -> bool {
    let lower = scene.lower(word);
    scene.words.is_person_noun(lower) || scene.analysis.words[word].capital && scene.words.is_person_noun(lower)
}

/// Appositions behind a name: ", 44, a nurse from Pyay," and "(26, engineering student)".
fn behind(scene: &Scene, row: &Row, at: usize, name: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if name.end < row.phrases[at].words.end {
        return found;
    }
    let mut k = at + 1;
    while row.phrases.get(k).is_some_and(|p| p.kind == PhraseKind::Comma) {
        k += usize::from(closes_bracket(scene, row, k));
        let Some(part) = apposition(scene, row, k + 1) else { break };
        k = part.1;
        found.push(part.0);
        if found.len() > 3 {
            break;
        }
    }
    found
}

/// "(41), traductor": a bracket and a comma are one border.
fn closes_bracket(scene: &Scene, row: &Row, k: usize) -> bool {
    let comma = row.phrases.get(k + 1).is_some_and(|p| p.kind == PhraseKind::Comma);
    comma && matches!(scene.lower(row.phrases[k].head), ")" | "]")
}

/// One apposition that begins at phrase `k`, with the phrase behind it: a noun phrase and what hangs on it, no verb.
fn apposition(scene: &Scene, row: &Row, k: usize) -> Option<(Range<usize>, usize)> {
    let start = row.phrases.get(k)?;
    if let Some((words, next)) = spanish_age(scene, row, k) {
        return Some((words, next));
    }
    let mut next = k;
    while row
        .phrases
        .get(next)
        .is_some_and(|p| p.kind == PhraseKind::Other && scene.analysis.words[p.head].kind == TokenKind::Word)
    {
        next += 1;
    }
    let first = row.phrases.get(next).filter(|p| p.kind == PhraseKind::Noun)?;
    if scene.roster.within(&first.words).is_some() {
        return None;
    }
    next += 1;
    while let [joint, noun, ..] = row.phrases.get(next..).unwrap_or_default() {
        let joins =
            joint.kind == PhraseKind::Preposition && noun.kind == PhraseKind::Noun && !scene.clause(row).is_time(noun);
        let and = joint.kind == PhraseKind::Coordinator
            && noun.kind == PhraseKind::Noun
            && scene.roster.within(&noun.words).is_none()
            && noun.words.clone().any(|w| is_role_noun(scene, w));
        if !joins && !and && affiliation::name_end(scene, row, next - 1) == row.phrases[next - 1].words.end {
            break;
        }
        next += 2;
    }
    let clause_goes_on =
        row.phrases.get(next).is_some_and(|p| p.kind == PhraseKind::Verb && !participle_aside(scene, p));
    let end = row.phrases[next - 1].words.end;
    (!clause_goes_on || next > k + 1).then_some((start.words.start..end, next)).filter(|_| !clause_goes_on)
}

fn participle_aside(scene: &Scene, phrase: &crate::phrases::Phrase) -> bool {
    use constancia_language::tagging::VerbForm;
    matches!(scene.analysis.words[phrase.words.start].tag.verb, Some(VerbForm::Participle | VerbForm::Gerund))
}

/// ", de 33 años,", ", de nacionalidad italiana,": the preposition belongs to the apposition.
fn spanish_age(scene: &Scene, row: &Row, k: usize) -> Option<(Range<usize>, usize)> {
    let [preposition, noun, ..] = row.phrases.get(k..)? else { return None };
    let says = |w: usize| scene.lower(w) == "años" || scene.words.nationalities.nouns.contains(scene.lower(w));
    let fits = matches!(scene.lower(preposition.head), "de" | "of") && noun.words.clone().any(says);
    fits.then(|| (preposition.words.start..noun.words.end, k + 2))
}

/// "Spain's foreign minister, X," and "The lawyer, X,".
fn before(scene: &Scene, row: &Row, at: usize, name: &Range<usize>) -> Option<Range<usize>> {
    if at < 2 || row.phrases[at - 1].kind != PhraseKind::Comma || row.phrases[at].words.start != name.start {
        return None;
    }
    let closes = row
        .phrases
        .get(at + 1)
        .is_none_or(|p| !matches!(p.kind, PhraseKind::Coordinator) && scene.analysis.words[p.head].lower != "and");
    let mut start = at - 2;
    while start >= 2
        && row.phrases[start].kind == PhraseKind::Noun
        && row.phrases[start - 1].kind == PhraseKind::Preposition
        && row.phrases[start - 2].kind == PhraseKind::Noun
    {
        start -= 2;
    }
    let head = &row.phrases[start];
    let named = (start..at - 1).any(|k| scene.roster.within(&row.phrases[k].words).is_some() && k == start);
    let noun =
        head.kind == PhraseKind::Noun && is_role_noun(scene, head.head) && !scene.analysis.words[head.head].tag.plural;
    let words = strip_possessive(scene, scene.without_article(&(head.words.start..row.phrases[at - 2].words.end)));
    (closes && noun && (!named || has_possessor(scene, &head.words))).then_some(words)
}

fn has_possessor(scene: &Scene, words: &Range<usize>) -> bool {
    words.clone().any(|w| scene.lower(w) == "'s")
}

/// The attributes that words beside a name say: age, nationality, role.
fn said(scene: &Scene, beside: &Beside) -> Vec<Explained> {
    let mut found = Vec::new();
    let (words, rule) = (&beside.words, &beside.rule);
    let mut say = |field, value, words: Range<usize>| {
        found.extend(statement(scene, rule, words.clone(), &beside.person, field, value, &words));
    };
    if let Some((age, at)) = age(scene, words) {
        say(AttributeField::Age, age, at);
    }
    if let Some(nation) = nationality(scene, words).map(|w| w..w + 1).or_else(|| citizen_of(scene, words)) {
        say(AttributeField::Nationality, scene.text(&nation), nation);
    }
    if let Some(role) = role(scene, words) {
        say(AttributeField::Role, scene.text(&role), role);
    }
    found
}

/// A statement that rests on `words`; `trigger` holds the words that say it.
pub fn statement(
    scene: &Scene,
    rule: &Rule,
    trigger: Range<usize>,
    person: &Reached,
    field: AttributeField,
    value: String,
    words: &Range<usize>,
) -> Option<Explained> {
    let evidence = scene.evidence(words)?;
    let mut explanation = Explanation::new(rule.clone(), scene.evidence(&trigger)?);
    let said = Part::new(Role::Value, value.clone(), Way::Itself, Some(evidence.clone()));
    explanation.parts = vec![person.part(scene, Role::Person, words.start), said];
    let person = scene.roster.persons[person.person].name.clone();
    let statement = Statement::new(Content::Attribute(Attribute { person, field, value }), evidence);
    Some(Explained { statement, explanation })
}

/// "44", "de 33 años", "44-year-old", "aged 70": a number of years that a life can have.
fn age(scene: &Scene, words: &Range<usize>) -> Option<(String, Range<usize>)> {
    let alone = words.len() == 1 || words.clone().any(|w| matches!(scene.lower(w), "años" | "aged" | "old"));
    words.clone().find_map(|w| {
        let lower = scene.lower(w);
        let compound = lower.strip_suffix("-year-old").or_else(|| lower.strip_suffix("-years-old"));
        let figure = compound.unwrap_or(lower);
        let years = figure.parse::<u32>().ok().or_else(|| number_at(scene, w))?;
        let fits = (1..=115).contains(&years) && (alone || compound.is_some());
        fits.then(|| (years.to_string(), words.clone()))
    })
}

fn number_at(scene: &Scene, word: usize) -> Option<u32> {
    let span = scene.analysis.words[word].span;
    let number = scene.analysis.numbers.iter().find(|n| n.span.overlaps(span))?;
    u32::try_from(number.low).ok()
}

fn nationality(scene: &Scene, words: &Range<usize>) -> Option<usize> {
    let english = !scene.analysis.is_spanish();
    let noun =
        words.clone().any(|w| is_role_noun(scene, w) || scene.words.nationalities.nouns.contains(scene.lower(w)));
    words.clone().find(|&w| {
        let cased = !english || scene.analysis.words[w].capital;
        let possessor = w + 1 < words.end && scene.lower(w + 1) == "'s";
        let of_body = w + 1 < words.end
            && scene.words.informant_class(scene.lower(w + 1)).is_some()
            && !is_role_noun(scene, w + 1);
        cased && noun && !possessor && !of_body && scene.words.is_nationality(scene.lower(w))
    })
}

/// "a citizen of Slovakia": the country behind the noun.
fn citizen_of(scene: &Scene, words: &Range<usize>) -> Option<Range<usize>> {
    let noun = words.clone().find(|&w| scene.words.nationalities.nouns.contains(scene.lower(w)))?;
    let name = scene.analysis.names_in(&(noun + 1..words.end)).first()?.words.clone();
    let joined = name.start == noun + 2 && matches!(scene.lower(noun + 1), "of" | "de" | "del");
    joined.then_some(name)
}

/// The words of the role: from its first word to its noun and what hangs on it; ages and kinship left out.
fn role(scene: &Scene, words: &Range<usize>) -> Option<Range<usize>> {
    let words = strip_possessive(scene, scene.without_article(words));
    let first = words.clone().find(|&w| {
        let lower = scene.lower(w);
        !lower.ends_with("-year-old")
            && lower != "dual"
            && scene.analysis.words[w].kind == TokenKind::Word
            && !matches!(lower, "de" | "años" | "aged")
    })?;
    let words = scene.without_article(&(first..words.end));
    let noun = words.clone().find(|&w| is_role_noun(scene, w) || is_likely_role(scene, w))?;
    let kin = is_family(scene, noun);
    let citizen = scene.words.nationalities.nouns.contains(scene.lower(noun));
    let generic = matches!(
        scene.lower(noun),
        "man" | "woman" | "hombre" | "mujer" | "señora" | "señor" | "ciudadano" | "ciudadana" | "person"
    );
    (!kin && !citizen && !generic && words.len() < 14).then_some(words)
}

/// Whether the noun is one of kinship or company, and neither counsel nor work.
fn is_family(scene: &Scene, noun: usize) -> bool {
    let lower = scene.lower(noun);
    let counsel = scene.words.kin_field(lower) == Some(AttributeField::Lawyer);
    scene.words.is_kin(lower) && !counsel && !scene.words.is_work(lower)
}

/// In an apposition an unknown noun in the singular is a role: "luthier", "beekeeper".
fn is_likely_role(scene: &Scene, word: usize) -> bool {
    let w = &scene.analysis.words[word];
    w.tag.tag == Tag::Noun
        && !w.tag.plural
        && !w.capital
        && !scene.words.thing_nouns.contains(&w.lower)
        && !scene.words.custody_nouns.contains(&w.lower)
        && !scene.words.is_never_people(&w.lower)
}

/// "He is a mechanic", "She was 58", "Tiene 73 años".
fn copulas(scene: &mut Scene, row: &Row) -> Vec<Explained> {
    let mut found = Vec::new();
    for at in 0..row.phrases.len() {
        let phrase = &row.phrases[at];
        let be = phrase.kind == PhraseKind::Verb
            && phrase.words.len() == 1
            && (matches!(scene.lower(phrase.head), "is" | "was" | "'s" | "es" | "era" | "fue")
                || scene.words.reaching_age.contains(scene.lower(phrase.head)));
        let behind = at + 1 + row.phrases[at + 1..].iter().take_while(|p| p.kind == PhraseKind::Other).count();
        let Some(noun) = row.phrases.get(behind).filter(|p| be && p.kind == PhraseKind::Noun).cloned() else {
            continue;
        };
        let subject = scene.clause(row).subject(at);
        let named = subject.first().and_then(|&k| reached::in_phrase(scene, row, k, Way::Subject).into_iter().next());
        let may_drop = subject.is_empty() && scene.analysis.is_spanish();
        let left_out = || scene.dropped_subject(row, phrase.words.start).filter(|_| may_drop).map(Reached::left_out);
        let Some(person) = named.or_else(left_out) else { continue };
        let has = scene.words.reaching_age.contains(scene.lower(phrase.head));
        let beside = Beside { person, words: noun.words.clone(), rule: Rule::Predicate };
        let years = noun.words.clone().any(|w| scene.lower(w) == "años");
        let number = noun.words.len() == 1 && age(scene, &noun.words).is_some();
        if (has == years || has && !scene.analysis.is_spanish()) && (years || number) {
            let age = age(scene, &noun.words);
            let told = |(value, words): (String, Range<usize>)| {
                let verb = phrase.words.clone();
                statement(scene, &beside.rule, verb, &beside.person, AttributeField::Age, value, &words)
            };
            found.extend(age.and_then(told));
        } else if !has && !years && scene.roster.within(&noun.words).is_none() && is_role_noun(scene, noun.head) {
            let extended = apposition(scene, row, behind).map_or(noun.words.clone(), |(words, _)| words);
            let beside = Beside { words: extended, ..beside };
            found.extend(said(scene, &beside));
            learn(scene, &beside);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use constancia_model::Language;

    use crate::testing::{Case, Kind, check};

    const ENGLISH: &[Case] = &[
        ("Marta Ilves, 34, a nurse, was released on Friday.", &["Marta Ilves age 34", "Marta Ilves role nurse"]),
        ("The lawyer Kofi Mensara was arrested in Lagune.", &["Kofi Mensara role lawyer"]),
        (
            "Sanjay Mirpuri, a Kenyan engineer, is in prison.",
            &["Sanjay Mirpuri nationality Kenyan", "Sanjay Mirpuri role Kenyan engineer"],
        ),
        (
            "Tomas Verrel's wife, Ines Verrel, waited outside the prison.",
            &["Ines Verrel spouse Tomas Verrel", "Tomas Verrel spouse Ines Verrel"],
        ),
        ("Lidia Okoro is a teacher.", &["Lidia Okoro role teacher"]),
        (
            "Rosa Drennik, the mother of Pavel Drennik, spoke to reporters.",
            &["Pavel Drennik parent Rosa Drennik", "Rosa Drennik child Pavel Drennik"],
        ),
        ("Amina Dossou, 29, was arrested on Monday.", &["Amina Dossou age 29"]),
        (
            "Pavel Drennik's brother, Ivo Drennik, was released.",
            &["Ivo Drennik sibling Pavel Drennik", "Pavel Drennik sibling Ivo Drennik"],
        ),
        (
            "Chilean photographer Diego Lastra was detained at the airport.",
            &["Diego Lastra nationality Chilean", "Diego Lastra role Chilean photographer"],
        ),
        (
            "Kofi Mensara, leader of the Harbour Workers Union, was freed.",
            &["Kofi Mensara role leader of the Harbour Workers Union"],
        ),
        ("The trial lasted 34 days, said Marta Ilves.", &[]),
        ("Pavel Drennik was sentenced to nine years.", &[]),
        (
            "Nora Quist, the lawyer of Marta Ilves, visited the prison.",
            &["Marta Ilves lawyer Nora Quist", "Nora Quist role lawyer of Marta Ilves"],
        ),
        ("Ivo Drennik, 51, is a retired engineer.", &["Ivo Drennik age 51", "Ivo Drennik role retired engineer"]),
        ("Mayor Rosa Drennik was arrested.", &["Rosa Drennik role Mayor"]),
        (
            "Ines Verrel's son, Leo Verrel, is a student.",
            &["Ines Verrel child Leo Verrel", "Leo Verrel parent Ines Verrel", "Leo Verrel role student"],
        ),
    ];

    const SPANISH: &[Case] = &[
        (
            "Marta Ilvera, de 34 años, enfermera, fue liberada el viernes.",
            &["Marta Ilvera age 34", "Marta Ilvera role enfermera"],
        ),
        ("El abogado Carlos Menares fue detenido en Lagunera.", &["Carlos Menares role abogado"]),
        (
            "Simón Mirabal, ingeniero chileno, está en prisión.",
            &["Simón Mirabal role ingeniero chileno", "Simón Mirabal nationality chileno"],
        ),
        (
            "La esposa de Tomás Verrel, Inés Lugo, esperó frente a la cárcel.",
            &["Inés Lugo spouse Tomás Verrel", "Tomás Verrel spouse Inés Lugo"],
        ),
        ("Lidia Ocampo es maestra.", &["Lidia Ocampo role maestra"]),
        (
            "Rosa Drena, madre de Paulo Drena, habló con la prensa.",
            &["Paulo Drena parent Rosa Drena", "Rosa Drena child Paulo Drena"],
        ),
        ("Amina Dosal, de 29 años, fue detenida el lunes.", &["Amina Dosal age 29"]),
        (
            "El hermano de Paulo Drena, Ivo Drena, fue liberado.",
            &["Ivo Drena sibling Paulo Drena", "Paulo Drena sibling Ivo Drena"],
        ),
        (
            "El fotógrafo chileno Diego Lastra fue detenido en el aeropuerto.",
            &["Diego Lastra role fotógrafo chileno", "Diego Lastra nationality chileno"],
        ),
        (
            "Clara Menares, dirigente del Sindicato de Portuarios, fue liberada.",
            &["Clara Menares role dirigente del Sindicato de Portuarios"],
        ),
        ("El juicio duró 34 días, dijo Marta Ilvera.", &[]),
        ("Paulo Drena fue condenado a nueve años.", &[]),
        (
            "La abogada de Marta Ilvera, Nora Quiles, visitó la cárcel.",
            &["Marta Ilvera lawyer Nora Quiles", "Nora Quiles role abogada de Marta Ilvera"],
        ),
        ("Ivo Drena, de 51 años, es ingeniero jubilado.", &["Ivo Drena age 51", "Ivo Drena role ingeniero jubilado"]),
        ("La alcaldesa Rosa Drena fue detenida.", &["Rosa Drena role alcaldesa"]),
    ];

    #[test]
    fn english() {
        check(Language::English, Kind::Attribute, ENGLISH);
    }

    #[test]
    fn spanish() {
        check(Language::Spanish, Kind::Attribute, SPANISH);
    }
}
