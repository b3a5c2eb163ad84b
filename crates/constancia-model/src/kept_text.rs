//! Kept text: the report without what is not the report, with a map from its bytes back to the raw bytes.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open byte range in a kept text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies inside this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The words in `text`, or `None` where the span does not fall on characters of it.
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// A stretch of kept text and the raw bytes that it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "[usize; 4]", into = "[usize; 4]")]
pub struct Segment {
    /// Where it stands in the kept text.
    pub kept: Span,
    /// Where it stands in the raw bytes. When both have one length the bytes correspond one to one; otherwise the
    /// segment is one unit (an entity, a character of another encoding, a run of white space).
    pub raw: Span,
}

impl From<[usize; 4]> for Segment {
    fn from([a, b, c, d]: [usize; 4]) -> Self {
        Self { kept: Span::new(a, b), raw: Span::new(c, d) }
    }
}

impl From<Segment> for [usize; 4] {
    fn from(segment: Segment) -> Self {
        [segment.kept.start, segment.kept.end, segment.raw.start, segment.raw.end]
    }
}

/// Maps byte offsets of a kept text to offsets of the raw bytes. Segments are in order and cover the kept text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OffsetMap {
    segments: Vec<Segment>,
}

impl OffsetMap {
    /// The segments, in order.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The smallest range of raw bytes that holds all of `span`; `None` for an empty span or one past the end.
    pub fn to_raw(&self, span: Span) -> Option<Span> {
        if span.is_empty() {
            return None;
        }
        let first = self.segment_at(span.start)?;
        let last = self.segment_at(span.end - 1)?;
        let start = if first.raw.len() == first.kept.len() {
            first.raw.start + (span.start - first.kept.start)
        } else {
            first.raw.start
        };
        let end = if last.raw.len() == last.kept.len() {
            last.raw.start + (span.end - last.kept.start)
        } else {
            last.raw.end
        };
        Some(Span::new(start, end))
    }

    fn segment_at(&self, offset: usize) -> Option<&Segment> {
        let next = self.segments.partition_point(|segment| segment.kept.start <= offset);
        let segment = self.segments.get(next.checked_sub(1)?)?;
        (offset < segment.kept.end).then_some(segment)
    }

    fn push(&mut self, segment: Segment) {
        if segment.kept.is_empty() {
            return;
        }
        if let Some(last) = self.segments.last_mut() {
            let linear = last.kept.len() == last.raw.len() && segment.kept.len() == segment.raw.len();
            if linear && last.raw.end == segment.raw.start && last.kept.end == segment.kept.start {
                last.kept.end = segment.kept.end;
                last.raw.end = segment.raw.end;
                return;
            }
        }
        self.segments.push(segment);
    }
}

/// A text and its map back to the raw bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptText {
    /// The text, UTF-8.
    pub text: String,
    /// From its bytes to the raw bytes.
    pub map: OffsetMap,
}

impl KeptText {
    /// A text that is its own raw text.
    pub fn verbatim(text: &str) -> Self {
        let mut builder = KeptTextBuilder::default();
        builder.push(text, Span::new(0, text.len()));
        builder.finish()
    }

    /// The part of this text at `spans` (in order, not overlapping), mapped straight to the raw bytes.
    pub fn select(&self, spans: impl IntoIterator<Item = Span>) -> Self {
        let mut builder = KeptTextBuilder::default();
        for span in spans {
            builder.push_from(self, span);
        }
        builder.finish()
    }
}

/// Builds a kept text piece by piece.
#[derive(Debug, Default)]
pub struct KeptTextBuilder {
    kept: KeptText,
}

impl KeptTextBuilder {
    /// Appends `text`, which comes from `raw` bytes.
    pub fn push(&mut self, text: &str, raw: Span) {
        let start = self.kept.text.len();
        self.kept.text.push_str(text);
        self.kept.map.push(Segment { kept: Span::new(start, start + text.len()), raw });
    }

    /// Appends the words at `span` of another kept text, keeping where they come from.
    pub fn push_from(&mut self, source: &KeptText, span: Span) {
        let segments = source.map.segments();
        let first = segments.partition_point(|segment| segment.kept.end <= span.start);
        for segment in segments[first..].iter().take_while(|segment| segment.kept.start < span.end) {
            let kept = Span::new(segment.kept.start.max(span.start), segment.kept.end.min(span.end));
            let raw = if segment.kept.len() == segment.raw.len() {
                let shift = kept.start - segment.kept.start;
                Span::new(segment.raw.start + shift, segment.raw.start + shift + kept.len())
            } else {
                segment.raw
            };
            self.push(&source.text[kept.start..kept.end], raw);
        }
    }

    /// Length so far, in bytes.
    pub fn len(&self) -> usize {
        self.kept.text.len()
    }

    /// Whether nothing was appended.
    pub fn is_empty(&self) -> bool {
        self.kept.text.is_empty()
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.kept.text
    }

    /// The finished text.
    pub fn finish(self) -> KeptText {
        self.kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linear_stretches_join_and_units_stay_whole() {
        let mut builder = KeptTextBuilder::default();
        builder.push("Vill", Span::new(0, 4));
        builder.push("ar", Span::new(4, 6));
        builder.push("&", Span::new(6, 11));
        builder.push(" Cía", Span::new(11, 16));
        let kept = builder.finish();
        assert_eq!(kept.map.segments().len(), 3);
        assert_eq!(kept.map.to_raw(Span::new(2, 5)), Some(Span::new(2, 5)));
        assert_eq!(kept.map.to_raw(Span::new(6, 7)), Some(Span::new(6, 11)));
        assert_eq!(kept.map.to_raw(Span::new(7, 9)), Some(Span::new(11, 13)));
        assert_eq!(kept.map.to_raw(Span::new(0, 99)), None);
    }

    #[test]
    fn a_selection_still_points_at_the_raw_bytes() {
        let kept = KeptText::verbatim("menu\nthe report\nshare");
        let body = kept.select([Span::new(5, 16)]);
        assert_eq!(body.text, "the report\n");
        assert_eq!(body.map.to_raw(Span::new(0, 3)), Some(Span::new(5, 8)));
    }
}
