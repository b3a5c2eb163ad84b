//! The visible words of a page as blocks: paragraphs, headings, list items. Must not know which are the article.

use std::collections::BTreeMap;

use constancia_model::{KeptText, KeptTextBuilder, Span};

use super::tokens::{Piece, Token, attribute, pieces};

/// Elements whose words nobody sees.
const UNSEEN: &[&str] = &[
    "script", "style", "noscript", "template", "head", "title", "svg", "math", "iframe", "object", "select",
    "textarea", "datalist", "canvas", "audio", "video",
];

/// Elements whose words are not the article.
const FURNITURE: &[&str] = &["nav", "aside", "footer", "form", "figcaption", "button", "menu", "dialog"];

/// Elements that stand on lines of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements without an end tag.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements that a start tag of the same name ends.
const SELF_ENDING: &[&str] = &["p", "li", "dt", "dd", "option", "tr", "td", "th"];

/// One line of visible words.
#[derive(Debug)]
pub(crate) struct Block {
    pieces: Vec<Piece>,
    /// Where it stands in the decoded page.
    pub place: Span,
    /// Line of the raw page, counted from 1.
    pub number: usize,
    /// The element that holds it.
    pub element: String,
    /// Whether it lies in an element that is not the article.
    pub furniture: bool,
    /// Whether it lies in a form; some sites put the whole page into one.
    pub in_form: bool,
    /// Whether an empty line belongs before it: it is no further line of a paragraph or list.
    pub opens_paragraph: bool,
    /// How many bytes of its words are words of links.
    pub linked: usize,
    /// Its words, white space joined.
    folded: String,
}

impl Default for Block {
    fn default() -> Self {
        Self {
            pieces: Vec::new(),
            place: Span::new(0, 0),
            number: 1,
            element: String::new(),
            furniture: false,
            in_form: false,
            opens_paragraph: false,
            linked: 0,
            folded: String::new(),
        }
    }
}

impl Block {
    /// Whether it has a letter or a figure.
    pub fn is_visible(&self) -> bool {
        !self.folded.is_empty()
    }

    /// Its letters and figures in lower case, nothing between them.
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// Its words, runs of white space as one space.
    pub fn words(&self, source: &KeptText) -> String {
        let mut builder = KeptTextBuilder::default();
        self.write(source, &mut builder);
        builder.finish().text
    }

    /// Appends its words. A run of white space becomes one space, and none stands at either end.
    pub fn write(&self, source: &KeptText, builder: &mut KeptTextBuilder) {
        let start = builder.len();
        let mut space: Option<Span> = None;
        for piece in &self.pieces {
            match &piece.resolved {
                Some(words) if words.chars().all(char::is_whitespace) => space = Some(cover(space, piece.place)),
                Some(words) => {
                    push_space(source, builder, start, space.take());
                    let joined = words.split_whitespace().collect::<Vec<_>>().join(" ");
                    push_unit(source, builder, &joined, piece.place);
                }
                None => self.write_verbatim(source, builder, start, piece.place, &mut space),
            }
        }
    }

    fn write_verbatim(
        &self,
        source: &KeptText,
        builder: &mut KeptTextBuilder,
        start: usize,
        place: Span,
        space: &mut Option<Span>,
    ) {
        let words = place.of(&source.text).unwrap_or_default();
        let mut at = place.start;
        for run in runs(words) {
            let span = Span::new(at, at + run.len());
            if run.starts_with(char::is_whitespace) {
                *space = Some(cover(*space, span));
            } else {
                push_space(source, builder, start, space.take());
                builder.push_from(source, span);
            }
            at = span.end;
        }
    }
}

fn cover(space: Option<Span>, more: Span) -> Span {
    space.map_or(more, |space| space.cover(more))
}

/// The stretches of white space and of words, in turn.
fn runs(words: &str) -> impl Iterator<Item = &str> {
    let mut rest = words;
    std::iter::from_fn(move || {
        let blank = rest.chars().next()?.is_whitespace();
        let end = rest.find(|c: char| c.is_whitespace() != blank).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(run)
    })
}

fn push_space(source: &KeptText, builder: &mut KeptTextBuilder, start: usize, space: Option<Span>) {
    if let Some(space) = space.filter(|_| builder.len() > start) {
        push_unit(source, builder, " ", space);
    }
}

fn push_unit(source: &KeptText, builder: &mut KeptTextBuilder, words: &str, place: Span) {
    if let Some(raw) = source.map.to_raw(place) {
        builder.push(words, raw);
    }
}

/// The blocks of a page, in order; those without letters or figures left out.
pub(crate) fn of(tokens: &[Token], source: &KeptText) -> Vec<Block> {
    let mut walker = Walker::new(source);
    for token in tokens {
        walker.take(token);
    }
    walker.finish()
}

struct Walker<'a> {
    source: &'a KeptText,
    blocks: Vec<Block>,
    current: Block,
    /// The open elements, with whether their words are unseen and whether they are furniture.
    open: Vec<(String, bool, bool)>,
    /// How many of each are open, so that a stray end tag costs nothing.
    counts: BTreeMap<String, usize>,
    unseen: usize,
    furniture: usize,
    reached: usize,
    number: usize,
    fresh: bool,
}

impl<'a> Walker<'a> {
    fn new(source: &'a KeptText) -> Self {
        Self {
            source,
            blocks: Vec::new(),
            current: Block::default(),
            open: Vec::new(),
            counts: BTreeMap::new(),
            unseen: 0,
            furniture: 0,
            reached: 0,
            number: 1,
            fresh: false,
        }
    }

    fn take(&mut self, token: &Token) {
        match token {
            Token::Open { name, attributes, closed } => self.opened(name, attributes, *closed),
            Token::Close { name } => self.closed(name),
            Token::Words { words, place } if self.unseen == 0 => self.words(words, *place),
            Token::Words { .. } => {}
        }
    }

    fn opened(&mut self, name: &str, attributes: &[(String, String)], closed: bool) {
        if BLOCKS.contains(&name) {
            self.end_block();
            self.fresh |= !matches!(name, "br" | "li" | "tr" | "dd" | "dt");
        }
        if SELF_ENDING.contains(&name) && self.open.last().is_some_and(|(last, _, _)| last == name) {
            self.pop();
        }
        if VOID.contains(&name) || (closed && matches!(name, "svg" | "path" | "iframe")) {
            return;
        }
        let unseen = UNSEEN.contains(&name) || is_hidden(attributes);
        let furniture = FURNITURE.contains(&name);
        self.unseen += usize::from(unseen);
        self.furniture += usize::from(furniture);
        *self.counts.entry(name.to_owned()).or_default() += 1;
        self.open.push((name.to_owned(), unseen, furniture));
    }

    fn closed(&mut self, name: &str) {
        if BLOCKS.contains(&name) {
            self.end_block();
            self.fresh |= !matches!(name, "li" | "tr" | "td" | "th" | "dd" | "dt");
        }
        while self.counts.get(name).is_some_and(|&count| count > 0) {
            if self.pop().is_none_or(|popped| popped == name) {
                break;
            }
        }
    }

    fn pop(&mut self) -> Option<String> {
        let (name, unseen, furniture) = self.open.pop()?;
        self.unseen -= usize::from(unseen);
        self.furniture -= usize::from(furniture);
        self.counts.entry(name.clone()).and_modify(|count| *count -= 1);
        Some(name)
    }

    fn words(&mut self, words: &str, place: Span) {
        let place = Span::new(place.start.min(self.source.text.len()), place.end.min(self.source.text.len()));
        if self.current.pieces.is_empty() {
            self.begin_block(place);
        }
        let open = |name: &str| self.counts.get(name).is_some_and(|&count| count > 0);
        self.current.linked += if open("a") { words.trim().len() } else { 0 };
        self.current.place = Span::new(self.current.place.start, place.end.max(self.current.place.end));
        self.current.folded.extend(words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase));
        self.current.pieces.extend(pieces(&self.source.text, words, place));
    }

    fn begin_block(&mut self, place: Span) {
        let blank = place.of(&self.source.text).map_or(0, |words| words.len() - words.trim_start().len());
        let start = place.start + blank;
        if start > self.reached {
            self.number +=
                self.source.text.as_bytes()[self.reached..start].iter().filter(|&&byte| byte == b'\n').count();
            self.reached = start;
        }
        let element = self.open.iter().rev().map(|(name, _, _)| name).find(|name| BLOCKS.contains(&name.as_str()));
        self.current.element = element.cloned().unwrap_or_default();
        self.current.number = self.number;
        self.current.place = place;
        self.current.in_form = self.counts.get("form").is_some_and(|&count| count > 0);
        // A form is judged later, by how much of the page it holds.
        self.current.furniture = self.furniture > self.counts.get("form").copied().unwrap_or(0);
    }

    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.current);
        if !block.folded.is_empty() {
            let opens_paragraph = std::mem::take(&mut self.fresh);
            self.blocks.push(Block { opens_paragraph, ..block });
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.end_block();
        let total: usize = self.blocks.iter().filter(|block| !block.furniture).map(|block| block.folded.len()).sum();
        let held: usize =
            self.blocks.iter().filter(|block| block.in_form && !block.furniture).map(|block| block.folded.len()).sum();
        let whole_page = held * 2 > total;
        for block in &mut self.blocks {
            block.furniture |= block.in_form && !whole_page;
        }
        self.blocks
    }
}

fn is_hidden(attributes: &[(String, String)]) -> bool {
    let style = attribute(attributes, "style").unwrap_or_default().replace(' ', "").to_ascii_lowercase();
    attributes.iter().any(|(name, _)| name == "hidden")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}
