//! However a register came to hold its reports, it says the same.

use proptest::prelude::*;

use crate::brief::Brief;
use crate::register::{Arrival, Register};
use crate::settle::Cluster;
use crate::testing::{arrivals, register};

/// Reports that concern each other in every way: one person, one number, one list, one place learned late, one origin.
const REPORTS: &str = "report a | outlet=One | published=2026-01-09
    status | Ana Ruiz | released | date=2026-01-08 | place=La Loma | informant=the ministry
    status | Bo Li | released | informant=the ministry
    status | Cleo Sanz | released | informant=the ministry
    count | released | 3 | population=people | place=Freedonia | informant=the ministry
    report b | outlet=Two | published=2026-01-10 | origin=a
    status | Ana Ruiz | released | date=2026-01-08
    status | Bo Li | released
    count | released | 56 | population=people | place=Freedonia | informant=Grupo Libre
    report c | outlet=Three | published=2026-01-12
    status | Ana Ruiz | held | place=La Loma prison, Freedonia | informant=her sister
    status | Bo Li | released | informant=Grupo Libre
    status | Dov Katz | released | informant=Grupo Libre
    count | announced | 20 | population=people | place=Freedonia | informant=the president
    report d | outlet=Four
    status | Ana Ruiz | rearrested | date=2026-02-01 | place=Los Olmos
    attribute | Ana Ruiz | role | lawyer
    count | held | 40 | population=lawyers | informant=the guild
    report e | outlet=Five | published=2026-01-11 | story=c
    status | Cleo Sanz | died | date=2026-01-02
    count | held | 41 | population=abogados | informant=Otro Foro
    count | released | 72 | population=people | place=Freedonia | informant=Grupo Libre";

/// The register after these reports came one by one, each with the persons that were known by then.
fn one_by_one(order: &[usize]) -> Brief {
    let (all, clusters) = arrivals(REPORTS);
    let mut waiting: Vec<Option<Arrival>> = all.into_iter().map(Some).collect();
    let mut there = Vec::new();
    let mut register = Register::default();
    for place in order {
        let arrival = waiting[*place].take().unwrap();
        there.push(arrival.report.id.clone());
        let known = |cluster: &Cluster| {
            let mentions = cluster.mentions.iter().filter(|mention| there.contains(&mention.report)).cloned();
            Cluster { id: cluster.id.clone(), mentions: mentions.collect() }
        };
        let named: Vec<Cluster> = clusters.iter().map(known).filter(|cluster| !cluster.mentions.is_empty()).collect();
        register.take(vec![arrival], &named);
    }
    register.brief()
}

proptest! {
    #[test]
    fn the_order_of_arrival_changes_nothing(order in Just([0, 1, 2, 3, 4]).prop_shuffle()) {
        prop_assert_eq!(one_by_one(&order), register(REPORTS).brief());
    }
}

#[test]
fn a_report_taken_again_and_an_origin_found_late_leave_no_trace() {
    let mut late = Register::default();
    let (mut all, clusters) = arrivals(&REPORTS.replace(" | origin=a", ""));
    late.take(all.split_off(0), &clusters);
    let id = |name: &str| constancia_model::ReportId::of(name.as_bytes());
    late.move_to_origin([(id("b"), id("a"), None)]);
    let (again, _) = arrivals(REPORTS);
    late.take(again, &[]);
    assert_eq!(late.brief(), register(REPORTS).brief());
    let (mut moved, clusters) = arrivals(&REPORTS.replace(" | origin=a", ""));
    let mut register = Register::default();
    register.take(moved.split_off(0), &clusters);
    register.move_to_origin([(id("b"), id("a"), None)]);
    let certainty = |brief: Brief| brief.persons.into_iter().map(|person| person.today.certainty).collect::<Vec<_>>();
    assert_eq!(certainty(register.brief()), certainty(late.brief()));
}
