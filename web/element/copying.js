/** What was just copied, and what has to be copied by hand where the clipboard is refused. */

/** How long "Copied" stands on a button. */
const thanks = 2000;

/**
 * Some browsers let a page write only while they handle what the reader did: a text that is still to come has to be promised then.
 * @param {string | Promise<string>} text
 */
async function write(text) {
  if (typeof text === "string") return navigator.clipboard.writeText(text);
  if (typeof ClipboardItem === "undefined") return navigator.clipboard.writeText(await text);
  const type = "text/plain";
  try {
    await navigator.clipboard.write([new ClipboardItem({ [type]: text.then((there) => new Blob([there], { type })) })]);
  } catch {
    await navigator.clipboard.writeText(await text); // an older browser takes no promise
  }
}

/** @typedef {import("lit").ReactiveController} ReactiveController */

/** @implements {ReactiveController} */
export class Copying {
  /** The button that says "Copied"; "" for none. */
  copied = "";
  byHand = "";
  #connected = false;
  #host;
  #shown = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #thanking;

  /** @param {import("lit").ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#connected = true;
  }

  hostDisconnected() {
    this.#connected = false;
    if (this.copied !== "") this.#say("", this.byHand);
  }

  /**
   * What was copied of something else is taken back with it.
   * @param {string} shown what is shown now
   */
  follow(shown) {
    if (shown === this.#shown) return;
    clearTimeout(this.#thanking);
    Object.assign(this, { copied: "", byHand: "" });
    this.#shown = shown;
  }

  /**
   * @param {string} what the button
   * @param {string | Promise<string>} text with nothing to copy where it can't be had
   */
  async copy(what, text) {
    const of = this.#shown;
    try {
      await write(text);
    } catch {
      const byHand = await Promise.resolve(text).catch(() => "");
      if (of === this.#shown) this.#say("", byHand);
      return;
    }
    if (!this.#connected || of !== this.#shown) return;
    this.#say(what, "");
    this.#thanking = setTimeout(() => this.#say("", ""), thanks);
  }

  /** @param {string} copied @param {string} byHand */
  #say(copied, byHand) {
    clearTimeout(this.#thanking);
    Object.assign(this, { copied, byHand });
    this.#host.requestUpdate();
  }
}
