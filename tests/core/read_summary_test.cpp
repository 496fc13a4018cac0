// Tables as Keras prints them. Totals are those that the tables print; models are worked out by hand from
// their counts, or are those of the programs that printed them.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>

#include "tests/core/readings.h"

namespace rnn {
namespace {

std::string meant(const std::string& query) { return canonical_of(query); }

std::string query_of(std::string_view text) {
  const TextReading reading = telling_reading(text);
  EXPECT_EQ(reading.form, Form::summary) << text;
  return canonical_of(reading.query);
}

/// Its problems by their codes, in one text.
std::string problems_of(const TextReading& reading) {
  std::string out;
  for (const TextProblem& problem : reading.problems) {
    out += std::string(problem.code) + ":";
    for (const Detail& detail : problem.details) out += " " + std::string(detail.name) + "=" + detail.text;
    out += ";";
  }
  return out;
}

constexpr std::string_view old_form = R"(Model: "model"
_________________________________________________________________
Layer (type)                 Output Shape              Param #   
=================================================================
input_1 (InputLayer)         [(None, 50)]              0         
_________________________________________________________________
embedding (Embedding)        (None, 50, 40)            48000     
_________________________________________________________________
spatial_dropout1d (SpatialDr (None, 50, 40)            0         
_________________________________________________________________
bidirectional (Bidirectional (None, 50, 128)           53760     
_________________________________________________________________
time_distributed (TimeDistri (None, 50, 9)             1161      
=================================================================
Total params: 102,921
)";

constexpr std::string_view wrapped_form = R"( Layer (type)                Output Shape              Param #   
=================================================================
 bidirectional (Bidirectiona  (None, 30, 128)          38400     
 l)                                                              
                                                                 
 lstm_1 (LSTM)               (None, 64)                49408     
                                                                 
 dense (Dense)               (None, 3)                 195       
                                                                 
=================================================================
Total params: 88,003 (343.76 KB)
Trainable params: 88,003 (343.76 KB)
Non-trainable params: 0 (0.00 Byte)
)";

constexpr std::string_view box = R"(Model: "sequential"
┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
│ lstm (LSTM)                     │ (None, 64)             │        18,176 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ dropout (Dropout)               │ (None, 64)             │             0 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ dense (Dense)                   │ (None, 7)              │           455 │
└─────────────────────────────────┴────────────────────────┴───────────────┘
 Total params: 55,895 (218.34 KB)
 Trainable params: 18,631 (72.78 KB)
 Non-trainable params: 0 (0.00 B)
 Optimizer params: 37,264 (145.57 KB)
)";

// Keras 2.15's own example; each count is places × filters × (window × channels + 1).
constexpr std::string_view places_form = R"(Model: "sequential"
_________________________________________________________________
 Layer (type)                Output Shape              Param #   
=================================================================
 locally_connected1d (Local  (None, 8, 64)             49664     
 lyConnected1D)                                                  
                                                                 
 locally_connected1d_1 (Loc  (None, 3, 32)             18528     
 allyConnected1D)                                                
                                                                 
 flatten (Flatten)           (None, 96)                0         
                                                                 
 dense (Dense)               (None, 1)                 97        
                                                                 
=================================================================
Total params: 68,289
)";

constexpr std::string_view box_query = "framework=keras&input=6&layers=LSTM(64), Dropout(0.5), Dense(7)";

/// Whether it says of a piece, by that code, that it is not understood.
bool leaves_open(const TextReading& reading, std::string_view code) {
  return std::any_of(reading.pieces.begin(), reading.pieces.end(), [&](const TextPiece& piece) {
    return piece.kind == TextPiece::Kind::unknown && piece.code == code;
  });
}

TEST(ReadSummary, ReadsNamesThatAreCutAfterTwelveLetters) {
  const std::string query = query_of(old_form);
  EXPECT_EQ(query, meant("framework=keras&layers=Embedding(1200, 40), SpatialDropout1D(), "
                         "Bidirectional(LSTM(64)), TimeDistributed(Dense(9))"));
  EXPECT_EQ(total_of(query), "102921");
}

TEST(ReadSummary, SolvesForTheWindowOfALayerThatHasFiltersForEachPlace) {
  // 49,664 = 8 × 64 × (3 × 32 + 1), and 10 steps with a window of 3 are 8 places; of these every second one
  // with a window of 3: 18,528 = 3 × 32 × (3 × 64 + 1).
  const std::string query = query_of(places_form);
  EXPECT_EQ(query, meant("framework=keras2&input=32&timesteps=10&layers=LocallyConnected1D(64,3),"
                         "LocallyConnected1D(32,3,strides=2),Flatten(),Dense(1)"));
  EXPECT_EQ(total_of(query), "68289");
}

TEST(ReadSummary, ReadsNamesThatGoOnInTheNextLineAndNamesEveryCellThatFits) {
  const std::string query = query_of(wrapped_form);
  EXPECT_EQ(query, meant("framework=keras&input=10&layers=Bidirectional(LSTM(64)), LSTM(64), Dense(3)"));
  const TextReading reading = read_text(wrapped_form);
  // 19,200 a direction; with 64 units 4096 of a matrix read what came out, with 128 units 16,384.
  std::vector<std::string> choices;
  for (const Choice& choice : reading.choices) {
    choices.push_back(canonical_of(choice.query));
    EXPECT_EQ(choice.layer, 0);
    EXPECT_EQ(total_of(choice.query), "88003");
  }
  const auto other = [](const std::string& input, const std::string& layer) {
    return meant("framework=keras&input=" + input + "&layers=" + layer + ", LSTM(64), Dense(3)");
  };
  EXPECT_EQ(choices, (std::vector<std::string>{
                         other("34", "Bidirectional(GRU(64))"),
                         other("235", "Bidirectional(SimpleRNN(64))"),
                         other("11", "Bidirectional(LSTM(64, use_bias=false))"),
                         other("36", "Bidirectional(GRU(64, use_bias=false))"),
                         other("35", "Bidirectional(GRU(64, reset_after=false))"),
                         other("21", "Bidirectional(SimpleRNN(128), merge_mode=sum)"),
                         other("236", "Bidirectional(SimpleRNN(64, use_bias=false))"),
                         other("22", "Bidirectional(SimpleRNN(128, use_bias=false), merge_mode=sum)"),
                     }));
}

TEST(ReadSummary, TellsAnOptimizersNumbersFromTheModels) {
  const std::string query = query_of(box);
  EXPECT_EQ(query, meant(std::string(box_query)));
  EXPECT_EQ(total_of(query), "18631");
  const TextReading reading = read_text(box);
  EXPECT_EQ(reading.printed.total, "55895");
  EXPECT_EQ(reading.printed.trainable, "18631");
  EXPECT_EQ(reading.printed.optimizer, "37264");
  EXPECT_EQ(reading.printed.own(), Whole(18631));
  EXPECT_TRUE(reading.printed.kept_by_adam());
  Printed other = reading.printed;
  other.optimizer = "37262";
  EXPECT_FALSE(other.kept_by_adam());
  EXPECT_EQ(other.own(), Whole(18633));
  other.optimizer = "55896";
  EXPECT_EQ(other.own(), Whole());
  other.optimizer = "";
  EXPECT_EQ(other.own(), Whole(55895));
  EXPECT_FALSE(other.kept_by_adam());
  ASSERT_EQ(reading.printed.rows.size(), 3U);
  EXPECT_EQ(reading.printed.rows[2].name, "dense");
  EXPECT_EQ(reading.printed.rows[2].count, "455");
  EXPECT_EQ(reading.printed.rows[2].layer, 2);
  EXPECT_EQ(problems_of(reading), "");
}

// --- What is put around tables.

std::string with_lines(std::string_view text, const std::function<std::string(const std::string&)>& each) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += each(std::string(text.substr(0, end))) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string with_words(std::string_view text, const std::string& before, const std::string& after) {
  std::string out;
  bool in_word = false;
  for (const char c : text) {
    const bool word = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ',';
    if (word && !in_word) out += before;
    if (!word && in_word) out += after;
    in_word = word;
    out += c;
  }
  return out;
}

TEST(ReadSummary, ReadsTablesWhateverIsPutAroundThem) {
  using Lines = std::function<std::string(const std::string&)>;
  const Lines around[] = {
      [](const std::string& line) { return "# " + line; },
      [](const std::string& line) { return "## " + line; },
      [](const std::string& line) { return "> " + line; },
      [](const std::string& line) { return "        " + line; },
      [](const std::string& line) { return line + "<br />"; },
      [](const std::string& line) { return line + "\r"; },
      [](const std::string& line) { return "2021-03-04 12:30:01,123 INFO model: " + line; },
      [](const std::string& line) { return "    \"" + line + "\\n\","; },
  };
  for (const std::string_view table : {old_form, wrapped_form, box}) {
    const std::string plain = canonical_of(read_text(table).query);
    for (const Lines& each : around) {
      const std::string text = with_lines(table, each);
      const TextReading reading = table == wrapped_form ? sound_reading(text) : read_text(text);
      EXPECT_EQ(canonical_of(reading.query), plain) << text;
      EXPECT_EQ(problems_of(reading), "") << text;
    }
    for (const auto& [before, after] : {std::pair<std::string, std::string>{"\x1b[38;5;33m", "\x1b[0m"},
                                        {"[38;5;33m", "[0m"},
                                        {"\\u001b[38;5;33m", "\\u001b[0m"},
                                        {"<span style=\"color: #00af00\">", "</span>"}}) {
      const std::string text = with_words(table, before, after);
      EXPECT_EQ(canonical_of(read_text(text).query), plain) << text;
    }
    const std::string text = "Here is my model:\n\n```\n" + std::string(table) + "```\nWhy is it so large?\n";
    EXPECT_EQ(canonical_of(sound_reading(text).query), plain);
    const std::string printed = ">>> model.summary()\n" + std::string(table);
    EXPECT_EQ(canonical_of(sound_reading(printed).query), plain);
  }
}

TEST(ReadSummary, ReadsTheRowsOfATableThatIsCut) {
  EXPECT_EQ(query_of("lstm (LSTM)                 (None, None, 32)          12416     \n"
                     "                                                                 \n"
                     " dense (Dense)               (None, None, 3)           99        \n"),
            meant("framework=keras&input=64&layers=LSTM(32), Dense(3)"));
}

// --- Layers.

std::string table(const std::string& rows) {
  return " Layer (type)                   Output Shape         Param #     Connected to\n"
         "=======================================================================\n" +
         rows + "=======================================================================\n";
}

TEST(ReadSummary, KeepsBranchesApart) {
  const std::string query = query_of(
      table(" input_1 (InputLayer)           [(None, 75)]         0           []\n"
            "\n"
            " input_2 (InputLayer)           [(None, 75)]         0           []\n"
            "\n"
            " embedding (Embedding)          (None, 75, 20)       1860        ['input_1[0][0]']\n"
            "\n"
            " embedding_1 (Embedding)        (None, 75, 10)       150         ['input_2[0][0]']\n"
            "\n"
            " lstm (LSTM)                    (None, 75, 16)       2368        ['embedding[0][0]']\n"
            "\n"
            " concatenate (Concatenate)      (None, 75, 30)       0           ['embedding[0][0]',\n"
            "                                                                  'embedding_1[0][0]']\n"
            "\n"
            " bidirectional (Bidirectional)  (None, 100)          32400       ['concatenate[0][0]']\n"
            "\n"
            " dense (Dense)                  (None, 5)            505         ['bidirectional[0][0]']\n"));
  EXPECT_EQ(query,
            meant("framework=keras&layers=Embedding(93, 20), Embedding(15, 10), "
                  "LSTM(16, input_dim=20), Concatenate(), Bidirectional(LSTM(50, input_dim=30)), Dense(5)"));
}

TEST(ReadSummary, ReadsAnEncoderAndItsDecoder) {
  // 4·256(70 + 256 + 1) and 4·256(90 + 256 + 1): 713,306 with the Dense.
  const std::string query = query_of(
      "Layer (type)                    Output Shape         Param #     Connected to                     \n"
      "==================================================================================================\n"
      "input_1 (InputLayer)            (None, None, 70)     0                                            \n"
      "__________________________________________________________________________________________________\n"
      "input_2 (InputLayer)            (None, None, 90)     0                                            \n"
      "__________________________________________________________________________________________________\n"
      "lstm_1 (LSTM)                   [(None, 256), (None, 334848      input_1[0][0]                    \n"
      "__________________________________________________________________________________________________\n"
      "lstm_2 (LSTM)                   [(None, None, 256),  355328      input_2[0][0]                    \n"
      "                                                                 lstm_1[0][1]                     \n"
      "                                                                 lstm_1[0][2]                     \n"
      "__________________________________________________________________________________________________\n"
      "dense_1 (Dense)                 (None, None, 90)     23130       lstm_2[0][0]                     \n"
      "==================================================================================================\n"
      "Total params: 713,306\n");
  EXPECT_EQ(query, meant("framework=keras&input=70&layers=LSTM(256), LSTM(256, input_dim=90), Dense(90)"));
  EXPECT_EQ(total_of(query), "713306");
}

TEST(ReadSummary, ReadsABoxWithABranchAndSeveralOutputs) {
  const std::string query = query_of(R"(Model: "functional"
┏━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━┓
┃ Layer (type)        ┃ Output Shape      ┃    Param # ┃ Connected to      ┃
┡━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━┩
│ input_layer         │ (None, 40)        │          0 │ -                 │
│ (InputLayer)        │                   │            │                   │
├─────────────────────┼───────────────────┼────────────┼───────────────────┤
│ embedding           │ (None, 40, 128)   │  1,280,000 │ input_layer[0][0] │
│ (Embedding)         │                   │            │                   │
├─────────────────────┼───────────────────┼────────────┼───────────────────┤
│ bidirectional       │ [(None, 40, 128), │     98,816 │ embedding[0][0]   │
│ (Bidirectional)     │ (None, 64),       │            │                   │
│                     │ (None, 64),       │            │                   │
│                     │ (None, 64),       │            │                   │
│                     │ (None, 64)]       │            │                   │
├─────────────────────┼───────────────────┼────────────┼───────────────────┤
│ concatenate         │ (None, 128)       │          0 │ bidirectional[0]… │
│ (Concatenate)       │                   │            │ bidirectional[0]… │
├─────────────────────┼───────────────────┼────────────┼───────────────────┤
│ dense (Dense)       │ (None, 1)         │        129 │ concatenate[0][0] │
└─────────────────────┴───────────────────┴────────────┴───────────────────┘
 Total params: 1,378,945 (5.26 MB)
)");
  // 2·4·64(128 + 64 + 1).
  EXPECT_EQ(query, meant("framework=keras&layers=Embedding(10000, 128), Bidirectional(LSTM(64)), "
                         "Concatenate(), Dense(1, input_dim=128)"));
  EXPECT_EQ(total_of(query), "1378945");
}

TEST(ReadSummary, ReadsConvolutionsAndWhatTheyLeaveOfTheSteps) {
  const std::string query =
      query_of(table(" input_1 (InputLayer)           [(None, 101, 6)]     0\n"
                     " conv1d (Conv1D)                (None, 98, 8)        200\n"
                     " max_pooling1d (MaxPooling1D)   (None, 33, 8)        0\n"
                     " conv1d_1 (Conv1D)              (None, 17, 4)        100\n"
                     " cropping1d (Cropping1D)        (None, 15, 4)        0\n"
                     " simple_rnn (SimpleRNN)         (None, 15, 100)      10500\n"
                     " flatten (Flatten)              (None, 1500)         0\n"
                     " dense (Dense)                  (None, 1)            1501\n"));
  // 8(4·6 + 1), 4(3·8 + 1); 101 − 3, a third of 98, half of 33, without one at both ends.
  EXPECT_EQ(query,
            meant("framework=keras&input=6&timesteps=101&layers=Conv1D(8, 4), "
                  "MaxPooling1D(3, padding=same), Conv1D(4, 3, strides=2, padding=same), Cropping1D(1), "
                  "SimpleRNN(100, return_sequences=true), Flatten(), Dense(1)"));
}

TEST(ReadSummary, ReadsImagesBeforeARecurrentLayer) {
  const std::string query =
      query_of(table(" input_1 (InputLayer)           (None, 64, 1251, 1)  0\n"
                     " conv2d_1 (Conv2D)              (None, 64, 1251, 64) 640\n"
                     " batch_normalization_1 (Batch   (None, 64, 1251, 64) 256\n"
                     " max_pooling2d_1 (MaxPooling2   (None, 1, 1251, 64)  0\n"
                     " reshape_1 (Reshape)            (None, 1251, 64)     0\n"
                     " lstm_1 (LSTM)                  (None, 1251, 16)     5184\n"
                     " flatten_1 (Flatten)            (None, 20016)        0\n"
                     " dense_1 (Dense)                (None, 2)            40034\n"));
  EXPECT_EQ(query,
            meant("framework=keras&input=1&layers=Conv2D(64, 3), BatchNormalization(), MaxPooling2D(), "
                  "Reshape((1251, 64)), LSTM(16, return_sequences=true), Flatten(), Dense(2)"));
  EXPECT_EQ(total_of(query), "46114");
}

TEST(ReadSummary, ReadsWhatAHeadOfAttentionStores) {
  // 16 of all heads together: 4·16·16 + 3·16 + 16.
  const TextReading reading = telling_reading(table(
      " input_1 (InputLayer)           [(None, 20, 16)]     0           []\n"
      "\n"
      " multi_head_attention (MultiHea  (None, 20, 16)      1088        ['input_1[0][0]',\n"
      " dAttention)                                                      'input_1[0][0]']\n"
      "\n"
      " add (Add)                      (None, 20, 16)       0           ['input_1[0][0]',\n"
      "                                                                  'multi_head_attention[0][0]']\n"
      "\n"
      " layer_normalization (LayerNorm  (None, 20, 16)      32          ['add[0][0]']\n"
      " alization)\n"));
  EXPECT_EQ(canonical_of(reading.query),
            meant("framework=keras&input=16&layers=MultiHeadAttention(4, 4), Add(), LayerNormalization()"));
  EXPECT_EQ(reading.choices.size(), 6U) << "1, 2, 8 and 16 heads; without biases 1 and 17 heads";
}

TEST(ReadSummary, ReadsWhatIsNotTrained) {
  EXPECT_EQ(
      query_of(" Layer (type)                Output Shape              Param #   \n"
               "=================================================================\n"
               " embedding (Embedding)       (None, None, 64)          64000     \n"
               " lstm (LSTM)                 (None, 128)               98816     \n"
               " batch_normalization (Batch  (None, 128)               512       \n"
               "=================================================================\n"
               "Total params: 163,328\n"
               "Trainable params: 99,072\n"
               "Non-trainable params: 64,256\n"),
      meant("framework=keras&layers=Embedding(1000, 64, trainable=false), LSTM(128), BatchNormalization()"));
  EXPECT_EQ(query_of(" Layer (type)                Output Shape              Param #   Trainable  \n"
                     "============================================================================\n"
                     " embedding (Embedding)       (None, None, 64)          64000     N          \n"
                     " lstm (LSTM)                 (None, 128)               98816     Y          \n"
                     "============================================================================\n"),
            meant("framework=keras&layers=Embedding(1000, 64, trainable=false), LSTM(128)"));
}

TEST(ReadSummary, ReadsTheRowsOfAModelInAModel) {
  const std::string nested =
      " Layer (type)                Output Shape              Param #   \n"
      "=================================================================\n"
      " input_1 (InputLayer)        [(None, 30, 10)]          0         \n"
      " sequential (Sequential)     (None, 30, 64)            19200     \n"
      "|¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯|\n"
      "| lstm (LSTM)               (None, 30, 64)            19200     |\n"
      "¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯\n"
      " dense (Dense)               (None, 30, 3)             195       \n"
      "=================================================================\n"
      "Total params: 19,395\n";
  EXPECT_EQ(query_of(nested), meant("framework=keras&input=10&layers=LSTM(64), Dense(3)"));
  EXPECT_EQ(problems_of(read_text(nested)), "");
}

std::string codes_of(const TextReading& reading, std::string_view name) {
  std::string out;
  for (const TextPiece& piece : reading.pieces)
    for (const Detail& detail : piece.args)
      if (detail.text == name) out += std::string(piece.code) + ";";
  return out;
}

TEST(ReadSummary, CountsAModelInOneRowAsItIsPrinted) {
  const std::string rows =
      " Layer (type)                Output Shape              Param #   \n"
      "=================================================================\n"
      " input_3 (InputLayer)        [(None, 30)]              0         \n"
      " model_1 (Functional)        (None, 64)                12416     \n"
      " dense (Dense)               (None, 10)                650       \n"
      "=================================================================\n"
      "Total params: 13,066\n";
  const TextReading reading = telling_reading(rows);
  EXPECT_EQ(canonical_of(reading.query),
            meant("framework=keras&input=30&layers=Custom(64, parameters=12416), Dense(10)"));
  EXPECT_EQ(problems_of(reading), "");
  EXPECT_EQ(codes_of(reading, "model_1"), "inner_model;");
  // Frozen: 13,066 - 12,416 are trained.
  EXPECT_EQ(
      query_of(rows + "Trainable params: 650\nNon-trainable params: 12,416\n"),
      meant("framework=keras&input=30&layers=Custom(64, parameters=12416, trainable=false), Dense(10)"));
  const TextReading partly = sound_reading(rows + "Trainable params: 13,002\nNon-trainable params: 64\n");
  EXPECT_EQ(total_of(partly.query), "13066");
  EXPECT_TRUE(leaves_open(partly, "partly_frozen"));
}

TEST(ReadSummary, OffersEachRowThatMayBeTheOneThatIsNotTrained) {
  // 4·64·(32 + 64 + 1) = 24,832; 64·(64 + 1) = 4,160 twice; 33,152 - 4,160 = 28,992.
  const std::string text =
      " Layer (type)                Output Shape              Param #   \n"
      "=================================================================\n"
      " input_1 (InputLayer)        [(None, 10, 32)]          0         \n"
      " lstm (LSTM)                 (None, 64)                24832     \n"
      " dense (Dense)               (None, 64)                4160      \n"
      " dense_1 (Dense)             (None, 64)                4160      \n"
      "=================================================================\n"
      "Total params: 33,152\n"
      "Trainable params: 28,992\n"
      "Non-trainable params: 4,160\n";
  const TextReading reading = sound_reading(text);
  EXPECT_EQ(canonical_of(reading.query),
            meant("framework=keras&input=32&layers=LSTM(64), Dense(64), Dense(64)"));
  EXPECT_TRUE(leaves_open(reading, "which_frozen"));
  ASSERT_EQ(reading.choices.size(), 2U);
  EXPECT_EQ(reading.choices[0].layer, 1);
  EXPECT_EQ(canonical_of(reading.choices[0].query),
            meant("framework=keras&input=32&layers=LSTM(64), Dense(64, trainable=false), Dense(64)"));
  EXPECT_EQ(reading.choices[1].layer, 2);
  EXPECT_EQ(canonical_of(reading.choices[1].query),
            meant("framework=keras&input=32&layers=LSTM(64), Dense(64), Dense(64, trainable=false)"));
}

TEST(ReadSummary, SaysThatWhatIsNotTrainedFitsNoRow) {
  const std::string rows =
      " Layer (type)                Output Shape              Param #   \n"
      "=================================================================\n"
      " input_1 (InputLayer)        [(None, 10, 32)]          0         \n"
      " lstm (LSTM)                 (None, 64)                24832     \n"
      " dense (Dense)               (None, 1)                 65        \n"
      "=================================================================\n"
      "Total params: 24,897\n";
  const TextReading partly = sound_reading(rows + "Trainable params: 24,890\nNon-trainable params: 7\n");
  EXPECT_EQ(total_of(partly.query), "24897");
  EXPECT_TRUE(leaves_open(partly, "partly_frozen"));
}

TEST(ReadSummary, KeepsWhatIsNotTrainedInTheOtherCellsOfItsRow) {
  // 38,400 is 2·4·64·(10 + 64 + 1), 2·3·64·(34 + 64 + 2), 2·64·(235 + 64 + 1).
  const TextReading reading = sound_reading(
      " Layer (type)                Output Shape              Param #   \n"
      "=================================================================\n"
      " bidirectional (Bidirectiona  (None, 30, 128)          38400     \n"
      " l)                                                              \n"
      " dense (Dense)               (None, 3)                 387       \n"
      "=================================================================\n"
      "Total params: 38,787\n"
      "Trainable params: 387\n"
      "Non-trainable params: 38,400\n");
  ASSERT_FALSE(reading.choices.empty());
  for (const Choice& choice : reading.choices)
    EXPECT_NE(choice.query.find("trainable"), std::string::npos) << choice.query;
}

TEST(ReadSummary, AsksWhatAModelReadsThatComesFirst) {
  // Keras's VGG16 without its top has 14,714,688; (8192 + 1)·10 is 81,930.
  const std::string text =
      "Layer (type)                 Output Shape              Param #   \n"
      "=================================================================\n"
      "vgg16 (Functional)           (None, 4, 4, 512)         14714688  \n"
      "flatten (Flatten)            (None, 8192)              0         \n"
      "dense (Dense)                (None, 10)                81930     \n"
      "=================================================================\n"
      "Total params: 14,796,618\n";
  const TextReading reading = telling_reading(text);
  ASSERT_EQ(reading.questions.size(), 1U);
  EXPECT_EQ(reading.questions[0].name, "vgg16 input_dim");
  EXPECT_EQ(total_of(read_text(text, {{"vgg16 input_dim", "3"}}).query), "14796618");
}

TEST(ReadSummary, CountsWhatAWrapperHoldsAsItIsPrintedWhereNoLayerFits) {
  const std::string text = table(
      " input_2 (InputLayer)           [(None, 10, 64, 3)]  0\n"
      " time_distributed (TimeDistribu (None, 10, 128)      250001\n"
      " lstm (LSTM)                    (None, 64)           49408\n");
  const TextReading reading = telling_reading(text);
  EXPECT_EQ(
      canonical_of(reading.query),
      meant("framework=keras&input=3&layers=TimeDistributed(Custom(128, parameters=250001)), LSTM(64)"));
  EXPECT_EQ(codes_of(reading, "time_distributed"), "inner_layers;");
  // (64 + 1)·9 is 585.
  EXPECT_EQ(query_of(table(" lstm (LSTM)                    (None, 30, 64)       49408\n"
                           " time_distributed (TimeDistribu (None, 30, 9)        585\n")),
            meant("framework=keras&input=128&layers=LSTM(64), TimeDistributed(Dense(9))"));
}

TEST(ReadSummary, FollowsAModelThatStoresNothing) {
  EXPECT_EQ(query_of(table(" input_1 (InputLayer)           [(None, 30, 10)]     0\n"
                           " sequential (Sequential)        (None, 30, 10)       0\n"
                           " lstm (LSTM)                    (None, 64)           19200\n")),
            meant("framework=keras&input=10&layers=Lambda(), LSTM(64, input_dim=10)"));
}

TEST(ReadSummary, SaysWhereTheTextEndsInTheMiddleOfARow) {
  const std::string whole =
      " Layer (type)                Output Shape              Param #   \n"
      "=================================================================\n"
      " lstm (LSTM)                 (None, 30, 64)            19200     \n";
  for (const std::string_view last :
       {" dense (Dense)        ", " dense (Dense)\n", " dense (Den", " dense (Dense)        (None, 30, ",
        " dense (Dense)        (None, 30, 1", " dense (Dense)        (None, 30, 1\n",
        " dense (Dense)        (None, 30"}) {
    SCOPED_TRACE(last);
    const TextReading reading = sound_reading(whole + std::string(last));
    EXPECT_EQ(canonical_of(reading.query), meant("framework=keras&input=10&layers=LSTM(64)"));
    EXPECT_EQ(problems_of(reading), "cut:;");
    EXPECT_EQ(reading.pieces.back().kind, TextPiece::Kind::unknown);
    EXPECT_EQ(reading.pieces.back().code, "cut");
  }
  const TextReading sized = sound_reading(whole + " dense (Dense)        (None, 30, 10)    ");
  EXPECT_EQ(canonical_of(sized.query), meant("framework=keras&input=10&layers=LSTM(64), Dense(10)"));
  EXPECT_EQ(problems_of(sized), "cut:;");
  EXPECT_EQ(problems_of(sound_reading(whole)), "");
}

// --- What does not fit.

TEST(ReadSummary, SaysWhatARowWouldHaveToStore) {
  // 4·64(10 + 64 + 1) is 19,200.
  const TextReading reading =
      sound_reading(table(" input_1 (InputLayer)           [(None, 30, 10)]     0\n"
                          " lstm (LSTM)                    (None, 64)           19201\n"
                          " dense (Dense)                  (None, 3)            195\n") +
                    "Total params: 19,396\n");
  EXPECT_EQ(canonical_of(reading.query), meant("framework=keras&input=10&layers=LSTM(64), Dense(3)"));
  EXPECT_EQ(problems_of(reading),
            "row_fits_nothing: name=lstm layer=LSTM units=64 printed=19201 counted=19200;");
}

TEST(ReadSummary, SaysWhereRowsAndTotalDiffer) {
  std::string other(box);
  other.replace(other.find("55,895"), 6, "55,995");
  EXPECT_EQ(problems_of(sound_reading(other)), "rows_differ: printed=18731 sum=18631;");
}

TEST(ReadSummary, PassesOnWhatItDoesNotKnow) {
  const TextReading reading =
      telling_reading(table(" lstm (LSTM)                    (None, 30, 64)       19200\n"
                            " att (MyAttention)              (None, 64)           8320\n"
                            " dense (Dense)                  (None, 3)            195\n"));
  EXPECT_EQ(reading.query,
            "framework=keras&input=10&layers=LSTM(units=64),+MyAttention(),+Dense(units=3,+input_dim=64)");
  // What stores nothing is none the less followed.
  EXPECT_EQ(query_of(table(" lstm (LSTM)                    (None, 30, 64)       19200\n"
                           " tf.math.reduce (TFOpLambda)    (None, 64)           0\n"
                           " dense (Dense)                  (None, 3)            195\n")),
            meant("framework=keras&input=10&layers=LSTM(64), Lambda(), Dense(3, input_dim=64)"));
}

TEST(ReadSummary, AsksForUnitsThatNoShapeSays) {
  const std::string text =
      "Layer (type)                 Output Shape              Param #   \n"
      "=================================================================\n"
      "embedding (Embedding)        multiple                  640000    \n"
      "_________________________________________________________________\n"
      "lstm (LSTM)                  multiple                  49408     \n"
      "=================================================================\n";
  const TextReading reading = telling_reading(text);
  ASSERT_EQ(reading.questions.size(), 2U);
  EXPECT_EQ(reading.questions[0].name, "embedding units");
  EXPECT_EQ(reading.questions[1].name, "lstm units");
  // With a width of 128, 5000 words; 4·64(128 + 64 + 1) is 49,408.
  EXPECT_EQ(canonical_of(read_text(text, {{"embedding units", "128"}}).query),
            meant("framework=keras&layers=Embedding(5000, 128), LSTM(64)"));
}

// --- Several tables, and programs.

TEST(ReadSummary, ReadsATableThatIsPrintedTwiceOnce) {
  const TextReading reading = sound_reading(std::string(box) + "\n" + std::string(box));
  EXPECT_EQ(canonical_of(reading.query), meant(std::string(box_query)));
  EXPECT_EQ(reading.choices.size(), 1U) << "LSTM without biases on 7";
}

TEST(ReadSummary, OffersTheOtherModel) {
  std::string other(old_form);
  other.replace(other.find("\"model\""), 7, "\"tagger\"");
  const TextReading reading = sound_reading(std::string(box) + "\n" + other);
  EXPECT_EQ(canonical_of(reading.query), meant(std::string(box_query)));
  const Choice& last = reading.choices.back();
  EXPECT_EQ(last.layer, -1);
  EXPECT_EQ(last.code, "another_model");
  EXPECT_EQ(last.args.front().text, "tagger");
  EXPECT_EQ(total_of(last.query), "102921");
}

TEST(ReadSummary, HoldsAProgramAgainstTheTableThatItPrinted) {
  const std::string program =
      "model = Sequential()\n"
      "model.add(LSTM(64, input_shape=(30, 6)))\n"
      "model.add(Dropout(0.5))\n"
      "model.add(Dense(7))\n"
      "model.summary()\n\n";
  const TextReading reading = telling_reading(program + std::string(box));
  EXPECT_EQ(reading.form, Form::python);
  EXPECT_EQ(total_of(reading.query), "18631");
  EXPECT_EQ(reading.printed.total, "55895");
  EXPECT_EQ(problems_of(reading), "");
  std::string wrong = program;
  wrong.replace(wrong.find("Dense(7)"), 8, "Dense(8)");
  // 64 + 1 more.
  EXPECT_EQ(problems_of(read_text(wrong + std::string(box))), "total: says=18631 total=18696;");
  // A program that leaves its sizes open does not count, its table does.
  std::string open = program;
  open.replace(open.find("LSTM(64"), 7, "LSTM(units");
  EXPECT_EQ(canonical_of(read_text(open + std::string(box)).query), meant(std::string(box_query)));
}

// --- Published tables.

struct Published {
  const char* source;
  const char* text;
  const char* query;
  const char* total;
};

const Published published_tables[] = {
    // R
    {"https://blogtechexpert.com/view/book/Advanced+Deep+Learning+with+R-EB9781789538779_244.html",
     "__________________________________________________________________________\n"
     "Layer (type)                     Output Shape                  Param #     \n"
     "==========================================================================\n"
     "embedding (Embedding)            (None, None, 32)              16000       \n"
     "__________________________________________________________________________\n"
     "lstm (LSTM)                      (None, 32)                    8320        \n"
     "__________________________________________________________________________\n"
     "dense (Dense)                    (None, 1)                     33          \n"
     "==========================================================================\n"
     "Total params: 24,353\n"
     "Trainable params: 24,353\n"
     "Non-trainable params: 0\n"
     "__________________________________________________________________________\n",
     "framework=keras&layers=Embedding(500, 32), LSTM(32), Dense(1)", "24353"},
    {"https://keras.rstudio.com/articles/sequential_model.html",
     "## Model\n"
     "## ________________________________________________________________________________\n"
     "## Layer (type)                        Output Shape                    Param #     \n"
     "## ================================================================================\n"
     "## dense_1 (Dense)                     (None, 256)                     200960      \n"
     "## ________________________________________________________________________________\n"
     "## dropout_1 (Dropout)                 (None, 256)                     0           \n"
     "## ________________________________________________________________________________\n"
     "## dense_2 (Dense)                     (None, 128)                     32896       \n"
     "## ________________________________________________________________________________\n"
     "## dropout_2 (Dropout)                 (None, 128)                     0           \n"
     "## ________________________________________________________________________________\n"
     "## dense_3 (Dense)                     (None, 10)                      1290        \n"
     "## ================================================================================\n"
     "## Total params: 235,146\n",
     "framework=keras&input=784&layers=Dense(256), Dropout(0.5), Dense(128), Dropout(0.5), Dense(10)",
     "235146"},
    {"https://rstudio.github.io/keras/articles/sequential_model.html",
     "Model\n"
     "__________________________________________________________________________________________\n"
     "Layer (type)                            Output Shape                        Param #       \n"
     "==========================================================================================\n"
     "dense_4 (Dense)                         (None, 32)                          25120         \n"
     "__________________________________________________________________________________________\n"
     "activation_1 (Activation)               (None, 32)                          0             \n"
     "__________________________________________________________________________________________\n"
     "dense_5 (Dense)                         (None, 10)                          330           \n"
     "__________________________________________________________________________________________\n"
     "activation_2 (Activation)               (None, 10)                          0             \n"
     "==========================================================================================\n"
     "Total params: 25,450\n",
     "framework=keras&input=784&layers=Dense(32), Activation(), Dense(10), Activation()", "25450"},
    // Keras on TensorFlow 1
    {"https://github.com/tensorflow/tensorflow/issues/43960",
     "Model: \"model_1\"\n"
     "_________________________________________________________________\n"
     "Layer (type)                 Output Shape              Param #   \n"
     "=================================================================\n"
     "input_1 (InputLayer)        [(None, 10, 4)]           0         \n"
     "_________________________________________________________________\n"
     "gru_1 (GRU)                 (None, 5)                 150       \n"
     "=================================================================\n"
     "Total params: 150\n"
     "Trainable params: 150\n"
     "Non-trainable params: 0\n",
     "framework=keras&input=4&layers=GRU(5, reset_after=false)", "150"},
    {"https://github.com/keras-team/keras/issues/9426",
     "________________________________________________________________________________\n"
     "Layer (type)                        Output Shape                    Param #     \n"
     "================================================================================\n"
     "bidirectional_1 (Bidirectional)     (None, 5, 40)                   4960        \n"
     "________________________________________________________________________________\n"
     "dense_1 (Dense)                     (None, 5, 5)                    205         \n"
     "________________________________________________________________________________\n"
     "activation_1 (Activation)           (None, 5, 5)                    0           \n"
     "================================================================================\n",
     "framework=keras&input=10&layers=Bidirectional(LSTM(20)), Dense(5), Activation()", "5165"},
    {"https://github.com/cedrou/ml-notebooks",
     "_________________________________________________________________\n"
     "Layer (type)                 Output Shape              Param #   \n"
     "input_2 (InputLayer)         (None, 11, 3)             0         \n"
     "_________________________________________________________________\n"
     "bidirectional_1 (Bidirection (None, 10)                360       \n"
     "Total params: 360\n"
     "Trainable params: 360\n"
     "Non-trainable params: 0\n",
     "framework=keras&input=3&layers=Bidirectional(LSTM(5))", "360"},
    {"https://gist.github.com/ranpelta/81613aa15c4a697b234b83052726e1bc",
     "model.summary() | |\n"
     ">>> | |\n"
     "Model: \"sequential_1\" | |\n"
     "_________________________________________________________________ | |\n"
     "Layer (type) Output Shape Param # | |\n"
     "================================================================= | |\n"
     "lstm_1 (LSTM) (None, 150) 92400 | |\n"
     "_________________________________________________________________ | |\n"
     "dense_1 (Dense) (None, 1) 151 | |\n"
     "================================================================= | |\n"
     "Total params: 92,551 | |\n",
     "framework=keras&input=3&layers=LSTM(150), Dense(1)", "92551"},
};

TEST(ReadSummary, ReadsANameThatEndsInTheNextLineBeforeItsClass) {
  // SimpleRNN(16) on 3 features, both ways: 2·16·(3 + 16 + 1) = 640.
  constexpr std::string_view text = R"(Model: "sequential"
_________________________________________________________________
 Layer (type)                Output Shape              Param #   
=================================================================
 bidirectional_390 (Bidirec  (None, None, 32)          640       
 tional)                                                         
                                                                 
 global_average_pooling1d_2  (None, 32)                0         
 3 (GlobalAveragePooling1D)                                      
                                                                 
 dense_5 (Dense)             (None, 2)                 66        
                                                                 
=================================================================
Total params: 706
)";
  EXPECT_EQ(query_of(text), meant("framework=keras&input=3&layers=Bidirectional(SimpleRNN(16)), "
                                  "GlobalAveragePooling1D(), Dense(2)"));
}

TEST(ReadSummary, ReadsAClassInTheNextLineOfABoxBehindAMark) {
  std::string text = R"(# Model: "sequential"
# ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
# ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
# ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
# │ lstm_7 (LSTM)                   │ (None, 8)              │           416 │
# ├─────────────────────────────────┼────────────────────────┼───────────────┤
# │ layer_normalization_120         │ (None, 8)              │            16 │
# │ (LayerNormalization)            │                        │               │
# └─────────────────────────────────┴────────────────────────┴───────────────┘
#  Total params: 432 (1.69 KB)
)";
  const std::string right = meant("framework=keras&input=4&layers=LSTM(8), LayerNormalization()");
  EXPECT_EQ(query_of(text), right);
  for (std::size_t at = 0; (at = text.find("# ", at)) != std::string::npos; ++at)
    if (at == 0 || text[at - 1] == '\n') text.replace(at, 2, "> ");
  EXPECT_EQ(query_of(text), right);
}

TEST(ReadSummary, TakesTheClassThatANameSaysWhereItIsCutAtTheEndOfAnother) {
  constexpr std::string_view text = R"(Model: "sequential"
_________________________________________________________________
Layer (type)                 Output Shape              Param #   
=================================================================
conv1d_12 (Conv1D)           (None, 20, 4)             28        
_________________________________________________________________
average_pooling1d_5 (Average (None, 10, 4)             0         
_________________________________________________________________
conv1d_transpose_23 (Conv1D (None, 20, 6)             78        
=================================================================
Total params: 106
)";
  // 28 = 3·2·4 + 4 on 2 features; 78 = 3·4·6 + 6.
  const TextReading reading = sound_reading(text);
  EXPECT_EQ(canonical_of(reading.query), meant("framework=keras&input=2&layers=Conv1D(4, 3), "
                                               "AveragePooling1D(), Conv1DTranspose(6, 3)"));
}

TEST(ReadSummary, ReadsWhatAPoolReadsThatComesFirst) {
  constexpr std::string_view text = R"( Layer (type)                Output Shape              Param #   
=================================================================
 zero_padding1d (ZeroPadding (None, 15, 13)            0         
                                                                 
 lstm (LSTM)                 (None, 8)                 704       
=================================================================
Total params: 704
)";
  // 4·8·(13 + 8 + 1) = 704.
  EXPECT_EQ(query_of(text), meant("framework=keras&input=13&layers=ZeroPadding1D(), LSTM(8)"));
}

TEST(ReadSummary, ReadsSlopesThatAllStepsShare) {
  constexpr std::string_view text = R"( Layer (type)                Output Shape              Param #   
=================================================================
 gru (GRU)                   (None, 50, 20)            1500      
                                                                 
 p_re_lu (PReLU)             (None, 50, 20)            20        
                                                                 
 dense (Dense)               (None, 50, 4)             84        
=================================================================
Total params: 1,604
)";
  // 3·20·(3 + 20 + 2) = 1500; one slope for each of 20 features.
  const TextReading reading = sound_reading(text);
  EXPECT_EQ(total_of(reading.query), "1604");
  EXPECT_EQ(
      canonical_of(reading.query),
      meant(
          "framework=keras&input=3&timesteps=50&layers=GRU(20,return_sequences=true), PReLU(shared_axes=1), Dense(4)"));
}

TEST(ReadSummary, ListsChoicesOfEveryRowAndRareOptionsLast) {
  constexpr std::string_view text = R"( Layer (type)                Output Shape              Param #   
=================================================================
 conv1d (Conv1D)             (None, None, 64)          1088      
                                                                 
 conv1d_1 (Conv1D)           (None, None, 8)           1032      
                                                                 
 conv1d_2 (Conv1D)           (None, None, 32)          1024      
=================================================================
Total params: 3,144
)";
  // 1088 = 64·(k·d + 1): k·d = 16. 1032 = 8·(2·64 + 1) = 8·(4·64/2 + 1). 1024 = 4·8·32 without biases.
  const TextReading reading = read_text(text);
  EXPECT_EQ(total_of(reading.query), "3144");
  const auto offers = [&](const std::string& query) {
    return std::any_of(reading.choices.begin(), reading.choices.end(),
                       [&](const Choice& one) { return canonical_of(one.query) == meant(query); });
  };
  const std::string first = canonical_of(reading.query);
  EXPECT_NE(first.find("Conv1D(32,4,bias=false)"), std::string::npos) << first;
  EXPECT_EQ(first.find("groups"), std::string::npos) << first;
  EXPECT_TRUE(
      offers("framework=keras&input=8&layers=Conv1D(64,2),Conv1D(8,4,groups=2),"
             "Conv1D(32,4,use_bias=false)"))
      << first;
}

TEST(ReadSummary, ReadsNamesAndShapesOfSeveralLines) {
  // LSTM(16) on 70: 4·16·(70 + 16 + 1) = 5568; on 90: 6848; Dense(90) on 16: 1530.
  constexpr std::string_view text = R"(Model: "functional"
┏━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━┓
┃ Layer (type)        ┃ Output Shape      ┃    Param # ┃ Connected to       ┃
┡━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━┩
│ input (InputLayer)  │ (None, None, 70)  │          0 │ -                  │
├─────────────────────┼───────────────────┼────────────┼────────────────────┤
│ input_1             │ (None, None, 90)  │          0 │ -                  │
│ (InputLayer)        │                   │            │                    │
├─────────────────────┼───────────────────┼────────────┼────────────────────┤
│ lstm (LSTM)         │ [(None, 16),      │      5,568 │ input[0][0]        │
│                     │ (None, 16),       │            │                    │
│                     │ (None, 16)]       │            │                    │
├─────────────────────┼───────────────────┼────────────┼────────────────────┤
│ very_long_prefix_of │ [(None, None,     │      6,848 │ input_1[0][0],     │
│ _the_decoder_side_l │ 16), (None, 16),  │            │ lstm[0][1],        │
│ stm_1 (LSTM)        │ (None, 16)]       │            │ lstm[0][2]         │
├─────────────────────┼───────────────────┼────────────┼────────────────────┤
│ very_long_prefix_of │ (None, None, 90)  │      1,530 │ very_long_prefix_o │
│ _the_decoder_side_d │                   │            │ f_the_decoder_side │
│ ense                │                   │            │ _lstm_1[0][0]      │
│ (Dense)             │                   │            │                    │
└─────────────────────┴───────────────────┴────────────┴────────────────────┘
 Total params: 13,946 (54.48 KB)
)";
  const TextReading reading = sound_reading(text);
  EXPECT_EQ(reading.form, Form::summary);
  EXPECT_EQ(canonical_of(reading.query),
            meant("framework=keras&input=70&layers=LSTM(16), LSTM(16, input_dim=90), Dense(90)"));
}

TEST(ReadSummary, ReadsNoModelInShapesThatStandBeforeTheTable) {
  const std::string before = "X_train shape: (800, 60, 5)\n(800, 60, 5) (200, 60, 5)\n";
  const TextReading reading = sound_reading(before + std::string(wrapped_form));
  EXPECT_EQ(reading.query, sound_reading(wrapped_form).query);
  EXPECT_EQ(total_of(reading.query), "88003");
  EXPECT_TRUE(std::none_of(reading.choices.begin(), reading.choices.end(),
                           [](const Choice& one) { return one.code == "another_model"; }));
}

TEST(ReadSummary, ReadsNamesOfTwoLinesInColumnsThatTabsPart) {
  constexpr std::string_view text =
      " Layer (type)\tOutput Shape\tParam #\n"
      "=================================================================\n"
      " bidirectional (Bidirectiona\t(None, None, 32)\t640\n l)\n\n"
      " global_average_pooling1d_2\t(None, 32)\t0\n 3 (GlobalAveragePooling1D)\n\n"
      " dense (Dense)\t(None, 2)\t66\n"
      "=================================================================\n"
      "Total params: 706\n";
  // 2·16·(3 + 16 + 1) = 640.
  EXPECT_EQ(query_of(text), meant("framework=keras&input=3&layers=Bidirectional(SimpleRNN(16)), "
                                  "GlobalAveragePooling1D(), Dense(2)"));
}

TEST(ReadSummary, ANormalisationOfAVectorIsOverItsFeatures) {
  constexpr std::string_view text = R"( Layer (type)                Output Shape              Param #   
=================================================================
 lstm (LSTM)                 (None, 2)                 40        
                                                                 
 layer_normalization (LayerN (None, 2)                 2         
=================================================================
Total params: 42
)";
  // 4·2·(2 + 2 + 1) = 40; one number for each of two features.
  const TextReading reading = sound_reading(text);
  EXPECT_EQ(total_of(reading.query), "42");
  EXPECT_EQ(reading.query.find("axis"), std::string::npos) << reading.query;
}

TEST(ReadSummary, ReadsPublishedTables) {
  for (const Published& table : published_tables) {
    SCOPED_TRACE(table.source);
    const TextReading reading = telling_reading(table.text);
    EXPECT_EQ(reading.form, Form::summary);
    EXPECT_EQ(canonical_of(reading.query), meant(table.query));
    EXPECT_EQ(total_of(reading.query), table.total);
    EXPECT_EQ(problems_of(reading), "");
  }
}

TEST(ReadSummary, StaysSoundOnAnything) {
  const std::string heading = "Layer (type)   Output Shape   Param #\n====\n";
  const std::string texts[] = {
      "Param # (None, 3)",
      "lstm (LSTM) (None, 99999999999999999999999) 99999999999999999999999\nTotal params: 1\n",
      "lstm (LSTM)  (None, 0)  0\n",
      "embedding (Embedding)  (None, 9007199254740991)  18446744073709551615\n",
      "(((((None\n))))) 5\nx (\n",
      std::string("a (LSTM)\0(None, 3) 5", 20),
  };
  for (const std::string& text : texts) sound_reading(heading + text);
  std::string deep = "lstm (LSTM) ";
  deep.append(5000, '(').append("None, 3) 5\n");
  read_text(deep);
  read_text("lstm (LSTM)  (None, 32, ((((((((((((((((((((((((((((((((  5\n");
}

// Printed by TensorFlow.js 4.22: a name that fills its column leaves no place for its class.
TEST(ReadSummary, NamesOfTensorFlowJsSayTheirClass) {
  constexpr std::string_view table =
      R"(__________________________________________________________________________________________
Layer (type)                Input Shape               Output shape              Param #   
==========================================================================================
bidirectional_Bidirectional [[null,null,92]]          [null,6]                  4752      
__________________________________________________________________________________________
batch_normalization_BatchNo [[null,6]]                [null,6]                  24        
==========================================================================================
Total params: 4776
Trainable params: 4764
Non-trainable params: 12
__________________________________________________________________________________________
)";
  const TextReading reading = telling_reading(table);
  EXPECT_EQ(reading.form, Form::summary);
  EXPECT_EQ(reading.framework, "tfjs");
  // 2 × 4 × 6 × (92 + 6 + 1) + 4 × 6
  EXPECT_EQ(total_of(reading.query), "4776") << reading.query;
  EXPECT_NE(reading.query.find("Bidirectional(LSTM(6),merge_mode=sum),BatchNormalization()"),
            std::string::npos)
      << reading.query;
}

TEST(ReadSummary, ALayerWithANameOfOneLetterIsALayer) {
  constexpr std::string_view table = R"(Layer (type)        Output Shape              Param #
=================================================================
lstm (LSTM)         (None, 10, 8)             416
s                   (None, 10, 8)             72
dense (Dense)       (None, 10, 1)             9
=================================================================
)";
  const TextReading reading = read_text(table);
  const std::size_t place = table.find("\ns ") + 1;
  const auto letter = std::find_if(reading.pieces.begin(), reading.pieces.end(),
                                   [&](const TextPiece& piece) { return piece.span.start == place; });
  ASSERT_NE(letter, reading.pieces.end());
  EXPECT_EQ(letter->kind, TextPiece::Kind::layer);
  EXPECT_EQ(letter->layer, 1);
}

// Of an image's rows, by TensorFlow: 2·4·4·(3 + 4 + 1).
TEST(ReadSummary, ReadsTwoDirectionsInAWrapper) {
  const TextReading reading = telling_reading(R"(Model: "m"
 Layer (type)                Output Shape              Param #
=================================================================
 in (InputLayer)             [(None, 10, 5, 3)]        0
 td (TimeDistributed)        (None, 10, 8)             256
=================================================================
Total params: 256
)");
  EXPECT_EQ(reading.query, "framework=keras&input=3&layers=Bidirectional(LSTM(4))");
}

TEST(ReadSummary, ReadsAModelInTheFirstRow) {
  const TextReading reading = telling_reading(R"(Model: "m"
_________________________________________________________________
 Layer (type)                Output Shape              Param #
=================================================================
 sequential (Sequential)     (None, 8)                 416
|¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯|
| lstm (LSTM)                (None, 8)                 416      |
¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯¯
 dense (Dense)               (None, 1)                 9
=================================================================
Total params: 425
)");
  EXPECT_EQ(total_of(reading.query), "425") << reading.query;
}

// Keras's GroupNormalization has 32 groups where nothing else is said; a width that they do not share has
// none of them.
TEST(ReadSummary, GroupsGoWithoutSayingWhereTheyShareTheWidth) {
  const auto layer = [](const std::string& width, const std::string& count) {
    return read_text(
               "Layer (type)        Output Shape              Param #\n"
               "=================================================================\n"
               "in (InputLayer)     (None, 10, " +
               width +
               ")            0\n"
               "gn (GroupNormalization)     (None, 10, " +
               width + ")     " + count + "\n")
        .query;
  };
  EXPECT_EQ(layer("64", "128"), "framework=keras&input=64&layers=GroupNormalization()");
  EXPECT_EQ(layer("6", "12"), "framework=keras&input=6&layers=GroupNormalization(groups=1)");
}

// 16 + 35 + 72 of 142: neither all rows up to one nor any two of them.
TEST(ReadSummary, ReadsThreeRowsThatAreNotTrained) {
  const TextReading reading = telling_reading(R"(Layer (type)        Output Shape              Param #
=================================================================
in (InputLayer)     (None, 2)                 0
a (Dense)           (None, 3)                 9
b (Dense)           (None, 4)                 16
c (Dense)           (None, 7)                 35
d (Dense)           (None, 9)                 72
e (Dense)           (None, 1)                 10
=================================================================
Total params: 142
Trainable params: 19
Non-trainable params: 123
)");
  EXPECT_EQ(reading.query,
            "framework=keras&input=2&layers=Dense(3),Dense(4,trainable=false),Dense(7,trainable=false),"
            "Dense(9,trainable=false),Dense(1)");
}

// As Keras 3 cuts a name that is too long for its column: 4·16·(8 + 16 + 1), 4·4·(16 + 4 + 1) and 4·5·(16 + 5
// + 1).
TEST(ReadSummary, ReadsTwoLayersBehindANameThatIsCut) {
  const TextReading reading = telling_reading(R"(Model: "functional"
┏━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━┓
┃ Layer (type)        ┃ Output Shape      ┃    Param # ┃ Connected to      ┃
┡━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━┩
│ a (InputLayer)      │ (None, 10, 8)     │          0 │ -                 │
├─────────────────────┼───────────────────┼────────────┼───────────────────┤
│ long_name_of_a_lstm │ (None, 10, 16)    │      1,600 │ a[0][0]           │
│ (LSTM)              │                   │            │                   │
├─────────────────────┼───────────────────┼────────────┼───────────────────┤
│ second (LSTM)       │ (None, 4)         │        336 │ long_name_of_a_l… │
├─────────────────────┼───────────────────┼────────────┼───────────────────┤
│ third (LSTM)        │ (None, 5)         │        440 │ long_name_of_a_l… │
└─────────────────────┴───────────────────┴────────────┴───────────────────┘
 Total params: 2,376
)");
  EXPECT_EQ(total_of(reading.query), "2376") << reading.query;
  EXPECT_EQ(problems_of(reading), "");
}

// The name of a row whose class is cut is a part of it where it tells it from others that begin alike.
TEST(ReadSummary, ANameThatTellsTheClassIsTheLayers) {
  const std::string text =
      "Layer (type)                 Output Shape              Param #\n"
      "=================================================================\n"
      "conv1d_transpose (Conv       (None, 18, 8)             104\n"
      "lstm_1 (LST                  (None, 6)                 360\n"
      "=================================================================\n"
      "Total params: 464\n";
  const TextReading reading = telling_reading(text);
  EXPECT_EQ(canonical_of(reading.query),
            canonical_of("framework=keras&input=4&layers=Conv1DTranspose(8,3),LSTM(6)"));
  // The time steps are not what the width is read of.
  const auto steps = [&](const TextPiece& piece) {
    return piece.code == "shape" && text.substr(piece.span.start, 10) == "(None, 18,";
  };
  EXPECT_TRUE(std::any_of(reading.pieces.begin(), reading.pieces.end(), steps));
}

}  // namespace
}  // namespace rnn
