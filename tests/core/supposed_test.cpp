// Models with slips in them are models: their tensors and their formulas agree.
#include "core/diagnose/supposed.h"

#include <gtest/gtest.h>

#include "core/count.h"
#include "core/derive.h"
#include "core/diagnose/rules.h"
#include "core/weights.h"
#include "tests/core/every_layer.h"
#include "tests/core/random_query.h"
#include "tests/core/sampled.h"

namespace rnn {
namespace {

Model model_of(std::string_view query) {
  const Query parsed = parse(query);
  return counted(parsed, framework_of(parsed));
}

/// What the derivation comes to; none where it is nothing.
Whole derived(const Model& model) {
  const Derivation derivation = derive(model);
  return derivation.closing.empty() ? Whole() : derivation.closing.front().value;
}

TEST(Supposed, PlainTensorsCountWhatTheFrameworksOwnDo) {
  int plain_ones = 0;
  for (const std::string& query : every_layer()) {
    const Model model = model_of(query);
    for (const Layer& layer : model.layers) {
      if (layer.rule.matrices() == 0) continue;
      Layer changed = layer;
      changed.rule = plain(layer.rule);
      ASSERT_EQ(count(changed), count(layer)) << query;
      ++plain_ones;
    }
  }
  EXPECT_GT(plain_ones, 300);
}

/// One slip, or two that go together: the count of the changed model, layer by layer, and its formula.
void expect_agreement(const Supposed& supposed, std::span<const MadeSlip> changes, const std::string& what) {
  const Whole count = supposed.count(changes);
  if (!count) return;
  const Model changed = supposed.model(changes);
  ASSERT_EQ(changed.total, count) << what;
  ASSERT_EQ(derived(changed), count) << what;
}

void expect_agreement(const Model& model, const std::string& query, bool pairs) {
  if (!model.total) return;
  const Supposed supposed(model);
  const std::vector<MadeSlip> singles = supposed.singles();
  for (std::size_t i = 0; i < singles.size(); ++i) {
    const std::string what = query + " " + std::string(slip_word(singles[i].slip).name);
    expect_agreement(supposed, {&singles[i], 1}, what);
    for (std::size_t j = i + 1; pairs && j < singles.size(); ++j) {
      const MadeSlip both[] = {singles[i], singles[j]};
      expect_agreement(supposed, both, what + " " + std::string(slip_word(singles[j].slip).name));
    }
  }
}

TEST(Supposed, BothReadingsAgreeInEveryLayer) {
  std::size_t place = 0;
  for (const std::string& query : every_layer()) {
    if (!is_sampled(place++)) continue;
    expect_agreement(model_of(query), query, false);
    if (HasFatalFailure()) return;
  }
}

TEST(Supposed, BothReadingsAgreeInRandomModels) {
  Dice dice(16);
  for (int i = 0; i < sampled(300); ++i) {
    const std::string query = plain_query(random_model(dice)) + "&timesteps=9";
    expect_agreement(model_of(query), query, i % 6 == 0);
    if (HasFatalFailure()) return;
  }
}

// Of equal layers one is counted for all of them, the first and the last by themselves.
TEST(Supposed, BothReadingsAgreeInStacksOfEqualLayers) {
  for (const std::string query : {"framework=pytorch&input=6&layers=LSTM(6,num_layers=5),Linear(3)",
                                  "framework=pytorch&input=6&layers=GRU(4,num_layers=6,bidirectional=true)",
                                  "framework=keras&input=6&layers=Dense(6),LSTM(6),LSTM(6),LSTM(6),Dense(6),"
                                  "Dense(6),Dense(6),Dense(6)"}) {
    expect_agreement(model_of(query + "&timesteps=9"), query, true);
    if (HasFatalFailure()) return;
  }
  // The first two, whose sources are others, the ones between and the last one.
  const Model many = model_of("framework=pytorch&input=9&layers=LSTM(9,num_layers=1000)");
  EXPECT_LE(Supposed(many).different(), 5U);
}

TEST(Supposed, OtherSizesAndLayersAgreeToo) {
  const Model model =
      model_of("framework=keras&layers=Embedding(50,8),Bidirectional(LSTM(6)),BatchNormalization(),GRU(5)");
  const Supposed supposed(model);
  MadeSlip vocabulary;
  vocabulary.slip = Slip::other_size;
  vocabulary.vocabulary = true;
  vocabulary.layer = 0;
  vocabulary.number = 60;
  expect_agreement(supposed, {&vocabulary, 1}, "vocabulary");
  EXPECT_EQ(supposed.count({&vocabulary, 1}), Whole(*model.total + 10 * 8));
  MadeSlip units = vocabulary;
  units.vocabulary = false;
  units.layer = 1;
  units.number = 3;
  expect_agreement(supposed, {&units, 1}, "units");
  // 2·4·(8 + 3 + 1)·3 + 4·6 + 3·(6 + 5 + 2)·5, and the table
  EXPECT_EQ(supposed.count({&units, 1}), Whole(50 * 8 + 2 * 4 * 12 * 3 + 4 * 6 + 3 * 13 * 5));
  MadeSlip output;
  output.slip = Slip::output_layer;
  output.number = 4;
  expect_agreement(supposed, {&output, 1}, "output");
  EXPECT_EQ(supposed.count({&output, 1}), Whole(*model.total + 6 * 4));
}

}  // namespace
}  // namespace rnn
