"""The pictures of a workbook: for each its numbers, and beside them a chart that is made of them."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from azory_monitor.model.presented import Chart, Plot, PlotSeries
from azory_monitor.words.speaker import Speaker

ROW, SHORT, WIDE, ACROSS = 20, 260, 760, 7
"""Height of a row of a sheet in pixels, the least height of a chart, and its width, in pixels and in columns."""
ROOM = 0.3
"""So much of a doubling stays free at the ends of a scale of ratios, for the numbers beside the bars."""
ROOMY = 0.1
"""A bar as long as this share of the longest has room for its number."""
PATTERNS = ("percent_5", "light_upward_diagonal", "light_horizontal", "percent_20")
"""Series of what is not known are told apart without colour."""
KINDS = {"bars": {"type": "bar"}, "stacked": {"type": "bar", "subtype": "stacked"}, "lines": {"type": "line"}}


def write_pictures(
    book: Workbook,
    page: Worksheet,
    charts: Sequence[Chart],
    palette: Mapping[str, str],
    speaker: Speaker,
    bold: Any,
    head: Any,
) -> None:
    """All charts under each other, the numbers on the left."""
    named = book.add_format({"font_name": "Calibri"})
    page.set_column(0, 0, 60, named)
    page.set_column(1, 12, 14)
    right = max(len(chart.plot.series) for chart in charts if chart.plot) + 2
    row, breaks = 0, []
    for chart in charts:
        if chart.plot:
            breaks.append(row)
            for line in (row, row + 1):
                page.merge_range(line, 0, line, right + ACROSS, "", bold)
            page.set_row(row, 34)
            page.write_string(row, 0, chart.title[:32_000], bold)
            page.write_string(row + 1, 0, f"{speaker.say('report.source')}: {chart.source}"[:32_000])
            shown = book.add_format({"num_format": label_format(chart.plot).split(";")[0], "font_name": "Calibri"})
            _numbers(page, row + 3, chart.plot, head, shown)
            height = _height(chart.plot)
            drawn = _chart(book, page, row + 3, chart, palette)
            drawn.set_size({"width": WIDE, "height": height})
            page.insert_chart(row + 3, right, drawn, {"description": chart.alt[:30_000], "object_position": 2})
            row += max(len(chart.plot.categories) + 4, height // ROW + 2) + 3
    page.set_h_pagebreaks(breaks[1:])


def _height(plot: Plot) -> int:
    lanes = len(plot.categories) if plot.kind != "lines" else 12
    return max(SHORT, 110 + 26 * lanes)


def _numbers(page: Worksheet, row: int, plot: Plot, head: Any, shown: Any) -> None:
    page.set_row(row, 32)
    page.write_string(row, 0, plot.unit[:32_000], head)
    for place, series in enumerate(plot.series, start=1):
        page.write_string(row, place, series.name[:32_000], head)
        for at, value in enumerate(series.values, start=row + 1):
            if value is not None:
                page.write_number(at, place, value, shown)
    for at, category in enumerate(plot.categories, start=row + 1):
        page.write_string(at, 0, category[:32_000])


def _chart(book: Workbook, page: Worksheet, row: int, chart: Chart, palette: Mapping[str, str]) -> Any:
    plot, name = chart.plot, page.get_name()
    drawn = book.add_chart(KINDS[plot.kind])
    last = row + len(plot.categories)
    for place, series in enumerate(plot.series, start=1):
        drawn.add_series(
            {
                "name": [name, row, place],
                "categories": [name, row + 1, 0, last, 0],
                "values": [name, row + 1, place, last, place],
                **_look(plot, series, place, palette),
            }
        )
    font = {"name": "Calibri", "size": 11, "color": palette["ink"]}
    drawn.set_title({"none": True})
    if len(plot.series) > 1:
        drawn.set_legend({"position": "bottom", "font": font})
    else:
        drawn.set_legend({"none": True})
    lying = plot.kind != "lines"
    along: dict[str, Any] = {"num_font": font, "line": {"color": palette["quiet"]}, "label_position": "low"}
    scale: dict[str, Any] = {
        "name": plot.unit,
        "name_font": font | {"bold": False},
        "num_font": font,
        "major_gridlines": {"visible": True, "line": {"color": palette["line"]}},
        "line": {"none": True},
    }
    scale |= {"num_format": "General"}
    if plot.is_ratio:
        low, high = doublings(plot)
        scale |= {"log_base": 2, "major_unit": 2, "min": low, "max": high, "crossing": 1}
    scale |= {"min": 0, "major_unit": _step(plot)} if plot.kind == "stacked" else {}
    if lying:
        drawn.set_y_axis(along | {"reverse": True})
        drawn.set_x_axis(scale | {"label_position": "high"})
    else:
        drawn.set_x_axis(along)
        drawn.set_y_axis(scale)
    drawn.show_blanks_as("gap")
    return drawn


def label_format(plot: Plot) -> str:
    """How a number beside its mark is written; a count of nothing stays away."""
    whole = f"#,##0.{'0' * plot.decimals}" if plot.decimals else "#,##0"
    return f"{whole};;;" if plot.kind == "stacked" else whole


def inside(series: PlotSeries) -> bool:
    """Whether numbers stand in their bars: where intervals reach over the ends, and every bar has room for one."""
    ends = [abs(end) for end in (*series.lower, *series.upper) if end is not None]
    bars = [abs(value) for value in series.values if value is not None]
    return bool(ends and bars) and not series.open and min(bars) >= ROOMY * max(*ends, *bars)


def doublings(plot: Plot) -> tuple[float, float]:
    """The ends of a scale of ratios: whole doublings and halvings around all that is drawn."""
    ends = [x for one in plot.series for row in (one.values, one.lower, one.upper) for x in row if x]
    low, high = min(0.7, *ends), max(1.4, *ends)
    return 2.0 ** math.floor(math.log2(low) - ROOM), 2.0 ** math.ceil(math.log2(high) + ROOM)


def _step(plot: Plot) -> int:
    """Whole numbers on an axis of counts."""
    most = max((sum(filter(None, row)) for row in zip(*(one.values for one in plot.series), strict=True)), default=1)
    return max(1, round(most / 8))


def _look(plot: Plot, series: PlotSeries, place: int, palette: Mapping[str, str]) -> dict[str, Any]:
    colour = palette[series.role]
    labels = {
        "value": True,
        "num_format": label_format(plot),
        "font": {"name": "Calibri", "size": 11, "color": palette["ink"]},
    }
    if plot.kind != "lines" and inside(series):
        labels |= {"position": "inside_base", "font": labels["font"] | {"color": palette["paper"]}}
    look: dict[str, Any] = {"data_labels": labels} if plot.kind != "lines" or place == 1 else {}
    if plot.kind == "lines":
        look |= {"line": {"color": colour, "width": 2.25}, "marker": {"type": "automatic", "size": 7}}
        look |= _ends(series, "y_error_bars", palette)
        return look
    look |= {"gap": 45, **_fill(series, place, palette)}
    if series.roles:
        look["points"] = [{"fill": {"color": palette[role]}} for role in series.roles]
    return look | _ends(series, "y_error_bars", palette)


def _fill(series: PlotSeries, place: int, palette: Mapping[str, str]) -> dict[str, Any]:
    if not series.open:
        return {"fill": {"color": palette[series.role]}, "border": {"color": palette["paper"]}}
    pattern = {"pattern": PATTERNS[place % len(PATTERNS)], "fg_color": palette["many"], "bg_color": palette["paper"]}
    return {"pattern": pattern, "border": {"color": palette["quiet"]}}


def _ends(series: PlotSeries, key: str, palette: Mapping[str, str]) -> dict[str, Any]:
    """Intervals as error bars, where any value has one."""
    if not any(end is not None for end in (*series.lower, *series.upper)):
        return {}
    rows = list(zip(series.values, series.lower, series.upper, strict=True))
    plus = [0 if None in (value, high) else high - value for value, _, high in rows]
    minus = [0 if None in (value, low) else value - low for value, low, _ in rows]
    line = {"color": palette["ink"], "width": 1}
    return {key: {"type": "custom", "plus_values": plus, "minus_values": minus, "line": line}}
