#include "core/weights.h"

#include <algorithm>
#include <utility>

#include "core/rare.h"

namespace rnn {
namespace {

/// An equal share, where there is one.
Whole share(const Whole& all, const Whole& groups) {
  return all && groups && *groups != 0 && *all % *groups == 0 ? Whole(*all / *groups) : Whole();
}

RARE Whole value_dim(const Layer& layer) {
  const Whole said = layer.settings[Option::value_dim];
  return said == Whole(0) ? layer.settings[Option::key_dim] : said;
}

/// As wide as what the layer reads, unless something else is said.
RARE Whole said_or_read(const Layer& layer, Option option) {
  const Whole said = layer.settings[option];
  return said == Whole(0) ? layer.input : said;
}

/// A head's share of that, likewise.
RARE Whole said_or_share(const Layer& layer, Option option) {
  const Whole said = layer.settings[option];
  return said == Whole(0) ? share(layer.input, layer.settings[Option::num_heads]) : said;
}

/// A slope for each feature, unless these share one as well.
RARE Whole shared_slopes(const Layer& layer) {
  return shared_axes(layer) < layer.axes ? layer.input : Whole(1);
}

/// The same as a shape: of every other axis one.
RARE std::vector<Whole> slope_sides(const Layer& layer) {
  std::vector<Whole> out(std::max<std::size_t>(layer.axes, 2) - 2, 1);
  if (layer.axes > 1) out.push_back(shared_slopes(layer));
  return out;
}

/// What a filter reads of its window, as one number.
RARE Whole patch(const Layer& layer) {
  Whole out = share(layer.input, layer.settings[Option::groups]);
  for (const Whole& side : window_sides(layer)) out = multiply(out, side);
  return out;
}

/// Of layers around recurrent ones, likewise.
RARE Whole length_around(Size size, const Layer& layer) {
  switch (size) {
    case Size::second_input: return layer.settings[Option::second_input];
    case Size::parameters: return layer.settings[Option::parameters];
    case Size::multiplier: return layer.settings[Option::depth_multiplier];
    case Size::channels: return multiply(layer.input, layer.settings[Option::depth_multiplier]);
    case Size::group_input: return share(layer.input, layer.settings[Option::groups]);
    case Size::group_units: return share(layer.settings[Option::units], layer.settings[Option::groups]);
    case Size::steps: return layer.steps;
    case Size::shared_slopes: return shared_slopes(layer);
    case Size::slopes: return layer.settings[Option::num_parameters];
    case Size::heads: return layer.settings[Option::num_heads];
    case Size::key_dim: return said_or_share(layer, Option::key_dim);
    case Size::vo_dim: return said_or_share(layer, Option::value_dim);
    case Size::head_keys:
      return multiply(layer.settings[Option::num_heads], said_or_share(layer, Option::key_dim));
    case Size::head_vos:
      return multiply(layer.settings[Option::num_heads], said_or_share(layer, Option::value_dim));
    case Size::head_values: return multiply(layer.settings[Option::num_heads], value_dim(layer));
    case Size::qkv: return said_or_read(layer, Option::qkv_features);
    case Size::qkv_of_head:
      return share(said_or_read(layer, Option::qkv_features), layer.settings[Option::num_heads]);
    case Size::model: return model_width(layer);
    case Size::value_dim: return value_dim(layer);
    case Size::key_input: return said_or_read(layer, Option::key_input);
    case Size::value_input: return said_or_read(layer, Option::value_input);
    case Size::attended: return said_or_read(layer, Option::output_shape);
    case Size::input_of_head:
    case Size::read_of_head: return share(layer.input, layer.settings[Option::num_heads]);
    case Size::conv_window: return layer.settings[Option::conv_kernel];
    case Size::head_dim: return layer.settings[Option::head_dim];
    case Size::query_heads: return layer.settings[Option::query_heads];
    case Size::kv_heads: return layer.settings[Option::kv_heads];
    case Size::patch: return patch(layer);
    case Size::places: return layer.passed.steps;
    default: break;
  }
  return {};
}

/// Of one side; a window has several, and so have features that are counted at each time step.
Whole length(Size size, const Layer& layer) {
  switch (size) {
    case Size::one: return 1;
    case Size::input: return layer.input;
    case Size::vocabulary: return layer.settings[Option::vocabulary];
    case Size::units: return layer.settings[Option::units];
    case Size::projected: return layer.settings[Option::proj_size];
    case Size::read: return recurrent_width(layer);
    case Size::all_read: return add(recurrent_width(layer), layer.input);
    default: return length_around(size, layer);
  }
}

/// The matrices of which a tensor has a band.
std::vector<Gate> bands_of(const TensorRow& row, const Rule& rule) {
  std::vector<Gate> out;
  for (const Gate& gate : rule.gates())
    if (has_band(row.bands, gate)) out.push_back(gate);
  return out;
}

bool one_per_gate(const TensorRow& row) { return row.bands == Bands::each || row.bands == Bands::each_gate; }

Whole side_length(const Side& side, const Layer& layer, std::uint64_t bands) {
  Whole times = multiply(side.times, side.stacked == 0 ? 1 : bands + side.stacked - 1);
  if (side.both_ways) times = multiply(times, directions(layer));
  return add(multiply(times, length(side.size, layer)), side.plus);
}

std::vector<Whole> sides_of(const Side& side, const Layer& layer, std::uint64_t bands) {
  if (side.size == Size::steps && !layer.reads_sequence) return {};
  if (side.size == Size::shared_slopes) return slope_sides(layer);
  if (side.size == Size::window) return window_sides(layer);
  if (side.size == Size::features) return normalized(layer);
  return {side_length(side, layer, bands)};
}

void replace(std::string& text, std::string_view what, std::string_view by) {
  const std::size_t at = text.find(what);
  if (at != std::string::npos) text.replace(at, what.size(), by);
}

/// "{l|r}0_i2h" is "l0_i2h" forward and "r0_i2h" backward.
void choose_direction(std::string& text, bool both_ways, bool backward) {
  const std::size_t open = text.find('{');
  const std::size_t bar = text.find('|');
  const std::size_t close = text.find('}');
  if (bar == std::string::npos) return;
  const bool only_both = text[open + 1] == '+';
  const std::size_t first = open + (only_both ? 2 : 1);
  std::string word = backward ? text.substr(bar + 1, close - bar - 1) : text.substr(first, bar - first);
  if (only_both && !both_ways) word.clear();
  text.replace(open, close - open + 1, word);
}

/// Among all gates of the layer, from 0.
std::size_t number_of(const Gate& gate, const Rule& rule) {
  const auto same = [&](const Gate& other) { return other.name == gate.name; };
  const auto found = std::find_if(rule.gates().begin(), rule.gates().end(), same);
  return static_cast<std::size_t>(found - rule.gates().begin());
}

/// The gates of the peepholes in a tensor.
std::vector<std::string_view> peepholes_of(const TensorRow& row, const Rule& rule) {
  std::vector<std::string_view> out;
  for (const Gate::Role role : row.of_gates)
    if (role != Gate::candidate) out.push_back(rule.gate(role));
  return out;
}

/// One of `gates` is the weight's gate, several are its blocks.
void set_gates(Weight& out, const std::vector<std::string_view>& gates) {
  if (gates.size() == 1)
    out.gate = gates.front();
  else
    out.gates = gates;
}

bool is_trained(const TensorRow& row, const Layer& layer) {
  return row.trainable && layer.settings[Option::trainable] != Whole(0);
}

Weight weight(const TensorRow& row, const Layer& layer, const std::vector<Gate>& bands, bool backward) {
  Weight out;
  out.name = row.name;
  const bool single = bands.size() == 1;
  const bool both_ways = directions(layer) == Whole(2);
  replace(out.name, "{gate}", single ? bands.front().name : "");
  const std::size_t number = single ? number_of(bands.front(), layer.rule) : 0;
  const std::pair<std::string_view, std::size_t> numbers[] = {
      {"{n}", number},
      {"{n+}", number + layer.rule.gates().size()},
      {"{layer}", layer.number},
      {"{way}", both_ways ? 2 * layer.number + (backward ? 1 : 0) : layer.number}};
  for (const auto& [what, one] : numbers) replace(out.name, what, digits(one));
  choose_direction(out.name, both_ways, backward);
  out.row = static_cast<std::size_t>(&row - layer.rule.tensors().data());
  out.bands = bands.empty() ? 1 : bands.size();
  out.role = row.role;
  out.part = row.part;
  out.trainable = is_trained(row, layer);
  out.columns = row.columns;
  if (backward) out.direction = Weight::Direction::backward;
  if (row.once && both_ways) out.direction = Weight::Direction::both;
  for (std::size_t i = 0; i < row.sides; ++i)
    for (const Whole& side : sides_of(row.shape[i], layer, out.bands)) out.shape.push_back(side);
  const bool beside = row.columns == no_column && !layer.rule.gates().empty();
  if (beside && row.sides == 1) out.vectors = row.shape.front().times;
  if (row.candidate_unread) out.unread = layer.rule.gate(Gate::candidate);
  if (row.second_in_candidate) out.second_bias_of = layer.rule.gate(Gate::candidate);
  out.peepholes = peepholes_of(row, layer.rule);
  if (single && row.bands != Bands::all)
    out.gate = bands.front().name;
  else if (row.columns != no_column)
    for (const Gate& band : bands) out.gates.push_back(band.name);
  else
    set_gates(out, out.peepholes);
  if (row.role == Role::peephole && out.peepholes.empty()) out.peepholes = {out.gate};
  return out;
}

/// Rows that are listed gate by gate: for every gate, all of them that have one for it.
RARE void append_by_gate(std::vector<Weight>& out, const Layer& layer, std::span<const TensorRow> rows,
                         bool backward) {
  for (const Gate& gate : layer.rule.gates())
    for (const TensorRow& row : rows)
      for (const Gate& band : bands_of(row, layer.rule))
        if (band.name == gate.name) out.push_back(weight(row, layer, {band}, backward));
}

/// The tensors of one direction.
void append(std::vector<Weight>& out, const Layer& layer, bool backward) {
  const std::span<const TensorRow> rows = layer.rule.tensors();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const TensorRow& row = rows[i];
    if (row.once && backward) continue;
    if (row.by_gate) {
      std::size_t end = i;
      while (end < rows.size() && rows[end].by_gate) ++end;
      append_by_gate(out, layer, rows.subspan(i, end - i), backward);
      i = end - 1;
      continue;
    }
    const std::vector<Gate> bands = bands_of(row, layer.rule);
    if (!one_per_gate(row)) out.push_back(weight(row, layer, bands, backward));
    if (one_per_gate(row))
      for (const Gate& gate : bands) out.push_back(weight(row, layer, {gate}, backward));
  }
}

}  // namespace

std::vector<Weight> weights(const Layer& layer) {
  std::vector<Weight> out;
  const bool both_ways = directions(layer) == Whole(2);
  for (int direction = 0; direction < (both_ways ? 2 : 1); ++direction) append(out, layer, direction == 1);
  return out;
}

Whole count(const Weight& weight) {
  Whole product = 1;
  for (const Whole side : weight.shape) product = multiply(product, side);
  return product;
}

bool shapes_known(const Layer& layer) {
  const auto known = [&](const Side& side) {
    const std::vector<Whole> sides = sides_of(side, layer, 1);
    return std::all_of(sides.begin(), sides.end(), [](const Whole& one) { return one.has_value(); });
  };
  return std::all_of(layer.rule.tensors().begin(), layer.rule.tensors().end(), [&](const TensorRow& row) {
    return std::all_of(row.shape.begin(), row.shape.begin() + row.sides, known);
  });
}

static Whole count(const TensorRow& row, const Layer& layer) {
  const std::uint64_t bands = bands_of(row, layer.rule).size();
  Whole product = one_per_gate(row) ? bands : 1;
  if (!row.once) product = multiply(product, directions(layer));
  for (std::size_t i = 0; i < row.sides; ++i)
    for (const Whole& side : sides_of(row.shape[i], layer, one_per_gate(row) || bands == 0 ? 1 : bands))
      product = multiply(product, side);
  return product;
}

Whole count(const Layer& layer) {
  Whole sum = 0;
  for (const TensorRow& row : layer.rule.tensors()) sum = add(sum, count(row, layer));
  return sum;
}

Whole frozen(const Layer& layer) {
  Whole sum = 0;
  for (const TensorRow& row : layer.rule.tensors())
    if (!is_trained(row, layer)) sum = add(sum, count(row, layer));
  return sum;
}

Whole frozen(const Model& model) {
  Whole sum = 0;
  for (const Layer& layer : model.layers) sum = add(sum, frozen(layer));
  return sum;
}

Whole kept_by_adam(const Whole& trained) { return add(multiply(trained, 2), 2); }

const char* name(Role role) {
  switch (role) {
    case Role::weights: return "weights";
    case Role::input_weights: return "input_weights";
    case Role::recurrent_weights: return "recurrent_weights";
    case Role::bias: return "bias";
    case Role::projection: return "projection";
    case Role::peephole: return "peephole";
    case Role::embedding: return "embedding";
    case Role::scale: return "scale";
    case Role::shift: return "shift";
    case Role::mean: return "mean";
    case Role::variance: return "variance";
    case Role::deviation: return "deviation";
    case Role::inverse_deviation: return "inverse_deviation";
    case Role::moving_deviation: return "moving_deviation";
    case Role::renorm_mean: return "renorm_mean";
    case Role::renorm_deviation: return "renorm_deviation";
    case Role::counter: return "counter";
    case Role::state: return "state";
  }
  return "";
}

const char* name(Weight::Direction direction) {
  switch (direction) {
    case Weight::Direction::forward: return "forward";
    case Weight::Direction::backward: return "backward";
    case Weight::Direction::both: return "both";
  }
  return "";
}

std::string column_names(unsigned columns) {
  constexpr std::pair<Column, std::string_view> names[] = {
      {recurrent, "recurrent"}, {input_column, "input"}, {bias_column, "bias"}, {second_bias, "second bias"}};
  std::string out;
  for (const auto& [column, text] : names)
    if ((columns & column) != 0) out += (out.empty() ? "" : " + ") + std::string(text);
  return out;
}

}  // namespace rnn
