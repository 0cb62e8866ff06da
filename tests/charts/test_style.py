from itertools import combinations

import pytest

from azory_monitor.charts.style import PALETTES, role, tint

TEXT = ("ink", "quiet", "estate", "city", "peers", "better", "worse", "same")
MARKS = ("estate", "city", "peers", "better", "worse", "same", "quiet")

# Simulations of full colour blindness in linear RGB: Machado, Oliveira & Fernandes 2009, severity 1.0.
VISION = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "without red": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "without green": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "without blue": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


def linear(colour):
    """Red, green and blue light of a colour: WCAG 2.2, relative luminance."""
    parts = [part / 255 for part in bytes.fromhex(colour[1:])]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour):
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast(one, other):
    """The contrast ratio of WCAG 2.2."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def apart(one, other, vision):
    """How far two colours lie from each other as somebody sees them, on a scale where black to white is about 1.7."""
    seen = [
        [sum(weight * part for weight, part in zip(row, linear(colour), strict=True)) for row in VISION[vision]]
        for colour in (one, other)
    ]
    return sum((max(a, 0) ** 0.5 - max(b, 0) ** 0.5) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("ground", ["paper", "wash"])
@pytest.mark.parametrize("colour", TEXT)
def test_text_stands_out_four_and_a_half_times(theme, ground, colour):
    assert contrast(PALETTES[theme][colour], PALETTES[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("colour", MARKS)
def test_marks_stand_out_three_times(theme, colour):
    assert contrast(PALETTES[theme][colour], PALETTES[theme]["paper"]) >= 3


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_numbers_are_readable_on_every_tint(theme, share):
    assert contrast(PALETTES[theme]["ink"], tint(theme, share)) >= 4.5


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("theme", PALETTES)
def test_better_and_worse_are_told_apart_by_every_eye(theme, vision):
    assert apart(PALETTES[theme]["better"], PALETTES[theme]["worse"], vision) > 0.25


@pytest.mark.parametrize("theme", PALETTES)
def test_no_two_meanings_share_a_colour(theme):
    used = [PALETTES[theme][name] for name in MARKS]
    assert all(one != other for one, other in combinations(used, 2))


def test_both_themes_have_the_same_meanings():
    assert PALETTES["light"].keys() == PALETTES["dark"].keys()


def test_a_tint_runs_from_few_to_many():
    assert (tint("light", 0), tint("light", 1)) == (PALETTES["light"]["few"], PALETTES["light"]["many"])


@pytest.mark.parametrize(
    ("area", "colour"),
    [("azory", "estate"), ("ugorek", "peers"), ("similar", "peers"), ("krakow", "city"), ("district", "ink")],
)
def test_an_area_has_one_colour_wherever_it_stands(programme, area, colour):
    assert role(programme, area) == colour
