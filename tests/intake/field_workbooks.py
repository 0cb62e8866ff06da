"""Workbooks as offices keep them, made anew for each test: what a workbook can hold that a text file cannot."""

import datetime
import io
from collections.abc import Callable
from typing import Any

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

Fill = Callable[[Workbook], None]


def _book(fill: Fill, **options: bool) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, **options}) as book:
        fill(book)
    return content.getvalue()


def _rows(sheet: Worksheet, *rows: tuple, top: int = 0, left: int = 0, style: Any = None) -> None:
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell is not None:
                sheet.write(top + place, left + column, cell, style)


def second_sheet() -> bytes:
    """A cover sheet, the figures on the second, a list of codes on the third."""

    def fill(book: Workbook) -> None:
        _rows(book.add_worksheet("Okładka"), ("Sprawozdanie za 2018 r.",), ("Wydział Polityki Społecznej",))
        data = book.add_worksheet("Dane")
        _rows(data, ("Wskaźnik", "Obszar", "Okres", "Wartość"), ("Średni wiek", "Azory", 2016, 44.56))
        _rows(data, ("Średni wiek", "Widok", 2016, 47.1), top=2)
        _rows(book.add_worksheet("Słownik"), ("Kod", "Nazwa"), ("1261011", "Kraków"), ("1465011", "Warszawa"))

    return _book(fill)


def notes_beside() -> bytes:
    """Titles above, remarks to the right of the table and a source line below."""

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet()
        _rows(sheet, ("Bezrobotni zarejestrowani w osiedlach",), ("stan w końcu roku",))
        _rows(sheet, ("Obszar", 2016, 2017, 2018), ("Azory", 398, 341, 298), ("Widok", 240, 211, 185), top=3)
        _rows(sheet, ("Uwaga:",), ("dane za 2018 r. wstępne",), (2019,), top=3, left=6)
        _rows(sheet, ("Źródło: GUP w Krakowie",), top=8)

    return _book(fill)


def merged_years() -> bytes:
    """Years in merged cells above, total and women below them, areas in merged cells over two rows."""

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 1, 0, "Dzielnica")
        sheet.merge_range(0, 1, 0, 2, 2017)
        sheet.merge_range(0, 3, 0, 4, 2018)
        _rows(sheet, ("ogółem", "w tym kobiety", "ogółem", "w tym kobiety"), top=1, left=1)
        _rows(sheet, ("Prądnik Biały", 1302, 689, 1183, 631), ("Kraków-Krowodrza", 2011, 1090, 1874, 1013), top=2)

    return _book(fill)


def merged_areas() -> bytes:
    """The area stands once, in a cell merged over all its rows."""

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet()
        _rows(sheet, ("Osiedle", "Rok", "Uczestnicy zajęć"))
        _rows(sheet, (2016, 400), (2017, 420), (2018, 455), (2016, 120), (2017, 131), top=1, left=1)
        sheet.merge_range(1, 0, 3, 0, "Azory")
        sheet.merge_range(4, 0, 5, 0, "Widok")

    return _book(fill)


def dates_as_serials() -> bytes:
    """Periods that are dates: the last days of months in a column."""

    def fill(book: Workbook) -> None:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd.mm.yyyy"})
        _rows(sheet, ("Okres", "Obszar", "Wskaźnik", "Wartość"))
        for row, month in enumerate((datetime.date(2018, 1, 31), datetime.date(2018, 2, 28)), 1):
            sheet.write_datetime(row, 0, datetime.datetime.combine(month, datetime.time()), day)
            _rows(sheet, ("Azory", "unemployed", 312 - row), top=row, left=1)

    return _book(fill)


def months_as_dates() -> bytes:
    """Months as columns, which the spreadsheet holds as the first day and shows as sty-18."""

    def fill(book: Workbook) -> None:
        sheet, month = book.add_worksheet(), book.add_format({"num_format": "mmm-yy"})
        _rows(sheet, ("Obszar",), ("Azory", 312, 305, 298), ("Widok", 190, 188, 185))
        for place in (1, 2, 3):
            sheet.write_datetime(0, place, datetime.datetime(2018, place, 1), month)

    return _book(fill)


def percent_cells() -> bytes:
    """Shares that are formatted as percent: 27.94 % is held as 0.2794."""

    def fill(book: Workbook) -> None:
        sheet, percent = book.add_worksheet(), book.add_format({"num_format": "0.00%"})
        _rows(sheet, ("Wskaźnik", "Obszar", "Okres", "Wartość"))
        _rows(sheet, ("Odsetek seniorów", "Azory", 2016), ("Odsetek seniorów", "Widok", 2016), top=1)
        _rows(sheet, (0.2794,), (0.312,), top=1, left=3, style=percent)

    return _book(fill)


def thousands_by_format() -> bytes:
    """A number format that shows thousands: 765,3 on the screen is 765320 in the cell."""

    def fill(book: Workbook) -> None:
        sheet, thousands = book.add_worksheet(), book.add_format({"num_format": '#,##0.0,"  tys."'})
        _rows(sheet, ("Wskaźnik", "Obszar", "Okres", "Wartość"), ("ludność", "Kraków", 2016))
        sheet.write(1, 3, 765320, thousands)

    return _book(fill)


def formula_errors() -> bytes:
    """Formulas: one that failed, one with its value, one that was never calculated."""

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet()
        _rows(sheet, ("Wskaźnik", "Obszar", "Okres", "Wartość"))
        _rows(sheet, *[("Średni wiek", area, 2016) for area in ("Azory", "Widok", "Kraków", "Łódź")], top=1)
        sheet.write_formula("D2", "=1/0", None, "#DIV/0!")
        sheet.write_formula("D3", "=47.1", None, 47.1)
        sheet.write_formula("D4", "=40+2.1", None, "")
        sheet.write("D5", 43.9)

    return _book(fill)


def numbers_as_text() -> bytes:
    """Numbers typed as text, with blanks and commas, beside true numbers; codes that would lose a zero."""

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet()
        _rows(sheet, ("Wskaźnik", "Obszar", "Okres", "Wartość"))
        _rows(sheet, *[("ludność", area, 2016) for area in ("Azory", "Widok", "Kraków")], top=1)
        sheet.write_string("D2", "13 109")
        sheet.write("D3", 9120)
        sheet.write_string("D4", "765\u00a0320")
        _rows(sheet, ("mean-age", "azory", 2016), top=4)
        sheet.write_string("D5", "44,56")

    return _book(fill)


def hidden_sheet_and_rows() -> bytes:
    """An old version on a hidden sheet, and a hidden row in the table that is shown."""

    def fill(book: Workbook) -> None:
        old, new = book.add_worksheet("Stare"), book.add_worksheet("Dane")
        _rows(old, ("Wskaźnik", "Obszar", "Okres", "Wartość"), ("ludność", "Azory", 2016, 99999))
        _rows(old, ("ludność", "Widok", 2016, 88888), ("ludność", "Widok", 2017, 88888), top=2)
        _rows(new, ("Wskaźnik", "Obszar", "Okres", "Wartość"), ("ludność", "Azory", 2016, 13109))
        new.activate()
        new.set_first_sheet()
        old.hide()

    return _book(fill)


def two_data_sheets() -> bytes:
    """A sheet a year, alike: which one is meant has to be asked."""

    def fill(book: Workbook) -> None:
        for year, value in ((2017, 341), (2018, 298)):
            sheet = book.add_worksheet(str(year))
            _rows(sheet, ("Obszar", "Bezrobotni zarejestrowani"), ("Azory", value), ("Widok", value - 100))

    return _book(fill)


def publication() -> bytes:
    """A table of a yearbook: title in two languages, merged bilingual headings, dots, raised marks, notes below."""

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet("TABL. 12")
        _rows(sheet, ("TABL. 12. BEZROBOTNI ZAREJESTROWANI",), ("REGISTERED UNEMPLOYED PERSONS",))
        sheet.merge_range(3, 0, 4, 0, "WYSZCZEGÓLNIENIE\nSPECIFICATION")
        for place, year in enumerate((2016, 2017)):
            sheet.merge_range(3, 1 + 2 * place, 3, 2 + 2 * place, year)
        _rows(sheet, ("ogółem\ntotal", "kobiety\nfemales", "ogółem\ntotal", "kobiety\nfemales"), top=4, left=1)
        _rows(sheet, ("O G Ó Ł E M", 47139, 24103, 37090, 19002), ("T O T A L",), top=5)
        _rows(
            sheet, ("Kraków ......", 17027, 8612, "12985 a", 6532), ("Łódź .........", 30112, 15491, 24105, "–"), top=7
        )
        _rows(sheet, ("a) Dane szacunkowe.   a) Estimated data.",), top=10)

    return _book(fill)


def dates_of_1904() -> bytes:
    """A workbook that counts its days from 1904, as those of old Macintoshes do."""

    def fill(book: Workbook) -> None:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd.mm.yyyy"})
        _rows(sheet, ("Okres", "Obszar", "Wskaźnik", "Wartość"), (None, "Azory", "unemployed", 298))
        sheet.write_datetime(1, 0, datetime.datetime(2018, 12, 31), day)

    return _book(fill, date_1904=True)


def values_as_dates() -> bytes:
    """What a spreadsheet makes of 1.12 and 2-18 when they are typed: dates, and of a mark: true."""

    def fill(book: Workbook) -> None:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "d.mm"})
        areas = ("Azory", "Widok", "Kraków", "Łódź")
        _rows(sheet, ("Wskaźnik", "Obszar", "Okres", "Wartość"))
        _rows(sheet, *[("Średni wiek", area, 2016) for area in areas], top=1)
        sheet.write_datetime("D2", datetime.datetime(2026, 12, 1), day)
        sheet.write_datetime("D3", datetime.datetime(2018, 2, 1), day)
        sheet.write_boolean("D4", True)
        sheet.write("D5", 43.9)

    return _book(fill)


def percent_years() -> bytes:
    """Years as columns, one of them formatted as percent and one typed in percent as plain numbers."""

    def fill(book: Workbook) -> None:
        sheet, percent = book.add_worksheet(), book.add_format({"num_format": "0.0%"})
        _rows(sheet, ("Obszar", 2016, 2017), ("Azory", None, 28.1), ("Widok", None, 31.4))
        _rows(sheet, (0.2794,), (0.312,), top=1, left=1, style=percent)

    return _book(fill)
