#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/core/readings.h"

namespace rnn {
namespace {

constexpr const char* lstm = "framework=keras&input=64&layers=LSTM(32)";
constexpr const char* gru = "framework=pytorch&input=5&timesteps=20&layers=GRU(4,num_layers=2)";

/// The reading of a document whose pieces are all told apart: its query alone is a layer's.
TextReading read_document(const std::string& text) {
  const TextReading reading = telling_reading(text);
  EXPECT_EQ(reading.form, Form::query) << text;
  EXPECT_EQ(std::count_if(reading.pieces.begin(), reading.pieces.end(),
                          [](const TextPiece& piece) { return piece.kind == TextPiece::Kind::layer; }),
            1)
      << text;
  return reading;
}

TEST(ReadOwnDocument, FindsTheQueryOfEachFormat) {
  const std::string query = lstm;
  for (const std::string& text : {
           "LSTM, 64 → 32, as Keras counts\n12,416 parameters\n\n    = 3,104 × 4 = 12,416\n\n" + query + "\n",
           "### LSTM, 64 → 32\r\n\r\n**12,416** parameters\r\n\r\n[query]: " + query + "\r\n\r\n",
           "<section>\n<h3>LSTM</h3>\n</section>\n<!-- " + query + " -->",
           "\\section*{LSTM}\n\\begin{align*}\n\\end{align*}\n% " + query + "\n",
           "{\"query\":\"" + query + "\",\"framework\":\"keras\",\"total\":\"12416\",\"layers\":[]}\n",
       }) {
    const TextReading reading = read_document(text);
    EXPECT_EQ(reading.query, query) << text;
    EXPECT_EQ(reading.framework, "keras");
    EXPECT_TRUE(reading.choices.empty());
  }
}

TEST(ReadOwnDocument, TellsOfSeveralDocuments) {
  const std::string text = "LSTM\n\n<!-- " + std::string(lstm) + " -->\n\nGRU\n\n<!-- " + gru +
                           " -->\n\nLSTM\n\n<!-- " + lstm + " -->\n";
  const TextReading reading = sound_reading(text);
  EXPECT_EQ(reading.query, lstm);
  ASSERT_EQ(reading.choices.size(), 1U);
  EXPECT_EQ(reading.choices.front().query, gru);
  EXPECT_EQ(reading.choices.front().code, "another_model");
}

TEST(ReadOwnDocument, ReadsDataWithTheQueryOnEachLine) {
  const std::string head = "query,layer,name,input,units\n";
  const TextReading one = sound_reading(head + lstm + ",1,LSTM,64,32\n");
  EXPECT_EQ(one.query, lstm);
  const std::string quoted = "\"" + std::string(gru) + "\"";
  const TextReading two =
      sound_reading(head + quoted + ",1,GRU,5,4\n" + quoted + ",2,GRU,4,4\n" + lstm + ",1,LSTM,64,32\n");
  EXPECT_EQ(two.query, gru);
  ASSERT_EQ(two.choices.size(), 1U);
  EXPECT_EQ(two.choices.front().query, lstm);
}

TEST(ReadOwnDocument, LeavesWhatOnlySpeaksOfAQuery) {
  const std::string code = "model = Sequential()\nmodel.add(LSTM(8, input_shape=(None, 4)))\n";
  for (const std::string& text : {
           code + "# framework=keras&input=64&layers=LSTM(32)\n",
           code + "# https://example.org/?framework=keras&input=64&layers=LSTM(32)\n",
           "# framework=keras&input=64&layers=LSTM(32)\n" + code,
           code + "# framework=keras&input=64&layers=LSTN(32)\n",
       }) {
    const TextReading reading = sound_reading(text);
    EXPECT_EQ(reading.form, Form::python) << text;
    EXPECT_EQ(total_of(reading.query), "416") << text;  // 4 × 8 × (8 + 4 + 1)
  }
  EXPECT_EQ(sound_reading("so many\n\nframework=keras&input=64&layers=LSTN(32)\n").form, Form::none);
}

}  // namespace
}  // namespace rnn
