/**
 * The element <rnn-params>, as the pages that use it see it. `import "rnn-params/define.js"` registers it; this file's own module,
 * `import { RnnParams } from "rnn-params"`, leaves that to whoever imports it.
 */
import type { Answer, FailureKind, Format } from "../engine.js";
import type { Attributes } from "./attributes.js";

declare const AttributeElement: new () => HTMLElement & Attributes;

export class RnnParams extends AttributeElement {
  /** The address of a whole page, where widgets lead to with their model; "" if there is none. */
  static page: string;

  /** The model as the text of a link; setting it shows what a link says, mistakes included. */
  query: string;
  /** The number of parameters, whatever is painted; undefined as long as there is none: nothing loaded yet, or a problem. */
  readonly total: bigint | undefined;
  /** All that the core says of the model, problems included; undefined before it is loaded. */
  readonly answer: Answer | undefined;
  /** The model in a few words, in the element's language: "LSTM, 64 → 32"; "" before it is shown. */
  readonly label: string;

  // Documents in the element's language; what is left blank here is blank there. They load what they need, and reject where it can't be had.
  /** The whole derivation in LaTeX, with amsmath; "" as long as there is no total. */
  toLatex(): Promise<string>;
  /** The whole derivation in Markdown, with formulas between dollar signs; "" as long as there is no total. */
  toMarkdown(): Promise<string>;
  /** The whole derivation as markup with MathML; "" as long as there is no total. */
  toMathML(): Promise<string>;
  /** The whole derivation as plain text; "" as long as there is no total. */
  toText(): Promise<string>;
  /** The whole derivation in any of the engine's formats; "" as long as there is no total. */
  written(format: Format): Promise<string>;
  /** The drawing of the weights, as an SVG file; "" as long as there is no total, something is left blank, or nothing is shown. */
  toSvg(): Promise<string>;
}

declare global {
  interface HTMLElementTagNameMap {
    "rnn-params": RnnParams;
  }
  interface HTMLElementEventMap {
    /** The core is loaded. */
    "rnn-params-ready": CustomEvent;
    /** A reader has changed the model. `decision`: it was chosen, not typed letter by letter. */
    "rnn-params-change": CustomEvent<{ query: string; decision: boolean }>;
    /** How an exercise goes: how many blanks it has, how many the reader has found, hints that were given, and whether all are right now. */
    "rnn-params-exercise": CustomEvent<{ blanks: number; right: number; hints: number; done: boolean }>;
    /** The core could not be loaded: a file is missing or damaged, WebAssembly is refused here or not there, or something else. */
    "rnn-params-error": CustomEvent<{ kind: FailureKind; error: unknown }>;
  }
}

/** What `rnn-params-change` says. */
export type RnnParamsChange = HTMLElementEventMap["rnn-params-change"];
