/** What a screen reader is told: the total, once it has stood still for a while, not at every key. */

/** How long a total has to stand still before it is read out. */
const rest = 700;

/** @typedef {import("lit").ReactiveController} ReactiveController */

/** @implements {ReactiveController} */
export class Announcing {
  said = "";
  #host;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;

  /** @param {import("lit").ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  /** @param {string} text */
  say(text) {
    clearTimeout(this.#waiting);
    if (text === this.said) return;
    this.#waiting = setTimeout(() => {
      this.said = text;
      this.#host.requestUpdate();
    }, rest);
  }

  hostDisconnected() {
    clearTimeout(this.#waiting);
  }
}
