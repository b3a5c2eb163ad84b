//! Kept text to blocks (paragraphs, headings, list items, turns) and sentences, with the quotations in them.
//!
//! Works on tokens alone. A sentence never crosses a block and never ends inside a quotation of common length.

use constancia_model::{Language, Span};

use crate::lexicon::Lexicon;
use crate::tokens::{Token, TokenKind};

/// What a block is by its shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A short line without a full stop.
    Heading,
    /// A line that begins with a bullet or a number.
    Item,
    /// A line that begins with a speaker's label.
    Turn,
}

/// A line of the kept text, or lines that were wrapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Its tokens, as indexes.
    pub tokens: std::ops::Range<usize>,
    /// The speaker's label of a turn: "VANCE", "ANA RUIZ, PRESENTER".
    pub label: Option<Span>,
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Its tokens, as indexes.
    pub tokens: std::ops::Range<usize>,
    /// Its block, as an index.
    pub block: usize,
}

/// A direct quotation: words between marks, or a Spanish dialogue line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The words without the marks.
    pub inner: Span,
    /// With the marks.
    pub outer: Span,
    /// Its block, as an index.
    pub block: usize,
    /// The quotation that holds this one, as an index.
    pub within: Option<usize>,
}

/// Cuts the text into blocks: a line each, except that wrapped lines are joined.
pub fn blocks(text: &str, tokens: &[Token]) -> Vec<Block> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let at = start + (line.len() - line.trim_start().len());
            lines.push(Span::new(at, at + trimmed.len()));
        }
        start += line.len();
    }
    let mut blocks: Vec<Block> = Vec::new();
    let mut next = 0;
    for line in join_wrapped(text, lines) {
        let first = next + tokens[next..].partition_point(|t| t.span.start < line.start);
        let last = first + tokens[first..].partition_point(|t| t.span.start < line.end);
        next = last;
        let (kind, label) = shape(text, line, &tokens[first..last]);
        blocks.push(Block { span: line, kind, tokens: first..last, label });
    }
    blocks
}

/// Lines that were wrapped at a margin: no final mark, nearly full, and the next one goes on in lower case.
fn join_wrapped(text: &str, lines: Vec<Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for line in lines {
        let goes_on = joined.last().is_some_and(|last| {
            let between = &text[last.end..line.start];
            let before = &text[last.start..last.end];
            let width = before.rsplit('\n').next().unwrap_or(before).chars().count();
            between.matches('\n').count() == 1
                && (40..=100).contains(&width)
                && !before.ends_with(['.', '!', '?', ':', '”', '"', '»'])
                && text[line.start..].starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() && width > 60)
        });
        match joined.last_mut() {
            Some(last) if goes_on => last.end = line.end,
            _ => joined.push(line),
        }
    }
    joined
}

fn shape(text: &str, line: Span, tokens: &[Token]) -> (BlockKind, Option<Span>) {
    let words = &text[line.start..line.end];
    if let Some(label) = speaker_label(text, line, tokens) {
        return (BlockKind::Turn, Some(label));
    }
    if starts_item(words) {
        return (BlockKind::Item, None);
    }
    let ends = words.trim_end_matches(['"', '”', '»', '\'', ')', '’']).ends_with(['.', '!', '…', ':', ';']);
    let heading = !ends && tokens.len() <= 22 && !words.starts_with(['—', '–']);
    (if heading { BlockKind::Heading } else { BlockKind::Paragraph }, None)
}

fn starts_item(words: &str) -> bool {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < words.len() && words.len() - rest.len() <= 3 && rest.starts_with([')', '/', '.', '-']);
    let spaced = rest.chars().nth(1).is_some_and(char::is_whitespace);
    numbered && spaced
        || words.starts_with(['•', '·', '▪', '●', '*'])
        || words.starts_with("- ")
        || words.starts_with("– ")
}

/// "ANA RUIZ, PRESENTER: …" — capitals up to a colon near the start of the line.
fn speaker_label(text: &str, line: Span, tokens: &[Token]) -> Option<Span> {
    let colon = tokens.iter().take(14).position(|t| &text[t.span.start..t.span.end] == ":")?;
    let words: Vec<&str> =
        tokens[..colon].iter().filter(|t| t.kind == TokenKind::Word).map(|t| &text[t.span.start..t.span.end]).collect();
    let name = words.first()?;
    let capitals = |word: &&str| word.chars().all(|c| !c.is_lowercase());
    let all = words.iter().all(capitals) && name.chars().count() > 1 && colon + 1 < tokens.len();
    let end = tokens[colon].span.start;
    (all && tokens[0].kind == TokenKind::Word && words.len() <= 9).then_some(Span::new(line.start, end))
}

/// Cuts the blocks into sentences.
pub fn sentences(
    language: &Language,
    text: &str,
    tokens: &[Token],
    blocks: &[Block],
    quotes: &[Quote],
) -> Vec<Sentence> {
    let mut found = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let quotes: Vec<&Quote> = quotes.iter().filter(|q| q.within.is_none() && q.block == index).collect();
        let mut first = block.tokens.start;
        for at in block.tokens.clone() {
            let last = at + 1 == block.tokens.end;
            if last || ends_sentence(language, text, &tokens[..block.tokens.end], first..at, &quotes) {
                let span = Span::new(tokens[first].span.start, tokens[at].span.end);
                found.push(Sentence { span, tokens: first..at + 1, block: index });
                first = at + 1;
            }
        }
    }
    found
}

/// Quotations longer than this, in bytes, may be marks that were paired wrongly: sentences end inside of them as well.
const LONGEST_QUOTE: usize = 600;

/// Whether the sentence that holds the words `before` ends with the token behind them.
fn ends_sentence(
    language: &Language,
    text: &str,
    tokens: &[Token],
    before: std::ops::Range<usize>,
    quotes: &[&Quote],
) -> bool {
    let at = before.end;
    let word = |index: usize| &text[tokens[index].span.start..tokens[index].span.end];
    let this = tokens[at].span;
    let holds = |q: &&&Quote| q.outer.start <= this.start && this.end <= q.outer.end;
    let short = |q: &&&Quote| q.outer.end - q.outer.start <= LONGEST_QUOTE || q.outer.end == this.end;
    let inside = quotes.iter().find(|quote| holds(quote) && short(quote));
    let mark = match inside {
        Some(quote) if this.end < quote.outer.end => return false,
        Some(_) => at.checked_sub(1).map_or("", word),
        None => word(at),
    };
    let full = mark.starts_with(['.', '!', '?', '…']) && !mark.starts_with("..")
        || mark.starts_with("..")
        || (mark.ends_with('.') && mark.len() > 2);
    let numbering = before.len() == 1 && mark == "." && is_numbering(word(before.start));
    if !full || numbering {
        return false;
    }
    let mut next = at + 1;
    let touches = tokens.get(next).is_some_and(|t| t.span.start == this.end);
    if touches && matches!(word(next), "\"" | "”" | "»" | ")" | "'" | "’") {
        return false;
    }
    while next < tokens.len() && matches!(word(next), "“" | "«" | "\"" | "(" | "¿" | "¡" | "—" | "‘" | "[") {
        next += 1;
    }
    let Some(following) = tokens.get(next) else { return true };
    if inside.is_none() && !touches && ends_whatever_follows(language, mark, before.clone().last().map_or("", word)) {
        return true;
    }
    let following = &text[following.span.start..following.span.end];
    let upper = following.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    if mark.ends_with('.') && mark.len() > 2 {
        return upper && Lexicon::of(language).is_opener(following) && tokens[at].span.end < tokens[next].span.start;
    }
    upper
}

/// The "2" of "2. Ana Paz".
fn is_numbering(word: &str) -> bool {
    word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a sentence ends here even where the next one begins without a capital, as people write in a hurry: behind a
/// full stop after a whole word, behind a question. Spanish goes on behind a question that has its opening mark.
fn ends_whatever_follows(language: &Language, mark: &str, word: &str) -> bool {
    let asked = *language != Language::Spanish && mark.contains(['?', '!']);
    let whole = word.chars().count() > 2 && word.chars().all(char::is_lowercase);
    asked || mark == "." && whole
}

/// Finds direct quotations in each block: straight and curly marks, guillemets, single marks inside, dialogue dashes.
/// A mark that is never closed within its block quotes up to the block's end only where the block ends with it.
pub fn quotes(text: &str, tokens: &[Token], blocks: &[Block]) -> Vec<Quote> {
    let mut found = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        if text[block.span.start..].starts_with('—') {
            dialogue(text, tokens, block, index, &mut found);
        }
        let mut open: Vec<(Span, &str, usize)> = Vec::new();
        for at in block.tokens.clone() {
            let span = tokens[at].span;
            let mark = &text[span.start..span.end];
            if let Some(depth) = open.iter().rposition(|(_, closing, _)| closes(text, span, mark, closing)) {
                let (start, _, slot) = open[depth];
                open.truncate(depth);
                let within = open.last().map(|&(_, _, slot)| slot).or(found_dialogue(&found, index, span));
                found[slot] = Quote {
                    inner: Span::new(start.end, span.start),
                    outer: Span::new(start.start, span.end),
                    block: index,
                    within,
                };
            } else if let Some(closing) = opens(text, span, mark) {
                open.push((span, closing, found.len()));
                found.push(Quote { inner: Span::new(0, 0), outer: Span::new(0, 0), block: index, within: None });
            }
        }
    }
    drop_unclosed(found)
}

/// Quotations whose mark was never closed leave their slot; links to the slots left are renumbered.
fn drop_unclosed(found: Vec<Quote>) -> Vec<Quote> {
    let closed = |quote: &Quote| !quote.inner.is_empty();
    let place: Vec<usize> = found
        .iter()
        .scan(0, |n, q| {
            let at = *n;
            *n += usize::from(closed(q));
            Some(at)
        })
        .collect();
    let still = |slot: usize| closed(&found[slot]).then(|| place[slot]);
    let mut kept: Vec<Quote> =
        found.iter().filter(|q| closed(q)).map(|q| Quote { within: q.within.and_then(still), ..q.clone() }).collect();
    let starts: Vec<usize> = kept.iter().map(|q| q.outer.start).collect();
    let mut order: Vec<usize> = (0..kept.len()).collect();
    order.sort_by_key(|&at| starts[at]);
    let mut rank = vec![0; kept.len()];
    for (new, &old) in order.iter().enumerate() {
        rank[old] = new;
    }
    for quote in &mut kept {
        quote.within = quote.within.map(|old| rank[old]);
    }
    kept.sort_by_key(|q| q.outer.start);
    kept
}

fn found_dialogue(found: &[Quote], block: usize, span: Span) -> Option<usize> {
    found.iter().rposition(|q| q.block == block && q.outer.contains(span) && !q.inner.is_empty())
}

fn opens(text: &str, span: Span, mark: &str) -> Option<&'static str> {
    let before = text[..span.start].chars().next_back();
    let after = text[span.end..].chars().next();
    let free = before.is_none_or(|c| !c.is_alphanumeric()) && after.is_some_and(|c| !c.is_whitespace());
    match mark {
        "“" => Some("”"),
        "«" => Some("»"),
        "„" => Some("“"),
        "\"" if free => Some("\""),
        "''" if free => Some("''"),
        "``" => Some("''"),
        "‘" => Some("’"),
        "'" if free => Some("'"),
        _ => None,
    }
}

fn closes(text: &str, span: Span, mark: &str, closing: &str) -> bool {
    let after = text[span.end..].chars().next();
    let single = matches!(closing, "'" | "’");
    mark == closing && (!single || after.is_none_or(|c| !c.is_alphanumeric()))
}

/// "—Sí —dijo ella—. Ya salió." Words between the dashes that hold the attribution are not quoted.
fn dialogue(text: &str, tokens: &[Token], block: &Block, index: usize, found: &mut Vec<Quote>) {
    let dashes: Vec<Span> = block
        .tokens
        .clone()
        .map(|at| tokens[at].span)
        .filter(|span| matches!(&text[span.start..span.end], "—" | "–"))
        .collect();
    let mut bounds = dashes.iter();
    let Some(mut open) = bounds.next().copied() else { return };
    loop {
        let aside = bounds.next().copied();
        let end = aside.map_or(block.span.end, |dash| dash.start);
        push_dialogue(text, Span::new(open.end, end), index, found);
        if aside.is_none() {
            return;
        }
        match bounds.next().copied() {
            Some(dash) => open = dash,
            None => return,
        }
    }
}

fn push_dialogue(text: &str, span: Span, block: usize, found: &mut Vec<Quote>) {
    let words = &text[span.start..span.end];
    let start =
        span.start + (words.len() - words.trim_start_matches(|c: char| c.is_whitespace() || ".,;:".contains(c)).len());
    let end = span.start + words.trim_end().len();
    if start < end {
        let span = Span::new(start, end);
        found.push(Quote { inner: span, outer: span, block, within: None });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokens;

    fn cut(language: Language, text: &str) -> Vec<String> {
        let tokens = tokens(&language, text);
        let blocks = blocks(text, &tokens);
        let quotes = quotes(text, &tokens, &blocks);
        let found = sentences(&language, text, &tokens, &blocks, &quotes);
        found.iter().map(|s| text[s.span.start..s.span.end].to_owned()).collect()
    }

    fn quoted(language: Language, text: &str) -> Vec<String> {
        let tokens = tokens(&language, text);
        let blocks = blocks(text, &tokens);
        quotes(text, &tokens, &blocks).iter().map(|q| text[q.inner.start..q.inner.end].to_owned()).collect()
    }

    #[test]
    fn sentences_end_where_they_end() {
        let text =
            "Gen. Ruiz left the U.S. on Jan. 3. \"We wait. Still.\" He said no more!\nSecond line\n• Item one. Two.";
        let expected = [
            "Gen. Ruiz left the U.S. on Jan. 3.",
            "\"We wait. Still.\"",
            "He said no more!",
            "Second line",
            "• Item one.",
            "Two.",
        ];
        assert_eq!(cut(Language::English, text), expected);
        let text = "El Dr. Paz vive en EE. UU. desde 2019. ¿Y su hija? Nadie sabe… Ayer llamó.";
        let expected = ["El Dr. Paz vive en EE. UU. desde 2019.", "¿Y su hija?", "Nadie sabe…", "Ayer llamó."];
        assert_eq!(cut(Language::Spanish, text), expected);
    }

    /// A bar stands where a sentence ends.
    #[test]
    fn sentences_of_every_kind_of_text() {
        let english = [
            "The court sat until 10:42 a.m. on Monday.|It freed Gen. Ruiz, Lt. Col. Okoye and Dr. Paz.",
            "He was taken on Jan. 3 by Acme Inc. guards.|Nobody knows why.",
            "They asked for Ms. J. R. Okoye, No. 12 on the list.|She is out.",
            "“We wait.”|She left at once.",
            "She said: “Let them go. All of them.”|Then she left.",
            "They waited... and waited.|Nobody came…|The gate stayed shut.",
            "See https://a.org/b.c?d=E for the list.|Write to ana@a.org.",
            "POLICE FREE THREE WOMEN.|FAMILIES WAIT.",
            "Is she out?|Yes!|(Nobody confirmed it.)",
            "they took him away.|nobody knows why?|call us",
            "2. Ana Paz, a nurse.|3. Luis Soto, a cook.",
            "He asked “Where is she?” and left.",
        ];
        let spanish = [
            "La Dra. Paz, la Sra. Ruiz y el Gral. Soto salieron a las 10:42 a. m. del lunes.|Nadie más salió.",
            "10:42 p. m. La policía se llevó a Ana Paz.",
            "Según el art. 12, núm. 3, quedan libres.|Así lo dijo el juez.",
            "Vive en EE. UU. desde 2019.|Volvió ayer.",
            "«Ya salió».|Eso dijo su madre.",
            "¿Dónde están?|¡Nadie responde!|Siguen esperando.",
            "¡Basta! gritó la madre.|se la llevaron ayer.|nadie responde",
            "Presos, enfermos, ancianos, etc. siguen dentro.|La ONG lo denunció.",
        ];
        for (language, cases) in [(Language::English, &english[..]), (Language::Spanish, &spanish[..])] {
            for case in cases {
                assert_eq!(cut(language.clone(), &case.replace('|', " ")).join("|"), *case);
            }
        }
    }

    #[test]
    fn wrapped_lines_are_one_block() {
        let text = "The two men were taken from their homes on Monday and have\nnot been seen since then by anybody.";
        assert_eq!(cut(Language::English, text).len(), 1);
    }

    #[test]
    fn quotations_of_every_kind() {
        assert_eq!(quoted(Language::English, "“A,” he said, \"B 'c' d\"."), ["A,", "B 'c' d", "c"]);
        assert_eq!(quoted(Language::Spanish, "«Uno “dos” tres», dijo."), ["Uno “dos” tres", "dos"]);
        assert_eq!(quoted(Language::Spanish, "—No sé —dijo Ana—. Ya salió."), ["No sé", "Ya salió."]);
        assert_eq!(quoted(Language::English, "the families' call and Ana's 'list"), Vec::<String>::new());
    }

    #[test]
    fn a_turn_has_its_speaker() {
        let text = "ANA PAZ, HOST: Welcome.\nPAZ: Who is it?";
        let tokens = tokens(&Language::English, text);
        let blocks = blocks(text, &tokens);
        let labels: Vec<&str> = blocks.iter().filter_map(|b| b.label).map(|l| &text[l.start..l.end]).collect();
        assert_eq!(labels, ["ANA PAZ, HOST", "PAZ"]);
    }
}
