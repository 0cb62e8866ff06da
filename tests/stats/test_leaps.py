import pytest

from azory_monitor.stats.leaps import least_difference


@pytest.mark.parametrize(
    ("decimals", "is_whole", "expected"),
    [(0, True, 10), (2, False, 0.1), (None, True, 10), (None, False, 1), (0, False, 10)],
)
def test_the_least_difference_is_ten_of_the_last_decimal_place(decimals, is_whole, expected):
    assert least_difference(decimals, is_whole) == pytest.approx(expected)
