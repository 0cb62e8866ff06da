"""Texts made to be run, fetched, calculated or followed by whatever shows them.

Each one that runs would set ``window.ran`` or open a dialog, each one that fetches would ask ``FOREIGN``.
"""

FOREIGN = "foreign.example"

RUN = "window.ran=1;alert(1)"

PAYLOADS: dict[str, str] = {
    "script": f"<script>{RUN}</script>",
    "script after the end of one": f"</script><script>{RUN}</script>",
    "image": f"<img src=x onerror={RUN}>",
    "picture from elsewhere": f"<img src=//{FOREIGN}/p>",
    "frame": '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
    "drawing": f"<svg/onload={RUN}>",
    "link to script": f'<a href="javascript:{RUN}">x</a>',
    "address of script": f"javascript:{RUN}",
    "address of data": f"data:text/html,<script>{RUN}</script>",
    "end of an attribute": f"\"' onmouseover={RUN} x='",
    "Markdown picture": f"![](http://{FOREIGN}/m)",
    "Markdown link": f"[x](http://{FOREIGN}/l) http://{FOREIGN}/a www.{FOREIGN} me@{FOREIGN}",
    "Streamlit's marks": ":red[r] :material/home: :smile: $x^2$ **b** a -> b :streamlit:",
    "entities": "&lt;b&gt; &amp;amp; &#60; A & B < C",
    "Jinja": "{{7*7}} {% raw %} {# x #}",
    "typesetting": '#eval("1") $x$ @ref #image("/etc/passwd") <label> \\ = h',
    "Plotly's marks": f'<a href="http://{FOREIGN}/t">t</a><b>b</b><br>%{{x}} %{{y:.2f}}<extra></extra>',
    "SQL": "'; DROP TABLE measurements; --",
    "formula": '=HYPERLINK("http://foreign.example/h","h")',
    "formula with plus": "+cmd|' /C calc'!A0",
    "formula with minus": "-1+cmd|'x'!A0",
    "formula with at": "@SUM(1+1)",
    "wide formula": "＝1+1",
    "path": "../../../etc/passwd",
    "direction": "a\u202egnp.exe\u202c \u200b\u200d\ufeffb",
    "long word": "w" * 120,
    "emoji": "👩‍👩‍👧‍👦 🏚️ ñ ẞ ﷽",
    "format": "{0} {n} %(x)s %s ${x} {value!r}",
    "style": "</style><style>*{display:none}</style>",
    "comment": "<!-- x --> ]]> <![CDATA[x",
}
"""By what they are."""

REFUSED = {
    "zero": "a\x00b",
    "bell": "a\x07b",
    "escape": "\x1b[31mred",
    "half a character": "a\ud800b",
}
"""What no text may hold; the data check says so."""
