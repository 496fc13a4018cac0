/**
 * The element <rnn-params>, as the pages that use it see it. `import "rnn-params/define.js"` registers it; this file's own module,
 * `import { RnnParams } from "rnn-params"`, leaves that to whoever imports it.
 */
import type { Answer } from "../engine.js";

export class RnnParams extends HTMLElement {
  /** The model's fields as they are typed; each is an attribute too. An attribute that is not there is "". */
  framework: string;
  input: string;
  layers: string;
  /** How many of the last values are left blank, to be filled in: "2"; an attribute too. */
  fade: string;
  /** "all", "line" or "none"; an attribute too. */
  steps: string;
  /** What of the form is shown: "all", "sizes" or "none"; an attribute too. */
  controls: string;
  /** "none": other frameworks' totals are left out; an attribute too. */
  compare: string;
  /** "light", "dark" or "auto"; an attribute too. */
  theme: string;

  /** The model as the text of a link; setting it shows what a link says, mistakes included. */
  query: string;
  /** The number of parameters; undefined as long as there is none: nothing loaded yet, a problem, blanks not filled in. */
  readonly total: bigint | undefined;
  /** All that the core says of the model, problems included; undefined before it is loaded. */
  readonly answer: Answer | undefined;

  /** The whole derivation, words and formulas, in the element's language; "" as long as there is no total. */
  toLatex(): string;
  toMarkdown(): string;
  toMathML(): string;
  /** The drawing of the weights; "" as long as there is no total. */
  toSvg(): string;
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
    /** The core could not be loaded. */
    "rnn-params-error": CustomEvent;
  }
}
