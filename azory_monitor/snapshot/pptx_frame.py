"""The frame of a deck: slides with a title in its own place, text, notes, and bytes that depend on nothing else."""

import datetime
from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.opc.package import OpcPackage
from pptx.opc.packuri import PackURI
from pptx.opc.serialized import PackageWriter
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Emu, Pt

from azory_monitor.snapshot.archive import zipped
from azory_monitor.snapshot.fitting import height, paragraphs_by_slide
from azory_monitor.words.speaker import Speaker

FONT = "Lato"
WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 44.0
"""Of a slide, and of what stays free around it, in points."""
ACROSS = WIDTH - 2 * MARGIN
LARGE, TITLE, LEAD, BODY, LEAST = 40, 28, 26, 22, 18
"""Sizes of type in points: the deck's name, a title, the answers in a minute, text, and the least that anything has."""
SMALL_TITLE = 24
TOP, UNDER, BOTTOM, FOOT = 26.0, 10.0, 18.0, 30.0
LONGEST_TITLE = 330
"""A longer answer stands as text under the name of its section."""
_OPENING, _TITLE_ONLY = 0, 5
_MADE = datetime.datetime(2000, 1, 1)
_LEFT_OUT = ("docProps/thumbnail.jpeg", "ppt/printerSettings/")


class Frame:
    """A presentation in one language, and what puts slides into it."""

    def __init__(self, palette: Mapping[str, str], speaker: Speaker, title: str) -> None:
        self.palette, self.speaker = palette, speaker
        self._looks: dict[tuple[int, bool, str], Any] = {}
        """How a run of a size, weight and colour looks: setting it anew for each takes longer than its text."""
        self.deck = Presentation()
        _count_on(self.deck.part.package)
        self.deck.slide_width, self.deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
        about = self.deck.core_properties
        about.title, about.author, about.last_modified_by = title[:250], "", ""
        about.created = about.modified = _MADE
        about.language, about.revision = self.tag, 1
        for layout in (self.deck.slide_master, *self.deck.slide_layouts):
            for shape in layout.placeholders:
                _widen(shape)

    @property
    def tag(self) -> str:
        """The language as files name it."""
        return self.speaker.say("slides.language")

    def opening(self, title: str, lines: Iterable[str]) -> Slide:
        """The first slide."""
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[_OPENING])
        name, below = slide.shapes.title, slide.placeholders[1]
        _place(name, MARGIN, 120, ACROSS, 170)
        _place(below, MARGIN, 310, ACROSS, 150)
        self.write(name.text_frame, [title[:LONGEST_TITLE]], LARGE, bold=True)
        self.write(below.text_frame, lines, BODY, colour="quiet")
        return slide

    def slide(self, title: str, notes: Iterable[str] = ()) -> tuple[Slide, float]:
        """A slide with its title, and where under it there is room, in points from the top."""
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[_TITLE_ONLY])
        size, tall = title_size(title)
        _place(slide.shapes.title, MARGIN, TOP, ACROSS, tall)
        self.write(slide.shapes.title.text_frame, [title], size, bold=True)
        self.notes(slide, notes)
        return slide, TOP + tall + UNDER

    def texts(self, title: str, texts: Iterable[str], notes: Iterable[str] = (), size: int = BODY) -> None:
        """Paragraphs under a title, on as many slides as they need."""
        slides = _parted(title, texts, size)
        for number, part in enumerate(slides, start=1):
            slide, y = self.slide(self.numbered(title, number, len(slides)), [*notes, *part])
            self.text(slide, y, HEIGHT - y - BOTTOM, part, size)

    def slides_of(self, title: str, texts: Iterable[str], size: int) -> int:
        """How many slides paragraphs of a size need under a title."""
        return len(_parted(title, texts, size))

    def numbered(self, title: str, number: int, of: int) -> str:
        """A title that says which of several slides this is."""
        return title if of == 1 else self.speaker.say("slides.part", title=title, number=number, of=of)

    def text(self, slide: Slide, y: float, tall: float, texts: Iterable[str], size: int, colour: str = "ink") -> None:
        """A box of paragraphs across the slide."""
        box = slide.shapes.add_textbox(Pt(MARGIN), Pt(y), Pt(ACROSS), Pt(tall))
        self.write(box.text_frame, texts, size, colour=colour)

    def write(self, frame: TextFrame, texts: Iterable[str], size: int, bold: bool = False, colour: str = "ink") -> None:
        """Paragraphs, each one run with its language."""
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        frame.vertical_anchor = MSO_ANCHOR.TOP
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
        for place, text in enumerate(texts):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.alignment, paragraph.space_after = PP_ALIGN.LEFT, Pt(0 if bold else 8)
            self.run(paragraph, text, size, bold, colour)

    def run(self, paragraph: object, text: str, size: int, bold: bool = False, colour: str = "ink") -> None:
        """One run of text; signs that no file may hold are left out."""
        run = paragraph.add_run()
        run.text = allowed(text)
        look = self._looks.get((size, bold, colour))
        if look is None:
            run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
            run.font.color.rgb = RGBColor.from_string(self.palette[colour][1:])
            run._r.get_or_add_rPr().set("lang", self.tag)
            self._looks[size, bold, colour] = deepcopy(run._r.rPr)
        else:
            run._r.insert(0, deepcopy(look))

    def notes(self, slide: Slide, texts: Iterable[str]) -> None:
        """What whoever speaks has before them."""
        frame = slide.notes_slide.notes_text_frame
        for place, text in enumerate(filter(None, texts)):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            run = paragraph.add_run()
            run.text = allowed(text)
            run._r.get_or_add_rPr().set("lang", self.tag)

    def foot(self, slide: Slide, text: str) -> None:
        """The line at the foot; a longer text stands in the notes, and the line says so."""
        fits = height(text, ACROSS, LEAST) <= LEAST * 1.25
        said = text if fits else self.speaker.say("slides.source_in_notes")
        self.text(slide, HEIGHT - BOTTOM - FOOT + 4, FOOT, [said], LEAST, colour="quiet")

    def saved(self) -> bytes:
        """The file, without the template's picture and printer, without times."""
        for relations in (self.deck.part.rels, self.deck.part.package._rels):
            for key, one in list(relations.items()):
                if not one.is_external and str(one.target_part.partname).lstrip("/").startswith(_LEFT_OUT):
                    relations.pop(key)
        package, written = self.deck.part.package, _Members()
        writer = PackageWriter(written, package._rels, tuple(package.iter_parts()))
        writer._write_content_types_stream(written)
        writer._write_pkg_rels(written)
        writer._write_parts(written)
        return zipped(written)


class _Members(dict[str, bytes]):
    """The files of a deck by name, so that they are packed once: python-pptx would pack them with the time of day."""

    def write(self, uri: PackURI, content: bytes) -> None:
        """What python-pptx calls for each file."""
        self[uri.membername] = content


def title_size(title: str) -> tuple[int, float]:
    """How large a title is set, and how high it stands, in points."""
    size = TITLE if height(title, ACROSS, TITLE) <= 2 * TITLE * 1.25 else SMALL_TITLE
    return size, height(title, ACROSS, size) + 8


def _parted(title: str, texts: Iterable[str], size: int) -> list[list[str]]:
    room = HEIGHT - TOP - title_size(f"{title} (10/10)")[1] - UNDER - BOTTOM
    return paragraphs_by_slide([*texts], ACROSS, room, size, gap=10)


def allowed(text: str) -> str:
    """The text without the control characters that XML cannot hold; line ends become spaces."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign == "\u00a0" else " " for sign in text)


def _place(shape: object, left: float, top: float, wide: float, tall: float) -> None:
    shape.left, shape.top, shape.width, shape.height = Pt(left), Pt(top), Pt(wide), Pt(tall)


def _widen(shape: object) -> None:
    """A placeholder of the narrower template, stretched to the wide slide."""
    if shape.left is not None:
        shape.left, shape.width = Emu(int(shape.left * 4 / 3)), Emu(int(shape.width * 4 / 3))


def _count_on(package: OpcPackage) -> None:
    """Number new parts on from the first of their kind: python-pptx looks through every part for each new name."""
    first, used = package.next_partname, {}

    def following(pattern: str) -> PackURI:
        used[pattern] = used[pattern] + 1 if pattern in used else first(pattern).idx or 1
        return PackURI(pattern % used[pattern])

    package.next_partname = following
