//! A name as a row of comparable words. Knows how names are written in the languages of the reports; compares nothing.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of a name, folded, in the order given name first, without titles and particles.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    pub words: Vec<String>,
    /// "Jr", "hijo", "III": tells relatives of one name apart.
    pub generation: Option<String>,
}

/// A word list from a data file: words between white space, lines of comment left out.
pub(crate) fn word_list(data: &'static str) -> BTreeSet<&'static str> {
    data.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}

static HONORIFICS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| word_list(include_str!("../data/honorifics.txt")));
static PARTICLES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| word_list(include_str!("../data/particles.txt")));
static BURMESE: LazyLock<BTreeSet<&str>> = LazyLock::new(|| word_list(include_str!("../data/burmese_names.txt")));

const GENERATIONS: [&str; 7] = ["jr", "junior", "hijo", "sr", "senior", "ii", "iii"];

impl Name {
    /// Reads a name as printed. "Ruiz, Ana" is read as "Ana Ruiz"; a nickname in marks is left out.
    pub fn read(printed: &str) -> Self {
        let ordered = match printed.split_once(',') {
            Some((surname, given)) if !is_generation(&fold(given.trim())) => format!("{given} {surname}"),
            _ => printed.replace(',', " "),
        };
        let mut words = folded_words(&ordered);
        let titles = words.iter().take_while(|word| HONORIFICS.contains(word.as_str())).count();
        words.drain(..titles.min(words.len().saturating_sub(1)));
        let generation = if words.len() > 2 { words.pop_if(|word| is_generation(word)) } else { None };
        Self { words: without_particles(joined(words)), generation }
    }

    /// Whether enough is said to compare: a surname alone names nobody.
    pub fn is_comparable(&self) -> bool {
        self.words.len() >= 2 && self.words.iter().any(|word| !is_initial(word))
    }

    /// The first word: the given name where the culture has one.
    pub fn given(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    /// Whether all of it is Burmese: no surname, so that one word more is another person.
    pub fn has_no_surname(&self) -> bool {
        self.words.iter().all(|word| BURMESE.contains(word.as_str()))
    }
}

/// Whether a word is one letter standing for a name.
pub(crate) fn is_initial(word: &str) -> bool {
    word.chars().count() == 1
}

/// Lower case without accents, apostrophes and full stops.
pub(crate) fn fold(text: &str) -> String {
    let letters = text.nfkd().filter(|c| !is_combining_mark(*c) && !is_dropped(*c)).flat_map(char::to_lowercase);
    letters.fold(String::with_capacity(text.len()), |mut folded, letter| {
        match letter {
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            letter => folded.push(letter),
        }
        folded
    })
}

fn is_dropped(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´')
}

fn is_generation(word: &str) -> bool {
    GENERATIONS.contains(&word.trim_end_matches('.'))
}

fn folded_words(name: &str) -> Vec<String> {
    let separators = |c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '.' | '/');
    without_nicknames(name).split(separators).map(fold).filter(|word| word.chars().any(char::is_alphabetic)).collect()
}

fn without_nicknames(name: &str) -> String {
    let opening = |c: char| matches!(c, '"' | '“' | '«' | '(');
    let closing = |c: char| matches!(c, '"' | '”' | '»' | ')');
    let Some((before, rest)) = name.split_once(opening) else { return name.to_owned() };
    match rest.split_once(closing) {
        Some((_, after)) => without_nicknames(&format!("{before} {after}")),
        None => name.to_owned(),
    }
}

/// Words that are one name in two pieces: "San Miguel", "Abd el-Fattah".
fn joined(words: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        let article = matches!(word.as_str(), "el" | "al" | "ul");
        match joined.last_mut() {
            Some(last)
                if matches!(last.as_str(), "san" | "santa" | "santo")
                    && word.len() > 3
                    && !BURMESE.contains(word.as_str()) =>
            {
                last.push_str(&word);
            }
            Some(last) if last == "abd" && article => *last = "abdel".to_owned(),
            _ if matches!(word.as_str(), "abdul" | "abdal" | "abdoul") => joined.push("abdel".to_owned()),
            _ => joined.push(word),
        }
    }
    joined
}

/// Particles go, except where the name begins with one: "Al Haynes" has a given name.
fn without_particles(words: Vec<String>) -> Vec<String> {
    let all = words.len();
    let kept: Vec<String> = words
        .iter()
        .enumerate()
        .filter(|(at, word)| *at == 0 || !PARTICLES.contains(word.as_str()))
        .map(|(_, word)| word.clone())
        .collect();
    if all > 1 && kept.len() == 1 { words } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_are_written_anywhere() {
        let cases = [
            ("José María Peña-Ruiz", "jose maria pena ruiz"),
            ("RUIZ PEÑA, Ana", "ana ruiz pena"),
            ("Dra. Ana de la Cruz y Sanz", "ana cruz sanz"),
            ("Luis «Lucho» Vera", "luis vera"),
            ("Rosa (Rosi) San Martín", "rosa sanmartin"),
            ("Seán O’Brien", "sean obrien"),
            ("Sheikh Mahmoud al-Tayeb", "mahmoud tayeb"),
            ("Mahmoud El Tayeb", "mahmoud tayeb"),
            ("Nabil Abd el-Hadi", "nabil abdel hadi"),
            ("Nabil Abdel-Hadi", "nabil abdel hadi"),
            ("U Thant Zin", "thant zin"),
            ("J.R. Vera", "j r vera"),
            ("Ludwig van der Meer", "ludwig meer"),
            ("Paweł Łoś", "pawel los"),
            ("Don", "don"),
        ];
        for (printed, expected) in cases {
            assert_eq!(Name::read(printed).words.join(" "), expected, "{printed}");
        }
    }

    #[test]
    fn the_generation_is_kept_apart() {
        assert_eq!(Name::read("Luis Vera, Jr.").generation.as_deref(), Some("jr"));
        assert_eq!(Name::read("Luis Vera hijo").words, ["luis", "vera"]);
    }
}
