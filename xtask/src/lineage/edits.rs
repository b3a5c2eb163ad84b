//! Copies of articles by every kind of edit, the same on every run. Knows nothing of how they are found.

use std::fmt::Write as _;

use super::Pairs;
use super::articles::Article;
use super::rewriting::Rewriter;
use crate::random::Random;

/// What is done to an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// Printed whole under another headline.
    Whole,
    /// A share of the paragraphs or sentences is kept.
    Trim,
    /// A share of the sentences changes places.
    Reorder,
    /// Another outlet's menus stand around, so many lines for each ten of the text.
    Wrap,
    /// A share of the words is changed, and half as many sentences are turned round, cut, joined or left out.
    Rewrite,
    /// A share of it stands in another article.
    Quote,
    /// That share of it with the rest from another article, in turn.
    Merge,
    /// Trimmed, rewritten and wrapped.
    Everything,
}

impl Edit {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Whole, Self::Trim, Self::Reorder, Self::Wrap, Self::Rewrite, Self::Quote, Self::Merge, Self::Everything];

    /// Its name in tables and floors.
    pub fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Trim => "trim",
            Self::Reorder => "reorder",
            Self::Wrap => "wrap",
            Self::Rewrite => "rewrite",
            Self::Quote => "quote",
            Self::Merge => "merge",
            Self::Everything => "everything",
        }
    }

    /// How strongly it is done.
    pub fn strengths(self) -> &'static [f64] {
        match self {
            Self::Whole => &[1.0],
            Self::Trim => &[0.75, 0.5, 0.3, 0.2],
            Self::Reorder => &[0.3, 1.0],
            Self::Wrap => &[3.0, 10.0, 20.0],
            Self::Rewrite => &[0.1, 0.2, 0.3],
            Self::Quote => &[0.8, 0.5],
            Self::Merge => &[0.5, 0.7],
            Self::Everything => &[0.1, 0.2],
        }
    }

    fn has_two_originals(self) -> bool {
        matches!(self, Self::Quote | Self::Merge)
    }
}

/// Originals and copies, with the pairs that share an origin.
pub struct Made {
    /// The texts, the originals first.
    pub texts: Vec<String>,
    /// What each is.
    pub names: Vec<String>,
    /// The pairs that share an origin.
    pub pairs: Pairs,
}

impl Made {
    fn of(articles: &[Article]) -> Self {
        Self {
            texts: articles.iter().map(whole).collect(),
            names: articles.iter().map(|article| article.name.clone()).collect(),
            pairs: Pairs::new(),
        }
    }

    fn push(&mut self, text: String, name: String, related: &[usize]) {
        let copy = self.texts.len();
        self.pairs.extend(related.iter().map(|original| (*original, copy)));
        self.texts.push(text);
        self.names.push(name);
    }
}

fn whole(article: &Article) -> String {
    format!("{}\n\n{}", article.title, article.text)
}

/// A copy of every article by one edit.
pub fn copies(language: &str, articles: &[Article], edit: Edit, strength: f64) -> Made {
    let mut editor = Editor::new(language, articles);
    let mut made = Made::of(articles);
    let mut made_of: Vec<Vec<usize>> = articles.iter().enumerate().map(|(at, _)| vec![at]).collect();
    for (at, article) in articles.iter().enumerate() {
        let (text, originals) = editor.edit(at, edit, strength);
        // Two texts put together with the same article share an origin as well.
        let related = |place: &usize| made_of[*place].iter().any(|of| originals.contains(of));
        let related: Vec<usize> = (0..made_of.len()).filter(related).collect();
        made.push(text, format!("{} {}", article.name, edit.name()), &related);
        made_of.push(originals);
    }
    made
}

/// Of every third article a copy by every edit that has one original: all of them share an origin with each other.
pub fn families(language: &str, articles: &[Article]) -> Made {
    let mut editor = Editor::new(language, articles);
    let mut made = Made::of(articles);
    for at in (0..articles.len()).step_by(3) {
        let mut family = vec![at];
        for edit in Edit::ALL.into_iter().filter(|edit| !edit.has_two_originals()) {
            let strength = edit.strengths()[editor.random.below(edit.strengths().len())];
            let (text, _) = editor.edit(at, edit, strength);
            let copy = made.texts.len();
            made.push(text, format!("{} {} {strength}", articles[at].name, edit.name()), &family);
            family.push(copy);
        }
    }
    made
}

struct Editor<'a> {
    articles: &'a [Article],
    rewriter: Rewriter,
    random: Random,
}

impl<'a> Editor<'a> {
    fn new(language: &str, articles: &'a [Article]) -> Self {
        let rewriter = Rewriter::new(language, articles.iter().map(|article| article.text.as_str()));
        Self { articles, rewriter, random: Random(20) }
    }

    /// The copy, and the articles that it is made of.
    fn edit(&mut self, at: usize, edit: Edit, strength: f64) -> (String, Vec<usize>) {
        let article = &self.articles[at];
        let other = (at + 1 + self.random.below(self.articles.len() - 1)) % self.articles.len();
        let text = match edit {
            Edit::Whole => format!("{}\n\n{}", self.articles[other].title, article.text),
            Edit::Trim => self.trimmed(&article.text, strength),
            Edit::Reorder => self.reordered(&article.text, strength),
            Edit::Wrap => self.wrapped(&whole(article), strength),
            Edit::Rewrite => self.rewriter.rewritten(&article.text, strength, &mut self.random),
            Edit::Quote => self.quoted(&article.text, &self.articles[other].text, strength),
            Edit::Merge => self.merged(&article.text, &self.articles[other].text, strength),
            Edit::Everything => {
                let kept = self.trimmed(&article.text, 0.6);
                let told = self.rewriter.rewritten(&kept, strength, &mut self.random);
                self.wrapped(&told, 5.0)
            }
        };
        (text, if edit.has_two_originals() { vec![at, other] } else { vec![at] })
    }

    /// The beginning, the end, or any of the sentences.
    fn trimmed(&mut self, text: &str, share: f64) -> String {
        let sentences = sentences(text);
        let kept = ((sentences.len() as f64 * share).ceil() as usize).max(1);
        match self.random.below(3) {
            0 => sentences[..kept].join(""),
            1 => sentences[sentences.len() - kept..].join(""),
            _ => {
                let mut order: Vec<usize> = (0..sentences.len()).collect();
                self.random.shuffle(&mut order);
                order.truncate(kept);
                order.sort_unstable();
                order.into_iter().map(|at| sentences[at]).collect()
            }
        }
    }

    fn reordered(&mut self, text: &str, share: f64) -> String {
        let mut sentences = sentences(text);
        let mut places: Vec<usize> = (0..sentences.len()).collect();
        self.random.shuffle(&mut places);
        places.truncate((sentences.len() as f64 * share).ceil() as usize);
        for pair in places.chunks_exact(2) {
            sentences.swap(pair[0], pair[1]);
        }
        sentences.iter().fold(String::new(), |mut all, sentence| {
            let _ = writeln!(all, "{}", sentence.trim());
            all
        })
    }

    fn wrapped(&mut self, text: &str, lines: f64) -> String {
        let count = (lines * text.lines().count() as f64 / 10.0).ceil() as usize;
        let mut menu: Vec<String> = (0..count.max(4)).map(|_| self.rewriter.menu(&mut self.random)).collect();
        let below = menu.split_off(menu.len() / 2);
        format!("{}\n{text}\n{}", menu.join("\n"), below.join("\n"))
    }

    /// The other article, with a row of sentences of this one in its middle.
    fn quoted(&mut self, text: &str, other: &str, share: f64) -> String {
        let (sentences, host) = (sentences(text), sentences(other));
        let kept = ((sentences.len() as f64 * share).ceil() as usize).max(1);
        let from = self.random.below(sentences.len() - kept + 1);
        let middle = host.len() / 2;
        let quoted = sentences[from..from + kept].join("");
        format!("{}\n{}\n{}", host[..middle].join(""), quoted.trim(), host[middle..].join(""))
    }

    fn merged(&mut self, text: &str, other: &str, share: f64) -> String {
        let (one, two) = (self.trimmed(text, share), self.trimmed(other, 1.0 - share));
        let (one, two) = (sentences(&one), sentences(&two));
        let longer = one.len().max(two.len());
        (0..longer)
            .flat_map(|at| [one.get(at), two.get(at)])
            .flatten()
            .map(|sentence| format!("{}\n", sentence.trim()))
            .collect()
    }
}

/// A text cut behind the marks that end sentences and behind lines.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for line in text.split_inclusive('\n').filter(|line| !line.trim().is_empty()) {
        let mut from = 0;
        for (at, _) in line.match_indices(['.', '!', '?']) {
            let next = line[at + 1..].chars().take(2).collect::<Vec<_>>();
            if matches!(next[..], [' ', letter] if letter.is_uppercase()) && at - from > 20 {
                found.push(&line[from..at + 2]);
                from = at + 2;
            }
        }
        found.push(&line[from..]);
    }
    found
}
