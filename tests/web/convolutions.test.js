// Tests of telling/convolutions.js, attentions.js and whys.js: what is said of filters, windows and heads, in both languages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../web/border/query.js";
import { load } from "../../web/engine.js";
import { codeFor } from "../../web/export/code.js";
import { languages } from "../../web/messages/languages.js";
import { drawingOf } from "../../web/picture/drawing.js";
import { besidesIn } from "../../web/telling/around.js";
import { drawingWords } from "../../web/telling/drawing.js";
import { factsOf } from "../../web/telling/facts.js";
import { headlineWords } from "../../web/telling/model.js";
import { problemWords } from "../../web/telling/problems.js";
import { twiceOf } from "../../web/telling/remarks.js";
import { stepWords } from "../../web/telling/steps.js";
import { allWordsOf } from "./words.js";

/** @typedef {import("../../web/engine.js").Step} Step */

const engine = await load();
const catalog = engine.catalog();
const [english, hindi] = await Promise.all(languages.map(allWordsOf));

/**
 * What a model's steps of these kinds say, in English and in Hindi.
 * @param {string} query
 * @param {Step["kind"]} kind
 * @param {number} [index] of the layer
 */
function told(query, kind, index = 0) {
  const answer = engine.explain(query);
  assert.deepEqual(answer.problems, [], query);
  const facts = factsOf(answer, index, catalog);
  const step = facts.layer.steps.find((one) => one.kind === kind) ?? assert.fail(`${query} has no step ${kind}`);
  return [english, hindi].map((m) => besidesIn(m)(stepWords(step, facts, m), step, facts, { answer, catalog }));
}

/** The model, the kind of step, and its sentence in both languages. @type {[query: string, kind: Step["kind"], en: string, hi: string][]} */
const sentences = [
  [
    "framework=keras&input=9&layers=Conv1D(8,3)",
    "reads",
    "Each filter reads 3 neighbouring time steps, 9 channels at each of them, and a constant 1 for its bias.",
    "हर filter आस-पास के 3 time steps पढ़ता है, हर एक में 9 channels, और अपने bias के लिए एक constant 1.",
  ],
  [
    "framework=keras&input=9&layers=Conv1D(8,3)",
    "matrix",
    "It has 8 filters, and each filter has 28 weights.",
    "इसमें 8 filters हैं, और हर filter के 28 weights हैं.",
  ],
  [
    "framework=notes&input=1&layers=Conv2D(1,1,use_bias=false)",
    "reads",
    "Each filter reads 1 place, 1 channel there.",
    "हर filter 1 जगह पढ़ता है, उसमें 1 channel.",
  ],
  [
    "framework=pytorch&input=9&layers=Conv2d(9,6,(3,5),groups=3)",
    "reads",
    "Each filter reads 3 × 5 neighbouring places, 3 channels of its group at each of them, and a constant 1 for its bias.",
    "हर filter आस-पास की 3 × 5 जगहें पढ़ता है, हर एक में अपने group के 3 channels, और अपने bias के लिए एक constant 1.",
  ],
  [
    "framework=keras1&input=9&layers=Convolution1D(8,3)",
    "matrix",
    "It has 8 filters, and each filter has 28 weights.",
    "इसमें 8 filters हैं, और हर filter के 28 weights हैं.",
  ],
  [
    "framework=pytorch&input=9&layers=ConvTranspose1d(9,8,3)",
    "reads",
    "Each filter spreads 9 channels over 3 neighbouring time steps: it has a weight for each channel at each of them, and one on a constant 1, its bias.",
    "हर filter से 9 channels का असर आस-पास के 3 time steps पर फैलता है: हर एक में हर channel के लिए एक weight, और bias के लिए एक constant 1.",
  ],
  [
    "framework=keras&input=9&layers=Conv3DTranspose(8,3,use_bias=false)",
    "reads",
    "Each filter spreads 9 channels over 3 × 3 × 3 neighbouring places: it has a weight for each channel at each of them.",
    "हर filter से 9 channels का असर आस-पास की 3 × 3 × 3 जगहों पर फैलता है: हर एक में हर channel के लिए एक weight.",
  ],
  [
    "framework=keras2&input=9&timesteps=12&layers=LocallyConnected1D(8,3,strides=2)",
    "matrix",
    "The window stands at 5 places; at each of them it has 8 filters of its own, each with 28 weights.",
    "Window 5 जगहों पर ठहरती है, और हर जगह अपने 8 filters; हर एक में 28 weights.",
  ],
  [
    "framework=keras1&input=9&timesteps=3&layers=LocallyConnected1D(1,3,use_bias=false)",
    "matrix",
    "The window stands at 1 place, and there it has 1 filter of its own, with 27 weights.",
    "Window 1 जगह पर ठहरती है, और वहाँ अपने 1 filter; उसमें 27 weights.",
  ],
  [
    "framework=keras&input=9&layers=DepthwiseConv1D(3)",
    "reads",
    "Each filter reads 3 neighbouring time steps in its own channel, and a constant 1 for its bias.",
    "हर filter अपने channel में आस-पास के 3 time steps पढ़ता है, और अपने bias के लिए एक constant 1.",
  ],
  [
    "framework=keras&input=9&layers=DepthwiseConv1D(3,use_bias=false)",
    "matrix",
    "Each of the 9 channels has a filter of its own, with 3 weights.",
    "9 channels में से हर एक का अपना एक filter है; उसमें 3 weights.",
  ],
  [
    "framework=keras2&input=9&layers=DepthwiseConv2D((3,5),depth_multiplier=2)",
    "matrix",
    "Each of the 9 channels has 2 filters of its own, with 16 weights each.",
    "9 channels में से हर एक के अपने 2 filters हैं; हर एक में 16 weights.",
  ],
  [
    "framework=keras&input=9&layers=SeparableConv1D(8,3,depth_multiplier=2)",
    "depthwise",
    "Each of the 9 channels has 2 filters of its own. Each filter reads 3 neighbouring time steps in its own channel.",
    "9 channels में से हर एक के अपने 2 filters हैं. हर filter अपने channel में आस-पास के 3 time steps पढ़ता है.",
  ],
  [
    "framework=keras&input=9&layers=SeparableConv1D(8,3,depth_multiplier=2)",
    "pointwise",
    "Each of the 8 filters reads what the depthwise part makes at one place, 18 channels, and a constant 1 for its bias.",
    "8 filters में से हर एक किसी जगह पर वह पढ़ता है, जो depthwise हिस्से से वहाँ आता है: 18 channels, और अपने bias के लिए एक constant 1.",
  ],
  [
    "framework=keras&input=9&layers=SeparableConv2D(1,3,use_bias=false)",
    "pointwise",
    "1 filter reads what the depthwise part makes at one place, 9 channels.",
    "1 filter किसी जगह पर वह पढ़ता है, जो depthwise हिस्से से वहाँ आता है: 9 channels.",
  ],
  [
    "framework=keras&input=9&layers=ConvLSTM2D(8,3)",
    "matrices",
    "A ConvLSTM2D has 3 gates (input i, forget f, output o) and 1 cell candidate c; their kernels are kept side by side in the order i, f, c, o.",
    "ConvLSTM2D में 3 gates (input i, forget f, output o) और 1 cell candidate c हैं; इनके kernels अगल-बगल रखे हैं, इस क्रम में: i, f, c, o.",
  ],
  [
    "framework=notes&input=9&layers=ConvLSTM1D(8,3)",
    "reads",
    "At every time step each filter reads 3 neighbouring places in the previous activations a^(t−1) (8 channels) and in the input x^t (9 channels), and a constant 1 for its bias.",
    "हर time step पर हर filter आस-पास की 3 जगहें पढ़ता है: पिछले activations a^(t−1) में (8 channels) और input x^t में (9 channels), और अपने bias के लिए एक constant 1.",
  ],
  [
    "framework=keras&input=9&layers=Bidirectional(ConvLSTM3D(8,3,use_bias=false))",
    "reads",
    "At every time step each filter reads 3 × 3 × 3 neighbouring places in the previous activations h_(t−1) (8 channels) and in the input x_t (9 channels). A filter reads the previous activations of its own direction only: 8 channels, not 16.",
    "हर time step पर हर filter आस-पास की 3 × 3 × 3 जगहें पढ़ता है: पिछले activations h_(t−1) में (8 channels) और input x_t में (9 channels). Filter सिर्फ़ अपनी direction के पिछले activations पढ़ता है: 8 channels, 16 नहीं.",
  ],
  [
    "framework=keras&input=9&layers=ConvLSTM2D(8,3)",
    "matrices_total",
    "The four kernels have the same size.",
    "चारों kernels का size बराबर है.",
  ],
];

for (const [query, kind, en, hi] of sentences) {
  test(`${query} ${kind}`, () => {
    assert.deepEqual(
      told(query, kind).map(({ sentence }) => sentence),
      [en, hi],
    );
  });
}

/** What a layer hands on to the next one. @type {[layer: string, en: string, hi: string][]} */
const handedOn = [
  ["Conv1D(8,3)", "One channel per filter.", "हर filter का एक channel."],
  ["DepthwiseConv1D(3,depth_multiplier=2)", "One channel per filter.", "हर filter का एक channel."],
  [
    "Bidirectional(ConvLSTM2D(8,3))",
    "Both directions' channels, one after the other: concat(8, 8).",
    "दोनों directions के channels, एक के बाद एक: concat(8, 8).",
  ],
  [
    "Bidirectional(ConvLSTM2D(8,3),merge_mode=sum)",
    "Both directions' channels, merged by sum: 8 channels.",
    "दोनों directions के channels, sum से मिलाए हुए: 8 channels.",
  ],
];

for (const [layer, en, hi] of handedOn) {
  test(`${layer} hands on channels`, () => {
    const [{ sentence, why }, translated] = told(`framework=keras&input=9&layers=${layer},Dense(2)`, "handed_on", 1);
    assert.equal(sentence, `${en} That is layer 2's input_dim.`);
    assert.equal(translated.sentence, `${hi} Layer 2 में input_dim यही है.`);
    assert.match(why, /^Each filter computes one number at every place\. Only the width/);
  });
}

test("titles speak of filters and kernels, and only of them", () => {
  const titles = (/** @type {string} */ query, /** @type {number} */ language) => {
    const answer = engine.explain(query);
    const facts = factsOf(answer, 0, catalog);
    return facts.layer.steps.map((step) => stepWords(step, facts, [english, hindi][language]).title);
  };
  const lstm = "framework=keras&input=9&layers=Bidirectional(ConvLSTM2D(8,3))";
  assert.deepEqual(titles(lstm, 0), [
    ...["Four kernels", "What each filter reads", "One kernel", "All four, one direction", "Both directions"],
  ]);
  assert.deepEqual(titles(lstm, 1), [
    ...["चार kernels", "हर filter क्या पढ़ता है", "एक kernel"],
    ...["चारों kernels मिलाकर (एक direction)", "दोनों directions"],
  ]);
  const separable = "framework=keras&input=9&layers=SeparableConv1D(8,3)";
  assert.deepEqual(titles(separable, 0), ["The depthwise part", "The pointwise part", "Add up the layer"]);
  assert.deepEqual(titles("framework=keras&input=9&layers=Conv1D(8,3)", 1), ["हर filter क्या पढ़ता है", "सारे filters"]);
});

test("no word of units and matrices is said of a filter", () => {
  const cells = catalog.layers.filter(({ group }) => group === "convolution");
  for (const { cell, arguments: known } of cells)
    for (const { id } of catalog.frameworks) {
      const answer = engine.explain(
        `framework=${id}&input=9&timesteps=9&layers=${cell}(${known.some(({ name }) => name === "units") ? "8," : ""}kernel_size=3)`,
      );
      if (answer.total === "") continue;
      const facts = factsOf(answer, 0, catalog);
      for (const step of facts.layer.steps)
        for (const m of [english, hindi]) {
          const { title, sentence, why } = besidesIn(m)(stepWords(step, facts, m), step, facts, { answer, catalog });
          assert.doesNotMatch(`${title} ${sentence}`, /\bunits?\b|\bmatri/, `${id} ${cell} ${step.kind}`);
          assert.doesNotMatch(why, /\bunits?\b|dense layer|undefined/, `${id} ${cell} ${step.kind}`);
          assert.ok(why !== "" || step.kind === "layer_sum", `${id} ${cell} ${step.kind}`);
        }
    }
});

test("why: the same at every place; groups, channels alone, spreading and mixing each have a reason", () => {
  const why = (/** @type {string} */ layers, /** @type {Step["kind"]} */ kind) =>
    told(`framework=keras&input=9&layers=${layers}`, kind)[0].why;
  const steps =
    / The filters are the same at every time step: how many time steps there are, strides and padding never change the count\.$/;
  assert.match(why("Conv1D(9,3,groups=3)", "reads"), /^A convolution joins .* With groups the channels are divided,/);
  assert.match(why("Conv1D(9,3)", "reads"), steps);
  assert.match(why("Conv2D(9,3)", "reads"), /at every place: how many places/);
  assert.match(why("ConvLSTM1D(9,3)", "reads"), /^In the place of each product .* at every place: how many places/);
  assert.match(why("ConvLSTM1D(9,3)", "matrices"), /each is a convolution, in the place of an LSTM's products/);
  assert.match(why("DepthwiseConv2D(3)", "reads"), /^Each filter reads one channel alone/);
  assert.match(why("Conv1DTranspose(9,3)", "reads"), /^What a convolution gathers .* those of a convolution\./);
  assert.match(why("SeparableConv1D(9,3)", "depthwise"), /than these two parts\./);
  assert.match(why("SeparableConv1D(9,3)", "pointwise"), /^It is a convolution with a window of one place/);
  assert.equal(
    why("Conv1D(8,3)", "matrix"),
    "Written one under the other, the filters are an 8 × 28 matrix whose last column is the bias.",
  );
});

test("why: filters of their own at every place, and as many rows as there are of them", () => {
  const why = (/** @type {Step["kind"]} */ kind) =>
    told("framework=keras2&input=9&timesteps=12&layers=LocallyConnected1D(8,3)", kind)[0].why;
  assert.match(
    why("reads"),
    /^A convolution looks for the same thing .* \(Taigman et al\. 2014\)\. No two places share/,
  );
  assert.equal(
    why("matrix"),
    "Written one under the other, the filters are an 80 × 28 matrix whose last column is the bias.",
  );
});

test("the headline, the picture and the remarks know filters without units", () => {
  const query = "framework=keras&input=9&layers=DepthwiseConv1D(3,depth_multiplier=2),Conv1D(8,3),Conv1D(8,5)";
  const answer = engine.explain(query);
  assert.match(headlineWords(answer, catalog, english), /, 9 → 18 → 8 → 8, as Keras counts$/);
  const words = (/** @type {string} */ layers) => {
    const { layer } = factsOf(engine.explain(`framework=keras&input=9&layers=${layers}`), 0, catalog);
    return drawingWords(drawingOf(layer, 0) ?? assert.fail(), english);
  };
  assert.match(words("DepthwiseConv1D(3,depth_multiplier=2)"), /1 weight matrix of 18 rows/);
  assert.equal(
    words("SeparableConv1D(8,3)"),
    "A rectangle 27 high and 1 wide. Area 27. Beside it, pointwise part: 10 high and 8 wide, area 80.",
  );
  // They differ in their windows, too.
  assert.equal(twiceOf(engine.explain("framework=keras&input=9&layers=Conv1D(8,5),Conv1D(8,3)")), undefined);
});

test("groups that do not divide are told with what they do not divide", () => {
  const { problems } = engine.explain("framework=keras&input=9&layers=Conv1D(8,3,groups=2)");
  const said = [english, hindi].map((m) => problemWords(problems[0], catalog, undefined, m));
  assert.deepEqual(said, [
    "groups has to divide the channels: 9 cannot be divided by 2.",
    "Channels groups में बराबर बँटने चाहिए: 9 में 2 का पूरा भाग नहीं जाता.",
  ]);
});

/** @param {string} query @param {string} framework */
function code(query, framework) {
  const codes = codeFor(decode(query, catalog.keys), engine.explain, catalog);
  const found = codes.find((one) => one.framework === framework)?.code ?? "";
  return found.match(/keras\.(Input|layers).*(?=,$)|nn\.(?!Module).*|x = .*|# .*$/gm) ?? [];
}

test("Keras: kernels, how the window moves, and as many axes as are read", () => {
  assert.deepEqual(
    code(
      'framework=keras&input=9&timesteps=20&layers=Conv1D(8,(3,),strides=2,padding="same"),LSTM(4),Flatten(),Dense(2)',
      "keras",
    ),
    [
      "keras.Input((20, 9))",
      'keras.layers.Conv1D(8, 3, strides=2, padding="same")',
      "keras.layers.LSTM(4)",
      "keras.layers.Flatten()",
      "keras.layers.Dense(2)",
      "# 442",
    ],
  );
  assert.deepEqual(
    code(
      "framework=keras&input=9&layers=Conv2D(6,(3,5),groups=3,use_bias=false),DepthwiseConv2D(3,depth_multiplier=2),SeparableConv2D(4,3)",
      "keras",
    ).slice(0, -1),
    [
      "keras.Input((None, None, 9))",
      "keras.layers.Conv2D(6, (3, 5), groups=3, use_bias=False)",
      "keras.layers.DepthwiseConv2D(3, depth_multiplier=2)",
      "keras.layers.SeparableConv2D(4, 3)",
    ],
  );
  assert.deepEqual(
    code(
      "framework=keras&input=9&layers=Bidirectional(ConvLSTM2D(8,3)),ConvLSTM2D(8,3),Conv2DTranspose(4,1)",
      "keras",
    ).slice(0, -1),
    [
      "keras.Input((None, 64, 64, 9))",
      "keras.layers.Bidirectional(keras.layers.ConvLSTM2D(8, 3, return_sequences=True))",
      "keras.layers.ConvLSTM2D(8, 3)",
      "keras.layers.Conv2DTranspose(4, 1)",
    ],
  );
});

test("PyTorch: the channels come before the places, and are put back", () => {
  assert.deepEqual(code("framework=pytorch&input=9&layers=Conv1d(9,8,3,padding=1),ConvTranspose1d(8,4,2)", "pytorch"), [
    "nn.Conv1d(9, 8, 3, padding=1)",
    "nn.ConvTranspose1d(8, 4, 2)",
    "# (batch, time steps, 9)",
    "x = self.conv(x.transpose(1, 2)).transpose(1, 2)",
    "x = self.conv_transpose(x.transpose(1, 2)).transpose(1, 2)",
    "# 292",
  ]);
  assert.deepEqual(code("framework=pytorch&input=9&layers=Conv2d(9,6,(3,5)),BatchNorm2d()", "pytorch"), [
    "nn.Conv2d(9, 6, (3, 5))",
    "nn.BatchNorm2d(6)",
    "# (batch, rows, columns, 9)",
    "x = self.conv(x.movedim(-1, 1)).movedim(1, -1)",
    "x = self.batch_norm(x.movedim(-1, 1)).movedim(1, -1)",
    "# 828",
  ]);
});

test("where no model calls one layer after the other, or a framework has none of them, there is no code", () => {
  for (const layers of ["Conv2D(8,3),LSTM(4)", "LSTM(4),Conv2D(8,3)", "ConvLSTM2D(8,3),LSTM(4)"])
    assert.deepEqual(code(`framework=keras&input=9&layers=${layers}`, "keras"), [], layers);
  assert.deepEqual(code("framework=pytorch&input=9&layers=Conv2d(9,8,3),LSTM(4)", "pytorch"), []);
  for (const layers of ["SeparableConv1D(8,3)", "ConvLSTM2D(8,3)", "DepthwiseConv2D(3)"])
    assert.deepEqual(code(`framework=keras&input=9&layers=${layers}`, "pytorch"), [], layers);
});
