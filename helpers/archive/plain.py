"""Plain text and Markdown: which encoding, and what of Markdown is no text."""

import codecs
import re

from helpers.archive.document import Document, Unreadable, need
from helpers.archive.published import day_published

__all__ = ["about_encoding", "decode", "read_markdown", "read_plain"]

# Texts in Latin letters have fewer bytes outside ASCII than that, texts in others have more
SHARE_OF_ODD_BYTES = 0.15
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.{0,5000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(\w{1,40}):[ \t]*(.{0,500}?)[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?![\w*])")
_HEADING = re.compile(r"^#[ \t]+(\S[^\n]{0,300}?)[ \t#]*$", re.MULTILINE)


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file and, if it is not UTF-8, the encoding it was read in.

    Raises:
        Unreadable: if it is no text, or in no encoding that can be told.

    >>> decode("l’été".encode("cp1252") + b" of the year " * 5)[1]
    'cp1252'
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(data, "utf-16"), "utf-16"
    half = max(1, len(data[:4000]) // 2)
    for encoding, zeros in (("utf-16-le", data[1:4000:2]), ("utf-16-be", data[0:4000:2])):
        if len(data) > 3 and zeros.count(0) > 0.7 * half:
            return _decoded(data, encoding), encoding
    if b"\x00" in data[:4000]:
        raise Unreadable("is not a text (it holds zero bytes); is its ending right?")
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    odd = len(data.translate(None, bytes(range(128))))
    if odd <= SHARE_OF_ODD_BYTES * len(data):
        try:
            return data.decode("cp1252"), "cp1252"
        except UnicodeDecodeError:
            pass
    best = need("charset_normalizer").from_bytes(data).best()
    if best is None:
        raise Unreadable("is in no encoding that can be told; save it as UTF-8")
    return str(best), best.encoding


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"begins like {encoding} but is broken at byte {error.start}; save it as UTF-8"
        ) from error


def about_encoding(encoding: str) -> tuple[str, ...]:
    """The warning that a text was not UTF-8; none if no other encoding is given."""
    return (f"was not UTF-8: read as {encoding}",) if encoding else ()


def read_plain(data: bytes, slug: str) -> Document:
    """A plain text, in whatever encoding."""
    text, encoding = decode(data)
    return Document(
        text=text,
        slug=slug,
        tool=f"decoded as {encoding}" if encoding else "as it is",
        warnings=about_encoding(encoding),
    )


def read_markdown(data: bytes, slug: str) -> Document:
    """Markdown without its front matter, pictures, addresses of links and signs of emphasis. Headings, bullets
    and tables stay: they are read."""
    text, encoding = decode(data)
    fields: dict[str, str] = {}
    if front := _FRONT_MATTER.match(text):
        fields = {name.lower(): value.strip("\"'") for name, value in _FIELD.findall(front[1])}
        text = text[front.end() :].lstrip("\r\n")
    published, warning = day_published(fields.get("date") or fields.get("published") or "")
    text = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    heading = _HEADING.search(text[:2000])
    return Document(
        text=text,
        slug=slug,
        title=fields.get("title") or (heading[1] if heading else ""),
        published=published,
        published_basis="date in its front matter" if published else "",
        url=fields.get("url", ""),
        publisher=fields.get("publisher", ""),
        tool="Markdown without links and emphasis",
        warnings=(*about_encoding(encoding), *filter(None, [warning])),
    )
