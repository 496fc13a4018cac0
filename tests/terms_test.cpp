#include "core/terms.h"

#include <gtest/gtest.h>

#include "core/explain.h"

namespace rnn {
namespace {

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
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.query);
    const Answer answer = explain(row.query);
    EXPECT_EQ(answer.effective.numbers.text, row.numbers);
    EXPECT_EQ(answer.effective.value, row.value);
  }
}

}  // namespace
}  // namespace rnn
