#include "core/compare.h"

#include <gtest/gtest.h>

namespace rnn {
namespace {

/// "pytorch 12544 more 128: bias more 32 × 4 = 128"
std::string line(const Comparison& comparison) {
  std::string out = comparison.framework + " " + comparison.total;
  if (!comparison.sign.empty()) out += " " + comparison.sign;
  if (!comparison.sign.empty() && comparison.sign != "same") out += " " + comparison.difference;
  for (const Term& term : comparison.terms)
    out += ": " + term.kind + " " + term.sign + " " + term.numbers.text + " = " + term.value;
  if (!comparison.problems.empty()) out += "! " + comparison.problems.front().code;
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
      {"input=64&layers=LSTM(32,bias=false)", {"notes 12288 same", "keras 12288 same", "pytorch 12288 same"}},
      {"framework=keras&input=10&layers=Bidirectional(GRU(7),merge_mode=sum)",
       {"notes ! unsupported", "keras 798 same", "pytorch ! unsupported"}},
      {"input=64&layers=LSTM(x)", {"notes ! not_a_number", "keras ! not_a_number", "pytorch ! not_a_number"}},
      {"framework=tensorfow&input=64&layers=LSTM(32)", {"notes 12416", "keras 12416", "pytorch 12544"}},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.query);
    std::vector<std::string> found;
    for (const Comparison& comparison : compare(row.query)) found.push_back(line(comparison));
    EXPECT_EQ(found, row.lines);
  }
}

}  // namespace
}  // namespace rnn
