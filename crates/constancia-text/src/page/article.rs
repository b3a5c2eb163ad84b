//! Chooses the blocks of a page that are its article, by what a main-content library extracts. Must not change words.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use dom_smoothie::{Config, Readability};

use super::blocks::Block;

/// Pages larger than this are not given to the library: its time and memory grow faster than the page.
const LARGEST_PAGE: usize = 4 << 20;

/// The library walks trees by recursion; no page written by people nests deeper.
const DEEPEST: usize = 400;

/// An article has at least so many letters and figures.
const SHORTEST_ARTICLE: usize = 120;

/// So many letters and figures make a block that does not stand in two places of a page by chance.
const TELLING: usize = 24;

/// So many times the prose that was extracted must stand on a page before the extraction is called a failure.
const MISSED: usize = 3;

/// Which blocks are the article, and whether one was found at all.
pub(crate) struct Chosen {
    pub kept: Vec<bool>,
    pub found: bool,
}

/// Chooses among the blocks of a page. Without an article every block outside furniture is kept.
pub(crate) fn choose(page: &str, blocks: &[Block], title: Option<&str>) -> Chosen {
    let visible =
        |furniture_too: bool| blocks.iter().map(|block| furniture_too || !block.furniture).collect::<Vec<_>>();
    let extracted = extract(page).unwrap_or_default();
    let mut kept = standing_in(&extracted, blocks);
    let length: usize =
        blocks.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(block, _)| block.folded().len()).sum();
    if length < SHORTEST_ARTICLE {
        let kept = visible(blocks.iter().all(|block| block.furniture));
        return Chosen { kept, found: false };
    }
    add_missed_prose(blocks, &mut kept, length);
    fill_gaps(blocks, &mut kept);
    keep_headline(blocks, title, &mut kept);
    Chosen { kept, found: true }
}

/// What the library takes for the article, letters and figures only. It is young: a page that it fails on, whether by
/// an error or a panic, counts as a page without an article.
fn extract(page: &str) -> Option<String> {
    if page.len() > LARGEST_PAGE || nesting(page) > DEEPEST {
        return None;
    }
    let read = || {
        let article = Readability::new(page, None, Some(Config::default())).ok()?.parse().ok()?;
        Some(fold(&article.text_content))
    };
    catch_unwind(AssertUnwindSafe(read)).ok().flatten()
}

/// An upper bound of how deep elements nest, taken without a tree: start tags that no end tag follows.
fn nesting(page: &str) -> usize {
    let (mut depth, mut deepest) = (0usize, 0);
    for pair in page.as_bytes().windows(2).filter(|pair| pair[0] == b'<') {
        match pair[1] {
            b'/' => depth = depth.saturating_sub(1),
            b'd' | b'D' | b's' | b'S' | b't' | b'T' | b'f' | b'F' | b'b' | b'B' | b'u' | b'U' | b'o' | b'O' | b'a'
            | b'A' | b'e' | b'E' | b'n' | b'N' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            _ => {}
        }
    }
    deepest
}

fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether each block stands in what was extracted, looked for from where the one before it was found.
fn standing_in(extracted: &str, blocks: &[Block]) -> Vec<bool> {
    let mut reached = 0;
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    blocks
        .iter()
        .map(|block| {
            let words = block.folded();
            let ahead = extracted[reached..].find(words).map(|place| reached + place);
            let near = ahead.filter(|place| words.len() >= TELLING || place - reached <= 40);
            let place =
                near.or_else(|| extracted.find(words).filter(|_| words.len() >= TELLING && !taken.contains(words)));
            let found = place.filter(|_| !block.furniture);
            if let Some(place) = found {
                reached = place + words.len();
                taken.insert(words);
            }
            found.is_some()
        })
        .collect()
}

/// Where the page has far more prose than was extracted, the library took a part for the whole: all prose is kept.
fn add_missed_prose(blocks: &[Block], kept: &mut [bool], extracted: usize) {
    let prose = |block: &Block| {
        let telling = block.element == "p" && block.folded().len() >= 60 && block.linked * 3 < block.folded().len();
        telling && !block.furniture
    };
    let total: usize = blocks.iter().filter(|block| prose(block)).map(|block| block.folded().len()).sum();
    if extracted * MISSED < total {
        for (block, kept) in blocks.iter().zip(kept) {
            *kept |= prose(block);
        }
    }
}

/// Paragraphs and headings between two kept paragraphs belong to the article when few of their words are links.
fn fill_gaps(blocks: &[Block], kept: &mut [bool]) {
    let (Some(first), Some(last)) = (kept.iter().position(|kept| *kept), kept.iter().rposition(|kept| *kept)) else {
        return;
    };
    for index in first..last {
        let block = &blocks[index];
        let prose = matches!(block.element.as_str(), "p" | "blockquote" | "li" | "h2" | "h3")
            && block.linked * 3 < block.folded().len();
        let beside = kept[index.saturating_sub(1)] && (block.folded().len() >= 80 || kept[index + 1]);
        kept[index] |= prose && beside && !block.furniture;
    }
}

/// Libraries leave the headline out of the article: the first heading that is the page's title belongs to it.
fn keep_headline(blocks: &[Block], title: Option<&str>, kept: &mut [bool]) {
    let title = fold(title.unwrap_or_default());
    let is_title = |block: &Block| {
        let words = block.folded();
        words.len() >= 8 && !title.is_empty() && (title.contains(words) || words.contains(&title))
    };
    let first = kept.iter().position(|kept| *kept).unwrap_or(0);
    let headings = |index: &usize| matches!(blocks[*index].element.as_str(), "h1" | "h2") && !blocks[*index].furniture;
    if (0..blocks.len()).any(|index| kept[index] && (is_title(&blocks[index]) || blocks[index].element == "h1")) {
        return;
    }
    let titled = (0..blocks.len()).filter(headings).find(|&index| is_title(&blocks[index]));
    let nearest = || (0..first).filter(headings).rfind(|&index| blocks[index].element == "h1");
    if let Some(index) = titled.or_else(nearest) {
        kept[index] = true;
    }
}
