//! Numbers that count nothing: labels, list numbers, shares, differences and ages.

use std::ops::Range;

use constancia_language::TokenKind;

use crate::scene::{Row, Scene};

/// "page 4", "2. ", "five more than on Saturday": a number that names or compares.
pub fn is_label(scene: &Scene, row: &Row, words: &Range<usize>) -> bool {
    let Range { start, end } = *words;
    glued(scene, row, start, end) || list_number(scene, row, start, end) || is_difference(scene, row, end)
}

fn glued(scene: &Scene, row: &Row, start: usize, end: usize) -> bool {
    start > row.words.start
        && matches!(
            scene.lower(start - 1),
            "no."
                | "nº"
                | "$"
                | "€"
                | "£"
                | "article"
                | "artículo"
                | "page"
                | "página"
                | "building"
                | "edificio"
                | "número"
                | "number"
                | "kilo"
                | "section"
                | "#"
                | "/"
                | "de"
                | "age"
                | "aged"
        )
        && is_label_word(scene, start, end)
}

fn list_number(scene: &Scene, row: &Row, start: usize, end: usize) -> bool {
    start == row.words.start && end < row.words.end && matches!(scene.lower(end), "." | ")" | "/" | "-")
}

/// "de 33 años" is a duration already; "page 4", "artículo 5" are labels.
fn is_label_word(scene: &Scene, start: usize, end: usize) -> bool {
    let next = scene.analysis.words.get(end);
    scene.lower(start - 1) != "de" && scene.lower(start - 1) != "number" && scene.lower(start - 1) != "número"
        || next.is_none_or(|w| w.kind == TokenKind::Mark && w.lower == "años")
}

/// "nine out of ten", "one in twenty".
pub fn is_share(scene: &Scene, row: &Row, start: usize, end: usize) -> bool {
    let after = |n: usize| if row.words.contains(&(end + n)) { scene.lower(end + n) } else { "" };
    let before = start.checked_sub(1).map_or("", |w| scene.lower(w));
    let fraction = after(0) == "out" && after(1) == "of"
        || matches!(before, "in") && start >= 2 && matches!(scene.lower(start - 2), "one" | "two" | "three")
        || before == "of" && start >= 2 && scene.lower(start - 2) == "out";
    let each = after(0) == "de" && after(1) == "cada" || before == "cada";
    fraction || each
}

/// "five more than on Saturday", "21 más que en junio".
fn is_difference(scene: &Scene, row: &Row, end: usize) -> bool {
    let word = |at: usize| if row.words.contains(&at) { scene.lower(at) } else { "" };
    let compared = |at: usize| {
        matches!(word(at), "more" | "fewer" | "less" | "más" | "menos") && matches!(word(at + 1), "than" | "que")
    };
    compared(end) || compared(end + 1)
}

/// "X, 44,", "X (26, …)" and "children under sixteen".
pub fn is_age(scene: &Scene, row: &Row, start: usize, end: usize) -> bool {
    let bounded = start >= row.words.start + 2
        && matches!(scene.lower(start - 1), "under" | "over" | "aged" | "below")
        && scene.words.is_people(scene.lower(start - 2));
    bounded || is_age_in_apposition(scene, row, start, end)
}

fn is_age_in_apposition(scene: &Scene, row: &Row, start: usize, end: usize) -> bool {
    let small = end - start == 1 && scene.lower(start).len() <= 2;
    let opened = start > row.words.start && matches!(scene.lower(start - 1), "," | "(" | "aged");
    let closed = end >= row.words.end || matches!(scene.lower(end), "," | ")" | "." | "and");
    let named = scene.roster.before(start).next().is_some_and(|m| (m.words.end + 1..=m.words.end + 2).contains(&start));
    small && opened && closed && named
}
