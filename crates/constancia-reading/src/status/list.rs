//! Status statements of lists and tables: what headings, items and cells say of those in them.

use constancia_model::{Content, Statement, Status, StatusEvent};

use crate::explanation::{Explained, Explanation, Part, Role, Way};
use crate::fate::Fate;
use crate::listing::{self, Listed};
use crate::reached::Reached;
use crate::scene::Scene;
use crate::table;

/// What headings, items and tables say of those in them, where no sentence of the same words says it.
pub fn listed(scene: &Scene, found: &[Explained]) -> Vec<Explained> {
    let items = listing::listed(scene).into_iter().chain(table::listed(scene));
    let told = items.map(|item| dated(scene, found, item)).filter_map(|item| of_list(scene, item));
    told.filter(|told| !found.iter().any(|other| is_told_again(&other.statement, &told.statement))).collect()
}

/// "Those released are:" over a list: the day is that of those counted right before it of whom the same is said.
fn dated(scene: &Scene, found: &[Explained], item: Listed) -> Listed {
    const NEAR: usize = 600;
    let start = scene.span(&item.said).start;
    let near = found.iter().rev().filter(|told| {
        let at = told.statement.evidence.span().start;
        at < start && start - at < NEAR
    });
    let counts = near.filter_map(|told| match &told.statement.content {
        Content::Count(count) if count.status == item.fate.status => Some(count.date),
        _ => None,
    });
    let happens = !matches!(item.fate.status, Status::Held | Status::Missing);
    let undated = item.way == Way::HeadingAbove && item.fate.date.is_none() && happens;
    let date = counts.take(1).next().flatten().filter(|_| undated);
    Listed { fate: Fate { date: item.fate.date.or(date), ..item.fate }, ..item }
}

fn of_list(scene: &Scene, item: Listed) -> Option<Explained> {
    let person = Reached::named(item.person, item.words.clone(), Way::ListItem);
    let mut explanation = Explanation::new(item.rule, scene.evidence(&item.said)?);
    explanation.parts.push(person.part(scene, Role::Person, item.words.start));
    let said = |role, value: String| Part::new(role, value, item.way, scene.evidence(&item.said));
    let fate = item.fate;
    let date = fate.date.map(|date| said(Role::Date, date.to_string()));
    let place = fate.place.clone().map(|place| said(Role::Place, place));
    let terms = fate.terms.as_ref().map(|terms| said(Role::Terms, terms.to_string()));
    explanation.parts.extend([date, place, terms].into_iter().flatten());
    let content = StatusEvent {
        person: scene.roster.persons[item.person].name.clone(),
        status: fate.status,
        date: fate.date,
        place: fate.place,
        by: None,
        accusation: None,
        terms: fate.terms,
    };
    let statement = Statement::new(Content::Status(content), scene.evidence(&item.words)?);
    Some(Explained { statement, explanation })
}

/// Whether two statements say of the same person, in the same words, that the same happened.
fn is_told_again(one: &Statement, other: &Statement) -> bool {
    let (Content::Status(a), Content::Status(b)) = (&one.content, &other.content) else { return false };
    a.person == b.person && a.status == b.status && one.evidence.span().overlaps(other.evidence.span())
}
