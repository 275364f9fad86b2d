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
from ankigen.source import Source, Span

LARGE = 5 * 1024 * 1024  # bytes: slow to sync on a phone
LARGEST = 100 * 1024 * 1024  # bytes: AnkiWeb takes no larger file (anki rslib/src/sync/media)
_KINDS = (
    ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".mp3", ".ogg", ".oga", ".opus",
    ".wav", ".m4a", ".flac", ".aac", ".webm", ".mp4",
)  # fmt: skip
_REMOTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:|//")


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
            return self._wrong(
                source, link, "media-kind", "stands in the notes as data, not as a file", _SAVE
            )
        if _REMOTE.match(link.removeprefix("file:")):
            return self._wrong(
                source, link, "media-outside", "is on the net; a card works without it", _SAVE
            )
        folder = Path(source.name).parent if source.name != "-" else None
        if folder is None:
            return self._wrong(
                source, link, "media-missing", "cannot be found beside standard input", _SAVE
            )
        path = folder / unquote(link.removeprefix("file:")).replace("\\", "/")
        try:
            real = path.resolve(strict=True)
            mode, size = real.stat().st_mode, real.stat().st_size
        except (OSError, RuntimeError, ValueError):
            return self._wrong(
                source, link, "media-missing", "is not there", f"put the file at {path}"
            )
        if not any(real.is_relative_to(f) for f in self._allowed(folder)):
            hint = f"copy it beside the notes, or allow its folder in ankigen.yaml: media: [{real.parent}]"
            return self._wrong(
                source, link, "media-outside", "leads out of the folder of the notes", hint
            )
        if not stat.S_ISREG(mode) or real.suffix.lower() not in _KINDS:
            return self._wrong(
                source,
                link,
                "media-kind",
                "is no image or sound that Anki plays",
                "use .png, .jpg, .svg, .mp3 or .ogg",
            )
        if size > LARGEST:
            return self._wrong(
                source,
                link,
                "media-large",
                f"has {size >> 20} MiB; AnkiWeb takes 100",
                "make it smaller",
            )
        if size > LARGE:
            self._wrong(
                source,
                link,
                "media-large",
                f"has {size >> 20} MiB, slow to sync on a phone",
                "make it smaller",
            )
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
        at = source.text.find(link)
        span = Span(source, at, at + min(len(link), 80)) if at >= 0 else None
        self.diagnostics.append(
            report(code, f"{link[:80]}: this file {what}", span, label="named here", hint=hint)
        )
        return None


_SAVE = "save the file beside the notes and name it there"
