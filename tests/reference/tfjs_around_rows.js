// Rows that TensorFlow.js prints: single convolutions and normalisations, with their tensors. They are Keras 2's and 1's, too.
//
//     node tests/reference/tfjs_around_rows.js FOLDER    # FOLDER holds node_modules/@tensorflow/tfjs
import { tensorsOf, tf, version } from "./tfjs.js";

/**
 * @param {any} layer
 * @param {number} width
 * @param {number} axes
 * @param {string} text
 */
function row(layer, width, axes, text) {
  const model = tf.sequential();
  layer.batchInputShape = [null, ...Array(axes).fill(12), width];
  model.add(layer);
  const steps = axes === 1 ? "timesteps=12&" : "";
  for (const framework of ["keras2", "keras1", "tfjs"]) {
    if (framework === "keras1" && /^LayerNorm/.test(text)) continue;
    const query = `framework=${framework}&input=${width}&${steps}layers=${text}`;
    console.log(`"${query}",${model.countParams()},${tensorsOf(model)},TensorFlow.js,${version}`);
  }
  tf.disposeVariables();
}

const zeros = { kernelInitializer: "zeros", recurrentInitializer: "zeros" };

for (const [width, filters, size] of [
  [1, 1, 1],
  [3, 8, 3],
  [9, 16, 5],
  [64, 32, 2],
])
  for (const useBias of [true, false]) {
    const bias = useBias ? "" : ", use_bias=false";
    const given = { ...zeros, filters, kernelSize: size, useBias };
    row(tf.layers.conv1d(given), width, 1, `Conv1D(${filters}, ${size}${bias})`);
    row(tf.layers.conv2d(given), width, 2, `Conv2D(${filters}, ${size}${bias})`);
    row(tf.layers.conv2d({ ...given, kernelSize: [size, 3] }), width, 2, `Conv2D(${filters}, (${size}, 3)${bias})`);
    row(tf.layers.conv3d(given), width, 3, `Conv3D(${filters}, ${size}${bias})`);
    row(tf.layers.conv2dTranspose(given), width, 2, `Conv2DTranspose(${filters}, ${size}${bias})`);
    row(tf.layers.conv3dTranspose(given), width, 3, `Conv3DTranspose(${filters}, ${size}${bias})`);
    for (const depthMultiplier of [1, 2]) {
      const more = depthMultiplier === 1 ? bias : `, depth_multiplier=${depthMultiplier}${bias}`;
      row(
        tf.layers.depthwiseConv2d({ kernelSize: size, useBias, depthMultiplier }),
        width,
        2,
        `DepthwiseConv2D(${size}${more})`,
      );
      row(
        tf.layers.separableConv2d({ filters, kernelSize: size, useBias, depthMultiplier }),
        width,
        2,
        `SeparableConv2D(${filters}, ${size}${more})`,
      );
    }
    row(tf.layers.convLstm2d({ ...given, unitForgetBias: false }), width, 3, `ConvLSTM2D(${filters}, ${size}${bias})`);
  }
for (const width of [1, 7, 64]) {
  row(tf.layers.prelu(), width, 1, "PReLU()");
  row(tf.layers.prelu({ sharedAxes: [1] }), width, 1, "PReLU(shared_axes=[1])");
  row(tf.layers.batchNormalization({ axis: 1 }), width, 1, "BatchNormalization(axis=1)");
  row(tf.layers.layerNormalization({ axis: 1 }), width, 1, "LayerNormalization(axis=1)");
  row(tf.layers.layerNormalization({ axis: [1, 2] }), width, 1, "LayerNormalization(axis=[1, 2])");
}
