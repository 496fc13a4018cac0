// The derivation of a wrong number, of which only that is told which the right one has not.
#pragma once

#include <span>
#include <vector>

#include "core/diagnose/findings.h"
#include "core/diagnose/supposed.h"

namespace rnn {

/// The model that is right, its derivation and what of it is asked about.
struct Right {
  const Model& model;
  const Derivation& derivation;
  int layer;  ///< −1: all of it
};

/// What of the model, or of the layer, is not trained.
Whole frozen(const Right& right);

/// Of equal layers the steps of the first one, of others what the right derivation has not, and the sum. None
/// for what is no formula: another framework's count, digits.
std::vector<Finding::ToldStep> wrong_steps(const Right& right, const Supposed& supposed,
                                           std::span<const MadeSlip> changes);

}  // namespace rnn
