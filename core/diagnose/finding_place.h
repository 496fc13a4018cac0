// Where in the right derivation a slip is: the step that it gets wrong.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/derive.h"
#include "core/diagnose/slip.h"

namespace rnn {

/// Whether layers are counted otherwise by it, and not only another sum.
bool changes_layers(Slip slip);

/// The path of its step in `derivation`: in `layer`, or where that is −1 in the first of `layers`, those
/// whose counts it changes. "" where it has no place.
std::string place_of(Slip slip, const std::vector<std::size_t>& layers, const Derivation& derivation,
                     int layer);

}  // namespace rnn
