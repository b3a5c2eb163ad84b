//! `contradictions settle`: a reviewer says which side of a contradiction stands; the others fall. Both stay on record.

use anyhow::Result;
use constancia_model::{Decided, Ruled, Ruling, Verdict};
use constancia_register::brief::{Contradiction, Side};
use constancia_register::{Register, Store};

use crate::arguments::ToSettle;
use crate::catalogue::Catalogue;
use crate::clock;
use crate::failure::Failure;
use crate::output;
use crate::render::{plain, words};

/// Records that one side stands and the others fall, and says what is recorded.
pub fn settle(store: &mut Store, asked: &ToSettle, catalogue: &Catalogue) -> Result<()> {
    let time = clock::now()?;
    let register = store.register()?;
    let one = found(register.brief().contradictions, &asked.id)?;
    let stands =
        asked.side.checked_sub(1).and_then(|place| one.sides.get(place)).ok_or_else(|| no_side(&one, asked))?;
    let fallen = one.sides.iter().zip(1..).filter(|(_, number)| *number != asked.side).map(|(side, _)| side);
    let standing = statements(&register, [stands].into_iter());
    let falling: Vec<Ruled> =
        statements(&register, fallen).into_iter().filter(|ruled| !standing.contains(ruled)).collect();
    let mut lines = Vec::new();
    for (statements, decision) in [(standing, Verdict::Stands), (falling, Verdict::Falls)] {
        let number = statements.len();
        let ruling = Ruling::new(statements, decision, asked.reason.as_str());
        let outcome = store.decide(&Decided::Statements(ruling), &asked.by, &time)?;
        let decision = words::verdict(decision, catalogue);
        let values = [("count", number.into()), ("decision", decision.into()), ("entry", outcome.entry.into())];
        lines.push(catalogue.fill("settled-statements", &values));
    }
    let side = words::side(one.about, &stands.value, catalogue);
    let values = [("id", one.id.as_str().into()), ("side", plain::line(&side).into())];
    lines.insert(0, catalogue.fill("settled-as", &values));
    output::write((lines.join("\n") + "\n").as_bytes(), None)
}

/// The one contradiction whose identity begins so.
fn found(all: Vec<Contradiction>, id: &str) -> Result<Contradiction> {
    let mut found: Vec<Contradiction> = all.into_iter().filter(|one| id.len() >= 4 && one.id.starts_with(id)).collect();
    match (found.pop(), found.is_empty()) {
        (Some(one), true) => Ok(one),
        (Some(last), false) => {
            let ids = found.iter().chain([&last]).map(|one| one.id.as_str()).collect::<Vec<_>>().join(", ");
            let values = vec![("id", plain::line(id)), ("ids", ids)];
            Err(Failure { key: "failure-many-contradictions", values }.into())
        }
        (None, _) => Err(Failure::with("failure-no-contradiction", "id", plain::line(id)).into()),
    }
}

fn no_side(one: &Contradiction, asked: &ToSettle) -> Failure {
    let values = vec![("side", asked.side.to_string()), ("id", one.id.clone()), ("sides", one.sides.len().to_string())];
    Failure { key: "failure-no-side", values }
}

/// What these sides say, as it stands in the reports.
fn statements<'a>(register: &Register, sides: impl Iterator<Item = &'a Side>) -> Vec<Ruled> {
    let sources = sides.flat_map(|side| &side.sources);
    let told = sources
        .flat_map(|source| register.statements_of(&source.report).iter().filter(|told| told.id() == source.statement));
    told.map(|told| Ruled { report: told.report().clone(), statement: told.statement.clone() }).collect()
}
