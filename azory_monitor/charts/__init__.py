"""One module a question: results in; figure, table and text alternative out."""
