#include "core/compare.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "tests/core/answer.h"

namespace rnn {
namespace {

/// "pytorch 12544 more 128: bias more 32 × 4 = 128"
std::string line(const Comparison& comparison) {
  std::string out = std::string(comparison.framework) + " " + comparison.total;
  if (!comparison.sign.empty()) out += " " + std::string(comparison.sign);
  if (!comparison.sign.empty() && comparison.sign != "same") out += " " + comparison.difference;
  for (const Term& term : comparison.terms)
    out += ": " + std::string(term.kind) + " " + std::string(term.sign) + " " + term.numbers.text + " = " +
           term.value;
  if (!comparison.problems.empty()) out += "! " + std::string(comparison.problems.front().code);
  return out;
}

TEST(Compare, TotalsAndWhatMakesTheDifference) {
  struct Row {
    const char* query;
    std::vector<std::string> lines;
  };
  const Row rows[] = {
      {"input=64&layers=LSTM(32)",
       {"notes 12416 same", "keras 12416 same", "pytorch 12544 more 128: bias more 32 × 4 = 128"}},
      {"framework=pytorch&input=10&layers=LSTM(7)",
       {"notes 504 fewer 28: bias fewer 7 × 4 = 28", "keras 504 fewer 28: bias fewer 7 × 4 = 28",
        "pytorch 532 same"}},
      {"framework=keras&input=10&layers=GRU(7)",
       {"notes 378 fewer 21: bias fewer 7 × 3 = 21", "keras 399 same", "pytorch 399 same"}},
      {"input=64&layers=RNN(32)",
       {"notes 3104 same", "keras 3104 same", "pytorch 3136 more 32: bias more 32 = 32"}},
      {"input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))",
       {"notes 2240 same", "keras 2240 same",
        "pytorch 2352 more 112: bias more 2 × 7 × 4 + 2 × 7 × 4 = 112"}},
      {"input=64&layers=LSTM(32,num_layers=12)",
       {"notes 103936 same", "keras 103936 same", "pytorch 105472 more 1536: bias more 12 × 32 × 4 = 1536"}},
      {"framework=keras&input=64&layers=LSTM(32),BatchNormalization()",
       {"notes 12480 fewer 64: statistics fewer 2 × 32 = 64", "keras 12544 same",
        "pytorch 12608 more 64: bias more 32 × 4 = 128: statistics fewer 2 × 32 = 64"}},
      // The other frameworks: β of tests/core/framework_facts.h.
      {"input=64&layers=LSTM(32)",
       {"keras1 12416 same", "tf1 12416 same", "cudnn 12544 more 128: bias more 32 × 4 = 128",
        "onnx 12544 more 128: bias more 32 × 4 = 128", "flax_linen 12416 same", "haiku 12416 same",
        "matlab 12416 same", "burn 12544 more 128: bias more 32 × 4 = 128"}},
      {"framework=keras&input=64&layers=GRU(32)",
       {"keras1 9312 fewer 96: bias fewer 32 × 3 = 96", "cudnn 9408 same", "onnx 9408 same",
        "flax_linen 9344 fewer 64: gate_biases fewer 2 × 32 = 64",
        "flax_nnx 9312 fewer 96: bias fewer 32 × 3 = 96", "dl4j ! unsupported", "tinygrad ! unsupported"}},
      {"input=64&layers=RNN(32)",
       {"haiku 3136 more 32: bias more 32 = 32", "tf1 3104 same", "equinox ! unsupported",
        "cudnn ! unsupported", "matlab ! unsupported"}},
      {"framework=flax&input=64&layers=MGU(32)", {"flax_linen 6240 same", "notes ! unsupported"}},
      {"framework=tf1&input=64&layers=LSTM(32,proj_size=16)",
       {"tf1 10880 same", "pytorch 11008 more 128: bias more 32 × 4 = 128", "cntk 10880 same",
        "keras ! unsupported"}},
      {"input=64&layers=LSTM(32,bias=false)", {"notes 12288 same", "keras 12288 same", "pytorch 12288 same"}},
      {"framework=keras&input=10&layers=Bidirectional(GRU(7),merge_mode=sum)",
       {"notes ! unsupported", "keras 798 same", "pytorch ! unsupported"}},
      // What is wrong in both is not told again.
      {"input=64&layers=LSTM(x)", {"notes ", "keras ", "pytorch "}},
      {"framework=pytorch&input=64&layers=GRU(x,reset_after=false)",
       {"pytorch ", "keras ", "cudnn ! unsupported"}},
      {"framework=tensorfow&input=64&layers=LSTM(32)", {"notes 12416", "keras 12416", "pytorch 12544"}},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.query);
    const std::vector<Comparison> comparisons = compare(row.query);
    for (const std::string& expected : row.lines) {
      const std::string id = expected.substr(0, expected.find(' '));
      const auto found =
          std::find_if(comparisons.begin(), comparisons.end(),
                       [&](const Comparison& comparison) { return comparison.framework == id; });
      ASSERT_NE(found, comparisons.end()) << id;
      EXPECT_EQ(line(*found), expected);
    }
  }
}

// Matrices and biases of an attention are as long as their framework says: Haiku's output is as wide as all
// keys (haiku/_src/attention.py), and what MLX leaves out is four biases of the width that comes in.
TEST(Compare, DifferencesOfAttentionsAddUp) {
  for (const char* query :
       {"framework=pytorch&input=8&layers=MultiheadAttention(8,2)",
        "framework=pytorch&input=8&layers=MultiheadAttention(8,2,kdim=3,vdim=4,bias=False)",
        "framework=notes&input=10&layers=MultiHeadAttention(2,key_dim=3,value_dim=4)",
        "framework=haiku&input=10&layers=MultiHeadAttention(2,key_dim=3,output_shape=4)",
        "framework=equinox&input=8&layers=MultiheadAttention(2,key_dim=3,use_query_bias=true)",
        "framework=flax_linen&input=10&layers=MultiHeadAttention(2)"}) {
    const auto own = std::stoll(explain(query).total);
    for (const Comparison& comparison : compare(query)) {
      if (comparison.total.empty()) continue;
      std::int64_t sum = own;
      for (const Term& term : comparison.terms)
        sum += (term.sign == "more" ? 1 : -1) * std::stoll(term.value);
      EXPECT_EQ(sum, std::stoll(comparison.total)) << query << " " << line(comparison);
    }
  }
  for (const Comparison& comparison : compare("framework=pytorch&input=8&layers=MultiheadAttention(8,2)"))
    if (comparison.framework == "mlx") {
      EXPECT_EQ(line(comparison), "mlx 256 fewer 32: bias fewer 3 × 8 + 8 = 32");
    }
}

}  // namespace
}  // namespace rnn
