"""The one-way road: a room imports only what stands before it."""

from __future__ import annotations

import ast
from pathlib import Path

import ankigen

ROOT = Path(ankigen.__file__).parent
# Left to right; what stands on one line may import its neighbours to the left only.
ROAD = (
    "patterns", "phrases", "source", "diagnostics", "records", "reading", "yaml_tree", "config", "front_matter", "inputs", "words", "lines", "wrapped", "dialects", "outline",
    "spelling", "advice", "pointers", "evidence", "styles", "unanswered", "answers", "drafts", "assemble", "principles", "joining", "placeholders", "checks",
    "yaml_notes", "reader", "identity", "likeness", "matching", "remembered", "lockfile", "markup", "notetypes", "cards", "stamping", "writing", "archive", "package",
    "media", "style", "beside", "unpacking", "inspect", "build", "changes", "preview", "show", "cli",
)  # fmt: skip


# The rooms within `styles`, in the order in which roles are decided; page and aside know no role yet.
STYLES = (
    "page", "own_marks", "own_titles", "aside", "tables", "settled", "leads", "quotes", "lists", "headings", "bare", "titles", "principle_titles", "name_lists", "containers", "tag_lines",
    "decide",
    "__init__",
)  # fmt: skip


def rooms() -> list[tuple[str, Path]]:
    return [
        (p.relative_to(ROOT).parts[0].removesuffix(".py"), p)
        for p in sorted(ROOT.rglob("*.py"))
        if p.name not in ("__main__.py",) and p != ROOT / "__init__.py"
    ]


def imported(path: Path) -> set[str]:
    """Rooms that a module imports when it runs; imports for type checkers only do not count."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    only_types = {
        id(inner) for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING" for inner in ast.walk(node)
    }  # fmt: skip
    found: set[str] = set()
    for node in ast.walk(tree):
        if id(node) in only_types or not isinstance(node, ast.ImportFrom) or not node.module:
            continue
        if node.module == "ankigen":
            found |= {a.name for a in node.names}
        elif node.module.startswith("ankigen."):
            found.add(node.module.split(".")[1])
    return found


def test_every_room_is_on_the_road() -> None:
    assert {name for name, _ in rooms()} <= set(ROAD)


def test_rooms_import_only_to_the_left() -> None:
    place = {name: i for i, name in enumerate(ROAD)}
    for name, path in rooms():
        for other in imported(path) - {name}:
            assert place[other] < place[name], f"{name} imports {other}"


def test_styles_import_only_to_the_left() -> None:
    parts = {p.stem: p for p in (ROOT / "styles").glob("*.py")}
    assert set(parts) == set(STYLES)
    for name, path in parts.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            module = node.module if isinstance(node, ast.ImportFrom) else None
            if module and module.startswith("ankigen.styles."):
                other = module.rsplit(".", 1)[1]
                assert STYLES.index(other) < STYLES.index(name), f"{name} imports {other}"


def test_only_the_command_line_prints_or_exits() -> None:
    for name, path in rooms():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if name != "cli" and isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in ("print", "sys.exit", "exit", "time.time"), (
                    f"{path.name}:{node.lineno}"
                )


def test_every_module_says_what_it_is() -> None:
    for _, path in rooms():
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


def test_only_the_package_room_knows_genanki() -> None:
    for name, path in rooms():
        if name != "package":
            assert "import genanki" not in path.read_text(encoding="utf-8")
            assert "from genanki" not in path.read_text(encoding="utf-8")
