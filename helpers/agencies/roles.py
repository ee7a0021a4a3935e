"""Who did what, in which mode: one row for each unit, agency and role.

`helpers.clauses.find` finds what is done and the words that do it, `helpers.agencies.mentions` says which
bodies these words stand for; here they meet. Roles and modes are those of the gold conventions: lead, arrest,
remove, receive, investigate, prosecute, cooperate, seize, report, comment; reported, planned, recommended.
What has no doer in the sentence has no role.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from helpers.agencies.made import body_of_title
from helpers.agencies.mentions import AgencyRow
from helpers.agencies.sayings import Saying, speaks
from helpers.agencies.statements import Sourced
from helpers.agencies.titles import FUNCTION_WORD
from helpers.clauses import Action, find_actions
from helpers.names import organisations_in
from helpers.texts import Article, Row, Sentence, verbs_of, word_list, word_set

__all__ = ["RoleRow", "read_roles"]

_Deed = tuple[str, str, str, Action]  # agency, mention, role, action
_Speech = tuple[str, str, Action]  # agency, mention, words of speech


@dataclass(frozen=True, kw_only=True)
class RoleRow(Row):
    """One role of one agency in one unit; the evidence span is the whole unit.

    Attributes:
        agency: Canonical name.
        mention: The fullest name the article gives it, without article or bracketed abbreviation; for an
            unnamed body its words here.
        role: lead, arrest, remove, receive, investigate, prosecute, cooperate, seize, report or comment.
        mode: reported, planned or recommended.
        action: Lemma of the verb or noun.
        object: What was acted on, in the words of the text; may be empty.
        plover: Event type of the PLOVER ontology, with its mode after a colon; empty where it has none.
        negated: Whether the text says it did not happen.
        action_start, action_end: Offsets of the verb or noun in the article.
        sentence_start: Offset of the sentence, by which rows of all tables join:
            `roles.merge(agencies, on=["article", "sentence_start"])`.
    """

    agency: str
    mention: str
    role: str
    mode: str
    action: str
    object: str
    plover: str
    negated: bool
    action_start: int
    action_end: int
    sentence_start: int


@dataclass
class _Heard:
    """The bodies that have spoken, as far as the article has been read.

    Attributes:
        here: Those of the sentence, with the words of speech.
        last: The one that spoke last.
        age: Sentences since then.
    """

    here: list[_Speech] = field(default_factory=list)
    last: str = ""
    at: int = 0
    age: int = 0

    def hear(self, number: int, here: list[_Speech]) -> None:
        """Goes on to a sentence, in which these bodies speak."""
        self.here, self.age = here, number - self.at
        spoken = next((body for body, *_ in here if body), "")
        if spoken:
            self.last, self.at = spoken, number

    def of_pronoun(self, word: str, action: Action) -> str:
        """The body of a person meant by a pronoun: "her officers", and "he jailed" after the words of a judge."""
        if word in ("his", "her"):
            return self.last
        judged = action.role == "prosecute" and self.age <= 1 and _COURT.search(self.last)
        return self.last if judged and word in ("he", "she") else ""


def read_roles(
    article: Article,
    sentences: list[Sentence],
    docs: dict[int, object],
    agencies: list[AgencyRow],
    said: list[Sourced],
) -> list[RoleRow]:
    """Roles in the order of the text.

    Args:
        article: The article.
        units: Its units.
        docs: Parsed documents by `unit.start`.
        agencies: The agencies of the article.
        said: Who says what (`helpers.agencies.voices`): a body that is a source, or whose people are, comments or
            reports there.
    """
    names, outside = _full_names(agencies), organisations_in(article.text)
    countries = {row.agency: row.country for row in agencies}
    by_sentence: dict[int, list[AgencyRow]] = {}
    for row in agencies:
        by_sentence.setdefault(row.sentence_start, []).append(row)
    speeches = _speeches(said, by_sentence, outside)
    rows: list[RoleRow] = []
    heard = _Heard()
    for number, sentence in enumerate(sentences):
        doc, here = docs.get(sentence.start), speeches.get(sentence.start, [])
        if doc is None and not here:
            continue
        heard.hear(number, here)
        actions = find_actions(sentence, doc) if doc is not None else ()
        if sentence.text.rstrip().endswith("?"):  # a question says of nothing that it happened
            actions = tuple(action for action in actions if action.speech)
        done = _done(sentence, actions, by_sentence.get(sentence.start, []), article, heard, outside)
        deeds = [*_spoken(here, actions), *_handed_over(done, rows, countries)]
        if _recommends(article, sentence):
            deeds = [(*deed[:3], _urged(deed[3], sentence)) for deed in deeds]
        rows += _rows(article, sentence, deeds, names)
    return rows


_RECOMMENDING = re.compile(
    r"\b(?:recommend\w*|urges?|urged|calls? (?:on|for|upon)|should|must|need to)\b[^\n]{0,160}:\s*$",
    re.IGNORECASE,
)


def _recommends(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence is a bullet of a list that begins with "We recommend that:"."""
    if "bullet" not in sentence.block.kind and "list" not in sentence.block.kind:
        return False
    lines = article.text[max(0, sentence.block.start - 2000) : sentence.block.start].splitlines()
    for line in reversed(lines):
        if line.strip() and not _BULLET.match(line):
            return _RECOMMENDING.search(line) is not None
    return False


_BULLET = re.compile(r"\s*(?:[•·▪◦*–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")


def _urged(action: Action, sentence: Sentence) -> Action:
    """An action in the plain form of its verb, as what is recommended: "Frontex report publicly"."""
    word = sentence.text[action.start : action.end].lower()
    return replace(action, mode="recommended") if word == action.lemma else action


def _speeches(
    said: list[Sourced], by_sentence: dict[int, list[AgencyRow]], outside: frozenset[str]
) -> dict[int, list[_Speech]]:
    """Start of a sentence -> the bodies that speak there, themselves or through a person, with the words of
    speech."""
    speeches: dict[int, list[_Speech]] = {}
    for one in said:
        if one.agency and speaks(one.saying) and (one.personal or _may_speak(one, outside)):
            start = one.saying.sentence.start
            rows = by_sentence.get(start, ()) if not one.speaker else ()
            mention = next((_mention(row) for row in rows if row.agency == one.agency), one.agency)
            speeches.setdefault(start, []).append((one.agency, mention, _action(one.saying)))
    return speeches


def _may_speak(one: Sourced, outside: frozenset[str]) -> bool:
    """Whether what a body says itself is a comment or report of it: by a verb that the list gives to bodies, or in
    quotation marks. Organisations outside government comment only through a named speaker."""
    if one.agency in outside or _OUTSIDE.search(one.agency):
        return False
    lemma, saying = one.saying.what.lemma, one.saying
    said = any(verb.speech and verb.body_role and not verb.needs for verb in verbs_of().get(lemma, ()))
    return said or bool(saying.quotations) or lemma == "according to"


def _action(saying: Saying) -> Action:
    """A saying as an action of its source."""
    what, start = saying.what, saying.sentence.start
    return Action(
        "report" if what.kind == "report" else "comment",
        what.lemma or "say",
        what.cue[0] - start,
        max(what.cue[1], what.cue[0] + 1) - start,
        ((what.source[0] - start, what.source[1] - start),) if what.source else (),
        what.mode,
        what.negated,
        speech=True,
    )


def _rows(
    article: Article, sentence: Sentence, deeds: Iterable[_Deed], names: dict[str, str]
) -> list[RoleRow]:
    """One row for each agency and role of a sentence, in the order of its words; a denial gives way."""
    found: dict[tuple[str, str], RoleRow] = {}
    for agency, mention, role, action in deeds:
        row = RoleRow(
            **article.evidence(sentence.start, sentence.end, sentence.block),
            agency=agency,
            mention=names.get(agency, mention),
            role=role,
            mode=action.mode,
            action=action.lemma,
            object=_object(sentence, action),
            plover=_events()[role],
            negated=action.negated,
            action_start=sentence.start + action.start,
            action_end=sentence.start + action.end,
            sentence_start=sentence.start,
        )
        kept = found.get((agency, role))
        if kept is None or (kept.negated and not row.negated):
            found[agency, role] = row
    return sorted(found.values(), key=lambda row: row.action_start)


def _full_names(agencies: list[AgencyRow]) -> dict[str, str]:
    """Canonical name -> the longest name written in the article, for named bodies."""
    names: dict[str, str] = {}
    for row in agencies:
        if (
            row.linked_by == "name"
            and row.level != "unnamed"
            and len(row.mention) > len(names.get(row.agency, ""))
        ):
            names[row.agency] = row.mention
    return names


def _spoken(speeches: list[_Speech], actions: tuple[Action, ...]) -> Iterator[_Deed]:
    """What is said by bodies and by persons for them; a prosecutor who announces charges brings them."""
    brought = next((a for a in actions if a.lemma in _ANNOUNCING and a.role == "prosecute"), None)
    for agency, mention, action in speeches:
        yield agency, mention, _role_of_speech(action), action
        if brought is not None and action.lemma == brought.lemma and _CHARGES.search(agency):
            yield agency, mention, "prosecute", brought


def _role_of_speech(action: Action) -> str:
    """ "report" for what is announced, published or found, whoever speaks; "comment" for all else that is said.

    The only place that tells the two apart: what a verb of speech means stands in `speech_verbs.csv`.
    """
    verbs = verbs_of().get(action.lemma, ())
    published = action.role == "report" or any(v.speech and v.role == "report" for v in verbs)
    return "report" if published else "comment"


def _handed_over(done: Iterable[_Deed], rows: list[RoleRow], countries: dict[str, str]) -> Iterator[_Deed]:
    """Turns "took him into custody" into receiving where another country has just removed somebody."""
    for agency, mention, role, action in done:
        if role == "arrest" and action.lemma == "take" and countries.get(agency):
            removers = {
                countries.get(row.agency)
                for row in rows[-8:]
                if row.role == "remove" and row.mode == "reported"
            }
            role = "receive" if removers - {countries[agency], "", None} else role
        yield agency, mention, role, action


def _done(
    sentence: Sentence,
    actions: tuple[Action, ...],
    rows: list[AgencyRow],
    article: Article,
    heard: _Heard,
    outside: frozenset[str],
) -> Iterator[_Deed]:
    """Agency, mention, role and action for every doer that is an agency, or people of the body that speaks
    ("her officers")."""
    for action in actions:
        for start, end in action.doers:
            if (body := heard.of_pronoun(sentence.text[start:end].lower(), action)) and not action.speech:
                yield body, body, action.role, action
                continue
            row = _body(rows, article, sentence, start, end, action)
            titled = (
                ""
                if row is not None or action.speech
                else _person_of(
                    article, sentence, start, rows, heard.here if action.role == "prosecute" else []
                )
            )
            if titled and _brings(titled, action):
                yield titled, titled, action.role, action
            if row is None:
                continue
            if action.people_only and row.linked_by != "official":
                continue
            if action.speech and (row.agency in outside or _OUTSIDE.search(row.agency)):
                continue  # organisations outside government comment through a named speaker
            if action.role == "cooperate" and _LEGISLATURE.search(row.agency):
                continue  # "with the funds Congress provided"
            if not _brings(row.agency, action):
                continue
            role = _role_of_speech(action) if action.speech else action.role
            yield row.agency, _mention(row), role, action


def _mention(row: AgencyRow) -> str:
    """The words for a body: its name where it is unnamed, a pronoun or an official."""
    other = row.level == "unnamed" or row.linked_by in ("pronoun", "official")
    return row.agency if other else row.mention


def _brings(agency: str, action: Action) -> bool:
    """Whether charges that are announced are those of the body that announces them."""
    announced = action.lemma in _ANNOUNCING and action.role == "prosecute"
    return not announced or _CHARGES.search(agency) is not None


def _body(
    rows: list[AgencyRow], article: Article, sentence: Sentence, start: int, end: int, action: Action
) -> AgencyRow | None:
    """The body that a doer names, or for which the official named there acts."""
    place = sentence.start + start
    return _at(rows, place, sentence.start + end, sentence.text[start:end]) or _official_before(
        rows, article, place, named=not action.speech
    )


def _person_of(
    article: Article, sentence: Sentence, start: int, rows: list[AgencyRow], heard: list[_Speech]
) -> str:
    """The body of a person who acts: by the title before the name or the body behind it, or as the person speaks
    for it in the same sentence."""
    if titled := _titled(sentence, start, article) or _of_body(sentence, start, rows):
        return titled
    spoken = (agency for agency, _, said in heard for a, b in said.doers if a <= start < b)
    return next(spoken, "") if sentence.text[start : start + 1].isupper() else ""


_BEHIND = re.compile(r"[\w.'’-]{1,31},? (?:of|from|at|with) (?:the )?")


def _of_body(sentence: Sentence, start: int, rows: list[AgencyRow]) -> str:
    """The body behind a name with a title before it: "Sheriff Neil Sample of Glasgow Sheriff Court"."""
    front = sentence.text[max(0, start - 80) : start].split()[-5:]
    behind = _BEHIND.match(sentence.text, start)
    if behind is None or not any(FUNCTION_WORD.fullmatch(word.strip(",.")) for word in front):
        return ""
    return next((row.agency for row in rows if row.start - sentence.start == behind.end()), "")


def _at(rows: list[AgencyRow], start: int, end: int, words: str) -> AgencyRow | None:
    """The body at a place; for the seat of a body ("BOP's Central Office") the one before its "'s"."""
    owned = len("'s ") + 1 if words in word_set("seats") else 0
    return next((row for row in rows if row.start < end and start < row.end + owned), None)


_OUTSIDE = re.compile(
    r"\b(?:Watch|Amnesty|University|College|Coalition|Association|Foundation|(?<!European )(?<!African )Union|Society|Alliance|Federation"
    r"|League|Project|Clinic|Charity|Network|Congress of|Chamber)\b"
)
_LEGISLATURE = re.compile(r"\b(?:Congress|Parliament|Senate|House of|Assembly|Legislature|Knesset|Duma)\b")
_COURT = re.compile(r"\bCourts?\b|\bTribunal\b")
_ANNOUNCING = ("announce", "unseal")
_CHARGES = re.compile(r"\b(?:Attorney|Prosecut|Justice|grand jury)|^prosecutors\b")  # those who bring charges
_FORENAMES = re.compile(r"(?:\s[A-Z][\w.'’-]{0,30}){0,6}\s")


def _official_before(rows: list[AgencyRow], article: Article, start: int, *, named: bool) -> AgencyRow | None:
    """The official's title right before a name ("Assistant U.S. Attorney Jane Smith charged"); with `named`
    also the body before title and name ("Pune District Court Judge Asha Rao sentenced")."""
    for row in rows:
        if row.end < start < row.end + 100 and (
            between := _FORENAMES.fullmatch(article.text, row.end, start)
        ):
            words = {word.strip(",.").lower() for word in between[0].split()}
            if row.linked_by == "official" or named and words & word_set("functions"):
                return row
    return None


_NAMED = re.compile(r"\s(?:[A-Z][\w.'’-]{0,30}\s){0,4}$")


def _titled(sentence: Sentence, start: int, article: Article) -> str:
    """The body of a person whose title stands before the name: "Assistant District Attorney Jo Sample"."""
    if not sentence.text[start : start + 1].isupper():
        return ""
    before = sentence.text[max(0, start - 120) : start]
    names = _NAMED.search(before)
    words = before[: names.start()].split() if names else []
    names = names[0].split() if names else []
    for size in range(len(names), -1, -1):  # the forenames begin behind the title
        if body := body_of_title(" ".join([*words, *names[:size]]), article):
            return body
    return ""


_REST_OF_WORD = re.compile(r"(?:[-‑][^\W_]{1,40}){0,4}")


def _object(sentence: Sentence, action: Action) -> str:
    """The words of what was acted on; the parser parts "non-citizens" at its hyphens."""
    if not action.object:
        return ""
    start, end = action.object
    return " ".join(sentence.text[start : _REST_OF_WORD.match(sentence.text, end).end()].split())


@cache
def _events() -> dict[str, str]:
    return {
        row["role"]: ":".join(filter(None, (row["plover"], row["mode"])))
        for row in word_list("agencies/role_events")
    }
