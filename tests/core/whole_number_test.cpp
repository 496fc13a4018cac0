#include "core/diagnose/whole_number.h"

#include <gtest/gtest.h>

#include "core/diagnose/digits.h"
#include "core/read/read.h"

namespace rnn {
namespace {

TEST(WrittenNumber, AsPeopleWriteIt) {
  const std::pair<const char*, std::uint64_t> rows[] = {
      {"98816", 98816},
      {" 98,816 ", 98816},
      {"98 816", 98816},
      {"98.816", 98816},
      {"98_816", 98816},
      {"98'816", 98816},
      {"98\xC2\xA0"
       "816",
       98816},
      {"98\xE2\x80\xAF"
       "816",
       98816},
      {"98,816\xC2\xA0", 98816},
      {"98\xE2\x80\x99"
       "816",
       98816},
      {"3,32,449", 332449},
      {"17,246,978,048", 17246978048},
      {"1,72,46,97,80,48", 0},
      {"17,24,69,78,048", 17246978048},
      {"९८,८१६", 98816},
      {"७", 7},
      {"1.234.567", 1234567},
      {"0", 0},
      {"18446744073709551615", 18446744073709551615U},
  };
  for (const auto& [text, value] : rows) {
    SCOPED_TRACE(text);
    const WrittenNumber number = read_written_number(text);
    if (value == 0 && text[0] != '0') {
      EXPECT_EQ(number.code, "not_a_number");
      continue;
    }
    EXPECT_EQ(number.code, "");
    EXPECT_FALSE(number.rounded);
    EXPECT_EQ(number.least, Whole(value));
    EXPECT_EQ(number.most, Whole(value));
  }
}

// Half a unit of the last digit to both sides.
TEST(WrittenNumber, Rounded) {
  const struct {
    const char* text;
    std::uint64_t least, most;
  } rows[] = {
      {"1.2M", 1150000, 1250000}, {"1,2 m", 1150000, 1250000},  {"12K", 11500, 12500},
      {"12.42k", 12415, 12425},   {"1.234M", 1233500, 1234500}, {"7B", 6500000000, 7500000000},
      {"१.२M", 1150000, 1250000},
  };
  for (const auto& [text, least, most] : rows) {
    SCOPED_TRACE(text);
    const WrittenNumber number = read_written_number(text);
    EXPECT_TRUE(number.rounded);
    EXPECT_EQ(number.least, Whole(least));
    EXPECT_EQ(number.most, Whole(most));
  }
}

TEST(WrittenNumber, WhatIsNone) {
  const std::pair<const char*, const char*> rows[] = {
      {"", "missing"},
      {"   ", "missing"},
      {"abc", "not_a_number"},
      {"-5", "not_a_number"},
      {"98.81", "not_a_number"},
      {"98,81", "not_a_number"},
      {"98,8166", "not_a_number"},
      {"9.8.816", "not_a_number"},
      {"3.32.449", "not_a_number"},
      {"1,234.567", "not_a_number"},
      {"1e6", "not_a_number"},
      {"M", "not_a_number"},
      {"1.23456K", "not_a_number"},
      {",816", "not_a_number"},
      {"98\n816", "not_a_number"},
      {"18446744073709551616", "too_large"},
      {"99999999999B", "too_large"},
  };
  for (const auto& [text, code] : rows) {
    SCOPED_TRACE(text);
    EXPECT_EQ(read_written_number(text).code, code);
  }
}

TEST(WrittenNumber, IsReadAsANumber) {
  for (const char* text : {"98,816", "98 816", "1.2M", "12.42k", "३,३२,४४९", " 98,816\n", "98,81"})
    EXPECT_EQ(read_text(text).form, Form::number) << text;
  for (const char* text : {"LSTM(32)", "M", "1.2MB", "98,816\n98,816", "98\n816"})
    EXPECT_NE(read_text(text).form, Form::number) << text;
}

TEST(DigitSlip, Kinds) {
  const struct {
    std::uint64_t right, wrong;
    const char* kind;
  } rows[] = {
      {71168, 7168, "missing"},   {71168, 71618, "swapped"},
      {71168, 711168, "doubled"}, {71168, 71169, "wrong"},
      {71168, 711688, "doubled"}, {71168, 17168, "swapped"},
      {71168, 711698, ""},        {504, 540, ""},
      {71168, 71268, "wrong"},    {71168, 81167, ""},
      {1000, 10000, "doubled"},   {71168, 71168, ""},
      {71168, 711684, ""},        {71168, 61268, ""},
  };
  for (const auto& [right, wrong, kind] : rows) EXPECT_EQ(digit_slip(right, wrong), kind) << wrong;
}

}  // namespace
}  // namespace rnn
