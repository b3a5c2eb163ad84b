//! `cargo xtask eval stories [--show] [--scale]`: how well reports about one event are grouped.
//!
//! Public news articles with known stories, all in one run; translations of one article; and the shared reports, where
//! one event is told in both languages. With `--show` the groups are printed, to be judged by somebody; with `--scale`
//! a hundred thousand generated gists are placed and timed instead. Figures with a floor in `evaluation/stories.toml`
//! may not fall below it.

mod agreement;
mod corpora;
mod scale;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail, ensure};
use constancia_lineage::stories::{Gisted, Settings, Stories, stories_with};
use constancia_model::ReportId;

use crate::baseline::{Baseline, Figures};
use crate::program::root;
use crate::train::shared;

use self::agreement::Agreement;
use self::corpora::Article;

const ARGUMENTS: [&str; 2] = ["--show", "--scale"];

/// Settings that are tried on one half of the topics and measured on the other.
const ALIKE: [f64; 6] = [0.11, 0.13, 0.15, 0.17, 0.19, 0.21];
const PARTED: [f64; 5] = [0.3, 0.4, 0.5, 0.6, 0.8];

/// Measures, prints, and fails below a floor.
pub fn run(arguments: &[String]) -> Result<()> {
    if let Some(unknown) = arguments.iter().find(|a| !ARGUMENTS.contains(&a.as_str())) {
        bail!("eval stories does not know {unknown}; it takes {}", ARGUMENTS.join(", "));
    }
    let given = |name: &str| arguments.iter().any(|a| a == name);
    if given("--scale") {
        return scale::run();
    }
    let corpora = shared().join("corpora");
    ensure!(corpora.is_dir(), "the corpora are not at {}; CONSTANCIA_SHARED says where they are", corpora.display());
    let mut figures = Figures::new();
    news(&corpora::news(&corpora)?, given("--show"), &mut figures);
    translations(&corpora::translations(&corpora)?, &mut figures);
    reports(&corpora::reports(&shared())?, given("--show"), &mut figures);
    let baseline = Baseline::read(&root().join("evaluation/stories.toml"), "stories")?;
    print(&figures, &baseline);
    let broken = baseline.broken(&BTreeMap::from([("all".to_owned(), figures)]));
    ensure!(broken.is_empty(), "below the floors of evaluation/stories.toml:\n  {}", broken.join("\n  "));
    Ok(())
}

fn print(figures: &Figures, baseline: &Baseline) {
    println!("{:<52}{:>8}{:>8}", "", "", "floor");
    for (name, value) in figures {
        let floor = baseline.floor("all", name).map_or(String::new(), |floor| format!("{floor:.3}"));
        println!("{name:<52}{value:>8.4}{floor:>8}");
    }
}

/// All articles in one run, each half of the topics by itself, each half with the setting that is best on the other
/// half, and as they come in.
fn news(articles: &[Article], show: bool, figures: &mut Figures) {
    let setting = Settings::default();
    let all = agreement(articles, &setting);
    figures.extend([("news precision", all.precision), ("news recall", all.recall), ("news f1", all.f1())].map(owned));
    let halves = [1, 0].map(|rest| articles.iter().filter(|article| article.topic % 2 == rest).cloned().collect());
    let [odd, even]: [Vec<Article>; 2] = halves;
    figures.insert("news f1, odd topics alone".to_owned(), agreement(&odd, &setting).f1());
    figures.insert("news f1, even topics alone".to_owned(), agreement(&even, &setting).f1());
    for (name, half, other) in [("odd", &odd, &even), ("even", &even, &odd)] {
        let best = best_setting(other);
        println!("best for the other half than {name}: alike {}, parted {}", best.alike, best.parted);
        figures.insert(format!("news f1, {name} topics with the setting of the others"), agreement(half, &best).f1());
    }
    let unparted = Settings { parted: f64::INFINITY, ..setting };
    figures.insert("news f1, without parting".to_owned(), agreement(articles, &unparted).f1());
    figures.insert("news f1, as they come in".to_owned(), as_they_come(articles).f1());
    let sizes = articles.iter().map(|article| serde_json::to_string(&article.gist).map_or(0, |json| json.len()));
    let (largest, total) = sizes.fold((0, 0), |(largest, total), size| (size.max(largest), total + size));
    println!("a gist has {} bytes on average and {largest} at most", total / articles.len());
    if show {
        mixed(articles, &grouped(articles, &setting));
    }
}

fn owned((name, value): (&str, f64)) -> (String, f64) {
    (name.to_owned(), value)
}

fn best_setting(articles: &[Article]) -> Settings {
    let settings = ALIKE.iter().flat_map(|&alike| PARTED.iter().map(move |&parted| Settings { alike, parted }));
    let rated = settings.map(|setting| (agreement(articles, &setting).f1(), setting));
    rated.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, setting)| setting).unwrap_or_default()
}

fn agreement(articles: &[Article], setting: &Settings) -> Agreement {
    Agreement::of(&grouped(articles, setting), &truth(articles))
}

fn as_they_come(articles: &[Article]) -> Agreement {
    let mut stories = Stories::new();
    articles.iter().for_each(|article| drop(stories.place(&article.gisted())));
    let found = articles.iter().filter_map(|article| Some((article.id.clone(), stories.story_of(&article.id)?.0)));
    Agreement::of(&found.collect(), &truth(articles))
}

/// The number of the group of every article.
fn grouped(articles: &[Article], setting: &Settings) -> BTreeMap<ReportId, usize> {
    let gisted: Vec<Gisted> = articles.iter().map(Article::gisted).collect();
    let groups = stories_with(&gisted, setting);
    groups.into_iter().enumerate().flat_map(|(at, group)| group.into_iter().map(move |id| (id, at))).collect()
}

fn truth(articles: &[Article]) -> BTreeMap<ReportId, String> {
    articles.iter().map(|article| (article.id.clone(), article.story.clone())).collect()
}

/// Prints the groups that hold several stories, and the stories that stand in several groups.
fn mixed(articles: &[Article], found: &BTreeMap<ReportId, usize>) {
    let mut groups: BTreeMap<usize, BTreeMap<&str, usize>> = BTreeMap::new();
    for article in articles {
        *groups.entry(found[&article.id]).or_default().entry(&article.story).or_default() += 1;
    }
    let several = |story: &str| groups.values().filter(|group| group.contains_key(story)).count() > 1;
    let mut lines: Vec<String> = groups
        .values()
        .filter(|group| group.len() > 1 || group.keys().any(|story| several(story)))
        .map(|group| format!("{group:?}"))
        .collect();
    lines.sort();
    lines.iter().for_each(|line| println!("{line}"));
}

/// The share of articles that stand in one story with their translation, and are closest to it.
fn translations(articles: &[Article], figures: &mut Figures) {
    let found = grouped(articles, &Settings::default());
    let mut stories = Stories::new();
    articles.iter().for_each(|article| drop(stories.place(&article.gisted())));
    let alike = |one: &Article, other: &Article| stories.compare(&one.id, &other.id).map_or(0.0, |c| c.alike);
    let (mut together, mut closest, mut pairs) = (0, 0, 0);
    for article in articles {
        let others = articles.iter().filter(|other| other.gist.language != article.gist.language);
        let nearest = others.clone().max_by(|a, b| alike(article, a).total_cmp(&alike(article, b)));
        closest += usize::from(nearest.is_some_and(|nearest| nearest.story == article.story));
        let translation = others.clone().find(|other| other.story == article.story);
        pairs += usize::from(translation.is_some());
        together += usize::from(translation.is_some_and(|other| found[&other.id] == found[&article.id]));
    }
    let share = |count: usize| count as f64 / pairs.max(1) as f64;
    figures.insert("translations in one story".to_owned(), share(together));
    figures.insert("translations closest to one another".to_owned(), share(closest));
}

/// Whether the reports of each known event are one story, and how much else stands in it.
fn reports((articles, events): &(Vec<Article>, Vec<BTreeSet<String>>), show: bool, figures: &mut Figures) {
    let found = grouped(articles, &Settings::default());
    let mut groups: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for article in articles {
        groups.entry(found[&article.id]).or_default().insert(article.story.clone());
    }
    let whole = events.iter().filter(|event| groups.values().any(|group| group.is_superset(event))).count();
    let exact = events.iter().filter(|event| groups.values().any(|group| group == *event)).count();
    let largest = groups.values().map(BTreeSet::len).max().unwrap_or_default();
    figures.insert("events of the reports in one story".to_owned(), whole as f64 / events.len().max(1) as f64);
    figures
        .insert("events of the reports in a story of their own".to_owned(), exact as f64 / events.len().max(1) as f64);
    println!("{} reports in {} stories, the largest of {largest}", articles.len(), groups.len());
    if show {
        groups.values().filter(|group| group.len() > 1).for_each(|group| println!("{group:?}"));
    }
}
