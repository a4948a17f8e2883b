"""An archive of one's own: its first files, made of the tool's own folder and of a few texts; and its tools renewed later.

An archive holds the tool that builds it (generator, theme, workflows, lock files), so that it can be built in ten years with
nothing but itself.  What is the tool's is replaced by an upgrade; what is the archive's own never is.
"""

import datetime
import re
from collections.abc import Mapping
from pathlib import Path

from generator import disk
from generator.founding.texts import ABOUT, CONTRIBUTE, HOME, README, WELCOME
from generator.problems import ToolError
from generator.reading.fields import quoted

# The tool's own.  An upgrade replaces folders whole, and of shared ones the files that are the tool's.
FOLDERS = ("generator", "theme")
SHARED = (".github", ".vscode")
FILES = (
    ".gitattributes", ".gitignore", ".pre-commit-config.yaml", ".pre-commit-hooks.yaml", "CONTRIBUTING.md", "LICENSE",
    "build/docs/.gitignore", "pyproject.toml", "requirements-test.lock", "requirements.lock",
)  # fmt: skip
NOT_TAKEN = frozenset({".github/pictures/site.png"})  # of the tool's own README
KEPT = frozenset({".github/CODEOWNERS"})  # an archive writes its own names into it
SETTINGS = "mkdocs.yml"  # the archive's own, from the tool's
_CODE = re.compile(
    r"^## The code\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL
)  # of CONTRIBUTING.md: for whoever changes the tool


def first_files(tool: Path, name: str, today: datetime.date) -> dict[str, bytes]:
    """All files of a new archive called ``name``, by path.  Raises ToolError where ``tool`` is no clone of the tool."""
    files = tool_files(tool)
    settings = disk.read_file(tool / SETTINGS).decode()
    texts = {
        SETTINGS: own_settings(settings, name),
        "README.md": README,
        "content/pages/index.md": HOME,
        "content/pages/about.md": ABOUT,
        "content/pages/contribute.md": CONTRIBUTE,
        "content/articles/welcome.md": WELCOME,
    }
    # Git keeps no empty folders; a hidden file keeps these, and no one reads it.
    keep = {f"content/{folder}/.gitkeep": b"" for folder in ("actors", "outlets", "topics")}
    return files | keep | {path: _filled(text, path, name, today).encode() for path, text in texts.items()}


def _filled(text: str, path: str, name: str, today: datetime.date) -> str:
    if path == SETTINGS:
        return text
    return text.replace("QUOTED", quoted(name)).replace("ARCHIVE", name).replace("TODAY", today.isoformat())


def tool_files(tool: Path) -> dict[str, bytes]:
    """What of an archive is the tool's, by path, as ``tool`` has it."""
    if not all((tool / name).exists() for name in (SETTINGS, *FOLDERS, "pyproject.toml")):
        raise ToolError(
            "this explainer was installed without its folder: theme, settings and workflows are not here",
            help="Run the command of a clone of its repository: .venv/bin/explainer init DIR",
        )
    files = disk.read_parts(tool, [*FOLDERS, *SHARED, *FILES])
    files = {path: data for path, data in files.items() if path not in NOT_TAKEN}
    if guide := files.get("CONTRIBUTING.md"):
        files["CONTRIBUTING.md"] = _CODE.sub("", guide.decode()).rstrip().encode() + b"\n"
    return files


def own_settings(settings: str, name: str) -> str:
    """The tool's mkdocs.yml with the archive's name, and without what is another's: address, description, repository."""
    values = {
        "site_name": quoted(name),
        "site_description": quoted(f"{name}: news explained and kept."),
        "site_url": '""',
    }
    for key, value in values.items():
        line = f"{key}: {value}".replace("\\", r"\\")  # in a replacement a backslash would mean something
        settings = re.sub(rf"^{key}:.*$", line, settings, flags=re.MULTILINE)
    return re.sub(r"^(?:repo_url|repo_name|edit_uri):.*\n", "", settings, flags=re.MULTILINE)


def found(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a new archive.  Raises ToolError where the folder holds anything but a .git."""
    if not disk.is_free(folder):
        raise ToolError(
            f"{folder} holds files already",
            help="Nothing was written. Name a folder that is empty or not there yet: explainer init my-archive",
        )
    for path, data in sorted(files.items()):
        disk.write_new(folder / path, data)


def upgrade(folder: Path, files: Mapping[str, bytes]) -> disk.Written:
    """Replace the tool's part of an archive.  Raises ToolError where the folder is no archive."""
    if not ((folder / SETTINGS).is_file() and (folder / "content").is_dir()):
        raise ToolError(f"{folder} is no archive", help="Name the folder that holds mkdocs.yml and content.")
    changed = removed = unchanged = 0
    rest = {path: data for path, data in files.items() if path not in KEPT}
    for part in FOLDERS:
        inside = {path.removeprefix(f"{part}/"): rest.pop(path) for path in files if path.startswith(f"{part}/")}
        done = disk.write_tree(folder / part, inside)
        changed, removed, unchanged = changed + done.changed, removed + done.removed, unchanged + done.unchanged
    for path, data in rest.items():
        one = disk.write_file(folder / path, data)
        changed, unchanged = changed + one, unchanged + (not one)
    return disk.Written(changed=changed, removed=removed, unchanged=unchanged)
