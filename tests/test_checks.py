"""Rules across files: a tree in memory for each, the problem at its place, and a help that says what to do."""

import datetime

import pytest

from generator.checks import RULES, Content, check_content
from generator.links import is_outward, resolve
from generator.model import Actor, Article, Outlet, Topic
from generator.problems import Problem
from generator.reading import read_actor, read_article, read_outlet, read_page, read_topic

ARTICLE = "---\ntitle: Talks\ndate: 2025-08-22\n{}---\nThe talks ended.\n"
ACTOR = "---\nname: Ada Example\nkind: person\n{}---\n"
TOPIC = "---\nname: Border talks\n{}---\n"
OUTLET = "---\nname: The Gazette\nurl: https://example.org\nrights: full\n{}---\n"


def content_of(files: dict[str, str]) -> Content:
    """A content tree of texts by path, read; only the rules across files may find problems in it."""
    read: dict[str, list[object]] = {"articles": [], "actors": [], "topics": [], "outlets": [], "pages": []}
    readers = {
        "articles": read_article,
        "actors": read_actor,
        "topics": read_topic,
        "outlets": read_outlet,
        "pages": read_page,
    }
    for name, text in files.items():
        folder = name.split("/")[0]
        thing, problems = readers[folder](f"content/{name}", text.encode())  # type: ignore[operator]
        assert problems == [], problems
        read[folder].append(thing)
    things = {folder: tuple(every) for folder, every in read.items()}
    return Content(**things, paths=tuple(f"content/{name}" for name in files))  # type: ignore[arg-type]


def problems_of(files: dict[str, str]) -> list[Problem]:
    problems = list(check_content(content_of(files)))
    assert all(problem.help and problem.line >= 1 for problem in problems)
    return problems


def the_problem(files: dict[str, str]) -> Problem:
    problems = problems_of(files)
    assert len(problems) == 1, problems
    return problems[0]


SOUND = {
    "articles/talks.md": ARTICLE.format("outlet: the-gazette\nactors: [ada-example]\ntopics: {add: [talks], drop: [truce]}\nredirects: [old-talks]\n"),
    "articles/more-talks.txt": ARTICLE.format("actors: {add: [ada-example]}\n"),
    "actors/ada-example.md": ACTOR.format("affiliations: [ruritania]\nredirects: [a-example]\n"),
    "actors/ruritania.md": "---\nname: Ruritania\nkind: state\n---\nA [state](../topics/talks.md#text-why) and [more](more-talks.md).".replace("more-talks", "../articles/more-talks"),
    "topics/talks.md": TOPIC.format("parent: peace\nrelated: [truce]\n") + "## Why\n\nText",
    "topics/peace.md": "---\nname: Peace of Strelsau\n---\n",
    "topics/truce.md": "---\nname: Truce of Zenda\nparent: peace\n---\n",
    "outlets/the-gazette.md": OUTLET.format(""),
    "pages/about.md": "# About\n\n[Ada](../actors/ada-example.md), [all](../actors/index.md), [home](index.md), [mail](mailto:ada@example.org), [web](https://example.org/x).",
    "pages/index.md": "# Home\n\n[About](about.md)",
}  # fmt: skip


def test_a_sound_tree_has_no_problems() -> None:
    assert problems_of(SOUND) == []


def test_every_rule_says_what_it_is() -> None:
    assert all(rule.__doc__ for rule in RULES)
    assert len({rule.__name__ for rule in RULES}) == len(RULES)


# --- articles ---------------------------------------------------------------------------------------------------------------------


def test_a_published_article_has_a_title() -> None:
    problem = the_problem({"articles/talks.md": "---\ndate: 2025-08-22\n---\nThe talks ended."})
    assert (problem.code, problem.path, problem.line) == ("title-missing", "content/articles/talks.md", 1)
    assert problem.help.splitlines() == [
        "Add to the header, above its closing ---:",
        'title: "The headline as it was published"',
    ]


def test_a_published_article_has_a_date() -> None:
    problem = the_problem({"articles/talks.md": "# Talks\n\nThe talks ended."})
    assert (problem.code, problem.path, problem.line) == ("date-missing", "content/articles/talks.md", 1)
    assert problem.help.splitlines()[1:] == ["---", "date: YYYY-MM-DD", "---"]


def test_what_lacks_both_is_told_to_paste_both() -> None:
    problems = problems_of({"articles/talks.md": "The talks ended."})
    assert [p.code for p in problems] == ["title-missing", "date-missing"]
    assert all("\ntitle: " in p.help and "\ndate: YYYY-MM-DD\n---" in p.help for p in problems)


@pytest.mark.parametrize(
    ("status", "codes"),
    [("draft", []), ("withdrawn", ["title-missing", "date-missing"]), ("retracted", ["title-missing", "date-missing"])],
)
def test_only_a_draft_may_lack_title_and_date(status: str, codes: list[str]) -> None:
    assert [p.code for p in problems_of({"articles/talks.md": f"---\nstatus: {status}\n---\nText"})] == codes


def test_an_article_has_a_text() -> None:
    empty = "---\ntitle: Talks\ndate: 2025-08-22\n{}---\n"
    problem = the_problem({"articles/talks.md": empty.format("")})
    assert (problem.code, problem.line) == ("article-empty", 1)
    assert problems_of({"articles/talks.md": empty.format("status: withdrawn\n")}) == []
    assert problems_of({"articles/talks.md": empty.format("summary: Talks.\nrights: link\n")}) == []


# --- slugs -------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "proposed"), [("Talks.md", "talks.md"), ("the talks.md", "the-talks.md"), ("łódź.md", "lodz.md"), ("a--b.md", "a-b.md"), ("переговоры.md", "a-short-name.md"), ("a.b.md", "a-b.md")]
)  # fmt: skip
def test_a_files_name_is_an_address(name: str, proposed: str) -> None:
    problem = the_problem({f"articles/{name}": ARTICLE.format("")})
    assert (problem.code, problem.path, problem.line) == ("slug-form", f"content/articles/{name}", 1)
    assert f"to {proposed}:" in problem.help


def test_a_slug_stands_for_one_file() -> None:
    problem = the_problem({"articles/talks.md": ARTICLE.format(""), "articles/talks.txt": ARTICLE.format("")})
    assert (problem.code, problem.path, problem.line) == ("slug-twice", "content/articles/talks.txt", 1)
    assert "content/articles/talks.md" in problem.message
    assert problems_of({"articles/talks.md": ARTICLE.format(""), "topics/talks.md": TOPIC.format("")}) == []


@pytest.mark.parametrize("name", ["articles/index.md", "actors/index.md", "pages/articles.md", "pages/timeline.md"])
def test_the_addresses_of_indexes_are_taken(name: str) -> None:
    texts = {"articles": ARTICLE, "actors": ACTOR, "pages": "# About\n\n{}Text"}
    problem = the_problem({name: texts[name.split("/")[0]].format("")})
    assert (problem.code, problem.path) == ("slug-reserved", f"content/{name}")


@pytest.mark.parametrize(
    ("first", "second", "taken"),
    [
        ("[more]", "", "content/articles/more.md"),
        ("[talks]", "", "content/articles/talks.md"),
        ("[old]", "redirects: [old]\n", None),
    ],
)
def test_a_redirect_takes_no_address_in_use(first: str, second: str, taken: str | None) -> None:
    files = {"articles/talks.md": ARTICLE.format(f"redirects: {first}\n"), "articles/more.md": ARTICLE.format(second)}
    problem = the_problem(files)
    assert (problem.code, problem.line) == ("redirect-taken", 4)
    assert problem.path == ("content/articles/talks.md" if taken else "content/articles/more.md")
    assert (taken or "content/articles/talks.md") in problem.message


def test_redirects_of_other_folders_do_not_clash() -> None:
    files = {
        "articles/talks.md": ARTICLE.format("redirects: [ada-example]\n"),
        "actors/ada-example.md": ACTOR.format(""),
    }
    assert problems_of(files) == []


@pytest.mark.parametrize(
    ("name", "text", "line", "code", "new"),
    [
        ("articles/talks.md", ARTICLE.format("actors: [bo-sample]\n"), 4, "actor-unknown", "actor bo-sample"),
        ("articles/talks.md", ARTICLE.format("language: en\nactors: {add: [bo-sample]}\n"), 5, "actor-unknown", "actor bo-sample"),
        ("articles/talks.md", ARTICLE.format("actors: {drop: [bo-sample]}\n"), 4, "actor-unknown", "actor bo-sample"),
        ("articles/talks.md", ARTICLE.format("topics: [fishing]\n"), 4, "topic-unknown", "topic fishing"),
        ("articles/talks.md", ARTICLE.format("outlet: zenda-news\n"), 4, "outlet-unknown", "outlet zenda-news"),
        ("actors/cy-sample.md", "---\nname: Cy Sample\nkind: person\naffiliations: [borduria]\n---\n", 4, "actor-unknown", "actor borduria"),
        ("topics/fishing.md", "---\nname: Fishing quota\nparent: sea\n---\n", 3, "topic-unknown", "topic sea"),
        ("topics/fishing.md", "---\nname: Fishing quota\nrelated: [sea]\n---\n", 3, "topic-unknown", "topic sea"),
    ],
)  # fmt: skip
def test_a_slug_in_a_header_has_its_file(name: str, text: str, line: int, code: str, new: str) -> None:
    files = {
        key: value for key, value in SOUND.items() if key.startswith(("actors/r", "actors/a", "topics/", "outlets/"))
    }
    files["actors/ruritania.md"] = "---\nname: Ruritania\nkind: state\n---\n"
    problem = the_problem(files | {name: text})
    assert (problem.code, problem.path, problem.line) == (code, f"content/{name}", line)
    assert f"explainer new {new}" in problem.help


def test_a_slug_that_is_nearly_right_is_proposed() -> None:
    problem = the_problem(
        {"articles/talks.md": ARTICLE.format("actors: [ada-exampel]\n"), "actors/ada-example.md": ACTOR.format("")}
    )
    assert problem.help.startswith("Did you mean `ada-example`?")


# --- topics and links --------------------------------------------------------------------------------------------------------------


def test_no_topic_is_its_own_ancestor() -> None:
    def topics(**parents: str) -> dict[str, str]:
        return {
            f"topics/{slug}.md": f"---\nname: The {slug} of {slug}\nparent: {parent}\n---\n"
            for slug, parent in parents.items()
        }

    problem = the_problem(topics(fishing="fishing"))
    assert (problem.code, problem.path, problem.line) == ("topic-cycle", "content/topics/fishing.md", 3)
    assert "fishing → fishing" in problem.message
    found = problems_of(topics(sea="fish", fish="net", net="sea", boat="sea"))
    assert [p.path for p in found] == ["content/topics/fish.md"], "a ring is told once"
    assert "fish → net → sea → fish" in found[0].message
    assert found[0].others == ("content/topics/net.md", "content/topics/sea.md")


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("articles/talks.md", ARTICLE.format("") + "\nSee [Bo](../actors/bo-sample.md).", 7),
        ("articles/talks.md", ARTICLE.format("") + "\n- one\n- [two](two.md#x)", 8),
        ("articles/talks.md", ARTICLE.format("") + "\n| a |\n|---|\n| [b](b.md) |", 9),
        ("articles/talks.md", ARTICLE.format("") + "\n![map](map.png)", 7),
        ("articles/talks.md", ARTICLE.format("") + "\n[up](../../../../etc/passwd)", 7),
        ("articles/talks.md", ARTICLE.format("") + "\n[Ada](ada-example.md)", 7),
        ("actors/ada-example.md", ACTOR.format("") + "\n[x](x.md)", 6),
        ("topics/talks.md", TOPIC.format("") + "\n[x](../actors/)", 5),
        ("outlets/the-gazette.md", OUTLET.format("") + "\n[x](x.md)", 7),
        ("pages/about.md", "# About\n\n[x](contribute.md)", 3),
    ],
)  # fmt: skip
def test_links_within_the_archive_lead_somewhere(name: str, text: str, line: int) -> None:
    problem = the_problem({"actors/ada-example.md": ACTOR.format(""), name: text})
    assert (problem.code, problem.path, problem.line) == ("link-dead", f"content/{name}", line)
    assert "../actors/ada-example.md" in problem.help


@pytest.mark.parametrize(
    ("path", "href", "page", "fragment"),
    [
        ("content/articles/a.md", "b.md", "articles/b.md", ""),
        ("content/articles/a.md", "b.txt", "articles/b.md", ""),
        ("content/articles/a.md", "./b.html#c", "articles/b.md", "c"),
        ("content/articles/a.md", "../actors/b.md?x#c", "actors/b.md", "c"),
        ("content/articles/a.md", "../pages/about.md", "about.md", ""),
        ("content/articles/a.md", "#c", "articles/a.md", "c"),
        ("content/articles/a.txt", "", "articles/a.md", ""),
        ("content/articles/a.md", "/actors/b.md", "actors/b.md", ""),
        ("content/pages/about.md", "contribute.md", "contribute.md", ""),
        ("content/pages/about.md", "../actors/b.md", "actors/b.md", ""),
        ("content/pages/index.md", "../topics/index.md", "topics/index.md", ""),
    ],
)
def test_relative_links_mean_pages(path: str, href: str, page: str, fragment: str) -> None:
    assert resolve(path, href) == (page, fragment)


@pytest.mark.parametrize(
    "href", ["https://example.org", "mailto:ada@example.org", "//example.org/b.md", "javascript:alert(1)"]
)
def test_other_links_leave_the_archive(href: str) -> None:
    assert is_outward(href)


@pytest.mark.parametrize(
    ("header", "dead"),
    [
        ("", False),
        ("status: draft\n", True),
        ("status: withdrawn\n", True),
        ("rights: link\n", True),
        ("status: retracted\n", False),
    ],
)
def test_a_link_to_a_heading_leads_to_one_that_is_shown(header: str, dead: bool) -> None:
    files = {
        "articles/talks.md": ARTICLE.format(header) + "\n## Why now?\n\nText",
        "pages/about.md": "# About\n\n[why](../articles/talks.md#why-now)",
    }
    assert [p.code for p in problems_of(files)] == (["link-dead"] if dead else [])
    assert [p.path for p in problems_of(files)] == (["content/pages/about.md"] if dead else [])


def test_a_heading_that_is_not_there_is_named() -> None:
    problem = the_problem({"articles/talks.md": ARTICLE.format("") + "\n[x](#nowhere)"})
    assert (problem.code, problem.line) == ("link-dead", 7)
    assert "no heading nowhere" in problem.message


# --- the tree itself ---------------------------------------------------------------------------------------------------------------


def test_the_registry_holds_everything_by_slug() -> None:
    registry = content_of(SOUND).registry
    assert {
        type(thing) for thing in (*registry.actors.values(), *registry.topics.values(), *registry.outlets.values())
    } == {Actor, Topic, Outlet}
    assert sorted(registry.actors) == ["ada-example", "ruritania"]
    assert sorted(registry.topics) == ["peace", "talks", "truce"]
    assert isinstance(content_of(SOUND).articles[0], Article)
    assert content_of(SOUND).articles[0].date == datetime.date(2025, 8, 22)
