// The words of the query language: spellings, cases, prefixes.
#include "core/language.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace rnn {
namespace {

TEST(Language, KeysAndTheirSynonyms) {
  EXPECT_EQ(std::vector<std::string_view>(spellings(Key::framework).begin(), spellings(Key::framework).end()),
            (std::vector<std::string_view>{"framework"}));
  EXPECT_EQ(std::vector<std::string_view>(spellings(Key::input).begin(), spellings(Key::input).end()),
            (std::vector<std::string_view>{"input", "input_dim", "input_size", "input_units"}));
  EXPECT_EQ(std::vector<std::string_view>(spellings(Key::layers).begin(), spellings(Key::layers).end()),
            (std::vector<std::string_view>{"layers"}));
}

TEST(Language, TablesAreInTheOrderOfTheirEnums) {
  std::size_t i = 0;
  for (const OptionWord& option : options()) {
    EXPECT_EQ(static_cast<std::size_t>(option.option), i++) << option.spellings.front();
    EXPECT_EQ(&word(option.option), &option);
  }
  EXPECT_EQ(i, option_count);
  for (const LayerWord& layer : layers())
    EXPECT_EQ(layer.cell == Cell::passing ? &layer : &word(layer.cell), &layer);
  EXPECT_TRUE(word(Cell::none).names.empty());
}

TEST(Language, Layers) {
  const struct {
    std::string_view text;
    Cell cell;
  } table[] = {{"LSTM", Cell::lstm},
               {"lstm", Cell::lstm},
               {"LsTm", Cell::lstm},
               {"nn.LSTM", Cell::lstm},
               {"torch.nn.LSTM", Cell::lstm},
               {"tf.keras.layers.lstm", Cell::lstm},
               {"GRU", Cell::gru},
               {"RNN", Cell::rnn},
               {"SimpleRNN", Cell::rnn},
               {"Embedding", Cell::embedding},
               {"Dense", Cell::dense},
               {"Linear", Cell::dense},
               {"Dropout", Cell::dropout},
               {"BatchNormalization", Cell::batch_normalization},
               {"BatchNorm", Cell::batch_normalization},
               {"nn.BatchNorm1d", Cell::batch_normalization},
               {"LayerNormalization", Cell::layer_normalization},
               {"nn.LayerNorm", Cell::layer_normalization},
               {"MGU", Cell::mgu},
               {"nn.mgu", Cell::mgu},
               {"", Cell::none},
               {"LTSM", Cell::none},
               {"LSTM.", Cell::none},
               {"LSTM.nn", Cell::none},
               {"LSTM ", Cell::none},
               {"LSTMs", Cell::none},
               {"Bidirectional", Cell::none},
               {"TimeDistributed", Cell::none},
               {"L\u017FTM", Cell::none}};  // a long s is no s
  for (const auto& row : table) {
    const LayerWord* found = find_layer(row.text);
    EXPECT_EQ(found == nullptr ? Cell::none : found->cell, row.cell) << row.text;
  }
}

TEST(Language, OnlyRecurrentLayersAreRecurrent) {
  for (const LayerWord& layer : layers())
    EXPECT_EQ(layer.recurrent, layer.cell == Cell::lstm || layer.cell == Cell::gru ||
                                   layer.cell == Cell::rnn || layer.cell == Cell::mgu ||
                                   layer.cell == Cell::nas || name(&layer).starts_with("ConvLSTM"))
        << layer.names.front();
}

// The notes: "activation units = num_units = output units = hidden units = gate units; the meaning is the
// same".
TEST(Language, UnitsHaveManyNames) {
  for (const Cell cell : {Cell::lstm, Cell::gru, Cell::rnn, Cell::mgu, Cell::dense, Cell::embedding})
    for (const char* name : {"units", "num_units", "hidden_size", "hidden_units", "activation_units",
                             "output_units", "gate_units", "Units", "HIDDEN_SIZE"}) {
      const OptionWord* found = find_option(word(cell), name);
      ASSERT_NE(found, nullptr) << name;
      EXPECT_EQ(found->option, Option::units) << name;
    }
}

TEST(Language, OptionsByLayer) {
  const struct {
    std::string_view name;
    std::vector<Cell> cells;
  } table[] = {
      {"num_layers", {Cell::lstm, Cell::gru, Cell::rnn, Cell::mgu}},
      {"bidirectional", {Cell::lstm, Cell::gru, Cell::rnn, Cell::mgu}},
      {"bias",
       {Cell::lstm, Cell::gru, Cell::rnn, Cell::mgu, Cell::dense, Cell::batch_normalization,
        Cell::layer_normalization}},
      {"use_bias",
       {Cell::lstm, Cell::gru, Cell::rnn, Cell::mgu, Cell::dense, Cell::batch_normalization,
        Cell::layer_normalization}},
      {"proj_size", {Cell::lstm}},
      {"num_proj", {Cell::lstm}},
      {"projection_size", {Cell::lstm}},
      {"peepholes", {Cell::lstm}},
      {"use_peepholes", {Cell::lstm}},
      {"coupled", {Cell::lstm}},
      {"cifg", {Cell::lstm}},
      {"input_forget", {Cell::lstm}},
      {"layer_norm", {Cell::lstm, Cell::gru}},
      {"double_bias", {Cell::lstm, Cell::rnn}},
      {"reset_gate", {Cell::mgu}},
      {"scale", {Cell::batch_normalization, Cell::layer_normalization}},
      {"center", {Cell::batch_normalization, Cell::layer_normalization}},
      {"elementwise_affine", {Cell::batch_normalization, Cell::layer_normalization}},
      {"reset_after", {Cell::gru}},
      {"linear_before_reset", {Cell::gru}},
      {"merge_mode", {Cell::lstm, Cell::gru, Cell::rnn, Cell::mgu}},
      {"rate", {Cell::dropout}},
      {"vocabulary", {Cell::embedding}},
      {"units", {Cell::lstm, Cell::gru, Cell::rnn, Cell::mgu, Cell::dense, Cell::embedding, Cell::custom}},
      {"hiden_size", {}},
      {"", {}}};
  for (const auto& row : table)
    for (const LayerWord& layer : layers()) {
      if (layer.group == Group::convolution || layer.cell > Cell::conv_lstm_3d) continue;
      const bool expected = std::find(row.cells.begin(), row.cells.end(), layer.cell) != row.cells.end();
      EXPECT_EQ(find_option(layer, row.name) != nullptr, expected)
          << row.name << " of " << layer.names.front();
    }
}

// What people put around recurrent layers to change how many time steps there are.
TEST(Language, LayersThatChangeTheStepsAreOffered) {
  for (const char* name :
       {"MaxPooling1D", "AveragePooling1D", "GlobalMaxPooling1D", "GlobalAveragePooling1D", "UpSampling1D",
        "ZeroPadding1D", "Cropping1D", "RepeatVector", "Flatten", "Reshape", "Permute"})
    EXPECT_TRUE(find_layer(name)->offered) << name;
}

TEST(Language, ValuesOfOptions) {
  EXPECT_EQ(value_text(word(Option::units), 32), "32");
  EXPECT_EQ(value_text(word(Option::bias), 0), "false");
  EXPECT_EQ(value_text(word(Option::bias), 1), "true");
  EXPECT_EQ(value_text(word(Option::merge_mode), 0), "concat");
  EXPECT_EQ(value_text(word(Option::merge_mode), 3), "ave");
}

TEST(Language, SomeArgumentsNeverCount) {
  for (const char* name :
       {"return_sequences", "activation", "dropout", "batch_first", "name", "Return_Sequences"})
    EXPECT_TRUE(never_counts(name, "")) << name;
  for (const char* name :
       {"", "units", "bias", "num_layers", "proj_size", "input_size", "return_sequence", "LSTM"})
    EXPECT_FALSE(never_counts(name, "")) << name;
  EXPECT_TRUE(never_counts("axis", "-1"));
  EXPECT_FALSE(never_counts("axis", "1"));
  EXPECT_TRUE(never_counts("track_running_stats", "True"));
  EXPECT_FALSE(never_counts("track_running_stats", "False"));  // some then keep no mean and no variance
}

TEST(Language, NoSpellingMeansTwoThingsOfOneLayer) {
  for (const LayerWord& layer : layers())
    for (const Option option : layer.options)
      for (const std::string_view spelling : word(option).spellings) {
        // An embedding hands it on, an attention and an sLSTM read it.
        if ((spelling == "embed_dim" || spelling == "embedding_dim") && has(layer, Option::units)) continue;
        // A padding is a word or a number; and these two change no count, wherever they stand.
        const bool either = option == Option::pad;
        const bool steps = option == Option::timesteps || option == Option::return_sequences;
        EXPECT_EQ(find_option(layer, spelling)->option, either ? Option::padding : option) << spelling;
        EXPECT_TRUE(steps || !never_counts(spelling, "true")) << spelling;
      }
}

TEST(Language, PrefixesEndAtTheLastDot) {
  EXPECT_EQ(without_prefix("nn.LSTM"), "LSTM");
  EXPECT_EQ(without_prefix("a.b.c"), "c");
  EXPECT_EQ(without_prefix("LSTM"), "LSTM");
  EXPECT_EQ(without_prefix("LSTM."), "");
  EXPECT_EQ(without_prefix(""), "");
}

TEST(Language, Limits) {
  EXPECT_EQ(largest_text, 65536U);
  EXPECT_EQ(most_layers, 1000U);
  EXPECT_EQ(deepest_nesting, 4U);
  EXPECT_EQ(largest_size, 9007199254740991U);
  EXPECT_EQ(largest_total, 18446744073709551615U);
}

}  // namespace
}  // namespace rnn
