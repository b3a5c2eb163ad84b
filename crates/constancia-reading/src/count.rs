//! Counts: how many people are in or out of custody, of whom, where, when, according to whom.
//!
//! A number counts only when its noun is of people or of custody events and something says what happened to them. Parts
//! ("of whom nine are women") take what is said of the whole.

use std::ops::Range;

use constancia_language::NameKind;
use constancia_model::{Content, Count, Evidence, InformantClass, PartialDate, Span, Stance, Statement, Status, Terms};

use crate::counted::{Counted, counted, is_people};
use crate::credit::{self, Credit};
use crate::events::Event;
use crate::explanation::{
    CreditWay, Crediting, DecisionKind, Explained, Explanation, FrameForm, Part, Role, Rule, Way,
};
use crate::membership::Group;
use crate::phrases::PhraseKind;
use crate::refusal::{Reason, Refusal};
use crate::scene::{Row, Scene};
use crate::status::{self, Decided};

/// What a count hands on to the parts that follow it.
#[derive(Debug, Clone)]
struct Whole {
    status: Status,
    place: Option<String>,
    date: Option<PartialDate>,
    terms: Option<Terms>,
    stance: Stance,
    population: Option<String>,
    informant: Option<(String, Option<InformantClass>)>,
    block: usize,
    row: usize,
    low: u64,
    nationality: Option<usize>,
    words: Range<usize>,
}

/// What is said of those counted.
struct Said<'e> {
    status: Status,
    event: Option<&'e Event>,
    rule: Rule,
    words: Range<usize>,
}

/// Reads counts row by row, remembering the last one.
#[derive(Debug, Default)]
pub struct Counts {
    last: Option<Whole>,
    vague: Option<Group>,
}

impl Counts {
    /// The group that was counted last, for those named as its members.
    pub fn group(&self) -> Option<Group> {
        let counted = self.counted_group();
        match (counted, self.vague) {
            (Some(counted), Some(vague)) if vague.block > counted.block => Some(vague),
            (counted, vague) => counted.or(vague),
        }
    }

    fn counted_group(&self) -> Option<Group> {
        let last = self.last.as_ref()?;
        let terms = match &last.terms {
            Some(Terms::Release(terms)) => Some(*terms),
            _ => None,
        };
        Some(Group { status: last.status, terms, block: last.block, nationality: last.nationality })
    }

    /// The counts of a row, and the numbers of people that are none.
    pub fn statements(
        &mut self,
        scene: &Scene,
        row: &Row,
        events: &[Event],
        credits: &[Credit],
    ) -> (Vec<Explained>, Vec<Refusal>) {
        let (mut found, mut refused) = (Vec::new(), Vec::new());
        self.vague = vague_group(scene, row, events).or(self.vague.filter(|group| row.block <= group.block + 2));
        for counted in counted(scene, row) {
            let said = counted.map(|counted| (self.said(scene, row, events, &counted), counted));
            match said {
                Ok((Some(said), counted)) => found.extend(self.statement(scene, row, &counted, said, credits)),
                Ok((None, counted)) if is_people(scene, &counted) => {
                    refused.push(counted.refused(Reason::NothingSaidOfThem));
                }
                Ok(_) => {}
                Err(refusal) => refused.push(refusal),
            }
        }
        (found, refused)
    }

    /// What happened to those counted: an event of theirs, their noun, words in their clause, or the whole they are of.
    fn said<'e>(&self, scene: &Scene, row: &Row, events: &'e [Event], counted: &Counted) -> Option<Said<'e>> {
        let by_noun = counted.noun.and_then(|noun| {
            let status = scene.words.counted_status(scene.lower(noun))?;
            Some(Said { status, event: None, rule: Rule::CountedNoun, words: noun..noun + 1 })
        });
        if let Some(said) = by_noun.as_ref().filter(|said| said.status != Status::Held) {
            return Some(Said { rule: said.rule.clone(), words: said.words.clone(), ..*said });
        }
        if let Some(event) = own_event(scene, row, events, counted) {
            let (rule, words) = (event.rule.clone(), event.words.clone());
            return Some(Said { status: event.status, event: Some(event), rule, words });
        }
        let elliptical = counted.noun.is_none() && self.continues(row);
        if !(is_people(scene, counted) || elliptical) {
            return None;
        }
        let part = || self.part_of(scene, row, counted).map(|status| whole(status, counted));
        let nearer = by_noun.is_none() || is_part_word(scene, row, counted);
        mark(scene, row, counted)
            .or_else(|| part().filter(|_| nearer))
            .or_else(|| inside(scene, row, counted))
            .or(by_noun)
            .or_else(part)
    }

    fn continues(&self, row: &Row) -> bool {
        self.last.as_ref().is_some_and(|last| last.row == row.words.start || last.block == row.block)
    }

    /// The status of the whole that this number is a part of.
    fn part_of(&self, scene: &Scene, row: &Row, counted: &Counted) -> Option<Status> {
        let last = self.last.as_ref()?;
        let same_row = last.row == row.words.start;
        let close = row.block <= last.block + 1;
        let part = same_row || close && is_part_word(scene, row, counted);
        let again = (same_row || last.block == row.block) && counts_again(scene, row, counted);
        let total = close && counted.noun.is_none() && is_total(scene, row, counted);
        (part && counted.number.low <= last.low || again || total).then_some(last.status)
    }

    fn statement(
        &mut self,
        scene: &Scene,
        row: &Row,
        counted: &Counted,
        said: Said,
        credits: &[Credit],
    ) -> Option<Explained> {
        let (number, status, event) = (counted.number, said.status, said.event);
        let part = self.last.clone().filter(|last| last.row == row.words.start);
        let before = part.as_ref().and_then(|last| scene.evidence(&last.words));
        let taken_over = |role, value: String| Part::new(role, value, Way::FromWhole, before.clone());
        let cell = |role, way, words: Range<usize>| Part::new(role, scene.text(&words), way, scene.evidence(&words));
        let credit = credit::governing(credits, counted.words.start);
        let (informant, crediting) = informant(scene, row, counted, credit, part.as_ref()).unzip();
        let population = population(scene, row, counted)
            .map(|words| cell(Role::Population, Way::Itself, words))
            .or_else(|| Some(taken_over(Role::Population, part.as_ref()?.population.clone()?)));
        let own_date =
            event.and_then(|e| status::date(scene, e, &row.words)).or_else(|| date_near(scene, row, counted));
        let whole_date = || part.as_ref()?.date.map(|date| (date, taken_over(Role::Date, date.to_string())));
        let (date, date_part) = own_date.or_else(whole_date).unzip();
        let standing = status == Status::Held;
        let own_terms = event.and_then(|e| status::release_terms(scene, row, e, &row.words));
        let whole_terms = || {
            let terms = part.as_ref()?.terms.clone()?;
            Some((terms.clone(), taken_over(Role::Terms, terms.to_string())))
        };
        let (terms, terms_part) = own_terms.or_else(whole_terms).unzip();
        let released = matches!(status, Status::Released | Status::Announced);
        let place = place(scene, row)
            .map(|words| cell(Role::Place, Way::BehindPreposition, words))
            .filter(|at| informant.as_ref().is_none_or(|(name, _)| *name != at.value))
            .or_else(|| Some(taken_over(Role::Place, part.as_ref()?.place.clone()?)));
        let value = |part: &Option<Part>| part.as_ref().map(|part| part.value.clone());
        let count = Count {
            status,
            low: number.low,
            high: number.high,
            bound: number.bound.filter(|_| !is_topic(scene, counted)),
            population: value(&population),
            place: value(&place),
            date: date.filter(|_| !standing),
            as_of: date.filter(|_| standing),
            terms: terms.clone().filter(|_| released),
        };
        let mut explanation = Explanation::new(said.rule, scene.evidence(&said.words)?);
        let figure = cell(Role::Number, Way::Itself, counted.words.clone());
        let parts = [Some(figure), population, date_part, place, terms_part.filter(|_| released)];
        explanation.parts = parts.into_iter().flatten().collect();
        explanation.credit = crediting;
        let (stance, decided) = stance(scene, row, event, credit);
        let denied_whole = part.as_ref().filter(|l| l.stance == Stance::Denies && stance != Stance::Denies);
        let from_whole = denied_whole.map(|l| (DecisionKind::WholeDenied, l.words.clone()));
        explanation.scope = match event {
            Some(event) => status::decisions(scene, event, decided.into_iter().chain(from_whole)),
            None => status::decided(scene, decided.into_iter().chain(from_whole)),
        };
        let close = self.last.as_ref().filter(|l| l.block == row.block && is_part_word(scene, row, counted));
        let whole = part.as_ref().or(close).map_or(0, |l| l.low);
        self.last = Some(Whole {
            status,
            place: count.place.clone(),
            date,
            terms,
            stance,
            population: count.population.clone(),
            informant: informant.clone(),
            block: row.block,
            row: row.words.start,
            low: number.high.unwrap_or(number.low).max(whole),
            nationality: nationality(scene, row, counted),
            words: counted.words.clone(),
        });
        let evidence = Evidence::at(scene.analysis.text, evidence(scene, row, counted)).ok()?;
        let mut statement = Statement::new(Content::Count(count), evidence);
        statement.stance = denied_whole.map_or(stance, |whole| whole.stance);
        statement.hedged = event.is_some_and(|e| e.scope.hedged.is_some());
        if let Some((name, class)) = informant {
            statement.informant = Some(name);
            statement.informant_class = class;
        }
        Some(Explained { statement, explanation })
    }
}

/// What is said of the whole, of which those counted are a part.
fn whole<'e>(status: Status, counted: &Counted) -> Said<'e> {
    Said { status, event: None, rule: Rule::PartOfWhole, words: counted.words.clone() }
}

type Informant = (String, Option<InformantClass>);

/// Who says the number: whoever is credited, the subject of a verb of counting, or who said the whole.
fn informant(
    scene: &Scene,
    row: &Row,
    counted: &Counted,
    credit: Option<&Credit>,
    whole: Option<&Whole>,
) -> Option<(Informant, Crediting)> {
    let governing = credit.map(|c| ((c.informant.clone(), c.class), c.explained(scene)));
    governing.or_else(|| counting_subject(scene, row, counted)).or_else(|| {
        let last = whole?;
        let informant = last.informant.clone()?;
        let (words, way) = (scene.evidence(&last.words), CreditWay::FromWhole);
        let crediting = Crediting { informant: informant.0.clone(), words, verb: None, way };
        Some((informant, crediting))
    })
}

fn stance(scene: &Scene, row: &Row, event: Option<&Event>, credit: Option<&Credit>) -> (Stance, Option<Decided>) {
    let denier = credit.filter(|c| c.denies).map(|c| (DecisionKind::Denied, c.verb_words()));
    let false_claim = || scene.find_words(&row.words, &scene.words.false_phrases);
    let denied = denier.or_else(|| false_claim().map(|words| (DecisionKind::CalledFalse, words)));
    let negated = event.is_some_and(|e| e.scope.negated.is_some());
    (if denied.is_some() == negated { Stance::Asserts } else { Stance::Denies }, denied)
}

/// "nothing about two reporters": an "about" that bounds no number.
fn is_topic(scene: &Scene, counted: &Counted) -> bool {
    let first = scene.analysis.word_at(counted.number.whole.start);
    let before = first.checked_sub(1).map_or("", |w| scene.lower(w));
    first < counted.words.start && scene.words.topic_words.contains(before)
}

/// The word in the counted phrase that gives a nationality: "five Spaniards", "cinco ciudadanos españoles".
fn nationality(scene: &Scene, row: &Row, counted: &Counted) -> Option<usize> {
    let words = &row.phrases[counted.noun_phrase].words;
    words.clone().find(|&w| {
        scene.words.is_nationality(scene.lower(w)) && !scene.words.nationalities.nouns.contains(scene.lower(w))
    })
}

/// "some detainees had been let go": a group without a number.
fn vague_group(scene: &Scene, row: &Row, events: &[Event]) -> Option<Group> {
    let plural = |k: &usize| {
        let phrase = &row.phrases[*k];
        scene.analysis.words[phrase.head].tag.plural && scene.persons(row, *k).is_empty()
    };
    let event = events
        .iter()
        .find(|e| e.status == Status::Released && e.scope.negated.is_none() && e.patients.iter().any(plural))?;
    Some(Group { status: event.status, terms: event.terms, block: row.block, nationality: None })
}

/// The event whose patient the counted phrase is; one that says more than being held comes first.
fn own_event<'e>(scene: &Scene, row: &Row, events: &'e [Event], counted: &Counted) -> Option<&'e Event> {
    let patient = |e: &&Event| {
        let named = e.patients.contains(&counted.phrase) || e.patients.contains(&counted.noun_phrase);
        let fronted = e.dropped && counted.phrase == 1 && matches!(scene.lower(row.words.start), "a");
        (named || fronted) && e.at != counted.phrase
    };
    events
        .iter()
        .filter(patient)
        .min_by_key(|e| (e.status == Status::Held, e.words.start.abs_diff(counted.words.start)))
}

/// "six detained Americans", "personas excarceladas", "presos fallecidos": what a participle beside the noun says; one
/// that says more than being held comes first.
fn mark<'e>(scene: &Scene, row: &Row, counted: &Counted) -> Option<Said<'e>> {
    let end = (row.phrases[counted.noun_phrase].words.end + 2).min(row.words.end);
    let start = counted.words.end.min(row.phrases[counted.noun_phrase].words.start);
    let mark = |w: usize| {
        let frame = scene.frames.mark(scene.lower(w))?;
        let rule = Rule::Frame(scene.frames.rule(frame, FrameForm::Marks, scene.lower(w)));
        Some(Said { status: scene.frames.get(frame).status, event: None, rule, words: w..w + 1 })
    };
    (start..end).filter_map(mark).min_by_key(|said| said.status == Status::Held)
}

/// Words behind or before the number that say that they are in custody.
fn inside<'e>(scene: &Scene, row: &Row, counted: &Counted) -> Option<Said<'e>> {
    let end = row.phrases[counted.phrase + 1..]
        .iter()
        .find(|p| matches!(p.kind, PhraseKind::Stop | PhraseKind::Quote(_)))
        .map_or(row.words.end, |p| p.words.start);
    let range = counted.words.start..end.min(counted.words.end + 14);
    let words = scene.find_words(&range, &scene.words.inside_phrases)?;
    Some(Said { status: Status::Held, event: None, rule: Rule::InsideWords, words })
}

/// Words that make a number a part of the one before: "of whom", "among them", "de los cuales", "entre ellos".
fn is_part_word(scene: &Scene, row: &Row, counted: &Counted) -> bool {
    let near = counted.words.start.saturating_sub(5).max(row.words.start)..(counted.words.end + 4).min(row.words.end);
    let markers = [
        "of whom",
        "of them",
        "of these",
        "of those",
        "of the",
        "among them",
        "including",
        "the other",
        "another",
        "who are",
        "are women",
        "are men",
        "were women",
        "de los cuales",
        "de las cuales",
        "de ellos",
        "de ellas",
        "entre ellos",
        "entre ellas",
        "de los que",
        "de las que",
        "incluyendo",
        "incluidos",
        "incluidas",
        "los otros",
        "las otras",
        "los demás",
        "son mujeres",
        "son hombres",
        "son",
        "de esas",
        "de esos",
        "otros",
        "otras",
        "de los",
    ];
    markers.iter().any(|m| near.clone().any(|w| scene.starts_with(w, row.words.end, m)))
}

/// "They were seven.", "The correct figure is 668": a number that replaces the one before.
fn is_total(scene: &Scene, row: &Row, counted: &Counted) -> bool {
    let words = || row.words.clone().map(|w| scene.lower(w));
    let figure = words()
        .any(|w| matches!(w, "figure" | "number" | "total" | "cifra" | "acumulado" | "balance" | "conteo" | "tally"));
    let bare = row.words.len() <= 5 && words().any(|w| matches!(w, "were" | "are" | "fueron" | "son" | "eran"));
    let predicate = (row.words.start..counted.words.start).rev().take(3).any(|w| {
        matches!(scene.lower(w), "is" | "was" | "at" | "es" | "en" | "de" | "fueron" | "son" | "were" | "are")
    });
    (figure || bare) && predicate
}

/// "the government says 230", "una figura que la prensa eleva a 26": the same thing counted by somebody else.
fn counts_again(scene: &Scene, row: &Row, counted: &Counted) -> bool {
    let start = counted.words.start.saturating_sub(6).max(row.words.start);
    (start..counted.words.start).any(|w| {
        scene.words.is_counting(scene.lower(w))
            || scene.words.is_speech(scene.lower(w))
            || matches!(scene.lower(w), "según" | "from" | "than" | "para" | "by")
    })
}

/// The population as said: the counted phrase without its number.
fn population(scene: &Scene, row: &Row, counted: &Counted) -> Option<Range<usize>> {
    let noun = counted.noun?;
    let phrase = row.phrases.iter().find(|p| p.words.contains(&noun))?;
    let start = if phrase.words.contains(&counted.words.start) { counted.words.end } else { phrase.words.start };
    let mut end = phrase.words.end;
    let at = row.phrases.iter().position(|p| p.words.start == phrase.words.start)?;
    if let [joint, behind, ..] = row.phrases.get(at + 1..).unwrap_or_default() {
        let joins =
            matches!(scene.lower(joint.head), "of" | "from" | "de" | "in" | "behind" | "under" | "on" | "por" | "bajo")
                && joint.kind == PhraseKind::Preposition;
        if joins && behind.kind == PhraseKind::Noun && !scene.clause(row).is_time(behind) {
            end = behind.words.end;
        }
    }
    (start < end).then(|| scene.without_article(&(start..end)))
}

/// "Puente Nica lists 53", "la ONG contabiliza 21": the subject of a counting verb.
fn counting_subject(scene: &Scene, row: &Row, counted: &Counted) -> Option<(Informant, Crediting)> {
    let verb = (0..counted.phrase).rev().find(|&k| row.phrases[k].kind == PhraseKind::Verb)?;
    if !scene.words.is_counting(scene.lower(row.phrases[verb].head)) {
        return None;
    }
    let subject = scene.clause(row).subject(verb);
    let body = subject
        .into_iter()
        .find(|&k| credit::can_be_credited(scene, &row.phrases[k]) || !scene.persons(row, k).is_empty())?;
    let (name, class, _) = credit::name(scene, row, body)?;
    let head = row.phrases[verb].head;
    let (words, verb) = (scene.evidence(&row.phrases[body].words), scene.evidence(&(head..head + 1)));
    Some(((name.clone(), class), Crediting { informant: name, words, verb, way: CreditWay::Counting }))
}

fn date_near(scene: &Scene, row: &Row, counted: &Counted) -> Option<(PartialDate, Part)> {
    let range = scene.span(&row.words);
    let at = scene.span(&counted.words);
    let within = scene.analysis.dates.iter().filter(|d| range.contains(d.span));
    let nearest = within.min_by_key(|d| d.span.start.abs_diff(at.start))?;
    Some((nearest.date, status::date_part(scene, nearest.date, nearest.span)))
}

/// The first place that the row names with a preposition of place.
fn place(scene: &Scene, row: &Row) -> Option<Range<usize>> {
    let place = |k: &usize| {
        let p = &row.phrases[*k];
        p.kind == PhraseKind::Noun
            && *k > 0
            && matches!(
                scene.lower(row.phrases[*k - 1].head),
                "in" | "at" | "from" | "en" | "de" | "del" | "desde" | "out" | "of"
            )
            && scene.analysis.names_in(&p.words).iter().any(|n| n.kind == NameKind::Place)
    };
    let named = (0..row.phrases.len()).find(place).map(|k| scene.without_article(&row.phrases[k].words));
    named.or_else(|| {
        let subject = row.phrases.first().filter(|p| p.kind == PhraseKind::Noun)?;
        let country = scene
            .analysis
            .names_in(&subject.words)
            .first()
            .filter(|n| n.kind == NameKind::Place && n.words == subject.words)?;
        Some(country.words.clone())
    })
}

/// The clause around the number.
fn evidence(scene: &Scene, row: &Row, counted: &Counted) -> Span {
    let before =
        row.phrases[..counted.phrase].iter().rfind(|p| matches!(p.kind, PhraseKind::Stop | PhraseKind::Quote(_)));
    let behind =
        row.phrases[counted.phrase..].iter().find(|p| matches!(p.kind, PhraseKind::Stop | PhraseKind::Quote(_)));
    let start = before.map_or(row.words.start, |p| p.words.end);
    let end = behind.map_or(row.words.end, |p| p.words.start);
    scene.span(&(start.min(counted.words.start)..end.max(counted.words.end)))
}

#[cfg(test)]
mod tests {
    use constancia_model::Language;

    use crate::testing::{Case, Kind, check};

    const ENGLISH: &[Case] = &[
        ("Sixteen miners were arrested.", &["count detained 16..16 miners"]),
        (
            "The Interior Ministry said 58 people had been released.",
            &["count released 58..58 people | says=Interior Ministry"],
        ),
        (
            "At least 40 journalists are in prison in Varnia.",
            &["count held 40.. journalists | bound=at least place=Varnia"],
        ),
        (
            "Police arrested more than 200 protesters on Saturday.",
            &["count detained 200.. protesters | bound=more than date=2026-03-14"],
        ),
        (
            "Some 863 political prisoners remain behind bars, according to the Committee of Families.",
            &["count held 863..863 political prisoners | bound=about says=Committee of Families"],
        ),
        ("Twelve students were freed on Friday.", &["count released 12..12 students | date=2026-03-13"]),
        (
            "Five Spanish nationals were released on Thursday.",
            &["count released 5..5 Spanish nationals | date=2026-03-12"],
        ),
        (
            "Up to 90 prisoners will be released this week, the government announced.",
            &["count announced 90..90 prisoners | bound=up to date=2026-03-16/2026-03-22 says=government"],
        ),
        ("Three detainees died in custody.", &["count died 3..3 detainees"]),
        ("Two nurses were sentenced to six years in prison.", &["count convicted 2..2 nurses"]),
        ("The ship released 400 barrels of oil.", &[]),
        ("The company freed up 30 million dollars.", &[]),
        ("The candidate won 1,200 votes in the capital.", &[]),
        ("An important number of prisoners will go free.", &[]),
        ("The bridge is 58 years old.", &[]),
        (
            "The Lawyers Forum had verified 56 releases by Sunday.",
            &["count released 56..56 releases | date=2026-03-15 says=Lawyers Forum"],
        ),
        (
            "Officials released 31 detainees on Sunday in Port Anselm.",
            &["count released 31..31 detainees | date=2026-03-15 place=Port Anselm"],
        ),
        (
            "More than 70 women are held in Kellin prison.",
            &["count held 70.. women | bound=more than place=Kellin prison"],
        ),
        (
            "About 60 inmates were pardoned on Friday.",
            &["count released 60..60 inmates | bound=about date=2026-03-13 terms=pardon"],
        ),
        ("The bus carried 40 passengers to the coast.", &[]),
        ("The register lists 21 people who died in custody.", &["count died 21..21 people"]),
        ("Ten of the prisoners were released on bail.", &["count released 10..10 prisoners | terms=conditional"]),
    ];

    const SPANISH: &[Case] = &[
        ("Quince mineros fueron liberados.", &["count released 15..15 mineros"]),
        (
            "El Ministerio del Interior dijo que 58 personas fueron liberadas.",
            &["count released 58..58 personas | says=Ministerio del Interior"],
        ),
        (
            "Al menos 40 periodistas están presos en Varania.",
            &["count held 40.. periodistas | bound=at least place=Varania"],
        ),
        (
            "La policía detuvo a más de 200 manifestantes el sábado.",
            &["count detained 200.. manifestantes | bound=more than date=2026-03-14"],
        ),
        (
            "Unos 863 presos políticos siguen tras las rejas, según el Comité de Familiares.",
            &["count held 863..863 presos políticos | bound=about says=Comité de Familiares"],
        ),
        ("Entre 800 y 900 personas están detenidas.", &["count held 800..900 personas"]),
        ("El sindicato contabilizó 17 maestros detenidos.", &["count held 17..17 maestros | says=sindicato"]),
        (
            "Cinco ciudadanos españoles fueron liberados el jueves.",
            &["count released 5..5 ciudadanos españoles | date=2026-03-12"],
        ),
        (
            "Hasta 90 presos serán liberados esta semana, anunció el Gobierno.",
            &["count announced 90..90 presos | bound=up to date=2026-03-16/2026-03-22 says=Gobierno"],
        ),
        ("Tres detenidos murieron bajo custodia.", &["count died 3..3 detenidos"]),
        ("Dos enfermeras fueron condenadas a seis años de prisión.", &["count convicted 2..2 enfermeras"]),
        ("El barco liberó 400 barriles de crudo.", &[]),
        ("La empresa liberó 30 millones de dólares.", &[]),
        ("El candidato ganó con 1.200 votos en la capital.", &[]),
        ("Un número importante de presos quedará en libertad.", &[]),
        ("El puente tiene 58 años.", &[]),
        (
            "El Foro de Abogados había verificado 56 excarcelaciones hasta el domingo.",
            &["count released 56..56 excarcelaciones | date=2026-03-15 says=Foro de Abogados"],
        ),
        (
            "Las autoridades liberaron a 31 detenidos el domingo en Puerto Anselmo.",
            &["count released 31..31 detenidos | date=2026-03-15 place=Puerto Anselmo"],
        ),
        (
            "Las fuerzas de seguridad detuvieron a 19 campesinos la semana pasada.",
            &["count detained 19..19 campesinos | date=2026-03-09/2026-03-15"],
        ),
        (
            "Unos 60 internos fueron indultados el viernes.",
            &["count released 60..60 internos | bound=about date=2026-03-13 terms=pardon"],
        ),
        ("Catorce activistas fueron acusados de sedición.", &["count charged 14..14 activistas"]),
        ("El autobús llevó a 40 pasajeros a la costa.", &[]),
        ("La policía arrestó a dos hombres en Lagunera.", &["count detained 2..2 hombres | place=Lagunera"]),
    ];

    #[test]
    fn english() {
        check(Language::English, Kind::Count, ENGLISH);
    }

    #[test]
    fn spanish() {
        check(Language::Spanish, Kind::Count, SPANISH);
    }
}
