// The facts about frameworks: how each of them stores each kind of layer. Nothing else knows one by name.
//
// To add one: a block of its tensors and layouts (those of another framework may be shared), and a row at the
// end of `framework_rows`. .github/CONTRIBUTING.md tells the rest. What frameworks say that are not featured
// comes later, as what others have around the recurrent layers (core/rare.h).
#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>

#include "core/framework.h"
#include "core/rare.h"

namespace rnn {
namespace {

/// A text that comes later (core/rare.h).
template <std::size_t length>
struct Text {
  // NOLINTNEXTLINE(google-explicit-constructor,hicpp-explicit-conversions)
  consteval Text(const char (&text)[length]) { std::copy_n(text, length, letters.begin()); }
  std::array<char, length> letters{};
};
template <Text text>
LATER constexpr Text later_text = text;
template <Text text>
consteval std::string_view operator""_later() {
  return {later_text<text>.letters.data(), later_text<text>.letters.size() - 1};
}

// --- Lengths of sides.
constexpr Side one{};
constexpr Side d{1, false, Size::input};
constexpr Side features{1, false, Size::features};
constexpr Side v{1, false, Size::vocabulary};
constexpr Side h{1, false, Size::units};
constexpr Side p{1, false, Size::projected};
constexpr Side r{1, false, Size::read};
constexpr Side r_and_d{1, false, Size::all_read};
constexpr Side gh{1, true, Size::units};
/// The sides of a convolution's window, and the channels that one filter reads.
constexpr Side k{1, false, Size::window};
constexpr Side d_of_group{1, false, Size::group_input};
constexpr Side h_of_group{1, false, Size::group_units};
constexpr Side m{1, false, Size::multiplier};
constexpr Side places{1, false, Size::places};
constexpr Side d_times_m{1, false, Size::channels};
constexpr Side ways{1, false, Size::one, true};
constexpr Side times(std::uint8_t count, Side side) {
  side.times = count;
  return side;
}
constexpr Side both_ways(Side side) {
  side.both_ways = true;
  return side;
}
constexpr Side plus(Side side, std::uint8_t more) {
  side.plus = more;
  return side;
}
/// For one band more than its own.
constexpr Side and_one(Side side) {
  side.stacked = 2;
  return side;
}

// --- Kinds of tensors.
using Shape = std::initializer_list<Side>;

constexpr TensorRow tensor(std::string_view name, Role role, std::uint8_t columns, Shape shape, Bands bands) {
  TensorRow row;
  row.name = name;
  row.role = role;
  row.columns = columns;
  row.bands = bands;
  for (const Side& side : shape) row.shape[row.sides++] = side;
  return row;
}
constexpr TensorRow needing(Option option, TensorRow row) {
  row.needs = option;
  return row;
}
constexpr TensorRow by_gate(TensorRow row) {
  row.by_gate = true;
  return row;
}
constexpr TensorRow frozen(TensorRow row) {
  row.trainable = false;
  return row;
}
/// Stays where its option is switched off, but is not trained then.
constexpr TensorRow kept(TensorRow row) {
  row.trained_by = row.needs;
  row.needs = Option::units;
  return row;
}
constexpr TensorRow once(TensorRow row) {
  row.once = true;
  return row;
}
constexpr TensorRow candidate_unread(TensorRow row) {
  row.candidate_unread = true;
  return row;
}
constexpr TensorRow second_in_candidate(TensorRow row) {
  row.second_in_candidate = true;
  return row;
}
constexpr TensorRow counted_in(Topic part, TensorRow row) {
  row.part = part;
  return row;
}

constexpr TensorRow joint(std::string_view name, Shape shape, Bands bands = Bands::all) {
  return tensor(name, Role::weights, recurrent | input_column, shape, bands);
}
constexpr TensorRow input_side(std::string_view name, Shape shape, Bands bands = Bands::all) {
  return tensor(name, Role::input_weights, input_column, shape, bands);
}
constexpr TensorRow recurrent_side(std::string_view name, Shape shape, Bands bands = Bands::all) {
  return tensor(name, Role::recurrent_weights, recurrent, shape, bands);
}
constexpr TensorRow bias(std::string_view name, Shape shape, Bands bands = Bands::all) {
  return needing(Option::bias, tensor(name, Role::bias, bias_column, shape, bands));
}
constexpr TensorRow second(std::string_view name, Shape shape, Bands bands = Bands::all) {
  return needing(Option::bias, tensor(name, Role::bias, second_bias, shape, bands));
}
constexpr TensorRow both_biases(std::string_view name, Shape shape, Bands bands = Bands::all) {
  return needing(Option::bias, tensor(name, Role::bias, bias_column | second_bias, shape, bands));
}
using OfGates = std::initializer_list<Gate::Role>;

constexpr TensorRow with_peepholes(OfGates gates, TensorRow row) {
  std::copy(gates.begin(), gates.end(), row.of_gates.begin());
  return row;
}
constexpr TensorRow peephole(std::string_view name, Shape shape, OfGates of_gates, Bands bands = Bands::all) {
  TensorRow row = needing(Option::peepholes, tensor(name, Role::peephole, no_column, shape, bands));
  row.part = Topic::peepholes;
  return with_peepholes(of_gates, row);
}
/// The gain and the shift of a normalisation inside the cell.
constexpr TensorRow gain(std::string_view name) {
  return counted_in(Topic::normalization, tensor(name, Role::scale, no_column, {h}, Bands::all));
}
constexpr TensorRow shift(std::string_view name) {
  return counted_in(Topic::normalization, tensor(name, Role::shift, no_column, {h}, Bands::all));
}
constexpr TensorRow projection(std::string_view name, Shape shape) {
  return needing(Option::proj_size,
                 counted_in(Topic::projection, tensor(name, Role::projection, no_column, shape, Bands::all)));
}
/// What comes before the first time step, where the option trains it.
constexpr TensorRow initial(std::string_view name, Option trained, Shape shape = {h}) {
  return needing(trained,
                 counted_in(Topic::initial_state, tensor(name, Role::state, no_column, shape, Bands::all)));
}
constexpr TensorRow vector(std::string_view name, Role role) {
  TensorRow row = tensor(name, role, no_column, {features}, Bands::all);
  if (role == Role::scale || role == Role::shift) row.also_needs = Option::affine;
  if (role == Role::scale) row.needs = Option::scale;
  if (role == Role::shift) row.needs = Option::center;
  return row;
}
constexpr TensorRow table(std::string_view name) {
  return tensor(name, Role::embedding, no_column, {v, h}, Bands::all);
}

// --- Parts beside a gated block and its biases.
constexpr Part peepholes(std::uint8_t gates) {
  return {.topic = Topic::peepholes, .units = {Size::units}, .times = gates, .needs = Option::peepholes};
}
/// A peephole of a gate that is never used.
constexpr Part unused_peephole{.topic = Topic::unused, .units = {Size::units}, .needs = Option::peepholes};
/// Told as p × h.
constexpr Part projects{.topic = Topic::projection,
                        .reads = {Size::projected},
                        .units = {Size::units},
                        .needs = Option::proj_size};
constexpr Part begins_with(Option trained, std::uint8_t vectors = 1) {
  return {.topic = Topic::initial_state, .units = {Size::units}, .times = vectors, .needs = trained};
}
constexpr Part normalizes(std::uint8_t vectors) {
  return {.topic = Topic::normalization, .units = {Size::units}, .times = vectors};
}

// --- Parts of layers without gates.
constexpr Part looks_up[] = {{.reads = {Size::vocabulary}, .units = {Size::units}}};
/// A gain and a shift per feature are learned.
constexpr Part gains{.units = {Size::features}, .needs = Option::scale, .also_needs = Option::affine};
constexpr Part shifts{.units = {Size::features}, .needs = Option::center, .also_needs = Option::affine};
/// A mean and a variance per feature.
constexpr Part statistics{.units = {Size::features}, .times = 2};
constexpr Part learned[] = {gains, shifts};
constexpr Part gain_of_all[] = {{.units = {Size::features}}};
constexpr Part learned_and_measured[] = {gains, shifts, statistics};
/// They stay where they are not learned.
constexpr Part gains_and_shifts{.units = {Size::features}, .times = 2, .needs = Option::affine};
constexpr Part stays[] = {gains_and_shifts};
constexpr Part stays_and_measured[] = {gains_and_shifts, statistics};

/// Several lists as one.
template <typename Row, std::size_t... sizes>
constexpr std::array<Row, (sizes + ...)> join(const Row (&... lists)[sizes]) {
  std::array<Row, (sizes + ...)> out{};
  auto end = out.begin();
  ((end = std::copy(std::begin(lists), std::end(lists), end)), ...);
  return out;
}
template <typename Row, std::size_t first, std::size_t more>
constexpr std::array<Row, first + more> join(const std::array<Row, first>& made, const Row (&list)[more]) {
  std::array<Row, first + more> out{};
  std::copy(std::begin(list), std::end(list), std::copy(made.begin(), made.end(), out.begin()));
  return out;
}

// --- Layers that most frameworks keep alike.
constexpr Layout dropout(std::string_view name = "Dropout") { return {.cell = Cell::dropout, .name = name}; }
constexpr Layout embedding(std::string_view name, std::span<const TensorRow> tensors,
                           std::string_view words) {
  return {.cell = Cell::embedding, .name = name, .tensors = tensors, .parts = looks_up, .words = words};
}
constexpr Gate single[] = {{"h", Gate::candidate}};
constexpr Layout dense(std::string_view name, std::span<const TensorRow> tensors, std::string_view words) {
  return {.cell = Cell::dense,
          .name = name,
          .gates = single,
          .bias_vectors = 1,
          .tensors = tensors,
          .words = words};
}
/// Its tensors are those that the framework's own count of parameters holds.
constexpr Layout normalization(Cell cell, std::string_view name, std::span<const TensorRow> tensors,
                               std::string_view words, std::span<const Part> parts = learned) {
  return {.cell = cell, .name = name, .tensors = tensors, .parts = parts, .words = words};
}

constexpr Part counter_part{.topic = Topic::counter};
constexpr Part measured_before[] = {statistics, counter_part};

// --- A slope for each number below zero.
constexpr Part slopes_of_places[] = {{.topic = Topic::slopes, .units = {Size::steps, Size::input}}};
constexpr Part slopes_of_features[] = {{.topic = Topic::slopes, .units = {Size::shared_slopes}}};
constexpr Part slopes_alone[] = {{.topic = Topic::slopes, .units = {Size::slopes}}};

// --- Attention. Queries, keys and values are projected for every head, and what all heads found once more.
constexpr TensorRow projects_in(std::string_view name, Role role, Shape shape) {
  const TensorRow row = counted_in(Topic::projections, tensor(name, role, no_column, shape, Bands::all));
  return role == Role::bias ? needing(Option::bias, row) : row;
}
constexpr TensorRow projects_out(std::string_view name, Role role, Shape shape) {
  const TensorRow row =
      counted_in(Topic::output_projection, tensor(name, role, no_column, shape, Bands::all));
  return role == Role::bias ? needing(Option::bias, row) : row;
}
constexpr Side heads{1, false, Size::heads};
constexpr Side key_dim{1, false, Size::key_dim};
constexpr Side attended{1, false, Size::attended};
constexpr Side value_dim{1, false, Size::value_dim};
constexpr Side input_of_head{1, false, Size::input_of_head};
constexpr Side head_dim{1, false, Size::head_dim};
constexpr Side query_heads{1, false, Size::query_heads};
constexpr Side kv_heads{1, false, Size::kv_heads};
constexpr Part heads_parts[] = {
    {.topic = Topic::projections,
     .reads = {Size::input},
     .units = {Size::heads, Size::key_dim},
     .biases = 1,
     .times = 2},
    {.topic = Topic::projections,
     .reads = {Size::input},
     .units = {Size::heads, Size::value_dim},
     .biases = 1},
    {.topic = Topic::output_projection, .reads = {Size::head_values}, .units = {Size::attended}, .biases = 1},
};
constexpr Part grouped_heads_parts[] = {
    {.topic = Topic::projections,
     .reads = {Size::input},
     .units = {Size::query_heads, Size::head_dim},
     .biases = 1},
    {.topic = Topic::projections,
     .reads = {Size::input},
     .units = {Size::kv_heads, Size::head_dim},
     .biases = 1,
     .times = 2},
    {.topic = Topic::output_projection, .reads = {Size::query_values}, .units = {Size::input}, .biases = 1},
};
constexpr Part shared_heads_parts[] = {
    {.topic = Topic::projections, .reads = {Size::input}, .units = {Size::input}, .biases = 1, .times = 3},
    {.topic = Topic::extra_key, .units = {Size::input}, .times = 2, .needs = Option::bias_kv},
    {.topic = Topic::output_projection, .reads = {Size::input}, .units = {Size::input}, .biases = 1},
};
constexpr Part shared_heads_parts_apart[] = {
    {.topic = Topic::projections, .reads = {Size::input}, .units = {Size::input}, .biases = 1},
    {.topic = Topic::projections, .reads = {Size::key_input}, .units = {Size::input}, .biases = 1},
    {.topic = Topic::projections, .reads = {Size::value_input}, .units = {Size::input}, .biases = 1},
    shared_heads_parts[1],
    shared_heads_parts[2],
};
constexpr Part score_parts[] = {{.topic = Topic::scale, .needs = Option::score_scale},
                                {.topic = Topic::scale, .needs = Option::score_mode}};
constexpr Part additive_parts[] = {
    {.topic = Topic::scale, .units = {Size::input}, .needs = Option::score_scale}};
constexpr Cells attentions = bit(Cell::multi_head_attention) | bit(Cell::group_query_attention);

// --- Convolutions. A filter reads its window in every channel of its group.
constexpr Part filters[] = {
    {.bands = Bands::all, .reads = {Size::patch}, .units = {Size::units}, .biases = 1}};
/// A weight for each number of one vector together with each of the other one.
constexpr Part pair_parts[] = {
    {.bands = Bands::all, .reads = {Size::pairs}, .units = {Size::units}, .biases = 1}};
constexpr Part filters_of_channels[] = {
    {.bands = Bands::all, .reads = {Size::window}, .units = {Size::channels}, .biases = 1}};
/// Of each place, which has filters of its own.
constexpr Part filters_of_places[] = {
    {.bands = Bands::all, .reads = {Size::patch}, .units = {Size::places, Size::units}, .biases = 1}};
constexpr Part gated_filters[] = {
    {.bands = Bands::all, .reads = {Size::read_patch, Size::patch}, .units = {Size::units}, .biases = 1}};
constexpr Part separable_filters[] = {
    {.topic = Topic::depthwise, .reads = {Size::window}, .units = {Size::channels}},
    {.topic = Topic::pointwise, .reads = {Size::channels}, .units = {Size::units}, .biases = 1}};
constexpr Layout convolution(Cell cell, std::string_view name, std::span<const TensorRow> tensors,
                             std::string_view words, std::span<const Part> parts = filters) {
  return {.cell = cell, .name = name, .gates = single, .tensors = tensors, .parts = parts, .words = words};
}
constexpr Layout conv_lstm(Cell cell, std::string_view name, std::span<const Gate> gates,
                           std::span<const TensorRow> tensors, std::string_view words) {
  return {
      .cell = cell, .name = name, .gates = gates, .tensors = tensors, .parts = gated_filters, .words = words};
}
/// One class for every number of axes; another one turns it round.
constexpr std::array<Layout, 6> of_any_axes(std::string_view name, std::span<const TensorRow> filter,
                                            std::string_view transposed_name,
                                            std::span<const TensorRow> transposed, std::string_view words) {
  return {convolution(Cell::conv_1d, name, filter, words),
          convolution(Cell::conv_2d, name, filter, words),
          convolution(Cell::conv_3d, name, filter, words),
          convolution(Cell::conv_1d_transpose, transposed_name, transposed, words),
          convolution(Cell::conv_2d_transpose, transposed_name, transposed, words),
          convolution(Cell::conv_3d_transpose, transposed_name, transposed, words)};
}
/// What has filters for each place needs its whole window, unless it is stored otherwise.
constexpr Offer keras_padding{
    .option = Option::padding, .cells = bit(Cell::locally_connected_1d), .preset = 0, .values = 1};
constexpr Cells plain_convolutions = bit(Cell::conv_1d) | bit(Cell::conv_2d) | bit(Cell::conv_3d);
constexpr Cells transposed_convolutions =
    bit(Cell::conv_1d_transpose) | bit(Cell::conv_2d_transpose) | bit(Cell::conv_3d_transpose);
constexpr Cells depthwise_convolutions = bit(Cell::depthwise_1d) | bit(Cell::depthwise_2d);
constexpr Cells separable_convolutions = bit(Cell::separable_1d) | bit(Cell::separable_2d);
constexpr Cells conv_lstms = bit(Cell::conv_lstm_1d) | bit(Cell::conv_lstm_2d) | bit(Cell::conv_lstm_3d);
constexpr Cells convolutions = plain_convolutions | transposed_convolutions | depthwise_convolutions |
                               separable_convolutions | conv_lstms | bit(Cell::locally_connected_1d);

constexpr Cells normalizations = bit(Cell::batch_normalization) | bit(Cell::layer_normalization);
constexpr Cells recurrent_cells = bit(Cell::lstm) | bit(Cell::gru) | bit(Cell::rnn);

// Where the two biases of a gate are only added to each other, one of them is spare ("Only one bias vector is
// needed in standard definition", torch/nn/modules/rnn.py). A GRU with reset_after has a spare one in every
// gate but not in the candidate, where the reset gate multiplies the recurrent side, its bias included,
// before the sides are added (keras/src/layers/rnn/gru.py).

// --- notes: the courses' form, one bias per unit of every gate; W reads concat[a^(t−1), x^t].
namespace notes {
constexpr std::string_view words = "num_units input_dim";
constexpr Gate lstm[] = {
    {"forget", Gate::forget}, {"input", Gate::input}, {"output", Gate::output}, {"cell", Gate::candidate}};
constexpr Gate gru[] = {{"update", Gate::update}, {"relevance", Gate::reset}, {"output", Gate::candidate}};
constexpr Gate rnn[] = {{"cell", Gate::candidate}};
constexpr TensorRow gated[] = {
    joint("W_{gate}", {h, r_and_d}, Bands::each),
    bias("b_{gate}", {h}, Bands::each),
};
constexpr TensorRow plain[] = {joint("W", {h, r_and_d}), bias("b", {h})};
constexpr TensorRow linear[] = {input_side("W", {h, d}), bias("b", {h})};
constexpr TensorRow lookup[] = {table("E")};
constexpr TensorRow filter[] = {input_side("W", {k, d_of_group, h}), bias("b", {h})};
constexpr TensorRow filter_of_channel[] = {input_side("W", {k, d, m}), bias("b", {d_times_m})};
constexpr TensorRow gated_filter[] = {
    input_side("W_x", {k, d, gh}),
    recurrent_side("W_a", {k, h, gh}),
    bias("b", {gh}),
};
constexpr std::string_view filter_words = "filters in_channels";
// A scale and a shift per feature are learned: Ioffe and Szegedy 2015, arXiv:1502.03167; Ba et al. 2016,
// arXiv:1607.06450.
constexpr TensorRow scale_and_shift[] = {vector("gamma", Role::scale), vector("beta", Role::shift)};
constexpr TensorRow gain_alone[] = {tensor("gamma", Role::scale, no_column, {features}, Bands::all)};
constexpr TensorRow heads_tensors[] = {
    projects_in("W_Q", Role::weights, {d, heads, key_dim}),
    projects_in("b_Q", Role::bias, {heads, key_dim}),
    projects_in("W_K", Role::weights, {d, heads, key_dim}),
    projects_in("b_K", Role::bias, {heads, key_dim}),
    projects_in("W_V", Role::weights, {d, heads, value_dim}),
    projects_in("b_V", Role::bias, {heads, value_dim}),
    projects_out("W_O", Role::weights, {heads, value_dim, attended}),
    projects_out("b_O", Role::bias, {attended}),
};
constexpr Layout layouts[] = {
    {.cell = Cell::lstm, .name = "LSTM", .gates = lstm, .bias_vectors = 4, .tensors = gated},
    {.cell = Cell::gru, .name = "GRU", .gates = gru, .bias_vectors = 3, .tensors = gated},
    {.cell = Cell::rnn, .name = "RNN", .gates = rnn, .bias_vectors = 1, .tensors = plain},
    embedding("Embedding", lookup, "num_units vocabulary"),
    dense("Dense", linear, words),
    dropout(),
    normalization(Cell::batch_normalization, "BatchNormalization", scale_and_shift, words),
    normalization(Cell::layer_normalization, "LayerNormalization", scale_and_shift, words),
    normalization(Cell::group_normalization, "GroupNormalization", scale_and_shift, words),
    normalization(Cell::rms_normalization, "RMSNormalization", gain_alone, words, gain_of_all),
    {.cell = Cell::multi_head_attention,
     .name = "MultiHeadAttention",
     .tensors = heads_tensors,
     .parts = heads_parts},
    convolution(Cell::conv_1d, "Conv1D", filter, filter_words),
    convolution(Cell::conv_2d, "Conv2D", filter, filter_words),
    convolution(Cell::conv_3d, "Conv3D", filter, filter_words),
    convolution(Cell::conv_1d_transpose, "Conv1DTranspose", filter, filter_words),
    convolution(Cell::conv_2d_transpose, "Conv2DTranspose", filter, filter_words),
    convolution(Cell::conv_3d_transpose, "Conv3DTranspose", filter, filter_words),
    convolution(Cell::depthwise_1d, "DepthwiseConv1D", filter_of_channel, filter_words, filters_of_channels),
    convolution(Cell::depthwise_2d, "DepthwiseConv2D", filter_of_channel, filter_words, filters_of_channels),
    conv_lstm(Cell::conv_lstm_1d, "ConvLSTM1D", lstm, gated_filter, filter_words),
    conv_lstm(Cell::conv_lstm_2d, "ConvLSTM2D", lstm, gated_filter, filter_words),
    conv_lstm(Cell::conv_lstm_3d, "ConvLSTM3D", lstm, gated_filter, filter_words),
};
constexpr Offer offers[] = {
    {Option::bias, recurrent_cells | bit(Cell::dense) | convolutions, 1},
    {Option::groups, plain_convolutions | bit(Cell::group_normalization), 1},
    {Option::depth_multiplier, depthwise_convolutions, 1},
    {Option::bias, attentions, 1},
    {.option = Option::key_dim, .cells = bit(Cell::multi_head_attention), .preset = 0, .required = true},
    {Option::value_dim, bit(Cell::multi_head_attention), 0},
    {Option::output_shape, bit(Cell::multi_head_attention), 0}};
constexpr std::string_view synonyms[] = {"textbook"};
}  // namespace notes

// --- Keras 3: keras/src/layers/rnn/{lstm,gru,simple_rnn,bidirectional}.py, core/{dense,embedding}.py,
// normalization/{batch,layer}_normalization.py (build methods and argument defaults).
namespace keras {
constexpr std::string_view words = "units input_dim";
constexpr Gate lstm[] = {
    {"i", Gate::input}, {"f", Gate::forget}, {"c", Gate::candidate}, {"o", Gate::output}};
constexpr Gate gru[] = {{"z", Gate::update}, {"r", Gate::reset}, {"h", Gate::candidate}};
constexpr Gate rnn[] = {{"h", Gate::candidate}};
constexpr TensorRow kernel = input_side("kernel", {d, gh});
constexpr TensorRow recurrent_kernel = recurrent_side("recurrent_kernel", {r, gh});
constexpr TensorRow fused[] = {kernel, recurrent_kernel, bias("bias", {gh})};
constexpr TensorRow reset_after[] = {kernel, recurrent_kernel, both_biases("bias", {times(2, one), gh})};
constexpr TensorRow linear[] = {kernel, bias("bias", {gh})};
constexpr TensorRow lookup[] = {table("embeddings")};
constexpr TensorRow of_renorm(std::string_view name, Role role) {
  return frozen(needing(Option::renorm, vector(name, role)));
}
constexpr TensorRow batch[] = {
    vector("gamma", Role::scale),
    vector("beta", Role::shift),
    frozen(vector("moving_mean", Role::mean)),
    frozen(vector("moving_variance", Role::variance)),
    of_renorm("moving_stddev", Role::moving_deviation),
    of_renorm("renorm_mean", Role::renorm_mean),
    of_renorm("renorm_stddev", Role::renorm_deviation),
};
constexpr Part batch_parts[] = {
    gains, shifts, statistics, {.units = {Size::features}, .times = 3, .needs = Option::renorm}};
constexpr TensorRow scale_and_shift[] = {vector("gamma", Role::scale), vector("beta", Role::shift)};
constexpr std::string_view filter_words = "filters in_channels"_later;
LATER constexpr TensorRow filter[] = {input_side("kernel"_later, {k, d_of_group, h}),
                                      bias("bias"_later, {h})};
LATER constexpr TensorRow transposed_filter[] = {input_side("kernel"_later, {k, h, d_of_group}),
                                                 bias("bias"_later, {h})};
LATER constexpr TensorRow filter_of_channel[] = {input_side("kernel"_later, {k, d, m}),
                                                 bias("bias"_later, {d_times_m})};
constexpr TensorRow pointwise(Shape shape) {
  return counted_in(Topic::pointwise,
                    tensor("pointwise_kernel"_later, Role::weights, no_column, shape, Bands::all));
}
constexpr TensorRow depthwise_kernel = counted_in(
    Topic::depthwise, tensor("depthwise_kernel"_later, Role::weights, no_column, {k, d, m}, Bands::all));
constexpr TensorRow pointwise_bias = needing(
    Option::bias, counted_in(Topic::pointwise, tensor("bias"_later, Role::bias, no_column, {h}, Bands::all)));
LATER constexpr TensorRow separable_1d[] = {depthwise_kernel, pointwise({one, d_times_m, h}), pointwise_bias};
LATER constexpr TensorRow separable_2d[] = {depthwise_kernel, pointwise({one, one, d_times_m, h}),
                                            pointwise_bias};
LATER constexpr TensorRow gated_filter[] = {
    input_side("kernel"_later, {k, d, gh}),
    recurrent_side("recurrent_kernel"_later, {k, h, gh}),
    bias("bias"_later, {gh}),
};
LATER constexpr TensorRow measured[] = {
    frozen(vector("mean"_later, Role::mean)),
    frozen(vector("variance"_later, Role::variance)),
    frozen(counted_in(Topic::counter, tensor("count"_later, Role::counter, no_column, {}, Bands::all))),
};
LATER constexpr TensorRow rms_scale[] = {
    tensor("scale"_later, Role::scale, no_column, {features}, Bands::all)};
LATER constexpr TensorRow place_slopes[] = {counted_in(
    Topic::slopes, tensor("alpha"_later, Role::scale, no_column, {{1, false, Size::steps}, d}, Bands::all))};
LATER constexpr TensorRow feature_slopes[] = {counted_in(
    Topic::slopes,
    tensor("alpha"_later, Role::scale, no_column, {one, {1, false, Size::shared_slopes}}, Bands::all))};
LATER constexpr TensorRow attention_tensors[] = {
    needing(Option::score_scale,
            counted_in(Topic::scale, tensor("scale"_later, Role::scale, no_column, {}, Bands::all))),
    needing(Option::score_mode, counted_in(Topic::scale, tensor("concat_score_weight"_later, Role::scale,
                                                                no_column, {}, Bands::all))),
};
LATER constexpr TensorRow additive_tensors[] = {
    needing(Option::score_scale,
            counted_in(Topic::scale, tensor("scale"_later, Role::scale, no_column, {d}, Bands::all)))};
constexpr TensorRow gates(std::string_view name, Role role, Shape shape) {
  TensorRow row = projects_in(name, role, shape);
  row.also_needs = row.needs;
  row.needs = Option::gate;
  return row;
}
constexpr Part gates_of(SizeList units) {
  return {.topic = Topic::projections,
          .reads = {Size::input},
          .units = units,
          .biases = 1,
          .needs = Option::gate};
}
LATER constexpr Part gated_heads_parts[] = {heads_parts[0], heads_parts[1],
                                            gates_of({Size::heads, Size::value_dim}), heads_parts[2]};
LATER constexpr Part gated_grouped_parts[] = {grouped_heads_parts[0], grouped_heads_parts[1],
                                              gates_of({Size::query_heads, Size::head_dim}),
                                              grouped_heads_parts[2]};
/// Of as many heads of queries and of keys as these sides say, each of so many numbers.
constexpr std::array<TensorRow, 10> heads_of(Side queries, Side keys, Side key, Side value, Side out) {
  return {projects_in("query/kernel"_later, Role::weights, {d, queries, key}),
          projects_in("query/bias"_later, Role::bias, {queries, key}),
          projects_in("key/kernel"_later, Role::weights, {d, keys, key}),
          projects_in("key/bias"_later, Role::bias, {keys, key}),
          gates("gate/kernel"_later, Role::weights, {d, queries, value}),
          gates("gate/bias"_later, Role::bias, {queries, value}),
          projects_in("value/kernel"_later, Role::weights, {d, keys, value}),
          projects_in("value/bias"_later, Role::bias, {keys, value}),
          projects_out("attention_output/kernel"_later, Role::weights, {queries, value, out}),
          projects_out("attention_output/bias"_later, Role::bias, {out})};
}
LATER constexpr auto heads_tensors = heads_of(heads, heads, key_dim, value_dim, attended);
LATER constexpr auto grouped_heads_tensors = heads_of(query_heads, kv_heads, head_dim, head_dim, d);
constexpr Layout group_norm =
    normalization(Cell::group_normalization, "GroupNormalization"_later, scale_and_shift, words);
constexpr Layout rms_norm =
    normalization(Cell::rms_normalization, "RMSNormalization"_later, rms_scale, words, gain_of_all);
constexpr Layout measured_before_layout =
    normalization(Cell::normalization, "Normalization"_later, measured, words, measured_before);
/// Mean and variance that are said are stored nowhere.
constexpr Layout said_before_layout{.cell = Cell::normalization,
                                    .name = "Normalization"_later,
                                    .needs = Option::mean,
                                    .also_needs = Option::variance,
                                    .words = words};
constexpr Layout prelu_shared{.cell = Cell::prelu,
                              .name = "PReLU"_later,
                              .tensors = feature_slopes,
                              .parts = slopes_of_features,
                              .needs = Option::shared_axes};
constexpr Layout prelu{
    .cell = Cell::prelu, .name = "PReLU"_later, .tensors = place_slopes, .parts = slopes_of_places};
constexpr Layout attention{
    .cell = Cell::attention, .name = "Attention"_later, .tensors = attention_tensors, .parts = score_parts};
constexpr Layout additive_attention{.cell = Cell::additive_attention,
                                    .name = "AdditiveAttention"_later,
                                    .tensors = additive_tensors,
                                    .parts = additive_parts};
constexpr Layout multi_head_attention{.cell = Cell::multi_head_attention,
                                      .name = "MultiHeadAttention"_later,
                                      .tensors = heads_tensors,
                                      .parts = gated_heads_parts};
constexpr Layout group_query_attention{.cell = Cell::group_query_attention,
                                       .name = "GroupQueryAttention"_later,
                                       .tensors = grouped_heads_tensors,
                                       .parts = gated_grouped_parts};
constexpr Layout conv_1d = convolution(Cell::conv_1d, "Conv1D"_later, filter, filter_words);
constexpr Layout conv_2d = convolution(Cell::conv_2d, "Conv2D"_later, filter, filter_words);
constexpr Layout conv_3d = convolution(Cell::conv_3d, "Conv3D"_later, filter, filter_words);
constexpr Layout conv_1d_transpose =
    convolution(Cell::conv_1d_transpose, "Conv1DTranspose"_later, transposed_filter, filter_words);
constexpr Layout conv_2d_transpose =
    convolution(Cell::conv_2d_transpose, "Conv2DTranspose"_later, transposed_filter, filter_words);
constexpr Layout conv_3d_transpose =
    convolution(Cell::conv_3d_transpose, "Conv3DTranspose"_later, transposed_filter, filter_words);
constexpr Layout separable_conv_1d{.cell = Cell::separable_1d,
                                   .name = "SeparableConv1D"_later,
                                   .tensors = separable_1d,
                                   .parts = separable_filters,
                                   .words = filter_words};
constexpr Layout separable_conv_2d{.cell = Cell::separable_2d,
                                   .name = "SeparableConv2D"_later,
                                   .tensors = separable_2d,
                                   .parts = separable_filters,
                                   .words = filter_words};
constexpr Layout conv_lstm_1d =
    conv_lstm(Cell::conv_lstm_1d, "ConvLSTM1D"_later, lstm, gated_filter, filter_words);
constexpr Layout conv_lstm_2d =
    conv_lstm(Cell::conv_lstm_2d, "ConvLSTM2D"_later, lstm, gated_filter, filter_words);
constexpr Layout conv_lstm_3d =
    conv_lstm(Cell::conv_lstm_3d, "ConvLSTM3D"_later, lstm, gated_filter, filter_words);
constexpr Layout lstm_layout{
    .cell = Cell::lstm, .name = "LSTM", .gates = lstm, .bias_vectors = 4, .tensors = fused};
constexpr Layout gru_after{.cell = Cell::gru,
                           .name = "GRU",
                           .gates = gru,
                           .bias_vectors = 6,
                           .spare_bias_vectors = 2,
                           .tensors = reset_after,
                           .needs = Option::reset_after};
constexpr Layout gru_before{
    .cell = Cell::gru, .name = "GRU", .gates = gru, .bias_vectors = 3, .tensors = fused};
constexpr Layout rnn_layout{
    .cell = Cell::rnn, .name = "SimpleRNN", .gates = rnn, .bias_vectors = 1, .tensors = fused};
constexpr Layout embedding_layout = embedding("Embedding", lookup, "output_dim input_dim");
constexpr Layout dense_layout = dense("Dense", linear, words);
constexpr Layout batch_layout =
    normalization(Cell::batch_normalization, "BatchNormalization", batch, words, batch_parts);
constexpr Layout layer_norm_layout =
    normalization(Cell::layer_normalization, "LayerNormalization", scale_and_shift, words);
/// Those that all releases keep alike.
constexpr Layout common[] = {
    lstm_layout, gru_after, gru_before, rnn_layout, embedding_layout, dense_layout, dropout(), batch_layout,
};
constexpr Layout layer_norm[] = {layer_norm_layout};
constexpr auto layouts = join(common, layer_norm);
constexpr Offer no_list_of_axes{
    .option = Option::axis, .cells = bit(Cell::batch_normalization), .preset = 0, .values = 5};
constexpr Offer a_list_of_axes{
    .option = Option::axis, .cells = bit(Cell::layer_normalization), .preset = 0, .values = 6};
constexpr Offer offers[] = {
    {Option::bias, recurrent_cells | bit(Cell::dense), 1},
    no_list_of_axes,
    a_list_of_axes,
    {Option::renorm, bit(Cell::batch_normalization), 0},
    {Option::reset_after, bit(Cell::gru), 1},
    {Option::merge_mode, recurrent_cells, 0},
    {Option::scale, normalizations, 1},
    {Option::center, normalizations, 1},
};
constexpr std::string_view synonyms[] = {"tensorflow", "tf", "keras3"};
constexpr Constructor constructors[] = {
    {bit(Cell::lstm) | bit(Cell::gru), "units activation= recurrent_activation= use_bias="},
    {bit(Cell::rnn) | bit(Cell::dense), "units activation= use_bias="},
    {bit(Cell::batch_normalization), "axis=0 momentum=0 epsilon=0 center= scale="},
    {bit(Cell::layer_normalization), "axis=0 epsilon=0 center= scale="},
};
}  // namespace keras

// --- PyTorch: torch/nn/modules/rnn.py (_all_weights and the variables' documentation), linear.py, sparse.py,
// batchnorm.py, normalization.py. Running statistics are buffers there, not parameters.
namespace pytorch {
constexpr std::string_view words = "hidden_size input_size";
constexpr Gate lstm[] = {
    {"i", Gate::input}, {"f", Gate::forget}, {"g", Gate::candidate}, {"o", Gate::output}};
constexpr Gate gru[] = {{"r", Gate::reset}, {"z", Gate::update}, {"n", Gate::candidate}};
constexpr Gate rnn[] = {{"h", Gate::candidate}};
constexpr TensorRow rnns[] = {
    input_side("weight_ih_l{layer}{|_reverse}", {gh, d}),
    recurrent_side("weight_hh_l{layer}{|_reverse}", {gh, r}),
    bias("bias_ih_l{layer}{|_reverse}", {gh}),
    second("bias_hh_l{layer}{|_reverse}", {gh}),
    projection("weight_hr_l{layer}{|_reverse}", {p, h}),
};
constexpr TensorRow linear[] = {input_side("weight", {h, d}), bias("bias", {h})};
constexpr TensorRow lookup[] = {table("weight")};
constexpr TensorRow filter[] = {input_side("weight", {h, d_of_group, k}), bias("bias", {h})};
constexpr TensorRow transposed_filter[] = {input_side("weight", {d, h_of_group, k}), bias("bias", {h})};
constexpr std::string_view filter_words = "out_channels in_channels";
constexpr TensorRow scale_and_shift[] = {vector("weight", Role::scale), vector("bias", Role::shift)};
constexpr TensorRow rms_weight[] = {
    needing(Option::affine, tensor("weight", Role::scale, no_column, {features}, Bands::all))};
constexpr Part rms_parts[] = {{.units = {Size::features}, .needs = Option::affine}};
constexpr TensorRow slopes[] = {counted_in(
    Topic::slopes, tensor("weight", Role::scale, no_column, {{1, false, Size::slopes}}, Bands::all))};
constexpr TensorRow extra(std::string_view name) {
  return needing(Option::bias_kv, counted_in(Topic::extra_key, tensor(name, Role::weights, no_column,
                                                                      {one, one, d}, Bands::all)));
}
constexpr TensorRow heads_tensors[] = {
    projects_in("in_proj_weight", Role::weights, {times(3, d), d}),
    projects_in("in_proj_bias", Role::bias, {times(3, d)}),
    extra("bias_k"),
    extra("bias_v"),
    projects_out("out_proj.weight", Role::weights, {d, d}),
    projects_out("out_proj.bias", Role::bias, {d}),
};
constexpr TensorRow pairs_tensors[] = {input_side("weight", {h, d, {1, false, Size::second_input}}),
                                       bias("bias", {h})};
/// Where keys or values say how wide they are, and not as wide as the queries, nothing is packed.
constexpr TensorRow heads_tensors_apart[] = {
    projects_in("q_proj_weight", Role::weights, {d, d}),
    projects_in("k_proj_weight", Role::weights, {d, {1, false, Size::key_input}}),
    projects_in("v_proj_weight", Role::weights, {d, {1, false, Size::value_input}}),
    heads_tensors[1],
    heads_tensors[2],
    heads_tensors[3],
    heads_tensors[4],
    heads_tensors[5],
};
constexpr Layout attention_apart(Option needs) {
  return {.cell = Cell::multi_head_attention,
          .name = "MultiheadAttention",
          .tensors = heads_tensors_apart,
          .parts = shared_heads_parts_apart,
          .needs = needs,
          .words = "embed_dim embed_dim"};
}
constexpr Part lstm_parts[] = {projects};
constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "LSTM",
     .gates = lstm,
     .bias_vectors = 8,
     .spare_bias_vectors = 4,
     .tensors = rnns,
     .parts = lstm_parts},
    {.cell = Cell::gru,
     .name = "GRU",
     .gates = gru,
     .bias_vectors = 6,
     .spare_bias_vectors = 2,
     .tensors = rnns},
    {.cell = Cell::rnn,
     .name = "RNN",
     .gates = rnn,
     .bias_vectors = 2,
     .spare_bias_vectors = 1,
     .tensors = rnns},
    embedding("Embedding", lookup, "embedding_dim num_embeddings"),
    dense("Linear", linear, "out_features in_features"),
    dropout(),
    normalization(Cell::batch_normalization, "BatchNorm1d", scale_and_shift, "hidden_size num_features"),
    normalization(Cell::layer_normalization, "LayerNorm", scale_and_shift, "hidden_size normalized_shape"),
    normalization(Cell::group_normalization, "GroupNorm", scale_and_shift, "num_channels num_channels"),
    normalization(Cell::rms_normalization, "RMSNorm", rms_weight, "hidden_size normalized_shape", rms_parts),
    normalization(Cell::instance_normalization, "InstanceNorm1d", scale_and_shift,
                  "hidden_size num_features"),
    {.cell = Cell::prelu, .name = "PReLU", .tensors = slopes, .parts = slopes_alone},
    attention_apart(Option::key_input),
    attention_apart(Option::value_input),
    {.cell = Cell::multi_head_attention,
     .name = "MultiheadAttention",
     .tensors = heads_tensors,
     .parts = shared_heads_parts,
     .words = "embed_dim embed_dim"},
    convolution(Cell::bilinear, "Bilinear", pairs_tensors, "out_features in1_features", pair_parts),
    convolution(Cell::conv_1d, "Conv1d", filter, filter_words),
    convolution(Cell::conv_2d, "Conv2d", filter, filter_words),
    convolution(Cell::conv_3d, "Conv3d", filter, filter_words),
    convolution(Cell::conv_1d_transpose, "ConvTranspose1d", transposed_filter, filter_words),
    convolution(Cell::conv_2d_transpose, "ConvTranspose2d", transposed_filter, filter_words),
    convolution(Cell::conv_3d_transpose, "ConvTranspose3d", transposed_filter, filter_words),
};
constexpr Offer offers[] = {
    {Option::bias, recurrent_cells | bit(Cell::dense) | bit(Cell::bilinear) | convolutions, 1},
    {Option::groups, plain_convolutions | transposed_convolutions, 1},
    {.option = Option::groups, .cells = bit(Cell::group_normalization), .preset = 0, .required = true},
    {.option = Option::proj_size, .cells = bit(Cell::lstm), .preset = 0, .below_units = true},
    {Option::reset_after, bit(Cell::gru), 1, true},
    {Option::center, bit(Cell::layer_normalization), 1},
    {Option::affine, normalizations | bit(Cell::group_normalization) | bit(Cell::rms_normalization), 1},
    {Option::affine, bit(Cell::instance_normalization), 0},
    {.option = Option::axis,
     .cells = bit(Cell::layer_normalization) | bit(Cell::rms_normalization),
     .preset = 0,
     .fixed = true,
     .by_shape = true},
    {Option::bias, bit(Cell::multi_head_attention), 1},
    {Option::bias_kv, bit(Cell::multi_head_attention), 0},
    {Option::key_input, bit(Cell::multi_head_attention), 0},
    {Option::value_input, bit(Cell::multi_head_attention), 0},
    {Option::num_parameters, bit(Cell::prelu), 1},
};
constexpr std::string_view synonyms[] = {"torch"};
constexpr Constructor constructors[] = {
    {bit(Cell::rnn),
     "input_size hidden_size num_layers= nonlinearity= bias= batch_first= dropout=0 bidirectional="},
    {recurrent_cells,
     "input_size hidden_size num_layers= bias= batch_first= dropout=0 bidirectional= proj_size="},
    {bit(Cell::dense), "in_features out_features bias="},
    {bit(Cell::bilinear), "in1_features in2_features out_features bias="},
    {bit(Cell::embedding), "num_embeddings embedding_dim padding_idx=0 max_norm=0 norm_type=0"},
    {bit(Cell::batch_normalization), "num_features eps=0 momentum=0 affine= track_running_stats="},
    {bit(Cell::layer_normalization), "normalized_shape eps=0 elementwise_affine= bias="},
    {bit(Cell::group_normalization), "num_groups num_channels eps=0 affine="},
    {bit(Cell::rms_normalization), "normalized_shape eps=0 elementwise_affine="},
    {bit(Cell::instance_normalization), "num_features eps=0 momentum=0 affine= track_running_stats="},
    {bit(Cell::prelu), "num_parameters= init=0"},
    {bit(Cell::multi_head_attention),
     "embed_dim num_heads dropout=0 bias= add_bias_kv= add_zero_attn= kdim= vdim="},
    {bit(Cell::conv_1d), "in_channels out_channels kernel_size stride= padding= dilation= groups= bias="},
    {plain_convolutions, "in_channels out_channels kernel_size stride=0 padding=0 dilation=0 groups= bias="},
    {bit(Cell::conv_1d_transpose),
     "in_channels out_channels kernel_size stride= padding= output_padding= groups= bias= dilation="},
    {transposed_convolutions,
     "in_channels out_channels kernel_size stride=0 padding=0 output_padding=0 groups= bias= dilation=0"},
};
}  // namespace pytorch

// --- Keras 2.4 to 2.15, which is TensorFlow's: keras/layers/rnn/{lstm,gru,simple_rnn,bidirectional}.py,
// core/{dense,embedding}.py, normalization/ at v2.15.0, and keras/layers/recurrent_v2.py before 2.9. Its
// layers are those of Keras 3.
namespace keras2 {
/// Its batch normalisation, too, takes several (batch_normalization.py, build).
constexpr Offer any_axes{.option = Option::axis, .cells = normalizations, .preset = 0, .values = 6};
LATER constexpr Offer of_axes[] = {any_axes};
LATER constexpr auto offers = join(of_axes, keras::offers);
LATER constexpr std::string_view synonyms[] = {"tf.keras"_later, "tf2"_later, "tensorflow2"_later,
                                               "Keras 2"_later};
}  // namespace keras2

// --- Keras up to 2.3, and tf.keras of TensorFlow 1: keras/layers/recurrent.py, wrappers.py, core.py,
// embeddings.py, normalization.py at 2.3.1. It has no LayerNormalization.
namespace keras1 {
LATER constexpr Offer offers[] = {
    {Option::bias, recurrent_cells | bit(Cell::dense), 1},
    keras::no_list_of_axes,
    {Option::reset_after, bit(Cell::gru), 0},
    {Option::merge_mode, recurrent_cells, 0},
    {Option::scale, bit(Cell::batch_normalization), 1},
    {Option::center, bit(Cell::batch_normalization), 1},
};
}  // namespace keras1

// --- TensorFlow 1: tensorflow/python/ops/rnn_cell_impl.py; tensorflow/contrib/rnn/python/ops/rnn_cell.py for
// the coupled cell (which keeps B with layer_norm=True and never adds it) and the layer-normalised one;
// tensorflow/python/layers/{core,normalization}.py.
namespace tf1 {
constexpr std::string_view words = "num_units input_depth num_proj"_later;
LATER constexpr Gate lstm[] = {{"i"_later, Gate::input},
                               {"j"_later, Gate::candidate},
                               {"f"_later, Gate::forget},
                               {"o"_later, Gate::output}};
LATER constexpr Gate coupled[] = {
    {"j"_later, Gate::candidate}, {"f"_later, Gate::forget}, {"o"_later, Gate::output}};
LATER constexpr Gate gru[] = {
    {"r"_later, Gate::reset}, {"u"_later, Gate::update}, {"c"_later, Gate::candidate}};
LATER constexpr TensorRow lstm_tensors[] = {
    joint("kernel"_later, {r_and_d, gh}),
    bias("bias"_later, {gh}),
    peephole("w_f_diag"_later, {h}, {Gate::forget}),
    peephole("w_i_diag"_later, {h}, {Gate::input}),
    peephole("w_o_diag"_later, {h}, {Gate::output}),
    projection("projection/kernel"_later, {h, p}),
};
LATER constexpr TensorRow normalized_tensors[] = {
    joint("kernel"_later, {r_and_d, gh}),
    gain("input/gamma"_later),
    shift("input/beta"_later),
    gain("transform/gamma"_later),
    shift("transform/beta"_later),
    gain("forget/gamma"_later),
    shift("forget/beta"_later),
    gain("output/gamma"_later),
    shift("output/beta"_later),
    gain("state/gamma"_later),
    shift("state/beta"_later),
};
LATER constexpr TensorRow normalized_with_more[] = {
    joint("kernel"_later, {r_and_d, gh}),
    bias("bias"_later, {gh}),
    gain("input/gamma"_later),
    shift("input/beta"_later),
    gain("transform/gamma"_later),
    shift("transform/beta"_later),
    gain("forget/gamma"_later),
    shift("forget/beta"_later),
    gain("output/gamma"_later),
    shift("output/beta"_later),
    peephole("w_f_diag"_later, {h}, {Gate::forget}),
    peephole("w_i_diag"_later, {h}, {Gate::input}),
    peephole("w_o_diag"_later, {h}, {Gate::output}),
    gain("state/gamma"_later),
    shift("state/beta"_later),
    projection("projection/kernel"_later, {h, p}),
};
LATER constexpr TensorRow coupled_tensors[] = {
    joint("W_0"_later, {r_and_d, gh}),
    bias("B"_later, {gh}),
    peephole("W_F_diag"_later, {h}, {Gate::forget}),
    peephole("W_O_diag"_later, {h}, {Gate::output}),
    projection("W_P_0"_later, {h, p}),
};
LATER constexpr TensorRow coupled_normalized_tensors[] = {
    joint("W_0"_later, {r_and_d, gh}),
    bias("B"_later, {gh}),
    gain("transform/gamma"_later),
    shift("transform/beta"_later),
    gain("forget/gamma"_later),
    shift("forget/beta"_later),
    gain("output/gamma"_later),
    shift("output/beta"_later),
    peephole("W_F_diag"_later, {h}, {Gate::forget}),
    peephole("W_O_diag"_later, {h}, {Gate::output}),
    gain("state/gamma"_later),
    shift("state/beta"_later),
    projection("W_P_0"_later, {h, p}),
};
LATER constexpr TensorRow gru_tensors[] = {
    joint("gates/kernel"_later, {r_and_d, gh}, Bands::gates),
    bias("gates/bias"_later, {gh}, Bands::gates),
    joint("candidate/kernel"_later, {r_and_d, gh}, Bands::candidate),
    bias("candidate/bias"_later, {gh}, Bands::candidate),
};
/// Its candidate keeps its two sides apart: the reset gate multiplies the recurrent one.
LATER constexpr Gate normalized_gru[] = {{"update_gate"_later, Gate::update},
                                         {"reset_gate"_later, Gate::reset},
                                         {"candidate_linear"_later, Gate::candidate}};
LATER constexpr TensorRow normalized_gru_tensors[] = {
    gain("update_gate/gamma"_later),
    shift("update_gate/beta"_later),
    gain("reset_gate/gamma"_later),
    shift("reset_gate/beta"_later),
    gain("candidate_linear_x/gamma"_later),
    shift("candidate_linear_x/beta"_later),
    gain("candidate_linear_h/gamma"_later),
    shift("candidate_linear_h/beta"_later),
    joint("{gate}/kernel"_later, {r_and_d, h}, Bands::each_gate),
    input_side("candidate_linear_x/kernel"_later, {d, h}, Bands::candidate),
    recurrent_side("candidate_linear_h/kernel"_later, {h, h}, Bands::candidate),
};
LATER constexpr TensorRow rnn_tensors[] = {joint("kernel"_later, {r_and_d, gh}), bias("bias"_later, {gh})};
LATER constexpr TensorRow embedding_tensors[] = {table("embeddings"_later)};
LATER constexpr TensorRow layer_norm_tensors[] = {vector("beta"_later, Role::shift),
                                                  vector("gamma"_later, Role::scale)};
LATER constexpr Part lstm_parts[] = {peepholes(3), projects};
LATER constexpr Part normalized_parts[] = {normalizes(10)};
LATER constexpr Part normalized_gru_parts[] = {normalizes(8)};
LATER constexpr Part normalized_with_more_parts[] = {peepholes(3), normalizes(10), projects};
LATER constexpr Part coupled_parts[] = {peepholes(2), projects};
LATER constexpr Part coupled_normalized_parts[] = {peepholes(2), normalizes(8), projects};
/// It keeps a bias and never adds it: each gate has a shift of its own.
constexpr Layout normalized_with(Option option) {
  return {.cell = Cell::lstm,
          .name = "LayerNormLSTMCell"_later,
          .gates = lstm,
          .tensors = normalized_with_more,
          .parts = normalized_with_more_parts,
          .needs = Option::layer_norm,
          .also_needs = option,
          .unused_bias_vectors = 4};
}
LATER constexpr Layout layouts[] = {
    // Greff et al. 2015, arXiv:1503.04069: the input gate is one minus the forget gate.
    {.cell = Cell::lstm,
     .name = "CoupledInputForgetGateLSTMCell"_later,
     .gates = coupled,
     .tensors = coupled_normalized_tensors,
     .parts = coupled_normalized_parts,
     .needs = Option::coupled,
     .also_needs = Option::layer_norm,
     .unused_bias_vectors = 3},
    {.cell = Cell::lstm,
     .name = "CoupledInputForgetGateLSTMCell"_later,
     .gates = coupled,
     .bias_vectors = 3,
     .tensors = coupled_tensors,
     .parts = coupled_parts,
     .needs = Option::coupled},
    normalized_with(Option::peepholes),
    normalized_with(Option::proj_size),
    // Ba et al. 2016, arXiv:1607.06450, without the biases.
    {.cell = Cell::lstm,
     .name = "LayerNormBasicLSTMCell"_later,
     .gates = lstm,
     .tensors = normalized_tensors,
     .parts = normalized_parts,
     .needs = Option::layer_norm},
    {.cell = Cell::lstm,
     .name = "LSTMCell"_later,
     .gates = lstm,
     .bias_vectors = 4,
     .tensors = lstm_tensors,
     .parts = lstm_parts},
    // Without peepholes and projection it is the cell before; nothing but its name asks for it.
    {.cell = Cell::lstm,
     .name = "BasicLSTMCell"_later,
     .gates = lstm,
     .bias_vectors = 4,
     .tensors = rnn_tensors},
    {.cell = Cell::gru,
     .name = "LayerNormBasicGRUCell"_later,
     .gates = normalized_gru,
     .tensors = normalized_gru_tensors,
     .parts = normalized_gru_parts,
     .needs = Option::layer_norm},
    {.cell = Cell::gru, .name = "GRUCell"_later, .gates = gru, .bias_vectors = 3, .tensors = gru_tensors},
    {.cell = Cell::rnn,
     .name = "BasicRNNCell"_later,
     .gates = single,
     .bias_vectors = 1,
     .tensors = rnn_tensors},
    embedding("embedding_lookup"_later, embedding_tensors, "embed_dim vocab_size"_later),
    dense("dense"_later, keras::linear, "units input_dim"_later),
    dropout("dropout"_later),
    normalization(Cell::batch_normalization, "batch_normalization"_later, keras::batch, words,
                  learned_and_measured),
    normalization(Cell::layer_normalization, "layer_norm"_later, layer_norm_tensors, words),
};
LATER constexpr Offer offers[] = {
    {Option::bias, bit(Cell::dense), 1},
    {Option::peepholes, bit(Cell::lstm), 0},
    {Option::proj_size, bit(Cell::lstm), 0},
    {Option::coupled, bit(Cell::lstm), 0},
    {Option::layer_norm, bit(Cell::lstm) | bit(Cell::gru), 0},
    {Option::scale, normalizations, 1},
    {Option::center, normalizations, 1},
};
LATER constexpr Constructor constructors[] = {{bit(Cell::lstm), "units use_peepholes="_later}};
LATER constexpr std::string_view synonyms[] = {"tensorflow1"_later};
}  // namespace tf1

// --- Keras 2's layers for cuDNN: keras/layers/cudnn_recurrent.py. The bias holds the input side's vectors,
// then the recurrent side's.
namespace cudnn {
LATER constexpr TensorRow doubled[] = {keras::kernel, keras::recurrent_kernel,
                                       both_biases("bias"_later, {times(2, gh)})};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "CuDNNLSTM"_later,
     .gates = keras::lstm,
     .bias_vectors = 8,
     .spare_bias_vectors = 4,
     .tensors = doubled,
     .named_for_layout = true},
    {.cell = Cell::gru,
     .name = "CuDNNGRU"_later,
     .gates = keras::gru,
     .bias_vectors = 6,
     .spare_bias_vectors = 2,
     .tensors = doubled,
     .named_for_layout = true},
    keras::embedding_layout,
    keras::dense_layout,
    dropout(),
    keras::batch_layout,
};
LATER constexpr Offer offers[] = {
    {Option::bias, bit(Cell::dense), 1},
    {Option::reset_after, bit(Cell::gru), 1, true},
    {Option::merge_mode, recurrent_cells, 0},
    {Option::scale, bit(Cell::batch_normalization), 1},
    {Option::center, bit(Cell::batch_normalization), 1},
};
LATER constexpr std::string_view synonyms[] = {"cudnnlstm"_later, "cudnngru"_later};
}  // namespace cudnn

// --- ONNX operators: docs/Operators.md. W, R, B and P hold both directions; input_forget=1 leaves them as
// they are, and its runtime takes 1 − i for f (onnxruntime/core/providers/cpu/rnn/uni_directional_lstm.cc).
namespace onnx {
LATER constexpr Gate lstm[] = {{"i"_later, Gate::input},
                               {"o"_later, Gate::output},
                               {"f"_later, Gate::forget},
                               {"c"_later, Gate::candidate}};
LATER constexpr Gate gru[] = {
    {"z"_later, Gate::update}, {"r"_later, Gate::reset}, {"h"_later, Gate::candidate}};
constexpr TensorRow input_weights = once(input_side("W"_later, {ways, gh, d}));
constexpr TensorRow recurrent_weights = once(recurrent_side("R"_later, {ways, gh, h}));
constexpr TensorRow biases = once(both_biases("B"_later, {ways, times(2, gh)}));
constexpr TensorRow peepholes =
    once(peephole("P"_later, {ways, times(3, h)}, {Gate::input, Gate::output, Gate::forget}));
LATER constexpr TensorRow tensors[] = {input_weights, recurrent_weights, biases, peepholes};
LATER constexpr TensorRow gather[] = {table("data"_later)};
LATER constexpr TensorRow gemm[] = {input_side("B"_later, {d, h}), bias("C"_later, {h})};
LATER constexpr TensorRow batch[] = {
    vector("scale"_later, Role::scale),
    vector("B"_later, Role::shift),
    frozen(vector("input_mean"_later, Role::mean)),
    frozen(vector("input_var"_later, Role::variance)),
};
LATER constexpr TensorRow scale_and_shift[] = {vector("Scale"_later, Role::scale),
                                               vector("B"_later, Role::shift)};
LATER constexpr Part lstm_parts[] = {rnn::peepholes(3)};
LATER constexpr Part coupled_parts[] = {rnn::peepholes(2), unused_peephole};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "LSTM"_later,
     .gates = lstm,
     .bias_vectors = 8,
     .spare_bias_vectors = 3,
     .tensors = tensors,
     .parts = coupled_parts,
     .needs = Option::coupled,
     .unused_gate = Gate::forget},
    {.cell = Cell::lstm,
     .name = "LSTM"_later,
     .gates = lstm,
     .bias_vectors = 8,
     .spare_bias_vectors = 4,
     .tensors = tensors,
     .parts = lstm_parts},
    {.cell = Cell::gru,
     .name = "GRU"_later,
     .gates = gru,
     .bias_vectors = 6,
     .spare_bias_vectors = 2,
     .tensors = tensors,
     .needs = Option::reset_after},
    {.cell = Cell::gru,
     .name = "GRU"_later,
     .gates = gru,
     .bias_vectors = 6,
     .spare_bias_vectors = 3,
     .tensors = tensors},
    {.cell = Cell::rnn,
     .name = "RNN"_later,
     .gates = single,
     .bias_vectors = 2,
     .spare_bias_vectors = 1,
     .tensors = tensors},
    embedding("Gather"_later, gather, "embedding_dim num_embeddings"_later),
    dense("Gemm"_later, gemm, "N K"_later),
    dropout(),
    normalization(Cell::batch_normalization, "BatchNormalization"_later, batch, pytorch::words,
                  learned_and_measured),
    normalization(Cell::layer_normalization, "LayerNormalization"_later, scale_and_shift, pytorch::words),
};
LATER constexpr Offer offers[] = {
    {Option::bias, recurrent_cells | bit(Cell::dense), 1},
    {Option::peepholes, bit(Cell::lstm), 0},
    {Option::coupled, bit(Cell::lstm), 0},
    {Option::reset_after, bit(Cell::gru), 0},
    {Option::center, bit(Cell::layer_normalization), 1},
};
}  // namespace onnx

// --- flax.linen: flax/linen/recurrent.py, linear.py, normalization.py; the collection "params", in the order
// of creation (running statistics are a collection of their own, "batch_stats"). The MGU is Zhou et al. 2016,
// arXiv:1603.09420, with a recurrent bias in the candidate (reset_gate=True).
namespace flax_linen {
constexpr std::string_view words = "features in_features"_later;
LATER constexpr Gate mgu[] = {{"f"_later, Gate::forget}, {"n"_later, Gate::candidate}};
LATER constexpr TensorRow lstm_tensors[] = {
    by_gate(input_side("i{gate}/kernel"_later, {d, h}, Bands::each)),
    by_gate(recurrent_side("h{gate}/kernel"_later, {h, h}, Bands::each)),
    by_gate(bias("h{gate}/bias"_later, {h}, Bands::each)),
};
LATER constexpr TensorRow gated_tensors[] = {
    by_gate(input_side("i{gate}/kernel"_later, {d, h}, Bands::each)),
    by_gate(bias("i{gate}/bias"_later, {h}, Bands::each)),
    by_gate(recurrent_side("h{gate}/kernel"_later, {h, h}, Bands::each)),
    by_gate(second("h{gate}/bias"_later, {h}, Bands::candidate)),
};
LATER constexpr TensorRow mgu_tensors[] = {
    by_gate(input_side("i{gate}/kernel"_later, {d, h}, Bands::each_gate)),
    by_gate(bias("i{gate}/bias"_later, {h}, Bands::each_gate)),
    by_gate(recurrent_side("h{gate}/kernel"_later, {h, h}, Bands::each)),
    by_gate(needing(Option::reset_gate, second("h{gate}/bias"_later, {h}, Bands::candidate))),
    by_gate(input_side("i{gate}/kernel"_later, {d, h}, Bands::candidate)),
    by_gate(bias("i{gate}/bias"_later, {h}, Bands::candidate)),
};
LATER constexpr TensorRow rnn_tensors[] = {
    input_side("i/kernel"_later, {d, h}),
    bias("i/bias"_later, {h}),
    recurrent_side("h/kernel"_later, {h, h}),
};
LATER constexpr TensorRow lookup[] = {table("embedding"_later)};
LATER constexpr TensorRow scale_and_shift[] = {vector("scale"_later, Role::scale),
                                               vector("bias"_later, Role::shift)};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "LSTMCell"_later,
     .gates = pytorch::lstm,
     .bias_vectors = 4,
     .tensors = lstm_tensors},
    {.cell = Cell::gru,
     .name = "GRUCell"_later,
     .gates = pytorch::gru,
     .bias_vectors = 4,
     .tensors = gated_tensors},
    {.cell = Cell::rnn,
     .name = "SimpleCell"_later,
     .gates = single,
     .bias_vectors = 1,
     .tensors = rnn_tensors},
    {.cell = Cell::mgu,
     .name = "MGUCell"_later,
     .gates = mgu,
     .bias_vectors = 3,
     .tensors = mgu_tensors,
     .needs = Option::reset_gate},
    {.cell = Cell::mgu, .name = "MGUCell"_later, .gates = mgu, .bias_vectors = 2, .tensors = mgu_tensors},
    embedding("Embed"_later, lookup, "features num_embeddings"_later),
    dense("Dense"_later, keras::linear, words),
    dropout(),
    normalization(Cell::batch_normalization, "BatchNorm"_later, scale_and_shift, words),
    normalization(Cell::layer_normalization, "LayerNorm"_later, scale_and_shift, words),
};
LATER constexpr Offer offers[] = {
    {Option::bias, bit(Cell::dense), 1},     {Option::reset_after, bit(Cell::gru), 1, true},
    {Option::reset_gate, bit(Cell::mgu), 1}, {Option::scale, normalizations, 1},
    {Option::center, normalizations, 1},
};
LATER constexpr Constructor constructors[] = {{bit(Cell::dense), "units use_bias="_later}};
LATER constexpr std::string_view synonyms[] = {"flax"_later, "linen"_later};
}  // namespace flax_linen

// --- flax.nnx: flax/nnx/nn/recurrent.py, linear.py, normalization.py; the variables of type Param, as a
// state lists them, sorted. LSTMCell keeps the same numbers in eight Linear layers, one per gate and side.
namespace flax_nnx {
constexpr std::string_view words = "hidden_features in_features"_later;
LATER constexpr TensorRow lstm_tensors[] = {
    bias("dense_h.bias"_later, {gh}),
    recurrent_side("dense_h.kernel"_later, {h, gh}),
    input_side("dense_i.kernel"_later, {d, gh}),
};
LATER constexpr TensorRow fused_tensors[] = {
    recurrent_side("dense_h.kernel"_later, {h, gh}),
    bias("dense_i.bias"_later, {gh}),
    input_side("dense_i.kernel"_later, {d, gh}),
};
LATER constexpr TensorRow linear[] = {bias("bias"_later, {h}), input_side("kernel"_later, {d, h})};
LATER constexpr TensorRow shift_and_scale[] = {vector("bias"_later, Role::shift),
                                               vector("scale"_later, Role::scale)};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "OptimizedLSTMCell"_later,
     .gates = pytorch::lstm,
     .bias_vectors = 4,
     .tensors = lstm_tensors},
    {.cell = Cell::gru,
     .name = "GRUCell"_later,
     .gates = pytorch::gru,
     .bias_vectors = 3,
     .tensors = fused_tensors},
    {.cell = Cell::rnn,
     .name = "SimpleCell"_later,
     .gates = single,
     .bias_vectors = 1,
     .tensors = fused_tensors},
    embedding("Embed"_later, flax_linen::lookup, "features num_embeddings"_later),
    dense("Linear"_later, linear, "out_features in_features"_later),
    dropout(),
    normalization(Cell::batch_normalization, "BatchNorm"_later, shift_and_scale, words),
    normalization(Cell::layer_normalization, "LayerNorm"_later, shift_and_scale, words),
};
LATER constexpr Offer offers[] = {
    {Option::bias, bit(Cell::dense), 1},
    {Option::reset_after, bit(Cell::gru), 1, true},
    {Option::scale, normalizations, 1},
    {Option::center, normalizations, 1},
};
LATER constexpr std::string_view synonyms[] = {"nnx"_later};
LATER constexpr Constructor constructors[] = {{recurrent_cells | bit(Cell::dense), "in_features units"_later},
                                              {normalizations, "num_features"_later}};
}  // namespace flax_nnx

// --- Haiku: haiku/_src/recurrent.py, basic.py, embed.py, layer_norm.py, batch_norm.py. VanillaRNN has
// double_bias=True by default.
namespace haiku {
LATER constexpr Gate lstm[] = {{"i"_later, Gate::input},
                               {"g"_later, Gate::candidate},
                               {"f"_later, Gate::forget},
                               {"o"_later, Gate::output}};
LATER constexpr Gate gru[] = {
    {"z"_later, Gate::update}, {"r"_later, Gate::reset}, {"a"_later, Gate::candidate}};
LATER constexpr TensorRow lstm_tensors[] = {joint("linear/w"_later, {r_and_d, gh}),
                                            bias("linear/b"_later, {gh})};
LATER constexpr TensorRow gru_tensors[] = {
    input_side("w_i"_later, {d, gh}),
    recurrent_side("w_h"_later, {h, gh}),
    bias("b"_later, {gh}),
};
LATER constexpr TensorRow rnn_tensors[] = {
    input_side("linear/w"_later, {d, h}),
    bias("linear/b"_later, {h}),
    recurrent_side("linear_1/w"_later, {h, h}),
    needing(Option::double_bias, second("linear_1/b"_later, {h})),
};
LATER constexpr TensorRow linear[] = {input_side("w"_later, {d, h}), bias("b"_later, {h})};
LATER constexpr TensorRow scale_and_shift[] = {vector("scale"_later, Role::scale),
                                               vector("offset"_later, Role::shift)};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm, .name = "LSTM"_later, .gates = lstm, .bias_vectors = 4, .tensors = lstm_tensors},
    {.cell = Cell::gru, .name = "GRU"_later, .gates = gru, .bias_vectors = 3, .tensors = gru_tensors},
    {.cell = Cell::rnn,
     .name = "VanillaRNN"_later,
     .gates = single,
     .bias_vectors = 2,
     .spare_bias_vectors = 1,
     .tensors = rnn_tensors,
     .needs = Option::double_bias},
    {.cell = Cell::rnn,
     .name = "VanillaRNN"_later,
     .gates = single,
     .bias_vectors = 1,
     .tensors = rnn_tensors},
    embedding("Embed"_later, keras::lookup, "embed_dim vocab_size"_later),
    dense("Linear"_later, linear, "output_size input_size"_later),
    dropout("dropout"_later),
    normalization(Cell::batch_normalization, "BatchNorm"_later, scale_and_shift, pytorch::words),
    normalization(Cell::layer_normalization, "LayerNorm"_later, scale_and_shift, pytorch::words),
};
LATER constexpr Offer offers[] = {
    {Option::bias, bit(Cell::dense), 1},
    {Option::scale, normalizations, 1},
    {Option::center, normalizations, 1},
    {Option::double_bias, bit(Cell::rnn), 1},
};
LATER constexpr Constructor constructors[] = {
    {bit(Cell::dense), "units with_bias="_later},
    {bit(Cell::rnn), "units double_bias="_later},
    {normalizations, "axis=0 create_scale= create_offset="_later},
};
LATER constexpr std::string_view synonyms[] = {"dm-haiku"_later};
}  // namespace haiku

// --- Equinox: equinox/nn/_rnn.py, _linear.py, _embedding.py, _normalisation.py.
namespace equinox {
LATER constexpr TensorRow lstm_tensors[] = {
    input_side("weight_ih"_later, {gh, d}),
    recurrent_side("weight_hh"_later, {gh, h}),
    bias("bias"_later, {gh}),
};
LATER constexpr TensorRow gru_tensors[] = {
    input_side("weight_ih"_later, {gh, d}),
    recurrent_side("weight_hh"_later, {gh, h}),
    bias("bias"_later, {gh}),
    second("bias_n"_later, {gh}, Bands::candidate),
};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "LSTMCell"_later,
     .gates = pytorch::lstm,
     .bias_vectors = 4,
     .tensors = lstm_tensors},
    {.cell = Cell::gru,
     .name = "GRUCell"_later,
     .gates = pytorch::gru,
     .bias_vectors = 4,
     .tensors = gru_tensors},
    embedding("Embedding"_later, pytorch::lookup, "embedding_size num_embeddings"_later),
    dense("Linear"_later, pytorch::linear, "out_features in_features"_later),
    dropout(),
    normalization(Cell::batch_normalization, "BatchNorm"_later, pytorch::scale_and_shift, pytorch::words),
    normalization(Cell::layer_normalization, "LayerNorm"_later, pytorch::scale_and_shift, pytorch::words),
};
LATER constexpr Offer offers[] = {
    {Option::bias, bit(Cell::lstm) | bit(Cell::gru) | bit(Cell::dense), 1},
    {Option::reset_after, bit(Cell::gru), 1, true},
    {Option::scale, bit(Cell::layer_normalization), 1},
    {Option::center, bit(Cell::layer_normalization), 1},
    {Option::affine, bit(Cell::batch_normalization), 1},
};
LATER constexpr std::string_view synonyms[] = {"eqx"_later};
LATER constexpr Constructor constructors[] = {
    {recurrent_cells | bit(Cell::dense), "input_size units use_bias="_later},
    {normalizations, "input_size"_later}};
}  // namespace equinox

// --- MLX: python/mlx/nn/layers/recurrent.py, linear.py, embedding.py, normalization.py.
namespace mlx {
LATER constexpr TensorRow lstm_tensors[] = {
    input_side("Wx"_later, {gh, d}),
    recurrent_side("Wh"_later, {gh, h}),
    bias("bias"_later, {gh}),
};
LATER constexpr TensorRow gru_tensors[] = {
    input_side("Wx"_later, {gh, d}),
    recurrent_side("Wh"_later, {gh, h}),
    bias("b"_later, {gh}),
    second("bhn"_later, {gh}, Bands::candidate),
};
LATER constexpr TensorRow rnn_tensors[] = {
    input_side("Wxh"_later, {h, d}),
    recurrent_side("Whh"_later, {h, h}),
    bias("bias"_later, {h}),
};
LATER constexpr TensorRow batch[] = {
    vector("weight"_later, Role::scale),
    vector("bias"_later, Role::shift),
    frozen(vector("running_mean"_later, Role::mean)),
    frozen(vector("running_var"_later, Role::variance)),
};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "LSTM"_later,
     .gates = pytorch::lstm,
     .bias_vectors = 4,
     .tensors = lstm_tensors},
    {.cell = Cell::gru,
     .name = "GRU"_later,
     .gates = pytorch::gru,
     .bias_vectors = 4,
     .tensors = gru_tensors},
    {.cell = Cell::rnn, .name = "RNN"_later, .gates = single, .bias_vectors = 1, .tensors = rnn_tensors},
    embedding("Embedding"_later, pytorch::lookup, "dims num_embeddings"_later),
    dense("Linear"_later, pytorch::linear, "output_dims input_dims"_later),
    dropout(),
    normalization(Cell::batch_normalization, "BatchNorm"_later, batch, pytorch::words, learned_and_measured),
    normalization(Cell::layer_normalization, "LayerNorm"_later, pytorch::scale_and_shift, pytorch::words),
};
LATER constexpr Offer offers[] = {
    {Option::bias, recurrent_cells | bit(Cell::dense), 1},
    {Option::reset_after, bit(Cell::gru), 1, true},
    {Option::center, bit(Cell::layer_normalization), 1},
    {Option::affine, normalizations, 1},
};
LATER constexpr Constructor constructors[] = {
    {recurrent_cells | bit(Cell::dense), "input_size units bias="_later},
    {normalizations, "num_features eps=0"_later}};
}  // namespace mlx

// --- MXNet Gluon 1.9.1: python/mxnet/gluon/rnn/rnn_layer.py, rnn_cell.py, nn/basic_layers.py. The layers
// have no argument that leaves the biases out.
namespace mxnet {
constexpr std::string_view words = "hidden_size input_size projection_size"_later;
LATER constexpr Gate gru[] = {
    {"r"_later, Gate::reset}, {"z"_later, Gate::update}, {"o"_later, Gate::candidate}};
LATER constexpr TensorRow rnns[] = {
    input_side("{l|r}{layer}_i2h_weight"_later, {gh, d}),
    recurrent_side("{l|r}{layer}_h2h_weight"_later, {gh, r}),
    bias("{l|r}{layer}_i2h_bias"_later, {gh}),
    second("{l|r}{layer}_h2h_bias"_later, {gh}),
    projection("{l|r}{layer}_h2r_weight"_later, {p, h}),
};
LATER constexpr TensorRow batch[] = {
    kept(vector("gamma"_later, Role::scale)),
    kept(vector("beta"_later, Role::shift)),
    frozen(vector("running_mean"_later, Role::mean)),
    frozen(vector("running_var"_later, Role::variance)),
};
LATER constexpr TensorRow scale_and_shift[] = {kept(vector("gamma"_later, Role::scale)),
                                               kept(vector("beta"_later, Role::shift))};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "LSTM"_later,
     .gates = keras::lstm,
     .bias_vectors = 8,
     .spare_bias_vectors = 4,
     .tensors = rnns,
     .parts = pytorch::lstm_parts},
    {.cell = Cell::gru,
     .name = "GRU"_later,
     .gates = gru,
     .bias_vectors = 6,
     .spare_bias_vectors = 2,
     .tensors = rnns},
    {.cell = Cell::rnn,
     .name = "RNN"_later,
     .gates = single,
     .bias_vectors = 2,
     .spare_bias_vectors = 1,
     .tensors = rnns},
    embedding("Embedding"_later, pytorch::lookup, "output_dim input_dim"_later),
    dense("Dense"_later, pytorch::linear, "units in_units"_later),
    dropout(),
    normalization(Cell::batch_normalization, "BatchNorm"_later, batch, words, stays_and_measured),
    normalization(Cell::layer_normalization, "LayerNorm"_later, scale_and_shift, words, stays),
};
LATER constexpr Offer offers[] = {
    {Option::bias, bit(Cell::dense), 1},
    {Option::proj_size, bit(Cell::lstm), 0},
    {Option::reset_after, bit(Cell::gru), 1, true},
    {Option::scale, normalizations, 1},
    {Option::center, normalizations, 1},
};
LATER constexpr std::string_view synonyms[] = {"gluon"_later};
LATER constexpr Constructor constructors[] = {
    {bit(Cell::rnn), "hidden_size num_layers= activation= layout= dropout=0 bidirectional="_later},
    {recurrent_cells, "hidden_size num_layers= layout= dropout=0 bidirectional="_later},
    {bit(Cell::batch_normalization), "axis=0 momentum=0 epsilon=0 center= scale="_later},
    {bit(Cell::layer_normalization), "axis=0 epsilon=0 center= scale="_later},
    {bit(Cell::dense), "units activation= use_bias="_later},
};
}  // namespace mxnet

// --- PaddlePaddle: python/paddle/nn/layer/rnn.py, common.py, norm.py. bias_ih_attr=False keeps the tensor,
// as zeros that are not trained. RNNBase gives the names with _l{layer} to four parameters of each cell;
// where a projection makes it five, or a bias is switched off, these names move away from what they say, and
// only the cells' own names hold. A batch normalisation's weight_attr=False keeps the tensor, too.
namespace paddle {
LATER constexpr Gate gru[] = {
    {"r"_later, Gate::reset}, {"z"_later, Gate::update}, {"c"_later, Gate::candidate}};
LATER constexpr TensorRow rnns[] = {
    input_side("weight_ih_l{layer}{|_reverse}"_later, {gh, d}),
    recurrent_side("weight_hh_l{layer}{|_reverse}"_later, {gh, r}),
    kept(bias("bias_ih_l{layer}{|_reverse}"_later, {gh})),
    kept(second("bias_hh_l{layer}{|_reverse}"_later, {gh})),
};
LATER constexpr TensorRow by_path[] = {
    input_side("{layer}.cell{+_fw|_bw}.weight_ih"_later, {gh, d}),
    recurrent_side("{layer}.cell{+_fw|_bw}.weight_hh"_later, {gh, r}),
    kept(bias("{layer}.cell{+_fw|_bw}.bias_ih"_later, {gh})),
    kept(second("{layer}.cell{+_fw|_bw}.bias_hh"_later, {gh})),
    projection("{layer}.cell{+_fw|_bw}.weight_ho"_later, {h, p}),
};
LATER constexpr TensorRow linear[] = {input_side("weight"_later, {d, h}), bias("bias"_later, {h})};
LATER constexpr TensorRow batch[] = {
    kept(vector("weight"_later, Role::scale)),
    kept(vector("bias"_later, Role::shift)),
    frozen(vector("_mean"_later, Role::mean)),
    frozen(vector("_variance"_later, Role::variance)),
};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "LSTM"_later,
     .gates = pytorch::lstm,
     .bias_vectors = 8,
     .spare_bias_vectors = 4,
     .tensors = by_path,
     .parts = pytorch::lstm_parts,
     .needs = Option::proj_size},
    {.cell = Cell::lstm,
     .name = "LSTM"_later,
     .gates = pytorch::lstm,
     .bias_vectors = 8,
     .spare_bias_vectors = 4,
     .tensors = rnns,
     .needs = Option::bias},
    {.cell = Cell::lstm,
     .name = "LSTM"_later,
     .gates = pytorch::lstm,
     .bias_vectors = 8,
     .spare_bias_vectors = 4,
     .tensors = by_path},
    {.cell = Cell::gru,
     .name = "GRU"_later,
     .gates = gru,
     .bias_vectors = 6,
     .spare_bias_vectors = 2,
     .tensors = rnns,
     .needs = Option::bias},
    {.cell = Cell::gru,
     .name = "GRU"_later,
     .gates = gru,
     .bias_vectors = 6,
     .spare_bias_vectors = 2,
     .tensors = by_path},
    {.cell = Cell::rnn,
     .name = "SimpleRNN"_later,
     .gates = single,
     .bias_vectors = 2,
     .spare_bias_vectors = 1,
     .tensors = rnns,
     .needs = Option::bias},
    {.cell = Cell::rnn,
     .name = "SimpleRNN"_later,
     .gates = single,
     .bias_vectors = 2,
     .spare_bias_vectors = 1,
     .tensors = by_path},
    embedding("Embedding"_later, pytorch::lookup, "embedding_dim num_embeddings"_later),
    dense("Linear"_later, linear, "out_features in_features"_later),
    dropout(),
    normalization(Cell::batch_normalization, "BatchNorm1D"_later, batch, pytorch::words, stays_and_measured),
    normalization(Cell::layer_normalization, "LayerNorm"_later, pytorch::scale_and_shift, pytorch::words),
};
LATER constexpr Offer offers[] = {
    {Option::bias, recurrent_cells | bit(Cell::dense), 1},
    {.option = Option::proj_size, .cells = bit(Cell::lstm), .preset = 0, .below_units = true},
    {Option::reset_after, bit(Cell::gru), 1, true},
    {Option::scale, normalizations, 1},
    {Option::center, normalizations, 1},
};
LATER constexpr std::string_view synonyms[] = {"paddlepaddle"_later};
LATER constexpr Constructor constructors[] = {
    {recurrent_cells, "input_size hidden_size num_layers="_later},
    {bit(Cell::dense), "in_features out_features"_later},
    {normalizations, "num_features"_later},
};
}  // namespace paddle

// --- MATLAB, Deep Learning Toolbox: the help of LSTMLayer and BiLSTMLayer (4 and 8 × NumHiddenUnits rows, in
// the order input gate, forget gate, layer input, output gate) and TranslatorForGRULayer of its Keras import
// (reset, update, hidden; 6 × NumHiddenUnits biases in ResetGateMode "recurrent-bias-after-multiplication",
// for which reset_after=true stands here; 3 in the other two, of which after-multiplication is the default).
// Measured means and variances are no learnables, which is what its analyzeNetwork counts. There is a
// bilstmLayer, which keeps both directions in one tensor, but no such layer for a GRU: both ways are two
// gruLayers.
namespace matlab {
constexpr std::string_view words = "NumHiddenUnits InputSize"_later;
LATER constexpr Gate lstm[] = {{"i"_later, Gate::input},
                               {"f"_later, Gate::forget},
                               {"g"_later, Gate::candidate},
                               {"o"_later, Gate::output}};
LATER constexpr Gate gru[] = {
    {"r"_later, Gate::reset}, {"z"_later, Gate::update}, {"h"_later, Gate::candidate}};
constexpr TensorRow input_weights = input_side("InputWeights"_later, {gh, d});
constexpr TensorRow recurrent_weights = recurrent_side("RecurrentWeights"_later, {gh, h});
LATER constexpr TensorRow tensors[] = {input_weights, recurrent_weights, bias("Bias"_later, {gh})};
LATER constexpr TensorRow doubled[] = {input_weights, recurrent_weights,
                                       both_biases("Bias"_later, {times(2, gh)})};
LATER constexpr TensorRow both_in_one[] = {once(input_side("InputWeights"_later, {both_ways(gh), d})),
                                           once(recurrent_side("RecurrentWeights"_later, {both_ways(gh), h})),
                                           once(bias("Bias"_later, {both_ways(gh)}))};
LATER constexpr TensorRow linear[] = {input_side("Weights"_later, {h, d}), bias("Bias"_later, {h})};
LATER constexpr TensorRow offset_and_scale[] = {vector("Offset"_later, Role::shift),
                                                vector("Scale"_later, Role::scale)};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "bilstmLayer"_later,
     .gates = lstm,
     .bias_vectors = 4,
     .tensors = both_in_one,
     .needs = Option::bidirectional},
    {.cell = Cell::lstm, .name = "lstmLayer"_later, .gates = lstm, .bias_vectors = 4, .tensors = tensors},
    {.cell = Cell::gru,
     .name = "gruLayer"_later,
     .gates = gru,
     .bias_vectors = 6,
     .spare_bias_vectors = 2,
     .tensors = doubled,
     .needs = Option::reset_after},
    {.cell = Cell::gru, .name = "gruLayer"_later, .gates = gru, .bias_vectors = 3, .tensors = tensors},
    dense("fullyConnectedLayer"_later, linear, "OutputSize InputSize"_later),
    dropout("dropoutLayer"_later),
    normalization(Cell::batch_normalization, "batchNormalizationLayer"_later, offset_and_scale, words),
    normalization(Cell::layer_normalization, "layerNormalizationLayer"_later, offset_and_scale, words),
};
LATER constexpr Offer offers[] = {
    {.option = Option::reset_after,
     .cells = bit(Cell::gru),
     .preset = 0,
     .called = "recurrent-bias-after-multiplication"_later},
};
}  // namespace matlab

// --- Deeplearning4j: deeplearning4j-nn/src/main/java/org/deeplearning4j/nn/params/. An LSTM with peepholes
// is its GravesLSTM, three columns wider. The first block is the candidate, whatever its comment says (its
// Keras import turns Keras's i, f, c, o into c, f, o, i). The batch normalisation keeps the logarithm of the
// deviation (useLogStd = true), not the variance.
namespace dl4j {
constexpr std::string_view words = "nOut nIn"_later;
LATER constexpr Gate lstm[] = {{"c"_later, Gate::candidate},
                               {"f"_later, Gate::forget},
                               {"o"_later, Gate::output},
                               {"i"_later, Gate::input}};
constexpr TensorRow weights = input_side("{+f|b}W"_later, {d, gh});
LATER constexpr TensorRow lstm_tensors[] = {weights, recurrent_side("{+f|b}RW"_later, {h, gh}),
                                            bias("{+f|b}b"_later, {gh})};
LATER constexpr TensorRow graves_tensors[] = {
    weights,
    with_peepholes({Gate::forget, Gate::output, Gate::input},
                   recurrent_side("{+f|b}RW"_later, {h, plus(gh, 3)})),
    bias("{+f|b}b"_later, {gh}),
};
LATER constexpr TensorRow linear[] = {input_side("W"_later, {d, h}), bias("b"_later, {h})};
LATER constexpr TensorRow lookup[] = {table("W"_later)};
LATER constexpr TensorRow batch[] = {
    vector("gamma"_later, Role::scale),
    vector("beta"_later, Role::shift),
    frozen(vector("mean"_later, Role::mean)),
    frozen(vector("log10stdev"_later, Role::deviation)),
};
LATER constexpr Part graves_parts[] = {peepholes(3)};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "GravesLSTM"_later,
     .gates = lstm,
     .bias_vectors = 4,
     .tensors = graves_tensors,
     .parts = graves_parts,
     .needs = Option::peepholes},
    {.cell = Cell::lstm, .name = "LSTM"_later, .gates = lstm, .bias_vectors = 4, .tensors = lstm_tensors},
    {.cell = Cell::rnn,
     .name = "SimpleRnn"_later,
     .gates = single,
     .bias_vectors = 1,
     .tensors = lstm_tensors},
    embedding("EmbeddingLayer"_later, lookup, words),
    dense("DenseLayer"_later, linear, words),
    dropout("DropoutLayer"_later),
    normalization(Cell::batch_normalization, "BatchNormalization"_later, batch, words, learned_and_measured),
};
LATER constexpr Offer offers[] = {
    {Option::bias, bit(Cell::dense), 1},
    {Option::peepholes, bit(Cell::lstm), 0},
    {.option = Option::merge_mode, .cells = recurrent_cells, .preset = 0, .values = 4},  // Bidirectional.Mode
};
LATER constexpr std::string_view synonyms[] = {"deeplearning4j"_later};
}  // namespace dl4j

// --- CNTK: bindings/python/cntk/layers/blocks.py, layers.py. The reset gate comes before H1; no argument
// leaves a cell's bias out. Running statistics are Constants, which its log_number_of_parameters does not
// count.
namespace cntk {
constexpr std::string_view words = "cell_shape input_shape shape"_later;
LATER constexpr Gate lstm[] = {{"i"_later, Gate::input},
                               {"c"_later, Gate::candidate},
                               {"f"_later, Gate::forget},
                               {"o"_later, Gate::output}};
LATER constexpr Gate gru[] = {
    {"z"_later, Gate::update}, {"r"_later, Gate::reset}, {"c"_later, Gate::candidate}};
LATER constexpr TensorRow lstm_tensors[] = {
    bias("b"_later, {gh}),
    input_side("W"_later, {d, gh}),
    recurrent_side("H"_later, {r, gh}),
    peephole("Ci"_later, {h}, {Gate::input}),
    peephole("Cf"_later, {h}, {Gate::forget}),
    peephole("Co"_later, {h}, {Gate::output}),
    projection("P"_later, {h, p}),
};
LATER constexpr TensorRow gru_tensors[] = {
    bias("b"_later, {gh}),
    input_side("W"_later, {d, gh}),
    recurrent_side("H"_later, {h, gh}, Bands::gates),
    recurrent_side("H1"_later, {h, gh}, Bands::candidate),
};
LATER constexpr TensorRow rnn_tensors[] = {bias("b"_later, {gh}), input_side("W"_later, {d, gh}),
                                           recurrent_side("H"_later, {h, gh})};
LATER constexpr TensorRow linear[] = {input_side("W"_later, {d, h}), bias("b"_later, {h})};
LATER constexpr TensorRow lookup[] = {table("E"_later)};
LATER constexpr TensorRow scale_and_shift[] = {vector("scale"_later, Role::scale),
                                               vector("bias"_later, Role::shift)};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "LSTM"_later,
     .gates = lstm,
     .bias_vectors = 4,
     .tensors = lstm_tensors,
     .parts = tf1::lstm_parts},
    {.cell = Cell::gru, .name = "GRU"_later, .gates = gru, .bias_vectors = 3, .tensors = gru_tensors},
    {.cell = Cell::rnn, .name = "RNNStep"_later, .gates = single, .bias_vectors = 1, .tensors = rnn_tensors},
    embedding("Embedding"_later, lookup, "shape input_shape"_later),
    dense("Dense"_later, linear, "shape input_shape"_later),
    dropout(),
    normalization(Cell::batch_normalization, "BatchNormalization"_later, scale_and_shift, words),
    normalization(Cell::layer_normalization, "LayerNormalization"_later, scale_and_shift, words),
};
LATER constexpr Offer offers[] = {
    {Option::bias, bit(Cell::dense), 1},
    {Option::peepholes, bit(Cell::lstm), 0},
    {Option::proj_size, bit(Cell::lstm), 0},
};
}  // namespace cntk

// --- Core ML: mlmodel/format/NeuralNetwork.proto. hasBiasVectors is unset by default; it is counted as set
// here, as converters set it. coupledInputAndForgetGate leaves every matrix in place
// (mlmodel/src/Validation/NeuralNetwork/NeuralNetworkLayerValidator.cpp) and takes 1 − i for f. There is no
// dropout in it: converters drop that layer.
namespace coreml {
constexpr std::string_view words = "outputVectorSize inputVectorSize"_later;
LATER constexpr Gate lstm[] = {{"inputGate"_later, Gate::input},
                               {"forgetGate"_later, Gate::forget},
                               {"blockInput"_later, Gate::candidate},
                               {"outputGate"_later, Gate::output}};
LATER constexpr Gate gru[] = {{"updateGate"_later, Gate::update},
                              {"resetGate"_later, Gate::reset},
                              {"outputGate"_later, Gate::candidate}};
constexpr TensorRow input_weights = input_side("{gate}WeightMatrix"_later, {h, d}, Bands::each);
constexpr TensorRow recurrent_weights = recurrent_side("{gate}RecursionMatrix"_later, {h, h}, Bands::each);
constexpr TensorRow biases = bias("{gate}BiasVector"_later, {h}, Bands::each);
constexpr TensorRow peepholes = peephole("{gate}PeepholeVector"_later, {h}, {}, Bands::each_gate);
LATER constexpr TensorRow gated_tensors[] = {input_weights, recurrent_weights, biases, peepholes};
LATER constexpr TensorRow rnn_tensors[] = {
    input_side("weightMatrix"_later, {h, d}),
    recurrent_side("recursionMatrix"_later, {h, h}),
    bias("biasVector"_later, {h}),
};
LATER constexpr TensorRow linear[] = {input_side("weights"_later, {h, d}), bias("bias"_later, {h})};
LATER constexpr TensorRow lookup[] = {
    tensor("weights"_later, Role::embedding, no_column, {h, v}, Bands::all)};
LATER constexpr TensorRow batch[] = {
    vector("gamma"_later, Role::scale),
    vector("beta"_later, Role::shift),
    frozen(vector("mean"_later, Role::mean)),
    frozen(vector("variance"_later, Role::variance)),
};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "LSTM"_later,
     .gates = lstm,
     .bias_vectors = 4,
     .tensors = gated_tensors,
     .parts = onnx::coupled_parts,
     .needs = Option::coupled,
     .unused_gate = Gate::forget},
    {.cell = Cell::lstm,
     .name = "LSTM"_later,
     .gates = lstm,
     .bias_vectors = 4,
     .tensors = gated_tensors,
     .parts = onnx::lstm_parts},
    {.cell = Cell::gru, .name = "GRU"_later, .gates = gru, .bias_vectors = 3, .tensors = gated_tensors},
    {.cell = Cell::rnn,
     .name = "SimpleRecurrent"_later,
     .gates = single,
     .bias_vectors = 1,
     .tensors = rnn_tensors},
    embedding("Embedding"_later, lookup, "outputChannels inputDim"_later),
    dense("InnerProduct"_later, linear, "outputChannels inputChannels"_later),
    dropout(),
    normalization(Cell::batch_normalization, "BatchNorm"_later, batch, words, learned_and_measured),
    normalization(Cell::layer_normalization, "LayerNormalization"_later, keras::scale_and_shift, words),
};
LATER constexpr Offer offers[] = {
    {Option::bias, recurrent_cells | bit(Cell::dense), 1},
    {Option::peepholes, bit(Cell::lstm), 0},
    {Option::coupled, bit(Cell::lstm), 0},
};
}  // namespace coreml

// --- burn: crates/burn-nn/src/modules/rnn/{lstm,gru,basic,gate_controller}.rs. Every gate is two linear
// layers. `bias` has no default; input_forget=true allocates the forget gate all the same; reset_after
// changes no shape. A module's own count of parameters holds running statistics (num_params in
// crates/burn-core/src/module/base.rs sums what visit_float sees, and RunningState shows itself there).
namespace burn {
constexpr std::string_view words = "d_hidden d_input"_later;
LATER constexpr Gate lstm[] = {{"input_gate"_later, Gate::input},
                               {"forget_gate"_later, Gate::forget},
                               {"output_gate"_later, Gate::output},
                               {"cell_gate"_later, Gate::candidate}};
LATER constexpr Gate gru[] = {{"update_gate"_later, Gate::update},
                              {"reset_gate"_later, Gate::reset},
                              {"new_gate"_later, Gate::candidate}};
LATER constexpr Gate rnn[] = {{"gate"_later, Gate::candidate}};
LATER constexpr TensorRow tensors[] = {
    by_gate(input_side("{+forward.|reverse.}{gate}.input_transform.weight"_later, {d, h}, Bands::each)),
    by_gate(bias("{+forward.|reverse.}{gate}.input_transform.bias"_later, {h}, Bands::each)),
    by_gate(recurrent_side("{+forward.|reverse.}{gate}.hidden_transform.weight"_later, {h, h}, Bands::each)),
    by_gate(second("{+forward.|reverse.}{gate}.hidden_transform.bias"_later, {h}, Bands::each)),
};
LATER constexpr TensorRow batch[] = {
    vector("gamma"_later, Role::scale),
    vector("beta"_later, Role::shift),
    frozen(vector("running_mean"_later, Role::mean)),
    frozen(vector("running_var"_later, Role::variance)),
};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "Lstm"_later,
     .gates = lstm,
     .bias_vectors = 8,
     .spare_bias_vectors = 3,
     .tensors = tensors,
     .needs = Option::coupled,
     .unused_gate = Gate::forget},
    {.cell = Cell::lstm,
     .name = "Lstm"_later,
     .gates = lstm,
     .bias_vectors = 8,
     .spare_bias_vectors = 4,
     .tensors = tensors},
    {.cell = Cell::gru,
     .name = "Gru"_later,
     .gates = gru,
     .bias_vectors = 6,
     .spare_bias_vectors = 2,
     .tensors = tensors,
     .needs = Option::reset_after},
    {.cell = Cell::gru,
     .name = "Gru"_later,
     .gates = gru,
     .bias_vectors = 6,
     .spare_bias_vectors = 3,
     .tensors = tensors},
    {.cell = Cell::rnn,
     .name = "Rnn"_later,
     .gates = rnn,
     .bias_vectors = 2,
     .spare_bias_vectors = 1,
     .tensors = tensors},
    embedding("Embedding"_later, pytorch::lookup, "d_model n_embedding"_later),
    dense("Linear"_later, paddle::linear, "d_output d_input"_later),
    dropout(),
    normalization(Cell::batch_normalization, "BatchNorm"_later, batch, words, learned_and_measured),
    normalization(Cell::layer_normalization, "LayerNorm"_later, keras::scale_and_shift, words),
};
LATER constexpr Offer offers[] = {
    {Option::bias, recurrent_cells | bit(Cell::dense), 1},
    {Option::coupled, bit(Cell::lstm), 0},
    {Option::reset_after, bit(Cell::gru), 1},
    {Option::center, bit(Cell::layer_normalization), 1},
};
LATER constexpr Constructor constructors[] = {
    {recurrent_cells | bit(Cell::dense), "d_input units bias="_later},
    {normalizations, "num_features"_later}};
}  // namespace burn

// --- tinygrad: tinygrad/nn/__init__.py. Its own count of parameters (tinygrad/llm/cli.py) sums what
// get_parameters finds (nn/state.py): every tensor, running statistics and the counter of batches too.
namespace tinygrad {
LATER constexpr TensorRow lstm_tensors[] = {
    input_side("weight_ih"_later, {gh, d}),
    recurrent_side("weight_hh"_later, {gh, h}),
    bias("bias_ih"_later, {gh}),
    second("bias_hh"_later, {gh}),
};
LATER constexpr TensorRow batch[] = {
    vector("weight"_later, Role::scale),
    vector("bias"_later, Role::shift),
    frozen(counted_in(Topic::counter,
                      tensor("num_batches_tracked"_later, Role::counter, no_column, {one}, Bands::all))),
    frozen(vector("running_mean"_later, Role::mean)),
    frozen(vector("running_var"_later, Role::variance)),
};
LATER constexpr Part measured_and_counted[] = {gains, shifts, statistics, counter_part};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "LSTMCell"_later,
     .gates = pytorch::lstm,
     .bias_vectors = 8,
     .spare_bias_vectors = 4,
     .tensors = lstm_tensors},
    embedding("Embedding"_later, pytorch::lookup, "embed_size vocab_size"_later),
    dense("Linear"_later, pytorch::linear, "out_features in_features"_later),
    dropout("dropout"_later),
    normalization(Cell::batch_normalization, "BatchNorm"_later, batch, pytorch::words, measured_and_counted),
    normalization(Cell::layer_normalization, "LayerNorm"_later, pytorch::scale_and_shift, pytorch::words),
};
LATER constexpr Offer offers[] = {
    {Option::bias, bit(Cell::lstm) | bit(Cell::dense), 1},
    {Option::affine, normalizations, 1},
};
LATER constexpr Constructor constructors[] = {
    {recurrent_cells | bit(Cell::dense), "input_size units bias="_later},
    {normalizations, "num_features"_later}};
}  // namespace tinygrad

// --- Flux.jl: src/layers/recurrent.jl, basic.jl, normalise.jl. GRU is version 1 of its paper, where the
// reset gate comes after the recurrent matrix; with reset_after=false it is GRUv3, whose Wh keeps a third
// block that the forward pass never uses.
namespace flux {
constexpr std::string_view words = "out in"_later;
constexpr TensorRow input_weights = input_side("Wi"_later, {gh, d});
constexpr TensorRow recurrent_weights = recurrent_side("Wh"_later, {gh, h});
LATER constexpr TensorRow tensors[] = {input_weights, recurrent_weights, bias("bias"_later, {gh})};
LATER constexpr TensorRow gru[] = {input_weights, recurrent_weights, bias("b"_later, {gh})};
LATER constexpr TensorRow gru_v3[] = {input_weights, candidate_unread(recurrent_weights),
                                      bias("b"_later, {gh}),
                                      recurrent_side("Wh_h̃"_later, {h, h}, Bands::candidate)};
LATER constexpr TensorRow lookup[] = {tensor("weight"_later, Role::embedding, no_column, {h, v}, Bands::all)};
LATER constexpr TensorRow shift_and_scale[] = {vector("β"_later, Role::shift),
                                               vector("γ"_later, Role::scale)};
LATER constexpr TensorRow scale_and_shift[] = {vector("diag.scale"_later, Role::scale),
                                               vector("diag.bias"_later, Role::shift)};
LATER constexpr Part unused_block[] = {
    {.topic = Topic::unused, .reads = {Size::units}, .units = {Size::units}}};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm, .name = "LSTM"_later, .gates = keras::lstm, .bias_vectors = 4, .tensors = tensors},
    {.cell = Cell::gru,
     .name = "GRU"_later,
     .gates = matlab::gru,
     .bias_vectors = 3,
     .tensors = gru,
     .needs = Option::reset_after},
    {.cell = Cell::gru,
     .name = "GRUv3"_later,
     .gates = matlab::gru,
     .bias_vectors = 3,
     .tensors = gru_v3,
     .parts = unused_block,
     .named_for_layout = true},
    {.cell = Cell::rnn, .name = "RNN"_later, .gates = single, .bias_vectors = 1, .tensors = tensors},
    embedding("Embedding"_later, lookup, words),
    dense("Dense"_later, pytorch::linear, words),
    dropout(),
    normalization(Cell::batch_normalization, "BatchNorm"_later, shift_and_scale, words),
    normalization(Cell::layer_normalization, "LayerNorm"_later, scale_and_shift, words),
};
LATER constexpr Offer offers[] = {
    {Option::bias, recurrent_cells | bit(Cell::dense), 1},
    {Option::reset_after, bit(Cell::gru), 1},
    {Option::affine, normalizations, 1},
};
LATER constexpr Constructor constructors[] = {
    {recurrent_cells | bit(Cell::dense), "in out activation="_later}, {normalizations, "num_features"_later}};
}  // namespace flux

// --- TensorFlow.js: tfjs-layers/src/layers/ at v4.22.0. Its layers are Keras's; its GRU refuses
// resetAfter: true (recurrent.ts), and there is no SeparableConv1D.
namespace tfjs {
LATER constexpr Layout layouts[] = {
    keras::lstm_layout,  keras::gru_before, keras::rnn_layout,   keras::embedding_layout,
    keras::dense_layout, dropout(),         keras::batch_layout, keras::layer_norm_layout,
};
LATER constexpr Offer offers[] = {
    {Option::bias, recurrent_cells | bit(Cell::dense), 1},
    keras::no_list_of_axes,
    keras::a_list_of_axes,
    {Option::merge_mode, recurrent_cells, 0},
    {Option::scale, normalizations, 1},
    {Option::center, normalizations, 1},
};
LATER constexpr std::string_view synonyms[] = {"tensorflowjs"_later, "tfjs-layers"_later};
}  // namespace tfjs

// --- candle: candle-nn/src/{rnn,linear,embedding,batch_norm,layer_norm,ops}.rs. An LSTM is one layer in one
// direction: layer_idx and direction change the names of its tensors alone. A LayerNorm with affine=false
// keeps its weight. The running statistics are variables of the map, too; no line of it counts parameters.
namespace candle {
constexpr std::string_view words = "hidden_dim in_dim"_later;
LATER constexpr TensorRow gru_tensors[] = {
    input_side("weight_ih_l0"_later, {gh, d}),
    recurrent_side("weight_hh_l0"_later, {gh, h}),
    bias("bias_ih_l0"_later, {gh}),
    second("bias_hh_l0"_later, {gh}),
};
LATER constexpr TensorRow rms_weight[] = {
    tensor("weight"_later, Role::scale, no_column, {features}, Bands::all)};
/// It stays where affine is off.
LATER constexpr TensorRow weight_and_bias[] = {rms_weight[0], vector("bias"_later, Role::shift)};
LATER constexpr Part gain_and_shifts[] = {gain_of_all[0], shifts};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "LSTM"_later,
     .gates = pytorch::lstm,
     .bias_vectors = 8,
     .spare_bias_vectors = 4,
     .tensors = pytorch::rnns},
    {.cell = Cell::gru,
     .name = "GRU"_later,
     .gates = pytorch::gru,
     .bias_vectors = 6,
     .spare_bias_vectors = 2,
     .tensors = gru_tensors},
    embedding("Embedding"_later, pytorch::lookup, "out_size in_size"_later),
    dense("Linear"_later, pytorch::linear, "out_dim in_dim"_later),
    dropout(),
    normalization(Cell::batch_normalization, "BatchNorm"_later, pytorch::scale_and_shift,
                  "hidden_dim num_features"_later),
    normalization(Cell::layer_normalization, "LayerNorm"_later, weight_and_bias, words, gain_and_shifts),
    normalization(Cell::rms_normalization, "RmsNorm"_later, rms_weight, words, gain_of_all),
};
LATER constexpr Offer offers[] = {
    {Option::bias, bit(Cell::lstm) | bit(Cell::gru) | bit(Cell::dense), 1},
    {Option::reset_after, bit(Cell::gru), 1, true},
    {Option::center, bit(Cell::layer_normalization), 1},
    {Option::affine, normalizations, 1},
};
LATER constexpr Constructor constructors[] = {
    {recurrent_cells, "in_dim units"_later},
    {bit(Cell::dense), "in_dim units bias="_later},
    {normalizations | bit(Cell::rms_normalization), "num_features eps=0"_later},
};
}  // namespace candle

// --- Sonnet: sonnet/src/{recurrent,linear,embed,batch_norm,axis_norm,dropout}.py; a module's
// trainable_variables, which are sorted by attribute and come before its submodules' (base.py). No argument
// leaves a cell's bias out. A batch normalisation's moving averages are not trained, and no line of it counts
// parameters.
namespace sonnet {
LATER constexpr TensorRow rnns[] = {
    recurrent_side("w_h"_later, {r, gh}),
    input_side("w_i"_later, {d, gh}),
    bias("b"_later, {gh}),
    projection("projection"_later, {h, p}),
};
LATER constexpr TensorRow rnn_tensors[] = {
    bias("b"_later, {h}),
    recurrent_side("hidden_to_hidden/w"_later, {h, h}),
    input_side("input_to_hidden/w"_later, {d, h}),
};
LATER constexpr TensorRow linear[] = {bias("b"_later, {h}), input_side("w"_later, {d, h})};
LATER constexpr TensorRow offset_and_scale[] = {vector("offset"_later, Role::shift),
                                                vector("scale"_later, Role::scale)};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "LSTM"_later,
     .gates = pytorch::lstm,
     .bias_vectors = 4,
     .tensors = rnns,
     .parts = pytorch::lstm_parts},
    {.cell = Cell::gru, .name = "GRU"_later, .gates = haiku::gru, .bias_vectors = 3, .tensors = rnns},
    {.cell = Cell::rnn,
     .name = "VanillaRNN"_later,
     .gates = single,
     .bias_vectors = 1,
     .tensors = rnn_tensors},
    embedding("Embed"_later, keras::lookup, "embed_dim vocab_size"_later),
    dense("Linear"_later, linear, "output_size input_size"_later),
    dropout(),
    normalization(Cell::batch_normalization, "BatchNorm"_later, offset_and_scale, pytorch::words),
    normalization(Cell::layer_normalization, "LayerNorm"_later, offset_and_scale, pytorch::words),
};
LATER constexpr Offer offers[] = {
    {Option::bias, bit(Cell::dense), 1},
    {Option::proj_size, bit(Cell::lstm), 0},
    {Option::scale, normalizations, 1},
    {Option::center, normalizations, 1},
};
LATER constexpr Constructor constructors[] = {
    {bit(Cell::lstm), "units projection_size="_later},
    {bit(Cell::dense), "units with_bias="_later},
    {bit(Cell::batch_normalization), "create_scale= create_offset="_later},
    {bit(Cell::layer_normalization), "axis=0 create_scale= create_offset="_later},
};
LATER constexpr std::string_view synonyms[] = {"dm-sonnet"_later, "snt"_later};
}  // namespace sonnet

// --- ncnn: docs/developer-guide/operators.md, in whose order the sides stand (width first), and
// src/layer/{rnn,lstm,gru,innerproduct,embed,batchnorm,layernorm}.cpp. A GRU's fourth bias is the
// candidate's recurrent one. bias_term is 0 by default; it is counted as set here, as converters set it.
namespace ncnn {
constexpr std::string_view words = "num_output input_size"_later;
LATER constexpr Gate lstm[] = {{"i"_later, Gate::input},
                               {"f"_later, Gate::forget},
                               {"o"_later, Gate::output},
                               {"g"_later, Gate::candidate}};
LATER constexpr Gate gru[] = {
    {"r"_later, Gate::reset}, {"u"_later, Gate::update}, {"n"_later, Gate::candidate}};
/// As many as there are matrices.
constexpr Side vectors{1, true, Size::one};
constexpr TensorRow input_weights = once(input_side("weight_xc_data"_later, {d, gh, ways}));
constexpr TensorRow recurrent_weights = once(recurrent_side("weight_hc_data"_later, {r, gh, ways}));
LATER constexpr TensorRow tensors[] = {
    input_weights,
    once(bias("bias_c_data"_later, {h, vectors, ways})),
    recurrent_weights,
    once(projection("weight_hr_data"_later, {h, p, ways})),
};
LATER constexpr TensorRow gru_tensors[] = {
    input_weights,
    once(second_in_candidate(both_biases("bias_c_data"_later, {h, and_one(vectors), ways}))),
    recurrent_weights,
};
LATER constexpr TensorRow linear[] = {input_side("weight_data"_later, {d, h}), bias("bias_data"_later, {h})};
LATER constexpr TensorRow lookup[] = {
    tensor("weight_data"_later, Role::embedding, no_column, {h, v}, Bands::all)};
LATER constexpr TensorRow batch[] = {
    vector("slope_data"_later, Role::scale),
    frozen(vector("mean_data"_later, Role::mean)),
    frozen(vector("var_data"_later, Role::variance)),
    vector("bias_data"_later, Role::shift),
};
LATER constexpr TensorRow scale_and_shift[] = {vector("gamma_data"_later, Role::scale),
                                               vector("beta_data"_later, Role::shift)};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "LSTM"_later,
     .gates = lstm,
     .bias_vectors = 4,
     .tensors = tensors,
     .parts = pytorch::lstm_parts,
     .words = "hidden_size input_size num_output"_later},
    {.cell = Cell::gru, .name = "GRU"_later, .gates = gru, .bias_vectors = 4, .tensors = gru_tensors},
    {.cell = Cell::rnn, .name = "RNN"_later, .gates = single, .bias_vectors = 1, .tensors = tensors},
    embedding("Embed"_later, lookup, "num_output input_dim"_later),
    dense("InnerProduct"_later, linear, "num_output num_input"_later),
    dropout(),
    normalization(Cell::batch_normalization, "BatchNorm"_later, batch, words, learned_and_measured),
    normalization(Cell::layer_normalization, "LayerNorm"_later, scale_and_shift, words),
};
LATER constexpr Offer offers[] = {
    {Option::bias, bit(Cell::dense), 1},
    {Option::proj_size, bit(Cell::lstm), 0},
    {Option::reset_after, bit(Cell::gru), 1, true},
    {Option::affine, bit(Cell::layer_normalization), 1},
};
}  // namespace ncnn

// --- TensorFlow Addons: tensorflow_addons/rnn/{layer_norm_lstm_cell,peephole_lstm_cell}.py. Its cells go
// into Keras 2's RNN and are its LSTMCell with more. The layer-normalised one keeps its bias, which is added
// behind both normalisations.
namespace tfa {
/// Of all gates and the candidate together.
constexpr TensorRow normalizes_all(std::string_view name, Role role) {
  return counted_in(Topic::normalization, tensor(name, role, no_column, {times(4, h)}, Bands::all));
}
LATER constexpr TensorRow normalized_tensors[] = {
    keras::kernel,
    keras::recurrent_kernel,
    bias("bias"_later, {gh}),
    normalizes_all("kernel_norm/gamma"_later, Role::scale),
    normalizes_all("kernel_norm/beta"_later, Role::shift),
    normalizes_all("recurrent_norm/gamma"_later, Role::scale),
    normalizes_all("recurrent_norm/beta"_later, Role::shift),
    gain("state_norm/gamma"_later),
    shift("state_norm/beta"_later),
};
LATER constexpr TensorRow peephole_tensors[] = {
    keras::kernel,
    keras::recurrent_kernel,
    bias("bias"_later, {gh}),
    peephole("input_gate_peephole_weights"_later, {h}, {Gate::input}),
    peephole("forget_gate_peephole_weights"_later, {h}, {Gate::forget}),
    peephole("output_gate_peephole_weights"_later, {h}, {Gate::output}),
};
LATER constexpr Part normalized_parts[] = {normalizes(18)};
LATER constexpr Part peephole_parts[] = {peepholes(3)};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "LayerNormLSTMCell"_later,
     .gates = keras::lstm,
     .bias_vectors = 4,
     .tensors = normalized_tensors,
     .parts = normalized_parts,
     .needs = Option::layer_norm},
    {.cell = Cell::lstm,
     .name = "PeepholeLSTMCell"_later,
     .gates = keras::lstm,
     .bias_vectors = 4,
     .tensors = peephole_tensors,
     .parts = peephole_parts,
     .needs = Option::peepholes},
    keras::lstm_layout,
    keras::gru_after,
    keras::gru_before,
    keras::rnn_layout,
    keras::embedding_layout,
    keras::dense_layout,
    dropout(),
    keras::batch_layout,
    keras::layer_norm_layout,
};
LATER constexpr Offer offers[] = {
    {Option::bias, recurrent_cells | bit(Cell::dense), 1},
    {Option::peepholes, bit(Cell::lstm), 0},
    {Option::layer_norm, bit(Cell::lstm), 0},
    {Option::reset_after, bit(Cell::gru), 1},
    {Option::merge_mode, recurrent_cells, 0},
    keras2::any_axes,
    {Option::scale, normalizations, 1},
    {Option::center, normalizations, 1},
};
LATER constexpr std::string_view synonyms[] = {"tensorflow_addons"_later};
}  // namespace tfa

// --- Lux.jl: src/layers/{recurrent,basic,embedding,normalize}.jl, the parameters alone (what is measured is
// its states). The names are those in a cell, or in a BidirectionalRNN.
namespace lux {
constexpr std::string_view words = "out_dims in_dims"_later;
LATER constexpr TensorRow tensors[] = {
    input_side("{+forward_rnn.|backward_rnn.rnn.}weight_ih"_later, {gh, d}),
    recurrent_side("{+forward_rnn.|backward_rnn.rnn.}weight_hh"_later, {gh, h}),
    bias("{+forward_rnn.|backward_rnn.rnn.}bias_ih"_later, {gh}),
    second("{+forward_rnn.|backward_rnn.rnn.}bias_hh"_later, {gh}),
    initial("{+forward_rnn.|backward_rnn.rnn.}hidden_state"_later, Option::train_state),
    initial("{+forward_rnn.|backward_rnn.rnn.}memory"_later, Option::train_memory),
};
LATER constexpr Part lstm_parts[] = {begins_with(Option::train_state), begins_with(Option::train_memory)};
LATER constexpr Part parts[] = {begins_with(Option::train_state)};
LATER constexpr TensorRow scale_and_bias[] = {vector("scale"_later, Role::scale),
                                              vector("bias"_later, Role::shift)};
/// As wide as a batch of one.
constexpr TensorRow column(std::string_view name, Role role) {
  TensorRow row = vector(name, role);
  row.shape[row.sides++] = one;
  return row;
}
LATER constexpr TensorRow bias_and_scale[] = {column("bias"_later, Role::shift),
                                              column("scale"_later, Role::scale)};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "LSTMCell"_later,
     .gates = pytorch::lstm,
     .bias_vectors = 8,
     .spare_bias_vectors = 4,
     .tensors = tensors,
     .parts = lstm_parts},
    {.cell = Cell::gru,
     .name = "GRUCell"_later,
     .gates = pytorch::gru,
     .bias_vectors = 6,
     .spare_bias_vectors = 2,
     .tensors = tensors,
     .parts = parts},
    {.cell = Cell::rnn,
     .name = "RNNCell"_later,
     .gates = single,
     .bias_vectors = 2,
     .spare_bias_vectors = 1,
     .tensors = tensors,
     .parts = parts},
    embedding("Embedding"_later, flux::lookup, words),
    dense("Dense"_later, pytorch::linear, words),
    dropout(),
    normalization(Cell::batch_normalization, "BatchNorm"_later, scale_and_bias, words),
    normalization(Cell::layer_normalization, "LayerNorm"_later, bias_and_scale, words),
};
LATER constexpr Offer offers[] = {
    {Option::bias, recurrent_cells | bit(Cell::dense), 1},
    {Option::reset_after, bit(Cell::gru), 1, true},
    {Option::merge_mode, recurrent_cells, 0},
    {Option::train_state, recurrent_cells, 0},
    {Option::train_memory, bit(Cell::lstm), 0},
    {Option::affine, normalizations, 1},
};
}  // namespace lux

// --- Chainer: chainer/links/rnn/{lstm,gru,mgu,n_step_rnn,n_step_lstm,n_step_gru}.py,
// connection/{linear,embed_id}.py, normalization/. A link lists its parameters sorted by name, then its
// children's, with their paths; an N-step link, which has a bias for each side of every gate, is a list of
// links, one for each layer and direction. An LSTM's gates alternate from unit to unit
// (functions/rnn/lstm.py). count_params (link.py) leaves averages out.
namespace chainer {
constexpr std::string_view words = "out_size in_size"_later;
LATER constexpr Gate lstm[] = {{"a"_later, Gate::candidate},
                               {"i"_later, Gate::input},
                               {"f"_later, Gate::forget},
                               {"o"_later, Gate::output}};
LATER constexpr Gate n_step_lstm[] = {{"i"_later, Gate::input},
                                      {"f"_later, Gate::forget},
                                      {"a"_later, Gate::candidate},
                                      {"o"_later, Gate::output}};
LATER constexpr Gate gru[] = {
    {"h"_later, Gate::candidate}, {"r"_later, Gate::reset}, {"z"_later, Gate::update}};
LATER constexpr Gate mgu[] = {{"f"_later, Gate::forget}, {"h"_later, Gate::candidate}};
LATER constexpr TensorRow lstm_tensors[] = {
    recurrent_side("lateral/W"_later, {gh, h}),
    input_side("upward/W"_later, {gh, d}),
    bias("upward/b"_later, {gh}),
};
LATER constexpr TensorRow gru_tensors[] = {
    recurrent_side("U/W"_later, {h, h}, Bands::candidate),
    second("U/b"_later, {h}, Bands::candidate),
    by_gate(recurrent_side("U_{gate}/W"_later, {h, h}, Bands::each_gate)),
    by_gate(second("U_{gate}/b"_later, {h}, Bands::each_gate)),
    input_side("W/W"_later, {h, d}, Bands::candidate),
    bias("W/b"_later, {h}, Bands::candidate),
    by_gate(input_side("W_{gate}/W"_later, {h, d}, Bands::each_gate)),
    by_gate(bias("W_{gate}/b"_later, {h}, Bands::each_gate)),
};
LATER constexpr TensorRow n_steps[] = {
    bias("{way}/b{n}"_later, {h}, Bands::each),
    second("{way}/b{n+}"_later, {h}, Bands::each),
    input_side("{way}/w{n}"_later, {h, d}, Bands::each),
    recurrent_side("{way}/w{n+}"_later, {h, h}, Bands::each),
};
LATER constexpr TensorRow mgu_tensors[] = {
    by_gate(joint("W_{gate}/W"_later, {h, r_and_d}, Bands::each)),
    by_gate(bias("W_{gate}/b"_later, {h}, Bands::each)),
};
constexpr Layout n_step(Cell cell, std::string_view name, std::span<const Gate> gates, std::uint8_t spare,
                        Option needs = Option::units, Option also_needs = Option::units) {
  return {.cell = cell,
          .name = name,
          .gates = gates,
          .bias_vectors = static_cast<std::uint8_t>(2 * gates.size()),
          .spare_bias_vectors = spare,
          .tensors = n_steps,
          .needs = needs,
          .also_needs = also_needs};
}
LATER constexpr Layout layouts[] = {
    n_step(Cell::lstm, "NStepBiLSTM"_later, n_step_lstm, 4, Option::double_bias, Option::bidirectional),
    n_step(Cell::lstm, "NStepLSTM"_later, n_step_lstm, 4, Option::double_bias),
    {.cell = Cell::lstm, .name = "LSTM"_later, .gates = lstm, .bias_vectors = 4, .tensors = lstm_tensors},
    n_step(Cell::gru, "NStepBiGRU"_later, pytorch::gru, 2, Option::reset_after, Option::bidirectional),
    n_step(Cell::gru, "NStepGRU"_later, pytorch::gru, 2, Option::reset_after),
    {.cell = Cell::gru,
     .name = "GRU"_later,
     .gates = gru,
     .bias_vectors = 6,
     .spare_bias_vectors = 3,
     .tensors = gru_tensors},
    n_step(Cell::rnn, "NStepBiRNNTanh"_later, single, 1, Option::bidirectional),
    n_step(Cell::rnn, "NStepRNNTanh"_later, single, 1),
    {.cell = Cell::mgu, .name = "StatefulMGU"_later, .gates = mgu, .bias_vectors = 2, .tensors = mgu_tensors},
    embedding("EmbedID"_later, dl4j::lookup, words),
    dense("Linear"_later, notes::linear, words),
    dropout("dropout"_later),
    normalization(Cell::batch_normalization, "BatchNormalization"_later, tf1::layer_norm_tensors, words),
    normalization(Cell::layer_normalization, "LayerNormalization"_later, tf1::layer_norm_tensors, words),
};
LATER constexpr Offer offers[] = {
    {Option::bias, bit(Cell::dense), 1},
    {Option::double_bias, bit(Cell::lstm), 0},
    {Option::reset_after, bit(Cell::gru), 0},
    {Option::reset_gate, bit(Cell::mgu), 0, true},
    {Option::scale, bit(Cell::batch_normalization), 1},
    {Option::center, bit(Cell::batch_normalization), 1},
};
LATER constexpr Constructor constructors[] = {
    {bit(Cell::lstm) | bit(Cell::gru) | bit(Cell::rnn), "num_layers input_size hidden_size dropout=0"_later},
    {bit(Cell::mgu) | bit(Cell::dense), "in_dim units"_later},
    {normalizations, "num_features"_later},
};
}  // namespace chainer

// --- Lasagne: lasagne/layers/{recurrent,dense,embedding,normalization,noise}.py; count_params (helper.py)
// holds what is not trained, too. Peepholes are its default; the states before the first time step are there
// with learn_init=False as well. No argument leaves a gate's bias out.
namespace lasagne {
constexpr std::string_view words = "num_units num_inputs"_later;
LATER constexpr Gate lstm[] = {{"ingate"_later, Gate::input},
                               {"forgetgate"_later, Gate::forget},
                               {"cell"_later, Gate::candidate},
                               {"outgate"_later, Gate::output}};
LATER constexpr Gate gru[] = {{"updategate"_later, Gate::update},
                              {"resetgate"_later, Gate::reset},
                              {"hidden_update"_later, Gate::candidate}};
constexpr TensorRow hid_init = kept(initial("hid_init"_later, Option::train_state, {one, h}));
LATER constexpr TensorRow gated_tensors[] = {
    by_gate(input_side("W_in_to_{gate}"_later, {d, h}, Bands::each)),
    by_gate(recurrent_side("W_hid_to_{gate}"_later, {h, h}, Bands::each)),
    by_gate(bias("b_{gate}"_later, {h}, Bands::each)),
    peephole("W_cell_to_{gate}"_later, {h}, {}, Bands::each_gate),
    kept(initial("cell_init"_later, Option::train_state, {one, h})),
    hid_init,
};
LATER constexpr TensorRow gru_tensors[] = {gated_tensors[0], gated_tensors[1], gated_tensors[2], hid_init};
LATER constexpr TensorRow rnn_tensors[] = {
    hid_init,
    input_side("input_to_hidden.W"_later, {d, h}),
    bias("input_to_hidden.b"_later, {h}),
    recurrent_side("hidden_to_hidden.W"_later, {h, h}),
};
LATER constexpr TensorRow batch[] = {
    vector("beta"_later, Role::shift),
    vector("gamma"_later, Role::scale),
    frozen(vector("mean"_later, Role::mean)),
    frozen(vector("inv_std"_later, Role::inverse_deviation)),
};
LATER constexpr Part lstm_parts[] = {peepholes(3), begins_with(Option::units, 2)};
LATER constexpr Part parts[] = {begins_with(Option::units)};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "LSTMLayer"_later,
     .gates = lstm,
     .bias_vectors = 4,
     .tensors = gated_tensors,
     .parts = lstm_parts},
    {.cell = Cell::gru,
     .name = "GRULayer"_later,
     .gates = gru,
     .bias_vectors = 3,
     .tensors = gru_tensors,
     .parts = parts},
    {.cell = Cell::rnn,
     .name = "RecurrentLayer"_later,
     .gates = single,
     .bias_vectors = 1,
     .tensors = rnn_tensors,
     .parts = parts},
    embedding("EmbeddingLayer"_later, dl4j::lookup, "output_size input_size"_later),
    dense("DenseLayer"_later, cntk::linear, words),
    dropout("DropoutLayer"_later),
    normalization(Cell::batch_normalization, "BatchNormLayer"_later, batch, words, learned_and_measured),
};
LATER constexpr Offer offers[] = {
    {Option::bias, bit(Cell::rnn) | bit(Cell::dense), 1}, {Option::peepholes, bit(Cell::lstm), 1},
    {Option::reset_after, bit(Cell::gru), 1, true},       {Option::train_state, recurrent_cells, 0},
    {Option::scale, bit(Cell::batch_normalization), 1},   {Option::center, bit(Cell::batch_normalization), 1},
};
}  // namespace lasagne

// --- OpenVINO: the specifications of its operations LSTMSequence-5, GRUSequence-5, RNNSequence-5, Gather-8,
// MatMul-1 (behind it an Add) and BatchNormInference-5. B, which must be there, holds the sum of both biases
// of a gate; with linear_before_reset those of a GRU's candidate stand apart.
namespace openvino {
LATER constexpr Gate lstm[] = {{"f"_later, Gate::forget},
                               {"i"_later, Gate::input},
                               {"c"_later, Gate::candidate},
                               {"o"_later, Gate::output}};
LATER constexpr TensorRow tensors[] = {
    onnx::input_weights,
    onnx::recurrent_weights,
    once(bias("B"_later, {ways, gh})),
};
LATER constexpr TensorRow gru_tensors[] = {
    onnx::input_weights,
    onnx::recurrent_weights,
    once(second_in_candidate(both_biases("B"_later, {ways, and_one(gh)}))),
};
LATER constexpr TensorRow linear[] = {input_side("MatMul"_later, {d, h}), bias("Add"_later, {h})};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm, .name = "LSTMSequence"_later, .gates = lstm, .bias_vectors = 4, .tensors = tensors},
    {.cell = Cell::gru,
     .name = "GRUSequence"_later,
     .gates = onnx::gru,
     .bias_vectors = 4,
     .tensors = gru_tensors,
     .needs = Option::reset_after},
    {.cell = Cell::gru,
     .name = "GRUSequence"_later,
     .gates = onnx::gru,
     .bias_vectors = 3,
     .tensors = tensors},
    {.cell = Cell::rnn, .name = "RNNSequence"_later, .gates = single, .bias_vectors = 1, .tensors = tensors},
    embedding("Gather"_later, onnx::gather, "embedding_dim num_embeddings"_later),
    dense("MatMul"_later, linear, "N K"_later),
    dropout(),
    normalization(Cell::batch_normalization, "BatchNormInference"_later, coreml::batch, pytorch::words,
                  learned_and_measured),
};
LATER constexpr Offer offers[] = {
    {Option::bias, bit(Cell::dense), 1},
    {Option::reset_after, bit(Cell::gru), 0},
};
}  // namespace openvino

// --- Wolfram Language: the pages of LongShortTermMemoryLayer, GatedRecurrentLayer, BasicRecurrentLayer,
// LinearLayer, EmbeddingLayer and BatchNormalizationLayer, in whose order the arrays stand, and the layers'
// own definitions since release 12. Information[net, "ArraysElementCounts"] holds what is measured, too. A
// layer normalisation is NormalizationLayer[2, "Same"].
namespace wolfram {
constexpr std::string_view words = "n k"_later;
LATER constexpr Gate lstm[] = {{"InputGate"_later, Gate::input},
                               {"OutputGate"_later, Gate::output},
                               {"ForgetGate"_later, Gate::forget},
                               {"MemoryGate"_later, Gate::candidate}};
LATER constexpr Gate gru[] = {{"InputGate"_later, Gate::update},
                              {"ResetGate"_later, Gate::reset},
                              {"MemoryGate"_later, Gate::candidate}};
LATER constexpr TensorRow gated_tensors[] = {
    by_gate(input_side("{gate}InputWeights"_later, {h, d}, Bands::each)),
    by_gate(recurrent_side("{gate}StateWeights"_later, {h, h}, Bands::each)),
    by_gate(bias("{gate}Biases"_later, {h}, Bands::each)),
};
LATER constexpr TensorRow rnn_tensors[] = {
    input_side("InputWeights"_later, {h, d}),
    recurrent_side("StateWeights"_later, {h, h}),
    bias("Biases"_later, {h}),
};
LATER constexpr TensorRow linear[] = {bias("Biases"_later, {h}), input_side("Weights"_later, {h, d})};
LATER constexpr TensorRow lookup[] = {table("Weights"_later)};
LATER constexpr TensorRow batch[] = {
    vector("Biases"_later, Role::shift),
    frozen(vector("MovingMean"_later, Role::mean)),
    frozen(vector("MovingVariance"_later, Role::variance)),
    vector("Scaling"_later, Role::scale),
};
LATER constexpr TensorRow biases_and_scaling[] = {batch[0], batch[3]};
LATER constexpr Layout layouts[] = {
    {.cell = Cell::lstm,
     .name = "LongShortTermMemoryLayer"_later,
     .gates = lstm,
     .bias_vectors = 4,
     .tensors = gated_tensors},
    {.cell = Cell::gru,
     .name = "GatedRecurrentLayer"_later,
     .gates = gru,
     .bias_vectors = 3,
     .tensors = gated_tensors},
    {.cell = Cell::rnn,
     .name = "BasicRecurrentLayer"_later,
     .gates = single,
     .bias_vectors = 1,
     .tensors = rnn_tensors},
    embedding("EmbeddingLayer"_later, lookup, "size n"_later),
    dense("LinearLayer"_later, linear, words),
    dropout("DropoutLayer"_later),
    normalization(Cell::batch_normalization, "BatchNormalizationLayer"_later, batch, words,
                  learned_and_measured),
    normalization(Cell::layer_normalization, "NormalizationLayer"_later, biases_and_scaling, words),
};
LATER constexpr Offer offers[] = {
    {Option::bias, bit(Cell::dense), 1},
    {Option::reset_after, bit(Cell::gru), 1, true},
    {Option::scale, bit(Cell::layer_normalization), 1},
    {Option::center, bit(Cell::layer_normalization), 1},
};
LATER constexpr std::string_view synonyms[] = {"mathematica"_later};
}  // namespace wolfram

// --- xLSTM's models: xlstm/xlstm_lm_model.py, xlstm/components/ln.py. They are made of PyTorch's layers, but
// for a normalisation without a bias.
namespace xlstm {
/// From the embedding on to the layer normalisation.
constexpr std::span<const Layout> layouts = std::span<const Layout>(pytorch::layouts).subspan(3, 5);
static_assert(layouts.front().cell == Cell::embedding && layouts.back().cell == Cell::layer_normalization);
LATER constexpr Offer offers[] = {
    {Option::bias, bit(Cell::dense), 1},
    {Option::scale, bit(Cell::layer_normalization), 1},
    {Option::center, bit(Cell::layer_normalization), 0},
};
LATER constexpr Constructor constructors[] = {{bit(Cell::dense), "in_features out_features bias="_later},
                                              {bit(Cell::layer_normalization), "ndim weight= bias="_later}};
}  // namespace xlstm

// --- What frameworks have around the recurrent layers: from the same releases as their rows. It comes later.
namespace around {
constexpr std::string_view torch_words = "out_channels in_channels"_later;
constexpr std::string_view torch_takes =
    "in_channels out_channels kernel_size stride= padding= dilation= groups= bias="_later;
constexpr std::string_view torch_planes_takes =
    "in_channels out_channels kernel_size stride=0 padding=0 dilation=0 groups= bias="_later;

// --- NASCell: tensorflow/contrib/rnn/python/ops/rnn_cell.py at v1.15.0, tensorflow_addons/rnn/nas_cell.py:
// Zoph and Le 2017, arXiv:1611.01578. They split the two products into eight parts, which have numbers and no
// names.
LATER constexpr Gate splits[] = {{"0"_later, Gate::split}, {"1"_later, Gate::split}, {"2"_later, Gate::split},
                                 {"3"_later, Gate::split}, {"4"_later, Gate::split}, {"5"_later, Gate::split},
                                 {"6"_later, Gate::split}, {"7"_later, Gate::split}};
LATER constexpr TensorRow nas_tensors[] = {
    recurrent_side("recurrent_kernel"_later, {r, gh}),
    input_side("kernel"_later, {d, gh}),
    bias("bias"_later, {gh}),
    projection("projection_weights"_later, {h, p}),
};
constexpr Layout nas{.cell = Cell::nas,
                     .name = "NASCell"_later,
                     .gates = splits,
                     .bias_vectors = 8,
                     .tensors = nas_tensors,
                     .parts = pytorch::lstm_parts};
constexpr Offer nas_bias{Option::bias, bit(Cell::nas), 0};
constexpr Offer nas_projection{Option::proj_size, bit(Cell::nas), 0};

constexpr Cells one_axis = bit(Cell::conv_1d) | bit(Cell::conv_1d_transpose);
constexpr Cells all_axes = plain_convolutions | transposed_convolutions;
constexpr Cells heads = bit(Cell::multi_head_attention);
constexpr Cells grouped = bit(Cell::group_normalization);

/// One slope of its own, without a side.
constexpr Part slope_alone[] = {{.topic = Topic::slopes}};
constexpr TensorRow one_slope(std::string_view name, Shape shape) {
  return counted_in(Topic::slopes, tensor(name, Role::scale, no_column, shape, Bands::all));
}
constexpr Layout prelu(std::string_view name, std::span<const TensorRow> tensors,
                       std::span<const Part> parts = slopes_alone) {
  return {.cell = Cell::prelu, .name = name, .tensors = tensors, .parts = parts};
}
/// Heads that share out the width; so many biases as the framework gives them.
constexpr Layout attention(std::string_view name, std::span<const TensorRow> tensors,
                           std::string_view words) {
  return {.cell = Cell::multi_head_attention,
          .name = name,
          .tensors = tensors,
          .parts = shared_heads_parts,
          .words = words};
}
constexpr TensorRow square(std::string_view name) { return projects_in(name, Role::weights, {d, d}); }
constexpr TensorRow square_bias(std::string_view name) { return projects_in(name, Role::bias, {d}); }
constexpr TensorRow square_out(std::string_view name) { return projects_out(name, Role::weights, {d, d}); }
constexpr TensorRow square_out_bias(std::string_view name) { return projects_out(name, Role::bias, {d}); }

// --- MXNet: python/mxnet/gluon/nn/{conv_layers,basic_layers,activations}.py. Its GroupNorm of this release
// keeps a number for each group (basic_layers.py), which no size here is.
LATER constexpr TensorRow mxnet_slopes[] = {one_slope("alpha"_later, {{1, false, Size::slopes}})};
constexpr std::string_view mxnet_words = "channels in_channels"_later;
LATER constexpr Layout mxnet_layouts[] = {
    convolution(Cell::conv_1d, "Conv1D"_later, pytorch::filter, mxnet_words),
    convolution(Cell::conv_2d, "Conv2D"_later, pytorch::filter, mxnet_words),
    convolution(Cell::conv_3d, "Conv3D"_later, pytorch::filter, mxnet_words),
    convolution(Cell::conv_1d_transpose, "Conv1DTranspose"_later, pytorch::transposed_filter, mxnet_words),
    convolution(Cell::conv_2d_transpose, "Conv2DTranspose"_later, pytorch::transposed_filter, mxnet_words),
    convolution(Cell::conv_3d_transpose, "Conv3DTranspose"_later, pytorch::transposed_filter, mxnet_words),
    normalization(Cell::instance_normalization, "InstanceNorm"_later, mxnet::scale_and_shift,
                  "channels in_channels"_later, stays),
    prelu("PReLU"_later, mxnet_slopes),
};
LATER constexpr Offer mxnet_offers[] = {
    {Option::bias, all_axes, 1},
    {Option::groups, all_axes, 1},
    {Option::scale, bit(Cell::instance_normalization), 0},
    {Option::center, bit(Cell::instance_normalization), 1},
    {Option::num_parameters, bit(Cell::prelu), 1},
};
LATER constexpr Constructor mxnet_constructors[] = {
    {bit(Cell::conv_1d), "units kernel_size strides= padding= dilation= groups= layout="_later},
    {plain_convolutions, "units kernel_size strides=0 padding=0 dilation=0 groups= layout="_later},
    {bit(Cell::conv_1d_transpose),
     "units kernel_size strides= padding= output_padding= dilation= groups="_later},
    {transposed_convolutions,
     "units kernel_size strides=0 padding=0 output_padding=0 dilation=0 groups="_later},
};
LATER constexpr AroundRows with_mxnet{mxnet_layouts, mxnet_offers, mxnet_constructors};

// --- Equinox: equinox/nn/{_conv,_attention,_normalisation,_activations}.py. A transposed convolution keeps
// its weight as a plain one does; an attention has a switch for each of its biases, all of them off.
LATER constexpr TensorRow equinox_filter_1d[] = {pytorch::filter[0], bias("bias"_later, {h, one})};
LATER constexpr TensorRow equinox_filter_2d[] = {pytorch::filter[0], bias("bias"_later, {h, one, one})};
LATER constexpr TensorRow equinox_filter_3d[] = {pytorch::filter[0], bias("bias"_later, {h, one, one, one})};
constexpr Side key_input{1, false, Size::key_input};
constexpr Side value_input{1, false, Size::value_input};
constexpr Side head_keys{1, false, Size::head_keys};
constexpr Side head_vos{1, false, Size::head_vos};
constexpr TensorRow bias_of(Option option, TensorRow row) {
  row.needs = option;
  return row;
}
LATER constexpr TensorRow equinox_heads_apart[] = {
    projects_in("query_proj.weight"_later, Role::weights, {head_keys, d}),
    bias_of(Option::query_bias, projects_in("query_proj.bias"_later, Role::bias, {head_keys})),
    projects_in("key_proj.weight"_later, Role::weights, {head_keys, key_input}),
    bias_of(Option::key_bias, projects_in("key_proj.bias"_later, Role::bias, {head_keys})),
    projects_in("value_proj.weight"_later, Role::weights, {head_vos, value_input}),
    bias_of(Option::value_bias, projects_in("value_proj.bias"_later, Role::bias, {head_vos})),
    projects_out("output_proj.weight"_later, Role::weights, {attended, head_vos}),
    bias_of(Option::output_bias, projects_out("output_proj.bias"_later, Role::bias, {attended})),
};
/// The biases of one projection.
constexpr Part biases_of(Option option, Topic topic, SizeList units) {
  return {.topic = topic, .reads = {}, .units = units, .biases = 1, .needs = option};
}
LATER constexpr Part equinox_heads_parts[] = {
    {.topic = Topic::projections, .reads = {Size::input}, .units = {Size::heads, Size::key_dim}},
    biases_of(Option::query_bias, Topic::projections, {Size::heads, Size::key_dim}),
    {.topic = Topic::projections, .reads = {Size::key_input}, .units = {Size::heads, Size::key_dim}},
    biases_of(Option::key_bias, Topic::projections, {Size::heads, Size::key_dim}),
    {.topic = Topic::projections, .reads = {Size::value_input}, .units = {Size::heads, Size::vo_dim}},
    biases_of(Option::value_bias, Topic::projections, {Size::heads, Size::vo_dim}),
    {.topic = Topic::output_projection, .reads = {Size::head_vos}, .units = {Size::attended}},
    biases_of(Option::output_bias, Topic::output_projection, {Size::attended}),
};
/// Where all of them are as wide as what is read.
LATER constexpr TensorRow equinox_heads[] = {
    square("query_proj.weight"_later),
    bias_of(Option::query_bias, square_bias("query_proj.bias"_later)),
    square("key_proj.weight"_later),
    bias_of(Option::key_bias, square_bias("key_proj.bias"_later)),
    square("value_proj.weight"_later),
    bias_of(Option::value_bias, square_bias("value_proj.bias"_later)),
    square_out("output_proj.weight"_later),
    bias_of(Option::output_bias, square_out_bias("output_proj.bias"_later))};
LATER constexpr Part equinox_square_parts[] = {
    {.topic = Topic::projections, .reads = {Size::input}, .units = {Size::input}, .times = 3},
    biases_of(Option::query_bias, Topic::projections, {Size::input}),
    biases_of(Option::key_bias, Topic::projections, {Size::input}),
    biases_of(Option::value_bias, Topic::projections, {Size::input}),
    {.topic = Topic::output_projection, .reads = {Size::input}, .units = {Size::input}},
    biases_of(Option::output_bias, Topic::output_projection, {Size::input}),
};
constexpr Layout equinox_attention(Option needs) {
  return {.cell = Cell::multi_head_attention,
          .name = "MultiheadAttention"_later,
          .tensors = equinox_heads_apart,
          .parts = equinox_heads_parts,
          .needs = needs,
          .words = "query_size query_size"_later};
}
LATER constexpr TensorRow equinox_slope[] = {one_slope("negative_slope"_later, {})};
LATER constexpr Layout equinox_layouts[] = {
    convolution(Cell::conv_1d, "Conv1d"_later, equinox_filter_1d, torch_words),
    convolution(Cell::conv_2d, "Conv2d"_later, equinox_filter_2d, torch_words),
    convolution(Cell::conv_3d, "Conv3d"_later, equinox_filter_3d, torch_words),
    convolution(Cell::conv_1d_transpose, "ConvTranspose1d"_later, equinox_filter_1d, torch_words),
    convolution(Cell::conv_2d_transpose, "ConvTranspose2d"_later, equinox_filter_2d, torch_words),
    convolution(Cell::conv_3d_transpose, "ConvTranspose3d"_later, equinox_filter_3d, torch_words),
    normalization(Cell::group_normalization, "GroupNorm"_later, pytorch::scale_and_shift,
                  "channels num_channels"_later),
    normalization(Cell::rms_normalization, "RMSNorm"_later, pytorch::scale_and_shift,
                  "shape normalized_shape"_later),
    equinox_attention(Option::key_input),
    equinox_attention(Option::value_input),
    equinox_attention(Option::output_shape),
    equinox_attention(Option::key_dim),
    equinox_attention(Option::value_dim),
    {.cell = Cell::multi_head_attention,
     .name = "MultiheadAttention"_later,
     .tensors = equinox_heads,
     .parts = equinox_square_parts,
     .words = "query_size query_size"_later},
    prelu("PReLU"_later, equinox_slope, slope_alone),
};
LATER constexpr Offer equinox_offers[] = {
    {Option::bias, all_axes, 1},
    {Option::bias, heads, 1, true},
    {.option = Option::key_input, .cells = heads, .preset = 0, .called = "key_size"_later},
    {.option = Option::value_input, .cells = heads, .preset = 0, .called = "value_size"_later},
    {.option = Option::output_shape, .cells = heads, .preset = 0, .called = "output_size"_later},
    {.option = Option::key_dim, .cells = heads, .preset = 0, .called = "qk_size"_later},
    {.option = Option::value_dim, .cells = heads, .preset = 0, .called = "vo_size"_later},
    {Option::query_bias, heads, 0},
    {Option::key_bias, heads, 0},
    {Option::value_bias, heads, 0},
    {Option::output_bias, heads, 0},
    {Option::groups, all_axes, 1},
    {.option = Option::groups, .cells = grouped, .preset = 0, .required = true},
    {Option::affine, grouped, 1},
    {Option::scale, bit(Cell::rms_normalization), 1},
    {Option::center, bit(Cell::rms_normalization), 1},
};
LATER constexpr Constructor equinox_constructors[] = {
    {bit(Cell::conv_1d), torch_takes},
    {plain_convolutions, torch_planes_takes},
    {bit(Cell::conv_1d_transpose),
     "in_channels out_channels kernel_size stride= output_padding= padding= dilation= groups= bias="_later},
    {transposed_convolutions,
     "in_channels out_channels kernel_size stride=0 output_padding=0 padding=0 dilation=0 groups= bias="_later},
    {grouped, "num_groups num_channels"_later},
    {bit(Cell::rms_normalization), "normalized_shape"_later},
    {heads,
     "num_heads query_size kdim= vdim= output_shape= key_dim= value_dim= use_query_bias= use_key_bias= use_value_bias= use_output_bias="_later},
};
LATER constexpr AroundRows with_equinox{equinox_layouts, equinox_offers, equinox_constructors};

// --- MLX: python/mlx/nn/layers/{convolution,convolution_transpose,normalization,transformer,activations}.py.
LATER constexpr TensorRow mlx_filter[] = {input_side("weight"_later, {h, k, d_of_group}),
                                          bias("bias"_later, {h})};
LATER constexpr TensorRow shift_and_scale[] = {vector("bias"_later, Role::shift),
                                               vector("weight"_later, Role::scale)};
LATER constexpr TensorRow mlx_heads[] = {
    square("query_proj.weight"_later),   square_bias("query_proj.bias"_later),
    square("key_proj.weight"_later),     square_bias("key_proj.bias"_later),
    square("value_proj.weight"_later),   square_bias("value_proj.bias"_later),
    square_out("out_proj.weight"_later), square_out_bias("out_proj.bias"_later),
};
LATER constexpr Layout mlx_layouts[] = {
    convolution(Cell::conv_1d, "Conv1d"_later, mlx_filter, torch_words),
    convolution(Cell::conv_2d, "Conv2d"_later, mlx_filter, torch_words),
    convolution(Cell::conv_3d, "Conv3d"_later, mlx_filter, torch_words),
    convolution(Cell::conv_1d_transpose, "ConvTranspose1d"_later, mlx_filter, torch_words),
    convolution(Cell::conv_2d_transpose, "ConvTranspose2d"_later, mlx_filter, torch_words),
    convolution(Cell::conv_3d_transpose, "ConvTranspose3d"_later, mlx_filter, torch_words),
    normalization(Cell::group_normalization, "GroupNorm"_later, shift_and_scale, "dims input_dims"_later),
    normalization(Cell::rms_normalization, "RMSNorm"_later, candle::rms_weight, "dims input_dims"_later,
                  gain_of_all),
    normalization(Cell::instance_normalization, "InstanceNorm"_later, pytorch::scale_and_shift,
                  "dims input_dims"_later),
    attention("MultiHeadAttention"_later, mlx_heads, "dims embed_dim"_later),
    prelu("PReLU"_later, pytorch::slopes),
};
LATER constexpr Offer mlx_offers[] = {
    {Option::bias, all_axes, 1},
    {Option::bias, heads, 0},
    {Option::groups, bit(Cell::conv_1d) | bit(Cell::conv_2d), 1},
    {.option = Option::groups, .cells = grouped, .preset = 0, .required = true},
    {Option::affine, grouped, 1},
    {Option::affine, bit(Cell::instance_normalization), 0},
    {Option::num_parameters, bit(Cell::prelu), 1},
};
LATER constexpr Constructor mlx_constructors[] = {
    {bit(Cell::conv_1d), torch_takes},
    {bit(Cell::conv_2d), torch_planes_takes},
    {bit(Cell::conv_3d), "in_channels out_channels kernel_size stride=0 padding=0 dilation=0 bias="_later},
    {bit(Cell::conv_1d_transpose),
     "in_channels out_channels kernel_size stride= padding= dilation= output_padding= bias="_later},
    {transposed_convolutions,
     "in_channels out_channels kernel_size stride=0 padding=0 dilation=0 output_padding=0 bias="_later},
    {grouped, "num_groups num_channels eps=0 affine="_later},
    {bit(Cell::rms_normalization), "normalized_shape eps=0"_later},
    {bit(Cell::instance_normalization), "num_features eps=0 affine="_later},
    {heads, "embed_dim num_heads"_later},
    {bit(Cell::prelu), "num_parameters= init=0"_later},
};
LATER constexpr AroundRows with_mlx{mlx_layouts, mlx_offers, mlx_constructors};

// --- tinygrad: tinygrad/nn/__init__.py. Conv1d makes a Conv2d of one axis.
LATER constexpr Layout tinygrad_layouts[] = {
    convolution(Cell::conv_1d, "Conv1d"_later, pytorch::filter, torch_words),
    convolution(Cell::conv_2d, "Conv2d"_later, pytorch::filter, torch_words),
    convolution(Cell::conv_1d_transpose, "ConvTranspose1d"_later, pytorch::transposed_filter, torch_words),
    convolution(Cell::conv_2d_transpose, "ConvTranspose2d"_later, pytorch::transposed_filter, torch_words),
    normalization(Cell::group_normalization, "GroupNorm"_later, pytorch::scale_and_shift,
                  "num_channels num_channels"_later),
    normalization(Cell::rms_normalization, "RMSNorm"_later, pytorch::rms_weight, "hidden_size in_dim"_later,
                  pytorch::rms_parts),
    normalization(Cell::instance_normalization, "InstanceNorm"_later, pytorch::scale_and_shift,
                  "hidden_size num_features"_later),
};
LATER constexpr Offer tinygrad_offers[] = {
    {Option::bias, all_axes, 1},
    {Option::groups, all_axes, 1},
    {.option = Option::groups, .cells = grouped, .preset = 0, .required = true},
    {Option::affine, grouped | bit(Cell::rms_normalization) | bit(Cell::instance_normalization), 1},
};
LATER constexpr Constructor tinygrad_constructors[] = {
    {bit(Cell::conv_1d), torch_takes},
    {plain_convolutions, torch_planes_takes},
    {bit(Cell::conv_1d_transpose),
     "in_channels out_channels kernel_size stride= padding= output_padding= dilation= groups= bias="_later},
    {transposed_convolutions,
     "in_channels out_channels kernel_size stride=0 padding=0 output_padding=0 dilation=0 groups= bias="_later},
    {grouped, "num_groups num_channels eps=0 affine="_later},
    {bit(Cell::rms_normalization), "normalized_shape eps=0 affine="_later},
    {bit(Cell::instance_normalization), "num_features eps=0 affine="_later},
};
LATER constexpr AroundRows with_tinygrad{tinygrad_layouts, tinygrad_offers, tinygrad_constructors};

// --- candle: candle-nn/src/{conv,group_norm,activation}.rs. Its functions with a `no_bias` in their names
// leave the bias out.
LATER constexpr Layout candle_layouts[] = {
    convolution(Cell::conv_1d, "Conv1d"_later, pytorch::filter, torch_words),
    convolution(Cell::conv_2d, "Conv2d"_later, pytorch::filter, torch_words),
    convolution(Cell::conv_1d_transpose, "ConvTranspose1d"_later, pytorch::transposed_filter, torch_words),
    convolution(Cell::conv_2d_transpose, "ConvTranspose2d"_later, pytorch::transposed_filter, torch_words),
    normalization(Cell::group_normalization, "GroupNorm"_later, pytorch::scale_and_shift,
                  "num_channels num_channels"_later),
    prelu("PReLU"_later, pytorch::slopes),
};
LATER constexpr Offer candle_offers[] = {
    {Option::bias, all_axes, 1},
    {Option::groups, one_axis | bit(Cell::conv_2d), 1},
    {.option = Option::groups, .cells = grouped, .preset = 0, .required = true},
    {Option::num_parameters, bit(Cell::prelu), 1},
};
LATER constexpr Constructor candle_constructors[] = {
    {all_axes, "in_channels out_channels kernel_size"_later},
    {grouped, "num_groups num_channels eps=0"_later},
    {bit(Cell::prelu), "num_parameters="_later},
};
LATER constexpr AroundRows with_candle{candle_layouts, candle_offers, candle_constructors};

// --- burn: crates/burn-nn/src/modules/{conv,norm,attention}/, src/activation/prelu.rs.
constexpr std::string_view burn_words = "out_channels in_channels"_later;
LATER constexpr TensorRow burn_slopes[] = {one_slope("alpha"_later, {{1, false, Size::slopes}})};
LATER constexpr TensorRow burn_gamma[] = {
    tensor("gamma"_later, Role::scale, no_column, {features}, Bands::all)};
LATER constexpr TensorRow burn_heads[] = {
    square("query.weight"_later),      square_bias("query.bias"_later),      square("key.weight"_later),
    square_bias("key.bias"_later),     square("value.weight"_later),         square_bias("value.bias"_later),
    square_out("output.weight"_later), square_out_bias("output.bias"_later),
};
LATER constexpr Layout burn_layouts[] = {
    convolution(Cell::conv_1d, "Conv1d"_later, pytorch::filter, burn_words),
    convolution(Cell::conv_2d, "Conv2d"_later, pytorch::filter, burn_words),
    convolution(Cell::conv_3d, "Conv3d"_later, pytorch::filter, burn_words),
    convolution(Cell::conv_1d_transpose, "ConvTranspose1d"_later, pytorch::transposed_filter, burn_words),
    convolution(Cell::conv_2d_transpose, "ConvTranspose2d"_later, pytorch::transposed_filter, burn_words),
    convolution(Cell::conv_3d_transpose, "ConvTranspose3d"_later, pytorch::transposed_filter, burn_words),
    normalization(Cell::group_normalization, "GroupNorm"_later, keras::scale_and_shift,
                  "num_channels num_channels"_later),
    normalization(Cell::rms_normalization, "RmsNorm"_later, burn_gamma, "d_model d_input"_later, gain_of_all),
    normalization(Cell::instance_normalization, "InstanceNorm"_later, keras::scale_and_shift,
                  "num_channels num_channels"_later),
    attention("MultiHeadAttention"_later, burn_heads, "d_model embed_dim"_later),
    prelu("PRelu"_later, burn_slopes),
};
LATER constexpr Offer burn_offers[] = {
    {Option::bias, all_axes, 1},
    {Option::groups, all_axes, 1},
    {.option = Option::groups, .cells = grouped, .preset = 0, .required = true},
    {Option::affine, grouped | bit(Cell::instance_normalization), 1},
    {Option::num_parameters, bit(Cell::prelu), 1},
};
LATER constexpr Constructor burn_constructors[] = {
    {all_axes, "in_channels out_channels kernel_size"_later},
    {grouped, "num_groups num_channels"_later},
    {bit(Cell::rms_normalization), "normalized_shape"_later},
    {bit(Cell::instance_normalization), "num_features"_later},
    {heads, "embed_dim num_heads"_later},
};
LATER constexpr AroundRows with_burn{burn_layouts, burn_offers, burn_constructors};

// --- Haiku: haiku/_src/{conv,depthwise_conv,group_norm,rms_norm}.py.
constexpr std::string_view haiku_words = "output_channels in_channels"_later;
LATER constexpr TensorRow haiku_filter[] = {input_side("w"_later, {k, d_of_group, h}), bias("b"_later, {h})};
LATER constexpr TensorRow haiku_transposed[] = {input_side("w"_later, {k, h, d_of_group}),
                                                bias("b"_later, {h})};
LATER constexpr TensorRow haiku_scale[] = {vector("scale"_later, Role::scale)};
LATER constexpr Part gains_alone[] = {gains};
LATER constexpr TensorRow haiku_depthwise[] = {input_side("w"_later, {k, one, d_times_m}),
                                               bias("b"_later, {d_times_m})};
constexpr Side head_values{1, false, Size::head_values};
constexpr Side model_size{1, false, Size::model};
LATER constexpr TensorRow haiku_heads[] = {
    projects_in("query/w"_later, Role::weights, {d, head_keys}),
    projects_in("query/b"_later, Role::bias, {head_keys}),
    projects_in("key/w"_later, Role::weights, {d, head_keys}),
    projects_in("key/b"_later, Role::bias, {head_keys}),
    projects_in("value/w"_later, Role::weights, {d, head_values}),
    projects_in("value/b"_later, Role::bias, {head_values}),
    projects_out("linear/w"_later, Role::weights, {head_values, model_size}),
    projects_out("linear/b"_later, Role::bias, {model_size}),
};
LATER constexpr Part haiku_heads_parts[] = {
    heads_parts[0],
    heads_parts[1],
    {.topic = Topic::output_projection, .reads = {Size::head_values}, .units = {Size::model}, .biases = 1},
};
LATER constexpr Layout haiku_layouts[] = {
    {.cell = Cell::multi_head_attention,
     .name = "MultiHeadAttention"_later,
     .tensors = haiku_heads,
     .parts = haiku_heads_parts,
     .words = pytorch::words},
    convolution(Cell::depthwise_1d, "DepthwiseConv1D"_later, haiku_depthwise, haiku_words,
                filters_of_channels),
    convolution(Cell::depthwise_2d, "DepthwiseConv2D"_later, haiku_depthwise, haiku_words,
                filters_of_channels),
    convolution(Cell::conv_1d, "Conv1D"_later, haiku_filter, haiku_words),
    convolution(Cell::conv_2d, "Conv2D"_later, haiku_filter, haiku_words),
    convolution(Cell::conv_3d, "Conv3D"_later, haiku_filter, haiku_words),
    convolution(Cell::conv_1d_transpose, "Conv1DTranspose"_later, haiku_transposed, haiku_words),
    convolution(Cell::conv_2d_transpose, "Conv2DTranspose"_later, haiku_transposed, haiku_words),
    convolution(Cell::conv_3d_transpose, "Conv3DTranspose"_later, haiku_transposed, haiku_words),
    normalization(Cell::group_normalization, "GroupNorm"_later, haiku::scale_and_shift, pytorch::words),
    normalization(Cell::rms_normalization, "RMSNorm"_later, haiku_scale, pytorch::words, gains_alone),
};
LATER constexpr Offer haiku_offers[] = {
    {Option::bias, all_axes | depthwise_convolutions | heads, 1},
    {.option = Option::key_dim, .cells = heads, .preset = 0, .called = "key_size"_later, .required = true},
    {.option = Option::value_dim, .cells = heads, .preset = 0, .called = "value_size"_later},
    {.option = Option::output_shape, .cells = heads, .preset = 0, .called = "model_size"_later},
    {Option::depth_multiplier, depthwise_convolutions, 1},
    {Option::groups, plain_convolutions, 1},
    {.option = Option::groups, .cells = grouped, .preset = 0, .required = true},
    {Option::scale, grouped | bit(Cell::rms_normalization), 1},
    {Option::center, grouped, 1},
};
LATER constexpr Constructor haiku_constructors[] = {
    {bit(Cell::conv_1d), "units kernel_size strides= dilation= padding= with_bias="_later},
    {plain_convolutions, "units kernel_size strides=0 dilation=0 padding= with_bias="_later},
    {transposed_convolutions, "units kernel_size"_later},
    {grouped, "groups= axis=0 create_scale= create_offset="_later},
    {heads, "num_heads key_dim= w_init_scale=0"_later},
};
LATER constexpr AroundRows with_haiku{haiku_layouts, haiku_offers, haiku_constructors};

// --- Sonnet: sonnet/src/{conv,conv_transpose,depthwise_conv,recurrent}.py, in the order in which a module
// lists its variables.
LATER constexpr TensorRow sonnet_filter[] = {bias("b"_later, {h}), input_side("w"_later, {k, d_of_group, h})};
LATER constexpr TensorRow sonnet_transposed[] = {bias("b"_later, {h}),
                                                 input_side("w"_later, {k, h, d_of_group})};
LATER constexpr TensorRow sonnet_gated[] = {
    bias("b"_later, {gh}),
    recurrent_side("hidden_to_hidden/w"_later, {k, h, gh}),
    input_side("input_to_hidden/w"_later, {k, d, gh}),
};
LATER constexpr TensorRow sonnet_depthwise[] = {bias("b"_later, {d_times_m}),
                                                input_side("w"_later, {k, d, m})};
LATER constexpr Layout sonnet_layouts[] = {
    convolution(Cell::depthwise_2d, "DepthwiseConv2D"_later, sonnet_depthwise, haiku_words,
                filters_of_channels),
    convolution(Cell::conv_1d, "Conv1D"_later, sonnet_filter, haiku_words),
    convolution(Cell::conv_2d, "Conv2D"_later, sonnet_filter, haiku_words),
    convolution(Cell::conv_3d, "Conv3D"_later, sonnet_filter, haiku_words),
    convolution(Cell::conv_1d_transpose, "Conv1DTranspose"_later, sonnet_transposed, haiku_words),
    convolution(Cell::conv_2d_transpose, "Conv2DTranspose"_later, sonnet_transposed, haiku_words),
    convolution(Cell::conv_3d_transpose, "Conv3DTranspose"_later, sonnet_transposed, haiku_words),
    conv_lstm(Cell::conv_lstm_1d, "Conv1DLSTM"_later, pytorch::lstm, sonnet_gated, haiku_words),
    conv_lstm(Cell::conv_lstm_2d, "Conv2DLSTM"_later, pytorch::lstm, sonnet_gated, haiku_words),
    conv_lstm(Cell::conv_lstm_3d, "Conv3DLSTM"_later, pytorch::lstm, sonnet_gated, haiku_words),
};
LATER constexpr Offer sonnet_offers[] = {{Option::bias, all_axes | depthwise_convolutions, 1},
                                         {Option::depth_multiplier, depthwise_convolutions, 1}};
LATER constexpr Constructor sonnet_constructors[] = {
    {bit(Cell::conv_1d), "units kernel_size strides= dilation= padding= with_bias="_later},
    {plain_convolutions, "units kernel_size strides=0 dilation=0 padding= with_bias="_later},
    {transposed_convolutions, "units kernel_size"_later},
};
LATER constexpr AroundRows with_sonnet{sonnet_layouts, sonnet_offers, sonnet_constructors};

// --- flax: flax/linen/{linear,normalization,activation}.py,
// flax/linen/attention.py, flax/nnx/nn/{linear,normalization,activations,attention}.py. Its Conv is one class
// for every number of axes. An attention's heads share out what comes in, where nothing else is said.
LATER constexpr TensorRow flax_transposed[] = {input_side("kernel"_later, {k, d_of_group, h}),
                                               bias("bias"_later, {h})};
LATER constexpr TensorRow flax_scale[] = {vector("scale"_later, Role::scale)};
LATER constexpr TensorRow flax_slope[] = {one_slope("negative_slope"_later, {})};
constexpr Side qkv_of_head{1, false, Size::qkv_of_head};
LATER constexpr Part flax_heads_parts[] = {
    {.topic = Topic::projections, .reads = {Size::input}, .units = {Size::qkv}, .biases = 1, .times = 3},
    {.topic = Topic::output_projection, .reads = {Size::qkv}, .units = {Size::attended}, .biases = 1},
};
constexpr Layout flax_attention(std::string_view name, std::span<const TensorRow> tensors) {
  return {.cell = Cell::multi_head_attention,
          .name = name,
          .tensors = tensors,
          .parts = flax_heads_parts,
          .words = "in_features in_features"_later};
}
LATER constexpr TensorRow linen_heads[] = {
    projects_in("query/kernel"_later, Role::weights, {d, rnn::heads, qkv_of_head}),
    projects_in("query/bias"_later, Role::bias, {rnn::heads, qkv_of_head}),
    projects_in("key/kernel"_later, Role::weights, {d, rnn::heads, qkv_of_head}),
    projects_in("key/bias"_later, Role::bias, {rnn::heads, qkv_of_head}),
    projects_in("value/kernel"_later, Role::weights, {d, rnn::heads, qkv_of_head}),
    projects_in("value/bias"_later, Role::bias, {rnn::heads, qkv_of_head}),
    projects_out("out/kernel"_later, Role::weights, {rnn::heads, qkv_of_head, attended}),
    projects_out("out/bias"_later, Role::bias, {attended}),
};
LATER constexpr auto linen_convolutions =
    of_any_axes("Conv"_later, keras::filter, "ConvTranspose"_later, flax_transposed, flax_linen::words);
LATER constexpr Layout linen_others[] = {
    flax_attention("MultiHeadDotProductAttention"_later, linen_heads),
    normalization(Cell::group_normalization, "GroupNorm"_later, flax_linen::scale_and_shift,
                  flax_linen::words),
    normalization(Cell::rms_normalization, "RMSNorm"_later, flax_scale, flax_linen::words, gains_alone),
    prelu("PReLU"_later, flax_slope, slope_alone),
};
LATER constexpr auto linen_layouts = join(linen_convolutions, linen_others);
LATER constexpr Offer flax_offers[] = {
    {Option::bias, all_axes | heads, 1},
    {Option::qkv_features, heads, 0},
    {.option = Option::output_shape, .cells = heads, .preset = 0, .called = "out_features"_later},
    {Option::groups, plain_convolutions, 1},
    {Option::groups, grouped, 32},
    {Option::scale, grouped | bit(Cell::rms_normalization), 1},
    {Option::center, grouped, 1},
};
LATER constexpr Constructor linen_constructors[] = {
    {one_axis, "units kernel_size strides= padding="_later},
    {all_axes, "units kernel_size strides=0 padding="_later},
    {heads, "num_heads"_later},
    {grouped, "groups="_later},
};
LATER constexpr AroundRows with_linen{linen_layouts, flax_offers, linen_constructors};

constexpr std::string_view nnx_words = "out_features in_features"_later;
LATER constexpr TensorRow nnx_filter[] = {bias("bias"_later, {h}),
                                          input_side("kernel"_later, {k, d_of_group, h})};
LATER constexpr TensorRow nnx_transposed[] = {bias("bias"_later, {h}),
                                              input_side("kernel"_later, {k, d_of_group, h})};
LATER constexpr TensorRow nnx_heads[] = {
    projects_in("key.bias"_later, Role::bias, {rnn::heads, qkv_of_head}),
    projects_in("key.kernel"_later, Role::weights, {d, rnn::heads, qkv_of_head}),
    projects_out("out.bias"_later, Role::bias, {attended}),
    projects_out("out.kernel"_later, Role::weights, {rnn::heads, qkv_of_head, attended}),
    projects_in("query.bias"_later, Role::bias, {rnn::heads, qkv_of_head}),
    projects_in("query.kernel"_later, Role::weights, {d, rnn::heads, qkv_of_head}),
    projects_in("value.bias"_later, Role::bias, {rnn::heads, qkv_of_head}),
    projects_in("value.kernel"_later, Role::weights, {d, rnn::heads, qkv_of_head}),
};
LATER constexpr auto nnx_convolutions =
    of_any_axes("Conv"_later, nnx_filter, "ConvTranspose"_later, nnx_transposed, nnx_words);
LATER constexpr Layout nnx_others[] = {
    flax_attention("MultiHeadAttention"_later, nnx_heads),
    normalization(Cell::group_normalization, "GroupNorm"_later, flax_nnx::shift_and_scale,
                  "features num_features"_later),
    normalization(Cell::rms_normalization, "RMSNorm"_later, flax_scale, "features num_features"_later,
                  gains_alone),
    prelu("PReLU"_later, flax_slope, slope_alone),
};
LATER constexpr auto nnx_layouts = join(nnx_convolutions, nnx_others);
LATER constexpr Constructor nnx_constructors[] = {
    {one_axis, "in_features out_features kernel_size strides="_later},
    {all_axes, "in_features out_features kernel_size strides=0"_later},
    {heads, "num_heads in_features qkv_features= output_shape="_later},
    {grouped, "num_features groups="_later},
    {bit(Cell::rms_normalization), "num_features"_later},
};
LATER constexpr AroundRows with_nnx{nnx_layouts, flax_offers, nnx_constructors};

// --- Flux.jl: src/layers/{conv,normalise,attention}.jl; Lux.jl: src/layers/conv.jl. Their Conv, too, is one
// for every number of axes.
LATER constexpr TensorRow flux_filter[] = {input_side("weight"_later, {k, d_of_group, h}),
                                           bias("bias"_later, {h})};
LATER constexpr TensorRow flux_transposed[] = {input_side("weight"_later, {k, h_of_group, d}),
                                               bias("bias"_later, {h})};
LATER constexpr TensorRow flux_heads[] = {
    square("q_proj.weight"_later),       square_bias("q_proj.bias"_later),
    square("k_proj.weight"_later),       square_bias("k_proj.bias"_later),
    square("v_proj.weight"_later),       square_bias("v_proj.bias"_later),
    square_out("out_proj.weight"_later), square_out_bias("out_proj.bias"_later),
};
LATER constexpr auto flux_convolutions =
    of_any_axes("Conv"_later, flux_filter, "ConvTranspose"_later, flux_transposed, flux::words);
LATER constexpr Layout flux_others[] = {
    normalization(Cell::group_normalization, "GroupNorm"_later, flux::shift_and_scale,
                  "channels num_channels"_later),
    attention("MultiHeadAttention"_later, flux_heads, "dims embed_dim"_later),
};
LATER constexpr auto flux_layouts = join(flux_convolutions, flux_others);
LATER constexpr auto lux_layouts =
    of_any_axes("Conv"_later, flux_filter, "ConvTranspose"_later, flux_transposed, lux::words);
LATER constexpr Offer flux_offers[] = {
    {Option::bias, all_axes, 1},
    {Option::bias, heads, 0},
    {Option::groups, all_axes, 1},
    {.option = Option::groups, .cells = grouped, .preset = 0, .required = true},
    {Option::affine, grouped, 1},
};
LATER constexpr Constructor flux_constructors[] = {
    {grouped, "num_channels groups="_later},
    {heads, "num_heads"_later},
};
LATER constexpr AroundRows with_flux{flux_layouts, flux_offers, flux_constructors};
LATER constexpr AroundRows with_lux{lux_layouts, flux_offers, flux_constructors};

// --- ONNX: docs/Operators.md, Conv, ConvTranspose, GroupNormalization, InstanceNormalization.
LATER constexpr TensorRow onnx_filter[] = {input_side("W"_later, {h, d_of_group, k}), bias("B"_later, {h})};
LATER constexpr TensorRow onnx_transposed[] = {input_side("W"_later, {d, h_of_group, k}),
                                               bias("B"_later, {h})};
LATER constexpr TensorRow onnx_groups[] = {vector("scale"_later, Role::scale),
                                           vector("bias"_later, Role::shift)};
LATER constexpr TensorRow onnx_instances[] = {vector("scale"_later, Role::scale),
                                              vector("B"_later, Role::shift)};
constexpr std::string_view onnx_words = "M in_channels"_later;
LATER constexpr auto onnx_convolutions =
    of_any_axes("Conv"_later, onnx_filter, "ConvTranspose"_later, onnx_transposed, onnx_words);
LATER constexpr Layout onnx_others[] = {
    normalization(Cell::group_normalization, "GroupNormalization"_later, onnx_groups, pytorch::words),
    normalization(Cell::instance_normalization, "InstanceNormalization"_later, onnx_instances,
                  pytorch::words),
};
LATER constexpr auto onnx_layouts = join(onnx_convolutions, onnx_others);
LATER constexpr Offer onnx_offers[] = {
    {Option::bias, all_axes, 1},
    {Option::groups, all_axes, 1},
    {.option = Option::groups, .cells = grouped, .preset = 0, .required = true},
};
LATER constexpr AroundRows with_onnx{onnx_layouts, onnx_offers, {}};

// --- Keras: keras/src/layers/{convolutional,rnn,attention,normalization,preprocessing,activations}/ of each
// release. First what all of them keep alike; then what there is since 2.4, and what is Keras 3's.
LATER constexpr Layout keras_common[] = {
    keras::prelu_shared,      keras::prelu,
    keras::conv_1d,           keras::conv_2d,
    keras::conv_3d,           keras::conv_2d_transpose,
    keras::conv_3d_transpose, keras::separable_conv_1d,
    keras::separable_conv_2d, keras::conv_lstm_2d,
};
LATER constexpr Layout keras_later[] = {
    keras::said_before_layout, keras::group_norm,         keras::measured_before_layout,
    keras::attention,          keras::additive_attention, keras::multi_head_attention,
    keras::conv_1d_transpose,  keras::conv_lstm_1d,       keras::conv_lstm_3d,
};
LATER constexpr Layout keras_latest[] = {
    keras::rms_norm,
    keras::group_query_attention,
    convolution(Cell::depthwise_1d, "DepthwiseConv1D"_later, keras::filter_of_channel, keras::filter_words,
                filters_of_channels),
    convolution(Cell::depthwise_2d, "DepthwiseConv2D"_later, keras::filter_of_channel, keras::filter_words,
                filters_of_channels),
};
LATER constexpr auto keras_layouts = join(keras_common, keras_later, keras_latest);
LATER constexpr Offer keras_offers[] = {
    {Option::bias, convolutions | attentions, 1},
    {Option::groups, plain_convolutions, 1},
    {Option::groups, grouped, 32},
    {Option::depth_multiplier, depthwise_convolutions | separable_convolutions, 1},
    {Option::shared_axes, bit(Cell::prelu), 0},
    keras_padding,
    {Option::axis, bit(Cell::normalization), 0},
    {Option::mean, bit(Cell::normalization), 0},
    {Option::variance, bit(Cell::normalization), 0},
    {.option = Option::key_dim, .cells = heads, .preset = 0, .required = true},
    {Option::value_dim, heads, 0},
    {Option::output_shape, heads, 0},
    {Option::score_scale, bit(Cell::attention), 0},
    {Option::score_scale, bit(Cell::additive_attention), 1},
    {Option::score_mode, bit(Cell::attention), 0},
    {Option::merge_mode, conv_lstms, 0},
    {.option = Option::axis, .cells = grouped, .preset = 0, .values = 5},
    {.option = Option::axis, .cells = bit(Cell::rms_normalization), .preset = 0, .values = 6},
    {Option::scale, grouped, 1},
    {Option::center, grouped, 1},
};
LATER constexpr Constructor keras_constructors[] = {
    {grouped, "groups= axis=0 epsilon=0 center= scale="_later},
    {bit(Cell::rms_normalization), "axis=0 epsilon=0"_later},
    {bit(Cell::normalization), "axis=0 mean=0 variance=0"_later},
};
LATER constexpr Offer keras_latest_offers[] = {{Option::gate, attentions, 0}};
LATER constexpr auto keras3_offers = join(keras_offers, keras_latest_offers);
LATER constexpr AroundRows with_keras{keras_layouts, keras3_offers, keras_constructors};

// --- Keras 2, and TensorFlow Addons' cells, which go into its RNN.
LATER constexpr TensorRow filter_of_channel[] = {input_side("depthwise_kernel"_later, {k, d, m}),
                                                 bias("bias"_later, {d_times_m})};
constexpr Layout depthwise_layout = convolution(Cell::depthwise_2d, "DepthwiseConv2D"_later,
                                                filter_of_channel, keras::filter_words, filters_of_channels);
LATER constexpr Layout depthwise_2d[] = {depthwise_layout};
LATER constexpr Layout depthwise_1d[] = {convolution(Cell::depthwise_1d, "DepthwiseConv1D"_later,
                                                     filter_of_channel, keras::filter_words,
                                                     filters_of_channels)};
LATER constexpr Layout nas_alone[] = {nas};
/// Its default implementation; the others store the same numbers otherwise, or more of them.
LATER constexpr TensorRow filter_of_place[] = {
    input_side("kernel"_later, {places, {1, false, Size::patch}, h}),
    bias("bias"_later, {places, h}),
};
LATER constexpr Layout locally_connected[] = {convolution(Cell::locally_connected_1d,
                                                          "LocallyConnected1D"_later, filter_of_place,
                                                          keras::filter_words, filters_of_places)};
LATER constexpr auto keras2_layouts =
    join(keras_common, keras_later, depthwise_1d, depthwise_2d, locally_connected);
LATER constexpr AroundRows with_keras2{keras2_layouts, keras_offers, keras_constructors};
LATER constexpr auto tfa_layouts =
    join(keras_common, keras_later, depthwise_1d, depthwise_2d, locally_connected, nas_alone);
LATER constexpr Offer nas_offers[] = {nas_bias, nas_projection, {Option::merge_mode, bit(Cell::nas), 0}};
LATER constexpr auto tfa_offers = join(keras_offers, nas_offers);
LATER constexpr Constructor tfa_takes[] = {{bit(Cell::nas), "units projection= use_bias="_later}};
LATER constexpr auto tfa_constructors = join(keras_constructors, tfa_takes);
LATER constexpr AroundRows with_tfa{tfa_layouts, tfa_offers, tfa_constructors};

// --- Keras up to 2.3, its layers for cuDNN among them.
LATER constexpr auto keras1_layouts = join(keras_common, depthwise_2d, locally_connected);
LATER constexpr Offer keras1_offers[] = {
    {Option::bias, convolutions, 1},
    {Option::depth_multiplier, depthwise_convolutions | separable_convolutions, 1},
    {Option::shared_axes, bit(Cell::prelu), 0},
    keras_padding,
    {Option::merge_mode, conv_lstms, 0},
};
LATER constexpr AroundRows with_keras1{keras1_layouts, keras1_offers, keras_constructors};

// --- TensorFlow 1: tensorflow/python/layers/convolutional.py. Its layers keep what Keras's do.
LATER constexpr Layout tf1_layouts[] = {
    convolution(Cell::conv_1d, "conv1d"_later, keras::filter, keras::filter_words),
    convolution(Cell::conv_2d, "conv2d"_later, keras::filter, keras::filter_words),
    convolution(Cell::conv_3d, "conv3d"_later, keras::filter, keras::filter_words),
    convolution(Cell::conv_2d_transpose, "conv2d_transpose"_later, keras::transposed_filter,
                keras::filter_words),
    convolution(Cell::conv_3d_transpose, "conv3d_transpose"_later, keras::transposed_filter,
                keras::filter_words),
    {.cell = Cell::separable_1d,
     .name = "separable_conv1d"_later,
     .tensors = keras::separable_1d,
     .parts = separable_filters,
     .words = keras::filter_words},
    {.cell = Cell::separable_2d,
     .name = "separable_conv2d"_later,
     .tensors = keras::separable_2d,
     .parts = separable_filters,
     .words = keras::filter_words},
    nas,
};
LATER constexpr Offer tf1_offers[] = {
    {Option::bias, plain_convolutions | transposed_convolutions | separable_convolutions, 1},
    {Option::depth_multiplier, separable_convolutions, 1},
    nas_bias,
    nas_projection,
};
LATER constexpr Constructor tf1_constructors[] = {{bit(Cell::nas), "units num_proj= use_biases="_later}};
LATER constexpr AroundRows with_tf1{tf1_layouts, tf1_offers, tf1_constructors};

// --- Chainer: chainer/links/connection/{convolution,deconvolution}_nd.py, {convolution,deconvolution}_2d.py,
// normalization/group_normalization.py, activation/prelu.py.
LATER constexpr TensorRow chainer_filter[] = {input_side("W"_later, {h, d_of_group, k}),
                                              bias("b"_later, {h})};
LATER constexpr TensorRow chainer_transposed[] = {input_side("W"_later, {d, h_of_group, k}),
                                                  bias("b"_later, {h})};
constexpr std::string_view chainer_words = "out_channels in_channels"_later;
/// Of the shape (), its default: a number alone.
LATER constexpr TensorRow chainer_slope[] = {one_slope("W"_later, {})};
LATER constexpr Layout chainer_layouts[] = {
    convolution(Cell::conv_1d, "Convolution1D"_later, chainer_filter, chainer_words),
    convolution(Cell::conv_2d, "Convolution2D"_later, chainer_filter, chainer_words),
    convolution(Cell::conv_3d, "Convolution3D"_later, chainer_filter, chainer_words),
    convolution(Cell::conv_1d_transpose, "Deconvolution1D"_later, chainer_transposed, chainer_words),
    convolution(Cell::conv_2d_transpose, "Deconvolution2D"_later, chainer_transposed, chainer_words),
    convolution(Cell::conv_3d_transpose, "Deconvolution3D"_later, chainer_transposed, chainer_words),
    normalization(Cell::group_normalization, "GroupNormalization"_later, tf1::layer_norm_tensors,
                  chainer::words),
    prelu("PReLU"_later, chainer_slope, slope_alone),
};
LATER constexpr Offer chainer_offers[] = {
    {Option::bias, all_axes, 1},
    {Option::groups, all_axes, 1},
    {.option = Option::groups, .cells = grouped, .preset = 0, .required = true},
};
LATER constexpr Constructor chainer_constructors[] = {
    {one_axis, "in_channels out_channels kernel_size strides= padding="_later},
    {all_axes, "in_channels out_channels kernel_size strides=0 padding=0"_later},
    {grouped, "groups num_features eps=0"_later},
};
LATER constexpr AroundRows with_chainer{chainer_layouts, chainer_offers, chainer_constructors};

// --- Lasagne: lasagne/layers/conv.py. b=None leaves the bias out.
LATER constexpr Layout lasagne_layouts[] = {
    convolution(Cell::conv_1d, "Conv1DLayer"_later, chainer_filter, "num_filters in_channels"_later),
    convolution(Cell::conv_2d, "Conv2DLayer"_later, chainer_filter, "num_filters in_channels"_later),
};
LATER constexpr Offer lasagne_offers[] = {{Option::bias, bit(Cell::conv_1d) | bit(Cell::conv_2d), 1}};
LATER constexpr AroundRows with_lasagne{lasagne_layouts, lasagne_offers, {}};

// --- PaddlePaddle: python/paddle/nn/layer/{conv,norm,transformer,activation}.py. A group normalisation keeps
// what weight_attr=False and bias_attr=False leave untrained.
LATER constexpr TensorRow paddle_grouped[] = {kept(vector("weight"_later, Role::scale)),
                                              kept(vector("bias"_later, Role::shift))};
LATER constexpr TensorRow paddle_instance[] = {vector("scale"_later, Role::scale),
                                               vector("bias"_later, Role::shift)};
LATER constexpr TensorRow paddle_slopes[] = {one_slope("_weight"_later, {{1, false, Size::slopes}})};
LATER constexpr TensorRow paddle_heads[] = {
    square("q_proj.weight"_later),       square_bias("q_proj.bias"_later),
    square("k_proj.weight"_later),       square_bias("k_proj.bias"_later),
    square("v_proj.weight"_later),       square_bias("v_proj.bias"_later),
    square_out("out_proj.weight"_later), square_out_bias("out_proj.bias"_later),
};
LATER constexpr TensorRow paddle_heads_apart[] = {
    paddle_heads[0],
    paddle_heads[1],
    projects_in("k_proj.weight"_later, Role::weights, {key_input, d}),
    paddle_heads[3],
    projects_in("v_proj.weight"_later, Role::weights, {value_input, d}),
    paddle_heads[5],
    paddle_heads[6],
    paddle_heads[7],
};
constexpr Layout paddle_attention(Option needs) {
  return {.cell = Cell::multi_head_attention,
          .name = "MultiHeadAttention"_later,
          .tensors = paddle_heads_apart,
          .parts = shared_heads_parts_apart,
          .needs = needs,
          .words = "embed_dim embed_dim"_later};
}
LATER constexpr Layout paddle_layouts[] = {
    convolution(Cell::conv_1d, "Conv1D"_later, pytorch::filter, torch_words),
    convolution(Cell::conv_2d, "Conv2D"_later, pytorch::filter, torch_words),
    convolution(Cell::conv_3d, "Conv3D"_later, pytorch::filter, torch_words),
    convolution(Cell::conv_1d_transpose, "Conv1DTranspose"_later, pytorch::transposed_filter, torch_words),
    convolution(Cell::conv_2d_transpose, "Conv2DTranspose"_later, pytorch::transposed_filter, torch_words),
    convolution(Cell::conv_3d_transpose, "Conv3DTranspose"_later, pytorch::transposed_filter, torch_words),
    normalization(Cell::group_normalization, "GroupNorm"_later, paddle_grouped,
                  "num_channels num_channels"_later, stays),
    normalization(Cell::instance_normalization, "InstanceNorm1D"_later, paddle_instance,
                  "num_features num_features"_later),
    paddle_attention(Option::key_input),
    paddle_attention(Option::value_input),
    attention("MultiHeadAttention"_later, paddle_heads, "embed_dim embed_dim"_later),
    prelu("PReLU"_later, paddle_slopes, slopes_alone),
};
LATER constexpr Offer paddle_offers[] = {
    {Option::bias, all_axes | heads, 1},
    {Option::groups, all_axes, 1},
    {.option = Option::groups, .cells = grouped, .preset = 0, .required = true},
    {Option::scale, grouped, 1},
    {Option::center, grouped, 1},
    {Option::key_input, heads, 0},
    {Option::value_input, heads, 0},
    {Option::num_parameters, bit(Cell::prelu), 1},
};
LATER constexpr Constructor paddle_constructors[] = {
    {all_axes, "in_channels out_channels kernel_size"_later},
    {grouped, "num_groups num_channels epsilon=0"_later},
    {bit(Cell::instance_normalization), "num_features epsilon=0"_later},
    {heads, "embed_dim num_heads dropout=0 kdim= vdim="_later},
    {bit(Cell::prelu), "num_parameters= init=0"_later},
};
LATER constexpr AroundRows with_paddle{paddle_layouts, paddle_offers, paddle_constructors};

// --- TensorFlow.js.
LATER constexpr Layout tfjs_layouts[] = {
    keras::prelu_shared,      keras::prelu,     keras::conv_1d,
    keras::conv_2d,           keras::conv_3d,   keras::conv_2d_transpose,
    keras::conv_3d_transpose, depthwise_layout, keras::separable_conv_2d,
    keras::conv_lstm_2d,
};
LATER constexpr Offer tfjs_offers[] = {
    {Option::bias, convolutions, 1},
    {Option::depth_multiplier, depthwise_convolutions | separable_convolutions, 1},
    {Option::shared_axes, bit(Cell::prelu), 0},
    {Option::merge_mode, conv_lstms, 0},
};
LATER constexpr AroundRows with_tfjs{tfjs_layouts, tfjs_offers, {}};

// --- xLSTM: xlstm/blocks/slstm/{layer,cell}.py, xlstm/components/{linear_headwise,conv,ln}.py: Beck et al.
// 2024, arXiv:2405.04517. The recurrent kernel is kept as the default backend, cuda, has it. Its first block
// is cell.py's input gate, to which layer.py hands what it calls fgate; the names here are layer.py's.
constexpr Side read_of_head{1, false, Size::read_of_head};
constexpr Side all_of_head{1, true, Size::read_of_head};
constexpr TensorRow head_side(std::string_view name) {
  return input_side(name, {rnn::heads, read_of_head, input_of_head}, Bands::each);
}
LATER constexpr Gate slstm_gates[] = {{"f"_later, Gate::forget},
                                      {"i"_later, Gate::input},
                                      {"z"_later, Gate::candidate},
                                      {"o"_later, Gate::output}};
LATER constexpr TensorRow slstm_tensors[] = {
    needing(Option::conv_kernel,
            counted_in(Topic::depthwise, tensor("conv1d.conv.weight"_later, Role::weights, no_column,
                                                {d, one, {1, false, Size::conv_window}}, Bands::all))),
    needing(Option::conv_kernel, counted_in(Topic::depthwise, tensor("conv1d.conv.bias"_later, Role::bias,
                                                                     no_column, {d}, Bands::all))),
    head_side("{gate}gate.weight"_later),
    recurrent_side("slstm_cell._recurrent_kernel_"_later, {rnn::heads, read_of_head, all_of_head}),
    bias("slstm_cell._bias_"_later, {{1, true, Size::input}}),
    needing(Option::scale, counted_in(Topic::normalization, tensor("group_norm.weight"_later, Role::scale,
                                                                   no_column, {d}, Bands::all))),
};
LATER constexpr Part slstm_parts[] = {
    {.bands = Bands::all,
     .reads = {Size::read_of_head, Size::input_of_head},
     .units = {Size::input},
     .biases = 1},
    {.topic = Topic::depthwise,
     .reads = {Size::conv_window},
     .units = {Size::input},
     .biases = 1,
     .needs = Option::conv_kernel},
    {.topic = Topic::normalization, .units = {Size::input}, .needs = Option::scale},
};
LATER constexpr Layout xlstm_layouts[] = {{.cell = Cell::slstm,
                                           .name = "sLSTMLayer"_later,
                                           .gates = slstm_gates,
                                           .tensors = slstm_tensors,
                                           .parts = slstm_parts,
                                           .words = "embedding_dim embedding_dim"_later}};
LATER constexpr Offer xlstm_offers[] = {{Option::num_heads, bit(Cell::slstm), 4},
                                        {Option::conv_kernel, bit(Cell::slstm), 4},
                                        {Option::scale, bit(Cell::slstm), 1}};
LATER constexpr AroundRows with_xlstm{xlstm_layouts, xlstm_offers, {}};
}  // namespace around

constexpr Framework framework_rows[] = {
    {.id = "notes",
     .synonyms = notes::synonyms,
     .name = "",
     .words = notes::words,
     .previous = "a^(t−1)",
     .current = "x^t",
     .layouts = notes::layouts,
     .offers = notes::offers,
     .reason = "one_bias",
     .featured = true,
     .ways_differ = true,
     .stacks = true,
     .resets = Resets::before,
     .keeps = Keeps::rest},
    {.id = "keras",
     .synonyms = keras::synonyms,
     .name = "Keras",
     .words = keras::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = keras::layouts,
     .offers = keras::offers,
     .constructors = keras::constructors,
     .around = &around::with_keras,
     .source = "https://github.com/keras-team/keras/tree/v3.15.1/keras/src/layers/rnn",
     .version = "3.15.1",
     .reason = "keras_bias",
     .featured = true,
     .last_step = true,
     .wrapper_trains = true,
     .ways_differ = true,
     .fills_strides = true,
     .sums_optimizer = true,
     .resets = Resets::before,
     .keeps = Keeps::update},
    {.id = "pytorch",
     .synonyms = pytorch::synonyms,
     .name = "PyTorch",
     .words = pytorch::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = pytorch::layouts,
     .offers = pytorch::offers,
     .constructors = pytorch::constructors,
     .source = "https://github.com/pytorch/pytorch/blob/v2.14.0/torch/nn/modules/rnn.py",
     .version = "2.14.0",
     .reason = "cudnn_bias",
     .featured = true,
     .torch_names = true,
     .stacks = true,
     .keeps = Keeps::update},
    {.id = "keras2",
     .synonyms = keras2::synonyms,
     .name = "Keras 2.4–2.15",
     .words = keras::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = keras::layouts,
     .offers = keras2::offers,
     .constructors = keras::constructors,
     .around = &around::with_keras2,
     .source = "https://github.com/keras-team/keras/tree/v2.15.0/keras/layers/rnn"_later,
     .version = "2.15.0"_later,
     .reason = "keras2",
     .last_step = true,
     .ways_differ = true,
     .fills_strides = true,
     .resets = Resets::before,
     .keeps = Keeps::update},
    {.id = "keras1",
     .name = "Keras up to 2.3",
     .words = keras::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = keras::common,
     .offers = keras1::offers,
     .constructors = keras::constructors,
     .around = &around::with_keras1,
     .source = "https://github.com/keras-team/keras/blob/2.3.1/keras/layers/recurrent.py"_later,
     .version = "2.3.1"_later,
     .reason = "keras1",
     .last_step = true,
     .fills_strides = true,
     .resets = Resets::before,
     .keeps = Keeps::update},
    {.id = "tf1",
     .synonyms = tf1::synonyms,
     .name = "TensorFlow 1",
     .words = tf1::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = tf1::layouts,
     .offers = tf1::offers,
     .constructors = tf1::constructors,
     .around = &around::with_tf1,
     .source =
         "https://github.com/tensorflow/tensorflow/blob/v1.15.0/tensorflow/python/ops/rnn_cell_impl.py"_later,
     .version = "1.15"_later,
     .reason = "tf1",
     .input_first = true,
     .resets = Resets::before,
     .keeps = Keeps::update},
    {.id = "cudnn",
     .synonyms = cudnn::synonyms,
     .name = "CuDNN layers",
     .words = keras::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = cudnn::layouts,
     .offers = cudnn::offers,
     .constructors = keras::constructors,
     .around = &around::with_keras1,
     .source = "https://github.com/keras-team/keras/blob/2.3.1/keras/layers/cudnn_recurrent.py"_later,
     .version = "2.3.1"_later,
     .reason = "cudnn",
     .last_step = true,
     .keeps = Keeps::update},
    {.id = "onnx",
     .name = "ONNX",
     .words = pytorch::words,
     .previous = "H_(t−1)",
     .current = "X_t",
     .layouts = onnx::layouts,
     .offers = onnx::offers,
     .around = &around::with_onnx,
     .source = "https://github.com/onnx/onnx/blob/v1.22.0/docs/Operators.md"_later,
     .version = "1.22.0"_later,
     .reason = "onnx",
     .resets = Resets::before,
     .keeps = Keeps::update},
    {.id = "flax_linen",
     .synonyms = flax_linen::synonyms,
     .name = "flax.linen",
     .words = flax_linen::words,
     .previous = "h",
     .current = "x",
     .layouts = flax_linen::layouts,
     .offers = flax_linen::offers,
     .constructors = flax_linen::constructors,
     .around = &around::with_linen,
     .source = "https://github.com/google/flax/blob/v0.12.7/flax/linen/recurrent.py"_later,
     .version = "0.12.7"_later,
     .reason = "flax_linen",
     .pools_by_one = true,
     .keeps = Keeps::update},
    {.id = "flax_nnx",
     .synonyms = flax_nnx::synonyms,
     .name = "flax.nnx",
     .words = flax_nnx::words,
     .previous = "h",
     .current = "x",
     .layouts = flax_nnx::layouts,
     .offers = flax_nnx::offers,
     .constructors = flax_nnx::constructors,
     .around = &around::with_nnx,
     .source = "https://github.com/google/flax/blob/v0.12.7/flax/nnx/nn/recurrent.py"_later,
     .version = "0.12.7"_later,
     .reason = "flax_nnx",
     .pools_by_one = true,
     .resets = Resets::after,
     .keeps = Keeps::update},
    {.id = "haiku",
     .synonyms = haiku::synonyms,
     .name = "Haiku",
     .words = pytorch::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = haiku::layouts,
     .offers = haiku::offers,
     .constructors = haiku::constructors,
     .around = &around::with_haiku,
     .source = "https://github.com/google-deepmind/dm-haiku/blob/v0.0.16/haiku/_src/recurrent.py"_later,
     .version = "0.0.16"_later,
     .reason = "haiku",
     .input_first = true,
     .one_way = recurrent_cells,
     .resets = Resets::before,
     .keeps = Keeps::rest},
    {.id = "equinox",
     .synonyms = equinox::synonyms,
     .name = "Equinox",
     .words = pytorch::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = equinox::layouts,
     .offers = equinox::offers,
     .constructors = equinox::constructors,
     .around = &around::with_equinox,
     .source = "https://github.com/patrick-kidger/equinox/blob/v0.13.8/equinox/nn/_rnn.py"_later,
     .version = "0.13.8"_later,
     .reason = "equinox",
     .pools_by_one = true,
     .one_way = recurrent_cells,
     .resets = Resets::after,
     .keeps = Keeps::update},
    {.id = "mlx",
     .name = "MLX",
     .words = pytorch::words,
     .previous = "h_t",
     .current = "x_t",
     .layouts = mlx::layouts,
     .offers = mlx::offers,
     .constructors = mlx::constructors,
     .around = &around::with_mlx,
     .source = "https://github.com/ml-explore/mlx/blob/v0.32.1/python/mlx/nn/layers/recurrent.py"_later,
     .version = "0.32.1"_later,
     .reason = "mlx",
     .one_way = recurrent_cells,
     .resets = Resets::after,
     .keeps = Keeps::update},
    {.id = "mxnet",
     .synonyms = mxnet::synonyms,
     .name = "MXNet",
     .words = mxnet::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = mxnet::layouts,
     .offers = mxnet::offers,
     .constructors = mxnet::constructors,
     .around = &around::with_mxnet,
     .source = "https://github.com/apache/mxnet/blob/1.9.1/python/mxnet/gluon/rnn/rnn_layer.py"_later,
     .version = "1.9.1"_later,
     .reason = "mxnet",
     .stacks = true,
     .keeps = Keeps::update},
    {.id = "paddle",
     .synonyms = paddle::synonyms,
     .name = "PaddlePaddle",
     .words = pytorch::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = paddle::layouts,
     .offers = paddle::offers,
     .constructors = paddle::constructors,
     .around = &around::with_paddle,
     .source =
         "https://github.com/PaddlePaddle/Paddle/blob/01fbd77c319d09de4211282672149f2d8e0b18ac/python/paddle/nn/layer/rnn.py"_later,
     .version = "3"_later,
     .reason = "paddle",
     .stacks = true,
     .keeps = Keeps::update},
    {.id = "matlab",
     .name = "MATLAB",
     .words = matlab::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = matlab::layouts,
     .offers = matlab::offers,
     .source =
         "https://www.mathworks.com/help/releases/R2021a/deeplearning/ref/nnet.cnn.layer.grulayer.html"_later,
     .version = "R2021a"_later,
     .reason = "matlab",
     .pools_by_one = true,
     .one_way = bit(Cell::gru)},
    {.id = "dl4j",
     .synonyms = dl4j::synonyms,
     .name = "Deeplearning4j",
     .words = dl4j::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = dl4j::layouts,
     .offers = dl4j::offers,
     .source =
         "https://github.com/deeplearning4j/deeplearning4j/blob/1.0.0-M1/deeplearning4j/deeplearning4j-nn/src/main/java/org/deeplearning4j/nn/params/LSTMParamInitializer.java"_later,
     .version = "1.0.0-M1"_later,
     .reason = "dl4j"},
    {.id = "cntk",
     .name = "CNTK",
     .words = cntk::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = cntk::layouts,
     .offers = cntk::offers,
     .source = "https://github.com/microsoft/CNTK/blob/v2.7/bindings/python/cntk/layers/blocks.py"_later,
     .version = "2.7"_later,
     .reason = "cntk",
     .one_way = recurrent_cells},
    {.id = "coreml",
     .name = "Core ML",
     .words = coreml::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = coreml::layouts,
     .offers = coreml::offers,
     .source = "https://github.com/apple/coremltools/blob/9.0/mlmodel/format/NeuralNetwork.proto"_later,
     .version = "9"_later,
     .reason = "coreml",
     .last_step = true,
     .one_way = bit(Cell::gru) | bit(Cell::rnn)},
    {.id = "burn",
     .name = "burn",
     .words = burn::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = burn::layouts,
     .offers = burn::offers,
     .constructors = burn::constructors,
     .around = &around::with_burn,
     .source = "https://github.com/tracel-ai/burn/tree/v0.21.0/crates/burn-nn/src/modules/rnn"_later,
     .version = "0.21.0"_later,
     .reason = "burn"},
    {.id = "tinygrad",
     .name = "tinygrad",
     .words = pytorch::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = tinygrad::layouts,
     .offers = tinygrad::offers,
     .constructors = tinygrad::constructors,
     .around = &around::with_tinygrad,
     .source = "https://github.com/tinygrad/tinygrad/blob/v0.13.0/tinygrad/nn/__init__.py"_later,
     .version = "0.13.0"_later,
     .reason = "tinygrad",
     .one_way = recurrent_cells},
    {.id = "flux",
     .name = "Flux.jl",
     .words = flux::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = flux::layouts,
     .offers = flux::offers,
     .constructors = flux::constructors,
     .around = &around::with_flux,
     .source = "https://github.com/FluxML/Flux.jl/blob/v0.16.11/src/layers/recurrent.jl"_later,
     .version = "0.16.11"_later,
     .reason = "flux",
     .one_way = recurrent_cells,
     .resets = Resets::after,
     .keeps = Keeps::update},
    {.id = "tfjs",
     .synonyms = tfjs::synonyms,
     .name = "TensorFlow.js",
     .words = keras::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = tfjs::layouts,
     .offers = tfjs::offers,
     .around = &around::with_tfjs,
     .source =
         "https://github.com/tensorflow/tfjs/tree/e5d5e9371ed1fd0a4df6d7cd0b947d2a820cefd7/tfjs-layers/src/layers"_later,
     .version = "4.22.0"_later,
     .reason = "tfjs",
     .last_step = true,
     .wrapper_trains = true,
     .resets = Resets::before,
     .keeps = Keeps::update},
    {.id = "candle",
     .name = "candle",
     .words = candle::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = candle::layouts,
     .offers = candle::offers,
     .constructors = candle::constructors,
     .around = &around::with_candle,
     .source = "https://github.com/huggingface/candle/blob/0.11.0/candle-nn/src/rnn.rs"_later,
     .version = "0.11.0"_later,
     .reason = "candle",
     .one_way = recurrent_cells,
     .keeps = Keeps::update},
    {.id = "sonnet",
     .synonyms = sonnet::synonyms,
     .name = "Sonnet",
     .words = mxnet::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = sonnet::layouts,
     .offers = sonnet::offers,
     .constructors = sonnet::constructors,
     .around = &around::with_sonnet,
     .source = "https://github.com/google-deepmind/sonnet/blob/v2.0.2/sonnet/src/recurrent.py"_later,
     .version = "2.0.2"_later,
     .reason = "sonnet",
     .one_way = recurrent_cells,
     .resets = Resets::before,
     .keeps = Keeps::rest},
    {.id = "ncnn",
     .name = "ncnn",
     .words = ncnn::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = ncnn::layouts,
     .offers = ncnn::offers,
     .source =
         "https://github.com/Tencent/ncnn/blob/e54f7b1f88434e1d844ea0551b880a1cfb079ce1/docs/developer-guide/operators.md"_later,
     .version = "20260526"_later,
     .reason = "ncnn"},
    {.id = "tfa",
     .synonyms = tfa::synonyms,
     .name = "TensorFlow Addons",
     .words = keras::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = tfa::layouts,
     .offers = tfa::offers,
     .constructors = keras::constructors,
     .around = &around::with_tfa,
     .source = "https://github.com/tensorflow/addons/tree/v0.23.0/tensorflow_addons/rnn"_later,
     .version = "0.23.0"_later,
     .reason = "tfa",
     .last_step = true,
     .resets = Resets::before,
     .keeps = Keeps::update},
    {.id = "lux",
     .name = "Lux.jl",
     .words = lux::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = lux::layouts,
     .offers = lux::offers,
     .constructors = flux::constructors,
     .around = &around::with_lux,
     .source = "https://github.com/LuxDL/Lux.jl/blob/v1.31.4/src/layers/recurrent.jl"_later,
     .version = "1.31.4"_later,
     .reason = "lux",
     .keeps = Keeps::update},
    {.id = "openvino",
     .name = "OpenVINO",
     .words = pytorch::words,
     .previous = "H_(t−1)",
     .current = "X_t",
     .layouts = openvino::layouts,
     .offers = openvino::offers,
     .source = "https://docs.openvino.ai/2021.4/openvino_docs_ops_sequence_GRUSequence_5.html"_later,
     .version = "opset5"_later,
     .reason = "openvino",
     .resets = Resets::before,
     .keeps = Keeps::update},
    {.id = "wolfram",
     .synonyms = wolfram::synonyms,
     .name = "Wolfram Language",
     .words = wolfram::words,
     .previous = "s_(t−1)",
     .current = "x_t",
     .layouts = wolfram::layouts,
     .offers = wolfram::offers,
     .source = "https://reference.wolfram.com/legacy/language/v14/ref/LongShortTermMemoryLayer.html"_later,
     .version = "14"_later,
     .reason = "wolfram"},
    {.id = "chainer",
     .name = "Chainer",
     .words = chainer::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = chainer::layouts,
     .offers = chainer::offers,
     .constructors = chainer::constructors,
     .around = &around::with_chainer,
     .source = "https://github.com/chainer/chainer/tree/v7.8.1/chainer/links/rnn"_later,
     .version = "7.8.1"_later,
     .reason = "chainer",
     .stacks = true,
     .one_way = bit(Cell::mgu)},
    {.id = "lasagne",
     .name = "Lasagne",
     .words = lasagne::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = lasagne::layouts,
     .offers = lasagne::offers,
     .around = &around::with_lasagne,
     .source =
         "https://github.com/Lasagne/Lasagne/blob/5d3c63cb315c50b1cbd27a6bc8664b406f34dd99/lasagne/layers/recurrent.py"_later,
     .version = "0.2.dev1"_later,
     .reason = "lasagne",
     .one_way = recurrent_cells,
     .resets = Resets::after,
     .keeps = Keeps::rest},
    {.id = "xlstm",
     .name = "xLSTM",
     .words = pytorch::words,
     .previous = "h_(t−1)",
     .current = "x_t",
     .layouts = xlstm::layouts,
     .offers = xlstm::offers,
     .constructors = xlstm::constructors,
     .around = &around::with_xlstm,
     .source = "https://github.com/NX-AI/xlstm/blob/v2.0.5/xlstm/blocks/slstm/layer.py"_later,
     .version = "2.0.5"_later,
     .reason = "xlstm",
     .torch_names = true},
};

#ifdef __wasm__
extern "C" {
extern const char __start_later[];
extern const char __stop_later[];
}
/// web/tools/split.js finds what is LATER by these letters.
struct Place {
  char letters[12];
  const char* start;
  const char* stop;
};
constexpr volatile Place later{"LATER_AT", __start_later, __stop_later};
LATER constexpr volatile bool arrived = true;
#endif

}  // namespace

std::span<const Framework> frameworks() { return framework_rows; }

bool is_there([[maybe_unused]] const Framework& framework) {
#ifdef __wasm__
  return framework.featured || arrived;
#else
  return true;
#endif
}

RARE void wait_for_rows() {
#ifdef __wasm__
  static_cast<void>(arrived);  // so that the call is not left out
#endif
}

RARE const AroundRows* rows_around(const Framework& framework) {
#ifdef __wasm__
  if (*later.letters == '\0') return nullptr;  // it is not: so the letters stay in the module
#endif
  return framework.around;
}

}  // namespace rnn
