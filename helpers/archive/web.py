"""HTML: the main text without menus and footers, and what the page says of itself.

The text comes from trafilatura, which keeps bullets (`- `) and tables (`| a | b |`) as this project reads
them. The date of publication is taken only where the page declares it as such, never guessed from its text.
"""

import json
import re
from html import escape, unescape

from helpers.archive.document import AGAIN, Document, Unreadable, lowered, need, raised, tool_of
from helpers.archive.plain import about_encoding, decode
from helpers.archive.published import day_published
from helpers.texts import word_list

__all__ = ["main_text", "read_html"]

_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,30})", re.IGNORECASE)
_DAY_IN_ADDRESS = re.compile(r"/(20\d\d|19\d\d)[/-](\d\d)[/-](\d\d)(?=[/-])")
_TITLE_END = re.compile(r"\s+[|–—-]\s+[^|–—]{1,40}$")
_SUP = re.compile(r"<sup\b[^>]{0,200}>((?:<[^>]{0,300}>|[^<]){0,80}?)</sup>", re.IGNORECASE)
_SUB = re.compile(r"<sub\b[^>]{0,200}>([^<]{0,9})", re.IGNORECASE)
_TAG = re.compile(r"<[^>]{0,300}>")
_IN_LINE = re.compile(r"</?(?:a|b|em|font|i|small|span|strong|su[bp]|u)\b[^>]{0,300}>", re.IGNORECASE)
_CUT_TAG = re.compile(r"^[^<>]{0,300}>")
AROUND = 120  # characters, tags among them, before and after what is raised
FEW_CHARACTERS = 20  # a main text shorter than that is a menu, a notice or nothing


def read_html(data: bytes, slug: str) -> Document:
    """The article of a page.

    Raises:
        Unreadable: if the page has no main text.
    """
    html = need("lxml.html")
    source, encoding = _decode(data)
    try:
        # a declaration of an encoding inside a text that is decoded already would be an error
        tree = html.fromstring(re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", source))
    except Exception as error:  # lxml raises several kinds, for an empty document and for a broken one
        raise Unreadable(f"is no HTML that can be read{AGAIN}") from error
    text = main_text(source)
    if len(text) < FEW_CHARACTERS:
        raise Unreadable(
            "has no main text: a menu, a notice, or a page that a script fills; save the article as text"
        )
    url = _first(tree, "//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
    published, basis, warning = _published(tree, url)
    return Document(
        text=text + "\n",
        slug=slug,
        title=_title(tree),
        publisher=_first(
            tree, "//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content"
        ),
        published=published,
        published_basis=basis,
        url=url,
        tool=tool_of("trafilatura"),
        warnings=(*about_encoding(encoding), *filter(None, [warning])),
    )


def main_text(source: str, **options: object) -> str:
    """The main text of a page, without the marks of its notes; empty if it has none. For the options see
    `trafilatura.extract`."""

    def plain(match: re.Match) -> str:
        before = _CUT_TAG.sub("", source[max(0, match.start() - AROUND) : match.start()])
        after = _SUB.sub(lambda below: lowered(below[1]), source[match.end() : match.end() + AROUND])
        words = raised(_text_of_part(before), unescape(_TAG.sub("", match[1])), _text_of_part(after))
        return match[0] if words.isalpha() else escape(words, quote=False)

    page = _SUP.sub(plain, source)
    return need("trafilatura").extract(page, include_tables=True, include_comments=False, **options) or ""


def _text_of_part(part: str) -> str:
    """What a part of a page tells; another paragraph or cell is another line."""
    return unescape(_TAG.sub("\n", _IN_LINE.sub("", part)))


def _decode(data: bytes) -> tuple[str, str]:
    """The page decoded as it declares itself, or else as any text."""
    declared = _DECLARED.search(data[:4000])
    # what could be read so far is not UTF-16, whatever it calls itself
    if declared and not declared[1].lower().startswith(b"utf"):
        name = declared[1].decode("ascii")
        # browsers read what calls itself Latin-1 as Windows-1252
        name = "cp1252" if name.lower() in ("iso-8859-1", "latin1", "latin-1", "us-ascii") else name
        try:
            return data.decode(name), name
        except (LookupError, UnicodeError):
            pass
    return decode(data)


def _first(tree, *paths: str) -> str:
    for path in paths:
        for value in tree.xpath(path):
            if value.strip():
                return " ".join(value.split())
    return ""


def _title(tree) -> str:
    """The headline: as the page declares it, otherwise its first heading, otherwise its title without the name
    of the site."""
    declared = _first(tree, "//meta[@property='og:title']/@content")
    headings = [" ".join(node.text_content().split()) for node in tree.xpath("//h1")]
    heading = next((heading for heading in headings if heading), "")
    if heading and (not declared or heading in declared or declared in heading):
        return heading
    return declared or _TITLE_END.sub("", _first(tree, "//title/text()"))


def _published(tree, url: str) -> tuple[str, str, str]:
    """Day of publication, where the page says it, and a warning."""
    warning = ""
    for value, basis in _declared(tree):
        published, problem = day_published(value)
        if published:
            return published, basis, ""
        warning = warning or problem
    if match := _DAY_IN_ADDRESS.search(url):
        published, _ = day_published("-".join(match.groups()))
        if published:
            return published, "day in the web address", ""
    return "", "", warning


def _declared(tree):
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            content = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue  # a broken block says nothing; the other places are still asked
        for value in _values(content, "datePublished"):
            yield value, "datePublished in the page's JSON-LD"
    for row in word_list("archive/published_tags"):
        for value in tree.xpath(f"//meta[@{row['attribute']}='{row['name']}']/@content"):
            yield value, f"{row['name']} in the page's metadata"
    for value in tree.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime"):
        yield value, "time of publication marked in the page"


def _values(content: object, key: str, depth: int = 5):
    if depth and isinstance(content, list):
        for item in content[:50]:
            yield from _values(item, key, depth - 1)
    elif depth and isinstance(content, dict):
        if isinstance(content.get(key), str):
            yield content[key]
        for inner in ("@graph", "mainEntity"):
            yield from _values(content.get(inner), key, depth - 1)
