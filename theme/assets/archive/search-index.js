/* What the search asks: the parts of the index (Pagefind bundles), and the spellings of the registry.
 *
 * Every part is an instance of its own, so that the newest can answer before the others are there. They run on the
 * page itself (`noWorker`): a search takes milliseconds, and one download less stands before the first result.
 */
const root = new URL("../../", import.meta.url);
const PAGEFIND = new URL("search/pagefind/pagefind.js", root);

/** A function that runs once; where it failed, the next call tries again. */
function once(make) {
  const made = new Map();
  return (key) => {
    if (!made.has(key)) {
      const promise = make(key);
      made.set(key, promise);
      promise.catch(() => made.delete(key));
    }
    return made.get(key);
  };
}

async function json(address) {
  const answer = await fetch(new URL(address, root));
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

/** The address of a page from its address in the index. */
export const at = (url) => new URL(url, root).href;

export const manifest = once(() => json("search/manifest.json"));

/* ------------------------------------------------------------------ parts */

// Pagefind asks for a part's first file under an address of its own each time; one for the life of the page lets `fetched` ask before it.
const TAG = String(Date.now());

// An instance looks every 50 ms whether it is ready, and says so by answering: asked at these times, it is known sooner.
const LOOKS = [0, 12, 24, 36];

async function instance(name) {
  const pagefind = await import(PAGEFIND.href);
  const made = pagefind.createInstance({ basePath: new URL(`search/parts/${name}/`, root).href, noWorker: true, excerptLength: 34, metaCacheTag: TAG });
  await Promise.any(LOOKS.map((wait) => new Promise((done) => setTimeout(done, wait)).then(() => made.search(""))));
  return made;
}

const all = ({ registry, articles, statements }) => [...registry, ...articles, ...statements];

/** Bring what a part begins with into the browser's cache. */
const fetched = once(async (name) => {
  const folder = `search/parts/${name}`;
  const { languages } = await json(`${folder}/pagefind-entry.json?ts=${TAG}`);
  for (const { hash } of Object.values(languages)) await (await fetch(new URL(`${folder}/pagefind.${hash}.pf_meta`, root))).arrayBuffer();
});

const ready = new Set();
export const isReady = (name) => ready.has(name);

/** One part's instance. One WebAssembly module serves all of the page: the first part brings it, the others' own is an empty file. */
export const part = once(async (name) => {
  const [first] = all(await manifest());
  if (name !== first && !ready.has(first)) await Promise.all([part(first), fetched(name).catch(() => {})]);
  const made = await instance(name);
  ready.add(name);
  return made;
});

// What the first results come from is on its way as soon as this script runs.
import(PAGEFIND.href).catch(() => {});
manifest().then((parts) => [all(parts)[0], parts.articles[0]].forEach((name) => name && part(name).catch(() => {}))).catch(() => {});

const counted = new Set(); // parts whose filters are loaded: from then on their answers have counts

/** The filters of a part with the values they have: {actor: {"slug Name": 3}}. */
export const filtersOf = once(async (name) => {
  const values = await (await part(name)).filters();
  counted.add(name);
  return values;
});

const KEPT = 120; // answers, so that taking a filter away costs nothing
const answers = new Map();

/** Bring the pieces of a part in which words stand. */
export const preload = async (name, words) => (await part(name)).preload(words || (await manifest()).every);

/** Search one part. `filters` is what `chosen` makes; `sort` is "", "newest" or "oldest". */
export function ask(name, words, filters, sort) {
  const key = JSON.stringify([name, words, filters, sort, counted.has(name)]);
  if (!answers.has(key)) {
    const answer = search(name, words, filters, sort);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    if (answers.size > KEPT) answers.delete(answers.keys().next().value);
  }
  return answers.get(key);
}

async function search(name, words, filters, sort) {
  const { every } = await manifest(); // a word that all records have; to search for none would load all words of the part
  const answer = await (await part(name)).search(words || every, {
    filters,
    sort: sort ? { date: sort === "oldest" ? "asc" : "desc" } : {},
  });
  return {
    hits: answer.results.map((hit) => ({ key: `${name} ${hit.id}`, part: name, score: hit.score, data: hit.data })),
    counts: answer.filters ?? {},
  };
}

/** What a hit shows. The address is relative to the site's root. */
export async function record(hit) {
  const found = await hit.data();
  return {
    url: found.raw_url ?? found.url,
    meta: found.meta ?? {},
    excerpt: found.excerpt ?? "",
    parts: (found.sub_results ?? []).map((each) => ({ url: each.url, title: each.title, excerpt: each.excerpt, anchor: each.anchor })),
    words: wordsAt(found),
  };
}

/** The words of a record that were found. */
function wordsAt({ raw_content: content = "", locations = [] }) {
  const words = content.split(/\s+/);
  return [...new Set(locations.map((place) => words[place]).filter(Boolean))];
}

/** Whether a record has the words that were asked for: where no word begins as one of them does, Pagefind gives what shares a letter or two. */
export function meets(found, words, folds) {
  const there = found.words.flatMap((word) => fold(word, folds).split(" "));
  const like = (asked, word) => word.startsWith(asked.slice(0, Math.max(2, Math.floor(asked.length / 2))));
  return !there.length || fold(words, folds).split(" ").filter((word) => word.length > 2).every((asked) => there.some((word) => like(asked, word)));
}

/* ------------------------------------------------------------------ spellings */

/** As the generator folds it (generator/search/spellings.py): no marks, no case, letters and digits only. */
export function fold(text, folds) {
  const unmarked = (words) => words.normalize("NFKD").replace(/\p{M}+/gu, "");
  const table = Array.from(unmarked(text), (letter) => folds[letter] ?? letter).join("");
  return unmarked(table.toLowerCase()).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

const shard = once((name) => json(`search/spellings/${name}.json`));

/** The shards that hold spellings of which a word begins so: the one that holds the word, and all finer ones below it. */
export function shardsOf(word, shards) {
  const [first, ...rest] = Array.from(word);
  const head = /[a-z]/.test(first) ? first : "other";
  const key = head === "other" ? `other-${first.codePointAt(0).toString(16).padStart(6, "0")}` : `${first}-${rest.join("")}`;
  const near = shards.filter((name) => name === head || name.startsWith(`${head}-`)); // "o" is not the beginning of "other"
  const holds = near.filter((name) => key.startsWith(name)).sort((a, b) => b.length - a.length).slice(0, 1);
  return [...holds, ...near.filter((name) => name.startsWith(key) && !holds.includes(name))];
}

async function spellingsIn(names) {
  const lists = await Promise.all(names.map((name) => shard(name).catch(() => [])));
  return lists.flat().map(([folded, spelling, kind, url, name, css]) => ({ folded, spelling, kind, url, name, css }));
}

const ORDER = ["actor", "outlet", "topic"];
const isPerson = (each) => each.css === "ex-person";

/** The actors, topics and outlets that words spell: exactly, or by a person's last name; then those of which a word begins so. */
export async function spelled(words) {
  const { folds, shards } = await manifest();
  const wanted = fold(words, folds);
  if (!wanted) return { exact: [], begun: [] };
  const all = await spellingsIn(shardsOf(wanted.split(" ")[0], shards));
  all.sort((a, b) => (b.spelling === b.name) - (a.spelling === a.name)); // the name itself stands for its other spellings
  const seen = new Set();
  const unique = (test) => all.filter((each) => test(each) && !seen.has(each.url) && seen.add(each.url));
  const exact = unique(({ folded }) => folded === wanted);
  const last = exact.length ? [] : unique((each) => isPerson(each) && each.folded.endsWith(` ${wanted}`));
  const begun = [...unique(({ folded }) => folded.startsWith(wanted)), ...unique(({ folded }) => folded.includes(` ${wanted}`))];
  return { exact: [...exact, ...last], begun: begun.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)) };
}

/** How many letters differ, neighbours in each other's place as one; more than `limit` is only more. (Damerau-Levenshtein) */
export function distance(one, other, limit) {
  const a = Array.from(one);
  const b = Array.from(other);
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = [];
  let above = b.map((_, j) => j).concat(b.length);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, above] = [above, row];
  }
  return above[b.length];
}

/** The words of a spelling that stand for it: a person's last name, the longer words of a topic. */
function wordsOf(each) {
  const words = each.spelling.split(/[\s-]+/);
  const folded = each.folded.split(" ");
  if (words.length !== folded.length || words.length < 2) return [];
  const places = isPerson(each) ? [words.length - 1] : each.kind === "topic" ? [...words.keys()].filter((i) => folded[i].length > 5) : [];
  return places.map((i) => ({ ...each, spelling: isPerson(each) ? words[i] : words[i].toLowerCase(), folded: folded[i] }));
}

/** Whom or what some of several words spell, with the other words: the longest run of words first, two at most. */
export async function spelledWithin(words) {
  const parts = words.trim().split(/\s+/).slice(0, 6);
  const found = [];
  for (let length = parts.length - 1; length > 0 && found.length < 2; length--) {
    for (let start = 0; start + length <= parts.length && found.length < 2; start++) {
      const { exact } = await spelled(parts.slice(start, start + length).join(" "));
      const rest = [...parts.slice(0, start), ...parts.slice(start + length)].join(" ");
      const overlaps = found.some((each) => each.start < start + length && start < each.start + each.length);
      if (exact.length === 1 && !overlaps) found.push({ entry: exact[0], rest, start, length });
    }
  }
  return found;
}

/** What may be meant by words that nothing is spelled like: the words with the nearest spelling in them, or null.
 *  The whole is compared first, then each word by itself. Two letters may differ, in a short word one, in a tiny one none. */
export async function meant(words) {
  const { folds, shards } = await manifest();
  const wanted = fold(words, folds);
  const slack = (text) => (text.length < 4 ? 0 : text.length < 6 ? 1 : 2);
  // The letter that a word begins with is the one that is seldom wrong: those shards first, all only if they have nothing.
  const letters = new Set(wanted.split(" ").flatMap((word) => Array.from(word).slice(0, 2)));
  const inName = ({ folded, name }) => ` ${fold(name, folds)} `.includes(` ${folded} `);
  const near = (all, text) => {
    let best = null;
    for (const each of all) {
      const limit = Math.min(slack(text), best?.far ?? 2);
      const far = distance(text, each.folded, limit);
      if (far > limit) continue;
      if (!best || far < best.far || (inName(each) && !inName(best.each))) best = { far, each };
    }
    return best;
  };
  for (const names of [[...new Set([...letters].flatMap((letter) => shardsOf(letter, shards)))], shards]) {
    const written = await spellingsIn(names);
    const all = written.concat(written.flatMap(wordsOf));
    const whole = near(all, wanted);
    if (whole?.far === 0) return null;
    if (whole) return whole.each.spelling;
    const parts = words.trim().split(/\s+/);
    if (parts.length < 2) continue;
    const single = all.filter((each) => !each.folded.includes(" "));
    const known = new Set(all.flatMap((each) => each.folded.split(" ")));
    const mended = parts.map((word) => {
      const found = known.has(fold(word, folds)) ? null : near(single, fold(word, folds));
      return found && found.far > 0 ? found.each.spelling : word;
    });
    if (mended.some((word, i) => word !== parts[i])) return mended.join(" ");
  }
  return null;
}

/* ------------------------------------------------------------------ excerpts */

/** An excerpt as nodes: text, and what was found in <mark>. Nothing else of it can become an element. */
export function marked(excerpt) {
  const nodes = document.createDocumentFragment();
  let inside = false;
  for (const piece of excerpt.split(/(<\/?mark>)/)) {
    if (piece === "<mark>" || piece === "</mark>") {
      inside = piece === "<mark>";
      continue;
    }
    if (!piece) continue;
    const text = piece.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
    if (!inside) {
      nodes.append(text);
      continue;
    }
    const mark = document.createElement("mark");
    mark.textContent = text;
    nodes.append(mark);
  }
  return nodes;
}

/** The words of a statement, with those that an excerpt marks marked in them; from the first of them on where `limit` letters are not enough. */
export function highlighted(words, excerpt, limit = Infinity) {
  const found = [...new Set([...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word]) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")))].filter(Boolean);
  const escaped = found.map((word) => word.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(escaped.length ? `(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])` : "(?!)", "gu");
  let shown = words;
  if (words.length > limit) {
    const first = words.search(pattern);
    const start = first > limit / 2 ? words.indexOf(" ", first - limit / 3) + 1 : 0;
    shown = `${start ? "… " : ""}${words.slice(start, start + limit)}${start + limit < words.length ? "…" : ""}`;
  }
  return marked(shown.replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(pattern, "<mark>$&</mark>"));
}

/** An excerpt without the end of the title that it begins with. */
export function withoutTitle(excerpt, title) {
  const bare = (word) => word.replace(/<\/?mark>/g, "").replace(/[.…]+$/, "");
  const words = excerpt.split(" ");
  const ending = title.split(/\s+/).map(bare);
  for (let n = Math.min(words.length, ending.length); n > 0; n--) {
    const tail = ending.slice(-n);
    if (tail.every((word, i) => word === bare(words[i]))) return words.slice(n).join(" ");
  }
  return excerpt;
}

/** An element: `make("a", {class: "x", href: "…"}, "text", node)`. */
export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}
