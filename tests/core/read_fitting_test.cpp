// Layers that fit a row of a printed table: all of them, and no other. Numbers are worked out by hand from
//   LSTM 4(h² + h·d + h), GRU 3(h² + h·d + 2h) or without the second bias + h, SimpleRNN h² + h·d + h.
#include "core/read/fitting.h"

#include <gtest/gtest.h>

namespace rnn {
namespace {

std::vector<std::string> fits(std::string_view framework, const std::vector<std::string_view>& names,
                              FitRow row) {
  std::vector<const LayerWord*> words;
  for (const std::string_view name : names) words.push_back(find_layer(name));
  row.words = words;
  StoredLayers known;
  Fitting fitting(*find_framework(framework), known);
  std::vector<std::string> out;
  for (const LayerFit& one : fitting.fits(row)) out.push_back(one.text + " " + digits(one.input));
  return out;
}

const std::vector<std::string_view> cells = {"LSTM", "GRU", "SimpleRNN"};

using List = std::vector<std::string>;

TEST(Fitting, NineLayersInBothDirectionsStore38400AndHandOn128) {
  // 19,200 a direction; with 64 units 4096 of a matrix read what came out, with 128 units 16,384.
  EXPECT_EQ(
      fits("keras", cells, {.ways = FitRow::Ways::both, .output = 128, .count = 38400}),
      (List{"Bidirectional(LSTM(units=64)) 10", "Bidirectional(GRU(units=64)) 34",
            "Bidirectional(RNN(units=64)) 235", "Bidirectional(LSTM(units=64,bias=false)) 11",
            "Bidirectional(GRU(units=64,bias=false)) 36", "Bidirectional(GRU(units=64,reset_after=false)) 35",
            "Bidirectional(RNN(units=128),merge_mode=sum) 21", "Bidirectional(RNN(units=64,bias=false)) 236",
            "Bidirectional(RNN(units=128,bias=false),merge_mode=sum) 22"}));
}

TEST(Fitting, TheWidthThatComesInLeavesOne) {
  EXPECT_EQ(fits("keras", cells, {.ways = FitRow::Ways::both, .input = 34, .output = 128, .count = 38400}),
            List{"Bidirectional(GRU(units=64)) 34"});
  EXPECT_EQ(fits("keras", cells, {.ways = FitRow::Ways::both, .input = 33, .output = 128, .count = 38400}),
            List{});
}

TEST(Fitting, AVocabularyIsTheCountOverTheWidth) {
  EXPECT_EQ(fits("keras", {"Embedding"}, {.output = 40, .count = 48000}),
            List{"Embedding(vocabulary=1200,units=40) "});
  EXPECT_EQ(fits("keras", {"Embedding"}, {.output = 40, .count = 48001}), List{});
}

TEST(Fitting, AWindowIsSolvedWithItsGroups) {
  // 32(k·8/g + 1) = 416.
  EXPECT_EQ(fits("keras", {"Conv1D"}, {.input = 8, .output = 32, .count = 416}),
            (List{"Conv1D(units=32,kernel_size=3,groups=2) 8", "Conv1D(units=32,kernel_size=6,groups=4) 8",
                  "Conv1D(units=32,kernel_size=12,groups=8) 8",
                  "Conv1D(units=32,kernel_size=13,bias=false,groups=8) 8"}));
  // 16(k·k·3 + 1) = 448: k = 3. 16(k·3 + 1) = 208: 1 × 4.
  EXPECT_EQ(fits("keras", {"Conv2D"}, {.input = 3, .output = 16, .count = 448}).front(),
            "Conv2D(units=16,kernel_size=3) 3");
  EXPECT_EQ(fits("keras", {"Conv2D"}, {.input = 3, .output = 16, .count = 160}).front(),
            "Conv2D(units=16,kernel_size=(1,3)) 3");
}

TEST(Fitting, HeadsAndTheirWidthGoTogether) {
  // 4·16·H + 3H + 16 = 1088 with H = 16 numbers of all heads.
  const List found = fits("keras", {"MultiHeadAttention"}, {.input = 16, .output = 16, .count = 1088});
  EXPECT_EQ(found.front(), "MultiHeadAttention(num_heads=4,key_dim=4) 16");
  // 1, 2, 4, 8 and 16 heads; and without biases, 4·16·H = 1088 with H = 17, 1 and 17.
  EXPECT_EQ(found.size(), 7U);
}

TEST(Fitting, UnitsAreFoundWithoutAShape) {
  EXPECT_EQ(fits("keras", {"LSTM"}, {.input = 64, .count = 12416}).front(), "LSTM(units=32) 64");
  EXPECT_EQ(fits("keras", {"Dense"}, {.input = 64, .count = 130}).front(), "Dense(units=2) 64");
  EXPECT_EQ(fits("keras", {"LSTM"}, {.input = 64, .count = 12417}), List{});
}

TEST(Fitting, StackedLayersAndDirectionsOfPyTorch) {
  // 4(h² + h·d + 2h): 12,000 with 50 units is one layer on 8.
  EXPECT_EQ(
      fits("pytorch", {"LSTM"}, {.ways = FitRow::Ways::either, .stacks = true, .output = 50, .count = 12000})
          .front(),
      "LSTM(units=50) 8");
  // Two layers of 50 on 8: 12,000 + 4(2500 + 2500 + 100).
  EXPECT_EQ(fits("pytorch", {"LSTM"},
                 {.ways = FitRow::Ways::either, .stacks = true, .input = 8, .output = 50, .count = 32400}),
            List{"LSTM(units=50,num_layers=2) 8"});
  // Both directions of 25 on 8: 2·4(625 + 200 + 50).
  EXPECT_EQ(fits("pytorch", {"LSTM"},
                 {.ways = FitRow::Ways::either, .stacks = true, .input = 8, .output = 50, .count = 7000}),
            List{"LSTM(units=25,bidirectional=true) 8"});
  // proj_size 10, 50 units on 8: 4(50·8 + 50·10 + 100) + 500.
  EXPECT_EQ(fits("pytorch", {"LSTM"}, {.input = 8, .output = 10, .count = 4500}),
            List{"LSTM(units=50,proj_size=10) 8"});
}

TEST(Fitting, ANormalisationReadsWhatItHandsOn) {
  EXPECT_EQ(fits("keras", {"BatchNormalization"}, {.output = 10, .count = 40}),
            List{"BatchNormalization() 10"});
  EXPECT_EQ(fits("keras", {"BatchNormalization"}, {.output = 10, .count = 30}),
            List{"BatchNormalization(scale=false) 10"});
}

TEST(Fitting, NothingIsPastWhatCanBeCounted) {
  EXPECT_EQ(fits("keras", {"LSTM"}, {.output = largest_size, .count = largest_total}), List{});
  EXPECT_EQ(fits("keras", {"Embedding"}, {.output = 1, .count = largest_total}), List{});
  EXPECT_EQ(fits("keras", {"Dense"}, {.output = 0, .count = 5}), List{});
}

}  // namespace
}  // namespace rnn
