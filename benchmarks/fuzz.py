"""Guided fuzzing of every reader with atheris, for development: bytes in, no crash, no hang, no error that is not a problem.

    pip install atheris
    python benchmarks/fuzz.py /tmp/corpus -max_total_time=3600 -timeout=5

The first argument is a folder for what it learns (kept between runs); the others are libFuzzer's.  A file that breaks a
reader is written to the folder where it runs, as ``crash-…`` or ``timeout-…``: turn it into a test in tests/fuzz.
"""

import sys

import atheris

with atheris.instrument_imports(include=["generator", "markdown_it"]):
    from generator import reading
    from generator.markup import to_markdown
    from generator.matching.forms import compile_forms
    from generator.model import Registry
    from generator.pipeline import entry_of

_NOBODY = Registry()
_FORMS = compile_forms(_NOBODY)
_ARTICLES = ("a.md", "a.txt", "a.html")


def one_input(data: bytes) -> None:
    """The first byte chooses the reader; the rest is the file."""
    which, file = data[:1], data[1:]
    number = which[0] % 8 if which else 0
    if number < len(_ARTICLES):
        article, _ = reading.read_article(f"content/articles/{_ARTICLES[number]}", file)
        if article is not None:
            to_markdown(article.blocks, anchors=True)
            entry_of(article, _NOBODY, _FORMS)
    elif number == 3:
        reading.read_actor("content/actors/a.md", file)
    elif number == 4:
        reading.read_topic("content/topics/a.md", file)
    elif number == 5:
        reading.read_outlet("content/outlets/a.md", file)
    elif number == 6:
        reading.read_page("content/pages/a.md", file)
    else:
        reading.read_decisions("content/statements.yaml", file)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
