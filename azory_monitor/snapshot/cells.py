"""Text from people as a spreadsheet cell: what a spreadsheet would run is made harmless, on the way out only."""

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")


def harmless(text: str) -> str:
    """``text`` with an apostrophe before it if a spreadsheet would take it for a formula (OWASP ASVS 1.2.10)."""
    return f"'{text}" if text.startswith(_RUNS) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    try:
        float(text.replace(",", "."))
    except ValueError:
        return False
    return True
