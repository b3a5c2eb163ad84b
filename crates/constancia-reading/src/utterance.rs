//! Utterances: whose words stand between quotation marks, behind a dialogue dash, or in a turn of a transcript.
//!
//! A quotation's speaker is looked for in its own sentence, on both sides, then in the sentence before. Titles and single
//! words under marks are nobody's utterance; paraphrase is none.

use std::ops::Range;

use constancia_language::BlockKind;
use constancia_language::tagging::{Tag, VerbForm};
use constancia_model::{Content, Evidence, Span, Statement, Utterance};

use crate::credit::{self, Credit};
use crate::explanation::{CreditWay, Crediting, Explained, Explanation, Part, Role, Rule, Way};
use crate::phrases::{self, Phrase, PhraseKind};
use crate::roster::PersonId;
use crate::scene::{Row, Scene};

/// Who spoke, and the verb that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Speaker {
    name: String,
    person: Option<PersonId>,
    class: Option<constancia_model::InformantClass>,
    verb: Option<usize>,
    words: Option<Range<usize>>,
    way: Way,
}

impl Speaker {
    fn of_credit(credit: Credit, way: Way) -> Self {
        let Credit { informant: name, person, class, verb, words, .. } = credit;
        Self { name, person, class, verb, words, way }
    }

    /// A person of the roster whom these words mean.
    fn of_person(scene: &Scene, person: PersonId, words: Range<usize>, way: Way) -> Self {
        let name = scene.roster.persons[person].name.clone();
        Self { name, person: Some(person), class: None, verb: None, words: Some(words), way }
    }

    fn explained(&self, scene: &Scene, rule: Rule, trigger: Span) -> Option<Explanation> {
        let words = self.words.as_ref().and_then(|words| scene.evidence(words));
        let verb = self.verb.and_then(|verb| scene.evidence(&(verb..verb + 1)));
        let mut explanation = Explanation::new(rule, Evidence::at(scene.analysis.text, trigger).ok()?);
        explanation.parts.push(Part::new(Role::Speaker, self.name.clone(), self.way, words.clone()));
        let informant = self.name.clone();
        explanation.credit = Some(Crediting { informant, words, verb, way: CreditWay::Quotation });
        Some(explanation)
    }
}

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

/// A title, a name or a word under marks: no verb of saying governs it, or a noun before it says that it is a title.
fn is_mere_label(scene: &Scene, index: usize) -> bool {
    let quote = &scene.analysis.quotes[index];
    let text = scene.analysis.at(quote.inner);
    let words: Vec<&str> = text.split_whitespace().collect();
    let first = scene.analysis.word_at(quote.outer.start);
    let titled = (first.saturating_sub(2)..first).any(|w| scene.words.title_nouns.contains(scene.lower(w)));
    let title_case =
        words.len() > 1 && words.iter().filter(|w| w.chars().count() > 3).all(|w| w.starts_with(char::is_uppercase));
    let complement = first > 0
        && words.len() < 3
        && matches!(scene.lower(first - 1), "for" | "of" | "por" | "de" | "the" | "el" | "los" | "las");
    titled || title_case || complement || words.len() < 2 && !said_just_before(scene, first)
}

/// "the programme «Coffee at six»": the noun right before says that it is a title.
fn is_title(scene: &Scene, outer: Span) -> bool {
    let first = scene.analysis.word_at(outer.start);
    first > 0
        && scene.words.title_nouns.contains(scene.lower(first - 1))
        && scene.analysis.words[first - 1].tag.tag == Tag::Noun
}

fn said_just_before(scene: &Scene, first: usize) -> bool {
    (first.saturating_sub(3)..first).any(|w| scene.words.is_speech(scene.lower(w)))
}

/// Who says the quotation at `index`.
fn speaker(scene: &Scene, index: usize) -> Option<Speaker> {
    let quote = &scene.analysis.quotes[index];
    let row = sentence_row(scene, quote.outer)?;
    let at = row.phrases.iter().position(|p| p.kind == PhraseKind::Quote(index));
    let Some(found) = at else {
        return fragment(scene, row, quote.inner).or_else(|| fragment_goes_on(scene, index));
    };
    if asked_by_reporter(scene, row, found) {
        return turn_speaker(scene, row);
    }
    let reached = |way| move |speaker: Speaker| Speaker { way, ..speaker };
    let near = behind(scene, row, found).map(reached(Way::BehindQuotation));
    let near = near.or_else(|| before(scene, row, found).map(reached(Way::BeforeQuotation)));
    near.or_else(|| whole_row(scene, row, at))
        .or_else(|| same_block(scene, index))
        .or_else(|| earlier(scene, row))
        .or_else(|| turn_speaker(scene, row))
}

fn sentence_row<'s>(scene: &'s Scene, span: Span) -> Option<&'s Row> {
    let at = scene.analysis.word_at(span.start);
    let upto = scene.rows.partition_point(|r| r.words.start <= at);
    scene.rows[..upto].iter().rev().find(|r| r.quote.is_none() && r.words.contains(&at))
}

/// The speaker whom a phrase names; a verb's own credit knows better whom "he" means.
fn named(scene: &Scene, row: &Row, phrase: usize, verb: Option<usize>) -> Option<Speaker> {
    if let Some(speaker) = verb.and_then(|verb| credited(scene, row, verb)) {
        return Some(speaker);
    }
    let speaks = !scene.persons(row, phrase).is_empty() || credit::can_be_credited(scene, &row.phrases[phrase]);
    let (name, class, person) = credit::name(scene, row, phrase).filter(|_| speaks)?;
    let words = Some(row.phrases[phrase].words.clone());
    Some(Speaker { name, person, class, verb, words, way: Way::AroundQuotation })
}

/// "…", dijo su madre / "…," the mother said / —dijo ella—.
fn behind(scene: &Scene, row: &Row, at: usize) -> Option<Speaker> {
    let mut k = at + 1;
    while row.phrases.get(k).is_some_and(|p| matches!(p.kind, PhraseKind::Comma | PhraseKind::Other | PhraseKind::Stop))
    {
        k += 1;
    }
    let phrase = row.phrases.get(k)?;
    match phrase.kind {
        PhraseKind::Verb => verb_first(scene, row, k),
        PhraseKind::Noun => {
            let verb = (k + 1..row.phrases.len()).take(9).find(|&v| row.phrases[v].kind == PhraseKind::Verb)?;
            let speech = speech_verb(scene, &row.phrases[verb])?;
            let (phrase, _) = credit::speaker(scene, row, verb)?;
            named(scene, row, phrase, Some(speech))
        }
        PhraseKind::Preposition if matches!(scene.lower(phrase.head), "según" | "according") => {
            let noun = (k..row.phrases.len()).find(|&n| row.phrases[n].kind == PhraseKind::Noun)?;
            named(scene, row, noun, None)
        }
        _ => None,
    }
}

/// A verb right behind a quotation is one of saying, whatever it usually means, when somebody can be its subject.
fn verb_first(scene: &Scene, row: &Row, k: usize) -> Option<Speaker> {
    let verb = row.phrases[k].head;
    let subject = || credit::speaker(scene, row, k).and_then(|(phrase, _)| named(scene, row, phrase, Some(verb)));
    credited(scene, row, verb).or_else(subject)
}

/// The credit that the verb itself makes.
fn credited(scene: &Scene, row: &Row, verb: usize) -> Option<Speaker> {
    let credit = scene.credits.get(row.index)?.iter().find(|c| c.verb == Some(verb))?.clone();
    Some(Speaker::of_credit(credit, Way::AroundQuotation))
}

fn speech_verb(scene: &Scene, phrase: &Phrase) -> Option<usize> {
    phrase.words.clone().rev().find(|&w| scene.words.is_speech(scene.lower(w)))
}

/// Ana dijo: "…" / According to the ministry, "…" / Su hija: "…".
fn before(scene: &Scene, row: &Row, at: usize) -> Option<Speaker> {
    for k in (0..at).rev() {
        match row.phrases[k].kind {
            PhraseKind::Verb => {
                let Some(verb) = speech_verb(scene, &row.phrases[k]) else { continue };
                if let Some((phrase, _)) = credit::speaker(scene, row, k) {
                    return named(scene, row, phrase, Some(verb));
                }
                return credited(scene, row, verb);
            }
            PhraseKind::Quote(_) if k + 1 < at => return None,
            _ => {}
        }
    }
    let introduced = at > 0 && row.phrases[at - 1].kind == PhraseKind::Stop;
    if let Some(speaker) = any_verb_before(scene, row, at).filter(|_| introduced) {
        return Some(speaker);
    }
    let label = at >= 2 && row.phrases[at - 1].kind == PhraseKind::Stop && row.phrases[at - 2].kind == PhraseKind::Noun;
    if label {
        row.phrases[..at].iter().position(|p| p.kind == PhraseKind::Noun).and_then(|k| named(scene, row, k, None))
    } else {
        None
    }
}

/// "lo dejó clarito ayer: «…»": before a colon any verb with somebody as its subject will do.
fn any_verb_before(scene: &Scene, row: &Row, at: usize) -> Option<Speaker> {
    let verbs = (0..at).rev().filter(|&k| row.phrases[k].kind == PhraseKind::Verb);
    let mut subjects = verbs.flat_map(|k| scene.clause(row).subject(k));
    let (person, k) = subjects.find_map(|k| Some((scene.persons(row, k).first().copied()?, k)))?;
    Some(Speaker::of_person(scene, person, row.phrases[k].words.clone(), Way::BeforeQuotation))
}

/// A quoted fragment belongs to the credit that governs it, or to the subject of the nearest verb before it.
fn fragment(scene: &Scene, row: &Row, inner: Span) -> Option<Speaker> {
    let word = scene.analysis.word_at(inner.start);
    let governing = credit::governing(scene.credits.get(row.index)?, word).cloned();
    let found = governing.map(|credit| Speaker::of_credit(credit, Way::AroundQuotation));
    found.or_else(|| nearest_subject(scene, row, word))
}

/// "Will be freed «as soon as the court signs».": a fragment with a verb of its own goes on from the quotation before.
fn fragment_goes_on(scene: &Scene, index: usize) -> Option<Speaker> {
    let inner = scene.analysis.quotes[index].inner;
    let words = scene.analysis.word_at(inner.start)..scene.analysis.word_at(inner.end - 1) + 1;
    let finite = |w: usize| matches!(scene.analysis.words[w].tag.verb, Some(VerbForm::Finite | VerbForm::Past));
    let before = words.start.checked_sub(2).map(|w| scene.lower(w));
    if before.is_none_or(|mark| mark != ",") || !words.clone().any(finite) {
        return None;
    }
    same_block(scene, index)
}

/// "—¿Dónde está? —le pregunto.": the words of whoever writes the report.
fn asked_by_reporter(scene: &Scene, row: &Row, found: usize) -> bool {
    let own = |k: usize| scene.words.reporter_says.contains(scene.lower(row.phrases[k].head));
    let verb = |k: &usize| row.phrases.get(*k).is_some_and(|p| p.kind == PhraseKind::Verb);
    let near = |k: &usize| verb(k) || row.phrases.get(*k).is_some_and(|p| p.kind == PhraseKind::Noun) && own(*k);
    let behind = (found + 1..found + 4).find(near);
    let before = (found.saturating_sub(3)..found).find(near);
    behind.or(before).is_some_and(own)
}

fn nearest_subject(scene: &Scene, row: &Row, word: usize) -> Option<Speaker> {
    let verbs = (0..row.phrases.len())
        .rev()
        .filter(|&k| row.phrases[k].kind == PhraseKind::Verb && row.phrases[k].words.start < word);
    for k in verbs {
        let speech = speech_verb(scene, &row.phrases[k]);
        if let (Some(verb), Some((phrase, _))) = (speech, credit::speaker(scene, row, k)) {
            return named(scene, row, phrase, Some(verb));
        }
    }
    None
}

/// Any verb of saying in the quotation's sentence with somebody as its subject.
fn whole_row(scene: &Scene, row: &Row, at: Option<usize>) -> Option<Speaker> {
    at?;
    let verbs = (0..row.phrases.len()).filter(|&k| row.phrases[k].kind == PhraseKind::Verb);
    verbs.filter_map(|k| Some((k, speech_verb(scene, &row.phrases[k])?))).find_map(|(k, verb)| {
        let (phrase, _) = credit::speaker(scene, row, k)?;
        named(scene, row, phrase, Some(verb))
    })
}

/// A quotation without words around it goes on from the one before it in the same block.
fn same_block(scene: &Scene, index: usize) -> Option<Speaker> {
    let quote = &scene.analysis.quotes[index];
    let previous = (0..index)
        .rev()
        .find(|&q| scene.analysis.quotes[q].block == quote.block && scene.analysis.quotes[q].within.is_none())?;
    speaker(scene, previous).map(|speaker| Speaker { way: Way::QuotationBefore, ..speaker })
}

/// The person that the sentence before speaks of.
fn earlier(scene: &Scene, row: &Row) -> Option<Speaker> {
    let previous = scene.earlier(row).next()?;
    let near = previous.block == row.block || previous.block + 1 == row.block;
    let mut people = previous.phrases.iter().enumerate().filter(|(_, p)| p.kind == PhraseKind::Noun);
    let found = people.find_map(|(k, p)| Some((scene.persons(previous, k).first().copied()?, p)));
    let (person, phrase) = found.filter(|_| near)?;
    Some(Speaker::of_person(scene, person, phrase.words.clone(), Way::SentenceBefore))
}

fn turn_speaker(scene: &Scene, row: &Row) -> Option<Speaker> {
    label_speaker(scene, &scene.analysis.blocks[row.block])
}

fn label_speaker(scene: &Scene, block: &constancia_language::Block) -> Option<Speaker> {
    let label = block.label?;
    let words = scene.analysis.word_at(label.start)..scene.analysis.word_at(label.end - 1) + 1;
    let person = scene.roster.all_within(&words).first().copied()?;
    Some(Speaker::of_person(scene, person, words, Way::TurnLabel))
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

#[cfg(test)]
mod tests {
    use constancia_model::Language;

    use crate::testing::{Case, Kind, check};

    const ENGLISH: &[Case] = &[
        ("\"They came before dawn,\" said Marta Ilves, a nurse.", &["says Marta Ilves: They came before dawn,"]),
        ("Lidia Okoro told reporters: \"I am tired but I am home.\"", &["says Lidia Okoro: I am tired but I am home."]),
        (
            "\"We will not stop,\" Tomas Verrel said. \"They are our children.\"",
            &["says Tomas Verrel: We will not stop,", "says Tomas Verrel: They are our children."],
        ),
        (
            "According to Kofi Mensara, \"nobody opened the door for two days.\"",
            &["says Kofi Mensara: nobody opened the door for two days."],
        ),
        ("\"Where is he now, then?\" I asked. Lidia Okoro said nothing.", &[]),
        ("Marta Ilves, host of the programme \"Coffee at Six in Kellin\", said nothing.", &[]),
        (
            "“He never saw a judge,” the Committee of Families said in a statement.",
            &["says Committee of Families: He never saw a judge,"],
        ),
        (
            "Sanjay Mirpuri wrote on Monday: “The cell had no window.”",
            &["says Sanjay Mirpuri: The cell had no window."],
        ),
        ("The play \"The Long Night\" opens on Friday.", &[]),
        ("The so-called \"Peace Law\" was passed in May.", &[]),
        ("The minister said the prisoners would be freed soon.", &[]),
        (
            "Asked about the arrests, Pavel Drennik answered, \"I know nothing about it.\"",
            &["says Pavel Drennik: I know nothing about it."],
        ),
        (
            "\"My son is innocent,\" his mother, Rosa Drennik, said outside the court.",
            &["says Rosa Drennik: My son is innocent,"],
        ),
        ("Kofi Mensara: \"We were forty in one room.\"", &["says Kofi Mensara: We were forty in one room."]),
        ("\"Free them all!\" shouted Ines Verrel.", &["says Ines Verrel: Free them all!"]),
        ("He called the law \"absurd\".", &[]),
        ("\"He is alive\", his sister, Nora Quist, told Radio Lagune.", &["says Nora Quist: He is alive"]),
    ];

    const SPANISH: &[Case] = &[
        (
            "El comisario Rubén Paz negó el traslado. «Está sano», aseguró. Tomás Verrel saldrá el lunes, «tan pronto el \
             tribunal libere la boleta».",
            &["says Rubén Paz: Está sano", "says Rubén Paz: tan pronto el tribunal libere la boleta"],
        ),
        ("Marta Ilvera mira la fila.\n—¿Y entonces dónde está? —le pregunto.", &[]),
        (
            "\"Vinieron antes del amanecer\", dijo Marta Ilvera, enfermera.",
            &["says Marta Ilvera: Vinieron antes del amanecer"],
        ),
        (
            "Lidia Ocampo declaró a la prensa: \"Estoy cansada, pero estoy en casa\".",
            &["says Lidia Ocampo: Estoy cansada, pero estoy en casa"],
        ),
        (
            "«No vamos a parar», afirmó Tomás Verrel. «Son nuestros hijos».",
            &["says Tomás Verrel: No vamos a parar", "says Tomás Verrel: Son nuestros hijos"],
        ),
        (
            "“Nunca vio a un juez”, denunció el Comité de Familiares en un comunicado.",
            &["says Comité de Familiares: Nunca vio a un juez"],
        ),
        (
            "Simón Mirabal escribió el lunes: “La celda no tenía ventana”.",
            &["says Simón Mirabal: La celda no tenía ventana"],
        ),
        ("La obra \"La noche larga\" se estrena el viernes.", &[]),
        ("La llamada \"Ley de Paz\" se aprobó en mayo.", &[]),
        ("El ministro dijo que los presos saldrían pronto.", &[]),
        ("—No sé nada de eso —respondió Paulo Drena.", &["says Paulo Drena: No sé nada de eso"]),
        (
            "\"Mi hijo es inocente\", dijo su madre, Rosa Drena, frente al tribunal.",
            &["says Rosa Drena: Mi hijo es inocente"],
        ),
        ("Clara Menares: \"Éramos cuarenta en un cuarto\".", &["says Clara Menares: Éramos cuarenta en un cuarto"]),
        ("\"¡Libérenlos a todos!\", gritó Inés Lugo.", &["says Inés Lugo: ¡Libérenlos a todos!"]),
        ("Calificó la ley de \"absurda\".", &[]),
        ("\"Nadie abrió la puerta\", según Clara Menares.", &["says Clara Menares: Nadie abrió la puerta"]),
    ];

    #[test]
    fn english() {
        check(Language::English, Kind::Utterance, ENGLISH);
    }

    #[test]
    fn spanish() {
        check(Language::Spanish, Kind::Utterance, SPANISH);
    }
}
