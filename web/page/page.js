/** The page around the element: its address, its history, its title. */
import "./theme.js";
import "../hosts/standalone.js";
import { languageIn, namesModel, sectionsOf, withLanguage, withModel, withSections } from "../border/query.js";
import { lookThrough } from "./address.js";
import { openEmbedDialog } from "./embed.js";
import { ownLanguage, showLanguage } from "./language.js";
import { notice } from "./notice.js";

/** @typedef {import("../element/rnn-params.js").RnnParams} RnnParams */

const element = /** @type {RnnParams} */ (document.querySelector("rnn-params"));
/** What the page shows where the address names no model: the notes' first example, from the page's own markup. */
const first = element.query;

/** Brings the element to what the address says; a link's keys can be told once the core is there. */
function restore() {
  const { search } = location;
  if (!element.catalog) return;
  if (namesModel(search, element.catalog.keys)) element.query = search;
  else if (element.query !== first) element.query = first;
  element.sections = sectionsOf(search);
  element.fade = new URLSearchParams(search).get("fade") ?? "";
}

/**
 * @param {string} search
 * @param {boolean} decision
 */
function remember(search, decision) {
  const longest = Number(element.catalog?.limits.text); // longer ones are refused by servers and browsers
  if (search.length > longest || search === location.search) return;
  try {
    const address = search === "?" ? location.pathname : search;
    if (decision) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  } catch {
    // Some browsers allow only so many changes in a while; the next one brings the address up to date. A file on disk or a sandboxed
    // frame may change none.
  }
}

/** The element's keys are the page's: also where nothing has the focus, but in a field, and behind an open dialog. */
addEventListener("keydown", ({ target, key, ctrlKey, altKey, metaKey }) => {
  const others = target instanceof Element && target.closest("rnn-params, embed-dialog, select");
  if (others || document.querySelector("embed-dialog")?.shadowRoot?.querySelector(":modal")) return;
  element.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, altKey, metaKey }));
});

addEventListener("popstate", () => {
  showLanguage(languageIn(location.search));
  restore();
});
element.addEventListener("rnn-params-ready", restore);
element.addEventListener("rnn-params-change", (event) => {
  const { query, decision } = /** @type {CustomEvent<{ query: string, decision: boolean }>} */ (event).detail;
  remember(withModel(location.search, query, element.catalog?.keys ?? []), decision);
});
element.addEventListener("rnn-params-unfold", () => remember(withSections(location.search, element.sections), false));
element.addEventListener("rnn-params-shown", () => {
  if (element.summary !== "") document.title = element.summary;
  lookThrough(element);
  const version = document.querySelector("#version");
  if (version) version.textContent = element.version;
});

for (const button of document.querySelectorAll(".embed"))
  button.addEventListener("click", () =>
    openEmbedDialog(element).then(
      () => notice(""),
      () => notice(element.messages?.later.embed ?? ""),
    ),
  );

const select = /** @type {HTMLSelectElement} */ (document.querySelector("#language"));
select.addEventListener("change", () => {
  showLanguage(select.value);
  remember(withLanguage(location.search, select.value === ownLanguage ? "" : select.value), true);
});
showLanguage(languageIn(location.search));
