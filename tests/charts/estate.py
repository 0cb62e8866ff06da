"""A small programme with the printed figures of Tables 2 and 3 and of the sixteen estates, for the charts to draw."""

import datetime

from azory_monitor.chronicle import journey
from azory_monitor.compare import comparisons, points, rankings
from azory_monitor.model.measurement import Measurement
from azory_monitor.model.outlook import Moment, Prospect
from azory_monitor.model.partners import Funding, Institution
from azory_monitor.model.partnership import Cooperation, FundedYear, FundingState, Pair, Partner, Staged
from azory_monitor.model.programme import Action, Area, Indicator, Objective, Profile, Source, Theme
from azory_monitor.model.register import Activity, Barrier
from azory_monitor.model.state import Programme
from azory_monitor.model.verdicts import Progress

ESTATES = """
Ugorek;50.04 Podwawelskie;47.86 Dąbie;47.57 Albertyńskie;46.49 Olsza_II;46.47 Wzgórza_Krzesławickie;44.88
Jagiellońskie;44.77 Azory;44.56 Na_Kozłówce;44.39 Niepodległości;44.14 Kazimierzowskie;44.11 Przy_Arce;43.80
Prądnik_Czerwony;42.22 Bieńczyce;41.66 II_Pułku_Lotniczego;41.16 Złotej_Jesieni;30.51
"""

RATES = """
id       | name_pl                   | name_en              | per  | period | azory   | similar | krakow
older    | Wiek poprodukcyjny        | Post-working age     | 100  | 2016   | 27.94   | 27.91   | 24.19
jobless  | Długotrwale bezrobotni    | Long-term unemployed | 100  | 2015   | 2.88    | 2.11    | 2.13
housing  | Dodatki mieszkaniowe      | Housing benefits     | 1000 | 2015   | 27.5444 | 14.42   | 13.25
evicted  | Orzeczone eksmisje        | Evictions ordered    | 1000 | 2014   | 7.00    | 2.11    | 2.31
welfare  | Osoby w pomocy społecznej | People on social aid | 1000 | 2015   | 72.67   | 43.71   | 46.58
offences | Przestępstwa              | Offences             | 1000 | 2015   | 5.6243  | 5.96    | 10.47
"""

COUNTS = """
id         | name_pl           | name_en      | per | district | krakow
poverty    | Ubóstwo           | Poverty      | 100 | 1377     | 12649
disability | Niepełnosprawność | Disability   | 100 | 989      | 10521
jobs       | Bezrobocie        | Unemployment | 100 | 1341     | 9632
"""
RESIDENTS = {"district": 67_141, "krakow": 766_739}

OUTPUTS = """
1.a no_target 1.b behind 1.c no_data 1.d achieved 1.e no_data 2.a no_data 2.b no_target 2.c no_data 2.d cannot_tell
3.a no_data 3.b no_data 3.c not_started 4.a no_data 4.b moving_away 4.c not_started 4.d lost 4.e on_course 4.f no_data
"""

EVENTS = """
id     | date       | kind          | title_pl                     | title_en
first  | 2017-12-08 | group_meeting | Pierwsze spotkanie grupy     | First meeting of the group
second | 2018-02-07 | group_meeting | Drugie spotkanie grupy       | Second meeting of the group
third  | 2018-04-06 | group_meeting | Trzecie spotkanie grupy      | Third meeting of the group
fourth | 2018-04-19 | seminar       | Seminarium sieci w Krakowie  | Network seminar in Kraków
feast  | 2018-06    | feast         | Piknik rodzinny              | Family feast
park   | 2019       | opening       | Otwarcie parku kieszonkowego | Opening of the pocket park
later  | undated    | group_meeting | Piąte spotkanie              | Fifth meeting
"""

BARRIERS = """
id | theme    | actions | indicators | title_pl                   | title_en
b1 | place    | 2c      |            | Brak lokalu na centrum     | No premises for the centre
b2 | place    | 4d      |            | Brak miejsca na doradztwo  | No room for guidance
b3 | politics | 2c 1a   |            | Brak poparcia politycznego | No political support
b4 | people   | 1a      |            | Mało oddolnych działań     | Few spontaneous actions
b5 | people   |         |            | Mało aktywnych osób        | Few active people
b6 | place    |         | 1.b        | Brak placu na imprezy      | No square for feasts
"""


def table(drawn):
    """The rows of a drawn table as dictionaries."""
    head, *body = [[cell.strip() for cell in line.split("|")] for line in drawn.strip().splitlines()]
    return [dict(zip(head, line, strict=True)) for line in body]


def programme():
    """Areas, indicators, objectives, actions and barriers; nothing is measured in it."""
    themes = [("place", "Lokale", "Premises"), ("politics", "Decyzje", "Decisions"), ("people", "Ludzie", "People")]
    objectives = [(1, "Więzi", "Ties"), (2, "Współpraca", "Joint work"), (3, "Spokój", "Safety"), (4, "Praca", "Work")]
    return Programme(
        profile=Profile(id="estate", name_pl="Azory", name_en="Azory", areas=("azory",), language="pl"),
        sources=by_id(Source(id=f"t{n}", title_pl=f"Tabela {n}", title_en=f"Table {n}", kind="table") for n in (2, 3)),
        areas=by_id(areas()),
        themes=by_id(Theme(id=one, name_pl=polish, name_en=english) for one, polish, english in themes),
        objectives=by_id(
            Objective(id=f"o{n}", number=n, name_pl=polish, name_en=english, short_pl=polish, short_en=english)
            for n, polish, english in objectives
        ),
        indicators=by_id(indicators()),
        actions=by_id(
            Action(id=one, name_pl=one, name_en=one, objective=f"o{one[0]}", state="under_way")
            for one in ("1a", "2c", "4d")
        ),
        barriers=by_id(barriers()),
        activities=by_id([*events(), *plans()]),
        institutions=by_id(institutions()),
        funding=by_id(grants()),
    )


def institutions():
    names = [("home", "Ośrodek", "Centre"), ("club", "Klub seniora", "Seniors’ club"), ("police", "Policja", "Police")]
    for one, polish, english in names:
        yield Institution(id=one, name_pl=polish, name_en=english, kind="public")


def grants():
    for one, state, kind in (("feast", "funded", "municipal"), ("room", "idea", "eu"), ("path", "not_funded", "eu")):
        yield Funding(id=one, name_pl=f"Wniosek {one}", name_en=f"Grant {one}", kind=kind, state=state)


def cooperated():
    """Two that worked together twice, a whole and its part once, and a tie."""
    pairs = [
        Pair(institution="home", other="club", activities=("a", "b"), last="2019", tie="informal"),
        Pair(institution="home", other="police", activities=("a", "c"), last="2019", within=True),
        Pair(institution="club", other="police", tie="formal", tie_since="2018"),
    ]
    partners = [Partner(institution=one, degree=degree, activities=2) for one, degree in (("home", 2), ("club", 1))]
    return Cooperation(partners=partners, pairs=pairs, took_place=5, shared=3, unnamed=1)


def funded():
    """One grant that pays in one year, an idea, a refusal; a year that nothing pays for, a year without entries."""
    staged = [("eu", "idea", "room"), ("municipal", "funded", "feast"), ("eu", "not_funded", "path")]
    years = [(2018, "covered", ("feast",)), (2019, "uncovered", ()), (2020, "unknown", ())]
    return FundingState(
        staged=[Staged(kind=kind, stage=stage, entries=(one,)) for kind, stage, one in staged],
        years=[FundedYear(year=year, state=state, entries=entries) for year, state, entries in years],
        secured=("feast",),
    )


def by_id(rows):
    return {row.id: row for row in rows}


def areas():
    yield Area(
        id="krakow", name_pl="Kraków", name_en="Kraków", where_pl="w Krakowie", where_en="in Kraków", kind="city"
    )
    yield Area(id="district", name_pl="Dzielnica IV", name_en="District IV", kind="district", parent="krakow")
    yield Area(id="similar", name_pl="Podobne osiedla", name_en="Similar estates", kind="group")
    for one, name, _ in estates():
        yield Area(id=one, name_pl=name, name_en=name, kind="estate", parent="krakow", groups=("similar",))


def estates():
    """Id, name and mean age of each of the sixteen estates."""
    for line in ESTATES.split():
        name, age = line.replace("_", " ").split(";")
        yield name.lower().translate(str.maketrans("ąęłńóśźż ", "aelnoszz-")), name, float(age)


def indicators():
    for row in table(RATES) + table(COUNTS):
        percent = row["per"] == "100"
        yield Indicator(
            **{name: row[name] for name in ("id", "name_pl", "name_en", "per")},
            kind="context",
            measure="proportion" if percent else "rate",
            unit_pl="%" if percent else "na 1000 mieszkańców",
            unit_en="%" if percent else "per 1,000 residents",
            direction="lower",
            decimals=2,
        )
    units = {"unit_pl": "lat", "unit_en": "years"}
    yield Indicator(id="age", name_pl="Wiek", name_en="Mean age", kind="context", measure="mean", decimals=2, **units)
    for one, _ in outputs():
        yield Indicator(
            id=one,
            code=one,
            name_pl=f"Wskaźnik {one}",
            name_en=f"Indicator {one}",
            kind="output",
            objective=f"o{one[0]}",
            measure="count",
            direction="higher",
            unit_pl="spotkanie|spotkania|spotkań",
            unit_en="meeting|meetings",
        )


def outputs():
    words = OUTPUTS.split()
    return list(zip(words[::2], words[1::2], strict=True))


def measured(indicator, area, period, value, **more):
    return Measurement(indicator=indicator, area=area, period=period, value=value, **more)


def rates():
    """The measurements of Table 3."""
    return [
        measured(row["id"], area, row["period"], float(row[area]), source="t3")
        for row in table(RATES)
        for area in ("azory", "similar", "krakow")
    ]


def standings():
    """Table 3 against similar estates and the city: rates only, so nothing is known of chance."""
    return comparisons(programme(), rates(), ["azory"])


def shares():
    """Table 2, the district against the rest of the city: counts, so with intervals."""
    rows = [
        measured(row["id"], area, "2016", None, numerator=float(row[area]), denominator=people, source="t2")
        for row in table(COUNTS)
        for area, people in RESIDENTS.items()
    ]
    return comparisons(programme(), rows, ["district"])


def order():
    """The sixteen estates by mean age."""
    rows = [measured("age", one, "2016", age, source="t3") for one, _, age in estates()]
    return rankings(programme(), rows)[0]


def statuses():
    """One result for each output indicator, every status among them."""
    return [Progress(indicator=one, area="azory", status=status) for one, status in outputs()]


def meetings():
    """A yearly series with a place without a value, and one value without a date."""
    dated = [measured("2.b", "azory", year, value) for year, value in (("2017", 1), ("2018", 4), ("2019", 6))]
    missing = measured("2.b", "azory", "2016", None, status="missing")
    return points(programme(), [missing, *dated, measured("2.b", "azory", "undated", 2)])


def prospect():
    """Where three years of meetings lead by 2020."""
    moments = [(2019.5, 6.0, 5.0, 7.0), (2020.0, 7.2, 5.5, 8.9), (2020.5, 8.6, 6.0, 11.0)]
    return Prospect(
        indicator="2.b",
        area="azory",
        chance=0.6,
        expected=8.6,
        lower=6.0,
        upper=11.0,
        target_period="2020",
        state="agreed",
        points=3,
        path=[Moment(at=at, expected=middle, lower=low, upper=high) for at, middle, low, high in moments],
    )


def path():
    """From one meeting in 2017 to at least eight by 2020."""
    return Progress(
        indicator="2.b",
        area="azory",
        state="agreed",
        baseline=1,
        baseline_period="2017",
        target=8,
        operator=">=",
        target_period="2020",
        latest=6,
        latest_period="2019",
        share=5 / 7,
        expected_share=2 / 3,
        status="on_course",
    )


def events():
    """Dated activities and one without a date."""
    return [Activity(state="held", **row) for row in table(EVENTS)]


def plans():
    """A plan that nothing was recorded of since."""
    return [Activity(id="again", date="2018", kind="application", state="planned", title_pl="Znów", title_en="Again")]


def entries():
    """The journey of those activities and plans."""
    return journey(programme(), datetime.date(2019, 6, 1)).entries


def barriers():
    """Barriers of several themes; some belong to two objectives, some to none."""
    return [Barrier(kind="barrier", **row) for row in table(BARRIERS)]
