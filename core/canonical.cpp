#include "core/canonical.h"

#include <algorithm>
#include <span>

#include "core/arguments.h"

namespace rnn {
namespace {

/// Whether an option only moves time steps.
bool moves_steps(Option option) {
  switch (option) {
    case Option::size:
    case Option::sides:
    case Option::kernel_size:
    case Option::strides:
    case Option::padding:
    case Option::pad:
    case Option::dilation:
    case Option::output_padding:
    case Option::ceil_mode:
    case Option::return_sequences: return true;
    default: return false;
  }
}

/// Whether the option has no effect in this layer: what it reads goes without saying, its steps are not read,
/// or it stores nothing that could be trained.
bool is_idle(const Layer& layer, bool first, Option option, const Framework& framework) {
  if (option == Option::input) return first || !(layer.said || layer.begins);
  if (option == Option::timesteps) return first || !layer.steps_said;
  if (option == Option::trainable) return layer.rule.tensors().empty();
  return moves_idle_steps(layer, option, framework);
}

std::string value_of(const Layer& layer, const OptionWord& facts, const Whole& value) {
  if (facts.option == Option::rate) return layer.rate;
  if (const Tuple* items = layer.tuple(facts.option)) return tuple_text(*items);
  return value_text(facts, *value);
}

/// Whether it counts by what it reads at one time step, and would not without the wrapper that says so.
bool counts_each_step(const Layer& layer) {
  if (!layer.every_step) return false;
  if (layer.settings[Option::shared_axes].value_or(0) != 0) return true;
  // The features of an image stand in its last axis, the time steps aside.
  const Whole axis = layer.settings[Option::axis];
  if (layer.reads_sequence)
    return axis == Whole(static_cast<std::uint64_t>(Axis::image_features)) ||
           axis == Whole(static_cast<std::uint64_t>(Axis::volume_features));
  const std::vector<Part>& parts = layer.rule.parts();
  return layer.settings[Option::axis].value_or(0) != 0 ||
         std::any_of(parts.begin(), parts.end(),
                     [](const Part& part) { return part.units.holds(Size::steps); });
}

/// The arguments of a layer, or of its wrapper, in the order of the options, without those that say what goes
/// without saying.
std::string arguments_of(const Layer& layer, std::uint64_t stacked, bool wrapped, bool of_wrapper,
                         const Framework& framework) {
  std::string out;
  for (const Option option : layer.word->options) {
    const OptionWord& facts = word(option);
    const Whole value = option == Option::num_layers ? Whole(stacked) : layer.settings[option];
    // A shape of two sides says both.
    const bool by_shape =
        layer.settings[Option::axis].value_or(0) != 0 && offer(framework, layer.cell, Option::axis).by_shape;
    if (by_shape && option == Option::axis) continue;
    const bool wrapper = wrapped && (option == Option::bidirectional || option == Option::merge_mode);
    if (!value || wrapper != of_wrapper) continue;  // what was typed says nothing
    if (!facts.required && *value == offer(framework, layer.cell, option).preset) continue;
    if (wrapper && option == Option::bidirectional) continue;
    const bool shape = by_shape && option == Option::input;
    if (!shape && is_idle(layer, layer.origin == 0, option, framework)) continue;
    const bool of_both = option == Option::input || option == Option::return_sequences;
    if (of_both && layer.way == Way::backward) continue;
    if (!out.empty()) out += ',';
    if (!facts.required) out.append(facts.spellings.front()).append("=");
    out +=
        shape ? "(" + digits(layer.steps) + "," + digits(layer.input) + ")" : value_of(layer, facts, value);
  }
  return out;
}

/// "LSTM(7,num_layers=2)"; a layer whose directions are two layers stands with the other one.
void append_layer(std::string& out, std::span<const Layer> stack, const Written& written,
                  const Framework& framework, bool says_rank) {
  const Layer& layer = stack.front();
  const LayerWord& words = *layer.word;
  const bool two = layer.way == Way::forward;
  const std::uint64_t stacked = two ? 1 : stack.size();
  const bool wrapped = written.wrapped || (written.named_both_ways && stacked == 1);
  std::string inner = arguments_of(layer, stacked, wrapped, false, framework);
  const std::string outer = arguments_of(layer, stacked, wrapped, true, framework);
  if (says_rank) {
    inner.append(inner.empty() ? "" : ",").append(words.does == Does::enters ? "shape=" : "input_shape=");
    inner += layer.shape.size() == 1 ? "(" + tuple_text(layer.shape) + ",)" : tuple_text(layer.shape);
  }
  if (!out.empty()) out += ',';
  // A window stands among the steps, or at each of them: so does what reads it.
  const bool moves =
      words.group == Group::convolution || (words.does != Does::stores && words.does != Does::keeps);
  const bool each = counts_each_step(layer) || (layer.every_step && moves);
  if (each) out.append(every_step_name).append("(");
  if (wrapped) out.append(wrapper_name).append("(");
  out.append(words.names.front()).append("(").append(inner).append(")");
  if (two)
    out.append(",")
        .append(backward_name)
        .append("=")
        .append(stack.back().word->names.front())
        .append("(")
        .append(arguments_of(stack.back(), 1, true, false, framework))
        .append(")");
  if (!outer.empty()) out.append(",").append(outer);
  if (wrapped) out += ')';
  if (each) out += ')';
}

/// Whether it makes a difference that what comes in is no sequence of vectors.
bool rank_matters(const Model& model) {
  const Tuple& shape = model.layers.front().shape;
  if (shape.empty() || shape.size() == 2) return false;
  return std::any_of(model.layers.begin(), model.layers.end(), [&](const Layer& layer) {
    return reads_steps(layer.word->does) || shared_axes(layer) > 0 ||
           (layer.cell == Cell::embedding && &layer != &model.layers.front());
  });
}

}  // namespace

bool moves_idle_steps(const Layer& layer, Option option, const Framework& framework) {
  if (option == Option::return_sequences && !framework.last_step) return true;
  return moves_steps(option) && !layer.steps_matter;
}

std::string canonical(const Model& model) {
  std::string layers;
  for (std::size_t i = 0; i < model.layers.size();) {
    const Layer& layer = model.layers[i];
    std::size_t end = i;
    while (end < model.layers.size() && model.layers[end].origin == layer.origin) ++end;
    append_layer(layers, std::span(model.layers).subspan(i, end - i), model.written[layer.origin],
                 *model.framework, i == 0 && rank_matters(model));
    i = end;
  }
  std::string out = "framework=" + std::string(model.framework->id);
  if (model.input) out += "&input=" + digits(model.input);
  if (model.timesteps) out += "&timesteps=" + digits(model.timesteps);
  return out + "&layers=" + layers;
}

}  // namespace rnn
