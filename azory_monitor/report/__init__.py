"""One state told in sentences, pictures and tables: all of it, or one topic on one page."""

from azory_monitor.report.brief import brief, topic_name, topics
from azory_monitor.report.deck import meeting, slides
from azory_monitor.report.whole import report

__all__ = ["brief", "meeting", "report", "slides", "topic_name", "topics"]
