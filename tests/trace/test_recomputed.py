"""Every derived figure, worked out once more from the raw rows by plain Python that knows nothing of the product.

The rows are read with the csv module and openpyxl from the files as they came; rules are written down here anew.
"""

import csv
import io
import math

import openpyxl
import pytest

from azory_monitor.home import seed_folder
from tests.trace import home

Z = 1.959963984540054
"""97.5 % of the normal distribution."""


def table(name):
    with (seed_folder() / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def number(text):
    text = (text or "").replace("\u00a0", "").replace(" ", "").replace(",", ".")
    return float(text) if text else None


def read(content, sign=","):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=sign))


def rows_as_they_came():
    """Every preferred row: those of the seed, then each file's over them, in the order in which they came."""
    came = [row for row in table("measurements") if row["status"] not in ("conflicting", "missing", "hidden")]
    came += read(home.LONG) + read(home.POLISH, ";")
    sheet = openpyxl.load_workbook(io.BytesIO(home.WIDE))["Dane"]
    places = {"Azory": "azory", "Kraków": "krakow"}
    for line in (7, 8):
        for column in (2, 3, 4):
            came.append(
                {
                    "indicator": "welfare-aid-rate",
                    "area": places[sheet.cell(line, 1).value],
                    "period": str(sheet.cell(6, column).value),
                    "value": str(sheet.cell(line, column).value),
                }
            )
    came.append({"indicator": "residents", "area": "krakow", "period": "2017", "value": "767300"})
    percent = openpyxl.load_workbook(io.BytesIO(home.PERCENT)).active
    came.append(
        dict(zip(("indicator", "area", "period"), [percent.cell(2, at).value for at in (1, 2, 3)], strict=True))
    )
    came[-1]["value"] = str(round(percent["D2"].value * 100, 10))
    came.append({"indicator": "housing-benefits-rate", "area": "azory", "period": "2017", "value": "27.5"})
    came.append({"indicator": "long-term-unemployed-share", "area": "azory", "period": "2017", "value": "12,5"})
    came += read(home.COUNTS) + read(home.SURVEY) + read(home.AGAIN)
    return {(row["indicator"], row["area"], row["period"]): row for row in came}


ROWS = rows_as_they_came()
INDICATORS = {row["id"]: row for row in table("indicators")}
PER = {id: float(row["per"] or 1) for id, row in INDICATORS.items()}


def counts_of(row):
    return number(row.get("numerator")), number(row.get("denominator"))


def value_of(key):
    """The value that follows from the counts, else the printed one."""
    row, (part, whole) = ROWS[key], counts_of(ROWS[key])
    follows = INDICATORS[key[0]]["measure"] in ("proportion", "rate", "mean", "density")
    return PER[key[0]] * part / whole if follows and part is not None and whole else number(row["value"])


@pytest.fixture(scope="session")
def view(lived):
    monitor, _ = lived
    return monitor.view()


def test_every_value_that_was_handed_in_is_the_number_of_its_row(view):
    shown = [row for row in view.measurements() if row.source != "register" and row.status not in _APART]
    assert len(shown) > 80
    for row in shown:
        raw = ROWS[row.indicator, row.area, row.period]
        assert row.value == pytest.approx(number(raw["value"])), row
        assert (row.numerator, row.denominator) == counts_of(raw)


_APART = ("conflicting", "hidden", "missing")


def wilson(part, whole):
    share, step = part / whole, Z * Z / whole
    middle, reach = share + step / 2, Z * math.sqrt(share * (1 - share) / whole + step / 4 / whole)
    return (middle - reach) / (1 + step), (middle + reach) / (1 + step)


def newcombe(one, other):
    (a, n), (b, m) = one, other
    p, q, (low, high), (floor, top) = a / n, b / m, wilson(a, n), wilson(b, m)
    return p - q - math.hypot(p - low, top - q), p - q + math.hypot(high - p, q - floor)


def test_every_comparison_follows_from_the_raw_rows(view):
    compared = [one for one in view.comparisons(comparable=True) if one.against != "standard" and not one.members]
    compared = [one for one in compared if one.reason != "hidden"]
    assert len(compared) > 15
    assert {one.method for one in compared} >= {"rates_only", "newcombe_rest", "newcombe"}
    for one in compared:
        own = one.indicator, one.area, one.period
        other = one.indicator, one.benchmark, one.benchmark_period or one.period
        assert (one.value, one.benchmark_value) == (pytest.approx(value_of(own)), pytest.approx(value_of(other)))
        assert one.published_difference == pytest.approx(value_of(own) - value_of(other))
        assert one.ratio == pytest.approx(value_of(own) / value_of(other))
        check_difference(one, own, other)


def check_difference(one, own, other):
    """Against the rest where the area is part of it; the interval of two shares is Newcombe's (1998, method 10)."""
    mine, theirs, per = counts_of(ROWS[own]), counts_of(ROWS[other]), PER[one.indicator]
    if one.tested_against == "rest":
        theirs = theirs[0] - mine[0], theirs[1] - mine[1]
        assert one.rest_value == pytest.approx(per * theirs[0] / theirs[1])
    against = per * theirs[0] / theirs[1] if one.tested_against else value_of(other)
    assert one.difference == pytest.approx(value_of(own) - against)
    if one.method in ("newcombe_rest", "newcombe"):
        low, high = newcombe(mine, theirs)
        assert (one.difference_lower, one.difference_upper) == (pytest.approx(per * low), pytest.approx(per * high))


def test_every_share_of_the_way_follows_from_the_raw_rows(view):
    found = [one for one in view.progress() if one.share is not None]
    assert [one.indicator for one in found] == ["estate-safe"]
    (aim,) = read(home.EASIER)
    start = value_of((aim["indicator"], aim["area"], aim["baseline_period"]))
    last = max(period for indicator, area, period in ROWS if (indicator, area) == (aim["indicator"], aim["area"]))
    reached = value_of((aim["indicator"], aim["area"], last))
    (one,) = found
    assert one.share == pytest.approx((reached - start) / (float(aim["value"]) - start))
    years = [int(text) for text in (aim["baseline_period"], last, aim["period"])]
    assert one.expected_share == pytest.approx((years[1] - years[0]) / (years[2] - years[0]), abs=0.01)


ACTIVITIES = {row["id"]: row for row in table("activities")}
FUNDING = table("funding")
KINDS = {row["id"]: row["kind"] for row in table("institutions")}


def begun():
    """Events that were held or have begun, each once."""
    rows = [row for row in ACTIVITIES.values() if row["state"] in ("held", "under_way")]
    ids = {row["id"] for row in rows}
    return [row for row in rows if row["same_as"] not in ids]


def people_of(row):
    return {*row["organisers"].split(), *row["partners"].split()}


def is_meant(row, rule):
    return (
        (not rule["kinds"] or row["kind"] in rule["kinds"].split())
        and (not rule["organised_by"] or bool(people_of(row) & set(rule["organised_by"].split())))
        and (not rule["actions"] or bool(set(row["actions"].split()) & set(rule["actions"].split())))
        and (not rule["initiators"] or row["initiator"] in rule["initiators"].split())
        and (not rule["least_organisers"] or len(people_of(row)) >= int(rule["least_organisers"]))
    )


def total(rule, rows):
    """What a rule counts of events; None where no event says anything of it."""
    if rule["counts"] == "activities":
        return float(len(rows)) or None
    if rule["counts"] == "institutions":
        named = {id for row in rows for id in people_of(row) | set(row["present"].split())}
        kinds = rule["institution_kinds"].split()
        return float(len([id for id in named if not kinds or KINDS.get(id) in kinds])) or None
    told = [number(row[{"attendances": "participants", "children": "children"}[rule["counts"]]]) for row in rows]
    told = [one for one in told if one is not None]
    return sum(told) if told else None


def figure(rule):
    """The figure of everything, or of the last year that has one; the undated ones where no event has a date."""
    rows = [row for row in begun() if is_meant(row, rule)]
    if rule["by"] == "whole":
        return total(rule, rows)
    years = sorted({row["date"][:4] for row in rows if row["date"][:4].isdigit()})
    found = [value for year in years if (value := total(rule, [row for row in rows if row["date"][:4] == year]))]
    return found[-1] if found else None if years else total(rule, rows)


RULES = {row["id"]: row for row in table("derivations")}
OF_EVENTS = [
    id for id, row in RULES.items() if row["counts"] in ("activities", "attendances", "children", "institutions")
]


@pytest.mark.parametrize("id", OF_EVENTS)
def test_every_count_of_events_follows_from_the_raw_rows(view, id):
    (count,) = view.counts(derivation=id)
    rule = RULES[id]
    expected = figure(rule)
    if rule["share_of"] and expected is not None:
        expected = 100 * expected / figure(RULES[rule["share_of"]])
    assert count.value == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize("id", [id for id, row in RULES.items() if row["counts"] == "fundings"])
def test_every_count_of_funding_follows_from_the_raw_rows(view, id):
    (count,) = view.counts(derivation=id)
    states = RULES[id]["states"].split() or ["funded", "ended"]
    new = RULES[id]["novelty"]
    rows = [row for row in FUNDING if row["state"] in states and (not new or row["novelty"] == new)]
    assert (count.value or 0) == len(rows)
