//! Who does what to whom, by the dependency tree of a sentence: subjects, objects, agents and those joined to them.
//!
//! Goes from word to word; knows no custody and resolves nobody. Where a tree says nothing, `clause` walks the row.

use constancia_language::Analysis;
use constancia_language::tagging::{Tag, VerbForm};
use constancia_language::trees::Relation;

/// The trees of a text.
#[derive(Clone, Copy)]
pub struct Tree<'a, 't> {
    /// The text with its trees.
    pub analysis: &'a Analysis<'t>,
}

/// So many steps are gone up from a verb to find its subject.
const STEPS: usize = 5;

impl Tree<'_, '_> {
    fn relation(&self, word: usize) -> Relation {
        self.analysis.words[word].relation
    }

    fn head(&self, word: usize) -> Option<usize> {
        self.analysis.words[word].head
    }

    fn lower(&self, word: usize) -> &str {
        &self.analysis.words[word].lower
    }

    fn hanging(&self, word: usize, wanted: &[Relation]) -> Vec<usize> {
        self.analysis.children(word).filter(|&child| wanted.contains(&self.relation(child))).collect()
    }

    /// The word that stands for a verb in the tree: of "is free" that is "free".
    pub fn predicate(&self, verb: usize) -> usize {
        let helps = matches!(self.relation(verb), Relation::Copula | Relation::Auxiliary | Relation::PassiveAuxiliary);
        self.head(verb).filter(|_| helps).unwrap_or(verb)
    }

    /// The subject of a verb, those joined to it behind it; empty where the tree shows none.
    pub fn subject(&self, verb: usize) -> Vec<usize> {
        self.subject_within(self.predicate(verb), STEPS)
    }

    fn subject_within(&self, verb: usize, steps: usize) -> Vec<usize> {
        let Some(steps) = steps.checked_sub(1) else { return Vec::new() };
        let own = self.hanging(verb, &[Relation::Subject, Relation::PassiveSubject]);
        if let Some(&subject) = own.first() {
            return if self.is_relative(subject) { self.antecedent(verb) } else { self.joined(subject) };
        }
        let Some(head) = self.head(verb) else { return Vec::new() };
        match self.relation(verb) {
            Relation::Conjunct => self.subject_within(head, steps),
            Relation::OpenComplement => match self.objects(head) {
                objects if objects.is_empty() => self.subject_within(head, steps),
                objects => objects,
            },
            Relation::AdnominalClause | Relation::AdjectivalModifier if self.is_participle(verb) => self.joined(head),
            Relation::RelativeClause if self.relative(verb).is_none_or(|(_, subject)| subject) => self.joined(head),
            Relation::AdverbialClause if !self.is_finite(verb) => self.subject_within(head, steps),
            _ => Vec::new(),
        }
    }

    /// The objects of a verb and those joined to them; a Spanish person with "a" is one.
    pub fn objects(&self, verb: usize) -> Vec<usize> {
        let verb = self.predicate(verb);
        let own = self.hanging(verb, &[Relation::Object]);
        if let Some(&object) = own.iter().find(|&&word| !self.is_clitic(word)) {
            return if self.is_relative(object) { self.antecedent(verb) } else { self.joined(object) };
        }
        if let Some(person) = self.personal(verb) {
            return if self.is_relative(person) { self.antecedent(verb) } else { self.joined(person) };
        }
        let relative = self.relation(verb) == Relation::RelativeClause;
        if relative && self.relative(verb).is_some_and(|(_, subject)| !subject) {
            return self.antecedent(verb);
        }
        let shared = self.hanging(verb, &[Relation::Conjunct]).into_iter().chain(self.head_of_conjunct(verb));
        let verbal = |word: &usize| self.analysis.words[*word].tag.tag == Tag::Verb;
        let object = |word| self.hanging(word, &[Relation::Object]).into_iter().find(|&object| !self.is_clitic(object));
        shared.filter(verbal).find_map(object).map(|object| self.joined(object)).unwrap_or_default()
    }

    /// "liberó a cinco mujeres": the noun behind "a" that hangs on the verb.
    fn personal(&self, verb: usize) -> Option<usize> {
        let beside = [Relation::IndirectObject, Relation::ObliqueArgument, Relation::Oblique];
        let behind_a = |&word: &usize| {
            self.hanging(word, &[Relation::CaseMarker]).iter().any(|&case| matches!(self.lower(case), "a" | "al"))
        };
        self.hanging(verb, &beside).into_iter().find(|word| !self.is_clitic(*word) && behind_a(word))
    }

    /// Who acts in a passive: behind "by" or "por".
    pub fn agent(&self, verb: usize) -> Option<usize> {
        let behind_by = |&word: &usize| {
            self.hanging(word, &[Relation::CaseMarker]).iter().any(|&case| matches!(self.lower(case), "by" | "por"))
        };
        let verb = self.predicate(verb);
        let beside = self.hanging(verb, &[Relation::Agent, Relation::Oblique, Relation::ObliqueArgument]);
        beside.into_iter().find(behind_by)
    }

    /// The words that name what a noun means: "Gil" of "the lawyer, Ana Gil", of "al sindicalista Pedro Gil".
    pub fn names(&self, noun: usize) -> impl Iterator<Item = usize> + '_ {
        const NAMING: [Relation; 6] = [
            Relation::Apposition,
            Relation::Flat,
            Relation::FlatName,
            Relation::Compound,
            Relation::UnmarkedModifier,
            Relation::DescriptiveModifier,
        ];
        self.analysis.children(noun).filter(|&word| NAMING.contains(&self.relation(word)))
    }

    /// The noun behind "of" or "de": "citizens" of "a total of sixty citizens".
    pub fn modifier(&self, noun: usize) -> Option<usize> {
        self.hanging(noun, &[Relation::NominalModifier]).first().copied()
    }

    /// A word and what is joined to it: "A, B and C".
    pub fn joined(&self, word: usize) -> Vec<usize> {
        let mut found = vec![word];
        found.extend(self.hanging(word, &[Relation::Conjunct]));
        found
    }

    /// The noun on which the relative clause of this verb hangs.
    fn antecedent(&self, verb: usize) -> Vec<usize> {
        let head = self.head(verb).filter(|_| self.relation(verb) == Relation::RelativeClause);
        head.map(|head| self.joined(head)).unwrap_or_default()
    }

    /// The relative pronoun of a verb, and whether it is its subject.
    fn relative(&self, verb: usize) -> Option<(usize, bool)> {
        let pronoun = self.analysis.children(verb).find(|&word| self.is_relative(word))?;
        Some((pronoun, matches!(self.relation(pronoun), Relation::Subject | Relation::PassiveSubject)))
    }

    fn head_of_conjunct(&self, verb: usize) -> Option<usize> {
        self.head(verb).filter(|_| self.relation(verb) == Relation::Conjunct)
    }

    fn is_relative(&self, word: usize) -> bool {
        const PRONOUNS: [&str; 12] =
            ["who", "whom", "that", "which", "que", "quien", "quienes", "cual", "cuales", "cuya", "cuyo", "whose"];
        self.analysis.words[word].tag.tag == Tag::Pronoun && PRONOUNS.contains(&self.lower(word))
    }

    fn is_clitic(&self, word: usize) -> bool {
        let lower = self.lower(word);
        self.analysis.is_spanish()
            && matches!(lower, "lo" | "la" | "los" | "las" | "le" | "les" | "se" | "me" | "te" | "nos")
    }

    fn is_participle(&self, verb: usize) -> bool {
        let word = &self.analysis.words[verb];
        matches!(word.tag.verb, Some(VerbForm::Participle | VerbForm::Gerund)) || word.tag.tag == Tag::Adjective
    }

    fn is_finite(&self, verb: usize) -> bool {
        let group = self.hanging(verb, &[Relation::Auxiliary, Relation::PassiveAuxiliary, Relation::Copula]);
        let finite = |word: usize| {
            matches!(self.analysis.words[word].tag.verb, Some(VerbForm::Finite | VerbForm::Past | VerbForm::Imperative))
        };
        finite(verb) || group.into_iter().any(finite)
    }
}
