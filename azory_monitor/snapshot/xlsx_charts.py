"""The pictures of a workbook: for each its numbers, and beside them a chart that is made of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from azory_monitor.model.presented import Chart, Plot, PlotSeries
from azory_monitor.words.speaker import Speaker

ROW, SHORT, WIDE = 20, 260, 760
"""Height of a row of a sheet in pixels, the least height of a chart, and its width."""
PATTERNS = ("light_upward_diagonal", "percent_20", "light_horizontal", "small_grid")
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
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "font_name": "Calibri"})
    page.set_column(0, 0, 44, wrapped)
    page.set_column(1, 12, 14)
    right = max(len(chart.plot.series) for chart in charts if chart.plot) + 2
    row = 0
    for chart in charts:
        if chart.plot:
            page.write_string(row, 0, chart.title[:32_000], bold)
            page.write_string(row + 1, 0, f"{speaker.say('report.source')}: {chart.source}"[:32_000])
            _numbers(page, row + 3, chart.plot, head)
            height = _height(chart.plot)
            drawn = _chart(book, page, row + 3, chart, palette)
            drawn.set_size({"width": WIDE, "height": height})
            page.insert_chart(row + 3, right, drawn, {"description": chart.alt[:30_000], "object_position": 2})
            row += max(len(chart.plot.categories) + 4, height // ROW + 2) + 3


def _height(plot: Plot) -> int:
    lanes = len(plot.categories) if plot.kind != "lines" else 12
    return max(SHORT, 110 + 26 * lanes)


def _numbers(page: Worksheet, row: int, plot: Plot, head: Any) -> None:
    page.write_string(row, 0, plot.unit[:32_000], head)
    for place, series in enumerate(plot.series, start=1):
        page.write_string(row, place, series.name[:32_000], head)
        for at, value in enumerate(series.values, start=row + 1):
            if value is not None:
                page.write_number(at, place, value)
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
    scale |= {"log_base": 2, "crossing": 1} if plot.is_ratio else {}
    scale |= {"min": 0, "major_unit": _step(plot)} if plot.kind == "stacked" else {}
    drawn.set_x_axis(along | ({"reverse": True} if lying else {}))
    drawn.set_y_axis(scale | ({"label_position": "high"} if lying else {}))
    drawn.show_blanks_as("gap")
    return drawn


def _step(plot: Plot) -> int:
    """Whole numbers on an axis of counts."""
    most = max((sum(filter(None, row)) for row in zip(*(one.values for one in plot.series), strict=True)), default=1)
    return max(1, round(most / 8))


def _look(plot: Plot, series: PlotSeries, place: int, palette: Mapping[str, str]) -> dict[str, Any]:
    colour = palette[series.role]
    labels: dict[str, Any] = {"value": True, "font": {"name": "Calibri", "size": 11, "color": palette["ink"]}}
    if series.written:
        labels["custom"] = [{"value": written[:250]} if written else {"delete": True} for written in series.written]
    if plot.kind == "stacked":
        labels |= {"num_format": "0;;;"}
    look: dict[str, Any] = {"data_labels": labels} if series.written or plot.kind == "stacked" else {}
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
    pattern = {"pattern": PATTERNS[place % len(PATTERNS)], "fg_color": palette["quiet"], "bg_color": palette["paper"]}
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
