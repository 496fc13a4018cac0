// Rows that TensorFlow.js prints: normalisations of other axes than the last one, slopes that are shared, and what pooling, Flatten and their
// like leave of a sequence. They are Keras 2's and 1's, too.
//
//     node tests/reference/tfjs_shaped_rows.js FOLDER    # FOLDER holds node_modules/@tensorflow/tfjs
import { tensorsOf, tf, version } from "./tfjs.js";

/**
 * @param {number} width
 * @param {number} steps
 * @param {string} text
 * @param {any[]} layers
 */
function row(width, steps, text, ...layers) {
  const model = tf.sequential();
  layers[0].batchInputShape = [null, steps, width];
  for (const layer of layers) model.add(layer);
  for (const framework of ["keras2", "keras1", "tfjs"]) {
    if (framework === "keras1" && /^LayerNorm/.test(text)) continue;
    const query = `framework=${framework}&input=${width}&timesteps=${steps}&layers=${text}`;
    console.log(`"${query}",${model.countParams()},${tensorsOf(model)},TensorFlow.js,${version}`);
  }
  tf.disposeVariables();
}

/** Slopes behind a convolution of images. @param {number} width @param {number} filters @param {number} size */
function images(width, filters, size) {
  const model = tf.sequential();
  const inputShape = [size + 4, size + 4, width];
  model.add(layers.conv2d({ filters, kernelSize: size, inputShape, kernelInitializer: "zeros" }));
  model.add(layers.prelu({ sharedAxes: [1, 2] }));
  for (const framework of ["keras2", "keras1", "tfjs"]) {
    const query = `framework=${framework}&input=${width}&layers=Conv2D(${filters}, ${size}), PReLU(shared_axes=[1, 2])`;
    console.log(`"${query}",${model.countParams()},${tensorsOf(model)},TensorFlow.js,${version}`);
  }
  tf.disposeVariables();
}

const { layers } = tf;
for (const [width, steps, units, size] of [
  [1, 12, 3, 2],
  [3, 9, 5, 3],
  [8, 24, 1, 4],
  [17, 40, 10, 5],
  [64, 30, 7, 2],
]) {
  row(width, steps, "LayerNormalization(axis=1)", layers.layerNormalization({ axis: 1 }));
  row(width, steps, "LayerNormalization(axis=[1, 2])", layers.layerNormalization({ axis: [1, 2] }));
  row(width, steps, "BatchNormalization(axis=1)", layers.batchNormalization({ axis: 1 }));
  row(width, steps, "BatchNormalization(axis=1, scale=false)", layers.batchNormalization({ axis: 1, scale: false }));
  row(width, steps, "PReLU()", layers.prelu());
  row(width, steps, "PReLU(shared_axes=[1])", layers.prelu({ sharedAxes: [1] }));
  row(width, steps, "PReLU(shared_axes=[1, 2])", layers.prelu({ sharedAxes: [1, 2] }));
  images(width, units, size);
  const dense = () => layers.dense({ units, kernelInitializer: "zeros" });
  row(width, steps, `Flatten(), Dense(${units})`, layers.flatten(), dense());
  const pools = [
    [`MaxPooling1D(${size})`, layers.maxPooling1d({ poolSize: size })],
    [`AveragePooling1D(${size}, strides=1)`, layers.averagePooling1d({ poolSize: size, strides: 1 })],
    [`MaxPooling1D(${size}, padding=same)`, layers.maxPooling1d({ poolSize: size, padding: "same" })],
  ];
  for (const [text, pool] of pools)
    row(width, steps, `${text}, Flatten(), Dense(${units})`, pool, layers.flatten(), dense());
  row(width, steps, `GlobalMaxPooling1D(), Dense(${units})`, layers.globalMaxPooling1d({}), dense());
  row(
    width,
    steps,
    `GlobalAveragePooling1D(), RepeatVector(${size}), Flatten(), Dense(${units})`,
    layers.globalAveragePooling1d({}),
    layers.repeatVector({ n: size }),
    layers.flatten(),
    dense(),
  );
  row(width, steps, `Permute((2, 1)), Dense(${units})`, layers.permute({ dims: [2, 1] }), dense());
}
