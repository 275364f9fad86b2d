"""ankigen.yaml and front matter, validated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from ankigen.reading import Role
from ankigen.records import Principle
from ankigen.source import Source, Span


@dataclass(frozen=True, slots=True)
class RoleRule:
    """`roles: {"•": question}`: lines of the style `style` have the role `role`."""

    style: str
    role: Role
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Config:
    """What the writer settled. Every field has the default that suits notes without a configuration.

    Paths are as typed, relative to `folder` (the folder of ankigen.yaml, or of the first source)."""

    deck: str | None = None  # None: named after the first source
    sources: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    subdecks: bool = False  # one subdeck for each principle
    cards: tuple[str, ...] = ()  # optional cards that are on
    roles: tuple[RoleRule, ...] = ()
    ignore: tuple[str, ...] = ()  # lines or headings, whole or with * at either end
    principles: tuple[Principle, ...] = ()
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    ids: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))  # question -> id
    style: str | None = None  # a CSS file
    lock: str | None = None  # a path
    media: tuple[str, ...] = ()  # folders outside the notes' own from which media may be packed
    math: bool = False  # \\(…\\) and $$…$$ are mathematics
    folder: Path | None = None
    source: Source | None = field(default=None, compare=False, repr=False)  # the file itself
