#include "core/terms.h"

#include <algorithm>
#include <utility>

#include "core/rare.h"

namespace rnn {
namespace {

/// The factor of two directions, where there are two.
std::vector<Expr> factors_of(const Layer& layer) {
  if (directions(layer) != Whole(2)) return {};
  return {constant(2, option_of(layer, Option::bidirectional).ref)};
}

/// Where the number of times is found.
std::string times_ref(const Part& part) {
  if (gated(part)) return "rule.matrices";
  if (feature_vectors(part)) return "rule.vectors";
  if (part.topic == Topic::biases) return "rule.bias_vectors";
  return std::string("rule.") + name(part.topic);
}

bool is_one(const Expr& expr) {
  return expr.kind == Expr::Kind::leaf && expr.word.empty() && expr.value == Whole(1);
}

/// The time steps that a layer reads.
RARE Expr steps_of(const Layer& layer) {
  if (!layer.reads_sequence) return constant(1, origin_of(layer));
  std::string ref = name(Key::timesteps);
  if (layer.steps_read_from >= 0)
    ref = "layers." + digits(static_cast<std::uint64_t>(layer.steps_read_from)) + ".hands_on.steps";
  else if (layer.steps_said_by >= 0)
    ref = "written.0.args." + digits(static_cast<std::uint64_t>(layer.steps_said_by));
  return symbol(name(Key::timesteps), layer.steps, std::move(ref));
}

/// The time steps at which a window stands.
RARE Expr places_of(const Layer& layer) {
  std::string ref = name(Key::timesteps);
  if (layer.steps_from >= 0)
    ref = "layers." + digits(static_cast<std::uint64_t>(layer.steps_from)) + ".hands_on.steps";
  return symbol("output_length", layer.passed.steps, std::move(ref));
}

/// A number for each axis of the window.
RARE Expr window_of(const Layer& layer) {
  const Expr typed = option_of(layer, Option::kernel, "kernel_size");
  const Tuple* sides = layer.tuple(Option::kernel);
  const bool each = sides != nullptr && sides->size() > 1;
  std::vector<Expr> factors;
  for (const Whole& side : window_sides(layer))
    factors.push_back(
        symbol(each ? typed.word + "[" + digits(factors.size()) + "]" : typed.word, side, typed.ref));
  return product(std::move(factors));
}

/// Of all numbers those of one group, or of one head.
RARE Expr share_of(const Expr& all, const Expr& groups) {
  if (groups.value == Whole(1)) return all;
  const bool even = all.value && groups.value && *all.value % *groups.value == 0;
  return symbol(all.word + " / " + groups.word, even ? Whole(*all.value / *groups.value) : Whole(),
                groups.ref);
}

RARE Expr groups_of(const Layer& layer) { return option_of(layer, Option::groups, "groups"); }

/// As wide as what the layer reads, unless something else is said.
RARE Expr said_or_read(const Layer& layer, Option option, const Expr& input) {
  if (layer.settings[option] == Whole(0)) return input;
  return option_of(layer, option, std::string(word(option).spellings.front()));
}

/// A head's share of what the layer reads, likewise.
RARE Expr said_or_share(const Layer& layer, Option option, const Expr& input) {
  if (layer.settings[option] == Whole(0))
    return share_of(input, option_of(layer, Option::num_heads, "num_heads"));
  return option_of(layer, option, std::string(word(option).spellings.front()));
}

}  // namespace

std::string origin_of(const Layer& layer) { return "written." + digits(layer.origin); }

Expr option_of(const Layer& layer, Option id, std::string word) {
  const int argument = layer.argument[static_cast<std::size_t>(id)];
  std::string ref = origin_of(layer);
  if (argument >= 0) ref += ".args." + digits(argument);
  return symbol(std::move(word), layer.settings[id], std::move(ref));
}

Expr units_of(const Layer& layer) {
  return option_of(layer, Option::units, std::string(layer.rule.words().units));
}

Expr projected_of(const Layer& layer) {
  return option_of(layer, Option::proj_size, std::string(layer.rule.words().projection));
}

Expr input_of(const Layer& layer) {
  const std::string said = layer.input_said < 0 ? "" : "written.0.args." + digits(layer.input_said);
  return symbol(std::string(layer.rule.words().input), layer.input, said.empty() ? "input" : said);
}

/// Of layers around recurrent ones.
RARE static Expr size_around(Size size, const Layer& layer, const Expr& input) {
  switch (size) {
    case Size::second_input: return option_of(layer, Option::second_input, "in2_features");
    case Size::pairs: return product(input, size_of(Size::second_input, layer, input));
    case Size::parameters: return option_of(layer, Option::parameters, "parameters");
    case Size::window: return window_of(layer);
    case Size::multiplier: return option_of(layer, Option::depth_multiplier, "depth_multiplier");
    case Size::channels:
      if (layer.settings[Option::depth_multiplier] == Whole(1)) return input;
      return product(input, size_of(Size::multiplier, layer, input));
    case Size::group_input: return share_of(input, groups_of(layer));
    case Size::group_units: return share_of(units_of(layer), groups_of(layer));
    case Size::patch: return product(window_of(layer), share_of(input, groups_of(layer)));
    case Size::steps: return steps_of(layer);
    case Size::places: return places_of(layer);
    case Size::features:
      if (layer.settings[Option::axis] == Whole(static_cast<std::uint64_t>(Axis::none))) break;
      if (!keeps_steps(layer)) return input;
      return keeps_features(layer) ? product(steps_of(layer), input) : steps_of(layer);
    case Size::shared_slopes: return shared_axes(layer) < layer.axes ? input : constant(1, origin_of(layer));
    case Size::slopes: return option_of(layer, Option::num_parameters, "num_parameters");
    case Size::heads: return option_of(layer, Option::num_heads, "num_heads");
    case Size::key_dim: return said_or_share(layer, Option::key_dim, input);
    case Size::value_dim:
      return option_of(layer,
                       layer.settings[Option::value_dim] == Whole(0) ? Option::key_dim : Option::value_dim,
                       layer.settings[Option::value_dim] == Whole(0) ? "key_dim" : "value_dim");
    case Size::head_values:
      return product(size_of(Size::heads, layer, input), size_of(Size::value_dim, layer, input));
    case Size::key_input: return said_or_read(layer, Option::key_input, input);
    case Size::value_input: return said_or_read(layer, Option::value_input, input);
    case Size::attended: return said_or_read(layer, Option::output_shape, input);
    case Size::input_of_head:
    case Size::read_of_head: return share_of(input, option_of(layer, Option::num_heads, "num_heads"));
    case Size::vo_dim: return said_or_share(layer, Option::value_dim, input);
    case Size::head_keys:
      return product(size_of(Size::heads, layer, input), size_of(Size::key_dim, layer, input));
    case Size::head_vos:
      return product(size_of(Size::heads, layer, input), size_of(Size::vo_dim, layer, input));
    case Size::qkv: return said_or_read(layer, Option::qkv_features, input);
    case Size::qkv_of_head:
      return share_of(size_of(Size::qkv, layer, input), option_of(layer, Option::num_heads, "num_heads"));
    case Size::model:
      if (layer.settings[Option::output_shape] == Whole(0)) return size_of(Size::head_keys, layer, input);
      return size_of(Size::attended, layer, input);
    case Size::conv_window: return option_of(layer, Option::conv_kernel, "conv1d_kernel_size");
    case Size::head_dim: return option_of(layer, Option::head_dim, "head_dim");
    case Size::query_heads: return option_of(layer, Option::query_heads, "num_query_heads");
    case Size::kv_heads: return option_of(layer, Option::kv_heads, "num_key_value_heads");
    case Size::query_values:
      return product(size_of(Size::query_heads, layer, input), size_of(Size::head_dim, layer, input));
    case Size::read_patch: return product(window_of(layer), size_of(Size::read, layer, input));
    default: break;
  }
  return constant(1, origin_of(layer));
}

Expr size_of(Size size, const Layer& layer, const Expr& input) {
  switch (size) {
    case Size::input: return input;
    case Size::vocabulary: return option_of(layer, Option::vocabulary, std::string(layer.rule.words().input));
    case Size::units: return units_of(layer);
    case Size::projected: return projected_of(layer);
    case Size::read: return layer.rule.projects() ? projected_of(layer) : units_of(layer);
    case Size::all_read: return sum(size_of(Size::read, layer, input), input);
    case Size::one: return constant(1, origin_of(layer));
    default: return size_around(size, layer, input);
  }
}

std::vector<Expr> reads_of(const Part& part, const Layer& layer, const Expr& input) {
  std::vector<Expr> out;
  for (const Size size : part.reads) {
    const bool first = size == Size::input && layer.rule.input_first();
    out.insert(first ? out.begin() : out.end(), size_of(size, layer, input));
  }
  if (part.biases != Whole(0)) out.push_back(constant(part.biases, "rule.bias"));
  return out;
}

Expr units_of(const Part& part, const Layer& layer, const Expr& input) {
  std::vector<Expr> factors;
  for (const Size size : part.units) factors.push_back(size_of(size, layer, input));
  if (factors.empty()) return constant(1, times_ref(part));
  return product(std::move(factors));
}

Expr part_formula(const Part& part, const Layer& layer, const Expr& input) {
  const Expr times = constant(part.times, times_ref(part));
  std::vector<Expr> factors{times, sum(reads_of(part, layer, input)), units_of(part, layer, input)};
  std::erase_if(factors, is_one);
  if (factors.empty() || (feature_vectors(part) && part.times == 1)) factors.insert(factors.begin(), times);
  return product(std::move(factors));
}

Expr bias_term(const Layer& layer, std::uint64_t vectors) {
  const std::uint64_t matrices = std::max<std::uint64_t>(layer.rule.matrices(), 1);
  const bool folds = vectors % matrices == 0;
  const std::uint64_t each = folds ? vectors / matrices : 1;
  std::vector<Expr> factors = factors_of(layer);
  if (!folds && vectors > 1) factors.push_back(constant(vectors, "rule.bias_vectors"));
  factors.push_back(units_of(layer));
  if (folds && matrices > 1) factors.push_back(constant(matrices, "rule.matrices"));
  if (each > 1) factors.push_back(constant(each, "rule.bias"));
  return product(std::move(factors));
}

Expr part_term(const Part& part, std::uint64_t times, const Layer& layer) {
  Part some = part;
  some.times = static_cast<std::uint8_t>(times);
  some.biases = 0;
  std::vector<Expr> factors = factors_of(layer);
  factors.push_back(part_formula(some, layer, input_of(layer)));
  return product(std::move(factors));
}

RARE std::optional<Expr> reading_term(const Part& part, std::uint64_t more, const Layer& layer,
                                      const Rule& rule) {
  if (!reads_input(part.reads) && !reads_input(part.units)) return {};
  Part some = part;
  some.biases = 0;
  for (const Size size : part.reads)
    if (reads_input(size)) some.reads = {size};
  std::vector<Expr> factors = factors_of(layer);
  factors.push_back(part_formula(some, layer, constant(more, input_of(layer).ref)));
  const std::uint64_t matrices = rule.matrices(part);
  if (gated(part) && matrices > 1) factors.push_back(constant(matrices, "rule.matrices"));
  return product(std::move(factors));
}

}  // namespace rnn
