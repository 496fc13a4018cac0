// All that a language says of a model, and the models that the tests of languages go through.
import { readFile } from "node:fs/promises";
import { encode } from "../../web/border/query.js";
import { load } from "../../web/engine.js";
import { besidesIn } from "../../web/telling/around.js";
import {
  differencesOf,
  differenceWords,
  reasonWords,
  refusalsOf,
  refusalWords,
} from "../../web/telling/comparisons.js";
import { factsOf, frameworkOf } from "../../web/telling/facts.js";
import { wordsAt } from "../../web/telling/frameworks.js";
import {
  headlineWords,
  layersWords,
  layerTitle,
  repeatedWords,
  runsWords,
  shareWords,
  titleWords,
} from "../../web/telling/model.js";
import { fixWords, problemWords } from "../../web/telling/problems.js";
import {
  coincidenceOf,
  coincidenceWords,
  effectiveOf,
  effectiveWhyWords,
  effectiveWords,
  shorthandsOf,
  shorthandWords,
  twiceOf,
  twiceWords,
} from "../../web/telling/remarks.js";
import { sharesOf } from "../../web/telling/shares.js";
import { stepWords } from "../../web/telling/steps.js";
import { everyCombination, thinned } from "./models.js";

/** @typedef {Awaited<ReturnType<typeof import("./words.js").allWordsOf>>} Messages */

const engine = await load();
const catalog = engine.catalog();

/** Counted models, and more that the tests of the core do not count. */
const rows = (await readFile(new URL("../reference/reference.csv", import.meta.url), "utf8")).split("\n").slice(1);
const counted = rows.map((row) => (/^"([^"]*)"/.exec(row) ?? /^([^,]*)/.exec(row))?.[1] ?? "").filter(Boolean);
const cells = [
  "LSTM(32)",
  "GRU(32)",
  "RNN(1)",
  "MGU(32)",
  "LayerNormalization()",
  "BatchNormalization()",
  "Dropout(0.5)",
];
const stacks = ["LSTM(7),LSTM(7)", "GRU(4,num_layers=30)", "Bidirectional(LSTM(7)),Bidirectional(LSTM(7)),Dense(1)"];
const options = [
  "peepholes=true",
  "coupled=true",
  "layer_norm=true",
  "proj_size=3",
  "bias=false",
  "bidirectional=true",
];
const models = [...cells, ...stacks, ...options.map((option) => `LSTM(32,${option})`), "GRU(3,reset_after=false)"];
const others = catalog.frameworks.flatMap(({ id }) =>
  models.map((layers) => encode({ framework: id, input: layers.startsWith("RNN") ? "1" : "7", layers })),
);
const rest = ["LSTM(4),GRU(4),RNN(4),LSTM(4),Dense(1)", "Embedding(1,1),LSTM(1)", "LSTM(32),Dropout(0.5),Dense(2)"];
const wrong = [
  ...["", "LSTM()", "LSTM(0)", "LSTM(-3)", "LSTM(1.5)", "LSTM(1e3)", "LSTM(abc)", "LTSM(32)", "LSTM(32, hiden_size=4)"],
  ...[
    "LSTM(32",
    "LSTM(32, hidden_size=64)",
    "LSTM(32), Embedding(10, 4)",
    "Embedding(10, 4)",
    "Dropout(2)",
    "Dropout()",
  ],
  ...["LSTM(32, bias=maybe)", "LSTM(10, 20)", "Dropout(0.1, 0.2)", "LSTM(32, num_layers=10001)", "LSTM(32) GRU(4)"],
  ...['LSTM("32)', "LSTM(32),", "LSTM(32))", "Bidirectional(Dense(4))", "LSTM(32, merge_mode=sum)", "LSTM(32,"],
  ...["Bidirectional(Bidirectional(LSTM(3)))", "Bidirectional()", "GRU(LSTM(3))", "LSTM(3, proj_size=0)", "Dense()"],
  ...["LSTM(9007199254740992)", "LSTM(12,416)", "LSTM(9007199254740991)", `LSTM(${"9".repeat(70_000)})`, "Embedding()"],
  ...["LSTM(3, proj_size=4)", "LSTM(3, num_layers=1.5)", `${"Bidirectional(".repeat(9)}LSTM(1)${")".repeat(9)}`],
  ...["LSTM(32, peepholes=true)", "Bidirectional(LSTM(3), merge_mode=sum)", "GRU(3, reset_after=false)", "GRU(3)"],
  "LSTM(3, layer_norm=true, peepholes=true)",
  ...[
    "LSTM(4), Lambda(x), Dense(3)",
    "LSTM(4), MDN(75), LocallyConnected2D(8, 3)",
    "Conv1D(8, 3, groups=3), LSTM(3)",
    "Reshape(x), LSTM(3)",
    "Reshape((7, 9)), LSTM(3)",
  ],
  ...["GLU(), LSTM(3)", "Dense(3, tied=true)", "LSTM(3), Flatten(), Dense(2)", "Custom(3)", "Permute((2,1)), GRU(3)"],
  ...["Dense(1, 'sigmoid')", "LSTM(3), LSTM(3, 20)", "LSTM(1,000)", "LSTM(32)(x)", "SRU(32)", "LSTMP(32)", "Flatten()"],
  ...["BiLSTM(3, bidirectional=false)", "CuDNNLSTM(32)", "BasicLSTMCell(32, peepholes=true)", "LSTM(3, a=(10, 64))"],
].flatMap((layers) =>
  ["", "pytorch", "tinygrad", "tf1"].map((framework) => encode({ framework, input: "64", layers })),
);
const damaged = [
  "input=64&layer=LSTM(3)",
  "input=10,64&layers=LSTM(3)",
  "input=&layers=LSTM(3)",
  "input=0&layers=LSTM(3)",
  "input=1.5&layers=LSTM(3)",
  "framework=kears",
];
const whole = [
  "input=7&timesteps=99&layers=MaxPooling1D(3),LSTM(3,return_sequences=true),Flatten(),Dense(1),RepeatVector(1),GRU(2)",
  "input=7&timesteps=10&layers=Permute((2,1)),UpSampling1D(2),Cropping1D(1),ZeroPadding1D(2),Reshape((-1,5)),LSTM(3)",
  "input=8&timesteps=9&layers=GLU(),GlobalMaxPooling1D(),Lambda(x),Concatenate(input_dim=6),Activation('relu'),Dense(1)",
  "input=70&layers=LSTM(256),LSTM(256,input_dim=90),Dense(90),Embedding(5,4,trainable=false),LSTM(1)",
  "layers=Embedding(1,1),Dense(1,tied=true),Embedding(5,4),Dense(5,tied=true,trainable=false)",
  "input=7&layers=LSTM(4),Custom(75,parameters=1),Bidirectional(LSTM(3),trainable=false),Dense(1,trainable=false)",
  "input=7&layers=LSTM(4),Input(shape=(5,7)),AdaptiveAvgPool1d(1),GRU(3),BatchNormalization(trainable=false)",
  "timesteps=2&input=7&layers=MaxPooling1D(3),LSTM(3)",
  "input=1&layers=Conv2D(1,1),Conv1D(1,1),Conv1DTranspose(1,1)",
  "input=7&layers=Bidirectional(ConvLSTM1D(3,3)),Bidirectional(ConvLSTM3D(3,(1,2,3)),merge_mode=sum),Conv3D(2,1)",
  "input=7&layers=DepthwiseConv2D(3,depth_multiplier=2),SeparableConv2D(4,(3,5)),SeparableConv1D(1,2,use_bias=false)",
  "timesteps=2&layers=LSTM(3,input_shape=(10,64))",
  "input=3&layers=LSTM(3,input_dim=64)",
  "layers=Embedding(9,4),Dense(3,tied=true)",
  "layers=Embedding(9,4),LSTM(3),Dense(9,tied=true)",
].flatMap((query) => ["keras", "pytorch", "notes"].map((id) => `framework=${id}&${query}`));
const links = ["layers=LSTM(32)%zz", "layers=LSTM(32)&input=65", "layers=%ff"].map((query) => `input=64&${query}`);
const small = rest.map((text) => `input=9&layers=${text}`);

/** Models of every kind, and damaged ones, that a language is tried on. */
export const queries = [
  ...new Set([
    ...thinned(counted),
    ...everyCombination(engine),
    ...thinned([...others, ...small, ...wrong, ...whole]),
    ...damaged,
  ]),
  ...links,
];

const answersTo = (/** @type {string} */ query) => ({
  query,
  answer: engine.explain(query),
  comparisons: engine.compare(query),
});
/** The last answers, for one language is asked after the other. */
let last = answersTo("");

/**
 * All that a language says of an answer, by what it speaks of.
 * @param {Messages} m
 * @param {string} query
 */
export function saidOf(m, query) {
  if (last.query !== query) last = answersTo(query);
  const { answer, comparisons } = last;
  const framework = frameworkOf(answer, catalog);
  /** @type {[what: string, text: string][]} */
  const all = [];
  const say = (/** @type {string} */ what, /** @type {unknown} */ text) => all.push([what, String(text)]);
  for (const problem of answer.problems) {
    const words = wordsAt(problem, answer, catalog);
    say(`problem ${problem.code} ${problem.args.what ?? ""}`, problemWords(problem, catalog, words, m));
    for (const fix of problem.args.fixes ?? []) say(`fix ${fix.kind}`, fixWords(fix, catalog, m));
  }
  if (answer.layers.length > 0) say("names headline", headlineWords(answer, catalog, m));
  say("names documentTitle", titleWords(answer, catalog, m));
  say("names parameters", m.parameters(answer.total));
  for (const run of answer.runs) {
    if (run.like >= 0) say("repeated", repeatedWords(run, answer.layers[run.first].total, run.sum, m));
    say("names layers", layersWords(run.first + 1, run.last + 1, m));
  }
  say("names runs", runsWords(answer.runs, m));
  answer.layers.slice(0, 3).forEach((layer, index) => {
    const facts = factsOf(answer, index, catalog);
    say("names layerTitle", layerTitle(answer, index, catalog, m));
    for (const step of layer.steps) {
      const told = stepWords(step, facts, m);
      const { title, sentence, why, ask = m.why } = besidesIn(m)(told, step, facts, { answer, catalog });
      for (const [part, text] of Object.entries({ title, sentence, why, ask })) say(`step ${step.kind} ${part}`, text);
    }
  });
  const twice = twiceOf(answer);
  say("twice", twice ? twiceWords(twice, m) : "");
  const found = coincidenceOf(answer);
  say("coincidence", found ? coincidenceWords(found, answer.layers.length, m) : "");
  for (const one of shorthandsOf(answer, catalog)) say("shorthand", shorthandWords(one, m));
  const effect = effectiveOf(answer);
  say("effective", effect ? effectiveWords(answer.total, effect, m) : "");
  say("effectiveWhy", effect ? effectiveWhyWords(effect, m) : "");
  for (const one of differencesOf(answer, comparisons, catalog)) {
    say("difference", differenceWords(one, catalog, m));
    say("differenceWhy", reasonWords(one, m));
  }
  for (const one of refusalsOf(answer, comparisons)) say("noCount", refusalWords(one, catalog, framework.words, m));
  if (answer.total !== "") say("shares", m.shares(sharesOf(answer).map((share) => shareWords(share, m))));
  return all;
}
