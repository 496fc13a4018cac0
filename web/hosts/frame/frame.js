/**
 * The element in a frame: its address's query has the element's attributes as keys, and `id`, which the announcements of its height
 * carry. The frame keeps nothing, asks for nothing and never changes its address.
 */
import "./frame.css";
import { fileIn, languageIn, namesModel, presentIn } from "../../border/query.js";
import { setAttribute, themeOf, viewKeys } from "../../element/attributes.js";
import { RnnParams } from "../../element/rnn-params.js";
import { languageOf } from "../../messages/languages.js";
import { isUnknown, unknownWords } from "../../telling/spoken.js";
import { tellAnswers } from "./answers.js";
import { announceHeight } from "./heights.js";

const { search } = location;
const given = new URLSearchParams(search);
const root = document.documentElement;
const element = /** @type {RnnParams} */ (document.querySelector("rnn-params"));

for (const key of viewKeys) setAttribute(element, key, given.get(key) ?? "");
setAttribute(element, "present", presentIn(search));

/** All of the frame presents: its keys act wherever the focus is in it. */
addEventListener("keydown", ({ target, key, ctrlKey, altKey, metaKey }) => {
  if (element.present === "" || (target instanceof Element && target.closest("rnn-params"))) return;
  element.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, altKey, metaKey }));
});
const theme = themeOf(given.get("theme"));
if (theme !== "auto") root.dataset.theme = theme;
const language = languageIn(search);
root.lang = languageOf(language).id;

element.addEventListener("rnn-params-ready", () => {
  if (namesModel(search, element.catalog?.keys ?? [])) element.query = search;
});

tellAnswers(element, given.get("id") ?? "");

let failed = false;
element.addEventListener("rnn-params-error", () => {
  failed = true;
});

if (isUnknown(language)) element.addEventListener("rnn-params-shown", sayUnknown);

/** Below what is counted: a line, as the page has one. */
async function sayUnknown() {
  const { messages } = element;
  if (!messages) return;
  element.removeEventListener("rnn-params-shown", sayUnknown);
  const words = await messages.supplements().catch(() => undefined);
  if (!words) return;
  const textContent = unknownWords(language, words.address);
  element.after(
    Object.assign(document.createElement("p"), { className: "address-notes", role: "status", textContent }),
  );
}

let told = false;
element.addEventListener("rnn-params-shown", (event) => {
  if (element.summary !== "") document.title = element.summary;
  const { whole } = /** @type {CustomEvent<{ whole: boolean }>} */ (event).detail;
  if (told || (!whole && !failed)) return; // an empty frame would fold up and open again, half of one would grow twice
  told = true;
  announceHeight(/** @type {HTMLElement} */ (element.parentElement), given.get("id") ?? "");
});

RnnParams.page = fileIn(document.baseURI).replace(/[^/]*$/, "index.html"); // beside this file

// Last: its first words are in the address's language.
customElements.define("rnn-params", RnnParams);
