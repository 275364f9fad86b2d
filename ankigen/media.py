"""Images and sounds that the notes name: found beside the notes, packed under lasting names."""

from __future__ import annotations

import hashlib
import re
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from ankigen.config import Config
from ankigen.diagnostics import Diagnostic, report
from ankigen.markup import Media
from ankigen.package import MediaFile
from ankigen.patterns import late
from ankigen.source import Source, Span

LARGE = 5 * 1024 * 1024  # bytes: slow to sync on a phone
LARGEST = 100 * 1024 * 1024  # bytes: AnkiWeb takes no larger file (anki rslib/src/sync/media)
_KINDS = (
    ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".mp3", ".ogg", ".oga", ".opus",
    ".wav", ".m4a", ".flac", ".aac", ".webm", ".mp4",
)  # fmt: skip
_REMOTE = late(r"[a-zA-Z][a-zA-Z0-9+.-]+:|//")


@dataclass(slots=True)
class Files:
    """The files of one build: each is looked at once, packed once, complained of once."""

    config: Config
    found: dict[Path, MediaFile] = field(default_factory=dict)
    seen: dict[tuple[str, str], str | None] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def for_sources(self, sources: Sequence[Source]) -> dict[str, Media]:
        """For each source's name, the function that names its files."""
        return {s.name: self._finder(s) for s in sources}

    def packed(self) -> Iterator[MediaFile]:
        """The files that cards use, by name, each name once."""
        by_name = {m.name: m for m in self.found.values()}
        yield from (by_name[name] for name in sorted(by_name))

    def _finder(self, source: Source) -> Media:
        def name(link: str) -> str | None:
            key = source.name, link
            if key not in self.seen:
                self.seen[key] = self._name(source, link)
            return self.seen[key]

        return name

    def _name(self, source: Source, link: str) -> str | None:
        if link.lower().startswith("data:"):
            what = "stands in the notes as data, not as a file"
            return self._wrong(source, link, "media-kind", what, _SAVE)
        if _REMOTE.match(link.removeprefix("file:")):
            what = "is on the net; a card works without it"
            return self._wrong(source, link, "media-outside", what, _SAVE)
        if source.name == "-":
            what = "cannot be found beside standard input"
            return self._wrong(source, link, "media-missing", what, _SAVE)
        folder = Path(source.name).parent
        path = folder / unquote(link.removeprefix("file:")).replace("\\", "/")
        try:
            real = path.resolve(strict=True)
            status = real.stat()
        except (OSError, RuntimeError, ValueError):
            hint = f"put the file at {path}"
            return self._wrong(source, link, "media-missing", "is not there", hint)
        if not any(real.is_relative_to(f) for f in self._allowed(folder)):
            hint = f"copy it beside the notes, or allow its folder in ankigen.yaml: media: [{real.parent}]"
            what = "leads out of the folder of the notes"
            return self._wrong(source, link, "media-outside", what, hint)
        if not stat.S_ISREG(status.st_mode) or real.suffix.lower() not in _KINDS:
            what, hint = (
                "is no image or sound that Anki plays",
                "use .png, .jpg, .svg, .mp3 or .ogg",
            )
            return self._wrong(source, link, "media-kind", what, hint)
        return self._sized(source, link, real, status.st_size)

    def _sized(self, source: Source, link: str, real: Path, size: int) -> str | None:
        shown = f"has {size >> 20} MiB"
        if size > LARGEST:
            what = f"{shown}; AnkiWeb takes 100"
            return self._wrong(source, link, "media-large", what, "make it smaller")
        if size > LARGE:
            what = f"{shown}, slow to sync on a phone"
            self._wrong(source, link, "media-large", what, "make it smaller")
        return self._pack(real)

    def _pack(self, real: Path) -> str:
        if real not in self.found:
            digest = hashlib.blake2b(real.read_bytes(), digest_size=8).hexdigest()
            stem = re.sub(r"[^\w-]+", "-", unicodedata.normalize("NFC", real.stem)).strip("-")[:40]
            self.found[real] = MediaFile(f"{stem or 'file'}-{digest}{real.suffix.lower()}", real)
        return self.found[real].name

    def _allowed(self, folder: Path) -> list[Path]:
        base = self.config.folder or folder
        roots = [folder, *([self.config.folder] if self.config.folder else [])]
        return [p.resolve() for p in (*roots, *(base / m for m in self.config.media))]

    def _wrong(self, source: Source, link: str, code: str, what: str, hint: str) -> str | None:
        at = source.find(link)
        span = Span(source, at, at + min(len(link), 80)) if at >= 0 else None
        self.diagnostics.append(
            report(code, f"{link[:80]}: this file {what}", span, label="named here", hint=hint)
        )
        return None


_SAVE = "save the file beside the notes and name it there"
