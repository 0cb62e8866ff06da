"""One state told in sentences, pictures and tables: all of it, or one topic on one page."""

from azory_monitor.report.brief import brief, topic_name, topics
from azory_monitor.report.whole import report, slides

__all__ = ["brief", "report", "slides", "topic_name", "topics"]
