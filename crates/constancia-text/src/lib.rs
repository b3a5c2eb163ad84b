//! Bytes to a report: decoding, pages, kept text with its offset map, diagnostics. Knows formats, not meaning.
//!
//! [`report`] names the stages in order. Nothing here reads files or clocks, and nothing knows the language of a text:
//! the rules of noise of all languages hold for every text.

mod binary;
mod decode;
mod error;
mod lines;
mod noise;

use constancia_model::{CaptureMethod, Language, PartialDate, Report, ReportId};

pub use error::{TextError, TextErrorKind};

/// One file or stream as it was taken in.
#[derive(Debug, Clone)]
pub struct Capture<'a> {
    /// The file's name or the address; its ending tells the format.
    pub name: &'a str,
    /// The raw bytes.
    pub bytes: &'a [u8],
    /// How they came in.
    pub method: CaptureMethod,
    /// The bytes of the metadata file beside the report, where there is one.
    pub sidecar: Option<&'a [u8]>,
    /// What the person who takes the report in says about it.
    pub stated: Stated,
}

/// What the person who takes a report in says about it; it counts for more than sidecar and page.
#[derive(Debug, Default, Clone)]
pub struct Stated {
    /// When it was published.
    pub published: Option<PartialDate>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
}

/// Makes a report of what was taken in. Its language is left undetermined (`und`), and a publication date is taken
/// only from `stated`, the sidecar or the page's metadata.
///
/// # Errors
/// Nothing but white space, bytes that are no text, a page without visible words.
pub fn report(capture: &Capture) -> Result<Report, TextError> {
    let decoded = decode::decode(capture.bytes)?;
    let document = lines::split(decoded.text);
    let verdicts = noise::find(&document, &noise::Known::default());
    let mut diagnostics = decoded.diagnostics;
    diagnostics.extend(document.diagnostics.iter().cloned());
    diagnostics.extend(noise::diagnostics(&document, &verdicts));
    Ok(Report {
        id: ReportId::of(capture.bytes),
        name: capture.name.to_owned(),
        url: capture.stated.url.clone(),
        outlet: capture.stated.outlet.clone(),
        title: None,
        byline: None,
        published: capture.stated.published,
        published_basis: None,
        captured_at: None,
        method: capture.method,
        language: Language::Other("und".to_owned()),
        kept: document.keeping(|index| verdicts[index].is_none()),
        diagnostics,
    })
}
