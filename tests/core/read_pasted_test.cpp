// The same text as a mail, a page or a word processor gives it: the same model, every sign in one piece.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/core/readings.h"

namespace rnn {
namespace {

// 4 × 32 × (64 + 32 + 1), twice 4 × 16 × (… + 16 + 1) of 32 and 16, and 17.
constexpr std::string_view program = R"(model = Sequential()
model.add(LSTM(32, return_sequences=True, input_shape=(10, 64)))
for i in range(2):
    model.add(Dropout(0.2))
    model.add(LSTM(16, return_sequences=True))

# don't count this
model.add(Dense(1, activation='sigmoid'))
)";
constexpr const char* total = "17681";

constexpr std::string_view printed = R"(Net(
  (rnn): LSTM(10, 20, num_layers=2, batch_first=True)
  (fc): Linear(in_features=20, out_features=3, bias=True)
)
)";

constexpr std::string_view table = R"(Layer (type)                 Output Shape              Param #   
=================================================================
lstm (LSTM)                  (None, 10, 32)            12416     
_________________________________________________________________
dense (Dense)                (None, 10, 1)             33        
=================================================================
Total params: 12,449
)";

std::string with(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

std::string behind(std::string_view mark, std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out.append(mark).append(text.substr(at, end - at)).append("\n");
    at = end + 1;
  }
  return out;
}

/// `around`: what stands around each line's number.
std::string numbered(std::string_view text, std::size_t first, std::string_view sign, std::size_t width) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string number = std::to_string(first++);
    out.append(number.size() < width ? width - number.size() : 0, ' ');
    out.append(number).append(sign).append(text.substr(at, end - at)).append("\n");
    at = end + 1;
  }
  return out;
}

TEST(ReadPasted, MarksOfAQuotation) {
  for (const char* mark : {"> ", ">> ", "> > ", "  > ", "&gt; "}) {
    EXPECT_EQ(total_of(sound_reading(behind(mark, program)).query), total) << mark;
    EXPECT_EQ(total_of(sound_reading(behind(mark, printed)).query), "5983") << mark;
    EXPECT_EQ(total_of(sound_reading(behind(mark, table)).query), "12449") << mark;
  }
  EXPECT_EQ(total_of(sound_reading("On Monday, A. wrote:\n" + behind("> ", program)).query), total);
  // Python's own.
  EXPECT_EQ(
      total_of(
          sound_reading(">>> model = Sequential()\n>>> model.add(LSTM(32, input_shape=(10, 64)))\n").query),
      "12416");
}

TEST(ReadPasted, NumbersOfLines) {
  for (const std::string& text :
       {numbered(program, 1, "  ", 3), numbered(program, 1, ": ", 1), numbered(program, 5, " ", 1),
        numbered(program, 1, "\t", 1), numbered(program, 96, " | ", 1), numbered(program, 8, ". ", 2)})
    EXPECT_EQ(total_of(sound_reading(text).query), total) << text;
  EXPECT_EQ(total_of(sound_reading(numbered(printed, 1, " ", 1)).query), "5983");
}

TEST(ReadPasted, SignsThatStandForOthers) {
  const std::string text(program);
  const std::string full =
      with(with(with(text, ",", "\xEF\xBC\x8C"), "(", "\xEF\xBC\x88"), ")", "\xEF\xBC\x89");
  const std::string quotes =
      with(with(text, "'sigmoid'", "\xE2\x80\x98sigmoid\xE2\x80\x99"), "don't", "don\xE2\x80\x99t");
  for (const std::string& other :
       {with(text, " ", "\xC2\xA0"), with(text, "    ", "\xC2\xA0\xC2\xA0\xC2\xA0 "), full, quotes,
        with(text, "'", "&#39;"), with(with(text, "'sigmoid'", "&quot;sigmoid&quot;"), " ", "&nbsp;")})
    EXPECT_EQ(total_of(sound_reading(other).query), total) << other;
  EXPECT_EQ(total_of(sound_reading(with(std::string(printed), " ", "\xC2\xA0")).query), "5983");
  EXPECT_EQ(total_of(sound_reading(with(std::string(table), " ", "\xC2\xA0")).query), "12449");
}

TEST(ReadPasted, BlanksOfAPageInTables) {
  for (const char* blank : {"&nbsp;", "&#160;", "&#xA0;", "&#32;", "&ensp;", "&emsp;", "&amp;nbsp;",
                            "\xE2\x80\x83", "\xE2\x80\x89", "\xE3\x80\x80"}) {
    EXPECT_EQ(total_of(sound_reading(with(std::string(table), " ", blank)).query), "12449") << blank;
    EXPECT_EQ(total_of(sound_reading(with(std::string(printed), " ", blank)).query), "5983") << blank;
    EXPECT_EQ(total_of(sound_reading(with(std::string(program), " ", blank)).query), total) << blank;
  }
}

TEST(ReadPasted, LinesOfAPage) {
  for (const char* end : {"<br>", "<br/>", "<BR />", "<br>\n", "\n<br/>"}) {
    EXPECT_EQ(total_of(sound_reading(with(std::string(table), "\n", end)).query), "12449") << end;
    EXPECT_EQ(total_of(sound_reading(with(std::string(printed), "\n", end)).query), "5983") << end;
  }
}

TEST(ReadPasted, SignsByTheirNumbers) {
  const std::string boxes = "\xE2\x94\x9C\xE2\x94\x80LSTM: 1-1";
  const std::string text =
      "Layer (type:depth-idx)                   Output Shape              Param #\n"
      "==========================================================================\n"
      "Net                                      [32, 1]                   --\n" +
      boxes +
      "                              [32, 60, 50]              12,000\n"
      "\xE2\x94\x9C\xE2\x94\x80Linear: 1-2                            [32, 1]                   51\n"
      "==========================================================================\n"
      "Total params: 12,051\n";
  EXPECT_EQ(total_of(sound_reading(text).query), "12051");
  const std::string decimal = with(with(text, "\xE2\x94\x9C", "&#9500;"), "\xE2\x94\x80", "&#9472;");
  EXPECT_EQ(total_of(read_text(decimal).query), "12051");
  EXPECT_EQ(total_of(read_text(with(decimal, "&#9500;", "&#x251C;")).query), "12051");
  // What nobody sees.
  EXPECT_EQ(total_of(sound_reading(with(text, "LSTM", "\xE2\x80\x8BLSTM")).query), "12051");
  EXPECT_EQ(total_of(sound_reading(with(std::string(printed), "num_layers", "num_\xE2\x80\x8Blayers")).query),
            "5983");
  // These are no signs.
  for (const char* other : {"&#;", "&#x;", "&#xD800;", "&#1114112;", "&#10", "&#99999999;", "&"})
    sound_reading(text + other);
}

TEST(ReadPasted, PlacesAreThoseOfTheText) {
  const std::string text =
      "> model = Sequential([LSTM\xEF\xBC\x88"
      "32\xEF\xBC\x8C input_shape=(10, 64))])\n";
  const TextReading reading = sound_reading(text);
  EXPECT_EQ(total_of(reading.query), "12416");
  const bool there = std::any_of(reading.pieces.begin(), reading.pieces.end(), [&](const TextPiece& piece) {
    return piece.kind == TextPiece::Kind::size && text.substr(piece.span.start, 2) == "32";
  });
  EXPECT_TRUE(there);
}

TEST(ReadPasted, SignsSideBySideAreOnePiece) {
  const std::string line = "model = Sequential([LSTM(32, input_shape=(10, 64))])";
  const TextReading reading = read_text(line + "&nbsp;&#8203;&nbsp;\nx = 3\n");
  EXPECT_EQ(total_of(reading.query), "12416");
  const auto piece = std::find_if(reading.pieces.begin(), reading.pieces.end(),
                                  [&](const TextPiece& one) { return one.span.start == line.size(); });
  ASSERT_NE(piece, reading.pieces.end());
  EXPECT_EQ(piece->span.end, line.size() + 19);
}

}  // namespace
}  // namespace rnn
