# Every word that the application says in English. The same keys stand in es.ftl; a test compares the two.

## Help

help-constancia = Keeps one register of who is held, who is out, on what terms, who says so and how surely.
help-after =
    Exit codes: 0 all done; 1 something could not be read or done, with the reason; 2 wrong usage; 130 interrupted.
    Environment: CONSTANCIA_DB names the store, CONSTANCIA_RULES a file of rules; CONSTANCIA_BY says who decides; LC_ALL,
    LC_MESSAGES, LANG choose the language; CONSTANCIA_NOW (RFC 3339) stands in for the clock.
help-read = Read reports and print the brief of everything in the store. The same bytes again change nothing.
help-read-paths = Files (.txt, .md, .html), folders with all below them, or - for standard input. NAME.meta.json beside a file may give url, outlet, title, published, captured_at
help-read-published = When the reports were published: 2026-01-08, 2026-01 or 2026
help-read-outlet = Who published them
help-read-url = Where they were published
help-read-threads = How many threads read; the result does not depend on it [default: one for each processor]
help-read-frames = Read with the frames of this file as well, see docs/FRAMES.md; may be given several times
help-read-reader = Who reads besides the rules: openai asks a model at an endpoint and keeps what the report bears out; the rules read in any case [default: rules]
help-read-endpoint = Where the model is asked, by the chat protocol of OpenAI: http://localhost:11434/v1. The text of the reports goes there and nowhere else
help-read-model = The model's name there
help-read-key-env = The environment variable that holds the key, where one is needed; the key is not shown or kept
help-read-concurrency = How many requests are under way at once; the result does not depend on it [default: 2]
help-read-timeout = How many seconds one request may take [default: 300]
help-brief = Show what the register says, with who says so
help-page-format = How it is to look; html is one file in which every cell opens its words [default: text]
help-page-out = Write to this file instead of standard output
help-as-of = Show what held on this day, as far as is known today: 2026-01-08
help-rules-file = Go by the rules of this file: how sure a fact is, who is joined without asking; constancia rules prints one to start from [environment: CONSTANCIA_RULES]
help-person = Show everything about a person, with the words that say it
help-person-name = The name or a part of it; capitals and accents do not matter
help-report = Show a report with its statements marked in the text
help-report-id = The start of its identity, or the name of its file
help-explain = Show why a statement is there: what found it, each part with its words, what was decided about it, who is credited
help-explain-statement = Its identity, as constancia report shows it behind each statement; the beginning of the digits will do: 0f3a-2
help-explain-format = How it looks, text or json [default: text]
help-explain-frames = Explain with the frames of this file as well; may be given several times
help-person-merge = Record that two persons are one human being
help-person-split = Record that the mentions of some reports are another person
help-person-different = Record that two persons are two, whatever looks alike; no rule joins them any more
help-person-unsure = Record that somebody looked and it cannot be said whether two persons are one
help-person-history = Show every decision about a person: number, time, who, what, why, and what became of it
help-person-one = A person: her identity, its beginning (six digits at least), or a name that only she bears
help-person-other = The other person, named in the same way
help-person-split-reports = The reports that name the other person: the start of an identity (four digits at least), or the name of a file
help-judgement = Look at what was decided, or take a decision back
help-judgement-list = List every decision, with what became of it
help-judgement-withdraw = Make a decision void, as if it had never been taken; both stay on record
help-judgement-number = The number of its entry, as judgement list shows it
help-statement = Decide whether a statement stands
help-statement-accept = Record that what a statement says is so
help-statement-reject = Record that what a statement says is not so, or that its report does not say it
help-statement-reopen = Leave a statement open again, as if nobody had decided
help-review = Show who may be one person and waits for a decision, with the reasons
help-by = Who decides [environment: CONSTANCIA_BY]
help-reason = Why; it stays on record
help-tally = Show what was announced and what followed, what was counted, whom the register names, the gap, and the course of it
help-contradictions = Show what cannot all be so, and who says which; or settle one
help-contradictions-all = Show also what time explains, with the explanation
help-settle = Record that one side stands and the others fall; both stay on record and visible
help-settle-id = The beginning of its identity, as constancia contradictions shows it; four digits at least
help-settle-side = The number of the side that stands
help-rules = Print the rules that hold where no others are given, as a file to copy and change
help-export = Write the register for other programs
help-export-format = What to write: a statement a line, a text a file, a table of persons for spreadsheets, the brief as data (json), or which reports are copies and which tell of one event (groups)
help-export-out = Write to this file (for texts: this folder) instead of standard output
help-ledger = Look at the list of everything ever taken in or decided
help-ledger-show = List the entries: number, time, kind, author, identities, hash; no names of people
help-ledger-verify = Check that nothing in the ledger was changed and that all words stand in their reports
help-rebuild = Make the register anew from the ledger alone
help-completions = Print the completions for a shell
help-completions-shell = bash, zsh, fish, elvish or powershell
help-option-lang = The language of messages and headings [default: that of the system, else en]
help-option-db = The store [default: constancia.db in this folder; environment: CONSTANCIA_DB]
help-option-help = Print this help
help-option-version = Print the version

heading-usage = Usage:
heading-commands = Commands:
heading-arguments = Arguments:
heading-options = Options:

value-options = OPTIONS
value-command = COMMAND
value-path = PATH
value-file = FILE
value-name = NAME
value-id = ID
value-statement = STATEMENT
value-date = DATE
value-outlet = OUTLET
value-url = ADDRESS
value-number = NUMBER
value-variable = VARIABLE
value-person = PERSON
value-report = REPORT
value-text = TEXT
value-seconds = SECONDS
value-shell = SHELL

## Wrong usage

usage-error = Wrong usage: { $reason }
usage-hint = See constancia --help, or constancia COMMAND --help.
usage-no-command = no command was given.
usage-value-missing = { $argument } needs a value ({ $valid }).
usage-value-not-among = “{ $value }” is no value of { $argument }; it takes { $valid }.
usage-value = “{ $value }” is no value of { $argument }.
usage-date = “{ $value }” is no date; write 2026-01-08, 2026-01 or 2026.
usage-day = “{ $value }” is no day; write 2026-01-08.
usage-unknown-option = nothing is known of “{ $argument }”.
usage-unknown-command = there is no command “{ $command }”.
usage-missing = { $argument } is missing.
usage-twice = { $argument } was given twice.
usage-not-text = an argument is not valid UTF-8.
usage-other = the command line was not understood.
usage-did-you-mean = Did you mean { $name }?
usage-model-needs = --reader openai needs { $argument }.
usage-without-model = { $argument } means nothing without --reader openai.
usage-endpoint = --endpoint takes an address such as http://localhost:11434/v1, without a key or a query in it; name the variable of a key with --key-env.
usage-by-missing = nobody is said to decide. Name somebody with --by, or in the environment variable CONSTANCIA_BY.
usage-texts-need-out = texts are written to a folder; name it with --out.

## What stops a command

stopped = Stopped: { $reason }
failure-clock = CONSTANCIA_NOW is “{ $value }”, which is no time; write it like 2026-01-08T12:00:00Z.
failure-signals = the system does not let interruptions be noticed; close other programs and try again.
failure-no-key = there is no usable key in the environment variable { $variable }. Set it, or leave out --key-env where none is needed. Nothing was read.
failure-no-model-reader = this program was built without the model reader. Build it with the feature model-reader, or leave out --reader. Nothing was read.
failure-no-store = there is no store “{ $file }”. Read some reports first (constancia read PATH), or name the store with --db.
failure-no-person = the register names nobody like that. Try a part of the name; constancia brief shows all names.
failure-no-contradiction = there is no contradiction “{ $id }”. constancia contradictions --all shows the identities; give four digits at least.
failure-many-contradictions = “{ $id }” may be any of several contradictions: { $ids }. Give more of the identity.
failure-no-side = contradiction { $id } has no side { $side }; its sides are 1 to { $sides }. constancia contradictions shows them.
rules-unreadable = the rules “{ $file }” cannot be read as text. Check the path, the permissions, and that the file is UTF-8.
rules-wrong = { $file }:{ $line }: “{ $words }” is wrong, or something that belongs under it is missing. Compare the line with what constancia rules prints.
rules-incomplete = { $file }:{ $line }: the rules are not whole. Start from what constancia rules prints.
failure-no-report = the register has no report “{ $id }”. The last table of constancia brief lists names and identities.
failure-many-reports = “{ $id }” may be any of several reports: { $ids }. Give more of the identity.
failure-no-statement = the register has no statement “{ $id }”. Give the identity that constancia report REPORT shows behind each statement: at least four digits, a hyphen, a number.
failure-many-statements = “{ $id }” may be any of several statements: { $ids }. Give more digits, a hyphen and the number.
failure-many-persons = any of several persons may be meant. Give an identity, or its first six digits at least: { $persons }
failure-one-person = both are one person already, { $id }. Nothing was recorded.
failure-not-two-persons = both are one person, { $id }. If that is wrong or in doubt, part them first: constancia person split. Nothing was recorded.
failure-not-her-report = no report “{ $id }” names that person. constancia person history shows the reports that do.
failure-nobody-left = these reports are all that name the person { $id }; nobody would be left. Leave out those that are hers.
refused-no-reason = a decision needs a reason; give it with --reason. Nothing was recorded.
refused-no-author = a decision needs somebody who takes it; name somebody with --by. Nothing was recorded.
refused-as-a-rule = “rule …” stands for the rules of the program. Give your own name with --by. Nothing was recorded.
refused-not-two = that takes two different persons. Nothing was recorded.
refused-no-mention = report { $report } names nobody like that, so there is nothing to decide. Nothing was recorded.
refused-named-apart = report { $report } names the two apart, so they are two persons. If one of them is joined to somebody wrongly, part that first: constancia person split. Nothing was recorded.
refused-kept-apart = what was decided about others keeps the two apart. Look at constancia person history of both and withdraw what is wrong. Nothing was recorded.
refused-no-statement = report { $report } makes no such statement any more. Nothing was recorded.
refused-no-entry = the ledger has no entry { $entry }. constancia judgement list shows what can be withdrawn. Nothing was recorded.
refused-decides-nothing = entry { $entry } takes something in and decides nothing; what was taken in stays. constancia judgement list shows what can be withdrawn. Nothing was recorded.
refused-is-withdrawal = entry { $entry } is a withdrawal, and those are not withdrawn. To have the earlier decision again, decide it again. Nothing was recorded.
refused-withdrawn = entry { $entry } was withdrawn before, by entry { $by }. Nothing was recorded.
frames-unreadable = the frames “{ $file }” cannot be read as text. Check the path, the permissions, and that the file is UTF-8.
frames-syntax = { $file }:{ $line }: this is not TOML. Check that every quotation mark and bracket on the line is closed.
frames-no-language = { $file }:{ $line }: no line says which language the frames are of. Write language = "en" or language = "es" at the top.
frames-no-frame = { $file }:{ $line }: there is no frame in it. Begin each with a line [[frame]]; see docs/FRAMES.md.
frames-unknown-key = { $file }:{ $line }: “{ $key }” is no key here. Allowed: { $allowed }.
frames-wrong-value = { $file }:{ $line }: “{ $key }” does not take this value. Allowed: { $allowed }.
frames-not-a-list = { $file }:{ $line }: “{ $key }” takes a list of words: { $key } = ["one", "another"].
frames-not-plain = { $file }:{ $line }: “{ $word }” in “{ $key }” must be in lower case, not empty, with single spaces and none at its ends.
frames-several-words = { $file }:{ $line }: “{ $key }” takes single words, and “{ $word }” is several. Put it among the verbs or the phrases.
frames-no-status = { $file }:{ $line }: this frame has no status. Write for example status = "released".
frames-no-words = { $file }:{ $line }: this frame has no words. Give it verbs, nouns, marks or phrases.
failure-disk-full = the disk is full: “{ $file }” was not written, nothing stands there half. Make room and try again.
failure-not-allowed = “{ $file }” may not be written. Change its permissions or name another place with --out.
failure-no-folder = “{ $file }” cannot be written because its folder does not exist. Make the folder and try again.
failure-write = “{ $file }” could not be written. Check the disk, or name another place with --out.
failure-other = { $detail }. If it happens again, please report it with this message.
store-newer = the store “{ $file }” was written by a newer version of Constancia ({ $detail }). It was not touched. Install the newer version, or name another store with --db.
store-damaged = the store “{ $file }” is damaged or is no store ({ $detail }). It was not touched. Restore it from a copy, or name another store with --db and read the reports again.
store-disk-full = the disk is full. Nothing was half-written to the store “{ $file }”: all that was reported as read is in it. Make room and run the command again; it goes on where it stopped.
store-locked = another program is writing to the store “{ $file }”. Wait until it has ended and run the command again.
store-read-only = the store “{ $file }” cannot be opened for writing. Check that its folder exists and its permissions, or name another store with --db.
store-other = the store “{ $file }” failed: { $detail }. Check the disk and run constancia ledger verify.

## Reading

trouble = { $place }: { $reason } { $remedy }
problem-missing = There is nothing at this path.
remedy-missing = Check how it is spelt.
problem-not-allowed = The system does not allow reading it.
remedy-not-allowed = Change its permissions, or run as somebody who may read it.
problem-unreadable = The system could not read it (error { $code }).
remedy-unreadable = Check the disk or the connection and read it again.
problem-not-a-file = It is neither a file nor a folder.
remedy-not-a-file = Name a file or a folder, or use - for standard input.
problem-other-format = This format is not read.
remedy-other-format = Save it as .txt, .md or .html.
problem-too-large = It is larger than 256 MB, which no report is.
remedy-too-large = Split it into its reports.
problem-changed = It changed while it was being read.
remedy-changed = Wait until nothing writes to it and read it again.
problem-empty = There is no text in it.
remedy-empty = Save the report again, or delete the file.
problem-binary = It is no text but { $format }.
remedy-binary = Save its words as .txt, .md or .html.
problem-page-without-body = The page has no visible words.
remedy-page-without-body = Save the page again when it is fully loaded, or save its words as .txt.
problem-sidecar = These metadata cannot be used ({ $detail }); the report was read without them.
remedy-sidecar = Correct the file and read the report into a new store.
problem-language-not-read = It is in a language that is not read ({ $code }); it is kept.
remedy-language-not-read = Take in a translation into English or Spanish.
problem-line-too-long = A line of { $bytes } bytes is too long to be prose; it was cut into pieces for reading.
remedy-line-too-long = Look at the report, and save it again with its paragraphs.
problem-refused = What was read from it does not hold together, and the store refused it.
remedy-refused = Please report this with the file; the other reports are in.
problem-crashed = The reader failed on it.
remedy-crashed = Please report this with the file; the other reports are in.
format-not-known = data of an unknown kind

note-decoded-declared = { $file }: not UTF-8; decoded as { $detail }, which it declares.
note-decoded-guessed = { $file }: not UTF-8; decoded as { $detail }, which is what it looks like.
note-decoded-damaged = { $file }: decoded as { $detail }; some bytes are no characters and stand as �.
note-machine-written = { $file }: warning: it holds leftovers of a machine; its words may not be a person's.
note-impossible-date = { $file }: warning: its publication date { $detail } cannot be; it is held to have none. Give the true one with --published.
note-no-article = { $file }: warning: no article was found in the page; all its visible words were read.

note-instructs-reader = { $file }: warning: it holds words that tell a machine what to do. Nothing follows from them; look at the report.

unanswered-unreachable = Nobody answers at { $endpoint }; the model has not read this report.
unanswered-remedy-unreachable = Start the server or check --endpoint, and run the same command again.
unanswered-insecure = The connection to { $endpoint } cannot be made secure; the model has not read this report.
unanswered-remedy-insecure = Check the address and the server's certificate, and run the same command again.
unanswered-timed-out = The model took longer than { $seconds } seconds for this report.
unanswered-remedy-timed-out = Give it more time with --timeout, or ask fewer at once with --concurrency.
unanswered-dropped = The connection to { $endpoint } ended before the answer did.
unanswered-remedy-dropped = Run the same command again.
unanswered-busy = { $endpoint } is busy or failing (status { $status }), and still was at the last attempt.
unanswered-remedy-busy = Wait and run the same command again, or lower --concurrency.
unanswered-key-refused = { $endpoint } does not take the key (status { $status }).
unanswered-remedy-key-refused = Check the variable that --key-env names.
unanswered-not-there = { $endpoint } knows no model { $model }, or is no such endpoint (status { $status }).
unanswered-remedy-not-there = Check --model and --endpoint; the address often ends in /v1.
unanswered-rejected = { $endpoint } refuses the question about this report (status { $status }).
unanswered-remedy-rejected = The report may be too long for the model; try one with a larger context.
unanswered-redirected = { $endpoint } sends the question elsewhere (status { $status }), and it was not sent there.
unanswered-remedy-redirected = Name the right address with --endpoint.
unanswered-no-json = The model's answers were no usable JSON.
unanswered-remedy-no-json = Try another model, or a server that holds it to a schema.
unanswered-not-asked = The model was not asked about this report, since the endpoint failed before.
unanswered-remedy-not-asked = Put that right and run the same command again.
model-read = The model { $model } read { $reports }: { $statements } that the reports bear out. { $same ->
    [one] 1 was read by the rules as well
   *[other] { $same } were read by the rules as well
}, { $differing } differ from what the rules read, { $refused } more were refused.
model-failed = { $count ->
    [one] { $count } report has no answer; the same command asks only for it.
   *[other] { $count } reports have no answer; the same command asks only for those.
}

progress-read = [{ $done }/{ $total }] { $name }: { $statements ->
    [one] { $statements } statement
   *[other] { $statements } statements
}
number-of-reports = { $count ->
    [one] { $count } report
   *[other] { $count } reports
}
number-of-statements = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
read-new = Read: { $reports }, { $statements }.
read-known = { $count ->
    [one] { $count } was already in the register and changed nothing.
   *[other] { $count } were already in the register and changed nothing.
}
read-refused = { $count ->
    [one] { $count } could not be read.
   *[other] { $count } could not be read.
}
read-interrupted = Interrupted. Everything reported as read is kept; run the same command again and it goes on from here.
rebuilt = The register was made anew from the ledger.

## The ledger

ledger-in-order = In order: { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
}, { $statements ->
    [one] { $statements } statement whose words stand
   *[other] { $statements } statements whose words stand
}, { $captures ->
    [one] { $captures } capture
   *[other] { $captures } captures
}. Last hash: { $head }
ledger-fault = Not in order: entry { $entry } is not what was written ({ $detail }). Restore the store from a copy made before.
ledger-fault-capture = Not in order: a capture is not what was taken in ({ $detail }). Restore the store from a copy made before.

## Decisions

decided = Recorded as entry { $entry }.
decided-persons = { $count ->
    [0] Every person is as before.
    [one] This person is not as before:
   *[other] These persons are not as before:
}
decided-gone = Nobody has these identities any more: { $list }.
decided-resting = Decisions about somebody who is now several persons; see whether they still hold: { $list }.
decided-idle = Decisions that join nobody any more: { $list }.
decision-line = { $entry } · { $time } · { $author }: { $what } ({ $standing })
decision-reason = because: { $reason }
decision-withdrawn = withdrawn by { $author } in entry { $entry }, { $time }: { $reason }
decision-same-person = one person
decision-different-persons = two persons
decision-unsure = left open whether one person
verdict-stands = accepted
verdict-falls = rejected
verdict-open = open again
standing-counts = counts
standing-replaced = replaced by entry { $entry }
standing-withdrawn = withdrawn
standing-idle = joins nobody: what it is about is not there, or is held apart
review-count = { $count ->
    [0] Nobody waits for a decision.
    [one] { $count } question waits for a decision. Answer with constancia person merge, different or unsure.
   *[other] { $count } questions wait for a decision. Answer with constancia person merge, different or unsure.
}
review-question = { $number }. One person? { $reasons }
identity-same-full-name = the same full name
identity-second-surname-added = one name has a second surname more
identity-middle-name-added = one name has a middle name more
identity-names-added = one name has more words
identity-name-order = the same words in another order
identity-initial = an initial may stand for the name
identity-spelling-variant = the names are spelt nearly alike
identity-words-joined = two words here are one there
identity-nickname = one name may be a short form of the other
identity-slip = a few letters differ
identity-word-differs = against: a word of the name differs
identity-father-and-son = against: one is named as the other's father
identity-one-word-only = against: only one word of the names is shared
identity-generation-differs = against: father and son, or such
identity-competing-candidates = against: somebody else may be meant
identity-named-side-by-side = against: a report names both
card-agrees = agrees: { $field }
card-differs = differs: { $field }
card-contradicts = against: { $field }
card-unknown = not known of both: { $fields }
card-odds-for = by what is known, about { $odds } to 1 for one person
card-odds-against = by what is known, about { $odds } to 1 for two persons
card-odds-far-for = by what is known, more than { $odds } to 1 for one person
card-odds-far-against = by what is known, more than { $odds } to 1 for two persons

## The brief

brief-title = Constancia: the brief
brief-summary = { $reports ->
    [one] { $reports } report
   *[other] { $reports } reports
} from { $origins ->
    [one] { $origins } origin
   *[other] { $origins } origins
}; { $persons ->
    [one] { $persons } person named
   *[other] { $persons } persons named
}.
brief-warnings = { $count ->
    [one] { $count } warning about the reports; see the last table.
   *[other] { $count } warnings about the reports; see the last table.
}
page-as-of = As of { $date }.
explained-too = { $count ->
    [one] { $count } more difference is explained by time: see --all.
   *[other] { $count } more differences are explained by time: see --all.
}
tally-title = Announced, counted, named
contradictions-title = Contradictions
person-today = { $day }: { $fact }
person-summary = Named in { $reports ->
    [one] { $reports } report
   *[other] { $reports } reports
} from { $origins ->
    [one] { $origins } origin
   *[other] { $origins } origins
}.
on-day = On { $date }
today = Today
nothing-here = None.
everybody = all

section-announced = Announced
explanation-announced = What was promised, and by whom. Announced is not released.
section-followed = What followed
explanation-followed = After each announcement, by names and by counts, from the first day on which it was published.
section-counted = Counted
explanation-counted = Every number that somebody gave, as it was given.
section-named = Named
explanation-named = The persons whom reports name, with what holds today. Released is not free: see the terms.
section-held = Said to be still held
explanation-held = The persons whom the last word has in custody.
section-contradictions = Contradictions
explanation-contradictions = What cannot all be so, and who says which. Nothing is averaged.
section-settled = Settled
explanation-settled = What a reviewer decided, with who did, when and why.
section-explained = Explained by time
explanation-explained = What differs and can all be so.
section-gap = Announced–counted–named gap
explanation-gap = The gap is the largest number that somebody gives, less the persons whom the register names.
section-series = Over time
explanation-series = Each informant's numbers, beside the persons whom the register names under the same definition.
section-reports = Reports
explanation-reports = What all this rests on. Reports that share words share an origin.
section-timeline = What happened
explanation-timeline = Earliest first; what has no date stands where it belongs in a case.
section-rulings = Decisions
explanation-rulings = What reviewers decided about statements concerning this person.
section-attributes = Who it is
explanation-attributes = What reports say about the person.

column-announced-by = Announced by
column-what = What
column-number = Number
column-status = Status
column-population = Of whom
column-terms = Terms
column-date = Date
column-place = Place
column-name = Name
column-informants = Informants
column-reports = Reports
column-origins = Origins
column-certainty = Certainty
column-said = Said
column-announced = Announced
column-counted = Counted
column-named = Named
column-gap = Gap
column-report = Report
column-id = Identity
column-outlet = Outlet
column-published = Published
column-language = Language
column-origin = Origin
column-statements = Statements
column-warnings = Warnings
column-field = What
column-value = Said
column-announced-on = On
column-first = First
column-last = Last
column-course = Course
column-side = Side
column-decided = Decided
column-entry = Entry
column-by = By
column-when = When
column-reason = Why

after-days = { $days ->
    [one] After { $days } day
   *[other] After { $days } days
}
followed-named = { $count } named
followed-counted = { $number } counted ({ $who })
followed-not-known = not yet known
followed-so-far = so far { $what }; the rest is not yet known
measure-standing = at one time
measure-daily = on one day
measure-cumulative = so far
measure-since = since { $date }
place-inferred = { $place } (inferred)
series-named = named here
series-gap = On the last day: { $named } named, gap { $gap }.
number-on = { $number } ({ $date })
chart-lines = A line an informant. A bar is a range, an arrow an open end, a white dot a number that is bounded or rounded, a diamond an announced number. The thick steps are the persons whom the register names; the gap is shaded.
chart-numbers = The numbers by day
chart-timeline-title = { $name }: what happened
chart-timeline = A row an event, a grey band a stay in custody, a shape a certainty.
contradiction-heading = { $whom } · { $status } · { $about } [{ $id }]
ruled-by = Decision { $entry }, “{ $decision }”: { $who }, { $time }. { $reason }
settled-as = Contradiction { $id }: the side that stands is “{ $side }”.
settled-statements = Entry { $entry }: { $count ->
    [one] { $count } statement, “{ $decision }”.
   *[other] { $count } statements, “{ $decision }”.
}
no-other-name = no other name
case-open = Stay { $number }: from { $began }, nobody says that it ended
case-ended = Stay { $number }: from { $began } to { $ended }
certainty-why = { $certainty }: { $why }
why-reported = { $origins ->
    [one] one origin
   *[other] { $origins } origins, not enough independent voices
}
why-corroborated = independent voices, { $origins } origins
why-reviewer = { $who } decided so
why-settled = { $class } says so ({ $who })
why-settled-otherwise = somebody who settles it says so
why-disputed = others say otherwise ({ $who })
why-disputed-otherwise = an independent voice says otherwise

as-of = as of { $date }
also-named = also { $names }
copy-of = copy of { $report }
own-origin = its own
quoted = “{ $words }”
fact-by = by { $who }
fact-accusation = accused of: { $accusation }
informant-outlet-itself = { $outlet } (itself)
informant-report-itself = { $report } (itself)
outlet-not-known = outlet not known
no-date = no date
source = { $outlet } · { $date } · { $informant } · { $report }
source-with-reservations = { $outlet } · { $date } · { $informant } (hedged) · { $report }

page-skip = Skip to the content
page-hint = Every entry that is underlined opens the words it rests on, lit up in their sentence. On paper all words are printed.
page-contents = Contents
page-close = Back to the row

## A report

report-byline = Signed
report-address = Address
report-captured = Captured
report-text = Kept text
report-statements = Statements ({ $count })
report-diagnostics = What was noticed ({ $count })
report-readers = Read by
report-differences = Where the readers differ ({ $count })
found-by-both = { $statement } [by both readers]
found-by-rules = { $statement } [only by the rules]
found-by-model = { $statement } [only by the model]
difference-rules = The rules: { $statement } (“{ $words }”)
difference-model = The model: { $statement } (“{ $words }”)
difference-in = They differ in: { $details }. The register goes by the rules.
detail-stance = whether it is so
detail-hedged = reservations
detail-informant = informant
detail-speaker = speaker
detail-date = date
detail-as-of = day of the number
detail-place = place
detail-terms = terms
detail-by = who acted
detail-accusation = accusation
detail-population = of whom
detail-bound = bound of the number
statement-credited = { $content } — according to { $informant }
basis-stated = as stated when it was taken in
basis-sidecar = from the file beside it
basis-page = from the page's own data
basis-printed = as printed in the text
diagnostic-warning = Warning:
diagnostic-line = Line { $line }:
diagnostic-noise = left out, { $detail }:
diagnostic-machine-written = leftovers of a machine: its words may not be a person's.
diagnostic-decoded-declared = not UTF-8; decoded as { $detail }, which it declares.
diagnostic-decoded-guessed = not UTF-8; decoded as { $detail }, which is what it looks like.
diagnostic-language = in a language that is not read ({ $detail }); kept.
diagnostic-impossible-date = the publication date { $detail } cannot be, so the report is held to have none; give the true one with --published.
diagnostic-no-date = no publication date was found; dates such as “Thursday” are left open.
diagnostic-no-article = no article was found in the page; all its visible words were read.
diagnostic-sidecar = the metadata beside it cannot be used ({ $detail }).
diagnostic-event-refused = looks like an event or a count and is none ({ $detail }):
diagnostic-proposals-refused = proposed by the model and not taken, { $count ->
    [one] { $count } time
   *[other] { $count } times
}: { $reason ->
    [quote] the quote does not stand in the report.
    [short-quote] the quote is a single word.
    [instruction] the words are an instruction to the reader.
    [name] the report does not name the person or speaker.
    [informant] the informant is not in the report.
    [number] the number is not in its quote.
    [words] the words are not in the report.
    [detail] a detail is not in the report; the rest of the statement was taken.
    [status] the status is none that there is.
    [date] the date is none.
   *[other] it has not the shape of a statement.
}
diagnostic-instructs-reader = tells a machine that reads the report what to do; it is no statement and nothing follows from it:
diagnostic-text-too-long = a text of { $detail } bytes: only its beginning was read.
diagnostic-line-too-long = a line of { $detail } bytes was cut into pieces for reading.

reason-question = it is asked or left open whether it happened
reason-demanded = somebody asks for it
reason-plan-negated = it is said not to be planned
reason-future = it has not happened yet
reason-possible-only = it may happen, or would
reason-no-person = nobody stands where the person must stand
reason-not-a-person = what stands there is not a person
reason-by-a-thing = a thing did it, not somebody
reason-a-visitor = a lawyer or an official, who comes and goes
reason-another-field = the words around it speak of sport, art, trade or rescue
reason-no-custody = nothing there speaks of custody
reason-no-destination = no place that somebody is moved to
reason-no-sentence = no term of years or months
reason-no-offence = no offence, or no court
reason-no-exchange = nothing there speaks of an exchange
reason-not-taken-away = nobody is taken away
reason-no-list = no list of those to be released
reason-death-not-in-custody = nothing puts the death in custody
reason-nobody-named-or-counted = those concerned are neither named nor counted
reason-nothing-said-of-them = nothing says that those counted are in custody or out of it
reason-share = a share, not a number
reason-single-person = one person is no count

## Why a statement is there

explain-found-by = Found by
explain-rule = What found it
explain-parts = Its parts
explain-scope = Whether it happened
explain-credit = Who says so
explain-plain = It is told as it stands; no word around it holds it back.
explain-no-credit = Nobody is credited: the outlet speaks for itself.
explain-credited = { $informant } — { $why }
explain-part = { $role }: { $value } — { $why }
explain-no-longer = It was found by “{ $by }”. Today's reader, “{ $reader }”, no longer finds it, so it cannot say why.
explain-other-frames = It was found by “{ $by }”, with frames of a user's. Name the same files with --frames to have it explained.
explain-proposed = It was not found by the rules but proposed by “{ $by }”, on these words: “{ $words }”. A model gives no other reasons, and the rules have none.
explain-instead = Today's reader finds in these words:

rule-frame-verb = the verb “{ $words }” of { $file }, which says { $status }
rule-frame-noun = the noun “{ $words }” of { $file }, which says { $status }
rule-frame-mark = the mark “{ $words }” of { $file }, which says { $status }
rule-frame-phrase = the phrase “{ $words }” of { $file }, which says { $status }
rule-unknown-place = nobody knows or tells where somebody is
rule-denied-holding = those who could hold somebody deny it
rule-stay = a length of time in a place of custody
rule-item-sentence = a sentence in a list item
rule-member = a member of the group last spoken of
rule-heading = the heading over a list of persons
rule-counted-noun = a noun that counts events or prisoners
rule-part-of-whole = a part of the number before, or the same number told again
rule-inside-words = words that say that those counted are inside
rule-quotation = words between quotation marks
rule-dialogue = words behind a dialogue dash
rule-turn = a turn of a transcript
rule-beside-name = words beside the name
rule-predicate = a verb that says who somebody is
rule-kinship = a noun of kinship or counsel between two persons
rule-shared-nationality = the nationality of the group

role-person = Person
role-authority = Authority
role-place = Place
role-accusation = Accusation
role-terms = Terms
role-date = Date
role-number = Number
role-population = Of whom
role-speaker = Speaker
role-value = What is said

way-subject = the subject
way-object = the object
way-fronted = the object, before its verb
way-left-out = left out by the sentence
way-of-noun = whose event the noun tells
way-same-phrase = in the same phrase
way-sought = behind “where”
way-group-member = a member of the group
way-list-item = what the list item begins with
way-heading-above = the heading over the list
way-agent = behind “by”
way-behind-preposition = behind a preposition
way-nearest = the nearest of its kind
way-frame-itself = the words of the event say it
way-from-whole = taken over from the number before
way-itself = as said
way-behind-quotation = behind the quotation
way-before-quotation = before the quotation
way-around-quotation = elsewhere in the sentence
way-sentence-before = from the sentence before
way-quotation-before = goes on from the quotation before
way-turn-label = the label of the turn

reference-name = by name
reference-pronoun = a pronoun, or left out
reference-together = persons named side by side
reference-apposition = a name in apposition
reference-relation = through a relation that the report tells
reference-description = by what the report calls the person
reference-named = { $how }, named in { $words }

decision-negated = it did not happen
decision-planned = it is to happen
decision-possible = it may happen
decision-hedged = the words hold back
decision-again = taken again
decision-lasting = in custody, not taken
decision-denied = it is denied
decision-doubted = it is doubted
decision-called-false = it is called false
decision-taken-back = another sentence takes it back
decision-whole-denied = the number before is denied

credit-verb = by a verb of saying
credit-preposition = by words such as “according to”
credit-turn = it stands in the person's turn
credit-quotation = it stands in the person's quotation
credit-carried = the sentence goes on with the list of whoever spoke before
credit-counting = the subject of a verb of counting
credit-from-whole = taken over from the number before

noise-advertisement = advertisement
noise-assistant-residue = leftover of an assistant
noise-machine-notice = notice of a machine's work
noise-byline = byline
noise-photo-credit = caption or photo credit
noise-navigation = menu
noise-sharing = sharing
noise-reading-time = reading time
noise-related-links = links to other stories
noise-comments = comments
noise-legal = legal notice
noise-subscription = subscription
noise-tags = tags
noise-masthead = masthead
noise-repeated-line = repeated line
noise-page-furniture = part of the page that is not its article

## The words of the field

status-detained = detained
status-charged = charged
status-convicted = convicted
status-held = held
status-transferred = transferred
status-missing = missing
status-announced = release announced
status-released = released
status-rearrested = rearrested
status-died = died in custody
said-denied = denied: { $status }
said-doubted = doubted: { $status }
said-with-reservations = { $status } (hedged)

terms-full = without conditions
terms-conditional = conditional
terms-house-arrest = house arrest
terms-exile = exile
terms-exchange = exchange
terms-pardon = pardon
terms-amnesty = amnesty

certainty-reported = reported
certainty-corroborated = corroborated
certainty-confirmed = confirmed
certainty-disputed = disputed

explained-out-since = Explained: in custody first, out later.
explained-taken-again = Explained: out first, taken again later.
explained-happened-since = Explained: denied or promised first, and it happened later.
explained-moved = Explained: moved from one place to the other.
explained-growth = Explained: a number that grew.
explained-other-day = Explained: numbers of different days.
explained-longer-list = Explained: the later list holds the earlier one.

class-self = the person
class-relative = a relative
class-lawyer = a lawyer
class-organisation = an organisation
class-authority = an authority
class-outlet = an outlet
class-other = somebody else

bound-more-than = more than { $number }
bound-at-least = at least { $number }
bound-nearly = nearly { $number }
bound-about = about { $number }
bound-up-to = up to { $number }
bound-or-more = { $number } or more

field-role = role
field-nationality = nationality
field-age = age
field-affiliation = affiliation
field-spouse = spouse
field-sibling = sibling
field-parent = parent
field-child = child
field-lawyer = lawyer
field-country = country
field-place = place of custody
field-date = dates
field-life = alive or dead
field-companions = named together with

about-status = whether it happened
about-date = date
about-place = place
about-terms = terms
about-count = number
about-list = names on a list
