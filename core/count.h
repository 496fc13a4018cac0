// The pass that adds up the tensors of a model's layers.
#pragma once

#include "core/model.h"

namespace rnn {

/// Reads `query` as a model of `framework` and counts it: every layer's total, and the model's, or the
/// problem of the layer where the running sum is past 2^64 − 1; `known` as for read_model.
Model counted(const Query& query, const Framework* framework, const KnownProblems* known = nullptr);

}  // namespace rnn
