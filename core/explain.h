// The answer to a query.
#pragma once

#include <string>
#include <string_view>

namespace rnn {

/// Counts and derives the model of `query`. Any text has an answer: JSON, as web/engine.d.ts declares it,
/// with each layer in a line of its own: who asks again sees by the lines what has stayed.
std::string explain_json(std::string_view query);

}  // namespace rnn
