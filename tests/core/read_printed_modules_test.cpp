// print(model) of whole models of PyTorch, as PyTorch printed them.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/core/answer.h"
#include "tests/core/printed_models.h"
#include "tests/core/printed_rows.h"
#include "tests/core/readings.h"

namespace rnn {
namespace {

/// The layers that store something: their kinds, what they read and hand on, and how much they store. The
/// queries of these rows don't say what slopes read.
std::vector<std::string> layers_of(const std::string& query) {
  std::vector<std::string> out;
  for (const LayerAnswer& layer : explain(query).layers) {
    if (layer.total == "0" || layer.total.empty()) continue;
    const bool sizes = layer.cell != "PReLU";
    out.push_back(layer.cell + " " + (sizes ? layer.input + " " + layer.units + " " + layer.output : "") +
                  " " + layer.total);
  }
  return out;
}

TEST(ReadPrintedModules, AsPyTorchPrintedThem) {
  const std::vector<PrintedRow> all = printed_rows(printed_modules_jsonl);
  ASSERT_GE(all.size(), 150U);
  for (const PrintedRow& row : all) {
    SCOPED_TRACE(row.id);
    const TextReading reading = read_text(row.text);
    EXPECT_EQ(reading.form, Form::module);
    EXPECT_EQ(total_of(reading.query), row.total) << reading.query;
    EXPECT_EQ(layers_of(reading.query), layers_of(row.query)) << reading.query << "\n" << row.query;
  }
}

TEST(ReadPrintedModules, TellsOfEveryPiece) {
  const std::vector<PrintedRow> all = printed_rows(printed_modules_jsonl);
  for (std::size_t i = 0; i < all.size(); i += 5) {
    SCOPED_TRACE(all[i].id);
    telling_reading(all[i].text);
  }
}

}  // namespace
}  // namespace rnn
