"""Round numbers along an axis."""

import math


def ticks(low: float, high: float, about: int = 4) -> list[float]:
    """Round numbers from ``low`` to ``high``, some ``about`` of them, a step of 1, 2 or 5 apart."""
    rough = (high - low) / about or 1.0
    scale = 10.0 ** math.floor(math.log10(rough))
    step = next(step * scale for step in (1, 2, 5, 10) if step * scale >= rough * 0.75)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [round(number * step, 12) for number in range(first, last + 1)]
