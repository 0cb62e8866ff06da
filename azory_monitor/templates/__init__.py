"""Files to fill in: what an institution owes, or any table without rows; they are read back without a question."""

from azory_monitor.templates.files import Owed, empty_csv, template_csv, template_xlsx
from azory_monitor.templates.owners import NOBODY, owners

__all__ = ["NOBODY", "Owed", "empty_csv", "owners", "template_csv", "template_xlsx"]
