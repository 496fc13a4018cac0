// Tests of what is said of every framework, kind of layer and combination of options: it is true of the formula and the tensors.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, encode } from "../../web/border/query.js";
import { load } from "../../web/engine.js";
import { takeApart } from "../../web/form/layers_text.js";
import { languages } from "../../web/messages/languages.js";
import { drawingOf } from "../../web/picture/drawing.js";
import {
  differencesOf,
  differenceWords,
  differsByMatrices,
  otherCellWords,
  reasonWords,
  refusalsOf,
  refusalWords,
} from "../../web/telling/comparisons.js";
import { drawingSaid, drawingWords } from "../../web/telling/drawing.js";
import { factsOf, fullLayer } from "../../web/telling/facts.js";
import { headlineWords, layerTitle } from "../../web/telling/model.js";
import { problemWords } from "../../web/telling/problems.js";
import {
  coincidenceOf,
  coincidenceWords,
  effectiveOf,
  effectiveWhyWords,
  effectiveWords,
  shorthandsOf,
  shorthandWords,
} from "../../web/telling/remarks.js";
import { stepWords } from "../../web/telling/steps.js";
import { totalsOf } from "../../web/telling/totals.js";
import { variantsOf } from "../../web/telling/variants.js";
import { everyCombination } from "./models.js";
import { allWordsOf } from "./words.js";

/** @typedef {import("../../web/engine.js").Layer} Layer */
/** @typedef {import("../../web/engine.js").Step} Step */
/** @typedef {import("../../web/telling/steps.js").StepWords} StepWords */

const engine = await load();
const catalog = engine.catalog();
const [english, hindi] = await Promise.all(languages.map(allWordsOf));
const queries = everyCombination(engine);

/** @typedef {{ query: string, layer: Layer, index: number, step: Step, en: StepWords, hi: StepWords, where: string }} Told */

/** @param {string} query @returns {Told[]} */
function toldIn(query) {
  const answer = engine.explain(query);
  return answer.layers.flatMap((one, index) => {
    if (!one.rule) return [];
    const facts = factsOf(answer, index, catalog);
    return facts.layer.steps.map((step) => {
      const [en, hi] = [english, hindi].map((m) => stepWords(step, facts, m));
      return {
        query,
        layer: facts.layer,
        index,
        step,
        en,
        hi,
        where: `${query} ${step.kind}: ${en.sentence} ${en.why}`,
      };
    });
  });
}

const all = queries.flatMap(toldIn);
/** @param {Step["kind"]} kind */
const every = (kind) => all.filter(({ step }) => step.kind === kind);
/** @param {string} query @param {Step["kind"]} kind @param {number} [index] */
function one(query, kind, index = 0) {
  const found = toldIn(query).find((told) => told.step.kind === kind && told.index === index);
  if (!found) assert.fail(`${query} has no step ${kind}`);
  return found;
}

/** @param {StepWords} words */
const textOf = ({ title, sentence, why }) => `${title} ${sentence} ${why}`;

/** Plain numbers in a text, without those of names, papers and frameworks. @param {string} text @param {string[]} names */
function numbersIn(text, names) {
  const plain = names.reduce((rest, name) => rest.replaceAll(name, ""), text).replace(/\([^()]*[0-9]{4}[^()]*\)/g, "");
  return (plain.replace(/(?<=\d),(?=\d)/g, "").match(/\d+/g) ?? []).map(String);
}

test("there is every combination, and all of it is sound", () => {
  assert.ok(queries.length > 740, `${queries.length}`);
  assert.equal(new Set(queries).size, queries.length);
});

const bias = { en: /constant 1|\+ 1\b|last (?:column|two columns)/, hi: /constant 1|\+ 1\b|आख़िरी/ };

test("a bias is in a sentence where it is in the formula, and only there", () => {
  let without = 0;
  for (const { layer, step, en, hi, where } of all) {
    if (step.kind !== "reads" && step.kind !== "matrix") continue;
    if (layer.gates.length === 0) continue;
    const has = step.symbols.tokens.length > 1 && step.numbers.tokens.some(({ ref }) => ref === "rule.bias");
    if (!has) without++;
    const two = layer.rule.bias === "2" && step.kind === "reads";
    for (const [said, pattern] of /** @type {const} */ ([
      [en, bias.en],
      [hi, bias.hi],
    ])) {
      assert.equal(pattern.test(textOf(said)), has && !two, where);
      if (two) assert.match(textOf(said), /two biases|दो biases/, where);
    }
  }
  assert.ok(without > 100, `${without}`);
});

test("one weight for each number that comes in is said where the formula reads each of them once", () => {
  const said = every("reads").filter(({ en }) => en.why.includes("one weight for each number that comes in"));
  assert.ok(said.length > 20, `${said.length}`);
  for (const { layer, step, where } of said)
    assert.equal(Number(step.value), Number(layer.input) + Number(layer.rule.bias), where);
  const pairs = one("framework=pytorch&input=5&layers=Bilinear(5,4,3)", "reads");
  assert.match(pairs.en.why, /two inputs are multiplied/);
});

test("B as TensorFlow keeps it with layer_norm=True, and the candidate's second bias, are told where they are counted", () => {
  const kept = one("framework=tf1&input=64&layers=LSTM(32,coupled=true,layer_norm=true)", "reads");
  assert.match(
    kept.en.sentence,
    /^At every .* \(64 numbers\) and .* \(32 numbers\)\. Its biases are kept, and never added\.$/,
  );
  for (const layers of ["framework=flax_linen&input=64&layers=GRU(32)", "framework=mlx&input=64&layers=GRU(32)"]) {
    const { en } = one(layers, "reads");
    assert.match(
      en.sentence,
      /\(32 numbers\) and the input x(_t)? \(64 numbers\)\. Its biases are counted by themselves\.$/,
    );
    assert.equal(one(layers, "matrix").en.why, "One row of 96 for each of the 32 units: a 32 × 96 matrix.");
  }
});

test("every number of a sentence is one of the layer's", () => {
  for (const { layer, index, en, hi, where } of all) {
    const names = [
      layer.name,
      layer.cell,
      ...layer.weights.map(({ name }) => name),
      ...layer.gates.map(({ id }) => id),
    ];
    const known = [
      layer.units,
      layer.input,
      layer.output,
      `${index}`,
      `${index + 1}`,
      "1",
      ...Object.values(layer.rule),
    ];
    for (const { numbers, value } of layer.steps) known.push(value, ...numbers.tokens.map(({ text }) => text));
    for (const { shape } of layer.weights) known.push(...shape);
    const [previous] = layer.steps.find(({ kind }) => kind === "reads")?.numbers.tokens ?? [];
    known.push(
      String(2 * Number(layer.rule.input_first ? 0 : previous?.text)),
      String((2 * Number(layer.output)) / Number(layer.directions)),
      layer.output,
    );
    known.push(String(Number(layer.rule.normalization ?? "0") / 2));
    if (layer.window.length > 0) known.push(String(2 * Number(layer.units))); // of both directions' filters
    for (const said of [en, hi])
      for (const number of numbersIn(
        `${said.title} ${said.sentence}`,
        names.sort((a, b) => b.length - a.length),
      ))
        assert.ok(known.includes(number), `${where}: ${number}`);
  }
});

test("both is said of two, and numbers and verbs agree", () => {
  for (const { en, where } of all) {
    assert.doesNotMatch(
      textOf(en),
      /(?<!of )\bthe two matrices\b|\ball two\b|(?<!layer )\b1 [a-z]+s\b|undefined|never reads/i,
      where,
    );
    assert.doesNotMatch(textOf(en), /\bBoth matrices has|matrices has\b/, where);
  }
  const mgu = one("framework=flax_linen&input=64&layers=MGU(32)", "matrices_total");
  assert.deepEqual([mgu.en.title, mgu.en.sentence], ["Both", "Both matrices have the same size."]);
});

// W, R, B and P of ONNX, Core ML's vectors and burn's linear layers stay with the gate that is one minus the other.
test("a gate that is one minus the other is stored and never used: a step, and as much as the remark counts", () => {
  let gates = 0;
  for (const query of queries) {
    const answer = engine.explain(query);
    const layer = fullLayer(answer.layers, 0);
    const idle = answer.effective.terms.find(({ kind }) => kind === "unused")?.value ?? "0";
    const counted = answer.layers.map((_, index) => {
      const { steps, directions } = fullLayer(answer.layers, index);
      const idle = steps.filter(({ kind }) => kind === "unused" || kind === "counter");
      return BigInt(directions || "1") * idle.reduce((sum, { value }) => sum + BigInt(value || "0"), 0n);
    });
    assert.equal(String(counted.reduce((sum, one) => sum + one, 0n)), idle, query);
    const unused = layer.gates.filter((gate) => gate.unused);
    assert.equal(layer.rule.matrices, `${layer.gates.length - unused.length}`, query);
    if (unused.length === 0) continue;
    gates++;
    const { en } = one(query, "unused");
    const peephole = layer.weights.some(({ role }) => role === "peephole");
    const biased = layer.weights.some(({ role }) => role === "bias");
    assert.equal(/peephole/.test(en.sentence), peephole, query);
    assert.equal(/bias/.test(en.sentence), biased, query);
    // The picture agrees with the steps.
    const drawing = drawingOf(layer, 0);
    const strip = drawing?.sides[0].parts.find(({ kind }) => kind === "peepholes");
    assert.equal(strip?.count ?? "0", layer.steps.find(({ kind }) => kind === "peepholes")?.value ?? "0", query);
    const beside = drawing?.sides[0].parts.find(({ kind }) => kind === "unused");
    assert.equal(beside?.count, layer.steps.find(({ kind }) => kind === "unused")?.value, query);
  }
  assert.ok(gates > 20, `${gates}`);
  const onnx = "framework=onnx&input=64&layers=LSTM(32,coupled=true,peepholes=true)";
  assert.equal(one(onnx, "matrices").en.title, "Three weight matrices");
  assert.match(
    one(onnx, "matrices").en.sentence,
    /2 gates \(input i, output o\) .* Kept too, and never used: forget gate f\.$/,
  );
  assert.match(
    one(onnx, "matrices").en.why,
    /^The forget gate is coupled to the input gate: forget gate = 1 − input gate,/,
  );
  assert.equal(one(onnx, "unused").step.value, "3168");
  assert.equal(
    one(onnx, "unused").en.sentence,
    "The layer also keeps the matrix, biases and peephole of the forget gate f, which its forward pass never uses.",
  );
  assert.match(String(effectiveOf(engine.explain(onnx))?.unused), /^3168$/);
  const tf1 = one("framework=tf1&input=64&layers=LSTM(32,coupled=true)", "matrices");
  assert.match(tf1.en.why, /^The input gate is coupled to the forget gate: input gate = 1 − forget gate,/);
  assert.equal(english.optionNames.coupled, "input and forget gate coupled");
});

test("a reason why there are two biases is about what the layer does with them", () => {
  let between = 0;
  for (const { layer, en, where } of every("reads")) {
    if (layer.rule.bias !== "2") continue;
    const added = layer.rule.spare === layer.rule.matrices;
    if (!added) between++;
    assert.equal(/added to each other, so the second lets/.test(en.why), added, where);
    assert.equal(/reset gate multiplies the recurrent part after its bias/.test(en.why), !added, where);
    assert.doesNotMatch(en.why, /may stand between|as in the notes/, where);
    if (!added)
      assert.ok(
        layer.gates.some(({ role }) => role === "reset"),
        where,
      );
  }
  assert.ok(between > 20, `${between}`);
  // linear_before_reset=0: the reset gate stands before both.
  const onnx = one("framework=onnx&input=64&layers=GRU(32)", "reads").en;
  assert.deepEqual([onnx.ask, /reset/.test(onnx.why)], ["Why two?", false]);
  assert.match(
    one("framework=onnx&input=64&layers=GRU(32,reset_after=true)", "reads").en.why,
    /^In the candidate the reset gate/,
  );
});

/** @param {string} query */
function effect(query) {
  const answer = engine.explain(query);
  const found = effectiveOf(answer);
  return found ? [effectiveWords(answer.total, found, english), effectiveWhyWords(found, english)] : [];
}

/** @param {string} query @param {string} framework */
function difference(query, framework) {
  const answer = engine.explain(query);
  const comparisons = engine.compare(query).filter((other) => other.framework === framework);
  const [found] = differencesOf(answer, comparisons, catalog);
  return { said: differenceWords(found, catalog, english), why: reasonWords(found, english) };
}

test("an LSTM beside a GRU: the candidate's biases are not spare, and only the LSTM's differ", () => {
  const query = "framework=pytorch&input=64&layers=LSTM(32),GRU(32)";
  assert.deepEqual(effect(query), [
    "192 of the 18,880 parameters add nothing new: two biases that are only added to each other act as one.",
    "Where two biases are only added to each other, their sum could be one number. A candidate needs both of its own where the reset gate multiplies one of them.",
  ]);
  assert.equal(
    difference(query, "keras").said,
    "Keras prints 18,752, 128 fewer: one bias per unit instead of two in the LSTM.",
  );
  assert.equal(
    difference("framework=keras&input=64&layers=LSTM(32),GRU(32)", "pytorch").said,
    "PyTorch prints 18,880, 128 more: a second bias in the LSTM, 32 × 4.",
  );
});

test("a reason about biases stands where biases make the difference", () => {
  const batch = difference("framework=keras&input=64&layers=Dense(3),BatchNormalization()", "pytorch");
  assert.match(batch.said, /6 fewer: batch normalization's moving mean and variance not counted as parameters\.$/);
  assert.match(batch.why, /^The moving mean and variance are measured, not trained/);
  for (const query of queries) {
    const answer = engine.explain(query);
    for (const found of differencesOf(answer, engine.compare(query), catalog)) {
      const why = reasonWords(found, english);
      const biases = found.terms.some(({ kind }) => kind.includes("bias"));
      const { reason } = english;
      assert.equal(
        Object.values(reason).some((text) => why.includes(text)),
        biases,
        `${query} ${found.ids}: ${why}`,
      );
    }
  }
});

test("frameworks are told together where their totals come about alike; the reason is of the one that has more biases", () => {
  const mixed = catalog.frameworks.map(({ id }) => `framework=${id}&input=64&layers=RNN(64),BatchNormalization()`);
  for (const query of [...queries, ...mixed]) {
    const answer = engine.explain(query);
    const comparisons = engine.compare(query);
    for (const found of differencesOf(answer, comparisons, catalog)) {
      const causes = found.ids.map((id) =>
        comparisons
          .find(({ framework }) => framework === id)
          ?.terms.map(({ kind, sign, value }) => [kind, sign, value]),
      );
      for (const cause of causes) assert.deepEqual(cause, causes[0], `${query} ${found.ids}`);
    }
  }
  // One bias fewer, twice 64 more: Keras counts more, burn keeps more biases.
  const query = "framework=burn&input=64&layers=RNN(1),BatchNormalization()";
  assert.match(difference(query, "keras").why, /^burn makes every gate of two linear layers/);
});

test("a coupled cell in TensorFlow 1 has the matrices that others use", () => {
  const query = "framework=tf1&input=10&layers=LSTM(5,coupled=true)";
  assert.equal(
    difference(query, "onnx").said,
    "ONNX prints 340, 100 more: a second bias, 5 units × 3 matrices; more that is stored and never used, (10 + 5) × 5 + 2 × 5.",
  );
  const coreml = difference("framework=coreml&input=10&layers=LSTM(5,coupled=true)", "tf1").said;
  assert.equal(coreml, "TensorFlow 1 prints 240, 80 fewer: less that is stored and never used, (5 + 10) × 5 + 5.");
});

test("a projected layer hands on what it projects to", () => {
  for (const query of queries.filter((query) => query.includes("proj_size"))) {
    const layer = fullLayer(engine.explain(query).layers, 0);
    const text = decode(query, catalog.keys);
    const next = toldIn(encode({ ...text, layers: `${text.layers},LSTM(1)` })).filter(
      ({ step }) => step.kind === "handed_on",
    );
    const { en, hi, step } = next[next.length - 1];
    assert.equal(step.value, layer.output, query);
    for (const said of [en, hi])
      assert.doesNotMatch(textOf(said), /per unit|directions' units|हर unit|की units/, query);
    assert.match(en.sentence, /projected/, query);
    assert.match(headlineWords(engine.explain(query), catalog, english), / → 3\b/, query);
  }
  assert.equal(
    headlineWords(engine.explain("framework=pytorch&input=64&layers=LSTM(32,proj_size=16)"), catalog, english),
    "LSTM, 64 → 16, as PyTorch counts",
  );
  const both = one(
    "framework=pytorch&input=10&layers=LSTM(7,proj_size=3,bidirectional=true),Linear(4)",
    "handed_on",
    1,
  );
  assert.match(both.en.sentence, /^Both directions' projected outputs, one after the other: concat\(3, 3\)\./);
});

// rnn_cell_impl.py: concat([inputs, m_prev], 1); haiku/_src/recurrent.py: concatenate([inputs, prev_state.hidden]).
test("TensorFlow 1 and Haiku read the input first, in every formula, sentence and picture", () => {
  for (const { layer, query, step, en, hi, where } of every("reads")) {
    const facts = catalog.layers.find(({ cell }) => cell === layer.cell);
    if (!facts?.recurrent) continue;
    const first = /framework=(tf1|haiku)&/.test(query);
    const symbols = step.symbols.tokens.map(({ text }) => text);
    assert.equal(symbols.indexOf(layer.rule.input_word) === 0, first, where);
    for (const { sentence, why } of [en, hi])
      for (const text of [sentence, ...(why.includes("x") ? [why] : [])]) {
        const [input, previous] = [text.search(/x_t|x\^t/), text.search(/[ha][_^]\(t−1\)/)];
        if (input >= 0 && previous >= 0) assert.equal(input < previous, first, where);
      }
    const [{ role }] = drawingOf(layer, 0)?.sides[0].parts[0].columns ?? assert.fail(where);
    assert.equal(role, first ? "input" : "previous", where);
  }
  const { sentence } = one("framework=tf1&input=64&layers=LSTM(32)", "reads").en;
  assert.match(sentence, /concat\[x_t, h_\(t−1\)\], \+ 1\.$/);
});

test("what is handed on is called as the layer's own formula calls it", () => {
  for (const query of queries) {
    const text = decode(query, catalog.keys);
    const layers = /BatchNormalization|LayerNormalization|Dense/.test(text.layers) ? `LSTM(7),${text.layers}` : "";
    const before = layers && engine.explain(encode({ ...text, layers }));
    if (!before || before.problems.length > 0) continue;
    const told = toldIn(encode({ ...text, layers }));
    if (told.every(({ layer, index }) => index === 0 || layer.weights.length === 0)) continue;
    const { en, hi } = told.find(({ step }) => step.kind === "handed_on") ?? assert.fail(query);
    const [, word] = /'s (\S+)\.$/.exec(en.sentence) ?? assert.fail(en.sentence);
    assert.ok(hi.sentence.includes(word), hi.sentence);
    const symbols = told.flatMap(({ index, step }) =>
      index === 1 && step.kind !== "handed_on" ? step.symbols.tokens : [],
    );
    assert.ok(
      symbols.some(({ text }) => text === word),
      `${query}: ${word}`,
    );
  }
  const { en } = one("framework=pytorch&input=64&layers=LSTM(32),Linear(10)", "handed_on", 1);
  assert.match(en.sentence, /That is layer 2's in_features\.$/);
  const { en: stacked } = one("framework=pytorch&input=64&layers=LSTM(32,num_layers=2)", "handed_on", 1);
  assert.match(stacked.sentence, /That is what layer 2 reads\.$/, "input_size is 64");
  const same = "framework=tf1&input=64&layers=Bidirectional(LSTM(32)),Bidirectional(LSTM(32))";
  const found = coincidenceOf(engine.explain(same)) ?? assert.fail();
  assert.match(coincidenceWords(found, 2, english), /only because input_depth \(64\)/);
});

test("normalisations are told as what they are", () => {
  const said = every("normalization");
  assert.ok(said.length > 4);
  for (const { layer, en, hi, where } of said) {
    const scales = layer.weights.filter(({ role, direction }) => role === "scale" && direction !== "backward");
    // Of what its heads have made, with a gain alone (xlstm/components/ln.py).
    if (layer.cell === "sLSTM") {
      assert.deepEqual([scales.length, /each head/.test(en.sentence), /हर head/.test(hi.sentence)], [1, true, true]);
      continue;
    }
    const ofState = scales.filter(({ name }) => name.startsWith("state"));
    const ofSides = scales.filter(({ name }) => /(_[xh]|kernel_norm|recurrent_norm)\/gamma$/.test(name));
    assert.equal(/each side/.test(en.sentence), ofSides.length === 2, where);
    const words = new RegExp(`\\b${scales.length} normalizations`);
    for (const { sentence } of [en, hi]) {
      assert.match(sentence, words, where);
      assert.equal(/cell state/.test(sentence), ofState.length > 0, where);
      assert.match(sentence, /candidate/, where);
    }
  }
  assert.match(
    one("framework=tf1&input=64&layers=LSTM(32,layer_norm=true)", "normalization").en.sentence,
    /^What reaches the 3 gates and the candidate is normalised, and so is the cell state: 5 normalizations,/,
  );
});

test("the candidate is called the candidate, whatever its name", () => {
  for (const { layer, en, hi, where } of every("matrices"))
    for (const { sentence } of [en, hi]) {
      // None of its parts has a name.
      if (layer.cell === "NAS") assert.doesNotMatch(sentence, /candidate|gate/, where);
      else assert.match(sentence, /\b1 (?:cell )?candidate\b/, where);
    }
  const coreml = one("framework=coreml&input=64&layers=GRU(32)", "matrices");
  assert.match(
    coreml.en.sentence,
    /2 gates \(updateGate, resetGate\) and 1 candidate, here called outputGate; each has weights of its own\.$/,
  );
  assert.match(
    one("framework=burn&input=64&layers=GRU(32)", "matrices").en.sentence,
    /1 candidate, here called new_gate; each has weights of its own\.$/,
  );
});

test("how the matrices are kept is what the shapes of the tensors show, in one direction and in two", () => {
  /** @type {Set<string>} */
  const seen = new Set();
  for (const { layer, index, en, hi, where } of every("matrices")) {
    if (index > 0) continue; // what it reads may be as wide as its gates
    const matrices = layer.weights.filter(({ role }) => /^(input_|recurrent_)?weights$/.test(role));
    const forward = matrices.filter(({ direction }) => direction === "forward");
    const kept = forward.length > 0 ? forward : matrices;
    const all = 7 * layer.gates.length;
    const sides = kept.map(({ shape }) => shape.slice(-2).map(Number));
    let expected = "apart";
    // One for each gate may be as wide as all of them side by side; behind those may stand a peephole each of some gates.
    const own = sides.length === layer.gates.length;
    if (own && sides.every(([rows, columns]) => rows === 7 && columns === 7 + Number(layer.input))) expected = "own";
    else if (sides.every(([, columns]) => columns >= all && columns < all + 7)) expected = "side by side";
    else if (sides.every(([rows]) => rows === all || (forward.length === 0 && rows === 2 * all))) expected = "stacked";
    const kernels = layer.window.length > 0;
    const clauses = {
      "side by side": kernels
        ? ["their kernels are kept side by side in the order ", "इनके kernels अगल-बगल रखे हैं"]
        : ["their matrices are kept side by side in the order ", "इनकी matrices अगल-बगल रखी हैं"],
      stacked: ["their matrices are kept one under the other in the order ", "इनकी matrices एक के नीचे एक रखी हैं"],
      own: ["each has a weight matrix of its own: ", "हर एक की अपनी weight matrix है: "],
      apart: ["each has weights of its own.", "हर एक के अपने weights हैं."],
    };
    const said = (/** @type {string} */ sentence, /** @type {0 | 1} */ language) =>
      Object.entries(clauses).flatMap(([id, words]) => (sentence.includes(`; ${words[language]}`) ? [id] : []));
    assert.deepEqual([said(en.sentence, 0), said(hi.sentence, 1)], [[expected], [expected]], where);
    assert.equal(/^In each direction/.test(en.sentence), layer.directions === "2", where);
    if (expected === "own") for (const { name } of kept) assert.ok(en.sentence.includes(name), where);
    seen.add(`${expected} ${layer.directions}`);
  }
  assert.equal(seen.size, 8, [...seen].join(", "));
});

test("the counter of batches has a name of its own, and no effect", () => {
  const here = "framework=tinygrad&input=1&layers=BatchNormalization(affine=false)";
  assert.equal(difference(here, "mlx").said, "MLX prints 2, 1 fewer: no counter of the batches.");
  const there = "framework=keras2&input=64&layers=BatchNormalization()";
  assert.equal(difference(there, "tinygrad").said, "tinygrad prints 257, 1 more: a counter of the batches.");
  assert.equal(
    difference(there, "tinygrad").why,
    "A counter of batches is a tensor like the others to some frameworks; nothing is computed with it.",
  );
  assert.equal(engine.explain("framework=tinygrad&input=64&layers=BatchNorm()").effective.value, "256");
});

test("where there is more of one thing and less of another, each says how much, and a chance says so", () => {
  const gru = "framework=keras1&input=64&layers=GRU(32),GRU(16, reset_after=true)";
  const { said } = difference(gru, "equinox");
  assert.match(said, /the same number by chance: .*\(\+32\).*\(−32\)\.$/);
  for (const query of queries) {
    const answer = engine.explain(query);
    for (const one of differencesOf(answer, engine.compare(query), catalog)) {
      const signs = new Set(one.terms.map(({ sign }) => sign));
      const words = differenceWords(one, catalog, english);
      const each = words.match(/\([+−][\d,]+\)/g) ?? [];
      assert.equal(each.length, signs.size > 1 ? one.terms.length : 0, `${query}: ${words}`);
      const sum = each.reduce((total, text) => total + BigInt(text.replace(/[(),+]/g, "").replace("−", "-")), 0n);
      if (signs.size > 1) assert.equal(String(sum < 0n ? -sum : sum), one.difference, `${query}: ${words}`);
    }
  }
});

test("without a bias another framework has fewer biases, not one less", () => {
  const query = "framework=paddle&input=64&layers=LSTM(32,bias=false)";
  assert.equal(difference(query, "pytorch").said, "PyTorch prints 12,288, 256 fewer: fewer biases, 32 × 4 × 2.");
  assert.match(difference(query, "pytorch").why, /^PaddlePaddle keeps both biases/);
});

test("a gate that only forgets is not said to reset, and a block that nothing uses has a name", () => {
  const why = (/** @type {string} */ query, /** @type {Step["kind"]} */ kind) => one(query, kind).en.why;
  assert.match(why("framework=flax_linen&input=64&layers=MGU(32)", "matrices"), /forgets and resets at once/);
  assert.match(why("framework=flax_linen&input=64&layers=MGU(32,reset_gate=false)", "matrices"), /it only forgets/);
  assert.equal(
    one("framework=flux&input=64&layers=GRU(32,reset_after=false)", "unused").en.sentence,
    "Wh also holds a block for the candidate, which the forward pass never uses.",
  );
  assert.match(
    why("framework=mlx&input=64&layers=GRU(32)", "biases"),
    /^One for each of the three matrices, and a second one/,
  );
});

test("a number of matrices is not said instead of the same one", () => {
  const words = (/** @type {string} */ here) =>
    otherCellWords({ cell: "GRU", matrices: "3", here, first: true, alone: true }, english);
  assert.equal(words("3"), "A GRU of these sizes has × 3: ");
  assert.equal(words("4"), "A GRU of these sizes has × 3 instead of × 4: ");
});

test("what does not differ by its matrices alone is not said to", () => {
  const alone = (/** @type {string} */ query, /** @type {string} */ total) =>
    differsByMatrices(engine.explain(query), "LSTM", { total, matrices: "3" });
  assert.ok(alone("input=64&layers=LSTM(32)", "9312"), "12416 × 3 / 4");
  assert.ok(alone("input=64&layers=LSTM(32),Dense(10)", "9642"), "and the same Dense, 330");
  // Keras keeps a second bias of a GRU, 96.
  assert.ok(!alone("framework=keras&input=64&layers=LSTM(32)", "9408"));
  const keras = { cell: "GRU", matrices: "3", here: "4", first: true, alone: false };
  assert.equal(otherCellWords(keras, english), "A GRU of these sizes: ");
  assert.equal(otherCellWords({ ...keras, first: false }, english), "A GRU: ");
});

test("what several frameworks lack is what they do", () => {
  const said = (/** @type {string} */ query) =>
    refusalsOf(engine.explain(query), engine.compare(query))
      .filter(({ ids }) => ids.length > 1)
      .map((one) => refusalWords(one, catalog, catalog.frameworks[0].words, english));
  const gru = (/** @type {string} */ value) => `framework=keras&input=64&layers=GRU(32,reset_after=${value})`;
  const [before, ...others] = said(gru("true")).filter((text) => text.startsWith("The notes"));
  assert.deepEqual(others, []);
  assert.match(before, /^The notes, TensorFlow 1, Haiku, CNTK, Core ML(, .+)? and [^,]+: no total for this model, /);
  assert.match(before, /, for their GRU's reset gate comes before the matrix\.$/);
  assert.match(said(gru("0")).join(" "), /^PyTorch, .*, for their GRU's reset gate comes after the matrix\./);
  const merged = "framework=keras&input=64&layers=Bidirectional(LSTM(3),merge_mode=sum)";
  assert.match(said(merged)[0], /for here their two directions are concatenated\.$/);
});

test("an article fits the number behind it", () => {
  for (const [units, words] of Object.entries({
    8: "an 8",
    11: "an 11",
    18: "an 18",
    80: "an 80",
    7: "a 7",
    110: "a 110",
  }))
    assert.match(one(`input=3&layers=Dense(${units})`, "matrix").en.why, new RegExp(`: ${words} × 4 matrix`));
});

test("what no layer of a framework has is said to stand for several", () => {
  const said = (/** @type {string} */ query) =>
    shorthandsOf(engine.explain(query), catalog).map((one) => shorthandWords(one, english));
  assert.deepEqual(
    said("framework=equinox&input=64&layers=LSTM(32,num_layers=2,bidirectional=true),Bidirectional(LSTM(3))"),
    [
      "Equinox has no LSTM with num_layers: here that means as many layers, one on top of the other.",
      "Equinox has no LSTM that reads in both directions: here that means two of them, one for each direction.",
    ],
  );
  const both = catalog.frameworks.filter(
    ({ id }) => said(`framework=${id}&input=64&layers=Bidirectional(LSTM(32))`).length > 0,
  );
  const ids = both.map(({ id }) => id).sort();
  assert.deepEqual(ids, "candle cntk equinox flux haiku lasagne mlx sonnet tinygrad".split(" "));
  for (const id of ["pytorch", "mxnet", "paddle", "notes"])
    assert.deepEqual(said(`framework=${id}&input=64&layers=LSTM(32,num_layers=2,bidirectional=true)`), [], id);
  assert.deepEqual(said("framework=equinox&input=64&layers=LSTM(32),LSTM(32)"), []);
  assert.match(said("framework=matlab&input=64&layers=GRU(32,bidirectional=true)")[0], /^MATLAB has no GRU that reads/);
});

test("names keep their letters, and plurals their verbs", () => {
  const headline = (/** @type {string} */ query) => headlineWords(engine.explain(query), catalog, english);
  assert.equal(headline("framework=cudnn&input=64&layers=LSTM(32)"), "CuDNNLSTM, 64 → 32, as CuDNN layers count");
  assert.match(headline("framework=tf1&layers=Embedding(10,4)"), /^embedding_lookup, /);
  assert.match(
    headline("framework=keras&input=8&layers=Bidirectional(LSTM(4))"),
    /^Bidirectional LSTM, 8 → 4 \+ 4, as Keras counts$/,
  );
  const matlab = "framework=matlab&input=8&layers=LSTM(4,bidirectional=true)";
  assert.equal(headline(matlab), "bilstmLayer, 8 → 4 + 4, as MATLAB counts");
  const norm = engine.explain("framework=tf1&input=64&layers=LayerNormalization(),LSTM(2)");
  assert.match(layerTitle(norm, 0, catalog, english), /^Layer 1: layer_norm, 64$/);
  const keras = "framework=keras&input=64&layers=LSTM(32)";
  assert.match(difference(keras, "cudnn").said, /^CuDNN layers print 12,544, /);
  const answer = engine.explain("framework=cudnn&input=64&layers=LSTM(32)");
  const comparisons = engine
    .compare("framework=cudnn&input=64&layers=LSTM(32)")
    .filter(({ framework }) => /^(notes|keras)$/.test(framework));
  const [found] = differencesOf(answer, comparisons, catalog);
  assert.match(differenceWords(found, catalog, english), /where CuDNN layers keep two\.$/);
});

test("what can read in both directions is what the catalog says", () => {
  const { problems } = engine.explain("input=64&layers=Bidirectional(Dense(4))");
  const words = problemWords(problems[0], catalog, undefined, english);
  assert.equal(
    words,
    "Only LSTM, GRU, RNN, MGU, ConvLSTM1D, ConvLSTM2D, ConvLSTM3D and NAS can read in both directions.",
  );
  assert.deepEqual(engine.explain("framework=flax_linen&input=64&layers=Bidirectional(MGU(4))").problems, []);
});

test("a plain cell is one without gates; options that are compared are the catalog's", () => {
  const other = (/** @type {string} */ cell, /** @type {string} */ matrices) =>
    otherCellWords({ cell, matrices, here: "4", first: true, alone: true }, english);
  assert.match(other("RNN", "1"), /A plain RNN of these sizes has × 1 instead of × 4/);
  assert.match(other("GRU", "3"), /A GRU of these sizes has × 3/);
  const texts = { framework: "notes", input: "64", timesteps: "", layers: "GRU(32)", budget: "" };
  const layers = takeApart(texts.layers, engine.explain(encode(texts)).written);
  const variants = variantsOf({ texts, layers, catalog, engine }).map(({ option, text }) => `${option}=${text}`);
  assert.deepEqual(variants.sort(), ["bias=false", "reset_after=false", "reset_after=true"]);
});

test("one matrix is not told as several, and the picture's words are its parts", () => {
  for (const query of queries) {
    const answer = engine.explain(query);
    const layer = fullLayer(answer.layers, 0);
    const drawing = drawingOf(layer, 0);
    if (!drawing) continue;
    const [en, hi] = [english, hindi].map((m) => drawingWords(drawing, m));
    if (layer.rule.matrices === "1" && layer.gates.length > 0) assert.doesNotMatch(hi.split(";")[0], /हर एक में/, query);
    if (layer.gates.length > 1) assert.ok(en.includes(`${layer.rule.matrices} weight matrices`), `${query}: ${en}`);
    const [block] = drawingSaid(drawing);
    if (!("columns" in block && "units" in block)) continue;
    const matrices = Number("matrices" in block ? block.matrices : layer.rule.matrices);
    const areas = block.columns.map(
      ({ width, only }) => Number(width) * Number(block.units) * (only.length > 0 ? only.length : matrices),
    );
    assert.equal(String(areas.reduce((sum, area) => sum + area, 0)), block.count, `${query}: ${en}`);
  }
});

test("a projection is narrower where it is", () => {
  const answer = engine.explain("framework=tf1&input=64&layers=LSTM(32,proj_size=16)");
  const facts = factsOf(answer, 0, catalog);
  const step = facts.layer.steps.find(({ kind }) => kind === "projection") ?? assert.fail();
  assert.match(stepWords(step, facts, english).sentence, /^One more matrix makes the output narrower/);
  for (const width of ["32", "48"]) {
    const wide = stepWords(step, { ...facts, previous: width }, english);
    assert.equal(wide.sentence, `One more matrix turns the output into ${width} numbers before it is passed on.`);
    assert.doesNotMatch(wide.why, /smaller/);
  }
});

test("a matrix without a second bias has no such column in the picture's words", () => {
  const answer = engine.explain("framework=flax_linen&input=7&layers=MGU(7)");
  const drawing = drawingOf(fullLayer(answer.layers, 0), 0) ?? assert.fail();
  assert.match(drawingWords(drawing, english), /1 \(bias\), 1 \(second bias, in n only\)\. Area 217\.$/);
});

test("a framework's reason does not stand beside a total without biases", () => {
  const texts = { framework: "tf1", input: "64", timesteps: "", layers: "LSTM(32,proj_size=3)", budget: "" };
  const query = encode(texts);
  const answer = engine.explain(query);
  const layers = takeApart(texts.layers, answer.written);
  const rows = totalsOf({ texts, layers, catalog, engine, answer, comparisons: engine.compare(query) });
  const alone = rows.find(({ counters }) => counters.length === 1 && counters[0].text === "false");
  assert.deepEqual([alone?.counters[0].framework, alone?.reason], ["pytorch", ""]);
});
