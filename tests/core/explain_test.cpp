#include "core/explain.h"

#include <gtest/gtest.h>

#include "tests/core/answer.h"

namespace rnn {
namespace {

struct Row {
  const char* query;
  const char* total;
  std::vector<const char*> layers;
};

// The systems of the course notes and their siblings, and what PRODUCT works out.
TEST(Explain, TotalsOfLayersAndOfTheStack) {
  const Row rows[] = {
      {"input=64&layers=LSTM(32)", "12416", {"12416"}},
      {"input=64&layers=LSTM(32),LSTM(32)", "20736", {"12416", "8320"}},
      {"input=64&layers=LSTM(32,num_layers=2)", "20736", {"12416", "8320"}},
      {"input=64&layers=Bidirectional(LSTM(32))", "24832", {"24832"}},
      {"input=64&layers=LSTM(32,num_layers=2,bidirectional=true)", "49664", {"24832", "24832"}},
      {"input=64&layers=GRU(32)", "9312", {"9312"}},
      {"input=64&layers=RNN(32)", "3104", {"3104"}},
      {"framework=pytorch&input=10&layers=LSTM(7,num_layers=2,bidirectional=true)", "2352", {"1064", "1288"}},
      {"framework=keras&layers=Embedding(20000,128),Bidirectional(LSTM(64)),Bidirectional(LSTM(64)),Dense(1)",
       "2757761",
       {"2560000", "98816", "98816", "129"}},
      {"framework=pytorch&layers=Embedding(25002,100),LSTM(256,num_layers=2,bidirectional=true),Linear(1)",
       "4810857",
       {"2500200", "733184", "1576960", "513"}},
      {"framework=pytorch&input=67108866&layers=RNN(67108865, bias=false)",
       "9007199590285315",
       {"9007199590285315"}},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.query);
    const Answer answer = explain(row.query);
    EXPECT_EQ(answer.total, row.total);
    EXPECT_TRUE(answer.problems.empty());
    std::vector<std::string> layers;
    for (const LayerAnswer& layer : answer.layers) {
      layers.push_back(layer.total);
      EXPECT_EQ(layer.steps.back().value, layer.total);
    }
    EXPECT_EQ(layers, std::vector<std::string>(row.layers.begin(), row.layers.end()));
    EXPECT_EQ(answer.steps.back().value, answer.total);
  }
}

TEST(Explain, WhatWasTypedIsKept) {
  const Answer answer = explain(
      "framework=Keras&input=+64&layers=%20lstm( 32 ), tf.keras.layers.Bidirectional(GRU(hidden_size=16))");
  EXPECT_EQ(answer.framework, "keras");
  EXPECT_EQ(answer.fields[Key::framework].text, "Keras");
  EXPECT_EQ(answer.fields[Key::input].text, " 64");
  ASSERT_EQ(answer.written.size(), 2U);
  EXPECT_EQ(answer.written[0].name, "lstm");
  EXPECT_EQ(answer.written[0].cell, "LSTM");
  EXPECT_EQ(answer.written[0].place.start, 1U);
  EXPECT_EQ(answer.written[0].place.end, 11U);
  ASSERT_EQ(answer.written[1].arguments.size(), 2U);
  EXPECT_EQ(answer.written[1].arguments[0].name, "bidirectional");
  EXPECT_EQ(answer.written[1].arguments[0].text, "tf.keras.layers.Bidirectional");
  EXPECT_EQ(answer.written[1].arguments[1].name, "units");
  EXPECT_EQ(answer.written[1].arguments[1].text, "16");
  EXPECT_EQ(answer.query, "framework=keras&input=64&layers=LSTM(32),Bidirectional(GRU(16))");
}

TEST(Explain, WhatIsSaidOfTrainingStandsWhereItIsWritten) {
  const Answer answer = explain("framework=keras&input=8&layers=Dense(4,trainable=false)");
  ASSERT_EQ(answer.written[0].arguments.size(), 2U);
  const ArgumentAnswer& trained = answer.written[0].arguments[1];
  EXPECT_EQ(trained.text, "false");
  EXPECT_EQ(trained.value.start, 18U);
  EXPECT_EQ(trained.value.end, 23U);
}

TEST(Explain, PlacesCountUtf16Units) {
  // A letter outside the basic plane is one character, four bytes, two units.
  const Answer answer = explain("input=64&layers=LSTM(😀),LTSM(é)");
  ASSERT_EQ(answer.problems.size(), 2U);
  EXPECT_EQ(answer.problems[0].place.start, 5U);
  EXPECT_EQ(answer.problems[0].place.end, 7U);
  EXPECT_EQ(answer.problems[1].code, "unknown_layer");
  EXPECT_EQ(answer.problems[1].place.start, 9U);
  EXPECT_EQ(answer.problems[1].place.end, 13U);
}

TEST(Explain, WithProblemsThereIsNoTotalButTheRestIsThere) {
  const Answer answer = explain("input=64&layers=LSTM(32), LSTM(x), LSTM(32)");
  EXPECT_EQ(answer.total, "");
  EXPECT_EQ(answer.query, "");
  ASSERT_EQ(answer.layers.size(), 3U);
  EXPECT_EQ(answer.layers[0].total, "12416");
  EXPECT_EQ(answer.layers[1].total, "");
  EXPECT_EQ(answer.layers[1].steps[1].value, "4");  // the number of matrices does not depend on the units
  EXPECT_EQ(answer.layers[1].steps[2].numbers.text, " + 32 + 1");
  EXPECT_EQ(answer.layers[1].steps[2].numbers.tokens[0].kind, Token::Kind::missing);
  EXPECT_EQ(answer.layers[1].steps[2].value, "");
  EXPECT_TRUE(answer.layers[1].steps[3].reduced.tokens.empty());
  EXPECT_EQ(answer.layers[2].total, "");
  EXPECT_EQ(answer.steps.back().value, "");
}

TEST(Explain, AFlawedLayerHasNumbersButNoValue) {
  const Answer answer = explain("input=64&layers=LSTM(32, hiden_size=4)");
  ASSERT_EQ(answer.layers.size(), 1U);
  EXPECT_EQ(answer.layers[0].total, "");
  EXPECT_EQ(answer.layers[0].steps[3].numbers.text, "[(32 + 64 + 1) × 32] × 4");
  EXPECT_EQ(answer.layers[0].steps[3].value, "");
}

TEST(Explain, PastTheLargestTotalIsAProblemAtTheLayerWhereItHappens) {
  struct Case {
    const char* query;
    const char* total;
    const char* number;
  };
  const Case cases[] = {
      // not.
      {"framework=keras&layers=Embedding(4294967295,4294967297)", "18446744073709551615", ""},
      {"framework=keras&layers=Embedding(4294967296,4294967296)", "", "1"},
      {"framework=keras&layers=Embedding(4294967295,4294967297),RNN(1)", "", "2"},
      {"input=3&layers=LSTM(3),LSTM(9007199254740991),GRU(2)", "", "2"},
      {"input=9007199254740991&layers=RNN(2,num_layers=1000,bidirectional=true)", "36028797018991948", ""},
  };
  for (const Case& row : cases) {
    SCOPED_TRACE(row.query);
    const Answer answer = explain(row.query);
    EXPECT_EQ(answer.total, row.total);
    if (*row.number == '\0') {
      EXPECT_TRUE(answer.problems.empty());
      continue;
    }
    ASSERT_EQ(answer.problems.size(), 1U);
    EXPECT_EQ(answer.problems[0].code, "too_large");
    EXPECT_EQ(answer.problems[0].details[0].text, row.number);
  }
}

TEST(Explain, BehindAnUnknownLayerTheLargestCountIsNotTooLarge) {
  const Answer answer =
      explain("framework=keras&input=8&layers=LSTM(units=x),Embedding(4294967295,4294967297)");
  ASSERT_EQ(answer.problems.size(), 1U);
  EXPECT_EQ(answer.problems[0].code, "not_a_number");
}

TEST(Explain, RefsOfTheRuleHaveTheirNumbers) {
  const Answer answer = explain("framework=keras&input=10&layers=Bidirectional(GRU(7))");
  const RuleAnswer& rule = answer.layers[0].rule;
  EXPECT_EQ(rule.gates, "2");
  EXPECT_EQ(rule.candidates, "1");
  EXPECT_EQ(rule.matrices, "3");
  EXPECT_EQ(rule.bias, "2");
  EXPECT_EQ(rule.bias_vectors, "6");
  EXPECT_EQ(rule.directions, "2");
  // A table is one matrix, whose number is in no formula.
  EXPECT_TRUE(explain("framework=keras&layers=Embedding(10,3)").layers[0].rule.parts.empty());
}

// Who asks again compares the lines, see withLayersOf in web/engine.js.
TEST(Explain, EachLayerHasALineOfItsOwn) {
  constexpr const char* query = "input=8&layers=LSTM(3),LSTM(3),%22%0A%22,Dense(\n2)";
  std::vector<std::string> lines(1);
  for (const char letter : explain_json(query)) {
    if (letter == '\n')
      lines.emplace_back();
    else
      lines.back() += letter;
  }
  ASSERT_EQ(lines.size(), 1 + explain(query).layers.size() + 1);
  for (std::size_t line = 1; line + 1 < lines.size(); ++line)
    EXPECT_TRUE(is_json(std::string_view(lines[line]).substr(line > 1 ? 1 : 0))) << lines[line];
  EXPECT_TRUE(is_json(lines.front() + lines.back()));
}

// Where numbers come from is written in few letters: "w0.0", not "written.0.args.0".
TEST(Explain, ReferencesAreShort) {
  for (const char* query : {"framework=keras&input=64&layers=LSTM(32)", "input=8&layers=Conv1D(4,3),GRU(2)",
                            "framework=pytorch&input=8&layers=LSTM(4,proj_size=2,num_layers=2)"}) {
    const std::string json = explain_json(query);
    EXPECT_EQ(json.find("\"written.0"), std::string::npos) << query;
    EXPECT_EQ(json.find(".steps."), std::string::npos) << query;
    EXPECT_NE(json.find("w0."), std::string::npos) << query;
  }
}

}  // namespace
}  // namespace rnn
