"""Batches that enter, merge and back-date events, and their undoing: a count is always that of the state it is of."""

import tempfile
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from azory_monitor.view import View
from tests.register.written import TODAY
from tests.small import open_books, take, undo

PROGRAMME = "row,id,name,language,areas\n2,plan,Plan,en,hill"
AREAS = "row,id,name,kind\n2,hill,Hill,estate"
INSTITUTIONS = "row,id,name,kind\n2,city,City,municipal\n3,club,Club,ngo"
INDICATORS = "row,id,name,kind,measure\n2,meetings,Meetings,output,count\n3,people,People,output,count"
DERIVATIONS = (
    "row,id,name,indicator,counts,by,least_organisers\n"
    "2,so-far,So far,meetings,activities,whole,\n"
    "3,a-year,A year,people,attendances,year,\n"
    "4,joint,Joint,,activities,year,2"
)
EVENTS = "row,id,date,title,kind,state\n2,a,2018,A,other,held\n3,b,2018,B,other,planned\n4,c,2019,C,other,held"
EVENT = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["a", "b", "c", "new"]),
        "date": st.sampled_from(["2018", "2018-05-01", "2019-06", "2020", "undated"]),
        "state": st.sampled_from(["held", "under_way", "planned"]),
        "organisers": st.sampled_from(["", "city", "city club"]),
        "participants": st.sampled_from(["", "0", "45"]),
        "same_as": st.sampled_from(["", "", "a", "b"]),
    }
)
BATCHES = st.lists(st.lists(EVENT, min_size=1, max_size=3, unique_by=lambda event: event["id"]), min_size=1, max_size=3)


def view(books):
    last = books.batches()[-1]
    return View(last, TODAY, books.records(last.id), books.measurements(last.id))


def written(events):
    names = ["id", "date", "state", "organisers", "participants", "same_as"]
    lines = [[str(n), "Event", "other", *(event[name] for name in names)] for n, event in enumerate(events, start=2)]
    return "\n".join(",".join(line) for line in [["row", "title", "kind", *names], *lines])


def answers(books):
    seen = view(books)
    return seen.counts(), seen.measurements(), seen.progress()


@settings(max_examples=12, phases=[Phase.generate])
@given(BATCHES)
def test_undoing_batches_one_after_the_other_brings_every_figure_back(batches):
    with tempfile.TemporaryDirectory() as folder:
        books = open_books(Path(folder))
        tables = {
            "programme": PROGRAMME,
            "areas": AREAS,
            "institutions": INSTITUTIONS,
            "indicators": INDICATORS,
            "derivations": DERIVATIONS,
            "activities": EVENTS,
        }
        for table, text in tables.items():
            take(books, table, text, "seed")
        before, entered = [], []
        for events in batches:
            before.append(answers(books))
            entered.append(take(books, "activities", written(events)))
            for count in view(books).counts():
                assert count.value is None or count.derivation == "a-year" or count.value == len(count.entries)
        for state, batch in zip(reversed(before), reversed(entered), strict=True):
            undo(books, batch)
            assert answers(books) == state
        books.close()
