/* Light or dark, as the reader chose or as the device has it.
 *
 * Runs before the page is drawn, so that a dark page never flashes white.  Without it the style sheet follows the device.
 */
"use strict";

(() => {
  const root = document.documentElement;
  const KEY = "ex-colours";
  const NEXT = { "": "light", light: "dark", dark: "" };
  const WORDS = { "": "as on this device", light: "light", dark: "dark" };
  let chosen = "";
  try {
    chosen = localStorage.getItem(KEY) ?? "";
  } catch {
    // a page from the disk, or a browser that keeps nothing: the device's colours then
  }
  if (!(chosen in NEXT)) chosen = "";

  function apply() {
    if (chosen) root.dataset.colours = chosen;
    else delete root.dataset.colours;
  }

  function name(button) {
    const words = `Colours: ${WORDS[chosen]}. Change to ${WORDS[NEXT[chosen]]}`;
    button.setAttribute("aria-label", words);
    button.title = words;
  }

  root.classList.replace("no-js", "js");
  apply();
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".ex-colours");
    if (!button) return;
    name(button);
    button.hidden = false;
    button.addEventListener("click", () => {
      chosen = NEXT[chosen];
      try {
        localStorage.setItem(KEY, chosen);
      } catch {
        // holds for this page only
      }
      apply();
      name(button);
    });
  });
})();
