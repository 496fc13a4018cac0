/** The page around the element: its address, its history, its title. */
import "./theme.js";
import "../hosts/standalone.js";
import {
  keyIn,
  languageIn,
  namesModel,
  presentIn,
  sectionsOf,
  withGot,
  withKey,
  withLanguage,
  withModel,
  withPresent,
  withSections,
  withVersus,
} from "../border/query.js";
import { RnnParams } from "../element/rnn-params.js";
import { lookThrough } from "./address.js";
import { openEmbedDialog } from "./embed.js";
import { ownLanguage, showLanguage } from "./language.js";
import { notice } from "./notice.js";

const element = /** @type {RnnParams} */ (document.querySelector("rnn-params"));
RnnParams.fills = true;
/** What the page shows where the address names no model: the notes' first example, from the page's own markup. */
const first = element.query;

const asking = /** @type {const} */ (["exercise", "seed"]);
const ownKeys = /** @type {const} */ (["fade", "got", "vs", ...asking]);

/** Brings the element to what the address says; a link's keys can be told once the core is there. */
function restore() {
  const { search } = location;
  if (!element.catalog) return;
  if (namesModel(search, element.catalog.keys)) element.query = search;
  else if (element.query !== first) element.query = first;
  element.sections = sectionsOf(search);
  for (const key of ownKeys) element[key] = keyIn(search, key);
  element.present = presentIn(search);
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

/** A file may be dropped anywhere. */
for (const kind of ["dragover", "drop"])
  addEventListener(kind, (event) => {
    const { dataTransfer, defaultPrevented } = /** @type {DragEvent} */ (event);
    if (defaultPrevented || event.composedPath().includes(element)) return;
    if (!element.dispatchEvent(new DragEvent(kind, { dataTransfer, cancelable: true }))) event.preventDefault();
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
element.addEventListener("rnn-params-answer", () => remember(withGot(location.search, element.got), false));
element.addEventListener("rnn-params-versus", (event) =>
  remember(withVersus(location.search, element.vs), /** @type {CustomEvent} */ (event).detail.decision),
);
element.addEventListener("rnn-params-unfold", () => remember(withSections(location.search, element.sections), false));
element.addEventListener("rnn-params-shown", () => {
  if (element.summary !== "") {
    if (document.title !== element.summary) document.title = element.summary;
    const { present } = element;
    if (present !== presentIn(location.search)) remember(withPresent(location.search, present), false);
    for (const key of asking)
      if (element[key] !== keyIn(location.search, key))
        remember(withKey(location.search, key, element[key]), key === "exercise");
  }
  lookThrough(element);
  const version = document.querySelector("#version");
  if (version?.textContent === "") version.textContent = element.version;
});

for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".embed")))
  button.addEventListener("click", () =>
    openEmbedDialog(element, button).then(
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
