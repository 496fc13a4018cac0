/**
 * An edge of the picture that is dragged changes the size that it stands for. The fields do the same without a pointer's way. While an
 * edge is dragged the picture keeps its scale, so that the edge stays under the pointer.
 */

/** @typedef {import("lit").ReactiveController} ReactiveController */
/** @typedef {import("../parts/view.js").SupplementView} View */
/** @typedef {{ what: "units" | "input", layer: number, value: bigint, size: string, from: number, perCell: number, moved: boolean }} Drag `perCell`: pixels; `from`: where it began */

/** The most that an edge makes of a size, times what it was. */
const most = 4n;

/** @implements {ReactiveController} */
export class Dragging {
  /** What the picture was drawn from last. @type {View | undefined} */
  view;
  /** The scale that is kept. @type {number | undefined} */
  scale;
  #host;
  /** @type {Drag | undefined} */
  #drag;
  #listening = new AbortController();

  /** @param {import("lit").LitElement} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const root = /** @type {ShadowRoot} */ (this.#host.renderRoot);
    root.addEventListener("pointerdown", (event) => this.#begin(/** @type {PointerEvent} */ (event)), { signal });
    root.addEventListener("pointermove", (event) => this.#move(/** @type {PointerEvent} */ (event)), { signal });
    for (const end of ["pointerup", "pointercancel"]) root.addEventListener(end, () => this.#end(), { signal });
    root.addEventListener(
      "keydown",
      (event) => {
        if (/** @type {KeyboardEvent} */ (event).key === "Escape" && this.#drag) this.#end(this.#drag.size);
      },
      { signal },
    );
  }

  hostDisconnected() {
    this.#listening.abort();
    this.#drag = undefined;
    this.scale = undefined;
  }

  /** @param {PointerEvent} event */
  #begin(event) {
    const { target, button, pointerId } = event;
    const edge = target instanceof Element ? target.closest("[data-drag]") : null;
    const svg = edge?.closest("svg");
    if (!edge || !svg || !this.view || button !== 0) return;
    const what = edge.getAttribute("data-drag") === "units" ? "units" : "input";
    const layer = Number(edge.getAttribute("data-of"));
    const { answer } = this.view;
    const size = what === "units" ? answer.layers[layer].units : answer.layers[0].input;
    const shown = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const perCell = Number(edge.getAttribute("data-cell")) * shown;
    event.preventDefault(); // no text is marked
    try {
      edge.setPointerCapture(pointerId);
    } catch {
      // The pointer is gone already.
    }
    this.scale = Number(edge.getAttribute("data-scale"));
    this.#drag = { what, layer, value: BigInt(size), size, from: placeOf(event, what), perCell, moved: false };
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const drag = this.#drag;
    if (!drag || !(drag.perCell > 0)) return;
    const start = BigInt(drag.size);
    const moved = start + BigInt(Math.round((placeOf(event, drag.what) - drag.from) / drag.perCell));
    const value = moved < 1n ? 1n : moved > most * start + 8n ? most * start + 8n : moved;
    if (value === drag.value) return;
    drag.value = value;
    this.#set(String(value), !drag.moved); // one step in the history, however far it goes
    drag.moved = true;
  }

  /** @param {string} [size] that it gets again */
  #end(size) {
    const drag = this.#drag;
    if (!drag) return;
    this.scale = undefined;
    if (size !== undefined && drag.moved) this.#set(size, false);
    this.#drag = undefined;
    this.#host.requestUpdate(); // at its own scale again
  }

  /** @param {string} value @param {boolean} decision */
  #set(value, decision) {
    const [drag, view] = [this.#drag, this.view];
    if (!drag || !view) return;
    if (drag.what === "input") view.act.change({ input: value }, decision);
    else
      view.act.edit({ kind: "set", layer: view.answer.layers[drag.layer].origin, argument: "units", value }, decision);
  }
}

/** @param {PointerEvent} event @param {Drag["what"]} what */
const placeOf = ({ clientX, clientY }, what) => (what === "units" ? clientY : clientX);
