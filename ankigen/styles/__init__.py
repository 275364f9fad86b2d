"""Roles decided for styles of line, from the evidence of the whole document."""

from ankigen.styles.decide import decide
from ankigen.styles.page import HEADERS, LISTS, TEXT, Page, asked, labelled, rank, title
from ankigen.styles.tables import table_columns, table_spans

__all__ = [
    "HEADERS", "LISTS", "TEXT", "Page", "asked", "decide", "labelled", "rank", "table_columns",
    "table_spans", "title",
]  # fmt: skip
