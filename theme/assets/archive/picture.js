/* The map of who appears with whom: pointing at an actor, or reaching it with the Tab key, brings out its neighbours.
 * Without this script the map is all there; nothing is shown by it that cannot be read without. */
'use strict';

for (const map of document.querySelectorAll('.ex-map')) {
  const nodes = new Map();
  for (const node of map.querySelectorAll('[data-node]')) nodes.set(node.dataset.node, node);
  const lines = Array.from(map.querySelectorAll('[data-ends]'), (line) => ({ line, ends: line.dataset.ends.split(' ') }));

  /** Mark one actor, its lines and its neighbours; none for null. */
  const pick = (chosen) => {
    const key = chosen && chosen.dataset.node;
    const near = new Set(chosen ? [key] : []);
    for (const { line, ends } of lines) {
      const own = chosen !== null && ends.includes(key);
      line.classList.toggle('ex-near', own);
      if (own) ends.forEach((end) => near.add(end));
    }
    for (const [name, node] of nodes) node.classList.toggle('ex-near', near.has(name));
    map.classList.toggle('ex-picked', chosen !== null);
  };
  const nodeAt = (event) => (event.target instanceof Element ? event.target.closest('[data-node]') : null);
  const focused = () => (map.contains(document.activeElement) ? document.activeElement.closest('[data-node]') : null);

  map.addEventListener('pointerover', (event) => pick(nodeAt(event) || focused()));
  map.addEventListener('pointerleave', () => pick(focused()));
  // On the frame: Chromium lets the Tab key stop at an SVG element that listens for focus.
  const frame = map.parentElement;
  frame.addEventListener('focusin', (event) => pick(nodeAt(event)));
  frame.addEventListener('focusout', () => pick(null));
  // On a narrow screen the map scrolls within its frame: it begins with its middle, where the most named stand.
  frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
}
