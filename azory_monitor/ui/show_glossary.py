"""The glossary: what the words mean, what they are called in other languages, and a search in all of them."""

import streamlit as st
from markupsafe import Markup

from azory_monitor.model.register import Term
from azory_monitor.ui.finished import finished
from azory_monitor.ui.frame import Page
from azory_monitor.ui.markup import element, facts, together
from azory_monitor.ui.show_text import show_empty, show_paragraph


def show_terms(page: Page, asked: str) -> None:
    """The terms that the words asked for find, or all; words that mean several things say so."""
    found = page.answer("terms", find=asked)
    if not found.terms:
        show_empty(page, "nothing_found", asked=asked)
        return
    if asked:
        exact = page.count("shared", found.named, asked=asked) if found.shared else ""
        show_paragraph(page, " ".join(filter(None, (exact, page.count("found", len(found.terms))))))
    st.html(_terms(page, tuple(found.terms), bool(asked)))


@finished
def _terms(page: Page, ids: tuple[str, ...], is_sought: bool) -> Markup:
    terms = [page.programme.glossary[id] for id in ids]
    named = [(_name(page, term, is_sought), page.speaker.text(term.meaning)) for term in terms]
    return facts(named, class_="facts wide")


def _name(page: Page, term: Term, is_sought: bool) -> Markup:
    """The term in every language; whoever looks for it sees what else it is called."""
    speaker = page.speaker
    others = [words for language, words in term.term.items() if language != speaker.language]
    aliases = ", ".join(filter(None, term.aliases.split("|")))
    told = [element("span", ", ".join(others), class_="when")]
    told += [element("span", page.say("aliases", names=aliases), class_="when")] if aliases and is_sought else []
    return together([speaker.text(term.term), *told])
