/* The filters of the results page: what can be chosen, with counts, and what is chosen. */
import { make } from "./search-index.js";

export const FACETS = { actor: "Actors", topic: "Topics", outlet: "Outlets", year: "Years" };
/* Several actors or topics: what names them all. An article has one outlet and one year: any of those chosen. */
const ANY = new Set(["outlet", "year"]);
const TOP = 8; // values shown at first
const LONG = 20; // values from which on a field to filter them helps

export const isAny = (facet) => ANY.has(facet);
const slugOf = (value) => value.split(" ", 1)[0];
const nameOf = (value) => value.slice(value.indexOf(" ") + 1) || value;

/** What Pagefind filters a part by, or null where the part has nothing that was chosen. `values` are the filters of the part. */
export function chosen(state, values, except = "") {
  const filters = {};
  for (const facet of Object.keys(FACETS)) {
    if (facet === except || !state[facet].length) continue;
    const known = Object.keys(values[facet] ?? {});
    const found = state[facet].map((slug) => known.find((value) => slugOf(value) === slug)).filter(Boolean);
    if (ANY.has(facet) ? !found.length : found.length < state[facet].length) return null;
    filters[facet] = ANY.has(facet) ? { any: found } : { all: found };
  }
  return filters;
}

/** Counts of several parts as one: Map facet -> Map slug -> {name, count}. */
export function merged(every) {
  const all = new Map(Object.keys(FACETS).map((facet) => [facet, new Map()]));
  for (const counts of every) {
    for (const [facet, values] of all) {
      for (const [value, count] of Object.entries(counts[facet] ?? {})) {
        const slug = slugOf(value);
        const known = values.get(slug) ?? { name: nameOf(value), count: 0 };
        known.count += count;
        values.set(slug, known);
      }
    }
  }
  return all;
}

function ranked(facet, values, picked) {
  const list = [...values].map(([slug, { name, count }]) => ({ slug, name, count, picked: picked.includes(slug) }))
    .filter((each) => each.count || each.picked);
  if (facet === "year") return list.sort((a, b) => (a.slug < b.slug ? 1 : -1));
  return list.sort((a, b) => b.picked - a.picked || b.count - a.count || a.name.localeCompare(b.name, "en"));
}

/** Draw the filters into `place`; the focus and what is open stay as they are. `change(facet, slug, on)` is called on a choice. */
export function drawFacets(place, counts, state, change) {
  const open = new Map([...place.querySelectorAll("details[data-facet]")].map((each) => [each.dataset.facet, each]));
  const focus = place.contains(document.activeElement) ? document.activeElement.id : "";
  place.replaceChildren(...Object.entries(FACETS).map(([facet, plain]) => {
    const label = facet === "actor" && state.kind === "statement" ? "Said by" : plain;
    const list = ranked(facet, counts.get(facet), state[facet]);
    const before = open.get(facet);
    return list.length ? group(facet, label, list, before, change) : null;
  }).filter(Boolean));
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
}

function group(facet, label, list, before, change) {
  const items = list.map((each) => {
    const id = `ex-facet-${facet}-${each.slug}`;
    const input = make("input", { type: "checkbox", id, value: each.slug });
    input.checked = each.picked;
    input.addEventListener("change", () => change(facet, each.slug, input.checked));
    return make("li", {}, input, make("label", { for: id }, make("bdi", { class: "ex-facet__name" }, each.name), " ",
      make("span", { class: "ex-count" }, each.count.toLocaleString("en"))));
  });
  const ul = make("ul", {}, ...items);
  const field = list.length > LONG
    ? make("input", { type: "text", class: "ex-facet__find", id: `ex-facet-${facet}-find`, "aria-label": `Find in this list: ${label}`, placeholder: "Find in this list", autocomplete: "off" })
    : null;
  const more = list.length > TOP ? make("button", { type: "button", class: "ex-facet__more", id: `ex-facet-${facet}-more`, "aria-expanded": "false" }) : null;
  const shown = () => {
    const words = (field?.value ?? "").trim().toLowerCase();
    const all = more?.getAttribute("aria-expanded") === "true";
    items.forEach((item, i) => {
      item.hidden = words ? !list[i].name.toLowerCase().includes(words) : !all && i >= TOP && !list[i].picked;
    });
    if (more) {
      more.hidden = Boolean(words);
      more.textContent = all ? "Show fewer" : `Show all ${list.length}`;
    }
  };
  if (field) {
    field.value = before?.querySelector(".ex-facet__find")?.value ?? "";
    field.addEventListener("input", shown);
  }
  if (more) {
    more.setAttribute("aria-expanded", before?.querySelector(".ex-facet__more")?.getAttribute("aria-expanded") ?? "false");
    more.addEventListener("click", () => {
      more.setAttribute("aria-expanded", String(more.getAttribute("aria-expanded") !== "true"));
      shown();
    });
  }
  shown();
  const wide = before ? before.open : facet === "actor" || facet === "topic" || list.length <= TOP || list.some((each) => each.picked);
  return make("details", { class: "ex-facet", "data-facet": facet, open: wide },
    make("summary", { id: `ex-facet-${facet}` }, label),
    make("div", { role: "group", "aria-labelledby": `ex-facet-${facet}` }, field, ul, more));
}

/** What is chosen, each with a button that takes it away. */
export function drawChips(place, counts, state, change) {
  const chips = Object.keys(FACETS).flatMap((facet) => state[facet].map((slug) => {
    const name = counts.get(facet)?.get(slug)?.name ?? slug.replace(/-/g, " ");
    const chip = make("button", { type: "button", class: "ex-chip ex-found__chip", "aria-label": `Remove filter: ${name}` }, make("bdi", {}, name));
    chip.addEventListener("click", () => change(facet, slug, false));
    return make("li", {}, chip);
  }));
  place.hidden = !chips.length;
  place.replaceChildren(...chips);
}
