/** A quiet line above the model, where something in the address is not known: a language, or a key that is almost one. */
import { almostKeys, languageIn } from "../border/query.js";
import { isUnknown, unknownWords } from "../telling/spoken.js";

/** More than these are not told, each no longer than this. */
const mostNotes = 3;
const longest = 40;

/** The address that was looked through last, and the language then. */
let seen = "";
/** @type {HTMLElement | undefined} */
let line;

/**
 * Says it once for each address and language; where all is known, no more.
 * @param {import("../element/rnn-params.js").RnnParams} element that speaks
 */
export async function lookThrough({ messages, catalog }) {
  const { search } = location;
  const now = `${messages?.language} ${search}`;
  if (now === seen) return;
  seen = now;
  const language = languageIn(search);
  const keys = almostKeys(search, catalog?.keys ?? []);
  if (!line && !isUnknown(language) && keys.length === 0) return;
  const words = (await messages?.supplements())?.address;
  if (!words || now !== seen) return;
  if (!line) {
    line = Object.assign(document.createElement("p"), { className: "address-notes", role: "status" });
    document.querySelector("header")?.after(line);
  }
  const said = keys.map(({ text, suggestion }) => words.key({ text: text.slice(0, longest), suggestion }));
  if (isUnknown(language)) said.unshift(unknownWords(language, words));
  line.textContent = said.slice(0, mostNotes).join(" ");
}
