/**
 * Numbers and their origins light each other up: what has the pointer or the focus, or was tapped, and everything of the same key.
 * A number carries the path of its origin, `data-ref`; an origin (a field, a step's value, a tensor) its own path, `data-origin`;
 * what belongs to several, their paths in a list, `data-within`.
 * Paths into a rule ("rule.bias") are those of the layer around, `data-layer`; in a sum over layers they lead nowhere.
 */

const linked = "[data-ref], [data-origin]";

/** @param {Element} element */
function keyOf(element) {
  const path = element.getAttribute("data-origin") ?? element.getAttribute("data-ref") ?? "";
  if (!path.startsWith("rule.")) return path;
  const layer = element.closest("[data-layer]")?.getAttribute("data-layer");
  return layer ? `${layer} ${path}` : "";
}

/** @param {Element} element @param {string} key */
const isPart = (element, key) => element.getAttribute("data-within")?.split(" ").includes(key) ?? false;

export class Linking {
  /** @type {ShadowRoot | undefined} */
  #root;
  #pointed = "";
  #focused = "";
  #tapped = "";

  /** @param {ShadowRoot} root */
  watch(root) {
    if (this.#root === root) return;
    this.#root = root;
    root.addEventListener("pointerover", (event) => {
      if (/** @type {PointerEvent} */ (event).pointerType !== "touch") this.#pointed = this.#keyAt(event);
      this.show();
    });
    root.addEventListener("pointerout", () => {
      this.#pointed = "";
      this.show();
    });
    root.addEventListener("focusin", (event) => {
      this.#focused = this.#keyAt(event);
      this.show();
    });
    root.addEventListener("focusout", () => {
      this.#focused = "";
      this.show();
    });
    root.addEventListener("click", (event) => {
      const key = this.#keyAt(event);
      this.#tapped = key === this.#tapped ? "" : key;
      this.show();
    });
    root.addEventListener("keydown", (event) => this.#onKey(/** @type {KeyboardEvent} */ (event)));
  }

  /** Lights what the pointer chooses, else the focus, else what was tapped last. Again after every drawing. */
  show() {
    const key = this.#pointed || this.#focused || this.#tapped;
    for (const element of this.#root?.querySelectorAll(`${linked}, [data-within]`) ?? [])
      element.toggleAttribute("data-lit", key !== "" && (keyOf(element) === key || isPart(element, key)));
  }

  /** @param {Event} event */
  #keyAt({ target }) {
    const element = target instanceof Element ? target.closest(linked) : null;
    return element ? keyOf(element) : "";
  }

  /**
   * The numbers of a step are one stop of the Tab key; the arrow keys go from number to number in it.
   * @param {KeyboardEvent} event
   */
  #onKey(event) {
    const { key, target } = event;
    if (key === "Escape" && this.#tapped !== "") {
      this.#tapped = "";
      this.show();
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
