// Models in JSON, as Keras and TensorFlow.js write them.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/core/answer.h"
#include "tests/core/keras_models.h"
#include "tests/core/readings.h"
#include "tests/core/sampled.h"

namespace rnn {
namespace {

struct Row {
  std::string id;
  std::string text;
  std::string total;
  std::string query;
};

std::vector<Row> rows() {
  std::vector<Row> out;
  for (std::string_view rest = keras_models_jsonl; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const nlohmann::json row = nlohmann::json::parse(line);
    out.push_back({row["id"], row["text"], row["total"], row["query"]});
  }
  return out;
}

/// The kinds of layers with what they read and hand on.
std::vector<std::string> layers_of(const std::string& query) {
  std::vector<std::string> out;
  for (const LayerAnswer& layer : explain(query).layers)
    out.push_back(layer.cell + " " + layer.input + " " + layer.units + " " + layer.output + " " +
                  layer.total);
  return out;
}

std::vector<std::string> codes_of(const TextReading& reading, TextPiece::Kind kind) {
  std::vector<std::string> out;
  for (const TextPiece& piece : reading.pieces)
    if (piece.kind == kind) out.emplace_back(piece.code);
  return out;
}

TEST(ReadKerasJson, AsTensorFlowJsWroteThem) {
  const std::vector<Row> all = rows();
  ASSERT_GT(all.size(), 90U);
  for (const Row& row : all) {
    SCOPED_TRACE(row.id);
    const TextReading reading = read_text(row.text);
    EXPECT_EQ(reading.form, Form::keras_json);
    EXPECT_EQ(total_of(reading.query), row.total) << reading.query;
    EXPECT_EQ(layers_of(reading.query), layers_of(row.query)) << reading.query;
    EXPECT_TRUE(reading.problems.empty());
    EXPECT_TRUE(codes_of(reading, TextPiece::Kind::unknown).empty());
    const bool lists_weights = row.text.find("\"weightsManifest\"") != std::string::npos;
    EXPECT_EQ(reading.printed.total, lists_weights ? row.total : "");
  }
}

TEST(ReadKerasJson, EveryPieceIsWhatItSays) {
  const std::vector<Row> all = rows();
  for (std::size_t i = 0; i < all.size(); i += 5 * one_of) {
    SCOPED_TRACE(all[i].id);
    telling_reading(all[i].text);
  }
}

// --- other writers, in the layouts of their versions; the totals are worked out by hand

constexpr std::string_view keras_1 =
    R"({"class_name": "Sequential", "keras_version": "1.1.0", "config": [{"class_name": "GRU", "config":
{"inner_activation": "hard_sigmoid", "trainable": true, "inner_init": "orthogonal", "output_dim": 8,
"consume_less": "cpu", "init": "glorot_uniform", "dropout_U": 0.0, "input_dtype": "float32", "batch_input_shape":
[null, 20, 5], "input_length": null, "W_regularizer": null, "name": "gru_1", "return_sequences": false,
"input_dim": 5}}, {"class_name": "Dense", "config": {"W_constraint": null, "name": "dense_1", "bias": true,
"input_dim": null, "activation": "linear", "output_dim": 3}}]})";

constexpr std::string_view keras_2 =
    R"({"format": "layers-model", "generatedBy": "keras v2.4.0", "convertedBy": "TensorFlow.js Converter v3.0.0",
"modelTopology": {"keras_version": "2.4.0", "backend": "tensorflow", "model_config": {"class_name": "Sequential",
"config": {"name": "sequential", "layers": [{"class_name": "InputLayer", "config": {"batch_input_shape": [null, 6, 1],
"dtype": "float32", "sparse": false, "ragged": false, "name": "gru_input"}}, {"class_name": "GRU", "config": {"name":
"gru", "trainable": true, "batch_input_shape": [null, 6, 1], "dtype": "float32", "return_sequences": false,
"time_major": false, "units": 8, "activation": "tanh", "use_bias": true, "kernel_initializer": {"class_name":
"GlorotUniform", "config": {"seed": null}}, "implementation": 2, "reset_after": true}}, {"class_name":
"BatchNormalization", "config": {"name": "batch_normalization", "trainable": true, "axis": [1], "momentum": 0.99,
"center": true, "scale": true}}, {"class_name": "Dense", "config": {"name": "dense", "trainable": false, "units": 2,
"use_bias": true}}]}}, "training_config": {"loss": "mse", "optimizer_config": {"class_name": "Adam", "config":
{"learning_rate": 0.001}}}}, "weightsManifest": [{"paths": ["group1-shard1of1.bin"], "weights": [{"name":
"gru/gru_cell/kernel", "shape": [1, 24]}, {"name": "gru/gru_cell/recurrent_kernel", "shape": [8, 24]}, {"name":
"gru/gru_cell/bias", "shape": [2, 24]}, {"name": "batch_normalization/gamma", "shape": [8]}, {"name":
"batch_normalization/beta", "shape": [8]}, {"name": "batch_normalization/moving_mean", "shape": [8]}, {"name":
"batch_normalization/moving_variance", "shape": [8]}, {"name": "dense/kernel", "shape": [8, 2]}, {"name":
"dense/bias", "shape": [2]}]}]})";

constexpr std::string_view keras_3 =
    R"({"module": "keras.src.models.functional", "class_name": "Functional", "config": {"name": "functional",
"trainable": true, "layers": [{"module": "keras.layers", "class_name": "InputLayer", "config": {"batch_shape":
[null, null, 70], "dtype": "float32", "name": "enc_in"}, "registered_name": null, "name": "enc_in", "inbound_nodes":
[]}, {"module": "keras.layers", "class_name": "InputLayer", "config": {"batch_shape": [null, null, 90], "dtype":
"float32", "name": "dec_in"}, "registered_name": null, "name": "dec_in", "inbound_nodes": []}, {"module":
"keras.layers", "class_name": "LSTM", "config": {"name": "lstm", "trainable": true, "dtype": {"module": "keras",
"class_name": "DTypePolicy", "config": {"name": "float32"}, "registered_name": null}, "return_state": true, "units":
256, "use_bias": true, "seed": null}, "registered_name": null, "build_config": {"input_shape": [null, null, 70]},
"name": "lstm", "inbound_nodes": [{"args": [{"class_name": "__keras_tensor__", "config": {"shape": [null, null, 70],
"dtype": "float32", "keras_history": ["enc_in", 0, 0]}}], "kwargs": {"training": false, "mask": null}}]}, {"module":
"keras.layers", "class_name": "LSTM", "config": {"name": "lstm_1", "trainable": true, "return_sequences": true,
"units": 256, "use_bias": true}, "registered_name": null, "name": "lstm_1", "inbound_nodes": [{"args":
[{"class_name": "__keras_tensor__", "config": {"shape": [null, null, 90], "keras_history": ["dec_in", 0, 0]}}],
"kwargs": {"initial_state": [{"class_name": "__keras_tensor__", "config": {"shape": [null, 256], "keras_history":
["lstm", 0, 1]}}, {"class_name": "__keras_tensor__", "config": {"shape": [null, 256], "keras_history": ["lstm", 0,
2]}}]}}]}, {"module": "keras.layers", "class_name": "Dense", "config": {"name": "dense", "trainable": true, "units":
90, "use_bias": true, "quantization_config": null}, "registered_name": null, "name": "dense", "inbound_nodes":
[{"args": [{"class_name": "__keras_tensor__", "config": {"shape": [null, null, 256], "keras_history": ["lstm_1", 0,
0]}}], "kwargs": {}}]}], "input_layers": [["enc_in", 0, 0], ["dec_in", 0, 0]], "output_layers": [["dense", 0, 0]]},
"registered_name": "Functional", "build_config": {"input_shape": null}, "compile_config": {"optimizer": "rmsprop",
"loss": "mse"}})";

/// A Sequential of these layers.
std::string sequential(const std::string& layers, const std::string& more = "") {
  return R"({"class_name": "Sequential", "config": {"name": "s", "layers": [)" + layers + "]" + more + "}}";
}

TEST(ReadKerasJson, EachVersionInItsLayout) {
  const TextReading first = telling_reading(keras_1);
  EXPECT_EQ(first.query, "framework=keras1&input=5&timesteps=20&layers=GRU(8),Dense(3)");
  EXPECT_EQ(total_of(first.query), std::to_string(3 * 8 * (5 + 8 + 1) + 8 * 3 + 3));
  const TextReading second = telling_reading(keras_2);
  EXPECT_EQ(
      second.query,
      "framework=keras2&input=1&timesteps=6&layers=GRU(8),BatchNormalization(axis=1),Dense(2,trainable=false)");
  EXPECT_EQ(total_of(second.query), std::to_string(3 * 8 * (1 + 8 + 2) + 4 * 8 + 8 * 2 + 2));
  EXPECT_EQ(second.printed.total, total_of(second.query));
  EXPECT_TRUE(second.problems.empty());
  const TextReading third = telling_reading(keras_3);
  EXPECT_EQ(third.query, "framework=keras&input=70&layers=LSTM(256),LSTM(256,input_dim=90),Dense(90)");
  EXPECT_EQ(total_of(third.query), "713306");  // facts: pasted.md, row 14
}

// As Keras 2.15 writes its layer; without a version it is still no layer of Keras 3. 8 × 64 × (3 × 32 + 1).
TEST(ReadKerasJson, LayersThatOnlyEarlierReleasesHave) {
  const std::string one =
      R"({"class_name": "Sequential", "config": {"name": "sequential", "layers": [{"class_name": "InputLayer", "config":
{"batch_input_shape": [null, 10, 32], "dtype": "float32", "name": "i"}}, {"class_name": "LocallyConnected1D",
"config": {"name": "l", "trainable": true, "filters": 64, "kernel_size": [3], "strides": [1], "padding": "valid",
"data_format": "channels_last", "activation": "relu", "use_bias": true, "implementation": 1}}]}})";
  const TextReading reading = read_text(one);
  EXPECT_EQ(canonical_of(reading.query),
            canonical_of("framework=keras2&input=32&timesteps=10&layers=LocallyConnected1D(64,3)"));
  EXPECT_EQ(total_of(reading.query), "49664");
  // Another one stores other numbers: it is told, not counted as this one.
  std::string other = one;
  other.replace(other.find("\"implementation\": 1"), 19, "\"implementation\": 2");
  EXPECT_EQ(total_of(read_text(other).query), "") << read_text(other).query;
}

TEST(ReadKerasJson, AsPythonPrintsItAndInOtherWrappings) {
  const std::string json = sequential(
      R"({"class_name": "LSTM", "config": {"units": 4, "batch_input_shape": [null, 7, 3], "name": "it's"}})");
  std::string escaped;
  for (const char c : json) escaped += c == '"' ? std::string("\\\"") : std::string(1, c);
  const std::string python =
      "{'name': 's', 'layers': [{'class_name': 'LSTM', 'config': {'units': 4, 'batch_input_shape': (None, 7, 3), "
      "'trainable': True, 'activation': <function tanh at 0x7f>}}]}";
  for (const std::string& text :
       {json, "'" + json + "'", "b'" + json + "'", "{\"model_config\": \"" + escaped + "\", \"x\": 1}",
        python, "model_from_json('" + json + "').summary()", "```json\n" + json + "\n```\n",
        "In [3]: m.get_config()\r\nOut[3]:\r\n" + python + "\r\n", "\x1B[32m# " + json + "\x1B[0m",
        "It's this:\n" + json}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(telling_reading(text).query, "framework=keras&input=3&timesteps=7&layers=LSTM(4)");
  }
}

TEST(ReadKerasJson, WhatComesInIsSaidByOneOfItsPlaces) {
  const std::string dense = R"({"class_name": "Dense", "config": {"units": 2}})";
  const auto query = [](const std::string& text) { return telling_reading(text).query; };
  EXPECT_EQ(query(sequential(dense, R"(, "build_input_shape": [null, 9])")),
            "framework=keras&input=9&layers=Dense(2)");
  EXPECT_EQ(
      query(sequential(
          R"({"class_name": "Dense", "config": {"units": 2}, "build_config": {"input_shape": [null, 9]}})")),
      "framework=keras&input=9&layers=Dense(2)");
  EXPECT_EQ(
      query(sequential(
          R"({"class_name": "LSTM", "config": {"units": 2, "batch_input_shape": {"class_name": "TensorShape", "items": [null, 5, 9]}}})")),
      "framework=keras&input=9&timesteps=5&layers=LSTM(2)");
  EXPECT_EQ(query(sequential(
                R"({"class_name": "Flatten", "config": {"batch_input_shape": [null, 28, 28]}}, )" + dense)),
            "framework=keras&input=28&timesteps=28&layers=Flatten(),Dense(2)");
  // An input that is not there is asked for, not guessed.
  EXPECT_EQ(total_of(query(sequential(dense))), "");
}

TEST(ReadKerasJson, WrappersCellsAndModelsInside) {
  const std::string shape = R"("batch_input_shape": [null, 5, 3])";
  const TextReading frozen = telling_reading(sequential(
      R"({"class_name": "Bidirectional", "config": {)" + shape +
      R"(, "merge_mode": null, "layer": {"class_name": "GRU", "config": {"units": 4, "trainable": false}},
          "backward_layer": {"class_name": "GRU", "config": {"units": 4, "trainable": false, "go_backwards": true}}}})"));
  EXPECT_EQ(
      frozen.query,
      "framework=keras&input=3&timesteps=5&layers=Bidirectional(GRU(4,trainable=false),merge_mode=none)");
  EXPECT_TRUE(frozen.problems.empty());
  const TextReading uneven =
      telling_reading(sequential(R"({"class_name": "Bidirectional", "config": {)" + shape +
                                 R"(, "layer": {"class_name": "GRU", "config": {"units": 4}},
          "backward_layer": {"class_name": "GRU", "config": {"units": 6, "go_backwards": true}}}})"));
  EXPECT_EQ(uneven.query,
            "framework=keras&input=3&timesteps=5&layers=Bidirectional(GRU(4),backward_layer=GRU(6))");
  EXPECT_TRUE(uneven.problems.empty());
  const TextReading cells = telling_reading(sequential(
      R"({"class_name": "RNN", "config": {)" + shape +
      R"(, "return_sequences": true, "cell": {"class_name": "StackedRNNCells", "config": {"name": "c", "cells":
         [{"class_name": "LSTMCell", "config": {"units": 4}}, {"class_name": "GRUCell", "config": {"units": 6,
         "reset_after": false}}]}}}}, {"class_name": "Flatten", "config": {}})"));
  EXPECT_EQ(
      cells.query,
      "framework=keras&input=3&timesteps=5&layers=LSTM(4,return_sequences=true),GRU(6,reset_after=false,return_sequences=true),Flatten()");
  const TextReading images = sound_reading(sequential(
      R"({"class_name": "TimeDistributed", "config": {"batch_input_shape": [null, 5, 8, 8, 3], "layer": )" +
      sequential(R"({"class_name": "Conv2D", "config": {"filters": 4, "kernel_size": [3, 3]}},
                    {"class_name": "GlobalAveragePooling2D", "config": {}})") +
      R"(}}, {"class_name": "LSTM", "config": {"units": 2}})"));
  const std::vector<LayerAnswer> layers = explain(images.query).layers;
  ASSERT_EQ(layers.size(), 3U);
  EXPECT_EQ(layers[2].input, "4");
}

/// A layer of a graph; `reads` are pairs of a name and a tensor's place.
std::string node(const std::string& kind, const std::string& name, const std::string& config,
                 const std::vector<std::pair<std::string, int>>& reads) {
  std::string inbound;
  for (const auto& [from, tensor] : reads)
    inbound += (inbound.empty() ? "[\"" : ", [\"") + from + "\", 0, " + std::to_string(tensor) + ", {}]";
  if (!inbound.empty()) inbound = "[" + inbound + "]";
  return R"({"class_name": ")" + kind + R"(", "name": ")" + name + R"(", "config": {"name": ")" + name +
         "\"" + (config.empty() ? "" : ", " + config) + R"(}, "inbound_nodes": [)" + inbound + "]}";
}

std::string graph(const std::vector<std::string>& nodes) {
  std::string out;
  for (const std::string& one : nodes) out += (out.empty() ? "" : ",\n") + one;
  return R"({"class_name": "Functional", "config": {"name": "g", "layers": [)" + out + "]}}";
}

TEST(ReadKerasJson, WidthsAreFollowedAlongTheGraph) {
  const std::string input = node("InputLayer", "in", R"("batch_input_shape": [null, 10, 6])", {});
  const std::string both = R"("merge_mode": "concat", "layer": {"class_name": "LSTM", "config": {"units": 5,
                               "return_state": true}})";
  // The states of a layer are as wide as one direction of it.
  EXPECT_EQ(
      telling_reading(graph({input, node("Bidirectional", "bi", both, {{"in", 0}}),
                             node("Concatenate", "cat", R"("axis": -1)", {{"bi", 1}, {"bi", 3}, {"bi", 0}}),
                             node("Dense", "out", R"("units": 1)", {{"cat", 0}})}))
          .query,
      "framework=keras&input=6&timesteps=10&layers=Bidirectional(LSTM(5)),Concatenate(input_dim=20),Dense(1)");
  // Two directions that are not merged are two tensors: 2·4·4·(6 + 4 + 1) + 2·(8 + 1).
  const std::string apart = R"("merge_mode": null, "layer": {"class_name": "LSTM", "config": {"units": 4,
                               "return_sequences": true}})";
  EXPECT_EQ(
      total_of(telling_reading(graph({input, node("Bidirectional", "bi", apart, {{"in", 0}}),
                                      node("Concatenate", "cat", R"("axis": -1)", {{"bi", 0}, {"bi", 1}}),
                                      node("Dense", "out", R"("units": 2)", {{"cat", 0}})}))
                   .query),
      "370");
  // Side by side, or one behind the other.
  const std::string sequence = R"("return_sequences": true, "units": 4)";
  const auto joined = [&](const std::string& axis) {
    return read_text(graph({input, node("LSTM", "a", sequence, {{"in", 0}}),
                            node("LSTM", "b", sequence, {{"a", 0}}),
                            node("Concatenate", "cat", axis, {{"a", 0}, {"b", 0}}),
                            node("GRU", "out", R"("units": 1, "reset_after": true)", {{"cat", 0}})}))
        .query;
  };
  EXPECT_EQ(layers_of(joined(R"("axis": 2)")).back().substr(0, 5), "GRU 8");
  EXPECT_EQ(layers_of(joined(R"("axis": 1)")).back().substr(0, 5), "GRU 4");
  // Another branch says what it reads; the steps that it reads, too, where a layer counts on them.
  EXPECT_EQ(
      telling_reading(
          graph({input, node("LSTM", "a", R"("units": 4)", {{"in", 0}}),
                 node("LSTM", "b", sequence, {{"in", 0}}), node("Flatten", "flat", "", {{"b", 0}}),
                 node("Dense", "out", R"("units": 1)", {{"flat", 0}})}))
          .query,
      "framework=keras&input=6&timesteps=10&layers=LSTM(4),LSTM(4,input_dim=6,timesteps=10,return_sequences="
      "true),Flatten(),Dense(1)");
  // What comes from a layer that hides it is not taken from the layer that happens to stand before.
  const TextReading hidden = sound_reading(
      graph({input, node("Lambda", "f", "", {{"in", 0}}), node("LSTM", "a", R"("units": 4)", {{"in", 0}}),
             node("Dense", "out", R"("units": 1)", {{"f", 0}})}));
  EXPECT_EQ(total_of(hidden.query), "");
}

TEST(ReadKerasJson, WhatIsNotKnownIsVisible) {
  const std::string shape = R"("batch_input_shape": [null, 5, 3])";
  const TextReading own = sound_reading(sequential(
      R"({"class_name": "LSTM", "config": {"units": 4, )" + shape +
      R"(}}, {"class_name": "Custom>MyAttention", "config": {"units": 16, "heads": 2, "name": "a"}})"));
  EXPECT_EQ(total_of(own.query), "");
  EXPECT_NE(own.query.find("MyAttention"), std::string::npos);
  EXPECT_EQ(codes_of(own, TextPiece::Kind::unknown), (std::vector<std::string>{"argument", "argument"}));
  const std::string channels = R"({"class_name": "Conv1D", "config": {"filters": 4, "kernel_size": [3],
                                   "data_format": "channels_first", )" +
                               shape + "}}";
  EXPECT_EQ(total_of(sound_reading(sequential(channels)).query), "");
  const TextReading function = sound_reading(
      sequential(R"({"class_name": "LSTM", "config": {"units": 4, )" + shape +
                 R"(}}, {"class_name": "TFOpLambda", "config": {"name": "tf.reshape", "function": "reshape"}},
         {"class_name": "Dense", "config": {"units": 1}})"));
  EXPECT_EQ(total_of(function.query), "");  // how wide it is is asked for
}

TEST(ReadKerasJson, TextThatIsCut) {
  const std::string layers =
      R"({"class_name": "LSTM", "config": {"units": 4, "batch_input_shape": [null, 5, 3]}}, {"class_name": "Dense",)"
      R"( "config": {"units": 2, "use_bias": false}})";
  const std::string text = sequential(layers);
  const std::string whole = "framework=keras&input=3&timesteps=5&layers=LSTM(4),Dense(2,bias=false)";
  EXPECT_EQ(read_text(text).query, whole);
  for (std::size_t end = text.find("Dense"); end < text.size(); ++end) {
    const TextReading cut = read_text(text.substr(0, end));
    const bool told = !cut.problems.empty() || !codes_of(cut, TextPiece::Kind::unknown).empty();
    EXPECT_TRUE(cut.query == whole || told) << text.substr(0, end) << "\n" << cut.query;
  }
  const TextReading cut = sound_reading(text.substr(0, text.find("use_bias")));
  EXPECT_EQ(cut.query, "framework=keras&input=3&timesteps=5&layers=LSTM(4)");
  ASSERT_EQ(cut.problems.size(), 1U);
  EXPECT_EQ(cut.problems[0].code, "cut");
  EXPECT_EQ(codes_of(cut, TextPiece::Kind::unknown), std::vector<std::string>{"cut"});
  // One that has lost its beginning says so, too.
  for (std::size_t start = 1; start < text.find("Dense"); ++start) {
    const TextReading rest = read_text(std::string_view(text).substr(start));
    const bool told = !rest.problems.empty() || !codes_of(rest, TextPiece::Kind::unknown).empty();
    EXPECT_TRUE(told || rest.query == whole) << text.substr(start) << "\n" << rest.query;
  }
}

TEST(ReadKerasJson, WeightsAreHeldAgainstTheCount) {
  std::string text(keras_2);
  text.replace(text.find("[2, 24]"), 7, "[24]   ");
  const TextReading reading = telling_reading(text);
  EXPECT_EQ(reading.printed.total, std::to_string(3 * 8 * (1 + 8 + 1) + 4 * 8 + 8 * 2 + 2));
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.problems[0].code, "tensors_differ");
}

TEST(ReadKerasJson, TwoModelsAreAChoice) {
  const std::string text =
      std::string(keras_1) + "\n" +
      sequential(R"({"class_name": "Dense", "config": {"units": 2, "batch_input_shape": [null, 9]}})");
  const TextReading reading = read_text(text);
  EXPECT_EQ(reading.query, "framework=keras1&input=5&timesteps=20&layers=GRU(8),Dense(3)");
  ASSERT_EQ(reading.choices.size(), 1U);
  EXPECT_EQ(reading.choices[0].query, "framework=keras1&input=9&layers=Dense(2)");
  // Where the first one is not closed, the second one is within it: that is told.
  std::string open = text;
  open.replace(open.find("]}\n"), 2, "  ");
  EXPECT_EQ(read_text(open).problems.size(), 1U);
}

TEST(ReadKerasJson, OnlyLayersMakeItOne) {
  for (const char* text : {"", "{", "[1, 2]", R"({"class_name": "Adam", "config": {}})",
                           "class_name: LSTM config: 3", R"({"config": {"units": 3}})"})
    EXPECT_NE(read_text(text).form, Form::keras_json) << text;
}

// 2·5·3
TEST(ReadKerasJson, ANormalisationOverSeveralAxes) {
  const TextReading reading = telling_reading(sequential(
      R"({"class_name": "LayerNormalization", "config": {"axis": [1, 2], "batch_input_shape": [null, 5, 3]}})"));
  EXPECT_EQ(total_of(reading.query), "30") << reading.query;
}

TEST(ReadKerasJson, LayersOfAModelThatIsNotTrained) {
  const std::string lstm =
      R"({"class_name": "LSTM", "config": {"units": 4, "batch_input_shape": [null, 5, 3]}})";
  const std::string inner =
      R"({"class_name": "Sequential", "config": {"name": "i", "trainable": false, "layers": [)" + lstm +
      "]}}";
  EXPECT_EQ(read_text(sequential(inner + R"(, {"class_name": "Dense", "config": {"units": 2}})")).query,
            "framework=keras&input=3&timesteps=5&layers=LSTM(4,trainable=false),Dense(2)");
}

}  // namespace
}  // namespace rnn
