"""What speaks one language: messages, labels, numbers, values with units, periods, lists."""

import datetime
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from gettext import GNUTranslations
from typing import Any

from azory_monitor.model.programme import Indicator
from azory_monitor.model.row import Text
from azory_monitor.words.catalogue import catalogue, languages
from azory_monitor.words.numbers import NO_BREAK, formatted
from azory_monitor.words.periods import in_words

__all__ = ["Speaker", "languages", "speaker", "spoken_here"]

ESTIMATED = 1
"""Decimals of a worked-out number whose indicator does not state how many it has."""

_LINES = re.compile(r"L(\d+)(?:-(\d+))?")


@dataclass(frozen=True)
class Speaker:
    """Says things in ``language``.

    A message that the language lacks raises KeyError, and so does a value that a message needs and did not get.
    """

    language: str
    _messages: GNUTranslations = field(repr=False, compare=False)

    def say(self, key: str, **values: object) -> str:
        """The message, with the values in their places.  Values are never read for placeholders themselves."""
        return self._fill(key, self._messages.gettext(key), values)

    def count(self, key: str, n: int, **values: object) -> str:
        """The message in the plural form that ``n`` asks for; ``{n}`` is the number as the language writes it.

        A message without plural forms is the same for every number.
        """
        message = self._messages.ngettext(key, key, n)
        message = self._messages.gettext(key) if message == key else message
        return self._fill(key, message, {"n": self.number(n)} | values)

    def _fill(self, key: str, message: str, values: dict[str, Any]) -> str:
        if message == key:
            raise KeyError(f"no message {key!r} in language {self.language!r}")
        try:
            return message.format(**values)
        except KeyError as missing:
            raise KeyError(f"message {key!r} in language {self.language!r} needs a value for {missing}") from None

    def sentence(self, key: str, **values: object) -> str:
        """The message as a sentence: a capital first, one full stop last."""
        return self.ended(self.say(key, **values))

    def ended(self, words: str) -> str:
        """The words as a sentence: a capital first, one full stop last (none after "r.", "?" or "!")."""
        return words[:1].upper() + words[1:] + ("" if words.endswith((".", "?", "!", "…")) else ".")

    def label(self, group: str, value: str) -> str:
        """The label of one value of a group such as ``choice.state``; no value has no label."""
        return self.say(f"{group}.{value}") if value else ""

    def text(self, text: Text) -> str:
        """A text of the programme in the reader's language, else in the first one it has; none is empty."""
        return text.get(self.language) or text.get("") or next(iter(text.values()), "")

    def number(self, x: float, decimals: int | None = None) -> str:
        """The number with so many decimals, or as it is."""
        return formatted(x, decimals, self.language)

    def percent(self, x: float, decimals: int = 0) -> str:
        """``x`` percent."""
        return f"{self.number(x, decimals)}{NO_BREAK}%"

    def bare(self, x: float | None, indicator: Indicator) -> str:
        """A value without its unit; None is *no data*, never zero."""
        return self.say("cell.missing") if x is None else self._written(x, indicator, indicator.decimals)

    def estimate(self, x: float, indicator: Indicator) -> str:
        """A number that was worked out and not printed anywhere, without its unit, to few decimals."""
        return self._written(x, indicator, ESTIMATED if indicator.decimals is None else indicator.decimals)

    def value(self, x: float | None, indicator: Indicator, qualifier: str = "", decimals: int | None = None) -> str:
        """A value with its unit and what qualifies it: "27,94 %", "around 400 people"; None is *no data*."""
        if x is None:
            return self.say("cell.missing")
        written = self._written(x, indicator, indicator.decimals if decimals is None else decimals)
        unit = self.unit(indicator, x)
        words = f"{written}{NO_BREAK}{unit}" if unit else written
        return self.say(f"qualifier.{qualifier}", value=words) if qualifier else words

    def _written(self, x: float, indicator: Indicator, decimals: int | None) -> str:
        """The number; the four digits of a fact without a unit are a year and stay together."""
        is_year = indicator.measure == "fact" and not indicator.unit and x == int(x)
        return str(int(x)) if is_year else self.number(x, decimals)

    def unit(self, indicator: Indicator, x: float | None = None) -> str:
        """The unit as text.

        A unit may give the language's plural forms, separated by ``|`` ("osoba|osoby|osób"): the form that ``x``
        asks for is taken, a part of a whole the second one, and the last one where there is no number.
        """
        forms = self.text(indicator.unit).split("|")
        if len(forms) == 1 or x is None:
            return forms[-1]
        asked = self._messages.plural(int(abs(x))) if x == int(x) else 1
        return forms[min(asked, len(forms) - 1)]

    def period(self, text: str) -> str:
        """The name of a period: "kwiecień 2018", "April 2018", "undated"."""
        return in_words(text, "period", self.say)

    def period_phrase(self, text: str) -> str:
        """When, inside a sentence: "w kwietniu 2018 r.", "in April 2018", "undated"."""
        return in_words(text, "period_in", self.say)

    def period_end(self, text: str) -> str:
        """By when, inside a sentence: "do końca kwietnia 2018 r.", "by the end of April 2018"."""
        return in_words(text, "period_until", self.say)

    def period_since(self, text: str) -> str:
        """Since when, inside a sentence: "od kwietnia 2018 r.", "since April 2018"."""
        return in_words(text, "period_since", self.say)

    def day(self, day: datetime.date) -> str:
        """A calendar day in words."""
        return self.period(f"{day:%Y-%m-%d}")

    def moment(self, moment: datetime.datetime) -> str:
        """A day and the time of day; UTC, which a moment without a time zone is in, is said."""
        said = self.say("moment", day=self.day(moment.date()), time=f"{moment:%H:%M}")
        return said if moment.utcoffset() else f"{said} UTC"

    def locator(self, text: str) -> str:
        """Where in its source something stands: "L94-107 L137" as "wiersze 94–107, 137", anything else as it is."""
        places = [_LINES.fullmatch(place) for place in text.split()]
        if not places or not all(places):
            return text
        said = ", ".join("–".join(filter(None, place.groups())) for place in places if place)
        return self.count("locator.lines", 1 if said.isdigit() else 2, lines=said)

    def join(self, items: Iterable[str]) -> str:
        """The items as a list in a sentence: "a, b i c"."""
        *others, last = tuple(items) or ("",)
        return self.say("join.two", first=", ".join(others), last=last) if others else last


def spoken_here() -> "Speaker":
    """The speaker of the environment's language, else of the first there is: for who starts a program."""
    environment = (os.environ.get("LC_ALL") or os.environ.get("LANG") or "")[:2]
    return speaker(environment if environment in languages() else languages()[0])


@cache
def speaker(language: str) -> Speaker:
    """The speaker of a language; KeyError if there is none."""
    if language not in languages():
        raise KeyError(f"no language {language!r}; there are {', '.join(languages())}")
    return Speaker(language, catalogue(language))
