"""What two files made of one state say differently: the first few places, each with what stands there."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tests.snapshot.digits import numbers
from tests.snapshot.opened import Drawn, Grid, Slide, Told, bare, places_in, words_in

NEAR = Decimal("0.5000000001")
"""Of the last written decimal: rounding never moves a number further."""
EXACT = 1e-14
"""Files keep numbers to fifteen to seventeen digits."""


def sections_apart(
    one: Sequence[Told], other: Sequence[Told], languages: tuple[str, str], in_order: bool = True
) -> list[str]:
    """How two readings differ: section by section the numbers of the text, table by table every cell.

    In one language the cells must be the same word for word, in two they must write the same numbers.
    """
    same = languages[0] == languages[1]
    if same and not in_order:
        place = {bare(section.title): at for at, section in enumerate(one)}
        other = sorted(other, key=lambda section: place.get(bare(section.title), -1))
    found = [] if len(one) == len(other) else [f"{len(one)} sections, {len(other)} sections"]
    for first, second in zip(one, other, strict=False):
        if same and bare(first.title) != bare(second.title):
            found.append(f"{first.title!r} stands where {second.title!r} does")
        found += [f"{first.title}: {difference}" for difference in _section(first, second, languages)]
    return found[:5]


def _section(one: Told, other: Told, languages: tuple[str, str]) -> Iterator[str]:
    yield from _apart("text", _all(one.texts, languages[0]), _all(other.texts, languages[1]))
    if len(one.tables) != len(other.tables):
        yield f"{len(one.tables)} tables, {len(other.tables)} tables"
    for first, second in zip(one.tables, other.tables, strict=False):
        yield from _tables(first, second, languages)
    if languages[0] != languages[1] and one.drawn and isinstance(one.drawn[0], dict):
        yield from _figures(one.drawn, other.drawn, languages)
    if one.alts and other.alts:
        yield from _apart("alternative", _all(one.alts, languages[0]), _all(other.alts, languages[1]))


def _figures(one: Sequence, other: Sequence, languages: tuple[str, str]) -> Iterator[str]:
    """How two figures differ in what they write and, in numbers that are no words, where their marks stand."""
    for first, second in zip(one, other, strict=True):
        yield from _apart("picture", _all([*words_in(first)], languages[0]), _all([*words_in(second)], languages[1]))
        for here, there in zip(places_in(first), places_in(second), strict=True):
            if here != there and not any(isinstance(x, str) for x in [*(here or ()), *(there or ())]):
                yield f"marks: {here} and {there}"


def unknown_in_figures(told: Told, language: str, besides: Sequence[float]) -> list[str]:
    """What pictures write with decimals that neither text nor tables of the section do, nor results ``besides``."""
    texts = [cell for grid in told.tables for row in grid.rows for cell in (grid.caption, *row)]
    known = {abs(number) for text in (*texts, *told.texts, *told.alts) for number in numbers(text, language)}
    return [
        text
        for figure in told.drawn
        for text in words_in(figure)
        for number in numbers(text, language)
        if number % 1 and abs(number) not in known and not any(stands(x, [number]) for x in besides) and not _tick(text)
    ]


def _tick(text: str) -> bool:
    return not any(sign.isalpha() for sign in text)


def _apart(what: str, one: Counter, other: Counter) -> Iterator[str]:
    if one != other:
        yield f"{what}: only here {_listed(one - other)}, only there {_listed(other - one)}"


def _all(texts: Sequence[str], language: str) -> Counter:
    return Counter(number for text in texts for number in numbers(text, language))


def _listed(found: Counter) -> list[str]:
    return [f"{number:f}" for number in sorted(found)]


def _tables(one: Grid, other: Grid, languages: tuple[str, str]) -> Iterator[str]:
    same, named = languages[0] == languages[1], f"table “{one.caption}”"
    if len(one.rows) != len(other.rows) or not _alike(one.caption, other.caption, languages):
        yield f"{named} with {len(one.rows)} rows, “{other.caption}” with {len(other.rows)} rows"
    for at, (row, against) in enumerate(zip(one.rows, other.rows, strict=False)):
        if len(row) != len(against):
            yield f"{named}, row {at}: {len(row)} cells, {len(against)} cells"
        for cell, opposite in zip(row, against, strict=False):
            if not _alike(cell, opposite, languages) or (same and bare(cell) != bare(opposite)):
                yield f"{named}, row {at} {row[0]!r}: {cell!r} and {opposite!r}"


def _alike(one: str, other: str, languages: tuple[str, str]) -> bool:
    return sorted(numbers(one, languages[0])) == sorted(numbers(other, languages[1]))


def stands(value: float, among: Sequence[Decimal]) -> bool:
    """Whether the value is among written numbers, rounded to their decimals; never so far that nothing is left."""
    exact = Decimal(repr(float(value)))
    return any(
        abs(exact - number) <= NEAR * Decimal(1).scaleb(number.as_tuple().exponent) and (value == 0 or number != 0)
        for number in among
    )


def charts_apart(one: Drawn, other: Drawn) -> list[str]:
    """How two native charts differ, digit by digit as far as both keep them."""
    found = [] if one.categories == other.categories else [f"{one.categories} and {other.categories}"]
    found += [] if [*one.series] == [*other.series] else [f"{[*one.series]} and {[*other.series]}"]
    for kind in ("series", "lower", "upper"):
        for name, values in getattr(one, kind).items():
            against = getattr(other, kind).get(name, [])
            pairs = zip(values, against, strict=False)
            if len(values) != len(against) or any(not _same(first, second) for first, second in pairs):
                found.append(f"{kind} of {name}: {values} and {against}")
    return found[:5]


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= EXACT * max(abs(one), abs(other))


def untold(drawn: Drawn, table: Grid, language: str) -> list[str]:
    """Values and ends of intervals of a chart that its table does not write in the rows of their category."""
    found = []
    for name, values in drawn.series.items():
        lower, upper = drawn.lower.get(name), drawn.upper.get(name)
        for at, (category, value) in enumerate(zip(drawn.categories, values, strict=True)):
            if value is None:
                continue
            ends = [value - lower[at]] if lower and lower[at] else []
            ends += [value + upper[at]] if upper and upper[at] else []
            rows = _rows(table, category)
            written = [[number for cell in row for number in numbers(cell, language)] for row in rows]
            for x in (value, *ends):
                if not any(stands(x, row) for row in written) and x not in _counted(drawn, table, category, name):
                    found.append(f"{category}: {x} is not in {rows or table.caption}")
    return found[:5]


def _rows(table: Grid, category: str) -> list[list[str]]:
    """The rows that are about a category: most of its names stand in them."""
    names = [bare(name) for name in re.split(r" · |(?<=\d)\. ", category)]
    fits = [(sum(name in [*map(bare, row)] for name in names), row) for row in table.rows[1:]]
    most = max((fit for fit, _ in fits), default=0)
    return [row for fit, row in fits if fit == most and most]


def _counted(drawn: Drawn, table: Grid, category: str, series: str) -> set[float]:
    """What a chart of counts may say of a category: how many rows have it, or what its row or column adds up to.

    Bars of several series are right if the series add up to how often each word of one column stands there.
    """
    head, *rows = table.rows
    if category in head:
        cells = [row[head.index(category)] for row in rows]
        return {float(n) for n in Counter(cells).values()} | ({0.0} if len({*cells}) < len(drawn.series) else set())
    found = {float(sum(category in row for row in rows))}
    for row in rows:
        if row[0] == category:
            found.add(float(sum(int(cell) for cell in row[1:] if cell.isdigit())))
    totals = Counter(sum(filter(None, values)) for values in drawn.series.values())
    columns = [Counter(Counter(column).values()) for column in zip(*rows, strict=True)]
    if len(drawn.series) > 1 and any(totals <= Counter({float(k): n for k, n in kinds.items()}) for kinds in columns):
        found |= {float(value or 0) for value in drawn.series[series]}
    return found


def deck_apart(deck: Sequence[Slide], page: Sequence[Told], language: str, own: Sequence[str]) -> list[str]:
    """What a deck writes that the page does not; ``own`` are the lines that only a deck has."""
    texts = [text for told in page for text in (told.title, *told.texts, *told.alts)]
    texts += [text for told in page for grid in told.tables for row in (*grid.rows, [grid.caption]) for text in row]
    known = bare(" ".join([*texts, *own]))
    found = []
    for slide in deck:
        parts = [re.sub(r" \(\d+/\d+\)$", "", slide.title), *slide.texts, *slide.notes]
        found += [f"{slide.title}: {part!r}" for part in parts if bare(part) not in known]
        found += [f"{slide.title}: {what}" for grid in slide.tables for what in _untold_rows(grid, page)]
        for said, kept, cells in slide.charts:
            found += [f"{slide.title}: {what}" for what in _chart(said, kept, cells, page, language)]
    return found[:5]


def _untold_rows(grid: Grid, page: Sequence[Told]) -> list[str]:
    known = {tuple(map(bare, row[: len(grid.rows[0])])) for told in page for one in told.tables for row in one.rows}
    return [f"{row}" for row in grid.rows if tuple(map(bare, row)) not in known]


def _chart(said: str, kept: Drawn, cells: Drawn, page: Sequence[Told], language: str) -> list[str]:
    behind = Drawn(kept.categories, kept.series, {}, {})
    tables = [told.tables[told.alts.index(said)] for told in page if said in told.alts]
    if not tables:
        return [f"no picture of the page says {said[:80]!r}"]
    return [*charts_apart(behind, cells), *untold(kept, tables[0], language)]
