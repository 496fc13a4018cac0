/** What the page has to say of itself, above all else: that something could not be loaded. */

/** @param {string} text "" takes it away */
export function notice(text) {
  const there = document.querySelector("#notice");
  if (text === "") return there?.remove();
  const place = there ?? document.createElement("p");
  Object.assign(place, { id: "notice", role: "status", textContent: text });
  if (!there) document.querySelector("main")?.prepend(place);
}
