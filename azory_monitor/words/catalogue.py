"""The messages of one language, read from its folder of .po files."""

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent / "locale"


def languages() -> tuple[str, ...]:
    """The languages there are, by folder name."""
    return tuple(sorted(folder.name for folder in LOCALE.iterdir() if any(folder.glob("*.po"))))


@cache
def catalogue(language: str) -> gettext.GNUTranslations:
    """All messages of a language, with its plural rule."""
    merged = Catalog(locale=language, fuzzy=False)
    for file in sorted((LOCALE / language).glob("*.po")):
        _take(merged, file, language)
    compiled = BytesIO()
    write_mo(compiled, merged)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _take(merged: Catalog, file: Path, language: str) -> None:
    with file.open("rb") as lines:
        for message in read_po(lines, locale=language, abort_invalid=True):
            if message.id:
                merged[message.id] = message
