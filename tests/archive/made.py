"""Files of every format, made by the tests: well-formed, odd and broken."""

import io
import json
import zipfile

import docx
import pandas as pd
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

LEAD = "Immigration and Customs Enforcement arrested 216 people in Houston from February 23 to March 2, the agency said."
SECOND = "Of the 216, 140 had criminal convictions and 76 had pending charges, according to the agency's statement."
THIRD = (
    "The operation will be repeated later this year, an official said on Tuesday in a briefing for reporters."
)
STORY = f"{LEAD}\n{SECOND}\n{THIRD}\n"
CURLY = (
    "The agency’s “surge” cost €3 million, officials said; a café owner and 12 others were held in the raid."
)
PAGE = """<!doctype html><html><head>{head}</head><body><nav><a href="/">Home</a> <a href="/n">News</a></nav>
<article><h1>Raid in Houston</h1>{body}</article><footer>Contact us. All rights reserved.</footer></body></html>"""
BODY = f"<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>"


def page(head: str = "<title>Raid in Houston | ICE</title>", body: str = BODY) -> bytes:
    return PAGE.format(head=head, body=body).encode()


def pdf(pages: list[list[tuple[float, float, str]]], encrypted: bool = False) -> bytes:
    """A PDF of one font: on each page, words at (x, y); what stands between carets is small and raised."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for words in pages:
        stream = b"".join(
            b"BT /F1 10 Tf %d %d Td (%s) Tj ET\n" % (x, y, drawn(text).encode("cp1252"))
            for x, y, text in words
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            % len(objects)
        )
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (
        b" ".join(b"%d 0 R" % kid for kid in kids),
        len(kids),
    )
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    lock = (
        b" /Encrypt << /Filter /Standard /V 1 /R 2 /P -1 /O <%s> /U <%s> >> /ID [<00> <00>]"
        % (b"11" * 32, b"22" * 32)
        if encrypted
        else b""
    )
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n"
        % (
            len(objects) + 1,
            table,
            len(objects) + 1,
            lock,
            len(out),
        )
    )


def drawn(text: str) -> str:
    """Words as a PDF has them between its brackets."""
    level, *others = text.replace("(", r"\(").replace(")", r"\)").split("^")
    sizes = ((6, 4), (10, 0))
    return level + "".join(
        f") Tj /F1 {sizes[number % 2][0]} Tf {sizes[number % 2][1]} Ts ({part}"
        for number, part in enumerate(others)
    )


def lines(x: float, top: float, *words: str) -> list[tuple[float, float, str]]:
    return [(x, top - 12 * number, line) for number, line in enumerate(words)]


def justified(x: float, top: float, width: float, *words: str) -> list[tuple[float, float, str]]:
    """Lines whose words stand far apart, so that both their ends are in line; the last is not."""
    placed = []
    for number, line in enumerate(words):
        parts, last = line.split(), number == len(words) - 1
        drawn = sum(map(len, parts)) * 5.2
        space = 4 if last else (width - drawn) / max(1, len(parts) - 1)
        at = x
        for part in parts:
            placed.append((at, top - 12 * number, part))
            at += len(part) * 5.2 + space
    return placed


def word(fill) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    fill(document)
    document.save(out)
    return out.getvalue()


def fill(document) -> None:
    document.core_properties.title = "Raid in Houston"
    document.add_heading("Raid in Houston", 1)
    document.add_paragraph(LEAD)
    document.add_paragraph("140 had convictions", style="List Bullet")
    document.add_paragraph("76 had pending charges", style="List Number")
    table = document.add_table(2, 2)
    for cell, text in zip(
        [cell for row in table.rows for cell in row.cells], ["Offence", "Number", "Drugs", "12"], strict=True
    ):
        cell.text = text
    document.add_paragraph(THIRD)


def run(text: str, level: str = "") -> str:
    about = f"<w:rPr><w:vertAlign w:val='{level}'/></w:rPr>" if level else ""
    return f'<w:r>{about}<w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(text: str, inner: str = "") -> str:
    return f"<w:tc><w:p>{run(text)}</w:p>{inner}<w:p/></w:tc>"


def body(*elements: str):
    """Fills a Word file with elements of its XML."""

    def fill(document) -> None:
        for place, element in enumerate(elements):
            name, _, rest = element.partition(">")
            document.element.body.insert(place, parse_xml(f"{name} {nsdecls('w')}>{rest}"))

    return fill


CHANGED = body(
    f"<w:p>{run('Agents arrested ')}<w:del><w:r><w:delText>216</w:delText></w:r></w:del><w:ins>{run('230')}</w:ins>{run(' people in Houston.')}</w:p>",
    f"<w:p><w:moveFrom>{run('999 people')}</w:moveFrom><w:moveTo>{run('They held 12')}</w:moveTo><w:smartTag>{run(' rifles')}</w:smartTag>{run(' in all.')}</w:p>",
    f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>999 people</w:t></w:r>{run('Nobody was hurt.')}</w:p>",
)
RAISED = body(
    f"<w:p>{run('Agents arrested 216')}<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r>{run(' people.')}</w:p>",
)
POWERS = body(
    f"<w:p>{run('On 5 k')}{run('m')}{run('2', 'superscript')}{run(' they found 10')}{run('1', 'superscript')}{run('2', 'superscript')}{run(' cells.')}</w:p>",
    f"<w:p>{run('They held 3')}{run('1', 'superscript')}{run('/')}{run('2', 'subscript')}{run(' tons and 2')}{run('3', 'superscript')}{run('4', 'subscript')}{run(' kg, 10')}{run('1/2', 'superscript')}{run(' in all.')}</w:p>",
)
INNER = f"<w:tbl><w:tr>{cell('Heroin')}{cell('7')}</w:tr><w:tr>{cell('Other')}{cell('5')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{cell('999 people')}</w:tr></w:tbl>"
NESTED = body(
    f"<w:tbl><w:tr>{cell('')}</w:tr><w:tr>{cell('Offence')}{cell('People')}</w:tr><w:tr>{cell('Drugs', INNER)}{cell('12')}</w:tr></w:tbl>"
)
FRAMED = body(
    f"<w:sdt><w:sdtContent><w:p>{run('Agents arrested ')}<w:sdt><w:sdtContent>{run('216')}</w:sdtContent></w:sdt>{run(' people')}<w:r><w:tab/><w:noBreakHyphen/><w:br/></w:r>{run('in Houston.')}</w:p></w:sdtContent></w:sdt>",
    f"<w:p>{run('A box follows.')}<w:r><w:pict><w:txbxContent><w:p>{run('It holds 12 rifles.')}</w:p></w:txbxContent></w:pict></w:r></w:p>",
    f"<w:p><w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>{run('No bullet.')}</w:p>",
)


def merged(document) -> None:
    table = document.add_table(3, 3)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = str(10 + number)
    for one, other in (((0, 0), (0, 1)), ((1, 2), (2, 2))):
        table.cell(*one).merge(table.cell(*other)).text = "99"


def with_note() -> bytes:
    """A Word file with a footnote."""
    reference = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    data = word(body(f"<w:p>{run('Agents arrested 216 people.')}{reference}</w:p>"))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    part = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    added = {
        "[Content_Types].xml": (
            "</Types>",
            f'<Override PartName="/word/footnotes.xml" ContentType="{part}"/>',
        ),
        "word/_rels/document.xml.rels": (
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/>',
        ),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            end, element = added.get(name, ("", ""))
            new.writestr(
                name,
                old.read(name).replace(end.encode(), f"{element}{end}".encode()) if end else old.read(name),
            )
        note = f"<w:footnote w:id='2'><w:p>{run('Of whom 40 were released.')}</w:p></w:footnote>"
        new.writestr("word/footnotes.xml", f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>")
    return out.getvalue()


def packed(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()


def parquet(frame: pd.DataFrame) -> bytes:
    out = io.BytesIO()
    frame.to_parquet(out, index=False)
    return out.getvalue()


FRAME = pd.DataFrame(
    {
        "id": [7, 8],
        "headline": ["Raid", "Seizure"],
        "body": [LEAD, SECOND],
        "date": ["2024-03-05", "2024-03-06"],
    }
)
OBJECTS = FRAME.to_dict("records")
JSON_LINES = "".join(json.dumps(item) + "\n" for item in OBJECTS).encode()
TWO_COLUMNS = [
    *lines(
        50,
        700,
        "Police said on Monday that the large opera-",
        "tion led to 216 arrests in the cross-",
        "border region, a cross-border matter",
        "that lasted for several days.",
    ),
    *lines(
        330,
        700,
        "The second column tells that the raid",
        "ended on Sunday and that nobody",
        "was hurt in it.",
    ),
    *lines(290, 20, "1"),
]

NARROW = [
    *lines(50, 740, "Agents arrest 216 people in a raid that reached over two columns of this page"),
    *justified(
        50,
        700,
        160,
        "Agents of the federal",
        "agency arrested 216",
        "people on Monday in a",
        "raid on the border.",
    ),
    *justified(
        222,
        700,
        160,
        "The second column says",
        "that 140 of them had",
        "been convicted before",
        "and 76 had not.",
    ),
    *justified(
        394,
        695,
        160,
        "A third, set a little lower,",
        "tells that nobody was",
        "hurt in the operation,",
        "officials said.",
    ),
    *lines(50, 560, "Offence", "Drugs", "Weapons", "Fraud"),
    *lines(450, 560, "People", "120", "60", "36"),
]

# name of the file → its bytes, and what every one of its texts must hold, in order
GOOD = {
    "plain.txt": (STORY.encode(), [LEAD, SECOND, THIRD]),
    "bom.txt": (b"\xef\xbb\xbf" + STORY.encode(), [LEAD]),
    "returns.txt": (STORY.replace("\n", "\r\n").encode(), [LEAD, SECOND]),
    "windows.txt": (CURLY.encode("cp1252"), [CURLY]),
    "utf16.txt": (STORY.encode("utf-16"), [LEAD, SECOND]),
    "utf16_without_mark.txt": (STORY.encode("utf-16-le"), [LEAD, SECOND]),
    "spanish.txt": (
        ("La policía detuvo a 12 personas en la operación del año. " * 3).encode("cp1252"),
        ["policía detuvo a 12 personas en la operación del año"],
    ),
    "page_renamed.txt": (page(), [LEAD, THIRD]),
    "pdf_renamed.txt": (
        pdf([lines(50, 700, "Police arrested 216 people on Monday.")]),
        ["Police arrested 216 people on Monday."],
    ),
    "notes.md": (
        f"---\ntitle: Raid\ndate: 2024-03-05\n---\n# Raid in Houston\n\n**{LEAD}**\n\n- 140 had [convictions](http://x)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n".encode(),
        ["# Raid in Houston", LEAD, "- 140 had convictions", "| 1 | 2 |"],
    ),
    "no_front.md": (
        f"# Raid\n\n{LEAD} It was _large_ and cost 3 * 4 dollars.".encode(),
        [LEAD, "It was large and cost 3 * 4 dollars."],
    ),
    "badge.md": (f"[![built](http://x/b.svg)](http://x)\n\n{LEAD}".encode(), [f"\n\n{LEAD}"]),
    "page.html": (page(), [LEAD, SECOND, THIRD]),
    "list.html": (
        page(
            body=f"<p>{LEAD}</p><ul><li>140 had convictions.</li><li>76 had charges.</li></ul><p>{THIRD}</p>"
        ),
        [LEAD, "- 140 had convictions.", "- 76 had charges."],
    ),
    "table.html": (
        page(
            body=f"<p>{LEAD}</p><table><tr><th>Offence</th><th>Number</th></tr><tr><td>Drugs</td><td>12</td></tr></table><p>{THIRD}</p>"
        ),
        [LEAD, "| Offence | Number |", "|---|---|", "| Drugs | 12 |"],
    ),
    "latin.html": (
        page(
            '<meta charset="iso-8859-1"><title>x</title>',
            f"<p>{CURLY}</p><p>{LEAD}</p>".replace("€", "&euro;"),
        )
        .decode()
        .encode("cp1252"),
        [CURLY],
    ),
    "entities.html": (
        page(
            body=f"<p>{LEAD}</p><p>The agency&rsquo;s raid &amp; others cost &pound;5 million in the first year, it said.</p>"
        ),
        ["The agency’s raid & others cost £5 million"],
    ),
    "says_utf16.html": (page('<meta charset="utf-16">'), [LEAD]),
    "says_nonsense.html": (page('<meta charset="punycode">'), [LEAD]),
    "deep.html": (page(f'<script type="application/ld+json">{"[" * 50_000}</script>'), [LEAD]),
    "unclosed.htm": (f"<html><body><p>{LEAD}<p>{SECOND}<p>{THIRD}".encode(), [LEAD, SECOND, THIRD]),
    "raised.html": (
        page(
            body=f"{BODY}<p>Agents arrested 216<sup>1</sup> people on 5 km<sup>2</sup> in the 5<sup>th</sup> raid.<sup><a href='#n'>[4]</a></sup></p>"
        ),
        ["Agents arrested 216 people on 5 km² in the 5th raid.\n"],
    ),
    "powers.html": (
        page(
            body=f"{BODY}<p>They came in<sup>1</sup> with 3<sup>1</sup>/<sub>2</sub> tons, 2<sup>1</sup>&frasl;<sub>2</sub> kg, 4<sup>1&frasl;2</sup> lb and 7<sup>3</sup><sub>4</sub> oz on 5&nbsp;<i>km</i><sup>2</sup>, 216<sup>1</sup>/year.</p>"
        ),
        ["They came in with 3 1/2 tons, 2 1⁄2 kg, 4 1⁄2 lb and 7 3/4 oz on 5 km², 216/year.\n"],
    ),
    "consent.html": (
        page(
            body=f"<div class='cookie-consent'><p>We use cookies to improve your visit. Accept those of our 999 people?</p><button>Accept</button></div>{BODY}"
            "<aside class='related'><h3>Related stories</h3><ul><li><a href='/a'>999 people held elsewhere</a></li></ul></aside>"
        ),
        [LEAD, SECOND, THIRD],
    ),
    "script.html": (
        page(body=f"<script>var x = '999 people';</script><p>{LEAD}</p><p>{SECOND}</p>"),
        [LEAD, SECOND],
    ),
    "paper.pdf": (
        pdf([TWO_COLUMNS]),
        [
            "that the large operation led to 216 arrests in the cross-border region, a cross-border matter that lasted for several days.",
            "The second column tells that the raid ended on Sunday and that nobody was hurt in it.",
        ],
    ),
    "pages.pdf": (
        pdf(
            [
                [
                    *lines(50, 780, "Annual Report 2024"),
                    *lines(
                        50,
                        700,
                        "The first page tells of 216 arrests and of",
                        "many more that were made in the",
                    ),
                    *lines(290, 20, "1"),
                ],
                [
                    *lines(50, 780, "Annual Report 2024"),
                    *lines(50, 700, "second half of the year."),
                    *lines(290, 20, "2"),
                ],
            ]
        ),
        [
            "The first page tells of 216 arrests and of many more that were made in the second half of the year."
        ],
    ),
    "justified.pdf": (
        pdf([NARROW]),
        [
            "Agents arrest 216 people in a raid that reached over two columns of this page\n",
            "Agents of the federal agency arrested 216 people on Monday in a raid on the border.\n",
            "The second column says that 140 of them had been convicted before and 76 had not.\n",
            "A third, set a little lower, tells that nobody was hurt in the operation, officials said.\n",
            "Offence People Drugs 120 Weapons 60 Fraud 36",
        ],
    ),
    "raised.pdf": (
        pdf([lines(50, 700, "Agents arrested 216^1^ people on 5 km^2^ in the 5^th^ raid.^2,3^")]),
        ["Agents arrested 216 people on 5 km² in the 5th raid.\n"],
    ),
    "powers.pdf": (
        pdf([lines(50, 700, "They came in^1^ with 3^1^/2 tons and 2^1/2^ kg on 4 million km^2^ in all.")]),
        ["They came in with 3 1/2 tons and 2 1/2 kg on 4 million km² in all.\n"],
    ),
    "divided.pdf": (
        pdf(
            [
                lines(
                    50,
                    700,
                    "In a 12-",
                    "day raid on thirty-",
                    "two short- ",
                    "and long-term homes of Houston-",
                    "based men from 2023-",
                    "24, $3-",
                    "million and six-",
                    "teen guns were found.",
                )
            ]
        ),
        [
            "In a 12-day raid on thirty-two short- and long-term homes of Houston-based men from 2023-24, $3-million and sixteen guns were found."
        ],
    ),
    "bullets.pdf": (
        pdf(
            [
                lines(
                    50,
                    700,
                    "Police arrested many people:",
                    "\u2022 140 had convictions",
                    "\u2022 76 had none",
                )
            ]
        ),
        ["Police arrested many people:\n• 140 had convictions\n• 76 had none"],
    ),
    "letter.docx": (
        word(fill),
        [
            "## Raid in Houston",
            LEAD,
            "- 140 had convictions",
            "- 76 had pending charges",
            "Offence | Number |\n---|---|\nDrugs | 12 |",
            THIRD,
        ],
    ),
    "raised.docx": (word(RAISED), ["Agents arrested 216 people.\n"]),
    "powers.docx": (
        word(POWERS),
        ["On 5 km² they found 10¹² cells.\n", "They held 3 1/2 tons and 2 3/4 kg, 10 1/2 in all.\n"],
    ),
    "nested.docx": (
        word(NESTED),
        ["Offence | People |\n---|---|\nDrugs Heroin 7 Other 5 | 12 |"],
    ),
    "changed.docx": (
        word(CHANGED),
        ["Agents arrested 230 people in Houston.\nThey held 12 rifles in all.\nNobody was hurt."],
    ),
    "framed.docx": (
        word(FRAMED),
        ["Agents arrested 216 people - in Houston.\nA box follows.\nIt holds 12 rifles.\nNo bullet."],
    ),
    "merged.docx": (word(merged), ["99 |  | 12 |\n---|---|---|\n13 | 14 | 99 |\n16 | 17 |  |"]),
    "note.docx": (with_note(), ["Agents arrested 216 people.\n", "Of whom 40 were released."]),
    "plain.docx": (word(lambda document: document.add_paragraph(CURLY)), [CURLY]),
    "word_renamed.bin": (word(fill), [LEAD]),
    "table.csv": (FRAME.to_csv(index=False).encode(), [LEAD, SECOND]),
    "semicolons.csv": (FRAME.to_csv(index=False, sep=";").encode("utf-8-sig"), [LEAD, SECOND]),
    "tabs.tsv": (FRAME.to_csv(index=False, sep="\t").encode(), [LEAD, SECOND]),
    "windows.csv": (
        pd.DataFrame({"text": [CURLY, STORY]}).to_csv(index=False).encode("cp1252"),
        [CURLY, STORY],
    ),
    "lines_in_cells.csv": (pd.DataFrame({"body": [STORY]}).to_csv(index=False).encode(), [STORY]),
    "raised_in_cells.csv": (
        pd.DataFrame({"body": [f"{BODY}<p>They held 216<sup>1</sup> people.</p>"]})
        .to_csv(index=False)
        .encode(),
        [LEAD, "They held 216 people."],
    ),
    "tags_in_cells.csv": (pd.DataFrame({"body": [BODY]}).to_csv(index=False).encode(), [LEAD, SECOND]),
    "said_by_excel.csv": (b"sep=;\n" + FRAME.to_csv(index=False, sep=";").encode(), [LEAD, SECOND]),
    "blank_first.csv": (b"\n\n" + FRAME.to_csv(index=False, sep=";").encode(), [LEAD, SECOND]),
    "over_lines.json": (json.dumps(OBJECTS[0], indent=2).encode(), [LEAD]),
    "half_character.jsonl": (rb'{"text": "Police held 3 men \ud83d."}', ["Police held 3 men ?."]),
    "lines.jsonl": (JSON_LINES, [LEAD, SECOND]),
    "list.json": (json.dumps(OBJECTS).encode(), [LEAD, SECOND]),
    "blank_lines.ndjson": (JSON_LINES.replace(b"\n", b"\n\n"), [LEAD, SECOND]),
    "table.parquet": (parquet(FRAME), [LEAD, SECOND]),
    "parquet_renamed.dat": (parquet(FRAME), [LEAD, SECOND]),
    "all.zip": (
        packed(a__txt=STORY.encode(), b__html=page(), c__csv=FRAME.to_csv(index=False).encode()),
        [LEAD, SECOND, THIRD],
    ),
}


def nameless():
    """A ZIP whose one file has an empty name: as no program packs it, though every program opens it."""
    data = bytearray(packed(a=STORY.encode()))
    centre, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    data[end + 12] -= 1  # size of the list of files
    data[end + 16 : end + 20] = (centre - 1).to_bytes(4, "little")
    for place, length in ((centre + 46, centre + 28), (30, 26)):
        data[length] = 0
        del data[place]
    return bytes(data)


# name of the file → its bytes, and words of the one line that says why there is no article
BROKEN = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \r\n\t\n", "is empty"),
    "empty.csv": (b"", "is empty"),
    "blank.jsonl": (b"\n\n", "is empty"),
    "names_only.csv": (b"id,text\n", "holds no article"),
    "empty_list.json": (b"[]", "holds no article"),
    "empty.zip": (packed(), "holds no article"),
    "zeros.txt": (b"\x00\x01\x02" * 400, "is not a text"),
    "cut_utf16.txt": (b"\xff\xfea", "broken"),
    "half_of_a_pair.tsv": (
        b"\xff\xfe" + "text\ttitle\n".encode("utf-16-le") + b"\x00\xd8a\x00",
        "is broken at",
    ),
    "half_of_a_pair.csv": (b"\xff\xfe\x00\xd8" + "text\n".encode("utf-16-le"), "is broken at its beginning"),
    "strange.xyz": (STORY.encode(), "in no format that is read"),
    "old.doc": (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "old Office file"),
    "letter.rtf": (rb"{\rtf1 Police}", "save it as .docx"),
    "rtf_renamed.txt": (rb"{\rtf1\ansi Police held 3 men.}", "RTF"),
    "text.odt": (packed(mimetype=b"application/vnd.oasis.opendocument.text"), "save it as .docx"),
    "odt_renamed.txt": (packed(mimetype=b"application/vnd.oasis.opendocument.text"), "OpenDocument"),
    "excel_renamed.txt": (packed(**{"[Content_Types]__xml": b"", "xl/workbook__xml": b""}), "Excel"),
    "photo_renamed.txt": (b"\x89PNG\r\n\x1a\n", "text recognition"),
    "mail.eml": (b"Subject: Raid\n\nPolice held 3 men.\n", "save its text as .txt"),
    "page.mhtml": (b"MIME-Version: 1.0\n\n<html></html>", "save the page as HTML"),
    "sheet.xlsx": (packed(xl=b""), "save the sheet as CSV"),
    "photo.png": (b"\x89PNG\r\n\x1a\n", "text recognition"),
    "menu.html": (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no main text"),
    "empty.html": (b"<html></html>", "no main text"),
    "cut.pdf": (pdf([TWO_COLUMNS])[:300], "save a new copy"),
    "no.pdf": (b"This is no PDF at all.", "save a new copy"),
    "scan.pdf": (pdf([[]]), "text recognition"),
    "locked.pdf": (pdf([TWO_COLUMNS], encrypted=True), "encrypted"),
    "cut.docx": (word(fill)[:2000], "save a new copy"),
    "empty.docx": (word(lambda document: None), "no text"),
    "no.docx": (b"This is no Word file.", "save a new copy"),
    "no_text_column.csv": (b"day,count\n2024-03-05,7\n", "no column that looks like the text"),
    "quote_never_ends.csv": (b'text\n"Police held\n3 men\n', "never closed"),
    "quote_in_names.csv": (b'"id,text\n1,Police\n', "never closed"),
    "first_row_is_text.csv": (f"{STORY!r},1\n".encode() * 2, "no column that looks like the text"),
    "ragged.csv": (b"id,text\n1,Police held, it said, 3 men\n", "cells under"),
    "empty_cell.csv": (b"id,text\n1,\n", "has no text"),
    "broken.jsonl": (b'{"text": "Police held 3 men."\n', "is no JSON"),
    "number.jsonl": (b"42\n", "no object"),
    "broken.json": (b'[{"text": ', "no JSON"),
    "broken.parquet": (b"PAR1 and nothing else", "no Parquet file"),
    "broken.zip": (b"PK\x03\x04 and nothing else", "no ZIP"),
    "nameless.zip": (nameless(), "a file without a name"),
    "nested.zip": (packed(inner__zip=packed(a__txt=b"x")), "ZIP inside a ZIP"),
}
