#include "core/block.h"

#include <algorithm>
#include <array>

#include "core/terms.h"

namespace rnn {
namespace {

constexpr std::array columns{recurrent, input_column, bias_column, second_bias};

Column column_of(Size size) {
  switch (size) {
    case Size::read:
    case Size::read_of_head:
    case Size::read_patch: return recurrent;
    case Size::input:
    case Size::vocabulary:
    case Size::pairs:
    case Size::window:
    case Size::group_input:
    case Size::input_of_head:
    case Size::channels:
    case Size::patch: return input_column;
    default: return no_column;
  }
}

bool is_bias(Column column) { return column == bias_column || column == second_bias; }

Whole read_by(const Part& part, const Layer& layer) {
  return evaluate(sum(reads_of(part, layer, input_of(layer))));
}

Whole units_in(const Part& part, const Layer& layer) {
  return evaluate(units_of(part, layer, input_of(layer)));
}

/// What a unit of the part reads in a column.
Whole width_of(Column column, const Part& part, const Layer& layer) {
  if (is_bias(column)) return 1;
  Whole out = 0;
  for (const Size size : part.reads)
    if (column_of(size) == column) out = add(out, evaluate(size_of(size, layer, input_of(layer))));
  return out;
}

/// The part that counts a tensor's band.
Part part_of(const Weight& weight, std::string_view band, const Rule& rule) {
  const Part* part = rule.part(weight.part, band);
  if (part == nullptr) part = rule.part(Topic::biases);
  return part == nullptr ? Part() : *part;
}

/// A tensor that lies beside the block, as its part is told; or one in a layer that has none, as it is
/// stored.
Piece whole(const Weight& weight, const Layer& layer) {
  Part part = part_of(weight, "", layer.rule);
  if (!layer.rule.gates().empty()) {
    // Of a convolution before the block, the biases are a tensor of their own.
    const bool is_bias = weight.role == Role::bias;
    if (part.topic == Topic::depthwise && is_bias) part.reads = {};
    if (part.topic == Topic::depthwise && !is_bias) part.biases = 0;
    return {part.topic, "", no_column, read_by(part, layer), units_in(part, layer)};
  }
  const bool reads_input = std::any_of(part.reads.begin(), part.reads.end(),
                                       [](Size size) { return column_of(size) == input_column; });
  // Vectors side by side are as wide as the matrices that they belong to.
  if (weight.role == Role::bias && weight.shape.size() == 1 && weight.shape.front() &&
      weight.shape.front() == multiply(part.times, units_in(part, layer)))
    return {part.topic, "", reads_input ? input_column : no_column, part.times, units_in(part, layer)};
  Whole rows = 1;
  for (std::size_t i = 0; i + 1 < weight.shape.size(); ++i) rows = multiply(rows, weight.shape[i]);
  const Whole width = weight.shape.empty() ? Whole(1) : weight.shape.back();
  return {part.topic, "", reads_input ? input_column : no_column, rows, width};
}

}  // namespace

std::vector<Piece> pieces(const Weight& weight, const Layer& layer) {
  std::vector<Piece> out;
  std::vector<std::string_view> bands =
      weight.gate.empty() ? weight.gates : std::vector<std::string_view>{weight.gate};
  if (bands.empty()) bands.emplace_back();
  if (weight.columns != no_column) {
    for (const std::string_view band : bands) {
      const Part part = part_of(weight, band, layer.rule);
      const Whole rows = units_in(part, layer);
      const bool unread = !band.empty() && (band == weight.unread || layer.rule.unused(band));
      for (const Column column : columns) {
        if ((weight.columns & column) == 0) continue;
        if (column == second_bias && !weight.second_bias_of.empty() && weight.second_bias_of != band)
          continue;
        const Whole width = width_of(column, part, layer);
        const bool idle = is_bias(column) && layer.rule.bias_vectors() == Whole(0);
        if (unread || idle)
          out.push_back({Topic::unused, "", no_column, rows, width});
        else
          out.push_back({is_bias(column) ? Topic::biases : part.topic, band, column, rows, width});
      }
    }
  } else if (weight.part != Topic::peepholes) {
    out.insert(out.end(), weight.vectors, whole(weight, layer));
  }
  const Whole units = layer.settings[Option::units];
  for (const std::string_view gate : weight.peepholes)
    if (layer.rule.unused(gate))
      out.push_back({Topic::unused, "", no_column, units, 1});
    else
      out.push_back({Topic::peepholes, gate, no_column, units, 1});
  if (weight.direction == Weight::Direction::both)
    for (std::size_t i = 0, half = out.size(); i < half; ++i) out.push_back(out[i]);
  return out;
}

std::string origin_of(const Piece& piece, const Layer& layer, std::size_t index,
                      const std::vector<Step>& steps) {
  const Rule& rule = layer.rule;
  if (is_bias(piece.column)) return rule.bias() ? "rule.bias" : "rule.bias_vectors";
  if (piece.gate.empty() || piece.column == no_column) return step_ref(index, steps, piece.topic);
  if (has(*layer.word, Option::kernel) || layer.cell == Cell::bilinear || layer.cell == Cell::slstm) {
    const std::string reads = step_ref(index, steps, Topic::reads);
    return reads.empty() ? option_of(layer, Option::kernel, {}).ref : reads;
  }
  if (piece.column == recurrent) return size_of(Size::read, layer, input_of(layer)).ref;
  for (const Topic told : {Topic::handed_on, Topic::said})
    if (std::string step = step_ref(index, steps, told); !step.empty()) return step;
  return input_of(layer).ref;
}

}  // namespace rnn
