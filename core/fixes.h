// Problems and repairs that several passes report alike.
#pragma once

#include <string>
#include <string_view>

#include "core/query.h"

namespace rnn {

/// Puts `text` in the place of what was typed.
Fix use(Key key, Span span, const std::string& text);

/// Takes an argument out of the brackets of `call`, with one of the commas beside it.
Fix remove(const Call& call, const Call::Argument& argument);

/// Says what may have been meant, and offers it; nothing for "".
void suggest(Problem& problem, std::string_view suggestion);

/// What is wrong with a size: `option` is its name, `layer` the layer's, "" for the input's.
Problem size_problem(Key key, const Value& typed, const SizeReading& reading, std::string_view option,
                     std::string_view layer, std::uint64_t smallest, std::uint64_t largest);

}  // namespace rnn
