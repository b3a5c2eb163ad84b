//! What happened to a person from left to right: a row an event, a band a stay in custody, a shape a certainty.

use constancia_model::{Certainty, PartialDate};
use jiff::civil::Date;
use maud::{Markup, html};

use super::scale::Days;
use super::{LETTER, WIDTH, cut, figure, round};

/// Where events without a date stand, beside the days.
const UNDATED: f64 = 10.0;
const LEFT: f64 = 34.0;
const RIGHT: f64 = WIDTH - 34.0;
/// Up to where a stay is drawn that goes on.
const ON: f64 = WIDTH - 14.0;
/// Where the rows begin, under the days.
const TOP: f64 = 26.0;
const ROW: f64 = 22.0;
/// What the shapes mean, under the rows.
const KEY: f64 = 26.0;

/// What is drawn, with its words.
pub struct Timeline {
    /// A name that no other chart of the page has.
    pub name: String,
    /// What it shows.
    pub title: String,
    /// How it is to be read.
    pub description: String,
    /// What stands before an event without a date.
    pub no_date: String,
    /// The stays in custody, earliest first.
    pub stays: Vec<Stay>,
    /// The day up to which a stay that goes on is drawn, where one is known.
    pub until: Option<Date>,
    /// What each shape means.
    pub certainties: Vec<(Certainty, String)>,
}

/// One stay in custody.
pub struct Stay {
    /// What happened, earliest first.
    pub events: Vec<Event>,
    /// When it began.
    pub began: Option<PartialDate>,
    /// When it ended.
    pub ended: Option<PartialDate>,
    /// Whether it goes on.
    pub open: bool,
}

/// One thing that happened.
pub struct Event {
    /// When.
    pub date: Option<PartialDate>,
    /// What.
    pub text: String,
    /// How sure that is.
    pub certainty: Certainty,
}

impl Timeline {
    /// The drawing. The table of the events stands beside it.
    pub fn drawn(&self) -> Markup {
        let Some(days) = self.days() else { return html! {} };
        let rows: usize = self.stays.iter().map(|stay| stay.events.len()).sum();
        let bottom = TOP + ROW * rows as f64;
        let tops = self.stays.iter().scan(TOP, |next, stay| {
            let top = *next;
            *next += ROW * stay.events.len() as f64;
            Some(top)
        });
        let drawing = html! {
            @for (stay, top) in self.stays.iter().zip(tops.clone()) { (stay.band(top, &days)) }
            (axis(&days, bottom))
            @for (stay, top) in self.stays.iter().zip(tops) {
                @for (row, event) in stay.events.iter().enumerate() {
                    (self.event(event, round(top + ROW * (row as f64 + 0.5)), &days))
                }
            }
            (self.key(bottom + KEY / 2.0 + 4.0))
        };
        figure(&self.name, &self.title, &self.described(), bottom + KEY, &drawing)
    }

    fn days(&self) -> Option<Days> {
        let events = self.stays.iter().flat_map(|stay| &stay.events).filter_map(|event| event.date);
        let ends = self.stays.iter().flat_map(|stay| [stay.began, stay.ended]).flatten();
        let dates: Vec<PartialDate> = events.chain(ends).collect();
        let days: Vec<Date> =
            dates.iter().flat_map(|date| [date.earliest(), date.latest()]).chain([self.until]).flatten().collect();
        Days::over(days.iter().copied(), LEFT, RIGHT)
    }

    fn described(&self) -> String {
        let events = self.stays.iter().flat_map(|stay| &stay.events).map(|event| {
            let date = event.date.map_or_else(|| self.no_date.clone(), |date| date.to_string());
            format!("{date}: {} ({}).", event.text, self.name_of(event.certainty))
        });
        [self.description.clone()].into_iter().chain(events).collect::<Vec<_>>().join(" ")
    }

    fn name_of(&self, certainty: Certainty) -> &str {
        let known = self.certainties.iter().find(|(known, _)| *known == certainty);
        known.map_or("", |(_, name)| name.as_str())
    }

    fn event(&self, event: &Event, y: f64, days: &Days) -> Markup {
        let Some(date) = event.date else {
            let text = format!("{}: {}", self.no_date, event.text);
            return html! { (shape(event.certainty, UNDATED, y)) (beside(UNDATED, y, &text)) };
        };
        let (from, to) = (date.earliest().map(|day| days.at(day)), date.latest().map(|day| days.at(day)));
        let (from, to) = (from.unwrap_or(LEFT), to.unwrap_or(RIGHT));
        let x = round(f64::midpoint(from, to));
        html! {
            @if to > from { line x1=(from) x2=(to) y1=(y) y2=(y) stroke="#000" stroke-dasharray="3 2" {} }
            (shape(event.certainty, x, y))
            (beside(x, y, &format!("{date} {}", event.text)))
        }
    }

    /// What the shapes that occur mean.
    fn key(&self, y: f64) -> Markup {
        let occurs = |certainty: Certainty| {
            self.stays.iter().flat_map(|stay| &stay.events).any(|event| event.certainty == certainty)
        };
        let shown = self.certainties.iter().filter(|(certainty, _)| occurs(*certainty));
        html! {
            @for ((certainty, name), place) in shown.zip(0u8..) {
                @let x = UNDATED + f64::from(place) * (WIDTH - UNDATED) / 4.0;
                (shape(*certainty, x, y))
                text x=(x + 10.0) y=(y + 4.0) { (name) }
            }
        }
    }
}

impl Stay {
    /// The days that it lasted, behind its rows; where an end is not known, the band has no edge there.
    fn band(&self, top: f64, days: &Days) -> Markup {
        let dated = || self.events.iter().filter_map(|event| event.date);
        let first = dated().filter_map(PartialDate::earliest).min();
        let last = dated().filter_map(PartialDate::latest).max();
        let began = self.began.and_then(PartialDate::earliest).map(|day| days.at(day));
        let ended = self.ended.and_then(PartialDate::latest).map(|day| days.at(day));
        let left = began.or(first.map(|day| days.at(day))).unwrap_or(LEFT);
        let right = if self.open { ON } else { ended.or(last.map(|day| days.at(day))).unwrap_or(RIGHT) };
        let (height, bottom) = (ROW * self.events.len() as f64 - 2.0, top + ROW * self.events.len() as f64 - 2.0);
        html! {
            rect x=(left) y=(top) width=(round((right - left).max(2.0))) height=(height) fill="#e3e6e9" {}
            @if let Some(x) = began { line x1=(x) x2=(x) y1=(top) y2=(bottom) stroke="#000" stroke-width="2" {} }
            @if let Some(x) = ended { line x1=(x) x2=(x) y1=(top) y2=(bottom) stroke="#000" stroke-width="2" {} }
            @if self.open {
                @let middle = round(f64::midpoint(top, bottom));
                polyline points={ (ON) "," (middle - 5.0) " " (ON + 6.0) "," (middle) " " (ON) "," (middle + 5.0) }
                    fill="none" stroke="#000" stroke-width="2" {}
            }
        }
    }
}

/// A text on the side of the shape where there is more room.
fn beside(x: f64, y: f64, text: &str) -> Markup {
    let (place, anchor, room) =
        if x <= WIDTH / 2.0 { (x + 11.0, "start", WIDTH - x - 12.0) } else { (x - 11.0, "end", x - 12.0) };
    html! { text.over x=(round(place)) y=(round(y + 4.0)) text-anchor=(anchor) { (cut(text, (room / LETTER) as usize)) } }
}

/// Reported: a ring. Corroborated: a ring in a ring. Confirmed: a disc. Disputed: a crossed square.
fn shape(certainty: Certainty, x: f64, y: f64) -> Markup {
    let ring = |radius: f64, fill: &str| html! { circle cx=(x) cy=(y) r=(radius) fill=(fill) stroke="#000" stroke-width="1.6" {} };
    match certainty {
        Certainty::Reported => ring(5.0, "#fff"),
        Certainty::Corroborated => html! { (ring(6.0, "#fff")) (ring(2.6, "#fff")) },
        Certainty::Confirmed => ring(5.5, "#000"),
        Certainty::Disputed => {
            let (left, right, top, bottom) = (x - 5.5, x + 5.5, y - 5.5, y + 5.5);
            html! {
                rect x=(round(left)) y=(round(top)) width="11" height="11" fill="#fff" stroke="#000" stroke-width="1.6" {}
                line x1=(round(left)) y1=(round(top)) x2=(round(right)) y2=(round(bottom)) stroke="#000" {}
                line x1=(round(left)) y1=(round(bottom)) x2=(round(right)) y2=(round(top)) stroke="#000" {}
            }
        }
    }
}

fn axis(days: &Days, bottom: f64) -> Markup {
    let written = days.written();
    let last = written.len() - 1;
    let anchor = |place: usize| {
        if last == 0 {
            return "middle";
        }
        if place == 0 {
            "start"
        } else if place == last {
            "end"
        } else {
            "middle"
        }
    };
    html! {
        line x1=(LEFT) x2=(RIGHT) y1=(TOP - 4.0) y2=(TOP - 4.0) stroke="#4a4a4a" {}
        @for (place, day) in written.iter().enumerate() {
            @let x = days.at(*day);
            line x1=(x) x2=(x) y1=(TOP - 8.0) y2=(bottom) stroke="#c4c4c4" stroke-width="0.7" {}
            text x=(x) y=(TOP - 12.0) text-anchor=(anchor(place)) { (day) }
        }
    }
}
