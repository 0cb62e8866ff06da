"""How the files of the field are read, and the one law: whatever becomes of a file, no wrong figure is taken from it.

``python -m tests.intake.field`` prints how each file is read, and with a part of a name all about such files.
"""

import datetime
import math
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from azory_monitor import intake
from azory_monitor.errors import UnreadableFile
from tests.intake.field_cases import Case, Cell, Key, cases
from tests.intake.field_programme import KNOWN

TODAY = datetime.date(2026, 11, 23)

REFUSALS = {
    "error.not_measurements": ("no figures", "not measurements"),
    "error.unknown_headings": ("not measurements",),
    "error.open_quote": ("open quote",),
    "no_rows": ("no rows",),
}
"""By key of the refusal, or rule that the whole file breaks: what kind of file it says this is."""


def read_and_check(name: str, content: bytes, answers: Mapping[str, str]) -> intake.Checked:
    """The one place that knows how a file is read."""
    sheet = intake.read(Path(name).name, content, "measurements", dict(answers), KNOWN)
    return intake.check(sheet, KNOWN, TODAY, answers=dict(answers))


@dataclass(frozen=True)
class Outcome:
    """What became of a file.  ``refused`` is the key of the refusal."""

    checked: intake.Checked | None
    refused: str = ""

    @property
    def asked(self) -> tuple[str, ...]:
        """The keys of what is asked."""
        return tuple(asked.key for asked in self.checked.questions) if self.checked else ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """Why nothing came out of the file."""
        rules = [problem.rule for problem in self.checked.problems] if self.checked else []
        return REFUSALS.get(self.refused or ("no_rows" if "no_rows" in rules else ""), ())

    @property
    def told(self) -> bool:
        """Whether anything at all is said of rows that were not accepted."""
        return bool(self.refused or self.checked.questions or self.checked.problems)

    @property
    def accepted(self) -> list[tuple[Key, Cell]]:
        """The accepted rows."""
        if not self.checked:
            return []
        rows = self.checked.rows
        return [
            ((row.indicator, row.area, row.period), Cell(row.value, row.status, row.numerator, row.denominator))
            for row in rows.itertuples()
        ]

    @property
    def found(self) -> dict[Key, str]:
        """The accepted rows as texts, to be compared."""
        return {key: str(cell) for key, cell in self.accepted}


def outcome_of(name: str, content: bytes, answers: Mapping[str, str]) -> Outcome:
    """What becomes of a file with these answers."""
    try:
        return Outcome(read_and_check(name, content, answers))
    except UnreadableFile as error:
        return Outcome(None, error.key)


def read_case(case: Case, answers: Mapping[str, str]) -> Outcome:
    """What becomes of a file of the corpus."""
    return outcome_of(case.name, case.content, answers)


def steps(case: Case) -> list[dict[str, str]]:
    """No answer, the first one, the first two …: a person answers one question after the other."""
    pairs = list(case.answers.items())
    return [dict(pairs[:length]) for length in range(len(pairs) + 1)]


def wrong_cells(case: Case, answers: Mapping[str, str], outcome: Outcome) -> list[str]:
    """Accepted rows that are not what the file says, or that nobody was asked about."""
    early = case.asked and len(answers) < len(case.answers)
    return [f"{' '.join(key)}: {cell}" for key, cell in outcome.accepted if early or not _is_right(case, key, cell)]


def _is_right(case: Case, key: Key, cell: Cell) -> bool:
    expected = case.expected.get(key)
    if expected is None or not _same(cell.value, expected.value):
        return False
    if math.isnan(cell.value) and math.isnan(cell.numerator) and cell.status != expected.status:
        return False
    counts = (cell.numerator, expected.numerator), (cell.denominator, expected.denominator)
    return all(math.isnan(given) or _same(given, right) for given, right in counts)


def _same(one: float, other: float) -> bool:
    return (math.isnan(one) and math.isnan(other)) or math.isclose(one, other, rel_tol=1e-12, abs_tol=1e-15)


def lacking(case: Case, outcome: Outcome) -> list[str]:
    """Rows of the file that were not accepted."""
    accepted = {key for key, _ in outcome.accepted}
    return [" ".join(key) for key in case.expected if key not in accepted]


def is_read(case: Case, outcome: Outcome) -> bool:
    """Whether all the rows came out, or some where that is enough, and nothing is left to answer."""
    found = outcome.accepted if case.some else not lacking(case, outcome)
    return bool(found) and not outcome.asked


def verdict(case: Case) -> str:
    """In a few words how well a file is read."""
    outcomes = [read_case(case, answers) for answers in steps(case)]
    if any(wrong_cells(case, answers, outcome) for answers, outcome in zip(steps(case), outcomes, strict=True)):
        return "WRONG"
    if case.refused:
        return "refused clearly" if case.refused in outcomes[-1].kinds else "not refused clearly"
    if not case.rows:
        return "nothing taken, told" if outcomes[-1].told else "nothing taken, not told"
    complete = [number for number, outcome in enumerate(outcomes) if is_read(case, outcome)]
    if complete:
        return {0: "no question", 1: "one question"}.get(complete[0], "several questions")
    return "refused, though readable" if outcomes[-1].refused else "not read in full"


def main(part: str = "") -> None:
    """Print the verdict of each file and the share of each."""
    chosen = [case for case in cases() if part in case.name]
    verdicts = {case.name: verdict(case) for case in chosen}
    for case in chosen:
        print(f"{verdicts[case.name]:26} {case.name}")
        if part:
            _describe(case)
    for said, number in Counter(verdicts.values()).most_common():
        print(f"{number:4} of {len(verdicts)}  {number / len(verdicts):6.1%}  {said}")


def _describe(case: Case) -> None:
    for answers in steps(case):
        outcome = read_case(case, answers)
        print(f"  with {answers or 'no answer'}: {outcome.refused or outcome.checked.reading}")
        print(f"    asked    {outcome.asked}")
        print(f"    lacking  {lacking(case, outcome)}")
        print(f"    wrong    {wrong_cells(case, answers, outcome)}")
        for problem in outcome.checked.problems if outcome.checked else ():
            print(f"    {problem.rule:10} row {problem.row} {problem.column!r} {problem.value!r} {problem.values}")


if __name__ == "__main__":
    main(*sys.argv[1:])
