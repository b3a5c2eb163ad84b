//! Noise told by its shape: menus, breadcrumbs, handles, counters, banners, repeated headlines. Must not know languages
//! beyond the words of menus, which are data.

use std::sync::LazyLock;

use constancia_model::NoiseKind;
use regex::Regex;

use super::places::Place;
use super::{Known, rules};

/// A menu has at least so many entries when nothing separates them but space.
const ENTRIES: usize = 3;

/// The longest entry of a menu, in characters.
const LONGEST_ENTRY: usize = 32;

/// A banner, the name of an outlet, has at most so many words.
const BANNER_WORDS: usize = 7;

/// Words that names of outlets begin or end with.
const OUTLET_WORDS: &[&str] = &[
    "radio",
    "heraldo",
    "gaceta",
    "diario",
    "tv",
    "canal",
    "noticias",
    "news",
    "times",
    "post",
    "tribune",
    "herald",
    "gazette",
    "daily",
    "journal",
    "televisión",
    "emisora",
    "periódico",
    "semanario",
    "revista",
    "magazine",
    "agencia",
    "online",
    "digital",
    "observer",
    "chronicle",
    "monitor",
    "star",
    "sun",
    "today",
    "broadcasting",
    "media",
    "informa",
    "fm",
];

static HANDLE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\S.{0,60}\s\(?@[\w.]{2,40}\)?(?P<time>\s*[·•|,–-]\s*\S.{0,30})?$"));
static COUNTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^\d[\d.,]*\s?(?:k|m|mil|mill\.?)?\s+(?:reposts?|quotes?|likes?|citas?|me gustas?|retweets?|retuits?|shares?|views?|vistas|visualizaciones|reproducciones|bookmarks?|guardados?|comments?|comentarios|replies|respuestas|followers|seguidores|reactions?|reacciones|favoritos|compartidos|veces compartido|impresiones|suscriptores|subscribers|upvotes)$",
    )
});
static BULLETED_DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^[•·*▪-]\s*(?:(?:\d{1,2}\.?\s+(?:de\s+)?)?\p{L}{3,10}\.?(?:\s+\d{1,2})?(?:,?\s+(?:de\s+)?\d{4})?|\d+\s?(?:min|mins|minutes?|h|hours?|days?|días?|horas?|minutos?)(?:\s(?:ago|read|de lectura))?|updated:.{3,30}|actualizado:.{3,30})$",
    )
});
static SENTENCE_END: LazyLock<Regex> = LazyLock::new(|| pattern(r"[.!?…]+\s+"));
static WRITER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?:[•·*▪-]\s*)?(?:writer|author|autora?|written by|escrito por|posted by):\s*(?P<name>.{2,50})$")
});
static RIGHTS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:©|\(c\)|copyright|derechos reservados\.?)\s*(?:19\d\d|20\d\d)?[,.]?\s*(?:by\s+)?(?P<name>\p{Lu}[^.,|©\d]{3,60})",
    )
});

fn pattern(text: &str) -> Regex {
    Regex::new(&format!("(?i){text}")).expect("a constant pattern")
}

/// Why a line is noise by its own shape.
pub(crate) fn noise(line: &str, place: Place) -> Option<NoiseKind> {
    let length = line.chars().count();
    if line.is_empty() || length > 240 {
        return None;
    }
    if is_counter(line) {
        return Some(NoiseKind::Sharing);
    }
    if length < rules::LONG_LINE && (is_handle(line, place) || is_bulleted_date(line, place)) {
        return Some(NoiseKind::Masthead);
    }
    if WRITER.is_match(line) && length < rules::LONG_LINE && place != Place::Body {
        return Some(NoiseKind::Byline);
    }
    if is_menu(line) || is_breadcrumb(line, place) || is_pager(line, place) {
        return Some(NoiseKind::Navigation);
    }
    rules::of_site_words(line, place).or_else(|| of_noisy_parts(line, place))
}

/// What a line behind or before the paragraphs is whose parts, or whose sentences, all are noise by themselves: "By X |
/// May 5 | 4 min read", "Thanks for reading. Follow us." Dates and names fall with the noise beside them.
fn of_noisy_parts(line: &str, place: Place) -> Option<NoiseKind> {
    let noisy = |part: &str| rules::noise(part, place, false).or_else(|| rules::of_site_words(part, place));
    let parts: Vec<&str> =
        line.split(['|', '·', '•', '–', '—']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let sentences: Vec<&str> = SENTENCE_END.split(line).map(str::trim).filter(|part| !part.is_empty()).collect();
    if place == Place::Body {
        return None;
    }
    let of_parts = || parts.iter().find_map(|part| noisy(part));
    if parts.len() > 1 && parts.iter().all(|part| noisy(part).is_some() || rules::goes_with_noise(part)) {
        return of_parts();
    }
    let all = sentences.len() > 1 && sentences.iter().all(|sentence| noisy(sentence).is_some());
    all.then(|| noisy(sentences[0])).flatten()
}

/// "1.2K Reposts · 307 Quotes": every part counts what a network counts.
fn is_counter(line: &str) -> bool {
    let parts: Vec<&str> = line.split(['·', '•', '|']).map(str::trim).filter(|part| !part.is_empty()).collect();
    !parts.is_empty() && parts.iter().all(|part| COUNTER.is_match(part))
}

/// "Name @handle · 6h". Without a time it may be a sentence that ends in a handle, unless it stands at an end.
fn is_handle(line: &str, place: Place) -> bool {
    HANDLE.captures(line).is_some_and(|found| {
        let bare = place != Place::Body && !line.contains([',', ':', '«', '"', '“']) && line.split(' ').count() <= 6;
        found.name("time").map_or(bare, |time| time.as_str().chars().any(|c| c.is_ascii_digit()) || bare)
    })
}

fn is_bulleted_date(line: &str, place: Place) -> bool {
    place != Place::Body && line.chars().any(|c| c.is_ascii_digit()) && BULLETED_DATE.is_match(line)
}

/// Entries side by side, at least one of them a word of menus; figures and sentences are no entries.
fn is_menu(line: &str) -> bool {
    let marked: Vec<&str> =
        line.split(['|', '·', '•', '/', '¦']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let spaced: Vec<&str> =
        line.split("  ").flat_map(|part| part.split('\t')).map(str::trim).filter(|part| !part.is_empty()).collect();
    let worded: Vec<&str> = line.split_whitespace().collect();
    is_list_of_entries(&marked, 1, 4) || is_list_of_entries(&spaced, 1, 3) || is_list_of_entries(&worded, 1, 1)
}

/// Whether at least one in `share` entries is a word of menus.
fn is_list_of_entries(parts: &[&str], least: usize, share: usize) -> bool {
    let known = parts.iter().filter(|part| rules::is_menu_word(part)).count();
    let short = parts.iter().all(|part| part.chars().count() <= LONGEST_ENTRY && part.split(' ').count() <= 4);
    let plain = parts.iter().all(|part| !part.contains(char::is_numeric) && !part.ends_with(['.', ',', ';', '?']));
    let enough = parts.len() >= ENTRIES || (parts.len() == 2 && known == 2);
    enough && short && plain && known >= least && known * share >= parts.len()
}

/// "Inicio > Nacionales > Claves": at least two steps, or one that begins at a word of menus.
fn is_breadcrumb(line: &str, place: Place) -> bool {
    let parts: Vec<&str> = line.split(['>', '»', '›', '→', '/']).map(str::trim).collect();
    let quoted = line.contains('«') || line.contains("//");
    let entries = parts.iter().all(|part| !part.is_empty() && part.chars().count() <= 60 && !part.ends_with('.'));
    let starts = parts.first().is_some_and(|part| rules::is_menu_word(part));
    let steps = parts.len() - 1;
    let marked = line.contains(['>', '›', '»', '→']);
    place == Place::Header && !quoted && entries && ((marked && steps >= 2) || (steps >= 1 && starts))
}

/// "← An older story", "A newer story →". An arrow at the start that points right is a bullet.
fn is_pager(line: &str, place: Place) -> bool {
    let points = line.starts_with('←') || line.ends_with('→');
    place != Place::Body && points && line.chars().count() < 2 * rules::LONG_LINE
}

/// Noise that is told by other lines: the outlet's banner, the writer's name again, the headline again.
pub(crate) fn banners(lines: &[&str], places: &[Place], known: &Known, verdicts: &mut [Option<NoiseKind>]) {
    repeated_writers(lines, verdicts);
    outlet_banner(lines, places, known, verdicts);
    repeated_headline(lines, places, known, verdicts);
}

/// "• Writer: WGON" is often followed by the same name alone.
fn repeated_writers(lines: &[&str], verdicts: &mut [Option<NoiseKind>]) {
    for index in 1..lines.len() {
        let name =
            WRITER.captures(lines[index - 1]).and_then(|found| found.name("name")).map(|name| fold(name.as_str()));
        if name.is_some_and(|name| name == fold(lines[index])) {
            verdicts[index] = Some(NoiseKind::Byline);
        }
    }
}

/// The first line with words, where it is the name of the outlet and a headline still follows.
fn outlet_banner(lines: &[&str], places: &[Place], known: &Known, verdicts: &mut [Option<NoiseKind>]) {
    let header: Vec<usize> =
        (0..lines.len()).filter(|&index| places[index] == Place::Header && !lines[index].is_empty()).collect();
    let Some(first) = header.iter().copied().find(|&index| verdicts[index].is_none()) else { return };
    let headline = header.iter().any(|&index| index > first && verdicts[index].is_none());
    if !headline || !is_banner(lines[first]) {
        return;
    }
    let beside_menu = [first.checked_sub(1), Some(first + 1)]
        .into_iter()
        .flatten()
        .any(|index| verdicts.get(index) == Some(&Some(NoiseKind::Navigation)));
    let capitals = !lines[first].chars().any(char::is_lowercase);
    if is_outlet(lines[first], lines, known) || ((beside_menu || capitals) && sounds_like_outlet(lines[first])) {
        verdicts[first] = Some(NoiseKind::Masthead);
    }
}

/// A few words, every one but the small ones in capitals, and no sentence.
fn is_banner(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let capital = |word: &&str| word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
    let mut large = words.iter().copied().filter(|word| word.chars().count() > 3);
    words.len() <= BANNER_WORDS && !line.ends_with(['.', '!', '?', ':']) && large.all(|word| capital(&word))
}

fn sounds_like_outlet(line: &str) -> bool {
    fold(line).split(' ').any(|word| OUTLET_WORDS.contains(&word))
}

/// Whether the line is the outlet as known from elsewhere or as the lines about rights name it.
fn is_outlet(line: &str, lines: &[&str], known: &Known) -> bool {
    let name = fold(line);
    let told = known.outlet.as_deref().map(fold);
    told.is_some_and(|told| told == name) || outlet_in_rights(lines).is_some_and(|owner| fold(&owner) == name)
}

/// The outlet as a line about rights near the end names it.
pub(crate) fn outlet_in_rights(lines: &[&str]) -> Option<String> {
    let last = lines.iter().rev().filter(|line| !line.is_empty()).take(8);
    let mut named = last.filter(|line| line.len() < 400).filter_map(|line| RIGHTS.captures(line)?.name("name"));
    named.next().map(|name| name.as_str().trim().to_owned())
}

/// The name of an outlet in a banner, its frequency left out.
pub(crate) fn outlet_in_banner(line: &str) -> Option<String> {
    static FREQUENCY: LazyLock<Regex> = LazyLock::new(|| pattern(r"\s*\d{2,4}(?:[.,]\d)?\s?(?:fm|am|mhz|khz)\b.*$"));
    let name = FREQUENCY.replace(line, "");
    let banner = is_banner(&name) && sounds_like_outlet(&name) && !name.contains(['|', ':', '@']);
    banner.then(|| name.trim().to_owned())
}

/// The headline a second time, before the first paragraph or after the last.
fn repeated_headline(lines: &[&str], places: &[Place], known: &Known, verdicts: &mut [Option<NoiseKind>]) {
    let first = (0..lines.len()).find(|&index| verdicts[index].is_none() && !lines[index].is_empty());
    let Some(first) = first.filter(|&index| places[index] == Place::Header) else { return };
    let headline = fold(lines[first]);
    let outlet = known.outlet.as_deref().map(fold);
    for index in first + 1..lines.len() {
        let again = fold(lines[index]);
        let named = places[index] != Place::Body && outlet.as_ref() == Some(&again);
        if verdicts[index].is_none() && again.len() >= 4 && (named || (again == headline && again.len() >= 12)) {
            verdicts[index] = Some(NoiseKind::RepeatedLine);
        }
    }
}

/// Letters and figures in lower case, one space between words.
fn fold(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
