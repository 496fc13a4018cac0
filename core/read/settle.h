// Which of the pieces that seem to have no effect decide after all: found by reading the text once more
// without them, and with other numbers in them.
#pragma once

#include <string_view>

#include "core/read/reading.h"

namespace rnn {

void settle(std::string_view text, const Names& names, TextReading& reading);

}  // namespace rnn
