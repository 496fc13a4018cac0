// Layers that only earlier releases of a framework have.
#pragma once

#include <string_view>

#include "core/language.h"

namespace rnn {

/// The id of `framework`, or of the row of its earlier releases where only these have the layer.
std::string_view release_with(std::string_view framework, const LayerWord* layer);

}  // namespace rnn
