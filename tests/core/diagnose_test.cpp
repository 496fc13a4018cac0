#include "core/diagnose/diagnose.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "core/count.h"
#include "core/diagnose/findings.h"
#include "core/diagnose/supposed.h"
#include "tests/core/sampled.h"
#include "tests/core/usual_models.h"
#include "tests/core/wrong_numbers.h"

namespace rnn {
namespace {

using nlohmann::json;

json diagnosed(const std::string& query, const std::string& number, const std::string& layer = "") {
  return json::parse(diagnose_json(query, number, layer));
}

bool holds(const json& list, const json& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

/// Whether an id of the finding is one of the row's: for a pair, all of them.
bool answers(const json& finding, const json& row) {
  const json& ids = row["ids"];
  if (row["kind"] == "pair")
    return finding["together"] == true &&
           std::all_of(ids.begin(), ids.end(), [&](const json& id) { return holds(finding["ids"], id); });
  return std::any_of(finding["ids"].begin(), finding["ids"].end(),
                     [&](const json& id) { return holds(ids, id) || holds(row["also"], id); });
}

std::vector<json> rows() {
  std::vector<json> out;
  for (std::string_view rest = wrong_numbers_jsonl; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    out.push_back(json::parse(line));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  return out;
}

struct Tally {
  int found = 0;
  int all = 0;
};

// The numbers to reach, by kind; M7 is what the cut costs (tests/reference/README.md says where the rows come
// from).
TEST(Diagnose, WrongNumbersWithTheirSlips) {
  std::map<std::string, Tally> tallies;
  for (const json& row : rows()) {
    const json answer = diagnosed(row["query"], row["number"]);
    SCOPED_TRACE(row.dump());
    ASSERT_EQ(answer["problems"], json::array());
    EXPECT_EQ(answer["total"], row["right"]);
    const json& findings = answer["findings"];
    bool found =
        std::any_of(findings.begin(), findings.end(), [&](const json& one) { return answers(one, row); });
    if (row["ids"].empty()) found = findings.size() == 1 && findings[0]["ids"].empty();
    if (holds(row["ids"], "?"))
      found = std::all_of(findings.begin(), findings.end(),
                          [](const json& one) { return one["strength"] == "fits"; });
    Tally& tally = tallies[row["kind"]];
    ++tally.all;
    tally.found += found ? 1 : 0;
    const std::string kind = row["kind"];
    const bool always = kind == "single" || kind == "framework" || kind == "time_steps" || kind == "right" ||
                        kind == "formula_times_units" || kind == "nothing" || kind == "digits" ||
                        kind == "output_layer" || (kind == "documented" && row["source"] != "M7");
    EXPECT_TRUE(found || !always) << findings.dump();
    for (const json& finding : findings) {
      EXPECT_EQ(finding["value"], row["number"]);
      for (const json& framework : row["frameworks"]) EXPECT_TRUE(holds(finding["frameworks"], framework));
    }
    const bool has_parameter = found && !row["value"].is_null() && findings[0]["ids"] == row["ids"];
    if (row["kind"] == "framework")
      EXPECT_TRUE(holds(findings[0]["frameworks"], row["value"]["framework"]));
    else
      EXPECT_TRUE(!has_parameter || findings[0]["parameter"] == row["value"]);
    if (row["kind"] != "single") continue;
    // What is found is what the independent evaluation found, and nothing else.
    for (const json& finding : findings)
      for (const json& id : finding["ids"])
        EXPECT_TRUE(holds(row["ids"], id) || holds(row["also"], id)) << id;
  }
  EXPECT_EQ(tallies["pair"].found, 5);
  EXPECT_EQ(tallies["pair"].all, 6);
  EXPECT_EQ(tallies["other_size"].found, 0);
  EXPECT_EQ(tallies["single"].all, 33);
}

/// "no_bias | one_matrix two_matrices": the ids of each finding.
std::string ids(const json& answer) {
  std::string out;
  for (const json& finding : answer["findings"]) {
    if (!out.empty()) out += " | ";
    for (const json& id : finding["ids"])
      out += (out.empty() || out.back() == ' ' ? "" : "+") + std::string(id);
  }
  return out;
}

// facts: numbers that people published, and what they did.
TEST(Diagnose, PublishedWrongNumbers) {
  struct Row {
    const char* query;
    const char* number;
    const char* right;
    const char* ids;
  };
  const Row published[] = {
      {"framework=keras&input=4096&layers=LSTM(256)", "17246978048", "4457472", "formula_times_units"},
      {"framework=keras&input=1&layers=SimpleRNN(50)", "150", "2600", "recurrent_vector"},
      {"framework=keras&input=16&layers=Bidirectional(GRU(32))", "9408", "9600", "no_second_bias"},
      {"framework=keras&input=3&timesteps=1&layers=LSTM(2)", "32", "48", "no_recurrent | steps_as_input"},
      {"framework=pytorch&input=32&layers=LSTM(128,num_layers=2,bidirectional=true)", "430080", "561152",
       "next_reads_units"},
      {"framework=keras&input=6&layers=LSTM(64),Dense(7)", "55895", "18631", "optimizer"},
      {"framework=pytorch&input=64&layers=LSTM(256,num_layers=2,bidirectional=true)", "2140160", "2236416",
       ""},
      {"framework=keras&input=4&layers=GRU(5)", "150", "165", "no_second_bias"},
      {"framework=keras&input=1&layers=GRU(13)", "585", "624", "no_second_bias+no_input"},
      // 264 is (2·16 + 1)·8, and 272 is 2·(16 + 1)·8; the layer before has 2·4·(10 + 16 + 1)·16.
      {"framework=keras&input=10&layers=Bidirectional(LSTM(16)),Dense(8)", "3728", "3720", "dense_doubled"},
  };
  for (const Row& row : published) {
    SCOPED_TRACE(row.number);
    const json answer = diagnosed(row.query, row.number);
    EXPECT_EQ(answer["total"], row.right);
    ASSERT_EQ(ids(answer), row.ids);
  }
  const json row = diagnosed("framework=keras&input=10&layers=Bidirectional(LSTM(16)),Dense(8)", "272", "1");
  EXPECT_EQ(row["total"], "264");
  ASSERT_EQ(ids(row), "dense_doubled");
  EXPECT_EQ(row["findings"][0]["where"], json::array({"layers.1.steps.0"}));
}

/// A formula out of its tokens, "32:input|+|1:rule.bias", as a text.
std::string text_of(const std::string& wire) {
  std::string out;
  for (std::size_t start = 0; start < wire.size();) {
    const std::size_t end = std::min(wire.find('|', start), wire.size());
    const std::string token = wire.substr(start, end - start);
    const bool is_operator = token == "+" || token == "−" || token == "×";
    out += is_operator ? " " + token + " " : token.substr(0, token.find(':'));
    start = end + 1;
  }
  return out;
}

/// The formula of the finding's last step, in numbers.
std::string formula_of(const json& finding) {
  return finding["steps"].empty() ? "" : text_of(finding["steps"].back()["numbers"]);
}

/// "0 1 -1": the layers whose steps are told, in order; −1 is the sum.
std::string layers_of(const json& finding) {
  std::vector<int> layers;
  for (const json& step : finding["steps"]) layers.push_back(step["layer"]);
  layers.erase(std::unique(layers.begin(), layers.end()), layers.end());
  std::string out;
  for (const int layer : layers) out += (out.empty() ? "" : " ") + std::to_string(layer);
  return out;
}

// The eight worked examples, by hand.
TEST(Diagnose, WorkedExamples) {
  const json gru = diagnosed("framework=keras&input=64&layers=GRU(32)", "9,312");
  ASSERT_EQ(ids(gru), "no_second_bias");
  EXPECT_EQ(gru["findings"][0]["strength"], "sure");
  EXPECT_EQ(gru["findings"][0]["also"], json::array({"other_framework"}));
  EXPECT_TRUE(holds(gru["findings"][0]["frameworks"], "notes"));
  EXPECT_EQ(formula_of(gru["findings"][0]), "[(32 + 64 + 1) × 32] × 3");

  const json lstm = diagnosed("input=10&layers=LSTM(7)", "378");
  ASSERT_EQ(ids(lstm), "three_matrices");
  EXPECT_EQ(lstm["findings"][0]["strength"], "can");
  EXPECT_EQ(lstm["findings"][0]["cells"], json::array({"GRU"}));
  EXPECT_EQ(lstm["findings"][0]["where"], json::array({"layers.0.steps.0"}));

  const json stack = diagnosed("input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))", "1848");
  ASSERT_EQ(ids(stack), "next_reads_units");
  EXPECT_EQ(stack["findings"][0]["where"], json::array({"layers.1.steps.0"}));
  EXPECT_EQ(formula_of(stack["findings"][0]), "2 × [(7 + 10 + 1) × 7] × 4 + 2 × [(7 + 7 + 1) × 7] × 4");

  const json torch = diagnosed("framework=pytorch&input=64&layers=LSTM(32)", "12416");
  ASSERT_EQ(ids(torch), "no_second_bias");
  EXPECT_TRUE(holds(torch["findings"][0]["frameworks"], "keras"));

  const json formula = diagnosed("framework=keras&input=4096&layers=LSTM(256)", "17,246,978,048");
  ASSERT_EQ(ids(formula), "formula_times_units");
  EXPECT_EQ(formula["findings"][0]["parameter"], json({{"k", "16"}}));

  const json optimizer = diagnosed("framework=keras&input=6&layers=LSTM(64),Dense(7)", "55,895");
  ASSERT_EQ(ids(optimizer), "optimizer");
  EXPECT_EQ(text_of(optimizer["findings"][0]["steps"].back()["reduced"]), "18631 + 2 × 18631 + 2");
}

// The share of input weights is once in the sum, the rest twice: 4·10·7 + 2·4·(7 + 1)·7.
TEST(Diagnose, SharedInputIsDerived) {
  const json answer = diagnosed("input=10&layers=Bidirectional(LSTM(7))", "728");
  ASSERT_EQ(ids(answer), "directions_share_input");
  EXPECT_EQ(formula_of(answer["findings"][0]), "2 × [(7 + 1) × 7] × 4 + (10 × 7) × 4");
}

// 4·32·(64 + 32 + 1) = 12,416, and 32 + 1 of an output; behind a dense layer, its 1 + 1 are not looked for.
TEST(Diagnose, AnOutputLayerIsCountedThatIsNotThere) {
  const auto output = [](const std::string& query, const std::string& number) {
    const json answer = diagnosed(query, number);
    return std::any_of(answer["findings"].begin(), answer["findings"].end(),
                       [](const json& finding) { return holds(finding["ids"], "output_layer"); });
  };
  EXPECT_TRUE(output("framework=keras&input=64&layers=LSTM(32)", "12449"));
  EXPECT_FALSE(output("framework=keras&input=64&layers=LSTM(32),Dense(1)", "12451"));
}

// The second thought changes as many layers as the first: both directions of the one layer.
TEST(Diagnose, TwoThoughtsOfOneNumberAreOneFinding) {
  const json answer = diagnosed("framework=pytorch&input=1&layers=Bidirectional(LSTM(13))", "832");
  ASSERT_EQ(ids(answer), "one_direction+two_matrices");
  EXPECT_EQ(answer["findings"][0]["together"], false);
  EXPECT_EQ(answer["findings"][0]["changed"], json::parse("[1, 1]"));
}

// 4·(5 + 8)·8 + 2 · 4·(8 + 8)·8: the third layer is as the second.
TEST(Diagnose, OfEqualLayersTheFirstIsDerived) {
  const json answer = diagnosed("framework=keras&input=5&layers=LSTM(8),LSTM(8),LSTM(8)", "1440");
  ASSERT_EQ(ids(answer), "no_bias");
  const json& finding = answer["findings"][0];
  EXPECT_EQ(finding["changed"], json::parse("[3]"));
  EXPECT_EQ(layers_of(finding), "0 1 -1");
  EXPECT_EQ(formula_of(finding), "[(8 + 5) × 8] × 4 + [(8 + 8) × 8] × 4 + [(8 + 8) × 8] × 4");
}

// 4·(8 + 10)·10 without biases behind 4·(8 + 8 + 1)·8, where the reader asks about the second layer alone.
TEST(Diagnose, OfOneLayerItsStepsAlone) {
  const json answer = diagnosed("framework=keras&input=5&layers=LSTM(8),LSTM(10)", "720", "1");
  ASSERT_EQ(ids(answer), "no_bias");
  EXPECT_EQ(layers_of(answer["findings"][0]), "1");
}

// 4·(10 + 16 + 1)·16 + 4·16 + 17 = 1,809, of which the normalization's 2·16 statistics are not trained.
TEST(Diagnose, WhatIsTrainedAlone) {
  const json answer =
      diagnosed("framework=keras&input=10&layers=LSTM(16),BatchNormalization,Dense(1)", "1777");
  ASSERT_EQ(answer["total"], "1809");
  ASSERT_EQ(ids(answer), "trainable_only");
  EXPECT_EQ(formula_of(answer["findings"][0]), "1809 − 32");
}

// 1,809 + 2 · 1,777 + 2: two numbers for each that is trained, the steps and the rate.
TEST(Diagnose, WhatTheOptimizerKeepsIsInTheTotal) {
  const json answer =
      diagnosed("framework=keras&input=10&layers=LSTM(16),BatchNormalization,Dense(1)", "5365");
  ASSERT_EQ(ids(answer), "optimizer");
  ASSERT_FALSE(answer["findings"][0]["steps"].empty());
  EXPECT_EQ(text_of(answer["findings"][0]["steps"][0]["reduced"]), "1809 + 2 × 1777 + 2");
}

// 4·(7 + 10)·7, 3·(7 + 10)·7 beside four vectors of 7, and 2·4·(8 + 10 + 1)·8.
TEST(Diagnose, ASlipStandsAtTheStepThatItGetsWrong) {
  const auto topic_of = [](const std::string& query, const std::string& number, const std::string& slip) {
    const json answer = diagnosed(query, number);
    EXPECT_EQ(ids(answer), slip);
    const std::string where = answer["findings"].at(0)["where"].at(0);
    const std::string place = "layers.0.steps.";
    EXPECT_TRUE(where.starts_with(place)) << where;
    const Query parsed = parse(query);
    const std::vector<Step> steps = derive(counted(parsed, framework_of(parsed))).layers.at(0);
    return std::string(name(steps.at(std::stoul(where.substr(place.size()))).topic));
  };
  EXPECT_EQ(topic_of("input=10&layers=LSTM(7)", "476", "no_bias"), "reads");
  EXPECT_EQ(topic_of("framework=equinox&input=10&layers=GRU(7)", "357", "no_bias"), "biases");
  EXPECT_EQ(topic_of("framework=keras&input=10&layers=Bidirectional(LSTM(16))", "1216", "half_units"),
            "matrix");
}

TEST(Diagnose, TheRightNumber) {
  for (const char* text : {"12544", "12,544", "12.544", "१२,५४४"}) {
    const json answer = diagnosed("framework=pytorch&input=64&layers=LSTM(32)", text);
    ASSERT_EQ(answer["findings"].size(), 1U);
    EXPECT_EQ(answer["findings"][0]["ids"], json::array());
    EXPECT_EQ(answer["findings"][0]["value"], "12544");
    EXPECT_EQ(answer["nearest"], json::array());
  }
}

// 12.5K: from 12,450 to 12,550.
TEST(Diagnose, ARoundedNumberFits) {
  const json answer = diagnosed("framework=pytorch&input=64&layers=LSTM(32)", "12.5K");
  EXPECT_EQ(answer["about"], true);
  ASSERT_FALSE(answer["findings"].empty());
  EXPECT_EQ(answer["findings"][0]["value"], "12544");
  for (const json& finding : answer["findings"]) {
    EXPECT_EQ(finding["strength"], "fits");
    const std::uint64_t value = std::stoull(std::string(finding["value"]));
    EXPECT_GE(value, 12450U);
    EXPECT_LE(value, 12550U);
  }
}

TEST(Diagnose, NothingIsSaidWithTheNearest) {
  const json answer = diagnosed("input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))", "1850");
  EXPECT_EQ(answer["findings"], json::array());
  ASSERT_EQ(answer["nearest"].size(), 1U);
  EXPECT_EQ(answer["nearest"][0]["value"], "1848");
  EXPECT_EQ(answer["nearest"][0]["difference"], "2");
  EXPECT_EQ(answer["nearest"][0]["sign"], "fewer");
  const json digit = diagnosed("framework=keras&input=64&layers=LSTM(32)", "12418");
  EXPECT_EQ(digit["findings"], json::array());
  EXPECT_EQ(digit["observations"], json::parse(R"([{"code":"one_digit"}])"));
}

// 4·50·(10 + 50 + 1) + 50·3 + 3, with the 50 in the place of 20.
TEST(Diagnose, AnotherSizeOfTheModelIsNamedWithItsPlace) {
  const json answer = diagnosed("framework=keras&input=50&layers=Dense(10),LSTM(20),Dense(3)",
                                std::to_string(510 + 12200 + 153));
  ASSERT_EQ(ids(answer), "other_size");
  EXPECT_EQ(answer["findings"][0]["strength"], "fits");
  EXPECT_EQ(answer["findings"][0]["parameter"], json({{"place", "written.1"}, {"k", "50"}}));
  EXPECT_EQ(answer["findings"][0]["changed"], json::parse("[2]"));
}

TEST(Diagnose, WhatCannotBeLookedFor) {
  const auto code = [](const json& answer) { return std::string(answer["problems"][0]["code"]); };
  EXPECT_EQ(code(diagnosed("input=64&layers=LSTM(32)", "many")), "not_a_number");
  EXPECT_EQ(code(diagnosed("input=64&layers=LSTM(32)", "")), "missing");
  EXPECT_EQ(code(diagnosed("input=64&layers=LSTM(32)", "99999999999999999999")), "too_large");
  EXPECT_EQ(code(diagnosed("input=64&layers=LSTM(32)", "7", "1")), "no_such_layer");
  EXPECT_EQ(code(diagnosed("input=64&layers=LSTM(32)", "7", "x")), "no_such_layer");
  const json answer = diagnosed("layers=LSTM(32)", "7");
  EXPECT_EQ(code(answer), "missing");
  EXPECT_EQ(answer["problems"][0]["key"], "input");
  EXPECT_EQ(answer["findings"], json::array());
  for (const char* query : {"", "layers=", "layers=Foo(3)&input=3", "\xFF", "layers=Dropout(0.5)&input=3"})
    EXPECT_TRUE(diagnosed(query, "5").is_object());
}

// A model that is too large for two slips at once is searched for one.
TEST(Diagnose, LargeModels) {
  std::string layers;
  for (int i = 0; i < 60; ++i)
    layers += (i == 0 ? "" : ",") + std::string("LSTM(") + std::to_string(i + 5) + ")";
  const std::string query = "framework=keras&input=64&layers=" + layers;
  const json nothing = diagnosed(query, "1234567");
  EXPECT_EQ(nothing["observations"], json::parse(R"([{"code":"singles_only"}])"));
  // 1,000 equal ones are one kind: 4·(9 + 9 + 1)·9 each without the second bias.
  const json many = diagnosed("framework=pytorch&input=9&layers=LSTM(9,num_layers=1000)", "684000");
  ASSERT_EQ(ids(many), "no_second_bias");
}

std::string text_of(const MadeSlip& change) { return std::string(slip_word(change.slip).name); }

bool tells(const Findings& findings, Slip slip) {
  return std::any_of(findings.list.begin(), findings.list.end(), [&](const Finding& finding) {
    const auto has = [&](const std::vector<Slip>& list) {
      return std::find(list.begin(), list.end(), slip) != list.end();
    };
    return finding.together ? false : has(finding.ids) || has(finding.also);
  });
}

WrittenNumber exactly(const Whole& number) { return {number, number, false, ""}; }

TEST(Diagnose, TenThousandSlipsAreFoundAgain) {
  Dice dice(20261127);
  int found = 0;
  while (found < sampled(10000)) {
    const std::string query = usual_model(dice);
    const Query parsed = parse(query);
    const Model model = counted(parsed, framework_of(parsed));
    ASSERT_TRUE(model.total) << query;
    const Supposed supposed(model);
    for (const MadeSlip& change : supposed.singles()) {
      const Whole value = supposed.count({&change, 1});
      if (!value || value == model.total) continue;
      const Findings findings = find(model, exactly(value), {});
      ASSERT_TRUE(tells(findings, change.slip)) << query << " " << text_of(change);
      for (const Finding& finding : findings.list) {
        ASSERT_EQ(finding.value, value);
        ASSERT_FALSE(finding.ids.empty());
        ASSERT_FALSE(finding.steps.empty());
        ASSERT_EQ(finding.steps.back().step.value, value) << query << " " << text_of(change);
        ASSERT_NE(finding.strength, Finding::Strength::fits);
      }
      ++found;
    }
  }
}

/// The slips that apply, each found again by the number that it makes.
void expect_slips(const std::string& query, std::uint64_t total,
                  const std::vector<std::pair<Slip, std::uint64_t>>& slips) {
  const Query parsed = parse(query);
  const Model model = counted(parsed, framework_of(parsed));
  ASSERT_EQ(model.total, Whole(total)) << query;
  for (const auto& [slip, value] : slips)
    EXPECT_TRUE(tells(find(model, exactly(value), {}), slip)) << query << " " << slip_word(slip).name;
}

// Keras: an LSTM of 40 on 8 has 4·40·(8 + 40 + 1) = 7840, a GRU of 40 3·40·(8 + 40 + 2) = 6000; both hand on
// 80 to an LSTM of 5 with 4·5·(80 + 5 + 1) = 1720 and a Dense of 7 with 42.
TEST(Diagnose, DirectionsThatAreTwoLayersReadTheSame) {
  const std::string ways = "Bidirectional(LSTM(40),backward_layer=GRU(40)),";
  const std::string query = "framework=keras&input=8&timesteps=3&layers=" + ways + "LSTM(5),Dense(7)";
  const std::uint64_t rest = 1720 + 42;
  expect_slips(query, 7840 + 6000 + rest,
               {{Slip::one_direction, 7840 + rest},
                {Slip::first_layer_only, 7840 + 6000 + 42},
                {Slip::last_layer_only, rest},
                {Slip::next_reads_units, 7840 + 6000 + 4 * 5 * (40 + 6) + 42},
                {Slip::no_second_bias, 7840 + 5880 + rest},
                {Slip::swapped, 4 * 8 * 49 + 3 * 8 * 50 + 4 * 80 * 86 + 42},
                {Slip::steps_as_input, 4 * 40 * 44 + 3 * 40 * 45 + rest},
                {Slip::steps_as_units, 4 * 3 * 12 + 3 * 3 * 13 + 4 * 3 * 10 + 28},
                {Slip::other_cell, 6000 + 6000 + 3 * 5 * 87 + 42}});
  expect_slips("framework=keras&layers=Embedding(1000,8)," + ways + "LSTM(5),Dense(7)",
               8000 + 7840 + 6000 + rest,
               {{Slip::embedding_as_input, 8000 + 4 * 40 * 1041 + 3 * 40 * 1042 + rest}});
  expect_slips("framework=keras&input=8&layers=" + ways + "Dense(7)", 7840 + 6000 + 81 * 7,
               {{Slip::dense_doubled, 7840 + 6000 + 2 * 41 * 7}});
  expect_slips("framework=keras&input=8&layers=" + ways + ways + "Dense(7)",
               7840 + 6000 + 4 * 40 * 121 + 3 * 40 * 122 + 81 * 7,
               {{Slip::one_direction, 7840 + 4 * 40 * 121 + 81 * 7},
                {Slip::last_layer_only, 4 * 40 * 121 + 3 * 40 * 122 + 81 * 7},
                {Slip::next_reads_units, 7840 + 6000 + 4 * 40 * 81 + 3 * 40 * 82 + 41 * 7}});
}

// What is said of two directions that are alike is not said of an LSTM of 40 and a GRU of 50, which have no
// number of matrices, and no units, in common.
TEST(Diagnose, DirectionsOfSizesOfTheirOwnHaveNoneInCommon) {
  const Query parsed =
      parse("framework=keras&input=40&layers=Bidirectional(LSTM(40),backward_layer=GRU(50)),Dense(7)");
  const Model model = counted(parsed, framework_of(parsed));
  // 4·40·81 + 3·50·92 + 91·7
  ASSERT_EQ(model.total, Whole(12960 + 13800 + 637));
  const std::pair<Slip, std::uint64_t> none[] = {
      {Slip::next_reads_units, 12960 + 13800 + 46 * 7},
      {Slip::dense_doubled, 12960 + 13800 + 2 * 46 * 7},
      {Slip::next_reads_matrices, 12960 + 13800 + 271 * 7},
      {Slip::next_reads_matrices, 12960 + 3 * 50 * 212 + 637},
      {Slip::other_size, 4 * 20 * 61 + 3 * 20 * 62 + 637},
      {Slip::half_units, 4 * 20 * 61 + 3 * 25 * 67 + 46 * 7},
  };
  for (const auto& [slip, value] : none)
    EXPECT_FALSE(tells(find(model, exactly(value), {}), slip)) << slip_word(slip).name;
}

// Of a bilinear layer and of one with keys of another width: what the slips change is counted as before.
TEST(Diagnose, ProductsOfTwoInputsAreCountedWithEachSlip) {
  // 4·32·(16 + 32 + 2) + 2·(32·9 + 1)
  expect_slips("framework=pytorch&input=16&layers=LSTM(32),Bilinear(32,9,2)", 6400 + 578,
               {{Slip::no_second_bias, 6272 + 578}, {Slip::dense_no_bias, 6400 + 576}});
}

// Of another one than those that the query language and the rows know: two matrices, one of which reads
// nothing of the past, and three biases.
TEST(Diagnose, ANewRowAndKindOfLayerAreDiagnosed) {
  static constexpr Gate gates[] = {{"a", Gate::update}, {"b", Gate::candidate}};
  static constexpr TensorRow tensors[] = {
      {.name = "W",
       .columns = input_column,
       .shape = {Side{1, true, Size::units}, Side{1, false, Size::input}},
       .sides = 2},
      {.name = "U",
       .columns = recurrent,
       .shape = {Side{1, true, Size::units}, Side{1, false, Size::read}},
       .sides = 2},
      {.name = "B", .columns = bias_column, .shape = {Side{3, false, Size::units}}, .sides = 1}};
  static constexpr Layout layouts[] = {
      {.cell = Cell::mgu, .name = "Twin", .gates = gates, .bias_vectors = 3, .tensors = tensors}};
  static constexpr Framework framework{.id = "mine",
                                       .name = "Mine",
                                       .words = WordList("size width"),
                                       .previous = "h",
                                       .current = "x",
                                       .layouts = layouts,
                                       .offers = {},
                                       .reason = ""};
  const Model model = counted(parse("input=10&layers=Bidirectional(MGU(7)),MGU(5)"), &framework);
  ASSERT_TRUE(model.problems.empty());
  // 2·(2·(10 + 7)·7 + 3·7) + 2·(14 + 5)·5 + 3·5
  ASSERT_EQ(model.total, Whole(2 * (2 * 17 * 7 + 3 * 7) + 2 * 19 * 5 + 3 * 5));
  const std::pair<Slip, std::uint64_t> slips[] = {
      {Slip::no_bias, 2 * 2 * 17 * 7 + 2 * 19 * 5},
      {Slip::no_second_bias, 2 * 2 * 18 * 7 + 2 * 20 * 5},
      {Slip::one_bias_vector, 2 * (2 * 17 * 7 + 7) + 2 * 19 * 5 + 5},
      {Slip::no_recurrent, 2 * (2 * 10 * 7 + 21) + 2 * 14 * 5 + 15},
      {Slip::next_reads_units, 2 * (2 * 17 * 7 + 21) + 2 * 12 * 5 + 15},
      {Slip::next_reads_matrices, 2 * (2 * 17 * 7 + 21) + 2 * 33 * 5 + 15},
      {Slip::one_direction, 2 * 17 * 7 + 21 + 2 * 19 * 5 + 15},
      {Slip::three_matrices, 2 * (3 * 17 * 7 + 4 * 7) + 3 * 19 * 5 + 4 * 5},
      {Slip::first_layer_only, 2 * (2 * 17 * 7 + 21)},
  };
  for (const auto& [slip, value] : slips) {
    SCOPED_TRACE(slip_word(slip).name);
    EXPECT_TRUE(tells(find(model, exactly(value), {}), slip));
  }
}

}  // namespace
}  // namespace rnn
