// Documents and tables that this program writes itself: a derivation, a table of layers, data. Each says the
// query that it was made from, on a line of its own where no reader of the document is held up by it.
#pragma once

#include <string_view>

#include "core/read/reading.h"

namespace rnn {

/// Whether `text` has such a line, or is data that has the query in it.
bool is_own_document(std::string_view text);

/// The query of the first document; those of others are choices.
TextReading read_own_document(std::string_view text);

}  // namespace rnn
