// What layers read and hand on: widths that are said, time steps, branches, tied matrices, layers that are
// not known. Numbers: the course notes' formula, and what Keras 3.16 and PyTorch 1.13 say of their own
// layers.
#include <gtest/gtest.h>

#include "core/edit.h"
#include "core/lengths.h"
#include "core/naming.h"
#include "tests/core/answer.h"
#include "tests/core/csv.h"
#include "tests/core/repair.h"
#include "tests/core/sampled.h"

namespace rnn {
namespace {

struct Row {
  std::string query;
  std::string total;
  std::string canonical;  ///< behind "framework=…"; "" where it is not told here
};

void expect_all(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    SCOPED_TRACE(row.query);
    const Answer answer = explain(row.query);
    EXPECT_EQ(headlines(answer.problems), std::vector<std::string>());
    EXPECT_EQ(answer.total, row.total);
    if (row.canonical.empty()) continue;
    EXPECT_EQ(answer.query.substr(answer.query.find('&') + 1), row.canonical);
    EXPECT_EQ(explain(answer.query).query, answer.query);
    EXPECT_EQ(explain(answer.query).total, answer.total);
  }
}

void expect_problem(const std::string& query, const std::string& headline_of_it,
                    const std::vector<std::pair<std::string, std::string>>& details) {
  SCOPED_TRACE(query);
  const Answer answer = explain(query);
  EXPECT_EQ(answer.total, "");
  for (const ProblemAnswer& problem : answer.problems) {
    if (headline(problem) != headline_of_it) continue;
    for (const auto& [name, text] : details) EXPECT_EQ(detail(problem, name), text) << name;
    return;
  }
  ADD_FAILURE() << "not among " << ::testing::PrintToString(headlines(answer.problems));
}

// 4·(64 + 32 + 1)·32 = 12,416, and 128 more with PyTorch's second bias.
TEST(Shapes, SizesStandInTheOrderOfTheFrameworksConstructor) {
  expect_all({
      {"framework=pytorch&layers=nn.LSTM(64, 32)", "12544", "input=64&layers=LSTM(32)"},
      {"framework=pytorch&layers=nn.LSTM(64, 32, 2)", "20992", "input=64&layers=LSTM(32,num_layers=2)"},
      {"framework=pytorch&layers=nn.LSTM(64, 32, 2, False)", "20480",
       "input=64&layers=LSTM(32,num_layers=2,bias=false)"},
      {"framework=pytorch&layers=nn.LSTM(64, 32, 1, True, True, 0.5, True, 16)", "22016",
       "input=64&layers=LSTM(32,bidirectional=true,proj_size=16)"},
      {"framework=pytorch&layers=nn.RNN(64, 32, 2, 'relu')", "5248", "input=64&layers=RNN(32,num_layers=2)"},
      {"framework=pytorch&input=64&layers=LSTM(32)", "12544", "input=64&layers=LSTM(32)"},
      {"framework=pytorch&layers=LSTM(64, hidden_size=32)", "12544", "input=64&layers=LSTM(32)"},
      {"framework=pytorch&layers=LSTM(64, hidden_size=32, num_layers=2)", "20992", ""},
      {"framework=pytorch&layers=nn.Linear(64, 10)", "650", "input=64&layers=Dense(10)"},
      {"framework=pytorch&layers=nn.Linear(64, 10, False)", "640", "input=64&layers=Dense(10,bias=false)"},
      {"framework=pytorch&input=64&layers=LSTM(32), Linear(10)", "12874", ""},
      {"framework=pytorch&layers=BatchNorm1d(64)", "128", "input=64&layers=BatchNormalization()"},
      {"framework=pytorch&layers=BatchNorm1d(64, 1e-5, 0.1, False)", "0", ""},
      {"framework=pytorch&layers=Embedding(1000, 64, 0)", "64000", "layers=Embedding(1000,64)"},
      {"framework=mxnet&input=64&layers=LSTM(32, 2)", "20992", "input=64&layers=LSTM(32,num_layers=2)"},
      {"framework=flux&layers=LSTM(64 => 32)", "12416", "input=64&layers=LSTM(32)"},
      {"framework=flux&layers=LSTM(64 => 32), Dense(32 => 10, relu)", "12746", ""},
      {"framework=paddle&layers=LSTM(64, 32, 2)", "20992", "input=64&layers=LSTM(32,num_layers=2)"},
      {"framework=mlx&layers=GRU(64, 32)", "9344", "input=64&layers=GRU(32)"},
      {"framework=keras&layers=LSTM(64, 32)", "12416", "input=64&layers=LSTM(32)"},
      {"framework=keras&input=64&layers=LSTM(32, 'tanh', 'sigmoid', False)", "12288",
       "input=64&layers=LSTM(32,bias=false)"},
      {"framework=keras&input=64&layers=Dense(1, 'sigmoid')", "65", "input=64&layers=Dense(1)"},
      {"framework=keras&input=64&layers=Dense(1, 'sigmoid', False)", "64", ""},
      {"layers=LSTM(64, 32)", "12416", "input=64&layers=LSTM(32)"},
  });
}

// Each framework's own word for it, in every framework.
TEST(Shapes, WhatIsReadMayBeSaidInEveryFrameworksWord) {
  for (const Framework& framework : frameworks())
    for (const Layout* one : all_layouts(framework)) {
      const Layout& layout = *one;
      if (layout.cell == Cell::embedding || layout.cell == Cell::dropout) continue;
      const Words words(layout.words.empty() ? framework.words : layout.words);
      const std::string word_here(words.input);
      const LayerWord& layer = word(layout.cell);
      if (word_here == "input_shape") continue;  // CNTK's is a shape
      const OptionWord* option = find_option(layer, word_here);
      ASSERT_NE(option, nullptr) << word_here;
      EXPECT_EQ(option->option, Option::input) << framework.id << " " << layout.name << " " << word_here;
      if (!has(layer, Option::units)) continue;
      ASSERT_NE(find_option(layer, words.units), nullptr) << words.units;
      EXPECT_EQ(find_option(layer, words.units)->option, Option::units) << framework.id << " " << words.units;
    }
  EXPECT_EQ(explain("framework=cntk&layers=LSTM(32, input_shape=64)").total, "12416");
}

TEST(Shapes, BranchesAndDecoders) {
  expect_all({
      {"framework=keras&layers=LSTM(256, input_dim=70), LSTM(256, input_dim=90), Dense(90)", "713306",
       "input=70&layers=LSTM(256),LSTM(256,input_dim=90),Dense(90)"},
      {"framework=keras&input=64&layers=LSTM(32), Dense(1, input_dim=32)", "12449",
       "input=64&layers=LSTM(32),Dense(1)"},
      {"framework=keras&input=64&layers=LSTM(32), Bidirectional(LSTM(8), input_dim=96)", "19136",
       "input=64&layers=LSTM(32),Bidirectional(LSTM(8,input_dim=96))"},
      {"framework=keras&layers=Embedding(100, 8), LSTM(4), Embedding(50, 6), LSTM(4)", "1484",
       "layers=Embedding(100,8),LSTM(4),Embedding(50,6),LSTM(4)"},
      {"framework=keras&input=64&layers=LSTM(32), Input(shape=(5,)), Dense(3), Dense(2, input_dim=35)",
       "12506", "input=64&layers=LSTM(32),Input(input_dim=5),Dense(3),Dense(2,input_dim=35)"},
      {"framework=keras&input=64&layers=LSTM(32), Concatenate(input_dim=96), Dense(1)", "12513",
       "input=64&layers=LSTM(32),Concatenate(input_dim=96),Dense(1)"},
      {"framework=keras&layers=Dropout(0.2), LSTM(32, input_dim=64)", "12416",
       "layers=Dropout(0.2),LSTM(32,input_dim=64)"},
  });
  const Answer answer = explain("framework=keras&input=64&layers=LSTM(32), Dense(1, input_dim=96)");
  EXPECT_EQ(answer.layers[1].steps[0].kind, "said");
  EXPECT_EQ(answer.layers[1].steps[0].numbers.text, "96");
  EXPECT_EQ(answer.layers[0].hands_on.width, "32");
  expect_problem("framework=keras&input=32&layers=LSTM(32, input_dim=64)", "layers conflict 9-21",
                 {{"what", "input"}, {"text", "64"}, {"first", "32"}});
}

TEST(Shapes, InputShapes) {
  expect_all({
      {"framework=keras&layers=LSTM(32, input_shape=(10, 64))", "12416",
       "input=64&timesteps=10&layers=LSTM(32)"},
      {"framework=keras&layers=LSTM(32, input_shape=(None, 64))", "12416", "input=64&layers=LSTM(32)"},
      {"framework=keras&layers=LSTM(32, batch_input_shape=[16, 10, 64])", "12416",
       "input=64&timesteps=10&layers=LSTM(32)"},
      {"framework=keras&layers=Dense(32, input_shape=(64,))", "2080", "input=64&layers=Dense(32)"},
      {"framework=keras&layers=Bidirectional(LSTM(32), input_shape=(10, 64))", "24832", ""},
      {"framework=keras&layers=TimeDistributed(Dense(32), input_shape=(10, 64))", "2080", ""},
      {"framework=keras&layers=Input(shape=(10, 64)), LSTM(32)", "12416",
       "input=64&timesteps=10&layers=Input(),LSTM(32)"},
      {"framework=keras&layers=InputLayer(batch_shape=(None, 10, 64)), LSTM(32)", "12416", ""},
      {"framework=keras&layers=LSTM(32, input_dim=64, input_length=10)", "12416",
       "input=64&timesteps=10&layers=LSTM(32)"},
      {"framework=keras&layers=Embedding(1000, 8, input_length=maxlen), LSTM(4)", "8208", ""},
  });
  expect_problem("framework=keras&layers=LSTM(32, input_shape=x)", "layers not_a_shape 21-22",
                 {{"text", "x"}});
  expect_problem("framework=keras&timesteps=5&layers=LSTM(32, input_shape=(10, 64))", "layers conflict 9-29",
                 {{"what", "timesteps"}, {"text", "10"}, {"first", "5"}});
}

TEST(Shapes, FlattenAsksForTheTimeSteps) {
  const std::string model =
      "framework=keras&input=3&layers=LSTM(16, return_sequences=true), Flatten(), Dense(5)";
  expect_problem(model, "timesteps missing 0-0", {{"option", "timesteps"}, {"layer", "Flatten"}});
  expect_all({
      {model + "&timesteps=48", "5125",
       "input=3&timesteps=48&layers=LSTM(16,return_sequences=true),Flatten(),Dense(5)"},
      // Keras hands on one vector, PyTorch a sequence.
      {"framework=keras&input=3&layers=LSTM(16), Flatten(), Dense(5)", "1365", ""},
      {"framework=pytorch&input=3&timesteps=48&layers=LSTM(16), Flatten(), Linear(5)", "5189", ""},
      // Where the next layer says what it reads, or nothing is read, nobody asks.
      {"framework=keras&input=3&layers=LSTM(16, return_sequences=true), Flatten(), Dense(5, input_dim=768)",
       "5125", ""},
      {"framework=keras&input=3&layers=LSTM(16, return_sequences=true), Flatten()", "1280", ""},
      {"framework=keras&input=3&layers=GlobalMaxPooling1D(), Flatten(), Dense(2)", "8", ""},
      {"framework=keras&input=4&layers=LSTM(8), RepeatVector(3), Flatten(), Dense(1)", "441", ""},
  });
  // Behind a branch the field's steps are not those that come.
  expect_problem(
      "framework=keras&input=3&timesteps=9&layers=LSTM(4), LSTM(8, input_dim=5, return_sequences=true), "
      "Flatten(), Dense(2)",
      "layers missing 71-71", {{"option", "input_dim"}, {"layer", "Dense"}, {"text", "Flatten"}});
}

// Behind an LSTM Keras lays out one vector and PyTorch all of them: that is a difference with a name, too.
TEST(Shapes, FrameworksThatHandOnAllStepsReadMoreBehindAFlatten) {
  for (const char* model :
       {"&timesteps=48&layers=Embedding(20,6),LSTM(16),Flatten(),Dense(5),BatchNormalization()",
        "&input=4&timesteps=9&layers=Bidirectional(GRU(3)),Flatten(),Bidirectional(LSTM(2)),Dense(1)",
        "&input=4&timesteps=9&layers=MaxPooling1D(2),Flatten(),BatchNormalization(),GRU(3)"})
    for (const Framework& framework : frameworks()) {
      const std::string query = "framework=" + std::string(framework.id) + model;
      SCOPED_TRACE(query);
      for (const Comparison& there : compare(query)) {
        if (there.sign.empty()) continue;
        std::int64_t sum = 0;
        for (const Term& term : there.terms) sum += (term.sign == "more" ? 1 : -1) * std::stoll(term.value);
        EXPECT_EQ(sum, (there.sign == "fewer" ? -1 : 1) * std::stoll(there.difference)) << there.framework;
      }
    }
}

// Without its Flatten a model is another one, and the smaller number is wrong.
TEST(Shapes, AFlattenLeftOutIsAnotherModel) {
  const std::string before =
      "framework=keras&timesteps=1014&layers=Embedding(10259, 100), LSTM(256, return_sequences=true), "
      "LSTM(256, return_sequences=true), ";
  const std::string behind = "Dense(1024, 'relu'), Dense(2, 'softmax')";
  expect_all({{before + "Flatten(), " + behind, "267733870", ""}, {before + behind, "2181998", ""}});
}

TEST(Shapes, WhatChangesWidthOrSteps) {
  expect_all({
      {"framework=keras&input=4&timesteps=12&layers=Permute((2, 1)), LSTM(3)", "192", ""},
      {"framework=keras&input=4&timesteps=12&layers=Reshape((6, 8)), LSTM(3)", "144", ""},
      {"framework=keras&input=4&timesteps=12&layers=Reshape((-1, 8)), Flatten(), Dense(1)", "49",
       "input=4&timesteps=12&layers=Reshape((-1,8)),Flatten(),Dense(1)"},
      {"framework=keras&input=4&layers=Reshape((-1, 8)), LSTM(3)", "144", ""},
      {"framework=keras&input=4&timesteps=12&layers=Reshape((48,)), Dense(1)", "49", ""},
      {"framework=keras&input=8&timesteps=10&layers=UpSampling1D(2), ZeroPadding1D(2), Cropping1D((1, 2)), "
       "Flatten(), Dense(1)",
       "169", ""},
      {"framework=keras&input=8&layers=GLU(), Dense(1)", "5", ""},
      {"framework=keras&input=8&layers=MaxPooling2D((2, 2)), Dense(1)", "9", ""},
      {"framework=keras&input=4&layers=AdaptiveAveragePooling1D(5), Flatten(), Dense(1)", "21", ""},
  });
  expect_problem("framework=keras&input=4&layers=Permute((2, 1)), LSTM(3)", "timesteps missing 0-0",
                 {{"layer", "Permute"}});
  expect_problem("framework=keras&input=4&timesteps=12&layers=Reshape((-1, 5)), LSTM(3)",
                 "layers conflict 0-16", {{"what", "reshape"}, {"text", "(-1,5)"}, {"number", "48"}});
  expect_problem("framework=keras&input=4&timesteps=2&layers=MaxPooling1D(3), LSTM(3)",
                 "layers too_short 0-15", {{"layer", "MaxPooling1D"}, {"number", "2"}});
  expect_problem("framework=keras&input=4&timesteps=3&layers=Cropping1D(2), LSTM(3)", "layers too_short 0-13",
                 {});
  expect_problem("framework=keras&input=7&layers=GLU(), Dense(1)", "layers conflict 0-5",
                 {{"what", "halves"}});
  expect_problem("framework=keras&input=4&layers=Reshape(x), Dense(1)", "layers not_a_shape 8-9",
                 {{"option", "target_shape"}});
  expect_problem("framework=keras&input=4&layers=Lambda(f), Dense(2)", "layers missing 17-17",
                 {{"option", "input_dim"}, {"text", "Lambda"}});
}

// Keras: floor((T − k)/s) + 1, or with "same" ceil(T/s); its layers printed these. PyTorch: the same with
// padding, and with ceil_mode the last window must begin before the right padding.
TEST(Shapes, Lengths) {
  const struct {
    std::uint64_t steps;
    Window window;
    std::uint64_t left;
  } table[] = {
      {10, {3, 3, 1, 0, Padding::valid, false}, 3},    {10, {3, 3, 1, 0, Padding::same, false}, 4},
      {300, {2, 1, 1, 0, Padding::valid, false}, 299}, {10, {3, 2, 1, 0, Padding::causal, false}, 5},
      {2, {3, 3, 1, 0, Padding::valid, false}, 0},     {18, {2, 3, 1, 0, Padding::valid, true}, 6},
      {13, {2, 2, 1, 0, Padding::valid, true}, 7},     {5, {2, 2, 1, 1, Padding::valid, true}, 3},
      {4, {2, 3, 1, 1, Padding::valid, true}, 2},      {2, {3, 5, 1, 0, Padding::valid, true}, 1},
      {30, {5, 2, 3, 2, Padding::valid, false}, 11},
  };
  for (const auto& row : table)
    EXPECT_EQ(steps_left(row.steps, row.window), Whole(row.left))
        << row.steps << " steps, window " << row.window.size;
}

// Steps that move are kept in the canonical form where they are known or read, else dropped.
TEST(Shapes, WhatOnlyMovesStepsIsKeptWhereItMatters) {
  expect_all({
      {"framework=keras&input=4&layers=MaxPooling1D(3, strides=2), LSTM(3, return_sequences=true)", "96",
       "input=4&layers=MaxPooling1D(),LSTM(3)"},
      {"framework=keras&input=4&timesteps=9&layers=MaxPooling1D(3, 2), LSTM(3)", "96",
       "input=4&timesteps=9&layers=MaxPooling1D(kernel_size=3,strides=2),LSTM(3)"},
      {"framework=pytorch&input=4&timesteps=9&layers=MaxPool1d(3, 2, 1, ceil_mode=True), RNN(3)", "27",
       "input=4&timesteps=9&layers=MaxPooling1D(kernel_size=3,strides=2,padding=1,ceil_mode=true),RNN(3)"},
      {"framework=keras&input=4&timesteps=9&layers=MaxPooling1D(3, padding='SAME'), Flatten(), Dense(1)",
       "13", "input=4&timesteps=9&layers=MaxPooling1D(kernel_size=3,padding=same),Flatten(),Dense(1)"},
  });
}

TEST(Shapes, TiedMatrices) {
  expect_all({
      {"framework=pytorch&layers=Embedding(1000, 50), LSTM(50, num_layers=3), GRU(50), Linear(1000, tied=true)",
       "127500", "layers=Embedding(1000,50),LSTM(50,num_layers=3),GRU(50),Dense(1000,tied=true)"},
      {"framework=pytorch&layers=Embedding(10, 5), Linear(10, bias=false, tied=true)", "50", ""},
  });
  const Answer answer =
      explain("framework=keras&layers=Embedding(7, 64, trainable=false), Dense(7, tied=true)");
  EXPECT_EQ(answer.total, "455");
  EXPECT_EQ(answer.trainable, "7");
  EXPECT_EQ(answer.layers[1].tied, 0);
  EXPECT_EQ(answer.layers[0].tied, -1);
  expect_problem("framework=keras&input=64&layers=Dense(7, tied=true)", "layers conflict 9-18",
                 {{"what", "tied_none"}});
  expect_problem("framework=keras&layers=Embedding(9, 64), Dense(7, tied=true)", "layers conflict 27-36",
                 {{"what", "tied_units"}, {"text", "7"}, {"largest", "9"}});
  expect_problem("framework=keras&layers=Embedding(7, 64), LSTM(3), Dense(7, tied=true)",
                 "layers conflict 36-45", {{"what", "tied_width"}, {"text", "3"}, {"largest", "64"}});
}

TEST(Shapes, WhatIsFrozen) {
  const struct {
    const char* query;
    const char* total;
    const char* trainable;
  } table[] = {
      {"framework=keras&input=64&layers=LSTM(32, trainable=false)", "12416", "0"},
      {"framework=pytorch&input=64&layers=LSTM(32, requires_grad=False)", "12544", "0"},
      {"framework=pytorch&layers=Embedding(10, 4, freeze=True), Linear(1)", "45", "5"},
      {"framework=pytorch&layers=Embedding(10, 4, freeze=false), Linear(1)", "45", "45"},
      // BatchNormalization's mean and variance are not trained by anyone.
      {"framework=keras&input=8&layers=BatchNormalization()", "32", "16"},
      {"framework=keras&input=8&layers=BatchNormalization(trainable=false)", "32", "0"},
      {"framework=keras&input=8&layers=BatchNormalization(center=false)", "24", "8"},
      {"framework=pytorch&input=8&layers=BatchNorm1d()", "16", "16"},
      // Keras 3 and TensorFlow.js go on training what a frozen wrapper wraps; what stands inside counts.
      {"framework=keras&input=8&layers=Bidirectional(LSTM(4), trainable=false)", "416", "416"},
      {"framework=keras&input=8&layers=TimeDistributed(Dense(4), trainable=false)", "36", "36"},
      {"framework=tfjs&input=8&layers=TimeDistributed(Dense(4), trainable=false)", "36", "36"},
      {"framework=keras&input=8&layers=Bidirectional(LSTM(4, trainable=false))", "416", "0"},
      {"framework=keras&input=8&layers=Dropout(0.5, trainable=false), Dense(1)", "9", "9"},
  };
  for (const auto& row : table) {
    const Answer answer = explain(row.query);
    EXPECT_EQ(answer.total, row.total) << row.query;
    EXPECT_EQ(answer.trainable, row.trainable) << row.query;
    EXPECT_EQ(explain(answer.query).trainable, row.trainable) << answer.query;
  }
  EXPECT_EQ(headlines(explain("framework=keras&input=8&layers=LSTM(4, trainable=maybe)").problems),
            std::vector<std::string>{"layers not_a_choice 18-23"});
}

// What is frozen is written as what is not trained, and changed as that.
TEST(Shapes, FreezeSaysTheOpposite) {
  const std::string layers = "Embedding(10, 4, freeze=True), Linear(1)";
  const Answer answer = explain("framework=pytorch&layers=" + layers);
  const auto& argument = answer.written[0].arguments[2];
  EXPECT_EQ(argument.name + "=" + argument.text, "trainable=false");
  const auto after = [&](const char* value) {
    std::string text = layers;
    const Edits edits = edit(parse("framework=pytorch&layers=" + layers), {"set", "0", "trainable", value});
    for (auto one = edits.edits.rbegin(); one != edits.edits.rend(); ++one)
      text.replace(one->span.start, one->span.end - one->span.start, one->text);
    return text;
  };
  EXPECT_EQ(after("true"), "Embedding(10, 4, trainable=true), Linear(1)");
  EXPECT_EQ(after(""), "Embedding(10, 4), Linear(1)");
}

// A name in the place of a number says nothing: the steps are the field's.
TEST(Shapes, AStepCountThatCannotBeReadIsNoOrigin) {
  const Answer answer = explain(
      "framework=keras&timesteps=10&layers=Embedding(100, 8, input_length=maxlen), Flatten(), Dense(1)");
  EXPECT_EQ(answer.total, "881");
  EXPECT_EQ(answer.layers[2].steps[0].numbers.tokens[0].ref, "timesteps");
  EXPECT_EQ(explain("framework=keras&layers=Embedding(100, 8, input_length=10), Flatten(), Dense(1)")
                .layers[2]
                .steps[0]
                .numbers.tokens[0]
                .ref,
            "written.0.args.2");
}

TEST(Shapes, AnUnknownLayerLeavesTheOthersTheirCounts) {
  const Answer answer = explain("input=64&layers=LSTM(32), MDN(75, 3), Dense(1)");
  EXPECT_EQ(answer.total, "");
  EXPECT_EQ(answer.counted, "12416");
  ASSERT_EQ(answer.problems.size(), 1U) << "what the next layer reads is not asked for as well";
  EXPECT_EQ(fix_line(answer.problems[0].fixes.at(0), answer.fields),
            "custom Custom(75, parameters=…): LSTM(32), Custom(75, parameters=), Dense(1)");
  EXPECT_EQ(explain("input=64&layers=LSTM(32), MDN(75, 3), Dense(1, input_dim=75)").counted, "12492");
  expect_all({{"input=64&layers=LSTM(32), Custom(75, parameters=100), Dense(1)", "12592",
               "input=64&layers=LSTM(32),Custom(75,100),Dense(1)"},
              {"input=64&layers=Custom(75, parameters=0)", "0", ""}});
  EXPECT_EQ(headlines(explain("input=64&layers=Custom(75, parameters=)").problems),
            std::vector<std::string>{"layers missing 22-22"});
}

// What other readings of the same text would make another number of.
TEST(Shapes, NothingIsReadAsWhatItIsNot) {
  expect_all({
      {"framework=flax_linen&input=4&layers=Dense(10, False)", "40", ""},
      {"framework=haiku&input=4&layers=Linear(10, False)", "40", ""},
      {"framework=haiku&input=8&layers=VanillaRNN(8, False)", "136", ""},
      {"framework=tf1&input=4&layers=LSTMCell(8, True)", "440", ""},
      {"framework=pytorch&layers=LSTM(10, 20, 2, 0)", "5600", ""},
      {"framework=mxnet&input=4&layers=LSTM(100, 3, 'TNC', 0.2, True)", "568000", ""},
      {"framework=keras&input=4&layers=LSTM(4), BatchNormalization(-1, 0.99, 0.001, False, False)", "152",
       ""},
      {"framework=pytorch&input=4&timesteps=3&layers=Flatten(1, -1), Linear(12, 2)", "26", ""},
      {"framework=pytorch&input=4&timesteps=9&layers=AvgPool1d(kernel_size=(2,), stride=(2,), padding=(0,)), "
       "Flatten(), Linear(2)",
       "34", ""},
      // At every time step.
      {"framework=keras&timesteps=10&input=4&layers=TimeDistributed(LSTM(8)), Flatten(), Dense(3)", "659",
       "input=4&timesteps=10&layers=LSTM(8,return_sequences=true),Flatten(),Dense(3)"},
      {"framework=keras&timesteps=10&input=4&layers=TimeDistributed(Flatten()), Dense(3)", "15",
       "input=4&timesteps=10&layers=TimeDistributed(Flatten()),Dense(3)"},
      // A shape of one number is a vector.
      {"framework=keras&layers=Input((10,64)), LSTM(32)", "12416",
       "input=64&timesteps=10&layers=Input(),LSTM(32)"},
      {"framework=keras&timesteps=7&layers=Input(shape=(784,)), Flatten(), Dense(10)", "7850", ""},
      {"framework=keras&layers=Dense(8, input_shape=(40,)), Flatten(), Dense(1)", "337",
       "input=40&layers=Dense(8,input_shape=(40,)),Flatten(),Dense(1)"},
      {"framework=keras&layers=Reshape((4,10), input_shape=(40,)), LSTM(2)", "104", ""},
      {"framework=keras&layers=Input(shape=(100,)), Embedding(1000,64), Flatten(), Dense(1)", "70401", ""},
      {"framework=keras&layers=LSTM(32, input_shape=(n_steps, 64))", "12416", "input=64&layers=LSTM(32)"},
      // Keras reads an input_shape of the first layer alone.
      {"framework=keras&layers=LSTM(20, input_shape=(10,64)), LSTM(20, input_shape=(10,64))", "10080", ""},
      {"framework=keras&input=4&layers=LSTM(4, return_sequences=rs), Dense(1)", "149",
       "input=4&layers=LSTM(4),Dense(1)"},
  });
  for (const char* query :
       {"framework=keras&layers=Dense(3, 5, False)", "input=4&layers=Dense(3, False)",
        "framework=keras&input=4&layers=LSTM(4), BatchNormalization(3)",
        "framework=keras&input=6&layers=LSTM(64 // 2)",
        "framework=keras&input=5&layers=Input((10,64)), LSTM(32)",
        "framework=keras&timesteps=28&layers=Flatten(input_shape=(28,28,3)), Dense(10)",
        "framework=keras&timesteps=10&input=4&layers=Dense(4), Dense(4, timesteps=7), Flatten(), Dense(1)",
        "framework=keras&input=4&layers=GlobalAveragePooling1D(data_format='channels_first'), Dense(1)",
        "framework=tinygrad&input=4&layers=BatchNorm(track_running_stats=False)",
        "framework=pytorch&layers=Linear(10,20), GLU(1)",
        "framework=keras&input=4&timesteps=10&layers=LSTM(4, return_sequences=rs), Flatten(), Dense(1)",
        "framework=keras&input=4&layers=Reshape((0, 8)), LSTM(2)",
        "framework=paddle&layers=LSTM(16,32,2,'bidirect')"})
    EXPECT_FALSE(explain(query).problems.empty()) << query;
  // Others count the model as it was understood.
  std::size_t counted = 0;
  for (const Comparison& there : compare("framework=pytorch&layers=Linear(4,5,False)")) {
    if (there.total.empty()) continue;
    ++counted;
    EXPECT_EQ(there.total, "20") << there.framework;
  }
  EXPECT_GE(counted, 15U);
}

// Whatever it is told, a layer that stores nothing stores nothing.
TEST(Shapes, LayersWithoutParametersStoreNothing) {
  std::size_t place = 0;
  for (const Framework& framework : frameworks())
    for (const LayerWord& layer : layers()) {
      if (layer.cell != Cell::passing || !has_cell(framework, Cell::lstm) || !is_sampled(place++)) continue;
      std::string required;
      for (const Option option : layer.options)
        if (word(option).required) required = word(option).fresh;
      const std::string name(
          *std::next(layer.names.begin(), std::distance(layer.names.begin(), layer.names.end()) - 1));
      const Answer answer =
          explain("framework=" + std::string(framework.id) + "&input=32&timesteps=12&layers=LSTM(32)," +
                  name + "(" + required + "),Dense(2,input_dim=32)");
      EXPECT_EQ(headlines(answer.problems), std::vector<std::string>()) << name;
      EXPECT_EQ(answer.layers.at(1).total, "0") << name;
      EXPECT_EQ(answer.layers.at(1).cell, layer.names.front());
    }
}

// Every kind of layer of the frameworks that are written about is counted, or refused with its reason.
TEST(Shapes, EveryKnownKindOfLayerIsCountedOrRefused) {
  constexpr std::string_view counted =
      "Input InputLayer Masking Activation ReLU LeakyReLU ELU Softmax ThresholdedReLU Dropout AlphaDropout "
      "GaussianDropout SpatialDropout1D SpatialDropout2D SpatialDropout3D GaussianNoise ActivityRegularization "
      "UnitNormalization RepeatVector Flatten Reshape Permute MaxPooling1D MaxPool1D AveragePooling1D AvgPool1D "
      "MaxPooling2D MaxPooling3D AveragePooling2D AveragePooling3D GlobalMaxPooling1D GlobalMaxPool1D "
      "GlobalAveragePooling1D GlobalAvgPool1D GlobalMaxPooling2D GlobalMaxPooling3D GlobalAveragePooling2D "
      "GlobalAveragePooling3D AdaptiveAveragePooling1D AdaptiveMaxPooling1D UpSampling1D ZeroPadding1D Cropping1D "
      "Concatenate Add Average Multiply Maximum Minimum Subtract Dot Lambda TextVectorization StringLookup "
      "IntegerLookup Hashing CategoryEncoding Discretization Rescaling Resizing SELU CELU GELU SiLU Mish Tanh "
      "Sigmoid Softplus Softsign LogSoftmax Hardtanh Hardswish Hardsigmoid ReLU6 RReLU Threshold Identity Dropout1d "
      "Dropout2d Dropout3d FeatureAlphaDropout Unflatten MaxPool1d MaxPool2d MaxPool3d AvgPool1d AvgPool2d AvgPool3d "
      "AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveMaxPool1d AdaptiveMaxPool2d AdaptiveMaxPool3d "
      "LPPool1d LPPool2d ZeroPad1d ZeroPad2d ConstantPad1d ReflectionPad1d Upsample PixelShuffle LocalResponseNorm "
      "GLU BatchNormalization BatchNorm1d BatchNorm2d BatchNorm3d LayerNormalization LayerNorm Embedding Dense Linear "
      "LSTM GRU SimpleRNN RNN CuDNNLSTM CuDNNGRU Custom Conv1D Convolution1D Conv2D Convolution2D Conv3D "
      "SeparableConv1D DepthwiseConv1D Conv1DTranspose Conv1d Conv2d Conv3d ConvTranspose1d ConvLSTM1D ConvLSTM2D "
      "ConvLSTM3D Attention AdditiveAttention MultiHeadAttention GroupQueryAttention GroupedQueryAttention "
      "MultiheadAttention GroupNormalization GroupNorm RMSNormalization RMSNorm Normalization PReLU InstanceNorm1d "
      "LocallyConnected1D Conv1DLSTM Conv2DLSTM Conv3DLSTM Conv ConvTranspose";
  constexpr std::string_view refused =
      "LocallyConnected2D ConvLSTMCell Conv1DLSTMCell "
      "SpectralNormalization ReversibleEmbedding";
  const auto each = [](std::string_view names, auto&& check) {
    for (const std::string& name : split(names, ' ')) check(name);
  };
  each(counted, [](const std::string& name) { EXPECT_NE(layer_named(name), nullptr) << name; });
  each(refused, [](const std::string& name) {
    const Answer answer = explain("input=64&layers=LSTM(32)," + name + "(8)");
    ASSERT_FALSE(answer.problems.empty()) << name;
    EXPECT_EQ(answer.problems[0].code, "not_counted") << name;
    EXPECT_EQ(answer.counted, "12416") << name;
  });
}

// Keras 3's Bidirectional keeps a backward_layer as it is given: of the same kind and size, it is the layer
// that it would have made itself. Two of 4·(6 + 4 + 1)·4 = 176.
TEST(Shapes, ABackwardLayerIsLikeTheForwardOne) {
  expect_all({
      {"framework=keras&input=6&layers=Bidirectional(LSTM(4), backward_layer=LSTM(4, go_backwards=True))",
       "352", "input=6&layers=Bidirectional(LSTM(4))"},
      {"framework=keras&input=6&layers=Bidirectional(backward_layer=LSTM(4, go_backwards=True), layer=LSTM(4)), "
       "Dense(3)",
       "379", "input=6&layers=Bidirectional(LSTM(4)),Dense(3)"},
  });
  // Which others do not have.
  for (const std::string other : {"LSTM(5)", "GRU(4)", "LSTM(4, use_bias=False)", "LSTM(4, trainable=False)"})
    expect_problem("framework=tfjs&input=6&layers=Bidirectional(LSTM(4), backward_layer=" + other + ")",
                   "layers conflict 23-" + std::to_string(23 + 15 + other.size()), {{"what", "backward"}});
  expect_problem(
      "framework=keras&input=6&layers=Bidirectional(ConvLSTM2D(4,(3,5)),backward_layer=ConvLSTM2D(4,(3,7)))",
      "layers conflict 34-68", {{"what", "backward"}});
  const std::string forward = "framework=keras&input=6&layers=Bidirectional(LSTM(4), backward_layer=";
  expect_problem(forward + "LSTM(4, foo=3))", "layers unknown_option 46-49", {{"option", "foo"}});
  expect_problem(forward + "LSTM())", "layers missing 43-43", {{"option", "units"}});
  expect_problem(forward + "LSTM(4), backward_layer=LSTM(4))", "layers conflict 47-69",
                 {{"what", "wraps_one"}});
  expect_all({
      {"framework=keras&layers=Bidirectional(LSTM(4, input_shape=(10, 6)), backward_layer=LSTM(4))", "352",
       ""},
      {"framework=keras&input=6&layers=Bidirectional(ConvLSTM2D(4,3),backward_layer=ConvLSTM2D(4,(3,3)))",
       "2912", "input=6&layers=Bidirectional(ConvLSTM2D(4,3))"},
  });
}

// Keras 3 (facts: run): LSTM 4 forwards and LSTM 5 backwards on 6 are 176 + 240; each reads the 6, and side
// by side they hand on 9.
TEST(Shapes, ABackwardLayerMayBeAnotherOne) {
  // GRU(5) on 6 with reset_after: 3·5·(6 + 5 + 2) = 195; without: 3·5·(6 + 5 + 1) = 180.
  expect_all({
      {"framework=keras&input=6&layers=Bidirectional(LSTM(4), backward_layer=LSTM(5, go_backwards=True))",
       "416", "input=6&layers=Bidirectional(LSTM(4),backward_layer=LSTM(5))"},
      {"framework=keras&input=6&layers=Bidirectional(LSTM(4), backward_layer=GRU(5)), Dense(3)", "401",
       "input=6&layers=Bidirectional(LSTM(4),backward_layer=GRU(5)),Dense(3)"},
      {"framework=keras2&layers=Bidirectional(backward_layer=GRU(5, use_bias=False, name='b'), layer=LSTM(4, "
       "input_shape=(10, 6)), merge_mode='concat'), LSTM(2)",
       "437", "input=6&timesteps=10&layers=Bidirectional(LSTM(4),backward_layer=GRU(5,bias=false)),LSTM(2)"},
      {"input=6&layers=Bidirectional(LSTM(4), backward_layer=GRU(5)), Dense(3)", "386", ""},
      {"framework=keras&input=6&layers=Bidirectional(LSTM(4), backward_layer=GRU(4), merge_mode='sum'), Dense(3)",
       "335", "input=6&layers=Bidirectional(LSTM(4),backward_layer=GRU(4),merge_mode=sum),Dense(3)"},
      {"framework=keras&input=6&layers=Bidirectional(LSTM(4), backward_layer=LSTM(4, use_bias=False))", "336",
       ""},
      {"framework=keras&input=6&layers=Dense(2), Bidirectional(LSTM(4, input_dim=6), backward_layer=LSTM(5)), "
       "Dense(3)",
       "460", "input=6&layers=Dense(2),Bidirectional(LSTM(4,input_dim=6),backward_layer=LSTM(5)),Dense(3)"},
      {"framework=keras&input=6&timesteps=3&layers=Bidirectional(LSTM(4, return_sequences=True), "
       "backward_layer=GRU(5, return_sequences=True)), Flatten(), Dense(1)",
       "399",
       "input=6&timesteps=3&layers=Bidirectional(LSTM(4,return_sequences=true),backward_layer=GRU(5)),Flatten(),"
       "Dense(1)"},
  });
  const Answer answer = explain(
      "framework=keras&input=6&layers=Bidirectional(LSTM(4), backward_layer=LSTM(5, trainable=False))");
  EXPECT_EQ(answer.frozen, "240");
  const std::string forward = "framework=keras&input=6&layers=Bidirectional(LSTM(4), ";
  expect_problem(forward + "backward_layer=GRU(5), merge_mode='ave'), Dense(3)", "layers conflict 46-62",
                 {{"what", "ways"}, {"text", "5"}, {"number", "4"}});
  expect_problem(forward + "backward_layer=Dense(4))", "layers conflict 23-46", {{"what", "backward"}});
  expect_problem(forward + "backward_layer=LSTM(5, num_layers=2))", "layers conflict 23-59",
                 {{"what", "wrapped"}});
  expect_problem(forward + "backward_layer=GRU(5), merge_mode=None), Dense(3)", "layers missing 70-70",
                 {{"option", "input_dim"}});
}

// Two tensors of 4 numbers: what reads them says how.
TEST(Shapes, DirectionsThatAreNotMergedAreTwoTensors) {
  expect_all({
      {"framework=keras&input=6&layers=Bidirectional(LSTM(4), merge_mode=None)", "352",
       "input=6&layers=Bidirectional(LSTM(4),merge_mode=none)"},
      {"framework=keras&input=6&layers=Bidirectional(LSTM(4), merge_mode=None), Dense(3, input_dim=8)", "379",
       "input=6&layers=Bidirectional(LSTM(4),merge_mode=none),Dense(3,input_dim=8)"},
      {"framework=keras&input=6&layers=Bidirectional(ConvLSTM2D(4, 3), merge_mode=None)", "2912", ""},
  });
  expect_problem("framework=keras&input=6&layers=Bidirectional(LSTM(4), merge_mode=None), Dense(3)",
                 "layers missing 47-47", {{"option", "input_dim"}, {"layer", "Dense"}, {"text", "LSTM"}});
  expect_problem("framework=keras&input=6&layers=LSTM(4, num_layers=2, bidirectional=true, merge_mode=none)",
                 "layers conflict 42-57", {{"what", "apart"}});
  // Its Bidirectional.Mode has no such value.
  expect_problem("framework=dl4j&input=6&layers=LSTM(4, bidirectional=true, merge_mode=none)",
                 "layers unsupported 28-43", {{"option", "merge_mode"}});
}

}  // namespace
}  // namespace rnn
