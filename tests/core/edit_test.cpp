// What the form does to the layers' text: what is set reads back as set, and whatever it is not about stays
// as typed.
#include "core/edit.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/model.h"
#include "tests/core/answer.h"
#include "tests/core/random_query.h"
#include "tests/core/repair.h"

namespace rnn {
namespace {

/// The text with the edits, which stand in it from left to right with something between them.
std::string applied(std::string text, const std::vector<Edit>& edits) {
  std::size_t end = text.size() + 1;
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    EXPECT_LE(edit->span.start, edit->span.end);
    EXPECT_LT(edit->span.end, end);
    if (edit->span.start > edit->span.end || edit->span.end >= end) return text;
    text.replace(edit->span.start, edit->span.end - edit->span.start, edit->text);
    end = edit->span.start;
  }
  return text;
}

std::string& layers_of(FieldTexts& fields) { return fields[static_cast<std::size_t>(Key::layers)]; }

std::vector<Written> read(std::string_view layers) {
  return read_model(parse_layers(layers), nullptr).written;
}

/// The code of the problem, or the text after the edits.
std::string after(std::string_view layers, const Change& change) {
  const Edits edits = edit(parse_layers(layers), change);
  EXPECT_TRUE(edits.problems.empty() || edits.edits.empty());
  if (!edits.problems.empty()) return std::string(edits.problems.told().front()->code);
  return applied(std::string(layers), edits.edits);
}

struct Row {
  const char* layers;
  const char* layer;
  const char* argument;
  const char* value;
  const char* after;
};

void expect_all(const char* kind, std::initializer_list<Row> rows) {
  for (const Row& row : rows)
    EXPECT_EQ(after(row.layers, {kind, row.layer, row.argument, row.value}), row.after)
        << row.layers << ": " << row.argument << " = \"" << row.value << '"';
}

TEST(Edit, AnOptionThatIsThereIsReplacedInItsPlace) {
  expect_all("set",
             {{"LSTM( 32 ),GRU(4)", "0", "units", "7", "LSTM( 7 ),GRU(4)"},
              {"LSTM(32), layers.GRU( hidden_size = 16 ,bias=False)", "1", "units", "7",
               "LSTM(32), layers.GRU( hidden_size = 7 ,bias=False)"},
              {"LSTM(bias=false, 32)", "0", "num_units", "7", "LSTM(bias=false, 7)"},
              {"LSTM(units=)", "0", "units", "7", "LSTM(units=7)"},
              {"LSTM(units= , bias=true)", "0", "units", "7", "LSTM(units= 7, bias=true)"},
              {"LSTM(\"3\\\"2\")", "0", "units", "7", "LSTM(7)"},
              {"Bidirectional(GRU(16), merge_mode=sum)", "0", "merge_mode", "mul",
               "Bidirectional(GRU(16), merge_mode=mul)"},
              {"Bidirectional(GRU(16, merge_mode=sum))", "0", "merge_mode", "mul",
               "Bidirectional(GRU(16, merge_mode=mul))"},
              {"LSTM(64, 32, 2)", "0", "num_layers", "5", "LSTM(64, 32, 5)"},
              {"LayerNormalization(axis=[1, 2])", "0", "axis", "2", "LayerNormalization(axis=2)"},
              {"LayerNormalization(axis=1)", "0", "axis", "(1,2)", "LayerNormalization(axis=(1,2))"},
              {"LSTM(4), LayerNormalization(axis=[1, 2])", "0", "units", "7",
               "LSTM(7), LayerNormalization(axis=[1, 2])"},
              {"LSTM(64, 32)", "0", "units", "5", "LSTM(64, 5)"},
              {"LSTM(32, units=64)", "0", "units", "7", "LSTM(32, units=7)"},
              {"Embedding(input_dim=9, 8)", "0", "vocab_size", "7", "Embedding(input_dim=7, 8)"},
              {"TimeDistributed(Dense(8), name=x)", "0", "units", "7", "TimeDistributed(Dense(7), name=x)"}});
}

// MXNet's units come first, and the number of layers behind them.
TEST(Edit, WordsThatAreNoTextHaveAnAnswerToo) {
  for (const Change& change : {Change{"add", "", "",
                                      "LSTM\xFD"
                                      "3)"},
                               Change{"set", "0", "un\xC3its", "9"}, Change{"\xE0\x80", "0", "units", "9"},
                               Change{"move", "\xFF", "", "0"}})
    EXPECT_TRUE(is_json(edit_json("input=10&layers=LSTM(7)", change))) << change.value;
}

TEST(Edit, TheUnitsAreTheFrameworksOwn) {
  const std::string layers = "LSTM(32, 64)";
  const Query query = parse("framework=mxnet&input=64&layers=" + layers);
  EXPECT_EQ(applied(layers, edit(query, {"set", "0", "units", "7"}).edits), "LSTM(7, 64)");
  const Query other = parse("framework=pytorch&input=64&layers=" + layers);
  EXPECT_EQ(applied(layers, edit(other, {"set", "0", "units", "7"}).edits), "LSTM(32, 7)");
}

TEST(Edit, AnOptionThatIsNotThereIsAdded) {
  expect_all(
      "set",
      {{"LSTM", "0", "units", "7", "LSTM(7)"},
       {"LSTM()", "0", "units", "7", "LSTM(7)"},
       {"LSTM(bias=false)", "0", "units", "7", "LSTM(7, bias=false)"},
       {"LSTM(32)", "0", "bias", "false", "LSTM(32, bias=false)"},
       {"LSTM( 32 )", "0", "use_bias", "false", "LSTM( 32, bias=false )"},
       {"Embedding(20000)", "0", "units", "8", "Embedding(20000, 8)"},
       {"Embedding(mask_zero=true, 20000)", "0", "units", "8", "Embedding(mask_zero=true, 20000, 8)"},
       {"Embedding(vocabulary=20000)", "0", "units", "8", "Embedding(vocabulary=20000, units=8)"},
       {"Embedding()", "0", "units", "8", "Embedding(units=8)"},
       {"Embedding(units=8)", "0", "vocabulary", "9", "Embedding(9, units=8)"},
       {"Bidirectional(LSTM)", "0", "units", "7", "Bidirectional(LSTM(7))"},
       {"Bidirectional(GRU(16))", "0", "merge_mode", "sum", "Bidirectional(GRU(16), merge_mode=sum)"},
       {"GRU(16, bidirectional=true)", "0", "merge_mode", "sum",
        "GRU(16, bidirectional=true, merge_mode=sum)"},
       {"LSTM(32, activation=tanh)", "0", "num_layers", "2", "LSTM(32, activation=tanh, num_layers=2)"}});
}

// A GroupNorm without groups is none; elsewhere the framework's own default stands unless it goes with few
// widths.
TEST(Edit, ANewLayerSaysWhatItsFrameworkRequiresOrDoesOtherwise) {
  const auto added = [](const std::string& framework, const char* layer) {
    const Query query = parse("framework=" + framework + "&input=64&layers=LSTM(32)");
    return applied("LSTM(32)", edit(query, {"set", "0", "cell", layer}).edits);
  };
  EXPECT_EQ(added("keras", "GroupNormalization"), "GroupNormalization(1)");  // its 32 go with few widths
  EXPECT_EQ(added("pytorch", "GroupNorm"), "GroupNormalization(1)");
  EXPECT_EQ(added("keras", "MultiHeadAttention"), "MultiHeadAttention(4, key_dim=8)");
  EXPECT_EQ(added("pytorch", "MultiHeadAttention"), "MultiHeadAttention(4)");
  EXPECT_EQ(added("keras", "Conv1D"), "Conv1D(32, kernel_size=3)");
}

// A backward layer is like the forward one, which changes.
TEST(Edit, WrappersThatNameTheirLayers) {
  expect_all("set",
             {{"Bidirectional(layer=LSTM(4))", "0", "bidirectional", "false", "LSTM(4)"},
              {"Bidirectional(layer=LSTM(4), merge_mode=sum)", "0", "num_layers", "2",
               "LSTM(4, bidirectional=true, num_layers=2, merge_mode=sum)"},
              {"Bidirectional(layer=LSTM(4))", "0", "units", "7", "Bidirectional(layer=LSTM(7))"},
              {"Bidirectional(LSTM(4), backward_layer=LSTM(4))", "0", "units", "7", "Bidirectional(LSTM(7))"},
              {"Bidirectional(backward_layer=LSTM(4), layer=LSTM(4))", "0", "units", "7",
               "Bidirectional(layer=LSTM(7))"},
              {"Bidirectional(LSTM(4), backward_layer=LSTM(4))", "0", "bidirectional", "false", "LSTM(4)"},
              {"Bidirectional(LSTM(4), backward_layer=LSTM(4))", "0", "num_layers", "2",
               "LSTM(4, bidirectional=true, num_layers=2)"},
              {"Bidirectional(LSTM(4), backward_layer=LSTM(4))", "0", "cell", "GRU", "Bidirectional(GRU(4))"},
              {"Bidirectional(LSTM(4), backward_layer=LSTM(4))", "0", "cell", "Dense", "Dense(4)"},
              {"Bidirectional(LSTM(4), backward_layer=LSTM(4))", "0", "merge_mode", "sum",
               "Bidirectional(LSTM(4), backward_layer=LSTM(4), merge_mode=sum)"},
              // One of its own stays as it is.
              {"Bidirectional(LSTM(4), backward_layer=GRU(3))", "0", "units", "7",
               "Bidirectional(LSTM(7), backward_layer=GRU(3))"},
              {"Dense(2), Bidirectional(LSTM(4), backward_layer=GRU(3))", "1", "bidirectional", "false",
               "Dense(2), LSTM(4)"}});
}

TEST(Edit, AnEmptyValueTakesAnOptionAwayAndNoNumberChangesItsMeaning) {
  expect_all("set",
             {{"LSTM(32)", "0", "units", "", "LSTM()"},
              {"LSTM(32, bias=false)", "0", "units", "", "LSTM(bias=false)"},
              {"LSTM(32 ,bias=false , name=x)", "0", "bias", "", "LSTM(32 , name=x)"},
              {"Embedding(20000, 128)", "0", "vocabulary", "", "Embedding(units=128)"},
              {"Embedding(20000, 128)", "0", "units", "", "Embedding(20000)"},
              {"LSTM(64, 32)", "0", "units", "", "LSTM(input_dim=64)"},
              {"LSTM(64, 32, 2)", "0", "units", "", "LSTM(input_dim=64, num_layers=2)"},
              {"LSTM(64, 32, 2)", "0", "num_layers", "", "LSTM(64, 32)"},
              {"LSTM(64, 32, 2, 5)", "0", "units", "", "LSTM(64, \"\", 2, 5)"},
              {"Bidirectional(GRU(16), merge_mode=sum)", "0", "merge_mode", "", "Bidirectional(GRU(16))"},
              {"Bidirectional(merge_mode=sum, GRU(16))", "0", "merge_mode", "", "Bidirectional(GRU(16))"},
              {"LSTM(32)", "0", "bias", "", "LSTM(32)"},
              {"Bidirectional(GRU(16))", "0", "merge_mode", "", "Bidirectional(GRU(16))"}});
}

TEST(Edit, BothDirectionsWrapAPlainLayerAndAreAnOptionOfAStackedOne) {
  expect_all(
      "set",
      {{"LSTM(32)", "0", "bidirectional", "true", "Bidirectional(LSTM(32))"},
       {"LSTM", "0", "bidirectional", "True", "Bidirectional(LSTM)"},
       {"TimeDistributed(LSTM(32))", "0", "bidirectional", "true",
        "TimeDistributed(Bidirectional(LSTM(32)))"},
       {"LSTM(32, num_layers=2)", "0", "bidirectional", "true", "LSTM(32, num_layers=2, bidirectional=true)"},
       {"LSTM(32, num_layers=)", "0", "bidirectional", "true", "Bidirectional(LSTM(32, num_layers=))"},
       {"LSTM(32, bidirectional=False)", "0", "bidirectional", "true", "LSTM(32, bidirectional=true)"},
       {"layers.Bidirectional( LSTM(32) )", "0", "bidirectional", "true", "layers.Bidirectional( LSTM(32) )"},
       {"layers.Bidirectional( LSTM(32) )", "0", "bidirectional", "false", "LSTM(32)"},
       {"Bidirectional(LSTM(32), merge_mode=sum)", "0", "bidirectional", "false", "LSTM(32)"},
       {"Bidirectional(LSTM(32, merge_mode=sum), name=\"a b\")", "0", "bidirectional", "",
        "LSTM(32, name=\"a b\")"},
       {"Bidirectional(merge_mode=sum, LSTM)", "0", "bidirectional", "false", "LSTM"},
       {"LSTM(32, bidirectional=True, merge_mode=sum)", "0", "bidirectional", "false", "LSTM(32)"},
       {"TimeDistributed(Bidirectional(LSTM(32)))", "0", "bidirectional", "false",
        "TimeDistributed(LSTM(32))"},
       {"Bidirectional(LSTM(32))", "0", "num_layers", "2", "LSTM(32, bidirectional=true, num_layers=2)"},
       {"Bidirectional(LSTM, merge_mode=sum)", "0", "num_layers", "2",
        "LSTM(bidirectional=true, num_layers=2, merge_mode=sum)"},
       {"Bidirectional(LSTM(32, num_layers=))", "0", "num_layers", "2",
        "LSTM(32, num_layers=2, bidirectional=true)"},
       {"LSTM(32, bidirectional=maybe)", "0", "bidirectional", "perhaps",
        "LSTM(32, bidirectional=perhaps)"}});
}

TEST(Edit, AnotherCellKeepsTheUnitsAndTheOptions) {
  expect_all("set",
             {{"LSTM(7, bias=false)", "0", "cell", "GRU", "GRU(7, bias=false)"},
              {"nn.lstm( 7, peepholes=true )", "0", "cell", "GRU", "GRU( 7, peepholes=true )"},
              {"Bidirectional(LSTM(7))", "0", "cell", "GRU", "Bidirectional(GRU(7))"},
              {"Bidirectional(LSTM(7), merge_mode=sum)", "0", "cell", "Dense", "Dense(7)"},
              {"TimeDistributed(Bidirectional(LSTM(7)))", "0", "cell", "Dense", "TimeDistributed(Dense(7))"},
              {"LSTM(7, bidirectional=true, bias=false)", "0", "cell", "Dense", "Dense(7, bias=false)"},
              {"LSTM(7)", "0", "cell", "Dropout", "Dropout(0.5)"},
              {"LSTM(bias=false, 7)", "0", "cell", "Dropout", "Dropout(0.5, bias=false)"},
              {"Dropout(0.2)", "0", "cell", "LSTM", "LSTM(32)"},
              {"BatchNormalization", "0", "cell", "LSTM", "LSTM(32)"},
              {"BatchNormalization()", "0", "cell", "LSTM", "LSTM(32)"},
              {"LSTM(7)", "0", "cell", "BatchNormalization", "BatchNormalization()"},
              {"Embedding(1000, 64)", "0", "cell", "Dense", "Dense(64)"},
              {"Embedding(1000, 64)", "0", "cell", "Dropout", "Dropout(0.5)"},
              {"LSTM(7)", "0", "cell", "Embedding", "Embedding(units=7)"},
              {"LSTM(64, 32)", "0", "cell", "GRU", "GRU(64, 32)"},
              {"LTSM(7, hidden_size=3)", "0", "cell", "LSTM", "LSTM(7, hidden_size=3)"},
              {"LTSM", "0", "cell", "lstm", "LSTM(32)"},
              {"Bidirectional()", "0", "cell", "LSTM", "LSTM(32)"},
              {"LSTM(7)", "0", "cell", "LSTM", "LSTM(7)"}});
}

TEST(Edit, WithoutALayerInEveryOneThatItCanBeSaidOf) {
  constexpr const char* stack =
      "Embedding(9, 8), Bidirectional(LSTM( 7 )), GRU(6, bias=true), Dropout(0.5), Dense(1)";
  expect_all(
      "set",
      {{stack, "", "units", "5",
        "Embedding(9, 5), Bidirectional(LSTM( 5 )), GRU(5, bias=true), Dropout(0.5), Dense(5)"},
       {stack, "", "bias", "false",
        "Embedding(9, 8), Bidirectional(LSTM( 7, bias=false )), GRU(6, bias=false), Dropout(0.5), "
        "Dense(1, bias=false)"},
       {stack, "", "cell", "RNN",
        "Embedding(9, 8), Bidirectional(RNN( 7 )), RNN(6, bias=true), Dropout(0.5), Dense(1)"},
       {"LSTM(7, peepholes=true, proj_size=3, name=x),LSTM(7)", "", "cell", "GRU", "GRU(7, name=x),GRU(7)"},
       {"LTSM(3), LSTM(2)", "", "units", "7", "LTSM(3), LSTM(7)"}});
}

TEST(Edit, LayersAreAddedRemovedAndMovedByTheirPlaces) {
  constexpr const char* stack =
      "LSTM( 32 ), Bidirectional(GRU(16, reset_after=false), merge_mode=sum) ,Dense(1)";
  expect_all("add", {{"", "", "", "", "LSTM(32)"},
                     {" ", "", "", "", "LSTM(32)"},
                     {"Dense(7)", "", "", "", "Dense(7), LSTM(32)"},
                     {"LSTM(7) ", "", "", "GRU(2)", "LSTM(7), GRU(2) "},
                     {"[LSTM(7),  # one\n]", "", "", "GRU(2) # two", "[LSTM(7), GRU(2),  # one\n]"},
                     {"LSTM(7), Dense(1)", "1", "", "", "LSTM(7), LSTM(7), Dense(1)"},
                     {"LSTM(7)", "0", "", "GRU(2)", "GRU(2), LSTM(7)"},
                     {"LSTM(7)", "1", "", "GRU(2)", "LSTM(7), GRU(2)"},
                     {"LSTM( 7, num_layers=3, bias=false)", "", "", "",
                      "LSTM( 7, num_layers=3, bias=false), LSTM( 7, bias=false)"},
                     {"LSTM(9, 7, 2)", "", "", "", "LSTM(9, 7, 2), LSTM(9, 7)"}});
  expect_all("remove",
             {{stack, "0", "", "", "Bidirectional(GRU(16, reset_after=false), merge_mode=sum) ,Dense(1)"},
              {stack, "1", "", "", "LSTM( 32 ), Dense(1)"},
              {stack, "2", "", "", "LSTM( 32 ), Bidirectional(GRU(16, reset_after=false), merge_mode=sum)"},
              {" LSTM(32) ", "0", "", "", ""}});
  expect_all("move", {{stack, "1", "", "2",
                       "LSTM( 32 ), Dense(1) ,Bidirectional(GRU(16, reset_after=false), merge_mode=sum)"},
                      {"A , B,C", "0", "", "2", "B , C,A"},
                      {"A , B,C", "2", "", "0", "C , A,B"},
                      {"A , B,C", "1", "", "1", "A , B,C"}});
}

// What a name says is changed by another name.
TEST(Edit, WhatTheNameSaysIsChangedWithIt) {
  expect_all("set",
             {{"BiLSTM(32)", "0", "bidirectional", "false", "LSTM(32)"},
              {"nn.BLSTM(32, bidirectional=true)", "0", "bidirectional", "", "LSTM(32)"},
              {"BiLSTM(32, merge_mode=sum)", "0", "bidirectional", "false", "LSTM(32)"},
              {"BiLSTM(32)", "0", "bidirectional", "true", "BiLSTM(32)"},
              {"BiLSTM(32)", "0", "num_layers", "2", "BiLSTM(32, num_layers=2)"},
              {"BiLSTM(32)", "0", "units", "7", "BiLSTM(7)"},
              {"BiLSTM(32)", "0", "cell", "GRU", "BiGRU(32)"},
              {"BiLSTM(32)", "0", "cell", "Dense", "Dense(32)"},
              {"GravesBidirectionalLSTM(32)", "0", "bidirectional", "false", "GravesLSTM(32)"},
              {"GravesLSTM(32)", "0", "peepholes", "false", "LSTM(32, peepholes=false)"},
              {"GravesLSTM(32)", "0", "peepholes", "", "LSTM(32)"},
              {"GravesLSTM(32)", "0", "peepholes", "true", "GravesLSTM(32)"},
              {"GravesLSTM(32, peepholes=true)", "0", "peepholes", "false", "LSTM(32, peepholes=false)"},
              {"BiGravesLSTM(32)", "0", "peepholes", "false", "BiLSTM(32, peepholes=false)"},
              {"NStepBiLSTM(32)", "0", "bidirectional", "false", "NStepLSTM(32)"},
              {"NStepBiLSTM(32)", "0", "units", "7", "NStepBiLSTM(7)"},
              {"GRUv3(32)", "0", "reset_after", "true", "GRU(32, reset_after=true)"}});
}

TEST(Edit, AValueThatIsNoNumberStaysWhatItIs) {
  expect_all("set", {{"Dense(1, 'sigmoid')", "0", "units", "5", "Dense(5, 'sigmoid')"},
                     {"Embedding(len(w) + 1, 16)", "0", "vocabulary", "9", "Embedding(9, 16)"},
                     {"Embedding(len(w) + 1, 16)", "0", "units", "8", "Embedding(len(w) + 1, 8)"},
                     {"LSTM(64, 32, 2)", "0", "units", "x", "LSTM(64, units=x, num_layers=2)"},
                     {"LSTM(1,000)", "0", "units", "64", "LSTM(64)"},
                     {"LSTM(64, hidden_size=32)", "0", "units", "7", "LSTM(64, hidden_size=7)"}});
}

TEST(Edit, AnyTextComesBackAsItWasTyped) {
  for (const std::string_view typed :
       {"3),(", "12,416",          "\"", "'",  "\\",  "\\\"", "=",        "a=b",           " 7",  "7 ", "🎉",
        "#&%+", "LSTM(1), LSTM(2", "\n", "-3", "a\\", " ",    "\t'\"\\'", "Bidirectional", "true"}) {
    for (const char* layers :
         {"LSTM(32), GRU(4)", "LSTM, GRU(4)", "LSTM(bias=true), GRU(4)", "Bidirectional(LSTM(1)), GRU(4)"}) {
      const std::string text = after(layers, {"set", "0", "units", typed});
      const std::vector<Written> again = read(text);
      ASSERT_EQ(again.size(), 2U) << text;
      const std::vector<WrittenArgument>& arguments = again[0].arguments;
      const auto units = std::find_if(arguments.begin(), arguments.end(),
                                      [](const WrittenArgument& one) { return one.name == "units"; });
      ASSERT_NE(units, arguments.end()) << text;
      EXPECT_EQ(units->text, typed) << text;
      EXPECT_EQ(text.substr(again[1].span.start), "GRU(4)");
    }
  }
}

TEST(Edit, WhatCannotBeDoneIsAProblem) {
  expect_all("set", {{"LSTM(32", "0", "units", "7", "syntax"},
                     {"A(B(C(D(E(1)))))", "0", "units", "7", "limit"},
                     {"LSTM(32)", "1", "units", "7", "no_such_layer"},
                     {"LSTM(32)", "-1", "units", "7", "no_such_layer"},
                     {"LSTM(32)", "1e0", "units", "7", "no_such_layer"},
                     {"LSTM(32)", "0", "rate", "7", "unknown_option"},
                     {"LSTM(32)", "0", "", "7", "unknown_option"},
                     {"LSTM(32)", "", "rate", "7", "unknown_option"},
                     {"", "", "units", "7", "missing"},
                     {"LTSM(32)", "0", "units", "7", "unknown_layer"},
                     {"Bidirectional()", "0", "units", "7", "unknown_option"},
                     {"LSTM(32), LSTM(32)", "", "cell", "LTSM", "unknown_layer"}});
  expect_all("add", {{"LSTM(32)", "2", "", "", "no_such_layer"},
                     {"LSTM(32)", "", "", "GRU(3", "syntax"},
                     {"LSTM(32)", "", "", "GRU(3), GRU(4)", "syntax"},
                     {"LSTM(32)", "", "", " ", "syntax"}});
  expect_all("remove", {{"LSTM(32)", "", "", "", "missing"}, {"", "0", "", "", "no_such_layer"}});
  expect_all("move",
             {{"LSTM(32)", "0", "", "1", "no_such_layer"}, {"LSTM(32)", "0", "", "", "no_such_layer"}});
  expect_all("", {{"LSTM(32)", "0", "", "", "unknown_option"}});
  expect_all("Set", {{"LSTM(32)", "0", "units", "7", "unknown_option"}});
  const std::string long_query = "input=" + std::string(largest_text, '1');
  EXPECT_EQ(edit(parse(long_query), {"add", "", "", ""}).problems.told().at(0)->code, "limit");
}

// ---------------------------------------------------------------------------------------------------
// properties

/// What a change should make of a model; false where it can't be made of this one.
bool change_model(RandomModel& model, std::size_t index, std::string_view argument, Dice& dice,
                  std::string& value) {
  using Kind = RandomLayer::Kind;
  using Ways = RandomLayer::Ways;
  RandomLayer& layer = model.layers[index];
  const StoredFacts& facts = facts_of(model.framework);
  const bool has_units = layer.is_recurrent() || layer.kind == Kind::dense || layer.kind == Kind::embedding;
  if (argument == "units" && has_units) {
    layer.units = layer.projected + 1 + dice.roll(99);
    value = std::to_string(layer.units);
    return true;
  }
  if (argument == "bias") {
    const bool offered = has_word(facts.bias, kind_word(layer.kind));
    layer.bias = false;
    value = "false";
    return offered && !layer.layer_norm;
  }
  if (!layer.is_recurrent()) return false;
  if (argument == "num_layers") {
    layer.stacked = dice.between(2, 4);
    value = std::to_string(layer.stacked);
    if (dice.one_in(4)) layer.stacked = 1;
    if (layer.stacked == 1) value = "";
    return true;
  }
  const bool both = dice.one_in(2);
  value = both ? "true" : "false";
  if (!both) layer.merge_mode = "concat";
  layer.ways = both ? Ways::flag : Ways::one;
  return true;
}

/// "units=7", for all arguments but `option`; how a layer says that it reads both ways does not matter here.
std::vector<std::string> others(const Written& written, std::string_view option) {
  std::vector<std::string> out;
  for (const WrittenArgument& argument : written.arguments)
    if (argument.name != option && argument.name != "bidirectional" &&
        !(option == "bidirectional" && argument.name == "merge_mode"))
      out.push_back(argument.name + "=" + argument.text);
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> totals(const RandomModel& model) {
  std::vector<std::string> out;
  for (const Big total : count_layers(model, model.framework)) out.push_back(to_string(total));
  return out;
}

std::vector<std::string> totals(const FieldTexts& fields) {
  const Answer answer = explain(query_of(fields));
  EXPECT_TRUE(answer.problems.empty()) << headline(answer.problems.front());
  std::vector<std::string> out;
  for (const LayerAnswer& layer : answer.layers) out.push_back(layer.total);
  return out;
}

TEST(EditProperty, WhatIsSetReadsBackAndAllElseStays) {
  Dice dice(2026);
  for (int i = 0; i < 1000 && !HasFailure(); ++i) {
    RandomModel model = random_model(dice);
    const Query query = parse(random_spelling(model, dice));
    FieldTexts fields = texts_of(query.fields);
    const std::string before = layers_of(fields);
    const auto index = static_cast<std::size_t>(dice.roll(model.layers.size()));
    const std::string_view argument =
        dice.any_of(std::vector<std::string_view>{"units", "bias", "num_layers", "bidirectional"});
    std::string value;
    if (!change_model(model, index, argument, dice, value)) continue;
    const std::string place = std::to_string(index);
    const Edits edits = edit(query, {"set", place, argument, value});
    SCOPED_TRACE(before + ": layer " + place + ", " + std::string(argument) + " = " + value);
    ASSERT_TRUE(edits.problems.empty());
    layers_of(fields) = applied(before, edits.edits);
    SCOPED_TRACE(layers_of(fields));
    EXPECT_EQ(totals(fields), totals(model)) << "by the one formula";
    const std::vector<Written> was = read(before);
    const std::vector<Written> is = read(layers_of(fields));
    ASSERT_EQ(is.size(), was.size());
    for (std::size_t j = 0; j < is.size(); ++j) {
      const auto source = [](const std::string& text, Span span) {
        return text.substr(span.start, span.end - span.start);
      };
      const bool touched = j == index;
      EXPECT_TRUE(touched || source(layers_of(fields), is[j].span) == source(before, was[j].span));
      EXPECT_EQ(others(is[j], j == index ? argument : ""), others(was[j], j == index ? argument : ""));
    }
    const std::string again =
        applied(layers_of(fields), edit(parse(query_of(fields)), {"set", place, argument, value}).edits);
    EXPECT_EQ(again, layers_of(fields)) << "it is set already";
  }
}

TEST(EditProperty, RemovedAndMovedLayersLeaveTheOthersAsTheyAre) {
  Dice dice(2027);
  for (int i = 0; i < 500 && !HasFailure(); ++i) {
    const RandomModel model = random_model(dice);
    const Query query = parse(random_spelling(model, dice));
    FieldTexts fields = texts_of(query.fields);
    const std::string before = layers_of(fields);
    SCOPED_TRACE(before);
    const std::size_t count = model.layers.size();
    const std::size_t first = model.starts_with_embedding() ? 1 : 0;
    if (count - first < 2) continue;
    const auto from = static_cast<std::size_t>(dice.between(first, count - 1));
    const auto to = static_cast<std::size_t>(dice.between(first, count - 1));
    const std::string from_text = std::to_string(from);
    const std::string to_text = std::to_string(to);

    RandomModel other = model;
    other.layers.erase(other.layers.begin() + static_cast<std::ptrdiff_t>(from));
    layers_of(fields) = applied(before, edit(query, {"remove", from_text, "", ""}).edits);
    EXPECT_EQ(totals(fields), totals(other)) << layers_of(fields);

    other.layers.insert(other.layers.begin() + static_cast<std::ptrdiff_t>(to), model.layers[from]);
    layers_of(fields) = applied(before, edit(query, {"move", from_text, "", to_text}).edits);
    EXPECT_EQ(totals(fields), totals(other)) << layers_of(fields);
    EXPECT_EQ(
        applied(layers_of(fields), edit(parse(query_of(fields)), {"move", to_text, "", from_text}).edits),
        before);
  }
}

std::string some(std::initializer_list<std::string_view> words, Dice& dice) {
  return std::string(dice.any_of(std::vector<std::string_view>(words)));
}

/// Layers that can be read, and that hardly anyone would send.
std::string random_layer(Dice& dice, int depth) {
  std::string out = some({"LSTM", "nn.GRU", "Dense", "Embedding", "Bidirectional", "Bidirectional",
                          "TimeDistributed", "Dropout", "BatchNorm", "LTSM", "\"a, b\"", "३"},
                         dice);
  if (dice.one_in(6)) return out;
  out += some({"(", "( "}, dice);
  for (std::uint64_t i = dice.roll(5); i > 0; --i) {
    const bool layer = depth < 2 && dice.one_in(3);
    if (!layer && dice.one_in(2))
      out += some({"units=", "hidden_size = ", "bias=", "merge_mode=", "num_layers=", "bidirectional=",
                   "name=", "input=", "vocabulary="},
                  dice);
    const bool named = out.back() == '=' || out.ends_with("= ");
    out += layer ? random_layer(dice, depth + 1)
                 : some({"7", "३", "true", "sum", "\"a,b\"", "'\\''", "🎉", "(3, 4)", "f(x)[0]", "7 # seven\n",
                         named ? "" : "2"},
                        dice);
    if (i > 1) out += some({",", " , "}, dice);
  }
  return out + some({")", " )"}, dice);
}

std::string random_layers(Dice& dice) {
  std::string out = random_layer(dice, 0);
  for (std::uint64_t i = dice.roll(3); i > 0; --i)
    out += some({",", ", ", ", ", "\n", " # a, b\n", ", // )\n"}, dice) + random_layer(dice, 0);
  if (dice.one_in(6)) out += some({",", " ,\n", " # end"}, dice);
  if (dice.one_in(6)) out = some({"[", "[\n  "}, dice) + out + some({"]", "\n]"}, dice);
  if (!dice.one_in(20)) return out;
  out[static_cast<std::size_t>(dice.roll(out.size()))] = dice.any_of(std::string_view("(),='\" #[]\n"));
  return out;
}

TEST(EditProperty, NothingBreaksIt) {
  Dice dice(2028);
  std::size_t done = 0;
  for (int i = 0; i < 20000 && !HasFailure(); ++i) {
    const std::string layers = random_layers(dice);
    const Query query = parse_layers(layers);
    const std::string kind(
        dice.any_of(std::vector<std::string_view>{"set", "set", "set", "add", "remove", "move"}));
    const std::string layer = dice.one_in(4) ? "" : std::to_string(dice.roll(3));
    const std::string argument(dice.any_of(
        std::vector<std::string_view>{"units", "bias", "vocabulary", "num_layers", "bidirectional",
                                      "merge_mode", "rate", "cell", "x", "input_dim", "trainable", "tied"}));
    const std::string value(dice.any_of(
        std::vector<std::string_view>{"", "7", "7 # b", "[1, 2]", "a // b", "true", "false", "GRU", "Dense",
                                      "Embedding", "Dropout", "LSTM(7)", "\"", "३", "0", "1"}));
    SCOPED_TRACE(layers + ": " + kind + " " + layer + " " + argument + " = " + value);
    const Edits edits = edit(query, {kind, layer, argument, value});
    EXPECT_TRUE(edits.edits.empty() || edits.problems.empty());
    if (edits.edits.empty()) continue;
    ++done;
    const std::string text = applied(layers, edits.edits);
    SCOPED_TRACE(text);
    const Query again = parse_layers(text);
    EXPECT_TRUE(again.problems.empty()) << "can still be read";
    const std::size_t more = kind == "add" ? 1 : 0;
    const std::size_t fewer = kind == "remove" ? 1 : 0;
    EXPECT_EQ(again.items.size() + fewer, query.items.size() + more);
    if (kind != "set" || layer.empty() || argument == "cell" || argument == "bidirectional" || value.empty())
      continue;
    const Written written = read(text).at(std::stoul(layer));
    EXPECT_TRUE(std::any_of(
        written.arguments.begin(), written.arguments.end(),
        [&](const WrittenArgument& one) { return one.name == argument && one.text == ascii_digits(value); }));
  }
  EXPECT_GT(done, 2000U);
}

TEST(EditProperty, TheLongestTextsTakeNoLongerThanReadingThem) {
  std::string stack = "LSTM(1)";
  while (stack.size() < largest_text - 20) stack += ",LSTM(1)";
  EXPECT_EQ(edit(parse_layers(stack), {"set", "", "units", "2"}).edits.size(), (stack.size() + 1) / 8);
  EXPECT_EQ(edit(parse_layers(stack), {"set", "", "cell", "GRU"}).edits.size(), (stack.size() + 1) / 8);
  EXPECT_EQ(edit(parse_layers("GRU(1)," + stack), {"move", "0", "", "8000"}).edits.size(), 2U);
  EXPECT_EQ(edit(parse_layers(stack), {"move", "0", "", "8000"}).edits.size(), 0U);
  std::string options = "LSTM(1";
  while (options.size() < largest_text - 20) options += ",1";
  EXPECT_EQ(after(options + ")", {"set", "0", "units", ""}).size(), options.size() + 2);
  EXPECT_EQ(after(options + ")", {"set", "0", "bias", "true"}).size(), options.size() + 12);
}

}  // namespace
}  // namespace rnn
