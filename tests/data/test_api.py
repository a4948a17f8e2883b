"""The API's files fit their schemas, agree with the tables, and change only with what they are about."""

import json
import shutil
from pathlib import Path

import pytest

from generator.data.columns import Filled

from .conftest import SETTINGS, data_files, read


def parsed(files: dict[str, bytes], path: str) -> dict[str, object]:
    found = json.loads(files[path])
    assert isinstance(found, dict)
    return found


def test_each_thing_has_a_file(files: dict[str, bytes], filled: dict[str, Filled]) -> None:
    for kind in ("articles", "actors", "topics"):
        expected = {f"api/{kind}/{record['slug']}.json" for record in filled[kind].records()}
        assert {name for name in files if name.startswith(f"api/{kind}/")} == expected
        for record in filled[kind].records(long=False):
            found = parsed(files, f"api/{kind}/{record['slug']}.json")
            assert found["version"] == 1
            assert {name: found[name] for name in record if name != "articles"} == record


def test_no_text_of_an_article_is_in_the_api(files: dict[str, bytes]) -> None:
    assert not [name for name, data in files.items() if name.startswith("api/articles/") and b'"body"' in data]


def test_lists_are_as_long_as_their_counts(files: dict[str, bytes]) -> None:
    for name, data in files.items():
        found = json.loads(data) if name.startswith(("api/actors/", "api/topics/")) else None
        if found:
            assert len(found["articles"]) == found["article_count"]
            assert len(found.get("statements", [])) == found.get("statement_count", 0)


def test_the_index_counts_and_its_addresses_are_files(files: dict[str, bytes], filled: dict[str, Filled]) -> None:
    index = json.loads(files["api/index.json"])
    assert index["counts"] == {name: len(each.rows) for name, each in filled.items()}
    for address in [*index["schemas"].values(), index["endpoints"]["search-forms"], index["downloads"]]:
        assert address.removeprefix(SETTINGS.site_url) in files
    for kind in ("actors", "articles", "topics"):
        template = index["endpoints"][kind].removeprefix(SETTINGS.site_url)
        slug = filled[kind].records()[0]["slug"]
        assert template.replace("{slug}", slug) in files


def test_every_spelling_leads_to_what_it_means(files: dict[str, bytes]) -> None:
    forms = json.loads(files["api/search-forms.json"])["forms"]
    assert list(forms) == sorted(forms)
    assert forms["Ада Примерова"] == [{"kind": "actor", "slug": "ada-example", "form": "alias"}]
    assert forms["Salt tax"] == [{"kind": "topic", "slug": "salt-tax", "form": "name"}]
    assert forms["The Gazette"] == [{"kind": "outlet", "slug": "the-gazette", "form": "name"}]
    for meanings in forms.values():
        assert all(f"api/{m['kind']}s/{m['slug']}.json" in files for m in meanings if m["kind"] != "outlet")


def fits(value: object, schema: dict[str, object], at: str = "$") -> list[str]:
    """What a value lacks of a schema: the keywords that ours use, and none else."""
    known = {"$schema", "title", "description", "examples", "type", "format", "properties", "required", "items", "enum", "const",
             "additionalProperties", "minimum"}  # fmt: skip
    assert schema.keys() <= known, f"{at}: {schema.keys() - known}"
    wrong: list[str] = []
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "null": type(None)}
    types = schema.get("type", [])
    names = [types] if isinstance(types, str) else types
    if names and not any(isinstance(value, kinds[name]) for name in names):  # type: ignore[attr-defined]
        wrong.append(f"{at} is no {names}")
    if "const" in schema and value != schema["const"]:
        wrong.append(f"{at} is not {schema['const']}")
    if "enum" in schema and value not in schema["enum"]:  # type: ignore[operator]
        wrong.append(f"{at} is not of {schema['enum']}")
    if isinstance(value, dict):
        wrong += [f"{at}.{name} is missing" for name in schema.get("required", []) if name not in value]  # type: ignore[attr-defined]
        properties = schema.get("properties", {})
        for name, inner in value.items():
            of = properties.get(name, schema.get("additionalProperties"))  # type: ignore[attr-defined]
            wrong += fits(inner, of, f"{at}.{name}") if of else []
            wrong += [] if of else [f"{at}.{name} is not described"]
    if isinstance(value, list):
        wrong += [fault for i, inner in enumerate(value) for fault in fits(inner, schema["items"], f"{at}[{i}]")]  # type: ignore[arg-type]
    return wrong


def schema_of(path: str) -> str:
    name = path.removeprefix("api/").split("/")[0].removesuffix(".json")
    return f"api/schema/v1/{name[:-1] if '/' in path.removeprefix('api/') else name}.json"


def test_every_file_fits_its_schema(files: dict[str, bytes]) -> None:
    checked = 0
    for path, data in files.items():
        if path.startswith("api/") and "/schema/" not in path:
            assert fits(json.loads(data), parsed(files, schema_of(path))) == [], path
            checked += 1
    assert checked > 15


def test_a_schema_can_be_missed(files: dict[str, bytes]) -> None:
    schema = parsed(files, "api/schema/v1/actor.json")
    whole = parsed(files, "api/actors/ada-example.json")
    assert fits(whole | {"version": 2}, schema)
    assert fits({k: v for k, v in whole.items() if k != "name"}, schema)
    assert fits(whole | {"aliases": "x"}, schema)
    assert fits(whole | {"unheard": 1}, schema)


def test_schemas_are_valid_and_judge_alike(files: dict[str, bytes]) -> None:
    """The JSON Schema library agrees with the small judge above."""
    jsonschema = pytest.importorskip("jsonschema")
    for path, data in files.items():
        if path.startswith("api/schema/"):
            jsonschema.Draft202012Validator.check_schema(json.loads(data))
        elif path.startswith("api/"):
            jsonschema.Draft202012Validator(parsed(files, schema_of(path))).validate(json.loads(data))


def test_one_article_more_changes_only_what_it_names(more: Path, files: dict[str, bytes], tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(more, content)
    text = "---\ntitle: A word on fishing\ndate: 2024-05-20\n---\n\nThe fishers of Borduria fish.\n"
    (content / "articles" / "a-word-on-fishing.md").write_text(text, "utf-8")
    after = data_files(read(content), SETTINGS)
    changed = {name for name in after if after[name] != files.get(name)} - {
        name for name in after if name.startswith("data/")
    }
    assert changed == {
        "api/articles/a-word-on-fishing.json", "api/actors/borduria.json", "api/topics/fishing.json", "api/index.json",
    }  # fmt: skip
    assert files.keys() <= after.keys()
