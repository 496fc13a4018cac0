// Tables of PyTorch's models, as torchinfo, torchsummary, pytorch_model_summary and Lightning print them.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/core/printed_models.h"
#include "tests/core/printed_rows.h"
#include "tests/core/readings.h"
#include "tests/core/sampled.h"

namespace rnn {
namespace {

using Row = PrintedRow;

std::vector<Row> rows() { return printed_rows(printed_summaries_jsonl); }

bool has_problem(const TextReading& reading, std::string_view code) {
  return std::any_of(reading.problems.begin(), reading.problems.end(),
                     [&](const TextProblem& problem) { return problem.code == code; });
}

bool has_choice(const TextReading& reading, const std::string& query) {
  return std::any_of(reading.choices.begin(), reading.choices.end(),
                     [&](const Choice& choice) { return canonical_of(choice.query) == query; });
}

/// The query that must come first.
void expect_query(std::string_view text, const std::string& query, std::string_view total) {
  const TextReading reading = telling_reading(text);
  EXPECT_EQ(reading.form, Form::summary) << text;
  EXPECT_EQ(canonical_of(reading.query), canonical_of(query)) << text;
  EXPECT_EQ(total_of(reading.query), total) << text;
}

TEST(ReadTorchSummary, AsTheToolsPrintedThem) {
  const std::vector<Row> all = rows();
  ASSERT_GT(all.size(), 120U);
  for (std::size_t i = 0; i < all.size(); i += one_of) {
    const Row& row = all[i];
    SCOPED_TRACE(row.id);
    const TextReading reading = read_text(row.text);
    const std::string query = canonical_of(row.query);
    EXPECT_EQ(reading.form, Form::summary);
    if (row.id.starts_with("uncounted")) {
      EXPECT_EQ(total_of(reading.query), "");
      ASSERT_EQ(reading.questions.size(), 1U);
      EXPECT_TRUE(has_problem(reading, "row_not_counted"));
      EXPECT_EQ(canonical_of(read_text(row.text, {{reading.questions.front().name, "12"}}).query), query);
      continue;
    }
    EXPECT_TRUE(reading.problems.empty());
    EXPECT_EQ(total_of(reading.query), row.total) << reading.query;
    EXPECT_EQ(reading.printed.total, row.total);
    // A bias that is missing is not to be told from one more feature that comes in.
    const bool open = row.id.starts_with("torchsummary") || row.id.starts_with("model-summary");
    EXPECT_TRUE(canonical_of(reading.query) == query || (open && has_choice(reading, query)))
        << reading.query << "\n"
        << query;
  }
}

TEST(ReadTorchSummary, TellsOfEveryPiece) {
  const std::vector<Row> all = rows();
  for (std::size_t i = 0; i < all.size(); i += 9 * one_of) {
    SCOPED_TRACE(all[i].id);
    telling_reading(all[i].text);
  }
}

constexpr std::string_view one_lstm =
    "==========================================================================================\n"
    "Layer (type:depth-idx)                   Output Shape              Param #\n"
    "==========================================================================================\n"
    "Net                                      [32, 1]                   --\n"
    "├─LSTM: 1-1                              [32, 60, 50]              12,000\n"
    "├─Linear: 1-2                            [32, 1]                   51\n"
    "==========================================================================================\n"
    "Total params: 12,051\n";

TEST(ReadTorchSummary, SolvesForWhatComesIn) {
  expect_query(one_lstm, "framework=pytorch&input=8&layers=LSTM(50),Linear(1)", "12051");
  // 2 × 4 × 25 × (33 + 25 + 2) = 12,000, and without biases 4 × 50 × (10 + 50).
  const TextReading reading = read_text(one_lstm);
  const auto other = [](const std::string& layers) { return canonical_of("framework=pytorch&" + layers); };
  EXPECT_TRUE(has_choice(reading, other("input=33&layers=LSTM(25,bidirectional=true),Linear(1)")));
  EXPECT_TRUE(has_choice(reading, other("input=10&layers=LSTM(50,bias=false),Linear(1)")));
  EXPECT_TRUE(has_choice(reading, other("input=35&layers=LSTM(25,bidirectional=true,bias=false),Linear(1)")));
  EXPECT_EQ(reading.choices.size(), 3U);
  EXPECT_EQ(reading.printed.total, "12051");
}

std::string replaced(std::string_view text, std::string_view what, std::string_view by) {
  std::string out(text);
  const std::size_t at = out.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return out.replace(at, what.size(), by);
}

TEST(ReadTorchSummary, ARowThatNothingFits) {
  // An odd number is no LSTM's.
  const std::string text = replaced(replaced(one_lstm, "12,000", "12,001"), "12,051", "12,052");
  const TextReading reading = telling_reading(text);
  EXPECT_TRUE(has_problem(reading, "row_fits_nothing"));
  EXPECT_EQ(total_of(reading.query), "");
}

TEST(ReadTorchSummary, ALayerThatReadsAnotherWidth) {
  const std::string text = replaced(replaced(one_lstm, "51\n", "52\n"), "12,051", "12,052");
  EXPECT_TRUE(has_problem(telling_reading(text), "reads_other"));
  EXPECT_FALSE(has_problem(read_text(one_lstm), "reads_other"));
}

TEST(ReadTorchSummary, RowsThatDoNotAddUp) {
  EXPECT_TRUE(
      has_problem(telling_reading(replaced(one_lstm, "params: 12,051", "params: 12,151")), "rows_differ"));
  EXPECT_FALSE(has_problem(read_text(one_lstm), "rows_differ"));
}

TEST(ReadTorchSummary, WhateverIsAround) {
  const std::string query = canonical_of(read_text(one_lstm).query);
  std::string commented = "# My notes\n";
  std::string crlf;
  for (std::string_view rest = one_lstm; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    commented.append("# ").append(line).append("\n");
    crlf.append(line).append("\r\n");
  }
  const std::string logged = "2026-11-29 12:00:01 ";
  std::string of_log;
  for (std::string_view rest = one_lstm; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    of_log.append(logged).append(line).append("\n");
  }
  for (const std::string& text :
       {commented, crlf, of_log, "Out[3]:\n```text\n" + std::string(one_lstm) + "```\nThat is all.\n",
        std::string(one_lstm.substr(0, one_lstm.find("Total"))),
        std::string(one_lstm.substr(one_lstm.find("Net")))})
    EXPECT_EQ(canonical_of(telling_reading(text).query), query) << text;
}

TEST(ReadTorchSummary, NoProgramAndNoOtherTable) {
  EXPECT_NE(read_text("self.lstm = nn.LSTM(8, 50)\n" + std::string(one_lstm)).form, Form::summary);
  EXPECT_NE(read_text("lstm_1 (LSTM)                (None, 50)                11800     \n").form,
            Form::module);
  EXPECT_TRUE(read_text("├─\n│\n").query.empty());
}

// Published tables, as they stand.
TEST(ReadTorchSummary, PublishedByTorchinfo) {
  // https://github.com/TylerYep/torchinfo/blob/main/tests/test_output/pack_padded.out
  expect_query(
      "==========================================================================================\n"
      "Layer (type:depth-idx)                   Output Shape              Param #\n"
      "==========================================================================================\n"
      "PackPaddedLSTM                           [128, 18]                 --\n"
      "├─Embedding: 1-1                         [20, 128, 128]            7,680\n"
      "├─LSTM: 1-2                              [906, 32]                 20,736\n"
      "├─Dropout: 1-3                           [128, 32]                 --\n"
      "├─Linear: 1-4                            [128, 18]                 594\n"
      "==========================================================================================\n"
      "Total params: 29,010\n"
      "Trainable params: 29,010\n"
      "Non-trainable params: 0\n"
      "Total mult-adds (M): 601.41\n"
      "==========================================================================================\n"
      "Input size (kB): 20.54\n"
      "Forward/backward pass size (MB): 2.87\n"
      "Params size (kB): 116.04\n"
      "Estimated Total Size (MB): 3.01\n"
      "==========================================================================================\n",
      "framework=pytorch&layers=Embedding(60,128),LSTM(32),Dropout(0.5),Linear(18)", "29010");
  // https://github.com/TylerYep/torchinfo/blob/main/tests/test_output/lstm.out: a stack whose tensors are
  // listed
  expect_query(
      "========================================================================================================================\n"
      "Layer (type (var_name))                  Kernel Shape         Output Shape         Param #              Mult-Adds\n"
      "========================================================================================================================\n"
      "LSTMNet (LSTMNet)                        --                   [100, 20]            --                   --\n"
      "├─Embedding (embedding)                  --                   [1, 100, 300]        6,000                6,000\n"
      "│    └─weight                            [300, 20]                                 └─6,000\n"
      "├─LSTM (encoder)                         --                   [1, 100, 512]        3,768,320            376,832,000\n"
      "│    └─weight_ih_l0                      [2048, 300]                               ├─614,400\n"
      "│    └─weight_hh_l0                      [2048, 512]                               ├─1,048,576\n"
      "│    └─bias_ih_l0                        [2048]                                    ├─2,048\n"
      "│    └─bias_hh_l0                        [2048]                                    ├─2,048\n"
      "│    └─weight_ih_l1                      [2048, 512]                               ├─1,048,576\n"
      "│    └─weight_hh_l1                      [2048, 512]                               ├─1,048,576\n"
      "│    └─bias_ih_l1                        [2048]                                    ├─2,048\n"
      "│    └─bias_hh_l1                        [2048]                                    └─2,048\n"
      "├─Linear (decoder)                       --                   [1, 100, 20]         10,260               1,026,000\n"
      "│    └─weight                            [512, 20]                                 ├─10,240\n"
      "│    └─bias                              [20]                                      └─20\n"
      "========================================================================================================================\n"
      "Total params: 3,784,580\n"
      "Trainable params: 3,784,580\n"
      "Non-trainable params: 0\n"
      "Total mult-adds (M): 377.86\n"
      "========================================================================================================================\n"
      "Input size: 856\n"
      "Forward/backward pass size (kB): 665.60\n"
      "Params size (MB): 15.14\n"
      "Estimated Total Size (MB): 15.80\n"
      "========================================================================================================================\n",
      "framework=pytorch&layers=Embedding(20,300),LSTM(512,num_layers=2),Linear(20)", "3784580");
}

TEST(ReadTorchSummary, PublishedOfAnAgent) {
  // https://github.com/notjedi/tuxkart-ai: two heads, and an LSTM inside a class that is called so. What
  // comes in has 0.04 MB: 5 × 8 vectors of 256 numbers.
  expect_query(
      "==========================================================================================\n"
      "Layer (type:depth-idx)                   Output Shape              Param #\n"
      "==========================================================================================\n"
      "Net                                      --                        --\n"
      "├─LSTM: 1-1                              [5, 8, 256]               --\n"
      "│    └─LSTM: 2-1                         [5, 8, 256]               1,052,672\n"
      "├─Actor: 1-2                             [8, 13]                   --\n"
      "│    └─Sequential: 2-2                   [8, 13]                   --\n"
      "│    │    └─Linear: 3-1                  [8, 128]                  32,896\n"
      "│    │    └─Tanh: 3-2                    [8, 128]                  --\n"
      "│    │    └─Linear: 3-3                  [8, 13]                   1,677\n"
      "├─Critic: 1-3                            [8, 1]                    --\n"
      "│    └─Sequential: 2-3                   [8, 1]                    --\n"
      "│    │    └─Linear: 3-4                  [8, 128]                  32,896\n"
      "│    │    └─Tanh: 3-5                    [8, 128]                  --\n"
      "│    │    └─Linear: 3-6                  [8, 1]                    129\n"
      "==========================================================================================\n"
      "Total params: 1,120,270\n"
      "Trainable params: 1,120,270\n"
      "Non-trainable params: 0\n"
      "Total mult-adds (M): 42.65\n"
      "==========================================================================================\n"
      "Input size (MB): 0.04\n"
      "Forward/backward pass size (MB): 0.10\n"
      "Params size (MB): 4.48\n"
      "Estimated Total Size (MB): 4.62\n",
      "framework=pytorch&input=256&layers=LSTM(256,num_layers=2),Linear(128),Tanh,Linear(13),"
      "Linear(256,128),Tanh,Linear(1)",
      "1120270");
}

TEST(ReadTorchSummary, PublishedInABook) {
  // https://github.com/lyhue1991/eat_pytorch_in_20_days, chapter 1-4, whose code says LSTM(3, 3,
  // num_layers=5).
  const TextReading reading = telling_reading(
      "----------------------------------------------------------------\n"
      "        Layer (type)               Output Shape         Param #\n"
      "================================================================\n"
      "              LSTM-1                 [-1, 8, 3]             480\n"
      "            Linear-2                    [-1, 3]              12\n"
      "             Block-3                    [-1, 3]               0\n"
      "================================================================\n"
      "Total params: 492\n"
      "Trainable params: 492\n"
      "Non-trainable params: 0\n"
      "----------------------------------------------------------------\n"
      "Input size (MB): 0.000092\n"
      "Forward/backward pass size (MB): 0.000229\n"
      "Params size (MB): 0.001877\n"
      "Estimated Total Size (MB): 0.002197\n"
      "----------------------------------------------------------------\n");
  EXPECT_EQ(reading.query, "framework=pytorch&input=3&layers=LSTM(3,num_layers=5),Dense(3)");
  EXPECT_EQ(total_of(reading.query), "492");
}

TEST(ReadTorchSummary, AConvolutionBeforeAnLstm) {
  const TextReading reading = telling_reading(
      "==========================================================================================\n"
      "Layer (type:depth-idx)                   Output Shape              Param #\n"
      "==========================================================================================\n"
      "CNNLSTMModel                             [1, 11]                   --\n"
      "├─Conv2d: 1-1                            [1, 32, 1, 128]           224\n"
      "├─Conv2d: 1-2                            [1, 32, 1, 128]           3,104\n"
      "├─MaxPool2d: 1-3                         [1, 32, 1, 64]            --\n"
      "├─Conv2d: 1-4                            [1, 64, 1, 64]            6,208\n"
      "├─Conv2d: 1-5                            [1, 64, 1, 64]            12,352\n"
      "├─MaxPool2d: 1-6                         [1, 64, 1, 32]            --\n"
      "├─Conv2d: 1-7                            [1, 128, 1, 32]           24,704\n"
      "├─Conv2d: 1-8                            [1, 128, 1, 32]           49,280\n"
      "├─MaxPool2d: 1-9                         [1, 128, 1, 16]           --\n"
      "├─LSTM: 1-10                             [1, 16, 32]               20,736\n"
      "├─Linear: 1-11                           [1, 128]                  4,224\n"
      "├─Linear: 1-12                           [1, 11]                   1,419\n"
      "==========================================================================================\n"
      "Total params: 122,251\n");
  EXPECT_EQ(total_of(reading.query), "122251");
  // 4 × 32 × (128 + 32 + 2)
  EXPECT_NE(reading.query.find("Conv2D(128,(1,3)),MaxPooling2D(),LSTM(32),"), std::string::npos)
      << reading.query;
}

TEST(ReadTorchSummary, PublishedByItsAuthor) {
  // https://github.com/sksq96/pytorch-summary, README, whose code says Conv2d(1, 10, 5), Conv2d(10, 20, 5),
  // Linear(320, 50) behind a view, Linear(50, 10).
  const TextReading reading = telling_reading(
      "----------------------------------------------------------------\n"
      "        Layer (type)               Output Shape         Param #\n"
      "================================================================\n"
      "            Conv2d-1           [-1, 10, 24, 24]             260\n"
      "            Conv2d-2             [-1, 20, 8, 8]           5,020\n"
      "         Dropout2d-3             [-1, 20, 8, 8]               0\n"
      "            Linear-4                   [-1, 50]          16,050\n"
      "            Linear-5                   [-1, 10]             510\n"
      "================================================================\n"
      "Total params: 21,840\n"
      "Trainable params: 21,840\n"
      "Non-trainable params: 0\n"
      "----------------------------------------------------------------\n");
  EXPECT_EQ(reading.query,
            "framework=pytorch&input=1&layers=Conv2D(10,5),Conv2D(20,5),Dropout2d(),Dense(50,input_dim=320),"
            "Dense(10)");
  EXPECT_EQ(total_of(reading.query), "21840");
}

TEST(ReadTorchSummary, ALayerThatTorchsummaryDoesNotCount) {
  // What stands in the comments of a program on GitHub, class BIGRU_CRF.
  const TextReading reading = telling_reading(
      "    # ----------------------------------------------------------------\n"
      "    # Layer (type)               Output Shape           Param #\n"
      "    # ================================================================\n"
      "    # GRU-1  [[-1, 50, 400],     [-1, 2, 200]]               0\n"
      "    # GRU-2  [[-1, 50, 400],     [-1, 2, 200]]               0\n"
      "    # Dropout-3                  [-1, 50, 400]               0\n"
      "    # Linear-4                   [-1, 50, 108]          43,308\n"
      "    # ================================================================\n");
  EXPECT_TRUE(has_problem(reading, "row_not_counted"));
  EXPECT_EQ(total_of(reading.query), "");
  ASSERT_EQ(reading.questions.size(), 1U);
  EXPECT_NE(reading.query.find("hidden_size=200,+bidirectional=true"), std::string::npos) << reading.query;
}

TEST(ReadTorchSummary, LightningRounds) {
  // By itself a rounded number says no size.
  const TextReading open = telling_reading(
      "  | Name      | Type             | Params\n"
      "-----------------------------------------------\n"
      "0 | embedding | Embedding        | 7 M   \n"
      "1 | rnn1      | LSTM             | 9 M   \n"
      "2 | rnn2      | LSTM             | 10 M  \n"
      "3 | out       | Linear           | 15 M  \n"
      "4 | criterion | CrossEntropyLoss | 0     \n");
  EXPECT_TRUE(open.query.empty());
  EXPECT_TRUE(has_problem(open, "row_rounded"));
  // 12.0 K with what goes in and comes out is one layer on 8 with biases.
  expect_query(
      "  | Name   | Type   | Params | Mode  | In sizes   | Out sizes\n"
      "------------------------------------------------------------------------------------\n"
      "0 | lstm   | LSTM   | 12.0 K | train | [32, 60, 8] | [[32, 60, 50], [[1, 32, 50], [1, 32, 50]]]\n"
      "1 | fc     | Linear | 51     | train | [32, 50]   | [32, 1]\n"
      "------------------------------------------------------------------------------------\n"
      "12.1 K    Trainable params\n"
      "0         Non-trainable params\n"
      "12.1 K    Total params\n"
      "0.048     Total estimated model params size (MB)\n",
      "framework=pytorch&input=8&layers=LSTM(50),Linear(1)", "12051");
}

TEST(ReadTorchSummary, TheTensorsBelowARowSayItsSizes) {
  // torchinfo with verbose=2: 4·64·(64 + 39 + 2) + 39·64 = 29376.
  constexpr std::string_view text = R"(
==========================================================================================
Layer (type:depth-idx)                   Kernel Shape              Param #
==========================================================================================
Net                                      --                        --
├─LSTM: 1-1                              --                        29,376
│    └─weight_ih_l0                      [256, 64]                 ├─16,384
│    └─weight_hh_l0                      [256, 39]                 ├─9,984
│    └─bias_ih_l0                        [256]                     ├─256
│    └─bias_hh_l0                        [256]                     ├─256
│    └─weight_hr_l0                      [39, 64]                  └─2,496
==========================================================================================
Total params: 29,376
)";
  const TextReading reading = sound_reading(text);
  EXPECT_EQ(canonical_of(reading.query),
            canonical_of("framework=pytorch&input=64&layers=LSTM(64, proj_size=39)"));
}

TEST(ReadTorchSummary, WhatIsNoLayerHere) {
  const TextReading reading = telling_reading(
      "====================================================================================================\n"
      "Layer (type:depth-idx)                        Output Shape              Param #\n"
      "====================================================================================================\n"
      "Net                                           [2, 7, 3]                 7\n"
      "├─TransformerEncoder: 1-1                     [2, 7, 16]                --\n"
      "│    └─ModuleList: 2-1                        --                        --\n"
      "│    │    └─TransformerEncoderLayer: 3-1      [2, 7, 16]                3,280\n"
      "│    │    └─TransformerEncoderLayer: 3-2      [2, 7, 16]                3,280\n"
      "├─Linear: 1-2                                 [2, 7, 3]                 51\n"
      "====================================================================================================\n"
      "Total params: 6,618\n");
  EXPECT_EQ(total_of(reading.query), "");
  EXPECT_NE(reading.query.find("TransformerEncoderLayer"), std::string::npos);
  EXPECT_EQ(reading.choices.size(), 2U);
}

TEST(ReadTorchSummary, WithoutShapesTheSizesAreSolvedTogether) {
  // Of a README on GitHub: 128 × 55 words, 2 × [2 × 4 × 64 × (128 + 64 + 2)], 128 + 1.
  expect_query(
      "=================================================================\n"
      "Layer (type:depth-idx)                   Param #\n"
      "=================================================================\n"
      "TunedModel                               --\n"
      "├─Embedding: 1-1                         7,040\n"
      "├─LSTM: 1-2                              198,656\n"
      "├─Linear: 1-3                            129\n"
      "=================================================================\n"
      "Total params: 205,825\n"
      "Trainable params: 205,825\n"
      "Non-trainable params: 0\n"
      "=================================================================\n",
      "framework=pytorch&layers=Embedding(55,128),LSTM(64,num_layers=2,bidirectional=true),Linear(1)",
      "205825");
}

// pytorch_model_summary says of each row how many of its parameters are trained: (8 + 1)·16 and (16 + 1)·4.
TEST(ReadTorchSummary, ARowOfWhichNothingIsTrainedIsFrozen) {
  expect_query(R"(---------------------------------------------------------------------------
      Layer (type)          Output Shape         Param #     Tr. Param #
===========================================================================
          Linear-1              [2, 10, 16]             144             0
          Linear-2              [2, 10, 4]              68              68
===========================================================================
Total params: 212
Trainable params: 68
Non-trainable params: 144
---------------------------------------------------------------------------
)",
               "framework=pytorch&input=8&layers=Linear(16,trainable=false),Linear(4)", "212");
}

// A bracket that was lost, and blanks of which only one is left.
TEST(ReadTorchSummary, ShapesThatLackABracketOrItsRoom) {
  const auto table = [](const std::string& lstm, const std::string& linear) {
    return "==========================================================================================\n"
           "Layer (type:depth-idx)                   Output Shape              Param #\n"
           "==========================================================================================\n"
           "Net                                      [32, 1]                   --\n├─LSTM: 1-1  " +
           lstm + "              12,000\n├─Linear: 1" + linear + "                   51\n";
  };
  const std::string query = "framework=pytorch&input=8&layers=LSTM(50),Linear(1)";
  expect_query(table("[32, 60, 50]", "-2 [32, 1]"), query, "12051");
  expect_query(table("32, 60, 50]", "-2 [32, 1]"), query, "12051");
  expect_query(table("[32, 60, 50]", " [32, 1]"), query, "12051");
}

// 104 = 8 * 4 * 3 + 8 = 8 * 1 * 12 + 8: two groups, or as many as features.
TEST(ReadTorchSummary, OffersEveryNumberOfGroups) {
  const TextReading reading = telling_reading(
      "==========================================================================================\n"
      "Layer (type:depth-idx)                   Output Shape              Param #\n"
      "==========================================================================================\n"
      "Net                                      [32, 8, 20]               --\n"
      "├─LSTM: 1-1                              [32, 20, 8]               640\n"
      "├─Conv1d: 1-2                            [32, 8, 18]               104\n");
  EXPECT_EQ(canonical_of(reading.query),
            canonical_of("framework=pytorch&input=10&layers=LSTM(8),Conv1D(8,12,groups=8)"));
  for (const std::string_view other : {"Conv1D(8,3,groups=2)", "Conv1D(8,6,groups=4)"})
    EXPECT_TRUE(
        has_choice(reading, canonical_of("framework=pytorch&input=10&layers=LSTM(8)," + std::string(other))))
        << other;
}

}  // namespace
}  // namespace rnn
