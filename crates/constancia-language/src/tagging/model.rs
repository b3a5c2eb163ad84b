//! A linear model over hashed features: its file format, its use in place and its scores.
//!
//! The weights are looked up in the bytes of the file as they lie there: reading a model counts and checks, and copies
//! nothing. It knows neither words nor tags: a feature is a 32-bit key, a label is a row position.

use std::borrow::Cow;
use std::ops::Range;

use thiserror::Error;

use super::word::mix;

/// The most labels a model can tell apart: the width of a row of weights.
pub const WIDTH: usize = 32;

/// The greatest weight; sixty features of this weight still fit the sum of a score.
pub const GREATEST_WEIGHT: i16 = 500;

const MAGIC: &[u8; 4] = b"CNST";
const VERSION: u64 = 2;

/// A label takes the lowest five bits of a written weight.
const LABEL_BITS: u32 = WIDTH.ilog2();

/// Features whose first bits agree lie together; the other bits, sixteen at most, tell them apart.
const FEWEST_BITS: u32 = 16;
const MOST_BITS: u32 = 20;

/// One weight a label.
pub type Row = [i16; WIDTH];

/// Why the bytes of a model were refused.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ModelError {
    /// The first bytes are not those of a model.
    #[error("this is not a tagging model: it does not begin with CNST; write it again with `cargo xtask train`")]
    NotAModel,
    /// The version is not the one this program reads.
    #[error(
        "the tagging model has version {0} and this program reads version 2; write it again with `cargo xtask train`"
    )]
    Version(u64),
    /// The file ends early, runs on, or its checksum does not hold.
    #[error("the tagging model is damaged; restore the file or write it again with `cargo xtask train`")]
    Damaged,
}

/// Weights by feature, and by word the labels it may take.
#[derive(Debug)]
pub struct Model {
    bytes: Cow<'static, [u8]>,
    /// Where in `bytes` the entries of the features are: the last bits of the key, how many weights, the weights.
    entries: Range<usize>,
    /// Where among the entries those begin that share their first bits, and where the last end.
    begins: Vec<u32>,
    /// How far a key is moved to leave its first bits.
    shift: u32,
    classes: Table,
    class_masks: Vec<u32>,
}

/// What a model is written from: both lists sorted by key, without doubles.
#[derive(Debug, Default)]
pub struct ModelSource {
    /// Feature key and its weights.
    pub rows: Vec<(u32, Row)>,
    /// Word key and the set of labels the word may take, a bit a label.
    pub classes: Vec<(u32, u32)>,
}

/// Rising keys, with the place at which the keys of each beginning begin: hashed keys spread evenly over them.
#[derive(Debug, Default)]
pub struct Table {
    keys: Vec<u32>,
    begins: Vec<u32>,
    shift: u32,
}

impl Table {
    /// Takes keys in rising order.
    pub fn new(keys: Vec<u32>) -> Self {
        let bits = keys.len().max(2).ilog2().min(MOST_BITS);
        let shift = u32::BITS - bits;
        let mut begins = vec![0; (1 << bits) + 1];
        for key in &keys {
            begins[(key >> shift) as usize + 1] += 1;
        }
        for first in 1..begins.len() {
            begins[first] += begins[first - 1];
        }
        Self { keys, begins, shift }
    }

    /// All keys, rising.
    pub fn keys(&self) -> &[u32] {
        &self.keys
    }

    /// The place of a key among all.
    pub fn position(&self, key: u32) -> Option<usize> {
        let first = key.checked_shr(self.shift)? as usize;
        let (begin, end) = (*self.begins.get(first)? as usize, self.begins[first + 1] as usize);
        self.keys[begin..end].iter().position(|&other| other == key).map(|step| begin + step)
    }
}

impl Model {
    /// Reads a model; the bytes are checked from the magic to the checksum.
    pub fn read(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, ModelError> {
        let bytes = bytes.into();
        let mut reader = Reader { bytes: bytes.strip_prefix(MAGIC).ok_or(ModelError::NotAModel)? };
        let version = reader.number()?;
        if version != VERSION {
            return Err(ModelError::Version(version));
        }
        let (body, checksum) = reader.bytes.split_last_chunk::<8>().ok_or(ModelError::Damaged)?;
        if fingerprint(body) != u64::from_le_bytes(*checksum) {
            return Err(ModelError::Damaged);
        }
        let mut reader = Reader { bytes: body };
        let bits = bits_of(reader.number()?);
        let size = usize::try_from(reader.number()?).map_err(|_| ModelError::Damaged)?;
        let counts = reader.take(1 << bits)?;
        let from = bytes.len() - checksum.len() - reader.bytes.len();
        let begins = begins(counts, reader.take(size)?)?;
        let (classes, class_masks) = reader.classes()?;
        if !reader.bytes.is_empty() {
            return Err(ModelError::Damaged);
        }
        Ok(Self { entries: from..from + size, begins, shift: u32::BITS - bits, classes, class_masks, bytes })
    }

    /// The sum of the weights of `features`, one sum a label.
    pub fn score(&self, features: &[u32]) -> Row {
        let mut sums = [0i16; WIDTH];
        let entries = &self.bytes[self.entries.clone()];
        for keys in features.chunks(TOGETHER) {
            let mut near: [&[u8]; TOGETHER] = [&[]; TOGETHER];
            near.iter_mut().zip(keys).for_each(|(near, &key)| *near = self.near(entries, key));
            for weights in near.iter().zip(keys).filter_map(|(near, &key)| weights_of(near, key)) {
                for weight in weights.as_chunks::<2>().0 {
                    let weight = i16::from_le_bytes(*weight);
                    let sum = &mut sums[usize::from(weight.cast_unsigned()) % WIDTH];
                    *sum = sum.wrapping_add(weight >> LABEL_BITS);
                }
            }
        }
        sums
    }

    /// The entries of all features whose first bits are those of `key`.
    fn near<'a>(&self, entries: &'a [u8], key: u32) -> &'a [u8] {
        let first = (key >> self.shift) as usize;
        &entries[self.begins[first] as usize..self.begins[first + 1] as usize]
    }

    /// The labels the word of this key may take, a bit a label; 0 when the word is not known.
    pub fn class(&self, word: u32) -> u32 {
        self.classes.position(word).map_or(0, |position| self.class_masks[position])
    }
}

/// So many features are looked up at once: the processor waits for memory once and not for each.
const TOGETHER: usize = 16;

/// The weights of a feature, two bytes each, among entries.
fn weights_of(mut entries: &[u8], key: u32) -> Option<&[u8]> {
    while let Some(([low, high, count], rest)) = entries.split_first_chunk() {
        let (weights, next) = rest.split_at_checked(2 * usize::from(*count))?;
        if u16::from_le_bytes([*low, *high]) == key as u16 {
            return Some(weights);
        }
        entries = next;
    }
    None
}

/// How many first bits of a key are told by its place, in a model of so many features.
fn bits_of(features: u64) -> u32 {
    features.max(1).ilog2().clamp(FEWEST_BITS, MOST_BITS)
}

/// Where each count of entries begins, and where the last end.
fn begins(counts: &[u8], entries: &[u8]) -> Result<Vec<u32>, ModelError> {
    let mut begins = Vec::with_capacity(counts.len() + 1);
    let mut end = 0;
    begins.push(0);
    for &count in counts {
        for _ in 0..count {
            let weights = entries.get(end + 2).ok_or(ModelError::Damaged)?;
            end += 3 + 2 * usize::from(*weights);
        }
        begins.push(end as u32);
    }
    if end == entries.len() { Ok(begins) } else { Err(ModelError::Damaged) }
}

impl ModelSource {
    /// The bytes [`Model::read`] reads: magic, version, how many features and how long their entries are, how many share
    /// each beginning, the entries by rising key, classes by rising key, checksum.
    pub fn write(&self) -> Vec<u8> {
        let bits = bits_of(self.rows.len() as u64);
        let mut counts = vec![0u8; 1 << bits];
        let mut entries = Vec::new();
        for (key, row) in &self.rows {
            counts[(key >> (u32::BITS - bits)) as usize] += 1;
            write_entry(&mut entries, *key, row);
        }
        let mut body = Vec::new();
        write_number(&mut body, self.rows.len() as u64);
        write_number(&mut body, entries.len() as u64);
        body.extend(counts);
        body.extend(entries);
        self.write_classes(&mut body);
        let mut bytes = MAGIC.to_vec();
        write_number(&mut bytes, VERSION);
        let checksum = fingerprint(&body);
        bytes.extend(body);
        bytes.extend(checksum.to_le_bytes());
        bytes
    }

    fn write_classes(&self, body: &mut Vec<u8>) {
        write_number(body, self.classes.len() as u64);
        let mut before = 0;
        for (key, mask) in &self.classes {
            write_number(body, u64::from(key - before));
            write_number(body, u64::from(*mask));
            before = *key;
        }
    }
}

/// Only the weights that are not zero are written, each above its label.
fn write_entry(entries: &mut Vec<u8>, key: u32, row: &Row) {
    let weights = || (0u16..).zip(row).filter(|(_, weight)| **weight != 0);
    entries.extend((key as u16).to_le_bytes());
    entries.push(weights().count() as u8);
    for (label, &weight) in weights() {
        entries.extend(((weight.cast_unsigned() << LABEL_BITS) | label).to_le_bytes());
    }
}

/// Seven bits a byte, the lowest first, the high bit set on all but the last.
fn write_number(body: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        body.push(number as u8 | 0x80);
        number >>= 7;
    }
    body.push(number as u8);
}

/// A checksum, eight bytes at a time, so that a large file is checked in a few milliseconds.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    let (chunks, rest) = bytes.as_chunks::<8>();
    let hash = chunks.iter().fold(bytes.len() as u64, |hash, chunk| mix(hash, u64::from_le_bytes(*chunk)));
    rest.iter().fold(hash, |hash, &byte| mix(hash, u64::from(byte)))
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, size: usize) -> Result<&'a [u8], ModelError> {
        let (taken, rest) = self.bytes.split_at_checked(size).ok_or(ModelError::Damaged)?;
        self.bytes = rest;
        Ok(taken)
    }

    fn number(&mut self) -> Result<u64, ModelError> {
        let mut number = 0;
        for shift in (0..63).step_by(7) {
            let [byte] = *self.take(1)? else { break };
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(ModelError::Damaged)
    }

    fn classes(&mut self) -> Result<(Table, Vec<u32>), ModelError> {
        let count = self.number()? as usize;
        let room = count.min(self.bytes.len());
        let (mut keys, mut masks) = (Vec::with_capacity(room), Vec::with_capacity(room));
        let mut key = 0u64;
        for _ in 0..count {
            key += self.number()?;
            keys.push(u32::try_from(key).map_err(|_| ModelError::Damaged)?);
            masks.push(u32::try_from(self.number()?).map_err(|_| ModelError::Damaged)?);
        }
        Ok((Table::new(keys), masks))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        let mut row = [0; WIDTH];
        (row[0], row[3], row[31]) = (-500, 500, 1);
        ModelSource { rows: vec![(7, row), (4_000_000_000, [1; WIDTH])], classes: vec![(9, 0b101)] }.write()
    }

    #[test]
    fn what_is_written_is_read() {
        let model = Model::read(sample()).expect("a whole model");
        let score = model.score(&[7, 4_000_000_000, 12]);
        assert_eq!((score[0], score[1], score[3], score[31]), (-499, 1, 501, 2));
        assert_eq!((model.class(9), model.class(7)), (0b101, 0));
    }

    #[test]
    fn foreign_newer_and_damaged_files_are_told_apart() {
        assert_eq!(Model::read(&b"GIF89a"[..]).unwrap_err(), ModelError::NotAModel);
        let mut newer = sample();
        newer[4] = 3;
        assert_eq!(Model::read(newer).unwrap_err(), ModelError::Version(3));
        let whole = sample();
        for length in (4..whole.len()).step_by(97).chain([whole.len() - 1]) {
            assert_eq!(Model::read(whole[..length].to_vec()).unwrap_err(), ModelError::Damaged, "cut to {length}");
        }
        let mut flipped = sample();
        flipped[12] ^= 1;
        assert_eq!(Model::read(flipped).unwrap_err(), ModelError::Damaged);
    }
}
