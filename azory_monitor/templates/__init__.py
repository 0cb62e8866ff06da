"""Files to fill in: what an institution owes, any table without rows, one entry; they are read back as they are."""

from azory_monitor.templates.entry import Form, entry_cells, entry_file, forms, made_id, one_meaning
from azory_monitor.templates.files import Owed, empty_csv, template_csv, template_xlsx
from azory_monitor.templates.owners import NOBODY, owners

__all__ = [
    "NOBODY",
    "Form",
    "Owed",
    "empty_csv",
    "entry_cells",
    "entry_file",
    "forms",
    "made_id",
    "one_meaning",
    "owners",
    "template_csv",
    "template_xlsx",
]
