/** The stage in the document: over the page, its newest step in view, left when the reader leaves it. Loaded with what supplements the derivation. */

import { nextButton } from "../parts/pace.js";

/** @typedef {import("lit").ReactiveController} ReactiveController */

/** What stays free below the newest step. */
const gap = 16;
/** And above what stands at the top. */
const above = 4;

/** @implements {ReactiveController} */
export class Presenting {
  #host;
  #leave;
  /** The stage that is there. @type {Element | null} */
  #stage = null;
  /** It was on the whole screen. */
  #full = false;

  /**
   * @param {import("lit").LitElement} host
   * @param {() => void} leave
   */
  constructor(host, leave) {
    this.#host = host;
    this.#leave = leave;
    host.addController(this);
  }

  hostUpdated() {
    const root = this.#host.renderRoot;
    const stage = root.querySelector(".stage");
    if (stage && stage !== this.#stage) this.#open(stage);
    this.#stage = stage;
    if (stage) follow(stage);
  }

  /** @param {Element} stage */
  #open(stage) {
    this.#full = false;
    stage.addEventListener("fullscreenchange", () => {
      const { fullscreenElement } = /** @type {ShadowRoot} */ (stage.getRootNode());
      const left = this.#full && !fullscreenElement && !stage.hasAttribute("data-stays");
      if (left) this.#leave(); // by Escape, which ends both
      this.#full = fullscreenElement === stage;
    });
    const dialog = stage.closest("dialog");
    if (!dialog) return;
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.#leave();
    });
    dialog.showModal();
    const next = dialog.querySelector(`#${nextButton}`);
    if (next instanceof HTMLElement) next.focus();
  }
}

/**
 * Scrolls the steps, or all where they do not scroll for themselves, so that the newest one stands there, its beginning at least, and no
 * line is cut at the top: what stands there begins there. Where all scrolls, the picture stands below the newest one.
 * @param {Element} stage
 */
function follow(stage) {
  const steps = stage.querySelector(".stage-steps");
  const list = steps?.firstElementChild;
  const newest = [...stage.querySelectorAll(".step, .layer")].at(-1);
  const bar = stage.querySelector(".pace-bar");
  if (!steps || !newest || !bar || !(list instanceof HTMLElement)) return;
  const whole = getComputedStyle(steps).overflowY === "visible";
  const pane = whole ? (stage.closest("dialog") ?? steps) : steps;
  const outer = pane.getBoundingClientRect();
  const seen = Math.min(outer.bottom, bar.getBoundingClientRect().top) - outer.top;
  const equations = newest.querySelector(".equations[open]:not([data-seen])");
  equations?.setAttribute("data-seen", "");
  const isCut = () => newest.getBoundingClientRect().height + gap > seen;
  if (equations && isCut()) {
    equations.setAttribute("data-tight", ""); // without what is said of their letters
    if (isCut()) {
      equations.removeAttribute("open"); // for who asks for them
      equations.removeAttribute("data-tight");
    }
  }
  const topOf = (/** @type {Element} */ one) => one.getBoundingClientRect().top - outer.top + pane.scrollTop;
  const bottom = newest.getBoundingClientRect().bottom - outer.top + pane.scrollTop;
  const least = bottom + gap - seen;
  const begins = whole ? [] : [...list.querySelectorAll("h3, .step")].map(topOf);
  const top = Math.min(topOf(newest), begins.find((one) => one - above >= least) ?? Number.POSITIVE_INFINITY);
  const wanted = whole ? topOf(newest) - above : least <= 0 ? 0 : top - above;
  list.style.paddingBottom = ""; // what has to be there for it to stand so high
  const most = pane.scrollHeight - pane.clientHeight;
  if (!whole && wanted > most) list.style.paddingBottom = `${wanted - most}px`;
  pane.scrollTop = wanted;
}
