// How a framework stores a layer. All facts about frameworks stand in rule.cpp, one row each; everything else
// sees only a `Rule`, a plain value that may be copied and changed ("what if the bias were forgotten?").
//
// The one formula:  count per direction = g·(d·h + r·h) + β·h + peepholes + projection,   r = p if projected,
// else h with g matrices, d inputs, h units, p projected units, β bias vectors of length h.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/language.h"

namespace rnn {

/// A weight matrix of a cell: a gate's or the candidate's.
struct Gate {
  std::string_view name;  ///< the framework's own, as in its tensors: "forget", "i", "z"
  bool candidate;
};

/// A length that a tensor's side can have, for one direction of one layer.
enum class Size {
  one,
  input,      ///< d
  units,      ///< h
  projected,  ///< p
  read,       ///< r: what a unit reads of the step before, p if projected, else h
  all_read,   ///< r + d
};

/// A side of a tensor: `times` × size, times the number of gates too where `stacked`.
struct Side {
  std::uint64_t times = 1;
  bool stacked = false;
  Size size = Size::one;
};

enum class Role {
  weights,
  input_weights,
  recurrent_weights,
  bias,
  projection,
  peephole,
  embedding,
  scale,
  shift,
  mean,
  variance,
};

/// The columns of the drawn block (rows: units of every gate; columns: what each unit reads), as bits.
enum Column : unsigned { no_column = 0, recurrent = 1, input_column = 2, bias_column = 4, second_bias = 8 };

/// A tensor of the framework. `name` may hold {gate}, {layer} (the number within a stacked layer) and
/// {reverse} ("_reverse" in the backward direction).
struct TensorRow {
  std::string_view name;
  Role role;
  unsigned columns;
  bool one_per_gate;
  std::array<Side, 2> shape;
  std::size_t sides;
  /// The tensor exists only if the layer has this option (not 0 or false); Option::units: always.
  Option needs = Option::units;
  bool trainable = true;
};

/// The framework's names of the sizes, as they stand in formulas.
struct Words {
  std::string_view units;
  std::string_view input;
};

struct Rule {
  std::string_view name;  ///< of the layer, in the framework
  Words words;
  std::string_view projection_word = "proj_size";
  std::vector<Gate> gates;  ///< in the framework's order; none for a layer without weight matrices
  bool reads_input = false;
  bool reads_previous = false;
  Whole bias_vectors = 0;  ///< β, with bias or without; none where it can't be known
  /// Those of the bias vectors that are only added to another one, so that the layer could do the same
  /// without them.
  std::uint64_t spare_bias_vectors = 0;
  std::uint64_t peephole_vectors = 0;
  bool projects = false;      ///< a p × h matrix behind the cell; the next layer reads p
  std::uint64_t vectors = 0;  ///< of a layer that keeps vectors of length d only (BatchNormalization)
  bool passes_on = false;     ///< hands on what it reads (no units of its own)
  std::vector<TensorRow> tensors;

  std::uint64_t matrices() const { return gates.size(); }
  std::uint64_t candidates() const;
};

/// The value of each option of a layer: flags 0 and 1, choices by index, sizes; 0 = no projection. None where
/// what was typed is of no use.
struct Settings {
  std::array<Whole, option_count> values;

  Whole& operator[](Option option) { return values[static_cast<std::size_t>(option)]; }
  Whole operator[](Option option) const { return values[static_cast<std::size_t>(option)]; }
};

/// An option of a framework's cell that the reader can set. An option that is not offered always has its
/// usual value, or the one that `fixed` names.
struct Offer {
  Option option;
  Cell cell;
  std::uint64_t preset;  ///< the framework's default
  bool fixed = false;    ///< the framework always does this
};

/// How a framework keeps a cell. Of several layouts for one cell the first one whose `needs` is met applies.
struct Layout {
  Cell cell;
  std::string_view name;
  Words words;
  std::span<const Gate> gates;
  std::uint64_t bias_vectors;        ///< β where the layer has a bias
  std::uint64_t spare_bias_vectors;  ///< those of them that are only added to another one
  std::span<const TensorRow> tensors;
  Option needs = Option::units;
  std::uint64_t vectors = 0;  ///< parameters per feature of a layer that keeps vectors only
};

struct Framework {
  std::string_view id;
  std::span<const std::string_view> synonyms;
  /// A proper name; "" for the notes.
  std::string_view name;
  std::string_view previous;  ///< what came out one step earlier
  std::string_view current;   ///< this step's input
  std::span<const Layout> layouts;
  std::span<const Offer> offers;
  std::string_view source;
  std::string_view reason;  ///< the id of a sentence
};

/// The default first.
std::span<const Framework> frameworks();

/// By id or synonym, whatever the case; nullptr if there is none.
const Framework* find_framework(std::string_view text);

/// What the framework does about an option of a cell: its default, and whether it is always that.
Offer offer(const Framework& framework, Cell cell, Option option);

/// How `framework` keeps a `cell` with these settings.
Rule rule_for(const Framework& framework, Cell cell, const Settings& settings);

}  // namespace rnn
