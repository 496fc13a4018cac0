// What of a derivation an exercise leaves blank.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/derive.h"
#include "core/model.h"

namespace rnn {

enum class ExerciseKind : std::uint8_t {
  ideas,   ///< the factors, not the arithmetic: matrices, what a unit reads, directions
  values,  ///< of the steps
  total,
};

/// A number that the reader finds.
struct Blank {
  static constexpr int value_of_step = -1;

  std::string ref;            ///< the path of the step; of the total "steps.0"
  int token = value_of_step;  ///< which one of the step's formula in numbers
  std::string name;           ///< equal in the derivation of a wrong number, where it asks the same there
  Whole value;
  Topic topic = Topic::sum;
};

/// In the order in which they are read, of a model whose total is known.
std::vector<Blank> blanks_of(const Model& model, const Derivation& derivation, ExerciseKind kind);

/// Without those of the layers that repeat an earlier one.
std::vector<Blank> blanks_shown(const Model& model, const Derivation& derivation, ExerciseKind kind);

}  // namespace rnn
