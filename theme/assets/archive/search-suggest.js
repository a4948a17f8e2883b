/* Suggestions under the search box: who and what is spelled so, then articles, then what was said.
 *
 * The pattern is WAI-ARIA's combobox with a list: the focus stays in the box, aria-activedescendant says which suggestion
 * is meant. Enter without one sends the form.
 */
import { ask, at, fold, highlighted, make, manifest, record, spelled } from "./search-index.js";

const PAUSE = 120; // milliseconds without a key before anything is looked up
const NAMES = 5;
const ARTICLES = 3;
const STATEMENTS = 2;
const SAID = 110; // letters of a statement
const WORDS = { actor: "Actor", topic: "Topic", outlet: "Outlet", page: "Page" };

/** What to suggest for some words, as groups: [{label, options: [{url, title, note, css, excerpt}]}]. `say` is called as more is known. */
export async function suggestions(words, say = () => {}) {
  const { articles, statements, registry, folds } = await manifest();
  const groups = { names: [], articles: [], statements: [] };
  const shown = () => [
    { label: "Actors, topics and outlets", options: groups.names },
    { label: "Articles", options: groups.articles },
    { label: "Statements", options: groups.statements },
  ].filter((group) => group.options.length);

  const { exact, begun } = await spelled(words);
  for (const each of [...exact, ...begun].slice(0, NAMES)) {
    const other = ` ${fold(each.name, folds)}`.includes(` ${fold(words, folds)}`) ? "" : `“${each.spelling}” · `;
    groups.names.push({ url: each.url, title: each.name, note: other + WORDS[each.kind], css: each.css });
  }
  if (groups.names.length) say(shown());

  const first = async (names, limit) => {
    for (const name of names) {
      const { hits } = await ask(name, words, {}, "");
      if (hits.length) return Promise.all(hits.slice(0, limit).map(record));
    }
    return [];
  };
  const [named, texts] = await Promise.all([first(registry, NAMES), first(articles, ARTICLES)]);
  if (!groups.names.length) {
    groups.names = named.map(({ url, meta }) => ({ url, title: meta.title, note: WORDS[meta.kind] ?? "", css: meta.css }));
  }
  groups.articles = texts.map((each) => ({
    url: each.url, title: each.meta.title, note: [each.meta.by, each.meta.date].filter(Boolean).join(" · "),
  }));
  say(shown());
  groups.statements = (await first(statements, STATEMENTS)).map((each) => ({
    url: each.url, words: each.meta.summary, excerpt: each.excerpt,
    note: [each.meta.by, each.meta.date].filter(Boolean).join(" · "),
  }));
  return shown();
}

/** Make a combobox of the box. */
export function attach(form) {
  if (form.dataset.exFind === "attached") return;
  form.dataset.exFind = "attached";
  const box = form.querySelector("[name=q]");
  const list = form.querySelector("[role=listbox]");
  const status = form.querySelector("[data-ex-find-said]");
  let asked = "";
  let timer = 0;
  let chosen = -1;

  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");

  const options = () => [...list.querySelectorAll("[role=option]")];
  const isOpen = () => !list.hidden;

  function close() {
    clearTimeout(timer);
    asked = "";
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  function choose(index) {
    chosen = index;
    box.removeAttribute("aria-activedescendant");
    options().forEach((option, i) => {
      option.setAttribute("aria-selected", String(i === index));
      if (i !== index) return;
      box.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    });
  }

  function option({ url, title, note, css, words, excerpt }, number) {
    const name = words
      ? make("span", { class: "ex-find__name ex-find__name--said", dir: "auto" }, "“", highlighted(words, excerpt, SAID), "”")
      : make("span", { class: `ex-find__name ${css ?? ""}`.trim(), dir: "auto" }, title);
    return make("a", { role: "option", id: `ex-find-option-${number}`, class: "ex-find__option", href: url, tabindex: "-1", "aria-selected": "false" },
      name, note ? make("span", { class: "ex-find__note" }, note) : null);
  }

  function show(words, groups, done) {
    if (asked !== words) return;
    const kept = chosen >= 0 ? options()[chosen]?.getAttribute("href") : null;
    let number = 0;
    const drawn = groups.map((group, i) => make("div", { role: "group", "aria-labelledby": `ex-find-group-${i}` },
      make("div", { class: "ex-find__group", id: `ex-find-group-${i}`, role: "presentation" }, group.label),
      ...group.options.map((each) => option({ ...each, url: at(each.url) }, number++))));
    const all = new URL(form.action);
    all.search = new URLSearchParams({ q: words });
    const everything = option({ url: all.href, title: `All results for “${words}”` }, number++);
    everything.classList.add("ex-find__all");
    everything.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      box.value = words;
      form.requestSubmit();
    });
    list.replaceChildren(...drawn, everything);
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    choose(kept ? options().findIndex((each) => each.getAttribute("href") === kept) : -1);
    if (!done) return;
    const count = number - 1;
    status.textContent = count ? `${count} ${count === 1 ? "suggestion" : "suggestions"}` : "No suggestions";
  }

  async function look() {
    const words = box.value.trim();
    if (words === asked) return;
    if (!words) return close();
    asked = words;
    choose(-1);
    try {
      show(words, await suggestions(words, (groups) => show(words, groups, false)), true);
    } catch {
      close(); // the form still leads to the search page
    }
  }

  box.addEventListener("input", (event) => {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  box.addEventListener("compositionend", () => look());
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const count = options().length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen()) return void look();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(chosen + step >= count ? -1 : chosen + step < -1 ? count - 1 : chosen + step);
    } else if (event.key === "Enter" && isOpen() && chosen >= 0) {
      event.preventDefault();
      options()[chosen].click();
    } else if (event.key === "Escape" && isOpen()) {
      event.preventDefault();
      close();
    } else if (event.key === "Tab") {
      close();
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays in the box
  list.addEventListener("click", () => setTimeout(close));
  form.addEventListener("submit", close);
  form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || close());
  if (box.value.trim() && document.activeElement === box && box.value !== box.defaultValue) look();
}
