"""Short pages that hold every construct our renderer knows, for a publisher to compare both renderers by before it trusts ours.

Their links name no files, so that they mean the same wherever they are rendered.
"""

from typing import Final

_INLINE: Final = r"""# Ada & "x" `code` **strong** { #ex-title .ex-hidden lang=fr dir=ltr }

Escapes \\ \` \* \_ \{ \} \[ \] \( \) \# \+ \- \. \! end; “quotes” 'and' "others", R&D, AT&T &amp; &lt;b&gt; &#124; &#x41; &copy; & so on.
{ .ex-kicker #ex-one lang=fr dir=ltr }

**Strong** and *stressed*, x**y**z, **with [a link](https://example.org/a_b?c=1&d=2&amp;e=%20#f){ .ex-a .ex-b #ex-link }**, `a * b_c [d](e) { f }`,
[`code` and \] <bdi>more</bdi>](#ex-one)[next](mailto:ada@example.org) <span class="ex-x">a</span> <time datetime="2025-01-02">2 January</time><br>
H<sub>2</sub>O, x<sup>2</sup>, <del>gone</del> <mark>new</mark> <code>&lt;x&gt;</code> <em>e</em> <strong>s</strong> “<span class="ex-said" id="said-so">So</span>”.

12\. no item, \- none, &#61;, 1&#41; none, 3.5, 1789 too.

## On [harbours](#ex-one){ .ex-topic }, <time datetime="2025-01-02">2 January</time> C\# { #ex-two }

### Same words

### Same words

#### Deeper { #ex-three }

* * *
"""

_LISTS: Final = r"""Tight, with lists inside and numbers:

- one
    - two **strong**
        - three [link](#x){ .ex-a }
    - four
- five <span class="ex-count">5</span>
  { .ex-is-event }

<!-- -->

1.  one
3.  three
    { value=3 }
    -   inside
10. ten
    1.  in it
        { .ex-a }

Loose:

- [title](#x)

    A summary.

    [Outlet](#y) · <time datetime="2025-01-02">2 January 2025</time>
    { .ex-meta }

- Earlier
    { .ex-label }

    [another](#x){ .ex-earlier }

- last
- but one

> A quotation
>
> - of two items
> - and
>
> ### a heading { #ex-quoted }

> and its last paragraph.

| A | B | C |
| --- | ---: | :---: |
| `a` | [b](#x) |  |
| 1 &#124; 2 | **3** | d\_e |
"""

_BOXES: Final = r"""<div class="ex-cols" markdown>
<div class="ex-main" lang="fr" dir="ltr" markdown>

Text & more

<div class="ex-empty" markdown>

</div>


- item

</div>
<div class="ex-side" markdown>

## Beside { #ex-side }

<figure class="ex-picture" markdown="span"> <figcaption class="ex-c"><strong>Bars</strong> &#38; more</figcaption><span class="ex-f"><svg class="ex-b" height="9" aria-label="a&#39;b" focusable="false"><g aria-hidden="true"><line x1="0" x2="9"/></g>[<title>2016: 1</title><rect width="8.33%" height="13"/>](#ex-side){ .ex-column data-node="n1" }</svg></span><details class="ex-t"><summary>As a table</summary><section tabindex="0"><table><tbody><tr><th scope="row">[2016](#ex-side)</th><td>1</td></tr></tbody></table></section></details></figure>

<details class="ex-also" markdown>
<summary>2 more</summary>

[One](#x){ .ex-person }, [two](#y)


</details>

<!-- -->

</div>
</div>

```python
a = {"b": 1 < 2 & 3}

[x](y) `~` <i>
```

<details class="ex-cite" data-pagefind-ignore="all">
<summary>Cite this page</summary>
<p class="ex-label">This page</p>
<dl>
<dt>APA</dt>
<dd><span class="ex-cite__text"><i>Ada</i> &amp; Co. "x" [y](z) *</span></dd>
<dt>RIS</dt>
<dd><pre class="ex-cite__text" data-file="ris">TY  - NEWS
ER  -

  {{x & y}} &#39;
</pre></dd>
</dl>
</details>


Its text is in `content/a_b/*.md`.
{ .ex-correct }
"""

SPECIMENS: Final = (_INLINE, _LISTS, _BOXES)
