// The shortest query that means a model: canonical.cpp.
#include <gtest/gtest.h>

#include "tests/core/answer.h"
#include "tests/core/repair.h"

namespace rnn {
namespace {

struct Row {
  std::string query, canonical;
};

void expect_rows(const std::vector<Row>& table) {
  for (const Row& row : table) {
    SCOPED_TRACE(row.query);
    const Answer answer = explain(row.query);
    EXPECT_EQ(headlines(answer.problems), std::vector<std::string>());
    EXPECT_EQ(answer.query, row.canonical);
    const Answer again = explain(answer.query);
    EXPECT_EQ(again.query, answer.query);
    EXPECT_EQ(again.total, answer.total);
  }
}

TEST(Canonical, FrameworkInputLayersInThisOrder) {
  expect_rows(
      {{"layers=LSTM(32)&input=64", "framework=notes&input=64&layers=LSTM(32)"},
       {"layers=LSTM(32)&framework=Keras&input_dim=064", "framework=keras&input=64&layers=LSTM(32)"},
       {"framework=torch&input_size=64&layers=nn.LSTM(32)", "framework=pytorch&input=64&layers=LSTM(32)"},
       {"framework=&input=64&layers=LSTM(32)&lang=hi&theme=dark", "framework=notes&input=64&layers=LSTM(32)"},
       {"layers=Embedding(10,4)&input=", "framework=notes&layers=Embedding(10,4)"}});
}

TEST(Canonical, NoBlanksAndNothingEscaped) {
  expect_rows(
      {{"input=+64&layers=+LSTM+(+32+)+,%0AGRU(+7+)", "framework=notes&input=64&layers=LSTM(32),GRU(7)"},
       {"input=64&layers=%4CSTM%28hidden_size%3D32%29", "framework=notes&input=64&layers=LSTM(32)"},
       {"input=64&layers='lstm'(\"32\",name=\"a, b\")", "framework=notes&input=64&layers=LSTM(32)"}});
}

TEST(Canonical, UsualNamesOfLayers) {
  expect_rows({{"framework=keras&input=8&layers=SimpleRNN(4),Linear(3),BatchNorm1d(),dropout(.5)",
                "framework=keras&input=8&layers=RNN(4),Dense(3),BatchNormalization(),Dropout(.5)"}});
}

TEST(Canonical, ArgumentsInTheOrderOfTheTable) {
  expect_rows(
      {{"framework=pytorch&input=8&layers=LSTM(proj_size=2,use_bias=false,bidirectional=true,num_layers=3,hidden_size=4)",
        "framework=pytorch&input=8&layers=LSTM(4,num_layers=3,bidirectional=true,bias=false,proj_size=2)"},
       {"framework=keras&input=8&layers=GRU(merge_mode=sum,reset_after=false,bias=false,bidirectional=true,units=4)",
        "framework=keras&input=8&layers=GRU(4,bidirectional=true,bias=false,reset_after=false,merge_mode=sum)"},
       {"layers=Embedding(units=4,vocabulary=10)", "framework=notes&layers=Embedding(10,4)"}});
}

TEST(Canonical, WhatGoesWithoutSayingIsDropped) {
  expect_rows(
      {{"input=8&layers=LSTM(4,num_layers=1,bidirectional=false,bias=true,proj_size=0,peepholes=false,merge_mode=concat)",
        "framework=notes&input=8&layers=LSTM(4)"},
       // What comes before the features matters only to what looks at it.
       {"framework=keras&layers=Dense(4,input_shape=(5,6,8)),Dense(2)",
        "framework=keras&input=8&layers=Dense(4),Dense(2)"},
       {"framework=keras&layers=Dense(4,input_shape=(8,)),Embedding(10,3),LSTM(2)",
        "framework=keras&input=8&layers=Dense(4,input_shape=(8,)),Embedding(10,3),LSTM(2)"},
       {"framework=keras&input=8&layers=GRU(4,reset_after=true)", "framework=keras&input=8&layers=GRU(4)"},
       {"framework=keras&input=8&layers=GRU(4,reset_after=false)",
        "framework=keras&input=8&layers=GRU(4,reset_after=false)"},
       {"input=8&layers=GRU(4,reset_after=false)", "framework=notes&input=8&layers=GRU(4)"},
       {"framework=pytorch&input=8&layers=GRU(4,reset_after=true)",
        "framework=pytorch&input=8&layers=GRU(4)"},
       {"input=8&layers=LSTM(4,return_sequences=true,dropout=0.1)",
        "framework=notes&input=8&layers=LSTM(4)"}});
}

TEST(Canonical, WrappersStayWrappers) {
  expect_rows(
      {{"input=8&layers=bidirectional(lstm(4))", "framework=notes&input=8&layers=Bidirectional(LSTM(4))"},
       {"framework=keras&input=8&layers=Bidirectional(GRU(4,bias=false,merge_mode=mul))",
        "framework=keras&input=8&layers=Bidirectional(GRU(4,bias=false),merge_mode=mul)"},
       {"framework=keras&input=8&layers=Bidirectional(LSTM(4),merge_mode=concat)",
        "framework=keras&input=8&layers=Bidirectional(LSTM(4))"},
       {"input=8&layers=LSTM(4,bidirectional=true)",
        "framework=notes&input=8&layers=LSTM(4,bidirectional=true)"}});
}

TEST(Canonical, TimeDistributedIsDropped) {
  expect_rows({{"framework=keras&input=8&layers=TimeDistributed(Dense(1),name=each)",
                "framework=keras&input=8&layers=Dense(1)"},
               {"framework=keras&input=8&layers=TimeDistributed(Bidirectional(LSTM(3),merge_mode=ave))",
                "framework=keras&input=8&layers=Bidirectional(LSTM(3),merge_mode=ave)"},
               {"input=8&layers=LSTM(4),timedistributed(LayerNorm())",
                "framework=notes&input=8&layers=LSTM(4),LayerNormalization()"}});
}

TEST(Canonical, PresetsAreTheFrameworksOwn) {
  expect_rows(
      {{"framework=linen&input=8&layers=mgu(4,num_layers=1)", "framework=flax_linen&input=8&layers=MGU(4)"},
       {"framework=tf1&input=8&layers=LSTM(4,layer_norm=true,cifg=true,num_proj=2,use_peepholes=true)",
        "framework=tf1&input=8&layers=LSTM(4,proj_size=2,peepholes=true,coupled=true,layer_norm=true)"},
       {"framework=keras1&input=8&layers=GRU(4,reset_after=false)", "framework=keras1&input=8&layers=GRU(4)"},
       {"framework=keras1&input=8&layers=GRU(4,reset_after=true)",
        "framework=keras1&input=8&layers=GRU(4,reset_after=true)"},
       {"framework=onnx&input=8&layers=GRU(4,linear_before_reset=false)",
        "framework=onnx&input=8&layers=GRU(4)"},
       {"framework=burn&input=8&layers=GRU(4,reset_after=true)", "framework=burn&input=8&layers=GRU(4)"}});
}

TEST(Canonical, StackedLayersStayTogether) {
  expect_rows(
      {{"input=8&layers=LSTM(4,num_layers=2),LSTM(4),LSTM(4)",
        "framework=notes&input=8&layers=LSTM(4,num_layers=2),LSTM(4),LSTM(4)"},
       {"input=8&layers=LSTM(4,num_layers=1000)", "framework=notes&input=8&layers=LSTM(4,num_layers=1000)"}});
}

TEST(Canonical, SequencesStayWhereALaterLayerNamesAnAxis) {
  expect_rows({{"framework=keras&input=8&layers=LSTM(4,return_sequences=true),PReLU(shared_axes=1),LSTM(2)",
                "framework=keras&input=8&layers=LSTM(4,return_sequences=true),PReLU(shared_axes=1),LSTM(2)"},
               {"framework=keras&input=8&layers=GRU(4,return_sequences=true),LayerNormalization(axis=2)",
                "framework=keras&input=8&layers=GRU(4,return_sequences=true),LayerNormalization(axis=2)"}});
}

TEST(Canonical, RatesHaveNoBlanks) {
  expect_rows({{"input=8&layers=Dropout(' 0.5 ')", "framework=notes&input=8&layers=Dropout(0.5)"},
               {"input=8&layers=Dropout(+0.5+)", "framework=notes&input=8&layers=Dropout(0.5)"}});
}

TEST(Canonical, NoneWithAProblem) {
  for (const char* query : {"", "input=64", "layers=LSTM(32)", "input=64&layers=LSTM(1.5)",
                            "input=9007199254740991&layers=LSTM(9007199254740991)"})
    EXPECT_EQ(explain(query).query, "") << query;
}

}  // namespace
}  // namespace rnn
