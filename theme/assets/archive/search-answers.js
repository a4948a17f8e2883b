/* What the parts of the index answer to a search: words, filters and order, part by part. */
import { FACETS, chosen, isAny } from "./search-facets.js";
import { ask, filtersOf, manifest, meets, preload, record } from "./search-index.js";

const SOON = 4; // records of a part that are asked for at once

export const filtered = (state) => Object.keys(FACETS).some((facet) => state[facet].length);
export const sortOf = (state) => state.sort || (state.q ? "" : "newest");

/** One part: its hits, the counts of its filters, and for filters of which any may fit, the counts without them. */
export async function answer(name, state, group, counting) {
  const some = filtered(state);
  if (some || counting) preload(name, state.q).catch(() => {}); // beside the filters
  const values = some || counting ? await filtersOf(name) : {};
  const sort = group === "registry" ? "" : sortOf(state);
  const filters = chosen(state, values);
  const none = { name, hits: [], counts: {} };
  const own = filters ? { name, ...(await ask(name, state.q, filters, sort)) } : none;
  if (!counting) return checked(own, state);
  own.counts = { ...own.counts };
  for (const facet of Object.keys(FACETS)) {
    if (!isAny(facet) || !state[facet].length) continue;
    const others = chosen(state, values, facet);
    own.counts[facet] = others ? (await ask(name, state.q, others, sort)).counts[facet] : {};
  }
  if (group === "registry") {
    own.byKind = {};
    for (const kind of ["actor", "topic", "outlet"]) {
      own.byKind[kind] = filters ? (await ask(name, state.q, { ...filters, kind }, "")).hits : [];
    }
  }
  return checked(own, state);
}

/** An answer without its hits, if the best of them has not the words that were asked for. */
async function checked(answer, state) {
  if (!state.q || !answer.hits.length) return answer;
  const { folds } = await manifest();
  const shown = answer.hits.slice(0, SOON).map(record); // the page shows these next
  for (const each of shown) each.catch(() => {});
  const best = await Promise.all(shown.slice(0, 3));
  return best.some((found) => meets(found, state.q, folds)) ? answer : { ...answer, hits: [], counts: {}, byKind: {} };
}

/** Hits of several parts that stand newest first. */
export function inOrder(answers, sort) {
  const every = sort === "oldest" ? [...answers].reverse() : answers;
  const hits = every.flatMap((each) => each.hits);
  return sort ? hits : hits.sort((a, b) => b.score - a.score);
}

/** The registry's record with an address, as a hit; null if the index has none. */
export async function hitOf(entry, parts) {
  for (const name of parts) {
    const { hits } = await ask(name, entry.name, {}, "");
    for (let start = 0; start < Math.min(hits.length, 20); start += 4) {
      const some = hits.slice(start, start + 4);
      const found = await Promise.all(some.map(record));
      const place = found.findIndex((each) => each.url === entry.url);
      if (place >= 0) return some[place];
    }
  }
  return null;
}

/** Whether the words themselves stand in any text, whatever the filters. */
export async function anywhere(words, parts) {
  const answers = await Promise.all([...parts.articles, ...parts.statements].map((name) => ask(name, words, {}, "")));
  const real = await Promise.all(answers.map((each) => checked({ ...each, counts: {} }, { q: words })));
  return real.some(({ hits }) => hits.length);
}
