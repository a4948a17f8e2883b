/* What the results page says besides results: whom the words name, what may be meant, how to go on where nothing was found. */
import { filtered } from "./search-answers.js";
import { fold, make, manifest, meant, spelledWithin } from "./search-index.js";

const FEW = 5; // results below which another spelling is offered

/** What stands above the results: whom the words name, and what else may be meant. */
export async function said(know, state, total) {
  const notes = [];
  if (know.instead) {
    notes.push(make("p", { class: "ex-note" }, "No text has ", make("bdi", {}, `“${state.q}”`), "; these name ", make("bdi", {}, know.instead.name), " by another spelling."));
  }
  if (know.complete && !know.named.length && !filtered(state)) notes.push(...(await narrower(state.q)));
  if (know.complete && state.q && !know.named.length && total < FEW) {
    const words = await meant(state.q).catch(() => null);
    const { folds } = await manifest();
    if (words && fold(words, folds) !== fold(state.q, folds)) {
      notes.push(make("p", { class: "ex-found__meant" }, "Did you mean ",
        make("a", { href: `?${new URLSearchParams({ q: words })}`, "data-ex-goes": true }, make("bdi", {}, words)), "?"));
    }
  }
  return notes;
}

/** Where some of the words spell someone: the same, narrowed to them. */
async function narrower(words) {
  if (!/\s/.test(words)) return [];
  const found = await spelledWithin(words).catch(() => []);
  return found.map(({ entry, rest }) => make("p", { class: "ex-note" }, "Narrow to ",
    make("a", { class: entry.css, href: `?${new URLSearchParams({ q: rest, [entry.kind]: entry.url.split("/")[1] })}`, "data-ex-goes": true }, make("bdi", {}, entry.name)),
    " and ", make("bdi", {}, `“${rest}”`)));
}

/** What to read where nothing was found. */
export function nothing({ words, filtered, doors }) {
  const advice = [];
  if (filtered) advice.push(make("li", {}, make("a", { href: `?${new URLSearchParams(words ? { q: words } : {})}`, "data-ex-goes": true }, "Search without filters")));
  advice.push(make("li", {}, "Try fewer or other words; every spelling of a name that the archive knows leads to its page."));
  if (doors.length) {
    const links = doors.flatMap((door, i) => [i ? ", " : "", make("a", { href: door.href }, door.textContent.trim())]);
    advice.push(make("li", {}, "Or browse: ", ...links));
  }
  return make("div", { class: "ex-found__nothing" }, make("ul", {}, ...advice));
}
