"""A large city, made up: indicators of areas in forty periods, put straight into the database of a home.

Handing in forty million rows takes hours, so the figures go past the door: the ledger holds the programme, the
database the same and the figures.  Such a home opens and answers as any other; only ``verify`` would not agree.
"""

import datetime
from pathlib import Path

import duckdb
import pandas as pd

from azory_monitor.access import Actor
from azory_monitor.home import Home
from azory_monitor.monitor import Monitor

COORDINATOR = Actor("Benchmark", "coordinator")
PERIODS = 40
INDICATORS = 200
MEMBERS = 100
"""So many estates at most are alike."""
TODAY = datetime.datetime(2026, 11, 1, 12, 0)
MEASURES = ("proportion", "rate", "rate", "mean", "count")
SENSITIVE = 7
"""The one indicator whose small numbers are hidden."""
SURVEYS = (6, 30)
SHARED = 199
"""The indicator that shares the series of the one before it."""

_FIGURES = """
INSERT INTO measurement (indicator, area, period, variant, value, numerator, denominator, source, note, qualifier,
    status, locator, file_row, origin, from_batch, until_batch, spread)
WITH kind AS (SELECT * FROM kinds), place AS (SELECT * FROM places), cell AS (
    SELECT k.id AS indicator, k.measure, k.per, a.id AS area, a.size,
        CASE WHEN k.quarterly THEN format('{}-Q{}', 2016 + p.n // 4, 1 + p.n % 4) ELSE CAST(1986 + p.n AS VARCHAR) END
            AS period,
        p.n AS p, (hash(k.n, a.n, 1) % 1000) / 1000.0 AS level,
        (hash(k.n, a.n, p.n) % 100000) / 100000.0 AS chance
    FROM place AS a, kind AS k, range($periods) AS p(n)
    WHERE k.n < $indicators AND (k.n <> $sensitive OR p.n >= $periods - 4)
),
counted AS (
    SELECT *, CAST(CASE measure WHEN 'count' THEN NULL ELSE round(size * (0.8 + 0.4 * level)) END AS DOUBLE) AS base,
        (0.05 + 0.2 * level + 0.01 * chance + 0.0005 * p) AS part
    FROM cell
),
valued AS (
    SELECT *, CASE WHEN measure IN ('proportion', 'rate') THEN round(base * part) END AS x FROM counted
)
SELECT indicator, area,
    CASE WHEN $messy AND chance < 0.01 THEN 'undated' ELSE period END AS period,
    '' AS variant,
    CASE measure WHEN 'count' THEN round(size * part) WHEN 'mean' THEN round(100 * part, 1)
        ELSE round(per * x / base, 1)
            + CASE WHEN chance > 0.99998 OR ($messy AND chance BETWEEN 0.86 AND 0.87) THEN 3 ELSE 0 END END AS value,
    CASE WHEN $messy AND chance > 0.9 THEN NULL ELSE x END,
    CASE WHEN $messy AND chance > 0.9 THEN NULL ELSE base END,
    CASE WHEN $messy AND chance < 0.01 THEN 'paper' ELSE 'office' END, '',
    CASE WHEN $messy AND chance BETWEEN 0.2 AND 0.22 THEN 'less_than' ELSE '' END,
    CASE WHEN $messy AND chance BETWEEN 0.3 AND 0.33 THEN 'missing'
        WHEN $messy AND chance BETWEEN 0.35 AND 0.38 THEN 'hidden' ELSE '' END,
    '', 1, 1, 1, CASE WHEN $corrected AND chance BETWEEN 0.7 AND 0.71 THEN 2 END,
    CASE WHEN measure = 'mean' AND NOT ($messy AND chance < 0.5) THEN 10.0 END
FROM valued
WHERE NOT ($messy AND (chance BETWEEN 0.4 AND 0.45
    OR (chance < 0.01 AND hash(indicator, area) % 2 = 0 AND p > 1)))
QUALIFY row_number() OVER (PARTITION BY indicator, area, period, variant ORDER BY p) = 1
ORDER BY 1, 2, 3, 4
"""

_CONFLICTING = """
INSERT INTO measurement (indicator, area, period, variant, value, numerator, denominator, source, note, qualifier,
    status, locator, file_row, origin, from_batch, until_batch, spread)
SELECT indicator, area, CASE WHEN hash(area) % 3 = 0 THEN 'undated' ELSE period END, 'other', value + 2, NULL, NULL,
    'other', note, qualifier, 'conflicting', locator, 3, 1, 1, NULL, spread
FROM measurement
WHERE until_batch IS NULL AND hash(indicator, area, period) % $one_in = 0
QUALIFY row_number() OVER (PARTITION BY indicator, area ORDER BY period) = 1
"""

_CORRECTED = """
INSERT INTO measurement (indicator, area, period, variant, value, numerator, denominator, source, note, qualifier,
    status, locator, file_row, origin, from_batch, until_batch, spread)
SELECT indicator, area, period, variant, value + 1, NULL, NULL, source, note, qualifier, status, locator,
    2, 2, 2, NULL, spread
FROM measurement WHERE until_batch = 2
"""


def places(areas: int) -> pd.DataFrame:
    """The areas that are measured: a city, districts, and in them estates, the first of which is followed."""
    districts = max(1, areas // 50)
    rows = [("town", "city", "", "", 700_000)]
    rows += [(f"d{n}", "district", "town", "", 40_000) for n in range(districts)]
    for n in range(areas - len(rows)):
        groups = ["similar"] if n % max(1, areas // MEMBERS) == 0 else []
        groups += [f"g{n % max(1, areas // MEMBERS)}"]
        rows.append((f"a{n}", "estate", f"d{n % districts}", " ".join(groups), 900 + 97 * (n % 100)))
    return pd.DataFrame(rows, columns=["id", "kind", "parent", "groups", "size"]).assign(n=range(len(rows)))


def kinds(indicators: int) -> pd.DataFrame:
    """What is measured."""
    measure = [MEASURES[n % len(MEASURES)] for n in range(indicators)]
    frame = pd.DataFrame({"n": range(indicators), "id": [f"i{n:03}" for n in range(indicators)], "measure": measure})
    frame["per"] = frame["measure"].map({"proportion": 100.0, "rate": 1000.0})
    frame["quarterly"] = frame["n"] % 4 == 3
    return frame


def city(
    folder: Path, areas: int, indicators: int = INDICATORS, messy: bool = False, corrected: bool = True
) -> Monitor:
    """A monitor over ``areas`` x ``indicators`` x 40 figures; ``messy`` ones have gaps, bounds, conflicts, secrets.

    One in a hundred figures was ``corrected`` by the second batch, which the ledger knows as a note.
    """
    where, what = places(areas), kinds(indicators)
    monitor = _programmed(folder, where, what)
    monitor.close()
    with duckdb.connect(str(Home(folder).database), config={"threads": "2", "memory_limit": "6GB"}) as connection:
        connection.execute("SET storage_compatibility_version = 'v1.5.0'")
        connection.register("kinds", what)
        asked = {"periods": PERIODS, "sensitive": SENSITIVE, "messy": messy, "corrected": corrected}
        text = _FIGURES if messy else _FIGURES[: _FIGURES.index("QUALIFY")] + "ORDER BY 1, 2, 3, 4"
        # Some indicators at a time: sorted by indicator in any case, and within the memory of a small machine.
        for first in range(0, indicators, 20):
            connection.register("kinds", what[first : first + 20])
            connection.register("places", where)
            connection.execute(text, asked | {"indicators": indicators})
        if corrected:
            connection.execute(_CORRECTED)
        connection.execute(_CONFLICTING, {"one_in": 100 if messy else 1_000_000})
        connection.execute("CHECKPOINT")
    return Monitor(Home(folder), lambda: TODAY)


def _programmed(folder: Path, where: pd.DataFrame, what: pd.DataFrame) -> Monitor:
    """A monitor whose programme has these areas and indicators, and no figure yet."""
    monitor = Monitor(Home(folder), lambda: TODAY)
    package = folder / "package"
    package.mkdir(parents=True)
    for name, frame in _tables(where, what).items():
        frame.to_csv(package / f"{name}.csv", index=False)
    listed = ",".join(f'{{"name":"{name}","path":"{name}.csv"}}' for name in _tables(where, what))
    (package / "datapackage.json").write_text(f'{{"resources":[{listed}]}}', encoding="utf-8")
    monitor.seed(monitor.check_package(package), COORDINATOR)
    note = b"id,term_en,meaning_en\nrate,Rate,So many of a thousand\n"
    monitor.keep(monitor.check("glossary.csv", note, "glossary"), COORDINATOR)
    return monitor


def _tables(where: pd.DataFrame, what: pd.DataFrame) -> dict[str, pd.DataFrame]:
    groups = sorted({group for names in where["groups"] for group in names.split()})
    areas = pd.concat(
        [
            where[["id", "kind", "parent", "groups"]],
            pd.DataFrame({"id": groups, "kind": "group", "parent": "", "groups": ""}),
        ]
    )
    number = what["n"]
    indicators = pd.DataFrame(
        {
            "id": what["id"],
            "name_en": "Indicator " + what["id"],
            "kind": ["result" if n % 4 == 1 else "context" for n in number],
            "measure": what["measure"],
            "per": what["per"],
            "decimals": 1,
            "unit_en": "per thousand",
            "direction": [("lower", "higher", "neither")[n % 3] for n in number],
            "definition_en": "Made up",
            "frequency": ["quarterly" if quarterly else "yearly" for quarterly in what["quarterly"]],
            "theme": ["help" if n == SENSITIVE else "" for n in number],
            "unit_kind": ["people" if n == SENSITIVE else "" for n in number],
            "question_en": ["Is it so?" if n in SURVEYS else "" for n in number],
            "same_as": [what["id"].iloc[n - 1] if n == SHARED else "" for n in number],
        }
    )
    followed = [id for id, kind in zip(where["id"], where["kind"], strict=True) if kind == "estate"][:2]
    moved = [id for id, n in zip(what["id"], number, strict=True) if n % 8 == 1]
    return {
        "programme": pd.DataFrame(
            {"id": ["city"], "name_en": ["A city"], "areas": [" ".join(followed)], "language": ["en"]}
        ),
        "themes": pd.DataFrame({"id": ["help"], "name_en": ["Help"], "sensitive": ["true"]}),
        "sources": pd.DataFrame(
            {"id": ["office", "paper"], "title_en": ["Office", "Paper"], "kind": ["register", "table"]}
        ),
        "areas": areas.assign(name_en=areas["id"]),
        "indicators": indicators,
        "targets": pd.DataFrame(
            {
                "indicator": moved,
                "area": followed[0],
                "state": "agreed",
                "operator": "",
                "value": 1.0,
                "period": "2030",
                "baseline_period": "2017",
            }
        ),
        "standards": pd.DataFrame({"id": ["norm"], "indicator": ["i002"], "name_en": ["Norm"], "value": [100]}),
        "breaks": pd.DataFrame({"indicator": ["i001"], "period": ["2010"], "why_en": ["Counted otherwise"]}),
        "indices": pd.DataFrame(
            {
                "id": ["want", "ratio"],
                "name_en": ["Want", "Ratio"],
                "group": ["similar", ""],
                "reference": ["town", "town"],
            }
        ),
        "index_parts": pd.DataFrame(
            [
                {"index": index, "indicator": id, "weight": 1, "direction": "lower"}
                for index in ("want", "ratio")
                for id in what["id"].iloc[[0, 1, 2, 5]]
            ]
        ),
    }
