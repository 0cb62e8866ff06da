"""The measurements as other statistical systems read them: SDMX-CSV 1.0, and the tidy files of an Open SDG site.

Both ask for a date, so undated figures are left out, and so are those that stand beside a preferred one.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from azory_monitor.model.counts import value_of
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.row import Text
from azory_monitor.model.state import Programme
from azory_monitor.snapshot.archive import zipped
from azory_monitor.snapshot.cells import harmless, written

SDMX = (
    "DATAFLOW", "INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS", "SOURCE_ID",
    "SOURCE_LOCATOR", "QUALIFIER", "COMMENT_OBS",
)  # fmt: skip
"""Source, place and qualifier are attributes of our own, by which the monitor knows its figures again."""
OPEN_SDG = ("Year", "Series", "GeoCode", "Observation status", "Units", "Value")

_STATUS = {"provisional": "P", "missing": "M", "hidden": "Q"}
"""Codes of the SDMX code list for observation status (CL_OBS_STATUS): A normal, E estimated, Q suppressed."""

_YEAR = re.compile(r"\d{4}")
_HALF = re.compile(r"(\d{4})-H([12])")
_SCHOOL = re.compile(r"(\d{4})/\d{4}")


def sdmx_csv(programme: Programme, measurements: Iterable[Measurement], language: str) -> bytes:
    """Every dated figure as one observation of one flow, the programme's."""
    flow = f"{programme.profile.id}:MEASUREMENTS(1.0)"
    lines = [
        (
            *(flow, row.indicator, row.area, _time(row.period), value, _unit(programme, row, language), _status(row)),
            *(row.source, row.locator, row.qualifier, _text(row.note, language)),
        )
        for row, value in _dated(programme, measurements)
    ]
    return _csv(SDMX, lines)


def open_sdg(programme: Programme, measurements: Iterable[Measurement], language: str) -> bytes:
    """One file for each indicator with a figure of a year, in one zip file; Open SDG knows years only."""
    files: dict[str, list[tuple[str, ...]]] = {}
    for row, value in _dated(programme, measurements):
        if _YEAR.fullmatch(row.period):
            line = (row.period, row.indicator, row.area, _status(row), _unit(programme, row, language), value)
            files.setdefault(f"data/indicator_{row.indicator}.csv", []).append(line)
    return zipped({name: _csv(OPEN_SDG, lines) for name, lines in files.items()})


def _dated(programme: Programme, measurements: Iterable[Measurement]) -> Iterator[tuple[Measurement, str]]:
    """The preferred figures with a date, each with its value as text; empty where there is none."""
    for row in measurements:
        if row.status == "conflicting" or not row.period[:1].isdigit():
            continue
        value = value_of(programme.indicators[row.indicator], row)
        yield row, "" if value is None else written(value)


def _time(period: str) -> str:
    """A period as SDMX writes it: half years as S1 and S2, a school year as a year from its first of September."""
    if half := _HALF.fullmatch(period):
        return f"{half[1]}-S{half[2]}"
    if school := _SCHOOL.fullmatch(period):
        return f"{school[1]}-09-01/P1Y"
    return period


def _status(row: Measurement) -> str:
    return _STATUS.get(row.status) or ("E" if row.qualifier else "A")


def _unit(programme: Programme, row: Measurement, language: str) -> str:
    """The unit in the language, in the form that stands with many."""
    return _text(programme.indicators[row.indicator].unit, language).split("|")[-1]


def _text(text: Text, language: str) -> str:
    return text.get(language) or next(iter(text.values()), "")


def _csv(heads: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([harmless(cell) for cell in line] for line in lines)
    return out.getvalue().encode("utf-8")
