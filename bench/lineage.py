"""rensa and datasketch on a list of texts: which pairs they call copies, and how fast. Called by `cargo xtask bench lineage`.

    lineage.py TEXTS

TEXTS is a file with a JSON list of texts. Prints JSON: for each package and setting the pairs found and the seconds at work,
tokenising included. Words are lower-cased runs of letters and digits; a text is the set of its shingles of one, three or five
words; pairs are those whose estimated resemblance reaches a threshold, looked up by locality-sensitive hashing.
"""

import json
import re
import sys
import time
from pathlib import Path

from datasketch import MinHash, MinHashLSH
from rensa import RMinHash, RMinHashLSH

WORD = re.compile(r"\w+")
PERMUTATIONS = 128
SHINGLES = (1, 3, 5)
THRESHOLDS = (0.1, 0.2, 0.3, 0.5, 0.7)


def shingles(text, size):
    words = WORD.findall(text.lower())
    if size == 1:
        return words
    return [" ".join(row) for row in zip(*(words[at:] for at in range(size)))] or [" ".join(words)]


class Package:
    """One package: how it sketches, and an index in which each text is looked up before it is put in."""

    def __init__(self, threshold):
        self.threshold = threshold
        self.index = self.new_index(threshold)
        self.sketches = []

    def place(self, sketch):
        known = self.sketches
        found = [other for other in self.index.query(sketch) if known[other].jaccard(sketch) >= self.threshold]
        self.index.insert(len(known), sketch)
        known.append(sketch)
        return found


# Bands of two rows: so that weak resemblance is found too; what is found is then compared.
class Rensa(Package):
    name = "rensa"

    @staticmethod
    def new_index(threshold):
        return RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=PERMUTATIONS // 2)

    @staticmethod
    def sketch(rows):
        made = RMinHash(num_perm=PERMUTATIONS, seed=42)
        made.update(rows)
        return made


class Datasketch(Package):
    name = "datasketch"

    @staticmethod
    def new_index(threshold):
        return MinHashLSH(params=(PERMUTATIONS // 2, 2), num_perm=PERMUTATIONS)

    @staticmethod
    def sketch(rows):
        made = MinHash(num_perm=PERMUTATIONS)
        made.update_batch([row.encode() for row in rows])
        return made


def measure(kind, texts, size):
    """The pairs of every threshold, and the seconds of each: sketching once, and looking up."""
    begun = time.process_time()
    sketches = [kind.sketch(shingles(text, size)) for text in texts]
    sketched = time.process_time() - begun
    for threshold in THRESHOLDS:
        index = kind(threshold)
        begun = time.process_time()
        pairs = [(other, at) for at, sketch in enumerate(sketches) for other in index.place(sketch)]
        seconds = sketched + time.process_time() - begun
        yield {"package": kind.name, "shingle": size, "threshold": threshold, "seconds": seconds, "pairs": pairs}


if __name__ == "__main__":
    given = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print(json.dumps([row for kind in (Rensa, Datasketch) for size in SHINGLES for row in measure(kind, given, size)]))
