//! One text, analysed: the only thing that the reader sees.
//!
//! Blocks, sentences, words with tags and trees, quotations, names, numbers, dates and durations, all as spans into the text.

use constancia_model::{Language, PartialDate, Span};

use crate::dates::{DateMention, DurationMention, Times};
use crate::lemmas;
use crate::lexicon::Lexicon;
use crate::names::{self, Name};
use crate::numbers::{self, NumberMention};
use crate::sentences::{self, Block, Quote, Sentence};
use crate::tagging::{self, Tagged};
use crate::tokens::{self, TokenKind};
use crate::trees::{self, Children, Relation};

/// From so many bytes on before a paragraph a date is no longer what "the next day" there is counted from.
const FAR: usize = 400;

/// One word or mark with what is known about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// What it is by its characters.
    pub kind: TokenKind,
    /// In lower case, apostrophes straight.
    pub lower: String,
    /// Whether it begins with a capital (after an Arabic article where there is one).
    pub capital: bool,
    /// Its part of speech, form, number, gender, mood, tense and person.
    pub tag: Tagged,
    /// The word of the dictionary that it is a form of, in lower case.
    pub lemma: String,
    /// The word it hangs on, as an index; none for the root of its sentence.
    pub head: Option<usize>,
    /// How it hangs there.
    pub relation: Relation,
    /// The innermost quotation that holds it, as an index.
    pub quote: Option<usize>,
}

impl Word {
    /// The word as it stands in the text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.span.start..self.span.end]
    }
}

/// A text and everything the language layer knows about it.
#[derive(Debug, Clone)]
pub struct Analysis<'t> {
    /// The kept text.
    pub text: &'t str,
    /// Its language.
    pub language: Language,
    /// The day of publication that relative dates are resolved against.
    pub published: Option<PartialDate>,
    /// Lines and paragraphs.
    pub blocks: Vec<Block>,
    /// Sentences, in order.
    pub sentences: Vec<Sentence>,
    /// Words and marks, in order.
    pub words: Vec<Word>,
    /// Direct quotations, by where they begin.
    pub quotes: Vec<Quote>,
    /// Names, in order.
    pub names: Vec<Name>,
    /// Numbers, in order.
    pub numbers: Vec<NumberMention>,
    /// Dates, in order.
    pub dates: Vec<DateMention>,
    /// Durations, in order.
    pub durations: Vec<DurationMention>,
    children: Children,
}

impl<'t> Analysis<'t> {
    /// Analyses `text`; `published` resolves "Thursday".
    pub fn new(language: &Language, text: &'t str, published: Option<PartialDate>) -> Self {
        let tokens = tokens::tokens(language, text);
        let blocks = sentences::blocks(text, &tokens);
        let quotes = sentences::quotes(text, &tokens, &blocks);
        let sentences = sentences::sentences(language, text, &tokens, &blocks, &quotes);
        let (words, labels) = words(language, text, &tokens, &sentences, &quotes);
        let lexicon = Lexicon::of(language);
        let names = names::names(&names::Text {
            text,
            words: &words,
            blocks: &blocks,
            sentences: &sentences,
            labels: &labels,
            lexicon,
            language,
        });
        let children = Children::new(&words.iter().map(|word| word.head).collect::<Vec<_>>());
        let mut analysis = Self {
            text,
            language: language.clone(),
            published,
            blocks,
            sentences,
            words,
            quotes,
            names,
            numbers: Vec::new(),
            dates: Vec::new(),
            durations: Vec::new(),
            children,
        };
        analysis.measure();
        analysis
    }

    /// Numbers, dates and durations, block by block.
    fn measure(&mut self) {
        for block in &self.blocks {
            let words = &self.text[block.span.start..block.span.end];
            let at = |span: Span| Span::new(span.start + block.span.start, span.end + block.span.start);
            let scanned = numbers::scan(&self.language, words);
            let Some(times) = Times::of(&self.language, words, &scanned) else { continue };
            let numbers = numbers::counting(scanned, &times.calendar_spans()).into_iter();
            self.numbers.extend(numbers.map(|n| NumberMention { span: at(n.span), whole: at(n.whole), ..n }));
            let near = |date: &&DateMention| block.span.start.saturating_sub(date.span.end) < FAR;
            let before = self.dates.last().filter(near).map(|date| date.date);
            self.dates
                .extend(times.dates(self.published, before).into_iter().map(|d| DateMention { span: at(d.span), ..d }));
            self.durations.extend(times.durations().into_iter().map(|d| DurationMention { span: at(d.span), ..d }));
        }
    }

    /// Whether the text is Spanish, whose verbs may go without a subject and take pronouns before them.
    pub fn is_spanish(&self) -> bool {
        self.language == Language::Spanish
    }

    /// The words at `span`.
    pub fn at(&self, span: Span) -> &'t str {
        &self.text[span.start..span.end]
    }

    /// The sentence that holds the byte at `offset`, as an index.
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        let next = self.sentences.partition_point(|s| s.span.start <= offset);
        next.checked_sub(1).filter(|&at| offset < self.sentences[at].span.end)
    }

    /// The name that holds the word, if one does.
    pub fn name_of(&self, word: usize) -> Option<&Name> {
        let next = self.names.partition_point(|n| n.words.start <= word);
        self.names[..next].last().filter(|n| n.words.contains(&word))
    }

    /// The names that begin within these words, in order.
    pub fn names_in(&self, words: &std::ops::Range<usize>) -> &[Name] {
        let first = self.names.partition_point(|n| n.words.start < words.start);
        let last = first + self.names[first..].partition_point(|n| n.words.start < words.end);
        &self.names[first..last]
    }

    /// The words that hang on the word, in order.
    pub fn children(&self, word: usize) -> impl Iterator<Item = usize> + '_ {
        self.children.of(word)
    }

    /// The word and all words that hang on it in the end, in order.
    pub fn subtree(&self, word: usize) -> Vec<usize> {
        self.children.subtree(word)
    }

    /// The word that holds the byte at `offset`, as an index; the next one when it falls between two.
    pub fn word_at(&self, offset: usize) -> usize {
        self.words.partition_point(|w| w.span.end <= offset)
    }
}

/// The words with their tags and name labels. A number word that opens a sentence owes its capital to the sentence, so it
/// is tagged as it would be inside: "Fourteen miners" is no name.
fn words(
    language: &Language,
    text: &str,
    tokens: &[tokens::Token],
    sentences: &[Sentence],
    quotes: &[Quote],
) -> (Vec<Word>, Vec<tagging::NameLabel>) {
    let mut words = Vec::with_capacity(tokens.len());
    let mut labels = Vec::with_capacity(tokens.len());
    for sentence in sentences {
        let mut surface: Vec<&str> =
            tokens[sentence.tokens.clone()].iter().map(|t| &text[t.span.start..t.span.end]).collect();
        let opening = surface.first().filter(|word| numbers::is_number_word(language, word)).map(|w| w.to_lowercase());
        if let (Some(word), Some(first)) = (&opening, surface.first_mut()) {
            *first = word;
        }
        let tags = tagging::tag(language, &surface);
        labels.extend(tagging::label_names(language, &surface, &tags));
        let first = words.len();
        let arcs = trees::parse(language, &surface, &tags);
        for (((at, tag), arc), surface) in sentence.tokens.clone().zip(tags).zip(arcs).zip(surface) {
            let token = &tokens[at];
            let lower = surface.to_lowercase().replace('’', "'");
            words.push(Word {
                span: token.span,
                kind: token.kind,
                lemma: lemmas::lemma(language, &lower, &tag),
                lower,
                capital: is_capital(surface),
                tag,
                head: arc.head.map(|head| first + head),
                relation: arc.relation,
                quote: innermost(quotes, token.span),
            });
        }
    }
    (words, labels)
}

fn is_capital(word: &str) -> bool {
    let article = ["el-", "al-", "ad-", "an-", "as-", "ash-", "at-", "az-"].iter().find_map(|a| word.strip_prefix(a));
    article.unwrap_or(word).starts_with(char::is_uppercase)
}

fn innermost(quotes: &[Quote], span: Span) -> Option<usize> {
    let upto = quotes.partition_point(|q| q.outer.start <= span.start);
    quotes[..upto].iter().rposition(|q| q.inner.contains(span))
}
