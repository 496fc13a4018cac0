/**
 * A picture that is drawn for the place it stands in: it is given the size that its place leaves it, and drawn again when that is
 * another one. The place must not be as large as what stands in it.
 */
import { noChange } from "lit";
import { AsyncDirective } from "lit/async-directive.js";
import { directive } from "lit/directive.js";

/** @typedef {{ width: number, height: number }} Size in pixels of letters that are as high as a picture's */
/** @typedef {(size: Size) => unknown} Draw */

/** Until it has a size. @type {Size} */
const guess = { width: 320, height: 300 };
/** How many pixels letters have that are 12 high in a picture: of the place's own, and at least. */
const letters = { share: 0.7, least: 11.2, in: 12 };
/** Less room than that is not drawn for: it is drawn smaller. */
const smallest = { width: 200, height: 120 };

/** What its picture may take of it. @param {Element} place @returns {Size | undefined} */
function sizeOf(place) {
  const { width = 0, height = 0 } = place.querySelector(".picture")?.getBoundingClientRect() ?? {};
  if (width === 0 || height === 0) return undefined;
  const own = letters.share * Number.parseFloat(getComputedStyle(place).fontSize);
  const perUnit = Math.max(own, letters.least) / letters.in;
  return {
    width: Math.max(smallest.width, width / perUnit),
    height: Math.max(smallest.height, height / perUnit),
  };
}

class Fitted extends AsyncDirective {
  /** @type {Draw} */
  #draw = () => noChange;
  /** @type {Element | undefined} */
  #place;
  #size = guess;
  #observer = new ResizeObserver(() => this.#measured() && this.setValue(this.#draw(this.#size)));

  /** Whether it is another size than before. */
  #measured() {
    const { width, height } = this.#size;
    this.#size = (this.#place && sizeOf(this.#place)) || this.#size;
    return Math.abs(width - this.#size.width) > 0.5 || Math.abs(height - this.#size.height) > 0.5;
  }

  /** @param {Draw} draw */
  render(draw) {
    return draw(guess);
  }

  /**
   * @param {import("lit/directive.js").ChildPart} part
   * @param {[Draw]} given
   */
  update(part, [draw]) {
    this.#draw = draw;
    if (!this.#place) {
      this.#place = /** @type {Element} */ (part.parentNode);
      this.#observer.observe(this.#place);
    }
    this.#measured();
    return draw(this.#size);
  }

  disconnected() {
    this.#observer.disconnect();
  }

  reconnected() {
    if (this.#place) this.#observer.observe(this.#place);
  }
}

export const fitted = directive(Fitted);
