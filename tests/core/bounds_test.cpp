// An answer never grows faster than the text: what is told is bounded, and what quotes the text quotes its
// beginning.
#include <gtest/gtest.h>

#include <algorithm>
#include <span>

#include "core/compare.h"
#include "core/edit.h"
#include "core/explain.h"
#include "tests/core/answer.h"
#include "tests/core/long_texts.h"
#include "tests/core/random_query.h"
#include "tests/core/repair.h"
#include "tests/core/sampled.h"

namespace rnn {
namespace {

/// The largest of some: all of them of a short text, for each reads it anew.
std::size_t size_of_edits(std::string_view query) {
  const Change changes[] = {{"set", "", "bidirectional", "true"},
                            {"set", "0", "bidirectional", ""},
                            {"set", "", "units", "7"},
                            {"set", "", "cell", "Embedding"},
                            {"set", "0", "num_layers", "2"},
                            {"add", "", "", ""},
                            {"move", "0", "", "1"},
                            {"remove", "0", "", ""},
                            {"set", "0", "bidirectional", "x"},
                            {"set", "0", "cell", "Dense"}};
  std::size_t largest = 0;
  for (const Change& change : std::span(changes).first(query.size() < 10'000 ? std::size(changes) : 2))
    largest = std::max(largest, edit_json(query, change).size());
  return largest;
}

/// Some characters are written as escapes, and are six bytes then.
std::size_t escaped(std::string_view query) {
  return static_cast<std::size_t>(
      std::count_if(query.begin(), query.end(), [](char c) { return c >= 0 && c < ' '; }));
}

void expect_bounded(std::string_view query) {
  const std::size_t explained = explain_json(query).size();
  const std::size_t compared = compare_json(query).size();
  const std::size_t edited = size_of_edits(query);
  // A thousand layers take so much, and what is told of problems; beside that every byte of the text so much.
  constexpr std::size_t layers = 1'250'000;
  constexpr std::size_t told = 100'000;
  EXPECT_LE(explained, layers + told + 20 * query.size() + 20 * escaped(query));
  EXPECT_LE(compared, 3'000 + 21 * told);
  EXPECT_LE(edited, told + 40 * query.size());
  EXPECT_LE(explained + compared + edited, 3'000'000U);
}

void expect_short(const ProblemAnswer& problem) {
  for (const DetailAnswer& detail : problem.details)
    if (detail.name != "fixes") {
      EXPECT_LE(utf16_length(detail.text).value_or(longest_quote + 1), longest_quote) << detail.name;
    }
  for (const FixAnswer& fix : problem.fixes) {
    EXPECT_LE(utf16_length(fix.text).value_or(1000), longest_quote) << fix.kind;
    for (const EditAnswer& edit : fix.edits)
      EXPECT_LE(utf16_length(edit.text).value_or(1000), longest_quote + 10) << fix.kind;
  }
}

TEST(Bounds, AnswersGrowNoFasterThanTheText) {
  std::size_t place = 0;
  for (const LongText& kind : long_texts)
    for (const std::size_t bytes : {2'000U, 8U * 1024U, 64U * 1024U}) {
      if (!is_sampled(place++)) continue;
      SCOPED_TRACE(std::string(kind.name) + ", " + std::to_string(bytes));
      expect_bounded(text_of(kind, bytes));
    }
}

TEST(Bounds, TwentyProblemsAreToldAndTheOthersCounted) {
  std::size_t place = 0;
  for (const LongText& kind : long_texts) {
    if (!is_sampled(place++)) continue;
    SCOPED_TRACE(kind.name);
    const std::string query = text_of(kind, 8 * 1024);
    const Answer answer = explain(query);
    EXPECT_LE(answer.problems.size(), most_told);
    if (answer.problems.size() < most_told) {
      EXPECT_EQ(answer.more_problems, "0") << "only what does not fit is left out";
    }
    for (const ProblemAnswer& problem : answer.problems) expect_short(problem);
    for (std::size_t i = 1; i < answer.problems.size(); ++i) {
      const ProblemAnswer& before = answer.problems[i - 1];
      if (before.key == answer.problems[i].key) {
        EXPECT_LE(before.place.start, answer.problems[i].place.start);
      }
    }
    for (const Comparison& comparison : compare(query)) {
      EXPECT_LE(comparison.problems.size(), most_told);
      for (const ProblemAnswer& problem : comparison.problems) expect_short(problem);
    }
  }
}

TEST(Bounds, HowManyMoreThereAre) {
  struct Row {
    std::string query;
    std::size_t problems;
  };
  const Row rows[] = {
      {"input=1&layers=LSTM(1" + repeated(",a=", 3 * 500) + ")", 500},
      {"input=1&layers=LSTM(1" + repeated(",name=", 6 * 500) + ")", 499},
      {"layers=LSTM(1)&input=1" + repeated("&input", 6 * 500), 500},
      {"input=1&layers=LSTM(1)" + repeated(",LSTM(x)", 8 * 500), 500},
      {"layers=Dense(1)" + repeated(",Nothing(1,1)", 13 * 20) + "&input=1", 20},
      {"layers=Dense(1)" + repeated(",Nothing(1,1)", 13 * 21) + "&input=1", 21},
      {"input=1&layers=LSTM(x)" + repeated("\n#", 2 * 500), 1},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.query.substr(0, 80));
    const Answer answer = explain(row.query);
    EXPECT_EQ(answer.problems.size(), std::min<std::size_t>(row.problems, most_told));
    EXPECT_EQ(answer.problems.size() + std::stoul(answer.more_problems), row.problems);
  }
}

// What is told says nothing of what is not.
TEST(Bounds, WhatIsNotToldCounts) {
  const std::string unread = "layers=LSTM(1" + repeated(",a=", 3 * 500) + "),,LSTM(1)&input=1";
  EXPECT_FALSE(explain(unread).readable);
  EXPECT_EQ(edit(parse(unread), {"add", "", "", ""}).problems.told().at(0)->code, "syntax");
  const std::string read = "layers=LSTM(1" + repeated(",a=", 3 * 500) + "),LSTM(1)&input=1";
  EXPECT_TRUE(explain(read).readable);
  EXPECT_TRUE(edit(parse(read), {"add", "", "", ""}).problems.empty());
  // Thirty fields that are given again are all before the mistake in the layers.
  const std::string fields = "layers=LSTM(1)),LSTM(1)&input=1" + repeated("&input=2", 8 * 30);
  EXPECT_FALSE(explain(fields).readable);
  EXPECT_FALSE(edit(parse(fields), {"add", "", "", ""}).problems.empty());
  // Every layer with a mistake is without a total, told or not.
  const Answer flawed = explain("input=1&layers=LSTM(1)" + repeated(",LSTM(1,a=b)", 12 * 100) + ",LSTM(1)");
  ASSERT_EQ(flawed.layers.size(), 102U);
  EXPECT_EQ(flawed.total, "");
  for (std::size_t i = 0; i < 102; ++i) EXPECT_EQ(flawed.layers[i].total, i % 101 == 0 ? "12" : "") << i;
}

TEST(Bounds, RepairsOfLongTextsDoTheSame) {
  const Answer moved = explain("input=3&layers=LSTM(1,input=" + repeated("0", 500) + "64)");
  ASSERT_EQ(moved.problems.back().code, "conflict");
  EXPECT_EQ(apply_fix(moved.problems.back().fixes.at(0), texts_of(moved.fields)).value()[1], "64");
}

// What would bring more of a text than is quoted is not offered.
TEST(Bounds, ValuesOfKeysThatAreAlmostAField) {
  struct Row {
    const char* key;
    std::string start, piece;
    std::size_t units;  ///< of one piece
  };
  const Row rows[] = {{"layer", "input=1", "7", 1},
                      {"inputs", "layers=LSTM(1)", "7", 1},
                      {"framwork", "input=1&layers=LSTM(1)", "7", 1},
                      {"framwork", "input=1&layers=LSTM(1)", "\xE0\xA5\xA9", 1},
                      {"layer", "input=1", "\xF0\x9F\x98\x80", 2}};
  for (const Row& row : rows)
    for (const std::size_t units : {std::size_t{2}, longest_quote, longest_quote + 2, std::size_t{20'000}}) {
      SCOPED_TRACE(std::string(row.key) + " " + row.piece + " " + std::to_string(units));
      const std::string value = repeated(row.piece, row.piece.size() * (units / row.units));
      const Answer answer = explain(row.start + "&" + row.key + "=" + value);
      ASSERT_EQ(answer.problems.size(), 1U);
      const ProblemAnswer& problem = answer.problems[0];
      EXPECT_EQ(problem.code, "unknown_key");
      expect_short(problem);
      ASSERT_EQ(problem.fixes.size(), units <= longest_quote ? 1U : 0U);
      for (const FixAnswer& fix : problem.fixes) {
        const FieldTexts after = apply_fix(fix, texts_of(answer.fields)).value();
        EXPECT_EQ(after[static_cast<std::size_t>(key_of(problem.key).value())], value);
      }
    }
}

TEST(Bounds, LongValuesOfChanges) {
  const std::string stack = repeated("LSTM(1),", 8000) + "GRU(1)";
  const std::string value(10'000, '7');
  EXPECT_EQ(edit(parse_layers(stack), {"set", "", "units", value}).problems.told().at(0)->code, "limit");
  EXPECT_EQ(edit(parse_layers("LSTM(1),GRU(1)"), {"set", "", "units", value}).edits.size(), 2U);
  EXPECT_EQ(edit(parse_layers(stack), {"set", "0", "units", value}).edits.size(), 1U);
}

/// A piece of what somebody may have typed.
std::string piece_of(Dice& dice) {
  constexpr std::string_view pieces[] = {"Embedding(1,1),",
                                         "Bidirectional(",
                                         "TimeDistributed(LSTM)",
                                         "name=x,",
                                         "name=,",
                                         "bias=",
                                         "(x)",
                                         "[1,2]",
                                         "#\n",
                                         "//\n",
                                         "\"",
                                         "\\",
                                         "%01",
                                         "%F0%9F%98%80",
                                         "%FF",
                                         "&input=",
                                         "&layers=",
                                         "&layer=",
                                         "&framework=keras",
                                         "SRU,",
                                         "units=1,",
                                         "=",
                                         ",",
                                         "(",
                                         ")",
                                         "merge_mode=sum,",
                                         "num_layers=2,",
                                         "1,",
                                         ",000",
                                         "len(x)+1,",
                                         "a.",
                                         "GRU(reset_after=",
                                         "LSTM(1,1,1),",
                                         "input=1,",
                                         "MGU(1),",
                                         " "};
  std::string out;
  for (std::uint64_t parts = dice.between(1, 3); parts > 0; --parts) {
    if (dice.one_in(2)) {
      out += dice.any_of(pieces);
      continue;
    }
    const std::string query = random_spelling(random_model(dice), dice);
    out += query.substr(static_cast<std::size_t>(dice.roll(query.size())),
                        static_cast<std::size_t>(dice.between(1, 24)));
  }
  return out;
}

TEST(Bounds, OfPiecesRepeated) {
  Dice dice(11);
  constexpr std::string_view starts[] = {"", "LSTM(1,", "Bidirectional(LSTM(1),", "LSTM(1),", "A(B("};
  for (int i = 0; i < sampled(40) && !HasFailure(); ++i) {
    const std::string start = "input=1&layers=" + std::string(dice.any_of(starts));
    const std::string single = dice.one_in(2) ? piece_of(dice) : "";
    const std::string middle = dice.one_in(2) ? piece_of(dice) : "";
    const std::string piece = piece_of(dice);
    for (const std::size_t bytes : {2'000U, 8U * 1024U, 64U * 1024U}) {
      const std::string query = text_of({"", start, single, middle, piece, ""}, bytes);
      SCOPED_TRACE(query.substr(0, 100) + " … " + piece);
      expect_bounded(query);
    }
  }
}

// What a framework adds to the problems of a query is what its own answer has beside them.
TEST(Bounds, ComparisonsTellWhatAFrameworkAdds) {
  Dice dice(12);
  const auto same = [](const ProblemAnswer& a, const ProblemAnswer& b) {
    return headline(a) == headline(b) && detail(a, "framework") == detail(b, "framework");
  };
  std::size_t added = 0;
  for (int i = 0; i < sampled(60) && !HasFailure(); ++i) {
    const std::string query =
        random_spelling(random_model(dice), dice) + (dice.one_in(2) ? "" : "," + piece_of(dice));
    SCOPED_TRACE(query);
    const Answer here = explain(query);
    for (const Comparison& comparison : compare(query)) {
      if (here.more_problems != "0" || comparison.more_problems != "0") continue;
      FieldTexts texts = texts_of(here.fields);
      texts[0] = comparison.framework;
      // Fields that were repeated or damaged are not so in the new query.
      const bool whole =
          std::none_of(here.problems.begin(), here.problems.end(), [](const ProblemAnswer& problem) {
            return problem.code == "encoding" || problem.code == "unknown_key" ||
                   (problem.code == "twice" && problem.place.start == 0);
          });
      if (!whole) continue;
      const Answer there = explain(query_of(texts));
      std::vector<std::string> expected;
      for (const ProblemAnswer& problem : there.problems)
        if (std::none_of(here.problems.begin(), here.problems.end(),
                         [&](const ProblemAnswer& other) { return same(problem, other); }))
          expected.push_back(headline(problem));
      EXPECT_EQ(headlines(comparison.problems), expected) << comparison.framework;
      EXPECT_EQ(comparison.total, there.total);
      added += expected.size();
    }
  }
  EXPECT_GT(added, sampled(100U));
}

}  // namespace
}  // namespace rnn
