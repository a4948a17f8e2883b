/* How a result looks. Foreign text only ever becomes text. */
import { at, highlighted, make, marked, withoutTitle } from "./search-index.js";

export const KINDS = { article: "Articles", actor: "Actors", topic: "Topics", statement: "Statements", outlet: "Outlets" };
const SECTIONS = 3; // of an article, with what was found in them

const meta = (...words) => {
  const said = words.filter(Boolean).join(" · ");
  return said ? make("p", { class: "ex-meta", dir: "auto" }, said) : null;
};

/** The sections of an article in which the words stand, with the way to each. */
function sections(found) {
  const inner = found.parts.filter((each) => each.url.includes("#") && /<mark>/.test(each.excerpt)).slice(0, SECTIONS);
  if (!inner.length) return null;
  const link = (each) => make("a", { href: at(found.url) + each.url.slice(each.url.indexOf("#")), dir: "auto" }, each.title);
  return make("ul", { class: "ex-hit__sections", "aria-label": "Sections" }, ...inner.map((each) => make("li", {}, link(each))));
}

/** An excerpt with dots where it begins or ends within a sentence. */
function cutOff(excerpt, begins) {
  const before = begins || /^(?:<mark>)?["“‘(]?[\p{Lu}\p{Nd}]/u.test(excerpt) ? "" : "… ";
  return `${before}${excerpt}${/[.!?][”"’)]?$/.test(excerpt.replace(/<\/mark>$/, "")) ? "" : " …"}`;
}

function article(found) {
  const excerpt = withoutTitle(found.excerpt, found.meta.title);
  const said = /<mark>/.test(excerpt) ? marked(cutOff(excerpt, excerpt !== found.excerpt)) : found.meta.summary;
  return [
    make("h3", {}, make("a", { href: at(found.url), dir: "auto" }, found.meta.title)),
    said ? make("p", { class: "ex-hit__text", dir: "auto" }, said) : null,
    meta(found.meta.by, found.meta.date),
    sections(found),
  ];
}

function statement(found) {
  const words = found.meta.summary || found.meta.title;
  return [
    make("h3", { class: "ex-hit__said" }, make("a", { href: at(found.url), dir: "auto" }, highlighted(words, found.excerpt))),
    meta(found.meta.by, found.meta.date),
  ];
}

/** Someone or something of the registry; `spelling` is the one that was asked for; `brief` is without what it says of them. */
function entry(found, spelling, brief) {
  const { title, kind, css, by, summary } = found.meta;
  const slug = found.url.split("/")[1];
  const about = kind === "actor" || kind === "topic" || kind === "outlet";
  const words = { actor: "Articles that name ", topic: "Articles on ", outlet: "Articles from " };
  return [
    make("h3", {}, make("a", { href: at(found.url), class: css || null, dir: "auto" }, title)),
    meta(kind === "page" ? "" : by, found.meta.date, spelling && spelling !== title ? `also written \u2068“${spelling}”\u2069` : ""),
    summary && !brief ? make("p", { class: "ex-hit__text", dir: "auto" }, summary) : null,
    about && !brief ? make("p", { class: "ex-meta" }, make("a", { href: `?kind=article&${kind}=${encodeURIComponent(slug)}`, "data-ex-goes": true }, words[kind], make("bdi", {}, title))) : null,
  ];
}

/** One result as an item of a list. */
export function card(found, spelling, brief) {
  const kind = found.meta.kind;
  const inner = kind === "article" ? article(found) : kind === "statement" ? statement(found) : entry(found, spelling, brief);
  return make("li", { class: `ex-hit ex-hit--${kind}${brief ? " ex-hit--brief" : ""}` }, ...inner);
}
