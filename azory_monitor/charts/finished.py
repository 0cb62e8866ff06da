"""A figure that nothing changes any more."""

import zlib
from typing import Any

from plotly.basedatatypes import BaseFigure
from plotly.io.json import to_json_plotly

_AXES = ("xaxis", "yaxis")


class Finished(BaseFigure):
    """What a page draws again and again: its parts are handed over as they are.

    Plotly's own figures are checked when they are made and copied whenever they are drawn, which takes longer than
    everything else that a page does with them.  And Streamlit hands every chart to the browser's plotly twice, which
    sees that nothing changed, and draws it once, only where the data have a number and nothing stands in a template.
    """

    def __init__(self, parts: dict[str, Any]) -> None:
        """``parts`` are a checked figure's, as plain data; nobody changes them afterwards."""
        whole = parts | {"layout": _settled(parts["layout"])}
        whole["layout"]["datarevision"] = zlib.crc32(to_json_plotly(whole).encode())
        object.__setattr__(self, "_parts", whole)

    def to_dict(self) -> dict[str, Any]:
        """The parts themselves."""
        return self._parts

    def __repr__(self) -> str:
        return f"Finished({len(self._parts['data'])} traces)"


def _settled(layout: dict[str, Any]) -> dict[str, Any]:
    """The layout with what its template says where it says nothing itself, each axis as the template's."""
    said = layout.get("template", {}).get("layout", {})
    own = {name: value for name, value in layout.items() if name != "template"}
    for name in own:
        if name[:5] in _AXES:
            own[name] = _over(said.get(name[:5], {}), own[name])
    return _over({name: value for name, value in said.items() if name not in _AXES}, own)


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """What stands below, where nothing stands above it."""
    found = below | above
    for name in below.keys() & above.keys():
        if isinstance(below[name], dict) and isinstance(above[name], dict):
            found[name] = _over(below[name], above[name])
    return found
