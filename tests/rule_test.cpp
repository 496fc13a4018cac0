#include "core/rule.h"

#include <gtest/gtest.h>

#include "core/model.h"

namespace rnn {
namespace {

Rule rule(std::string_view query) {
  return read_model(parse(query), framework_of(parse(query))).layers.front().rule;
}

std::string gates(const Rule& rule) {
  std::string out;
  for (const Gate& gate : rule.gates)
    out += std::string(gate.name) + (gate.role == Gate::candidate ? "* " : " ");
  return out;
}

// β, the bias vectors of length h, is where the frameworks differ; the gates' order is the order of their
// blocks. keras/src/layers/rnn/{lstm,gru,simple_rnn}.py; torch/nn/modules/rnn.py; the course notes.
TEST(Rule, BiasVectorsAndGates) {
  struct Row {
    const char* query;
    std::uint64_t bias_vectors;
    const char* gates;
  };
  const Row rows[] = {
      {"input=64&layers=LSTM(32)", 4, "forget input output cell* "},
      {"input=64&layers=GRU(32)", 3, "update relevance output* "},
      {"input=64&layers=RNN(32)", 1, "cell* "},
      {"framework=keras&input=64&layers=LSTM(32)", 4, "i f c* o "},
      {"framework=keras&input=64&layers=GRU(32)", 6, "z r h* "},
      {"framework=keras&input=64&layers=GRU(32,reset_after=false)", 3, "z r h* "},
      {"framework=keras&input=64&layers=SimpleRNN(32)", 1, "h* "},
      {"framework=pytorch&input=64&layers=LSTM(32)", 8, "i f g* o "},
      {"framework=pytorch&input=64&layers=GRU(32)", 6, "r z n* "},
      {"framework=pytorch&input=64&layers=RNN(32)", 2, "h* "},
      {"framework=pytorch&input=64&layers=LSTM(32,bias=false)", 0, "i f g* o "},
      {"framework=keras&input=64&layers=Dense(32)", 1, "h* "},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.query);
    const Rule found = rule(row.query);
    EXPECT_EQ(found.bias_vectors, Whole(row.bias_vectors));
    EXPECT_EQ(gates(found), row.gates);
  }
}

}  // namespace
}  // namespace rnn
