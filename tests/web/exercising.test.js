// Tests of what is said of an exercise: which blanks are right, which slip a wrong one suggests, hints, and that nothing is told too early.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, loadQuestions } from "../../web/engine.js";
import { languages } from "../../web/messages/languages.js";
import {
  countedIn,
  findingOf,
  hintsOf,
  idOf,
  judged,
  resultOf,
  shownSteps,
  untouched,
  withBiases,
  wrongValues,
} from "../../web/telling/exercise.js";
import {
  diagnosedTotal,
  exerciseParts,
  hintWords,
  nameOfBlank,
  slipWords,
  valueWords,
} from "../../web/telling/exercise_words.js";
import { wordsOf } from "../../web/telling/words.js";

const engine = await load();
const { exercise, diagnose } = await loadQuestions();
const catalog = engine.catalog();
const spoken = await Promise.all(
  languages.map(async (language) => {
    const words = await (await wordsOf(language)).supplements();
    const diagnosis = await (await wordsOf(language)).diagnosis();
    return { ...(await words.exercising()), diagnosis, notYet: words.exercise.notYet };
  }),
);
const [m] = spoken;

/** The notes' example of two layers: 7 units each, 10 numbers come in. */
const notes = "framework=notes&input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))";

/** @param {string} query @param {Record<string, string>} [typed] all of them entered @param {"ideas" | "values" | "total"} [kind] */
function at(query, typed = {}, kind = "ideas") {
  const { blanks: asked } = exercise(query, { kind });
  const answer = engine.explain(query);
  const progress = { ...untouched, typed, checked: Object.keys(typed) };
  return { asked, answer, blanks: judged(asked, progress, answer) };
}

/** @param {string} query @param {string} id @param {string} typed */
function finding(query, id, typed) {
  const { blanks, answer } = at(query, { [id]: typed });
  const blank = blanks.find((one) => one.id === id);
  assert.ok(blank, `${id} in ${query}`);
  return [findingOf(blank, answer, catalog).id, ...findingOf(blank, answer, catalog).ids];
}

test("a wrong answer suggests a slip", () => {
  const of = (/** @type {string} */ id, /** @type {string} */ typed) => finding(notes, id, typed);
  assert.deepEqual(of("layers.0.steps.0", "3"), ["candidate", "three_matrices"]);
  assert.deepEqual(of("layers.0.steps.0", "1"), ["one_matrix", "one_matrix"]);
  assert.deepEqual(of("layers.0.steps.0", "8"), ["both_later", "directions_twice"]);
  assert.deepEqual(of("layers.0.steps.0", "5"), ["matrices"]);
  assert.deepEqual(of("layers.0.steps.1.0", "14"), ["own_direction"]);
  assert.deepEqual(of("layers.0.steps.1.0", "10"), ["exchanged", "swapped"]);
  assert.deepEqual(of("layers.0.steps.1.0", "1"), ["all_units", "recurrent_vector"]);
  assert.deepEqual(of("layers.0.steps.1.2", "7"), ["exchanged", "swapped"]);
  assert.deepEqual(of("layers.0.steps.1.4", "0"), ["bias", "no_bias"]);
  assert.deepEqual(of("layers.0.steps.1.4", "2"), ["no_second", "second_bias"]);
  assert.deepEqual(of("layers.0.steps.1.4", "7"), ["one_unit"]);
  assert.deepEqual(of("layers.0.steps.1.4", "9"), ["biases"]);
  assert.deepEqual(of("layers.0.steps.4.0", "1"), ["one_direction", "one_direction"]);
  assert.deepEqual(of("layers.1.steps.0", "7"), ["both_on", "next_reads_units"]);
  assert.deepEqual(of("layers.1.steps.0", "28"), ["one_output", "next_reads_matrices"]);
  assert.deepEqual(of("layers.1.steps.0", "1008"), ["width_not_count"], "2 × 4 × (7 + 10 + 1) × 7");
  assert.deepEqual(of("layers.1.steps.0", "10"), ["own_width"]);
  assert.deepEqual(of("layers.1.steps.2.2", "7"), ["both_on", "next_reads_units"]);
  assert.deepEqual(of("layers.1.steps.2.2", "10"), ["first_input", "every_layer_like_the_first"]);
  assert.deepEqual(of("layers.1.steps.2.2", "x7"), ["no_number"]);
});

test("what another framework keeps, and what stands elsewhere", () => {
  const keras = "framework=keras&input=10&layers=GRU(7),Dense(3)";
  assert.deepEqual(finding(keras, "layers.0.steps.0", "2"), ["candidate", "two_matrices"]);
  assert.deepEqual(finding(keras, "layers.0.steps.0", "4"), ["as_lstm", "four_matrices"]);
  assert.deepEqual(finding(keras, "layers.0.steps.1.4", "1"), ["second_bias", "no_second_bias"]);
  assert.deepEqual(finding(keras, "layers.1.steps.1.0", "10"), ["first_input", "every_layer_like_the_first"]);
  const words = "framework=keras&layers=Embedding(1000,16),LSTM(8)";
  assert.deepEqual(finding(words, "layers.0.steps.0.0", "16"), ["exchanged"]);
  assert.deepEqual(finding(words, "layers.0.steps.0.0", "5"), ["look"]);
  const steps = "framework=keras&timesteps=20&input=10&layers=LSTM(8)";
  assert.deepEqual(finding(steps, "layers.0.steps.1.2", "20"), ["time_steps", "steps_as_input"]);
  const alike = "framework=keras&timesteps=8&input=10&layers=LSTM(8)";
  assert.deepEqual(finding(alike, "layers.0.steps.1.2", "8"), ["exchanged", "swapped"], "8 does appear: 8 units");
  const scaled = "framework=keras&input=10&layers=LayerNormalization()";
  assert.deepEqual(finding(scaled, "layers.0.steps.0.0", "5"), ["kind"], "a scale and a shift stand in no model");
});

test("two numbers that have changed places are told so", () => {
  const { blanks, answer } = at(notes, { "layers.1.steps.2.0": "14", "layers.1.steps.2.2": "7" });
  const found = blanks.filter(({ typed }) => typed !== "").map((blank) => findingOf(blank, answer, catalog));
  assert.deepEqual(found, [
    { id: "places", ids: ["swapped"] },
    { id: "places", ids: ["swapped"] },
  ]);
  const words = "framework=keras&layers=Embedding(1000,16),LSTM(8)";
  const table = at(words, { "layers.0.steps.0.0": "16", "layers.0.steps.0.2": "1000" });
  assert.deepEqual(findingOf(table.blanks[0], table.answer, catalog), { id: "places", ids: [] });
});

test("two layers with units of their own: what the second one has is told from what it reads", () => {
  const own = "framework=keras&input=12&layers=Bidirectional(LSTM(5)),LSTM(14),Dense(6)";
  assert.deepEqual(finding(own, "layers.1.steps.0", "14"), ["next_units"]);
  assert.deepEqual(finding(own, "layers.1.steps.0", "5"), ["both_on", "next_reads_units"]);
  assert.deepEqual(finding(own, "layers.1.steps.2.2", "14"), ["own_units", "swapped"]);
  assert.deepEqual(finding(own, "layers.1.steps.2.2", "5"), ["both_on", "next_reads_units"]);
  assert.deepEqual(finding(own, "layers.1.steps.2.2", "12"), ["first_input", "every_layer_like_the_first"]);
  assert.deepEqual(finding(own, "layers.2.steps.1.0", "6"), ["own_units", "swapped"]);
});

test("a blank is judged when it is left, entered or rests, not while it is typed; however its digits are grouped", () => {
  const verdict = (/** @type {string} */ typed, /** @type {boolean} */ entered) => {
    const { asked, answer } = at(notes);
    const progress = {
      ...untouched,
      typed: { "layers.1.steps.0": typed },
      checked: entered ? ["layers.1.steps.0"] : [],
    };
    return judged(asked, progress, answer).find(({ id }) => id === "layers.1.steps.0")?.verdict;
  };
  assert.deepEqual(
    ["7", "15", "14"].map((typed) => verdict(typed, false)),
    ["open", "open", "open"],
  );
  assert.deepEqual(
    ["", " ", "7", "14", " १४", "1,4", "148"].map((typed) => verdict(typed, true)),
    ["open", "open", "wrong", "right", "right", "right", "wrong"],
  );
});

test("a wrong number that is carried forward counts, and what it comes from does not", () => {
  const { blanks } = at(notes, {
    "layers.1.steps.0": "7",
    "layers.1.steps.2.2": "7",
    "layers.0.steps.0": "3",
    "layers.1.steps.1": "3",
  });
  const verdicts = Object.fromEntries(blanks.map(({ id, verdict }) => [id, verdict]));
  assert.equal(verdicts["layers.1.steps.0"], "wrong");
  assert.equal(verdicts["layers.1.steps.2.2"], "carried");
  assert.equal(verdicts["layers.0.steps.0"], "wrong");
  assert.equal(verdicts["layers.1.steps.1"], "carried", "the same slip counts once");
  const again = blanks.filter((one) => one.again).map(({ id }) => id);
  assert.deepEqual(again, ["layers.1.steps.1"], "a matrix does not follow from one further up; what is read does");
  assert.deepEqual(resultOf(blanks), { blanks: 11, right: 2, hints: 0, done: false });
  const alike = at("framework=notes&input=14&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))", {
    "layers.0.steps.1.2": "7",
    "layers.1.steps.0": "7",
    "layers.1.steps.2.2": "7",
  }).blanks.find(({ id }) => id === "layers.1.steps.2.2");
  assert.equal(alike?.again, false, "it follows from what is handed on, whatever layer 1 reads");
  const other = at(notes, { "layers.0.steps.1.2": "3", "layers.1.steps.2.2": "3" }).blanks;
  assert.equal(
    other.find(({ id }) => id === "layers.1.steps.2.2")?.verdict,
    "wrong",
    "10 and 14 are not the same thing",
  );
});

test("what counted by a number further up counts on once that one changes, and is asked for again", () => {
  const wrong = {
    "layers.0.steps.0": "3",
    "layers.1.steps.0": "7",
    "layers.1.steps.1": "3",
    "layers.1.steps.2.2": "7",
  };
  const counted = countedIn(at(notes, wrong).blanks);
  assert.deepEqual(counted, { "layers.1.steps.1": "3", "layers.1.steps.2.2": "7" });
  const after = (/** @type {Record<string, string>} */ typed) => {
    const { asked, answer } = at(notes);
    const all = { ...wrong, ...typed };
    const blanks = judged(asked, { ...untouched, typed: all, checked: Object.keys(all), counted }, answer);
    const of = Object.fromEntries(blanks.map(({ id, verdict, again }) => [id, `${verdict}${again ? " again" : ""}`]));
    return { of, right: resultOf(blanks).right, done: resultOf(blanks).done };
  };
  assert.equal(after({}).right, 2);
  const mended = after({ "layers.1.steps.0": "14", "layers.0.steps.0": "4" });
  assert.equal(mended.of["layers.1.steps.2.2"], "outdated");
  assert.equal(mended.of["layers.1.steps.1"], "outdated again");
  assert.deepEqual([mended.right, mended.done], [4, false], "two are mended, and nothing is taken back");
  assert.equal(after({ "layers.1.steps.0": "28" }).of["layers.1.steps.2.2"], "outdated", "changed, and wrong again");
  const other = after({ "layers.1.steps.0": "14", "layers.1.steps.2.2": "10" });
  assert.equal(other.of["layers.1.steps.2.2"], "wrong", "another number is a new answer");
  assert.equal(after({ "layers.1.steps.0": "14", "layers.1.steps.2.2": "14" }).of["layers.1.steps.2.2"], "right");
});

test("hints: a sentence, then a part where there is one", () => {
  const { blanks, answer } = at(notes);
  const hints = (/** @type {string} */ id) => {
    const blank = blanks.find((one) => one.id === id);
    assert.ok(blank);
    return hintsOf(blank, answer, catalog);
  };
  assert.deepEqual(hints("layers.0.steps.0"), [{ id: "matrices" }, { id: "part", formula: "3 + □" }]);
  assert.deepEqual(hints("layers.1.steps.0"), [{ id: "both_on" }, { id: "part", formula: "7 + □" }]);
  assert.deepEqual(hints("layers.0.steps.1.0"), [{ id: "previous" }]);
  assert.deepEqual(hints("layers.1.steps.2.2"), [{ id: "before" }]);
  assert.deepEqual(hints("layers.0.steps.1.4"), [{ id: "bias" }]);
  const total = at("framework=notes&input=10&layers=LSTM(7)", {}, "total");
  assert.deepEqual(hintsOf(total.blanks[0], total.answer, catalog), [
    { id: "formula", formula: "[(num_units + input_dim + 1) × num_units] × 4" },
  ]);
  // 4 × 7 × (10 + 7 + 1) of the first of two
  const several = at("framework=notes&input=10&layers=LSTM(7),LSTM(5)", {}, "total");
  assert.deepEqual(hintsOf(several.blanks[0], several.answer, catalog), [
    { id: "layers" },
    { id: "first_layer", total: "504" },
  ]);
});

test("each thing that is asked for has a name of its own", () => {
  for (const query of [
    notes,
    "framework=keras&input=64&layers=MultiHeadAttention(4,16)",
    "framework=pytorch&input=64&layers=MultiheadAttention(4)",
    "framework=keras&input=64&timesteps=9&layers=SeparableConv1D(8,3), PReLU()",
  ]) {
    const { blanks, answer } = at(query);
    const names = new Set(blanks.map((blank) => nameOfBlank(blank, { answer, blanks }, m)));
    assert.equal(names.size, blanks.length, query);
    for (const name of names) assert.ok(!name.includes(m.step.other), `${query}: ${name}`);
  }
});

test("it is done when all are right, whoever found them", () => {
  const { asked, answer } = at(notes);
  const typed = Object.fromEntries(asked.map((blank) => [idOf(blank), blank.value]));
  const given = [idOf(asked[0])];
  const checked = Object.keys(typed);
  const blanks = judged(asked, { ...untouched, typed, checked, hints: { [given[0]]: 2 }, given }, answer);
  assert.deepEqual(resultOf(blanks), { blanks: 11, right: 10, hints: 2, done: true });
  assert.equal(m.done({ count: 11, right: 10, hints: 2 }), "Done: 10 of 11, 1 shown, 2 hints.");
  assert.equal(m.done({ count: 6, right: 6, hints: 1 }), "Done: 6 of 6, one hint.");
});

test("the total: a slip in one sentence, and never the right number", () => {
  const query = "framework=notes&input=10&layers=LSTM(7)";
  const { answer } = at(query, {}, "total");
  const said = (/** @type {string} */ number) => diagnosedTotal(diagnose(query, number), answer, catalog, m);
  assert.deepEqual(said("378"), {
    ids: ["three_matrices"],
    sentence:
      "That can come out with three weight matrices in each recurrent layer. Every gate has a weight matrix of its own, and so has the candidate.",
  });
  // 4 × 7 × (10 + 7 + 2), as PyTorch's nn.LSTM prints it
  assert.deepEqual(said("532"), {
    ids: ["second_bias"],
    sentence:
      "That can come out with two bias vectors for each matrix. Here the two biases would only be added to each other, so fewer are kept. So PyTorch and others count.",
  });
  assert.match(said("476").sentence, / Each unit has a bias in every matrix, too\.$/);
  assert.equal(said("499").sentence, "Not yet.");
  assert.deepEqual(said("5040"), {
    ids: ["time_steps"],
    sentence: "All time steps share their weights: nothing is multiplied by their number.",
  });
  // 4 × 7 × 10 × (10 + 9): the reading of 4(nm + n²) with 10 for n, 9 time steps for m, times 7 units.
  assert.deepEqual(said("5320"), {
    ids: ["formula_times_units"],
    sentence:
      "That takes the letters of the formula for other numbers: n is the units, m the inputs, and the time steps do not enter.",
  });
  for (const words of spoken)
    for (const number of ["378", "532", "476", "126", "5040", "540", "50", "505", "252", "308"])
      assert.ok(!diagnosedTotal(diagnose(query, number), answer, catalog, words).sentence.includes("504"), number);
});

/** The numbers that stand in a text. @param {string} text */
const numbersIn = (text) => (text.replace(/,(?=\d{3})/g, "").match(/\d+/g) ?? []).map(String);

test("no title, name, sentence or formula tells what is still to be found", () => {
  for (const query of [
    notes,
    "framework=keras&input=11&layers=Bidirectional(GRU(5)),LSTM(6),Dense(13)",
    "framework=pytorch&layers=LSTM(19,23,num_layers=3,bidirectional=True),Linear(46,3)",
    "framework=keras&timesteps=21&layers=Embedding(1000,16),Conv1D(8,3),Bidirectional(GRU(9)),BatchNormalization(),Dense(3)",
    "framework=tf1&input=10&layers=LSTM(7,peepholes=true,proj_size=3)",
  ]) {
    const { answer, asked } = at(query);
    const own = new Set(numbersIn(`${query} ${answer.query}`));
    // What the layers' own numbers are: places, and the 1 of "layer 1".
    for (let place = 0; place <= answer.layers.length; place++) own.add(String(place));
    for (const words of spoken)
      for (let found = 0; found <= asked.length; found++) {
        const typed = Object.fromEntries(asked.slice(0, found).map((blank) => [idOf(blank), blank.value]));
        const blanks = judged(asked, { ...untouched, typed }, answer);
        const left = blanks.filter(({ verdict }) => verdict !== "right");
        const secret = new Set(left.map(({ value }) => value).filter((value) => !own.has(value)));
        for (const { value, verdict } of blanks) if (verdict === "right") secret.delete(value); // it stands there
        if (left.length > 0) secret.add(answer.total);
        const texts = exerciseParts({ answer, blanks }, words).flatMap(({ title, steps }) => [
          title,
          ...steps.flatMap(({ words, pieces, end }) => [
            words?.text ?? "",
            ...pieces.map((piece) => ("kind" in piece ? piece.text : "")),
            typeof end === "string" ? end : "",
          ]),
        ]);
        const asking = left.filter(
          ({ value }) => !blanks.some((one) => one.verdict === "right" && one.value === value),
        );
        const names = left.map((blank) => nameOfBlank(blank, { answer, blanks }, words));
        const first = asking.flatMap((blank) => [hintWords({ ...blank, hints: 1 }, answer, catalog, words)]);
        const slips = left.map((blank) => slipWords(findingOf({ ...blank, typed: "3" }, answer, catalog), words));
        for (const text of [...texts, ...first, ...slips])
          for (const number of numbersIn(text)) assert.ok(!secret.has(number), `${number} in "${text}" of ${query}`);
        assert.equal(new Set(names).size, names.length, "each has a name of its own");
      }
  }
});

test("matrices stand in words only once they are right: the hint would say no more", () => {
  const matrices = (/** @type {Record<string, string>} */ typed) => {
    const { blanks, answer } = at(notes, typed);
    return shownSteps(answer.layers[0].steps, "layers.0.steps.", blanks, new Set())[0].words?.text;
  };
  assert.equal(matrices({ "layers.0.steps.0": "3" }), undefined);
  assert.equal(matrices({ "layers.0.steps.0": "4" }), "gates + candidate");
});

test("what is said of a wrong answer is one sentence", () => {
  for (const { slip, carried, outdated } of spoken)
    for (const sentence of [slip, carried, outdated].flatMap((said) => Object.values(said)))
      assert.match(sentence, /^[^.?]+[.?]$/, sentence);
});

test("layers are named as they are read; one without parameters says so", () => {
  const { answer, blanks } = at("framework=keras&layers=Embedding(1000,16),Dropout(0.5),LSTM(8)");
  assert.deepEqual(
    exerciseParts({ answer, blanks }, m).map(({ title, steps }) => [title, steps.length > 0]),
    [
      ["Layer 1: Embedding(1000, 16)", true],
      ["Layer 2: Dropout(0.5), no parameters", false],
      ["Layer 3: LSTM(8)", true],
      ["", true],
    ],
  );
  // Of what nothing is asked, it is not said that it has none.
  const ofLast = blanks.filter(({ ref }) => ref.startsWith("layers.2."));
  assert.equal(exerciseParts({ answer, blanks: ofLast }, m)[0].title, "Layer 1: Embedding(1000, 16)");
  const stacked = at("framework=pytorch&input=10&layers=GRU(7,num_layers=2),Linear(3)");
  assert.deepEqual(
    exerciseParts(stacked, m).map(({ title }) => title),
    ["Layer 1: GRU(7, num_layers=2), 1 of 2", "Layer 2: GRU(7, num_layers=2), 2 of 2", "Layer 3: Linear(3)", ""],
  );
});

test("what is handed on stands in words only once it is right, for they would tell it", () => {
  const handed = (/** @type {Record<string, string>} */ typed) => {
    const { blanks, answer } = at(notes, typed);
    return shownSteps(answer.layers[1].steps, "layers.1.steps.", blanks, new Set())[0].words?.text;
  };
  assert.equal(handed({}), undefined);
  assert.equal(handed({ "layers.1.steps.0": "14" }), "num_units + num_units");
});

test("biases that are asked for have a word in their place", () => {
  const tokens = ["inputs", "+", ""].map((text) => ({ kind: text === "+" ? "operator" : "symbol", text, ref: "" }));
  /** @type {any} */
  const words = { text: "inputs + □", tokens };
  const told = (/** @type {object[]} */ ...blanks) =>
    withBiases(words, /** @type {any} */ ({ blanks, inNumbers: { tokens } }), "biases")?.text;
  assert.equal(told({ topic: "bias", token: 2 }), "inputs + biases");
  assert.equal(told({ topic: "bias", token: -1 }, { topic: "units", token: 0 }), "inputs + □");
});

test("the arithmetic is done once the factors are right", () => {
  const query = "framework=notes&input=10&layers=LSTM(7)";
  const { blanks, answer } = at(query, {
    "layers.0.steps.1.0": "7",
    "layers.0.steps.1.2": "10",
    "layers.0.steps.1.4": "1",
  });
  const ends = shownSteps(answer.layers[0].steps, "layers.0.steps.", blanks, new Set()).map(({ end }) =>
    typeof end === "string" ? end : end === undefined ? "-" : "blank",
  );
  assert.deepEqual(ends, ["blank", "18", "126", "-"], "× 4 is still to be found");
});

/** @param {string} query @param {Record<string, string>} typed all of them entered */
function valuesAt(query, typed, counted = {}) {
  const progress = { ...untouched, typed, checked: Object.keys(typed), counted };
  const { asked: first, answer } = at(query, typed, "values");
  const { blanks: asked } = exercise(query, {
    kind: "values",
    typed: wrongValues(judged(first, progress, answer)),
  });
  return { answer, blanks: judged(asked, progress, answer) };
}

const lstm = "framework=notes&input=10&layers=LSTM(7)";

test("a wrong value suggests a slip, else what to look at; one carried on counts", () => {
  const said = (/** @type {string} */ query, /** @type {string} */ id, /** @type {string} */ typed, words = m) => {
    const { blanks, answer } = valuesAt(query, { [id]: typed });
    const blank = blanks.find((one) => one.id === id);
    assert.ok(blank);
    const finding = findingOf(blank, answer, catalog);
    return [...finding.ids, valueWords(finding, blank, answer, catalog, words, spoken[spoken.indexOf(words)].notYet)];
  };
  assert.deepEqual(said(lstm, "layers.0.steps.1", "17"), ["no_bias", "Each unit has a bias in every matrix, too."]);
  assert.deepEqual(said(lstm, "layers.0.steps.1", "11"), [
    "no_recurrent",
    "Each unit also reads what came out one step earlier.",
  ]);
  assert.deepEqual(said(lstm, "layers.0.steps.3", "378"), [
    "three_matrices",
    "That can come out with three weight matrices in each recurrent layer.",
  ]);
  assert.deepEqual(said(lstm, "layers.0.steps.3", "126"), [
    "one_matrix",
    "That can come out with one weight matrix in each recurrent layer.",
  ]);
  assert.deepEqual(said(notes, "layers.0.steps.4", "504"), ["one_direction", "That can come out with one direction."]);
  assert.deepEqual(said(notes, "layers.1.steps.2", "15"), [
    "next_reads_units",
    "That is one direction: a bidirectional layer passes on both.",
  ]);
  assert.deepEqual(said(notes, "steps.0", "1848"), [
    "next_reads_units",
    "That is one direction: a bidirectional layer passes on both.",
  ]);
  // 3·10 and 3·7, each without its 3 biases.
  assert.deepEqual(said("framework=keras&input=10&layers=Dense(3),LSTM(7)", "layers.0.steps.1", "30"), [
    "dense_no_bias",
    "That can come out without the bias of layer 1, Dense.",
  ]);
  assert.deepEqual(said("framework=keras&input=10&layers=LSTM(7),Dense(3)", "layers.1.steps.2", "21"), [
    "dense_no_bias",
    "That can come out without the bias of layer 2, Dense.",
  ]);
  assert.deepEqual(said(lstm, "layers.0.steps.2", "162"), ["digits", "Almost: look at the digits again."]);
  assert.deepEqual(said(lstm, "layers.0.steps.2", "999"), ["Not yet: look at step 2."]);
  assert.deepEqual(said(lstm, "layers.0.steps.1", "x"), ["Only digits: a whole number is asked for."]);
  for (const words of spoken)
    for (const wrong of ["17", "15", "8", "11", "180", "20"])
      assert.ok(!numbersIn(String(said(lstm, "layers.0.steps.1", wrong, words).at(-1))).includes("18"), wrong);

  const { blanks } = valuesAt(lstm, {
    "layers.0.steps.1": "17",
    "layers.0.steps.2": "119",
    "layers.0.steps.3": "476",
  });
  assert.deepEqual(
    blanks.map(({ verdict, again }) => [verdict, again]),
    [
      ["wrong", false],
      ["carried", false],
      ["carried", false],
    ],
  );
  assert.deepEqual(resultOf(blanks), { blanks: 3, right: 2, hints: 0, done: false });
  const verdicts = (/** @type {Record<string, string>} */ typed, counted = {}) =>
    valuesAt(lstm, typed, counted).blanks.map(({ verdict }) => verdict);
  const mended = { "layers.0.steps.1": "18", "layers.0.steps.2": "119", "layers.0.steps.3": "476" };
  assert.deepEqual(verdicts(mended, countedIn(blanks)), ["right", "outdated", "carried"], "119 × 4 is still 476");
  assert.deepEqual(verdicts({ ...mended, "layers.0.steps.2": "126" }, countedIn(blanks)), [
    "right",
    "right",
    "outdated",
  ]);
  assert.deepEqual(verdicts({ "layers.0.steps.1": "18", "layers.0.steps.2": "119" }), ["right", "wrong", "open"]);
});

test("the values: what stands in a line, hints, and names", () => {
  const { blanks, answer } = at(notes, { "layers.0.steps.1": "18" }, "values");
  const parts = exerciseParts({ answer, blanks }, m);
  const lines = parts.map(({ steps }) =>
    steps.map(({ pieces, end }) => {
      const text = pieces.map((piece) => ("kind" in piece ? piece.text || "□" : "?")).join(" ");
      return `${text} = ${typeof end === "string" ? end : end ? "?" : "-"}`;
    }),
  );
  assert.deepEqual(lines[0], ["3 + 1 = 4", "7 + 10 + 1 = ?", "18 × 7 = ?", "□ × 4 = ?", "2 × □ = ?"]);
  assert.deepEqual(lines[1].slice(0, 4), ["7 + 7 = 14", "3 + 1 = 4", "7 + 14 + 1 = ?", "□ × 7 = ?"]);
  assert.deepEqual(lines[2], ["□ + □ = ?"]);
  const hints = (/** @type {string} */ id) => {
    const blank = blanks.find((one) => one.id === id);
    assert.ok(blank);
    return hintsOf(blank, answer, catalog);
  };
  assert.deepEqual(hints("layers.0.steps.1"), [{ id: "add" }]);
  assert.deepEqual(hints("layers.0.steps.3"), [{ id: "multiply" }, { id: "put_in", formula: "126 × 4" }]);
  assert.deepEqual(hints("steps.0"), [{ id: "add" }, { id: "put_in", formula: "1008 + 1232" }]);
  const names = blanks.map((blank) => nameOfBlank(blank, { answer, blanks }, m));
  assert.equal(new Set(names).size, names.length);
  assert.deepEqual(names.slice(-2), ["Layer 2: Both directions", "Add up the layers"]);
});

test("what a layer reads of the one before is called so, and not what comes into the model", () => {
  const { blanks, answer } = at(notes);
  const words = exerciseParts({ answer, blanks }, m).map(({ steps }) => steps.map(({ words }) => words?.text));
  assert.match(String(words[0][1]), /^num_units \+ input_dim \+/);
  assert.match(String(words[1][2]), /^num_units \+ outputs of layer 1 \+/);
});
