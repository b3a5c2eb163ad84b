//! The words that the reader knows, by what they do: data per language (`data/<language>/words.toml`).
//!
//! Loading only; what is done with a list stands where it is done.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use constancia_language::inflection::{self, Inflection};
use constancia_language::lexicon::Lexicon;
use constancia_model::{AttributeField, InformantClass, Language, ReleaseTerms, Status};
use serde::Deserialize;

/// A set of words or phrases in lower case.
pub type Set = BTreeSet<String>;

/// Words that show on which terms a release is.
#[derive(Debug, Deserialize)]
pub struct TermWords {
    /// The terms.
    pub terms: ReleaseTerms,
    /// Phrases that say so.
    pub words: Vec<String>,
}

/// The lists of one language.
#[derive(Debug, Deserialize)]
pub struct Words {
    speech_verbs: Vec<String>,
    counting_verbs: Vec<String>,
    denial_verbs: Vec<String>,
    plain_speech_verbs: Vec<String>,
    clause_verbs: Vec<String>,
    showing_verbs: Vec<String>,
    /// What stands before the one who is credited: "according to".
    pub according: Vec<String>,
    /// What stands before the one on whom a speaker rests: "citing".
    pub citing: Vec<String>,
    /// Verb forms of knowing and believing: what a speaker knows is his to tell.
    pub minds: Set,
    /// What heads a text that its own body publishes: "press release".
    pub releases: Vec<String>,
    /// Nouns for a count that somebody keeps: "tally", "recuento".
    pub tallies: Set,
    /// Nouns for the number that a count gives: "figure", "cifra".
    pub figures: Set,
    /// What opens a time that goes on: "since".
    pub since: Set,
    /// Nouns for parts of a place of custody and for stations with cells: "cell", "pabellón".
    pub wards: Set,
    /// Last words of names that outlets and bodies bear: "FM", "Courier".
    pub body_words: Set,
    /// What opens a clause of what is over, whatever its mood: "después de que".
    pub over_clauses: Vec<String>,
    /// Phrases by which an outlet says that it prints somebody's text as it is.
    pub reprints: Vec<String>,
    /// Phrases that end such a text.
    pub reprint_ends: Vec<String>,
    /// Documents that can say something.
    pub documents: Set,
    /// What announces that the sentences behind it are the speaker's: "what she knows".
    pub accounts: Vec<String>,
    /// What stands for the sentence before: "this", "lo".
    pub former_sentence: Vec<String>,
    /// "cannot confirm".
    pub doubt_phrases: Vec<String>,
    /// "is a fabrication".
    pub false_phrases: Vec<String>,
    /// Words that hold back.
    pub hedges: Set,
    /// Phrases before an event that hold back.
    pub hedge_phrases: Vec<String>,
    /// Words that make a clause a mere possibility.
    pub conditions: Set,
    /// Words of asking, after which a release has not happened.
    pub demands: Set,
    /// Verbs in the passive before "to" that tell what is said to have happened.
    pub reported_as: Set,
    /// Nouns of news that there is none of: "no word of her since".
    pub news: Set,
    /// Words of planning and promising.
    pub promises: Set,
    /// Words that negate.
    pub negations: Set,
    /// Words before a verb that put it in the future.
    pub futures: Set,
    /// "again".
    pub again: Vec<String>,
    /// Nouns of places of custody.
    pub custody_nouns: Set,
    /// Words that govern a noun or a verb without a subject of its own.
    pub prepositions: Set,
    /// Adverbs of a day: "anoche".
    pub day_adverbs: Set,
    /// Nouns for two persons: "the couple".
    pub couples: Set,
    /// Words of sport, art, trade and rescue.
    pub other_fields: Set,
    /// Those who rescue.
    pub rescuers: Set,
    /// What one vanishes from by leaving a stage, a screen or a field.
    pub stages: Set,
    /// Beginnings of the words for courts and those who act in them.
    pub courts: Vec<String>,
    /// Nouns of custody that are a place only with a word that says which: "prison".
    pub bare_custody: Set,
    /// Nouns of a state and of no place: "custody", "libertad".
    pub custody_states: Set,
    /// Nouns of other places where people are taken, kept and let go.
    pub place_nouns: Set,
    /// Phrases that say that somebody is in custody.
    pub inside_phrases: Vec<String>,
    /// Words near which a death is a death in custody.
    pub custody_context: Set,
    /// Phrases that say that a death came after the release.
    pub after_release: Vec<String>,
    /// Terms of releases.
    pub release_terms: Vec<TermWords>,
    /// Words near which handing over is an exchange.
    pub exchange_context: Vec<String>,
    /// Offences.
    pub crimes: Set,
    /// What one can be charged with that is no offence.
    pub no_crimes: Vec<String>,
    /// Things that are released, captured or held without anybody in custody.
    pub thing_nouns: Set,
    /// What stands before an offence.
    pub accusation_prepositions: Vec<String>,
    /// Words that quotation marks do not make anybody's words: "headline", "programme".
    pub title_nouns: Set,
    /// Verbs, or subjects, by which whoever writes the report tells what he asked or said himself.
    pub reporter_says: Set,
    /// Forms of having: who has so many need not be who counted them.
    pub possessing: Set,
    /// Words behind "where" that say that somebody is there: "is", "held", "tienen".
    pub being_somewhere: Set,
    /// Words of those who look for somebody: "ask", "buscar".
    pub asking: Set,
    /// Nouns for what the outlet itself published before.
    pub own_texts: Set,
    /// Verb forms before an age: "tiene", "turned".
    pub reaching_age: Set,
    /// Verbs of staying somewhere, as they stand: "remains", "permanece".
    pub staying: Set,
    /// Nouns of parties and movements: "party", "sindicato".
    pub parties: Set,
    /// Nouns for those who belong to something: "member", "militante".
    pub members: Set,
    /// Verb forms of working for somebody: "reports", "trabaja".
    pub working: Set,
    /// Nouns for those who attend to somebody or ask her, and are seldom a new word for her: "doctor", "guard".
    pub attendants: Set,
    /// Verb forms of having a nationality: "holds".
    pub holding: Set,
    /// Verb forms of having an office, before "as": "serves".
    pub serving: Set,
    /// Verb forms of counsel: "represents", "defiende".
    pub representing: Set,
    /// Nouns before several names with one surname: "brothers", "matrimonio".
    pub pairs: Set,
    /// What sets an event behind another: "after", "tras".
    pub aftermath: Set,
    /// What stands before an end: "until".
    pub limits: Set,
    /// Small words between a date and what leads to it: "on", "el".
    pub date_links: Set,
    /// What points to a day named before: "same", "misma".
    pub same: Set,
    /// Verb forms of taking place: "occurred", "ocurrido".
    pub happening: Set,
    /// What goes on with what was told before: "also".
    pub also: Set,
    /// Verb forms of a birth.
    pub births: Set,
    /// Helping verbs of what was over before: "had", "había".
    pub over_before: Set,
    /// Verb forms of a plan that was made for a day now past: "was", "iba".
    pub past_plans: Set,
    /// Question words: "where".
    pub questions: Set,
    /// Prepositions of being inside.
    pub inside_prepositions: Set,
    /// Who takes people away, by the beginnings of the words.
    pub takers: Vec<String>,
    /// From where people are taken.
    pub taken_from: Set,
    /// Where people are brought who are ill, not arrested.
    pub care: Set,
    /// Stems of verbs that mean custody in every field but in what is invented.
    pub plain_custody: Vec<String>,
    /// Verb forms by which an outlet speaks of what it wrote.
    pub wrote: Set,
    /// Words that mark a correction.
    pub correction_marks: Vec<String>,
    /// Words after which "about" names a topic and bounds no number.
    pub topic_words: Set,
    /// Who works for the outlet: what they say is the outlet's own word.
    pub staff: Set,
    /// Kinship and counsel.
    pub kin: BTreeMap<String, Set>,
    /// Populations and counted events.
    pub people: BTreeMap<String, Set>,
    /// Stems of words that say by themselves what became of somebody, by status.
    pub fates: BTreeMap<String, Vec<String>>,
    /// Names of columns, by what their cells are.
    pub columns: BTreeMap<String, Set>,
    /// Words about counts.
    pub counts: CountWords,
    /// Nationalities.
    pub nationalities: Nationalities,
    /// Words for persons.
    pub roles: Roles,
    /// Nouns of bodies and people that can be credited.
    pub informants: BTreeMap<String, Set>,
    /// Pronouns of persons.
    pub pronouns: Pronouns,
    #[serde(skip, default = "english_lexicon")]
    lexicon: &'static Lexicon,
    #[serde(skip)]
    speech: BTreeMap<String, Inflection>,
    #[serde(skip)]
    counting: BTreeMap<String, Inflection>,
    #[serde(skip)]
    denial: BTreeMap<String, Inflection>,
    #[serde(skip)]
    plain_speech: BTreeMap<String, Inflection>,
    #[serde(skip)]
    clause: BTreeMap<String, Inflection>,
    #[serde(skip)]
    showing: BTreeMap<String, Inflection>,
}

/// Words about counts of people.
#[derive(Debug, Deserialize)]
pub struct CountWords {
    /// What opens a sentence that counts on from the one before: "of these", "con este grupo".
    pub counting_on: Vec<String>,
    /// Phrases that make a number a part of the one before: "of whom", "entre ellos".
    pub part_marks: Vec<String>,
    /// Pronouns that stand for the people counted before.
    pub pronouns: Set,
    /// What opens a sentence about the members of a group: "among", "entre".
    pub among: Set,
    /// Verbs of being somewhere, behind which those in custody are counted: "Behind bars are 40 nurses".
    pub being_there: Set,
    /// Words for how many a place can hold.
    pub capacity: Set,
    /// Words that may stand between these and the number.
    pub capacity_links: Set,
    /// Events that kill, and after which people are missing, without anybody in custody.
    pub disasters: Set,
    /// Words for stories that somebody made up.
    pub fiction: Set,
    /// People who were hurt and need not be in custody: "wounded".
    pub hurt: Set,
    /// Words for the place that nobody tells: "whereabouts", "paradero".
    pub whereabouts: Set,
    /// Words for where a body has its seat, which is not where people are held.
    pub seats: Set,
    /// Prepositions before the place where people are counted.
    pub place_prepositions: Set,
}

/// Nationalities and the nouns beside them.
#[derive(Debug, Deserialize)]
pub struct Nationalities {
    /// "Colombian", "colombiana".
    pub words: Set,
    /// "citizen", "nacionalidad".
    pub nouns: Set,
}

/// Nouns that make a person of a noun phrase.
#[derive(Debug, Deserialize)]
pub struct Roles {
    /// A woman by the word.
    pub female: Set,
    /// A man by the word.
    pub male: Set,
    /// Those who act for the state: "judge", "ministra".
    pub officials: Set,
    /// Anybody at all: "man", "hombre".
    pub anybody: Set,
}

/// Pronouns of persons.
#[derive(Debug, Deserialize)]
pub struct Pronouns {
    /// She, her.
    pub female: Set,
    /// He, him.
    pub male: Set,
    /// They, them.
    pub plural: Set,
    /// "her" before a noun.
    pub possessive_female: Set,
    /// "his" before a noun.
    pub possessive_male: Set,
    /// "their" before a noun, and "su".
    pub possessive_any: Set,
    /// "who", "que".
    pub relative: Set,
    /// Whoever speaks: "I", "me", and the Spanish forms that need no pronoun.
    pub first: Set,
    /// By which whoever writes means himself: "we", "nuestro".
    pub own: Set,
}

fn english_lexicon() -> &'static Lexicon {
    Lexicon::of(&Language::English)
}

static ENGLISH: LazyLock<Words> =
    LazyLock::new(|| Words::parse(&Language::English, include_str!("../data/en/words.toml")));
static SPANISH: LazyLock<Words> =
    LazyLock::new(|| Words::parse(&Language::Spanish, include_str!("../data/es/words.toml")));

impl Words {
    /// The lists of `language`; English for languages that are not read.
    pub fn of(language: &Language) -> &'static Self {
        match language {
            Language::Spanish => &SPANISH,
            Language::English | Language::Other(_) => &ENGLISH,
        }
    }

    fn parse(language: &Language, text: &str) -> Self {
        let mut words: Self = toml::from_str(text).expect("the word lists are part of the program");
        let forms = |verbs: &[String]| -> BTreeMap<String, Inflection> {
            let all = verbs.iter().flat_map(|verb| inflection::forms(language, verb));
            all.map(|form| (form.text, form.inflection)).collect()
        };
        words.lexicon = Lexicon::of(language);
        words.speech = forms(&words.speech_verbs);
        words.counting = forms(&words.counting_verbs);
        words.denial = forms(&words.denial_verbs);
        words.plain_speech = forms(&words.plain_speech_verbs);
        words.clause = forms(&words.clause_verbs);
        words.showing = forms(&words.showing_verbs);
        words
    }

    /// Whether `lower` is a form of a verb of saying.
    pub fn is_speech(&self, lower: &str) -> bool {
        self.speech.contains_key(lower) || self.denial.contains_key(lower)
    }

    /// Whether `lower` is the present or past of a verb of saying or counting.
    pub fn is_finite_speech(&self, lower: &str) -> bool {
        let finite = |inflection: &Inflection| matches!(inflection, Inflection::Present | Inflection::Past);
        [&self.speech, &self.counting, &self.denial].iter().any(|verbs| verbs.get(lower).is_some_and(finite))
    }

    /// Whether `lower` is a form of a verb that introduces a count.
    pub fn is_counting(&self, lower: &str) -> bool {
        self.counting.contains_key(lower)
    }

    /// Whether `lower` is a form of a verb of denying.
    pub fn is_denial(&self, lower: &str) -> bool {
        self.denial.contains_key(lower)
    }

    /// Whether `lower` is a form of a verb of saying of which anybody may be the subject.
    pub fn is_plain_speech(&self, lower: &str) -> bool {
        self.plain_speech.contains_key(lower)
    }

    /// Whether `lower` is a form of a verb that credits its subject only with a clause or a quotation.
    pub fn needs_clause(&self, lower: &str) -> bool {
        self.clause.contains_key(lower)
    }

    /// Whether `lower` is a form of a verb by which a document speaks.
    pub fn is_showing(&self, lower: &str) -> bool {
        self.showing.contains_key(lower)
    }

    /// Whether the noun names a relation by work, which is a role of its own: "editor".
    pub fn is_work(&self, lower: &str) -> bool {
        self.kin.get("work").is_some_and(|set| set.contains(lower))
    }

    /// Whether the noun names whom a lawyer defends.
    pub fn is_client(&self, lower: &str) -> bool {
        self.kin.get("client").is_some_and(|set| set.contains(lower))
    }

    /// The relation that a noun of kinship or counsel names, where it is one of the fields.
    pub fn kin_field(&self, lower: &str) -> Option<AttributeField> {
        let fields = [
            ("spouse", AttributeField::Spouse),
            ("sibling", AttributeField::Sibling),
            ("parent", AttributeField::Parent),
            ("child", AttributeField::Child),
            ("lawyer", AttributeField::Lawyer),
        ];
        fields.into_iter().find(|(name, _)| self.kin.get(*name).is_some_and(|set| set.contains(lower))).map(|(_, f)| f)
    }

    /// Whether the noun names any relation between people.
    pub fn is_kin(&self, lower: &str) -> bool {
        self.kin.values().any(|set| set.contains(lower))
    }

    /// The status that a counted noun has by its meaning: "arrests", "prisoners".
    pub fn counted_status(&self, lower: &str) -> Option<Status> {
        let named = Status::ALL.into_iter().filter(|status| *status != Status::Announced);
        named.into_iter().find(|status| self.people.get(status.name()).is_some_and(|set| set.contains(lower)))
    }

    /// Whether the noun is of people.
    pub fn is_people(&self, lower: &str) -> bool {
        self.people["any"].contains(lower) || self.people["held"].contains(lower) || self.is_nationality(lower)
    }

    /// Whether the noun can never be a count of people.
    pub fn is_never_people(&self, lower: &str) -> bool {
        self.people["never"].contains(lower)
    }

    /// Whether the word is a nationality, whatever its case, or ends in one: "French-Iranian".
    pub fn is_nationality(&self, word: &str) -> bool {
        let folded = word.to_lowercase();
        let last = folded.rsplit('-').next().unwrap_or(&folded);
        self.nationalities.words.iter().any(|known| known.to_lowercase() == last)
    }

    /// Whether a noun makes a person of its phrase.
    pub fn is_person_noun(&self, lower: &str) -> bool {
        let masculine = || {
            let stem = lower.strip_suffix('a').filter(|stem| stem.len() > 4)?;
            Some(self.roles.male.contains(stem) || self.roles.male.contains(&format!("{stem}o")))
        };
        self.lexicon.is_person_noun(lower) || self.is_kin(lower) || masculine().unwrap_or(false)
    }

    /// Whether the word is a courtesy before a name: "doña".
    pub fn is_honorific(&self, word: &str) -> bool {
        self.lexicon.is_honorific(word)
    }

    /// What kind of informant a noun is.
    pub fn informant_class(&self, lower: &str) -> Option<InformantClass> {
        let classes = [
            ("relative", InformantClass::Relative),
            ("lawyer", InformantClass::Lawyer),
            ("authority", InformantClass::Authority),
            ("outlet", InformantClass::Outlet),
            ("organisation", InformantClass::Organisation),
            ("other", InformantClass::Other),
        ];
        classes
            .into_iter()
            .find(|(name, _)| self.informants.get(*name).is_some_and(|set| set.contains(lower)))
            .map(|(_, c)| c)
    }
}
