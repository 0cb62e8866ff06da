"""Mistakes that tired people make in a file of measurements, drawn, and what is said of each.

``said`` lists what must be told: row, column, value and rule; ``values`` what may be taken all the same, and
``asked`` what is asked instead of guessed.  A file that is refused as a whole names its reason in ``refused``.
"""

from dataclasses import dataclass

HEAD = "indicator;area;period;value;note\n"
LINE = "meetings;azory;2016;5;\n"


@dataclass(frozen=True)
class Mistake:
    """One file and what becomes of it."""

    content: str | bytes
    said: tuple[tuple[int, str, str, str], ...] = ()
    values: tuple[float | None, ...] = ()
    asked: tuple[str, ...] = ()
    refused: str = ""
    table: str = "measurements"


def row(line: str, *said: tuple[int, str, str, str], values: tuple[float | None, ...] = (4,), asked=()) -> Mistake:
    """A sound row, and one below it with the mistake."""
    return Mistake(f"{HEAD}meetings;krakow;2016;4;\n{line}\n", said, values, asked)


MISTAKES: dict[str, Mistake] = {
    "one cell too many in every row": Mistake(
        HEAD + "meetings;azory;2016;5;;x\nmeetings;krakow;2016;6;;y\n",
        said=(
            (1, "", "", "no_rows"),
            (2, "", "meetings;azory;2016;5;;x", "uneven_row"),
            (3, "", "meetings;krakow;2016;6;;y", "uneven_row"),
        ),
    ),
    "one cell too many in one row": row("meetings;azory;2016;5;;6", (3, "", "meetings;azory;2016;5;;6", "uneven_row")),
    "one cell too few": row("meetings;azory;2016", (3, "", "meetings;azory;2016", "uneven_row")),
    "an index before every row": Mistake(
        "indicator;area;period;value\n0;meetings;azory;2016;5\n1;meetings;azory;2017;6\n",
        said=(
            (1, "", "", "no_rows"),
            (2, "", "0;meetings;azory;2016;5", "uneven_row"),
            (3, "", "1;meetings;azory;2017;6", "uneven_row"),
        ),
    ),
    "the name of an area is NA": row("meetings;NA;2016;5;", (3, "area", "NA", "unknown_ref")),
    "the value is NA": row("meetings;azory;2016;NA;", values=(4, None)),
    "the value is n/a": row("meetings;azory;2016;n/a;", values=(4, None)),
    "the value is nan": row("meetings;azory;2016;nan;", values=(4, None)),
    "the value is inf": row("meetings;azory;2016;inf;", (3, "value", "inf", "not_a_number")),
    "the value is empty": row("meetings;azory;2016;;", (3, "value", "", "no_value")),
    "a decimal comma": row("seniors;azory;2016;1,5;", values=(4, 1.5)),
    "a decimal comma between commas": Mistake(
        "indicator,area,period,value\nseniors,azory,2016,1,5\n",
        said=(
            (1, "", "", "no_rows"),
            (2, "", "seniors,azory,2016,1,5", "uneven_row"),
        ),
    ),
    "a comma in a cell without quotes": Mistake(
        "indicator,area,period,value,note\nmeetings,azory,2016,5,one, two\n",
        said=(
            (1, "", "", "no_rows"),
            (2, "", "meetings,azory,2016,5,one, two", "uneven_row"),
        ),
    ),
    "a decimal comma that may be thousands": row("money;azory;2016;1,377;", asked=("decimal",)),
    "a point that may be thousands": Mistake(
        "indicator;area;period;value\nmoney;azory;2016;1.377\n", asked=("decimal",)
    ),
    "a letter for a digit": row("meetings;azory;2016;1O;", (3, "value", "1O", "not_a_number")),
    "a number with its unit": row("meetings;azory;2016;5 osób;", (3, "value", "5 osób", "not_a_number")),
    "a number with a sign of percent": row("meetings;azory;2016;5%;", (3, "value", "5%", "percent_sign")),
    "a number in words": row("meetings;azory;2016;pięć;", (3, "value", "pięć", "not_a_number")),
    "a number with an exponent": row("meetings;azory;2016;1e400;", (3, "value", "1e400", "not_a_number")),
    "a hexadecimal number": row("meetings;azory;2016;0x1F;", (3, "value", "0x1F", "not_a_number")),
    "a number with underscores": row("meetings;azory;2016;1_000;", (3, "value", "1_000", "not_a_number")),
    "digits of another script": row("meetings;azory;2016;\u0665;", (3, "value", "٥", "not_a_number")),
    "a minus that is a dash": row("money;azory;2016;−3,5;", values=(4, -3.5)),
    "two decimal marks": row("seniors;azory;2016;1,5,5;", (3, "value", "1,5,5", "not_a_number")),
    "an interval instead of a number": row("meetings;azory;2016;5-7;", (3, "value", "5-7", "not_a_number")),
    "a value beyond what can be": row("seniors;azory;2016;127,9;", (3, "value", "127,9", "out_of_range")),
    "a negative share": row("seniors;azory;2016;-1;", (3, "value", "-1", "out_of_range")),
    "counts that contradict the share": Mistake(
        "indicator;area;period;value;numerator;denominator\nseniors;azory;2016;50;3000;13109\n",
        said=((2, "value", "50", "misfit"),),
        values=(50,),
    ),
    "a numerator above its denominator": Mistake(
        "indicator;area;period;numerator;denominator\nseniors;azory;2016;12;11\n",
        said=((2, "numerator", "12", "numerator_above"),),
    ),
    "a denominator of zero": Mistake(
        "indicator;area;period;numerator;denominator\nseniors;azory;2016;0;0\n",
        said=((2, "denominator", "0", "denominator_zero"),),
    ),
    "a period in the future": row("meetings;azory;2035;5;", (3, "period", "2035", "future_period")),
    "a year of two digits": row("meetings;azory;16;5;", (3, "period", "16", "not_a_period")),
    "a year of five digits": row("meetings;azory;20166;5;", (3, "period", "20166", "not_a_period")),
    "a thirteenth month": row("meetings;azory;2016-13;5;", (3, "period", "2016-13", "not_a_period")),
    "a day that does not exist": row("meetings;azory;30.02.2016;5;", (3, "period", "30.02.2016", "not_a_period")),
    "a day in the American order": row("meetings;azory;12/31/2016;5;", (3, "period", "12/31/2016", "not_a_period")),
    "the number of a day in a spreadsheet": row("meetings;azory;42736;5;", (3, "period", "42736", "not_a_period")),
    "no period": row("meetings;azory;;5;", (3, "period", "", "period_missing")),
    "an unknown area": row("meetings;Azory III;2016;5;", (3, "area", "Azory III", "unknown_ref")),
    "an area that two share": row("meetings;Osiedle Widok;2016;5;", (3, "area", "Osiedle Widok", "unknown_ref")),
    "a letter of another alphabet in a name": row("meetings;аzory;2016;5;", (3, "area", "–įzory", "unknown_ref")),
    "an unknown indicator": row("meeting;azory;2016;5;", (3, "indicator", "meeting", "unknown_ref")),
    "spaces around everything": row("  meetings ;\tazory ; 2016 ;  5 ;", values=(4, 5)),
    "a hard space in a number": row("money;azory;2016;1\u00a0377,5;", values=(4, 1377.5)),
    "the same row twice": row("meetings;krakow;2016;4;", (3, "", "", "duplicate")),
    "two values for one place": row(
        "meetings;krakow;2016;5;", (2, "value", "4", "conflict"), (3, "value", "5", "conflict"), values=()
    ),
    "a formula as text": row("meetings;azory;2016;=SUM(A1:A3);", (3, "value", "=SUM(A1:A3)", "formula_error")),
    "an error of the spreadsheet": row("meetings;azory;2016;#DIV/0!;", (3, "value", "#DIV/0!", "formula_error")),
    "a total below the rows": row(
        "Razem;;;9;",
        (3, "indicator", "Razem", "unknown_ref"),
        (3, "area", "", "required"),
        (3, "period", "", "period_missing"),
    ),
    "a remark below the rows": row(
        "Źródło: sprawozdanie za 2016 r.;;;;",
        (3, "indicator", "Źródło: sprawozdanie za 2016 r.", "unknown_ref"),
        (3, "area", "", "required"),
        (3, "period", "", "period_missing"),
        (3, "value", "", "no_value"),
    ),
    "the headings once more": row(
        "indicator;area;period;value;note",
        (3, "indicator", "indicator", "unknown_ref"),
        (3, "area", "area", "unknown_ref"),
        (3, "period", "period", "not_a_period"),
        (3, "value", "value", "not_a_number"),
    ),
    "an empty line between": row(";;;;\nmeetings;azory;2016;5;", values=(4, 5)),
    "a heading with a slip": Mistake("indicator;area;period;valeu\nmeetings;azory;2016;5\n", asked=("indicator",)),
    "a heading twice": Mistake(
        "indicator;area;period;value;value\nmeetings;azory;2016;5;6\n",
        said=((1, "value", "value", "heading_twice"),),
        values=(5,),
    ),
    "no headings": Mistake("meetings;azory;2016;5\nmeetings;krakow;2016;6\n", refused="error.not_measurements"),
    "headings alone": Mistake(HEAD, said=((1, "", "", "no_rows"),)),
    "swapped columns": Mistake(
        "area;indicator;period;value\nmeetings;azory;2016;5\n",
        said=(
            (2, "indicator", "azory", "unknown_ref"),
            (2, "area", "meetings", "unknown_ref"),
        ),
    ),
    "nothing at all": Mistake(b"", refused="error.file_empty"),
    "nothing but a byte order mark": Mistake(b"\xef\xbb\xbf", refused="error.file_empty"),
    "nothing but spaces": Mistake(" \n\t\n", refused="error.file_empty"),
    "a line of commas": Mistake("," * 100_000 + "\n", refused="error.too_many_columns"),
    "a byte of zero": Mistake(HEAD.encode() + b"meetings;azory;2016;5;a\0b\n", refused="error.nul_byte"),
    "a control character in a text": Mistake(
        HEAD + 'meetings;azory;2016;5;"a\x0bb"\n', said=((2, "note", "a\x0bb", "control_character"),)
    ),
    "an open quotation mark": Mistake(
        HEAD + 'meetings;azory;2016;5;"said\nmeetings;krakow;2016;5;\n', refused="error.open_quote"
    ),
    "a line break in a cell": Mistake(HEAD + 'meetings;azory;2016;5;"one\ntwo"\n', values=(5,)),
    "half a character": Mistake(HEAD.encode() + b"meetings;azory;2016;5;\xc5\n", values=(5,)),
    "two encodings in one file": Mistake(
        HEAD.encode() + "meetings;azory;2016;5;żółw\n".encode() + b"meetings;krakow;2016;5;\xbf\xf3\xb3w\n",
        refused="error.mixed_encodings",
    ),
    "a picture called a table": Mistake(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), refused="error.picture"),
    "a PDF called a table": Mistake(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", refused="error.pdf"),
    "an archive that is cut off": Mistake(
        b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + b"x" * 40, refused="error.archive_damaged"
    ),
    "a page of the web that is none of ours": Mistake(
        "<!doctype html><html><body>404</body></html>", refused="error.markup"
    ),
    "a JSON document": Mistake('{"indicator": "meetings", "value": 5}', refused="error.json"),
    "a link to script": Mistake(
        "id;title_en;url\none;One;javascript:alert(1)\n",
        table="links",
        said=((2, "url", "javascript:alert(1)", "not_an_address"),),
    ),
    "a link with a hidden sign": Mistake(
        "id;title_en;url\none;One;\u200bjavascript:alert(1)\n",
        table="links",
        said=((2, "url", "\u200bjavascript:alert(1)", "not_an_address"),),
    ),
    "a link to a file of the machine": Mistake(
        "id;title_en;url\none;One;file:///etc/passwd\n",
        table="links",
        said=((2, "url", "file:///etc/passwd", "not_an_address"),),
    ),
    "an id with capitals and spaces": Mistake(
        "id;title_en;url\nOne Two;One;https://x.example\n", table="links", said=((2, "id", "One Two", "bad_id"),)
    ),
}
