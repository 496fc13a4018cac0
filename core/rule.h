// How a framework keeps one layer, as a plain value that may be copied.
//
// The one formula:  count per direction = g·(d·h + r·h) + β·h + parts,   r = p if projected, else h,
// with g matrices, d inputs, h units, p projected units, β bias vectors of length h; the parts are peepholes,
// normalisation, the projection, and what is stored but never used.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/framework.h"

namespace rnn {

struct Rule {
  bool known = false;     ///< whether the framework has such a cell; without it there is nothing but a name
  std::string_view name;  ///< of the layer, in the framework
  Words words;
  std::span<const Gate> gates;  ///< in the framework's order; none for a layer without weight matrices
  bool reads_input = false;
  bool reads_previous = false;
  Whole bias_vectors = 0;  ///< β, with bias or without; none where it can't be known
  /// Those of the bias vectors that are only added to another one: the layer could do the same without them.
  std::uint64_t spare_bias_vectors = 0;
  std::uint64_t unused_bias_vectors = 0;  ///< stored, and never read by the forward pass
  std::uint64_t unused_matrices = 0;      ///< likewise
  std::vector<Part> parts;
  bool projects = false;      ///< a p × h matrix behind the cell; the next layer reads p
  std::uint64_t vectors = 0;  ///< of a layer that keeps vectors of length d only (BatchNormalization)
  bool passes_on = false;     ///< hands on what it reads (no units of its own)
  std::vector<TensorRow> tensors;
  std::span<const Option> without;  ///< options that this layout of the cell lacks

  std::uint64_t matrices() const { return gates.size(); }
  std::uint64_t candidates() const;
  /// The biases of each unit of each matrix; none where they are not as many for all, or β can't be known.
  Whole bias() const;
};

/// How `framework` keeps a `cell` with these settings; without tensors where it has no such cell.
Rule rule_for(const Framework& framework, Cell cell, const Settings& settings);

}  // namespace rnn
