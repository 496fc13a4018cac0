// Whole models as frameworks built them: what each layer stores, what of it is trained, and what it hands on.
#include <gtest/gtest.h>

#include <map>

#include "tests/core/answer.h"
#include "tests/core/csv.h"
#include "tests/core/reference.h"
#include "tests/core/repair.h"

namespace rnn {
namespace {

/// What is told of a written layer, as in the file: of stacked ones together.
std::vector<std::string> layers_of(const Answer& answer) {
  struct Facts {
    std::uint64_t count = 0;
    std::uint64_t trained = 0;
    std::string hands_on;
  };
  std::map<std::size_t, Facts> by_origin;
  for (const LayerAnswer& layer : answer.layers) {
    Facts& facts = by_origin[layer.origin];
    facts.count += std::stoull(layer.total);
    facts.trained += std::stoull(layer.trainable);
    facts.hands_on = layer.output + ":" + layer.hands_on.steps;
    EXPECT_EQ(layer.hands_on.width, layer.output);
  }
  std::vector<std::string> out;
  for (const auto& [origin, facts] : by_origin)
    out.push_back(std::to_string(facts.count) + ":" + std::to_string(facts.trained) + ":" + facts.hands_on);
  return out;
}

/// A row may know less than the answer: without steps where nobody printed them.
bool fits(const std::string& told, const std::string& row) {
  return told == row || (row.back() == ':' && told.substr(0, told.rfind(':') + 1) == row);
}

TEST(Models, AsFrameworksBuiltThem) {
  const std::vector<std::vector<std::string>> rows = read_csv(models_csv);
  ASSERT_GT(rows.size(), 150U);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::vector<std::string>& row = rows[i];
    SCOPED_TRACE(row[0]);
    const Answer answer = explain(row[0]);
    ASSERT_TRUE(answer.problems.empty()) << headline(answer.problems.front());
    EXPECT_EQ(answer.total, row[1]);
    EXPECT_EQ(answer.counted, row[1]);
    EXPECT_EQ(answer.trainable, row[2]);
    EXPECT_EQ(std::stoull(answer.trainable) + std::stoull(answer.frozen), std::stoull(answer.total));
    const std::vector<std::string> told = layers_of(answer);
    const std::vector<std::string> built = split(row[3], ';');
    ASSERT_EQ(told.size(), built.size());
    for (std::size_t k = 0; k < told.size(); ++k)
      EXPECT_TRUE(fits(told[k], built[k])) << "layer " << k + 1 << ": " << told[k] << ", built " << built[k];
    // The canonical form is the same model.
    const Answer again = explain(answer.query);
    EXPECT_EQ(again.query, answer.query);
    EXPECT_EQ(layers_of(again), told);
  }
}

}  // namespace
}  // namespace rnn
