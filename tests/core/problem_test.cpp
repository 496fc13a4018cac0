#include "core/problem.h"

#include <gtest/gtest.h>

#include "tests/core/repair.h"

namespace rnn {
namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

TEST(Quote, EndsWithAWholeCharacter) {
  for (const std::string_view letter : {"a", "\u00E9", "\u0915", "\U0001F600"})
    for (std::size_t shift = 0; shift < 3; ++shift)
      for (const std::size_t times : {0U, 1U, 99U, 100U, 197U, 200U, 201U, 5000U}) {
        const std::string text = repeated("x", shift) + repeated(letter, times);
        const std::string_view quoted = quote(text);
        ASSERT_TRUE(text.starts_with(quoted));
        const std::size_t units = utf16_length(quoted).value();
        if (utf16_length(text).value() <= longest_quote)
          EXPECT_EQ(quoted, text);
        else
          EXPECT_TRUE(units == longest_quote || units + 1 == longest_quote) << units;
      }
}

/// The places of those that are told, "layers 3".
std::vector<std::string> told(const Problems& problems) {
  std::vector<std::string> out;
  for (const auto& problem : problems.told())
    out.push_back(std::string(name(problem->key)) + " " + std::to_string(problem->span.start));
  return out;
}

TEST(Problems, AreToldInTheOrderOfTheirPlaces) {
  Problems problems;
  problems.report(Key::layers, "b", {7, 8});
  problems.report(Key::input, "a", {9, 9});
  problems.report(Key::layers, "c", {3, 8});
  problems.report(Key::layers, "d", {7, 7});
  EXPECT_EQ(told(problems), (std::vector<std::string>{"input 9", "layers 3", "layers 7", "layers 7"}));
  EXPECT_EQ(problems.told()[2]->code, "b");
  EXPECT_EQ(problems.told()[3]->code, "d");
  EXPECT_EQ(problems.more(), 0U);
}

TEST(Problems, TheFirstOnesAreToldWhateverTheyAreFoundBehind) {
  for (const bool back : {false, true}) {
    Problems problems;
    for (std::size_t i = 0; i < 1000; ++i) {
      const std::size_t place = back ? 999 - i : i;
      problems.report(Key::layers, "x", {place, place}).with("text", std::to_string(place)).fix("use", "a");
    }
    ASSERT_EQ(problems.told().size(), most_told);
    for (std::size_t i = 0; i < most_told; ++i) {
      EXPECT_EQ(problems.told()[i]->span.start, i);
      EXPECT_EQ(problems.told()[i]->details.at(0).text, std::to_string(i));
    }
    EXPECT_EQ(problems.count(), 1000U);
    EXPECT_EQ(problems.more(), 980U);
  }
}

TEST(Problems, OfOneFieldAreCountedWhereOthersAreTold) {
  Problems problems;
  for (std::size_t i = 0; i < 30; ++i) problems.report(Key::input, "twice", {0, 3});
  problems.report(Key::layers, "syntax", {5, 6});
  EXPECT_EQ(problems.count(Key::layers), 1U);
  EXPECT_EQ(problems.count(Key::framework), 0U);
  Problems all;
  all.report(Key::framework, "a", {});
  all.append(problems);
  EXPECT_EQ(all.count(), 32U);
  EXPECT_EQ(all.more(), 12U);
  EXPECT_EQ(all.told().front()->code, "a");
}

TEST(Problems, ThatAreKnownAreNotToldAgain) {
  Problems here;
  here.report(Key::layers, "missing", {3, 3});
  here.report(Key::layers, "unsupported", {5, 9});
  here.report(Key::input, "missing", {0, 0});
  const KnownProblems known(here.marks());
  Problems there(&known);
  there.report(Key::layers, "missing", {3, 3});
  there.report(Key::layers, "missing", {3, 4});
  there.report(Key::framework, "missing", {3, 3});
  there.report(Key::layers, "unsupported", {5, 9});  // by another framework
  there.report(Key::layers, "missing", {4000, 4000});
  there.report(Key::input, "missing", {0, 0});
  EXPECT_EQ(told(there), (std::vector<std::string>{"framework 3", "layers 3", "layers 5", "layers 4000"}));
  EXPECT_EQ(there.count(), 6U);
  EXPECT_EQ(there.more(), 0U);
  EXPECT_FALSE(KnownProblems({}).has({Key::layers, "missing", {0, 0}}));
}

}  // namespace
}  // namespace rnn
