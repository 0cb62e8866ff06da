"""The day on which a value came in is that of the batch that first brought it."""

from tests.small import Clock, open_books, seeded, take, undo

HEAD = "row,indicator,area,period,value,status\n"


def days(books, batch=None):
    found = books.arrivals(batch or books.batches()[-1].id)
    return {(row.indicator, row.period): row.day.isoformat() for row in found.itertuples()}


def at(clock, day):
    clock.now = clock.now.replace(month=day[0], day=day[1])


def test_what_a_seed_brought_came_in_on_no_known_day(tmp_path):
    books = seeded(tmp_path)
    take(books, "measurements", HEAD + "2,work,hill,2015,1,\n", "seed")
    assert days(books) == {}


def test_a_correction_does_not_make_a_value_late(tmp_path):
    clock = Clock()
    books = open_books(tmp_path, clock)
    at(clock, (2, 1))
    take(books, "measurements", HEAD + "2,work,hill,2015,1,\n")
    at(clock, (6, 1))
    take(books, "measurements", HEAD + "2,work,hill,2015,2,\n3,work,hill,2016,2,\n")
    assert days(books) == {("work", "2015"): "2026-02-01", ("work", "2016"): "2026-06-01"}
    assert days(books, 1) == {("work", "2015"): "2026-02-01"}


def test_the_word_that_there_is_no_value_is_not_its_arrival(tmp_path):
    clock = Clock()
    books = open_books(tmp_path, clock)
    take(books, "measurements", HEAD + "2,work,hill,2015,,missing\n")
    assert days(books) == {}
    at(clock, (3, 5))
    take(books, "measurements", HEAD + "2,work,hill,2015,4,\n")
    assert days(books) == {("work", "2015"): "2026-03-05"}


def test_what_an_undo_puts_back_came_when_it_first_came(tmp_path):
    clock = Clock()
    books = open_books(tmp_path, clock)
    at(clock, (2, 1))
    take(books, "measurements", HEAD + "2,work,hill,2015,1,\n")
    at(clock, (6, 1))
    undo(books, take(books, "measurements", HEAD + "2,work,hill,2015,2,\n"))
    assert days(books) == {("work", "2015"): "2026-02-01"}
