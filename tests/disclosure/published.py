"""One state published on its own, as nobody had seen anything before."""

from azory_monitor.disclosure import disclose


def published(programme, rows):
    """The measurements as readers see them."""
    return disclose(programme, rows).published(rows)
