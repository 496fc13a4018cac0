// One layer: its name, its options and their values, in every spelling and with every mistake:
// layer_reading.cpp.
#include <gtest/gtest.h>

#include "core/model.h"
#include "tests/core/repair.h"

namespace rnn {
namespace {

void expect_problems(const std::vector<ProblemRow>& table) {
  for (const ProblemRow& row : table) EXPECT_EQ(mismatch(row), "") << row.query;
}

/// Queries that mean the same as the first.
void expect_same(const std::vector<std::string>& queries) {
  const Answer first = explain(queries.front());
  EXPECT_TRUE(first.problems.empty()) << queries.front();
  for (const std::string& query : queries) {
    SCOPED_TRACE(query);
    const Answer answer = explain(query);
    EXPECT_EQ(headlines(answer.problems), std::vector<std::string>());
    EXPECT_EQ(answer.total, first.total);
    EXPECT_EQ(answer.query, first.query);
  }
}

std::string written_text(const WrittenAnswer& written) {
  std::string out = written.name + "/" + std::string(written.cell);
  for (const ArgumentAnswer& argument : written.arguments) out += " " + argument.name + "=" + argument.text;
  return out;
}

// ------------------------------------------------------------------------------------------------- spellings

TEST(LayerReading, PositionalOrNamedUnits) {
  expect_same({"input=64&layers=LSTM(32)", "input=64&layers=LSTM(units=32)",
               "input=64&layers=LSTM(hidden_size=32)", "input=64&layers=LSTM(num_units=32)",
               "input=64&layers=lstm(HIDDEN_UNITS=32)", "input=64&layers=LSTM(activation_units='32')",
               "input=64&layers=nn.LSTM(output_units=032)", "input=64&layers=LSTM(+gate_units+=+32+)",
               "input=64&layers='LSTM'(\"32\")"});
  expect_same({"layers=Embedding(1000,64)", "layers=Embedding(1000,units=64)",
               "layers=Embedding(vocabulary=1000,units=64)", "layers=Embedding(units=64,vocabulary=1000)",
               "layers=Embedding(input_dim=1000,output_dim=64)",
               "layers=nn.Embedding(num_embeddings=1000,embedding_dim=64)"});
  expect_same({"input=8&layers=Dense(4)", "input=8&layers=Linear(4)", "input=8&layers=Dense(units=4)",
               "input=8&layers=nn.Linear(out_features=4)"});
  expect_same({"input=8&layers=RNN(4)", "input=8&layers=SimpleRNN(4)", "input=8&layers=simplernn(4)"});
  expect_same({"input=8&layers=Dropout(0.5)", "input=8&layers=Dropout(rate=0.5)",
               "input=8&layers=nn.Dropout(p=0.5)"});
}

TEST(LayerReading, FlagsAndChoicesIgnoreCase) {
  expect_same({"input=8&layers=GRU(4,bias=false)", "input=8&layers=GRU(4,use_bias=False)",
               "input=8&layers=GRU(4,BIAS=FALSE)", "input=8&layers=GRU(bias='false',units=4)"});
  expect_same({"framework=keras&input=8&layers=GRU(4,bidirectional=true,merge_mode=sum)",
               "framework=keras&input=8&layers=GRU(4,Merge_Mode=SUM,bidirectional=True)"});
}

TEST(LayerReading, WrapperAndItsShorthand) {
  expect_same({"framework=keras&input=8&layers=Bidirectional(GRU(4),merge_mode=sum)",
               "framework=keras&input=8&layers=Bidirectional(GRU(4,merge_mode=sum))",
               "framework=keras&input=8&layers=bidirectional(gru(4),merge_mode='sum')",
               "framework=keras&input=8&layers=layers.Bidirectional(layers.GRU(4),merge_mode=sum)",
               "framework=keras&input=8&layers=Bidirectional(merge_mode=sum,GRU(4))"});
  EXPECT_EQ(explain("input=8&layers=Bidirectional(GRU(4))").total,
            explain("input=8&layers=GRU(4,bidirectional=true)").total);
}

TEST(LayerReading, WhatAlwaysHoldsIsAcceptedAndDropped) {
  expect_same({"input=8&layers=LSTM(4)", "input=8&layers=LSTM(4,peepholes=false)",
               "input=8&layers=LSTM(4,proj_size=0)", "input=8&layers=LSTM(4,merge_mode=concat)",
               "input=8&layers=LSTM(4,bias=true,num_layers=1,bidirectional=false)"});
  expect_same({"input=8&layers=GRU(4)", "input=8&layers=GRU(4,reset_after=false)"});
  expect_same({"framework=pytorch&input=8&layers=GRU(4)",
               "framework=pytorch&input=8&layers=GRU(4,reset_after=true)"});
  expect_same(
      {"framework=keras&input=8&layers=GRU(4)", "framework=keras&input=8&layers=GRU(4,reset_after=true)"});
  expect_same({"framework=pytorch&input=8&layers=LSTM(4,bidirectional=true)",
               "framework=pytorch&input=8&layers=LSTM(4,bidirectional=true,merge_mode=concat)"});
}

TEST(LayerReading, WhatNeverCountsIsAcceptedAndDropped) {
  expect_same({"input=8&layers=LSTM(4)", "input=8&layers=LSTM(4,return_sequences=True)",
               "input=8&layers=LSTM(4,activation='tanh',dropout=0.2)",
               "input=8&layers=LSTM(4,batch_first=True,name=\"a, b\")", "input=8&layers=LSTM(4,name=)",
               "input=8&layers=LSTM(4,relu)", "input=8&layers=LSTM(4,abs)"});
  expect_same({"input=8&layers=Bidirectional(LSTM(4))", "input=8&layers=Bidirectional(LSTM(4),name=both)"});
}

// Keras names the wrapper and the layer inside it.
TEST(LayerReading, WrapperAndLayerHaveNamesOfTheirOwn) {
  expect_same({"framework=keras&input=8&layers=Bidirectional(LSTM(4))",
               "framework=keras&input=8&layers=Bidirectional(LSTM(4,name=a),name=b)"});
}

TEST(LayerReading, EmptyOptionIsNotGiven) {
  expect_same({"input=8&layers=LSTM(4)", "input=8&layers=LSTM(4,bias=)", "input=8&layers=LSTM(4,num_layers=)",
               "input=8&layers=LSTM(4,proj_size='')"});
}

// ----------------------------------------------------------------------------------------------------- sizes

TEST(LayerReading, MissingSizes) {
  expect_problems(
      {{"input=8&layers=LSTM()",
        "layers missing 5-5",
        {{"option", "units"}, {"layer", "LSTM"}, {"smallest", "1"}},
        {}},
       {"input=8&layers=LSTM", "layers missing 4-4", {{"option", "units"}}, {}},
       {"input=8&layers=LSTM(units=)", "layers missing 11-11", {{"option", "units"}}, {}},
       {"input=8&layers=LSTM('')", "layers missing 5-7", {{"option", "units"}}, {}},
       {"input=8&layers=GRU(bias=false)", "layers missing 4-4", {{"option", "units"}, {"layer", "GRU"}}, {}},
       {"input=8&layers=Bidirectional(LSTM)", "layers missing 18-18", {{"option", "units"}}, {}},
       {"layers=Embedding(10)", "layers missing 10-10", {{"option", "units"}}, {}},
       {"layers=Embedding(units=10)", "layers missing 10-10", {{"option", "vocabulary"}}, {}},
       {"input=8&layers=Dropout()", "layers missing 8-8", {{"option", "rate"}}, {}}});
}

TEST(LayerReading, SizesThatAreNone) {
  expect_problems(
      {{"input=8&layers=LSTM(0)",
        "layers too_small 5-6",
        {{"option", "units"}, {"layer", "LSTM"}, {"text", "0"}, {"smallest", "1"}, {"suggestion", "1"}},
        {"use 1: LSTM(1)"}},
       {"input=8&layers=LSTM(-3)",
        "layers too_small 5-7",
        {{"negative", "true"}, {"suggestion", "3"}},
        {"use 3: LSTM(3)"}},
       {"input=8&layers=LSTM(units=1.5)",
        "layers not_whole 11-14",
        {{"text", "1.5"}},
        {"use 1: LSTM(units=1)", "use 2: LSTM(units=2)"}},
       {"input=8&layers=LSTM(1e3)",
        "layers not_plain 5-8",
        {{"text", "1e3"}, {"suggestion", "1000"}},
        {"use 1000: LSTM(1000)"}},
       {"input=8&layers=LSTM(12 416)",
        "layers not_plain 5-11",
        {{"text", "12 416"}, {"suggestion", "12416"}},
        {"use 12416: LSTM(12416)"}},
       {"input=8&layers=LSTM('12,416')",
        "layers not_plain 5-13",
        {{"text", "12,416"}},
        {"use 12416: LSTM(12416)"}},
       {"input=8&layers=LSTM(abc)", "layers not_a_number 5-8", {{"text", "abc"}}, {}},
       {"input=8&layers=LSTM(\U0001F600)", "layers not_a_number 5-7", {{"text", "\U0001F600"}}, {}},
       {"input=8&layers=LSTM(9007199254740992)",
        "layers too_big 5-21",
        {{"largest", "9007199254740991"}},
        {}},
       {"layers=Embedding(0,8)",
        "layers too_small 10-11",
        {{"option", "vocabulary"}},
        {"use 1: Embedding(1,8)"}},
       {"input=8&layers=LSTM(4,num_layers=0)",
        "layers too_small 18-19",
        {{"option", "num_layers"}},
        {"use 1: LSTM(4,num_layers=1)"}},
       {"input=8&layers=LSTM(4,num_layers=two)",
        "layers not_a_number 18-21",
        {{"option", "num_layers"}},
        {}}});
}

TEST(LayerReading, ProjectionIsNarrowerThanTheUnits) {
  EXPECT_EQ(explain("framework=pytorch&input=10&layers=LSTM(7,proj_size=6)").problems.size(), 0U);
  for (const char* size : {"7", "8", "9007199254740991"}) {
    const Answer answer =
        explain("framework=pytorch&input=10&layers=LSTM(7,proj_size=" + std::string(size) + ")");
    ASSERT_EQ(answer.problems.size(), 1U) << size;
    EXPECT_EQ(answer.problems.front().code, "too_big");
    EXPECT_EQ(detail(answer.problems.front(), "option"), "proj_size");
    EXPECT_EQ(detail(answer.problems.front(), "largest"), "6");
  }
  EXPECT_EQ(explain("framework=pytorch&input=10&layers=LSTM(proj_size=7,units=7)").problems.size(), 1U);
}

TEST(LayerReading, Rates) {
  for (const char* rate : {"0", "0.5", ".25", "0.999"})
    EXPECT_TRUE(explain("input=8&layers=Dropout(" + std::string(rate) + ")").problems.empty()) << rate;
  expect_problems(
      {{"input=8&layers=Dropout(1)", "layers not_a_rate 8-9", {{"option", "rate"}, {"text", "1"}}, {}},
       {"input=8&layers=Dropout(-0.5)", "layers not_a_rate 8-12", {}, {}},
       {"input=8&layers=Dropout(rate=half)", "layers not_a_rate 13-17", {{"text", "half"}}, {}}});
}

TEST(LayerReading, NotAChoice) {
  expect_problems({{"input=8&layers=LSTM(4,bias=flase)",
                    "layers not_a_choice 12-17",
                    {{"option", "bias"}, {"text", "flase"}, {"suggestion", "false"}},
                    {"use false: LSTM(4,bias=false)"}},
                   {"input=8&layers=LSTM(4,bias=2)", "layers not_a_choice 12-13", {{"text", "2"}}, {}},
                   {"framework=keras&input=8&layers=Bidirectional(LSTM(4),merge_mode=summ)",
                    "layers not_a_choice 33-37",
                    {{"suggestion", "sum"}},
                    {"use sum: Bidirectional(LSTM(4),merge_mode=sum)"}}});
  const Answer answer = explain("framework=keras&input=8&layers=Bidirectional(LSTM(4),merge_mode=x)");
  ASSERT_EQ(answer.problems.size(), 1U);
  EXPECT_EQ(answer.problems.front().choices,
            (std::vector<std::string>{"concat", "sum", "mul", "ave", "none"}));
}

// ----------------------------------------------------------------------------------------------------- words

TEST(LayerReading, UnknownLayers) {
  expect_problems({{"input=8&layers=LTSM(32)",
                    "layers unknown_layer 0-4",
                    {{"text", "LTSM"}, {"suggestion", "LSTM"}},
                    {"use LSTM: LSTM(32)"}},
                   {"input=8&layers=nn.LTSM(32)",
                    "layers unknown_layer 0-7",
                    {{"layer", "nn.LTSM"}, {"suggestion", "LSTM"}},
                    {"use LSTM: LSTM(32)"}},
                   {"input=8&layers=Bidirectional(LTSM(32))",
                    "layers unknown_layer 14-18",
                    {{"suggestion", "LSTM"}},
                    {"use LSTM: Bidirectional(LSTM(32))"}},
                   {"input=8&layers=Bidirectonal(LSTM(32))",
                    "layers unknown_layer 0-12",
                    {{"suggestion", "Bidirectional"}},
                    {"use Bidirectional: Bidirectional(LSTM(32))"}},
                   {"input=8&layers=Mixture(32)",
                    "layers unknown_layer 0-7",
                    {{"text", "Mixture"}, {"suggestion", ""}},
                    {"custom Custom(32, parameters=…): Custom(32, parameters=)"}},
                   {"input=8&layers=LSTM(4), Mixture(n)",
                    "layers unknown_layer 9-16",
                    {},
                    {"custom Custom(units=, parameters=…): LSTM(4), Custom(units=, parameters=)"}},
                   {"input=8&layers=ReversibleEmbedding(32, 3)",
                    "layers not_counted 0-19",
                    {{"layer", "ReversibleEmbedding"}, {"what", "layer"}},
                    {"custom Custom(units=, parameters=…): Custom(units=, parameters=)"}},
                   {"input=8&layers=32", "layers unknown_layer 0-2", {{"text", "32"}}, {}}});
}

TEST(LayerReading, UnknownOptions) {
  expect_problems({{"input=8&layers=LSTM(32,hiden_size=4)",
                    "layers unknown_option 8-18",
                    {{"option", "hiden_size"}, {"layer", "LSTM"}, {"suggestion", "hidden_size"}},
                    {"use hidden_size: LSTM(32,hidden_size=4)"}},
                   {"input=8&layers=LSTM(32,reset_after=true)",
                    "layers unknown_option 8-19",
                    {{"option", "reset_after"}, {"layer", "LSTM"}},
                    {"remove reset_after=true: LSTM(32)"}},
                   {"input=8&layers=Dense(3,num_layers=2)",
                    "layers unknown_option 8-18",
                    {{"layer", "Dense"}},
                    {"remove num_layers=2: Dense(3)"}},
                   {"layers=Embedding(1,2,3)",
                    "layers unknown_option 14-15",
                    {{"text", "3"}, {"largest", "2"}},
                    {"remove 3: Embedding(1,2)"}},
                   {"framework=keras&layers=LSTM(64, 32, 16)",
                    "layers unknown_option 13-15",
                    {{"text", "16"}, {"largest", "2"}},
                    {"remove 16: LSTM(64, 32)"}},
                   {"framework=keras&input=8&layers=Bidirectional(LSTM(3),merge_mod=sum)",
                    "layers unknown_option 22-31",
                    {{"suggestion", "merge_mode"}},
                    {"use merge_mode: Bidirectional(LSTM(3),merge_mode=sum)"}},
                   {"framework=keras&input=8&layers=Bidirectional(LSTM(3),7)",
                    "layers unknown_option 22-23",
                    {{"text", "7"}, {"largest", "0"}},
                    {"remove 7: Bidirectional(LSTM(3))"}}});
}

TEST(LayerReading, Twice) {
  expect_problems(
      {{"input=8&layers=LSTM(units=32,hidden_size=64)",
        "layers twice 14-28",
        {{"option", "units"}, {"first", "units=32"}, {"text", "hidden_size=64"}},
        {"use 32: LSTM(units=32)", "use 64: LSTM(hidden_size=64)"}},
       {"input=8&layers=LSTM(units=32,units=32)",
        "layers twice 14-22",
        {{"option", "units"}},
        {"use 32: LSTM(units=32)", "use 32: LSTM(units=32)"}},
       {"input=8&layers=LSTM(4,bias=true,use_bias=false)",
        "layers twice 17-31",
        {{"option", "bias"}, {"first", "bias=true"}},
        {"use true: LSTM(4,bias=true)", "use false: LSTM(4,use_bias=false)"}},
       // What is none of its values cannot be kept.
       {"input=8&layers=LSTM(4,bias=true,use_bias=maybe)",
        "layers twice 17-31",
        {},
        {"use true: LSTM(4,bias=true)"}},
       {"input=8&layers=LSTM(units=4,hidden_size=0)", "layers twice 13-26", {}, {"use 4: LSTM(units=4)"}},
       {"input=8&layers=Dropout(0.5,rate=2)",
        "layers unknown_option 8-11",
        {{"largest", "0"}},
        {"remove 0.5: Dropout(rate=2)"}},
       {"input=8&layers=LSTM(4,name=a,name=b)",
        "layers twice 14-20",
        {{"option", "name"}, {"first", "name=a"}, {"text", "name=b"}},
        {"use a: LSTM(4,name=a)", "use b: LSTM(4,name=b)"}},
       {"framework=keras&input=8&layers=Bidirectional(LSTM(4,merge_mode=sum),merge_mode=ave)",
        "layers twice 37-51",
        {{"option", "merge_mode"}},
        {"use sum: Bidirectional(LSTM(4,merge_mode=sum))"}}});
}

TEST(LayerReading, AnEmptyOptionAndTheSameOneAreTwo) {
  expect_problems({{"input=8&layers=LSTM(4,bias=,bias=false)",
                    "layers twice 13-23",
                    {{"option", "bias"}},
                    {"use false: LSTM(4,bias=false)"}}});
}

TEST(LayerReading, AnEmptyWordIsNoOption) {
  EXPECT_EQ(headlines(explain("input=8&layers=LSTM(4,''=3)").problems),
            std::vector<std::string>{"layers unknown_option 7-9"});
}

// What the first layer says of the input is the input; the field may say the same.
TEST(LayerReading, TheFirstLayerMaySayTheInput) {
  const struct {
    const char* query;
    const char* canonical;
  } table[] = {
      {"layers=LSTM(10,20)", "framework=notes&input=10&layers=LSTM(20)"},
      {"input=10&layers=LSTM(10, 20)", "framework=notes&input=10&layers=LSTM(20)"},
      {"framework=keras&input=64&layers=LSTM(units=32, 64)", "framework=keras&input=64&layers=LSTM(32)"},
      {"input=\u0967\u0966&layers=LSTM(10, 20)", "framework=notes&input=10&layers=LSTM(20)"},
      {"layers=nn.LSTM(64, hidden_size=32, num_layers=2)",
       "framework=notes&input=64&layers=LSTM(32,num_layers=2)"},
      {"layers=LSTM(input_size=10,hidden_size=20)", "framework=notes&input=10&layers=LSTM(20)"},
      {"layers=LSTM(20,input_dim=10)", "framework=notes&input=10&layers=LSTM(20)"},
      {"layers=LSTM(10,20,2)", "framework=notes&input=10&layers=LSTM(20,num_layers=2)"},
      {"layers=nn.Linear(10,20)", "framework=notes&input=10&layers=Dense(20)"},
      {"layers=nn.BatchNorm1d(10)", "framework=notes&input=10&layers=BatchNormalization()"},
      {"input=8&layers=LSTM(32),LSTM(32,20)", "framework=notes&input=8&layers=LSTM(32),LSTM(20)"},
      {"input=8&layers=LSTM(32),LSTM(64,20)",
       "framework=notes&input=8&layers=LSTM(32),LSTM(20,input_dim=64)"},
  };
  for (const auto& row : table) EXPECT_EQ(explain(row.query).query, row.canonical) << row.query;
  expect_problems(
      {{"layers=LSTM(-1, 20)", "layers too_small 5-7", {{"option", "input_dim"}}, {"use 1: LSTM(1, 20)"}},
       {"input=3&layers=LSTM(10, 20)",
        "layers conflict 5-7",
        {{"what", "input"}, {"first", "3"}, {"text", "10"}},
        {"use input=10: 10"}}});
  EXPECT_EQ(explain("layers=LSTM(10,20,2,4)").problems.back().code, "unknown_option");
}

TEST(LayerReading, TheEditsOfAFixDoNotOverlap) {
  const Answer answer = explain("layers=LSTM(bias=true,units=3,10,20)");
  for (const ProblemAnswer& problem : answer.problems)
    for (const FixAnswer& fix : problem.fixes)
      EXPECT_TRUE(apply_fix(fix, texts_of(answer.fields))) << headline(problem);
}

// An activation in the place of a size, a count from the data: a word is no number, and no size is taken for
// another one because of it.
TEST(LayerReading, AWordInThePlaceOfANumber) {
  const struct {
    const char* query;
    std::vector<std::string> headlines;
  } table[] = {{"framework=keras&input=64&layers=Dense(1, 'sigmoid')", {}},
               {"framework=keras&input=64&layers=LSTM(32, relu)", {}},
               {"framework=keras&input=64&layers=LSTM(32, my_activation)", {}},
               {"framework=pytorch&layers=LSTM(64, 32, 'tanh')", {}},
               {"framework=pytorch&layers=LSTM(64, hidden)", {"layers not_a_number 9-15"}},
               {"framework=pytorch&layers=LSTM(64, 32, layers)", {"layers not_a_number 13-19"}},
               {"framework=pytorch&layers=LSTM(64, 32, 2, True, True, 0.5, True)", {}},
               {"input=64&layers=LSTM(n, 32)", {"layers not_a_number 5-6"}},
               {"input=64&layers=LSTM(units=32, tanh)", {}},
               {"input=64&layers=Dense(sigmoid)", {"layers not_a_number 6-13"}},
               {"layers=Embedding(vocabulary, 16)", {"layers not_a_number 10-20"}},
               {"layers=Embedding(len(words) %2B 1, 16)", {"layers not_a_number 10-24"}},
               {"layers=Embedding(len(words) + 1, 16)", {"layers not_a_number 10-24"}},
               {"input=64&layers=Dense(int(3))", {"layers not_a_number 6-12"}},
               {"input=64&layers=LSTM(units=int(3))", {"layers not_a_number 11-17"}},
               {"input=64&layers=LSTM(units=(3, 4), bias=false)", {"layers not_a_number 11-17"}}};
  for (const auto& row : table) EXPECT_EQ(headlines(explain(row.query).problems), row.headlines) << row.query;
}

// A rate is no size of an input.
TEST(LayerReading, DropoutHasOnePositionalArgument) {
  EXPECT_EQ(headlines(explain("input=8&layers=Dropout(0.5,0.2)").problems),
            std::vector<std::string>{"layers unknown_option 12-15"});
}

// ----------------------------------------------------------------------------------------------- unsupported

TEST(LayerReading, Unsupported) {
  expect_problems(
      {{"framework=pytorch&input=8&layers=Bidirectional(LSTM(4),merge_mode=sum)",
        "layers unsupported 22-36",
        {{"option", "merge_mode"}, {"text", "sum"}, {"framework", "pytorch"}},
        {"count_as keras: keras", "count_as keras2: keras2", "count_as keras1: keras1",
         "remove sum: Bidirectional(LSTM(4))"}},
       {"input=8&layers=LSTM(4,peepholes=true)",
        "layers unsupported 7-21",
        {{"option", "peepholes"}, {"framework", "notes"}},
        {"count_as tf1: tf1", "count_as onnx: onnx", "count_as dl4j: dl4j", "remove true: LSTM(4)"}},
       {"framework=keras&input=8&layers=LSTM(4,proj_size=2)",
        "layers unsupported 7-18",
        {{"option", "proj_size"}},
        {"count_as pytorch: pytorch", "count_as tf1: tf1", "count_as mxnet: mxnet", "remove 2: LSTM(4)"}},
       {"framework=pytorch&input=8&layers=GRU(reset_after=false,units=4)",
        "layers unsupported 4-21",
        {{"option", "reset_after"}},
        {"count_as notes: notes", "count_as keras: keras", "count_as keras2: keras2",
         "remove false: GRU(units=4)"}},
       {"input=8&layers=GRU(4,reset_after=true)",
        "layers unsupported 6-22",
        {{"option", "reset_after"}, {"layer", "GRU"}},
        {"count_as keras: keras", "count_as pytorch: pytorch", "count_as keras2: keras2",
         "remove true: GRU(4)"}},
       // Only those that have all that is asked for are offered.
       {"framework=keras&input=8&layers=LSTM(4,peepholes=true,coupled=false)",
        "layers unsupported 7-21",
        {{"name", "peepholes"}, {"layer", "LSTM"}},
        {"count_as tf1: tf1", "count_as onnx: onnx", "count_as dl4j: dl4j",
         "remove true: LSTM(4,coupled=false)"}},
       {"framework=pytorch&input=8&layers=BatchNormalization(bias=0)",
        "layers unsupported 19-25",
        {{"option", "center"}, {"name", "bias"}, {"text", "0"}, {"layer", "BatchNorm1d"}},
        {"count_as keras: keras", "count_as keras2: keras2", "count_as keras1: keras1",
         "remove false: BatchNormalization()"}},
       // A kind of layer is not an argument that could be taken out.
       {"framework=keras&input=8&layers=MGU(4)",
        "layers unsupported 0-3",
        {{"option", ""}, {"text", "MGU"}, {"layer", "MGU"}, {"framework", "keras"}},
        {"count_as flax_linen: flax_linen", "count_as chainer: chainer"}}});
  const Answer answer = explain("framework=pytorch&input=8&layers=Bidirectional(LSTM(4),merge_mode=ave)");
  ASSERT_EQ(answer.problems.size(), 1U);
  EXPECT_EQ(answer.problems.front().frameworks,
            (std::vector<std::string>{"keras", "keras2", "keras1", "cudnn", "dl4j", "tfjs", "tfa", "lux"}));
}

// A framework that has one of two options and not the other one is no way out.
TEST(LayerReading, OnlyFrameworksThatHaveEveryOptionAreOffered) {
  for (const char* layer :
       {"LSTM(4,peepholes=true,coupled=true)", "Bidirectional(LSTM(4,peepholes=true),merge_mode=sum)"}) {
    const Answer answer = explain("framework=pytorch&input=8&layers=" + std::string(layer));
    ASSERT_EQ(answer.problems.size(), 2U) << layer;
    for (const ProblemAnswer& problem : answer.problems) {
      EXPECT_GT(problem.fixes.size(), 1U) << layer;
      for (const FixAnswer& fix : problem.fixes) {
        if (fix.kind != "count_as") continue;
        const std::string there = "framework=" + fix.text + "&input=8&layers=" + layer;
        EXPECT_TRUE(explain(there).problems.empty()) << there;
      }
    }
  }
  // What a layer lacks that is not there at all is not said as well.
  EXPECT_EQ(headlines(explain("framework=tinygrad&input=8&layers=GRU(4,bias=false)").problems),
            std::vector<std::string>{"layers unsupported 0-3"});
}

TEST(LayerReading, FlagsCanBeNumbers) {
  expect_same({"framework=onnx&input=8&layers=GRU(4,reset_after=true)",
               "framework=onnx&input=8&layers=GRU(4,linear_before_reset=1)"});
  expect_same({"input=8&layers=LSTM(4,bias=false)", "input=8&layers=LSTM(4,bias=0)"});
  EXPECT_EQ(headlines(explain("framework=keras&input=8&layers=Bidirectional(LSTM(4),merge_mode=1)").problems),
            std::vector<std::string>{"layers not_a_choice 33-34"});
}

// -------------------------------------------------------------------------------------------------- wrappers

TEST(LayerReading, BidirectionalWrapsOneRecurrentLayer) {
  expect_problems({{"input=8&layers=Bidirectional()", "layers conflict 0-15", {{"what", "wraps_one"}}, {}},
                   {"input=8&layers=Bidirectional", "layers conflict 0-13", {{"what", "wraps_one"}}, {}},
                   {"input=8&layers=Bidirectional(LSTM(3),GRU(4))",
                    "layers conflict 22-28",
                    {{"what", "wraps_one"}, {"text", "GRU(4)"}},
                    {}},
                   {"input=8&layers=Bidirectional(Dense(3))",
                    "layers conflict 14-22",
                    {{"what", "not_recurrent"}, {"text", "Dense(3)"}},
                    {}},
                   {"input=8&layers=Bidirectional(LSTM(3,num_layers=2))",
                    "layers conflict 21-33",
                    {{"what", "wrapped"}, {"text", "num_layers=2"}},
                    {}},
                   {"input=8&layers=Bidirectional(LSTM(3,bidirectional=true))",
                    "layers conflict 21-39",
                    {{"what", "wrapped"}},
                    {}},
                   {"input=8&layers=Bidirectional(LSTM(3,bidirectional=false))",
                    "layers conflict 21-40",
                    {{"what", "wrapped"}},
                    {}},
                   {"input=8&layers=Bidirectional(Bidirectional(LSTM(3)))",
                    "layers conflict 14-36",
                    {{"what", "wrapped"}},
                    {}},
                   {"framework=keras&input=8&layers=LSTM(3,merge_mode=sum)",
                    "layers conflict 7-21",
                    {{"what", "directions"}},
                    {}},
                   {"input=8&layers=LSTM(GRU(3))", "layers conflict 5-11", {{"what", "not_a_wrapper"}}, {}}});
}

// Keras's wrapper uses a layer at every step, which changes no count.
TEST(LayerReading, TimeDistributedChangesNoCount) {
  expect_same({"framework=keras&input=8&layers=Dense(1)",
               "framework=keras&input=8&layers=TimeDistributed(Dense(1))",
               "framework=keras&input=8&layers=layers.TimeDistributed(layers.Dense(1),name=each)",
               "framework=keras&input=8&layers=timedistributed(+Dense(+units=1+)+)"});
  expect_same({"framework=keras&input=8&layers=Bidirectional(LSTM(3),merge_mode=sum)",
               "framework=keras&input=8&layers=TimeDistributed(Bidirectional(LSTM(3),merge_mode=sum))"});
  expect_same({"input=8&layers=LSTM(3,num_layers=2,bidirectional=true)",
               "input=8&layers=TimeDistributed(LSTM(3,num_layers=2,bidirectional=true))"});
  // (8 + 1) × 1 and 2 × 4 × (3 + 8 + 1) × 3.
  EXPECT_EQ(explain("framework=keras&input=8&layers=TimeDistributed(Dense(1))").total, "9");
  EXPECT_EQ(explain("framework=keras&input=8&layers=TimeDistributed(Bidirectional(LSTM(3)))").total, "288");
}

TEST(LayerReading, TimeDistributedWrapsOneLayerOnce) {
  expect_problems(
      {{"input=8&layers=TimeDistributed()", "layers conflict 0-17", {{"what", "wraps_one"}}, {}},
       {"input=8&layers=TimeDistributed", "layers conflict 0-15", {{"what", "wraps_one"}}, {}},
       {"input=8&layers=TimeDistributed(Dense(1),Dense(2))",
        "layers conflict 25-33",
        {{"what", "wraps_one"}, {"text", "Dense(2)"}},
        {}},
       {"input=8&layers=TimeDistributed(TimeDistributed(Dense(1)))",
        "layers conflict 16-41",
        {{"what", "wrapped"}, {"text", "TimeDistributed(Dense(1))"}},
        {}},
       {"input=8&layers=TimeDistributed(Bidirectional(Dense(3)))",
        "layers conflict 30-38",
        {{"what", "not_recurrent"}},
        {}},
       {"input=8&layers=TimeDistributed(Dense(1),merge_mode=sum)",
        "layers unknown_option 25-35",
        {{"option", "merge_mode"}, {"layer", "TimeDistributed"}},
        {}},
       {"input=8&layers=TimeDistributed(Dense)", "layers missing 21-21", {{"option", "units"}}, {}}});
  EXPECT_FALSE(explain("input=8&layers=Bidirectional(TimeDistributed(Dense(3)))").problems.empty());
  EXPECT_FALSE(explain("input=8&layers=Bidirectional(TimeDistributed(LSTM(3)))").problems.empty());
}

// Ba et al. 2016: a gain and a shift per feature, in every framework that has the layer.
TEST(LayerReading, LayerNormalizationKeepsTwoVectors) {
  for (const char* framework :
       {"notes", "keras", "pytorch", "tf1", "onnx", "flax_linen", "flax_nnx", "haiku", "equinox", "mlx",
        "mxnet", "paddle", "coreml", "burn", "tinygrad", "keras2", "matlab", "cntk"})
    for (const char* name : {"LayerNormalization()", "LayerNorm()", "nn.LayerNorm()", "layernorm"}) {
      const Answer answer = explain("framework=" + std::string(framework) + "&input=64&layers=" + name);
      EXPECT_EQ(answer.total, "128") << framework << " " << name;
      EXPECT_EQ(answer.effective.value, "128") << framework << " " << name;
    }
  for (const char* framework : {"keras1", "cudnn", "dl4j"})
    EXPECT_EQ(
        headlines(explain("framework=" + std::string(framework) + "&input=64&layers=LayerNorm()").problems),
        std::vector<std::string>{"layers unsupported 0-9"})
        << framework;
}

// --------------------------------------------------------------------------------------------------- written

TEST(LayerReading, WrittenIsWhatWasTyped) {
  const struct {
    std::string_view query;
    std::vector<std::string> written;
  } table[] = {{"input=8&layers=lstm(32,use_bias=False)", {"lstm/LSTM units=32 bias=False"}},
               {"input=8&layers=LSTM(hidden_size='32')", {"LSTM/LSTM units=32"}},
               {"input=8&layers=LSTM(1.5), GRU()", {"LSTM/LSTM units=1.5", "GRU/GRU"}},
               {"input=8&layers=LTSM(32)", {"LTSM/ =32"}},
               {"input=8&layers=LSTM(3,hiden=4,name=x)", {"LSTM/LSTM units=3 hiden=4 name=x"}},
               {"input=8&layers=Bidirectional(LSTM(7),merge_mode=sum)",
                {"LSTM/LSTM bidirectional=Bidirectional units=7 merge_mode=sum"}},
               {"layers=Embedding(10,4),SimpleRNN(3,num_layers=2)",
                {"Embedding/Embedding vocabulary=10 units=4", "SimpleRNN/RNN units=3 num_layers=2"}},
               {"layers=LSTM(10,20,2)", {"LSTM/LSTM input_dim=10 units=20 num_layers=2"}},
               {"framework=jax&input=8&layers=LSTM(32)", {"LSTM/LSTM units=32"}}};
  for (const auto& row : table) {
    std::vector<std::string> written;
    for (const WrittenAnswer& layer : explain(row.query).written) written.push_back(written_text(layer));
    EXPECT_EQ(written, row.written) << row.query;
  }
}

// With a mistake in the name, the wrapper's arguments are still what was typed: the form is refilled from
// them.
TEST(LayerReading, WrittenKeepsTheWrappersArguments) {
  const Answer answer = explain("framework=keras&input=8&layers=Bidirectional(LTSM(7),merge_mode=sum)");
  ASSERT_EQ(answer.written.size(), 1U);
  EXPECT_EQ(written_text(answer.written.front()), "LTSM/ bidirectional=Bidirectional =7 merge_mode=sum");
}

TEST(LayerReading, AffectedLayersHaveNoTotalAndTheOthersHaveOne) {
  const struct {
    std::string_view query;
    std::vector<std::string> totals;
  } table[] = {{"input=64&layers=LSTM(32),LSTM(1.5)", {"12416", ""}},
               {"input=64&layers=LSTM(1.5),LSTM(32)", {"", ""}},
               {"input=64&layers=LSTM(32,hiden_size=4),LSTM(32)", {"", "8320"}},
               {"input=64&layers=LTSM(32),LSTM(32),LSTM(32)", {"", "", "8320"}},
               {"layers=LSTM(32),LSTM(32)", {"", "8320"}},
               {"input=64&layers=LSTM(32,peepholes=true),LSTM(32)", {"", "8320"}},
               {"input=64&layers=LSTM(32,bias=maybe),LSTM(32)", {"", "8320"}}};
  for (const auto& row : table) {
    const Answer answer = explain(row.query);
    std::vector<std::string> totals;
    for (const LayerAnswer& layer : answer.layers) totals.push_back(layer.total);
    EXPECT_EQ(answer.total, "");
    // A layer with an option that the framework has not may keep its count; one with a missing number can't.
    if (row.query.find("peepholes") == std::string_view::npos) {
      EXPECT_EQ(totals, row.totals) << row.query;
    }
    EXPECT_EQ(totals.back(), row.totals.back()) << row.query;
  }
}

}  // namespace
}  // namespace rnn
