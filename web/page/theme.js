/** Light, dark, or as the system has it: from the address (theme=…), else as chosen last time. */

import { themeOf } from "../element/attributes.js";

const key = "theme";

/** @param {string | null | undefined} theme */
function show(theme) {
  const known = themeOf(theme);
  if (known === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = known;
}

function remembered() {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is refused here: the choice lasts as long as the page
  }
}

/** @param {string} theme */
function remember(theme) {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // See above.
  }
}

/** @param {string} theme */
function inAddress(theme) {
  const address = new URL(location.href);
  const parts = address.search.slice(1).split("&");
  if (!parts.some((part) => part.startsWith(`${key}=`))) return;
  const search = parts.map((part) => (part.startsWith(`${key}=`) ? `${key}=${theme}` : part)).join("&");
  try {
    history.replaceState(history.state, "", `?${search}`);
  } catch {
    // A file on disk or a sandboxed frame may not change its address.
  }
}

const chosen = new URLSearchParams(location.search).get(key) ?? remembered();
show(chosen);
const select = /** @type {HTMLSelectElement | null} */ (document.querySelector("#theme"));
if (select) {
  select.value = themeOf(chosen);
  select.addEventListener("change", () => {
    show(select.value);
    remember(select.value);
    inAddress(select.value);
  });
}
