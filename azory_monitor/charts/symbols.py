"""The outlines of marks, as plotly draws them, so that a mark is the same shape on screen and on paper."""

import math

_ROOT2, _ROOT3 = math.sqrt(2), math.sqrt(3)


def outline(symbol: str, size: float) -> str:
    """The path of a mark of ``size`` pixels around the origin, in SVG's own notation; an unknown one is a circle."""
    return _OUTLINES.get(symbol.removesuffix("-open"), _circle)(size / 2)


def _path(*points: tuple[float, float]) -> str:
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in points)


def _closed(*points: tuple[float, float]) -> str:
    return _path(*points) + "Z"


def _circle(r: float) -> str:
    return f"M{r:.2f},0A{r:.2f},{r:.2f} 0 1,1 0,{-r:.2f}A{r:.2f},{r:.2f} 0 0,1 {r:.2f},0Z"


def _square(r: float) -> str:
    return _closed((-r, -r), (r, -r), (r, r), (-r, r))


def _diamond(r: float) -> str:
    d = 1.3 * r
    return _closed((d, 0), (0, d), (-d, 0), (0, -d))


def _cross(r: float) -> str:
    a, b = 0.4 * r, 1.2 * r
    corners = (
        (b, a),
        (a, a),
        (a, b),
        (-a, b),
        (-a, a),
        (-b, a),
        (-b, -a),
        (-a, -a),
        (-a, -b),
        (a, -b),
        (a, -a),
        (b, -a),
    )
    return _closed(*corners)


def _x(r: float) -> str:
    a = 0.8 * r / _ROOT2
    arms = ((0, a), (a, 2 * a), (2 * a, a), (a, 0), (2 * a, -a), (a, -2 * a))
    return _closed(*arms, *((-x, -y) for x, y in arms))


def _up(r: float) -> str:
    a = 2 * r / _ROOT3
    return _closed((-a, r / 2), (a, r / 2), (0, -r))


def _down(r: float) -> str:
    a = 2 * r / _ROOT3
    return _closed((-a, -r / 2), (a, -r / 2), (0, r))


def _star(r: float) -> str:
    a, arc = 1.4 * r, f"A{1.9 * r:.2f},{1.9 * r:.2f} 0 0 1 "
    return f"M{-a:.2f},0{arc}0,{a:.2f}{arc}{a:.2f},0{arc}0,{-a:.2f}{arc}{-a:.2f},0Z"


def _dash(r: float) -> str:
    return _path((1.4 * r, 0), (-1.4 * r, 0))


_OUTLINES = {
    "circle": _circle,
    "square": _square,
    "diamond": _diamond,
    "cross": _cross,
    "x": _x,
    "triangle-up": _up,
    "triangle-down": _down,
    "star-diamond": _star,
    "line-ew": _dash,
}
