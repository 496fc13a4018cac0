// The rows of core/frameworks.cpp against published totals, the frameworks' own names and shapes, and a
// second table of what each of them has.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/model.h"
#include "tests/core/answer.h"
#include "tests/core/big.h"
#include "tests/core/every_layer.h"
#include "tests/core/framework_facts.h"
#include "tests/core/repair.h"

namespace rnn {
namespace {

/// 32 units, so that a projection is smaller.
std::string required_of_64(const Framework& framework, const LayerWord& layer) {
  const std::string out = required_arguments(framework, layer);
  return has(layer, Option::units) ? "32" + out.substr(1) : out;
}

std::string query_of_64(std::string_view framework, std::string_view layers) {
  return "framework=" + std::string(framework) + "&input=64&timesteps=6&layers=" + std::string(layers);
}

// ---------------------------------------------------------------------------------------------------- totals

struct TotalRow {
  const char* framework;
  const char* layer;
  const char* total;
};

// 64 features, 32 units: a matrix has (64 + 32) × 32 = 3072 numbers, a bias vector 32. The sources stand with
// the rows in core/frameworks.cpp.
constexpr TotalRow totals[] = {
    // Keras: one bias per gate; two with reset_after, the default since Keras 2.4.
    {"keras", "LSTM(32)", "12416"},
    {"keras", "GRU(32)", "9408"},
    {"keras", "GRU(32,reset_after=false)", "9312"},
    {"keras", "SimpleRNN(32)", "3104"},
    {"keras2", "LSTM(32)", "12416"},
    {"keras2", "GRU(32)", "9408"},
    {"keras2", "GRU(32,reset_after=false)", "9312"},
    {"keras2", "LayerNormalization()", "128"},
    {"tf.keras", "GRU(32)", "9408"},
    {"keras1", "LSTM(32)", "12416"},
    {"keras1", "GRU(32)", "9312"},
    {"keras1", "GRU(32,reset_after=true)", "9408"},
    {"keras1", "SimpleRNN(32)", "3104"},
    {"cudnn", "LSTM(32)", "12544"},
    {"cudnn", "GRU(32)", "9408"},
    // PyTorch: "Second bias vector included for CuDNN compatibility".
    {"pytorch", "LSTM(32)", "12544"},
    {"pytorch", "GRU(32)", "9408"},
    {"pytorch", "RNN(32)", "3136"},
    {"pytorch", "LSTM(32,proj_size=16)", "11008"},
    // TensorFlow 1: rnn_cell_impl.py and tf.contrib.rnn.
    {"tf1", "LSTM(32)", "12416"},
    {"tf1", "LSTM(32,peepholes=true)", "12512"},
    {"tf1", "LSTM(32,proj_size=16)", "10880"},
    {"tf1", "LSTM(32,peepholes=true,proj_size=16)", "10976"},
    {"tf1", "LSTM(32,coupled=true)", "9312"},
    {"tf1", "LSTM(32,coupled=true,peepholes=true)", "9376"},
    {"tf1", "LSTM(32,layer_norm=true)", "12608"},
    {"tf1", "LSTM(32,coupled=true,layer_norm=true)", "9568"},
    // LayerNormLSTMCell: 4h biases that are never added; LayerNormBasicGRUCell.
    {"tf1", "LSTM(32,layer_norm=true,peepholes=true)", "12832"},
    {"tf1", "LSTM(32,layer_norm=true,proj_size=16)", "11200"},
    {"tf1", "LSTM(32,layer_norm=true,peepholes=true,proj_size=16)", "11296"},
    {"tf1", "GRU(32,layer_norm=true)", "9472"},
    // (64 + 64) × 128 + 128 + 32 × 64: its projection may be wider than the cell.
    {"tf1", "LSTM(32,num_proj=64)", "18560"},
    {"tf1", "GRU(32)", "9312"},
    {"tf1", "RNN(32)", "3104"},
    // ONNX: B holds two vectors per gate, whatever linear_before_reset and input_forget say; P holds 3.
    {"onnx", "LSTM(32)", "12544"},
    {"onnx", "LSTM(32,bias=false)", "12288"},
    {"onnx", "LSTM(32,peepholes=true)", "12640"},
    {"onnx", "LSTM(32,coupled=true)", "12544"},
    {"onnx", "GRU(32)", "9408"},
    {"onnx", "GRU(32,reset_after=true)", "9408"},
    {"onnx", "RNN(32)", "3136"},
    {"flax_linen", "LSTM(32)", "12416"},
    {"flax_linen", "GRU(32)", "9344"},
    {"flax_linen", "RNN(32)", "3104"},
    {"flax_linen", "MGU(32)", "6240"},
    {"flax_nnx", "LSTM(32)", "12416"},
    {"flax_nnx", "GRU(32)", "9312"},
    {"flax_nnx", "RNN(32)", "3104"},
    {"haiku", "LSTM(32)", "12416"},
    {"haiku", "GRU(32)", "9312"},
    {"haiku", "RNN(32)", "3136"},
    {"equinox", "LSTM(32)", "12416"},
    {"equinox", "GRU(32)", "9344"},
    {"equinox", "LSTM(32,bias=false)", "12288"},
    {"equinox", "GRU(32,bias=false)", "9216"},
    {"mlx", "LSTM(32)", "12416"},
    {"mlx", "GRU(32)", "9344"},
    {"mlx", "RNN(32)", "3104"},
    {"mxnet", "LSTM(32)", "12544"},
    {"mxnet", "GRU(32)", "9408"},
    {"mxnet", "RNN(32)", "3136"},
    {"mxnet", "LSTM(32,proj_size=16)", "11008"},
    {"paddle", "LSTM(32)", "12544"},
    {"paddle", "GRU(32)", "9408"},
    {"paddle", "RNN(32)", "3136"},
    {"paddle", "LSTM(32,proj_size=16)", "11008"},
    // Switched off, they stay.
    {"paddle", "LSTM(32,bias=false)", "12544"},
    {"paddle", "BatchNorm(bias=false)", "256"},
    {"paddle", "LayerNorm(bias=false)", "64"},
    {"mxnet", "LayerNorm(center=false)", "128"},
    {"matlab", "LSTM(32)", "12416"},
    {"matlab", "GRU(32)", "9312"},
    {"matlab", "GRU(32,reset_after=true)", "9408"},
    {"dl4j", "LSTM(32)", "12416"},
    {"dl4j", "RNN(32)", "3104"},
    {"dl4j", "LSTM(32,peepholes=true)", "12512"},
    {"cntk", "LSTM(32)", "12416"},
    {"cntk", "LSTM(32,peepholes=true)", "12512"},
    {"cntk", "LSTM(32,proj_size=16)", "10880"},
    {"cntk", "GRU(32)", "9312"},
    {"cntk", "RNN(32)", "3104"},
    {"coreml", "LSTM(32)", "12416"},
    {"coreml", "LSTM(32,bias=false)", "12288"},
    {"coreml", "LSTM(32,peepholes=true)", "12512"},
    {"coreml", "GRU(32)", "9312"},
    {"coreml", "RNN(32)", "3104"},
    {"burn", "LSTM(32)", "12544"},
    {"burn", "LSTM(32,bias=false)", "12288"},
    {"burn", "LSTM(32,coupled=true)", "12544"},
    {"burn", "GRU(32)", "9408"},
    {"burn", "GRU(32,reset_after=false)", "9408"},
    {"burn", "GRU(32,bias=false)", "9216"},
    {"burn", "RNN(32)", "3136"},
    {"burn", "RNN(32,bias=false)", "3072"},
    {"tinygrad", "LSTM(32)", "12544"},
    // (64 + 1) × 32; running statistics where they are counted.
    {"haiku", "Dense(32)", "2080"},
    {"dl4j", "Dense(32)", "2080"},
    {"onnx", "BatchNormalization()", "256"},
    {"coreml", "BatchNormalization()", "256"},
    {"haiku", "BatchNormalization()", "128"},
    {"burn", "BatchNormalization()", "256"},
    {"tinygrad", "BatchNormalization()", "257"},
    {"cntk", "BatchNormalization()", "128"},
    {"matlab", "BatchNormalization()", "128"},
    {"flax_linen", "BatchNormalization()", "128"},
    {"cntk", "Dense(32)", "2080"},
    {"cntk", "LayerNormalization()", "128"},
    {"matlab", "Dense(32)", "2080"},
    {"matlab", "LayerNormalization()", "128"},
    {"matlab", "GRU(32,bidirectional=true)", "18624"},
    {"coreml", "Dense(32)", "2080"},
    // Options that leave a tensor out.
    {"pytorch", "LayerNorm(bias=False)", "64"},
    {"pytorch", "LayerNorm(elementwise_affine=False)", "0"},
    {"pytorch", "BatchNorm1d(affine=False)", "0"},
    {"keras", "BatchNormalization(scale=False)", "192"},
    {"keras", "BatchNormalization(center=False,scale=False)", "128"},
    {"keras", "LayerNormalization(center=False)", "64"},
    {"mlx", "LayerNorm(bias=False)", "64"},
    {"burn", "LayerNorm(bias=false)", "64"},
    {"equinox", "LayerNorm(use_weight=False)", "64"},
    {"tinygrad", "BatchNorm(affine=False)", "129"},
    {"haiku", "RNN(32,double_bias=False)", "3104"},
    {"flax_linen", "MGU(32,reset_gate=False)", "6208"},
    // Two biases a gate, but one in an LSTM that is no N-step link and in an MGU, which multiplies
    // (64 + 32 + 1) × 32 twice.
    {"chainer", "LSTM(32)", "12416"},
    {"chainer", "NStepLSTM(1,64,32,0)", "12544"},
    {"chainer", "NStepGRU(1,64,32,0)", "9408"},
    {"chainer", "GRU(32)", "9408"},
    {"chainer", "RNN(32)", "3136"},
    {"chainer", "LSTM(None, 32)", "12416"},
    {"chainer", "MGU(32)", "6208"},
    {"chainer", "BatchNormalization()", "128"},
    // 3 × 32 of the peepholes; 32 of each state before the first time step.
    {"lasagne", "LSTM(32)", "12576"},
    {"lasagne", "LSTM(32,peepholes=False)", "12480"},
    {"lasagne", "LSTM(32,learn_init=True)", "12576"},
    {"lasagne", "GRU(32)", "9344"},
    {"lasagne", "RNN(32)", "3136"},
    {"lasagne", "RNN(32,bias=False)", "3104"},
    {"lasagne", "Dense(32)", "2080"},
    {"lasagne", "BatchNormalization()", "256"},
    {"openvino", "LSTM(32)", "12416"},
    {"openvino", "GRU(32)", "9312"},
    {"openvino", "GRU(32,linear_before_reset=True)", "9344"},
    {"openvino", "RNN(32)", "3104"},
    {"openvino", "Dense(32)", "2080"},
    {"openvino", "BatchNormalization()", "256"},
    {"wolfram", "LSTM(32)", "12416"},
    {"wolfram", "GRU(32)", "9312"},
    {"wolfram", "RNN(32)", "3104"},
    {"wolfram", "Dense(32)", "2080"},
    {"wolfram", "BatchNormalization()", "256"},
    {"wolfram", "LayerNormalization()", "128"},
};

TEST(Frameworks, PublishedTotals) {
  for (const TotalRow& row : totals) {
    SCOPED_TRACE(query_of_64(row.framework, row.layer));
    const Answer answer = explain(query_of_64(row.framework, row.layer));
    EXPECT_EQ(headlines(answer.problems), std::vector<std::string>());
    EXPECT_EQ(answer.total, row.total);
  }
}

// ------------------------------------------------------------------------------------------------- not there

/// Those of `ids` that the second table knows too.
std::vector<std::string> known(const std::vector<std::string>& ids) {
  std::vector<std::string> out;
  for (const std::string& id : ids)
    for (const StoredFacts& facts : framework_table)
      if (facts.id == id) out.push_back(id);
  return out;
}

TEST(Frameworks, WhatOneLacksIsToBeHadInOthers) {
  struct Row {
    const char* framework;
    const char* layer;
    const char* place;
    std::vector<std::string> frameworks;
  };
  const std::vector<std::string> with_peepholes{"tf1", "onnx", "dl4j", "cntk", "coreml"};
  const Row rows[] = {
      {"tinygrad", "GRU(32)", "0-3", {"notes",    "keras",   "pytorch",    "keras2",   "keras1", "tf1",
                                      "cudnn",    "onnx",    "flax_linen", "flax_nnx", "haiku",  "equinox",
                                      "mlx",      "mxnet",   "paddle",     "matlab",   "cntk",   "coreml",
                                      "burn",     "tfjs",    "candle",     "sonnet",   "ncnn",   "lux",
                                      "openvino", "wolfram", "chainer"}},
      {"dl4j", "GRU(32)", "0-3", {"notes",    "keras",   "pytorch",    "keras2",   "keras1", "tf1",
                                  "cudnn",    "onnx",    "flax_linen", "flax_nnx", "haiku",  "equinox",
                                  "mlx",      "mxnet",   "paddle",     "matlab",   "cntk",   "coreml",
                                  "burn",     "tfjs",    "candle",     "sonnet",   "ncnn",   "lux",
                                  "openvino", "wolfram", "chainer"}},
      {"equinox", "RNN(32)", "0-3", {"notes",  "keras",      "pytorch",  "keras2",   "keras1",  "tf1",
                                     "onnx",   "flax_linen", "flax_nnx", "haiku",    "mlx",     "mxnet",
                                     "paddle", "dl4j",       "cntk",     "coreml",   "burn",    "tfjs",
                                     "sonnet", "ncnn",       "lux",      "openvino", "wolfram", "chainer"}},
      {"matlab", "SimpleRNN(32)", "0-9", {"notes",  "keras",    "pytorch",    "keras2",   "keras1",
                                          "tf1",    "onnx",     "flax_linen", "flax_nnx", "haiku",
                                          "mlx",    "mxnet",    "paddle",     "dl4j",     "cntk",
                                          "coreml", "burn",     "tfjs",       "sonnet",   "ncnn",
                                          "lux",    "openvino", "wolfram",    "chainer"}},
      {"keras", "MGU(32)", "0-3", {"flax_linen", "chainer"}},
      {"flax_nnx", "MGU(32)", "0-3", {"flax_linen", "chainer"}},
      {"keras1", "LayerNorm()", "0-9", {"notes",  "keras",      "pytorch",  "keras2",  "tf1",
                                        "onnx",   "flax_linen", "flax_nnx", "haiku",   "equinox",
                                        "mlx",    "mxnet",      "paddle",   "matlab",  "cntk",
                                        "coreml", "burn",       "tinygrad", "tfjs",    "candle",
                                        "sonnet", "ncnn",       "lux",      "wolfram", "chainer"}},
      {"burn",
       "BatchNorm(scale=false)",
       "10-21",
       {"keras", "keras2", "keras1", "tf1", "cudnn", "flax_linen", "flax_nnx", "haiku", "mxnet", "paddle",
        "tfjs", "sonnet", "chainer"}},
      {"pytorch", "LSTM(32,peepholes=true)", "8-22", with_peepholes},
      {"burn", "LSTM(32,peepholes=true)", "8-22", with_peepholes},
      {"notes", "LSTM(32,coupled=true)", "8-20", {"tf1", "onnx", "coreml", "burn"}},
      {"keras", "LSTM(32,layer_norm=true)", "8-23", {"tf1"}},
      {"onnx",
       "LSTM(32,proj_size=16)",
       "8-20",
       {"pytorch", "tf1", "mxnet", "paddle", "cntk", "sonnet", "ncnn"}},
      {"haiku", "GRU(32,reset_after=true)", "7-23", {"keras",   "pytorch",  "keras2",     "keras1",
                                                     "cudnn",   "onnx",     "flax_linen", "flax_nnx",
                                                     "equinox", "mlx",      "mxnet",      "paddle",
                                                     "matlab",  "burn",     "candle",     "ncnn",
                                                     "lux",     "openvino", "wolfram",    "chainer"}},
      {"mlx",
       "GRU(32,reset_after=false)",
       "7-24",
       {"notes", "keras", "keras2", "keras1", "tf1", "onnx", "haiku", "matlab", "cntk", "coreml", "burn",
        "tfjs", "sonnet", "openvino", "chainer"}},
      {"cudnn",
       "LSTM(32,bias=false)",
       "8-18",
       {"notes", "keras", "pytorch", "keras2", "keras1", "onnx", "equinox", "mlx", "paddle", "coreml", "burn",
        "tinygrad", "tfjs", "candle", "lux"}},
      {"mxnet",
       "RNN(32,bias=false)",
       "7-17",
       {"notes", "keras", "pytorch", "keras2", "keras1", "onnx", "mlx", "paddle", "coreml", "burn", "tfjs",
        "lux"}},
      {"onnx",
       "Bidirectional(LSTM(32),merge_mode=sum)",
       "23-37",
       {"keras", "keras2", "keras1", "cudnn", "dl4j", "tfjs", "lux"}},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(query_of_64(row.framework, row.layer));
    const Answer answer = explain(query_of_64(row.framework, row.layer));
    ASSERT_EQ(answer.problems.size(), 1U);
    const ProblemAnswer& problem = answer.problems.front();
    EXPECT_EQ(headline(problem), std::string("layers unsupported ") + row.place);
    EXPECT_EQ(detail(problem, "framework"), row.framework);
    EXPECT_EQ(known(problem.frameworks), row.frameworks);
    EXPECT_EQ(answer.total, "");
    EXPECT_LE(std::count_if(problem.fixes.begin(), problem.fixes.end(),
                            [](const FixAnswer& fix) { return fix.kind == "count_as"; }),
              3);
  }
}

TEST(Frameworks, OptionsOfTwoLayersAreNotThoseOfOne) {
  const Answer answer = explain(query_of_64("tfa", "LSTM(32,peepholes=true,layer_norm=true)"));
  ASSERT_EQ(answer.problems.size(), 1U);
  const ProblemAnswer& problem = answer.problems.front();
  EXPECT_EQ(headline(problem), "layers unsupported 8-22");
  EXPECT_EQ(detail(problem, "option"), "peepholes");
  EXPECT_EQ(detail(problem, "layer"), "LayerNormLSTMCell");
  EXPECT_EQ(answer.total, "");
  std::vector<std::string> offered;
  for (const FixAnswer& fix : problem.fixes)
    if (fix.kind == "count_as") offered.push_back(fix.text);
  EXPECT_EQ(offered, std::vector<std::string>{"tf1"});
}

// torch/nn/modules/rnn.py and paddle/nn/layer/rnn.py want a projection smaller than the cell; the
// constructors of the others have no such limit.
TEST(Frameworks, OnlySomeWantASmallProjection) {
  std::vector<std::string_view> small;
  for (const Framework& framework : frameworks()) {
    if (offer(framework, Cell::lstm, Option::proj_size).fixed) continue;
    const Answer answer = explain(query_of_64(framework.id, "LSTM(32,proj_size=32)"));
    if (!answer.problems.empty()) small.push_back(framework.id);
    EXPECT_EQ(answer.total.empty(), !answer.problems.empty()) << framework.id;
  }
  EXPECT_EQ(small, (std::vector<std::string_view>{"pytorch", "paddle"}));
}

// --------------------------------------------------------------------------------------------------- tensors

/// "kernel:64x128;bias:128", as in reference.csv.
std::string tensors(const Answer& answer) {
  std::string out;
  for (const LayerAnswer& layer : answer.layers)
    for (const WeightAnswer& weight : layer.weights) {
      out += (out.empty() ? "" : ";") + weight.name;
      for (std::size_t i = 0; i < weight.shape.size(); ++i) out += (i == 0 ? ":" : "x") + weight.shape[i];
    }
  return out;
}

TEST(Frameworks, NamesShapesAndOrderOfTensors) {
  struct Row {
    const char* framework;
    const char* layer;
    const char* tensors;
  };
  const Row rows[] = {
      {"tf1", "LSTM(32,peepholes=true,proj_size=16)",
       "kernel:80x128;bias:128;w_f_diag:32;w_i_diag:32;w_o_diag:32;projection/kernel:32x16"},
      {"tf1", "GRU(32)", "gates/kernel:96x64;gates/bias:64;candidate/kernel:96x32;candidate/bias:32"},
      {"tf1", "LSTM(32,coupled=true,peepholes=true)", "W_0:96x96;B:96;W_F_diag:32;W_O_diag:32"},
      {"cudnn", "LSTM(32)", "kernel:64x128;recurrent_kernel:32x128;bias:256"},
      {"cudnn", "GRU(32)", "kernel:64x96;recurrent_kernel:32x96;bias:192"},
      {"onnx", "LSTM(32,peepholes=true)", "W:1x128x64;R:1x128x32;B:1x256;P:1x96"},
      {"onnx", "Bidirectional(LSTM(32,peepholes=true))", "W:2x128x64;R:2x128x32;B:2x256;P:2x96"},
      {"flax_linen", "GRU(32)",
       "ir/kernel:64x32;ir/bias:32;hr/kernel:32x32;iz/kernel:64x32;iz/bias:32;hz/kernel:32x32;in/kernel:64x32;in/bias:32;hn/kernel:32x32;hn/bias:32"},
      {"flax_linen", "MGU(32)",
       "if/kernel:64x32;if/bias:32;hf/kernel:32x32;hn/kernel:32x32;hn/bias:32;in/kernel:64x32;in/bias:32"},
      {"flax_linen", "MGU(32,reset_gate=false)",
       "if/kernel:64x32;if/bias:32;hf/kernel:32x32;hn/kernel:32x32;in/kernel:64x32;in/bias:32"},
      {"tf1", "LSTM(32,layer_norm=true,peepholes=true,proj_size=16)",
       "kernel:80x128;bias:128;input/gamma:32;input/beta:32;transform/gamma:32;transform/beta:32;forget/gamma:32;"
       "forget/beta:32;output/gamma:32;output/beta:32;w_f_diag:32;w_i_diag:32;w_o_diag:32;state/gamma:32;"
       "state/beta:32;projection/kernel:32x16"},
      {"tf1", "GRU(32,layer_norm=true)",
       "update_gate/gamma:32;update_gate/beta:32;reset_gate/gamma:32;reset_gate/beta:32;candidate_linear_x/gamma:32;"
       "candidate_linear_x/beta:32;candidate_linear_h/gamma:32;candidate_linear_h/beta:32;update_gate/kernel:96x32;"
       "reset_gate/kernel:96x32;candidate_linear_x/kernel:64x32;candidate_linear_h/kernel:32x32"},
      {"haiku", "RNN(32,double_bias=false)", "linear/w:64x32;linear/b:32;linear_1/w:32x32"},
      {"equinox", "GRU(32)", "weight_ih:96x64;weight_hh:96x32;bias:96;bias_n:32"},
      {"mlx", "GRU(32)", "Wx:96x64;Wh:96x32;b:96;bhn:32"},
      {"haiku", "LSTM(32)", "linear/w:96x128;linear/b:128"},
      {"mxnet", "Bidirectional(LSTM(32))",
       "l0_i2h_weight:128x64;l0_h2h_weight:128x32;l0_i2h_bias:128;l0_h2h_bias:128;r0_i2h_weight:128x64;r0_h2h_weight:128x32;r0_i2h_bias:128;r0_h2h_bias:128"},
      {"paddle", "LSTM(32,proj_size=16)",
       "0.cell.weight_ih:128x64;0.cell.weight_hh:128x16;0.cell.bias_ih:128;0.cell.bias_hh:128;"
       "0.cell.weight_ho:32x16"},
      {"paddle", "Bidirectional(LSTM(32,proj_size=16))",
       "0.cell_fw.weight_ih:128x64;0.cell_fw.weight_hh:128x16;0.cell_fw.bias_ih:128;0.cell_fw.bias_hh:128;"
       "0.cell_fw.weight_ho:32x16;0.cell_bw.weight_ih:128x64;0.cell_bw.weight_hh:128x16;0.cell_bw.bias_ih:128;"
       "0.cell_bw.bias_hh:128;0.cell_bw.weight_ho:32x16"},
      {"paddle", "LSTM(32)", "weight_ih_l0:128x64;weight_hh_l0:128x32;bias_ih_l0:128;bias_hh_l0:128"},
      {"matlab", "Bidirectional(GRU(32))",
       "InputWeights:96x64;RecurrentWeights:96x32;Bias:96;InputWeights:96x64;RecurrentWeights:96x32;Bias:96"},
      {"burn", "BatchNorm()", "gamma:64;beta:64;running_mean:64;running_var:64"},
      {"tinygrad", "BatchNorm()", "weight:64;bias:64;num_batches_tracked:1;running_mean:64;running_var:64"},
      {"dl4j", "BatchNorm()", "gamma:64;beta:64;mean:64;log10stdev:64"},
      {"cntk", "Dense(32)", "W:64x32;b:32"},
      {"matlab", "Dense(32)", "Weights:32x64;Bias:32"},
      {"pytorch", "LayerNorm(bias=false)", "weight:64"},
      {"keras", "BatchNormalization(center=false)", "gamma:64;moving_mean:64;moving_variance:64"},
      {"mxnet", "LSTM(32,proj_size=48)",
       "l0_i2h_weight:128x64;l0_h2h_weight:128x48;l0_i2h_bias:128;l0_h2h_bias:128;l0_h2r_weight:48x32"},
      {"matlab", "Bidirectional(LSTM(32))", "InputWeights:256x64;RecurrentWeights:256x32;Bias:256"},
      {"matlab", "GRU(32,reset_after=true)", "InputWeights:96x64;RecurrentWeights:96x32;Bias:192"},
      {"dl4j", "LSTM(32,peepholes=true)", "W:64x128;RW:32x131;b:128"},
      {"dl4j", "LSTM(32)", "W:64x128;RW:32x128;b:128"},
      {"dl4j", "Bidirectional(LSTM(32))", "fW:64x128;fRW:32x128;fb:128;bW:64x128;bRW:32x128;bb:128"},
      {"cntk", "GRU(32)", "b:96;W:64x96;H:32x64;H1:32x32"},
      {"coreml", "LSTM(32,peepholes=true)",
       "inputGateWeightMatrix:32x64;forgetGateWeightMatrix:32x64;blockInputWeightMatrix:32x64;outputGateWeightMatrix:32x64;inputGateRecursionMatrix:32x32;forgetGateRecursionMatrix:32x32;blockInputRecursionMatrix:32x32;outputGateRecursionMatrix:32x32;inputGateBiasVector:32;forgetGateBiasVector:32;blockInputBiasVector:32;outputGateBiasVector:32;inputGatePeepholeVector:32;forgetGatePeepholeVector:32;outputGatePeepholeVector:32"},
      {"burn", "Bidirectional(RNN(32))",
       "forward.gate.input_transform.weight:64x32;forward.gate.input_transform.bias:32;forward.gate.hidden_transform.weight:32x32;forward.gate.hidden_transform.bias:32;reverse.gate.input_transform.weight:64x32;reverse.gate.input_transform.bias:32;reverse.gate.hidden_transform.weight:32x32;reverse.gate.hidden_transform.bias:32"},
      {"chainer", "LSTM(32)", "lateral/W:128x32;upward/W:128x64;upward/b:128"},
      {"chainer", "GRU(32)",
       "U/W:32x32;U/b:32;U_r/W:32x32;U_r/b:32;U_z/W:32x32;U_z/b:32;W/W:32x64;W/b:32;W_r/W:32x64;W_r/b:32;W_z/"
       "W:32x64;W_z/b:32"},
      {"chainer", "NStepGRU(2, 64, 32)",
       "0/b0:32;0/b1:32;0/b2:32;0/b3:32;0/b4:32;0/b5:32;0/w0:32x64;0/w1:32x64;0/w2:32x64;0/w3:32x32;0/w4:32x32;"
       "0/w5:32x32;1/b0:32;1/b1:32;1/b2:32;1/b3:32;1/b4:32;1/b5:32;1/w0:32x32;1/w1:32x32;1/w2:32x32;1/w3:32x32;"
       "1/w4:32x32;1/w5:32x32"},
      // Layer by layer, forward and backward.
      {"chainer", "NStepBiRNNTanh(2, 64, 32)",
       "0/b0:32;0/b1:32;0/w0:32x64;0/w1:32x32;1/b0:32;1/b1:32;1/w0:32x64;1/w1:32x32;2/b0:32;2/b1:32;2/w0:32x64;"
       "2/w1:32x32;3/b0:32;3/b1:32;3/w0:32x64;3/w1:32x32"},
      {"chainer", "MGU(32)", "W_f/W:32x96;W_f/b:32;W_h/W:32x96;W_h/b:32"},
      {"chainer", "EmbedID(7, 3)", "W:7x3"},
      {"lasagne", "LSTMLayer(32)",
       "W_in_to_ingate:64x32;W_hid_to_ingate:32x32;b_ingate:32;W_in_to_forgetgate:64x32;W_hid_to_forgetgate:32x32;"
       "b_forgetgate:32;W_in_to_cell:64x32;W_hid_to_cell:32x32;b_cell:32;W_in_to_outgate:64x32;"
       "W_hid_to_outgate:32x32;b_outgate:32;W_cell_to_ingate:32;W_cell_to_forgetgate:32;W_cell_to_outgate:32;"
       "cell_init:1x32;hid_init:1x32"},
      {"lasagne", "GRULayer(32)",
       "W_in_to_updategate:64x32;W_hid_to_updategate:32x32;b_updategate:32;W_in_to_resetgate:64x32;"
       "W_hid_to_resetgate:32x32;b_resetgate:32;W_in_to_hidden_update:64x32;W_hid_to_hidden_update:32x32;"
       "b_hidden_update:32;hid_init:1x32"},
      {"lasagne", "RecurrentLayer(32)",
       "hid_init:1x32;input_to_hidden.W:64x32;input_to_hidden.b:32;hidden_to_hidden.W:32x32"},
      {"openvino", "GRU(32)", "W:1x96x64;R:1x96x32;B:1x96"},
      {"openvino", "Bidirectional(GRU(32,linear_before_reset=true))", "W:2x96x64;R:2x96x32;B:2x128"},
      {"wolfram", "GRU(32)",
       "InputGateInputWeights:32x64;InputGateStateWeights:32x32;InputGateBiases:32;ResetGateInputWeights:32x64;"
       "ResetGateStateWeights:32x32;ResetGateBiases:32;MemoryGateInputWeights:32x64;MemoryGateStateWeights:32x32;"
       "MemoryGateBiases:32"},
      {"wolfram", "RNN(32)", "InputWeights:32x64;StateWeights:32x32;Biases:32"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(query_of_64(row.framework, row.layer));
    EXPECT_EQ(tensors(explain(query_of_64(row.framework, row.layer))), row.tensors);
  }
}

// bias_ih_attr=False makes zeros with stop_gradient (paddle/nn/layer/rnn.py), scale=False a parameter without
// a gradient (mxnet/gluon/nn/basic_layers.py): the tensor stays, and is not trained.
TEST(Frameworks, SomeKeepWhatIsSwitchedOff) {
  const auto frozen = [](const char* framework, const char* layer) {
    std::vector<std::string> out;
    const Answer answer = explain(query_of_64(framework, layer));
    for (const WeightAnswer& weight : answer.layers.front().weights)
      if (!weight.trainable) out.push_back(weight.name);
    return out;
  };
  EXPECT_EQ(frozen("paddle", "LSTM(32,bias=false)"),
            (std::vector<std::string>{"0.cell.bias_ih", "0.cell.bias_hh"}));
  EXPECT_EQ(frozen("paddle", "GRU(32,bias=true)"), std::vector<std::string>());
  EXPECT_EQ(frozen("paddle", "BatchNorm(scale=false)"),
            (std::vector<std::string>{"weight", "_mean", "_variance"}));
  EXPECT_EQ(frozen("mxnet", "LayerNorm(scale=false)"), std::vector<std::string>{"gamma"});
  // trainable=learn_init (lasagne/layers/recurrent.py).
  EXPECT_EQ(frozen("lasagne", "LSTM(32)"), (std::vector<std::string>{"cell_init", "hid_init"}));
  EXPECT_EQ(frozen("lasagne", "LSTM(32,learn_init=true)"), std::vector<std::string>());
}

// ------------------------------------------------------------------------------------------------------ rows

TEST(Frameworks, EveryRowSaysWhereItIsFrom) {
  std::set<std::string_view> words;
  for (const Framework& framework : frameworks()) {
    SCOPED_TRACE(framework.id);
    EXPECT_FALSE(framework.reason.empty());
    EXPECT_FALSE(Words(framework.words).units.empty() || Words(framework.words).input.empty());
    if (framework.id != "notes") {
      EXPECT_TRUE(framework.source.starts_with("https://"));
      EXPECT_FALSE(framework.version.empty());
      EXPECT_FALSE(framework.name.empty());
    }
    EXPECT_TRUE(words.insert(framework.id).second);
    for (const std::string_view synonym : framework.synonyms)
      EXPECT_TRUE(words.insert(synonym).second) << synonym;
  }
}

TEST(Frameworks, AreFoundByTheirWords) {
  for (const Framework& framework : frameworks()) {
    EXPECT_EQ(find_framework(framework.id), &framework) << framework.id;
    for (const std::string_view synonym : framework.synonyms)
      EXPECT_EQ(find_framework(synonym), &framework) << synonym;
  }
}

// A kind of layer that does nothing but store is one that some framework stores something for, also among
// what comes later.
TEST(Frameworks, StoreSomethingForEachKindThatIsToldToLearn) {
  for (const LayerWord& layer : layers()) {
    const auto stores = [&](const Layout* one) { return one->cell == layer.cell && !one->tensors.empty(); };
    const bool stored =
        std::any_of(frameworks().begin(), frameworks().end(), [&](const Framework& framework) {
          const std::vector<const Layout*> all = all_layouts(framework);
          return std::any_of(all.begin(), all.end(), stores);
        });
    EXPECT_EQ(layer.does == Does::stores, stored || layer.cell == Cell::custom) << layer.names.front();
  }
}

TEST(Frameworks, EverySideOfEveryTensorIsALength) {
  for (const Framework& framework : frameworks())
    for (const Layout* one : all_layouts(framework))
      for (const TensorRow& row : one->tensors) {
        SCOPED_TRACE(std::string(framework.id) + " " + std::string(one->name) + " " + std::string(row.name));
        EXPECT_LE(row.sides, row.shape.size());
        for (std::size_t i = 0; i < row.sides; ++i) EXPECT_GE(row.shape[i].times, 1U);
      }
}

// The second table and the rows agree on what there is.
TEST(Frameworks, HaveTheCellsOfTheSecondTable) {
  for (const StoredFacts& facts : framework_table) {
    const Framework* framework = find_framework(facts.id);
    ASSERT_NE(framework, nullptr) << facts.id;
    const auto expect = [&](Cell cell, bool there) {
      EXPECT_EQ(has_cell(*framework, cell), there) << facts.id << " " << name(cell);
    };
    expect(Cell::lstm, facts.lstm != 0);
    expect(Cell::gru, facts.gru_after != 0 || facts.gru_before != 0);
    expect(Cell::rnn, facts.rnn != 0);
    expect(Cell::mgu, facts.mgu != 0);
    expect(Cell::batch_normalization, facts.statistics != 0);
    expect(Cell::dropout, true);
    for (const Cell cell : {Cell::embedding, Cell::dense, Cell::layer_normalization})
      expect(cell, has_word(facts.other, name(cell)));
    for (const Cell cell : {Cell::lstm, Cell::gru, Cell::rnn, Cell::dense})
      EXPECT_EQ(has_cell(*framework, cell) && !offer(*framework, cell, Option::bias).fixed,
                has_word(facts.bias, name(cell)))
          << facts.id << " " << name(cell);
    for (const Option option :
         {Option::proj_size, Option::peepholes, Option::coupled, Option::layer_norm, Option::merge_mode})
      EXPECT_EQ(!offer(*framework, Cell::lstm, option).fixed,
                has_word(facts.options, word(option).spellings.front()))
          << facts.id << " " << word(option).spellings.front();
  }
}

// --------------------------------------------------------------------------------- every option of every
// cell

/// "LSTM(32,bias=false,peepholes=true)" and so on: every combination of the options that change a count.
std::vector<std::string> flag_combinations(const Framework& framework, const LayerWord& layer) {
  std::vector<std::string> out{""};
  for (const Option option : layer.options) {
    const OptionWord& facts = word(option);
    const bool size = option == Option::proj_size;
    if (!is_stored(option) || option == Option::bidirectional ||
        (facts.kind != OptionWord::Kind::flag && !size))
      continue;
    if (offer(framework, layer.cell, option).fixed) continue;
    std::vector<std::string> more;
    for (const char* value : {size ? "0" : "false", size ? "16" : "true"})
      for (const std::string& before : out)
        more.push_back(before + "," + std::string(facts.spellings.front()) + "=" + value);
    out = std::move(more);
  }
  return out;
}

bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

void expect_sum_of_tensors(const LayerAnswer& layer) {
  Big sum = 0;
  for (const WeightAnswer& weight : layer.weights) {
    Big count = 1;
    for (const std::string& side : weight.shape) {
      EXPECT_GT(to_big(side).value_or(0), Big{0}) << weight.name;
      count *= to_big(side).value_or(0);
    }
    sum += count;
  }
  EXPECT_EQ(layer.total, to_string(sum));
  ASSERT_FALSE(layer.steps.empty());
  EXPECT_EQ(layer.steps.back().value, layer.total);
  for (const StepAnswer& step : layer.steps)
    EXPECT_EQ(to_string(Calculator::value(step.numbers.text).value_or(0)), step.value) << step.numbers.text;
}

TEST(Frameworks, TensorsAndFormulasAgreeInEveryCombinationOfOptions) {
  std::size_t checked = 0;
  for (const Framework& framework : frameworks())
    for (const LayerWord& layer : layers()) {
      if (!layer.recurrent || !has_cell(framework, layer.cell)) continue;
      for (const std::string& options : flag_combinations(framework, layer)) {
        if (asks_for_two_layers(framework, options)) continue;
        for (const char* shape :
             {"", ",bidirectional=true", ",num_layers=2", ",num_layers=2,bidirectional=true"}) {
          const bool stacks = has(layer, Option::num_layers);
          if (!stacks && has(std::string(shape), "num_layers")) continue;
          const std::string text = std::string(layer.names.front()) + "(" + required_of_64(framework, layer) +
                                   shape + options + ")";
          SCOPED_TRACE(query_of_64(framework.id, text));
          const Answer answer = explain(query_of_64(framework.id, text));
          EXPECT_TRUE(answer.problems.empty());
          ++checked;
          Big sum = 0;
          for (const LayerAnswer& one : answer.layers) {
            expect_sum_of_tensors(one);
            sum += to_big(one.total).value_or(0);
          }
          EXPECT_EQ(answer.total, to_string(sum));
          EXPECT_EQ(answer.layers.size(), has(text, "num_layers=2") ? 2U : 1U);
        }
      }
    }
  EXPECT_GE(checked, 400U);
}

TEST(Frameworks, TensorsAndFormulasAgreeInTheOtherLayers) {
  for (const Framework& framework : frameworks())
    for (const LayerWord& layer : layers()) {
      if (layer.recurrent || layer.cell == Cell::embedding || !has_cell(framework, layer.cell)) continue;
      if (layer.cell == Cell::passing || layer.cell == Cell::custom) continue;
      const std::string required = required_of_64(framework, layer);
      for (const std::string& options : flag_combinations(framework, layer)) {
        const std::string arguments = required + options;
        const std::string text = std::string(layer.names.front()) + "(" +
                                 arguments.substr(arguments.starts_with(',') ? 1 : 0) + ")";
        SCOPED_TRACE(query_of_64(framework.id, text));
        const Answer answer = explain(query_of_64(framework.id, text));
        EXPECT_TRUE(answer.problems.empty());
        ASSERT_EQ(answer.layers.size(), 1U);
        expect_sum_of_tensors(answer.layers.front());
      }
    }
}

// Nothing stands for a size that has to be said.
TEST(Frameworks, WhatIsRequiredIsAskedFor) {
  std::size_t asked = 0;
  for (const Framework& framework : frameworks())
    for (const LayerWord& layer : layers()) {
      if (!has_cell(framework, layer.cell)) continue;
      for (const Option left_out : layer.options) {
        // xLSTM's is as wide as what it reads, with four heads.
        if (!word(left_out).required || framework.id == "xlstm") continue;
        std::string others;
        for (const Option option : layer.options)
          if (word(option).required && option != left_out)
            others +=
                "," + std::string(word(option).spellings.front()) + "=" + std::string(word(option).fresh);
        const std::string query = "framework=" + std::string(framework.id) +
                                  "&input=64&timesteps=6&layers=" + std::string(layer.names.front()) + "(" +
                                  others.substr(others.empty() ? 0 : 1) + ")";
        const Answer answer = explain(query);
        EXPECT_FALSE(answer.problems.empty()) << query;
        EXPECT_EQ(answer.total, "") << query;
        ++asked;
      }
    }
  EXPECT_GE(asked, 100U);
}

}  // namespace
}  // namespace rnn
