// Digits of Devanagari are digits: a query that has them means what it means with ASCII ones, whatever it
// says.
#include <gtest/gtest.h>

#include "core/compare.h"
#include "core/explain.h"
#include "core/language.h"
#include "tests/core/answer.h"
#include "tests/core/random_query.h"
#include "tests/core/sampled.h"

namespace rnn {
namespace {

/// `query` with most of its digits in Devanagari, as bytes or percent-encoded; escapes stay.
std::string in_devanagari(std::string_view query, Dice& dice) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (std::size_t i = 0; i < query.size(); ++i) {
    const char c = query[i];
    const bool escape = c == '%' && i + 2 < query.size();
    const auto low = static_cast<unsigned char>(0xA6 + (c - '0'));
    if (escape) {
      out += query.substr(i, 3);
      i += 2;
    } else if (c < '0' || c > '9' || dice.one_in(5)) {
      out += c;
    } else if (dice.one_in(2)) {
      out.append("%E0%A5%").append({hex[low >> 4U], hex[low & 15U]});
    } else {
      out.append("\xE0\xA5").push_back(static_cast<char>(low));
    }
  }
  return out;
}

void expect_same(std::string_view query, Dice& dice) {
  const std::string typed = in_devanagari(query, dice);
  SCOPED_TRACE(std::string(query) + " as " + typed);
  EXPECT_TRUE(ascii_digits(explain_json(typed)) == explain_json(query));
  EXPECT_TRUE(ascii_digits(compare_json(typed)) == compare_json(query));
}

TEST(Digits, OfDevanagariAreDigits) {
  EXPECT_EQ(ascii_digits("०१२३४५६७८९"), "0123456789");
  EXPECT_EQ(ascii_digits("LSTM(३2), ।॰क\xE0\xA5"), "LSTM(32), ।॰क\xE0\xA5");
  const Answer answer = explain("framework=notes&input=६४&layers=LSTM(३२)");
  EXPECT_EQ(answer.total, "12416");
  EXPECT_EQ(answer.query, "framework=notes&input=64&layers=LSTM(32)");
  EXPECT_EQ(answer.fields[Key::input].text, "६४") << "as typed";
  EXPECT_EQ(answer.fields[Key::layers].text, "LSTM(३२)");
  EXPECT_EQ(answer.written.at(0).arguments.at(0).text, "32");
  EXPECT_EQ(answer.written.at(0).arguments.at(0).place.end, 7U) << "in UTF-16 units";
}

TEST(Digits, InEveryKindOfPlaceAndProblem) {
  const std::string_view table[] = {
      "input=64&layers=LSTM(32, num_layers=2, bidirectional=true)",
      "framework=keras&layers=Embedding(20000, 128), GRU(\"64\", reset_after=false), Dropout(0.25), Dense(1)",
      "framework=tf1&input=64&layers=LSTM(32, proj_size=16)",
      "framework=pytorch&input=10&layers=LSTM(20), BatchNorm1d()",
      "framework=tf2&input=64&layers=LSTM(32)",
      "framework=karas2&input=64&layers=LTSM2(32, unit5=3)",
      "input=0&layers=LSTM(-3), GRU(1.5), RNN(1e3), LSTM(12 416), Dense(12,416), Dropout(1.5)",
      "input=12,416&layers=LSTM(\"12,416\")",
      "input=9007199254740992&layers=LSTM(9007199254740991)",
      "input=64&layers=LSTM(64, 32, 2), LSTM(32, units=64), LSTM(32, num_layers=1001)",
      "framework=keras&input=64&layers=Dense(16), Embedding(100, 128), LSTM(32, bias=0, merge_mode=3)",
      "framework=keras&input=64&layers=Embedding(100, 128)",
      "framework=pytorch&input=64&layers=LSTM(32, peepholes=1), MGU(32), LSTM(8, proj_size=9)",
      "input=64&input=65&layers=LSTM(32",
      "input=64&layers=LSTM(32))",
      "input=64&layers=LSTM(32), , LSTM(3)",
      "input=64&layers=\"a\"5",
      "input=6%zz4&layers=LSTM(3%FF2)",
      "input=64&layers=A1(B2(C3(D4(E5(6)))))",
  };
  Dice dice(2026);
  for (const std::string_view query : table)
    for (int i = 0; i < 10; ++i) expect_same(query, dice);
}

TEST(Digits, InRandomModels) {
  Dice dice(2026);
  for (int i = 0; i < sampled(500) && !HasFailure(); ++i)
    expect_same(random_spelling(random_model(dice, Sizes::huge), dice), dice);
}

/// Sentences show ASCII digits; only fields, and what of them a repair moves, are as typed.
TEST(Digits, OfProblemsAreAscii) {
  const Answer answer = explain(
      "framework=क१&input=१.५&layers=Dense(१६), Embedding(१००, १), LSTM(३, units=४, units=५), LSTM(३");
  EXPECT_GE(answer.problems.size(), 4U);
  for (const ProblemAnswer& problem : answer.problems) {
    for (const DetailAnswer& detail : problem.details) EXPECT_EQ(detail.text, ascii_digits(detail.text));
    for (const FixAnswer& fix : problem.fixes) EXPECT_EQ(fix.text, ascii_digits(fix.text));
  }
}

}  // namespace
}  // namespace rnn
