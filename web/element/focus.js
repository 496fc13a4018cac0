/** Where the focus goes in the element, and where it is kept when what had it is gone, hidden or disabled. */

/** @param {ShadowRoot} root @param {string} id */
function field(root, id) {
  const found = root.getElementById(id);
  return found instanceof HTMLElement && canHave(found) ? found : undefined;
}

/** @param {Element} element */
const canHave = (element) =>
  element.isConnected &&
  !element.matches(":disabled") &&
  (element.checkVisibility?.({ visibilityProperty: true }) ?? true); // older browsers can't tell

/**
 * To the first of these that can have it.
 * @param {ShadowRoot} root
 * @param {string[]} ids
 */
export const focusFirst = (root, ids) =>
  ids
    .map((id) => field(root, id))
    .find(Boolean)
    ?.focus();

/**
 * To a field, also a folded one; in a group of choices, to the one that is chosen.
 * @param {ShadowRoot} root
 * @param {string} id
 */
export function focusField(root, id) {
  const folded = root.getElementById(id)?.closest("details");
  if (folded) folded.open = true;
  const found = field(root, id);
  const chosen = found?.querySelector("input:checked");
  (chosen instanceof HTMLElement ? chosen : found)?.focus();
}

/** Of a layer, where it stands. @param {ShadowRoot} root @param {number} layer by index */
export const derivationOf = (root, layer) => root.querySelector(`.layer.part[data-layer="${layer}"]`);

/** To the title of a layer's derivation, which comes into view. @param {ShadowRoot} root @param {number} layer */
export function focusLayer(root, layer) {
  const title = derivationOf(root, layer)?.querySelector("h3");
  if (!title) return;
  const button = title.querySelector("button");
  if (!button) title.tabIndex = -1;
  (button ?? title).focus({ preventScroll: true });
  title.scrollIntoView({ block: "start" });
}

/**
 * To the title of a step of a layer's derivation, which comes into view.
 * @param {ShadowRoot} root
 * @param {number} layer
 * @param {number} step
 */
export function focusStep(root, layer, step) {
  const title = (derivationOf(root, layer) ?? root)
    .querySelectorAll(".steps > .step")
    [step]?.querySelector(".step-title");
  if (!(title instanceof HTMLElement)) return focusLayer(root, layer);
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
  title.scrollIntoView({ block: "center" });
}

/** Where the Tab key stops; of choices, at the one that is chosen. */
const stops =
  "a[href], button, input:not([type=radio]), input:checked, select, textarea, summary, [tabindex]:not([tabindex='-1'])";

/** @param {ShadowRoot} root @returns {HTMLElement[]} */
const stopsIn = (root) => [...root.querySelectorAll(stops)].map((one) => /** @type {HTMLElement} */ (one));

/** As many of them are looked at where the focus is lost. */
const mostBefore = 50;

/** The stops before an element, in order. @param {ShadowRoot} root @param {Element} element */
function nearestBefore(root, element) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = element;
  /** @type {HTMLElement[]} */
  const found = [];
  for (let one = walker.previousNode(); one && found.length < mostBefore; one = walker.previousNode())
    if (one instanceof HTMLElement && one.matches(stops)) found.push(one);
  return found.reverse();
}

/**
 * Whether it is a field that the reader is in, as far as that can be told without the page's layout: no drawing hides or disables such a field.
 * @param {ShadowRoot} root
 * @param {Element} had
 */
const isTyping = (root, had) => root.activeElement === had && had.matches("input[type=text]:enabled, textarea:enabled");

/** @typedef {import("lit").ReactiveController} ReactiveController */

/**
 * Keeps the focus where a drawing takes away what has it: it goes to what stands in that place then.
 * @implements {ReactiveController}
 */
export class Keeping {
  /** The ids of what is to have it rather, if it is lost in the next drawing. @type {string[]} */
  rather = [];
  #host;
  /** @type {Element | null} */
  #had = null;
  /** @type {HTMLElement[]} */
  #before = [];

  /** @param {import("lit").LitElement} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate() {
    const root = this.#host.shadowRoot;
    this.#had = root?.activeElement ?? null;
    if (!root || !this.#had || isTyping(root, this.#had)) return;
    this.#before = nearestBefore(root, this.#had);
  }

  /** Once all is drawn. */
  restore() {
    const root = this.#host.shadowRoot;
    const { rather } = this;
    this.rather = [];
    if (!root || !this.#had || isTyping(root, this.#had) || canHave(this.#had)) return;
    const better = rather.map((id) => field(root, id)).find(Boolean);
    const now = stopsIn(root).filter(canHave);
    const last = this.#before.findLast((one) => now.includes(one));
    const place = last ? now.indexOf(last) + 1 : 0;
    (better ?? now[place] ?? last)?.focus();
  }
}
