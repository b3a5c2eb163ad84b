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

const HARBOUR: &str = "The ferry to Almadraba will not sail before May, the port authority decided on Tuesday after divers found a \
    crack in the hull. Passengers who had bought tickets may have their money back at the kiosk on the quay.\n\nIslanders \
    must take the mail boat, which has room for twenty people and leaves twice a week. The mayor of the island called \
    the decision late and badly explained. A second vessel was sold to a company in the north two years ago.";

const SPEECHLESS: &str = "A trawler captain grew tomatoes on the roof of the fish hall and won the cup of the garden club. His \
    neighbours had laughed at the buckets that he carried up the ladder every morning.\n\nThe club gives the cup for patience.";

fn identity(text: &str) -> ReportId {
    ReportId::of(text.as_bytes())
}

fn found(texts: &[&str]) -> Lineage {
    let ids: Vec<ReportId> = texts.iter().map(|text| identity(text)).collect();
    lineage(&inputs(texts, &ids))
}

fn inputs<'a>(texts: &[&'a str], ids: &'a [ReportId]) -> Vec<Text<'a>> {
    let input = |(text, id): (&&'a str, &'a ReportId)| Text { id, text, published: None, credit: None, outlet: None };
    texts.iter().zip(ids).map(input).collect()
}

fn originals_of(found: &Lineage, copy: &str) -> Vec<(ReportId, Direction)> {
    let mut originals: Vec<_> =
        found.copies.iter().filter(|c| c.copy == identity(copy)).map(|c| (c.of.clone(), c.rule)).collect();
    originals.sort();
    originals
}

fn pieces(text: &str) -> Vec<&str> {
    text.split_inclusive(". ").collect()
}

#[test]
fn a_text_put_together_from_two_has_two_originals() {
    let merged =
        format!("{}\n\nThe weather stays calm.\n\n{}", pieces(AGENCY)[..2].concat(), pieces(HARBOUR)[..3].concat());
    let all = found(&[AGENCY, HARBOUR, &merged]);
    let mut wanted = vec![(identity(AGENCY), Direction::Merged), (identity(HARBOUR), Direction::Merged)];
    wanted.sort();
    assert_eq!(originals_of(&all, &merged), wanted);
    let own: Vec<&str> = all.own[&identity(&merged)].iter().map(|span| span.of(&merged).unwrap()).collect();
    assert_eq!(own, ["The weather stays calm"]);
    assert_ne!(all.origins[&identity(AGENCY)], all.origins[&identity(HARBOUR)]);
}

#[test]
fn a_lightly_rewritten_text_is_a_copy() {
    let rewritten = "On Sunday evening eleven fishermen, held since the harbour strike, left the naval barracks and were greeted by \
        their families at the gate. The navy gives no reason for this decision, and does not say if the charges of \
        sabotage have been dropped.\n\nLawyers for the men say two of them were questioned nine days without any telephone \
        call. In the parish hall a doctor from the union examined all eleven and sent one with a broken wrist to hospital.";
    assert_eq!(originals_of(&found(&[AGENCY, rewritten, HARBOUR]), rewritten).len(), 1);
}

#[test]
fn a_paragraph_that_many_reports_have_makes_no_copies() {
    let about = "The Almadraba Courier is written by eight reporters on two islands and has appeared every Friday since the lighthouse \
        was lit. Readers who pay for it decide at a yearly assembly what it looks into. ";
    let bodies = [
        AGENCY,
        HARBOUR,
        SPEECHLESS,
        RETOLD,
        "Bread costs a tenth more since Monday, bakers on both islands say, because the \
        mill raised its prices. Nobody at the mill picked up the telephone when this paper rang. The last rise was in \
        spring. Schools get theirs at the old price until June.",
        "Snow fell on the lighthouse for the first time in forty years. \
        The keeper measured two fingers on the railing and sent the mail boat back with a bottle of it. It had melted \
        before anybody saw it.",
    ];
    let texts: Vec<String> = bodies.iter().map(|body| format!("{body}\n\n{about}")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    assert_eq!(found(&texts).copies, []);
}

#[test]
fn a_communique_that_several_print_is_their_origin() {
    let communique = format!("COMUNICADO\n\n{COMMUNIQUE}");
    let one = format!(
        "Los familiares reclaman la lista\n\nEl comité difundió el siguiente comunicado tras la salida de los pescadores:\n\n{COMMUNIQUE}"
    );
    let other =
        format!("Once pescadores en casa\n\n{COMMUNIQUE}\n\nLa Armada no respondió a las preguntas de este diario.");
    let all = found(&[&one, &communique, &other]);
    assert_eq!(all.groups.len(), 1);
    assert_eq!((all.groups[0].report.clone(), all.groups[0].kind), (identity(&communique), OriginKind::Communique));
    assert_eq!(originals_of(&all, &one), [(identity(&communique), Direction::Credit)]);
}

#[test]
fn where_nothing_tells_the_direction_is_unsure() {
    let (one, other) = (format!("{AGENCY} It rained."), format!("{AGENCY} The sun shone."));
    let all = found(&[&one, &other]);
    assert_eq!(all.copies.iter().map(|copy| copy.rule).collect::<Vec<_>>(), [Direction::Unsure]);
    assert_eq!(all.groups.len(), 1);
}

#[test]
fn an_agency_that_is_credited_is_the_origin() {
    let all = found(&[HARBOUR, AGENCY]);
    let called: Vec<_> = all.groups.iter().map(|group| (group.kind, group.called.as_deref())).collect();
    assert_eq!(called, [(OriginKind::Credited, Some("Costera"))]);
}

#[test]
fn the_order_of_arrival_does_not_matter() {
    let merged = format!("{}\n\n{}", pieces(AGENCY)[..2].concat(), pieces(HARBOUR)[..3].concat());
    let trimmed = pieces(HARBOUR)[1..].concat();
    let wrapped = format!("News\nSport\n{COMMUNIQUE}\nSubscribe");
    let mut texts = vec![AGENCY, HARBOUR, COMMUNIQUE, RETOLD, SPEECHLESS, &merged, &trimmed, &wrapped];
    let wanted = found(&texts);
    assert_eq!(wanted.copies.len(), 4);
    for turn in 0..texts.len() {
        texts.rotate_left(1);
        texts.swap(0, turn);
        let ids: Vec<ReportId> = texts.iter().map(|text| identity(text)).collect();
        let fetch = |id: &ReportId| ids.iter().position(|known| known == id).map(|at| Cow::Borrowed(texts[at]));
        let mut archive = Archive::new();
        for text in inputs(&texts, &ids) {
            archive.place(&text, fetch);
            archive.place(&text, fetch);
        }
        assert_eq!(archive.len(), texts.len());
        assert_eq!(archive.lineage(fetch), wanted);
    }
}

#[test]
fn a_report_is_placed_among_those_that_are_there() {
    let trimmed = pieces(HARBOUR)[1..].concat();
    let ids = [identity(&trimmed), identity(HARBOUR)];
    let texts = [trimmed.as_str(), HARBOUR];
    let fetch = |id: &ReportId| ids.iter().position(|known| known == id).map(|at| Cow::Borrowed(texts[at]));
    let mut archive = Archive::new();
    let input = inputs(&texts, &ids);
    let first = archive.place(&input[0], fetch);
    assert_eq!((first.copies, first.copied_by, first.origin), (vec![], vec![], ids[0].clone()));
    let second = archive.place(&input[1], fetch);
    assert_eq!(second.copied_by.iter().map(|copy| &copy.copy).collect::<Vec<_>>(), [&ids[0]]);
    assert_eq!(archive.place(&input[0], fetch).origin, ids[1]);
    assert_eq!(archive.place(&input[0], |_| None).copies, [], "a text that cannot be had is not compared");
}
