"""Native charts of a deck: made of a plot's numbers, to be edited like any other chart of the office program."""

import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import xlsxwriter
from lxml import etree
from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
)
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from azory_monitor.model.presented import Plot
from azory_monitor.snapshot.fitting import LEADING, broken
from azory_monitor.snapshot.pptx_frame import ACROSS, FONT, LEAST, MARGIN, allowed
from azory_monitor.snapshot.pptx_looks import dress, rgb
from azory_monitor.snapshot.xlsx import MADE
from azory_monitor.snapshot.xlsx_charts import doublings, label_format

LONGEST = 90
"""A longer name of a category ends in "…"; the notes have it whole."""
NAMES = 0.42
"""The share of the width that the names of categories take."""
KINDS = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "stacked": XL_CHART_TYPE.BAR_STACKED,
    "lines": XL_CHART_TYPE.LINE_MARKERS,
}


def parts_of(plot: Plot, room: float) -> list[Plot]:
    """The plot in as many parts as its categories need where each has lines of legible size; lines stay whole."""
    if plot.kind == "lines":
        return [plot]
    needs = [
        max(len(broken(_short(name), ACROSS * NAMES, LEAST)) * LEAST * LEADING, 26) + 4 for name in plot.categories
    ]
    most = max(room - 96, 60)
    fewest = _filled(needs, most)
    evenly = _filled(needs, min(sum(needs) / len(fewest) + max(needs, default=0) / 2, most))
    return [_part(plot, places) for places in (evenly if len(evenly) == len(fewest) else fewest)]


def _filled(needs: Sequence[float], most: float) -> list[list[int]]:
    """Places one after the other, as many on a slide as fit."""
    parts: list[list[int]] = [[]]
    for place, need in enumerate(needs):
        if parts[-1] and sum(needs[at] for at in parts[-1]) + need > most:
            parts.append([])
        parts[-1].append(place)
    return parts


def _part(plot: Plot, places: Sequence[int]) -> Plot:
    def of(row: tuple) -> tuple:
        return tuple(row[place] for place in places) if row else ()

    series = [
        replace(one, values=of(one.values), lower=of(one.lower), upper=of(one.upper), roles=of(one.roles))
        for one in plot.series
    ]
    return replace(plot, categories=of(plot.categories), series=tuple(series))


class _Data(CategoryChartData):
    """A chart's numbers with our own workbook behind them, instead of one that python-pptx makes first."""

    def __init__(self, part: Plot, number_format: str) -> None:
        super().__init__(number_format=number_format)
        self._part = part

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook that the office program opens."""
        return _workbook(self._part)


def draw(slide: Slide, part: Plot, whole: Plot, palette: Mapping[str, str], y: float, tall: float, alt: str) -> None:
    """The chart of a part, on the scale of the whole."""
    data = _Data(part, number_format=label_format(part))
    data.categories = [allowed(_short(name)) for name in part.categories]
    for series in part.series:
        data.add_series(allowed(series.name), series.values)
    frame = slide.shapes.add_chart(KINDS[part.kind], Pt(MARGIN), Pt(y), Pt(ACROSS), Pt(tall), data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", allowed(alt))
    chart = frame.chart
    chart.has_title, chart.font.size, chart.font.name = False, Pt(LEAST), FONT
    chart.font.color.rgb = rgb(palette, "ink")
    chart.has_legend = len(part.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _axes(chart, part, whole, palette)
    for place, (native, series) in enumerate(zip(chart.plots[0].series, part.series, strict=True)):
        dress(native, part, series, place, palette)
    if part.kind != "lines":
        chart.plots[0].gap_width = 45
        chart.plots[0].overlap = 100 if part.kind == "stacked" else 0


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def _workbook(part: Plot) -> bytes:
    """The numbers behind the chart, where the office program looks for them: only what is shown, no formulas."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": MADE})
        page = book.add_worksheet("Sheet1")
        for place, series in enumerate(part.series, start=1):
            page.write_string(0, place, series.name[:32_000])
            for at, value in enumerate(series.values, start=1):
                if value is not None:
                    page.write_number(at, place, value)
        for at, name in enumerate(part.categories, start=1):
            page.write_string(at, 0, _short(name))
    return out.getvalue()


def _axes(chart: NativeChart, part: Plot, whole: Plot, palette: Mapping[str, str]) -> None:
    names, scale = chart.category_axis, chart.value_axis
    names.tick_label_position, names.has_major_gridlines = XL_TICK_LABEL_POSITION.LOW, False
    names.format.line.color.rgb = rgb(palette, "quiet")
    scale.major_gridlines.format.line.color.rgb = rgb(palette, "line")
    scale.format.line.fill.background()
    scale.tick_labels.number_format, scale.tick_labels.number_format_is_linked = "General", False
    scale.has_title = True
    run = scale.axis_title.text_frame.paragraphs[0].add_run()
    run.text, run.font.size, run.font.bold, run.font.name = allowed(part.unit), Pt(LEAST), False, FONT
    run.font.color.rgb = rgb(palette, "quiet")
    if part.kind != "lines":
        names.reverse_order = True
        scale.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    if part.is_ratio:
        scale.minimum_scale, scale.maximum_scale = doublings(whole)
        scale.major_unit = 2
        _doubling(scale._element, names._element)
    elif part.kind != "lines":
        scale.minimum_scale, scale.maximum_scale, scale.major_unit = _scale(whole)


def _doubling(scale: Any, names: Any) -> None:
    """An axis of doublings, which the bars leave at one."""
    base = etree.SubElement(scale.find(qn("c:scaling")), qn("c:logBase"))
    base.set("val", "2")
    scale.find(qn("c:scaling")).insert(0, base)
    for found in names.findall(qn("c:crosses")):
        at = etree.Element(qn("c:crossesAt"))
        at.set("val", "1")
        names.replace(found, at)


def _scale(whole: Plot) -> tuple[float, float, float]:
    """Least, greatest and step of an axis from zero: round numbers around everything that is drawn."""
    if whole.kind == "stacked":
        ends = [float(sum(filter(None, row))) for row in zip(*(one.values for one in whole.series), strict=True)]
    else:
        rows = [row for one in whole.series for row in (one.values, one.lower, one.upper)]
        ends = [x for row in rows for x in row if x is not None]
    low, high = min(0.0, *ends), max(0.0, *ends)
    rough = (high - low or 1) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * k for k in (1, 2, 5, 10) if power * k >= rough)
    step = max(step, 1.0) if whole.kind == "stacked" else step
    return math.floor(low / step) * step, math.ceil(high * 1.06 / step) * step or step, step
