"""The command line: every command prints a table for people, or JSON with ``--json``.

It ends with 0 done, 1 refused with problems, 2 wrong use, 3 a question must be answered first.  What had to be mended
on the way is told on standard error.  When whoever reads it has seen enough (``| head``) it ends quietly, as a program
ends that the system stops for writing on.
"""

import json
import os
import sys
from typing import Any

from azory_monitor.cli.parser import parse
from azory_monitor.errors import MonitorError

CLOSED = 141
"""What a shell reports of a program that SIGPIPE ended: 128 and the signal's number."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status."""
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains once more when it ends
        return CLOSED
    return status


def _run(arguments: list[str] | None) -> int:
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
    if asked.json and answer.data is not None:
        _print_json(answer.data)
    elif answer.data is not None:
        print("\n".join(answer.lines))
    return answer.status


def _print_json(data: Any) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2, default=str))
