//! `cargo xtask picture`: draws what the program prints about the example as an SVG, for the README.
//!
//! Needs no browser, so that everybody can draw it again. Must not know what a brief says.

use std::fmt::Write;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::program::{build, root};

const EXAMPLE: &str = "examples/venezuela-2026-01";

/// As many lines as a reader of the README will look at; the picture ends with the last whole table before.
const LINES: usize = 66;

/// Size of a letter and of the margin, in pixels.
const LETTER: (f64, usize, usize) = (7.83, 18, 24);

/// Draws `docs/brief.svg`.
pub fn draw() -> Result<()> {
    let scratch = tempfile::tempdir()?;
    let output = Command::new(build()?)
        .current_dir(root())
        .args(["--lang", "en", "--db"])
        .arg(scratch.path().join("register.db"))
        .args(["read", EXAMPLE])
        .output()?;
    ensure!(output.status.success(), "the example could not be read");
    let brief = String::from_utf8(output.stdout)?;
    let path = root().join("docs/brief.svg");
    std::fs::write(&path, svg(&whole_tables(&brief))).with_context(|| path.display().to_string())
}

/// The first tables of the brief, none of them cut.
fn whole_tables(brief: &str) -> Vec<&str> {
    let lines: Vec<&str> = brief.lines().collect();
    let headings = lines.iter().enumerate().filter(|(_, line)| is_rule(line)).map(|(at, _)| at.saturating_sub(1));
    let end = headings.chain([lines.len()]).take_while(|at| *at <= LINES).last().unwrap_or(lines.len());
    lines[..end].to_vec()
}

/// A line under a heading.
fn is_rule(line: &str) -> bool {
    line.len() > 2 && (line.chars().all(|c| c == '-') || line.chars().all(|c| c == '='))
}

fn svg(lines: &[&str]) -> String {
    let (width, height, margin) = LETTER;
    let columns = lines.iter().map(|line| line.chars().count()).max().unwrap_or_default();
    let wide = (columns as f64 * width).ceil() as usize + 2 * margin;
    let tall = lines.len() * height + 2 * margin;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {tall}\" width=\"{wide}\" height=\"{tall}\" \
         role=\"img\" aria-labelledby=\"title\" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" \
         font-size=\"13\" fill=\"#1c2733\">\n<title id=\"title\">The brief that constancia prints for {EXAMPLE}</title>\n\
         <rect width=\"{wide}\" height=\"{tall}\" rx=\"8\" fill=\"#fbfaf7\" stroke=\"#cfc9bd\"/>\n"
    );
    for (number, line) in lines.iter().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let style = if lines.get(number + 1).is_some_and(|next| is_rule(next)) {
            " font-weight=\"bold\" fill=\"#0b4f6c\""
        } else if is_rule(line) {
            " fill=\"#b9b2a3\""
        } else {
            ""
        };
        let base = margin + (number + 1) * height - 5;
        let indent = line.chars().take_while(|c| *c == ' ').count();
        let left = margin as f64 + indent as f64 * width;
        let length = line.trim().chars().count() as f64 * width;
        let _ = writeln!(
            svg,
            "<text x=\"{left:.1}\" y=\"{base}\" textLength=\"{length:.1}\" xml:space=\"preserve\"{style}>{}</text>",
            escaped(line.trim())
        );
    }
    svg.push_str("</svg>\n");
    svg
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_ends_with_a_whole_table() {
        let long = "x\n".repeat(LINES);
        let brief = format!("Brief\n=====\n\nCounted\n-------\n 5 freed\n\nNamed\n-----\n{long}");
        assert_eq!(whole_tables(&brief).len(), 7);
        assert_eq!(whole_tables("Brief\n=====\n 1\n").len(), 3);
    }

    #[test]
    fn signs_of_the_format_are_escaped() {
        assert!(svg(&["a < b & c"]).contains(">a &lt; b &amp; c</text>"));
    }
}
