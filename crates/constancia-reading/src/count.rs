//! Counts: how many people are in or out of custody, of whom, where, when, according to whom.
//!
//! A number counts only when its noun is of people or of custody events and something says what happened to them. Parts
//! ("of whom nine are women") take what is said of the whole.

use constancia_model::{Content, Count, Evidence, InformantClass, PartialDate, Stance, Statement, Status, Terms};

use crate::count_details as details;
use crate::count_status as said;
use crate::counted::{Counted, counted, is_people};
use crate::credit::{self, Credit};
use crate::events::Event;
use crate::membership::Group;
use crate::scene::{Row, Scene};
use crate::status;

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

    /// The counts of a row.
    pub fn statements(&mut self, scene: &Scene, row: &Row, events: &[Event], credits: &[Credit]) -> Vec<Statement> {
        let mut found = Vec::new();
        self.vague = vague_group(scene, row, events).or(self.vague.filter(|group| row.block <= group.block + 2));
        for counted in counted(scene, row) {
            let Some((status, event)) = self.status(scene, row, events, &counted) else { continue };
            if said::is_of_disaster(scene, row, status) {
                continue;
            }
            found.extend(self.statement(scene, row, &counted, status, event, credits));
        }
        found
    }

    /// What happened to those counted: an event of theirs, their noun, words in their clause, or the whole they are of.
    fn status<'e>(
        &self,
        scene: &Scene,
        row: &Row,
        events: &'e [Event],
        counted: &Counted,
    ) -> Option<(Status, Option<&'e Event>)> {
        let by_noun = counted.noun.and_then(|w| scene.words.counted_status(scene.lower(w)));
        if said::is_capacity(scene, row, counted) || said::is_fiction(scene, row) {
            return None;
        }
        if let Some(status) = by_noun.filter(|status| *status != Status::Held) {
            return Some((status, None));
        }
        if let Some(event) = said::own_event(scene, row, events, counted) {
            return Some((event.status, Some(event)));
        }
        let elliptical = counted.noun.is_none() && self.continues(row);
        if !(is_people(scene, counted) || elliptical) {
            return None;
        }
        Some((self.told(scene, row, counted, by_noun)?, None))
    }

    /// What is said of those counted without an event of theirs.
    fn told(&self, scene: &Scene, row: &Row, counted: &Counted, by_noun: Option<Status>) -> Option<Status> {
        let part = self.part_of(scene, row, counted);
        let of_whole = part.filter(|_| by_noun.is_none() || said::is_part_word(scene, row, counted));
        let inside = || said::says_inside(scene, row, counted).then_some(Status::Held);
        said::mark(scene, row, counted)
            .or_else(inside)
            .or(of_whole)
            .or_else(|| said::among(scene, row, counted))
            .or(by_noun)
            .or(part)
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
    fn population(&self, scene: &Scene, row: &Row, counted: &Counted, event: Option<&Event>) -> Option<String> {
        let whole = self.last.as_ref().filter(|last| row.block <= last.block + 1);
        let part = whole.filter(|last| last.row == row.words.start && last.low > counted.number.low);
        let inherited = || whole.and_then(|last| last.whole_population.clone());
        let own = || details::population(scene, row, counted).filter(|_| !(counted.noun_before && part.is_some()));
        let told = event.is_none() && !said::says_inside(scene, row, counted);
        let predicate = || part.filter(|_| told).and_then(|_| details::predicate(scene, row, counted));
        own().or_else(predicate).or_else(inherited)
    }

    fn statement(
        &mut self,
        scene: &Scene,
        row: &Row,
        counted: &Counted,
        status: Status,
        event: Option<&Event>,
        credits: &[Credit],
    ) -> Option<Statement> {
        let number = counted.number;
        let part = self.last.clone().filter(|last| last.row == row.words.start);
        let same = part.as_ref().filter(|last| last.status == status && event.is_none());
        let credit = credit::governing(credits, counted.words.start);
        let informant = credit
            .map(|c| (c.informant.clone(), c.class))
            .or_else(|| details::counting_subject(scene, row, counted))
            .or_else(|| part.as_ref().and_then(|last| last.informant.clone()));
        let population = self.population(scene, row, counted, event);
        let date = details::date(scene, row, counted, event).or(same.and_then(|l| l.date));
        let standing = status == Status::Held;
        let unbound = bounds_nothing(scene, counted);
        let terms = event
            .and_then(|e| status::release_terms(scene, row, e, &row.words))
            .map(Terms::Release)
            .or(same.and_then(|l| l.terms.clone()));
        let count = Count {
            status,
            low: number.low,
            high: number.high.or(unbound.then_some(number.low)),
            bound: number.bound.filter(|_| !unbound),
            population: population.clone(),
            place: details::place(scene, row, counted, event)
                .filter(|at| informant.as_ref().is_none_or(|(name, _)| name != at))
                .or_else(|| same.and_then(|l| l.place.clone())),
            date: date.filter(|_| !standing),
            as_of: date.filter(|_| standing),
            terms: terms.clone().filter(|_| matches!(status, Status::Released | Status::Announced)),
        };
        let stance = stance(scene, row, event, credit);
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
            whole_population: whole_population.or(population),
            informant: informant.clone(),
            block: row.block,
            row: row.words.start,
            low: number.high.unwrap_or(number.low).max(low),
            nationality: nationality(scene, row, counted),
        });
        let evidence = Evidence::at(scene.analysis.text, details::evidence(scene, row, counted)).ok()?;
        let mut statement = Statement::new(Content::Count(count), evidence);
        statement.stance = part.map_or(stance, |l| if l.stance == Stance::Denies { Stance::Denies } else { stance });
        statement.hedged = event.is_some_and(|e| e.scope.hedged);
        if let Some((name, class)) = informant {
            statement.informant = Some(name);
            statement.informant_class = class;
        }
        Some(statement)
    }
}

fn stance(scene: &Scene, row: &Row, event: Option<&Event>, credit: Option<&Credit>) -> Stance {
    let denied = credit.is_some_and(|c| c.denies);
    let false_claim = scene.find(&row.words, &scene.words.false_phrases).is_some();
    let negated = event.is_some_and(|e| e.scope.negated);
    if (denied || false_claim) != negated { Stance::Denies } else { Stance::Asserts }
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
    let event =
        events.iter().find(|e| e.status == Status::Released && !e.scope.negated && e.patients.iter().any(plural))?;
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
