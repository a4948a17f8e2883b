/* Copies a citation with one click, and offers those for programs as files.
 *
 * The buttons are made here: without a script a page has none that do nothing, and its citations can be selected as any text.
 */
"use strict";

(() => {
  const SHOWN = 2500; // milliseconds that "Copied" stays

  /* The clipboard asks for a secure address; elsewhere (a page opened from disk, a preview at another machine) select and copy. */
  const copy = async (from) => {
    try {
      await navigator.clipboard.writeText(from.textContent);
      return true;
    } catch {
      const range = document.createRange();
      range.selectNodeContents(from);
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      try {
        return document.execCommand("copy");
      } catch {
        return false;
      }
    }
  };

  const name = () => location.pathname.split("/").filter((part) => part && part !== "index.html").pop() || "page";

  const button = (words, label) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "ex-cite__button";
    made.textContent = words;
    made.setAttribute("aria-label", `${words} ${label}`); // begins with what is seen, so that it can be spoken (WCAG 2.5.3)
    return made;
  };

  for (const text of document.querySelectorAll(".ex-cite__text")) {
    const place = text.closest("dd");
    const label = place.previousElementSibling.textContent;
    const row = document.createElement("span");
    const said = document.createElement("span");
    row.className = "ex-cite__buttons";
    said.setAttribute("role", "status"); // there before its words change: else nothing is read out
    const copies = button("Copy", label);
    copies.addEventListener("click", async () => {
      said.textContent = (await copy(text)) ? "Copied" : "Selected: copy it with your keyboard";
      setTimeout(() => (said.textContent = ""), SHOWN);
    });
    row.append(copies);
    if (text.dataset.file) {
      const saves = button("Save", label);
      saves.addEventListener("click", () => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([text.textContent], { type: "text/plain;charset=utf-8" }));
        link.download = `${name()}.${text.dataset.file}`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), SHOWN);
      });
      row.append(saves);
    }
    row.append(said);
    // Beside the text, never in it: what is copied or selected is the citation alone.
    place.append(row);
  }
})();
