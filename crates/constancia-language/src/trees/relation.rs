//! How a word hangs on its head, after Universal Dependencies.

use std::fmt;

macro_rules! relations {
    ($($(#[doc = $doc:literal])+ $name:ident = $written:literal,)+) => {
        /// A relation of Universal Dependencies, with the subtypes that a reader of news can use.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Relation {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Relation {
            /// All relations, in the order of the rows of the model.
            pub const ALL: &[Relation] = &[$(Relation::$name,)+];

            /// As treebanks write it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Relation::$name => $written,)+
                }
            }
        }
    };
}

relations! {
    /// A clause on a noun: `the order to free them`
    AdnominalClause = "acl",
    /// `the men who were freed`
    RelativeClause = "acl:relcl",
    /// `He was held because he wrote`
    AdverbialClause = "advcl",
    /// A relative clause on a whole clause.
    AdverbialRelativeClause = "advcl:relcl",
    /// `later`, `ayer`
    AdverbialModifier = "advmod",
    /// `political` on `prisoners`
    AdjectivalModifier = "amod",
    /// `Ana Ruiz, the lawyer`: `lawyer` on `Ruiz`
    Apposition = "appos",
    /// `has`, `han`
    Auxiliary = "aux",
    /// `was`, `fueron` before a participle
    PassiveAuxiliary = "aux:pass",
    /// `of`, `de` on its noun
    CaseMarker = "case",
    /// `and`, `y`
    Coordinator = "cc",
    /// `both`, `ni` before the first of two
    Preconjunction = "cc:preconj",
    /// `he said that they left`: `left` on `said`
    ComplementClause = "ccomp",
    /// Chinese classifiers; rare here.
    Classifier = "clf",
    /// `prison guard`: `prison` on `guard`
    Compound = "compound",
    /// `let out`: `out` on `let`
    VerbParticle = "compound:prt",
    /// The second of things joined, on the first.
    Conjunct = "conj",
    /// `is` on what something is
    Copula = "cop",
    /// A clause as subject.
    ClausalSubject = "csubj",
    /// A clause as subject of a passive.
    PassiveClausalSubject = "csubj:pass",
    /// Not known.
    Unspecified = "dep",
    /// `the`, `sus`
    Determiner = "det",
    /// `all` in `all the men`
    Predeterminer = "det:predet",
    /// `well`, `bueno`
    Discourse = "discourse",
    /// Said beside the clause and taken up within it.
    Dislocated = "dislocated",
    /// `there` in `there were`
    Expletive = "expl",
    /// `se` that makes a passive or impersonal
    PassiveExpletive = "expl:pass",
    /// `se` that belongs to its verb: `negarse`
    ReflexiveExpletive = "expl:pv",
    /// `because` + `of`
    Fixed = "fixed",
    /// The later words of a name or date.
    Flat = "flat",
    /// The later words of a name, where the treebank says so.
    FlatName = "flat:name",
    /// A word that was cut in two by mistake.
    GoesWith = "goeswith",
    /// `gave them water`: `them`
    IndirectObject = "iobj",
    /// An item of a list.
    ListItem = "list",
    /// `that`, `porque`, `to` before an infinitive
    Marker = "mark",
    /// `minister of justice`: `justice` on `minister`
    NominalModifier = "nmod",
    /// `3 metres high`, titles and the like
    DescriptiveModifier = "nmod:desc",
    /// `his` on `wife`
    Possessor = "nmod:poss",
    /// A noun on a noun without a preposition.
    UnmarkedModifier = "nmod:unmarked",
    /// The subject.
    Subject = "nsubj",
    /// The subject of a passive: who was freed.
    PassiveSubject = "nsubj:pass",
    /// `five` on `men`
    NumericModifier = "nummod",
    /// The object.
    Object = "obj",
    /// A noun beside the verb: `in Caracas`, `on Friday`
    Oblique = "obl",
    /// `by the police`, `por la policía` of a passive
    Agent = "obl:agent",
    /// A noun that the verb asks for with a preposition: `a ellos`
    ObliqueArgument = "obl:arg",
    /// `this week`, without a preposition
    UnmarkedOblique = "obl:unmarked",
    /// What is left where a word was left out.
    Orphan = "orphan",
    /// A clause beside a clause: `he said` after what he said
    Parataxis = "parataxis",
    /// A mark.
    Punctuation = "punct",
    /// What the speaker took back.
    Reparandum = "reparandum",
    /// The word that hangs on none.
    Root = "root",
    /// Who is spoken to.
    Vocative = "vocative",
    /// `refused to leave`: `leave`, whose subject stands elsewhere
    OpenComplement = "xcomp",
}

impl Relation {
    /// The relation a treebank writes so. A subtype that is not told apart falls back to its relation; what is no
    /// relation is [`Relation::Unspecified`].
    pub fn from_name(name: &str) -> Relation {
        let base = name.split(':').next().unwrap_or(name);
        let alike = if name == "obl:tmod" { "obl:unmarked" } else { name };
        let find = |name: &str| Relation::ALL.iter().copied().find(|relation| relation.name() == name);
        find(alike).or_else(|| find(base)).unwrap_or(Relation::Unspecified)
    }

    /// The relation without its subtype: `nsubj` for `nsubj:pass`.
    pub fn universal(self) -> Relation {
        Relation::from_name(self.name().split(':').next().unwrap_or_default())
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_with_and_without_their_subtype() {
        let cases = [
            ("nsubj:pass", Relation::PassiveSubject, Relation::Subject),
            ("nsubj:outer", Relation::Subject, Relation::Subject),
            ("obl:tmod", Relation::UnmarkedOblique, Relation::Oblique),
            ("acl:relcl", Relation::RelativeClause, Relation::AdnominalClause),
            ("nonsense", Relation::Unspecified, Relation::Unspecified),
        ];
        for (name, relation, universal) in cases {
            assert_eq!((Relation::from_name(name), relation.universal()), (relation, universal), "{name}");
        }
    }

    #[test]
    fn every_relation_is_read_as_it_is_written() {
        assert!(Relation::ALL.iter().all(|relation| Relation::from_name(&relation.to_string()) == *relation));
    }
}
