/** What a screen reader is told: the total, once it has stood still for a while, not at every key. */

/** How long, in milliseconds, a total has to stand still before it is read out. */
export const rest = 700;

/** @typedef {import("lit").ReactiveController} ReactiveController */

/** @implements {ReactiveController} */
export class Announcing {
  said = "";
  #next = "";
  #connected = false;
  #host;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;

  /** @param {import("lit").ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#connected = true;
    this.say(this.#next);
  }

  hostDisconnected() {
    this.#connected = false;
    clearTimeout(this.#waiting);
  }

  /**
   * What is no longer shown is taken back at once, which nobody hears.
   * @param {string} text "" where nothing may be told
   */
  say(text) {
    clearTimeout(this.#waiting);
    this.#next = text;
    if (text !== this.said) this.said = "";
    if (text === this.said || !this.#connected) return;
    this.#waiting = setTimeout(() => {
      this.said = text;
      this.#host.requestUpdate();
    }, rest);
  }
}
