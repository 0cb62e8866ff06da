"""A PDF as it is read aloud: what stands in it in order, by the structure that its maker gave it."""

import io
import re
from dataclasses import dataclass, field
from functools import cache

import pypdf

_INNER = rb"(?:\\.|[^\\()])"
_INSIDE = rb"(?:" + _INNER + rb"|\((?:" + _INNER + rb"|\(" + _INNER + rb"*\))*\))*"
"""The signs of a string: brackets stand in it as they are where they are paired, to a depth that occurs."""
_STRING = re.compile(rb"\((" + _INSIDE + rb")\)", re.DOTALL)
_TEXT = re.compile(
    rb"(?:/\w+\s*(?P<about><<(?:<[^<>]*>|[^<>])*>>|/\w+)?\s*(?P<open>B[DM]C))\b"
    rb"|(?P<close>\bEMC)|(?P<begin>\bBT\b)|(?P<font>/\w+)\s+[\d.]+\s+Tf\b"
    rb"|(?P<shown>\[(?:\(" + _INSIDE + rb"\)|[^\]()])*\]\s*TJ|\(" + _INSIDE + rb"\)\s*Tj)",
    re.DOTALL,
)
"""What opens and closes a mark, chooses type and shows text; the thousands of strokes between are passed over."""
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_HEADINGS = {"/Title": "title", "/H1": "h1", "/H2": "h2"}
_GLYPHS = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s")


@dataclass
class Part:
    """One piece of the document: a heading, a text, a table with its rows, or a picture with its words."""

    kind: str
    text: str = ""
    caption: str = ""
    rows: list[list[str]] = field(default_factory=list)


@dataclass(frozen=True)
class _Mark:
    """A stretch of a page's text: its number in the structure, and what is read instead of its glyphs."""

    number: int | None
    instead: str

    @classmethod
    def of(cls, about: bytes) -> "_Mark":
        number, instead = re.search(rb"/MCID\s+(\d+)", about), re.search(rb"/ActualText\s*<FEFF([0-9A-F]*)>", about)
        text = bytes.fromhex(instead[1].decode()).decode("utf-16-be") if instead else ""
        return cls(int(number[1]) if number else None, text)


def parts(content: bytes) -> list[Part]:
    """Everything that is read aloud, in order; what only stands on the page, such as its number, is not."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    fonts = cache(lambda font: _letters(font.get_object()))
    shown = {page.indirect_reference.idnum: _marked(page, fonts) for page in reader.pages}
    return [*_told(reader.trailer["/Root"]["/StructTreeRoot"], None, shown)]


def _marked(page, fonts) -> dict[int, str]:
    """The text of a page by the number of the mark that it stands in."""
    type_of = page["/Resources"].get("/Font", {})
    named = {name: fonts(type_of.raw_get(name)) for name in type_of}
    found, marks, letters = {}, [], {}
    for one in _TEXT.finditer(page.get_contents().get_data()):
        if one["open"]:
            marks.append(_Mark.of(one["about"] or b""))
            _write(found, marks, marks[-1].instead)
        elif one["close"]:
            marks.pop()
        elif one["begin"]:
            _write(found, marks, " ")
        elif one["font"]:
            letters = named[one["font"].decode()]
        elif not any(mark.instead for mark in marks):
            codes = b"".join(_ESCAPE.sub(_byte, string) for string in _STRING.findall(one["shown"]))
            _write(found, marks, "".join(letters[codes[at : at + 2]] for at in range(0, len(codes), 2)))
    assert not marks
    return {number: text.strip(" ") for number, text in found.items()}


def _write(found, marks, text) -> None:
    """The text is added to the innermost mark that has a number; without one it only stands on the page."""
    numbers = [mark.number for mark in marks if mark.number is not None]
    if numbers:
        found[numbers[-1]] = found.get(numbers[-1], "") + text


def _byte(escape) -> bytes:
    said = escape[1]
    return bytes([int(said, 8) & 255]) if said[:1].isdigit() else _NAMED.get(said, said)


def _letters(font) -> dict[bytes, str]:
    """What each code of a font stands for, as the file itself says."""
    said = font["/ToUnicode"].get_data()
    parts = said.replace(b"beginbfchar", b"\n").replace(b"endbfchar", b"\n")
    return {bytes.fromhex(a.decode()): bytes.fromhex(b.decode()).decode("utf-16-be") for a, b in _GLYPHS.findall(parts)}


def _told(element, page, shown):
    """The parts under an element of the structure."""
    element = element.get_object()
    if isinstance(element, list):
        for one in element:
            yield from _told(one, page, shown)
        return
    kind = element.get("/S", "") if isinstance(element, dict) else ""
    if kind == "/Table":
        yield _table(element, page, shown)
    elif kind == "/Figure":
        yield Part("figure", _text(element, page, shown), element.get("/Alt", ""))
    elif kind in _HEADINGS or _own(element, page, shown):
        yield Part(_HEADINGS.get(kind, "text"), _text(element, page, shown))
    elif isinstance(element, dict) and "/K" in element:
        yield from _told(element["/K"], element.get("/Pg", page), shown)


def _own(element, page, shown) -> str:
    """The text that stands in an element itself, not in what is inside it."""
    if not isinstance(element, dict) or "/K" not in element:
        return ""
    inside = element["/K"] if isinstance(element["/K"], list) else [element["/K"]]
    return "".join(_text(one, element.get("/Pg", page), shown) for one in inside if not _is_element(one))


def _is_element(one) -> bool:
    one = one.get_object()
    return isinstance(one, dict) and "/S" in one


def _text(element, page, shown) -> str:
    """All text under an element, lines apart by a space."""
    element = element.get_object()
    if isinstance(element, int):
        return shown[page.indirect_reference.idnum].get(element, "")
    if isinstance(element, list):
        return " ".join(filter(None, (_text(one, page, shown) for one in element)))
    page = element.get("/Pg", page)
    if "/MCID" in element:
        return shown[page.indirect_reference.idnum].get(element["/MCID"], "")
    return _text(element["/K"], page, shown) if "/K" in element else ""


def _table(element, page, shown) -> Part:
    found = Part("table")

    def walk(one, page):
        one = one.get_object()
        if isinstance(one, list):
            for each in one:
                walk(each, page)
        elif isinstance(one, dict):
            page, kind = one.get("/Pg", page), one.get("/S")
            if kind == "/TR":
                found.rows.append([])
            if kind == "/Caption":
                found.caption = _text(one, page, shown)
            elif kind in ("/TH", "/TD"):
                found.rows[-1].append(_text(one, page, shown))
            elif "/K" in one:
                walk(one["/K"], page)

    walk(element["/K"], element.get("/Pg", page))
    return found
