// What a layer's name says: every name of every row is read in every framework, and keeps what it stands for.
#include "core/naming.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/core/every_layer.h"
#include "tests/core/repair.h"
#include "tests/core/sampled.h"

namespace rnn {
namespace {

/// What goes into the brackets, so that the layout applies.
std::string arguments(const Framework& framework, const Layout& layout) {
  std::string out = required_arguments(framework, word(layout.cell));
  // One class for windows of all numbers of axes: its window says which.
  const LayerWord* plain = layer_named(layout.name);
  if (plain != nullptr && plain->axes < word(layout.cell).axes) {
    out.resize(out.rfind(',') + 1);
    out += word(layout.cell).axes == 2 ? "(3,3)" : "(3,3,3)";
  }
  for (const Option option : {layout.needs, layout.also_needs}) {
    if (option == Option::units) continue;
    const OptionWord& facts = word(option);
    const bool size = facts.kind == OptionWord::Kind::size;
    out.append(out.empty() ? "" : ",").append(facts.spellings.front());
    out += size ? "=5" : facts.kind == OptionWord::Kind::tuple ? "=[1]" : "=true";
  }
  return out;
}

std::string query_of_layer(const Framework& framework, const Framework& owner, const Layout& layout) {
  const std::string input = layout.cell == Cell::embedding ? "" : "&input=64";
  return "framework=" + std::string(framework.id) + input +
         "&timesteps=6&layers=" + std::string(layout.name) + "(" + arguments(owner, layout) + ")";
}

TEST(Naming, EveryNameOfEveryRowIsReadInEveryFramework) {
  std::size_t names = 0;
  for (const Framework& owner : frameworks())
    for (const Layout* one : all_layouts(owner)) {
      const Layout& layout = *one;
      if (!is_sampled(names++)) continue;
      const Answer own = explain(query_of_layer(owner, owner, layout));
      EXPECT_EQ(headlines(own.problems), std::vector<std::string>()) << owner.id << " " << layout.name;
      for (const Framework& framework : frameworks()) {
        const std::string query = query_of_layer(framework, owner, layout);
        SCOPED_TRACE(query);
        const Answer answer = explain(query);
        ASSERT_EQ(answer.written.size(), 1U);
        EXPECT_EQ(answer.written.front().cell, name(layout.cell));
        for (const ProblemAnswer& problem : answer.problems) {
          // Some frameworks share the width out among the heads, others ask how wide each of them is.
          if (detail(problem, "option") == "key_dim" && problem.code == "missing") continue;
          // A name that two frameworks have may ask for more in one of them.
          if (detail(problem, "what") == "named_cell") continue;
          EXPECT_EQ(problem.code, "unsupported");
          EXPECT_TRUE(std::any_of(problem.fixes.begin(), problem.fixes.end(),
                                  [](const FixAnswer& fix) { return fix.kind == "count_as"; }));
        }
        if (answer.problems.empty()) {
          EXPECT_EQ(explain(answer.query).total, answer.total);
          EXPECT_EQ(explain(answer.query).query, answer.query);
        }
      }
    }
  EXPECT_GT(names, 150U);
}

struct Row {
  const char* query;
  const char* canonical;
  const char* total;
};

void expect_meanings(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    SCOPED_TRACE(row.query);
    const Answer answer = explain(row.query);
    EXPECT_EQ(headlines(answer.problems), std::vector<std::string>());
    EXPECT_EQ(answer.query, row.canonical);
    EXPECT_EQ(answer.total, row.total);
    EXPECT_EQ(explain(answer.query).total, row.total);
    EXPECT_EQ(explain(answer.query).query, row.canonical);
  }
}

// Of 64 numbers in, 32 units: an LSTM has 4 × 96 × 32 = 12288 weights, a GRU 9216, a simple one 3072.
TEST(Naming, WhatReadsBothWays) {
  constexpr const char* both = "framework=keras&input=64&layers=Bidirectional(LSTM(32))";
  constexpr const char* gru = "framework=keras&input=64&layers=Bidirectional(GRU(32))";
  for (const char* name : {"BiLSTM", "BLSTM", "bilstm", "Bi-LSTM", "bi_lstm", "nn.BiLSTM",
                           "BidirectionalLSTM", "bilstmLayer", "'Bi LSTM'", "BiLSTMCell"}) {
    const std::string query = "framework=keras&input=64&layers=" + std::string(name) + "(32)";
    expect_meanings({{query.c_str(), both, "24832"}});
  }
  expect_meanings(
      {{"framework=keras&input=64&layers=BiGRU(32)", gru, "18816"},
       {"framework=keras&input=64&layers=BGRU(32)", gru, "18816"},
       {"input=64&layers=BiRNN(32)", "framework=notes&input=64&layers=Bidirectional(RNN(32))", "6208"},
       {"input=64&layers=BRNN(32)", "framework=notes&input=64&layers=Bidirectional(RNN(32))", "6208"},
       {"framework=flax&input=64&layers=BiMGU(32)",
        "framework=flax_linen&input=64&layers=Bidirectional(MGU(32))", "12480"},
       {"framework=burn&input=64&layers=BiLstm(32)", "framework=burn&input=64&layers=Bidirectional(LSTM(32))",
        "25088"},
       {"framework=matlab&input=64&layers=bilstmLayer(32)",
        "framework=matlab&input=64&layers=Bidirectional(LSTM(32))", "24832"},
       {"framework=dl4j&input=64&layers=GravesBidirectionalLSTM(32)",
        "framework=dl4j&input=64&layers=Bidirectional(LSTM(32,peepholes=true))", "25024"},
       {"framework=chainer&input=64&layers=NStepBiGRU(2, 64, 32)",
        "framework=chainer&input=64&layers=GRU(32,num_layers=2,bidirectional=true,reset_after=true)",
        "37632"},
       {"framework=chainer&input=64&layers=NStepBiLSTM(1, 64, 32)",
        "framework=chainer&input=64&layers=Bidirectional(LSTM(32,double_bias=true))", "25088"},
       {"framework=keras&input=64&layers=BiLSTM(32,merge_mode=sum)",
        "framework=keras&input=64&layers=Bidirectional(LSTM(32),merge_mode=sum)", "24832"},
       {"framework=keras&input=64&layers=BiLSTM(32,bidirectional=true)", both, "24832"},
       {"framework=keras&input=64&layers=TimeDistributed(BiLSTM(32))", both, "24832"},
       {"input=64&layers=BiLSTM(32,num_layers=2)",
        "framework=notes&input=64&layers=LSTM(32,num_layers=2,bidirectional=true)", "49664"},
       // What was valid before stays as it was.
       {"input=64&layers=LSTM(32,bidirectional=true)",
        "framework=notes&input=64&layers=LSTM(32,bidirectional=true)", "24832"}});
}

// Peepholes: 3 × 32; a normalisation has a gain and a shift for each of four gates and the state; cuDNN keeps
// two biases; GRUv3 keeps a third block of its recurrent matrix, 32 × 32.
TEST(Naming, ANameKeepsItsLayout) {
  expect_meanings(
      {{"framework=dl4j&input=64&layers=GravesLSTM(32)",
        "framework=dl4j&input=64&layers=LSTM(32,peepholes=true)", "12512"},
       {"framework=dl4j&input=64&layers=GravesLSTM(32,peepholes=true)",
        "framework=dl4j&input=64&layers=LSTM(32,peepholes=true)", "12512"},
       {"framework=cntk&input=64&layers=gravesLSTM(32)",
        "framework=cntk&input=64&layers=LSTM(32,peepholes=true)", "12512"},
       {"framework=flux&input=64&layers=GRUv3(32)",
        "framework=flux&input=64&layers=GRU(32,reset_after=false)", "10336"},
       {"framework=flux&input=64&layers=GRU(32)", "framework=flux&input=64&layers=GRU(32)", "9312"},
       {"framework=tf1&input=64&layers=BasicLSTMCell(32)", "framework=tf1&input=64&layers=LSTM(32)", "12416"},
       {"framework=tf1&input=64&layers=LSTMCell(32,use_peepholes=true)",
        "framework=tf1&input=64&layers=LSTM(32,peepholes=true)", "12512"},
       {"framework=tf1&input=64&layers=tf.contrib.rnn.LayerNormBasicLSTMCell(32)",
        "framework=tf1&input=64&layers=LSTM(32,layer_norm=true)", "12608"},
       {"framework=tf1&input=64&layers=CoupledInputForgetGateLSTMCell(32)",
        "framework=tf1&input=64&layers=LSTM(32,coupled=true)", "9312"},
       {"framework=cudnn&input=64&layers=CuDNNLSTM(32)", "framework=cudnn&input=64&layers=LSTM(32)", "12544"},
       {"framework=pytorch&input=64&layers=CuDNNLSTM(32)", "framework=pytorch&input=64&layers=LSTM(32)",
        "12544"},
       {"framework=keras1&input=64&layers=CuDNNGRU(32)",
        "framework=keras1&input=64&layers=GRU(32,reset_after=true)", "9408"},
       {"framework=keras&input=64&layers=CuDNNGRU(32)", "framework=keras&input=64&layers=GRU(32)", "9408"},
       // Names that say nothing but the kind of layer.
       {"framework=pytorch&input=64&layers=lstmLayer(32)", "framework=pytorch&input=64&layers=LSTM(32)",
        "12544"},
       {"framework=onnx&input=64&layers=LSTMCell(32,coupled=true)",
        "framework=onnx&input=64&layers=LSTM(32,coupled=true)", "12544"},
       {"input=64&layers=VanillaRNN(32),Gemm(1)", "framework=notes&input=64&layers=RNN(32),Dense(1)",
        "3137"}});
}

TEST(Naming, WhereAFrameworkHasNoSuchLayoutAnotherOneIsOffered) {
  const struct {
    const char* layer;
    const char* owner;
    std::vector<const char*> frameworks;
  } rows[] = {{"CuDNNLSTM(32)", "cudnn", {"notes", "keras", "keras1", "tf1", "flux", "matlab"}},
              {"CuDNNGRU(32)", "cudnn", {"notes", "flax", "mlx", "tinygrad"}},
              {"GravesLSTM(32)", "dl4j", {"notes", "keras", "pytorch", "burn"}},
              {"BiGravesLSTM(32)", "dl4j", {"notes", "keras"}},
              {"GRUv3(32)", "flux", {"notes", "keras", "pytorch", "onnx", "matlab", "tinygrad", "dl4j"}},
              {"LayerNormBasicLSTMCell(32)", "tf1", {"notes", "keras", "onnx"}},
              {"CoupledInputForgetGateLSTMCell(32)", "tf1", {"notes", "keras"}}};
  for (const auto& row : rows)
    for (const char* framework : row.frameworks) {
      const std::string layer = row.layer;
      const std::string name = layer.substr(0, layer.find('('));
      const std::string plain = name.starts_with("Bi") ? name.substr(2) : name;
      EXPECT_EQ(mismatch({"framework=" + std::string(framework) + "&input=64&layers=" + layer,
                          "layers unsupported 0-" + std::to_string(name.size()),
                          {{"option", ""}, {"layer", plain}},
                          {"count_as " + std::string(row.owner) + ": " + row.owner}}),
                "")
          << framework << " " << layer;
    }
}

TEST(Naming, AnOptionMayNotSayAnotherThing) {
  const std::vector<ProblemRow> rows = {
      {"framework=dl4j&input=64&layers=GravesLSTM(32,peepholes=false)",
       "layers conflict 14-29",
       {{"what", "name"}, {"layer", "GravesLSTM"}, {"option", "peepholes"}, {"text", "true"}},
       {"remove false: GravesLSTM(32)"}},
      {"framework=flux&input=64&layers=GRUv3(32, reset_after=true)",
       "layers conflict 10-26",
       {{"what", "name"}, {"option", "reset_after"}, {"text", "false"}},
       {"remove true: GRUv3(32)"}},
      {"input=64&layers=BiLSTM(32,bidirectional=false)",
       "layers conflict 10-29",
       {{"what", "name"}, {"option", "bidirectional"}, {"text", "true"}},
       {"remove false: BiLSTM(32)"}},
      {"framework=tf1&input=64&layers=LayerNormBasicLSTMCell(32,coupled=true)",
       "layers conflict 26-38",
       {{"what", "name"}, {"option", "coupled"}, {"text", "false"}},
       {"remove true: LayerNormBasicLSTMCell(32)"}},
      {"framework=tf1&input=64&layers=LSTMCell(32,layer_norm=true)",
       "layers conflict 12-27",
       {{"what", "name"}, {"option", "layer_norm"}, {"text", "false"}},
       {"remove true: LSTMCell(32)"}},
      {"framework=tf1&input=64&layers=BasicLSTMCell(32,peepholes=true)",
       "layers conflict 0-13",
       {{"what", "named_cell"}, {"layer", "BasicLSTMCell"}, {"text", "LSTMCell"}},
       {}},
      {"input=64&layers=Bidirectional(BiLSTM(3))", "layers conflict 14-20", {{"what", "wrapped"}}, {}},
      {"framework=dl4j&input=64&layers=GravesLSTM(32,peepholes=true,peepholes=true)",
       "layers twice 29-43",
       {{"option", "peepholes"}},
       {"use true: GravesLSTM(32,peepholes=true)", "use true: GravesLSTM(32,peepholes=true)"}}};
  for (const ProblemRow& row : rows) EXPECT_EQ(mismatch(row), "") << row.query;
}

TEST(Naming, AKnownCellThatIsNotCountedIsNamedAndNeverAnother) {
  const struct {
    const char* text;
    const char* id;
  } rows[] = {{"SRU", "SRU"},
              {"sru", "SRU"},
              {"SRUCell", "SRU"},
              {"QRNN", "QRNN"},
              {"QRNNLayer", "QRNN"},
              {"mLSTMBlock", "mLSTM"},
              {"mLSTM", "mLSTM"},
              {"xLSTM", "xLSTM"},
              {"LSTMP", "LSTMP"},
              {"IndRNN", "IndRNN"},
              {"minGRU", "minGRU"},
              {"min_lstm", "minLSTM"},
              {"ncps.CfC", "CfC"},
              {"LTC", "LTC"},
              {"UGRNNCell", "UGRNN"},
              {"ClockworkRNN", "CWRNN"},
              {"ConvGRU2DCell", "ConvGRU"},
              {"ConvLSTMCell", "ConvLSTM"},
              {"PLSTM", "PhasedLSTM"},
              {"Tree-LSTM", "TreeLSTM"},
              {"Mamba2", "Mamba"},
              {"RWKV", "RWKV"}};
  for (const auto& row : rows) {
    const std::string query = "input=64&layers=\"" + std::string(row.text) + "\"(32)";
    const Answer answer = explain(query);
    ASSERT_EQ(answer.problems.size(), 1U) << query;
    EXPECT_EQ(answer.problems[0].code, "not_counted") << query;
    EXPECT_EQ(detail(answer.problems[0], "layer"), row.id) << query;
    EXPECT_TRUE(answer.problems[0].fixes.empty()) << query;
  }
}

TEST(Naming, NothingIsSuggestedForAWordOfItsOwn) {
  for (const char* text :
       {"CNN", "DNN", "GNN", "GAU", "GTU", "NRU", "RAN", "RNNT", "TLSTM", "ALSTM", "LSM", "GRUD", "SimpleCNN",
        "Unidirectional", "LayerNorm2d", "Transformer", "GRU2", "LSTM2"}) {
    const Answer answer = explain("input=64&layers=" + std::string(text) + "(32)");
    ASSERT_FALSE(answer.problems.empty()) << text;
    const ProblemAnswer& problem = answer.problems[0];
    EXPECT_TRUE(problem.code == "unknown_layer" || problem.code == "not_counted") << text;
    for (const FixAnswer& fix : problem.fixes) EXPECT_EQ(fix.kind, "custom") << text;
  }
}

}  // namespace
}  // namespace rnn
