"""Files to fill in: what an institution owes, any table without rows, one entry; they are read back as they are."""

from azory_monitor.templates.entry import Form, entry_cells, entry_file, forms, made_id, one_meaning
from azory_monitor.templates.files import empty_csv, template_csv, template_xlsx
from azory_monitor.templates.owed import NOBODY, Owed, due, owed, owners

__all__ = [
    "NOBODY",
    "Form",
    "Owed",
    "due",
    "empty_csv",
    "entry_cells",
    "entry_file",
    "forms",
    "made_id",
    "one_meaning",
    "owed",
    "owners",
    "template_csv",
    "template_xlsx",
]
