"""The project's own source, as the architecture tests read it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "azory_monitor"
PAGES = ROOT / "pages"


def modules() -> list[Path]:
    """Every module that runs: the package, the pages, the launcher."""
    return sorted([*PACKAGE.rglob("*.py"), *PAGES.rglob("*.py"), *ROOT.glob("app.py")])


def shown(path: Path, line: int = 0) -> str:
    """A place as an editor opens it: ``pages/look/overview.py:12``."""
    return f"{path.relative_to(ROOT)}:{line}" if line else str(path.relative_to(ROOT))


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of every string literal of a module but its docstrings."""
    nodes = list(ast.walk(tree(path)))
    told = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def imports(path: Path) -> Iterator[str]:
    """The full name of every module that a module imports."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def words(text: str) -> list[str]:
    """The words of a text; full stop, hyphen and underscore hold a word together, as they do in an id."""
    return re.findall(r"[^\W_](?:[\w.-]*\w)?", text)
