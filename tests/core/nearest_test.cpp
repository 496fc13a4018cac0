#include "core/nearest.h"

#include <gtest/gtest.h>

#include <string>

namespace rnn {
namespace {

TEST(Nearest, WordsThatMayHaveBeenMeant) {
  static constexpr std::string_view names[] = {"bias",        "LSTM",         "GRU", "Bidirectional",
                                               "hidden_size", "hidden_units", "sum"};
  const struct {
    std::string_view text, nearest;
  } table[] = {{"LTSM", "LSTM"},
               {"ltsm", "LSTM"},
               {"SLTM", "LSTM"},
               {"LSTMM", "LSTM"},
               {"LST", "LSTM"},
               {"GUR", "GRU"},
               {"Bidirectonal", "Bidirectional"},
               {"bidirectinoal", "Bidirectional"},
               {"hiden_size", "hidden_size"},
               {"hidden_unit", "hidden_units"},
               {"summ", "sum"},
               {"LSTM", "LSTM"},
               {"", ""},
               {"x", ""},
               {"LS", ""},
               {"Transformer", ""},
               {"hdn_sz", ""},
               {"nobias", ""},  // Chainer's, which says the opposite
               {"biass", "bias"}};
  for (const auto& row : table) EXPECT_EQ(nearest(row.text, names), row.nearest) << row.text;
  EXPECT_EQ(nearest(std::string(100'000, 'x'), names), "");
  EXPECT_EQ(nearest("LSTM", {}), "");
}

}  // namespace
}  // namespace rnn
