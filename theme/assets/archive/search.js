/* The results page: the words and filters in the address, and what they find.
 *
 * The newest articles and the registry answer first and are shown; then come the other years, the statements, and the
 * counts of the filters. What a reader has begun to read is not moved by what comes later: a button offers it.
 */
import { anywhere, answer, filtered, hitOf, inOrder, sortOf } from "./search-answers.js";
import { isReady, make, manifest, record, spelled } from "./search-index.js";
import { attach } from "./search-suggest.js";
import { FACETS, drawChips, drawFacets, merged } from "./search-facets.js";
import { nothing, said } from "./search-advice.js";
import { KINDS, card } from "./search-results.js";

const PAGE = 10; // results at a time
const OVERVIEW = { registry: 4, articles: 6, statements: 4 }; // of each group under "All"
const CLASS_OF = { article: "articles", statement: "statements", actor: "registry", topic: "registry", outlet: "registry" };
const LABELS = { registry: "Actors, topics and outlets", articles: "Articles", statements: "Statements" };
const STEPS = 3; // parts that are asked one after the other
const SORTS = { "": "Best match first", newest: "Newest first", oldest: "Oldest first" };

const form = document.querySelector("[data-ex-find]");
const box = form.querySelector("[name=q]");
const found = document.querySelector("[data-ex-found]");
const plain = document.querySelector("[data-ex-found-plain]");
const heading = document.querySelector(".ex-page h1");
const doors = [...document.querySelectorAll(".ex-sections a")];
const title = document.title;

/* ------------------------------------------------------------------ the address */

function read() {
  const given = new URLSearchParams(location.search);
  const list = (name) => [...new Set(given.getAll(name).flatMap((value) => value.split(",")).filter(Boolean))];
  const kind = given.get("kind") ?? "";
  const sort = given.get("sort") ?? "";
  return {
    q: (given.get("q") ?? "").trim().slice(0, 200),
    kind: Object.hasOwn(KINDS, kind) ? kind : "",
    sort: Object.hasOwn(SORTS, sort) ? sort : "",
    more: Math.min(Math.max(Number.parseInt(given.get("more") ?? "0", 10) || 0, 0), 50),
    ...Object.fromEntries(Object.keys(FACETS).map((facet) => [facet, list(facet)])),
  };
}

function written(state) {
  const given = new URLSearchParams();
  if (state.q) given.set("q", state.q);
  if (state.kind) given.set("kind", state.kind);
  for (const facet of Object.keys(FACETS)) for (const slug of state[facet]) given.append(facet, slug);
  if (state.sort) given.set("sort", state.sort);
  if (state.more) given.set("more", String(state.more));
  const asked = String(given);
  return `${location.pathname}${asked && `?${asked}`}`;
}

/* ------------------------------------------------------------------ the page */

const main = {};

function frame() {
  plain.classList.add("ex-found-plain--live");
  main.kinds = make("div", { class: "ex-found__kinds", role: "group", "aria-label": "Kinds of result" });
  main.facets = make("div", { class: "ex-filters__groups" });
  main.filters = make("details", { class: "ex-filters" }, make("summary", {}, "Filter"), main.facets);
  main.status = make("p", { class: "ex-found__status", role: "status" });
  main.sort = make("select", { id: "ex-found-sort" }, ...Object.entries(SORTS).map(([value, label]) => make("option", { value }, label)));
  main.chips = make("ul", { class: "ex-found__chips", "aria-label": "Filters chosen", hidden: true });
  main.notes = make("div", { class: "ex-found__notes" });
  main.lists = make("div", { class: "ex-found__lists" });
  main.results = make("div", { class: "ex-found__main" },
    make("div", { class: "ex-found__bar" }, main.status,
      make("p", { class: "ex-found__sort" }, make("label", { for: "ex-found-sort" }, "Sort "), main.sort)),
    main.chips, main.notes, main.lists);
  main.cols = make("div", { class: "ex-found__cols" }, main.filters, main.results);
  found.append(main.kinds, main.cols);
  const wide = matchMedia("(min-width: 60em)");
  const fit = () => (main.filters.open = wide.matches);
  wide.addEventListener("change", fit);
  fit();
  main.sort.addEventListener("change", () => go({ ...state, sort: main.sort.value, more: 0 }));
}

let state = read();
let turn = 0;
let touched = false; // the reader has begun to read what is shown
for (const kind of ["scroll", "wheel", "touchmove"]) addEventListener(kind, () => (touched = true), { passive: true });
found.addEventListener("focusin", (event) => (touched ||= main.lists.contains(event.target)));

function change(facet, slug, on) {
  const kept = state[facet].filter((each) => each !== slug);
  go({ ...state, [facet]: on ? [...kept, slug] : kept, more: 0 });
}

function go(next) {
  const same = written(next) === written(state);
  state = next;
  if (!same) history.pushState(null, "", written(state));
  return run();
}

function drawKinds(totals, complete) {
  const buttons = ["", ...Object.keys(KINDS)].map((kind) => {
    const count = totals[kind];
    const id = `ex-kind-${kind || "all"}`;
    const button = make("button", { type: "button", id, "aria-pressed": String(kind === state.kind) }, KINDS[kind] ?? "All", " ",
      make("span", { class: "ex-count" }, complete || count ? (count ?? 0).toLocaleString("en") : "…"));
    button.classList.toggle("ex-found__none", complete && !count && kind !== state.kind);
    button.addEventListener("click", () => go({ ...state, kind, more: 0 }));
    return button;
  });
  const focus = main.kinds.contains(document.activeElement) ? document.activeElement.id : "";
  main.kinds.replaceChildren(...buttons);
  if (focus) document.getElementById(focus)?.focus();
  const pressed = main.kinds.querySelector("[aria-pressed=true]");
  main.kinds.scrollLeft = pressed.offsetLeft - main.kinds.clientWidth / 2; // on a phone the row is wider than the page
}

const cards = new Map(); // hits that were drawn stay the elements they are

/** `brief`: of the registry only whom the words name is shown in full. */
async function list(hits, limit, spellings, brief = false) {
  const items = await Promise.all(hits.slice(0, limit).map(async (hit) => {
    const spelling = spellings.get(hit.key) ?? "";
    const short = brief && !spelling;
    const key = `${hit.key} ${spelling} ${short} ${state.q}`;
    if (!cards.has(key)) cards.set(key, card(await record(hit), spelling, short));
    return cards.get(key);
  }));
  return make("ol", { class: "ex-hits" }, ...items);
}

/** "All": the best of each group, each with the way to the rest. */
async function overview(groups) {
  const sections = await Promise.all(groups.map(async ({ group, hits, spellings }) => {
    if (!hits.length) return null;
    const limit = OVERVIEW[group];
    const kind = { articles: "article", statements: "statement" }[group];
    const rest = kind && hits.length > limit
      ? make("p", {}, make("a", { class: "ex-more", href: written({ ...state, kind, more: 0 }), "data-ex-goes": true }, `All ${hits.length.toLocaleString("en")} ${KINDS[kind].toLowerCase()}`))
      : null;
    return make("section", { "aria-labelledby": `ex-found-${group}` },
      make("h2", { id: `ex-found-${group}` }, LABELS[group]), await list(hits, limit, spellings, group === "registry"), rest);
  }));
  return sections.filter(Boolean);
}

/** One kind: page after page. */
async function paged(hits, spellings) {
  const limit = PAGE * (1 + state.more);
  const drawn = await list(hits, limit, spellings);
  if (hits.length <= limit) return [drawn];
  const button = make("button", { type: "button", class: "ex-found__more" }, `More results (${(hits.length - limit).toLocaleString("en")} left)`);
  button.addEventListener("click", async () => {
    state = { ...state, more: state.more + 1 };
    history.replaceState(null, "", written(state));
    main.lists.replaceChildren(...(await paged(hits, spellings)));
    main.lists.querySelectorAll(".ex-hit")[limit]?.querySelector("a")?.focus();
  });
  return [drawn, button];
}

/** What is known so far, by group and by kind, in order. */
function sorted({ answers, named, asked, state: effective }) {
  const own = filtered(asked) ? [] : named; // where filters are chosen, all that is shown fits them
  const first = (hits, kind) => {
    const whom = own.filter(({ entry }) => !kind || entry.kind === kind).map(({ hit }) => hit);
    return [...whom, ...hits.filter((hit) => !whom.some((each) => each.key === hit.key))];
  };
  const order = sortOf(effective);
  const groups = {
    registry: first(inOrder(answers.registry, "")),
    articles: inOrder(answers.articles, order),
    statements: inOrder(answers.statements, order),
  };
  const kinds = { "": Object.values(groups).flat(), article: groups.articles, statement: groups.statements };
  for (const kind of ["actor", "topic", "outlet"]) {
    kinds[kind] = first(answers.registry.flatMap((each) => each.byKind?.[kind] ?? []), kind);
  }
  return { groups, kinds };
}

/** What of it stands where a reader may have begun to read; statements stand below, or by themselves. */
function onTop(know) {
  const { groups, kinds } = sorted(know);
  const hits = state.kind
    ? kinds[state.kind].slice(0, PAGE * (1 + state.more))
    : [...groups.registry.slice(0, OVERVIEW.registry), ...groups.articles.slice(0, OVERVIEW.articles)];
  return hits.map((hit) => hit.key).join(" ");
}

/** Everything that is known so far, drawn. */
async function draw(know, mine) {
  const { complete } = know;
  const { groups, kinds } = sorted(know);
  const spellings = new Map(know.named.map(({ hit, spelling }) => [hit.key, spelling]));
  const totals = Object.fromEntries(Object.entries(kinds).map(([kind, hits]) => [kind, hits.length]));
  const total = totals[state.kind];
  const body = total === 0 ? []
    : state.kind
      ? await paged(kinds[state.kind], spellings)
      : await overview(Object.keys(LABELS).map((group) => ({ group, hits: groups[group], spellings })));
  const notes = await said(know, state, totals[""]);
  if (mine !== turn) return;
  drawKinds(totals, complete);
  main.notes.replaceChildren(...notes);
  know.drawn = onTop(know);
  const focus = main.lists.contains(document.activeElement) ? document.activeElement : null;
  if (total || complete) main.lists.replaceChildren(...(total ? body : [nothing({ words: state.q, filtered: filtered(state) || state.kind, doors })]));
  focus?.focus({ preventScroll: true });
  main.sort.parentElement.hidden = complete && total < 2;
  heading.textContent = state.q ? `“${state.q}”` : KINDS[state.kind] ?? "Everything that fits";
  document.title = state.q ? `${state.q} · ${title}` : title;
  const words = total === 1 ? "1 result" : `${total.toLocaleString("en")} results`;
  if (complete) main.status.textContent = total ? words : state.q ? `Nothing found for “${state.q}”` : "Nothing fits these filters";
}

/** Search for what `state` says, and show it as it comes. */
async function run() {
  const mine = ++turn;
  box.value = state.q;
  main.sort.value = sortOf(state);
  main.sort.querySelector("option[value='']").disabled = !state.q;
  const idle = !state.q && !state.kind && !filtered(state);
  found.hidden = idle;
  plain.classList.toggle("ex-found-plain--done", !idle);
  if (idle) {
    heading.textContent = "Search";
    document.title = title;
    return;
  }
  main.results.setAttribute("aria-busy", "true");
  if (!main.lists.childElementCount) main.lists.append(make("p", { class: "ex-note" }, "Searching …"));
  touched = false;
  try {
    await search(mine);
  } catch (error) {
    if (mine !== turn) return;
    main.status.textContent = "The search could not be loaded. The pages below lead to everything.";
    main.lists.replaceChildren();
    plain.classList.remove("ex-found-plain--done");
    console.warn(error);
  }
  if (mine === turn) main.results.removeAttribute("aria-busy");
}

async function search(mine) {
  const parts = await manifest();
  const know = { asked: state, state, answers: { registry: [], articles: [], statements: [] }, named: [], instead: null, complete: false };
  const asking = async (group, names, counting = false) => {
    know.answers[group] = [
      ...know.answers[group].filter((each) => !names.includes(each.name)),
      ...(await Promise.all(names.map((name) => answer(name, know.state, group, counting)))),
    ].sort((a, b) => parts[group].indexOf(a.name) - parts[group].indexOf(b.name));
  };
  const naming = async () => {
    if (!state.q) return;
    const { exact } = await spelled(state.q);
    const hits = await Promise.all(exact.slice(0, 3).map(async (entry) => ({ entry, spelling: entry.spelling, hit: await hitOf(entry, parts.registry) })));
    know.named = hits.filter(({ hit }) => hit);
  };

  // First what is small and newest, and shown at once: on an empty page whom the words name, as soon as that is known.
  const [newest, ...older] = parts.articles;
  const isKnown = [parts.registry, parts.articles, parts.statements].flat().every(isReady); // all is there: no need to show a half
  const soonest = state.kind === "statement" ? asking("statements", parts.statements) : newest && asking("articles", [newest]);
  const registry = Promise.all([naming(), asking("registry", parts.registry, CLASS_OF[state.kind] === "registry")]);
  const early = registry.then(() => (mine === turn && !isKnown && !main.lists.querySelector(".ex-hit") ? draw(know, mine) : null));
  await Promise.all([early, soonest]);
  if (mine !== turn) return;
  if (!isKnown) {
    await draw(know, mine);
    await painted();
    if (mine !== turn) return;
  }

  // Where these have nothing, older ones by themselves for a while: one of them shows a result sooner than all together would.
  const isBare = () => !isKnown && state.kind !== "statement" && !sorted(know).kinds[state.kind].length;
  for (const name of isBare() ? older.slice(0, STEPS) : []) {
    await asking("articles", [name]);
    if (mine !== turn) return;
    if (isBare()) continue;
    await draw(know, mine);
    await painted();
    break;
  }
  if (mine !== turn) return;

  // Then the rest.
  await Promise.all([asking("articles", state.kind === "statement" ? parts.articles : older, true), asking("statements", parts.statements, true)]);
  const texts = () => know.answers.articles.concat(know.answers.statements).some((each) => each.hits.length);
  const [only] = know.named;
  if (only && !texts() && only.entry.kind in FACETS && !(filtered(state) && (await anywhere(state.q, parts)))) {
    const { kind, url } = only.entry;
    know.state = { ...state, q: "", [kind]: [...new Set([...state[kind], url.split("/")[1]])] };
    know.instead = only.entry;
    await Promise.all([asking("articles", parts.articles), asking("statements", parts.statements)]);
    if (mine === turn) main.sort.value = sortOf(know.state);
  }
  if (mine !== turn) return;
  await counts(know, parts, asking);
  know.complete = true;
  if (mine !== turn) return;
  const all = merged(scope(know).map((each) => each.counts));
  drawFacets(main.facets, all, state, change);
  drawChips(main.chips, all, state, change);
  main.filters.hidden = !main.facets.childElementCount;
  main.cols.classList.toggle("ex-found__cols--bare", main.filters.hidden);
  if (touched && know.drawn && know.drawn !== onTop(know)) offer(know, mine);
  else await draw(know, mine);
}

/** When the browser has shown what was drawn: what comes next may keep it busy. */
const painted = () => new Promise((done) => {
  requestAnimationFrame(() => setTimeout(done));
  setTimeout(done, 100); // a page in the background draws nothing
});

/** Ask every part again, now with counts: what a part loaded it has, so this takes milliseconds. */
async function counts(know, parts, asking) {
  await Promise.all(["articles", "statements"].map((group) => asking(group, parts[group], true)));
  const own = know.state;
  know.state = state; // the registry answers to the words themselves
  await asking("registry", parts.registry, true);
  know.state = own;
}

/** The parts that the filters count: those of the kind that is shown. */
function scope(know) {
  return state.kind ? know.answers[CLASS_OF[state.kind]] : Object.values(know.answers).flat();
}

/** The reader reads already: what came later waits for a click. */
function offer(know, mine) {
  const button = make("button", { type: "button", class: "ex-found__later" }, "Show results from all years");
  button.addEventListener("click", () => {
    draw(know, mine).then(() => main.lists.querySelector("a")?.focus());
  });
  main.notes.replaceChildren(button);
  main.status.textContent = "There are more results";
}

/* ------------------------------------------------------------------ begin */

frame();
attach(form);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  go({ ...state, q: box.value.trim(), more: 0 });
});
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-ex-goes]") : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  state = read();
  run().then(() => {
    heading.tabIndex = -1;
    heading.focus();
  });
});
addEventListener("popstate", () => {
  state = read();
  run();
});
run();
