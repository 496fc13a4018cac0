#include "core/differences.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/answer.h"

namespace rnn {
namespace {

/// "bias more 32 × 4 = 128"
std::string line(const Term& term) {
  return std::string(term.kind) + " " + std::string(term.sign) + " " + term.numbers.text + " = " + term.value;
}

std::vector<std::string> lines(const std::vector<Term>& terms) {
  std::vector<std::string> out;
  for (const Term& term : terms) out.push_back(line(term));
  return out;
}

// Two biases that are added act as one; of a GRU with reset_after only the candidate's second bias has an
// effect of its own.
TEST(Effective, TheTotalLessTheSpareBiases) {
  struct Row {
    const char* query;
    const char* numbers;
    const char* value;
  };
  const Row rows[] = {
      {"framework=pytorch&input=10&layers=LSTM(7)", "532 − 7 × 4", "504"},
      {"framework=keras&input=10&layers=GRU(7)", "399 − 2 × 7", "385"},
      {"framework=pytorch&input=10&layers=GRU(7)", "399 − 2 × 7", "385"},
      {"framework=pytorch&input=64&layers=RNN(32)", "3136 − 32", "3104"},
      {"framework=pytorch&input=10&layers=LSTM(7,num_layers=2,bidirectional=true)",
       "2352 − 2 × 7 × 4 − 2 × 7 × 4", "2240"},
      {"framework=pytorch&input=64&layers=LSTM(32,num_layers=12)", "105472 − 12 × 32 × 4", "103936"},
      {"framework=pytorch&input=10&layers=LSTM(7,bias=false)", "476", "476"},
      {"framework=keras&input=10&layers=GRU(7,reset_after=false)", "378", "378"},
      {"input=64&layers=LSTM(32)", "12416", "12416"},
      {"input=64&layers=LSTM(x)", "", ""},
      // Haiku's VanillaRNN has double_bias=True; flax.linen keeps no bias that is only added to another.
      {"framework=haiku&input=64&layers=RNN(32)", "3136 − 32", "3104"},
      {"framework=flax_linen&input=64&layers=GRU(32)", "9344", "9344"},
      {"framework=flax_linen&input=64&layers=MGU(32)", "6240", "6240"},
      // ONNX's linear_before_reset=0: the reset gate stands before both of the candidate's biases.
      {"framework=onnx&input=64&layers=GRU(32)", "9408 − 32 × 3", "9312"},
      {"framework=onnx&input=64&layers=GRU(32,reset_after=true)", "9408 − 2 × 32", "9344"},
      {"framework=onnx&input=64&layers=LSTM(32,peepholes=true)", "12640 − 32 × 4", "12512"},
      // tf.contrib's coupled cell keeps B with layer_norm=True and never adds it.
      {"framework=tf1&input=64&layers=LSTM(32,coupled=true)", "9312", "9312"},
      {"framework=tf1&input=64&layers=LSTM(32,coupled=true,layer_norm=true)", "9568 − 32 × 3", "9472"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.query);
    const Answer answer = explain(row.query);
    EXPECT_EQ(answer.effective.numbers.text, row.numbers);
    EXPECT_EQ(answer.effective.value, row.value);
  }
}

// The gate that is one minus the other keeps its matrix, its biases and its peephole: ONNX's input_forget=1,
// Core ML's coupledInputAndForgetGate, burn's input_forget=true. What is left is the coupled cell of Greff et
// al.: 3 × ((64 + 32) × 32 + 32) = 9312, with 2 × 32 peepholes 9376.
TEST(Effective, ACoupledGateIsNeverUsed) {
  struct Row {
    const char* query;
    const char* total;
    const char* value;
  };
  const Row rows[] = {
      {"framework=onnx&input=64&layers=LSTM(32,coupled=true)", "12544", "9312"},
      {"framework=burn&input=64&layers=LSTM(32,coupled=true)", "12544", "9312"},
      {"framework=coreml&input=64&layers=LSTM(32,coupled=true)", "12416", "9312"},
      {"framework=onnx&input=64&layers=LSTM(32,coupled=true,peepholes=true)", "12640", "9376"},
      {"framework=coreml&input=64&layers=LSTM(32,coupled=true,peepholes=true)", "12512", "9376"},
      {"framework=onnx&input=64&layers=LSTM(32,coupled=true,bias=false)", "12288", "9216"},
      {"framework=onnx&input=64&layers=Bidirectional(LSTM(32,coupled=true))", "25088", "18624"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.query);
    const Answer answer = explain(row.query);
    EXPECT_EQ(answer.total, row.total);
    EXPECT_EQ(answer.effective.value, row.value);
  }
  EXPECT_EQ(
      lines(explain(rows[0].query).effective.terms),
      (std::vector<std::string>{"bias fewer 32 × 3 = 96", "unused fewer (32 + 64) × 32 + 2 × 32 = 3136"}));
  EXPECT_EQ(lines(explain(rows[2].query).effective.terms),
            (std::vector<std::string>{"unused fewer (32 + 64) × 32 + 32 = 3104"}));
}

TEST(Differences, DifferencesHaveNames) {
  struct Row {
    const char* here;
    const char* there;
    const char* layers;
    std::vector<std::string> terms;
  };
  const Row rows[] = {
      {"keras", "pytorch", "LSTM(32)", {"bias more 32 × 4 = 128"}},
      {"pytorch", "keras", "LSTM(32)", {"bias fewer 32 × 4 = 128"}},
      {"keras", "pytorch", "LSTM(32,bias=false)", {}},
      {"keras", "haiku", "RNN(32)", {"bias more 32 = 32"}},
      {"keras", "pytorch", "GRU(32)", {}},
      {"notes", "keras", "GRU(32)", {"bias more 32 × 3 = 96"}},
      {"flax_linen", "notes", "GRU(32)", {"candidate_bias fewer 32 = 32"}},
      {"notes", "flax_linen", "GRU(32)", {"candidate_bias more 32 = 32"}},
      {"notes", "equinox", "GRU(32)", {"candidate_bias more 32 = 32"}},
      {"pytorch", "flax_linen", "GRU(32)", {"gate_biases fewer 2 × 32 = 64"}},
      {"flax_linen", "pytorch", "GRU(32)", {"gate_biases more 2 × 32 = 64"}},
      {"mlx", "keras", "Bidirectional(GRU(32))", {"gate_biases more 2 × 2 × 32 = 128"}},
      {"tf1", "onnx", "LSTM(32,peepholes=true)", {"bias more 32 × 4 = 128"}},
      {"tf1", "dl4j", "LSTM(32,peepholes=true)", {}},
      {"tf1", "mxnet", "LSTM(32,proj_size=16)", {"bias more 32 × 4 = 128"}},
      // Three matrices on both sides, with two biases against one; and a fourth one that is never used.
      {"onnx",
       "tf1",
       "LSTM(32,coupled=true)",
       {"bias fewer 32 × 3 = 96", "unused fewer (32 + 64) × 32 + 2 × 32 = 3136"}},
      {"tf1",
       "onnx",
       "LSTM(32,coupled=true)",
       {"bias more 32 × 3 = 96", "unused more (64 + 32) × 32 + 2 × 32 = 3136"}},
      {"onnx",
       "tf1",
       "LSTM(32,coupled=true,peepholes=true)",
       {"bias fewer 32 × 3 = 96", "unused fewer (32 + 64) × 32 + 2 × 32 + 32 = 3168"}},
      {"onnx", "coreml", "LSTM(32,coupled=true)", {"bias fewer 32 × 3 = 96", "unused fewer 32 = 32"}},
      {"onnx", "burn", "LSTM(32,coupled=true)", {}},
      // Core ML keeps one bias per gate, the unused one's too: it is not the candidate's.
      {"tf1", "coreml", "LSTM(32,coupled=true)", {"unused more (64 + 32) × 32 + 32 = 3104"}},
      {"keras", "pytorch", "BatchNormalization()", {"statistics fewer 2 × 64 = 128"}},
      {"cntk", "mlx", "BatchNormalization()", {"statistics more 2 × 64 = 128"}},
      {"burn", "mlx", "BatchNormalization()", {}},
      {"pytorch", "tinygrad", "BatchNormalization()", {"statistics more 2 × 64 = 128", "counter more 1 = 1"}},
      {"keras", "pytorch", "LayerNormalization()", {}},
  };
  for (const Row& row : rows) {
    const std::string query = "framework=" + std::string(row.here) + "&input=64&layers=" + row.layers;
    SCOPED_TRACE(query + " in " + row.there);
    bool found = false;
    for (const Comparison& comparison : compare(query)) {
      if (comparison.framework != row.there) continue;
      found = true;
      EXPECT_TRUE(comparison.problems.empty());
      EXPECT_EQ(lines(comparison.terms), row.terms);
    }
    EXPECT_TRUE(found);
  }
}

// A framework may keep biases of such a cell and no matrix.
TEST(Differences, OfACellWithoutMatrices) {
  static constexpr Part parts[] = {
      {.topic = Topic::biases, .reads = {}, .units = {Size::units}, .biases = 1}};
  static constexpr Layout layouts[] = {{.cell = Cell::gru, .name = "Still", .parts = parts}};
  static constexpr Framework framework{.id = "mine",
                                       .name = "Mine",
                                       .words = WordList("size width"),
                                       .previous = "h",
                                       .current = "x",
                                       .layouts = layouts,
                                       .offers = {},
                                       .reason = ""};
  const Query query = parse("input=10&layers=GRU(7)");
  const Model here = read_model(query, &framework);
  const Model there = read_model(query, find_framework("keras"));
  ASSERT_EQ(here.layers.size(), 1U);
  EXPECT_EQ(here.layers[0].rule.matrices(), 0U);
  // 6 bias vectors beside the one here.
  const std::vector<Difference> found = differences(here, there);
  const auto biases = std::find_if(found.begin(), found.end(),
                                   [](const Difference& one) { return one.topic == Topic::bias; });
  ASSERT_NE(biases, found.end());
  EXPECT_EQ(evaluate(biases->numbers), Whole(5 * 7));
}

// PyTorch's GRU has as many biases as Keras's, its LSTM and its RNN have twice as many.
TEST(Differences, SayWhichLayersTheyComeFrom) {
  struct Row {
    const char* layers;
    const char* line;
    const char* count;
    std::vector<std::string> cells;
  };
  const Row rows[] = {
      {"LSTM(32),GRU(32)", "bias more 32 × 4 = 128", "1", {"LSTM"}},
      {"LSTM(4),LSTM(4),LSTM(4),GRU(32)", "bias more 3 × 4 × 4 = 48", "3", {"LSTM"}},
      {"LSTM(2),GRU(4),RNN(8),RNN(8),RNN(8)", "bias more 2 × 4 + 3 × 8 = 32", "4", {"LSTM", "RNN"}},
      // Alike in numbers, not in kind.
      {"LSTM(2),RNN(8),RNN(8)", "bias more 2 × 4 + 8 + 8 = 24", "3", {"LSTM", "RNN"}},
  };
  for (const Row& row : rows) {
    const std::string query = "framework=keras&input=64&layers=" + std::string(row.layers);
    SCOPED_TRACE(query);
    for (const Comparison& comparison : compare(query)) {
      if (comparison.framework != "pytorch") continue;
      ASSERT_EQ(comparison.terms.size(), 1U);
      EXPECT_EQ(line(comparison.terms.front()), row.line);
      EXPECT_EQ(comparison.terms.front().layers, row.count);
      EXPECT_EQ(comparison.terms.front().cells, row.cells);
    }
  }
}

}  // namespace
}  // namespace rnn
