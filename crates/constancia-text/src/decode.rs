//! Bytes to text in UTF-8, with a map back to the bytes. Knows encodings, not formats beyond a declared charset.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use constancia_model::{Diagnostic, DiagnosticKind, KeptText, KeptTextBuilder, Span};
use encoding_rs::{CoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::{TextError, binary};

/// How many bytes are looked at for a declared charset and for the byte order of UTF-16.
const HEAD: usize = 4096;

/// Bytes that letters and marks of English and Spanish have in windows-1252, beyond ASCII.
const WESTERN: &str = "áéíóúüñÁÉÍÓÚÜÑçÇàèòïÏºª°·¿¡«»“”‘’–—…€©®\u{a0}•™´";

/// The whole text of a file, mapped to its bytes, and what was noticed.
pub(crate) struct Decoded {
    pub text: KeptText,
    pub diagnostics: Vec<Diagnostic>,
}

/// The encoding chosen, how many bytes of byte order mark stand before the text, and whether it was declared.
struct Choice {
    encoding: &'static Encoding,
    skip: usize,
    declared: bool,
}

/// Decodes `bytes`. Refused when they are empty or no text.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, TextError> {
    binary::refuse_signatures(bytes)?;
    let choice = choose(bytes)?;
    let body = &bytes[choice.skip..];
    let (text, damaged) = match choice.encoding {
        encoding if encoding == UTF_8 => from_utf8(body, choice.skip),
        encoding if encoding == UTF_16LE => from_utf16(body, choice.skip, u16::from_le_bytes),
        encoding if encoding == UTF_16BE => from_utf16(body, choice.skip, u16::from_be_bytes),
        encoding => from_legacy(encoding, body, choice.skip),
    };
    if text.text.trim_matches(is_blank).is_empty() {
        return Err(TextError::empty());
    }
    let mut diagnostics = Vec::new();
    if choice.encoding != UTF_8 || damaged {
        let encoding = choice.encoding.name().to_owned();
        diagnostics.push(Diagnostic::note(DiagnosticKind::Decoded { encoding, declared: choice.declared, damaged }));
    }
    Ok(Decoded { text, diagnostics })
}

fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}' | '\0')
}

fn choose(bytes: &[u8]) -> Result<Choice, TextError> {
    if let Some((encoding, skip)) = Encoding::for_bom(bytes) {
        return Ok(Choice { encoding, skip, declared: true });
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok(Choice { encoding, skip: 0, declared: false });
    }
    binary::refuse_controls(bytes)?;
    let (encoding, declared) = match declared_charset(bytes) {
        _ if is_mostly_utf8(bytes) => (UTF_8, false),
        Some(encoding) if encoding != UTF_8 => (encoding, true),
        _ => (guess(bytes), false),
    };
    Ok(Choice { encoding, skip: 0, declared })
}

/// Text in UTF-16 without a mark shows a zero in nearly every second byte, and none in the bytes between.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD) & !1];
    let pairs = head.len() / 2;
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match pairs {
        0..2 => None,
        _ if odd * 10 >= pairs * 7 && even * 20 <= pairs => Some(UTF_16LE),
        _ if even * 10 >= pairs * 7 && odd * 20 <= pairs => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether the bytes are UTF-8, a few damaged places beside many whole characters allowed.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut damaged) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        damaged += usize::from(!chunk.invalid().is_empty());
    }
    damaged * 10 <= whole
}

/// The charset that a page declares in its first bytes. A page that could declare anything in ASCII is not UTF-16.
fn declared_charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let place = ["charset=", "encoding="].iter().find_map(|key| head.find(key).map(|at| at + key.len()));
    let markup = head.trim_start().starts_with('<') || head.contains("<meta");
    let label = head.get(place.filter(|_| markup)?..)?.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end]).map(|encoding| match encoding {
        wide if wide == UTF_16LE || wide == UTF_16BE => UTF_8,
        other => other,
    })
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if is_western(bytes) {
        return WINDOWS_1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes[..bytes.len().min(1 << 20)], true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Statistics err on short texts, but a text whose high bytes are all letters of Spanish in windows-1252 is that.
fn is_western(bytes: &[u8]) -> bool {
    let high: Vec<u8> = bytes.iter().copied().filter(|byte| !byte.is_ascii()).collect();
    let (western, _, _) = WINDOWS_1252.decode(&high);
    let usual = western.chars().filter(|&character| WESTERN.contains(character)).count();
    let lone = bytes.windows(2).filter(|pair| !pair[0].is_ascii() && !pair[1].is_ascii()).count();
    usual * 20 >= high.len() * 19 && lone * 5 <= high.len()
}

fn from_utf8(bytes: &[u8], offset: usize) -> (KeptText, bool) {
    let mut builder = KeptTextBuilder::default();
    let (mut at, mut damaged) = (offset, false);
    for chunk in bytes.utf8_chunks() {
        builder.push(chunk.valid(), Span::new(at, at + chunk.valid().len()));
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            builder.push("\u{fffd}", Span::new(at, at + chunk.invalid().len()));
            at += chunk.invalid().len();
            damaged = true;
        }
    }
    (builder.finish(), damaged)
}

fn from_utf16(bytes: &[u8], offset: usize, read: fn([u8; 2]) -> u16) -> (KeptText, bool) {
    let mut builder = KeptTextBuilder::default();
    let (mut at, mut damaged) = (offset, bytes.len() % 2 == 1);
    let units = bytes.as_chunks::<2>().0.iter().map(|&pair| read(pair));
    for decoded in char::decode_utf16(units) {
        damaged |= decoded.is_err();
        let character = decoded.unwrap_or(char::REPLACEMENT_CHARACTER);
        let length = character.len_utf16() * 2;
        builder.push(character.encode_utf8(&mut [0; 4]), Span::new(at, at + length));
        at += length;
    }
    (builder.finish(), damaged)
}

/// Any other encoding: stretches of ASCII go over as they are, all else byte by byte until a character comes out.
fn from_legacy(encoding: &'static Encoding, bytes: &[u8], offset: usize) -> (KeptText, bool) {
    let mut builder = KeptTextBuilder::default();
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let (mut at, mut damaged) = (0, false);
    while at < bytes.len() {
        let plain = if encoding.is_ascii_compatible() { ascii_run(&bytes[at..]) } else { "" };
        builder.push(plain, Span::new(offset + at, offset + at + plain.len()));
        at += plain.len();
        let (character, length, broken) = next_character(&mut decoder, &bytes[at..]);
        builder.push(&character, Span::new(offset + at, offset + at + length));
        at += length;
        damaged |= broken;
    }
    (builder.finish(), damaged)
}

fn ascii_run(bytes: &[u8]) -> &str {
    let length = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(bytes.len());
    str::from_utf8(&bytes[..length]).unwrap_or_default()
}

/// Feeds bytes until the decoder gives something: what it gave, how many bytes it took, whether they were damaged.
fn next_character(decoder: &mut encoding_rs::Decoder, bytes: &[u8]) -> (String, usize, bool) {
    let mut output = String::with_capacity(32);
    let (mut taken, mut broken) = (0, false);
    while taken < bytes.len() && output.is_empty() {
        let last = taken + 1 == bytes.len();
        let (result, read, damaged) = decoder.decode_to_string(&bytes[taken..=taken], &mut output, last);
        debug_assert_eq!(result, CoderResult::InputEmpty);
        taken += read.max(1);
        broken |= damaged;
    }
    (output, taken, broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, Vec<Diagnostic>) {
        let decoded = decode(bytes).unwrap();
        (decoded.text.text, decoded.diagnostics)
    }

    fn said(diagnostics: &[Diagnostic]) -> Option<(&str, bool, bool)> {
        diagnostics.iter().find_map(|diagnostic| match &diagnostic.kind {
            DiagnosticKind::Decoded { encoding, declared, damaged } => Some((encoding.as_str(), *declared, *damaged)),
            _ => None,
        })
    }

    fn utf16(text: &str, write: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(write).collect()
    }

    const WORDS: &str = "Liberan a Ñusta Peña, dijo su tía: «salió ayer»";

    #[test]
    fn utf8_is_one_segment_and_says_nothing() {
        let decoded = decode(WORDS.as_bytes()).unwrap();
        assert_eq!((decoded.text.map.segments().len(), decoded.diagnostics.len()), (1, 0));
        let marked = decode(&[b"\xEF\xBB\xBF", WORDS.as_bytes()].concat()).unwrap();
        assert_eq!(marked.text.text, WORDS);
        assert_eq!(marked.text.map.to_raw(Span::new(0, 7)), Some(Span::new(3, 10)));
    }

    #[test]
    fn western_bytes_are_read_and_said() {
        let (bytes, _, _) = WINDOWS_1252.encode(WORDS);
        let (text, diagnostics) = decoded(&bytes);
        assert_eq!(text, WORDS);
        assert_eq!(said(&diagnostics), Some(("windows-1252", false, false)));
        let decoded = decode(&bytes).unwrap();
        let place = decoded.text.text.find("Peña").unwrap();
        let raw = decoded.text.map.to_raw(Span::new(place, place + "Peña".len())).unwrap();
        assert_eq!(&bytes[raw.start..raw.end], b"Pe\xF1a");
    }

    #[test]
    fn utf16_with_and_without_a_mark() {
        for (write, name) in [(u16::to_le_bytes as fn(u16) -> [u8; 2], "UTF-16LE"), (u16::to_be_bytes, "UTF-16BE")] {
            let bare = utf16(WORDS, write);
            let (text, diagnostics) = decoded(&bare);
            assert_eq!((text.as_str(), said(&diagnostics)), (WORDS, Some((name, false, false))));
            let (text, diagnostics) = decoded(&utf16(&format!("\u{feff}{WORDS}"), write));
            assert_eq!((text.as_str(), said(&diagnostics)), (WORDS, Some((name, true, false))));
        }
    }

    #[test]
    fn a_declared_charset_is_believed_unless_the_bytes_are_utf8() {
        let page = b"<html><head><meta charset=\"iso-8859-2\"></head><body>Wa\xB3\xEAsa</body></html>";
        let (text, diagnostics) = decoded(page);
        assert!(text.contains("Wałęsa"), "{text}");
        assert_eq!(said(&diagnostics), Some(("ISO-8859-2", true, false)));
        let lying = "<html><meta charset=iso-8859-1><p>Peña</p></html>";
        assert!(decoded(lying.as_bytes()).0.contains("Peña"));
    }

    #[test]
    fn multi_byte_characters_are_units() {
        let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode("<meta charset=shift_jis>釈放された three people ソ連");
        let decoded = decode(&bytes).unwrap();
        assert!(decoded.text.text.ends_with("three people ソ連"), "{}", decoded.text.text);
        let place = decoded.text.text.find("放").unwrap();
        assert_eq!(decoded.text.map.to_raw(Span::new(place, place + 3)).unwrap().len(), 2);
    }

    #[test]
    fn one_damaged_place_does_not_change_the_encoding() {
        let mut bytes = WORDS.repeat(4).into_bytes();
        bytes.push(0xC3);
        let (text, diagnostics) = decoded(&bytes);
        assert!(text.starts_with(WORDS) && text.ends_with('\u{fffd}'));
        assert_eq!(said(&diagnostics), Some(("UTF-8", false, true)));
    }

    #[test]
    fn nothing_and_binaries_are_refused() {
        assert!(decode(b"").is_err_and(|error| error.is_empty()));
        assert!(decode(b" \r\n\t \xEF\xBB\xBF").is_err_and(|error| error.is_empty()));
        assert!(decode(b"\x89PNG\r\n\x1a\n\0\0").is_err_and(|error| error.is_binary()));
        assert!(decode(b"some\0bytes\0that are\0\0\0 not text").is_err_and(|error| error.is_binary()));
    }
}
