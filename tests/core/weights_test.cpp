#include "core/weights.h"

#include <gtest/gtest.h>

namespace rnn {
namespace {

std::vector<Weight> last_weights(std::string_view query) {
  const Query parsed = parse(query);
  return weights(read_model(parsed, framework_of(parsed)).layers.back());
}

/// "kernel 64x128 = 8192"
std::string line(const Weight& weight) {
  std::string out = weight.name;
  for (const Whole& side : weight.shape) out += (&side == &weight.shape.front() ? " " : "x") + digits(side);
  return out + " = " + digits(count(weight));
}

struct Row {
  const char* query;
  std::vector<const char*> lines;
};

// The tensors of PRODUCT's worked examples and of the frameworks' own sources, in the frameworks' order.
TEST(Weights, NamesShapesAndOrder) {
  const Row rows[] = {
      {"input=64&layers=LSTM(32)",
       {"W_forget 32x96 = 3072", "W_input 32x96 = 3072", "W_output 32x96 = 3072", "W_cell 32x96 = 3072",
        "b_forget 32 = 32", "b_input 32 = 32", "b_output 32 = 32", "b_cell 32 = 32"}},
      {"framework=keras&input=64&layers=LSTM(32)",
       {"kernel 64x128 = 8192", "recurrent_kernel 32x128 = 4096", "bias 128 = 128"}},
      {"framework=keras&input=10&layers=GRU(7)",
       {"kernel 10x21 = 210", "recurrent_kernel 7x21 = 147", "bias 2x21 = 42"}},
      {"framework=keras&input=10&layers=GRU(7,reset_after=false)",
       {"kernel 10x21 = 210", "recurrent_kernel 7x21 = 147", "bias 21 = 21"}},
      {"framework=keras&input=64&layers=GRU(32,use_bias=false)",
       {"kernel 64x96 = 6144", "recurrent_kernel 32x96 = 3072"}},
      {"framework=keras&input=3&layers=Bidirectional(SimpleRNN(2))",
       {"kernel 3x2 = 6", "recurrent_kernel 2x2 = 4", "bias 2 = 2", "kernel 3x2 = 6",
        "recurrent_kernel 2x2 = 4", "bias 2 = 2"}},
      {"framework=pytorch&input=10&layers=LSTM(7)",
       {"weight_ih_l0 28x10 = 280", "weight_hh_l0 28x7 = 196", "bias_ih_l0 28 = 28", "bias_hh_l0 28 = 28"}},
      {"framework=pytorch&input=10&layers=LSTM(7,num_layers=2,bidirectional=true,proj_size=3)",
       {"weight_ih_l1 28x6 = 168", "weight_hh_l1 28x3 = 84", "bias_ih_l1 28 = 28", "bias_hh_l1 28 = 28",
        "weight_hr_l1 3x7 = 21", "weight_ih_l1_reverse 28x6 = 168", "weight_hh_l1_reverse 28x3 = 84",
        "bias_ih_l1_reverse 28 = 28", "bias_hh_l1_reverse 28 = 28", "weight_hr_l1_reverse 3x7 = 21"}},
      {"framework=pytorch&layers=Embedding(20,5)", {"weight 20x5 = 100"}},
      {"framework=pytorch&input=5&layers=Linear(3)", {"weight 3x5 = 15", "bias 3 = 3"}},
      {"framework=keras&input=5&layers=Dense(3)", {"kernel 5x3 = 15", "bias 3 = 3"}},
      {"framework=keras&input=5&layers=BatchNormalization()",
       {"gamma 5 = 5", "beta 5 = 5", "moving_mean 5 = 5", "moving_variance 5 = 5"}},
      {"framework=pytorch&input=5&layers=BatchNorm1d()", {"weight 5 = 5", "bias 5 = 5"}},
      {"input=5&layers=Dropout(0.5)", {}},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.query);
    std::vector<std::string> found;
    for (const Weight& weight : last_weights(row.query)) found.push_back(line(weight));
    EXPECT_EQ(found, std::vector<std::string>(row.lines.begin(), row.lines.end()));
  }
}

TEST(Weights, ColumnsGatesAndTraining) {
  const std::vector<Weight> notes = last_weights("input=64&layers=LSTM(32)");
  EXPECT_EQ(column_names(notes[0].columns), "recurrent + input");
  EXPECT_EQ(notes[0].gate, "forget");
  EXPECT_TRUE(notes[0].gates.empty());
  EXPECT_EQ(column_names(notes[4].columns), "bias");

  const std::vector<Weight> torch = last_weights("framework=pytorch&input=64&layers=GRU(32)");
  EXPECT_EQ(column_names(torch[0].columns), "input");
  EXPECT_EQ(column_names(torch[1].columns), "recurrent");
  EXPECT_EQ(column_names(torch[2].columns), "bias");
  EXPECT_EQ(column_names(torch[3].columns), "second bias");
  EXPECT_EQ(torch[0].gate, "");
  EXPECT_EQ(torch[0].gates, (std::vector<std::string_view>{"r", "z", "n"}));

  const std::vector<Weight> keras = last_weights("framework=keras&input=64&layers=GRU(32)");
  EXPECT_EQ(column_names(keras[2].columns), "bias + second bias");

  const std::vector<Weight> batch = last_weights("framework=keras&input=64&layers=BatchNormalization()");
  EXPECT_TRUE(batch[1].trainable);
  EXPECT_FALSE(batch[2].trainable);
}

// ONNX and MATLAB's bilstmLayer keep both directions in the same tensors; the others have a set for each, so
// do two gruLayers.
TEST(Weights, DirectionsOfTensors) {
  const struct {
    const char* query;
    std::vector<std::string> directions;
  } rows[] = {
      {"framework=keras&input=8&layers=RNN(4,bias=false)", {"forward", "forward"}},
      {"framework=keras&input=8&layers=Bidirectional(RNN(4,bias=false))",
       {"forward", "forward", "backward", "backward"}},
      {"framework=onnx&input=8&layers=RNN(4,bias=false)", {"forward", "forward"}},
      {"framework=onnx&input=8&layers=Bidirectional(RNN(4,bias=false))", {"both", "both"}},
      {"framework=matlab&input=8&layers=Bidirectional(LSTM(4))", {"both", "both", "both"}},
      {"framework=matlab&input=8&layers=Bidirectional(GRU(4))",
       {"forward", "forward", "forward", "backward", "backward", "backward"}},
  };
  for (const auto& row : rows) {
    std::vector<std::string> found;
    for (const Weight& weight : last_weights(row.query)) found.emplace_back(name(weight.direction));
    EXPECT_EQ(found, row.directions) << row.query;
  }
}

TEST(Weights, ASideThatIsNotKnownMakesNoCount) {
  const std::vector<Weight> found = last_weights("framework=keras&layers=LSTM(32)");
  EXPECT_FALSE(count(found[0]));
  EXPECT_EQ(count(found[1]), Whole(4096));
  const Query query = parse("framework=keras&layers=LSTM(32)");
  const Layer layer = read_model(query, framework_of(query)).layers.front();
  EXPECT_FALSE(shapes_known(layer));
  EXPECT_FALSE(count(layer));
}

}  // namespace
}  // namespace rnn
