//! Counts: how many people are in or out of custody, of whom, where, when, according to whom.
//!
//! A number counts only when its noun is of people or of custody events and something says what happened to them. Parts
//! ("of whom nine are women") take what is said of the whole.

use std::ops::Range;

use constancia_model::{Content, Count, Evidence, InformantClass, PartialDate, Stance, Statement, Status, Terms};

use crate::count_details::{self as details, Informant};
use crate::count_status::{self as said, Said};
use crate::counted::{Counted, counted, is_people};
use crate::credit::{self, Credit};
use crate::events::Event;
use crate::explanation::{CreditWay, Crediting, DecisionKind, Explained, Explanation, Part, Role, Rule, Way};
use crate::membership::Group;
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
    whole_population: Option<String>,
    informant: Option<(String, Option<InformantClass>)>,
    block: usize,
    row: usize,
    low: u64,
    nationality: Option<usize>,
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
        let date = last.date.filter(|_| last.status != Status::Held);
        Some(Group { status: last.status, terms, block: last.block, nationality: last.nationality, date })
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

    /// What happened to those counted, where their number counts people in or out of custody.
    fn said<'e>(&self, scene: &Scene, row: &Row, events: &'e [Event], counted: &Counted) -> Option<Said<'e>> {
        if said::is_capacity(scene, row, counted) || said::is_fiction(scene, row) {
            return None;
        }
        let said = self.told(scene, row, events, counted)?;
        (!said::is_of_disaster(scene, row, said.status)).then_some(said)
    }

    /// An event of theirs, their noun, words in their clause, or what is said of the whole they are of.
    fn told<'e>(&self, scene: &Scene, row: &Row, events: &'e [Event], counted: &Counted) -> Option<Said<'e>> {
        let by_noun = said::by_noun(scene, counted);
        if let Some(said) = by_noun.as_ref().filter(|said| said.status != Status::Held) {
            return Some(said.clone());
        }
        if let Some(event) = said::own_event(scene, row, events, counted) {
            let (rule, words) = (event.rule.clone(), event.words.clone());
            return Some(Said { status: event.status, event: Some(event), rule, words });
        }
        let elliptical = counted.noun.is_none() && self.continues(row);
        if !(is_people(scene, counted) || elliptical) {
            return None;
        }
        let part = || self.part_of(scene, row, counted).map(|status| whole(status, counted));
        let nearer = by_noun.is_none() || said::is_part_word(scene, row, counted);
        said::mark(scene, row, counted)
            .or_else(|| said::inside(scene, row, counted))
            .or_else(|| part().filter(|_| nearer))
            .or_else(|| said::among(scene, row, counted))
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
        let part = same_row || close && said::is_part_word(scene, row, counted);
        let again = (same_row || last.block == row.block) && said::counts_again(scene, row, counted);
        let total = close && counted.noun.is_none() && said::is_total(scene, row, counted);
        (part && counted.number.low <= last.low || again || total).then_some(last.status)
    }

    /// The population: the number's own noun, what is said of a part without one, or that of the whole.
    fn population(&self, scene: &Scene, row: &Row, counted: &Counted, event: Option<&Event>) -> Option<Part> {
        let whole = self.last.as_ref().filter(|last| row.block <= last.block + 1);
        let part = whole.filter(|last| last.row == row.words.start && last.low > counted.number.low);
        let own = || details::population(scene, row, counted).filter(|_| !(counted.noun_before && part.is_some()));
        let told = event.is_none() && said::inside(scene, row, counted).is_none();
        let predicate = || part.filter(|_| told).and_then(|_| details::predicate(scene, row, counted));
        let itself = own().or_else(predicate).map(|words| cell(scene, Role::Population, Way::Itself, &words));
        itself.or_else(|| Some(whole?.handed_on(scene, Role::Population, whole?.whole_population.clone()?)))
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
        let same = part.as_ref().filter(|last| last.status == status && event.is_none());
        let credit = credit::governing(credits, counted.words.start);
        let told = part.as_ref().filter(|_| !credit::is_outlets(credits, counted.words.start));
        let (informant, crediting) = informant(scene, row, counted, credit, told).unzip();
        let population = self.population(scene, row, counted, event);
        let whole_date = || Some((same?.date?, same?.handed_on(scene, Role::Date, same?.date?.to_string())));
        let (date, date_part) = details::date(scene, row, counted, event).or_else(whole_date).unzip();
        let standing = status == Status::Held;
        let own_terms = event.and_then(|e| status::release_terms(scene, row, e, &row.words));
        let whole_terms = || {
            let terms = same?.terms.clone()?;
            Some((terms.clone(), same?.handed_on(scene, Role::Terms, terms.to_string())))
        };
        let (terms, terms_part) = own_terms.or_else(whole_terms).unzip();
        let released = matches!(status, Status::Released | Status::Announced);
        let place = details::place(scene, row, counted, event)
            .map(|words| cell(scene, Role::Place, Way::BehindPreposition, &words))
            .filter(|at| informant.as_ref().is_none_or(|(name, _)| *name != at.value))
            .or_else(|| Some(same?.handed_on(scene, Role::Place, same?.place.clone()?)));
        let value = |part: &Option<Part>| part.as_ref().map(|part| part.value.clone());
        let unbound = bounds_nothing(scene, counted);
        let count = Count {
            status,
            low: number.low,
            high: number.high.or(unbound.then_some(number.low)),
            bound: number.bound.filter(|_| !unbound),
            population: value(&population),
            place: value(&place),
            date: date.filter(|_| !standing),
            as_of: date.filter(|_| standing),
            terms: terms.clone().filter(|_| released),
        };
        let mut explanation = Explanation::new(said.rule, scene.evidence(&said.words)?);
        let figure = cell(scene, Role::Number, Way::Itself, &counted.words);
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
        let close = self.last.clone().filter(|l| l.block == row.block && said::is_part_word(scene, row, counted));
        let whole = part.as_ref().or(close.as_ref());
        let low = whole.map_or(0, |l| l.low);
        let whole_population = whole.filter(|l| l.low > number.low).and_then(|l| l.whole_population.clone());
        self.last = Some(Whole {
            status,
            place: count.place.clone(),
            date,
            terms,
            stance,
            whole_population: whole_population.or(count.population.clone()),
            informant: informant.clone(),
            block: row.block,
            row: row.words.start,
            low: number.high.unwrap_or(number.low).max(low),
            nationality: nationality(scene, row, counted),
            words: counted.words.clone(),
        });
        let evidence = Evidence::at(scene.analysis.text, details::evidence(scene, row, counted)).ok()?;
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

impl Whole {
    /// A part that those who belong to it take over.
    fn handed_on(&self, scene: &Scene, role: Role, value: String) -> Part {
        Part::new(role, value, Way::FromWhole, scene.evidence(&self.words))
    }
}

fn cell(scene: &Scene, role: Role, way: Way, words: &Range<usize>) -> Part {
    Part::new(role, scene.text(words), way, scene.evidence(words))
}

/// What is said of the whole, of which those counted are a part.
fn whole<'e>(status: Status, counted: &Counted) -> Said<'e> {
    Said { status, event: None, rule: Rule::PartOfWhole, words: counted.words.clone() }
}

/// Who says the number: whoever is credited, the subject of a verb of counting, or who said the whole.
fn informant(
    scene: &Scene,
    row: &Row,
    counted: &Counted,
    credit: Option<&Credit>,
    whole: Option<&Whole>,
) -> Option<(Informant, Crediting)> {
    let governing = credit.map(|c| ((c.informant.clone(), c.class), c.explained(scene)));
    governing.or_else(|| details::counting_subject(scene, row, counted)).or_else(|| {
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

/// "nothing about two reporters", "handed over 205 prisoners": an "about" or "over" that bounds no number.
fn bounds_nothing(scene: &Scene, counted: &Counted) -> bool {
    let first = scene.analysis.word_at(counted.number.whole.start);
    let before = first.checked_sub(1).map_or("", |w| scene.lower(w));
    let particle = scene.lower(first) == "over" && ["hand", "turn"].iter().any(|verb| before.starts_with(verb));
    first < counted.words.start && (particle || scene.words.topic_words.contains(before))
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
    Some(Group { status: event.status, terms: event.terms, block: row.block, nationality: None, date: None })
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
            &["count held 40.. journalists | bound=at least place=prison in Varnia"],
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
        ("El sindicato contabilizó 17 maestros detenidos.", &["count held 17..17 maestros detenidos | says=sindicato"]),
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
