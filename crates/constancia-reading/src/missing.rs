//! Said to be missing: nobody knows or tells where somebody is, or those who hold her deny it.
//!
//! "She does not know where he is", "sin que nadie le dijera dónde está", "el Ministerio niega tenerlo". The words that say
//! so are no verb of custody, so they are found by their question word and its negation.

use std::ops::Range;

use constancia_language::BlockKind;
use constancia_model::{Stance, Status};

use crate::events::Event;
use crate::explanation::{Rule, Way};
use crate::phrases::PhraseKind;
use crate::scene::{Row, Scene};

/// The events of a row that say that somebody is missing, or that her custody is denied.
pub fn events(scene: &Scene, row: &Row) -> Vec<Event> {
    let mut found: Vec<Event> = row.words.clone().filter_map(|word| unknown_place(scene, row, word)).collect();
    found.extend(row.words.clone().flat_map(|word| denied_holding(scene, row, word)));
    found.extend(row.words.clone().filter_map(|word| no_news(scene, row, word)));
    found.extend(row.words.clone().filter_map(|word| unseen(scene, row, word)));
    found.extend(row.words.clone().filter_map(|word| nothing_known(scene, row, word)));
    found
}

/// "No news of Ana Ruiz", "there has been no word from her", "sin noticias de Ana Ruiz".
fn no_news(scene: &Scene, row: &Row, word: usize) -> Option<Event> {
    let before = row.words.start.max(word.saturating_sub(2))..word;
    let none = before.clone().any(|w| scene.words.negations.contains(scene.lower(w)));
    let of = scene.words.news.contains(scene.lower(word))
        && word + 2 < row.words.end
        && matches!(scene.lower(word + 1), "of" | "from" | "about" | "on" | "de");
    if !(none && of) {
        return None;
    }
    let patients = patient_behind(scene, row, &(word + 2..(word + 6).min(row.words.end)));
    let told = !patients.is_empty() || matches!(scene.lower(word + 2), "him" | "her" | "them" | "él" | "ella");
    told.then(|| event(Rule::UnknownPlace, row, Status::Missing, word..word + 1, patients))
}

/// "Of Ana Ruiz nothing is known", "nothing is known about her": no knowledge of somebody.
fn nothing_known(scene: &Scene, row: &Row, word: usize) -> Option<Event> {
    let known = (word + 1..(word + 4).min(row.words.end)).any(|w| scene.lower(w) == "known");
    if scene.lower(word) != "nothing" || !known {
        return None;
    }
    let behind_of = |k: &usize| {
        let of = *k > 0 && matches!(scene.lower(row.phrases[*k - 1].head), "of" | "about");
        of && row.phrases[*k].kind == PhraseKind::Noun && !scene.persons(row, *k).is_empty()
    };
    let patient = (0..row.phrases.len()).find(behind_of)?;
    Some(event(Rule::UnknownPlace, row, Status::Missing, word..word + 1, vec![patient]))
}

/// "Nobody has seen Ana Ruiz since", "nothing has been heard of her", "has not been heard from": unseen since a time.
fn unseen(scene: &Scene, row: &Row, word: usize) -> Option<Event> {
    if !matches!(scene.lower(word), "seen" | "heard") {
        return None;
    }
    let before = row.words.start.max(word.saturating_sub(5))..word;
    let nobody = before.clone().any(|w| matches!(scene.lower(w), "nobody" | "nothing"))
        || before.clone().any(|w| scene.starts_with(w, word, "no one"));
    let not = before.clone().any(|w| matches!(scene.lower(w), "not" | "never" | "n't"));
    let been = before.clone().any(|w| scene.lower(w) == "been");
    let behind = word + 1..(word + 14).min(row.words.end);
    let since = behind.clone().any(|w| scene.lower(w) == "since");
    let from = behind.clone().take(1).any(|w| matches!(scene.lower(w), "of" | "from"));
    if !(nobody || not && been) || !(since || from) {
        return None;
    }
    let at = row.phrase_at(word)?;
    let object = patient_behind(scene, row, &(word + 1..(word + 6).min(row.words.end)));
    let subject = || scene.clause(row).subject(at).into_iter().filter(|&k| !scene.persons(row, k).is_empty()).collect();
    let patients: Vec<usize> = if nobody { object } else { subject() };
    let pronoun = behind.clone().take(2).any(|w| matches!(scene.lower(w), "him" | "her" | "them"));
    let told = !patients.is_empty() || nobody && pronoun;
    told.then(|| event(Rule::UnknownPlace, row, Status::Missing, word..word + 1, patients))
}

/// "where he is", "dónde la tienen", under a negation or a question of those who look for him.
fn unknown_place(scene: &Scene, row: &Row, word: usize) -> Option<Event> {
    if !matches!(scene.lower(word), "where" | "dónde" | "whereabouts" | "paradero") {
        return None;
    }
    let after = word + 1..(word + 6).min(row.words.end);
    let place = matches!(scene.lower(word), "whereabouts" | "paradero");
    let being = after.clone().any(|w| scene.words.being_somewhere.contains(scene.lower(w)));
    let before = row.words.start.max(word.saturating_sub(14))..word;
    let denied = before
        .clone()
        .any(|w| scene.words.negations.contains(scene.lower(w)) || scene.words.asking.contains(scene.lower(w)));
    let negated = row.words.clone().any(|w| scene.words.negations.contains(scene.lower(w)));
    let unknown = place
        && row.words.clone().any(|w| {
            negated
                || matches!(
                    scene.lower(w),
                    "unknown" | "unclear" | "desconocido" | "desconoce" | "desconocen" | "ignora"
                )
        });
    if !(being && denied || unknown) {
        return None;
    }
    let own = row.phrase_at(word).filter(|&k| place && scene.roster.within(&row.phrases[k].words).is_some());
    let own = own.or_else(|| owner_of_place(scene, row, word).filter(|_| place));
    let patients = own.map_or_else(|| patient_behind(scene, row, &after), |k| vec![k]);
    let heading = scene.analysis.blocks[row.block].kind == BlockKind::Heading;
    let over_a_list = heading && place && patients.is_empty();
    let words = word..after.end.min(word + 3);
    (!over_a_list).then(|| event(Rule::UnknownPlace, row, Status::Missing, words, patients))
}

/// "the whereabouts of a third organiser, Ana Ruiz,": the phrase behind "of" that means somebody.
fn owner_of_place(scene: &Scene, row: &Row, word: usize) -> Option<usize> {
    let of = row.phrase_at(word)? + 1;
    let joint = row.phrases.get(of).filter(|p| matches!(scene.lower(p.head), "of" | "de" | "del"));
    joint.map(|_| of + 1).filter(|&k| k < row.phrases.len() && !scene.persons(row, k).is_empty())
}

/// Whoever stands right behind "where": a name, a role, a pronoun.
fn patient_behind(scene: &Scene, row: &Row, after: &Range<usize>) -> Vec<usize> {
    let named = |k: &usize| {
        let phrase = &row.phrases[*k];
        phrase.kind == PhraseKind::Noun
            && after.contains(&phrase.words.start)
            && scene.roster.within(&phrase.words).is_some()
    };
    (0..row.phrases.len()).filter(named).take(1).collect()
}

/// "denies holding her", "niega tenerlo", "no other jail admits to having him": denied custody, and so missing.
fn denied_holding(scene: &Scene, row: &Row, word: usize) -> Vec<Event> {
    let lower = scene.lower(word);
    let holding = matches!(
        lower,
        "having" | "holding" | "tenerlo" | "tenerla" | "tenerlos" | "tenerlas" | "retenerlo" | "retenerla"
    );
    if !holding {
        return Vec::new();
    }
    let before = row.words.start.max(word.saturating_sub(6))..word;
    let denied = before.clone().any(|w| {
        scene.words.is_denial(scene.lower(w))
            || scene.words.negations.contains(scene.lower(w))
            || matches!(scene.lower(w), "nobody" | "nadie" | "no")
    });
    let person = matches!(lower, "having" | "holding")
        && (word + 1..(word + 3).min(row.words.end))
            .any(|w| matches!(scene.lower(w), "him" | "her" | "them") || scene.roster.within(&(w..w + 1)).is_some());
    let unnamed = lower == "holding"
        && (word + 1..(word + 4).min(row.words.end)).any(|w| matches!(scene.lower(w), "anyone" | "anybody"))
        && (word + 1..(word + 8).min(row.words.end)).any(|w| matches!(scene.lower(w), "name" | "description"));
    let person = person || unnamed;
    if !denied || !(person || lower.starts_with("ten") || lower.starts_with("reten")) {
        return Vec::new();
    }
    let after = word + 1..(word + 3).min(row.words.end);
    let patients = patient_behind(scene, row, &after);
    let held = event(Rule::DeniedHolding, row, Status::Held, word..word + 1, patients.clone());
    let missing = event(Rule::DeniedHolding, row, Status::Missing, word..word + 1, patients);
    vec![Event { stance: Some(Stance::Denies), ..held }, Event { stance: Some(Stance::Asserts), ..missing }]
}

fn event(rule: Rule, row: &Row, status: Status, words: Range<usize>, patients: Vec<usize>) -> Event {
    let at = row.phrase_at(words.start).unwrap_or(0);
    let way = if rule == Rule::UnknownPlace { Way::Sought } else { Way::Object };
    Event { way, ..Event::new(rule, status, words, at, patients) }
}

#[cfg(test)]
mod tests {
    use constancia_model::Language;

    use crate::testing::{Case, Kind, check};

    const ENGLISH: &[Case] = &[
        ("Ines Verrel does not know where Tomas Verrel is.", &["missing Tomas Verrel"]),
        ("The whereabouts of Lidia Okoro are unknown.", &["missing Lidia Okoro"]),
        ("Kofi Mensara knows where the market is.", &[]),
        ("The whereabouts of the files are unknown.", &[]),
    ];

    const SPANISH: &[Case] = &[
        ("Inés Lugo no sabe dónde está Tomás Verrel.", &["missing Tomás Verrel"]),
        ("Se desconoce el paradero de Lidia Ocampo.", &["missing Lidia Ocampo"]),
        (
            "Marta Ilvera fue detenida el lunes. El ministerio niega tenerla.",
            &[
                "detained Marta Ilvera | date=2026-03-16",
                "held Marta Ilvera | says=ministerio denies",
                "missing Marta Ilvera",
            ],
        ),
        ("Clara Menares sabe dónde está el mercado.", &[]),
        ("Nadie le dijo a la familia dónde está Paulo Drena.", &["missing Paulo Drena"]),
        ("Rosa Drena pregunta dónde está Paulo Drena.", &["missing Paulo Drena | says=Rosa Drena"]),
    ];

    #[test]
    fn english() {
        check(Language::English, Kind::Status, ENGLISH);
    }

    #[test]
    fn spanish() {
        check(Language::Spanish, Kind::Status, SPANISH);
    }
}
