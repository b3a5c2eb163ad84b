//! Words and tags to dependency trees.
//!
//! The model is trained by `cargo xtask train` and lies in `models/`. Nothing here knows what a report is about.

mod children;
pub mod decode;
pub mod encoder;
pub mod features;
pub mod matrix;
pub mod model;
pub mod packed;
pub mod pairs;
pub mod recurrence;
mod relation;
pub mod scorer;
pub mod windows;

pub use children::Children;
pub use relation::Relation;

use std::sync::LazyLock;

use constancia_model::Language;

use crate::tagging::Tagged;
use model::Parser;

/// On what a word hangs, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// The place of the head among the words; none for the root.
    pub head: Option<usize>,
    /// How it hangs there.
    pub relation: Relation,
}

/// The model is part of the program, so that one which cannot be read is a fault of the build and not of the input.
static PARSER: LazyLock<Parser> = LazyLock::new(|| {
    Parser::read(include_bytes!("../models/trees.model"))
        .unwrap_or_else(|error| panic!("a model inside this program cannot be used: {error}"))
});

/// The tree of one sentence, an arc for each word: one root, and every other word hangs on it in the end. What is not
/// Spanish is read as English.
pub fn parse(language: &Language, words: &[&str], tags: &[Tagged]) -> Vec<Arc> {
    parse_with(&PARSER, language, words, tags)
}

/// The tree of one sentence under a model from elsewhere.
pub fn parse_with(parser: &Parser, language: &Language, words: &[&str], tags: &[Tagged]) -> Vec<Arc> {
    let trees = windows::windows(tags).into_iter().map(|window| {
        let keys = features::keys(language, &words[window.clone()], &tags[window.clone()]);
        let classes: Vec<usize> = tags[window.clone()].iter().map(pairs::class).collect();
        let encoded = parser.encoder.encode(&keys);
        let tree = parser.scorer.tree(&classes, |shown| parser.shown.multiply_add(&encoded, shown));
        (window.start, tree.into_iter().map(|(head, relation)| Arc { head, relation }).collect())
    });
    windows::join(trees)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tagging::tag;

    fn tree(language: &Language, words: &[&str]) -> Vec<Arc> {
        parse(language, words, &tag(language, words))
    }

    /// Whether a word hangs so on another; each is named by its only occurrence.
    fn hangs(language: &Language, sentence: &str, (word, relation, head): (&str, Relation, &str)) -> bool {
        let words: Vec<&str> = sentence.split(' ').collect();
        let place = |sought: &str| words.iter().position(|word| *word == sought);
        let arc = tree(language, &words)[place(word).expect("a word of the sentence")];
        arc.relation.universal() == relation.universal()
            && (arc.relation == relation || relation == relation.universal())
            && arc.head == place(head)
    }

    #[test]
    fn who_did_what_to_whom_in_english() {
        use Relation::*;
        let cases = [
            ("Police arrested three reporters on Monday .", ("Police", Subject, "arrested")),
            ("Police arrested three reporters on Monday .", ("reporters", Object, "arrested")),
            ("The judge released the lawyer .", ("lawyer", Object, "released")),
            ("Three women were released on Friday .", ("women", PassiveSubject, "released")),
            ("The teacher was detained by soldiers .", ("teacher", PassiveSubject, "detained")),
            ("The teacher was detained by soldiers .", ("soldiers", Oblique, "detained")),
            ("Officials said that the students were held in Minsk .", ("students", PassiveSubject, "held")),
            ("His wife and his son were arrested .", ("wife", PassiveSubject, "arrested")),
        ];
        for (sentence, arc) in cases {
            assert!(hangs(&Language::English, sentence, arc), "{sentence}: {arc:?}");
        }
    }

    #[test]
    fn who_did_what_to_whom_in_spanish() {
        use Relation::*;
        let cases = [
            ("La policía detuvo a tres periodistas el lunes .", ("policía", Subject, "detuvo")),
            ("El juez liberó al abogado .", ("juez", Subject, "liberó")),
            ("Los soldados capturaron dos barcos .", ("barcos", Object, "capturaron")),
            ("Tres mujeres fueron liberadas el viernes .", ("mujeres", PassiveSubject, "liberadas")),
            ("El maestro fue detenido por soldados .", ("maestro", PassiveSubject, "detenido")),
            ("El maestro fue detenido por soldados .", ("soldados", Oblique, "detenido")),
            ("El ministro dijo que los estudiantes están presos .", ("ministro", Subject, "dijo")),
            ("Su esposa y su hijo fueron detenidos .", ("esposa", PassiveSubject, "detenidos")),
        ];
        for (sentence, arc) in cases {
            assert!(hangs(&Language::Spanish, sentence, arc), "{sentence}: {arc:?}");
        }
    }

    #[test]
    fn no_words_make_no_tree() {
        assert_eq!(tree(&Language::English, &[]), []);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_words_make_one_tree(
            spanish: bool,
            words in proptest::collection::vec("[a-zñA-Z0-9.,-]{1,7}|los|the|que|was|freed|,|de", 1..300),
        ) {
            let language = if spanish { Language::Spanish } else { Language::English };
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let arcs = tree(&language, &words);
            prop_assert_eq!(arcs.len(), words.len());
            let roots: Vec<usize> = (0..arcs.len()).filter(|&word| arcs[word].head.is_none()).collect();
            prop_assert_eq!(roots.len(), 1);
            prop_assert!(arcs.iter().all(|arc| arc.head.is_none() == (arc.relation == Relation::Root)));
            let children = Children::new(&arcs.iter().map(|arc| arc.head).collect::<Vec<_>>());
            prop_assert_eq!(children.subtree(roots[0]), (0..words.len()).collect::<Vec<_>>());
        }
    }
}
