"""Every language says everything, with the same values in each sentence."""

import re
import tomllib
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from babel.messages.pofile import read_po

from azory_monitor import access
from azory_monitor.model import (
    agenda,
    batch,
    changes,
    counted,
    hidden,
    hindrance,
    outlook,
    partnership,
    quality,
    situation,
    verdicts,
)
from azory_monitor.model.partners import Funding
from azory_monitor.model.row import columns
from azory_monitor.model.tables import TABLES
from azory_monitor.words import catalogue
from azory_monitor.words.speaker import languages, speaker
from tests.source import modules

FILES = sorted(catalogue.LOCALE.glob("*/*.po"))
PACKAGE = Path(catalogue.__file__).parents[1]


def read(file):
    """The messages of one file by key; a plural message as its tuple of forms."""
    with file.open("rb") as lines:
        found = read_po(lines, locale=file.parent.name, abort_invalid=True)
    return {(m.id if isinstance(m.id, str) else m.id[0]): m.string for m in found if m.id}


def messages(language):
    return {key: text for file in FILES if file.parent.name == language for key, text in read(file).items()}


def fields(text):
    forms = [text] if isinstance(text, str) else text
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name is not None}


ALL = {language: messages(language) for language in languages()}


def test_there_are_at_least_two_languages_and_each_calls_itself_by_name():
    names = {language: speaker(language).say("language.name") for language in languages()}
    assert len(set(names.values())) == len(names) >= 2


def test_every_language_has_the_same_files():
    assert len({frozenset(file.name for file in FILES if file.parent.name == one) for one in ALL}) == 1


@pytest.mark.parametrize("name", sorted({file.name for file in FILES}))
def test_every_language_has_the_same_keys_in_the_same_file(name):
    keys = {language: set(read(catalogue.LOCALE / language / name)) for language in ALL}
    whole = set.union(*keys.values())
    assert {language: sorted(whole - has) for language, has in keys.items() if whole - has} == {}


@pytest.mark.parametrize("language", ALL)
def test_no_key_stands_twice(language):
    told = [
        key
        for file in FILES
        if file.parent.name == language
        for key in re.findall(r'^msgid "(.+)"$', file.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert sorted({key for key in told if told.count(key) > 1}) == []


@pytest.mark.parametrize("language", ALL)
def test_no_message_is_empty_or_marked_as_unsure(language):
    compiled = catalogue.catalogue(language)
    assert [key for key in ALL[language] if compiled.gettext(key) in ("", key)] == []


def test_a_message_needs_the_same_values_in_every_language():
    odd = {}
    for key in set.intersection(*(set(one) for one in ALL.values())):
        needed = {language: fields(told[key]) for language, told in ALL.items()}
        if len({frozenset(names) for names in needed.values()}) > 1:
            odd[key] = needed
    assert odd == {}


def test_a_message_is_counted_in_every_language_or_in_none():
    odd = [key for key in ALL["en"] if len({isinstance(told.get(key), str) for told in ALL.values()}) > 1]
    assert odd == []


@pytest.mark.parametrize("language", ALL)
def test_a_counted_message_has_every_plural_form_of_its_language(language):
    forms = {"pl": 3, "en": 2}[language]
    short = [key for key, text in ALL[language].items() if not isinstance(text, str) and len(text) != forms]
    assert short == [] and all(form for text in ALL[language].values() if not isinstance(text, str) for form in text)


@pytest.mark.parametrize("language", ALL)
def test_every_table_column_and_choice_has_a_label(language):
    say = speaker(language).say
    for table, row in TABLES.items():
        assert say(f"table.{table}")
        for column in columns(row):
            assert say(f"column.{column.name}")
            assert all(say(f"choice.{column.name}.{choice}") for choice in column.choices)


LITERALS = {
    "standing": verdicts.Standing,
    "side": verdicts.Side,
    "method": verdicts.Method,
    "reason": verdicts.Reason,
    "status": verdicts.Status,
    "progress.status": verdicts.Status,
    "count_status": verdicts.Status,
    "progress.reason": verdicts.StatusReason,
    "movement": outlook.Movement,
    "count_trend": outlook.Movement,
    "trend.reason": outlook.TrendReason,
    "trend.reason_short": outlook.TrendReason,
    "trend.method": outlook.TrendMethod,
    "trend.test": outlook.TrendMethod,
    "prospect.reason": outlook.ProspectReason,
    "target_change": outlook.TargetChange.model_fields["effect"].annotation,
    "age": hindrance.Age,
    "change": hindrance.Change,
    "count_change": hindrance.Change,
    "value_change": changes.ValueChange,
    "why_hidden": hidden.Why,
    "count_value_change": changes.ValueChange,
    "row_change": changes.RowChange,
    "count_row_change": changes.RowChange,
    "target_effect": changes.TargetEffect,
    "turn": changes.Subject,
    "what": batch.Why,
    "reading": batch.Reading.model_fields["container"].annotation,
    "tested_against": verdicts.Comparison.model_fields["tested_against"].annotation,
    "peers.reason": situation.PeersReason,
    "index.reason": situation.IndexReason,
    "index.method": situation.IndexMethod,
    "index.unused": situation.Unused,
    "index.side": situation.Scenario.model_fields["side"].annotation,
    "scenario": situation.ScenarioName,
    "need": quality.Need,
    "lack": quality.Need,
    "chart.readiness.head": quality.Need,
    "due": quality.DueState,
    "due_state": quality.DueState,
    "cell_state": quality.CellState,
    "against": verdicts.Comparison.model_fields["against"].annotation,
    "count.reason": counted.CountReason,
    "count_reason": counted.CountReason,
    "role": access.Role,
    "deed": access.Deed,
    "because": access.Because,
    "tie": partnership.TieKind,
    "presence": partnership.Presence,
    "partners.seen": partnership.Presence,
    "stage": partnership.Stage,
    "count_stage": partnership.Stage,
    "chart.funding.head": partnership.Stage,
    "year_state": partnership.YearState,
    "open_reason": partnership.OpenReason,
    "page.meeting.kind": agenda.Kind,
    "funding_kind": Funding.model_fields["kind"].annotation,
}


@pytest.mark.parametrize("language", ALL)
@pytest.mark.parametrize("group", LITERALS)
def test_everything_a_result_may_say_has_words(language, group):
    missing = [value for value in get_args(LITERALS[group]) if value and f"{group}.{value}" not in ALL[language]]
    assert missing == []


@pytest.mark.parametrize("language", ALL)
def test_every_reason_of_progress_has_a_label(language):
    assert all(f"reason.{reason}" in ALL[language] for reason in get_args(verdicts.StatusReason) if reason)


@pytest.mark.parametrize("language", ALL)
def test_every_kind_of_area_has_its_rest_and_its_company(language):
    (kinds,) = [column.choices for column in columns(TABLES["areas"]) if column.name == "kind"]
    assert all(f"{group}.{kind}" in ALL[language] for kind in kinds for group in ("rest", "among"))


@pytest.mark.parametrize("language", ALL)
def test_every_layout_of_files_has_a_name(language):
    told = tomllib.loads((PACKAGE / "intake" / "recognising" / "layouts.toml").read_text(encoding="utf-8"))
    assert [one["name"] for one in told["layout"] if f"layout.{one['name']}" not in ALL[language]] == []


@pytest.mark.parametrize("language", ALL)
def test_every_problem_has_a_heading_to_stand_under(language):
    rules = {key.removeprefix("problem.") for key in ALL[language] if key.startswith("problem.")}
    assert sorted(rule for rule in rules if f"rule.{rule}" not in ALL[language]) == []


@pytest.mark.parametrize("language", ALL)
def test_every_error_that_is_raised_has_a_sentence(language):
    raised = {
        key for module in modules() for key in re.findall(r'"(error\.[a-z_]+)"', module.read_text(encoding="utf-8"))
    }
    assert sorted(raised - set(ALL[language])) == []


@pytest.mark.parametrize("language", ALL)
def test_every_message_that_the_code_names_is_there(language):
    named = {
        key
        for module in modules()
        for key in re.findall(r'speaker\.(?:say|count|sentence)\(\s*"([a-z_.]+)"', module.read_text(encoding="utf-8"))
    }
    assert sorted(named - set(ALL[language])) == []
