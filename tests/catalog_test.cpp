#include "core/catalog.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/version.h"

namespace rnn {
namespace {

const FrameworkFacts& framework(const Catalog& facts, std::string_view id) {
  return *std::find_if(facts.frameworks.begin(), facts.frameworks.end(),
                       [&](const FrameworkFacts& row) { return row.id == id; });
}

const CellFacts& cell(const FrameworkFacts& facts, std::string_view name) {
  return *std::find_if(facts.cells.begin(), facts.cells.end(),
                       [&](const CellFacts& row) { return row.cell == name; });
}

std::string options(const CellFacts& facts) {
  std::string out;
  for (const OptionOffer& option : facts.options) out += std::string(option.name) + "=" + option.preset + " ";
  return out;
}

TEST(Catalog, TheDefaultComesFirst) {
  const Catalog facts = catalog();
  ASSERT_GE(facts.frameworks.size(), 3U);
  EXPECT_EQ(facts.frameworks[0].id, "notes");
  EXPECT_EQ(facts.frameworks[1].name, "Keras");
  EXPECT_EQ(facts.frameworks[2].name, "PyTorch");
  EXPECT_EQ(facts.version, version);
}

TEST(Catalog, WordsFollowTheFramework) {
  const Catalog facts = catalog();
  EXPECT_EQ(framework(facts, "notes").words.units, "num_units");
  EXPECT_EQ(framework(facts, "notes").words.input, "input_dim");
  EXPECT_EQ(framework(facts, "keras").words.units, "units");
  EXPECT_EQ(framework(facts, "pytorch").words.units, "hidden_size");
  EXPECT_EQ(framework(facts, "pytorch").words.input, "input_size");
}

TEST(Catalog, OptionsAreThoseThatTheFrameworkHas) {
  const Catalog facts = catalog();
  EXPECT_EQ(options(cell(framework(facts, "notes"), "GRU")), "num_layers=1 bidirectional=false bias=true ");
  EXPECT_EQ(options(cell(framework(facts, "keras"), "GRU")),
            "num_layers=1 bidirectional=false bias=true reset_after=true merge_mode=concat ");
  EXPECT_EQ(options(cell(framework(facts, "pytorch"), "GRU")), "num_layers=1 bidirectional=false bias=true ");
  EXPECT_EQ(options(cell(framework(facts, "pytorch"), "LSTM")),
            "num_layers=1 bidirectional=false bias=true proj_size=0 ");
  EXPECT_EQ(options(cell(framework(facts, "tf1"), "LSTM")),
            "num_layers=1 bidirectional=false proj_size=0 peepholes=false coupled=false layer_norm=false ");
  EXPECT_EQ(options(cell(framework(facts, "onnx"), "GRU")),
            "num_layers=1 bidirectional=false bias=true reset_after=false ");
  EXPECT_EQ(options(cell(framework(facts, "burn"), "LSTM")),
            "num_layers=1 bidirectional=false bias=true coupled=false ");
  EXPECT_EQ(options(cell(framework(facts, "flax_linen"), "MGU")), "num_layers=1 bidirectional=false ");
  EXPECT_EQ(cell(framework(facts, "flax_linen"), "MGU").matrices, "2");
  EXPECT_EQ(cell(framework(facts, "pytorch"), "RNN").matrices, "1");
  EXPECT_EQ(cell(framework(facts, "keras"), "RNN").name, "SimpleRNN");
}

// Three stand on the first screen.
TEST(Catalog, TheNotesKerasAndPyTorchAreFeatured) {
  std::vector<std::string> featured;
  for (const FrameworkFacts& row : catalog().frameworks)
    if (row.featured) featured.emplace_back(row.id);
  EXPECT_EQ(featured, (std::vector<std::string>{"notes", "keras", "pytorch"}));
}

TEST(Catalog, LimitsAreNamedOnce) {
  const Limits limits = catalog().limits;
  EXPECT_EQ(limits.text, "65536");
  EXPECT_EQ(limits.layers, "1000");
  EXPECT_EQ(limits.nesting, "4");
  EXPECT_EQ(limits.size, "9007199254740991");
  EXPECT_EQ(limits.total, "18446744073709551615");
}

TEST(Catalog, ArgumentsListEverySpelling) {
  const Catalog facts = catalog();
  const LayerFacts& lstm = facts.layers.front();
  EXPECT_EQ(lstm.cell, "LSTM");
  ASSERT_FALSE(lstm.arguments.empty());
  const ArgumentFacts& units = lstm.arguments.front();
  EXPECT_EQ(units.name, "units");
  EXPECT_TRUE(units.positional);
  EXPECT_TRUE(units.required);
  for (const char* spelling : {"units", "num_units", "hidden_size", "hidden_units", "activation_units",
                               "output_units", "gate_units"})
    EXPECT_EQ(std::count(units.spellings.begin(), units.spellings.end(), spelling), 1) << spelling;
}

}  // namespace
}  // namespace rnn
