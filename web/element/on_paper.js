/** Whether the page is for a sheet: printed just now, or shown as it would be. Loaded with what supplements the derivation. */

/** @typedef {import("lit").ReactiveController} ReactiveController */

/** @implements {ReactiveController} */
export class OnPaper {
  #tell;
  #sheet = matchMedia("print");

  /**
   * @param {import("lit").ReactiveControllerHost} host
   * @param {(prints: boolean) => void} told
   */
  constructor(host, told) {
    this.#tell = (/** @type {{ type: string }} */ { type }) => told(type === "beforeprint" || this.#sheet.matches);
    host.addController(this);
    if (this.#sheet.matches) told(true);
  }

  hostConnected() {
    addEventListener("beforeprint", this.#tell);
    addEventListener("afterprint", this.#tell);
    this.#sheet.addEventListener("change", this.#tell);
  }

  hostDisconnected() {
    removeEventListener("beforeprint", this.#tell);
    removeEventListener("afterprint", this.#tell);
    this.#sheet.removeEventListener("change", this.#tell);
  }
}
