// Which of the pieces that seem to have no effect decide after all: found by reading the text once more
// without them, and with other numbers in them.
#pragma once

#include <string_view>

#include "core/read/reading.h"
#include "core/read/stored_layers.h"

namespace rnn {

/// `known`: what was counted while it was read.
void settle(std::string_view text, const Names& names, StoredLayers& known, TextReading& reading);

}  // namespace rnn
