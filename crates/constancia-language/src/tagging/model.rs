//! A linear model over hashed features: its file format, its loading and its scores.
//!
//! It knows neither words nor tags: a feature is a 32-bit key, a label is a row position.

use thiserror::Error;

/// The most labels a model can tell apart: the width of a row of weights.
pub const WIDTH: usize = 32;

/// The greatest weight; sixty features of this weight still fit the sum of a score.
pub const GREATEST_WEIGHT: i16 = 500;

const MAGIC: &[u8; 4] = b"CNST";
const VERSION: u64 = 1;

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
        "the tagging model has version {0} and this program reads version 1; write it again with `cargo xtask train`"
    )]
    Version(u64),
    /// The file ends early, runs on, or its checksum does not hold.
    #[error("the tagging model is damaged; restore the file or write it again with `cargo xtask train`")]
    Damaged,
}

/// Weights by feature, and by word the labels it may take.
#[derive(Debug, Default)]
pub struct Model {
    features: Table,
    rows: Vec<Row>,
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

/// Rising keys, with the place at which the keys of each leading half begin: hashed keys spread evenly over them.
#[derive(Debug, Default)]
pub struct Table {
    keys: Vec<u32>,
    begins: Vec<u32>,
}

impl Table {
    /// Takes keys in rising order.
    pub fn new(keys: Vec<u32>) -> Self {
        let mut begins = vec![0; (1 << 16) + 1];
        for key in &keys {
            begins[(key >> 16) as usize + 1] += 1;
        }
        for half in 1..begins.len() {
            begins[half] += begins[half - 1];
        }
        Self { keys, begins }
    }

    /// All keys, rising.
    pub fn keys(&self) -> &[u32] {
        &self.keys
    }

    /// The place of a key among all.
    pub fn position(&self, key: u32) -> Option<usize> {
        let half = (key >> 16) as usize;
        let (begin, end) = (*self.begins.get(half)? as usize, self.begins[half + 1] as usize);
        self.keys[begin..end].iter().position(|&other| other == key).map(|step| begin + step)
    }
}

impl Model {
    /// Reads a model; the bytes are checked from the magic to the checksum.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let body = bytes.strip_prefix(MAGIC).ok_or(ModelError::NotAModel)?;
        let mut reader = Reader { bytes: body };
        let version = reader.number()?;
        if version != VERSION {
            return Err(ModelError::Version(version));
        }
        let (body, checksum) = reader.bytes.split_last_chunk::<4>().ok_or(ModelError::Damaged)?;
        if fingerprint(body) != u32::from_le_bytes(*checksum) {
            return Err(ModelError::Damaged);
        }
        Self::read_body(Reader { bytes: body })
    }

    fn read_body(mut reader: Reader<'_>) -> Result<Self, ModelError> {
        let (features, rows) = reader.keyed(Reader::row)?;
        let (classes, class_masks) = reader.keyed(Reader::mask)?;
        if !reader.bytes.is_empty() {
            return Err(ModelError::Damaged);
        }
        Ok(Self { features: Table::new(features), rows, classes: Table::new(classes), class_masks })
    }

    /// The sum of the weights of `features`, one sum a label.
    pub fn score(&self, features: &[u32]) -> Row {
        let mut sums = [0; WIDTH];
        for position in features.iter().filter_map(|&key| self.features.position(key)) {
            for (sum, weight) in sums.iter_mut().zip(&self.rows[position]) {
                *sum = i16::wrapping_add(*sum, *weight);
            }
        }
        sums
    }

    /// The labels the word of this key may take, a bit a label; 0 when the word is not known.
    pub fn class(&self, word: u32) -> u32 {
        self.classes.position(word).map_or(0, |position| self.class_masks[position])
    }
}

impl ModelSource {
    /// The bytes [`Model::read`] reads: magic, version, weights by rising key, classes by rising key, checksum.
    pub fn write(&self) -> Vec<u8> {
        let mut body = Vec::new();
        write_keyed(&mut body, &self.rows, write_row);
        write_keyed(&mut body, &self.classes, |body, mask| write_number(body, u64::from(*mask)));
        let mut bytes = MAGIC.to_vec();
        write_number(&mut bytes, VERSION);
        let checksum = fingerprint(&body);
        bytes.extend(body);
        bytes.extend(checksum.to_le_bytes());
        bytes
    }
}

fn write_keyed<T>(body: &mut Vec<u8>, entries: &[(u32, T)], mut write: impl FnMut(&mut Vec<u8>, &T)) {
    write_number(body, entries.len() as u64);
    let mut before = 0;
    for (key, value) in entries {
        write_number(body, u64::from(key - before));
        before = *key;
        write(body, value);
    }
}

/// Only the weights that are not zero are written: how many, then each label with its weight in zigzag.
fn write_row(body: &mut Vec<u8>, row: &Row) {
    let weights = || (0u64..).zip(row).filter(|(_, weight)| **weight != 0);
    write_number(body, weights().count() as u64);
    for (label, &weight) in weights() {
        write_number(body, label);
        write_number(body, u64::from(((weight << 1) ^ (weight >> 15)) as u16));
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

fn fingerprint(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl Reader<'_> {
    fn number(&mut self) -> Result<u64, ModelError> {
        let mut number = 0;
        for shift in (0..63).step_by(7) {
            let (&byte, rest) = self.bytes.split_first().ok_or(ModelError::Damaged)?;
            self.bytes = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(ModelError::Damaged)
    }

    fn keyed<T>(
        &mut self,
        value: impl Fn(&mut Self) -> Result<T, ModelError>,
    ) -> Result<(Vec<u32>, Vec<T>), ModelError> {
        let count = self.number()? as usize;
        let room = count.min(self.bytes.len());
        let (mut keys, mut values) = (Vec::with_capacity(room), Vec::with_capacity(room));
        let mut key = 0u64;
        for _ in 0..count {
            key += self.number()?;
            keys.push(u32::try_from(key).map_err(|_| ModelError::Damaged)?);
            values.push(value(self)?);
        }
        Ok((keys, values))
    }

    fn row(&mut self) -> Result<Row, ModelError> {
        let mut row = [0; WIDTH];
        for _ in 0..self.number()? {
            let label = self.number()? as usize;
            let zigzag = self.number()? as u16;
            let weight = row.get_mut(label).ok_or(ModelError::Damaged)?;
            *weight = (zigzag >> 1) as i16 ^ -((zigzag & 1) as i16);
        }
        Ok(row)
    }

    fn mask(&mut self) -> Result<u32, ModelError> {
        u32::try_from(self.number()?).map_err(|_| ModelError::Damaged)
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
        let model = Model::read(&sample()).expect("a whole model");
        let score = model.score(&[7, 4_000_000_000, 12]);
        assert_eq!((score[0], score[1], score[3], score[31]), (-499, 1, 501, 2));
        assert_eq!((model.class(9), model.class(7)), (0b101, 0));
    }

    #[test]
    fn foreign_newer_and_damaged_files_are_told_apart() {
        assert_eq!(Model::read(b"GIF89a").unwrap_err(), ModelError::NotAModel);
        let mut newer = sample();
        newer[4] = 2;
        assert_eq!(Model::read(&newer).unwrap_err(), ModelError::Version(2));
        for length in 4..sample().len() {
            assert_eq!(Model::read(&sample()[..length]).unwrap_err(), ModelError::Damaged, "cut to {length}");
        }
        let mut flipped = sample();
        flipped[12] ^= 1;
        assert_eq!(Model::read(&flipped).unwrap_err(), ModelError::Damaged);
    }
}
