// Differences that have names: between two frameworks, or between what is stored and what has an effect.
#pragma once

#include <string>
#include <vector>

#include "core/expr.h"
#include "core/model.h"
#include "core/topic.h"

namespace rnn {

/// What one side has more of than the other. `numbers` evaluates to what it amounts to in the whole model.
struct Difference {
  Topic topic;
  bool more;  ///< the other side has it, this one has not
  Expr numbers;
  Cells cells = 0;           ///< the kinds of layers that it comes from, …
  std::uint64_t layers = 0;  ///< … and how many of them
};

/// Why `there` counts another number than `here`: what is more, less what is fewer, is the difference. Both
/// are models of one query without problems.
std::vector<Difference> differences(const Model& here, const Model& there);

/// What of a model's count has no effect of its own: biases that are only added to another one, and what is
/// never used. All of them are fewer.
std::vector<Difference> without_effect(const Model& model);

}  // namespace rnn
