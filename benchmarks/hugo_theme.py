"""Two themes for Hugo: one prints the frame of our pages around theirs, one has Hugo make the pages of actors and topics itself.

Templates as strings, since nothing but the benchmark wants them.
"""

import json

PAGES = """\
baseURL = "https://example.org/"
title = {name}
disableKinds = ["taxonomy", "term", "rss", "sitemap"]  # the pages hold all of these
[params]
description = {description}
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
[markup.goldmark.extensions]
typographer = false
linkify = false
[markup.tableOfContents]
startLevel = 2
endLevel = 3
"""

FRAME = """\
<!doctype html>
<html lang="en" class="no-js">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="description" content="{{ .Description | safeHTML }}">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'">
    <meta name="referrer" content="strict-origin-when-cross-origin">
    <link rel="icon" href="/assets/archive/favicon.svg" type="image/svg+xml">
    {{ range .Params.social }}{{ printf "<meta %s=\\"%s\\" content=\\"%s\\">\\n" (index . 0) (index . 1) (index . 2) | safeHTML }}{{ end }}
    {{ range .Params.json_ld }}<script type="application/ld+json">{{ . | safeJS }}</script>{{ end }}
    {{ if in (slice "actor" "topic" "outlet") .Params.kind }}
    <link rel="alternate" type="application/atom+xml" title="{{ .Title | safeHTML }}" href="{{ .RelPermalink }}feed.xml">
    <link rel="alternate" type="application/feed+json" title="{{ .Title | safeHTML }}" href="{{ .RelPermalink }}feed.json">
    {{ end }}
    <link rel="alternate" type="application/atom+xml" title="{{ site.Title }}" href="/feed.xml">
    <link rel="alternate" type="application/feed+json" title="{{ site.Title }}" href="/feed.json">
    <title>{{ .Title | safeHTML }} · {{ site.Title }}</title>
    <script src="/assets/archive/colours.js"></script>
    <link rel="preload" href="/assets/archive/fonts/source-serif-4-latin-600-normal.woff2" as="font" type="font/woff2" crossorigin>
    <link rel="preload" href="/assets/archive/fonts/source-serif-4-latin-400-normal.woff2" as="font" type="font/woff2" crossorigin>
    <link rel="stylesheet" href="/assets/archive/archive.css">
    <link rel="stylesheet" href="/assets/archive/search.css">
    <link rel="stylesheet" href="/assets/archive/pictures.css">
    {{ if in (slice "article" "topic" "statement") .Params.kind }}<link rel="stylesheet" href="/assets/archive/cite.css">{{ end }}
    {{ with .Params.earlier }}<link rel="prev" href="/{{ . }}">{{ end }}
    {{ with .Params.later }}<link rel="next" href="/{{ . }}">{{ end }}
  </head>
  <body>
    <a class="ex-skip" href="#ex-content">Skip to the content</a>
    <header class="ex-masthead"><div class="ex-masthead__inner">
      <a class="ex-brand" href="/"><span>{{ site.Title }}</span></a>
      <form class="ex-find" id="ex-find" role="search" aria-label="The archive" action="/search/" method="get" data-ex-find>
        <div class="ex-find__field">
          <label class="ex-hidden" for="ex-find-words">Search the archive</label>
          <input class="ex-find__words" id="ex-find-words" type="text" name="q" placeholder="Search the archive" maxlength="200">
          <button class="ex-find__go" type="submit">Search</button>
        </div>
      </form>
    </div></header>
    <nav class="ex-sections" aria-label="Sections"><ul>
      {{ $section := printf "/%s/" .Params.section }}{{ $here := .RelPermalink }}
      {{ range site.Menus.main }}<li><a href="{{ .URL }}"{{ if eq .URL $here }} aria-current="page"{{ else if eq .URL $section }} aria-current="true"{{ end }}>{{ .Name }}</a></li>
      {{ end }}
    </ul></nav>
    <main class="ex-shell ex-shell--{{ .Params.kind }}">
      {{ if in (slice "plain" "article") .Params.kind }}<nav class="ex-contents">{{ .TableOfContents }}</nav>{{ end }}
      <article class="ex-page ex-page--{{ .Params.kind }}" id="ex-content" tabindex="-1">{{ .Content }}</article>
    </main>
    <footer class="ex-footer"><div class="ex-footer__inner">
      <p class="ex-footer__name">{{ site.Title }}</p>
      <p class="ex-footer__about">{{ site.Params.description }}</p>
      <nav aria-label="Sections, again"><ul>{{ range site.Menus.main }}<li><a href="{{ .URL }}">{{ .Name }}</a></li>{{ end }}
        <li><a href="/feeds/">Feeds</a></li><li><a href="/data/">Data</a></li><li><a href="/changes/">Corrections</a></li></ul></nav>
    </div></footer>
    <script src="/assets/archive/search-box.js" defer></script>
    <script src="/assets/archive/preview.js" defer></script>
    {{ if in (slice "article" "topic" "statement") .Params.kind }}<script src="/assets/archive/cite.js" defer></script>{{ end }}
  </body>
</html>
"""

ARTICLES = """\
baseURL = "https://example.org/"
title = {name}
[taxonomies]
actor = "actors"
topic = "topics"
[services.rss]
limit = 50
"""

OUTER = """\
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>{{ .Title }} · {{ site.Title }}</title><link rel="stylesheet" href="/style.css"></head>
  <body>
    <header><a href="/">{{ site.Title }}</a> <a href="/articles/">Articles</a> <a href="/actors/">Actors</a> <a href="/topics/">Topics</a></header>
    <main><h1>{{ .Title }}</h1>{{ block "main" . }}{{ end }}</main>
  </body>
</html>
"""
ITEM = '<li><time>{{ .Date.Format "2006-01-02" }}</time> <a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>'
TERMS = '{{ range .GetTerms "%s" }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ end }}'
INNER = {
    "single": f'<p><time>{{{{ .Date.Format "2006-01-02" }}}}</time> {TERMS % "actors"}{TERMS % "topics"}</p>'
    "<aside>{{ .TableOfContents }}</aside>{{ .Content }}",
    "list": '<p>{{ range .Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p>'
    f"<ul>{{{{ range .RegularPages }}}}{ITEM}{{{{ end }}}}</ul>",
    "term": f"<ul>{{{{ range .Pages.ByDate.Reverse }}}}{ITEM}{{{{ end }}}}</ul>",
    "taxonomy": "<ul>{{ range .Data.Terms.Alphabetical }}"
    '<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> ({{ .Count }})</li>{{ end }}</ul>',
    "home": f"<ul>{{{{ range first 50 site.RegularPages.ByDate.Reverse }}}}{ITEM}{{{{ end }}}}</ul>",
}


def of_pages(name: str, description: str, sections: list[tuple[str, str]]) -> dict[str, str]:
    """Configuration and layouts for pages made by ours; ``sections`` are the title and address of what the navigation names."""
    menu = "".join(
        f"[[menus.main]]\nname = {json.dumps(title)}\nurl = {json.dumps(address)}\nweight = {weight}\n"
        for weight, (title, address) in enumerate(sections, 1)
    )
    config = PAGES.format(name=json.dumps(name), description=json.dumps(description))
    return {"hugo.toml": config + menu} | {f"layouts/{kind}.html": FRAME for kind in ("single", "list", "home", "404")}


def of_articles(name: str) -> dict[str, str]:
    """Configuration and layouts for articles whose actors and topics are Hugo's taxonomies."""
    layouts = {
        f"layouts/{kind}.html": f'{{{{ define "main" }}}}{inner}{{{{ end }}}}\n' for kind, inner in INNER.items()
    }
    style = "body { font: 16px/1.5 sans-serif; max-width: 60rem; margin: auto }\n"
    config = ARTICLES.format(name=json.dumps(name))
    return {"hugo.toml": config, "static/style.css": style, "layouts/baseof.html": OUTER, **layouts}
