#include "core/derive.h"

#include <gtest/gtest.h>

#include "core/formats.h"

namespace rnn {
namespace {

Model model_of(std::string_view query) {
  const Query parsed = parse(query);
  return read_model(parsed, framework_of(parsed));
}

/// "reads: num_units + input_dim + 1 | 32 + 64 + 1 | | 97"
std::string line(const Step& step) {
  const std::string reduced = step.reduced ? to_text(*step.reduced, Reading::numbers) : "";
  return std::string(name(step.topic)) + ": " + to_text(step.in_words(), Reading::symbols) + " | " +
         to_text(step.formula, Reading::numbers) + " | " + reduced + " | " + digits(step.value);
}

std::vector<std::string> lines(const Model& model) {
  std::vector<std::string> out;
  const Derivation derivation = derive(model);
  for (const std::vector<Step>& steps : derivation.layers)
    for (const Step& step : steps) out.push_back(line(step));
  for (const Step& step : derivation.closing) out.push_back(line(step));
  return out;
}

void expect_lines(const Model& model, const std::vector<std::string>& expected) {
  EXPECT_EQ(lines(model), expected);
}

TEST(Derive, LstmOfTheNotes) {
  expect_lines(
      model_of("input=64&layers=LSTM(32)"),
      {"matrices: gates + candidate | 3 + 1 |  | 4", "reads: num_units + input_dim + 1 | 32 + 64 + 1 |  | 97",
       "matrix: (num_units + input_dim + 1) × num_units | (32 + 64 + 1) × 32 | 97 × 32 | 3104",
       "matrices_total: [(num_units + input_dim + 1) × num_units] × 4 | [(32 + 64 + 1) × 32] × 4 | 3104 × 4 | 12416",
       "sum: layer 1 | [(32 + 64 + 1) × 32] × 4 | 12416 | 12416"});
}

TEST(Derive, TwoBidirectionalLayers) {
  expect_lines(
      model_of("input=10&layers=Bidirectional(LSTM(7)), Bidirectional(LSTM(7))"),
      {"matrices: gates + candidate | 3 + 1 |  | 4", "reads: num_units + input_dim + 1 | 7 + 10 + 1 |  | 18",
       "matrix: (num_units + input_dim + 1) × num_units | (7 + 10 + 1) × 7 | 18 × 7 | 126",
       "matrices_total: [(num_units + input_dim + 1) × num_units] × 4 | [(7 + 10 + 1) × 7] × 4 | 126 × 4 | 504",
       "directions: 2 × [(num_units + input_dim + 1) × num_units] × 4 | 2 × [(7 + 10 + 1) × 7] × 4 | 2 × 504 | 1008",
       "handed_on: num_units + num_units | 7 + 7 |  | 14", "matrices: gates + candidate | 3 + 1 |  | 4",
       "reads: num_units + input_dim + 1 | 7 + 14 + 1 |  | 22",
       "matrix: (num_units + input_dim + 1) × num_units | (7 + 14 + 1) × 7 | 22 × 7 | 154",
       "matrices_total: [(num_units + input_dim + 1) × num_units] × 4 | [(7 + 14 + 1) × 7] × 4 | 154 × 4 | 616",
       "directions: 2 × [(num_units + input_dim + 1) × num_units] × 4 | 2 × [(7 + 14 + 1) × 7] × 4 | 2 × 616 | 1232",
       "sum: layer 1 + layer 2 | 2 × [(7 + 10 + 1) × 7] × 4 + 2 × [(7 + 14 + 1) × 7] × 4 | 1008 + 1232 | 2240"});
}

TEST(Derive, QueriesKeysAndValuesAreToldTogetherWhereTheyAreAlike) {
  const std::string out =
      "output_projection: (num_heads × key_dim + 1) × input_dim | (4 × 16 + 1) × 64 |  | 4160";
  const std::vector<std::string> alike =
      lines(model_of("framework=keras&input=64&layers=MultiHeadAttention(4,16)"));
  EXPECT_EQ(alike[0],
            "projections: 3 × (input_dim + 1) × num_heads × key_dim | 3 × (64 + 1) × 4 × 16 |  | 12480");
  EXPECT_EQ(alike[1], out);
  const std::vector<std::string> narrow =
      lines(model_of("framework=keras&input=64&layers=MultiHeadAttention(4,16,value_dim=8)"));
  EXPECT_EQ(
      narrow[0],
      "projections: 2 × (input_dim + 1) × num_heads × key_dim + (input_dim + 1) × num_heads × value_dim | "
      "2 × (64 + 1) × 4 × 16 + (64 + 1) × 4 × 8 |  | 10400");
}

TEST(Derive, GruOfKerasAndLstmOfPyTorchReadTwoBiases) {
  expect_lines(
      model_of("framework=keras&input=10&layers=GRU(7)"),
      {"matrices: gates + candidate | 2 + 1 |  | 3", "reads: units + input_dim + 2 | 7 + 10 + 2 |  | 19",
       "matrix: (units + input_dim + 2) × units | (7 + 10 + 2) × 7 | 19 × 7 | 133",
       "matrices_total: [(units + input_dim + 2) × units] × 3 | [(7 + 10 + 2) × 7] × 3 | 133 × 3 | 399",
       "sum: layer 1 | [(7 + 10 + 2) × 7] × 3 | 399 | 399"});
  EXPECT_EQ(
      lines(model_of("framework=pytorch&input=10&layers=LSTM(7)"))[3],
      "matrices_total: [(hidden_size + input_size + 2) × hidden_size] × 4 | [(7 + 10 + 2) × 7] × 4 | 133 × 4 | 532");
}

TEST(Derive, NoTimesOneAndNoPlusZero) {
  expect_lines(model_of("input=64&layers=RNN(32)"),
               {"reads: num_units + input_dim + 1 | 32 + 64 + 1 |  | 97",
                "matrix: (num_units + input_dim + 1) × num_units | (32 + 64 + 1) × 32 | 97 × 32 | 3104",
                "sum: layer 1 | (32 + 64 + 1) × 32 | 3104 | 3104"});
  EXPECT_EQ(lines(model_of("input=10&layers=Bidirectional(RNN(7))"))[2],
            "directions: 2 × (num_units + input_dim + 1) × num_units | 2 × (7 + 10 + 1) × 7 | 2 × 126 | 252");
  EXPECT_EQ(lines(model_of("input=10&layers=LSTM(7,bias=false)"))[3],
            "matrices_total: [(num_units + input_dim) × num_units] × 4 | [(7 + 10) × 7] × 4 | 119 × 4 | 476");
}

TEST(Derive, MergedDirectionsHandOnOneWidth) {
  const std::vector<std::string> found = lines(model_of(
      "framework=keras&input=10&layers=Bidirectional(LSTM(7),merge_mode=sum),Bidirectional(LSTM(7),merge_mode=sum)"));
  EXPECT_EQ(found[5], "handed_on: units | 7 |  | 7");
  EXPECT_EQ(
      found[10],
      "directions: 2 × [(units + input_dim + 1) × units] × 4 | 2 × [(7 + 7 + 1) × 7] × 4 | 2 × 420 | 840");
  EXPECT_EQ(
      found[11],
      "sum: layer 1 + layer 2 | 2 × [(7 + 10 + 1) × 7] × 4 + 2 × [(7 + 7 + 1) × 7] × 4 | 1008 + 840 | 1848");
}

TEST(Derive, AProjectionIsAStepOfItsOwn) {
  expect_lines(
      model_of("framework=pytorch&input=10&layers=LSTM(7,proj_size=3),LSTM(2)"),
      {"matrices: gates + candidate | 3 + 1 |  | 4", "reads: proj_size + input_size + 2 | 3 + 10 + 2 |  | 15",
       "matrix: (proj_size + input_size + 2) × hidden_size | (3 + 10 + 2) × 7 | 15 × 7 | 105",
       "matrices_total: [(proj_size + input_size + 2) × hidden_size] × 4 | [(3 + 10 + 2) × 7] × 4 | 105 × 4 | 420",
       "projection: proj_size × hidden_size | 3 × 7 |  | 21",
       "layer_sum: [(proj_size + input_size + 2) × hidden_size] × 4 + proj_size × hidden_size | [(3 + 10 + 2) × 7] × 4 + 3 × 7 | 420 + 21 | 441",
       "handed_on: proj_size | 3 |  | 3", "matrices: gates + candidate | 3 + 1 |  | 4",
       "reads: hidden_size + input_size + 2 | 2 + 3 + 2 |  | 7",
       "matrix: (hidden_size + input_size + 2) × hidden_size | (2 + 3 + 2) × 2 | 7 × 2 | 14",
       "matrices_total: [(hidden_size + input_size + 2) × hidden_size] × 4 | [(2 + 3 + 2) × 2] × 4 | 14 × 4 | 56",
       "sum: layer 1 + layer 2 | [(3 + 10 + 2) × 7] × 4 + 3 × 7 + [(2 + 3 + 2) × 2] × 4 | 441 + 56 | 497"});
}

// Four bias vectors for three matrices do not fold.
TEST(Derive, BiasesThatDoNotFoldAreAStepOfTheirOwn) {
  expect_lines(
      model_of("framework=flax_linen&input=10&layers=GRU(7)"),
      {"matrices: gates + candidate | 2 + 1 |  | 3", "reads: features + in_features | 7 + 10 |  | 17",
       "matrix: (features + in_features) × features | (7 + 10) × 7 | 17 × 7 | 119",
       "matrices_total: [(features + in_features) × features] × 3 | [(7 + 10) × 7] × 3 | 119 × 3 | 357",
       "biases: 4 × features | 4 × 7 |  | 28",
       "layer_sum: [(features + in_features) × features] × 3 + 4 × features | [(7 + 10) × 7] × 3 + 4 × 7 | 357 + 28 | 385",
       "sum: layer 1 | [(7 + 10) × 7] × 3 + 4 × 7 | 385 | 385"});
}

// PRODUCT's figures; the sources of the layouts stand in frameworks.cpp.
TEST(Derive, PartsBesideTheMatricesAreStepsOfTheirOwn) {
  std::vector<std::string> found = lines(model_of("framework=tf1&input=10&layers=LSTM(7,peepholes=true)"));
  EXPECT_EQ(found[4], "peepholes: 3 × num_units | 3 × 7 |  | 21");
  EXPECT_EQ(
      found[5],
      "layer_sum: [(input_depth + num_units + 1) × num_units] × 4 + 3 × num_units | [(10 + 7 + 1) × 7] × 4 + 3 × 7 | 504 + 21 | 525");

  found = lines(model_of("framework=tf1&input=10&layers=LSTM(7,peepholes=true,proj_size=3)"));
  EXPECT_EQ(found[1], "reads: input_depth + num_proj + 1 | 10 + 3 + 1 |  | 14");
  EXPECT_EQ(found[5], "projection: num_proj × num_units | 3 × 7 |  | 21");

  // Ba et al. 2016: five normalisations, each with a gain and a shift per unit.
  found = lines(model_of("framework=tf1&input=10&layers=LSTM(7,layer_norm=true)"));
  EXPECT_EQ(found[1], "reads: input_depth + num_units | 10 + 7 |  | 17");
  EXPECT_EQ(found[4], "normalization: 10 × num_units | 10 × 7 |  | 70");

  // Greff et al. 2015: three matrices, for the input gate is one minus the forget gate.
  found = lines(model_of("framework=tf1&input=10&layers=LSTM(7,coupled=true)"));
  EXPECT_EQ(found[0], "matrices: gates + candidate | 2 + 1 |  | 3");
  EXPECT_EQ(
      found[3],
      "matrices_total: [(input_depth + num_units + 1) × num_units] × 3 | [(10 + 7 + 1) × 7] × 3 | 126 × 3 | 378");

  // Its biases are kept there with layer_norm=true too, and never added.
  found = lines(model_of("framework=tf1&input=10&layers=LSTM(7,coupled=true,layer_norm=true)"));
  EXPECT_EQ(found[1], "reads: input_depth + num_units | 10 + 7 |  | 17");
  EXPECT_EQ(found[4], "normalization: 8 × num_units | 8 × 7 |  | 56");
  EXPECT_EQ(found[5], "unused: 3 × num_units | 3 × 7 |  | 21");

  // ONNX, Core ML and burn keep the gate that is one minus the other: a matrix, its biases and its peephole.
  found = lines(model_of("framework=onnx&input=10&layers=LSTM(7,coupled=true,peepholes=true)"));
  EXPECT_EQ(found[0], "matrices: gates + candidate | 2 + 1 |  | 3");
  EXPECT_EQ(found[4], "peepholes: 2 × hidden_size | 2 × 7 |  | 14");
  EXPECT_EQ(
      found[5],
      "unused: (hidden_size + input_size + 2) × hidden_size + hidden_size | (7 + 10 + 2) × 7 + 7 |  | 140");
  found = lines(model_of("framework=coreml&input=10&layers=LSTM(7,coupled=true)"));
  EXPECT_EQ(
      found[4],
      "unused: (outputVectorSize + inputVectorSize + 1) × outputVectorSize | (7 + 10 + 1) × 7 |  | 126");
  found = lines(model_of("framework=burn&input=10&layers=LSTM(7,coupled=true,bias=false)"));
  EXPECT_EQ(found[4], "unused: (d_hidden + d_input) × d_hidden | (7 + 10) × 7 |  | 119");

  // TensorFlow 1 and Haiku multiply with concat([x, h]): rnn_cell_impl.py, haiku/_src/recurrent.py.
  found = lines(model_of("framework=haiku&input=10&layers=LSTM(7)"));
  EXPECT_EQ(found[1], "reads: input_size + hidden_size + 1 | 10 + 7 + 1 |  | 18");

  // Zhou et al. 2016: one gate; flax.linen's candidate has a recurrent bias of its own.
  found = lines(model_of("framework=flax_linen&input=10&layers=MGU(7)"));
  EXPECT_EQ(found[0], "matrices: gates + candidate | 1 + 1 |  | 2");
  EXPECT_EQ(found[4], "biases: 3 × features | 3 × 7 |  | 21");

  // Zoph and Le 2017: eight parts, none of them a gate; tensorflow_addons/rnn/nas_cell.py at v0.23.0.
  found = lines(model_of("framework=tfa&input=10&layers=NASCell(7, projection=3, use_bias=True)"));
  EXPECT_EQ(found[0], "matrices: parts | 8 |  | 8");
  EXPECT_EQ(found[1], "reads: proj_size + input_dim + 1 | 3 + 10 + 1 |  | 14");
  EXPECT_EQ(found[found.size() - 2],
            "layer_sum: [(proj_size + input_dim + 1) × units] × 8 + proj_size × units | "
            "[(3 + 10 + 1) × 7] × 8 + 3 × 7 | 784 + 21 | 805");
}

TEST(Derive, OtherLayers) {
  expect_lines(
      model_of("framework=keras&layers=Embedding(20000,128),Bidirectional(LSTM(64)),Dropout(0.2),Dense(1)"),
      {"matrix: input_dim × output_dim | 20000 × 128 |  | 2560000", "handed_on: output_dim | 128 |  | 128",
       "matrices: gates + candidate | 3 + 1 |  | 4", "reads: units + input_dim + 1 | 64 + 128 + 1 |  | 193",
       "matrix: (units + input_dim + 1) × units | (64 + 128 + 1) × 64 | 193 × 64 | 12352",
       "matrices_total: [(units + input_dim + 1) × units] × 4 | [(64 + 128 + 1) × 64] × 4 | 12352 × 4 | 49408",
       "directions: 2 × [(units + input_dim + 1) × units] × 4 | 2 × [(64 + 128 + 1) × 64] × 4 | 2 × 49408 | 98816",
       "layer_sum: 0 | 0 |  | 0", "handed_on: units + units | 64 + 64 |  | 128",
       "reads: input_dim + 1 | 128 + 1 |  | 129",
       "matrix: (input_dim + 1) × units | (128 + 1) × 1 | 129 × 1 | 129",
       "sum: layer 1 + layer 2 + layer 4 | 20000 × 128 + 2 × [(64 + 128 + 1) × 64] × 4 + (128 + 1) × 1 | 2560000 + 98816 + 129 | 2658945"});
  EXPECT_EQ(lines(model_of("framework=keras&input=5&layers=BatchNormalization()"))[0],
            "matrix: 4 × input_dim | 4 × 5 |  | 20");
  EXPECT_EQ(lines(model_of("input=5&layers=Dropout(0.5)")).back(), "sum: layer 1 | 0 | 0 | 0");
}

TEST(Derive, AMissingNumberLeavesTheRest) {
  const std::vector<std::string> found = lines(model_of("input=64&layers=LSTM(1.5),LSTM(32)"));
  EXPECT_EQ(found[0], "matrices: gates + candidate | 3 + 1 |  | 4");
  EXPECT_EQ(found[1], "reads: num_units + input_dim + 1 |  + 64 + 1 |  | ");
  EXPECT_EQ(found[4], "handed_on: num_units |  |  | ");
}

}  // namespace
}  // namespace rnn
