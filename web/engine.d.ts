import type { Format } from "./types/formats.js";

/** What a derivation can be written as: "markdown", "latex", "html" or "text"; and the layers alone: "table", "csv" or "json". */
export type { Format };

/**
 * The counting core, as the page, a widget or a Node program sees it: text in, plain data out.
 * None of the functions throws on any string; nothing that they return has to be freed.
 */
export interface Engine {
  /**
   * Counts the model of `query` and derives the count, step by step. Layers that are just as in the answer `before` are the very objects of
   * that one: of a long model of which one size has changed little is made anew.
   */
  explain(query: string, before?: Answer): Answer;
  /**
   * The total of the model of `query` in every framework, or in `framework` alone (ids, with commas between them), and how it differs from
   * the one that the query names.
   */
  compare(query: string, options?: { framework?: string }): Comparison[];
  /** What the core knows: frameworks, layers, options, defaults, limits. The form is built from it. */
  catalog(): Catalog;
  /** What a change makes of the layers' text of `query`, as edits of that text. */
  edit(query: string, change: Change): Edits;
}

export interface Writers {
  /**
   * The whole derivation, words and formulas, as one text; "" for a query with problems and for a format that there is not. "html" is
   * static markup with MathML, "latex" a piece of a document that uses amsmath. Or the layers alone: "table" (Markdown, with the size in
   * memory), "csv" (a line for each layer) and "json" (one line, with the tensors), the last two the same in every language.
   */
  render(query: string, format: Format): string;
  /** What there is; `ending`: of a file's name. */
  formats: readonly { id: Format; ending: string }[];
}

export interface LoadOptions {
  /** The bytes of core.wasm (for loadQuestions, of questions.wasm), or where to fetch them; by default the file beside the engine. */
  wasm?: ArrayBuffer | Uint8Array | URL | string;
}

/**
 * Why a load failed, the `kind` of the error that it rejects with:
 *
 * - "missing": a file of the core could not be had;
 * - "damaged": it is there, and is not what it should be: another thing, a piece, of another version than the rest;
 * - "refused": WebAssembly is not allowed here, by a Content Security Policy for one;
 * - "unsupported": there is no WebAssembly here;
 * - "other": anything else, such as too little memory.
 */
export type FailureKind = "missing" | "damaged" | "refused" | "unsupported" | "other";

/** Loads the core once; a failed load can be tried again. What its functions return is the caller's own. */
export function load(options?: LoadOptions): Promise<Engine>;

/**
 * For the element, in a page: the engine as soon as it counts what usual links say. Until `whole()` has come its functions throw a NotYet
 * (border/parts.js) where a question needs more. Its catalog is the one that all share, and only to be read; what comes later is in it then.
 * @internal
 */
export function loadFirst(options?: LoadOptions): Promise<{ engine: Engine; whole: () => Promise<void> }>;

/**
 * All of the core, as `load()` gives it, for those that only read its catalog: it is the one that all share, for a copy takes longer than a derivation.
 * @internal
 */
export function loadShared(options?: LoadOptions): Promise<Engine>;

/** Loads the core, and what writes derivations as documents, in the language `lang` ("en", "hi"; by default, and where there is none, English). */
export function loadWriters(options?: LoadOptions & { lang?: string }): Promise<Writers>;

/** Loads what reads texts that people have, a module of its own: once; a failed load can be tried again. */
export function loadQuestions(options?: LoadOptions): Promise<Questions>;

/** What is asked when something is pasted: as with an Engine, no function throws on any string. */
export interface Questions {
  /** Which model a text shows, and what became of every piece of it; `names`: values for names that the text leaves open. */
  read(text: string, options?: { names?: Readonly<Record<string, string>> }): Reading;
  /**
   * How `number` comes about, where it is not what the model of `query` counts: the slips that give it. `number` as people write it: 98816,
   * 98,816, 98 816, 98.816, 3,32,449, ९८,८१६, or rounded, 1.2M. `layer`: the index of the stacked layer that it is the count of.
   */
  diagnose(query: string, number: string, options?: { layer?: number }): Diagnosis;
  /**
   * The largest size, in the places of the `?` in `query` (all of them are one number), whose total is not above its `budget`: found by
   * counting. `at`: sizes, the first 200, whose totals are told besides.
   */
  solve(query: string, options?: { at?: readonly string[] }): Solution;
  /**
   * What of the model's derivation a reader may be asked for. With a `seed` it is another model of the same kind, with sizes from half to twice
   * as large, the same ones for a seed for ever, drawn so that no slip gives the right value of a blank wherever that can be; seeds that
   * are neighbouring numbers give other sizes, as far as there are so many. `typed`: by the paths of steps, what is taken for their values.
   */
  exercise(
    query: string,
    options?: { seed?: string; kind?: ExerciseKind; typed?: Readonly<Record<string, Decimal>> },
  ): Exercise;
}

/** By default "ideas": how many matrices, what a unit reads, what a layer hands on, directions. "values": those of the steps. */
export type ExerciseKind = "ideas" | "values" | "total";

export interface Exercise {
  /** An Answer's problems; with any there are no blanks. */
  problems: Problem[];
  more_problems: Decimal;
  /** The model whose numbers are asked for, in its canonical form. */
  query: string;
  /** In the order of the derivation; layers that repeat an earlier one have none. */
  blanks: ExerciseBlank[];
}

export interface ExerciseBlank {
  /** The path of a step of the answer to `query`: "layers.1.steps.0"; of the sum over the layers "steps.0". */
  ref: string;
  /** Which of the tokens of the step's `numbers`; −1: the step's value. */
  token: number;
  /** What is asked: a step's kind, or "bias" where it is the bias that a unit reads. */
  topic: string;
  value: Decimal;
  /** Slips that come to the right value here, though they are about it. */
  coincides: string[];
  /** Of "values": what the step comes to with the `typed` values of earlier ones, "" where it is made of none of these. */
  carried?: Decimal;
  /** Of "values": what a slip comes to here, where that is another number; in the order in which slips are told. */
  slips?: { id: string; value: Decimal }[];
}

export interface Solution {
  /** An Answer's problems, or those of the question; with any there is no answer. */
  problems: SolveProblem[];
  more_problems: Decimal;
  /** Where each `?` stands: an option's own id, or the key's, `layer` an index into Answer.written, −1 for a field. */
  unknown: ({ key: Key; layer: number; argument: string } & Span)[];
  /** One, or none where there is a problem. */
  answers: SolvedSize[];
  /** What was asked for by `at`, as far as such a size can be; `total` "" where it has none. */
  points: { value: Decimal; total: Decimal }[];
  /** The total over the size s, c[0] + c[1] × s + c[2] × s², with a minus where one is below zero; empty where it is no such polynomial. */
  coefficients: Decimal[];
}

export interface SolvedSize {
  value: Decimal;
  /** The next size is so much larger: it is 1, but where heads or groups have to divide a width. */
  step: Decimal;
  /** The model of that size, in its canonical form. */
  query: string;
  total: Decimal;
  /** The budget less the total. */
  left: Decimal;
  /** The total of the next size, value + step; "" where there is none, … */
  next: Decimal;
  /** … for: "size", no size may be larger; "layers", no model may have more; "option", another size of the layer bounds this one; "too_large", that total is past 2^64 − 1. */
  ending: "" | "size" | "layers" | "option" | "too_large";
}

/**
 * "no_unknown": no `?` stands where a size can be. "not_solvable": `args.what` says why no size is searched for `args.option`: "option", no
 * such one is; "constant", the total does not grow with it; "steps", only some sizes can be counted, or none. "budget_too_small": `args.smallest`
 * is the least total, that of the size `args.number`.
 */
export interface SolveProblem extends Omit<Problem, "code"> {
  code: ProblemCode | "no_unknown" | "not_solvable" | "budget_too_small";
}

/** What turns the right count into another number. */
export interface Diagnosis {
  /** Of the number ("missing", "not_a_number", "too_large"), the layer ("no_such_layer") or the query (as explain() tells them): nothing was looked for. */
  problems: DiagnosisProblem[];
  /** The right one, of the model or of its layer; "" where there is none. */
  total: Decimal;
  /** What was asked about, without separators; of a rounded number the smallest that it may be. */
  number: Decimal;
  /** The largest that it may be: `number`, unless it is rounded. */
  most: Decimal;
  /** The number is rounded. */
  about: boolean;
  /** Likeliest first; several are ties, or what may be chance. A right number has one, without ids. */
  findings: Finding[];
  /** Where nothing is found: what comes nearest, of all that one slip, or a likely pair of them, makes; `ids` [] is the right number. */
  nearest: { value: Decimal; ids: SlipId[]; difference: Decimal; sign: "more" | "fewer" } | null;
  /** "one_digit": it differs from the right number in one digit; "singles_only": the model is too large for two slips at once. */
  observations: { code: "one_digit" | "singles_only" }[];
}

export interface DiagnosisProblem extends Span {
  key: "number" | "layer" | Problem["key"];
  code: string;
  args: Record<string, unknown>;
  /** English, as that of a Problem. */
  message: string;
}

export interface Finding {
  /** None for the right number. One slip; or two, where `together`: at once, else: two thoughts that give the same number in any such model. */
  ids: SlipId[];
  together: boolean;
  /** Slips that give the same number here, and are merged into this finding. */
  also: SlipId[];
  /** "can": as sure, but the right total is below 1,000; "fits": it may be chance, or the number is rounded. */
  strength: "sure" | "can" | "fits";
  /** Others that count this number for the same model (or the same layer). */
  frameworks: FrameworkId[];
  /** Kinds of recurrent layers that have this count with the same sizes: "GRU". */
  cells: string[];
  /** Paths into explain(query), one for each id that has a place: the step that is otherwise there. */
  where: string[];
  /** The number; of a rounded one a number within the rounding. */
  value: Decimal;
  /** How many layers each of the ids makes count otherwise; 0 where it is not about layers. */
  changed: number[];
  /**
   * The slip's own: `k` (time_steps, formula_times_units: steps; other_size: the size), `o` (output_layer: its units), `place` (other_size: "input",
   * "vocabulary", or "written.0": the units of a layer), `cell`, `framework`, `kind` (digits: "swapped", "missing", "doubled").
   */
  parameter: Partial<Record<"k" | "o" | "place" | "cell" | "framework" | "kind", string>> | null;
  /** How the wrong number is derived: the steps of the layers that differ, then the sum (`layer` −1); empty where it is not derived (digits, another framework). */
  steps: (Step & { layer: number })[];
}

export type SlipId =
  | "no_second_bias"
  | "second_bias"
  | "other_framework"
  | "no_bias"
  | "one_bias_vector"
  | "next_reads_units"
  | "every_layer_like_the_first"
  | "one_direction"
  | "first_layer_only"
  | "without_embedding"
  | "without_output"
  | "only_recurrent"
  | "optimizer"
  | "trainable_only"
  | "three_matrices"
  | "four_matrices"
  | "other_cell"
  | "one_matrix"
  | "no_recurrent"
  | "swapped"
  | "directions_share_input"
  | "dense_no_bias"
  | "dense_doubled"
  | "directions_twice"
  | "half_units"
  | "embedding_as_input"
  | "one_bias_number_per_matrix"
  | "one_bias_number"
  | "initial_state"
  | "next_reads_matrices"
  | "last_layer_only"
  | "recurrent_vector"
  | "two_matrices"
  | "no_input"
  | "steps_as_input"
  | "steps_as_units"
  | "time_steps"
  | "formula_times_units"
  | "digits"
  | "other_size"
  | "output_layer";

/** A whole number in decimal digits, without separators; "" where there is none. */
export type Decimal = string;
/** The id of a framework: "notes", "keras", "pytorch", "onnx", …: see Catalog.frameworks. */
export type FrameworkId = string;
export type Key = "framework" | "input" | "timesteps" | "layers" | "budget";

export interface Answer {
  /** The canonical form; with problems, the query as it came. */
  query: string;
  /** Empty when all is well; the first 20 in the order of their places. */
  problems: Problem[];
  /** How many more problems there are. */
  more_problems: Decimal;
  /** Whether the layers' text could be read to its end: only then `edit` changes it. */
  readable: boolean;
  /** The framework that was read; "" when there is none of that name. */
  framework: FrameworkId;
  /** The fields as they were typed, decoded. Everything else has ASCII digits. Spans of problems and of `written` index these texts. */
  fields: Record<Key, string>;
  /** The layers as they were typed, also with problems: it refills the form. */
  written: Written[];
  /** Exact to 2^64 − 1; "" with any problem. */
  total: Decimal;
  /** The sum of the layers whose count is known, with any problem, too: a part of the total, where there is none. */
  counted: Decimal;
  /** What of the total is trained, and what is not: they add up to it. "" where there is no total. */
  trainable: Decimal;
  frozen: Decimal;
  /** What of the total has an effect of its own: the total less the terms (biases that are only added to another one; what is stored and never used). Refs may be "total". */
  effective: { numbers: Formula; value: Decimal; terms: Term[] };
  /** One per stacked layer. */
  layers: (Layer | RepeatedLayer)[];
  /** The layers in a row: the first one of each kind alone, neighbours that repeat one earlier layer together. */
  runs: Run[];
  /** The closing steps: the sum over layers (also over a single one). */
  steps: Step[];
}

/** A place in a decoded field, in UTF-16 units; `end` is behind the last one. */
export interface Span {
  start: number;
  end: number;
}

export interface Problem extends Span {
  key: Key;
  code: ProblemCode;
  args: ProblemArgs;
  /** English, for logs and for Node; the page shows the reader's language from `code` and `args`. */
  message: string;
}

export type ProblemCode =
  | "missing"
  | "too_small"
  | "not_whole"
  | "not_plain"
  | "not_a_number"
  /** A `?` stands there: Questions.solve answers. */
  | "unknown_size"
  | "too_big"
  | "too_large"
  | "not_a_choice"
  | "not_a_rate"
  | "unknown_layer"
  | "not_counted"
  | "unknown_key"
  | "unknown_option"
  | "unknown_framework"
  | "twice"
  | "unsupported"
  | "syntax"
  | "encoding"
  | "conflict"
  | "too_short"
  | "not_a_shape"
  | "no_such_layer"
  | "limit";

/**
 * What a sentence about the problem needs. Only the ones that the code uses are there. Of what was typed, each quotes 200 UTF-16 units at
 * most, from its beginning on; the problem's place has the whole.
 */
export interface ProblemArgs {
  /** What was typed (for `twice`, the second one). `missing`, where what a layer reads is not known: the layer before it, which does not say what it hands on. */
  text?: string;
  /** For `twice`: what was typed first. For the `conflict` of a layer with a field: what the field says. */
  first?: string;
  /** The option's own id, or the key: "units", "input", "timesteps", "bias", …; for a word that is no option, the word. */
  option?: string;
  /** `unsupported`: the option's name as typed: "use_bias". */
  name?: string;
  /** The layer's name as typed. With `unsupported`, as the framework calls it; with an empty `option`, the kind of layer that the framework lacks; with `not_counted`, the usual name of the cell.
   *  `missing` time steps: the layer that asks for them; `missing` input: the layer whose input is not known. */
  layer?: string;
  /** The number of the stacked layer, from 1 (for `too_large`), or of a written one that is not there (for `no_such_layer`). `too_short`: the time steps that come in. `conflict` "reshape": how many numbers there are; "groups" and "heads": what they do not divide. */
  number?: Decimal;
  smallest?: Decimal;
  /** With `unknown_option`: how many values without a name the layer takes, where this one is one too many. */
  largest?: Decimal;
  /** "true" where the number typed is below zero. */
  negative?: string;
  /** What may have been meant, or the number written out. */
  suggestion?: string;
  /** `not_a_choice`: the values that there are. */
  choices?: string[];
  /** `unsupported`: the framework asked, and those that have the option. */
  framework?: FrameworkId;
  frameworks?: FrameworkId[];
  /** `syntax`: "unclosed" | "unopened" | "quote" | "empty" | "comma" | "unexpected" | "unread" (a second pair of brackets behind a layer).
   *  `conflict`: "embedding" | "wrapped" | "directions" | "not_recurrent" | "not_a_wrapper" | "wraps_one" | "backward" (a backward_layer that is another layer than the forward one, where it may not be) | "ways" (directions of different widths, merged number by number) | "apart" (stacked, with directions that are not merged) |
   *  "name" (`layer` says `option`=`text` by its name) | "named_cell" (with these options it is the cell `text`) |
   *  "input" and "timesteps" (the layer says `text`, the field `first`) | "tied_none" (no embedding stands before it) |
   *  "tied_units" (`text` units, where the vocabulary has `largest` words) | "tied_width" (it reads `text`, where a row has `largest` numbers) |
   *  "groups" (`text` groups, which do not divide the `number` of channels or filters) | "heads" (`text` heads, which do not divide the width `number`) |
   *  "reshape" (the target `text`, where there are `number` numbers) | "halves" (of `number` numbers, which are odd) | "axes" (what comes in has others than time steps and features). `unsupported`: "unread" (whether the framework has it is not known). `not_counted`: "layer" (a layer with weights; else another cell).
   *  `limit`: "text" | "layers" | "nesting" | "memory". `encoding`: "percent" | "utf8". */
  what?: string;
  /** Ready-made repairs, most likely first: buttons beside the message. */
  fixes?: Fix[];
}

/**
 * A change of the layers as they were typed. `layer` counts the written layers from 0, as Answer.written does; `value` is any text.
 *
 * - "set" gives an option a value, in `layer`, or, without one, in every layer that has it. `argument` is any spelling of the
 *   option. What is there is replaced in its place; what is not is added, without its name where it stands in order, merge_mode in
 *   the wrapper where there is one. The value "" takes the option away; numbers without names that would mean something else
 *   without it get their names. "bidirectional" set to "true" wraps a plain layer and is an option of a stacked one; "false" or ""
 *   makes it one way, without merge_mode. "num_layers" unwraps a wrapped layer: it becomes an option.
 *   "cell" sets the kind of layer (in every recurrent one, without `layer`): sizes that only the old kind needs go, those that the
 *   new one needs come where there is a usual one (32 units, a rate of 0.5); without `layer`, options that the new kind lacks go too.
 * - "add" puts the layer `value` before `layer`, or at the end; "" for one like the last recurrent layer, once.
 * - "remove" takes `layer` out; "move" brings it to the place `value`, and what stands between layers stays where it is.
 *
 * A value with brackets, commas or quotes in it is quoted, so that it is read as it was typed. A long one is not set in every one of many
 * layers: 200,000 bytes in all are the limit.
 */
export interface Change {
  kind: "set" | "add" | "remove" | "move";
  layer?: number;
  argument?: string;
  value?: string;
}

/** With a problem (the layers can't be read, there is no such layer or option), no edits; none either where nothing is to change. */
export interface Edits {
  /** The first 20, as in an Answer. */
  problems: Problem[];
  more_problems: Decimal;
  /** Of the fields as they were, from left to right; no two of them touch. */
  edits: FieldEdit[];
}

/** Puts `text` in its place of a field. */
export interface FieldEdit extends Span {
  key: Key;
  text: string;
}

/**
 * A repair. Apply its edits to the fields as they were (from the last to the first, they do not overlap). What they bring is short: 200
 * UTF-16 units of typed text at most; where more would be needed, there is no repair.
 */
export interface Fix {
  /** The word on the button: "use" {text} | "add" {text} | "clear" {text: what goes} | "remove" {text: what goes} | "count_as" {text: framework id} |
   *  "custom" {text: "Custom(75, parameters=…)"}: puts a layer of one's own in its place, whose parameters are still to be typed. */
  kind: "use" | "add" | "clear" | "remove" | "count_as" | "custom";
  text: string;
  edits: FieldEdit[];
}

export interface Written extends Span {
  /** The layer's name as typed: "lstm"; of a wrapped layer the inner one's name: of "Bidirectional(LSTM(7))", "LSTM". */
  name: string;
  /** The kind of layer that was read, "LSTM"; "" where there is none of that name. */
  cell: string;
  /** What was typed in brackets, in the order typed, the wrapper's arguments too. */
  args: WrittenArg[];
}

/** `name` is the option's own id whatever the synonym typed ("units" also for a positional number), or the word typed where there is no such option.
 *  `text` is the value without quotes; `value` its place, quotes included, empty where there is none. A wrapper shows as { name: "bidirectional", text: "Bidirectional" } or { name: "TimeDistributed", text: "TimeDistributed" } at the place of its word. */
export interface WrittenArg extends Span {
  name: string;
  text: string;
  value: Span;
}

/** Neighbours in a stack, layers by index; `like`: the layer that they repeat, −1 for the first one of its kind, which stands alone. */
export interface Run {
  first: number;
  last: number;
  like: number;
  /** Of their totals; "" where one is missing, or past the largest. */
  sum: Decimal;
}

/** What every layer says itself, whomever it repeats. */
interface LayerSizes {
  /** In the framework's own words: "SimpleRNN", "Linear", …; an unknown layer's name as typed. */
  name: string;
  /** The kind, as LayerFacts.cell has it: "LSTM", "Dense", "Dropout", "Flatten", …, or "" for an unknown one. */
  cell: string;
  units: Decimal;
  input: Decimal;
  output: Decimal;
  /** "1" or "2". */
  directions: Decimal;
  merge_mode: string;
  /**
   * "forward" and "backward": the two directions of one bidirectional layer, where they are two layers; both read the same, and what the
   * second one hands on is what both hand on together.
   */
  way: "" | "forward" | "backward";
  /** What the next layer reads, if its text says nothing else: "" where it is not known, and `steps`, where there are none any more. */
  hands_on: { width: Decimal; steps: Decimal };
  total: Decimal;
  /** What of its total is trained, and what is not; "" without a total. */
  trainable: Decimal;
  frozen: Decimal;
  /** The index of the embedding whose matrix it uses, which is counted there; −1 for none. */
  tied: number;
  /** Index into `written`. */
  origin: number;
  /**
   * The index of the earlier layer that this one repeats, −1 for none: the same name, sizes and tensors (but for their names),
   * counted in the same steps from the same numbers. A `ref` into a layer that repeats another leads to that other one.
   */
  like: number;
}

/** A layer that repeats an earlier one: what stands in that one is not said again. */
export interface RepeatedLayer extends LayerSizes {
  rule?: undefined;
  gates: [];
  weights: Pick<Weight, "name">[];
  steps: [];
}

export interface Layer extends LayerSizes {
  /** What the framework stores for this cell with these options: `ref`s that start with "rule." end here. */
  rule: LayerRule;
  /** How long a filter's window is along each of its axes; empty for layers without a window. */
  window: Decimal[];
  /** The weight matrices in the framework's order, the candidate among them; empty for layers without any. */
  gates: Gate[];
  weights: Weight[];
  steps: Step[];
}

/** `id`: the framework's own name; `role`: what it does, whatever its name ("split": one of several parts that have numbers and no names); `unused`: it is one minus another gate, and what is stored for it is never used. */
export interface Gate {
  id: string;
  unused: boolean;
  role: "input" | "forget" | "output" | "update" | "reset" | "candidate" | "split";
  candidate: boolean;
}

/** Of parts that only some kinds of layers have: how many times its size each is there. */
export interface LayerRule extends Partial<Record<SpecialTopic, Decimal>> {
  /** Those that are used. */
  gates: Decimal;
  candidates: Decimal;
  matrices: Decimal;
  /** Biases of each unit of each matrix, where that is a whole number; "0" without bias, "" where it does not fold. */
  bias: Decimal;
  /** Bias vectors of length h that are used, of one direction. */
  bias_vectors: Decimal;
  /** Those of them that are only added to another one. */
  spare: Decimal;
  directions: Decimal;
  /** Parameters per feature of a layer that keeps vectors, not matrices (BatchNormalization). */
  vectors: Decimal;
  /** The layer's own word for how many numbers it reads: "in_features". */
  input_word: string;
  /** A unit reads this step's input first, then what came out one step earlier. */
  input_first: boolean;
  /** Vectors of length h beside the matrices, where there are any: from the cell state to the gates, … */
  peepholes?: Decimal;
  /** … gains and shifts of a normalisation inside the cell, … */
  normalization?: Decimal;
  /** … and how many times its size a part is stored that is never used (a gate, biases, a part of a tensor), or a projection. */
  unused?: Decimal;
  projection?: Decimal;
}

export interface Weight {
  /** The framework's own name. */
  name: string;
  role:
    | "weights"
    | "input_weights"
    | "recurrent_weights"
    | "bias"
    | "projection"
    | "peephole"
    | "embedding"
    | "scale"
    | "shift"
    | "mean"
    | "variance"
    | "deviation"
    | "inverse_deviation"
    | "moving_deviation"
    | "renorm_mean"
    | "renorm_deviation"
    | "counter"
    | "state";
  /** The gate that it belongs to; "" for a fused tensor. */
  gate: string;
  /** The gates that a fused tensor holds, in the order of its blocks. */
  gates: string[];
  shape: Decimal[];
  count: Decimal;
  /** Not so where it is measured only, or its layer is frozen. */
  trainable: boolean;
  /** The columns of the drawn block that it fills: "recurrent", "input", "bias", "second bias", joined by " + ". The bands are `gate`, or all of `gates`. */
  column: string;
  /** "both": one tensor holds both directions. */
  direction: "forward" | "backward" | "both";
  /** The rectangles of the picture that it consists of: their areas are its count. With "both", those of the forward direction, then as many of the backward one. */
  cells: Cell[];
}

export interface Cell {
  /** The step that counts it; biases are counted with the matrices where they are as many for each. */
  topic:
    | "matrix"
    | "biases"
    | "peepholes"
    | "normalization"
    | "projection"
    | "unused"
    | "counter"
    | "custom"
    | SpecialTopic;
  /** The gate in whose band it lies, or without a column beside it; "" for none. */
  gate: string;
  /** What the rows' units read there: "recurrent" | "input" | "bias" | "second bias"; "" beside the block. */
  column: string;
  rows: Decimal;
  columns: Decimal;
  /** In the block, where `columns` come from; else the path of the step that counts it. */
  ref: string;
}

/**
 * What only some kinds of layers have: filters that each read one channel ("depthwise") or every channel at one place ("pointwise"); of an
 * attention the matrices of its queries, keys and values ("projections"), the one behind its heads ("output_projection"), a key and a
 * value that stand for no time step ("extra_key"), single numbers ("scale"); a PReLU's "slopes"; what a recurrent layer begins with, where
 * that is stored ("initial_state").
 */
export type SpecialTopic =
  | "depthwise"
  | "pointwise"
  | "projections"
  | "output_projection"
  | "extra_key"
  | "scale"
  | "slopes"
  | "initial_state";

export interface Step {
  /**
   * "said": the first step of a layer that reads another number than the layer before hands on, for its text says so. "handed_on": a
   * product of time steps and width, behind a layer that lays them in one row. "custom": the parameters of a layer of one's own.
   */
  kind:
    | "said"
    | "handed_on"
    | "matrices"
    | "reads"
    | "matrix"
    | "matrices_total"
    | "biases"
    | "peepholes"
    | "normalization"
    | "projection"
    | "unused"
    | "counter"
    | "custom"
    | SpecialTopic
    | "layer_sum"
    | "directions"
    | "sum";
  /** The formula in the framework's words. */
  symbols: Formula;
  /** The reader's numbers in the whole formula. */
  numbers: Formula;
  /** The same with the earlier steps' values put in; absent where that changes nothing. */
  reduced?: Formula;
  /** "" where a number is missing or too large. */
  value: Decimal;
}

export interface Formula {
  text: string;
  tokens: Token[];
}

export interface Token {
  kind: "number" | "symbol" | "operator" | "bracket" | "missing";
  /** "" for a missing number: the page draws a box. */
  text: string;
  sub: string;
  sup: string;
  /** Of a number: where it comes from: "input", "timesteps", "written.0.args.0", "layers.0.steps.2", "layers.0.hands_on.steps", "rule.bias", … Else "". */
  ref: string;
}

export interface Comparison {
  framework: FrameworkId;
  total: Decimal;
  /**
   * What this framework adds to the problems of the query in its own one, the first 20; what is wrong in both is not told again. There is no
   * total where there is any problem.
   */
  problems: Problem[];
  more_problems: Decimal;
  /** Against the framework that the query names: "same" | "more" | "fewer"; "" where one of the two has no total. */
  sign: "" | "same" | "more" | "fewer";
  difference: Decimal;
  /** What makes the difference: the terms that are "more" less those that are "fewer" are the difference. */
  terms: Term[];
}

/** `numbers` sums, over layers, what they have more or fewer of: directions × units × matrices (× biases, where that is not one; × layers, from three equal ones on), and the like. */
export interface Term {
  /**
   * "bias": bias vectors, as many for every matrix; "candidate_bias": the candidate's recurrent bias; "gate_biases": second
   * biases of the gates only; "unused": stored and never used by the forward pass;
   * "statistics": a normalisation's running statistics. "counter": of the batches that it has seen.
   * "steps": what layers read more or fewer, where another number of time steps is handed on.
   */
  kind:
    | "bias"
    | "candidate_bias"
    | "gate_biases"
    | "peepholes"
    | "normalization"
    | "projection"
    | "unused"
    | "statistics"
    | "counter"
    | SpecialTopic
    | "steps";
  sign: "more" | "fewer";
  numbers: Formula;
  value: Decimal;
  /** The kinds of layers that it comes from, and how many of them. */
  cells: string[];
  layers: Decimal;
}

export interface Catalog {
  version: string;
  /** The fields of a query, each with every accepted spelling of its key, the usual one first. */
  keys: { name: Key; spellings: string[] }[];
  /** The default first. */
  frameworks: FrameworkFacts[];
  layers: LayerFacts[];
  limits: { text: Decimal; layers: Decimal; nesting: Decimal; size: Decimal; total: Decimal };
}

export interface FrameworkFacts {
  id: FrameworkId;
  /** "Keras", "PyTorch"; "" for the notes, whose name is a matter of language. */
  name: string;
  words: { units: string; input: string; previous: string; current: string };
  /** The layers to choose from. Others can be typed. */
  cells: CellFacts[];
  /** Where the layout is documented. */
  source: string;
  /** The version of that source that was read. */
  version: string;
  /** It stands on the first screen. */
  featured: boolean;
  /** Why it counts as it does: the id of a sentence. */
  reason: string;
  /**
   * Of its GRU: where the reset gate of one with a bias for each gate is multiplied in, before the product with the recurrent matrix or after it;
   * what of the state is kept, as much as the update gate says or the rest of it. "" where that is not known here.
   */
  gru: { resets: "" | "before" | "after"; keeps: "" | "update" | "rest" };
}

export interface CellFacts {
  /** "LSTM", …: see Layer.cell. */
  cell: string;
  /** The framework's own name for it. */
  name: string;
  /** How the framework calls its sizes; an embedding's input is its vocabulary. */
  words: { units: string; input: string; projection: string };
  matrices: Decimal;
  /**
   * The options that can be chosen in this framework; "input_dim" is what the layer reads, by default what comes; "trainable", whether it
   * is trained; "tied", whether its matrix is that of the embedding before it.
   */
  options: {
    name: string;
    default: string;
    choices: string[];
    /** The framework's own name for it, where that says something else; else "". */
    called: string;
  }[];
  /** "num_layers", "bidirectional": where no layer of the framework's own has that, so that it stands for as many layers. */
  shorthands: string[];
}

export interface LayerFacts {
  cell: string;
  /** Every accepted name, the usual one first. */
  names: string[];
  /** Where it stands among those to choose from. */
  group: "recurrent" | "dense" | "convolution" | "normalisation" | "shape" | "other";
  /** What a layer without parameters does to width and time steps; "" for one with parameters. */
  does: Does;
  /** It may need the number of time steps to say what it hands on. */
  reads_steps: boolean;
  recurrent: boolean;
  /** Whether it has parameters of its own. */
  learns: boolean;
  /** It hands on as many numbers as it reads, for it has no units of its own. */
  keeps_width: boolean;
  /** It reads the numbers of words, not features: its vocabulary stands in the place of the input's size. */
  reads_words: boolean;
  arguments: ArgumentFacts[];
}

/**
 * "keeps": width and time steps as they are; "enters": what comes in; "flattens": all time steps in one row; "reshapes", "permutes";
 * "repeats": one row at each time step; "pools": some time steps at a time, "pools_all": all of them, "adapts": to so many; "resamples",
 * "pads", "crops": more time steps, or fewer; "joins": several inputs; "halves": the width; "hides": what it hands on is not known;
 * "looks_up": words as numbers.
 */
export type Does =
  | ""
  | "keeps"
  | "enters"
  | "flattens"
  | "reshapes"
  | "permutes"
  | "repeats"
  | "pools"
  | "pools_all"
  | "adapts"
  | "resamples"
  | "pads"
  | "crops"
  | "joins"
  | "halves"
  | "hides"
  | "looks_up";

export interface ArgumentFacts {
  name: string;
  /** Every accepted spelling, `name` included. */
  spellings: string[];
  /** "tuple": whole numbers in brackets, such as (10, 64). */
  kind: "size" | "flag" | "choice" | "rate" | "tuple";
  choices: string[];
  positional: boolean;
  required: boolean;
}

/** What a text is: code, what print(model) prints, a table, tensors' names and shapes, model.json, layers as a link has them, a number; "": none of them. */
export type TextFormat =
  | "python"
  | "module"
  | "summary"
  | "tensors"
  | "keras_json"
  | "matlab"
  | "query"
  | "number"
  | "";

/** What was read of a text. Spans are places in the text, in UTF-16 units. */
export interface Reading {
  format: TextFormat;
  /** "" where nothing was read. */
  framework: FrameworkId;
  /** For explain(); "" where nothing was read. A name without a value leaves its size empty there. */
  query: string;
  problems: TextProblem[];
  /** In order; every non-blank character is in exactly one. */
  pieces: Piece[];
  /** The names that a size depends on and that have no value: each is asked once. */
  questions: Question[];
  /** Other models that the text fits, likeliest first. */
  choices: Choice[];
  /** How many more of them there are than are listed. */
  more_choices: number;
  printed: Printed;
}

export interface Piece extends Span {
  /** "layer": says which layer it is, or how it is set; "size": a number that the count depends on, or its name; "ignored": without effect on the count; "unknown": may have one, and was not read. */
  kind: "layer" | "size" | "ignored" | "unknown";
  /** Index of the layer as it is written in the query; −1 for none. */
  layer: number;
  /** Why it is ignored or unknown, a word: "uncounted" (an option, `name`), "punctuation", "comment", "import", "training", … */
  code: string;
  args: Record<string, string>;
}

export interface Question extends Span {
  name: string;
}

export interface Choice {
  query: string;
  /** Index of the layer that is another one; −1: another model altogether ("another_model": `name` for `first`). */
  layer: number;
  code: string;
  args: Record<string, string>;
}

/** "limit" (`what`: "reading", with `largest`; "memory"), "reads_other" (`layer` `position` says that it reads `says`; `comes` comes in), … */
export interface TextProblem extends Span {
  key: "text";
  code: string;
  args: Record<string, string>;
  /** English, as that of a Problem. */
  message: string;
}

/** What the text itself says of its model; "" where it does not. */
export interface Printed {
  total: Decimal;
  trainable: Decimal;
  optimizer: Decimal;
  /** What the model itself stores by its text: `total` without `optimizer`, which Keras adds. */
  own: Decimal;
  /** The optimizer keeps as many numbers as Adam does. */
  adam: boolean;
  rows: { name: string; count: Decimal; layer: number }[];
}
