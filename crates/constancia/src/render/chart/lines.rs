//! Numbers over time: a line an informant with ranges and bounds, those whom the register names as steps, the gap between
//! the largest and the named shaded, numbers announced as marks.

use std::collections::BTreeSet;

use constancia_model::Bound;
use jiff::civil::Date;
use maud::{Markup, html};

use super::scale::{Days, Numbers};
use super::{LETTER, WIDTH, apart, cut, figure, round};

/// The plot inside the drawing; right of it stand the labels.
const LEFT: f64 = 40.0;
const RIGHT: f64 = 290.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 212.0;
const HEIGHT: f64 = 240.0;

/// How the lines are told apart, also without colour. Further informants stand in the table alone.
const STYLES: [(&str, &str); 6] = [
    ("#0b4a8f", "none"),
    ("#8f3b0b", "7 3"),
    ("#2c6e2c", "2 3"),
    ("#6a2c91", "9 3 2 3"),
    ("#6b5d00", "1 4"),
    ("#444444", "13 4"),
];

/// What is drawn, with its words.
pub struct Lines {
    /// A name that no other chart of the page has.
    pub name: String,
    /// What it shows.
    pub title: String,
    /// How it is to be read.
    pub description: String,
    /// What its table is called.
    pub numbers: String,
    /// What the column of the days is called.
    pub day: String,
    /// The informants, the largest last number first.
    pub lines: Vec<Line>,
    /// What those are called whom the register names.
    pub named: String,
    /// How many it names from that day on.
    pub steps: Vec<(Date, u64)>,
    /// What a number is called that was announced.
    pub announced: String,
    /// The numbers announced.
    pub marks: Vec<Mark>,
    /// What the shaded part is called.
    pub gap: String,
}

/// One informant's numbers.
pub struct Line {
    /// The informant.
    pub label: String,
    /// The numbers, by day.
    pub points: Vec<Reach>,
}

/// One number with its ends.
pub struct Reach {
    /// The day for which it is given.
    pub day: Date,
    /// Its lower end.
    pub low: u64,
    /// Its upper end; absent where open.
    pub high: Option<u64>,
    /// How it is bounded.
    pub bound: Option<Bound>,
    /// As it is written.
    pub text: String,
}

/// A number that was announced.
pub struct Mark {
    /// When.
    pub day: Date,
    /// How many.
    pub number: u64,
    /// How many, and who announced it.
    pub text: String,
}

impl Reach {
    fn top(&self) -> u64 {
        self.high.unwrap_or(self.low)
    }
}

struct Plot {
    days: Days,
    numbers: Numbers,
}

impl Lines {
    /// The drawing and the table of its numbers.
    pub fn drawn(&self) -> Markup {
        let Some(plot) = self.plot() else { return html! {} };
        let drawing = html! {
            (self.shade(&plot))
            (axes(&plot))
            @for (line, style) in self.lines.iter().zip(STYLES) { (line.drawn(style, &plot)) }
            (self.stairs(&plot))
            @for mark in &self.marks { (mark.drawn(&plot)) }
            (self.labels(&plot))
        };
        html! {
            (figure(&self.name, &self.title, &self.described(), HEIGHT, &drawing))
            details.numbers { summary { (self.numbers) } (self.table()) }
        }
    }

    fn plot(&self) -> Option<Plot> {
        let points = || self.lines.iter().flat_map(|line| &line.points);
        let days: Vec<Date> = points().map(|point| point.day).chain(self.marks.iter().map(|mark| mark.day)).collect();
        let tops = points().map(Reach::top).chain(self.steps.iter().map(|(_, number)| *number));
        let largest = tops.chain(self.marks.iter().map(|mark| mark.number)).max()?;
        Some(Plot {
            days: Days::over(days.iter().copied(), LEFT, RIGHT)?,
            numbers: Numbers::up_to(largest, TOP, BOTTOM),
        })
    }

    /// How it is to be read, and where each line begins and ends.
    fn described(&self) -> String {
        let ends = |line: &Line| {
            let (first, last) = (line.points.first()?, line.points.last()?);
            Some(format!("{}: {} ({}) – {} ({}).", line.label, first.text, first.day, last.text, last.day))
        };
        let mut parts = vec![self.description.clone()];
        parts.extend(self.lines.iter().filter_map(ends));
        parts.extend(self.steps.last().map(|(day, number)| format!("{}: {number} ({day}).", self.named)));
        parts.extend(self.marks.iter().map(|mark| format!("{}: {} ({}).", self.announced, mark.text, mark.day)));
        parts.join(" ")
    }

    fn named_on(&self, day: Date) -> u64 {
        self.steps.iter().take_while(|(from, _)| *from <= day).last().map_or(0, |(_, number)| *number)
    }

    /// Between the largest informant's line and the steps, as long as both are there.
    fn shade(&self, plot: &Plot) -> Markup {
        let Some(largest) = self.lines.first().filter(|line| line.points.len() > 1) else { return html! {} };
        let over = largest.points.iter().map(|point| plot.place(point.day, point.top()));
        let (first, last) = (largest.points[0].day, largest.points[largest.points.len() - 1].day);
        let mut corners: Vec<String> = over.collect();
        corners.extend(self.stair_places(first, last, plot).into_iter().rev());
        html! { polygon points=(corners.join(" ")) fill="#dcdcdc" {} }
    }

    /// The corners of the steps between two days.
    fn stair_places(&self, first: Date, last: Date, plot: &Plot) -> Vec<String> {
        let mut number = self.named_on(first);
        let mut corners = vec![plot.place(first, number)];
        for (day, next) in self.steps.iter().filter(|(day, _)| first < *day && *day <= last) {
            corners.extend([plot.place(*day, number), plot.place(*day, *next)]);
            number = *next;
        }
        corners.push(plot.place(last, number));
        corners
    }

    fn stairs(&self, plot: &Plot) -> Markup {
        let Some(((first, _), (last, _))) = self.steps.first().zip(self.steps.last()) else { return html! {} };
        let corners = self.stair_places(*first, *last, plot).join(" ");
        html! { polyline points=(corners) fill="none" stroke="#000" stroke-width="3" {} }
    }

    /// A label at the right for each line, the steps and the gap, none over another.
    fn labels(&self, plot: &Plot) -> Markup {
        let mut ends: Vec<(f64, f64, String, &str)> = Vec::new();
        for (line, (colour, _)) in self.lines.iter().zip(STYLES) {
            let Some(last) = line.points.last() else { continue };
            let label = format!("{} {}", last.text, line.label);
            ends.push((plot.days.at(last.day), plot.numbers.at(last.top()), label, colour));
        }
        if let Some((day, number)) = self.steps.last() {
            ends.push((plot.days.at(*day), plot.numbers.at(*number), format!("{number} {}", self.named), "#000"));
        }
        let wanted: Vec<f64> = ends.iter().map(|(_, y, _, _)| *y).collect();
        let letters = ((WIDTH - RIGHT - 12.0) / LETTER) as usize;
        html! {
            @for ((x, y, label, colour), place) in ends.iter().zip(apart(&wanted, TOP, BOTTOM)) {
                line x1=(round(x + 5.0)) y1=(y) x2=(RIGHT + 8.0) y2=(place) stroke=(colour) stroke-width="0.7" stroke-dasharray="1 3" {}
                text x=(RIGHT + 11.0) y=(round(place + 4.0)) fill=(colour) { (cut(label, letters)) }
            }
            (self.gap_label(plot))
        }
    }

    /// The size of the gap, written into it where there is room.
    fn gap_label(&self, plot: &Plot) -> Markup {
        let last = self.lines.first().filter(|line| line.points.len() > 1).and_then(|line| line.points.last());
        let Some(last) = last else { return html! {} };
        let named = self.named_on(last.day);
        let gap = last.top().saturating_sub(named);
        let (top, bottom) = (plot.numbers.at(last.top()), plot.numbers.at(named));
        if gap == 0 || bottom - top < 2.0 * super::LABEL {
            return html! {};
        }
        let x = plot.days.at(last.day) - 6.0;
        html! { text.over x=(round(x)) y=(round(bottom - 8.0)) text-anchor="end" { (self.gap) " " (gap) } }
    }

    fn table(&self) -> Markup {
        let mut days: BTreeSet<Date> = self.lines.iter().flat_map(|line| &line.points).map(|point| point.day).collect();
        days.extend(self.steps.iter().map(|(day, _)| *day));
        days.extend(self.marks.iter().map(|mark| mark.day));
        let heads: Vec<&str> = self.lines.iter().map(|line| line.label.as_str()).collect();
        html! {
            table role="table" {
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { (self.day) }
                    @for head in &heads { th scope="col" role="columnheader" { (head) } }
                    th scope="col" role="columnheader" { (self.named) }
                    @if !self.marks.is_empty() { th scope="col" role="columnheader" { (self.announced) } }
                } }
                tbody role="rowgroup" { @for day in days { tr role="row" {
                    th scope="row" role="rowheader" data-label=(self.day) { (day) }
                    @for line in &self.lines { td role="cell" data-label=(line.label) { (line.on(day)) } }
                    td role="cell" data-label=(self.named) { (self.named_on(day)) }
                    @if !self.marks.is_empty() { td role="cell" data-label=(self.announced) { (self.announced_on(day)) } }
                } } }
            }
        }
    }

    fn announced_on(&self, day: Date) -> String {
        let texts = self.marks.iter().filter(|mark| mark.day == day).map(|mark| mark.text.as_str());
        texts.collect::<Vec<_>>().join("; ")
    }
}

impl Plot {
    fn place(&self, day: Date, number: u64) -> String {
        format!("{},{}", self.days.at(day), self.numbers.at(number))
    }
}

impl Line {
    fn on(&self, day: Date) -> String {
        let texts = self.points.iter().filter(|point| point.day == day).map(|point| point.text.as_str());
        texts.collect::<Vec<_>>().join("; ")
    }

    fn drawn(&self, (colour, dash): (&str, &str), plot: &Plot) -> Markup {
        let places: Vec<String> = self.points.iter().map(|point| plot.place(point.day, point.top())).collect();
        html! {
            polyline points=(places.join(" ")) fill="none" stroke=(colour) stroke-width="2" stroke-dasharray=(dash) {}
            @for point in &self.points { (point.drawn(colour, plot)) }
        }
    }
}

impl Reach {
    /// A dot for a number, a bar for a range, an arrow where an end is open.
    fn drawn(&self, colour: &str, plot: &Plot) -> Markup {
        let (x, top, bottom) = (plot.days.at(self.day), plot.numbers.at(self.top()), plot.numbers.at(self.low));
        let arrow = match self.bound {
            Some(Bound::MoreThan | Bound::AtLeast) => -1.0,
            Some(Bound::UpTo) => 1.0,
            Some(Bound::Nearly | Bound::About) => 0.0,
            None if self.high.is_none() => -1.0,
            None => 0.0,
        };
        let exact = self.bound.is_none() && self.high == Some(self.low);
        let (tip, side) = (round(top + arrow * 10.0), round(top + arrow * 5.0));
        let head = format!("{},{side} {x},{tip} {},{side}", round(x - 3.5), round(x + 3.5));
        html! {
            @if bottom > top { line.range x1=(x) x2=(x) y1=(top) y2=(bottom) stroke=(colour) stroke-width="5" stroke-opacity="0.45" {} }
            @if arrow != 0.0 {
                line x1=(x) x2=(x) y1=(top) y2=(tip) stroke=(colour) {}
                polyline points=(head) fill="none" stroke=(colour) {}
            }
            circle cx=(x) cy=(top) r="3.2" stroke=(colour) stroke-width="1.5" fill=(if exact { colour } else { "#fff" }) {}
        }
    }
}

impl Mark {
    fn drawn(&self, plot: &Plot) -> Markup {
        let (x, y) = (plot.days.at(self.day), plot.numbers.at(self.number));
        let corners = [(x, y - 6.0), (x + 6.0, y), (x, y + 6.0), (x - 6.0, y)];
        let corners: Vec<String> = corners.iter().map(|(x, y)| format!("{},{}", round(*x), round(*y))).collect();
        html! {
            polygon points=(corners.join(" ")) fill="#fff" stroke="#000" stroke-width="1.5" {}
            text.over x=(round(x + 9.0)) y=(round(y + 4.0)) { (cut(&self.text, 30)) }
        }
    }
}

fn axes(plot: &Plot) -> Markup {
    let days = plot.days.written();
    let last = days.len() - 1;
    let anchor = |place: usize| {
        if place == 0 {
            "start"
        } else if place == last {
            "end"
        } else {
            "middle"
        }
    };
    html! {
        @for number in plot.numbers.written() {
            @let y = plot.numbers.at(number);
            line x1=(LEFT) x2=(RIGHT) y1=(y) y2=(y) stroke="#c4c4c4" stroke-width="0.7" {}
            text x=(LEFT - 5.0) y=(round(y + 4.0)) text-anchor="end" { (number) }
        }
        @for (place, day) in days.iter().enumerate() {
            @let x = plot.days.at(*day);
            line x1=(x) x2=(x) y1=(BOTTOM) y2=(BOTTOM + 4.0) stroke="#4a4a4a" {}
            text x=(x) y=(BOTTOM + 18.0) text-anchor=(anchor(place)) { (day) }
        }
    }
}
