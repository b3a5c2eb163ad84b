//! Copies as they are met: trimmed, reordered, wrapped, with a new headline; and texts that only look alike.

use super::*;

const AGENCY: &str = "PORTALES, March 3 (Costera) — Eleven fishermen held since the harbour strike walked out of the \
    naval barracks on Sunday evening and were met by their families at the gate. The navy gave no reason for the decision \
    and did not say whether the charges of sabotage had been withdrawn.\n\nLawyers for the men said that two of them had \
    been questioned for nine days without being allowed a telephone call. A doctor from the union examined all eleven in \
    the parish hall and sent one to hospital with a broken wrist.\n\nThe strike began in January after the port authority \
    doubled the mooring fees. Four more fishermen, among them the secretary of the cooperative, remain in the barracks, \
    according to the union.";

const RETOLD: &str = "On Sunday night the gate of the barracks opened and the eleven men of the cooperative, whose walkout \
    at the docks had landed them in military hands, were free to go home. Nobody in uniform explained why, nor whether \
    they must still stand trial. One has a fractured wrist and is being treated; the union's physician looked after the \
    rest. Their counsel complains that a pair of them spent more than a week under interrogation with no way to phone. \
    Behind the dispute are higher charges for berths. Still locked up are another four, the union says.";

const COMMUNIQUE: &str = "El comité de familiares de Puerto Viejo informa que el domingo por la tarde fueron excarcelados \
    once pescadores que permanecían en el cuartel de la Armada desde la huelga de enero. Exigimos que se entregue la lista \
    completa de los detenidos, que se permita la visita de los abogados y que un médico independiente examine a los cuatro \
    compañeros que siguen presos. No descansaremos hasta que el último haya vuelto a su casa.";

/// The copies as positions in the list: (copy, original).
fn copies(texts: &[(&str, Option<&str>, Option<&str>)]) -> Vec<(usize, usize)> {
    let identities: Vec<ReportId> = texts.iter().map(|(text, ..)| ReportId::of(text.as_bytes())).collect();
    let mut input: Vec<Text> = texts
        .iter()
        .zip(&identities)
        .map(|((text, date, credit), id)| Text {
            id,
            text,
            published: date.map(|date| date.parse().unwrap()),
            credit: *credit,
            outlet: None,
        })
        .collect();
    let found = lineage(&input);
    input.reverse();
    assert_eq!(lineage(&input), found, "the order of the texts must not matter");
    check_spans(&found, &input);
    let place = |id: &ReportId| identities.iter().position(|known| known == id).unwrap();
    let mut copies: Vec<_> = found.copies.iter().map(|copy| (place(&copy.copy), place(&copy.of))).collect();
    copies.sort_unstable();
    copies
}

fn check_spans(found: &Lineage, texts: &[Text]) {
    let words = |id: &ReportId, span: Span| {
        let text = texts.iter().find(|text| text.id == id).unwrap().text;
        let folded = span.of(text).unwrap().to_lowercase();
        folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    for copy in &found.copies {
        assert!(copy.shared > 0.0 && copy.shared <= 1.0 && !copy.sentences.is_empty());
        for shared in copy.sentences.iter().filter(|shared| shared.how == How::Verbatim) {
            assert_eq!(words(&copy.copy, shared.here), words(&copy.of, shared.there));
        }
    }
}

#[test]
fn copies_are_found_however_they_are_dressed() {
    let paragraphs: Vec<&str> = AGENCY.split("\n\n").collect();
    let trimmed = paragraphs[0].to_owned();
    let reordered = format!("{}\n\n{}\n\n{}", paragraphs[2], paragraphs[1], paragraphs[0]);
    let menus = "Home News Sport Weather\nSubscribe to our letter and read more every morning\n".repeat(9);
    let wrapped = format!("{menus}{AGENCY}\n{menus}");
    let headed =
        format!("Fishermen go home: navy opens its gates after two months\n\n{}\n\n{}", paragraphs[0], paragraphs[1]);
    for (what, copy) in [("trimmed", trimmed), ("reordered", reordered), ("wrapped", wrapped), ("headed", headed)] {
        assert_eq!(
            copies(&[(AGENCY, Some("2025-03-03"), None), (&copy, Some("2025-03-04"), None)]),
            [(1, 0)],
            "{what}"
        );
    }
}

#[test]
fn the_same_communique_in_two_papers_is_one_origin() {
    let second = format!("Comunicado de los familiares\n\n{COMMUNIQUE}");
    assert_eq!(copies(&[(COMMUNIQUE, None, None), (&second, None, None)]).len(), 1);
}

#[test]
fn the_same_facts_in_other_words_are_no_copy() {
    assert_eq!(copies(&[(AGENCY, None, None), (RETOLD, None, None), (COMMUNIQUE, None, None)]), []);
}

#[test]
fn a_shared_quotation_is_no_copy() {
    let speech = "“They took us one by one at night, they asked for names that we did not have, and in the morning they \
        wrote down whatever they liked and told us to sign it”";
    let one =
        format!("A fisherman spoke to this paper on Monday. {speech}, he said in his kitchen, his arm in plaster.");
    let other = format!("Outside the parish hall the eldest of the eleven took the microphone. {speech}. People wept.");
    assert_eq!(copies(&[(&one, None, None), (&other, None, None)]), []);
}

#[test]
fn who_names_the_agency_is_the_copy() {
    let body = AGENCY.split_once("— ").unwrap().1;
    let longer = format!("{body}\n\nThe mayor of Portales has declared Monday a holiday, our correspondent writes.");
    let naming = format!("{longer} The Costera agency was first to report it.");
    let day = Some("2025-03-03");
    assert_eq!(copies(&[(AGENCY, day, None), (&naming, day, None)]), [(1, 0)], "in the text");
    assert_eq!(
        copies(&[(AGENCY, day, None), (&longer, day, Some("Newsroom, with Costera"))]),
        [(1, 0)],
        "in the credit"
    );
    assert_eq!(copies(&[(AGENCY, Some("2025-03"), None), (&naming, day, None)]), [(1, 0)], "dates that tell nothing");
    assert_eq!(copies(&[(AGENCY, Some("2025-03-05"), None), (&naming, day, None)]), [(0, 1)], "a date tells more");
}

#[test]
fn a_chain_of_copies_has_one_origin() {
    let first = format!("{AGENCY}\n\nUpdated.");
    let second = AGENCY.split("\n\n").take(2).collect::<String>();
    let texts = [AGENCY, &first, &second];
    let identities = texts.map(|text| ReportId::of(text.as_bytes()));
    let input: Vec<Text> = (3..)
        .zip(texts.iter().zip(&identities))
        .map(|(day, (text, id))| Text {
            id,
            text,
            published: format!("2025-03-{day:02}").parse().ok(),
            credit: None,
            outlet: None,
        })
        .collect();
    let found = lineage(&input);
    assert_eq!(found.copies.len(), 2);
    assert!(found.origins.values().all(|origin| *origin == identities[0]) && found.origins.len() == 3);
}
