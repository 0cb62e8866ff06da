"""The messages of one language, read from its folder of .po files."""

import gettext
from collections.abc import Sequence
from functools import cache, partial
from io import BytesIO
from pathlib import Path

from azory_monitor.words.compiled import compiled

LOCALE = Path(__file__).parent / "locale"


@cache
def languages() -> tuple[str, ...]:
    """The languages there are, by folder name."""
    return tuple(sorted(folder.name for folder in LOCALE.iterdir() if any(folder.glob("*.po"))))


@cache
def catalogue(language: str) -> gettext.GNUTranslations:
    """All messages of a language, with its plural rule."""
    return gettext.GNUTranslations(BytesIO(compiled(LOCALE / language, partial(_merged, language))))


def _merged(language: str, files: Sequence[Path]) -> bytes:
    from babel.messages.catalog import Catalog  # only who compiles waits for these
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    merged, out = Catalog(locale=language, fuzzy=False), BytesIO()
    for file in files:
        with file.open("rb") as lines:
            for message in read_po(lines, locale=language, abort_invalid=True):
                if message.id:
                    merged[message.id] = message
    write_mo(out, merged)
    return out.getvalue()
