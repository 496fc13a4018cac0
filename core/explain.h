// The answer to a query.
#pragma once

#include <string>
#include <string_view>

namespace rnn {

/// Counts and derives the model of `query`. Any text has an answer: JSON, as web/engine.d.ts declares it.
std::string explain_json(std::string_view query);

}  // namespace rnn
