/* The search box on every page: `/` and Ctrl+K come to it, on a phone the glass opens it.
 *
 * A classic script, so that it runs on pages opened from disk too; nothing else is loaded until the box has the focus.
 * Where the rest cannot be loaded the box stays what it is: a form that leads to the search page.
 */
"use strict";

(() => {
  const form = document.querySelector("[data-ex-find]");
  if (!form) return;
  const words = form.querySelector("[name=q]");
  const close = form.querySelector(".ex-find__close");
  const opener = document.querySelector("[data-ex-find-open]");
  const modules = new URL("./", document.currentScript.src);
  const folded = () => opener !== null && getComputedStyle(opener).display !== "none"; // a phone: the box is behind the glass

  form.querySelector(".ex-find__key").hidden = false;
  close.hidden = false;

  function open() {
    form.classList.add("ex-find--open");
    opener?.setAttribute("aria-expanded", "true");
    words.focus();
    words.select();
  }

  function shut(back) {
    if (!form.classList.contains("ex-find--open")) return;
    form.classList.remove("ex-find--open");
    opener?.setAttribute("aria-expanded", "false");
    if (back && folded()) opener.focus();
  }

  if (opener) {
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-expanded", "false");
    opener.setAttribute("aria-controls", form.id);
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      open();
    });
    opener.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      open();
    });
  }
  close.addEventListener("click", () => shut(true));
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) shut(false);
  });
  form.addEventListener("keydown", (event) => {
    // The list, where it is open, takes the first Escape for itself (search-suggest.js).
    if (event.key === "Escape" && !event.defaultPrevented) {
      shut(true);
      if (!folded()) words.blur();
    }
  });

  /* `/` alone, and only where nobody types: with it a reader of a screen reader or of voice control is not caught in a letter. */
  const typing = (target) =>
    target instanceof Element && (target.isContentEditable || target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [role=textbox]"));
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
    const chord = event.key.toLowerCase() === "k" && (event.ctrlKey !== event.metaKey) && !event.altKey && !event.shiftKey;
    if (!slash && !chord) return;
    event.preventDefault();
    open();
  });

  if (location.protocol === "file:") return; // a browser loads no modules from disk
  words.addEventListener("focus", () => {
    import(new URL("search-suggest.js", modules).href).then((suggest) => suggest.attach(form)).catch(() => {});
  }, { once: true });
  if (document.activeElement === words) words.dispatchEvent(new Event("focus"));
})();
