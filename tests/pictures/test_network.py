"""The map of who appears with whom: whom it joins, what it says, and that every name is free."""

import time

import lxml.html
import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from generator.pictures import Actor, Network, network, strongest
from generator.pictures.drawing import figure
from generator.pictures.lettering import lines, width
from generator.pictures.network import key, shape

KINDS = ("person", "state", "organisation", "group")
HOSTILE = '</title></svg><script>alert(1)</script> "x" onload=y `z` {: onclick=c }'


def actors(number: int, name: str = "Ada Example") -> tuple[Actor, ...]:
    return tuple(
        Actor(name=f"{name} {index}", kind=KINDS[index % 4], articles=number * 3 - index, page=f"../actors/a{index}.md")
        for index in range(number)
    )


def drawn(graph: Network) -> lxml.html.HtmlElement:
    return rendered(figure("", network(graph, "A map."), "", "map"))


def rendered(text: str) -> lxml.html.HtmlElement:
    """As publishers show it."""
    page = markdown.markdown(text, extensions=["attr_list", "md_in_html"])
    return lxml.html.fragment_fromstring(page, create_parent="div")


# --- whom it joins ------------------------------------------------------------------------------------------------------------------


def test_each_is_joined_to_its_most_and_its_closest() -> None:
    """All share most with 0, the most named; but 2 and 3, named little, are always named together."""
    shared = {(0, 1): 9, (0, 2): 3, (0, 3): 3, (2, 3): 3, (1, 2): 1, (1, 3): 0}
    assert strongest(shared, [20, 10, 3, 3], 0) == ((0, 1, 9), (0, 2, 3), (0, 3, 3))
    assert (2, 3, 3) in strongest(shared, [20, 10, 3, 3], 1)
    assert (1, 3, 0) not in strongest(shared, [20, 10, 3, 3], 4)


def test_who_appears_with_nobody_is_joined_to_nobody() -> None:
    assert strongest({}, [4, 2], 2) == ()
    assert network(Network(actors=actors(1), edges=()), "A map.") == ""


# --- what it says -------------------------------------------------------------------------------------------------------------------


def test_each_actor_is_a_link_in_order_of_its_articles() -> None:
    graph = Network(actors=actors(4), edges=((0, 1, 5), (1, 2, 1)))
    links = drawn(graph).xpath(".//a")
    assert [(a.get("href"), a.xpath("string(./title)")) for a in links][:2] == [
        ("../actors/a0.md", "Ada Example 0: 12 articles"), ("../actors/a1.md", "Ada Example 1: 11 articles"),
    ]  # fmt: skip
    assert [a.get("data-node") for a in links] == ["0", "1", "2", "3"]
    assert [line.get("data-ends") for line in drawn(graph).xpath(".//path[@data-ends]")] == ["1 2", "0 1"]


def test_more_articles_make_a_larger_shape_and_a_thicker_line() -> None:
    graph = Network(actors=(*actors(1), *actors(9)[4:5]), edges=((0, 1, 5),))
    assert [a.get("data-node") for a in drawn(graph).xpath(".//a")] == ["0", "1"]
    many = Network(actors=actors(4), edges=((0, 1, 5), (1, 2, 1)))
    thin, thick = (float(line.get("stroke-width")) for line in drawn(many).xpath(".//path[@data-ends]"))
    assert thin < thick


def test_each_kind_has_a_shape_of_its_own() -> None:
    shapes = {kind: shape(kind, 0, 0, 10) for kind in KINDS}
    assert len(set(shapes.values())) == 4
    assert key([("state", "State")]).count("<li>") == 1


def test_hostile_names_stay_names() -> None:
    graph = Network(actors=tuple(actors(3, HOSTILE)), edges=((0, 1, 1),))
    text = network(graph, HOSTILE)
    picture = rendered(figure("", text, "", "map"))
    assert not list(picture.iter("script"))
    assert "\n" not in text
    assert picture.xpath("string(.//a/title)") == f"{HOSTILE} 0: 9 articles"
    assert not [
        name for element in picture.iter() for name in element.attrib if name.startswith("on") or name == "style"
    ]


def test_no_id_and_always_the_same_bytes() -> None:
    graph = Network(actors=actors(30), edges=tuple((0, index, index) for index in range(1, 30)))
    assert network(graph, "A map.") == network(graph, "A map.")
    assert drawn(graph).xpath(".//@id") == []


# --- that every name is free ----------------------------------------------------------------------------------------------------------


def boxes(picture: lxml.html.HtmlElement) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of the room of each actor."""
    found = []
    for rect in picture.xpath(".//a/rect[@class='ex-hit']"):
        x, y, across, down = (float(rect.get(name)) for name in ("x", "y", "width", "height"))
        found.append((x, y, x + across, y + down))
    return found


names = some.text(some.sampled_from("abc dŁø W漢-é"), min_size=1, max_size=60)


@settings(deadline=None, max_examples=25)
@given(some.lists(names, min_size=2, max_size=60), some.data())
def test_no_two_actors_of_any_map_overlap(written: list[str], data: some.DataObject) -> None:
    count = len(written)
    ends = some.integers(0, count - 1)
    pairs = data.draw(some.lists(some.tuples(ends, ends), max_size=3 * count))
    edges = tuple(sorted({(min(pair), max(pair), 1 + sum(pair) % 7) for pair in pairs if pair[0] != pair[1]}))
    every = tuple(
        Actor(name=name, kind=KINDS[index % 4], articles=count - index, page="a.md")
        for index, name in enumerate(written)
    )
    picture = drawn(Network(actors=every, edges=edges))
    _, _, across, down = map(float, picture.xpath(".//svg/@viewbox")[0].split())
    rooms = boxes(picture)
    assert len(rooms) == count
    for index, (left, top, right, bottom) in enumerate(rooms):
        assert left >= 0
        assert top >= 0
        assert right <= across
        assert bottom <= down
        for other in rooms[index + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_names_are_broken_and_cut() -> None:
    assert lines("Ada Example") == ["Ada Example"]
    assert lines("Ministry of the Sea of Ruritania") == ["Ministry of the", "Sea of Ruritania"]
    assert all(len(line) <= 34 for line in lines("Ruritania" * 20))
    assert lines("The Union of " + "very " * 20)[-1].endswith("…")
    assert width("WWW", 14) > width("iii", 14)
    assert width("e\u0301", 14) == width("e", 14)


@pytest.mark.slow
def test_sixty_actors_take_no_time() -> None:
    graph = Network(actors=actors(60), edges=tuple((index % 7, index, 1) for index in range(8, 60)))
    best = 9.0
    for _ in range(3):
        begun = time.perf_counter()
        network(graph, "A map.")
        best = min(best, time.perf_counter() - begun)
    assert best < 1  # 0.1 s on an idle machine
