"""Who runs a monitor, and whom a visitor turns to."""

import datetime
from typing import ClassVar

from azory_monitor.model import column
from azory_monitor.model.row import Row, Text


class Publisher(Row):
    """The institution that offers the monitor, one row: what its accessibility statement must say of it."""

    table: ClassVar[str] = "publishers"

    id: str = column.identifier()
    name: Text = column.translated(required=True)
    url: str = column.url()
    contact: Text = column.translated()
    """The person or office that answers."""
    email: str = column.text()
    phone: str = column.text()
    complaints: Text = column.translated()
    """Who decides on a complaint, with the address."""
    building: Text = column.translated()
    """How one gets into the seat and about it."""
    communication: Text = column.translated()
    """How one may be talked to: sign language, text, in writing."""
    published: datetime.date | None = column.date()
    updated: datetime.date | None = column.date()
    """The last change of the pages that matters to who can use them."""
    declared: datetime.date | None = column.date()
    """The day on which the statement was drawn up."""
    reviewed: datetime.date | None = column.date()
    """The day on which it was last gone through."""
