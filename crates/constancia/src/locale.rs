//! Which language to speak, before anything else is understood: help and errors are to be in it as well.
//!
//! Knows of the command line only the option `--lang`.

use std::ffi::OsString;

use crate::catalogue::Tongue;

/// The language asked for by `--lang` anywhere in the arguments, else that of the locale, else English.
pub fn tongue(arguments: &[OsString], locale: &[Option<String>]) -> Tongue {
    asked_for(arguments).unwrap_or_else(|| of_locale(locale))
}

/// What the system says about the user's language, strongest first.
pub fn environment() -> [Option<String>; 3] {
    ["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| std::env::var(name).ok())
}

fn asked_for(arguments: &[OsString]) -> Option<Tongue> {
    let words = arguments.iter().map(|argument| argument.to_str().unwrap_or_default());
    let mut previous = "";
    for word in words.take_while(|word| *word != "--") {
        let code = if previous == "--lang" { Some(word) } else { word.strip_prefix("--lang=") };
        if let Some(tongue) = code.and_then(Tongue::of_code) {
            return Some(tongue);
        }
        previous = word;
    }
    None
}

fn of_locale(locale: &[Option<String>]) -> Tongue {
    let strongest = locale.iter().flatten().find(|value| !value.is_empty());
    let spanish = strongest.is_some_and(|value| value.split(['_', '.', '-', '@']).next() == Some("es"));
    if spanish { Tongue::Spanish } else { Tongue::English }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_option_wins_over_the_locale_wherever_it_stands() {
        type Case = (&'static [&'static str], &'static [Option<&'static str>], Tongue);
        let cases: [Case; 8] = [
            (&["--lang", "es", "brief"], &[Some("en_GB.UTF-8")], Tongue::Spanish),
            (&["brief", "--help", "--lang=es"], &[], Tongue::Spanish),
            (&["brief", "--lang", "en"], &[Some("es_VE")], Tongue::English),
            (&["brief"], &[None, None, Some("es_VE.UTF-8")], Tongue::Spanish),
            (&["brief"], &[Some(""), Some("es")], Tongue::Spanish),
            (&["brief"], &[Some("C"), None, Some("es_ES")], Tongue::English),
            (&["brief"], &[Some("est_EE")], Tongue::English),
            (&["person", "--", "--lang", "es"], &[], Tongue::English),
        ];
        for (arguments, locale, expected) in cases {
            let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
            let locale: Vec<Option<String>> = locale.iter().map(|value| value.map(str::to_owned)).collect();
            assert_eq!(tongue(&arguments, &locale), expected, "{arguments:?} {locale:?}");
        }
    }
}
