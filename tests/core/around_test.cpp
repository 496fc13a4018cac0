// Convolutions, attention and the other layers around recurrent ones: how they are written, what is wrong
// with them, what their steps say. Numbers: facts of Keras 3.16 and PyTorch 1.13, run.
#include <gtest/gtest.h>

#include "core/lengths.h"
#include "tests/core/answer.h"
#include "tests/core/repair.h"

namespace rnn {
namespace {

TEST(Around, AreWrittenAsTheFrameworksWriteThem) {
  const struct {
    const char* query;
    const char* total;
    const char* canonical;  ///< behind "framework=…&"
  } rows[] = {
      {"framework=keras&input=6&layers=Conv1D(4, 3, 2, 'same', activation='relu')", "76",
       "input=6&layers=Conv1D(4,3)"},
      {"framework=keras&input=6&layers=Conv2D(4, (3, 5), (2, 2), padding='same', dilation_rate=(1, 1))",
       "364", "input=6&layers=Conv2D(4,(3,5))"},
      {"framework=pytorch&layers=nn.Conv1d(6, 4, 3, 2, 1)", "76", "input=6&layers=Conv1D(4,3)"},
      {"framework=pytorch&layers=nn.Conv1d(6, 4, kernel_size=(3,), stride=(1,))", "76",
       "input=6&layers=Conv1D(4,3)"},
      {"framework=pytorch&input=6&layers=Conv1d(4, kernel_size=3, groups=2)", "40",
       "input=6&layers=Conv1D(4,3,groups=2)"},
      {"framework=pytorch&layers=nn.ConvTranspose1d(6, 4, 3, 1, 0, 0, 2, False)", "36",
       "input=6&layers=Conv1DTranspose(4,3,bias=false,groups=2)"},
      {"framework=keras&input=9&layers=DepthwiseConv1D(5, depth_multiplier=2)", "108",
       "input=9&layers=DepthwiseConv1D(5,depth_multiplier=2)"},
      {"framework=keras&input=3&layers=Bidirectional(ConvLSTM2D(16, 5))", "60928", ""},
      {"framework=keras&input=32&layers=MultiHeadAttention(2, 8, value_dim=4)", "1608",
       "input=32&layers=MultiHeadAttention(2,key_dim=8,value_dim=4)"},
      {"framework=keras&input=32&layers=GroupQueryAttention(8, 4, 2)", "3168", ""},
      {"framework=pytorch&layers=nn.MultiheadAttention(32, 4)", "4224",
       "input=32&layers=MultiHeadAttention(4)"},
      {"framework=pytorch&input=8&layers=MultiheadAttention(embed_dim=8, num_heads=2, add_bias_kv=True)",
       "304", ""},
      {"framework=keras&input=8&layers=Attention(use_scale=True, score_mode='concat')", "2", ""},
      {"framework=keras&input=8&layers=AdditiveAttention()", "8", ""},
      {"framework=pytorch&layers=nn.GroupNorm(2, 16)", "32", "input=16&layers=GroupNormalization(groups=2)"},
      {"framework=keras&input=16&layers=GroupNormalization(groups=4)", "32", ""},
      {"framework=keras&input=9&layers=Normalization(axis=-1)", "19", "input=9&layers=Normalization()"},
      {"framework=pytorch&layers=nn.InstanceNorm1d(16, affine=False, track_running_stats=False)", "0", ""},
      {"framework=keras&input=9&timesteps=24&layers=PReLU()", "216", ""},
      {"framework=keras&input=9&layers=PReLU(shared_axes=[1])", "9", ""},
      {"framework=keras&input=9&layers=LSTM(4), PReLU()", "228", ""},
      {"framework=pytorch&input=9&layers=PReLU()", "1", ""},
      {"framework=keras&input=9&timesteps=24&layers=BatchNormalization(axis=1)", "96",
       "input=9&timesteps=24&layers=BatchNormalization(axis=1)"},
      {"framework=keras&input=9&layers=LSTM(4), BatchNormalization(axis=1)", "240", ""},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.query);
    const Answer answer = explain(row.query);
    EXPECT_EQ(headlines(answer.problems), std::vector<std::string>());
    EXPECT_EQ(answer.total, row.total);
    EXPECT_EQ(explain(answer.query).query, answer.query);
    EXPECT_EQ(explain(answer.query).total, answer.total);
    if (*row.canonical == '\0') continue;
    EXPECT_EQ(answer.query.substr(answer.query.find('&') + 1), row.canonical);
  }
}

TEST(Around, WhatIsWrongIsToldAtItsPlace) {
  const struct {
    const char* query;
    const char* headline;
    const char* what;
  } rows[] = {
      {"framework=pytorch&input=5&layers=Conv1d(4, kernel_size=3, groups=2)", "layers conflict 25-33",
       "groups"},
      {"framework=pytorch&input=6&layers=GroupNorm(4)", "layers conflict 10-11", "groups"},
      {"framework=keras&input=6&layers=GroupNormalization()", "layers conflict 0-20", "groups"},
      {"framework=pytorch&input=10&layers=MultiheadAttention(num_heads=3)", "layers conflict 19-30", "heads"},
      {"framework=keras&input=3&layers=Conv2D(4, 3), PReLU()", "layers conflict 14-21", "axes"},
      {"framework=keras&input=3&layers=LSTM(4), PReLU(shared_axes=[1])", "layers conflict 9-31", "axes"},
      {"framework=keras&input=3&layers=Conv2D(4, 3), BatchNormalization(axis=1)", "layers conflict 14-40",
       "axes"},
      {"framework=keras&input=3&layers=Conv2D(4, 3), BatchNormalization(axis=2)", "layers conflict 14-40",
       "axes"},
      {"framework=keras&input=3&layers=LSTM(4), BatchNormalization(axis=2)", "layers conflict 9-35", "axes"},
      {"framework=mxnet&input=3&layers=Conv1D(4, 3)", "layers unsupported 0-6", "unread"},
      {"framework=keras&input=3&layers=Conv1D(4, (3, 5))", "layers not_a_shape 10-16", ""},
      {"framework=keras&input=3&layers=Conv1D(4)", "layers missing 7-7", ""},
      {"framework=keras&input=9007199254740991&layers=Conv3D(9007199254740991, 9007199254740991)",
       "layers too_large 0-42", ""},
      {"framework=keras&input=3&layers=MultiHeadAttention(2)", "layers missing 19-19", ""},
      {"framework=keras&input=3&layers=PReLU()", "timesteps missing 0-0", ""},
      {"framework=keras&input=3&layers=BatchNormalization(axis=1)", "timesteps missing 0-0", ""},
      {"framework=keras&input=3&layers=PReLU(shared_axes=[2])", "layers not_a_shape 18-21", ""},
      {"framework=pytorch&input=3&layers=ConvLSTM2D(4, 3)", "layers unsupported 0-10", "unread"},
      {"framework=keras&input=4&layers=Conv1DTranspose(4, 3, groups=2)", "layers unsupported 22-30", ""},
      {"framework=keras&input=4&timesteps=2&layers=Conv1D(4, 3), Flatten(), Dense(1)",
       "layers too_short 0-12", ""},
      {"framework=keras&input=4&layers=LSTM(3, strides=2)", "layers unknown_option 8-15", ""},
      {"framework=keras&input=4&layers=LayerNormalization(groups=2)", "layers unknown_option 19-25", ""},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.query);
    const Answer answer = explain(row.query);
    EXPECT_EQ(answer.total, "");
    const std::vector<std::string> all = headlines(answer.problems);
    ASSERT_EQ(all, std::vector<std::string>{row.headline});
    EXPECT_EQ(detail(answer.problems[0], "what"), row.what);
  }
}

/// Each step of the first layer as "kind: formula".
std::vector<std::string> steps_of(std::string_view query) {
  std::vector<std::string> out;
  const Answer answer = explain(query);
  for (const StepAnswer& step : answer.layers.front().steps)
    out.push_back(step.kind + ": " + step.symbols.text + " = " + step.numbers.text);
  return out;
}

TEST(Around, StepsSayWhatIsRead) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(steps_of("framework=keras&input=6&layers=Conv1D(8, 3)"),
            (Lines{"reads: kernel_size × in_channels + 1 = 3 × 6 + 1",
                   "matrix: (kernel_size × in_channels + 1) × filters = (3 × 6 + 1) × 8"}));
  EXPECT_EQ(
      steps_of("framework=pytorch&input=6&layers=Conv2d(8, kernel_size=(3, 5), groups=2, bias=False)"),
      (Lines{
          "reads: kernel_size[0] × kernel_size[1] × in_channels / groups = 3 × 5 × 3",
          "matrix: kernel_size[0] × kernel_size[1] × in_channels / groups × out_channels = 3 × 5 × 3 × 8"}));
  EXPECT_EQ(
      steps_of("framework=keras&input=9&layers=DepthwiseConv1D(5)"),
      (Lines{"reads: kernel_size + 1 = 5 + 1", "matrix: (kernel_size + 1) × in_channels = (5 + 1) × 9"}));
  EXPECT_EQ(steps_of("framework=pytorch&input=8&layers=MultiheadAttention(2)"),
            (Lines{"projections: 3 × (embed_dim + 1) × embed_dim = 3 × (8 + 1) × 8",
                   "output_projection: (embed_dim + 1) × embed_dim = (8 + 1) × 8",
                   "layer_sum: 3 × (embed_dim + 1) × embed_dim + (embed_dim + 1) × embed_dim = "
                   "3 × (8 + 1) × 8 + (8 + 1) × 8"}));
  EXPECT_EQ(steps_of("framework=keras&input=3&timesteps=5&layers=PReLU()"),
            (Lines{"slopes: timesteps × input_dim = 5 × 3"}));
}

// torch.nn.ConvTranspose1d and keras.layers.Conv1DTranspose, run: 10 steps, 3 wide, by 2: 21; same: 20.
TEST(Around, StepsOfTransposedConvolutions) {
  const auto made = [](std::uint64_t steps, std::uint64_t size, std::uint64_t stride, std::uint64_t more,
                       bool fills) {
    Window window;
    window.size = size;
    window.stride = stride;
    return steps_made(steps, window, more, fills);
  };
  EXPECT_EQ(made(10, 3, 2, 0, true), Whole(21));
  EXPECT_EQ(made(10, 3, 2, 0, false), Whole(21));
  EXPECT_EQ(made(10, 1, 3, 0, true), Whole(30));   // a stride is left for each
  EXPECT_EQ(made(10, 1, 3, 0, false), Whole(28));  // the last one has none
  EXPECT_EQ(made(10, 1, 3, 1, true), Whole(29));
  Window window;
  window.size = 2;
  window.pad = 9;
  EXPECT_EQ(steps_made(3, window, 0, false), Whole(0));
  window.stride = 2;
  window.padding = Padding::same;
  EXPECT_EQ(steps_made(10, window, 0, true), Whole(20));
}

}  // namespace
}  // namespace rnn
