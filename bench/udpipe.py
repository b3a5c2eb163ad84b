"""UDPipe 1 on a treebank: train a model, read a text with it, and say how fast. Called by `cargo xtask bench`.

    udpipe.py train MODEL TREEBANK TOKENIZER TAGGER PARSER
    udpipe.py read MODEL TREEBANK TEXT FOLDER

`read` writes FOLDER/raw.conllu, made of the bare TEXT, and FOLDER/given.conllu, made of the words of TREEBANK, and prints
how many words a second it made of the bare text, in seconds at work.
"""

import sys
import time
from pathlib import Path

from ufal.udpipe import InputFormat, Model, OutputFormat, Pipeline, ProcessingError, Sentence, Sentences, Trainer


def sentences(path):
    reader = InputFormat.newConlluInputFormat()
    reader.setText(Path(path).read_text(encoding="utf-8"))
    error, found, sentence = ProcessingError(), Sentences(), Sentence()
    while reader.nextSentence(sentence, error):
        found.append(sentence)
        sentence = Sentence()
    check(error)
    return found


def check(error):
    if error.occurred():
        sys.exit(f"udpipe: {error.message}")


def train(model, treebank, tokenizer, tagger, parser):
    error = ProcessingError()
    made = Trainer.train("morphodita_parsito", sentences(treebank), Sentences(), tokenizer, tagger, parser, error)
    check(error)
    Path(model).write_bytes(made)


def read(model, treebank, text, folder):
    loaded = Model.load(model) or sys.exit(f"udpipe: {model} is no model")
    error = ProcessingError()
    raw = Pipeline(loaded, "tokenize", Pipeline.DEFAULT, Pipeline.DEFAULT, "conllu")
    bare = Path(text).read_text(encoding="utf-8")
    begun = time.process_time()
    found = raw.process(bare, error)
    worked = time.process_time() - begun
    check(error)
    Path(folder, "raw.conllu").write_text(found, encoding="utf-8")
    writer = OutputFormat.newConlluOutputFormat()
    given = []
    for sentence in sentences(treebank):
        loaded.tag(sentence, Pipeline.DEFAULT, error)
        loaded.parse(sentence, Pipeline.DEFAULT, error)
        check(error)
        given.append(writer.writeSentence(sentence))
    Path(folder, "given.conllu").write_text("".join(given), encoding="utf-8")
    words = sum(line.split("\t")[0].isdigit() for line in found.splitlines())
    print(words / worked)


if __name__ == "__main__":
    {"train": train, "read": read}[sys.argv[1]](*sys.argv[2:])
