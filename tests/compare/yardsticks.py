"""Standards, breaks and grades drawn as tables, for a programme drawn in a test."""

from dataclasses import replace

from azory_monitor.model.yardstick import Break, Grade, Standard
from tests.compare.drawn import rows


def given(plan, standards="", breaks="", grades=""):
    """The programme with these besides."""
    return replace(
        plan,
        standards=_by_key(Standard(name_en=cells["id"], **cells) for cells in rows(standards)),
        breaks=_by_key(Break(why_en="a new law", **cells) for cells in rows(breaks)),
        grades=_by_key(Grade(**cells) for cells in rows(grades)),
    )


def _by_key(made):
    return {" ".join(str(getattr(row, name)) for name in row.key): row for row in made}
