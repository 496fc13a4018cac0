// Tests of core/repeats: which layers repeat an earlier one, against a comparison of each with each.
#include "core/repeats.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/explain.h"
#include "core/formats.h"
#include "tests/core/answer.h"
#include "tests/core/csv.h"
#include "tests/core/random_query.h"
#include "tests/core/reference.h"
#include "tests/core/sampled.h"

namespace rnn {
namespace {

/// A layer as it would be told, in words that do not say which one it is.
std::vector<std::string> told(const Layer& layer, const std::string& total, const std::vector<Step>& steps) {
  const bool merges = directions(layer) == Whole(2);
  const Whole merge = merges ? layer.settings[Option::merge_mode] : Whole();
  std::vector<std::string> out{layer.name,
                               std::string(name(layer.word)),
                               layer.rule.passes_on() ? "" : digits(layer.settings[Option::units]),
                               digits(layer.input),
                               digits(layer.passed.width),
                               digits(directions(layer)),
                               digits(merge),
                               total};
  for (const Step& step : steps) out.push_back(to_text(step.formula, Reading::numbers));
  return out;
}

/// The first layer that is told in the same words; −1 if it is `index` itself.
int first_alike(const std::vector<std::vector<std::string>>& layers, std::size_t index) {
  const auto found = std::find(layers.begin(), layers.end(), layers[index]);
  const auto place = static_cast<std::size_t>(found - layers.begin());
  return place == index ? -1 : static_cast<int>(place);
}

std::size_t expect_repeats(const std::string& query) {
  SCOPED_TRACE(query);
  const Query parsed = parse(query);
  const Model model = read_model(parsed, framework_of(parsed));
  const Answer answer = explain(query);
  std::vector<std::vector<std::string>> layers;
  const Derivation derivation = derive(model);
  for (std::size_t i = 0; i < derivation.layers.size(); ++i)
    layers.push_back(told(model.layers[i], answer.layers[i].total, derivation.layers[i]));
  std::size_t repeated = 0;
  std::size_t next = 0;
  for (const RunAnswer& run : answer.runs) {
    EXPECT_EQ(run.first, next);
    if (run.like < 0) {
      EXPECT_EQ(run.last, run.first) << "the first of its kind stands alone";
    }
    Big sum = 0;
    bool whole = true;
    for (std::size_t i = run.first; i <= run.last; ++i) {
      EXPECT_EQ(answer.layers[i].like, first_alike(layers, i)) << i;
      EXPECT_EQ(run.like, answer.layers[i].like) << i;
      whole = whole && !answer.layers[i].total.empty();
      sum += to_big(answer.layers[i].total).value_or(0);
      if (run.like >= 0) ++repeated;
    }
    EXPECT_EQ(run.sum, whole && sum < two_to_the_64 ? to_string(sum) : "");
    if (next > 0 && run.like >= 0) {
      EXPECT_NE(run.like, answer.layers[next - 1].like) << "it would go on";
    }
    next = run.last + 1;
  }
  EXPECT_EQ(next, answer.layers.size());
  return repeated;
}

TEST(Repeats, AreWhatIsToldInTheSameWords) {
  std::size_t repeated = 0;
  std::size_t place = 0;
  for (const std::vector<std::string>& row : read_csv(reference_csv))
    if (is_sampled(place++)) repeated += expect_repeats(row.front());
  Dice dice(9);
  for (int i = 0; i < sampled(300); ++i)
    repeated += expect_repeats(random_spelling(random_model(dice), dice));
  EXPECT_GT(repeated, sampled(200U));
}

TEST(Repeats, AlsoWhereSomethingIsWrong) {
  const char* const layers[] = {"LSTM(7)",      "LTSM(7)",          "LSTM(x)",
                                "Dropout(0.5)", "LSTM(7, hiden=3)", "Bidirectional(LSTM(7))",
                                "GRU(7)",       "Embedding(9,7)"};
  std::size_t repeated = 0;
  Dice dice(10);
  for (int i = 0; i < sampled(1000); ++i) {
    const char* const some[] = {dice.any_of(layers), dice.any_of(layers)};
    std::string query = "input=" + std::string(dice.one_in(4) ? "x" : "7") + "&layers=" + some[0];
    for (std::uint64_t more = dice.roll(5); more > 0; --more) query.append(",").append(dice.any_of(some));
    repeated += expect_repeats(query);
  }
  EXPECT_GT(repeated, sampled(500U));
}

std::vector<int> likes(std::string_view query) {
  std::vector<int> out;
  for (const LayerAnswer& layer : explain(query).layers) out.push_back(layer.like);
  return out;
}

using Likes = std::vector<int>;

TEST(Repeats, TheFirstLayerIsReadFromElsewhere) {
  EXPECT_EQ(likes("input=32&layers=LSTM(32),LSTM(32),LSTM(32)"), Likes({-1, -1, 1}));
}

TEST(Repeats, AWidthInTwoPartsIsNoWidthInOne) {
  EXPECT_EQ(likes("input=9&layers=Bidirectional(LSTM(7)),GRU(3),LSTM(14),GRU(3),LSTM(14),GRU(3)"),
            Likes({-1, -1, -1, -1, 2, 3}));
  EXPECT_EQ(likes("input=9&layers=Dropout(0.1),Dropout(0.2)"), Likes({-1, 0}));
}

TEST(Repeats, AnOptionThatChangesNothingMakesNoDifference) {
  EXPECT_EQ(likes("framework=keras&input=8&layers=LSTM(8),LSTM(8),LSTM(8,bias=true),LSTM(8,bias=false)"),
            Likes({-1, -1, 1, -1}));
}

TEST(Repeats, ALongStackIsPublishedOnce) {
  const std::string query = "input=64&layers=LSTM(32, num_layers=1000)";
  EXPECT_LT(explain_json(query).size(), 1'000'000U);
  const Answer answer = explain(query);
  ASSERT_EQ(answer.runs.size(), 3U);
  EXPECT_EQ(answer.runs[2].first, 2U);
  EXPECT_EQ(answer.runs[2].last, 999U);
  EXPECT_EQ(answer.runs[2].like, 1);
  EXPECT_EQ(answer.runs[2].sum, "8303360");  // 998 × 8320
  EXPECT_EQ(answer.layers[999].weights.size(), answer.layers[1].weights.size());
}

}  // namespace
}  // namespace rnn
