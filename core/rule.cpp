// The facts about frameworks. To add one: a row in `framework_rows`, with its layouts and tensors.
#include "core/rule.h"

#include <algorithm>

namespace rnn {
namespace {

constexpr Side one{1, false, Size::one};
constexpr Side d{1, false, Size::input};
constexpr Side h{1, false, Size::units};
constexpr Side p{1, false, Size::projected};
constexpr Side r_and_d{1, false, Size::all_read};
constexpr Side r{1, false, Size::read};
constexpr Side gh{1, true, Size::units};
constexpr Side two{2, false, Size::one};

constexpr unsigned both = recurrent | input_column;

// --- notes: the courses' form, one bias per unit of every gate; W reads concat[a^(t−1), x^t].
constexpr Gate notes_lstm[] = {{"forget", false}, {"input", false}, {"output", false}, {"cell", true}};
constexpr Gate notes_gru[] = {{"update", false}, {"relevance", false}, {"output", true}};
constexpr Gate notes_rnn[] = {{"cell", true}};
constexpr TensorRow notes_gated[] = {
    {"W_{gate}", Role::weights, both, true, {h, r_and_d}, 2},
    {"b_{gate}", Role::bias, bias_column, true, {h, one}, 1, Option::bias},
};
constexpr TensorRow notes_plain[] = {
    {"W", Role::weights, both, false, {h, r_and_d}, 2},
    {"b", Role::bias, bias_column, false, {h, one}, 1, Option::bias},
};
constexpr TensorRow notes_dense[] = {
    {"W", Role::input_weights, input_column, false, {h, d}, 2},
    {"b", Role::bias, bias_column, false, {h, one}, 1, Option::bias},
};
constexpr TensorRow notes_embedding[] = {{"E", Role::embedding, no_column, false, {d, h}, 2}};
// Ioffe and Szegedy 2015, arXiv:1502.03167: a scale and a shift per feature are learned.
constexpr TensorRow notes_batch[] = {
    {"gamma", Role::scale, no_column, false, {d, one}, 1},
    {"beta", Role::shift, no_column, false, {d, one}, 1},
};
constexpr Layout notes_layouts[] = {
    {Cell::lstm, "LSTM", {"num_units", "input_dim"}, notes_lstm, 4, 0, notes_gated},
    {Cell::gru, "GRU", {"num_units", "input_dim"}, notes_gru, 3, 0, notes_gated},
    {Cell::rnn, "RNN", {"num_units", "input_dim"}, notes_rnn, 1, 0, notes_plain},
    {Cell::embedding, "Embedding", {"num_units", "vocabulary"}, {}, 0, 0, notes_embedding},
    {Cell::dense, "Dense", {"num_units", "input_dim"}, notes_rnn, 1, 0, notes_dense},
    {Cell::dropout, "Dropout", {"num_units", "input_dim"}, {}, 0, 0, {}},
    {Cell::batch_normalization,
     "BatchNormalization",
     {"num_units", "input_dim"},
     {},
     0,
     0,
     notes_batch,
     Option::units,
     2},
};
constexpr Offer notes_offers[] = {
    {Option::bias, Cell::lstm, 1},
    {Option::bias, Cell::gru, 1},
    {Option::bias, Cell::rnn, 1},
    {Option::bias, Cell::dense, 1},
};
constexpr std::string_view notes_synonyms[] = {"textbook"};

// Where the two biases of a gate are only added to each other, one of them is spare ("Only one bias vector is
// needed in standard definition", torch/nn/modules/rnn.py). A GRU with reset_after has a spare one in every
// gate but not in the candidate, where the reset gate multiplies the recurrent side, its bias included,
// before the sides are added (keras/src/layers/rnn/gru.py).

// --- Keras 3: keras/src/layers/rnn/{lstm,gru,simple_rnn,bidirectional}.py, core/{dense,embedding}.py,
// normalization/batch_normalization.py (build methods and argument defaults).
constexpr Gate keras_lstm[] = {{"i", false}, {"f", false}, {"c", true}, {"o", false}};
constexpr Gate keras_gru[] = {{"z", false}, {"r", false}, {"h", true}};
constexpr Gate keras_rnn[] = {{"h", true}};
constexpr TensorRow keras_kernel{"kernel", Role::input_weights, input_column, false, {d, gh}, 2};
constexpr TensorRow keras_recurrent{
    "recurrent_kernel", Role::recurrent_weights, recurrent, false, {r, gh}, 2};
constexpr TensorRow keras_bias{"bias", Role::bias, bias_column, false, {gh, one}, 1, Option::bias};
constexpr TensorRow keras_fused[] = {keras_kernel, keras_recurrent, keras_bias};
constexpr TensorRow keras_reset_after[] = {
    keras_kernel,
    keras_recurrent,
    {"bias", Role::bias, bias_column | second_bias, false, {two, gh}, 2, Option::bias},
};
constexpr TensorRow keras_dense[] = {keras_kernel, keras_bias};
constexpr TensorRow keras_embedding[] = {{"embeddings", Role::embedding, no_column, false, {d, h}, 2}};
constexpr TensorRow keras_batch[] = {
    {"gamma", Role::scale, no_column, false, {d, one}, 1},
    {"beta", Role::shift, no_column, false, {d, one}, 1},
    {"moving_mean", Role::mean, no_column, false, {d, one}, 1, Option::units, false},
    {"moving_variance", Role::variance, no_column, false, {d, one}, 1, Option::units, false},
};
constexpr Layout keras_layouts[] = {
    {Cell::lstm, "LSTM", {"units", "input_dim"}, keras_lstm, 4, 0, keras_fused},
    {Cell::gru, "GRU", {"units", "input_dim"}, keras_gru, 6, 2, keras_reset_after, Option::reset_after},
    {Cell::gru, "GRU", {"units", "input_dim"}, keras_gru, 3, 0, keras_fused},
    {Cell::rnn, "SimpleRNN", {"units", "input_dim"}, keras_rnn, 1, 0, keras_fused},
    {Cell::embedding, "Embedding", {"output_dim", "input_dim"}, {}, 0, 0, keras_embedding},
    {Cell::dense, "Dense", {"units", "input_dim"}, keras_rnn, 1, 0, keras_dense},
    {Cell::dropout, "Dropout", {"units", "input_dim"}, {}, 0, 0, {}},
    {Cell::batch_normalization,
     "BatchNormalization",
     {"units", "input_dim"},
     {},
     0,
     0,
     keras_batch,
     Option::units,
     4},
};
constexpr Offer keras_offers[] = {
    {Option::bias, Cell::lstm, 1},       {Option::bias, Cell::gru, 1},
    {Option::bias, Cell::rnn, 1},        {Option::bias, Cell::dense, 1},
    {Option::reset_after, Cell::gru, 1}, {Option::merge_mode, Cell::lstm, 0},
    {Option::merge_mode, Cell::gru, 0},  {Option::merge_mode, Cell::rnn, 0},
};
constexpr std::string_view keras_synonyms[] = {"tensorflow", "tf", "keras3"};

// --- PyTorch: torch/nn/modules/rnn.py (_all_weights and the variables' documentation), linear.py, sparse.py,
// batchnorm.py. Running statistics are buffers there, not parameters.
constexpr Gate torch_lstm[] = {{"i", false}, {"f", false}, {"g", true}, {"o", false}};
constexpr Gate torch_gru[] = {{"r", false}, {"z", false}, {"n", true}};
constexpr Gate torch_rnn[] = {{"h", true}};
constexpr TensorRow torch_rnns[] = {
    {"weight_ih_l{layer}{reverse}", Role::input_weights, input_column, false, {gh, d}, 2},
    {"weight_hh_l{layer}{reverse}", Role::recurrent_weights, recurrent, false, {gh, r}, 2},
    {"bias_ih_l{layer}{reverse}", Role::bias, bias_column, false, {gh, one}, 1, Option::bias},
    {"bias_hh_l{layer}{reverse}", Role::bias, second_bias, false, {gh, one}, 1, Option::bias},
    {"weight_hr_l{layer}{reverse}", Role::projection, no_column, false, {p, h}, 2, Option::proj_size},
};
constexpr TensorRow torch_linear[] = {
    {"weight", Role::input_weights, input_column, false, {h, d}, 2},
    {"bias", Role::bias, bias_column, false, {h, one}, 1, Option::bias},
};
constexpr TensorRow torch_embedding[] = {{"weight", Role::embedding, no_column, false, {d, h}, 2}};
constexpr TensorRow torch_batch[] = {
    {"weight", Role::scale, no_column, false, {d, one}, 1},
    {"bias", Role::shift, no_column, false, {d, one}, 1},
};
constexpr Layout torch_layouts[] = {
    {Cell::lstm, "LSTM", {"hidden_size", "input_size"}, torch_lstm, 8, 4, torch_rnns},
    {Cell::gru, "GRU", {"hidden_size", "input_size"}, torch_gru, 6, 2, torch_rnns},
    {Cell::rnn, "RNN", {"hidden_size", "input_size"}, torch_rnn, 2, 1, torch_rnns},
    {Cell::embedding, "Embedding", {"embedding_dim", "num_embeddings"}, {}, 0, 0, torch_embedding},
    {Cell::dense, "Linear", {"out_features", "in_features"}, torch_rnn, 1, 0, torch_linear},
    {Cell::dropout, "Dropout", {"hidden_size", "input_size"}, {}, 0, 0, {}},
    {Cell::batch_normalization,
     "BatchNorm1d",
     {"hidden_size", "num_features"},
     {},
     0,
     0,
     torch_batch,
     Option::units,
     2},
};
constexpr Offer torch_offers[] = {
    {Option::bias, Cell::lstm, 1},      {Option::bias, Cell::gru, 1},
    {Option::bias, Cell::rnn, 1},       {Option::bias, Cell::dense, 1},
    {Option::proj_size, Cell::lstm, 0}, {Option::reset_after, Cell::gru, 1, true},
};
constexpr std::string_view torch_synonyms[] = {"torch"};

constexpr Framework framework_rows[] = {
    {"notes", notes_synonyms, "", "a^(t−1)", "x^t", notes_layouts, notes_offers, "", "one_bias"},
    {"keras", keras_synonyms, "Keras", "h_(t−1)", "x_t", keras_layouts, keras_offers,
     "https://github.com/keras-team/keras/tree/master/keras/src/layers/rnn", "keras_bias"},
    {"pytorch", torch_synonyms, "PyTorch", "h_(t−1)", "x_t", torch_layouts, torch_offers,
     "https://github.com/pytorch/pytorch/blob/main/torch/nn/modules/rnn.py", "cudnn_bias"},
};

/// Whether the layer has what `needs` names. What can't be known counts as there: it is a missing number
/// then, not none.
bool met(Option needs, const Settings& settings) {
  return needs == Option::units || settings[needs] != Whole(0);
}

const Layout* find_layout(const Framework& framework, Cell cell, const Settings& settings) {
  for (const Layout& layout : framework.layouts)
    if (layout.cell == cell && met(layout.needs, settings)) return &layout;
  return nullptr;
}

}  // namespace

std::uint64_t Rule::candidates() const {
  return static_cast<std::uint64_t>(
      std::count_if(gates.begin(), gates.end(), [](const Gate& gate) { return gate.candidate; }));
}

std::span<const Framework> frameworks() { return framework_rows; }

const Framework* find_framework(std::string_view text) {
  for (const Framework& framework : framework_rows) {
    const auto same = [&](std::string_view word) { return same_word(without_prefix(text), word); };
    if (same(framework.id) || std::any_of(framework.synonyms.begin(), framework.synonyms.end(), same))
      return &framework;
  }
  return nullptr;
}

Offer offer(const Framework& framework, Cell cell, Option option) {
  // Every framework can stack layers and run both ways: the query's own shorthands.
  const bool shorthand = option == Option::num_layers || option == Option::bidirectional;
  for (const Offer& row : framework.offers)
    if (row.option == option && row.cell == cell) return row;
  return {option, cell, word(option).usual, !shorthand && !word(option).required};
}

Rule rule_for(const Framework& framework, Cell cell, const Settings& settings) {
  Rule rule;
  const Layout* layout = find_layout(framework, cell, settings);
  if (layout == nullptr) return rule;
  rule.name = layout->name;
  rule.words = layout->words;
  rule.gates.assign(layout->gates.begin(), layout->gates.end());
  rule.reads_previous = word(cell).recurrent;
  rule.reads_input = !rule.gates.empty() || cell == Cell::embedding;
  rule.bias_vectors = multiply(layout->bias_vectors, settings[Option::bias]);
  if (!settings[Option::reset_after]) rule.bias_vectors = {};
  rule.projects = met(Option::proj_size, settings);
  for (const TensorRow& row : layout->tensors)
    if (met(row.needs, settings)) rule.tensors.push_back(row);
  if (rule.bias_vectors != Whole(0)) rule.spare_bias_vectors = layout->spare_bias_vectors;
  rule.vectors = layout->vectors;
  rule.passes_on = !rule.reads_input;
  return rule;
}

}  // namespace rnn
