"""The programme that the files of the field corpus are read against: a few areas and indicators with foreign names."""

from azory_monitor import intake
from azory_monitor.model.programme import Area, Indicator, Profile, Source
from azory_monitor.model.state import Programme


def _area(id: str, kind: str, pl: str, en: str = "", **more: str) -> Area:
    return Area(id=id, kind=kind, name={"pl": pl, "en": en or pl}, **more)


def _indicator(id: str, measure: str, pl: str, en: str, unit: str = "", **more: object) -> Indicator:
    named = {"pl": unit.partition("/")[0], "en": unit.partition("/")[2] or unit.partition("/")[0]} if unit else {}
    rules = {"kind": "context", "direction": "neither"}
    return Indicator(id=id, measure=measure, name={"pl": pl, "en": en}, unit=named, **rules, **more)


_PERSONS = "osoba|osoby|osób/person|persons"
_LIMITS = {"minimum": 0, "maximum": 100, "per": 100}

AREAS = (
    _area("azory", "estate", "Azory", aliases="Osiedle Azory|os. Azory|Az0RyEstat1"),
    _area("widok", "estate", "Widok", aliases="Os. Widok|W1d0kEstat2"),
    _area("pradnik-bialy", "district", "Prądnik Biały", aliases="Dzielnica IV|Dzielnica IV Prądnik Biały"),
    _area("krowodrza", "district", "Kraków-Krowodrza", code="1261029", aliases="Krowodrza"),
    _area(
        "krakow", "city", "Kraków", "Cracow", code="1261011",
        aliases="m. Kraków|Miasto Kraków|Powiat m. Kraków|Powiat m.Kraków|1261000|011212161011|011212161000|PL213",
    ),
    _area(
        "warszawa", "city", "Warszawa", "Warsaw", code="1465011",
        aliases="m. st. Warszawa|Powiat m. st. Warszawa|1465000|071412865011|PL911",
    ),
    _area("lodz", "city", "Łódź", code="1061011", aliases="1061000|PL711"),
    _area("similar", "group", "Osiedla podobne", "Similar estates", groups=("azory", "widok")),
    _area("poland", "group", "Polska", "Poland", aliases="PL|POL|Ogółem Polska"),
    _area("leeds", "city", "Leeds", code="E08000035"),
)  # fmt: skip

INDICATORS = (
    _indicator("residents", "count", "Liczba mieszkańców", "Residents", _PERSONS, minimum=0,
               aliases="ludność|liczba ludności|P2425|DEMO_POP|pOpReSiDnT1"),
    _indicator("unemployed", "count", "Bezrobotni zarejestrowani", "Registered unemployed", _PERSONS, code="U1",
               minimum=0, aliases="bezrobotni zarejestrowani ogółem|liczba bezrobotnych|uNeMpLoYeD2"),
    _indicator("unemployment", "proportion", "Stopa bezrobocia", "Unemployment rate", "%", code="U2",
               aliases="stopa bezrobocia rejestrowanego|UNE_RT", **_LIMITS),
    _indicator("seniors", "proportion", "Odsetek osób w wieku poprodukcyjnym", "Share of residents of retirement age",
               "%", aliases="odsetek seniorów|Odsetek mieszkańców w wieku poprodukcyjnym", **_LIMITS),
    _indicator("mean-age", "mean", "Średni wiek", "Mean age", "rok|lata|lat/year|years", minimum=0, maximum=120),
    _indicator("benefits", "money", "Kwota świadczeń rodzinnych", "Family benefits", "tys. zł/thousand PLN",
               minimum=0),
    _indicator("families", "count", "Rodziny korzystające z pomocy społecznej", "Families on social assistance",
               "rodzina|rodziny|rodzin/family|families", minimum=0, aliases="liczba rodzin"),
    _indicator("flat-price", "money", "Cena 1 m² mieszkania", "Price of 1 m² of a flat", "zł/PLN", minimum=0),
    _indicator("crimes", "count", "Przestępstwa stwierdzone", "Recorded crimes",
               "przestępstwo|przestępstwa|przestępstw/crime|crimes", minimum=0, aliases="liczba przestępstw"),
    _indicator("safe", "proportion", "Poczucie bezpieczeństwa", "Feeling safe", "%", code="4.s",
               aliases="Proportion of population who feel safe walking alone after dark|16-1-4|91491", **_LIMITS),
    _indicator("gini", "fact", "Współczynnik Giniego", "Gini coefficient", aliases="Gini index|SI.POV.GINI"),
    _indicator("balance", "fact", "Saldo migracji", "Migration balance", _PERSONS),
    _indicator("pupils", "count", "Uczniowie szkół podstawowych", "Primary school pupils", "uczeń|uczniowie|uczniów",
               minimum=0, aliases="liczba uczniów"),
    _indicator("green", "proportion", "Udział terenów zieleni", "Share of green space", "%", **_LIMITS),
    _indicator("attendance", "count", "Uczestnicy zajęć", "Attendance", _PERSONS, code="1.a", minimum=0),
)  # fmt: skip

PROGRAMME = Programme(
    profile=Profile(id="estate", name={"en": "The estate"}, areas=("azory",), language="pl"),
    areas={row.id: row for row in AREAS},
    sources={"study": Source(id="study", title={"en": "A study"}, kind="study")},
    indicators={row.id: row for row in INDICATORS},
)
KNOWN = intake.known_of(PROGRAMME)
