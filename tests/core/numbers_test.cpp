// Whole numbers and rates as people type them.
#include "core/numbers.h"

#include <gtest/gtest.h>

#include "core/language.h"

namespace rnn {
namespace {

struct Row {
  std::string text;
  std::string value;  ///< "" for none
  std::string_view code;
  std::vector<std::string> suggestions;
  bool negative = false;
};

void expect_rows(const std::vector<Row>& table, std::uint64_t smallest = 1) {
  for (const Row& row : table) {
    SCOPED_TRACE("\"" + row.text + "\"");
    const SizeReading reading = read_size(row.text, smallest, largest_size);
    EXPECT_EQ(digits(reading.value), row.value);
    EXPECT_EQ(reading.code, row.code);
    EXPECT_EQ(reading.suggestions, row.suggestions);
    EXPECT_EQ(reading.negative, row.negative);
  }
}

TEST(Numbers, AsciiDigits) {
  expect_rows({{"1", "1", "", {}},
               {"32", "32", "", {}},
               {"0000032", "32", "", {}},
               {"9007199254740991", "9007199254740991", "", {}},
               {std::string(5000, '0') + "7", "7", "", {}}});
}

TEST(Numbers, BlanksAroundThem) {
  expect_rows({{" 32", "32", "", {}},
               {"32 ", "32", "", {}},
               {"\t\r\n32\n", "32", "", {}},
               {" 1e3 ", "", "not_plain", {"1000"}}});
}

TEST(Numbers, EmptyIsMissing) {
  expect_rows({{"", "", "missing", {}}, {" ", "", "missing", {}}, {"\t\n", "", "missing", {}}});
}

TEST(Numbers, TooSmall) {
  expect_rows({{"0", "", "too_small", {"1"}},
               {"000", "", "too_small", {"1"}},
               {"0e5", "", "too_small", {"1"}},
               {"+0", "", "too_small", {"1"}}});
}

TEST(Numbers, Negative) {
  expect_rows({{"-3", "", "too_small", {"3"}, true},
               {"\u22123", "", "too_small", {"3"}, true},
               {"- 3", "", "too_small", {"3"}, true},
               {"-1e3", "", "too_small", {"1000"}, true},
               {"-1.5", "", "too_small", {}, true},
               {"-9007199254740992", "", "too_small", {}, true},
               {"-99999999999999999999999", "", "too_small", {}, true},
               {"-0", "", "too_small", {"1"}},
               {"-", "", "not_a_number", {}},
               {"--3", "", "not_a_number", {}},
               {"-x", "", "not_a_number", {}}});
}

TEST(Numbers, NotWhole) {
  expect_rows({{"1.5", "", "not_whole", {"1", "2"}},
               {"0.5", "", "not_whole", {"1"}},
               {".5", "", "not_whole", {"1"}},
               {"31.999", "", "not_whole", {"31", "32"}},
               {"32.0", "", "not_whole", {"32"}},
               {"32.", "", "not_whole", {"32"}},
               {"1e-1", "", "not_whole", {"1"}},
               {"15e-1", "", "not_whole", {"1", "2"}},
               {"9007199254740991.5", "", "not_whole", {"9007199254740991"}}});
}

TEST(Numbers, ExponentsWrittenOut) {
  expect_rows({{"1e3", "", "not_plain", {"1000"}},
               {"1E3", "", "not_plain", {"1000"}},
               {"1e+3", "", "not_plain", {"1000"}},
               {"1.5e3", "", "not_plain", {"1500"}},
               {"3200e-2", "", "not_plain", {"32"}},
               {"9e15", "", "not_plain", {"9000000000000000"}},
               {"+5", "", "not_plain", {"5"}}});
}

TEST(Numbers, Separators) {
  expect_rows({{"12,416", "", "not_plain", {"12416"}},
               {"12 416", "", "not_plain", {"12416"}},
               {"12_416", "", "not_plain", {"12416"}},
               {"12'416", "", "not_plain", {"12416"}},
               {"12\u00A0416", "", "not_plain", {"12416"}},
               {"12\u202F416", "", "not_plain", {"12416"}},
               {"12\u2009416", "", "not_plain", {"12416"}},
               {"12\u2019416", "", "not_plain", {"12416"}},
               {"1,234,567", "", "not_plain", {"1234567"}},
               {"1.234.567", "", "not_plain", {"1234567"}},
               {"12,34,567", "", "not_plain", {"1234567"}},
               {"9,999,999,999,999,999", "", "not_plain", {}},
               {"1,00,00,000", "", "not_plain", {"10000000"}},
               {"1_0_64", "", "not_plain", {"1064"}},
               // Two numbers, not one with a separator.
               {"10,64", "", "not_a_number", {}},
               {"10 64", "", "not_a_number", {}},
               {"1000,640", "", "not_a_number", {}},
               {"1,234.567", "", "not_a_number", {}},
               {"3.32.449", "", "not_a_number", {}},
               {"1,2345", "", "not_a_number", {}},
               {"12,34,56", "", "not_a_number", {}},
               {"123,45,678", "", "not_a_number", {}},
               {",5", "", "not_a_number", {}},
               {"5,", "", "not_a_number", {}},
               {"1,,2", "", "not_a_number", {}}});
}

TEST(Numbers, TooBig) {
  expect_rows({{"9007199254740992", "", "too_big", {}},
               {"18446744073709551615", "", "too_big", {}},
               {"18446744073709551616", "", "too_big", {}},
               {"99999999999999999999999999999999", "", "too_big", {}},
               {"1e16", "", "too_big", {}},
               {"1e400", "", "too_big", {}},
               {"1e99999999999999999999", "", "too_big", {}}});
}

TEST(Numbers, NotANumber) {
  expect_rows({{"abc", "", "not_a_number", {}},
               {"\U0001F600", "", "not_a_number", {}},
               {"32x", "", "not_a_number", {}},
               {"1.5abc", "", "not_a_number", {}},
               {"0x20", "", "not_a_number", {}},
               {"1e", "", "not_a_number", {}},
               {"e3", "", "not_a_number", {}},
               {"1e3.5", "", "not_a_number", {}},
               {".", "", "not_a_number", {}},
               {"+", "", "not_a_number", {}},
               {"Infinity", "", "not_a_number", {}},
               {"NaN", "", "not_a_number", {}},
               // The page converts Devanagari digits; the core reads ASCII.
               {"\u0969\u0968", "", "not_a_number", {}},
               {std::string("3\0", 2), "", "not_a_number", {}}});
}

TEST(Numbers, OtherLimits) {
  expect_rows({{"0", "0", "", {}}, {"-0", "", "too_small", {"0"}}, {"0.5", "", "not_whole", {"0", "1"}}}, 0);
  const SizeReading reading = read_size("9", 1, 8);
  EXPECT_EQ(reading.code, "too_big");
  EXPECT_EQ(read_size("8", 1, 8).value, Whole(8));
}

TEST(Numbers, RatesAreDecimalsFromZeroToBelowOne) {
  for (const char* rate : {"0", "0.5", "0.0", ".5", "0.", "0.999999999999999999999999", " 0.5 ", "00.5"})
    EXPECT_TRUE(is_rate(rate)) << rate;
  for (const char* rate : {"", " ", "1", "1.0", "1.", "2", "10", "-0.5", "-0", "+0.5", "0,5", ".", "half",
                           "0.5.5", "0x0", "50%", "\u0966", "0.5 0.5"})
    EXPECT_FALSE(is_rate(rate)) << rate;
}

// "Numbers are ASCII digits, no sign, exponent or separator": a rate has a point, and nothing else.
TEST(Numbers, RatesHaveNoExponent) {
  for (const char* rate : {"5e-1", "1e-1", "0e5", "0e+5", "0E0"}) EXPECT_FALSE(is_rate(rate)) << rate;
}

}  // namespace
}  // namespace rnn
