// Differences that have names: between two frameworks, or between what is stored and what has an effect.
#pragma once

#include <string>
#include <vector>

#include "core/expr.h"
#include "core/model.h"

namespace rnn {

/// What one side has more of than the other. `numbers` evaluates to what it amounts to in the whole model.
struct Difference {
  enum class Kind {
    bias,            ///< bias vectors of every matrix: a second bias, or any
    candidate_bias,  ///< the candidate's recurrent bias
    gate_biases,     ///< second biases of the gates, not of the candidate
    matrices,        ///< whole weight matrices
    peepholes,
    normalization,
    projection,
    unused,      ///< stored, and never read by the forward pass
    statistics,  ///< running statistics of a normalisation
  };
  Kind kind;
  bool more;  ///< the other side has it, this one has not
  Expr numbers;
};

const char* name(Difference::Kind kind);

/// Why `there` counts another number than `here`: what is more, less what is fewer, is the difference. Both
/// are models of one query without problems.
std::vector<Difference> differences(const Model& here, const Model& there);

/// What of a model's count has no effect of its own: biases that are only added to another one, and what is
/// never used. All of them are fewer.
std::vector<Difference> without_effect(const Model& model);

}  // namespace rnn
