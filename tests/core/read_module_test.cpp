#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/language.h"
#include "core/numbers.h"
#include "core/read/module_syntax.h"
#include "tests/core/readings.h"

namespace rnn {
namespace {

/// The query of what was read, from which the bare name of a model makes no difference.
std::string query_of(std::string_view text) {
  const TextReading reading = telling_reading(text);
  EXPECT_EQ(reading.form, Form::module) << text;
  return canonical_of(reading.query);
}

std::string meant(const std::string& query) { return canonical_of(query); }

bool has_problem(const TextReading& reading, std::string_view code) {
  return std::any_of(reading.problems.begin(), reading.problems.end(),
                     [&](const TextProblem& problem) { return problem.code == code; });
}

std::string unknown_of(std::string_view text) {
  std::string out;
  for (const TextPiece& piece : sound_reading(text).pieces)
    if (piece.kind == TextPiece::Kind::unknown)
      out.append(piece.code)
          .append(": ")
          .append(text.substr(piece.span.start, piece.span.end - piece.span.start));
  return out;
}

TEST(ReadModule, ReadsAClassWithItsLayers) {
  const std::string text =
      "Net(\n"
      "  (embedding): Embedding(1000, 64, padding_idx=0)\n"
      "  (rnn): GRU(64, 128, num_layers=2, batch_first=True, dropout=0.3, bidirectional=True)\n"
      "  (dropout): Dropout(p=0.3, inplace=False)\n"
      "  (fc): Linear(in_features=256, out_features=4, bias=True)\n"
      ")\n";
  const std::string query = query_of(text);
  EXPECT_EQ(total_of(query), "510468");
  EXPECT_EQ(query,
            meant("framework=pytorch&layers=Embedding(1000, 64), GRU(128, num_layers=2, bidirectional=true), "
                  "Dropout(0.3), Linear(4)"));
}

TEST(ReadModule, ReadsBlocksInsideOfBlocks) {
  const std::string query = query_of(
      "Net(\n"
      "  (m0): Embedding(3464, 50)\n"
      "  (head): Sequential(\n"
      "    (0): Dropout(p=0.5, inplace=False)\n"
      "    (1): GRU(50, 32, num_layers=2, batch_first=True)\n"
      "    (2): Embedding(1000, 32)\n"
      "    (3): Linear(in_features=64, out_features=32, bias=True)\n"
      "    (4): Linear(in_features=32, out_features=1, bias=False)\n"
      "  )\n"
      "  (tail): ModuleDict(\n"
      "    (a b): ModuleList(\n"
      "      (0): GRU(64, 32)\n"
      "    )\n"
      "    (none): ModuleList()\n"
      "  )\n"
      ")\n");
  EXPECT_EQ(query, meant("framework=pytorch&layers=Embedding(3464, 50), Dropout(0.5), GRU(32, num_layers=2), "
                         "Embedding(1000, 32), Linear(64, 32), Linear(1, bias=false), GRU(64, 32)"));
}

TEST(ReadModule, TakesAClassWithChildrenForNoLayer) {
  EXPECT_EQ(
      query_of("LSTM(\n  (lstm): LSTM(4, 8)\n  (fc): Linear(in_features=8, out_features=2, bias=True)\n)\n"),
      meant("framework=pytorch&input=4&layers=LSTM(8), Linear(2)"));
  EXPECT_EQ(query_of("Linear(\n  (linear): GRU(4, 8)\n)"), meant("framework=pytorch&input=4&layers=GRU(8)"));
}

TEST(ReadModule, CountsRepeatedModulesAsOftenAsTheyAre) {
  EXPECT_EQ(query_of("Net(\n  (rnns): ModuleList(\n    (0-1): 2 x LSTM(8, 8)\n    (2): LSTM(8, 4)\n  )\n)\n"),
            meant("framework=pytorch&input=8&layers=LSTM(8), LSTM(8), LSTM(4)"));
  const std::string blocks =
      "Net(\n"
      "  (layers): ModuleList(\n"
      "    (0-2): 3 x Block(\n"
      "      (a): ModuleList(\n"
      "        (0-1): 2 x GRU(6, 6)\n"
      "      )\n"
      "      (b): Linear(in_features=6, out_features=6, bias=True)\n"
      "    )\n"
      "  )\n"
      "  (fc): Linear(in_features=6, out_features=1, bias=True)\n"
      ")\n";
  // GRU: 3 (6 × 6 + 6 × 6 + 6 + 6) = 252; Linear: 42; 3 (2 × 252 + 42) + 7
  EXPECT_EQ(total_of(query_of(blocks)), "1645");
}

TEST(ReadModule, HasALimitForRepetitions) {
  for (const std::string many : {"1001", "99999999999", "99999999999999999999999999"}) {
    const std::string text =
        "Net(\n  (0-9): " + many + " x Block(\n    (0): 5 x LSTM(8, 8)\n    (1): Tanh()\n  )\n)\n";
    const TextReading reading = read_text(text);
    EXPECT_TRUE(has_problem(reading, "limit"));
    EXPECT_EQ(total_of(reading.query), "");
  }
  EXPECT_EQ(total_of(read_text("Net(\n  (0-9): 1000 x LSTM(8, 8)\n)").query),
            "576000");  // 4 × (64 + 64 + 16)
  // Nothing is repeated where there is nothing.
  EXPECT_EQ(total_of(sound_reading("Net(\n  (0-9): 9007199254740991 x Block(\n    (0): ModuleList()\n  )\n"
                                   "  (a): LSTM(8, 8)\n)")
                         .query),
            "576");
}

TEST(ReadModule, ReadsOldPrints) {
  // https://github.com/MorvanZhou/PyTorch-Tutorial/blob/master/tutorial-contents/402_RNN_classifier.py
  const std::string text = "RNN (\n  (rnn): LSTM(28, 64, batch_first=True)\n  (out): Linear (64 -> 10)\n)\n";
  EXPECT_EQ(total_of(query_of(text)), "24714");  // 4 (28 × 64 + 64 × 64 + 128) + 650
  EXPECT_EQ(query_of("Net (\n  (0): Linear(64 -> 10)\n  (1): Dropout (p = 0.5)\n  (2): ReLU (inplace)\n)"),
            meant("framework=pytorch&input=64&layers=Linear(10), Dropout(0.5), ReLU()"));
}

TEST(ReadModule, OffersWhatAPrintLeavesOpen) {
  const TextReading reading = telling_reading("Net (\n  (0): GRU(8, 4)\n  (1): Linear(4 -> 2)\n)");
  ASSERT_EQ(reading.choices.size(), 1U);
  EXPECT_EQ(reading.choices[0].layer, 1);
  EXPECT_EQ(reading.choices[0].code, "bias_not_printed");
  EXPECT_EQ(canonical_of(reading.choices[0].query),
            meant("framework=pytorch&input=8&layers=GRU(4), Linear(2, bias=false)"));
  EXPECT_TRUE(
      telling_reading("Net(\n  (0): Linear(in_features=4, out_features=2, bias=True)\n)").choices.empty());
}

TEST(ReadModule, ReadsAnAttentionByItsLastMatrix) {
  const std::string text =
      "Net(\n"
      "  (gru): GRU(3, 64)\n"
      "  (attention): MultiheadAttention(\n"
      "    (out_proj): NonDynamicallyQuantizableLinear(in_features=64, out_features=64, bias=False)\n"
      "  )\n"
      "  (fc): Linear(in_features=64, out_features=1, bias=False)\n"
      ")\n";
  const std::string query = query_of(text);
  // 3 (3 × 64 + 64 × 64 + 128) + 4 × 64² + 64
  EXPECT_EQ(total_of(query), "29696");
  EXPECT_TRUE(has_problem(telling_reading(text), "not_printed"));
}

TEST(ReadModule, ReadsTransformersBlockByBlock) {
  const std::string text =
      "TransformerEncoder(\n"
      "  (layers): ModuleList(\n"
      "    (0-1): 2 x TransformerEncoderLayer(\n"
      "      (self_attn): MultiheadAttention(\n"
      "        (out_proj): NonDynamicallyQuantizableLinear(in_features=8, out_features=8, bias=True)\n"
      "      )\n"
      "      (linear1): Linear(in_features=8, out_features=16, bias=True)\n"
      "      (dropout): Dropout(p=0.1, inplace=False)\n"
      "      (linear2): Linear(in_features=16, out_features=8, bias=True)\n"
      "      (norm1): LayerNorm((8,), eps=1e-05, elementwise_affine=True)\n"
      "      (norm2): LayerNorm((8,), eps=1e-05, elementwise_affine=True)\n"
      "      (dropout1): Dropout(p=0.1, inplace=False)\n"
      "      (dropout2): Dropout(p=0.1, inplace=False)\n"
      "    )\n"
      "  )\n"
      ")\n";
  // 2 (4 × 64 + 4 × 8 + 144 + 136 + 16 + 16)
  EXPECT_EQ(total_of(query_of(text)), "1200");
}

TEST(ReadModule, ReadsLayersOfAllKinds) {
  const std::string text =
      "Net(\n"
      "  (conv): Conv1d(16, 32, kernel_size=(3,), stride=(1,), padding=(1,))\n"
      "  (bn): BatchNorm1d(32, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)\n"
      "  (relu): ReLU()\n"
      "  (pool): MaxPool1d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)\n"
      "  (cell): LSTMCell(32, 8)\n"
      "  (norm): LayerNorm((8,), eps=1e-05, elementwise_affine=True)\n"
      "  (group): GroupNorm(2, 8, eps=1e-05, affine=True)\n"
      "  (flat): Flatten(start_dim=1, end_dim=-1)\n"
      "  (same): Identity()\n"
      "  (fc): Linear(in_features=40, out_features=2, bias=True)\n"
      "  (soft): Softmax(dim=1)\n"
      "  (loss): CrossEntropyLoss()\n"
      ")\n";
  // 32 (48 + 1) + 64 + 4 (32 × 8 + 64 + 16) + 16 + 16 + 82
  EXPECT_EQ(total_of(query_of(text)), "3090");
}

TEST(ReadModule, PassesOnWhatItDoesNotKnow) {
  const std::string text = "Tagger(\n  (lstm): LSTM(4, 8, batch_first=True)\n  (crf): CRF(num_tags=9)\n)\n";
  const TextReading reading = sound_reading(text);
  EXPECT_EQ(total_of(reading.query), "");
  EXPECT_NE(reading.query.find("CRF("), std::string::npos);
  EXPECT_NE(reading.query.find("LSTM("), std::string::npos);
}

TEST(ReadModule, ReadsParametrizationsAsWhatTheyAreOf) {
  const std::string spectral =
      "Net(\n"
      "  (fc): ParametrizedLinear(\n"
      "    in_features=3, out_features=4, bias=True\n"
      "    (parametrizations): ModuleDict(\n"
      "      (weight): ParametrizationList(\n"
      "        (0): _SpectralNorm()\n"
      "      )\n"
      "    )\n"
      "  )\n"
      ")\n";
  EXPECT_EQ(query_of(spectral), meant("framework=pytorch&input=3&layers=Linear(4)"));
  // How many magnitudes there are depends on what is not printed.
  std::string weight = spectral;
  weight.replace(weight.find("_SpectralNorm"), 13, "_WeightNorm");
  EXPECT_EQ(total_of(sound_reading(weight).query), "");
}

TEST(ReadModule, ReadsWhatMxnetPrints) {
  // https://github.com/dmlc/gluon-nlp/blob/46e91dbd13c206c88331dcfff0778bacbfa31673/README.rst
  const std::string standard =
      "StandardRNN(\n"
      "  (embedding): HybridSequential(\n"
      "    (0): Embedding(33280 -> 200, float32)\n"
      "    (1): Dropout(p = 0.5, axes=())\n"
      "  )\n"
      "  (encoder): LSTM(200 -> 200.0, TNC, num_layers=2, dropout=0.5)\n"
      "  (decoder): HybridSequential(\n"
      "    (0): Dense(200 -> 33280, linear)\n"
      "  )\n"
      ")\n";
  // 33,280 × 200 + 2 × 4 (200² + 200² + 400) + 33,280 × 201
  EXPECT_EQ(query_of(standard), meant("framework=mxnet&layers=Embedding(33280, 200), Dropout(0.5), "
                                      "LSTM(200, num_layers=2), Dense(33280)"));
  EXPECT_EQ(total_of(query_of(standard)), "13988480");
}

TEST(ReadModule, ReadsWhatWasPrintedForALab) {
  // The README of jsalt2018-nmt-lab, which goes with https://github.com/szha/gluon-crash-course, branch
  // jsalt.
  const std::string language_model =
      "python lm.py -t ./data/words/train.es --num_layers 3\n"
      "RNNLM(\n"
      "  (dropout): Dropout(p = 0.3, axes=())\n"
      "  (embedding): Embedding(40 -> 100, float32)\n"
      "  (rnn): RNN(100 -> 100, TNC, num_layers=3, dropout=0.3)\n"
      "  (output): Dense(100 -> 40, linear)\n"
      ")\n"
      "0 (20 / 84316), loss: 3.783879339694977\n";
  // 4,000 + 3 (100² + 100² + 200) + 4,040
  EXPECT_EQ(total_of(query_of(language_model)), "68640");
  // Not indented inside of SequentialRNNCell, and widths that were not known before the first run.
  const std::string attention =
      "EncoderDecoderAttention(\n"
      "  (dropout): Dropout(p = 0.0, axes=())\n"
      "  (encoder): RNN(100 -> 100, TNC, num_layers=3, bidirectional)\n"
      "  (src_embedding): Embedding(29 -> 100, float32)\n"
      "  (attention): Dense(300 -> 1, linear)\n"
      "  (decoder_cell): SequentialRNNCell(\n"
      "  (0): RNNCell(300 -> 100, tanh)\n"
      "  (1): RNNCell(None -> 100, tanh)\n"
      "  (2): RNNCell(None -> 100, tanh)\n"
      "  )\n"
      "  (output): Dense(100 -> 27, linear)\n"
      "  (tgt_embedding): Embedding(27 -> 100, float32)\n"
      ")\n";
  // 2 × 20,200 + 2 × 2 × 30,200 + 2,900 + 301 + 40,200 + 2 × 20,200 + 2,727 + 2,700
  EXPECT_EQ(total_of(canonical_of(sound_reading(attention).query)), "250428");
  // https://github.com/apache/mxnet/issues/7551
  EXPECT_EQ(total_of(query_of("RNN(100 -> 100, TNC, num_layers=2, dropout=0.2)")), "40400");
}

TEST(ReadModule, ReadsMxnetsCellsByTheirRows) {
  EXPECT_EQ(
      query_of(
          "Net(\n  (0): LSTMCell(10 -> 80)\n  (1): GRUCell(20 -> 24)\n  (2): RNNCell(8 -> 5, tanh)\n)\n"),
      meant("framework=mxnet&input=10&layers=LSTM(20), GRU(8), RNN(5)"));
  EXPECT_EQ(query_of("LSTM(10 -> 32, TNC, num_layers=2, bidirectional)"),
            meant("framework=mxnet&input=10&layers=LSTM(32, num_layers=2, bidirectional=true)"));
}

TEST(ReadModule, ReadsCallsThatStandAlone) {
  EXPECT_EQ(query_of("LSTM(64, 32, batch_first=True)"), meant("framework=pytorch&input=64&layers=LSTM(32)"));
  EXPECT_EQ(query_of("Linear(in_features=64, out_features=10, bias=True)\n"),
            meant("framework=pytorch&input=64&layers=Linear(10)"));
  EXPECT_EQ(
      query_of("[Embedding(1000, 64), GRU(64, 8, batch_first=True), Linear(in_features=8, out_features=4, "
               "bias=True)]"),
      meant("framework=pytorch&layers=Embedding(1000, 64), GRU(8), Linear(4)"));
  EXPECT_EQ(
      query_of("lstm LSTM(64, 8, batch_first=True)\nfc Linear(in_features=8, out_features=4, bias=True)"),
      meant("framework=pytorch&input=64&layers=LSTM(8), Linear(4)"));
}

TEST(ReadModule, LeavesQueriesAndProgramsToOthers) {
  for (const std::string text :
       {"LSTM(32), Dense(1)", "LSTM(64, 32)", "LSTM(32)\nDense(1)", "LSTM(32, batch_first=true)",
        "nn.LSTM(64, 32, batch_first=True)", "model = LSTM(64, 32, batch_first=True)",
        "print(LSTM(64, 32, batch_first=True))", "framework=pytorch&layers=LSTM(4, 8, batch_first=true)",
        "Dense(9 -> 512, linear) -> Activation(relu) -> Dropout(0.5)", "def f(x): Net(x)", "hello", "",
        "self.lstm = nn.LSTM(4, 8)\nself.fc = nn.Linear(8, 2)",
        "import torch\nnet = RNN()\nprint(net)\n\"\"\"\nRNN (\n  (rnn): LSTM(28, 64)\n)\n\"\"\"\n",
        "import torch\nnet = RNN()\nprint(net)\n# RNN (\n#   (rnn): LSTM(28, 64)\n# )\n"})
    EXPECT_NE(read_text(text).form, Form::module) << text;
}

TEST(ReadModule, ReadsWhatWasCopiedWithIt) {
  const std::string plain = "Net(\n  (a): LSTM(4, 8)\n  (b): GRU(8, 2)\n)\n";
  const std::string meaning = meant("framework=pytorch&input=4&layers=LSTM(8), GRU(2)");
  EXPECT_EQ(query_of(plain), meaning);
  for (
      const std::string text :
      {">>> model\nNet(\n  (a): LSTM(4, 8)\n  (b): GRU(8, 2)\n)\n>>> print(1)",
       ">>> model = nn.Sequential(\n...     nn.LSTM(4, 8),\n... )\n>>> model\nNet(\n  (a): LSTM(4, 8)\n  (b): GRU(8, 2)\n)",
       "In [3]: model\nOut[3]: \nNet(\n  (a): LSTM(4, 8)\n  (b): GRU(8, 2)\n)\n",
       "Out[12]: Net(\n  (a): LSTM(4, 8)\n  (b): GRU(8, 2)\n)\n",
       "```python\nNet(\n  (a): LSTM(4, 8)\n  (b): GRU(8, 2)\n)\n```\n",
       "# Net(\n#   (a): LSTM(4, 8)\n#   (b): GRU(8, 2)\n# )\n",
       "> Net(\n>   (a): LSTM(4, 8)\n>   (b): GRU(8, 2)\n> )\n",
       "Net(\r\n  (a): LSTM(4, 8)\r\n  (b): GRU(8, 2)\r\n)\r\n",
       "Net(\n\t(a): LSTM(4, 8)\n\t(b): GRU(8, 2)\n)",
       "Net(\n(a): LSTM(4, 8)\n(b): GRU(8, 2)\n)\n",
       "    Net(\n      (a): LSTM(4, 8)\n      (b): GRU(8, 2)\n    )\n",
       "  (a): LSTM(4, 8)\n  (b): GRU(8, 2)\n)\n",
       "16 Jul 20:12    INFO  Net(\n  (a): LSTM(4, 8)\n  (b): GRU(8, 2)\n)\nTrainable parameters: 1234\n",
       "<bound method Module.parameters of Net(\n  (a): LSTM(4, 8)\n  (b): GRU(8, 2)\n)>\n",
       "Model: \"Net(\n  (a): LSTM(4, 8)\n  (b): GRU(8, 2)\n)\"\n",
       "\x1B[1mNet\x1B[0m(\n  (a): LSTM(\x1B[33m4\x1B[0m, 8)\n  (b): GRU(8, 2)\n)\n",
       "Net(\n\xC2\xA0 (a): LSTM(4, 8)\n\xC2\xA0 (b): GRU(8, 2)\n)\n",
       "The model:\n\nNet(\n  (a): LSTM(4, 8)  # the encoder\n  (b): GRU(8, 2)\n)\n\nEpoch 1: loss 0.3\n",
       "DataParallel(\n  (module): Net(\n    (a): LSTM(4, 8)\n    (b): GRU(8, 2)\n  )\n)\n",
       "\"\"\"\nNet(\n  (a): LSTM(4, 8)\n  (b): GRU(8, 2)\n)\n\"\"\"\n"})
    EXPECT_EQ(query_of(text), meaning) << text;
  EXPECT_EQ(canonical_of(sound_reading("Net( (a): LSTM(4, 8) (b): GRU(8, 2) )").query), meaning);
}

TEST(ReadModule, OffersTheSecondOfTwoModels) {
  const TextReading reading = sound_reading(
      "[Encoder(\n  (rnn): LSTM(4, 8)\n), Decoder(\n  (rnn): GRU(8, 2)\n  (fc): Linear(in_features=2, "
      "out_features=3, bias=True)\n)]\n");
  EXPECT_EQ(canonical_of(reading.query), meant("framework=pytorch&input=4&layers=LSTM(8)"));
  ASSERT_EQ(reading.choices.size(), 1U);
  EXPECT_EQ(reading.choices[0].code, "another_model");
  EXPECT_EQ(canonical_of(reading.choices[0].query),
            meant("framework=pytorch&input=8&layers=GRU(2), Linear(3)"));
}

TEST(ReadModule, SaysWhereATextIsCut) {
  const std::string text = "Net(\n  (a): LSTM(4, 8)\n  (b): GRU(8, 2)\n  (c): Linear(in_feat";
  const TextReading reading = sound_reading(text);
  EXPECT_EQ(canonical_of(reading.query), meant("framework=pytorch&input=4&layers=LSTM(8), GRU(2)"));
  EXPECT_TRUE(has_problem(reading, "cut"));
  EXPECT_EQ(unknown_of(text), "cut: Linear(in_feat");
  EXPECT_EQ(unknown_of("Net(\n  (a): LSTM(4, 8)\n  (b): GRU(8\n  (c): LSTM(8, 2)\n)"), "cut: GRU(8");
  EXPECT_EQ(unknown_of("Net(\n  (a): LSTM(4, 8)\n  (b): GRU(8, num_layers=2)\n)"),
            "incomplete: GRU(8, num_layers=2)");
}

TEST(ReadModule, ANameAtTheTextsEndIsAName) {
  const std::string text = "Net(\n  (rnn): LSTM(10, 20)\n  (head):";
  const TextReading reading = sound_reading(text);
  EXPECT_TRUE(has_problem(reading, "cut"));
  EXPECT_EQ(reading.pieces.back().code, "name");
}

TEST(ReadModule, EntersWhereTheFirstLayerSaysNoWidth) {
  EXPECT_EQ(query_of("Net(\n  (drop): Dropout(p=0.2, inplace=False)\n  (rnn): LSTM(4, 8)\n)"),
            meant("framework=pytorch&input=4&layers=Dropout(0.2), LSTM(8)"));
  EXPECT_EQ(
      query_of(
          "Net(\n  (drop): Dropout(p=0.2, inplace=False)\n  (embed): Embedding(50, 8)\n  (rnn): LSTM(8, 8)\n)"),
      meant("framework=pytorch&layers=Embedding(50, 8), Dropout(0.2), LSTM(8)"));
  EXPECT_EQ(query_of("Net(\n  (glu): GLU(dim=-1)\n  (rnn): LSTM(4, 8)\n)"),
            meant("framework=pytorch&input=8&layers=GLU(), LSTM(8)"));
  const TextReading flat = telling_reading(
      "Net(\n  (flat): Flatten(start_dim=1, end_dim=-1)\n  (fc): Linear(in_features=40, "
      "out_features=9, bias=True)\n)");
  EXPECT_EQ(total_of(flat.query), "369");
  EXPECT_TRUE(has_problem(flat, "width_not_printed"));
}

TEST(ReadModule, ReadsWhatPrintsAlike) {
  // Paddle's cells stand in the layer that runs them.
  EXPECT_EQ(total_of(query_of("Net(\n"
                              "  (lstm): LSTM(16, 32, num_layers=2\n"
                              "    (0): RNN(\n"
                              "      (cell): LSTMCell(16, 32)\n"
                              "    )\n"
                              "    (1): RNN(\n"
                              "      (cell): LSTMCell(32, 32)\n"
                              "    )\n"
                              "  )\n"
                              "  (fc): Linear(in_features=32, out_features=2, dtype=float32)\n"
                              ")\n")),
            "14914");  // 4 × 32 (16 + 32 + 2) + 4 × 32 (32 + 32 + 2) + 66
  EXPECT_EQ(
      query_of("Net(\n  (rnn): LSTM(input_dims=64, hidden_size=32, bias=True)\n  (fc): Linear(input_dims=32, "
               "output_dims=10, bias=True)\n)\n"),
      meant("framework=mlx&input=64&layers=LSTM(32), Linear(10)"));
}

TEST(ReadModule, ReadsOnWhateverComes) {
  std::string deep;
  for (int i = 0; i < 2000; ++i) deep += std::string(static_cast<std::size_t>(i), ' ') + "(a): B(\n";
  EXPECT_TRUE(has_problem(read_text(deep), "limit"));
  for (const std::string text :
       {"Net(\n  in=3\n  (a): LSTM(4, 8)\n  (b): LSTM(8, 8)\n)", "Net(\n  (a): LSTM(4, 8",
        "Net(\n  (a): GRU(8, 2)\n\n)\nNet(\n  (a): GRU(8, 2)\n)"})
    sound_reading(text);
  for (
      const std::string text :
      {"(a): B(", "(a): B(\n)))))", "Net(\n  (a): LSTM(((((\n)", "(a): 2 x \n(b): 3 x LSTM(4, 8)",
       "(a): None\n(b): LSTM(4, 8)\n(c): <lambda>\n(d): Parameter containing: [torch.FloatTensor of size 4x3]",
       "(a): LSTM(4, 8)(b): GRU(8, 2)", "Net(\n  (a): LSTM('x\n  (b): GRU(8, 2)\n)", "(a): LSTM(=)",
       "(a): B(->"})
    read_text(text);
}

// A sign of no meaning before a layer, or a bracket too many behind one: what is ignored has no effect.
TEST(ReadModule, SignsThatSayNothingChangeNothing) {
  const std::string two = meant("framework=pytorch&input=6&layers=RNN(7), LSTM(3)");
  for (const std::string_view before : {"", "\" ", "= ", ", ", "; ", "( ", "[ "})
    EXPECT_EQ(query_of("Net(\n  (a): RNN(6, 7)\n  " + std::string(before) + "LSTM(7, 3)\n)"), two) << before;
  for (const std::string_view behind : {"", ")", "))", ",)", " )"})
    EXPECT_EQ(query_of("Net(\n  (a): RNN(6, 7)" + std::string(behind) + "\n  (b): LSTM(7, 3)\n)"), two)
        << behind;
}

// "( (5):cz(" was read for ever: its first bracket was taken for one behind a name.
TEST(ReadModule, EveryTextOfFewWordsEnds) {
  const std::vector<std::string_view> words{"(", "(a):", "B(", ")", " ", "\n", ", ", "2 x ", "->", "k="};
  constexpr std::size_t longest = 5;
  std::size_t texts = 1;
  for (std::size_t i = 0; i < longest; ++i) texts *= words.size();
  for (std::size_t number = 0; number < texts; ++number) {
    std::string text;
    for (std::size_t rest = number, i = 0; i < longest; ++i, rest /= words.size())
      text += words[rest % words.size()];
    ASSERT_LE(read_printed(text).modules.size(), longest) << text;
  }
}

}  // namespace
}  // namespace rnn
