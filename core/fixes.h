// Problems and repairs that several passes report alike.
#pragma once

#include <string_view>

#include "core/numbers.h"
#include "core/query.h"

namespace rnn {

/// What is to be cut to take an argument out of the brackets of `call`: itself and one of the commas beside
/// it.
Span cut(const Call& call, const Call::Argument& argument);

/// The argument of `call` that starts there; nullptr if there is none.
const Call::Argument* argument_at(const Call& call, std::size_t start);

/// What is wrong with a size: `option` is its name, `layer` the layer's, "" for the input's.
void report_size(Problems& problems, Key key, const Value& typed, const SizeReading& reading,
                 std::string_view option, std::string_view layer, std::uint64_t smallest,
                 std::uint64_t largest);

}  // namespace rnn
