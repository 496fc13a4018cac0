/** A quiet line above the model, where something in the address is not known: a language, or a key that is almost one of the page's. */
import { almostPageKeys, languageIn } from "../border/query.js";
import { languages } from "../messages/languages.js";
import { short } from "../messages/numbers.js";
import { say } from "../telling/say.js";
import { isUnknown } from "./language.js";

/** More than these are not told one by one. */
const mostNotes = 3;

const line = document.createElement("p");
line.className = "address-notes";
line.setAttribute("role", "status");
document.querySelector("header")?.after(line);

/**
 * @param {string} search
 * @param {import("../element/rnn-params.js").RnnParams} element that speaks
 */
export async function tellOfAddress(search, element) {
  const language = languageIn(search);
  const words = await element.messages?.supplements();
  if (!words) return;
  /** @type {import("../telling/say.js").Said<typeof words.address>[]} */
  const said = almostPageKeys(search, element.catalog?.keys ?? []).map(({ text, suggestion }) => ({
    id: "key",
    text: short(text),
    suggestion,
  }));
  if (isUnknown(language))
    said.unshift({ id: "language", text: short(language), names: languages.map(({ name }) => name) });
  line.textContent = say(words.address, ...said.slice(0, mostNotes));
}
