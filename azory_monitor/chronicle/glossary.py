"""Terms found by any of their names, in any language, with or without diacritics and capitals."""

import re
import unicodedata
from collections.abc import Iterator

from azory_monitor.model.chronicle import FoundTerms
from azory_monitor.model.register import Term
from azory_monitor.model.state import Programme

_WORD = re.compile(r"[^\W_]+")
_BRACKETED = re.compile(r"\s*\(([^)]*)\)")
_STROKES = str.maketrans("łøđ", "lod")
"""Letters whose stroke Unicode does not take apart."""


def find_terms(programme: Programme, asked: str) -> FoundTerms:
    """The terms that have all words asked for, the nearest first; without any words all, in their own order.

    Nearest is a term of just that name, then one whose name begins so, has the words, or whose meaning has them.
    """
    words = _words(asked)
    ranked = {term.id: _rank(term, words) for term in programme.glossary.values()}
    found = [id for id, rank in ranked.items() if rank is not None]
    named = sum(ranked[id] == 0 for id in found) if words else 0
    return FoundTerms(terms=tuple(sorted(found, key=lambda id: ranked[id])), named=named)


def _rank(term: Term, asked: list[str]) -> int | None:
    if not asked:
        return 0
    said, names = " ".join(asked), [_words(name) for name in _names(term)]
    if any(name == asked for name in names):
        return 0
    if any(" ".join(name).startswith(said) for name in names):
        return 1
    if any(_has(name, asked) for name in names):
        return 2
    meant = _words(" ".join([*term.term.values(), term.aliases, *term.meaning.values()]))
    return 3 if _has(meant, asked) else None


def _names(term: Term) -> Iterator[str]:
    """Everything a term is called: in each language whole, without what stands in brackets, and that alone."""
    for text in term.term.values():
        yield text
        yield _BRACKETED.sub("", text)
        yield from _BRACKETED.findall(text)
    yield from term.aliases.split("|")


def _has(words: list[str], asked: list[str]) -> bool:
    return all(any(one in word for word in words) for one in asked)


def _words(text: str) -> list[str]:
    """The words in small letters without diacritics."""
    letters = unicodedata.normalize("NFKD", text.casefold()).translate(_STROKES)
    return _WORD.findall("".join(letter for letter in letters if not unicodedata.combining(letter)))
