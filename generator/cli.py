"""The command ``explainer``: a thin door.  It parses, calls the pipeline, prints.

What only some commands need is imported in them: the publisher and the readers of web pages take half a second to load,
and whoever checks one file should not wait for them.
"""

import datetime
import gc
import json
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.intake.header import ARTICLE
from generator.intake.scaffold import KINDS, required
from generator.model import ActorKind, Rights
from generator.problems import ContentError, Problem, ToolError, has_errors
from generator.reading.fields import Field
from generator.reports.plain import problem_text, summary_line

if TYPE_CHECKING:
    from generator.generating import Shop

CONTENT = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), show_default=True, help="The content folder."
)
DEBUG = click.option("--debug", is_flag=True, help="Show the traceback of an error of the tool itself.")


_SELDOM = 50_000  # things made since Python last looked for garbage: what it loads all stays, and to look takes a seventh of that time


def main() -> None:
    gc.set_threshold(_SELDOM, *gc.get_threshold()[1:])
    try:
        command(prog_name="explainer")
    finally:
        gc.freeze()  # all of it goes now: to look for garbage among it first took a second of a build


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
        click.echo(problem_text(problem))
    if problems:
        click.echo(f"\n{summary_line(problems)}")


BUILD = click.option(
    "--build-dir",
    type=click.Path(path_type=Path),
    default=Path("build"),
    show_default=True,
    help="Where docs/ and site/ are made.",
)


JOBS = click.option(
    "--jobs", type=click.IntRange(1), help="How many processes may work at a time. Left out: one a core."
)


def shop_in(folder: Path, jobs: int | None, *, search: bool = True) -> "Shop":
    """Where and how a run works: it keeps what it can use again in the build folder, and shows a person how far it is."""
    from generator.generating import KEPT, Shop
    from generator.progress import Progress
    from generator.reports.stages import terminal

    progress = Progress(terminal()) if sys.stderr.isatty() else Progress()
    shop = Shop(folder=folder / KEPT, search=search, progress=progress)
    return replace(shop, jobs=jobs) if jobs else shop


@command.command()
@CONTENT
@BUILD
@click.option("--offline", is_flag=True, help="Make a copy to open from the disk: all of it works there but search.")
@click.option("--search/--no-search", default=True, help="Without the search index a large archive is built sooner.")
@JOBS
@click.option("--timings", "is_timed", is_flag=True, help="Say at the end where the time went.")
@door
def build(content: Path, build_dir: Path, offline: bool, search: bool, jobs: int | None, is_timed: bool) -> None:
    """Make the whole site: content -> build/docs -> build/site, search index included.  Only what has changed is made again."""
    from generator import pipeline
    from generator.reports.stages import timings

    shop = shop_in(build_dir, jobs, search=search)
    made = pipeline.build(
        content, build_dir, project(), offline=offline, shop=shop, note=lambda words: click.echo(words, err=True)
    )
    if is_timed:
        click.echo("\n".join(timings(shop.progress.taken)), err=True)
    print_problems(made.problems)
    written = made.written
    click.echo(
        f"{made.articles} articles: {written.changed} files written, {written.unchanged} as they were, {written.removed} removed."
    )
    reading = f"open {build_dir / 'site' / 'index.html'} in a browser" if offline else f"{Path(sys.argv[0])} serve"
    click.echo(f"The site is in {build_dir / 'site'}. To read it: {reading}")


@command.command()
@CONTENT
@BUILD
@click.option(
    "--record", is_flag=True, help="Add those of the site that was built to the record: they are kept for ever."
)
@click.option(
    "--check", "is_check", is_flag=True, help="Exit status 1 if the site lacks one that was published before."
)
@door
def addresses(content: Path, build_dir: Path, record: bool, is_check: bool) -> None:
    """List the built site's addresses that content/addresses.txt lacks (+), and those of it that the site lacks (-)."""
    from generator import pipeline

    found = pipeline.addresses(content, build_dir, record=record)
    for sign, listed in (("+", found.new), ("-", found.lost)):
        for address in listed:
            click.echo(f"{sign} {address}")
    click.echo(
        f"{len(found.published)} addresses: {len(found.new)} {'added to the record' if record else 'new'}, {len(found.lost)} missing.",
        err=True,
    )
    raise SystemExit(bool(is_check and found.lost))


@command.command()
@CONTENT
@click.option("--port", type=int, default=8000, show_default=True, help="Where to listen on this machine.")
@JOBS
@door
def serve(content: Path, port: int, jobs: int | None) -> None:
    """Show the site at http://127.0.0.1:8000, and build again what changes."""
    from generator import pipeline

    with suppress(KeyboardInterrupt):
        pipeline.serve(content, project(), port, shop_in(project() / "build", jobs), click.echo)


@command.command()
@CONTENT
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each name.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many names at the most.")
@door
def suggest(content: Path, as_json: bool, limit: int) -> None:
    """List names that the articles hold and no registry file knows, with the file to add."""
    from generator import pipeline
    from generator.exports import suggestion_record
    from generator.messages import proposal_text, suggestion_text

    advice = pipeline.suggest(content)
    for name in advice.names[:limit]:
        click.echo(json.dumps(suggestion_record(name), ensure_ascii=False) if as_json else suggestion_text(name))
    if as_json:
        return
    for slug, forms in advice.unmet:
        click.echo(f"content/actors/{slug}.md: no article names this actor: {', '.join(forms)}")
    for proposal in advice.proposals[:limit]:
        click.echo(proposal_text(proposal))
    for slug in advice.bare:
        click.echo(
            f"content/actors/{slug}.md: has no introduction. Write two sentences, with their source, below the header."
        )


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
    from generator import pipeline
    from generator.exports import article_record
    from generator.messages import page_text

    registry, forms = pipeline.registry_of(content)
    for path in files:
        entry, problems = pipeline.convert(path, registry, forms)
        if as_json:
            click.echo(json.dumps(article_record(str(path), entry, registry, problems), ensure_ascii=False))
            continue
        if entry:
            click.echo(page_text(entry, registry))
        print_problems(problems)


@command.command()
@CONTENT
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json", "sarif"]),
    default="text",
    help="How problems are printed.",
)
@click.option(
    "--changed",
    "base",
    is_flag=False,
    flag_value="",
    metavar="[BASE]",
    help="Only what differs from the main branch, or from BASE, and what has to do with it.",
)
@click.option("--fix", is_flag=True, help="Mend what is safe: form only, never a word of the text.")
@click.option("--dry-run", is_flag=True, help="With --fix: show the changes; write nothing.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH ...]")
@door
def check(content: Path, form: str, base: str | None, fix: bool, dry_run: bool, paths: tuple[Path, ...]) -> None:
    """List all problems of the content; of PATHs only, if some are named.  Exit status 1 if one is an error."""
    from generator import checking

    today = datetime.datetime.now().astimezone().date()
    if base and Path(base).exists() and not paths:  # `check --changed content/articles`: a path, not a branch
        paths, base = (Path(base),), ""
    wanted = checking.Wanted(paths=paths, changed=base is not None, base=base or None)
    if fix or dry_run:
        from generator import mending

        for line in mending.mend(content, wanted, dry_run=dry_run):
            click.echo(line, err=form != "text" and not dry_run)
        if dry_run:
            return
    problems = checking.problems_of(content, wanted, today, note=lambda words: click.echo(words, err=True))
    show(problems, form)
    raise SystemExit(has_errors(problems))


def show(problems: Sequence[Problem], form: str) -> None:
    """The problems in one of the forms; on GitHub all of them in the job's summary, too."""
    from generator.reports import github, records, sarif

    if form == "github":
        click.echo("\n".join(github.annotations(problems)), nl=bool(problems))
        if target := os.environ.get("GITHUB_STEP_SUMMARY"):
            from generator import disk

            disk.append(Path(target), github.summary(problems).encode())
    elif form == "json":
        for problem in problems:
            click.echo(json.dumps(records.record(problem), ensure_ascii=False))
    elif form == "sarif":
        from importlib.metadata import version

        click.echo(json.dumps(sarif.sarif(problems, version("explainer-archive")), ensure_ascii=False, indent=1))
    else:
        print_problems(problems)
        if not problems:
            click.echo("No problems.", err=True)


@command.command()
@click.argument("code", required=False)
@door
def rules(code: str | None) -> None:
    """List all that can be wrong with content; explain one rule, if its CODE is named."""
    from generator.nearness import nearest
    from generator.rules import RULES

    if code is None:
        widest = max(map(len, RULES))
        for rule in RULES.values():
            click.echo(f"{rule.code:{widest}}  {rule.severity:7}  {rule.what}")
        return
    known = RULES.get(code)
    if known is None:
        near = nearest(code, RULES)
        hint = f"Did you mean {near}? " if near else ""
        raise ToolError(f"there is no rule {code}", help=f"{hint}All of them: {program()} rules")
    click.echo(f"{known.code} ({known.severity}): {known.what}\n\n{known.help}")


def is_person() -> bool:
    """Whether someone sits at a terminal who could answer a question."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def program() -> str:
    """The command as it was called, or as short as it can be called here, to show what to type next."""
    called = Path(sys.argv[0])
    if shutil.which(called.name) == str(called):
        return called.name
    return str(called.relative_to(Path.cwd())) if called.is_relative_to(Path.cwd()) else sys.argv[0]


def ask(fields: Sequence[Field]) -> dict[str, object]:
    """A person's answers for fields that are missing; Enter skips one, a wrong answer is explained and asked again."""
    from generator import arrival

    answers: dict[str, object] = {}
    for field in fields:
        while words := click.prompt(f"{field.name} ({field.meaning}; Enter to skip)", default="", show_default=False):
            try:
                answers |= arrival.stated(fields, {field.name: words})
                break
            except ToolError as error:
                click.echo(f"    {error}\n    {error.help}")
    return answers


@command.command()
@click.argument("source", metavar="FILE|URL|-")
@click.option("--title", help="The headline, where the clip does not state it.")
@click.option("--date", metavar="YYYY-MM-DD", help="The day of publication.")
@click.option("--outlet", metavar="SLUG", help="Who published it first: a file of content/outlets.")
@click.option("--url", help="The address where it was published first.")
@click.option("--slug", help="The file's name and address, for ever.  Left out: from the title.")
@click.option("--anyway", is_flag=True, help="Also where the archive seems to have the article already.")
@click.option("--dry-run", is_flag=True, help="Show what would be written; write nothing.")
@CONTENT
@door
def add(source: str, slug: str | None, anyway: bool, dry_run: bool, content: Path, **said: str | None) -> None:
    """Put a clip into content/articles with its header filled in: a FILE, a web page's URL, or - for what you paste."""
    from generator import arrival
    from generator.intake.report import added_lines, header_of, near_lines

    values = arrival.stated(list(ARTICLE.values()), said)
    if source == "-" and is_person():
        click.echo("Paste the text. Then press Enter and Ctrl-D (on Windows: Ctrl-Z and Enter).", err=True)
    clip = arrival.take(source, sys.stdin.buffer)
    arrived = arrival.read_clip(clip, content, values)
    if arrived.near:
        click.echo("\n".join(near_lines(arrived.near, source, anyway=anyway)))
        if not anyway:
            raise SystemExit(1)
    if is_person() and source != "-" and not dry_run:
        for name in arrived.draft.missing:
            click.echo("\n".join(arrived.draft.options(name)), nl=bool(arrived.draft.options(name)))
            arrived = arrival.answered(arrived, ask([ARTICLE[name]]))
    today = datetime.datetime.now().astimezone().date()
    added = arrival.place(arrived, content, today, slug=slug, dry_run=dry_run)
    if dry_run:
        click.echo(header_of(added.text))
    for line in added_lines(arrived.draft, added.path, added.problems, dry_run=dry_run, command=program()):
        click.echo(line)


def asked(question: str, usage: str, kind: Any = None) -> str:
    """A person's answer to what was left out; a script is told what to type."""
    if not is_person():
        raise ToolError("something is missing", help=f"Type all of it: {usage}")
    return str(click.prompt(question, type=kind or str))


def schema_address(kind_of_file: str) -> str:
    """Where the site has the schema of such a file's header; empty while the site has no address."""
    from generator import disk, schemas, settings

    site_url = settings.read_settings(disk.read_file(project() / "mkdocs.yml"), os.environ).site_url
    return site_url + schemas.path_of(kind_of_file) if site_url else ""


@command.command()
@click.argument("kind_of_file", metavar="[" + "|".join(KINDS) + "]", type=click.Choice(list(KINDS)), required=False)
@click.argument("name", required=False)
@click.option("--kind", type=click.Choice([str(kind) for kind in ActorKind]), help="What an actor is.")
@click.option("--date", metavar="YYYY-MM-DD", help="An article's day of publication, an event's day.")
@click.option("--url", help="An outlet's home page, an article's address.")
@click.option(
    "--rights",
    type=click.Choice([str(right) for right in Rights]),
    help="How much of an outlet's articles, or of an article, is published.",
)
@CONTENT
@door
def new(kind_of_file: str | None, name: str | None, content: Path, **given: str | None) -> None:
    """Begin the file of an actor, a topic, an outlet or an article: its required fields, and the others as comments."""
    from generator import arrival
    from generator.intake.report import begun_lines

    kind_of_file = kind_of_file or asked("What is it?", "explainer new actor NAME", click.Choice(list(KINDS)))
    name = name or asked("Its name", f"explainer new {kind_of_file} NAME")
    unknown = [field for field, words in given.items() if words and field not in {f.name for f in KINDS[kind_of_file]}]
    if unknown:
        raise ToolError(f"the file of this {kind_of_file} has no `{unknown[0]}`", help=f"Leave out --{unknown[0]}.")
    values = arrival.stated(KINDS[kind_of_file], given)
    if is_person():
        values |= ask(required(kind_of_file, values))
    path, made = arrival.begin(content, kind_of_file, name, values, schema=schema_address(kind_of_file))
    click.echo("\n".join(begun_lines(path, made, name, program())))


def tool() -> Path:
    """The folder that this tool was installed from: a clone of its repository, or an archive."""
    return Path(__file__).resolve().parent.parent


@command.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--name", default="An explainer archive", show_default=True, help="What the site calls itself.")
@door
def init(folder: Path, name: str) -> None:
    """Begin an archive of your own in DIR: theme, settings, workflows, a home page and a first article."""
    from generator import founding

    name = " ".join(name.split())
    today = datetime.datetime.now().astimezone().date()
    files = founding.first_files(tool(), name, today)
    founding.found(folder, files)
    click.echo(f"Made “{name}” in {folder}: {len(files)} files, of which content/ and mkdocs.yml are yours to write.")
    called = shutil.which(sys.argv[0]) or sys.argv[0]
    click.echo(f"\nNext: cd {shlex.quote(str(folder))} && {shlex.quote(str(Path(called).absolute()))} serve")
    click.echo(
        "Then: git init, commit, push it to a repository of your own. README.md and CONTRIBUTING.md say the rest."
    )


@command.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@door
def upgrade(folder: Path) -> None:
    """Give the archive in DIR this version of the tool; its content, mkdocs.yml and README.md stay as they are."""
    from generator import founding

    if folder.resolve() == tool():
        raise ToolError("this is the tool's own folder", help="Name the folder of another archive.")
    done = founding.upgrade(folder, founding.tool_files(tool()))
    click.echo(f"{done.changed} files renewed, {done.removed} removed, {done.unchanged} as they were.")
    click.echo(f"\nNext: cd {shlex.quote(str(folder))} && git diff, then install anew as README.md says.")


@command.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--repo", default="OWNER/NAME", show_default=True, help="The archive's repository on GitHub.")
@CONTENT
@door
def editor(folder: Path, repo: str, content: Path) -> None:
    """Write the settings of a web editor into DIR: its fields, choices and relations are those of the archive."""
    from generator import content_tree, disk, settings
    from generator.editor import editor_files, not_held

    name = settings.read_settings(disk.read_file(project() / "mkdocs.yml"), os.environ).site_name
    files, _ = content_tree.read_content(content)
    left_out = {
        (file.folder, field) for file in files for field in not_held(file.folder, file.data.decode("utf-8", "replace"))
    }
    for path, data in editor_files(repo, name, left_out).items():
        disk.write_file(folder / path, data)
    click.echo(f"Wrote {folder}/config.yml and index.html.")
    for kind, field in sorted(left_out):
        click.echo(
            f"  {field} of content/{kind} is not in its form: some files hold what the form cannot. It stays as it is."
        )
    click.echo(f"\nNext: read {folder}/README.md, which says how to open it.")
