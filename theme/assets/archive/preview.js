/* A glimpse of the actor or topic that a link in an article's text leads to.
 *
 * With a mouse it opens on rest, with the keyboard on focus, by touch on the first tap (the second one follows the link).
 * Escape, leaving, or touching elsewhere closes it; the pointer may move into it (WCAG 2.2, 1.4.13).
 * It shows the first words of the page itself.  Where that cannot be fetched, a link is just a link.
 */
"use strict";

(() => {
  const REST = 350; // milliseconds that the pointer rests on a link before the glimpse opens
  const page = document.querySelector(".ex-page--article");
  if (!page || location.protocol === "file:") return; // from the disk nothing can be fetched

  const links = [...page.querySelectorAll(".ex-text a")].filter(
    (link) => link.origin === location.origin && /\/(actors|topics)\/[^/]+\/(index\.html)?$/.test(link.pathname)
  );
  const glimpses = new Map();
  let box = null;
  let shownFor = null;
  let timer = 0;
  let touched = false;

  async function glimpse(link) {
    if (!glimpses.has(link.pathname)) {
      glimpses.set(
        link.pathname,
        fetch(link.href)
          .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
          .then((html) => {
            const there = new DOMParser().parseFromString(html, "text/html").querySelector(".ex-page");
            const words = (selector) => there.querySelector(selector)?.textContent.trim() ?? "";
            return { name: words("h1"), role: words(".ex-standfirst"), text: words(".ex-main > p") };
          })
      );
    }
    return glimpses.get(link.pathname);
  }

  function element(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function close() {
    clearTimeout(timer);
    shownFor?.removeAttribute("aria-describedby");
    box?.remove();
    box = shownFor = null;
  }

  async function open(link) {
    let found;
    try {
      found = await glimpse(link);
    } catch {
      return;
    }
    if (!found.name || (!link.matches(":hover, :focus") && !touched)) return;
    close();
    shownFor = link;
    box = element("div", "ex-preview", "");
    box.id = "ex-preview";
    box.setAttribute("role", "tooltip");
    box.append(element("strong", "ex-preview__name", found.name));
    if (found.role) box.append(element("span", "ex-preview__role", found.role));
    if (found.text) box.append(element("span", "ex-preview__text", found.text));
    if (touched) box.append(element("span", "ex-preview__more", "Tap the link again to open its page"));
    box.addEventListener("pointerleave", later);
    box.addEventListener("pointerenter", () => clearTimeout(timer));
    document.body.append(box);
    place(link);
    link.setAttribute("aria-describedby", box.id);
  }

  function place(link) {
    const at = link.getClientRects()[0];
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - 8));
    const above = at.bottom + box.offsetHeight + 16 > innerHeight && at.top > box.offsetHeight + 16;
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${(above ? at.top - box.offsetHeight - 6 : at.bottom + 6) + scrollY}px`;
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(close, 200);
  }

  for (const link of links) {
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "touch") return;
      touched = false;
      clearTimeout(timer);
      timer = setTimeout(() => open(link), REST);
    });
    link.addEventListener("pointerleave", (event) => event.pointerType !== "touch" && later());
    link.addEventListener("pointerdown", (event) => (touched = event.pointerType === "touch"));
    link.addEventListener("focus", () => touched || open(link));
    link.addEventListener("blur", () => touched || close());
    link.addEventListener("click", (event) => {
      if (!touched || shownFor === link) return;
      event.preventDefault();
      open(link);
    });
  }
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
  document.addEventListener("pointerdown", (event) => {
    if (box && !box.contains(event.target) && !links.includes(event.target.closest("a"))) close();
  });
})();
