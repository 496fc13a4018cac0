// Models as Keras 3 itself wrote them: in JSON, as summary() shows them, and by the paths of their weights.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/core/answer.h"
#include "tests/core/printed_models.h"
#include "tests/core/printed_rows.h"
#include "tests/core/readings.h"

namespace rnn {
namespace {

/// The layers that store something, with what they read and hand on. Weights don't say what the last layer
/// makes of its directions.
std::vector<std::string> layers_of(const std::string& query, bool with_width) {
  std::vector<std::string> out;
  for (const LayerAnswer& layer : explain(query).layers)
    if (layer.total != "0")
      out.push_back(layer.cell + " " + layer.input + " " + layer.units + " " +
                    (with_width ? layer.output : "") + " " + layer.total);
  return out;
}

TEST(ReadKerasTexts, AsKerasWroteThem) {
  const std::vector<PrintedRow> all = printed_rows(keras_texts_jsonl);
  ASSERT_GT(all.size(), 50U);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const PrintedRow& row = all[i];
    SCOPED_TRACE(row.id);
    constexpr std::size_t sound = 7;  // it takes time: of each form some
    const TextReading reading = i % sound == 0 ? sound_reading(row.text) : read_text(row.text);
    EXPECT_EQ(total_of(reading.query), row.total) << reading.query;
    EXPECT_TRUE(reading.problems.empty());
    EXPECT_TRUE(reading.questions.empty());
    EXPECT_TRUE(std::none_of(reading.pieces.begin(), reading.pieces.end(),
                             [](const TextPiece& piece) { return piece.kind == TextPiece::Kind::unknown; }));
    if (row.query.empty()) continue;
    const bool with_width = !row.id.starts_with("weights");
    const auto is_it = [&](const std::string& query) {
      return layers_of(query, with_width) == layers_of(row.query, with_width);
    };
    EXPECT_TRUE(is_it(reading.query) || std::any_of(reading.choices.begin(), reading.choices.end(),
                                                    [&](const auto& choice) { return is_it(choice.query); }))
        << reading.query;
  }
}

}  // namespace
}  // namespace rnn
