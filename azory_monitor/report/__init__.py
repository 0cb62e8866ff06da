"""One state told in sentences, pictures and tables: all of it, or one topic on one page; ``deck`` has what is shown."""

from azory_monitor.report.brief import brief, topic_name, topics
from azory_monitor.report.whole import report

__all__ = ["brief", "report", "topic_name", "topics"]
