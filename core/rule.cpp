#include "core/rule.h"

#include <algorithm>

namespace rnn {
namespace {

bool has_units(const LayerWord& layer) {
  return std::find(layer.options.begin(), layer.options.end(), Option::units) != layer.options.end();
}

bool is_candidate(const Gate& gate) { return gate.role == Gate::candidate; }

}  // namespace

Rule::Rule(const Framework& framework, Cell cell) : words_(framework.words) {
  const LayerWord& layer = word(cell);
  if (!layer.names.empty()) name_ = layer.names.front();
  reads_previous_ = layer.recurrent;
  reads_input_ = has_units(layer);
  passes_on_ = !reads_input_;
  input_first_ = framework.input_first;
}

Rule::Rule(const Framework& framework, const Layout& layout, const Settings& settings)
    : Rule(framework, layout.cell) {
  known_ = true;
  name_ = layout.name;
  if (!layout.words.units.empty()) words_ = layout.words;
  gates_.assign(layout.gates.begin(), layout.gates.end());
  bias_vectors_ = multiply(layout.bias_vectors, settings[Option::bias]);
  if (!settings[Option::reset_after]) bias_vectors_ = {};
  if (bias_vectors_ != Whole(0)) spare_bias_vectors_ = layout.spare_bias_vectors;
  unused_bias_vectors_ = layout.unused_bias_vectors;
  unused_gate_ = layout.unused_gate;
  if (unused_matrices() != 0 && bias_vectors_) {
    unused_bias_vectors_ = *bias_vectors_ / gates_.size();
    bias_vectors_ = *bias_vectors_ - unused_bias_vectors_;
  }
  for (const Part& part : layout.parts)
    if (met(part.needs, settings)) parts_.push_back(part);
  projects_ = met(Option::proj_size, settings);
  for (const TensorRow& row : layout.tensors)
    if (met(row.needs, settings) && met(row.also_needs, settings)) tensors_.push_back(row);
}

std::uint64_t Rule::candidates() const {
  return static_cast<std::uint64_t>(std::count_if(gates_.begin(), gates_.end(), is_candidate));
}

std::uint64_t Rule::vectors() const {
  return static_cast<std::uint64_t>(std::count_if(tensors_.begin(), tensors_.end(), [](const TensorRow& row) {
    return row.sides == 1 && row.shape.front().size == Size::input;
  }));
}

Whole Rule::bias() const {
  if (!bias_vectors_ || gates_.empty() || *bias_vectors_ % matrices() != 0) return {};
  return *bias_vectors_ / matrices();
}

bool Rule::unused(std::string_view gate) const {
  return unused_matrices() != 0 && std::any_of(gates_.begin(), gates_.end(), [&](const Gate& other) {
           return other.role == unused_gate_ && other.name == gate;
         });
}

Rule Rule::without_second_biases() const {
  Rule out = *this;
  if (bias_vectors_ > Whole(matrices())) out.bias_vectors_ = matrices();
  if (unused_bias_vectors_ > 1 && unused_matrices() != 0) out.unused_bias_vectors_ = 1;
  std::erase_if(out.tensors_, [](const TensorRow& row) { return row.columns == second_bias; });
  for (TensorRow& row : out.tensors_) {
    if (row.columns != (bias_column | second_bias)) continue;
    row.columns = bias_column;
    for (Side& side : row.shape)
      if (side.times == 2) side.times = 1;
  }
  out.spare_bias_vectors_ = 0;
  return out;
}

Rule Rule::without_candidate() const {
  Rule out = *this;
  const auto is_unread = [&](const TensorRow& row) {
    return std::any_of(gates_.begin(), gates_.end(),
                       [&](const Gate& gate) { return is_candidate(gate) && gate.name == row.unread; });
  };
  std::erase_if(out.gates_, is_candidate);
  // Biases beyond those of every matrix are the candidate's.
  if (bias_vectors_) out.bias_vectors_ = *bias_vectors_ / matrices() * out.matrices();
  if (unused_matrices() == 0) out.unused_bias_vectors_ = unused_bias_vectors_ / matrices() * out.matrices();
  std::erase_if(out.tensors_, [](const TensorRow& row) { return row.bands == Bands::candidate; });
  if (std::any_of(tensors_.begin(), tensors_.end(), is_unread))
    std::erase_if(out.parts_, [](const Part& part) { return part.topic == Topic::unused; });
  out.spare_bias_vectors_ = 0;
  return out;
}

Rule rule_for(const Framework& framework, Cell cell, const Settings& settings) {
  const Layout* layout = find_layout(framework, cell, settings);
  return layout == nullptr ? Rule(framework, cell) : Rule(framework, *layout, settings);
}

}  // namespace rnn
