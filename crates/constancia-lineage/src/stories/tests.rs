//! Stories of gists written out by hand. Reads no text.

use constancia_model::{Gist, Language, PartialDate, ReportId};

use super::*;

/// A report whose features are written `kind:text`, with `_` for a space: "p:duarte l:lima n:58_person".
#[derive(Clone)]
struct Written {
    id: ReportId,
    gist: Gist,
    published: Option<PartialDate>,
}

impl Written {
    fn gisted(&self) -> Gisted<'_> {
        Gisted { id: &self.id, gist: &self.gist, published: self.published }
    }
}

fn written(name: &str, language: Language, date: &str, features: &str) -> Written {
    let mut gist = Gist { language: Some(language), ..Gist::default() };
    for feature in features.split_whitespace() {
        let (kind, text) = feature.split_once(':').unwrap();
        let list = match kind {
            "p" => &mut gist.persons,
            "l" => &mut gist.places,
            "i" => &mut gist.institutions,
            "n" => &mut gist.numbers,
            "d" => &mut gist.dates,
            "e" => &mut gist.events,
            _ => &mut gist.words,
        };
        list.insert(text.replace('_', " "), 2);
    }
    Written { id: ReportId::of(name.as_bytes()), gist, published: date.parse().ok() }
}

fn english(name: &str, date: &str, features: &str) -> Written {
    written(name, Language::English, date, features)
}

/// The groups by the numbers of their reports, in order.
fn groups(reports: &[Written]) -> Vec<Vec<usize>> {
    let gisted: Vec<Gisted> = reports.iter().map(Written::gisted).collect();
    let place = |id: &ReportId| reports.iter().position(|report| report.id == *id).unwrap();
    let mut groups: Vec<Vec<usize>> = stories(&gisted).iter().map(|group| group.iter().map(place).collect()).collect();
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort();
    groups
}

/// Two earthquakes of one region, years apart, six reports of each with words of their own.
fn two_earthquakes() -> Vec<Written> {
    let topic = "l:arenia e:earthquake e:injure e:hospital w:island w:coast w:damage w:resident i:survey i:crescent";
    let events = [
        ("2018-09-10", "n:6.1 n:5_person l:dargos p:irandel d:2018-09-10 n:200_house w:village"),
        ("2025-11-27", "n:5.9 n:10_person l:tolban p:mohradi d:2025-11-27 n:7_village w:aftershock"),
    ];
    let report = |at: usize, n: usize| {
        let (date, event) = events[at];
        let own: String = (0..8).map(|word| format!(" w:own{at}{n}{word}")).collect();
        english(&format!("{at} {n}"), date, &format!("{topic} {event} n:{at}{n}7 {own}"))
    };
    (0..12).map(|n| report(n / 6, n % 6)).collect()
}

#[test]
fn people_places_and_numbers_bridge_languages_and_words_do_not() {
    let shared = "p:colmenar p:duarte l:tocuyo l:valencia n:58_person e:release e:nurse";
    let reports = [
        english("a", "2026-03-16", &format!("{shared} w:weekend w:detainee")),
        written("b", Language::Spanish, "2026-03-16", &format!("{shared} w:semana w:detenido")),
        written("c", Language::Spanish, "2026-03-16", "p:okoye l:accra n:3_ship e:sail w:weekend w:detainee"),
    ];
    assert_eq!(groups(&reports), [vec![0, 1], vec![2]]);
}

#[test]
fn two_events_of_one_topic_are_parted() {
    assert_eq!(groups(&two_earthquakes()), [vec![0, 1, 2, 3, 4, 5], vec![6, 7, 8, 9, 10, 11]]);
}

#[test]
fn copies_of_one_text_are_no_camp() {
    let mut reports = two_earthquakes();
    reports.truncate(6);
    let detailed = "n:6.1 l:arenia l:dargos e:earthquake e:injure p:irandel d:2018-09-10 n:5_person w:island w:coast";
    let copy = "p:farouz p:belada n:340 n:12_tent l:sarabad i:relief w:damage";
    let copies = (0..4).map(|n| english(&format!("copy {n}"), "2018-09-11", &format!("{detailed} {copy}")));
    reports.extend(copies);
    assert_eq!(groups(&reports), [(0..10).collect::<Vec<_>>()]);
}

#[test]
fn the_groups_do_not_depend_on_the_order() {
    let mut reports = two_earthquakes();
    reports.push(english("other", "2018-09-10", "p:okoye l:accra n:3_ship e:sail"));
    let named = |reports: &[Written]| stories(&reports.iter().map(Written::gisted).collect::<Vec<_>>());
    let expected = named(&reports);
    for shift in 1..reports.len() {
        let mut shuffled = reports.clone();
        shuffled.rotate_left(shift);
        shuffled.swap(0, shift / 2);
        assert_eq!(named(&shuffled), expected);
        let mut online = Stories::new();
        shuffled.iter().for_each(|report| drop(online.place(&report.gisted())));
        assert_eq!(online.settled(), expected);
    }
}

#[test]
fn reports_are_placed_as_they_come() {
    let mut online = Stories::new();
    let placed: Vec<StoryId> = two_earthquakes().iter().map(|report| online.place(&report.gisted()).story).collect();
    assert!(placed[..6].iter().all(|story| *story == placed[0]));
    let last = online.story_of(&two_earthquakes()[11].id);
    assert!(last.is_some() && last != Some(placed[0]));
}

#[test]
fn a_placement_says_why() {
    let mut online = Stories::new();
    let first = english("a", "2026-03-14", "p:duarte l:lima n:58_person e:release w:bus n:41_person");
    let second = english("b", "2026-03-16", "p:duarte l:lima n:58_person e:release w:bus n:43_person");
    assert_eq!(online.place(&first.gisted()).nearest, None);
    let (nearest, why) = online.place(&second.gisted()).nearest.unwrap();
    assert_eq!(nearest, first.id);
    assert_eq!((why.shared.persons, why.shared.places), (vec!["duarte".to_owned()], vec!["lima".to_owned()]));
    assert_eq!((why.shared.numbers, why.shared.events), (vec!["58 person".to_owned()], vec!["release".to_owned()]));
    assert_eq!(why.only_first.numbers, ["43 person"]);
    assert_eq!(why.only_second.numbers, ["41 person"]);
    assert_eq!(why.days_apart, Some(2));
}

#[test]
fn a_report_placed_twice_stays_where_it_is() {
    let mut online = Stories::new();
    let report = english("a", "2026-03-14", "p:duarte l:lima");
    let story = online.place(&report.gisted()).story;
    let other = Written { gist: Gist::default(), ..report.clone() };
    assert_eq!(online.place(&other.gisted()).story, story);
    assert_eq!(online.settled(), [vec![report.id.clone()]]);
    assert_eq!(groups(&[report.clone(), report]), [vec![0]]);
}

#[test]
fn a_report_that_says_nothing_is_a_story_by_itself() {
    let reports = [english("a", "", ""), english("b", "", ""), english("c", "2026-03-14", "")];
    assert_eq!(groups(&reports), [vec![0], vec![1], vec![2]]);
    assert!(stories(&[]).is_empty());
}

#[test]
fn a_wrong_date_does_not_part_a_story() {
    let told = "p:duarte p:belada l:lima l:callao n:58_person e:release d:2026-03-14";
    for date in ["", "1970-01-01", "2090-12-31", "2026"] {
        let reports = [english("a", "2026-03-14", told), english("b", date, told)];
        assert_eq!(groups(&reports), [vec![0, 1]], "{date}");
    }
}

#[test]
fn a_gist_without_bounds_is_bounded() {
    let features: String = (0..10_000).map(|n| format!("w:word{n} p:name{n} ")).collect();
    let mut online = Stories::new();
    for name in 0..20 {
        online.place(&english(&name.to_string(), "", &features).gisted());
    }
    assert!((0..20).all(|at| online.archive.held(at).terms.len() < 500));
    assert_eq!(online.settled().len(), 1);
}
