"""The command ``explainer``: a thin door.  It parses, calls the pipeline, prints."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

import click

from generator import pipeline
from generator.exports import article_record, problem_record
from generator.markup import to_markdown
from generator.problems import ContentError, Problem, Severity, ToolError, has_errors

CONTENT = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), show_default=True, help="The content folder."
)
DEBUG = click.option("--debug", is_flag=True, help="Show the traceback of an error of the tool itself.")


def main() -> None:
    command(prog_name="explainer")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="explainer-archive")
def command() -> None:
    """Keep explainers and clipped news articles as a site that readers follow by actor, by topic and by date."""


def door(function: Callable[..., None]) -> Callable[..., None]:
    """A command whose errors are printed for a person: content errors as problems, the tool's own without a traceback."""

    @DEBUG
    @wraps(function)
    def wrapped(*args: Any, debug: bool, **kwargs: Any) -> None:
        try:
            function(*args, **kwargs)
        except ContentError as error:
            print_problems(error.problems)
            raise SystemExit(1) from None
        except ToolError as error:
            if debug:
                raise
            click.echo(f"explainer: {error}" + (f"\n    help: {error.help}" if error.help else ""), err=True)
            raise SystemExit(2) from None
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has seen enough
        except Exception as error:
            if debug:
                raise
            click.echo(
                f"explainer: this is a mistake in the tool, not in your files: {type(error).__name__}: {error}\n    help: Run it again with --debug and report what it prints.",
                err=True,
            )
            raise SystemExit(3) from None

    return wrapped


def print_problems(problems: Sequence[Problem]) -> None:
    """All problems, worst news last: the count is what a person sees first in a terminal."""
    for problem in problems:
        click.echo(str(problem))
    errors = sum(p.severity is Severity.ERROR for p in problems)
    if problems:
        click.echo(
            f"\n{errors} error{'s' * (errors != 1)}, {len(problems) - errors} warning{'s' * (len(problems) - errors != 1)}."
        )


BUILD = click.option(
    "--build-dir",
    type=click.Path(path_type=Path),
    default=Path("build"),
    show_default=True,
    help="Where docs/ and site/ are made.",
)


@command.command()
@CONTENT
@BUILD
@door
def build(content: Path, build_dir: Path) -> None:
    """Make the whole site: content -> build/docs -> build/site, search index included."""
    made = pipeline.build(content, build_dir, project())
    print_problems(made.problems)
    written = made.written
    click.echo(
        f"{len(made.archive.entries)} articles: {written.changed} pages written, {written.unchanged} as they were, {written.removed} removed."
    )
    click.echo(f"The site is in {build_dir / 'site'}. To read it: {Path(sys.argv[0])} serve")


@command.command()
@CONTENT
@click.option("--port", type=int, default=8000, show_default=True, help="Where to listen on this machine.")
@door
def serve(content: Path, port: int) -> None:
    """Build, show the site at http://127.0.0.1:8000, and build again what changes."""
    pipeline.serve(content, project(), port)


def annotations(problems: Sequence[Problem]) -> list[str]:
    """Problems as GitHub's workflow commands, worst first: it shows ten of a kind a step, and the last line counts the rest."""

    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    worst_first = sorted(problems, key=lambda p: p.severity is not Severity.ERROR)
    return [
        f"::{p.severity} file={p.path},line={p.line},title={p.code}::{escaped(p.message)}%0A{escaped(p.help)}"
        for p in worst_first
    ]


def project() -> Path:
    """The folder with mkdocs.yml: this one, else the one that the tool was installed from."""
    for folder in (Path.cwd(), Path(__file__).resolve().parent.parent):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise ToolError("there is no mkdocs.yml in this folder", help="Run the command in the archive's folder.")


@command.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each file: what was found, and why.")
@CONTENT
@door
def convert(files: tuple[Path, ...], as_json: bool, content: Path) -> None:
    """Show the Markdown page that a clip becomes.  Nothing is written."""
    registry, forms = pipeline.registry_of(content)
    for path in files:
        entry, problems = pipeline.convert(path, registry, forms)
        if as_json:
            click.echo(json.dumps(article_record(str(path), entry, registry, problems), ensure_ascii=False))
            continue
        if entry:
            click.echo(f"# {entry.article.title or '(no title)'}\n\n{to_markdown(entry.article.blocks)}")
        print_problems(problems)


@command.command()
@CONTENT
@click.option(
    "--format", "form", type=click.Choice(["text", "github", "json"]), default="text", help="How problems are printed."
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH ...]")
@door
def check(content: Path, form: str, paths: tuple[Path, ...]) -> None:
    """List all problems of the content; of PATHs only, if some are named.  Exit status 1 if one is an error."""
    _, problems = pipeline.load(content)
    if paths:
        wanted = [path.resolve() for path in paths]
        root = content.resolve().parent
        problems = [p for p in problems if any((root / p.path).is_relative_to(path) for path in wanted)]
    if form == "github":
        click.echo("\n".join(annotations(problems)), nl=bool(problems))
    elif form == "json":
        for problem in problems:
            click.echo(json.dumps(problem_record(problem, with_path=True), ensure_ascii=False))
    else:
        print_problems(problems)
    raise SystemExit(has_errors(problems))
