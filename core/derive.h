// The pass that tells how a count comes about: steps, each a formula as an expression tree. It reads a model
// and its rules, and shares no arithmetic with the list of tensors: the two are held equal by tests.
#pragma once

#include <optional>
#include <vector>

#include "core/expr.h"
#include "core/model.h"
#include "core/topic.h"

namespace rnn {

struct Step {
  Topic topic = Topic::sum;
  Expr formula;                 ///< the whole of it, in words and in numbers
  std::optional<Expr> reduced;  ///< with the values of earlier steps put in; none where that changes nothing
  Whole value;                  ///< of the formula; none where a number is missing or it is past 2^64 − 1

  /// What is told in words: of the sum over the layers, "layer 1 + layer 2".
  const Expr& in_words() const { return topic == Topic::sum ? *reduced : formula; }
};

struct Derivation {
  std::vector<std::vector<Step>> layers;  ///< one list per stacked layer; the last value is the layer's count
  std::vector<Step> closing;              ///< the sum over the layers
};

Derivation derive(const Model& model);

/// The path of the step of that topic among those of a layer; "" if there is none.
std::string step_ref(std::size_t layer, const std::vector<Step>& steps, Topic topic);

}  // namespace rnn
