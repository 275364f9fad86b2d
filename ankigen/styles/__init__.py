"""Roles decided for styles of line, from the evidence of the whole document."""

from ankigen.styles.decide import decide
from ankigen.styles.headings import TOPIC
from ankigen.styles.page import (
    ASIDE,
    HEADERS,
    LISTS,
    NESTED,
    TEXT,
    Page,
    asked,
    field_of,
    labelled,
    name_of,
    named,
    question_of,
    rank,
    title,
)
from ankigen.styles.tables import merges_principles, table_columns, table_spans

__all__ = [
    "ASIDE",
    "HEADERS",
    "LISTS",
    "NESTED",
    "TEXT",
    "TOPIC",
    "Page",
    "asked",
    "decide",
    "field_of",
    "labelled",
    "merges_principles",
    "name_of",
    "named",
    "question_of",
    "rank",
    "table_columns",
    "table_spans",
    "title",
]  # fmt: skip
