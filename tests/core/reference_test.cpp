// Counts that others printed or worked out, in reference.csv: totals, and where given the tensors by name,
// shape and order.
#include "tests/core/reference.h"

#include <gtest/gtest.h>

#include "tests/core/answer.h"
#include "tests/core/big.h"
#include "tests/core/csv.h"

namespace rnn {
namespace {

struct Row {
  std::string query;
  std::string total;
  std::string tensors;
  std::string source;
};

std::vector<Row> reference_rows() {
  std::vector<Row> rows;
  for (const std::vector<std::string>& fields : read_csv(reference_csv)) {
    EXPECT_EQ(fields.size(), 5U) << fields.front();
    if (fields.size() == 5) rows.push_back({fields[0], fields[1], fields[2], fields[3]});
  }
  EXPECT_EQ(rows.empty() ? "" : rows.front().query, "query");
  if (!rows.empty()) rows.erase(rows.begin());
  return rows;
}

/// As in the file: "kernel:64x128;bias:128".
std::string tensors_of(const Answer& answer) {
  std::string out;
  for (const LayerAnswer& layer : answer.layers)
    for (const WeightAnswer& weight : layer.weights) {
      out += (out.empty() ? "" : ";") + weight.name;
      for (std::size_t i = 0; i < weight.shape.size(); ++i) out += (i == 0 ? ":" : "x") + weight.shape[i];
    }
  return out;
}

// The file grows; an empty or a cut one must not pass.
constexpr std::size_t least_rows = 2110;
constexpr std::size_t least_rows_with_tensors = 1470;

TEST(Reference, HasItsRows) {
  const std::vector<Row> rows = reference_rows();
  EXPECT_GE(rows.size(), least_rows);
  std::size_t with_tensors = 0;
  for (const Row& row : rows) {
    SCOPED_TRACE(row.query);
    EXPECT_TRUE(is_decimal(row.total));
    EXPECT_FALSE(row.source.empty());
    if (!row.tensors.empty()) ++with_tensors;
  }
  EXPECT_GE(with_tensors, least_rows_with_tensors);
}

TEST(Reference, Totals) {
  for (const Row& row : reference_rows()) {
    SCOPED_TRACE(row.query + " (" + row.source + ")");
    const Answer answer = explain(row.query);
    EXPECT_EQ(answer.problems.size(), 0U);
    EXPECT_EQ(answer.total, row.total);
    Big sum = 0;
    for (const LayerAnswer& layer : answer.layers) sum += to_big(layer.total).value_or(0);
    EXPECT_EQ(to_string(sum), row.total);
    ASSERT_FALSE(answer.steps.empty());
    EXPECT_EQ(answer.steps.back().value, row.total);
  }
}

TEST(Reference, LastStepOfEachLayerIsItsTotal) {
  for (const Row& row : reference_rows()) {
    SCOPED_TRACE(row.query);
    for (const LayerAnswer& layer : explain(row.query).layers) {
      ASSERT_FALSE(layer.steps.empty());
      EXPECT_EQ(layer.steps.back().value, layer.total);
    }
  }
}

TEST(Reference, NamesShapesAndOrderOfTensors) {
  for (const Row& row : reference_rows()) {
    if (row.tensors.empty()) continue;
    SCOPED_TRACE(row.query + " (" + row.source + ")");
    EXPECT_EQ(tensors_of(explain(row.query)), row.tensors);
  }
}

// The file's own tensors make up its totals: a slip in a row does not look like one in the core.
TEST(Reference, TensorsAddUpToTheTotal) {
  for (const Row& row : reference_rows()) {
    if (row.tensors.empty()) continue;
    SCOPED_TRACE(row.query);
    Big sum = 0;
    for (const std::string& tensor : split(row.tensors, ';')) {
      const std::vector<std::string> parts = split(tensor, ':');
      ASSERT_LE(parts.size(), 2U) << tensor;
      Big count = 1;  // what has no sides is one number
      if (parts.size() == 2)
        for (const std::string& side : split(parts[1], 'x')) count *= to_big(side).value_or(0);
      sum += count;
    }
    EXPECT_EQ(to_string(sum), row.total);
  }
}

}  // namespace
}  // namespace rnn
