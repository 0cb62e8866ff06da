"""What a snapshot consists of."""

from azory_monitor.words.speaker import languages

_LAID_OUT = ("html", "pdf", "pptx", "xlsx")
FROZEN = {"package.zip": ("package", "")} | {
    f"report-{language}.{format}": (format, language) for language in languages() for format in _LAID_OUT
}
"""Format and language of each file: the data package, and the report to read, print, show and count in."""
