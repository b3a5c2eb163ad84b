//! The date of an event whose own sentence has none: that at the beginning of its paragraph, of the heading over it, of an
//! entry with a time, or of the event that it goes on with ("also freed were").
//!
//! What a sentence tells aside, or as over before, is of another time and is not dated so.

use constancia_language::BlockKind;
use constancia_language::dates::DateMention;
use constancia_model::{Content, Evidence, PartialDate, Span, Stance, Status};

use crate::events::Event;
use crate::explanation::{Explained, Part, Role, Way};
use crate::phrases::PhraseKind;
use crate::scene::{Row, Scene};

/// So many rows back the event stands that "also" goes on with.
const NEAR: usize = 6;
/// So many paragraphs back a heading governs.
const REACH: usize = 40;
/// So many days before its publication may lie what a report is about.
const FRESH: usize = 6;
/// So many paragraphs at the top may hold the date of the report itself.
const TOP: usize = 4;

/// The date that what stands over an event gives it.
pub fn date(scene: &Scene, row: &Row, event: &Event) -> Option<(PartialDate, Part)> {
    let label = label(scene, row.block);
    if !is_news(scene, row, event, label) {
        return None;
    }
    let over = label.or_else(|| heading(scene, row.block));
    if let Some(over) = over {
        return Some((over.date, part(scene, over.date, Some(over.span))));
    }
    let today = scene.analysis.published.filter(|_| is_entry(scene, row.block))?;
    Some((today, part(scene, today, None)))
}

/// Gives the undated events of a sentence the day of those told before: of the one that it goes on with ("also freed
/// were"), or of the release or the verdict that the whole report is about.
pub fn go_on(scene: &Scene, row: &Row, before: &[Explained], found: &mut [Explained]) {
    let also = row.words.clone().any(|w| scene.words.also.contains(scene.lower(w)));
    let from = scene.span(&scene.rows[row.index.saturating_sub(NEAR)].words).start;
    for told in found {
        let Content::Status(event) = &told.statement.content else { continue };
        if event.date.is_some() {
            continue;
        }
        let status = event.status;
        let near = before.iter().rev().take_while(|other| other.statement.evidence.span().start >= from);
        let dates = near.filter_map(|other| match &other.statement.content {
            Content::Status(other) if other.status == status => other.date,
            _ => None,
        });
        let last = if also { dates.take(1).next() } else { None };
        let at = scene.analysis.word_at(told.statement.evidence.span().start);
        let story = || day_of_story(scene, before, status).filter(|_| is_told_as_news(scene, row, at, told));
        if let (Some(date), Content::Status(event)) = (last.or_else(story), &mut told.statement.content) {
            event.date = Some(date);
            told.explanation.parts.push(part(scene, date, None));
        }
    }
}

/// The day of a release or a verdict that a report is about: the only one that it has told of several people, not long
/// before its publication.
fn day_of_story(scene: &Scene, before: &[Explained], status: Status) -> Option<PartialDate> {
    let told = before.iter().filter(|told| told.statement.stance == Stance::Asserts);
    let dated = told.filter_map(|told| match &told.statement.content {
        Content::Count(count) if count.status == status => Some((count.date?, true)),
        Content::Status(event) if event.status == status => Some((event.date?, false)),
        _ => None,
    });
    let dates: Vec<(PartialDate, bool)> = dated.collect();
    let day = dates.first()?.0;
    let only = dates.iter().all(|(date, _)| *date == day) && dates.iter().any(|(_, counted)| *counted);
    let published = scene.analysis.published?.single_day()?;
    let fresh = (0..FRESH).try_fold(published, |day, _| day.yesterday().ok());
    let recent = day.single_day().zip(fresh).is_some_and(|(day, fresh)| day >= fresh && day <= published);
    let happens = matches!(status, Status::Released | Status::Convicted);
    Some(day).filter(|_| only && recent && happens)
}

/// Whether the sentence tells the event in its main clause, as of no other time.
fn is_told_as_news(scene: &Scene, row: &Row, at: usize, told: &Explained) -> bool {
    let span = scene.span(&row.words);
    let timed = scene.analysis.dates.iter().any(|d| span.contains(d.span));
    let lasting = scene.analysis.durations.iter().any(|d| span.contains(d.span));
    let over = row.words.clone().any(|w| scene.words.over_before.contains(scene.lower(w)));
    let aside = row.phrases.iter().any(|p| {
        p.words.start < at.max(row.words.start + 1) && matches!(p.kind, PhraseKind::Relative | PhraseKind::Subordinator)
    });
    let verdict = matches!(&told.statement.content, Content::Status(event) if event.status == Status::Convicted);
    told.statement.stance == Stance::Asserts
        && row.quote.is_none()
        && !timed
        && (verdict || !lasting)
        && !over
        && !aside
}

fn part(scene: &Scene, date: PartialDate, span: Option<Span>) -> Part {
    let words = span.and_then(|span| Evidence::at(scene.analysis.text, span).ok());
    Part::new(Role::Date, date.to_string(), Way::FromWhole, words)
}

/// Whether the sentence tells the event as its news: in its own clause, not as over before, beside no other date.
fn is_news(scene: &Scene, row: &Row, event: &Event, label: Option<&DateMention>) -> bool {
    use Status::{Charged, Convicted, Detained, Died, Rearrested, Released, Transferred};
    let phrase = &row.phrases[event.at];
    let happens = matches!(event.status, Charged | Convicted | Detained | Died | Rearrested | Released | Transferred);
    let aside = |kind| matches!(kind, PhraseKind::Relative | PhraseKind::Subordinator);
    let in_clause = row.phrases[..event.at].iter().any(|p| aside(p.kind));
    let over = phrase.words.clone().any(|w| scene.words.over_before.contains(scene.lower(w)));
    let whole = scene.span(&row.words);
    let own = |d: &DateMention| whole.contains(d.span) && label.is_none_or(|label| label.span != d.span);
    let dated = scene.analysis.dates.iter().any(own);
    happens && phrase.kind == PhraseKind::Verb && !in_clause && !over && !dated
}

/// The first date of a block.
fn first_date<'a>(scene: &'a Scene, block: Span) -> Option<&'a DateMention> {
    let dates = &scene.analysis.dates;
    dates.get(dates.partition_point(|d| d.span.start < block.start)).filter(|d| d.span.end <= block.end)
}

fn is_bare(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

/// "12 January 2025: she is arrested": a date that opens the paragraph, and a mark.
fn label<'a>(scene: &'a Scene, block: usize) -> Option<&'a DateMention> {
    let (text, span) = (scene.analysis.text, scene.analysis.blocks[block].span);
    let first = first_date(scene, span)?;
    let behind = text[first.span.end..span.end].trim_start();
    let marked = behind.starts_with([':', '.', '|', '—', '–', '-', '•']);
    (is_bare(&text[span.start..first.span.start]) && marked).then_some(first)
}

/// The nearest line above that is nothing but a date, where no other heading stands between and it is not the report's own.
fn heading<'a>(scene: &'a Scene, block: usize) -> Option<&'a DateMention> {
    let blocks = &scene.analysis.blocks;
    for at in (block.saturating_sub(REACH)..block).rev() {
        let span = blocks[at].span;
        let alone = first_date(scene, span).filter(|first| {
            let text = scene.analysis.text;
            is_bare(&text[span.start..first.span.start]) && is_bare(&text[first.span.end..span.end])
        });
        let own = |date: &&DateMention| at < TOP && Some(date.date) == scene.analysis.published;
        match alone {
            Some(date) => return Some(date).filter(|date| !own(date)),
            None if blocks[at].kind == BlockKind::Heading && clock_end(scene, at).is_none() => return None,
            None => {}
        }
    }
    None
}

/// Whether a paragraph is an entry of a running report: a time of day opens it, or stands on the line over it.
fn is_entry(scene: &Scene, block: usize) -> bool {
    let over = block.checked_sub(1).filter(|&over| {
        let span = scene.analysis.blocks[over].span;
        clock_end(scene, over).is_some_and(|end| is_bare(&scene.analysis.text[end..span.end]))
    });
    over.is_some() || clock_end(scene, block).is_some()
}

/// Where the time of day ends that opens a paragraph: "14:05".
fn clock_end(scene: &Scene, block: usize) -> Option<usize> {
    let span = scene.analysis.blocks[block].span;
    let text = &scene.analysis.text[span.start..span.end];
    let start = text.find(char::is_alphanumeric)?;
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hour = digits(&text[start..]);
    let minutes = text[start + hour..].strip_prefix([':', 'h'])?;
    let clock = (1..=2).contains(&hour) && digits(minutes) == 2;
    clock.then_some(span.start + start + hour + 3)
}
