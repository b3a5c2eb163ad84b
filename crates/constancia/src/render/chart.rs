//! Charts as SVG that needs nothing else: no script, no font, no colour to be understood, no reference to elsewhere.
//!
//! A chart carries its own title and description, and the same numbers stand in a table beside it. Widths are those of
//! a phone, so that letters stay readable there; a wider screen scales it up.

pub mod lines;
mod scale;
pub mod timeline;

use maud::{Markup, html};

/// The width of every chart, in units of its drawing.
const WIDTH: f64 = 440.0;

/// About how wide a letter is, in the same units.
const LETTER: f64 = 6.7;

/// A chart with all its words.
pub enum Chart {
    /// Numbers over time.
    Lines(lines::Lines),
    /// What happened to a person.
    Timeline(timeline::Timeline),
}

impl Chart {
    /// The drawing, with its numbers where no other table holds them.
    pub fn drawn(&self) -> Markup {
        match self {
            Self::Lines(lines) => lines.drawn(),
            Self::Timeline(timeline) => timeline.drawn(),
        }
    }
}

/// A drawing of that height with its name for those who do not see it.
fn figure(name: &str, title: &str, description: &str, height: f64, drawing: &Markup) -> Markup {
    let (titled, described) = (format!("{name}-title"), format!("{name}-description"));
    html! {
        svg.chart viewBox={ "0 0 " (WIDTH) " " (round(height)) }
            role="img" aria-labelledby={ (titled) " " (described) } {
            title id=(titled) { (title) }
            desc id=(described) { (description) }
            (drawing)
        }
    }
}

/// A text that fits into so many letters.
fn cut(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let kept: String = text.chars().take(letters.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// A place to a tenth, which is finer than anybody sees.
fn round(place: f64) -> f64 {
    (place * 10.0).round() / 10.0
}

/// How far apart labels stand at least.
const LABEL: f64 = 14.0;

/// Places for labels as near as can be to where they are wanted, none over another, within `top` and `bottom` where
/// there is room. In the order given.
fn apart(wanted: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|one, other| wanted[*one].total_cmp(&wanted[*other]));
    let mut places = wanted.to_vec();
    let mut free = top;
    for label in &order {
        places[*label] = places[*label].max(free);
        free = places[*label] + LABEL;
    }
    let mut free = bottom;
    for label in order.iter().rev() {
        places[*label] = places[*label].min(free);
        free = places[*label] - LABEL;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_lie_apart_and_inside() {
        for (wanted, expected) in [
            (&[50.0, 20.0][..], &[50.0, 20.0][..]),
            (&[50.0, 50.0], &[50.0, 64.0]),
            (&[100.0, 99.0, 98.0], &[100.0, 86.0, 72.0]),
            (&[0.0, 1.0], &[0.0, 14.0]),
        ] {
            assert_eq!(apart(wanted, 0.0, 100.0), expected);
        }
    }

    #[test]
    fn a_long_name_is_cut_and_says_so() {
        assert_eq!([cut("Comité", 6), cut("Comité de Familias", 10)], ["Comité", "Comité de…"]);
    }
}
