// What a line of a pasted table looks like without what is only on it.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/read/summary_text.h"

namespace rnn {
namespace {

std::string looks(std::string_view text) {
  std::string out;
  for (const PlainLine& line : plain_lines(text)) out += (out.empty() ? "" : "\n") + line.text;
  return out;
}

TEST(ReadSummaryText, FramesAreThreeSigns) {
  EXPECT_EQ(looks("─│┌╿═║╴"), "-|++-|+");
  EXPECT_EQ(looks("\\u2500\\u257F&#x2502;&#9472;"), "-+|-");
  EXPECT_EQ(looks("\\u24FF\\u2580"), "\xE2\x93\xBF\xE2\x96\x80");
  EXPECT_EQ(looks("¯"), "-");
}

TEST(ReadSummaryText, TagsBeginWithALetter) {
  EXPECT_EQ(looks("a<b class=\"x\">3</b>c"), "a3c");
  for (const std::string_view kept : {"a <3> b", "a < b > c", "<", "a <- b -> c", "<b", "<b\n>"})
    EXPECT_EQ(looks(kept), kept);
  EXPECT_EQ(looks("<" + std::string(198, 'b') + ">"), "");
  EXPECT_EQ(looks("<" + std::string(199, 'b') + ">"), "<" + std::string(199, 'b') + ">");
}

// What stands for a sign is one, whatever follows it.
TEST(ReadSummaryText, WhatStandsForASignIsReadAlone) {
  for (const std::string_view one :
       {"…", "\xC2\xA0", "&lt;", "\\t", "\\u2502", "\xE2\x80\x8B", "\xEF\xBB\xBF", "¯"})
    EXPECT_EQ(looks(std::string(one) + "<b>x</b>"), looks(one) + "x") << one;
  EXPECT_EQ(looks("lstm…"), "lstm~");
  EXPECT_EQ(looks("&amp;lt;"), "&lt;");
  EXPECT_EQ(looks("&lt;b&gt;"), "<b>");
  EXPECT_EQ(looks("&nbsp;&quot;&#39;&apos;"), " \"''");
  for (const std::string_view kept :
       {"&", "&#", "&nbsp", "&#12", "&#x110000;", "\\", "\\u", "\\u25", "\\u25GG"})
    EXPECT_EQ(looks(kept), kept);
}

TEST(ReadSummaryText, ColoursAndEscapesAreTakenOff) {
  for (const std::string_view one :
       {"\x1B[38;5;33m", "\\x1b[0m", "\\x1B[0m", "\\033[1m", "\\e[1m", "&#27;[0m", "[38;5;33m"})
    EXPECT_EQ(looks("a" + std::string(one) + "b"), "ab") << one;
  EXPECT_EQ(looks("[32, 60]"), "[32, 60]");
}

TEST(ReadSummaryText, LinesEndWhereTheyAreWrittenToEnd) {
  EXPECT_EQ(looks("a\\nb\r\nc\\r\n\\\"d\\'"), "a\nb\nc\nd");
  EXPECT_EQ(looks("a\tb"), "a    b");
  const std::vector<PlainLine> lines = plain_lines("x\\n<b>y</b>\n");
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[1].place(0, 1).start, 6U);
  EXPECT_EQ(lines[1].place(0, 1).end, 7U);
  EXPECT_EQ(lines[1].marks.size(), 2U);
  EXPECT_EQ(lines[1].span.start, 3U);
  EXPECT_EQ(lines[1].span.end, 11U);
}

}  // namespace
}  // namespace rnn
