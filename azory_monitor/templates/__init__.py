"""Files to fill in: what an institution owes, or any table without rows; they are read back without a question."""

from azory_monitor.templates.files import empty_csv, template_csv, template_xlsx
from azory_monitor.templates.owed import NOBODY, Owed, due, owed, owners

__all__ = ["NOBODY", "Owed", "due", "empty_csv", "owed", "owners", "template_csv", "template_xlsx"]
