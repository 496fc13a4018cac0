// Exercises: what is left blank, numbers by a seed, and that no slip gives the right value of a blank.
#include "core/exercise/exercise.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>

#include "core/count.h"
#include "core/diagnose/supposed.h"
#include "core/formats.h"
#include "core/numbers.h"
#include "tests/core/sampled.h"

namespace rnn {
namespace {

using nlohmann::json;

/// "4 | 7 10 1 | 2": the blanks' values, step by step.
std::string values(const Exercise& exercise) {
  std::string out;
  std::string step;
  for (const Blank& blank : exercise.blanks) {
    if (!out.empty()) out += blank.ref == step ? " " : " | ";
    step = blank.ref;
    out += digits(blank.value.value_or(0));
  }
  return out;
}

/// "reads_units 3": each slip that coincides, with its blank's value.
std::set<std::string> coincidences(const Exercise& exercise) {
  std::set<std::string> out;
  for (const Coincidence& one : exercise.coincidences)
    out.insert(std::string(slip_word(one.slip).name) + " " +
               digits(exercise.blanks[one.blank].value.value_or(0)));
  return out;
}

// What a student has to find out, by hand: matrices, the terms of what a unit reads, directions, what layer 2
// reads.
TEST(Exercise, AsksForIdeas) {
  struct Row {
    const char* query;
    const char* values;
  };
  const Row rows[] = {
      {"input=10&layers=LSTM(7)", "4 | 7 10 1"},
      {"input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))",
       "4 | 7 10 1 | 2 | 14 | 4 | 7 14 1 | 2"},
      {"framework=keras&input=64&layers=GRU(32)", "3 | 32 64 2"},
      {"framework=pytorch&input=64&layers=RNN(32),Linear(5)", "32 64 2 | 32 | 32 1"},
      {"framework=keras&layers=Embedding(1000,16),LSTM(8)", "1000 16 | 16 | 4 | 8 16 1"},
      // the third layer is as the second one
      {"framework=keras&input=5&layers=LSTM(8),LSTM(8),LSTM(8)", "4 | 8 5 1 | 8 | 4 | 8 8 1"},
      {"framework=tensorflow1&input=10&layers=LSTM(7,use_peepholes=true,num_proj=3)",
       "4 | 10 3 1 | 3 7 | 3 7"},
  };
  for (const Row& row : rows) {
    const Exercise made = exercise(row.query, "", ExerciseKind::ideas);
    EXPECT_TRUE(made.problems.empty()) << row.query;
    EXPECT_EQ(values(made), row.values) << row.query;
  }
}

// 2·4·(7 + 10 + 1)·7 = 1,008 and 2·4·(7 + 14 + 1)·7 = 1,232, in steps.
TEST(Exercise, AsksForValuesOrTheTotal) {
  const char* query = "input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))";
  EXPECT_EQ(values(exercise(query, "", ExerciseKind::values)),
            "18 | 126 | 504 | 1008 | 22 | 154 | 616 | 1232 | 2240");
  // the one layer's value is the total
  EXPECT_EQ(values(exercise("input=10&layers=LSTM(7)", "", ExerciseKind::values)), "18 | 126 | 504");
  const Exercise total = exercise(query, "", ExerciseKind::total);
  ASSERT_EQ(total.blanks.size(), 1U);
  EXPECT_EQ(total.blanks[0].value, Whole(2240));
  EXPECT_EQ(total.blanks[0].ref, "steps.0");
}

// d = h, and d = 2·h: the numbers of much-read notes, with which two slips are not seen.
TEST(Exercise, SaysWhereASlipComesToTheRightValue) {
  const auto made = [](const char* query, ExerciseKind kind) {
    return coincidences(exercise(query, "", kind));
  };
  EXPECT_EQ(made("input=10&layers=LSTM(7)", ExerciseKind::ideas), std::set<std::string>());
  EXPECT_EQ(made("input=7&layers=LSTM(7)", ExerciseKind::ideas), std::set<std::string>{"swapped 7"});
  EXPECT_EQ(made("input=14&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))", ExerciseKind::ideas),
            std::set<std::string>{"every_layer_like_the_first 14"});
  // (7 + 7 + 1)·7·4, whichever of the two is which
  EXPECT_EQ(made("input=7&layers=LSTM(7)", ExerciseKind::total), std::set<std::string>{"swapped 420"});
}

// Worked out by another implementation, in Python: the 16 × 12 × 12 choices of 5 to 20 for the 10 and 3 to 14
// for each 7, in 288 cells of 8; without those with a 2 (directions), 3 or 4 (gates, matrices), and those
// where two of d, h, k and 2·h are equal, but for k = d.
TEST(Exercise, SeedsGiveTheSameNumbersForEver) {
  struct Drawn {
    int input, first, second;
  };
  const Drawn drawn[] = {{15, 9, 6},   {7, 9, 11},  {12, 5, 14}, {19, 11, 5},  {5, 10, 6},
                         {18, 12, 13}, {11, 9, 10}, {11, 12, 8}, {13, 12, 14}, {7, 8, 10}};
  int seed = 0;
  for (const auto& [input, first, second] : drawn) {
    const std::string query = "framework=notes&input=" + std::to_string(input) +
                              "&layers=Bidirectional(LSTM(" + std::to_string(first) +
                              ")),Bidirectional(LSTM(" + std::to_string(second) + "))";
    EXPECT_EQ(exercise("input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))",
                       std::to_string(++seed), ExerciseKind::ideas)
                  .query,
              query);
  }
}

// What a class is handed out together: thirty versions, and no two with the same sizes; nor does a size pass
// for the number of matrices, directions or biases.
TEST(Exercise, NeighbouringSeedsGiveOtherSizes) {
  for (const char* query :
       {"input=10&layers=LSTM(7)", "input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))",
        "framework=keras&input=64&layers=GRU(32)",
        "framework=pytorch&input=5&layers=LSTM(7,num_layers=2),Linear(5)",
        "framework=keras&timesteps=12&input=10&layers=LSTM(7)"})
    for (const ExerciseKind kind : {ExerciseKind::ideas, ExerciseKind::values, ExerciseKind::total}) {
      std::set<std::string> seen;
      for (int seed = 1; seed <= 30; ++seed) {
        const Exercise made = exercise(query, std::to_string(seed), kind);
        const Query parsed = parse(made.query);
        const Model model = counted(parsed, framework_of(parsed));
        std::string sizes = parsed.fields[Key::input].text;
        for (const Layer& layer : model.layers) {
          const std::string units = digits(layer.settings[Option::units].value_or(0));
          sizes += " " + units;
          EXPECT_TRUE(units != "3" && units != "4") << made.query;
        }
        EXPECT_TRUE(seen.insert(sizes).second) << query << " " << seed << ": " << made.query;
      }
    }
  // No more than nine sizes: each comes, before one comes again.
  std::set<std::string> few;
  for (int seed = 1; seed <= 9; ++seed)
    few.insert(exercise("input=1&layers=RNN(2)", std::to_string(seed), ExerciseKind::total).query);
  EXPECT_GE(few.size(), 7U);
}

// Two layers have units of their own: what the second one reads is neither its own units nor those of the
// first, nor what the first one reads. More that are alike stay so, and are asked for once.
TEST(Exercise, TwoLayersHaveUnitsOfTheirOwn) {
  for (const char* query : {"input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))",
                            "framework=keras&input=10&layers=LSTM(7),LSTM(7),Dense(5)",
                            "framework=pytorch&input=14&layers=GRU(7,bidirectional=true),GRU(7)"})
    for (const ExerciseKind kind : {ExerciseKind::ideas, ExerciseKind::values, ExerciseKind::total})
      for (int seed = 1; seed <= 30; ++seed) {
        const Exercise made = exercise(query, std::to_string(seed), kind);
        const Query parsed = parse(made.query);
        const Model model = counted(parsed, framework_of(parsed));
        ASSERT_GE(model.layers.size(), 2U);
        const Whole own = model.layers[1].settings[Option::units];
        const Whole before = model.layers[0].settings[Option::units];
        EXPECT_NE(own, before) << made.query;
        EXPECT_NE(model.layers[1].input, own) << made.query;
        EXPECT_NE(model.layers[1].input, model.layers[0].input) << made.query;
      }
  const Exercise three = exercise("input=5&layers=LSTM(8),LSTM(8),LSTM(8)", "1", ExerciseKind::ideas);
  const Query parsed = parse(three.query);
  const Model model = counted(parsed, framework_of(parsed));
  ASSERT_EQ(model.layers.size(), 3U);
  EXPECT_EQ(model.layers[0].settings[Option::units], model.layers[2].settings[Option::units]);
  EXPECT_EQ(three.blanks.size(), 9U);
}

TEST(Exercise, WhatBelongsTogetherStaysTogether) {
  for (int seed = 1; seed <= 20; ++seed) {
    const auto drawn = [&](const char* query) {
      const Query parsed = parse(exercise(query, std::to_string(seed), ExerciseKind::ideas).query);
      return counted(parsed, framework_of(parsed));
    };
    const Model tied = drawn("framework=keras&layers=Embedding(1000,16),LSTM(16),Dense(1000,tied=true)");
    ASSERT_EQ(tied.layers.size(), 3U);
    EXPECT_EQ(tied.layers[0].settings[Option::vocabulary], tied.layers[2].settings[Option::units]);
    const Model projected = drawn("framework=pytorch&input=10&layers=LSTM(8,proj_size=6)");
    ASSERT_EQ(projected.layers.size(), 1U);
    EXPECT_LT(projected.layers[0].settings[Option::proj_size], projected.layers[0].settings[Option::units]);
    const Model one = drawn("framework=keras&input=10&layers=LSTM(8),Dense(1)");
    ASSERT_EQ(one.layers.size(), 2U);
    EXPECT_EQ(one.layers[1].settings[Option::units], Whole(1));
  }
}

/// Whether some slip about layers that changes what `right` counts leaves the total as it is.
void expect_told_apart(const std::string& query, const std::string& seed) {
  const Exercise made = exercise(query, seed, ExerciseKind::total);
  if (!made.coincidences.empty()) return;
  const Query parsed = parse(made.query);
  const Model right = counted(parsed, framework_of(parsed));
  const Supposed supposed(right);
  for (const MadeSlip& slip : supposed.singles()) {
    if (supposed.counted_otherwise(slip).empty()) continue;
    EXPECT_NE(supposed.count({&slip, 1}), right.total) << made.query << " " << slip_word(slip.slip).name;
  }
}

/// Every framework and kind of recurrent layer; alone, stacked, both ways and both.
template <typename Check>
void for_all_models(Check check) {
  for (const Framework& framework : frameworks())
    for (const LayerWord& layer : layers()) {
      if (!layer.recurrent || !has_cell(framework, layer.cell)) continue;
      const std::string one = std::string(name(layer.cell)) + "(9)";
      const std::string both = "Bidirectional(" + one + ")";
      for (const std::string& stack : {one, one + "," + one, both, both + "," + both}) {
        const std::string query = "framework=" + std::string(framework.id) + "&input=20&layers=" + stack;
        const Query parsed = parse(query);
        if (counted(parsed, &framework).problems.empty()) check(query);
      }
    }
}

/// So many seeds for each of them: with EXERCISE_SEEDS=100 it takes minutes.
int seeds_each() {
  const char* const asked = std::getenv("EXERCISE_SEEDS");
  return asked == nullptr ? 3 : std::atoi(asked);
}

TEST(Exercise, NoSlipGivesTheRightValueOfABlank) {
  int exercises = 0;
  std::size_t place = 0;
  const int each = seeds_each();
  for_all_models([&](const std::string& query) {
    if (!is_sampled(place++)) return;
    for (const ExerciseKind kind : {ExerciseKind::ideas, ExerciseKind::values, ExerciseKind::total})
      for (int again = 0; again < each; ++again) {
        const int seed = ++exercises;
        const Exercise made = exercise(query, std::to_string(seed), kind);
        EXPECT_FALSE(made.blanks.empty()) << query;
        EXPECT_EQ(coincidences(made), std::set<std::string>()) << query << " " << seed;
      }
    expect_told_apart(query, std::to_string(exercises));
  });
  EXPECT_GT(exercises, sampled(2000));
}

// Each blank is a number of the answer, where its path says.
TEST(Exercise, BlanksAreNumbersOfTheDerivation) {
  for_all_models([](const std::string& query) {
    const Exercise made = exercise(query, "7", ExerciseKind::ideas);
    const Query parsed = parse(made.query);
    const Derivation derivation = derive(counted(parsed, framework_of(parsed)));
    for (const Blank& blank : made.blanks) {
      std::vector<const Step*> at;
      for (std::size_t i = 0; i < derivation.layers.size(); ++i)
        for (std::size_t s = 0; s < derivation.layers[i].size(); ++s)
          if (blank.ref == "layers." + digits(i) + ".steps." + digits(s))
            at.push_back(&derivation.layers[i][s]);
      ASSERT_EQ(at.size(), 1U) << blank.ref;
      if (blank.token == Blank::value_of_step) {
        EXPECT_EQ(blank.value, at[0]->value);
        continue;
      }
      const Tokens row = tokens(at[0]->formula, Reading::numbers);
      ASSERT_LT(static_cast<std::size_t>(blank.token), row.size());
      EXPECT_EQ(row[static_cast<std::size_t>(blank.token)].text, digits(blank.value.value_or(0)));
    }
  });
}

/// "reads 18, 17 no_bias 11 no_recurrent": of each value what slips come to.
std::vector<std::string> slips_of(const char* query) {
  std::vector<std::string> out;
  const json answer = json::parse(exercise_json(query, "", "values"));
  for (const json& blank : answer["blanks"]) {
    std::string line = blank["topic"].get<std::string>() + " " + blank["value"].get<std::string>();
    for (const json& slip : blank["slips"])
      line += ", " + slip["id"].get<std::string>() + " " + slip["value"].get<std::string>();
    out.push_back(line);
  }
  return out;
}

/// `line` has all of `parts`, each between commas.
void expect_has(const std::string& line, const std::vector<std::string>& parts) {
  for (const std::string& part : parts)
    EXPECT_NE((line + ",").find(", " + part + ","), std::string::npos) << part << " in " << line;
}

// LSTM 10 → 7: 7 + 10 + 1 = 18, × 7 = 126, × 4 = 504; without biases 17, 119, 476; three matrices 378.
TEST(Exercise, OfValuesWhatSlipsComeTo) {
  const std::vector<std::string> lines = slips_of("input=10&layers=LSTM(7)");
  ASSERT_EQ(lines.size(), 3U);
  expect_has(lines[0], {"no_bias 17", "no_recurrent 11", "no_input 8"});
  expect_has(lines[1], {"no_bias 119", "no_recurrent 77", "swapped 180"});
  expect_has(lines[2], {"no_bias 476", "three_matrices 378", "one_matrix 126"});
  // Layer 2 of the notes' example, 7 + 14 + 1 = 22, read as 7 + 7 + 1; two directions of 616.
  const std::vector<std::string> both =
      slips_of("input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))");
  ASSERT_EQ(both.size(), 9U);
  expect_has(both[4], {"next_reads_units 15"});
  expect_has(both[7], {"one_direction 616"});
  expect_has(both[8], {"next_reads_units 1848"});
}

// 17 carried on: 17 × 7 = 119; and that 119 × 4 = 476. The sum of 1,008 and 1,848 − 1,008.
TEST(Exercise, AWrongValueIsCarriedOn) {
  const auto carried = [](const char* query, const char* typed) {
    std::string out;
    const json answer = json::parse(exercise_json(query, "", "values", typed));
    for (const json& blank : answer["blanks"]) out += blank["carried"].get<std::string>() + "/";
    return out;
  };
  const char* one = "input=10&layers=LSTM(7)";
  EXPECT_EQ(carried(one, ""), "///");
  EXPECT_EQ(carried(one, "layers.0.steps.1=17"), "/119//");
  EXPECT_EQ(carried(one, "layers.0.steps.1=17&layers.0.steps.2=119"), "/119/476/");
  EXPECT_EQ(carried(one, "layers.0.steps.1=x&&=&layers.9.steps.1=3&layers.0.steps.1"), "///");
  const char* both = "input=10&layers=Bidirectional(LSTM(7)),Bidirectional(LSTM(7))";
  EXPECT_EQ(carried(both, "layers.1.steps.5=840"), "////////1848/");
  // The third layer is as the second, whose steps are asked: 5·8 + 8·8 … each 4·(8 + 8 + 1)·8 = 544, read as
  // 500.
  const char* alike = "framework=keras&input=5&layers=LSTM(8),LSTM(8),LSTM(8)";
  EXPECT_EQ(carried(alike, "layers.1.steps.4=500"), "//////1448/");  // 448 + 500 + 500
}

TEST(Exercise, OfAFlawedModelItsProblems) {
  const json answer = json::parse(exercise_json("input=&layers=LSTM(7)", "1", "ideas"));
  ASSERT_EQ(answer["problems"].size(), 1U);
  EXPECT_EQ(answer["blanks"], json::array());
  EXPECT_EQ(answer["query"], "input=&layers=LSTM(7)");
}

TEST(Exercise, AnswersInUtf8WhateverIsAsked) {
  const std::string answer = exercise_json("framework=ncnn&laye\xf6rs=Embedding(7, 3)", "8", "values");
  EXPECT_TRUE(nlohmann::json::accept(answer)) << answer;
}

TEST(Exercise, LargeModelsAndSizes) {
  std::string layers = "LSTM(9)";
  for (int i = 0; i < 400; ++i) layers += ",LSTM(" + std::to_string(9 + i % 7) + ")";
  const Exercise many = exercise("framework=keras&input=20&layers=" + layers, "1", ExerciseKind::ideas);
  EXPECT_TRUE(many.problems.empty());
  EXPECT_GT(many.blanks.size(), 20U);
  // Sizes that primes times as large would be past any total: the numbers are its own, or other ones.
  const Exercise huge = exercise("input=4000000000&layers=LSTM(900000000)", "1", ExerciseKind::ideas);
  EXPECT_TRUE(huge.problems.empty());
  EXPECT_EQ(huge.blanks.size(), 4U);
}

}  // namespace
}  // namespace rnn
