"""What may be written on the command line; every help text comes from the locale files."""

import argparse
from pathlib import Path

from azory_monitor.words import Speaker, languages, speaker, spoken_here

_AGAINST = ("area", "earlier", "standard")
_EXPORTS = ("package", "html", "pdf", "pptx", "xlsx", "csv", "csv-pl", "sdmx-csv", "open-sdg", "brief")


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

    def command(name: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, parents=[general], help=speaker.say(f"cli.help.{name}"))

    def option(to: argparse.ArgumentParser, name: str, **settings: object) -> None:
        to.add_argument(name, help=speaker.say(f"cli.option.{name.lstrip('-').replace('-', '_')}"), **settings)

    option(command("init"), "--from", dest="package", type=Path)
    for name in ("check", "import"):
        one = command(name)
        option(one, "file", type=Path)
        option(one, "--table", default="")
        option(one, "--name", default="")
        option(one, "--answer", action="append", default=[])
        option(one, "--mapping", type=Path)
        option(one, "--save-mapping", type=Path)
        if name == "import":
            option(one, "--by", required=True)
            option(one, "--why", default="")
            option(one, "--only-sound", action="store_true")
    undo = command("undo")
    option(undo, "batch", type=int)
    option(undo, "--by", required=True)
    option(undo, "--why", required=True)
    command("batches")
    for name in ("measurements", "compare", "progress", "trend", "counts"):
        one = command(name)
        option(one, "--as-of", default="")
        option(one, "--snapshot", default="")
        option(one, "--indicator", default="")
        if name in ("measurements", "compare", "trend"):
            option(one, "--area", default="")
        if name == "compare":
            option(one, "--against", choices=_AGAINST, default="")
            option(one, "--period", default="")
            option(one, "--other-period", action="store_true")
    for name in ("readiness", "due"):
        one = command(name)
        option(one, "--as-of", default="")
        option(one, "--snapshot", default="")
        if name == "due":
            option(one, "--owner", default="")
    barriers = command("barriers")
    option(barriers, "--as-of", default="")
    option(barriers, "--snapshot", default="")
    option(barriers, "--theme", default="")
    option(barriers, "--state", default="", choices=("open", "eased", "closed"))
    trace = command("trace")
    option(trace, "what")
    option(trace, "of", nargs="*", default=[])
    for name in ("--area", "--period", "--as-of", "--snapshot"):
        option(trace, name, default="")
    snapshot = command("snapshot")
    option(snapshot, "name")
    option(snapshot, "--by", required=True)
    option(snapshot, "--why", default="")
    command("snapshots")
    diff = command("diff")
    option(diff, "before")
    option(diff, "after")
    export = command("export")
    option(export, "format", choices=_EXPORTS)
    option(export, "out", type=Path)
    option(export, "--snapshot", default="")
    option(export, "--topic", default="")
    for name in ("backup", "restore"):
        option(command(name), "file", type=Path)
    command("verify")
    command("rebuild")
    return parser


def _add_general(parser: argparse.ArgumentParser, speaker: Speaker, default: object) -> None:
    shown = {} if default is None else {"default": default}
    parser.add_argument("--home", type=Path, help=speaker.say("cli.option.home"), **shown)
    parser.add_argument("--lang", choices=languages(), help=speaker.say("cli.option.lang"), **shown)
    parser.add_argument("--json", action="store_true", help=speaker.say("cli.option.json"), **shown)
