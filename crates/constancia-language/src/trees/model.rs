//! The file of a parser: features with their rows, and lists of weights. Refuses what is foreign, newer or damaged.
//!
//! Magic, version, rising keys, what a step is worth, a factor for each row, the rows, the matrices, the lists, each in a fixed order, checksum;
//! numbers in little endian. This program knows how long everything but the keys is, so that no length is written.

use thiserror::Error;

use super::encoder::{Encoder, GREATEST_FACTOR, ROW};
use super::packed::Packed;
use super::recurrence::{GATES, WIDTH};
use super::scorer::{SHOWN, Scorer};
use crate::tagging::model::{Table, fingerprint};

const MAGIC: &[u8; 4] = b"CNTR";
const VERSION: u32 = 1;

/// Everything a tree is made with.
#[derive(Debug, Default)]
pub struct Parser {
    /// From features to encoded words.
    pub encoder: Encoder,
    /// From an encoded word, [`WIDTH`] numbers, to what it shows, [`SHOWN`] numbers.
    pub shown: Packed,
    /// From what words show to trees.
    pub scorer: Scorer,
}

/// Why the bytes of a parser were refused.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ParserError {
    /// The first bytes are not those of a parser.
    #[error("this is no model of trees: it does not begin with CNTR; write it again with `cargo xtask train`")]
    NotAParser,
    /// The version is not the one this program reads.
    #[error(
        "the model of trees has version {0} and this program reads version 1; write it again with `cargo xtask train`"
    )]
    Version(u32),
    /// The file ends early, runs on, or its checksum does not hold.
    #[error("the model of trees is damaged; restore the file or write it again with `cargo xtask train`")]
    Damaged,
}

impl Parser {
    /// Reads a parser, whose rows stay where they are; the bytes are checked from the magic to the checksum.
    pub fn read(bytes: &'static [u8]) -> Result<Self, ParserError> {
        let body = bytes.strip_prefix(MAGIC).ok_or(ParserError::NotAParser)?;
        let (version, body) = body.split_first_chunk::<4>().ok_or(ParserError::Damaged)?;
        let version = u32::from_le_bytes(*version);
        if version != VERSION {
            return Err(ParserError::Version(version));
        }
        let (body, checksum) = body.split_last_chunk::<8>().ok_or(ParserError::Damaged)?;
        if fingerprint(body) != u64::from_le_bytes(*checksum) {
            return Err(ParserError::Damaged);
        }
        Self::read_body(body)
    }

    fn read_body(body: &'static [u8]) -> Result<Self, ParserError> {
        let mut reader = Reader { bytes: body };
        let mut parser = Self::default();
        let count = u32::from_le_bytes(reader.take(4)?.try_into().map_err(|_| ParserError::Damaged)?) as usize;
        let rows = &mut parser.encoder.rows;
        rows.keys = Table::new(reader.words(count, u32::from_le_bytes)?);
        rows.worth = reader.words(1, f32::from_le_bytes)?[0];
        rows.factors = reader.take(count)?.iter().map(|factor| (*factor).min(GREATEST_FACTOR)).collect();
        rows.steps = reader.take(count * ROW)?.into();
        for (matrix, columns) in parser.matrices_mut() {
            *matrix = reader.matrix(columns)?;
        }
        for (list, size) in parser.lists_mut() {
            *list = reader.words(size, f32::from_le_bytes)?;
        }
        if reader.bytes.is_empty() { Ok(parser) } else { Err(ParserError::Damaged) }
    }

    /// The bytes that [`Parser::read`] reads.
    pub fn write(&mut self) -> Vec<u8> {
        let rows = &self.encoder.rows;
        let keys = rows.keys.keys();
        let mut body = (keys.len() as u32).to_le_bytes().to_vec();
        body.extend(keys.iter().flat_map(|key| key.to_le_bytes()));
        body.extend(rows.worth.to_le_bytes());
        body.extend(&rows.factors);
        body.extend(&*rows.steps);
        for (matrix, _) in self.matrices_mut() {
            body.extend(matrix.worth().to_le_bytes());
            body.extend(matrix.steps().iter().flat_map(|step| step.to_le_bytes()));
        }
        for (list, _) in self.lists_mut() {
            body.extend(list.iter().flat_map(|number| number.to_le_bytes()));
        }
        let checksum = fingerprint(&body).to_le_bytes();
        [MAGIC, &VERSION.to_le_bytes()[..], &body, &checksum].concat()
    }

    /// All matrices of [`WIDTH`] rows and how many columns each has, in the order of the file.
    fn matrices_mut(&mut self) -> Vec<(&mut Packed, usize)> {
        let gates = self.encoder.gates.iter_mut().map(|gates| (gates, GATES));
        gates.chain([(&mut self.shown, SHOWN)]).collect()
    }

    /// All lists of weights and how long each is, in the order of the file.
    fn lists_mut(&mut self) -> Vec<(&mut Vec<f32>, usize)> {
        let layers = self.encoder.layers.iter_mut().flat_map(|layer| layer.lists_mut()).map(|list| (list, WIDTH));
        layers.chain(self.scorer.lists_mut().into_iter().zip(Scorer::SIZES)).collect()
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, size: usize) -> Result<&'a [u8], ParserError> {
        let (taken, rest) = self.bytes.split_at_checked(size).ok_or(ParserError::Damaged)?;
        self.bytes = rest;
        Ok(taken)
    }

    fn matrix(&mut self, columns: usize) -> Result<Packed, ParserError> {
        let worth = self.words(1, f32::from_le_bytes)?;
        let (steps, _) = self.take(WIDTH * columns * 2)?.as_chunks::<2>();
        let steps: Vec<i16> = steps.iter().map(|bytes| i16::from_le_bytes(*bytes)).collect();
        Ok(Packed::new(&steps, columns, worth[0]))
    }

    fn words<T>(&mut self, count: usize, read: impl Fn([u8; 4]) -> T) -> Result<Vec<T>, ParserError> {
        Ok(self.take(count * 4)?.as_chunks::<4>().0.iter().map(|bytes| read(*bytes)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        let mut parser = Parser::default();
        parser.encoder.rows.keys = Table::new(vec![7, 4_000_000_000]);
        parser.encoder.rows.push(&[-3.0; ROW], 4.0);
        parser.encoder.rows.push(&[1.0; ROW], 4.0);
        for (matrix, columns) in parser.matrices_mut() {
            *matrix = Packed::round(&vec![0.5; WIDTH * columns], columns);
        }
        for (list, size) in parser.lists_mut() {
            *list = vec![0.125; size];
        }
        parser.write()
    }

    #[test]
    fn what_is_written_is_read() {
        let mut parser = Parser::read(sample().leak()).expect("a whole parser");
        assert_eq!(parser.encoder.rows.keys.position(4_000_000_000), Some(1));
        assert_eq!((&parser.encoder.rows.factors[..], parser.encoder.rows.steps[ROW]), (&[12, 4][..], 127));
        assert_eq!(parser.write(), sample());
    }

    #[test]
    fn foreign_newer_and_damaged_files_are_told_apart() {
        let refused = |bytes: &[u8]| Parser::read(bytes.to_vec().leak()).expect_err("refused");
        assert_eq!(refused(b"GIF89a"), ParserError::NotAParser);
        let mut newer = sample();
        newer[4] = 2;
        assert_eq!(refused(&newer), ParserError::Version(2));
        let whole = sample();
        for length in (4..whole.len()).step_by(997).chain([whole.len() - 1]) {
            assert_eq!(refused(&whole[..length]), ParserError::Damaged, "cut to {length}");
        }
        for place in [12, 300, whole.len() - 1] {
            let mut flipped = whole.clone();
            flipped[place] ^= 1;
            assert_eq!(refused(&flipped), ParserError::Damaged, "byte {place}");
        }
    }
}
