"""The gate: what it must see, and that it lets the project's own pages pass."""

from pathlib import Path

import pytest

from generator.gate import inspect
from generator.inspection import admit
from generator.problems import ToolError

PAGE = (
    '<!doctype html>\n<html lang="en" class="no-js">\n<head>\n<meta charset="utf-8">\n'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'\">\n"
    '<title>A &amp; B</title>\n<link rel="canonical" href="https://example.org/a/">\n<link rel="stylesheet" href="../assets/a.css">\n'
    '<script src="../assets/a.js" defer></script>\n<script type="application/ld+json">{"name": "A \\u003cb>"}</script>\n</head>\n'
    '<body>\n<form class="ex-find" id="ex-find" role="search" action="/search/" method="get"><input id="ex-q" type="text" name="q"></form>\n'
    '<h1 id="a-b">A</h1>\n<p class="ex-note">%s</p>\n<!-- -->\n</body>\n</html>\n'
)

HOSTILE = [
    "<script>window.pwned=1</script>", "<script src=//evil.test/a.js></script>", '<script src="https://evil.test/a.js"></script>',
    '<script src="data:text/javascript,1"></script>', '<script type="text/babel" src="a.js"></script>', "<SCRIPT>1</SCRIPT>", "<script\n>1</script>",
    "<img src=x onerror=alert(1)>", '<b onclick="a()">x</b>', '<b ONCLICK="a()">x</b>', '<b style="color:red">x</b>', "<style>b{}</style>",
    "<iframe></iframe>", '<iframe srcdoc="x"></iframe>', "<object></object>", "<embed>", '<form action="https://evil.test/" method="get">',
    '<form action="/x" method="post">', '<input name="cookie">', '<base href="https://evil.test/">',
    '<meta http-equiv="refresh" content="0; url=https://evil.test/">', '<meta http-equiv="set-cookie" content="a">',
    '<a href="javascript:alert(1)">x</a>', '<a href="JaVaScRiPt:alert(1)">x</a>', '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="java&Tab;script:alert(1)">x</a>', '<a href="data:text/html,x">x</a>', '<a href="vbscript:x">x</a>', '<a href="//evil.test/">x</a>',
    '<a href="/\\evil.test/">x</a>', '<a href="\x01javascript:1">x</a>', '<a href="https://example.org/\u202e">x</a>', "<a href='x'onclick='y'>x</a>",
    "<svg><foreignObject></foreignObject></svg>", '<svg onload="x"></svg>', "<svg><animate/></svg>", '<svg><use href="#a"/></svg>', "<math></math>",
    '<b class="md-toggle">x</b>', '<b id="__config">x</b>', '<b id="cookie">x</b>', '<a name="forms">x</a>', '<b data-md-component="x">x</b>',
    '<pre class="mermaid">x</pre>', '<link rel="stylesheet" href="//evil.test/a.css">', '<link rel="stylesheet" href="https://evil.test/a.css">',
    '<link rel="import" href="javascript:1">', '<img src="https://evil.test/a.png" alt="">', '<img src="//evil.test/a.png" alt="">',
    "<!-- <script> -->", "<![CDATA[x]]>", "<?php x ?>", "<b title='a>b'>x</b>", "<b class=a class=b>x</b>", '<b class="ex-a" class="x">x</b>', "\0", "<b",
    '<a href="x" target="_blank">x</a>', '<a ping="https://evil.test/">x</a>', '<video src="x"></video>', '<portal src="x"></portal>',
    "<noscript><p title='</noscript><img src=x onerror=1>'></noscript>", '<template><img src="x" onerror="1"></template>',
    '<script type="application/ld+json">{"a": 1}<!-- </script>', '<script type="application/ld+json">alert(1)</script>',
]  # fmt: skip


def wrong(words: str, path: str = "a/index.html") -> list[str]:
    return [found.what for found in inspect(path, (PAGE % words).encode())]


def test_a_page_of_ours_passes() -> None:
    assert (
        wrong(
            'x <a class="ex-out" href="https://example.org/?a=1&amp;b=%20c">y</a> &lt;script&gt; <code>{{ x }}</code>'
        )
        == []
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_what_should_not_be_there_is_seen(words: str) -> None:
    assert wrong(words)
    assert wrong(words), "seen once, it is seen again"


def test_a_page_that_leads_on_is_ours_or_none() -> None:
    ours = '<meta http-equiv="refresh" content="0; url=../talks/"><meta name="robots" content="noindex">'
    assert wrong(ours) == []
    assert wrong(ours.replace("../talks/", "//evil.test/"))
    assert wrong(ours.replace("noindex", "all"))


@pytest.mark.parametrize(
    ("path", "data", "fine"),
    [
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', True),
        ("a.svg", b"<svg><script>1</script></svg>", False),
        ("a.svg", b'<svg onload="1"/>', False),
        ("a.css", b"a { color: red }", True),
        ("a.css", b"a { background: url(//evil.test/a.png) }", False),
        ("a.css", b"@import 'https://evil.test/a.css';", False),
        ("feed.xml", b"<feed><title>x</title></feed>", True),
        ("feed.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><feed/>', False),
        ("a.php", b"<?php ?>", False),
        ("passwd", b"root:x", False),
        ("a.exe", b"MZ", False),
    ],
)
def test_other_files(path: str, data: bytes, fine: bool) -> None:
    assert (inspect(path, data) == []) is fine


def test_a_site_that_does_not_pass_is_refused_by_page_and_line(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE % "<script>1</script>", "utf-8")
    (tmp_path / "link.html").symlink_to(tmp_path / "index.html")
    with pytest.raises(ToolError, match=r"index\.html:15: a script(.|\n)*link\.html:1: a link to another file"):
        admit(tmp_path, ["link.html", "index.html"])


@pytest.mark.slow
@pytest.mark.xdist_group("sites")
@pytest.mark.parametrize("which", ["sample", "small"])
def test_the_sites_of_the_project_pass(which: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(which).mkdocs
    admit(site, [path.relative_to(site).as_posix() for path in site.rglob("*") if not path.is_dir()])


def test_fast_enough_to_run_always(tmp_path: Path) -> None:
    """A thousand pages in a quarter of a second would be sixteen thousand in four; here, with room for slow machines."""
    import time

    pages = [(PAGE % f'<a class="ex-person" href="../p{n}/">x</a> ' * 40).encode() for n in range(1_000)]
    begin = time.process_time()
    assert not any(inspect("a.html", page) for page in pages)
    assert time.process_time() - begin < 2
