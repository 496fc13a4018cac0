#include "core/diagnose/supposed.h"

#include <algorithm>
#include <utility>

#include "core/diagnose/rules.h"
#include "core/weights.h"

namespace rnn {
namespace {

void set_width(Layer& layer, const Whole& width) {
  layer.input = width;
  if (layer.said) layer.settings[Option::input] = width;
}

/// Whether a unit reads so many numbers of the step before as there are units, one for each.
bool reads_its_past(const Rule& rule) {
  return std::any_of(rule.parts().begin(), rule.parts().end(),
                     [](const Part& part) { return gated(part) && part.reads.holds(Size::read); });
}

/// The number of bias vectors that a layer stores, used or not.
std::uint64_t stored_bias_vectors(const Rule& rule) {
  std::uint64_t out = rule.bias_vectors().value_or(0);
  for (const Part& part : rule.parts())
    if (part.topic == Topic::unused) out += part.times * part.biases.value_or(0);
  return out;
}

}  // namespace

Supposed::Supposed(const Model& right) : right_(right), near_(neighbours_of(right)) {}

/// What the layer reads where its source hands on `width`.
Whole Supposed::rescaled(const Layer& layer, const Place& place, const Whole& width) const {
  const Whole before =
      place.source >= 0 ? right_.layers[static_cast<std::size_t>(place.source)].passed.width : right_.input;
  if (place.source == Place::unknown || !before || !layer.input || *before == 0 ||
      *layer.input % *before != 0)
    return layer.input;
  return multiply(*layer.input / *before, width);
}

std::vector<MadeSlip> Supposed::singles() const {
  std::vector<MadeSlip> out;
  for (const SlipWord& word : slip_words()) {
    MadeSlip change;
    change.slip = word.slip;
    if (word.slip == Slip::other_cell) {
      for (const LayerWord& layer : layers()) {
        change.cell = layer.cell;
        if (layer.recurrent && layer.group == Group::recurrent) out.push_back(change);
      }
      continue;
    }
    out.push_back(change);
    if (word.slip != Slip::dense_no_bias) continue;
    for (std::size_t i = 0; i < near_.places.size(); ++i) {
      const int source = near_.places[i].source;
      const bool behind = source >= 0 && near_[source].recurrent;
      if (!behind || !is_dense(right_.layers[i])) continue;
      change.layer = static_cast<int>(i);
      out.push_back(change);
      break;
    }
  }
  return out;
}

void Supposed::change_block(Slip slip, Layer& layer) const {
  Rule& rule = layer.rule;
  const std::uint64_t matrices = rule.matrices();
  const std::uint64_t vectors = stored_bias_vectors(rule);
  const auto with = [&](std::uint64_t count) {
    if (matrices != count) rule = with_matrices(rule, count);
  };
  switch (slip) {
    case Slip::no_second_bias:
      if (vectors > matrices) rule = with_bias_vectors(rule, matrices);
      break;
    case Slip::second_bias:
      if (vectors == matrices) rule = with_bias_vectors(rule, 2 * matrices);
      break;
    case Slip::no_bias:
      if (vectors != 0) rule = with_bias_vectors(rule, 0);
      break;
    case Slip::one_bias_vector:
      if (vectors > 1) rule = with_bias_vectors(rule, 1);
      break;
    case Slip::one_bias_number:
      if (vectors != 0) rule = with_bias_numbers(rule, 1);
      break;
    case Slip::one_bias_number_per_matrix:
      if (vectors != 0) rule = with_bias_numbers(rule, matrices);
      break;
    case Slip::one_matrix: return with(1);
    case Slip::two_matrices: return with(2);
    case Slip::three_matrices: return with(3);
    case Slip::four_matrices: return with(4);
    case Slip::no_recurrent: rule = without_recurrent(rule); break;
    case Slip::no_input: rule = without_input(rule); break;
    case Slip::recurrent_vector:
      if (reads_its_past(rule)) rule = with_recurrent_vector(rule);
      break;
    case Slip::directions_share_input:
      if (directions(layer) == Whole(2)) rule = with_shared_input(rule);
      break;
    case Slip::initial_state:
      if (reads_its_past(rule) && rule.part(Topic::initial_state) == nullptr)
        rule = with_initial_state(rule, !rule.gate(Gate::output).empty());
      break;
    default: break;
  }
}

void Supposed::change_reading(Slip slip, Layer& layer, const Place& place, std::size_t index) const {
  const Layer& right = right_.layers[index];
  const Layer* const source =
      place.source >= 0 ? &right_.layers[static_cast<std::size_t>(place.source)] : nullptr;
  const bool behind = source != nullptr && near_[place.source].recurrent;
  switch (slip) {
    case Slip::next_reads_units:
      if (side_by_side(right_, place.source, true))
        set_width(layer, rescaled(right, place, half(source->passed.width)));
      break;
    case Slip::next_reads_matrices:
      // Directions that are two layers have each its own.
      if (behind && source->way == Way::whole)
        set_width(layer, rescaled(right, place, multiply(source->passed.width, source->rule.matrices())));
      break;
    case Slip::every_layer_like_the_first:
      if (place.recurrent && near_.equal)
        for (std::size_t i = 0; i < near_.places.size(); ++i)
          if (near_.places[i].first) return set_width(layer, right_.layers[i].input);
      break;
    case Slip::half_units:
      if (!near_.even) break;
      if (place.recurrent && directions(right) == Whole(2))
        layer.settings[Option::units] = half(right.settings[Option::units]);
      if (source != nullptr && both_ways(*source))
        set_width(layer, rescaled(right, place, source->settings[Option::units]));
      break;
    case Slip::embedding_as_input:
      if (place.first && place.embedding >= 0)
        set_width(layer,
                  right_.layers[static_cast<std::size_t>(place.embedding)].settings[Option::vocabulary]);
      break;
    case Slip::steps_as_input: {
      const bool fed = !right_.layers.empty() && right_.layers.front().cell != Cell::embedding;
      if (!right_.timesteps) break;
      if (fed && place.source == Place::incoming && !layer.rule.passes_on())
        set_width(layer, rescaled(right, place, right_.timesteps));
      if (!fed && place.first) set_width(layer, right_.timesteps);
      break;
    }
    case Slip::steps_as_units:
      if (!right_.timesteps) break;
      if (behind && !source->rule.projects())
        set_width(layer,
                  rescaled(right, place,
                           multiply(right_.timesteps, side_by_side(right_, place.source, false) ? 2 : 1)));
      if (place.recurrent && !layer.rule.projects()) layer.settings[Option::units] = right_.timesteps;
      break;
    default: break;
  }
}

/// One number of the query, and what follows from it for the layers behind.
void Supposed::change_size(const MadeSlip& change, Layer& layer, const Place& place,
                           std::size_t index) const {
  const Layer& right = right_.layers[index];
  if (change.vocabulary) {
    if (layer.cell != Cell::embedding || static_cast<int>(index) != change.layer) return;
    layer.settings[Option::vocabulary] = change.number;
    layer.input = change.number;
    return;
  }
  const auto written = [&](int at) {
    return static_cast<int>(right_.layers[static_cast<std::size_t>(at)].origin);
  };
  if (change.layer < 0) {
    if (place.source == Place::incoming) set_width(layer, rescaled(right, place, change.number));
    return;
  }
  if (place.source >= 0 && written(place.source) == change.layer) {
    const Layer& source = right_.layers[static_cast<std::size_t>(place.source)];
    const Whole units = source.settings[Option::units];
    const Whole handed = source.passed.width;
    const bool scales = units && handed && *units != 0 && *handed % *units == 0 && !source.rule.projects();
    if (scales) set_width(layer, rescaled(right, place, multiply(*handed / *units, change.number)));
  }
  if (static_cast<int>(right.origin) == change.layer && !layer.rule.passes_on())
    layer.settings[Option::units] = change.number;
}

/// As the framework keeps a layer of that kind with what the layer's own settings say of it.
void Supposed::change_cell(Cell cell, Layer& layer) const {
  if (layer.word->group != Group::recurrent || layer.cell == cell || !has_cell(*right_.framework, cell))
    return;
  const LayerWord& target = word(cell);
  Settings settings = layer.settings;
  for (const Option option : layer.word->options)
    if (!has(target, option)) settings[option] = word(option).usual;
  for (const Option option : target.options)
    if (!has(*layer.word, option)) settings[option] = offer(*right_.framework, cell, option).preset;
  Rule rule = rule_for(*right_.framework, cell, settings);
  if (!rule.known()) return;
  layer.settings = settings;
  layer.rule = std::move(rule);
  layer.cell = cell;
  layer.word = &target;
}

void Supposed::change(const MadeSlip& change, Layer& layer, std::size_t index) const {
  const Place& place = near_.places[index];
  const Layer& right = right_.layers[index];
  const bool two_ways = place.recurrent && directions(right) == Whole(2);
  const auto leave_out = [&](bool out) {
    if (out) layer.rule = uncounted(layer.rule);
  };
  switch (change.slip) {
    case Slip::swapped:
      if (place.recurrent && !layer.rule.projects()) {
        const Whole units = layer.settings[Option::units];
        layer.settings[Option::units] = layer.input;
        set_width(layer, units);
      }
      return;
    case Slip::one_direction:
      if (two_ways) layer.settings[Option::bidirectional] = 0;
      return leave_out(right.way == Way::backward);
    case Slip::directions_twice:
      if (two_ways) layer.settings[Option::bidirectional] = 3;
      return;
    case Slip::first_layer_only: return leave_out(place.recurrent && !place.first);
    case Slip::last_layer_only: return leave_out(place.recurrent && !place.last);
    case Slip::without_embedding: return leave_out(layer.cell == Cell::embedding && near_.recurrent != 0);
    case Slip::without_output: return leave_out(place.output && near_.recurrent != 0);
    case Slip::only_recurrent: return leave_out(!place.recurrent && near_.others > 1 && near_.recurrent != 0);
    case Slip::dense_no_bias:
      if (is_dense(right) && near_.recurrent != 0 &&
          (change.layer < 0 || change.layer == static_cast<int>(index)))
        layer.rule = with_bias_vectors(layer.rule, 0);
      return;
    case Slip::dense_doubled:
      if (!is_dense(right) || !side_by_side(right_, place.source, true)) return;
      set_width(layer, half(right.input));
      layer.settings[Option::bidirectional] = 1;
      return;
    case Slip::other_cell:
      if (place.recurrent) change_cell(change.cell, layer);
      return;
    case Slip::other_size: return change_size(change, layer, place, index);
    case Slip::formula_times_units:
      layer.rule = with_steps_times_units(layer.rule);
      layer.reads_sequence = true;
      layer.steps = change.number;
      return;
    default:
      change_reading(change.slip, layer, place, index);
      if (place.recurrent) change_block(change.slip, layer);
      return;
  }
}

namespace {

/// What is read comes before what is made of it, and whether it is counted at all comes last.
enum class Turn : std::uint8_t { read, state, matrices, block, shared, counted };
constexpr Turn turns[] = {Turn::read, Turn::state, Turn::matrices, Turn::block, Turn::shared, Turn::counted};

Turn turn(Slip slip) {
  if (slip == Slip::half_units) return Turn::read;
  if (slip == Slip::directions_share_input) return Turn::shared;
  switch (slip_word(slip).group) {
    case SlipGroup::reads:
    case SlipGroup::input: return Turn::read;
    case SlipGroup::state: return Turn::state;
    case SlipGroup::matrices: return Turn::matrices;
    case SlipGroup::layers:
    case SlipGroup::counted: return Turn::counted;
    default: return Turn::block;
  }
}

}  // namespace

Layer Supposed::changed(std::span<const MadeSlip> changes, std::size_t index) const {
  Layer out = right_.layers[index];
  for (const Turn now : turns)
    for (const MadeSlip& one : changes)
      if (turn(one.slip) == now) change(one, out, index);
  return out;
}

Layer Supposed::output_layer(std::uint64_t units) const {
  Layer out;
  const Layer& last = right_.layers.back();
  out.cell = Cell::dense;
  out.word = &word(Cell::dense);
  for (const Option option : out.word->options)
    out.settings[option] = offer(*right_.framework, out.cell, option).preset;
  for (const OptionWord& option : options())
    if (!out.settings[option.option]) out.settings[option.option] = option.usual;
  out.settings[Option::units] = units;
  for (int& argument : out.argument) argument = -1;
  out.rule = rule_for(*right_.framework, out.cell, out.settings);
  out.name = out.rule.name();
  out.input = last.passed.width;
  out.origin = right_.written.size();
  return out;
}

Model Supposed::model(std::span<const MadeSlip> changes) const {
  Model out = right_;
  out.supposed = true;
  for (std::size_t i = 0; i < out.layers.size(); ++i) {
    out.layers[i] = changed(changes, i);
    out.layers[i].total = rnn::count(out.layers[i]);
  }
  for (const MadeSlip& one : changes)
    if (one.slip == Slip::output_layer) {
      out.layers.push_back(output_layer(one.number));
      out.layers.back().total = rnn::count(out.layers.back());
    }
  out.total = 0;
  for (const Layer& layer : out.layers) out.total = add(out.total, layer.total);
  return out;
}

Whole Supposed::count(std::span<const MadeSlip> changes, int layer) const {
  if (layer >= 0) return rnn::count(changed(changes, static_cast<std::size_t>(layer)));
  const bool everywhere = std::none_of(changes.begin(), changes.end(), [](const MadeSlip& one) {
    return one.layer >= 0 || one.slip == Slip::other_size;
  });
  Whole sum = 0;
  Whole last;
  for (std::size_t i = 0; i < near_.places.size() && sum; ++i) {
    const bool again = everywhere && i > 0 && near_.places[i].kind == near_.places[i - 1].kind;
    if (!again) last = rnn::count(changed(changes, i));
    sum = add(sum, last);
  }
  for (const MadeSlip& one : changes)
    if (one.slip == Slip::output_layer && !right_.layers.empty())
      sum = add(sum, rnn::count(output_layer(one.number)));
  return sum;
}

std::vector<std::size_t> Supposed::counted_otherwise(const MadeSlip& change) const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < near_.places.size(); ++i)
    if (rnn::count(changed({&change, 1}, i)) != right_.layers[i].total) out.push_back(i);
  return out;
}

}  // namespace rnn
