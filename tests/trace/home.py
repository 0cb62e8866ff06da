"""A home with a history: the programme's own tables, then files as offices send them, a correction, one taken back."""

import datetime
import io
import zipfile

import openpyxl

from azory_monitor.access import Actor
from azory_monitor.home import Home, seed_folder
from azory_monitor.monitor import Monitor

ANNA, JAN = Actor("Anna Nowak", "coordinator"), Actor("Jan", "coordinator")
START = datetime.datetime(2026, 11, 20, 12, 0)


class Clock:
    """A clock that moves on a minute whenever it is read."""

    def __init__(self):
        self.now = START

    def __call__(self):
        self.now += datetime.timedelta(minutes=1)
        return self.now


def workbook(*rows, formats=None):
    """A workbook of one sheet "Dane"; ``formats`` by cell."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Dane"
    for row in rows:
        sheet.append(row)
    for cell, form in (formats or {}).items():
        sheet[cell].number_format = form
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def zipped(name, content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, content)
    return out.getvalue()


LONG = (
    b"indicator,area,period,value,source,note\n"
    b"offences-rate,krakow,2016,10.2,Police,\noffences-rate,azory,2016,6.1,Police,\n"
)
POLISH = "\ufeffindicator;area;period;value;source\r\nevictions-rate;azory;2016;1 007,25;Sąd\r\n".encode()
WIDE = workbook(
    ["Mieszkańcy korzystający z pomocy społecznej"],
    ["Źródło: MOPS"],
    [],
    [],
    [],
    ["Obszar", 2016, 2017, 2018],
    ["Azory", 71.5, 70.25, 69],
    ["Kraków", 45.1, 44.2, 43.3],
)
BDL = (
    '"Kod";"Nazwa";"Ludność";"Rok";"Wartosc";"Jednostka miary";"Atrybut";\n'
    '1261000;"Powiat m. Kraków";"ogółem";"2017";767,3;"tys. osób";"";\n'
).encode()
PERCENT = workbook(
    ["indicator", "area", "period", "value"], ["unemployed-share", "azory", "2017", 0.0512], formats={"D2": "0.00%"}
)
ZIPPED = zipped("zasiłki.csv", b"indicator,area,period,value\nhousing-benefits-rate,azory,2017,27.5\n")
BAD = b"indicator;area;period;value\nlong-term-unemployed-share;azory;2017;ok. 12,5\n"
COUNTS = (
    b"indicator,area,period,value,numerator,denominator\n"
    b"hardship-poverty,azory,2018,,412,13109\nhardship-poverty,krakow,2018,,12000,771069\n"
    b"hardship-poverty,azory,2019,,3,13100\n"
)
SURVEY = (
    b"indicator,area,period,value,numerator,denominator,source\n"
    b"estate-safe,azory,2016,,160,400,Survey\nestate-safe,azory,2018,,210,420,Survey\n"
)
AIM = (
    b"indicator,area,state,operator,value,period,baseline_period,why_pl\n"
    b"estate-safe,azory,agreed,>=,60,2020,2016,Tak uchwalono\n"
)
EASIER = AIM.replace(b",60,", b",55,").replace(b"Tak uchwalono", "Próg obniżono".encode())
BDL_SAYS = {"indicator": "residents", "name:area:Powiat m. Kraków": "krakow"}
FILES = {
    "policja.csv": (LONG, {}),
    "eksmisje.csv": (POLISH, {}),
    "mops.xlsx": (WIDE, {"indicator": "welfare-aid-rate"}),
    "LUDN_CREL.csv": (BDL, BDL_SAYS),
    "procent.xlsx": (PERCENT, {}),
    "zasiłki.zip": (ZIPPED, {}),
    "poprawione.csv": (BAD, {"cell:2:value": "12,5"}),
    "ubóstwo.csv": (COUNTS, {}),
    "ankieta.csv": (SURVEY, {}),
    "targets.csv": (AIM, {}),
    "targets-2.csv": (EASIER, {}),
}
CORRECTED = LONG.replace(b"6.1", b"6.3")
AGAIN = LONG.replace(b"6.1", b"6.4")


def take(monitor, name, content, answers=None, actor=ANNA, why=""):
    """Hand a file in and keep it; its batch."""
    handed = monitor.check(name, content, answers=answers or {})
    assert (handed.questions, handed.faults) == ((), ()), (name, handed.questions, handed.faults)
    return monitor.keep(handed, actor, why)


def with_history(path):
    """The monitor of such a home, and its batches by file name; the corrections are *corrected*, *undone*, *again*."""
    monitor = Monitor(Home(path), Clock())
    monitor.seed(monitor.check_package(seed_folder()))
    batches = {name: take(monitor, name, content, answers, why="Kwartał") for name, (content, answers) in FILES.items()}
    batches["corrected"] = take(monitor, "policja-2.csv", CORRECTED, actor=JAN, why="Omyłka")
    batches["undone"] = monitor.undo(batches["corrected"].id, ANNA, "Jednak nie")
    batches["again"] = take(monitor, "policja-3.csv", AGAIN, actor=JAN, why="Druga omyłka")
    return monitor, batches
