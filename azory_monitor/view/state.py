"""The state after one batch: the programme, what is hidden, and what was worked out of each indicator apart."""

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from azory_monitor.disclosure import NOTHING, Disclosed, Known, linked, published_programme
from azory_monitor.model.batch import Batch, Version
from azory_monitor.model.state import Programme
from azory_monitor.model.trace import Origin
from azory_monitor.once import Working, once
from azory_monitor.stored import programme_of
from azory_monitor.view.carried import Answers, Carried, by_indicator, without
from azory_monitor.view.figures import Figures, Whole
from azory_monitor.view.known import disclosed


@dataclass(frozen=True)
class Past:
    """How a state came about: the batches up to it and every former row of its targets.

    ``files`` are those that each batch brought; ``known`` says what readers had been able to see before.
    """

    batches: tuple[Batch, ...] = ()
    targets: tuple[Version, ...] = ()
    files: Mapping[int, Sequence[Origin]] = field(default_factory=dict)
    known: Known = NOTHING


NOTHING_PAST = Past()


Asked = Collection[str] | None
"""Some indicators, among them all that share a series; None for every one."""
Work = Callable[[Asked], list[Any]]
"""Answers for each of the indicators that are asked for, or for more."""


class State(Working):
    """The state after one batch.  It never changes, so every answer is worked out once and kept."""

    def __init__(
        self,
        batch: Batch,
        today: datetime.date,
        records: pd.DataFrame | Programme,
        measurements: pd.DataFrame | Figures,
        past: Past = NOTHING_PAST,
        carried: Carried | None = None,
    ) -> None:
        """``records`` and ``measurements`` are the books' answers for ``batch``; ``today`` dates the judgements.

        ``carried`` is what an earlier state knew; where no record has moved since, its programme may stand for them.
        """
        super().__init__()
        self.batch = batch
        self.today = today
        self._carried = carried
        self._entered = records if isinstance(records, Programme) else programme_of(records)
        """The programme as it was handed in."""
        self._figures = Whole(measurements) if isinstance(measurements, pd.DataFrame) else measurements
        self._past = past

    @once
    def programme(self) -> Programme:
        """The programme, and everything of it that may be shown."""
        return published_programme(self._entered, self._disclosed)

    @once
    def _disclosed(self) -> Disclosed:
        if self._carried and self._carried.is_hidden_alike:
            return self._carried.disclosed
        among = linked(self._entered)
        typed = self._figures.of(sorted(among)) if among else ()
        return disclosed(self._entered, typed, self.today, self._past.known)

    def _by_indicator(self, name: str, work: Work) -> list[Any]:
        """What a question comes to, in the order of the indicators; see ``_answered``."""
        found = self._answered(name, work)
        return [row for one in self.programme.indicators for row in found[one]]

    def every(self, indicators: Asked) -> Collection[str]:
        """The indicators that are asked for."""
        return self.programme.indicators if indicators is None else indicators

    def _answered(self, name: str, work: Work) -> dict[str, list[Any]]:
        """What a question that is answered for each indicator apart comes to.

        What an earlier state has handed on is taken over; ``work`` is asked for the other indicators.
        """
        with self._working:
            known = self._answers.get(name, {})
            wanting = [one for one in self.programme.indicators if one not in known]
            if wanting:
                known = known | by_indicator(self.programme, work(set(wanting) if known else None), wanting)
                self._answers[name] = known
            return known

    @once
    def _answers(self) -> Answers:
        """What is known of each indicator apart; at first what was handed on and still holds."""
        programme, carried, self._carried = self.programme, self._carried, None
        return carried.still_holding(programme, self._disclosed) if carried else {}

    def hand_on(self, touched: Set[str], is_same: bool, known: Known) -> Carried:
        """What a later state of the same day can take over.

        Figures of all but the ``touched`` indicators are the same, and where it ``is_same`` every other table;
        readers had ``known`` so much before it.  What is counted is left out, for it rests on entries and on others.
        """
        counted = {row.indicator for row in self._entered.derivations.values() if row.indicator}
        is_hidden_alike = is_same and known == self._past.known and not touched & linked(self._entered)
        return Carried(
            entered=self._entered if is_same else None,
            programme=self.programme,
            disclosed=self._disclosed,
            is_hidden_alike=is_hidden_alike,
            answers=without(self._answers.copy(), self.programme, touched | counted),
        )
