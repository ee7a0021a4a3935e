#!/usr/bin/env python3
"""Scores the table of statements against gold annotation: who says what, in which words.

    python tests/gold/score_statements.py --corpus tests/gold/dev --gold tests/gold/dev [-v] [--kinds speech report]

The key "statements" of an annotation holds {"quote", "nth", "source", "cue", "who", "direct", "kind"}: the content
without outer quotation marks, the words of the source and of the cue as they stand (the places nearest to the content
are meant; null if there are none), and who that is (canonical; null if the text does not tell).

For source, cue and content it prints exact F1 (same words at the same place; punctuation at the edges, a "that" before a
content, auxiliaries and prepositions of a cue left aside) and
overlap F1; `linked` asks for content and source of the same statement (precision is what matters to a reader: whether
words are given to somebody who did not say them). `who` compares names where content and source are linked.
Only the project's public interface is used: `load_corpus`, `extract`, the data frame `statements`.
"""

import argparse
import json
import pathlib
import re
import sys

import pandas as pd

import helpers

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from given import extracted  # noqa: E402

KINDS = ("speech", "report", "belief", "decree")
EDGES = " \t\n\r.,;:!?…—–-“”\"'‘’«»„‹›「」()"


def spot(text, quote, nth):
    """Start of the nth plain occurrence of quote in text."""
    at = -1
    for _ in range(nth):
        at = text.index(quote, at + 1)
    return at


NEW_SENTENCE = re.compile(r"[.!?][”\"’)\]]{0,2}\s+[“\"‘(]?[A-ZÀ-Þ]|\n")


def nearest(text, words, start, end):
    """(start, end) of the occurrence of words, as whole words, nearest to a content, in its sentence or paragraph if there
    is one; None without words."""
    if not words:
        return None
    places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if not places:
        raise ValueError(f"{words!r} does not stand in the text")
    outside = [p for p in places if p + len(words) <= start or p >= end] or places
    for border in ("\n", NEW_SENTENCE):
        near = [
            p for p in outside if not re.search(border, text[min(p + len(words), end) : max(p, start) + 1])
        ]
        outside = near or outside
    best = min(outside, key=lambda p: min(abs(p - end), abs(start - p - len(words))))
    return best, best + len(words)


def bare(text, span):
    """A span without punctuation at its edges."""
    if span is None:
        return None
    start, end = span
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


THAT = re.compile(r"that\s+")
BESIDE = (
    r"(?:has|have|had|having|is|are|was|were|be|been|being|remains?|remained|seems?|seemed|will|would|ca|can|could|may|might"
    r"|must|should|do|does|did|not|n[’']t|to|also|only|\w+ly)\b\s*"
)
BEHIND = r"\s(?:for|of|on|to|about|against|with|as|up|out|down)"


def said(text, span):
    """A content without the "that" before it: some annotate it with the clause, some do not."""
    start, end = bare(text, span)
    opened = THAT.match(text, start, end)
    return (opened.end(), end) if opened else (start, end)


def core(text, span):
    """A cue without auxiliaries, adverbs, negation and preposition: "has not called for" is "called"."""
    if span is None:
        return None
    start, end = bare(text, span)
    front = re.match(f"(?:{BESIDE})+(?=\\w)", text[start:end], re.I)
    start += front.end() if front else 0
    back = re.search(f"{BEHIND}$", text[start:end], re.I)
    return start, start + back.start() if back else end


def overlap(one, other):
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def plain(name):
    return re.sub(r"^(the|its|their) ", "", str(name or "").lower().replace("’", "'").strip())


def everybody(names):
    """Those behind a source, each plain: several are parted by "and" or a semicolon, in any order."""
    return {plain(one) for one in re.split(r"; | and ", str(names or ""))}


def same_who(g, p):
    """Whether the right ones are named; of several who say something together some annotators name only the first."""
    own = everybody(g["who"])
    return (
        own == everybody(p["who"])
        or bool(g["who"])
        and "; " in (p["who"] or "")
        and own < everybody(p["who"])
    )


def gold_rows(path, text):
    """The annotated statements of a text as dictionaries of places."""
    for row in json.loads(path.read_text(encoding="utf-8")).get("statements", []):
        start = spot(text, row["quote"], row.get("nth", 1))
        end = start + len(row["quote"])
        yield {
            "content": said(text, (start, end)),
            "source": bare(text, nearest(text, row["source"], start, end)),
            "cue": core(text, nearest(text, row["cue"], start, end)),
            "who": row.get("who"),
            "direct": row["direct"],
            "kind": row["kind"],
            "text": row["quote"],
        }


def read_rows(frame, text):
    for row in frame.to_dict("records"):
        source = None if pd.isna(row["source_start"]) else (int(row["source_start"]), int(row["source_end"]))
        cue = (
            None
            if pd.isna(row["cue_start"])
            else (int(row["cue_start"]), int(row["cue_start"]) + len(row["cue"]))
        )
        yield {
            "content": said(text, (row["start"], row["end"])),
            "source": bare(text, source),
            "cue": core(text, cue),
            "who": row["speaker"] or row["agency"] or None,
            "direct": row["direct"],
            "kind": row["kind"],
            "text": row["quote"],
        }


def pairs(gold, read, same):
    """Greedy one-to-one pairs."""
    left, found = list(read), []
    for own in gold:
        match = next((one for one in left if same(own, one)), None)
        if match is not None:
            left.remove(match)
            found.append((own, match))
    return found


def exactly(part):
    return lambda g, p: g[part] == p[part]


def roughly(part):
    return lambda g, p: overlap(g[part], p[part])


def linked(g, p):
    """The same content from the same source; nobody named on both sides is the same too."""
    same_source = overlap(g["source"], p["source"]) or g["source"] is None and p["source"] is None
    return overlap(g["content"], p["content"]) and same_source


def linked_exactly(g, p):
    return g["content"] == p["content"] and g["source"] == p["source"] and g["cue"] == p["cue"]


MEASURES = {
    **{f"{part} exact": (part, exactly(part)) for part in ("source", "cue", "content")},
    **{f"{part} overlap": (part, roughly(part)) for part in ("source", "cue", "content")},
    "linked exact": ("content", linked_exactly),
    "linked": ("content", linked),
}


def report(name, found, gold, read):
    precision, recall = found / read if read else 1.0, found / gold if gold else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(
        f"{name:16} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  (found {found}, annotated {gold}, read {read})"
    )
    return f1


def score(texts, verbose):
    """Prints all measures; texts is a list of (slug, annotated rows, rows read)."""
    result = {}
    for name, (part, same) in MEASURES.items():
        found = gold_count = read_count = 0
        for _, gold, read in texts:
            gold = [row for row in gold if row[part] is not None]
            read = [row for row in read if row[part] is not None]
            found += len(pairs(gold, read, same))
            gold_count += len(gold)
            read_count += len(read)
        result[name] = report(name, found, gold_count, read_count)
    for slug, gold, read in texts if verbose else ():
        both = pairs(gold, read, linked)
        for own in gold:
            if not any(own is g for g, _ in both):
                print("    missed", slug, own["kind"], repr(own["text"][:100]))
        for one in read:
            if not any(one is p for _, p in both):
                print("    false ", slug, one["kind"], one["who"], repr(one["text"][:100]))
        for g, p in both:
            if g["content"] != p["content"] or g["source"] != p["source"] or g["cue"] != p["cue"]:
                print(
                    "    differs",
                    slug,
                    repr(g["text"][-90:]),
                    "|",
                    repr(p["text"][-90:]),
                    g["source"],
                    p["source"],
                    g["cue"],
                    p["cue"],
                )
    all_pairs = [pair for _, gold, read in texts for pair in pairs(gold, read, linked)]
    named = [(g, p) for g, p in all_pairs if g["who"]]
    right = sum(same_who(g, p) for g, p in named)
    wrong = [(g, p) for g, p in all_pairs if p["who"] and not same_who(g, p)]
    print(f"{'who':16} right {right} of {len(named)}; somebody else {len(wrong)}")
    for g, p in wrong if verbose else ():
        print("    who", repr(g["who"]), "read", repr(p["who"]), repr(g["text"][:60]))
    for part in ("direct", "kind"):
        print(f"{part:16} right {sum(g[part] == p[part] for g, p in all_pairs)} of {len(all_pairs)}")
    return result | {"who": right / len(named) if named else 1.0, "somebody else": len(wrong)}


def main():
    cli = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    cli.add_argument("--corpus", required=True)
    cli.add_argument("--gold", required=True)
    cli.add_argument("--kinds", nargs="+", default=list(KINDS), choices=KINDS)
    cli.add_argument("-v", "--verbose", action="store_true")
    args = cli.parse_args()
    corpus = helpers.load_corpus(args.corpus)
    table = extracted(corpus).statements
    texts = []
    for article in corpus:
        path = pathlib.Path(args.gold) / f"{article.slug}.json"
        if not path.is_file() or "statements" not in json.loads(path.read_text(encoding="utf-8")):
            continue
        gold = [row for row in gold_rows(path, article.text) if row["kind"] in args.kinds]
        read = [
            row
            for row in read_rows(table[table["article"] == article.slug], article.text)
            if row["kind"] in args.kinds
        ]
        texts.append((article.slug, gold, read))
    print(f"{len(texts)} texts, kinds {', '.join(args.kinds)}")
    result = score(texts, args.verbose)
    print(json.dumps({name: round(value, 3) for name, value in result.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
