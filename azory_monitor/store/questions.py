"""The questions to the database, one SQL file each, named after its answer."""

from functools import cache
from importlib import resources


@cache
def question(name: str) -> str:
    """The text of ``sql/<name>.sql``."""
    return (resources.files("azory_monitor.store") / "sql" / f"{name}.sql").read_text(encoding="utf-8")
