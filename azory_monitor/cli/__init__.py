"""The command line: every command prints a table for people, or JSON with ``--json``.

It ends with 0 done, 1 refused with problems, 2 wrong use, 3 a question must be answered first.  What had to be mended
on the way is told on standard error.
"""

import json
import sys
from typing import Any

from azory_monitor.cli.parser import parse
from azory_monitor.errors import MonitorError


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status."""
    asked, speaker = parse(sys.argv[1:] if arguments is None else arguments)
    from azory_monitor.cli.commands import COMMANDS  # only now, so that --help waits for nothing heavy
    from azory_monitor.cli.opened import notices
    from azory_monitor.words import error_sentence

    try:
        try:
            answer = COMMANDS[asked.command](asked, speaker)
        finally:
            for notice in notices(asked, speaker):
                print(notice, file=sys.stderr)
    except MonitorError as error:
        sentence = error_sentence(speaker, error)
        if asked.json:
            _print_json({"error": {"key": error.key, "message": sentence}})
        else:
            print(sentence, file=sys.stderr)
        return 1
    if asked.json:
        _print_json(answer.data)
    else:
        print("\n".join(answer.lines))
    return answer.status


def _print_json(data: Any) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2, default=str))
