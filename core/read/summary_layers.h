// From the rows of a printed table to layers: what the table leaves open is solved for, and every count is
// held against the core's own.
#pragma once

#include "core/read/found.h"
#include "core/read/stored_layers.h"
#include "core/read/summary_lines.h"

namespace rnn {

/// `names` are values for what a table leaves open; what is counted is kept in `known`.
Found layers_of(const SummaryTable& table, std::string_view text, const Names& names, StoredLayers& known);

}  // namespace rnn
