"""How the series of a deck's charts look: colours, patterns and marks, numbers beside them, intervals."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.util import Pt

from azory_monitor.model.presented import Plot, PlotSeries
from azory_monitor.snapshot.pptx_frame import FONT, LEAST
from azory_monitor.snapshot.xlsx_charts import inside, label_format

PATTERNS = (
    MSO_PATTERN.PERCENT_5,
    MSO_PATTERN.LIGHT_UPWARD_DIAGONAL,
    MSO_PATTERN.LIGHT_HORIZONTAL,
    MSO_PATTERN.PERCENT_20,
)
MARKERS = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.TRIANGLE, XL_MARKER_STYLE.DIAMOND)


def dress(native: Any, part: Plot, series: PlotSeries, place: int, palette: Mapping[str, str]) -> None:
    """Colour, marks, numbers and intervals of the series at a place."""
    if part.kind == "lines":
        native.smooth = False
        native.format.line.color.rgb, native.format.line.width = rgb(palette, series.role), Pt(3)
        native.marker.style, native.marker.size = MARKERS[place % len(MARKERS)], 9
        native.marker.format.fill.solid()
        native.marker.format.fill.fore_color.rgb = rgb(palette, series.role)
    else:
        _fill(native.format, series, series.role, place, palette)
        _points(native, series, place, palette)
    if part.kind != "lines" or place == 0:
        _label(native, part, series, palette)
    if any(end is not None for end in (*series.lower, *series.upper)):
        _ends(native._element, part, series, palette)


def _points(native: Any, series: PlotSeries, place: int, palette: Mapping[str, str]) -> None:
    """The colour of each bar that has one of its own; bars of one meaning take over the first one's."""
    looks: dict[str, Any] = {}
    for at, role in enumerate(series.roles):
        point = native._element.get_or_add_dPt_for_point(at)
        if role not in looks:
            _fill(native.points[at].format, series, role, place, palette)
            looks[role] = point.spPr
        else:
            point.append(deepcopy(looks[role]))


def _fill(look: Any, series: PlotSeries, role: str, place: int, palette: Mapping[str, str]) -> None:
    if not series.open:
        look.fill.solid()
        look.fill.fore_color.rgb = rgb(palette, role)
        look.line.color.rgb = rgb(palette, "paper")
        return
    look.fill.patterned()
    look.fill.pattern = PATTERNS[place % len(PATTERNS)]
    look.fill.fore_color.rgb, look.fill.back_color.rgb = rgb(palette, "many"), rgb(palette, "paper")
    look.line.color.rgb = rgb(palette, "quiet")


def _label(native: Any, part: Plot, series: PlotSeries, palette: Mapping[str, str]) -> None:
    labels = native.data_labels
    labels.show_value, labels.number_format, labels.number_format_is_linked = True, label_format(part), False
    labels.font.size, labels.font.name = Pt(LEAST), FONT
    within = part.kind == "bars" and inside(series)
    filled = within or (part.kind == "stacked" and not series.open)
    labels.font.color.rgb = rgb(palette, "paper" if filled else "ink")
    if part.kind == "bars":
        labels.position = XL_LABEL_POSITION.INSIDE_BASE if within else XL_LABEL_POSITION.OUTSIDE_END
    if part.kind == "lines":
        labels.position = XL_LABEL_POSITION.ABOVE


def _ends(element: Any, part: Plot, series: PlotSeries, palette: Mapping[str, str]) -> None:
    """Intervals as error bars; the library has none, so they are written as the format says."""
    rows = list(zip(series.values, series.lower, series.upper, strict=True))
    far = {
        "plus": [0.0 if None in (value, high) else high - value for value, _, high in rows],
        "minus": [0.0 if None in (value, low) else value - low for value, low, _ in rows],
    }
    bars = etree.Element(qn("c:errBars"))
    if part.kind == "lines":
        _child(bars, "errDir", "y")
    for name, value in (("errBarType", "both"), ("errValType", "cust"), ("noEndCap", "0")):
        _child(bars, name, value)
    for name, lengths in far.items():
        numbers = etree.SubElement(etree.SubElement(bars, qn(f"c:{name}")), qn("c:numLit"))
        etree.SubElement(numbers, qn("c:formatCode")).text = "General"
        _child(numbers, "ptCount", str(len(lengths)))
        for at, length in enumerate(lengths):
            point = etree.SubElement(numbers, qn("c:pt"), idx=str(at))
            etree.SubElement(point, qn("c:v")).text = repr(float(length))
    line = etree.SubElement(etree.SubElement(bars, qn("c:spPr")), qn("a:ln"), w="15875")
    colour = etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:srgbClr"))
    colour.set("val", palette["ink"][1:])
    before = element.find(qn("c:cat")) if element.find(qn("c:cat")) is not None else element.find(qn("c:val"))
    before.addprevious(bars)


def _child(parent: Any, name: str, value: str) -> None:
    etree.SubElement(parent, qn(f"c:{name}")).set("val", value)


def rgb(palette: Mapping[str, str], role: str) -> RGBColor:
    """A colour of the palette by its meaning."""
    return RGBColor.from_string(palette[role][1:].upper())
