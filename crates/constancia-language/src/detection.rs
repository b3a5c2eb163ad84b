//! Which language a text is in: the body decides, since headlines full of names mislead.

use constancia_model::Language;
use whatlang::{Detector, Lang};

/// The language of `text`: English, Spanish, or the code of another one; `und` when there is too little to tell.
pub fn detect(text: &str) -> Language {
    let body: String = text.lines().filter(|line| line.split_whitespace().count() > 6).collect::<Vec<_>>().join("\n");
    let sample = cut(if body.is_empty() { text } else { &body });
    match Detector::new().detect_lang(sample) {
        Some(Lang::Eng) => Language::English,
        Some(Lang::Spa) => Language::Spanish,
        Some(other) => Language::Other(code(other)),
        None => Language::Other("und".to_owned()),
    }
}

/// A sample is enough, and bounds the time.
fn cut(text: &str) -> &str {
    let end = (0..=text.len().min(8000)).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    &text[..end]
}

/// ISO 639-3 as the detector gives it, cut to the two letters where the common languages have them.
fn code(language: Lang) -> String {
    let long = language.code();
    let short = [
        ("fra", "fr"),
        ("por", "pt"),
        ("ita", "it"),
        ("deu", "de"),
        ("rus", "ru"),
        ("ukr", "uk"),
        ("bel", "be"),
        ("pol", "pl"),
        ("cat", "ca"),
        ("ara", "ar"),
        ("pes", "fa"),
        ("tur", "tr"),
        ("nld", "nl"),
        ("mya", "my"),
        ("cmn", "zh"),
        ("jpn", "ja"),
        ("kor", "ko"),
        ("vie", "vi"),
        ("ron", "ro"),
        ("swe", "sv"),
        ("heb", "he"),
    ];
    short.iter().find(|(three, _)| *three == long).map_or(long, |(_, two)| two).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_decides() {
        let english =
            "Liberan a Ana Ruiz\nThe teacher was released on Monday after two years in prison, her lawyer said.";
        assert_eq!(detect(english), Language::English);
        assert_eq!(
            detect("La maestra fue liberada el lunes tras dos años de cárcel, dijo su abogado."),
            Language::Spanish
        );
        assert_eq!(
            detect("A professora foi libertada na segunda-feira, disse o advogado dela à imprensa.").code(),
            "pt"
        );
        assert_eq!(
            detect("L'enseignante a été libérée lundi après deux ans de prison, selon son avocat.").code(),
            "fr"
        );
    }
}
