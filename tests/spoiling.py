"""What may happen to what builds left, for ``test_incremental``: each says what it did."""

import os
import shutil

from tests.edits import World


def spoil_built(world: World) -> str:
    """Something in build/docs or build/site by hand."""
    chance = world.chance
    root = world.build / chance.choice(["docs", "site"])
    files = sorted(path for path in root.rglob("*") if path.is_file())
    if not files:
        return "nothing"
    parts = sorted({path.relative_to(root).parts[0] for path in files})
    some = chance.choice(parts)
    path = chance.choice([path for path in files if path.relative_to(root).parts[0] == some])
    kind = chance.choice(["gone", "over", "shorter", "folder", "link", "more", "all", "part", "file", "linked"])
    match kind:
        case "gone":
            path.unlink()
        case "over":  # into the file itself, whatever other names it has
            path.write_bytes(b"spoiled" * chance.randint(1, 9))
        case "shorter":
            os.truncate(path, path.stat().st_size // 2)
        case "folder":
            path.unlink()
            path.mkdir()
            (path / "stray.md").write_text("stray\n")
        case "link":
            path.unlink()
            path.symlink_to(world.project / "mkdocs.yml")
        case "more":
            (path.parent / "stray.html").write_text("stray\n")
        case "all":
            shutil.rmtree(root)
        case "file" if (root / some).is_dir():  # in the place of a folder
            shutil.rmtree(root / some)
            (root / some).write_text("stray\n")
        case "linked" if (root / some).is_dir():  # a folder that is elsewhere
            shutil.rmtree(root / some)
            (root / some).symlink_to(world.content / "pages")
        case "part":
            shutil.rmtree(root / some) if (root / some).is_dir() else (root / some).unlink()
    return f"{path.relative_to(world.build)}: {kind}"


def forget(world: World) -> str:
    """A folder that builds made goes, all of it.  (To write into the database of a running program is nobody's right.)"""
    made = sorted(path for path in world.build.iterdir() if path.is_dir())
    path = world.chance.choice(made)
    shutil.rmtree(path)
    return path.name


def remember(world: World) -> str:
    """What runs keep, as it is now, is put aside, for ``older``."""
    if not (world.build / "kept").exists():
        return "nothing"
    shutil.rmtree(world.earlier, ignore_errors=True)
    shutil.copytree(world.build / "kept", world.earlier / "kept")
    shutil.copytree(world.content, world.earlier / "content")
    return "a copy"


def older(world: World) -> str:
    """A part of what runs keep as it was earlier: as if a later build had been killed before it wrote that down."""
    if not world.earlier.exists():
        return remember(world)
    part = world.chance.choice(sorted((world.earlier / "kept").iterdir()))
    to = world.build / "kept" / part.name
    if part.is_dir():
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(part, to)
    else:
        to.unlink(missing_ok=True)
        to.parent.mkdir(exist_ok=True)
        shutil.copy2(part, to)
    return part.name


def back_and_older(world: World) -> str:
    """The content, and a part of what runs keep, as both were earlier: as if all builds since had been killed there."""
    if not world.earlier.exists():
        return remember(world)
    shutil.rmtree(world.content)
    shutil.copytree(world.earlier / "content", world.content)
    return f"content, {older(world)}"


def spoil_kept(world: World) -> str:
    """Something that runs keep."""
    chance, root = world.chance, world.build / "kept"
    if not root.exists():
        return "nothing"
    kind = chance.choice(["all", "gone", "gone", "garbage", "garbage", "shorter", "shorter", "beside"])
    if kind == "all":
        shutil.rmtree(root)
        return kind
    if kind == "beside":  # the site before the last one
        gone = [path for path in world.build.iterdir() if path.is_dir() and path.name not in ("docs", "site", "kept")]
        for path in gone:
            shutil.rmtree(path)
        return f"{kind}: {[path.name for path in gone]}"
    top = chance.choice(sorted(root.iterdir()))
    files = [top] if top.is_file() else sorted(path for path in top.rglob("*") if path.is_file())
    if not files:
        return "nothing"
    path = chance.choice(files)
    match kind:
        case "gone":
            path.unlink()
        case "garbage":
            path.write_bytes(b"\x80\x05garbage" * chance.randint(1, 99))
        case "shorter":
            os.truncate(path, chance.choice([0, path.stat().st_size // 2]))
    return f"{path.relative_to(root)}: {kind}"
