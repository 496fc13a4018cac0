// The pass that follows width and time steps through the layers: what each of them reads, and what it hands
// on.
#pragma once

#include "core/model.h"

namespace rnn {

/// Sets what the layers of `model` read and hand on. The first one reads `model.input` and
/// `model.timesteps`, unless it says itself what it reads; where a number is missing that a layer needs, that
/// is a problem.
void follow_shapes(const Query& query, Model& model);

}  // namespace rnn
