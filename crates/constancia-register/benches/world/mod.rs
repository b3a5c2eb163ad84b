//! Reports about invented people, the same in every run: as many persons as reports, each told of in about six of them.

use constancia_model::{
    Attribute, AttributeField, CaptureMethod, Content, Count, Evidence, Features, Gist, InformantClass, KeptText,
    Language, PartialDate, Report, ReportId, Span, Statement, Status, StatusEvent, Utterance,
};
use jiff::civil::{Date, date};

const GIVEN: [&str; 48] = [
    "Abril", "Adán", "Alba", "Amaro", "Anahí", "Benicio", "Berta", "Calixto", "Candela", "Casilda", "Ciro", "Dalia",
    "Damián", "Delfina", "Eladio", "Elvira", "Emiliano", "Fausto", "Fermín", "Flora", "Gael", "Gema", "Hilario",
    "Inés", "Isaura", "Jacinto", "Julieta", "Lázaro", "Leonor", "Lidia", "Macario", "Martina", "Nadia", "Nicanor",
    "Octavio", "Olivia", "Pascual", "Perla", "Quirino", "Rebeca", "Renata", "Saúl", "Serafín", "Tadeo", "Teresa",
    "Ulises", "Valeria", "Zenón",
];

const STEMS: [&str; 40] = [
    "Abar", "Alcal", "Arag", "Bald", "Barr", "Cald", "Camp", "Carr", "Cast", "Corr", "Domb", "Ech", "Esc", "Fal",
    "Fuen", "Gall", "Gar", "Guer", "Her", "Ibar", "Jar", "Lag", "Lar", "Mald", "Mend", "Mon", "Nav", "Olm", "Ort",
    "Pal", "Per", "Quint", "Riv", "Sal", "Sand", "Tor", "Urb", "Val", "Vil", "Zam",
];

const ENDS: [&str; 24] = [
    "ada", "ales", "án", "ano", "ares", "arte", "edo", "ega", "ejo", "ena", "eros", "eta", "ida", "iles", "illo",
    "ina", "ines", "ola", "ona", "ora", "osa", "uela", "uera", "ura",
];

const COUNTRIES: [&str; 12] = [
    "Venezuela",
    "Cuba",
    "Nicaragua",
    "Belarus",
    "Egypt",
    "Myanmar",
    "Iran",
    "Russia",
    "Turkey",
    "Ethiopia",
    "Uganda",
    "Vietnam",
];

const PRISONS: [&str; 8] =
    ["Los Olmos", "La Loma", "El Yarey", "Puerta Negra", "Santa Rita", "El Cerro", "Las Ceibas", "San Telmo"];

/// A report with what a reader finds in it.
pub struct Told {
    pub report: Report,
    pub statements: Vec<Statement>,
    pub gist: Gist,
}

/// Everything that can be told.
pub struct World {
    persons: u64,
}

/// Numbers that look random and are the same everywhere (SplitMix64, https://prng.di.unimi.it/splitmix64.c).
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides
    }

    fn one_of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.throw(words.len() as u64) as usize]
    }
}

/// Whom a statement is credited to.
type Credited = Option<(String, InformantClass)>;

/// A text that grows sentence by sentence, with a statement for some of them.
struct Writing {
    text: String,
    found: Vec<(Content, Credited, Span)>,
}

impl Writing {
    fn say(&mut self, sentence: &str, content: Content, informant: Credited) {
        let start = self.text.len();
        self.text.push_str(sentence);
        self.found.push((content, informant, Span::new(start, self.text.len())));
        self.text.push(' ');
    }
}

impl World {
    /// A world of so many persons.
    pub fn of(persons: usize) -> Self {
        Self { persons: persons as u64 }
    }

    fn name(&self, person: u64) -> String {
        let mut dice = Dice(person * 7 + 1);
        let given = (dice.one_of(&GIVEN), dice.one_of(&GIVEN));
        let surname = |dice: &mut Dice| format!("{}{}", dice.one_of(&STEMS), dice.one_of(&ENDS));
        format!("{} {} {} {}", given.0, given.1, surname(&mut dice), surname(&mut dice))
    }

    /// The report of that number, the same every time.
    pub fn report(&self, number: usize) -> Told {
        let mut dice = Dice(number as u64 ^ 0x5eed);
        let day = date(2015, 1, 1).saturating_add(jiff::Span::new().days(dice.throw(4000) as i64));
        let group = dice.throw(self.persons / 6 + 1);
        let country = COUNTRIES[(group % COUNTRIES.len() as u64) as usize];
        let mut writing =
            Writing { text: format!("{country}, {day}. {} {country}. ", words(12, &mut dice)), found: Vec::new() };
        for place in 0..6 {
            let person = (group * 6 + place) % self.persons;
            self.tell(&mut writing, &self.name(person), day, &mut dice);
        }
        count(&mut writing, country, &mut dice);
        self.quote(&mut writing, group, &mut dice);
        writing.text.push_str(&words(60, &mut dice));
        told(number, day, writing)
    }

    fn tell(&self, writing: &mut Writing, name: &str, day: Date, dice: &mut Dice) {
        let statuses = [Status::Held, Status::Released, Status::Detained, Status::Charged, Status::Transferred];
        let status = statuses[dice.throw(5) as usize];
        let when = day.saturating_sub(jiff::Span::new().days(dice.throw(20) as i64));
        let prison = format!("{} prison", dice.one_of(&PRISONS));
        let informant = match dice.throw(4) {
            0 => Some(("her sister".to_owned(), InformantClass::Relative)),
            1 => Some(("the ministry".to_owned(), InformantClass::Authority)),
            2 => Some(("Grupo Libre".to_owned(), InformantClass::Organisation)),
            _ => None,
        };
        let (before, after) = (words(2, dice), words(6, dice));
        let sentence = format!("{before} {name} was {status} on {when} at {prison} {after}.");
        let event = StatusEvent {
            person: name.to_owned(),
            status,
            date: Some(when.into()),
            place: Some(prison),
            by: None,
            accusation: None,
            terms: None,
        };
        writing.say(&sentence, Content::Status(event), informant);
        if dice.throw(2) == 0 {
            let age = day.year() - born(name);
            let person = name.to_owned();
            let attribute = Attribute { person, field: AttributeField::Age, value: age.to_string() };
            writing.say(&format!("{name} is {age}."), Content::Attribute(attribute), None);
        }
    }

    fn quote(&self, writing: &mut Writing, group: u64, dice: &mut Dice) {
        let speaker = self.name(group * 6 % self.persons);
        let text = words(8, dice);
        let sentence = format!("“{text}”, said {speaker}.");
        writing.say(&sentence, Content::Utterance(Utterance { speaker, text, verb: Some("said".to_owned()) }), None);
    }
}

/// What a report is about: its capitalised words as persons, its day, some of its other words.
fn gist(text: &str, day: Date) -> Gist {
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
    let features = |capital: bool, most: usize| -> Features {
        let fitting = words().filter(|word| word.starts_with(char::is_uppercase) == capital);
        fitting.take(most).map(|word| (word.to_lowercase(), 1)).collect()
    };
    Gist {
        language: Some(Language::English),
        persons: features(true, 20),
        dates: std::iter::once((day.to_string(), 1)).collect(),
        words: features(false, 60),
        ..Gist::default()
    }
}

/// The year in which somebody of that name was born.
fn born(name: &str) -> i16 {
    1950 + (name.bytes().map(i16::from).sum::<i16>() % 45)
}

/// So many words of no language.
fn words(number: usize, dice: &mut Dice) -> String {
    let word = |dice: &mut Dice| format!("{}{}", dice.one_of(&STEMS), dice.one_of(&ENDS)).to_lowercase();
    (0..number).map(|_| word(dice)).collect::<Vec<_>>().join(" ")
}

fn count(writing: &mut Writing, country: &str, dice: &mut Dice) {
    let number = 100 + dice.throw(900);
    let sentence = format!("{} {number} political prisoners are held in {country}.", words(5, dice));
    let count = Count {
        status: Status::Held,
        low: number,
        high: Some(number),
        bound: None,
        population: Some("political prisoners".to_owned()),
        place: Some(country.to_owned()),
        date: None,
        as_of: None,
        terms: None,
    };
    writing.say(&sentence, Content::Count(count), Some(("Grupo Libre".to_owned(), InformantClass::Organisation)));
}

fn told(number: usize, day: Date, writing: Writing) -> Told {
    let Writing { text, found } = writing;
    let statement = |(content, informant, span): (Content, Credited, Span)| {
        let evidence = Evidence::at(&text, span).expect("the words stand where they were written");
        let mut statement = Statement::new(content, evidence);
        if let Some((name, class)) = informant {
            (statement.informant, statement.informant_class) = (Some(name), Some(class));
        }
        statement
    };
    let statements = found.into_iter().map(statement).collect();
    let report = Report {
        id: ReportId::of(text.as_bytes()),
        name: format!("{number}.txt"),
        url: None,
        outlet: Some(format!("Paper {}", number % 200)),
        title: None,
        byline: None,
        published: Some(PartialDate::from(day)),
        published_basis: None,
        captured_at: None,
        method: CaptureMethod::File,
        language: Language::English,
        kept: KeptText::verbatim(&text),
        diagnostics: Vec::new(),
    };
    let gist = gist(&report.kept.text, day);
    Told { report, statements, gist }
}
