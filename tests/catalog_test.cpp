#include "core/catalog.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/language.h"
#include "core/version.h"
#include "tests/json_value.h"

namespace rnn {
namespace {

JsonValue catalog() { return read_json(catalog_json()); }

const JsonValue& framework(const JsonValue& facts, std::string_view id) {
  const std::vector<JsonValue>& rows = facts["frameworks"].items;
  return *std::find_if(rows.begin(), rows.end(), [&](const JsonValue& row) { return row["id"].text == id; });
}

const JsonValue& cell(const JsonValue& facts, std::string_view name) {
  const std::vector<JsonValue>& rows = facts["cells"].items;
  return *std::find_if(rows.begin(), rows.end(),
                       [&](const JsonValue& row) { return row["cell"].text == name; });
}

std::string options(const JsonValue& facts) {
  std::string out;
  for (const JsonValue& option : facts["options"].items)
    out += option["name"].text + "=" + option["default"].text + " ";
  return out;
}

TEST(Catalog, TheDefaultComesFirst) {
  const JsonValue facts = catalog();
  const std::vector<JsonValue>& rows = facts["frameworks"].items;
  ASSERT_GE(rows.size(), 3U);
  EXPECT_EQ(rows[0]["id"].text, "notes");
  EXPECT_EQ(rows[1]["name"].text, "Keras");
  EXPECT_EQ(rows[2]["name"].text, "PyTorch");
  EXPECT_EQ(facts["version"].text, version);
}

TEST(Catalog, WordsFollowTheFramework) {
  const JsonValue facts = catalog();
  EXPECT_EQ(framework(facts, "notes")["words"]["units"].text, "num_units");
  EXPECT_EQ(framework(facts, "notes")["words"]["input"].text, "input_dim");
  EXPECT_EQ(framework(facts, "keras")["words"]["units"].text, "units");
  EXPECT_EQ(framework(facts, "pytorch")["words"]["units"].text, "hidden_size");
  EXPECT_EQ(framework(facts, "pytorch")["words"]["input"].text, "input_size");
}

TEST(Catalog, OptionsAreThoseThatTheFrameworkHas) {
  const JsonValue facts = catalog();
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
  EXPECT_EQ(cell(framework(facts, "flax_linen"), "MGU")["matrices"].text, "2");
  EXPECT_EQ(cell(framework(facts, "pytorch"), "RNN")["matrices"].text, "1");
  EXPECT_EQ(cell(framework(facts, "keras"), "RNN")["name"].text, "SimpleRNN");
}

// Three stand on the first screen.
TEST(Catalog, TheNotesKerasAndPyTorchAreFeatured) {
  std::vector<std::string> featured;
  const JsonValue facts = catalog();
  for (const JsonValue& row : facts["frameworks"].items)
    if (row["featured"].text == "true") featured.push_back(row["id"].text);
  EXPECT_EQ(featured, (std::vector<std::string>{"notes", "keras", "pytorch"}));
}

// What a layer does to the width, what it reads, and whether it stores anything.
TEST(Catalog, KindsOfLayers) {
  const JsonValue facts = catalog();
  std::string found;
  for (const JsonValue& row : facts["layers"].items) {
    found += row["cell"].text;
    for (const char* fact : {"recurrent", "learns", "keeps_width", "reads_words"})
      if (row[fact].text == "true") found += std::string(" ") + fact;
    found += "\n";
  }
  EXPECT_EQ(found,
            "LSTM recurrent learns\nGRU recurrent learns\nRNN recurrent learns\nMGU recurrent learns\n"
            "Embedding learns reads_words\nDense learns\nDropout keeps_width\n"
            "BatchNormalization learns keeps_width\nLayerNormalization learns keeps_width\n");
}

TEST(Catalog, LimitsAreNamedOnce) {
  const JsonValue facts = catalog();
  const JsonValue& limits = facts["limits"];
  EXPECT_EQ(limits["text"].text, "65536");
  EXPECT_EQ(limits["layers"].text, "1000");
  EXPECT_EQ(limits["nesting"].text, "4");
  EXPECT_EQ(limits["size"].text, "9007199254740991");
  EXPECT_EQ(limits["total"].text, "18446744073709551615");
}

TEST(Catalog, ArgumentsListEverySpelling) {
  const JsonValue facts = catalog();
  const JsonValue& lstm = facts["layers"].items.at(0);
  EXPECT_EQ(lstm["cell"].text, "LSTM");
  const JsonValue& units = lstm["arguments"].items.at(0);
  EXPECT_EQ(units["name"].text, "units");
  EXPECT_EQ(units["positional"].text, "true");
  EXPECT_EQ(units["required"].text, "true");
  std::vector<std::string> found;
  for (const JsonValue& spelling : units["spellings"].items) found.push_back(spelling.text);
  for (const char* spelling : {"units", "num_units", "hidden_size", "hidden_units", "activation_units",
                               "output_units", "gate_units"})
    EXPECT_EQ(std::count(found.begin(), found.end(), spelling), 1) << spelling;
}

}  // namespace
}  // namespace rnn
