// Framework, input and the stack as a whole: model.cpp.
#include "core/model.h"

#include <gtest/gtest.h>

#include "tests/core/repair.h"

namespace rnn {
namespace {

Model model_of(std::string_view query) {
  const Query parsed = parse(query);
  return read_model(parsed, framework_of(parsed));
}

void expect_problems(const std::vector<ProblemRow>& table) {
  for (const ProblemRow& row : table) EXPECT_EQ(mismatch(row), "") << row.query;
}

// ------------------------------------------------------------------------------------------------- framework

TEST(Model, FrameworksByIdSynonymCaseAndPrefix) {
  const struct {
    std::string_view typed, id;
  } table[] = {{"", "notes"},          {"notes", "notes"},
               {"textbook", "notes"},  {"keras", "keras"},
               {"Keras", "keras"},     {"tensorflow", "keras"},
               {"tf", "keras"},        {"pytorch", "pytorch"},
               {"torch", "pytorch"},   {"PyTorch", "pytorch"},
               {"+keras+", "keras"},   {"++", "notes"},
               {"tf.keras", "keras2"}, {"jax", ""},
               {"keras pytorch", ""}};
  for (const auto& row : table) {
    const Query query = parse("layers=LSTM(3)&framework=" + std::string(row.typed));
    const Framework* found = framework_of(query);
    EXPECT_EQ(found == nullptr ? "" : found->id, row.id) << row.typed;
  }
  EXPECT_EQ(framework_of(parse(""))->id, "notes");
}

TEST(Model, UnknownFramework) {
  expect_problems(
      {{"framework=tensorfow&input=64&layers=LSTM(32)",
        "framework unknown_framework 0-9",
        {{"text", "tensorfow"}, {"suggestion", "tensorflow"}},
        {"use tensorflow: tensorflow"}},
       {"framework=Pytroch&input=64&layers=LSTM(32)",
        "framework unknown_framework 0-7",
        {{"suggestion", "pytorch"}},
        {"use pytorch: pytorch"}},
       {"framework=\U0001F600&input=64&layers=LSTM(32)",
        "framework unknown_framework 0-2",
        {{"text", "\U0001F600"}, {"suggestion", ""}},
        {}},
       {"framework=jax&input=64&layers=LSTM(32)", "framework unknown_framework 0-3", {{"text", "jax"}}, {}}});
  // The layers are still read, so that the form can be filled.
  EXPECT_EQ(explain("framework=jax&input=64&layers=LSTM(32)").written.size(), 1U);
}

// ----------------------------------------------------------------------------------------------------- input

TEST(Model, InputIsRequired) {
  expect_problems({{"layers=LSTM(32)", "input missing 0-0", {{"option", "input"}, {"smallest", "1"}}, {}},
                   {"input=&layers=LSTM(32)", "input missing 0-0", {}, {}},
                   {"input=++&layers=LSTM(32)", "input missing 0-2", {}, {}},
                   {"layers=Dropout(0.5)", "input missing 0-0", {}, {}},
                   {"layers=Dense(3),LSTM(32)", "input missing 0-0", {}, {}}});
}

TEST(Model, InputIsASize) {
  expect_problems(
      {{"input=0&layers=LSTM(32)",
        "input too_small 0-1",
        {{"text", "0"}, {"smallest", "1"}, {"suggestion", "1"}},
        {"use 1: 1"}},
       {"input=-3&layers=LSTM(32)",
        "input too_small 0-2",
        {{"text", "-3"}, {"negative", "true"}, {"suggestion", "3"}},
        {"use 3: 3"}},
       {"input=1.5&layers=LSTM(32)", "input not_whole 0-3", {{"text", "1.5"}}, {"use 1: 1", "use 2: 2"}},
       {"input=1e3&layers=LSTM(32)",
        "input not_plain 0-3",
        {{"text", "1e3"}, {"suggestion", "1000"}},
        {"use 1000: 1000"}},
       {"input=12,416&layers=LSTM(32)",
        "input not_plain 0-6",
        {{"suggestion", "12416"}},
        {"use 12416: 12416"}},
       {"input=12+416&layers=LSTM(32)",
        "input not_plain 0-6",
        {{"text", "12 416"}, {"suggestion", "12416"}},
        {"use 12416: 12416"}},
       {"input=abc&layers=LSTM(32)", "input not_a_number 0-3", {{"text", "abc"}}, {}},
       {"input=\U0001F600&layers=LSTM(32)", "input not_a_number 0-2", {{"text", "\U0001F600"}}, {}},
       {"input=9007199254740992&layers=LSTM(32)",
        "input too_big 0-16",
        {{"largest", "9007199254740991"}},
        {}}});
  EXPECT_EQ(explain("input=9007199254740991&layers=LSTM(1)").total, "36028797018963972");
  EXPECT_EQ(model_of("input=+64+&layers=LSTM(32)").input, Whole(64));
}

// The field is not blamed twice.
TEST(Model, AnUnreadableInputIsNotMissingToo) {
  for (const char* query :
       {"input=%&layers=LSTM(3)", "input=%FF&layers=LSTM(3)", "input=1&input=2&layers=LSTM(3)"}) {
    SCOPED_TRACE(query);
    EXPECT_EQ(explain(query).problems.size(), 1U);
  }
}

TEST(Model, AnEmbeddingSetsTheWidth) {
  expect_problems({{"input=64&layers=Embedding(1000,128),LSTM(32)",
                    "input conflict 0-2",
                    {{"what", "embedding"}, {"text", "64"}, {"largest", "128"}},
                    {"clear 64: "}},
                   {"input=abc&layers=Embedding(1000,128)",
                    "input conflict 0-3",
                    {{"what", "embedding"}},
                    {"clear abc: "}}});
  for (const char* query :
       {"layers=Embedding(1000,128),LSTM(32)", "input=&layers=Embedding(1000,128),LSTM(32)",
        "input=+&layers=Embedding(1000,128),LSTM(32)"})
    EXPECT_EQ(explain(query).total, "148608") << query;
}

// ----------------------------------------------------------------------------------------------------- stack

TEST(Model, NoLayers) {
  expect_problems({{"input=64", "layers missing 0-0", {{"option", "layers"}}, {"add LSTM(32): LSTM(32)"}},
                   {"input=64&layers=", "layers missing 0-0", {}, {"add LSTM(32): LSTM(32)"}},
                   {"input=64&layers=++", "layers missing 0-2", {}, {"add LSTM(32): LSTM(32)"}}});
  // What can't be read is not missing.
  EXPECT_EQ(headlines(explain("input=64&layers=)").problems), std::vector<std::string>{"layers syntax 0-1"});
}

TEST(Model, AllProblemsInTheOrderOfTheFields) {
  EXPECT_EQ(headlines(explain("layers=LTSM(0),GRU(1.5,bias=no),Dense()&input=-1&framework=jax").problems),
            (std::vector<std::string>{"framework unknown_framework 0-3", "input too_small 0-2",
                                      "layers unknown_layer 0-4", "layers not_whole 12-15",
                                      "layers not_a_choice 21-23", "layers missing 31-31"}));
}

TEST(Model, EachLayerReadsWhatTheOneBeforeHandsOn) {
  const struct {
    std::string_view query;
    std::vector<std::string> widths;  ///< "input → output" of each layer
  } table[] = {
      {"input=64&layers=LSTM(32),GRU(16)", {"64 > 32", "32 > 16"}},
      {"input=10&layers=Bidirectional(LSTM(7)),LSTM(3)", {"10 > 14", "14 > 3"}},
      {"input=10&layers=LSTM(7,num_layers=2,bidirectional=true)", {"10 > 14", "14 > 14"}},
      {"framework=keras&input=10&layers=Bidirectional(LSTM(7),merge_mode=sum),LSTM(3)", {"10 > 7", "7 > 3"}},
      {"framework=keras&input=10&layers=Bidirectional(LSTM(7),merge_mode=mul),LSTM(3)", {"10 > 7", "7 > 3"}},
      {"framework=keras&input=10&layers=Bidirectional(LSTM(7),merge_mode=ave),LSTM(3)", {"10 > 7", "7 > 3"}},
      {"framework=keras&input=10&layers=Bidirectional(LSTM(7),merge_mode=concat),LSTM(3)",
       {"10 > 14", "14 > 3"}},
      {"framework=pytorch&input=10&layers=LSTM(7,proj_size=3,num_layers=2)", {"10 > 3", "3 > 3"}},
      {"framework=pytorch&input=10&layers=LSTM(7,proj_size=3,bidirectional=true),GRU(2)",
       {"10 > 6", "6 > 2"}},
      {"layers=Embedding(1000,8),Dropout(0.5),BatchNormalization(),Dense(3)",
       {"1000 > 8", "8 > 8", "8 > 8", "8 > 3"}},
      {"input=5&layers=Dropout(0.5),LSTM(2)", {"5 > 5", "5 > 2"}},
      {"input=5&layers=LSTM(1.5),LSTM(2)", {"5 > ", " > 2"}},
      {"input=5&layers=LTSM(3),LSTM(2)", {"5 > ", " > 2"}}};
  for (const auto& row : table) {
    std::vector<std::string> widths;
    for (const Layer& layer : model_of(row.query).layers)
      widths.push_back(digits(layer.input) + " > " + digits(layer.passed.width));
    EXPECT_EQ(widths, row.widths) << row.query;
  }
}

TEST(Model, LimitOfLayers) {
  std::string thousand = "input=1&layers=RNN(1)";
  for (int i = 1; i < 1000; ++i) thousand += ",RNN(1)";
  EXPECT_EQ(model_of(thousand).layers.size(), 1000U);
  EXPECT_TRUE(model_of(thousand).problems.empty());
  expect_problems(
      {{thousand + ",GRU(1)", "layers limit 7000-7006", {{"what", "layers"}, {"largest", "1000"}}, {}},
       {"input=1&layers=RNN(1,num_layers=1001)",
        "layers limit 6-21",
        {{"what", "layers"}, {"largest", "1000"}},
        {}},
       {"input=1&layers=RNN(1,num_layers=999),RNN(1,num_layers=2)",
        "layers limit 28-40",
        {{"what", "layers"}},
        {}}});
}

TEST(Model, TooLarge) {
  expect_problems({{"input=9007199254740991&layers=LSTM(9007199254740991)",
                    "layers too_large 0-22",
                    {{"number", "1"}, {"largest", "18446744073709551615"}},
                    {}},
                   {"input=1&layers=LSTM(1), Dense(9007199254740991), Dense(9007199254740991)",
                    "layers too_large 34-57",
                    {{"number", "3"}},
                    {}},
                   {"input=1&layers=LSTM(1,num_layers=2),RNN(5000000000)",
                    "layers too_large 21-36",
                    {{"number", "3"}},
                    {}}});
}

}  // namespace
}  // namespace rnn
