//! What cannot all be so, and what time explains, in the words of `testing`.

use crate::testing::contradictions_of;

#[test]
fn what_cannot_all_be_so() {
    for (name, lines, expected) in [
        (
            "it happened, it did not",
            "report a | published=2026-01-09
             status | Ana Ruiz | released | informant=the ministry
             report b | published=2026-01-10
             status | Ana Ruiz | released | denies | informant=her sister",
            &["Status released Ana Ruiz: released (a) / not released (b)"][..],
        ),
        (
            "time explains: denied before it happened",
            "report a | published=2026-01-09
             status | Ana Ruiz | released | date=2026-01-08
             report b | published=2026-01-07
             status | Ana Ruiz | released | denies | informant=her sister",
            &["Status released Ana Ruiz: released (a) / not released (b) [HappenedSince]"],
        ),
        (
            "free or held",
            "report a | published=2026-01-09
             status | Ana Ruiz | released | date=2026-01-08 | informant=the ministry
             report b | published=2026-01-12
             status | Ana Ruiz | held | place=La Loma | informant=her sister",
            &["Status released Ana Ruiz: released (a) / held (b)"],
        ),
        (
            "taken again explains it",
            "report a | published=2026-01-09
             status | Ana Ruiz | released | date=2026-01-08
             report b | published=2026-01-12
             status | Ana Ruiz | held
             status | Ana Ruiz | rearrested | informant=her sister",
            &["Status released Ana Ruiz: released (a) / held (b) [TakenAgain]"],
        ),
        (
            "two dates",
            "report a
             status | Ana Ruiz | detained | date=2026-01-03
             report b
             status | Ana Ruiz | detained | date=2026-01-05
             report c
             status | Ana Ruiz | detained | date=2026-01",
            &["Date detained Ana Ruiz: 2026-01-03 (a) / 2026-01-05 (b)"],
        ),
        (
            "years apart are two arrests",
            "report a
             status | Ana Ruiz | detained | date=2019-01-03
             report b
             status | Ana Ruiz | detained | date=2026-01-05",
            &[],
        ),
        (
            "a copy misprints",
            "report a
             status | Ana Ruiz | detained | date=2026-01-03
             report b | origin=a
             status | Ana Ruiz | detained | date=2026-01-05",
            &[],
        ),
        (
            "two informants in one report",
            "report a
             status | Ana Ruiz | released | date=2026-01-03 | informant=the ministry
             report b | origin=a
             status | Ana Ruiz | released | date=2026-01-05 | informant=her sister",
            &["Date released Ana Ruiz: 2026-01-03 (a) / 2026-01-05 (b)"],
        ),
        (
            "one informant, worded twice",
            "report a
             status | Ana Ruiz | released | date=2026-01-03 | informant=Spain
             report b
             status | Ana Ruiz | released | date=2026-01-05 | informant=Spain's foreign ministry",
            &[],
        ),
        (
            "about a date nobody differs by a day",
            "report a
             status | Ana Ruiz | detained | date=2026-01-03~
             report b
             status | Ana Ruiz | detained | date=2026-01-05",
            &[],
        ),
        (
            "two prisons",
            "report a | published=2026-01-09
             status | Ana Ruiz | held | place=Los Olmos prison
             report b | published=2026-01-10
             status | Ana Ruiz | held | place=La Loma jail
             report c | published=2026-01-10
             status | Ana Ruiz | held | place=Los Olmos",
            &["Place held Ana Ruiz: Los Olmos prison (a c) / La Loma jail (b)"],
        ),
        (
            "two prisons in two years",
            "report a | published=2024-01-09
             status | Ana Ruiz | held | place=Los Olmos prison
             report b | published=2026-01-10
             status | Ana Ruiz | held | place=La Loma jail",
            &[],
        ),
        (
            "moved",
            "report a | published=2026-01-09
             status | Ana Ruiz | held | place=Los Olmos prison
             report b | published=2026-01-10
             status | Ana Ruiz | held | place=La Loma jail
             status | Ana Ruiz | transferred | place=La Loma jail",
            &["Place held Ana Ruiz: Los Olmos prison (a) / La Loma jail (b) [Moved]"],
        ),
        (
            "a prison and its country",
            "report a | published=2026-01-09
             status | Ana Ruiz | held | place=Los Olmos prison
             count | held | 40 | place=Freedonia
             report b | published=2026-01-10
             status | Ana Ruiz | held | place=Freedonia",
            &[],
        ),
        (
            "terms that exclude each other, and one that does not",
            "report a
             status | Ana Ruiz | released | terms=full
             report b
             status | Ana Ruiz | released | terms=house-arrest
             report c
             status | Ana Ruiz | released | terms=pardon",
            &["Terms released Ana Ruiz: full (a) / house-arrest (b)"],
        ),
        (
            "two numbers",
            "report a | published=2026-01-12
             count | held | 863 | population=political prisoners | place=Freedonia | informant=Grupo Libre
             report b | published=2026-01-13
             count | held | 777 | population=presos políticos | place=Freedonia | informant=Otro Foro",
            &["Count held political prisoners: 777 (b) / 863 (a)"],
        ),
        (
            "two numbers of one story, one of which somebody places in a town",
            "report a | published=2026-01-12
             count | released | 116 | population=people | informant=the ministry
             status | Ana Ruiz | released
             report b | published=2026-01-13
             count | released | 116 | population=people | informant=the ministry | place=Santa Clara
             report c | story=a | published=2026-01-13
             count | released | 56 | population=personas | informant=Grupo Libre
             status | Ana Ruiz | released",
            &["Count released people: 56 (c) / 116 (a)"],
        ),
        (
            "a range that holds the number, and a bound that allows it",
            "report a | published=2026-01-12
             count | held | 863 | population=political prisoners | place=Freedonia | informant=Grupo Libre
             count | held | 800-900 | population=political prisoners | place=Freedonia | informant=others
             count | held | 800 | bound=more than | population=political prisoners | place=Freedonia | informant=Otro Foro",
            &[],
        ),
        (
            "other days, other places, other people",
            "report a | published=2026-01-12
             count | held | 863 | population=political prisoners | place=Freedonia | as_of=2026-01-10
             count | held | 700 | population=political prisoners | place=Freedonia | as_of=2026-01-11 | informant=X
             count | held | 10 | population=political prisoners | place=Sylvania | as_of=2026-01-10 | informant=X
             count | held | 20 | population=journalists | place=Freedonia | as_of=2026-01-10 | informant=X",
            &[],
        ),
        (
            "numbers without a place in reports that have nothing in common",
            "report a | published=2026-01-12
             count | held | 863 | population=political prisoners | informant=Grupo Libre
             report b | published=2026-01-12
             count | held | 77 | population=political prisoners | informant=Otro Foro",
            &[],
        ),
        (
            "held on Monday, out on Tuesday",
            "report a | published=2026-01-12
             status | Ana Ruiz | held | informant=her sister
             report b | published=2026-01-13
             status | Ana Ruiz | released | date=2026-01-13",
            &["Status released Ana Ruiz: released (b) / held (a) [OutSince]"],
        ),
        (
            "dead and let out later",
            "report a | published=2026-01-12
             status | Ana Ruiz | died | date=2026-01-03 | informant=her sister
             report b | published=2026-01-13
             status | Ana Ruiz | released | date=2026-01-08",
            &["Status died Ana Ruiz: died (a) / released (b)"],
        ),
        (
            "a reviewer settled it, and it stays to be seen",
            "report a | published=2026-01-09
             status | Ana Ruiz | released | informant=the ministry | falls
             report b | published=2026-01-10
             status | Ana Ruiz | released | denies | informant=her sister | stands",
            &["Status released Ana Ruiz: released (a) / not released (b) [settled]"],
        ),
        (
            "a sum that grows is one that went on",
            "report a | published=2026-01-10
             count | released | 56 | population=prisoners | place=Freedonia | informant=Grupo Libre
             report b | published=2026-01-20
             count | released | 72 | population=prisoners | place=Freedonia | informant=Grupo Libre",
            &["Count released prisoners: 56 (a) / 72 (b) [Growth]"],
        ),
        (
            "a sum cannot fall",
            "report a | published=2026-01-10
             count | released | 116 | population=prisoners | place=Freedonia | informant=the ministry
             report b | published=2026-01-20
             count | released | 56 | population=prisoners | place=Freedonia | informant=Grupo Libre",
            &["Count released prisoners: 56 (b) / 116 (a)"],
        ),
        (
            "numbers of two periods, and the number of one day",
            "report a | published=2026-01-20
             count | released | 116 | population=prisoners | place=Freedonia | date=2026-01-08/2026-01-20
             report b | published=2026-01-20
             count | released | 187 | population=prisoners | place=Freedonia | date=2025-12-25/2026-01-20
             count | released | 11 | population=prisoners | place=Freedonia | date=2026-01-18",
            &[],
        ),
        (
            "a part is no rival",
            "report a | published=2026-01-20
             count | held | 863 | population=political prisoners | place=Freedonia | informant=Grupo Libre
             report b | published=2026-01-20
             count | held | 17 | population=foreigners | place=Freedonia | informant=Otro Foro
             count | held | 40 | population=political prisoners | place=Los Olmos prison, Freedonia",
            &[],
        ),
        (
            "list against list",
            "report a | published=2026-01-09
             count | released | 3 | population=people | place=Freedonia | informant=the ministry
             status | Ana Ruiz | released | informant=the ministry
             status | Bo Li | released | informant=the ministry
             status | Cleo Sanz | released | informant=the ministry
             report b | published=2026-01-10
             status | Ana Ruiz | released | informant=Grupo Libre
             status | Bo Li | released | informant=Grupo Libre
             status | Dov Katz | released | informant=Grupo Libre",
            &["List released -: Cleo Sanz (a) / Dov Katz (b)"],
        ),
        (
            "a later list that holds the earlier",
            "report a | published=2026-01-09
             count | released | 3 | population=people | place=Freedonia | informant=the ministry
             status | Ana Ruiz | released | informant=the ministry
             status | Bo Li | released | informant=the ministry
             status | Cleo Sanz | released | informant=the ministry
             report b | published=2026-01-12
             status | Ana Ruiz | released | informant=Grupo Libre
             status | Bo Li | released | informant=Grupo Libre
             status | Cleo Sanz | released | informant=Grupo Libre
             status | Dov Katz | released | informant=Grupo Libre",
            &["List released -:  (a a a) / Dov Katz (b) [LongerList]"],
        ),
        (
            "names that nobody claims to be all",
            "report a | published=2026-01-09
             status | Ana Ruiz | released | informant=the ministry
             status | Bo Li | released | informant=the ministry
             status | Cleo Sanz | released | informant=the ministry
             report b | published=2026-01-10
             status | Ana Ruiz | released | informant=Grupo Libre
             status | Bo Li | released | informant=Grupo Libre
             status | Dov Katz | released | informant=Grupo Libre",
            &[],
        ),
    ] {
        assert_eq!(contradictions_of(lines), expected, "{name}");
    }
}
