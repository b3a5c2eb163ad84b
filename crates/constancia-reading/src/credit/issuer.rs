//! A communiqué that its own body publishes: where it credits itself the outlet speaks.
//!
//! Knows what heads such a text and whose it is; not what it says.

use super::{Credit, reprint};
use crate::scene::Scene;

/// Takes the name from every credit to the body that issues the text, unless another outlet prints it.
pub(super) fn clear(scene: &Scene, credits: &mut [Vec<Credit>]) {
    let Some(issuer) = issuer(scene) else { return };
    for credit in credits.iter_mut().flatten().filter(|c| c.person.is_none() && names(&c.informant, &issuer)) {
        credit.informant.clear();
    }
}

/// Whether the informant is the issuer, with or without an article.
fn names(informant: &str, issuer: &str) -> bool {
    let (informant, issuer) = (informant.to_lowercase(), issuer.to_lowercase());
    informant == issuer || informant.split_once(' ').is_some_and(|(_, rest)| rest == issuer)
}

/// The body of a text that says in its head that it is a communiqué: the first that it names.
fn issuer(scene: &Scene) -> Option<String> {
    let head = scene.analysis.blocks.iter().take(3);
    let released = head.clone().any(|block| {
        let short = block.tokens.len() < 14;
        short && scene.find(&block.tokens, &scene.words.releases).is_some()
    });
    let printed = reprint::is_reprinted(scene);
    let (words, _) = reprint::body(scene, 0).filter(|_| released && !printed)?;
    Some(scene.text(&words)).filter(|name| name.contains(' '))
}
