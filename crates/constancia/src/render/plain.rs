//! Words from reports made safe to show: a report must not be able to drive a terminal or hide its words.

/// `text` in one line, without control characters and without marks that turn the direction of writing.
pub fn line(text: &str) -> String {
    let spaced: String = text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
    spaced.split_whitespace().map(visible).collect::<Vec<_>>().join(" ")
}

/// `text` with its lines, without other control characters and without marks that turn the direction of writing.
pub fn lines(text: &str) -> String {
    visible(text).chars().filter(|character| matches!(character, '\n' | '\t') || !character.is_control()).collect()
}

fn visible(text: &str) -> String {
    let turns = |character: char| matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    text.chars().filter(|character| !turns(*character)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_cannot_drive_the_terminal() {
        assert_eq!(line("Ana\u{1b}[31m\nRuiz\t \u{202e}x"), "Ana [31m Ruiz x");
        assert_eq!(lines("one\r\ntwo\u{7}\u{1b}[2J"), "one\ntwo[2J");
    }
}
