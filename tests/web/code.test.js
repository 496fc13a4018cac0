// Tests of web/export/: the code for whole models is exact, or there is none. What PyTorch makes of its part, torch_code.test.js tries.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../web/border/query.js";
import { load } from "../../web/engine.js";
import { codeFor } from "../../web/export/code.js";
import { offeredQueries, referenceQueries } from "./models.js";

const engine = await load();
const catalog = engine.catalog();

/** The lines of the layers in Keras, and the total; none where there is no code. @param {string} query */
function keras(query) {
  const codes = codeFor(decode(`framework=keras&${query}`, catalog.keys), engine.explain, catalog);
  const code = codes.find(({ framework }) => framework === "keras")?.code ?? "";
  return code.match(/keras\.(Input|layers).*(?=,$)|# \d+$/gm) ?? [];
}

test("branches are models of their own, each with its input", () => {
  assert.deepEqual(keras("input=70&layers=LSTM(256),LSTM(256,input_dim=90),Dense(90)"), [
    "keras.Input((None, 70))",
    "keras.layers.LSTM(256, return_sequences=True)",
    "keras.Input((None, 90))",
    "keras.layers.LSTM(256, return_sequences=True)",
    "keras.layers.Dense(90)",
    "# 713306",
  ]);
  assert.deepEqual(keras("layers=Embedding(9,4),LSTM(3),Input(shape=(5,7)),LSTM(3)"), [
    "keras.Input((None,))",
    "keras.layers.Embedding(9, 4)",
    "keras.layers.LSTM(3, return_sequences=True)",
    "keras.Input((None, 7))",
    "keras.layers.LSTM(3, return_sequences=True)",
    "# 264",
  ]);
});

test("what is frozen is frozen in the layer, not on its wrapper", () => {
  assert.deepEqual(keras("input=7&layers=Bidirectional(LSTM(3,trainable=false)),Dense(2,trainable=False)"), [
    "keras.Input((None, 7))",
    "keras.layers.Bidirectional(keras.layers.LSTM(3, return_sequences=True, trainable=False))",
    "keras.layers.Dense(2, trainable=False)",
    "# 278",
  ]);
  const [, wrapped] = keras("input=7&layers=Bidirectional(LSTM(3),trainable=false)");
  assert.equal(wrapped, "keras.layers.Bidirectional(keras.layers.LSTM(3, return_sequences=True))");
});

test("layers without parameters hand on in the code what they hand on here", () => {
  assert.deepEqual(keras("input=64&layers=LSTM(32),Flatten(),Dense(4)").slice(1), [
    "keras.layers.LSTM(32)",
    "keras.layers.Flatten()",
    "keras.layers.Dense(4)",
    "# 12548",
  ]);
  assert.deepEqual(
    keras("input=64&timesteps=10&layers=LSTM(32,return_sequences=true),Dropout(0.5),Flatten(),Dense(4)"),
    [
      "keras.Input((10, 64))",
      "keras.layers.LSTM(32, return_sequences=True)",
      "keras.layers.Dropout(0.5)",
      "keras.layers.Flatten()",
      "keras.layers.Dense(4)",
      "# 13700",
    ],
  );
  assert.deepEqual(
    keras("input=8&layers=LSTM(4),Dense(5),ReLU(),RepeatVector(9),LSTM(4),GlobalMaxPooling1D(),Dense(1)").slice(1),
    [
      "keras.layers.LSTM(4)",
      "keras.layers.Dense(5)",
      "keras.layers.ReLU()",
      "keras.layers.RepeatVector(9)",
      "keras.layers.LSTM(4, return_sequences=True)",
      "keras.layers.GlobalMaxPooling1D()",
      "keras.layers.Dense(1)",
      "# 398",
    ],
  );
});

test("pooling is written with its window and how that moves", () => {
  assert.deepEqual(
    keras("input=8&layers=Conv1D(16,3),MaxPooling1D(),AveragePooling1D(pool_size=3,strides=1,padding=same),LSTM(4)"),
    [
      "keras.Input((None, 8))",
      "keras.layers.Conv1D(16, 3)",
      "keras.layers.MaxPooling1D(2)",
      'keras.layers.AveragePooling1D(3, strides=1, padding="same")',
      "keras.layers.LSTM(4, return_sequences=True)",
      "# 736",
    ],
  );
});

test("what is used at every time step is written in its wrapper, which reads one axis more", () => {
  const layers =
    "TimeDistributed(PReLU()),TimeDistributed(LayerNormalization(axis=1)),TimeDistributed(LayerNormalization()),PReLU()";
  assert.deepEqual(keras(`input=8&timesteps=10&layers=${layers}`), [
    "keras.Input((10, 8))",
    "keras.layers.TimeDistributed(keras.layers.PReLU())",
    "keras.layers.TimeDistributed(keras.layers.LayerNormalization(axis=1))",
    "keras.layers.TimeDistributed(keras.layers.LayerNormalization())",
    "keras.layers.PReLU()",
    "# 120",
  ]);
  assert.ok(
    whole("framework=tfjs&input=8&timesteps=10&layers=TimeDistributed(PReLU())", "tfjs").includes(
      "tf.layers.timeDistributed({ layer: tf.layers.prelu() }),",
    ),
  );
  const images =
    "TimeDistributed(Conv2D(8,3)),TimeDistributed(MaxPooling2D((2,3))),TimeDistributed(GlobalMaxPooling2D()),Flatten(),Dense(2)";
  assert.deepEqual(keras(`input=3&timesteps=10&layers=${images}`), [
    "keras.Input((10, None, None, 3))",
    "keras.layers.TimeDistributed(keras.layers.Conv2D(8, 3))",
    "keras.layers.TimeDistributed(keras.layers.MaxPooling2D((2,3)))",
    "keras.layers.TimeDistributed(keras.layers.GlobalMaxPooling2D())",
    "keras.layers.Flatten()",
    "keras.layers.Dense(2)",
    "# 386",
  ]);
  assert.deepEqual(keras("layers=TimeDistributed(Embedding(9,4)),TimeDistributed(Bidirectional(LSTM(4))),LSTM(3)"), [
    "keras.Input((None, None))",
    "keras.layers.TimeDistributed(keras.layers.Embedding(9, 4))",
    "keras.layers.TimeDistributed(keras.layers.Bidirectional(keras.layers.LSTM(4)))",
    "keras.layers.LSTM(3, return_sequences=True)",
    "# 468",
  ]);
  assert.match(
    whole(`framework=tfjs&input=3&timesteps=10&layers=${images}`, "tfjs"),
    /timeDistributed\(\{ layer: tf\.layers\.globalMaxPooling2d\(\{\}\) \}\)/,
  );
  // Where there are no time steps, or where a layer reads more than one thing, it can't be used at each of them.
  for (const layers of ["TimeDistributed(Embedding(9,4)),LSTM(3)", "TimeDistributed(Dense(4)),Flatten(),Dense(1)"])
    assert.deepEqual(keras(`${layers.includes("Emb") ? "" : "input=4&"}layers=${layers}`), [], layers);
  assert.equal(whole("framework=keras&input=4&layers=TimeDistributed(MultiHeadAttention(2,3))", "keras"), "");
});

test("PyTorch takes time steps, at each of which a layer is used, for more of the batch", () => {
  const code = whole(
    "framework=pytorch&input=3&layers=TimeDistributed(Conv1d(8,3)),TimeDistributed(LSTM(4)),TimeDistributed(Linear(2))",
    "pytorch",
  );
  for (const line of [
    "def forward(self, x):  # (batch, time steps, places, 3)",
    "x = self.conv(x.flatten(0, 1).transpose(1, 2)).transpose(1, 2).unflatten(0, x.shape[:2])",
    "x = self.lstm(x.flatten(0, 1))[0].unflatten(0, x.shape[:2])",
    "x = self.linear(x)",
  ])
    assert.ok(code.includes(`    ${line}\n`), code);
});

test("a layer that reads backwards and is another one is written beside the forward one", () => {
  assert.deepEqual(
    keras("input=6&layers=Bidirectional(LSTM(4),backward_layer=GRU(5,use_bias=False)),LSTM(2),Dense(1)"),
    [
      "keras.Input((None, 6))",
      "keras.layers.Bidirectional(keras.layers.LSTM(4, return_sequences=True), backward_layer=keras.layers.GRU(5, return_sequences=True, use_bias=False, go_backwards=True))",
      "keras.Input((None, 9))", // Keras would take both directions for as wide as the forward one
      "keras.layers.LSTM(2, return_sequences=True)",
      "keras.layers.Dense(1)",
      "# 440",
    ],
  );
  const merged = keras("input=6&layers=Bidirectional(LSTM(4,use_bias=False),backward_layer=GRU(4),merge_mode=mul)");
  assert.equal(
    merged[1],
    'keras.layers.Bidirectional(keras.layers.LSTM(4, return_sequences=True, use_bias=False), backward_layer=keras.layers.GRU(4, return_sequences=True, go_backwards=True), merge_mode="mul")',
  );
});

test("Keras has no code for a window that has strides and reads places apart; a pooled axis is kept", () => {
  const layers = "input=4&timesteps=20&layers=Conv1D(3,2,strides=2,dilation=2),Dense(1)";
  assert.equal(whole(`framework=keras&${layers}`, "keras"), "");
  assert.match(
    whole("framework=keras&input=4&layers=GlobalMaxPooling1D(keepdims=true),LSTM(2)", "keras"),
    /GlobalMaxPooling1D\(keepdims=True\)/,
  );
});

test("PyTorch's code pools, flattens and normalises over time steps", () => {
  const code = whole(
    "framework=pytorch&input=3&timesteps=9&layers=Conv1d(4,2),MaxPool1d(2,stride=1),LayerNorm((7,4)),Flatten(),BatchNorm1d(),Linear(5)",
    "pytorch",
  );
  for (const line of [
    "self.max_pool = nn.MaxPool1d(2, stride=1)",
    "self.layer_norm = nn.LayerNorm((7, 4))",
    "self.linear = nn.Linear(28, 5)",
    "x = self.max_pool(x.transpose(1, 2)).transpose(1, 2)",
    "x = x.flatten(1)",
    "x = self.batch_norm(x)",
  ])
    assert.ok(code.includes(`        ${line}\n`), code);
});

test("what an attention and a batch normalization are told of their widths is written", () => {
  assert.ok(
    whole("framework=keras&input=8&layers=MultiHeadAttention(2,key_dim=3,output_shape=5)", "keras").includes(
      "keras.layers.MultiHeadAttention(num_heads=2, key_dim=3, output_shape=5)",
    ),
  );
  assert.ok(
    keras("input=8&layers=BatchNormalization(renorm=true)")
      .join("\n")
      .includes("keras.layers.BatchNormalization(renorm=True)"),
  );
  assert.ok(
    whole("framework=pytorch&input=8&layers=MultiheadAttention(8,2,kdim=8)", "pytorch").includes(
      "nn.MultiheadAttention(8, 2, kdim=8, batch_first=True)",
    ),
  );
  const pairs = whole("framework=pytorch&layers=Bilinear(5,5,3)", "pytorch");
  assert.ok(pairs.includes("nn.Bilinear(5, 5, 3)") && pairs.includes("x = self.bilinear(x, x)"));
  // A model of one layer after the other has nothing of another width to give them.
  for (const layers of ["Bilinear(5,4,3)", "MultiheadAttention(8,2,kdim=5)", "MultiheadAttention(8,2,vdim=5)"])
    assert.equal(whole(`framework=pytorch&layers=${layers}`, "pytorch"), "", layers);
});

test("where it would not be exact, there is no code", () => {
  const models = [
    "layers=Embedding(50,8),Dense(50,tied=true)",
    "input=8&layers=LSTM(4),Custom(5,parameters=9)",
    "input=8&timesteps=9&layers=ZeroPadding1D(3),LSTM(4)",
    "input=8&timesteps=9&layers=Permute((2,1)),LSTM(4)",
    "input=8&layers=GlobalMaxPooling1D(),LSTM(4)",
    "input=8&layers=LSTM(4),Lambda(x),Dense(3,input_dim=4)",
    "input=8&layers=GaussianNoise(0.1),LSTM(4)",
  ];
  for (const model of models) {
    assert.notEqual(engine.explain(`framework=keras&${model}`).total, "", model);
    assert.deepEqual(keras(model), [], model);
  }
});

/** @param {string} query @param {string} framework */
function whole(query, framework) {
  const codes = codeFor(decode(query, catalog.keys), engine.explain, catalog);
  return codes.find((one) => one.framework === framework)?.code ?? "";
}

test("an attention is called with what comes in as its queries and its values", () => {
  const query =
    "framework=keras&layers=Embedding(500,100),GRU(64,return_sequences=true),MultiHeadAttention(2,32,use_bias=false),GlobalAveragePooling1D(),Dense(1)";
  assert.equal(
    whole(query, "keras"),
    `import keras

inputs = keras.Input((None,))
x = keras.layers.Embedding(500, 100)(inputs)
x = keras.layers.GRU(64, return_sequences=True)(x)
x = keras.layers.MultiHeadAttention(num_heads=2, key_dim=32, use_bias=False)(x, x)
x = keras.layers.GlobalAveragePooling1D()(x)
x = keras.layers.Dense(1)(x)
model = keras.Model(inputs, x)
print(model.count_params())  # 98321`,
  );
  assert.equal(
    whole("framework=keras&input=8&layers=Attention(),LSTM(4,input_dim=3),AdditiveAttention()", "keras"),
    `import keras

inputs = keras.Input((None, 8))
x = keras.layers.Attention()([inputs, inputs])
branch_1 = keras.Model(inputs, x)

inputs = keras.Input((None, 3))
x = keras.layers.LSTM(4, return_sequences=True)(inputs)
x = keras.layers.AdditiveAttention()([x, x])
branch_2 = keras.Model(inputs, x)

branches = [branch_1, branch_2]
print(sum(branch.count_params() for branch in branches))  # 132`,
  );
});

test("a normalisation over time steps and features says both axes", () => {
  const layers = "LSTM(8,return_sequences=true),LayerNormalization(axis=[1, 2]),Flatten(),Dense(1)";
  const keras = whole(`framework=keras&input=5&timesteps=50&layers=${layers}`, "keras");
  assert.match(keras, /keras\.Input\(\(50, 5\)\)/);
  assert.match(keras, /LSTM\(8, return_sequences=True\)/);
  assert.match(keras, /LayerNormalization\(axis=\[1, 2\]\)/);
  const tuple = layers.replace("[1, 2]", "(1, 2)");
  assert.match(
    whole(`framework=tfjs&input=5&timesteps=50&layers=${tuple}`, "tfjs"),
    /Normalization\(\{ axis: \[1, 2\] \}\)/,
  );
});

test("TensorFlow.js has Keras's layers, in its own words", () => {
  const query =
    "framework=tfjs&input=6&timesteps=20&layers=Conv1D(8,3,strides=2,use_bias=false),MaxPooling1D(),Bidirectional(LSTM(4,return_sequences=true,trainable=false),merge_mode=sum),BatchNormalization(scale=false),PReLU(shared_axes=[1]),Flatten(),Dense(2)";
  const { total, problems } = engine.explain(query);
  assert.deepEqual(problems, []);
  assert.equal(
    whole(query, "tfjs"),
    `import * as tf from "@tensorflow/tfjs";

const model = tf.sequential({
  layers: [
    tf.layers.inputLayer({ inputShape: [20, 6] }),
    tf.layers.conv1d({ filters: 8, kernelSize: 3, strides: 2, useBias: false }),
    tf.layers.maxPooling1d({ poolSize: 2 }),
    tf.layers.bidirectional({
      layer: tf.layers.lstm({ units: 4, returnSequences: true, trainable: false }),
      mergeMode: "sum",
    }),
    tf.layers.batchNormalization({ scale: false }),
    tf.layers.prelu({ sharedAxes: [1] }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 2 }),
  ],
});
console.log(model.countParams()); // ${total}`,
  );
  assert.match(
    whole("framework=tfjs&input=70&layers=LSTM(256),LSTM(256,input_dim=90),Dense(90)", "tfjs"),
    /^const branches = \[\n {2}tf\.sequential\(\{.*inputShape: \[null, 90\].*\n\];\nconsole\.log\(branches\.reduce\(.*\)\); \/\/ 713306$/ms,
  );
});

test("what Keras or TensorFlow.js refuses has no code", () => {
  const refused = {
    keras: ["Conv1DTranspose(4,3,padding=causal)", "Conv1DTranspose(4,3,output_padding=1)", "SpatialDropout1D()"],
    tfjs: ["Conv1D(4,3,padding=causal)", "LSTM(4),Flatten()"],
  };
  for (const [framework, models] of Object.entries(refused))
    for (const layers of models)
      assert.equal(whole(`framework=${framework}&input=8&layers=${layers}`, framework), "", layers);
  for (const taken of ["Conv1DTranspose(4,3,strides=2,output_padding=1)", "Conv1D(4,3,padding=causal),Flatten()"])
    assert.notEqual(whole(`framework=keras&input=8&timesteps=9&layers=${taken}`, "keras"), "", taken);
});

test("no argument is empty, whatever the model", () => {
  const gap = /,\s*,|[([]\s*,|, [)\]]|=\s*[,)]|: *[,}]|undefined|NaN|\[object/;
  for (const line of ["LSTM(32, )", "LSTM(32,, 3)", "f(, 3)", "units=)", "{ units: , }"]) assert.match(line, gap);
  const seen = new Set();
  for (const query of [...offeredQueries(catalog), ...referenceQueries().filter((_, index) => index % 5 === 0)]) {
    for (const { framework, code } of codeFor(decode(query, catalog.keys), engine.explain, catalog)) {
      assert.doesNotMatch(code, gap, query);
      for (const [name] of code.matchAll(/(?<=layers\.|nn\.)\w+(?=\()/g)) seen.add(`${framework} ${name}`);
    }
  }
  assert.ok(seen.size > 60, `${seen.size} layers`);
});
