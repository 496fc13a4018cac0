#include "core/rule.h"

#include <gtest/gtest.h>

#include <type_traits>

#include "core/derive.h"
#include "core/weights.h"
#include "tests/core/every_layer.h"
#include "tests/core/sampled.h"

namespace rnn {
namespace {

Rule rule(std::string_view query) {
  return read_model(parse(query), framework_of(parse(query))).layers.front().rule;
}

std::string gates(const Rule& rule) {
  std::string out;
  for (const Gate& gate : rule.gates())
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
    EXPECT_EQ(found.bias_vectors(), Whole(row.bias_vectors));
    EXPECT_EQ(gates(found), row.gates);
  }
}

// No part of a rule can be set by itself.
static_assert(!std::is_aggregate_v<Rule>);

/// The count of the model's layer, if it were kept by `rule`, once both readings agree on it.
Whole count_by(Model model, const Rule& rule) {
  model.layers.front().rule = rule;
  const Whole counted = count(model.layers.front());
  EXPECT_EQ(derive(model).layers.front().back().value, counted);
  return counted;
}

TEST(Rule, AChangedLayoutIsCountedAndDerivedAlike) {
  std::size_t place = 0;
  for (const std::string& query : every_layer()) {
    if (!is_sampled(place++)) continue;
    SCOPED_TRACE(query);
    const Query parsed = parse(query);
    const Model model = read_model(parsed, framework_of(parsed));
    const Rule& rule = model.layers.front().rule;
    if (rule.matrices() == 0) continue;
    const Rule fewer = rule.without_second_biases();
    EXPECT_LE(count_by(model, fewer), count_by(model, rule));
    EXPECT_LE(fewer.bias_vectors(), Whole(rule.matrices()));
    if (rule.matrices() == 1) continue;
    // A cell of parts without names has none.
    const bool smaller = count_by(model, rule.without_candidate()) < count_by(model, rule);
    EXPECT_EQ(smaller, rule.candidates() != 0);
    EXPECT_EQ(count_by(model, rule.without_candidate().without_second_biases()),
              count_by(model, fewer.without_candidate()));
  }
}

// What others count: see tests/core/frameworks_test.cpp.
TEST(Rule, AChangedLayoutIsAnothersLayout) {
  const struct {
    const char* query;
    Rule (Rule::*change)() const;
    std::uint64_t count;
  } rows[] = {
      {"framework=pytorch&input=64&layers=LSTM(32)", &Rule::without_second_biases, 12416},
      {"framework=keras&input=64&layers=GRU(32)", &Rule::without_second_biases, 9312},
      {"framework=onnx&input=64&layers=LSTM(32,peepholes=true)", &Rule::without_second_biases, 12512},
      {"framework=flax_linen&input=64&layers=GRU(32)", &Rule::without_second_biases, 9312},
      {"framework=keras&input=64&layers=LSTM(32)", &Rule::without_second_biases, 12416},
      {"input=64&layers=LSTM(32)", &Rule::without_candidate, 9312},
      {"framework=pytorch&input=64&layers=LSTM(32)", &Rule::without_candidate, 9408},
      {"framework=flax_linen&input=64&layers=MGU(32)", &Rule::without_candidate, 3104},
      {"framework=flux&input=64&layers=GRU(32,reset_after=false)", &Rule::without_candidate, 6208},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.query);
    const Query parsed = parse(row.query);
    const Model model = read_model(parsed, framework_of(parsed));
    EXPECT_EQ(count_by(model, (model.layers.front().rule.*row.change)()), Whole(row.count));
  }
}

}  // namespace
}  // namespace rnn
