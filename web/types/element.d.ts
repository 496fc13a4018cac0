/**
 * The element <rnn-params>, as the pages that use it see it. `import "rnn-params/define.js"` registers it; this file's own module,
 * `import { RnnParams } from "rnn-params"`, leaves that to whoever imports it.
 */
import type { Answer } from "../engine.js";

export class RnnParams extends HTMLElement {
  /** The address of a whole page, where widgets lead to with their model; "" if there is none. */
  static page: string;

  /** The model's fields as they are typed; each is an attribute too. An attribute that is not there is "". */
  framework: string;
  input: string;
  layers: string;
  /** How many of the last values are left blank, to be filled in: "2", or "all"; an attribute too. */
  fade: string;
  /** "all", "line" or "none"; an attribute too. */
  steps: string;
  /** What of the form is shown: "sizes", "none" or "all"; an attribute too. */
  controls: string;
  /** "none": other frameworks' totals are left out; an attribute too. */
  compare: string;
  /** "light", "dark" or "auto"; an attribute too. */
  theme: string;

  /** The model as the text of a link; setting it shows what a link says, mistakes included. */
  query: string;
  /** The number of parameters, whatever is painted; undefined as long as there is none: nothing loaded yet, or a problem. */
  readonly total: bigint | undefined;
  /** All that the core says of the model, problems included; undefined before it is loaded. */
  readonly answer: Answer | undefined;
  /** The model in a few words, in the element's language: "LSTM, 64 → 32"; "" before it is shown. */
  readonly label: string;

  /**
   * The whole derivation, words and formulas, in the element's language; "" as long as there is no total. They load what they need,
   * and reject where it can't be had.
   */
  toLatex(): Promise<string>;
  toMarkdown(): Promise<string>;
  toMathML(): Promise<string>;
  toText(): Promise<string>;
  /** The drawing of the weights, as an SVG file; "" as long as there is no total, or nothing is shown. */
  toSvg(): Promise<string>;
}

/** What is told of a model that the reader has changed. `decision`: it was chosen, not typed letter by letter. */
export type RnnParamsChange = CustomEvent<{ query: string; decision: boolean }>;

declare global {
  interface HTMLElementTagNameMap {
    "rnn-params": RnnParams;
  }
  interface HTMLElementEventMap {
    /** The core is loaded. */
    "rnn-params-ready": CustomEvent;
    "rnn-params-change": RnnParamsChange;
    /** The core could not be loaded: WebAssembly is refused here, a file is missing, or something else. */
    "rnn-params-error": CustomEvent<{ kind: "refused" | "missing" | "other"; error: unknown }>;
  }
}
