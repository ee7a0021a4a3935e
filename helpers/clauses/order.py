"""What the order of words says of a clause, where the parse of the small model fails.

English puts the doer before its verb and the words of mode between them: "the DEA hopes to publish", "charges
were filed by the FBI". `WordOrder` reads a parsed sentence from left to right for the cases in which the tree
is wrong: a body right before a verb (brackets, adverbs and inserted clauses allowed), the body after "by",
bodies in a series, and the verbs between a body and what it does.
"""

from helpers.clauses.lists import Lists
from helpers.texts import Token, cues, governor_forms, members, word_set

__all__ = ["WordOrder"]

FARTHEST = 25  # words from a verb back to the doer it shares with the verb before
_APART = ("after", "before", "despite", "following", "pending", "since")
_BESIDE = (("alongside",), ("along", "with"), ("together", "with"), ("as", "well", "as"))


class WordOrder(Lists):
    """A parsed sentence as a row of words."""

    def verb_group(self, token: Token) -> range:
        """The words from the first verb or adverb of a verb's group up to the verb: "has long been hoping
        to", "began"."""
        first = token.i
        while first and token.i - first < 10:
            before = self.doc[first - 1]
            word = before.lower_
            infinitive = self.doc[first].lower_ == "to" or self.doc[first].lower_.endswith("ing")
            if before.i in self.agencies:
                break
            if not (
                word in word_set("auxiliaries")
                or before.pos_ in ("AUX", "ADV", "PART")
                or (
                    word in governor_forms()
                    and (infinitive or token.lower_.endswith("ing") or governor_forms()[word] in ("help",))
                )
            ):
                break
            first -= 1
        return range(first, token.i)

    def group_mode(self, token: Token) -> str:
        """The mode that the words of the verb's group say, the first of them that says any; empty if none
        does."""
        for number in self.verb_group(token):
            word = self.doc[number].lower_
            governs = number + 1 < token.i and self.doc[number + 1].lower_ == "to"
            mode = (
                cues("auxiliary").get(word, "")
                if not governs
                else cues("governor").get(governor_forms().get(word, ""), "")
            )
            if mode and mode != "negated":
                return mode
        return ""

    def before_verb(self, token: Token) -> list[Token]:
        """The bodies that stand right before a verb's group; an inserted phrase between two commas is passed
        over."""
        at = next(iter(self.verb_group(token)), token.i)
        if at and self.doc[at - 1].lower_ == ",":
            return self.before_inserted(at)
        if at and at - 1 in self.agencies:
            return self.subject_series(self.doc[at - 1])
        if at > 1 and at - 2 in self.agencies:
            last = self.doc[at - 1]
            branch = last.pos_ == "PROPN" and last.is_alpha and last.lower_ not in word_set("functions")
            former = at > 2 and self.doc[at - 3].lower_ in word_set("impostors")  # "former FBI agents nab"
            if branch or last.lower_ in members() and not former:  # "HSI Dallas nabs", "FBI agents nab"
                return self.subject_series(self.doc[at - 2])
        return []

    def before_inserted(self, at: int) -> list[Token]:
        """The bodies before a phrase that ends in the comma right before a place: "FBI agents, acting on a tip, found",
        "the task force, made up of police, customs and navy officers, seized"."""
        commas = [t.i for t in reversed(self.doc[max(1, at - FARTHEST) : at - 1]) if t.lower_ == ","]
        for opening in commas:
            inserted = self.doc[opening + 1].lower_
            people = opening > 1 and self.doc[opening - 1].lower_ in members()
            body = opening - (2 if people else 1)
            aside = opening == commas[0] and self.is_apposition(opening + 1, at - 1)
            opens = inserted in word_set("insertions") or inserted.endswith(("ing", "ed"))
            if body in self.agencies and (opens or aside):
                return self.subject_series(self.doc[body])
        return []

    def is_apposition(self, first: int, end: int) -> bool:
        """Whether what stands between two commas says what the body before it is: "Parliament's watchdog"."""
        inside = self.doc[first:end]
        owned = len(inside) > 2 and inside[1].lower_ in ("'s", "’s") or inside[0].lower_ in ("a", "an", "the")
        plain = not any(t.lower_ in ("and", "or") or t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in inside)
        return owned and plain and inside[-1].i not in self.agencies

    def subject_series(self, last: Token) -> list[Token]:
        """The series that ends with a body, if it can be a subject: not after a preposition, nor behind
        another verb's object."""
        series = self.chain(last)
        first = min(token.i for token in series)
        before = [
            t
            for t in self.doc[max(0, first - 3) : first]
            if t.lower_ not in ("the", "a", "an", "both", "its", "their")
        ]
        body = self.agencies[last.i].kind != "nation"
        if (
            body
            and len(before) > 1
            and before[-1].lower_ in ("of", "from", "with")
            and before[-2].lower_ in word_set("people")
        ):
            before = before[:-2]  # "members of the task force", but not "members from Mexico"
        blocked = before and (
            before[-1].pos_ == "ADP" or before[-1].lower_ in ("to", "by", "of") or before[-1].pos_ == "VERB"
        )
        return [] if blocked or self.in_between(last) else series

    def earlier(self, token: Token) -> list[Token]:
        """The subject of the verb before, for a finite verb after "and" or a comma that the parser hung
        elsewhere."""
        before = self.doc[token.i - 1] if token.i else token
        if token.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or before.lower_ not in ("and", ",", "then", "but"):
            return []
        for verb in reversed(self.doc[max(0, token.i - FARTHEST) : token.i]):
            if verb.pos_ == "VERB" and verb.tag_ in ("VBD", "VBZ", "VBP") and verb.dep_ != "relcl":
                subjects = [c for c in verb.children if c.dep_ == "nsubj"]
                if subjects:
                    return subjects[-1:]
        return []

    def agent_after(self, token: Token) -> list[Token]:
        """The agent of a passive that the parser hung elsewhere: "by" and a body before the next verb."""
        for other in self.doc[token.i + 1 : token.i + 14]:
            if other.pos_ == "AUX" or other.pos_ == "VERB" and other.tag_ != "VBG" and other.dep_ != "conj":
                return []  # "were arrested and will be dealt with by"
            if other.lower_ == "by":
                if other.head.pos_ == "NOUN" and other.head.head.lower_ in _APART:
                    return []  # "arrested after an inquiry by"
                for follower in self.doc[other.i + 1 : other.i + 4]:
                    after = self.doc[min(follower.i + 1, len(self.doc) - 1)].lower_
                    if follower.i in self.agencies and after not in ("'s", "’s"):
                        return [follower]  # not "by the department's watchdog"
                    if follower.tag_ == "VBG":  # "by agents wearing FBI vests"
                        break
                return []
        return []

    def series_subject(self, token: Token) -> list[Token]:
        """The body before a series of finite verbs, for one that is not the first: "how ICE identifies,
        arrests, detains and deports" """
        first = self.first_of_verbs(token)
        return self.before_verb(self.doc[first]) if first != token.i else []

    def first_of_verbs(self, token: Token) -> int:
        """Place of the first of verbs in a series without objects between, all in "-s" or all in "-ed"."""
        ending = next((e for e in ("ed", "s") if token.lower_.endswith(e)), "")
        at = token.i
        while ending and at > 1 and token.i - at < FARTHEST:
            separator = at - 1
            while separator > 1 and (
                self.doc[separator].lower_ in (",", "and", "or") or self.doc[separator].pos_ == "ADV"
            ):
                separator -= 1
            word = self.doc[separator]
            if separator == at - 1 or not (word.is_alpha and word.is_lower and word.lower_.endswith(ending)):
                break
            at = separator
        return at

    def nearest(self, token: Token) -> list[Token]:
        """A body right before a verb that the parser left without a subject."""
        if token.tag_ == "VBG" and token.dep_ != "ROOT":
            return []
        if token.i and self.doc[token.i - 1].lower_ == ",":  # "The agency, he points out, estimated"
            for before in reversed(self.doc[max(1, token.i - 14) : token.i - 1]):
                if before.lower_ == ",":
                    return self.chain(self.doc[before.i - 1]) if before.i - 1 in self.agencies else []
        for before in reversed(self.doc[max(0, token.i - 4) : token.i]):
            if before.i in self.agencies:
                former = before.i and self.doc[before.i - 1].lower_ in word_set("impostors")
                return [] if former or self.in_between(before) else self.chain(before)
            if before.pos_ not in ("ADV", "AUX", "PART") and before.lower_ not in members():
                return []
        return []

    def in_between(self, last: Token) -> bool:
        """Whether a body ends what "between" began: "the agreement between A and B announced", but not "Between May and
        July, the police seized"."""
        before = [
            t for t in self.doc[max(0, last.i - FARTHEST) : last.i] if t.lower_ not in ("the", "'s", "’s")
        ]
        while before and before[-1].i in self.nations and len(before) > 1:
            before.pop()  # "the Mexican navy"
        if not before or before[-1].lower_ not in ("and", "between", "among"):
            return False
        for token in reversed(before):
            if token.lower_ in ("between", "among"):
                return True
            side = token.i in self.agencies or token.i in self.nations or token.pos_ == "PROPN"
            if not side and token.lower_ not in ("and", ","):
                return False
        return False

    def chain(self, last: Token) -> list[Token]:
        """A body and those named right before it: "ICE and its partners"."""
        found = [last]
        for before in reversed(self.doc[max(0, last.i - 16) : last.i]):
            if before.i in self.agencies:
                found.append(before)
            elif before.lower_ not in (
                ",",
                "and",
                "&",
                "or",
                "the",
                "its",
                "their",
                "alongside",
                "with",
                "along",
                "as",
                "well",
                "both",
            ):
                break
        between = self.doc[found[-1].i : last.i]
        joined = len(found) == 1 or any(t.lower_ in ("and", "&", "alongside", "with") for t in between)
        return found[::-1] if joined else [last]

    def partners_after(self, token: Token) -> list[Token]:
        """Bodies after "with" or "alongside" in the same clause, wherever the parser hung these."""
        for other in self.doc[token.i + 1 : token.i + 10]:
            if other.lower_ in (",", ";", ":", "that", "after", "to") or other.tag_ in ("VBD", "VBZ", "MD"):
                break
            if other.lower_ in ("with", "alongside"):
                return self.listed(other.i + 1)
        return []

    def also_after(self, first: Token) -> list[Token]:
        """Bodies that follow in the same series: "... from the ATF and from local police". A comma alone does
        not make a series."""
        found, joined = [], False
        for other in self.doc[first.i + 1 : first.i + 16]:
            if other.i in self.agencies:
                found.append(other)
                if joined:
                    return found
            elif other.lower_ in ("and", "&"):
                joined = True
            elif other.lower_ not in (",", "from", "of", "the", "by", "its"):
                break
        return []

    def alongside(self, doer: Token) -> list[Token]:
        """Bodies named beside a subject in an insertion: "The RCMP, along with the CBSA, executed"."""
        at = doer.i + 1
        if at < len(self.doc) and self.doc[at].lower_ in (",", "-", "–", "—"):
            at += 1
        ahead = [t.lower_ for t in self.doc[at : at + 3]]
        size = next((len(words) for words in _BESIDE if ahead[: len(words)] == list(words)), 0)
        return self.listed(at + size) if size else []

    def beside_before(self, token: Token) -> list[Token]:
        """Bodies in an insertion right before a verb, beside whatever its subject is: "it, as well as the
        State Police, charged"."""
        end = next(iter(self.verb_group(token)), token.i) - 1
        inserted = end > 1 and self.doc[end].lower_ == ","
        if end < 2 or not (inserted or end in self.agencies):
            return []
        for at in range(end - 1, max(1, end - FARTHEST), -1):
            if self.doc[at].pos_ == "VERB" and not inserted:
                return []
            if self.doc[at].lower_ == "," or not inserted:
                ahead = [t.lower_ for t in self.doc[at + 1 : at + 4]]
                size = next((len(words) for words in _BESIDE if ahead[: len(words)] == list(words)), 0)
                if size:
                    return [body for body in self.listed(at + 1 + size) if body.i <= end]
        return []

    def words_after(self, token: Token) -> set[str]:
        """The next words up to a preposition, a comma, one more verb or "that": the object as far as word order tells."""
        words: set[str] = set()
        for other in self.doc[token.i + 1 : token.i + 8]:
            before = self.doc[other.i - 1]
            worth = other.lower_ == "in" and (before.like_num or before.pos_ == "NUM")  # "$2 million in cash"
            preposition = other.pos_ == "ADP" and other.lower_ != "of" and not worth
            clause = other.pos_ == "AUX" or other.dep_ == "mark" or other.tag_ == "TO"
            clause = clause or other.pos_ == "VERB" and other.dep_ == "conj"  # "stopped the car and found"
            if other.is_punct or preposition or clause:
                break
            words.add(other.lower_)
        return words
