// How a framework keeps one layer, as a plain value that may be copied, and changed ("what if …?").
//
// A layer is a list of parts. The first one of a layer with gates is its block:
//   g·(d·h + r·h) + β·h,   r = p if projected, else h,
// with g matrices, d inputs, h units, p projected units, β bias vectors of length h. Beside it are its biases
// where they are not as many for each matrix, peepholes, normalisation, the projection, and at the end what
// is stored but never used: that may be a whole gate, which is none of the g, and biases, which are none of
// the β. Other layers have parts without gates alone.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/framework.h"

namespace rnn {

/// How a framework keeps one layer. It is made of a layout and the layer's settings, and changed only as a
/// whole: what its tensors hold, for the count, and what its formula says, for the derivation, are two
/// readings that cannot be set apart.
class Rule {
 public:
  Rule() = default;
  /// Of a framework that has no such cell: nothing but a name.
  Rule(const Framework& framework, Cell cell);
  Rule(const Framework& framework, const Layout& layout, const Settings& settings);

  /// Whether the framework has such a cell.
  bool known() const { return known_; }
  /// Of the layer, in the framework.
  std::string_view name() const { return name_; }
  const Words& words() const { return words_; }
  /// Hands on what it reads (no units of its own).
  bool passes_on() const { return passes_on_; }
  /// A unit reads this step's input first, then what came out one step earlier.
  bool input_first() const { return input_first_; }

  /// Those that are stored, in the framework's order; none for a layer without weight matrices.
  const std::vector<Gate>& gates() const { return gates_; }
  /// The name of the gate that does this; "" if there is none.
  std::string_view gate(Gate::Role role) const;
  /// Stored, with a matrix and biases that are never used.
  bool unused(std::string_view name) const;
  /// Those that are there, in the order in which they are told. Those that differ in nothing but how often
  /// are one.
  const std::vector<Part>& parts() const { return parts_; }
  /// The first one of that topic, with a band of `gate` if one is named; nullptr if there is none.
  const Part* part(Topic topic, std::string_view gate = {}) const;
  /// g and β: what is used.
  std::uint64_t matrices() const;
  std::uint64_t candidates() const;
  /// Those of one part.
  std::uint64_t matrices(const Part& part) const;
  std::uint64_t candidates(const Part& part) const;
  /// β, with bias or without; none where it can't be known.
  Whole bias_vectors() const;
  /// The biases of each unit of each matrix; none where they are not as many for all, or β can't be known.
  Whole bias() const;
  /// Those of the bias vectors that are only added to another one: the layer could do the same without them.
  std::uint64_t spare_bias_vectors() const { return spare_bias_vectors_; }
  /// A p × h matrix behind the cell; the next layer reads p.
  bool projects() const { return projects_; }
  /// Of a layer that keeps vectors of length d only (BatchNormalization).
  std::uint64_t vectors() const;

  const std::vector<TensorRow>& tensors() const { return tensors_; }

  /// What if each matrix had one bias vector at most? And what if there were no candidate? Of a layer with
  /// gates; what has no effect is not told of it.
  Rule without_second_biases() const;
  Rule without_candidate() const;
  /// What if it had these gates, all of them used, and these parts? Its tensors are plain ones then: of each
  /// part one for every size that is read, and one of biases.
  Rule with(std::vector<Gate> gates, std::vector<Part> parts) const;

 private:
  /// A part of the layout as these settings have it.
  void add_part(Part part, const Settings& settings);
  /// The biases alone: the matrix of a tied layer is stored, and counted, elsewhere.
  void leave_matrices_out();
  /// β of the block: in it where the matrices have as many each, or beside it.
  void set_bias_vectors(Whole vectors);

  bool known_ = false;
  std::string_view name_;
  Words words_;
  bool passes_on_ = false;
  bool input_first_ = false;
  std::vector<Gate> gates_;
  std::uint64_t spare_bias_vectors_ = 0;
  Gate::Role unused_gate_ = Gate::candidate;
  std::vector<Part> parts_;
  bool projects_ = false;
  std::vector<TensorRow> tensors_;
};

/// How `framework` keeps a `cell` with these settings.
Rule rule_for(const Framework& framework, Cell cell, const Settings& settings);

}  // namespace rnn
