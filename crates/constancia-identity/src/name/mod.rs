//! A name as a row of comparable words. Knows how names are written in the languages of the reports; compares nothing.

mod letters;
pub(crate) mod lists;

use self::letters::folded_words;
pub(crate) use self::letters::{fold, sound_of};
use self::lists::{BURMESE, BURMESE_TITLES, FATHER_WORDS, GENERATIONS, HONORIFICS, PARTICLES};

/// Words of a name that are read; nobody has more, and what follows is no name.
const MOST_WORDS: usize = 12;

/// The words of a name, folded, in the order given name first, without titles and particles.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    pub words: Vec<String>,
    /// The word that is said to be the father's name: "bin Salman".
    pub father: Option<usize>,
    /// "Jr", "hijo", "III": tells relatives of one name apart.
    pub generation: Option<String>,
}

impl Name {
    /// Reads a name as printed. "Ruiz, Ana" is read as "Ana Ruiz"; a nickname in marks is left out.
    pub fn read(printed: &str) -> Self {
        let printed = without_nicknames(printed);
        let mut words = match printed.split_once(',') {
            Some((surname, given)) if !is_generation(&fold(given.trim())) => {
                [folded_words(given), folded_words(surname)].concat()
            }
            _ => folded_words(&printed.replace(',', " ")),
        };
        words.truncate(MOST_WORDS);
        drop_titles(&mut words);
        let generation = if words.len() > 2 { words.pop_if(|word| is_generation(word)) } else { None };
        let (words, father) = without_particles(joined(words));
        Self { words, father, generation }
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

fn is_generation(word: &str) -> bool {
    GENERATIONS.contains(word.trim_end_matches('.'))
}

/// Titles go, but never the whole name. Burmese ones are parts of names too and go only before two such parts.
fn drop_titles(words: &mut Vec<String>) {
    let titles = words.iter().take_while(|word| HONORIFICS.contains(word.as_str())).count();
    words.drain(..titles.min(words.len().saturating_sub(1)));
    let [first, rest @ ..] = words.as_slice() else { return };
    let is_burmese = rest.len() > 1 && rest.iter().all(|word| BURMESE.contains(word.as_str()));
    if is_burmese && BURMESE_TITLES.contains(first.as_str()) && rest[0] != *first {
        words.remove(0);
    }
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

/// Particles go, except where the name begins with one: "Al Haynes" has a given name. A word behind "son of" is kept
/// in mind.
fn without_particles(words: Vec<String>) -> (Vec<String>, Option<usize>) {
    let is_particle = |word: &str| PARTICLES.contains(word) || FATHER_WORDS.contains(word);
    let names = words.iter().filter(|word| !is_particle(word)).count();
    match names {
        0 => return (Vec::new(), None),
        1 if words.len() > 1 => return (words, None),
        _ => {}
    }
    let starts_with_name = !FATHER_WORDS.contains(words.first().map_or("", String::as_str));
    let (mut kept, mut father, mut is_father) = (Vec::with_capacity(words.len()), None, false);
    for (at, word) in words.into_iter().enumerate() {
        if FATHER_WORDS.contains(word.as_str()) && !(at == 0 && starts_with_name) {
            is_father = true;
        } else if at == 0 || !is_particle(&word) {
            if std::mem::take(&mut is_father) && father.is_none() {
                father = Some(kept.len());
            }
            kept.push(word);
        }
    }
    (kept, father)
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
