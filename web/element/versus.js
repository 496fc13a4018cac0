/**
 * A second model beside the first: it stands in the element's `vs`, the form goes on changing the first one. Loaded with what supplements
 * the derivation; what draws it, when there is one.
 */
import { html } from "lit";
import { decode, encode } from "../border/query.js";
import { load } from "../engine.js";
import { Answering } from "./answering.js";
import { remembering } from "./memory.js";

/** @typedef {import("../parts/view.js").SupplementView} SupplementView */

const fieldId = "vs";
/** What asks for a second model. */
const askId = "compare-with";
/** So many pairs are kept: drawing anew does not count anew. */
const mostKept = 4;

export class Versus {
  #host;
  /** @type {Answering<typeof import("../parts/versus.js"), import("../telling/versus.js").Words, import("../engine.js").Engine>} */
  #answering;
  /** What is told of a pair of queries as JSON. @type {((asked: string) => import("../telling/versus.js").Versus) | undefined} */
  #told;

  /** @param {import("lit").LitElement & { vs: string }} host */
  constructor(host) {
    this.#host = host;
    this.#answering = new Answering(
      host,
      () => import("../parts/versus.js"),
      (m) => m.comparing(),
      { questionsOf: load },
    );
  }

  /** What asks for it: then the model on screen is the second one, too. @param {SupplementView} view */
  ask(view) {
    const begin = () => {
      this.#show(encode(view.texts), true);
      this.#answering.focus(fieldId);
    };
    return html`<button type="button" id=${askId} class="quiet" @click=${begin}>${view.m.compareWith}</button>`;
  }

  /** Both models, or the room for them. @param {SupplementView} view */
  draw(view) {
    const { m, texts, catalog, mode } = view;
    this.#answering.load(m);
    const there = this.#answering.in(m);
    if (!there) return this.#answering.unloaded(m);
    const { questions: engine, parts, words } = there;
    const query = parts.secondModel(this.#host.vs, texts, catalog.keys);
    const first = encode(texts);
    const free = mode.controls === "all";
    return parts.versusPanel(
      {
        ...{ id: fieldId, query, told: this.#versus(engine, parts, first, query) },
        enter: (text) => this.#show(parts.secondQuery(text, texts, catalog.keys) || query, true),
        swap: () => {
          view.act.open(encode(decode(query, catalog.keys)));
          this.#show(first, false);
        },
        close: free
          ? () => {
              this.#show("", true);
              this.#answering.focus(askId);
            }
          : undefined,
      },
      view,
      { ...m, ...words },
    );
  }

  /** @param {import("../engine.js").Engine} engine @param {typeof import("../parts/versus.js")} parts @param {string} first @param {string} second */
  #versus(engine, { versusTold }, first, second) {
    this.#told ??= remembering((asked) => {
      const [first, second] = JSON.parse(asked);
      return versusTold(engine, first, second);
    }, mostKept);
    return this.#told(JSON.stringify([first, second]));
  }

  /** @param {string} query @param {boolean} decision the reader's own, a step of its own in the history */
  #show(query, decision) {
    this.#host.vs = query;
    this.#host.requestUpdate();
    this.#host.dispatchEvent(
      new CustomEvent("rnn-params-versus", { bubbles: true, composed: true, detail: { decision } }),
    );
  }
}
