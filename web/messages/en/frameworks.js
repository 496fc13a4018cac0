/** Why each framework stores what it stores: one sentence per framework, by the id of its reason. */

/** @type {Record<string, string>} */
export const reasons = {
  one_bias: "Most course notes keep one bias per unit of every gate: the formula's + 1.",
  keras_bias:
    "Keras keeps one bias per unit of every gate, but two in a GRU with reset_after=True, where the reset gate comes after the recurrent bias.",
  cudnn_bias:
    "PyTorch keeps one bias on the input side and one on the hidden side, for compatibility with cuDNN, which stores both.",
  keras2:
    "Keras from 2.4 on keeps one bias per unit of every gate, but two in a GRU with reset_after=True, its default since then.",
  keras1:
    "Keras up to 2.3 keeps one bias per unit of every gate, but two in a GRU with reset_after=True, which is not its default.",
  tf1: "TensorFlow 1 multiplies one kernel with the input and the previous output together, so there is one bias per gate.",
  cudnn: "cuDNN keeps an input bias and a recurrent bias for every gate; these layers store its format.",
  onnx: "An ONNX operator takes the input's and the recurrent biases in one tensor B, whichever framework wrote the model.",
  flax_linen:
    "flax.linen adds the two sides before the activation, so one bias is enough; only a GRU's candidate needs a second one, because the reset gate stands between its sides.",
  flax_nnx:
    "flax.nnx fuses a GRU's recurrent side into one layer without a bias, the candidate's included (flax issue 5594 asks for one in the candidate).",
  haiku: "Haiku keeps one bias per gate; its VanillaRNN is made of two linear layers, each with a bias (double_bias).",
  equinox:
    "Equinox keeps one bias per gate; a GRU's candidate has bias_n besides, because the reset gate multiplies it.",
  mlx: "MLX keeps one bias per gate; a GRU's candidate has bhn besides, because the reset gate multiplies it.",
  mxnet: "MXNet's layers keep the weights in cuDNN's format: a bias on the input side and one on the hidden side.",
  paddle:
    "PaddlePaddle keeps both biases, as cuDNN does; bias_ih_attr=False and bias_hh_attr=False leave them there, as zeros that are not trained, and the total as it is.",
  matlab:
    "MATLAB keeps one bias per gate; a GRU has a second one only in the mode recurrent-bias-after-multiplication.",
  dl4j: "Deeplearning4j keeps one bias per gate; with peepholes it appends three columns to the recurrent weights.",
  cntk: "CNTK keeps one bias per gate, one tensor b for all of them.",
  coreml: "Core ML writes each gate's equation with one bias vector; a model says whether it has them.",
  burn: "burn makes every gate of two linear layers, and each of them has a bias.",
  flux: "Flux.jl keeps one bias per gate; its GRUv3 also keeps a block of the recurrent weights that it never uses.",
  tinygrad: "tinygrad's LSTMCell has PyTorch's layout: a bias on the input side and one on the hidden side.",
  tfjs: "TensorFlow.js keeps one bias per unit of every gate, in a GRU, too: it has no GRU with resetAfter: true.",
  candle: "candle keeps PyTorch's layout: a bias on the input side and one on the hidden side.",
  sonnet: "Sonnet adds both sides before the activation, so one bias per gate is enough, in one tensor b.",
  ncnn: "ncnn keeps one bias per gate; a GRU's candidate has a second one, because the reset gate multiplies its recurrent side, that bias included.",
  tfa: "TensorFlow Addons puts cells into Keras's RNN that keep all that its LSTM keeps, the biases too, and peepholes or normalizations besides.",
  lux: "Lux.jl keeps a bias on the input side and one on the hidden side; an initial state that is trained comes on top.",
  chainer:
    "Chainer's LSTM keeps one bias per gate; its GRU and the N-step links (double_bias) keep one for each side of a gate, as cuDNN does.",
  lasagne:
    "Lasagne keeps one bias per gate, three peepholes by default, and the states before the first time step, which are trained only with learn_init=True.",
  openvino:
    "OpenVINO takes one bias per gate, the sum of both; with linear_before_reset a GRU's candidate keeps its two apart.",
  wolfram: "The Wolfram Language keeps one bias per gate, in an array of its own.",
  xlstm: "xLSTM keeps one bias per gate; each of its heads reads its own numbers alone.",
};
