"""What may be written on the command line; every help text comes from the locale files."""

import argparse
from pathlib import Path
from typing import Any

from azory_monitor.words import Speaker, languages, speaker, spoken_here

Options = dict[str, dict[str, Any]]
"""By its name, what ``add_argument`` is told of an option."""

_TEXT: dict[str, Any] = {"default": ""}
_NEEDED: dict[str, Any] = {"required": True}
_FLAG: dict[str, Any] = {"action": "store_true"}
_PATH: dict[str, Any] = {"type": Path}

_STATE: Options = {"--as-of": _TEXT, "--snapshot": _TEXT}
_SERIES: Options = _STATE | {"--indicator": _TEXT}
_FILE: Options = {
    "file": _PATH,
    "--table": _TEXT,
    "--name": _TEXT,
    "--answer": {"action": "append", "default": []},
    "--mapping": _PATH,
    "--save-mapping": _PATH,
}
_AGAINST: Options = {"--against": _TEXT | {"choices": ("area", "earlier", "standard")}}
_FORMATS = ("package", "html", "pdf", "pptx", "xlsx", "csv", "csv-pl", "sdmx-csv", "open-sdg", "brief")

COMMANDS: dict[str, Options] = {
    "init": {"--from": _PATH | {"dest": "package"}},
    "check": _FILE,
    "import": _FILE | {"--by": _NEEDED, "--why": _TEXT, "--only-sound": _FLAG},
    "undo": {"batch": {"type": int}, "--by": _NEEDED, "--why": _NEEDED},
    "batches": {},
    "measurements": _SERIES | {"--area": _TEXT},
    "compare": _SERIES | {"--area": _TEXT} | _AGAINST | {"--period": _TEXT, "--other-period": _FLAG},
    "progress": _SERIES,
    "trend": _SERIES | {"--area": _TEXT},
    "counts": _SERIES,
    "readiness": _STATE,
    "due": _STATE | {"--owner": _TEXT},
    "barriers": _STATE | {"--theme": _TEXT, "--state": _TEXT | {"choices": ("open", "eased", "closed")}},
    "trace": {"what": {}, "of": {"nargs": "*", "default": []}, "--area": _TEXT, "--period": _TEXT} | _STATE,
    "snapshot": {"name": {}, "--by": _NEEDED, "--why": _TEXT},
    "snapshots": {},
    "diff": {"before": {}, "after": {}},
    "export": {"format": {"choices": _FORMATS}, "out": _PATH, "--snapshot": _TEXT, "--topic": _TEXT},
    "backup": {"file": _PATH},
    "restore": {"file": _PATH},
    "verify": {},
    "rebuild": {},
}
"""Every command with its options, in the order in which they are explained."""


def parse(arguments: list[str]) -> tuple[argparse.Namespace, Speaker]:
    """What was asked, and the speaker of the language it is to be answered in."""
    spoken = speaker(_language(arguments))
    return _parser(spoken).parse_args(arguments), spoken


def _language(arguments: list[str]) -> str:
    """The language of ``--lang``, else of the environment, else the first there is."""
    known = languages()
    for before, after in zip(arguments, [*arguments[1:], ""], strict=True):
        wanted = before.partition("=")[2] if before.startswith("--lang=") else after if before == "--lang" else ""
        if wanted in known:
            return wanted
    return spoken_here().language


def _parser(speaker: Speaker) -> argparse.ArgumentParser:
    general = argparse.ArgumentParser(add_help=False)
    _add_general(general, speaker, default=argparse.SUPPRESS)
    parser = argparse.ArgumentParser(prog="python -m azory_monitor", description=speaker.say("cli.about"))
    _add_general(parser, speaker, default=None)
    commands = parser.add_subparsers(dest="command", required=True, metavar=speaker.say("cli.command"))
    for name, options in COMMANDS.items():
        command = commands.add_parser(name, parents=[general], help=speaker.say(f"cli.help.{name}"))
        for option, settings in options.items():
            said = speaker.say(f"cli.option.{option.lstrip('-').replace('-', '_')}")
            command.add_argument(option, help=said, **settings)
    return parser


def _add_general(parser: argparse.ArgumentParser, speaker: Speaker, default: object) -> None:
    shown = {} if default is None else {"default": default}
    parser.add_argument("--home", type=Path, help=speaker.say("cli.option.home"), **shown)
    parser.add_argument("--lang", choices=languages(), help=speaker.say("cli.option.lang"), **shown)
    parser.add_argument("--json", action="store_true", help=speaker.say("cli.option.json"), **shown)
