//! All dates and periods of a text, those among them that a reader of news would not take: stretches, open ends,
//! calendar and counted units, dates in figures, names in lower case.
//!
//! It builds on the simple dates that the reader is given. It must not know custody or counts.

use constancia_model::{Language, PartialDate, Span};

use self::scene::Scene;
use super::DateMention;
use super::expression::Readings;

mod calendar;
mod counted;
mod figures;
mod items;
mod lexicon;
mod scene;
mod stretches;
mod terms;
#[cfg(test)]
mod tests;
mod units;
mod weekdays;
mod wholes;

/// All dates and periods, in order and not overlapping. Without a day of publication there are none.
pub fn periods(language: &Language, text: &str, published: Option<PartialDate>) -> Vec<DateMention> {
    let scene = published.and_then(|published| Scene::of(language, text, published));
    scene.map(|scene| scan(&scene)).unwrap_or_default()
}

/// A month by itself, where its name means nothing else.
fn lone_month(scene: &Scene, at: usize) -> Option<(Readings, usize)> {
    let (month, end) = calendar::month_alone(scene, at).filter(|_| !scene.is_ambiguous(at))?;
    Some((scene.resolve(month)?, end))
}

fn scan(scene: &Scene) -> Vec<DateMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < scene.items.len() {
        let Some((readings, end)) = stretches::period_at(scene, at).or_else(|| lone_month(scene, at)) else {
            at += 1;
            continue;
        };
        let span = Span::new(scene.items[at].span.start, scene.items[end - 1].span.end);
        found.push(DateMention { span, date: readings.date, ahead: readings.ahead, relative: true });
        at = end.max(at + 1);
    }
    found
}
