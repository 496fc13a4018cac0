// What fast-check makes up, asked of the built core and done to the state of an element: nothing throws, and what is always so is so. What it
// finds it makes as short as it can, and says the seed by which it comes again: SEED=… node --test tests/web/at_random.test.js
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { after, initial, presentOf, queryOf, questionOf } from "../../web/element/state.js";
import { load, loadQuestions } from "../../web/engine.js";

const engine = await load();
const questions = await loadQuestions();
const catalog = engine.catalog();

/** The same each time, unless another one is asked for. */
const seed = Number(process.env.SEED ?? 20);
const runs = Number(process.env.RUNS ?? 300);

/** @template Ts @param {fc.IRawProperty<Ts>} property @param {number} [share] of the runs */
const holds = (property, share = 1) => fc.assert(property, { seed, numRuns: Math.ceil(runs * share) });

const anything = fc.string({ unit: "binary", maxLength: 200 });

/** Pieces of what people write, in any order. */
const words = [
  ...catalog.frameworks.map(({ id }) => `framework=${id}&`),
  ...catalog.layers.flatMap(({ names }) => names.slice(0, 2)),
  ...[
    "input=",
    "layers=",
    "timesteps=",
    "&",
    "(",
    ")",
    ",",
    "=",
    "?",
    " ",
    "\n",
    "64",
    "32",
    "0",
    "1.5",
    "-1",
    "9007199254740993",
  ],
  ...[
    "Bidirectional(",
    "TimeDistributed(",
    "num_layers=2",
    "return_sequences=True",
    "bidirectional=True",
    "(2, 3)",
    "None",
    '"same"',
  ],
  ...[
    "model.add(",
    "nn.",
    "self.a = ",
    "# ",
    "import ",
    "print(model)",
    "_________",
    "Param #",
    "Total params: 12,416",
    "weight_ih_l0",
    "[128, 64]",
  ],
];
const almost = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...words) }, anything), { maxLength: 24 });
const text = fc.oneof(
  anything,
  almost.map((pieces) => pieces.join("")),
);

const size = fc.integer({ min: 1, max: 3000 });
/** Models that count, in the frameworks that have all of this. */
const layer = fc.oneof(
  fc.tuple(fc.constantFrom("LSTM", "GRU", "RNN"), size).map(([cell, units]) => `${cell}(${units})`),
  fc.tuple(fc.constantFrom("LSTM", "GRU", "RNN"), size).map(([cell, units]) => `Bidirectional(${cell}(${units}))`),
  size.map((units) => `Dense(${units})`),
  fc.constant("LayerNormalization()"),
);
const model = fc
  .tuple(fc.constantFrom("keras", "pytorch"), size, fc.array(layer, { minLength: 1, maxLength: 5 }))
  .map(([framework, input, layers]) => `framework=${framework}&input=${input}&layers=${layers.join(", ")}`);

/** @param {readonly { total: string }[]} layers */
const sum = (layers) => layers.reduce((all, { total }) => all + BigInt(total), 0n);

/** @param {string} query @param {import("../../web/engine.js").Answer} answer */
function sound(query, answer) {
  if (answer.problems.length > 0) {
    assert.equal(answer.total, "");
    assert.equal(answer.query, query);
    for (const { key, start, end } of answer.problems)
      assert.ok(0 <= start && start <= end && end <= Math.max(answer.fields[key]?.length ?? 0, query.length));
    return;
  }
  assert.equal(BigInt(answer.total), sum(answer.layers));
  assert.equal(BigInt(answer.total), BigInt(answer.trainable) + BigInt(answer.frozen));
  assert.equal(answer.steps.at(-1)?.value, answer.total);
  const again = engine.explain(answer.query);
  assert.deepEqual([again.query, again.total], [answer.query, answer.total]);
}

test("any text gets a sound answer", () => {
  holds(fc.property(text, (query) => sound(query, engine.explain(query))));
});

test("models count, in their canonical form as well", () => {
  holds(
    fc.property(model, (query) => {
      const answer = engine.explain(query);
      assert.deepEqual(answer.problems, []);
      sound(query, answer);
    }),
  );
});

/** What is neither a blank nor a control character. @param {string} text */
const lettersOf = (text) => text.replaceAll(/[\0- ]/g, "");

test("any text is read to its last letter, and what is read of it is a question to the core", () => {
  holds(
    fc.property(text, (pasted) => {
      const reading = questions.read(pasted);
      let end = 0;
      for (const piece of reading.pieces) {
        assert.ok(piece.start >= end && piece.end > piece.start, "pieces are in order, and none is in another");
        assert.equal(lettersOf(pasted.slice(end, piece.start)), "", "no letter is left out");
        end = piece.end;
      }
      assert.equal(lettersOf(pasted.slice(end)), "");
      sound(reading.query, engine.explain(reading.query));
      for (const { query } of reading.choices) sound(query, engine.explain(query));
    }),
  );
});

test("the right number is right, and what explains another one comes to it", () => {
  holds(
    fc.property(model, fc.oneof(fc.bigInt({ min: 1n, max: 2n ** 63n }).map(String), text), (query, got) => {
      const { total } = engine.explain(query);
      assert.deepEqual(
        questions.diagnose(query, total).findings.map(({ ids }) => ids),
        [[]],
      );
      const { about, number, most, findings } = questions.diagnose(query, got);
      for (const { value } of findings) assert.ok(BigInt(value) >= BigInt(number) && BigInt(value) <= BigInt(most));
      if (!about) assert.equal(number, most);
    }),
    0.5,
  );
});

test("a budget is kept, and one more would not keep it", () => {
  holds(
    fc.property(
      model,
      fc.constantFrom("LSTM(?)", "GRU(?)", "Dense(?)"),
      fc.oneof(size, anything),
      (query, last, budget) => {
        const { problems, answers } = questions.solve(`${query}, ${last}&budget=${encodeURIComponent(budget)}`);
        assert.equal(problems.length === 0, answers.length > 0);
        for (const { query: found, total, next } of answers) {
          assert.equal(engine.explain(found).total, total);
          assert.ok(BigInt(total) <= BigInt(budget) && (next === "" || BigInt(next) > BigInt(budget)));
        }
      },
    ),
  );
});

test("any model can be an exercise, whose numbers are those of its derivation", () => {
  holds(
    fc.property(model, anything, fc.constantFrom("ideas", "values", "total"), (query, seed, kind) => {
      const made = questions.exercise(query, { seed, kind: /** @type {"ideas"} */ (kind) });
      const answer = engine.explain(made.query);
      assert.notEqual(answer.total, "");
      assert.ok(made.blanks.length > 0);
      for (const { ref, token, value } of made.blanks) {
        const step = ref.split(".").reduce((/** @type {any} */ at, key) => at[key], answer);
        if (token === -1) assert.equal(value, step.value);
      }
    }),
  );
});

/** What a reader does. */
const act = fc.oneof(
  fc.record({ kind: fc.constant("change"), texts: fc.record({ input: text, layers: text }, { requiredKeys: [] }) }),
  fc.record({ kind: fc.constant("link"), query: fc.oneof(model, text) }),
  fc.record({ kind: fc.constantFrom("empty", "leave", "refuse"), field: fc.constantFrom("input", "layers") }),
  fc.record({ kind: fc.constant("show"), what: anything }),
  fc.record({ kind: fc.constant("unfold"), section: anything, open: fc.boolean() }),
  fc.record({ kind: fc.constant("turn"), layer: fc.nat({ max: 5 }) }),
  fc.record({ kind: fc.constant("fill"), path: anything, text: anything }),
  fc.record({ kind: fc.constant("check"), path: anything }),
  fc.record({
    kind: fc.constant("pace"),
    by: fc.constantFrom("next", "back", "all", "leave"),
    of: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ kind: fc.constant("present"), at: fc.oneof(fc.constantFrom("", "true", "all", "3"), anything) }),
);

test("whatever is done, the fields keep what was typed, and each state says the same model to the core and in its link", () => {
  holds(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      let state = initial;
      for (const one of acts) {
        const act = /** @type {import("../../web/element/state.js").Act} */ (one);
        state = after(Object.freeze(state), act);
        const answer = engine.explain(questionOf(state));
        state = after(state, { kind: "answered", answer, typing: false });
        assert.deepEqual(engine.explain(queryOf(state)).total, answer.total);
        if (act.kind === "change")
          for (const [field, typed] of Object.entries(act.texts))
            assert.equal(state.texts[/** @type {"input"} */ (field)], typed);
        assert.match(presentOf(state), /^(|all|[1-9][0-9]*)$/);
      }
    }),
    0.3,
  );
});
