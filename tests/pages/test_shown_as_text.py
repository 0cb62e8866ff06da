"""Nothing that people typed reaches Streamlit as Markdown or HTML: read from the source of every page and widget.

Streamlit reads Markdown in labels, headings, help and messages, where a picture would call a foreign server and an
address become a link.  Such a text is ours alone (a sentence of the catalogue without values), or goes through
``plain``; HTML is made in ``ui/markup`` only, where everything is escaped.
"""

import ast
from collections.abc import Iterator

from markdown_it import MarkdownIt

from azory_monitor.ui.markup import plain
from azory_monitor.words.speaker import languages
from tests.source import PACKAGE, PAGES, shown, tree
from tests.words.test_catalogue import ALL

UI = PACKAGE / "ui"
SCREEN = sorted([*UI.rglob("*.py"), *PAGES.rglob("*.py")])

FIRST = ("label", 0)
HELP = ("help", None)
NAMED = ("format_func", 2)
MARKDOWN = {
    **dict.fromkeys(("title", "header", "subheader", "caption"), (("body", 0), HELP)),
    **dict.fromkeys(("success", "error", "warning", "info", "toast"), (("body", 0),)),
    **dict.fromkeys(("spinner", "expander", "popover", "status", "dialog"), (FIRST, ("text", 0), HELP)),
    **dict.fromkeys(("button", "form_submit_button", "download_button", "link_button"), (FIRST, HELP)),
    "page_link": (("label", None), HELP),
    "progress": (("text", 1),),
    **dict.fromkeys(("text_input", "text_area", "number_input", "selectbox", "multiselect"), (FIRST, HELP)),
    **dict.fromkeys(("checkbox", "toggle", "file_uploader"), (FIRST, HELP)),
    **dict.fromkeys(("radio", "segmented_control", "pills"), (FIRST, NAMED, HELP)),
    **dict.fromkeys(("TextColumn", "NumberColumn", "Column"), (HELP,)),
}
"""What of which function is read as Markdown: the parameter's name, and its place where it has one."""

HTML = "html"
WITHOUT_TEXT = {
    "cache_data", "columns", "container", "empty", "form", "get_option", "navigation", "Page", "plotly_chart", "rerun",
    "set_page_config", "stop", "dataframe", "data_editor", "App", "fragment", "login", "logout",
}  # fmt: skip
"""Functions that show no text as Markdown: cells, alternative texts, names of files and of the browser's window."""

OURS = {"say": 1, "count": 2}
"""Sentences of the catalogue by how many arguments they have when no value is put in."""


def test_no_text_from_data_is_read_as_markdown():
    assert [place for path in SCREEN for place in unsafe_labels(path)] == []


def test_html_is_put_together_in_one_place():
    assert [place for path in SCREEN for place in unsafe_html(path)] == []


def test_every_function_of_streamlit_in_use_is_known_to_these_tests():
    used = {call.func.attr for path in SCREEN for call in calls(tree(path)) if of_streamlit(call)}
    assert used - set(MARKDOWN) - WITHOUT_TEXT - {HTML} == set()


def test_no_door_to_unsafe_html_or_components_is_used():
    found = [
        shown(path, node.lineno)
        for path in SCREEN
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.keyword) and node.arg == "unsafe_allow_html")
        or (isinstance(node, ast.Attribute) and node.attr in ("components", "markdown", "write", "iframe"))
        or (isinstance(node, ast.ImportFrom) and "components" in (node.module or ""))
    ]
    assert found == []


def test_our_own_sentences_are_no_markdown():
    parser = MarkdownIt("commonmark")
    for language in languages():
        for message in [form for one in ALL[language].values() for form in ([one] if isinstance(one, str) else one)]:
            drawn = parser.renderInline(message)
            assert not {"<a", "<img", "<em", "<strong", "<code"} & set(drawn.replace(" ", ">").split(">")), message


def calls(node: ast.AST) -> Iterator[ast.Call]:
    for found in ast.walk(node):
        if isinstance(found, ast.Call) and isinstance(found.func, ast.Attribute):
            yield found


def of_streamlit(call: ast.Call) -> bool:
    return isinstance(call.func.value, ast.Name) and call.func.value.id == "st"


def functions(path) -> Iterator[ast.AST]:
    """Every function, and what stands around them."""
    yield ast.Module([node for node in tree(path).body if not isinstance(node, ast.FunctionDef)], [])
    yield from (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef))


def unsafe_labels(path) -> Iterator[str]:
    for scope in functions(path):
        for call in calls(scope):
            for argument in given(call, MARKDOWN.get(call.func.attr, ())):
                if not is_safe(argument, scope):
                    yield f"{shown(path, argument.lineno)} {ast.unparse(argument)}"
        for found in (node for node in ast.walk(scope) if isinstance(node, ast.Dict)):
            for key, value in zip(found.keys, found.values, strict=True):
                if isinstance(key, ast.Constant) and key.value in ("label", "help") and not is_safe(value, scope):
                    yield f"{shown(path, value.lineno)} {ast.unparse(value)}"


def given(call: ast.Call, wanted) -> Iterator[ast.expr]:
    """The arguments of a call that are read as Markdown."""
    for name, place in wanted:
        yield from (word.value for word in call.keywords if word.arg == name)
        if place is not None and place < len(call.args):
            yield call.args[place]


def is_safe(node: ast.expr, scope: ast.AST) -> bool:
    """Whether an expression is escaped, or ours alone."""
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.Lambda):
        return is_safe(node.body, scope)
    if isinstance(node, ast.IfExp):
        return is_safe(node.body, scope) and is_safe(node.orelse, scope)
    if isinstance(node, ast.JoinedStr):
        return all(is_safe(part.value, scope) for part in node.values if isinstance(part, ast.FormattedValue))
    if isinstance(node, ast.Call):
        return is_escaping(node) or is_ours(node)
    return isinstance(node, ast.Name) and all_safe(assigned(node.id, scope), scope)


def is_escaping(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "plain"


def is_ours(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    return len(call.args) <= OURS.get(name, -1) and not call.keywords


def all_safe(found: list[ast.expr], scope: ast.AST) -> bool:
    return bool(found) and all(is_safe(value, scope) for value in found)


def assigned(name: str, scope: ast.AST) -> list[ast.expr]:
    """What a function assigns to a name, also as one of several."""
    found = []
    for node in ast.walk(scope):
        for target in node.targets if isinstance(node, ast.Assign) else ():
            if isinstance(target, ast.Name) and target.id == name:
                found.append(node.value)
            elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = zip(target.elts, node.value.elts, strict=True)
                found += [value for one, value in pairs if isinstance(one, ast.Name) and one.id == name]
    return found


def makers() -> set[str]:
    """Every function that says that it makes Markup."""
    return {
        node.name
        for path in SCREEN
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.returns and "Markup" in ast.unparse(node.returns)
    }


STYLES = {"look", "_sheet", "LARGE", "DARK"}
"""Our style sheets."""


def unsafe_html(path) -> Iterator[str]:
    safe = makers() | STYLES
    for scope in functions(path):
        for call in calls(scope):
            if call.func.attr == HTML and call.args and not is_markup(call.args[0], scope, safe):
                yield f"{shown(path, call.lineno)} {ast.unparse(call.args[0])}"
        if path.name != "markup.py":
            for found in ast.walk(scope):
                if isinstance(found, ast.Call) and isinstance(found.func, ast.Name) and found.func.id == "Markup":
                    yield shown(path, found.lineno)


def is_markup(node: ast.expr, scope: ast.AST, safe: set[str]) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in safe
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "spoken_script":
        return True
    if isinstance(node, ast.JoinedStr):  # the one line of script that states the language
        return all(is_markup(part.value, scope, safe | {"spoken_script"}) for part in node.values[1:-1])
    if not isinstance(node, ast.Name):
        return False
    if node.id in STYLES:
        return True
    parameters = [one for one in scope.args.args if one.arg == node.id] if isinstance(scope, ast.FunctionDef) else []
    if parameters:
        return "Markup" in ast.unparse(parameters[0].annotation)
    found = assigned(node.id, scope)
    return bool(found) and all(is_markup(value, scope, safe) for value in found)


def test_the_checks_find_what_they_are_for():
    scope = ast.parse("st.button(name)\nst.button(plain(name))\nst.title(page.say('a', name=name))\nst.title(say(x))")
    found = [is_safe(next(given(call, MARKDOWN[call.func.attr])), scope) for call in calls(scope) if of_streamlit(call)]
    assert found == [False, True, False, False]
    assert plain("a*b") == "a\\*b"
