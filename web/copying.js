/** What was just copied, and what has to be copied by hand where the clipboard is refused. */

/** How long "Copied" stands on a button. */
const thanks = 2000;

/** @typedef {import("lit").ReactiveController} ReactiveController */

/** @implements {ReactiveController} */
export class Copying {
  /** The button that says "Copied"; "" for none. */
  copied = "";
  byHand = "";
  #host;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #thanking;

  /** @param {import("lit").ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * @param {string} what the button
   * @param {string} text
   */
  async copy(what, text) {
    try {
      await navigator.clipboard.writeText(text);
      this.#say(what, "");
      this.#thanking = setTimeout(() => this.#say("", ""), thanks);
    } catch {
      this.#say("", text);
    }
  }

  /** @param {string} copied @param {string} byHand */
  #say(copied, byHand) {
    clearTimeout(this.#thanking);
    Object.assign(this, { copied, byHand });
    this.#host.requestUpdate();
  }

  hostDisconnected() {
    clearTimeout(this.#thanking);
  }
}
