// The pass that reads the text of the layers: calls with their arguments, as they are written.
#pragma once

#include "core/query.h"

namespace rnn {

/// Reads the field `layers` of `query`; what can't be read is a problem, and what stands before it is kept.
void read_layers_text(Query& query);

/// Whether there is anything in `text` that could begin a comment, which nothing may be put behind.
bool may_have_comment(std::string_view text);

}  // namespace rnn
