/**
 * Numbers and their origins light each other up: what has the pointer or the focus, or was tapped, and everything of the same key.
 * A number carries the path of its origin, `data-ref`; an origin (a field, a step's value, a tensor) its own path, `data-origin`;
 * what belongs to several, their paths in a list, `data-within`; what has several origins, the further ones in `data-also`.
 * Paths into a rule ("rule.bias") are those of the layer around, `data-layer`; in a sum over layers they lead nowhere.
 */

const linked = "[data-ref], [data-origin]";

/** What an element is linked with, in the order of `data-ref` and `data-also`. @param {Element} element */
const keysOf = (element) => [keyOf(element), ...(element.getAttribute("data-also")?.split(" ") ?? [])].filter(Boolean);

/**
 * Whether an element is lit by such keys. A weight of an equation has several of its own, and lights in the picture what it alone is.
 * @param {Element} element
 * @param {string[]} keys
 */
function isLit(element, keys) {
  if (keys.length === 0) return false;
  if (keys.some((key) => isPart(element, key))) return true;
  const own = keysOf(element);
  if (own.length > 1) return keys.length > 1 ? own.join() === keys.join() : own.includes(keys[0]);
  return own.length > 0 && keys.includes(own[0]) && (keys.length === 1 || !element.closest("svg"));
}

/** @param {Element} element */
function keyOf(element) {
  const path = element.getAttribute("data-origin") ?? element.getAttribute("data-ref") ?? "";
  if (!path.startsWith("rule.")) return path;
  const layer = within(element);
  return layer ? `${layer} ${path}` : "";
}

/** @param {Element} element @param {string} key */
const isPart = (element, key) => element.getAttribute("data-within")?.split(" ").includes(key) ?? false;

/** The layer that an element stands in, by index. @param {Element} element */
const within = (element) => element.closest("[data-layer]")?.getAttribute("data-layer");

/** What may be lit by a key: a few elements of many. @param {string} key */
function selectorOf(key) {
  const path = CSS.escape(key.replace(/^\d+ /, ""));
  const whole = ["origin", "ref"].map((name) => `, [data-${name}="${path}"]`);
  return [...whole, ...["within", "also"].map((name) => `, [data-${name}~="${CSS.escape(key)}"]`)].join("");
}

/** @typedef {import("lit").ReactiveController} ReactiveController */

/** @implements {ReactiveController} */
export class Linking {
  #host;
  #listening = new AbortController();
  #pointed = "";
  #focused = "";
  #tapped = "";

  /** @param {import("lit").LitElement} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#listening = new AbortController();
    this.#listen("pointerover", (event) => {
      if (event.pointerType !== "touch") this.#pointed = this.#keyAt(event);
    });
    this.#listen("pointerout", () => {
      this.#pointed = "";
    });
    this.#listen("focusin", (event) => {
      this.#focused = this.#keyAt(event);
    });
    this.#listen("focusout", () => {
      this.#focused = "";
    });
    this.#listen("click", (event) => {
      const key = this.#keyAt(event);
      this.#tapped = key === this.#tapped ? "" : key;
    });
    const { signal } = this.#listening;
    this.#host.renderRoot.addEventListener("keydown", (event) => this.#onKey(/** @type {KeyboardEvent} */ (event)), {
      signal,
    });
  }

  /** What is gone has neither the pointer nor the focus. */
  hostDisconnected() {
    this.#listening.abort();
    this.#pointed = "";
    this.#focused = "";
    this.#show();
  }

  hostUpdated() {
    this.#show();
  }

  /**
   * @template {"pointerover" | "pointerout" | "focusin" | "focusout" | "click"} Name
   * @param {Name} name
   * @param {(event: HTMLElementEventMap[Name]) => void} heard
   */
  #listen(name, heard) {
    const listener = (/** @type {Event} */ event) => {
      heard(/** @type {HTMLElementEventMap[Name]} */ (event));
      this.#show();
    };
    this.#host.renderRoot.addEventListener(name, listener, { signal: this.#listening.signal });
  }

  /** Lights what the pointer chooses, else the focus, else what was tapped last. Again after every drawing. */
  #show() {
    const key = this.#pointed || this.#focused || this.#tapped;
    const keys = key.split("|").filter(Boolean);
    // What a layer makes of the time steps is told by its sentence.
    const [, layer] = /^layers\.(\d+)\.hands_on\./.exec(key) ?? [];
    const sentences = layer ? `, [data-layer="${layer}"] .step > p` : "";
    const lit = `[data-lit]${keys.map(selectorOf).join("")}${sentences}`;
    for (const element of this.#host.renderRoot.querySelectorAll(lit))
      element.toggleAttribute(
        "data-lit",
        isLit(element, keys) || (layer !== undefined && element.matches("p") && within(element) === layer),
      );
  }

  /** @param {Event} event */
  #keyAt({ target }) {
    const element = target instanceof Element ? target.closest(linked) : null;
    return element ? keysOf(element).join("|") : "";
  }

  /**
   * The numbers of a step are one stop of the Tab key; the arrow keys go from number to number in it.
   * @param {KeyboardEvent} event
   */
  #onKey(event) {
    const { key, target } = event;
    if (key === "Escape" && this.#tapped !== "") {
      this.#tapped = "";
      this.#show();
    }
    const by = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    const row =
      target instanceof HTMLElement && target.matches(".n[tabindex]") ? target.closest(".step, .whole, .why") : null;
    if (by === 0 || !row || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = /** @type {HTMLElement[]} */ ([...row.querySelectorAll(".n[tabindex]")]);
    const next = all[all.indexOf(/** @type {HTMLElement} */ (target)) + by];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  }
}
