#include "core/block.h"

#include "core/terms.h"

namespace rnn {
namespace {

constexpr std::array columns{recurrent, input_column, bias_column, second_bias};

Whole width_of(Column column, const Layer& layer) {
  switch (column) {
    case recurrent: return recurrent_width(layer);
    case input_column: return layer.input;
    default: return 1;
  }
}

/// A tensor that lies beside the block, or in a layer that has none.
Piece whole(const Weight& weight, const Layer& layer) {
  const std::vector<Whole>& shape = weight.shape;
  switch (weight.role) {
    case Role::projection:
      return {Topic::projection, "", no_column, layer.settings[Option::proj_size],
              layer.settings[Option::units]};
    case Role::embedding: return {Topic::matrix, "", input_column, shape.front(), shape.back()};
    default: break;
  }
  Topic topic = layer.rule.gates().empty() ? Topic::matrix : Topic::normalization;
  if (weight.role == Role::counter) topic = Topic::counter;
  return {topic, "", no_column, 1, shape.front()};
}

}  // namespace

std::vector<Piece> pieces(const Weight& weight, const Layer& layer) {
  std::vector<Piece> out;
  const Whole units = layer.settings[Option::units];
  const std::vector<std::string_view> bands =
      weight.gate.empty() ? weight.gates : std::vector<std::string_view>{weight.gate};
  if (weight.columns != no_column) {
    for (const std::string_view band : bands)
      for (const Column column : columns) {
        if ((weight.columns & column) == 0) continue;
        const Whole width = width_of(column, layer);
        const bool is_bias = column == bias_column || column == second_bias;
        const bool idle = is_bias && layer.rule.bias_vectors() == Whole(0);
        if (band == weight.unread || layer.rule.unused(band) || idle)
          out.push_back({Topic::unused, "", no_column, units, width});
        else
          out.push_back({is_bias ? Topic::biases : Topic::matrix, band, column, units, width});
      }
  } else if (weight.role != Role::peephole) {
    out.push_back(whole(weight, layer));
  }
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
  if (piece.gate.empty() || piece.column == no_column) return step_ref(index, steps, piece.topic);
  if (piece.column == recurrent) return (rule.projects() ? projected_of(layer) : units_of(layer)).ref;
  if (piece.column != input_column) return rule.bias() ? "rule.bias" : "rule.bias_vectors";
  const std::string handed_on = step_ref(index, steps, Topic::handed_on);
  return handed_on.empty() ? "input" : handed_on;
}

}  // namespace rnn
