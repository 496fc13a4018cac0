/** Whether a reader is typing just now; what waits for a rest is drawn together with what is read out then. Loaded with what supplements the derivation. */

import { rest } from "./announcing.js";

/** @typedef {import("lit").ReactiveController} ReactiveController */

/** @implements {ReactiveController} */
export class Resting {
  rests = true;
  #host;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;

  /** @param {import("lit").ReactiveControllerHost} host told when typing has come to rest */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.rests = true;
    clearTimeout(this.#waiting);
  }

  /** What shall be whole at once: something was decided, or is about to be looked at. */
  now() {
    clearTimeout(this.#waiting);
    if (this.rests) return;
    this.rests = true;
    this.#host.requestUpdate();
  }

  /** The model was changed. @param {boolean} decision else it was typed */
  changed(decision) {
    if (decision) return this.now();
    clearTimeout(this.#waiting);
    this.rests = false;
    this.#waiting = setTimeout(() => this.now(), rest);
  }
}
