//! A page to lines: the blocks of its article, each pointing at the raw page, and what the page says about itself.
//! Must not know what is noise in prose.

mod article;
mod blocks;
mod head;
mod tokens;

use constancia_model::{Diagnostic, DiagnosticKind, KeptText, KeptTextBuilder, NoiseKind, Span};

use crate::TextError;
use crate::lines::{Document, Line};
use crate::metadata::Metadata;
use blocks::Block;

/// How much of a block that was left out a diagnostic shows, in characters.
const SHOWN: usize = 200;

/// The lines of a page's article and the page's metadata. Refused when no words are visible.
pub(crate) fn read(source: &KeptText) -> Result<(Document, Metadata), TextError> {
    let tokens = tokens::of(&source.text);
    let metadata = head::read(&tokens);
    let blocks = blocks::of(&tokens, source);
    if !blocks.iter().any(Block::is_visible) {
        return Err(TextError::page_without_body());
    }
    let chosen = article::choose(&source.text, &blocks, metadata.title.as_deref());
    let mut document = assemble(source, &blocks, &chosen.kept);
    if !chosen.found {
        document.diagnostics.push(Diagnostic::warning(DiagnosticKind::NoArticle));
    }
    Ok((document, metadata))
}

/// Puts the kept blocks together, one line each, with an empty line between paragraphs, and notes the others.
fn assemble(source: &KeptText, blocks: &[Block], kept: &[bool]) -> Document {
    let mut document = Document::default();
    let mut builder = KeptTextBuilder::default();
    let mut previous_end = None;
    for (block, _) in blocks.iter().zip(kept).filter(|(_, kept)| **kept) {
        if let Some(end) = previous_end {
            separate(source, &mut builder, &mut document, Span::new(end, block.place.start.max(end)), block);
        }
        let start = builder.len();
        block.write(source, &mut builder);
        document.lines.push(Line { span: Span::new(start, builder.len()), number: block.number });
        previous_end = Some(block.place.end);
    }
    document.text = builder.finish();
    let left_out = blocks.iter().zip(kept).filter(|(_, kept)| !**kept);
    document.diagnostics = left_out.map(|(block, _)| noted(source, block)).collect();
    document
}

/// What stands between two blocks becomes a line end, and an empty line before whatever is no mere next line.
fn separate(source: &KeptText, builder: &mut KeptTextBuilder, document: &mut Document, gap: Span, block: &Block) {
    let widened = if gap.is_empty() { Span::new(gap.start.saturating_sub(1), gap.end) } else { gap };
    let Some(raw) = source.map.to_raw(widened) else { return };
    builder.push("\n", raw);
    if block.opens_paragraph {
        document.lines.push(Line { span: Span::new(builder.len(), builder.len()), number: block.number });
        builder.push("\n", raw);
    }
}

fn noted(source: &KeptText, block: &Block) -> Diagnostic {
    let shown: String = block.words(source).chars().take(SHOWN).collect();
    Diagnostic::note(DiagnosticKind::NoiseDropped { noise: NoiseKind::PageFurniture }).at(block.number, shown)
}
