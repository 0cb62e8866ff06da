"""What readers saw of earlier batches is worked out from the books, and is the same whenever it is."""

from azory_monitor.disclosure import NOTHING
from azory_monitor.view import Past, Readers, View
from tests.small import open_books, rows, take, undo

PROGRAMME = "row,id,name,language,areas\n2,plan,Plan,en,hill\n"
AREAS = """
row,id,name,kind,parent
2,town,Town,city,
3,hill,Hill,estate,town
4,lake,Lake,estate,town
5,mill,Mill,estate,town
"""
INDICATORS = "row,id,name,kind,measure,hide_below\n2,aid,Aid,context,count,{limit}\n"


def figures(**values):
    lines = [f"{at},aid,{area},2020,{value}" for at, (area, value) in enumerate(values.items(), 2)]
    return "\n".join(["row,indicator,area,period,value", *lines])


def seeded(path, limit=""):
    books = open_books(path)
    take(books, "programme", PROGRAMME, "seed")
    take(books, "areas", AREAS, "seed")
    take(books, "indicators", INDICATORS.format(limit=limit), "seed")
    return books


def shown(books, readers, batch):
    """The figures that readers see after a batch, by area."""
    taken = books.batches()[batch - 1]
    past = Past(known=readers.before(batch))
    view = View(taken, taken.taken.date(), books.records(batch), books.measurements(batch), past)
    return {row.area: row.value for row in view.measurements("aid") if row.status != "hidden"}


def test_a_state_is_the_same_whatever_came_after_it_and_whoever_works_it_out(tmp_path):
    books = seeded(tmp_path, 5)
    first = take(books, "measurements", figures(town=73, hill=3, lake=40, mill=30))
    readers = Readers(books)
    before = shown(books, readers, first)
    second = take(books, "measurements", figures(town=103, hill=33))
    third = undo(books, second)
    seen = [shown(books, readers, batch) for batch in (first, second, third)]
    assert seen == [shown(books, Readers(books), batch) for batch in (first, second, third)]
    assert seen[0] == before == seen[2] == {"lake": 40, "town": 73}
    assert "mill" not in seen[1]


def test_a_figure_that_was_shown_before_its_indicator_became_sensitive_is_known(tmp_path):
    books = seeded(tmp_path)
    first = take(books, "measurements", figures(town=73, hill=3, lake=40, mill=30))
    second = take(books, "indicators", INDICATORS.format(limit=5))
    readers = Readers(books)
    assert shown(books, readers, first)["hill"] == 3
    assert shown(books, readers, second) == {"town": 73, "lake": 40, "mill": 30}


def test_without_a_sensitive_indicator_readers_are_told_everything(tmp_path):
    books = seeded(tmp_path)
    last = take(books, "measurements", figures(town=4, hill=1, lake=1, mill=2))
    assert Readers(books).before(last) == NOTHING
    assert len(shown(books, Readers(books), last)) == len(rows("measurements", figures(town=4, hill=1, lake=1, mill=2)))
