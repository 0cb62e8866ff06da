"""Moments by the visitor's own clock; the books keep UTC."""

import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from azory_monitor.words.speaker import Speaker


def moment(speaker: Speaker, when: datetime.datetime) -> str:
    """A moment of the books in words, in the time zone of the visitor's browser; in UTC, said so, if it names none."""
    try:
        zone = ZoneInfo(st.context.timezone or "")
    except (ValueError, ZoneInfoNotFoundError):
        return speaker.moment(when)
    return speaker.moment(when.replace(tzinfo=datetime.UTC).astimezone(zone))
