// What is written is read back: the code that checks a model, and the list of its tensors, to the layers they were written of.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { decode } from "../../web/border/query.js";
import { loadQuestions, loadShared } from "../../web/engine.js";
import { codeFor } from "../../web/export/code.js";
import { documentOf, formats, layerFormats } from "../../web/export/formats.js";
import { languages } from "../../web/messages/languages.js";
import { offeredQueries, randomQueries, referenceQueries } from "./models.js";
import { allWordsOf, english } from "./words.js";

/** @typedef {import("../../web/engine.js").Answer} Explanation */

const engine = await loadShared();
const { read } = await loadQuestions();
const catalog = engine.catalog();
const frameworks = /** @type {const} */ (["keras", "pytorch", "tfjs"]);

/** Models of a framework, those that the catalog offers, those that it counted itself, and seeded ones. @param {string} framework @param {number} random */
const modelsOf = (framework, random) =>
  [...offeredQueries(catalog), ...referenceQueries(), ...randomQueries(catalog, framework, random, 2024)]
    .filter((query) => query.startsWith(`framework=${framework}&`))
    .map((query) => engine.explain(query))
    .filter((model) => model.total !== "" && isOfOneRank(model));

/** Whether its layers read the same number of axes; what reads both sequences and pictures is no model. @param {Explanation} model */
function isOfOneRank({ layers }) {
  const full = layers.map((layer) => (layer.like < 0 ? layer : layers[layer.like]));
  const pictures = full.some((layer) => "window" in layer && (layer.window.length > 1 || /ConvLSTM/.test(layer.cell)));
  return !pictures || full.every((layer) => !/PReLU|Normalization/.test(layer.cell));
}

/** The layers that keep numbers: kind, widths, and the tensors in their order; of a repeated one those of the one it repeats. @param {Explanation} model */
const layersOf = ({ layers }) =>
  layers
    .filter(({ total }) => total !== "0")
    .map((layer) => {
      const { cell, units, input, output, total, trainable } = layer;
      const like = layer.like < 0 ? layer : layers[layer.like];
      const tensors = like.weights.map((weight) => `${weight.name} ${"shape" in weight ? weight.shape : ""}`);
      return { cell, units, input, output, total, trainable, tensors };
    });

/** Whether nothing that comes in is said: a first layer of PyTorch that does not tell how wide what it reads is. @param {Explanation} model */
const inputIsOpen = ({ problems }) => problems.some(({ key, code }) => key === "input" && code === "missing");

for (const framework of frameworks)
  test(`the code that checks a model of ${framework} is read back to it`, (context) => {
    const models = modelsOf(framework, 1500);
    let [codes, same, open] = [0, 0, 0];
    for (const model of models) {
      const written = codeFor(decode(model.query, catalog.keys), engine.explain, catalog);
      const code = written.find((one) => one.framework === framework)?.code ?? "";
      if (code === "") continue;
      codes += 1;
      const reading = read(code);
      const again = engine.explain(reading.query);
      const unknown = reading.pieces.filter(({ kind }) => kind === "unknown");
      assert.deepEqual(unknown, [], code);
      if (inputIsOpen(again) && framework === "pytorch") {
        open += 1;
        continue;
      }
      // A program has no place for a width that is said of a layer without weights.
      const widths = (/** @type {Explanation} */ { layers }) => layers.map(({ input }) => input).join();
      if (/input_dim/.test(model.query) && widths(again) !== widths(model)) continue;
      assert.deepEqual(layersOf(again), layersOf(model), `${model.query}\n${code}\n${reading.query}`);
      const told = reading.problems.filter(
        (problem) => problem.code !== "reads_other" || !/input_dim/.test(model.query),
      );
      assert.deepEqual(told, [], code);
      if (again.query === model.query) same += 1;
    }
    context.diagnostic(
      `${codes} codes of ${models.length} models; ${same} to the same query, ${open} without an input`,
    );
    // A pooling layer, say, does not tell how wide what it reads is.
    assert.ok(codes > 800 && open < codes / 8, `${codes} codes, ${open} without an input`);
  });

/** The tensors of a model, each with its name and its shape. @param {Explanation} model */
const tensorsOf = ({ layers }) =>
  layers.flatMap(({ like, weights, origin, directions }, place) =>
    layers[like < 0 ? place : like].weights.flatMap((weight, index) =>
      "shape" in weight
        ? [{ name: weights[index].name, shape: weight.shape, place, origin, directions, direction: weight.direction }]
        : [],
    ),
  );

/** Names as a framework writes them: of which layer a tensor is, in a model whose layers have names that say nothing. */
const written = {
  /** @param {ReturnType<typeof tensorsOf>[number]} tensor */
  pytorch: ({ name, shape, origin }) => `part_${origin}.${name}  torch.Size([${shape.join(", ")}])`,
  /** @param {ReturnType<typeof tensorsOf>[number]} tensor */
  keras: ({ name, shape, place, directions, direction }) =>
    `part_${place}/${directions === "2" ? `${direction}_rnn/` : ""}${name} (${shape.join(", ")}${shape.length === 1 ? "," : ""})`,
};

for (const framework of /** @type {const} */ (["keras", "pytorch"]))
  test(`the tensors of a model of ${framework} are read back to as many of the same names and shapes, or told`, (context) => {
    const models = modelsOf(framework, 600).filter((model) => tensorsOf(model).length > 0);
    let [alike, told] = [0, 0];
    for (const model of models) {
      const text = tensorsOf(model).map(written[framework]).join("\n");
      const { query, problems, pieces, choices } = read(text);
      const again = engine.explain(query);
      const named = (/** @type {Explanation} */ one) => tensorsOf(one).map(({ name, shape }) => `${name} ${shape}`);
      // What has names of its own, or more axes than any layer known here, is said to be unknown.
      if (problems.length > 0 || pieces.some(({ kind }) => kind === "unknown")) {
        assert.match(model.query, /Custom|axis=\(|axis=None|LayerNormalization\(input_dim=\(|tied=|PReLU/, text);
        told += 1;
        continue;
      }
      assert.deepEqual(named(again), named(model), `${model.query}\n${text}\n${query}`);
      const kinds = (/** @type {Explanation} */ one) =>
        layersOf(one).map(({ cell, units, input }) => [cell, units, input]);
      const readings = [again, ...choices.map((choice) => engine.explain(choice.query))];
      if (readings.some((one) => isDeepStrictEqual(kinds(one), kinds(model)))) alike += 1;
    }
    context.diagnostic(
      `${models.length} lists: ${alike} to the same layers, by a choice where these are alike; ${told} told`,
    );
    assert.ok(alike > models.length * 0.85, `${alike} of ${models.length}`);
  });

test("every document and every table of the layers is read back to its query, in every language", async () => {
  const hindi = await allWordsOf(languages[1]);
  const all = catalog.frameworks.flatMap(({ id }) => modelsOf(id, 40));
  const models = all.filter(({ layers }, place) => place % 9 === 0 && layers.length < 60);
  const kinds = [...formats, ...layerFormats].map(({ id }) => id);
  models.forEach(({ query, layers }, place) => {
    for (const format of place % 10 === 0 && layers.length < 20 ? kinds : [kinds[place % kinds.length]]) {
      const text = documentOf(engine, query, format, place % 3 === 0 ? hindi : english);
      const { pieces, problems, choices, ...reading } = read(text);
      assert.equal(engine.explain(reading.query).query, query, text);
      assert.deepEqual([reading.format, problems, choices], ["query", [], []], text);
      assert.deepEqual(
        new Set(pieces.map(({ kind }) => kind)),
        new Set(pieces.length === 1 ? ["layer"] : ["ignored", "layer"]),
      );
    }
  });
  assert.ok(models.length > 200, `${models.length} models`);
});

test("of several documents the first is read, and the others are choices", () => {
  const models = ["framework=keras&input=64&layers=LSTM(32)", "framework=pytorch&input=5&layers=GRU(4)"];
  for (const format of ["markdown", "csv", "json"]) {
    const texts = models.map((query) => documentOf(engine, query, format, english));
    const { query, choices } = read(texts.join("\n"));
    assert.deepEqual([query, ...choices.map((choice) => choice.query)], models, format);
  }
});
