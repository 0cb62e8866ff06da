"""A figure as the text that the offline page holds: what it says itself, and apart from that the look it shares."""

import json
from typing import Any

from plotly.utils import PlotlyJSONEncoder

from azory_monitor.charts.finished import Finished


def written(figure: Any) -> tuple[str, str]:
    """The figure without its template, and the template, each as JSON in one order of names; empty without one.

    Plotly's own way copies every figure and looks through it for arrays, which takes longer than all the rest of a
    page; a figure is only read here.
    """
    whole = figure.to_dict() if isinstance(figure, Finished) else {"data": figure._data, "layout": figure._layout}
    own = {name: part for name, part in whole["layout"].items() if name != "template"}
    template = whole["layout"].get("template")
    return _json(whole | {"layout": own}), _json(template) if template else ""


def _json(part: Any) -> str:
    return json.dumps(part, cls=PlotlyJSONEncoder, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
