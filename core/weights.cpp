#include "core/weights.h"

#include <utility>

namespace rnn {
namespace {

Whole length(Size size, const Layer& layer) {
  switch (size) {
    case Size::one: return 1;
    case Size::input: return layer.input;
    case Size::units: return layer.settings[Option::units];
    case Size::projected: return layer.settings[Option::proj_size];
    case Size::read: return recurrent_width(layer);
    case Size::all_read: return add(recurrent_width(layer), layer.input);
  }
  return {};
}

void replace(std::string& text, std::string_view what, std::string_view by) {
  const std::size_t at = text.find(what);
  if (at != std::string::npos) text.replace(at, what.size(), by);
}

Weight weight(const TensorRow& row, const Layer& layer, const Gate* gate, bool backward) {
  Weight out;
  out.name = row.name;
  replace(out.name, "{gate}", gate != nullptr ? gate->name : "");
  replace(out.name, "{layer}", std::to_string(layer.number));
  replace(out.name, "{reverse}", backward ? "_reverse" : "");
  out.role = row.role;
  out.trainable = row.trainable;
  out.columns = row.columns;
  for (std::size_t i = 0; i < row.sides; ++i) {
    const Side& side = row.shape[i];
    const Whole times = multiply(side.times, side.stacked ? layer.rule.matrices() : 1);
    out.shape.push_back(multiply(times, length(side.size, layer)));
  }
  if (gate != nullptr)
    out.gate = gate->name;
  else if (row.columns != no_column)
    for (const Gate& part : layer.rule.gates) out.gates.emplace_back(part.name);
  return out;
}

}  // namespace

std::vector<Weight> weights(const Layer& layer) {
  std::vector<Weight> out;
  const bool backward = directions(layer) == Whole(2);
  for (int direction = 0; direction < (backward ? 2 : 1); ++direction)
    for (const TensorRow& row : layer.rule.tensors) {
      if (!row.one_per_gate) out.push_back(weight(row, layer, nullptr, direction == 1));
      if (row.one_per_gate)
        for (const Gate& gate : layer.rule.gates) out.push_back(weight(row, layer, &gate, direction == 1));
    }
  return out;
}

Whole count(const Weight& weight) {
  Whole product = 1;
  for (const Whole side : weight.shape) product = multiply(product, side);
  return product;
}

Whole count(const std::vector<Weight>& weights) {
  Whole sum = 0;
  for (const Weight& weight : weights) sum = add(sum, count(weight));
  return sum;
}

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
