"""Where shapes and names stand on the map: nothing over anything, always the same."""

from hypothesis import given, settings
from hypothesis import strategies as some

from generator.pictures.layout import apart, distances, fit, overlap, spiral, stress

WIDTH = 1200.0
coordinates = some.floats(-2000, 3000, allow_nan=False)
points = some.lists(some.tuples(coordinates, coordinates), min_size=1, max_size=40)
alike = some.lists(some.just((5.0, 5.0)), min_size=2, max_size=40)
sizes = some.tuples(some.floats(1, 260), some.floats(1, 90))


def overlapping(placed: list[tuple[float, float]], boxes: list[tuple[float, float]]) -> list[tuple[int, int]]:
    return [
        (one, other)
        for one in range(len(placed))
        for other in range(one + 1, len(placed))
        if min(overlap(placed[one], placed[other], boxes[one], boxes[other])) > 1e-5
    ]


@settings(deadline=None, max_examples=60)
@given(points | alike, some.data())
def test_no_two_boxes_overlap_and_none_leaves_the_paper(
    start: list[tuple[float, float]], data: some.DataObject
) -> None:
    boxes = data.draw(some.lists(sizes, min_size=len(start), max_size=len(start)))
    placed = apart(start, boxes, WIDTH)
    assert overlapping(placed, boxes) == []
    for (x, _), (width, _) in zip(placed, boxes, strict=True):
        assert width / 2 - 1e-6 <= x <= WIDTH - width / 2 + 1e-6


def test_an_overlap_is_seen() -> None:
    assert overlapping([(0, 0), (9, 9)], [(10, 10), (10, 10)]) == [(0, 1)]
    assert overlapping([(0, 0), (11, 9)], [(10, 10), (10, 10)]) == []


def test_distances_are_steps_along_the_lines() -> None:
    steps = distances(4, [(0, 1), (1, 2)])
    assert steps[0] == [0, 1, 2, 3.5]
    assert steps[3] == [3.5, 3.5, 3.5, 0]
    assert distances(1, []) == [[0]]


def test_stress_brings_distances_near_to_those_wanted() -> None:
    """A row of five nodes becomes a straight line of the same lengths."""
    placed = stress(distances(5, [(0, 1), (1, 2), (2, 3), (3, 4)]), rounds=300)
    (x1, y1), (x5, y5) = placed[0], placed[4]
    assert abs(((x1 - x5) ** 2 + (y1 - y5) ** 2) ** 0.5 - 4) < 0.1


def test_the_start_is_fixed_and_no_two_points_are_one() -> None:
    assert spiral(3) == spiral(3)
    assert len({(round(x, 6), round(y, 6)) for x, y in spiral(200)}) == 200


def test_points_fill_the_box_the_longer_way_across() -> None:
    placed = fit([(0, 0), (1, 10), (0.5, 5)], 100, 40)
    assert placed == [(0, 0), (100, 40), (50, 20)]
    assert fit([], 1, 1) == []
    assert fit([(3, 3)], 100, 40) == [(50, 20)]
