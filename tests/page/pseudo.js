/**
 * A language that nobody speaks, to find what no other language could: the English messages, longer by 40 % and in
 * ⟦brackets⟧. What is outside of these was never in the messages, and what does not fit will not fit in some real language.
 * Both functions run in the page, on the element, and see nothing from outside.
 */

/**
 * Lets the element speak it, and the page around it; unfolds everything.
 * @param {any} element
 */
export async function speakPseudo(element) {
  /** These are the same in all languages. */
  const kept = ["language", "none", "number", "short"];
  /** @type {(value: any) => any} */
  const stretched = (value) => {
    if (typeof value === "string")
      return value === "" ? "" : `⟦${value}${" ñañ".repeat(Math.ceil(value.length / 10))}⟧`;
    if (typeof value === "function") return (/** @type {unknown[]} */ ...args) => stretched(value(...args));
    if (Array.isArray(value)) return value.map(stretched);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, inner]) => [key, kept.includes(key) ? inner : stretched(inner)]);
    return Object.fromEntries(entries);
  };
  const { supplements, site, ...words } = element.messages;
  const further = stretched(await supplements());
  const around = stretched(await site());
  element.messages = { ...stretched(words), supplements: async () => further, site: async () => around };
  for (const place of document.querySelectorAll("[data-says]:not(select)"))
    place.textContent = around[place.getAttribute("data-says") ?? ""];
  await element.updateComplete;
  await new Promise((resolve) => setTimeout(resolve)); // for the words that go beyond the derivation
  await element.updateComplete;
  for (const part of element.shadowRoot.querySelectorAll("details")) part.open = true;
  await new Promise((resolve) => setTimeout(resolve)); // for their toggle events
  await element.updateComplete;
}

/**
 * What can be read outside of the brackets, names and formulas aside, and how far the page scrolls sideways.
 * @param {any} element
 */
export function untranslated(element) {
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  // Formulas, what is copied as code, the core's names of options, of kinds of layers and of frameworks, the frameworks' words
  // for sizes and gates.
  const names =
    ".formula, math, code, pre, textarea, figcaption, select:not(#more-frameworks) option, .field > label, .picture text";
  const free = /^[\d\s,.+−×=→↑↓…:;()□—-]*$/;
  /** @type {string[]} */
  const proper = [
    ...element.catalog.layers.flatMap((/** @type {any} */ layer) => layer.arguments),
    ...element.catalog.frameworks,
  ].map(({ name }) => name);
  let depth = 0;
  /** @type {string[]} */
  const outside = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.nodeValue ?? "";
    const parent = walker.currentNode.parentElement;
    let bare = "";
    for (const letter of text) {
      if (letter === "⟦") depth++;
      if (depth === 0) bare += letter;
      if (letter === "⟧") depth--;
    }
    if (!free.test(bare) && !proper.includes(bare.trim()) && !parent?.closest(`style, ${names}`))
      outside.push(`${parent?.localName} ${parent?.className}: ${bare.trim()}`);
  }
  // What a name is put together from: words in brackets, names, the frameworks' words for sizes and options, options with a value.
  /** @type {any[]} */
  const kinds = element.catalog.frameworks.flatMap((/** @type {any} */ { words, cells }) => [
    { words, options: [] },
    ...cells,
  ]);
  const known = new Set([
    ...proper,
    ...kinds.flatMap(({ words, options }) => [
      ...Object.values(words),
      ...options.flatMap((/** @type {any} */ one) => [one.name, one.called]),
    ]),
  ]);
  const isName = (/** @type {string} */ part) => free.test(part) || known.has(part) || /^\w+=\w+$/.test(part);
  const attributes = [...root.querySelectorAll("*")].flatMap((one) =>
    ["aria-label", "title", "placeholder", "alt"].flatMap((name) => {
      const gates = one.matches("tr") ? /: \w+(, \w+)*$/ : "";
      const text = (one.getAttribute(name) ?? "").replace(gates, "");
      const parts = text.replace(/⟦[^⟦⟧]*⟧/gs, "").split(/[,:()]/);
      return /^⟦.*⟧$/s.test(text) || parts.every((part) => isName(part.trim())) || one.closest(names)
        ? []
        : [`${one.localName} ${name}: ${text}`];
    }),
  );
  const { scrollWidth, clientWidth } = document.documentElement;
  const room = document.documentElement.getBoundingClientRect().width;
  const wide = [...root.querySelectorAll("*"), ...document.body.querySelectorAll("*")]
    .filter((one) => {
      const { left, right, width, height } = one.getBoundingClientRect();
      if (width <= 1 || height <= 1 || one.closest("pre, .visually-hidden") || !one.checkVisibility()) return false;
      return right > room + 1 || left < -1;
    })
    .map((one) => `${one.localName} ${one.className}: ${one.textContent?.trim().slice(0, 40)}`);
  return { outside, attributes, wide, sideways: scrollWidth - clientWidth, spoken: root.textContent?.includes("⟦") };
}
