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
      // 4 × 7 + 7 of what 4 values make, 3 × (32 × 8 + 8) of queries, keys and values, with 8 = 2 × 4.
      {"framework=keras&input=32&layers=MultiHeadAttention(2, 4, output_shape=7), Dense(1)", "863",
       "input=32&layers=MultiHeadAttention(2,key_dim=4,output_shape=7),Dense(1)"},
      {"framework=keras&input=32&layers=MultiHeadAttention(2, 4, value_dim=None, output_shape=(7,))", "855",
       "input=32&layers=MultiHeadAttention(2,key_dim=4,output_shape=7)"},
      // 8 × (8 + 5 + 3 + 8) + 4 × 8.
      {"framework=pytorch&layers=nn.MultiheadAttention(8, 2, kdim=5, vdim=3)", "224",
       "input=8&layers=MultiHeadAttention(2,kdim=5,vdim=3)"},
      {"framework=pytorch&layers=nn.MultiheadAttention(8, 2, 0.1, False, True, False, 5)", "248",
       "input=8&layers=MultiHeadAttention(2,bias=false,kdim=5,add_bias_kv=true)"},
      {"framework=pytorch&input=8&layers=MultiheadAttention(num_heads=2, kdim=8, vdim=8)", "288",
       "input=8&layers=MultiHeadAttention(2)"},
      {"framework=keras&input=9&layers=BatchNormalization(renorm=True, center=False)", "54",
       "input=9&layers=BatchNormalization(center=false,renorm=true)"},
      {"framework=keras&input=9&layers=BatchNormalization(renorm=False)", "36",
       "input=9&layers=BatchNormalization()"},
      {"framework=keras&input=32&layers=GroupQueryAttention(8, 4, 2)", "3168", ""},
      {"framework=pytorch&layers=nn.MultiheadAttention(32, 4)", "4224",
       "input=32&layers=MultiHeadAttention(4)"},
      {"framework=pytorch&input=8&layers=MultiheadAttention(embed_dim=8, num_heads=2, add_bias_kv=True)",
       "304", ""},
      {"framework=keras&input=8&layers=Attention(use_scale=True, score_mode='concat')", "2", ""},
      {"framework=keras&input=8&layers=AdditiveAttention()", "8", ""},
      // 3 × (5 × 4 + 1), and the 3 read by 2.
      {"framework=pytorch&layers=nn.Bilinear(5, 4, 3), nn.Linear(3, 2)", "71",
       "input=5&layers=Bilinear(4,3),Dense(2)"},
      {"framework=pytorch&input=5&layers=Bilinear(in2_features=4, out_features=3, bias=False)", "60",
       "input=5&layers=Bilinear(4,3,bias=false)"},
      {"framework=pytorch&layers=LSTM(7, 5), Bilinear(5, 4, 3)", "343",
       "input=7&layers=LSTM(5),Bilinear(4,3)"},
      {"framework=pytorch&layers=nn.GroupNorm(2, 16)", "32", "input=16&layers=GroupNormalization(groups=2)"},
      {"framework=keras&input=16&layers=GroupNormalization(groups=4)", "32", ""},
      {"framework=keras&input=9&layers=Normalization(axis=-1)", "19", "input=9&layers=Normalization()"},
      {"framework=keras&input=3&timesteps=10&layers=Normalization(axis=1)", "21",
       "input=3&timesteps=10&layers=Normalization(axis=1)"},
      {"framework=keras&input=3&timesteps=10&layers=Normalization(axis=(1, 2))", "61",
       "input=3&timesteps=10&layers=Normalization(axis=(1,2))"},
      {"framework=pytorch&input=2&timesteps=10&layers=LayerNorm([10, 2]), Linear(10)", "70",
       "input=2&timesteps=10&layers=LayerNormalization(input_dim=(10,2)),Dense(10)"},
      {"framework=pytorch&input=2&timesteps=10&layers=LayerNorm((10, 2), bias=false), Linear(10)", "50",
       "input=2&timesteps=10&layers=LayerNormalization(input_dim=(10,2),center=false),Dense(10)"},
      {"framework=pytorch&input=3&timesteps=10&layers=BatchNorm1d(track_running_stats=False), Linear(2)",
       "14", "input=3&timesteps=10&layers=BatchNormalization(),Dense(2)"},
      {"framework=keras&input=3&timesteps=9&layers=GlobalMaxPooling1D(keepdims=true), UpSampling1D(2), "
       "Flatten(), Dense(5)",
       "35",
       "input=3&timesteps=9&layers=GlobalMaxPooling1D(keepdims=true),UpSampling1D(),Flatten(),Dense(5)"},
      {"framework=keras&timesteps=63&layers=Embedding(50, 4), GRU(4), MultiHeadAttention(2, 3), Flatten(), "
       "Dense(2)",
       "944",
       "timesteps=63&layers=Embedding(50,4),GRU(4),MultiHeadAttention(2,key_dim=3),Flatten(),Dense(2)"},
      {"framework=pytorch&layers=nn.InstanceNorm1d(16, affine=False, track_running_stats=False)", "0", ""},
      {"framework=keras&input=9&timesteps=24&layers=PReLU()", "216", ""},
      {"framework=keras&input=9&layers=PReLU(shared_axes=[1])", "9", ""},
      {"framework=keras&input=9&layers=LSTM(4), PReLU()", "228", ""},
      {"framework=pytorch&input=9&layers=PReLU()", "1", ""},
      {"framework=keras&input=9&timesteps=24&layers=BatchNormalization(axis=1)", "96",
       "input=9&timesteps=24&layers=BatchNormalization(axis=1)"},
      {"framework=keras&input=9&layers=LSTM(4), BatchNormalization(axis=1)", "240", ""},
      {"framework=keras&input=9&timesteps=24&layers=LayerNormalization(axis=[1, 2])", "432",
       "input=9&timesteps=24&layers=LayerNormalization(axis=(1,2))"},
      {"framework=keras&input=9&timesteps=24&layers=LayerNormalization((1, 2,), center=False)", "216",
       "input=9&timesteps=24&layers=LayerNormalization(center=false,axis=(1,2))"},
      {"framework=keras2&input=9&timesteps=24&layers=LayerNormalization(axis=[-2, -1], scale=False)", "216",
       "input=9&timesteps=24&layers=LayerNormalization(scale=false,axis=(1,2))"},
      {"framework=tfjs&input=9&timesteps=24&layers=LayerNormalization(axis=[1, -1])", "432",
       "input=9&timesteps=24&layers=LayerNormalization(axis=(1,2))"},
      {"framework=keras&input=9&layers=LayerNormalization(axis=[-1])", "18",
       "input=9&layers=LayerNormalization()"},
      {"framework=keras&layers=LSTM(4, return_sequences=True, input_shape=(24, 9)), "
       "LayerNormalization(axis=(-2, 2)), Flatten(), Dense(1)",
       "513",
       "input=9&timesteps=24&layers=LSTM(4,return_sequences=true),LayerNormalization(axis=(1,2)),Flatten(),"
       "Dense(1)"},
      // keras/layers/locally_connected/locally_connected1d.py at v2.15.0, its own example: 8 places, at each
      // of them 64 filters of 3 × 32 + 1, and 6 places, at each of them 32 of 3 × 64 + 1.
      {"framework=keras2&layers=LocallyConnected1D(64, 3, input_shape=(10, 32)), LocallyConnected1D(32, 3)",
       "86720", "input=32&timesteps=10&layers=LocallyConnected1D(64,3),LocallyConnected1D(32,3)"},
      // (28 - 7) / 2 + 1 = 11 places, two filters of 7 × 1; 22 numbers in one row.
      {"framework=keras1&input=1&timesteps=28&layers=LocallyConnected1D(2, 7, 2, 'valid', use_bias=False, "
       "implementation=1), Flatten(), Dense(1)",
       "177", "input=1&timesteps=28&layers=LocallyConnected1D(2,7,bias=false,strides=2),Flatten(),Dense(1)"},
      // 9 steps become 7: 7 × 4 × (3 × 5 + 1), then 4 × 2 × (4 + 2 + 1).
      {"framework=tf.keras&input=3&layers=LSTM(5, return_sequences=True, input_shape=(9, 3)), "
       "LocallyConnected1D(4, 3), LSTM(2)",
       "684", "input=3&timesteps=9&layers=LSTM(5,return_sequences=true),LocallyConnected1D(4,3),LSTM(2)"},
      {"framework=keras&input=6&layers=GroupNormalization(groups=-1)", "12", ""},
      // keras/src/layers/preprocessing/normalization.py, build.
      {"framework=keras&input=9&timesteps=24&layers=Normalization(axis=None)", "3",
       "input=9&timesteps=24&layers=Normalization(axis=None)"},
      {"framework=keras&input=9&layers=Normalization(None), LSTM(4)", "227",
       "input=9&layers=Normalization(axis=None),LSTM(4)"},
      {"framework=keras&input=9&layers=Normalization(mean=[0.5, 1.5], variance=2.), LSTM(4)", "224",
       "input=9&layers=Normalization(mean=0,variance=1),LSTM(4)"},
      {"framework=keras&input=9&layers=Normalization(axis=-1, mean=None, variance=None)", "19",
       "input=9&layers=Normalization()"},
      // keras/layers/normalization/batch_normalization.py at v2.15.0, build.
      {"framework=keras2&input=9&timesteps=24&layers=BatchNormalization(axis=[1, 2])", "864",
       "input=9&timesteps=24&layers=BatchNormalization(axis=(1,2))"},
      // The features are the last axis of an image, of a volume, and of images one after the other; each of
      // these totals is Keras 3.16.0's own.
      {"framework=keras&input=3&layers=Conv2D(8, 3), BatchNormalization(axis=3)", "256",
       "input=3&layers=Conv2D(8,3),BatchNormalization(axis=3)"},
      {"framework=keras2&input=3&layers=Conv2D(8, 3), BatchNormalization(axis=[3])", "256", ""},
      {"framework=keras&input=3&layers=Conv3D(4, 2), BatchNormalization(axis=4)", "116", ""},
      {"framework=keras&input=3&layers=ConvLSTM2D(2, 3, return_sequences=True), LayerNormalization(axis=4)",
       "372", ""},
      {"framework=keras&input=3&layers=TimeDistributed(Conv2D(8, 3)), "
       "TimeDistributed(BatchNormalization(axis=3)), TimeDistributed(GlobalMaxPooling2D()), LSTM(5)",
       "536", ""},
      {"framework=keras&input=3&layers=Conv2D(8, 3), LayerNormalization(axis=3), "
       "GroupNormalization(groups=2, axis=3), RMSNormalization(axis=3), Normalization(axis=3)",
       "281", ""},
      {"framework=keras&layers=BatchNormalization(axis=3, input_shape=(32, 32, 3)), Conv2D(4, 1)", "28", ""},
      {"framework=keras&input=3&layers=BatchNormalization(axis=3), Conv2D(4, 1)", "28",
       "input=3&layers=BatchNormalization(axis=3),Conv2D(4,1)"},
      {"framework=keras&input=9&timesteps=24&layers=RMSNormalization(axis=1)", "24", ""},
      {"framework=keras&input=9&timesteps=24&layers=RMSNormalization(axis=(1, 2))", "216",
       "input=9&timesteps=24&layers=RMSNormalization(axis=(1,2))"},
      {"framework=keras&input=9&timesteps=24&layers=GroupNormalization(groups=4, axis=1)", "48", ""},
      // torch/nn/modules/normalization.py, RMSNorm: normalized_shape may be several sides, too.
      {"framework=pytorch&input=9&timesteps=24&layers=RMSNorm((24, 9))", "216",
       "input=9&timesteps=24&layers=RMSNormalization(input_dim=(24,9))"},
      // One class for windows of one axis and of several: 3 × 3 × 3 + 1 of 16 filters.
      {"framework=flax&input=3&layers=nn.Conv(features=16, kernel_size=(3, 3))", "448",
       "input=3&layers=Conv2D(16,(3,3))"},
      {"framework=nnx&layers=Conv(3, 16, (3, 3))", "448", "input=3&layers=Conv2D(16,(3,3))"},
      {"framework=flax&input=3&layers=ConvTranspose(16, (2, 3, 4))", "1168", ""},
      {"framework=flax&input=3&layers=Conv(16, 3)", "160", "input=3&layers=Conv1D(16,3)"},
      // At every time step: a window in the steps that stand there; 80 + 280 each.
      {"framework=keras&input=3&layers=TimeDistributed(Conv1D(8, 3)), TimeDistributed(MaxPooling1D(2)), "
       "TimeDistributed(GlobalMaxPooling1D()), LSTM(5)",
       "360", ""},
      {"framework=keras&input=3&layers=TimeDistributed(Conv1D(8, 3)), TimeDistributed(ZeroPadding1D(1)), "
       "TimeDistributed(GlobalMaxPooling1D()), LSTM(5)",
       "360", ""},
      {"framework=keras&input=3&layers=TimeDistributed(Conv1D(8, 3)), TimeDistributed(Cropping1D(1)), "
       "TimeDistributed(GlobalMaxPooling1D()), LSTM(5)",
       "360", ""},
      {"framework=keras&input=3&layers=TimeDistributed(Conv1D(8, 3)), TimeDistributed(UpSampling1D(2)), "
       "TimeDistributed(GlobalMaxPooling1D()), LSTM(5)",
       "360", ""},
      // keras/src/layers/activations/prelu.py, build: of an image its places, or its channels as well.
      {"framework=keras&input=3&layers=Conv2D(8, 3), PReLU(shared_axes=[1, 2]), MaxPooling2D(2), "
       "PReLU(shared_axes=(1, 2, 3))",
       "233",
       "input=3&layers=Conv2D(8,3),PReLU(shared_axes=(1,2)),MaxPooling2D(),PReLU(shared_axes=(1,2,3))"},
      {"framework=keras&input=3&layers=Conv3D(8, 1), PReLU(shared_axes=[1, 2, 3])", "40", ""},
      {"framework=keras&layers=PReLU(shared_axes=[1, 2], input_shape=(32, 32, 3)), Conv2D(4, 1)", "19", ""},
      {"framework=keras&input=3&timesteps=5&layers=PReLU(shared_axes=[1, 2]), Dense(2)", "9", ""},
      {"framework=keras&input=3&layers=TimeDistributed(Conv2D(8, 3)), "
       "TimeDistributed(PReLU(shared_axes=[1, 2])), TimeDistributed(GlobalAveragePooling2D()), LSTM(4)",
       "440",
       "input=3&layers=TimeDistributed(Conv2D(8,3)),TimeDistributed(PReLU(shared_axes=(1,2))),"
       "TimeDistributed(GlobalAveragePooling2D()),LSTM(4)"},
      // The steps stay: 10 vectors of 8 numbers in one row.
      {"framework=keras&input=3&timesteps=10&layers=TimeDistributed(Conv2D(8, 3)), "
       "TimeDistributed(MaxPooling2D(2)), TimeDistributed(GlobalMaxPooling2D()), Flatten(), Dense(2)",
       "386", ""},
      {"framework=keras&input=3&layers=TimeDistributed(Conv2D(8, 3)), TimeDistributed(Flatten()), "
       "LSTM(4, input_dim=72)",
       "1456", ""},
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

// GroupNorm(num_groups, …), norm.GroupNorm(groups) and the like; Keras and Flax alone have 32 by default.
TEST(Around, GroupsAreAskedForWhereTheSignatureHasNoDefault) {
  for (const std::string framework : {"pytorch", "onnx", "haiku", "equinox", "mlx", "paddle", "burn",
                                      "tinygrad", "flux", "candle", "chainer"}) {
    const std::string query = "framework=" + framework + "&input=8&layers=GroupNormalization(";
    EXPECT_EQ(headlines(explain(query + ")").problems), std::vector<std::string>{"layers missing 19-19"})
        << framework;
    EXPECT_EQ(headlines(explain(query + "groups=2)").problems), std::vector<std::string>{}) << framework;
  }
}

// candle_nn::prelu: one slope, where no number of channels is given.
TEST(Around, ASlopeOfCandleIsOneWhereNothingIsSaid) {
  EXPECT_EQ(explain("framework=candle&input=8&layers=PReLU()").total, "1");
  EXPECT_EQ(explain("framework=candle&input=8&layers=PReLU(8)").total, "8");
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
      {"framework=keras&input=3&layers=Conv2D(4, 3), BatchNormalization(axis=1)", "layers conflict 14-40",
       "axes"},
      {"framework=keras&input=3&layers=Conv2D(4, 3), BatchNormalization(axis=2)", "layers conflict 14-40",
       "axes"},
      {"framework=keras&input=3&layers=LSTM(4), BatchNormalization(axis=2)", "layers conflict 9-35", "axes"},
      {"framework=cntk&input=3&layers=Conv1D(4, 3)", "layers unsupported 0-6", "unread"},
      {"framework=keras&input=3&layers=Conv1D(4, (3, 5))", "layers not_a_shape 10-16", ""},
      {"framework=keras&input=3&layers=Conv1D(4)", "layers missing 7-7", ""},
      {"framework=keras&input=9007199254740991&layers=Conv3D(9007199254740991, 9007199254740991)",
       "layers too_large 0-42", ""},
      {"framework=keras&input=3&layers=MultiHeadAttention(2)", "layers missing 19-19", ""},
      {"framework=keras&input=3&layers=PReLU()", "timesteps missing 0-0", ""},
      {"framework=keras&input=3&layers=BatchNormalization(axis=1)", "timesteps missing 0-0", ""},
      {"framework=keras&input=3&layers=LayerNormalization(axis=[1, 2])", "timesteps missing 0-0", ""},
      {"framework=keras&input=3&layers=LSTM(4), LayerNormalization(axis=[1, 2])", "layers conflict 9-40",
       "axes"},
      {"framework=keras&input=3&layers=Conv2D(4, 3), LayerNormalization(axis=[1, 2])",
       "layers conflict 14-45", "axes"},
      {"framework=keras&input=3&timesteps=5&layers=TimeDistributed(LayerNormalization(axis=[1, 2]))",
       "layers conflict 0-48", "axes"},
      {"framework=keras&input=3&timesteps=5&layers=LayerNormalization(axis=[2, 3])",
       "layers not_a_choice 24-30", ""},
      {"framework=keras&input=3&timesteps=5&layers=BatchNormalization(axis=[1, 2])",
       "layers not_a_choice 24-30", ""},
      {"framework=keras1&input=3&timesteps=5&layers=BatchNormalization(axis=[1, 2])",
       "layers not_a_choice 24-30", ""},
      {"framework=keras&input=3&timesteps=5&layers=LayerNormalization(axis=None)",
       "layers not_a_choice 24-28", ""},
      // keras/src/layers/preprocessing/normalization.py, __init__: both or none of them.
      {"framework=keras&input=3&layers=Normalization(mean=2)", "layers conflict 0-21", "mean"},
      {"framework=keras&input=3&layers=Normalization(variance=2)", "layers conflict 0-25", "mean"},
      // Keras 2 has no such gate (keras/layers/attention/multi_head_attention.py at v2.15.0).
      {"framework=keras2&input=3&layers=MultiHeadAttention(2, 3, use_gate=True)", "layers unsupported 25-38",
       ""},
      {"framework=keras&input=3&layers=Conv2D(4, 3), PReLU(shared_axes=[1])", "layers conflict 14-36",
       "axes"},
      {"framework=keras&input=3&layers=PReLU(shared_axes=[1, 2, 3])", "layers conflict 0-28", "axes"},
      {"framework=keras&input=3&layers=PReLU(shared_axes=[2, 1])", "layers not_a_shape 18-24", ""},
      // An image at each step is no row of so many channels.
      {"framework=keras&input=3&layers=TimeDistributed(Conv2D(8, 3)), TimeDistributed(Flatten()), LSTM(4)",
       "layers missing 64-64", ""},
      {"framework=keras&input=3&layers=TimeDistributed(Conv1D(8, 3)), TimeDistributed(MaxPooling1D(2)), "
       "TimeDistributed(Flatten()), LSTM(4)",
       "layers missing 98-98", ""},
      {"framework=pytorch&input=3&timesteps=5&layers=LayerNorm(axis=[1, 2])", "layers unsupported 10-21", ""},
      {"framework=keras&input=3&layers=PReLU(shared_axes=[2])", "layers not_a_shape 18-21", ""},
      {"framework=pytorch&input=3&layers=ConvLSTM2D(4, 3)", "layers unsupported 0-10", "unread"},
      {"framework=keras&input=4&layers=Conv1DTranspose(4, 3, groups=2)", "layers unsupported 22-30", ""},
      {"framework=keras&input=4&timesteps=2&layers=Conv1D(4, 3), Flatten(), Dense(1)",
       "layers too_short 0-12", ""},
      // A place for each step that is left: how many come in has to be known, and that they are steps.
      {"framework=keras2&input=3&layers=LocallyConnected1D(4, 3)", "timesteps missing 0-0", ""},
      {"framework=keras2&input=3&timesteps=2&layers=LocallyConnected1D(4, 3)", "layers too_short 0-24", ""},
      {"framework=keras2&input=3&layers=Conv2D(4, 3), LocallyConnected1D(4, 3)", "layers conflict 14-38",
       "axes"},
      {"framework=keras2&layers=LocallyConnected1D(4, 3, input_shape=(3,))", "layers conflict 0-42", "axes"},
      {"framework=keras2&input=3&timesteps=5&layers=TimeDistributed(LocallyConnected1D(4, 3))",
       "layers conflict 0-41", "axes"},
      {"framework=keras2&input=3&timesteps=5&layers=LocallyConnected1D(4, 3, padding='same')",
       "layers not_a_choice 33-39", ""},
      {"framework=keras2&input=3&timesteps=5&layers=LocallyConnected1D(4, 3, implementation=2)",
       "layers conflict 25-41", "implementation"},
      {"framework=keras&input=3&timesteps=5&layers=LocallyConnected1D(4, 3)", "layers unsupported 0-18",
       "unread"},
      {"framework=keras2&input=3&timesteps=9007199254740991&layers=LocallyConnected1D(9007199254740991, 3)",
       "layers too_large 0-39", ""},
      // keras/src/layers/attention/grouped_query_attention.py, __init__.
      {"framework=keras&input=6&layers=GroupQueryAttention(4, 6, 4)", "layers conflict 26-27", "kv_heads"},
      // Lengths past the largest number.
      {"framework=keras&input=9007199254740991&layers=DepthwiseConv1D(3, depth_multiplier=9007199254740991)",
       "layers too_large 0-53", ""},
      {"framework=keras&input=9007199254740991&timesteps=9007199254740991&layers=Flatten(), Dense(1)",
       "layers too_large 11-19", ""},
      {"framework=keras&input=4&layers=LSTM(3, strides=2)", "layers unknown_option 8-15", ""},
      {"framework=keras&input=4&layers=LayerNormalization(groups=2)", "layers unknown_option 19-25", ""},
      {"framework=keras&input=3&layers=TimeDistributed(Dense(3), colour=2)", "layers unknown_option 26-32",
       ""},
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

// At every step of a sequence the layer reads a vector (keras/src/layers/rnn/time_distributed.py, build): the
// only axis of that is its features.
TEST(Around, AWrapperAtEveryStepHidesTheTimeSteps) {
  const struct {
    const char* layers;
    const char* total;
    const char* canonical;
  } rows[] = {
      {"TimeDistributed(LayerNormalization(axis=1))", "16", "TimeDistributed(LayerNormalization(axis=1))"},
      {"TimeDistributed(BatchNormalization(axis=1))", "32", "TimeDistributed(BatchNormalization(axis=1))"},
      {"TimeDistributed(PReLU())", "8", "TimeDistributed(PReLU())"},
      {"TimeDistributed(LayerNormalization(axis=-1))", "16", "LayerNormalization()"},
      {"TimeDistributed(LayerNormalization())", "16", "LayerNormalization()"},
      {"LayerNormalization(axis=1)", "20", "LayerNormalization(axis=1)"},
      {"PReLU()", "80", "PReLU()"},
      // keras/src/layers/activations/prelu.py, build: of a vector the first axis is the features', and they
      // share one.
      {"TimeDistributed(PReLU(shared_axes=[1]))", "1", "TimeDistributed(PReLU(shared_axes=1))"},
      {"PReLU(shared_axes=[1])", "8", "PReLU(shared_axes=1)"},
      {"LSTM(4), PReLU(shared_axes=[1])", "209", "LSTM(4),PReLU(shared_axes=1)"},
      {"LSTM(4), TimeDistributed(PReLU(shared_axes=[1])), Dense(2)", "219",
       "LSTM(4),TimeDistributed(PReLU(shared_axes=1)),Dense(2)"},
  };
  for (const auto& row : rows) {
    const std::string before = "framework=keras&input=8&timesteps=10&layers=";
    SCOPED_TRACE(row.layers);
    const Answer answer = explain(before + row.layers);
    EXPECT_EQ(answer.total, row.total);
    EXPECT_EQ(answer.query, before + row.canonical);
    EXPECT_EQ(explain(answer.query).query, answer.query);
  }
  // It does not ask how many time steps there are.
  EXPECT_EQ(explain("framework=keras&input=8&layers=TimeDistributed(PReLU()),LSTM(2)").total, "96");
  const Answer none =
      explain("framework=keras&input=8&timesteps=10&layers=TimeDistributed(LayerNormalization(axis=2))");
  EXPECT_EQ(none.total, "");
  ASSERT_EQ(none.problems.size(), 1U);
  EXPECT_EQ(detail(none.problems[0], "what"), "axes");
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
  EXPECT_EQ(steps_of("framework=keras&input=3&timesteps=5&layers=LayerNormalization(axis=[1, 2])"),
            (Lines{"matrix: 2 × timesteps × input_dim = 2 × 5 × 3"}));
  EXPECT_EQ(
      steps_of("framework=keras2&input=6&timesteps=9&layers=LocallyConnected1D(4, 3, strides=2)"),
      (Lines{"reads: kernel_size × in_channels + 1 = 3 × 6 + 1",
             "matrix: (kernel_size × in_channels + 1) × output_length × filters = (3 × 6 + 1) × 4 × 4"}));
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
