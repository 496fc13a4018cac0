/** The page around the element: its address, its history, its title. */
import "./theme.js";
import "./define.js";
import { namesModel, withModel } from "./state/query.js";

/** @typedef {import("./rnn-params.js").RnnParams} RnnParams */

/** Longer addresses than this are left alone: servers and browsers refuse them. */
const longestAddress = 64 * 1024;

const element = /** @type {RnnParams} */ (document.querySelector("rnn-params"));
/** What the page shows where the address names no model: the notes' first example, from the page's own markup. */
const first = element.query;

function restore() {
  const { search } = location;
  element.query = namesModel(search) ? search : first;
}

/** @param {string} query @param {boolean} decision */
function remember(query, decision) {
  const search = withModel(location.search, query);
  if (search.length > longestAddress || search === location.search) return;
  try {
    if (decision) history.pushState(null, "", search);
    else history.replaceState(null, "", search);
  } catch {
    // Some browsers allow only so many changes in a while; the next one brings the address up to date.
  }
}

if (namesModel(location.search)) restore();
addEventListener("popstate", restore);
element.addEventListener("rnn-params-change", (event) => {
  const { query, decision } = /** @type {CustomEvent<{ query: string, decision: boolean }>} */ (event).detail;
  remember(query, decision);
});
element.addEventListener("rnn-params-shown", () => {
  if (element.summary !== "") document.title = element.summary;
  const version = document.querySelector("#version");
  if (version) version.textContent = element.version;
});
