/** What questions.cpp gives to JavaScript; the build copies this file to wasm/questions.d.ts. All answers are JSON. */
export interface QuestionsCore {
  /** A Reading; its problems have no `message`. `names`: a name and its value in turn, a line each. */
  read(text: string, names: string): string;
  /** A Diagnosis; its problems have no `message`, its tokens are lists. `layer`: an index in digits, "" for the whole model. */
  diagnose(query: string, number: string, layer: string): string;
  /** A Solution; its problems have no `message`. `points`: sizes, a line each. */
  solve(query: string, points: string): string;
  exercise(query: string, seed: string, kind: string, typed: string): string;
  /** The Catalog, as the core's. */
  catalog(): string;
}

/** As that of the core, see bindings.d.ts. */
export default function create(
  module: Parameters<typeof import("./core.js").default>[0],
): QuestionsCore | Promise<QuestionsCore>;
