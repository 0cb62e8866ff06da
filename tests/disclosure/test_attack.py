"""An attacker with a linear programme of its own, who has seen two states, works out nothing that is hidden."""

import itertools

import numpy as np
import pytest

from benchmarks.disclosure import LIMIT, NARROWEST, SEED, SHAPES, attack, shown

ESTATES = 12
SMALL = 60_000
"""Estates with no more combinations than this are also attacked by trying every one."""


@pytest.mark.parametrize("shape", SHAPES)
def test_every_hidden_number_might_have_three_values_and_no_number_is_nudged(shape):
    random = np.random.default_rng(SEED)
    for _ in range(ESTATES):
        estate = SHAPES[shape](random)
        seen = shown(estate)
        for least in (0, 1):
            found = attack(estate, seen, least)
            assert (found.narrow, found.nudged) == ((), ())
        for table, state in zip(estate.states, seen, strict=True):
            assert all(state[cell] is None for cell, value in table.items() if 0 < value < LIMIT)
            assert all(state[cell] in (None, value) for cell, value in table.items())


def test_trying_every_combination_finds_no_more_than_the_attacker_does():
    random, tried = np.random.default_rng(SEED), 0
    while tried < 5:
        estate = SHAPES["areas"](random)
        table, state = estate.states[0], shown(estate)[0]
        unknown = sorted(cell for cell, value in state.items() if value is None)
        ranges = [range(table[cell] + 5) for cell in unknown]
        if not unknown or np.prod([float(len(one)) for one in ranges]) > SMALL:
            continue
        tried += 1
        possible = [set() for _ in unknown]
        for values in itertools.product(*ranges):
            guessed = state | dict(zip(unknown, values, strict=True))
            if all(guessed[total] == sum(guessed[one] for one in inside) for total, inside in estate.adding):
                for place, value in enumerate(values):
                    possible[place].add(value)
        assert min(map(len, possible)) >= NARROWEST
