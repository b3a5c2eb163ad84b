//! Tells files that are no text from text in any encoding. Must not know what the text says.

use crate::TextError;

/// First bytes of formats that are no text, with the name people know them by.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"\x1F\x8B", "GZIP"),
    (b"7z\xBC\xAF\x27\x1C", "7z"),
    (b"Rar!\x1A\x07", "RAR"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "DOC"),
    (b"{\\rtf", "RTF"),
    (b"\x7FELF", "ELF"),
    (b"SQLite format 3\0", "SQLite"),
    (b"OggS", "OGG"),
    (b"ID3", "MP3"),
    (b"BZh", "BZIP2"),
    (b"\xFD7zXZ\0", "XZ"),
];

/// How many bytes are looked at for control characters.
const SAMPLE: usize = 64 * 1024;

/// Refuses bytes that announce a binary format.
pub(crate) fn refuse_signatures(bytes: &[u8]) -> Result<(), TextError> {
    match SIGNATURES.iter().find(|(signature, name)| bytes.starts_with(signature) && announces(bytes, name)) {
        Some((_, name)) => Err(TextError::binary(Some(name))),
        None => Ok(()),
    }
}

/// Short signatures of letters may begin a sentence, so that those count only beside a byte that no text has.
fn announces(bytes: &[u8], name: &str) -> bool {
    let spelled = matches!(name, "OGG" | "MP3" | "BZIP2" | "ZIP");
    !spelled || bytes.iter().take(SAMPLE).any(|&byte| is_control(byte))
}

/// Refuses bytes with NUL or with more than one control character in fifty.
pub(crate) fn refuse_controls(bytes: &[u8]) -> Result<(), TextError> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let controls = sample.iter().filter(|&&byte| is_control(byte)).count();
    if controls * 50 > sample.len() || bytes.contains(&0) { Err(TextError::binary(None)) } else { Ok(()) }
}

/// Control characters that no text has; tab, line ends, form feed and the escape of ISO-2022-JP are not among them.
fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_formats_are_named() {
        for (bytes, name) in [
            (&b"%PDF-1.7 x"[..], "PDF"),
            (b"PK\x03\x04\x14\0\0\0", "ZIP"),
            (b"\x89PNG\r\n\x1a\n", "PNG"),
            (b"{\\rtf1 hello}", "RTF"),
        ] {
            assert_eq!(refuse_signatures(bytes).unwrap_err().format(), Some(name));
        }
        assert!(refuse_signatures("ID3 cards were taken from the families".as_bytes()).is_ok());
    }

    #[test]
    fn control_characters_are_no_text() {
        assert!(refuse_controls(b"abc\0def and much more text").is_err());
        assert!(refuse_controls(&[1, 2, 3, 4, 65, 66]).is_err());
        assert!(refuse_controls("Línea\r\n\tcon tabulador\u{c}".as_bytes()).is_ok());
    }
}
