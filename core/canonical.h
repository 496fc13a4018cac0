// Writes a model as its shortest query.
#pragma once

#include <string>

#include "core/model.h"

namespace rnn {

/// The shortest query that means the model; two queries with the same canonical form have the same answer.
/// Only for a model without problems.
std::string canonical(const Model& model);

/// Whether the option only moves time steps that no later layer of the model reads.
bool moves_idle_steps(const Layer& layer, Option option, const Framework& framework);

}  // namespace rnn
