"""The settings of a web editor whose fields, choices and relations come from the one table of fields.

Sveltia CMS (MIT), a program of one file that runs in the browser and writes to git; Decap CMS reads the same settings.  The
editor is no part of the site: it talks to other hosts (GitHub's), which no page of an archive does.  It stands in a folder of
its own, is opened on one's own computer, or is put on a host of its own.
"""

import json
from collections.abc import Collection, Iterator, Mapping

import yaml

from generator.reading import fields
from generator.reading.fields import TABLES, Field
from generator.reading.header import read_header
from generator.schemas import CHOICES

VERSION = "0.221.1"  # of @sveltia/cms, which the settings were tried with
PROGRAM = "sveltia-cms.js"
ICONS = "5.3.8"  # of @fontsource-variable/material-symbols-outlined: the program would fetch them from another host
# The fields whose values are slugs of another folder.
RELATIONS: Mapping[str, str] = {
    "outlet": "outlets", "parent": "topics", "related": "topics", "topics": "topics", "affiliations": "actors",
    "actors": "actors", "speaker": "actors",
}  # fmt: skip
_LONG = frozenset({"summary", "description"})  # texts that want more than one line to type in
_OFTEN = frozenset(
    {"summary", "authors", "outlet", "language", "aliases", "role", "terms", "parent"}
)  # offered in snippets
_NO_BODY = {"articles": "Text", "pages": "Text"}  # what the body is called; elsewhere it is the introduction
_LABELS = {"articles": "Article", "actors": "Actor", "topics": "Topic", "outlets": "Outlet", "pages": "Page"}

Settings = Mapping[str, object]


def not_held(folder: str, text: str) -> Iterator[str]:
    """The fields of a file whose values the editor's form cannot hold: it would save the file without them."""
    header, _ = read_header(folder, text)
    for field in TABLES.get(folder, ()):
        if field.name in header.entries and not _is_held(field, header.entries[field.name][1]):
            yield field.name


def _is_held(field: Field, node: yaml.Node) -> bool:
    """A choice is corrected (add, drop), not listed; a term is a text, without a weight."""
    if field.read is fields.choice:
        return not isinstance(node, yaml.SequenceNode)
    return field.read is not fields.terms or not any(isinstance(part, yaml.MappingNode) for part in (node, *node.value))


def editor_files(
    repository: str, site_name: str, left_out: Collection[tuple[str, str]] = frozenset()
) -> dict[str, bytes]:
    """The editor's folder, but for its program: settings, the page that loads both, and how to use it.

    ``repository`` is OWNER/NAME on GitHub; ``left_out`` are fields (with their folders) that stay out of the forms, so that the
    editor leaves them as they are.
    """
    head = "# Made by `explainer editor` from the archive's own table of fields; make it anew after an upgrade.\n"
    settings = yaml.safe_dump(editor_settings(repository, left_out), allow_unicode=True, sort_keys=False, width=110)
    return {
        "config.yml": (head + settings).encode(),
        "index.html": _PAGE.replace("SITE", _escaped(site_name)).encode(),
        "README.md": _README.encode(),
    }


def editor_settings(repository: str, left_out: Collection[tuple[str, str]] = frozenset()) -> Settings:
    """What config.yml holds."""
    return {
        "backend": {"name": "github", "repo": repository, "branch": "main"},
        "publish_mode": "editorial_workflow",  # what is saved becomes a pull request, not a commit to the main branch
        "media_folder": "content/pictures",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        # All texts in quotes, so that YAML takes none for something else; what is empty is left out.
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "double"}},
        "collections": [
            _collection(folder, tuple(field for field in table if (folder, field.name) not in left_out))
            for folder, table in TABLES.items()
        ],
    }


def snippets() -> dict[str, object]:
    """What VS Code offers to type in a Markdown file: the header of each kind, by its name."""
    return {
        f"{_LABELS[folder]} header": {
            "prefix": f"{_LABELS[folder].lower()}-header",
            "description": f"The header of a file in content/{folder}",
            "body": ["---", *_snippet_lines(table), "---", "", "$0"],
        }
        for folder, table in TABLES.items()
    }


def _snippet_lines(table: tuple[Field, ...]) -> list[str]:
    """The fields that most files have, each with a place to type in."""
    lines: list[str] = []
    for field in table:
        if not (field.required or field.name in _OFTEN):
            continue
        place = len(lines) + 1
        if field.name in CHOICES:
            typed = "${%d|%s|}" % (place, ",".join(CHOICES[field.name]))  # noqa: UP031 - braces are what it is about
        elif field.read is fields.date:
            typed = "${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}"
        else:
            typed = "${%d:%s}" % (place, field.example.strip('"'))  # noqa: UP031
            typed = f'"{typed}"' if field.read is fields.text else typed
        lines.append(f"{field.name}: {typed}")
    return lines


def _collection(folder: str, table: tuple[Field, ...]) -> Settings:
    """One folder of the archive: a list of files in the editor."""
    name = table[0].name
    body = {"name": "body", "label": _NO_BODY.get(folder, "Introduction"), "widget": "markdown", "modes": ["raw"]}
    return {
        "name": folder,
        "label": folder.capitalize(),
        "label_singular": _LABELS[folder],
        "folder": f"content/{folder}",
        "extension": "md",
        "format": "yaml-frontmatter",
        "create": folder != "pages",
        "delete": False,  # an address stays: status withdrawn, or a redirect
        "identifier_field": name,
        "slug": f"{{{{{name}}}}}",
        "fields": [*(field_settings(field) for field in table), body | {"required": folder == "articles"}],
    }


def field_settings(field: Field) -> Settings:
    """One field of a form."""
    return {
        "name": field.name,
        "label": field.name.replace("_", " ").capitalize(),
        "hint": field.meaning,
        "required": field.required,
        **_widget(field),
    }


def _widget(field: Field) -> Settings:
    """How a field's value is chosen or typed."""
    if field.name in CHOICES:
        return {"widget": "select", "options": [str(option) for option in CHOICES[field.name]]}
    if field.read is fields.choice:  # the form that corrects what is found, which is what people need
        return {
            "widget": "object",
            "collapsed": True,
            "fields": [
                {"name": "add", "label": "Add", "required": False, **_relation(field.name, multiple=True)},
                {"name": "drop", "label": "Leave out", "required": False, **_relation(field.name, multiple=True)},
            ],
        }
    if field.name in RELATIONS:
        return _relation(field.name, multiple=field.read is fields.slug_list)
    if field.read is fields.statements:
        speaker = {"name": "speaker", "label": "Speaker", **_relation("speaker", multiple=False)}
        return {
            "widget": "list",
            "collapsed": True,
            "fields": [speaker, {"name": "text", "label": "Words", "widget": "text"}],
        }
    if field.read is fields.corrections:
        what = {"name": "what", "label": "What was corrected", "widget": "text"}
        return {"widget": "list", "collapsed": True, "fields": [{"name": "date", "label": "Day", **_DAY}, what]}
    if field.read is fields.provenance:
        parts = [{"name": name, "label": name.capitalize(), "required": False, "widget": "string"} for name in _PARTS]
        return {"widget": "object", "collapsed": True, "fields": parts}
    if field.read is fields.text and field.name in _LONG:
        return {"widget": "text"}
    return _SIMPLE[field.read]


_PARTS = ("source", "retrieved", "sha256")
_DAY: Settings = {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
_SIMPLE: Mapping[object, Settings] = {
    fields.text: {"widget": "string"},
    fields.text_list: {"widget": "list"},
    fields.slug_list: {"widget": "list"},  # those of no folder: redirects
    fields.key_points: {"widget": "list", "max": fields.MAX_KEY_POINTS},
    fields.terms: {"widget": "list"},
    fields.date: _DAY,
    fields.url: {"widget": "string", "pattern": ["^https?://\\S+$", "The whole address, beginning with https://"]},
    fields.wikidata: {"widget": "string", "pattern": ["^Q[1-9][0-9]*$", "A Q with digits, for example Q42"]},
    fields.language: {"widget": "string", "pattern": ["^[a-z]{2,3}(-[A-Za-z0-9]+)*$", "Two letters, for example en"]},
    fields.boolean: {"widget": "boolean", "default": True},
}


def _relation(name: str, *, multiple: bool) -> Settings:
    """A choice among the files of a folder, by name; what is kept is the slug."""
    folder = RELATIONS[name]
    shown = TABLES[folder][0].name
    return {
        "widget": "relation",
        "collection": folder,
        "value_field": "{{slug}}",
        "display_fields": [shown],
        "search_fields": [shown],
        "multiple": multiple,
    }


def _escaped(words: str) -> str:
    return (
        json.dumps(words, ensure_ascii=False)[1:-1].replace("&", "&amp;").replace("<", "&lt;").replace('\\"', "&quot;")
    )


# The policy lets the program talk to GitHub and to nobody else.
_PAGE = """\
<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <meta name="robots" content="noindex">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https://avatars.githubusercontent.com; font-src 'self' data:; connect-src 'self' blob: data: https://api.github.com https://www.githubstatus.com; form-action 'none'; base-uri 'none'">
  <title>Editor: SITE</title>
  <link rel="cms-config-url" type="text/yaml" href="config.yml">
  <style>@font-face { font-family: "Material Symbols Outlined"; font-weight: 100 700; src: url("icons.woff2") format("woff2"); }</style>
  <script defer src="sveltia-cms.js"></script>
</head>
<body></body>
</html>
"""
_README = f"""\
# The web editor

`config.yml` tells [Sveltia CMS](https://github.com/sveltia/sveltia-cms) (MIT licence) which fields each file of the archive has.
It is no part of the site, and nothing of it is published by itself.

The program is one file, its icons (OFL 1.1) another. Fetch both once, into this folder:

```sh
npm pack @sveltia/cms@{VERSION} @fontsource-variable/material-symbols-outlined@{ICONS}
tar --extract --gzip --file sveltia-cms-{VERSION}.tgz --strip-components 2 package/dist/{PROGRAM}
tar --extract --gzip --to-stdout --file fontsource-variable-material-symbols-outlined-{ICONS}.tgz \\
  package/files/material-symbols-outlined-latin-wght-normal.woff2 > icons.woff2
```

**On your own computer.** In this folder, run `python3 -m http.server 8001 --bind 127.0.0.1`, open <http://localhost:8001/> in
Chrome, Edge or another Chromium, choose **Work with Local Repository** and point it at your clone. No account is asked for; what
you save lies in your clone. Run `explainer check` and commit it as usual.

**For people without tools.** Put this folder on a host of its own: not beside the site, whose pages talk to no other host.
People sign in with an access token of GitHub's that may write to this repository, or with the sign-in of an OAuth app that you
register (see Sveltia's documentation on its GitHub backend). What they save becomes a pull request.

It edits the articles that end in `.md`; clips (`.txt`, `.html`) come in by `explainer add` or the form. What a form cannot hold stays
out of it, and stays in the files as it is: a topic's terms while one has a weight, an article's actors or topics while one lists them
all in brackets. `explainer editor` looks at your content for that, so run it again now and then. Saving writes `autolink: true`
into articles that do not say it, which means the same.
"""
