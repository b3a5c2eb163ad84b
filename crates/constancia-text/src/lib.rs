//! Bytes to a report: decoding, pages, kept text with its offset map, diagnostics. Knows formats, not meaning.
//!
//! [`report`] names the stages in order. Nothing here reads files or clocks, and nothing knows the language of a text:
//! the rules of noise of all languages hold for every text.

mod binary;
mod decode;
mod error;
mod format;
mod lines;
mod markdown;
mod metadata;
mod noise;
mod page;
mod sidecar;
mod signature;

use constancia_model::{CaptureMethod, DateBasis, KeptText, Language, PartialDate, Report, ReportId};

use format::Format;
use lines::Document;
use metadata::Metadata;

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
    let (document, page) = read_format(capture.name, decoded.text)?;
    let (sidecar, complaints) = capture.sidecar.map(sidecar::read).unwrap_or_default();
    let known = noise::Known { outlet: told_outlet(&capture.stated, &sidecar, &page) };
    let verdicts = noise::find(&document, &known);
    let (published, published_basis) = publication(&capture.stated, &sidecar, &page);
    let metadata = stated(&capture.stated).or(sidecar).or(page).or(signature::read(&document, &verdicts));
    let mut diagnostics = [decoded.diagnostics, complaints, document.diagnostics.clone()].concat();
    diagnostics.extend(noise::diagnostics(&document, &verdicts));
    Ok(Report {
        id: ReportId::of(capture.bytes),
        name: capture.name.to_owned(),
        url: metadata.url,
        outlet: metadata.outlet,
        title: metadata.title,
        byline: metadata.byline,
        published,
        published_basis,
        captured_at: metadata.captured_at,
        method: capture.method,
        language: Language::Other("und".to_owned()),
        kept: document.keeping(|index| verdicts[index].is_none()),
        diagnostics,
    })
}

fn read_format(name: &str, text: KeptText) -> Result<(Document, Metadata), TextError> {
    match format::of(name, &text.text) {
        Format::Page => page::read(&text),
        Format::Markdown => Ok((markdown::read(&text), Metadata::default())),
        Format::Plain => Ok((lines::split(text), Metadata::default())),
    }
}

fn stated(stated: &Stated) -> Metadata {
    Metadata { outlet: stated.outlet.clone(), url: stated.url.clone(), ..Metadata::default() }
}

fn told_outlet(stated: &Stated, sidecar: &Metadata, page: &Metadata) -> Option<String> {
    stated.outlet.clone().or(sidecar.outlet.clone()).or(page.outlet.clone())
}

/// The date of publication and where it comes from: stated counts for more than the sidecar, that for more than the page.
fn publication(stated: &Stated, sidecar: &Metadata, page: &Metadata) -> (Option<PartialDate>, Option<DateBasis>) {
    let known = [
        (stated.published, DateBasis::Stated),
        (sidecar.published, DateBasis::Sidecar),
        (page.published, DateBasis::PageMetadata),
    ];
    known.into_iter().find_map(|(date, basis)| Some((Some(date?), Some(basis)))).unwrap_or_default()
}
