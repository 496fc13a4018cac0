/**
 * What the parts of the element draw from, and what they may ask for.
 * @typedef {{
 *   m: import("../messages/languages.js").Messages,
 *   catalog: import("../engine.js").Catalog,
 *   answer: import("../engine.js").Answer,
 *   comparisons: import("../engine.js").Comparison[],
 *   allComparisons: () => import("../engine.js").Comparison[],
 *   rests: boolean,
 *   framework: import("../engine.js").FrameworkFacts,
 *   texts: import("../border/query.js").Texts,
 *   layers: import("../form/layers_text.js").LayersText,
 *   asText: boolean,
 *   fromLink: boolean,
 *   emptied: string,
 *   refused: string,
 *   shown: Set<string>,
 *   open: Set<string>,
 *   folded: Set<number> | undefined,
 *   cut: import("../picture/drawing.js").Cut,
 *   copied: string,
 *   copyByHand: string,
 *   steps: number | undefined,
 *   stepCount: number,
 *   idle: () => number[],
 *   fills: boolean,
 *   presents?: boolean,
 *   prints?: boolean,
 *   scale?: number,
 *   mode: import("../element/attributes.js").Mode,
 *   page: string,
 *   exercise: string,
 *   asks: boolean,
 *   fade: string,
 *   got: string,
 *   vs: string,
 *   outline: import("../telling/outline.js").Outline,
 *   engine: import("../engine.js").Engine,
 *   written: (format: string) => Promise<string>,
 *   rest?: typeof import("./rest.js"),
 *   later?: typeof import("./supplements.js"),
 *   asking?: { draw: (view: SupplementView) => unknown, fill: (text: string) => void },
 *   budgeting?: { draw: (view: SupplementView) => unknown, open: (place: { layer: number, argument: string }) => void, alike: (view: SupplementView, others: { cell: string, texts: import("../border/query.js").Texts }[]) => { ask?: unknown, found?: unknown } },
 *   diagnosing?: { draw: (view: SupplementView) => unknown, found: (view: SupplementView, text: string) => unknown, ofLayer: (view: SupplementView, answer: import("../engine.js").Answer, layer: number, number: string) => string },
 *   exercising?: { aboutValue: (path: string, typed: string, view: SupplementView) => string | undefined, draw: (view: SupplementView) => unknown, start: (view: SupplementView, place?: "beside" | "below") => unknown },
 *   versus?: { draw: (view: SupplementView) => unknown, ask: (view: SupplementView) => unknown },
 *   act: Actions,
 * }} View
 * `comparisons`: with the frameworks of the first screen, `allComparisons` with all of them; `rests`: nobody is typing just now; `layers`: the rows of the form; `asText`: they can't be shown as rows; `emptied`: the field that was just emptied and still has
 * the focus; `refused`: that took no letter; `shown`: what was unfolded; `open`: the sections that are; `folded`: the layers of which only the title stands there, undefined where none can be folded; `cut`: of the picture; `steps`: how many are shown,
 * one by one, undefined for all at once; `stepCount`: how many there are to be shown so, 0 where none is shown; `idle`: those that only say which one they repeat; `fills`: the element is the page; `presents`: it is drawn for the stage; `prints`: for a sheet, on which nothing is folded; `scale`: that the picture keeps while an edge is dragged; `page`: the address of the whole page, "" where there is none to lead to; `exercise`: what an exercise asks for, as a link has it, "" for nothing; `asks`: its own screen stands in place of the derivation; `fade`: how many values an exercise leaves blank, as it was asked; `got`: another number that somebody got; `vs`: the query of a second model beside this one; `written`: the derivation as a document; `rest`: what draws problems, there where there are any; `later`: what draws what is not there at first, as soon as it is loaded; `asking`: the box for what a reader has; `budgeting`: the question for a size within a budget; `diagnosing`: the field for a number that somebody got; `exercising`: the exercise, and what begins it; `versus`: a second model beside this one; `outline`: what is told of the model. While it is open, neither `answer` nor `comparisons` has a
 * total.
 */

/**
 * What the parts beside the derivation draw from: the same, and their own words besides.
 * @typedef {View & { m: import("../messages/languages.js").SupplementMessages, later: typeof import("./supplements.js") }} SupplementView
 */

/**
 * @typedef {{
 *   change: (texts: Partial<import("../border/query.js").Texts>, decision: boolean) => void,
 *   edit: (change: import("../engine.js").Change, decision: boolean, focus?: string[]) => void,
 *   open: (query: string) => void,
 *   fix: (fix: import("../engine.js").Fix, field: string) => void,
 *   empty: (field: string) => void,
 *   leave: (field: string) => void,
 *   refuse: (field: string) => void,
 *   show: (what: string) => void,
 *   cut: (cut: import("../picture/drawing.js").Cut) => void,
 *   unfold: (section: string, open: boolean) => void,
 *   turn: (layer: number) => void,
 *   compare: () => void,
 *   visit: (layer: number, step?: number) => void,
 *   copy: (what: string, text: string | Promise<string>) => void,
 *   jump: (field: string) => void,
 *   fill: (path: string, text: string) => void,
 *   check: (path: string) => void,
 *   give: (values: Record<string, string>) => void,
 *   pace: (by: import("../element/revealing.js").Pace) => void,
 * }} Actions
 * `visit`: leads to the derivation of a layer, or to one of its steps; `focus`: the ids of what may have the focus then, the first one that is there and can
 */

export {};
